"""The traffic light: its words, what each of them asks for, and how cautious it is.

A template has its own (sheet Lijsten). No rule, formula, chart or page knows a colour by name:
what it needs of a colour it asks here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from .colour import Beoordeling, Bijzonder
from .notation import plat, schrijf_opsomming


@dataclass(frozen=True)
class Stoplicht:
    """The words of a template, in its order; one of them is `klaar`, at most one does not apply.

    Without slots, so that what is asked often is worked out once. Two are equal when they say the
    same of the same words: a word alone is equal to its text.
    """

    kleuren: tuple[Beoordeling, ...]
    _zegt: list[dict[str, object]] = field(init=False, repr=False, hash=False)
    _op_naam: dict[str, Beoordeling] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        op_naam = {plat(naam): b for b in self.kleuren for naam in (*b.synoniemen, b)}
        object.__setattr__(self, "_zegt", [*map(vars, self.kleuren)])
        object.__setattr__(self, "_op_naam", op_naam)

    def __iter__(self) -> Iterator[Beoordeling]:
        return iter(self.kleuren)

    def lees(self, waarde: object) -> Beoordeling | None:
        """The colour meant: case, spaces, its symbol and closing marks do not matter."""
        tekst = str(waarde)
        if "≠" in tekst:
            return None
        zonder_symbool = tekst.strip().lstrip(" " + "".join(b.symbool for b in self.kleuren))
        return self._op_naam.get(plat(tekst)) or self._op_naam.get(plat(zonder_symbool))

    def voorzichtigste(self, kleuren: Iterable[Beoordeling]) -> Beoordeling | None:
        """The first of them by caution; one that does not apply when there is nothing else."""
        aanwezig = set(kleuren)
        return next((kleur for kleur in self.op_voorzichtigheid if kleur in aanwezig), None)

    @cached_property
    def op_voorzichtigheid(self) -> tuple[Beoordeling, ...]:
        """Most cautious first; then what is done, and last what does not apply."""
        return tuple(sorted(self.kleuren, key=lambda b: (b.geldt_niet, b.klaar, b.rang)))

    @cached_property
    def voortgang(self) -> tuple[Beoordeling, ...]:
        """Those that say how it goes, most cautious first: neither done nor not applying."""
        return tuple(b for b in self.op_voorzichtigheid if b.bijzonder is None)

    @cached_property
    def focus(self) -> tuple[Beoordeling, ...]:
        """Those that make an afspraak a focuspunt, most cautious first: they ask a reason."""
        return tuple(b for b in self.op_voorzichtigheid if b.vraagt_reden)

    @cached_property
    def met_reden(self) -> tuple[Beoordeling, ...]:
        """The same, in the order of the template."""
        return tuple(b for b in self.kleuren if b.vraagt_reden)

    @property
    def klaar(self) -> Beoordeling:
        return next(b for b in self.kleuren if b.klaar)

    @property
    def geldt_niet(self) -> Beoordeling | None:
        return next((b for b in self.kleuren if b.geldt_niet), None)

    @property
    def keuzes(self) -> str:
        """What one can choose, in a sentence: `Groen, Oranje of Rood`."""
        return schrijf_opsomming(self.kleuren, "of")

    @property
    def keuzezin(self) -> str:
        """The same for the end of a sentence: the full stop is not there."""
        return self.keuzes.removesuffix(".")


def verenigd(lichten: Iterable[Stoplicht]) -> Stoplicht:
    """The words of several templates (oldest first), for who shows rondes side by side.

    The newest comes first, and says what a word looks like.
    """
    woorden: dict[str, Beoordeling] = {}
    for licht in reversed(list(lichten)):
        for kleur in licht:
            woorden.setdefault(str(kleur), kleur)
    return Stoplicht(tuple(woorden.values()))


def in_woorden(kleuren: Iterable[Beoordeling]) -> str:
    """`Oranje en Rood`."""
    return schrijf_opsomming([*kleuren])


_ZWART, _WIT = "#000000", "#FFFFFF"
_NVT = ("nvt", "n v t", "niet van toepassing")
# Fills distinguishable in the common forms of colour blindness (CAM02-UCS, Machado 2009)
HOOFDSTUK_8 = Stoplicht(
    (
        Beoordeling("Groen", "", (), "●", "#3DAA7D", _ZWART, 3),
        Beoordeling("Oranje", "", (), "▲", "#FFB84D", _ZWART, 2, True, True),
        Beoordeling("Rood", "", (), "■", "#D00000", _WIT, 1, True, True),
        Beoordeling("Afgerond", "", (), "✔", "#003D33", _WIT, 4, bijzonder=Bijzonder.KLAAR),
        Beoordeling(
            "N.v.t.", "", _NVT, "–", "#C9CDD2", "#1F2933", 0, False, True, Bijzonder.GELDT_NIET
        ),
    )
)
"""The light of chapter 8, for a template that says no more of its words than the words."""

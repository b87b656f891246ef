"""The traffic light: its words, what each of them asks for, and how cautious it is.

A template has its own (sheet Lijsten). No rule, formula, chart or page knows a colour by name:
what it needs of a colour it asks here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from .colour import Beoordeling, Bijzonder
from .notation import plat, schrijf_opsomming


@dataclass(frozen=True, eq=False)
class Stoplicht:
    """The words of a template, in its order; one of them is `klaar`, at most one does not apply.

    Without slots, so that what is asked often is worked out once. Two are equal when they say the
    same of the same words: a word alone is equal to its text.
    """

    kleuren: tuple[Beoordeling, ...]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Stoplicht):
            return NotImplemented
        return [*map(vars, self.kleuren)] == [*map(vars, other.kleuren)]

    def __hash__(self) -> int:
        return hash(self.kleuren)

    def __iter__(self) -> Iterator[Beoordeling]:
        return iter(self.kleuren)

    def lees(self, waarde: object) -> Beoordeling | None:
        """The colour meant: case, spaces, its symbol and closing marks do not matter."""
        tekst = str(waarde)
        if "≠" in tekst:
            return None
        return self._op_naam.get(plat(tekst)) or self._op_naam.get(
            plat(tekst.strip().lstrip(self._symbolen))
        )

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
        *begin, laatste = self.kleuren
        return f"{', '.join(begin)} of {laatste}" if begin else laatste

    @property
    def keuzezin(self) -> str:
        """The same for the end of a sentence: the full stop is not there."""
        return self.keuzes.removesuffix(".")

    @cached_property
    def _op_naam(self) -> dict[str, Beoordeling]:
        return {plat(naam): b for b in self.kleuren for naam in (*b.synoniemen, b)}

    @cached_property
    def _symbolen(self) -> str:
        return " " + "".join(b.symbool for b in self.kleuren)


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
    return schrijf_opsomming([str(kleur) for kleur in kleuren])


# Fills distinguishable in the common forms of colour blindness (CAM02-UCS, Machado 2009)
HOOFDSTUK_8 = Stoplicht(
    (
        Beoordeling("Groen", symbool="●", vulling="#3DAA7D", tekstkleur="#000000", rang=3),
        Beoordeling(
            "Oranje",
            symbool="▲",
            vulling="#FFB84D",
            tekstkleur="#000000",
            rang=2,
            vraagt_reden=True,
            vraagt_toelichting=True,
        ),
        Beoordeling(
            "Rood",
            symbool="■",
            vulling="#D00000",
            tekstkleur="#FFFFFF",
            rang=1,
            vraagt_reden=True,
            vraagt_toelichting=True,
        ),
        Beoordeling(
            "Afgerond",
            symbool="✔",
            vulling="#003D33",
            tekstkleur="#FFFFFF",
            rang=4,
            bijzonder=Bijzonder.KLAAR,
        ),
        Beoordeling(
            "N.v.t.",
            synoniemen=("nvt", "n v t", "niet van toepassing"),
            symbool="–",
            vulling="#C9CDD2",
            tekstkleur="#1F2933",
            vraagt_toelichting=True,
            bijzonder=Bijzonder.GELDT_NIET,
        ),
    )
)
"""The light of chapter 8, for a template that says no more of its words than the words."""

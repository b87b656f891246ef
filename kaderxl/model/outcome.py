"""What the voorzetten come to: standen and the matrix."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..places import Bevinding, Ronde
from .answers import Inzending, Voorzet
from .framework import Indicator, Kader
from .meeting import Besluit, Vastgelegd
from .trend import Terugblik
from .words import Beoordeling


@dataclass(frozen=True, slots=True)
class Stand:
    """The answers to one meetwaarde (or to a figure reckoned from several) taken together.

    `waarde` is the one figure, None as long as there is none; `tekst` says it in words.
    """

    code: str
    omschrijving: str
    tekst: str
    waarde: int | float | None = None
    volledig: bool = False
    verschil: str = ""


@dataclass(frozen=True, slots=True)
class Verschil:
    """One thing on which partijen differ: the colour of an indicator, or a meetwaarde (code).

    `wat` says what, with by how much; `besproken` whether the AO settled it.
    """

    code: str
    wat: str
    besproken: bool = False


@dataclass(frozen=True, slots=True)
class Matrixrij:
    """One indicator of the ronde: who said what, what follows from it.

    `inbreng` has a voorzet per actiehouder (code), None where it is missing. What the AO
    settled goes before what the rule proposes, in `voorstel` as in `standen`; `volgens_regel`
    is the colour without it.
    """

    indicator: Indicator
    inbreng: Mapping[str, Voorzet | None]
    voorstel: Beoordeling | None
    verschillen: tuple[Verschil, ...]
    standen: tuple[Stand, ...]
    volgens_regel: Beoordeling | None = None

    @property
    def stand(self) -> str:
        """The standen in words, a line each."""
        if len(self.standen) == 1:
            return self.standen[0].tekst
        return "\n".join(met_naam(s.omschrijving, s.tekst) for s in self.standen)

    @property
    def open_verschillen(self) -> tuple[Verschil, ...]:
        """What the AO still has to settle."""
        return tuple(v for v in self.verschillen if not v.besproken)

    @property
    def gegeven(self) -> int:
        """How many actiehouders gave a beoordeling."""
        return sum(v is not None and v.beoordeling is not None for v in self.inbreng.values())

    @property
    def volledig(self) -> bool:
        """Every actiehouder gave a beoordeling, and every stand is complete."""
        return all(v is not None and v.beoordeling for v in self.inbreng.values()) and all(
            s.volledig for s in self.standen
        )


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole of a ronde. `voorstellen` and `besluiten` go by number of the afspraak."""

    kader: Kader
    ronde: Ronde
    rijen: tuple[Matrixrij, ...]
    voorstellen: Mapping[int, Beoordeling | None]
    inzendingen: tuple[Inzending, ...]
    bevindingen: tuple[Bevinding, ...]
    vastgelegd: Vastgelegd = field(default_factory=Vastgelegd)
    terugblik: Terugblik = field(default_factory=Terugblik)

    @property
    def besluiten(self) -> Mapping[int, Besluit]:
        return self.vastgelegd.besluiten

    def actief(self, nummer: int) -> bool:
        """Whether an afspraak has an indicator this year that is asked of somebody."""
        return any(r.indicator.afspraak == nummer and not r.indicator.open for r in self.rijen)

    def woord(self, nummer: int) -> str:
        """The word of an afspraak: its besluit, else its voorstel; "" when it has neither."""
        besluit = self.besluiten.get(nummer)
        return (besluit.kleur if besluit else "") or str(self.voorstellen.get(nummer) or "")

    @property
    def fictief(self) -> bool:
        return any(i.fictief for i in self.inzendingen)


def met_naam(naam: str, tekst: str) -> str:
    """`Gereed? ja`, `Harde plannen: 56 woningen`."""
    return f"{naam} {tekst}" if naam.endswith("?") else f"{naam}: {tekst}"

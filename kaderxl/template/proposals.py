"""Pure: proposals to change the agreement, beside the template that they would change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from ..core.kader import Doel, Indicator, Kader
from ..core.notation import lees_getal
from ..core.numbering import Nummer, in_code
from ..core.proposals import Voorstelsoort as S, Wijzigingsvoorstel
from ..core.rounds import Ronde
from ..core.text import als_code
from ..core.values import Waarde
from .holders import Genoemd, Namen
from .titles import eerste_getal, lees_titel
from .year_words import lees_jaarwoorden


class Nieuw(NamedTuple):
    """Of a new indicator the number of its afspraak, and the code it gets."""

    nummer: Nummer
    code: str


@dataclass(frozen=True)
class Voorstel:
    """A proposal beside the kader it would change; `nieuwe` has what the proposals bring together,
    by the code of each.

    Without slots, so that what is asked often is worked out once.
    """

    v: Wijzigingsvoorstel
    kader: Kader
    ronde: Ronde
    nieuwe: Mapping[str, Nieuw] = field(default_factory=dict)

    @property
    def soort(self) -> S | None:
        return self.v.gelezen_soort

    @property
    def bij(self) -> str:
        """What it is about, as codes are compared."""
        return als_code(self.v.bij)

    @cached_property
    def nummer(self) -> Nummer | None:
        """The afspraak it is about: by its number, or by the proposal that brings it."""
        if self.bij in self.nieuwe:
            return self.nieuwe[self.bij].nummer
        bekend = {als_code(str(a.nummer)): a.nummer for a in self.kader.afspraken}
        return bekend.get(self.bij.removesuffix("."))

    @cached_property
    def indicatoren(self) -> tuple[Indicator, ...]:
        """The one it is about, or all of the afspraak it is about."""
        alle = self.kader.indicatoren
        return tuple(i for i in alle if i.code == self.bij or i.afspraak == self.nummer)

    @property
    def indicator(self) -> Indicator | None:
        """The one indicator that is named by its code."""
        return self.indicatoren[0] if self.nummer is None and self.indicatoren else None

    @property
    def code(self) -> str:
        """The code of the indicator it is about, or that of the one it brings."""
        eigen = self.nieuwe.get(self.v.code) or self.nieuwe.get(self.bij)
        return eigen.code if eigen else self.bij

    @cached_property
    def vervangen(self) -> tuple[str, ...]:
        """The codes that a new indicator carries on."""
        return tuple(filter(None, re.split(r"[\s,;]+", als_code(self.v.vervangt))))

    @cached_property
    def jaren(self) -> frozenset[int]:
        looptijd = self.kader.looptijd
        return lees_jaarwoorden(self.v.jaar, looptijd)[0] if self.v.jaar else frozenset()

    @cached_property
    def genoemd(self) -> Genoemd:
        """Whom it names as actiehouder, in the words that the table may have as well."""
        return Namen(self.kader.partijen).lees(self.v.actiehouder)

    @property
    def actiehouders(self) -> tuple[str, ...]:
        """The partijen (codes) that it names."""
        return self.genoemd.codes

    @property
    def tm_jaar(self) -> int | None:
        jaar = getal_in(self.v.tm_jaar)
        return int(jaar) if jaar is not None else None

    @property
    def titel(self) -> str:
        """The title of an afspraak, without a number in front."""
        kaal = lees_titel(self.v.afspraak).kaal
        return kaal.removeprefix(f"{self.nummer} ").strip()

    @property
    def doelen(self) -> tuple[Doel, ...]:
        """Those up to the year that it names."""
        eigen = (d for d in self.kader.doelen if d.indicator == self.code)
        return tuple(d for d in eigen if d.tm_jaar == self.tm_jaar)


def beside(
    voorstellen: Iterable[Wijzigingsvoorstel], kader: Kader, ronde: Ronde
) -> tuple[Voorstel, ...]:
    """These proposals together, in order: new afspraken first, which others may be about."""
    op_volgorde = sorted(voorstellen, key=lambda v: v.gelezen_soort is not S.AFSPRAAK)
    nieuwe: dict[str, Nieuw] = {}
    hoogste = max((eerste_getal(a.nummer) for a in kader.afspraken), default=0)
    codes = [i.code for i in kader.indicatoren]
    for v in op_volgorde:
        nummer: Nummer | None = None
        if v.gelezen_soort is S.AFSPRAAK:
            nummer = hoogste = hoogste + 1
        elif v.gelezen_soort is S.INDICATOR:
            nummer = Voorstel(v, kader, ronde, nieuwe).nummer
        if nummer is not None:
            nieuwe[v.code] = Nieuw(nummer, volgende_code(nummer, kader, codes))
            codes.append(nieuwe[v.code].code)
    return tuple(Voorstel(v, kader, ronde, nieuwe) for v in op_volgorde)


def volgende_code(nummer: Nummer, kader: Kader, codes: Iterable[str]) -> str:
    """The next free code of an indicator of an afspraak, made as those it has: `A01-I4`."""
    eigen = next((i.code for i in kader.indicatoren if i.afspraak == nummer), "")
    stam = eigen.rstrip("0123456789") or f"A{in_code(nummer)}-I"
    volgnummers = (code.removeprefix(stam) for code in codes if code.startswith(stam))
    return f"{stam}{max((int(n) for n in volgnummers if n.isdigit()), default=0) + 1}"


def getal_in(waarde: Waarde) -> float | None:
    """A number, or a text that is one."""
    getal = lees_getal(waarde) if waarde not in (None, "") else None
    return float(getal) if isinstance(getal, (int, float)) else None

"""Pure: the numbers of before that a new answer of each partij is held against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..core.doubts import Ijkpunt, Ijkpunten
from ..core.kader import Indicator, Kader, Meetwaarde, Rol
from ..core.outcome import Matrix
from ..core.rounds import Ronde
from ..core.values import Waarde
from .beginning import beginstand_van
from .lineage import indicatorlijnen, meetwaardelijnen, partijlijnen
from .measures import Getal, som
from .trends import per_jaar

_TEKEN = {Rol.PLUS: 1, Rol.MIN: -1}


def reference_values(
    kader: Kader, ronde: Ronde, earlier: Sequence[Matrix]
) -> Mapping[str, Ijkpunten]:
    """What each partij (code) answered before, by code; what is not told apart is left out."""
    blik = _Blik(kader, ronde, earlier)
    return {p.code: blik.van(p.code) for p in kader.partijen if p.actief(ronde.jaar)}


class _Blik:
    """One look back from a ronde to those before it (oldest first)."""

    def __init__(self, kader: Kader, ronde: Ronde, earlier: Sequence[Matrix]) -> None:
        self.kader, self.ronde, self.earlier = kader, ronde, earlier
        kaders = [*(m.kader for m in earlier), kader]
        self.partijen = partijlijnen(kaders)
        self.indicatoren = indicatorlijnen(kaders)
        self.meetwaarden = meetwaardelijnen(kaders)

    def van(self, partij: str) -> Ijkpunten:
        punten: dict[str, tuple[Ijkpunt, ...]] = {}
        for indicator, meetwaarden in self.kader.vragen_aan(partij, self.ronde.jaar):
            for m in meetwaarden:
                punten[m.code] = tuple(self._eerder(partij, m))
            netto = self._netto(partij, indicator)
            if netto is not None:
                punten[indicator.code] = (Ijkpunt(Ronde(self.ronde.jaar - 1), netto),)
        return {code: eigen for code, eigen in punten.items() if eigen}

    def _eerder(self, partij: str, meetwaarde: Meetwaarde) -> Iterator[Ijkpunt]:
        """The last answer, and those of the last year before; else where the template begins."""
        lijn = self.meetwaarden[meetwaarde.code]
        gegeven = [
            Ijkpunt(matrix.ronde, waarden[0])
            for matrix in reversed(self.earlier)
            if len(waarden := self._waarden(matrix, partij, lijn)) == 1
        ]
        begin = beginstand_van(self.kader, meetwaarde, partij)
        if begin and not gegeven:
            yield Ijkpunt(Ronde(self.kader.looptijd[0] - 1), begin.waarde)
        jaren = (p.ronde.jaar for p in gegeven if p.ronde.jaar < self.ronde.jaar)
        vorig_jaar = next(jaren, None)
        yield from (p for p in gegeven if p is gegeven[0] or p.ronde.jaar == vorig_jaar)

    def _waarden(self, matrix: Matrix, partij: str, lijn: frozenset[str]) -> list[Waarde]:
        """What the partij, or those it came from, answered then on these codes."""
        eigen = self.partijen[partij]
        return [
            antwoord.waarde
            for inzending in matrix.inzendingen
            if inzending.partij in eigen
            for voorzet in inzending.voorzetten.values()
            for code, antwoord in voorzet.waarden.items()
            if code in lijn and antwoord.waarde is not None
        ]

    def _netto(self, partij: str, indicator: Indicator) -> Getal | None:
        """What it came to for the partij by the end of the year before; None with any gap."""
        lijn, spreekt = self.indicatoren[indicator.code], per_jaar(self.earlier)
        jaren = range(self.kader.looptijd[0], self.ronde.jaar)
        return som(self._jaar(partij, lijn, spreekt.get(jaar)) for jaar in jaren) if jaren else None

    def _jaar(self, partij: str, lijn: frozenset[str], matrix: Matrix | None) -> Getal | None:
        if matrix is None or not matrix.ronde.fase.sluit:
            return None
        delen: list[Getal | None] = []
        for code in lijn:
            for m in matrix.kader.meetwaarden_van(code):
                if m.rol in _TEKEN:
                    waarden = self._waarden(matrix, partij, frozenset({m.code}))
                    getallen = [w * _TEKEN[m.rol] for w in waarden if isinstance(w, (int, float))]
                    delen.append(getallen[0] if len(getallen) == 1 else None)
        return som(delen) if delen else None

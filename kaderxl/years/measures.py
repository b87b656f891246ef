"""Pure: the figure that a doel speaks of, in one ronde, whatever its template called it then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from ..core.kader import Combineren, Meetwaarde, Rol
from ..core.outcome import Matrix, Matrixrij, Stand
from ..core.sums import tel_op
from ..core.targets import AANDEEL, DEELROLLEN, SOMROLLEN, Maat, naam_van_de_som, tekens
from .lineage import meetwaardelijnen

Getal = int | float
Lezer = Callable[[Meetwaarde, Matrixrij], Getal | None]


def som(getallen: Iterable[Getal | None]) -> Getal | None:
    """The sum; None as soon as one of them is not known."""
    return list(doorgeteld((0, *getallen)))[-1]


def doorgeteld(waarden: Iterable[Getal | None]) -> Iterator[Getal | None]:
    """Running totals; None from the first gap on."""
    totaal: Getal | None = 0
    for waarde in waarden:
        totaal = None if totaal is None or waarde is None else tel_op((totaal, waarde))
        yield totaal


def getal_van(meetwaarde: Meetwaarde, standen: Sequence[Stand]) -> Getal | None:
    """The one complete number of a meetwaarde; None as long as there is none.

    A sum of which no part applies is 0, as it is in the matrix.
    """
    stand = next((s for s in standen if s.code == meetwaarde.code), None)
    if stand is None or not stand.volledig:
        return None
    telt_op = meetwaarde.combineren is Combineren.SOM and meetwaarde.telt_op
    return 0 if telt_op and stand.waarde is None else stand.waarde


def rijen_van(lijn: frozenset[str], matrix: Matrix) -> list[Matrixrij]:
    return [r for r in matrix.rijen if r.indicator.code in lijn and not r.indicator.open]


def telt(rij: Matrixrij, matrix: Matrix) -> bool:
    """Whether the numbers of a row are added up: not of one that was only confirmed, or came back
    after its printed years."""
    return not is_bevestigd(rij) and not matrix.is_doorgeschoven(rij)


def is_bevestigd(rij: Matrixrij) -> bool:
    return all(v is not None and v.bevestiging for v in rij.inbreng.values())


class Meting:
    """A figure over the rondes (oldest first) of one line of indicatoren.

    A meetwaarde that played no part then plays the one that what became of it has now: so a figure
    of a year that is past stays, when a template gives what was asked all along a part in it.
    """

    def __init__(self, maat: Maat, lijn: frozenset[str], rondes: Sequence[Matrix]) -> None:
        self.maat, self.lijn = maat, lijn
        kaders = [m.kader for m in rondes]
        self._lijnen = meetwaardelijnen(kaders)
        self._rol_nu = {
            code: m.rol for m in kaders[-1].meetwaarden if m.rol for code in self._lijnen[m.code]
        }
        self._eigen = frozenset(code for m in maat.delen for code in self._lijnen[m.code])
        gevraagd = [m for k in kaders for i in lijn for m in k.meetwaarden_van(i)]
        delen = {self._lijnen[m.code] for m in gevraagd if self._hoort(m)}
        rollen = {self.rol(m) for m in gevraagd}
        self._teken = tekens(rollen)
        self._neemt_af = {*SOMROLLEN} <= rollen or maat.naam == AANDEEL
        self.naam = maat.naam
        if len(delen) > 1 and not maat.los and maat.naam != AANDEEL:
            self.naam = naam_van_de_som(rollen)

    @property
    def groeit(self) -> bool:
        """Whether each number that still comes can only make it more: there are none below 0."""
        return self.maat.los or not self._neemt_af

    def rol(self, meetwaarde: Meetwaarde) -> Rol | None:
        return meetwaarde.rol or self._rol_nu.get(meetwaarde.code)

    def _hoort(self, meetwaarde: Meetwaarde) -> bool:
        if self.maat.los:
            return meetwaarde.code in self._eigen
        return self.rol(meetwaarde) in (DEELROLLEN if self.maat.naam == AANDEEL else SOMROLLEN)

    def delen(self, matrix: Matrix) -> Iterator[tuple[Meetwaarde, Matrixrij]]:
        """What the figure of a ronde is made of, each with its row."""
        for rij in rijen_van(self.lijn, matrix):
            for m in matrix.kader.meetwaarden_van(rij.indicator.code):
                if self._hoort(m) and telt(rij, matrix):
                    yield m, rij

    def waarde(self, matrix: Matrix, lees: Lezer) -> Getal | None:
        """The figure of a ronde, with the numbers as `lees` has them; None while one is missing."""
        gelezen = [(self.rol(m), lees(m, rij)) for m, rij in self.delen(matrix)]
        if not gelezen:
            return None
        if self.maat.los:
            optelbaar = len(gelezen) == 1 or all(m.telt_op for m, _ in self.delen(matrix))
            return som(getal for _, getal in gelezen) if optelbaar else None
        if self.maat.naam == AANDEEL:
            deel, geheel = (som(g for r, g in gelezen if r is rol) for rol in DEELROLLEN)
            return round(100 * deel / geheel, 1) if deel is not None and geheel else None
        return som(
            None if getal is None or rol is None else getal * self._teken[rol]
            for rol, getal in gelezen
        )


def van_allen(meetwaarde: Meetwaarde, rij: Matrixrij) -> Getal | None:
    return getal_van(meetwaarde, rij.standen)


def minstens(meetwaarde: Meetwaarde, rij: Matrixrij) -> Getal:
    """What a sum comes to with the numbers that are there; 0 of what is no sum."""
    heel = van_allen(meetwaarde, rij)
    telt_op = meetwaarde.combineren is Combineren.SOM and meetwaarde.telt_op
    if heel is not None or not telt_op:
        return heel or 0
    return tel_op(van_partij(partij, meetwaarde, rij) or 0 for partij in rij.inbreng)


def van_partij(partij: str, meetwaarde: Meetwaarde, rij: Matrixrij) -> Getal | None:
    """What one partij (code) gave; what does not apply to it, or is asked of others alone, is 0."""
    if partij not in rij.inbreng or not meetwaarde.vraagt(partij):
        return 0
    voorzet = rij.inbreng[partij]
    if voorzet is None:
        return None
    antwoord = voorzet.waarden.get(meetwaarde.code)
    waarde = antwoord.waarde if antwoord else None
    if isinstance(waarde, (int, float)) and not isinstance(waarde, bool):
        return waarde
    kleur = voorzet.beoordeling
    return 0 if waarde is None and kleur and kleur.geldt_niet and voorzet.toelichting else None


def is_niet_van_toepassing(partij: str, meetwaarde: Meetwaarde, rij: Matrixrij) -> bool:
    """Whether a partij says that it does not apply to it, and why: it then gave no number."""
    voorzet = rij.inbreng.get(partij)
    kleur = voorzet.beoordeling if voorzet else None
    geldt_niet = kleur is not None and kleur.geldt_niet
    return geldt_niet and van_partij(partij, meetwaarde, rij) == 0


def _stand_van(meetwaarde: Meetwaarde, rij: Matrixrij) -> Stand | None:
    return next((s for s in rij.standen if s.code == meetwaarde.code), None)


def is_beantwoord(meetwaarde: Meetwaarde, rij: Matrixrij) -> bool:
    """Whether all who are asked answered; who may leave it empty did so too."""
    stand = _stand_van(meetwaarde, rij)
    if stand is None:  # nobody gave what may stay empty
        return all(v is not None and v.beoordeling for v in rij.inbreng.values())
    return stand.volledig


def is_verschil(meetwaarde: Meetwaarde, rij: Matrixrij) -> bool:
    """Whether the partijen give different answers to what asks one of all together."""
    stand = _stand_van(meetwaarde, rij)
    return stand is not None and bool(stand.verschil)

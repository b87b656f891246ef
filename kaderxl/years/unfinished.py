"""Pure: what the rondes before left unfinished, so that a later one asks it again (chapter 8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..core.colour import Beoordeling
from ..core.kader import Indicator, Kader
from ..core.notation import lees_reden
from ..core.numbering import Nummer, op_nummer
from ..core.outcome import Kleurpunt, Matrix, Matrixrij
from ..core.proposals import Voorstelsoort
from ..core.rounds import Ronde
from ..core.text import als_code
from .lineage import indicatorlijnen
from .trends import kleurpunt


def unfinished(kader: Kader, ronde: Ronde, earlier: Sequence[Matrix]) -> frozenset[str]:
    """The indicatoren (codes) that a ronde asks although their printed years are over.

    Those that a ronde of an earlier year asked and that were not closed since; `earlier` goes from
    old to new. Within a year the list stays: what a tussenstand closes, its evaluatie still asks.
    None past the looptijd, and none where the template says not to.
    """
    if not kader.instellingen.doorschuiven or ronde.jaar > kader.looptijd[1]:
        return frozenset()
    blik = _Blik(kader, ronde.jaar, earlier)
    open_ = frozenset(i.code for i in blik.voorbij if blik.is_open(i))
    return open_ | frozenset(i.code for i in blik.zonder_vraag(open_))


def unasked(
    kader: Kader, ronde: Ronde, earlier: Sequence[Matrix]
) -> Iterator[tuple[Nummer, Kleurpunt]]:
    """The afspraken (numbers) that the BO found a focuspunt and did not close, while the kader as
    the ronde asks it asks nobody anything about them; with each its last besluit."""
    if not kader.instellingen.doorschuiven or ronde.jaar > kader.looptijd[1]:
        return
    blik = _Blik(kader, ronde.jaar, earlier)
    vragen = (kader.vragen_aan(p.code, ronde.jaar) for p in kader.partijen)
    gevraagd = {i.afspraak for van_partij in vragen for i, _ in van_partij}
    besloten = {nummer for m in earlier for nummer in m.besluiten}
    for nummer in sorted(besloten - gevraagd, key=op_nummer):
        if blik.is_focus(nummer):
            punten = (kleurpunt(m, nummer) for m in reversed(earlier))
            yield nummer, next(p for p in punten if p.besloten)


class _Blik:
    """One look back from a year of a kader."""

    def __init__(self, kader: Kader, jaar: int, earlier: Sequence[Matrix]) -> None:
        self.kader, self.jaar, self.rondes = kader, jaar, earlier
        self.lijnen = indicatorlijnen([*(m.kader for m in earlier), kader])
        opgevolgd = {code for i in kader.indicatoren if min(i.jaren) <= jaar for code in i.vervangt}
        self.voorbij = [
            i
            for i in kader.indicatoren
            if i.voorbij(jaar) and not i.open and i.code not in opgevolgd
            if not any(is_ended(m, i) for m in self._eerdere_jaren())
        ]

    def is_open(self, indicator: Indicator) -> bool:
        """Whether it was asked in an earlier year, and not closed since.

        It is closed by a besluit that its afspraak is done or lapses, or is done itself where the
        BO decided on the afspraak. In a gap between its printed years it is open only where it was
        a focuspunt: the years that come ask it anyhow.
        """
        gevraagd, dicht, focus = False, False, False
        for matrix in self._eerdere_jaren():
            rijen = self._rijen(indicator, matrix)
            kleur = _kleur_van(matrix, indicator.afspraak)
            voorstellen = [r.voorstel for r in rijen]
            gevraagd = gevraagd or bool(rijen)
            if kleur is None:
                dicht = dicht and all(v is None or v.klaar for v in voorstellen)
            elif kleur.klaar or is_vervallen(matrix, indicator.afspraak):
                dicht, focus = True, False
            elif rijen:
                dicht = all(_is_klaar(r, matrix) for r in rijen)
                punten = matrix.kader.stoplicht.focus
                eigen = any(v is None or v in punten for v in voorstellen)
                focus = focus or (kleur in punten and eigen)
        return gevraagd and not dicht and (focus or max(indicator.jaren) < self.jaar)

    def _eerdere_jaren(self) -> Iterator[Matrix]:
        return (m for m in self.rondes if m.ronde.jaar < self.jaar)

    def zonder_vraag(self, open_: frozenset[str]) -> Iterator[Indicator]:
        """Of an afspraak that the BO did not close, while nothing of it would be asked: what was
        asked of it last, even where the partijen themselves call that done."""
        aan_de_beurt = [i for i in self.kader.indicatoren if self._wordt_gevraagd(i, open_)]
        gevraagd = {i.afspraak for i in aan_de_beurt}
        for afspraak in dict.fromkeys(i.afspraak for i in self.voorbij):
            if afspraak not in gevraagd and self._moet_een_vraag(afspraak):
                eigen = [i for i in self.voorbij if i.afspraak == afspraak]
                yield from self._laatst_gevraagd(eigen)

    def _wordt_gevraagd(self, indicator: Indicator, open_: frozenset[str]) -> bool:
        aan_de_beurt = self.jaar in indicator.jaren or indicator.code in open_
        return aan_de_beurt and not indicator.open

    def _moet_een_vraag(self, afspraak: Nummer) -> bool:
        """Whether it is or was a focuspunt, or had its last printed year, and was not closed."""
        jaren = [max(i.jaren) for i in self.kader.indicatoren if i.afspraak == afspraak]
        sinds = self._sinds_het_sluiten(afspraak)
        return self.is_focus(afspraak) or (bool(sinds) and max(jaren) < self.jaar)

    def is_focus(self, afspraak: Nummer) -> bool:
        """Whether the BO found it a focuspunt and did not close it since."""
        return any(k in m.kader.stoplicht.focus for m, k in self._sinds_het_sluiten(afspraak))

    def _sinds_het_sluiten(self, afspraak: Nummer) -> list[tuple[Matrix, Beoordeling]]:
        """The besluiten on an afspraak since the BO last closed it."""
        sinds: list[tuple[Matrix, Beoordeling]] = []
        for matrix in self.rondes:
            if kleur := _kleur_van(matrix, afspraak):
                dicht = kleur.klaar or is_vervallen(matrix, afspraak)
                sinds = [] if dicht else [*sinds, (matrix, kleur)]
        return sinds

    def _laatst_gevraagd(self, indicatoren: list[Indicator]) -> list[Indicator]:
        for matrix in reversed(self.rondes):
            if gevraagd := [i for i in indicatoren if self._rijen(i, matrix)]:
                return gevraagd
        return indicatoren

    def _rijen(self, indicator: Indicator, matrix: Matrix) -> list[Matrixrij]:
        """Where a ronde has it: under its own code where it knows that, else those of its line."""
        bekend = any(i.code == indicator.code for i in matrix.kader.indicatoren)
        codes = {indicator.code} if bekend else self.lijnen[indicator.code]
        return [r for r in matrix.rijen if r.indicator.code in codes]


def is_ended(matrix: Matrix, indicator: Indicator) -> bool:
    """Whether the BO adopted that it ends: itself, or its whole afspraak."""
    over = (indicator.code, str(indicator.afspraak))
    return any(
        v.aangenomen and v.gelezen_soort is Voorstelsoort.VERVALT
        for v in matrix.vastgelegd.wijzigingen.values()
        if als_code(v.bij) in over and v.tm_jaar in (None, "")
    )


def is_vervallen(matrix: Matrix, afspraak: Nummer) -> bool:
    """Whether the BO let an afspraak lapse (chapter 8, Rood c)."""
    besluit, kleur = matrix.besluiten.get(afspraak), _kleur_van(matrix, afspraak)
    if besluit is None or kleur is None:
        return False
    return kleur.vervalt(lees_reden(besluit.reden, kleur.redenen))


def _kleur_van(matrix: Matrix, afspraak: Nummer) -> Beoordeling | None:
    """The colour that the BO gave an afspraak; None without a besluit."""
    besluit = matrix.besluiten.get(afspraak)
    return matrix.kader.stoplicht.lees(besluit.kleur) if besluit else None


def _is_klaar(rij: Matrixrij, matrix: Matrix) -> bool:
    """Whether the indicator is done: so the AO settled it, or so every actiehouder says."""
    bekend = rij.gegeven == len(rij.inbreng)
    besproken = rij.indicator.code in matrix.vastgelegd.afgesproken
    return rij.voorstel is not None and rij.voorstel.klaar and (bekend or besproken)

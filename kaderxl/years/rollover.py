"""Pure: what the rondes before bring along into the questions of the next one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..core import phrases as say
from ..core.answers import Inzending, Vorige
from ..core.kader import Indicator, Kader, Meetwaarde, Partij
from ..core.notation import een_regel
from ..core.outcome import Matrix
from ..core.rounds import Fase, Ronde
from .lineage import Lijnen, codes_in, indicatorlijnen, meetwaardelijnen, partijlijnen
from .trends import Getal, afgesloten, kleurpunt, per_jaar, som, trend, wordt_gevraagd


def to_confirm(kader: Kader, earlier: Sequence[Matrix]) -> frozenset[str]:
    """The indicatoren (codes) of which the next ronde asks only whether they still are done.

    Those that were asked when the BO last decided on their afspraak, and found it done,
    unless a ronde since then proposes otherwise.
    """
    lijn = indicatorlijnen([*(m.kader for m in earlier), kader])
    besloten = {a.nummer: _klaar_in(a.nummer, earlier) for a in kader.afspraken}
    return frozenset(
        i.code
        for i in kader.indicatoren
        if (matrix := besloten[i.afspraak])
        and any(r.indicator.code in lijn[i.code] and r.inbreng for r in matrix.rijen)
    )


def _klaar_in(nummer: int, earlier: Sequence[Matrix]) -> Matrix | None:
    """The ronde in which the BO last decided on an afspraak, when that was that it is done."""
    for matrix in reversed(earlier):
        punt = kleurpunt(matrix, nummer)
        kleur = matrix.kader.stoplicht.lees(punt.kleur)
        klaar = kleur is not None and kleur.klaar
        if punt.besloten:
            return matrix if klaar else None
        if kleur and not klaar:
            return None
    return None


def earlier_answers(kader: Kader, ronde: Ronde, earlier: Sequence[Matrix]) -> Vorige:
    """What the last ronde before says, for the input sheets of `ronde`; {} when there is none.

    Each partij reads its own answers, what flows have come to, and of an indicator what the
    BO decided and whether it is a focuspunt.
    """
    if not earlier:
        return {}
    blik = _Blik(kader, ronde, earlier)
    return {p.code: blik.voor(p) for p in kader.partijen if p.actief(ronde.jaar)}


class _Blik:
    """One look back from a ronde to those before it (oldest first)."""

    def __init__(self, kader: Kader, ronde: Ronde, earlier: Sequence[Matrix]) -> None:
        self.kader, self.ronde, self.earlier = kader, ronde, earlier
        self.laatste = earlier[-1]
        kaders = [*(m.kader for m in earlier), kader]
        self.partijen = partijlijnen(kaders)
        self.indicatoren = indicatorlijnen(kaders)
        self.meetwaarden = meetwaardelijnen(kaders)
        self.namen = {p.code: p.naam for k in kaders for p in k.partijen}
        # Chapter 8, Q4: in the tussenstand of a year the jaarprogramma of the next is set.
        toen = Ronde(ronde.jaar - 1, Fase.TUSSENSTAND)
        self.programma = {m.ronde: m.vastgelegd.programma for m in earlier}.get(toen, {})
        self.over_afspraak = {a.nummer: self._over_afspraak(a.nummer) for a in kader.afspraken}

    def voor(self, partij: Partij) -> dict[str, str]:
        """The texts for a partij by code, without the codes there is nothing to say of."""
        teksten: dict[str, str] = {}
        for indicator, meetwaarden in self.kader.vragen_aan(partij.code, self.ronde.jaar):
            regels = [*self._kleuren(partij, indicator), *self.over_afspraak[indicator.afspraak]]
            if regels and self.laatste.ronde != self.ronde.vorige:
                regels.append(f"({say.naam_van(self.laatste.ronde)})")
            teksten[indicator.code] = "\n".join(regels)
            for m in meetwaarden:
                regels = [*self._waarden(partij, m), *self._totaal(partij, m)]
                teksten[m.code] = "\n".join(regels)
        return {code: tekst for code, tekst in teksten.items() if tekst}

    def _over_afspraak(self, nummer: int) -> list[str]:
        punt = kleurpunt(self.laatste, nummer)
        regels = [f"besluit BO: {punt.kleur}"] if punt.besloten else []
        if punt.kleur in self.laatste.kader.stoplicht.focus:
            reeks = trend(nummer, self.earlier).reeks
            regels.append(f"focuspunt: {reeks}" if reeks else "focuspunt")
        programma = self.programma.get(nummer)
        if programma and programma.activiteiten:
            trekker = f" (trekker: {programma.trekker})" if programma.trekker else ""
            regels.append(f"jaarprogramma: {een_regel(programma.activiteiten)}{trekker}")
        return regels

    def _kleuren(self, partij: Partij, indicator: Indicator) -> Iterator[str]:
        for code, inzending, wie in self._bronnen(partij, indicator.code, self.indicatoren):
            voorzet = inzending.voorzetten.get(code)
            if voorzet and voorzet.beoordeling:
                yield f"{wie}{voorzet.beoordeling}"

    def _waarden(self, partij: Partij, meetwaarde: Meetwaarde) -> Iterator[str]:
        toen = {m.code: m for m in self.laatste.kader.meetwaarden}
        for code, inzending, wie in self._bronnen(partij, meetwaarde.code, self.meetwaarden):
            for voorzet in inzending.voorzetten.values():
                antwoord = voorzet.waarden.get(code)
                if antwoord and antwoord.waarde is not None:
                    yield f"{wie}{toen[code].zeg(antwoord.waarde)}"

    def _bronnen(
        self, partij: Partij, code: str, per_code: Lijnen
    ) -> Iterator[tuple[str, Inzending, str]]:
        """Where the last ronde has an answer: under the own code and name, else those before.

        With it whose it was and to which question, where that was another one than now.
        """
        jaar = self.laatste.ronde.jaar
        toen = codes_in(self.laatste.kader, self.laatste.kader.actief(jaar))
        codes = [code] if code in toen else sorted(per_code[code] & toen)
        zelf = self.laatste.kader.partij(partij.code)
        eigen = {partij.code} if zelf and zelf.actief(jaar) else self.partijen[partij.code]
        for inzending in self.laatste.inzendingen:
            if inzending.partij in eigen:
                naam = "" if inzending.partij == partij.code else self.namen[inzending.partij]
                for eerder in codes:
                    delen = [*filter(None, (naam, "" if eerder == code else eerder))]
                    yield eerder, inzending, f"{', '.join(delen)}: " if delen else ""

    def _totaal(self, partij: Partij, meetwaarde: Meetwaarde) -> Iterator[str]:
        """What a flow has come to over the years; not when a year is missing, or is shared."""
        lijn, eigen = self.meetwaarden[meetwaarde.code], self.partijen[partij.code]
        vragen = self.kader.meetwaarden_van
        nu = {m.code for i in self.kader.actief(self.ronde.jaar) for m in vragen(i.code)}
        wie = {p.code for p in self.kader.partijen if p.actief(self.ronde.jaar)}
        gedeeld = len(lijn & nu) > 1 or len(eigen & wie) > 1
        if gedeeld or not meetwaarde.stroom or not meetwaarde.telt_op:
            return
        jaren = list(self._per_jaar(self.indicatoren[meetwaarde.indicator], lijn, eigen))
        totaal = som(jaren) if jaren else None
        if len(jaren) > 1 and totaal is not None:
            yield f"{say.tot_en_met(self.laatste.ronde)} samen {meetwaarde.soort.zeg(totaal, '')}"

    def _per_jaar(
        self, indicatoren: frozenset[str], lijn: frozenset[str], eigen: frozenset[str]
    ) -> Iterator[Getal | None]:
        """What was answered in each year in which it was asked; None for a gap."""
        spreekt = per_jaar(self.earlier)
        for jaar in range(self.kader.looptijd[0], self.laatste.ronde.jaar + 1):
            matrix = spreekt.get(jaar)
            if not wordt_gevraagd(indicatoren, jaar, matrix, self.earlier):
                continue
            if matrix is None or not afgesloten(matrix, self.earlier):
                yield None
            else:
                gevraagd = list(_antwoorden(matrix, lijn, eigen))
                if gevraagd:
                    yield som(gevraagd)


def _antwoorden(
    matrix: Matrix, lijn: frozenset[str], partijen: frozenset[str]
) -> Iterator[Getal | None]:
    """The number each partij gave where it was asked; not applying and done add nothing."""
    for rij in matrix.rijen:
        for m in matrix.kader.meetwaarden_van(rij.indicator.code):
            for code, voorzet in rij.inbreng.items():
                if m.code not in lijn or code not in partijen or not m.vraagt(code):
                    continue
                antwoord = voorzet.waarden.get(m.code) if voorzet else None
                if antwoord is not None:
                    waarde = antwoord.waarde
                    yield waarde if isinstance(waarde, (int, float)) else None
                elif voorzet is None or not (
                    voorzet.bevestiging or (voorzet.beoordeling and voorzet.beoordeling.geldt_niet)
                ):
                    yield None
                elif not voorzet.bevestiging:
                    yield 0

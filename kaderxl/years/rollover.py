"""Pure: what the rondes before bring along into the questions of the next one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..core import phrases as say
from ..core.answers import Inzending, Vorige
from ..core.kader import Indicator, Kader, Meetwaarde, Partij
from ..core.notation import een_regel
from ..core.numbering import Nummer
from ..core.outcome import Matrix
from ..core.rounds import Ronde
from .action_points import last_words, said_by_ao
from .beginning import beginning, in_words, programme_of
from .lineage import Lijnen, codes_in, indicatorlijnen, meetwaardelijnen, partijlijnen
from .measures import Getal, som
from .trends import afgesloten, kleurpunt, per_jaar, trend, wordt_gevraagd


def to_confirm(kader: Kader, earlier: Sequence[Matrix]) -> frozenset[str]:
    """The indicatoren (codes) of which the next ronde asks only whether they still are done.

    Those that were asked when the BO last decided on their afspraak, and found it done,
    unless a ronde since then proposes otherwise. What is done anew each year is asked anew.
    """
    lijn = indicatorlijnen([*(m.kader for m in earlier), kader])
    besloten = {a.nummer: _klaar_in(a.nummer, earlier) for a in kader.afspraken}
    return frozenset(
        i.code
        for i in kader.indicatoren
        if not i.is_jaarlijks
        and (matrix := besloten[i.afspraak])
        and any(r.indicator.code in lijn[i.code] and r.inbreng for r in matrix.rijen)
    )


def _klaar_in(nummer: Nummer, earlier: Sequence[Matrix]) -> Matrix | None:
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
    """What the last ronde before says, for the input sheets of `ronde`.

    When there is none it is what the template says of the beginning, {} where that is nothing.

    Each partij reads its own answers, what flows have come to, and of an indicator what the
    BO decided and whether it is a focuspunt.
    """
    if not earlier:
        return beginning(kader, ronde)
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
        toen = self.laatste.kader
        self.vragen_toen = {m.code: m for m in toen.meetwaarden}
        self.codes_toen = codes_in(toen, toen.actief(self.laatste.ronde.jaar))
        self.codes_nu = codes_in(kader, kader.actief(ronde.jaar))
        self.programma = programme_of(kader, ronde.jaar, earlier)
        self.gezegd, self.ao = last_words(kader, earlier), said_by_ao(kader, earlier)
        self.besluit = kader.instellingen.zeg("besluit BO")
        self.over_afspraak = {a.nummer: self._over_afspraak(a.nummer) for a in kader.afspraken}

    def voor(self, partij: Partij) -> dict[str, str]:
        """The texts for a partij by code, without the codes there is nothing to say of."""
        teksten: dict[str, str] = {}
        for indicator, meetwaarden in self.kader.vragen_aan(partij.code, self.ronde.jaar):
            regels = [*self._kleuren(partij, indicator), *self.over_afspraak[indicator.afspraak]]
            if regels and self.laatste.ronde != self.kader.cyclus.vorige(self.ronde):
                regels.append(f"({say.naam_van(self.laatste.ronde)})")
            teksten[indicator.code] = "\n".join(regels)
            for m in meetwaarden:
                regels = [*self._waarden(partij, m), *self._totaal(partij, m)]
                teksten[m.code] = "\n".join(regels)
        eigen = {t.code for t in self.kader.actiepunten if partij.code in t.partijen}
        teksten |= {code: een_regel(tekst) for code, tekst in self.gezegd[partij.code].items()}
        ao = self.kader.instellingen.namen.ao.kort
        for code, tekst in self.ao.items():
            if code in eigen:
                teksten[code] = "\n".join(filter(None, (teksten.get(code), f"{ao}: {tekst}")))
        return {code: tekst for code, tekst in teksten.items() if tekst}

    def _over_afspraak(self, nummer: Nummer) -> list[str]:
        punt = kleurpunt(self.laatste, nummer)
        regels = [f"{self.besluit}: {punt.kleur}"] if punt.besloten else self._ouder_besluit(nummer)
        if punt.kleur in self.laatste.kader.stoplicht.focus:
            reeks = trend(nummer, self.earlier).reeks
            regels.append(f"focuspunt: {reeks}" if reeks else "focuspunt")
        return [*regels, *in_words(self.kader, self.programma.get(nummer))]

    def _ouder_besluit(self, nummer: Nummer) -> list[str]:
        """What the BO decided last, and when, where it did not in the ronde before."""
        for matrix in reversed(self.earlier[:-1]):
            punt = kleurpunt(matrix, nummer)
            if punt.besloten:
                return [f"{self.besluit}, {say.naam_van(matrix.ronde)}: {punt.kleur}"]
        return []

    def _kleuren(self, partij: Partij, indicator: Indicator) -> Iterator[str]:
        for code, inzending, wie in self._bronnen(partij, indicator.code, self.indicatoren):
            voorzet = self.laatste.inbreng_van(inzending.partij).get(code)
            if voorzet and voorzet.beoordeling:
                yield f"{wie}{voorzet.beoordeling}"

    def _waarden(self, partij: Partij, meetwaarde: Meetwaarde) -> Iterator[str]:
        for code, inzending, wie in self._bronnen(partij, meetwaarde.code, self.meetwaarden):
            for voorzet in self.laatste.inbreng_van(inzending.partij).values():
                antwoord = voorzet.waarden.get(code)
                if antwoord and antwoord.waarde is not None:
                    yield f"{wie}{self.vragen_toen[code].zeg(antwoord.waarde)}"

    def _bronnen(
        self, partij: Partij, code: str, per_code: Lijnen
    ) -> Iterator[tuple[str, Inzending, str]]:
        """Where the last ronde has an answer: under the own code and name, else those before.

        With it whose it was and to which question, where that was another one than now.
        """
        toen = self.codes_toen
        codes = [code] if code in toen else sorted(per_code[code] & toen)
        zelf = self.laatste.kader.partij(partij.code)
        was_er = zelf is not None and zelf.actief(self.laatste.ronde.jaar)
        eigen = {partij.code} if was_er else self.partijen[partij.code]
        for inzending in self.laatste.inzendingen:
            if inzending.partij in eigen:
                naam = "" if inzending.partij == partij.code else self.namen[inzending.partij]
                for eerder in codes:
                    delen = [*filter(None, (naam, "" if eerder == code else eerder))]
                    yield eerder, inzending, f"{', '.join(delen)}: " if delen else ""

    def _totaal(self, partij: Partij, meetwaarde: Meetwaarde) -> Iterator[str]:
        """What a flow has come to over the years; not when a year is missing, or is shared."""
        lijn, eigen = self.meetwaarden[meetwaarde.code], self.partijen[partij.code]
        wie = {p.code for p in self.kader.partijen if p.actief(self.ronde.jaar)}
        gedeeld = len(lijn & self.codes_nu) > 1 or len(eigen & wie) > 1
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
        if matrix.is_doorgeschoven(rij):
            continue
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

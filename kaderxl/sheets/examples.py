"""Made-up answers for any template, marked as fictional, that show every case once."""

from __future__ import annotations

from datetime import date
from itertools import chain, cycle, islice

from ..core import labels as l
from ..core.colour import Beoordeling
from ..core.kader import Combineren, Indicator, Kader, Verplicht
from ..core.meetwaarde import Voorbeeld
from ..core.numbering import Nummer
from ..core.outcome import Afgesproken, Besluit, Focuspunt, Matrix, Vastgelegd
from ..core.rounds import Ronde
from ..core.traffic_light import Stoplicht
from ..years.beginning import beginstand_van
from .questions import Programmavraag, stel_vragenlijst_op

ONLEESBAAR = "ca. 12"


def late_partij(kader: Kader, ronde: Ronde) -> str:
    """The partij (code) that sends nothing: the last one that is asked anything."""
    return [p.code for p in kader.partijen if kader.vragen_aan(p.code, ronde.jaar)][-1]


def example_answers(kader: Kader, ronde: Ronde, partij: str) -> dict[str, dict[str, object]]:
    """Answers by code and column label for one partij (code); the same every time."""
    antwoorden: dict[str, dict[str, object]] = {}
    rang = [p.code for p in kader.partijen].index(partij)
    for indicator, meetwaarden in kader.vragen_aan(partij, ronde.jaar):
        volgnummer = kader.indicatoren.index(indicator)
        kleur = _kleur(kader.stoplicht, indicator, volgnummer, partij)
        antwoorden[indicator.code] = _oordeel(kader, indicator, kleur, volgnummer)
        for nummer, meetwaarde in enumerate(meetwaarden):
            if kleur.geldt_niet:
                continue
            klaar = not kleur.vraagt_reden
            geval = Voorbeeld(ronde.jaar, klaar, rang, nummer)
            begin = beginstand_van(kader, meetwaarde, partij)
            waarde = begin.waarde if begin else meetwaarde.soort.voorbeeld(meetwaarde, geval)
            if waarde is not None:
                antwoorden[meetwaarde.code] = {l.WAARDE: waarde}
    gevraagd = stel_vragenlijst_op(kader, ronde, partij).programma
    for vraag in [v for v in gevraagd if isinstance(v, Programmavraag)][rang::3]:
        plan = f"Fictief: wij gaan in {vraag.jaar} verder met afspraak {vraag.afspraak.nummer}."
        antwoorden[vraag.code] = {l.PLANNEN: plan}
    onleesbaar = _cel_voor_fout(kader, ronde, partij)
    if onleesbaar:
        antwoorden[onleesbaar] = {l.WAARDE: ONLEESBAAR}
    return antwoorden


def _kleur(licht: Stoplicht, indicator: Indicator, volgnummer: int, partij: str) -> Beoordeling:
    """The colours in turn; on the third indicator an actiehouder in the middle differs."""
    houders = indicator.partijen
    if volgnummer % 9 == 2 and partij == houders[len(houders) // 2]:
        return licht.op_voorzichtigheid[0]
    ieder = indicator.combineren is Combineren.IEDER
    if licht.geldt_niet and ieder and volgnummer % 4 == 0 and partij == houders[-1]:
        return licht.geldt_niet
    beurten = _beurten(licht)
    kleur = beurten[volgnummer % len(beurten)]
    # What is done anew each year is not done for good.
    return beurten[0] if kleur.klaar and indicator.is_jaarlijks else kleur


def _beurten(licht: Stoplicht) -> tuple[Beoordeling, ...]:
    """Mostly what goes well, now and then what is done or goes badly."""
    goed = tuple(b for b in licht.voortgang if not b.vraagt_reden) or (licht.klaar,)
    mis = licht.focus or goed
    anders = (mis[-1], licht.klaar, mis[0])
    paren = zip(islice(cycle(goed), len(anders)), anders, strict=True)
    return (*chain.from_iterable(paren), goed[-1])


def _oordeel(
    kader: Kader, indicator: Indicator, kleur: Beoordeling, volgnummer: int
) -> dict[str, object]:
    redenen = list(kleur.redenen)
    reden = redenen[volgnummer % len(redenen)] if redenen else None
    toelichting = _toelichting(kader, indicator, kleur)
    return {l.BEOORDELING: str(kleur), l.REDEN: reden, l.TOELICHTING: toelichting}


def _toelichting(kader: Kader, indicator: Indicator, kleur: Beoordeling) -> str | None:
    licht, zeg = kader.stoplicht, kader.instellingen.zeg
    if kleur.geldt_niet:
        return "Fictief: onze organisatie heeft hier geen bezit."
    if kleur.klaar:
        return "Fictief: klaar, er is geen vervolg nodig."
    if kleur == licht.op_voorzichtigheid[0]:
        return zeg("Fictief: dit is dit jaar niet gelukt en komt terug in het jaarprogramma.")
    if kleur.vraagt_toelichting:
        return "Fictief: de uitvoering loopt een kwartaal achter; we halen dit in."
    return "Fictief: dit gaat zoals we afspraken." if indicator.is_oordeel else None


def _cel_voor_fout(kader: Kader, ronde: Ronde, partij: str) -> str:
    """One unreadable number: the last single sum asked, by its last actiehouder."""
    sommen = [
        (i, m)
        for i in kader.actief(ronde.jaar)
        for m in kader.meetwaarden
        if m.indicator == i.code
        and m.combineren is Combineren.SOM
        and m.rol is None
        and m.telt_op
        and m.verplicht is Verplicht.JA
    ]
    if not sommen:
        return ""
    indicator, meetwaarde = sommen[0]
    houders = [c for c in kader.actiehouders(indicator, ronde.jaar) if meetwaarde.vraagt(c)]
    return meetwaarde.code if houders and houders[-1] == partij else ""


def bo_datum(ronde: Ronde) -> date:
    """A day on which the BO might have met."""
    return date(ronde.jaar + 1, 3, 25)


def example_decisions(matrix: Matrix) -> Vastgelegd:
    """What a BO might have decided: the voorstellen, with one difference settled by the AO."""
    dag = bo_datum(matrix.ronde)
    besluiten: dict[Nummer, Besluit] = {}
    focuspunten: dict[Nummer, Focuspunt] = {}
    eerste = matrix.kader.partijen[0].groep
    for rang, (nummer, kleur) in enumerate(matrix.voorstellen.items(), 1):
        if kleur is None:
            continue
        redenen = list(kleur.redenen.items())
        letter, woorden = redenen[rang % len(redenen)] if redenen else ("", "")
        besluiten[nummer] = Besluit(nummer, kleur, f"{letter} – {woorden}" if letter else "", dag)
        if kleur.vraagt_reden:
            actie = "Fictief: de partijen maken samen een plan."
            focuspunten[nummer] = Focuspunt(nummer, actie, eerste, date(dag.year, 9, 1))
    verschil = next((v for r in matrix.rijen for v in r.open_verschillen if v.wat == "kleur"), None)
    afgesproken = {}
    if verschil:
        waarom = (
            f"Fictief: {matrix.kader.instellingen.zeg('het AO')} houdt de voorzichtigste kleur aan."
        )
        kleur = next(r.voorstel for r in matrix.rijen if r.indicator.code == verschil.code)
        afgesproken[verschil.code] = Afgesproken(verschil.code, str(kleur), waarom)
    geen_bod = dag if matrix.kader.instellingen.geen_bod and matrix.ronde.fase.sluit else None
    return Vastgelegd(besluiten, afgesproken, focuspunten, vastgesteld=dag, geen_bod=geen_bod)

"""What the screen says: short, in Dutch, gravest first, safe for any terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from ..core import labels as l
from ..core import phrases as say
from ..core.grouping import Groep, groepeer
from ..core.kader import Kader
from ..core.notation import met_eenheid, schrijf_dag
from ..core.rounds import Bevinding, Ernst, Plek
from ..core.text import zichtbaar
from ..matrix.carry_over import in_woorden

if TYPE_CHECKING:  # a command brings only what is its own
    from ..template.planning import Termijn
    from ..template.read import Sjabloon
    from .adopt import Adopted
    from .archive import Archived
    from .calendar import Agenda
    from .check import Compared
    from .collect import Chosen, Collected
    from .demo import Demo
    from .generate import Generated
    from .history import History
    from .mail import Mails, Verzonden
    from .merge import Merged
    from .status import Status
    from .verify import Verified


_MEESTE_REGELS = 40
_LANGSTE_TEKST = 300
_MEESTE_PLEKKEN = 12
_WEEKDAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")


def bevinding(b: Bevinding) -> str:
    """`fout V403 Invulblad!K5: Oranje heeft een reden nodig. Kies een reden: …`"""
    waar = _plek(b.plek)
    wat = b.tekst if len(b.tekst) <= _LANGSTE_TEKST else f"{b.tekst[:_LANGSTE_TEKST]}…"
    return zichtbaar(f"{b.ernst} {b.code}{f' {waar}' if waar else ''}: {wat} {b.actie}")


def _plek(plek: Plek) -> str:
    return "!".join(filter(None, (plek.blad, plek.cel)))  # a csv has no sheet


def bevindingen(lijst: Iterable[Bevinding], inspring: str = "  ") -> Iterator[str]:
    """Gravest first, equal ones together; past a screenful the rest is counted."""
    groepen = groepeer(lijst)
    for groep in groepen[:_MEESTE_REGELS]:
        yield inspring + bevinding(groep.bevinding) + _ook(groep)
    rest = sum(groep.aantal for groep in groepen[_MEESTE_REGELS:])
    if rest > 0:
        yield f"{inspring}… en nog {rest}; alles staat in --json."


def _ook(groep: Groep) -> str:
    """` (ook in K7, K9)`: the other places, with their sheet where that is another one."""
    blad = groep.bevinding.plek.blad
    plekken = [plek.cel if plek.blad == blad else _plek(plek) for plek in groep.ook]
    if not any(plekken):
        return ""
    rest = len(plekken) - _MEESTE_PLEKKEN
    nog = f" en nog {rest}" if rest > 0 else ""
    return zichtbaar(f" (ook in {', '.join(filter(None, plekken[:_MEESTE_PLEKKEN]))}{nog})")


def check(sjabloon: Sjabloon) -> Iterator[str]:
    yield f"Sjabloon {zichtbaar(sjabloon.bestand)}"
    kader = sjabloon.kader
    if kader is not None:
        tellingen = (
            say.aantal(len(kader.partijen), "partij", "partijen"),
            say.aantal(len(kader.afspraken), "afspraak", "afspraken"),
            say.aantal(len(kader.indicatoren), "indicator", "indicatoren"),
        )
        yield zichtbaar(f"  {kader.instellingen['kader']}: {', '.join(tellingen)}.")
        van, tm = kader.looptijd
        for jaar in range(van, tm + 1):
            antwoorden = sum(len(kader.vragen_aan(p.code, jaar)) for p in kader.partijen)
            rijen = say.aantal(len(kader.actief(jaar)), "rij", "rijen")
            yield f"  {jaar}: {rijen}, {say.aantal(antwoorden, 'antwoord', 'antwoorden')} gevraagd."
    yield from bevindingen(sjabloon.bevindingen)
    if kader is not None:
        yield from _nog_leeg(kader)
    open_vragen = [v for v in (kader.vragen if kader else ()) if not v.antwoord]
    if open_vragen:
        wacht = "wacht" if len(open_vragen) == 1 else "wachten"
        yield (
            f"{say.aantal(len(open_vragen), 'vraag', 'vragen')} op het blad Vragen {wacht} op "
            "het AO:"
        )
        for vraag in open_vragen:
            yield zichtbaar(f"  {vraag.nummer:>2}. {vraag.over}: {vraag.vraag}")
    fouten = sum(b.ernst is Ernst.FOUT for b in sjabloon.bevindingen)
    if fouten:
        yield (
            f"{say.aantal(fouten, 'fout', 'fouten')}. Verbeter het sjabloon en controleer opnieuw."
        )
    else:
        yield "Geen fouten: dit sjabloon kan gebruikt worden."


def compared(resultaat: Compared) -> Iterator[str]:
    """The changes by subject, in sentences to lay before the BO; then what cannot be right."""
    yield zichtbaar(f"Sjabloon {resultaat.sjabloon.bestand}, vergeleken met {resultaat.oud}")
    for onderwerp, groep in groupby(resultaat.wijzigingen, key=lambda w: w.onderwerp):
        yield f"{onderwerp}:"
        for wijziging in groep:
            yield zichtbaar(f"  - {wijziging.tekst}")
    if not resultaat.wijzigingen and resultaat.sjabloon.kader is not None:
        yield "Er is niets veranderd."
    yield from bevindingen(
        b for b in resultaat.sjabloon.bevindingen if b.ernst is not Ernst.MELDING
    )


def _nog_leeg(kader: Kader) -> Iterator[str]:
    """What is needed to mail, and is not there yet; it stands in no one's way before that."""
    zonder = sum(not p.email for p in kader.partijen)
    if zonder:
        wie = say.aantal(zonder, "partij", "partijen")
        yield f"Nog leeg: het e-mailadres van {wie} (blad {l.PARTIJEN}). Nodig voor kaderxl mail."
    if not kader.instellingen.get("contact"):
        yield f"Nog leeg: contact (blad {l.INSTELLINGEN}). Partijen weten dan niet wie zij vragen."


def generated(resultaat: Generated) -> Iterator[str]:
    for blad in resultaat.invulbladen:
        aantal = say.aantal(blad.indicatoren, "indicator", "indicatoren")
        yield f"{zichtbaar(blad.partij.naam)}: {aantal}, {zichtbaar(str(blad.bestand))}"
        if blad.bevinding:
            yield f"  {bevinding(blad.bevinding)}"
    bladen = say.aantal(len(resultaat.invulbladen), "invulblad", "invulbladen")
    yield f"{bladen} voor de {say.naam_van(resultaat.ronde)}. Stuur ze naar de partijen."


def collected(resultaat: Collected) -> Iterator[str]:
    for i in resultaat.inzendingen:
        wie = f" {i.partij}," if i.partij else ""
        hoeveel = f" {i.compleet} van {i.gevraagd} compleet" if i.gevraagd else ""
        yield zichtbaar(f"{i.herkomst or i.bestand}: {i.status}.{wie}{hoeveel}".rstrip(",."))
        yield from bevindingen(i.bevindingen)
        if i.herstel:
            yield f"  Herstelblad om terug te sturen: {zichtbaar(str(i.herstel))}"
    if not resultaat.inzendingen:
        yield "Er zijn geen bestanden gevonden."
        return
    yield _telling(resultaat)


def _telling(resultaat: Collected) -> str:
    soorten = sorted(i.status for i in resultaat.inzendingen)
    delen = [f"{len(list(groep))} {status}" for status, groep in groupby(soorten)]
    return f"{say.naam_van(resultaat.ronde).capitalize()}: {', '.join(delen)}."


def gekozen(resultaat: Chosen) -> Iterator[str]:
    """What a choice about a filed return comes to."""
    bestand, wat = resultaat.bestand, "telt nu" if resultaat.telt else "telt niet meer mee"
    yield zichtbaar(f"{bestand.name} {wat}. Het staat in {bestand.parent / 'keuze.csv'}.")
    if resultaat.herstel:
        yield f"  Herstelblad om terug te sturen: {zichtbaar(str(resultaat.herstel))}"
    yield from (f"  {bevinding(b)}" for b in resultaat.bevindingen)


def status(resultaat: Status) -> Iterator[str]:
    breed = max((len(p.partij.naam) for p in resultaat.partijen), default=0)
    yield f"{say.naam_van(resultaat.ronde).capitalize()}"
    for p in resultaat.partijen:
        stand = (
            f"{p.ingevuld:>2} van {p.gevraagd} compleet" if p.ontvangen else "nog niets ontvangen"
        )
        yield zichtbaar(f"  {p.partij.naam:<{breed}}  {stand}")
    binnen = sum(p.ontvangen for p in resultaat.partijen)
    yield f"{binnen} van {len(resultaat.partijen)} partijen hebben iets gestuurd."
    vandaag = resultaat.vandaag
    if vandaag is None:
        return
    if dag := resultaat.inleverdag:
        yield f"Inleveren: {schrijf_dag(dag)} ({_over(dag, vandaag)})."
    if resultaat.termijnen:
        yield "Eerst komt:"
        for termijn in resultaat.termijnen:
            wanneer = f"{schrijf_dag(termijn.dag)} ({_over(termijn.dag, vandaag)})"
            yield zichtbaar(f"  {wanneer}: {termijn.titel}")


def _over(dag: date, vandaag: date) -> str:
    """`over 3 dagen`, `vandaag`, `3 dagen geleden`."""
    dagen = (dag - vandaag).days
    if not dagen:
        return "vandaag"
    hoeveel = say.aantal(abs(dagen), "dag", "dagen")
    return f"over {hoeveel}" if dagen > 0 else f"{hoeveel} geleden"


def mails(resultaat: Mails) -> Iterator[str]:
    """What there is to send: to whom, about what, with which attachment, and where it stands."""
    if resultaat.fictief:
        yield l.FICTIEF
    for mail in resultaat.mails:
        concept = mail.concept if mail.bestand else None
        yield zichtbaar(f"{mail.partij.naam}{': geen mail' if concept is None else ''}")
        if concept is not None:
            yield zichtbaar(f"  aan        {concept.partij.email}")
            if concept.instellingen.cc:
                yield zichtbaar(f"  cc         {', '.join(concept.instellingen.cc)}")
            yield zichtbaar(f"  onderwerp  {concept.onderwerp}")
            for bijlage in concept.bijlagen:
                yield zichtbaar(f"  bijlage    {bijlage.naam}")
            yield zichtbaar(f"  concept    {mail.bestand}")
        yield from bevindingen(mail.bevindingen)
    aantal = say.aantal(len(resultaat.klaar), "concept", "concepten")
    yield f"{aantal} voor de {say.naam_van(resultaat.ronde)}."


def verzonden(resultaat: Verzonden) -> Iterator[str]:
    for verzending in resultaat.verzendingen:
        naam = zichtbaar(verzending.concept.partij.naam)
        yield f"{naam}: {'verzonden' if verzending.verzonden else 'niet verzonden'}"
        yield from bevindingen(verzending.bevindingen)
    aantal = sum(v.verzonden for v in resultaat.verzendingen)
    yield f"{aantal} van {say.aantal(len(resultaat.verzendingen), 'mail', 'mails')} verzonden."


def agenda(resultaat: Agenda) -> Iterator[str]:
    for termijn in resultaat.termijnen:
        yield zichtbaar(f"{_dag(termijn)}  {termijn.titel}")
    yield f"Voor iedereen: {zichtbaar(str(resultaat.bestand))}"
    yield f"Met uw eigen herinnerdagen: {zichtbaar(str(resultaat.bestand_gemeente))}"


def _dag(termijn: Termijn) -> str:
    return f"{_WEEKDAGEN[termijn.dag.weekday()]} {schrijf_dag(termijn.dag)}"


def merged(resultaat: Merged) -> Iterator[str]:
    matrix = resultaat.matrix
    if matrix.fictief:
        yield l.FICTIEF
    verschillen = sum(bool(r.open_verschillen) for r in matrix.rijen)
    partijen = say.aantal(len(matrix.inzendingen), "inzending", "inzendingen")
    yield (
        f"{say.naam_van(matrix.ronde).capitalize()}: {partijen}, "
        f"{say.aantal(verschillen, 'indicator', 'indicatoren')} met een verschil om te bespreken."
    )
    belangrijk = [b for b in matrix.bevindingen if b.ernst is not Ernst.MELDING]
    for bestand, groep in groupby(
        sorted(belangrijk, key=lambda b: b.plek.bestand), key=lambda b: b.plek.bestand
    ):
        if bestand:
            yield f"{zichtbaar(bestand)}:"
        yield from bevindingen(groep, "  " if bestand else "")
    besluiten = sum(bool(b) for b in matrix.besluiten.values())
    if besluiten:
        yield f"{say.aantal(besluiten, 'besluit is', 'besluiten zijn')} overgenomen."
    if resultaat.bewaard:
        yield f"De vorige matrix is bewaard: {zichtbaar(str(resultaat.bewaard))}"
    yield f"Matrix: {zichtbaar(str(resultaat.bestand))}"
    yield from _publicatie(resultaat)


def _publicatie(resultaat: Merged) -> Iterator[str]:
    yield from bevindingen(resultaat.over_publicatie, "")
    if resultaat.publicatie:
        yield f"Publicatie: {zichtbaar(str(resultaat.publicatie))}"


def adopted(resultaat: Adopted) -> Iterator[str]:
    """In sentences what was understood, then what is wrong with it."""
    matrix, begrepen = resultaat.merged.matrix, resultaat.begrepen
    if matrix.fictief:
        yield l.FICTIEF
    yield f"Gelezen uit de matrix van {say.ronde_in_woorden(matrix.ronde)}:"
    titels = {a.nummer: a.titel for a in matrix.kader.afspraken}
    groepen: dict[str, Mapping[int, object] | Mapping[str, object]] = {
        "Besluit": begrepen.besluiten,
        "Afgesproken in het AO": begrepen.afgesproken,
        "Focuspunt": begrepen.focuspunten,
        "Stemming": begrepen.stemmingen,
        "Jaarprogramma": begrepen.programma,
        "Notitie": begrepen.notities,
    }
    for wat, punten in groepen.items():
        for sleutel, punt in punten.items():
            over = titels[sleutel].rstrip(".") if isinstance(sleutel, int) else sleutel
            yield zichtbaar(f"  {wat}: {over}: {in_woorden(punt)}")
    if not any(groepen.values()):
        yield "  Er is niets ingevuld in de gele cellen."
    if begrepen.vastgesteld:
        yield zichtbaar(f"  Vastgesteld in het BO van {in_woorden(begrepen.vastgesteld)}.")
    yield from bevindingen(resultaat.bevindingen, "")
    yield f"Het bestand is ongewijzigd bewaard: {zichtbaar(str(resultaat.bewijs))}"
    yield f"Matrix: {zichtbaar(str(resultaat.merged.bestand))}"
    yield from _publicatie(resultaat.merged)


def history(resultaat: History) -> Iterator[str]:
    t = resultaat.tijdlijn
    if t.fictief:
        yield l.FICTIEF
    for ronde in t.rondes:
        bron = resultaat.bronnen.get(ronde, l.GEEN_RONDE)
        yield zichtbaar(f"{say.naam_van(ronde).capitalize()}: {bron}")
    yield from bevindingen(resultaat.bevindingen)
    op_rij = [(a.titel, t.trends[a.nummer].reeks) for a in t.afspraken]
    for titel, reeks in op_rij:
        if reeks:
            yield zichtbaar(f"{titel}: {reeks}")
    for meter in t.meters:
        bekend = [j for j in meter.jaren if j.cumulatief is not None]
        if bekend:
            totaal = met_eenheid(bekend[-1].cumulatief, meter.eenheid)
            yield zichtbaar(f"{meter.indicator.tekst}: t/m {bekend[-1].jaar} samen {totaal}")
    for bestand in resultaat.bestanden:
        yield f"Geschreven: {zichtbaar(str(bestand))}"


def archived(resultaat: Archived) -> Iterator[str]:
    wat = f"{say.naam_van(resultaat.ronde)}, versie {resultaat.versie}".capitalize()
    status = " Als CONCEPT: het BO stelde de matrix niet vast." if resultaat.concept else ""
    if resultaat.nieuw:
        bestanden = say.aantal(resultaat.bestanden, "bestand", "bestanden")
        yield f"{wat}: {bestanden} gearchiveerd.{status}"
    else:
        yield f"{wat} is er al, met precies deze stukken. Er is niets veranderd.{status}"
    yield f"Archief: {zichtbaar(str(resultaat.map))}"
    if resultaat.open_fouten:
        yield "Let op: in wat is besloten staat nog iets dat niet klopt. Het is zo gearchiveerd."
        yield from bevindingen(resultaat.open_fouten)


def verified(resultaat: Verified) -> Iterator[str]:
    for archief in resultaat.archieven:
        bestanden = say.aantal(archief.bestanden, "bestand", "bestanden")
        goed = (
            "in orde, de cijfers zijn nagerekend." if not archief.bevindingen else "niet in orde."
        )
        yield zichtbaar(f"{archief.map}: {bestanden}, {goed}")
        for bestand, groep in groupby(archief.bevindingen, key=lambda b: b.plek.bestand):
            if bestand:
                yield zichtbaar(f"  {bestand}")
            yield from bevindingen(groep, "    " if bestand else "  ")


def demo(resultaat: Demo, output: Path) -> Iterator[str]:
    yield l.FICTIEF
    yield ""
    yield from generated(resultaat.generated)
    yield ""
    yield from collected(resultaat.collected)
    yield ""
    yield from status(resultaat.status)
    yield ""
    yield from merged(resultaat.merged)
    yield ""
    yield from adopted(resultaat.adopted)
    yield ""
    yield "Open nu:"
    voorbeeld = resultaat.generated.invulbladen[0].bestand
    yield f"  een leeg invulblad    {zichtbaar(str(voorbeeld))}"
    yield f"  de inzendingen        {zichtbaar(str(output / 'demo' / 'inzendingen'))}"
    if herstel := next((i.herstel for i in resultaat.collected.inzendingen if i.herstel), None):
        yield f"  een herstelblad       {zichtbaar(str(herstel))}"
    yield f"  de matrix             {zichtbaar(str(resultaat.merged.bestand))}"
    if publicatie := resultaat.adopted.merged.publicatie:
        pagina = next(publicatie.glob("*.html"))
        yield f"  de publicatie         {zichtbaar(str(pagina))}"

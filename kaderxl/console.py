"""What the screen says: short, in Dutch, gravest first, safe for any terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from . import labels as l
from .dossier import zichtbaar
from .findings import Groep, groepeer
from .model import Bevinding, Ernst, Plek
from .pipeline import Chosen, Collected, Demo, Generated, Merged, Status
from .template import Sjabloon

_MEESTE_REGELS = 40
_LANGSTE_TEKST = 300
_MEESTE_PLEKKEN = 12


def bevinding(b: Bevinding) -> str:
    """`fout V403 Invulblad!K5: Oranje heeft een reden nodig. Kies een reden: …`"""
    waar = _plek(b.plek)
    wat = b.tekst if len(b.tekst) <= _LANGSTE_TEKST else f"{b.tekst[:_LANGSTE_TEKST]}…"
    return zichtbaar(f"{b.ernst} {b.code}{f' {waar}' if waar else ''}: {wat} {b.actie}")


def _plek(plek: Plek) -> str:
    return f"{plek.blad}!{plek.cel}" if plek.cel else plek.blad


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
            l.aantal(len(kader.partijen), "partij", "partijen"),
            l.aantal(len(kader.afspraken), "afspraak", "afspraken"),
            l.aantal(len(kader.indicatoren), "indicator", "indicatoren"),
        )
        yield zichtbaar(f"  {kader.instellingen['kader']}: {', '.join(tellingen)}.")
        van, tm = kader.looptijd
        for jaar in range(van, tm + 1):
            antwoorden = sum(len(kader.vragen_aan(p.code, jaar)) for p in kader.partijen)
            rijen = l.aantal(len(kader.actief(jaar)), "rij", "rijen")
            yield f"  {jaar}: {rijen}, {l.aantal(antwoorden, 'antwoord', 'antwoorden')} gevraagd."
    yield from bevindingen(sjabloon.bevindingen)
    open_vragen = [v for v in (kader.vragen if kader else ()) if not v.antwoord]
    if open_vragen:
        wacht = "wacht" if len(open_vragen) == 1 else "wachten"
        yield (
            f"{l.aantal(len(open_vragen), 'vraag', 'vragen')} op het blad Vragen {wacht} op het AO:"
        )
        for vraag in open_vragen:
            yield zichtbaar(f"  {vraag.nummer:>2}. {vraag.over}: {vraag.vraag}")
    fouten = sum(b.ernst is Ernst.FOUT for b in sjabloon.bevindingen)
    if fouten:
        yield f"{l.aantal(fouten, 'fout', 'fouten')}. Verbeter het sjabloon en controleer opnieuw."
    else:
        yield "Geen fouten: dit sjabloon kan gebruikt worden."


def generated(resultaat: Generated) -> Iterator[str]:
    for blad in resultaat.invulbladen:
        aantal = l.aantal(blad.indicatoren, "indicator", "indicatoren")
        yield f"{zichtbaar(blad.partij.naam)}: {aantal}, {zichtbaar(str(blad.bestand))}"
        if blad.bevinding:
            yield f"  {bevinding(blad.bevinding)}"
    bladen = l.aantal(len(resultaat.invulbladen), "invulblad", "invulbladen")
    yield f"{bladen} voor de {l.naam_van(resultaat.ronde)}. Stuur ze naar de partijen."


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
    return f"{l.naam_van(resultaat.ronde).capitalize()}: {', '.join(delen)}."


def gekozen(resultaat: Chosen) -> Iterator[str]:
    """What a choice about a filed return comes to."""
    bestand, wat = resultaat.bestand, "telt nu" if resultaat.telt else "telt niet meer mee"
    yield zichtbaar(f"{bestand.name} {wat}. Het staat in {bestand.parent / 'keuze.csv'}.")
    if resultaat.herstel:
        yield f"  Herstelblad om terug te sturen: {zichtbaar(str(resultaat.herstel))}"
    yield from (f"  {bevinding(b)}" for b in resultaat.bevindingen)


def status(resultaat: Status) -> Iterator[str]:
    breed = max((len(p.partij.naam) for p in resultaat.partijen), default=0)
    yield f"{l.naam_van(resultaat.ronde).capitalize()}"
    for p in resultaat.partijen:
        stand = (
            f"{p.ingevuld:>2} van {p.gevraagd} compleet" if p.ontvangen else "nog niets ontvangen"
        )
        yield zichtbaar(f"  {p.partij.naam:<{breed}}  {stand}")
    binnen = sum(p.ontvangen for p in resultaat.partijen)
    yield f"{binnen} van {len(resultaat.partijen)} partijen hebben iets gestuurd."


def merged(resultaat: Merged) -> Iterator[str]:
    matrix = resultaat.matrix
    if matrix.fictief:
        yield l.FICTIEF
    verschillen = sum(bool(r.verschillen) for r in matrix.rijen)
    partijen = l.aantal(len(matrix.inzendingen), "inzending", "inzendingen")
    yield (
        f"{l.naam_van(matrix.ronde).capitalize()}: {partijen}, "
        f"{l.aantal(verschillen, 'verschil', 'verschillen')} om te bespreken."
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
        yield f"{l.aantal(besluiten, 'besluit is', 'besluiten zijn')} overgenomen."
    if resultaat.bewaard:
        yield f"De vorige matrix is bewaard: {zichtbaar(str(resultaat.bewaard))}"
    yield f"Matrix: {zichtbaar(str(resultaat.bestand))}"


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
    yield "Open nu:"
    voorbeeld = resultaat.generated.invulbladen[0].bestand
    yield f"  een leeg invulblad    {zichtbaar(str(voorbeeld))}"
    yield f"  de inzendingen        {zichtbaar(str(output / 'demo' / 'inzendingen'))}"
    if herstel := next((i.herstel for i in resultaat.collected.inzendingen if i.herstel), None):
        yield f"  een herstelblad       {zichtbaar(str(herstel))}"
    yield f"  de matrix             {zichtbaar(str(resultaat.merged.bestand))}"

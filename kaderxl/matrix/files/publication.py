"""The publication of a ronde: a page, a spreadsheet and open data, of what the BO set alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ...core import labels as l
from ...core import phrases as say
from ...core.answers import Waarde
from ...core.notation import schrijf_dag
from ...core.outcome import Matrix, Meter
from ...writing.colours import palet
from ...writing.forms import write_forms
from ...writing.page import page
from ...writing.table import Kolom, Kolomsoort, Tabel, Uitgave
from ...years.meter import meters_section
from .. import columns
from .board import board, decisions_table, overview
from .public_view import Publicatie, public_view

_LEEG = (
    "Is bij een afspraak niets besloten, dan staat er “Nog geen besluit” en zijn reden en datum "
    "leeg. Een cijfer staat er alleen als alle partijen het hebben gegeven; anders is het leeg."
)
_STATUS = Kolom(
    "Status", "Vastgesteld, of de vermelding dat dit een verzonnen voorbeeld is.", breedte=20
)


def write_publication(matrix: Matrix) -> Mapping[str, bytes]:
    """The files of the publication by name: .html, .ods, .csv files and their description.

    Raises NietUitgevoerd while the BO has not set the matrix, and where a besluit is no colour.
    """
    publicatie = public_view(matrix)
    uitgave = public_tables(publicatie)
    pagina = {f"{uitgave.naam}.html": _pagina(publicatie, uitgave.naam)}
    return pagina | write_forms(uitgave)


def _pagina(publicatie: Publicatie, naam: str) -> bytes:
    bron = (f"Bron: {publicatie.bron}.",) if publicatie.bron else ()
    contact = (f"Vragen? {publicatie.contact}",) if publicatie.contact else ()
    dag = schrijf_dag(publicatie.vastgesteld)
    return page(
        overview(publicatie),
        meters_section(publicatie.meters, publicatie.ronde),
        board(publicatie),
        decisions_table(publicatie),
        titel=publicatie.titel,
        bovenkop=publicatie.uitgever,
        kop=publicatie.kader,
        onderkop=say.naam_van(publicatie.ronde).capitalize(),
        inleiding="De partijen achter deze afspraken kijken samen hoe ver zij zijn. Dit heeft het "
        f"bestuurlijk overleg op {dag} vastgesteld.",
        palet=palet(publicatie.alle_kleuren),
        voet=(
            f"Dit is wat het bestuurlijk overleg op {dag} heeft vastgesteld. {_LEEG}",
            f"Dezelfde gegevens staan in {naam}.ods en {naam}.csv.",
            *bron,
            *contact,
        ),
        merk=l.FICTIEF if publicatie.fictief else "",
    )


def public_tables(publicatie: Publicatie) -> Uitgave:
    """The tables of a publication, the afspraken first; one without rows is left out."""
    naam, dag = f"monitoringsmatrix-{publicatie.ronde}", schrijf_dag(publicatie.vastgesteld)
    hoofd = _afspraken(publicatie)
    andere = [t for maak in (_cijfers, _verloop, _doel) if (t := maak(publicatie)).rijen]
    fictief = (("Let op", l.FICTIEF),) if publicatie.fictief else ()
    return Uitgave(
        naam,
        publicatie.titel,
        publicatie.uitgever,
        publicatie.vastgesteld,
        (hoofd, *andere),
        {naam: hoofd} | {f"{naam}-{t.naam.lower()}": t for t in andere},
        (
            *fictief,
            ("Wat dit is", f"{publicatie.kader}: {say.naam_van(publicatie.ronde)}"),
            ("Vastgesteld", f"Door het bestuurlijk overleg op {dag}"),
            ("Uitgever", publicatie.uitgever),
            *((("Bron", publicatie.bron),) if publicatie.bron else ()),
            ("Lege cellen", _LEEG),
            *((str(kleur), kleur.betekenis) for kleur in publicatie.stoplicht),
        ),
        publicatie.vastgesteld,
        palet(publicatie.alle_kleuren),
    )


def _tabel(
    publicatie: Publicatie,
    naam: str,
    titel: str,
    kolommen: Iterable[Kolom],
    rijen: Iterable[tuple[Waarde, ...]],
    *sleutel: str,
) -> Tabel:
    """A table of which every row says that it is vastgesteld, or made up."""
    status = l.FICTIEF if publicatie.fictief else "vastgesteld"
    met_status = tuple((*rij, status) for rij in rijen)
    return Tabel(naam, titel, (*kolommen, _STATUS), met_status, sleutel)


def _afspraken(publicatie: Publicatie) -> Tabel:
    gegeven = "De kleur die het bestuurlijk overleg gaf, of: Nog geen besluit."
    kolommen = (
        columns.RONDE,
        Kolom("Thema", "Thema waaronder de afspraak valt.", breedte=18),
        columns.NUMMER,
        Kolom("Afspraak", "De afspraak, zoals zij in de monitoringstabel heet.", breedte=52),
        Kolom("Beoordeling", gegeven, breedte=18, kleur=True),
        Kolom("Reden", "De reden bij die kleur; leeg als er geen is gegeven.", breedte=34),
        Kolom("Datum besluit", "Dag van het besluit.", Kolomsoort.DATUM),
        Kolom("Vastgesteld op", "Dag waarop het geheel is vastgesteld.", Kolomsoort.DATUM),
    )
    ronde, dag = str(publicatie.ronde), publicatie.vastgesteld
    rijen = (
        (ronde, a.thema, a.nummer, a.titel, u.woord, u.reden, u.datum, dag)
        for u in publicatie.uitkomsten
        for a in (u.afspraak,)
    )
    titel = f"Besluiten over de afspraken, {say.naam_van(publicatie.ronde)}"
    return _tabel(publicatie, "Afspraken", titel, kolommen, rijen, "Ronde", "Nummer")


def _cijfers(publicatie: Publicatie) -> Tabel:
    kolommen = (
        columns.RONDE,
        columns.NUMMER,
        Kolom("Code", "Code van de indicator of de meetwaarde.", breedte=12),
        Kolom("Cijfer", "Wat er geteld is.", breedte=52),
        Kolom("Waarde", "Het cijfer van alle partijen samen.", Kolomsoort.GETAL),
        columns.EENHEID,
    )
    rijen = (
        (str(publicatie.ronde), u.afspraak.nummer, c.code, c.naam, c.waarde, c.eenheid)
        for u in publicatie.uitkomsten
        for c in u.cijfers
    )
    titel = f"Cijfers van alle partijen samen, {say.naam_van(publicatie.ronde)}"
    return _tabel(publicatie, "Cijfers", titel, kolommen, rijen, "Ronde", "Code")


def _verloop(publicatie: Publicatie) -> Tabel:
    toen = "De kleur die het bestuurlijk overleg toen gaf; leeg als er geen besluit is."
    beoordeling = Kolom("Beoordeling", toen, breedte=18, kleur=True)
    kolommen = (columns.NUMMER, columns.RONDE, beoordeling)
    rijen = (
        (u.afspraak.nummer, str(ronde), woord)
        for u in publicatie.uitkomsten
        for ronde, woord in u.verloop
    )
    titel = "De kleuren over de jaren"
    return _tabel(publicatie, "Verloop", titel, kolommen, rijen, "Nummer", "Ronde")


def _doel(publicatie: Publicatie) -> Tabel:
    onbekend = "Het getal; leeg als nog niet alle partijen een cijfer gaven."
    kolommen = (
        Kolom("Indicator", "Code van de indicator met een doel.", breedte=12),
        Kolom("Soort", "gerealiseerd, plan of doel; een plan telt niet mee.", breedte=16),
        Kolom("Jaar", "Jaar, of het laatste jaar van het doel.", Kolomsoort.GEHEEL, 9),
        Kolom("Onderdeel", "Wat er geteld is.", breedte=44),
        Kolom("Waarde", onbekend, Kolomsoort.GETAL),
        columns.EENHEID,
    )
    rijen = (
        (meter.indicator.code, *rij, meter.eenheid)
        for meter in publicatie.meters
        for rij in _meterrijen(meter, publicatie.ronde.jaar)
    )
    sleutel = ("Indicator", "Soort", "Jaar", "Onderdeel")
    return _tabel(publicatie, "Doel", "Voortgang naar het doel", kolommen, rijen, *sleutel)


def _meterrijen(meter: Meter, dit_jaar: int) -> Iterator[tuple[str, int, str, Waarde]]:
    """What was delivered, what is planned, and what is aimed at."""
    for jaar in meter.jaren:
        for deel in jaar.delen:
            yield "gerealiseerd", jaar.jaar, deel.omschrijving, deel.waarde
        yield "gerealiseerd", jaar.jaar, "Netto", jaar.netto
        yield "gerealiseerd", jaar.jaar, "Opgeteld", jaar.cumulatief
    for plan in meter.plannen:
        yield "plan", dit_jaar, plan.omschrijving, plan.waarde
    for doel in meter.doelen:
        yield "doel", doel.tm_jaar, "Minstens", doel.minimum
        yield "doel", doel.tm_jaar, "Hoogstens", doel.maximum

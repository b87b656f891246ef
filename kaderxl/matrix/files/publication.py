"""The publication of a ronde: a page, a spreadsheet and open data, of what the BO set alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ...core import labels as l, phrases as say
from ...core.answers import Waarde
from ...core.cycle import sleutel_van
from ...core.notation import schrijf_dag, schrijf_opsomming
from ...core.outcome import Matrix, Meter
from ...core.targets import doel_als_zin
from ...writing.colours import palet
from ...writing.forms import write_forms
from ...writing.page import page
from ...writing.table import Kolom, Kolomsoort, Tabel, Uitgave
from ...years.meter import meters_section
from ...years.shared import shared_table
from ...years.views import is_half
from .. import columns
from .also import also_decided, geen_bod_in_woorden
from .board import board, decisions_table, focus_section, overview, programme_section
from .public_view import Publicatie, public_view

_LEEG = (
    "Is bij een afspraak niets besloten, dan staat er “Nog geen besluit” en zijn reden en datum "
    "leeg. Is er in dat jaar niets te meten, dan staat dat er. Een cijfer staat er alleen als alle "
    "partijen het hebben gegeven; anders is het leeg."
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
    dag, bo = schrijf_dag(publicatie.vastgesteld), publicatie.namen.bo.zinsdeel
    return page(
        overview(publicatie),
        meters_section(
            publicatie.meters,
            publicatie.ronde,
            [s for u in publicatie.uitkomsten for s in u.doelen],
        ),
        board(publicatie),
        focus_section(publicatie),
        programme_section(publicatie),
        decisions_table(publicatie),
        *also_decided(publicatie),
        titel=publicatie.titel,
        bovenkop=publicatie.uitgever,
        kop=publicatie.kader,
        onderkop=say.naam_van(publicatie.ronde).capitalize(),
        inleiding="De partijen achter deze afspraken kijken samen hoe ver zij zijn. Dit heeft "
        f"{bo} op {dag} vastgesteld.",
        palet=palet(publicatie.alle_kleuren),
        voet=(
            f"Dit is wat {bo} op {dag} heeft vastgesteld. {_LEEG}",
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
    soorten = (
        _cijfers, _verloop, _doelen, _doel, _focuspunten, _programma, _wijzigingen, _gestemd,
        _landelijk,
    )  # fmt: skip
    andere = [t for maak in soorten if (t := maak(publicatie)).rijen]
    fictief = (("Let op", l.FICTIEF),) if publicatie.fictief else ()
    geen_bod = geen_bod_in_woorden(publicatie)
    return Uitgave(
        naam,
        publicatie.titel,
        publicatie.uitgever,
        publicatie.vastgesteld,
        (hoofd, *andere),
        {naam: hoofd} | {f"{naam}-{sleutel_van(t.naam)}": t for t in andere},
        (
            *fictief,
            ("Wat dit is", f"{publicatie.kader}: {say.naam_van(publicatie.ronde)}"),
            ("Vastgesteld", f"Door {publicatie.namen.bo.zinsdeel} op {dag}"),
            *((("Geen bod", geen_bod),) if geen_bod else ()),
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
    zeg = publicatie.namen.zeg
    eigen = (replace(k, uitleg=zeg(k.uitleg)) for k in (*kolommen, _STATUS))
    return Tabel(zeg(naam), zeg(titel), (*eigen,), met_status, sleutel)


def _afspraken(publicatie: Publicatie) -> Tabel:
    gegeven = (
        "De kleur die het bestuurlijk overleg gaf, of: Nog geen besluit, of: Niet in dat jaar."
    )
    kolommen = (
        columns.ronde_van(publicatie.cyclus),
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
        columns.ronde_van(publicatie.cyclus),
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
    toen = (
        "De kleur die het bestuurlijk overleg toen gaf; leeg als er geen besluit is, en “Niet in” "
        "met het jaar als er niets te meten was."
    )
    beoordeling = Kolom("Beoordeling", toen, breedte=18, kleur=True)
    kolommen = (columns.NUMMER, columns.ronde_van(publicatie.cyclus), beoordeling)
    rijen = (
        (u.afspraak.nummer, str(ronde), woord)
        for u in publicatie.uitkomsten
        for ronde, woord in u.verloop
    )
    titel = "De kleuren over de jaren"
    return _tabel(publicatie, "Verloop", titel, kolommen, rijen, "Nummer", "Ronde")


def _focuspunten(publicatie: Publicatie) -> Tabel:
    kolommen = (
        columns.ronde_van(publicatie.cyclus),
        columns.NUMMER,
        Kolom("Afspraak", "De afspraak.", breedte=52),
        Kolom("Beoordeling", "De kleur die het BO gaf.", breedte=18, kleur=True),
        Kolom("Actie", "Wat er gebeurt.", breedte=52),
        Kolom("Wie", "Wie dat doet.", breedte=22),
        Kolom("Wanneer", "Wanneer het klaar is.", breedte=16),
    )
    rijen = (
        (str(publicatie.ronde), f.afspraak.nummer, f.afspraak.titel, str(f.kleur),
         f.actie, f.wie, f.wanneer)
        for f in publicatie.focuspunten
    )  # fmt: skip
    titel = "De focuspunten, en wat eraan gebeurt"
    return _tabel(publicatie, "Focuspunten", titel, kolommen, rijen, "Ronde", "Nummer")


def _programma(publicatie: Publicatie) -> Tabel:
    jaar = publicatie.ronde.jaar + 1
    kolommen = (
        Kolom("Jaar", "Het jaar van het programma.", Kolomsoort.GEHEEL, 9),
        columns.NUMMER,
        Kolom("Afspraak", "De afspraak.", breedte=52),
        Kolom("Programma", "Wat er gebeurt.", breedte=52),
        Kolom("Trekker", "Wie het voortouw neemt.", breedte=22),
        Kolom("Begin", "Wanneer het begint.", breedte=16),
        Kolom("Einde", "Wanneer het klaar is.", breedte=16),
        Kolom("Besluit", "Wat het BO erover zei; leeg als het daar niets bij schreef.", breedte=30),
    )
    rijen = (
        (jaar, v.afspraak.nummer, v.afspraak.titel, v.activiteiten, v.trekker, v.begin, v.einde,
         v.besluit)
        for v in publicatie.programma
    )  # fmt: skip
    titel = f"Het jaarprogramma voor {jaar}"
    return _tabel(publicatie, "Jaarprogramma", titel, kolommen, rijen, "Jaar", "Nummer")


def _doelen(publicatie: Publicatie) -> Tabel:
    hoe = "gehaald, op koers, niet op koers, niet gehaald of nog niet te zeggen."
    kolommen = (
        columns.ronde_van(publicatie.cyclus),
        columns.NUMMER,
        Kolom("Indicator", "Code van de indicator.", breedte=12),
        Kolom("Doel", "Het streven, in woorden.", breedte=52),
        Kolom("Jaar", "Het laatste jaar van het doel.", Kolomsoort.GEHEEL, 9),
        Kolom("Oordeel", f"Hoe het doel staat tegenover de stand: {hoe}", breedte=20),
        Kolom("Stand", "Het cijfer waaraan is getoetst; leeg als het er niet is.", breedte=30),
        Kolom("Waarop", "Waar het oordeel op rust, als daar iets over te zeggen is.", breedte=34),
    )
    rijen = dict.fromkeys(
        (
            str(publicatie.ronde), u.afspraak.nummer, s.doel.indicator,
            doel_als_zin(s.doel, publicatie.maten[s.doel]), s.doel.tm_jaar, str(s.oordeel),
            s.stand, s.waarom,
        )
        for u in publicatie.uitkomsten
        for s in u.doelen
    )  # fmt: skip
    titel = "De doelen tegenover de stand"
    return _tabel(publicatie, "Doelen", titel, kolommen, rijen, "Ronde", "Indicator", "Doel")


def _doel(publicatie: Publicatie) -> Tabel:
    onbekend = "Het getal; leeg als nog niet alle partijen een cijfer gaven."
    namen = schrijf_opsomming([*map(str, publicatie.cyclus.tussentijds)], "of")
    half = f"{namen} (het jaar is nog niet om), " if namen else ""
    kolommen = (
        Kolom("Indicator", "Code van de indicator met een doel.", breedte=12),
        Kolom(
            "Soort",
            f"gerealiseerd, {half}plan, doel of doel per jaar; een plan telt niet mee.",
            breedte=16,
        ),
        Kolom("Jaar", "Jaar, of het laatste jaar van het doel.", Kolomsoort.GEHEEL, 9),
        Kolom("Onderdeel", "Wat er geteld is.", breedte=44),
        Kolom("Waarde", onbekend, Kolomsoort.GETAL),
        columns.EENHEID,
    )
    rijen = dict.fromkeys(
        (meter.indicator.code, *rij, meter.eenheid)
        for meter in publicatie.meters
        for rij in _meterrijen(meter, publicatie.ronde.jaar)
    )
    sleutel = ("Indicator", "Soort", "Jaar", "Onderdeel")
    return _tabel(publicatie, "Doel", "Voortgang naar het doel", kolommen, rijen, *sleutel)


def _wijzigingen(publicatie: Publicatie) -> Tabel:
    kolommen = (
        columns.ronde_van(publicatie.cyclus),
        Kolom("Nr", "Volgnummer.", Kolomsoort.GEHEEL, 6),
        Kolom("Wijziging", "Wat er aan de afspraken zou veranderen.", breedte=60),
        Kolom("Besluit", "Wat het bestuurlijk overleg ervan vond.", breedte=14),
        Kolom("Datum besluit", "Dag van het besluit.", Kolomsoort.DATUM),
        Kolom("Toelichting", "De toelichting bij het besluit.", breedte=40),
    )
    rijen = (
        (str(publicatie.ronde), nr, w.wat, str(w.besluit), w.datum, w.toelichting)
        for nr, w in enumerate(publicatie.wijzigingen, 1)
    )
    titel = "Besluiten over wijzigingen van de afspraken"
    return _tabel(publicatie, l.WIJZIGINGEN, titel, kolommen, rijen, "Ronde", "Nr")


def _gestemd(publicatie: Publicatie) -> Tabel:
    kolommen = (
        columns.ronde_van(publicatie.cyclus),
        Kolom("Nr", "Volgnummer.", Kolomsoort.GEHEEL, 6),
        Kolom("Vraag", "Waarover is gestemd.", breedte=44),
        Kolom("Opties", "Waaruit de partijen kozen.", breedte=44),
        Kolom(
            "Uitslag", "Waar de meeste stemmen voor waren, of waarom dat er niet is.", breedte=36
        ),
        Kolom("Besloten", "Wat het bestuurlijk overleg besloot.", breedte=36),
        Kolom("Datum besluit", "Dag van het besluit.", Kolomsoort.DATUM),
    )
    rijen = (
        (str(publicatie.ronde), nr, g.vraag, "; ".join(g.opties), g.uitslag, g.besloten, g.datum)
        for nr, g in enumerate(publicatie.gestemd, 1)
    )
    return _tabel(publicatie, l.STEMMINGEN, "Stemmingen", kolommen, rijen, "Ronde", "Nr")


def _landelijk(publicatie: Publicatie) -> Tabel:
    tabel = shared_table(publicatie.landelijk)
    kolommen = [replace(k, titel=k.titel.capitalize()) for k in tabel.kolommen]
    sleutel = [titel.capitalize() for titel in tabel.sleutel]
    return _tabel(publicatie, tabel.naam.capitalize(), tabel.titel, kolommen, tabel.rijen, *sleutel)


def _meterrijen(meter: Meter, dit_jaar: int) -> Iterator[tuple[str, int, str, Waarde]]:
    """What was delivered, what is planned, and what is aimed at."""
    for jaar in meter.jaren:
        soort = str(jaar.ronde.fase) if jaar.ronde and is_half(jaar.ronde) else "gerealiseerd"
        for deel in jaar.delen:
            yield soort, jaar.jaar, deel.omschrijving, deel.waarde
        if meter.is_samengesteld or not jaar.delen:
            yield soort, jaar.jaar, meter.maat.naam, jaar.netto
        if meter.telt_op:
            yield soort, jaar.jaar, "Opgeteld", jaar.cumulatief
    for plan in meter.plannen:
        yield "plan", dit_jaar, plan.omschrijving, plan.waarde
    for doel in meter.doelen:
        soort = "doel per jaar" if doel.per_jaar else "doel"
        yield soort, doel.tm_jaar, "Minstens", doel.minimum
        yield soort, doel.tm_jaar, "Hoogstens", doel.maximum

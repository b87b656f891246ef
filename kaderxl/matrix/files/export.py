"""The whole matrix for the archive, in files that open without a spreadsheet program.

Internal: every partij's answers are in it. What may be published is in `publication`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from operator import attrgetter

from ...core import labels as l
from ...core import phrases as say
from ...core.answers import Waarde
from ...core.kader import Indicator, Kader
from ...core.outcome import Besluit, Matrix, Matrixrij
from ...core.rounds import Plek
from ...writing.colours import palet
from ...writing.forms import write_forms
from ...writing.table import Kolom, Kolomsoort, Tabel, Uitgave
from .. import columns, words
from ..sheets.workbook import write_matrix
from .page import matrix_page


def vormen_van(matrix: Matrix) -> dict[str, bytes]:
    """The files of the matrix by name. The .xlsx is what `merge` writes."""
    uitgave = whole_matrix(matrix)
    xlsx, html = write_matrix(matrix), matrix_page(matrix)
    return {f"{uitgave.naam}.xlsx": xlsx, f"{uitgave.naam}.html": html, **write_forms(uitgave)}


def whole_matrix(matrix: Matrix) -> Uitgave:
    """What the sheets hold, who said what, what was settled, what was found; as csv the first."""
    naam, titel = f"monitoringsmatrix-{matrix.ronde}", words.titel_van(matrix)
    dag = matrix.vastgelegd.vastgesteld
    vastgesteld = dag if isinstance(dag, date) else None
    hoofd = monitoringstabel(matrix)
    andere = (*_vastgelegd(matrix), _bevindingen(matrix), _herkomst(matrix))
    tabellen = (hoofd, *(tabel for tabel in (_antwoorden(matrix), *andere) if tabel.rijen))
    regels = say.regel_voorstel(matrix.kader.stoplicht)
    uitleg = (
        *((("Let op", l.FICTIEF),) * matrix.fictief),
        ("Intern", l.INTERN),
        ("Wat dit is", titel),
        ("Status", words.status_van(matrix)),
        *(("Hoe het voorstel ontstaat", regel) for regel in regels),
    )
    return Uitgave(
        naam,
        titel,
        matrix.kader.instellingen.uitgever,
        vastgesteld or matrix.ronde.peildatum,
        tabellen,
        {naam: hoofd},
        uitleg,
        vastgesteld,
        palet(matrix.alle_kleuren),
    )


def monitoringstabel(matrix: Matrix) -> Tabel:
    """One row an indicator, in printed order; those of other years are there as well."""
    per_code = {rij.indicator.code: rij for rij in matrix.rijen}
    rijen = tuple(_indicatorrij(matrix, i, per_code.get(i.code)) for i in matrix.kader.indicatoren)
    kolommen = (
        *columns.GEDRUKT,
        columns.CODE,
        columns.STAND,
        Kolom("Voorstel", "Het voorstel voor deze indicator.", kleur=True),
        columns.BESLUIT,
        columns.BESLUIT_REDEN,
        columns.DATUM_BO,
        *map(columns.kleur_van, words.partijen_van(matrix)),
        *((Kolom("Fictief", "Dit voorbeeld is verzonnen.", breedte=30),) * matrix.fictief),
    )
    return Tabel(l.MONITORINGSTABEL, words.titel_van(matrix), kolommen, rijen, ("Code",))


def _indicatorrij(
    matrix: Matrix, indicator: Indicator, rij: Matrixrij | None
) -> tuple[Waarde, ...]:
    besluit = matrix.besluiten.get(indicator.afspraak, Besluit(indicator.afspraak))
    return (
        *indicator.gedrukt[:5],
        words.woord_van(matrix, indicator.afspraak),
        words.toelichting_van(matrix, rij) if rij else "",
        indicator.code,
        rij.stand if rij else "",
        words.voorstel_van(matrix, indicator, rij),
        besluit.kleur,
        besluit.reden,
        besluit.datum,
        *(words.inbreng_in_woorden(rij, p.code) for p in words.partijen_van(matrix)),
        *((l.FICTIEF,) * matrix.fictief),
    )


def _antwoorden(matrix: Matrix) -> Tabel:
    """Every answer of every partij as it was given, and where it stands."""
    kolommen = (
        columns.CODE,
        columns.PARTIJ,
        Kolom("Vraag", "De beoordeling van de indicator, of de gevraagde waarde.", breedte=34),
        Kolom("Antwoord", "Het antwoord; wat niet te lezen was staat er letterlijk.", kleur=True),
        columns.EENHEID,
        Kolom("Reden", "De letter van de reden, of wat er stond.", breedte=18),
        columns.TOELICHTING,
        columns.BESTAND,
        columns.BLAD,
        columns.CEL,
    )
    rijen = tuple(
        (rij.indicator.code, partij.naam, *velden)
        for rij in matrix.rijen
        for partij in matrix.kader.partijen
        if partij.code in rij.inbreng
        for velden in _inbreng(matrix.kader, rij, partij.code)
    )
    return Tabel("Antwoorden", "Antwoorden van de partijen", kolommen, rijen)


def _inbreng(kader: Kader, rij: Matrixrij, partij: str) -> Iterator[tuple[Waarde, ...]]:
    """The beoordeling first, then each value that was given."""
    voorzet, kleur = rij.inbreng[partij], words.inbreng_in_woorden(rij, partij)
    if voorzet is None:
        yield l.BEOORDELING, kleur, "", "", "", "", "", ""
        return
    plek = next((veld.plek for veld in voorzet.velden.values()), Plek())
    yield l.BEOORDELING, kleur, "", voorzet.reden, voorzet.toelichting, *plek
    for m in kader.meetwaarden_van(rij.indicator.code):
        if m.code in voorzet.waarden:
            antwoord, plek = words.antwoord_van(voorzet, m.code), voorzet.waarden[m.code].veld.plek
            yield m.omschrijving, antwoord, m.eenheid, "", "", *plek


def _vastgelegd(matrix: Matrix) -> Iterator[Tabel]:
    """What people settled, of each kind a table."""
    v, namen = matrix.vastgelegd, {p.code: p.naam for p in matrix.kader.partijen}
    code = Kolom("Code", "Code van de indicator of de meetwaarde.", breedte=12)
    gezegd = Kolom("Afgesproken", "Wat het AO afsprak waar partijen verschillen.", kleur=True)
    yield _tabel(
        "Afgesproken",
        v.afgesproken.values(),
        {"code": code, "waarde": gezegd, "toelichting": columns.TOELICHTING},
        "Afspraken van het AO over verschillen",
    )
    yield _tabel(
        "Focuspunten",
        v.focuspunten.values(),
        {
            "afspraak": columns.NUMMER,
            "actie": columns.ACTIE,
            "wie": columns.WIE,
            "wanneer": columns.WANNEER,
        },
    )
    stemkolommen = (
        columns.NUMMER,
        Kolom("Moderator", "Of er een moderator is.", breedte=12),
        Kolom("Stemmen vanaf", "De dag waarop stemmen mag.", Kolomsoort.DATUM),
        columns.PARTIJ,
        Kolom("Stem", "Wat de partij stemde.", kleur=True),
    )
    stemmen = tuple(
        (s.afspraak, s.moderator, s.vanaf, namen.get(partij, partij), stem)
        for s in v.stemmingen.values()
        for partij, stem in (s.stemmen or {"": ""}).items()
        if s
    )
    yield Tabel("Stemmingen", "Stemmingen", stemkolommen, stemmen)
    yield _tabel(
        "Jaarprogramma",
        v.programma.values(),
        {
            "afspraak": columns.NUMMER,
            "activiteiten": Kolom("Activiteiten", "Wat er volgend jaar gebeurt.", breedte=52),
            "trekker": columns.TREKKER,
            "start": Kolom("Start", "Wanneer het begint."),
            "einde": Kolom("Einde", "Wanneer het klaar is."),
            "focuspunt": Kolom("Focuspunt", "Het focuspunt erbij.", breedte=34),
            "besluit": Kolom(l.BESLUIT, "Wat het BO ervan zegt.", breedte=22),
        },
    )
    notities = tuple((code, tekst) for code, tekst in v.notities.items() if tekst)
    yield Tabel("Notities", "Notities in de matrix", (columns.CODE, columns.NOTITIE), notities)


def _tabel(
    naam: str, regels: Iterable[object], kolommen: Mapping[str, Kolom], titel: str = ""
) -> Tabel:
    """A row for each of `regels` that says something, a column for each of its fields."""
    velden = attrgetter(*kolommen)
    rijen = tuple(velden(regel) for regel in regels if regel)
    return Tabel(naam, titel or naam, tuple(kolommen.values()), rijen)


def _bevindingen(matrix: Matrix) -> Tabel:
    kolommen = {
        "ernst": columns.ERNST,
        "code": Kolom("Bevinding", "Code van de bevinding.", breedte=12),
        "tekst": Kolom("Tekst", "Wat er is.", breedte=60),
        "actie": Kolom("Raad", "Wat te doen.", breedte=50),
        "plek.bestand": columns.BESTAND,
        "plek.blad": columns.BLAD,
        "plek.cel": columns.CEL,
    }
    return _tabel(l.BEVINDINGEN, matrix.bevindingen, kolommen)


def _herkomst(matrix: Matrix) -> Tabel:
    kolommen = (
        columns.PARTIJ,
        columns.BESTAND,
        columns.SHA256,
        Kolom("Opgeslagen", "Wanneer het volgens het bestand zelf is opgeslagen.", breedte=22),
    )
    namen = {p.code: p.naam for p in matrix.kader.partijen}
    rijen = tuple(
        (namen.get(i.partij, i.partij), *bron) for i in matrix.inzendingen for bron in i.bestanden
    )
    return Tabel(l.HERKOMST, "De bestanden van elke partij waaruit iets telt", kolommen, rijen)


CODE, STAND, VOORSTEL = "Code", "Stand", "Voorstel indicator"

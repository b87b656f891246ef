"""The whole matrix for the archive, in files that open without a spreadsheet program.

Internal: every partij's answers are in it. What may be published is in `publication`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from operator import attrgetter

from ...core import labels as l, phrases as say
from ...core.answers import Waarde
from ...core.consensus import Stemregels
from ...core.kader import Indicator, Kader
from ...core.outcome import Besluit, Matrix, Matrixrij, Vastgelegd
from ...core.own_names import EigenNamen
from ...core.rounds import Plek
from ...writing.colours import palet
from ...writing.forms import write_forms
from ...writing.table import Kolom, Kolomsoort, Tabel, Uitgave
from .. import columns, words
from ..grounds import reactie_van
from ..settled import SOORTEN, WIJZIGINGEN, kort
from ..sheets.layout import rules_of_voting
from ..sheets.lists import actiepunten
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
    dag, geen_bod = matrix.vastgelegd.vastgesteld, matrix.vastgelegd.geen_bod
    vastgesteld = dag if isinstance(dag, date) else None
    hoofd = monitoringstabel(matrix)
    andere = (*_vastgelegd(matrix), actiepunten(matrix), _bevindingen(matrix), _herkomst(matrix))
    gevuld = (tabel for tabel in (_antwoorden(matrix), *andere) if tabel.rijen)
    namen = matrix.kader.instellingen.namen
    tabellen = (hoofd, *(_met_namen(tabel, namen) for tabel in gevuld))
    regels = say.regel_voorstel(matrix.kader.stoplicht, namen)
    uitleg = (
        *((("Let op", l.FICTIEF),) * matrix.fictief),
        ("Intern", l.INTERN),
        ("Wat dit is", titel),
        ("Status", words.status_van(matrix)),
        *(((namen.zeg(l.GEEN_BOD), kort(geen_bod)),) if geen_bod else ()),
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
    vaste = (
        *columns.GEDRUKT,
        columns.CODE,
        columns.STAND,
        Kolom("Voorstel", "Het voorstel voor deze indicator.", kleur=True),
        columns.BESLUIT,
        columns.BESLUIT_REDEN,
        columns.DATUM_BO,
    )
    kolommen = (
        *columns.met_namen(vaste, matrix.kader.instellingen.namen),
        *map(columns.kleur_van, words.partijen_van(matrix)),
        *((Kolom("Fictief", "Dit voorbeeld is verzonnen.", breedte=30),) * matrix.fictief),
    )
    return Tabel(l.MONITORINGSTABEL, words.titel_van(matrix), kolommen, rijen, ("Code",))


def _met_namen(tabel: Tabel, namen: EigenNamen) -> Tabel:
    """A table in which no column is called after a partij, with what the agreement calls things."""
    kolommen = columns.met_namen(tabel.kolommen, namen)
    naam, titel = map(namen.zeg, (tabel.naam, tabel.titel))
    return replace(tabel, naam=naam, titel=titel, kolommen=kolommen)


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
    if voorzet.reactie:
        reactie, plek = reactie_van(kader, rij, voorzet), voorzet.velden[l.WAARDE].plek
        yield l.VOORZET, reactie, "", "", "", *plek
    plek = next((veld.plek for veld in voorzet.velden.values()), Plek())
    yield l.BEOORDELING, kleur, "", voorzet.reden, voorzet.toelichting, *plek
    for m in kader.meetwaarden_van(rij.indicator.code):
        if m.code in voorzet.waarden:
            antwoord, plek = words.antwoord_van(voorzet, m.code), voorzet.waarden[m.code].veld.plek
            yield m.omschrijving, antwoord, m.eenheid, "", "", *plek


def _vastgelegd(matrix: Matrix) -> Iterator[Tabel]:
    """What people settled, of each kind a table."""
    v, namen = matrix.vastgelegd, {p.code: p.naam for p in matrix.kader.partijen}
    regels = rules_of_voting(matrix)
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
    yield _stemmingen(v, namen, regels)
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
    yield _tabel("Wijzigingen", v.wijzigingen.values(), _WIJZIGING)
    yield _stempunten(v, namen, regels)
    bij = tuple((n, b.toelichting) for n, b in v.besluiten.items() if b.toelichting)
    kolommen = (columns.NUMMER, columns.TOELICHTING)
    yield Tabel("Toelichtingen", "Toelichtingen bij de besluiten", kolommen, bij)
    notities = tuple((code, tekst) for code, tekst in v.notities.items() if tekst)
    yield Tabel("Notities", "Notities in de matrix", (columns.CODE, columns.NOTITIE), notities)


def _stemmingen(v: Vastgelegd, namen: Mapping[str, str], regels: Stemregels) -> Tabel:
    wie = regels.begeleider
    kolommen = (
        columns.NUMMER,
        *((Kolom(wie.capitalize(), f"Of er een {wie} is.", breedte=12),) if wie else ()),
        Kolom("Stemmen vanaf", "De dag waarop stemmen mag.", Kolomsoort.DATUM),
        columns.PARTIJ,
        Kolom("Stem", "Wat de partij stemde.", kleur=True),
    )
    rijen = tuple(
        (s.afspraak, *((s.moderator,) if wie else ()), s.vanaf, namen.get(partij, partij), stem)
        for s in v.stemmingen.values()
        for partij, stem in (s.stemmen or {"": ""}).items()
        if s
    )
    return Tabel("Stemmingen", "Stemmingen", kolommen, rijen)


def _stempunten(v: Vastgelegd, namen: Mapping[str, str], regels: Stemregels) -> Tabel:
    wie = regels.begeleider
    kolommen = (
        _NR,
        Kolom(l.STEMVRAAG, "Waarover is gestemd.", breedte=40),
        Kolom("Opties", "Waaruit is gekozen.", breedte=40),
        *((Kolom(regels.kop_wie, "Wie het overleg begeleidde.", breedte=24),) if wie else ()),
        Kolom(l.OVERLEG_TOT, "Tot wanneer er overleg was.", Kolomsoort.DATUM),
        columns.PARTIJ,
        Kolom("Stem", "De letter van de optie, of Onthouding."),
        Kolom(l.WAT_BESLOTEN, "Wat er is besloten.", breedte=40),
        columns.DATUM_BO,
    )
    rijen = tuple(
        (p.code, p.vraag, "; ".join(f"{o} – {t}" for o, t in p.opties.items()),
         *((p.moderator,) if wie else ()), p.tot, namen.get(partij, partij), stem, p.uitkomst,
         p.datum)
        for p in v.stempunten.values()
        for partij, stem in (p.stemmen or {"": ""}).items()
    )  # fmt: skip
    return Tabel("Stempunten", "Stemmingen over iets anders dan een kleur", kolommen, rijen)


_NR = Kolom("Nr", "Nummer op het blad in de matrix.", breedte=12)
_WIJZIGING: Mapping[str, Kolom] = {
    "code": _NR,
    **{
        deel: Kolom(kop, f"Zoals ingevuld op het blad {l.WIJZIGINGEN}.", breedte=24)
        for deel, kop in SOORTEN[WIJZIGINGEN].delen.items()
    },
}


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

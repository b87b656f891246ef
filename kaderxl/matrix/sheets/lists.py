"""The sheets to read beside the table: what is missing, what is wrong, whence it came, on what
answers each besluit rests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from xlsxwriter.worksheet import Worksheet

from ...core import labels as l
from ...core import phrases as say
from ...core.answers import Inzending, Voorzet
from ...core.findings import op_ernst
from ...core.notation import met_eenheid
from ...core.outcome import Matrix
from ...writing.grid import Kolom, Rooster, schrijf_rooster
from ...writing.workbook import Werkboek
from ..grounds import besluit_in_woorden, feiten


def _schrijf_lijst(
    werkboek: Werkboek,
    blad: Worksheet,
    koppen: Mapping[str, float],
    rijen: Sequence[Sequence[object]],
    leeg: str,
    meten: bool = True,
) -> None:
    """A table to read, its columns as wide as said."""
    kolommen = tuple(Kolom(naam, breedte) for naam, breedte in koppen.items())
    schrijf_rooster(
        werkboek, blad, Rooster(blad.get_name(), kolommen, len(rijen)), rijen, leeg, meten
    )


def schrijf_ontbrekend(werkboek: Werkboek, blad: Worksheet, matrix: Matrix) -> None:
    """Every answer that was asked and is not there."""
    rijen = [
        [partij.naam, rij.indicator.code, rij.indicator.tekst, wat]
        for partij in matrix.kader.partijen
        for rij in matrix.rijen
        if partij.code in rij.inbreng
        for wat in _wat_ontbreekt(rij.inbreng[partij.code])
    ]
    _schrijf_lijst(
        werkboek,
        blad,
        {"Partij": 26, "Code": 10, "Indicator": 60, "Wat ontbreekt": 60},
        rijen,
        "Er ontbreekt niets.",
    )


def _wat_ontbreekt(voorzet: Voorzet | None) -> tuple[str, ...]:
    return ("alles",) if voorzet is None else voorzet.ontbreekt


def schrijf_bevindingen(werkboek: Werkboek, blad: Worksheet, matrix: Matrix) -> None:
    """Every finding, gravest first, with its place and what to do."""
    rijen = [
        [b.ernst, b.code, b.plek.bestand, b.plek.blad, b.plek.cel, b.tekst, b.actie]
        for b in op_ernst(matrix.bevindingen)
    ]
    koppen = {"Ernst": 14, "Code": 8, "Bestand": 30, "Blad": 14, "Cel": 8}
    _schrijf_lijst(
        werkboek,
        blad,
        koppen | {"Wat is er": 60, "Wat te doen": 60},
        rijen,
        "Er zijn geen bevindingen.",
        meten=len(rijen) < 1000,
    )


def schrijf_herkomst(werkboek: Werkboek, blad: Worksheet, matrix: Matrix) -> None:
    """Each answer as it was written, with the file, sheet, cell and hash it came from."""
    namen = {p.code: p.naam for p in matrix.kader.partijen}
    rijen = [
        [namen[inzending.partij], *herkomst]
        for inzending in matrix.inzendingen
        for herkomst in _herkomst(inzending)
    ]
    koppen = {"Partij": 24, "Code": 13, "Kolom": 13, "Ingevuld": 60}
    _schrijf_lijst(
        werkboek,
        blad,
        koppen | {"Bestand": 60, "Blad": 14, "Cel": 8, "SHA-256": 68},
        rijen,
        "Er is nog niets ontvangen.",
        meten=False,
    )


def _herkomst(inzending: Inzending) -> Iterator[list[object]]:
    for code, voorzet in inzending.voorzetten.items():
        velden = [(code, kolom, veld) for kolom, veld in voorzet.velden.items()]
        velden += [(m, l.WAARDE, antwoord.veld) for m, antwoord in voorzet.waarden.items()]
        for eigen_code, kolom, veld in velden:
            ingevuld = met_eenheid(veld.inhoud, "")
            plek = veld.plek
            yield [eigen_code, kolom, ingevuld, plek.bestand, plek.blad, plek.cel, inzending.sha256]
    for nummer, veld in inzending.programma.items():
        code, plek = say.programmacode(nummer), veld.plek
        yield [
            code,
            l.PLANNEN,
            veld.tekst,
            plek.bestand,
            plek.blad,
            plek.cel,
            inzending.sha256,
        ]


def schrijf_grondslag(werkboek: Werkboek, blad: Worksheet, matrix: Matrix) -> None:
    """Each answer as it is now and as it was when the besluit on its afspraak was made."""
    _schrijf_lijst(
        werkboek,
        blad,
        {
            l.NR: 5,
            l.CODE: 10,
            "Partij": 24,
            l.NU: 60,
            l.TOEN: 60,
            l.TOEN_BESLUIT: 26,
            "Sindsdien": 12,
        },
        list(_grondslag(matrix)),
        "Er is nog niets gevraagd.",
    )


def _grondslag(matrix: Matrix) -> Iterator[list[object]]:
    namen = {p.code: p.naam for p in matrix.kader.partijen}
    for rij in matrix.rijen:
        nummer, code = rij.indicator.afspraak, rij.indicator.code
        besluit = matrix.besluiten.get(nummer)
        grondslag = matrix.vastgelegd.grondslagen.get(nummer)
        for partij in rij.inbreng:
            nu = feiten(matrix.kader, rij, partij)
            toen, welk, sinds = l.NIET_GEVRAAGD, l.NIET_GEVRAAGD, l.NIET_GEVRAAGD
            if besluit and besluit.kleur:
                # Without a record the besluit was made on what stands here now.
                toen = grondslag.antwoorden.get((code, partij), toen) if grondslag else nu
                welk = besluit_in_woorden(besluit)
                sinds = "gelijk" if toen == nu else "gewijzigd"
            yield [nummer, code, namen[partij], nu, toen, welk, sinds]

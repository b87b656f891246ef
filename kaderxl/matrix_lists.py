"""The sheets beside the table: what differs, what is missing, what is wrong, whence it came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xlsxwriter.worksheet import Worksheet

from . import labels as l
from .errors import op_ernst
from .figures import met_eenheid
from .matrix_table import kleur_met_reden
from .model import Inzending, Matrix, Matrixrij, Meetwaarde, Voorzet, met_naam
from .styles import Werkboek, druk_af_op_a4, hoogte, schrijf

KOPREGEL = 1
_BREEDTE_PARTIJ = 36


def schrijf_lijst(
    werkboek: Werkboek,
    blad: Worksheet,
    koppen: Sequence[str],
    breedtes: Sequence[float],
    rijen: Sequence[Sequence[object]],
    leeg: str,
    meten: bool = True,
) -> None:
    """A table under the title row; when there are no rows it says so in words."""
    kop, cel = werkboek.kop(), werkboek.cel(text_wrap=meten)
    for kolom, (naam, breedte) in enumerate(zip(koppen, breedtes, strict=True)):
        blad.write_string(KOPREGEL, kolom, naam, kop)
        blad.set_column(kolom, kolom, breedte)
    for nummer, rij in enumerate(rijen or [[leeg]], KOPREGEL + 1):
        for kolom, waarde in enumerate(rij):
            schrijf(blad, nummer, kolom, waarde, cel)
        if meten and rijen:
            blad.set_row(nummer, hoogte(list(zip(map(str, rij), breedtes, strict=True))))
    blad.freeze_panes(KOPREGEL + 1, 0)
    if rijen:
        blad.autofilter(KOPREGEL, 0, KOPREGEL + len(rijen), len(koppen) - 1)
    druk_af_op_a4(blad, herhaal=KOPREGEL)


def schrijf_verschillen(werkboek: Werkboek, blad: Worksheet, matrix: Matrix) -> None:
    """Each indicator on which partijen differ, their voorzetten side by side."""
    partijen = [p for p in matrix.kader.partijen if p.actief(matrix.ronde.jaar)]
    rijen = [
        [
            rij.indicator.code,
            rij.indicator.gedrukt[1],
            rij.indicator.tekst,
            "\n".join(rij.verschillen),
            rij.voorstel or l.NIET_INGEVULD,
            *(_voorzet_in_woorden(matrix, rij, p.code) for p in partijen),
        ]
        for rij in matrix.rijen
        if rij.verschillen
    ]
    schrijf_lijst(
        werkboek,
        blad,
        ["Code", "Afspraak", "Indicator", "Wat verschilt", "Voorstel", *(p.naam for p in partijen)],
        [9, 32, 28, 28, 13, *(_BREEDTE_PARTIJ for _ in partijen)],
        rijen,
        "De partijen verschillen nergens.",
    )
    blad.set_paper(8)


def _voorzet_in_woorden(matrix: Matrix, rij: Matrixrij, partij: str) -> str:
    if partij not in rij.inbreng:
        return l.NIET_GEVRAAGD
    voorzet = rij.inbreng[partij]
    if voorzet is None:
        return l.NIET_INGEVULD
    regels = [kleur_met_reden(voorzet)]
    regels += [
        met_naam(m.omschrijving, antwoord_in_woorden(m, voorzet))
        for m in _meetwaarden(matrix, rij)
        if m.code in voorzet.waarden
    ]
    return "\n".join([*regels, *([voorzet.toelichting] if voorzet.toelichting else [])])


def _meetwaarden(matrix: Matrix, rij: Matrixrij) -> tuple[Meetwaarde, ...]:
    return matrix.kader.meetwaarden_van(rij.indicator.code)


def antwoord_in_woorden(meetwaarde: Meetwaarde, voorzet: Voorzet) -> str:
    """The value, or what was written when it has no one reading."""
    antwoord = voorzet.waarden[meetwaarde.code]
    if antwoord.waarde is None:
        return f"“{antwoord.veld.tekst}” (niet gelezen)"
    return met_eenheid(antwoord.waarde, meetwaarde.eenheid)


def schrijf_ontbrekend(werkboek: Werkboek, blad: Worksheet, matrix: Matrix) -> None:
    """Every answer that was asked and is not there."""
    rijen = [
        [partij.naam, rij.indicator.code, rij.indicator.tekst, wat]
        for partij in matrix.kader.partijen
        for rij in matrix.rijen
        if partij.code in rij.inbreng
        for wat in _wat_ontbreekt(rij.inbreng[partij.code])
    ]
    schrijf_lijst(
        werkboek,
        blad,
        ["Partij", "Code", "Indicator", "Wat ontbreekt"],
        [26, 10, 60, 60],
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
    schrijf_lijst(
        werkboek,
        blad,
        ["Ernst", "Code", "Bestand", "Blad", "Cel", "Wat is er", "Wat te doen"],
        [14, 8, 30, 14, 8, 60, 60],
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
    schrijf_lijst(
        werkboek,
        blad,
        ["Partij", "Code", "Kolom", "Ingevuld", "Bestand", "Blad", "Cel", "SHA-256"],
        [24, 13, 13, 60, 60, 14, 8, 68],
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

"""Of an indicator that is Afgerond only a confirmation is asked, from sheet to matrix."""

from __future__ import annotations

from pathlib import Path

import pytest
from invullen import Antwoorden, bewerk, codes, kop, oordeel, overal, vul, zoek_tabel
from openpyxl import load_workbook
from rondes_maken import maak_matrix, woningen

from kaderxl.core import catalogue, labels as l
from kaderxl.core.answers import Inzending, Return
from kaderxl.core.kader import Kader
from kaderxl.core.outcome import Matrixrij
from kaderxl.core.phrases import bevestiging_vraag
from kaderxl.core.rounds import Ronde
from kaderxl.matrix.figures import standen
from kaderxl.reading import Document, Reader
from kaderxl.returns.correction import stel_op
from kaderxl.returns.judge import validate
from kaderxl.returns.recognise import read_return
from kaderxl.sheets.checks import Controle
from kaderxl.sheets.layout import Opdracht
from kaderxl.sheets.questions import stel_vragenlijst_op
from kaderxl.sheets.sheet import write_input_sheet

RONDE = Ronde(2027)
KLAAR = frozenset({"A01-I1"})


def blad(kader: Kader, antwoorden: Antwoorden, bevestigen: frozenset[str] = KLAAR) -> bytes:
    partij = kader.partij("NB")
    assert partij is not None
    gegeven = {code: dict(rij) for code, rij in antwoorden.items()}
    return write_input_sheet(Opdracht(kader, RONDE, partij, {}, gegeven, bevestigen=bevestigen))


def terug(reader: Reader, kader: Kader, data: bytes) -> Return:
    document = reader.read("retour.xlsx", data)
    assert isinstance(document, Document)
    gelezen = read_return("retour.xlsx", document, kader, RONDE)
    assert isinstance(gelezen, Return)
    return gelezen


def ingenomen(reader: Reader, kader: Kader, antwoorden: Antwoorden) -> Inzending:
    return validate(terug(reader, kader, blad(kader, antwoorden)), kader, RONDE)


# The questions


def test_only_the_row_of_the_indicator_is_asked(klein: Kader) -> None:
    regels = stel_vragenlijst_op(klein, RONDE, "NB", KLAAR).regels
    eigen = [r for r in regels if r.indicator.code == "A01-I1"]
    assert [(r.code, r.vraag) for r in eigen] == [("A01-I1", bevestiging_vraag(klein.stoplicht))]
    assert any(r.meetwaarde for r in regels)


def test_the_version_of_the_questions_is_another_one(klein: Kader) -> None:
    gewoon = stel_vragenlijst_op(klein, RONDE, "NB").kenmerk
    bevestiging = stel_vragenlijst_op(klein, RONDE, "NB", KLAAR).kenmerk
    assert bevestiging.versie != gewoon.versie
    assert stel_vragenlijst_op(klein, RONDE, "HB", KLAAR).kenmerk == (
        stel_vragenlijst_op(klein, RONDE, "HB").kenmerk
    )


# The sheet


@pytest.mark.parametrize(
    ("antwoord", "controle"),
    [
        ({}, Controle.NOG_INVULLEN),
        (oordeel("Afgerond"), Controle.INGEVULD),
        (oordeel("Groen"), Controle.SCHRIJF_TOELICHTING),
        (oordeel("Groen", toelichting="Fictief: er komt toch een vervolg"), Controle.INGEVULD),
        (oordeel("Oranje", "a", "Fictief"), Controle.INGEVULD),
        (oordeel("Oranje", toelichting="Fictief"), Controle.KIES_REDEN),
    ],
)
def test_the_sheet_says_what_is_missing(
    klein: Kader, tmp_path: Path, antwoord: dict[str, object], controle: str
) -> None:
    bestand = tmp_path / "blad.xlsx"
    bestand.write_bytes(blad(klein, {"A01-I1": antwoord}))
    tabel = zoek_tabel(load_workbook(bestand, data_only=True))
    assert tabel.cel("A01-I1", l.CONTROLE).value == controle
    assert "A01-I1-M1" not in tabel.rijen


# The return


def test_a_confirmation_is_complete_without_values(reader: Reader, klein: Kader) -> None:
    inzending = ingenomen(reader, klein, {"A01-I1": oordeel("Afgerond")})
    voorzet = inzending.voorzetten["A01-I1"]
    assert (voorzet.bevestiging, voorzet.compleet, voorzet.ontbreekt) == (True, True, ())
    # Nothing is loose text, and no row is missing.
    assert {b.plek.cel for b in inzending.bevindingen if "A01-I1" in b.tekst} == set()
    assert catalogue.ANDERE_VERSIE.code not in codes(inzending.bevindingen)


def test_who_says_otherwise_says_why(reader: Reader, klein: Kader) -> None:
    zonder = ingenomen(reader, klein, {"A01-I1": oordeel("Groen")})
    assert catalogue.TOELICHTING_ONTBREEKT.code in codes(zonder.bevindingen)
    assert not zonder.voorzetten["A01-I1"].compleet
    met = ingenomen(reader, klein, {"A01-I1": oordeel("Groen", toelichting="Fictief")})
    assert met.voorzetten["A01-I1"].compleet


def test_a_sheet_is_judged_by_what_it_asked(reader: Reader, klein: Kader) -> None:
    """One that asked all, made before the BO decided, keeps its values."""
    gewoon = terug(reader, klein, blad(klein, woningen(12), frozenset()))
    assert gewoon.bevestigingen == frozenset()
    voorzet = validate(gewoon, klein, RONDE).voorzetten["A01-I1"]
    assert voorzet.waarden["A01-I1-M1"].waarde == 12


@pytest.mark.parametrize("deel", l.BEVESTIGING_VRAAG, ids=["begin", "end"])
def test_a_question_that_is_ours_in_part_asks_no_confirmation(
    reader: Reader, klein: Kader, deel: str
) -> None:
    data = bewerk(blad(klein, {"A01-I1": oordeel("Afgerond")}), overal(deel, "Fictief "))
    assert terug(reader, klein, data).bevestigingen == frozenset()


def test_without_the_column_of_questions_the_missing_rows_are_named(
    reader: Reader, klein: Kader
) -> None:
    data = vul(blad(klein, {}), {"A01-I1": oordeel("Afgerond")}, kop(l.VRAAG, "Iets anders"))
    gelezen = terug(reader, klein, data)
    assert gelezen.bevestigingen == frozenset()
    assert "A01-I1-M1" in " ".join(
        b.tekst for b in gelezen.bevindingen if b.code == catalogue.CODE_WEG.code
    )


def test_its_correction_workbook_asks_the_same(reader: Reader, klein: Kader) -> None:
    gelezen = terug(reader, klein, blad(klein, {"A01-I1": oordeel("Groen")}))
    opdracht = stel_op(gelezen, klein, RONDE, {})
    assert opdracht is not None
    assert opdracht.bevestigen == KLAAR
    opnieuw = terug(reader, klein, write_input_sheet(opdracht))
    assert opnieuw.bevestigingen == KLAAR
    assert catalogue.CODE_WEG.code not in codes(opnieuw.bevindingen)


# The matrix


def rij(kader: Kader, **gegeven: Antwoorden) -> Matrixrij:
    matrix = maak_matrix(kader, RONDE, gegeven, bevestigd=KLAAR)
    return next(r for r in matrix.rijen if r.indicator.code == "A01-I1")


def test_a_confirmed_row_is_complete_and_reckons_nothing(klein: Kader) -> None:
    klaar: Antwoorden = {"A01-I1": oordeel("Afgerond")}
    bevestigd = rij(klein, NB=klaar, ZW=klaar)
    assert (bevestigd.voorstel, bevestigd.standen, bevestigd.volledig) == ("Afgerond", (), True)


def test_who_sent_nothing_is_still_missed(klein: Kader) -> None:
    half = rij(klein, NB={"A01-I1": oordeel("Afgerond")})
    assert not half.volledig
    assert half.standen[0].tekst == "deelstand, 1 van 2"


def test_a_confirmation_beside_values_leaves_their_total(klein: Kader) -> None:
    """ZW answered a sheet that asked all."""
    matrix = maak_matrix(klein, RONDE, {"ZW": woningen(5)})
    bevestigd = maak_matrix(klein, RONDE, {"NB": {"A01-I1": oordeel("Afgerond")}}, bevestigd=KLAAR)
    inbreng = {"NB": bevestigd.rijen[0].inbreng["NB"], "ZW": matrix.rijen[0].inbreng["ZW"]}
    netto, *_ = standen(klein, matrix.rijen[0].indicator, inbreng)
    assert (netto.waarde, netto.volledig) == (5, True)


def test_a_confirmation_that_came_loose_is_a_voorstel_like_any_other(klein: Kader) -> None:
    los = rij(
        klein,
        NB={"A01-I1": oordeel("Oranje", "a", "Fictief")},
        ZW={"A01-I1": oordeel("Afgerond")},
    )
    assert los.voorstel == "Oranje"
    assert [v.beoordeling for v in los.inbreng.values() if v] == ["Oranje", "Afgerond"]

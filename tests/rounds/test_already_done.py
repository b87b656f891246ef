"""What the partijen already do: printed, asked once a year, on a sheet of its own in the matrix."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from invullen import leeg_blad, lees_document, vul
from openpyxl import load_workbook
from sjablonen import schrijf_sjabloon

from kaderxl.core import catalogue, labels as l
from kaderxl.core.answers import Inzending, Return
from kaderxl.core.kader import Kader
from kaderxl.core.phrases import lees_loopt
from kaderxl.core.rounds import Fase, Ronde
from kaderxl.matrix.combine import combine
from kaderxl.matrix.sheets.lists import dit_doen_we_al
from kaderxl.matrix.sheets.workbook import write_matrix
from kaderxl.reading import Reader
from kaderxl.returns.judge import validate
from kaderxl.returns.recognise import read_return
from kaderxl.sheets.questions import Lopendvraag, stel_vragenlijst_op
from kaderxl.template.read import read_template

TUSSENSTAND = Ronde(2026, Fase.TUSSENSTAND)
LOPEND = """
    | code  | thema  | tekst               | datum | vragen | gevraagd aan |
    | ----- | ------ | ------------------- | ----- | ------ | ------------ |
    | DD-01 | Bouwen | Labels E, F en G weg| 2028  | ja     | corporaties  |
    | DD-02 | Bouwen | Het tuinfonds       |       |        |              |
    | DD-03 | Bouwen | De evaluatie        | 2026  | ja     |              |
"""


@pytest.fixture(scope="module")
def met(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Kader:
    pad: Path = tmp_path_factory.mktemp("s") / "s.xlsx"
    return read_template(schrijf_sjabloon(pad, **{l.LOPEND: LOPEND}), reader).geldig()


IETS = {"A01-I1": {l.BEOORDELING: "Groen"}}


def teruggestuurd(kader: Kader, reader: Reader, geschreven: str) -> Inzending:
    """The sheet of Noordbouw with this behind DD-01, as it is read."""
    antwoorden = {"DD-01": {l.PLANNEN: geschreven}, **IETS} if geschreven else IETS
    blad = vul(leeg_blad(kader, "NB", TUSSENSTAND), antwoorden)
    gelezen = read_return("b.xlsx", lees_document(reader, blad), kader, TUSSENSTAND)
    assert isinstance(gelezen, Return), gelezen
    return validate(gelezen, kader, TUSSENSTAND)


def gevraagd(kader: Kader, partij: str, ronde: Ronde = TUSSENSTAND) -> list[str]:
    vragen = stel_vragenlijst_op(kader, ronde, partij).programma
    return [v.code for v in vragen if isinstance(v, Lopendvraag)]


def test_who_is_named_is_asked_once_a_year_and_else_everyone(met: Kader) -> None:
    assert gevraagd(met, "NB") == ["DD-01", "DD-03"]
    assert gevraagd(met, "GEM") == ["DD-03"]
    assert gevraagd(met, "NB", Ronde(2026)) == []
    assert gevraagd(met, "NB", Ronde(2031, Fase.TUSSENSTAND)) == ["DD-01", "DD-03"]


def test_it_is_no_other_version_of_the_questions(met: Kader) -> None:
    zonder = replace(met, toezeggingen=())
    een, ander = (stel_vragenlijst_op(k, TUSSENSTAND, "NB").kenmerk for k in (met, zonder))
    assert een == ander


@pytest.mark.parametrize(
    ("geschreven", "gelezen"),
    [
        ("loopt", ("loopt", "")),
        ("Loopt, nog 12 te gaan", ("loopt", "nog 12 te gaan")),
        ("gestopt: te duur", ("gestopt", "te duur")),
        ("KLAAR – in maart", ("klaar", "in maart")),
        ("weet ik niet", ("", "weet ik niet")),
        ("klaarblijkelijk niet", ("", "klaarblijkelijk niet")),
    ],
)
def test_an_answer_as_people_write_it(geschreven: str, gelezen: tuple[str, str]) -> None:
    assert lees_loopt(geschreven) == gelezen


@pytest.mark.parametrize(
    ("geschreven", "codes"),
    [
        ("loopt", []),
        ("gestopt", [catalogue.GESTOPT_ZONDER_REDEN.code]),
        ("klaar, alles is B", []),
        ("volgend jaar", [catalogue.LOOPT_ONLEESBAAR.code]),
        ("", []),
    ],
)
def test_what_is_no_answer_or_says_not_why_is_a_question(
    met: Kader, reader: Reader, geschreven: str, codes: list[str]
) -> None:
    over = {"I470", "I471"}
    gegeven = teruggestuurd(met, reader, geschreven)
    assert [b.code for b in gegeven.bevindingen if b.code in over] == codes


def test_the_matrix_has_them_on_a_sheet_of_their_own(met: Kader, reader: Reader) -> None:
    gegeven = teruggestuurd(met, reader, "gestopt, te duur")
    matrix = combine(met, TUSSENSTAND, [gegeven])
    tabel = dit_doen_we_al(matrix)
    rijen = [dict(zip([k.titel for k in tabel.kolommen], r, strict=True)) for r in tabel.rijen]
    assert [r["Code"] for r in rijen] == ["DD-01", "DD-02", "DD-03"]
    gezegd = [str(r["Wat de partijen zeggen"]).split("\n") for r in rijen]
    assert {"Noordbouw: gestopt: te duur", f"Zuidwonen: {l.NIET_INGEVULD}"} <= {*gezegd[0]}
    assert not any("Huurdersbelang" in regel for regel in gezegd[0])
    assert not any("Noordbouw" in regel for regel in gezegd[1])
    boek = load_workbook(io.BytesIO(write_matrix(matrix)))
    assert l.LOPEND in boek.sheetnames
    assert (
        l.LOPEND
        not in load_workbook(
            io.BytesIO(write_matrix(replace(matrix, kader=replace(met, toezeggingen=()))))
        ).sheetnames
    )


def test_the_shipped_thirty_are_as_printed_and_asked_where_a_date_is_named(kader: Kader) -> None:
    per_thema: dict[str, int] = {}
    for t in kader.toezeggingen:
        per_thema[t.thema] = per_thema.get(t.thema, 0) + 1
    assert [*per_thema.values()] == [3, 5, 5, 5, 12]
    dubbel = [t.tekst.rstrip(".") for t in kader.toezeggingen]
    assert len(dubbel) - len(set(dubbel)) == 1
    assert all(t.vragen == bool(t.datum) for t in kader.toezeggingen)
    assert sorted(t.datum for t in kader.toezeggingen if t.vragen) == ["2026", "2026", "2028"]


def test_the_sheet_may_be_absent_and_a_code_must_be_one(tmp_path: Path, reader: Reader) -> None:
    zonder = read_template(schrijf_sjabloon(tmp_path / "z.xlsx"), reader)
    assert zonder.geldig().toezeggingen == ()
    fout = LOPEND.replace("DD-02", "JP-02")
    gelezen = read_template(schrijf_sjabloon(tmp_path / "f.xlsx", **{l.LOPEND: fout}), reader)
    assert catalogue.TOEZEGGING_CODE.code in [b.code for b in gelezen.bevindingen]

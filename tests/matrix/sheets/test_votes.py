"""The sheets of a vote in the words of a template, or not at all; what is on them is read back."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from rondes_maken import maak_matrix

from kaderxl.core import labels as l
from kaderxl.core.kader import Kader
from kaderxl.core.outcome import Matrix, Stemming, Vastgelegd
from kaderxl.core.proposals import Stempunt
from kaderxl.core.rounds import Ronde
from kaderxl.matrix.decisions import Gelezen, read_decisions
from kaderxl.matrix.sheets.workbook import write_matrix
from kaderxl.reading import Document, Reader

STEMMEN = {"NB": "Groen", "ZW": "Rood"}
GESTEMD = Vastgelegd(
    stemmingen={1: Stemming(1, "Ja", None, STEMMEN)},
    stempunten={
        "ST-1": Stempunt("ST-1", "Fictief?", "Ja", "Nee", moderator="Fictief Bureau", stemmen={})
    },
)


def matrix(kader: Kader, vastgelegd: Vastgelegd = Vastgelegd(), **instellingen: object) -> Matrix:
    eigen = replace(kader.instellingen, **instellingen)  # type: ignore[arg-type]
    lege = maak_matrix(replace(kader, instellingen=eigen), Ronde(2026), {})
    return replace(lege, vastgelegd=vastgelegd)


def koppen(van: Matrix) -> dict[str, list[object]]:
    boek = load_workbook(io.BytesIO(write_matrix(van)))
    return {blad.title: [cel.value for cel in blad[2]] for blad in boek}


def lees(reader: Reader, van: Matrix) -> Gelezen:
    document = reader.read("m.xlsx", write_matrix(van))
    assert isinstance(document, Document)
    gelezen = read_decisions("m.xlsx", document, van.kader, "m.xlsx")
    assert gelezen is not None
    return gelezen


def test_an_agreement_without_a_vote_has_no_sheets_for_it(klein: Kader, reader: Reader) -> None:
    van = matrix(klein, stemmen=False)
    assert not {l.BESLUITVORMING, l.STEMMINGEN} & koppen(van).keys()
    gelezen = lees(reader, van)
    assert gelezen.zonder == ()
    tekst = "\n".join(
        str(c.value)
        for rij in load_workbook(io.BytesIO(write_matrix(van)))[l.MATRIX_LEESMIJ].iter_rows()
        for c in rij
    )
    assert "stem" not in tekst.lower().replace("stempel", "").replace("overeenstem", "")


def test_a_vote_that_was_cast_before_is_not_lost(klein: Kader, reader: Reader) -> None:
    van = matrix(klein, GESTEMD, stemmen=False, moderator="nee")
    assert l.MODERATOR in koppen(van)[l.BESLUITVORMING]
    vastgelegd = lees(reader, van).vastgelegd
    assert vastgelegd.stemmingen[1].stemmen == STEMMEN
    assert vastgelegd.stempunten["ST-1"].moderator == "Fictief Bureau"


@pytest.mark.parametrize("naam", ["moderator", "voorzitter", "onafhankelijk begeleider"])
def test_who_leads_the_talk_is_called_so_and_read_back(
    klein: Kader, reader: Reader, naam: str
) -> None:
    van = matrix(klein, GESTEMD, moderator=naam)
    ingehuurd = f"{naam.capitalize()} ingehuurd"
    assert ingehuurd in koppen(van)[l.BESLUITVORMING]
    assert (l.MODERATOR in koppen(van)[l.BESLUITVORMING]) == (naam == "moderator")
    vastgelegd = lees(reader, van).vastgelegd
    assert vastgelegd.stemmingen[1].moderator == "Ja"
    assert vastgelegd.stempunten["ST-1"].moderator == "Fictief Bureau"


def test_without_one_there_is_no_column_and_votes_are_read(klein: Kader, reader: Reader) -> None:
    stemming = replace(GESTEMD.stemmingen[1], moderator="")
    van = matrix(klein, Vastgelegd(stemmingen={1: stemming}), moderator="geen")
    assert koppen(van)[l.BESLUITVORMING][3] == l.VANAF
    assert l.WIE_MODEREERT not in koppen(van)[l.STEMMINGEN]
    assert lees(reader, van).vastgelegd.stemmingen[1].stemmen == STEMMEN

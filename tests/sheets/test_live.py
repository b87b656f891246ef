"""What is yellow on a sheet is what is still to be filled in, live and in every program."""

from __future__ import annotations

import io

import pytest
from invullen import Antwoorden, antwoorden, leeg_blad, oordeel, vul, zoek_tabel
from levend import vullingen
from openpyxl import load_workbook

from kaderxl.core import labels as l
from kaderxl.core.kader import Kader
from kaderxl.writing.colours import INVOER, LET_OP_VULLING, MAG_LEEG

GEEL, WIT, ROZE = INVOER[1:], MAG_LEEG[1:], LET_OP_VULLING[1:]
IN_DE_RIJ = (l.REDEN, l.TOELICHTING)


def kleuren(data: bytes, code: str, *kolommen: str) -> tuple[str, ...]:
    tabel = zoek_tabel(load_workbook(io.BytesIO(data)))
    cellen = [tabel.adres(code, kolom) for kolom in kolommen]
    gevonden = vullingen(data, cellen)
    return tuple(gevonden[cel] for cel in cellen)


@pytest.mark.parametrize(
    ("gegeven", "reden", "toelichting"),
    [
        ({}, WIT, WIT),
        (oordeel("Groen"), WIT, WIT),
        (oordeel("Oranje"), GEEL, GEEL),
        (oordeel("Oranje", "a"), WIT, GEEL),
        (oordeel("Oranje", "a", "Fictief: later"), WIT, WIT),
        (oordeel("Oranje", "z", "Fictief: later"), ROZE, WIT),
        (oordeel("N.v.t."), WIT, GEEL),
    ],
)
def test_a_reden_is_yellow_only_with_a_colour_that_asks_it(
    klein: Kader, gegeven: dict[str, object], reden: str, toelichting: str
) -> None:
    data = vul(leeg_blad(klein, "NB"), {"A01-I1": gegeven})
    assert kleuren(data, "A01-I1", *IN_DE_RIJ) == (reden, toelichting)


def test_a_judgement_in_words_asks_for_them_with_each_colour(klein: Kader) -> None:
    leeg = leeg_blad(klein, "NB")
    assert kleuren(leeg, "A02-I2", *IN_DE_RIJ) == (WIT, GEEL)
    gegeven: Antwoorden = {"A02-I2": oordeel("Groen", None, "Fictief: dit gaat goed")}
    assert kleuren(vul(leeg, gegeven), "A02-I2", *IN_DE_RIJ) == (WIT, WIT)


def test_a_value_is_yellow_until_it_is_there_or_need_not_be(klein: Kader) -> None:
    leeg = leeg_blad(klein, "NB")

    def waarde(code: str, gegeven: Antwoorden) -> str:
        return kleuren(vul(leeg, gegeven), code, l.WAARDE)[0]

    assert waarde("A01-I1-M2", {}) == GEEL
    assert waarde("A01-I1-M2", {"A01-I1-M2": {l.WAARDE: 0}}) == WIT
    assert waarde("A01-I1-M2", {"A01-I1": oordeel("N.v.t.")}) == WIT
    assert waarde("A02-I2-M1", {}) == WIT, "it may stay empty"


def test_nothing_is_yellow_on_a_sheet_that_is_done(klein: Kader) -> None:
    data = vul(leeg_blad(klein, "NB"), antwoorden(klein, "NB"))
    tabel = zoek_tabel(load_workbook(io.BytesIO(data)))
    eigen = [c.coordinate for r in tabel.blad.iter_rows() for c in r if not c.protection.locked]
    assert GEEL not in vullingen(data, eigen).values()
    assert str(tabel.blad.cell(2, tabel.cel("A01-I1-M1", l.WAARDE).column).value).startswith("=IF(")

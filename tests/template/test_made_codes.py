"""Codes that kaderxl makes: never one sign twice, and the same as long as the words are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from dorpen import ZEEDORP, schrijf_zeedorp

from kaderxl.core import catalogue
from kaderxl.core.kader import Kader
from kaderxl.reading import Reader
from kaderxl.template.made_codes import cijfercode, uit_woorden
from kaderxl.template.read import Sjabloon, read_template

Lees = Callable[..., Sjabloon]


@pytest.fixture
def lees(tmp_path: Path, reader: Reader) -> Lees:
    return lambda **anders: read_template(schrijf_zeedorp(tmp_path / "zee.xlsx", **anders), reader)


def test_a_cijfer_called_as_its_indicator_bears_no_sign_twice() -> None:
    zelfde = f"1A-{uit_woorden('opgeleverde woningen')}"
    code = cijfercode(zelfde, "Opgeleverde woningen")
    begin, teken = code.rsplit("-", 1)
    assert begin == zelfde
    assert not zelfde.endswith(teken)
    assert code == cijfercode(zelfde, " opgeleverde woningen.")
    assert cijfercode(zelfde, "gesloopt") == f"{zelfde}-{uit_woorden('gesloopt')}"


def _codes(kader: Kader) -> list[str]:
    return [i.code for i in kader.indicatoren]


def _genummerd(nummers: dict[str, str], teken: str) -> str:
    tabel = str(ZEEDORP["Monitoringstabel"])
    for nummer, anders in nummers.items():
        tabel = tabel.replace(f" {nummer}. ", f" {anders}{teken}")
    return tabel


_LEEG = {
    blad: "\n".join(str(ZEEDORP[blad]).strip().splitlines()[:2])
    for blad in ("Meetwaarden", "Doelen")
}


@pytest.mark.parametrize("teken", [" ", ". ", ": ", " - ", ") "])
def test_a_sign_behind_a_printed_number_changes_no_code(lees: Lees, teken: str) -> None:
    nummers = {"1a": "A1", "1b": "A2", "2a": "B1", "2b": "B2"}
    met_punt, anders = (
        lees(Monitoringstabel=_genummerd(nummers, t), **_LEEG).geldig() for t in (". ", teken)
    )
    assert _codes(anders) == _codes(met_punt)
    assert {code[:2] for code in _codes(anders)} == {*nummers.values()}


def test_who_wrote_no_codes_is_answered_in_words(lees: Lees) -> None:
    doelen = str(ZEEDORP["Doelen"]).replace("opgeleverde woningen", "Opgeleverde woning")
    sjabloon = lees(Doelen=doelen)
    (fout,) = [b for b in sjabloon.bevindingen if b.code == catalogue.INDICATOR_ONBEKEND.code]
    assert "“Opgeleverde woning”" in fout.tekst
    assert "opgeleverde woningen, locaties, verhuisde ouderen" in fout.actie
    assert "Bedoelt u “opgeleverde woningen”?" in fout.actie

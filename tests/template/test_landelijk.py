"""The column landelijk: by which name other municipalities have the same figure."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from invullen import codes, enige
from openpyxl import load_workbook
from sjablonen import met_landelijk, schrijf_sjabloon, vervang

from kaderxl.core import catalogue, labels as l
from kaderxl.core.national import LANDELIJK, landelijk_in
from kaderxl.reading import Reader
from kaderxl.template.kinds import SOORTEN
from kaderxl.template.read import Sjabloon, read_template


def met(
    reader: Reader, map_: Path, anders: Mapping[str, str | None] | None = None, **landelijk: str
) -> Sjabloon:
    """Molendam's template with these codes, by the code of the row with _ for -."""
    pad = schrijf_sjabloon(map_ / "sjabloon.xlsx", **met_landelijk(anders or {}, **landelijk))
    return read_template(pad, reader)


def test_a_template_does_without_the_column(reader: Reader, tmp_path: Path) -> None:
    sjabloon = read_template(schrijf_sjabloon(tmp_path / "s.xlsx"), reader)
    assert landelijk_in(sjabloon.geldig(), 2026) == {}
    assert sjabloon.bevindingen == ()


def test_a_code_of_the_list_that_fits_says_nothing(reader: Reader, tmp_path: Path) -> None:
    """On a meetwaarde for what it asks, on an indicator for the figure that is reckoned of it."""
    sjabloon = met(reader, tmp_path, A01_I1="toevoeging netto", A01_I1_M2="Sloop")
    assert sjabloon.bevindingen == ()
    codes_nu = landelijk_in(sjabloon.geldig(), 2026)
    assert {code: d.code for code, d in codes_nu.items()} == {
        "TOEVOEGING-NETTO": "A01-I1", "SLOOP": "A01-I1-M2",
    }  # fmt: skip


def test_an_unknown_code_is_a_warning_and_is_kept(reader: Reader, tmp_path: Path) -> None:
    sjabloon = met(reader, tmp_path, A01_I1_M2="SLOP")
    fout = enige(sjabloon.bevindingen, catalogue.LANDELIJK_ONBEKEND)
    assert (fout.plek.blad, fout.plek.cel) == (l.MEETWAARDEN, "L3")
    assert "Bedoelt u “SLOOP”?" in fout.actie
    assert [*landelijk_in(sjabloon.geldig(), 2026)] == ["SLOP"]


@pytest.mark.parametrize(
    ("waar", "code", "gevraagd"),
    [
        ("A02_I2_M1", "SLOOP", "percentage in %"),
        ("A01_I2_M1", "SLOOP", "ja/nee"),
        ("A03_I1_M1", "SLOOP", "aantal in projecten"),
        ("A02_I1", "VOORRAAD", "percentage in %"),
        ("A01_I2", "SLOOP", "niet één cijfer"),
    ],
)
def test_a_code_for_something_else_than_is_asked_is_a_warning(
    reader: Reader, tmp_path: Path, waar: str, code: str, gevraagd: str
) -> None:
    fout = enige(
        met(reader, tmp_path, None, **{waar: code}).bevindingen, catalogue.LANDELIJK_PAST_NIET
    )
    assert fout.tekst.endswith(f"aantal in woningen; hier vragen we {gevraagd}.")


def test_two_with_one_code_in_one_year_count_for_nothing(reader: Reader, tmp_path: Path) -> None:
    sjabloon = met(reader, tmp_path, A01_I1_M2="SLOOP", A01_I1_M3="SLOOP", A01_I1_M1="TOEVOEGING")
    fout = enige(sjabloon.bevindingen, catalogue.LANDELIJK_DUBBEL)
    assert (fout.plek.cel, "A01-I1-M2" in fout.tekst) == ("L4", True)
    assert [*landelijk_in(sjabloon.geldig(), 2026)] == ["TOEVOEGING"]


def test_what_took_over_in_a_later_year_may_have_the_same_code(
    reader: Reader, tmp_path: Path
) -> None:
    later: Mapping[str, str | None] = vervang(
        "Monitoringstabel", "jaarlijks overleg | > 2026", "jaarlijks overleg | > 2027"
    )
    eigen = {"A01_I2_M1": "EIGEN", "A03_I2_M1": "EIGEN"}
    sjabloon = met(reader, tmp_path, later, **eigen)
    assert set(codes(sjabloon.bevindingen)) == {catalogue.LANDELIJK_ONBEKEND.code}
    kader = sjabloon.geldig()
    assert [landelijk_in(kader, j)["EIGEN"].code for j in (2026, 2027)] == [
        "A01-I2-M1",
        "A03-I2-M1",
    ]


def test_the_list_is_a_dozen_that_a_template_can_ask() -> None:
    assert len(LANDELIJK) == 12
    for code, wat in LANDELIJK.items():
        assert code == code.upper()
        assert wat.soort in SOORTEN
        assert wat.betekenis
        assert wat.eenheid


def test_the_shipped_template_has_the_codes_that_plainly_fit(shipped: Path, reader: Reader) -> None:
    kader = read_template(shipped, reader).geldig()
    assert {code: d.code for code, d in landelijk_in(kader, 2026).items()} == {
        "TOEVOEGING-NETTO": "A01-I1", "TOEVOEGING": "A01-I1-M1", "SLOOP": "A01-I1-M2",
        "VERKOOP": "A01-I1-M3", "AFTOPPING": "A05-I1-M1", "VOORRAAD": "A05-I1-M2",
        "VERDUURZAMING": "A07-I1-M1",
    }  # fmt: skip
    boek = load_workbook(shipped)
    koppen = [cel.value for cel in boek[l.LIJSTEN][1]]
    plaats = koppen.index("landelijk")
    assert koppen[plaats + 1] == "landelijk (voorstel): wat het is"
    rijen = [r[plaats : plaats + 2] for r in boek[l.LIJSTEN].iter_rows(2, values_only=True)]
    assert [r for r in rijen if r[0]] == [(w.code, w.in_woorden) for w in LANDELIJK.values()]

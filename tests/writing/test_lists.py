"""The lists of a ronde: ours, as Excel saves them in Dutch, cut off, and not ours at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from kaderxl.core import catalogue
from kaderxl.core.findings import NietUitgevoerd
from kaderxl.core.text import leesbaar
from kaderxl.writing.lists import as_list, read_list, rows_in

KOLOMMEN = ("wanneer", "bestand", "reden")
RIJ = {"wanneer": "2027-02-01T09:00:00+01:00", "bestand": "1a2b3c4d Café.xlsx", "reden": "a; b, c"}


@pytest.fixture
def lijst(tmp_path: Path) -> Path:
    return tmp_path / "keuze.csv"


def test_no_list_has_no_rows(lijst: Path) -> None:
    assert read_list(lijst, KOLOMMEN, "bestand") == (None, [])


teksten = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)


@given(st.lists(st.fixed_dictionaries(dict.fromkeys(KOLOMMEN, teksten))))
def test_what_is_written_is_read(rijen: list[dict[str, str]]) -> None:
    """A sign that steers what is shown comes back as its code."""
    data = as_list(rijen, KOLOMMEN)
    getoond = [{naam: leesbaar(cel) for naam, cel in rij.items()} for rij in rijen]
    assert rows_in(data, Path("x"), KOLOMMEN, "bestand") == getoond
    assert as_list(rows_in(data, Path("x"), KOLOMMEN, "bestand"), KOLOMMEN) == data


@pytest.mark.parametrize("tekens", ["cp1252", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("scheiding", [";", ",", "\t"])
def test_saved_by_excel(lijst: Path, tekens: str, scheiding: str) -> None:
    cellen = [f'"{cel}"' if set(cel) & set(";,") else cel for cel in RIJ.values()]
    regels = (scheiding.join(KOLOMMEN), scheiding.join(cellen), "")
    lijst.write_bytes("\r\n".join(regels).encode(tekens))
    assert read_list(lijst, KOLOMMEN, "bestand")[1] == [RIJ]


def test_saved_by_a_dutch_excel_that_took_each_line_for_one_cell(lijst: Path) -> None:
    kop, *regels = as_list([RIJ, RIJ | {"reden": "x"}], KOLOMMEN).decode("utf-8-sig").splitlines()
    dicht = ['"' + regel.replace('"', '""') + '"' if '"' in regel else regel for regel in regels]
    lijst.write_bytes("\r\n".join([kop, *dicht]).encode("cp1252"))
    assert read_list(lijst, KOLOMMEN, "bestand")[1] == [RIJ, RIJ | {"reden": "x"}]


def test_a_lone_quote_that_swallows_lines_is_said(lijst: Path) -> None:
    inhoud = b'wanneer,bestand,reden\r\n1,a.xlsx,"zo\r\n2,b.xlsx,ja\r\n'
    lijst.write_bytes(inhoud)
    with pytest.raises(NietUitgevoerd) as fout:
        read_list(lijst, KOLOMMEN, "bestand")
    assert [b.code for b in fout.value.bevindingen] == [catalogue.LIJST_NIET_HEEL.code]
    assert lijst.read_bytes() == inhoud


def test_a_first_line_that_only_says_what_separates(lijst: Path) -> None:
    lijst.write_bytes(b"sep=;\r\nwanneer;bestand;reden\r\nx;y;z\r\n")
    assert read_list(lijst, KOLOMMEN, "bestand")[1] == [dict(zip(KOLOMMEN, "xyz", strict=True))]


def test_it_bears_its_version_as_a_header_with_nothing_under_it(lijst: Path) -> None:
    kop, rij = as_list([RIJ], KOLOMMEN).decode("utf-8-sig").splitlines()
    assert kop == "wanneer,bestand,reden,kaderxl/1"
    assert rij.endswith('"a; b, c",')
    lijst.write_text(f"{kop},van mij\n{rij},ja\n", "utf-8-sig")
    _, rijen = read_list(lijst, KOLOMMEN, "bestand")
    assert rijen == [{**RIJ, "van mij": "ja"}]
    assert as_list(rijen, KOLOMMEN).count(b"kaderxl/") == 1


def test_a_list_of_before_there_were_versions_is_read_and_then_bears_one(lijst: Path) -> None:
    data = as_list([RIJ], KOLOMMEN)
    lijst.write_bytes(data.replace(b",kaderxl/1", b"").replace(b'c",', b'c"'))
    _, rijen = read_list(lijst, KOLOMMEN, "bestand")
    assert as_list(rijen, KOLOMMEN) == data


@pytest.mark.parametrize("scheiding", [";", ",", "\t"])
def test_a_list_of_a_newer_kaderxl_is_refused_and_left_alone(lijst: Path, scheiding: str) -> None:
    inhoud = f"{scheiding.join([*KOLOMMEN, 'erbij', 'kaderxl/2'])}\r\n".encode()
    lijst.write_bytes(inhoud)
    with pytest.raises(NietUitgevoerd) as fout:
        read_list(lijst, KOLOMMEN, "bestand")
    assert [b.code for b in fout.value.bevindingen] == [catalogue.LIJST_TE_NIEUW.code]
    assert lijst.read_bytes() == inhoud


def test_a_column_that_somebody_added_stays(lijst: Path) -> None:
    lijst.write_bytes(as_list([{**RIJ, "van mij": "ja"}], KOLOMMEN))
    _, rijen = read_list(lijst, KOLOMMEN, "bestand")
    assert b"van mij" in as_list([*rijen, RIJ], KOLOMMEN)


@pytest.mark.parametrize("over", range(1, 12))
def test_a_line_that_was_cut_off_is_not_glued_to_the_next(lijst: Path, over: int) -> None:
    lijst.write_bytes(as_list([RIJ, RIJ], KOLOMMEN)[:-over])
    _, rijen = read_list(lijst, KOLOMMEN, "bestand")
    lijst.write_bytes(as_list([*rijen, RIJ], KOLOMMEN))
    _, rijen = read_list(lijst, KOLOMMEN, "bestand")
    assert rijen[0] == rijen[-1] == RIJ
    assert len(rijen) == 3


@pytest.mark.parametrize(
    "inhoud", [b"\x00\x01\x02", b"PK\x03\x04", b"een;twee\n1;2\n", b"\n\n", b""]
)
def test_what_is_not_our_list_is_said_and_not_forgotten(lijst: Path, inhoud: bytes) -> None:
    lijst.write_bytes(inhoud)
    with pytest.raises(NietUitgevoerd) as fout:
        read_list(lijst, KOLOMMEN, "bestand")
    assert fout.value.bevindingen[0].code == catalogue.LIJST_ONLEESBAAR.code
    assert lijst.read_bytes() == inhoud


def test_a_list_that_is_a_folder_is_said(lijst: Path) -> None:
    lijst.mkdir()
    with pytest.raises(NietUitgevoerd):
        read_list(lijst, KOLOMMEN, "bestand")

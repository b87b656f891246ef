"""The traffic light on the sheet Lijsten: read as it is written, and held to what it must be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from contrasten import contrast
from sjablonen import STANDAARD, schrijf_sjabloon
from stoplichten import DRIE, VIJF

from kaderxl.core import catalogue, labels as l
from kaderxl.core.findings import Regel
from kaderxl.core.rounds import Bevinding, Plek
from kaderxl.core.traffic_light import HOOFDSTUK_8
from kaderxl.reading import Reader
from kaderxl.template.read import Sjabloon, read_template

Lees = Callable[[str], Sjabloon]


@pytest.fixture
def lees(tmp_path: Path, reader: Reader) -> Lees:
    def lees(lijsten: str) -> Sjabloon:
        return read_template(schrijf_sjabloon(tmp_path / "sjabloon.xlsx", Lijsten=lijsten), reader)

    return lees


@pytest.mark.parametrize("lijsten", [DRIE, VIJF], ids=["three", "five"])
def test_a_light_of_ones_own_is_in_order(lees: Lees, lijsten: str) -> None:
    assert lees(lijsten).bevindingen == ()


def test_what_a_light_says_is_what_is_written(lees: Lees) -> None:
    licht = lees(VIJF).geldig().stoplicht
    assert licht.op_voorzichtigheid == (
        "Gestopt", "In gevaar", "Vertraagd", "Op schema", "Loopt voor", "Voltooid", "Geldt niet",
    )  # fmt: skip
    assert (licht.klaar, licht.geldt_niet) == ("Voltooid", "Geldt niet")
    assert licht.focus == ("Gestopt", "In gevaar", "Vertraagd")
    assert [k for k in licht if k.vraagt_toelichting] == ["In gevaar", "Gestopt", "Geldt niet"]
    assert licht.focus[1].redenen == {"m": "mensen", "g": "geld", "k": "kennis"}
    assert licht.lees("af.") == "Voltooid"
    assert (licht.kleuren[3].symbool, licht.kleuren[3].vulling) == ("◐", "#E76F51")


def test_letters_are_black_or_white_whichever_reads_best(lees: Lees) -> None:
    for kleur in lees(DRIE).geldig().stoplicht:
        assert contrast(kleur.tekstkleur, kleur.vulling) >= 4.5
    assert [k.tekstkleur for k in lees(DRIE).geldig().stoplicht] == [
        "#000000",
        "#FFFFFF",
        "#FFFFFF",
    ]


def test_a_template_without_the_columns_has_the_light_of_chapter_8(lees: Lees) -> None:
    licht = lees(STANDAARD["Lijsten"]).geldig().stoplicht
    for kleur, standaard in zip(licht, HOOFDSTUK_8, strict=True):
        eigen = {"betekenis", "redenen"}
        zonder = [{k: v for k, v in vars(b).items() if k not in eigen} for b in (kleur, standaard)]
        assert zonder[0] == zonder[1]


def test_the_shipped_light_is_that_of_chapter_8(shipped: Path, reader: Reader) -> None:
    licht = read_template(shipped, reader).geldig().stoplicht
    for kleur, standaard in zip(licht, HOOFDSTUK_8, strict=True):
        assert vars(kleur) | {"betekenis": "", "redenen": {}} == vars(standaard)


def met_code(sjabloon: Sjabloon, regel: Regel) -> list[Bevinding]:
    return [b for b in sjabloon.bevindingen if b.code == regel.code]


OUD = STANDAARD["Lijsten"]
KLAAR_VOORAAN = VIJF.replace("| 6 |", "| 2 |").replace("| 2 | ja", "| 7 | ja")
ZONDER_KLAAR = DRIE.replace("nee | klaar |", "nee | |").replace("| | nee", "| 3 | nee")
NOG_EEN_NIET = "| 5 | nee | nee | niet van toepassing |"
NEGEN = f"""{VIJF}
| Half | x | | ☼ | #FFFFFF | | 8 | nee | nee | | | | |
| Heel | x | | ☽ | #FFFFFE | | 9 | nee | nee | | | | |
"""
GEVALLEN: list[tuple[Regel, str, str]] = [
    (catalogue.LICHT_ONVOLLEDIG, DRIE.replace("★", ""), "A2"),
    (catalogue.LICHT_ONVOLLEDIG, DRIE.replace("#5B2A86", ""), "A3"),
    (catalogue.LICHT_ONVOLLEDIG, DRIE.replace("| 2 |", "| |"), "A2"),
    (catalogue.LICHT_ONVOLLEDIG, OUD.replace("Oranje      |", "Geel |"), "A3"),
    (catalogue.LICHT_ONGESCHIKT, DRIE.replace("| Loopt", "| Loopt, denk ik"), "A2"),
    (catalogue.LICHT_ONGESCHIKT, DRIE.replace("| Loopt", '| "Loopt"'), "A2"),
    (catalogue.LICHT_ONGESCHIKT, DRIE.replace("| Loopt", "| L*"), "A2"),
    (catalogue.LICHT_ONGESCHIKT, DRIE.replace("★", "ok"), "D2"),
    (catalogue.LICHT_ONGESCHIKT, DRIE.replace("#CDE7FF", "lichtblauw"), "E2"),
    (catalogue.LICHT_ONGESCHIKT, DRIE.replace("#FFFFFF", "#FFF"), "F3"),
    (catalogue.LICHT_ONGESCHIKT, DRIE.replace("| 2 |", "| laag |"), "G2"),
    (catalogue.KEUZE_ONBEKEND, DRIE.replace("2 | nee", "2 | soms"), "H2"),
    (catalogue.KEUZE_ONBEKEND, DRIE.replace("nee | klaar |", "nee | bijna klaar |"), "J4"),
    (catalogue.LICHT_KLAAR, ZONDER_KLAAR, "A1"),
    (catalogue.LICHT_KLAAR, DRIE.replace("nee | | p –", "nee | klaar | p –"), "A1"),
    (catalogue.LICHT_GELDT_NIET, VIJF.replace("| 5 | nee | nee | |", NOG_EEN_NIET), "A1"),
    (catalogue.LICHT_AANTAL, NEGEN, "A1"),
    (catalogue.LICHT_GELIJK, DRIE.replace("gereed", "op schema."), "A4"),
    (catalogue.LICHT_GELIJK, DRIE.replace("| Klaar", "| LOOPT"), "A4"),
    (catalogue.LICHT_GELIJK, DRIE.replace("| Loopt", "| Niet ingevuld"), "A2"),
    (catalogue.LICHT_GELIJK, DRIE.replace("gereed", "onthouding"), "A4"),
    (catalogue.RANG_DUBBEL, DRIE.replace("| 2 |", "| 1 |"), "A3"),
    (catalogue.KLAAR_TE_VOORZICHTIG, KLAAR_VOORAAN, "A7"),
    (catalogue.REDENLIJST_ONTBREEKT, DRIE.replace("bij Hapert", "bij Iets anders"), "A3"),
    (catalogue.REDENLIJST_ONTBREEKT, DRIE.replace("| 2 | nee", "| 2 | ja"), "A2"),
    (catalogue.REDEN_ZONDER_LETTER, DRIE.replace("p – personeel", "personeel"), "K2"),
    (catalogue.REDENLETTER_DUBBEL, DRIE.replace("g – geld", "P. geld"), "K3"),
    (catalogue.REDENEN_ZONDER_WOORD, DRIE.replace("1 | ja", "1 | nee"), "K1"),
    (catalogue.CONTRAST_TE_KLEIN, DRIE.replace("#FFFFFF", "#999999"), "A3"),
    (catalogue.LICHT_ZELFDE, DRIE.replace("☑", "★"), "A4"),
    (catalogue.LICHT_ZELFDE, DRIE.replace("#1F4E79", "#5b2a86"), "A4"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("regel", "lijsten", "cel"), GEVALLEN, ids=[f"{n}-{g[0].code}" for n, g in enumerate(GEVALLEN)]
)
def test_what_is_wrong_with_a_light_is_said_where_it_is(
    lees: Lees, regel: Regel, lijsten: str, cel: str
) -> None:
    gevonden = met_code(lees(lijsten), regel)
    assert Plek("sjabloon.xlsx", l.LIJSTEN, cel) in [b.plek for b in gevonden]


def test_every_entry_about_the_light_is_provoked() -> None:
    licht = {r.code for r in catalogue.CATALOGUS if "S150" <= r.code <= "S163"}
    assert licht == {regel.code for regel, *_ in GEVALLEN} - {catalogue.KEUZE_ONBEKEND.code}


def test_a_light_that_is_wrong_is_no_template(lees: Lees) -> None:
    """Reasons without a letter once made partijen choose `p – ersoneel`."""
    sjabloon = lees(DRIE.replace("p – personeel", "personeel"))
    with pytest.raises(Exception, match="personeel"):
        sjabloon.geldig()

"""A chart shows the numbers that are there, and where there is none."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given, strategies as st

from kaderxl.writing.chart import Punt, Streven, column_chart, plan_bars

PUNTEN = (
    Punt("2026", 20),
    Punt("2027", 60),
    Punt("2028"),
    Punt("2029", -10),
    Punt("2030", komt_nog=True),
)
DOELEN = (Streven(120, 140, "2028", "120 tot 140"), Streven(180, None, "2040", "minstens 180"))


def grafiek(punten: tuple[Punt, ...] = PUNTEN, breedte: int = 900) -> ElementTree.Element:
    return ElementTree.fromstring(
        column_chart(punten, DOELEN, id_="g", titel="T", beschrijving="B", breedte=breedte)
    )


def van(soort: str, svg: ElementTree.Element) -> list[dict[str, str]]:
    return [e.attrib for e in svg if e.get("class") == soort]


def getal(kenmerken: dict[str, str], naam: str) -> float:
    return float(kenmerken[naam])


def test_a_column_is_as_high_as_its_number() -> None:
    een, drie, onder = van("staaf", grafiek())
    assert getal(drie, "height") == pytest.approx(3 * getal(een, "height"), abs=0.3)
    assert getal(een, "height") == pytest.approx(2 * getal(onder, "height"), abs=0.3)
    nul = getal(een, "y") + getal(een, "height")
    assert getal(onder, "y") == pytest.approx(nul, abs=0.2)
    (as_,) = van("as", grafiek())
    assert getal(as_, "y1") == pytest.approx(nul, abs=0.2)


def test_a_gap_is_an_outline_and_what_is_to_come_is_nothing() -> None:
    svg = grafiek()
    assert len(van("staaf", svg)) == 3
    (gat,) = van("gat", svg)
    assert getal(van("staaf", svg)[1], "x") < getal(gat, "x") < getal(van("staaf", svg)[2], "x")
    assert "?" in [e.text for e in svg if e.tag == "text"]


def test_a_target_is_a_band_up_to_its_year_or_a_line() -> None:
    svg = grafiek()
    (band,) = van("streven", svg)
    onder, boven, minstens = van("strevenlijn", svg)
    assert getal(band, "y") == getal(boven, "y1")
    assert getal(band, "y") + getal(band, "height") == pytest.approx(getal(onder, "y1"), abs=0.2)
    drie_van_vijf = 44 + (900 - 44 - 10) * 3 / 5
    assert getal(band, "x") + getal(band, "width") == pytest.approx(drie_van_vijf, abs=0.2)
    assert getal(minstens, "x2") == 890
    woorden = [e.text for e in svg if e.get("class") == "strevenwoord"]
    assert woorden == ["120 tot 140", "minstens 180"]


def test_words_of_targets_that_are_close_do_not_touch() -> None:
    dichtbij = (Streven(100, None, "2027", "a"), Streven(101, None, "2027", "b"))
    svg = ElementTree.fromstring(
        column_chart(PUNTEN, dichtbij, id_="g", titel="T", beschrijving="B")
    )
    een, twee = (getal(e, "y") for e in van("strevenwoord", svg))
    assert abs(een - twee) >= 16


def test_every_number_is_written_where_there_is_room() -> None:
    assert [e.text for e in grafiek() if e.get("class") == "waarde"] == ["20", "60", "-10"]
    veel = tuple(Punt(str(2026 + n), 1000 + n) for n in range(15))
    smal = grafiek(veel, breedte=300)
    assert [e.text for e in smal if e.get("class") == "waarde"] == ["1.014"]
    namen = [e.text for e in smal if e.get("class") == "aslabel" and "’" in (e.text or "")]
    assert namen[0] == "’26"
    assert len(namen) < 15


@given(st.lists(st.floats(-1e9, 1e9) | st.none(), max_size=12), st.sampled_from([300, 900]))
def test_nothing_is_drawn_outside_the_picture(waarden: list[float | None], breedte: int) -> None:
    svg = grafiek(tuple(Punt(str(n), w) for n, w in enumerate(waarden)), breedte)
    for staaf in [*van("staaf", svg), *van("gat", svg), *van("streven", svg)]:
        assert getal(staaf, "x") >= 0
        assert getal(staaf, "x") + getal(staaf, "width") <= breedte
        assert getal(staaf, "y") >= -0.2
        assert getal(staaf, "y") + getal(staaf, "height") <= 320


def test_it_says_what_it_is() -> None:
    svg = grafiek()
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == svg[0].get("id")
    assert svg.get("aria-describedby") == svg[1].get("id")
    assert (svg[0].text, svg[1].text) == ("T", "B")


def test_a_plan_is_never_drawn_as_made() -> None:
    delen = [("Hard", 50), ("Zacht", 100)]
    svg = ElementTree.fromstring(plan_bars(delen, id_="p", titel="T", beschrijving="B", schaal=200))
    hard, zacht = van("plan", svg)
    assert getal(zacht, "width") == 2 * getal(hard, "width") == pytest.approx((900 - 90) / 2)
    assert not van("staaf", svg)
    assert [e.text for e in svg if e.get("class") == "waarde"] == ["50", "100"]

"""Which year and who belong to which indicator: as many of one as of the other, one for all, or a
question."""

from __future__ import annotations

from kaderxl.template.printed.found import Blok, GevondenRij, Stuk
from kaderxl.template.printed.pairing import rijen_van


def rijen(
    wat: list[str], jaren: list[str], wie: list[str], gezien: bool = True
) -> list[GevondenRij]:
    een, twee, drie = (tuple(Stuk(t, "regel 1") for t in kolom) for kolom in (wat, jaren, wie))
    blok = Blok(Stuk("Wonen"), Stuk("1. Bouwen"), een, twee, drie, gezien=gezien)
    return [*rijen_van(blok)]


def cellen(gevonden: list[GevondenRij]) -> list[tuple[str, str, str]]:
    return [(r.indicator.tekst, r.jaar.tekst, r.actiehouder.tekst) for r in gevonden]


def test_as_many_go_two_by_two_and_one_is_of_all() -> None:
    gevonden = rijen(["a", "b"], ["2026", "2027"], ["gemeente"])
    assert cellen(gevonden) == [("a", "2026", "gemeente"), ("b", "2027", "gemeente")]
    assert not any(rij.twijfel for rij in gevonden)


def test_one_of_which_the_row_was_not_seen_is_in_doubt() -> None:
    eerste, _ = rijen(["a", "b"], ["2026", "2027"], ["gemeente"], gezien=False)
    assert eerste.twijfel == (
        "Bij 2 indicatoren staat één keer “gemeente”. Geldt dat voor alle 2?",
    )


def test_what_cannot_be_dealt_out_is_left_open_and_asked() -> None:
    gevonden = rijen(["a", "b", "c"], ["2026", "2027"], ["gemeente"])
    assert [rij.jaar.tekst for rij in gevonden] == ["", "", ""]
    (vraag,) = gevonden[0].twijfel
    assert "“2026”; “2027”" in vraag


def test_what_is_left_over_is_a_row_without_an_indicator() -> None:
    assert cellen(rijen(["a"], ["2026", "2026-2031"], ["corporaties"])) == [
        ("a", "2026", "corporaties"),
        ("", "2026-2031", ""),
    ]


def test_an_afspraak_with_nothing_is_a_row_all_the_same() -> None:
    assert cellen(rijen([], [], [])) == [("", "", "")]

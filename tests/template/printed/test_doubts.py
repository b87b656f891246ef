"""What a document leaves open or says in two ways, as questions."""

from __future__ import annotations

import pytest

from kaderxl.template.printed import doubts
from kaderxl.template.printed.found import NIETS, Blok, GevondenRij, Stuk


def rij(
    afspraak: str, indicator: str = "huizen", jaar: str = "2026", wie: str = "gemeente"
) -> GevondenRij:
    stukken = (Stuk(tekst, "regel 7") if tekst else NIETS for tekst in (afspraak, indicator))
    titel, wat = stukken
    wanneer, houder = (Stuk(tekst) if tekst else NIETS for tekst in (jaar, wie))
    return GevondenRij(NIETS, titel, wat, wanneer, houder)


@pytest.mark.parametrize(
    ("gelezen", "vraag"),
    [
        (rij("1. A"), None),
        (rij("1. A", indicator=""), "Bij “2026” en “gemeente” staat geen indicator"),
        (rij("1. A", indicator="", jaar="", wie=""), "Hoe meten we deze afspraak?"),
        (rij("1. A", jaar=""), "In welke jaren vragen we “huizen”?"),
        (rij("1. A", wie=""), "Wie is actiehouder van “huizen”?"),
        (rij(""), "Bij welke afspraak hoort “huizen”?"),
        (rij("1. A", jaar="2026 2028"), "In “2026 2028” lezen we 2026-2028"),
        (rij("1. A", jaar="2031"), "“2031” valt buiten de looptijd 2026-2029"),
        (rij("1. A", jaar="binnenkort"), "Welke jaren zijn bedoeld met “binnenkort”?"),
    ],
)
def test_what_is_missing_or_has_two_readings(gelezen: GevondenRij, vraag: str | None) -> None:
    vragen = [v.vraag for v in doubts.vragen_bij_rijen([gelezen], (2026, 2029))]
    assert vragen == [] if vraag is None else vragen[0].startswith(vraag)


def test_a_column_of_targets_is_asked_once_for_each_afspraak() -> None:
    blok = Blok(NIETS, Stuk("1. Bouwen"), doelen=(Stuk("minstens 30", "blz. 2"),))
    (vraag,) = doubts.vragen_bij_doelen([blok, blok])
    assert (vraag.over, vraag.bron) == ("afspraak 1", "blz. 2")
    assert "“minstens 30”" in vraag.vraag


def test_the_same_doubt_is_asked_once_an_afspraak() -> None:
    rijen = [rij("1. A", jaar=""), rij("1. A", jaar=""), rij("2. B", jaar="")]
    over = [v.over for v in doubts.vragen_bij_rijen(rijen, None)]
    assert over == ["afspraak 1", "afspraak 2", "afspraak 1"]  # the last: it stands there twice


def test_a_number_that_is_left_out_or_stands_twice() -> None:
    vragen = [
        v.vraag for v in doubts.vragen_bij_titels([rij("1. A"), rij("4. B"), rij("4. C")], [])
    ]
    assert vragen[0].startswith("Het nummer 4 staat voor 2 afspraken")
    assert vragen[1].startswith("Afspraak 2, 3 hebben we niet gevonden")


def test_what_the_text_has_beside_the_table_is_told() -> None:
    buiten = [rij("1. A"), rij("9. Zorg", "bedden"), rij("8. Leeg", indicator="")]
    (vraag,) = doubts.vragen_buiten_tabel([rij("1. A")], buiten)
    assert vraag.over == "afspraak 9"
    assert "“bedden”" in vraag.vraag

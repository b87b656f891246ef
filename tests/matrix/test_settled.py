"""What people settled, cell by cell and back, in words and as it is kept."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from kaderxl.core.answers import Waarde
from kaderxl.core.outcome import (
    Afgesproken,
    Besluit,
    Focuspunt,
    Programmaregel,
    Stemming,
    Vastgelegd,
)
from kaderxl.core.proposals import Stempunt, Wijzigingsvoorstel
from kaderxl.matrix.settled import (
    Onderwerp,
    as_content,
    cells_of,
    from_content,
    in_woorden,
    keuze_van,
    lees_keuze,
    naam_van,
    per_onderwerp,
    settled_in,
)

DAG = date(2027, 3, 12)
ALLES = Vastgelegd(
    {10: Besluit(10, "Rood", "b", "na de zomer"), 2: Besluit(2, "Groen", "", DAG)},
    {"A07-I1": Afgesproken("A07-I1", "Oranje"), "A01-I3-M1": Afgesproken("A01-I3-M1", 0)},
    {3: Focuspunt(3, "bellen", "", DAG)},
    {4: Stemming(4, "Ja", DAG, {"WB": "Rood", "DV": "Groen"})},
    {2: Programmaregel(2, "bouwen", besluit="akkoord")},
    {"A01-I1": "navragen"},
    DAG,
    wijzigingen={
        "W-2": Wijzigingsvoorstel("W-2", "ander doel", "A01-I1", tm_jaar=2031, minimum=0),
        "W-10": Wijzigingsvoorstel("W-10", "vervalt", "3", besluit="aangenomen", datum=DAG),
    },
    stempunten={"ST-1": Stempunt("ST-1", "Hoe?", "zo", "zus", tot=DAG, stemmen={"DV": "A"})},
    geen_bod=DAG,
)


def test_cells_are_values_again() -> None:
    assert settled_in(cells_of(ALLES)) == ALLES
    assert settled_in(cells_of(Vastgelegd())) == Vastgelegd()


def test_what_is_empty_is_no_cell_and_zero_is_one() -> None:
    cellen = cells_of(ALLES)
    assert cellen["afgesproken", "A01-I3-M1", "waarde"] == 0
    assert ("besluiten", 2, "reden") not in cellen
    assert cells_of(Vastgelegd({5: Besluit(5)}, vastgesteld="")) == {}


def test_the_order_in_which_it_was_settled_makes_no_difference() -> None:
    andersom = dict(reversed(cells_of(ALLES).items()))
    assert list(settled_in(andersom).besluiten) == [2, 10]
    assert list(settled_in(andersom).wijzigingen) == ["W-2", "W-10"]
    assert str(settled_in(andersom)) == str(settled_in(cells_of(ALLES)))


def test_it_is_kept_as_json_and_is_the_same_again() -> None:
    kopie = json.loads(json.dumps(as_content(ALLES)))
    assert from_content(kopie) == cells_of(ALLES)
    assert from_content(as_content(Vastgelegd())) == {}


@pytest.mark.parametrize(
    "stuk", [{"besluiten": {"een": {"kleur": "Groen"}}}, {"besluiten": 3}, {"notities": {"A": []}},
             {"vastgesteld": {"": {"dag": {"datum": "morgen"}}}}],
)  # fmt: skip
def test_what_was_not_kept_like_that_is_not_read(stuk: dict[str, object]) -> None:
    assert from_content(stuk) is None


@pytest.mark.parametrize(
    ("onderwerp", "naam", "keuze"),
    [
        (("besluiten", 5), "Besluit bij afspraak 5", "5"),
        (("afgesproken", "A05-I1"), "Wat is afgesproken bij A05-I1", "A05-I1"),
        (("focuspunten", 5), "Focuspunt bij afspraak 5", "focuspunt 5"),
        (("stemmingen", 5), "Stemming bij afspraak 5", "stemming 5"),
        (("programma", 5), "Programma bij afspraak 5", "programma 5"),
        (("notities", "A05-I1"), "Notitie bij A05-I1", "notitie A05-I1"),
        (("vastgesteld", ""), "De dag waarop de matrix is vastgesteld", "vastgesteld"),
        (("geen_bod", ""), "De dag waarop is bevestigd dat er geen bod is", "geen bod"),
        (("wijzigingen", "W-2"), "Voorstel W-2", "voorstel W-2"),
        (("stempunten", "ST-1"), "Stemming ST-1", "stemming ST-1"),
    ],
)
def test_everything_has_a_name_and_a_word_to_choose_it(
    onderwerp: Onderwerp, naam: str, keuze: str
) -> None:
    assert (naam_van(onderwerp), keuze_van(onderwerp)) == (naam, keuze)
    alle = per_onderwerp(cells_of(ALLES)).keys() | {onderwerp}
    assert lees_keuze(f" {keuze.upper()} ", alle) == onderwerp
    assert lees_keuze("Besluit 10", alle) == ("besluiten", 10)
    assert lees_keuze("besluit 99", alle) is None


@pytest.mark.parametrize(
    ("waarde", "woorden"),
    [
        ({"kleur": "Rood", "reden": "te laat", "datum": DAG}, "Rood / te laat / 12-3-2027"),
        ({"kleur": "Rood", "datum": "maart"}, "Rood / maart"),
        ({"waarde": 0}, "0"),
        ({"moderator": "Ja", "stem DV": "Groen"}, "Ja / DV: Groen"),
    ],
)
def test_what_somebody_wrote_is_told_in_one_line(waarde: dict[str, Waarde], woorden: str) -> None:
    assert in_woorden(waarde) == woorden


def test_the_parts_of_a_thing_stand_in_their_order() -> None:
    stemming = replace(ALLES.stemmingen[4], stemmen={"WB": "Rood", "DV": "Groen"})
    cellen = dict(reversed(cells_of(Vastgelegd(stemmingen={4: stemming})).items()))
    delen = per_onderwerp(cellen)["stemmingen", 4]
    assert [*delen] == ["moderator", "vanaf", "stem DV", "stem WB"]

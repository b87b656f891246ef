"""A file that came, the matrix it was made from and the matrix now: only changes are taken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, strategies as st
from invullen import codes, enige

from kaderxl.core import catalogue
from kaderxl.core.answers import Waarde
from kaderxl.core.outcome import (
    Afgesproken,
    Besluit,
    Focuspunt,
    Grondslag,
    Programmaregel,
    Stemming,
    Vastgelegd,
)
from kaderxl.core.proposals import Wijzigingsvoorstel
from kaderxl.core.rounds import Bevinding, Plek
from kaderxl.core.traffic_light import HOOFDSTUK_8, Stoplicht
from kaderxl.matrix.settled import Ingevuld, Onderwerp, cells_of, settled_in
from kaderxl.matrix.three_way import borne_by, closest, merge_three, put_back, with_grounds

EERST, LATER = date(2027, 3, 1), date(2027, 3, 12)
ALLES = Vastgelegd(
    {1: Besluit(1, "Groen", "", EERST)},
    {"A07-I1": Afgesproken("A07-I1", "Oranje", "besproken")},
    {3: Focuspunt(3, "bellen", "gemeente", EERST)},
    {4: Stemming(4, "Ja", EERST, {"DV": "Groen"})},
    {2: Programmaregel(2, "bouwen", "DV", EERST)},
    {"A01-I1": "navragen"},
    LATER,
)
NIETS = Vastgelegd()
LICHT = Stoplicht(tuple(replace(k, redenen={"b": "ander resultaat"}) for k in HOOFDSTUK_8))


def besluit(*velden: object) -> Vastgelegd:
    return Vastgelegd({1: Besluit(1, *velden)})  # type: ignore[arg-type]


def samen(
    nieuw: Vastgelegd,
    basis: Vastgelegd | None,
    huidig: Vastgelegd,
    gekozen: tuple[Onderwerp, ...] = (),
) -> tuple[Vastgelegd, list[Bevinding]]:
    stond = None if basis is None else cells_of(basis)
    cellen, bevindingen = merge_three(
        Ingevuld(cells_of(nieuw)), stond, Ingevuld(cells_of(huidig)), LICHT, gekozen
    )
    return settled_in(cellen), bevindingen


# Against what it was made from


VOORSTEL = Wijzigingsvoorstel("W-1", "ander doel", "A01-I1", tm_jaar=2031, minimum=130)


def voorgesteld(**delen: object) -> Vastgelegd:
    return Vastgelegd(wijzigingen={"W-1": replace(VOORSTEL, **delen)})  # type: ignore[arg-type]


def test_a_proposal_and_what_was_decided_of_it_go_as_two_things() -> None:
    basis = voorgesteld()
    besloten = voorgesteld(besluit="aangenomen", datum=EERST)
    toegelicht = voorgesteld(toelichting="gevraagd door het AO")
    uitkomst, bevindingen = samen(toegelicht, basis, besloten)
    verwacht = voorgesteld(toelichting="gevraagd door het AO", besluit="aangenomen", datum=EERST)
    assert uitkomst == verwacht
    # decided otherwise, and changed otherwise: both are asked, and nothing is mixed
    anders = voorgesteld(minimum=99, maximum=100, besluit="afgewezen", datum=LATER, reden="te laat")
    ook_anders = voorgesteld(minimum=150, besluit="aangenomen", datum=EERST)
    uitkomst, bevindingen = samen(anders, basis, ook_anders)
    assert uitkomst == ook_anders
    assert codes(bevindingen) == [catalogue.TWEE_WIJZIGINGEN.code] * 2
    gekozen, _ = samen(anders, basis, ook_anders, (("wijzigingen", "W-1"),))
    assert gekozen == anders


def test_without_a_base_what_the_bo_decided_is_asked_and_not_written_over() -> None:
    besloten, anders = (voorgesteld(besluit=b, datum=EERST) for b in ("aangenomen", "afgewezen"))
    uitkomst, bevindingen = samen(anders, None, besloten)
    assert uitkomst == besloten
    enige(bevindingen, catalogue.TWEE_WIJZIGINGEN)


def test_what_nobody_changed_in_the_file_is_left_as_the_matrix_has_it() -> None:
    """An older copy: not what was decided since, nor what was taken out since."""
    anders = replace(ALLES, besluiten={1: Besluit(1, "Rood", "b", LATER)}, notities={})
    assert samen(ALLES, ALLES, anders) == (anders, [])
    assert samen(ALLES, ALLES, NIETS) == (NIETS, [])
    assert samen(NIETS, NIETS, ALLES) == (ALLES, [])


def test_what_was_changed_in_the_file_is_taken_and_named_where_something_stood() -> None:
    nieuw = replace(ALLES, besluiten={1: Besluit(1, "Rood", "b", LATER), 5: Besluit(5, "Groen")})
    uitkomst, bevindingen = samen(nieuw, ALLES, ALLES)
    assert uitkomst == nieuw
    gewijzigd = enige(bevindingen, catalogue.VASTGELEGD_GEWIJZIGD)
    assert "eerst “Groen / 1-3-2027”, nu “Rood / b / 12-3-2027”" in gewijzigd.tekst
    assert samen(ALLES, NIETS, NIETS) == (ALLES, []), "over nothing it is all new"


def test_two_who_filled_in_other_cells_lie_together() -> None:
    een = replace(ALLES, focuspunten={3: Focuspunt(3, "schrijven", "gemeente", EERST)})
    ander = replace(ALLES, focuspunten={3: Focuspunt(3, "bellen", "gemeente", LATER)})
    uitkomst, bevindingen = samen(een, ALLES, ander)
    assert uitkomst.focuspunten == {3: Focuspunt(3, "schrijven", "gemeente", LATER)}
    assert codes(bevindingen) == [catalogue.VASTGELEGD_GEWIJZIGD.code]


def test_two_who_changed_one_cell_are_both_named_and_nothing_is_taken() -> None:
    een = replace(ALLES, stemmingen={4: Stemming(4, "Ja", EERST, {"DV": "Rood"})})
    ander = replace(ALLES, stemmingen={4: Stemming(4, "Ja", EERST, {"DV": "Oranje"})})
    uitkomst, bevindingen = samen(een, ALLES, ander)
    assert uitkomst == ander
    botst = enige(bevindingen, catalogue.TWEE_WIJZIGINGEN)
    assert "Stemming bij afspraak 4" in botst.tekst
    for woord in ("“DV: Rood”", "“DV: Oranje”", "“DV: Groen”"):
        assert woord in botst.tekst
    assert "--choose “stemming 4”" in botst.actie
    gekozen, bevindingen = samen(een, ALLES, ander, (("stemmingen", 4),))
    assert gekozen == een
    assert codes(bevindingen) == [catalogue.VASTGELEGD_GEWIJZIGD.code]


def test_who_is_chosen_and_changed_nothing_empties_nothing() -> None:
    """Of such a file what is filled in is taken; what is not leaves the matrix as it is."""
    file = Vastgelegd(focuspunten={3: Focuspunt(3, "bellen")})
    matrix = Vastgelegd(focuspunten={3: Focuspunt(3, "schrijven", "gemeente", EERST)})
    uitkomst, _ = samen(file, file, matrix, (("focuspunten", 3),))
    assert uitkomst.focuspunten == {3: Focuspunt(3, "bellen", "gemeente", EERST)}


def test_both_places_are_named() -> None:
    plaats = ("notities", "A01-I1", "tekst")
    nieuw = Ingevuld({plaats: "bellen"}, {plaats: Plek("kopie.xlsx", "Tabel", "X3")})
    huidig = Ingevuld({plaats: "wachten"}, {plaats: Plek("matrix.xlsx", "Monitoringstabel", "Z9")})
    cellen, bevindingen = merge_three(nieuw, {}, huidig, LICHT)
    assert cellen == huidig.cellen
    botst = enige(bevindingen, catalogue.TWEE_WIJZIGINGEN)
    assert botst.plek == ("kopie.xlsx", "Tabel", "X3")
    assert "(Monitoringstabel!Z9)" in botst.tekst
    assert "“niets”" in botst.tekst


def test_a_besluit_is_one_thing() -> None:
    """A reason of one copy never goes with the colour of another."""
    stond = besluit("Rood", "a", EERST)
    een, ander = besluit("Rood", "c", EERST), besluit("Oranje", "a", EERST)
    uitkomst, bevindingen = samen(een, stond, ander)
    assert uitkomst == ander
    assert "“Rood / c / 1-3-2027”" in enige(bevindingen, catalogue.TWEE_WIJZIGINGEN).tekst
    nieuw = besluit("Oranje", "", LATER)
    assert samen(nieuw, stond, stond)[0] == nieuw, "its reason goes with the old colour"


def test_what_was_emptied_stays_and_is_named_with_how_to_withdraw_it() -> None:
    uitkomst, bevindingen = samen(NIETS, ALLES, ALLES)
    assert uitkomst == ALLES
    assert codes(bevindingen) == [catalogue.VASTGELEGD_BLIJFT.code] * 7
    alles = " ".join(b.tekst for b in bevindingen)
    for woorden in ("Groen / 1-3-2027", "Oranje / besproken", "bellen / gemeente", "navragen"):
        assert woorden in alles
    keuzes = [b.actie.split("“")[1].split("”")[0] for b in bevindingen]
    los = ["focuspunt 3", "stemming 4", "programma 2"]
    assert keuzes == ["1", "A07-I1", *los, "notitie A01-I1", "vastgesteld"]
    weg, bevindingen = samen(NIETS, ALLES, ALLES, (("besluiten", 1),))
    assert weg == replace(ALLES, besluiten={})
    assert "nu “niets”" in enige(bevindingen, catalogue.VASTGELEGD_GEWIJZIGD).tekst


def test_an_emptied_cell_says_which_and_leaves_the_others() -> None:
    nieuw = replace(ALLES, focuspunten={3: Focuspunt(3, "bellen", "", LATER)})
    uitkomst, bevindingen = samen(nieuw, ALLES, ALLES)
    assert uitkomst.focuspunten == {3: Focuspunt(3, "bellen", "gemeente", LATER)}
    assert "“gemeente”" in enige(bevindingen, catalogue.VASTGELEGD_BLIJFT).tekst


@pytest.mark.parametrize(
    ("komt", "blijft"),
    [
        (("rood", "b", None), "12-3-2027"),
        (("Rood", "", LATER), "b"),
        (("Rood", "", None), "b / 12-3-2027"),
        (("", "b", LATER), "Rood / b / 12-3-2027"),
        (("", "", LATER), "Rood / b / 12-3-2027"),
    ],
)
@pytest.mark.parametrize("basis", [True, False])
def test_of_a_besluit_nothing_goes_by_an_emptied_cell(
    komt: tuple[object, ...], blijft: str, *, basis: bool
) -> None:
    """Whichever of its cells; chosen it is as it stands in that file."""
    staat = besluit("Rood", "b", LATER)
    stond = staat if basis else None
    uitkomst, bevindingen = samen(besluit(*komt), stond, staat)
    assert uitkomst == staat
    gezegd = enige(bevindingen, catalogue.VASTGELEGD_BLIJFT)
    assert f"“{blijft}”" in gezegd.tekst
    assert "--choose “1”" in gezegd.actie
    assert samen(besluit(*komt), stond, staat, (("besluiten", 1),))[0] == besluit(*komt)


@pytest.mark.parametrize(
    ("reden", "wat"), [("", "Datum BO is leeg"), ("b", "Reden besluit en Datum BO zijn leeg")]
)
def test_only_what_was_emptied_is_called_empty(reden: str, wat: str) -> None:
    staat = besluit("Oranje", reden, LATER)
    gezegd = enige(samen(besluit("Oranje"), staat, staat)[1], catalogue.VASTGELEGD_BLIJFT)
    assert gezegd.tekst.startswith(f"Besluit bij afspraak 1, {wat} in dit bestand")


@pytest.mark.parametrize("komt", [("-", "", None), ("-", "-", "-"), ("Paars", "b", LATER)])
@pytest.mark.parametrize("stond", [None, NIETS, besluit("Rood", "a", EERST), besluit("-")])
@pytest.mark.parametrize("gekozen", [(), (("besluiten", 1),)])
def test_what_is_no_colour_takes_the_place_of_no_besluit(
    komt: tuple[object, ...], stond: Vastgelegd | None, gekozen: tuple[Onderwerp, ...]
) -> None:
    staat = besluit("Rood", "b", LATER)
    uitkomst, bevindingen = samen(besluit(*komt), stond, staat, gekozen)
    assert uitkomst == staat
    if stond != besluit(*komt):
        blijft = enige(bevindingen, catalogue.GEEN_KLEUR_BLIJFT).tekst
        assert f"“{komt[0]}”" in blijft
        assert "“Rood / b / 12-3-2027”; dat blijft staan" in blijft


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        (("rood", "b", EERST), ("Rood", "b", EERST)),
        (("Rood", "b – ander resultaat", EERST), ("Rood", "b", EERST)),
        (("Rood", "te  laat", EERST), ("Rood", "te laat", EERST)),
    ],
)
def test_what_means_the_same_is_no_change(
    een: tuple[object, ...], ander: tuple[object, ...]
) -> None:
    stond = besluit(*ander)
    assert samen(besluit(*een), stond, stond) == (stond, [])
    weg = besluit("Groen", "", LATER)
    assert samen(besluit(*een), stond, weg) == (weg, [])


def test_what_is_chosen_comes_from_the_file_also_where_it_was_not_changed() -> None:
    """As out of a matrix of before: all that is filled in there."""
    nu = replace(ALLES, besluiten={1: Besluit(1, "Rood", "b", LATER)}, notities={})
    terug, _ = samen(ALLES, ALLES, nu, (("besluiten", 1), ("notities", "A01-I1")))
    assert terug == ALLES


def test_of_what_contradicts_itself_nothing_is_taken_and_nothing_is_emptied() -> None:
    nieuw = Ingevuld({}, {}, frozenset({("besluiten", 1)}))
    staat = besluit("Groen", "", EERST)
    cellen, bevindingen = merge_three(nieuw, cells_of(staat), Ingevuld(cells_of(staat)), LICHT)
    assert (settled_in(cellen), bevindingen) == (staat, [])


# Without what it was made from


@pytest.mark.parametrize(
    ("nieuw", "eerder", "blijft", "regel"),
    [
        (("Rood", "b", LATER), ("Groen", "", EERST), "Rood", catalogue.VASTGELEGD_GEWIJZIGD),
        (("Rood", "b", EERST), ("Groen", "", LATER), "Groen", catalogue.BESLUIT_OUDER),
        (("Rood", "b", EERST), ("Groen", "", EERST), "Rood", catalogue.VASTGELEGD_GEWIJZIGD),
        (("Rood", "b", EERST), ("Groen", "", None), "Rood", catalogue.VASTGELEGD_GEWIJZIGD),
        (("Rood", "b", None), ("Groen", "", EERST), "Rood", catalogue.VASTGELEGD_GEWIJZIGD),
        (("Rood", "b", "maart"), ("Groen", "", LATER), "Rood", catalogue.VASTGELEGD_GEWIJZIGD),
        (("Rood", "b", EERST), ("Groen", "", "maart"), "Rood", catalogue.VASTGELEGD_GEWIJZIGD),
        (("", "", None), ("Groen", "", EERST), "Groen", catalogue.VASTGELEGD_BLIJFT),
        (("Groen", "", EERST), ("", "", LATER), "Groen", catalogue.VASTGELEGD_GEWIJZIGD),
        (("Groen", "", EERST), ("Groen", "", EERST), "Groen", None),
    ],
)
def test_a_besluit_gives_way_to_another_unless_that_is_of_an_earlier_day(
    nieuw: tuple[str, str, Waarde],
    eerder: tuple[str, str, Waarde],
    blijft: str,
    regel: object,
) -> None:
    """A besluit without a day, or with a day in words, is neither earlier nor later."""
    uitkomst, bevindingen = samen(besluit(*nieuw), None, besluit(*eerder))
    assert uitkomst.besluiten[1].kleur == blijft
    assert codes(bevindingen) == ([regel.code] if regel else [])  # type: ignore[attr-defined]


def test_the_same_colour_of_an_earlier_day_is_a_day_mended() -> None:
    uitkomst, bevindingen = samen(besluit("Groen", "", EERST), None, besluit("Groen", "", LATER))
    assert uitkomst.besluiten[1].datum == EERST
    assert codes(bevindingen) == [catalogue.VASTGELEGD_GEWIJZIGD.code]


@pytest.mark.parametrize("nieuw", [{}, {"WB": "Rood"}, {"WB": "Rood", "DV": ""}])
def test_a_vote_that_is_left_empty_stays(nieuw: dict[str, str]) -> None:
    """As in a copy that was made before the vote, in which only the moderator was filled in."""
    stemming = Vastgelegd(stemmingen={4: Stemming(4, "Nee", None, nieuw)})
    uitkomst = samen(stemming, None, ALLES)[0].stemmingen[4]
    assert (uitkomst.moderator, uitkomst.vanaf) == ("Nee", EERST)
    assert uitkomst.stemmen == {"DV": "Groen"} | {k: v for k, v in nieuw.items() if v}


def test_the_closest_of_what_was_handed_out_is_the_one_with_least_different() -> None:
    oud, nieuw = cells_of(besluit("Groen", "", EERST)), cells_of(ALLES)
    bijna = cells_of(replace(ALLES, notities={}))
    assert closest(bijna, [oud, nieuw]) == nieuw
    assert closest({}, [oud, nieuw]) == oud
    assert closest(bijna, []) is None
    gelijk_ver = [cells_of(besluit(kleur)) for kleur in ("Groen", "Rood")]
    assert closest(cells_of(besluit("Oranje")), gelijk_ver) == gelijk_ver[-1], "the newest"


_kleuren = st.sampled_from(["", "Groen", "Oranje", "Rood"])
_dagen = st.sampled_from([None, EERST, LATER, "na de zomer"])
_besluiten = st.builds(
    lambda kleur, reden, datum: Besluit(1, kleur, reden, datum),
    _kleuren,
    st.sampled_from(["", "b", "te laat begonnen"]),
    _dagen,
)


@given(_besluiten, st.none() | _besluiten, _besluiten)
def test_of_two_besluiten_one_stands_and_the_other_is_named(
    komt: Besluit, stond: Besluit | None, staat: Besluit
) -> None:
    """Whatever they say: no change goes without a word, and no besluit is made of two."""
    drie = [None if b is None else Vastgelegd({1: b} if b else {}) for b in (komt, stond, staat)]
    nieuw, basis, huidig = drie
    assert nieuw is not None
    assert huidig is not None
    vastgelegd, bevindingen = samen(nieuw, basis, huidig)
    uitkomst = vastgelegd.besluiten.get(1, Besluit(1))
    assert uitkomst in (komt, staat)
    if uitkomst != staat and staat:
        assert codes(bevindingen) == [catalogue.VASTGELEGD_GEWIJZIGD.code]
    was = stond or Besluit(1)
    erbij = [w for w, eerst in zip(_delen(komt), _delen(was), strict=True) if w and w != eerst]
    if erbij and stond and uitkomst != komt:
        assert bevindingen, "what somebody wrote is taken, or named"


def _delen(b: Besluit) -> tuple[object, ...]:
    return b.kleur, b.reden, b.datum


# Grounds


def test_a_besluit_keeps_the_answers_it_was_made_by() -> None:
    """Those noted with it before, not those of the workbook that says the same once more."""
    toen: dict[int | str, Grondslag] = {
        1: Grondslag("Groen van 1 maart 2027", {("A01-I1", "DV"): "Groen"})
    }
    nu: dict[int | str, Grondslag] = {
        1: Grondslag("Groen van 1 maart 2027", {("A01-I1", "DV"): "Rood, b"})
    }
    eerder, nieuw = replace(ALLES, grondslagen=toen), replace(ALLES, grondslagen=nu)
    assert with_grounds(ALLES, eerder, nieuw).grondslagen == toen
    ander = besluit("Rood", "b", LATER)
    assert with_grounds(ander, eerder).grondslagen == {}, "of another besluit nothing is known"


def test_what_the_ao_agreed_keeps_the_answers_it_was_made_by() -> None:
    code = "A07-I1"
    eerder = replace(ALLES, gronden_ao={code: Grondslag("AO: Oranje", {(code, "DV"): "Groen"})})
    assert with_grounds(ALLES, eerder).gronden_ao == eerder.gronden_ao
    ander = replace(ALLES, afgesproken={code: Afgesproken(code, "Rood")})
    assert with_grounds(ander, eerder).gronden_ao == {}


# A copy that was adopted before


def test_what_the_matrix_lost_comes_back_each_with_its_name() -> None:
    cellen, bevindingen = put_back({}, Ingevuld(cells_of(ALLES)))
    assert settled_in(cellen) == ALLES
    assert codes(bevindingen) == [catalogue.TERUGGEZET.code] * 7
    gelijk, bevindingen = put_back(cells_of(ALLES), Ingevuld(cells_of(ALLES)))
    assert (settled_in(gelijk), bevindingen) == (ALLES, [])


def test_what_was_decided_since_is_not_undone_by_an_older_copy() -> None:
    nu = replace(ALLES, besluiten={1: Besluit(1, "Rood", "b", LATER)}, vastgesteld=EERST)
    ouder = replace(ALLES, besluiten={**ALLES.besluiten, 5: Besluit(5, "Afgerond", "", EERST)})
    cellen, bevindingen = put_back(cells_of(nu), Ingevuld(cells_of(ouder)))
    terug = settled_in(cellen)
    assert {n: b.kleur for n, b in terug.besluiten.items()} == {1: "Rood", 5: "Afgerond"}
    assert terug.vastgesteld == EERST
    assert "afspraak 5" in enige(bevindingen, catalogue.TERUGGEZET).tekst


def test_of_a_workbook_only_what_the_matrix_bears_is_said_to_be_taken_over() -> None:
    def gedragen(matrix: Vastgelegd) -> Vastgelegd:
        return settled_in(borne_by(cells_of(matrix), cells_of(ALLES), LICHT))

    assert gedragen(ALLES) == ALLES
    assert gedragen(NIETS) == NIETS
    anders = replace(ALLES, besluiten={1: Besluit(1, "Rood", "b", EERST)}, vastgesteld=EERST)
    over = gedragen(anders)
    assert (over.besluiten, over.vastgesteld) == ({}, None)
    assert over.focuspunten == ALLES.focuspunten

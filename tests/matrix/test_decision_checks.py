"""A besluit without reason, a date in the future, a vote that says otherwise: all of it is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from gewichten import met_gewichten
from invullen import RONDE, codes, enige

from kaderxl.core import catalogue
from kaderxl.core.answers import Waarde
from kaderxl.core.findings import Regel
from kaderxl.core.kader import Kader, Soort
from kaderxl.core.notation import schrijf_datum
from kaderxl.core.outcome import (
    Afgesproken,
    Besluit,
    Focuspunt,
    Programmaregel,
    Stemming,
    Vastgelegd,
)
from kaderxl.core.rounds import Plek
from kaderxl.matrix.decision_checks import validate_decisions
from kaderxl.matrix.settled import Plaats
from kaderxl.template.kinds import AANTAL, DATUM, JA_NEE, PERCENTAGE, SOORTEN, TEKST

MAART, VANDAAG = date(2027, 3, 12), date(2027, 3, 20)
ROOD = Besluit(3, "Rood", "b", MAART)
GESTEMD = {"GEM": "Groen", "DV": "Groen", "WB": "Rood"}
NET_GESTEMD = Stemming(3, "Ja", date(2027, 2, 1), GESTEMD)


def controleer(kader: Kader, vastgelegd: Vastgelegd, vandaag: date = VANDAAG) -> list[str]:
    met = met_gewichten(kader, {"stemgewicht per partij": "1"})
    return codes(validate_decisions(vastgelegd, met, RONDE, vandaag))


def besluit(*velden: object) -> Vastgelegd:
    return Vastgelegd({3: Besluit(3, *velden)})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wie", "kent"),
    [("gemeente", True), ("De Volmacht en Woonborg", True), ("Welzijn", False), ("", True)],
)
def test_who_takes_on_an_action_and_is_no_partij_is_named(
    kader: Kader, wie: str, kent: bool
) -> None:
    actie = Vastgelegd(focuspunten={3: Focuspunt(3, "bespreken", wie)})
    assert (catalogue.WIE_ONBEKEND.code not in controleer(kader, actie)) is kent


@pytest.mark.parametrize(
    ("vastgelegd", "regel"),
    [
        (besluit("Rood", "", MAART), catalogue.BESLUIT_ZONDER_REDEN),
        (besluit("Groen"), catalogue.BESLUIT_ZONDER_DATUM),
        (besluit("", "later"), catalogue.REDEN_ZONDER_BESLUIT),
        (besluit("Groen", "", date(2028, 1, 1)), catalogue.DATUM_IN_TOEKOMST),
        (besluit("Groen", "", "na de zomer"), catalogue.DATUM_IN_MATRIX_ONLEESBAAR),
        (Vastgelegd(vastgesteld=date(2028, 1, 1)), catalogue.DATUM_IN_TOEKOMST),
        (Vastgelegd(vastgesteld=MAART), catalogue.NIET_ALLES_BESLOTEN),
        (
            Vastgelegd(stemmingen={3: replace(NET_GESTEMD, stemmen={"WB": "misschien"})}),
            catalogue.STEM_ONBEKEND,
        ),
        (
            Vastgelegd(stemmingen={3: replace(NET_GESTEMD, moderator="")}),
            catalogue.STEMMING_TE_VROEG,
        ),
        (
            Vastgelegd(stemmingen={3: replace(NET_GESTEMD, vanaf=date(2027, 4, 1))}),
            catalogue.STEMMING_TE_VROEG,
        ),
        (
            Vastgelegd(
                stemmingen={3: replace(NET_GESTEMD, stemmen={"GEM": "Groen", "DV": "Rood"})}
            ),
            catalogue.STEMMING_ONBESLIST,
        ),
        (Vastgelegd(stemmingen={3: NET_GESTEMD}), catalogue.STEMMING_ZONDER_BESLUIT),
        (Vastgelegd({3: ROOD}, stemmingen={3: NET_GESTEMD}), catalogue.STEMMING_TEGEN_BESLUIT),
        (
            Vastgelegd(afgesproken={"A07-I1": Afgesproken("A07-I1", "bijna")}),
            catalogue.AFSPRAAK_AO_ONLEESBAAR,
        ),
        (
            Vastgelegd(afgesproken={"A01-I3-M1": Afgesproken("A01-I3-M1", "veel")}),
            catalogue.AFSPRAAK_AO_ONLEESBAAR,
        ),
        (
            Vastgelegd(programma={2: Programmaregel(2, start=MAART, einde=date(2027, 1, 1))}),
            catalogue.EINDE_VOOR_BEGIN,
        ),
    ],
)
def test_what_is_wrong_has_its_finding(kader: Kader, vastgelegd: Vastgelegd, regel: Regel) -> None:
    assert regel.code in controleer(kader, vastgelegd)


@pytest.mark.parametrize(
    "vastgelegd",
    [
        Vastgelegd(),
        Vastgelegd({3: ROOD}),
        Vastgelegd({3: Besluit(3, "Groen", "", MAART)}, stemmingen={3: NET_GESTEMD}),
        Vastgelegd(afgesproken={"A07-I1": Afgesproken("A07-I1", "Groen")}),
        Vastgelegd(afgesproken={"A01-I3-M1": Afgesproken("A01-I3-M1", 56)}),
        Vastgelegd(afgesproken={"A14-I1-M3": Afgesproken("A14-I1-M3", "Annen")}),
        Vastgelegd(focuspunten={3: Focuspunt(3, "bellen", "", "2e kwartaal")}),
        Vastgelegd(programma={2: Programmaregel(2, start=MAART, einde=MAART)}),
    ],
)
def test_what_is_right_has_none(kader: Kader, vastgelegd: Vastgelegd) -> None:
    assert controleer(kader, vastgelegd) == []


@pytest.mark.parametrize(
    ("vastgelegd", "regel", "cel"),
    [
        (besluit("Groen", "", date(2028, 1, 1)), catalogue.DATUM_IN_TOEKOMST, "X3"),
        (besluit("Rood", "", MAART), catalogue.BESLUIT_ZONDER_REDEN, "W3"),
        (besluit("Groen"), catalogue.BESLUIT_ZONDER_DATUM, "X3"),
        (besluit("", "later"), catalogue.REDEN_ZONDER_BESLUIT, "W3"),
        (Vastgelegd(vastgesteld=date(2028, 1, 1)), catalogue.DATUM_IN_TOEKOMST, "B1"),
        (Vastgelegd(geen_bod=date(2028, 1, 1)), catalogue.DATUM_IN_TOEKOMST, "B2"),
        (Vastgelegd(vastgesteld=MAART), catalogue.NIET_ALLES_BESLOTEN, "B1"),
    ],
)
def test_a_finding_names_the_cell_that_is_wrong(
    kader: Kader, vastgelegd: Vastgelegd, regel: Regel, cel: str
) -> None:
    cellen: dict[Plaats, str] = {
        ("besluiten", 3, "kleur"): "V3",
        ("besluiten", 3, "reden"): "W3",
        ("besluiten", 3, "datum"): "X3",
        ("vastgesteld", "", "dag"): "B1",
        ("geen_bod", "", "dag"): "B2",
    }
    plekken = {plaats: Plek("m.xlsx", "Tabel", c) for plaats, c in cellen.items()}
    bevindingen = validate_decisions(vastgelegd, kader, RONDE, VANDAAG, plekken)
    assert enige(bevindingen, regel).plek.cel == cel


def test_a_vote_that_is_none_is_named_at_its_own_cell(kader: Kader) -> None:
    stemming = Vastgelegd(stemmingen={3: replace(NET_GESTEMD, stemmen={"WB": "misschien"})})
    plek = Plek("m.xlsx", "Besluitvorming", "H5")
    plekken: dict[Plaats, Plek] = {("stemmingen", 3, "stem WB"): plek}
    bevindingen = validate_decisions(stemming, kader, RONDE, VANDAAG, plekken)
    assert enige(bevindingen, catalogue.STEM_ONBEKEND).plek == plek


@pytest.mark.parametrize(("jaar", "gevraagd"), [(2017, True), (2021, False), (2026, False)])
def test_a_day_far_from_the_ronde_is_asked_about(kader: Kader, jaar: int, gevraagd: bool) -> None:
    ver = besluit("Groen", "", date(jaar, 3, 12))
    verwacht = [catalogue.DATUM_VER_WEG.code] if gevraagd else []
    assert controleer(kader, ver) == verwacht


def test_without_a_day_nothing_lies_in_the_future(kader: Kader) -> None:
    later = besluit("Groen", "", date(2028, 1, 1))
    assert controleer(kader, later, date.max) == []


# What the AO settled, by the kind of what was asked

WAARDEN: dict[Soort, tuple[tuple[object, ...], tuple[object, ...]]] = {
    AANTAL: ((0, 56, 2.5), ("veel", True, date(2027, 1, 1))),
    PERCENTAGE: ((0, 12.5), ("de helft", False)),
    DATUM: ((date(2027, 1, 1),), ("voor de zomer", 2027)),
    JA_NEE: (("Ja", "nee", True), ("misschien", 3, "ja en nee")),
    TEKST: (("Annen", 3), ()),
}


VRAAG = "A01-I1-M1"


def van_soort(kader: Kader, soort: Soort) -> Kader:
    """The kader in which that question is of this kind."""
    meetwaarden = (replace(m, soort=soort) if m.code == VRAAG else m for m in kader.meetwaarden)
    return replace(kader, meetwaarden=tuple(meetwaarden))


@pytest.mark.parametrize(
    ("soort", "waarde", "goed"),
    [
        (soort, waarde, goed)
        for soort, gevallen in WAARDEN.items()
        for goed, waarden in zip((True, False), gevallen, strict=True)
        for waarde in waarden
    ],
    ids=str,
)
def test_what_the_ao_settled_is_a_value_of_the_kind_that_was_asked(
    kader: Kader, soort: Soort, waarde: Waarde, goed: bool
) -> None:
    settled = Vastgelegd(afgesproken={VRAAG: Afgesproken(VRAAG, waarde)})
    bevindingen = validate_decisions(settled, van_soort(kader, soort), RONDE, VANDAAG)
    assert codes(bevindingen) == ([] if goed else [catalogue.AFSPRAAK_AO_ONLEESBAAR.code])
    for bevinding in bevindingen:
        assert VRAAG in bevinding.tekst
        gezegd = schrijf_datum(waarde) if isinstance(waarde, date) else waarde
        assert f"“{gezegd}”" in bevinding.tekst
        assert bevinding.actie


@pytest.mark.parametrize("leeg", [None, ""])
@pytest.mark.parametrize("soort", [None, *SOORTEN.values()])
def test_a_row_with_only_a_toelichting_of_the_ao_is_in_order(
    kader: Kader, soort: Soort | None, leeg: Waarde
) -> None:
    """Of every kind, and of a colour."""
    code = VRAAG if soort else "A07-I1"
    besproken = Afgesproken(code, leeg, "volgende keer terug")
    eigen = van_soort(kader, soort) if soort else kader
    assert controleer(eigen, Vastgelegd(afgesproken={code: besproken})) == []


# The whole and the rest


def alle(kader: Kader, behalve: int = 0) -> Vastgelegd:
    return Vastgelegd(
        {
            a.nummer: Besluit(a.nummer, "Groen", "", MAART)
            for a in kader.afspraken[: len(kader.afspraken) - behalve]
        },
        vastgesteld=MAART,
    )


def test_a_matrix_in_which_all_is_decided_says_nothing_of_it(kader: Kader) -> None:
    assert controleer(kader, alle(kader)) == []


@pytest.mark.parametrize(
    ("zonder", "woorden"), [(1, "maar 1 afspraak "), (3, "maar 3 afspraken "), (19, "maar 19 ")]
)
def test_it_says_how_many_afspraken_were_not_decided_on(
    kader: Kader, zonder: int, woorden: str
) -> None:
    (bevinding,) = validate_decisions(alle(kader, zonder), kader, RONDE, VANDAAG)
    assert bevinding.code == catalogue.NIET_ALLES_BESLOTEN.code
    assert "vastgesteld op 12 maart 2027" in bevinding.tekst
    assert woorden in bevinding.tekst


def test_a_day_of_the_bo_that_is_no_day_is_quoted(kader: Kader) -> None:
    half = replace(alle(kader, 1), vastgesteld="in maart")
    bevindingen = validate_decisions(half, kader, RONDE, VANDAAG)
    assert "“in maart”" in enige(bevindingen, catalogue.DATUM_IN_MATRIX_ONLEESBAAR).tekst
    assert "in maart" in enige(bevindingen, catalogue.NIET_ALLES_BESLOTEN).tekst


def test_a_reason_alone_is_no_besluit_on_its_afspraak(kader: Kader) -> None:
    half = alle(kader)
    half = replace(half, besluiten={**half.besluiten, 3: Besluit(3, "", "aangehouden", MAART)})
    assert controleer(kader, half) == [
        catalogue.NIET_ALLES_BESLOTEN.code,
        catalogue.REDEN_ZONDER_BESLUIT.code,
    ]


@pytest.mark.parametrize(
    ("reden", "datum", "genoemd"),
    [("aangehouden", MAART, "(aangehouden)"), ("aangehouden", None, "(aangehouden)"),
     ("", "na de zomer", "(na de zomer)")],
)  # fmt: skip
def test_what_stands_there_without_a_besluit_is_quoted(
    kader: Kader, reden: str, datum: Waarde, genoemd: str
) -> None:
    bevindingen = validate_decisions(besluit("", reden, datum), kader, RONDE, VANDAAG)
    assert genoemd in enige(bevindingen, catalogue.REDEN_ZONDER_BESLUIT).tekst


@pytest.mark.parametrize(
    ("begin", "einde", "achterstevoren"),
    [
        (MAART, date(2027, 3, 11), True),
        (MAART, MAART, False),
        (None, MAART, False),
        (MAART, None, False),
        ("na de zomer", date(2020, 1, 1), False),
        (MAART, "voor de kerst", False),
    ],
)
def test_only_two_days_can_be_in_the_wrong_order(
    kader: Kader, begin: Waarde, einde: Waarde, achterstevoren: bool
) -> None:
    regel = Vastgelegd(programma={2: Programmaregel(2, "bouwen", start=begin, einde=einde)})
    verwacht = [catalogue.EINDE_VOOR_BEGIN.code] if achterstevoren else []
    assert controleer(kader, regel) == verwacht


@pytest.mark.parametrize(
    ("moderator", "vanaf", "waarom"),
    [
        ("", date(2027, 2, 1), "er is geen moderator ingehuurd"),
        ("Nee", date(2027, 2, 1), "er is geen moderator ingehuurd"),
        ("Ja", None, "er staat niet vanaf wanneer dat mocht"),
        ("Ja", "", "er staat niet vanaf wanneer dat mocht"),
        ("Ja", date(2027, 4, 1), "dat mag pas vanaf 1 april 2027"),
        ("", None, "er is geen moderator ingehuurd en er staat niet vanaf wanneer dat mocht"),
        ("Ja", VANDAAG, ""),
    ],
)
def test_a_vote_that_came_too_early_says_why(
    kader: Kader, moderator: str, vanaf: Waarde, waarom: str
) -> None:
    stemming = Stemming(3, moderator, vanaf, GESTEMD)
    bevindingen = validate_decisions(Vastgelegd(stemmingen={3: stemming}), kader, RONDE, VANDAAG)
    vroeg = [b.tekst for b in bevindingen if b.code == catalogue.STEMMING_TE_VROEG.code]
    assert len(vroeg) == bool(waarom)
    assert waarom in "".join(vroeg)

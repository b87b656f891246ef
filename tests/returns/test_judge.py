"""Every answer is checked; what is doubtful is named at its cell, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings, strategies as st
from invullen import (
    RONDE,
    Antwoorden,
    Procent,
    als_antwoorden,
    antwoorden,
    cel_van,
    codes,
    enige,
    inzending,
    maak_return,
    oordeel,
    zonder_lege,
)
from kleuren import Beoordeling

from kaderxl.core import catalogue
from kaderxl.core.answers import Inzending, Reactie, Return, Waarde
from kaderxl.core.catalogue import CATALOGUS
from kaderxl.core.findings import Regel
from kaderxl.core.kader import Kader, Pas, Soort, Verplicht
from kaderxl.core.rounds import Ernst, Plek, Ronde
from kaderxl.returns.judge import validate
from kaderxl.template.kinds import BEDRAG, JA_NEE, PERCENTAGE, SOORTEN, TEKST


@pytest.fixture(scope="module")
def met_percentage(kader: Kader) -> Kader:
    """The agreement with a percentage and a bedrag asked where it asks numbers of homes."""
    anders = {
        "A07-I1-M1": {"soort": PERCENTAGE, "eenheid": "%"},
        "A08-I1-M2": {"soort": BEDRAG, "eenheid": "euro"},
    }
    meetwaarden = (replace(m, **anders.get(m.code, {})) for m in kader.meetwaarden)  # type: ignore[arg-type]
    return replace(kader, meetwaarden=tuple(meetwaarden))


def over(kader: Kader, gegeven: Antwoorden, indicator: str) -> list[str]:
    """The codes of the findings on one indicator of De Volmacht, all else answered well."""
    volledig = {**antwoorden(kader, "DV"), **gegeven}
    assert all(code.startswith(indicator) for code in gegeven)
    return codes(inzending(kader, "DV", volledig).bevindingen)


def waarde(kader: Kader, code: str, inhoud: object) -> tuple[Waarde, list[str]]:
    """What is read from one cell of De Volmacht, and the findings on it."""
    gevuld = inzending(kader, "DV", {**antwoorden(kader, "DV"), code: {"Waarde": inhoud}})
    gelezen = gevuld.voorzetten[code[:6]].waarden.get(code)
    return (gelezen.waarde if gelezen else None), codes(gevuld.bevindingen)


def test_complete_return_has_no_findings_and_every_answer(kader: Kader) -> None:
    for partij in kader.partijen:
        gegeven = antwoorden(kader, partij.code)
        gevuld = inzending(kader, partij.code, gegeven)
        assert not gevuld.bevindingen
        assert als_antwoorden(gevuld) == zonder_lege(gegeven)
        assert all(v.compleet for v in gevuld.voorzetten.values())


# Every entry of the catalogue that is about an answer: what provokes it, and where it points

GEEN_REDEN = oordeel("Oranje", None, "Fictief: later")
GEVALLEN: list[tuple[Regel, dict[str, Mapping[str, object]], str, str]] = [
    (catalogue.BEOORDELING_ONBEKEND, {"A01-I2": oordeel("Gron")}, "A01-I2", "Beoordeling"),
    (catalogue.BEOORDELING_ONTBREEKT, {"A01-I2": {}}, "A01-I2", "Beoordeling"),
    (catalogue.REDEN_ONTBREEKT, {"A01-I2": GEEN_REDEN}, "A01-I2", "Reden"),
    (catalogue.REDEN_PAST_NIET, {"A01-I2": {**GEEN_REDEN, "Reden": "c"}}, "A01-I2", "Reden"),
    (catalogue.REDEN_OVERBODIG, {"A01-I2": oordeel("Groen", "a")}, "A01-I2", "Reden"),
    (catalogue.TOELICHTING_ONTBREEKT, {"A01-I2": oordeel("Rood", "a")}, "A01-I2", "Toelichting"),
    (catalogue.GETAL_VERWACHT, {"A01-I1-M1": {"Waarde": "ca. 12"}}, "A01-I1-M1", "Waarde"),
    (catalogue.TWEE_LEZINGEN, {"A01-I1-M1": {"Waarde": "12.5"}}, "A01-I1-M1", "Waarde"),
    (catalogue.NEGATIEF, {"A01-I1-M1": {"Waarde": -1}}, "A01-I1-M1", "Waarde"),
    (catalogue.PERCENTAGE_BUITEN, {"A07-I1-M1": {"Waarde": 101}}, "A07-I1-M1", "Waarde"),
    (catalogue.TELLER_TE_GROOT, {"A05-I1-M1": {"Waarde": 9999}}, "A05-I1-M1", "Waarde"),
    (catalogue.DATUM_BUITEN, {"A02-I1-M2": {"Waarde": date(1926, 1, 1)}}, "A02-I1-M2", "Waarde"),
    (catalogue.DATUM_VERWACHT, {"A02-I1-M2": {"Waarde": "voorjaar"}}, "A02-I1-M2", "Waarde"),
    (catalogue.JA_NEE_VERWACHT, {"A02-I1-M1": {"Waarde": "bijna"}}, "A02-I1-M1", "Waarde"),
    (catalogue.WAARDE_ONTBREEKT, {"A02-I1-M1": {}}, "A02-I1-M1", "Waarde"),
    (catalogue.HEEL_GETAL, {"A01-I1-M1": {"Waarde": 2.5}}, "A01-I1-M1", "Waarde"),
    (catalogue.PERCENTAGE_KLEIN, {"A07-I1-M1": {"Waarde": 0.125}}, "A07-I1-M1", "Waarde"),
    (
        catalogue.WAARDE_OP_VERKEERDE_REGEL,
        {"A01-I1-M1": {"Waarde": 1, "Beoordeling": "Rood"}},
        "A01-I1-M1",
        "Beoordeling",
    ),
    (catalogue.TWEE_DATUMS, {"A02-I1-M2": {"Waarde": "1/2/2026"}}, "A02-I1-M2", "Waarde"),
    (
        catalogue.PERSOONSGEGEVENS,
        {"A01-I2": oordeel("Groen", None, "Fictief: bel 06-12345678")},
        "A01-I2",
        "Toelichting",
    ),
    (catalogue.AANTAL_GROOT, {"A01-I1-M1": {"Waarde": 1_000_001}}, "A01-I1-M1", "Waarde"),
    (
        catalogue.WAARDE_TOEGELICHT,
        {"A01-I1": oordeel("Groen", None, "Fictief: volgt in maart"), "A01-I1-M1": {}},
        "A01-I1-M1",
        "Waarde",
    ),
    (
        catalogue.WAARDE_BIJ_NVT,
        {
            "A01-I1": oordeel("N.v.t.", None, "Fictief"),
            "A01-I1-M1": {"Waarde": 3},
            "A01-I1-M2": {},
            "A01-I1-M3": {},
        },
        "A01-I1-M1",
        "Waarde",
    ),
    (catalogue.PROCENTOPMAAK, {"A07-I1-M1": {"Waarde": Procent(1)}}, "A07-I1-M1", "Waarde"),
    (catalogue.GEEN_HELE_CENTEN, {"A08-I1-M2": {"Waarde": 2.505}}, "A08-I1-M2", "Waarde"),
]


@pytest.mark.parametrize(
    ("regel", "gegeven", "code", "kolom"), GEVALLEN, ids=[regel.code for regel, *_ in GEVALLEN]
)
def test_wrong_answer_is_reported_at_its_own_cell(
    met_percentage: Kader,
    regel: Regel,
    gegeven: dict[str, Mapping[str, object]],
    code: str,
    kolom: str,
) -> None:
    volledig = {**antwoorden(met_percentage, "DV"), **gegeven}
    gevuld = inzending(met_percentage, "DV", volledig)
    assert codes(gevuld.bevindingen) == [regel.code]
    plek = gevuld.bevindingen[0].plek
    cel = cel_van(met_percentage, "DV", code, kolom)
    assert (plek.bestand, plek.blad, plek.cel) == ("DV.xlsx", "Invulblad", cel)
    assert gevuld.voorzetten[code[:6]].compleet == (regel.ernst is not Ernst.FOUT)


def test_every_entry_about_an_answer_has_a_case() -> None:
    getoetst = [regel.code for regel, *_ in GEVALLEN]
    assert getoetst == [regel.code for regel in CATALOGUS if regel.code.startswith("V4")]


def test_personal_data_is_reported_and_never_quoted(met_percentage: Kader) -> None:
    tekst = "Fictief: jan@fictief.example, BSN 123456782"
    volledig = {**antwoorden(met_percentage, "DV"), "A01-I2": oordeel("Groen", None, tekst)}
    (bevinding,) = inzending(met_percentage, "DV", volledig).bevindingen
    assert "een e-mailadres en een burgerservicenummer" in bevinding.tekst
    assert not any(deel in str(bevinding) for deel in ("jan", "fictief.example", "123456782"))


def test_personal_data_beside_the_answers_is_reported_too_and_still_there_in_full(
    kader: Kader,
) -> None:
    """Nothing is lost, so the finding of reading stays; the warning says where, and not what."""
    opmerking, rand = Plek("DV.xlsx", "Invulblad", "I6"), Plek("DV.xlsx", "Blad1", "B2")
    gelezen = (
        catalogue.OPMERKING_GEVONDEN.bij(opmerking, tekst="bel 06-12345678"),
        catalogue.LOSSE_TEKST.bij(rand, tekst="jan@fictief.example"),
        catalogue.LOSSE_TEKST.bij(rand, tekst="Fictief: 12 woningen in 2026"),
    )
    kaal = maak_return(kader, "DV", antwoorden(kader, "DV"))
    *eerst, bij_opmerking, in_rand = validate(
        replace(kaal, bevindingen=gelezen), kader, RONDE
    ).bevindingen
    assert tuple(eerst) == gelezen
    assert [(b.code, b.plek) for b in (bij_opmerking, in_rand)] == [
        (catalogue.PERSOONSGEGEVENS.code, opmerking),
        (catalogue.PERSOONSGEGEVENS.code, rand),
    ]
    assert [b.tekst for b in (bij_opmerking, in_rand)] == [
        "In de opmerking bij deze cel staat iets dat lijkt op een telefoonnummer.",
        "In deze tekst staat iets dat lijkt op een e-mailadres.",
    ]


# Percentages


@pytest.mark.parametrize(
    ("waarde", "getoond", "gelezen"),
    [(1.0, "100 %", "1 %"), (0.125, "12,5 %", "0,125 %"), (0.07, "7 %", "0,07 %"),
     (12.5, "1.250 %", "12,5 %")],
)  # fmt: skip
def test_a_number_that_is_shown_as_a_percentage_is_read_as_it_is_and_asked_about(
    met_percentage: Kader, waarde: float, getoond: str, gelezen: str
) -> None:
    gegeven: Antwoorden = {
        **antwoorden(met_percentage, "DV"),
        "A07-I1-M1": {"Waarde": Procent(waarde)},
    }
    gevuld = inzending(met_percentage, "DV", gegeven)
    (bevinding,) = gevuld.bevindingen
    assert bevinding.tekst.startswith(f"De cel toont {getoond}")
    assert bevinding.tekst.endswith(f"gelezen is {gelezen}.")
    assert "zonder procentteken" in bevinding.actie
    assert gevuld.voorzetten["A07-I1"].waarden["A07-I1-M1"].waarde == waarde


def test_a_percentage_where_an_amount_is_asked_says_why_it_is_no_whole_number(
    kader: Kader,
) -> None:
    heel, deel = (
        inzending(kader, "DV", {**antwoorden(kader, "DV"), "A01-I1-M1": {"Waarde": Procent(n)}})
        for n in (1, 0.5)
    )
    assert codes(heel.bevindingen) == [catalogue.PROCENTOPMAAK.code]
    assert codes(deel.bevindingen) == [catalogue.PROCENTOPMAAK.code, catalogue.HEEL_GETAL.code]
    assert enige(heel.bevindingen, catalogue.PROCENTOPMAAK).tekst.endswith("gelezen is 1.")


@pytest.mark.parametrize(
    ("waarde", "gemeld"),
    [(1, True), (0.01, True), ("1", True), ("0,5", True), ("1%", False), (Procent(0), False),
     (0, False), (1.5, False), ("100%", False)],
)  # fmt: skip
def test_a_percentage_of_at_most_one_may_be_a_share_unless_there_is_no_doubt(
    met_percentage: Kader, waarde: object, gemeld: bool
) -> None:
    gegeven: Antwoorden = {**antwoorden(met_percentage, "DV"), "A07-I1-M1": {"Waarde": waarde}}
    gevuld = inzending(met_percentage, "DV", gegeven)
    assert codes(gevuld.bevindingen) == [catalogue.PERCENTAGE_KLEIN.code] * gemeld


# Colours and reasons


@pytest.mark.parametrize(
    ("geschreven", "kleur"),
    [
        ("Groen", Beoordeling.GROEN),
        (" groen ", Beoordeling.GROEN),
        ("● Groen", Beoordeling.GROEN),
        ("ROOD", Beoordeling.ROOD),
        ("afgerond.", Beoordeling.AFGEROND),
        ("N.v.t.", Beoordeling.NVT),
        ("nvt", Beoordeling.NVT),
        ("niet van toepassing", Beoordeling.NVT),
    ],
)
def test_colour_is_read_however_it_is_written(kader: Kader, geschreven: str, kleur: str) -> None:
    gevuld = inzending(kader, "DV", {"A01-I2": oordeel(geschreven, "a", "Fictief")})
    assert gevuld.voorzetten["A01-I2"].beoordeling == kleur


def test_near_miss_gets_a_suggestion(kader: Kader) -> None:
    gevuld = inzending(kader, "DV", {"A01-I2": oordeel("Gron")})
    assert "“Groen”" in enige(gevuld.bevindingen, catalogue.BEOORDELING_ONBEKEND).actie
    assert gevuld.voorzetten["A01-I2"].beoordeling is None


@pytest.mark.parametrize(
    "reden",
    [
        "b",
        "B",
        "(b)",
        "b)",
        " b ",
        "resultaat niet gerealiseerd",
        "b – resultaat niet gerealiseerd",
    ],
)
def test_letter_or_words_of_the_reason_are_accepted(kader: Kader, reden: str) -> None:
    gegeven = {"A01-I2": oordeel("Rood", reden, "Fictief")}
    assert not over(kader, gegeven, "A01-I2")
    assert inzending(kader, "DV", gegeven).voorzetten["A01-I2"].reden == "b"


@pytest.mark.parametrize("kleur", ["Oranje", "Rood"])
@pytest.mark.parametrize("reden", ["de grond is verkocht", "d", "c – vervalt, zie brief", "2"])
def test_a_reason_that_is_not_in_the_kader_is_kept_as_it_was_written(
    kader: Kader, kleur: str, reden: str
) -> None:
    gegeven = {"A01-I2": oordeel(kleur, reden, "Fictief")}
    assert inzending(kader, "DV", gegeven).voorzetten["A01-I2"].reden == reden
    assert over(kader, gegeven, "A01-I2") == [catalogue.REDEN_PAST_NIET.code]


@pytest.mark.parametrize(("kleur", "letters"), [("Oranje", "ab"), ("Rood", "abc")])
def test_each_colour_takes_its_own_letters_only(kader: Kader, kleur: str, letters: str) -> None:
    for letter in "abcd":
        gevonden = over(kader, {"A01-I2": oordeel(kleur, letter, "Fictief")}, "A01-I2")
        assert gevonden == ([] if letter in letters else [catalogue.REDEN_PAST_NIET.code])


@pytest.mark.parametrize("kleur", ["Oranje", "Rood", "N.v.t."])
def test_what_deviates_needs_a_toelichting(kader: Kader, kleur: str) -> None:
    reden = None if kleur == "N.v.t." else "a"
    gegeven: Antwoorden = {"A01-I2": oordeel(kleur, reden), "A01-I2-M1": {}, "A01-I2-M2": {}}
    gevonden = over(kader, gegeven, "A01-I2")
    waarde = [catalogue.WAARDE_ONTBREEKT.code] if reden else []
    assert gevonden == [catalogue.TOELICHTING_ONTBREEKT.code, *waarde]


@pytest.mark.parametrize(("code", "kleur"), [("A01-I2", "Groen"), ("A02-I2", "Afgerond")])
def test_what_is_on_course_needs_no_words(kader: Kader, code: str, kleur: str) -> None:
    assert not over(kader, {code: oordeel(kleur)}, code)


OORDEEL = "A06-I2"
"""A kwalitatief oordeel."""


@pytest.mark.parametrize("kleur", ["Groen", "Afgerond"])
def test_a_judgement_in_words_needs_words_with_every_colour(kader: Kader, kleur: str) -> None:
    assert over(kader, {OORDEEL: oordeel(kleur)}, OORDEEL) == [
        catalogue.OORDEEL_ZONDER_WOORDEN.code
    ]
    zonder = inzending(kader, "DV", {OORDEEL: oordeel(kleur)}).voorzetten[OORDEEL]
    assert (zonder.compleet, zonder.ontbreekt) == (False, ("een toelichting",))
    assert not over(kader, {OORDEEL: oordeel(kleur, toelichting="Fictief: het loopt")}, OORDEEL)


def test_done_with_years_to_go_is_a_question(kader: Kader) -> None:
    """A toelichting answers it; in its last year it is none."""
    gegeven = {"A01-I2": oordeel("Afgerond")}
    assert over(kader, gegeven, "A01-I2") == [catalogue.LOOPT_NOG.code]
    assert not over(kader, {"A01-I2": oordeel("Afgerond", toelichting="Fictief: klaar")}, "A01-I2")
    laatste = validate(maak_return(kader, "DV", gegeven, Ronde(2031)), kader, Ronde(2031))
    assert catalogue.LOOPT_NOG.code not in codes(laatste.bevindingen)


def test_what_is_done_anew_each_year_is_not_done_for_good(kader: Kader) -> None:
    gegeven = {**antwoorden(kader, "DV"), "A14-I1": oordeel("Afgerond")}
    (gevonden,) = inzending(kader, "DV", gegeven).bevindingen
    assert gevonden.code == catalogue.ELK_JAAR_OPNIEUW.code
    assert "t/m 2031" in gevonden.tekst
    assert "kies dan Groen" in gevonden.actie


def test_oranje_without_reason_is_still_oranje(kader: Kader) -> None:
    gevuld = inzending(kader, "DV", {"A01-I2": oordeel("Oranje", toelichting="Fictief: later")})
    voorzet = gevuld.voorzetten["A01-I2"]
    assert voorzet.beoordeling == Beoordeling.ORANJE
    assert not voorzet.compleet


# Values


@pytest.mark.parametrize(
    ("geschreven", "getal"),
    [
        (12, 12),
        (12.0, 12),
        (0, 0),
        ("12", 12),
        (" 12 ", 12),
        ("1.234", 1234),
        ("1.000.000", 1000000),
        ("1 234", 1234),
        ("12,0", 12),
        ("0", 0),
    ],
)
def test_dutch_numbers_are_read(kader: Kader, geschreven: object, getal: int) -> None:
    assert waarde(kader, "A01-I1-M1", geschreven) == (getal, [])


@pytest.mark.parametrize("geschreven", ["12,5", 12.5, "12,5%", "12,5 %"])
def test_dutch_percentage_is_read(met_percentage: Kader, geschreven: object) -> None:
    assert waarde(met_percentage, "A07-I1-M1", geschreven) == (12.5, [])


@pytest.mark.parametrize(
    ("geschreven", "regel"),
    [
        ("ca. 12", catalogue.GETAL_VERWACHT),
        ("12 woningen", catalogue.GETAL_VERWACHT),
        ("10-12", catalogue.GETAL_VERWACHT),
        ("twaalf", catalogue.GETAL_VERWACHT),
        ("?", catalogue.GETAL_VERWACHT),
        (True, catalogue.GETAL_VERWACHT),
        (date(2026, 1, 12), catalogue.GETAL_VERWACHT),
        ("12.5", catalogue.TWEE_LEZINGEN),
        ("1234.5", catalogue.TWEE_LEZINGEN),
        ("12.50", catalogue.TWEE_LEZINGEN),
        ("12,5", catalogue.HEEL_GETAL),
        ("0.5", catalogue.HEEL_GETAL),  # no thousands begin with a zero
        ("-3", catalogue.NEGATIEF),
        ("−3", catalogue.NEGATIEF),
    ],
)
def test_what_is_no_plain_number_is_reported_and_kept(
    kader: Kader, geschreven: object, regel: Regel
) -> None:
    gevuld = inzending(
        kader, "DV", {**antwoorden(kader, "DV"), "A01-I1-M1": {"Waarde": geschreven}}
    )
    assert codes(gevuld.bevindingen) == [regel.code]
    antwoord = gevuld.voorzetten["A01-I1"].waarden["A01-I1-M1"]
    assert antwoord.waarde is None
    assert antwoord.veld.inhoud == geschreven


def test_two_readings_are_both_named(kader: Kader) -> None:
    gevuld = inzending(kader, "DV", {"A01-I1-M1": {"Waarde": "12.5"}})
    tekst = enige(gevuld.bevindingen, catalogue.TWEE_LEZINGEN).tekst
    assert "12,5" in tekst
    assert "125" in tekst


@pytest.mark.parametrize("grens", [0, 100, "0", "100%"])
def test_percentage_may_be_0_and_100(met_percentage: Kader, grens: object) -> None:
    assert waarde(met_percentage, "A07-I1-M1", grens)[1] == []


@pytest.mark.parametrize("buiten", [-0.1, 100.1, "101%", -5])
def test_percentage_outside_0_to_100_is_reported(met_percentage: Kader, buiten: object) -> None:
    gelezen = waarde(met_percentage, "A07-I1-M1", buiten)
    assert gelezen == (None, [catalogue.PERCENTAGE_BUITEN.code])


@pytest.mark.parametrize(
    "geschreven",
    [
        date(2026, 12, 15),
        "15-12-2026",
        "15/12/2026",
        "15.12.2026",
        "15-12-26",
        "15 december 2026",
        "15 dec 2026",
        "2026-12-15",
        46371,
    ],
)
def test_dates_are_read(kader: Kader, geschreven: object) -> None:
    assert waarde(kader, "A02-I1-M2", geschreven) == (date(2026, 12, 15), [])


@pytest.mark.parametrize("geschreven", ["31-2-2026", "12-2026", "2026", "eind 2026", True])
def test_what_is_no_date_is_reported(kader: Kader, geschreven: object) -> None:
    gelezen, gevonden = waarde(kader, "A02-I1-M2", geschreven)
    assert gelezen is None
    assert gevonden in ([catalogue.DATUM_VERWACHT.code], [catalogue.DATUM_BUITEN.code])


@pytest.mark.parametrize(
    ("dag", "goed"),
    [
        (date(2021, 1, 1), True),
        (date(2020, 12, 31), False),
        (date(2041, 12, 31), True),
        (date(2042, 1, 1), False),
    ],
)
def test_date_lies_between_five_years_before_and_ten_after(
    kader: Kader, dag: date, goed: bool
) -> None:
    assert waarde(kader, "A02-I1-M2", dag) == (
        (dag, []) if goed else (None, [catalogue.DATUM_BUITEN.code])
    )


@pytest.mark.parametrize(
    ("geschreven", "antwoord"),
    [
        ("Ja", True),
        ("ja", True),
        ("J", True),
        (True, True),
        ("Nee", False),
        ("n", False),
        (False, False),
    ],
)
def test_ja_and_nee_are_read(kader: Kader, geschreven: object, antwoord: bool) -> None:
    assert waarde(kader, "A02-I1-M1", geschreven)[0] is antwoord


@pytest.mark.parametrize(
    ("gereed", "gevonden"),
    [
        ("Ja", [catalogue.WAARDE_TOEGELICHT.code]),
        ("Nee", []),
        (True, [catalogue.WAARDE_TOEGELICHT.code]),
    ],
)
def test_date_is_asked_only_when_it_is_done(
    kader: Kader, gereed: object, gevonden: list[str]
) -> None:
    gegeven: Antwoorden = {"A02-I1-M1": {"Waarde": gereed}, "A02-I1-M2": {}}
    assert over(kader, gegeven, "A02-I1") == gevonden
    andersom = replace(kader, meetwaarden=kader.meetwaarden[::-1])
    assert over(andersom, gegeven, "A02-I1") == gevonden, "whatever is asked first"


@pytest.mark.parametrize("soort", SOORTEN.values(), ids=str)
def test_what_is_not_there_yet_may_be_told_in_words(kader: Kader, soort: Soort) -> None:
    """A number, a share, a day: each kind alike. Yes or no, and words, can always be given."""
    code, vraag = "A01-I1", kader.meetwaarden_van("A01-I1")[0]
    anders = replace(vraag, soort=soort, eenheid="", rol=None)
    meetwaarden = tuple(anders if m is vraag else m for m in kader.meetwaarden)
    eigen = replace(kader, meetwaarden=meetwaarden)
    for woorden, regel in (
        ("Fictief: nog geen convenant", catalogue.WAARDE_TOEGELICHT),
        (None, catalogue.WAARDE_ONTBREEKT),
    ):
        moet = soort in (JA_NEE, TEKST)
        gegeven: Antwoorden = {code: oordeel("Groen", None, woorden), vraag.code: {}}
        verwacht = catalogue.WAARDE_ONTBREEKT if moet else regel
        gevuld = inzending(eigen, "DV", {**antwoorden(eigen, "DV"), **gegeven})
        assert [b.code for b in gevuld.bevindingen] == [verwacht.code]
        assert gevuld.voorzetten[code].compleet == (bool(woorden) and not moet)


def test_optional_value_may_stay_empty(kader: Kader) -> None:
    assert not over(kader, {"A01-I2-M2": {}}, "A01-I2")


def test_nvt_needs_no_values(kader: Kader) -> None:
    leeg: Antwoorden = {f"A01-I1-M{n}": {} for n in (1, 2, 3)}
    gegeven = {**leeg, "A01-I1": oordeel("N.v.t.", toelichting="Fictief: geen bezit")}
    assert not over(kader, gegeven, "A01-I1")
    assert inzending(kader, "DV", gegeven).voorzetten["A01-I1"].compleet


def test_zero_is_an_answer(kader: Kader) -> None:
    assert waarde(kader, "A01-I1-M1", 0) == (0, [])


def test_a_number_that_is_not_plausible_is_kept_and_a_million_is_not_questioned(
    kader: Kader,
) -> None:
    for geschreven, vragen in ((1_000_000, []), ("31612345678", ["V421"])):
        gevuld = inzending(
            kader, "DV", {**antwoorden(kader, "DV"), "A01-I1-M1": {"Waarde": geschreven}}
        )
        assert codes(gevuld.bevindingen) == vragen
        assert gevuld.voorzetten["A01-I1"].waarden["A01-I1-M1"].waarde == int(geschreven)


def test_teller_may_equal_noemer_and_noemer_may_be_zero(kader: Kader) -> None:
    for getal in (0, 7):
        gelijk: Antwoorden = {f"A05-I1-M{n}": {"Waarde": getal} for n in (1, 2)}
        assert not over(kader, gelijk, "A05-I1")


def test_untouched_indicator_is_one_finding(kader: Kader) -> None:
    leeg: Antwoorden = {"A01-I1": {}, **{f"A01-I1-M{n}": {} for n in (1, 2, 3)}}
    assert over(kader, leeg, "A01-I1") == [catalogue.BEOORDELING_ONTBREEKT.code]


def test_one_value_is_enough_to_ask_for_the_others(kader: Kader) -> None:
    een: Antwoorden = {"A01-I1": {}, "A01-I1-M2": {"Waarde": 0}, "A01-I1-M1": {}, "A01-I1-M3": {}}
    gevuld = inzending(kader, "DV", {**antwoorden(kader, "DV"), **een})
    assert codes(gevuld.bevindingen) == [
        catalogue.BEOORDELING_ONTBREEKT.code,
        *[catalogue.WAARDE_ONTBREEKT.code] * 2,
    ]
    assert len(gevuld.voorzetten["A01-I1"].ontbreekt) == 3


def test_values_without_colour_are_kept_and_the_colour_asked(kader: Kader) -> None:
    gevuld = inzending(kader, "DV", {**antwoorden(kader, "DV"), "A01-I1": {}})
    assert codes(gevuld.bevindingen) == [catalogue.BEOORDELING_ONTBREEKT.code]
    assert gevuld.voorzetten["A01-I1"].waarden["A01-I1-M1"].waarde is not None


# Nothing is lost


def test_value_beside_the_colour_of_an_empty_indicator_is_reported(kader: Kader) -> None:
    gegeven: Antwoorden = {
        "A01-I1": {"Waarde": 12},
        **{f"A01-I1-M{n}": {} for n in (1, 2, 3)},
    }
    assert catalogue.WAARDE_OP_VERKEERDE_REGEL.code in over(kader, gegeven, "A01-I1")


def test_colour_on_a_meetwaarde_of_an_empty_indicator_is_reported(kader: Kader) -> None:
    gegeven: Antwoorden = {
        "A01-I1": {},
        "A01-I1-M1": {"Beoordeling": "Rood"},
        "A01-I1-M2": {},
        "A01-I1-M3": {},
    }
    assert catalogue.WAARDE_OP_VERKEERDE_REGEL.code in over(kader, gegeven, "A01-I1")


CELINHOUD = st.one_of(
    st.none(),
    st.sampled_from(
        [
            "Groen",
            "oranje",
            "ROOD",
            "n.v.t.",
            "Paars",
            "a",
            "c",
            "ja",
            "Nee",
            "1.234",
            "12.5",
            "=1+1",
        ]
    ),
    st.integers(-5, 2000),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(date(1900, 3, 1), date(2100, 1, 1)),
    st.booleans(),
    st.text(max_size=12),
)
RIJ = st.dictionaries(
    st.sampled_from(["Waarde", "Beoordeling", "Reden", "Toelichting"]), CELINHOUD, max_size=4
)


CODES = "A01-I1 A01-I1-M1 A01-I1-M2 A02-I1 A02-I1-M1 A02-I1-M2 A05-I1-M1 A05-I1-M2 A17-I1".split()


@pytest.fixture(scope="module")
def valideer(kader: Kader) -> Callable[[Return], Inzending]:
    return lambda gelezen: validate(gelezen, kader, RONDE)


@pytest.fixture(scope="module")
def van_de_volmacht(kader: Kader) -> Callable[[Antwoorden], Return]:
    return lambda gegeven: maak_return(kader, "DV", gegeven)


@settings(max_examples=80)
@given(
    gegeven=st.dictionaries(st.sampled_from(CODES), RIJ, max_size=6),
    weg=st.lists(st.sampled_from(CODES), max_size=2),
)
def test_every_filled_cell_is_in_a_voorzet_or_in_a_finding(
    van_de_volmacht: Callable[[Antwoorden], Return],
    valideer: Callable[[Return], Inzending],
    gegeven: dict[str, dict[str, object]],
    weg: list[str],
) -> None:
    volledig = van_de_volmacht(gegeven)
    over = {c: r for c, r in volledig.regels.items() if c not in weg or r.antwoord}
    uitkomst = valideer(replace(volledig, regels=over))
    bewaard = {b.plek.cel for b in uitkomst.bevindingen}
    for voorzet in uitkomst.voorzetten.values():
        bewaard |= {veld.plek.cel for veld in voorzet.velden.values()}
        bewaard |= {a.veld.plek.cel for a in voorzet.waarden.values()}
    gevuld = {v.plek.cel for r in over.values() for v in r.velden if v}
    assert gevuld <= bewaard


UITGELEGD = oordeel("Rood", "b", "Fictief: te laat")
EENS, NIET = Reactie.AKKOORD, Reactie.NIET_AKKOORD


@pytest.mark.parametrize(
    ("eigen", "reactie", "compleet", "regels"),
    [
        ({"Waarde": "Akkoord"}, EENS, True, []),
        ({"Waarde": "ja"}, EENS, True, []),
        ({"Waarde": "Akkoord", "Toelichting": "mits op tijd"}, EENS, True, []),
        ({"Waarde": "Niet akkoord", **UITGELEGD}, NIET, True, []),
        ({}, None, False, [catalogue.AKKOORD_ONTBREEKT]),
        ({"Waarde": "misschien"}, None, False, [catalogue.AKKOORD_ONLEESBAAR]),
        (
            {"Waarde": "Niet akkoord", "Beoordeling": "Groen"},
            NIET,
            False,
            [catalogue.NIET_AKKOORD_ZONDER_UITLEG],
        ),
        (
            {"Waarde": "Niet akkoord", "Toelichting": "te laat"},
            NIET,
            False,
            [catalogue.BEOORDELING_ONTBREEKT],
        ),
        (
            {"Waarde": "Akkoord", **UITGELEGD},
            None,
            False,
            [catalogue.AKKOORD_MET_EIGEN_ANTWOORD],
        ),
        (UITGELEGD, None, False, [catalogue.EIGEN_ANTWOORD_ZONDER_KEUZE]),
    ],
)
def test_akkoord_is_akkoord_alone_and_who_does_not_agree_says_why(
    klein: Kader,
    eigen: dict[str, object],
    reactie: Reactie | None,
    compleet: bool,
    regels: list[Regel],
) -> None:
    """Whatever it says beside that is kept."""
    gevuld = replace(maak_return(klein, "HB", {"A01-I2": eigen}), pas=Pas(frozenset({"A01-I2"})))
    uitkomst = validate(gevuld, klein, RONDE)
    voorzet = uitkomst.voorzetten["A01-I2"]
    assert (voorzet.reactie, voorzet.compleet) == (reactie, compleet)
    assert {r.code for r in regels} <= {*codes(uitkomst.bevindingen)}
    assert voorzet.toelichting == eigen.get("Toelichting", "")
    assert {k: v.inhoud for k, v in voorzet.velden.items()} == zonder_lege({"x": eigen}).get(
        "x", {}
    )


def test_no_required_question_is_bij_ja_without_a_ja_nee(kader: Kader) -> None:
    for m in kader.meetwaarden:
        if m.verplicht is Verplicht.BIJ_JA:
            soorten = [a.soort for a in kader.meetwaarden if a.indicator == m.indicator]
            assert JA_NEE in soorten

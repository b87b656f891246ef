"""Only what the BO set is public, and only figures of all partijen together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from invullen import RONDE as EERSTE, antwoorden, codes, inzending
from kleuren import Beoordeling
from publicaties import BO, RONDE, besluiten, matrix, terugblik

from kaderxl.core import catalogue
from kaderxl.core.answers import Waarde
from kaderxl.core.findings import NietUitgevoerd
from kaderxl.core.kader import Doel, Kader, Rol
from kaderxl.core.outcome import (
    Besluit,
    Focuspunt,
    Kleurpunt,
    Matrix,
    Programmaregel,
    Terugblik,
    Trend,
    Vastgelegd,
)
from kaderxl.core.proposals import Stempunt
from kaderxl.core.rounds import Fase, Ronde
from kaderxl.core.targets import Doelstand, Oordeel
from kaderxl.matrix.combine import combine
from kaderxl.matrix.files.public_view import Uitkomst, public_view

B = Beoordeling


def beslist(kader: Kader, **wat: Besluit) -> Matrix:
    """The matrix with other besluiten, by `a1=`."""
    nieuw = besluiten(kader) | {int(naam[1:]): besluit for naam, besluit in wat.items()}
    return met(kader, lambda v: replace(v, besluiten=nieuw))


def met(kader: Kader, wijzig: Callable[[Vastgelegd], Vastgelegd]) -> Matrix:
    heel = matrix(kader)
    return replace(heel, vastgelegd=wijzig(heel.vastgelegd))


def uitkomst(van: Matrix, nummer: int) -> Uitkomst:
    return next(u for u in public_view(van).uitkomsten if u.afspraak.nummer == nummer)


@pytest.mark.parametrize("dag", [None, "", "in maart", "3/4/2027", 46_000])
def test_a_concept_is_not_published(kader: Kader, dag: Waarde) -> None:
    concept = met(kader, lambda v: replace(v, vastgesteld=dag))
    with pytest.raises(NietUitgevoerd) as fout:
        public_view(concept)
    assert codes(fout.value.bevindingen) == [catalogue.CONCEPT_NIET_PUBLIEK.code]
    assert "evaluatie 2029" in fout.value.bevindingen[0].tekst


@pytest.mark.parametrize("dag", [BO, datetime(2030, 3, 21, 14, 0), "21 maart 2030", "21-3-2030"])
def test_the_day_of_the_bo_is_read_as_people_write_it(kader: Kader, dag: Waarde) -> None:
    assert public_view(met(kader, lambda v: replace(v, vastgesteld=dag))).vastgesteld == BO


def test_a_besluit_that_is_no_colour_is_named_and_not_published(kader: Kader) -> None:
    with pytest.raises(NietUitgevoerd) as fout:
        public_view(beslist(kader, a2=Besluit(2, "Paars"), a3=Besluit(3, "Geel")))
    twee, drie = fout.value.bevindingen
    assert twee.code == drie.code == catalogue.BESLUIT_GEEN_KLEUR.code
    assert "“Paars”" in twee.tekst
    assert twee.plek.bestand == "afspraak 2"
    assert drie.plek.bestand == "afspraak 3"


def test_it_has_every_afspraak_with_the_colour_the_bo_gave(kader: Kader) -> None:
    gezet = besluiten(kader)
    for u in public_view(matrix(kader)).uitkomsten:
        besluit = gezet.get(u.afspraak.nummer)
        assert u.woord == (besluit.kleur if besluit else "Nog geen besluit")
        assert u.datum == (besluit.datum if besluit else None)
    assert len(public_view(matrix(kader)).uitkomsten) == 19


def test_an_afspraak_with_nothing_to_ask_lacks_no_besluit(kader: Kader) -> None:
    """In 2029 nothing is asked of 16, 17 and 19."""
    nummers = (16, 17, 19)
    gezet = {n: b for n, b in besluiten(kader).items() if n not in nummers}
    van = met(kader, lambda v: replace(v, besluiten=gezet))
    assert {uitkomst(van, n).woord for n in nummers} == {"Niet in 2029"}
    assert {uitkomst(van, n).verloop[-1][1] for n in nummers} == {"Niet in 2029"}
    assert uitkomst(van, 9).woord == "Nog geen besluit"


def test_the_focuspunten_of_the_besluiten_stand_in_it_with_what_is_done(kader: Kader) -> None:
    punt = Focuspunt(3, "eerst de vergunning", "gemeente", date(2030, 6, 1))
    van = met(kader, lambda v: replace(v, focuspunten={3: punt, 1: Focuspunt(1, "niets")}))
    focus = public_view(van).focuspunten
    kleuren = [str(f.kleur) for f in focus]
    assert kleuren == sorted(kleuren, key=["Rood", "Oranje"].index)
    assert 1 not in [f.afspraak.nummer for f in focus], "Groen is no focuspunt"
    (drie,) = [f for f in focus if f.afspraak.nummer == 3]
    assert (drie.actie, drie.wie, drie.wanneer) == ("eerst de vergunning", "gemeente", "1-6-2030")


@pytest.mark.parametrize(("fase", "aantal"), [(Fase.TUSSENSTAND, 1), (Fase.EVALUATIE, 0)])
def test_the_jaarprogramma_stands_in_the_publication_of_its_tussenstand(
    kader: Kader, fase: Fase, aantal: int
) -> None:
    regels: dict[int | str, Programmaregel] = {
        1: Programmaregel(1, "twee locaties"),
        2: Programmaregel(2, "", "gemeente"),
    }
    van = met(kader, lambda v: replace(v, programma=regels))
    van = replace(van, ronde=Ronde(2029, fase))
    assert [v.activiteiten for v in public_view(van).programma] == ["twee locaties"] * aantal


def test_without_besluit_no_voorstel_takes_its_place(kader: Kader) -> None:
    heel = matrix(kader)
    assert heel.voorstellen[9] is not None
    assert uitkomst(heel, 9).kleur is None
    half = uitkomst(beslist(kader, a9=Besluit(9, "", "nog in beraad", date(2030, 1, 1))), 9)
    assert (half.kleur, half.reden, half.datum) == (None, "", None)


@pytest.mark.parametrize(
    ("kleur", "reden", "woorden"),
    [
        ("Oranje", "a", "vertraagde uitvoering"),
        ("oranje", "(b)", "verwachte vertraging of wijziging in de resultaten"),
        ("Rood", "c – geplande afspraak vervalt", "geplande afspraak vervalt"),
        ("Rood", "De grond is verkocht.", "De grond is verkocht."),
        ("Groen", "", ""),
    ],
)
def test_the_reden_is_in_words(kader: Kader, kleur: str, reden: str, woorden: str) -> None:
    gevonden = uitkomst(beslist(kader, a1=Besluit(1, kleur, reden, BO)), 1)
    assert gevonden.reden == woorden
    assert gevonden.woord == kleur.capitalize()


def test_an_afspraak_without_indicator_this_year_says_so(kader: Kader) -> None:
    assert not uitkomst(matrix(kader), 16).actief
    assert uitkomst(matrix(kader), 1).actief


@pytest.fixture(scope="module")
def eerste(kader: Kader) -> Matrix:
    """2026, every answer its own."""
    return vol(kader, [p.code for p in kader.partijen])


def vol(kader: Kader, wie: list[str]) -> Matrix:
    inzendingen = [inzending(kader, code, antwoorden(kader, code)) for code in wie]
    return combine(kader, EERSTE, inzendingen, Vastgelegd(vastgesteld=BO))


def test_a_figure_is_there_when_all_partijen_gave_it(kader: Kader, eerste: Matrix) -> None:
    rij = next(r for r in eerste.rijen if r.indicator.code == "A01-I1")
    netto, *delen = uitkomst(eerste, 1).cijfers
    assert netto.naam == "Aantal opgeleverde woningen, netto"
    assert (netto.waarde, netto.tekst) == (rij.standen[0].waarde, rij.standen[0].tekst)
    assert [d.code for d in delen] == ["A01-I1-M1", "A01-I1-M2", "A01-I1-M3"]
    assert {d.eenheid for d in (netto, *delen)} == {"woningen"}
    zonder_een = vol(kader, ["GEM", "DV", "WB", "DD", "AHW"])
    assert uitkomst(zonder_een, 1).cijfers == ()


def test_a_share_is_a_percentage_of_all_together(eerste: Matrix) -> None:
    (aandeel,) = [c for c in uitkomst(eerste, 5).cijfers if c.code == "A05-I1"]
    assert aandeel.eenheid == "%"
    assert aandeel.tekst.startswith(f"{aandeel.waarde:.1f}".replace(".", ",").removesuffix(",0"))


def test_the_answer_of_one_partij_is_no_figure(eerste: Matrix) -> None:
    """Only the gemeente is asked for the projects of afspraak 10; those of 12 stay apart."""
    assert next(r for r in eerste.rijen if r.indicator.code == "A10-I1").standen[1].waarde
    assert uitkomst(eerste, 10).cijfers == ()
    assert uitkomst(eerste, 12).cijfers == ()


def anders(kader: Kader, **velden: dict[str, object]) -> Kader:
    """The kader with other meetwaarden, by code (an underscore is a dash)."""
    per_code = {code.replace("_", "-"): wat for code, wat in velden.items()}
    return replace(
        kader,
        meetwaarden=tuple(
            replace(m, **per_code.get(m.code, {}))  # type: ignore[arg-type]
            for m in kader.meetwaarden
        ),
    )


@pytest.mark.parametrize("code", ["A01-I1-M1", "A01-I1-M2", "A01-I1-M3"])
@pytest.mark.parametrize("rol", ["with its role", "a question apart"])
def test_a_question_to_one_partij_is_not_public_beside_questions_to_more(
    kader: Kader, code: str, rol: str
) -> None:
    """Each number rests on those whom it was asked, not on who answers the indicator."""
    wat: dict[str, object] = {"gevraagd_aan": ("WB",)}
    if rol == "a question apart":
        wat["rol"] = None
    een = anders(kader, **{code.replace("-", "_"): wat})
    heel = vol(een, [p.code for p in een.partijen])
    stand = next(s for r in heel.rijen for s in r.standen if s.code == code)
    assert stand.waarde is not None
    assert stand.volledig
    openbaar = {c.code for c in uitkomst(heel, 1).cijfers}
    anderen = {"A01-I1-M1", "A01-I1-M2", "A01-I1-M3"} - {code}
    # Nor is a netto that it is a part of: the others leave it over.
    assert openbaar == anderen | ({"A01-I1"} if rol == "a question apart" else set())


@pytest.mark.parametrize("deel", ["A05_I1_M1", "A05_I1_M2"])
def test_a_share_of_which_one_partij_gave_a_part_is_not_public(kader: Kader, deel: str) -> None:
    wat: dict[str, object] = {"gevraagd_aan": ("DV",)}
    van = anders(kader, **{deel: wat})
    openbaar = {c.code for c in uitkomst(vol(van, [p.code for p in van.partijen]), 5).cijfers}
    assert openbaar & {"A05-I1", "A05-I1-M1", "A05-I1-M2"} == {
        "A05-I1-M1",
        "A05-I1-M2",
    } - {deel.replace("_", "-")}


@pytest.mark.parametrize(("wie", "openbaar"), [(("WB",), False), (("WB", "DV"), True)])
def test_a_figure_is_public_from_two_partijen_on(
    kader: Kader, wie: tuple[str, ...], openbaar: bool
) -> None:
    van = anders(kader, A01_I1_M1={"gevraagd_aan": wie})
    heel = vol(van, [p.code for p in van.partijen])
    assert ("A01-I1-M1" in {c.code for c in uitkomst(heel, 1).cijfers}) is openbaar


def test_a_plan_gives_a_netto_neither_its_unit_nor_its_parties(kader: Kader) -> None:
    """It comes first, is in another unit, and is asked of more than the parts of the netto."""
    plan: dict[str, object] = {"rol": Rol.PLAN, "eenheid": "kavels"}
    delen: dict[str, dict[str, object]] = {
        "A01_I1_M2": {"rol": Rol.PLUS},
        "A01_I1_M3": {"rol": Rol.MIN},
    }
    heel = vol(anders(kader, A01_I1_M1=plan, **delen), [p.code for p in kader.partijen])
    netto = next(c for c in uitkomst(heel, 1).cijfers if c.code == "A01-I1")
    assert netto.eenheid == "woningen"
    van_een = {code: {**wat, "gevraagd_aan": ("DV",)} for code, wat in delen.items()}
    van_een_partij = anders(kader, A01_I1_M1=plan, **van_een)
    heel = vol(van_een_partij, [p.code for p in kader.partijen])
    assert "A01-I1" not in {c.code for c in uitkomst(heel, 1).cijfers}


def test_every_figure_has_its_own_unit(kader: Kader) -> None:
    """One that is reckoned has that of what it is reckoned from, a share is in percent."""
    eenheden = anders(
        kader,
        A01_I1_M1={"eenheid": "huizen"},
        A01_I1_M2={"eenheid": "huizen"},
        A01_I1_M3={"eenheid": "kavels"},
        A05_I1_M1={"eenheid": "toewijzingen"},
        A05_I1_M2={"eenheid": "huishoudens"},
    )
    heel = vol(eenheden, [p.code for p in eenheden.partijen])
    per_code = {c.code: c.eenheid for n in (1, 5) for c in uitkomst(heel, n).cijfers}
    assert {code: per_code[code] for code in sorted(per_code) if code < "A05-I2"} == {
        "A01-I1": "huizen",
        "A01-I1-M1": "huizen",
        "A01-I1-M2": "huizen",
        "A01-I1-M3": "kavels",
        "A05-I1": "%",
        "A05-I1-M1": "toewijzingen",
        "A05-I1-M2": "huishoudens",
    }


@pytest.mark.parametrize(
    "mist", [{}, {"vraag": ""}, {"uitkomst": ""}, {"datum": None}, {"datum": "in maart"}]
)
def test_a_vote_is_public_once_its_question_was_decided_on_a_day(
    kader: Kader, mist: dict[str, Any]
) -> None:
    heel = Stempunt("ST-1", "Hoe?", "zo", "zus", uitkomst="A", datum=BO, stemmen={"DV": "B"})
    punten = {"ST-1": replace(heel, **mist)}
    gestemd = public_view(met(kader, lambda v: replace(v, stempunten=punten))).gestemd
    assert [g.besloten for g in gestemd] == ([] if mist else ["zo"])


def test_it_names_where_it_comes_from_and_whom_to_ask(kader: Kader) -> None:
    eigen = replace(kader.instellingen, bron="Kaderafspraken 2026-2031", contact="w@g.example")
    heel = matrix(kader)
    publicatie = public_view(replace(heel, kader=replace(kader, instellingen=eigen)))
    assert publicatie.bron == "Kaderafspraken 2026-2031"
    assert publicatie.contact == "w@g.example"
    assert publicatie.uitgever == f"Gemeente {kader.instellingen.gemeente}"


@pytest.mark.parametrize("besluit", [None, Besluit(9, "", "nog in beraad")])
def test_a_ronde_without_besluit_is_an_empty_place_in_the_course(
    kader: Kader, besluit: Besluit | None
) -> None:
    heel = beslist(kader, a9=besluit) if besluit else matrix(kader)
    eerder = trend(9, (2028, "Oranje", True), (2029, "Rood", False))
    u = uitkomst(replace(heel, terugblik=eerder), 9)
    assert u.verloop == ((Ronde(2028), "Oranje"), (RONDE, ""))
    assert u.reeks == ""


def trend(nummer: int, *punten: tuple[int, str, bool]) -> Terugblik:
    reeks = tuple(Kleurpunt(Ronde(jaar), kleur, besloten) for jaar, kleur, besloten in punten)
    return Terugblik({nummer: Trend(nummer, reeks, "2e jaar oranje")})


def test_an_earlier_voorstel_is_a_gap_and_carries_no_streak(kader: Kader) -> None:
    heel = beslist(kader, a3=Besluit(3, "Oranje", "a", BO))
    besloten = trend(3, (2027, "", False), (2028, "Oranje", True))
    u = uitkomst(replace(heel, terugblik=besloten), 3)
    assert u.verloop == ((Ronde(2027), ""), (Ronde(2028), "Oranje"), (RONDE, "Oranje"))
    assert u.reeks == "2e jaar oranje"
    voorstel = trend(3, (2027, "Groen", True), (2028, "Oranje", False))
    u = uitkomst(replace(heel, terugblik=voorstel), 3)
    assert u.verloop == ((Ronde(2027), "Groen"), (Ronde(2028), ""), (RONDE, "Oranje"))
    assert u.reeks == ""


def test_a_streak_rests_on_the_besluiten_of_its_own_years(kader: Kader) -> None:
    heel = beslist(kader, a3=Besluit(3, "Rood", "a", BO))
    ouder = trend(3, (2026, "Rood", False), (2027, "Groen", True), (2028, "Oranje", True))
    assert uitkomst(replace(heel, terugblik=ouder), 3).reeks == "2e jaar oranje of rood"


def test_what_came_back_says_so(kader: Kader) -> None:
    heel = matrix(kader)
    (rij,) = (r for r in heel.rijen if r.indicator.code == "A09-I1")
    terug = replace(rij, indicator=replace(rij.indicator, jaren=frozenset({2026, 2027})))
    rijen = tuple(terug if r is rij else r for r in heel.rijen)
    assert uitkomst(heel, 9).doorgeschoven == ()
    assert uitkomst(replace(heel, rijen=rijen), 9).doorgeschoven == (
        f"Organisatie jaarlijks overleg: doorgeschoven uit 2027, {RONDE.jaar - 2026}e jaar",
    )


def test_this_ronde_is_told_by_its_besluit(kader: Kader) -> None:
    heel = beslist(kader, a3=Besluit(3, "Groen", "", BO))
    u = uitkomst(replace(heel, terugblik=trend(3, (2029, "Rood", False))), 3)
    assert u.verloop == ((RONDE, "Groen"),)
    assert u.reeks == "", "it is groen now"


def test_a_target_of_one_partij_is_not_in_the_meter(kader: Kader) -> None:
    assert any(d.partij for d in terugblik(kader, RONDE).meters[0].doelen)
    (meter,) = public_view(matrix(kader)).meters
    assert [d.tm_jaar for d in meter.doelen] == [2031, 2040]


def test_of_a_doel_that_each_must_reach_only_the_oordeel_is_public(kader: Kader) -> None:
    """Its words say who gave what; nobody's own number is public."""
    heel, doel = matrix(kader), Doel("A01-I1", 2031, 72)
    stand = Doelstand(
        doel,
        Oordeel.NIET_GEHAALD,
        "Noordbouw 71 %",
        "minder dan 72",
        openbaar=True,
        herleidbaar=True,
    )
    terug = replace(heel.terugblik, doelen={"A01-I1": (stand,)})
    (publiek,) = uitkomst(replace(heel, terugblik=terug), 1).doelen
    assert publiek.in_woorden == "niet gehaald"

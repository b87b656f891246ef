"""What is not finished stays on the table, until the BO closes it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

import pytest
from invullen import Antwoorden, oordeel
from rondes_maken import maak_matrix

from kaderxl.core.cycle import HALFJAARLIJKS
from kaderxl.core.kader import Indicator, Kader, met_doorgeschoven
from kaderxl.core.outcome import Besluit, Matrix, Vastgelegd
from kaderxl.core.proposals import Wijzigingsvoorstel
from kaderxl.core.rounds import Fase, Ronde
from kaderxl.matrix.combine import combine
from kaderxl.matrix.sheets.layout import programma_afspraken
from kaderxl.template.kinds import AANTAL, JA_NEE, PERCENTAGE
from kaderxl.years.rollover import earlier_answers
from kaderxl.years.timeline import lay_side_by_side
from kaderxl.years.trends import kleurpunt
from kaderxl.years.unfinished import is_vervallen, unasked, unfinished

MIJLPAAL = "A01-I2"
"""Printed for 2026, beside a number that is printed to 2031."""
AFGEROND = {p: {MIJLPAAL: oordeel("Afgerond")} for p in ("GEM", "NB", "ZW", "HB")}


def met_jaren(kader: Kader, **jaren: set[int]) -> Kader:
    """The kader with other printed years for some indicatoren (codes with underscores)."""
    anders = {code.replace("_", "-"): frozenset(j) for code, j in jaren.items()}
    indicatoren = tuple(replace(i, jaren=anders.get(i.code, i.jaren)) for i in kader.indicatoren)
    return replace(kader, indicatoren=indicatoren)


def alleen(kader: Kader, *codes: str) -> Kader:
    return replace(kader, indicatoren=tuple(i for i in kader.indicatoren if i.code in codes))


@pytest.fixture
def los(klein: Kader) -> Kader:
    """Afspraak 1 with its milestone alone."""
    return alleen(klein, MIJLPAAL)


def ronde(
    kader: Kader,
    wanneer: Ronde,
    eerder: list[Matrix],
    besluit: str = "",
    gegeven: Mapping[str, Antwoorden] | None = None,
) -> list[Matrix]:
    """The rondes with one more, asked as those before it say; `Rood, c` is a besluit."""
    kleur, _, reden = besluit.partition(", ")
    gezet: dict[int | str, Besluit] = {1: Besluit(1, kleur, reden)} if besluit else {}
    kader = met_doorgeschoven(kader, unfinished(kader, wanneer, eerder))
    matrix = maak_matrix(kader, wanneer, gegeven or {})
    inzendingen = matrix.inzendingen
    return [*eerder, combine(kader, wanneer, inzendingen, Vastgelegd(besluiten=gezet))]


def rondes(kader: Kader, *besluiten: str) -> list[Matrix]:
    """An evaluatie a year from 2026 on, with these besluiten on afspraak 1."""
    gedaan: list[Matrix] = []
    for jaar, besluit in enumerate(besluiten, 2026):
        gedaan = ronde(kader, Ronde(jaar), gedaan, besluit)
    return gedaan


def terug(kader: Kader, jaar: int, eerder: list[Matrix]) -> frozenset[str]:
    return unfinished(kader, Ronde(jaar), eerder)


@pytest.mark.parametrize(
    ("soort", "bij", "besluit", "terug_"),
    [
        ("vervalt", MIJLPAAL, "aangenomen", False),
        ("vervalt", "1", "aangenomen", False),
        ("vervalt", "2", "aangenomen", True),
        ("vervalt", MIJLPAAL, "afgewezen", True),
        ("wijziging", MIJLPAAL, "aangenomen", True),
    ],
)
def test_what_the_bo_adopted_to_end_does_not_come_back(
    los: Kader, soort: str, bij: str, besluit: str, terug_: bool
) -> None:
    (matrix,) = rondes(los, "Rood, a")
    v = Wijzigingsvoorstel("W-1", soort, bij, besluit=besluit, datum=date(2026, 12, 10))
    vastgelegd = replace(matrix.vastgelegd, wijzigingen={"W-1": v})
    assert bool(terug(los, 2027, [replace(matrix, vastgelegd=vastgelegd)])) == terug_


# What comes back


def test_without_earlier_rondes_nothing_comes_back(los: Kader) -> None:
    assert terug(los, 2027, []) == frozenset()


@pytest.mark.parametrize("besluit", ["Oranje, a", "Rood, a", "Rood, b", "Groen", "N.v.t.", ""])
def test_what_is_not_afgerond_when_its_years_end_comes_back(los: Kader, besluit: str) -> None:
    assert terug(los, 2027, rondes(los, besluit)) == {MIJLPAAL}


@pytest.mark.parametrize("besluit", ["Afgerond", "Rood, c", "Rood, (c)", "Rood, vervalt"])
def test_what_the_bo_closes_does_not(los: Kader, besluit: str) -> None:
    assert terug(los, 2027, rondes(los, besluit)) == frozenset()


def test_it_comes_back_each_year_until_it_is_closed(los: Kader) -> None:
    eerder = rondes(los, "Rood, a", "Oranje, a", "Groen")
    assert terug(los, 2029, eerder) == {MIJLPAAL}
    assert terug(los, 2030, ronde(los, Ronde(2029), eerder, "Afgerond")) == frozenset()
    assert terug(los, 2031, ronde(los, Ronde(2029), eerder, "Rood, c")) == frozenset()


def test_a_year_without_a_ronde_closes_nothing(los: Kader) -> None:
    assert terug(los, 2029, rondes(los, "Rood, a")) == {MIJLPAAL}


def test_within_a_year_the_list_stays(los: Kader) -> None:
    """What the tussenstand closes, the evaluatie of that year still asks: it was done in it."""
    tussen = Ronde(2027, Fase.TUSSENSTAND)
    eerder = ronde(los, tussen, rondes(los, "Rood, a"), "Afgerond")
    assert terug(los, 2027, eerder) == {MIJLPAAL}
    assert terug(los, 2028, eerder) == frozenset()


def test_past_the_looptijd_nothing_is_asked(los: Kader) -> None:
    assert terug(los, 2031, rondes(los, "Rood, a")) == {MIJLPAAL}
    assert terug(los, 2032, rondes(los, "Rood, a")) == frozenset()


def test_the_municipality_may_choose_otherwise(los: Kader) -> None:
    nee = replace(los, instellingen=replace(los.instellingen, doorschuiven=False))
    assert terug(nee, 2027, rondes(los, "Rood, a")) == frozenset()


def test_what_no_ronde_asked_does_not_come_back(los: Kader) -> None:
    """kaderxl came into use in 2027: of 2026 it knows nothing."""
    assert terug(los, 2028, ronde(alleen(los), Ronde(2027), [])) == frozenset()


def test_a_row_that_waits_for_the_ao_is_asked_of_nobody(los: Kader) -> None:
    open_ = replace(los, indicatoren=tuple(replace(i, open=True) for i in los.indicatoren))
    assert terug(open_, 2027, rondes(open_, "Rood, a")) == frozenset()


# Beside other indicatoren of its afspraak


@pytest.mark.parametrize("besluit", ["Groen", "Oranje, a"])
def test_a_milestone_that_is_done_rests_beside_one_that_runs_on(klein: Kader, besluit: str) -> None:
    eerder = ronde(klein, Ronde(2026), [], besluit, AFGEROND)
    assert terug(klein, 2027, eerder) == frozenset()
    assert MIJLPAAL in terug(klein, 2027, ronde(klein, Ronde(2026), [], besluit))


def test_as_long_as_one_actiehouder_is_silent_it_is_not_done(klein: Kader) -> None:
    drie = {p: wat for p, wat in AFGEROND.items() if p != "HB"}
    assert MIJLPAAL in terug(klein, 2027, ronde(klein, Ronde(2026), [], "Groen", drie))


def test_without_a_besluit_the_word_of_the_partijen_closes_nothing(klein: Kader) -> None:
    assert MIJLPAAL in terug(klein, 2027, ronde(klein, Ronde(2026), [], "", AFGEROND))


@pytest.mark.parametrize("besluit", ["Oranje, a", "Groen"])
def test_what_the_partijen_call_done_and_the_bo_does_not_comes_back(
    klein: Kader, besluit: str
) -> None:
    """Where nothing else is asked of its afspraak; other afspraken run on."""
    kader = alleen(klein, MIJLPAAL, "A02-I1")
    assert terug(kader, 2027, ronde(kader, Ronde(2026), [], besluit, AFGEROND)) == {MIJLPAAL}


# Between printed years


@pytest.mark.parametrize(("besluit", "komt"), [("Rood, a", True), ("Groen", False), ("", False)])
def test_in_a_gap_only_a_focuspunt_comes_back(los: Kader, besluit: str, komt: bool) -> None:
    gat = met_jaren(los, A01_I2={2026, 2029})
    assert terug(gat, 2027, rondes(gat, besluit)) == ({MIJLPAAL} if komt else frozenset())


# When the template changes


def hernoemd(kader: Kader, code: str, jaren: set[int]) -> Kader:
    """A new row carries the milestone on; the old one stays for the years before."""
    oud = next(i for i in kader.indicatoren if i.code == MIJLPAAL)
    nieuw = replace(oud, code=code, jaren=frozenset(jaren), vervangt=(MIJLPAAL,))
    return replace(kader, indicatoren=(*kader.indicatoren, nieuw))


def test_what_another_row_carries_on_comes_back_as_that_row(los: Kader) -> None:
    eerder = rondes(los, "Rood, a")
    verder = hernoemd(los, "A01-I9", {2027})
    assert terug(verder, 2027, eerder) == frozenset()
    assert terug(verder, 2028, ronde(verder, Ronde(2027), eerder, "Rood, a")) == {"A01-I9"}
    assert terug(verder, 2028, ronde(verder, Ronde(2027), eerder, "Afgerond")) == frozenset()


def test_a_row_beside_the_one_that_it_carries_on_is_done_by_its_own_answers(klein: Kader) -> None:
    beide = hernoemd(klein, "A01-I9", {2026})
    gegeven = {
        p: {MIJLPAAL: oordeel("Groen"), "A01-I9": oordeel("Afgerond")}
        for p in ("GEM", "NB", "ZW", "HB")
    }
    assert terug(beide, 2027, ronde(beide, Ronde(2026), [], "Groen", gegeven)) == frozenset()


# Out of sight


def zonder_indicator(kader: Kader) -> Kader:
    """A next template without the row of the milestone."""
    return alleen(kader)


@pytest.mark.parametrize(
    ("besluiten", "uit_het_zicht"),
    [
        (["Rood, a"], [(1, "Rood")]),
        (["Rood, a", "Groen"], [(1, "Groen")]),
        (["Rood, a", "Afgerond"], []),
        (["Rood, c"], []),
        (["Groen"], []),
    ],
)
def test_a_focuspunt_that_the_template_no_longer_asks_about_is_named(
    los: Kader, besluiten: list[str], uit_het_zicht: list[tuple[int, str]]
) -> None:
    eerder = rondes(los, *besluiten)
    gevonden = unasked(zonder_indicator(los), Ronde(2030), eerder)
    assert [(nummer, str(punt.kleur)) for nummer, punt in gevonden] == uit_het_zicht
    als_gevraagd = met_doorgeschoven(los, terug(los, 2030, eerder))
    assert not list(unasked(als_gevraagd, Ronde(2030), eerder))


# Six years


ZES = range(2026, 2032)
KLEUREN = ("Groen", "Oranje", "Rood", "Afgerond", "N.v.t.")


def gesplitst(kader: Kader) -> Kader:
    """A01-I1 goes on as two indicatoren, each with the same numbers as it had."""
    oud = next(i for i in kader.indicatoren if i.code == "A01-I1")
    indicatoren, meetwaarden = [*kader.indicatoren], [*kader.meetwaarden]
    for code in ("A01-I8", "A01-I9"):
        indicatoren.append(replace(oud, code=code, vervangt=(oud.code,)))
        meetwaarden += [
            replace(
                m,
                code=m.code.replace(oud.code, code),
                indicator=code,
                vervangt=(m.code,),
            )
            for m in kader.meetwaarden_van(oud.code)
        ]
    return replace(kader, indicatoren=tuple(indicatoren), meetwaarden=tuple(meetwaarden))


def gok_kader(kader: Kader, gok: random.Random) -> Kader:
    """Other printed years for every indicator: some end early, some have a gap."""
    kader = gesplitst(kader) if gok.random() < 0.5 else kader
    jaren = {i.code: frozenset(gok.sample(ZES, gok.randint(1, 4))) for i in kader.indicatoren}
    indicatoren = tuple(replace(i, jaren=jaren[i.code]) for i in kader.indicatoren)
    return replace(kader, indicatoren=indicatoren)


def gok_antwoorden(kader: Kader, partij: str, jaar: int, gok: random.Random) -> Antwoorden:
    """What a partij answers; now and then it leaves something empty."""
    gegeven: dict[str, dict[str, object]] = {}
    for indicator, meetwaarden in kader.vragen_aan(partij, jaar):
        kleur = gok.choice(KLEUREN)
        gegeven[indicator.code] = oordeel(kleur, "a", "Fictief: zo staat het")
        for m in meetwaarden:
            waarden = {AANTAL: gok.randint(0, 50), PERCENTAGE: gok.randint(0, 100), JA_NEE: "Ja"}
            if gok.random() < 0.97:
                gegeven[m.code] = {"Waarde": waarden.get(m.soort, "Fictief")}
    return gegeven


def gok_besluiten(kader: Kader, gok: random.Random) -> dict[int | str, Besluit]:
    besluiten = {}
    for afspraak in kader.afspraken:
        if gok.random() < 0.85:
            kleur = gok.choice(KLEUREN)
            reden = gok.choice("abc" if kleur == "Rood" else "ab")
            besluiten[afspraak.nummer] = Besluit(afspraak.nummer, kleur, reden)
    return besluiten


def zes_jaar(kader: Kader, gok: random.Random) -> list[Matrix]:
    """Six years of rondes; a tussenstand now and then, and an evaluatie that was not held."""
    gedaan: list[Matrix] = []
    for jaar in ZES:
        for fase in HALFJAARLIJKS.fasen:
            if gok.random() < (0.4 if fase == Fase.TUSSENSTAND else 0.9):
                wanneer = Ronde(jaar, fase)
                van_nu = met_doorgeschoven(kader, unfinished(kader, wanneer, gedaan))
                gegeven = {
                    p.code: gok_antwoorden(van_nu, p.code, jaar, gok) for p in kader.partijen
                }
                inzendingen = maak_matrix(van_nu, wanneer, gegeven).inzendingen
                gezet = Vastgelegd(besluiten=gok_besluiten(kader, gok))
                gedaan.append(combine(van_nu, wanneer, inzendingen, gezet))
    return gedaan


def wordt_iets_gevraagd(matrix: Matrix, afspraak: int | str) -> bool:
    vragen = matrix.kader.vragen_aan
    gevraagd = (vragen(p.code, matrix.ronde.jaar) for p in matrix.kader.partijen)
    return any(i.afspraak == afspraak for rij in gevraagd for i, _ in rij)


def is_dicht(matrix: Matrix, afspraak: int | str) -> bool:
    besluit = matrix.besluiten.get(afspraak)
    return bool(besluit and besluit.kleur == "Afgerond") or is_vervallen(matrix, afspraak)


def begonnen(kader: Kader, jaar: int) -> set[int | str]:
    """The afspraken that had a printed year by then."""
    return {i.afspraak for i in kader.indicatoren if min(i.jaren) <= jaar}


def zonder_vraag(gedaan: list[Matrix]) -> Iterator[tuple[Ronde, int | str]]:
    """The rondes and afspraken that an Oranje or Rood before it left without a question."""
    for nummer, matrix in enumerate(gedaan):
        for afspraak in begonnen(matrix.kader, matrix.ronde.jaar):
            besluit = matrix.besluiten.get(afspraak)
            if not besluit or besluit.kleur not in ("Oranje", "Rood"):
                continue
            for eerder, later in zip(gedaan[nummer:], gedaan[nummer + 1 :], strict=False):
                if is_dicht(eerder, afspraak):
                    break
                if not wordt_iets_gevraagd(later, afspraak):
                    yield later.ronde, afspraak


@pytest.mark.parametrize("zaad", range(25))
def test_every_oranje_or_rood_is_asked_in_every_later_ronde_until_it_is_closed(
    klein: Kader, zaad: int
) -> None:
    gok = random.Random(zaad)
    assert list(zonder_vraag(zes_jaar(gok_kader(klein, gok), gok))) == []


@pytest.mark.parametrize("zaad", range(10))
def test_a_focuspunt_is_in_the_jaarprogramma_and_keeps_a_colour(klein: Kader, zaad: int) -> None:
    gok = random.Random(2000 + zaad)
    for matrix in zes_jaar(gok_kader(klein, gok), gok):
        for afspraak in begonnen(matrix.kader, matrix.ronde.jaar):
            if wordt_iets_gevraagd(matrix, afspraak):
                assert not kleurpunt(matrix, afspraak).kleur.startswith("Niet in")
            if matrix.is_focuspunt(afspraak) and not is_vervallen(matrix, afspraak):
                assert afspraak in programma_afspraken(matrix)


def alsof_niets_terugkwam(gedaan: list[Matrix]) -> list[Matrix]:
    return [
        replace(
            m,
            kader=met_doorgeschoven(m.kader, frozenset()),
            rijen=tuple(r for r in m.rijen if not m.is_doorgeschoven(r)),
        )
        for m in gedaan
    ]


def totalen(gedaan: list[Matrix]) -> object:
    """Every total over the years: of the series, of the targets, and beside the questions."""
    lijn = lay_side_by_side(gedaan)
    reeksen = {
        (frozenset(r.codes + r.voorheen), r.omschrijving): [
            (p.jaar, p.waarde, p.cumulatief) for p in r.punten if p.gevraagd
        ]
        for r in lijn.reeksen
    }
    meters = [m.jaren for m in lijn.meters]
    kader = met_doorgeschoven(gedaan[-1].kader, frozenset())
    samen = {
        (partij, code): [regel for regel in tekst.split("\n") if "samen" in regel]
        for partij, teksten in earlier_answers(kader, Ronde(2031), gedaan).items()
        for code, tekst in teksten.items()
    }
    return reeksen, meters, {k: v for k, v in samen.items() if v}


def test_no_total_changes_because_a_question_came_back(klein: Kader) -> None:
    terug_gekomen = 0
    for zaad in range(25):
        gok = random.Random(1000 + zaad)
        gedaan = zes_jaar(gok_kader(klein, gok), gok)
        terug_gekomen += sum(m.is_doorgeschoven(r) for m in gedaan for r in m.rijen)
        assert totalen(gedaan) == totalen(alsof_niets_terugkwam(gedaan)), zaad
    assert terug_gekomen > 100, "else this shows nothing"


def jaren_van(indicator: Indicator) -> set[int]:
    return set(indicator.jaren)


def test_the_printed_years_stay_as_they_are_printed(klein: Kader) -> None:
    gok = random.Random(7)
    kader = gok_kader(klein, gok)
    for matrix in zes_jaar(kader, gok):
        assert [*map(jaren_van, matrix.kader.indicatoren)] == [*map(jaren_van, kader.indicatoren)]

"""What earlier rondes bring along: answers, totals, besluiten, focuspunten, confirmations."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invullen import Antwoorden, oordeel
from rondes_maken import kleuren, maak_matrix, woningen

from kaderxl.core.kader import Kader, Partij
from kaderxl.core.outcome import Matrix, Programmaregel, Vastgelegd
from kaderxl.core.rounds import Fase, Ronde
from kaderxl.template.kinds import PERCENTAGE
from kaderxl.years.rollover import earlier_answers, to_confirm

TUSSENSTAND = Ronde(2027, Fase.TUSSENSTAND)


def voor(kader: Kader, ronde: Ronde, *eerder: Matrix, partij: str = "NB") -> dict[str, str]:
    return dict(earlier_answers(kader, ronde, eerder)[partij])


def bouw(kader: Kader, jaar: int, **bruto: int) -> Matrix:
    return maak_matrix(kader, Ronde(jaar), {p: woningen(n) for p, n in bruto.items()})


# Answers


def test_without_earlier_rondes_nothing_is_shown(klein: Kader) -> None:
    assert earlier_answers(klein, Ronde(2026), ()) == {}


def test_each_partij_reads_its_own_answers(klein: Kader) -> None:
    eerder = bouw(klein, 2026, NB=1234, ZW=5)
    assert voor(klein, TUSSENSTAND, eerder) == {
        "A01-I1": "Groen",
        "A01-I1-M1": "1.234 woningen",
        "A01-I1-M2": "0 woningen",
        "A01-I1-M3": "0 woningen",
    }
    assert voor(klein, TUSSENSTAND, eerder, partij="ZW")["A01-I1-M1"] == "5 woningen"
    assert voor(klein, TUSSENSTAND, eerder, partij="HB") == {}


def test_what_was_not_answered_is_no_word_of_the_partij(klein: Kader) -> None:
    """Neither an indicator without a colour, nor a question without a number."""
    half = maak_matrix(klein, Ronde(2026), {"NB": {"A01-I1": {"Toelichting": "Fictief"}}})
    assert not [tekst for tekst in voor(klein, TUSSENSTAND, half).values() if "None" in tekst]


def test_the_last_ronde_is_named_when_it_is_not_the_one_before(klein: Kader) -> None:
    teksten = voor(klein, Ronde(2028), bouw(klein, 2026, NB=10, ZW=5))
    assert teksten["A01-I1"] == "Groen\n(evaluatie 2026)"
    assert teksten["A01-I1-M1"] == "10 woningen"


def test_a_flow_says_what_it_has_come_to(klein: Kader) -> None:
    eerder = [bouw(klein, 2026, NB=18, ZW=5), bouw(klein, 2027, NB=12, ZW=1)]
    teksten = voor(klein, Ronde(2028, Fase.TUSSENSTAND), *eerder)
    assert teksten["A01-I1-M1"] == "12 woningen\nt/m 2027 samen 30"


def test_a_year_that_is_not_over_is_named(klein: Kader) -> None:
    tussen = maak_matrix(klein, TUSSENSTAND, {"NB": woningen(4)})
    teksten = voor(klein, Ronde(2027), bouw(klein, 2026, NB=18), tussen)
    assert teksten["A01-I1-M1"] == "4 woningen\nt/m tussenstand 2027 samen 22"


@pytest.mark.parametrize("jaren", [(2026, 2028), (2027, 2028)], ids=["gap", "late-start"])
def test_a_missing_year_leaves_no_total(klein: Kader, jaren: tuple[int, int]) -> None:
    eerder = [bouw(klein, jaar, NB=10) for jaar in jaren]
    assert voor(klein, Ronde(2029, Fase.TUSSENSTAND), *eerder)["A01-I1-M1"] == "10 woningen"


def test_a_year_the_partij_skipped_leaves_no_total(klein: Kader) -> None:
    eerder = [bouw(klein, 2026, ZW=5), bouw(klein, 2027, NB=12)]
    teksten = voor(klein, Ronde(2028, Fase.TUSSENSTAND), *eerder)
    assert teksten["A01-I1-M1"] == "12 woningen"


def test_a_year_of_nvt_adds_nothing(klein: Kader) -> None:
    nvt: Antwoorden = {"A01-I1": oordeel("N.v.t.", toelichting="Fictief: geen bezit")}
    eerder = [maak_matrix(klein, Ronde(2026), {"NB": nvt}), bouw(klein, 2027, NB=12)]
    teksten = voor(klein, Ronde(2028, Fase.TUSSENSTAND), *eerder)
    assert teksten["A01-I1-M1"] == "12 woningen\nt/m 2027 samen 12"


@pytest.mark.parametrize("wat", ["not-asked-that-year", "no-ronde-that-year"])
def test_a_year_in_which_nothing_was_asked_takes_nothing_from_a_total(
    klein: Kader, wat: str
) -> None:
    om_het_jaar = tuple(
        replace(i, jaren=frozenset({2026, 2028, 2029})) if i.code == "A01-I1" else i
        for i in klein.indicatoren
    )
    kader = replace(klein, indicatoren=om_het_jaar)
    jaren = (2026, 2027, 2028) if wat == "not-asked-that-year" else (2026, 2028)
    eerder = [bouw(kader, jaar, NB=10) for jaar in jaren]
    teksten = voor(kader, Ronde(2029, Fase.TUSSENSTAND), *eerder)
    assert teksten["A01-I1-M1"] == "10 woningen\nt/m 2028 samen 20"


def test_percentages_of_two_years_are_not_added_up(klein: Kader) -> None:
    """Also where the template says that they flow."""
    stroom = tuple(
        replace(m, stroom=True, soort=PERCENTAGE, eenheid="%") if m.code == "A01-I1-M1" else m
        for m in klein.meetwaarden
    )
    kader = replace(klein, meetwaarden=stroom)
    eerder = [bouw(kader, 2026, NB=17), bouw(kader, 2027, NB=17)]
    teksten = voor(kader, Ronde(2028, Fase.TUSSENSTAND), *eerder)
    assert teksten["A01-I1-M1"] == "17 %"


def test_a_stock_is_replaced_and_has_no_total(klein: Kader) -> None:
    def voorraad(jaar: int, aantal: int) -> Matrix:
        gegeven: Antwoorden = {"A02-I1": oordeel("Groen"), "A02-I1-M1": {"Waarde": aantal}}
        return maak_matrix(klein, Ronde(jaar), {"NB": gegeven})

    teksten = voor(klein, Ronde(2028, Fase.TUSSENSTAND), voorraad(2026, 80), voorraad(2027, 90))
    assert teksten["A02-I1-M1"] == "90 woningen"


# What the BO said


@pytest.mark.parametrize(
    ("kleur", "tekst"),
    [
        ("Groen", "besluit BO: Groen"),
        ("Oranje", "besluit BO: Oranje\nfocuspunt"),
        ("Rood", "besluit BO: Rood\nfocuspunt"),
        ("Afgerond", "besluit BO: Afgerond"),
    ],
)
def test_the_besluit_stands_beside_the_question(klein: Kader, kleur: str, tekst: str) -> None:
    (eerder,) = kleuren(klein, {Ronde(2026): kleur})
    assert voor(klein, TUSSENSTAND, eerder)["A01-I1"] == tekst


def test_a_focuspunt_says_how_many_years_in_a_row(klein: Kader) -> None:
    eerder = kleuren(klein, {Ronde(2026): "Oranje", Ronde(2027): "Oranje"})
    tekst = voor(klein, Ronde(2028, Fase.TUSSENSTAND), *eerder)["A01-I1"]
    assert tekst == "besluit BO: Oranje\nfocuspunt: 2e jaar oranje"


def test_where_the_ronde_before_has_no_besluit_the_last_one_is_named(klein: Kader) -> None:
    eerder = kleuren(klein, {Ronde(2026): "Rood", TUSSENSTAND: None})
    assert voor(klein, Ronde(2027), *eerder)["A01-I1"] == "besluit BO, evaluatie 2026: Rood"


def test_a_voorstel_is_no_besluit_but_may_be_a_focuspunt(klein: Kader) -> None:
    rood: dict[str, Antwoorden] = {"ZW": {"A01-I1": oordeel("Rood", "a", "Fictief")}}
    eerder = maak_matrix(klein, Ronde(2026), rood)
    assert voor(klein, TUSSENSTAND, eerder)["A01-I1"] == "focuspunt"


@pytest.mark.parametrize(
    ("van", "trekker", "tekst"),
    [
        (Ronde(2026, Fase.TUSSENSTAND), "NB", "jaarprogramma: bouwen en slopen (trekker: NB)"),
        (Ronde(2026, Fase.TUSSENSTAND), "", "jaarprogramma: bouwen en slopen"),
        (Ronde(2026), "NB", ""),
        (Ronde(2027, Fase.TUSSENSTAND), "NB", ""),
    ],
)
def test_the_jaarprogramma_of_the_year_stands_beside_the_question(
    klein: Kader, van: Ronde, trekker: str, tekst: str
) -> None:
    """It was set in the tussenstand of the year before, in one line."""
    programma = Programmaregel(1, "bouwen en\nslopen", trekker)
    matrix = replace(maak_matrix(klein, van, {}), vastgelegd=Vastgelegd(programma={1: programma}))
    teksten = voor(klein, Ronde(2027), matrix)
    regels = teksten.get("A01-I1", "").splitlines()
    assert [r for r in regels if "jaarprogramma" in r] == ([tekst] if tekst else [])
    assert "jaarprogramma" not in teksten.get("A02-I1", "")


def test_what_could_not_be_read_is_not_shown_as_an_answer(klein: Kader) -> None:
    eerder = maak_matrix(klein, Ronde(2026), {"NB": woningen("ca. 10", None, 3)})
    teksten = voor(klein, TUSSENSTAND, eerder)
    assert teksten == {"A01-I1": "Groen", "A01-I1-M3": "3 woningen"}


# Changed codes


def test_a_merged_partij_reads_the_answers_of_those_it_came_from(klein: Kader) -> None:
    partijen = tuple(
        replace(p, actief_tm=2027) if p.code in ("NB", "ZW") else p for p in klein.partijen
    )
    fusie = Partij("FU", "Fusiewonen", "corporaties", actief_van=2028, vervangt=("NB", "ZW"))
    nu = replace(
        klein,
        partijen=(*partijen, fusie),
        indicatoren=tuple(replace(i, partijen=(*i.partijen, "FU")) for i in klein.indicatoren),
    )
    eerder = [bouw(klein, 2026, NB=18, ZW=5), bouw(klein, 2027, NB=12, ZW=1)]
    teksten = voor(nu, Ronde(2028, Fase.TUSSENSTAND), *eerder, partij="FU")
    assert teksten["A01-I1"] == "Noordbouw: Groen\nZuidwonen: Groen"
    waarden = "Noordbouw: 12 woningen\nZuidwonen: 1 woning\nt/m 2027 samen 36"
    assert teksten["A01-I1-M1"] == waarden
    later = maak_matrix(nu, Ronde(2028), {"FU": woningen(7)})
    teksten = voor(nu, Ronde(2029, Fase.TUSSENSTAND), *eerder, later, partij="FU")
    assert teksten["A01-I1-M1"] == "7 woningen\nt/m 2028 samen 43"


def test_a_merged_partij_that_was_listed_before_reads_those_it_came_from(klein: Kader) -> None:
    """The template of the year before may have it already, from a later year on."""
    fusie = Partij("FU", "Fusiewonen", "corporaties", actief_van=2028, vervangt=("NB", "ZW"))
    partijen = tuple(
        replace(p, actief_tm=2027) if p.code in ("NB", "ZW") else p for p in klein.partijen
    )
    kader = replace(
        klein,
        partijen=(*partijen, fusie),
        indicatoren=tuple(replace(i, partijen=(*i.partijen, "FU")) for i in klein.indicatoren),
    )
    eerder = [bouw(kader, 2026, NB=18, ZW=5), bouw(kader, 2027, NB=12, ZW=1)]
    teksten = voor(kader, Ronde(2028, Fase.TUSSENSTAND), *eerder, partij="FU")
    assert teksten["A01-I1"] == "Noordbouw: Groen\nZuidwonen: Groen"


def test_the_answers_of_what_was_taken_together_are_in_order_of_code(klein: Kader) -> None:
    """A01-I8 and A01-I9 go on as A01-I5."""
    toen = hernoemd(klein, "A01-I9", "A01-I8")
    oud = [i for i in toen.indicatoren if i.code in ("A01-I8", "A01-I9")]
    samen = replace(oud[0], code="A01-I5", vervangt=("A01-I9", "A01-I8"))
    nu = replace(
        toen,
        indicatoren=(*(i for i in toen.indicatoren if i not in oud), samen),
        meetwaarden=tuple(m for m in toen.meetwaarden if m.indicator not in ("A01-I8", "A01-I9")),
    )
    rood = {"A01-I8": oordeel("Rood", "a", "Fictief"), "A01-I9": oordeel("Groen")}
    eerder = maak_matrix(toen, Ronde(2026), {"NB": rood})
    tekst = voor(nu, TUSSENSTAND, eerder)["A01-I5"]
    assert tekst == "A01-I8: Rood\nA01-I9: Groen\nfocuspunt"


def hernoemd(kader: Kader, *naar: str) -> Kader:
    """A01-I1 goes on as these codes, from 2027 on."""
    oud = next(i for i in kader.indicatoren if i.code == "A01-I1")
    anders = [i for i in kader.indicatoren if i is not oud]
    vragen = kader.meetwaarden_van("A01-I1")
    return replace(
        kader,
        indicatoren=(*anders, *(replace(oud, code=c, vervangt=(oud.code,)) for c in naar)),
        meetwaarden=(
            *(m for m in kader.meetwaarden if m not in vragen),
            *(
                replace(m, code=f"{c}{m.code[6:]}", indicator=c, vervangt=(m.code,))
                for c in naar
                for m in vragen
            ),
        ),
        doelen=(),
    )


def test_a_renamed_indicator_shows_what_was_answered_under_the_old_code(klein: Kader) -> None:
    eerder = [bouw(klein, 2026, NB=18), bouw(klein, 2027, NB=12)]
    teksten = voor(hernoemd(klein, "A01-I9"), Ronde(2028, Fase.TUSSENSTAND), *eerder)
    assert teksten["A01-I9"] == "A01-I1: Groen"
    assert teksten["A01-I9-M1"] == "A01-I1-M1: 12 woningen\nt/m 2027 samen 30"


def test_the_total_of_what_was_split_is_not_shared_out(klein: Kader) -> None:
    eerder = [bouw(klein, 2026, NB=18), bouw(klein, 2027, NB=12)]
    teksten = voor(hernoemd(klein, "A01-I8", "A01-I9"), Ronde(2028, Fase.TUSSENSTAND), *eerder)
    assert teksten["A01-I8-M1"] == teksten["A01-I9-M1"] == "A01-I1-M1: 12 woningen"


# Confirmation


def gesloten(kader: Kader, verloop: dict[Ronde, str | None]) -> frozenset[str]:
    return to_confirm(kader, kleuren(kader, verloop, nummer=3))


def test_what_the_bo_set_to_afgerond_is_only_confirmed(klein: Kader) -> None:
    """But for the jaarlijkse mijlpaal: next year there is an overleg to hold again."""
    assert gesloten(klein, {Ronde(2026): "Afgerond"}) == {"A03-I1"}


@pytest.mark.parametrize("kleur", ["Groen", "Oranje", "N.v.t.", None])
def test_anything_else_is_asked_in_full(klein: Kader, kleur: str | None) -> None:
    assert gesloten(klein, {Ronde(2026): kleur}) == frozenset()


def test_the_last_besluit_counts(klein: Kader) -> None:
    assert gesloten(klein, {Ronde(2026): "Afgerond", Ronde(2027): "Groen"}) == frozenset()
    assert gesloten(klein, {Ronde(2026): "Groen", Ronde(2027): "Afgerond"})


def test_a_ronde_without_besluit_leaves_it_as_it_was(klein: Kader) -> None:
    assert gesloten(klein, {Ronde(2026): "Afgerond", TUSSENSTAND: None})


def test_who_says_that_it_still_is_so_leaves_it_closed(klein: Kader) -> None:
    (klaar,) = kleuren(klein, {Ronde(2026): "Afgerond"}, nummer=3)
    codes = [i.code for i in klein.indicatoren if i.afspraak == 3]
    nog = {p.code: {code: oordeel("Afgerond") for code in codes} for p in klein.partijen}
    later = maak_matrix(klein, TUSSENSTAND, nog, bevestigd=frozenset(codes))
    assert later.voorstellen[3] == "Afgerond"
    assert to_confirm(klein, [klaar, later]) == to_confirm(klein, [klaar]) != frozenset()


def test_who_says_otherwise_opens_it_again(klein: Kader) -> None:
    (klaar,) = kleuren(klein, {Ronde(2026): "Afgerond"}, nummer=3)
    los: dict[str, Antwoorden] = {"GEM": {"A03-I2": oordeel("Oranje", "a", "Fictief")}}
    assert to_confirm(klein, [klaar, maak_matrix(klein, TUSSENSTAND, los)]) == frozenset()


def test_what_was_never_asked_is_no_confirmation(klein: Kader) -> None:
    """The indicator of 2028 was not asked in the year in which its afspraak was Afgerond."""
    (klaar,) = kleuren(klein, {Ronde(2027): "Afgerond"}, nummer=2)
    assert to_confirm(klein, [klaar]) == {"A02-I1"}


def test_what_was_open_then_is_asked_in_full(klein: Kader) -> None:
    """The AO said later what is measured: nobody was asked it when its afspraak was Afgerond."""
    open_ = replace(klein, indicatoren=tuple(replace(i, open=True) for i in klein.indicatoren))
    (klaar,) = kleuren(open_, {Ronde(2026): "Afgerond"}, nummer=3)
    assert klaar.rijen
    assert to_confirm(klein, [klaar]) == frozenset()

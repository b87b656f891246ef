"""What was taken on is asked back, ronde after ronde, until it is answered."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
from rondes_maken import maak_matrix

from kaderxl.core.action_points import Actiepunt
from kaderxl.core.answers import Inzending
from kaderxl.core.kader import Activiteit, Kader, Partij, Toezegging, met_doorgeschoven
from kaderxl.core.outcome import Focuspunt, Matrix, Programmaregel, Vastgelegd
from kaderxl.core.rounds import Fase, Plek, Ronde
from kaderxl.core.values import Veld
from kaderxl.core.voorzetten import gevorderd
from kaderxl.mailing.replies import wat_mist
from kaderxl.matrix.combine import combine
from kaderxl.sheets.questions import stel_vragenlijst_op
from kaderxl.years.action_points import last_words, promised

TUSSEN, EVALUATIE = Ronde(2026, Fase.TUSSENSTAND), Ronde(2026)
VOLGEND, DAN = Ronde(2027, Fase.TUSSENSTAND), Ronde(2027)
ACTIE = "AP-2026T-A01"
ALLEN = ("GEM", "NB", "ZW", "HB")


def met(matrix: Matrix, **vastgelegd: object) -> Matrix:
    return combine(
        matrix.kader,
        matrix.ronde,
        matrix.inzendingen,
        replace(Vastgelegd(), **vastgelegd),  # type: ignore[arg-type]
    )


def actie(
    kader: Kader, wie: str, ronde: Ronde = TUSSEN, wat: str = "wijk bespreken", afspraak: int = 1
) -> Matrix:
    punt = Focuspunt(afspraak, wat, wie, date(2027, 3, 1))
    return met(maak_matrix(kader, ronde, {}), focuspunten={afspraak: punt})


def antwoord(kader: Kader, ronde: Ronde, eerder: list[Matrix], **zei: str) -> Matrix:
    """A ronde that asks what is open, in which partijen (codes) answer the one thing so."""
    open_ = promised(kader, ronde, eerder)
    gevraagd = met_doorgeschoven(kader, frozenset(), open_)
    matrix = maak_matrix(gevraagd, ronde, {p: {} for p in zei})
    inzendingen = [
        replace(i, programma={t.code: Veld(zei[i.partij], Plek()) for t in open_})
        for i in matrix.inzendingen
    ]
    return combine(gevraagd, ronde, inzendingen, Vastgelegd())


@pytest.mark.parametrize(
    ("wie", "partijen"),
    [
        ("Noordbouw", ("NB",)),
        ("noordbouw en Zuidwonen", ("NB", "ZW")),
        ("NB, GEM", ("GEM", "NB")),
        ("Noordbouw/Zuidwonen", ("NB", "ZW")),
        ("Jan", ALLEN),
        ("", ALLEN),
    ],
)
def test_who_took_it_on_is_asked_and_else_who_answers_for_it(
    klein: Kader, wie: str, partijen: tuple[str, ...]
) -> None:
    (gevraagd,) = promised(klein, EVALUATIE, [actie(klein, wie)])
    assert gevraagd.partijen == partijen
    assert gevraagd.code == ACTIE


def test_what_names_nobody_is_asked_of_no_one_outside_its_afspraak(klein: Kader) -> None:
    (gevraagd,) = promised(klein, EVALUATIE, [actie(klein, "Jan", afspraak=2)])
    assert gevraagd.partijen == ("NB", "ZW", "HB")


def test_without_an_action_there_is_nothing_to_ask_back(klein: Kader) -> None:
    assert promised(klein, EVALUATIE, [actie(klein, "Noordbouw", wat="")]) == ()


def test_each_who_took_it_on_finds_it_on_the_sheet_and_nobody_else(klein: Kader) -> None:
    open_ = promised(klein, EVALUATIE, [actie(klein, "Noordbouw")])
    kader = met_doorgeschoven(klein, frozenset(), open_)
    vragen = {p: stel_vragenlijst_op(kader, EVALUATIE, p).programma for p in ALLEN}
    assert [v.code for v in vragen["NB"]] == [ACTIE]
    (vraag,) = vragen["NB"]
    assert vraag.wat == (
        "wijk bespreken (Noordbouw, 1 maart 2027): gedaan, loopt of niet gedaan? Bij niet gedaan: "
        "schrijf waarom"
    )
    assert not any(vragen[p] for p in ALLEN if p != "NB")


@pytest.mark.parametrize(
    ("zei", "weer"),
    [
        ("gedaan", False),
        ("niet gedaan, geen geld", False),
        ("niet gedaan", True),
        ("loopt", True),
        ("weet ik niet", True),
        ("", True),
    ],
)
def test_it_is_asked_again_until_it_is_over(klein: Kader, zei: str, weer: bool) -> None:
    eerder = [actie(klein, "Noordbouw")]
    eerder.append(antwoord(klein, EVALUATIE, eerder, NB=zei))
    assert bool(promised(klein, VOLGEND, eerder)) is weer


def test_who_did_a_part_is_asked_no_more_and_the_other_is(klein: Kader) -> None:
    eerder = [actie(klein, "Noordbouw en Zuidwonen")]
    eerder.append(antwoord(klein, EVALUATIE, eerder, NB="gedaan", ZW="loopt"))
    (open_,) = promised(klein, VOLGEND, eerder)
    assert open_.partijen == ("ZW",)


def test_who_says_later_that_it_runs_again_is_asked_again(klein: Kader) -> None:
    eerder = [actie(klein, "Noordbouw")]
    eerder.append(antwoord(klein, EVALUATIE, eerder, NB="loopt"))
    eerder.append(antwoord(klein, VOLGEND, eerder, NB="gedaan"))
    assert promised(klein, DAN, eerder) == ()
    assert last_words(klein, eerder)["NB"] == {ACTIE: "gedaan"}


def test_a_programme_is_asked_in_its_own_year(klein: Kader) -> None:
    """Chapter 8, Q4: it is set at the end of the year before."""
    regel = Programmaregel(1, "twee locaties", "Noordbouw", None, date(2027, 9, 1))
    eerder = [met(maak_matrix(klein, TUSSEN, {}), programma={1: regel})]
    assert promised(klein, EVALUATIE, eerder) == ()
    assert [t.code for t in promised(klein, VOLGEND, eerder)] == ["AP-2027-P01"]
    assert [t.code for t in promised(klein, DAN, eerder)] == ["AP-2027-P01"]


def test_the_programme_of_the_template_is_asked_too(klein: Kader) -> None:
    kader = replace(klein, jaarprogramma=(Activiteit(2026, 1, "twee locaties", "Zuidwonen"),))
    (open_,) = promised(kader, TUSSEN, [])
    assert (open_.code, open_.partijen) == ("AP-2026-P01", ("ZW",))


def test_the_successor_of_a_partij_is_asked(klein: Kader) -> None:
    eerder = [actie(klein, "Noordbouw")]
    weg = tuple(p for p in klein.partijen if p.code != "NB")
    nieuw = Partij("FU", "Fusiewonen", "corporatie", vervangt=("NB",))
    later = replace(klein, partijen=(*weg, nieuw))
    assert promised(later, VOLGEND, eerder)[0].partijen == ("FU",)


@pytest.mark.parametrize("zaad", range(40))
def test_every_action_is_asked_back_until_it_is_answered(klein: Kader, zaad: int) -> None:
    """Six years of actions and answers at random."""
    dobbel = random.Random(zaad)
    open_: set[str] = set()
    eerder: list[Matrix] = []
    for jaar in range(2026, 2032):
        for fase in (Fase.TUSSENSTAND, Fase.EVALUATIE):
            ronde = Ronde(jaar, fase)
            gevraagd = promised(klein, ronde, eerder)
            assert {t.code for t in gevraagd} == open_
            zei = dobbel.choice(["gedaan", "loopt", "niet gedaan", "niet gedaan: geen geld", ""])
            matrix = antwoord(klein, ronde, eerder, NB=zei)
            if zei in ("gedaan", "niet gedaan: geen geld"):
                open_ = set()
            if dobbel.random() < 0.5:
                matrix = met(matrix, focuspunten={2: Focuspunt(2, "doen", "Noordbouw")})
                open_.add(f"AP-{ronde.kort}-A02")
            eerder.append(matrix)


def test_what_is_asked_back_is_a_actiepunt_with_its_words(klein: Kader) -> None:
    assert promised(klein, EVALUATIE, [actie(klein, "Noordbouw")]) == (
        Actiepunt(
            ACTIE,
            1,
            "wijk bespreken",
            "Noordbouw",
            date(2027, 3, 1),
            ("NB",),
            "Focuspunten, tussenstand 2026",
        ),
    )


def test_a_reminder_asks_after_it_as_long_as_nothing_was_said(klein: Kader) -> None:
    eerder = [actie(klein, "Noordbouw")]
    kader = met_doorgeschoven(klein, frozenset(), promised(klein, EVALUATIE, eerder))
    (stil,) = maak_matrix(kader, EVALUATIE, {"NB": {}}).inzendingen
    (sprak,) = antwoord(klein, EVALUATIE, eerder, NB="loopt").inzendingen

    def vraagt(inzending: Inzending) -> bool:
        verder = gevorderd(kader, "NB", 2026, {"NB": inzending})
        punt = "Hoe staat het met: wijk bespreken (Noordbouw, 1 maart 2027)?"
        return punt in wat_mist(verder, inzending).punten

    assert (vraagt(stil), vraagt(sprak)) == (True, False)


def test_what_runs_already_shows_what_was_said_of_it_last(klein: Kader) -> None:
    lopend = Toezegging("DD-01", "Bouwen", "het fixteam", "2026", True, ("NB",))
    kader = replace(klein, toezeggingen=(lopend,))
    matrix = maak_matrix(kader, TUSSEN, {"NB": {}})
    gezegd = {"DD-01": Veld("gestopt: de subsidie is op", Plek())}
    inzendingen = [replace(i, programma=gezegd) for i in matrix.inzendingen]
    eerder = combine(kader, TUSSEN, inzendingen, Vastgelegd())
    assert last_words(kader, [eerder])["NB"] == {"DD-01": "gestopt: de subsidie is op"}


def test_what_is_asked_back_stands_in_the_order_of_the_agreement(klein: Kader) -> None:
    nummers = (10, "2a", 2)
    punten = {n: Focuspunt(n, "doen", "Noordbouw") for n in nummers}
    regels = {n: Programmaregel(n, "bouwen", "Noordbouw", None, None) for n in nummers}
    eerder = [met(maak_matrix(klein, TUSSEN, {}), focuspunten=punten, programma=regels)]
    assert [t.afspraak for t in promised(klein, VOLGEND, eerder)] == [2, "2a", 10] * 2

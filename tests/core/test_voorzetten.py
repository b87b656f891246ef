"""Who is asked what in which pass: together all that is asked, and nothing twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kaderxl.core import labels as l
from kaderxl.core.action_points import Actiepunt
from kaderxl.core.answers import Antwoord, Inzending, Reactie, Return, Voorzet
from kaderxl.core.kader import Combineren, Kader, Pas
from kaderxl.core.rounds import Plek
from kaderxl.core.values import Veld
from kaderxl.core.voorzetten import (
    akkoorden,
    als_gezien,
    beaamd,
    gevorderd,
    in_pas,
    op_voorzet,
    per_rij,
    trekker_van,
)

JAREN = range(2026, 2032)


@pytest.fixture(scope="module")
def met_trekkers(kader: Kader) -> Kader:
    """The last actiehouder of what is of all gives the voorzet."""
    indicatoren = tuple(
        replace(i, trekker=i.partijen[-1])
        if i.combineren is Combineren.GEZAMENLIJK and i.partijen
        else i
        for i in kader.indicatoren
    )
    return replace(kader, indicatoren=indicatoren)


@pytest.mark.parametrize("jaar", JAREN)
def test_the_two_passes_ask_together_what_is_asked(met_trekkers: Kader, jaar: int) -> None:
    for partij in met_trekkers.partijen:
        anderen = op_voorzet(met_trekkers, partij.code, jaar)
        eerste = in_pas(met_trekkers, partij.code, jaar)
        tweede = in_pas(met_trekkers, partij.code, jaar, Pas(frozenset(anderen), eerste=False))
        assert {i.code for i, _ in tweede} == anderen.keys()
        samen = sorted((*eerste, *tweede), key=lambda paar: paar[0].code)
        assert samen == sorted(
            met_trekkers.vragen_aan(partij.code, jaar), key=lambda paar: paar[0].code
        )


@pytest.mark.parametrize("jaar", JAREN)
def test_of_each_voorzet_the_trekker_alone_is_asked_first(met_trekkers: Kader, jaar: int) -> None:
    for indicator in met_trekkers.actief(jaar):
        trekker = trekker_van(met_trekkers, indicator, jaar)
        eerst = [
            p.code
            for p in met_trekkers.partijen
            if indicator.code in {i.code for i, _ in in_pas(met_trekkers, p.code, jaar)}
        ]
        houders = met_trekkers.actiehouders(indicator, jaar)
        assert eerst == ([trekker] if trekker else list(houders))


def test_in_a_year_a_trekker_takes_no_part_everybody_answers(met_trekkers: Kader) -> None:
    weg = tuple(replace(p, actief_tm=2026) if p.code == "AHW" else p for p in met_trekkers.partijen)
    zonder = replace(met_trekkers, partijen=weg)
    indicator = next(i for i in zonder.indicatoren if i.code == "A01-I2")
    assert [trekker_van(zonder, indicator, jaar) for jaar in (2026, 2027)] == ["AHW", ""]
    assert "A01-I2" in {i.code for i, _ in in_pas(zonder, "DV", 2027)}


# Where a partij is with the voorzet of another

CODE = "A01-I2"
EENS, NIET = Reactie.AKKOORD, Reactie.NIET_AKKOORD


@pytest.fixture
def van_de_gemeente(klein: Kader) -> Kader:
    """The gemeente gives the voorzet of the milestone."""
    indicatoren = (replace(i, trekker="GEM" if i.code == CODE else "") for i in klein.indicatoren)
    return replace(klein, indicatoren=tuple(indicatoren))


def voorzet(kader: Kader, kleur: str, **velden: object) -> Voorzet:
    eigen = {l.BEOORDELING: Veld(kleur, Plek())}
    heel = Voorzet(CODE, kader.stoplicht.lees(kleur), velden=eigen, compleet=True)
    return replace(heel, **velden)  # type: ignore[arg-type]


def ingezonden(partij: str, gegeven: Voorzet | None) -> Inzending:
    voorzetten = {CODE: gegeven} if gegeven else {}
    bron = Return("", "", partij, "", False, Plek(), {})
    return Inzending("", "", partij, "", False, voorzetten, (), bron)


@pytest.mark.parametrize(
    ("zegt", "velden", "gegeven"),
    [
        ("Groen", {"reactie": EENS}, True),
        ("Rood", {"reactie": NIET}, True),
        ("Groen", {"reactie": EENS, "gezien": "Oranje"}, False),
        ("Rood", {"reactie": NIET, "gezien": "Oranje"}, False),
        ("Rood", {"reactie": NIET, "compleet": False}, False),
        ("", {"reactie": None, "compleet": False}, False),
        ("", None, False),
    ],
    ids=["agrees", "not", "agrees-older", "not-older", "half", "nothing", "no-return"],
)
def test_a_reaction_counts_when_it_is_whole_and_on_the_voorzet_as_it_is(
    van_de_gemeente: Kader, zegt: str, velden: dict[str, object] | None, gegeven: bool
) -> None:
    kader = van_de_gemeente
    eerst = voorzet(kader, "Groen", toelichting="gereed")
    indicator = next(i for i in kader.indicatoren if i.code == CODE)
    nu = als_gezien(per_rij(kader, indicator, "NB", eerst))
    eigen = voorzet(kader, zegt, **{"gezien": nu, **velden}) if velden else None
    per_partij = {"GEM": ingezonden("GEM", eerst), "NB": ingezonden("NB", eigen)}
    stand = akkoorden(kader, "NB", 2026, per_partij)
    assert (stand.gevraagd, stand.wacht) == ({CODE: "GEM"}, {})
    assert (stand.gegeven, stand.open) == (
        (frozenset({CODE}), frozenset()) if gegeven else (frozenset(), frozenset({CODE}))
    )
    verder = gevorderd(kader, "NB", 2026, per_partij, stand)
    assert verder.akkoord == {CODE}
    assert (CODE in verder.compleet) == gegeven


@pytest.mark.parametrize("half", [True, False], ids=["half", "none"])
def test_as_long_as_the_voorzet_is_not_whole_it_is_waited_for(
    van_de_gemeente: Kader, half: bool
) -> None:
    eerst = voorzet(van_de_gemeente, "Groen", compleet=False) if half else None
    stand = akkoorden(van_de_gemeente, "NB", 2026, {"GEM": ingezonden("GEM", eerst)})
    assert (stand.gevraagd, stand.wacht, stand.open) == ({}, {CODE: "GEM"}, frozenset())


def test_the_first_pass_is_done_with_every_indicator_and_what_is_asked_back(klein: Kader) -> None:
    codes = [i.code for i, _ in klein.vragen_aan("NB", 2026)]

    def tot(aantal: int, kader: Kader = klein, half: str = "") -> tuple[frozenset[str], bool]:
        gegeven = {c: voorzet(klein, "Groen", compleet=c != half) for c in codes[:aantal]}
        eigen = replace(ingezonden("NB", None), voorzetten=gegeven)
        verder = gevorderd(kader, "NB", 2026, {"NB": eigen})
        return verder.compleet, verder.is_af

    assert tot(0) == (frozenset(), False)
    assert tot(1) == (frozenset(codes[:1]), False)
    assert tot(len(codes)) == (frozenset(codes), True)
    assert tot(len(codes), half=codes[0]) == (frozenset(codes[1:]), False)
    open_ = Actiepunt("AP-2026T-A01", 1, "bespreken", "Noordbouw", None, ("NB",), "Focuspunten")
    assert tot(len(codes), replace(klein, actiepunten=(open_,))) == (frozenset(codes), False)


def test_another_sees_a_voorzet_as_it_was_meant_and_else_as_it_was_written(klein: Kader) -> None:
    """Each value in its unit, on the rows that it is asked itself."""
    indicator = next(i for i in klein.indicatoren if i.code == "A01-I1")
    waarden = {
        "A01-I1-M1": Antwoord(Veld("12", Plek()), 12),
        "A01-I1-M2": Antwoord(Veld("ca. 5", Plek()), None),
    }
    rood = klein.stoplicht.lees("Rood")
    gegeven = Voorzet("A01-I1", rood, "b", "te laat", waarden)
    assert per_rij(klein, indicator, "ZW", gegeven) == {
        "A01-I1": "Rood, b – niet gehaald\nte laat",
        "A01-I1-M1": "12 woningen",
        "A01-I1-M2": "ca. 5",
        "A01-I1-M3": "–",
    }
    van_nb = tuple(replace(m, gevraagd_aan=("NB",)) for m in klein.meetwaarden)
    beperkt = replace(klein, meetwaarden=van_nb)
    bevestigd = replace(gegeven, bevestiging=True)
    for kader, wat in ((beperkt, gegeven), (klein, bevestigd)):
        assert per_rij(kader, indicator, "ZW", wat).keys() == {"A01-I1"}


ANDERS = "akkoord met de voorzet zoals die nu is"


@pytest.mark.parametrize(
    ("reactie", "gezien", "uitkomst"),
    [
        (EENS, True, ("Groen", False, True, ())),
        (EENS, False, ("Rood", True, False, (ANDERS,))),
        (EENS, None, ("Rood", True, False, (ANDERS,))),
        (NIET, True, ("Rood", False, True, ())),
        (NIET, False, ("Rood", True, True, ())),
        (NIET, None, ("Rood", True, True, ())),
        (None, False, ("Rood", False, True, ())),
    ],
)
def test_who_says_akkoord_takes_over_the_voorzet_it_saw_and_no_other(
    van_de_gemeente: Kader,
    reactie: Reactie | None,
    gezien: bool | None,
    uitkomst: tuple[str, bool, bool, tuple[str, ...]],
) -> None:
    """Seen as it is now, seen otherwise, or there is none any more."""
    kader = van_de_gemeente
    eerst = None if gezien is None else voorzet(kader, "Groen")
    indicator = next(i for i in kader.indicatoren if i.code == CODE)
    zag = als_gezien(per_rij(kader, indicator, "NB", eerst)) if gezien and eerst else ""
    eigen = voorzet(kader, "Rood", reactie=reactie, gezien=zag)
    v = beaamd(kader, indicator, 2026, {"GEM": eerst, "NB": eigen})["NB"]
    assert v is not None
    assert (str(v.beoordeling), v.ouder, v.compleet, v.ontbreekt) == uitkomst

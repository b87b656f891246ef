"""The days of the cycle: by the rules of chapter 8, unless the municipality fixed another."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from overleggen import BO_APRIL, BO_DECEMBER
from sjablonen import STANDAARD, erbij, schrijf_sjabloon

from kaderxl import Ronde
from kaderxl.core.kader import Kader, Overleg
from kaderxl.core.rounds import Fase
from kaderxl.core.workdays import is_werkdag
from kaderxl.reading import Reader
from kaderxl.template.planning import (
    Termijn,
    alle_termijnen,
    eerstvolgende,
    herinnerdagen,
    inleverdag,
    termijnen,
    uiterste_dag,
)
from kaderxl.template.read import read_template
from kaderxl.template.settings import lees_herinneren

PLANNING = """
    | overleg        | kwartaal        | regel            | doel                 | datum |
    | -------------- | --------------- | ---------------- | -------------------- | ----- |
    | BO             | eerste kwartaal | voor 1 april     | evaluatie vaststellen|       |
    | AO             | vierde kwartaal |                  | tussenstand          |       |
    | AO             | vierde kwartaal |                  | BO voorbereiden      |       |
    | BO             | vierde kwartaal | voor 15 december | jaarprogramma        |       |
"""


def lees(map_: Path, reader: Reader, **tabellen: str) -> Kader:
    return read_template(schrijf_sjabloon(map_ / "s.xlsx", **tabellen), reader).geldig()


def dag(kader: Kader, jaar: int, titel: str) -> Termijn:
    (gevonden,) = [t for t in termijnen(kader, jaar) if titel in t.titel]
    return gevonden


@pytest.mark.parametrize("jaar", range(2026, 2033))
def test_the_meetings_of_each_year_have_their_legal_last_day(kader: Kader, jaar: int) -> None:
    assert dag(kader, jaar, "BO eerste kwartaal").dag == date(jaar, 3, BO_APRIL[jaar])
    vierde = [t for t in termijnen(kader, jaar) if "BO vierde kwartaal" in t.titel]
    assert [t.dag for t in vierde] == (
        [date(jaar, 12, BO_DECEMBER[jaar])] if jaar in BO_DECEMBER else []
    )


def test_the_whole_cycle_of_a_year(kader: Kader) -> None:
    assert [(t.dag, t.titel) for t in termijnen(kader, 2029)] == [
        (date(2029, 2, 1), "Herinneren: invulblad evaluatie 2028"),
        (date(2029, 2, 12), "Herinneren: invulblad evaluatie 2028"),
        (date(2029, 2, 15), "Invulblad evaluatie 2028 inleveren"),
        (date(2029, 3, 28), "Uiterste dag: AO eerste kwartaal"),
        (date(2029, 3, 29), "Uiterste dag: BO eerste kwartaal"),
        (date(2029, 6, 29), "Voorstel: bijpraten huurders (1 van 2)"),
        (date(2029, 6, 29), "Voorstel: locatieoverleg (1 van 2)"),
        (date(2029, 9, 28), "Uiterste dag: AO tweede en derde kwartaal"),
        (date(2029, 10, 18), "Herinneren: invulblad tussenstand 2029"),
        (date(2029, 10, 29), "Herinneren: invulblad tussenstand 2029"),
        (date(2029, 11, 1), "Invulblad tussenstand 2029 inleveren"),
        (date(2029, 11, 6), "Voorstel: AO vierde kwartaal (1 van 2)"),
        (date(2029, 12, 13), "Uiterste dag: AO vierde kwartaal (2 van 2)"),
        (date(2029, 12, 14), "Uiterste dag: BO vierde kwartaal"),
        (date(2029, 12, 31), "Uiterste dag: bijpraten huurders (2 van 2)"),
        (date(2029, 12, 31), "Uiterste dag: huurders- en energieoverleg"),
        (date(2029, 12, 31), "Uiterste dag: leefbaarheidsronde"),
        (date(2029, 12, 31), "Uiterste dag: locatieoverleg (2 van 2)"),
        (date(2029, 12, 31), "Uiterste dag: overleg warmte en klimaat"),
        (date(2029, 12, 31), "Uiterste dag: verduurzamingsprogramma vierde kwartaal"),
    ]


def test_every_meeting_is_on_a_working_day_and_no_two_of_a_sort_on_one(kader: Kader) -> None:
    overleggen = [t for t in alle_termijnen(kader) if not t.sleutel.endswith(("inleveren",))]
    overleggen = [t for t in overleggen if not t.intern]
    assert [t for t in overleggen if not is_werkdag(t.dag)] == []
    per_soort = [(t.sleutel.split("|")[1], t.dag) for t in overleggen]
    assert len(set(per_soort)) == len(per_soort) > 80


def test_every_meeting_says_who_is_invited_and_leefbaarheid_is_on_each_bo(kader: Kader) -> None:
    """What the agreement does not name, an hour and a place, is in none of them."""
    assert all(o.genodigden for o in kader.planning)
    assert {o.begin for o in kader.planning} | {o.eind for o in kader.planning} == {None}
    assert {o.plaats for o in kader.planning} == {""}
    bo = [o.doel for o in kader.planning if o.soort == "BO"]
    assert len(bo) == 2
    assert all("leefbaarheid" in doel for doel in bo)
    (warmte,) = [o for o in kader.planning if o.soort == "overleg warmte en klimaat"]
    assert {"gemeente", "netbeheerder", "waterbedrijf"} <= {*warmte.genodigden}


def test_the_first_year_has_no_evaluatie_before_it_and_the_last_has_one_after(
    kader: Kader,
) -> None:
    assert not [t for t in termijnen(kader, 2026) if "evaluatie" in t.titel]
    assert [t.titel for t in termijnen(kader, 2032) if not t.intern] == [
        "Invulblad evaluatie 2031 inleveren",
        "Uiterste dag: AO eerste kwartaal",
        "Uiterste dag: BO eerste kwartaal",
    ]
    assert termijnen(kader, 2025) == termijnen(kader, 2033) == ()
    assert len({t.sleutel for t in alle_termijnen(kader)}) == len(alle_termijnen(kader))


def test_a_reminder_is_for_the_municipality_alone(kader: Kader) -> None:
    assert {t.titel.partition(":")[0] for t in alle_termijnen(kader) if t.intern} == {"Herinneren"}
    assert all("kaderxl mail --remind" in t.uitleg for t in alle_termijnen(kader) if t.intern)


@pytest.mark.parametrize(
    ("fase", "verwacht"),
    [(Fase.TUSSENSTAND, date(2026, 11, 1)), (Fase.EVALUATIE, date(2027, 2, 15))],
)
def test_an_evaluatie_is_due_in_the_next_year(kader: Kader, fase: Fase, verwacht: date) -> None:
    assert inleverdag(kader, Ronde(2026, fase)) == verwacht


def test_without_a_deadline_there_is_none_and_nothing_to_remind_of(
    tmp_path: Path, reader: Reader
) -> None:
    tabel = STANDAARD["Instellingen"].replace("15 februari", "")
    kader = lees(tmp_path, reader, Instellingen=f"{tabel.rstrip()}\n| herinneren | 7 | |")
    assert inleverdag(kader, Ronde(2026)) is None
    assert herinnerdagen(kader, Ronde(2026)) == ()
    assert [t.titel for t in termijnen(kader, 2027) if "evaluatie 2026" in t.titel] == []


@pytest.mark.parametrize(
    ("tekst", "dagen"),
    [
        ("14 en 3", (14, 3)),
        ("3, 14", (14, 3)),
        ("7", (7,)),
        ("3; 3", (3,)),
        ("14.3", None),
        ("twee weken", None),
        ("", None),
    ],
)
def test_the_days_to_remind_as_people_write_them(tekst: str, dagen: tuple[int, ...] | None) -> None:
    assert lees_herinneren(tekst) == dagen


@pytest.mark.parametrize(
    ("regel", "verwacht"),
    [
        ("voor 1 april", date(2029, 3, 29)),
        ("Voor 15 december", date(2029, 12, 14)),
        ("uiterlijk 1 april", date(2029, 3, 29)),
        ("t/m 30 juni", date(2029, 6, 29)),
        ("minimaal twee keer per jaar", None),
        ("voor de zomer", None),
        ("", None),
    ],
)
def test_the_rule_of_a_meeting(regel: str, verwacht: date | None) -> None:
    assert uiterste_dag(Overleg("BO", "", regel, ""), 2029) == verwacht


# What the municipality fixes


def test_a_fixed_date_wins_in_its_own_year_only(tmp_path: Path, reader: Reader) -> None:
    tabel = PLANNING.replace("evaluatie vaststellen|       |", "evaluatie vaststellen| 18-3-2027 |")
    kader = lees(tmp_path, reader, Planning=tabel)
    vast = dag(kader, 2027, "BO eerste")
    assert (vast.dag, vast.vast, vast.titel) == (date(2027, 3, 18), True, "BO eerste kwartaal")
    assert dag(kader, 2028, "BO eerste").dag == date(2028, 3, 31)
    assert vast.sleutel == dag(lees(tmp_path, reader, Planning=PLANNING), 2027, "BO eerste").sleutel


def test_more_rows_fix_more_years(tmp_path: Path, reader: Reader) -> None:
    tabel = PLANNING + (
        "| BO | eerste kwartaal | voor 1 april | evaluatie vaststellen | 18-3-2027 |\n"
        "| BO | eerste kwartaal | voor 1 april | evaluatie vaststellen | 16-3-2028 |\n"
        "| BO | eerste kwartaal |              |                       | 15-3-2029 |\n"
    )
    kader = lees(tmp_path, reader, Planning=tabel)
    gevonden = {j: dag(kader, j, "BO eerste") for j in (2027, 2028, 2029, 2030)}
    assert [t.dag.isoformat() for t in gevonden.values()] == [
        "2027-03-18",
        "2028-03-16",
        "2029-03-15",
        "2030-03-29",
    ]
    assert [t.vast for t in gevonden.values()] == [True, True, True, False]


def test_of_two_meetings_in_a_quarter_each_has_its_own_date(tmp_path: Path, reader: Reader) -> None:
    tabel = PLANNING.replace("BO voorbereiden      |       |", "BO voorbereiden | 3-12-2026 |")
    titels = [
        (t.dag.isoformat(), t.titel)
        for t in termijnen(lees(tmp_path, reader, Planning=tabel), 2026)
        if "AO" in t.titel
    ]
    assert titels == [
        ("2026-11-05", "Voorstel: AO vierde kwartaal (1 van 2)"),
        ("2026-12-03", "AO vierde kwartaal (2 van 2)"),
    ]


def test_what_has_no_date_yet_makes_way_for_one_of_its_sort_that_has(
    tmp_path: Path, reader: Reader
) -> None:
    vast = erbij("Planning", "| BO | extra | | woningbouw | 31-3-2027 |")
    kader = lees(tmp_path, reader, **vast)
    bos = [(t.dag, t.vast) for t in termijnen(kader, 2027) if "|bo|" in t.sleutel]
    assert bos[:2] == [(date(2027, 3, 30), False), (date(2027, 3, 31), True)]


MET_UUR = """
    | overleg | kwartaal | regel | doel | datum | begin | eind | plaats | genodigden |
    | ------- | -------- | ----- | ---- | ----- | ----- | ---- | ------ | ---------- |
    | BO | eerste kwartaal | voor 1 april | vaststellen | 18-3-2027 | '13.30 | 15:00 uur \
| Raadzaal | gemeente, NB en de provincie |
    | BO | eerste kwartaal | voor 1 april | vaststellen | 16-3-2028 | 9 uur | | | |
    | BO | vierde kwartaal | voor 15 december | programma | | '10.00 | | De Boerderij | |
"""


def test_a_meeting_has_its_hour_its_place_and_who_is_invited(
    tmp_path: Path, reader: Reader
) -> None:
    kader = lees(tmp_path, reader, Planning=MET_UUR)
    eerste, tweede = (dag(kader, jaar, "BO eerste") for jaar in (2027, 2028))
    assert (eerste.begin, eerste.eind, eerste.plaats) == (time(13, 30), time(15), "Raadzaal")
    assert eerste.genodigden == ("gemeente", "Noordbouw", "de provincie")
    assert (tweede.begin, tweede.eind) == (time(9), None)
    assert (tweede.plaats, tweede.genodigden) == (eerste.plaats, eerste.genodigden)


def test_without_a_date_there_is_no_hour_yet(tmp_path: Path, reader: Reader) -> None:
    december = dag(lees(tmp_path, reader, Planning=MET_UUR), 2027, "BO vierde")
    assert (december.vast, december.begin, december.plaats) == (False, None, "De Boerderij")


@pytest.mark.parametrize(("datum", "vast"), [("", False), ("9-9-2026", True)])
def test_a_meeting_without_a_purpose_is_a_meeting(
    tmp_path: Path, reader: Reader, datum: str, vast: bool
) -> None:
    kader = lees(tmp_path, reader, **erbij("Planning", f"| AO | derde kwartaal | | | {datum} |"))
    ao = dag(kader, 2026, "AO derde kwartaal")
    assert ao.vast is vast
    assert ao.dag == (date(2026, 9, 9) if vast else date(2026, 9, 30))


def test_of_meetings_in_two_quarters_the_first_is_proposed_in_the_first(
    tmp_path: Path, reader: Reader
) -> None:
    rijen = [f"| AO | tweede en derde kwartaal | | {doel} | |" for doel in ("een", "twee", "drie")]
    kader = lees(tmp_path, reader, **erbij("Planning", "\n".join(rijen)))
    dagen = [t.dag for t in termijnen(kader, 2027) if "|ao|tweede en" in t.sleutel]
    assert dagen == [date(2027, 5, 31), date(2027, 7, 30), date(2027, 9, 30)]


def test_an_extra_meeting_is_in_the_calendar_too(tmp_path: Path, reader: Reader) -> None:
    planning = erbij("Planning", "| AO | derde kwartaal | | extra over de nieuwbouw | 9-9-2026 |")
    kader = lees(tmp_path, reader, **planning)
    assert dag(kader, 2026, "AO derde kwartaal").dag == date(2026, 9, 9)


def test_a_date_that_belongs_to_no_planned_meeting_is_an_extra_one_by_number(
    tmp_path: Path, reader: Reader
) -> None:
    """By its key a calendar knows a meeting again; with another it would stand there twice."""
    kader = lees(
        tmp_path,
        reader,
        Planning="""
            | overleg | kwartaal        | regel        | doel                  | datum    |
            | ------- | --------------- | ------------ | --------------------- | -------- |
            | BO      | eerste kwartaal | voor 1 april | evaluatie vaststellen | 3-2-2026 |
            | BO      | eerste kwartaal |              |                       | 4-3-2026 |
        """,
    )
    assert [t.sleutel for t in termijnen(kader, 2026) if t.titel.startswith("BO")] == [
        "2026|bo|eerste kwartaal|1",
        "2026|bo|eerste kwartaal|extra 1",
    ]


def test_the_calendar_of_the_looptijd_has_every_year_of_it(kader: Kader) -> None:
    """Up to the evaluatie of the last year, which is held in the year after."""
    alles = alle_termijnen(kader)
    per_jaar = tuple(t for jaar in range(2020, 2041) for t in termijnen(kader, jaar))
    assert alles == per_jaar
    assert {t.dag.year for t in alles} == set(range(2026, 2033))


def test_what_comes_next(kader: Kader) -> None:
    komend = eerstvolgende(kader, date(2026, 12, 14))
    assert [t.dag.isoformat() for t in komend] == ["2026-12-14", "2026-12-31", "2026-12-31"]
    assert eerstvolgende(kader, date(2033, 1, 1)) == ()


MAANDAG, VRIJDAG = 0, 4

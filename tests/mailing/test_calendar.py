"""The calendar file: every program reads it, and a changed day replaces the old one."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from overleggen import BO_APRIL, BO_DECEMBER
from programs import NODE_MODULES, SCRIPTS, nodig

from kaderxl.core.kader import Kader
from kaderxl.mailing.calendar import Eerder, read_calendars, uid_van, write_calendar
from kaderxl.template.planning import Termijn, alle_termijnen

LEEG = Eerder({})
BO = Termijn("2027|bo|eerste kwartaal|1", date(2027, 3, 31), "Uiterste dag: BO", "Vaststellen.")
AO = Termijn("2027|ao|eerste kwartaal|1", date(2027, 3, 30), "Uiterste dag: AO", "Voorbereiden.")


def schrijf(*termijnen: Termijn, na: bytes = b"") -> bytes:
    eerder = read_calendars([na]) if na else LEEG
    return write_calendar("Woonafspraken", "MOL", termijnen, eerder, eerder)


def events(data: bytes) -> dict[str, Any]:
    return {str(e["SUMMARY"]): e for e in Calendar.from_ical(data).walk("VEVENT")}


def test_an_event_is_a_whole_day_with_words(kader: Kader) -> None:
    del kader
    event = events(schrijf(BO))["Uiterste dag: BO"]
    assert event.decoded("DTSTART") == date(2027, 3, 31)
    assert event.decoded("DTEND") == date(2027, 4, 1)
    assert event["DESCRIPTION"] == "Vaststellen."
    assert event["TRANSP"] == "TRANSPARENT"


def test_an_hour_is_by_the_dutch_clock_and_takes_its_time() -> None:
    zomer = replace(BO, begin=time(13, 30), eind=time(15), plaats="Raadzaal, Gieten")
    event = events(schrijf(replace(zomer, genodigden=("gemeente", "De Volmacht"))))[BO.titel]
    assert event.decoded("DTSTART") == datetime(2027, 3, 31, 11, 30, tzinfo=UTC)
    assert event.decoded("DTEND") == datetime(2027, 3, 31, 13, tzinfo=UTC)
    assert (event["LOCATION"], event["TRANSP"]) == ("Raadzaal, Gieten", "OPAQUE")
    assert str(event["DESCRIPTION"]) == "Vaststellen.\nGenodigd: gemeente en De Volmacht."
    winter = schrijf(replace(zomer, dag=date(2027, 12, 14)))
    assert events(winter)[BO.titel].decoded("DTSTART").hour == 12


def test_a_meeting_that_gets_an_hour_or_loses_it_is_the_same_meeting() -> None:
    met_uur = schrijf(replace(BO, begin=time(9)), na=schrijf(BO))
    assert b"DTEND" not in met_uur
    assert events(met_uur)[BO.titel]["SEQUENCE"] == 1
    gecanceld = events(schrijf(AO, na=met_uur))[BO.titel]
    assert (gecanceld["STATUS"], gecanceld.decoded("DTSTART")) == ("CANCELLED", BO.dag)


def test_what_is_still_to_be_planned_is_tentative() -> None:
    vast, open_ = schrijf(BO), schrijf(replace(BO, vast=False))
    assert b"STATUS:CONFIRMED" in vast
    assert b"STATUS:TENTATIVE" in open_


def test_the_same_days_give_the_same_bytes(kader: Kader) -> None:
    dagen = alle_termijnen(kader)
    eerste = schrijf(*dagen)
    assert schrijf(*dagen) == eerste
    assert schrijf(*dagen, na=eerste) == eerste
    assert b"\r\n" in eerste
    assert all(len(regel) <= 75 for regel in eerste.splitlines())


def test_a_day_that_moves_keeps_its_uid_and_counts_on() -> None:
    eerste = schrijf(AO, BO)
    verzet = schrijf(AO, replace(BO, dag=date(2027, 3, 18)), na=eerste)
    oud, nieuw = events(eerste), events(verzet)
    assert {str(e["UID"]) for e in oud.values()} == {str(e["UID"]) for e in nieuw.values()}
    assert (nieuw["Uiterste dag: BO"]["SEQUENCE"], nieuw["Uiterste dag: AO"]["SEQUENCE"]) == (1, 0)
    assert nieuw["Uiterste dag: BO"].decoded("DTSTAMP") > oud["Uiterste dag: BO"].decoded("DTSTAMP")
    terug = schrijf(AO, BO, na=verzet)
    assert events(terug)["Uiterste dag: BO"]["SEQUENCE"] == 2


def test_a_day_that_is_gone_is_cancelled_and_stays_so() -> None:
    eerste = schrijf(AO, BO)
    zonder = schrijf(AO, na=eerste)
    event = events(zonder)["Uiterste dag: BO"]
    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", 1)
    assert schrijf(AO, na=zonder) == zonder
    assert events(schrijf(AO, BO, na=zonder))["Uiterste dag: BO"]["SEQUENCE"] == 2


def test_a_uid_names_nothing_and_is_another_for_another_kader() -> None:
    assert uid_van("MOL", BO) == uid_van("MOL", replace(BO, dag=date(2027, 1, 4), titel="x"))
    assert uid_van("MOL", BO) != uid_van("AEH", BO)
    assert "mol" not in uid_van("MOL", BO)


@pytest.mark.parametrize("data", [b"", b"tekst", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nkapot"])
def test_a_file_that_is_no_calendar_holds_nothing(data: bytes) -> None:
    assert read_calendars([data]).events == {}


def test_signs_that_mean_something_in_a_calendar_stay_text() -> None:
    raar = replace(BO, titel="Overleg; a, b\\c é", uitleg="regel\nBEGIN:VEVENT\r\nUID:x")
    data = schrijf(raar)
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert event["SUMMARY"] == "Overleg; a, b\\c é"
    assert str(event["UID"]) == uid_van("MOL", BO)


@pytest.mark.extern
def test_another_library_imports_it_with_the_right_dates(kader: Kader, tmp_path: Path) -> None:
    """ical.js is what Thunderbird reads calendars with."""
    bestand = tmp_path / "agenda.ics"
    bestand.write_bytes(schrijf(*alle_termijnen(kader)))
    node = nodig("node", "Node.js")
    assert (NODE_MODULES / "ical.js").is_dir(), "ical.js is not installed; see .ci/run"
    gelezen = json.loads(
        subprocess.check_output(
            [node, str(SCRIPTS / "agenda.cjs"), str(bestand)],
            env=os.environ | {"NODE_PATH": str(NODE_MODULES)},
        )
    )
    assert [(e["begin"], e["titel"], e["uitleg"].partition("\nGenodigd")[0]) for e in gelezen] == [
        (t.dag.isoformat(), t.titel, t.uitleg) for t in alle_termijnen(kader)
    ]
    assert all(e["dag"] and e["sequence"] == 0 for e in gelezen)
    april = [e["begin"] for e in gelezen if "BO eerste kwartaal" in e["titel"]]
    december = [e["begin"] for e in gelezen if "BO vierde kwartaal" in e["titel"]]
    assert april == [f"{jaar}-03-{dag}" for jaar, dag in BO_APRIL.items()]
    assert december == [f"{jaar}-12-{dag}" for jaar, dag in BO_DECEMBER.items()]

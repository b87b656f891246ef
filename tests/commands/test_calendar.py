"""What `calendar` writes of a year, and again when a day was fixed."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from kaderxl import (
    calendar,
)
from kaderxl.core import labels as l
from kaderxl.core.findings import NietUitgevoerd

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("een_lezer")]

NU = date(2027, 1, 1)


def test_the_calendar_is_written_twice_for_all_and_with_our_own_days(
    sjabloon: Path, tmp_path: Path
) -> None:
    agenda = calendar(2029, template=sjabloon, output=tmp_path, today=date(2029, 1, 1))
    assert "do 29 maart 2029  Uiterste dag: BO eerste kwartaal" in [*agenda.lines()]
    allen = Calendar.from_ical((tmp_path / "agenda" / "agenda-AEH-2029.ics").read_bytes())
    eigen = Calendar.from_ical((tmp_path / "agenda" / "agenda-AEH-2029-gemeente.ics").read_bytes())
    titels = {str(e["SUMMARY"]) for e in eigen.walk("VEVENT")}
    assert {t for t in titels if t.startswith("Herinneren")}
    assert {str(e["SUMMARY"]) for e in allen.walk("VEVENT")} == {
        t for t in titels if not t.startswith("Herinneren")
    }


def test_a_date_that_is_fixed_replaces_the_last_day(sjabloon: Path, tmp_path: Path) -> None:
    def bo(van: Path) -> Any:
        agenda = calendar(2027, template=van, output=tmp_path / "output", today=NU)
        gelezen = Calendar.from_ical(agenda.bestand.read_bytes()).walk("VEVENT")
        return next(e for e in gelezen if "BO eerste" in str(e["SUMMARY"]))

    eerst = bo(sjabloon)
    boek = load_workbook(sjabloon)
    for rij in boek[l.PLANNING].iter_rows(min_row=2):
        if (rij[0].value, rij[1].value) == ("BO", "eerste kwartaal"):
            rij[4].value = date(2027, 3, 18)
    data = io.BytesIO()
    boek.save(data)
    (tmp_path / "s.xlsx").write_bytes(data.getvalue())
    nu = bo(tmp_path / "s.xlsx")
    assert (eerst["UID"], eerst["SEQUENCE"]) == (nu["UID"], nu["SEQUENCE"] - 1)
    assert (eerst["STATUS"], nu["STATUS"]) == ("TENTATIVE", "CONFIRMED")
    assert nu.decoded("DTSTART") == date(2027, 3, 18)


def test_a_year_outside_the_looptijd_has_no_calendar(sjabloon: Path, tmp_path: Path) -> None:
    with pytest.raises(NietUitgevoerd):
        calendar(2040, template=sjabloon, output=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_day_that_has_passed_is_not_in_a_new_calendar_and_stays_in_an_old_one(
    sjabloon: Path, tmp_path: Path
) -> None:
    juli = date(2027, 7, 1)
    nieuw = calendar(2027, template=sjabloon, output=tmp_path / "nieuw", today=juli)
    assert min(t.dag for t in nieuw.termijnen) >= juli
    assert "Niet opgenomen: 7 dagen van voor vandaag." in [*nieuw.lines()]
    eerst = calendar(2027, template=sjabloon, output=tmp_path, today=NU)
    data = eerst.bestand.read_bytes()
    later = calendar(2027, template=sjabloon, output=tmp_path, today=juli)
    assert later.termijnen == eerst.termijnen
    assert later.bestand.read_bytes() == data
    with pytest.raises(NietUitgevoerd, match="al geweest"):
        calendar(2027, template=sjabloon, output=tmp_path / "leeg", today=date(2028, 1, 1))
    assert not [*(tmp_path / "leeg").rglob("*.ics")]

"""The days of the cycle as a calendar file (RFC 5545), for any calendar program.

The same inputs give the same bytes, and a changed day replaces the old one: a UID is made of what
the day is for, and SEQUENCE goes up by one when something about it differs from the calendar
that was written before. DTSTAMP follows SEQUENCE, since no clock is read. A day that no longer is
there is written as cancelled.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, UUID, uuid5

from ..core.notation import een_regel, schrijf_opsomming
from ..core.phrases import in_utc
from ..core.text import leesbaar

if TYPE_CHECKING:
    from icalendar import Event

    from ..template.planning import Termijn

_UIDS = uuid5(NAMESPACE_URL, "https://kaderxl.invalid/agenda")
_TELLERS = (b"SEQUENCE:", b"DTSTAMP:")  # not what an event says, but how often it changed
_EEN_DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Eerder:
    """The events of calendars written before, by UID: how often each changed, and its words."""

    events: Mapping[str, Event]

    def volgnummer(self, nieuw: Event) -> int:
        oud = self.events.get(str(nieuw["UID"]))
        if oud is None:
            return 0
        return _volgnummer(oud) + (_inhoud(oud) != _inhoud(nieuw))


def read_calendars(bestanden: Iterable[bytes]) -> Eerder:
    """What calendars on disk hold; one that is no calendar holds nothing."""
    from icalendar import Calendar, Event

    events: dict[str, Event] = {}
    for data in bestanden:
        try:
            gelezen = [e for e in Calendar.from_ical(data).walk("VEVENT") if isinstance(e, Event)]
        except ValueError:
            continue
        for event in gelezen:
            uid = str(event.get("UID", ""))
            if uid and (uid not in events or _volgnummer(event) > _volgnummer(events[uid])):
                events[uid] = event
    return Eerder(events)


def write_calendar(
    naam: str, kenmerk: str, termijnen: Iterable[Termijn], eerder: Eerder, vorige: Eerder
) -> bytes:
    """The calendar as bytes. `vorige` is the file it takes the place of, `eerder` all of them."""
    from icalendar import Calendar

    agenda = Calendar()
    agenda.add("PRODID", "-//kaderxl//NL")
    agenda.add("VERSION", "2.0")
    agenda.add("METHOD", "PUBLISH")
    agenda.add("X-WR-CALNAME", leesbaar(een_regel(naam)))
    events: dict[str, Event] = {}
    for t in termijnen:
        uid = uid_van(kenmerk, t)
        events[uid] = _van_termijn(uid, t)
    for uid, oud in vorige.events.items():
        if uid not in events:
            titel, uitleg = (str(oud.get(naam, "")) for naam in ("SUMMARY", "DESCRIPTION"))
            events[uid] = _event(uid, _dag(oud), titel, uitleg, "CANCELLED")
    for event in events.values():
        nummer = eerder.volgnummer(event)
        event.add("SEQUENCE", nummer)
        begin = datetime(_dag(event).year, 1, 1, tzinfo=UTC)
        event.add("DTSTAMP", begin + nummer * _EEN_DAG)
        agenda.add_component(event)
    return bytes(agenda.to_ical())


def uid_van(kenmerk: str, termijn: Termijn) -> str:
    """The same for ever for the same meeting, deadline or reminder of this kader."""
    uid: UUID = uuid5(_UIDS, f"{kenmerk}|{termijn.sleutel}")
    return str(uid)


def _van_termijn(uid: str, t: Termijn) -> Event:
    genodigd = f"Genodigd: {schrijf_opsomming(t.genodigden)}." if t.genodigden else ""
    uitleg = "\n".join(filter(None, (t.uitleg, genodigd)))
    event = _event(uid, t.dag, t.titel, uitleg, "CONFIRMED" if t.vast else "TENTATIVE")
    if t.plaats:
        event.add("LOCATION", leesbaar(een_regel(t.plaats)))
    if t.begin:
        for naam, tijd in (("DTSTART", t.begin), ("DTEND", t.eind)):
            event.pop(naam)
            if tijd:
                event.add(naam, in_utc(t.dag, tijd))
        event["TRANSP"] = "OPAQUE"
    return event


def _event(uid: str, dag: date, titel: str, uitleg: str, status: str) -> Event:
    """A whole day, during which nobody is taken to be busy: no hour is known."""
    from icalendar import Event

    event = Event()
    event.add("UID", uid)
    event.add("DTSTART", dag)
    event.add("DTEND", dag + _EEN_DAG)
    event.add("TRANSP", "TRANSPARENT")
    event.add("SUMMARY", leesbaar(een_regel(titel)))
    event.add("DESCRIPTION", leesbaar(uitleg))
    event.add("STATUS", status)
    return event


def _dag(event: Event) -> date:
    """The day on which it is or begins."""
    begin = event.decoded("DTSTART")
    return begin.date() if isinstance(begin, datetime) else begin


def _volgnummer(event: Event) -> int:
    return int(event.get("SEQUENCE", 0))


def _inhoud(event: Event) -> frozenset[bytes]:
    """All that an event says, as its lines are written."""
    regels: list[bytes] = event.to_ical().replace(b"\r\n ", b"").splitlines()
    return frozenset(r for r in regels if not r.startswith(_TELLERS))

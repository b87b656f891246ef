"""The one place where the time is asked: by the clock of the computer, which may be wrong."""

from __future__ import annotations

from datetime import date, datetime


def now() -> datetime:
    """The moment, with the zone of where it is run."""
    return datetime.now().astimezone()


def today() -> date:
    return now().date()


def stamp() -> str:
    """The moment as the lists have it."""
    return now().isoformat(timespec="seconds")

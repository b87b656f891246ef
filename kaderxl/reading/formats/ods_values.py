"""What a cell of an ods holds: its value by its type, or the error that it shows."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from contextlib import suppress

from ..cells import Value
from . import markup
from .ods_styles import OASIS

_OFFICE, _TABLE = OASIS + "office:1.0 ", OASIS + "table:1.0 "
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
_ERROR = re.compile(r"#[A-Z0-9/]+[!?]?|Err:[0-9]{3}")
_DURATION = re.compile(r"(-?)PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?")


def value_of(attributes: markup.Attributes, text: str) -> Value:
    """The cell's value by its type; what cannot be read as its type stays text."""
    kind = attributes.get(_OFFICE + "value-type", "string")
    if kind == "string":  # a stored text goes before the paragraphs that show it
        return attributes.get(_OFFICE + "string-value", text) or None
    name, read = _STORED.get(kind, ("value", None))
    stored = attributes.get(_OFFICE + name, "")
    if read is not None:
        with suppress(ValueError):
            return read(stored)
    return text or stored or None


def _date(stored: str) -> datetime.date | datetime.datetime:
    if len(stored) == 10:
        return datetime.date.fromisoformat(stored)
    stamp = datetime.datetime.fromisoformat(stored)
    return stamp.date() if stamp.time() == datetime.time() else stamp


def _time(stored: str) -> datetime.time | datetime.timedelta:
    match = _DURATION.fullmatch(stored)
    if match is None:
        raise ValueError(stored)
    sign, hours, minutes, seconds = match.groups()
    try:
        span = datetime.timedelta(
            hours=int(hours or 0),
            minutes=int(minutes or 0),
            seconds=float((seconds or "0").replace(",", ".")),
        )
    except OverflowError:
        raise ValueError(stored) from None
    if sign or span >= datetime.timedelta(days=1):
        return -span if sign else span
    return (datetime.datetime.min + span).time()


_STORED: dict[str, tuple[str, Callable[[str], Value]]] = {
    **dict.fromkeys(("float", "percentage", "currency"), ("value", float)),
    "boolean": ("boolean-value", "true".__eq__),
    "date": ("date-value", _date),
    "time": ("time-value", _time),
}


def error_of(attributes: markup.Attributes, text: str) -> str:
    """The error value that a cell shows; only a formula, or a cell that says so, has one."""
    if attributes.get(_CALC + "value-type") == "error":
        return text or "#FOUT"
    return text if _TABLE + "formula" in attributes and _ERROR.fullmatch(text) else ""

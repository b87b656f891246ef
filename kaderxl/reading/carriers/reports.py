"""What a mail server says of a mail that did not arrive (RFC 3464, and what else there is)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

Bounce = tuple[str, str]
"""The address that was not reached, and why, in words."""

_MOST = 50
_LONGEST_REASON = 200
_ADDRESS = re.compile(r"[A-Za-z0-9._%+'&=~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}")
_STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
_POSTMEN = ("mailer-daemon", "postmaster", "microsoftexchange")
_SUBJECTS = re.compile(
    r"(?:undeliver|onbestelbaar|niet bezorgd|niet afgeleverd|delivery (?:status|failure|has failed)"
    r"|mail delivery fail|failure notice|returned mail|kan niet worden bezorgd)",
    re.I,
)
_REASONS = (
    (("5.1.1", "5.1.10", "5.1.0", "5.1.3", "5.1.6", "5.4.1"), "het adres bestaat niet"),
    (("5.2.1", "5.7.124"), "de postbus neemt geen mail aan"),
    (("5.2.2", "4.2.2", "5.7.5"), "de postbus is vol"),
    (("5.2.3", "5.3.4"), "de mail is te groot"),
    (("5.1.2", "5.4.4", "5.4.310"), "de mailserver van dit adres is niet te vinden"),
)


def in_report(parts: Iterable[Any]) -> tuple[Bounce, ...]:
    """The addresses that were not reached, of the parts of a `multipart/report`."""
    found: dict[str, str] = {}
    for part in parts:
        if part.get_content_type() in ("message/delivery-status", "message/global-delivery-status"):
            blocks = part.get_payload()
            for address, reason in _failed(blocks if isinstance(blocks, list) else []):
                found.setdefault(address, reason)
    return tuple(found.items())[:_MOST]


def _failed(blocks: Iterable[Any]) -> Iterator[Bounce]:
    for block in blocks:
        fields = {name.lower(): " ".join(str(text).split()) for name, text in block.items()}
        if not fields.get("action", "").lower().startswith("failed"):
            continue
        named = (fields.get(f"{which}-recipient", "") for which in ("original", "final"))
        for address in filter(None, (_address(text.partition(";")[2]) for text in named)):
            said = fields.get("diagnostic-code", "").partition(";")[2].strip()
            yield address, reason(fields.get("status", ""), said)
            break


def in_text(sender: str, subject: str, text: str) -> tuple[Bounce, ...]:
    """The same of a report that says it in words only; nothing of any other mail."""
    postman = sender.partition("@")[0].lower().startswith(_POSTMEN)
    if not postman and not (_SUBJECTS.search(subject) and "@" not in sender):
        return ()
    own = sender.casefold()
    head = text[:2_000]
    found = dict.fromkeys(a for a in _ADDRESS.findall(head) if a.casefold() != own)
    status = _STATUS.search(head)
    why = reason(status[1] if status else "", "")
    return tuple((a, why) for a in found if not a.startswith("kaderxl."))[:_MOST]


def reason(status: str, said: str) -> str:
    """Why it did not arrive: in Dutch where the status tells, else as the server says it."""
    status = (_STATUS.search(status) or _STATUS.search(said) or [""])[0]
    known = next((words for codes, words in _REASONS if status in codes), "")
    told = said[:_LONGEST_REASON]
    return known or told or (f"status {status}" if status else "de mailserver zegt niet waarom")


def _address(text: str) -> str:
    found = _ADDRESS.search(text)
    return found[0] if found else ""

"""msg: a mail as Outlook saves it, an OLE2 file with a stream for each property (MS-OXMSG)."""

from __future__ import annotations

import contextlib
import datetime
import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import olefile

from ...core import catalogue
from ..cells import Attachment, Letter, Refusal, damaged, iso_utc
from ..kinds import MAIL, in_ole
from . import reports, signed
from .mail import lost, read_entity, read_headers, refusing
from .words import as_text

_PROPERTIES = "__properties_version1.0"
_ATTACHMENT = "__attach_version1.0_"
_EMBEDDED = "__substg1.0_3701000D"
_CONTENT = "__substg1.0_37010102"
# Property ids, as MS-OXPROPS numbers them.
_SUBJECT, _HEADERS, _MESSAGE_ID, _CODE_PAGE = 0x0037, 0x007D, 0x1035, 0x3FFD
_SENDERS = (0x5D01, 0x5D02, 0x0C1F, 0x0065, 0x0C1A)  # as internet address, as written, a name
_SUBMITTED, _DELIVERED = 0x0039, 0x0E06
_CLASS, _BODY, _PAGE = 0x001A, 0x1000, 0x1013
_LINES = (_HEADERS, _BODY, _PAGE)  # texts of which the line ends matter
_SIGNED = "IPM.NOTE.SMIME"  # of the class: signed or encrypted, all of it in one attachment
_NOT_ARRIVED = "REPORT.IPM.NOTE.NDR"
_RECIPIENT = "__recip_version1.0_"
_ADDRESSES, _WHY, _SAID = (0x39FE, 0x3003, 0x3001), 0x1001, 0x0C1B
_WITH_RIGHTS = ".rpmsg"
_AUTOMATIC = ("REPORT.", "IPM.NOTE.RULES.OOF")  # of the class: not arrived, or absent
_FILE_NAMES = (0x3707, 0x3704, 0x3001)  # long, short, as shown
_HIDDEN, _CONTENT_ID, _FLAGS = 0x7FFE, 0x3712, 0x3714
_COUNT = slice(20, 24)  # of the stream of properties of a mail: how many attachments it has
_IN_THE_TEXT = 4  # of the flags
_EPOCH = datetime.datetime(1601, 1, 1, tzinfo=datetime.UTC)


def read_msg(data: bytes) -> Letter | None:
    """The mail and its attachments; None for an OLE2 file that is no mail. Raises Refusal."""
    try:
        ole = olefile.OleFileIO(io.BytesIO(data))
        return _letter(_Storage(ole, (), 32)) if ole.exists(_PROPERTIES) else None
    except MemoryError:
        raise
    except Exception:  # olefile trusts its file in many ways
        if in_ole(data) is MAIL:
            raise damaged("de e-mail is niet te openen") from None
        return None


@dataclass(frozen=True, slots=True)
class _Storage:
    """A folder in the file: the mail, an attachment, or a mail attached to it.

    The fixed properties come after `head` bytes of their stream, 16 bytes each.
    """

    ole: Any
    path: tuple[str, ...]
    head: int

    def has(self, name: str) -> bool:
        return bool(self.ole.exists([*self.path, name]))

    def stream(self, name: str) -> bytes:
        """Its bytes; b"" when there is no such stream."""
        path = [*self.path, name]
        is_there = self.ole.get_type(path) == olefile.STGTY_STREAM
        return bytes(self.ole.openstream(path).read()) if is_there else b""

    def whole(self, name: str) -> bytes:
        """Its bytes. Raises Refusal when there are fewer than the file says: olefile does not."""
        content = self.stream(name)
        if len(content) != self.ole.get_size([*self.path, name]):
            raise damaged("een deel van de bijlage ontbreekt")
        return content

    def fixed(self) -> dict[int, int]:
        """The properties of eight bytes or less, by id."""
        raw = self.stream(_PROPERTIES)[self.head :]
        rows = struct.iter_unpack("<HH4xQ", raw[: len(raw) // 16 * 16])
        return {key: value for _, key, value in rows}

    def text(self, *keys: int) -> str:
        """The first of these properties that holds any text."""
        for key in keys:
            wide = self.stream(f"__substg1.0_{key:04X}001F")
            text = wide.decode("utf-16-le", "replace") or self._narrow(key)
            if text.strip("\0 \r\n\t"):
                return " ".join(text.replace("\0", "").split()) if key not in _LINES else text
        return ""

    def _narrow(self, key: int) -> str:
        raw = self.stream(f"__substg1.0_{key:04X}001E")
        # Only the mail itself has the code page; what hangs under it mostly has the same.
        page = _Storage(self.ole, (), 32).fixed().get(_CODE_PAGE, 0) & 0xFFFF if raw else 0
        try:
            return raw.decode("utf-8" if page == 65001 else f"cp{page or 1252}", "replace")
        except LookupError:
            return raw.decode("cp1252", "replace")


def _letter(mail: _Storage) -> Letter:
    headers = read_headers(mail.text(_HEADERS))
    fixed = mail.fixed()
    class_ = mail.text(_CLASS).upper()
    return Letter(
        headers.sender or _sender(mail),
        headers.sent or _moment(fixed.get(_SUBMITTED) or fixed.get(_DELIVERED, 0)),
        mail.text(_SUBJECT),
        mail.text(_MESSAGE_ID) or headers.message_id,
        _attachments(mail),
        headers.automatic or class_.startswith(_AUTOMATIC),
        lambda: _said(mail),
        tuple(_bounces(mail)) if class_.startswith(_NOT_ARRIVED) else headers.bounces,
    )


def _said(mail: _Storage) -> str:
    """The text: as plain text, else as a page, else that in the envelope of a signed mail."""
    if plain := mail.text(_BODY).replace("\0", ""):
        return plain
    if page := mail.stream(f"__substg1.0_{_PAGE:04X}0102").decode("utf-8", "replace"):
        return as_text(page)
    for data in _envelopes(mail):
        with contextlib.suppress(Refusal):
            return read_entity(_entity(data)).text()
    return ""


def _bounces(mail: _Storage) -> Iterator[reports.Bounce]:
    """Whom a report of Exchange says was not reached."""
    for recipient in _below(mail, _RECIPIENT, 8):
        address = recipient.text(*_ADDRESSES)
        if "@" in address:
            yield address, reports.reason("", recipient.text(_SAID, _WHY))


def _below(mail: _Storage, start: str, head: int) -> Iterator[_Storage]:
    """The storages in a mail whose name begins so."""
    for *folder, last in mail.ole.listdir(streams=False, storages=True):
        if tuple(folder) == mail.path and last.startswith(start):
            yield _Storage(mail.ole, (*folder, last), head)


def _envelopes(mail: _Storage) -> Iterator[bytes]:
    """What a signed mail carries: one attachment, of which the content is all of the mail."""
    if mail.text(_CLASS).upper().startswith(_SIGNED):
        for attached in _below(mail, _ATTACHMENT, 8):
            yield attached.stream(_CONTENT)


def _entity(data: bytes) -> bytes:
    """The mail in the attachment of a signed one. Raises Refusal."""
    return signed.inside(data) if signed.is_envelope(data) else data


def _sender(mail: _Storage) -> str:
    """Within an organisation the address may be its place in the directory: /O=…/CN=…"""
    texts = [text for key in _SENDERS if (text := mail.text(key)) and not text.startswith("/")]
    return next((text for text in texts if "@" in text), texts[0] if texts else "")


def _moment(ticks: int) -> str:
    """Tenths of microseconds since 1601."""
    try:
        return iso_utc(_EPOCH + datetime.timedelta(microseconds=ticks // 10)) if ticks else ""
    except OverflowError:
        return ""


def _attachments(mail: _Storage) -> Iterator[Attachment]:
    if data := next(_envelopes(mail), b""):
        yield from _in_envelope(data)
        return
    promised = int.from_bytes(mail.stream(_PROPERTIES)[_COUNT], "little")
    for attached in _below(mail, _ATTACHMENT, 8):
        promised -= 1
        name = attached.text(*_FILE_NAMES)
        embedded = _Storage(mail.ole, (*attached.path, _EMBEDDED), 24)
        if embedded.has(_PROPERTIES):
            yield Attachment(name, _letter(embedded))
        elif name.lower().endswith(_WITH_RIGHTS):
            yield Attachment(name, refusing(Refusal(catalogue.MAIL_MET_RECHTEN)))
        elif attached.has(_CONTENT):
            fixed = attached.fixed()
            in_text = bool(fixed.get(_FLAGS, 0) & _IN_THE_TEXT and attached.text(_CONTENT_ID))
            inline = bool(fixed.get(_HIDDEN, 0) & 1) or in_text
            yield Attachment(name, partial(attached.whole, _CONTENT), inline)
        else:
            yield Attachment(name, None)
    if promised > 0:
        yield Attachment("", lost)


def _in_envelope(data: bytes) -> Iterator[Attachment]:
    try:
        yield from read_entity(_entity(data)).attachments
    except Refusal as refusal:
        yield Attachment("smime.p7m", refusing(refusal))

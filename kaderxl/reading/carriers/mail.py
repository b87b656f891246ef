"""eml: a mail as it goes over the internet, however its sender's program has mangled it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from email import policy
from email.feedparser import BytesFeedParser
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime
from typing import Any, NoReturn

from ...core import catalogue
from ..cells import Attachment, Letter, Refusal, damaged, iso_utc, keep_within
from ..kinds import OLE, ZIP_START
from ..limits import PARTS, Limits
from . import reports, signed
from .words import as_text

_LONGEST_HEADER = 4_000  # the standard library's time to take one apart grows with its square
_MOST_HEADERS = 1_000
_MAILS = ("message/rfc822", "message/global")
_SIGNATURES = {
    "application/pgp-signature",
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
}
_ENVELOPES = {"application/pkcs7-mime", "application/x-pkcs7-mime"}
_WITH_RIGHTS = "application/x-microsoft-rpmsg-message"
# The line between two parts, with the first header of a part below it.
_BOUNDARY = re.compile(r"^--(\S[^\r\n]{0,99}?)[ \t\r]*\n(?=Content-[A-Za-z-]+:)", re.M | re.I)
_OWN_BOUNDARY = "=_rescued_=_by_=_kaderxl_="
_BULK = {"bulk", "junk", "auto_reply"}  # of Precedence; a list passes on what people write
_HEADER_IN_TEXT = re.compile(r"^Content-Transfer-Encoding: *base64", re.M | re.I)
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_HEADER_LINE = re.compile(rb"[!-9;-~]+[ \t]*:|[ \t]")


class _Tolerant(policy.EmailPolicy):
    """The usual policy, where a header it chokes on, or one of megabytes, loses no attachment."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, _readable(value[:_LONGEST_HEADER])

    def header_fetch_parse(self, name: str, value: str) -> Any:
        try:
            return super().header_fetch_parse(name, value)
        except Exception:  # its parser meets what it does not expect in many ways
            return " ".join(value.split())


class _Part(EmailMessage):
    """A mail or a part of one, with no more headers than any program writes."""

    def set_raw(self, name: str, value: str) -> None:
        if len(self) < _MOST_HEADERS:
            super().set_raw(name, value)


def read_mail(data: bytes, limits: Limits) -> Letter:
    """The mail and its attachments. Raises Refusal."""
    return read_entity(_without_stray_lines(data), limits)


def read_entity(data: bytes, limits: Limits = Limits()) -> Letter:
    """The same of what a signed envelope holds: a mail without the headers of one."""
    # Counted before the parser makes an object for each.
    keep_within(PARTS, data.count(b"\n--"), limits.parts)
    return _letter(_parsed(data))


def read_headers(text: str) -> Letter:
    """Only what the headers of a mail say."""
    return _letter(_parsed(text.encode("utf-8", "replace")))


def _without_stray_lines(data: bytes) -> bytes:
    """The mail without what cannot be a header: to the parser it would begin the text, and the
    headers below it, which tell of the attachments, would be text too."""
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    end = _HEADER_END.search(data)
    if end is None:
        return data
    lines = data[: end.start()].splitlines(keepends=True)
    return b"".join(filter(_HEADER_LINE.match, lines)) + data[end.start() :]


def _parsed(data: bytes) -> EmailMessage:
    # Fed as bytes: the parser for files would change the line ends inside an attachment.
    parser: Any = BytesFeedParser(_Part, policy=_Tolerant())
    parser.feed(data)
    message: EmailMessage = parser.close()
    return message


def _readable(value: str) -> str:
    """Header text; bytes beyond ASCII in it are UTF-8 or else cp1252."""
    raw = value.encode("utf-8", "surrogateescape")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _letter(message: EmailMessage) -> Letter:
    senders = getaddresses([_header(message, "From") or _header(message, "Sender")])
    try:
        sent = iso_utc(parsedate_to_datetime(_header(message, "Date")))
    except (ValueError, TypeError, IndexError, OverflowError):
        sent = ""
    sender, subject = next((a or name for name, a in senders), ""), _header(message, "Subject")
    bounces: tuple[reports.Bounce, ...] = ()
    if message.get_content_type() == "multipart/report" and message.is_multipart():
        bounces = reports.in_report(message.iter_parts())
    return Letter(
        sender,
        sent,
        subject,
        _header(message, "Message-ID"),
        _attachments(message),
        _is_automatic(message),
        lambda: _said(message),
        bounces,
    )


def _said(message: Any) -> str:
    """The text of a mail: as plain text, else as a page."""
    texts: dict[str, list[str]] = {}
    for part in _leaves(message):
        if part.get_content_maintype() == "text" and _is_text(part):
            texts.setdefault(part.get_content_type(), []).append(_decoded(part))
    plain = "\n".join(texts.get("text/plain", ()))
    return plain if plain.strip() else as_text("\n".join(texts.get("text/html", ())))


def _leaves(part: Any) -> Iterator[Any]:
    """The parts that hold text or a file, not those of a mail within the mail."""
    if part.get_content_type() in _ENVELOPES:
        with suppress(Refusal):
            yield from _leaves(_opened(part))
    elif part.get_content_maintype() == "multipart" and isinstance(part.get_payload(), list):
        for sub in part.get_payload():
            yield from _leaves(sub)
    else:
        yield part


def _opened(part: Any) -> EmailMessage:
    """What is in a signed envelope. Raises Refusal for one that is encrypted or damaged."""
    return _parsed(signed.inside(_decoder(part)()))


def _decoded(part: Any) -> str:
    raw = _decoder(part)()
    try:
        return raw.decode(part.get_content_charset("utf-8"))
    except (LookupError, UnicodeDecodeError):
        return raw.decode("cp1252", "replace")


def _is_automatic(message: EmailMessage) -> bool:
    """Whether a program wrote it (RFC 3834), by what each kind of program says of itself."""
    auto = _header(message, "Auto-Submitted").partition(";")[0].strip().lower()
    return (
        auto not in ("", "no")
        or _header(message, "Precedence").lower() in _BULK
        or message.get_content_type() == "multipart/report"
        or "all" in _header(message, "X-Auto-Response-Suppress").lower()
    )


def _header(message: EmailMessage, name: str) -> str:
    return " ".join(str(message.get(name, "")).split())


def _attachments(part: Any, related: bool = False) -> Iterator[Attachment]:
    """The attachments in a part and the parts of it; `related`: it belongs to a text."""
    kind = part.get_content_type()
    payload = part.get_payload()
    multipart = part.get_content_maintype() == "multipart"
    if isinstance(payload, str) and (multipart or _hides_parts(part, payload)):
        payload, multipart = _rescued(payload), True
    if kind == "multipart/encrypted":
        yield Attachment("", refusing(Refusal(catalogue.MAIL_VERSLEUTELD)))
    elif multipart:
        for sub in payload:
            # In a report that a mail did not arrive is that mail itself: one of ours.
            if kind != "multipart/report" or sub.get_content_type() not in _MAILS:
                yield from _attachments(sub, kind == "multipart/related")
    elif kind in _MAILS and isinstance(payload, list):
        yield Attachment(_file_name(part), _letter(payload[0]))
    elif kind in _ENVELOPES:
        yield from _enveloped(part)
    elif kind == _WITH_RIGHTS:
        yield Attachment(_file_name(part), refusing(Refusal(catalogue.MAIL_MET_RECHTEN)))
    elif kind == "message/external-body":
        yield Attachment(_file_name(part), None)
    elif _is_text(part):
        if _HEADER_IN_TEXT.search(str(payload)):
            yield Attachment("", lost)
    elif part.get_content_maintype() != "message" and kind not in _SIGNATURES:
        attached = part.get_content_disposition() == "attachment"
        inline = related or (part.get("Content-ID") is not None and not attached)
        yield Attachment(_file_name(part), _decoder(part), inline)


def _enveloped(part: Any) -> Iterator[Attachment]:
    """What is in a signed envelope; an encrypted one is an attachment that cannot be had."""
    try:
        inner = _opened(part)
    except Refusal as refusal:
        yield Attachment(_file_name(part), refusing(refusal))
    else:
        yield from _attachments(inner)


def refusing(refusal: Refusal) -> Callable[[], bytes]:
    """The content of an attachment that cannot be had, and why."""

    def refuse() -> bytes:
        raise refusal

    return refuse


def _hides_parts(part: Any, text: str) -> bool:
    return not _file_name(part) and _BOUNDARY.search(text) is not None


def _rescued(text: str) -> list[Any]:
    """The parts of a multipart that the parser left as text, since its header is damaged or
    names no boundary, or a wrong one: by the first line that looks like a boundary."""
    boundary = _BOUNDARY.search(text)
    if boundary is None:
        lost()
    # Under a name of our own: its characters need not be what a header may hold.
    text = text.replace(f"--{boundary[1]}", f"--{_OWN_BOUNDARY}")
    head = f'Content-Type: multipart/mixed; boundary="{_OWN_BOUNDARY}"\r\n\r\n'
    parts = _parsed((head + text).encode("utf-8", "surrogateescape")).get_payload()
    return parts if isinstance(parts, list) else []


def lost() -> NoReturn:
    """The content of an attachment that is spoken of and is not there. Raises Refusal."""
    raise damaged("een bijlage is niet te vinden")


def _decoder(part: Any) -> Callable[[], bytes]:
    return lambda: part.get_payload(decode=True) or b""


def _is_text(part: Any) -> bool:
    """Whether this is what the sender wrote, and no file. A part whose headers are beyond
    reading counts as text to the parser; a workbook in it does not."""
    return (
        part.get_content_maintype() == "text"
        and part.get_content_disposition() != "attachment"
        and not _file_name(part)
        and not _decoder(part)().startswith((ZIP_START, OLE))
    )


def _file_name(part: Any) -> str:
    try:
        return str(part.get_filename() or "")
    except Exception:  # as in header_fetch_parse
        return ""

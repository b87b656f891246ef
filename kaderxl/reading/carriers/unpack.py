"""What holds several documents (a zip, a mail, a mailbox), opened inside the worker under caps.

All documents come out at once, however deep they lie, so that one cap on their number and one
on their size hold for the file as a whole. One that cannot be had keeps no other out. A name in
a zip or a mail is a label, and never becomes a path.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...core import catalogue
from ...core.findings import Regel
from ...core.rounds import Herkomst
from .. import kinds
from ..cells import (
    OWN_MAIL,
    Attachment,
    Found,
    Letter,
    Message,
    Note,
    Refusal,
    damaged,
    keep_within,
    note,
    reason_for,
)
from ..limits import UNPACKED, Limits
from ..load import megabytes
from ..zip import Entry, walk_entries
from . import signed

_EVIDENCE = (
    kinds.PICTURE,
    kinds.PDF,
    kinds.WORD,
    kinds.WRITER,
    kinds.POWERPOINT,
    kinds.RTF,
)
_NO_ANSWERS = (*_EVIDENCE, kinds.CONTACT)
_HEAD = 4_000
_LONGEST_NAME = 255
_LONGEST_TEXT = 300


def open_carrier(data: bytes, limits: Limits) -> list[Found] | None:
    """The documents in a zip, a mail or a mailbox, in their order; None when it is none of them.

    What holds no answers by nature is the one document in itself. Raises Refusal, or whatever a
    reader raises, when not one document could be had.
    """
    unpacker = _Unpacker(limits)
    place = _Place(Herkomst(""))
    try:
        if not unpacker.open(data, place):
            kind = _no_answers(data, limits)
            evidence = kind if kind in _EVIDENCE else None
            return [Found(place.herkomst, data, evidence.soort)] if evidence else None
    except Exception as error:
        if not (unpacker.found or isinstance(error, _Full)):
            raise
        unpacker.found.append(Found(place.herkomst, _reason(error)))
    return unpacker.found


class _Full(Refusal):
    """A cap on the carrier as a whole is reached; nothing more is opened."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the carrier we are, and how many zips, mails and mailboxes are around it."""

    herkomst: Herkomst
    zips: int = 0
    mails: int = 0
    mailboxes: int = 0

    def inside(self, name: str) -> _Place:
        """A name too long for any file system keeps its end, with the kind of file."""
        if len(name) > _LONGEST_NAME:
            name = f"{name[: _LONGEST_NAME - 21]}…{name[-20:]}"
        return replace(self, herkomst=replace(self.herkomst, pad=(*self.herkomst.pad, name)))

    def written(self, moment: str) -> _Place:
        """The same, for a file that was last written then."""
        return replace(self, herkomst=replace(self.herkomst, op_schijf=moment))


class _Unpacker:
    """One carrier being opened: what was found, and how much more may come."""

    def __init__(self, limits: Limits) -> None:
        self.found: list[Found] = []
        self._limits = limits
        self._room = limits.total_bytes
        self._mails = 0

    def open(self, data: bytes, place: _Place) -> bool:
        """Open what may hold documents; False when it is nothing of the kind."""
        if data.startswith((kinds.ZIP_START, kinds.ZIP_EMPTY)):
            entries = _entries(data, self._limits)
            if entries is None or kinds.is_package({entry.name.lower() for entry in entries}):
                return False
            self._zip(entries, place)
        elif is_mailbox(data):
            self._mailbox(data, place)
        elif signed.is_envelope(data):
            self._envelope(signed.inside(data), place)
        elif letter := _letter(data, self._limits):
            self._mail(letter, place, data)
        else:
            return False
        return True

    def _envelope(self, content: bytes, place: _Place) -> None:
        """What was signed: a mail, or any file."""
        if content[:8].lower() != b"content-":
            self._document(content, place)
            return
        from .mail import read_entity

        self._mail(read_entity(content, self._limits), place)

    def _zip(self, entries: list[Entry], place: _Place) -> None:
        _go_in(place.zips, self._limits.zips, "zip-bestanden")
        if not entries:
            raise Refusal(catalogue.ZIP_LEEG)
        within = replace(place, zips=place.zips + 1)
        for entry in entries:
            here = within.inside(entry.name or "naamloos").written(entry.written)
            with self._apart(here):
                data = entry.content()
                kind = _no_answers(data, self._limits)
                self._document(data, here, kind.soort if kind in _EVIDENCE else "")

    def _mailbox(self, data: bytes, place: _Place) -> None:
        """Each mail in it, which has no name of its own."""
        _go_in(place.mailboxes, 1, "postvakken")
        within = replace(place, mailboxes=place.mailboxes + 1)
        for mail in split_mailbox(data, self._limits):
            with self._apart(within):
                letter = _letter(mail, self._limits)
                if letter is None:
                    raise damaged("een van de e-mails is niet te lezen")
                self._mail(letter, within, mail)

    def _mail(self, letter: Letter, place: _Place, raw: bytes = b"") -> None:
        """What a mail carries, and then what it says itself; `raw` is all of it, where known."""
        _go_in(place.mails, self._limits.mails, "e-mails")
        self._mails += 1
        herkomst = replace(
            place.herkomst,
            afzender=letter.sender[:_LONGEST_TEXT],
            verzonden=letter.sent,
            onderwerp=letter.subject[:_LONGEST_TEXT],
            bericht_id=letter.message_id[:_LONGEST_TEXT],
            brief=self._mails,
            op_schijf="",
        )
        within = replace(place, herkomst=herkomst, mails=place.mails + 1)
        if letter.message_id.startswith(OWN_MAIL):
            self._skip(within, "een e-mail die kaderxl heeft gemaakt")
            return
        count, pictures, before = 0, 0, len(self.found)
        for count, attachment in enumerate(letter.attachments, start=1):
            subject = attachment.content.subject if isinstance(attachment.content, Letter) else ""
            here = within.inside(attachment.name or subject or f"bijlage {count}")
            with self._apart(here):
                pictures += self._attachment(attachment, here)
        if pictures:
            wat = "plaatje" if pictures == 1 else "plaatjes"
            self._skip(within, f"{pictures} {wat} in de e-mail zelf")
        if count == pictures and letter.automatic:
            self._skip(within, "een automatisch bericht")
        elif count == pictures:
            self._leave_out(within, catalogue.MAIL_ZONDER_BIJLAGE)
        bare = all(isinstance(f.content, tuple) or f.soort for f in self.found[before:])
        self.found.append(Found(herkomst, self._message(letter, raw if bare else b"")))

    def _message(self, letter: Letter, raw: bytes) -> Message:
        from . import reports, words

        try:
            whole = letter.text()
        except MemoryError:
            raise
        except Exception:  # words that cannot be read keep no attachment out
            whole = ""
        text = words.own_words(whole, letter.subject)
        bounces = letter.bounces or reports.in_text(letter.sender, letter.subject, whole)
        if len(raw) > self._room:
            raw = b""
        self._room -= len(raw)
        automatic = letter.automatic or bool(bounces) or _is_absent(letter.subject)
        return Message(text, words.links_in(text), bounces, automatic, raw)

    def _attachment(self, attachment: Attachment, here: _Place) -> bool:
        """What came with a mail; whether it is no more than a picture in its text."""
        if attachment.content is None:
            raise Refusal(catalogue.BIJLAGE_ZONDER_INHOUD)
        if isinstance(attachment.content, Letter):
            self._mail(attachment.content, here)
            return False
        data = attachment.content()
        if attachment.inline and kinds.by_magic(data) is kinds.PICTURE:
            return True
        kind = _no_answers(data, self._limits)
        if kind is kinds.CONTACT:
            self._skip(here, kind.soort)
        else:
            self._document(data, here, kind.soort if kind else "")
        return False

    def _document(self, data: bytes, place: _Place, soort: str = "") -> None:
        """A document, or those in it; `soort` of one that holds no answers."""
        limits, too_much = self._limits, catalogue.TE_VEEL_INGEPAKT
        self._room -= len(data)
        if self._room < 0:
            raise _Full(too_much, grens=UNPACKED, maximum=megabytes(limits.total_bytes))
        if len(self.found) >= limits.parts:
            grens = "de grens voor het aantal bestanden"
            raise _Full(too_much, grens=grens, maximum=limits.parts)
        if soort or not self.open(data, place):
            self.found.append(Found(place.herkomst, data, soort))

    def _leave_out(self, place: _Place, regel: Regel, **velden: object) -> None:
        self.found.append(Found(place.herkomst, note(regel, **velden)))

    def _skip(self, place: _Place, soort: str) -> None:
        self._leave_out(place, catalogue.OVERGESLAGEN, soort=soort)

    @contextlib.contextmanager
    def _apart(self, place: _Place) -> Iterator[None]:
        """What goes wrong with one document is noted in its place."""
        try:
            yield
        except (_Full, MemoryError):
            raise
        except Exception as error:
            self.found.append(Found(place.herkomst, _reason(error)))


def _is_absent(subject: str) -> bool:
    """Whether this is an absence message by its subject, as programs translate it: a mail that
    Outlook saved may have lost the headers that say so."""
    return (
        re.match(
            r"\s*(?:automati(?:sch|c) (?:antwoord|reply)|afwezig(?:heid)?\b|out of office)",
            subject,
            re.I,
        )
        is not None
    )


def _go_in(around: int, maximum: int, soort: str) -> None:
    if around == maximum:
        raise Refusal(catalogue.TE_DIEP_INGEPAKT, aantal=maximum, soort=soort)


def _entries(data: bytes, limits: Limits) -> list[Entry] | None:
    """The files in a zip; None for one that reading will refuse."""
    with contextlib.suppress(Refusal):
        return [*walk_entries(data, limits)]
    return None


def _letter(data: bytes, limits: Limits) -> Letter | None:
    # Imported here: most runs meet no mail.
    if data.startswith(kinds.OLE):
        from .outlook import read_msg

        return read_msg(data)
    if kinds.is_mail(data):
        from .mail import read_mail

        return read_mail(data, limits)
    return None


def _no_answers(data: bytes, limits: Limits) -> kinds.Kind | None:
    """The kind of an attachment that cannot hold a sheet; what may hold one is read, or refused."""
    kind: kinds.Kind | str | None
    if data.startswith(kinds.OLE):
        kind = kinds.in_ole(data)
    elif data.startswith(kinds.ZIP_START):
        entries = _entries(data, limits) or ()
        kind = kinds.in_zip(
            {e.name.lower(): e.content() if e.name == "mimetype" else b"" for e in entries}
        )
    else:
        kind = kinds.by_magic(data) or kinds.by_text(data[:_HEAD].decode("latin-1"))
    return kind if isinstance(kind, kinds.Kind) and kind in _NO_ANSWERS else None


def _reason(error: Exception) -> Note:
    regel, velden = reason_for(error)
    locked = regel is catalogue.BESTAND_VERSLEUTELD
    return (catalogue.ZIP_VERSLEUTELD, {}) if locked else (regel, velden)


# The line before each mail: a sender, a moment. An empty line comes before it.
_START = re.compile(rb"(?:\A|(?<=\n)\r?\n)From [^\r\n]*\d\d:\d\d[^\r\n]*\r?\n")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def is_mailbox(data: bytes) -> bool:
    return data.startswith(b"From ") and _START.match(data) is not None


def split_mailbox(data: bytes, limits: Limits) -> list[bytes]:
    """The mails in it, each as it was before `From ` at the start of a line was quoted.

    Raises Refusal when there are more than may be opened.
    """
    starts = [match.span() for match in _START.finditer(data)]
    keep_within("de grens voor het aantal e-mails", len(starts), limits.parts)
    ends = [begin for begin, _ in starts[1:]] + [len(data)]
    mails = (data[begin:end] for (_, begin), end in zip(starts, ends, strict=True))
    # Looking for the words first costs far less than for the line they begin.
    return [_QUOTED.sub(rb"\1", mail) if b">From " in mail else mail for mail in mails]

"""What reading hands on: cells with their places, or the reason why there are none."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ..core.catalogue.files import BESTAND_BESCHADIGD, BESTAND_TE_GROOT, BESTAND_VERDACHT
from ..core.findings import Regel
from ..core.rounds import Bevinding, Herkomst

Value = (
    str
    | float
    | int
    | bool
    | datetime.datetime
    | datetime.date
    | datetime.time
    | datetime.timedelta
    | None
)
Place = tuple[int, int]
"""Zero-based (row, column) in the sheet."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What people see on the cells of a sheet, and no value says.

    `struck` are the cells with text that is struck through, be it in part; `shown` has what a
    number format makes of a value, where that is another one, or nothing; `links` the address
    behind a cell; `boxes` the text of what floats over the sheet, at the cell where it begins;
    `pictures` where one does, or is in the cell itself; `unseen` why a value is there and is not
    seen, in words about the cell.
    """

    struck: frozenset[Place] = frozenset()
    shown: Mapping[Place, str] = field(default_factory=dict)
    links: Mapping[Place, str] = field(default_factory=dict)
    boxes: Mapping[Place, str] = field(default_factory=dict)
    pictures: frozenset[Place] = frozenset()
    unseen: Mapping[Place, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: the rectangle that holds its values, and what stands beside them.

    `rows[0][0]` is the cell at zero-based row `top` and column `left`; all rows are equally
    long and an empty cell is None. A cell with an error value is None in `rows` and has its
    text ("#REF!") in `errors`. `formulas` names the cells that hold a formula and whether the
    file has its result. `comments` holds notes and threaded comments, without their authors.
    `merges` has the first and last cell of each merged range, `painted` the empty cells with a
    fill that speaks, `percents` the numbers that are shown as a percentage, a hundred times
    larger, `signs` all else that is seen. xlsb and csv tell nothing of all these. A `hidden` sheet
    is not seen in the program, or only by who asks for it.
    """

    name: str
    top: int
    left: int
    rows: list[list[Value]]
    errors: Mapping[Place, str] = field(default_factory=dict)
    formulas: Mapping[Place, bool] = field(default_factory=dict)
    comments: Mapping[Place, str] = field(default_factory=dict)
    merges: Sequence[tuple[Place, Place]] = ()
    painted: frozenset[Place] = frozenset()
    percents: frozenset[Place] = frozenset()
    signs: Signs = Signs()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read: hidden sheets too, in the order of the workbook.

    `format` is one of xlsx, xlsm, xls, ods, xlsb, csv. `modified` is the file's own
    last-saved stamp (ISO 8601, UTC), or "" when it has none. In a workbook `from_1904` a bare
    number that is a day counts from 1 January 1904; cells that are dates are right already.
    """

    sha256: str
    format: str
    sheets: tuple[Sheet, ...]
    modified: str = ""
    findings: tuple[Bevinding, ...] = ()
    from_1904: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not read; `sha256` is "" when its bytes could not be had."""

    sha256: str
    bevinding: Bevinding

    @property
    def reden(self) -> str:
        """Why, to go into a sentence of somebody else."""
        return self.bevinding.tekst.rstrip(".")


@dataclass(frozen=True, slots=True)
class Message:
    """What a mail says itself, beside the documents in it.

    `text` is what its sender wrote, without the mail it answers. `links` go to places where files
    are left: what such a place is called, and the address. `bounces` are
    the addresses that a mail server could not reach, and why. `raw` is the mail as it came, b""
    where it holds documents or its bytes cannot be had.
    """

    text: str = ""
    links: tuple[tuple[str, str], ...] = ()
    bounces: tuple[tuple[str, str], ...] = ()
    automatic: bool = False
    raw: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Member:
    """A document in a carrier: its bytes, or the finding why it is left out; or the mail itself.

    `soort` says of what holds no answers what it is, as people call it; "" for what may.
    """

    herkomst: Herkomst
    content: bytes | Bevinding | Message
    soort: str = ""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A carrier that was opened: what is in it, however deep, in its order."""

    sha256: str
    members: tuple[Member, ...]

    @property
    def documents(self) -> tuple[Member, ...]:
        """The members without the mails themselves."""
        return tuple(m for m in self.members if not isinstance(m.content, Message))


@lru_cache(maxsize=1024)
def column_name(col: int) -> str:
    """Zero-based column to letters: 0 -> "A", 27 -> "AB"."""
    letters = ""
    col += 1
    while col:
        col, rest = divmod(col - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """Capital letters to a zero-based column: "AB" -> 27."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1


def cell_name(row: int, col: int) -> str:
    """Zero-based row and column to the name people see: (6, 1) -> "B7"."""
    return f"{column_name(col)}{row + 1}"


def iso_utc(moment: datetime.datetime) -> str:
    """A moment as ISO 8601 in UTC; one without a zone is taken to be UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)
    return f"{aware.astimezone(datetime.UTC):%Y-%m-%dT%H:%M:%SZ}"


def filled(rows: Sequence[Sequence[Value]]) -> int:
    """How many cells have a value."""
    return sum(len(row) - row.count(None) for row in rows)


def area(rows: set[int], columns: set[int]) -> int:
    """How many cells there are from the first to the last of these rows and columns."""
    if not rows:
        return 0
    return (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1)


OWN_MAIL = "<kaderxl."
"""How the Message-ID of a mail begins that kaderxl made."""
Note = tuple[Regel, dict[str, str]]
"""A catalogue entry with its fields; the parent, who knows the file's name, makes the finding."""


class Refusal(Exception):
    """This file is not read; caught in the worker and made a `Refused` by the parent."""

    def __init__(self, regel: Regel, **velden: object) -> None:
        super().__init__(regel.code)
        self.note: Note = note(regel, **velden)


def note(regel: Regel, **velden: object) -> Note:
    return regel, {naam: str(waarde) for naam, waarde in velden.items()}


def reason_for(error: BaseException) -> Note:
    """Why a reader that raised this has read nothing."""
    if isinstance(error, Refusal):
        return error.note
    return damaged("de inhoud past niet bij het soort bestand").note


def damaged(reden: str) -> Refusal:
    """The file is not whole."""
    return Refusal(BESTAND_BESCHADIGD, reden=reden)


def suspect(reden: str) -> Refusal:
    """The file holds what no program writes, or what cannot be read for certain."""
    return Refusal(BESTAND_VERDACHT, reden=reden)


def keep_within(grens: str, count: int, maximum: int, said: Callable[[int], str] = str) -> None:
    """Raises Refusal for more than a cap allows; `said` puts the cap in words."""
    if count > maximum:
        raise Refusal(BESTAND_TE_GROOT, grens=grens, maximum=said(maximum))


@dataclass(frozen=True, slots=True)
class Result:
    """A file that was read; `format`, `modified` and `from_1904` as in Document."""

    format: str
    sheets: list[Sheet]
    modified: str = ""
    notes: list[Note] = field(default_factory=list)
    from_1904: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The same as Member inside the worker; its Herkomst has no `bestand` yet."""

    herkomst: Herkomst
    content: bytes | Note | Message
    soort: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail of any format. `sent` is ISO 8601 in UTC; each text is "" when it is not known.

    `attachments` may be walked once, and may raise Refusal on the way. `automatic` says that a
    program wrote the mail, such as an absence message or a report that a mail did not arrive.
    `text` gives all that it says, the mail it answers included.
    """

    sender: str
    sent: str
    subject: str
    message_id: str
    attachments: Iterable[Attachment]
    automatic: bool = False
    text: Callable[[], str] = str
    bounces: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """What a mail carries beside its text.

    `content` is a mail, or gives the bytes, or is None when the mail only refers to it.
    `inline` says that it may stand in the text, as the picture in a signature does.
    """

    name: str
    content: Letter | Callable[[], bytes] | None
    inline: bool = False

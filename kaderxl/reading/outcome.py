"""What the readers of each format hand to the worker: a result, or a refusal raised."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from ..core.catalogue.files import BESTAND_TE_GROOT
from ..core.findings import Regel
from ..core.rounds import Herkomst
from .cells import Sheet
from .limits import Limits

AREA = "de grens voor de omvang van de bladen"
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


def check_area(area: int, limits: Limits) -> None:
    """The rectangles of cells of all sheets together stay below their cap. Raises Refusal."""
    if area > limits.box:
        raise Refusal(BESTAND_TE_GROOT, grens=AREA, maximum=limits.box)


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
    """One document in a carrier, or why it is left out; its Herkomst has no `bestand` yet."""

    herkomst: Herkomst
    content: bytes | Note


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail of any format. `sent` is ISO 8601 in UTC; each text is "" when it is not known.

    `attachments` may be walked once, and may raise Refusal on the way. `automatic` says that a
    program wrote the mail, such as an absence message or a report that a mail did not arrive.
    """

    sender: str
    sent: str
    subject: str
    message_id: str
    attachments: Iterable[Attachment]
    automatic: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """What a mail carries beside its text.

    `content` is a mail, or gives the bytes, or is None when the mail only refers to it.
    `inline` says that it may stand in the text, as the picture in a signature does.
    """

    name: str
    content: Letter | Callable[[], bytes] | None
    inline: bool = False

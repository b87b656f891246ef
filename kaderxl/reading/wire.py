"""What goes over the pipe: length-prefixed frames.

A question is one frame: a verb of four letters, and the bytes of a file. An answer is one: a line
of JSON, and after it the bytes of the documents that were unpacked.

The parent takes nothing from a worker but text, numbers and dates in their places: an answer
of another shape raises ValueError, KeyError or TypeError here and counts as a dead worker.
"""

from __future__ import annotations

import datetime
import json
import struct
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import IO, Any, TypeVar

from ..core.catalogue import CATALOGUS
from ..core.rounds import Bevinding, Herkomst, Plek
from .cells import (
    Document,
    Found,
    Member,
    Message,
    Note,
    Place,
    Refused,
    Result,
    Sheet,
    Signs,
    Unpacked,
    Value,
)
from .papers import Paper, decode_paper

READ, TAKE, PRINT = b"read", b"take", b"prnt"
VERB = 4
_MEMBERS = b'{"members":'
_NO_SIGNS = Signs()
_LENGTH = struct.Struct(">Q")
_REGELS = {regel.code: regel for regel in CATALOGUS}
_T = TypeVar("_T", str, bool)


def send(stream: IO[bytes], *chunks: bytes) -> None:
    """Write one frame, of these chunks after one another."""
    stream.write(_LENGTH.pack(sum(map(len, chunks))))
    for chunk in chunks:
        stream.write(chunk)
    stream.flush()


def receive(stream: IO[bytes], maximum: int) -> bytes | None:
    """Read one frame; None at the end of the stream or for a frame above `maximum` bytes."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (size,) = _LENGTH.unpack(head)
    if size > maximum:
        return None
    payload = stream.read(size)
    return payload if len(payload) == size else None


def encode_refusal(note: Note) -> bytes:
    """Why a worker did not read a file, as JSON."""
    regel, velden = note
    return json.dumps({"refused": (regel.code, velden)}).encode()


def encode(result: Result) -> bytes:
    """What a worker has read, as JSON."""
    answer = {
        "format": result.format,
        "modified": result.modified,
        "from_1904": result.from_1904,
        "notes": [(regel.code, velden) for regel, velden in result.notes],
        "sheets": [_fields(sheet) for sheet in result.sheets],
    }
    return _ENCODER.encode(answer).encode()


def decode(payload: bytes, name: str, sha256: str) -> Document | Refused:
    """A worker's answer about the file `name`."""
    # A number that is none (NaN, Infinity) stays a word: nobody can count with it.
    answer = json.loads(payload, object_hook=_untag, parse_constant=str)
    if "refused" in answer:
        return Refused(sha256, _finding(answer["refused"], name))
    return Document(
        sha256,
        str(answer["format"]),
        tuple(_sheet(sheet) for sheet in answer["sheets"]),
        str(answer["modified"]),
        tuple(_finding(note, name) for note in answer["notes"]),
        bool(answer["from_1904"]),
    )


def decode_printed(payload: bytes, name: str, sha256: str) -> Paper | Refused:
    """A worker's answer about a file that was read as it is printed."""
    answer = json.loads(payload, parse_constant=str)
    if "refused" in answer:
        return Refused(sha256, _finding(answer["refused"], name))
    findings = (_finding(note, name) for note in answer["notes"])
    return decode_paper(answer, sha256, findings)


def encode_unpacked(found: list[Found]) -> list[bytes]:
    """What a worker has found in a carrier, as the chunks of a frame."""
    rows: list[tuple[Any, int, Any]] = []
    chunks: list[bytes] = []
    for document in found:
        h, content = document.herkomst, document.content
        about = (h.pad, h.brief, h.afzender, h.verzonden, h.onderwerp, h.bericht_id, h.op_schijf)
        if isinstance(content, bytes):
            chunks.append(content)
            rows.append((about, len(content), document.soort))
        elif isinstance(content, Message):
            chunks.append(content.raw)
            said: dict[str, Any] = {"links": content.links, "bounces": content.bounces}
            said |= {"text": content.text, "automatic": content.automatic}
            rows.append((about, len(content.raw), said))
        else:
            regel, velden = content
            rows.append((about, 0, (regel.code, velden)))
    return [json.dumps({"members": rows}).encode() + b"\n", *chunks]


def decode_taken(payload: bytes, name: str, sha256: str) -> Document | Unpacked | Refused:
    """A worker's answer about a file that may be a document or hold several."""
    if not payload.startswith(_MEMBERS):
        return decode(payload, name, sha256)
    head = payload.find(b"\n") + 1 or len(payload)
    rest = memoryview(payload)[head:]
    members: list[Member] = []
    for (pad, brief, *texts), size, said in json.loads(payload[:head])["members"]:
        sender, sent, subject, message_id, written = map(str, texts)
        way, mail = tuple(map(str, pad)), (sender, sent, subject, message_id)
        herkomst = Herkomst(name, way, *mail, brief=int(brief), op_schijf=written)
        if not 0 <= size <= len(rest):
            raise ValueError("fewer bytes than announced")
        data, rest = bytes(rest[:size]), rest[size:]
        if isinstance(said, str):
            members.append(Member(herkomst, data, said))
        elif isinstance(said, dict):
            members.append(Member(herkomst, _message(said, data)))
        else:
            members.append(Member(herkomst, _finding(said, herkomst.naam)))
    return Unpacked(sha256, tuple(members))


def _message(said: Any, raw: bytes) -> Message:
    links, bounces = (tuple((str(a), str(b)) for a, b in said[key]) for key in ("links", "bounces"))
    return Message(str(said["text"]), links, bounces, bool(said["automatic"]), raw)


def _sheet(sheet: Any) -> Sheet:
    name, top, left, rows, errors, formulas, comments, *seen = sheet
    merges, painted, percents, signs, hidden = seen
    if len(set(map(len, rows))) > 1:
        raise ValueError("rows of unequal length")
    return Sheet(
        str(name),
        int(top),
        int(left),
        rows,
        _unflat(errors, str),
        _unflat(formulas, bool),
        _unflat(comments, str),
        tuple((_place(*first), _place(*last)) for first, last in merges),
        _places(painted),
        _places(percents),
        _decode_signs(*signs) if signs else _NO_SIGNS,
        bool(hidden),
    )


def _fields(value: Sheet | Signs) -> list[object]:
    """The fields of a value in their order; no signs, as on most sheets, are nothing at all."""
    return [] if value == _NO_SIGNS else [_plain(getattr(value, f.name)) for f in fields(value)]


def _plain(part: Any) -> Any:
    """A field as JSON can have it: with a place for each mark, and no set."""
    if isinstance(part, Mapping):
        return [(*place, mark) for place, mark in part.items()]
    if isinstance(part, Signs):
        return _fields(part)
    return list(part) if isinstance(part, frozenset) else part


def _decode_signs(
    struck: Any, shown: Any, links: Any, boxes: Any, pictures: Any, unseen: Any
) -> Signs:
    texts = _unflat(shown, str), _unflat(links, str), _unflat(boxes, str)
    return Signs(_places(struck), *texts, _places(pictures), _unflat(unseen, str))


def _places(places: Any) -> frozenset[Place]:
    return frozenset(_place(*place) for place in places)


def _place(row: Any, column: Any) -> Place:
    return int(row), int(column)


def _unflat(flat: Any, type_: type[_T]) -> dict[Place, _T]:
    return {(int(row), int(col)): type_(mark) for row, col, mark in flat}


def _finding(pair: Any, name: str) -> Bevinding:
    code, velden = pair
    return _REGELS[code].bij(Plek(bestand=name), **velden)


def _tag(value: object) -> dict[str, str | float]:
    """The values JSON has no word for; a cell itself is never a dict."""
    if isinstance(value, datetime.date | datetime.time):
        return {type(value).__name__: value.isoformat()}
    if isinstance(value, datetime.timedelta):
        return {"timedelta": value / datetime.timedelta(microseconds=1)}
    raise TypeError(type(value).__name__)


_ENCODER = json.JSONEncoder(check_circular=False, default=_tag, separators=(",", ":"))
_UNTAG: dict[str, Callable[[Any], Value]] = {
    "date": datetime.date.fromisoformat,
    "datetime": datetime.datetime.fromisoformat,
    "time": datetime.time.fromisoformat,
    "timedelta": lambda microseconds: datetime.timedelta(microseconds=microseconds),
}


def _untag(tagged: dict[str, Any]) -> Any:
    if len(tagged) == 1:
        ((tag, value),) = tagged.items()
        if tag in _UNTAG:
            return _UNTAG[tag](value)
    return tagged

"""What people see on an xls sheet and xlrd does not tell: links, text boxes and pictures, and rows
and columns that are hidden.

Found by their records: [MS-XLS] 2.4.53 (ColInfo), 2.4.140 (HLink), 2.4.181 (Obj), 2.4.221 (Row),
2.4.329 (TxO), and the anchor of a drawing in [MS-XLS] 2.5.193, within a record of [MS-ODRAW].
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from types import MappingProxyType

from ..cells import Place, Signs
from .marks import MOST
from .unseen import Lines

_CONTINUE, _OBJECT, _DRAWING, _TEXT, _LINK = 0x003C, 0x005D, 0x00EC, 0x01B6, 0x01B8
_ROW, _COLUMNS = 0x0208, 0x007D
_ROW_HIDDEN, _COLUMN_HIDDEN = 0x20, 0x01
_NOTE, _PICTURE = 0x19, 0x08
_ANCHOR = b"\x00\x00\x10\xf0\x12\x00\x00\x00"
_ADDRESS = bytes.fromhex("e0c9ea79f9bace118c8200aa004ba90b")  # the class of a URL moniker


class Drawn:
    """The records of one sheet, one after another, and what they came to."""

    def __init__(self) -> None:
        self._links: dict[Place, str] = {}
        self._boxes: dict[Place, str] = {}
        self._pictures: set[Place] = set()
        self._at: Place = (0, 0)
        self._kind = 0
        self._left = 0  # characters of a text that are still to come
        self._rows: set[int] = set()
        self._columns: list[tuple[int, int]] = []

    @property
    def hidden(self) -> Lines:
        """The rows and columns that nobody sees."""
        return Lines(frozenset(self._rows), self._columns)

    def take(self, kind: int, body: bytes | bytearray) -> None:
        """A record; one that is cut off tells nothing. Never raises for what is in it."""
        if kind == _CONTINUE and self._left:
            self._more(body)
            return
        self._left = 0
        if kind == _DRAWING and (found := body.rfind(_ANCHOR)) >= 0:
            place = body[found + len(_ANCHOR) + 2 :][:6]
            if len(place) == 6:
                column, _, row = struct.unpack("<HHH", place)
                self._at = (row, column)
        elif kind == _OBJECT and len(body) >= 6:
            self._kind = struct.unpack_from("<H", body, 4)[0]
            if self._kind == _PICTURE:
                self._pictures.add(self._at)
        elif kind == _TEXT and len(body) >= 12 and self._kind != _NOTE:
            self._left = struct.unpack_from("<H", body, 10)[0]
        elif kind == _ROW and len(body) >= 16 and body[12] & _ROW_HIDDEN:
            self._rows.add(struct.unpack_from("<H", body)[0])
        elif kind == _COLUMNS and len(body) >= 10 and body[8] & _COLUMN_HIDDEN:
            first, last = struct.unpack_from("<HH", body)
            self._columns.append((first, last))
        elif kind == _LINK and len(body) >= 8 and len(self._links) < MOST:
            self._link(bytes(body))

    def _more(self, body: bytes | bytearray) -> None:
        wide = bool(body[:1] and body[0] & 1)
        text = bytes(body[1:]).decode("utf-16-le" if wide else "latin-1", "replace")[: self._left]
        self._left -= len(text) or self._left
        self._boxes[self._at] = self._boxes.get(self._at, "") + text

    def _link(self, body: bytes) -> None:
        found = body.find(_ADDRESS)
        if found < 0:
            return
        start = found + len(_ADDRESS) + 4
        size = int.from_bytes(body[start - 4 : start], "little")
        address = body[start : start + size].decode("utf-16-le", "replace").partition("\0")[0]
        top, _, left, _ = struct.unpack_from("<4H", body)
        self._links[top, left] = address

    def signs(
        self,
        struck: frozenset[Place],
        shown: Mapping[Place, str],
        not_seen: Mapping[Place, str] = MappingProxyType({}),
    ) -> Signs:
        """All of it, with what was found elsewhere."""
        boxes = {place: text.strip() for place, text in self._boxes.items() if text.strip()}
        return Signs(struck, shown, self._links, boxes, frozenset(self._pictures), not_seen)

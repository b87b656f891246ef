"""Outlook messages (MS-OXMSG) in OLE2 files (MS-CFB), written from their specifications."""

from __future__ import annotations

import datetime
import struct
from dataclasses import dataclass, field

Tree = dict[str, "bytes | Tree"]
"""Names to streams and folders."""

_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_EPOCH = datetime.datetime(1601, 1, 1, tzinfo=datetime.UTC)


@dataclass
class Msg:
    """A mail to write; an attachment is (name, bytes or mail or None for a link), a recipient
    an address and why it was not reached."""

    subject: str = "Invulblad"
    sender: str = "jan@woonborg.nl"
    sent: datetime.datetime | None = datetime.datetime(2026, 2, 3, 11, tzinfo=datetime.UTC)
    message_id: str = "<1@woonborg.nl>"
    attachments: list[tuple[str, bytes | Msg | None]] = field(default_factory=list)
    inline: set[str] = field(default_factory=set)
    ansi: bool = False
    body: str = ""
    message_class: str = ""
    recipients: list[tuple[str, str]] = field(default_factory=list)

    def written(self) -> bytes:
        return ole_file({**self._tree(32), "__nameid_version1.0": {}})

    def _tree(self, head: int) -> Tree:
        fixed: list[tuple[int, int, int]] = [(0x3FFD, 0x0003, 1252)]
        if self.sent:
            ticks = (self.sent - _EPOCH) // datetime.timedelta(microseconds=1) * 10
            fixed.append((0x0039, 0x0040, ticks))
        tree: Tree = {}
        texts = {0x0037: self.subject, 0x5D01: self.sender, 0x1035: self.message_id}
        texts |= {0x1000: self.body} if self.body else {}
        texts |= {0x001A: self.message_class} if self.message_class else {}
        for key, text in texts.items():
            tree |= self._text(key, text, fixed)
        for number, (address, why) in enumerate(self.recipients):
            own: list[tuple[int, int, int]] = []
            recipient = self._text(0x39FE, address, own) | self._text(0x0C1B, why, own)
            recipient["__properties_version1.0"] = properties(8, own)
            tree[f"__recip_version1.0_#{number:08X}"] = recipient
        stream = bytearray(properties(head, fixed))
        stream[20:24] = len(self.attachments).to_bytes(4, "little")
        tree["__properties_version1.0"] = bytes(stream)
        for number, (name, content) in enumerate(self.attachments):
            tree[f"__attach_version1.0_#{number:08X}"] = self._attachment(name, content)
        return tree

    def _attachment(self, name: str, content: bytes | Msg | None) -> Tree:
        fixed = [(0x3714, 0x0003, 4), (0x7FFE, 0x000B, 1)] if name in self.inline else []
        tree = self._text(0x3707, name, fixed)
        tree["__properties_version1.0"] = properties(8, fixed)
        if isinstance(content, Msg):
            tree["__substg1.0_3701000D"] = content._tree(24)
        elif content is not None:
            tree["__substg1.0_37010102"] = content
        return tree

    def _text(self, key: int, text: str, fixed: list[tuple[int, int, int]]) -> Tree:
        kind = 0x001E if self.ansi else 0x001F
        raw = text.encode("cp1252", "replace") if self.ansi else text.encode("utf-16-le")
        fixed.append((key, kind, len(raw) + (1 if self.ansi else 2)))
        return {f"__substg1.0_{key:04X}{kind:04X}": raw}


def properties(head: int, fixed: list[tuple[int, int, int]]) -> bytes:
    """A properties stream of (id, type, value)."""
    return bytes(head) + b"".join(
        struct.pack("<HHIQ", kind, key, 6, value) for key, kind, value in fixed
    )


def ole_file(tree: Tree) -> bytes:
    """An OLE2 file with this tree; streams below 4096 bytes share sectors, as the format asks."""
    entries: list[list[object]] = []  # name, kind, left, right, child, start, size
    big: list[tuple[int, bytes]] = []
    small = bytearray()
    small_next: list[int] = []

    def add(name: str, content: bytes | Tree) -> int:
        number = len(entries)
        entries.append([name, 1, _FREE, _FREE, _FREE, 0, 0])
        if isinstance(content, dict):
            entries[number][4] = add_all(content)
            return number
        entries[number][1] = 2
        entries[number][6] = len(content)
        if not content:
            entries[number][5] = _END
        elif len(content) < _CUTOFF:
            entries[number][5] = len(small_next)
            count = -(-len(content) // _MINI)
            small_next.extend([*range(len(small_next) + 1, len(small_next) + count), _END])
            small.extend(content.ljust(count * _MINI, b"\0"))
        else:
            big.append((number, content))
        return number

    def add_all(folder: Tree) -> int:
        """A balanced search tree of the folder; the number of its top."""
        names = sorted(folder, key=lambda name: (len(name), name.upper()))
        numbers = [add(name, folder[name]) for name in names]

        def top(low: int, high: int) -> int:
            if low >= high:
                return _FREE
            middle = (low + high) // 2
            entries[numbers[middle]][2:4] = [top(low, middle), top(middle + 1, high)]
            return numbers[middle]

        return top(0, len(numbers))

    entries.append(["Root Entry", 5, _FREE, _FREE, _FREE, _END, 0])
    entries[0][4] = add_all(tree)
    sectors: list[bytes] = []
    fat: list[int] = []

    def store(content: bytes) -> int:
        start, count = len(fat), -(-len(content) // _SECTOR)
        fat.extend([*range(start + 1, start + count), _END][:count])
        sectors.append(content.ljust(count * _SECTOR, b"\0"))
        return start if count else _END

    for number, content in big:
        entries[number][5] = store(content)
    entries[0][5:] = [store(bytes(small)), len(small)]
    mini_fat = struct.pack(f"<{len(small_next)}I", *small_next)
    mini_start = store(mini_fat.ljust(-(-len(mini_fat) // _SECTOR) * _SECTOR, b"\xff"))
    directory = b"".join(_entry(*entry) for entry in entries)
    directory_start = store(directory)
    fats = 1
    while fats * 128 < len(fat) + fats:
        fats += 1
    assert fats <= 109, "a longer list of sectors is not written"
    at = len(fat)
    fat += [_FAT] * fats + [_FREE] * (fats * 128 - at - fats)
    table = struct.pack(f"<{len(fat)}I", *fat)
    header = struct.pack(
        "<8s16x5H6x9I109I",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        *(0x3E, 3, 0xFFFE, 9, 6),
        *(0, fats, directory_start, 0, _CUTOFF, mini_start, -(-len(mini_fat) // _SECTOR)),
        *(_END, 0),
        *range(at, at + fats),
        *[_FREE] * (109 - fats),
    )
    return header + b"".join(sectors) + table


def _entry(name: object, kind: object, *rest: object) -> bytes:
    left, right, child, start, size = rest
    raw = (str(name) + "\0").encode("utf-16-le")
    return struct.pack("<64sHBB3I36xIQ", raw, len(raw), kind, 1, left, right, child, start, size)

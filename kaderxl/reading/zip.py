"""The zip guard: what a zipped workbook holds, unpacked under caps and checked.

Nothing a zip says about itself is believed before it was measured. What comes out is all that
later steps see; the file's own bytes go to no other zip reader.
"""

from __future__ import annotations

import contextlib
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache, partial

from ..core.catalogue.files import BESTAND_VERSLEUTELD
from .cells import Refusal, damaged, keep_within, suspect
from .limits import PARTS, UNPACKED, Limits
from .load import megabytes

_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
_LOCAL_HEADER = struct.Struct("<4s22xHH")
# How a zip is laid out: PKWARE's APPNOTE.TXT, 4.3.7, 4.3.12 and 4.3.16.
_ABOUT = struct.Struct("<HHHHHLLLHH")
_REST = struct.Struct("<HHHLL")
_END = struct.Struct("<4sHHHHLLH")
_CUT_OFF = "het einde ontbreekt, dus het is niet helemaal aangekomen"


def unpack(data: bytes, limits: Limits) -> dict[str, bytes]:
    """Entry name (lower case, forward slashes) to content. Raises Refusal.

    Every entry is inflated and its checksum compared, also those that nobody reads.
    """
    total = sum(entry.file_size for entry in _entries(data, limits))
    keep_within(UNPACKED, total, limits.total_bytes, megabytes)
    parts: dict[str, bytes] = {}
    for entry in walk_entries(data, limits):
        name = entry.name.lower()
        if name in parts:
            raise suspect("een onderdeel zit er twee keer in")
        parts[name] = entry.content()
    return parts


@dataclass(frozen=True, slots=True)
class Entry:
    """One file in a zip. `content` raises Refusal, and gives no more than one part may hold.

    `written` is when the file was, by the clock of where the zip was made; "" for unknown.
    """

    name: str
    content: Callable[[], bytes]
    written: str = ""


def walk_entries(data: bytes, limits: Limits) -> Iterator[Entry]:
    """The files in a zip in the order of their places, nothing inflated yet. Raises Refusal."""
    end = 0
    for entry in sorted(_entries(data, limits), key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            raise suspect("onderdelen overlappen elkaar")
        try:
            signature, name, extra = _LOCAL_HEADER.unpack_from(data, entry.header_offset)
        except struct.error:
            raise damaged(_CUT_OFF) from None
        if signature != b"PK\x03\x04":
            raise damaged("de inhoudsopgave klopt niet")
        start = entry.header_offset + _LOCAL_HEADER.size + name + extra
        end = start + entry.compress_size
        if end > len(data):
            raise damaged(_CUT_OFF)
        raw = memoryview(data)[start:end]
        yield Entry(_name(entry), partial(_inflate, entry, raw, limits), _written(entry))


def pack(parts: dict[str, bytes]) -> io.BytesIO:
    """A zip of these parts, not compressed: for a reader that takes nothing else."""
    stream, directory = io.BytesIO(), []
    for name, content in parts.items():
        # version, flags, method, time and date, then CRC, two equal sizes, length of the name
        about = _ABOUT.pack(20, 0, 0, 0, 33, zlib.crc32(content), *[len(content)] * 2, len(name), 0)
        directory += [b"PK\1\2\24\0", about, _REST.pack(0, 0, 0, 0, stream.tell()), name.encode()]
        stream.write(b"".join((b"PK\3\4", about, name.encode(), content)))
    start, listed = stream.tell(), b"".join(directory)
    stream.write(listed)
    stream.write(_END.pack(b"PK\5\6", 0, 0, len(parts), len(parts), len(listed), start, 0))
    stream.seek(0)
    return stream


@lru_cache(maxsize=1)  # a file is asked twice: is it a carrier, and what is in it
def _entries(data: bytes, limits: Limits) -> list[zipfile.ZipInfo]:
    # Counted before zipfile makes an object for each.
    keep_within(PARTS, data.count(b"PK\x01\x02"), limits.parts)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, struct.error, NotImplementedError):
        raise damaged(_CUT_OFF) from None
    # Not by `is_dir`, which asks for the last letter of a name that may have none.
    return [entry for entry in entries if not entry.filename.endswith("/")]


def _written(entry: zipfile.ZipInfo) -> str:
    """Programs that know no moment write the first one that a zip can hold."""
    with contextlib.suppress(ValueError):
        if entry.date_time > _FIRST_MOMENT:
            return datetime(*entry.date_time).isoformat()
    return ""


def _name(entry: zipfile.ZipInfo) -> str:
    """Its name with forward slashes. Some programs write UTF-8 and do not say so."""
    name = entry.filename
    if not entry.flag_bits & 0x800:
        with contextlib.suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")


def _inflate(entry: zipfile.ZipInfo, raw: memoryview, limits: Limits) -> bytes:
    """One entry's content; never more bytes than it announced, and never above the cap."""
    if entry.flag_bits & 1:
        raise Refusal(BESTAND_VERSLEUTELD)
    keep_within("de grens voor één onderdeel", entry.file_size, limits.part_bytes, megabytes)
    if entry.compress_type == zipfile.ZIP_STORED:
        content = bytes(raw)
    elif entry.compress_type == zipfile.ZIP_DEFLATED:
        try:
            content = zlib.decompressobj(-15).decompress(raw, entry.file_size + 1)
        except zlib.error:
            raise damaged("de inhoud is verminkt") from None
    else:
        raise suspect("het is op een andere manier ingepakt")
    if len(content) != entry.file_size or zlib.crc32(content) != entry.CRC:
        raise damaged("de inhoud is verminkt")
    return content

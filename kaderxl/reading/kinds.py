"""What a file is, by its content; its name proves nothing. Each thing that is no workbook has
its own sentence."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

_NEW_SHEET = "Vraag de partij haar antwoorden in het toegestuurde invulblad (.xlsx) te zetten."
_SAVE_AS = "Open het in een rekenprogramma, sla het op als .xlsx en neem dat bestand in."


@dataclass(frozen=True, slots=True)
class Kind:
    """A thing that is no workbook, as people call it, and what to do about it."""

    soort: str
    raad: str = _NEW_SHEET


WORD = Kind("een Word-document")
POWERPOINT = Kind("een PowerPoint-presentatie")
WRITER = Kind("een tekstdocument van LibreOffice")
ODF = Kind("een ander document van LibreOffice")
PDF = Kind("een pdf", "Vraag de partij om het ingevulde invulblad zelf (.xlsx), niet de afdruk.")
PICTURE = Kind(
    "een afbeelding", "Vraag de partij om het ingevulde invulblad zelf (.xlsx), niet een foto."
)
HTML = Kind("een webpagina (HTML), ook als de naam op .xls eindigt", _SAVE_AS)
NUMBERS = Kind(
    "een bestand van een Apple-programma, zoals Numbers",
    "Vraag de partij om in Numbers te kiezen: Archief, Exporteer naar, Excel.",
)
WEB_ARCHIVE = Kind("een webarchief (MHTML), ook als de naam op .xls eindigt", _SAVE_AS)
GNUMERIC = Kind("een bestand van Gnumeric", _SAVE_AS)
FLAT_ODS = Kind("een plat ODF-bestand (.fods)", _SAVE_AS)
EXCEL_2003 = Kind("een XML-bestand van Excel 2003", _SAVE_AS)
XML = Kind("een XML-bestand")
RTF = Kind("een tekstdocument (RTF)")
SHORTCUT = Kind(
    "een snelkoppeling, die alleen naar een bestand wijst",
    "Vraag de partij om het bestand zelf te sturen.",
)
MAIL = Kind("een e-mail", "Bewaar de bijlage uit de e-mail als bestand en neem die in.")
MAILBOX = Kind(
    "een postvak met e-mails (.mbox)", "Sla de e-mails los op, als .eml, en neem die in."
)
WINMAIL = Kind(
    "een winmail.dat, waarin Outlook de bijlagen heeft verpakt",
    "Vraag de afzender de e-mail opnieuw te sturen, in Outlook met Opmaak op HTML.",
)
CONTACT = Kind("een afspraak of visitekaartje")
ZIP = Kind("een zip-bestand zonder rekenblad", "Pak het uit en neem de invulbladen daarin in.")
PACKED = Kind("een ingepakt bestand", "Pak het uit en neem de invulbladen daarin in.")
TEXT = Kind("een tekstbestand zonder tabel")
UNKNOWN = Kind("een bestand van een soort die we niet kennen")

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP_START = b"PK\x03\x04"
ZIP_EMPTY = b"PK\x05\x06"

_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"\x89PNG\r\n\x1a\n", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"II*\0", PICTURE),
    (b"MM\0*", PICTURE),
    (b"L\0\0\0\x01\x14\x02\0", SHORTCUT),
    (b"{\\rtf", RTF),
    (b'x\x9f>"', WINMAIL),
    (ZIP_EMPTY, ZIP),
    (b"7z\xbc\xaf'\x1c", PACKED),
    (b"Rar!\x1a\x07", PACKED),
    (b"\x1f\x8b", PACKED),
    (b"BZh", PACKED),
    (b"\xfd7zXZ\0", PACKED),
)
_MAIL_NAMES = "(?:Received|Return-Path|Delivered-To|MIME-Version|Message-ID|From|Subject):"
# Each line matches in one way only; with two ways, thirty lines take a minute.
_MAIL_HEADER = re.compile(
    rf"(?:(?!{_MAIL_NAMES})[A-Za-z][A-Za-z0-9-]*+:[^\n]*+\n(?:[ \t][^\n]*+\n)*)*{_MAIL_NAMES}",
    re.I,
)
_MAILBOX_START = re.compile(r"From \S+ .*\d\d:\d\d")
_HEAD = 16_000  # trace headers come before the ones a mail is known by
_OLE_STREAMS: tuple[tuple[str, Kind | str], ...] = (
    ("EncryptedPackage", "versleuteld"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("WordDocument", WORD),
    ("PowerPoint Document", POWERPOINT),
    ("__properties_version1.0", MAIL),
)
_BEGINNINGS: tuple[tuple[tuple[str, ...], Kind], ...] = (
    (("[internetshortcut]", "[desktop entry]"), SHORTCUT),
    (("begin:vcalendar", "begin:vcard"), CONTACT),
    (("<svg",), PICTURE),
    (("<!doctype html", "<html", "<table", "<head", "<body", "<meta", "<!--"), HTML),
)
_IN_XML = (
    (r"office:spreadsheet:2003|microsoft-com:office:spreadsheet", EXCEL_2003),
    (r"opendocument\.spreadsheet", FLAT_ODS),
    (r"<svg", PICTURE),
    (r"<!doctype html|<html", HTML),
    (r"opendocument", ODF),
)
_PACKAGES = ("[content_types].xml", "mimetype", "xl/workbook.xml", "xl/workbook.bin")
_OF_NUMBERS = r"index\.zip\Z|(?s:index/.*\.iwa\Z)"
_ODF_TYPES = (("spreadsheet", "ods"), ("text", WRITER), ("presentation", POWERPOINT))


def by_magic(data: bytes) -> Kind | None:
    """A binary kind, by its first bytes."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return GNUMERIC if kind is PACKED and _is_gnumeric(data) else kind
    if b"%PDF-" in data[:1024]:
        return PDF
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return PICTURE
    if data[4:8] == b"ftyp" or (data[:2] == b"BM" and data[6:10] == b"\0\0\0\0"):
        return PICTURE
    return None


def _is_gnumeric(data: bytes) -> bool:
    """Whether a gzip begins as a workbook of Gnumeric does; no more of it is unpacked."""
    try:
        head = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data[:_HEAD], _HEAD)
    except zlib.error:
        return False
    return b"<gnm:Workbook" in head


def by_text(text: str) -> Kind | None:
    """A kind of text that is no table, by how it begins."""
    head = text[:4000].lstrip().lower()
    if re.match(r"<\?xml|<[a-z]+:", head):
        return next((kind for pattern, kind in _IN_XML if re.search(pattern, head)), XML)
    for beginnings, kind in _BEGINNINGS:
        if head.startswith(beginnings):
            return kind
    if _MAILBOX_START.match(text):
        return MAILBOX
    if not _MAIL_HEADER.match(text[:_HEAD].lstrip()):
        return None
    return WEB_ARCHIVE if "\nx-document-type: workbook" in head else MAIL


def is_mail(data: bytes) -> bool:
    """Whether this is a mail as it goes over the internet, whatever bytes its parts hold."""
    return by_text(data[:_HEAD].removeprefix(b"\xef\xbb\xbf").decode("latin-1")) is MAIL


def is_package(names: set[str]) -> bool:
    """Whether a zip with these parts (lower case) is one document, such as a workbook."""
    return not names.isdisjoint(_PACKAGES) or any(re.match(_OF_NUMBERS, name) for name in names)


def in_ole(data: bytes) -> Kind | str:
    """What an OLE2 file holds: "xls", "versleuteld", or a Kind.

    By the first name in its directory, whose entries lie at multiples of 128 bytes; a document
    within the document comes later.
    """
    first: dict[int, Kind | str] = {}
    for name, kind in _OLE_STREAMS:
        entry = (name + "\0").encode("utf-16-le")
        at = data.find(entry, 512)
        while at >= 0 and at % 128:
            at = data.find(entry, at + 1)
        if at >= 0:
            first[at] = kind
    return first[min(first)] if first else UNKNOWN


def in_zip(parts: dict[str, bytes]) -> Kind | str:
    """What a zip holds: "xlsx", "xlsb", "ods", or a Kind; by its parts, named in lower case."""
    declared = parts.get("mimetype", b"")[:200].decode("ascii", "replace")
    if "opendocument" in declared:
        return next((kind for word, kind in _ODF_TYPES if f".{word}" in declared), ODF)
    if "xl/workbook.bin" in parts:
        return "xlsb"
    for pattern, kind in (("word/", WORD), ("ppt/", POWERPOINT), (_OF_NUMBERS, NUMBERS)):
        if any(re.match(pattern, name) for name in parts):
            return kind
    is_xlsx = b"spreadsheetml" in parts.get("[content_types].xml", b"")
    return "xlsx" if is_xlsx or any(name.startswith("xl/") for name in parts) else ZIP

"""Text of anybody made safe: for a screen, a list, and the name of a file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

_LANGSTE_NAAM = 120
_MEESTE_BYTES = 190
# To Windows these are a device, with any extension, in any folder.
_APPARAAT = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.I)

# Soft hyphen, zero width space and non-joiner, directions, word joiner, byte order mark: whatever
# program it came through, nobody sees them. A joiner between two emoji makes one of them, and is.
_ONZICHTBAAR = "\u00ad\u034f\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_ONGEZIEN = re.compile(rf"[{_ONZICHTBAAR}]|(?<=\w)\u200d|\u200d(?=\w)|^\u200d|\u200d$")
_AAN_DE_RAND = "".join(
    map(
        chr,
        (
            *range(0x09, 0x0E),
            *range(0x1C, 0x21),
            *(0x85, 0xA0, 0xAD, 0x34F, 0x61C, 0x1680, 0x3000, 0xFEFF),
            *range(0x2000, 0x2010),
            *range(0x2028, 0x2030),
            *range(0x205F, 0x2070),
        ),
    )
)
"""White space, and all of these."""
_STREEPJES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")


def zonder_onzichtbaar(tekst: str) -> str:
    """A text without the signs that nobody sees, which are no difference between texts."""
    return tekst if tekst.isascii() else _ONGEZIEN.sub("", tekst)


def kaal(tekst: str) -> str:
    """A text without white space, and signs that nobody sees, at its ends."""
    return tekst.strip() if tekst.isascii() else tekst.strip(_AAN_DE_RAND)


AANWIJZER = "►"
"""What an input sheet shows before the code that is next."""


def als_code(tekst: str) -> str:
    """A code or a kenmerk as it is compared: in capitals, and whatever kind of dash is in it.

    Some programs keep what a cell shows, with the sign that points at the row that is next.
    """
    if tekst.isascii():
        return tekst.strip().upper()
    heel = unicodedata.normalize("NFKC", kaal(zonder_onzichtbaar(tekst)))
    heel = heel.removeprefix(AANWIJZER).lstrip()
    return _STREEPJES.sub("-", heel).upper()


def als_rijcode(tekst: str) -> str:
    """The code of a row of a template: with a dash where people put a point or a space."""
    return re.sub(r"[\s._/]+", "-", als_code(tekst))


# Where a cell of a csv can begin: by comma, semicolon or tab, and by the end of a line.
_CELBEGIN = re.compile(r"[,;\t\r\n]")
_CELBEGIN_MET = re.compile(r"([,;\t\r\n])'")
# What may stand before the sign of a formula, all of it at once; the ideographic signs are read as
# the plain ones.
_FORMULE = re.compile(r"(?:\A[\s\"',;]*|[\s\"',;]+)[=+\-@\uff1d\uff0b\uff0d\uff20]?")
_TEKENS = tuple("=+-@\uff1d\uff0b\uff0d\uff20")


def zonder_formule(tekst: str) -> str:
    """A spreadsheet program must not take a text in a csv for a formula, wherever it lets a cell
    begin: a Dutch one does at a semicolon, and then knows no quotes around it. `met_formule` gives
    every text back, one with apostrophes of its own too."""

    def guarded(found: re.Match[str]) -> str:
        run = found[0]
        if not run.endswith(_TEKENS):
            return run
        begin = "'" if found.start() == 0 else ""
        return begin + _CELBEGIN.sub(r"\g<0>'", run)

    return _FORMULE.sub(guarded, tekst)


def met_formule(tekst: str) -> str:
    """The text again as it was before `zonder_formule`."""

    def bare(found: re.Match[str]) -> str:
        run = found[0]
        if not run.endswith(_TEKENS):
            return run
        if found.start() == 0:
            run = run.removeprefix("'")
        return _CELBEGIN_MET.sub(r"\1", run)

    return _FORMULE.sub(bare, tekst)


# Controls, what turns the direction of a text around, ends of a line that are no end to most
# programs, halves of a sign, what XML has no place for, and letters that nobody is shown.
_STUURTEKENS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f\ud800-\udfff"
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)


def leesbaar(tekst: str) -> str:
    """A text for a file that others open: what steers a program or a screen is its code there."""
    return _STUURTEKENS.sub(lambda teken: f"\\u{ord(teken[0]):04x}", tekst)


def stuurteken(tekst: str) -> str:
    """The code of the first sign that `leesbaar` would show so; "" when there is none."""
    gevonden = _STUURTEKENS.search(tekst)
    return leesbaar(gevonden[0]) if gevonden else ""


def zichtbaar(tekst: str) -> str:
    """Text for screen and lists: control and direction characters, and ends of a line that are
    none to most programs, shown as their code."""
    return "".join(f"\\u{ord(teken):04x}" if _stuurt(teken) else teken for teken in tekst)


def _stuurt(teken: str) -> bool:
    soort = unicodedata.category(teken)
    return soort[0] == "C" or soort in ("Zl", "Zp")


def veilige_naam(naam: str) -> str:
    """A file name that is good on every system, and in the lists of an archive; never a path."""
    kaal = unicodedata.normalize("NFC", naam).replace("\\", "/").rsplit("/", 1)[-1]
    zonder_stuurtekens = "".join(t for t in kaal if unicodedata.category(t)[0] != "C")
    schoon = re.sub(r'[<>:;"|?*%]+', "_", zonder_stuurtekens).strip(" .")
    if _APPARAAT.fullmatch(schoon):
        schoon = f"_{schoon}"
    stam, punt, uitgang = schoon.rpartition(".")
    if punt and len(uitgang) <= 10:
        return f"{_ingekort(stam, len(uitgang))}.{uitgang}" if stam else uitgang
    return _ingekort(schoon) or "naamloos"


def eigen_namen(namen: Mapping[str, str]) -> dict[str, str]:
    """By code, what each of these names (by code) is called in the name of a file: each its own.

    Compared as Windows and macOS compare them: capitals and how an accent is written make no
    difference. Of two that would be one the later gets its code behind it. A stroke in a name is
    no folder.
    """
    gegeven: dict[str, str] = {}
    bezet: set[str] = set()
    for code, naam in namen.items():
        eigen = veilige_naam(re.sub(r"\s*[/\\]+\s*", "-", naam).strip("-"))
        if _zelfde_bestand(eigen) in bezet:
            eigen = f"{eigen[: _LANGSTE_NAAM // 2].rstrip(' .')} ({veilige_naam(code)})"
        while _zelfde_bestand(eigen) in bezet:
            eigen += "_"
        bezet.add(_zelfde_bestand(eigen))
        gegeven[code] = eigen
    return gegeven


def _zelfde_bestand(naam: str) -> str:
    """What two names have in common that a system takes for one file."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", naam).casefold())


def _ingekort(naam: str, minder: int = 0) -> str:
    """Short in characters, and in bytes: a file system counts those, and an emoji has four."""
    return naam[: _LANGSTE_NAAM - minder].encode()[:_MEESTE_BYTES].decode(errors="ignore")


def getrimd(waarde: object) -> str:
    """What TRIM makes of a cell: of all white space it takes away the plain space alone."""
    return "" if waarde is None else " ".join(filter(None, str(waarde).split(" ")))

"""One look at a sheet's XML before a reader gets it: what it holds, and whether that is bounded.

In a plain part one pattern finds every cell that a parser can find, and its address; all other
parts are written anew through expat first. A cell the pattern does not know is a reason to
refuse, never to skip, and the reader afterwards must find as many cells as were found here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..cells import Place, keep_within, suspect
from ..limits import AREA, CELLS, TEXT, Limits
from . import markup
from .marks import Merge, Styles, column_at, merges, place_of
from .unseen import Inks, Lines, hidden_lines

# The edges of a sheet: ECMA-376 part 1, 18.3.1.99 and Excel's own specification.
LAST_ROW = 1_048_575
LAST_COLUMN = 16_383

# A cell with nothing but a value, or a formula and its result, is told apart in one go; of any
# other, `_INNER` knows the parts. The last branch is for a cell in a form that is not known: no
# column. A cell ends where the next one begins, so that no text is gone over twice.
_CELL = re.compile(
    rb"""<c r="([A-Z]{1,3}+)([1-9][0-9]{0,6}+)"(?: s="([0-9]++)")?(?: t="([A-Za-z]++)")?"""
    rb"""(?:/>|>(?:(?:(<f>)[^<]*+</f>)?<v>([^<]*+)</v></c>|([^<]*+(?:<(?!/?c[\s/>])[^<]*+)*)</c>))"""
    rb"""|<c[\s/>]""",
    re.DOTALL,
)
_INNER = re.compile(
    rb"""\s*+(<f(?:\s[^<>]*)?(?:/>|>[^<]*</f>))?
    \s*+(<v(?:\s[^<>]*)?(?:/>|>([^<]*)</v>))?
    \s*+(<is>[^<]*+(?:<(?!/is>)[^<]*+)*</is>|<is\s*/>)?
    \s*+(?:<extLst\b.*</extLst>)?\s*+""",
    re.DOTALL | re.VERBOSE,
)
# A formula over several cells stands in the first of them; the others have a value alone.
_ARRAY = re.compile(
    rb"""<f\s[^<>]*?\bref="([A-Z]{1,3})([1-9][0-9]{0,6}):([A-Z]{1,3})([1-9][0-9]{0,6})\""""
)
_TEXT = re.compile(rb"<t(?:\s[^<>]*)?>([^<]*)</t>")
_STRUCK = re.compile(rb"""<strike\s*(?:/>|val="(?:1|true|on)")""")
_PHONETIC = re.compile(rb"<rPh\b[^<]*+(?:<(?!/rPh[\s>])[^<]*+)*(?:</rPh\s*+>|\Z)")
# White space as it may stand in a part: itself, as a reference, or in the _xHHHH_ way of OOXML.
_MAYBE_BLANK = b" \t\n\r\f\v&_"  # what it begins with, if it is not empty
_BLANK = re.compile(rb"(?:\s|&\#(?:0*(?:9|10|13|32)|x0*(?:9|[aAdD]|20));|_x00(?:09|0[aAdD]|20)_)*")


_NUMERIC = (b"", b"n")  # the kinds of a cell with a number
_Cell = tuple[bytes, bytes, bytes, bytes, bytes, bytes, bytes]


@dataclass(slots=True)
class Strings:
    """The shared strings: how long each is, which show nothing, which are struck through, and
    which are in white letters, be it in part."""

    lengths: list[int]
    blank: set[int]
    struck: frozenset[bytes] = frozenset()
    pale: frozenset[bytes] = frozenset()


@dataclass(slots=True)
class Scan:
    """What a sheet holds: `visible` counts the cells that show something, errors left out.

    `blank` counts the cells whose text is only white space, `box` is the zero-based (top,
    left, bottom, right) around all cells with content, `negative` has the numbers below zero,
    `painted` the empty cells in a style that speaks, `percents` those that are shown as a
    percentage, if they are numbers. `struck` are those with text that is struck through,
    `deceiving` those that may be shown as another value, with their format, and `pale` those in
    letters that do not stand out. `arrays` are the ranges that one formula fills, `hidden` has the
    rows and columns that are.
    """

    visible: int = 0
    blank: int = 0
    characters: int = 0
    box: tuple[int, int, int, int] | None = None
    errors: dict[Place, str] = field(default_factory=dict)
    formulas: dict[Place, bool] = field(default_factory=dict)
    negative: dict[Place, float] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    painted: list[Place] = field(default_factory=list)
    percents: list[Place] = field(default_factory=list)
    struck: list[Place] = field(default_factory=list)
    deceiving: dict[Place, str] = field(default_factory=dict)
    pale: list[Place] = field(default_factory=list)
    arrays: list[Merge] = field(default_factory=list)
    hidden: Lines = field(default_factory=Lines)

    @property
    def area(self) -> int:
        """Cells in the box."""
        if self.box is None:
            return 0
        top, left, bottom, right = self.box
        return (bottom - top + 1) * (right - left + 1)


def scan_strings(xml: bytes, inks: Inks) -> Strings:
    """Length, blankness and look of each shared string; `xml` is plain."""
    pieces = xml.split(b"</si>")
    pieces.pop()
    blank: set[int] = set()
    if re.search(rb"<t(?:\s[^<>]*)?(?:/>|>(?:\s|&|_x00|<))|<si>\s*</si>", xml):
        blank = {index for index, piece in enumerate(pieces) if is_blank(_shown(piece))}
    found = enumerate(pieces) if b"<strike" in xml else ()
    struck = frozenset(str(index).encode() for index, piece in found if _STRUCK.search(piece))
    found = enumerate(pieces) if b"<color" in xml else ()
    pale = frozenset(str(index).encode() for index, piece in found if inks.is_pale(piece))
    return Strings([len(piece) for piece in pieces], blank, struck, pale)


def scan_sheet(xml: bytes, strings: Strings, styles: Styles) -> tuple[bytes, Scan]:
    """The part as readers may have it, and what it holds. Raises Refusal."""
    scan = _scan(xml, strings, styles) if markup.is_plain(xml) else None
    if scan is None:
        xml = markup.rewritten(xml)
        scan = _scan(xml, strings, styles)
    if scan is None or xml.count(b"<sheetData") > 1:
        raise suspect("een cel heeft een onmogelijke plaats of vorm")
    scan.merges = merges(xml)
    scan.hidden = hidden_lines(xml)
    return xml, scan


def _scan(xml: bytes, strings: Strings, styles: Styles) -> Scan | None:
    """What the cells hold; None when one of them is in a form the patterns do not know."""
    scan = Scan()
    rows: set[bytes] = set()
    columns: set[bytes] = set()
    shared: list[bytes] = []
    others: list[_Cell] = []
    looks = any((styles.struck, strings.struck, styles.pale, strings.pale, styles.deceiving))
    for cell in _CELL.findall(xml):
        column, row, style, kind, formula, value, rest = cell
        if value and kind == b"s" and not formula:
            shared.append(value)
            if looks:
                _look_at_shared(scan, (column, row, style, value), strings, styles)
        elif value or formula or rest:
            others.append(cell)
        elif column:
            if style in styles.strong:
                scan.painted.append(place_of(row, column))
            continue
        else:
            return None
        rows.add(row)
        columns.add(column)
    if not _look_at(others, styles, scan, shared):
        return None
    _count_shared(scan, shared, strings)
    scan.box = _box(rows, columns)
    return scan


def _look_at_shared(
    scan: Scan, cell: tuple[bytes, bytes, bytes, bytes], strings: Strings, styles: Styles
) -> None:
    """Note how a text looks that stands among the shared ones."""
    column, row, style, value = cell
    if style in styles.struck or value in strings.struck:
        scan.struck.append(place_of(row, column))
    if style in styles.pale or (value in strings.pale and style not in styles.dark):
        scan.pale.append(place_of(row, column))
    if style in styles.deceiving:
        scan.deceiving[place_of(row, column)] = styles.deceiving[style]


def _look_at(cells: list[_Cell], styles: Styles, scan: Scan, shared: list[bytes]) -> bool:
    """Note what these cells hold; False when one is in a form the patterns do not know."""
    strong, percent, deceiving = styles.strong, styles.percent, styles.deceiving
    for column, row, style, kind, formula, value, rest in cells:
        shown: bytes = value
        if style in percent and kind in _NUMERIC:
            scan.percents.append(place_of(row, column))
        if style in deceiving:
            scan.deceiving[place_of(row, column)] = deceiving[style]
        if style in styles.struck or (rest and _STRUCK.search(rest)):
            scan.struck.append(place_of(row, column))
        on_light = rest and style not in styles.dark
        if style in styles.pale or (on_light and styles.inks.is_pale(rest)):
            scan.pale.append(place_of(row, column))
        if formula:
            scan.formulas[place_of(row, column)] = bool(value) or kind == b"str"
        if rest:
            match = _INNER.fullmatch(rest)
            if not match:
                return False
            inner, element, result, inline = match.groups()
            if inner:
                if b"ref=" in inner and b'"shared"' not in inner and (over := _ARRAY.match(inner)):
                    left, top, right, bottom = over.groups()
                    scan.arrays.append((place_of(top, left), place_of(bottom, right)))
                stored = bool(result or (element and kind == b"str"))
                scan.formulas[place_of(row, column)] = stored
            elif not (result or inline) and style in strong:
                scan.painted.append(place_of(row, column))
            shown = result or (_shown(inline) if inline else b"")
        if not shown:
            continue
        if kind == b"s":
            shared.append(shown)
        elif kind == b"e":
            scan.errors[place_of(row, column)] = shown.decode(errors="replace")
        else:
            _count(scan, shown)
            if shown[:1] == b"-" and not kind:
                scan.negative[place_of(row, column)] = _number(shown)
    return True


def _box(rows: set[bytes], columns: set[bytes]) -> tuple[int, int, int, int] | None:
    if not rows:
        return None
    numbers = [int(row) - 1 for row in rows]
    places = [*map(column_at, columns)]
    if max(numbers) > LAST_ROW or max(places) > LAST_COLUMN:
        raise suspect("een cel ligt buiten het blad")
    return min(numbers), min(places), max(numbers), max(places)


def check_total(scans: list[Scan], limits: Limits) -> None:
    """All sheets together stay below the caps. Raises Refusal."""
    keep_within(CELLS, sum(scan.visible for scan in scans), limits.cells)
    keep_within(AREA, sum(scan.area for scan in scans), limits.box)
    keep_within(TEXT, sum(scan.characters for scan in scans), limits.characters)


def is_blank(text: bytes) -> bool:
    """Whether a piece of XML text shows nothing."""
    return text[:1] in _MAYBE_BLANK and _BLANK.fullmatch(text) is not None


def _shown(item: bytes) -> bytes:
    """The text of a shared or inline string, without the reading aids of Asian scripts."""
    return b"".join(_TEXT.findall(_PHONETIC.sub(b"", item) if b"<rPh" in item else item))


def _count(scan: Scan, text: bytes) -> None:
    scan.characters += len(text)
    if is_blank(text):
        scan.blank += 1
    else:
        scan.visible += 1


def _count_shared(scan: Scan, references: list[bytes], strings: Strings) -> None:
    # Python takes ` 12 ` and `1_2` for a number; a reader takes them for the first text.
    known = not references or b"".join(references).isdigit()
    try:
        indexes = list(map(int, references)) if known else []
        scan.characters += sum(map(strings.lengths.__getitem__, indexes))
    except (ValueError, IndexError):
        known = False
    if not known:
        raise suspect("een cel verwijst naar tekst die er niet is")
    blank = sum(map(strings.blank.__contains__, indexes)) if strings.blank else 0
    scan.blank += blank
    scan.visible += len(indexes) - blank


def _number(text: bytes) -> float:
    try:
        return float(text)
    except ValueError:
        raise suspect("een cel met een getal bevat geen getal") from None

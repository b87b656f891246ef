"""Every colour and format: workbooks that look alike, speak Dutch and trust no text."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from html import escape
from itertools import starmap
from typing import Any, TypeGuard

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.packager import Packager
from xlsxwriter.utility import xl_col_to_name, xl_pixel_width
from xlsxwriter.worksheet import CellStringTuple, Worksheet

from . import labels as l
from .model import Beoordeling

LANGSTE_CEL = 32_767
_HALVE_CEL = LANGSTE_CEL // 2
_FUNCTIENAAM = re.compile(r"[A-Z][A-Z0-9.]*(?=\()")
_FUNCTIES = frozenset(
    "AND CHAR COUNTA COUNTIF COUNTIFS IF IFERROR INDEX INT ISLOGICAL ISNUMBER LEFT LOWER MATCH MAX "
    "MID NOT OR SEARCH SUM SUMPRODUCT TEXT TRIM".split()
)
"""Functions every version of every program knows."""
_HOOGSTE_RIJ = 409
_BREEDSTE_TEKEN = 17  # pixels, and the space before a word with it
_EERSTE_JAAR = 1900
_Attribuut = tuple[str, object]
_AFGEKAPT = " … [afgekapt; de hele tekst staat in het ingezonden bestand]"

DONKERGROEN = "#003D33"
LIJN = "#B6BDC4"
ZACHT_GRIJS = "#F3F4F6"
GRIJZE_TEKST = "#595959"
INVOER = "#FFF8DC"
INVOER_LIJN = "#9A7B00"
LET_OP_VULLING, LET_OP_TEKST = "#FDE3E3", "#8A0000"
FICTIEF_VULLING, FICTIEF_TEKST = "#6B2FA0", "#FFFFFF"


@dataclass(frozen=True, slots=True)
class Kleur:
    """Fill and text (contrast at least 4.5:1) and the symbol shown before the word."""

    vulling: str
    tekst: str
    symbool: str


# Distinguishable in the common forms of colour blindness (CAM02-UCS, Machado 2009)
KLEUREN: dict[str, Kleur] = {
    Beoordeling.GROEN: Kleur("#3DAA7D", "#000000", "●"),
    Beoordeling.ORANJE: Kleur("#FFB84D", "#000000", "▲"),
    Beoordeling.ROOD: Kleur("#D00000", "#FFFFFF", "■"),
    Beoordeling.AFGEROND: Kleur("#003D33", "#FFFFFF", "✔"),
    Beoordeling.NVT: Kleur("#C9CDD2", "#1F2933", "–"),
    l.NIET_INGEVULD: Kleur("#FFFFFF", "#595959", "…"),
    l.VERSCHIL: Kleur("#6B2FA0", "#FFFFFF", "≠"),
}


class _Verpakker(Packager):  # type: ignore[misc]
    """Adds the language of the document, which xlsxwriter has no option for."""

    def _create_package(self) -> Any:
        onderdelen = super()._create_package()
        slot = "</cp:coreProperties>"
        for stroom, naam, _ in onderdelen:
            if naam == "docProps/core.xml":
                tekst = stroom.getvalue().replace(slot, f"<dc:language>nl-NL</dc:language>{slot}")
                stroom.seek(0)
                stroom.write(tekst)
        return onderdelen


class _Blad(Worksheet):  # type: ignore[misc]
    """Rows that grow, and no more work than our own cells need.

    A row height marked as custom stays as it is when somebody types a longer text; without
    the mark it is where a program starts from.

    What xlsxwriter does for others, and not here: a hundred searches for newer functions in a
    formula; in a text cell, which is what nearly all are, looking whether its place is a name
    and its attributes need escaping; and going over all cells of a sheet twice, one by one.
    """

    def write_string(
        self, row: int, col: int, string: str, cell_format: Format | None = None
    ) -> int:
        if len(string) > _HALVE_CEL:  # whether it fits is reckoned in another kind of characters
            return int(self._write_string(row, col, string, cell_format))
        if self._check_dimensions(row, col):
            return -1
        number = self.str_table._get_shared_string_index(string)
        self.table[row][col] = CellStringTuple(number, cell_format)
        return 0

    def write_texts(self, row: int, texts: Sequence[str], formats: Iterable[Format]) -> None:
        """A whole row, from the first column, as `write_string` writes each of its cells."""
        if self._check_dimensions(row, 0) or self._check_dimensions(row, len(texts) - 1):
            return
        strings = self.str_table
        numbers = [strings.string_table.setdefault(t, len(strings.string_table)) for t in texts]
        strings.unique_count = len(strings.string_table)
        strings.count += len(texts)
        cells = starmap(CellStringTuple, zip(numbers, formats, strict=True))
        self.table[row].update(enumerate(cells))

    def _xml_start_tag_unencoded(self, tag: str, attributes: Iterable[_Attribuut] = ()) -> None:
        super()._xml_start_tag_unencoded(tag, _zonder_vaste_hoogte(attributes))

    def _xml_empty_tag_unencoded(self, tag: str, attributes: Iterable[_Attribuut] = ()) -> None:
        super()._xml_empty_tag_unencoded(tag, _zonder_vaste_hoogte(attributes))

    def _write_rows(self) -> None:
        letters = [xl_col_to_name(col) for col in range(self.dim_colmax + 1)]
        spans = self._spans()
        for row in range(self.dim_rowmin, self.dim_rowmax + 1):
            cells, info, span = self.table.get(row), self.row_info.get(row), spans.get(row // 16)
            if cells:
                self._write_row(row, span, info)
                write, row_name = self.fh.write, row + 1
                for col in sorted(cells):
                    cell = cells[col]
                    if type(cell) is CellStringTuple and cell[1]:
                        text, style = cell[0], cell[1]._get_xf_index()
                        write(
                            f'<c r="{letters[col]}{row_name}" s="{style}" t="s"><v>{text}</v></c>'
                        )
                    else:
                        self._write_cell(row, col, cell)
                self._xml_end_tag("row")
            elif info or row in self.comments:
                self._write_empty_row(row, span, info)

    def _spans(self) -> dict[int, str]:
        """The first and last column of each sixteen rows, from 1, where there are any."""
        spans: dict[int, str] = {}
        for block in range(self.dim_rowmin // 16, self.dim_rowmax // 16 + 1):
            rows = range(block * 16, block * 16 + 16)
            cols = [
                col
                for places in (self.table, self.comments)
                for row in rows
                for col in places.get(row, ())
            ]
            if cols:
                spans[block] = f"{min(cols) + 1}:{max(cols) + 1}"
        return spans

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        if formula.startswith("=") and _FUNCTIES.issuperset(_FUNCTIENAAM.findall(formula)):
            return formula[1:]
        return str(super()._prepare_formula(formula, expand_future_functions))


def _zonder_vaste_hoogte(attributen: Iterable[_Attribuut]) -> list[_Attribuut]:
    return [a for a in attributen if a[0] != "customHeight"]


class Werkboek(xlsxwriter.Workbook):  # type: ignore[misc]
    """A workbook in memory whose bytes depend on its contents alone.

    Text is always text: nothing a partij wrote becomes a formula, a link or a number.
    """

    worksheet_class = _Blad

    def __init__(self, titel: str, moment: date, maker: str = "") -> None:
        self.uitvoer = io.BytesIO()
        super().__init__(
            self.uitvoer,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        gemaakt = moment if isinstance(moment, datetime) else datetime.combine(moment, time(12))
        self.set_properties({"title": titel, "author": maker, "created": gemaakt})
        self._formaten: dict[tuple[tuple[str, object], ...], Format] = {}

    def _get_packager(self) -> Packager:
        return _Verpakker()

    def opmaak(self, **eigenschappen: object) -> Format:
        """The format with these properties; the same properties give the same format."""
        sleutel = tuple(sorted(eigenschappen.items()))
        if sleutel not in self._formaten:
            basis = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
            self._formaten[sleutel] = self.add_format(basis | dict(sleutel))
        return self._formaten[sleutel]

    def kop(self) -> Format:
        return self.opmaak(
            bold=True,
            text_wrap=True,
            bg_color=DONKERGROEN,
            font_color="#FFFFFF",
            border=1,
            border_color=LIJN,
        )

    def cel(self, **eigenschappen: object) -> Format:
        """A bordered, wrapping table cell."""
        return self.opmaak(
            **({"border": 1, "border_color": LIJN, "text_wrap": True} | eigenschappen)
        )

    def teksten(self) -> tuple[str, ...]:
        """Every text written so far, on whatever sheet."""
        return tuple(self.str_table.string_table)

    def bytes(self) -> bytes:
        """Close the workbook and give the file."""
        self.close()
        return self.uitvoer.getvalue()

    def kleur_woorden(self, blad: Worksheet, bereik: str, woorden: Iterable[str]) -> None:
        """Colour a range by the word in each cell, symbol included, live in every program."""
        eerste = bereik.split(":", maxsplit=1)[0].replace("$", "")
        for woord in woorden:
            kleur = KLEUREN[woord]
            blad.conditional_format(
                bereik,
                {
                    "type": "formula",
                    "criteria": f'=TRIM({eerste})="{woord}"',
                    "format": self._voorwaardelijk(
                        bg_color=kleur.vulling,
                        font_color=kleur.tekst,
                        num_format=f'"{kleur.symbool} "@',
                    ),
                },
            )

    def kleur_woorden_licht(self, blad: Worksheet, bereik: str, woord: str) -> None:
        """Green text for the word that says a row is done."""
        eerste = bereik.split(":", maxsplit=1)[0]
        opmaak = self._voorwaardelijk(font_color="#1B6B4A", bold=True)
        blad.conditional_format(
            bereik, {"type": "formula", "criteria": f'={eerste}="{woord}"', "format": opmaak}
        )

    def waarschuw(self, blad: Worksheet, bereik: str, formule: str) -> None:
        """Mark the cells of a range for which `formule` is true."""
        blad.conditional_format(
            bereik,
            {
                "type": "formula",
                "criteria": formule,
                "format": self._voorwaardelijk(bg_color=LET_OP_VULLING, font_color=LET_OP_TEKST),
            },
        )

    def _voorwaardelijk(self, **eigenschappen: object) -> Format:
        sleutel = (("voorwaardelijk", True), *sorted(eigenschappen.items()))
        if sleutel not in self._formaten:
            self._formaten[sleutel] = self.add_format(eigenschappen)
        return self._formaten[sleutel]


def schrijf(blad: Worksheet, rij: int, kolom: int, waarde: object, opmaak: Format) -> None:
    """Write a value as what it is: a number, a date, a yes/no in words, else text."""
    if type(waarde) is str and waarde and len(waarde) <= LANGSTE_CEL:
        blad.write_string(rij, kolom, _letterlijk(waarde), opmaak)
    elif waarde is None or waarde == "":
        blad.write_blank(rij, kolom, None, opmaak)
    elif isinstance(waarde, bool):
        blad.write_string(rij, kolom, "Ja" if waarde else "Nee", opmaak)
    elif isinstance(waarde, (int, float)) and math.isfinite(waarde):
        blad.write_number(rij, kolom, _precies(waarde), opmaak)
    elif isinstance(waarde, date) and waarde.year >= _EERSTE_JAAR:
        blad.write_datetime(rij, kolom, waarde, opmaak)
    else:
        blad.write_string(rij, kolom, _letterlijk(passend(str(waarde))), opmaak)


def schrijf_rij(
    blad: Worksheet, rij: int, waarden: Sequence[object], opmaken: Sequence[Format]
) -> bool:
    """Write a row of nothing but texts at once; False when it holds anything else."""
    if not _zijn_teksten(waarden) or not all(waarden):
        return False
    if max(map(len, waarden)) > _HALVE_CEL or "<r>" in "".join(waarden):
        return False
    blad.write_texts(rij, waarden, opmaken)
    return True


def _zijn_teksten(waarden: Sequence[object]) -> TypeGuard[Sequence[str]]:
    return {*map(type, waarden)} == {str}


class _Voluit(float):
    """A number that is written with all its digits, whatever is asked."""

    def __format__(self, vorm: str) -> str:
        del vorm
        return repr(float(self))


def _precies(getal: float) -> float:
    """A number so that xlsxwriter, which gives sixteen digits, keeps one that has seventeen."""
    return getal if float(f"{getal:.16G}") == getal else _Voluit(getal)


def _letterlijk(tekst: str) -> str:
    """A text between `<r>` and `</r>` is markup to xlsxwriter, unless it is marked up itself."""
    if tekst[:3] == "<r>" and tekst.endswith("</r>"):
        return f'<r><t xml:space="preserve">{escape(tekst, quote=False)}</t></r>'
    return tekst


def passend(tekst: str) -> str:
    """A text that fits a cell; what had to go is said."""
    if len(tekst) <= LANGSTE_CEL:
        return tekst
    return tekst[: LANGSTE_CEL - len(_AFGEKAPT)] + _AFGEKAPT


def hoogte(teksten: Iterable[tuple[str, float]], minimum: float = 15) -> float:
    """Points a row needs to show each text in a column of that width, wrapped by words.

    Never more than a row may have.
    """
    nodig = max((15.0 * _aantal_regels(t, breedte) for t, breedte in teksten), default=minimum)
    return min(nodig, _HOOGSTE_RIJ)


def _aantal_regels(tekst: str, breedte: float) -> int:
    ruimte = breedte * 7
    if len(tekst) * _BREEDSTE_TEKEN <= ruimte and "\n" not in tekst:
        return 1
    regels = 0
    for alinea in tekst.split("\n"):
        regels += 1
        gebruikt = 0
        for woord in alinea.split(" "):
            nodig = _woordbreedte(woord)
            if gebruikt and gebruikt + nodig > ruimte:
                regels += 1
                gebruikt = 0
            gebruikt += nodig
            regels += gebruikt // int(ruimte + 1)
            gebruikt %= int(ruimte + 1)
    return regels


@lru_cache(maxsize=4096)
def _woordbreedte(woord: str) -> int:
    return int(xl_pixel_width(woord) * 1.03) + 3


def druk_af_op_a4(blad: Worksheet, *, herhaal: int | None = None, liggend: bool = True) -> None:
    """One page wide, narrow margins, the header row repeated, pages numbered."""
    blad.set_paper(9)
    if liggend:
        blad.set_landscape()
    blad.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    blad.fit_to_pages(1, 0)
    blad.set_footer("&L&A&RBladzijde &P van &N")
    if herhaal is not None:
        blad.repeat_rows(herhaal)


def zet_fictief(werkboek: Werkboek, blad: Worksheet, rij: int) -> None:
    """The line that says that what follows was made up."""
    opmaak = werkboek.opmaak(bold=True, bg_color=FICTIEF_VULLING, font_color=FICTIEF_TEKST)
    blad.set_row(rij, 18, opmaak)
    blad.write_string(rij, 0, l.FICTIEF, opmaak)

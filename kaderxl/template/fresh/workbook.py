"""The workbook of a new template: every sheet that the commands read, with what is known in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from xlsxwriter.utility import xl_col_to_name, xl_range, xl_range_abs
from xlsxwriter.worksheet import Worksheet

from ...core import labels as l
from ...core.settings import Instelling, Nodig, tabel_van
from ...core.values import Waarde
from ...writing.colours import DONKERGROEN, GRIJZE_TEKST, INVOER
from ...writing.measures import A4_STAAND, druk_af_op_a4, hoogte
from ...writing.workbook import Werkboek
from ...writing.worksheet import schrijf
from ..example_rows import is_voorbeeld
from ..meanings import GROWING, LISTS, LONGEST_TITLE, OPEN, message
from .agreement import Found, NewTemplate, Row
from .examples import example_rows
from .standard import RULES, light, lists, planning, readme, rondes

_ROWS, _LIST = 300, 60
"""How far the lists to choose from reach, on a sheet and on Lijsten."""
_WIDTHS = {
    "Afspraak": 44, "Indicator": 36, "Actiehouder": 26, "omschrijving": 40, "indicator": 36,
    "vraag": 60, "tekst": 60, "naam": 34, "e-mail": 34, "groep": 24, "doel": 50, "waarde": 40,
    "genodigden": 34, "opmerking": 36, "toelichting": 60, "betekenis": 40, "activiteiten": 50,
    "soort": 22, "Thema": 18, "leestekst": 36, "onderwerp": 40, "instelling": 30,
}  # fmt: skip
_WIDTH = 14
COLUMNS: Mapping[str, tuple[str, ...]] = {
    l.MONITORINGSTABEL: (
        "Thema", "Afspraak", "Indicator", "Jaar", "Actiehouder", "soort", "combineren", "trekker",
        "status", "opmerking", "code", "vervangt", l.LANDELIJK, "leestekst", "lezing",
    ),
    l.MEETWAARDEN: (
        "indicator", "omschrijving", "soort", "eenheid", "combineren", "telt als", "over de jaren",
        "verplicht", "gevraagd aan", "code", "vervangt", l.LANDELIJK, "lezing",
    ),
    l.DOELEN: (
        "indicator", "t/m jaar", "minimum", "maximum", "telling", "omschrijving", "partij",
        "meetwaarde", "meter", "bron", "lezing",
    ),
    l.PARTIJEN: l.SJABLOON_KOLOMMEN[l.PARTIJEN],
    l.INSTELLINGEN: l.SJABLOON_KOLOMMEN[l.INSTELLINGEN],
    l.RONDES: l.SJABLOON_KOLOMMEN[l.RONDES],
    l.PLANNING: l.SJABLOON_KOLOMMEN[l.PLANNING],
    l.VRAGEN: l.SJABLOON_KOLOMMEN[l.VRAGEN],
    l.REGELS: l.SJABLOON_KOLOMMEN[l.REGELS],
    l.BEGINSTAND: l.SJABLOON_KOLOMMEN[l.BEGINSTAND],
    l.JAARPROGRAMMA: l.SJABLOON_KOLOMMEN[l.JAARPROGRAMMA],
    l.NORMEN: l.SJABLOON_KOLOMMEN[l.NORMEN],
    l.LOPEND: l.SJABLOON_KOLOMMEN[l.LOPEND],
    l.MAILTEKSTEN: l.SJABLOON_KOLOMMEN[l.MAILTEKSTEN],
}  # fmt: skip
"""The sheets in their order, each with its columns; those for a reading of a printed text last."""


_WELKE_GROEP = "bij welke groep deze partij hoort, weten we niet. Kies of schrijf de groep."


def write_template(new: NewTemplate) -> bytes:
    """The template as a workbook; the same agreement gives the same bytes."""
    book = Werkboek(f"Sjabloon {new.kader}", date(new.van, 1, 1))
    _readme(book, new)
    rows = {**_standard(new), **(new.rows or example_rows(new))}
    for name, columns in COLUMNS.items():
        _Sheet(book, name, columns).write(rows.get(name, ()))
    _lists(book, new)
    return book.bytes()


def _standard(new: NewTemplate) -> Mapping[str, Sequence[Row]]:
    """What stands in a new template whatever is known of the agreement."""
    return {
        l.PARTIJEN: [
            {
                "code": p.code,
                "naam": p.naam,
                "groep": p.groep or Found(None, doubt=_WELKE_GROEP),
                "e-mail": p.email,
                "actief van": p.actief_van,
                "actief t/m": p.actief_tm,
                "vervangt": ", ".join(p.vervangt),
            }
            for p in new.partijen
        ],
        l.INSTELLINGEN: _settings(new),
        l.RONDES: rondes(),
        l.PLANNING: planning(new),
        l.REGELS: RULES,
    }


_NEEDED = {
    Nodig.NERGENS: "",
    Nodig.ALLES: " Altijd nodig.",
    Nodig.ARCHIEF: " Nodig voor kaderxl archive; alleen de gemeente beslist dit.",
    Nodig.VERSTUREN: " Alleen nodig voor kaderxl mail --send.",
}


_PROPOSED = {"stemmen": "nee", "geen bod": "nee"}
"""What few agreements have: left out until somebody says that this one has it."""


def _about(setting: Instelling) -> str:
    """What a setting is for, when it is needed, and whether its value is a proposal."""
    uitleg, later = setting.uitleg, ""
    if proposed := _PROPOSED.get(setting.naam):
        uitleg = uitleg.removesuffix("; leeg: ja")
        later = f" Voorstel: {proposed}; staat het in uw overeenkomst, kies dan ja."
    return f"{uitleg[:1].upper()}{uitleg[1:]}.{_NEEDED[setting.nodig]}{later}"


def _settings(new: NewTemplate) -> list[Row]:
    """Every setting there is, with what it is for; filled in as far as it is known."""
    known: dict[str, Waarde | Found] = {
        "gemeente": new.gemeente,
        "kader": new.kader,
        "kenmerk": new.kenmerk,
        "looptijd van": new.van,
        "looptijd t/m": new.tm,
        "versie": 1,
        **_PROPOSED,
        **new.settings,
    }
    return [
        {
            "instelling": i.naam,
            "waarde": known.get(i.naam),
            "toelichting": _about(i),
        }
        for i in tabel_van()
    ]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One sheet with a table: its header, its rows, and what each cell says of itself."""

    book: Werkboek
    name: str
    columns: tuple[str, ...]

    def write(self, rows: Sequence[Row]) -> None:
        sheet = self.book.add_worksheet(self.name)
        for column, header in enumerate(self.columns):
            sheet.set_column(column, column, _WIDTHS.get(header, _WIDTH))
            sheet.write_string(0, column, header, self.book.kop())
            self._explain(sheet, column, header)
        for number, row in enumerate(rows, 1):
            self._row(sheet, number, row)
        sheet.freeze_panes(1, 3 if self.name == l.MONITORINGSTABEL else 1)
        druk_af_op_a4(sheet, herhaal=0)
        self._mark_readings(sheet)

    def _row(self, sheet: Worksheet, number: int, row: Row) -> None:
        cells = [_found(row.get(header)) for header in self.columns]
        example = is_voorbeeld(cell.value for cell in cells)
        look = {"italic": True, "font_color": GRIJZE_TEKST} if example else {}
        widths = (_WIDTHS.get(header, _WIDTH) for header in self.columns)
        texts = (str(cell.value or "") for cell in cells)
        sheet.set_row(number, hoogte(zip(texts, widths, strict=True)))
        for column, cell in enumerate(cells):
            doubted = {"bg_color": INVOER, "italic": True} if cell.doubt else {}
            schrijf(sheet, number, column, cell.value, self.book.cel(**(look | doubted)))
            if note := _note(cell):
                sheet.write_comment(number, column, note, {"x_scale": 2, "y_scale": 1.5})

    def _explain(self, sheet: Worksheet, column: int, header: str) -> None:
        """The list of a column and what it means, in the cells where one chooses."""
        listed, said = LISTS.get((self.name, header)), message(self.name, header)
        if not (listed or said):
            return
        options: dict[str, object] = {"validate": "any"}
        if listed:
            options = {"validate": "list", "source": f"={listed}", **_refusal(listed)}
        if said:
            options |= {"input_title": header[:LONGEST_TITLE], "input_message": said}
        sheet.data_validation(1, column, _ROWS, column, options)

    def _mark_readings(self, sheet: Worksheet) -> None:
        """What is a voorstel looks like one, as long as it is."""
        if "lezing" not in self.columns:
            return
        last = len(self.columns) - 1
        column = xl_col_to_name(self.columns.index("lezing"))
        look = self.book.add_format({"italic": True, "bg_color": INVOER})
        rule = {"type": "formula", "criteria": f'=${column}2="voorstel"', "format": look}
        sheet.conditional_format(xl_range(1, 0, _ROWS, last), rule)


def _refusal(listed: str) -> dict[str, object]:
    """What is said of another word than those of the list."""
    if listed in OPEN:
        return {
            "error_type": "warning",
            "error_title": "Staat niet in de lijst",
            "error_message": "Dit staat nog niet in de lijst. Kies Ja om het toch zo te schrijven.",
        }
    return {
        "error_title": "Kies uit de lijst",
        "error_message": "Kies een waarde uit de lijst. De keuzes staan op het blad Lijsten.",
    }


def _found(cell: Waarde | Found) -> Found:
    return cell if isinstance(cell, Found) else Found(cell)


def _note(cell: Found) -> str:
    lines = [f"Bron: {cell.source}"] if cell.source else []
    return "\n".join([*lines, *([f"Kijk dit na: {cell.doubt}"] if cell.doubt else [])])


def _lists(book: Werkboek, new: NewTemplate) -> None:
    """The traffic light, then a column for each list of words, each under its name."""
    rows = light()
    headers = list(dict.fromkeys(header for row in rows for header in row))
    sheet = book.add_worksheet(l.LIJSTEN)
    for column, header in enumerate(headers):
        sheet.write_string(0, column, header, book.kop())
        sheet.set_column(column, column, _WIDTHS.get(header, _WIDTH))
        for number, row in enumerate(rows, 1):
            value = row.get(header)
            assert not isinstance(value, Found), "nobody found what kaderxl proposes"
            schrijf(sheet, number, column, value, book.cel())
    for column, (name, (header, words)) in enumerate(lists(new).items(), len(headers) + 1):
        sheet.write_string(0, column, header, book.kop())
        sheet.set_column(column, column, 20)
        for number, word in enumerate(words, 1):
            sheet.write_string(number, column, word, book.cel())
        book.define_name(name, f"={_range(name, column, len(words))}")
    table, partijen = COLUMNS[l.MONITORINGSTABEL], COLUMNS[l.PARTIJEN]
    for name, on, column in (
        ("Keuze_indicator", l.MONITORINGSTABEL, table.index("Indicator")),
        ("Keuze_partij", l.PARTIJEN, partijen.index("naam")),
    ):
        book.define_name(name, f"={on}!{xl_range_abs(1, column, _ROWS, column)}")
    sheet.freeze_panes(1, 1)
    druk_af_op_a4(sheet, herhaal=0)


def _range(name: str, column: int, words: int) -> str:
    """Where the words of a list stand; of one that grows as far as it is filled."""
    if name not in GROWING:
        return f"{l.LIJSTEN}!{xl_range_abs(1, column, words, column)}"
    whole = f"{l.LIJSTEN}!{xl_range_abs(1, column, _LIST, column)}"
    first = f"{l.LIJSTEN}!{xl_range_abs(1, column, 1, column).partition(':')[0]}"
    return f"{first}:INDEX({whole},MAX(1,COUNTA({whole})))"


def _readme(book: Werkboek, new: NewTemplate) -> None:
    looks = {
        "titel": {"bold": True, "font_size": 16, "font_color": DONKERGROEN},
        "kop": {"bold": True, "font_color": DONKERGROEN},
    }
    sheet = book.add_worksheet(l.LEESMIJ)
    sheet.set_column(0, 0, A4_STAAND)
    sheet.hide_gridlines(2)
    for number, (kind, text) in enumerate(readme(new)):
        look = looks.get(kind, {})
        sheet.write_string(number, 0, text, book.opmaak(text_wrap=True, **look))
        sheet.set_row(number, 24 if kind == "titel" else hoogte([(text, A4_STAAND)]))
    druk_af_op_a4(sheet, liggend=False)

"""The lists that people choose from in a workbook, each once, on a hidden sheet.

Excel takes "groen" for Groen where the words stand in cells, and not where they stand in the list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from .addresses import column_letters

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet


SHEET = "_keuzes"


class Choices:
    """A column of the hidden sheet for each list of words."""

    def __init__(self) -> None:
        self._columns: dict[tuple[str, ...], int] = {}

    def in_cells(self, options: Mapping[str, object]) -> dict[str, object]:
        """What is asked of a cell, with the words of its list in cells."""
        words = options.get("source")
        if options.get("validate") != "list" or not isinstance(words, list):
            return dict(options)
        return {**options, "source": f"={self.place(words)}"}

    def place(self, words: Sequence[object]) -> str:
        """The cells with these words, as a formula has them."""
        column = self._columns.setdefault(tuple(map(str, words)), len(self._columns))
        letter = column_letters(column)
        return f"{SHEET}!${letter}$1:${letter}${max(len(words), 1)}"

    def words(self) -> Iterator[str]:
        for words in self._columns:
            yield from words

    def write(self, sheet: Worksheet) -> None:
        sheet.hide()
        for words, column in self._columns.items():
            for row, word in enumerate(words):
                sheet.write_string(row, column, word)

    def __bool__(self) -> bool:
        return bool(self._columns)

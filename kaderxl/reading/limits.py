"""The caps a foreign file is read under."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Setting:
    """A cap that an officer may set in the template: its name there, in words, and its range."""

    name: str
    field: str
    lowest: int
    highest: int
    unit: int = 1

    @property
    def in_words(self) -> str:
        return f"de instelling “{self.name}”"


FILE_SIZE = Setting("grootste bestand (MB)", "file_bytes", 1, 500, 1_000_000)
CELLS = Setting("meeste gevulde cellen", "cells", 1_000, 4_000_000)
SECONDS = Setting("langste leestijd (seconden)", "seconds", 1, 600)
SETTINGS = (FILE_SIZE, CELLS, SECONDS)


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps on one file; a filled-in input sheet stays a hundred times below each of them."""

    file_bytes: int = 50_000_000
    """Size of the file on disk."""
    parts: int = 5_000
    """Entries in a zipped workbook."""
    part_bytes: int = 100_000_000
    """Size of one entry, unpacked."""
    total_bytes: int = 200_000_000
    """Size of all entries together, unpacked."""
    sheets: int = 500
    """Sheets in one workbook."""
    cells: int = 1_000_000
    """Cells with content, in one workbook."""
    box: int = 4_000_000
    """Cells in the rectangles from the first to the last filled cell, summed over the sheets."""
    characters: int = 50_000_000
    """Text in all cells together; one long shared string may be in a million cells."""
    zips: int = 2
    """Zips inside one another, in what holds several documents."""
    mails: int = 5
    """Mails attached to one another."""
    seconds: float = 20.0
    """Time to read one file, before its worker is killed."""
    memory_bytes: int = 2_000_000_000
    """Address space of the worker (where the system has such a limit)."""

    def with_settings(self, given: Mapping[Setting, int]) -> Limits:
        """These caps, but what an officer has set."""
        return replace(self, **{s.field: number * s.unit for s, number in given.items()})

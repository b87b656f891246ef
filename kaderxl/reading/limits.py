"""The caps a foreign file is read under."""

from __future__ import annotations

from dataclasses import dataclass

from ..core.labels import GROOTSTE_BESTAND, LANGSTE_LEESTIJD, MEESTE_CELLEN

FILE_SIZE, CELLS, SECONDS = (
    f"de instelling “{name}”" for name in (GROOTSTE_BESTAND, MEESTE_CELLEN, LANGSTE_LEESTIJD)
)
"""The settings that set a cap, in the words of a refusal."""
AREA = "de grens voor de omvang van de bladen"
LINES = "de grens voor het aantal regels"
PAGES = "de grens voor het aantal bladzijden"
PARTS = "de grens voor het aantal onderdelen"
SHEETS = "de grens voor het aantal bladen"
TEXT = "de grens voor tekst"
UNPACKED = "de grens voor de uitgepakte inhoud"


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
    pages: int = 500
    """Pages of a printed document."""
    lines: int = 50_000
    """Lines of text in a printed document."""
    zips: int = 2
    """Zips inside one another, in what holds several documents."""
    mails: int = 5
    """Mails attached to one another."""
    seconds: float = 20.0
    """Time to read one file, before its worker is killed."""
    memory_bytes: int = 2_000_000_000
    """Address space of the worker (where the system has such a limit)."""

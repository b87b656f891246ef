"""What people settled, read back from the matrix in an archive."""

from __future__ import annotations

from .core.outcome import Vastgelegd
from .matrix.decisions import read_decisions
from .reading import Refused
from .returns.workspace import Workspace


def read_settled(werk: Workspace, naam: str, data: bytes) -> Vastgelegd | None:
    """None when the workbook cannot be read, is no matrix, or contradicts itself."""
    document = werk.reader.read(naam, data)
    if isinstance(document, Refused):
        return None
    gelezen = read_decisions(naam, document, werk.kader, naam)
    return gelezen.vastgelegd if gelezen and not gelezen.te_kiezen else None

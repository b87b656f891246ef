"""What people settled, read back from a matrix on disk or in an archive."""

from __future__ import annotations

from .decisions import read_decisions
from .model import Bevinding, Vastgelegd
from .reading import Refused
from .workspace import Workspace


def read_settled(
    werk: Workspace, naam: str, data: bytes, bewaard: str = ""
) -> tuple[Vastgelegd, list[Bevinding]] | None:
    """What stands in a matrix of people, and what there is to say of it; `bewaard` as `merge` has.

    None when the workbook cannot be read, or is no matrix.
    """
    document = werk.reader.read(naam, data)
    if isinstance(document, Refused):
        return None
    gelezen = read_decisions(naam, document, werk.kader, bewaard)
    return None if gelezen is None else (Vastgelegd(besluiten=gelezen[0]), gelezen[1])

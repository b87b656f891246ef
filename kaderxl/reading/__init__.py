"""The only door for a foreign file: bytes to cells, guarded, in a process that may die.

    with Reader() as reader:
        data = load(path)
        outcome = data if isinstance(data, Refused) else reader.read(path.name, data)

`reader.unpack(name, data)` gives the documents in a zip or a mail instead.

Failure is a value: for any bytes `read` gives a Document or a Refused, never an exception.
"""

from __future__ import annotations

from .cells import Document, Member, Place, Refused, Sheet, Unpacked, Value, cell_name, column_name
from .limits import SETTINGS, Limits, Setting
from .load import load
from .reader import Reader

__all__ = [
    "SETTINGS",
    "Document",
    "Limits",
    "Member",
    "Place",
    "Reader",
    "Refused",
    "Setting",
    "Sheet",
    "Unpacked",
    "Value",
    "cell_name",
    "column_name",
    "load",
]

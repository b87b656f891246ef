"""The only door for a foreign file: bytes to cells, guarded, in a process that may die.

    with Reader() as reader:
        data = load(path)
        outcome = data if isinstance(data, Refused) else reader.read(path.name, data)

`reader.begin_take(name, data)()` gives the documents in a zip or a mail instead.

Failure is a value: for any bytes `read` gives a Document or a Refused, never an exception.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .cells import (
    Document,
    Member,
    Message,
    Place,
    Refused,
    Sheet,
    Unpacked,
    Value,
    cell_name,
    column_name,
)
from .limits import Limits
from .load import load

if TYPE_CHECKING:
    from .reader import Reader

__all__ = [
    "Document",
    "Limits",
    "Member",
    "Message",
    "Place",
    "Reader",
    "Refused",
    "Sheet",
    "Unpacked",
    "Value",
    "cell_name",
    "column_name",
    "load",
]


def __getattr__(name: str) -> Any:
    """`Reader` when it is asked for: the worker is in this package too, and starts no other."""
    if name != "Reader":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from .reader import Reader

    return Reader

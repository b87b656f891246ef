"""Values as text and back, each value once: JSON and nothing that can run.

A text is a list of nodes. A node is a bare value, or a list: what it is, and the numbers of the
nodes before it that it is made of.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import lru_cache
from importlib import import_module
from itertools import chain
from typing import Any

_ROOMS = ("core", "reading")
"""Whose values can be made again; these rooms hold values, and importing them does nothing."""
_BARE = (str, int, float, bool, type(None))
_MICROSECOND = timedelta(microseconds=1)
Make = Callable[..., object]


def encode(value: object) -> bytes:
    """The text of a value: dataclasses, tuples and words of those rooms, and what is bare.

    Raises TypeError for anything else.
    """
    nodes: list[object] = []
    numbers: dict[object, int] = {}

    def number(part: object) -> int:
        if type(part) in _BARE:
            node: object = part
            # Equal, and not the same: 1, 1.0 and True; 0.0 and -0.0.
            key: object = (type(part), repr(part))
        else:
            what, parts = _taken_apart(part)
            node = [what, *map(number, parts)]
            key = tuple(node)
        if key not in numbers:
            numbers[key] = len(nodes)
            nodes.append(node)
        return numbers[key]

    number(value)
    return json.dumps(nodes, separators=(",", ":")).encode()


def decode(text: bytes) -> object:
    """The value again. Raises ValueError, TypeError, KeyError, LookupError or AttributeError for
    a text that `encode` does not write."""
    values: list[object] = []
    for node in json.loads(text):
        if isinstance(node, list):
            what, *parts = node
            values.append(_maker(what)(*[values[part] for part in parts]))
        else:
            values.append(node)
    return values[-1]


def _taken_apart(value: Any) -> tuple[str, Iterable[object]]:
    kind: Any = type(value)
    if kind in (tuple, list):
        return kind.__name__, value
    if kind is frozenset:
        return "frozenset", sorted(value)
    if isinstance(value, Mapping):
        return "dict", chain.from_iterable(value.items())
    if kind in (date, datetime, time):
        return kind.__name__, (value.isoformat(),)
    if kind is timedelta:
        return "timedelta", (value // _MICROSECOND,)
    return _name(kind), _parts(value)


def _parts(value: Any) -> Iterable[object]:
    if isinstance(value, Enum):
        return (value.value,)
    kind: Any = type(value)
    return value if isinstance(value, tuple) else (getattr(value, n) for n in _fields(kind))


@lru_cache(maxsize=256)
def _name(kind: Any) -> str:
    """`core.answers.Veld`. Raises TypeError for what cannot be made again by its name."""
    name = f"{kind.__module__.partition('.')[2]}.{kind.__qualname__}"
    if _class(name) is not kind:
        raise TypeError(name)
    return name


def _class(name: str) -> Any:
    module, _, word = name.rpartition(".")
    if module.partition(".")[0] not in _ROOMS:
        raise TypeError(name)
    kind = getattr(import_module(f"{__package__.partition('.')[0]}.{module}"), word)
    is_value = isinstance(kind, type) and (
        is_dataclass(kind) or issubclass(kind, Enum) or hasattr(kind, "_fields")
    )
    if not is_value:
        raise TypeError(name)
    return kind


@lru_cache(maxsize=256)
def _fields(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.init)


@lru_cache(maxsize=256)
def _maker(what: str) -> Make:
    make: Make = _PLAIN.get(what) or _class(what)
    return make


def _as_dict(*parts: object) -> dict[object, object]:
    return dict(zip(parts[::2], parts[1::2], strict=True))


_PLAIN: dict[str, Make] = {
    "tuple": lambda *parts: parts,
    "list": lambda *parts: [*parts],
    "frozenset": lambda *parts: frozenset(parts),
    "dict": _as_dict,
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "time": time.fromisoformat,
    "timedelta": lambda microseconds: timedelta(microseconds=microseconds),
}

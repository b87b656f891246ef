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
    kind: Any = dict if isinstance(value, Mapping) else type(value)
    if kind in _PLAIN:
        apart, _ = _PLAIN[kind]
        return kind.__name__, apart(value)
    if isinstance(value, Enum):
        return _name(kind), (value.value,)
    if isinstance(value, tuple):
        return _name(kind), value
    return _name(kind), (getattr(value, name) for name in _fields(kind))


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
    make: Make = _MAKERS.get(what) or _class(what)
    return make


def _in_iso(value: date | time) -> tuple[str]:
    return (value.isoformat(),)


_PLAIN: dict[Any, tuple[Callable[[Any], Iterable[object]], Make]] = {
    tuple: (iter, lambda *parts: parts),
    list: (iter, lambda *parts: [*parts]),
    frozenset: (sorted, lambda *parts: frozenset(parts)),
    dict: (
        lambda value: chain.from_iterable(value.items()),
        lambda *parts: dict(zip(parts[::2], parts[1::2], strict=True)),
    ),
    date: (_in_iso, date.fromisoformat),
    datetime: (_in_iso, datetime.fromisoformat),
    time: (_in_iso, time.fromisoformat),
    timedelta: (lambda value: (value // _MICROSECOND,), lambda n: n * _MICROSECOND),
}
"""How a value of Python's own is taken apart, and made again of its parts."""
_MAKERS = {kind.__name__: make for kind, (_, make) in _PLAIN.items()}

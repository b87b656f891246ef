"""Pure: which codes over the years speak of one and the same thing (column `vervangt`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .model import Indicator, Meetwaarde, Partij

Lijnen = Mapping[str, frozenset[str]]
"""For each code all codes of its line: what it replaced, and what replaced that beside it."""


def lijnen(dragers: Iterable[Indicator | Meetwaarde | Partij]) -> Lijnen:
    """The lines of everything that bears a code, over several kaders.

    What was split or merged is one line: its numbers can be added up over the years, but not
    shared out over its parts.
    """
    van: dict[str, frozenset[str]] = {}
    for drager in dragers:
        samen = van.get(drager.code, frozenset((drager.code,)))
        for eerder in drager.vervangt:
            samen |= van.get(eerder, frozenset((eerder,)))
        van |= dict.fromkeys(samen, samen)
    return van

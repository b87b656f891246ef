"""Pure: several returns of one partij laid on each other, cell by cell.

A return is what its sender changed. So a cell that is as it was handed out says nothing against
another return, one that was emptied takes an answer back, and in each cell the newest change
counts. A colour, its reden and its toelichting are one answer: what was written beside another
colour does not stay beside this one. So are a reaction to a voorzet and all that stands beside it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..core import labels as l
from ..core.answers import Cel

_BESIDE = (l.REDEN, l.TOELICHTING)


@dataclass(frozen=True, slots=True)
class Layer:
    """One return: what each of its cells shows, and what stood there when it was handed out.

    Texts as they are compared, "" for an empty cell. What it has no cell for, or one that cannot
    be read, is not in `shows`. `leads` has for the cells beside a reaction to a voorzet the cell
    of that reaction: they are one answer.
    """

    shows: Mapping[Cel, str]
    base: Mapping[Cel, str] = field(default_factory=dict)
    leads: Mapping[Cel, Cel] = field(default_factory=dict)

    def changes(self, cel: Cel) -> bool:
        return cel in self.shows and self.shows[cel] != self.base.get(cel, "")


@dataclass(frozen=True, slots=True)
class Step:
    """What counts in a cell, who wrote it (`said`), and over whose other answer (None: over none).

    `by` is the newest return in which it stands. `knew` says whether it was written by who saw that
    other answer; `along` that it was not written at all, and is as it is since the colour beside it
    changed.
    """

    value: str
    by: int
    said: int
    over: int | None = None
    knew: bool = True
    along: bool = False


@dataclass(frozen=True, slots=True)
class Laid:
    """What counts in each cell, and the cells of which nothing tells which return is the newest.

    Those have the returns that differ, by number; there what was before them counts.
    """

    steps: Mapping[Cel, Step]
    unclear: Mapping[Cel, tuple[int, ...]]
    left_out: Mapping[Cel, int] = field(default_factory=dict)
    """What a return (its number) merely shows of one that was excluded: it does not count."""

    @property
    def of(self) -> frozenset[int]:
        """The returns of which anything counts, be it that they emptied a cell."""
        return frozenset(s.by for s in self.steps.values() if s.value or s.over is not None)


def lay(
    layers: Sequence[Layer],
    groups: Iterable[Sequence[int]],
    excluded: Sequence[Layer] = (),
    chosen: Container[int] = (),
) -> Laid:
    """Lay the returns (by number) on each other, oldest group first.

    Of what is in one group nothing tells which is newer. An answer of one that was `excluded` does
    not count by a return that left it as it was handed out, unless a person chose that return.
    """
    withdrawn: dict[Cel, set[str]] = {}
    for layer in excluded:
        for cel, value in layer.shows.items():
            withdrawn.setdefault(cel, set()).add(value)
    stack = _Stack(layers, withdrawn, chosen)
    for group in groups:
        stack.lay(group)
    left_out = {cel: by for cel, by in stack.left_out.items() if cel not in stack.steps}
    return Laid(stack.steps, stack.unclear, left_out)


@dataclass(slots=True)
class _Stack:
    layers: Sequence[Layer]
    withdrawn: Mapping[Cel, Container[str]]
    chosen: Container[int]
    steps: dict[Cel, Step] = field(default_factory=dict)
    unclear: dict[Cel, tuple[int, ...]] = field(default_factory=dict)
    left_out: dict[Cel, int] = field(default_factory=dict)
    _turned: dict[str, int] = field(default_factory=dict)
    """The rows that were given another colour by the group at hand, and by which return."""
    _open: set[str] = field(default_factory=set)
    """The rows of whose colour the group at hand does not tell which it is."""
    _reacted: dict[Cel, int] = field(default_factory=dict)
    """The reactions that were given by the group at hand, and by which return."""

    def lay(self, group: Sequence[int]) -> None:
        self._turned, self._open, self._reacted = {}, set(), {}
        cells = dict.fromkeys(cel for i in group for cel in self.layers[i].shows)
        first = {lead for i in group for lead in self.layers[i].leads.values()}
        for cel in sorted(cells, key=lambda cel: (cel not in first, cel[1] != l.BEOORDELING)):
            self._cell(cel, group)

    def _cell(self, cel: Cel, group: Sequence[int]) -> None:
        code, kolom = cel
        changed = [i for i in group if self.layers[i].changes(cel)]
        # Who started from what another of them wrote came after that one.
        bases = {self.layers[i].base.get(cel) for i in changed}
        newest = [i for i in changed if self.layers[i].shows[cel] not in bases] or changed
        beside = kolom in _BESIDE
        leads = (self.layers[i].leads.get(cel) for i in group)
        reacted = next((self._reacted[lead] for lead in leads if lead in self._reacted), None)
        differ = len({self.layers[i].shows[cel] for i in newest}) > 1
        if differ or (changed and beside and code in self._open):
            self.unclear[cel] = tuple(newest)
            self._open |= {code} if kolom == l.BEOORDELING else set()
        elif changed:
            for i in (*(i for i in changed if i not in newest), newest[-1]):
                self._change(cel, i)
        elif reacted is not None:
            self._follow(cel, reacted)
        elif beside and code in self._turned:
            self._follow(cel, self._turned[code])
        else:
            self._confirm(cel, group)

    def _change(self, cel: Cel, by: int) -> None:
        layer, before = self.layers[by], self.steps.get(cel)
        value = layer.shows[cel]
        self.unclear.pop(cel, None)
        if value and cel in layer.leads.values():
            self._reacted[cel] = by
        if before is None:
            self.steps[cel] = Step(value, by, by)
        elif before.value == value:
            self.steps[cel] = replace(before, by=by)
        else:
            knew = layer.base.get(cel, "") == before.value
            self.steps[cel] = Step(value, by, by, before.said, knew)
            if cel[1] == l.BEOORDELING and value and before.value:
                self._turned[cel[0]] = by

    def _follow(self, cel: Cel, by: int) -> None:
        """Beside another colour or reaction stands what its own return has there, maybe nothing."""
        value, before = self.layers[by].shows.get(cel, ""), self.steps.get(cel)
        if before is None or before.value == value:
            self._confirm(cel, [by])
        else:
            self.steps[cel] = Step(value, by, by, before.said, along=True)

    def _confirm(self, cel: Cel, group: Iterable[int]) -> None:
        """Who left an answer as it was stands by it, where it still counts or nobody gave it."""
        for i in group:
            value, now = self.layers[i].shows.get(cel, ""), self.steps.get(cel)
            if value and now is None and self._merely_shows(cel, i):
                self.left_out[cel] = i
            elif value and now is None:
                self.steps[cel] = Step(value, i, i)
            elif value and now is not None and now.value == value:
                self.steps[cel] = replace(now, by=i)

    def _merely_shows(self, cel: Cel, by: int) -> bool:
        """Whether it repeats what was excluded; beside a colour of its own it is its own answer."""
        layer, colour = self.layers[by], (cel[0], l.BEOORDELING)
        excluded = layer.shows[cel] in self.withdrawn.get(cel, ())
        own = cel[1] in _BESIDE and layer.changes(colour)
        return excluded and not own and by not in self.chosen


def beside_another_colour(layers: Sequence[Layer], laid: Laid) -> Iterator[tuple[Cel, Step, Step]]:
    """What was written by who saw another colour than the one that counts: itself, and that."""
    for cel, step in laid.steps.items():
        now = laid.steps.get((cel[0], l.BEOORDELING))
        if cel[1] in _BESIDE and step.value and now is not None:
            seen = layers[step.by].shows.get((cel[0], l.BEOORDELING), "")
            if seen and now.value and seen != now.value:
                yield cel, step, now

"""The rows of a bundle: what more than one sheet asks, and below it what each asks alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..core import labels as l
from .asked import Antwoordcel, Gevraagd, Sleutel, Vraagblad, rijcode


@dataclass(frozen=True, slots=True)
class Bundelrij:
    """One row: a cell of a question, on each of the sheets (by their number) that ask it.

    The first row of a question has its words; `eronder` are the lines below it that are the same on
    all of these sheets. `samen` when more than one asks it.
    """

    code: str
    kolom: str
    vraag: Gevraagd
    eerste: bool
    cellen: Mapping[int, Antwoordcel]
    vragen: Mapping[int, Gevraagd]

    @property
    def samen(self) -> bool:
        return len(self.cellen) > 1

    @property
    def eronder(self) -> tuple[str, ...]:
        alle = {vraag.eronder for vraag in self.vragen.values()}
        return next(iter(alle)) if len(alle) == 1 else ()

    def erbij(self, blad: int) -> str:
        """What only this sheet has below the question."""
        return "" if self.eronder else "\n".join(self.vragen[blad].eronder)


@dataclass(frozen=True, slots=True)
class Bundelplan:
    """The sheets, in the order of their columns, and the rows in theirs; `eigen` has those of one
    sheet by its number."""

    bladen: tuple[Vraagblad, ...]
    samen: tuple[Bundelrij, ...]
    eigen: Mapping[int, tuple[Bundelrij, ...]]

    @property
    def rijen(self) -> Iterator[Bundelrij]:
        yield from self.samen
        for rijen in self.eigen.values():
            yield from rijen


def plan_bundle(bladen: Sequence[Vraagblad]) -> Bundelplan:
    """The rows for these sheets; in whatever order they come, the rows are the same."""
    op_volgorde = sorted(bladen, key=lambda b: (b.kader.casefold(), str(b.kenmerk)))
    gevraagd: dict[Sleutel, dict[int, Gevraagd]] = {}
    # The sheet that asks most gives the order; what another has besides comes behind it.
    for nummer, blad in sorted(enumerate(op_volgorde), key=lambda b: -len(b[1].vragen)):
        for sleutel, vraag in blad.sleutels():
            gevraagd.setdefault(sleutel, {})[nummer] = vraag
    samen: list[Bundelrij] = []
    eigen: dict[int, list[Bundelrij]] = {}
    for sleutel, vragen in sorted(gevraagd.items(), key=_in_woorden):
        rijen = [*_rijen(sleutel, vragen)]
        if len(vragen) > 1:
            samen += rijen
        else:
            eigen.setdefault(next(iter(vragen)), []).extend(rijen)
    per_blad = {nummer: tuple(eigen[nummer]) for nummer in sorted(eigen)}
    return Bundelplan(tuple(op_volgorde), tuple(samen), per_blad)


def _in_woorden(gevraagd: tuple[Sleutel, Mapping[int, Gevraagd]]) -> bool:
    """Whether a question is answered in words alone: as on a sheet, these come last."""
    eerste = next(iter(gevraagd[1].values()))
    return all(cel.kolom == l.PLANNEN for cel in eerste.cellen)


def _rijen(sleutel: Sleutel, vragen: Mapping[int, Gevraagd]) -> Iterator[Bundelrij]:
    eerste = next(iter(vragen.values()))
    for nummer, cel in enumerate(eerste.cellen):
        cellen = {blad: vraag.cellen[nummer] for blad, vraag in vragen.items()}
        yield Bundelrij(rijcode(sleutel, cel.kolom), cel.kolom, eerste, not nummer, cellen, vragen)

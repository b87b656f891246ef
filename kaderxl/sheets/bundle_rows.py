"""The rows of a bundle: what more than one sheet asks, and below it what each asks alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..core import labels as l
from ..core.notation import plat
from .asked import Antwoordcel, Gevraagd, Sleutel, Vraagblad, merk, rijcode

ZO_GEVRAAGD = "Zo vraagt deze gemeente het: "


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

    @property
    def in_andere_woorden(self) -> bool:
        """Whether some of these sheets ask it in other words."""
        return any(map(self._anders, self.vragen))

    def erbij(self, blad: int) -> str:
        """What only this sheet says of the question: its words for it, and what stands below."""
        vraag = self.vragen[blad]
        eigen = (f"{ZO_GEVRAAGD}{vraag.vraag}",) if self._anders(blad) else ()
        return "\n".join((*eigen, *(() if self.eronder else vraag.eronder)))

    def _anders(self, blad: int) -> bool:
        return plat(self.vragen[blad].vraag) != plat(self.vraag.vraag)


@dataclass(frozen=True, slots=True)
class Bundelplan:
    """The sheets, in the order of their columns, and the rows in theirs; `eigen` has those of one
    sheet by its number. `genoemd` has the landelijke code that goes with words, by their merk."""

    bladen: tuple[Vraagblad, ...]
    samen: tuple[Bundelrij, ...]
    eigen: Mapping[int, tuple[Bundelrij, ...]]
    genoemd: Mapping[str, str]

    @property
    def rijen(self) -> Iterator[Bundelrij]:
        yield from self.samen
        for rijen in self.eigen.values():
            yield from rijen


def plan_bundle(
    bladen: Sequence[Vraagblad], genoemd: Mapping[str, str] | None = None
) -> Bundelplan:
    """The rows for these sheets; in whatever order they come, the rows are the same.

    `genoemd` is that of the bundle that these sheets were in, which may have had more of them.
    """
    op_volgorde = sorted(bladen, key=lambda b: (b.kader.casefold(), str(b.kenmerk)))
    if genoemd is None:
        genoemd = _genoemd(op_volgorde)
    gevraagd: dict[Sleutel, dict[int, Gevraagd]] = {}
    # The sheet that asks most gives the order; what another has besides comes behind it.
    for nummer, blad in sorted(enumerate(op_volgorde), key=lambda b: -len(b[1].vragen)):
        for sleutel, vraag in _met(blad, genoemd).sleutels():
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
    return Bundelplan(tuple(op_volgorde), tuple(samen), per_blad, genoemd)


def _genoemd(bladen: Sequence[Vraagblad]) -> Mapping[str, str]:
    """The one landelijke code that goes with words, for sheets that ask these without a code.

    Not where a sheet asks both: those two are not the same.
    """
    codes: dict[str, set[str]] = {}
    for vraag in (v for blad in bladen for v in blad.vragen if v.landelijk):
        codes.setdefault(merk(vraag.woorden), set()).add(vraag.landelijk)
    genoemd = {woorden: min(van) for woorden, van in codes.items() if len(van) == 1}
    for blad in bladen:
        eigen = {v.landelijk for v in blad.vragen}
        for vraag in blad.vragen:
            if not vraag.landelijk and genoemd.get(woorden := merk(vraag.woorden)) in eigen:
                del genoemd[woorden]
    return genoemd


def _met(blad: Vraagblad, genoemd: Mapping[str, str]) -> Vraagblad:
    """A sheet with the codes that others have for its words."""
    vragen = (
        v if v.landelijk else replace(v, landelijk=genoemd.get(merk(v.woorden), ""))
        for v in blad.vragen
    )
    return replace(blad, vragen=tuple(vragen)) if genoemd else blad


def _in_woorden(gevraagd: tuple[Sleutel, Mapping[int, Gevraagd]]) -> bool:
    """Whether a question is answered in words alone: as on a sheet, these come last."""
    eerste = next(iter(gevraagd[1].values()))
    return all(cel.kolom == l.PLANNEN for cel in eerste.cellen)


def _rijen(sleutel: Sleutel, vragen: Mapping[int, Gevraagd]) -> Iterator[Bundelrij]:
    eerste = next(iter(vragen.values()))
    for nummer, cel in enumerate(eerste.cellen):
        cellen = {blad: vraag.cellen[nummer] for blad, vraag in vragen.items()}
        yield Bundelrij(rijcode(sleutel, cel.kolom), cel.kolom, eerste, not nummer, cellen, vragen)

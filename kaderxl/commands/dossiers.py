"""Many dossiers on one desk: each a folder with a template of its own and its output.

A command runs in each of them, on all cores. What is wrong with one never stops the others, and
what one holds no other sees.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from ..core import catalogue, phrases as say
from ..core.findings import NietUitgevoerd
from ..core.rounds import OUTPUT, Plek
from ..core.text import zichtbaar
from ..returns.ahead import Progress, silent
from ..template.read import HERE
from .result import Json, Result, findings_json, refusal_lines


@dataclass(frozen=True, slots=True)
class Kaderdossier:
    """The folder of one agreement; `naam` is its path within the folder of all of them."""

    naam: str
    map: Path

    @property
    def sjabloon(self) -> Path:
        return self.map / HERE

    @property
    def uitvoer(self) -> Path:
        return self.map / OUTPUT


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What a command came to in one dossier: its exit code, its words and its keys."""

    dossier: str
    code: int
    regels: tuple[str, ...]
    document: Json


_KWAM_TOT = {
    0: ("in orde", "in orde"),
    1: ("vraagt iemands aandacht", "vragen iemands aandacht"),
    2: ("kon niet", "konden niet"),
}
"""What an exit code says of one dossier, and of more."""
Work = Callable[[Kaderdossier], Uitkomst]


@dataclass(frozen=True, slots=True)
class InAllDossiers(Result):
    """What a command came to in every dossier, in the order of their names."""

    uitkomsten: tuple[Uitkomst, ...]

    @property
    def needs_attention(self) -> bool:
        return any(u.code for u in self.uitkomsten)

    @property
    def exit_code(self) -> int:
        """2 only when it could be done in none of them."""
        return 2 if all(u.code == 2 for u in self.uitkomsten) else int(self.needs_attention)

    def lines(self) -> Iterator[str]:
        """Of a dossier in order its last line; all of one that asks something of a person."""
        for u in self.uitkomsten:
            if not u.code:
                laatste = next(reversed(u.regels), "klaar.")
                yield zichtbaar(f"{u.dossier}: {laatste.strip()}")
        for u in self.uitkomsten:
            if u.code:
                yield ""
                yield zichtbaar(f"{u.dossier}:")
                yield from (f"  {regel}" for regel in u.regels)
        yield from self._samen()

    def _samen(self) -> Iterator[str]:
        if not self.uitkomsten:
            return
        codes = [u.code for u in self.uitkomsten]
        delen = [say.aantal(n, *_KWAM_TOT[c]) for c in _KWAM_TOT if (n := codes.count(c))]
        yield f"{say.aantal(len(codes), 'dossier', 'dossiers')}: {', '.join(delen)}."
        if mis := [u.dossier for u in self.uitkomsten if u.code == 2]:
            ook = " In de andere is het gedaan." if len(mis) < len(codes) else ""
            yield zichtbaar(f"Het kon niet in: {', '.join(mis)}.{ook}")

    def as_json(self) -> Json:
        return {
            "dossiers": [
                {"dossier": u.dossier, "code": u.code, **u.document} for u in self.uitkomsten
            ]
        }


def find_dossiers(map_: Path) -> tuple[Kaderdossier, ...]:
    """Every folder in `map_` that has a template, in the order of their names.

    Raises NietUitgevoerd when there is none.
    """
    gevonden = []
    for hier, mappen, _ in os.walk(map_):
        if Path(hier, HERE).is_file():
            gevonden.append(Kaderdossier(Path(hier).relative_to(map_).as_posix(), Path(hier)))
            mappen.clear()  # what lies in a dossier is the dossier's
        mappen[:] = (naam for naam in mappen if not naam.startswith("."))
    if not gevonden:
        raise catalogue.GEEN_DOSSIERS.weiger(map_, sjabloon=HERE.as_posix())
    return tuple(sorted(gevonden, key=lambda d: d.naam))


def refused(dossier: Kaderdossier, fout: NietUitgevoerd) -> Uitkomst:
    """What could not be done, in one of them."""
    document = {"bevindingen": findings_json(fout.bevindingen)}
    return Uitkomst(dossier.naam, 2, tuple(refusal_lines(fout.bevindingen)), document)


def cores() -> int:
    """How many there are for this process: a container may have been given fewer."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_all(
    dossiers: Sequence[Kaderdossier],
    work: Work,
    progress: Progress[Kaderdossier] = silent,
    processes: int | None = None,
) -> InAllDossiers:
    """`work`, which can be pickled, in each of the dossiers; as many at once as there are cores.

    A process that dies takes its own dossier along, and no other.
    """
    hoeveel = min(processes or cores(), len(dossiers))
    with _pool(hoeveel) as pool:
        try:
            futures = [pool.submit(work, dossier) for dossier in dossiers]
            gevolgd = zip(progress(dossiers, "Dossiers"), futures, strict=True)
            return InAllDossiers(tuple(_outcome(work, d, future) for d, future in gevolgd))
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _pool(processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processes, get_context("spawn"), initializer=_leave_ctrl_c)


def _leave_ctrl_c() -> None:
    """Who waits for the answers stops; what was begun in a dossier is finished there."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _outcome(work: Work, dossier: Kaderdossier, future: Future[Uitkomst]) -> Uitkomst:
    try:
        return future.result()
    except BrokenProcessPool:  # by this dossier or by another: by itself it shows
        with _pool(1) as pool:
            try:
                return pool.submit(work, dossier).result()
            except BrokenProcessPool:
                gestopt = catalogue.DOSSIER_GESTOPT.bij(Plek(str(dossier.map)))
                return refused(dossier, NietUitgevoerd(gestopt))

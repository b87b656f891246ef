"""How much longer kaderxl takes than a bare script doing the same work, as ratios.

    python benchmarks/run.py            all comparisons
    python benchmarks/run.py --quick    fewer runs, and no 500 returns
    python benchmarks/run.py --years    the sixth year against the first, and nothing else

What is compared, and why that is fair, is in benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

from material import LAST, RONDE, Material, make_material, make_years, record_sheets

from kaderxl import Ronde

TWO_CORES = 1.7  # what two busy processes then get, of the 2 there are
PATIENCE = 20  # times the pairs that are asked for

HERE = Path(__file__).resolve().parent
# An installed program has compiled modules; here the runs that do not count compile them.
SCRATCH = tempfile.TemporaryDirectory()
ENVIRONMENT = os.environ | {"PYTHONPATH": str(HERE.parent), "PYTHONPYCACHEPREFIX": SCRATCH.name}
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)

Side = Callable[[Path], float]
"""Does the work once, writing into the folder it is given; gives the seconds it took."""


def process(*command: str | Path) -> tuple[float, str]:
    """Seconds of a whole process, interpreter start included, and what it printed."""
    start = perf_counter()
    done = subprocess.run(
        [sys.executable, *map(str, command)],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    seconds = perf_counter() - start
    if done.returncode not in (0, 1) or done.stderr:  # 1: done, and something needs a person
        sys.exit(done.stderr)
    return seconds, done.stdout


def kaderxl(
    material: Material, folder: Path, command: str, *paths: Path, ronde: Ronde = RONDE
) -> float:
    """Seconds of one command."""
    options = ("--year", str(ronde.jaar), "--template", material.template, "--output", folder)
    return process("-m", "kaderxl", command, *paths, *options, "--quiet")[0]


def library(*words: str | Path) -> tuple[float, float]:
    """Seconds of kaderxl in one process, and of the part of it that was asked for."""
    seconds, part = process(HERE / "library.py", *words)
    return seconds, float(part)


def bare(*paths: Path) -> tuple[float, float]:
    """Seconds of the bare script, and of its work alone; loading its cells is in neither."""
    seconds, parts = process(HERE / "bare.py", *paths)
    loading, work = map(float, parts.split())
    return seconds - loading, work


def once(side: Side) -> float:
    """One run, in a folder of its own.

    It stays until the end: a file system makes a file more slowly just after it deleted others.
    """
    return side(Path(tempfile.mkdtemp(dir=SCRATCH.name)))


def free_cores() -> float:
    """How many cores two busy processes get at this moment: 2, or less on a shared computer."""

    def seconds(processes: int) -> float:
        start = perf_counter()
        command = (sys.executable, "-c", "for i in range(8_000_000): pass")
        for running in [subprocess.Popen(command) for _ in range(processes)]:
            running.wait()
        return perf_counter() - start

    return 2 * seconds(1) / seconds(2)


def pairs_of(ours: Side, theirs: Side, runs: int, both_cores: bool) -> list[tuple[float, float]]:
    """Seconds of both sides; the runs alternate, and the first of each does not count.

    With `both_cores` a pair counts only when two cores were free before it and after it; when
    that happens too seldom, there are fewer pairs.
    """
    once(ours), once(theirs)
    pairs: list[tuple[float, float]] = []
    for _ in range(runs * PATIENCE):
        if both_cores and free_cores() < TWO_CORES:
            sleep(1)
            continue
        pair = once(ours), once(theirs)
        if not both_cores or free_cores() >= TWO_CORES:
            pairs.append(pair)
        if len(pairs) == runs:
            break
    return pairs


def compare(
    name: str, aim: str, runs: int, ours: Side, theirs: Side, both_cores: bool = False
) -> None:
    """Print a line of the table."""
    pairs = pairs_of(ours, theirs, runs, both_cores)
    if not pairs:
        print(f"| {name} | two cores were never free | | {aim} | | | 0 |", flush=True)
        return
    ratios = [own / other for own, other in pairs]
    own, other = (median(seconds) for seconds in zip(*pairs, strict=True))
    spread = f"{median(ratios):.2f} | {min(ratios):.2f}–{max(ratios):.2f}"
    print(f"| {name} | {spread} | {aim} | {own:.2f} | {other:.2f} | {len(pairs)} |", flush=True)


def compare_generate(material: Material, runs: int) -> None:
    """The command as a whole, and then the writing alone."""
    recording = record_sheets(material)
    compare(
        f"`generate`, {material.partijen} sheets",
        "1.3",
        runs,
        lambda folder: kaderxl(material, folder, "generate"),
        lambda folder: bare(recording, folder)[0],
    )
    compare(
        f"writing {material.partijen} sheets, start-up left out",
        "1.3",
        runs,
        lambda _: library("sheets", material.template)[1],
        lambda folder: bare(recording, folder)[1],
    )


def compare_merge(material: Material, runs: int, aim: str) -> list[float]:
    """`collect` and `merge`, as two processes and as one; gives the seconds spent on fsync."""
    flushing: list[float] = []

    def two(folder: Path) -> float:
        collecting = kaderxl(material, folder, "collect", material.returns)
        return collecting + kaderxl(material, folder, "merge")

    def one(folder: Path) -> float:
        seconds, flushed = library("round", material.template, material.returns, folder)
        flushing.append(flushed)
        return seconds

    def theirs(folder: Path) -> float:
        return bare(material.matrix, folder, material.returns)[0]

    name = f"`collect` + `merge`, {material.partijen} returns"
    compare(f"{name}, two processes", aim, runs, two, theirs, both_cores=True)
    compare(f"{name}, one process", aim, runs, one, theirs, both_cores=True)
    return flushing


def processor(side: Side) -> Side:
    """The same work in seconds of the processor, which what else runs touches less."""

    def run(folder: Path) -> float:
        before = sum(os.times()[2:4])  # of the processes that ended
        side(folder)
        return sum(os.times()[2:4]) - before

    return run


def compare_years(folder: Path, runs: int) -> None:
    """`generate` and `merge` of the sixth year, five archived rondes before it, against the first.

    Each run makes its sheets and its matrix anew. That of the sixth year which does not count is
    the first command of that year: what it works out of the year before, the others remember.
    """
    years = make_years(folder)

    def side(output: Path, ronde: Ronde, command: str) -> Side:
        def run(_: Path) -> float:
            for made in ("invulbladen", "matrix"):
                shutil.rmtree(output / str(ronde) / made, ignore_errors=True)
            return kaderxl(years.material, output, command, ronde=ronde)

        return run

    for command in ("generate", "merge"):
        compare(
            f"`{command}` of the sixth year against that of the first",
            "1.2",
            runs,
            processor(side(years.sixth, LAST, command)),
            processor(side(years.first, RONDE, command)),
        )


def real_round(material: Material, runs: int) -> str:
    """The four commands of a ronde, one process each, in words."""

    def four(folder: Path) -> float:
        return sum(
            kaderxl(material, folder, command, *paths)
            for command, *paths in (
                ("generate",),
                ("collect", material.returns),
                ("status",),
                ("merge",),
            )
        )

    seconds = [once(four) for _ in range(runs)]
    return (
        f"generate, collect, status, merge of {material.partijen} returns as four processes: "
        f"{median(seconds):.2f} s ({min(seconds):.2f}–{max(seconds):.2f}); aim 2 s"
    )


def main() -> None:
    """Make the material, measure, and print the table and what goes with it."""
    parser = argparse.ArgumentParser(description="kaderxl against bare scripts, as ratios")
    parser.add_argument("--quick", action="store_true", help="fewer runs, and no 500 returns")
    parser.add_argument("--years", action="store_true", help="the sixth year against the first")
    chosen = parser.parse_args()
    quick = chosen.quick
    few, many = (3, 7) if quick else (7, 15)
    notes: list[str] = []
    print("| what | ratio | min–max | aim | kaderxl (s) | bare (s) | runs |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        compare_years(Path(folder), many)
    if chosen.years:
        return
    compare(
        "`--help` against `import click`",
        "2",
        many,
        lambda _: process("-m", "kaderxl", "--help")[0],
        lambda _: process("-c", "import click")[0],
    )
    with tempfile.TemporaryDirectory() as folder:
        for partijen in (6, 100) if quick else (6, 100, 500):
            material = make_material(Path(folder) / str(partijen), partijen)
            if partijen < 500:
                compare_generate(material, few)
            runs = few if partijen < 500 else 5
            flushing = compare_merge(material, runs, "2" if partijen == 500 else "")
            notes.append(f"fsync in one round of {partijen} returns: {median(flushing):.2f} s")
            if partijen == 6:
                notes.append(real_round(material, few))
    print("", *notes, sep="\n")


if __name__ == "__main__":
    main()

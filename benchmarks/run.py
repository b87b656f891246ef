"""How much longer kaderxl takes than a bare script doing the same work, as ratios.

    python benchmarks/run.py            all comparisons
    python benchmarks/run.py --quick    fewer runs, and no 500 returns

What is compared, and why that is fair, is in benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from material import RONDE, Material, make_material, record_sheets

HERE = Path(__file__).resolve().parent
ENVIRONMENT = os.environ | {"PYTHONPATH": str(HERE.parent)}

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


def kaderxl(material: Material, folder: Path, command: str, *paths: Path) -> float:
    """Seconds of one command."""
    options = ("--year", str(RONDE.jaar), "--template", material.template, "--output", folder)
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
    """One run, in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        return side(Path(folder))


def compare(name: str, aim: str, runs: int, ours: Side, theirs: Side) -> None:
    """Print a line of the table; the runs alternate, and the first of each does not count."""
    pairs = [(once(ours), once(theirs)) for _ in range(runs + 1)][1:]
    ratios = [own / other for own, other in pairs]
    own, other = (median(seconds) for seconds in zip(*pairs, strict=True))
    spread = f"{median(ratios):.2f} | {min(ratios):.2f}–{max(ratios):.2f}"
    print(f"| {name} | {spread} | {aim} | {own:.2f} | {other:.2f} | {runs} |", flush=True)


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
    compare(f"{name}, two processes", aim, runs, two, theirs)
    compare(f"{name}, one process", aim, runs, one, theirs)
    return flushing


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
    quick = parser.parse_args().quick
    few, many = (3, 7) if quick else (7, 15)
    notes: list[str] = []
    print("| what | ratio | min–max | aim | kaderxl (s) | bare (s) | runs |")
    print("|---|---:|---:|---:|---:|---:|---:|")
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
            runs = few if partijen < 500 else 3
            flushing = compare_merge(material, runs, "2" if partijen == 500 else "")
            notes.append(f"fsync in one round of {partijen} returns: {median(flushing):.2f} s")
            if partijen == 6:
                notes.append(real_round(material, few))
    print("", *notes, sep="\n")


if __name__ == "__main__":
    main()

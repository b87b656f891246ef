"""How much longer kaderxl takes than a bare script doing the same work, as ratios.

    python benchmarks/run.py                 all comparisons
    python benchmarks/run.py help round      only these
    python benchmarks/run.py --processor     in seconds of the processor, where the machine is busy
    python benchmarks/run.py --quick         fewer runs, and no 500 returns

Many dossiers have a script of their own: benchmarks/dossiers.py.

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
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

from material import (
    LAST,
    RONDE,
    Material,
    make_material,
    make_sheets_of_many,
    make_years,
    record_sheets,
)
from program import copied_to

from kaderxl import Ronde

TWO_CORES = 1.7  # what two busy processes then get, of the 2 there are
PATIENCE = 20  # times the pairs that are asked for

HERE = Path(__file__).resolve().parent
SCRATCH = tempfile.TemporaryDirectory()
ENVIRONMENT = copied_to(Path(SCRATCH.name))  # the runs that do not count compile it

CHOSEN = argparse.Namespace(processor=False, quick=False)

Side = Callable[[Path], float]
"""Does the work once, writing into the folder it is given; gives the seconds it took."""


def _clock() -> float:
    """Seconds: on the wall, or of the processor in all processes that ended."""
    return sum(os.times()[2:4]) if CHOSEN.processor else perf_counter()


def process(*command: str | Path) -> tuple[float, str]:
    """Seconds of a whole process, interpreter start included, and what it printed."""
    start = _clock()
    done = subprocess.run(
        [sys.executable, *map(str, command)],
        env=ENVIRONMENT,
        cwd=SCRATCH.name,  # Python looks there first
        capture_output=True,
        text=True,
        check=False,
    )
    seconds = _clock() - start
    if done.returncode not in (0, 1) or done.stderr:  # 1: done, and something needs a person
        sys.exit(done.stderr)
    return seconds, done.stdout


def kaderxl(
    material: Material, folder: Path, command: str, *paths: Path, ronde: Ronde = RONDE
) -> float:
    """Seconds of one command."""
    options = ("--year", str(ronde.jaar), "--template", material.template, "--output", folder)
    return process("-m", "kaderxl", command, *paths, *options, "--quiet")[0]


def bare(*words: str | Path) -> float:
    """Seconds of the bare script, without those in which it loads its cells."""
    seconds, parts = process(HERE / "bare.py", *words)
    return seconds - float(parts.split()[0])


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
    both_cores = both_cores and not CHOSEN.processor
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


def compare_help(_: Path) -> None:
    """What every command begins with."""
    compare(
        "`--help` against `import click`",
        "1.3",
        runs(15),
        lambda _: process("-m", "kaderxl", "--help")[0],
        lambda _: process("-c", "import click")[0],
    )


def compare_round(folder: Path) -> None:
    """A ronde of six as four processes, against four bare scripts; and each of the four."""
    material = make_material(folder / "six", 6)
    sheets, done = record_sheets(material), folder / "done"
    kaderxl(material, done, "collect", material.returns)
    ours: dict[str, tuple[str | Path, ...]] = {
        "generate": ("generate",),
        "collect": ("collect", material.returns),
        "merge": ("merge",),
        "status": ("status",),
    }
    theirs: dict[str, tuple[str | Path, ...]] = {
        "generate": (sheets,),
        "collect": ("-", material.returns, "--file"),
        "merge": (material.matrix, material.returns),
        "status": ("-", material.returns),
    }

    def scripts(output: Path, name: str) -> float:
        recording, *rest = theirs[name]
        return bare(recording, output, *rest)

    compare(
        "a ronde of six, four processes",
        "1.5",
        runs(7),
        lambda output: sum(kaderxl(material, output, *words) for words in ours.values()),
        lambda output: sum(scripts(output, name) for name in theirs),
    )
    for name, words in ours.items():

        def alone(output: Path, name: str = name, words: tuple[str | Path, ...] = words) -> float:
            filed = name in ("merge", "status")  # these need what collect filed
            shutil.rmtree(done / str(RONDE) / "matrix", ignore_errors=True)
            return kaderxl(material, done if filed else output, *words)

        compare(f"`{name}` of six", "", runs(7), alone, partial(scripts, name=name))


def compare_generate(folder: Path) -> None:
    """Input sheets, from a cold start and without it, against plain xlsxwriter."""
    for partijen in (6, 100):
        material = make_material(folder / str(partijen), partijen)
        recording = record_sheets(material)
        compare(
            f"`generate`, {partijen} sheets",
            "1.0",
            runs(7),
            lambda output, m=material: kaderxl(m, output, "generate"),  # type: ignore[misc]
            lambda output, r=recording: bare(r, output),  # type: ignore[misc]
        )


def compare_merge(folder: Path) -> None:
    """`collect` and `merge`, as two processes and as one, against scripts that do both at once."""
    for partijen in (6, 100) if CHOSEN.quick else (6, 100, 500):
        material = make_material(folder / str(partijen), partijen)
        _collect_and_merge(material, runs(7 if partijen < 500 else 5))


def _collect_and_merge(material: Material, times: int) -> None:
    def two(output: Path) -> float:
        collecting = kaderxl(material, output, "collect", material.returns)
        return collecting + kaderxl(material, output, "merge")

    def one(output: Path) -> float:
        return process(HERE / "library.py", "round", material.template, material.returns, output)[0]

    def script(*words: str) -> Side:
        return lambda output: bare(material.matrix, output, material.returns, *words)

    name = f"`collect` + `merge`, {material.partijen} returns"
    compare(f"{name}, two processes", "1.3", times, two, script(), both_cores=True)
    compare(f"{name}, one process", "1.0", times, one, script(), both_cores=True)
    compare(f"{name}, one process, against pandas", "0.33", min(times, 3), one, script("--pandas"))


def compare_years(folder: Path) -> None:
    """The twelfth ronde, eleven archived ones before it, against the first.

    Each run makes its sheets and its matrix anew. The run that does not count is the first command
    of the twelfth ronde: what it works out of those before, the others remember.
    """
    years = make_years(folder / "years")

    def side(output: Path, ronde: Ronde, command: str) -> Side:
        def run(_: Path) -> float:
            for made in ("invulbladen", "matrix"):
                shutil.rmtree(output / str(ronde) / made, ignore_errors=True)
            return kaderxl(years.material, output, command, ronde=ronde)

        return run

    for command in ("generate", "merge", "status"):
        compare(
            f"`{command}` of the twelfth ronde against the first",
            "1.1",
            runs(7),
            side(years.last, LAST, command),
            side(years.first, RONDE, command),
        )


def compare_bundle(folder: Path) -> None:
    """166 sheets of one corporatie in one workbook and apart again; against reading them twice."""
    sheets = make_sheets_of_many(folder / "sheets", 166)

    def ours(output: Path) -> float:
        book, apart = output / "bundel.xlsx", output / "apart"
        options = ("--quiet", "--output")
        once_, _ = process("-m", "kaderxl", "bundle", sheets, *options, book)
        twice, _ = process("-m", "kaderxl", "bundle", "--split", book, sheets, *options, apart)
        return once_ + twice

    compare(
        "`bundle` and `--split` of 166 sheets against reading and copying them",
        "",
        runs(5),
        ours,
        lambda output: bare("-", output, sheets) + bare("-", output, sheets, "--file"),
    )


WHAT: dict[str, Callable[[Path], None]] = {
    "help": compare_help,
    "round": compare_round,
    "generate": compare_generate,
    "merge": compare_merge,
    "years": compare_years,
    "bundle": compare_bundle,
}


def runs(usual: int) -> int:
    return min(usual, 3) if CHOSEN.quick else usual


def main() -> None:
    """Make the material, measure, and print the table."""
    parser = argparse.ArgumentParser(description="kaderxl against bare scripts, as ratios")
    parser.add_argument("what", nargs="*", help=f"{', '.join(WHAT)}; all of them when left out")
    parser.add_argument("--quick", action="store_true", help="fewer runs, and no 500 returns")
    parser.add_argument("--processor", action="store_true", help="seconds of the processor")
    parser.parse_args(namespace=CHOSEN)
    print("| what | ratio | min–max | aim | kaderxl (s) | bare (s) | runs |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for name in CHOSEN.what or WHAT:
        with tempfile.TemporaryDirectory() as folder:
            WHAT[name](Path(folder))
    print(f"\nload of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


if __name__ == "__main__":
    main()

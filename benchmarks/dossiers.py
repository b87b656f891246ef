"""Every municipality in one go: from input sheet to archive, with what it costs.

    python benchmarks/dossiers.py                           342 dossiers, 3,000 returns
    python benchmarks/dossiers.py --dossiers 10 --returns 60
    python benchmarks/dossiers.py --proof                   also on one core, and killed halfway

Made-up dossiers of four agreements, three of them broken on purpose; the partijen send late, wrong
and corrected sheets. A table says for each command the seconds of the clock and of the processor,
the milliseconds of the processor a return, and the peak memory of the command with all that it
started. It stops where the summary does not name the three that are broken, or where `--proof`
finds another byte.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep
from typing import IO, Any

from program import ROOT, copied_to

sys.path[:0] = [str(ROOT / "tests" / "support"), str(ROOT)]

from afbreken import state  # noqa: E402
from land import JAAR, Ingezonden, breek, maak_land, zend_in  # noqa: E402

SCRATCH = tempfile.TemporaryDirectory()
_ENVIRONMENT = copied_to(Path(SCRATCH.name))
_ONE_CORE = ("taskset", "-c", "0")
_PAGE = os.sysconf("SC_PAGE_SIZE")
_LOOK = 0.1  # seconds between two looks at the memory


@dataclass(frozen=True)
class Cost:
    """Of one command, with every process it started."""

    seconds: float
    processor: float
    peak: float
    dossiers: list[dict[str, Any]]

    @property
    def could_not(self) -> list[str]:
        return [d["dossier"] for d in self.dossiers if d["code"] == 2]


def command(*words: object, cores: int) -> list[str]:
    before = _ONE_CORE if cores == 1 else ()
    return [*before, sys.executable, "-m", "kaderxl", *map(str, words), "--json"]


def measured(*words: object, cores: int) -> Cost:
    """Run a command and look at it meanwhile."""
    start, before = perf_counter(), sum(os.times()[2:4])
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as aside:
        running = subprocess.Popen(
            command(*words, cores=cores),
            env=_ENVIRONMENT,
            cwd=SCRATCH.name,  # Python looks there first
            stdout=said,
            stderr=aside,
        )
        peak = 0
        while running.poll() is None:
            peak = max(peak, sum(map(_resident, _with_children(running.pid))))
            sleep(_LOOK)
        dossiers = _outcomes(str(words[0]), running.returncode, _whole(said), _whole(aside))
    spent = sum(os.times()[2:4]) - before
    return Cost(perf_counter() - start, spent, peak / 1e6, dossiers)


def _whole(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()


def _outcomes(name: str, code: int, said: bytes, aside: bytes) -> list[dict[str, Any]]:
    """What it came to in each dossier. A command that was ended, or fell, stops the benchmark with
    how it ended and the last that it said: without that nobody could tell which it was."""
    try:
        dossiers: list[dict[str, Any]] = json.loads(said)["dossiers"]
    except (ValueError, KeyError):
        how = f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
        sys.exit(f"{name}: {how}, and no outcome\n{aside.decode(errors='replace')[-2_000:]}")
    return dossiers


def _with_children(pid: int) -> list[int]:
    """A process and all below it; what ended meanwhile has none."""
    found = [pid]
    for each in found:
        try:
            tasks = Path(f"/proc/{each}/task").iterdir()
            found += [int(n) for task in tasks for n in (task / "children").read_text().split()]
        except OSError:
            continue
    return found


def _resident(pid: int) -> int:
    """Bytes that are this process's own: what it shares with others is counted with none."""
    try:
        _, resident, shared, *_ = Path(f"/proc/{pid}/statm").read_text().split()
    except OSError:
        return 0
    return (int(resident) - int(shared)) * _PAGE


def go(land: Path, sent: Ingezonden, cores: int, broken: set[str]) -> None:
    """All that comes after the sheets were handed out, with a line of the table for each."""
    for words in (
        ("mail", *JAAR),
        ("collect", sent.inbox, *JAAR),
        ("merge", *JAAR),
        ("collect", sent.te_laat, *JAAR),
        ("merge", *JAAR),
        ("status", *JAAR),
        ("archive", "--concept", *JAAR),
        ("verify",),
        ("history",),
    ):
        cost = measured(*words, "--dossiers", land, cores=cores)
        print(_line(str(words[0]), cores, cost, sent.aantal), flush=True)
        reached = {d["dossier"] for d in cost.dossiers}  # few have something that came late
        # A draft asks nothing of the list that one of them has broken.
        if set(cost.could_not) != broken & reached and words[0] != "mail":
            sys.exit(f"{words[0]}: it could not be done in {cost.could_not}, not in {broken}")


def _line(name: str, cores: int, cost: Cost, returns: int) -> str:
    each = 1_000 * cost.processor / returns
    times = f"{cost.seconds:.1f} | {cost.processor:.1f} | {each:.1f} | {cost.peak:.0f}"
    return f"| `{name}` | {cores} | {times} |"


def prove(before: Path, land: Path, sent: Ingezonden, scratch: Path) -> None:
    """The same bytes on one core, and when it was killed halfway and given again."""
    wanted = state(land)
    for name, killed in (("one core", False), ("killed halfway", True)):
        other = scratch / name.replace(" ", "-")
        shutil.copytree(before, other)
        if killed:
            _kill_halfway(other, sent)
        for words in (("collect", sent.inbox, *JAAR), ("merge", *JAAR)):
            measured(*words, "--dossiers", other, cores=2 if killed else 1)
        if state(other) != wanted:
            sys.exit(f"{name}: other bytes")
        print(f"{name}: the same {len(wanted)} files, byte for byte")
        shutil.rmtree(other)


def _kill_halfway(land: Path, sent: Ingezonden) -> None:
    words = command("collect", sent.inbox, *JAAR, "--dossiers", land, cores=2)
    busy = subprocess.Popen(
        words,
        env=_ENVIRONMENT,
        cwd=SCRATCH.name,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    half = len([*land.iterdir()]) / 2
    while busy.poll() is None and len([*land.glob("*/output/*/retour/ontvangst.csv")]) < half:
        sleep(0.01)
    os.killpg(busy.pid, signal.SIGKILL)
    busy.wait()


def main() -> None:
    """Make the country, break three of them, go through the year."""
    parser = argparse.ArgumentParser(description="many dossiers in one go")
    parser.add_argument("--dossiers", type=int, default=342)
    parser.add_argument("--returns", type=int, default=3_000)
    parser.add_argument("--cores", type=int, default=2, choices=(1, 2))
    parser.add_argument("--proof", action="store_true", help="one core, and killed halfway")
    chosen = parser.parse_args()
    with SCRATCH as folder:
        scratch = Path(folder)
        land, before = scratch / "land", scratch / "before"
        dossiers = maak_land(land, chosen.dossiers, chosen.returns)
        print("| command | cores | s | processor s | ms a return | peak MB |")
        print("|---|---:|---:|---:|---:|---:|")
        cost = measured("generate", *JAAR, "--dossiers", land, cores=chosen.cores)
        print(_line("generate", chosen.cores, cost, chosen.returns), flush=True)
        sent = zend_in(dossiers, scratch)
        broken = {*breek(dossiers)}
        if chosen.proof:
            shutil.copytree(land, before)
            for words in (("collect", sent.inbox, *JAAR), ("merge", *JAAR)):
                measured(*words, "--dossiers", land, cores=2)
            prove(before, land, sent, scratch)
            land = before
        go(land, sent, chosen.cores, broken)
    print(f"\n{sent.aantal} sheets; load of the machine: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()

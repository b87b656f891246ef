"""The process that reads foreign files, one after another, and may die of it.

Started by `process.Worker`; frames with file bytes come in on stdin, frames with JSON go out on
stdout.
It imports no more than reading needs, since each run of kaderxl waits for its start.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import signal
import sys

from ..core.catalogue.files import BESTAND_TE_GROOT
from . import wire
from .carriers.unpack import open_carrier
from .cells import note, reason_for
from .limits import Limits
from .open import open_document
from .papers import encode_paper

_BUFFER = 1_000_000  # an answer leaves in one piece
_NO_NEW_PRIVILEGES = 38  # prctl(2)
# Only a test lets this through: coverage then writes down what ran.
_MEASURED = "COVERAGE_PROCESS_CONFIG"

try:
    import resource
except ImportError:  # Windows has none; there the guard is the bound
    resource = None  # type: ignore[assignment]


def main(settings: str) -> None:
    """Serve until stdin closes; `settings` are the fields of Limits as JSON."""
    limits = Limits(**json.loads(settings))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent to act on
    frames, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb", _BUFFER)
    os.dup2(2, 1)  # a stray print must not look like an answer
    os.environ["OPENPYXL_LXML"] = "False"  # it reads alike, whatever else is installed
    _bound_memory(limits)
    _confine()
    gc.freeze()
    gc.set_threshold(100_000)  # thousands of cells are no reason to look for cycles
    wire.send(answers)  # an empty frame: ready
    while (question := wire.receive(frames, limits.file_bytes + wire.VERB)) is not None:
        _bound_time(limits)
        wire.send(answers, *answer(question[: wire.VERB], question[wire.VERB :], limits))


def answer(verb: bytes, data: bytes, limits: Limits) -> list[bytes]:
    """What to say about a file, as the chunks of a frame; for any bytes there is an answer."""
    try:
        if verb == wire.TAKE and (found := open_carrier(data, limits)) is not None:
            return wire.encode_unpacked(found)
        if verb == wire.PRINT:
            from .open_paper import open_paper  # asked once in the life of a template

            return [encode_paper(*open_paper(data, limits))]
        return [wire.encode(open_document(data, limits))]
    except MemoryError:
        why = note(BESTAND_TE_GROOT, grens="de grens", maximum="het geheugen")
    except BaseException as error:  # calamine's panic is no Exception
        why = reason_for(error)
    return [wire.encode_refusal(why)]


def _bound_memory(limits: Limits) -> None:
    if resource is not None:
        _lower(resource.RLIMIT_AS, limits.memory_bytes)
        _lower(resource.RLIMIT_CORE, 0)


def _confine() -> None:
    """From here on it writes to no file, starts no process and gains no right, whoever it obeys."""
    if resource is not None and _MEASURED not in os.environ:
        for kind in ("RLIMIT_FSIZE", "RLIMIT_NPROC"):
            with contextlib.suppress(AttributeError, OSError, ValueError):
                resource.setrlimit(getattr(resource, kind), (0, 0))
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)


def _bound_time(limits: Limits) -> None:
    """CPU time is counted from the start of the process, so the bound moves along."""
    if resource is not None:
        usage = resource.getrusage(resource.RUSAGE_SELF)
        _lower(resource.RLIMIT_CPU, int(usage.ru_utime + usage.ru_stime + limits.seconds) + 2)


def _lower(kind: int, soft: int) -> None:
    _, hard = resource.getrlimit(kind)
    # Some systems have the name and not the limit; there the parent's clock remains.
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(kind, (soft if hard < 0 else min(soft, hard), hard))

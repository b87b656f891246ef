"""A command of the command line, run inside a page: the same words, the same files.

The page writes what it is to do as one would type it, and gets what it came to as `--json` has it.
"""

from __future__ import annotations

import gc
import io
import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from contextvars import ContextVar
from pathlib import Path, PurePosixPath
from typing import TypeVar

from ..archives.schema import who_judges
from ..cli import main
from ..core.meanwhile import AtOnce, meanwhile
from ..reading.elsewhere import Elsewhere, who_reads
from ..reading.limits import Limits
from ..template.read import HERE, shipped_template
from .judging import Judge, judged_by
from .looking import look
from .reading import SecondWorker, There, Wait

T = TypeVar("T")
FOLDERS = ("output", "templates")
README = PurePosixPath("Leesmij.txt")
"""What of the folder of a municipality is kaderxl's, the last by `new`: nothing else in it is read
or written."""
_EPOCH = (1980, 1, 1, 0, 0, 0)


def run(words: Sequence[str], start: Callable[[], There], wait: Wait, judge: Judge) -> str:
    """Run `kaderxl <words>` here; gives its exit code, its document and its sentences, as JSON.

    `start` gives a second worker that reads, and `wait` what a promise of it comes to; `judge`
    holds metadata against a schema.
    """
    said, warned = io.StringIO(), io.StringIO()
    with ExitStack() as around:
        around.enter_context(_reading(start, wait))
        around.enter_context(_set(who_judges, judged_by(judge)))
        around.enter_context(redirect_stdout(said))
        around.enter_context(redirect_stderr(warned))
        code: object = 0
        try:
            main(args=[*words, "--json"], prog_name="kaderxl")
        except SystemExit as end:
            code = end.code
        finally:
            gc.unfreeze()  # the command line ends after a command, and a page does not
    document = said.getvalue()
    return json.dumps(
        {
            "code": code,
            "document": json.loads(document) if document else None,
            "sentences": warned.getvalue().splitlines(),
        }
    )


def try_out(words: Sequence[str], start: Callable[[], There], wait: Wait, judge: Judge) -> str:
    """What `run` would come to, done in a copy of this folder: nothing here changes."""
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as scratch:
        for top in FOLDERS:
            if (here / top).is_dir():
                shutil.copytree(here / top, Path(scratch) / top)
        os.chdir(scratch)
        try:
            return run(words, start, wait, judge)
        finally:
            os.chdir(here)


def look_at(where: Sequence[str], start: Callable[[], There], wait: Wait, judge: Judge) -> str:
    """The row of a sheet, by the words of `looking.look`, read by the second worker."""
    del judge  # each job of the page gets the same
    with _reading(start, wait):
        return look(*where)


@contextmanager
def _reading(start: Callable[[], There], wait: Wait) -> Iterator[None]:
    """Foreign files are read by the worker that `start` gives."""

    def reads(limits: Limits) -> Elsewhere:
        return SecondWorker(limits, start, wait)

    with _set(who_reads, reads), _set(meanwhile, AtOnce):
        yield


@contextmanager
def _set(variable: ContextVar[T], value: T) -> Iterator[None]:
    before = variable.set(value)
    try:
        yield
    finally:
        variable.reset(before)


def put_example(folder: str) -> None:
    """The template that comes with kaderxl, where commands look for one; never over another."""
    target = Path(folder) / HERE
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(shipped_template().read_bytes())


def as_zip(folder: str) -> bytes:
    """The files of kaderxl in a folder as one zip; the same files give the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in _files(Path(folder)):
            info = zipfile.ZipInfo(path.relative_to(folder).as_posix(), _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, path.read_bytes())
    return made.getvalue()


def from_zip(data: bytes | memoryview, folder: str) -> int:
    """Put the files of a zip of `as_zip` in a folder; gives how many there are.

    What does not stand in a folder of kaderxl stays out. Raises ValueError when it is no such zip.
    """
    limits = Limits()
    try:
        with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
            members = [i for i in archive.infolist() if not i.is_dir() and _is_ours(i.filename)]
            if sum(i.file_size for i in members) > limits.total_bytes * 5:
                raise ValueError("more than a folder of kaderxl holds")
            for info in members:
                target = Path(folder) / info.filename
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(info))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as fout:
        raise ValueError("no zip that can be read") from fout
    return len(members)


def _is_ours(name: str) -> bool:
    parts = PurePosixPath(name).parts
    if parts == README.parts:
        return True
    return len(parts) > 1 and parts[0] in FOLDERS and ".." not in parts


def _files(folder: Path) -> Iterable[Path]:
    if (folder / README).is_file():
        yield folder / README
    for top in FOLDERS:
        for where, folders, names in os.walk(folder / top):
            folders.sort()
            yield from (Path(where, name) for name in sorted(names))

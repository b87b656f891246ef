"""A command as the page gives it, here without a browser."""

from __future__ import annotations

import io
import json
import time
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from archieven import maak_ronde
from invullen import RONDE
from opdrachten import inhoud

from kaderxl.archives.schema import SCHEMA, who_judges
from kaderxl.commands.new import README as OF_NEW
from kaderxl.page.engine import README, as_zip, from_zip, look_at, put_example, run, try_out
from kaderxl.page.reading import SecondWorker, answer
from kaderxl.reading import Document, Limits, Reader, Refused
from kaderxl.reading.elsewhere import who_reads
from kaderxl.template.read import shipped_template


class There:
    """The second worker of a page, in the same process; `late` as if a file took too long."""

    def __init__(self, late: bool = False) -> None:
        self.alive, self._late = True, late
        self._said: list[bytes] = []

    def ask(self, limits: str, verb: str, data: bytes) -> None:
        self._said.append(answer(limits, verb, memoryview(data)))

    def answer(self, seconds: float) -> Any:
        said = io.BytesIO(self._said.pop(0))
        payload = None if self._late else SimpleNamespace(to_bytes=said.getvalue)
        return SimpleNamespace(payload=payload, late=self._late)

    def stop(self) -> None:
        self.alive = False


def at_once(promise: Any) -> Any:
    return promise


LXML = who_judges.get()


def judge(schema: bytes, data: bytes) -> str:
    assert schema == SCHEMA.read_bytes()
    return json.dumps(LXML(data))


def told(*words: object) -> dict[str, Any]:
    came: dict[str, Any] = json.loads(run([*map(str, words)], There, at_once, judge))
    return came


@pytest.mark.lang
def test_the_page_gets_what_json_gives_and_the_same_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    put_example(str(tmp_path))
    came = told("generate", "--year", "2026")
    assert came["code"] == 0
    assert came["document"]["schema"] == "kaderxl/1"
    sheets = [*Path("output/2026-evaluatie/invulbladen").iterdir()]
    assert len(sheets) == len(came["document"]["invulbladen"])


def test_a_template_that_is_there_is_left_alone(tmp_path: Path) -> None:
    put_example(str(tmp_path))
    (there,) = (tmp_path / "templates").iterdir()
    assert there.read_bytes() == shipped_template().read_bytes()
    there.write_bytes(b"eigen")
    put_example(str(tmp_path))
    assert there.read_bytes() == b"eigen"


def test_what_cannot_be_done_is_a_code_and_sentences(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    came = told("collect", "--year", "2026", "weg.xlsx")
    assert came["code"] == 2
    assert came["document"]["bevindingen"]
    assert told("bestaat-niet")["code"] == 2
    assert told("bestaat-niet")["sentences"]


def test_what_is_tried_out_is_told_and_nothing_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    put_example(str(tmp_path))
    before = inhoud(tmp_path)
    came = json.loads(try_out(("generate", "--year", "2026"), There, at_once, judge))
    assert came["document"]["invulbladen"]
    assert inhoud(tmp_path) == before
    assert Path.cwd() == tmp_path


def test_a_row_is_read_by_the_second_worker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    put_example(str(tmp_path))
    where = ("templates/monitoringstabel.xlsx", "", "Partijen", "B2", "output/2026-evaluatie")
    row = json.loads(look_at(where, There, at_once, judge))
    assert (row["sheet"], row["row"], row["column"]) == ("Partijen", 2, "B")


def test_who_reads_and_judges_is_as_before_when_a_command_is_done() -> None:
    before = who_reads.get(), who_judges.get()
    told("check", str(shipped_template()))
    assert (who_reads.get(), who_judges.get()) == before


def test_a_ronde_is_filed_and_looked_over_by_the_judge_of_the_page(
    tmp_path: Path, reader: Reader
) -> None:
    klaar = maak_ronde(tmp_path, reader, ("GEM",))
    where = ("--template", klaar.sjabloon, "--output", klaar.output)
    filed = told("archive", "--year", RONDE.jaar, "--concept", *where)
    assert filed["code"] == 0, filed
    (here,) = told("verify", "--output", klaar.output)["document"]["archieven"]
    assert (here["in_orde"], here["nagerekend"]) == (True, True)
    metadata = min(klaar.archief.rglob("*.xlsx.mdto.xml"))
    metadata.write_bytes(metadata.read_bytes().replace(b"<omvang>", b"<omvang>veel"))
    (here,) = told("verify", "--output", klaar.output)["document"]["archieven"]
    assert not here["in_orde"]


def test_what_the_second_worker_answers_is_read_and_what_is_late_is_refused() -> None:
    def starts(late: bool) -> Document | Refused:
        before = who_reads.set(lambda limits: SecondWorker(limits, lambda: There(late), at_once))
        try:
            with Reader(Limits(seconds=1)) as reader:
                return reader.read("blad.csv", b"a;b\n1;2\n")
        finally:
            who_reads.reset(before)

    begun = time.monotonic()
    assert isinstance(starts(late=False), Document)
    assert isinstance(starts(late=True), Refused)
    assert time.monotonic() >= begun


def test_a_zip_brings_back_what_went_out(tmp_path: Path) -> None:
    there, back = tmp_path / "er", tmp_path / "weer"
    for name in (
        "output/2026-evaluatie/mail/é.eml",
        "templates/monitoringstabel.xlsx",
        "Leesmij.txt",
        "eigen.txt",
    ):
        (there / name).parent.mkdir(parents=True, exist_ok=True)
        (there / name).write_bytes(name.encode())
    packed = as_zip(str(there))
    assert packed == as_zip(str(there))
    assert from_zip(packed, str(back)) == 3
    names = {p.relative_to(back).as_posix() for p in back.rglob("*") if p.is_file()}
    kept = ("output/2026-evaluatie/mail/é.eml", "templates/monitoringstabel.xlsx", "Leesmij.txt")
    assert names == {*kept}
    assert README.parts == OF_NEW.parts


def test_a_zip_of_somebody_else_writes_nothing_outside(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in ("output/../../weg.txt", "/output/weg.txt", "weg.txt", "output/goed.txt"):
            archive.writestr(name, "x")
    assert from_zip(made.getvalue(), str(tmp_path / "map")) == 1
    assert [p.name for p in tmp_path.rglob("*") if p.is_file()] == ["goed.txt"]


def test_what_is_no_zip_is_said(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="zip"):
        from_zip(b"PK geen zip", str(tmp_path))

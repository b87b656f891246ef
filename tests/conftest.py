"""Fixtures for every test: a reader, the shipped template, and LibreOffice."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from functools import wraps
from hashlib import sha256
from inspect import unwrap
from pathlib import Path

# One test brings lxml along; with it openpyxl writes an emoji as a reference that SheetJS halves.
os.environ["OPENPYXL_LXML"] = "False"

import pytest
from adressen import met_adressen
from excelregels import fouten
from excelrekenen import afwijkend
from groene_hoekjes import groene_hoekjes
from hypothesis import settings
from invullen import een_lezer_voor_alles
from programs import Converteer
from sjablonen import schrijf_sjabloon

from kaderxl.core import clock
from kaderxl.core.kader import Kader
from kaderxl.reading import Reader, process as lezen
from kaderxl.reading.process import Worker
from kaderxl.template.norms import in_year
from kaderxl.template.read import read_template, shipped_template
from kaderxl.writing.workbook import Werkboek

HIER = Path(__file__).parent
# How long an example may take would say how busy the machine is.
settings.register_profile("zonder klok", settings(), deadline=None)
settings.load_profile("zonder klok")

_ALTIJD_HERBEREKENEN = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def pytest_configure(config: pytest.Config) -> None:
    """A warning is an error when it is about our code, in whatever module of it."""
    eigen = "|".join(
        re.escape(n) for n in ("kaderxl", "tests", *(p.stem for p in (HIER / "support").iterdir()))
    )
    config.addinivalue_line("filterwarnings", rf"error:::({eigen})(\.|$)")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes may hold the time, as a zip does; a test is called the same in every process."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture(scope="session", autouse=True)
def elk_werkboek_klopt_in_excel() -> Iterator[None]:
    """Every workbook that a test makes is valid, and each formula reckoned by two engines.

    What is stored beside a formula is what people see until something is typed.
    """
    schrijf, gezien = Werkboek.bytes, set[bytes]()

    @wraps(schrijf)
    def nagekeken(boek: Werkboek) -> bytes:
        data = schrijf(boek)
        vingerafdruk = sha256(data).digest()
        if vingerafdruk not in gezien:
            gezien.add(vingerafdruk)
            assert not (gevonden := fouten(data) + groene_hoekjes(data)), gevonden
            assert not (anders := afwijkend(data)), "\n".join(f"{p} {a}" for p, a in anders.items())
        return data

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Werkboek, "bytes", nagekeken)
        yield


@pytest.fixture(scope="session", autouse=True)
def lezer_schrijft_op_wat_er_liep() -> Iterator[None]:
    """While coverage is measured the reading process ends by itself, for it is killed otherwise."""
    stop = Worker.stop

    def laat_uitlopen(worker: Worker) -> None:
        worker._questions.put(None)
        with suppress(subprocess.TimeoutExpired):
            worker.process.wait(timeout=10)
        stop(worker)

    with pytest.MonkeyPatch.context() as patch:
        if "COVERAGE_PROCESS_CONFIG" in os.environ:  # what coverage gives its subprocesses
            patch.setattr(Worker, "stop", laat_uitlopen)
            nodig = (*lezen._NEEDED, "COVERAGE_PROCESS_CONFIG")
            patch.setattr(lezen, "_NEEDED", nodig)
        yield


@pytest.fixture(autouse=True)
def ingenomen_na_de_ronde(monkeypatch: pytest.MonkeyPatch) -> None:
    """The returns of tests are saved in 2027 and later: they come in once all that has been."""
    monkeypatch.setattr(clock, "stamp", lambda: "2040-01-02T12:00:00+01:00")


@pytest.fixture
def ongekeurd(monkeypatch: pytest.MonkeyPatch) -> None:
    """For a workbook that is wrong on purpose."""
    monkeypatch.setattr(Werkboek, "bytes", unwrap(Werkboek.bytes))


@pytest.fixture(scope="session")
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


@pytest.fixture(scope="module")
def een_lezer(reader: Reader) -> Iterator[None]:
    """Commands that start no reading process of their own: that is what takes time."""
    with een_lezer_voor_alles(reader):
        yield


@pytest.fixture(scope="session")
def shipped() -> Path:
    return shipped_template()


@pytest.fixture(scope="session")
def kader(shipped: Path, reader: Reader) -> Kader:
    """As it reads in its first year."""
    return in_year(read_template(shipped, reader).geldig(), 2026)


@pytest.fixture(scope="session")
def converteer(tmp_path_factory: pytest.TempPathFactory) -> Converteer:
    """LibreOffice as it comes out of the box."""
    return _libreoffice(tmp_path_factory.mktemp("profiel"))


@pytest.fixture(scope="session")
def herbereken(tmp_path_factory: pytest.TempPathFactory) -> Converteer:
    """LibreOffice told to reckon every formula again when it opens a workbook."""
    profiel = tmp_path_factory.mktemp("profiel")
    (profiel / "user").mkdir()
    instelling = profiel / "user" / "registrymodifications.xcu"
    instelling.write_text(_ALTIJD_HERBEREKENEN, encoding="utf-8")
    return _libreoffice(profiel)


def _libreoffice(profiel: Path) -> Converteer:
    def converteer(bestand: Path, formaat: str, doelmap: Path) -> Path:
        soffice = shutil.which("soffice")
        if soffice is None:
            pytest.fail("LibreOffice (soffice) is not installed; this test needs it")
        doelmap.mkdir(parents=True, exist_ok=True)
        uitkomst = doelmap / f"{bestand.stem}.{formaat.partition(':')[0]}"
        assert uitkomst != bestand, "convert to another folder, so that the original stays"
        opdracht = [soffice, f"-env:UserInstallation={profiel.as_uri()}", "--headless"]
        opdracht += ["--norestore", "--convert-to", formaat, "--outdir", str(doelmap)]
        klaar = subprocess.run(
            [*opdracht, str(bestand)], capture_output=True, text=True, timeout=120, check=False
        )
        assert uitkomst.is_file(), f"soffice made no {uitkomst.name}: {klaar.stderr}"
        return uitkomst

    return converteer


@pytest.fixture(scope="module")
def molendam(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small template: four partijen, six indicatoren."""
    return schrijf_sjabloon(tmp_path_factory.mktemp("sjabloon") / "molendam.xlsx")


@pytest.fixture(scope="module")
def klein(molendam: Path, reader: Reader) -> Kader:
    """The small kader of Molendam."""
    return read_template(molendam, reader).geldig()


@pytest.fixture(scope="module")
def sjabloon(shipped: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped template with an address of every partij."""
    return met_adressen(shipped, tmp_path_factory.mktemp("s") / "sjabloon.xlsx")


@pytest.fixture
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which commands are given; as long as it has no template of its own they
    work with the shipped one."""
    map_ = tmp_path / "werk"
    map_.mkdir()
    monkeypatch.chdir(map_)
    monkeypatch.setattr("kaderxl.commands.of_whom._none_here", shipped_template)
    return map_

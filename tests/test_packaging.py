"""What is published: the whole package, the template in it, and no licence that binds others."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from importlib import metadata
from itertools import chain
from pathlib import Path, PurePosixPath

import pytest
from packaging.requirements import Requirement

pytestmark = pytest.mark.lang

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
TEMPLATE = "templates/monitoringstabel.xlsx"


def tree(*folders: str) -> set[str]:
    """The files under these folders of the checkout, without what programs leave there."""
    files = (path for folder in folders for path in (ROOT / folder).rglob("*"))
    return {
        path.relative_to(ROOT).as_posix()
        for path in files
        if path.is_file() and path.name[0] not in ".~" and "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel as built from that sdist."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Iterator[zipfile.ZipFile]:
    """The one wheel in it."""
    (path,) = built.glob("*.whl")
    with zipfile.ZipFile(path) as wheel:
        yield wheel


def test_wheel_holds_the_package_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    info = f"kaderxl-{PROJECT['version']}.dist-info"
    about = {"METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE"}
    about |= {f"licenses/{name}" for name in tree("LICENSES")}
    expected = tree("kaderxl") | {f"kaderxl/{TEMPLATE}"}
    assert set(wheel.namelist()) == expected | {f"{info}/{name}" for name in about}
    assert wheel.read(f"kaderxl/{TEMPLATE}") == (ROOT / TEMPLATE).read_bytes()


def test_sdist_holds_the_repository_without_results(built: Path) -> None:
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as sdist:
        names = {PurePosixPath(*PurePosixPath(name).parts[1:]) for name in sdist.getnames()}
    own = tree(".ci", ".github", "LICENSES", "benchmarks", "docs", "kaderxl", "page")
    own |= tree("templates", "tests")
    own |= {path.name for path in ROOT.glob("*.md")} | {"LICENSE", "REUSE.toml", "publiccode.yml"}
    own |= {"pyproject.toml", "requirements.txt", "start.py"}
    assert {PurePosixPath(name) for name in own} <= names
    assert not {name.parts[0] for name in names} & {"output", ".venv"}


def test_each_published_file_says_whose_it_is_and_under_which_licence(
    built: Path, tmp_path: Path
) -> None:
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as sdist:
        sdist.extraction_filter = getattr(tarfile, "data_filter", None)  # since 3.11.4
        sdist.extractall(tmp_path)
    (root,) = tmp_path.iterdir()
    command = [sys.executable, "-m", "reuse", "--root", str(root), "lint"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_version_is_the_same_everywhere(wheel: zipfile.ZipFile) -> None:
    assert Path(str(wheel.filename)).name.split("-")[1] == PROJECT["version"]
    assert metadata.version("kaderxl") == PROJECT["version"]


def test_checkout_uses_its_own_template() -> None:
    from kaderxl.template.read import shipped_template

    assert shipped_template() == ROOT / TEMPLATE
    assert shipped_template().is_file()


def test_wheel_brings_its_own_template(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path)
    code = "from kaderxl.template.read import shipped_template; print(shipped_template())"
    shown = subprocess.check_output(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path), "PYTHONUTF8": "1"},
        encoding="utf-8",
    )
    assert Path(shown.strip()) == tmp_path / "kaderxl" / TEMPLATE


def needed(requirements: list[str], seen: dict[str, str] | None = None) -> dict[str, str]:
    """What these bring with them here, direct and indirect, each with its licence."""
    seen = {} if seen is None else seen
    for requirement in map(Requirement, requirements):
        applies = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if applies and requirement.name not in seen:
            about = metadata.metadata(requirement.name)
            classifiers = [c for c in about.get_all("Classifier", []) if c.startswith("License")]
            fields = [about.get_all(field, []) for field in ("License-Expression", "License")]
            # Some give the whole text, and what they bring along of others' after it.
            names = [field.partition("\n")[0] for field in chain(*fields)]
            seen[requirement.name] = " ".join([*names, *classifiers])
            needed(metadata.requires(requirement.name) or [], seen)
    return seen


def test_no_dependency_has_a_gpl_licence() -> None:
    licences = needed(PROJECT["dependencies"])
    assert len(licences) >= len(PROJECT["dependencies"])
    assert {name for name, licence in licences.items() if not licence} == set()
    assert {
        name for name, licence in licences.items() if "GPL" in licence or "General Pub" in licence
    } == set()

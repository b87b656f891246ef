"""What a stranger finds beside the code is valid, and says what pyproject.toml says."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PROJECT = PYPROJECT["project"]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
SYSTEMS = {
    "ubuntu-latest": "Operating System :: POSIX :: Linux",
    "windows-latest": "Operating System :: Microsoft :: Windows",
    "macos-latest": "Operating System :: MacOS",
}


def yaml(path: Path) -> Any:
    return YAML(typ="safe").load(path.read_text("utf-8"))


def publiccode_faults(text: str) -> list[str]:
    """What is wrong with a publiccode.yml by its standard."""
    schema = json.loads((ROOT / "tests" / "support" / "publiccode.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    return [fault.message for fault in validator.iter_errors(YAML(typ="safe").load(text))]


# -- GitHub ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "schema", ["vendor.github-workflows", "custom.github-workflows-require-timeout"]
)
def test_workflows_are_valid(schema: str) -> None:
    assert WORKFLOWS
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
    done = subprocess.run(
        [*check, *map(str, WORKFLOWS)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_workflow_tries_each_python_and_system_that_is_promised() -> None:
    matrix = yaml(ROOT / ".github" / "workflows" / "ci.yml")["jobs"]["fast"]["strategy"]["matrix"]
    promised = [
        c.rpartition(" ")[2]
        for c in PROJECT["classifiers"]
        if re.fullmatch(r"Programming Language :: Python :: 3\.\d+", c)
    ]
    assert matrix["python"] == promised
    assert PROJECT["requires-python"] == f">={promised[0]}"
    systems = {c for c in PROJECT["classifiers"] if c.startswith("Operating System")}
    assert {SYSTEMS[name] for name in matrix["os"]} == systems


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_held_to_a_commit(path: Path) -> None:
    used = re.findall(r"uses: *(\S+)", path.read_text("utf-8"))
    assert used
    assert [action for action in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action)] == []


# -- the lock --------------------------------------------------------------------------------


def locked() -> list[tuple[Requirement, int]]:
    """The requirements in requirements.txt, and how many hashes each has."""
    text = (ROOT / "requirements.txt").read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    parts = [line.split("--hash=sha256:") for line in lines]
    assert all(re.fullmatch(r"[0-9a-f]{64} *", h) for _, *hashes in parts for h in hashes)
    return [(Requirement(requirement), len(hashes)) for requirement, *hashes in parts]


def wanted() -> list[Requirement]:
    """What pyproject.toml asks for at run time, with its extras, and to build."""
    extras = PROJECT["optional-dependencies"]
    asked = [*PROJECT["dependencies"], *extras["parquet"], *extras["keyring"]]
    return [Requirement(line) for line in [*asked, *PYPROJECT["build-system"]["requires"]]]


def test_each_pin_is_one_version_with_hashes() -> None:
    pins = locked()
    assert pins
    assert [str(pin) for pin, _ in pins if not re.fullmatch(r"==[^*,]+", str(pin.specifier))] == []
    assert [str(pin) for pin, hashes in pins if not hashes or pin.url] == []


@pytest.mark.parametrize("requirement", wanted(), ids=lambda requirement: requirement.name)
def test_lock_satisfies_pyproject(requirement: Requirement) -> None:
    name = canonicalize_name(requirement.name)
    pins = [pin for pin, _ in locked() if canonicalize_name(pin.name) == name]
    versions = [str(pin.specifier).removeprefix("==") for pin in pins]
    assert versions
    assert [v for v in versions if not requirement.specifier.contains(v)] == []


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_lock_pins_everything_once_on(system: str, python: str) -> None:
    environment = {
        "sys_platform": system,
        "python_version": python,
        "python_full_version": f"{python}.0",
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
    }

    def applies(marker: Marker | None) -> bool:
        return marker is None or marker.evaluate(environment)

    names = [canonicalize_name(pin.name) for pin, _ in locked() if applies(pin.marker)]
    assert len(names) == len(set(names))
    assert {canonicalize_name(r.name) for r in wanted() if applies(r.marker)} <= set(names)


def test_lock_names_no_registry() -> None:
    assert not re.search(r"://|--index|--find|--trusted", (ROOT / "requirements.txt").read_text())


# -- publiccode.yml ---------------------------------------------------------------------------


def test_publiccode_is_valid() -> None:
    assert publiccode_faults((ROOT / "publiccode.yml").read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("softwareType: standalone/desktop\n", ""),
        ("developmentStatus: beta", "developmentStatus: ready"),
        ("  - office\n", "  - spreadsheets\n"),
        ("  type: none", "  type: community"),
        ("  type: none", "  type: contract"),
        ("  license: EUPL-1.2", "  licence: EUPL-1.2"),
        ("  localisationReady: false", '  localisationReady: "no"'),
        ('url: "https://', 'url: "kaderxl on '),
    ],
)
def test_publiccode_schema_refuses(before: str, after: str) -> None:
    text = (ROOT / "publiccode.yml").read_text("utf-8")
    assert before in text
    assert publiccode_faults(text.replace(before, after, 1))


def test_publiccode_says_what_the_project_says() -> None:
    about = yaml(ROOT / "publiccode.yml")
    assert about["name"] == PROJECT["name"]
    assert about["url"] == PROJECT["urls"]["Source"]
    assert about["softwareVersion"] == PROJECT["version"]
    assert about["legal"]["license"] == PROJECT["license"]
    assert about["description"]["nl"]["shortDescription"] == PROJECT["description"]
    python = about["dependsOn"]["open"][0]
    assert SpecifierSet(PROJECT["requires-python"]) == SpecifierSet(f">={python['versionMin']}")
    pictures = [p for d in about["description"].values() for p in d.get("screenshots", ())]
    assert [p for p in pictures if not (ROOT / p).is_file()] == []


# -- the rest --------------------------------------------------------------------------------


def test_changelog_keeps_to_its_headings() -> None:
    headings = re.findall(r"^## (.*)$", CHANGELOG, re.MULTILINE)
    released = headings[1:]
    assert headings[0] == "[Unreleased]"
    assert all(re.fullmatch(r"\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d", h) for h in released)
    assert PROJECT["version"] in {h.partition("]")[0].removeprefix("[") for h in released}
    kinds = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    assert set(re.findall(r"^### (.*)$", CHANGELOG, re.MULTILINE)) <= kinds
    linked = set(re.findall(r"^\[(.*)\]: https://", CHANGELOG, re.MULTILINE))
    assert linked == {h.partition("]")[0].removeprefix("[") for h in headings}


def test_the_licence_is_the_one_that_reuse_knows() -> None:
    assert (ROOT / "LICENSES" / "EUPL-1.2.txt").read_bytes() == (ROOT / "LICENSE").read_bytes()


def test_documentation_of_the_library_builds_without_a_warning(tmp_path: Path) -> None:
    import kaderxl

    command = [sys.executable, str(ROOT / "docs" / "api.py"), str(tmp_path)]
    env = os.environ | {"PYTHONUTF8": "1"}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    page = (tmp_path / "kaderxl.html").read_text("utf-8")
    assert [name for name in kaderxl.__all__ if f'id="{name}"' not in page] == []

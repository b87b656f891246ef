"""Sets kaderxl up in .venv, when that is needed, and runs it. Asks only for Python and pip.

python3 start.py demo      a whole round with made-up answers
python3 start.py test      every check on the code; further words go to pytest
python3 start.py coverage  how much of the code the fast tests run; no less than the floor
python3 start.py docs      the library's documentation, as pages in dist/docs
python3 start.py pictures  the pictures of the sheets in docs/images; needs LibreOffice and Poppler
python3 start.py page      kaderxl as one page without a network, dist/kaderxl.html; needs npm
python3 start.py sbom      what kaderxl is made of, as CycloneDX, in dist/kaderxl.cdx.json
python3 start.py ...       any other words go to kaderxl
"""

import hashlib
import os
import shlex
import signal
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
TASKS = {
    "test": (
        "ruff format --check",
        "ruff check",
        "mypy",
        "lint-imports",
        "pytest -n auto --dist loadgroup",
    ),
    "coverage": (
        "coverage erase",
        "coverage run -m pytest -n auto --dist loadgroup -m 'not extern and not lang'",
        "coverage combine --quiet",
        "coverage report",
    ),
    "docs": ("python docs/api.py",),
    "pictures": ("python docs/pictures.py",),
    "page": ("python page/build.py",),
    "sbom": (),
}

PYTHON_TOO_OLD = """\
kaderxl heeft Python 3.11 of nieuwer nodig; dit is Python {}.
Zet een nieuwere Python klaar (https://www.python.org/downloads/) en probeer het opnieuw."""
NO_PIP = """\
Deze Python heeft geen pip, of een pip ouder dan 22.3. Zet pip eerst klaar:
    op Debian of Ubuntu:  sudo apt install python3-pip
    elders:               python3 -m ensurepip --upgrade
Probeer het daarna opnieuw."""
NOT_INSTALLED = """\
kaderxl kon niet worden klaargezet. Hierboven staat wat pip meldt.
Controleer of er internet is en probeer het opnieuw."""


def main() -> int:
    """Do what the words on the command line ask; the exit code is theirs."""
    version = ".".join(str(part) for part in sys.version_info[:3])
    if sys.version_info < (3, 11):  # noqa: UP036 (an older Python must get this far, to be told)
        sys.exit(PYTHON_TOO_OLD.format(version))
    words = sys.argv[1:]
    task = words[0] if words else ""
    if task not in TASKS:
        set_up(version, extra="")
        signal.signal(
            signal.SIGINT, lambda *_: None
        )  # Ctrl-C is for kaderxl, which says what it did
        return subprocess.call([tool("kaderxl"), *words])
    set_up(version, extra="[dev]")
    if task == "sbom":
        return sbom()
    failed = [step for step in TASKS[task] if not passes(step, words[1:])]
    print("\nMislukt: " + ", ".join(failed) if failed else "\nAlle controles zijn in orde.")
    return 1 if failed else 0


def passes(step: str, words: list) -> bool:
    """Run one step on the whole repository and show what it says."""
    print(f"\n=== {step}", flush=True)
    name, *arguments = shlex.split(step)
    if name == "pytest":
        arguments += words
    return subprocess.call([tool(name), *arguments], cwd=ROOT) == 0


def sbom() -> int:
    """Write down what requirements.txt brings on this system, in an environment of its own."""
    target = ROOT / "dist" / "kaderxl.cdx.json"
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, symlinks=not WINDOWS, with_pip=False)
        lock = ROOT / "requirements.txt"
        installed = pip(folder, "install", "--no-input", "--require-hashes", "--requirement", lock)
        if installed.returncode:
            sys.exit(f"{installed.stdout}\n{NOT_INSTALLED}")
        target.parent.mkdir(exist_ok=True)
        about = ["--pyproject", ROOT / "pyproject.toml", "--output-reproducible", "--validate"]
        command = [tool("cyclonedx-py"), "environment", *about, "--output-file", target, folder]
        return subprocess.call(command)


def tool(name: str) -> Path:
    """Where .venv keeps this command."""
    return VENV / "Scripts" / f"{name}.exe" if WINDOWS else VENV / "bin" / name


def set_up(version: str, extra: str) -> None:
    """Make .venv hold what pyproject.toml asks for; do nothing when it already does."""
    config, stamp = VENV / "pyvenv.cfg", VENV / "kaderxl.txt"
    made_here = (f"version = {version}\n", f" {VENV}\n")  # by this Python, not moved since
    if not config.is_file() or not all(mark in config.read_text("utf-8") for mark in made_here):
        venv.create(VENV, clear=True, symlinks=not WINDOWS, with_pip=False)
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest() + extra
    if stamp.is_file() and stamp.read_text("utf-8").startswith(wanted):  # [dev] holds the rest too
        return
    print("kaderxl wordt klaargezet. De eerste keer duurt dat even.", file=sys.stderr)
    if pip(VENV, "--version").returncode:
        sys.exit(NO_PIP)
    installed = pip(VENV, "install", "--no-input", "--editable", f"{ROOT}{extra}")
    if installed.returncode:
        sys.exit(f"{installed.stdout}\n{NOT_INSTALLED}")
    stamp.write_text(wanted, "utf-8")


def pip(folder: Path, *words: str) -> subprocess.CompletedProcess:
    """Let this Python's pip work in an environment, where no system lock applies."""
    command = [sys.executable, "-m", "pip", "--python", folder, "--disable-pip-version-check"]
    output = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    return subprocess.run([*command, *words], **output, text=True, errors="replace", check=False)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)

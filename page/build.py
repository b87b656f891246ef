"""Makes dist/kaderxl.html: kaderxl, and all that it runs on, as one page that needs no network.

What is in it comes from npm and PyPI by the names and hashes of lock.json, and from this checkout;
the same of these give the same bytes. `python3 start.py page` runs it;
`python page/build.py FILE` writes it elsewhere.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from parts import bill_of_materials, licences

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
LOCK = json.loads((HERE / "lock.json").read_text("utf-8"))
SCRIPTS = (
    "engine.js", "folder.js", "screens.js", "row.js", "work.js", "archive.js", "path.js",
    "parties.js", "give.js", "matrix.js", "settle.js", "post.js", "years.js", "remember.js",
    "begin.js", "fresh.js",
)  # fmt: skip
LARGEST = 20_000_000
"""Bytes: what may still be sent by mail, or put on a stick, without a thought."""
_EPOCH = (1980, 1, 1, 0, 0, 0)


def main() -> None:
    """Fetch, put together, write."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        runtime = {about["name"]: _from_npm(about, folder) for about in LOCK["npm"]}
        wheels = _wheels(folder) | _sources(folder) | {"kaderxl": _our_wheel(folder)}
    python, libxml2 = runtime["pyodide"], runtime["libxml2-wasm"]
    assets = {
        "pyodide.js": python["pyodide.js"],
        "pyodide.asm.mjs": python["pyodide.asm.mjs"],
        "pyodide.asm.wasm": python["pyodide.asm.wasm"],
        "pyodide-lock.json": b'{"info": %s, "packages": {}}'
        % json.dumps(json.loads(python["pyodide-lock.json"])["info"]).encode(),
        "python_stdlib.zip": _zipped(_unzipped(python["python_stdlib.zip"])),
        "libxml2raw.mjs": libxml2["libxml2raw.mjs"],
        "site.zip": _zipped(_needed(wheels)),
    }
    page = compose(
        assets, bill_of_materials(LOCK, wheels["kaderxl"]), licences(LOCK, runtime, wheels)
    )
    if len(page) > LARGEST:
        sys.exit(f"kaderxl.html is {len(page)} bytes; more than {LARGEST} is too much.")
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist" / "kaderxl.html"
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(page)
    print(f"{target}: {len(page) / 1e6:.1f} MB, sha256 {hashlib.sha256(page).hexdigest()}")


def compose(assets: Mapping[str, bytes], bill: str, texts: str) -> bytes:
    """The page with everything in it."""
    style = (HERE / "page.css").read_text("utf-8")
    worker = "\n".join(
        (HERE / n).read_text("utf-8") for n in ("runtime.js", "judge.js", "worker.js")
    )
    script = "\n".join((HERE / n).read_text("utf-8") for n in SCRIPTS)
    blocks = [
        f'<script type="text/plain" data-asset="{name}">{_packed(data)}</script>'
        for name, data in assets.items()
    ]
    blocks.append(f'<script type="text/plain" id="worker">{_in_script(worker)}</script>')
    blocks.append(f'<script type="application/json" id="sbom">{_in_script(bill)}</script>')
    blocks.append(f'<script type="text/plain" id="licences">{_in_script(texts)}</script>')
    page = (HERE / "page.html").read_text("utf-8")
    for mark, text in {
        "{{policy}}": _policy(style, script),
        "{{style}}": style,
        "{{blocks}}": "\n".join(blocks),
        "{{script}}": script,
    }.items():
        page = page.replace(mark, text)
    return page.encode()


def _policy(style: str, script: str) -> str:
    """Nothing is loaded, sent or run but what is in the page itself; `blob:` is made by it."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_hash(script)}' blob: 'wasm-unsafe-eval'",
            "worker-src blob:",
            f"style-src '{_hash(style)}'",
            "img-src data:",
            "connect-src 'none'",
            "form-action 'none'",
            "base-uri 'none'",
        )
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _packed(data: bytes) -> str:
    return base64.b64encode(gzip.compress(data, 9, mtime=0)).decode()


def _in_script(text: str) -> str:
    """A text that cannot end the element it stands in."""
    return text.replace("</", "<\\/").replace("<!--", "<\\!--")


# -- what it is made of ------------------------------------------------------------------------


def _from_npm(about: Mapping[str, str], folder: Path) -> dict[str, bytes]:
    """The files of a package of npm by their name."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is not there: kaderxl.html needs it to fetch Pyodide. Install Node.js.")
    name = f"{about['name']}@{about['version']}"
    _run(npm, "pack", name, "--silent", "--pack-destination", folder, cwd=folder)
    (archive,) = folder.glob(f"{about['name']}-*.tgz")
    _hold(archive, about["sha256"])
    with tarfile.open(archive) as tar:
        return {
            PurePosixPath(member.name).name: file.read()
            for member in tar.getmembers()
            if (file := tar.extractfile(member))
        }


def _wheels(folder: Path) -> dict[str, bytes]:
    """The wheels of PyPI by their name."""
    target = ["--python-version", LOCK["python"], "--implementation", "cp"]
    abi = "cp" + LOCK["python"].replace(".", "")
    target += ["--abi", abi, "--abi", "none", "--platform", LOCK["platform"], "--platform", "any"]
    _from_pypi(LOCK["wheels"], folder, *target, "--only-binary", ":all:")
    found = {_name(wheel): wheel for wheel in folder.glob("*.whl")}
    for about in LOCK["wheels"]:
        _hold(found[about["name"]], about["sha256"])
    return {about["name"]: found[about["name"]].read_bytes() for about in LOCK["wheels"]}


def _sources(folder: Path) -> dict[str, bytes]:
    """What is on PyPI as a module of source alone, as if it were a wheel."""
    made = {}
    for about in LOCK["sources"]:
        name = f"{about['name']}-{about['version']}"
        _from_pypi([about], folder, "--no-binary", about["name"])
        archive = folder / f"{name}.tar.gz"
        _hold(archive, about["sha256"])
        with tarfile.open(archive) as tar:
            parts = {
                f"{about['name']}.py": tar.extractfile(f"{name}/{about['name']}.py"),
                f"{name}.dist-info/METADATA": tar.extractfile(f"{name}/PKG-INFO"),
            }
            made[about["name"]] = _zipped({n: file.read() for n, file in parts.items() if file})
    return made


def _from_pypi(parts: Iterable[Mapping[str, str]], folder: Path, *rules: str) -> None:
    wanted = folder / "requirements.txt"
    lines = (f"{p['name']}=={p['version']} --hash=sha256:{p['sha256']}" for p in parts)
    wanted.write_text("\n".join(lines), "utf-8")
    python = getattr(sys, "_base_executable", sys.executable)
    pip = [python, "-m", "pip", "--disable-pip-version-check", "--no-input", "download", "--quiet"]
    always = ["--no-deps", "--require-hashes", "--dest", folder, "--requirement", wanted]
    _run(*pip, *rules, *always)


def _our_wheel(folder: Path) -> bytes:
    target = folder / "ours"
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", target, ROOT)
    (wheel,) = target.glob("*.whl")
    return wheel.read_bytes()


def _name(wheel: Path) -> str:
    return wheel.name.partition("-")[0].replace("_", "-").lower()


def _hold(file: Path, sha256: str) -> None:
    """Stop when a file is not the one of the lock."""
    if hashlib.sha256(file.read_bytes()).hexdigest() != sha256:
        sys.exit(f"{file.name} is not the file that page/lock.json names; nothing was made.")


def _run(*command: object, cwd: Path | None = None) -> None:
    done = subprocess.run(
        [*map(str, command)], cwd=cwd, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{done.stdout}{done.stderr}\nkaderxl.html could not be made.")


def _needed(wheels: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of all wheels that a round may need."""
    files: dict[str, bytes] = {}
    for data in wheels.values():
        files |= {name: held for name, held in _unzipped(data).items() if _is_needed(name)}
    return files


def _is_needed(name: str) -> bool:
    if ".dist-info/" in name:  # some tell their version from it
        return name.endswith("/METADATA")
    return not ("/tests/" in name or name.endswith(".pyi"))


def _unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {i.filename: archive.read(i) for i in archive.infolist() if not i.is_dir()}


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip in one order and of one moment; what is around it is pressed together, not this."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), files[name])
    return made.getvalue()


if __name__ == "__main__":
    main()

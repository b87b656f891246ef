"""What the page is made of, for who has to know: a bill of materials, and everybody's licence."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from email.parser import BytesParser
from hashlib import sha256
from typing import Any

_WORDS = ("licen", "copying", "notice")
_PYODIDE = """\
Pyodide {version} is the Python interpreter (CPython, PSF-2.0) for WebAssembly, made with Emscripten
(MIT), with in it zlib (Zlib), bzip2 (bzip2-1.0.6), libffi (MIT), SQLite (public domain), liblzma
(0BSD), mpdecimal (BSD-2-Clause), Expat (MIT) and HACL* (MIT). It is used as it was published, under
the Mozilla Public License 2.0: https://mozilla.org/MPL/2.0/. Its source is at https://github.com/pyodide/pyodide/tree/{version}.
"""


def bill_of_materials(lock: Mapping[str, Any], ours: bytes) -> str:
    """CycloneDX 1.6 as JSON: every part with its version, licence, hash and where it is from."""
    about = _about(ours)
    from_pypi = [*lock["wheels"], *lock["sources"]]
    parts = [_part(p, f"pkg:npm/{p['name']}@{p['version']}") for p in lock["npm"]]
    parts += [_part(p, f"pkg:pypi/{p['name']}@{p['version']}") for p in from_pypi]
    itself = {"name": "kaderxl", "version": about["Version"], "licence": "EUPL-1.2"}
    itself["sha256"] = sha256(ours).hexdigest()
    subject = _part(itself, f"pkg:pypi/kaderxl@{about['Version']}") | {"type": "application"}
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": subject},
        "components": parts,
        "dependencies": [
            {"ref": subject["bom-ref"], "dependsOn": [part["bom-ref"] for part in parts]},
            *({"ref": part["bom-ref"]} for part in parts),
        ],
    }
    return json.dumps(bill, indent=1)


def _part(about: Mapping[str, str], purl: str) -> dict[str, Any]:
    licence = about["licence"]
    named = {"expression": licence} if " " in licence else {"license": {"id": licence}}
    return {
        "type": "library",
        "bom-ref": purl,
        "name": about["name"],
        "version": about["version"],
        "hashes": [{"alg": "SHA-256", "content": about["sha256"]}],
        "licenses": [named],
        "purl": purl,
    }


def licences(
    lock: Mapping[str, Any],
    from_npm: Mapping[str, Mapping[str, bytes]],
    wheels: Mapping[str, bytes],
) -> str:
    """The texts of the licences of all parts, each under the name of the part."""
    (pyodide,) = (p for p in lock["npm"] if p["name"] == "pyodide")
    texts = [_PYODIDE.format(version=pyodide["version"])]
    texts += [f"{p['name']} {p['version']}: {p['licence']}\n" for p in lock["sources"]]
    texts += [
        _said(part, file, data)
        for part, files in from_npm.items()
        for file, data in sorted(files.items())
        if file.startswith("LICENSE")
    ]
    for name, data in wheels.items():
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            texts += [
                _said(name, file, archive.read(file))
                for file in sorted(archive.namelist())
                if ".dist-info/" in file and any(w in file.lower() for w in _WORDS)
            ]
    return f"\n{'-' * 72}\n\n".join(texts)


def _said(part: str, file: str, data: bytes) -> str:
    return f"{part}: {file}\n\n{data.decode('utf-8', 'replace').strip()}\n"


def _about(wheel: bytes) -> Any:
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        (name,) = (n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        return BytesParser().parsebytes(archive.read(name))

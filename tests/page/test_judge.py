"""The judge in the page gives the faults that lxml gives here, at the same elements."""

from __future__ import annotations

import base64
import json
import random
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from metadata import DOCUMENTEN
from opdrachten import ROOT
from pagina import asset
from programs import SCRIPTS, nodig

from kaderxl.archives.mdto_check import toets
from kaderxl.archives.schema import SCHEMA, Fout, who_judges

pytestmark = [pytest.mark.extern, pytest.mark.lang, pytest.mark.xdist_group("page")]
VALUES = (
    *("", " 1 ", "٣", "http://[", "a b", "n!", "26", "2026-02-30", "0000-01-01", "\u00a0"),
    *("2026-01-01T24:00:00", " P1Y ", "P99999999999999999999Y", "999999999999999999999-01-01"),
    *("<x/>", "<!-- c -->", "<?x y?>", "&#0;", "]]>", "<![CDATA[x]]>", "<m:x/>", '<x xmlns=""/>'),
)
PROPERTIES = (
    *('xsi:nil="0"', 'xsi:nil="x"', 'xsi:type="x"', 'xsi:type="identificatieGegevens"'),
    *('xsi:foo="x"', 'xml:lang="nl"', 'a="b" c="d"', 'xmlns=""', 'xmlns="urn:x"', 'm:a="b"'),
)
SIGNS = b'<>/"= ab1\xc3\xa9&;\n'


def documents() -> Iterator[bytes]:
    """Whole ones, each value and property another, with a prefix, and with bytes changed."""
    by_chance = random.Random(2026)
    for data in DOCUMENTEN.values():
        text = data.decode()
        yield data
        yield text.replace("<naam>", "<naam/>" * 200 + "<naam>").encode()
        for value in re.finditer(r">([^<>\n]+)<", text):
            for other in VALUES:
                yield (text[: value.start(1)] + other + text[value.end(1) :]).encode()
        for start in re.finditer(r"<\w+(?=[ >])", text):
            for more in PROPERTIES:
                changed = f"{text[: start.end()]} {more}{text[start.end() :]}"
                yield changed.encode()
                yield (
                    re.sub(r"<(/?)(?=\w)", r"<\1m:", changed).replace("xmlns=", "xmlns:m=").encode()
                )
        for _ in range(500):
            broken = bytearray(data)
            for _ in range(by_chance.randint(1, 3)):
                broken[by_chance.randrange(len(broken))] = by_chance.choice(SIGNS)
            yield bytes(broken)


def test_it_says_what_lxml_says(page: Path, tmp_path: Path) -> None:
    given = list(documents())
    (tmp_path / "documenten.json").write_text(
        json.dumps([base64.b64encode(data).decode() for data in given])
    )
    (tmp_path / "libxml2raw.mjs").write_bytes(asset(page, "libxml2raw.mjs"))
    files = (tmp_path / "libxml2raw.mjs", SCHEMA, tmp_path / "documenten.json")
    scripts = (SCRIPTS / "judge.cjs", ROOT / "page" / "judge.js")
    command = [nodig("node", "Node.js"), *map(str, (*scripts, *files))]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    lxml = who_judges.get()
    faults: list[list[Fout] | None] = []
    for data, there in zip(given, json.loads(done.stdout), strict=True):
        here = lxml(data)
        assert there == (None if here is None else [[*fault] for fault in here]), data.decode()
        faults.append(there)
    assert {0, 1, 2} <= {len(found) for found in faults if found is not None}
    assert None in faults
    assert all(toets(data) == () for data in DOCUMENTEN.values())

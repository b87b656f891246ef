"""`collect --choose` and `--exclude`, as a script reads them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from invullen import antwoorden, leeg_blad, vul
from klaarzetten import zet_klaar
from opdrachten import geef

from kaderxl import Ronde, check, collect
from kaderxl.core.catalogue import KEUZE_VERANDERT
from kaderxl.core.labels import WAARDE
from kaderxl.reading import Reader


def test_json_has_what_a_choice_changed_as_the_screen_says_it(
    tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(zet_klaar(tmp_path, reader))
    kader = check().geldig()
    given = antwoorden(kader, "NB")
    code = next(code for code, cells in given.items() if isinstance(cells.get(WAARDE), int))
    other: dict[str, Mapping[str, object]] = {**given, code: {WAARDE: 12345}}
    later = vul(leeg_blad(kader, "NB"), other, op="2027-02-05T09:00:00Z")
    Path("anders.xlsx").write_bytes(later)
    collect(Ronde(2026), [Path("anders.xlsx")])
    words = ("collect", "--year", "2026", "--reason", "een proef")
    screen = geef(*words, "--exclude", "anders.xlsx").output
    geef(*words, "--choose", "anders.xlsx")
    told = json.loads(geef(*words, "--exclude", "anders.xlsx", "--json").output)["bevindingen"]
    changed = [finding["tekst"] for finding in told if finding["code"] == KEUZE_VERANDERT.code]
    assert changed, screen
    assert all(text in screen for text in changed)

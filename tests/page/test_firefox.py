"""kaderxl.html in Firefox, which opens no folder: files in, a zip out."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser import in_firefox
from hostile.build import zipped
from invullen import antwoorden, vul
from opdrachten import met_sjabloon
from pagina import same_files

from kaderxl import Ronde, check, collect, generate, merge
from kaderxl.template.read import HERE

pytestmark = [pytest.mark.extern, pytest.mark.lang, pytest.mark.xdist_group("page")]
RONDE = Ronde(2026)


def test_a_ronde_goes_out_as_a_zip_that_is_opened_again(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same bytes as the command line, and nothing is asked of a network."""
    here, given = tmp_path / "hier", tmp_path / "gegeven"
    (given / "retour").mkdir(parents=True)
    (tmp_path / "profiel").mkdir()
    met_sjabloon(here)
    (given / "sjabloon.xlsx").write_bytes((here / HERE).read_bytes())
    monkeypatch.chdir(here)
    kader = check().geldig()
    first, second = (
        vul(sheet.bestand.read_bytes(), antwoorden(kader, sheet.partij.code))
        for sheet in generate(RONDE).invulbladen[:2]
    )
    (given / "retour" / "een.xlsx").write_bytes(first)
    (given / "retour" / "samen.zip").write_bytes(
        zipped({"twee.xlsx": second, "stuk.xlsx": b"PK geen rekenblad"})
    )
    collect(RONDE, sorted((given / "retour").iterdir()))
    merge(RONDE)

    came = in_firefox("firefox.cjs", tmp_path / "profiel", page, given, seconds=600)
    assert "Deze browser kan geen map openen" in came["folderless"]
    assert "samen.zip › stuk.xlsx: " in came["collected"]
    same_files(came["before"], here)
    assert came["files"] == came["before"]
    own = ("blob:", "data:", "about:", page.as_uri())
    assert [url for url in came["requests"] if not url.startswith(own)] == []

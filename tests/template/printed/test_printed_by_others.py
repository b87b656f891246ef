"""A pdf as a program prints it: letters side by side, lines of hairs, bullets that are drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

import agreements_elsewhere as elders
import drukwerk
import pytest
from browser import als_pdf

from kaderxl.reading import Reader
from kaderxl.reading.papers import Paper
from kaderxl.template.printed.found import Gevonden
from kaderxl.template.printed.read import lees_papier
from kaderxl.template.read import shipped_template

pytestmark = pytest.mark.extern
_TABEL = "table{border-collapse:collapse;font:9px Arial} td,th{vertical-align:top;text-align:left}"


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


def lees(reader: Reader, map_: Path, stijl: str, inhoud: str) -> Gevonden:
    pagina = map_ / "overeenkomst.html"
    kop = f"<!doctype html><html lang=nl><meta charset=utf-8><style>{stijl}</style>"
    pagina.write_text(f"{kop}<body>{inhoud}", "utf-8")
    paper = reader.read_printed("overeenkomst.pdf", als_pdf(pagina))
    assert isinstance(paper, Paper), paper
    return lees_papier(paper)


@pytest.mark.parametrize(
    "stijl",
    [
        "td,th{border:1px solid #888}",
        "tr:nth-child(even){background:#eee} td,th{padding:4px}",
        "tr{border-bottom:1px solid #999}",
    ],
    ids=["lines", "colour", "lines below rows"],
)
def test_our_table_is_read_however_it_is_drawn(reader: Reader, stijl: str, tmp_path: Path) -> None:
    onze = drukwerk.gedrukte_rijen(shipped_template())
    koppen = "".join(f"<th>{kop}</th>" for kop in drukwerk.KOPPEN)
    rijen = "".join(f"<tr>{_cellen(cellen)}</tr>" for cellen in drukwerk.per_afspraak(onze))
    tabel = (
        f"<h1>Kaderafspraken 2026-2031</h1><table><thead><tr>{koppen}</tr></thead>{rijen}</table>"
    )
    gevonden = lees(reader, tmp_path, _TABEL + stijl, tabel)
    assert drukwerk.gelezen_rijen(gevonden) == onze


def _cellen(cellen: list[list[str]]) -> str:
    delen = ("<br><br>".join(map(escape, cel)) for cel in (*cellen, [], []))
    return "".join(f"<td>{deel}</td>" for deel in delen)


@pytest.mark.parametrize("kolommen", [1, 2])
def test_prose_is_read_in_columns_too(reader: Reader, kolommen: int, tmp_path: Path) -> None:
    aaneen = re.sub(r"(?<=[\w,.])\n(?![-\d]|Indic|De corp|De gem|Minst|Huurders|Elk|In|Wij)", " ",
                    elders.DORPSVEEN_TEKST)  # fmt: skip
    delen = (_blok(regel) for regel in aaneen.split("\n") if regel)
    stijl = f"body{{columns:{kolommen};font:11px Georgia}} h2,h3{{break-after:avoid}}"
    gevonden = lees(reader, tmp_path, stijl, "".join(delen))
    assert drukwerk.gelezen_rijen(gevonden) == elders.DORPSVEEN.rijen


def _blok(regel: str) -> str:
    tag = "li" if regel.startswith("- ") else "h2" if re.match(r"\d", regel) else "p"
    return f"<{tag}>{escape(regel.removeprefix('- '))}</{tag}>"

"""Whole agreements: ours from its text, a Word document and a pdf, and three of elsewhere that
nothing was made for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import agreements_elsewhere as elders
import drukwerk
import layouts
import openpyxl
import pytest

from kaderxl.reading import Document, Reader
from kaderxl.reading.papers import Paper
from kaderxl.template.printed.found import Gevonden
from kaderxl.template.printed.read import lees_document, lees_papier
from kaderxl.template.read import shipped_template

ONZE_TEKST = Path(__file__).parents[2] / "support" / "kaderafspraken.txt"
LOSSE_CELLEN = 0.95


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


@pytest.fixture(scope="module")
def onze() -> tuple[elders.Rij, ...]:
    return drukwerk.gedrukte_rijen(shipped_template())


def lees(reader: Reader, data: bytes) -> Gevonden:
    paper = reader.read_printed("overeenkomst", data)
    assert isinstance(paper, Paper), paper
    return lees_papier(paper)


def raak(rijen: tuple[elders.Rij, ...], moet: tuple[elders.Rij, ...]) -> float:
    """The share of the cells that are as they must be, row by row."""
    paren = [
        gelijk
        for rij, hoort in zip(rijen, moet, strict=False)
        for gelijk in (a == b for a, b in zip(rij, hoort, strict=True))
    ]
    return sum(paren) / (5 * len(moet))


@pytest.mark.parametrize(
    "maak",
    [
        lambda onze: ONZE_TEKST.read_bytes(),
        drukwerk.als_word,
        drukwerk.als_pdf,
        lambda onze: drukwerk.als_pdf(onze, strepen=False),
    ],
    ids=["txt", "docx", "pdf with lines", "pdf without lines"],
)
def test_our_template_is_rebuilt(
    reader: Reader,
    onze: tuple[elders.Rij, ...],
    maak: Callable[[tuple[elders.Rij, ...]], bytes],
) -> None:
    gevonden = lees(reader, maak(onze))
    rijen = drukwerk.gelezen_rijen(gevonden)
    assert len(rijen) == len(onze) == 31
    assert len({rij[1] for rij in rijen}) == 19
    assert raak(rijen, onze) >= LOSSE_CELLEN
    assert gevonden.looptijd == (2026, 2031)
    assert [p.naam for p in gevonden.partijen] == [
        "Gemeente Aa en Hunze",
        *("De Volmacht", "Woonborg", "Woonzorg Nederland", "De Deelmacht", "AH WOON"),
    ]


def test_what_our_text_leaves_open_is_asked(reader: Reader) -> None:
    gevonden = lees(reader, ONZE_TEKST.read_bytes())
    vragen = {(v.over, v.vraag.split("“")[0].strip()) for v in gevonden.vragen}
    assert ("afspraak 5", "Bij") in vragen  # a year without an indicator
    assert ("afspraak 9", "In") in vragen  # 2026 2031
    assert ("tabel", "In of onder de tabel staat") in vragen
    assert any(vraag.startswith("Van de tabel waren alleen de woorden") for _, vraag in vragen)
    assert ("looptijd", "We lezen als looptijd 2026-2031, maar er staat ook") in vragen
    anders = {over for over, vraag in vragen if vraag == "De tabel zegt"}
    assert anders == {f"afspraak {n}" for n in (2, 6, 7, 9, 11)}
    assert all(v.bron for v in gevonden.vragen if v.over.startswith("afspraak"))


def test_each_cell_says_where_it_stands(reader: Reader) -> None:
    gevonden = lees(reader, ONZE_TEKST.read_bytes())
    regels = ONZE_TEKST.read_text("utf-8").split("\n")
    for rij in gevonden.rijen:
        for stuk in (rij.afspraak, rij.indicator, rij.jaar, rij.actiehouder):
            if stuk:
                regel = regels[int(stuk.plaats.removeprefix("regel ")) - 1]
                assert stuk.tekst.split()[0] in regel


ELDERS = [
    (elders.DORPSVEEN, elders.DORPSVEEN_TEKST.encode),
    (elders.HOOGERDAM, drukwerk.hoogerdam_word),
    (elders.WATERRIJK, drukwerk.waterrijk_pdf),
]


@pytest.mark.parametrize(("moet", "maak"), ELDERS, ids=["prose", "other heads", "two columns"])
def test_an_agreement_of_elsewhere_is_read(
    reader: Reader, moet: elders.Overeenkomst, maak: Callable[[], bytes]
) -> None:
    gevonden = lees(reader, maak())
    assert drukwerk.gelezen_rijen(gevonden) == moet.rijen
    assert tuple((p.naam, p.groep) for p in gevonden.partijen) == moet.partijen
    assert gevonden.looptijd == moet.looptijd
    assert gevonden.gemeente.tekst == moet.gemeente


@pytest.mark.parametrize("opmaak", layouts.OPMAKEN, ids=lambda opmaak: opmaak.naam)
def test_each_layout_is_read(reader: Reader, opmaak: layouts.Opmaak) -> None:
    data = opmaak.maak()
    paper = reader.read_printed("overeenkomst", data)
    if isinstance(paper, Paper):
        gevonden = lees_papier(paper)
    else:
        document = reader.read("overeenkomst", data)
        assert isinstance(document, Document)
        gevonden = lees_document(document)
    assert drukwerk.gelezen_rijen(gevonden) == opmaak.rijen
    assert len(gevonden.partijen) == opmaak.partijen
    assert gevonden.looptijd
    assert gevonden.titel
    open_ = [rij for rij in gevonden.rijen if not rij.heel]
    assert len(open_) <= sum("Daarvoor is geen" in vraag.vraag for vraag in gevonden.vragen)


def test_a_workbook_is_read_as_what_is_printed(reader: Reader, tmp_path: Path) -> None:
    boek = openpyxl.Workbook()
    blad = boek.worksheets[0]
    for tekst in elders.HOOGERDAM_INLEIDING:
        blad.append([tekst])
    begin = blad.max_row + 2
    for nummer, rij in enumerate(drukwerk.hoogerdam_cellen(), begin):
        for kolom, cel in enumerate(rij, 1):
            if cel.verder:
                blad.merge_cells(
                    start_row=nummer - 1, end_row=nummer, start_column=kolom, end_column=kolom
                )
            elif cel.tekst:
                blad.cell(nummer, kolom).value = cel.tekst
    pad = tmp_path / "afspraken.xlsx"
    boek.save(pad)
    document = reader.read(pad.name, pad.read_bytes())
    assert isinstance(document, Document)
    gevonden = lees_document(document)
    assert drukwerk.gelezen_rijen(gevonden) == elders.HOOGERDAM.rijen
    assert gevonden.rijen[0].indicator.plaats == f"blad Sheet, cel D{begin + 2}"


def test_a_text_without_afspraken_gives_questions_and_no_rows(reader: Reader) -> None:
    gevonden = lees(reader, b"Dit is een brief over het weer.\n\nMet groet")
    assert gevonden.rijen == ()
    assert {v.over for v in gevonden.vragen} == {"kader", "gemeente", "looptijd", "partijen"}

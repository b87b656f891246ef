"""A return with more in it than anybody can read: bounded, counted and said."""

from __future__ import annotations

import io
from pathlib import Path

from archieven import maak_ronde
from invullen import RONDE, antwoorden, codes, een_lezer_voor_alles, leeg_blad, vul
from openpyxl import load_workbook

from kaderxl import collect
from kaderxl.core import catalogue
from kaderxl.reading import Reader

ROWS = 1_500


def test_thousands_of_unknown_rows_are_counted(tmp_path: Path, reader: Reader) -> None:
    with een_lezer_voor_alles(reader):
        klaar = maak_ronde(tmp_path, reader, ("GEM",))
        blad = vul(leeg_blad(klaar.kader, "NB"), antwoorden(klaar.kader, "NB"))
        boek = load_workbook(io.BytesIO(blad))
        sheet = boek.worksheets[0]
        for nummer in range(ROWS):
            cellen = {1: f"Z{nummer:04}-I1", 10: "Groen", 12: f"tekst {nummer}"}
            for kolom, waarde in cellen.items():
                sheet.cell(100 + nummer, kolom, waarde)
        boek.save(tmp_path / "groot.xlsx")
        (i,) = collect(
            RONDE, [tmp_path / "groot.xlsx"], template=klaar.sjabloon, output=klaar.output
        ).inzendingen
    assert i.status == "aangenomen"
    onbekend = [b for b in i.bevindingen if b.code == catalogue.CODE_ONBEKEND.code]
    assert 0 < len(onbekend) < ROWS
    (meer,) = [
        b
        for b in i.bevindingen
        if b.code == catalogue.ZOVEEL_MEER.code and catalogue.CODE_ONBEKEND.code in b.tekst
    ]
    assert str(ROWS - len(onbekend)) in meer.tekst
    assert len(codes(i.bevindingen)) < 2_000

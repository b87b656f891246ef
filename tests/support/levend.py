"""What an input sheet shows while it is filled in: in what colour each cell is then, and whether
all that Controle may say is seen whole."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator

from excelmaten import Afgesneden, bladen_van
from excelrekenen import reken
from invullen import zoek_tabel
from openpyxl import load_workbook
from openpyxl.formula.translate import Translator

from kaderxl.core import labels as l

_VER_WEG = "ZZ"
_ZEGT = re.compile(r'(?<=,)"((?:[^"]|"")+)"')
"""A text in a formula that is an outcome, and not what something is compared with."""


def vullingen(data: bytes, cellen: Iterable[str]) -> dict[str, str]:
    """The fill (RRGGBB) of these cells of Invulblad, by the first rule that is true of each."""
    boek = load_workbook(io.BytesIO(data))
    blad = boek[l.INVULBLAD]
    proef: dict[str, tuple[str, str]] = {}
    cellen = [*cellen]
    for cel in cellen:
        regels = [
            (regel.priority, str(waar.sqref).split(":")[0].split()[0], regel)
            for waar in blad.conditional_formatting
            for regel in waar.rules
            if cel in waar.sqref and regel.dxf.fill
        ]
        for _, eerste, regel in sorted(regels, key=lambda r: r[0]):
            hier = f"{_VER_WEG}{len(proef) + 1}"
            formule = Translator(f"={regel.formula[0]}", origin=eerste).translate_formula(cel)
            blad[hier].value = formule
            proef[hier] = cel, regel.dxf.fill.bgColor.rgb[2:]
    uit = io.BytesIO()
    boek.save(uit)
    gerekend = reken(uit.getvalue())
    gevonden = {cel: str(blad[cel].fill.fgColor.rgb)[2:] for cel in cellen}
    for hier, (cel, vulling) in reversed(proef.items()):
        if gerekend[l.INVULBLAD, hier] is True:
            gevonden[cel] = vulling
    return gevonden


def afgesneden_in_controle(data: bytes) -> Iterator[Afgesneden]:
    """What Controle can say, by its own formulas, and would not be seen whole where it says it."""
    tabel = zoek_tabel(load_workbook(io.BytesIO(data)))
    blad = bladen_van(data)[l.INVULBLAD]
    for code, rij in tabel.rijen.items():
        adres = tabel.adres(code, l.CONTROLE)
        cel = blad.waarden[adres]
        for woord in _ZEGT.findall(str(tabel.blad[adres].value)) if blad.hoogte(rij) else ():
            cel.value = woord.replace('""', '"')
            if fout := blad.snijdt_af(cel):
                yield fout

"""Agreements as documents: a Word document and a pdf of the rows of a monitoring table, with and
without lines around the cells, and the made-up ones of `agreements_elsewhere`."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

import agreements_elsewhere as elders
import openpyxl
from documents import Cel, Op, Streep, alinea, docx, pdf, tabel

from kaderxl.template.printed.found import Gevonden

KOPPEN = (
    *("Thema", "Afspraak", "Indicator", "Jaar", "Actiehouder"),
    *("Beoordeling voortgang", "Toelichting"),
)
_INLEIDING = (
    "Kaderafspraken Aa en Hunze 2026-2031",
    "Gemeente Aa en Hunze, woningcorporaties de Volmacht, Woonborg en Woonzorg Nederland en "
    "huurdersverenigingen De Deelmacht en AH WOON staan voor sociale en duurzame dorpen.",
)
_KANTEN = (30, 105, 215, 330, 385, 485, 535, 580)
_BREED = (15, 22, 23, 12, 18, 11, 11)
_LETTER, _REGEL, _ONDERAAN = 7, 10, 800


def gedrukte_rijen(sjabloon: Path) -> tuple[elders.Rij, ...]:
    """What is printed in each row of a template."""
    blad = openpyxl.load_workbook(sjabloon, read_only=True)["Monitoringstabel"]
    cellen = blad.iter_rows(min_row=2, max_col=5, values_only=True)
    rijen = [tuple("" if cel is None else str(cel) for cel in rij) for rij in cellen]
    return tuple((a, b, c, d, e) for a, b, c, d, e in rijen)


def gelezen_rijen(gevonden: Gevonden) -> tuple[elders.Rij, ...]:
    return tuple(
        (r.thema.tekst, r.afspraak.tekst, r.indicator.tekst, r.jaar.tekst, r.actiehouder.tekst)
        for r in gevonden.rijen
    )


def per_afspraak(rijen: Iterable[elders.Rij]) -> Iterator[list[list[str]]]:
    """The cells of a row of the table as it is printed: one row an afspraak, of more lines."""
    for (thema, afspraak), groep in groupby(rijen, key=lambda rij: rij[:2]):
        eigen = [*groep]
        delen = [[f"> {r[2]}" for r in eigen if r[2]], [r[3] for r in eigen]]
        yield [[thema], [afspraak], *delen, [r[4] for r in eigen if r[4]]]


def als_word(rijen: Sequence[elders.Rij]) -> bytes:
    tabelrijen = [[Cel(kop) for kop in KOPPEN]]
    tabelrijen += [
        [*(Cel("\n".join(cel)) for cel in cellen), Cel(""), Cel("")]
        for cellen in per_afspraak(rijen)
    ]
    inleiding = "".join(map(alinea, _INLEIDING))
    return docx(inleiding + tabel(tabelrijen) + alinea("Zie jaarafspraken in de bijlage."))


def als_pdf(rijen: Sequence[elders.Rij], strepen: bool = True) -> bytes:
    """Some pages, the head on each, and a number at the foot."""
    voor = [regel for tekst in _INLEIDING for regel in (*textwrap.wrap(tekst, 90), "")]
    bladen: list[list[Op | Streep]] = [[Op(50, 60 + 13 * n, r) for n, r in enumerate(voor) if r]]
    hoogte = float(_ONDERAAN)
    for cellen in per_afspraak(rijen):
        regels = [_regels(cel, breed) for cel, breed in zip(cellen, _BREED, strict=False)]
        if hoogte + max(map(len, regels)) * _REGEL > _ONDERAAN - 20:
            bladen.append([Op(300, 825, str(len(bladen) + 1))])
            kop = [textwrap.wrap(k, b) for k, b in zip(KOPPEN, _BREED, strict=True)]
            hoogte = _rij(bladen[-1], 60, kop, strepen)
        hoogte = _rij(bladen[-1], hoogte, regels, strepen)
    return pdf(bladen)


def _regels(delen: Sequence[str], breed: int) -> list[str]:
    regels: list[str] = []
    for deel in delen:
        heel = textwrap.wrap(deel, breed, break_long_words=False, break_on_hyphens=False)
        regels += [*([""] if regels else []), *heel]
    return regels


def _rij(blad: list[Op | Streep], boven: float, cellen: list[list[str]], strepen: bool) -> float:
    """Draw a row; gives where the next begins."""
    onder = boven + max(map(len, cellen)) * _REGEL + 6
    blad += [
        Op(links + 4, boven + 10 + nummer * _REGEL, regel, _LETTER)
        for links, cel in zip(_KANTEN, cellen, strict=False)
        for nummer, regel in enumerate(cel)
        if regel
    ]
    if not strepen:
        return onder + 8
    blad += [Streep(_KANTEN[0], y, _KANTEN[-1], y) for y in (boven, onder)]
    blad += [Streep(x, boven, x, onder) for x in _KANTEN]
    return onder


def hoogerdam_cellen() -> list[list[Cel]]:
    rijen = elders.HOOGERDAM_RIJEN
    cellen = [[Cel(kop) for kop in elders.HOOGERDAM_KOPPEN]]
    for nummer, rij in enumerate(rijen):
        if len(rij) == 1:
            cellen.append([Cel(rij[0], breed=5)])
            continue
        eronder = rijen[nummer + 1] if nummer + 1 < len(rijen) else ()
        samen = len(eronder) > 1
        cellen.append(
            [
                Cel(tekst, verder=not tekst, begint=bool(tekst) and samen and not eronder[k])
                for k, tekst in enumerate(rij)
            ]
        )
    return cellen


def hoogerdam_word() -> bytes:
    inleiding = "".join(map(alinea, elders.HOOGERDAM_INLEIDING))
    return docx(inleiding + tabel(hoogerdam_cellen()) + alinea(elders.HOOGERDAM_NOOT))


def waterrijk_pdf() -> bytes:
    """Two columns on one page."""
    blad = [
        Op(links, 60 + 13 * nummer, regel)
        for links, tekst in ((50, elders.WATERRIJK_LINKS), (320, elders.WATERRIJK_RECHTS))
        for nummer, regel in enumerate(tekst.splitlines())
        if regel
    ]
    return pdf([blad])

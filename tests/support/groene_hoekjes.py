"""Where Excel puts a green corner in a cell, to ask whether something is wrong with it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from functools import lru_cache
from xml.etree import ElementTree

from excelrekenen import bladen
from geldigheid import NS, Element
from openpyxl.utils.cell import coordinate_to_tuple, get_column_letter, range_boundaries

_GETAL = re.compile(r"\s*[-+(]?\s*(€\s*)?\d[\d.,]*\s*[%)]?\s*")
_KORT_JAAR = re.compile(r"\s*\d{1,2}[-/]\d{1,2}[-/]\d\d\s*")
_CEL = re.compile(r"(\$?)([A-Z]{1,3})(\$?)(\d+)\b(?!\()")
_TEKST, _JAAR, _ANDERS, _OPEN = (
    "numberStoredAsText", "twoDigitTextYear", "formula", "unlockedFormula",
)  # fmt: skip
# The rules by which Excel looks at a cell by itself; `formulaRange` it looks at as at `formula`.


def groene_hoekjes(data: bytes) -> list[str]:
    """Every cell that gets one: its sheet, its address and by which rule."""
    with zipfile.ZipFile(io.BytesIO(data)) as pakket:
        teksten = []
        if "xl/sharedStrings.xml" in pakket.namelist():
            lijst = ElementTree.fromstring(pakket.read("xl/sharedStrings.xml"))
            teksten = [_regel("".join(si.itertext())) for si in lijst.iter(f"{NS}si")]
        open_ = _ontgrendeld(ElementTree.fromstring(pakket.read("xl/styles.xml")))
        return [
            f"{naam}!{adres}: {regel}"
            for naam, xml in bladen(pakket).items()
            for adres, regel in _op(xml, teksten, open_)
            if not _bedoeld(xml, adres, regel)
        ]


def _op(xml: Element, teksten: list[str], open_: set[int]) -> Iterator[tuple[str, str]]:
    formules: dict[tuple[int, int], str] = {}
    for cel in xml.iter(f"{NS}c"):
        adres, formule = cel.get("r", ""), cel.find(f"{NS}f")
        if formule is not None:
            plek = coordinate_to_tuple(adres)
            formules[plek] = _los_van_de_plek(formule.text or "", *plek)
            if int(cel.get("s", 0)) in open_:
                yield adres, _OPEN
        elif cel.get("t") in ("s", "inlineStr"):
            eigen = cel.get("t") == "inlineStr"
            nummer = int(cel.findtext(f"{NS}v") or 0)
            if regel := _regel("".join(cel.itertext())) if eigen else teksten[nummer]:
                yield adres, regel
    for (rij, kolom), los in formules.items():
        if _valt_op(formules, rij, kolom, los):
            yield f"{get_column_letter(kolom)}{rij}", _ANDERS


def _regel(tekst: str) -> str:
    """The rule that a text breaks, by itself."""
    if _GETAL.fullmatch(tekst):
        return _TEKST
    return _JAAR if _KORT_JAAR.fullmatch(tekst) else ""


def _valt_op(formules: Mapping[tuple[int, int], str], rij: int, kolom: int, eigen: str) -> bool:
    """Whether the two beside it, or above and below it, are alike and it is another."""
    paren = (((rij, kolom - 1), (rij, kolom + 1)), ((rij - 1, kolom), (rij + 1, kolom)))
    return any(
        formules.get(een) == formules.get(ander) != eigen and een in formules
        for een, ander in paren
    )


def _los_van_de_plek(formule: str, rij: int, kolom: int) -> str:
    """The formula with each cell as so many rows and columns away, as in R1C1."""

    def ver_weg(cel: re.Match[str]) -> str:
        vaste_kolom, letters, vaste_rij, nummer = cel.groups()
        k = letters if vaste_kolom else _nummer(letters) - kolom
        return f"R{nummer if vaste_rij else int(nummer) - rij}C{k}"

    return _CEL.sub(ver_weg, formule)


@lru_cache(maxsize=256)
def _nummer(letters: str) -> int:
    return coordinate_to_tuple(f"{letters}1")[1]


def _ontgrendeld(stijlen: Element) -> set[int]:
    """The numbers of the formats of cells that are not locked."""
    return {
        nummer
        for nummer, opmaak in enumerate(stijlen.findall(f"{NS}cellXfs/*"))
        for slot in opmaak.iter(f"{NS}protection")
        if slot.get("locked") in ("0", "false")
    }


def _bedoeld(xml: Element, adres: str, regel: str) -> bool:
    """Whether the sheet says that the cell is meant to be so."""
    rij, kolom = coordinate_to_tuple(adres)
    for deel in xml.iter(f"{NS}ignoredError"):
        if deel.get(regel) in ("1", "true"):
            for bereik in (deel.get("sqref") or "").split():
                links, boven, rechts, onder = (int(n or 0) for n in range_boundaries(bereik))
                if links <= kolom <= rechts and boven <= rij <= onder:
                    return True
    return False

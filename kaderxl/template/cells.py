"""The sheets of a template as tables, and the choices, numbers and codes in their cells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from ..core import catalogue
from ..core import labels as l
from ..core.findings import Regel
from ..core.notation import lees_getal, lijkt_op, plat
from ..core.rounds import Bevinding, Plek
from ..core.text import als_code, stuurteken
from ..reading import Document, Sheet, Value
from ..reading.cells import cell_name
from ..reading.tables import Cel, Tabel, vind_tabel

E_ = TypeVar("E_", bound=StrEnum)

_NODIG: dict[str, tuple[str, ...]] = {
    l.INSTELLINGEN: ("instelling", "waarde"),
    l.PARTIJEN: ("code", "naam", "groep"),
    l.MONITORINGSTABEL: ("Thema", "Afspraak", "Indicator", "Jaar", "Actiehouder", "code"),
    l.MEETWAARDEN: ("code", "indicator", "omschrijving", "soort"),
    l.DOELEN: ("indicator", "t/m jaar"),
    l.PLANNING: ("overleg", "regel"),
    l.LIJSTEN: ("beoordeling", "betekenis"),
    l.VRAGEN: ("nr", "vraag"),
    l.MAILTEKSTEN: ("soort", "tekst"),
}
"""The columns without which a sheet cannot be read."""
_CODE = re.compile(r"[A-Z0-9]+(?:-[A-Z0-9]+)*")
KORTE_CODE = re.compile(r"[A-Z0-9]{1,16}")


class Bladen:
    """The tables of one template, and the findings gathered while they are read.

    `tabellen` has None for a sheet that is missing or has no header row; of the sheets that may
    be missing it has those that are there.
    """

    def __init__(self, bestand: str, document: Document) -> None:
        self.bestand = bestand
        self.bevindingen: list[Bevinding] = []
        aanwezig = {plat(sheet.name) for sheet in document.sheets}
        bladen = [b for b in _NODIG if b != l.MAILTEKSTEN or plat(b) in aanwezig]
        self.tabellen = {blad: self._tabel(document, blad) for blad in bladen}
        self.plek_van: dict[str, str] = {}

    def meld(self, regel: Regel, plek: Plek, **velden: object) -> None:
        self.bevindingen.append(regel.bij(plek, **velden))

    def _tabel(self, document: Document, blad: str) -> Tabel | None:
        sheet = next((s for s in document.sheets if plat(s.name) == plat(blad)), None)
        if sheet is None:
            koppen = l.SJABLOON_KOLOMMEN[blad]
            tip = lijkt_op(blad, [s.name for s in document.sheets])
            tip = tip.replace("Bedoelt u", "Heet het nu")
            plek, kolommen = Plek(self.bestand), ", ".join(koppen)
            self.meld(catalogue.BLAD_ONTBREEKT, plek, blad=blad, kolommen=kolommen, tip=tip)
            return None
        self._meld_stuurtekens(sheet)
        tabel = vind_tabel(self.bestand, sheet, _koppen(blad, sheet), _NODIG[blad])
        kopregel = sheet.rows[tabel.kopregel if tabel else 0] if sheet.rows else []
        self._meld_koppen(sheet, blad, kopregel, tabel)
        return tabel

    def _meld_stuurtekens(self, sheet: Sheet) -> None:
        """A sign that steers a program or a screen, and would go out with every sheet and mail."""
        for rij, cellen in enumerate(sheet.rows, sheet.top):
            for kolom, waarde in enumerate(cellen, sheet.left):
                if isinstance(waarde, str) and (teken := stuurteken(waarde)):
                    plek = Plek(self.bestand, sheet.name, cell_name(rij, kolom))
                    self.meld(catalogue.STUURTEKEN, plek, teken=teken)

    def _meld_koppen(
        self, sheet: Sheet, blad: str, kopregel: list[Value], tabel: Tabel | None
    ) -> None:
        """A column that must be there and is not, one that is nearly there, one that is twice."""
        koppen = _koppen(blad, sheet)
        gelezen = {plat(v) for v in kopregel if v is not None}
        vreemd = [str(v) for v in kopregel if v and plat(v) not in {plat(k) for k in koppen}]
        for kop in koppen:
            tip = lijkt_op(kop, vreemd).replace("Bedoelt u", "Heet die nu")
            if plat(kop) not in gelezen and (tip or kop in _NODIG[blad]):
                plek = tabel.kop(kop) if tabel else Plek(self.bestand, sheet.name, "A1")
                self.meld(catalogue.KOLOM_ONTBREEKT, plek, kolom=kop, tip=tip)
        if tabel is not None:
            for kop, plaats in tabel.dubbel:
                plek = tabel.plek(tabel.adres(tabel.kopregel, plaats))
                self.meld(catalogue.KOP_DUBBEL, plek, kolom=kop, eerste=tabel.kop(kop).cel)

    def tabel(self, blad: str) -> Tabel:
        """A sheet that must be there; reading stops before this when one of those is not."""
        tabel = self.tabellen[blad]
        assert tabel is not None
        return tabel

    def rijen(self, blad: str) -> list[Rij]:
        """The rows of a sheet; none of one that may be missing and is."""
        tabel = self.tabellen.get(blad)
        return [Rij(self, tabel, nummer) for nummer in tabel.rijen()] if tabel else []


@dataclass(frozen=True, slots=True)
class Rij:
    """A row of a sheet: its cells by the header above them, and what is wrong with them."""

    bladen: Bladen
    tabel: Tabel
    nummer: int

    def cel(self, kolom: str) -> Cel:
        return self.tabel.cel(self.nummer, kolom)

    def tekst(self, kolom: str) -> str:
        return self.cel(kolom).tekst

    def code(self, kolom: str) -> str:
        """A code as it is compared; capitals must be written."""
        tekst = self.tekst(kolom)
        return tekst if tekst.isascii() else als_code(tekst)

    def meld(self, regel: Regel, kolom: str, /, **velden: object) -> None:
        self.bladen.meld(regel, self.tabel.plek(self.cel(kolom)), **velden)

    def keuze(self, kolom: str, leeg: E_) -> E_:
        """A word of the enumeration of `leeg`, which an empty cell means."""
        keuzes = type(leeg)
        return keuzes(self.uit_lijst(kolom, [*keuzes], leeg))

    def uit_lijst(self, kolom: str, keuzes: list[str] | tuple[str, ...], leeg: str) -> str:
        tekst = self.tekst(kolom)
        if not tekst:
            return leeg
        gekozen = {plat(keuze): keuze for keuze in keuzes}.get(plat(tekst))
        if gekozen is None:
            self.onbekend(kolom, keuzes, lijkt_op(tekst, keuzes))
        return gekozen or leeg

    def onbekend(self, kolom: str, keuzes: Iterable[str], tip: str = "") -> None:
        """A word that is none of the choices."""
        velden = {"waarde": self.tekst(kolom), "keuzes": ", ".join(keuzes), "tip": tip}
        self.meld(catalogue.KEUZE_ONBEKEND, kolom, kolom=kolom, **velden)

    def getal(self, kolom: str) -> float | None:
        cel = self.cel(kolom)
        getal = lees_getal(cel.waarde) if cel else None
        if isinstance(getal, (int, float)):
            return getal
        if cel:
            self.meld(catalogue.GETAL_ONLEESBAAR, kolom, waarde=cel.tekst)
        return None

    def jaar(self, kolom: str) -> int | None:
        getal = self.getal(kolom)
        return None if getal is None else int(getal)

    def vervangt(self) -> tuple[str, ...]:
        """The codes in the column `vervangt`, each once; white space and commas part them."""
        codes = re.split(r"[\s,;]+", als_code(self.tekst(l.VERVANGT)))
        return tuple(dict.fromkeys(filter(None, codes)))

    def nieuwe_code(self, vorm: re.Pattern[str] = _CODE) -> str:
        """The code of the row, or `` when it is missing, misshapen or taken (and reported)."""
        cel, plekken = self.cel("code"), self.bladen.plek_van
        code = self.code("code")
        if not code:
            self.meld(catalogue.CODE_ONTBREEKT, "code")
        elif not vorm.fullmatch(code):
            self.meld(catalogue.CODE_ONGESCHIKT, "code", waarde=code)
        elif code in plekken:
            self.meld(catalogue.CODE_DUBBEL_SJABLOON, "code", code=code, eerste=plekken[code])
        else:
            plekken[code] = f"{self.tabel.sheet.name}!{cel.adres}"
            return code
        return ""


def _koppen(blad: str, sheet: Sheet) -> tuple[str, ...]:
    """The columns of a sheet; Lijsten has one more for each word that asks a reason."""
    redenen: dict[str, None] = {}
    if blad == l.LIJSTEN:
        teksten = (str(waarde) for rij in sheet.rows for waarde in rij if waarde)
        redenen = dict.fromkeys(t for t in teksten if plat(t).startswith(l.REDEN_BIJ))
    return (*l.SJABLOON_KOLOMMEN[blad], *redenen)


def als_tekst(cel: Cel) -> str:
    """A setting or a year as text: whole numbers without decimals, dates day-month-year."""
    if isinstance(cel.waarde, float) and cel.waarde == int(cel.waarde):
        return str(int(cel.waarde))
    if isinstance(cel.waarde, date):
        return f"{cel.waarde.day}-{cel.waarde.month}-{cel.waarde.year}"
    return cel.tekst

"""The sheets of a template as tables, and the choices, numbers and codes in their cells."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import TypeVar

from ..core import catalogue
from ..core import labels as l
from ..core.findings import Regel
from ..core.notation import lees_getal, lijkt_op, plat
from ..core.rounds import Bevinding, Plek
from ..reading import Document, Sheet, Value
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
}
_MAG_ONTBREKEN = {l.MAILTEKSTEN: ("soort", "tekst")}
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
        erbij = [blad for blad in _MAG_ONTBREKEN if plat(blad) in aanwezig]
        self.tabellen = {blad: self._tabel(document, blad) for blad in (*_NODIG, *erbij)}
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
        tabel = vind_tabel(self.bestand, sheet, _koppen(blad, sheet), _nodig(blad))
        kopregel = sheet.rows[tabel.kopregel if tabel else 0] if sheet.rows else []
        self._meld_koppen(sheet, blad, kopregel, tabel)
        return tabel

    def _meld_koppen(
        self, sheet: Sheet, blad: str, kopregel: list[Value], tabel: Tabel | None
    ) -> None:
        """A column that must be there and is not, one that is nearly there, one that is twice."""
        koppen = _koppen(blad, sheet)
        gelezen = {plat(v) for v in kopregel if v is not None}
        vreemd = [str(v) for v in kopregel if v and plat(v) not in {plat(k) for k in koppen}]
        for kop in koppen:
            tip = lijkt_op(kop, vreemd).replace("Bedoelt u", "Heet die nu")
            if plat(kop) not in gelezen and (tip or kop in _nodig(blad)):
                plek = tabel.kop(kop) if tabel else Plek(self.bestand, sheet.name, "A1")
                self.meld(catalogue.KOLOM_ONTBREEKT, plek, kolom=kop, tip=tip)
        if tabel is not None:
            for kop, plaats in tabel.dubbel:
                plek = tabel.plek(tabel.adres(tabel.kopregel, plaats))
                self.meld(catalogue.KOP_DUBBEL, plek, kolom=kop, eerste=tabel.kop(kop).cel)

    def rijen(self, blad: str) -> tuple[Tabel, list[int]]:
        tabel = self.tabellen[blad]
        assert tabel is not None, "lees() stops when a sheet is missing"
        return tabel, list(tabel.rijen())

    def keuze(self, tabel: Tabel, cel: Cel, kolom: str, keuzes: type[E_], leeg: E_) -> E_:
        tekst = self.uit_lijst(tabel, cel, kolom, [k.value for k in keuzes], leeg.value)
        return keuzes(tekst)

    def uit_lijst(self, tabel: Tabel, cel: Cel, kolom: str, keuzes: list[str], leeg: str) -> str:
        if not cel:
            return leeg
        gekozen = {plat(keuze): keuze for keuze in keuzes}.get(plat(cel.tekst))
        if gekozen is None:
            self.meld(
                catalogue.KEUZE_ONBEKEND,
                tabel.plek(cel),
                waarde=cel.tekst,
                kolom=kolom,
                keuzes=", ".join(keuzes),
                tip=lijkt_op(cel.tekst, keuzes),
            )
        return gekozen or leeg

    def getal(self, tabel: Tabel, cel: Cel) -> float | None:
        getal = lees_getal(cel.waarde) if cel else None
        if isinstance(getal, (int, float)):
            return getal
        if cel:
            self.meld(catalogue.GETAL_ONLEESBAAR, tabel.plek(cel), waarde=cel.tekst)
        return None

    def jaar(self, tabel: Tabel, cel: Cel) -> int | None:
        getal = self.getal(tabel, cel)
        return None if getal is None else int(getal)

    def vervangt(self, tabel: Tabel, rij: int) -> tuple[str, ...]:
        """The codes in the column `vervangt`, each once; white space and commas part them."""
        tekst = tabel.cel(rij, l.VERVANGT).tekst.upper()
        return tuple(dict.fromkeys(filter(None, re.split(r"[\s,;]+", tekst))))

    def nieuwe_code(self, tabel: Tabel, cel: Cel, vorm: re.Pattern[str] = _CODE) -> str:
        """The code in a cell, or `` when it is missing, misshapen or taken (and reported)."""
        code = cel.tekst
        if not code:
            self.meld(catalogue.CODE_ONTBREEKT, tabel.plek(cel))
        elif not vorm.fullmatch(code):
            self.meld(catalogue.CODE_ONGESCHIKT, tabel.plek(cel), waarde=code)
        elif code in self.plek_van:
            eerste = self.plek_van[code]
            self.meld(catalogue.CODE_DUBBEL_SJABLOON, tabel.plek(cel), code=code, eerste=eerste)
        else:
            self.plek_van[code] = f"{tabel.sheet.name}!{cel.adres}"
            return code
        return ""


def _koppen(blad: str, sheet: Sheet) -> tuple[str, ...]:
    """The columns of a sheet; Lijsten has one more for each word that asks a reason."""
    redenen: dict[str, None] = {}
    if blad == l.LIJSTEN:
        teksten = (str(waarde) for rij in sheet.rows for waarde in rij if waarde)
        redenen = dict.fromkeys(t for t in teksten if plat(t).startswith(l.REDEN_BIJ))
    return (*l.SJABLOON_KOLOMMEN[blad], *redenen)


def _nodig(blad: str) -> tuple[str, ...]:
    """The columns without which a sheet cannot be read."""
    return _NODIG.get(blad) or _MAG_ONTBREKEN[blad]


def als_tekst(cel: Cel) -> str:
    """A setting or a year as text: whole numbers without decimals, dates day-month-year."""
    if isinstance(cel.waarde, float) and cel.waarde == int(cel.waarde):
        return str(int(cel.waarde))
    if isinstance(cel.waarde, date):
        return f"{cel.waarde.day}-{cel.waarde.month}-{cel.waarde.year}"
    return cel.tekst

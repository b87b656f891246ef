"""The sheets of a template as tables, and the choices, numbers and codes in their cells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple, TypeVar

from ..core import catalogue, labels as l, phrases as say
from ..core.findings import Regel
from ..core.notation import lees_getal, lijkt_op, plat, schrijf_opsomming
from ..core.rounds import Bevinding, Plek
from ..core.sums import afgerond
from ..core.text import als_rijcode, stuurteken
from ..reading import Document, Sheet, Value
from ..reading.cells import cell_name
from ..reading.tables import Cel, Tabel, vind_tabel
from .example_rows import gemerkt
from .kinds import BEDRAG
from .printed_rows import doorlopend, eigen_kop, met_nummers

E_ = TypeVar("E_", bound=StrEnum)

_NODIG: dict[str, tuple[str, ...]] = {
    l.INSTELLINGEN: ("instelling", "waarde"),
    l.PARTIJEN: ("naam", "groep"),
    l.MONITORINGSTABEL: ("Afspraak", "Indicator", "Jaar", "Actiehouder"),
    l.MEETWAARDEN: ("indicator", "omschrijving", "soort"),
    l.DOELEN: ("indicator", "t/m jaar"),
    l.PLANNING: ("overleg", "regel"),
    l.LIJSTEN: ("beoordeling", "betekenis"),
    l.VRAGEN: ("nr", "vraag"),
    l.MAILTEKSTEN: ("soort", "tekst"),
    l.LOPEND: ("code", "tekst"),
    l.BEGINSTAND: ("meetwaarde", "waarde"),
    l.NORMEN: ("norm", "jaar", "waarde"),
    l.REGELS: ("soort", "vraag"),
    l.JAARPROGRAMMA: ("jaar", "afspraak", "activiteiten"),
    l.RONDES: ("ronde", "peildatum"),
}
"""The columns without which a sheet cannot be read."""
_OPBOUW = (l.INSTELLINGEN, l.PARTIJEN, l.LIJSTEN, l.MONITORINGSTABEL, l.MEETWAARDEN, l.DOELEN)
"""Each of these builds on the ones before it."""
_CODE = re.compile(r"[A-Z0-9]+(?:-[A-Z0-9]+)*")
KORTE_CODE = re.compile(r"[A-Z0-9]{1,16}")


class Lezing(NamedTuple):
    """What was read from words that leave more than one way to write it."""

    wat: str
    tekst: str
    gelezen: str
    plek: Plek

    @property
    def is_code(self) -> bool:
        """Whether it only says which code stands for the words of a row, and no meaning."""
        return self.wat in ("code", "indicator")


class Gemaakt(NamedTuple):
    """A code for a cell without one, or with other words for it; rows as the sheet numbers them."""

    blad: str
    rij: int
    kolom: str
    code: str


class Bladen:
    """The tables of one template, and what is gathered while they are read: the findings, how words
    were read, and the codes that were made.

    `tabellen` has None for a sheet that is missing or has no header row; of the sheets that may
    be missing it has those that are there, and no row that is an example: those stand in
    `voorbeelden`. `kapot` has the codes and names on rows that could not
    be read, and `onvolledig` the indicatoren (codes) that lack a meetwaarde for it: what is said
    of those would only follow from that.
    """

    def __init__(self, bestand: str, document: Document) -> None:
        self.bestand, self.document = bestand, document
        self.bevindingen: list[Bevinding] = []
        self.voorbeelden: list[Plek] = []
        self.lezingen: list[Lezing] = []
        aanwezig = {plat(sheet.name) for sheet in document.sheets}
        bladen = [b for b in _NODIG if b not in l.MAG_ONTBREKEN or plat(b) in aanwezig]
        self.tabellen = {blad: self._tabel(document, blad) for blad in bladen}
        self.plek_van: dict[str, str] = {}
        self.gemaakt: list[Gemaakt] = []
        self.kapot: set[str] = set()
        self.onvolledig: set[str] = set()

    def meld(self, regel: Regel, plek: Plek, **velden: object) -> None:
        self.bevindingen.append(regel.bij(plek, **velden))

    def in_volgorde(self) -> tuple[Bevinding, ...]:
        """The findings in the order in which one mends them: a sheet before what builds on it."""
        volgorde = {plat(blad): n for n, blad in enumerate(_OPBOUW)}
        laatste = len(volgorde)
        op_blad = sorted(
            self.bevindingen,
            key=lambda b: volgorde.get(plat(b.plek.blad), laatste if b.plek.blad else -1),
        )
        return tuple(op_blad)

    def ook_als(self, blad: str, naam: str) -> None:
        """Read a sheet that may be missing by the name that the agreement has for it."""
        if blad not in self.tabellen and _sheet(self.document, naam):
            self.tabellen[blad] = self._tabel(self.document, blad, naam)

    def _tabel(self, document: Document, blad: str, naam: str = "") -> Tabel | None:
        sheet = _sheet(document, naam or blad)
        if sheet is None:
            koppen = l.SJABLOON_KOLOMMEN[blad]
            tip = lijkt_op(blad, [s.name for s in document.sheets])
            tip = tip.replace("Bedoelt u", "Heet het nu")
            plek, kolommen = Plek(self.bestand), ", ".join(koppen)
            self.meld(catalogue.BLAD_ONTBREEKT, plek, blad=blad, kolommen=kolommen, tip=tip)
            return None
        self._meld_stuurtekens(sheet)
        if blad == l.MONITORINGSTABEL:
            sheet = _met_eigen_koppen(sheet)
        tabel = vind_tabel(self.bestand, sheet, _koppen(blad, sheet), _NODIG[blad])
        kopregel = sheet.rows[tabel.kopregel if tabel else 0] if sheet.rows else []
        self._meld_koppen(sheet, blad, kopregel, tabel)
        if tabel is None:
            return None
        tabel = self._zonder_voorbeelden(tabel)
        return self._doorlopend(tabel) if blad == l.MONITORINGSTABEL else tabel

    def _zonder_voorbeelden(self, tabel: Tabel) -> Tabel:
        """The table without the rows that only show how it is filled in; those are kept apart."""
        voorbeelden = {nummer: k for nummer in tabel.rijen() if (k := gemerkt(tabel, nummer))}
        self.voorbeelden += [tabel.plek(cel) for cel in voorbeelden.values()]
        return replace(tabel, herhaald=tabel.herhaald | {*voorbeelden})

    def meld_voorbeelden(self) -> None:
        """One finding of all that is left of the examples, where the first stands."""
        per_blad = {
            p.blad: [q for q in self.voorbeelden if q.blad == p.blad] for p in self.voorbeelden
        }
        waar = [f"{len(op)} op {blad} (vanaf {op[0].cel})" for blad, op in per_blad.items()]
        if waar:
            aantal = say.aantal(len(self.voorbeelden), "voorbeeldregel", "voorbeeldregels")
            velden = {"aantal": aantal, "plekken": schrijf_opsomming(waar)}
            self.meld(catalogue.VOORBEELD_BLIJFT, self.voorbeelden[0], **velden)

    def _doorlopend(self, tabel: Tabel) -> Tabel:
        """The printed table with a thema and an afspraak on each row; what stands below it is
        named."""
        tabel, genummerd = met_nummers(tabel)
        heel, noten = doorlopend(tabel)
        for nummer in genummerd:
            cel = tabel.cel(nummer, "Afspraak")
            nr, _, titel = cel.tekst.partition(". ")
            self.lezingen.append(Lezing("Nr", f"{nr} | {titel}", cel.tekst, tabel.plek(cel)))
        for nummer in noten:
            cel = next(c for kop in ("Thema", "Afspraak") if (c := heel.cel(nummer, kop)))
            self.meld(catalogue.NOOT_ONDER_TABEL, heel.plek(cel), tekst=cel.tekst)
        return heel

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


def _sheet(document: Document, naam: str) -> Sheet | None:
    return next((s for s in document.sheets if plat(s.name) == plat(naam)), None)


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
        """A code as it is compared."""
        return als_rijcode(self.tekst(kolom))

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
        codes = map(als_rijcode, re.split(r"[\s,;]+", self.tekst(l.VERVANGT)))
        return tuple(dict.fromkeys(filter(None, codes)))

    def maak(self, kolom: str, code: str) -> None:
        """Note what belongs in a cell that has no code, or says it in words."""
        sheet = self.tabel.sheet
        rij = sheet.top + self.nummer + 1
        self.bladen.gemaakt.append(Gemaakt(sheet.name, rij, kolom, code))

    def nieuwe_code(self, vorm: re.Pattern[str] = _CODE, gemaakt: str = "", bij: str = "") -> str:
        """The code of the row, or `` when it is missing, misshapen or taken (and reported).

        Where none is written it is the one that is `gemaakt`, from the words in column `bij`.
        """
        cel, plekken = self.cel("code"), self.bladen.plek_van
        code = self.code("code")
        if not code and gemaakt:
            code, cel = gemaakt, self.cel(bij)
            self.maak("code", code)
            self.bladen.lezingen.append(Lezing("code", self.tekst(bij), code, self.tabel.plek(cel)))
        if not code:
            self.meld(catalogue.CODE_ONTBREEKT, "code")
        elif not vorm.fullmatch(code):
            self.meld(catalogue.CODE_ONGESCHIKT, "code", waarde=code)
        elif code in plekken:
            plek = self.tabel.plek(cel)
            self.bladen.meld(catalogue.CODE_DUBBEL_SJABLOON, plek, code=code, eerste=plekken[code])
        else:
            plekken[code] = f"{self.tabel.sheet.name}!{cel.adres}"
            return code
        self.bladen.kapot.add(code)
        return ""


@dataclass(frozen=True, slots=True)
class Maatcel:
    """A cell of a row with a number that may be a percentage: what Excel keeps as 0,75 shows 75.

    It may also be an amount as people write it: `€ 12,50`.
    """

    rij: Rij
    kolom: str

    @property
    def in_procenten(self) -> bool:
        """Whether the cell shows its number as a percentage, or has the sign behind it."""
        tabel, k = self.rij.tabel, self.rij.tabel.kolommen.get(self.kolom)
        plek = (tabel.sheet.top + self.rij.nummer, tabel.sheet.left + (k or 0))
        met_teken = self.rij.tekst(self.kolom).endswith("%")
        return k is not None and (plek in tabel.sheet.percents or met_teken)

    def zoals_getoond(self) -> float | None:
        """A number, and of a percentage what the cell shows: 75 for 75 %."""
        waarde = self.rij.cel(self.kolom).waarde
        if not self.in_procenten:
            bedrag = BEDRAG.ontleed(waarde) if isinstance(waarde, str) else None
            return bedrag if isinstance(bedrag, (int, float)) else self.rij.getal(self.kolom)
        if isinstance(waarde, (int, float)):
            return afgerond(100 * waarde)
        tekst = self.rij.tekst(self.kolom)
        getal = lees_getal(tekst.rstrip("% "))
        if isinstance(getal, (int, float)):
            return getal
        self.rij.meld(catalogue.GETAL_ONLEESBAAR, self.kolom, waarde=tekst)
        return None


def _met_eigen_koppen(sheet: Sheet) -> Sheet:
    """The printed table with its headers as we call them, where it has those under another name."""
    nodig, rijen = {*_NODIG[l.MONITORINGSTABEL]}, []
    for rij in sheet.rows:
        nieuw = [*map(eigen_kop, rij)]
        is_kop = nodig <= {*nieuw} and len({*nieuw}) == len({*rij})
        rijen.append(nieuw if is_kop else rij)
    return replace(sheet, rows=rijen)


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

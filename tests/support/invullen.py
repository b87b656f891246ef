"""What a partij does with its input sheet: fill it in, and do to the workbook what people do.

Only the header texts and the codes are known here; places are looked up, never assumed.
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from importlib import import_module
from pkgutil import iter_modules

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from kaderxl import commands
from kaderxl.core import labels as l
from kaderxl.core.answers import Antwoordregel, Inzending, RefusedReturn, Return, Veld
from kaderxl.core.findings import Regel
from kaderxl.core.kader import Kader, Meetwaarde
from kaderxl.core.rounds import Bevinding, Plek, Ronde
from kaderxl.reading import Document, Reader, cell_name
from kaderxl.returns.judge import validate
from kaderxl.returns.recognise import read_return
from kaderxl.sheets.layout import ANTWOORDEN, Indeling, Opdracht, deel_in
from kaderxl.sheets.questions import Vraagregel, stel_vragenlijst_op
from kaderxl.sheets.sheet import write_input_sheet
from kaderxl.sheets.texts import VORIGE_KEER
from kaderxl.template.norms import in_year
from kaderxl.years.reference import reference_values
from kaderxl.years.rollover import earlier_answers

RONDE = Ronde(2026)
PARTIJEN = ("GEM", "DV", "WB", "WZN", "DD", "AHW")
FEBRUARI = "2027-02-01T09:00:00Z"

Antwoorden = Mapping[str, Mapping[str, object]]
"""Answers by code, then by header text."""
Wijziging = Callable[[Workbook], None]


# Filling in


@dataclass(frozen=True)
class Tabel:
    """The table of an input sheet, found by its header texts.

    What is called an answer here (Waarde, Beoordeling, Plannen en acties) has no column of its
    own: `kop` says under which header it stands.
    """

    blad: Worksheet
    kopregel: int
    kolommen: dict[str, int]
    rijen: dict[str, int]

    def kop(self, code: str, kolom: str) -> str:
        if kolom in self.kolommen:
            return kolom
        if kolom == l.PLANNEN:
            return l.TOELICHTING
        if kolom not in (l.WAARDE, l.BEOORDELING):
            raise KeyError(kolom)
        op_voorzet = kolom == l.WAARDE and not _is_meetwaarde(code)
        return l.AKKOORD if op_voorzet and l.AKKOORD in self.kolommen else l.ANTWOORD

    def heeft(self, code: str, kolom: str) -> bool:
        """Whether there is a cell for such an answer on the row of this code."""
        if kolom not in (l.WAARDE, l.BEOORDELING) or kolom in self.kolommen:
            return True
        own = kolom == (l.WAARDE if _is_meetwaarde(code) else l.BEOORDELING)
        return own or self.kop(code, kolom) == l.AKKOORD

    def cel(self, code: str, kolom: str) -> Cell:
        cel = self.blad.cell(self.rijen[code], self.kolommen[self.kop(code, kolom)])
        assert isinstance(cel, Cell)
        return cel

    def adres(self, code: str, kolom: str) -> str:
        return self.cel(code, kolom).coordinate

    def vorige_keer(self, code: str) -> str:
        """The answer of the ronde before, which stands under the question; "–" without one."""
        _, kop, vorige = str(self.cel(code, l.VRAAG).value).partition(f"\n{VORIGE_KEER}: ")
        return vorige if kop else "–"


def _is_meetwaarde(code: str) -> bool:
    return bool(re.search(r"-M\d+$", code))


def zoek_tabel(boek: Workbook) -> Tabel:
    for blad in boek.worksheets:
        for nummer, rij in enumerate(blad.iter_rows(values_only=True), 1):
            if l.CODE in rij and l.TOELICHTING in rij:
                kolommen = {str(kop): k for k, kop in enumerate(rij, 1) if kop is not None}
                codes = range(nummer + 1, blad.max_row + 1)
                cellen = ((blad.cell(r, kolommen["Code"]).value, r) for r in codes)
                return Tabel(blad, nummer, kolommen, {str(c): r for c, r in cellen if c})
    raise AssertionError("no table with these headers")


def zet(cel: Cell, waarde: object) -> None:
    """Type a value; text stays text, also when it starts with an equals sign."""
    cel.value = waarde  # type: ignore[assignment]
    if isinstance(waarde, str):
        cel.data_type = "s"


def invullen(antwoorden: Antwoorden) -> Wijziging:
    """Type the answers into their cells."""

    def wijzig(boek: Workbook) -> None:
        tabel = zoek_tabel(boek)
        for code, rij in antwoorden.items():
            for kolom, waarde in rij.items():
                if waarde is not None or tabel.heeft(code, kolom):
                    zet(tabel.cel(code, kolom), waarde)

    return wijzig


def bewerk(data: bytes, *wijzigingen: Wijziging, opgeslagen: str = FEBRUARI) -> bytes:
    """Open a workbook, change it, save it at that moment."""
    boek = load_workbook(io.BytesIO(data))
    for wijzig in wijzigingen:
        wijzig(boek)
    uitvoer = io.BytesIO()
    boek.save(uitvoer)
    return _op_moment(uitvoer.getvalue(), opgeslagen)


def vul(data: bytes, antwoorden: Antwoorden, *wijzigingen: Wijziging, op: str = FEBRUARI) -> bytes:
    """Fill in a sheet, and then do to it what else was asked."""
    return bewerk(data, invullen(antwoorden), *wijzigingen, opgeslagen=op)


def _op_moment(data: bytes, moment: str) -> bytes:
    """The same workbook as if it was saved at a fixed moment."""
    uitvoer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as oud, zipfile.ZipFile(uitvoer, "w") as nieuw:
        for naam in oud.namelist():
            inhoud = oud.read(naam)
            if naam == "docProps/core.xml":
                inhoud = re.sub(
                    rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + moment.encode(), inhoud
                )
            nieuw.writestr(zipfile.ZipInfo(naam), inhoud, zipfile.ZIP_DEFLATED)
    return uitvoer.getvalue()


# What people do to a sheet


def sorteer_rijen(boek: Workbook) -> None:
    """The rows in another order; the formulas of Controle do not survive that."""
    tabel = zoek_tabel(boek)
    nummers = list(tabel.rijen.values())
    kolommen = [k for kop, k in tabel.kolommen.items() if kop != "Controle"]
    _verhuis(
        tabel.blad,
        [
            ((oud, kolom), (nieuw, kolom))
            for oud, nieuw in zip(nummers, reversed(nummers), strict=True)
            for kolom in kolommen
        ],
    )
    for nummer in nummers:
        tabel.blad.cell(nummer, tabel.kolommen["Controle"]).value = None


def verplaats_kolommen(boek: Workbook) -> None:
    """The columns from right to left; the formulas of Controle do not survive that."""
    tabel = zoek_tabel(boek)
    kolommen = list(tabel.kolommen.values())
    for nummer in tabel.rijen.values():
        tabel.blad.cell(nummer, tabel.kolommen["Controle"]).value = None
    _verhuis(
        tabel.blad,
        [
            ((nummer, oud), (nummer, nieuw))
            for nummer in range(tabel.kopregel, max(tabel.rijen.values()) + 1)
            for oud, nieuw in zip(kolommen, reversed(kolommen), strict=True)
        ],
    )


def _verhuis(blad: Worksheet, tochten: list[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """Values to other cells, all at once, each with its number format."""
    inhoud = [(blad.cell(*van).value, blad.cell(*van).number_format) for van, _ in tochten]
    for (_, naar), (waarde, notatie) in zip(tochten, inhoud, strict=True):
        cel = blad.cell(*naar)
        assert isinstance(cel, Cell)
        cel.number_format = notatie
        zet(cel, waarde)


def voeg_rijen_in(boek: Workbook) -> None:
    """Two empty rows on top, and one between the questions."""
    tabel = zoek_tabel(boek)
    tabel.blad.insert_rows(tabel.kopregel + 4)
    tabel.blad.insert_rows(1, 2)


def zonder_rij(code: str) -> Wijziging:
    def wijzig(boek: Workbook) -> None:
        tabel = zoek_tabel(boek)
        tabel.blad.delete_rows(tabel.rijen[code])

    return wijzig


def hernoem_bladen(boek: Workbook) -> None:
    for nummer, blad in enumerate(boek.worksheets, 1):
        blad.title = f"Blad{nummer}"


def zonder_meta(boek: Workbook) -> None:
    del boek["_meta"]
    boek.defined_names.clear()


def overal(oud: str, nieuw: str) -> Wijziging:
    """Replace a text in every cell, as with find and replace."""

    def wijzig(boek: Workbook) -> None:
        for blad in boek.worksheets:
            for rij in blad.iter_rows():
                for cel in rij:
                    if isinstance(cel, Cell) and isinstance(cel.value, str) and oud in cel.value:
                        zet(cel, cel.value.replace(oud, nieuw))

    return wijzig


def kop(oud: str, nieuw: str) -> Wijziging:
    """Give a column another header."""

    def wijzig(boek: Workbook) -> None:
        tabel = zoek_tabel(boek)
        tabel.blad.cell(tabel.kopregel, tabel.kolommen[tabel.kop("", oud)]).value = nieuw

    return wijzig


def achteraan(*cellen: tuple[str, object]) -> Wijziging:
    """A row below the last one, given as (header text, value)."""

    def wijzig(boek: Workbook) -> None:
        tabel = zoek_tabel(boek)
        nummer = max(tabel.rijen.values()) + 1
        code = str(dict(cellen).get(l.CODE, ""))
        for kolom, waarde in cellen:
            cel = tabel.blad.cell(nummer, tabel.kolommen[tabel.kop(code, kolom)])
            assert isinstance(cel, Cell)
            zet(cel, waarde)

    return wijzig


# Answers


def oordeel(
    kleur: str, reden: str | None = None, toelichting: str | None = None
) -> dict[str, object]:
    """What goes on an indicator's own row."""
    return {"Beoordeling": kleur, "Reden": reden, "Toelichting": toelichting}


def antwoorden(kader: Kader, partij: str, jaar: int = 2026) -> dict[str, dict[str, object]]:
    """A complete answer to all that a partij is asked; every number and every text its own."""
    gegeven: dict[str, dict[str, object]] = {}
    begin = 100 * [p.code for p in kader.partijen].index(partij)
    for nummer, (indicator, meetwaarden) in enumerate(kader.vragen_aan(partij, jaar)):
        kleur, reden = [("Groen", None), ("Oranje", "b"), ("Rood", "c"), ("Afgerond", None)][
            nummer % 4
        ]
        # What else is doubtful in it, no test wants to hear of.
        tekst = f"Fictief: {partij} over {indicator.code}, en dat klopt"
        gegeven[indicator.code] = oordeel(kleur, reden, tekst)
        for m in meetwaarden:
            gegeven[m.code] = {"Waarde": _waarde(m, partij, begin + len(gegeven))}
    return gegeven


def _waarde(m: Meetwaarde, partij: str, getal: int) -> object:
    match m.soort.naam:
        case "aantal":
            return getal + (1000 if m.rol == "noemer" else 0)
        case "bedrag" | "getal":
            return getal + 0.5
        case "percentage":
            return getal % 100
        case "datum":
            return date(2026, 1 + getal % 12, 1 + getal % 28)
        case "ja/nee":
            return "Ja"
        case _:
            return f"Fictief: {partij} bij {m.code}"


def zonder_lege(gegeven: Antwoorden) -> dict[str, dict[str, object]]:
    return {c: {k: w for k, w in rij.items() if w is not None} for c, rij in gegeven.items()}


def als_antwoorden(inzending: Inzending) -> dict[str, dict[str, object]]:
    """What an inzending holds, in the form it was filled in."""
    gelezen: dict[str, dict[str, object]] = {}
    for code, voorzet in inzending.voorzetten.items():
        if voorzet.velden:
            gelezen[code] = {kolom: veld.inhoud for kolom, veld in voorzet.velden.items()}
        for m, antwoord in voorzet.waarden.items():
            gelezen[m] = {"Waarde": antwoord.veld.inhoud}
    return gelezen


# Commands


@contextmanager
def een_lezer_voor_alles(reader: Reader) -> Iterator[None]:
    """Let every command use this one reading process: starting one is what takes time.

    Whatever limits a template of them set, it has its own again afterwards.
    """
    grenzen = reader.limits
    for opdracht in iter_modules(commands.__path__):
        import_module(f"kaderxl.commands.{opdracht.name}")
    with pytest.MonkeyPatch.context() as patch:
        for naam, module in list(sys.modules.items()):
            if re.fullmatch(r"kaderxl\.(?!reading\.)[\w.]+", naam) and hasattr(module, "Reader"):
                patch.setattr(module, "Reader", lambda: nullcontext(reader))
        yield
    reader.use(grenzen)


# Sheets and what becomes of them

_bladen: dict[tuple[int, str, Ronde], bytes] = {}
_ingevuld: dict[tuple[int, str], bytes] = {}


def leeg_blad(kader: Kader, partij: str, ronde: Ronde = RONDE) -> bytes:
    """The input sheet of a partij as generated; made once."""
    sleutel = (id(kader), partij, ronde)
    if sleutel not in _bladen:
        gevonden = kader.partij(partij)
        assert gevonden is not None
        vorige = earlier_answers(kader, ronde, ()).get(partij, {})
        eerder = reference_values(kader, ronde, ()).get(partij, {})
        opdracht = Opdracht(in_year(kader, ronde.jaar), ronde, gevonden, vorige, {}, eerder=eerder)
        _bladen[sleutel] = write_input_sheet(opdracht)
    return _bladen[sleutel]


def ingevuld_blad(kader: Kader, partij: str) -> bytes:
    """The sheet of a partij with every answer filled in; made once."""
    sleutel = (id(kader), partij)
    if sleutel not in _ingevuld:
        _ingevuld[sleutel] = vul(leeg_blad(kader, partij), antwoorden(kader, partij))
    return _ingevuld[sleutel]


def lees_document(reader: Reader, data: bytes, naam: str = "retour.xlsx") -> Document:
    document = reader.read(naam, data)
    assert isinstance(document, Document), document
    return document


def lees(
    reader: Reader, kader: Kader, data: bytes, naam: str = "retour.xlsx", ronde: Ronde = RONDE
) -> Return | RefusedReturn:
    vorige, kader = earlier_answers(kader, ronde, ()), in_year(kader, ronde.jaar)
    return read_return(naam, lees_document(reader, data, naam), kader, ronde, vorige)


def neem_in(reader: Reader, kader: Kader, data: bytes, naam: str = "retour.xlsx") -> Inzending:
    """A sheet all the way to a validated inzending."""
    gelezen = lees(reader, kader, data, naam)
    assert isinstance(gelezen, Return), gelezen
    return validate(gelezen, kader, RONDE)


# Without a workbook


class Procent(float):
    """A number in a cell that shows it as a percentage."""


def maak_return(kader: Kader, partij: str, gegeven: Antwoorden, ronde: Ronde = RONDE) -> Return:
    """The return a filled-in sheet would give, row by row as on the sheet."""
    regels: dict[str, Antwoordregel] = {}
    vragenlijst = stel_vragenlijst_op(kader, ronde, partij)
    indeling = deel_in(vragenlijst, herstel=False)
    for vraag in vragenlijst.regels:
        rij = gegeven.get(vraag.code, {})
        velden = (
            Veld(
                rij.get(naam),  # type: ignore[arg-type]
                Plek(f"{partij}.xlsx", "Invulblad", _plaats(indeling, vraag, naam)),
                isinstance(rij.get(naam), Procent),
            )
            for naam in ANTWOORDEN
        )
        regels[vraag.code] = Antwoordregel(vraag.code, *velden)
    hash_ = sha256(repr((partij, gegeven)).encode()).hexdigest()
    plek = Plek(f"{partij}.xlsx", "Invulblad", cell_name(indeling.kopregel, 0))
    return Return(plek.bestand, hash_, partij, FEBRUARI, False, plek, regels)


def _plaats(indeling: Indeling, vraag: Vraagregel, naam: str) -> str:
    """The cell of an answer, also of one that has none there: behind the table."""
    kolom = indeling.kolommen.van(vraag, naam)
    achter = len(indeling.kolommen.breedtes) + ANTWOORDEN.index(naam)
    return cell_name(indeling.rij[vraag.code], achter if kolom is None else kolom)


def inzending(kader: Kader, partij: str, gegeven: Antwoorden, ronde: Ronde = RONDE) -> Inzending:
    """The same, validated."""
    return validate(maak_return(kader, partij, gegeven, ronde), kader, ronde)


def cel_van(kader: Kader, partij: str, code: str, kolom: str) -> str:
    """Where `maak_return` puts an answer."""
    return maak_return(kader, partij, {}).regels[code].velden[ANTWOORDEN.index(kolom)].plek.cel


# Looking at findings


def codes(bevindingen: Iterable[Bevinding]) -> list[str]:
    return [b.code for b in bevindingen]


def enige(bevindingen: Iterable[Bevinding], regel: Regel) -> Bevinding:
    """The one finding of this kind."""
    (bevinding,) = (b for b in bevindingen if b.code == regel.code)
    return bevinding

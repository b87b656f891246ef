"""The rows of the tables in a return, by their code; whatever has no place is a finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import lru_cache

from ..core import catalogue, labels as l
from ..core.answers import Antwoordregel, Veld, Waarde, velden_op
from ..core.kader import Kader
from ..core.notation import lijkt_op, schrijf_opsomming
from ..core.rounds import Bevinding, Plek
from ..core.text import als_code
from ..reading import Value, cell_name
from ..reading.tables import Tabel
from ..sheets.layout import ANTWOORDEN
from ..sheets.questions import Voorstelvraag, Vragenlijst
from .headers import headers_of, is_together

# Looking what an unknown code resembles takes longer than reading the whole return.
_MEESTE_TIPS = 20
_MEESTE_CODES = 3
Strangers = Mapping[int, Mapping[str, str]]
"""What to say of the rows whose code and question contradict each other, by their number."""


@dataclass(frozen=True, slots=True)
class Rows:
    """What was read: the rows by code, the plans by theirs, and the findings."""

    regels: Mapping[str, Antwoordregel]
    programma: Mapping[str, Veld]
    bevindingen: list[Bevinding]


def read_rows(
    tabellen: Sequence[Tabel],
    vreemd: Sequence[Strangers],
    vragenlijst: Vragenlijst,
    partij: str,
    kader: Kader,
    gedrukt: frozenset[str] = frozenset(),
) -> Rows:
    """The rows of all tables; `vreemd` has for each the rows of which nothing is taken, and
    `gedrukt` the codes that stood on the sheet when it was handed out.

    An empty row gives way to a filled one with the same code, as in a copy of the sheet.
    """
    indicatoren = frozenset(i.code for i in kader.indicatoren)
    bestaand = indicatoren | {m.code for m in kader.meetwaarden}
    lezer = _Rows(vragenlijst, partij, indicatoren, bestaand, gedrukt)
    for tabel, niet in zip(tabellen, vreemd, strict=True):
        lezer.lees(tabel, niet)
    plannen = _Plans(vragenlijst)
    for tabel, niet in zip(tabellen, vreemd, strict=True):
        plannen.lees(tabel, niet)
    genoemd = {rij["code"] for rijen in vreemd for rij in rijen.values()}
    weg = _ontbrekend(vragenlijst, {*lezer.regels, *plannen.gelezen, *genoemd}, tabellen[0])
    bevindingen = [*lezer.bevindingen, *plannen.bevindingen, *weg]
    return Rows(lezer.regels, plannen.gelezen, bevindingen)


@dataclass(slots=True)
class _Rows:
    """The rows as they are found."""

    vragenlijst: Vragenlijst
    partij: str
    indicatoren: frozenset[str]
    bestaand: frozenset[str]
    gedrukt: frozenset[str]
    regels: dict[str, Antwoordregel] = field(default_factory=dict)
    bevindingen: list[Bevinding] = field(default_factory=list)
    _eerste: dict[str, str] = field(default_factory=dict)
    _tips: dict[str, str] = field(default_factory=dict)

    def lees(self, tabel: Tabel, vreemd: Strangers) -> None:
        verderop: dict[str, Plek] = {}
        rijen = tuple(tabel.rijen())
        elders = {vraag.code for vraag in self.vragenlijst.programma}
        regels, gevraagd = self.regels, self.vragenlijst.vragen.op_code
        kolommen = [_kolom(tabel, k, rijen) for k in (l.CODE, *ANTWOORDEN, l.AKKOORD)]
        samen = is_together(tabel)
        for nummer, cel_code, *velden, akkoord in zip(rijen, *kolommen, strict=True):
            code, plek = als_code(cel_code.tekst), cel_code.plek
            regel = Antwoordregel(code, *velden)
            if samen:
                regel = _uit_elkaar(regel, akkoord, code in self.indicatoren)
            if nummer in vreemd:
                self.bevindingen.append(_vreemd(tabel, nummer, regel, vreemd[nummer]))
            elif code in gevraagd and code not in regels:
                regels[code], self._eerste[code] = regel, plek.cel
            elif code in regels and regel.antwoord and not regels[code].antwoord:
                regels[code], self._eerste[code], verderop[code] = regel, plek.cel, plek
            elif code in regels:
                self.bevindingen += _dubbel(regels[code], regel, plek, self._eerste[code])
            elif code not in elders:
                self.bevindingen += self._zonder_plaats(regel, cel_code)
        self.bevindingen += _gelezen_verderop(verderop)

    def _zonder_plaats(self, regel: Antwoordregel, cel_code: Veld) -> Iterator[Bevinding]:
        """What to say of a row that is not asked."""
        code, plek, antwoord = regel.code, cel_code.plek, regel.antwoord
        if not antwoord:
            if code and code not in self.bestaand | self.gedrukt:
                yield catalogue.LOSSE_TEKST.bij(plek, tekst=cel_code.tekst)
        elif not code:
            waar = next(veld.plek for veld in regel.velden if veld)
            yield catalogue.ANTWOORD_ZONDER_CODE.bij(waar, antwoord=antwoord)
        elif code in self.bestaand:
            velden = {"code": code, "partij": self.partij, "antwoord": antwoord}
            yield catalogue.NIET_GEVRAAGD.bij(plek, **velden)
        else:
            tip = self._tip(code)
            yield catalogue.CODE_ONBEKEND.bij(plek, code=code, antwoord=antwoord, tip=tip)

    def _tip(self, code: str) -> str:
        if code not in self._tips and len(self._tips) < _MEESTE_TIPS:
            self._tips[code] = lijkt_op(code, sorted(self.vragenlijst.vragen.op_code))
        return self._tips.get(code, "")


@dataclass(slots=True)
class _Plans:
    """The plans for next year as they are found; what stands beside them is reported."""

    vragenlijst: Vragenlijst
    gelezen: dict[str, Veld] = field(default_factory=dict)
    bevindingen: list[Bevinding] = field(default_factory=list)

    def lees(self, tabel: Tabel, vreemd: Strangers) -> None:
        gevraagd = {vraag.code for vraag in self.vragenlijst.programma}
        if not gevraagd:
            return
        rijen = tuple(nummer for nummer in tabel.rijen() if nummer not in vreemd)
        codes, plannen = (_kolom(tabel, kolom, rijen) for kolom in (l.CODE, l.PLANNEN))
        samen = is_together(tabel)
        koppen = (*ANTWOORDEN, l.AKKOORD)
        ernaast = {kolom: _kolom(tabel, kolom, rijen) for kolom in headers_of(tabel, koppen)}
        if samen:
            del ernaast[l.TOELICHTING]
        verderop: dict[str, Plek] = {}
        for nummer, (cel_code, plan) in enumerate(zip(codes, plannen, strict=True)):
            code = als_code(cel_code.tekst)
            if code in gevraagd:
                self.bevindingen += [
                    catalogue.PLAN_IN_ANDERE_KOLOM.bij(v.plek, kolom=kolom, tekst=v.tekst)
                    for kolom, velden in ernaast.items()
                    if (v := velden[nummer])
                ]
                self._neem(code, plan, cel_code.plek, verderop)
            elif plan and not samen:
                self.bevindingen.append(catalogue.LOSSE_TEKST.bij(plan.plek, tekst=plan.tekst))
        self.bevindingen += _gelezen_verderop(verderop)

    def _neem(self, code: str, plan: Veld, plek: Plek, verderop: dict[str, Plek]) -> None:
        if code not in self.gelezen:
            self.gelezen[code] = plan
        elif plan and not self.gelezen[code]:
            self.gelezen[code], verderop[code] = plan, plan.plek
        elif plan and plan.tekst != self.gelezen[code].tekst:
            velden = {"eerste": self.gelezen[code].plek.cel, "antwoord": plan.tekst}
            self.bevindingen.append(catalogue.CODE_DUBBEL.bij(plek, code=code, **velden))


def _uit_elkaar(regel: Antwoordregel, akkoord: Veld, is_indicator: bool) -> Antwoordregel:
    """A row of a sheet with one column for the answers: what stands in it is the beoordeling of an
    indicator or the value of a meetwaarde, and what is said to a voorzet stands beside it."""
    if is_indicator:
        return regel._replace(waarde=akkoord)
    return regel._replace(beoordeling=akkoord)


def _ontbrekend(vragenlijst: Vragenlijst, gevonden: set[str], tabel: Tabel) -> Iterator[Bevinding]:
    """The rows that are asked and are not there."""
    plek = tabel.kop(l.CODE)
    for code, vraag in vragenlijst.vragen.op_code.items():
        if code not in gevonden:
            tekst = vraag.vraag if vraag.meetwaarde else vraag.indicator.tekst
            yield catalogue.CODE_WEG.bij(plek, code=code, vraag=tekst)
    for plan in vragenlijst.programma:
        if plan.code not in gevonden and not isinstance(plan, Voorstelvraag):
            yield catalogue.CODE_WEG.bij(plek, code=plan.code, vraag=plan.wat)


def _vreemd(
    tabel: Tabel, nummer: int, regel: Antwoordregel, velden: Mapping[str, str]
) -> Bevinding:
    """A row that is not what its code says, with all that stands on it: none of it is taken."""
    plan = "" if is_together(tabel) else tabel.cel(nummer, l.PLANNEN).tekst
    antwoord = " | ".join(filter(None, (regel.antwoord, plan))) or "(niets)"
    plek = tabel.plek(tabel.cel(nummer, l.CODE))
    return catalogue.VRAAG_VAN_ANDERE_CODE.bij(plek, **velden, antwoord=antwoord)


def _dubbel(
    eerste: Antwoordregel, regel: Antwoordregel, plek: Plek, cel_eerste: str
) -> Iterator[Bevinding]:
    """A second row with one code is reported unless it says nothing."""
    if not regel.antwoord:
        return
    hier, daar = ([veld.tekst for veld in r.velden] for r in (regel, eerste))
    soort = catalogue.CODE_HERHAALD if hier == daar else catalogue.CODE_DUBBEL
    yield soort.bij(plek, code=regel.code, eerste=cel_eerste, antwoord=regel.antwoord)


def _gelezen_verderop(verderop: Mapping[str, Plek]) -> Iterator[Bevinding]:
    """One finding for the codes (with their place) that stood on an empty row before."""
    codes = [*verderop]
    if codes:
        rest = len(codes) - _MEESTE_CODES
        genoemd = [*codes[:_MEESTE_CODES], *([f"nog {rest}"] if rest > 0 else [])]
        yield catalogue.ANTWOORD_VERDEROP.bij(verderop[codes[0]], codes=schrijf_opsomming(genoemd))


def _kolom(tabel: Tabel, kolom: str, rijen: tuple[int, ...]) -> list[Veld]:
    """What these rows have under `kolom`; of a column that is not there every cell is empty."""
    sheet, plaats = tabel.sheet, tabel.kolommen.get(kolom)
    if plaats is None:
        return [Veld(None, tabel.plek("")) for _ in rijen]
    inhoud = (_inhoud(sheet.rows[rij][plaats]) for rij in rijen)
    cellen = _celnamen(sheet.top, sheet.left + plaats, rijen)
    return velden_op(inhoud, tabel.bestand, sheet.name, cellen)


@lru_cache(maxsize=64)
def _celnamen(top: int, kolom: int, rijen: tuple[int, ...]) -> list[str]:
    """The names of the cells in these rows: in most returns they are the same."""
    return [cell_name(top + rij, kolom) for rij in rijen]


def _inhoud(waarde: Value) -> Waarde:
    """A value as it is; a moment at midnight is a day, other kinds of time become text."""
    if waarde is None or isinstance(waarde, str):
        return waarde
    if isinstance(waarde, datetime):
        return waarde.date() if waarde.time() == time.min else str(waarde)
    if isinstance(waarde, (int, float, date)):
        return waarde
    return str(waarde)

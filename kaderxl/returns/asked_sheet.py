"""An input sheet that somebody received, read for its questions: without a template, and without
what the municipality keeps of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ..core import labels as l
from ..core.action_points import ACTIEPUNT
from ..core.identity import MATRIX, every_letter
from ..core.phrases import JAARPROGRAMMA, TOEZEGGING, voorstelcode
from ..core.text import als_code
from ..reading import Document, Limits, Refused, Value
from ..reading.cells import Refusal
from ..reading.formats.package import open_package
from ..reading.tables import Tabel, split_hidden_copies
from ..sheets.asked import Antwoordcel, Gevraagd, Vraagblad
from ..sheets.fitting import VERDER, begin_voor_slot
from ..sheets.questions import AKKOORD, KLEUR
from ..sheets.texts import ONDER_DE_VRAAG, vraagtekst
from .cell_choices import CellChoices
from .headers import is_together
from .leftovers import formulas_of_ours
from .recognise import is_made_up, is_table, kenmerk_on, table_in

_VORMEN = ("xlsx", "xlsm")
_LANGSTE_KENMERK = 80
_NODIG = (l.VRAAG, l.EENHEID)
_VERDER_DAAR = VERDER.replace(l.UITLEG, f"{l.UITLEG} van het invulblad zelf")
_IN_WOORDEN = (JAARPROGRAMMA, TOEZEGGING, ACTIEPUNT, voorstelcode(0).rstrip("0"))
"""How the code begins of what is answered in words."""
GEEN_KENMERK = "er staat geen kenmerk in, of meer dan één"


def read_asked(
    naam: str, document: Document | Refused, data: bytes, limits: Limits
) -> Vraagblad | str:
    """The sheet in a document that the reader has read, or in words why it is none to fill in."""
    if isinstance(document, Refused):
        return document.reden
    document, _ = split_hidden_copies(document, is_table)
    ronde = _in_meta(document, "ronde").partition("-")[2]
    kenmerk = kenmerk_on(naam, document, every_letter(_short_texts(document), ronde))
    if kenmerk is None:
        return GEEN_KENMERK
    if kenmerk.partij == MATRIX:
        return "dit is een matrix"
    if document.format not in _VORMEN:
        return f"het is een .{document.format}; alleen een .xlsx vullen we in zoals het is"
    tabellen = [tabel for sheet in document.sheets if (tabel := table_in(naam, sheet))]
    if len(tabellen) != 1 or not all(kop in tabellen[0].kolommen for kop in _NODIG):
        return "er is niet één tabel met vragen in te herkennen"
    (tabel,) = tabellen
    try:
        keuzes = CellChoices(open_package(data, limits), document, tabel.sheet.name)
    except (Refusal, KeyError):
        return "een onderdeel van het bestand is onleesbaar"
    vragen = tuple(_met_landelijk(v, document) for v in _vragen(tabel, keuzes))
    if dubbel := [c for c, n in Counter(v.code for v in vragen).items() if n > 1]:
        return f"code {dubbel[0]} staat er twee keer in"
    if not vragen:
        return "er staat geen vraag in"
    kader = _in_meta(document, "kader") or kenmerk.kader
    wie = _in_meta(document, "partij") or kenmerk.partij
    fictief = is_made_up(document)
    van_ons = formulas_of_ours(tabel)
    berekend = frozenset(plaats for plaats in tabel.sheet.formulas if van_ons(*plaats))
    blad = tabel.sheet.name
    return Vraagblad(naam, kenmerk, kader, wie, fictief, blad, vragen, data, berekend)


def _short_texts(document: Document) -> Iterator[str]:
    """What may be a kenmerk."""
    for sheet in document.sheets:
        for rij in sheet.rows:
            yield from (w for w in rij if isinstance(w, str) and len(w) <= _LANGSTE_KENMERK)


def _in_meta(document: Document, naam: str) -> str:
    """What the hidden sheet says; "" where it is gone."""
    for sheet in document.sheets:
        for rij in sheet.rows if sheet.name == l.META else ():
            if len(rij) > 1 and rij[0] == naam and isinstance(rij[1], str):
                return rij[1]
    return ""


def _vragen(tabel: Tabel, keuzes: CellChoices) -> Iterator[Gevraagd]:
    """The rows with a code, each indicator before its meetwaarden."""
    indicatoren: dict[str, str] = {}
    ingekort: set[str] = set()
    for rij in tabel.rijen():
        code = als_code(tabel.cel(rij, l.CODE).tekst)
        eenheid = tabel.cel(rij, l.EENHEID).tekst
        if not code or not tabel.cel(rij, l.VRAAG):
            continue
        in_woorden = code.startswith(_IN_WOORDEN)
        regels = _regels(tabel, rij, in_woorden)
        vraag, eronder = _gesplitst(regels)
        is_kort = begin_voor_slot("\n".join(regels)) is not None
        is_indicator = not in_woorden and eenheid in (KLEUR, AKKOORD)
        onder = ""
        if is_indicator:
            indicatoren[code] = vraag
        elif not in_woorden:
            onder = _indicator_van(code, indicatoren)
        ingekort |= {vraag} if is_kort else set()
        cellen = tuple(_cellen(tabel, rij, _soorten(tabel, in_woorden, eenheid), keuzes))
        if opmerking := tabel.cel(rij, l.OPMERKING).tekst:
            eronder = (*eronder, f"{l.OPMERKING}: {opmerking}")
        # Of words that are not whole nobody knows that they are the same.
        eigen = eenheid == AKKOORD or is_kort or onder in ingekort
        yield Gevraagd(code, vraag, eenheid, eronder, cellen, onder, eigen)


def _met_landelijk(vraag: Gevraagd, document: Document) -> Gevraagd:
    """The question with the landelijke code that the sheet has for it."""
    code = als_code(_in_meta(document, vraag.code))
    eigen = vraag.eigen and (not code or vraag.eenheid == AKKOORD)
    return replace(vraag, landelijk=code, eigen=eigen)


def _regels(tabel: Tabel, rij: int, in_woorden: bool) -> list[str]:
    """What is printed in the cell of a question; of a sheet from before, what now would be."""
    vraag = tabel.cel(rij, l.VRAAG).tekst
    if not all(kop in tabel.kolommen for kop in l.VASTE_CELLEN[1:4]):
        return vraag.splitlines()
    cellen = tuple(tabel.cel(rij, kop).tekst for kop in l.VASTE_CELLEN[:-1])
    vorige = next((tabel.cel(rij, kop).tekst for kop in l.EERDER if kop in tabel.kolommen), "")
    return str(vraagtekst(cellen, vorige or "–", in_woorden)).splitlines()


def _gesplitst(regels: list[str]) -> tuple[str, tuple[str, ...]]:
    """The question, and the lines below it that help to answer it."""
    begin = (*(f"{kop}: " for kop in ONDER_DE_VRAAG), VERDER)
    eerste = (n for n, regel in enumerate(regels) if n and regel.startswith(begin))
    plaats = next(eerste, len(regels))
    eronder = (regel.replace(VERDER, _VERDER_DAAR) for regel in regels[plaats:])
    return "\n".join(regels[:plaats]), tuple(eronder)


def _indicator_van(code: str, indicatoren: dict[str, str]) -> str:
    """The question of the indicator whose code this one begins with, else the one above it."""
    passend = [c for c in indicatoren if code.startswith(f"{c}-")]
    if passend:
        return indicatoren[max(passend, key=len)]
    return next(reversed(indicatoren.values()), "")


def _soorten(tabel: Tabel, in_woorden: bool, eenheid: str) -> tuple[tuple[str, str], ...]:
    """The sorts of answers on a row, each with the column it stands in."""
    if in_woorden:
        return ((l.PLANNEN, l.PLANNEN),)
    if eenheid not in (KLEUR, AKKOORD):
        return ((l.WAARDE, l.WAARDE),)
    rest = tuple((k, k) for k in (l.BEOORDELING, l.REDEN, l.TOELICHTING))
    if eenheid == KLEUR:
        return rest
    return ((l.AKKOORD, l.AKKOORD if is_together(tabel) else l.WAARDE), *rest)


def _cellen(
    tabel: Tabel, rij: int, soorten: tuple[tuple[str, str], ...], keuzes: CellChoices
) -> Iterator[Antwoordcel]:
    sheet = tabel.sheet
    for soort, kop in soorten:
        if (kolom := tabel.kolommen.get(kop)) is not None:
            plaats = sheet.top + rij, sheet.left + kolom
            waarde: Value = sheet.rows[rij][kolom]
            yield Antwoordcel(soort, plaats, waarde, keuzes.at(plaats))

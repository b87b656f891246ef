"""What a sheet asked, as it says itself: in which pass, and what it showed of a voorzet."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..core import labels as l
from ..core.kader import EERSTE_PAS, Kader, Pas
from ..core.notation import een_regel
from ..core.rounds import Ronde
from ..core.text import als_code
from ..core.voorzetten import op_voorzet
from ..reading.tables import Tabel
from ..sheets.fitting import begin_voor_slot
from ..sheets.questions import Vragenlijst, stel_vragenlijst_op
from ..sheets.remains import is_cut


def asked(
    tabellen: list[Tabel], kader: Kader, partij: str, ronde: Ronde
) -> tuple[Vragenlijst, Pas, frozenset[str]]:
    """What a sheet of a partij (code) asked, in which pass, and of what (codes) it asked only
    whether that still is done."""
    bevestigingen = _rows_with(tabellen, _asks_confirmation)
    pas = _pass_of(tabellen, kader, partij, ronde)
    return stel_vragenlijst_op(kader, ronde, partij, bevestigingen, pas), pas, bevestigingen


def _pass_of(tabellen: list[Tabel], kader: Kader, partij: str, ronde: Ronde) -> Pas:
    """What a sheet asked, as it says itself: of a voorzet of another an akkoord, or an own answer
    as before there was a trekker; and besides those its own rows, or none."""
    van_een_ander = frozenset(op_voorzet(kader, partij, ronde.jaar))
    gevraagd = frozenset(i.code for i, _ in kader.vragen_aan(partij, ronde.jaar))
    # Also where the template names no trekker any more: what was said to a voorzet stays that.
    akkoord = _rows_with(tabellen, _asks_agreement) & gevraagd
    if not van_een_ander | akkoord:
        return EERSTE_PAS
    codes = {als_code(tabel.cel(rij, l.CODE).tekst) for tabel in tabellen for rij in tabel.rijen()}
    eerste = stel_vragenlijst_op(kader, ronde, partij)
    eigen = {regel.code for regel in eerste.regels if regel.indicator.code not in akkoord}
    eigen |= {vraag.code for vraag in eerste.programma}
    met_eigen = not akkoord or not eigen.isdisjoint(codes)
    return Pas(akkoord, (van_een_ander - akkoord) & codes, met_eigen)


def seen(
    tabellen: list[Tabel], vragenlijst: Vragenlijst, nu: Mapping[str, str]
) -> Mapping[str, str]:
    """What the sheet shows of a voorzet on the rows that ask an akkoord, by code. Of one that a
    program cut, or that our row cannot show, it is what is shown `nu`, if it begins so."""
    rijen = {regel.code for regel in vragenlijst.regels if regel.trekker}
    gezien: dict[str, str] = {}
    for tabel in tabellen:
        kop = next((kop for kop in l.EERDER if kop in tabel.kolommen), l.VRAAG)
        for rij in tabel.rijen():
            code, cel = als_code(tabel.cel(rij, l.CODE).tekst), tabel.cel(rij, kop).tekst
            tekst = cel
            if kop == l.VRAAG:
                _, _, tekst = cel.partition(f"\n{l.VOORZET}: ")
            if code in rijen and tekst:
                heel, begin = nu.get(code, ""), begin_voor_slot(tekst)
                niet_heel = is_cut(cel) or begin is not None
                begint_zo = heel.startswith(tekst if begin is None else begin)
                gezien.setdefault(code, heel if niet_heel and begint_zo else tekst)
    return gezien


def shown(vragenlijst: Vragenlijst, teksten: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """The same by indicator, with the rows of its meetwaarden."""
    getoond: dict[str, dict[str, str]] = {}
    for regel in vragenlijst.regels:
        if regel.trekker:
            getoond.setdefault(regel.indicator.code, {})[regel.code] = teksten.get(regel.code, "")
    return getoond


def _rows_with(tabellen: list[Tabel], vraagt: Callable[[str], bool]) -> frozenset[str]:
    """The codes of the rows whose question is one of these, as the sheet itself says."""
    gevonden = set()
    for tabel in tabellen:
        kolom = tabel.kolommen.get(l.VRAAG)
        if kolom is None:
            continue
        for nummer, rij in enumerate(tabel.sheet.rows):
            vraag = rij[kolom]
            if isinstance(vraag, str) and vraagt(een_regel(vraag.split("\n", maxsplit=1)[0])):
                gevonden.add(als_code(tabel.cel(nummer, l.CODE).tekst))
    return frozenset(gevonden)


def _asks_confirmation(vraag: str) -> bool:
    """Whatever the word for done was when the sheet was written."""
    begin, eind = l.BEVESTIGING_VRAAG
    met_akkoord = _asks_agreement(vraag) and l.NOG_STEEDS in vraag
    return met_akkoord or (_starts_with(vraag, begin) and vraag.endswith(eind))


def _asks_agreement(vraag: str) -> bool:
    """Whoever the trekker was when the sheet was written."""
    begin, eind = l.AKKOORD_VRAAG
    return _starts_with(vraag, begin) and vraag.endswith(eind)


def _starts_with(vraag: str, begin: str) -> bool:
    """Whether a question begins so, with or without what it is about before it."""
    return vraag.startswith(begin) or f": {begin}" in vraag

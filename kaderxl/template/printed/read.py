"""A printed document read: its table or its numbered afspraken, who signed, and what is open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...reading import Document
from ...reading.papers import PDF, TEXT, WORD, Grid, Line, Paper
from . import doubts
from .cards import als_regels
from .found import NIETS, Gevonden, GevondenDoel, GevondenRij, GevondenVraag, Stuk, Tabelvondst
from .from_pdf import van_pdf
from .from_workbook import van_werkboek
from .goals import doelen_van, zonder_doelen
from .grids import kopt, lees_rooster
from .items import samen
from .kinds import soort_van
from .moments import vragen_bij_rondes
from .pairing import rijen_van
from .parties import vind_gemeente, vind_looptijd, vind_partijen, vind_titel
from .prose import als_kop, lees_proza
from .separated import van_tekst
from .signers import korter, roepnamen, vind_ondertekenaars, voeg_samen
from .spoken import doelen_in_zinnen, met_jaar
from .stream import lees_stroom

Item = Line | Grid
_MINST_KOPPEN = 2


def lees_document(document: Document) -> Gevonden:
    """A workbook."""
    return _lees([*van_werkboek(document)], alineas=True)


def lees_papier(papier: Paper) -> Gevonden:
    """A pdf, a Word document or a text."""
    if papier.format == PDF:
        return _lees([*van_pdf(papier)], alineas=False)
    items: list[Item] = [*papier.items]
    if papier.format == TEXT:
        items = [*van_tekst([*papier.lines])]
    return _lees(items, alineas=papier.format == WORD)


def _lees(items: Sequence[Item], alineas: bool) -> Gevonden:
    tabel = _tabel(items, alineas)
    regels = [*_regels(items)]
    groepen = [*_groepen(regels, alineas)]
    stukken = [Stuk(samen(r.text for r in groep), groep[0].place) for groep in groepen]
    titel = vind_titel([Stuk(r.text, r.place) for r in groep] for groep in groepen)
    gemeente, gemeente_twijfel = vind_gemeente(titel, stukken)
    opgesomd = vind_ondertekenaars(regels, gemeente.tekst, alineas)
    gemeente, gelezen = korter(gemeente, opgesomd), gemeente
    gemeente_twijfel = gemeente_twijfel and gemeente == gelezen
    partijen = voeg_samen(opgesomd, vind_partijen(stukken, gemeente))
    looptijd, anders = vind_looptijd(titel, stukken)
    namen = roepnamen(partijen)
    if not tabel.blokken:
        tabel, gebruikt = lees_stroom(regels, namen)
        regels = [r for r in regels if r not in gebruikt]
    proza = lees_proza(regels, namen, alineas)
    blokken = tabel.blokken or proza.blokken
    buiten = [r for b in proza.blokken for r in rijen_van(b)] if tabel.blokken else []
    rijen = [replace(r, soort=soort_van(r.indicator.tekst)) for b in blokken for r in rijen_van(b)]
    in_tekst = not tabel.blokken
    if in_tekst:
        rijen = [met_jaar(rij) for rij in rijen]
    teksten = _bij_titels(rijen, proza.over if in_tekst else proza.teksten)
    doelen, doelvragen = _doelen(rijen, teksten, looptijd, in_tekst)
    gevraagd = {(v.rij, v.kolommen) for v in doelvragen if v.rij is not None}
    vragen = [
        *_over_document(titel, gemeente, gemeente_twijfel, looptijd, anders, len(partijen) > 1),
        *vragen_bij_rondes(stukken),
        *doubts.vragen_bij_groepen(partijen),
        *doubts.vragen_bij_tabel(tabel),
        *doubts.vragen_bij_doelen(tabel.blokken),
        *doubts.vragen_bij_titels(rijen, proza.teksten),
        *doubts.vragen_buiten_tabel(rijen, buiten),
        *doubts.vragen_bij_lossen(() if tabel.blokken else proza.los),
        *(
            v
            for v in doubts.vragen_bij_rijen(rijen, looptijd)
            if (v.rij, v.kolommen) not in gevraagd
        ),
        *doelvragen,
    ]
    return Gevonden(titel, gemeente, looptijd, partijen, tuple(rijen), tuple(doelen), tuple(vragen))


def _regels(items: Sequence[Item]) -> Iterator[Line]:
    """What stands outside the monitoring tables: the lines, what is above the head of such a table,
    and the cells of all others."""
    for item in items:
        if isinstance(item, Line):
            yield item
            continue
        vondst = lees_rooster(item)
        rijen = item.rows[: vondst.kopregel] if vondst.blokken else item.rows
        yield from als_regels(replace(item, rows=rijen))


def _groepen(regels: Sequence[Line], alineas: bool) -> Iterator[list[Line]]:
    """The lines of each paragraph."""
    groep: list[Line] = []
    for regel in (*regels, Line("", "")):
        if regel.text.strip() and not (alineas and groep):
            groep.append(regel)
            continue
        if groep:
            yield groep
        groep = [regel] if regel.text.strip() else []


def _tabel(items: Sequence[Item], alineas: bool) -> Tabelvondst:
    """The monitoring table, of all its parts; of parts under headings that differ, each has the
    heading above it for its thema."""
    kop, vondsten = NIETS, list[tuple[Stuk, Tabelvondst]]()
    for item in items:
        if isinstance(item, Grid):
            vondst = kopt(lees_rooster(item, alineas, kop))
            if vondst.blokken:
                vondsten.append((kop, vondst))
        elif tekst := als_kop(item):
            kop = Stuk(tekst, item.place)
    if len({kop.tekst for kop, _ in vondsten}) < _MINST_KOPPEN:
        roosters = (item for item in items if isinstance(item, Grid))
        gewoon = (kopt(lees_rooster(rooster, alineas)) for rooster in roosters)
        vondsten = [(NIETS, vondst) for vondst in gewoon if vondst.blokken]
    return Tabelvondst(
        tuple(b for _, v in vondsten for b in v.blokken),
        tuple(n for _, v in vondsten for n in v.noten),
        tuple(dict.fromkeys(k for _, v in vondsten for k in v.onbekende_koppen)),
    )


def _bij_titels(
    rijen: Sequence[GevondenRij], teksten: Sequence[tuple[Stuk, tuple[Stuk, ...]]]
) -> list[tuple[Stuk, tuple[Stuk, ...]]]:
    """What the text says below each title that the rows have as well."""
    eigen = {rij.afspraak.tekst for rij in rijen}
    return [(titel, eronder) for titel, eronder in teksten if titel.tekst in eigen]


def _doelen(
    rijen: Sequence[GevondenRij],
    teksten: Sequence[tuple[Stuk, tuple[Stuk, ...]]],
    looptijd: tuple[int, int] | None,
    in_tekst: bool,
) -> tuple[Sequence[GevondenDoel], Sequence[GevondenVraag]]:
    """The targets and what is asked about them. Where the rows come from the text itself, each says
    its own, and all that is in no row is one question an afspraak."""
    doelen, vragen = doelen_van(rijen, teksten)
    if not in_tekst:
        return doelen, vragen
    titels = {titel.plaats for titel, _ in teksten}
    eigen, erover = doelen_in_zinnen(rijen, looptijd)
    in_titels = [vraag for vraag in vragen if vraag.bron in titels]
    zonder = {r.afspraak.tekst: n for n, r in enumerate(rijen) if not (r.indicator or r.jaar)}
    over = doubts.vragen_bij_over(zonder_doelen(teksten, doelen), zonder)
    return [*doelen, *eigen], [*in_titels, *_met_over(rijen, erover), *over]


def _met_over(
    rijen: Sequence[GevondenRij], vragen: Sequence[GevondenVraag]
) -> Iterator[GevondenVraag]:
    for vraag in vragen:
        rij = rijen[vraag.rij or 0]
        yield replace(vraag, over=doubts.kort(rij.afspraak.tekst))


def _over_document(
    titel: Stuk,
    gemeente: Stuk,
    gemeente_twijfel: bool,
    looptijd: tuple[int, int] | None,
    anders: Sequence[Stuk],
    partijen: bool,
) -> Iterator[GevondenVraag]:
    if not titel:
        yield GevondenVraag("kader", "Hoe heet de overeenkomst? Een titel is niet gevonden.", "")
    if not gemeente:
        yield GevondenVraag("gemeente", "Van welke gemeente is de overeenkomst?", "")
    elif gemeente_twijfel:
        vraag = f"Is “{gemeente.tekst}” de gemeente, met haar hele naam? Er staat ook een andere."
        yield GevondenVraag("gemeente", vraag, gemeente.plaats)
    if looptijd is None:
        yield GevondenVraag(
            "looptijd", "Van welk jaar tot en met welk jaar gelden de afspraken?", ""
        )
    elif anders:
        heel = f"{looptijd[0]}-{looptijd[1]}"
        vraag = (
            f"We lezen als looptijd {heel}, maar er staat ook “tot {looptijd[1]}” of een andere "
            f"periode. Is {looptijd[1]} het laatste jaar?"
        )
        yield GevondenVraag("looptijd", vraag, anders[0].plaats)
    if not partijen:
        yield GevondenVraag("partijen", "Wie ondertekenden? Namen zijn niet gevonden.", "")

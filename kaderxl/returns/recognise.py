"""A document's cells recognised as one partij's answers, each with its sheet and cell.

Identity comes from the kenmerk and the codes in the cells; file name, sheet name, position
and order prove nothing.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date, datetime, time
from functools import lru_cache
from itertools import chain
from types import MappingProxyType

from ..core import catalogue
from ..core import labels as l
from ..core import phrases as say
from ..core.answers import Antwoordregel, RefusedReturn, Return, Veld, Waarde, velden_op
from ..core.identity import MATRIX, Kenmerk, vind_kenmerken
from ..core.kader import Kader
from ..core.notation import een_regel, lijkt_op, schrijf_opsomming
from ..core.rounds import Bevinding, Plek, Ronde
from ..core.text import als_code
from ..reading import Document, Place, Sheet, Value, cell_name
from ..reading.signs import Soort, find_signs
from ..reading.tables import Tabel, split_hidden_copies, vind_tabel
from ..sheets.questions import Vragenlijst, stel_vragenlijst_op
from ..sheets.texts import eigen_teksten
from ..template.kinds import DATUM
from .leftovers import ANTWOORDKOLOMMEN, find_leftovers
from .strangers import find_strangers

_MINSTE_KOPPEN = 5
_DAGEN_TOT_1904 = 1462
_LANGSTE_KENMERK = 80
_STREEPJES_IN_KENMERK = 4
# Looking what an unknown code resembles takes longer than reading the whole return.
_MEESTE_TIPS = 20
_MEESTE_CODES = 3
_MISPLAATST = {
    catalogue.CODE_ONBEKEND.code,
    catalogue.ANTWOORD_ZONDER_CODE.code,
    catalogue.NIET_GEVRAAGD.code,
    catalogue.PLAN_IN_ANDERE_KOLOM.code,
}


def read_return(
    bestand: str,
    document: Document,
    kader: Kader,
    ronde: Ronde,
    vorige: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
) -> Return | RefusedReturn:
    """The return in a document, or why it cannot count in this ronde.

    `vorige` has what the column `Vorige ronde` shows, by partij and code: that is our text.
    """
    plek = Plek(bestand)
    document, verborgen = split_hidden_copies(document, _is_tabel)
    kenmerk = _kenmerk_in(document, plek)
    if not isinstance(kenmerk, Kenmerk):
        return RefusedReturn(bestand, document.sha256, kenmerk)
    geweigerd = _past_niet(kenmerk, kader, ronde, plek)
    if geweigerd is not None:
        naam = getattr(kader.partij(kenmerk.partij), "naam", "")
        return RefusedReturn(bestand, document.sha256, geweigerd, naam)
    tabellen = [t for sheet in document.sheets if (t := _tabel_in(bestand, sheet))]
    bevestigingen = _bevestigingen(tabellen)
    vragenlijst = stel_vragenlijst_op(kader, ronde, kenmerk.partij, bevestigingen)
    partij = kader.partij(kenmerk.partij)
    assert partij is not None, "_past_niet refuses an unknown partij"
    if not tabellen:
        koppen = schrijf_opsomming((l.CODE, *ANTWOORDKOLOMMEN))
        regel = catalogue.TABEL_ONTBREEKT.bij(plek, koppen=koppen)
        return RefusedReturn(bestand, document.sha256, regel, partij.naam)
    bevindingen = [
        catalogue.VERBORGEN_KOPIE.bij(Plek(bestand, sheet.name), blad=sheet.name)
        for sheet in verborgen
    ]
    ouder = kenmerk.versie != vragenlijst.kenmerk.versie
    if ouder:
        bevindingen.append(catalogue.ANDERE_VERSIE.bij(plek))
    kolommen = (*ANTWOORDKOLOMMEN, *([l.PLANNEN] if vragenlijst.programma else []))
    for tabel in tabellen:
        bevindingen += _kopbevindingen(tabel, kolommen)
        bevindingen += find_strangers(tabel, vragenlijst.vragen, ouder)
    regels = _regels(tabellen, vragenlijst, partij.naam, kader, bevindingen)
    programma = _programma(tabellen, vragenlijst, bevindingen)
    if document.from_1904:
        regels = {code: _uit_1904(regel, vragenlijst) for code, regel in regels.items()}
    if procenten := _adressen((sheet, sheet.percents) for sheet in document.sheets):
        regels = {code: _in_procenten(regel, procenten) for code, regel in regels.items()}
    eerder = vorige.get(partij.code, {})
    teksten = eigen_teksten(kader, ronde, partij, vragenlijst, eerder, kenmerk)
    bevindingen += find_leftovers(bestand, document, tabellen, teksten)
    bevindingen += _alleen_gekleurd(tabellen, vragenlijst, regels, kader.stoplicht.keuzezin)
    if not any(chain(*(regel.velden for regel in regels.values()), programma.values())):
        misplaatst = any(b.code in _MISPLAATST for b in bevindingen)
        leeg = catalogue.NIETS_OP_ZIJN_PLAATS if misplaatst else catalogue.NIETS_INGEVULD
        ook = tuple(bevindingen)
        return RefusedReturn(bestand, document.sha256, leeg.bij(plek), partij.naam, ook)
    return Return(
        bestand=bestand,
        sha256=document.sha256,
        partij=partij.code,
        gewijzigd=document.modified,
        fictief=any(l.FICTIEF in rij for sheet in document.sheets for rij in sheet.rows),
        tabel=tabellen[0].kop(l.CODE),
        regels=regels,
        bevindingen=(*document.findings, *bevindingen),
        bevestigingen=bevestigingen,
        programma=programma,
    )


def _kenmerk_in(document: Document, plek: Plek) -> Kenmerk | Bevinding:
    """The one kenmerk the document bears, or the finding that says why there is none."""
    gevonden = [k for sheet in document.sheets for k in _kenmerken_op(sheet)]
    geldig = dict.fromkeys(k for k in gevonden if isinstance(k, Kenmerk))
    if len(geldig) > 1:
        return catalogue.KENMERKEN_BOTSEN.bij(
            plek, kenmerken=schrijf_opsomming([*map(str, geldig)])
        )
    if geldig:
        return next(iter(geldig))
    if gevonden:
        return catalogue.KENMERK_ONGELDIG.bij(plek, kenmerk=gevonden[0])
    return catalogue.KENMERK_ONTBREEKT.bij(plek)


def _kenmerken_op(sheet: Sheet) -> Iterator[Kenmerk | str]:
    kandidaten = (
        code
        for rij in sheet.rows
        for waarde in rij
        if isinstance(waarde, str)
        and len(waarde) <= _LANGSTE_KENMERK
        and (code := waarde if waarde.isascii() else als_code(waarde)).count("-")
        >= _STREEPJES_IN_KENMERK
    )
    for waarde in dict.fromkeys(kandidaten):
        yield from vind_kenmerken(waarde)


def _past_niet(kenmerk: Kenmerk, kader: Kader, ronde: Ronde, plek: Plek) -> Bevinding | None:
    if kenmerk.kader != kader.instellingen.kenmerk:
        return catalogue.ANDER_KADER.bij(plek, kenmerk=kenmerk, kader=kader.instellingen.kader)
    if kenmerk.ronde != ronde:
        eigen, gevraagd = say.naam_van(kenmerk.ronde), say.naam_van(ronde)
        return catalogue.ANDERE_RONDE.bij(plek, ronde=eigen, gevraagd=gevraagd)
    if kenmerk.partij == MATRIX:
        return catalogue.DIT_IS_DE_MATRIX.bij(plek, ronde=say.als_opties(ronde))
    if kader.partij(kenmerk.partij) is None:
        return catalogue.PARTIJ_ONBEKEND.bij(plek, kenmerk=kenmerk)
    return None


def _is_tabel(sheet: Sheet) -> tuple[str, ...]:
    """The one kind of sheet there is in a return, if this is one."""
    return (l.CODE,) if _tabel_in("", sheet) else ()


def _tabel_in(bestand: str, sheet: Sheet) -> Tabel | None:
    return vind_tabel(bestand, sheet, l.ALLE_KOLOMMEN, [l.CODE], _MINSTE_KOPPEN)


def _bevestigingen(tabellen: list[Tabel]) -> frozenset[str]:
    """The codes of the rows that asked a confirmation only, as the sheet itself says."""
    gevonden = set()
    for tabel in tabellen:
        kolom = tabel.kolommen.get(l.VRAAG)
        if kolom is None:
            continue
        for nummer, rij in enumerate(tabel.sheet.rows):
            vraag = rij[kolom]
            if isinstance(vraag, str) and _vraagt_bevestiging(een_regel(vraag)):
                gevonden.add(als_code(tabel.cel(nummer, l.CODE).tekst))
    return frozenset(gevonden)


def _vraagt_bevestiging(vraag: str) -> bool:
    """Whatever the word for done was when the sheet was written."""
    begin, eind = l.BEVESTIGING_VRAAG
    return vraag.startswith(begin) and vraag.endswith(eind)


def _kopbevindingen(tabel: Tabel, gevraagd: Iterable[str]) -> Iterator[Bevinding]:
    kopcellen = [str(w) for w in tabel.sheet.rows[tabel.kopregel] if isinstance(w, str)]
    vreemd = [kop for kop in kopcellen if kop not in l.ALLE_KOLOMMEN]
    for kolom in gevraagd:
        if kolom not in tabel.kolommen:
            tip = lijkt_op(kolom, vreemd).replace("Bedoelt u", "Heet die nu")
            yield catalogue.KOLOM_WEG.bij(tabel.kop(l.CODE), kolom=kolom, tip=tip)
    for kolom, plaats in tabel.dubbel:
        plek = tabel.plek(tabel.adres(tabel.kopregel, plaats))
        yield catalogue.KOLOM_DUBBEL.bij(plek, kolom=kolom, eerste=tabel.kop(kolom).cel)


def _regels(
    tabellen: list[Tabel],
    vragenlijst: Vragenlijst,
    partij: str,
    kader: Kader,
    bevindingen: list[Bevinding],
) -> dict[str, Antwoordregel]:
    """The rows by code; whatever has no place among them becomes a finding.

    An empty row gives way to a filled one with the same code, as in a copy of the sheet.
    """
    gevraagd = vragenlijst.vragen.op_code
    elders = {vraag.code for vraag in vragenlijst.programma}
    bestaand = {i.code for i in kader.indicatoren} | {m.code for m in kader.meetwaarden}
    regels: dict[str, Antwoordregel] = {}
    eerste: dict[str, str] = {}
    tips: dict[str, str] = {}
    for tabel in tabellen:
        verderop: dict[str, Plek] = {}
        rijen = tuple(tabel.rijen())
        kolommen = [_kolom(tabel, kolom, rijen) for kolom in (l.CODE, *ANTWOORDKOLOMMEN)]
        for cel_code, *velden in zip(*kolommen, strict=True):
            code, plek = als_code(cel_code.tekst), cel_code.plek
            if code in elders:
                continue
            regel = Antwoordregel(code, *velden)
            if code in regels and regel.antwoord and not regels[code].antwoord:
                regels[code], eerste[code], verderop[code] = regel, plek.cel, plek
            elif code in regels:
                bevindingen += _dubbel(regels[code], regel, plek, eerste[code])
            elif code in gevraagd:
                regels[code], eerste[code] = regel, plek.cel
            elif not regel.antwoord:
                if code and code not in bestaand:
                    bevindingen.append(catalogue.LOSSE_TEKST.bij(plek, tekst=cel_code.tekst))
            elif not code:
                waar = next(veld.plek for veld in regel.velden if veld)
                bevindingen.append(
                    catalogue.ANTWOORD_ZONDER_CODE.bij(waar, antwoord=regel.antwoord)
                )
            elif code in bestaand:
                bevindingen.append(
                    catalogue.NIET_GEVRAAGD.bij(
                        plek, code=code, partij=partij, antwoord=regel.antwoord
                    )
                )
            else:
                if code not in tips and len(tips) < _MEESTE_TIPS:
                    tips[code] = lijkt_op(code, sorted(gevraagd))
                tip = tips.get(code, "")
                bevindingen.append(
                    catalogue.CODE_ONBEKEND.bij(plek, code=code, antwoord=regel.antwoord, tip=tip)
                )
        bevindingen += _gelezen_verderop(verderop)
    for vraag in vragenlijst.regels:
        if vraag.code not in regels:
            tekst = vraag.vraag if vraag.meetwaarde else vraag.indicator.tekst
            plek = tabellen[0].kop(l.CODE)
            bevindingen.append(catalogue.CODE_WEG.bij(plek, code=vraag.code, vraag=tekst))
    return regels


def _programma(
    tabellen: list[Tabel], vragenlijst: Vragenlijst, bevindingen: list[Bevinding]
) -> dict[int, Veld]:
    """The plans for next year by number of the afspraak; what stands beside them is reported."""
    gevraagd = {vraag.code: vraag for vraag in vragenlijst.programma}
    gelezen: dict[str, Veld] = {}
    for tabel in tabellen if gevraagd else ():
        rijen = tuple(tabel.rijen())
        codes, plannen = (_kolom(tabel, kolom, rijen) for kolom in (l.CODE, l.PLANNEN))
        ernaast = {kolom: _kolom(tabel, kolom, rijen) for kolom in ANTWOORDKOLOMMEN}
        verderop: dict[str, Plek] = {}
        for nummer, (cel_code, plan) in enumerate(zip(codes, plannen, strict=True)):
            code = als_code(cel_code.tekst)
            if code in gevraagd:
                bevindingen += [
                    catalogue.PLAN_IN_ANDERE_KOLOM.bij(v.plek, kolom=kolom, tekst=v.tekst)
                    for kolom, velden in ernaast.items()
                    if (v := velden[nummer])
                ]
            if code not in gevraagd:
                if plan:
                    bevindingen.append(catalogue.LOSSE_TEKST.bij(plan.plek, tekst=plan.tekst))
            elif code not in gelezen:
                gelezen[code] = plan
            elif plan and not gelezen[code]:
                gelezen[code], verderop[code] = plan, plan.plek
            elif plan and plan.tekst != gelezen[code].tekst:
                velden = {"eerste": gelezen[code].plek.cel, "antwoord": plan.tekst}
                bevindingen.append(catalogue.CODE_DUBBEL.bij(cel_code.plek, code=code, **velden))
        bevindingen += _gelezen_verderop(verderop)
    for code, vraag in gevraagd.items():
        if code not in gelezen:
            tekst = f"{vraag.afspraak.titel}, {say.programmavraag(vraag.jaar)}"
            plek = tabellen[0].kop(l.CODE)
            bevindingen.append(catalogue.CODE_WEG.bij(plek, code=code, vraag=tekst))
    return {gevraagd[code].afspraak.nummer: veld for code, veld in gelezen.items() if veld}


def _alleen_gekleurd(
    tabellen: Iterable[Tabel],
    vragenlijst: Vragenlijst,
    regels: Mapping[str, Antwoordregel],
    keuzes: str,
) -> Iterator[Bevinding]:
    """Beoordelingen that were painted and not written."""
    tekens = (t for tabel in tabellen for t in find_signs(tabel, (l.BEOORDELING,)))
    gekleurd = {teken.plek for teken in tekens if teken.soort is Soort.GEKLEURD}
    for vraag in vragenlijst.regels if gekleurd else ():
        regel = regels.get(vraag.code)
        if vraag.meetwaarde is None and regel is not None and regel.beoordeling.plek in gekleurd:
            yield catalogue.ALLEEN_GEKLEURD.bij(regel.beoordeling.plek, keuzes=keuzes)


def _adressen(cellen: Iterable[tuple[Sheet, Iterable[Place]]]) -> set[tuple[str, str]]:
    """The sheet and the name of these cells."""
    return {(sheet.name, cell_name(*plaats)) for sheet, plaatsen in cellen for plaats in plaatsen}


def _in_procenten(regel: Antwoordregel, procenten: Container[tuple[str, str]]) -> Antwoordregel:
    """The row with the mark that its number is shown as a percentage, if it is."""
    plek = regel.waarde.plek
    if (plek.blad, plek.cel) not in procenten:
        return regel
    return regel._replace(waarde=regel.waarde._replace(procent=True))


def _uit_1904(regel: Antwoordregel, vragenlijst: Vragenlijst) -> Antwoordregel:
    """A bare day number in a workbook that counts from 1904 is four years later than it looks."""
    datums = {v.code for v in vragenlijst.regels if v.meetwaarde and v.meetwaarde.soort is DATUM}
    inhoud = regel.waarde.inhoud
    if regel.code not in datums or isinstance(inhoud, bool) or not isinstance(inhoud, (int, float)):
        return regel
    return regel._replace(waarde=regel.waarde._replace(inhoud=inhoud + _DAGEN_TOT_1904))


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

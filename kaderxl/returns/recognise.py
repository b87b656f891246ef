"""A document's cells recognised as one partij's answers, each with its sheet and cell.

Identity comes from the kenmerk and the codes in the cells; file name, sheet name, position
and order prove nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType

from ..core import catalogue, labels as l, phrases as say
from ..core.answers import Antwoordregel, RefusedReturn, Return, Uitgangspunt
from ..core.cycle import Cyclus
from ..core.identity import MATRIX, Kenmerk, vind_kenmerken
from ..core.kader import Kader, Partij
from ..core.notation import lijkt_op, plat, schrijf_opsomming
from ..core.rounds import Bevinding, Plek, Ronde
from ..core.text import als_code
from ..reading import Document, Place, Sheet, Value, cell_name
from ..reading.signs import Soort, find_signs
from ..reading.tables import Tabel, split_hidden_copies, vind_tabel
from ..sheets.base import Base, stempel_zonder_antwoorden
from ..sheets.layout import ANTWOORDEN
from ..sheets.printed import Printed, own_texts, print_sheet
from ..sheets.questions import Vragenlijst
from ..sheets.texts import KENMERK, STEMPEL
from ..template.kinds import DATUM
from .headers import headers_of, place_answers
from .layers import takes_back
from .leftovers import find_leftovers
from .lost_symbols import with_colours
from .passes import asked, seen, shown
from .printed_names import names_on
from .rows import read_rows
from .strangers import find_strangers

_MINSTE_KOPPEN = 4
_DAGEN_TOT_1904 = 1462
_LANGSTE_KENMERK = 80
_STREEPJES_IN_KENMERK = 4
_STEMPEL = re.compile(r"[0-9a-f]{12}")
_MISPLAATST = {
    catalogue.CODE_ONBEKEND.code,
    catalogue.ANTWOORD_ZONDER_CODE.code,
    catalogue.NIET_GEVRAAGD.code,
    catalogue.PLAN_IN_ANDERE_KOLOM.code,
    catalogue.VRAAG_VAN_ANDERE_CODE.code,
}
Find = Callable[[str], Base | None]
"""What stood in a sheet by its stempel, of the sheets that were handed out."""


def read_return(
    bestand: str,
    document: Document,
    kader: Kader,
    ronde: Ronde,
    vorige: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
    find: Find = lambda _: None,
) -> Return | RefusedReturn:
    """The return in a document, or why it cannot count in this ronde. `vorige` has what the column
    `Vorige ronde` shows, by partij and code: that is our text."""
    document, verborgen = split_hidden_copies(document, is_table)
    wie = _herken(bestand, document, kader, ronde)
    if isinstance(wie, RefusedReturn):
        return wie
    partij, tabellen = wie.partij, wie.tabellen
    vragenlijst, pas, bevestigingen = asked(tabellen, kader, partij.code, ronde)
    nu_getoond = vorige.get(partij.code, {})
    eerder = {**nu_getoond, **seen(tabellen, vragenlijst, nu_getoond)}
    nu = print_sheet(kader, ronde, partij, vragenlijst, eerder)
    stempel, basis, printed = _handed_out(document, nu, find)
    ouder = wie.kenmerk.versie != vragenlijst.kenmerk.versie
    vreemd = [find_strangers(t, printed.questions, ouder and not basis) for t in tabellen]
    gedrukt = frozenset(rij[0] for rij in printed.questions.all_rows)
    rijen = read_rows(tabellen, vreemd, vragenlijst, partij.naam, kader, gedrukt)
    regels = _met_tekens(rijen.regels, document, vragenlijst)
    if document.format == "csv":
        regels = with_colours(regels, kader.stoplicht)
    bevindingen = [
        *_over_de_bladen(wie, verborgen, vragenlijst, ouder),
        *rijen.bevindingen,
        *find_leftovers(bestand, document, tabellen, own_texts(printed, wie.kenmerk, stempel)),
        *_alleen_gekleurd(tabellen, vragenlijst, regels, kader.stoplicht.keuzezin),
    ]
    gelezen = Return(
        bestand=bestand,
        sha256=document.sha256,
        partij=partij.code,
        gewijzigd=document.modified,
        fictief=is_made_up(document),
        tabel=tabellen[0].kop(l.CODE),
        regels=regels,
        bevindingen=(*document.findings, *bevindingen),
        bevestigingen=bevestigingen,
        programma=rijen.programma,
        uitgangspunt=_uitgangspunt(basis, stempel, tabellen),
        genoemd=wie.genoemd,
        onleesbaar=frozenset(chain.from_iterable(map(_onleesbaar, tabellen))),
        pas=pas,
        getoond=shown(vragenlijst, printed.earlier),
    )
    if _telt(gelezen, bevindingen):
        return gelezen
    return _geweigerd(bestand, document, _leeg(bestand, bevindingen), partij, *bevindingen)


def _handed_out(document: Document, nu: Printed, find: Find) -> tuple[str, Base | None, Printed]:
    """The stempel of a sheet, what stood in it when it was handed out as far as that is known, and
    what is printed on it."""
    stempel = stempel_in(document)
    basis = Base(nu, {}) if stempel == stempel_zonder_antwoorden(nu) else find(stempel)
    return stempel, basis, basis.printed if basis else nu


def _telt(gelezen: Return, bevindingen: list[Bevinding]) -> bool:
    """Whether it says something, or takes back what was said."""
    velden = (regel.velden for regel in gelezen.regels.values())
    zegt_iets = any(chain(*velden, gelezen.programma.values()))
    return zegt_iets or (not _misplaatst(bevindingen) and takes_back(gelezen))


def is_made_up(document: Document) -> bool:
    """Whether a sheet says of itself that it is a made-up example."""
    return any(rij and rij[0] == l.FICTIEF for sheet in document.sheets for rij in sheet.rows)


def _leeg(bestand: str, bevindingen: Iterable[Bevinding]) -> Bevinding:
    """That nothing was filled in, or nothing in its place."""
    misplaatst = _misplaatst(bevindingen)
    leeg = catalogue.NIETS_OP_ZIJN_PLAATS if misplaatst else catalogue.NIETS_INGEVULD
    return leeg.bij(Plek(bestand))


def _misplaatst(bevindingen: Iterable[Bevinding]) -> bool:
    return any(b.code in _MISPLAATST for b in bevindingen)


def _uitgangspunt(basis: Base | None, stempel: str, tabellen: Iterable[Tabel]) -> Uitgangspunt:
    herstelblad = any(l.OPMERKING in tabel.kolommen for tabel in tabellen)
    answers = basis.answers if basis else {}
    return Uitgangspunt(answers, basis is not None, stempel, herstelblad)


@dataclass(frozen=True, slots=True)
class _Herkend:
    """Whose sheet a document is, and the tables of answers in it."""

    kenmerk: Kenmerk
    partij: Partij
    tabellen: list[Tabel]
    genoemd: frozenset[str]


def _herken(
    bestand: str, document: Document, kader: Kader, ronde: Ronde
) -> _Herkend | RefusedReturn:
    plek = Plek(bestand)
    tabel_op = [table_in(bestand, sheet) for sheet in document.sheets]
    kenmerk = _kenmerk_in(document, tabel_op, plek, kader.cyclus)
    if not isinstance(kenmerk, Kenmerk):
        return _geweigerd(bestand, document, kenmerk)
    partij = kader.partij(kenmerk.partij)
    geweigerd = _past_niet(kenmerk, kader, ronde, plek)
    if geweigerd is not None or partij is None:
        geweigerd = geweigerd or catalogue.PARTIJ_ONBEKEND.bij(plek, kenmerk=kenmerk)
        return _geweigerd(bestand, document, geweigerd, partij)
    tabellen = [tabel for tabel in tabel_op if tabel]
    if not tabellen:
        koppen = schrijf_opsomming((l.CODE, l.ANTWOORD, l.REDEN, l.TOELICHTING))
        regel = catalogue.TABEL_ONTBREEKT.bij(plek, koppen=koppen)
        return _geweigerd(bestand, document, regel, partij)
    genoemd = names_on(document, tabel_op, kader, ronde)
    return _Herkend(kenmerk, partij, tabellen, genoemd)


def _geweigerd(
    bestand: str,
    document: Document,
    waarom: Bevinding,
    partij: Partij | None = None,
    *ook: Bevinding,
) -> RefusedReturn:
    return RefusedReturn(bestand, document.sha256, waarom, partij.naam if partij else "", ook)


def kenmerk_on(bestand: str, document: Document, cyclus: Cyclus) -> Kenmerk | None:
    """Whose sheet a document says it is, whatever the kader; None where that is not one thing.
    `cyclus` has the rondes of all kaders that it can be of."""
    tabel_op = [table_in(bestand, sheet) for sheet in document.sheets]
    kenmerk = _kenmerk_in(document, tabel_op, Plek(bestand), cyclus)
    return kenmerk if isinstance(kenmerk, Kenmerk) else None


def _kenmerk_in(
    document: Document, tabel_op: list[Tabel | None], plek: Plek, cyclus: Cyclus
) -> Kenmerk | Bevinding:
    """The one kenmerk the document bears, or the finding that says why there is none.

    An answer may quote that of another sheet, and so may the column of the ronde before: from the
    header of a table on it is looked for nowhere. On a sheet without a table it says whose this is
    only where it is called so; elsewhere it can only contradict.
    """
    eigen, elders = list[Kenmerk | str](), list[Kenmerk | str]()
    for sheet, tabel in zip(document.sheets, tabel_op, strict=True):
        for rij in sheet.rows[: tabel.kopregel] if tabel else sheet.rows:
            (eigen if tabel or _heet_kenmerk(rij) else elders).extend(_kenmerken_op([rij], cyclus))
    gevonden = [*eigen, *elders] if eigen else []
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


def _heet_kenmerk(rij: list[Value]) -> bool:
    """Whether a row begins with the word that kaderxl writes beside a kenmerk."""
    begin = next((w for w in rij if w is not None), None)
    return isinstance(begin, str) and plat(begin).startswith(plat(KENMERK))


def _kenmerken_op(rijen: list[list[Value]], cyclus: Cyclus) -> Iterator[Kenmerk | str]:
    kandidaten = (
        code
        for rij in rijen
        for waarde in rij
        if isinstance(waarde, str)
        and len(waarde) <= _LANGSTE_KENMERK
        and (code := waarde if waarde.isascii() else als_code(waarde)).count("-")
        >= _STREEPJES_IN_KENMERK
    )
    for waarde in dict.fromkeys(kandidaten):
        yield from vind_kenmerken(waarde, cyclus)


def stempel_in(document: Document) -> str:
    """The one stempel that the document bears; "" for none, and for more than one."""
    gevonden: set[str] = set()
    for sheet in document.sheets:
        for rij in sheet.rows:
            if rij and rij[0] == STEMPEL:  # no answer stands in a first column
                gevonden |= {next((str(w) for w in rij[1:] if w is not None), "")}
    stempels = [s for s in gevonden if _STEMPEL.fullmatch(s)]
    return stempels[0] if len(stempels) == 1 else ""


def _past_niet(kenmerk: Kenmerk, kader: Kader, ronde: Ronde, plek: Plek) -> Bevinding | None:
    if kenmerk.kader != kader.instellingen.kenmerk:
        return catalogue.ANDER_KADER.bij(plek, kenmerk=kenmerk, kader=kader.instellingen.kader)
    if kenmerk.ronde != ronde:
        eigen, gevraagd = say.naam_van(kenmerk.ronde), say.naam_van(ronde)
        return catalogue.ANDERE_RONDE.bij(plek, ronde=eigen, gevraagd=gevraagd)
    if kenmerk.partij == MATRIX:
        return catalogue.DIT_IS_DE_MATRIX.bij(plek, ronde=say.als_opties(ronde))
    return None


def is_table(sheet: Sheet) -> tuple[str, ...]:
    """The one kind of sheet there is in a return, if this is one."""
    return (l.CODE,) if table_in("", sheet) else ()


def table_in(bestand: str, sheet: Sheet) -> Tabel | None:
    tabel = vind_tabel(bestand, sheet, l.ALLE_KOLOMMEN, [l.CODE], _MINSTE_KOPPEN)
    return place_answers(tabel) if tabel else None


def _over_de_bladen(
    wie: _Herkend, verborgen: Iterable[Sheet], vragenlijst: Vragenlijst, ouder: bool
) -> Iterator[Bevinding]:
    """What there is to say before a row is read."""
    for sheet in verborgen:
        plek = Plek(wie.tabellen[0].bestand, sheet.name)
        yield catalogue.VERBORGEN_KOPIE.bij(plek, blad=sheet.name)
    if ouder:
        yield catalogue.ANDERE_VERSIE.bij(Plek(wie.tabellen[0].bestand))
    kolommen = (*ANTWOORDEN, *([l.PLANNEN] if vragenlijst.programma else []))
    for tabel in wie.tabellen:
        yield from _kopbevindingen(tabel, kolommen)


def _kopbevindingen(tabel: Tabel, gevraagd: Iterable[str]) -> Iterator[Bevinding]:
    kopcellen = [str(w) for w in tabel.sheet.rows[tabel.kopregel] if isinstance(w, str)]
    vreemd = [kop for kop in kopcellen if kop not in l.ALLE_KOLOMMEN]
    for kolom in headers_of(tabel, gevraagd):
        if kolom not in tabel.kolommen:
            tip = lijkt_op(kolom, vreemd).replace("Bedoelt u", "Heet die nu")
            yield catalogue.KOLOM_WEG.bij(tabel.kop(l.CODE), kolom=kolom, tip=tip)
    for kolom, plaats in tabel.dubbel:
        plek = tabel.plek(tabel.adres(tabel.kopregel, plaats))
        yield catalogue.KOLOM_DUBBEL.bij(plek, kolom=kolom, eerste=tabel.kop(kolom).cel)


def _met_tekens(
    regels: Mapping[str, Antwoordregel], document: Document, vragenlijst: Vragenlijst
) -> Mapping[str, Antwoordregel]:
    """The rows with what the workbook says of their numbers besides."""
    if document.from_1904:
        regels = {code: _uit_1904(regel, vragenlijst) for code, regel in regels.items()}
    if procenten := _adressen((sheet, sheet.percents) for sheet in document.sheets):
        regels = {code: _in_procenten(regel, procenten) for code, regel in regels.items()}
    return regels


def _onleesbaar(tabel: Tabel) -> Iterator[tuple[str, str]]:
    """The cells that show no value because of an error, a formula or a merge."""
    sheet = tabel.sheet
    leeg = [*sheet.errors, *(plaats for plaats, uitkomst in sheet.formulas.items() if not uitkomst)]
    for (boven, links), (onder, rechts) in sheet.merges:
        einde = min(onder + 1, sheet.top + len(sheet.rows))
        leeg += [(r, k) for r in range(boven, einde) for k in range(links, min(rechts, 500) + 1)]
    yield from _adressen([(sheet, leeg)])


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

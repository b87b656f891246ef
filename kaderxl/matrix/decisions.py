"""All that people wrote in a matrix workbook, read back from its cells wherever they moved them.

Sheets are known by the headers of their table, rows by their code or number. What is no
besluit is kept as it was written: `validate_decisions` says what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from ..core import catalogue
from ..core import labels as l
from ..core.identity import Kenmerk
from ..core.kader import Kader
from ..core.outcome import Besluit, Grondslag, Vastgelegd
from ..core.rounds import Bevinding, Plek
from ..core.text import als_code
from ..core.traffic_light import Stoplicht
from ..reading import Document
from ..reading.tables import Tabel, split_hidden_copies
from .belongs import day_is_formula, is_fictional, kenmerk_of
from .grounds import besluit_in_woorden
from .meeting_sheets import Bladen, Geschreven, find_sheets, kinds_of
from .privacy import find_persons_in
from .settled import Ingevuld, kort, settled_in
from .sheets.marks import afgekapt, overwritten, vreemde_teksten
from .sheets.readme import read_names, read_stamp
from .signs import find_matrix_signs
from .written_rows import read_rows

BEWIJS = re.compile(r"[0-9a-f]{8} ")
"""How the name of a kept workbook begins: with its hash."""
_TEGENSPRAAK = frozenset(
    regel.code
    for regel in (
        catalogue.BLADEN_SPREKEN_TEGEN,
        catalogue.BESLUITEN_BOTSEN,
        catalogue.RIJ_DUBBEL_IN_MATRIX,
        catalogue.RIJ_SPREEKT_ZICH_TEGEN,
        catalogue.KOLOM_DUBBEL_IN_MATRIX,
        catalogue.FOUTWAARDE_IN_MATRIX,
        catalogue.FORMULE_ZONDER_UITKOMST_IN_MATRIX,
        catalogue.FORMULE_IN_MATRIX,
    )
)


@dataclass(frozen=True, slots=True)
class Gelezen:
    """What a matrix workbook holds of people; `kenmerk` is None when it bears none.

    `ingevuld` has the cells, `vastgelegd` the same as values, with what they rest on. `zonder`
    names the sheets that are not there, `bladen` has those that were read. `stempel` is "" when
    it bears none, or more than one. `veranderd` is what people changed of what stood in it.
    """

    vastgelegd: Vastgelegd
    bevindingen: tuple[Bevinding, ...]
    kenmerk: Kenmerk | None = None
    zonder: tuple[str, ...] = ()
    bladen: Bladen = field(default_factory=Bladen)
    ingevuld: Ingevuld = field(default_factory=Ingevuld)
    stempel: str = ""
    fictief: bool = False
    veranderd: tuple[Bevinding, ...] = ()

    @property
    def te_kiezen(self) -> tuple[Bevinding, ...]:
        """What in the workbook contradicts itself: a person must choose."""
        return tuple(b for b in self.bevindingen if b.code in _TEGENSPRAAK)


def read_decisions(
    bestand: str,
    document: Document,
    kader: Kader,
    bewaard: str,
    geschreven: Geschreven | None = None,
) -> Gelezen | None:
    """What people wrote in a matrix; None when the workbook has no table with besluiten.

    What belongs to an afspraak or a code that no longer exists is a finding that names
    `bewaard`, the copy that keeps it. What is in `te_kiezen` is as it stands in the matrix of
    `geschreven`, or not there: then the matrix must not be replaced.
    """
    kader = _met_namen(kader, document)
    document, verborgen = split_hidden_copies(document, kinds_of)
    bladen = find_sheets(bestand, document, kader, bewaard, geschreven)
    if l.MONITORINGSTABEL not in bladen.tabellen:
        return None
    formule = any(
        day_is_formula(sheet)
        for sheet in document.sheets
        if sheet.name == bladen.plek_vastgesteld.blad
    )
    ingevuld, over_de_rijen = read_rows(bladen, kader, bewaard, formule)
    vastgelegd = settled_in(ingevuld.cellen)
    vastgelegd = replace(
        vastgelegd,
        grondslagen=_grondslagen(bladen.tabellen.get(l.GRONDSLAG), vastgelegd.besluiten, kader),
        overgenomen=_overgenomen(document),
    )
    gezegd = (
        *over_de_rijen,
        *(_verborgen(Plek(bestand, sheet.name)) for sheet in verborgen),
        *_ernaast(bestand, document, kader, bewaard, bladen, ingevuld),
        *find_matrix_signs(bestand, document, bladen.tabellen, kader),
    )
    altijd = (l.VERSCHILLEN, l.FOCUSPUNTEN, l.BESLUITVORMING)
    return Gelezen(
        vastgelegd,
        (*bladen.bevindingen, *gezegd, *find_persons_in(gezegd)),
        kenmerk_of(document),
        tuple(naam for naam in altijd if naam not in bladen.tabellen),
        bladen,
        ingevuld,
        read_stamp(document),
        is_fictional(document),
    )


def _verborgen(plek: Plek) -> Bevinding:
    return catalogue.VERBORGEN_KOPIE_IN_MATRIX.bij(plek, blad=plek.blad)


def _ernaast(
    bestand: str,
    document: Document,
    kader: Kader,
    bewaard: str,
    bladen: Bladen,
    ingevuld: Ingevuld,
) -> Iterator[Bevinding]:
    """What stands beside the cells that are read: over a formula, or anywhere else."""
    licht = kader.stoplicht
    over_formules = {*overwritten(bestand, document), *_over_voortgang(bladen, licht)}
    for plek, tekst in sorted(over_formules):
        regel = catalogue.OVER_FORMULE if licht.lees(tekst) is None else catalogue.KLEUR_ERNAAST
        yield regel.bij(plek, tekst=tekst, bewaard=bewaard)
    if afgekapt(document):
        yield catalogue.MERKEN_AFGEKAPT.bij(Plek(bestand), bewaard=bewaard)
        return
    gelezen = {*map(kort, ingevuld.cellen.values()), *bladen.teksten}
    overgeslagen = {*ingevuld.gelezen, *(plek for plek, _ in over_formules)}
    for plek, tekst in vreemde_teksten(bestand, document, gelezen, overgeslagen, licht):
        yield catalogue.TEKST_BUITEN_DE_CELLEN.bij(plek, tekst=tekst, bewaard=bewaard)


def _over_voortgang(bladen: Bladen, licht: Stoplicht) -> Iterator[tuple[Plek, str]]:
    """A colour where the other rows of its column have a formula, wherever those moved."""
    for tabel in bladen.tabellen.values():
        sheet, kolom = tabel.sheet, tabel.kolommen.get(l.VOORTGANG, -1)
        rijen = {rij: (sheet.top + rij, sheet.left + kolom) for rij in tabel.rijen()}
        if kolom < 0 or sheet.formulas.keys().isdisjoint(rijen.values()):
            continue
        for rij, plaats in rijen.items():
            cel = tabel.cel(rij, l.VOORTGANG)
            if plaats not in sheet.formulas and cel and licht.lees(cel.tekst):
                yield tabel.plek(cel), cel.tekst


def _met_namen(kader: Kader, document: Document) -> Kader:
    """The kader with the names that the partijen had when the workbook was written."""
    namen = read_names(document)
    partijen = tuple(replace(p, naam=namen.get(p.code, p.naam)) for p in kader.partijen)
    return replace(kader, partijen=partijen) if partijen != kader.partijen else kader


def _grondslagen(
    tabel: Tabel | None, besluiten: Mapping[int, Besluit], kader: Kader
) -> dict[int, Grondslag]:
    """The answers each besluit rests on: those noted with it, else those of this workbook."""
    if tabel is None:
        return {}
    partij_van = {p.naam: p.code for p in kader.partijen}
    nummer_van = {i.code: i.afspraak for i in kader.indicatoren}
    woorden = {n: besluit_in_woorden(b) for n, b in besluiten.items() if b.kleur}
    antwoorden: dict[int, dict[tuple[str, str], str]] = {n: {} for n in woorden}
    for rij in tabel.rijen():
        code, partij = als_code(tabel.cel(rij, l.CODE).tekst), tabel.cel(rij, "Partij").tekst
        nummer = nummer_van.get(code, 0)
        if nummer in woorden and partij in partij_van:
            zelfde = tabel.cel(rij, l.TOEN_BESLUIT).tekst == woorden[nummer]
            antwoord = tabel.cel(rij, l.TOEN if zelfde else l.NU).tekst
            antwoorden[nummer][code, partij_van[partij]] = antwoord
    return {n: Grondslag(woorden[n], a) for n, a in antwoorden.items() if a}


def _overgenomen(document: Document) -> tuple[str, ...]:
    """The workbooks of which the sheet Leesmij says that they were adopted."""
    return tuple(
        rij[0]
        for sheet in document.sheets
        if sheet.name == l.MATRIX_LEESMIJ
        for rij in sheet.rows
        if rij and isinstance(rij[0], str) and BEWIJS.match(rij[0])
    )

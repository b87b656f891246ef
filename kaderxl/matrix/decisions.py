"""All that people wrote in a matrix workbook, read back from its cells wherever they moved them.

Sheets are known by the headers of their table, rows by their code or number. What is no
besluit is kept as it was written: `validate_decisions` says what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeVar

from ..core import catalogue, labels as l
from ..core.identity import Kenmerk
from ..core.kader import Kader
from ..core.notation import plat
from ..core.outcome import Grondslag, Vastgelegd
from ..core.rounds import Bevinding, Plek
from ..core.text import als_code
from ..core.traffic_light import Stoplicht
from ..reading import Document
from ..reading.tables import Tabel, dag_of_tekst, split_hidden_copies
from .belongs import day_is_formula, is_fictional, kenmerk_of
from .grounds import afspraak_in_woorden, besluit_in_woorden, met_eigen_naam
from .meeting_sheets import Bladen, Geschreven, find_sheets, kinds_of
from .privacy import find_persons_in
from .settled import BESLUITEN, SOORTEN, Ingevuld, kort, settled_in
from .sheets.marks import afgekapt, overwritten, vreemde_teksten, with_formulas
from .sheets.readme import read_names, read_own_names, read_stamp
from .signs import find_matrix_signs
from .written_rows import read_rows

BEWIJS = re.compile(r"[0-9a-f]{8} ")
"""How the name of a kept workbook begins: with its hash."""
S = TypeVar("S", bound=int | str)
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
        catalogue.BESLUIT_OP_DE_TABEL,
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
    """What people wrote in a matrix; None when the sheets with the besluiten are not in it.

    What belongs to an afspraak or a code that no longer exists is a finding that names
    `bewaard`, the copy that keeps it. What is in `te_kiezen` is as it stands in the matrix of
    `geschreven`, or not there: then the matrix must not be replaced.
    """
    kader = _met_namen(kader, document)
    namen = kader.instellingen.namen
    document, verborgen = split_hidden_copies(document, partial(kinds_of, namen=namen))
    bladen = find_sheets(bestand, document, kader, bewaard, geschreven)
    had_een_lijst = l.BESLUITENLIJST in with_formulas(document)
    if bladen.besluitblad not in ([l.BESLUITENLIJST] if had_een_lijst else bladen.tabellen):
        return None
    formules = frozenset(
        label
        for label, (_, plek) in bladen.dagen.items()
        for sheet in document.sheets
        if sheet.name == plek.blad and day_is_formula(sheet, namen.zeg(label))
    )
    ingevuld, over_de_rijen = read_rows(bladen, kader, bewaard, formules)
    vastgelegd = settled_in(ingevuld.cellen)
    vastgelegd = _met_gronden(vastgelegd, bladen.tabellen.get(l.GRONDSLAG), kader)
    vastgelegd = replace(vastgelegd, overgenomen=_overgenomen(document))
    gezegd = (
        *over_de_rijen,
        *(_verborgen(Plek(bestand, sheet.name)) for sheet in verborgen),
        *_ernaast(bestand, document, kader, bewaard, bladen, ingevuld),
        *find_matrix_signs(bestand, document, bladen, ingevuld, kader),
    )
    altijd = [l.MONITORINGSTABEL, l.VERSCHILLEN, l.FOCUSPUNTEN]
    altijd += [l.BESLUITVORMING] if kader.instellingen.stemmen else []
    return Gelezen(
        vastgelegd,
        (*bladen.bevindingen, *gezegd, *find_persons_in(gezegd)),
        kenmerk_of(document, kader.cyclus),
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
    op_de_tabel = dict(_besluiten_op_de_tabel(bladen, kader, ingevuld))
    for plek, (nummer, tekst) in op_de_tabel.items():
        yield catalogue.BESLUIT_OP_DE_TABEL.bij(plek, nummer=nummer, tekst=tekst)
    over_formules = {*overwritten(bestand, document), *_over_voortgang(bladen, licht)}
    over_formules = {o for o in over_formules if o[0] not in op_de_tabel}
    for plek, tekst in sorted(over_formules):
        regel = catalogue.OVER_FORMULE if licht.lees(tekst) is None else catalogue.KLEUR_ERNAAST
        yield regel.bij(plek, tekst=tekst, bewaard=bewaard)
    if afgekapt(document):
        yield catalogue.MERKEN_AFGEKAPT.bij(Plek(bestand), bewaard=bewaard)
        return
    gelezen = {*map(kort, ingevuld.cellen.values()), *bladen.teksten}
    overgeslagen = {*ingevuld.gelezen, *op_de_tabel, *(plek for plek, _ in over_formules)}
    for plek, tekst in vreemde_teksten(bestand, document, gelezen, overgeslagen, licht):
        yield catalogue.TEKST_BUITEN_DE_CELLEN.bij(plek, tekst=tekst, bewaard=bewaard)


def _besluiten_op_de_tabel(
    bladen: Bladen, kader: Kader, ingevuld: Ingevuld
) -> Iterator[tuple[Plek, tuple[int | str, str]]]:
    """What is typed on the table where it shows a besluit, and is not what the list says: at its
    cell, with the number of the afspraak."""
    tabel = bladen.tabellen.get(l.MONITORINGSTABEL)
    if tabel is None or bladen.besluitblad == l.MONITORINGSTABEL:
        return
    nummer_van = {i.code: i.afspraak for i in kader.indicatoren}
    for rij in tabel.rijen():
        nummer = nummer_van.get(als_code(tabel.cel(rij, l.CODE).tekst), "")
        for deel, kop in SOORTEN[BESLUITEN].delen.items():
            cel = tabel.cel(rij, kop)
            is_formule = (tabel.sheet.top + rij, tabel.sheet.left + tabel.kolommen.get(kop, -1))
            if not cel or is_formule in tabel.sheet.formulas or cel.tekst == l.NIET_GEVRAAGD:
                continue
            staat, getypt = ingevuld.cellen.get((BESLUITEN, nummer, deel)), kort(dag_of_tekst(cel))
            if plat(getypt) != plat(kort(staat or "")):
                yield tabel.plek(cel), (nummer, getypt)


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
    """The kader with the names that the partijen had when the workbook was written, and what the
    overleggen were called then."""
    toen = read_own_names(document)
    if toen is not None and toen != kader.instellingen.namen:
        kader = replace(kader, instellingen=kader.instellingen.met_namen(toen))
    namen = read_names(document)
    partijen = tuple(replace(p, naam=namen.get(p.code, p.naam)) for p in kader.partijen)
    return replace(kader, partijen=partijen) if partijen != kader.partijen else kader


def _met_gronden(vastgelegd: Vastgelegd, tabel: Tabel | None, kader: Kader) -> Vastgelegd:
    """With the answers that each besluit, and all that the AO agreed, rests on."""
    nummer_van = {i.code: i.afspraak for i in kader.indicatoren}
    besluiten = {n: besluit_in_woorden(b) for n, b in vastgelegd.besluiten.items() if b.kleur}
    afgesproken = {c: afspraak_in_woorden(a) for c, a in vastgelegd.afgesproken.items()}
    voor = _voor_afspraken(kader)
    return replace(
        vastgelegd,
        grondslagen=_gronden(tabel, besluiten, lambda code: nummer_van.get(code, ""), kader),
        gronden_ao=_gronden(
            tabel,
            {c: woorden for c, woorden in afgesproken.items() if woorden},
            lambda code: code.removeprefix(voor) if code.startswith(voor) else "",
            kader,
        ),
    )


def _voor_afspraken(kader: Kader) -> str:
    """On Grondslag before the code of what the AO settled: `AO A01-I3-M1`."""
    return f"{als_code(kader.instellingen.namen.ao.kort)} "


def _gronden(
    tabel: Tabel | None, woorden: Mapping[S, str], sleutel_van: Callable[[str], S], kader: Kader
) -> dict[S, Grondslag]:
    """The answers that each thing in `woorden` rests on: those noted with it as it reads now, else
    those of this workbook."""
    partij_van = {p.naam: p.code for p in kader.partijen}
    antwoorden: dict[S, dict[tuple[str, str], str]] = {sleutel: {} for sleutel in woorden}
    if tabel is None:
        return {}
    for rij in tabel.rijen():
        code, partij = als_code(tabel.cel(rij, l.CODE).tekst), tabel.cel(rij, "Partij").tekst
        sleutel = sleutel_van(code)
        if sleutel in woorden and partij in partij_van:
            zelfde = tabel.cel(rij, l.TOEN_BESLUIT).tekst == met_eigen_naam(kader, woorden[sleutel])
            antwoord = tabel.cel(rij, l.TOEN if zelfde else l.NU).tekst
            antwoorden[sleutel][code.removeprefix(_voor_afspraken(kader)), partij_van[partij]] = (
                antwoord
            )
    return {s: Grondslag(woorden[s], a) for s, a in antwoorden.items() if a}


def _overgenomen(document: Document) -> tuple[str, ...]:
    """The workbooks of which the sheet Leesmij says that they were adopted."""
    return tuple(
        rij[0]
        for sheet in document.sheets
        if sheet.name == l.MATRIX_LEESMIJ
        for rij in sheet.rows
        if rij and isinstance(rij[0], str) and BEWIJS.match(rij[0])
    )

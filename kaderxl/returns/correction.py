"""The correction workbook: a return laid out anew, with what is remarked on it, to send back.

It is a fresh input sheet with the answers exactly as they were written. They are judged once
more at their new places, so that a remark never names a cell of the other file.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from pathlib import Path
from types import MappingProxyType

from ..core import catalogue, labels as l
from ..core.answers import Antwoordregel, Cel, Inzending, RefusedReturn, Return, Veld
from ..core.doubts import Ijkpunten
from ..core.findings import NietUitgevoerd, op_ernst
from ..core.grouping import groepeer
from ..core.kader import Kader
from ..core.rounds import Bevinding, Ernst, Plek, Ronde
from ..reading import Refused, cell_name, load
from ..sheets.layout import ANTWOORDEN, Opdracht, deel_in
from ..sheets.questions import Vragenlijst, stel_vragenlijst_op
from ..sheets.remarks import Opmerkingen
from .doubts import find_doubts, later_than_toelichting, shared
from .filed import Retour
from .judge import find_personal_data, validate
from .layers import as_layer
from .workspace import Workspace

_TELT = (Ernst.FOUT, Ernst.WAARSCHUWING)
# Said of every sheet that was made before the questions changed; no word of a partij.
_VAN_ONS = {catalogue.CODE_WEG.code, catalogue.ANDERE_VERSIE.code}


@dataclass(frozen=True, slots=True)
class Herstelblad:
    """Where the correction workbook of a return stands; None when there is none to send."""

    bestand: Path | None = None
    bevindingen: tuple[Bevinding, ...] = ()


def leg_klaar(werk: Workspace, inzending: Inzending) -> Herstelblad:
    """Write the workbook of the return that counts, or take the one away that is done with.

    One in which somebody wrote what was not taken in yet is left as it is, and said so.
    """
    partij = werk.kader.partij(inzending.partij)
    assert partij is not None, "a return of an unknown partij is refused"
    bestand = werk.dossier.herstelblad(werk.kader.bestandsnamen[partij.code])
    if not bestand.exists() and not any(b.ernst in _TELT for b in inzending.bevindingen):
        return Herstelblad()
    vorige = werk.vorige.get(inzending.partij, {})
    eerder = werk.eerder.get(inzending.partij, {})
    bron = replace(inzending.bron, bevindingen=(*inzending.bron.bevindingen, *shared(inzending)))
    opdracht = stel_op(bron, werk.kader, werk.ronde, vorige, eerder)
    return _zet(werk, bestand, opdracht, inzending.bestand)


def vernieuw(werk: Workspace, code: str, inzending: Inzending | None) -> Herstelblad:
    """The workbook of a partij (code) after another of its returns counts, or none does."""
    partij = werk.kader.partij(code)
    assert partij is not None, "a return of an unknown partij is refused"
    if inzending is not None:
        return leg_klaar(werk, inzending)
    bestand = werk.dossier.herstelblad(werk.kader.bestandsnamen[partij.code])
    return _zet(werk, bestand, None, bestand.name)


def _zet(werk: Workspace, bestand: Path, opdracht: Opdracht | None, naam: str) -> Herstelblad:
    """The workbook on disk as it must be now: none without an opdracht to make it of."""
    data = _written(opdracht) if opdracht else b""
    er_is = load(bestand, werk.reader.limits) if bestand.exists() else None
    if er_is is not None and er_is != data and is_used(werk, bestand.name, er_is):
        blijft = catalogue.HERSTELBLAD_BLIJFT.bij(Plek(naam), pad=bestand)
        return Herstelblad(None, (blijft,))
    assert not isinstance(er_is, Refused), "what cannot be loaded may hold answers"
    try:
        if not data:
            werk.beurt.remove(bestand, before=er_is)
        elif er_is != data:
            werk.beurt.write(bestand, data, before=er_is)
        if opdracht:  # behind it: where the workbook cannot be written, nothing is
            werk.uitgegeven.keep(werk.beurt, opdracht)
        werk.beurt.commit()
    except NietUitgevoerd as fout:  # the return itself is filed: that is no failure
        return Herstelblad(None, fout.bevindingen)
    return Herstelblad(bestand if data else None)


def _written(opdracht: Opdracht) -> bytes:
    from ..sheets.sheet import write_input_sheet  # with all that writes a workbook

    return write_input_sheet(opdracht)


def is_used(werk: Workspace, naam: str, data: bytes | Refused) -> bool:
    """Whether a workbook on disk may hold what no filed return holds."""
    gelezen = werk.read(naam, data)
    if isinstance(gelezen, RefusedReturn):
        return not holds_nothing(gelezen)
    retour = Retour(werk.dossier)
    if any(load(p, werk.reader.limits) == data for p in retour.met_hash(gelezen.sha256)):
        return False
    iets_gezegd = any(b.code not in _VAN_ONS for b in gelezen.bron.bevindingen)
    laag = as_layer(gelezen.bron, werk.kader.stoplicht)
    return iets_gezegd or not gelezen.bron.uitgangspunt.bekend or any(map(laag.changes, laag.shows))


def holds_nothing(geweigerd: RefusedReturn) -> bool:
    """Whether what cannot count is a sheet that we can read and find empty.

    Of an empty one it does not matter that other questions were asked when it was made.
    """
    leeg = catalogue.NIETS_INGEVULD.code
    gezien = {b.code for b in geweigerd.ook}
    return geweigerd.bevinding.code == leeg and gezien <= _VAN_ONS


def _per_code(inzending: Return) -> Iterator[tuple[str, list[tuple[str, Veld]]]]:
    """The cells of each row by column, those of the jaarprogramma behind the others."""
    for regel in inzending.regels.values():
        yield regel.code, list(_velden(regel))
    for code, veld in inzending.programma.items():
        yield code, [(l.PLANNEN, veld)]


def _velden(regel: Antwoordregel) -> Iterator[tuple[str, Veld]]:
    return zip(ANTWOORDEN, regel.velden, strict=True)


def stel_op(
    inzending: Return,
    kader: Kader,
    ronde: Ronde,
    vorige: Mapping[str, str],
    eerder: Ijkpunten = MappingProxyType({}),
) -> Opdracht | None:
    """What the workbook is made from; None for a return without fout or waarschuwing."""
    partij = kader.partij(inzending.partij)
    assert partij is not None, "a return of an unknown partij is refused"
    gevraagd, pas = inzending.bevestigingen, inzending.pas
    vragenlijst = stel_vragenlijst_op(kader, ronde, inzending.partij, gevraagd, pas)
    gezien = {code: tekst for rijen in inzending.getoond.values() for code, tekst in rijen.items()}
    herplaatst, cellen = _herplaats(inzending, vragenlijst)
    opnieuw = validate(herplaatst, kader, ronde)
    geoordeeld = (*opnieuw.bevindingen, *find_doubts(opnieuw, kader, ronde, eerder))
    gelezen, overig = _bij_oude_cel(inzending)
    # A cell that could not be read explains why an answer is missing, so it comes first.
    per_cel = [*gelezen, *((cellen[b.plek.cel], b) for b in geoordeeld)]
    if not any(b.ernst in _TELT for b in (*overig, *(b for _, b in per_cel))):
        return None
    gemerkt = [
        (cel, *(cellen[plek.cel] for plek in b.met if plek.cel in cellen))
        for cel, b in per_cel
        if b.ernst in _TELT
    ]
    moment = _moment(inzending, ronde)
    opmerkingen = _opmerkingen(vragenlijst, per_cel, gemerkt, overig, moment)
    op_blad = _met_plaats(vragenlijst)
    antwoorden = {
        code: {kolom: _schrijfbaar(veld) for kolom, veld in velden if (code, kolom) in op_blad}
        for code, velden in _per_code(inzending)
    }
    return Opdracht(
        kader,
        ronde,
        partij,
        {**vorige, **gezien},
        antwoorden,
        inzending.fictief,
        opmerkingen,
        gevraagd,
        eerder=eerder,
        na_toelichting=later_than_toelichting(opnieuw, kader, ronde),
        pas=pas,
    )


def _met_plaats(vragenlijst: Vragenlijst) -> frozenset[Cel]:
    """The cells that the workbook has."""
    kolommen = deel_in(vragenlijst, herstel=True).kolommen
    cellen = {
        (vraag.code, naam)
        for vraag in vragenlijst.regels
        for naam in ANTWOORDEN
        if kolommen.van(vraag, naam) is not None
    }
    return frozenset(cellen | {(plan.code, l.PLANNEN) for plan in vragenlijst.programma})


def _schrijfbaar(veld: Veld) -> object:
    """What the cell held; a number without an end, which no workbook can hold, in words."""
    oneindig = isinstance(veld.inhoud, float) and not math.isfinite(veld.inhoud)
    return veld.tekst if oneindig else veld.inhoud


def _herplaats(inzending: Return, vragenlijst: Vragenlijst) -> tuple[Return, dict[str, Cel]]:
    """The return as it will stand in the workbook, every row asked, and what each cell is."""
    regels: dict[str, Antwoordregel] = {}
    cellen: dict[str, Cel] = {}
    plaats = deel_in(vragenlijst, herstel=True, fictief=inzending.fictief)
    for vraag in vragenlijst.regels:
        oud = inzending.regels.get(vraag.code)
        velden = []
        for nummer, naam in enumerate(ANTWOORDEN):
            kolom = plaats.kolommen.van(vraag, naam)
            # What stood where it does not belong has no cell here: it is remarked on by its row.
            waar = plaats.kolommen.plaats(l.CODE) if kolom is None else kolom
            cel = cell_name(plaats.rij[vraag.code], waar)
            cellen[cel] = vraag.code, naam
            plek = Plek("", l.INVULBLAD, cel)
            velden.append(oud.velden[nummer]._replace(plek=plek) if oud else Veld(None, plek))
        regels[vraag.code] = Antwoordregel(vraag.code, *velden)
    programma: dict[str, Veld] = {}
    for plan in vragenlijst.programma:
        cel = cell_name(plaats.rij[plan.code], plaats.kolommen.toelichting)
        cellen[cel] = plan.code, l.PLANNEN
        if veld := inzending.programma.get(plan.code):
            programma[plan.code] = veld._replace(plek=Plek("", l.INVULBLAD, cel))
    return replace(inzending, regels=regels, programma=programma, bevindingen=()), cellen


def _bij_oude_cel(inzending: Return) -> tuple[list[tuple[Cel, Bevinding]], list[Bevinding]]:
    """What was found in the file as it came in: on a row that is asked, and elsewhere.

    The column is "" for a cell beside the answers.
    """
    rijen: dict[tuple[str, str, str], str] = {}
    cellen: dict[Plek, str] = {}
    for code, velden in _per_code(inzending):
        for kolom, veld in velden:
            if veld.plek.cel:
                cellen[veld.plek] = kolom
                rijen[_rij(veld.plek)] = code
    op_rij: list[tuple[Cel, Bevinding]] = []
    overig: list[Bevinding] = []
    for b in (*inzending.bevindingen, *find_personal_data(inzending.bevindingen)):
        gevonden = rijen.get(_rij(b.plek)) if b.plek.cel else None
        if gevonden is None:
            overig.append(b)
        else:
            op_rij.append(((gevonden, cellen.get(b.plek, "")), b))
    return op_rij, overig


def _rij(plek: Plek) -> tuple[str, str, str]:
    return plek.bestand, plek.blad, re.sub(r"\D", "", plek.cel)


def _opmerkingen(
    vragenlijst: Vragenlijst,
    per_cel: list[tuple[Cel, Bevinding]],
    gemerkt: Iterable[tuple[Cel, ...]],
    overig: list[Bevinding],
    gemaakt: datetime,
) -> Opmerkingen:
    per_regel: dict[str, list[Bevinding]] = {}
    for (code, _), b in per_cel:
        per_regel.setdefault(code, []).append(b)
    indicator_van = {regel.code: regel.indicator.code for regel in vragenlijst.regels}
    fout, twijfel = (
        {indicator_van.get(code, code) for (code, _), b in per_cel if b.ernst is ernst}
        for ernst in _TELT
    )
    return Opmerkingen(
        gevraagd=vragenlijst.indicatoren,
        te_verbeteren=len(fout),
        te_bekijken=len(twijfel - fout),
        per_regel={code: tuple(op_ernst(lijst)) for code, lijst in per_regel.items()},
        gemerkt=frozenset(gemerkt),
        overig=tuple(groepeer(overig)),
        gemaakt=gemaakt,
    )


def _moment(inzending: Return, ronde: Ronde) -> datetime:
    """Just after the return was saved: a program that keeps the stamp must not make it older."""
    with suppress(ValueError, OverflowError):
        gewijzigd = datetime.fromisoformat(inzending.gewijzigd).replace(tzinfo=None)
        return gewijzigd + timedelta(seconds=1)
    return datetime.combine(ronde.peildatum, time(12))

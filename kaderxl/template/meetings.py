"""The sheet Planning: its rows as meetings, and what is odd about them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

from ..core import catalogue, labels as l
from ..core.kader import Overleg, Partij
from ..core.notation import (
    een_regel,
    lees_datum,
    lees_tijd,
    lijkt_op,
    plat,
    schrijf_dag as in_woorden,
    splits_namen,
)
from ..core.own_names import EigenNamen
from ..core.rounds import Bevinding, Plek
from ..core.workdays import is_werkdag
from .cells import Bladen, Rij
from .planning import heeft_dag, uiterste_dag


def lees_planning(
    bladen: Bladen, partijen: tuple[Partij, ...], namen: EigenNamen
) -> tuple[Overleg, ...]:
    """The meetings in the order of the sheet; of a template without the newer columns as well."""
    gelezen: list[Overleg] = []
    eerder: dict[tuple[object, ...], str] = {}
    for rij in bladen.rijen(l.PLANNING):
        overleg = _overleg(rij, partijen, namen)
        cel = rij.cel("datum")
        plek = rij.tabel.plek(cel if cel.adres else rij.cel("overleg"))
        bladen.bevindingen += over_overleg(overleg, plek)
        eerste = eerder.setdefault((plat(overleg.soort), overleg.datum), plek.cel)
        if overleg.datum and eerste != plek.cel:
            velden = {"overleg": overleg.soort, "datum": in_woorden(overleg.datum)}
            rij.meld(catalogue.OVERLEG_TWEE_KEER, "datum", eerste=eerste, **velden)
        gelezen.append(overleg)
    return tuple(gelezen)


def over_overleg(overleg: Overleg, plek: Plek) -> Iterator[Bevinding]:
    """What is odd about a row of Planning; `plek` is the cell of its date."""
    dag = overleg.datum
    if dag is None:
        if not heeft_dag(overleg):
            yield catalogue.OVERLEG_ZONDER_DAG.bij(plek, overleg=overleg.soort)
        return
    velden = {"datum": in_woorden(dag), "overleg": overleg.soort}
    if not is_werkdag(dag):
        yield catalogue.GEEN_WERKDAG.bij(plek, **velden)
    uiterlijk = uiterste_dag(overleg, dag.year)
    if uiterlijk and dag > uiterlijk:
        velden |= {"regel": overleg.regel, "uiterlijk": in_woorden(uiterlijk)}
        yield catalogue.OVERLEG_TE_LAAT.bij(plek, **velden)


def _overleg(rij: Rij, partijen: tuple[Partij, ...], namen: EigenNamen) -> Overleg:
    cel = rij.cel("datum")
    dag = lees_datum(cel.waarde) if cel else None
    if cel and dag is None:
        is_regel = plat(cel.tekst).startswith(("voor ", "uiterlijk ", "t/m "))
        hoort = "; een regel zoals “voor 1 april” hoort in de kolom “regel”" if is_regel else ""
        voorbeeld = f"31-3-2027{hoort}"
        rij.meld(catalogue.DATUM_ONLEESBAAR, "datum", waarde=cel.tekst, voorbeeld=voorbeeld)
    begin, eind = _tijd(rij, "begin"), _tijd(rij, "eind")
    if eind is not None and (begin is None or eind <= begin):
        rij.meld(catalogue.EIND_ZONDER_BEGIN, "eind", eind=f"{eind:%H.%M}")
        eind = None
    kolommen = ("overleg", "kwartaal", "regel", "doel", "plaats")
    soort, kwartaal, regel, doel, plaats = (een_regel(rij.tekst(kolom)) for kolom in kolommen)
    genodigden = _genodigden(rij, partijen)
    soort = namen.overleg(soort)
    return Overleg(soort, kwartaal, regel, doel, dag, begin, eind, plaats, genodigden)


def _tijd(rij: Rij, kolom: str) -> time | None:
    cel = rij.cel(kolom)
    tijd = lees_tijd(cel.waarde) if cel else None
    if cel and tijd is None:
        rij.meld(catalogue.TIJD_ONLEESBAAR, kolom, waarde=cel.tekst)
    return tijd


def _genodigden(rij: Rij, partijen: tuple[Partij, ...]) -> tuple[str, ...]:
    """Groups and partijen as the sheet Partijen writes them; others, as a provincie, as written."""
    keuzes = [*dict.fromkeys(p.groep for p in partijen), *(p.naam for p in partijen)]
    bekend = {plat(naam): naam for naam in keuzes} | {plat(p.code): p.naam for p in partijen}
    namen = splits_namen(rij.tekst("genodigden"), keuzes)
    for naam in namen:
        if plat(naam) not in bekend and (tip := lijkt_op(naam, keuzes)):
            rij.meld(catalogue.GENODIGDE_ONBEKEND, "genodigden", naam=naam, tip=tip)
    return tuple(dict.fromkeys(bekend.get(plat(naam), naam) for naam in namen))

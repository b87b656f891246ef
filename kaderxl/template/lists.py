"""The sheets of a template that stand alone: partijen, planning, questions."""

from __future__ import annotations

from ..core import catalogue
from ..core import labels as l
from ..core.kader import Overleg, Partij, Vraag
from ..core.notation import een_regel, lees_datum, plat
from .cells import KORTE_CODE, Bladen, Rij
from .planning import over_overleg
from .settings import controleer_adres


def lees_partijen(bladen: Bladen) -> tuple[Partij, ...]:
    partijen: list[Partij] = []
    namen: dict[str, str] = {}
    for rij in bladen.rijen(l.PARTIJEN):
        code = rij.nieuwe_code(KORTE_CODE)
        naam, mail = rij.cel("naam"), rij.cel("e-mail")
        eerste = namen.get(plat(naam.tekst))
        if eerste is not None:
            rij.meld(catalogue.PARTIJ_DUBBEL, "naam", naam=naam.tekst, eerste=eerste)
        namen[plat(naam.tekst)] = naam.adres
        bladen.bevindingen += controleer_adres(mail.tekst, rij.tabel.plek(mail))
        if code:
            jaren = rij.jaar("actief van"), rij.jaar("actief t/m")
            woorden = een_regel(naam.tekst) or code, een_regel(rij.tekst("groep")), mail.tekst
            partijen.append(Partij(code, *woorden, *jaren, rij.vervangt()))
    return tuple(partijen)


def lees_planning(bladen: Bladen) -> tuple[Overleg, ...]:
    return tuple(_overleg(bladen, rij) for rij in bladen.rijen(l.PLANNING))


def _overleg(bladen: Bladen, rij: Rij) -> Overleg:
    cel = rij.cel("datum")
    dag = lees_datum(cel.waarde) if cel else None
    if cel and dag is None:
        voorbeeld = "31-3-2027"
        rij.meld(catalogue.DATUM_ONLEESBAAR, "datum", waarde=cel.tekst, voorbeeld=voorbeeld)
    kolommen = ("overleg", "kwartaal", "regel", "doel")
    soort, kwartaal, regel, doel = (een_regel(rij.tekst(kolom)) for kolom in kolommen)
    overleg = Overleg(soort, kwartaal, regel, doel, dag)
    waar = cel if cel.adres else rij.cel("overleg")
    bladen.bevindingen += over_overleg(overleg, rij.tabel.plek(waar))
    return overleg


def lees_vragen(bladen: Bladen) -> tuple[Vraag, ...]:
    return tuple(
        Vraag(rij.jaar("nr") or nummer, *map(rij.tekst, ("over", "vraag", "bron", "antwoord")))
        for nummer, rij in enumerate(bladen.rijen(l.VRAGEN), 1)
    )

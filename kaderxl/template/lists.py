"""The sheets of a template that stand alone: partijen, planning, questions."""

from __future__ import annotations

from datetime import date

from ..core import catalogue
from ..core import labels as l
from ..core.kader import Overleg, Partij, Vraag
from ..core.notation import een_regel, lees_datum, plat
from ..reading.tables import Cel, Tabel
from .cells import KORTE_CODE, Bladen
from .planning import over_overleg
from .settings import controleer_adres


def lees_partijen(bladen: Bladen) -> tuple[Partij, ...]:
    tabel, rijen = bladen.rijen(l.PARTIJEN)
    partijen: list[Partij] = []
    namen: dict[str, str] = {}
    for rij in rijen:
        code = bladen.nieuwe_code(tabel, tabel.cel(rij, "code"), KORTE_CODE)
        naam = tabel.cel(rij, "naam")
        if plat(naam.tekst) in namen:
            eerste = namen[plat(naam.tekst)]
            bladen.meld(catalogue.PARTIJ_DUBBEL, tabel.plek(naam), naam=naam.tekst, eerste=eerste)
        namen[plat(naam.tekst)] = naam.adres
        cel_mail = tabel.cel(rij, "e-mail")
        bladen.bevindingen += controleer_adres(cel_mail.tekst, tabel.plek(cel_mail))
        if code:
            partijen.append(
                Partij(
                    code,
                    een_regel(naam.tekst) or code,
                    een_regel(tabel.cel(rij, "groep").tekst),
                    cel_mail.tekst,
                    bladen.jaar(tabel, tabel.cel(rij, "actief van")),
                    bladen.jaar(tabel, tabel.cel(rij, "actief t/m")),
                    bladen.vervangt(tabel, rij),
                )
            )
    return tuple(partijen)


def lees_planning(bladen: Bladen) -> tuple[Overleg, ...]:
    tabel, rijen = bladen.rijen(l.PLANNING)
    gelezen: list[Overleg] = []
    for rij in rijen:
        cel = tabel.cel(rij, "datum")
        overleg = Overleg(
            soort=een_regel(tabel.cel(rij, "overleg").tekst),
            kwartaal=een_regel(tabel.cel(rij, "kwartaal").tekst),
            regel=een_regel(tabel.cel(rij, "regel").tekst),
            doel=een_regel(tabel.cel(rij, "doel").tekst),
            datum=_datum(bladen, tabel, cel),
        )
        waar = cel if cel.adres else tabel.cel(rij, "overleg")
        bladen.bevindingen += over_overleg(overleg, tabel.plek(waar))
        gelezen.append(overleg)
    return tuple(gelezen)


def _datum(bladen: Bladen, tabel: Tabel, cel: Cel) -> date | None:
    dag = lees_datum(cel.waarde) if cel else None
    if cel and dag is None:
        bladen.meld(
            catalogue.DATUM_ONLEESBAAR, tabel.plek(cel), waarde=cel.tekst, voorbeeld="31-3-2027"
        )
    return dag


def lees_vragen(bladen: Bladen) -> tuple[Vraag, ...]:
    tabel, rijen = bladen.rijen(l.VRAGEN)
    return tuple(
        Vraag(
            bladen.jaar(tabel, tabel.cel(rij, "nr")) or volgnummer,
            *(tabel.cel(rij, k).tekst for k in ("over", "vraag", "bron", "antwoord")),
        )
        for volgnummer, rij in enumerate(rijen, 1)
    )

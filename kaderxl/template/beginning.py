"""Where it began: the sheets Beginstand and Jaarprogramma, which a template may do without."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..core import catalogue, labels as l
from ..core.kader import Activiteit, Beginstand, Kader, datumgrenzen
from ..core.notation import een_regel, lijkt_op, noem_enkele, plat
from ..core.values import Veld, Waarde
from ..reading.tables import dag_of_tekst
from .cells import Bladen, Maatcel, Rij, als_tekst
from .kinds import PERCENTAGE


def lees_beginstand(bladen: Bladen, kader: Kader) -> tuple[Beginstand, ...]:
    """What was so before the first ronde, a value a row; what is wrong goes to the findings."""
    gelezen = (_beginstand(rij, kader) for rij in bladen.rijen(l.BEGINSTAND))
    standen: dict[tuple[str, str], Beginstand] = {}
    for stand, rij in zip(gelezen, bladen.rijen(l.BEGINSTAND), strict=True):
        if stand and standen.setdefault((stand.meetwaarde, stand.partij), stand) is not stand:
            rij.meld(catalogue.BEGINSTAND_DUBBEL, "meetwaarde", code=stand.meetwaarde)
    return tuple(standen.values())


def _beginstand(rij: Rij, kader: Kader) -> Beginstand | None:
    code, cel = rij.code("meetwaarde"), rij.cel("waarde")
    meetwaarde = next((m for m in kader.meetwaarden if m.code == code), None)
    if meetwaarde is None:
        if code not in rij.bladen.kapot:
            tip = lijkt_op(code, [m.code for m in kader.meetwaarden])
            rij.meld(catalogue.MEETWAARDE_ONBEKEND, "meetwaarde", code=code, tip=tip)
        return None
    inhoud = cel.waarde if isinstance(cel.waarde, (str, int, float, date)) else None
    if Maatcel(rij, "waarde").in_procenten and meetwaarde.soort is PERCENTAGE:
        inhoud = Maatcel(rij, "waarde").zoals_getoond()
    veld = Veld(inhoud, rij.tabel.plek(cel))
    waarde = meetwaarde.soort.lees(veld, datumgrenzen(kader)).waarde if veld else None
    if waarde is None:
        velden = {"waarde": cel.tekst, "vraag": meetwaarde.omschrijving, "soort": meetwaarde.soort}
        rij.meld(catalogue.BEGINSTAND_ONLEESBAAR, "waarde", **velden)
        return None
    peildatum = als_tekst(rij.cel("peildatum"))
    erbij, bron = een_regel(rij.tekst("erbij")), een_regel(rij.tekst("bron"))
    return Beginstand(code, waarde, _partij(rij, "partij", kader), erbij, peildatum, bron)


def _partij(rij: Rij, kolom: str, kader: Kader) -> str:
    """The code of the one partij that is named; "" for none."""
    naam = rij.tekst(kolom)
    for partij in kader.partijen:
        if naam == partij.code or plat(naam) == plat(partij.naam):
            return partij.code
    if naam:
        namen = [p.naam for p in kader.partijen]
        velden = {"keuzes": noem_enkele(namen), "tip": lijkt_op(naam, namen)}
        rij.meld(catalogue.ACTIEHOUDER_ONBEKEND, kolom, naam=naam, **velden)
    return ""


def lees_jaarprogramma(bladen: Bladen, kader: Kader) -> tuple[Activiteit, ...]:
    """The programme of a year of which there is no tussenstand to set it, as of the first."""
    return tuple(_activiteiten(bladen, kader))


def _activiteiten(bladen: Bladen, kader: Kader) -> Iterator[Activiteit]:
    van, tm = kader.looptijd
    bekend = {plat(a.nummer): a.nummer for a in kader.afspraken}
    for rij in bladen.rijen(l.JAARPROGRAMMA):
        jaar, geschreven = rij.jaar("jaar"), als_tekst(rij.cel("afspraak"))
        afspraak = bekend.get(plat(geschreven))
        tekst = rij.tekst("activiteiten")
        if jaar is None or not van <= jaar <= tm:
            velden = {"jaar": rij.tekst("jaar") or "leeg", "looptijd": f"{van}-{tm}"}
            rij.meld(catalogue.JAAR_BUITEN_LOOPTIJD, "jaar", **velden)
        elif afspraak is None:
            nummers = ", ".join(str(a.nummer) for a in kader.afspraken)
            velden = {"nummer": geschreven or "?", "nummers": nummers}
            rij.meld(catalogue.AFSPRAAK_ONBEKEND, "afspraak", **velden)
        elif tekst:
            trekker, bron = een_regel(rij.tekst("trekker")), een_regel(rij.tekst("bron"))
            yield Activiteit(jaar, afspraak, tekst, trekker, *_dagen(rij), bron)


def _dagen(rij: Rij) -> tuple[Waarde, Waarde]:
    begin, einde = (dag_of_tekst(rij.cel(kolom)) or None for kolom in ("begin", "einde"))
    return begin, einde

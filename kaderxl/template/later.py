"""What a template has yet to say: no ronde waits for it, and a mail or the archive will."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..core import catalogue, labels as l
from ..core.cycle import sleutel_van
from ..core.notation import plat
from ..core.rounds import Bevinding, Fase, Plek
from ..core.settings import Nodig, tabel_van
from ..reading import Document
from .cells import Bladen
from .cycle import lees_rondes

_FOR_SETTINGS: Mapping[str, str] = {
    "contact": "elk invulblad en elke mail: partijen lezen daar wie zij vragen kunnen stellen",
    "herinneren": "kaderxl mail --remind: zoveel dagen ervoor herinneren wij wie nog niets stuurde",
}
_DEADLINES = {"inleveren_tussenstand": Fase.TUSSENSTAND, "inleveren_evaluatie": Fase.EVALUATIE}
"""The settings with the day of a ronde of ours; other rondes have it on the sheet Rondes."""
_FOR_COMMANDS = {
    Nodig.ARCHIEF: "kaderxl archive; vraag het de archivaris",
    Nodig.VERSTUREN: "kaderxl mail --send; wie de mails zelf verstuurt, kan zonder",
}


def later_needed(bestand: str, document: Document) -> Iterator[Bevinding]:
    """A finding of each cell that is empty now and is asked for later, with what it is for."""
    bladen = Bladen(bestand, document)
    for rij in bladen.rijen(l.PARTIJEN):
        if not rij.tekst("e-mail"):
            plek = rij.tabel.plek(rij.cel("e-mail"))
            wat = {"wat": "Het e-mailadres van een partij", "waarvoor": "kaderxl mail"}
            yield catalogue.LATER_NODIG.bij(plek if plek.cel else rij.tabel.kop("e-mail"), **wat)
    yield from _settings(bladen)


def _settings(bladen: Bladen) -> Iterator[Bevinding]:
    tabel = bladen.tabellen[l.INSTELLINGEN]
    if tabel is None:
        return
    fasen = lees_rondes(bladen).fasen
    voor = {**_FOR_SETTINGS} | {
        veld: f"{fase.met_lidwoord}: de dag staat op het blad, in de mail en in de agenda"
        for veld, fase in _DEADLINES.items()
        if any(f == fase and f.inleveren is None for f in fasen)
    }
    cellen = {plat(r.tekst("instelling")): r.cel("waarde") for r in bladen.rijen(l.INSTELLINGEN)}
    for i in tabel_van():
        waarvoor = voor.get(i.veld) or _FOR_COMMANDS.get(i.nodig)
        cel = cellen.get(plat(i.naam))
        if waarvoor and not cel:
            plek: Plek = tabel.kop("waarde") if cel is None else tabel.plek(cel)
            wat = {"wat": f"De instelling “{i.naam}”", "waarvoor": waarvoor}
            yield catalogue.LATER_NODIG.bij(plek, **wat)
    yield from _days_of_rondes(bladen)


def _days_of_rondes(bladen: Bladen) -> Iterator[Bevinding]:
    """Of rondes that the sheet Rondes alone has a day for."""
    ours = {fase.sleutel for fase in _DEADLINES.values()}
    for rij in bladen.rijen(l.RONDES):
        naam = rij.tekst("ronde")
        if not rij.cel("inleveren") and sleutel_van(naam) not in ours:
            plek = rij.tabel.plek(rij.cel("inleveren"))
            waarvoor = f"de ronde {naam}: de dag staat op het blad, in de mail en in de agenda"
            wat = {"wat": "De inleverdatum", "waarvoor": waarvoor}
            yield catalogue.LATER_NODIG.bij(plek if plek.cel else rij.tabel.kop("ronde"), **wat)

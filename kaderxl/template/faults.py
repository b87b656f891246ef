"""What is wrong with a template as a whole, when each of its sheets has been read."""

from __future__ import annotations

from ..core import catalogue
from ..core import labels as l
from ..core.kader import Indicator, Kader, Meetwaarde, Partij, Rol
from ..core.notation import lijkt_op
from ..core.rounds import Plek
from .cells import Bladen


def controleer(bladen: Bladen, kader: Kader) -> None:
    """Every fault that shows when the sheets are laid beside one another."""
    _controleer_figuren(bladen, kader)
    _controleer_partijen(bladen, kader)
    _controleer_vervangt(bladen, kader)
    _tel_voorstellen(bladen)


def _controleer_figuren(bladen: Bladen, kader: Kader) -> None:
    tabel, _ = bladen.rijen(l.MEETWAARDEN)
    for indicator in kader.indicatoren:
        rollen = {m.rol for m in kader.meetwaarden if m.indicator == indicator.code}
        if len(rollen & {Rol.TELLER, Rol.NOEMER}) == 1:
            bladen.meld(catalogue.NOEMER_ONTBREEKT, tabel.kop("telt als"), code=indicator.code)


def _controleer_partijen(bladen: Bladen, kader: Kader) -> None:
    """A partij that no indicator names gets no sheet: often its group is misspelt."""
    tabel, rijen = bladen.rijen(l.PARTIJEN)
    groepen = sorted({p.groep for p in kader.partijen})
    genoemd = {code for i in kader.indicatoren for code in i.partijen}
    for rij in rijen:
        partij = kader.partij(tabel.cel(rij, "code").tekst)
        if partij and kader.indicatoren and partij.code not in genoemd:
            anders = [groep for groep in groepen if groep != partij.groep]
            bladen.meld(
                catalogue.GROEP_ZONDER_VRAAG,
                tabel.plek(tabel.cel(rij, "groep")),
                partij=partij.naam,
                groep=partij.groep,
                tip=lijkt_op(partij.groep, anders),
            )


def _controleer_vervangt(bladen: Bladen, kader: Kader) -> None:
    """What was replaced may stay for the years before, and not beside what replaces it."""
    van, tm = kader.looptijd
    jaren = {i.code: i.jaren for i in kader.indicatoren}
    jaren |= {m.code: jaren[m.indicator] for m in kader.meetwaarden}
    looptijd = range(van, tm + 1)
    jaren |= {p.code: frozenset(filter(p.actief, looptijd)) for p in kader.partijen}
    dragers: list[Partij | Indicator | Meetwaarde] = [*kader.partijen]
    dragers += [*kader.indicatoren, *kader.meetwaarden]
    for drager in dragers:
        for eerder in drager.vervangt:
            if jaren.get(eerder, frozenset()) & jaren[drager.code]:
                plek = Plek(bladen.bestand, *bladen.plek_van[drager.code].split("!"))
                velden = {"code": drager.code, "eerder": eerder}
                bladen.meld(catalogue.VERVANGT_BESTAANDE, plek, **velden)


def _tel_voorstellen(bladen: Bladen) -> None:
    for blad in (l.MONITORINGSTABEL, l.MEETWAARDEN, l.DOELEN):
        tabel, rijen = bladen.rijen(blad)
        lezingen = [
            bladen.uit_lijst(tabel, tabel.cel(rij, "lezing"), "lezing", list(l.LEZINGEN), "")
            for rij in rijen
        ]
        aantal = lezingen.count("voorstel")
        if aantal:
            bladen.meld(catalogue.NOG_VOORSTEL, tabel.kop("lezing"), aantal=aantal)

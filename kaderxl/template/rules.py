"""The sheet Regels: when an answer is asked about once more, in the municipality's own words."""

from __future__ import annotations

from ..core import catalogue, labels as l
from ..core.kader import Kader
from ..core.notation import een_regel, lijkt_op, schrijf_getal
from ..core.rules import Controleregel, Regelsoort
from .cells import Bladen, Rij

_LANGSTE_VRAAG = 120
"""It stands in a cell beside the answer, and a formula holds no text of more than 255."""


def lees_regels(bladen: Bladen, kader: Kader) -> tuple[Controleregel, ...]:
    """The rules, a row each; what is wrong with one goes to the findings, and it does nothing."""
    regels: dict[tuple[str, str, str], Controleregel] = {}
    for rij in bladen.rijen(l.REGELS):
        regel = _regel(rij, kader)
        if regel is None:
            continue
        sleutel = regel.soort, regel.waar, regel.met
        if sleutel in regels:
            rij.meld(catalogue.REGEL_DUBBEL, "soort", soort=regel.soort)
        else:
            regels[sleutel] = regel
    return tuple(regels.values())


def _regel(rij: Rij, kader: Kader) -> Controleregel | None:
    woord = rij.uit_lijst("soort", [*Regelsoort], "")
    if not woord:
        if not rij.tekst("soort"):
            rij.onbekend("soort", [*Regelsoort])
        return None
    soort, waar, met = Regelsoort(woord), rij.code("waar"), rij.code("vergelijk met")
    vraag = een_regel(rij.tekst("vraag"))
    if not vraag or len(vraag) > _LANGSTE_VRAAG:
        rij.meld(catalogue.REGEL_ZONDER_VRAAG, "vraag", soort=soort, langste=_LANGSTE_VRAAG)
        return None
    factor, pas_boven = rij.getal("factor"), rij.getal("pas boven")
    if soort.vraagt_factor and not (factor and factor > soort.laagste_factor):
        laagste = schrijf_getal(soort.laagste_factor)
        rij.meld(catalogue.REGEL_ZONDER_FACTOR, "factor", soort=soort, laagste=laagste)
        return None
    regel = Controleregel(soort, vraag, waar, met, factor or 1, pas_boven or 0)
    return regel if _is_bekend(rij, kader, regel) and _past(rij, kader, regel) else None


def _is_bekend(rij: Rij, kader: Kader, regel: Controleregel) -> bool:
    """Whether the codes are of the template, and there are two where two are laid side by side."""
    meetwaarden = {m.code for m in kader.meetwaarden}
    codes = {
        "waar": meetwaarden | {i.code for i in kader.indicatoren},
        "vergelijk met": meetwaarden,
    }
    for kolom, code in (("waar", regel.waar), ("vergelijk met", regel.met)):
        if code and code not in codes[kolom]:
            if code not in rij.bladen.kapot:
                tip = lijkt_op(code, sorted(codes[kolom]))
                rij.meld(catalogue.REGEL_CODE_ONBEKEND, kolom, code=code, tip=tip)
            return False
    if regel.soort.vergelijkt and not (regel.waar in meetwaarden and regel.met):
        rij.meld(catalogue.REGEL_VERGELIJKT_NIETS, "vergelijk met", soort=regel.soort)
        return False
    return True


def _past(rij: Rij, kader: Kader, regel: Controleregel) -> bool:
    """A rule for wherever it fits may fit nowhere yet; one that names its place must fit there."""
    past = any(map(regel.geldt_voor, kader.meetwaarden))
    if not past and regel.waar:
        rij.meld(catalogue.REGEL_PAST_NERGENS, "waar", soort=regel.soort, waar=regel.waar)
    return past

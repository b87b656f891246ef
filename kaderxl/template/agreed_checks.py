"""Doelen, meetwaarden and indicatoren laid beside one another: what does not go together."""

from __future__ import annotations

from ..core import catalogue, labels as l
from ..core.kader import Indicator, Kader, Meetwaarde
from ..core.national import LANDELIJK, Drager, cijfer_van, dragers
from ..core.notation import lijkt_op, noem_enkele, plat, schrijf_getal
from ..core.sums import afgerond
from ..core.targets import DEELROLLEN, Maat, is_getal, maat_van
from .agreed import Afspraken
from .cells import Maatcel, Rij
from .kinds import AANTAL, BEDRAG, DATUM, GETAL, JA_NEE, PERCENTAGE, TEKST

_GEEN_AANTAL = frozenset({PERCENTAGE, DATUM, JA_NEE, TEKST})
_GEEN_PERCENTAGE = frozenset({AANTAL, BEDRAG, GETAL, DATUM, JA_NEE, TEKST})
_HOOGSTE_RAPPORTCIJFER, _HOOGSTE_PERCENTAGE = 10, 100


def controleer_doelen(afspraken: Afspraken, kader: Kader) -> None:
    """What a doel is held against must be a number of its own indicator, and be known."""
    for rij, doel in afspraken.doelrijen:
        code, genoemd = doel.indicator, doel.meetwaarde
        if code in afspraken.bladen.onvolledig:
            continue
        getallen = [m.code for m in kader.meetwaarden_van(code) if is_getal(m)]
        if genoemd and genoemd not in getallen:
            tip = lijkt_op(genoemd, getallen)
            geschreven = rij.tekst("meetwaarde")
            namen = [m.omschrijving for m in kader.meetwaarden_van(code) if m.code in getallen]
            keuzes = f" ({noem_enkele(namen)})" if namen else ""
            velden = {"code": geschreven, "indicator": code, "tip": tip, "keuzes": keuzes}
            rij.meld(catalogue.DOEL_MEETWAARDE, "meetwaarde", **velden)
        elif rij.cel("minimum") or rij.cel("maximum"):
            maat = maat_van(kader, doel)
            if maat is None:
                zonder = (
                    catalogue.DOEL_ZONDER_CIJFER if getallen else catalogue.DOEL_ZONDER_MEETWAARDE
                )
                rij.meld(zonder, "indicator", indicator=code)
            else:
                for kolom, getal in (("minimum", doel.minimum), ("maximum", doel.maximum)):
                    _procenten(rij, kolom, getal, maat)
                    _te_hoog(rij, kolom, getal, maat)
        elif plat(rij.tekst("meter")) == l.JA_OF_NEE[0]:
            rij.meld(catalogue.METER_ZONDER_GETAL, "meter", indicator=code)


def _procenten(rij: Rij, kolom: str, getal: float | None, maat: Maat) -> None:
    """A percentage where something else is counted, and a share where a percentage is asked."""
    in_procenten, per_honderd = Maatcel(rij, kolom).in_procenten, maat.eenheid.startswith("%")
    if getal is None:
        return
    if in_procenten and not per_honderd:
        velden = {"eenheid": maat.eenheid or "iets anders", "cijfer": maat.naam}
        rij.meld(catalogue.DOEL_IN_PROCENTEN, kolom, getal=schrijf_getal(getal), **velden)
    elif per_honderd and not in_procenten and 0 < getal <= 1:
        velden = {"getal": schrijf_getal(getal), "maal": schrijf_getal(afgerond(100 * getal))}
        rij.meld(catalogue.DOEL_ALS_DEEL, kolom, **velden)


def _te_hoog(rij: Rij, kolom: str, getal: float | None, maat: Maat) -> None:
    """A share above the whole, and a rapportcijfer above ten: often a comma that is missing."""
    per_honderd, cijfer = maat.eenheid.startswith("%"), "rapportcijfer" in plat(maat.naam)
    hoogste = _HOOGSTE_RAPPORTCIJFER if cijfer else _HOOGSTE_PERCENTAGE
    if getal is not None and getal > hoogste and (cijfer or per_honderd):
        velden = {"getal": maat.zeg(getal), "cijfer": maat.naam, "hoogste": maat.zeg(hoogste)}
        rij.meld(catalogue.DOEL_TE_HOOG, kolom, **velden)


def controleer_meetwaarden(afspraken: Afspraken, kader: Kader) -> None:
    """A kind, or a way of taking answers together, that was left open and decides what is done."""
    partijen = {i.code: {*i.partijen} for i in kader.indicatoren if not i.open}
    for rij, meetwaarde in afspraken.waarderijen:
        if not rij.cel("soort"):
            rij.meld(catalogue.SOORT_LEEG, "soort")
        gevraagd = [p for p in partijen.get(meetwaarde.indicator, ()) if meetwaarde.vraagt(p)]
        if not rij.cel("combineren") and is_getal(meetwaarde) and len(gevraagd) > 1:
            rij.meld(catalogue.COMBINEREN_LEEG, "combineren")


def controleer_soorten(afspraken: Afspraken, kader: Kader) -> None:
    """An indicator that says it is a number, without a number that is asked."""
    per_code = {i.code: i for i in kader.indicatoren if not i.open}
    for code, rij in afspraken.indicatorrijen.items():
        indicator = per_code.get(code)
        if indicator is None or code in afspraken.bladen.onvolledig:
            continue
        if wat := _mist(indicator, kader.meetwaarden_van(code)):
            velden = {"tekst": indicator.tekst, "soort": indicator.soort, "code": code}
            rij.meld(catalogue.SOORT_ZONDER_GETAL, "soort", **velden, wat=wat)


def _mist(indicator: Indicator, eigen: tuple[Meetwaarde, ...]) -> str:
    """What the soort of an indicator promises and nobody is asked: `getal` or `percentage`."""
    soorten = {m.soort for m in eigen}
    deel = any(m.rol in DEELROLLEN for m in eigen)  # one alone is a fout by itself
    if "aantal" in indicator.soort and soorten <= _GEEN_AANTAL:
        return "getal"
    percentage = deel or not soorten <= _GEEN_PERCENTAGE
    return "percentage" if "percentage" in indicator.soort and not percentage else ""


def controleer_landelijk(afspraken: Afspraken, kader: Kader) -> None:
    """A landelijke code that nobody knows, that stands twice in a year, or is of something else."""
    rijen = afspraken.indicatorrijen | {m.code: rij for rij, m in afspraken.waarderijen}
    eerder: list[tuple[Indicator, Drager]] = []
    for indicator, drager in dragers(kader):
        rij, code = rijen[drager.code], drager.landelijk
        if code not in LANDELIJK:
            velden = {"keuzes": ", ".join(LANDELIJK), "tip": lijkt_op(code, [*LANDELIJK])}
            rij.meld(catalogue.LANDELIJK_ONBEKEND, l.LANDELIJK, code=code, **velden)
        elif wat := _anders(kader, drager):
            verwacht, gevraagd = wat
            velden = {"verwacht": verwacht, "gevraagd": gevraagd}
            rij.meld(catalogue.LANDELIJK_PAST_NIET, l.LANDELIJK, code=code, **velden)
        zelfde = (d.code for i, d in eerder if d.landelijk == code and i.jaren & indicator.jaren)
        if ander := next(zelfde, ""):
            rij.meld(catalogue.LANDELIJK_DUBBEL, l.LANDELIJK, code=code, eerder=ander)
        eerder.append((indicator, drager))


def _anders(kader: Kader, drager: Drager) -> tuple[str, str] | None:
    """What a code of the list is in, and what is asked here, where these are not the same."""
    bedoeld, maat = LANDELIJK[drager.landelijk], cijfer_van(kader, drager)
    verwacht = _in(bedoeld.soort, bedoeld.eenheid)
    if maat is None:
        return verwacht, "niet één cijfer"
    soort = maat.soort.naam if maat.soort else PERCENTAGE.naam
    gevraagd = _in(soort, maat.eenheid)
    return None if plat(verwacht) == plat(gevraagd) else (verwacht, gevraagd)


def _in(soort: str, eenheid: str) -> str:
    return f"{soort} in {eenheid}" if eenheid else soort

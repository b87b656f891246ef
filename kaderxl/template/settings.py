"""The sheet Instellingen read: each setting by its kind, in one place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from ..core import catalogue, labels as l
from ..core.findings import Regel
from ..core.notation import (
    lees_dag_en_maand,
    lees_getal,
    lees_ja_nee,
    lijkt_op,
    plat,
    schrijf_getal,
)
from ..core.own_names import lees_naam
from ..core.rounds import Bevinding, Plek
from ..core.settings import Instelling, Instellingen, Instellingsoort, Nodig, tabel_van
from ..core.text import als_code
from ..reading import Limits
from .cells import KORTE_CODE, Bladen, als_tekst

_ADRES = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+"
)
_SERVER = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
_LANGSTE_ADRES = 254
_AANTALLEN = re.compile(r"\d{1,3}(?:(?: ?[,;] ?| en )\d{1,3})*")

_LANGSTE_LOOPTIJD, _VERSTE_JAAR = 50, 2500


def is_adres(tekst: str) -> bool:
    """Whether this is one address that every mail server takes: letters without accents."""
    return len(tekst) <= _LANGSTE_ADRES and _ADRES.fullmatch(tekst) is not None


def controleer_adres(tekst: str, plek: Plek) -> Iterator[Bevinding]:
    if tekst and not is_adres(tekst):
        yield catalogue.MAILADRES_ONLEESBAAR.bij(plek, waarde=tekst)


def lees_herinneren(tekst: str) -> tuple[int, ...] | None:
    """`14 en 3`, days before the deadline, the longest first; None when it says no such thing."""
    schoon = plat(tekst)
    if not _AANTALLEN.fullmatch(schoon):
        return None
    return tuple(sorted({int(n) for n in re.findall(r"\d+", schoon)}, reverse=True))


def lees_gewichten(tekst: str) -> dict[str, float] | None:
    """`1` gives all the same weight (key ""); `Noord: 2; Zuid: 1` each its own; None: neither."""
    alle = lees_getal(tekst)
    if isinstance(alle, (int, float)):
        return {"": float(alle)} if alle > 0 else None
    gewichten: dict[str, float] = {}
    for deel in filter(None, (d.strip() for d in re.split(r"[;\n]", tekst))):
        naam, _, getal = deel.rpartition(":")
        gewicht = lees_getal(getal.strip())
        if not naam or not isinstance(gewicht, (int, float)) or gewicht < 0:
            return None
        gewichten[plat(naam)] = float(gewicht)
    return gewichten or None


def leesgrenzen(instellingen: Instellingen) -> Limits:
    """The caps for what comes in: what the municipality set, else the usual ones."""
    i, usual = instellingen, Limits()
    return replace(
        usual,
        file_bytes=i.grootste_bestand * 1_000_000 if i.grootste_bestand else usual.file_bytes,
        cells=i.meeste_cellen or usual.cells,
        seconds=i.langste_leestijd or usual.seconds,
    )


def _als(vorm: str | re.Pattern[str]) -> Callable[[str], str | None]:
    return lambda tekst: tekst if re.fullmatch(vorm, tekst) else None


_S = Instellingsoort
_LEZERS: dict[Instellingsoort, tuple[Callable[[str], object], Regel]] = {
    _S.CODE: (lambda t: _als(KORTE_CODE)(als_code(t)), catalogue.CODE_ONGESCHIKT),
    _S.JAAR: (lambda t: int(t) if re.fullmatch(r"\d{4}", t) else None, catalogue.GETAL_ONLEESBAAR),
    _S.DAG: (lambda t: t if lees_dag_en_maand(t, 2024) else None, catalogue.DATUM_ONLEESBAAR),
    _S.DAGEN: (lees_herinneren, catalogue.HERINNEREN_ONLEESBAAR),
    _S.GETAL: (lees_getal, catalogue.GRENS_ONGESCHIKT),
    _S.VERSIE: (lees_getal, catalogue.SJABLOON_TE_NIEUW),
    _S.ADRES: (lambda t: t if is_adres(t) else None, catalogue.MAILADRES_ONLEESBAAR),
    _S.SERVER: (_als(_SERVER), catalogue.MAILSERVER_ONLEESBAAR),
    _S.JA_NEE: (lees_ja_nee, catalogue.INSTELLING_GEEN_JA_NEE),
    _S.NAAM: (lees_naam, catalogue.EIGEN_NAAM_ONGESCHIKT),
    _S.GEWICHTEN: (lees_gewichten, catalogue.STEMGEWICHT_ONLEESBAAR),
}
"""How the text of a kind of setting is read (None: it cannot be) and what is then said."""


def lees_instellingen(bladen: Bladen, soort: type[Instellingen] = Instellingen) -> Instellingen:
    """The settings of the sheet; what is wrong with them goes to the findings.

    What cannot be read has its default. `soort` has the table of what there is.
    """
    tabel = bladen.tabellen[l.INSTELLINGEN]
    if tabel is None:
        return soort()
    geschreven: dict[str, str] = {}
    plekken: dict[str, Plek] = {}
    bekend = {plat(i.naam): i for i in tabel_van(soort)}
    for rij in bladen.rijen(l.INSTELLINGEN):
        tekst, cel = rij.tekst("instelling"), rij.cel("waarde")
        naam = plat(tekst)
        geschreven[naam], plekken[naam] = als_tekst(cel), tabel.plek(cel)
        if naam and naam not in bekend:
            tip = lijkt_op(naam, [i.naam for i in bekend.values()])
            rij.meld(catalogue.INSTELLING_ONBEKEND, "instelling", naam=tekst, tip=tip)
    waarden: dict[str, object] = {}
    for naam, instelling in bekend.items():
        plek = plekken.get(naam, tabel.kop("waarde"))
        if waarde := geschreven.get(naam):
            waarden |= _waarde(bladen, instelling, waarde, plek)
        elif instelling.nodig is Nodig.ALLES:
            uitleg = instelling.uitleg
            bladen.meld(catalogue.INSTELLING_ONTBREEKT, plek, naam=naam, uitleg=uitleg)
    gelezen = soort(geschreven=geschreven, **waarden)  # type: ignore[arg-type]
    van, tm = gelezen.looptijd
    if van and tm and not (van <= tm < min(van + _LANGSTE_LOOPTIJD, _VERSTE_JAAR)):
        looptijd = {"looptijd": f"{van}-{tm}", "meeste": _LANGSTE_LOOPTIJD}
        bladen.meld(catalogue.LOOPTIJD_ONGESCHIKT, plekken["looptijd t/m"], **looptijd)
    if gelezen.stemgewicht_per_partij and gelezen.stemgewicht_per_geleding:
        bladen.meld(catalogue.STEMGEWICHT_DUBBEL, plekken["stemgewicht per geleding"])
    _controleer_namen(bladen, gelezen, plekken)
    return gelezen


def _controleer_namen(bladen: Bladen, i: Instellingen, plekken: Mapping[str, Plek]) -> None:
    """A name that stands for something else already: on a tab, or over what another one says."""
    bezet = {*map(plat, (*l.SJABLOON_KOLOMMEN, *l.MATRIXBLADEN))} - {plat(l.JAARPROGRAMMA)}
    for naam, eigen in (
        ("ambtelijk overleg", i.ambtelijk_overleg),
        ("bestuurlijk overleg", i.bestuurlijk_overleg),
        ("jaarprogramma", i.jaarprogramma),
    ):
        vormen = {plat(eigen.voluit), plat(eigen.kort)}
        if not vormen.isdisjoint(bezet):
            waarde = i.geschreven[naam]
            bladen.meld(catalogue.EIGEN_NAAM_ONGESCHIKT, plekken[naam], waarde=waarde)
        bezet |= vormen


def _waarde(bladen: Bladen, van: Instelling, tekst: str, plek: Plek) -> dict[str, object]:
    """The value of a field by its name; nothing, and a finding, when the text is none."""
    if van.soort is _S.TEKST:
        return {van.veld: tekst}
    if van.soort is _S.ADRESSEN:
        delen = list(filter(None, re.split(r"[\s,;]+", tekst)))
        for deel in delen:
            bladen.bevindingen += controleer_adres(deel, plek)
        return {van.veld: tuple(filter(is_adres, delen))}
    lees, regel = _LEZERS[van.soort]
    waarde = lees(tekst)
    laagste, hoogste = van.tussen
    if van.soort in (_S.GETAL, _S.VERSIE):
        past = isinstance(waarde, int) and laagste <= waarde <= hoogste
        waarde = waarde if past else None
    if waarde is None:
        grenzen = {"laagste": schrijf_getal(laagste), "hoogste": schrijf_getal(hoogste)}
        bladen.meld(regel, plek, waarde=tekst, voorbeeld="15 februari", **grenzen)
        return {}
    return {van.veld: waarde}

"""What the sheets Instellingen and Mailteksten set: mail, votes, and the caps of reading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..core import catalogue
from ..core import labels as l
from ..core.kader import Kader, Mailsoort, Mailtekst
from ..core.notation import een_regel, lees_dag_en_maand, lees_getal, plat, schrijf_getal
from ..core.rounds import Bevinding, Plek
from ..reading import SETTINGS, Limits, Setting
from ..reading.tables import Tabel
from .cells import KORTE_CODE, Bladen, als_tekst
from .mail_texts import IN_ONDERWERP, MEEGELEVERD, onbekende_velden, velden_in_een_zin, velden_van
from .planning import HERINNEREN, lees_herinneren

AFZENDER, ANTWOORDADRES, CC = "afzender", "antwoordadres", "cc"
MAILSERVER, MAILSERVER_POORT, MAILGEBRUIKER = "mailserver", "mailserver poort", "mailgebruiker"
_POORT = 587
_SMTPS = 465
_ADRES = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+"
)
_SERVER = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
_LANGSTE_ADRES = 254
_VERPLICHT = ("gemeente", "kader", "kenmerk", "looptijd van", "looptijd t/m")


@dataclass(frozen=True, slots=True)
class Mailinstellingen:
    """The settings of mail as the template has them; "" for what it leaves open.

    `smtps`: encrypted from the first byte, as port 465 is; every other port begins with STARTTLS.
    """

    afzender: str = ""
    antwoordadres: str = ""
    cc: tuple[str, ...] = ()
    server: str = ""
    poort: int = _POORT
    gebruiker: str = ""

    @property
    def smtps(self) -> bool:
        return self.poort == _SMTPS


def mailinstellingen(kader: Kader) -> Mailinstellingen:
    """The settings that can be used: `check` names an address that cannot."""
    i = kader.instellingen
    afzender, antwoordadres = i.get(AFZENDER, ""), i.get(ANTWOORDADRES, "")
    return Mailinstellingen(
        afzender=afzender if is_adres(afzender) else "",
        antwoordadres=antwoordadres if is_adres(antwoordadres) else "",
        cc=tuple(filter(is_adres, _adressen(i.get(CC, "")))),
        server=i.get(MAILSERVER, ""),
        poort=int(i.get(MAILSERVER_POORT) or _POORT),
        gebruiker=i.get(MAILGEBRUIKER, ""),
    )


def is_adres(tekst: str) -> bool:
    """Whether this is one address that every mail server takes: letters without accents."""
    return len(tekst) <= _LANGSTE_ADRES and _ADRES.fullmatch(tekst) is not None


def controleer_adres(tekst: str, plek: Plek) -> Iterator[Bevinding]:
    if tekst and not is_adres(tekst):
        yield catalogue.MAILADRES_ONLEESBAAR.bij(plek, adres=tekst)


def controleer_instellingen(
    instellingen: Mapping[str, str], plekken: Mapping[str, Plek]
) -> Iterator[Bevinding]:
    """What is wrong with the settings of mail and of reminders; each may be empty."""
    for naam in (AFZENDER, ANTWOORDADRES):
        if waarde := instellingen.get(naam):
            yield from controleer_adres(waarde, plekken[naam])
    for adres in _adressen(instellingen.get(CC, "")):
        yield from controleer_adres(adres, plekken[CC])
    if (server := instellingen.get(MAILSERVER)) and not _SERVER.fullmatch(server):
        yield catalogue.MAILSERVER_ONLEESBAAR.bij(plekken[MAILSERVER], waarde=server)
    poort = instellingen.get(MAILSERVER_POORT)
    if poort and not (poort.isascii() and poort.isdigit() and 0 < int(poort[:6]) < 65536):
        yield catalogue.GETAL_ONLEESBAAR.bij(plekken[MAILSERVER_POORT], waarde=poort)
    dagen = instellingen.get(HERINNEREN)
    if dagen and lees_herinneren(dagen) is None:
        yield catalogue.HERINNEREN_ONLEESBAAR.bij(plekken[HERINNEREN], waarde=dagen)


def _adressen(tekst: str) -> list[str]:
    return re.split(r"[\s,;]+", tekst.strip(" ,;\n")) if tekst.strip(" ,;\n") else []


def lees_mailteksten(bladen: Bladen) -> tuple[Mailtekst, ...]:
    """The texts of the municipality; a kind it leaves out keeps the one that comes with kaderxl."""
    tabel = bladen.tabellen.get(l.MAILTEKSTEN)
    if tabel is None:
        return ()
    gelezen = [_mailtekst(bladen, tabel, rij) for rij in tabel.rijen()]
    return tuple(t for t in gelezen if t is not None)


def _mailtekst(bladen: Bladen, tabel: Tabel, rij: int) -> Mailtekst | None:
    naam = tabel.cel(rij, "soort")
    gekozen = bladen.uit_lijst(tabel, naam, "soort", [s.value for s in Mailsoort], "")
    if not gekozen:
        return None
    soort = Mailsoort(gekozen)
    onderwerp, tekst = tabel.cel(rij, "onderwerp"), tabel.cel(rij, "tekst")
    for cel, bekend in ((onderwerp, IN_ONDERWERP), (tekst, velden_van(soort))):
        for veld in onbekende_velden(cel.tekst, bekend):
            velden = ", ".join(f"{{{v}}}" for v in bekend)
            bladen.meld(catalogue.MAILVELD_ONBEKEND, tabel.plek(cel), veld=veld, velden=velden)
    for veld in velden_in_een_zin(tekst.tekst):
        bladen.meld(catalogue.MAILVELD_IN_ZIN, tabel.plek(tekst), veld=veld)
    meegeleverd = next(t for t in MEEGELEVERD if t.soort is soort)
    return Mailtekst(
        soort,
        een_regel(onderwerp.tekst) or meegeleverd.onderwerp,
        tekst.tekst or meegeleverd.tekst,
    )


def leesgrenzen(kader: Kader) -> Limits:
    """The caps for what comes in: what the municipality set, else the usual ones."""
    gegeven = {s: _gezet(s, kader.instellingen) for s in SETTINGS}
    return Limits().with_settings({s: n for s, n in gegeven.items() if n is not None})


def _gezet(grens: Setting, instellingen: Mapping[str, str]) -> int | None:
    """The cap as it was set; None when it was not, or when it is no sensible number."""
    getal = lees_getal(instellingen.get(plat(grens.name), ""))
    passend = isinstance(getal, int) and grens.lowest <= getal <= grens.highest
    return getal if passend and isinstance(getal, int) else None


PER_PARTIJ, PER_GELEDING = "stemgewicht per partij", "stemgewicht per geleding"


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


def lees_instellingen(bladen: Bladen) -> Mapping[str, str]:
    """What the sheet Instellingen has, by name; what is wrong with it goes to the findings."""
    tabel = bladen.tabellen[l.INSTELLINGEN]
    if tabel is None:
        return {}
    gelezen: dict[str, str] = {}
    plekken: dict[str, Plek] = {}
    for rij in tabel.rijen():
        naam = plat(tabel.cel(rij, "instelling").tekst)
        cel = tabel.cel(rij, "waarde")
        gelezen[naam] = als_tekst(cel)
        plekken[naam] = tabel.plek(cel)
    for naam in _VERPLICHT:
        plek = plekken.get(naam, tabel.kop("waarde"))
        if not gelezen.get(naam):
            bladen.meld(catalogue.INSTELLING_ONTBREEKT, plek, naam=naam)
        elif naam.startswith("looptijd") and not re.fullmatch(r"\d{4}", gelezen[naam]):
            bladen.meld(catalogue.GETAL_ONLEESBAAR, plek, waarde=gelezen[naam])
        elif naam == "kenmerk" and not KORTE_CODE.fullmatch(gelezen[naam]):
            bladen.meld(catalogue.CODE_ONGESCHIKT, plek, code=gelezen[naam])
    gewichten = [naam for naam in (PER_PARTIJ, PER_GELEDING) if gelezen.get(naam)]
    for naam in gewichten:
        if lees_gewichten(gelezen[naam]) is None:
            bladen.meld(catalogue.STEMGEWICHT_ONLEESBAAR, plekken[naam], waarde=gelezen[naam])
    if len(gewichten) > 1:
        bladen.meld(catalogue.STEMGEWICHT_DUBBEL, plekken[PER_GELEDING])
    for naam, waarde in gelezen.items():
        if naam.startswith("inleveren ") and waarde and not lees_dag_en_maand(waarde, 2024):
            plek = plekken[naam]
            bladen.meld(catalogue.DATUM_ONLEESBAAR, plek, waarde=waarde, voorbeeld="15 februari")
    bladen.bevindingen += controleer_instellingen(gelezen, plekken)
    for grens in SETTINGS:
        naam = plat(grens.name)
        if gelezen.get(naam) and _gezet(grens, gelezen) is None:
            bladen.meld(
                catalogue.GRENS_ONGESCHIKT,
                plekken[naam],
                waarde=gelezen[naam],
                laagste=schrijf_getal(grens.lowest),
                hoogste=schrijf_getal(grens.highest),
            )
    return gelezen

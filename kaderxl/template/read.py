"""The template workbook read into a Kader, with everything that is wrong or open in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from ..core import catalogue, labels as l, phrases as say
from ..core.findings import NietUitgevoerd, heeft_fout
from ..core.kader import Combineren, Indicator, Kader, Meetwaarde, Partij, Vraag
from ..core.notation import een_regel, lijkt_op, plat, schrijf_jaren
from ..core.rounds import Bevinding, Ernst, Plek
from ..core.targets import DEELROLLEN
from ..reading import Document, Limits, Reader, Refused, load
from .agreed import Afspraken
from .agreed_checks import (
    controleer_doelen,
    controleer_landelijk,
    controleer_meetwaarden,
    controleer_soorten,
)
from .answered import is_beantwoord
from .beginning import lees_beginstand, lees_jaarprogramma
from .cells import KORTE_CODE, Bladen, Lezing
from .commitments import lees_toezeggingen
from .cycle import controleer_rondes, lees_rondes
from .made_codes import partijcode
from .mail_texts import lees_mailteksten
from .meetings import lees_planning
from .norms import controleer_normen, lees_normen
from .rules import lees_regels
from .settings import controleer_adres, is_adres, lees_instellingen
from .traffic_light import lees_stoplicht

HERE = Path("templates", "monitoringstabel.xlsx")
"""Where the template stands in the folder of an agreement."""
_OP_ZICHZELF = frozenset(
    regel.code
    for regel in (
        catalogue.DATUM_ONLEESBAAR,
        catalogue.HERINNEREN_ONLEESBAAR,
        catalogue.MAILSERVER_ONLEESBAAR,
        catalogue.INSTELLING_GEEN_JA_NEE,
        catalogue.STEMGEWICHT_ONLEESBAAR,
        catalogue.GRENS_ONGESCHIKT,
    )
)
"""Of a setting, and of nothing that is read after it."""
Read = Callable[[str, bytes], Document | Refused]


@dataclass(frozen=True, slots=True)
class Sjabloon:
    """A template as read: `kader` is None when too much is wrong to go on.

    `sha256` is that of its bytes, "" where there are none; `lezingen` say what was read from words
    that can be written in more than one way.
    """

    bestand: str
    kader: Kader | None
    bevindingen: tuple[Bevinding, ...]
    sha256: str = ""
    lezingen: tuple[Lezing, ...] = ()

    def geldig(self) -> Kader:
        """The Kader. Raises NietUitgevoerd with all fouten when there are any."""
        fouten = tuple(b for b in self.bevindingen if b.ernst is Ernst.FOUT)
        if self.kader is None or fouten:
            raise NietUitgevoerd(catalogue.SJABLOON_FOUT.bij(Plek(self.bestand)), *fouten)
        return self.kader


def shipped_template() -> Path:
    """The template that comes with kaderxl: inside the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / HERE
    return inside if inside.is_file() else package.parent / HERE


def read_template(path: Path, reader: Reader, read: Read | None = None) -> Sjabloon:
    """Read a template workbook; whatever is wrong comes back as findings, never raised.

    `read` is for who knows a shorter way to its cells than the reader.
    """
    data = load(path)
    if isinstance(data, bytes):
        sleutel = path.name, sha256(data).hexdigest(), reader.limits
        if sleutel not in _GELEZEN:
            document = (read or reader.read)(path.name, data)
            if isinstance(document, Refused):
                return _geen_sjabloon(path.name, document)
            _GELEZEN.clear()
            _GELEZEN[sleutel] = _lees(path.name, document)
        return _GELEZEN[sleutel]
    return _geen_sjabloon(path.name, data)


def read_bytes(naam: str, data: bytes, reader: Reader) -> Sjabloon:
    """A template that was just made and stands nowhere yet."""
    document = reader.read(naam, data)
    return (
        _geen_sjabloon(naam, document) if isinstance(document, Refused) else _lees(naam, document)
    )


# The commands of one process have one template: the last that was read, by its bytes.
_GELEZEN: dict[tuple[str, str, Limits], Sjabloon] = {}


def _geen_sjabloon(naam: str, geweigerd: Refused) -> Sjabloon:
    actie = "Kies een sjabloon (.xlsx), zoals templates/monitoringstabel.xlsx."
    return Sjabloon(naam, None, (replace(geweigerd.bevinding, actie=actie),))


def _lees(bestand: str, document: Document) -> Sjabloon:
    """One reading of one template: gathers findings while the sheets become values."""
    bladen = Bladen(bestand, document)
    instellingen = lees_instellingen(bladen)
    bladen.ook_als(l.JAARPROGRAMMA, instellingen.jaarprogramma.voluit)
    hindert = [b for b in bladen.bevindingen if b.code not in _OP_ZICHZELF]
    heel = None not in bladen.tabellen.values() and not heeft_fout(hindert)
    bladen.meld_voorbeelden()
    partijen = _partijen(bladen)
    afspraken = Afspraken(bladen, partijen)
    looptijd = instellingen.looptijd if heel else (0, 0)
    indicatoren = afspraken.indicatoren(looptijd)
    meetwaarden = afspraken.meetwaarden(indicatoren)
    kader = Kader(
        instellingen=instellingen,
        partijen=partijen,
        afspraken=afspraken.nummering.in_volgorde(),
        indicatoren=indicatoren,
        meetwaarden=meetwaarden,
        doelen=afspraken.doelen(indicatoren, meetwaarden, looptijd),
        planning=lees_planning(bladen, partijen, instellingen.namen),
        vragen=_vragen(bladen),
        stoplicht=lees_stoplicht(bladen),
        mailteksten=lees_mailteksten(bladen),
        cyclus=lees_rondes(bladen, instellingen.namen),
        toezeggingen=lees_toezeggingen(bladen, afspraken),
        normen=lees_normen(bladen),
        gemaakt=tuple(bladen.gemaakt),
    )
    if not heel:  # what is said of the rest would only follow from that
        return Sjabloon(bestand, None, bladen.in_volgorde(), document.sha256)
    kader = replace(
        kader,
        beginstand=lees_beginstand(bladen, kader),
        jaarprogramma=lees_jaarprogramma(bladen, kader),
        regels=lees_regels(bladen, kader),
    )
    _controleer(bladen, kader)
    controleer_doelen(afspraken, kader)
    controleer_meetwaarden(afspraken, kader)
    controleer_soorten(afspraken, kader)
    controleer_landelijk(afspraken, kader)
    controleer_normen(bladen, kader)
    controleer_rondes(bladen, kader)
    gezegd = bladen.in_volgorde(), document.sha256, tuple(bladen.lezingen)
    return Sjabloon(bestand, kader, *gezegd)


def _partijen(bladen: Bladen) -> tuple[Partij, ...]:
    partijen: list[Partij] = []
    namen: dict[str, str] = {}
    for rij in bladen.rijen(l.PARTIJEN):
        code = rij.nieuwe_code(KORTE_CODE, partijcode(een_regel(rij.tekst("naam"))), "naam")
        naam, mail = rij.cel("naam"), rij.cel("e-mail")
        eerste = namen.get(plat(naam.tekst))
        if eerste is not None:
            rij.meld(catalogue.PARTIJ_DUBBEL, "naam", naam=naam.tekst, eerste=eerste)
        namen[plat(naam.tekst)] = naam.adres
        los = [*filter(None, re.split(r"[\s,;]+", mail.tekst))]
        adressen = los if any(map(is_adres, los[:1])) else [mail.tekst]
        for adres in adressen:
            bladen.bevindingen += controleer_adres(adres, rij.tabel.plek(mail))
        if not code:
            bladen.kapot |= {plat(naam.tekst), plat(rij.tekst("groep"))}
        else:
            if not rij.tekst("groep"):
                rij.meld(catalogue.PARTIJ_IN_GEEN_GROEP, "groep", naam=naam.tekst)
            jaren = rij.jaar("actief van"), rij.jaar("actief t/m")
            woorden = een_regel(naam.tekst) or code, een_regel(rij.tekst("groep"))
            partijen.append(Partij(code, *woorden, ", ".join(adressen), *jaren, rij.vervangt()))
    return tuple(partijen)


def _vragen(bladen: Bladen) -> tuple[Vraag, ...]:
    return tuple(
        Vraag(rij.jaar("nr") or nummer, *map(rij.tekst, ("over", "vraag", "bron", "antwoord")))
        for nummer, rij in enumerate(bladen.rijen(l.VRAGEN), 1)
        if rij.tekst("antwoord") or not is_beantwoord(rij.tekst("over"), bladen)
    )


def _controleer(bladen: Bladen, kader: Kader) -> None:
    """Every fault that shows when the sheets are laid beside one another."""
    if not bladen.rijen(l.MONITORINGSTABEL) and not bladen.voorbeelden:
        bladen.meld(catalogue.TABEL_LEEG, bladen.tabel(l.MONITORINGSTABEL).kop("Afspraak"))
    kop = bladen.tabel(l.MEETWAARDEN).kop("telt als")
    for indicator in kader.indicatoren:
        rollen = {m.rol for m in kader.meetwaarden_van(indicator.code)}
        half = len(rollen.intersection(DEELROLLEN)) == 1
        if half and indicator.code not in bladen.onvolledig:
            bladen.meld(catalogue.NOEMER_ONTBREEKT, kop, code=indicator.code)
    _controleer_partijen(bladen, kader)
    _controleer_trekkers(bladen, kader)
    _controleer_vervangt(bladen, kader)
    for blad in (b for b, kolommen in l.SJABLOON_KOLOMMEN.items() if "lezing" in kolommen):
        lezingen = [rij.uit_lijst("lezing", l.LEZINGEN, "") for rij in bladen.rijen(blad)]
        if aantal := lezingen.count("voorstel"):
            kop = bladen.tabel(blad).kop("lezing")
            hoeveel = say.aantal(aantal, "lezing", "lezingen")
            bladen.meld(catalogue.NOG_VOORSTEL, kop, aantal=hoeveel)


def _controleer_partijen(bladen: Bladen, kader: Kader) -> None:
    """A partij that no indicator names gets no sheet: often its group is misspelt."""
    if any(b.code == catalogue.ACTIEHOUDER_ONBEKEND.code for b in bladen.bevindingen):
        return  # who that is may be this one
    genoemd = {code for i in kader.indicatoren for code in i.partijen}
    for rij in bladen.rijen(l.PARTIJEN):
        partij = kader.partij(rij.code("code"))
        if partij and kader.indicatoren and partij.code not in genoemd:
            tip = lijkt_op(partij.groep, sorted({p.groep for p in kader.partijen} - {partij.groep}))
            velden = {"partij": partij.naam, "groep": partij.groep, "tip": tip}
            rij.meld(catalogue.GROEP_ZONDER_VRAAG, "groep", **velden)


def _controleer_trekkers(bladen: Bladen, kader: Kader) -> None:
    """A trekker speaks for all: there must be one answer, asked of it, in years it takes part."""
    per_code = {i.code: i for i in kader.indicatoren if i.trekker and len(i.partijen) > 1}
    for rij in bladen.rijen(l.MONITORINGSTABEL) if per_code else ():
        if not (indicator := per_code.get(rij.code("code"))):
            continue
        trekker = kader.partij(indicator.trekker)
        assert trekker is not None, "a trekker is one of the actiehouders"
        eigen = kader.meetwaarden_van(indicator.code)
        velden = {"code": indicator.code, "naam": trekker.naam}
        per_deel = {m.code: m.combineren for m in eigen if m.combineren.eigen_deel}
        if indicator.combineren is not Combineren.GEZAMENLIJK:
            per_deel["de indicator zelf"] = indicator.combineren
        for wat, hoe in per_deel.items():
            regel = catalogue.TREKKER_BIJ_EIGEN_DEEL
            rij.meld(regel, "trekker", **velden, wat=wat, combineren=hoe)
        for m in eigen:
            if not m.vraagt(trekker.code):
                regel = catalogue.TREKKER_WORDT_NIET_GEVRAAGD
                rij.meld(regel, "trekker", **velden, meetwaarde=m.code)
        if niet_actief := frozenset(j for j in indicator.jaren if not trekker.actief(j)):
            jaren = schrijf_jaren(niet_actief)
            rij.meld(catalogue.TREKKER_NIET_ACTIEF, "trekker", **velden, jaren=jaren)


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

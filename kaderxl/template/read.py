"""The template workbook read into a Kader, with everything that is wrong or open in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from ..core import catalogue
from ..core import labels as l
from ..core.findings import NietUitgevoerd, heeft_fout
from ..core.kader import Indicator, Kader, Meetwaarde, Overleg, Partij, Rol, Vraag
from ..core.notation import een_regel, lees_datum, lijkt_op, plat
from ..core.rounds import Bevinding, Ernst, Plek
from ..reading import Document, Limits, Reader, Refused, load
from .agreed import Afspraken
from .cells import KORTE_CODE, Bladen, Rij
from .mail_texts import lees_mailteksten
from .planning import over_overleg
from .settings import controleer_adres, lees_instellingen
from .traffic_light import lees_stoplicht

Read = Callable[[str, bytes], Document | Refused]


@dataclass(frozen=True, slots=True)
class Sjabloon:
    """A template as read: `kader` is None when too much is wrong to go on.

    `sha256` is that of its bytes, "" where there are none.
    """

    bestand: str
    kader: Kader | None
    bevindingen: tuple[Bevinding, ...]
    sha256: str = ""

    def geldig(self) -> Kader:
        """The Kader. Raises NietUitgevoerd with all fouten when there are any."""
        fouten = tuple(b for b in self.bevindingen if b.ernst is Ernst.FOUT)
        if self.kader is None or fouten:
            raise NietUitgevoerd(catalogue.SJABLOON_FOUT.bij(Plek(self.bestand)), *fouten)
        return self.kader


def shipped_template() -> Path:
    """The template that comes with kaderxl: inside the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "templates" / "monitoringstabel.xlsx"
    return inside if inside.is_file() else package.parent / "templates" / "monitoringstabel.xlsx"


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
                return _geen_sjabloon(path, document)
            _GELEZEN.clear()
            _GELEZEN[sleutel] = _lees(path.name, document)
        return _GELEZEN[sleutel]
    return _geen_sjabloon(path, data)


# The commands of one process have one template: the last that was read, by its bytes.
_GELEZEN: dict[tuple[str, str, Limits], Sjabloon] = {}


def _geen_sjabloon(path: Path, geweigerd: Refused) -> Sjabloon:
    actie = "Kies een sjabloon (.xlsx), zoals templates/monitoringstabel.xlsx."
    return Sjabloon(path.name, None, (replace(geweigerd.bevinding, actie=actie),))


def _lees(bestand: str, document: Document) -> Sjabloon:
    """One reading of one template: gathers findings while the sheets become values."""
    bladen = Bladen(bestand, document)
    instellingen = lees_instellingen(bladen)
    if any(t is None for t in bladen.tabellen.values()) or heeft_fout(bladen.bevindingen):
        return Sjabloon(bestand, None, tuple(bladen.bevindingen), document.sha256)
    partijen = _partijen(bladen)
    afspraken = Afspraken(bladen, partijen)
    indicatoren = afspraken.indicatoren(instellingen.looptijd)
    kader = Kader(
        instellingen=instellingen,
        partijen=partijen,
        afspraken=tuple(sorted(afspraken.afspraken.values(), key=lambda a: a.nummer)),
        indicatoren=indicatoren,
        meetwaarden=afspraken.meetwaarden(indicatoren),
        doelen=afspraken.doelen(indicatoren),
        planning=_planning(bladen),
        vragen=_vragen(bladen),
        stoplicht=lees_stoplicht(bladen),
        mailteksten=lees_mailteksten(bladen),
    )
    _controleer(bladen, kader)
    return Sjabloon(bestand, kader, tuple(bladen.bevindingen), document.sha256)


def _partijen(bladen: Bladen) -> tuple[Partij, ...]:
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


def _planning(bladen: Bladen) -> tuple[Overleg, ...]:
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


def _vragen(bladen: Bladen) -> tuple[Vraag, ...]:
    return tuple(
        Vraag(rij.jaar("nr") or nummer, *map(rij.tekst, ("over", "vraag", "bron", "antwoord")))
        for nummer, rij in enumerate(bladen.rijen(l.VRAGEN), 1)
    )


def _controleer(bladen: Bladen, kader: Kader) -> None:
    """Every fault that shows when the sheets are laid beside one another."""
    kop = bladen.tabel(l.MEETWAARDEN).kop("telt als")
    for indicator in kader.indicatoren:
        rollen = {m.rol for m in kader.meetwaarden_van(indicator.code)}
        if len(rollen & {Rol.TELLER, Rol.NOEMER}) == 1:
            bladen.meld(catalogue.NOEMER_ONTBREEKT, kop, code=indicator.code)
    _controleer_partijen(bladen, kader)
    _controleer_vervangt(bladen, kader)
    for blad in (l.MONITORINGSTABEL, l.MEETWAARDEN, l.DOELEN):
        lezingen = [rij.uit_lijst("lezing", l.LEZINGEN, "") for rij in bladen.rijen(blad)]
        if aantal := lezingen.count("voorstel"):
            kop = bladen.tabel(blad).kop("lezing")
            bladen.meld(catalogue.NOG_VOORSTEL, kop, aantal=aantal)


def _controleer_partijen(bladen: Bladen, kader: Kader) -> None:
    """A partij that no indicator names gets no sheet: often its group is misspelt."""
    genoemd = {code for i in kader.indicatoren for code in i.partijen}
    for rij in bladen.rijen(l.PARTIJEN):
        partij = kader.partij(rij.code("code"))
        if partij and kader.indicatoren and partij.code not in genoemd:
            tip = lijkt_op(partij.groep, sorted({p.groep for p in kader.partijen} - {partij.groep}))
            velden = {"partij": partij.naam, "groep": partij.groep, "tip": tip}
            rij.meld(catalogue.GROEP_ZONDER_VRAAG, "groep", **velden)


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

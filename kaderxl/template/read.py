"""The template workbook read into a Kader, with everything that is wrong or open in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from ..core import catalogue
from ..core import labels as l
from ..core.findings import NietUitgevoerd, heeft_fout
from ..core.kader import (
    Afspraak,
    Beoordeling,
    Combineren,
    Doel,
    Indicator,
    Kader,
    Meetwaarde,
    Overleg,
    Partij,
    Rol,
    Soort,
    Stoplicht,
    Verplicht,
    Vraag,
)
from ..core.notation import (
    een_regel,
    kale_tekst,
    lees_dag_en_maand,
    lees_datum,
    lees_jaren,
    lijkt_op,
    plat,
    schrijf_getal,
    schrijf_jaren,
    splits_namen,
)
from ..core.rounds import Bevinding, Ernst, Plek
from ..reading import SETTINGS, Document, Limits, Reader, Refused, load
from ..reading.tables import Cel, Tabel
from .cells import Bladen
from .planning import over_overleg
from .settings import (
    PER_GELEDING,
    PER_PARTIJ,
    _gezet,
    controleer_adres,
    controleer_instellingen,
    lees_gewichten,
    lees_mailteksten,
)

_VERPLICHTE_INSTELLINGEN = ("gemeente", "kader", "kenmerk", "looptijd van", "looptijd t/m")
_KORTE_CODE = re.compile(r"[A-Z0-9]{1,16}")


@dataclass(frozen=True, slots=True)
class Sjabloon:
    """A template as read: `kader` is None when too much is wrong to go on."""

    bestand: str
    kader: Kader | None
    bevindingen: tuple[Bevinding, ...]

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


def read_template(path: Path, reader: Reader) -> Sjabloon:
    """Read a template workbook; whatever is wrong comes back as findings, never raised."""
    data = load(path)
    if isinstance(data, bytes):
        sleutel = path.name, sha256(data).hexdigest(), reader.limits
        if sleutel not in _GELEZEN:
            document = reader.read(path.name, data)
            if isinstance(document, Refused):
                return _geen_sjabloon(path, document)
            _GELEZEN.clear()
            _GELEZEN[sleutel] = _Lezer(path.name, document).lees()
        return _GELEZEN[sleutel]
    return _geen_sjabloon(path, data)


# The commands of one process have one template: the last that was read, by its bytes.
_GELEZEN: dict[tuple[str, str, Limits], Sjabloon] = {}


def _geen_sjabloon(path: Path, geweigerd: Refused) -> Sjabloon:
    actie = "Kies een sjabloon (.xlsx), zoals templates/monitoringstabel.xlsx."
    return Sjabloon(path.name, None, (replace(geweigerd.bevinding, actie=actie),))


class _Lezer(Bladen):
    """One reading of one template: gathers findings while the sheets become values."""

    def __init__(self, bestand: str, document: Document) -> None:
        super().__init__(bestand, document)
        self.afspraken: dict[int, Afspraak] = {}
        self._houders: dict[str, tuple[str, ...]] = {}

    def lees(self) -> Sjabloon:
        instellingen = self._instellingen()
        if any(tabel is None for tabel in self.tabellen.values()) or heeft_fout(self.bevindingen):
            return Sjabloon(self.bestand, None, tuple(self.bevindingen))
        looptijd = int(instellingen["looptijd van"]), int(instellingen["looptijd t/m"])
        partijen = self._partijen()
        indicatoren = self._indicatoren(partijen, looptijd)
        kader = Kader(
            instellingen=instellingen,
            partijen=partijen,
            afspraken=tuple(sorted(self.afspraken.values(), key=lambda a: a.nummer)),
            indicatoren=indicatoren,
            meetwaarden=self._meetwaarden(indicatoren, partijen),
            doelen=self._doelen(indicatoren, partijen),
            planning=self._planning(),
            vragen=self._vragen(),
            stoplicht=self._stoplicht(),
            mailteksten=lees_mailteksten(self),
        )
        self._controleer_figuren(kader)
        self._controleer_partijen(kader)
        self._controleer_vervangt(kader)
        self._tel_voorstellen()
        return Sjabloon(self.bestand, kader, tuple(self.bevindingen))

    # -- sheet by sheet ------------------------------------------------------------------

    def _instellingen(self) -> Mapping[str, str]:
        tabel = self.tabellen[l.INSTELLINGEN]
        if tabel is None:
            return {}
        gelezen: dict[str, str] = {}
        plekken: dict[str, Plek] = {}
        for rij in tabel.rijen():
            naam = plat(tabel.cel(rij, "instelling").tekst)
            cel = tabel.cel(rij, "waarde")
            gelezen[naam] = _als_tekst(cel)
            plekken[naam] = tabel.plek(cel)
        for naam in _VERPLICHTE_INSTELLINGEN:
            plek = plekken.get(naam, tabel.kop("waarde"))
            if not gelezen.get(naam):
                self.meld(catalogue.INSTELLING_ONTBREEKT, plek, naam=naam)
            elif naam.startswith("looptijd") and not re.fullmatch(r"\d{4}", gelezen[naam]):
                self.meld(catalogue.GETAL_ONLEESBAAR, plek, waarde=gelezen[naam])
            elif naam == "kenmerk" and not _KORTE_CODE.fullmatch(gelezen[naam]):
                self.meld(catalogue.CODE_ONGESCHIKT, plek, code=gelezen[naam])
        gewichten = [naam for naam in (PER_PARTIJ, PER_GELEDING) if gelezen.get(naam)]
        for naam in gewichten:
            if lees_gewichten(gelezen[naam]) is None:
                self.meld(catalogue.STEMGEWICHT_ONLEESBAAR, plekken[naam], waarde=gelezen[naam])
        if len(gewichten) > 1:
            self.meld(catalogue.STEMGEWICHT_DUBBEL, plekken[PER_GELEDING])
        for naam, waarde in gelezen.items():
            if naam.startswith("inleveren ") and waarde and not lees_dag_en_maand(waarde, 2024):
                plek = plekken[naam]
                self.meld(catalogue.DATUM_ONLEESBAAR, plek, waarde=waarde, voorbeeld="15 februari")
        self.bevindingen += controleer_instellingen(gelezen, plekken)
        for grens in SETTINGS:
            naam = plat(grens.name)
            if gelezen.get(naam) and _gezet(grens, gelezen) is None:
                self.meld(
                    catalogue.GRENS_ONGESCHIKT,
                    plekken[naam],
                    waarde=gelezen[naam],
                    laagste=schrijf_getal(grens.lowest),
                    hoogste=schrijf_getal(grens.highest),
                )
        return gelezen

    def _partijen(self) -> tuple[Partij, ...]:
        tabel, rijen = self.rijen(l.PARTIJEN)
        partijen: list[Partij] = []
        namen: dict[str, str] = {}
        for rij in rijen:
            code = self.nieuwe_code(tabel, tabel.cel(rij, "code"), _KORTE_CODE)
            naam = tabel.cel(rij, "naam")
            if plat(naam.tekst) in namen:
                eerste = namen[plat(naam.tekst)]
                self.meld(catalogue.PARTIJ_DUBBEL, tabel.plek(naam), naam=naam.tekst, eerste=eerste)
            namen[plat(naam.tekst)] = naam.adres
            cel_mail = tabel.cel(rij, "e-mail")
            self.bevindingen += controleer_adres(cel_mail.tekst, tabel.plek(cel_mail))
            if code:
                partijen.append(
                    Partij(
                        code,
                        een_regel(naam.tekst) or code,
                        een_regel(tabel.cel(rij, "groep").tekst),
                        cel_mail.tekst,
                        self.jaar(tabel, tabel.cel(rij, "actief van")),
                        self.jaar(tabel, tabel.cel(rij, "actief t/m")),
                        self.vervangt(tabel, rij),
                    )
                )
        return tuple(partijen)

    def _indicatoren(
        self, partijen: tuple[Partij, ...], looptijd: tuple[int, int]
    ) -> tuple[Indicator, ...]:
        tabel, rijen = self.rijen(l.MONITORINGSTABEL)
        titels: dict[int, str] = {}
        gelezen = [self._indicator(tabel, rij, partijen, looptijd, titels) for rij in rijen]
        return tuple(i for i in gelezen if i is not None)

    def _indicator(
        self,
        tabel: Tabel,
        rij: int,
        partijen: tuple[Partij, ...],
        looptijd: tuple[int, int],
        titels: dict[int, str],
    ) -> Indicator | None:
        afspraak = self._afspraak(tabel, rij, titels)
        cel_code = tabel.cel(rij, "code")
        code = self.nieuwe_code(tabel, cel_code)
        jaren = self._jaren(tabel, tabel.cel(rij, "Jaar"), looptijd)
        houders = self._actiehouders(tabel, tabel.cel(rij, "Actiehouder"), partijen)
        status = self.uit_lijst(
            tabel, tabel.cel(rij, "status"), "status", list(l.STATUSSEN), "vast"
        )
        open_ = status == "open"
        opmerking = tabel.cel(rij, "opmerking").tekst
        if open_:
            self.meld(
                catalogue.RIJ_OPEN, tabel.plek(cel_code), code=code, opmerking=opmerking or "?"
            )
        elif not houders and not tabel.cel(rij, "Actiehouder"):
            self.meld(
                catalogue.ZONDER_ACTIEHOUDER, tabel.plek(tabel.cel(rij, "Actiehouder")), code=code
            )
        if not code or afspraak is None:
            return None
        hoort = re.match(r"A0*(\d+)-", code)
        if hoort and int(hoort[1]) != afspraak.nummer:
            self.meld(
                catalogue.CODE_HERGEBRUIKT,
                tabel.plek(cel_code),
                code=code,
                hoort=f"afspraak {hoort[1]}",
                staat=f"afspraak {afspraak.nummer}",
            )
        gedrukt = tuple(tabel.cel(rij, kolom).tekst for kolom in l.GEDRUKTE_KOLOMMEN)
        return Indicator(
            code=code,
            afspraak=afspraak.nummer,
            tekst=tabel.cel(rij, "leestekst").tekst or gedrukt[2] or "(nog geen indicator)",
            jaren=jaren,
            partijen=houders,
            soort=self.uit_lijst(
                tabel, tabel.cel(rij, "soort"), "soort", list(l.INDICATORSOORTEN), ""
            ),
            combineren=self._combineren(tabel, rij),
            open=open_,
            opmerking=opmerking,
            gedrukt=gedrukt,
            vervangt=self.vervangt(tabel, rij),
        )

    def _combineren(self, tabel: Tabel, rij: int) -> Combineren:
        cel = tabel.cel(rij, "combineren")
        return self.keuze(tabel, cel, "combineren", Combineren, Combineren.GEZAMENLIJK)

    def _afspraak(self, tabel: Tabel, rij: int, titels: dict[int, str]) -> Afspraak | None:
        cel = tabel.cel(rij, "Afspraak")
        nummer = re.match(r"\d+", cel.tekst)
        if nummer is None:
            self.meld(catalogue.NUMMER_ONTBREEKT, tabel.plek(cel), tekst=cel.tekst)
            return None
        afspraak = Afspraak(
            int(nummer[0]), een_regel(tabel.cel(rij, "Thema").tekst), een_regel(cel.tekst)
        )
        eerder = self.afspraken.setdefault(afspraak.nummer, afspraak)
        eerste = titels.setdefault(afspraak.nummer, cel.adres)
        if eerder != afspraak:
            self.meld(
                catalogue.AFSPRAAK_WISSELT, tabel.plek(cel), nummer=afspraak.nummer, eerste=eerste
            )
        return eerder

    def _jaren(self, tabel: Tabel, cel: Cel, looptijd: tuple[int, int]) -> frozenset[int]:
        jaren, twijfel = lees_jaren(_als_tekst(cel))
        if not jaren:
            self.meld(catalogue.JAAR_ONLEESBAAR, tabel.plek(cel), tekst=cel.tekst)
        if twijfel:
            self.meld(
                catalogue.JAAR_TWEE_LEZINGEN,
                tabel.plek(cel),
                tekst=cel.tekst,
                jaren=schrijf_jaren(jaren),
            )
        for jaar in sorted(jaren):
            if not looptijd[0] <= jaar <= looptijd[1]:
                self.meld(
                    catalogue.JAAR_BUITEN_LOOPTIJD,
                    tabel.plek(cel),
                    jaar=jaar,
                    looptijd=f"{looptijd[0]}-{looptijd[1]}",
                )
        return jaren

    def _actiehouders(
        self, tabel: Tabel, cel: Cel, partijen: tuple[Partij, ...]
    ) -> tuple[str, ...]:
        """Codes in the order of the sheet Partijen, from names of groups and of partijen."""
        if cel.tekst in self._houders:
            return self._houders[cel.tekst]
        genoemd: set[str] = set()
        onbekend = False
        keuzes = [*{p.groep: None for p in partijen}, *(p.naam for p in partijen)]
        for naam in splits_namen(cel.tekst, keuzes):
            bedoeld = plat(naam)
            codes = {
                p.code
                for p in partijen
                if naam == p.code or bedoeld in (plat(p.groep), plat(p.naam))
            }
            if not codes:
                self.meld(
                    catalogue.ACTIEHOUDER_ONBEKEND,
                    tabel.plek(cel),
                    naam=naam,
                    tip=lijkt_op(naam, keuzes),
                )
                onbekend = True
            genoemd |= codes
        houders = tuple(p.code for p in partijen if p.code in genoemd)
        if not onbekend:  # what is wrong with a cell is said of each cell
            self._houders[cel.tekst] = houders
        return houders

    def _meetwaarden(
        self, indicatoren: tuple[Indicator, ...], partijen: tuple[Partij, ...]
    ) -> tuple[Meetwaarde, ...]:
        tabel, rijen = self.rijen(l.MEETWAARDEN)
        gelezen: list[Meetwaarde] = []
        for rij in rijen:
            cel = tabel.cel(rij, "code")
            code = self.nieuwe_code(tabel, cel)
            indicator = self._indicator_van(tabel, tabel.cel(rij, "indicator"), indicatoren)
            if not code or indicator is None:
                continue
            if not code.startswith(f"{indicator.code}-"):
                self.meld(
                    catalogue.CODE_HERGEBRUIKT,
                    tabel.plek(cel),
                    code=code,
                    hoort=f"{code.rsplit('-', 1)[0]}",
                    staat=indicator.code,
                )
            gelezen.append(self._meetwaarde(tabel, rij, code, indicator, partijen))
        return tuple(gelezen)

    def _meetwaarde(
        self, tabel: Tabel, rij: int, code: str, indicator: Indicator, partijen: tuple[Partij, ...]
    ) -> Meetwaarde:
        cel_aan = tabel.cel(rij, "gevraagd aan")
        aan = self._actiehouders(tabel, cel_aan, partijen) if cel_aan else None
        if aan is not None and not indicator.open and not set(aan) & set(indicator.partijen):
            self.meld(catalogue.GEEN_VRAAG, tabel.plek(cel_aan), code=code)
        rol = tabel.cel(rij, "telt als")
        keuze_rol = self._uit_lijst_rol(tabel, rol)
        over_jaren = self.uit_lijst(
            tabel,
            tabel.cel(rij, "over de jaren"),
            "over de jaren",
            list(l.OVER_DE_JAREN),
            l.OVER_DE_JAREN[0],
        )
        return Meetwaarde(
            code=code,
            indicator=indicator.code,
            omschrijving=een_regel(tabel.cel(rij, "omschrijving").tekst),
            soort=self.keuze(tabel, tabel.cel(rij, "soort"), "soort", Soort, Soort.TEKST),
            eenheid=een_regel(tabel.cel(rij, "eenheid").tekst),
            combineren=self._combineren(tabel, rij),
            rol=keuze_rol,
            verplicht=self.keuze(
                tabel, tabel.cel(rij, "verplicht"), "verplicht", Verplicht, Verplicht.JA
            ),
            stroom=over_jaren == l.OVER_DE_JAREN[0],
            gevraagd_aan=aan,
            vervangt=self.vervangt(tabel, rij),
        )

    def _uit_lijst_rol(self, tabel: Tabel, cel: Cel) -> Rol | None:
        if not cel:
            return None
        genormaliseerd = Cel(cel.tekst.replace("-", "−").replace("–", "−"), cel.adres)
        keuzes = {r.value: r for r in Rol}
        if genormaliseerd.tekst.lower() in keuzes:
            return keuzes[genormaliseerd.tekst.lower()]
        self.meld(
            catalogue.KEUZE_ONBEKEND,
            tabel.plek(cel),
            waarde=cel.tekst,
            kolom="telt als",
            keuzes=", ".join(keuzes),
            tip="",
        )
        return None

    def _indicator_van(
        self, tabel: Tabel, cel: Cel, indicatoren: tuple[Indicator, ...]
    ) -> Indicator | None:
        indicator = next((i for i in indicatoren if i.code == cel.tekst), None)
        if indicator is None:
            tip = lijkt_op(cel.tekst, [i.code for i in indicatoren])
            self.meld(catalogue.INDICATOR_ONBEKEND, tabel.plek(cel), code=cel.tekst, tip=tip)
        return indicator

    def _doelen(
        self, indicatoren: tuple[Indicator, ...], partijen: tuple[Partij, ...]
    ) -> tuple[Doel, ...]:
        tabel, rijen = self.rijen(l.DOELEN)
        gelezen: list[Doel] = []
        for rij in rijen:
            indicator = self._indicator_van(tabel, tabel.cel(rij, "indicator"), indicatoren)
            jaar = self.jaar(tabel, tabel.cel(rij, "t/m jaar"))
            cel_minimum = tabel.cel(rij, "minimum")
            minimum = self.getal(tabel, cel_minimum)
            maximum = self.getal(tabel, tabel.cel(rij, "maximum"))
            if minimum is not None and maximum is not None and minimum > maximum:
                self.meld(
                    catalogue.DOEL_OMGEKEERD,
                    tabel.plek(cel_minimum),
                    minimum=minimum,
                    maximum=maximum,
                )
            cel_partij = tabel.cel(rij, "partij")
            codes = self._actiehouders(tabel, cel_partij, partijen) if cel_partij else ("",)
            if indicator is not None and jaar is not None:
                omschrijving = tabel.cel(rij, "omschrijving").tekst
                bron = tabel.cel(rij, "bron").tekst
                gelezen += [
                    Doel(indicator.code, jaar, minimum, maximum, code, omschrijving, bron)
                    for code in codes
                ]
        return tuple(gelezen)

    def _planning(self) -> tuple[Overleg, ...]:
        tabel, rijen = self.rijen(l.PLANNING)
        gelezen: list[Overleg] = []
        for rij in rijen:
            cel = tabel.cel(rij, "datum")
            overleg = Overleg(
                soort=een_regel(tabel.cel(rij, "overleg").tekst),
                kwartaal=een_regel(tabel.cel(rij, "kwartaal").tekst),
                regel=een_regel(tabel.cel(rij, "regel").tekst),
                doel=een_regel(tabel.cel(rij, "doel").tekst),
                datum=self._datum(tabel, cel),
            )
            waar = cel if cel.adres else tabel.cel(rij, "overleg")
            self.bevindingen += over_overleg(overleg, tabel.plek(waar))
            gelezen.append(overleg)
        return tuple(gelezen)

    def _datum(self, tabel: Tabel, cel: Cel) -> date | None:
        dag = lees_datum(cel.waarde) if cel else None
        if cel and dag is None:
            self.meld(
                catalogue.DATUM_ONLEESBAAR, tabel.plek(cel), waarde=cel.tekst, voorbeeld="31-3-2027"
            )
        return dag

    def _vragen(self) -> tuple[Vraag, ...]:
        tabel, rijen = self.rijen(l.VRAGEN)
        return tuple(
            Vraag(
                self.jaar(tabel, tabel.cel(rij, "nr")) or volgnummer,
                *(tabel.cel(rij, k).tekst for k in ("over", "vraag", "bron", "antwoord")),
            )
            for volgnummer, rij in enumerate(rijen, 1)
        )

    def _stoplicht(self) -> Stoplicht:
        tabel, rijen = self.rijen(l.LIJSTEN)
        betekenis: dict[Beoordeling, str] = {}
        redenen: dict[Beoordeling, dict[str, str]] = {}
        kleuren = {plat(b): b for b in Beoordeling}
        for rij in rijen:
            kleur = kleuren.get(plat(tabel.cel(rij, "beoordeling").tekst))
            if kleur is not None:
                betekenis[kleur] = tabel.cel(rij, "betekenis").tekst
            for bij in (Beoordeling.ORANJE, Beoordeling.ROOD):
                tekst = tabel.cel(rij, f"reden bij {bij}").tekst
                if tekst:
                    letter = tekst.lstrip("(")[:1].lower()
                    redenen.setdefault(bij, {})[letter] = kale_tekst(tekst, letter)
        return Stoplicht(betekenis, redenen)

    # -- the whole -----------------------------------------------------------------------

    def _controleer_partijen(self, kader: Kader) -> None:
        """A partij that no indicator names gets no sheet: often its group is misspelt."""
        tabel, rijen = self.rijen(l.PARTIJEN)
        groepen = sorted({p.groep for p in kader.partijen})
        genoemd = {code for i in kader.indicatoren for code in i.partijen}
        for rij in rijen:
            partij = kader.partij(tabel.cel(rij, "code").tekst)
            if partij and kader.indicatoren and partij.code not in genoemd:
                anders = [groep for groep in groepen if groep != partij.groep]
                self.meld(
                    catalogue.GROEP_ZONDER_VRAAG,
                    tabel.plek(tabel.cel(rij, "groep")),
                    partij=partij.naam,
                    groep=partij.groep,
                    tip=lijkt_op(partij.groep, anders),
                )

    def _controleer_figuren(self, kader: Kader) -> None:
        tabel, _ = self.rijen(l.MEETWAARDEN)
        for indicator in kader.indicatoren:
            rollen = {m.rol for m in kader.meetwaarden if m.indicator == indicator.code}
            if len(rollen & {Rol.TELLER, Rol.NOEMER}) == 1:
                self.meld(catalogue.NOEMER_ONTBREEKT, tabel.kop("telt als"), code=indicator.code)

    def _controleer_vervangt(self, kader: Kader) -> None:
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
                    plek = Plek(self.bestand, *self.plek_van[drager.code].split("!"))
                    velden = {"code": drager.code, "eerder": eerder}
                    self.meld(catalogue.VERVANGT_BESTAANDE, plek, **velden)

    def _tel_voorstellen(self) -> None:
        for blad in (l.MONITORINGSTABEL, l.MEETWAARDEN, l.DOELEN):
            tabel, rijen = self.rijen(blad)
            lezingen = [
                self.uit_lijst(tabel, tabel.cel(rij, "lezing"), "lezing", list(l.LEZINGEN), "")
                for rij in rijen
            ]
            aantal = lezingen.count("voorstel")
            if aantal:
                self.meld(catalogue.NOG_VOORSTEL, tabel.kop("lezing"), aantal=aantal)


def _als_tekst(cel: Cel) -> str:
    """A setting or a year as text: whole numbers without decimals, dates day-month-year."""
    if isinstance(cel.waarde, float) and cel.waarde == int(cel.waarde):
        return str(int(cel.waarde))
    if isinstance(cel.waarde, date):
        return f"{cel.waarde.day}-{cel.waarde.month}-{cel.waarde.year}"
    return cel.tekst

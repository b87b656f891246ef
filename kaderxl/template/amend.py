"""The next version of a template: the workbook as it is, with what the BO decided changed in it.

It is made of the old workbook's own sheets, so that widths, notes, choices and whatever else
stands in it stay as they are.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from ..core import labels as l
from ..core.kader import Afspraak, Indicator, Kader
from ..core.notation import een_regel, plat, schrijf_datum, schrijf_jaren
from ..core.numbering import Nummer
from ..core.proposals import Voorstelsoort as S, Wijzigingsvoorstel
from ..core.rounds import Ronde
from ..core.text import als_code
from ..core.values import Waarde
from .changes import heel_anders
from .kinds import AANTAL, JA_NEE, PERCENTAGE, SOORTEN
from .proposals import Nieuw, Voorstel, beside, getal_in, volgende_code
from .table_sheet import Tabelblad

_SLEUTEL = {
    l.MONITORINGSTABEL: "indicator",
    l.MEETWAARDEN: "omschrijving",
    l.DOELEN: "indicator",
    l.INSTELLINGEN: "instelling",
    l.BEGINSTAND: "meetwaarde",
    l.REGELS: "soort",
}
_BIJ_CODE = (
    (l.MONITORINGSTABEL, "code"),
    (l.MEETWAARDEN, "code"),
    (l.DOELEN, "indicator"),
    (l.BEGINSTAND, "meetwaarde"),
    (l.REGELS, "waar"),
    (l.REGELS, "vergelijk met"),
)
"""Where the code of an indicator or of one of its meetwaarden stands."""
_INDICATORSOORT = {"": "kwalitatief", JA_NEE.naam: "mijlpaal"} | {
    soort.naam: soort.naam for soort in (AANTAL, PERCENTAGE)
}
_GEMAAKT = (1980, 1, 1, 0, 0, 0)
Cellen = dict[str, Waarde]


def not_borne(
    voorstellen: Iterable[Wijzigingsvoorstel], kader: Kader, ronde: Ronde
) -> tuple[Wijzigingsvoorstel, ...]:
    """What the BO adopted in a ronde and the template does not say it has."""
    heeft = {een_regel(deel) for deel in kader.instellingen.besluiten.split(",")}
    return tuple(v for v in voorstellen if v.aangenomen and besluit_van(ronde, v) not in heeft)


def besluit_van(ronde: Ronde, voorstel: Wijzigingsvoorstel) -> str:
    """How a template names what it was changed by: `2027-tussenstand W-1`."""
    return f"{ronde} {voorstel.code}"


def amend(
    data: bytes, kader: Kader, ronde: Ronde, voorstellen: Sequence[Wijzigingsvoorstel], hash_: str
) -> bytes:
    """The .xlsx of the next version; the same template and the same decisions give the same bytes.

    `voorstellen` are adopted and can be carried out; `hash_` tells the template that they change.
    Raises what openpyxl raises for a workbook it cannot read.
    """
    from openpyxl import load_workbook  # slow to import, and hardly ever needed

    boek = load_workbook(io.BytesIO(data))
    bladen = {plat(blad.title): blad for blad in boek.worksheets}
    bewerkt = {
        naam: Tabelblad(blad, kop)
        for naam, kop in _SLEUTEL.items()
        if (blad := bladen.get(plat(naam)))
    }
    _schrijf_voluit(bewerkt, kader)
    bewerking = _Bewerking(bewerkt, kader, ronde, {a.nummer: a for a in kader.afspraken})
    for voorstel in beside(voorstellen, kader, ronde):
        bewerking.voer_uit(voorstel)
    _noem(bewerkt[l.INSTELLINGEN], kader, ronde, voorstellen, hash_)
    uit = io.BytesIO()
    boek.save(uit)
    return _zonder_klok(uit.getvalue(), last_day(voorstellen))


def last_day(voorstellen: Iterable[Wijzigingsvoorstel]) -> date:
    """The day of the BO that set the last of these."""
    return max(v.datum for v in voorstellen if isinstance(v.datum, date))


@dataclass(frozen=True)
class _Bewerking:
    """The sheets while they are changed, beside the kader that they were."""

    bladen: Mapping[str, Tabelblad]
    kader: Kader
    ronde: Ronde
    afspraken: dict[Nummer, Afspraak]

    @property
    def tabel(self) -> Tabelblad:
        return self.bladen[l.MONITORINGSTABEL]

    def voer_uit(self, voorstel: Voorstel) -> None:
        doe = {
            S.AFSPRAAK: self._nieuw,
            S.INDICATOR: self._nieuw,
            S.WIJZIGING: self._wijzig,
            S.DOEL: self._doel,
            S.VERVALT: self._vervalt,
        }
        assert voorstel.soort is not None, "what cannot be read is not carried out"
        doe[voorstel.soort](voorstel)

    def _nieuw(self, voorstel: Voorstel) -> None:
        """A row with a code of its own; how its answers are combined is a reading of ours."""
        v, (nummer, code) = voorstel.v, voorstel.nieuwe[voorstel.v.code]
        thema, titel = self._boven(voorstel, nummer)
        antwoord = next((s for s in SOORTEN if plat(s) == plat(v.antwoord)), "")
        self.tabel.voeg_toe(
            {
                "Thema": thema,
                "Afspraak": titel,
                "Indicator": v.indicator,
                "Jaar": _in_druk(voorstel.jaren),
                "Actiehouder": v.actiehouder,
                "code": code,
                "soort": _INDICATORSOORT.get(antwoord, ""),
                "combineren": "gezamenlijk",
                "status": "vast",
                "lezing": "voorstel",
                "opmerking": f"Nieuw: {_bron(v, self.kader)}",
                l.VERVANGT: ", ".join(voorstel.vervangen),
            }
        )
        if v.vraag:
            self.bladen[l.MEETWAARDEN].voeg_toe(
                {
                    "code": f"{code}-M1",
                    "indicator": code,
                    "omschrijving": v.vraag,
                    "soort": antwoord,
                    "eenheid": v.eenheid,
                    "combineren": "gezamenlijk",
                    "over de jaren": l.OVER_DE_JAREN[0],
                    "verplicht": "ja",
                    "lezing": "voorstel",
                }
            )
        for eerder in voorstel.vervangen:
            if not v.vraag:
                self._neem_vragen_over(eerder, code)
            self._eindig(eerder)

    def _boven(self, voorstel: Voorstel, nummer: Nummer) -> tuple[str, str]:
        """The printed thema and title of an afspraak, as they stand in the table by now."""
        if nummer not in self.afspraken:
            er_zijn = {plat(a.thema): a.thema for a in self.kader.afspraken}
            thema = er_zijn.get(plat(voorstel.v.bij), een_regel(voorstel.v.bij))
            self.afspraken[nummer] = Afspraak(nummer, thema, self._titel(voorstel, nummer))
        return self.afspraken[nummer].thema, self.afspraken[nummer].titel

    def _titel(self, voorstel: Voorstel, nummer: Nummer) -> str:
        """With its number, where the table prints those."""
        genummerd = all(a.kaal != a.titel for a in self.kader.afspraken)
        return f"{nummer}. {voorstel.titel}" if genummerd else voorstel.titel

    def _wijzig(self, voorstel: Voorstel) -> None:
        v, indicator = voorstel.v, voorstel.indicator
        if indicator is None:
            assert voorstel.nummer is not None, "what is about no indicator is about an afspraak"
            was, titel = self.afspraken[voorstel.nummer], self._titel(voorstel, voorstel.nummer)
            self.afspraken[voorstel.nummer] = replace(was, titel=titel)
            for eigen in voorstel.indicatoren:
                self.tabel.zet(self._rij(eigen.code), "Afspraak", titel)
            return
        cellen: Cellen = {"leestekst": ""} if v.indicator else {}
        nieuw = {"Indicator": v.indicator, "Jaar": "", "Actiehouder": v.actiehouder}
        nieuw["Jaar"] = _in_druk(voorstel.jaren) if v.jaar else ""
        cellen |= {kop: waarde for kop, waarde in nieuw.items() if waarde}
        if v.indicator and heel_anders(indicator.tekst, v.indicator):
            self._volg_op(indicator, cellen, voorstel.nieuwe.values())
            return
        rij = self._rij(indicator.code)
        for kop, waarde in cellen.items():
            if waarde or self.tabel.lees(rij, kop):
                self.tabel.zet(rij, kop, waarde)

    def _volg_op(self, indicator: Indicator, cellen: Cellen, erbij: Iterable[Nieuw]) -> None:
        """What became quite another thing goes on under a new code that says what it was."""
        code, rij = indicator.code, self._rij(indicator.code)
        codes = [als_code(self.tabel.lees(rij, "code")) for rij in self.tabel.rijen()]
        nieuw = volgende_code(indicator.afspraak, self.kader, [*codes, *(n.code for n in erbij)])
        later = frozenset(jaar for jaar in indicator.jaren if jaar > self.ronde.jaar)
        cellen = {"Jaar": _in_druk(later), **cellen, "code": nieuw, l.VERVANGT: code}
        self.tabel.kopie(rij, cellen)
        self._neem_vragen_over(code, nieuw)
        blad = self.bladen[l.DOELEN]
        for doel in blad.met("indicator", code):
            if (getal_in(blad.waarde(doel, "t/m jaar")) or 0) > self.ronde.jaar:
                blad.zet(doel, "indicator", nieuw)
        self._eindig(code)

    def _neem_vragen_over(self, eerder: str, code: str) -> None:
        """The questions of an indicator once more, under the code that carries it on, and with the
        rules by which they are asked again."""
        blad = self.bladen[l.MEETWAARDEN]
        wordt = {eerder: code}
        for rij in blad.met("indicator", eerder):
            oud = als_code(blad.lees(rij, "code"))
            wordt[oud] = f"{code}{oud.removeprefix(eerder)}"
            if not blad.met("code", wordt[oud]):
                cellen = {"code": wordt[oud], "indicator": code, l.VERVANGT: oud}
                blad.kopie(rij, cellen)
        if (regels := self.bladen.get(l.REGELS)) is None:
            return
        for rij in [*regels.rijen()]:
            waar, met = (als_code(regels.lees(rij, k)) for k in ("waar", "vergelijk met"))
            if waar in wordt:
                regels.kopie(rij, {"waar": wordt[waar], "vergelijk met": wordt.get(met, met)})

    def _doel(self, voorstel: Voorstel) -> None:
        blad, v = self.bladen[l.DOELEN], voorstel.v
        cellen: Cellen = {
            "minimum": _als_getal(getal_in(v.minimum)),
            "maximum": _als_getal(getal_in(v.maximum)),
            "bron": _bron(v, self.kader),
            "lezing": "vastgesteld",
        }
        zelfde = [
            r for r in _doelrijen(self.bladen[l.DOELEN], voorstel) if not blad.lees(r, "partij")
        ]
        if not zelfde:
            waarvan: Cellen = {"indicator": voorstel.code, "t/m jaar": voorstel.tm_jaar}
            blad.voeg_toe(waarvan | cellen)
        for kop, waarde in cellen.items() if zelfde else ():
            blad.zet(zelfde[0], kop, waarde)

    def _vervalt(self, voorstel: Voorstel) -> None:
        if voorstel.tm_jaar is None:
            for indicator in voorstel.indicatoren:
                self._eindig(indicator.code)
            return
        for rij in reversed(_doelrijen(self.bladen[l.DOELEN], voorstel)):
            self.bladen[l.DOELEN].verwijder(rij)

    def _eindig(self, code: str) -> None:
        """Asked for the last time this year; what was never asked goes, with all under it."""
        jaren = next(i.jaren for i in self.kader.indicatoren if i.code == code)
        gevraagd = frozenset(jaar for jaar in jaren if jaar <= self.ronde.jaar)
        if gevraagd and gevraagd != jaren:
            self.tabel.zet(self._rij(code), "Jaar", _in_druk(gevraagd))
        eigen = [code, *(m.code for m in self.kader.meetwaarden_van(code))]
        for naam, kop in _BIJ_CODE if not gevraagd else ():
            if blad := self.bladen.get(naam):
                weg = {rij for c in eigen for rij in blad.met(kop, c)}
                for rij in sorted(weg, reverse=True):
                    blad.verwijder(rij)

    def _rij(self, code: str) -> int:
        """The row of an indicator."""
        return self.tabel.met("code", code)[0]


def _doelrijen(blad: Tabelblad, voorstel: Voorstel) -> list[int]:
    rijen = blad.met("indicator", voorstel.code)
    return [r for r in rijen if getal_in(blad.waarde(r, "t/m jaar")) == voorstel.tm_jaar]


def _schrijf_voluit(bladen: Mapping[str, Tabelblad], kader: Kader) -> None:
    """Each row with its own code, thema and afspraak, so that it can be told from the others."""
    tabel = bladen[l.MONITORINGSTABEL]
    for bereik in [*tabel.blad.merged_cells.ranges]:
        tabel.blad.unmerge_cells(str(bereik))
    for blad, rij, kolom, code in kader.gemaakt:
        if plat(blad) in (op_naam := {plat(naam): b for naam, b in bladen.items()}):
            op_naam[plat(blad)].zet(rij, kolom, code)
    afspraken = {a.nummer: a for a in kader.afspraken}
    for indicator in kader.indicatoren:
        afspraak, (rij, *_) = afspraken[indicator.afspraak], tabel.met("code", indicator.code)
        for kop, waarde in (("Thema", afspraak.thema), ("Afspraak", afspraak.titel)):
            if waarde and not tabel.lees(rij, kop):
                tabel.zet(rij, kop, waarde)


def _noem(
    blad: Tabelblad,
    kader: Kader,
    ronde: Ronde,
    voorstellen: Sequence[Wijzigingsvoorstel],
    hash_: str,
) -> None:
    """Which version it is, which BO set it, what it replaces and by which decisions."""
    i = kader.instellingen
    besluiten = (besluit_van(ronde, v) for v in voorstellen)
    waarden: Cellen = {
        "versie": i.versie + 1,
        "vastgesteld in het BO van": schrijf_datum(last_day(voorstellen)),
        "vervangt versie": f"{i.versie} ({hash_[:8]})",
        "besluiten": ", ".join(filter(None, (i.besluiten, *besluiten))),
    }
    for naam, waarde in waarden.items():
        rijen = (rij for rij in blad.rijen() if plat(blad.lees(rij, "instelling")) == plat(naam))
        if rij := next(rijen, 0):
            blad.zet(rij, "waarde", waarde)
        else:
            blad.voeg_toe({"instelling": naam, "waarde": waarde})


def _in_druk(jaren: frozenset[int]) -> str:
    """Years as the table prints them."""
    return f"> {schrijf_jaren(jaren)}"


def _bron(voorstel: Wijzigingsvoorstel, kader: Kader) -> str:
    assert isinstance(voorstel.datum, date), "what is adopted has a day"
    bo = kader.instellingen.zeg("het BO")
    return f"besluit van {bo} van {schrijf_datum(voorstel.datum)} ({voorstel.code})"


def _als_getal(getal: float | None) -> int | float | None:
    return int(getal) if getal is not None and getal.is_integer() else getal


def _zonder_klok(data: bytes, dag: date) -> bytes:
    """The same workbook with the day of the BO in it, instead of the moment of writing."""
    moment = rb"\g<1>" + datetime.combine(dag, time(12)).isoformat().encode() + b"Z"
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for naam in oud.namelist():
            inhoud = oud.read(naam)
            if naam == "docProps/core.xml":
                inhoud = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", moment, inhoud)
            deel = zipfile.ZipInfo(naam, _GEMAAKT)
            deel.compress_type = zipfile.ZIP_DEFLATED
            nieuw.writestr(deel, inhoud)
    return uit.getvalue()

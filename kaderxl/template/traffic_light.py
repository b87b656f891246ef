"""The traffic light on the sheet Lijsten, and what is wrong with it.

A template without the columns that describe a word has the light of chapter 8: there its words
mean what they mean there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, pairwise

from ..core import catalogue, labels as l
from ..core.colour import Beoordeling, Bijzonder
from ..core.findings import Regel
from ..core.notation import een_regel, kale_tekst, plat
from ..core.traffic_light import HOOFDSTUK_8, Stoplicht
from ..writing.colours import contrast
from .cells import Bladen, Rij

WOORD, BETEKENIS, SYNONIEMEN, SYMBOOL, VULLING, TEKSTKLEUR, RANG, REDEN, TOELICHTING, BIJZONDER = (
    l.SJABLOON_KOLOMMEN[l.LIJSTEN]
)
_MEESTE = 8
_KLEINSTE_CONTRAST = 4.5
_WIT, _ZWART = "#FFFFFF", "#000000"
_GOED_WOORD = re.compile(r"[^\W\d_][\w .-]{0,23}")
_GOED_SYMBOOL = re.compile(r"[^\w\s\"'≠…=+@,;*?~-]")
_GOEDE_KLEUR = re.compile(r"#[0-9A-F]{6}")
_GOEDE_RANG = re.compile(r"[1-9]\d?")
_MET_LETTER = re.compile(r"\(?([a-z])(?:\)|\s*[-–—:.)]|\s)\s*\S.*", re.I | re.S)
_VAN_ONS = (l.NIET_INGEVULD, l.VERSCHIL, l.BESPROKEN, "Onthouding", "Geen", "Beoordeling", "Ja nee")


def lees_stoplicht(bladen: Bladen) -> Stoplicht:
    """The light of a template; what is wrong with it becomes findings."""
    tabel, rijen = bladen.tabellen[l.LIJSTEN], bladen.rijen(l.LIJSTEN)
    if tabel is None:
        return HOOFDSTUK_8
    koppen = [kop for kop in tabel.kolommen if plat(kop).startswith(l.REDEN_BIJ)]
    redenen = {_bij(kop): _redenen(rijen, kop) for kop in koppen}
    woorden = [_Woord(rij) for rij in rijen if rij.cel(WOORD)]
    licht = Stoplicht(tuple(woord.kleur(redenen) for woord in woorden))
    rij_van = {kleur: woord.rij for kleur, woord in zip(licht, woorden, strict=True)}
    controles = (_aantallen, _gelijke_woorden, _volgorde, _zonder_redenen, _uiterlijk)
    for regel, kleur, velden in chain.from_iterable(controle(licht) for controle in controles):
        plek = tabel.plek(rij_van[kleur].cel(WOORD)) if kleur else tabel.kop(WOORD)
        bladen.meld(regel, plek, **velden)
    vragen = {_sleutel(b) for b in licht.met_reden}
    for kop in koppen:
        if redenen[_bij(kop)] and _bij(kop) not in vragen:
            bladen.meld(
                catalogue.REDENEN_ZONDER_WOORD, tabel.kop(kop), kolom=kop, woord=_woord_in(kop)
            )
    return licht


def _redenen(rijen: Iterable[Rij], kop: str) -> Mapping[str, str]:
    """The reasons under a header, by their letter."""
    redenen: dict[str, str] = {}
    for rij in rijen:
        if tekst := rij.tekst(kop):
            treffer = _MET_LETTER.fullmatch(tekst)
            if treffer is None:
                rij.meld(catalogue.REDEN_ZONDER_LETTER, kop, reden=tekst)
            elif (letter := treffer[1].lower()) in redenen:
                rij.meld(catalogue.REDENLETTER_DUBBEL, kop, letter=letter, kolom=kop)
            else:
                redenen[letter] = kale_tekst(tekst, treffer[1])
    return redenen


class _Woord:
    """One word of the light; a column that is not there says what chapter 8 says of it."""

    def __init__(self, rij: Rij) -> None:
        self.rij, self.woord = rij, een_regel(rij.tekst(WOORD))
        self.bekend = HOOFDSTUK_8.lees(self.woord) or Beoordeling("")

    def kleur(self, redenen: Mapping[str, Mapping[str, str]]) -> Beoordeling:
        if not _GOED_WOORD.fullmatch(self.woord):
            vorm = "hoogstens 24 letters, cijfers, spaties, punten en streepjes, een letter eerst"
            self._meld_vorm(WOORD, vorm)
        bijzonder = self._bijzonder()
        vulling = self._vorm(VULLING, self.bekend.vulling, _GOEDE_KLEUR, "als #3DAA7D")
        return Beoordeling(
            self.woord,
            betekenis=self.rij.tekst(BETEKENIS),
            synoniemen=self._synoniemen(),
            symbool=self._vorm(SYMBOOL, self.bekend.symbool, _GOED_SYMBOOL, "één teken"),
            vulling=vulling,
            tekstkleur=self._tekstkleur(vulling),
            rang=self._rang(bijzonder),
            vraagt_reden=self._ja(REDEN, self.bekend.vraagt_reden),
            vraagt_toelichting=self._ja(TOELICHTING, self.bekend.vraagt_toelichting),
            bijzonder=bijzonder,
            redenen=redenen.get(_sleutel(self.woord), {}),
        )

    def _ontbreekt(self, kolom: str) -> bool:
        return kolom not in self.rij.tabel.kolommen

    def _vorm(self, kolom: str, anders: str, vorm: re.Pattern[str], voorbeeld: str) -> str:
        if self._ontbreekt(kolom) and anders:
            return anders
        tekst = self.rij.tekst(kolom).upper()
        if not tekst:
            woord = self.rij.tekst(WOORD)
            self.rij.meld(catalogue.LICHT_ONVOLLEDIG, WOORD, woord=woord, kolom=kolom)
        elif not vorm.fullmatch(tekst):
            self._meld_vorm(kolom, voorbeeld)
            return ""
        return tekst

    def _meld_vorm(self, kolom: str, vorm: str) -> None:
        velden = {"waarde": self.rij.tekst(kolom), "kolom": kolom, "vorm": vorm}
        self.rij.meld(catalogue.LICHT_ONGESCHIKT, kolom, **velden)

    def _tekstkleur(self, vulling: str) -> str:
        """As it is given; else as in chapter 8; else black or white, whichever reads best."""
        if self.rij.cel(TEKSTKLEUR):
            return self._vorm(TEKSTKLEUR, "", _GOEDE_KLEUR, "als #FFFFFF")
        if self.bekend and self._ontbreekt(TEKSTKLEUR) and vulling == self.bekend.vulling:
            return self.bekend.tekstkleur
        return max((_ZWART, _WIT), key=lambda letter: contrast(letter, vulling or _WIT))

    def _synoniemen(self) -> tuple[str, ...]:
        if self._ontbreekt(SYNONIEMEN):
            return self.bekend.synoniemen
        delen = re.split(r"[;\n]", self.rij.tekst(SYNONIEMEN))
        return tuple(een_regel(deel) for deel in delen if deel.strip())

    def _rang(self, bijzonder: Bijzonder | None) -> int:
        if self._ontbreekt(RANG) and self.bekend:
            return self.bekend.rang
        if bijzonder and not self.rij.cel(RANG):
            return 0
        return int(self._vorm(RANG, "", _GOEDE_RANG, "een getal; 1 is de voorzichtigste") or 0)

    def _ja(self, kolom: str, anders: bool) -> bool:
        if self._ontbreekt(kolom):
            return anders
        return self.rij.uit_lijst(kolom, ("ja", "nee"), "nee") == "ja"

    def _bijzonder(self) -> Bijzonder | None:
        if self._ontbreekt(BIJZONDER):
            return self.bekend.bijzonder
        keuze = self.rij.uit_lijst(BIJZONDER, [*Bijzonder], "")
        return Bijzonder(keuze) if keuze else None


def _sleutel(woord: str) -> str:
    """What must tell words apart: also without points and dashes, as in the name of a range."""
    return re.sub(r"\W+", "_", plat(woord)).strip("_")


def _woord_in(kop: str) -> str:
    """The word in the header over a list of reasons."""
    return een_regel(kop)[len(l.REDEN_BIJ) :]


def _bij(kop: str) -> str:
    return _sleutel(_woord_in(kop))


_Melding = tuple[Regel, Beoordeling | None, dict[str, object]]


def _aantallen(licht: Stoplicht) -> Iterator[_Melding]:
    """One word that is done, at most one that does not apply, and no more than fit a sheet."""
    klaar = sum(b.klaar for b in licht)
    if klaar != 1:
        yield catalogue.LICHT_KLAAR, None, {"aantal": klaar}
    if sum(b.geldt_niet for b in licht) > 1:
        yield catalogue.LICHT_GELDT_NIET, None, {}
    if not licht.voortgang or len(licht.kleuren) > _MEESTE:
        yield catalogue.LICHT_AANTAL, None, {"aantal": len(licht.kleuren), "meeste": _MEESTE}


def _gelijke_woorden(licht: Stoplicht) -> Iterator[_Melding]:
    """Words and synonyms that would be read as one another, or as a word of ours."""
    gezien: dict[str, tuple[str, Beoordeling | None]] = {_sleutel(w): (w, None) for w in _VAN_ONS}
    for kleur in licht:
        for naam in (kleur, *kleur.synoniemen):
            ander, van = gezien.setdefault(_sleutel(naam), (str(naam), kleur))
            if van is not kleur:
                yield catalogue.LICHT_GELIJK, kleur, {"naam": str(naam), "ander": ander}


def _volgorde(licht: Stoplicht) -> Iterator[_Melding]:
    """No two of one rank, and nothing after what is done."""
    eerste: dict[int, Beoordeling] = {}
    for ander in (b for b in licht if b.rang):
        if (een := eerste.setdefault(ander.rang, ander)) is not ander:
            yield catalogue.RANG_DUBBEL, ander, {"woord": ander, "ander": een, "rang": een.rang}
    for een, ander in pairwise(b for b in licht.op_voorzichtigheid if b.rang):
        if een.rang > ander.rang:
            yield catalogue.KLAAR_TE_VOORZICHTIG, ander, {"woord": ander, "ander": een}


def _zonder_redenen(licht: Stoplicht) -> Iterator[_Melding]:
    for kleur in licht.met_reden:
        if not kleur.redenen:
            yield catalogue.REDENLIJST_ONTBREEKT, kleur, {"woord": kleur}


def _uiterlijk(licht: Stoplicht) -> Iterator[_Melding]:
    """Every word can be read in its colour, and no two look the same."""
    for kleur in licht:
        if kleur.vulling and kleur.tekstkleur:
            verschil = contrast(kleur.tekstkleur, kleur.vulling)
            if verschil < _KLEINSTE_CONTRAST:
                getal = f"{verschil:.1f}".replace(".", ",")
                yield catalogue.CONTRAST_TE_KLEIN, kleur, {"woord": kleur, "contrast": getal}
    eerste: dict[tuple[str, str], Beoordeling] = {}
    for ander in licht:
        for wat in ("symbool", "vulling"):
            uiterlijk = getattr(ander, wat)
            een = eerste.setdefault((wat, uiterlijk), ander)
            if uiterlijk and een is not ander:
                yield catalogue.LICHT_ZELFDE, ander, {"woord": ander, "ander": een, "wat": wat}

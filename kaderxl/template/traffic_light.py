"""The traffic light on the sheet Lijsten, and what is wrong with it.

A template without the columns that describe a word has the light of chapter 8: there its words
mean what they mean there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise

from ..core import catalogue
from ..core import labels as l
from ..core.colour import Beoordeling, Bijzonder
from ..core.findings import Regel
from ..core.notation import een_regel, kale_tekst, plat
from ..core.traffic_light import HOOFDSTUK_8, Stoplicht
from ..reading.tables import Cel, Tabel
from ..writing.colours import contrast
from .cells import Bladen

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
    tabel, rijen = bladen.rijen(l.LIJSTEN)
    lezer = _Lezer(bladen, tabel)
    woorden = [rij for rij in rijen if tabel.cel(rij, WOORD)]
    redenen = lezer.redenen(rijen)
    licht = Stoplicht(tuple(lezer.kleur(rij, redenen) for rij in woorden))
    _controleer(bladen, tabel, licht, dict(zip(licht, woorden, strict=True)), redenen)
    return licht


@dataclass(slots=True)
class _Lezer:
    """One reading of the sheet; a column that is not there says what chapter 8 says."""

    bladen: Bladen
    tabel: Tabel

    def kleur(self, rij: int, redenen: Mapping[str, Mapping[str, str]]) -> Beoordeling:
        cel = self.tabel.cel(rij, WOORD)
        woord = een_regel(cel.tekst)
        bekend = HOOFDSTUK_8.lees(woord)
        if not _GOED_WOORD.fullmatch(woord):
            vorm = "hoogstens 24 letters, cijfers, spaties, punten en streepjes, een letter eerst"
            self._meld_vorm(cel, WOORD, vorm)
        bijzonder = self._bijzonder(rij, bekend)
        vulling = self._vorm(rij, VULLING, bekend and bekend.vulling, _GOEDE_KLEUR, "als #3DAA7D")
        return Beoordeling(
            woord,
            betekenis=self.tabel.cel(rij, BETEKENIS).tekst,
            synoniemen=self._synoniemen(rij, bekend),
            symbool=self._vorm(rij, SYMBOOL, bekend and bekend.symbool, _GOED_SYMBOOL, "één teken"),
            vulling=vulling,
            tekstkleur=self._tekstkleur(rij, bekend, vulling),
            rang=self._rang(rij, bekend, bijzonder),
            vraagt_reden=self._ja(rij, REDEN, bekend is not None and bekend.vraagt_reden),
            vraagt_toelichting=self._ja(
                rij, TOELICHTING, bekend is not None and bekend.vraagt_toelichting
            ),
            bijzonder=bijzonder,
            redenen=redenen.get(_sleutel(woord), {}),
        )

    def redenen(self, rijen: Iterable[int]) -> Mapping[str, Mapping[str, str]]:
        """The reasons by letter, by the word (for comparing) in the header above them."""
        rijen = list(rijen)
        return {
            _bij(kop): self._lijst(kop, rijen)
            for kop in self.tabel.kolommen
            if plat(kop).startswith(l.REDEN_BIJ)
        }

    def _lijst(self, kop: str, rijen: Iterable[int]) -> Mapping[str, str]:
        redenen: dict[str, str] = {}
        for cel in filter(None, (self.tabel.cel(rij, kop) for rij in rijen)):
            treffer = _MET_LETTER.fullmatch(cel.tekst)
            if treffer is None:
                self._meld(catalogue.REDEN_ZONDER_LETTER, cel, reden=cel.tekst)
            elif (letter := treffer[1].lower()) in redenen:
                self._meld(catalogue.REDENLETTER_DUBBEL, cel, letter=letter, kolom=kop)
            else:
                redenen[letter] = kale_tekst(cel.tekst, treffer[1])
        return redenen

    # -- the cells of one word -----------------------------------------------------------

    def _vorm(
        self, rij: int, kolom: str, anders: str | None, vorm: re.Pattern[str], voorbeeld: str
    ) -> str:
        cel = self.tabel.cel(rij, kolom)
        if kolom not in self.tabel.kolommen and anders:
            return anders
        tekst = cel.tekst.upper()
        if not tekst:
            woord = self.tabel.cel(rij, WOORD)
            self._meld(catalogue.LICHT_ONVOLLEDIG, woord, woord=woord.tekst, kolom=kolom)
        elif not vorm.fullmatch(tekst):
            self._meld_vorm(cel, kolom, voorbeeld)
            return ""
        return tekst

    def _tekstkleur(self, rij: int, bekend: Beoordeling | None, vulling: str) -> str:
        """As it is given; else as in chapter 8; else black or white, whichever reads best."""
        if self.tabel.cel(rij, TEKSTKLEUR):
            return self._vorm(rij, TEKSTKLEUR, None, _GOEDE_KLEUR, "als #FFFFFF")
        if bekend and TEKSTKLEUR not in self.tabel.kolommen and vulling == bekend.vulling:
            return bekend.tekstkleur
        return max((_ZWART, _WIT), key=lambda letter: contrast(letter, vulling or _WIT))

    def _synoniemen(self, rij: int, bekend: Beoordeling | None) -> tuple[str, ...]:
        if SYNONIEMEN not in self.tabel.kolommen:
            return bekend.synoniemen if bekend else ()
        delen = re.split(r"[;\n]", self.tabel.cel(rij, SYNONIEMEN).tekst)
        return tuple(een_regel(deel) for deel in delen if deel.strip())

    def _rang(self, rij: int, bekend: Beoordeling | None, bijzonder: Bijzonder | None) -> int:
        if RANG not in self.tabel.kolommen and bekend:
            return bekend.rang
        if bijzonder and not self.tabel.cel(rij, RANG):
            return 0
        return int(
            self._vorm(rij, RANG, None, _GOEDE_RANG, "een getal; 1 is de voorzichtigste") or 0
        )

    def _ja(self, rij: int, kolom: str, anders: bool) -> bool:
        if kolom not in self.tabel.kolommen:
            return anders
        cel = self.tabel.cel(rij, kolom)
        return self.bladen.uit_lijst(self.tabel, cel, kolom, ["ja", "nee"], "nee") == "ja"

    def _bijzonder(self, rij: int, bekend: Beoordeling | None) -> Bijzonder | None:
        if BIJZONDER not in self.tabel.kolommen:
            return bekend.bijzonder if bekend else None
        cel = self.tabel.cel(rij, BIJZONDER)
        keuze = self.bladen.uit_lijst(self.tabel, cel, BIJZONDER, [*Bijzonder], "")
        return Bijzonder(keuze) if keuze else None

    def _meld(self, regel: Regel, cel: Cel, **velden: object) -> None:
        self.bladen.meld(regel, self.tabel.plek(cel), **velden)

    def _meld_vorm(self, cel: Cel, kolom: str, vorm: str) -> None:
        self._meld(catalogue.LICHT_ONGESCHIKT, cel, waarde=cel.tekst, kolom=kolom, vorm=vorm)


def _sleutel(woord: str) -> str:
    """What must tell words apart: also without points and dashes, as in the name of a range."""
    return re.sub(r"\W+", "_", plat(woord)).strip("_")


def _bij(kop: str) -> str:
    """The word, for comparing, in the header over a list of reasons."""
    return _sleutel(een_regel(kop)[len(l.REDEN_BIJ) :])


# The light as a whole

_Melding = tuple[Regel, Beoordeling | None, dict[str, object]]


def _controleer(
    bladen: Bladen,
    tabel: Tabel,
    licht: Stoplicht,
    rij_van: Mapping[Beoordeling, int],
    redenen: Mapping[str, Mapping[str, str]],
) -> None:
    regels: tuple[Callable[[Stoplicht], Iterator[_Melding]], ...] = (
        _aantallen,
        _gelijke_woorden,
        _volgorde,
        _zonder_redenen,
        _uiterlijk,
    )
    for regel in regels:
        for melding, kleur, velden in regel(licht):
            plek = tabel.plek(tabel.cel(rij_van[kleur], WOORD)) if kleur else tabel.kop(WOORD)
            bladen.meld(melding, plek, **velden)
    vragen = {_sleutel(b) for b in licht.met_reden}
    for kop in tabel.kolommen:
        if plat(kop).startswith(l.REDEN_BIJ) and redenen[_bij(kop)] and _bij(kop) not in vragen:
            woord = een_regel(kop)[len(l.REDEN_BIJ) :]
            bladen.meld(catalogue.REDENEN_ZONDER_WOORD, tabel.kop(kop), kolom=kop, woord=woord)


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
    for een, ander in combinations([b for b in licht if b.rang], 2):
        if een.rang == ander.rang:
            velden: dict[str, object] = {"woord": ander, "ander": een, "rang": een.rang}
            yield catalogue.RANG_DUBBEL, ander, velden
    met_rang = [b for b in licht.op_voorzichtigheid if b.rang]
    for een, ander in pairwise(met_rang):
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
                velden: dict[str, object] = {
                    "woord": kleur,
                    "contrast": f"{verschil:.1f}".replace(".", ","),
                }
                yield catalogue.CONTRAST_TE_KLEIN, kleur, velden
    for een, ander in combinations(licht, 2):
        for wat in ("symbool", "vulling"):
            if getattr(een, wat) and getattr(een, wat) == getattr(ander, wat):
                yield catalogue.LICHT_ZELFDE, ander, {"woord": ander, "ander": een, "wat": wat}

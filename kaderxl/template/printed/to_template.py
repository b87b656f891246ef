"""What was found in an agreement, as the rows of a template: each cell with where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...core import labels as l, phrases as say
from ...core.kader import Partij
from ...core.notation import plat, schrijf_jaren, schrijf_opsomming
from ...core.numbering import in_code
from ...core.values import Waarde
from ..answered import OVER_SAMEN, OVER_SOORT, met_cellen
from ..fresh.agreement import Found, Row, met_codes
from ..holders import Namen
from ..titles import lees_titels
from ..year_words import lees_jaarwoorden
from .found import Gevonden, GevondenDoel, GevondenRij, GevondenVraag, Stuk
from .kinds import AANTAL, PERCENTAGE

_MEESTE_VRAGEN = 300
_VOORSTEL, _GEDRUKT = l.LEZINGEN[1], l.LEZINGEN[0]
_ONTBREEKT = (
    ("indicator", "de indicator"),
    ("jaar", "het jaar"),
    ("actiehouder", "de actiehouder"),
)


def partijen_van(gevonden: Gevonden) -> tuple[Partij, ...]:
    """Who signed, each with a code."""
    return met_codes(Partij("", p.naam, p.groep) for p in gevonden.partijen)


def rijen_van(
    gevonden: Gevonden,
    bestand: str,
    looptijd: tuple[int, int],
    partijen: Iterable[Partij] = (),
    gegeven: Collection[str] = (),
) -> Mapping[str, Sequence[Row]]:
    """By sheet: the table, what is asked of a number, the targets and the questions.

    `partijen` are those of the template; `gegeven` is what somebody said himself (`kader`,
    `gemeente`, `looptijd`, `partijen`) and is asked no more.
    """
    namen = Namen(tuple(partijen))
    return _Sjabloon(gevonden, bestand, looptijd, namen, frozenset(gegeven)).rijen()


@dataclass(frozen=True, slots=True)
class _Sjabloon:
    gevonden: Gevonden
    bestand: str
    looptijd: tuple[int, int]
    namen: Namen
    gegeven: frozenset[str]

    def rijen(self) -> Mapping[str, Sequence[Row]]:
        met_code = [*zip(_codes(self.gevonden.rijen), self.gevonden.rijen, strict=True)]
        return {
            l.MONITORINGSTABEL: [self._rij(code, rij) for code, rij in met_code],
            l.MEETWAARDEN: [_meetwaarde(code, rij) for code, rij in met_code if _is_getal(rij)],
            l.DOELEN: [self._doel(met_code[doel.rij][0], doel) for doel in self.gevonden.doelen],
            l.VRAGEN: [*self._vragen()],
        }

    def _verplicht(self, stuk: Stuk, wat: str, twijfel: str = "") -> Found:
        """A cell without which a row can't be asked: one to look at when it is empty."""
        return self._cel(stuk, twijfel if stuk else f"{wat} staat niet in de tekst; vul dit in.")

    def _cel(self, stuk: Stuk, twijfel: str = "") -> Found:
        bron = f"{self.bestand}, {stuk.plaats}" if stuk.plaats else ""
        return Found(stuk.tekst or None, bron, twijfel)

    def _rij(self, code: str, rij: GevondenRij) -> Row:
        weg = [naam for veld, naam in _ONTBREEKT if not getattr(rij, veld)]
        opmerking = [f"{l.ONTBREEKT_IN_DE_TEKST} {schrijf_opsomming(weg)}."] if weg else []
        twijfel = " ".join(rij.twijfel)
        return {
            "Thema": self._cel(rij.thema),
            "Afspraak": self._cel(rij.afspraak),
            "Indicator": self._verplicht(rij.indicator, "De indicator"),
            "Jaar": self._verplicht(rij.jaar, "Het jaar", self._jaartwijfel(rij) or twijfel),
            "Actiehouder": self._verplicht(
                rij.actiehouder, "De actiehouder", self._wie_twijfel(rij) or twijfel
            ),
            "soort": rij.soort,
            "status": l.STATUSSEN[0] if rij.heel else l.STATUSSEN[1],
            "opmerking": " ".join((*opmerking, *rij.twijfel)),
            "code": code,
            "lezing": _VOORSTEL if rij.soort else _GEDRUKT,
        }

    def _jaartwijfel(self, rij: GevondenRij) -> str:
        jaren, twijfel = lees_jaarwoorden(rij.jaar.tekst, self.looptijd)
        if not rij.jaar or not twijfel:
            return ""
        return f"Wij lezen {schrijf_jaren(jaren)}, maar er is nog een lezing."

    def _wie_twijfel(self, rij: GevondenRij) -> str:
        """Words that name nobody, or more than one that may be meant."""
        if not self.namen.partijen:
            return ""
        onbekend = self.namen.lees(rij.actiehouder.tekst).onbekend
        zinnen = (f"Wie is bedoeld met “{naam}”?{self.namen.tip(naam)}" for naam in onbekend)
        return " ".join(zinnen)

    def _doel(self, code: str, doel: GevondenDoel) -> Row:
        return {
            "indicator": code,
            "t/m jaar": self._jaar(doel),
            "minimum": self._getal(doel.minimum, doel.bron),
            "maximum": self._getal(doel.maximum, doel.bron),
            "telling": doel.telling,
            "omschrijving": doel.omschrijving,
            "bron": f"{self.bestand}, {doel.bron}",
            "lezing": _VOORSTEL,
        }

    def _jaar(self, doel: GevondenDoel) -> Waarde | Found:
        if not doel.twijfel:
            return doel.jaar
        return Found(doel.jaar, f"{self.bestand}, {doel.bron}", doel.twijfel)

    def _getal(self, getal: float | None, plaats: str) -> Waarde | Found:
        if getal is None:
            return None
        return Found(
            getal, f"{self.bestand}, {plaats}", "Klopt dit, en is het opgeteld of per jaar?"
        )

    def _vragen(self) -> Iterator[Row]:
        codes = _codes(self.gevonden.rijen)
        open_ = (v for v in self.gevonden.vragen if v.over not in self.gegeven)
        alle = [*open_, *self._over_soorten()]
        if len(alle) > _MEESTE_VRAGEN:
            over = say.aantal(len(alle) - _MEESTE_VRAGEN + 1, "vraag past", "vragen passen")
            zin = f"Nog {over} hier niet bij. Lees de overeenkomst daar zelf op na."
            alle[_MEESTE_VRAGEN - 1 :] = [GevondenVraag("meer vragen", zin, alle[-1].bron)]
        for nummer, vraag in enumerate(alle, 1):
            bron = f"{self.bestand}, {vraag.bron}" if vraag.bron else self.bestand
            yield {"nr": nummer, "over": _over(vraag, codes), "vraag": vraag.vraag, "bron": bron}

    def _over_soorten(self) -> Iterator[GevondenVraag]:
        """What a text never says, and is chosen in the template; once for all rows."""
        zonder = sum(not rij.soort for rij in self.gevonden.rijen if rij.indicator)
        if zonder:
            wat = say.aantal(zonder, "indicator", "indicatoren")
            vraag = (
                f"Bij {wat} zegt de tekst niet wat voor antwoord erbij hoort. Kies de soort in de "
                f"Monitoringstabel, en zet wat u precies vraagt op het blad {l.MEETWAARDEN}."
            )
            yield GevondenVraag(OVER_SOORT, vraag, "")
        getallen = sum(map(_is_getal, self.gevonden.rijen))
        if getallen:
            wat = say.aantal(getallen, "getal", "getallen")
            vraag = (
                f"Voor {wat} is nog niet gekozen hoe de antwoorden samengaan. Kies bij combineren "
                "som om op te tellen; leeg is één gezamenlijk antwoord."
            )
            yield GevondenVraag(OVER_SAMEN, vraag, "")


def _over(vraag: GevondenVraag, codes: Sequence[str]) -> str:
    """What a question is about, with the cells that answer it where it has those."""
    if vraag.rij is None or not vraag.kolommen:
        return vraag.over
    return met_cellen(vraag.over, codes[vraag.rij], vraag.kolommen)


def _is_getal(rij: GevondenRij) -> bool:
    """Whether one number is asked of a row; what is a share of it the text does not say."""
    return rij.soort in (AANTAL, PERCENTAGE)


def _meetwaarde(code: str, rij: GevondenRij) -> Row:
    tekst = rij.indicator.tekst
    return {
        "indicator": code,
        "omschrijving": f"{tekst[:1].upper()}{tekst[1:]}",
        "soort": rij.soort,
        "code": f"{code}-M1",
        "lezing": _VOORSTEL,
    }


def _codes(rijen: Sequence[GevondenRij]) -> list[str]:
    """A code for each row, by the number of its afspraak: `A05-I2`."""
    titels = lees_titels(rij.afspraak.tekst for rij in rijen)
    volgorde = {plat(tekst): n for n, tekst in enumerate(dict.fromkeys(map(plat, titels)), 1)}
    genummerd = any(titel.nummer is not None for titel in titels.values())
    keren, codes = Counter[str](), list[str]()
    for rij in rijen:
        nummer = titels[rij.afspraak.tekst].nummer if genummerd else None
        begin = in_code(volgorde[plat(rij.afspraak.tekst)] if nummer is None else nummer)
        begin = f"A{begin}" if begin[:1].isdigit() else begin
        keren[begin] += 1
        codes.append(f"{begin}-I{keren[begin]}")
    return codes

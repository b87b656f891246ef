"""The values every stage hands on: frozen, without I/O, in the words of the agreement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Beoordeling(StrEnum):
    """The traffic light of chapter 8; `Niet van toepassing` is the one colour it lacks."""

    GROEN = "Groen"
    ORANJE = "Oranje"
    ROOD = "Rood"
    AFGEROND = "Afgerond"
    NVT = "N.v.t."

    @property
    def vraagt_reden(self) -> bool:
        """Chapter 8 gives oranje and rood lettered reasons."""
        return self in (Beoordeling.ORANJE, Beoordeling.ROOD)

    @property
    def vraagt_toelichting(self) -> bool:
        """What deviates is explained; N.v.t. deviates too."""
        return self.vraagt_reden or self is Beoordeling.NVT


class Soort(StrEnum):
    """What kind of value a meetwaarde takes."""

    AANTAL = "aantal"
    PERCENTAGE = "percentage"
    DATUM = "datum"
    JA_NEE = "ja/nee"
    TEKST = "tekst"


class Combineren(StrEnum):
    """How the answers of several partijen to one question become one."""

    SOM = "som"
    IEDER = "ieder"
    GEZAMENLIJK = "gezamenlijk"
    UNIE = "unie"
    ENKEL = "enkel"


class Rol(StrEnum):
    """The part a meetwaarde plays in the figure of its indicator (column `telt als`)."""

    PLUS = "+"
    MIN = "−"
    TELLER = "teller"
    NOEMER = "noemer"


class Verplicht(StrEnum):
    """When a meetwaarde must be answered; `bij ja` follows the indicator's ja/nee."""

    JA = "ja"
    NEE = "nee"
    BIJ_JA = "bij ja"


class Fase(StrEnum):
    """The two moments of the yearly cycle (chapter 8)."""

    TUSSENSTAND = "tussenstand"
    EVALUATIE = "evaluatie"


class Ernst(StrEnum):
    """How much a finding matters, gravest first."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    MELDING = "melding"


@dataclass(frozen=True, slots=True, order=True)
class Ronde:
    """A year and a phase, written `2026-evaluatie`."""

    jaar: int
    fase: Fase = Fase.EVALUATIE

    def __str__(self) -> str:
        return f"{self.jaar}-{self.fase}"

    @property
    def vorige(self) -> Ronde:
        """The ronde before: an evaluatie follows the tussenstand of the same year."""
        if self.fase is Fase.EVALUATIE:
            return Ronde(self.jaar, Fase.TUSSENSTAND)
        return Ronde(self.jaar - 1, Fase.EVALUATIE)

    @property
    def peildatum(self) -> date:
        """The day the answers speak of: 31 December, or 30 September for a tussenstand."""
        return date(self.jaar, 12, 31) if self.fase is Fase.EVALUATIE else date(self.jaar, 9, 30)


@dataclass(frozen=True, slots=True)
class Plek:
    """Where something stands: file, sheet, cell; each may be empty where it does not apply."""

    bestand: str = ""
    blad: str = ""
    cel: str = ""


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One finding: what is wrong, where, and what to do about it."""

    code: str
    ernst: Ernst
    plek: Plek
    tekst: str
    actie: str


@dataclass(frozen=True, slots=True)
class Partij:
    """A signatory. Years are inclusive; None leaves that side open."""

    code: str
    naam: str
    groep: str
    email: str = ""
    actief_van: int | None = None
    actief_tm: int | None = None

    def actief(self, jaar: int) -> bool:
        return (self.actief_van or jaar) <= jaar <= (self.actief_tm or jaar)


@dataclass(frozen=True, slots=True)
class Afspraak:
    """A numbered agreement; `titel` is what the monitoring table prints, number included."""

    nummer: int
    thema: str
    titel: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of the monitoring table.

    `gedrukt` holds the seven printed cells letter for letter; `tekst`, `jaren` and
    `partijen` are what was read from them. An `open` row waits for a decision of the AO:
    it is counted and shown, and asked of nobody.
    """

    code: str
    afspraak: int
    tekst: str
    jaren: frozenset[int]
    partijen: tuple[str, ...]
    soort: str = ""
    combineren: Combineren = Combineren.GEZAMENLIJK
    open: bool = False
    opmerking: str = ""
    gedrukt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meetwaarde:
    """One value asked for within an indicator.

    `gevraagd_aan` narrows the actiehouders to some partijen (codes); None asks all.
    `stroom` tells a flow (adds up over years) from a stock (the newest replaces).
    """

    code: str
    indicator: str
    omschrijving: str
    soort: Soort
    eenheid: str = ""
    combineren: Combineren = Combineren.GEZAMENLIJK
    rol: Rol | None = None
    verplicht: Verplicht = Verplicht.JA
    stroom: bool = True
    gevraagd_aan: tuple[str, ...] | None = None

    def vraagt(self, partij: str) -> bool:
        return self.gevraagd_aan is None or partij in self.gevraagd_aan


@dataclass(frozen=True, slots=True)
class Doel:
    """A target up to and including a year; `partij` narrows it to one partij (code)."""

    indicator: str
    tm_jaar: int
    minimum: float | None = None
    maximum: float | None = None
    partij: str = ""
    omschrijving: str = ""
    bron: str = ""


@dataclass(frozen=True, slots=True)
class Overleg:
    """A meeting of the yearly cycle (sheet Planning)."""

    soort: str
    kwartaal: str
    regel: str
    doel: str
    datum: date | None = None


@dataclass(frozen=True, slots=True)
class Vraag:
    """Something the agreement leaves open, put to the AO."""

    nummer: int
    over: str
    vraag: str
    bron: str = ""
    antwoord: str = ""


@dataclass(frozen=True, slots=True)
class Stoplicht:
    """What each colour means and which lettered reasons it takes, as the agreement words it."""

    betekenis: Mapping[Beoordeling, str] = field(default_factory=dict)
    redenen: Mapping[Beoordeling, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Kader:
    """The whole framework as the template workbook describes it."""

    instellingen: Mapping[str, str]
    partijen: tuple[Partij, ...]
    afspraken: tuple[Afspraak, ...]
    indicatoren: tuple[Indicator, ...]
    meetwaarden: tuple[Meetwaarde, ...]
    doelen: tuple[Doel, ...] = ()
    planning: tuple[Overleg, ...] = ()
    vragen: tuple[Vraag, ...] = ()
    stoplicht: Stoplicht = Stoplicht()

    @property
    def looptijd(self) -> tuple[int, int]:
        """First and last year, both included."""
        return int(self.instellingen["looptijd van"]), int(self.instellingen["looptijd t/m"])

    @property
    def datumgrenzen(self) -> tuple[date, date]:
        """The dates an answer can sensibly have: five years before to ten years after."""
        van, tm = self.looptijd
        return date(van - 5, 1, 1), date(tm + 10, 12, 31)

    def partij(self, code: str) -> Partij | None:
        return next((p for p in self.partijen if p.code == code), None)

    def actief(self, jaar: int) -> tuple[Indicator, ...]:
        """The rows of the monitoring table for a year, open ones included."""
        return tuple(i for i in self.indicatoren if jaar in i.jaren)

    def actiehouders(self, indicator: Indicator, jaar: int) -> tuple[str, ...]:
        """Codes of the partijen that answer for an indicator in a year; none for an open row."""
        if indicator.open or jaar not in indicator.jaren:
            return ()
        actief = {p.code for p in self.partijen if p.actief(jaar)}
        return tuple(code for code in indicator.partijen if code in actief)

    def vragen_aan(
        self, partij: str, jaar: int
    ) -> tuple[tuple[Indicator, tuple[Meetwaarde, ...]], ...]:
        """What a partij (code) is asked: its indicators of the year, each with its meetwaarden."""
        return tuple(
            (i, tuple(m for m in self.meetwaarden if m.indicator == i.code and m.vraagt(partij)))
            for i in self.indicatoren
            if partij in self.actiehouders(i, jaar)
        )


Waarde = str | int | float | bool | date | None


@dataclass(frozen=True, slots=True)
class Veld:
    """What a partij put in one cell, as the file has it."""

    inhoud: Waarde
    plek: Plek

    @property
    def tekst(self) -> str:
        return "" if self.inhoud is None else str(self.inhoud).strip()

    def __bool__(self) -> bool:
        return bool(self.tekst)


@dataclass(frozen=True, slots=True)
class Antwoordregel:
    """One row of a return, by its code; the row may be an indicator's or a meetwaarde's."""

    code: str
    waarde: Veld
    beoordeling: Veld
    reden: Veld
    toelichting: Veld

    @property
    def velden(self) -> tuple[Veld, Veld, Veld, Veld]:
        return self.waarde, self.beoordeling, self.reden, self.toelichting

    @property
    def antwoord(self) -> str:
        """All that stands on the row, in one line."""
        return " | ".join(veld.tekst for veld in self.velden if veld)


@dataclass(frozen=True, slots=True)
class Return:
    """A document recognised as a partij's filled-in sheet; nothing is judged yet.

    `gewijzigd` is the file's own last-saved stamp (ISO 8601), "" when it has none.
    """

    bestand: str
    sha256: str
    partij: str
    gewijzigd: str
    fictief: bool
    tabel: Plek
    regels: Mapping[str, Antwoordregel]
    bevindingen: tuple[Bevinding, ...] = ()


@dataclass(frozen=True, slots=True)
class RefusedReturn:
    """A document that cannot count as a return in this ronde, and why."""

    bestand: str
    sha256: str
    bevinding: Bevinding
    partij: str = ""


@dataclass(frozen=True, slots=True)
class Antwoord:
    """The answer to one meetwaarde: the cell, and its value where it has one reading."""

    veld: Veld
    waarde: Waarde = None


@dataclass(frozen=True, slots=True)
class Voorzet:
    """What a partij answers for one indicator.

    `reden` is the letter where it was understood, else the text as written. `velden` holds
    the cells of beoordeling, reden and toelichting that were filled, by column label.
    """

    indicator: str
    beoordeling: Beoordeling | None = None
    reden: str = ""
    toelichting: str = ""
    waarden: Mapping[str, Antwoord] = field(default_factory=dict)
    velden: Mapping[str, Veld] = field(default_factory=dict)
    compleet: bool = False

    def __bool__(self) -> bool:
        return bool(self.velden) or any(a.veld for a in self.waarden.values())


@dataclass(frozen=True, slots=True)
class Inzending:
    """A validated return: every voorzet of a partij (code), by indicator code."""

    bestand: str
    sha256: str
    partij: str
    gewijzigd: str
    fictief: bool
    voorzetten: Mapping[str, Voorzet]
    bevindingen: tuple[Bevinding, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """The answers to one meetwaarde (or to a figure reckoned from several) taken together.

    `waarde` is the one figure, None as long as there is none; `tekst` says it in words.
    """

    code: str
    omschrijving: str
    tekst: str
    waarde: int | float | None = None
    volledig: bool = False
    verschil: str = ""


@dataclass(frozen=True, slots=True)
class Besluit:
    """What the BO set for an afspraak, as written in the matrix."""

    afspraak: int
    kleur: str = ""
    reden: str = ""
    datum: Waarde = None
    plek: Plek = Plek()

    def __bool__(self) -> bool:
        return bool(self.kleur or self.reden or self.datum)


@dataclass(frozen=True, slots=True)
class Matrixrij:
    """One indicator of the ronde: who said what, what follows from it.

    `inbreng` has a voorzet per actiehouder (code), None where it is missing.
    """

    indicator: Indicator
    inbreng: Mapping[str, Voorzet | None]
    voorstel: Beoordeling | None
    verschillen: tuple[str, ...]
    standen: tuple[Stand, ...]

    @property
    def stand(self) -> str:
        """The standen in words, a line each."""
        if len(self.standen) == 1:
            return self.standen[0].tekst
        return "\n".join(f"{s.omschrijving}: {s.tekst}" for s in self.standen)

    @property
    def volledig(self) -> bool:
        """Every actiehouder gave a beoordeling, and every stand is complete."""
        return all(v is not None and v.beoordeling for v in self.inbreng.values()) and all(
            s.volledig for s in self.standen
        )


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole of a ronde. `voorstellen` and `besluiten` go by number of the afspraak."""

    kader: Kader
    ronde: Ronde
    rijen: tuple[Matrixrij, ...]
    voorstellen: Mapping[int, Beoordeling | None]
    inzendingen: tuple[Inzending, ...]
    bevindingen: tuple[Bevinding, ...]
    besluiten: Mapping[int, Besluit] = field(default_factory=dict)

    @property
    def fictief(self) -> bool:
        return any(i.fictief for i in self.inzendingen)

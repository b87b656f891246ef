"""What the voorzetten come to: what people settled, the matrix, and the rondes before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .answers import Inzending, Voorzet, Waarde
from .colour import Beoordeling
from .kader import Doel, Indicator, Kader, Meetwaarde
from .numbering import Nummer
from .post import Stuk
from .proposals import Stempunt, Wijzigingsvoorstel
from .rounds import Bevinding, Ronde
from .targets import Doelstand, Maat
from .traffic_light import Stoplicht


@dataclass(frozen=True, slots=True)
class Besluit:
    """What the BO set for an afspraak, as written in the matrix.

    `toelichting` is what it wrote beside that, for who works with the matrix.
    """

    afspraak: Nummer
    kleur: str = ""
    reden: str = ""
    datum: Waarde = None
    toelichting: str = ""

    def __bool__(self) -> bool:
        return bool(self.kleur or self.reden or self.datum or self.toelichting)


@dataclass(frozen=True, slots=True)
class Afgesproken:
    """What the AO settled where partijen differ.

    `code` is an indicator's for its colour, a meetwaarde's for its value.
    """

    code: str
    waarde: Waarde = None
    toelichting: str = ""

    def __bool__(self) -> bool:
        return bool(self.toelichting) or self.waarde not in (None, "")


@dataclass(frozen=True, slots=True)
class Focuspunt:
    """What is done about an afspraak that is oranje or rood, by whom, by when."""

    afspraak: Nummer
    actie: str = ""
    wie: str = ""
    wanneer: Waarde = None

    def __bool__(self) -> bool:
        return bool(self.actie or self.wie or self.wanneer)


@dataclass(frozen=True, slots=True)
class Stemming:
    """A vote where consensus failed (chapter 8); `stemmen` by partij (code), as written.

    `vanaf` is the day from which may be voted: after the period agreed with the moderator.
    """

    afspraak: Nummer
    moderator: str = ""
    vanaf: Waarde = None
    stemmen: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.moderator or self.vanaf or any(self.stemmen.values()))


@dataclass(frozen=True, slots=True)
class Programmaregel:
    """An afspraak in the jaarprogramma of the next year; `besluit` is what the BO says of it."""

    afspraak: Nummer
    activiteiten: str = ""
    trekker: str = ""
    start: Waarde = None
    einde: Waarde = None
    focuspunt: str = ""
    besluit: str = ""

    def __bool__(self) -> bool:
        geschreven = (self.activiteiten, self.trekker, self.start, self.einde, self.focuspunt)
        return any((*geschreven, self.besluit))


@dataclass(frozen=True, slots=True)
class Grondslag:
    """The answers a besluit rests on, in words, by code (of what it is about) and partij."""

    besluit: str
    antwoorden: Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Botsing:
    """What an adopted workbook (by the name it is kept under) and the matrix both changed.

    Nobody chose yet. `veld`, `sleutel` and `delen` say what of Vastgelegd; `komt` is what stands
    in that workbook, in words.
    """

    bestand: str
    veld: str
    sleutel: int | str
    delen: tuple[str, ...]
    komt: str


@dataclass(frozen=True, slots=True)
class Vastgelegd:
    """All that people wrote in a matrix.

    By number of the afspraak, but `afgesproken` (indicator or meetwaarde) and `notities`
    (indicator) by code, `wijzigingen` and `stempunten` by their own. `vastgesteld` is the day of
    the BO that set the whole of it; None or "" while it is a concept. `overgenomen` names the
    workbooks that were adopted in it, as they are kept; `te_kiezen` is what two of them changed and
    nobody chose yet. What a besluit rests on is in `grondslagen`, what was `afgesproken` in
    `gronden_ao`. `geen_bod` is the day on which the BO confirmed that there is no bod or
    activiteitenoverzicht (chapter 8, Q1).
    """

    besluiten: Mapping[Nummer, Besluit] = field(default_factory=dict)
    afgesproken: Mapping[str, Afgesproken] = field(default_factory=dict)
    focuspunten: Mapping[Nummer, Focuspunt] = field(default_factory=dict)
    stemmingen: Mapping[Nummer, Stemming] = field(default_factory=dict)
    programma: Mapping[Nummer, Programmaregel] = field(default_factory=dict)
    notities: Mapping[str, str] = field(default_factory=dict)
    vastgesteld: Waarde = None
    grondslagen: Mapping[Nummer, Grondslag] = field(default_factory=dict)
    overgenomen: tuple[str, ...] = ()
    te_kiezen: tuple[Botsing, ...] = ()
    gronden_ao: Mapping[str, Grondslag] = field(default_factory=dict)
    wijzigingen: Mapping[str, Wijzigingsvoorstel] = field(default_factory=dict)
    stempunten: Mapping[str, Stempunt] = field(default_factory=dict)
    geen_bod: Waarde = None


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
class Verschil:
    """One thing on which partijen differ: the colour of an indicator, or a meetwaarde (code).

    `wat` says what, with by how much; `besproken` whether the AO settled it, `besloten` whether the
    BO gave the afspraak its colour, after which nobody need agree on one.
    """

    code: str
    wat: str
    besproken: bool = False
    besloten: bool = False


@dataclass(frozen=True, slots=True)
class Matrixrij:
    """One indicator of the ronde: who said what, what follows from it.

    `inbreng` has a voorzet per actiehouder (code), None where it is missing. What the AO
    settled goes before what the rule proposes, in `voorstel` as in `standen`; `volgens_regel`
    is the colour without it. Where there is a `trekker` (code) the others answer its voorzet.
    """

    indicator: Indicator
    inbreng: Mapping[str, Voorzet | None]
    voorstel: Beoordeling | None
    verschillen: tuple[Verschil, ...]
    standen: tuple[Stand, ...]
    volgens_regel: Beoordeling | None = None
    trekker: str = ""

    @property
    def stand(self) -> str:
        """The standen in words, a line each."""
        if len(self.standen) == 1:
            return self.standen[0].tekst
        return "\n".join(met_naam(s.omschrijving, s.tekst) for s in self.standen)

    def is_van_meer(self, delen: Iterable[Meetwaarde]) -> bool:
        """Whether each of these was asked of more than one partij: what one answered alone is not
        for others."""
        return all(sum(map(m.vraagt, self.inbreng)) > 1 for m in delen)

    @property
    def open_verschillen(self) -> tuple[Verschil, ...]:
        """What the AO still has to settle."""
        return tuple(v for v in self.verschillen if not (v.besproken or v.besloten))

    @property
    def gegeven(self) -> int:
        """How many actiehouders gave a beoordeling."""
        return sum(v is not None and v.beoordeling is not None for v in self.inbreng.values())

    @property
    def volledig(self) -> bool:
        """Every actiehouder gave a beoordeling, and every stand is complete."""
        return self.gegeven == len(self.inbreng) and all(s.volledig for s in self.standen)


@dataclass(frozen=True, slots=True)
class Terugblik:
    """What the rondes before say about this one; `trends` by number of the afspraak.

    `stoplicht` has the words of all of them; None when nothing was looked back on. `doelen` has
    by indicator (code) how each doel stands.
    """

    trends: Mapping[Nummer, Trend] = field(default_factory=dict)
    meters: tuple[Meter, ...] = ()
    stoplicht: Stoplicht | None = None
    doelen: Mapping[str, tuple[Doelstand, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole of a ronde. `voorstellen` and `besluiten` go by number of the afspraak.

    `stukken` is what came beside the answers, and what was sent to have them.
    """

    kader: Kader
    ronde: Ronde
    rijen: tuple[Matrixrij, ...]
    voorstellen: Mapping[Nummer, Beoordeling | None]
    inzendingen: tuple[Inzending, ...]
    bevindingen: tuple[Bevinding, ...]
    vastgelegd: Vastgelegd = field(default_factory=Vastgelegd)
    terugblik: Terugblik = field(default_factory=Terugblik)
    stukken: tuple[Stuk, ...] = ()

    @property
    def besluiten(self) -> Mapping[Nummer, Besluit]:
        return self.vastgelegd.besluiten

    @property
    def alle_kleuren(self) -> Stoplicht:
        """The words of this ronde, and those that only the rondes before had."""
        return self.terugblik.stoplicht or self.kader.stoplicht

    def actief(self, nummer: Nummer) -> bool:
        """Whether an afspraak has an indicator this year that is asked of somebody."""
        return any(r.indicator.afspraak == nummer and not r.indicator.open for r in self.rijen)

    def inbreng_van(self, partij: str) -> Mapping[str, Voorzet]:
        """What a partij (code) answered, by indicator; with what it took over of a voorzet."""
        eigen = ((rij.indicator.code, rij.inbreng.get(partij)) for rij in self.rijen)
        return {code: voorzet for code, voorzet in eigen if voorzet}

    def is_doorgeschoven(self, rij: Matrixrij) -> bool:
        """Whether a row came back after its printed years: its numbers were counted in those."""
        return self.ronde.jaar not in rij.indicator.jaren

    def woord(self, nummer: Nummer) -> str:
        """The word of an afspraak: its besluit, else its voorstel; "" when it has neither."""
        besluit = self.besluiten.get(nummer)
        return (besluit.kleur if besluit else "") or str(self.voorstellen.get(nummer) or "")

    def is_focuspunt(self, nummer: Nummer) -> bool:
        """Chapter 8: what has a colour that asks a reason is a focuspunt."""
        return self.woord(nummer) in self.kader.stoplicht.focus

    @property
    def fictief(self) -> bool:
        return any(i.fictief for i in self.inzendingen)


def met_naam(naam: str, tekst: str) -> str:
    """`Gereed? ja`, `Harde plannen: 56 woningen`."""
    return f"{naam} {tekst}" if naam.endswith("?") else f"{naam}: {tekst}"


@dataclass(frozen=True, slots=True)
class Meterpost:
    """One part of a total in one year (`Gesloopt`, 3); None as long as not all answered."""

    omschrijving: str
    waarde: int | float | None


@dataclass(frozen=True, slots=True)
class Meterjaar:
    """What a year adds to a target. `cumulatief` is None from the first gap on.

    Of what does not add up over the years it is the figure of the year itself. `ronde` is the one
    that says so; None for a year of which there is none.
    """

    jaar: int
    delen: tuple[Meterpost, ...]
    netto: int | float | None = None
    cumulatief: int | float | None = None
    ronde: Ronde | None = None


@dataclass(frozen=True, slots=True)
class Meter:
    """How far a target of numbers is: delivered year by year, and apart from it what is planned.

    `doelen` are those of all partijen together; `plannen` what the ronde reports as plans. `maat`
    is the figure as it is measured, and tells whether it adds up over the years.
    """

    indicator: Indicator
    maat: Maat
    jaren: tuple[Meterjaar, ...]
    doelen: tuple[Doel, ...]
    plannen: tuple[Meterpost, ...] = ()

    @property
    def eenheid(self) -> str:
        return self.maat.eenheid

    @property
    def telt_op(self) -> bool:
        return not self.maat.telkens

    @property
    def is_samengesteld(self) -> bool:
        """Whether the figure is made of parts, so that it is something beside them."""
        return len({d.omschrijving for j in self.jaren for d in j.delen}) > 1

    @property
    def stand(self) -> tuple[int, int | float] | None:
        """The last year that is known, and what it has come to by then."""
        bekend = ((j.jaar, j.cumulatief) for j in self.jaren if j.cumulatief is not None)
        return max(bekend, default=None)

    def zeg(self, waarde: int | float, *, met_eenheid: bool = True) -> str:
        """A number of the meter, with its unit or for under a heading that names it."""
        return self.maat.zeg(waarde, met_eenheid=met_eenheid)


@dataclass(frozen=True, slots=True)
class Kleurpunt:
    """The word of an afspraak in a ronde; `besloten` tells a besluit from a voorstel.

    `kleur` is "" for a ronde of which nothing is known: a gap.
    """

    ronde: Ronde
    kleur: str
    besloten: bool


@dataclass(frozen=True, slots=True)
class Trend:
    """The colours of an afspraak over the rondes, oldest first.

    `reeks` says how many years in a row it is oranje or rood (`2e jaar oranje`, `2e jaar oranje of
    rood`), else "".
    """

    afspraak: Nummer
    punten: tuple[Kleurpunt, ...]
    reeks: str = ""

"""What was found in a printed agreement, each piece with its place and what is in doubt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stuk:
    """Words as they are printed, and where they stand; both "" for what is not there."""

    tekst: str = ""
    plaats: str = ""

    def __bool__(self) -> bool:
        return bool(self.tekst)


NIETS = Stuk()


@dataclass(frozen=True, slots=True)
class Blok:
    """What stands together of one afspraak: a row of a table, or a bullet of the text.

    `jaren` and `houders` may be as many as the `indicatoren`, one for all, or another number;
    `gezien` says that it was seen that they stand in one row; `rest` is what stands with the years
    and houders of a bullet and is neither.
    """

    thema: Stuk
    afspraak: Stuk
    indicatoren: tuple[Stuk, ...] = ()
    jaren: tuple[Stuk, ...] = ()
    houders: tuple[Stuk, ...] = ()
    doelen: tuple[Stuk, ...] = ()
    gezien: bool = True
    rest: Stuk = NIETS


@dataclass(frozen=True, slots=True)
class GevondenRij:
    """A row of the monitoring table as it is printed, and what is in doubt about it."""

    thema: Stuk
    afspraak: Stuk
    indicator: Stuk
    jaar: Stuk
    actiehouder: Stuk
    twijfel: tuple[str, ...] = ()
    soort: str = ""
    rest: Stuk = NIETS

    @property
    def heel(self) -> bool:
        """Whether it can be asked: what, when and who."""
        return bool(self.indicator and self.jaar and self.actiehouder)


@dataclass(frozen=True, slots=True)
class GevondenDoel:
    """A target of the row with this place in the rows; a milestone has no numbers."""

    rij: int
    jaar: int
    minimum: float | None
    maximum: float | None
    omschrijving: str
    bron: str
    telling: str = ""
    twijfel: str = ""


@dataclass(frozen=True, slots=True)
class GevondenVraag:
    """What the parties have to say, since the document does not, or says it in two ways.

    Of a row (its place in the rows), `kolommen` are the cells that answer it when they are filled;
    `doel` is a target of that row.
    """

    over: str
    vraag: str
    bron: str
    rij: int | None = None
    kolommen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GevondenPartij:
    naam: str
    groep: str
    plaats: str


@dataclass(frozen=True, slots=True)
class Gevonden:
    """All that was read from one document; what is not found is "" or None, and a question."""

    titel: Stuk = NIETS
    gemeente: Stuk = NIETS
    looptijd: tuple[int, int] | None = None
    partijen: tuple[GevondenPartij, ...] = ()
    rijen: tuple[GevondenRij, ...] = ()
    doelen: tuple[GevondenDoel, ...] = ()
    vragen: tuple[GevondenVraag, ...] = ()


@dataclass(frozen=True, slots=True)
class Tabelvondst:
    """The blocks of a table, what stands in or under it that belongs to no row, and in which of its
    rows the head is. `hersteld` is where it begins, when only its words were left."""

    blokken: tuple[Blok, ...] = ()
    noten: tuple[Stuk, ...] = ()
    onbekende_koppen: tuple[str, ...] = ()
    kopregel: int = 0
    hersteld: Stuk = NIETS

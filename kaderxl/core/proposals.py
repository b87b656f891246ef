"""What a meeting types itself: a proposal to change the agreement, and a question put to the vote.

Chapter 1 ("via bestuurlijke vaststelling overeenkomen") and chapter 8 ("eventueel aanvullende of
gewijzigde afspraken"; "komen tot consensus bij onenigheid").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum

from .notation import plat
from .values import Waarde


class Voorstelsoort(StrEnum):
    """What a proposal does to the agreement."""

    AFSPRAAK = "nieuwe afspraak"
    INDICATOR = "nieuwe indicator"
    WIJZIGING = "wijziging"
    DOEL = "ander doel"
    VERVALT = "vervalt"


class Voorstelbesluit(StrEnum):
    """What the BO can say of a proposal."""

    AANGENOMEN = "aangenomen"
    AFGEWEZEN = "afgewezen"
    AANGEHOUDEN = "aangehouden"


@dataclass(frozen=True, slots=True)
class Wijzigingsvoorstel:
    """A proposal as the AO worked it out and what the BO decided, all as written in the matrix.

    `bij` is what it is about: the code of an indicator, the number of an afspraak, for a new
    afspraak its thema; or the code of another proposal that brings it. `vervangt` are the codes
    that a new indicator carries on. The bounds of a doel are both what it becomes.
    """

    code: str
    soort: str = ""
    bij: str = ""
    afspraak: str = ""
    indicator: str = ""
    jaar: str = ""
    actiehouder: str = ""
    vervangt: str = ""
    vraag: str = ""
    antwoord: str = ""
    eenheid: str = ""
    tm_jaar: Waarde = None
    minimum: Waarde = None
    maximum: Waarde = None
    toelichting: str = ""
    besluit: str = ""
    datum: Waarde = None
    reden: str = ""

    def __bool__(self) -> bool:
        return any(getattr(self, veld.name) not in (None, "") for veld in fields(self)[1:])

    @property
    def gelezen_soort(self) -> Voorstelsoort | None:
        """None for a word that is not in the list."""
        return next((s for s in Voorstelsoort if plat(s) == plat(self.soort)), None)

    @property
    def gelezen_besluit(self) -> Voorstelbesluit | None:
        """None for a word that is not in the list."""
        return next((b for b in Voorstelbesluit if plat(b) == plat(self.besluit)), None)

    @property
    def aangenomen(self) -> bool:
        """Whether the BO set it, on a day that is one."""
        return self.gelezen_besluit is Voorstelbesluit.AANGENOMEN and isinstance(self.datum, date)


OPTIES = ("A", "B", "C", "D")
"""The options that a question can have, by the letter that a vote names."""


@dataclass(frozen=True, slots=True)
class Stempunt:
    """A question that the meeting put to the vote where consensus failed (chapter 8).

    `moderator` says who led the talk, `tot` until when consensus was tried; `stemmen` goes by
    partij (code), as written. `uitkomst` is what was then decided, on `datum`.
    """

    code: str
    vraag: str = ""
    optie_a: str = ""
    optie_b: str = ""
    optie_c: str = ""
    optie_d: str = ""
    moderator: str = ""
    tot: Waarde = None
    uitkomst: str = ""
    datum: Waarde = None
    stemmen: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        los = (getattr(self, veld.name) for veld in fields(self)[1:-1])
        return any(waarde not in (None, "") for waarde in los) or any(self.stemmen.values())

    @property
    def opties(self) -> Mapping[str, str]:
        """The options that were typed, by their letter."""
        teksten = (self.optie_a, self.optie_b, self.optie_c, self.optie_d)
        return {letter: t for letter, t in zip(OPTIES, teksten, strict=True) if t.strip()}

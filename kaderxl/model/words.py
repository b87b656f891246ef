"""The words of the field with a fixed choice."""

from __future__ import annotations

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

    @property
    def komt_los(self) -> bool:
        """Whether it deviates where only a confirmation was asked that it is done."""
        return self is not Beoordeling.AFGEROND


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
    """The part a meetwaarde plays in a figure (column `telt als`); a plan is in none."""

    PLUS = "+"
    MIN = "−"
    TELLER = "teller"
    NOEMER = "noemer"
    PLAN = "plan"


class Verplicht(StrEnum):
    """When a meetwaarde must be answered; `bij ja` follows the indicator's ja/nee."""

    JA = "ja"
    NEE = "nee"
    BIJ_JA = "bij ja"


class Mailsoort(StrEnum):
    """The mails that kaderxl writes; reminders differ by how near the deadline is."""

    INVULBLAD = "invulblad"
    HERINNERING = "herinnering"
    LAATSTE_HERINNERING = "laatste herinnering"
    TE_LAAT = "te laat"
    ONTVANGST = "ontvangst"

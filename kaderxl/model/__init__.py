"""The values every stage hands on: frozen, without I/O, in the words of the agreement."""

from .answers import (
    Antwoord,
    Antwoordregel,
    Inzending,
    RefusedReturn,
    Return,
    Veld,
    Voorzet,
    Waarde,
)
from .framework import (
    Afspraak,
    Doel,
    Indicator,
    Kader,
    Meetwaarde,
    Overleg,
    Partij,
    Stoplicht,
    Vraag,
)
from .outcome import Besluit, Matrix, Matrixrij, Stand, met_naam
from .places import NERGENS, Bevinding, Herkomst, Plek, Ronde
from .words import Beoordeling, Combineren, Ernst, Fase, Rol, Soort, Verplicht

__all__ = [
    "NERGENS",
    "Afspraak",
    "Antwoord",
    "Antwoordregel",
    "Beoordeling",
    "Besluit",
    "Bevinding",
    "Combineren",
    "Doel",
    "Ernst",
    "Fase",
    "Herkomst",
    "Indicator",
    "Inzending",
    "Kader",
    "Matrix",
    "Matrixrij",
    "Meetwaarde",
    "Overleg",
    "Partij",
    "Plek",
    "RefusedReturn",
    "Return",
    "Rol",
    "Ronde",
    "Soort",
    "Stand",
    "Stoplicht",
    "Veld",
    "Verplicht",
    "Voorzet",
    "Vraag",
    "Waarde",
    "met_naam",
]

"""Tekst: words, as they are written."""

from __future__ import annotations

from ...core.meetwaarde import Datumgrenzen, Gelezen, Meetwaarde, Soort, Verplicht, Voorbeeld
from ...core.values import Veld, Waarde


class Tekst(Soort):
    naam = "tekst"
    raad = "Schrijf het antwoord op"
    verenigt = True

    def lees(self, veld: Veld, grenzen: Datumgrenzen) -> Gelezen:
        return Gelezen(veld.tekst)

    def vorm(self, cel: str, grenzen: Datumgrenzen) -> str:
        return "TRUE"

    def past(self, inhoud: object, grenzen: Datumgrenzen) -> bool:
        return True

    def voorbeeld(self, vraag: Meetwaarde, geval: Voorbeeld) -> Waarde:
        gevraagd = geval.klaar or vraag.verplicht is Verplicht.JA
        return f"Fictief voorbeeld {geval.rang % 2 + 1}" if gevraagd else None


TEKST = Tekst()

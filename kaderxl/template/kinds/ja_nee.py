"""Ja/nee: what `bij ja` follows within an indicator."""

from __future__ import annotations

from ...core import catalogue
from ...core.meetwaarde import Datumgrenzen, Gelezen, Meetwaarde, Soort, Voorbeeld
from ...core.notation import lees_ja_nee
from ...core.values import Veld, Waarde


class JaNee(Soort):
    naam = "ja/nee"
    woord = "ja of nee"
    raad = "Kies Ja of Nee"
    raad_ao = "Kies Ja of Nee."
    niet_goed = "Kies Ja of Nee"
    keuzes = ("Ja", "Nee")

    def lees(self, veld: Veld, grenzen: Datumgrenzen) -> Gelezen:
        antwoord = lees_ja_nee(veld.inhoud)
        if antwoord is None:
            return Gelezen(None, (catalogue.JA_NEE_VERWACHT.bij(veld.plek, waarde=veld.tekst),))
        return Gelezen(antwoord)

    def vorm(self, cel: str, grenzen: Datumgrenzen) -> str:
        return f'OR(TRIM({cel})="Ja",TRIM({cel})="Nee",ISLOGICAL({cel}))'

    def past(self, inhoud: object, grenzen: Datumgrenzen) -> bool:
        return isinstance(inhoud, bool) or str(inhoud).strip(" ").lower() in ("ja", "nee")

    def validatie(self, grenzen: Datumgrenzen) -> dict[str, object]:
        return {
            "validate": "list",
            "source": "=Keuze_ja_nee",
            "error_title": "Ja of Nee",
            "error_message": "Kies Ja of Nee.",
        }

    def is_waarde(self, waarde: Waarde) -> bool:
        return lees_ja_nee(waarde) is not None

    def voorbeeld(self, vraag: Meetwaarde, geval: Voorbeeld) -> Waarde:
        return "Ja" if geval.klaar else "Nee"


JA_NEE = JaNee()

"""Datum: a day within the bounds of the kader."""

from __future__ import annotations

from datetime import date

from ...core import catalogue
from ...core.meetwaarde import Datumgrenzen, Gelezen, Meetwaarde, Soort, Voorbeeld
from ...core.notation import lees_datum, schrijf_datum, twee_datums
from ...core.values import Veld, Waarde, celgetal, dagnummer


class Datum(Soort):
    naam = "datum"
    woord = "datum"
    raad = (
        "Vul de datum in, bijvoorbeeld 15-12-2026. Is er nog geen, laat de cel dan leeg en schrijf "
        "bij Toelichting hoe het staat"
    )
    raad_ao = "Schrijf dag-maand-jaar, bijvoorbeeld 15-12-2026."
    niet_goed = "Vul een datum in: dag-maand-jaar"
    notatie = "d-m-yyyy"
    mag_uitgelegd = True
    vraagt_notatie = True

    def lees(self, veld: Veld, grenzen: Datumgrenzen) -> Gelezen:
        van, tm = grenzen
        dag = lees_datum(veld.inhoud)
        if isinstance(veld.inhoud, str) and (lezingen := twee_datums(veld.inhoud)):
            bevinding = catalogue.TWEE_DATUMS.bij(veld.plek, waarde=veld.tekst, lezingen=lezingen)
        elif dag is None:
            bevinding = catalogue.DATUM_VERWACHT.bij(veld.plek, waarde=veld.tekst)
        elif not van <= dag <= tm:
            velden = {"van": schrijf_datum(van), "tm": schrijf_datum(tm)}
            bevinding = catalogue.DATUM_BUITEN.bij(veld.plek, waarde=schrijf_datum(dag), **velden)
        else:
            return Gelezen(dag)
        return Gelezen(None, (bevinding,))

    def vorm(self, cel: str, grenzen: Datumgrenzen) -> str:
        van, tm = map(dagnummer, grenzen)
        return f"IF(ISNUMBER({cel}),AND({cel}>={van},{cel}<={tm}),FALSE)"

    def past(self, inhoud: object, grenzen: Datumgrenzen) -> bool:
        getal = celgetal(inhoud)
        van, tm = map(dagnummer, grenzen)
        return getal is not None and van <= getal <= tm

    def validatie(self, grenzen: Datumgrenzen) -> dict[str, object]:
        van, tm = grenzen
        return {
            "validate": "date",
            "criteria": "between",
            "minimum": van,
            "maximum": tm,
            "error_title": "Een datum",
            "error_message": "Schrijf dag-maand-jaar, bijvoorbeeld 15-12-2026.",
        }

    def is_waarde(self, waarde: Waarde) -> bool:
        return isinstance(waarde, date)

    def voorbeeld(self, vraag: Meetwaarde, geval: Voorbeeld) -> Waarde:
        return date(geval.jaar, 6 + geval.nummer, 15) if geval.klaar else None


DATUM = Datum()

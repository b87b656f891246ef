"""What all numbers share: reading them without a guess, and the bounds of what is likely."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from ...core import catalogue
from ...core.meetwaarde import Combineren, Datumgrenzen, Gelezen, Meetwaarde, Rol, Soort, Voorbeeld
from ...core.notation import Twijfel, lees_getal, met_eenheid
from ...core.rounds import Bevinding, Plek
from ...core.sums import afgerond
from ...core.values import Veld, Waarde, celgetal


class Getalsoort(Soort):
    """A number of nought or more. Above `grootste` it is asked whether it was meant."""

    woord = "getal"
    raad = (
        "Vul het getal in, ook als het 0 is. Weet u het niet, laat de cel dan leeg en schrijf bij "
        "Toelichting wat u wel weet"
    )
    raad_ao = "Vul alleen het getal in. Woorden kunnen in de kolom ernaast."
    mag_uitgelegd = True
    is_getal = True
    grootste: ClassVar[float] = 1_000_000
    goed: ClassVar[str] = "{cel}>=0"
    """The condition on a cell that holds a number."""
    invoer: ClassVar[tuple[str, str, str]]
    """What Excel lets in (`decimal`), and over what else it says: a heading, and what to do."""

    def lees(self, veld: Veld, grenzen: Datumgrenzen) -> Gelezen:
        getal = None if isinstance(veld.inhoud, date) else self.ontleed(veld.inhoud)
        if getal is None:
            return Gelezen(None, (catalogue.GETAL_VERWACHT.bij(veld.plek, waarde=veld.tekst),))
        if isinstance(getal, Twijfel):
            twee = catalogue.TWEE_LEZINGEN.bij(
                veld.plek, waarde=veld.tekst, lezingen=getal.lezingen
            )
            return Gelezen(None, (twee,))
        getal = afgerond(getal)
        gezegd: list[Bevinding] = []
        if veld.procent and getal:
            getoond, waarde = met_eenheid(afgerond(getal * 100), ""), self.zeg(getal, self.eenheid)
            gezegd += [catalogue.PROCENTOPMAAK.bij(veld.plek, getoond=getoond, waarde=waarde)]
        if fout := self.fout(veld, getal):
            return Gelezen(None, (*gezegd, fout))
        return Gelezen(getal, (*gezegd, *self.twijfels(veld, getal)))

    def ontleed(self, inhoud: Waarde) -> int | float | Twijfel | None:
        """The number that is written, None when it is none."""
        return lees_getal(inhoud)

    def fout(self, veld: Veld, getal: int | float) -> Bevinding | None:
        """Why this number cannot be the answer."""
        if getal < 0:
            return catalogue.NEGATIEF.bij(veld.plek, waarde=self.zeg(getal, ""))
        return None

    def twijfels(self, veld: Veld, getal: int | float) -> Iterator[Bevinding]:
        """What makes it unlikely that this number was meant; it counts all the same."""
        if getal > self.grootste:
            waarde, grens = self.zeg(getal, ""), self.zeg(self.grootste, "")
            yield catalogue.AANTAL_GROOT.bij(veld.plek, waarde=waarde, grens=grens)

    def vorm(self, cel: str, grenzen: Datumgrenzen) -> str:
        return f"IF(ISNUMBER({cel}),{self.goed.format(cel=cel)},FALSE)"

    def validatie(self, grenzen: Datumgrenzen) -> dict[str, object]:
        soort, kop, raad = self.invoer
        return {
            "validate": soort,
            "criteria": ">=",
            "value": 0,
            "error_title": kop,
            "error_message": f"{raad} Weet u het niet zeker? Zet uw opmerking bij Toelichting.",
        }

    def notatie_van(self, waarde: object) -> str:
        """Rounded by its format it would hide what is wrong."""
        return self.notatie if not isinstance(waarde, float) or self.rond(waarde) else "General"

    def rond(self, getal: float) -> bool:
        """Whether the format shows the whole of a number."""
        return getal.is_integer()

    def past(self, inhoud: object, grenzen: Datumgrenzen) -> bool:
        getal = celgetal(inhoud)
        return getal is not None and self.fout(Veld(getal, Plek()), afgerond(getal)) is None

    def is_waarde(self, waarde: Waarde) -> bool:
        return isinstance(waarde, (int, float)) and not isinstance(waarde, bool)

    def telt_op(self, combineren: Combineren) -> bool:
        return True

    def voorbeeld(self, vraag: Meetwaarde, geval: Voorbeeld) -> int | float:
        if vraag.combineren is Combineren.GEZAMENLIJK:
            return 20
        if vraag.rol is Rol.MIN:
            return geval.rang % 2
        if vraag.rol is Rol.TELLER:
            return 8 + geval.rang
        if vraag.rol is Rol.NOEMER:
            return 20 + 2 * geval.rang
        return _VOORBEELDEN[(geval.rang + geval.nummer) % len(_VOORBEELDEN)]


_VOORBEELDEN = (6, 4, 0, 2, 3, 5)

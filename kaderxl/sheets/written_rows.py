"""How a row of an input sheet is written: what stands over it, its question, its answer cells, and
what is remarked on it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from ..core import labels as l
from ..template.kinds import DATUM
from ..writing.colours import (
    DONKERGROEN,
    GRIJZE_TEKST,
    INVOER,
    INVOER_LIJN,
    LET_OP_TEKST,
    LET_OP_VULLING,
    MAG_LEEG,
    TUSSENKOP,
    ZACHT_GRIJS,
)
from ..writing.grid import Formule, zet
from ..writing.measures import aantal_regels, hoogte, tekstbreedte
from ..writing.worksheet import schrijf, schrijf_delen
from . import texts
from .fitting import (
    GEWOON,
    INSPRINGING,
    KLEIN,
    hoogte_van,
    kop_op_maat,
    letters_voor,
    op_maat,
)
from .layout import ANTWOORDEN, Indeling, Opdracht
from .questions import Planvraag, Vraagregel, Vragenlijst
from .remarks import Opmerkingen

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from ..writing.workbook import Werkboek

_MARGE, _RECHTS = ({"align": kant, "indent": 1} for kant in ("left", "right"))
_INVOER = {"locked": False, "border_color": INVOER_LIJN}
_LET_OP = {"bg_color": LET_OP_VULLING, "font_color": LET_OP_TEKST}
_TUSSENKOP_HOOGTE, _VET = 20, 0.9
_VET_OF_SCHUIN = 1.1


class Regels:
    """The rows on the sheet Invulblad of one workbook, each in its place."""

    def __init__(
        self,
        werkboek: Werkboek,
        blad: Worksheet,
        opdracht: Opdracht,
        vragenlijst: Vragenlijst,
        plaats: Indeling,
    ) -> None:
        self.werkboek, self.blad, self.opdracht = werkboek, blad, opdracht
        self.plaats, self.kolommen = plaats, plaats.kolommen
        self.opmerkingen = opdracht.opmerkingen
        self.niet_hier = werkboek.cel(bg_color=ZACHT_GRIJS, font_color=GRIJZE_TEKST)
        self._vast = werkboek.cel(**_MARGE)
        self._code = werkboek.cel(font_size=8, font_color=GRIJZE_TEKST, text_wrap=False)
        self._invoer: dict[tuple[object, ...], Format] = {}
        breed = (self.kolommen.breedtes[kop] for kop in (l.REDEN, l.TOELICHTING, l.CONTROLE))
        self._ernaast = 7 * sum(breed)  # pixels
        self._te_bekijken = _met_opmerking(opdracht.opmerkingen, vragenlijst, plaats)

    def is_te_zien(self, rij: int) -> bool:
        """Whether a row is shown: in a correction workbook only what was remarked on, when there
        is such a row."""
        return not self._te_bekijken or rij in self._te_bekijken

    def _zet_hoogte(self, rij: int, punten: float) -> None:
        self.blad.set_row(rij, punten, None, {} if self.is_te_zien(rij) else {"hidden": True})

    def antwoord(self, code: str, kolom: str) -> object:
        """What stands there when the sheet is made."""
        return self.opdracht.antwoorden.get(code, {}).get(kolom)

    def ruimte(self, kop: str) -> float:
        """The width that a text has in a column."""
        return self.kolommen.breedtes[kop] - INSPRINGING

    def letters(self, tekst: object, kop: str) -> dict[str, float]:
        """The size of the letters of a text that is too long for a row in its column."""
        past = letters_voor(tekst, self.ruimte(kop)) if isinstance(tekst, str) else GEWOON
        return {} if past == GEWOON else {"font_size": past}

    def schrijf_kop(self, rij: int, kop: str) -> None:
        """What stands over the rows that belong together, over the whole width."""
        vorm: dict[str, object] = {"bg_color": TUSSENKOP, "font_color": DONKERGROEN}
        opmaak = self.werkboek.opmaak(bold=True, valign="vcenter", **_MARGE, **vorm)
        for kolom in range(len(self.kolommen.breedtes)):
            self.blad.write_blank(rij, kolom, None, opmaak)
        ernaast = [*self.kolommen.breedtes.values()][self.kolommen.plaats(l.VRAAG) :]
        nodig = hoogte([(kop, (sum(ernaast) - INSPRINGING) * _VET)])
        past = nodig <= _TUSSENKOP_HOOGTE
        if not past:  # text that wraps stays in its own column
            breedte = (ernaast[0] - INSPRINGING) * _VET
            nodig = hoogte([(kop, breedte)])
            kop, letters = kop_op_maat(kop, breedte)
            vorm["font_size"] = letters
            opmaak = self.werkboek.opmaak(bold=True, text_wrap=True, **_MARGE, **vorm)
        self.blad.write_string(rij, self.kolommen.plaats(l.VRAAG), kop, opmaak)
        self._zet_hoogte(rij, max(nodig, _TUSSENKOP_HOOGTE))

    def schrijf_vast(self, rij: int, vraag: Vraagregel | Planvraag) -> float:
        """Code, question and unit; gives the points that the question takes."""
        vast = texts.vaste_cellen(vraag, self.opdracht.vorige)
        heel = texts.vraagtekst(vast, vast[-1], not isinstance(vraag, Vraagregel))
        stap = 2 if isinstance(vraag, Vraagregel) and vraag.meetwaarde else 1
        breedte = self.kolommen.breedtes[l.VRAAG] - stap * INSPRINGING
        tekst, letters = op_maat(heel, breedte, vraag.code)
        if stap > 1 and letters < GEWOON:  # what is long needs the room
            stap, breedte = 1, self.ruimte(l.VRAAG)
            tekst, letters = op_maat(heel, breedte, vraag.code)
        opmaak = self.werkboek.cel(align="left", indent=stap)
        vorm = {} if letters == GEWOON else {"font_size": letters}
        delen = [(self.werkboek.opmaak(bold=True, **vorm), f"{tekst.over}: ")] if tekst.over else []
        delen.append((self.werkboek.opmaak(**vorm), tekst.vraag))
        klein = self.werkboek.opmaak(font_size=min(letters, KLEIN), font_color=GRIJZE_TEKST)
        delen += [(klein, f"\n{regel}") for regel in tekst.eronder]
        kolom = self.kolommen.plaats(l.VRAAG)
        schrijf_delen(self.blad, rij, kolom, delen, opmaak)
        self.blad.write_string(rij, self.kolommen.plaats(l.CODE), vast[0], self._code)
        eenheid = vast[l.VASTE_CELLEN.index(l.EENHEID)]
        schrijf(self.blad, rij, self.kolommen.plaats(l.EENHEID), eenheid, self._vast)
        return hoogte_van(tekst, breedte, letters)

    def schrijf_opmerking(
        self, rij: int, code: str, telt: bool, gemeten: dict[str, str], minstens: float
    ) -> None:
        """What is remarked on a row, if it is a correction workbook; the row as high as it asks,
        and what stands in it (`gemeten`, by column), at least so many points."""
        if self.opmerkingen:
            gemeten[l.OPMERKING] = opmerking = self.opmerkingen.bij(code)
            vorm = self.letters(opmerking, l.OPMERKING)
            opmaak = self.werkboek.cel(**_MARGE, **vorm, **(_LET_OP if telt and opmerking else {}))
            schrijf(self.blad, rij, self.kolommen.plaats(l.OPMERKING), opmerking, opmaak)
        nodig = hoogte((tekst, self.ruimte(kop)) for kop, tekst in gemeten.items())
        self._zet_hoogte(rij, max(nodig, minstens))

    def schrijf_plan(self, rij: int, plan: object, moet: bool) -> None:
        """The one answer cell of a row that is answered in words, and those that it has not."""
        k = self.kolommen
        for ander in dict.fromkeys((k.akkoord, k.antwoord, k.reden)):
            self.blad.write_blank(rij, ander, None, self.niet_hier)
        opmaak = self._invoercel(moet, "@", True, self.letters(plan, l.TOELICHTING))
        schrijf(self.blad, rij, k.toelichting, plan, opmaak)

    def _invoercel(
        self, moet: bool, notatie: str, links: bool, letters: Mapping[str, float]
    ) -> Format:
        """A cell of the partij: yellow when it must be filled in, its text on the left or right."""
        sleutel = moet, notatie, links, *letters.values()
        if sleutel not in self._invoer:
            marge = _MARGE if links else _RECHTS
            vulling = INVOER if moet else MAG_LEEG
            eigen = {"num_format": notatie, "bg_color": vulling, **letters, **marge, **_INVOER}
            self._invoer[sleutel] = self.werkboek.cel(**eigen)
        return self._invoer[sleutel]

    def schrijf_controle(
        self, rij: int, controle: Formule, mogelijk: tuple[str, ...], ernaast: bool
    ) -> str:
        """The check of a row; gives what the row must be high enough for.

        Where nothing stands beside it (`ernaast`), what it says runs out to the left over these
        cells: then no row is high for a question that is mostly not asked.
        """
        langste = _breedste(mogelijk)
        loopt_uit = ernaast and tekstbreedte(langste) * _VET_OF_SCHUIN < self._ernaast
        is_kort = loopt_uit or aantal_regels(langste, self.ruimte(l.CONTROLE)) <= 2
        marge = _RECHTS if is_kort else _MARGE
        opmaak = self.werkboek.cel(italic=True, text_wrap=not loopt_uit, **marge)
        zet(self.blad, rij, self.kolommen.controle, controle, opmaak)
        return "" if loopt_uit else langste

    def schrijf_antwoorden(
        self, vraag: Vraagregel, gevraagd: Mapping[str, bool], notatie: str
    ) -> None:
        """The answer cells: those asked are for the partij, and what it wrote elsewhere.

        `gevraagd` says of each whether it must be filled in, whatever the other answers are.
        """
        rij, code = self.plaats.rij[vraag.code], vraag.code
        naam_in = {self.kolommen.van(vraag, naam): naam for naam in ANTWOORDEN}
        k = self.kolommen
        for kolom in dict.fromkeys((k.akkoord, k.antwoord, k.reden, k.toelichting)):
            naam = naam_in.get(kolom, "")
            waarde = self.antwoord(code, naam)
            if naam not in gevraagd and (waarde is None or waarde == ""):
                self.blad.write_blank(rij, kolom, None, self.niet_hier)
                continue
            vorm = self.letters(waarde, [*k.breedtes][kolom])
            links = notatie == "@" or isinstance(waarde, str)
            moet, zo = bool(gevraagd.get(naam)), _notatie(waarde, notatie)
            opmaak = self._invoercel(moet, zo, links, vorm)
            if isinstance(waarde, bool):
                self.blad.write_boolean(rij, kolom, waarde, opmaak)
            else:
                schrijf(self.blad, rij, kolom, waarde, opmaak)


@lru_cache(maxsize=256)
def _breedste(teksten: tuple[str, ...]) -> str:
    return max(teksten, key=tekstbreedte)


def _met_opmerking(
    opmerkingen: Opmerkingen | None, vragenlijst: Vragenlijst, plaats: Indeling
) -> set[int]:
    """The rows of whole indicatoren with a remark, of what is asked in words with one, and
    what stands over these."""
    if not opmerkingen:
        return set()
    bij = {r.code: r.indicator.code for r in vragenlijst.regels}
    met = {bij.get(code, code) for code in opmerkingen.codes()}
    rijen = {n for code, n in plaats.rij.items() if bij.get(code, code) in met}
    koppen = {max((k for k in plaats.koppen if k < rij), default=rij) for rij in rijen}
    return rijen | koppen


def _notatie(waarde: object, gewoon: str) -> str:
    """A number format that leaves a value what it is: with another a date becomes a number."""
    if isinstance(waarde, bool) or (isinstance(waarde, (int, float)) and gewoon == DATUM.notatie):
        return "General"
    return DATUM.notatie if isinstance(waarde, date) else gewoon

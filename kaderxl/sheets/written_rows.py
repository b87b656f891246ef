"""How a row of an input sheet is written: what stands over it, its question, its answer cells, and
what is remarked on it."""

from __future__ import annotations

from datetime import date

from xlsxwriter.worksheet import Worksheet

from ..core import labels as l
from ..template.kinds import DATUM
from ..writing.colours import (
    DONKERGROEN,
    GRIJZE_TEKST,
    INVOER,
    INVOER_LIJN,
    LET_OP_TEKST,
    LET_OP_VULLING,
    TUSSENKOP,
    ZACHT_GRIJS,
)
from ..writing.workbook import Werkboek, hoogte
from ..writing.worksheet import schrijf, schrijf_delen
from . import texts
from .fitting import GEWOON, kop_op_maat, letters_voor, op_maat
from .layout import ANTWOORDEN, Indeling, Opdracht
from .questions import Planvraag, Vraagregel, Vragenlijst
from .remarks import Opmerkingen

_INVOER = {"locked": False, "bg_color": INVOER, "border_color": INVOER_LIJN}
_LET_OP = {"bg_color": LET_OP_VULLING, "font_color": LET_OP_TEKST}
_TUSSENKOP_HOOGTE, _VET = 20, 0.9
_KLEIN, _INSPRINGING = 10, 1.3  # points; a width


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
        self._vast = werkboek.cel()
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

    def letters(self, tekst: object, kop: str) -> dict[str, float]:
        """The size of the letters of a text that is too long for a row in its column."""
        past = (
            letters_voor(tekst, self.kolommen.breedtes[kop]) if isinstance(tekst, str) else GEWOON
        )
        return {} if past == GEWOON else {"font_size": past}

    def schrijf_kop(self, rij: int, kop: str) -> None:
        """What stands over the rows that belong together, over the whole width."""
        vorm: dict[str, object] = {"bg_color": TUSSENKOP, "font_color": DONKERGROEN}
        opmaak = self.werkboek.opmaak(bold=True, valign="vcenter", **vorm)
        for kolom in range(len(self.kolommen.breedtes)):
            self.blad.write_blank(rij, kolom, None, opmaak)
        ernaast = [*self.kolommen.breedtes.values()][self.kolommen.plaats(l.VRAAG) :]
        nodig = hoogte([(kop, sum(ernaast) * _VET)])
        past = nodig <= _TUSSENKOP_HOOGTE
        if not past:  # text that wraps stays in its own column
            nodig = hoogte([(kop, ernaast[0] * _VET)])
            kop, letters = kop_op_maat(kop, ernaast[0] * _VET)
            vorm["font_size"] = letters
            opmaak = self.werkboek.opmaak(bold=True, text_wrap=True, **vorm)
        self.blad.write_string(rij, self.kolommen.plaats(l.VRAAG), kop, opmaak)
        self._zet_hoogte(rij, max(nodig, _TUSSENKOP_HOOGTE))

    def schrijf_vast(self, rij: int, vraag: Vraagregel | Planvraag) -> str:
        """Code, question and unit; gives what stands in the cell of the question."""
        vast = texts.vaste_cellen(vraag, self.opdracht.vorige)
        heel = texts.vraagtekst(vast, vast[-1], not isinstance(vraag, Vraagregel))
        onder = isinstance(vraag, Vraagregel) and vraag.meetwaarde
        opmaak = self.werkboek.cel(align="left", indent=1) if onder else self._vast
        breedte = self.kolommen.breedtes[l.VRAAG] - (_INSPRINGING if onder else 0)
        tekst, letters = op_maat(heel, breedte, vraag.code)
        vorm = {} if letters == GEWOON else {"font_size": letters}
        delen = [(self.werkboek.opmaak(bold=True, **vorm), f"{tekst.over}: ")] if tekst.over else []
        delen.append((self.werkboek.opmaak(**vorm), tekst.vraag))
        klein = self.werkboek.opmaak(font_size=min(letters, _KLEIN), font_color=GRIJZE_TEKST)
        delen += [(klein, f"\n{regel}") for regel in tekst.eronder]
        kolom = self.kolommen.plaats(l.VRAAG)
        schrijf_delen(self.blad, rij, kolom, delen, opmaak)
        code = self.werkboek.cel(font_size=8, font_color=GRIJZE_TEKST, text_wrap=False)
        self.blad.write_string(rij, self.kolommen.plaats(l.CODE), vast[0], code)
        eenheid = vast[l.VASTE_CELLEN.index(l.EENHEID)]
        schrijf(self.blad, rij, self.kolommen.plaats(l.EENHEID), eenheid, self._vast)
        return str(tekst)

    def schrijf_opmerking(self, rij: int, code: str, telt: bool, gemeten: dict[str, str]) -> None:
        """What is remarked on a row, if it is a correction workbook; the row as high as it asks."""
        if self.opmerkingen:
            gemeten[l.OPMERKING] = opmerking = self.opmerkingen.bij(code)
            vorm = self.letters(opmerking, l.OPMERKING)
            opmaak = self.werkboek.cel(**vorm, **(_LET_OP if telt and opmerking else {}))
            schrijf(self.blad, rij, self.kolommen.plaats(l.OPMERKING), opmerking, opmaak)
        breedte = self.kolommen.breedtes
        self._zet_hoogte(rij, hoogte((tekst, breedte[naam]) for naam, tekst in gemeten.items()))

    def schrijf_antwoorden(
        self, vraag: Vraagregel, gevraagd: tuple[str, ...], notatie: str
    ) -> None:
        """The answer cells: those asked are for the partij, and what it wrote elsewhere."""
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
            opmaak = self.werkboek.cel(num_format=_notatie(waarde, notatie), **vorm, **_INVOER)
            if isinstance(waarde, bool):
                self.blad.write_boolean(rij, kolom, waarde, opmaak)
            else:
                schrijf(self.blad, rij, kolom, waarde, opmaak)


def _met_opmerking(
    opmerkingen: Opmerkingen | None, vragenlijst: Vragenlijst, plaats: Indeling
) -> set[int]:
    """The rows of whole indicatoren with a remark, of what is asked in words with one, and
    what stands over these."""
    if not opmerkingen:
        return set()
    bij = {r.code: r.indicator.code for r in vragenlijst.regels}
    met = {bij.get(code, code) for code, regels in opmerkingen.per_regel.items() if regels}
    rijen = {n for code, n in plaats.rij.items() if bij.get(code, code) in met}
    koppen = {max((k for k in plaats.koppen if k < rij), default=rij) for rij in rijen}
    return rijen | koppen


def _notatie(waarde: object, gewoon: str) -> str:
    """A number format that leaves a value what it is: with another a date becomes a number."""
    if isinstance(waarde, bool) or (isinstance(waarde, (int, float)) and gewoon == DATUM.notatie):
        return "General"
    return DATUM.notatie if isinstance(waarde, date) else gewoon

"""The rows of an input sheet: what is asked, what was answered, its check and what is remarked."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from xlsxwriter.utility import xl_rowcol_to_cell as adres
from xlsxwriter.worksheet import Worksheet

from ..core import labels as l
from ..core.kader import Rol
from ..core.rounds import Ernst
from ..template.kinds import DATUM, JA_NEE
from ..writing.colours import (
    GRIJZE_TEKST,
    INVOER,
    INVOER_LIJN,
    LET_OP_TEKST,
    LET_OP_VULLING,
    ZACHT_GRIJS,
)
from ..writing.grid import Formule, invoercel, zet
from ..writing.workbook import Werkboek, hoogte
from ..writing.worksheet import schrijf
from . import texts
from .checks import controle_indicator, controle_meetwaarde, controle_plan
from .layout import ANTWOORDKOLOM, BREEDTE, KOPREGEL, KOPREGEL_HERSTEL, Opdracht, kolommen
from .questions import Programmavraag, Vraagregel, Vragenlijst

_INVOER = {"locked": False, "bg_color": INVOER, "border_color": INVOER_LIJN}
_LET_OP = {"bg_color": LET_OP_VULLING, "font_color": LET_OP_TEKST}
_MERK = _LET_OP | {"border": 2, "border_color": LET_OP_TEKST}


class Rijen:
    """The table on the sheet Invulblad of one workbook, and where everything of it stands.

    `compleet` counts the indicatoren that are, when it is written.
    """

    def __init__(
        self, werkboek: Werkboek, blad: Worksheet, opdracht: Opdracht, vragenlijst: Vragenlijst
    ) -> None:
        self.werkboek, self.blad = werkboek, blad
        self.opdracht, self.vragenlijst = opdracht, vragenlijst
        self.opmerkingen = opdracht.opmerkingen
        self.kolommen = kolommen(bool(self.opmerkingen), bool(vragenlijst.programma))
        self.controlekolom = self.kolommen.index(l.CONTROLE)
        self.kopregel = KOPREGEL_HERSTEL if self.opmerkingen else KOPREGEL
        self.eerste = self.kopregel + 1
        self.laatste = self.kopregel + len(vragenlijst.regels)
        self.compleet = 0
        self._vast = werkboek.cel()
        self._vast_vet = werkboek.cel(bold=True)
        self._herhaald = werkboek.cel(font_color=GRIJZE_TEKST, text_wrap=False)
        self._niet_hier = werkboek.cel(bg_color=ZACHT_GRIJS, font_color=GRIJZE_TEKST)
        self._vorige_afspraak = ""

    def bereik(self, kolom: int) -> str:
        """The cells of a column, those of the jaarprogramma left out: `J5:J66`."""
        return f"{adres(self.eerste, kolom)}:{adres(self.laatste, kolom)}"

    def schrijf(self) -> None:
        """Header, indicatoren with their meetwaarden, and the plans."""
        for kolom, naam in enumerate(self.kolommen):
            self.blad.write_string(self.kopregel, kolom, naam, self.werkboek.kop())
        genummerd = enumerate(self.vragenlijst.regels, self.eerste)
        for _, groep in groupby(genummerd, key=lambda paar: paar[1].indicator.code):
            self._schrijf_indicator(list(groep))
        for rij, vraag in enumerate(self.vragenlijst.programma, self.laatste + 1):
            self._schrijf_plan(rij, vraag)

    def _antwoord(self, code: str, kolom: str) -> object:
        return self.opdracht.antwoorden.get(code, {}).get(kolom)

    def _schrijf_indicator(self, regels: list[tuple[int, Vraagregel]]) -> None:
        (rij, eigen), *onder = regels
        self._schrijf_vraag(rij, eigen)
        gevraagd = (l.BEOORDELING, l.REDEN, l.TOELICHTING)
        beoordeling, reden, toelichting = (self._antwoord(eigen.code, k) for k in gevraagd)
        self._schrijf_antwoorden(rij, eigen.code, gevraagd)
        verwant = _verwante_rijen(regels)
        waarden = {regel.code: self._antwoord(regel.code, l.WAARDE) for _, regel in regels}
        kader, uitkomsten = self.opdracht.kader, []
        for eronder, regel in onder:
            assert regel.meetwaarde is not None, "only the first row is the indicator's own"
            soort = regel.meetwaarde.soort
            self._schrijf_vraag(eronder, regel)
            notatie = soort.notatie_van(waarden[regel.code])
            self._schrijf_antwoorden(eronder, regel.code, (l.WAARDE,), notatie)
            controle = controle_meetwaarde(
                regel.meetwaarde, eronder, verwant, waarden, beoordeling, toelichting, kader
            )
            self._schrijf_controle(eronder, controle)
            uitkomsten.append(controle.uitkomst)
            if keuze := soort.validatie(kader.datumgrenzen):  # refused while typing, kindly
                kolom = ANTWOORDKOLOM[l.WAARDE]
                self.blad.data_validation(eronder, kolom, eronder, kolom, keuze)
        controle = controle_indicator(
            kader.stoplicht,
            rij,
            [eronder for eronder, _ in onder],
            (beoordeling, reden, toelichting),
            uitkomsten,
            self.controlekolom,
            eigen.bevestiging,
        )
        self._schrijf_controle(rij, controle)
        self.compleet += controle.uitkomst == l.COMPLEET

    def _schrijf_vraag(self, rij: int, regel: Vraagregel) -> None:
        nieuw = regel.afspraak != self._vorige_afspraak
        self._vorige_afspraak = regel.afspraak
        gewoon = self._vast if nieuw else self._herhaald
        eigen = self._herhaald if regel.meetwaarde else self._vast_vet
        opmaken = (eigen, gewoon, gewoon, eigen, *[self._vast] * 4)
        teksten = texts.vaste_cellen(regel, self.opdracht.vorige)
        gemeten = {naam: str(self._antwoord(regel.code, naam) or "") for naam in ANTWOORDKOLOM}
        for kolom, (tekst, opmaak) in enumerate(zip(teksten, opmaken, strict=True)):
            schrijf(self.blad, rij, kolom, tekst, opmaak)
            if opmaak is not self._herhaald:
                gemeten[self.kolommen[kolom]] = tekst
        if l.PLANNEN in self.kolommen:
            self.blad.write_blank(rij, self.kolommen.index(l.PLANNEN), None, self._niet_hier)
        ernst = self.opmerkingen.ernst(regel.code) if self.opmerkingen else None
        telt = ernst in (Ernst.FOUT, Ernst.WAARSCHUWING)
        self._schrijf_opmerking(rij, regel.code, telt, gemeten)

    def _schrijf_opmerking(self, rij: int, code: str, telt: bool, gemeten: dict[str, str]) -> None:
        """What is remarked on a row, if it is a correction workbook; the row as high as it asks."""
        if self.opmerkingen:
            gemeten[l.OPMERKING] = opmerking = self.opmerkingen.bij(code)
            opmaak = self.werkboek.cel(**(_LET_OP if telt and opmerking else {}))
            schrijf(self.blad, rij, self.kolommen.index(l.OPMERKING), opmerking, opmaak)
        self.blad.set_row(rij, hoogte((tekst, BREEDTE[naam]) for naam, tekst in gemeten.items()))

    def _schrijf_antwoorden(
        self, rij: int, code: str, gevraagd: tuple[str, ...], notatie: str = "@"
    ) -> None:
        """The four answer cells: those asked are for the partij, and what it wrote elsewhere."""
        for naam, kolom in ANTWOORDKOLOM.items():
            waarde = self._antwoord(code, naam)
            if naam not in gevraagd and (waarde is None or waarde == ""):
                self.blad.write_blank(rij, kolom, None, self._niet_hier)
                continue
            gemerkt = self.opmerkingen and (code, naam) in self.opmerkingen.gemerkt
            vorm = {"num_format": _notatie(waarde, notatie)} | _INVOER | (_MERK if gemerkt else {})
            opmaak = self.werkboek.cel(**vorm)
            if isinstance(waarde, bool):
                self.blad.write_boolean(rij, kolom, waarde, opmaak)
            else:
                schrijf(self.blad, rij, kolom, waarde, opmaak)

    def _schrijf_controle(self, rij: int, controle: Formule) -> None:
        zet(self.blad, rij, self.controlekolom, controle, self.werkboek.cel(italic=True))

    def _schrijf_plan(self, rij: int, vraag: Programmavraag) -> None:
        """A row for an afspraak that runs next year; nothing has to be filled in."""
        vast = texts.vaste_cellen(vraag, self.opdracht.vorige)
        for kolom, tekst in enumerate(vast):
            schrijf(self.blad, rij, kolom, tekst, self._vast)
        for kolom in ANTWOORDKOLOM.values():
            self.blad.write_blank(rij, kolom, None, self.werkboek.cel(bg_color=ZACHT_GRIJS))
        plan, kolom = self._antwoord(vraag.code, l.PLANNEN), self.kolommen.index(l.PLANNEN)
        schrijf(self.blad, rij, kolom, plan, invoercel(self.werkboek))
        gemeten = dict(zip(self.kolommen, vast, strict=False)) | {l.PLANNEN: str(plan or "")}
        self._schrijf_opmerking(rij, vraag.code, True, gemeten)
        self._schrijf_controle(rij, controle_plan(rij, kolom, plan))


def _verwante_rijen(regels: list[tuple[int, Vraagregel]]) -> dict[str, tuple[int, str]]:
    """The rows (and codes) a check looks at: the indicator's own, its ja/nee, its noemer."""
    verwant = {"indicator": (regels[0][0], regels[0][1].code)}
    for rij, regel in regels[1:]:
        if regel.meetwaarde and regel.meetwaarde.soort is JA_NEE:
            verwant.setdefault("ja/nee", (rij, regel.code))
        if regel.meetwaarde and regel.meetwaarde.rol is Rol.NOEMER:
            verwant["noemer"] = (rij, regel.code)
    return verwant


def _notatie(waarde: object, gewoon: str) -> str:
    """A number format that leaves a value what it is: with another a date becomes a number."""
    if isinstance(waarde, bool) or (isinstance(waarde, (int, float)) and gewoon == DATUM.notatie):
        return "General"
    return DATUM.notatie if isinstance(waarde, date) else gewoon

"""The rows of an input sheet: what is asked, what was answered, its check and what is remarked."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from ..core import labels as l
from ..core.action_points import Stand
from ..core.kader import Rol, datumgrenzen
from ..core.text import getrimd
from ..template.kinds import JA_NEE
from ..writing.addresses import cell_address as adres
from ..writing.grid import Formule
from .checks import (
    GOED,
    IN_WOORDEN,
    NIETS_TE_DOEN,
    VAN_EEN_INDICATOR,
    VAN_EEN_MEETWAARDE,
    Controle,
    Stap,
    controle_actiepunt,
    controle_akkoord,
    controle_indicator,
    controle_meetwaarde,
    controle_plan,
    vraagt_altijd_toelichting,
)
from .doubts import Bevestiging, invoer_van, stappen, twijfels_van
from .layout import ANTWOORDEN, Opdracht, deel_in
from .questions import Actievraag, Lopendvraag, Planvraag, Vraagregel, Vragenlijst
from .written_rows import Regels

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from ..writing.workbook import Werkboek

# No stop: behind the word may stand why.
_STANDEN = {
    "validate": "list",
    "source": [str(stand) for stand in Stand],
    "show_error": False,
    "input_title": "Hoe staat het?",
    "input_message": f"Kies uit de lijst. Bij {Stand.NIET_GEDAAN}: typ erachter waarom.",
}


class Rijen:
    """The table on the sheet Invulblad of one workbook, and where everything of it stands.

    `compleet` counts the indicatoren that are, when it is written; of the `vragen` that the rules
    can ask in it, `gevraagd` says whether one is. `volgende` is the code of the first row on which
    something is still asked, "" when there is none.
    """

    def __init__(
        self, werkboek: Werkboek, blad: Worksheet, opdracht: Opdracht, vragenlijst: Vragenlijst
    ) -> None:
        self.werkboek, self.blad = werkboek, blad
        self.opdracht, self.vragenlijst = opdracht, vragenlijst
        self.opmerkingen = opdracht.opmerkingen
        self.herstel = bool(self.opmerkingen)
        self.plaats = deel_in(vragenlijst, herstel=self.herstel, fictief=opdracht.fictief)
        self.kolommen = self.plaats.kolommen
        self.compleet, self.gevraagd, self.volgende = 0, False, ""
        self.controles: dict[str, str] = {}
        self.op = Regels(werkboek, blad, opdracht, vragenlijst, self.plaats)
        self._twijfels = twijfels_van(opdracht)
        self.vragen = [*dict.fromkeys(t.vraag for ts in self._twijfels.values() for t in ts)]
        cellen = {r.code: self._cel(r.code, self.kolommen.antwoord) for r in vragenlijst.regels}
        self._cel_van = cellen
        self._invoer = invoer_van(opdracht, cellen if self._twijfels else ())

    def bereik(self, kolom: int) -> str:
        """The cells of a column, those that are answered in words left out: `J5:J66`."""
        return f"{adres(self.plaats.eerste, kolom)}:{adres(self.plaats.laatste, kolom)}"

    def hier(self, kolom: int) -> str:
        """The cell of a column in the first row, for a formula over all of them: `$C5`."""
        return str(adres(self.plaats.eerste, kolom, col_abs=True))

    def schrijf(self) -> None:
        """Header, what stands over rows that belong together, and the rows themselves."""
        for kolom, naam in enumerate(self.kolommen.breedtes):
            vorm = {} if naam == l.CODE else {"align": "left", "indent": 1}
            vorm |= {"align": "right"} if naam == l.CONTROLE else {}
            self.blad.write_string(self.plaats.kopregel, kolom, naam, self.werkboek.kop(**vorm))
        for rij, kop in self.plaats.koppen.items():
            self.op.schrijf_kop(rij, kop)
        for _, groep in groupby(self.vragenlijst.regels, key=lambda r: r.indicator.code):
            self._schrijf_indicator(list(groep))
        for vraag in self.vragenlijst.programma:
            self._schrijf_plan(vraag)

    def _cel(self, code: str, kolom: int) -> str:
        cel: str = adres(self.plaats.rij[code], kolom, col_abs=True)
        return cel

    def _stappen(self, eigen: Vraagregel, code: str) -> list[Stap]:
        """What the rules ask of a meetwaarde under the row `eigen` of its indicator."""
        toelichting = getrimd(self.op.antwoord(eigen.code, l.TOELICHTING))
        stond = toelichting if self.opmerkingen else None
        ouder = code in self.opdracht.na_toelichting
        cel = self._cel(eigen.code, self.kolommen.toelichting)
        bevestiging = Bevestiging(cel, toelichting, stond, ouder)
        waarde = self.op.antwoord(code, l.WAARDE)
        return stappen(
            self._twijfels.get(code, ()), self._cel_van, self._invoer, bevestiging, waarde
        )

    def _schrijf_indicator(self, regels: list[Vraagregel]) -> None:
        eigen, *onder = regels
        rij = self.plaats.rij[eigen.code]
        kader, jaar = self.opdracht.kader, self.opdracht.ronde.jaar
        gevraagd = (l.BEOORDELING, l.REDEN, l.TOELICHTING)
        beoordeling, reden, toelichting = (self.op.antwoord(eigen.code, k) for k in gevraagd)
        waarden = {regel.code: self.op.antwoord(regel.code, l.WAARDE) for regel in regels}
        twijfels = {regel.code: self._stappen(eigen, regel.code) for regel in onder}
        controles = [
            self._controle_meetwaarde(regel, regels, waarden, twijfels[regel.code])
            for regel in onder
        ]
        uitkomsten: list[object] = [controle.uitkomst for controle in controles]
        self.gevraagd |= any(uitkomst in self.vragen for uitkomst in uitkomsten)
        stand = (
            rij,
            [self.plaats.rij[regel.code] for regel in onder],
            (beoordeling, reden, toelichting),
            uitkomsten,
            self.kolommen,
            [*dict.fromkeys(vraag for stap in twijfels.values() for *_, vraag in stap)],
        )
        if eigen.trekker:
            op_de_regel = {l.WAARDE: True} | dict.fromkeys(gevraagd, False)
            akkoord, eronder_staat = waarden.pop(eigen.code), [*waarden.values()]
            controle = controle_akkoord(kader.stoplicht, *stand, akkoord, eronder_staat)
        else:
            altijd = vraagt_altijd_toelichting(kader.stoplicht, eigen, jaar)
            op_de_regel = {l.BEOORDELING: True, l.REDEN: False, l.TOELICHTING: altijd}
            controle = controle_indicator(kader.stoplicht, eigen, jaar, *stand)
        self.compleet += controle.uitkomst == Controle.INGEVULD
        self._schrijf_vraag(eigen, op_de_regel, controle)
        for regel, eronder in zip(onder, controles, strict=True):
            moet = regel.verplicht and not regel.trekker
            self._schrijf_vraag(regel, {l.WAARDE: moet}, eronder)

    def _controle_meetwaarde(
        self,
        regel: Vraagregel,
        regels: list[Vraagregel],
        waarden: Mapping[str, object],
        twijfels: list[Stap],
    ) -> Formule:
        """The check of a row under that of its indicator."""
        assert regel.meetwaarde is not None, "only the first row is the indicator's own"
        beoordeling, toelichting = (
            self.op.antwoord(regel.indicator.code, kolom)
            for kolom in (l.BEOORDELING, l.TOELICHTING)
        )
        return controle_meetwaarde(
            regel.meetwaarde,
            self.plaats.rij[regel.code],
            _verwante_rijen(regels, self.plaats.rij),
            waarden,
            beoordeling,
            toelichting,
            self.opdracht.kader,
            self.kolommen,
            twijfels,
            bool(regel.trekker),
        )

    def _schrijf_vraag(
        self, regel: Vraagregel, gevraagd: Mapping[str, bool], controle: Formule
    ) -> None:
        """A row: its question, its answer cells and its check."""
        rij = self.plaats.rij[regel.code]
        self.controles[regel.code] = str(controle.uitkomst)
        if not self.volgende and controle.uitkomst not in NIETS_TE_DOEN:
            self.volgende = regel.code
        nodig = self.op.schrijf_vast(rij, regel)
        notatie = "@"
        if regel.meetwaarde:
            soort = regel.meetwaarde.soort
            notatie = soort.notatie_van(self.op.antwoord(regel.code, l.WAARDE))
            if keuze := soort.validatie(datumgrenzen(self.opdracht.kader)):
                kolom = self.kolommen.antwoord  # refused while typing, kindly
                self.blad.data_validation(rij, kolom, rij, kolom, keuze)
        self.op.schrijf_antwoorden(regel, gevraagd, notatie)
        gemeten: dict[str, str] = {}
        for naam in ANTWOORDEN:
            if (plaats := self.kolommen.van(regel, naam)) is not None:
                waarde = str(self.op.antwoord(regel.code, naam) or "")
                gemeten[[*self.kolommen.breedtes][plaats]] = waarde
        # What appears later must not be cut off.
        mogelijk = VAN_EEN_INDICATOR
        if regel.meetwaarde:
            vragen = (twijfel.vraag for twijfel in self._twijfels.get(regel.code, ()))
            mogelijk = (*VAN_EEN_MEETWAARDE, regel.meetwaarde.soort.niet_goed, *vragen)
        ernaast = bool(regel.meetwaarde) and not any(
            gemeten.get(kop) for kop in (l.REDEN, l.TOELICHTING)
        )
        gemeten[l.CONTROLE] = self.op.schrijf_controle(rij, controle, mogelijk, ernaast)
        telt = bool(self.opmerkingen and self.opmerkingen.telt(regel.code))
        self.op.schrijf_opmerking(rij, regel.code, telt, gemeten, nodig)

    def _schrijf_plan(self, vraag: Planvraag) -> None:
        """A row that is answered in words: what comes back, a plan for next year, a proposal."""
        rij, kolom = self.plaats.rij[vraag.code], self.kolommen.toelichting
        nodig = self.op.schrijf_vast(rij, vraag)
        plan = self.op.antwoord(vraag.code, l.PLANNEN)
        self.op.schrijf_plan(rij, plan, isinstance(vraag, Actievraag))
        if isinstance(vraag, Lopendvraag):  # offered, and not held to: behind it comes why
            keuze = {"validate": "list", "source": [*l.LOPEND_WOORDEN], "show_error": False}
            self.blad.data_validation(rij, kolom, rij, kolom, keuze)
        if isinstance(vraag, Actievraag):
            controle = controle_actiepunt(rij, kolom, plan)
            self.blad.data_validation(rij, kolom, rij, kolom, _STANDEN)
        else:
            controle = controle_plan(rij, kolom, plan)
        mogelijk = IN_WOORDEN if isinstance(vraag, Actievraag) else GOED
        gezegd = self.op.schrijf_controle(rij, controle, mogelijk, ernaast=False)
        gemeten = {l.TOELICHTING: str(plan or ""), l.CONTROLE: gezegd}
        self.op.schrijf_opmerking(rij, vraag.code, True, gemeten, nodig)


def _verwante_rijen(
    regels: list[Vraagregel], rijen: Mapping[str, int]
) -> dict[str, tuple[int, str]]:
    """The rows (and codes) a check looks at: the indicator's own, its ja/nee, its noemer."""
    rij_en_code = {regel.code: (rijen[regel.code], regel.code) for regel in regels}
    verwant = {"indicator": rij_en_code[regels[0].code]}
    for regel in regels[1:]:
        if regel.meetwaarde and regel.meetwaarde.soort is JA_NEE:
            verwant.setdefault("ja/nee", rij_en_code[regel.code])
        if regel.meetwaarde and regel.meetwaarde.rol is Rol.NOEMER:
            verwant["noemer"] = rij_en_code[regel.code]
    return verwant

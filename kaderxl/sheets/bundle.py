"""The workbook in which one partij answers many municipalities at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from ..core import labels as l
from ..core.text import leesbaar
from ..reading import Value
from ..writing.addresses import cell_address as adres
from ..writing.colours import DONKERGROEN, GRIJZE_TEKST, TUSSENKOP, ZACHT_GRIJS
from ..writing.grid import Formule, invoercel, zet
from ..writing.measures import druk_af_op_a4, hoogte, zet_fictief
from ..writing.named_lists import schrijf_keuzelijsten
from ..writing.workbook import Opdruk, Werkboek
from ..writing.worksheet import passend, schrijf, schrijf_delen
from . import bundle_texts as texts
from .asked import Antwoordcel
from .bundle_checks import options
from .bundle_rows import Bundelplan, Bundelrij

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_BREEDTES = (11, 43, 10, 20, 13)
_CODE, _VRAAG, _EENHEID, _ANTWOORD, _CONTROLE = range(5)
EERSTE_KOLOM = len(_BREEDTES)
"""That of the first municipality."""
KOPREGEL = 3
_LAPTOP = 1235  # pixels of a sheet in view on a common laptop
_SMALST, _BREEDST, _GEWOON = 13, 30, 16
_LANGSTE_VRAAG = 15_000
_DAG, _MOMENT = "d-m-yyyy", "d-m-yyyy h:mm"
_NOTATIES = {"date": _DAG, "whole": "#,##0", "decimal": "General"}


def write_bundle(plan: Bundelplan) -> bytes:
    """The .xlsx of a bundle; the same sheets give the same bytes."""
    gemaakt = max(blad.kenmerk.ronde.peildatum for blad in plan.bladen)
    titel = texts.titel(plan.bladen[0].partij)
    fictief = any(blad.fictief for blad in plan.bladen)
    werkboek = Werkboek(titel, gemaakt, opdruk=Opdruk(titel, fictief=fictief))
    blad = werkboek.add_worksheet(texts.BLAD)
    bundel = _Bundel(werkboek, blad, plan)
    bundel.schrijf_boven(titel, fictief)
    bundel.schrijf_rijen()
    bundel.richt_in()
    _schrijf_bladen(werkboek, plan)
    if bundel.lijsten:
        schrijf_keuzelijsten(werkboek, bundel.lijsten)
    return werkboek.bytes()


@dataclass
class _Bundel:
    """The sheet while it is written; `lijsten` are the lists that its formulas know by name."""

    werkboek: Werkboek
    blad: Worksheet
    plan: Bundelplan
    lijsten: dict[str, Sequence[str]] = field(default_factory=dict)
    rij: int = KOPREGEL

    @property
    def breedte(self) -> int:
        """Of the column of one municipality: a few stand beside the questions on a screen."""
        over = _LAPTOP - sum(7 * b + 5 for b in _BREEDTES)
        past = (over // len(self.plan.bladen) - 5) // 7
        return min(past, _BREEDST) if past >= _SMALST else _GEWOON

    def schrijf_boven(self, titel: str, fictief: bool) -> None:
        opmaak, blad = self.werkboek.opmaak, self.blad
        blad.write_string(0, 0, titel, opmaak(bold=True, font_size=16))
        blad.write_string(1, 0, texts.AANWIJZING)
        if fictief:
            zet_fictief(self.werkboek, blad, 2, (_ANTWOORD, texts.KLAAR))
        else:
            blad.write_string(2, 0, texts.KLAAR, opmaak(font_color=GRIJZE_TEKST))
        koppen = [*texts.KOPPEN, *map(texts.kop, self.plan.bladen)]
        for kolom, kop in enumerate(koppen):
            blad.write_string(KOPREGEL, kolom, kop, self.werkboek.kop())
        hoog = hoogte((kop, self.breedte * 0.9) for kop in koppen[EERSTE_KOLOM:])
        blad.set_row(KOPREGEL, hoog)

    def schrijf_rijen(self) -> None:
        if self.plan.samen:
            self._schrijf_kop(texts.SAMEN)
            self._schrijf(self.plan.samen)
        for nummer, rijen in self.plan.eigen.items():
            self._schrijf_kop(texts.alleen_voor(self.plan.bladen[nummer]))
            self._schrijf(rijen)

    def _schrijf_kop(self, kop: str) -> None:
        self.rij += 1
        opmaak = self.werkboek.opmaak(
            bold=True, valign="vcenter", bg_color=TUSSENKOP, font_color=DONKERGROEN
        )
        for kolom in range(EERSTE_KOLOM + len(self.plan.bladen)):
            self.blad.write_blank(self.rij, kolom, None, opmaak)
        self.blad.write_string(self.rij, _VRAAG, kop, opmaak)
        self.blad.set_row(self.rij, 20)

    def _schrijf(self, rijen: Sequence[Bundelrij]) -> None:
        boven, kleur = "", 0
        for rij in rijen:
            self.rij += 1
            # Above a meetwaarde its indicator; where another stands there it is said.
            onder = rij.vraag.onder if rij.vraag.onder != boven else ""
            kleur = self.rij if rij.kolom == l.BEOORDELING else kleur
            gemeten = self._schrijf_vraag(rij, onder if rij.eerste else "")
            self._schrijf_antwoorden(rij, kleur)
            self._schrijf_controle(rij)
            waarden = [(str(cel.waarde or ""), self.breedte) for cel in rij.cellen.values()]
            self.blad.set_row(self.rij, hoogte([(gemeten, _BREEDTES[_VRAAG]), *waarden]))
            boven = rij.vraag.onder or rij.vraag.vraag

    def _schrijf_vraag(self, rij: Bundelrij, onder: str) -> str:
        """Code, question and unit; gives what stands in the cell of the question."""
        werkboek = self.werkboek
        klein = werkboek.opmaak(font_size=10, font_color=GRIJZE_TEKST)
        code = werkboek.cel(font_size=8, font_color=GRIJZE_TEKST, text_wrap=False)
        self.blad.write_string(self.rij, _CODE, rij.code, code)
        if rij.eerste:
            delen = [(klein, f"{onder}\n")] if onder else []
            delen.append((werkboek.opmaak(), rij.vraag.vraag))
            anders = (texts.ANDERE_WOORDEN,) if rij.in_andere_woorden else ()
            delen += [(klein, f"\n{regel}") for regel in (*rij.eronder, *anders) if regel]
        else:
            delen = [(werkboek.opmaak(), rij.kolom)]
        inspringen = {"align": "left", "indent": 1} if rij.vraag.onder or not rij.eerste else {}
        tekst = "".join(tekst for _, tekst in delen)
        if len(tekst) > _LANGSTE_VRAAG:  # as nobody asks
            delen = [(werkboek.opmaak(), tekst)]
        schrijf_delen(self.blad, self.rij, _VRAAG, delen, werkboek.cel(**inspringen))
        eenheid = rij.vraag.eenheid if rij.eerste else ""
        schrijf(self.blad, self.rij, _EENHEID, eenheid, werkboek.cel())
        return tekst

    def _schrijf_antwoorden(self, rij: Bundelrij, kleur: int) -> None:
        niet_hier = self.werkboek.cel(bg_color=ZACHT_GRIJS, font_color=GRIJZE_TEKST)
        eigen = None if rij.samen else next(iter(rij.cellen.values()))
        self._cel(_ANTWOORD, eigen or _gemeenschappelijk(rij), kleur, eigen is not None)
        if eigen:
            self._laat_kiezen(_ANTWOORD, eigen, kleur, "", rij.erbij(next(iter(rij.cellen))))
        else:
            self._laat_kiezen(_ANTWOORD, _gemeenschappelijk(rij), kleur)
        for nummer, blad in enumerate(self.plan.bladen):
            kolom = EERSTE_KOLOM + nummer
            cel = rij.cellen.get(nummer) if rij.samen else None
            if cel is None:
                self.blad.write_blank(self.rij, kolom, None, niet_hier)
                continue
            self._cel(kolom, cel, kleur, True)
            self._laat_kiezen(kolom, cel, kleur, blad.kader, rij.erbij(nummer))

    def _cel(self, kolom: int, cel: Antwoordcel, kleur: int, toon: bool) -> None:
        """An answer cell, with what is filled in already."""
        waarde = cel.waarde if toon else None
        opmaak = invoercel(self.werkboek, _notatie(waarde, cel))
        if isinstance(waarde, bool):
            self.blad.write_boolean(self.rij, kolom, waarde, opmaak)
        else:
            schrijf(self.blad, self.rij, kolom, waarde, opmaak)

    def _laat_kiezen(
        self, kolom: int, cel: Antwoordcel, kleur: int, kop: str = "", erbij: str = ""
    ) -> None:
        eigen, voor_alle = (adres(kleur, k, col_abs=True) for k in (kolom, _ANTWOORD))
        gekozen = eigen if kolom == _ANTWOORD else f'IF({eigen}<>"",{eigen},{voor_alle})'
        keuze = options(cel.toegelaten, gekozen, self.lijsten, kop, erbij)
        if keuze:
            self.blad.data_validation(self.rij, kolom, self.rij, kolom, keuze)

    def _schrijf_controle(self, rij: Bundelrij) -> None:
        """How many municipalities have an answer on this row, live."""
        d = adres(self.rij, _ANTWOORD, col_abs=True)
        leeg = texts.leeg(rij)
        gevuld, van = _gevuld(rij), len(rij.cellen)
        if not rij.samen:
            formule = f'IF(TRIM({d})="","{leeg}","{texts.INGEVULD}")'
            uitkomst = texts.INGEVULD if gevuld else leeg
        else:
            laatste = EERSTE_KOLOM + len(self.plan.bladen) - 1
            cellen = f"{adres(self.rij, EERSTE_KOLOM)}:{adres(self.rij, laatste)}"
            n = f"COUNTA({cellen})"
            formule = (
                f'IF(TRIM({d})<>"","{texts.INGEVULD}",IF({n}=0,"{leeg}",'
                f'IF({n}={van},"{texts.INGEVULD}",{n}&" van {van}")))'
            )
            uitkomst = leeg if not gevuld else f"{gevuld} van {van}"
            uitkomst = texts.INGEVULD if gevuld == van else uitkomst
        opmaak = self.werkboek.cel(italic=True)
        zet(self.blad, self.rij, _CONTROLE, Formule(formule, uitkomst), opmaak)

    def richt_in(self) -> None:
        blad, aantal = self.blad, len(self.plan.bladen)
        for kolom, breedte in enumerate(_BREEDTES):
            blad.set_column(kolom, kolom, breedte)
        blad.set_column(EERSTE_KOLOM, EERSTE_KOLOM + aantal - 1, self.breedte)
        blad.set_row(0, 24)
        blad.freeze_panes(KOPREGEL + 1, _VRAAG + 1)
        blad.hide_gridlines(2)
        blad.set_selection(KOPREGEL + 2, _ANTWOORD, KOPREGEL + 2, _ANTWOORD)
        mag = "format_columns format_rows select_locked_cells select_unlocked_cells objects"
        blad.protect("", dict.fromkeys(mag.split(), True))
        druk_af_op_a4(blad, herhaal=KOPREGEL)


def _schrijf_bladen(werkboek: Werkboek, plan: Bundelplan) -> None:
    """What each sheet was when it was bundled, hidden: a later one has other answers in it.
    Then the landelijke codes that words have: a sheet by itself does not say them."""
    blad = werkboek.add_worksheet(texts.BLADEN)
    blad.hide()
    for rij, van in enumerate(plan.bladen):
        blad.write_string(rij, 0, str(van.kenmerk))
        blad.write_string(rij, 1, van.afdruk)
    for rij, (woorden, code) in enumerate(plan.genoemd.items(), len(plan.bladen)):
        blad.write_string(rij, 0, f"{texts.WOORDEN}{woorden}")
        blad.write_string(rij, 1, code)


def as_shown(waarde: Value) -> Value:
    """A value as a cell of a bundle, or of a sheet that was filled in, gives it back."""
    if isinstance(waarde, str):
        return passend(leesbaar(waarde)) or None
    if isinstance(waarde, datetime):
        return waarde.date() if waarde.time() == time() else waarde
    if isinstance(waarde, (bool, int, float, date)) or waarde is None:
        return waarde
    return str(waarde)


def _gevuld(rij: Bundelrij) -> int:
    return sum(cel.waarde is not None and cel.waarde != "" for cel in rij.cellen.values())


def _gemeenschappelijk(rij: Bundelrij) -> Antwoordcel:
    """What may be typed for all of them: of days those that each of them lets in."""
    cellen = [*rij.cellen.values()]
    eerste = cellen[0]
    paren = [cel.toegelaten.grenzen for cel in cellen]
    if eerste.toegelaten.soort != "date" or any(len(p) != 2 for p in paren):
        return eerste
    van, tm = max(p[0] for p in paren), min(p[1] for p in paren)
    if van > tm:
        return replace(eerste, toegelaten=replace(eerste.toegelaten, soort=""))
    return replace(eerste, toegelaten=replace(eerste.toegelaten, grenzen=(van, tm)))


def _notatie(waarde: Value, cel: Antwoordcel) -> str:
    """A number format that leaves a value what it is."""
    gewoon = _NOTATIES.get(cel.toegelaten.soort, "@")
    if isinstance(waarde, datetime):
        return _DAG if waarde.time() == time() else _MOMENT
    if isinstance(waarde, date):
        return _DAG
    if isinstance(waarde, bool) or (isinstance(waarde, (int, float)) and gewoon in (_DAG, "@")):
        return "General"
    return "General" if isinstance(waarde, float) and not waarde.is_integer() else gewoon

"""A bundle that was filled in: which answer goes to which sheet, and what else stands in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from ..core import catalogue, labels as l
from ..core.findings import Regel
from ..core.identity import Kenmerk, every_letter, vind_kenmerken
from ..core.notation import schrijf_getal
from ..core.rounds import Bevinding, Plek
from ..core.sums import afgerond
from ..core.text import als_code
from ..reading import Document, Place, Value, cell_name
from ..reading.signs import find_drawn, find_signs
from ..reading.tables import Tabel, gevuld, vind_tabel
from ..sheets.asked import Antwoordcel, Vraagblad
from ..sheets.bundle import as_shown
from ..sheets.bundle_rows import Bundelplan, Bundelrij, plan_bundle
from ..sheets.bundle_texts import ANDERE_WOORDEN, BLADEN, KOPPEN, WOORDEN, is_ours
from ..writing.choices import SHEET as KEUZES
from .leftovers import BEVINDING_VAN

_MINSTE_KOPPEN = 4
_ONBEKEND = object()
"""What a cell says is not known: it stays on the sheet as it was."""


@dataclass(frozen=True, slots=True)
class Bundeltabel:
    """The table of a bundle: the column of each sheet by its kenmerk, the rows of each code, and
    what each sheet was when it was bundled (its `afdruk`, by its kenmerk). `genoemd` has the
    landelijke code that goes with words, by their merk."""

    tabel: Tabel
    kolommen: Mapping[str, int]
    rijen: Mapping[str, tuple[int, ...]]
    afdrukken: Mapping[str, str]
    genoemd: Mapping[str, str]

    def is_same(self, blad: Vraagblad) -> bool:
        """Whether a sheet is in it, as it still is."""
        return self.afdrukken.get(str(blad.kenmerk)) == blad.afdruk


@dataclass(frozen=True, slots=True)
class Verdeeld:
    """What goes where: for each sheet (by its kenmerk) what to put in its cells, None to empty one.

    Only of the sheets that are in the bundle, and only what is not in them already. `gevuld` counts
    the answers that each then has.
    """

    antwoorden: Mapping[str, Mapping[Place, Value]]
    gevuld: Mapping[str, int]
    bevindingen: tuple[Bevinding, ...]


def find_bundle(bestand: str, document: Document) -> Bundeltabel | None:
    """The table in a document that is a bundle; None when it is none."""
    for sheet in document.sheets:
        tabel = vind_tabel(bestand, sheet, KOPPEN, [l.CODE, l.ANTWOORD], _MINSTE_KOPPEN)
        if tabel is None or l.VRAAG not in tabel.kolommen:
            continue
        koppen = [w for w in sheet.rows[tabel.kopregel] if isinstance(w, str)]
        cyclus = every_letter(koppen)
        kolommen: dict[str, int] = {}
        for plaats, kop in enumerate(sheet.rows[tabel.kopregel]):
            for kenmerk in vind_kenmerken(kop, cyclus) if isinstance(kop, str) else ():
                if isinstance(kenmerk, Kenmerk):
                    kolommen.setdefault(str(kenmerk), plaats)
        rijen = defaultdict[str, tuple[int, ...]](tuple)
        for rij in tabel.rijen():
            if code := als_code(tabel.cel(rij, l.CODE).tekst):
                rijen[code] += (rij,)
        if kolommen:
            erin = _in_bladen(document)
            genoemd = {k.removeprefix(WOORDEN): w for k, w in erin.items() if k.startswith(WOORDEN)}
            return Bundeltabel(tabel, kolommen, dict(rijen), erin, genoemd)
    return None


def _in_bladen(document: Document) -> dict[str, str]:
    bladen = (sheet for sheet in document.sheets if sheet.name == BLADEN)
    return {str(rij[0]): str(rij[1]) for sheet in bladen for rij in sheet.rows if len(rij) > 1}


def divide(bundel: Bundeltabel, document: Document, bladen: Iterable[Vraagblad]) -> Verdeeld:
    """Each answer to its sheet; what has no place, or no sheet, is a finding.

    A sheet that is not in it, or that somebody wrote in since, gets nothing: who calls says so.
    """
    bladen = [*bladen]
    erin = [blad for blad in bladen if bundel.is_same(blad)]
    plan = plan_bundle(erin, bundel.genoemd) if erin else None
    verdeler = _Verdeler(bundel, plan, frozenset(str(blad.kenmerk) for blad in bladen))
    verdeler.verdeel()
    verdeler.noem_de_rest(document)
    bevindingen = tuple(map(_aan_de_invuller, verdeler.bevindingen))
    return Verdeeld(verdeler.antwoorden, verdeler.gevuld, bevindingen)


@dataclass
class _Verdeler:
    bundel: Bundeltabel
    plan: Bundelplan | None
    aanwezig: frozenset[str]
    antwoorden: dict[str, dict[Place, Value]] = field(default_factory=dict)
    gevuld: dict[str, int] = field(default_factory=dict)
    bevindingen: list[Bevinding] = field(default_factory=list)
    gelezen: set[Place] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.tabel, sheet = self.bundel.tabel, self.bundel.tabel.sheet
        kolommen = {**self.tabel.kolommen, **self.bundel.kolommen}
        self.tekens = [
            teken
            for teken in find_signs(
                replace(self.tabel, kolommen=kolommen), (l.ANTWOORD, *self.bundel.kolommen)
            )
            if teken.soort in BEVINDING_VAN
        ]
        # Of such a cell nobody knows what was meant.
        self.onleesbaar = {*sheet.errors, *(p for p, ok in sheet.formulas.items() if not ok)}
        for (boven, links), (onder, rechts) in sheet.merges:
            einde = min(onder + 1, sheet.top + len(sheet.rows))
            self.onleesbaar |= {
                (r, k)
                for r in range(boven, einde)
                for k in range(links, min(rechts, links + 500) + 1)
            } - {(boven, links)}

    def verdeel(self) -> None:
        for blad in self.plan.bladen if self.plan else ():
            self.antwoorden[str(blad.kenmerk)] = {}
            self.gevuld[str(blad.kenmerk)] = 0
        for rij in self.plan.rijen if self.plan else ():
            rijen = self.bundel.rijen.get(rij.code, ())
            if not rijen:
                self._noem_weg(rij)
            for nummer, cel in rij.cellen.items() if rijen else ():
                self._verdeel(rij, nummer, cel, rijen)

    def _verdeel(
        self, rij: Bundelrij, nummer: int, cel: Antwoordcel, rijen: tuple[int, ...]
    ) -> None:
        assert self.plan is not None, "a row is one of a plan"
        blad = self.plan.bladen[nummer]
        gezegd = [self._gezegd(rij, blad, r) for r in rijen]
        waarden = [w for w in dict.fromkeys(gezegd) if w is not None]
        waarde = waarden[0] if waarden else None
        if len(waarden) > 1 and _ONBEKEND not in waarden:
            plek = self._plek(rijen[-1], self.tabel.kolommen[l.CODE])
            self.bevindingen.append(
                catalogue.BUNDEL_TWEE_KEER.bij(plek, code=rij.code, wie=blad.van)
            )
            waarde = _ONBEKEND
        elif _ONBEKEND in waarden:
            waarde = _ONBEKEND
        kenmerk = str(blad.kenmerk)
        staat_er = as_shown(cel.waarde) if gevuld(cel.waarde) else None
        if waarde is _ONBEKEND or (type(waarde) is type(staat_er) and waarde == staat_er):
            self.gevuld[kenmerk] += staat_er is not None
            return
        self.antwoorden[kenmerk][cel.plaats] = waarde  # type: ignore[assignment]
        self.gevuld[kenmerk] += waarde is not None

    def _gezegd(self, rij: Bundelrij, blad: Vraagblad, nummer: int) -> object:
        """What a row says for a sheet: what stands in its own column, else what is for all."""
        eigen = self._waarde(nummer, self.bundel.kolommen[str(blad.kenmerk)])
        voor_alle = self._waarde(nummer, self.tabel.kolommen[l.ANTWOORD])
        if eigen is None:
            return voor_alle
        if not rij.samen and voor_alle not in (None, eigen):
            plek = self._plek(nummer, self.tabel.kolommen[l.ANTWOORD])
            wat = {"wie": blad.van, "tekst": voor_alle}
            self.bevindingen.append(catalogue.BUNDEL_ANDERS.bij(plek, **wat))
        return eigen

    def _waarde(self, nummer: int, kolom: int) -> object:
        sheet = self.tabel.sheet
        plaats = sheet.top + nummer, sheet.left + kolom
        self.gelezen.add(plaats)
        if plaats in self.onleesbaar:
            return _ONBEKEND
        waarde = sheet.rows[nummer][kolom]
        if not gevuld(waarde):
            return None
        if plaats in sheet.percents and isinstance(waarde, (int, float)):
            return f"{schrijf_getal(afgerond(waarde * 100))}%"  # as it was typed, and is seen
        return as_shown(waarde)

    def _plek(self, nummer: int, kolom: int) -> Plek:
        return self.tabel.plek(self.tabel.adres(nummer, kolom))

    def _noem_weg(self, rij: Bundelrij) -> None:
        plek = self.tabel.kop(l.CODE)
        velden = {"code": rij.code, "vraag": f"{rij.vraag.vraag} ({rij.kolom})"}
        self.bevindingen.append(catalogue.BUNDEL_RIJ_WEG.bij(plek, **velden))

    def noem_de_rest(self, document: Document) -> None:
        """What stands in the bundle and goes to no sheet."""
        self.bevindingen += [BEVINDING_VAN[t.soort].bij(t.plek, **t.velden) for t in self.tekens]
        self._noem_bladen_die_er_niet_zijn()
        for sheet in document.sheets:
            plek = self.tabel.bestand, sheet.name
            self.bevindingen += [
                BEVINDING_VAN[t.soort].bij(t.plek, **t.velden)
                for t in find_drawn(self.tabel.bestand, sheet)
            ]
            for plaats, tekst in sorted(sheet.comments.items()):
                waar = Plek(*plek, cell_name(*plaats))
                self.bevindingen.append(catalogue.OPMERKING_GEVONDEN.bij(waar, tekst=tekst))
            if sheet is self.tabel.sheet:
                self.bevindingen += self._buiten_de_cellen()
            elif not sheet.hidden and sheet.name not in (BLADEN, KEUZES):
                for rij, waarden in enumerate(sheet.rows, sheet.top):
                    for kolom, waarde in enumerate(waarden, sheet.left):
                        if gevuld(waarde):
                            waar = Plek(*plek, cell_name(rij, kolom))
                            self.bevindingen.append(catalogue.LOSSE_TEKST.bij(waar, tekst=waarde))

    def _noem_bladen_die_er_niet_zijn(self) -> None:
        sheet = self.tabel.sheet
        for kenmerk, kolom in self.bundel.kolommen.items():
            if kenmerk in self.antwoorden:
                continue
            rijen = range(self.tabel.kopregel + 1, len(sheet.rows))
            aantal = sum(gevuld(sheet.rows[r][kolom]) for r in rijen)
            self.gelezen |= {(sheet.top + r, sheet.left + kolom) for r in rijen}
            kop = str(sheet.rows[self.tabel.kopregel][kolom]).replace("\n", ", ")
            plek = self._plek(self.tabel.kopregel, kolom)
            if kenmerk not in self.aanwezig:
                weg = catalogue.BUNDEL_BLAD_WEG.bij(plek, wie=kop, aantal=aantal)
                self.bevindingen.append(weg)

    def _buiten_de_cellen(self) -> Iterator[Bevinding]:
        """Of a row that a sheet asks that is not here, nothing is said: that sheet is named."""
        tabel, sheet = self.tabel, self.tabel.sheet
        bekend = {rij.code: rij for rij in self.plan.rijen} if self.plan else {}
        alle_bladen = self.bundel.kolommen.keys() <= self.antwoorden.keys()
        code_van = {nummer: code for code, rijen in self.bundel.rijen.items() for nummer in rijen}
        kop_van = {plaats: kop for kop, plaats in tabel.kolommen.items()}
        for nummer, waarden in enumerate(sheet.rows):
            code = code_van.get(nummer, "")
            if nummer == tabel.kopregel or (code and code not in bekend and not alle_bladen):
                continue
            for kolom, waarde in enumerate(waarden):
                plaats = sheet.top + nummer, sheet.left + kolom
                if plaats in self.gelezen or not gevuld(waarde):
                    continue
                kop = kop_van.get(kolom, "") if nummer > tabel.kopregel else ""
                if self._is_gedrukt(kop, str(waarde), bekend.get(code), plaats):
                    continue
                plek = self._plek(nummer, kolom)
                if wie := self._van(kolom) if code in bekend else "":
                    yield catalogue.BUNDEL_NIET_GEVRAAGD.bij(plek, wie=wie, tekst=waarde)
                else:
                    yield catalogue.LOSSE_TEKST.bij(plek, tekst=waarde)

    def _van(self, kolom: int) -> str:
        kenmerk = next((k for k, plaats in self.bundel.kolommen.items() if plaats == kolom), "")
        bladen = self.plan.bladen if self.plan else ()
        return next((b.van for b in bladen if str(b.kenmerk) == kenmerk), "")

    def _is_gedrukt(self, kop: str, tekst: str, rij: Bundelrij | None, plaats: Place) -> bool:
        """Whether a text is one that the bundle had of its own."""
        if is_ours(tekst) or (kop == l.CONTROLE and plaats in self.tabel.sheet.formulas):
            return True
        if rij is None:
            return False
        if kop == l.CODE:
            return als_code(tekst) == rij.code
        if kop == l.EENHEID:
            return tekst == rij.vraag.eenheid
        vragen = rij.vragen.values()
        ervan = {
            rij.kolom,
            ANDERE_WOORDEN,
            *(r for v in vragen for t in (v.onder, v.vraag, *v.eronder) for r in t.splitlines()),
        }
        return kop == l.VRAAG and all(r in ervan or not r for r in tekst.splitlines())


def _aan_de_invuller(bevinding: Bevinding) -> Bevinding:
    """The finding with what a partij is to do, which is who reads it here."""
    regel: Regel = next(r for r in catalogue.CATALOGUS if r.code == bevinding.code)
    return replace(bevinding, actie=regel.voor_partij) if regel.voor_partij else bevinding

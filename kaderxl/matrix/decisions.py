"""All that people wrote in a matrix workbook, read back from its cells wherever they moved them.

Sheets are known by the headers of their table, rows by their code or number. What is no
besluit is kept as it was written: `validate_decisions` says what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from typing import TypeVar

from ..core import catalogue
from ..core import labels as l
from ..core.answers import Waarde
from ..core.identity import MATRIX, Kenmerk, vind_kenmerken
from ..core.kader import Kader, Partij
from ..core.notation import schrijf_datum
from ..core.outcome import (
    Afgesproken,
    Besluit,
    Focuspunt,
    Grondslag,
    Programmaregel,
    Stemming,
    Vastgelegd,
)
from ..core.rounds import Bevinding, Plek, Ronde
from ..core.sums import afgerond
from ..core.text import als_code
from ..core.traffic_light import Stoplicht
from ..reading import Document
from ..reading.tables import Cel, Tabel, dag_of_tekst, split_hidden_copies
from ..template.kinds import JA_NEE
from .grounds import besluit_in_woorden
from .meeting_sheets import Bladen, Geschreven, find_sheets, is_merk, kinds_of
from .privacy import find_persons_in
from .sheets.layout import stemkolom
from .sheets.marks import afgekapt, vreemde_teksten
from .sheets.spelling import leest_formule
from .signs import find_matrix_signs
from .voting import lees_stem

BEWIJS = re.compile(r"[0-9a-f]{8} ")
"""How the name of a kept workbook begins: with its hash."""
T = TypeVar("T")
U = TypeVar("U", str, int)


@dataclass(frozen=True, slots=True)
class Gelezen:
    """What a matrix workbook holds of people; `ronde` is None when it bears no kenmerk.

    `zonder` names the sheets that are not there, `bladen` has those that were read.
    """

    vastgelegd: Vastgelegd
    bevindingen: tuple[Bevinding, ...]
    ronde: Ronde | None = None
    zonder: tuple[str, ...] = ()
    bladen: Bladen = field(default_factory=Bladen)

    @property
    def te_kiezen(self) -> tuple[Bevinding, ...]:
        """What two sheets of one kind say differently: a person must choose."""
        code = catalogue.BLADEN_SPREKEN_TEGEN.code
        return tuple(b for b in self.bevindingen if b.code == code)


def read_decisions(
    bestand: str,
    document: Document,
    kader: Kader,
    bewaard: str,
    geschreven: Geschreven | None = None,
) -> Gelezen | None:
    """What people wrote in a matrix; None when the workbook has no table with besluiten.

    What belongs to an afspraak or a code that no longer exists is a finding that names
    `bewaard`, the copy that keeps it. What is in `te_kiezen` is as it stands in the matrix of
    `geschreven`; without that it is not there, and the matrix must not be replaced.
    """
    document, verborgen = split_hidden_copies(document, kinds_of)
    bladen = find_sheets(bestand, document, kader, bewaard, geschreven)
    if l.MONITORINGSTABEL not in bladen.tabellen:
        return None
    regel = catalogue.VERBORGEN_KOPIE_IN_MATRIX
    gezegd = [regel.bij(Plek(bestand, sheet.name), blad=sheet.name) for sheet in verborgen]
    return _Lezer(bestand, document, kader, bewaard, bladen, gezegd).lees()


@dataclass(slots=True)
class _Lezer:
    bestand: str
    document: Document
    kader: Kader
    bewaard: str
    bladen: Bladen
    bevindingen: list[Bevinding] = field(default_factory=list)

    @property
    def tabellen(self) -> Mapping[str, Tabel]:
        return self.bladen.tabellen

    def lees(self) -> Gelezen:
        besluiten, notities = self._besluiten()
        vastgelegd = Vastgelegd(
            besluiten,
            self._afgesproken(),
            self._per_afspraak(l.FOCUSPUNTEN, self._focuspunt),
            self._per_afspraak(l.BESLUITVORMING, self._stemming),
            self._per_afspraak(l.JAARPROGRAMMA, self._programmaregel),
            notities,
            dag_of_tekst(self.bladen.vastgesteld),
            self._grondslagen(besluiten),
            self._overgenomen(),
        )
        gelezen = {*_teksten(vastgelegd), *self.bladen.teksten}
        self.bevindingen += self._buiten_de_cellen(gelezen)
        self.bevindingen += find_matrix_signs(
            self.bestand, self.document, self.tabellen, self.kader
        )
        altijd = (l.VERSCHILLEN, l.FOCUSPUNTEN, l.BESLUITVORMING)
        zonder = tuple(naam for naam in altijd if naam not in self.tabellen)
        personen = find_persons_in(self.bevindingen)
        bevindingen = (*self.bladen.bevindingen, *self.bevindingen, *personen)
        return Gelezen(vastgelegd, bevindingen, self._ronde(), zonder, self.bladen)

    def _buiten_de_cellen(self, gelezen: Collection[str]) -> Iterator[Bevinding]:
        """What somebody wrote where nothing is read; once where no program can tell any more."""
        if afgekapt(self.document):
            yield catalogue.MERKEN_AFGEKAPT.bij(Plek(self.bestand), bewaard=self.bewaard)
            return
        licht = self.kader.stoplicht
        for plek, tekst in vreemde_teksten(self.bestand, self.document, gelezen, licht):
            velden = {"tekst": tekst, "bewaard": self.bewaard}
            yield catalogue.TEKST_BUITEN_DE_CELLEN.bij(plek, **velden)

    # -- besluiten -----------------------------------------------------------------------

    def _besluiten(self) -> tuple[dict[int, Besluit], dict[str, str]]:
        tabel = self.tabellen[l.MONITORINGSTABEL]
        nummers = {i.code: i.afspraak for i in self.kader.indicatoren}
        eerste_code = {i.afspraak: i.code for i in reversed(self.kader.indicatoren)}
        besluiten: dict[int, Besluit] = {}
        notities: dict[str, str] = {}
        for rij in tabel.rijen():
            code = als_code(tabel.cel(rij, l.CODE).tekst)
            nummer = nummers.get(code, 0)
            notitie = tabel.cel(rij, l.NOTITIE)
            if notitie and code in nummers:
                notities[code] = notitie.tekst
            elif notitie:
                self._onbekend(tabel, notitie, code, notitie.tekst)
            merkcode = eerste_code.get(nummer, code)
            besluit = _besluit(tabel, rij, nummer, merkcode, self.kader.stoplicht)
            if besluit and code in nummers:
                self._neem_op(besluiten, besluit)
            elif besluit:
                woorden = _in_woorden(besluit)
                self.bevindingen.append(
                    catalogue.BESLUIT_ONBEKENDE_AFSPRAAK.bij(
                        besluit.plek, code=code, besluit=woorden, bewaard=self.bewaard
                    )
                )
        return besluiten, notities

    def _neem_op(self, besluiten: dict[int, Besluit], besluit: Besluit) -> None:
        """Add a besluit; a second one on the same afspraak only fills in what is empty."""
        nummer = besluit.afspraak
        gekozen = besluiten.get(nummer, besluit)
        besluiten[nummer] = samen = _vul_aan(gekozen, besluit)
        if _vul_aan(besluit, gekozen) != replace(samen, plek=besluit.plek):
            self.bevindingen.append(_botsing(gekozen, besluit, self.bewaard))
        elif besluit.kleur and self.kader.stoplicht.lees(besluit.kleur) is None:
            keuzes = self.kader.stoplicht.keuzezin
            regel = catalogue.BESLUIT_ONBEKEND
            velden = {"besluit": besluit.kleur, "keuzes": keuzes}
            self.bevindingen.append(regel.bij(besluit.plek, **velden))

    def _onbekend(self, tabel: Tabel, cel: Cel, sleutel: str, tekst: str) -> None:
        self.bevindingen.append(
            catalogue.TEKST_ONBEKENDE_AFSPRAAK.bij(
                tabel.plek(cel), sleutel=sleutel or "(leeg)", tekst=tekst, bewaard=self.bewaard
            )
        )

    # -- the other sheets ----------------------------------------------------------------

    def _afgesproken(self) -> dict[str, Afgesproken]:
        tabel = self.tabellen.get(l.VERSCHILLEN)
        if tabel is None:
            return {}
        indicatoren = {i.code for i in self.kader.indicatoren}
        bekend = indicatoren | {m.code for m in self.kader.meetwaarden}
        gevonden: dict[str, Afgesproken] = {}
        for rij in tabel.rijen():
            code, cel = als_code(tabel.cel(rij, l.CODE).tekst), tabel.cel(rij, l.BESLUIT_AO)
            waarde = _waarde(cel)
            if code in indicatoren and waarde:
                waarde = self.kader.stoplicht.lees(waarde) or waarde
            toelichting = tabel.cel(rij, l.TOELICHTING_AO).tekst
            punt = Afgesproken(code, waarde, toelichting, tabel.plek(cel))
            if punt and code in bekend:
                self._eerste(gevonden, code, punt, punt.plek, f"{cel.tekst} {toelichting}".strip())
            elif punt:
                self._onbekend(tabel, cel, code, f"{cel.tekst} {toelichting}".strip())
        return gevonden

    def _per_afspraak(self, blad: str, lees: Callable[[Tabel, int, int], T]) -> dict[int, T]:
        """The rows of a sheet in which something is filled in, by number of the afspraak."""
        tabel = self.tabellen.get(blad)
        if tabel is None:
            return {}
        bekend = {str(a.nummer): a.nummer for a in self.kader.afspraken}
        gevonden: dict[int, T] = {}
        for rij in tabel.rijen():
            cel = tabel.cel(rij, l.NR)
            punt = lees(tabel, rij, bekend.get(cel.tekst, 0))
            if not punt:
                continue
            if cel.tekst in bekend:
                self._eerste(gevonden, bekend[cel.tekst], punt, tabel.plek(cel), _alles(tabel, rij))
            else:
                self._onbekend(tabel, cel, cel.tekst, _alles(tabel, rij))
        return gevonden

    def _eerste(self, gevonden: dict[U, T], sleutel: U, punt: T, plek: Plek, tekst: str) -> None:
        """Keep the first row of a key; a second one is reported, and is in the copy."""
        if sleutel in gevonden:
            self.bevindingen.append(
                catalogue.RIJ_DUBBEL_IN_MATRIX.bij(
                    plek, sleutel=sleutel, tekst=tekst, bewaard=self.bewaard
                )
            )
        gevonden.setdefault(sleutel, punt)

    def _focuspunt(self, tabel: Tabel, rij: int, nummer: int) -> Focuspunt:
        actie, wie, wanneer = (tabel.cel(rij, k) for k in (l.ACTIE, l.WIE, l.WANNEER))
        return Focuspunt(nummer, actie.tekst, wie.tekst, dag_of_tekst(wanneer), tabel.plek(actie))

    def _stemming(self, tabel: Tabel, rij: int, nummer: int) -> Stemming:
        stemmen = {p.code: self._stem(tabel, rij, nummer, p) for p in self.kader.partijen}
        moderator, vanaf = tabel.cel(rij, l.MODERATOR), tabel.cel(rij, l.VANAF)
        gestemd = {code: stem for code, stem in stemmen.items() if stem}
        return Stemming(
            nummer, moderator.tekst, dag_of_tekst(vanaf), gestemd, tabel.plek(moderator)
        )

    def _stem(self, tabel: Tabel, rij: int, nummer: int, partij: Partij) -> str:
        """A vote as it is read; one that only kaderxl reads, and no formula, is named."""
        cel = tabel.cel(rij, stemkolom(partij))
        licht = self.kader.stoplicht
        gelezen = lees_stem(cel.tekst, licht)
        if gelezen and not leest_formule(str(cel.waarde), licht):
            velden = {"nummer": nummer, "stem": cel.tekst, "partij": partij.naam}
            regel = catalogue.STEM_ANDERS_GESCHREVEN.bij(tabel.plek(cel), gelezen=gelezen, **velden)
            self.bevindingen.append(regel)
        return gelezen or cel.tekst

    def _programmaregel(self, tabel: Tabel, rij: int, nummer: int) -> Programmaregel:
        programma, trekker = tabel.cel(rij, l.PROGRAMMA), tabel.cel(rij, l.TREKKER)
        return Programmaregel(
            nummer,
            programma.tekst,
            trekker.tekst,
            dag_of_tekst(tabel.cel(rij, l.BEGIN)),
            dag_of_tekst(tabel.cel(rij, l.EINDE)),
            tabel.cel(rij, l.FOCUSPUNT).tekst,
            tabel.cel(rij, l.BESLUIT).tekst,
            tabel.plek(programma),
        )

    def _grondslagen(self, besluiten: Mapping[int, Besluit]) -> dict[int, Grondslag]:
        """The answers each besluit rests on: those noted with it, else those of this workbook."""
        tabel = self.tabellen.get(l.GRONDSLAG)
        if tabel is None:
            return {}
        partij_van = {p.naam: p.code for p in self.kader.partijen}
        nummer_van = {i.code: i.afspraak for i in self.kader.indicatoren}
        woorden = {n: besluit_in_woorden(b) for n, b in besluiten.items() if b.kleur}
        antwoorden: dict[int, dict[tuple[str, str], str]] = {n: {} for n in woorden}
        for rij in tabel.rijen():
            code, partij = als_code(tabel.cel(rij, l.CODE).tekst), tabel.cel(rij, "Partij").tekst
            nummer = nummer_van.get(code, 0)
            if nummer in woorden and partij in partij_van:
                zelfde = tabel.cel(rij, l.TOEN_BESLUIT).tekst == woorden[nummer]
                antwoord = tabel.cel(rij, l.TOEN if zelfde else l.NU).tekst
                antwoorden[nummer][code, partij_van[partij]] = antwoord
        return {n: Grondslag(woorden[n], a) for n, a in antwoorden.items() if a}

    # -- the workbook as a whole ---------------------------------------------------------

    def _overgenomen(self) -> tuple[str, ...]:
        """The workbooks of which the sheet Leesmij says that they were adopted."""
        return tuple(
            rij[0]
            for sheet in self.document.sheets
            if sheet.name == l.MATRIX_LEESMIJ
            for rij in sheet.rows
            if rij and isinstance(rij[0], str) and BEWIJS.match(rij[0])
        )

    def _ronde(self) -> Ronde | None:
        gevonden = (
            kenmerk
            for sheet in self.document.sheets
            for rij in sheet.rows
            for waarde in rij
            if isinstance(waarde, str) and f"-{MATRIX}-" in als_code(waarde)
            for kenmerk in vind_kenmerken(waarde)
        )
        eigen = self.kader.instellingen.kenmerk
        passend = (k for k in gevonden if isinstance(k, Kenmerk) and k.kader == eigen)
        return next((k.ronde for k in passend if k.partij == MATRIX), None)


def _teksten(waarde: object) -> Iterator[str]:
    """Every text that was read, however deep."""
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, Mapping):
        for deel in waarde.values():
            yield from _teksten(deel)
    elif is_dataclass(waarde):
        for veld in fields(waarde):
            yield from _teksten(getattr(waarde, veld.name))


def _alles(tabel: Tabel, rij: int) -> str:
    """What stands on a row under the headers that are ours."""
    return " | ".join(t for k in tabel.kolommen if (t := tabel.cel(rij, k).tekst))


def _vul_aan(eerste: Besluit, ander: Besluit) -> Besluit:
    """The first besluit, with what it leaves empty taken from the other."""
    return replace(
        eerste,
        kleur=eerste.kleur or ander.kleur,
        reden=eerste.reden or ander.reden,
        datum=eerste.datum or ander.datum,
    )


def _botsing(gekozen: Besluit, ander: Besluit, bewaard: str) -> Bevinding:
    return catalogue.BESLUITEN_BOTSEN.bij(
        ander.plek,
        nummer=ander.afspraak,
        besluiten=f"{_in_woorden(gekozen)} en {_in_woorden(ander)}",
        gekozen=_in_woorden(gekozen),
        bewaard=bewaard,
    )


def _in_woorden(besluit: Besluit) -> str:
    datum = schrijf_datum(besluit.datum) if isinstance(besluit.datum, date) else besluit.datum
    delen = (besluit.kleur, besluit.reden, str(datum or ""))
    return " / ".join(deel for deel in delen if deel)


def _besluit(tabel: Tabel, rij: int, nummer: int, eerste_code: str, licht: Stoplicht) -> Besluit:
    """The three cells of a row, without the marks kaderxl puts on the later rows itself."""
    kolommen = (l.BESLUIT, l.BESLUIT_REDEN, l.DATUM_BO)
    cellen = [(kolom, tabel.cel(rij, kolom)) for kolom in kolommen]
    kleur, reden, datum = (
        replace(cel, waarde=None) if is_merk(eerste_code, kolom, cel.tekst) else cel
        for kolom, cel in cellen
    )
    return Besluit(
        nummer,
        (licht.lees(kleur.tekst) if kleur else None) or kleur.tekst,
        reden.tekst,
        dag_of_tekst(datum),
        tabel.plek(kleur),
    )


def _waarde(cel: Cel) -> Waarde:
    """A number or a date as it is, a truth as the choice it stands for; anything else as text."""
    if isinstance(cel.waarde, bool):
        ja, nee = JA_NEE.keuzes
        return ja if cel.waarde else nee
    if isinstance(cel.waarde, (int, float)):
        return afgerond(cel.waarde)
    return dag_of_tekst(cel)

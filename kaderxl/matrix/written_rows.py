"""The rows of a matrix on which people write, as cells: each by its own code or number.

Of a row that contradicts itself or another row nothing is read, and that is a finding.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from ..core import catalogue
from ..core import labels as l
from ..core.answers import Waarde
from ..core.kader import Kader
from ..core.notation import lees_ja_nee, plat
from ..core.rounds import Bevinding, Plek
from ..core.sums import afgerond
from ..core.text import als_code
from ..reading.tables import Cel, Tabel, dag_of_tekst
from ..template.kinds import JA_NEE
from .doubtful_rows import doubtful_rows
from .meeting_sheets import Bladen, is_merk
from .settled import (
    AFGESPROKEN,
    BESLUITEN,
    DATUMS,
    NOTITIES,
    SOORTEN,
    STEM,
    STEMMINGEN,
    VAST,
    Ingevuld,
    Onderwerp,
    Plaats,
    in_woorden,
    kort,
    naam_van,
)
from .sheets.layout import stemkolom
from .sheets.spelling import leest_formule
from .voting import lees_stem

_VELDEN = {
    l.MONITORINGSTABEL: (BESLUITEN, NOTITIES),
    l.VERSCHILLEN: (AFGESPROKEN,),
    l.FOCUSPUNTEN: ("focuspunten",),
    l.BESLUITVORMING: (STEMMINGEN,),
    l.JAARPROGRAMMA: ("programma",),
}
"""What is written on each sheet."""
_NOG_NIET = frozenset(map(plat, ("nog niet", "niet", "n.v.t.", "nvt", "n v t")))
"""What people put where the day of the BO is asked, to say that there is none."""
Rij = Mapping[str, Waarde]


def read_rows(
    bladen: Bladen, kader: Kader, bewaard: str, dag_is_formule: bool = False
) -> tuple[Ingevuld, list[Bevinding]]:
    """What is filled in on the sheets that were found.

    What belongs to an afspraak or a code that no longer exists is a finding that names `bewaard`,
    the copy that keeps it.
    """
    lezer = _Lezer(kader, bewaard)
    for blad, velden in _VELDEN.items():
        if tabel := bladen.tabellen.get(blad):
            lezer.lees(blad, tabel, velden)
    dag = dag_van_bo(bladen.vastgesteld)
    lezer.rijen[VAST] = {"dag": dag} if dag else {}
    lezer.plekken[*VAST, "dag"] = bladen.plek_vastgesteld
    if dag_is_formule:
        lezer.betwist.add(VAST)
        lezer.bevindingen.append(catalogue.FORMULE_IN_MATRIX.bij(bladen.plek_vastgesteld))
    cellen = {
        (*onderwerp, deel): waarde
        for onderwerp, rij in lezer.rijen.items()
        if onderwerp not in lezer.betwist
        for deel, waarde in rij.items()
    }
    gelezen = frozenset((*lezer.gelezen, bladen.plek_vastgesteld))
    ingevuld = Ingevuld(cellen, lezer.plekken, frozenset(lezer.betwist), gelezen)
    return ingevuld, lezer.bevindingen


def dag_van_bo(cel: Cel) -> Waarde:
    """A day, or what was written; None for words that say there is none yet."""
    gelezen = dag_of_tekst(cel)
    nog_niet = isinstance(gelezen, str) and plat(gelezen) in _NOG_NIET
    return None if nog_niet or lees_ja_nee(cel.waarde) is False else gelezen


@dataclass
class _Lezer:
    kader: Kader
    bewaard: str
    rijen: dict[Onderwerp, Rij] = field(default_factory=dict)
    plekken: dict[Plaats, Plek] = field(default_factory=dict)
    betwist: set[Onderwerp] = field(default_factory=set)
    gelezen: set[Plek] = field(default_factory=set)
    bevindingen: list[Bevinding] = field(default_factory=list)

    @cached_property
    def bekend(self) -> Mapping[str, Mapping[str, int | str]]:
        """What a row is about, by what may stand where its code or number is."""
        kader = self.kader
        nummers: dict[str, int | str] = {str(a.nummer): a.nummer for a in kader.afspraken}
        indicatoren: dict[str, int | str] = {i.code: i.code for i in kader.indicatoren}
        return {
            **dict.fromkeys(SOORTEN, nummers),
            BESLUITEN: {i.code: i.afspraak for i in kader.indicatoren},
            NOTITIES: indicatoren,
            AFGESPROKEN: indicatoren | {m.code: m.code for m in kader.meetwaarden},
        }

    @cached_property
    def eerste_code(self) -> Mapping[str, str]:
        """Of each code the first one of its afspraak."""
        eerste = {i.afspraak: i.code for i in reversed(self.kader.indicatoren)}
        return {i.code: eerste[i.afspraak] for i in self.kader.indicatoren}

    def lees(self, blad: str, tabel: Tabel, velden: tuple[str, ...]) -> None:
        """Every row of a sheet."""
        sleutelkop = l.CODE if l.CODE in tabel.kolommen else l.NR
        koppen = {veld: self._koppen(veld) for veld in velden}
        alle = [kop for van in koppen.values() for kop in van.values()]

        def cel(rij: int, kop: str) -> Cel:
            gevonden, code = tabel.cel(rij, kop), als_code(tabel.cel(rij, sleutelkop).tekst)
            op_tabel = blad == l.MONITORINGSTABEL
            merk = op_tabel and is_merk(self.eerste_code.get(code, code), kop, gevonden.tekst)
            return replace(gevonden, waarde=None) if merk else gevonden

        def ingevuld(rij: int) -> str:
            return " / ".join(kort(dag_of_tekst(c)) for kop in alle if (c := cel(rij, kop)))

        twijfel = doubtful_rows(blad, tabel, self.kader, [sleutelkop, *alle], ingevuld)
        self.bevindingen += (b for bevindingen in twijfel.values() for b in bevindingen)
        for rij in tabel.rijen():
            sleutel = als_code(tabel.cel(rij, sleutelkop).tekst)
            for veld, van in koppen.items():
                cellen = {deel: cel(rij, kop) for deel, kop in van.items()}
                self.gelezen |= {tabel.plek(gevonden) for gevonden in cellen.values()}
                nummer = self.bekend[veld].get(sleutel)
                if nummer is None:
                    self._zeg_onbekend(veld, sleutel, tabel, cellen)
                elif rij in twijfel:
                    self.betwist.add((veld, nummer))
                else:
                    self._neem((veld, nummer), tabel, cellen)

    def _koppen(self, veld: str) -> Mapping[str, str]:
        """The header over each part."""
        stemmen = self.kader.partijen if veld == STEMMINGEN else ()
        return {**SOORTEN[veld].delen, **{f"{STEM}{p.code}": stemkolom(p) for p in stemmen}}

    def _neem(self, onderwerp: Onderwerp, tabel: Tabel, cellen: Mapping[str, Cel]) -> None:
        """Take a row; a second one about the same must say the same, or neither is taken."""
        rij, eerst = self._lees_rij(onderwerp, tabel, cellen), self.rijen.get(onderwerp)
        if eerst is None or (rij and not eerst):
            self.rijen[onderwerp] = rij
            self.plekken |= {(*onderwerp, deel): tabel.plek(cel) for deel, cel in cellen.items()}
        elif rij and rij != eerst:
            self.betwist.add(onderwerp)
            plek = tabel.plek(next(cel for cel in cellen.values() if cel))
            is_besluit = onderwerp[0] == BESLUITEN
            regel = catalogue.BESLUITEN_BOTSEN if is_besluit else catalogue.RIJ_DUBBEL_IN_MATRIX
            velden = {"eerst": in_woorden(eerst), "tekst": in_woorden(rij)}
            self.bevindingen.append(regel.bij(plek, wat=naam_van(onderwerp), **velden))

    def _lees_rij(self, onderwerp: Onderwerp, tabel: Tabel, cellen: Mapping[str, Cel]) -> Rij:
        """What is filled in on a row, read as what was asked; anything else as it was written."""
        licht = self.kader.stoplicht
        kleurcel = cellen.get("kleur")
        kleur = licht.lees(kleurcel.tekst) if kleurcel else None
        if kleurcel and not kleur:
            velden = {"besluit": kleurcel.tekst, "keuzes": licht.keuzezin}
            regel = catalogue.BESLUIT_ONBEKEND
            self.bevindingen.append(regel.bij(tabel.plek(kleurcel), **velden))
        rij: dict[str, Waarde] = {}
        for deel, cel in cellen.items():
            if deel.startswith(STEM):
                rij[deel] = self._stem(onderwerp, deel, tabel, cel)
            elif deel == "kleur":
                rij[deel] = kleur or cel.tekst
            elif deel == "reden":
                rij[deel] = _reden(cel.tekst, kleur.redenen if kleur else {})
            elif deel == "waarde":
                waarde = _getal_of_tekst(cel)
                is_kleur = onderwerp[1] in self.bekend[NOTITIES]
                rij[deel] = (licht.lees(waarde) if is_kleur else None) or waarde
            elif deel in DATUMS:
                rij[deel] = dag_van_bo(cel) if deel == "datum" else dag_of_tekst(cel)
            else:
                rij[deel] = cel.tekst
        return {deel: waarde for deel, waarde in rij.items() if waarde not in (None, "")}

    def _stem(self, onderwerp: Onderwerp, deel: str, tabel: Tabel, cel: Cel) -> str:
        """A vote as it is read; one that only kaderxl reads, and no formula, is named."""
        licht = self.kader.stoplicht
        gelezen = lees_stem(cel.tekst, licht)
        if gelezen and not leest_formule(str(cel.waarde), licht):
            partij = self.kader.partij(deel.removeprefix(STEM))
            assert partij is not None, "the columns are those of the partijen"
            velden = {"nummer": onderwerp[1], "stem": cel.tekst, "partij": partij.naam}
            regel = catalogue.STEM_ANDERS_GESCHREVEN.bij(tabel.plek(cel), gelezen=gelezen, **velden)
            self.bevindingen.append(regel)
        return gelezen or cel.tekst

    def _zeg_onbekend(
        self, veld: str, sleutel: str, tabel: Tabel, cellen: Mapping[str, Cel]
    ) -> None:
        """What is filled in about a thing that the kader does not know."""
        gevuld = [cel for cel in cellen.values() if cel]
        if not gevuld:
            return
        plek = tabel.plek(gevuld[0])
        if veld == BESLUITEN:
            besluit = in_woorden(self._lees_rij((veld, 0), tabel, cellen))
            velden = {"code": sleutel, "besluit": besluit, "bewaard": self.bewaard}
            self.bevindingen.append(catalogue.BESLUIT_ONBEKENDE_AFSPRAAK.bij(plek, **velden))
        else:
            tekst = " | ".join(cel.tekst for cel in gevuld)
            velden = {"sleutel": sleutel or "(leeg)", "tekst": tekst, "bewaard": self.bewaard}
            self.bevindingen.append(catalogue.TEKST_ONBEKENDE_AFSPRAAK.bij(plek, **velden))


def _reden(tekst: str, redenen: Mapping[str, str]) -> str:
    """A letter, however it is written, as that letter; words stay as they were written."""
    letter = plat(tekst).strip("() ")
    return letter if letter in redenen else tekst


def _getal_of_tekst(cel: Cel) -> Waarde:
    """A number or a date as it is, a truth as the choice it stands for; anything else as text."""
    if isinstance(cel.waarde, bool):
        ja, nee = JA_NEE.keuzes
        return ja if cel.waarde else nee
    if isinstance(cel.waarde, (int, float)):
        return afgerond(cel.waarde)
    return dag_of_tekst(cel)

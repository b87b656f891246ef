"""The rows of a matrix on which people write, as cells: each by its own code or number.

Of a row that contradicts itself or another row nothing is read, and that is a finding.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from ..core import catalogue, labels as l
from ..core.answers import Waarde
from ..core.kader import Kader
from ..core.notation import lees_datum, lees_ja_nee, plat
from ..core.proposals import OPTIES
from ..core.rounds import NERGENS, Bevinding, Plek
from ..core.sums import afgerond
from ..core.text import als_code
from ..reading.tables import Cel, Tabel, dag_of_tekst
from ..template.kinds import DATUM, JA_NEE
from .doubtful_rows import doubtful_rows
from .meeting_sheets import Bladen, is_merk, key_header
from .settled import (
    AFGESPROKEN,
    BESLUITEN,
    DAGEN,
    DATUMS,
    GETALLEN,
    NOTITIES,
    NUMMERS,
    SOORTEN,
    STEM,
    STEMMINGEN,
    STEMPUNTEN,
    VOORBEELD,
    WIJZIGINGEN,
    Ingevuld,
    Onderwerp,
    Plaats,
    in_woorden,
    kort,
    naam_van,
)
from .sheets.layout import stemkolom
from .sheets.spelling import leest_formule
from .voting import lees_optie, lees_stem

_VELDEN = {
    l.MONITORINGSTABEL: (NOTITIES,),
    l.BESLUITENLIJST: (),
    l.VERSCHILLEN: (AFGESPROKEN,),
    l.FOCUSPUNTEN: ("focuspunten",),
    l.BESLUITVORMING: (STEMMINGEN,),
    l.JAARPROGRAMMA: ("programma",),
    l.WIJZIGINGEN: (WIJZIGINGEN,),
    l.STEMMINGEN: (STEMPUNTEN,),
}
"""What is written on each sheet, beside the besluiten."""
_NOG_NIET = frozenset(
    map(plat, ("nog niet", "niet", "geen", "n.v.t.", "nvt", "n v t", "n.n.b.", "nnb", "onbekend"))
)
"""What people put where the day of the BO is asked, to say that there is none."""
_VAN_HET_BO = ("datum", "vanaf")
_EEUW = range(2000, 2100)
Rij = Mapping[str, Waarde]


def read_rows(
    bladen: Bladen, kader: Kader, bewaard: str, dag_is_formule: Collection[str] = ()
) -> tuple[Ingevuld, list[Bevinding]]:
    """What is filled in on the sheets that were found.

    What belongs to an afspraak or a code that no longer exists is a finding that names `bewaard`,
    the copy that keeps it. `dag_is_formule` are the labels beside which a formula stands.
    """
    lezer = _Lezer(kader, bewaard)
    for blad, velden in _VELDEN.items():
        if tabel := bladen.tabellen.get(blad):
            besluiten = (BESLUITEN,) if blad == bladen.besluitblad else ()
            lezer.lees(blad, tabel, (*besluiten, *velden))
    for veld, label in DAGEN.items():
        cel, plek = bladen.dagen.get(label, (Cel(None, ""), NERGENS))
        dag = dag_van_bo(cel)
        lezer.rijen[veld, ""] = {"dag": dag} if dag else {}
        lezer.plekken[veld, "", "dag"] = plek
        lezer.gelezen.add(plek)
        if label in dag_is_formule:
            lezer.betwist.add((veld, ""))
            lezer.bevindingen.append(catalogue.FORMULE_IN_MATRIX.bij(plek))
    cellen = {
        (*onderwerp, deel): waarde
        for onderwerp, rij in lezer.rijen.items()
        if onderwerp not in lezer.betwist
        for deel, waarde in rij.items()
    }
    ingevuld = Ingevuld(cellen, lezer.plekken, frozenset(lezer.betwist), frozenset(lezer.gelezen))
    return ingevuld, lezer.bevindingen


def dag_van_bo(cel: Cel) -> Waarde:
    """A day, or what was written; None for words or a dash that say there is none yet."""
    gelezen = _dag(cel)
    nog_niet = isinstance(gelezen, str) and (
        plat(gelezen) in _NOG_NIET or not any(map(str.isalnum, gelezen))
    )
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
        nummers: dict[str, int | str] = {als_code(str(a.nummer)): a.nummer for a in kader.afspraken}
        indicatoren: dict[str, int | str] = {i.code: i.code for i in kader.indicatoren}
        return {
            **dict.fromkeys(SOORTEN, nummers),
            BESLUITEN: nummers | {i.code: i.afspraak for i in kader.indicatoren},
            NOTITIES: indicatoren,
            AFGESPROKEN: indicatoren | {m.code: m.code for m in kader.meetwaarden},
        }

    @cached_property
    def datums(self) -> frozenset[str]:
        """The meetwaarden (by code) that ask a day."""
        return frozenset(m.code for m in self.kader.meetwaarden if m.soort is DATUM)

    @cached_property
    def eerste_code(self) -> Mapping[str, str]:
        """Of each code the first one of its afspraak."""
        eerste = {i.afspraak: i.code for i in reversed(self.kader.indicatoren)}
        return {i.code: eerste[i.afspraak] for i in self.kader.indicatoren}

    def lees(self, blad: str, tabel: Tabel, velden: tuple[str, ...]) -> None:
        """Every row of a sheet."""
        sleutelkop = key_header(blad)
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
                nummer = self._nummer(veld, sleutel)
                if nummer is None:
                    self._zeg_onbekend(veld, sleutel, tabel, cellen)
                elif rij in twijfel:
                    self.betwist.add((veld, nummer))
                else:
                    self._neem((veld, nummer), tabel, cellen)

    def _nummer(self, veld: str, sleutel: str) -> int | str | None:
        """What a row is about; None for what does not exist."""
        if veld in NUMMERS:
            return sleutel if NUMMERS[veld].fullmatch(sleutel) else None
        return self.bekend[veld].get(sleutel)

    def _koppen(self, veld: str) -> Mapping[str, str]:
        """The header over each part."""
        stemmen = self.kader.partijen if veld in (STEMMINGEN, STEMPUNTEN) else ()
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
        opties = {o: c.tekst for o in OPTIES if (c := cellen.get(f"optie_{o.lower()}"))}
        for deel, cel in cellen.items():
            if deel.startswith(STEM) and onderwerp[0] == STEMPUNTEN:
                rij[deel] = lees_optie(cel.tekst, opties) or cel.tekst
            elif deel.startswith(STEM):
                rij[deel] = self._stem(onderwerp, deel, tabel, cel)
            elif deel == "kleur":
                rij[deel] = kleur or cel.tekst
            elif deel == "reden":
                rij[deel] = _reden(cel.tekst, kleur.redenen if kleur else {})
            elif deel == "waarde":
                waarde = _dag(cel) if onderwerp[1] in self.datums else _getal_of_tekst(cel)
                is_kleur = onderwerp[1] in self.bekend[NOTITIES]
                rij[deel] = (licht.lees(waarde) if is_kleur else None) or waarde
            elif deel in GETALLEN:
                rij[deel] = _getal_of_tekst(cel)
            elif deel in DATUMS:
                rij[deel] = dag_van_bo(cel) if deel in _VAN_HET_BO else _dag(cel)
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
        if veld in NUMMERS:
            velden = {"nr": sleutel or "leeg", "tekst": " | ".join(cel.tekst for cel in gevuld)}
            velden |= {"voorbeeld": VOORBEELD[veld], "bewaard": self.bewaard}
            self.bevindingen.append(catalogue.RIJ_ZONDER_NUMMER.bij(plek, **velden))
        elif veld == BESLUITEN:
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


def _dag(cel: Cel) -> date | str:
    """A day or the text; a number where a day is asked is one of which a program lost the form."""
    getal = isinstance(cel.waarde, (int, float)) and not isinstance(cel.waarde, bool)
    dag = lees_datum(cel.waarde) if getal else None
    # A year alone, or how many, is no day.
    return dag if dag and dag.year in _EEUW else dag_of_tekst(cel)


def _getal_of_tekst(cel: Cel) -> Waarde:
    """A number or a date as it is, a truth as the choice it stands for; anything else as text."""
    if isinstance(cel.waarde, bool):
        ja, nee = JA_NEE.keuzes
        return ja if cel.waarde else nee
    if isinstance(cel.waarde, (int, float)):
        return afgerond(cel.waarde)
    return dag_of_tekst(cel)

"""Every text that an input sheet carries of its own, so that a partij's words stand out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..core import labels as l
from ..core import phrases as say
from ..core.identity import Kenmerk
from ..core.kader import Kader, Partij
from ..core.notation import een_regel
from ..core.rounds import Ronde
from ..core.text import als_code
from ..template.kinds import JA_NEE
from .checks import controlewoorden, keuze_van, keuzelijst
from .explanation import stel_uitleg_op
from .questions import Programmavraag, Vraagregel, Vragen, Vragenlijst
from .remarks import TITEL as OPMERKINGEN_TITEL
from .remarks import VASTE_TEKSTEN as OPMERKINGEN_TEKSTEN

KENMERK = "Kenmerk"
AANWIJZING = "Vul de gele cellen in. Eerste keer? Lees het blad Uitleg."
ALLES_INGEVULD = "Alles is ingevuld. Dank u wel!"
_NIETS = frozenset({None, ""})
_ZO_VAAK = 10**9
_NOG_TE_DOEN = re.compile(r"Nog \d+ van \d+ in te vullen")


def nog_te_doen(nog: int, van: int) -> str:
    """The live line at the top of the sheet."""
    return f"Nog {nog} van {van} in te vullen" if nog else ALLES_INGEVULD


def titel(partij: Partij, ronde: Ronde) -> str:
    return f"{partij.naam}: {say.naam_van(ronde)}"


def vaste_cellen(vraag: Vraagregel | Programmavraag, vorige: Mapping[str, str]) -> tuple[str, ...]:
    """The eight cells before the answers on a row of the table."""
    return (*vraag.cellen, vorige.get(vraag.code, "–"))


def vaste_rijen(vragen: Vragen) -> list[tuple[str, ...]]:
    """Those cells of every row, whoever is asked."""
    return [vaste_cellen(vraag, {}) for vraag in vragen.alle]


def metagegevens(
    kader: Kader, ronde: Ronde, partij: Partij, vragenlijst: Vragenlijst, fictief: bool
) -> dict[str, str]:
    """The identity again, on the hidden sheet."""
    return {
        "kenmerk": str(vragenlijst.kenmerk),
        "kader": kader.instellingen.kader,
        "ronde": str(ronde),
        "partij": partij.naam,
        "versie": vragenlijst.kenmerk.versie,
        "fictief": "ja" if fictief else "nee",
    }


def keuzelijsten(kader: Kader) -> dict[str, list[str]]:
    """The choices of the dropdowns, by the name of their range."""
    lijsten = {"Keuze_beoordeling": [*map(str, kader.stoplicht)], "Keuze_ja_nee": [*JA_NEE.keuzes]}
    for kleur in kader.stoplicht.met_reden:
        keuzes = [keuze_van(letter, tekst) for letter, tekst in kleur.redenen.items()]
        lijsten[keuzelijst(kleur)] = keuzes
    lijsten["Keuze_geen"] = ["(geen reden nodig)"]
    return lijsten


@dataclass(frozen=True, slots=True)
class EigenTeksten:
    """What kaderxl itself wrote: by column of the table, around it, and on other sheets.

    `elders` has how often each text stands on one sheet: what stands there once more is not ours.
    A sheet with all of one of the `merken` is a sheet of ours.
    """

    kolommen: Mapping[str, frozenset[str]]
    rondom: frozenset[str]
    elders: Mapping[str, int]
    merken: tuple[frozenset[str], ...] = ()

    def vult_kolom(self, kolom: str, waarden: Iterable[object]) -> bool:
        """Whether every cell is empty or, letter for letter, ours: by far the most columns."""
        return not set(waarden) - self.kolommen.get(kolom, frozenset()) - _NIETS

    def vult_ander_blad(self, waarden: Iterable[object]) -> bool:
        """The same for all the cells of another sheet."""
        return all(
            waarde in _NIETS or (isinstance(waarde, str) and aantal <= self.elders.get(waarde, 0))
            for waarde, aantal in Counter(waarden).items()
        )

    def in_kolom(self, kolom: str, tekst: str) -> bool:
        eigen = self.kolommen.get(kolom, frozenset())
        return tekst in eigen or een_regel(tekst) in eigen

    def om_de_tabel(self, tekst: str) -> bool:
        schoon = een_regel(tekst)
        al_van_ons = schoon in self.rondom or als_code(tekst) in self.rondom
        return al_van_ons or bool(_NOG_TE_DOEN.fullmatch(schoon))

    def tekent(self, waarden: Iterable[object]) -> bool:
        """Whether these cells make the sheet they stand on one of ours."""
        teksten = {waarde for waarde in waarden if isinstance(waarde, str)}
        gevouwen = teksten | {*map(een_regel, teksten)}
        return any(merk <= gevouwen for merk in self.merken)

    def op_ander_blad(self, tekst: str, al_gezien: Counter[str]) -> bool:
        """Whether a text on another sheet is ours; `al_gezien` counts those that were."""
        vormen = (tekst, een_regel(tekst), als_code(tekst))
        sleutel = next((vorm for vorm in vormen if vorm in self.elders), tekst)
        al_gezien[sleutel] += 1
        return al_gezien[sleutel] <= self.elders.get(sleutel, 0)


def eigen_teksten(
    kader: Kader,
    ronde: Ronde,
    partij: Partij,
    vragenlijst: Vragenlijst,
    vorige: Mapping[str, str],
    kenmerk: Kenmerk,
) -> EigenTeksten:
    """The texts of the input sheet of this partij in this ronde, white space folded.

    `kenmerk` is the one on the sheet that came back; its version may be an older one.
    """
    antwoorden = _gevouwen(vorige.get(vraag.code, "–") for vraag in vragenlijst.vragen.alle)
    kolommen = {**_kolommen(vragenlijst.vragen), l.VORIGE_RONDE: antwoorden}
    rondom = [
        titel(partij, ronde),
        kader.instellingen.kader,
        KENMERK,
        str(kenmerk),
        AANWIJZING,
        ALLES_INGEVULD,
        l.FICTIEF,
    ]
    meta = metagegevens(kader, ronde, partij, vragenlijst, fictief=False)
    uitleg = stel_uitleg_op(kader, ronde, partij, vragenlijst)
    meta_teksten = [*meta, *meta.values(), str(kenmerk), kenmerk.versie]
    elders = _hoogste(_voor_ieder(kader), uitleg.teksten(), meta_teksten)
    merken = ([uitleg.titel], [*meta], [OPMERKINGEN_TITEL])
    return EigenTeksten(kolommen, _gevouwen(rondom), elders, tuple(map(_gevouwen, merken)))


@lru_cache(maxsize=8)
def _voor_ieder(kader: Kader) -> Mapping[str, int]:
    """What stands on the other sheets, whoever is asked, and how often on one of them."""
    eenmaal = [
        l.FICTIEF,
        "ja",
        *(keuze for lijst in keuzelijsten(kader).values() for keuze in lijst),
        # Some programs write the sign of a number format into the text.
        *(f"{b.symbool} {b}" for b in kader.stoplicht),
    ]
    return _hoogste(dict.fromkeys(_gevouwen(OPMERKINGEN_TEKSTEN), _ZO_VAAK), eenmaal)


@lru_cache(maxsize=64)
def _kolommen(vragen: Vragen) -> Mapping[str, frozenset[str]]:
    """What stands in each column of ours, whoever is asked."""
    per_kolom = map(_gevouwen, zip(*vaste_rijen(vragen), strict=True))
    kolommen = dict(zip(l.INVULBLAD_KOLOMMEN, per_kolom, strict=False))
    return kolommen | {l.CONTROLE: _gevouwen(controlewoorden())}


def _hoogste(al: Mapping[str, int], *bladen: list[str]) -> Mapping[str, int]:
    """How often each text stands on the sheet that has it most, white space folded or not."""
    hoogste = dict(al)
    for teksten in bladen:
        for zoals_nu in (teksten, map(een_regel, teksten)):
            for tekst, aantal in Counter(zoals_nu).items():
                if aantal > hoogste.get(tekst, 0):
                    hoogste[tekst] = aantal
    return hoogste


def _gevouwen(teksten: Iterable[str]) -> frozenset[str]:
    """The texts as they are, and with their white space folded."""
    alle = set(teksten)
    return frozenset(alle | {een_regel(tekst) for tekst in alle})

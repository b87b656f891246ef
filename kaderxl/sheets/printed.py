"""What kaderxl itself printed on an input sheet, so that a partij's words stand out.

Printed is what a sheet showed when it was made: of one that comes back that may be long ago, and
by another template.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..core import labels as l
from ..core.identity import Kenmerk
from ..core.kader import Kader, Partij
from ..core.notation import een_regel
from ..core.rounds import Ronde
from ..core.text import als_code
from . import texts
from .checks import controlewoorden
from .explanation import STOND_ER, stel_uitleg_op
from .fitting import is_shortened, lange_teksten
from .questions import Vragen, Vragenlijst
from .remains import remains_of
from .remarks import TITEL as OPMERKINGEN_TITEL, VASTE_TEKSTEN as OPMERKINGEN_TEKSTEN

Texts = tuple[str, ...]
_NIETS = frozenset({None, ""})
_ZO_VAAK = 10**9


@dataclass(frozen=True, eq=False)
class PrintedQuestions:
    """What is on every sheet with the same questions, whoever is asked.

    `rows` has the eight fixed cells of each row, `programme` those of the jaarprogramma; in the
    column `Vorige ronde` nothing is filled in. Equal to itself alone, so that what is asked often
    is worked out once.
    """

    rows: tuple[Texts, ...]
    programme: tuple[Texts, ...]
    choices: Texts
    checks: Texts

    @property
    def all_rows(self) -> tuple[Texts, ...]:
        return self.rows + self.programme


@dataclass(frozen=True, slots=True)
class Printed:
    """What one sheet shows besides: `earlier` is the column `Vorige ronde` by code, `around` what
    stands above the table, `uitleg` every text on that sheet, its title first."""

    questions: PrintedQuestions
    earlier: Mapping[str, str]
    around: Texts
    uitleg: Texts
    meta: Mapping[str, str]


def print_sheet(
    kader: Kader, ronde: Ronde, partij: Partij, vragenlijst: Vragenlijst, vorige: Mapping[str, str]
) -> Printed:
    """What the sheet of this partij would show when it was made now, fictief or not."""
    questions = _questions(kader, vragenlijst.vragen)
    codes = (rij[0] for rij in questions.all_rows)
    around = (
        texts.titel(partij, ronde, vragenlijst.alleen_akkoord),
        kader.instellingen.kader,
        texts.KENMERK,
        str(vragenlijst.kenmerk),
        texts.aanwijzing(vragenlijst),
        texts.ALLES_INGEVULD,
        texts.ALLES_VERBETERD,
        texts.NOG_EEN_VRAAG,
        l.FICTIEF,
    )
    meta = texts.metagegevens(kader, ronde, partij, vragenlijst, fictief=False)
    lang = lange_vragen(vragenlijst, vorige)
    uitleg = stel_uitleg_op(kader, ronde, partij, vragenlijst, lang)
    earlier = {code: vorige[code] for code in codes if code in vorige}
    return Printed(questions, earlier, around, tuple(uitleg.teksten()), meta)


def lange_vragen(vragenlijst: Vragenlijst, vorige: Mapping[str, str]) -> list[str]:
    """The questions that stand on the sheet Uitleg too, whole: there is no row for them."""
    rijen = ((False, vragenlijst.regels), (True, vragenlijst.programma))
    vast = ((p, texts.vaste_cellen(vraag, vorige)) for p, vragen in rijen for vraag in vragen)
    return lange_teksten({r[0]: str(texts.vraagtekst(r, r[-1], p)) for p, r in vast})


@lru_cache(maxsize=64)
def _questions(kader: Kader, vragen: Vragen) -> PrintedQuestions:
    akkoord = any(regel.trekker for regel in vragen.regels)
    keuzes = [keuze for lijst in texts.keuzelijsten(kader, akkoord).values() for keuze in lijst]
    # Some programs write the sign of a number format into the text.
    met_symbool = (f"{b.symbool} {b}" for b in kader.stoplicht)
    return PrintedQuestions(
        tuple(texts.vaste_cellen(regel, {}) for regel in vragen.regels),
        tuple(texts.vaste_cellen(vraag, {}) for vraag in vragen.programma),
        (*keuzes, *met_symbool),
        controlewoorden(kader),
    )


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
        if tekst in eigen or een_regel(tekst) in eigen:
            return True
        return bool(remains_of(tekst, eigen)) or is_shortened(tekst, eigen)

    def om_de_tabel(self, tekst: str) -> bool:
        schoon = een_regel(tekst)
        al_van_ons = schoon in self.rondom or als_code(tekst) in self.rondom
        nog_van_ons = texts.BOVEN.fullmatch(schoon) or remains_of(tekst, self.rondom)
        return al_van_ons or bool(nog_van_ons)

    def tekent(self, waarden: Iterable[object]) -> bool:
        """Whether these cells make the sheet they stand on one of ours."""
        teksten = {waarde for waarde in waarden if isinstance(waarde, str)}
        gevouwen = teksten | {*map(een_regel, teksten)}
        return any(merk <= gevouwen for merk in self.merken)

    def op_ander_blad(self, tekst: str, al_gezien: Counter[str]) -> bool:
        """Whether a text on another sheet is ours; `al_gezien` counts those that were."""
        vormen = (tekst, een_regel(tekst), als_code(tekst))
        heel = next((vorm for vorm in vormen if vorm in self.elders), None)
        sleutel = heel or remains_of(tekst, self.elders) or tekst
        al_gezien[sleutel] += 1
        return al_gezien[sleutel] <= self.elders.get(sleutel, 0)


def own_texts(printed: Printed, kenmerk: Kenmerk, stempel: str) -> EigenTeksten:
    """The texts of a sheet that came back with this kenmerk and this stempel (or "").

    White space is folded. The version in that kenmerk may be an older one than what is printed.
    """
    questions, meta = printed.questions, printed.meta
    codes = [rij[0] for rij in questions.all_rows]
    eerder = _gevouwen(printed.earlier.get(code, "–") for code in codes)
    kolommen = {**_kolommen(questions), **dict.fromkeys(l.EERDER, eerder)}
    kolommen[l.VRAAG] |= _gevouwen(_vragen(questions, printed.earlier))
    gegevens = [*meta, *meta.values(), str(kenmerk), kenmerk.versie, texts.STEMPEL, stempel]
    elders = _hoogste(_voor_ieder(questions), printed.uitleg, gegevens)
    altijd = [naam for naam in meta if naam not in codes]
    merken = ([printed.uitleg[0]], altijd, [OPMERKINGEN_TITEL])
    rondom = _gevouwen((*printed.around, str(kenmerk)))
    return EigenTeksten(kolommen, rondom, elders, tuple(map(_gevouwen, merken)))


@lru_cache(maxsize=64)
def _voor_ieder(questions: PrintedQuestions) -> Mapping[str, int]:
    """What stands on the other sheets, whoever is asked, and how often on one of them."""
    eenmaal = [l.FICTIEF, "ja", *questions.choices, *STOND_ER]
    return _hoogste(dict.fromkeys(_gevouwen(OPMERKINGEN_TEKSTEN), _ZO_VAAK), eenmaal)


@lru_cache(maxsize=64)
def _kolommen(questions: PrintedQuestions) -> Mapping[str, frozenset[str]]:
    """What stands in each column of ours, whoever is asked."""
    per_kolom = map(_gevouwen, zip(*questions.all_rows, strict=True))
    kolommen = dict(zip(l.VASTE_CELLEN, per_kolom, strict=True))
    kolommen[l.VRAAG] |= _gevouwen(_vragen(questions, {}))
    ja_nee = frozenset(l.JA_OF_NEE)
    return kolommen | {l.CONTROLE: _gevouwen(questions.checks), l.BEKIJKEN: ja_nee}


def _vragen(questions: PrintedQuestions, eerder: Mapping[str, str]) -> Iterator[str]:
    """What stands in the column of the questions, with what was answered `eerder` by code."""
    for rijen, programma in ((questions.rows, False), (questions.programme, True)):
        for rij in rijen:
            yield texts.tussenkop(rij, programma)
            yield str(texts.vraagtekst(rij, eerder.get(rij[0], "–"), programma))


def _hoogste(al: Mapping[str, int], *bladen: Iterable[str]) -> Mapping[str, int]:
    """How often each text stands on the sheet that has it most, white space folded or not."""
    hoogste = dict(al)
    for teksten in map(tuple, bladen):
        for zoals_nu in (teksten, map(een_regel, teksten)):
            for tekst, aantal in Counter(zoals_nu).items():
                if aantal > hoogste.get(tekst, 0):
                    hoogste[tekst] = aantal
    return hoogste


def _gevouwen(teksten: Iterable[str]) -> frozenset[str]:
    """The texts as they are, and with their white space folded."""
    alle = set(teksten)
    return frozenset(alle | {een_regel(tekst) for tekst in alle})

"""Findings put in words for a reader: equal ones as one, and for the partij a line each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from string import Formatter

from . import catalogue
from .catalogue import CATALOGUS
from .findings import op_ernst
from .notation import een_regel
from .rounds import Bevinding, Ernst, Plek

# A finding may quote a whole page. The cut lies within the quotation: before and behind it
# there is room for what the catalogue says around it.
_BEGIN, _EINDE = 400, 150
_LANGSTE_REGEL = 2_000
_TIP = r"(?: Bedoelt u “[^”]*”\?| Heet die nu “[^”]*”\?)?"
_AANHEF = {Ernst.FOUT: "Nog te doen:", Ernst.WAARSCHUWING: "Klopt dit?", Ernst.MELDING: "Melding:"}
_AANHEF_EERDER = {Ernst.FOUT: "Fout:", Ernst.WAARSCHUWING: "Waarschuwing:"}
_ACTIES = {regel.code: regel.voor_partij for regel in CATALOGUS if regel.voor_partij}


_ENKELE = 10
_IN_SJABLOON = (
    catalogue.CODE_ONGESCHIKT,
    catalogue.CODE_ONTBREEKT,
    catalogue.CODE_HERGEBRUIKT,
    catalogue.NUMMER_ONTBREEKT,
    catalogue.AFSPRAAK_WISSELT,
    catalogue.RIJ_OPEN_COMPLEET,
    catalogue.JAAR_ONLEESBAAR,
    catalogue.JAAR_LEEG,
    catalogue.JAAR_BUITEN_LOOPTIJD,
    catalogue.ZONDER_ACTIEHOUDER,
    catalogue.INDICATOR_ONBEKEND,
    catalogue.INDICATOR_LEEG,
    catalogue.MEETWAARDE_ONBEKEND,
    catalogue.GROEP_ZONDER_VRAAG,
    catalogue.DOEL_ALS_DEEL,
    catalogue.DOEL_IN_PROCENTEN,
)
_PAAR = {catalogue.KEUZE_VERANDERT.code: 3} | {regel.code: 1 for regel in _IN_SJABLOON}
"""Of these fewer are each a line: one act of a person turned them all."""
_EEN_OORZAAK = {
    regel.code
    for regel in (
        catalogue.LOSSE_TEKST,
        catalogue.DOORGESTREEPT,
        catalogue.GETALOPMAAK,
        catalogue.ANTWOORD_ONZICHTBAAR,
        catalogue.TEKST_BUITEN_DE_CELLEN,
        catalogue.DOORGESTREEPT_IN_MATRIX,
        catalogue.GETALOPMAAK_IN_MATRIX,
        catalogue.ONZICHTBAAR_IN_MATRIX,
        catalogue.KEUZE_VERANDERT,
        *_IN_SJABLOON,
    )
}
"""Of which more than a few on one sheet have one cause: a sheet or a column that was added, or how
a whole column is shown, or a choice."""


@dataclass(frozen=True, slots=True)
class Groep:
    """A finding where it was found first, and the other places where it is the same.

    `anders` has the findings with another text that have the same cause.
    """

    bevinding: Bevinding
    ook: tuple[Plek, ...] = ()
    aantal: int = 1
    anders: tuple[Bevinding, ...] = ()

    @property
    def plekken(self) -> tuple[Plek, ...]:
        return (self.bevinding.plek, *self.ook)


def groepeer(bevindingen: Iterable[Bevinding]) -> list[Groep]:
    """Equal findings about one file as one; gravest first, else in the order they were found."""
    return samen(op_ernst(bevindingen))


def per_oorzaak(bevindingen: Iterable[Bevinding]) -> list[Groep]:
    """The same in the order they were found, and those of one cause as one."""
    per_blad: dict[object, list[Groep]] = {}
    for groep in samen(bevindingen):
        b = groep.bevinding
        oorzaak = (b.code, b.plek.bestand, b.plek.blad) if b.code in _EEN_OORZAAK else id(groep)
        per_blad.setdefault(oorzaak, []).append(groep)
    gevonden: list[Groep] = []
    for groepen in per_blad.values():
        eerste, *meer = groepen
        if len(groepen) > _PAAR.get(eerste.bevinding.code, _ENKELE):
            anders = tuple(replace(g.bevinding, plek=plek) for g in meer for plek in g.plekken)
            aantal = sum(groep.aantal for groep in groepen)
            gevonden.append(replace(eerste, aantal=aantal, anders=anders))
        else:
            gevonden += groepen
    return gevonden


def samen(bevindingen: Iterable[Bevinding]) -> list[Groep]:
    """Equal findings about one file as one, in the order they were found."""
    per_tekst: dict[tuple[str, ...], list[Bevinding]] = {}
    for b in bevindingen:
        per_tekst.setdefault((b.ernst, b.code, b.plek.bestand, b.tekst, b.actie), []).append(b)
    groepen = []
    for gelijk in per_tekst.values():
        _, *ook = dict.fromkeys(b.plek for b in gelijk)
        groepen.append(Groep(gelijk[0], tuple(ook), len(gelijk)))
    return groepen


def voor_partij(b: Bevinding) -> str:
    """A finding as the partij reads it, in one line: `Klopt dit? … …`."""
    tekst = een_regel(b.tekst)
    if len(tekst) > _BEGIN + _EINDE:
        tekst = f"{tekst[:_BEGIN]} … {tekst[-_EINDE:]}"
    return een_regel(f"{_AANHEF[b.ernst]} {tekst} {_ACTIES.get(b.code, b.actie)}")


def is_voor_partij(regel: str) -> bool:
    """Whether a line is what `voor_partij` says of some finding; one word more and it is not."""
    schoon = een_regel(regel)
    # The length also bounds what matching may cost: the text is anybody's.
    if len(schoon) > _LANGSTE_REGEL:
        return False
    eigen = (v for v in _vormen() if schoon.startswith(v.partition("{")[0]))
    return any(_patroon(vorm).fullmatch(schoon) for vorm in eigen)


@cache
def _vormen() -> tuple[str, ...]:
    """What every finding about a return looks like, or did."""
    return tuple(
        f"{aanhef[regel.ernst]} {regel.tekst} {regel.voor_partij or regel.actie}"
        for aanhef in (_AANHEF, _AANHEF_EERDER)
        for regel in CATALOGUS
        if regel.code[0] in "BIV" and regel.ernst in aanhef
    )


@cache
def _patroon(vorm: str) -> re.Pattern[str]:
    """Made when a line begins as it does: to compile all of them takes longer than a glance."""
    delen = []
    for letterlijk, veld, _, _ in Formatter().parse(vorm):
        delen.append(re.escape(letterlijk))
        if veld is not None:
            delen.append(_TIP if veld == "tip" else ".*")
    return re.compile("".join(delen))

"""Pure: what was taken on in the rondes before, and is asked back until it is answered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from ..core import phrases as say
from ..core.action_points import ACTIEPUNT, Actiepunt, is_klaar
from ..core.kader import Kader
from ..core.labels import FOCUSPUNTEN, JAARPROGRAMMA
from ..core.notation import een_regel, plat
from ..core.numbering import Nummer, in_code, op_nummer
from ..core.outcome import Matrix
from ..core.rounds import Ronde
from .beginning import programme_of
from .lineage import partijlijnen

T = TypeVar("T")
_LEESTEKENS = re.compile(r"[,;/&()+.]")


def promised(kader: Kader, ronde: Ronde, earlier: Sequence[Matrix]) -> tuple[Actiepunt, ...]:
    """What is open when a ronde begins: actions of the rondes before it, and the jaarprogramma of
    its year and those before, but for who said that it is over.

    Chapter 8, Q4: a jaarprogramma is of the next year, so the tussenstand of that year asks first.
    """
    alle = (*_actions(earlier), *_programmes(kader, ronde, earlier))
    gezegd, namen = last_words(kader, earlier), _names(kader, earlier)
    asked = (
        replace(t, partijen=tuple(p for p in whose if not is_klaar(gezegd[p].get(t.code, ""))))
        for t in alle
        for whose in (_whose(kader, ronde, t, namen),)
    )
    return tuple(t for t in asked if t.partijen)


def _actions(earlier: Sequence[Matrix]) -> Iterator[Actiepunt]:
    for matrix in earlier:
        uit = f"{FOCUSPUNTEN}, {say.naam_van(matrix.ronde)}"
        for nummer, punt in _op_volgorde(matrix.vastgelegd.focuspunten):
            if punt.actie:
                code = f"{ACTIEPUNT}{matrix.ronde.kort}-A{in_code(nummer)}"
                yield Actiepunt(code, nummer, punt.actie, punt.wie, punt.wanneer, (), uit)


def _programmes(kader: Kader, ronde: Ronde, earlier: Sequence[Matrix]) -> Iterator[Actiepunt]:
    heet = kader.instellingen.zeg(JAARPROGRAMMA)
    for jaar in range(kader.looptijd[0], ronde.jaar + 1):
        for nummer, regel in _op_volgorde(programme_of(kader, jaar, earlier)):
            if regel.activiteiten:
                code, uit = f"{ACTIEPUNT}{jaar}-P{in_code(nummer)}", f"{heet} {jaar}"
                wie, einde = regel.trekker, regel.einde
                yield Actiepunt(code, nummer, regel.activiteiten, wie, einde, (), uit)


def _op_volgorde(regels: Mapping[Nummer, T]) -> list[tuple[Nummer, T]]:
    return [(nummer, regels[nummer]) for nummer in sorted(regels, key=op_nummer)]


def _whose(
    kader: Kader, ronde: Ronde, t: Actiepunt, namen: Mapping[str, frozenset[str]]
) -> tuple[str, ...]:
    """The partijen (codes) it names; where it names none, all that answer for the afspraak, and
    where there are none either, all: it is never asked of nobody."""
    actief = [p.code for p in kader.partijen if p.actief(ronde.jaar)]
    van = {c for i in kader.indicatoren if i.afspraak == t.afspraak for c in i.partijen}
    genoemd = _named(kader, ronde, t.wie, namen)
    return genoemd or tuple(p for p in actief if p in van) or tuple(actief)


def _named(
    kader: Kader, ronde: Ronde, wie: str, namen: Mapping[str, frozenset[str]]
) -> tuple[str, ...]:
    actief = (p.code for p in kader.partijen if p.actief(ronde.jaar))
    woorden = f" {plat(_LEESTEKENS.sub(' ', wie))} "
    return tuple(p for p in actief if any(f" {naam} " in woorden for naam in namen[p]))


def _names(kader: Kader, earlier: Sequence[Matrix]) -> dict[str, frozenset[str]]:
    """What each partij (code) is and was called, and its group."""
    kaders = [*(m.kader for m in earlier), kader]
    lijn = partijlijnen(kaders)
    allen = [p for k in kaders for p in k.partijen]
    heet = [(p.code, (p.naam, p.code, p.groep, f"{p.groep}s")) for p in allen]
    return {
        p.code: frozenset(plat(n) for code, namen in heet if code in lijn[p.code] for n in namen)
        for p in kader.partijen
    }


def last_words(kader: Kader, earlier: Sequence[Matrix]) -> dict[str, dict[str, str]]:
    """What each partij (code now) last answered to what is asked back or runs already, by code."""
    lijn = partijlijnen([*(m.kader for m in earlier), kader])
    lopend = {t.code for t in kader.toezeggingen}
    gezegd: dict[str, dict[str, str]] = {p.code: {} for p in kader.partijen}
    for inzending in (i for matrix in earlier for i in matrix.inzendingen):
        woorden = {
            code: veld.tekst
            for code, veld in inzending.programma.items()
            if code.startswith(ACTIEPUNT) or code in lopend
        }
        for partij in gezegd.keys() & lijn[inzending.partij]:
            gezegd[partij] |= woorden
    return gezegd


def said_by_ao(kader: Kader, earlier: Sequence[Matrix]) -> dict[str, str]:
    """What the AO last said, before this ronde or one before it, by code."""
    return {code: tekst for k in (*(m.kader for m in earlier), kader) for code, tekst in k.gezegd}


def said_by_all(kader: Kader, earlier: Sequence[Matrix]) -> dict[str, str]:
    """What each partij and the AO last said of what is asked back, a line each, by code."""
    regels: dict[str, list[str]] = {}
    gezegd = last_words(kader, earlier)
    for p in kader.partijen:
        for code, tekst in gezegd[p.code].items():
            regels.setdefault(code, []).append(f"{p.naam}: {een_regel(tekst)}")
    ao = kader.instellingen.namen.ao.kort
    for code, tekst in said_by_ao(kader, earlier).items():
        regels.setdefault(code, []).append(f"{ao}: {tekst}")
    return {code: "\n".join(delen) for code, delen in regels.items()}


def named(kader: Kader, ronde: Ronde, wie: str) -> tuple[str, ...]:
    """The partijen (codes) of which a name, a code or a group stands in `wie`."""
    return _named(kader, ronde, wie, _names(kader, ()))

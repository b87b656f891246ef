"""Pure: which codes over the years speak of one and the same thing (column `vervangt`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..core.kader import Indicator, Kader

Lijnen = Mapping[str, frozenset[str]]
"""For each code all codes of its line: what it replaced, and what replaced that beside it.

What was split or merged is one line: its numbers can be added up over the years, but not
shared out over its parts.
"""


def partijlijnen(kaders: Sequence[Kader]) -> Lijnen:
    return _verbind((p.code, p.vervangt) for k in kaders for p in k.partijen)


def meetwaardelijnen(kaders: Sequence[Kader]) -> Lijnen:
    return _verbind((m.code, m.vervangt) for k in kaders for m in k.meetwaarden)


def indicatorlijnen(kaders: Sequence[Kader]) -> Lijnen:
    """Also where only a meetwaarde of an indicator went on under another one."""
    hoort_bij = {m.code: m.indicator for k in kaders for m in k.meetwaarden}
    verhuisd = (
        (m.indicator, tuple(hoort_bij[c] for c in m.vervangt if c in hoort_bij))
        for k in kaders
        for m in k.meetwaarden
    )
    return _verbind([*((i.code, i.vervangt) for k in kaders for i in k.indicatoren), *verhuisd])


def codes_in(kader: Kader, indicatoren: Sequence[Indicator]) -> frozenset[str]:
    """The codes of indicatoren, and of what is asked in them."""
    gevraagd = (m.code for i in indicatoren for m in kader.meetwaarden_van(i.code))
    return frozenset((*(i.code for i in indicatoren), *gevraagd))


def _verbind(paren: Iterable[tuple[str, Iterable[str]]]) -> Lijnen:
    """Lines from each code with those it replaces; the order does not matter."""
    van: dict[str, frozenset[str]] = {}
    for code, vervangt in paren:
        samen = van.get(code, frozenset((code,)))
        for eerder in vervangt:
            samen |= van.get(eerder, frozenset((eerder,)))
        van |= dict.fromkeys(samen, samen)
    return van

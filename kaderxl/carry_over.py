"""Pure: what an edited matrix says laid over what was there; nothing of either is dropped."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any, TypeVar

from . import errors
from .grounds import besluit_in_woorden
from .model import NERGENS, Besluit, Bevinding, Plek, Vastgelegd
from .notation import schrijf_datum

T = TypeVar("T")
K = TypeVar("K", str, int)
_GEEN_INHOUD = ("afspraak", "code", "plek")


def carry_over(nieuw: Vastgelegd, eerder: Vastgelegd) -> tuple[Vastgelegd, list[Bevinding]]:
    """Field by field the newer where it is filled, else the earlier, with every change named.

    A besluit with a later date goes before one with an earlier date, whichever file it is in.
    """
    bevindingen: list[Bevinding] = []
    besluiten = _besluiten(nieuw.besluiten, eerder.besluiten, bevindingen)

    def samen(a: Mapping[K, T], b: Mapping[K, T], wat: str) -> dict[K, T]:
        return _samen(a, b, lambda sleutel: f"{wat} {sleutel}", bevindingen)

    def grondslag_van(nummer: int) -> Any:
        welk = besluit_in_woorden(besluiten[nummer])
        kandidaten = (v.grondslagen.get(nummer) for v in (eerder, nieuw))
        return next((g for g in kandidaten if g and g.besluit == welk), None)

    grondslagen = {n: g for n in besluiten if (g := grondslag_van(n))}
    return (
        Vastgelegd(
            besluiten,
            samen(nieuw.afgesproken, eerder.afgesproken, "Wat het AO afsprak bij"),
            samen(nieuw.focuspunten, eerder.focuspunten, "Focuspunt bij afspraak"),
            samen(nieuw.stemmingen, eerder.stemmingen, "Stemming bij afspraak"),
            samen(nieuw.programma, eerder.programma, "Jaarprogramma bij afspraak"),
            samen(nieuw.notities, eerder.notities, "Notitie bij"),
            nieuw.vastgesteld or eerder.vastgesteld,
            grondslagen,
        ),
        bevindingen,
    )


def _besluiten(
    nieuw: Mapping[int, Besluit], eerder: Mapping[int, Besluit], bevindingen: list[Bevinding]
) -> dict[int, Besluit]:
    ingehaald = {n for n, b in nieuw.items() if (stond := eerder.get(n)) and _is_ouder(b, stond)}
    for nummer in ingehaald:
        besluit, stond = nieuw[nummer], eerder[nummer]
        bevindingen.append(
            errors.BESLUIT_OUDER.bij(
                besluit.plek,
                nummer=nummer,
                ander=besluit_in_woorden(besluit),
                blijft=besluit_in_woorden(stond),
            )
        )
    samen = _samen(
        {n: b for n, b in nieuw.items() if n not in ingehaald},
        {n: b for n, b in eerder.items() if n not in ingehaald},
        lambda nummer: f"Besluit bij afspraak {nummer}",
        bevindingen,
    )
    return samen | {n: eerder[n] for n in ingehaald}


def _is_ouder(besluit: Besluit, stond: Besluit) -> bool:
    """Another colour than stood there, set on an earlier day."""
    van, tot = besluit.datum, stond.datum
    datums = isinstance(van, date) and isinstance(tot, date)
    return datums and besluit.kleur != stond.kleur and van < tot  # type: ignore[operator]


def _samen(
    nieuw: Mapping[K, T],
    eerder: Mapping[K, T],
    wat: Callable[[K], str],
    bevindingen: list[Bevinding],
) -> dict[K, T]:
    """Both together; a changed or emptied field is a finding at its cell."""
    alles = dict(eerder)
    for sleutel, waarde in nieuw.items():
        stond = eerder.get(sleutel)
        alles[sleutel] = waarde if stond is None else _over(waarde, stond)
    for sleutel, eerdere in eerder.items():
        nieuwe = nieuw.get(sleutel)
        eerst, nu = in_woorden(eerdere), "" if nieuwe is None else in_woorden(nieuwe)
        plek = getattr(nieuwe, "plek", NERGENS)
        velden = {"wat": wat(sleutel), "eerst": eerst}
        if not nu:
            bevindingen.append(errors.VASTGELEGD_BLIJFT.bij(plek, **velden))
        elif in_woorden(alles[sleutel]) != eerst:
            nu = in_woorden(alles[sleutel])
            bevindingen.append(errors.VASTGELEGD_GEWIJZIGD.bij(plek, **velden, nu=nu))
    return alles


def _over(nieuw: T, eerder: T) -> T:
    """The newer value, what it leaves empty taken from the earlier."""
    if isinstance(nieuw, Besluit) and isinstance(eerder, Besluit) and nieuw.kleur != eerder.kleur:
        return nieuw if nieuw.kleur else eerder  # a reason belongs to its own colour
    if isinstance(nieuw, Mapping):
        return {**eerder, **{k: v for k, v in nieuw.items() if v}}  # type: ignore[return-value,dict-item]
    if not is_dataclass(nieuw) or isinstance(nieuw, type):
        return nieuw or eerder
    leeg = {
        f.name: getattr(eerder, f.name)
        for f in fields(nieuw)
        if f.name != "plek" and not getattr(nieuw, f.name)
    }
    gemengd = {
        f.name: _over(getattr(nieuw, f.name), getattr(eerder, f.name))
        for f in fields(nieuw)
        if isinstance(getattr(nieuw, f.name), Mapping)
    }
    return replace(nieuw, **leeg, **gemengd)


def in_woorden(waarde: object) -> str:
    """What somebody wrote, in one line: `Rood / te laat begonnen / 12-3-2027`."""
    if not is_dataclass(waarde) or isinstance(waarde, type):
        return _kort(waarde)
    delen = []
    for veld in fields(waarde):
        inhoud = getattr(waarde, veld.name)
        if veld.name in _GEEN_INHOUD or isinstance(inhoud, Plek):
            continue
        if isinstance(inhoud, Mapping):
            delen += [f"{k}: {v}" for k, v in inhoud.items()]
        elif inhoud not in (None, ""):
            delen.append(_kort(inhoud))
    return " / ".join(delen)


def _kort(waarde: object) -> str:
    return schrijf_datum(waarde) if isinstance(waarde, date) else str(waarde)

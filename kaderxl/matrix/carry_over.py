"""Pure: what an edited matrix says laid over what was there; nothing of either is dropped."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any, TypeVar

from ..core import catalogue
from ..core import labels as l
from ..core.notation import schrijf_datum
from ..core.outcome import Besluit, Grondslag, Vastgelegd
from ..core.rounds import NERGENS, Bevinding, Plek
from .grounds import besluit_in_woorden

T = TypeVar("T")
K = TypeVar("K", str, int)
_WAT = {
    "besluiten": "Besluit bij afspraak",
    "afgesproken": "Wat het AO afsprak bij",
    "focuspunten": "Focuspunt bij afspraak",
    "stemmingen": "Stemming bij afspraak",
    "programma": "Jaarprogramma bij afspraak",
    "notities": "Notitie bij",
}
"""The fields of Vastgelegd that go by afspraak or code, and how each is called."""
_GEEN_INHOUD = ("afspraak", "code", "plek")


def carry_over(nieuw: Vastgelegd, eerder: Vastgelegd) -> tuple[Vastgelegd, list[Bevinding]]:
    """Field by field the newer where it is filled, else the earlier, with every change named.

    A besluit with a later date goes before one with an earlier date, whichever file it is in.
    """
    bevindingen: list[Bevinding] = []
    besluiten = _besluiten(nieuw.besluiten, eerder.besluiten, bevindingen)

    velden: dict[str, Any] = {
        veld: _samen(getattr(nieuw, veld), getattr(eerder, veld), f"{wat} {{}}".format, bevindingen)
        for veld, wat in _WAT.items()
        if veld != "besluiten"
    }
    grondslagen = _grondslagen(besluiten, eerder, nieuw)
    vastgesteld = nieuw.vastgesteld or eerder.vastgesteld
    vastgelegd = Vastgelegd(besluiten, **velden, vastgesteld=vastgesteld, grondslagen=grondslagen)
    return vastgelegd, bevindingen


def put_back(huidig: Vastgelegd, kopie: Vastgelegd) -> tuple[Vastgelegd, list[Bevinding]]:
    """What the matrix has, and of a copy taken over before what the matrix has not, each named."""
    bevindingen: list[Bevinding] = []

    def terug(veld: str, wat: str) -> dict[Any, Any]:
        staat, stond = getattr(huidig, veld), getattr(kopie, veld)
        for sleutel, waarde in stond.items():
            if sleutel not in staat:
                velden = {"wat": f"{wat} {sleutel}", "eerst": in_woorden(waarde)}
                plek = getattr(waarde, "plek", NERGENS)
                bevindingen.append(catalogue.TERUGGEZET.bij(plek, **velden))
        return {**stond, **staat}

    velden: dict[str, Any] = {veld: terug(veld, wat) for veld, wat in _WAT.items()}
    vastgesteld = huidig.vastgesteld or kopie.vastgesteld
    if vastgesteld and not huidig.vastgesteld:
        dag = in_woorden(vastgesteld)
        bevindingen.append(catalogue.TERUGGEZET.bij(wat=l.VASTGESTELD_IN, eerst=dag))
    grondslagen = _grondslagen(velden["besluiten"], huidig, kopie)
    return Vastgelegd(**velden, vastgesteld=vastgesteld, grondslagen=grondslagen), bevindingen


def borne_by(matrix: Vastgelegd, bestand: Vastgelegd) -> Vastgelegd:
    """Of what stands in a workbook only what the matrix bears as well, field by field."""

    def gedragen(veld: str) -> dict[Any, Any]:
        staat = getattr(matrix, veld)
        return {s: w for s, w in getattr(bestand, veld).items() if _draagt(staat.get(s), w)}

    gelijk = matrix.vastgesteld == bestand.vastgesteld
    velden: dict[str, Any] = {veld: gedragen(veld) for veld in _WAT}
    return replace(
        bestand,
        **velden,
        vastgesteld=bestand.vastgesteld if gelijk else None,
    )


def _draagt(staat: object, waarde: object) -> bool:
    return staat is not None and in_woorden(_over(waarde, staat)) == in_woorden(staat)


def _grondslagen(
    besluiten: Mapping[int, Besluit], eerder: Vastgelegd, nieuw: Vastgelegd
) -> dict[int, Grondslag]:
    """Of each besluit the answers it rests on, as far as either knows them of that same besluit."""
    gevonden = {}
    for nummer, besluit in besluiten.items():
        kandidaten = (v.grondslagen.get(nummer) for v in (eerder, nieuw))
        woorden = besluit_in_woorden(besluit)
        if grondslag := next((g for g in kandidaten if g and g.besluit == woorden), None):
            gevonden[nummer] = grondslag
    return gevonden


def _besluiten(
    nieuw: Mapping[int, Besluit], eerder: Mapping[int, Besluit], bevindingen: list[Bevinding]
) -> dict[int, Besluit]:
    ingehaald = {n for n, b in nieuw.items() if (stond := eerder.get(n)) and _is_ouder(b, stond)}
    for nummer in ingehaald:
        besluit, stond = nieuw[nummer], eerder[nummer]
        bevindingen.append(
            catalogue.BESLUIT_OUDER.bij(
                besluit.plek,
                nummer=nummer,
                ander=besluit_in_woorden(besluit),
                blijft=besluit_in_woorden(stond),
            )
        )
    samen = _samen(
        {n: b for n, b in nieuw.items() if n not in ingehaald},
        {n: b for n, b in eerder.items() if n not in ingehaald},
        lambda nummer: f"{_WAT['besluiten']} {nummer}",
        bevindingen,
    )
    return samen | {n: eerder[n] for n in ingehaald}


def _is_ouder(besluit: Besluit, stond: Besluit) -> bool:
    """Another colour than stood there, set on an earlier day; a day alone is no besluit."""
    van, tot = besluit.datum, stond.datum
    anders = bool(stond.kleur) and besluit.kleur != stond.kleur
    return anders and isinstance(van, date) and isinstance(tot, date) and van < tot


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
            bevindingen.append(catalogue.VASTGELEGD_BLIJFT.bij(plek, **velden))
        elif in_woorden(alles[sleutel]) != eerst:
            nu = in_woorden(alles[sleutel])
            bevindingen.append(catalogue.VASTGELEGD_GEWIJZIGD.bij(plek, **velden, nu=nu))
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
    return replace(nieuw, **(leeg | gemengd))


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

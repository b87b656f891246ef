"""What a cell of a bundle lets in: the same as the cell it stands for."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from datetime import date, timedelta

from ..core.values import DAG_NUL
from ..writing.grid import als_formule
from .asked import Toegelaten

_VERGELIJK = {
    "between": "between",
    "notBetween": "not between",
    "equal": "==",
    "notEqual": "!=",
    "greaterThan": ">",
    "lessThan": "<",
    "greaterThanOrEqual": ">=",
    "lessThanOrEqual": "<=",
}
_LANGSTE_KOP, _LANGSTE_RAAD, _LANGSTE_FORMULE = 32, 255, 255


def options(
    wat: Toegelaten,
    gekozen: str,
    lijsten: MutableMapping[str, Sequence[str]],
    kop: str = "",
    erbij: str = "",
) -> dict[str, object]:
    """What to ask of a cell; empty for nothing.

    `gekozen` is the beoordeling beside it, as a formula; a list that goes by it is added to
    `lijsten` under a name. `erbij` is shown to who is in it.
    """
    regel = _regel(wat, gekozen, lijsten)
    if not regel and not erbij:
        return {}
    regel = regel or {"validate": "any"}
    if erbij:
        regel |= {"input_title": _kort(kop, _LANGSTE_KOP), "input_message": _kort(erbij, 255)}
    if "source" in regel or "criteria" in regel:
        streng = {"error_title": _kort(wat.kop, _LANGSTE_KOP), "error_message": wat.raad[:255]}
        regel |= {k: v for k, v in streng.items() if v} if wat.streng else {"show_error": False}
    return regel


def _regel(
    wat: Toegelaten, gekozen: str, lijsten: MutableMapping[str, Sequence[str]]
) -> dict[str, object]:
    if wat.soort == "list":
        if not wat.per_kleur:
            return {"validate": "list", "source": [*wat.woorden]} if wat.woorden else {}
        formule = _per_kleur(wat, gekozen, lijsten)
        past = len(formule) <= _LANGSTE_FORMULE
        return {"validate": "list", "source": formule} if past else {}
    if not wat.soort or wat.vergelijk not in _VERGELIJK or not wat.grenzen:
        return {}
    grenzen = [_grens(wat.soort, grens) for grens in wat.grenzen]
    regel: dict[str, object] = {"validate": _soort(wat), "criteria": _VERGELIJK[wat.vergelijk]}
    if len(grenzen) == 2:
        return regel | {"minimum": grenzen[0], "maximum": grenzen[1]}
    return regel | {"value": grenzen[0]}


def _soort(wat: Toegelaten) -> str:
    return {"whole": "integer"}.get(wat.soort, wat.soort)


def _grens(soort: str, grens: float) -> date | int | float:
    if soort == "date" and grens.is_integer():
        return DAG_NUL + timedelta(days=int(grens))
    return int(grens) if grens.is_integer() else grens


def _per_kleur(wat: Toegelaten, gekozen: str, lijsten: MutableMapping[str, Sequence[str]]) -> str:
    """`=IF(F7="Rood",Reden_1,Reden_2)`."""
    *kleuren, (_, anders) = wat.per_kleur
    ifs = "".join(
        f"IF({gekozen}={als_formule(kleur)},{_naam(woorden, lijsten)},"
        for kleur, woorden in kleuren
    )
    return f"={ifs}{_naam(anders, lijsten)}{')' * len(kleuren)}"


def _naam(woorden: Sequence[str], lijsten: MutableMapping[str, Sequence[str]]) -> str:
    """The name of a list, the same for the same words."""
    bekend = next((naam for naam, lijst in lijsten.items() if [*lijst] == [*woorden]), "")
    if not bekend:
        bekend = f"Redenen_{len(lijsten) + 1}"
        lijsten[bekend] = [*woorden]
    return bekend


def _kort(tekst: str, hoogstens: int) -> str:
    return tekst if len(tekst) <= hoogstens else f"{tekst[: hoogstens - 1]}…"

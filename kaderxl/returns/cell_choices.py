"""What the cells of an input sheet let in, as the workbook itself says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ..reading import Document, Place
from ..reading.formats.package import Box, Package, boxes
from ..sheets.asked import Toegelaten

_PER_KLEUR = re.compile(
    r'IF\(\s*(?:TRIM\()?\$?[A-Z]{1,3}\$?\d+\)?\s*=\s*"((?:[^"]|"")*)"\s*,\s*(\w+),'
)
_ANDERS = re.compile(r"(\w+)\)+$")
_SOORTEN = ("whole", "decimal", "date")
_MOST_WORDS = 1000
_JA = ("1", "true")


class CellChoices:
    """What each cell of one sheet lets in. Raises Refusal when the part cannot be read."""

    def __init__(self, package: Package, document: Document, sheet: str) -> None:
        self._package, self._document = package, document
        tree = package.tree(package.sheets[sheet])
        found = (e for e in tree.iter("dataValidation"))
        self._rules = [(boxes(_ranges(e)), self._read(e)) for e in found]

    def at(self, place: Place) -> Toegelaten:
        """What it says of a cell; of two rules the first."""
        inside = (rule for where, rule in self._rules if any(_in(place, box) for box in where))
        return next(inside, Toegelaten())

    def _read(self, rule: Element) -> Toegelaten:
        soort = rule.get("type", "")
        formulas = [_text(rule, name) for name in ("formula1", "formula2")]
        stopt = rule.get("showErrorMessage") in _JA and rule.get("errorStyle", "stop") == "stop"
        gezegd = stopt, rule.get("errorTitle", ""), rule.get("error", "")
        if soort == "list":
            woorden, per_kleur = self._list(formulas[0])
            return Toegelaten(soort, "", (), woorden, per_kleur, *gezegd)
        grenzen = tuple(_numbers(f for f in formulas if f))
        if soort not in _SOORTEN or len(grenzen) != sum(map(bool, formulas)):
            return Toegelaten(woorden=tuple(filter(None, (soort, *formulas))))
        return Toegelaten(soort, rule.get("operator", "between"), grenzen, (), (), *gezegd)

    def _list(
        self, formula: str
    ) -> tuple[tuple[str, ...], tuple[tuple[str, tuple[str, ...]], ...]]:
        """The words, or the words for each beoordeling."""
        if formula.startswith('"'):
            return tuple(w.strip() for w in formula.strip('"').split(",")), ()
        kleuren = _PER_KLEUR.findall(formula)
        if kleuren and (anders := _ANDERS.search(formula)):
            alle = [*((k.replace('""', '"'), naam) for k, naam in kleuren), ("", anders[1])]
            return (), tuple((kleur, self._words(naam)) for kleur, naam in alle)
        return self._words(formula), ()

    def _words(self, formula: str) -> tuple[str, ...]:
        """What stands in a named range, or in one that is written out."""
        formula = self._package.names.get(formula, formula)
        naam, _, bereik = formula.rpartition("!")
        naam = naam.strip("'").replace("''", "'")
        sheet = next((s for s in self._document.sheets if s.name == naam), None)
        if sheet is None:
            return (formula,)
        cellen = []
        for (top, left), (bottom, right) in boxes(bereik):
            rijen = sheet.rows[max(top - sheet.top, 0) : max(bottom + 1 - sheet.top, 0)]
            stuk = slice(max(left - sheet.left, 0), max(right + 1 - sheet.left, 0))
            cellen += [str(w) for rij in rijen for w in rij[stuk] if w is not None]
        return tuple(cellen[:_MOST_WORDS])


def _in(place: Place, box: Box) -> bool:
    (top, left), (bottom, right) = box
    return top <= place[0] <= bottom and left <= place[1] <= right


def _ranges(rule: Element) -> str:
    """Its cells; Excel has those of a list on another sheet in an element of its own."""
    return rule.get("sqref") or next((e.text or "" for e in rule.iter("sqref")), "")


def _text(rule: Element, name: str) -> str:
    formula = next(rule.iter(name), None)
    return "" if formula is None else "".join(formula.itertext()).strip()


def _numbers(formulas: Iterator[str]) -> Iterator[float]:
    for formula in formulas:
        try:
            yield float(formula)
        except ValueError:
            continue

"""The monitoring table as people lay it out: merged and blank cells, headings and footnotes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..core.labels import GEDRUKTE_KOLOMMEN
from ..core.notation import een_regel, plat
from ..core.numbering import is_nummer
from ..reading import Value
from ..reading.tables import Tabel, gevuld
from .titles import lees_titel

_BOVEN = ("Thema", "Afspraak")
KOPPEN = {
    "wie": "Actiehouder",
    "actiehouders": "Actiehouder",
    "actiehouder(s)": "Actiehouder",
    "jaren": "Jaar",
    "wanneer": "Jaar",
    "thema's": "Thema",
    "afspraken": "Afspraak",
    "indicatoren": "Indicator",
}
"""What people write over a column of this table, and how we call it."""
_NUMMERKOPPEN = frozenset({"nr", "nummer", "no", "#", "afspraaknummer", "nr afspraak"})
_GEWOON = {plat(kop): kop for kop in GEDRUKTE_KOLOMMEN}


def eigen_kop(waarde: Value) -> Value:
    """A header as we call it."""
    if not isinstance(waarde, str):
        return waarde
    woord = plat(waarde)
    return KOPPEN.get(woord) or _GEWOON.get(woord, waarde)


def met_nummers(tabel: Tabel) -> tuple[Tabel, tuple[int, ...]]:
    """The table with the number that stands in a column beside Afspraak before each title, and the
    rows of which it was taken.

    Left alone where that column counts rows, and not afspraken: one title has two numbers, or a row
    below it one of its own. A title that begins with a number keeps that.
    """
    plaats, koppen = tabel.kolommen["Afspraak"], tabel.sheet.rows[tabel.kopregel]
    naast = [k for k in (plaats - 1, plaats + 1) if 0 <= k < len(koppen)]
    naast = [k for k in naast if plat(koppen[k] or "") in _NUMMERKOPPEN]
    if len(naast) != 1:
        return tabel, ()
    rijen = [[*rij] for rij in tabel.sheet.rows]
    titels = _titels((n, _als_nummer(rijen[n][naast[0]]), rijen[n][plaats]) for n in tabel.rijen())
    zonder = {n: paar for n, paar in titels.items() if lees_titel(paar[1]).nummer is None}
    if all(titel.startswith(f"{nr} ") for nr, titel in zonder.values()):
        return tabel, ()
    for n, (nr, titel) in zonder.items():
        rijen[n][plaats] = f"{nr}. {titel}"
    return replace(tabel, sheet=replace(tabel.sheet, rows=rijen)), tuple(zonder)


def _titels(regels: Iterable[tuple[int, str, Value]]) -> dict[int, tuple[str, str]]:
    """The number and title of each row that has both; none where the numbers count rows."""
    gevonden, nummers, vorige = dict[int, tuple[str, str]](), dict[str, str](), ""
    for n, nr, titel in regels:
        woorden = een_regel(titel) if gevuld(titel) else ""
        vorige = plat(woorden) or vorige
        if nr and (not is_nummer(nr) or nummers.setdefault(vorige, nr) != nr):
            return {}
        if nr and woorden:
            gevonden[n] = nr, woorden
    return gevonden


def _als_nummer(waarde: Value) -> str:
    """A number as it is written; a whole one without decimals."""
    heel = int(waarde) if isinstance(waarde, float) and waarde == int(waarde) else waarde
    return een_regel(heel).rstrip(".:)") if gevuld(waarde) else ""


def doorlopend(tabel: Tabel) -> tuple[Tabel, tuple[int, ...]]:
    """The table with Thema and Afspraak on each row, and the rows that are notes below it.

    An empty cell of a row is as the one above it; a row with a heading alone speaks for the rows
    below it, and is none itself.
    """
    indeling = _Indeling(_met_thema(tabel))
    boven: dict[str, Value] = {}
    rijen = [[*rij] for rij in indeling.tabel.sheet.rows]
    weg, noten = set[int](), list[int]()
    for nummer in indeling.alle:
        eigen = indeling.boven(nummer)
        if indeling.is_noot(nummer):
            noten.append(nummer)
        elif (kop := indeling.kop(nummer)) is not None:
            weg.add(nummer)
            boven |= kop
        else:
            boven |= eigen
            for kolom, waarde in boven.items():
                rijen[nummer][indeling.tabel.kolommen[kolom]] = waarde
    sheet = replace(indeling.tabel.sheet, rows=rijen)
    weg |= {*tabel.herhaald, *noten}
    return replace(indeling.tabel, sheet=sheet, herhaald=frozenset(weg)), tuple(noten)


def _met_thema(tabel: Tabel) -> Tabel:
    """A table without that column gets one, for what headings say."""
    if "Thema" in tabel.kolommen:
        return tabel
    rijen = [[*rij, None] for rij in tabel.sheet.rows]
    kolommen = tabel.kolommen | {"Thema": len(rijen[0]) - 1}
    return replace(tabel, sheet=replace(tabel.sheet, rows=rijen), kolommen=kolommen)


class _Indeling:
    """What each row of a table is: one of its own, a heading, or a note below it."""

    def __init__(self, tabel: Tabel) -> None:
        self.tabel, self.alle = tabel, [*tabel.rijen()]
        rest = [kop for kop in tabel.kolommen if kop not in _BOVEN]
        self.regels = [n for n in self.alle if any(tabel.cel(n, kop) for kop in rest)]

    def boven(self, nummer: int) -> dict[str, Value]:
        cellen = {kop: self.tabel.cel(nummer, kop) for kop in _BOVEN}
        return {kop: cel.waarde for kop, cel in cellen.items() if gevuld(cel.waarde)}

    def is_noot(self, nummer: int) -> bool:
        """Words below the last row, without a number."""
        eigen = [*self.boven(nummer).values()]
        eronder = bool(self.regels) and nummer > self.regels[-1]
        return eronder and len(eigen) == 1 and lees_titel(str(eigen[0])).nummer is None

    def kop(self, nummer: int) -> dict[str, Value] | None:
        """What a heading says of the rows below it: their thema, or their afspraak where they have
        none of their own; None for a row that is no heading."""
        volgende = next((n for n in self.regels if n > nummer), None)
        if nummer in self.regels or volgende is None:
            return None
        eigen = self.boven(nummer)
        if "Afspraak" not in eigen or not self.tabel.cel(volgende, "Afspraak"):
            return eigen
        alleen = len(eigen) == 1 and lees_titel(str(eigen["Afspraak"])).nummer is None
        return {"Thema": eigen["Afspraak"]} if alleen else None

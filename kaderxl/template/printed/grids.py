"""A table whose cells are known, as blocks: merged and blank cells, headings, repeated heads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...core.notation import een_regel, plat
from ...core.numbering import is_nummer
from ...reading.papers import Box, Grid
from .found import NIETS, Blok, Stuk, Tabelvondst
from .heads import AFSPRAAK, ANDERS, DOEL, HOUDER, INDICATOR, JAAR, NUMMER, THEMA, lees_koppen
from .items import samen, stukken, zonder_bolletje

_EERSTE_RIJEN = 30
_MINST_JAREN = 2
_KRUISJES = frozenset(map(plat, ("x", "v", "ja", "✓", "✔", "√", "•", "●", "■", "+")))
"""What says that something is in a year, in a column of that year."""


def lees_rooster(rooster: Grid, alineas: bool = True, begin: Stuk = NIETS) -> Tabelvondst:
    """The blocks of a monitoring table; none of another table.

    `alineas` says that a new line in a cell is a paragraph; `begin` is the heading above it.
    """
    for nummer, rij in enumerate(rooster.rows[:_EERSTE_RIJEN]):
        koppen = lees_koppen([een_regel(box.text) for box in _los(rij)])
        if koppen:
            return _Rooster(rooster, nummer, alineas, begin).lees()
    return Tabelvondst()


def _los(rij: Sequence[Box]) -> list[Box]:
    """The cells of a row, a merged one once and blank after that, so that places stay."""
    return [Box("", box.row, k) if k and box == rij[k - 1] else box for k, box in enumerate(rij)]


class _Rooster:
    """One reading of one table; what stands in a heading row goes for the rows below it."""

    def __init__(self, rooster: Grid, kopregel: int, alineas: bool, begin: Stuk) -> None:
        self.rijen, self.kopregel, self.alineas = rooster.rows, kopregel, alineas
        self.kop = [een_regel(box.text) for box in _los(self.rijen[kopregel])]
        self.kolommen = lees_koppen(self.kop)
        self.jaren = {k: kop for k, kop in enumerate(self.kop) if re.fullmatch(r"20\d\d", kop)}
        if JAAR in self.kolommen.values() or len(self.jaren) < _MINST_JAREN:
            self.jaren = {}
        self.thema, self.afspraak = begin, NIETS
        self.noten: list[Stuk] = []

    def lees(self) -> Tabelvondst:
        blokken = tuple(filter(None, map(self._rij, self.rijen[self.kopregel + 1 :])))
        bekend = {*self.kolommen, *self.jaren}
        onbekend = tuple(k for n, k in enumerate(self.kop) if k and n not in bekend)
        return Tabelvondst(blokken, tuple(self.noten), onbekend, self.kopregel)

    def _rij(self, rij: Sequence[Box]) -> Blok | None:
        eigen = [box for box in dict.fromkeys(rij) if box.text.strip()]
        if not eigen or [een_regel(box.text) for box in _los(rij)] == self.kop:
            return None
        nieuw = [box for box in eigen if box.row == self._nummer(rij)]
        if len(eigen) == 1 and len(nieuw) == 1 and self._is_kop(rij, eigen[0]):
            self._koprij(eigen[0])
            return None
        if not nieuw:
            return None
        cel = dict(self._cellen(rij))
        if THEMA in cel and cel[THEMA].text.strip():
            self.thema = Stuk(samen(cel[THEMA].text.split("\n")), cel[THEMA].place)
        self._afspraak(cel)
        delen = {k: self._stukken(cel, k) for k in (INDICATOR, JAAR, HOUDER, DOEL)}
        if self.jaren:
            delen[JAAR] = self._aangekruist(rij)
        titel = cel[AFSPRAAK].text.strip() if AFSPRAAK in cel else ""
        if not any(delen.values()) and not titel:
            return None
        return Blok(
            self.thema, self.afspraak, delen[INDICATOR], delen[JAAR], delen[HOUDER], delen[DOEL]
        )

    def _nummer(self, rij: Sequence[Box]) -> int:
        return max(box.row for box in rij)

    def _cellen(self, rij: Sequence[Box]) -> Iterator[tuple[str, Box]]:
        for plaats, kolom in self.kolommen.items():
            if kolom != ANDERS:
                yield kolom, rij[plaats]

    def _afspraak(self, cel: dict[str, Box]) -> None:
        titel = cel.get(AFSPRAAK, Box("", 0, 0))
        tekst = samen(titel.text.split("\n"))
        nummer = een_regel(cel[NUMMER].text) if NUMMER in cel else ""
        if nummer and tekst and is_nummer(nummer.strip(" .:")) and not tekst.startswith(nummer):
            tekst = f"{nummer} {tekst}"
        tekst = tekst or nummer
        if tekst:
            self.afspraak = Stuk(tekst, titel.place or cel[NUMMER].place)

    def _stukken(self, cel: dict[str, Box], kolom: str) -> tuple[Stuk, ...]:
        box = cel.get(kolom)
        if box is None or not box.text.strip():
            return ()
        los = stukken(box.text, box.place, self.alineas)
        if kolom == JAAR:  # printed as it is, with its sign
            return los
        return tuple(Stuk(zonder_bolletje(stuk.tekst), stuk.plaats) for stuk in los)

    def _aangekruist(self, rij: Sequence[Box]) -> tuple[Stuk, ...]:
        """The years whose own column has a mark; none where something else is written there."""
        gevuld = {jaar: rij[k] for k, jaar in self.jaren.items() if rij[k].text.strip()}
        if not gevuld or not all(plat(box.text) in _KRUISJES for box in gevuld.values()):
            return ()
        return (Stuk(", ".join(gevuld), next(iter(gevuld.values())).place),)

    def _is_kop(self, rij: Sequence[Box], box: Box) -> bool:
        """A row with one filled cell: over the whole width, or in the first of its columns."""
        breed = sum(b is box or b == box for b in rij)
        eerste = min(self.kolommen)
        kolom = self.kolommen.get(box.column, "")
        return breed > len(rij) // 2 or box.column <= eerste or kolom in (THEMA, AFSPRAAK)

    def _koprij(self, box: Box) -> None:
        self.thema = Stuk(samen(box.text.split("\n")), box.place)
        self.noten.append(self.thema)


def kopt(vondst: Tabelvondst) -> Tabelvondst:
    """The same without the headings that had rows below them among its notes."""
    gebruikt = {plat(blok.thema.tekst) for blok in vondst.blokken}
    noten = tuple(noot for noot in vondst.noten if plat(noot.tekst) not in gebruikt)
    return replace(vondst, noten=noten)

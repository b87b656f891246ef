"""Where the answers of a table stand, whether it has the columns of now or those of before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..core import labels as l
from ..reading.tables import Tabel

_SAMEN = (l.WAARDE, l.BEOORDELING)


def place_answers(tabel: Tabel) -> Tabel:
    """The table with a place for each sort of answer.

    Under `Antwoord` stands both the beoordeling of an indicator and the value of a meetwaarde, and
    what is answered in words stands under `Toelichting`: which it is, the code of the row says. A
    sheet from before has a column for each.
    """
    kolommen = tabel.kolommen
    if l.PLANNEN_EERDER in kolommen:
        kolommen.setdefault(l.PLANNEN, kolommen.pop(l.PLANNEN_EERDER))
    if l.ANTWOORD not in kolommen:
        return tabel
    antwoord = kolommen[l.ANTWOORD]
    if all(kop in kolommen for kop in _SAMEN):
        del kolommen[l.ANTWOORD]  # somebody's own column on a sheet from before
        return tabel
    for kop in _SAMEN:
        kolommen.setdefault(kop, antwoord)
    if l.TOELICHTING in kolommen:
        kolommen.setdefault(l.PLANNEN, kolommen[l.TOELICHTING])
    return tabel


def is_together(tabel: Tabel) -> bool:
    """Whether the table has one column for the answers."""
    return l.ANTWOORD in tabel.kolommen or not any(kop in tabel.kolommen for kop in _SAMEN)


def headers_of(tabel: Tabel, gevraagd: Iterable[str]) -> Iterator[str]:
    """The headers that such a table has over these sorts of answers, each once."""
    samen = is_together(tabel)
    koppen = dict.fromkeys(_SAMEN, l.ANTWOORD) | {l.PLANNEN: l.TOELICHTING} if samen else {}
    yield from dict.fromkeys(koppen.get(kolom, kolom) for kolom in gevraagd)

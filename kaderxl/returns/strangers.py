"""Whether the code and the question on a row of a return still belong together.

An answer goes by its code. Who sorts or shifts the codes alone leaves every answer beside its
question and under the code of another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from operator import itemgetter

from ..core import labels as l
from ..core.notation import een_regel, schrijf_opsomming
from ..core.text import als_code
from ..reading.tables import Tabel
from ..sheets.printed import PrintedQuestions

_VRAAGKOLOMMEN = ("Indicator", l.VRAAG)
# In the jaarprogramma those two are the same on every row.
_PROGRAMMAKOLOMMEN = ("Afspraak", *_VRAAGKOLOMMEN)


def find_strangers(
    tabel: Tabel, printed: PrintedQuestions, ouder: bool
) -> dict[int, Mapping[str, str]]:
    """The rows that have the question of another code of ours and not their own: what to say.

    By their number in the sheet: their `code`, the `vraag` on them, and whose that is (`hoort`). A
    text that is not ours tells nothing. Of an `ouder` sheet, from before the questions changed, of
    which it is not known what was printed on it, a single text of ours may be chance: there the
    whole row must be another's.
    """
    kolommen = tuple(kolom for kolom in _PROGRAMMAKOLOMMEN if kolom in tabel.kolommen)
    gevonden: dict[int, Mapping[str, str]] = {}
    if not kolommen:
        return gevonden
    haal = itemgetter(*(tabel.kolommen[kolom] for kolom in (l.CODE, *kolommen)))
    zoals_gemaakt = _zoals_gemaakt(printed, kolommen)
    for nummer in range(tabel.kopregel + 1, len(tabel.sheet.rows)):
        cellen = haal(tabel.sheet.rows[nummer])
        if cellen in zoals_gemaakt:
            continue
        cel = tabel.cel(nummer, l.CODE)
        hier = dict(zip(kolommen, map(een_regel, cellen[1:]), strict=True))
        if vreemd := _vreemd(als_code(cel.tekst), hier, printed, ouder):
            gevonden[nummer] = vreemd
    return gevonden


def _vreemd(
    code: str, hier: Mapping[str, str], printed: PrintedQuestions, ouder: bool
) -> dict[str, str] | None:
    """What is to be said of a row with these texts by column; None when they are its own."""
    codes_bij = _codes_bij(printed)
    van_ons = {k: codes for k, tekst in hier.items() if (codes := codes_bij.get((k, tekst)))}
    eigen = _vragen_bij(printed).get(code, {})
    vreemd = [k for k, tekst in eigen.items() if k in van_ons and hier[k] != tekst]
    if not vreemd:
        return None
    minste = min(van_ons.values(), key=len)
    passend = [c for c in minste if all(c in codes for codes in van_ons.values())]
    if ouder and not passend:
        return None
    hoort = schrijf_opsomming(passend or van_ons[vreemd[-1]])
    return {"code": code, "vraag": hier[vreemd[-1]], "hoort": hoort}


@lru_cache(maxsize=64)
def _zoals_gemaakt(
    printed: PrintedQuestions, kolommen: tuple[str, ...]
) -> frozenset[tuple[object, ...]]:
    """Code and questions of every row as we wrote them, and of an empty row."""
    rijen = (tuple(cellen[k] for k in (l.CODE, *kolommen)) for cellen in _rijen(printed))
    return frozenset((*rijen, (None,) * (1 + len(kolommen))))


@lru_cache(maxsize=64)
def _vragen_bij(printed: PrintedQuestions) -> Mapping[str, Mapping[str, str]]:
    """The texts that make the question of each code, by column, white space folded."""
    programma = {rij[0] for rij in printed.programme}
    return {
        (code := cellen[l.CODE]): {
            kolom: een_regel(cellen[kolom])
            for kolom in (_PROGRAMMAKOLOMMEN if code in programma else _VRAAGKOLOMMEN)
        }
        for cellen in _rijen(printed)
    }


@lru_cache(maxsize=64)
def _codes_bij(printed: PrintedQuestions) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """The codes that have a text in a column."""
    codes: dict[tuple[str, str], tuple[str, ...]] = {}
    for cellen in _rijen(printed):
        for kolom in _PROGRAMMAKOLOMMEN:
            plaats = kolom, een_regel(cellen[kolom])
            codes[plaats] = (*codes.get(plaats, ()), cellen[l.CODE])
    return codes


def _rijen(printed: PrintedQuestions) -> Iterator[Mapping[str, str]]:
    """The fixed cells of every row by column."""
    for cellen in printed.all_rows:
        yield dict(zip(l.INVULBLAD_KOLOMMEN, cellen, strict=False))

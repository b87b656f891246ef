"""Whether the code and the question on a row of a return still belong together.

An answer goes by its code. Who sorts or shifts the codes alone leaves every answer beside its
question and under the code of another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from ..core import labels as l
from ..core.notation import een_regel, schrijf_opsomming
from ..core.text import als_code
from ..reading.tables import Tabel
from ..sheets.printed import PrintedQuestions
from ..sheets.questions import AKKOORD, KLEUR
from ..sheets.texts import tussenkop, vraagtekst
from .headers import is_together

_VRAAGKOLOMMEN = ("Indicator", l.VRAAG)
# In the jaarprogramma those two are the same on every row.
_PROGRAMMAKOLOMMEN = ("Afspraak", *_VRAAGKOLOMMEN)
_EENHEID = l.VASTE_CELLEN.index(l.EENHEID)


def find_strangers(
    tabel: Tabel, printed: PrintedQuestions, ouder: bool
) -> dict[int, Mapping[str, str]]:
    """The rows that have the question of another code of ours and not their own: what to say.

    By their number in the sheet: their `code`, the `vraag` on them, and whose that is (`hoort`). A
    text that is not ours tells nothing. Of an `ouder` sheet, from before the questions changed, of
    which it is not known what was printed on it, a single text of ours may be chance: there the
    whole row must be another's, and a sheet with all of it in one cell tells nothing.
    """
    samen = is_together(tabel)
    kolommen = tuple(kolom for kolom in _PROGRAMMAKOLOMMEN if kolom in tabel.kolommen)
    gevonden: dict[int, Mapping[str, str]] = {}
    if not kolommen:
        return gevonden
    haal = itemgetter(*(tabel.kolommen[kolom] for kolom in (l.CODE, *kolommen)))
    zoals_gemaakt = _zoals_gemaakt(printed, kolommen, samen)
    for nummer in range(tabel.kopregel + 1, len(tabel.sheet.rows)):
        cellen = haal(tabel.sheet.rows[nummer])
        if cellen in zoals_gemaakt:
            continue
        cel = tabel.cel(nummer, l.CODE)
        hier = dict(zip(kolommen, map(een_regel, cellen[1:]), strict=True))
        if samen and l.VRAAG in hier:  # below the question stands what helps to answer it
            eerste = tabel.cel(nummer, l.VRAAG).tekst.split("\n", maxsplit=1)[0]
            hier[l.VRAAG] = een_regel(eerste)
        if vreemd := _vreemd(als_code(cel.tekst), hier, printed, ouder, samen):
            gevonden[nummer] = vreemd
    if samen and len(gevonden) > 1:  # codes went elsewhere: those of equal questions as well?
        gevonden |= _bij_een_ander(tabel, printed)
    return gevonden


def _bij_een_ander(
    tabel: Tabel, printed: PrintedQuestions
) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Of the rows whose own words do not tell whose they are, those that stand below a question of
    another indicator, or of another afspraak."""
    indicator, afspraak, koppen = _waarvan(printed)
    codes_bij = _codes_bij(printed, samen=True)
    erboven = ""
    for nummer in range(tabel.kopregel + 1, len(tabel.sheet.rows)):
        code = als_code(tabel.cel(nummer, l.CODE).tekst)
        tekst = tabel.cel(nummer, l.VRAAG).tekst
        vraag = een_regel(tekst.split("\n", maxsplit=1)[0])
        van = codes_bij.get((l.VRAAG, vraag), ())
        if len(van) < 2:
            erboven = van[0] if van else koppen.get(een_regel(tekst), erboven)
        elif erboven and code in van:
            bij = afspraak if indicator[code] == code else indicator
            if bij[code] != bij[erboven]:
                hoort = [c for c in van if bij[c] == bij[erboven]] or van
                yield nummer, {"code": code, "vraag": vraag, "hoort": schrijf_opsomming(hoort)}


class _Waarvan(NamedTuple):
    """Of each code the code of its indicator (its own, of an indicator) and its afspraak; and the
    first code under what stands over rows."""

    indicator: Mapping[str, str]
    afspraak: Mapping[str, str]
    koppen: Mapping[str, str]


@lru_cache(maxsize=64)
def _waarvan(printed: PrintedQuestions) -> _Waarvan:
    indicator: dict[str, str] = {}
    koppen: dict[str, str] = {}
    for rijen, programma in ((printed.rows, False), (printed.programme, True)):
        eigen = ""
        for cellen in rijen:
            code, is_kleur = cellen[0], cellen[_EENHEID] in (KLEUR, AKKOORD)
            eigen = code if programma or is_kleur else eigen
            indicator[code] = eigen
            koppen.setdefault(een_regel(tussenkop(cellen, programma)), code)
    return _Waarvan(indicator, {cellen[0]: cellen[2] for cellen in printed.all_rows}, koppen)


def _vreemd(
    code: str, hier: Mapping[str, str], printed: PrintedQuestions, ouder: bool, samen: bool
) -> dict[str, str] | None:
    """What is to be said of a row with these texts by column; None when they are its own."""
    codes_bij = _codes_bij(printed, samen)
    van_ons = {k: codes for k, tekst in hier.items() if (codes := codes_bij.get((k, tekst)))}
    eigen = _vragen_bij(printed, samen).get(code, {})
    vreemd = [k for k, tekst in eigen.items() if k in van_ons and hier[k] != tekst]
    if not vreemd:
        return None
    minste = min(van_ons.values(), key=len)
    passend = [c for c in minste if all(c in codes for codes in van_ons.values())]
    if ouder and (samen or not passend):
        return None
    hoort = schrijf_opsomming(passend or van_ons[vreemd[-1]])
    return {"code": code, "vraag": hier[vreemd[-1]], "hoort": hoort}


@lru_cache(maxsize=64)
def _zoals_gemaakt(
    printed: PrintedQuestions, kolommen: tuple[str, ...], samen: bool
) -> frozenset[tuple[object, ...]]:
    """Code and questions of every row as we wrote them, and of an empty row."""
    rijen = (tuple(cellen[k] for k in (l.CODE, *kolommen)) for cellen in _rijen(printed, samen))
    return frozenset((*rijen, (None,) * (1 + len(kolommen))))


@lru_cache(maxsize=64)
def _vragen_bij(printed: PrintedQuestions, samen: bool) -> Mapping[str, Mapping[str, str]]:
    """The texts that make the question of each code, by column, white space folded."""
    programma = {rij[0] for rij in printed.programme}
    return {
        (code := cellen[l.CODE]): {
            kolom: een_regel(cellen[kolom])
            for kolom in (_PROGRAMMAKOLOMMEN if code in programma else _VRAAGKOLOMMEN)
        }
        for cellen in _rijen(printed, samen)
    }


@lru_cache(maxsize=64)
def _codes_bij(printed: PrintedQuestions, samen: bool) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """The codes that have a text in a column."""
    codes: dict[tuple[str, str], tuple[str, ...]] = {}
    for cellen in _rijen(printed, samen):
        for kolom in _PROGRAMMAKOLOMMEN:
            plaats = kolom, een_regel(cellen[kolom])
            codes[plaats] = (*codes.get(plaats, ()), cellen[l.CODE])
    return codes


def _rijen(printed: PrintedQuestions, samen: bool) -> Iterator[Mapping[str, str]]:
    """The fixed cells of every row by column; `samen` with all that the question is about in it."""
    for rijen, programma in ((printed.rows, False), (printed.programme, True)):
        for cellen in rijen:
            op_kolom = dict(zip(l.VASTE_CELLEN, cellen, strict=True))
            if samen:
                op_kolom[l.VRAAG] = vraagtekst(cellen, programma=programma).eerste
            yield op_kolom

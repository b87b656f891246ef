"""The rows of a matrix that contradict themselves: nothing of them is read.

Somebody sorted half of the columns, put a column in twice, or broke a formula. A row is what it
says: its code or number, and the words kaderxl printed beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from ..core import catalogue, labels as l
from ..core.kader import Indicator, Kader
from ..core.notation import plat, schrijf_opsomming
from ..core.rounds import Bevinding
from ..core.text import als_code
from ..reading.tables import Cel, Tabel, gevuld

_INDICATOR = "Indicator"
_MEESTE = 3
Woorden = Mapping[str, Mapping[str, str]]
"""The printed words of a row by its code or number, then by header."""


def doubtful_rows(
    blad: str,
    tabel: Tabel,
    kader: Kader,
    invoer: Sequence[str],
    ingevuld: Callable[[int], str],
) -> dict[int, list[Bevinding]]:
    """The rows of which nothing is read, and what there is to say of each.

    `invoer` are the headers over what is read, the key first; `ingevuld` tells what people filled
    in on a row. Where that is nothing, words of another row need no word.
    """
    gevonden = _van_een_ander(blad, tabel, kader, invoer[0], ingevuld)
    for rij in _zonder_waarde(tabel, invoer):
        gevonden.setdefault(rij, [])
    for rij, bevindingen in _dubbele_koppen(tabel, invoer):
        gevonden.setdefault(rij, []).extend(bevindingen)
    return gevonden


# -- words of another row --------------------------------------------------------------------


def _van_een_ander(
    blad: str, tabel: Tabel, kader: Kader, sleutelkop: str, ingevuld: Callable[[int], str]
) -> dict[int, list[Bevinding]]:
    """The rows whose words are those of another row.

    Words that are nobody's tell nothing: the template may have had others.
    """
    woorden, codes_bij = _woorden(blad, kader)
    vreemd: dict[int, tuple[str, str]] = {}
    for rij in tabel.rijen():
        sleutel = als_code(tabel.cel(rij, sleutelkop).tekst)
        eigen = woorden.get(sleutel, {})
        hier = {kop: plat(tabel.cel(rij, kop).tekst) for kop in eigen if kop in tabel.kolommen}
        van = [codes_bij.get((k, t), ()) for k, t in hier.items() if t != eigen[k]]
        if any(van):
            vreemd[rij] = sleutel, schrijf_opsomming(min(filter(None, van), key=len))
    gevuld_ = {rij: tekst for rij in vreemd if (tekst := ingevuld(rij))}
    gevonden: dict[int, list[Bevinding]] = {rij: [] for rij in vreemd}
    for rij, tekst in gevuld_.items():
        sleutel, hoort = vreemd[rij]
        wat = "horen de code of het nummer en de woorden ernaast niet bij elkaar"
        if len(gevuld_) <= _MEESTE:  # of many rows one line is enough
            wat = f"staat “{tekst}” bij {sleutel}, met de woorden van {hoort}"
        plek = tabel.plek(tabel.cel(rij, sleutelkop))
        gevonden[rij].append(catalogue.RIJ_SPREEKT_ZICH_TEGEN.bij(plek, wat=wat))
    return gevonden


@lru_cache(maxsize=16)
def _woorden(blad: str, kader: Kader) -> tuple[Woorden, Mapping[tuple[str, str], tuple[str, ...]]]:
    """The words of every row of a sheet, and whose each of them are."""
    woorden: dict[str, Mapping[str, str]] = {}
    if blad in (l.MONITORINGSTABEL, l.VERSCHILLEN):
        woorden |= {i.code: _van_indicator(blad, i) for i in kader.indicatoren}
    else:
        woorden |= {als_code(str(a.nummer)): {l.AFSPRAAK: plat(a.titel)} for a in kader.afspraken}
    codes_bij: dict[tuple[str, str], tuple[str, ...]] = {}
    for sleutel, koppen in woorden.items():
        for plaats in koppen.items():
            codes_bij[plaats] = (*codes_bij.get(plaats, ()), sleutel)
    if blad == l.VERSCHILLEN:
        woorden |= {m.code: woorden[m.indicator] for m in kader.meetwaarden}
    return woorden, codes_bij


def _van_indicator(blad: str, indicator: Indicator) -> Mapping[str, str]:
    _, afspraak, gedrukt, *_ = (*indicator.gedrukt, "", "", "")
    tekst = gedrukt if blad == l.MONITORINGSTABEL else indicator.tekst
    koppen = {l.AFSPRAAK: afspraak, _INDICATOR: tekst, l.NR: str(indicator.afspraak)}
    return {kop: plat(woorden) for kop, woorden in koppen.items() if woorden}


# -- cells that cannot be read ---------------------------------------------------------------


def _zonder_waarde(tabel: Tabel, invoer: Sequence[str]) -> Iterator[int]:
    """The rows with an error value, or with a formula: what a file keeps beside one need not be
    what somebody saw. That this is so is said among the signs on the cells."""
    sheet = tabel.sheet
    kolommen = {sheet.left + tabel.kolommen[kop] for kop in invoer if kop in tabel.kolommen}
    gevonden = (*sheet.errors, *sheet.formulas)
    rijen = {rij - sheet.top for rij, kolom in gevonden if kolom in kolommen}
    yield from (rij for rij in tabel.rijen() if rij in rijen)


def _dubbele_koppen(tabel: Tabel, invoer: Sequence[str]) -> Iterator[tuple[int, list[Bevinding]]]:
    """The rows on which two columns with one heading say different things; one finding a column."""
    for kop, kolom in tabel.dubbel:
        paren = [
            (rij, tabel.cel(rij, kop), Cel(tabel.sheet.rows[rij][kolom], tabel.adres(rij, kolom)))
            for rij in (tabel.rijen() if kop in invoer else ())
        ]
        anders = [(rij, a, b) for rij, a, b in paren if gevuld(b.waarde) and a.tekst != b.tekst]
        cellen = schrijf_opsomming([f"{a.adres} of {b.adres}" for _, a, b in anders])
        plek = tabel.plek(tabel.adres(tabel.kopregel, kolom))
        for nummer, (rij, _, _) in enumerate(anders):
            regel = catalogue.KOLOM_DUBBEL_IN_MATRIX
            yield rij, [regel.bij(plek, kop=kop, cellen=cellen)] if nummer == 0 else []

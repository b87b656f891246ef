"""How people write numbers, dates, years and answers in Dutch, read without guessing."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from difflib import get_close_matches
from functools import lru_cache
from itertools import pairwise

from .sums import afgerond
from .text import zonder_onzichtbaar
from .values import DAG_NUL, Waarde

_MAANDEN = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()
_DUIZENDTALLEN = re.compile(r"[+-]?[1-9]\d{0,2}(?:(?:\.\d{3})+|(?: \d{3})+)(?:,\d+)?")
_KOMMAGETAL = re.compile(r"[+-]?\d+(?:,\d+)?")
_PUNTGETAL = re.compile(r"[+-]?\d+\.\d+")
_DAG_EERST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
_JAAR_EERST = re.compile(r"(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[t ]00:00(?::00(?:\.0+)?)?)?")
_MET_MAAND = re.compile(r"(\d{1,2})[ -]([a-z]+)\.?[ -](\d{4})")
_JAAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_LANGSTE_GETAL = 1000  # Python turns no text of many thousands of digits into a number


@dataclass(frozen=True, slots=True)
class Twijfel:
    """Text with more than one reading; `lezingen` says which, in words."""

    lezingen: str


def begint_met(tekst: str, woorden: Iterable[str]) -> tuple[str, str]:
    """The word with which a text begins, as it stands in `woorden`, and what stands behind it; ""
    and the text where it begins with none of them."""
    treffer = re.match(rf"\s*({'|'.join(woorden)})\b[\s:;,.–-]*", tekst, re.IGNORECASE)
    if treffer is None:
        return "", tekst.strip()
    return treffer[1].lower(), tekst[treffer.end() :].strip()


def plat(tekst: object) -> str:
    """For comparing: no case, accents kept, one kind of space, no marks around the words."""
    woorden = str(tekst)
    return _plat_onthouden(woorden) if len(woorden) <= _KORT else _plat(woorden)


def _plat(tekst: str) -> str:
    genormaliseerd = unicodedata.normalize("NFKC", zonder_onzichtbaar(tekst)).casefold()
    return " ".join(genormaliseerd.split()).strip(" \t.,;:!●▲■✔–…≠>*\"'“”‘’")


# The same headers, colours and questions come by in every return; long texts are not kept.
_KORT = 500
_plat_onthouden = lru_cache(maxsize=4096)(_plat)


def een_regel(tekst: object) -> str:
    """White space folded to single spaces, without signs that nobody sees; nothing else changed."""
    return " ".join(zonder_onzichtbaar(str(tekst)).split())


def lijkt_op(tekst: object, keuzes: Iterable[str]) -> str:
    """The ready sentence ` Bedoelt u “…”?`, or nothing when no choice is near."""
    op_plat = {plat(keuze): keuze for keuze in keuzes}
    dichtbij = get_close_matches(plat(tekst), list(op_plat), n=1, cutoff=0.75)
    return f" Bedoelt u “{op_plat[dichtbij[0]]}”?" if dichtbij else ""


def lees_getal(waarde: object) -> int | float | Twijfel | None:
    """A number as the Dutch write it; None when it is no number.

    A point is a thousands mark only in groups of three: "1.234" is 1234, "12.5" is doubt. A number
    of a cell is what a spreadsheet shows of it, in 15 digits: 4,35 times 100 is 435.
    """
    if isinstance(waarde, bool):
        return None
    if isinstance(waarde, int):
        return waarde
    if isinstance(waarde, float):
        return _zonder_komma_nul(waarde)
    tekst = een_regel(waarde).replace("−", "-").replace("\u2013", "-")
    if len(tekst) > _LANGSTE_GETAL:
        return None
    if _DUIZENDTALLEN.fullmatch(tekst):
        tekst = re.sub(r"[. ]", "", tekst)
    if _KOMMAGETAL.fullmatch(tekst):
        return _zonder_komma_nul(float(tekst.replace(",", "."))) if "," in tekst else int(tekst)
    if _PUNTGETAL.fullmatch(tekst):
        if tekst.lstrip("+-").startswith("0."):
            return float(tekst)  # no thousands begin with a zero
        return Twijfel(f"{tekst.replace('.', ',')} of {tekst.replace('.', '')}")
    return None


def _zonder_komma_nul(getal: float) -> int | float | None:
    return afgerond(getal) if math.isfinite(getal) else None


def lees_datum(waarde: object) -> date | None:
    """A date; None when it is none. A bare number is a spreadsheet's day count."""
    if isinstance(waarde, datetime):
        return waarde.date()
    if isinstance(waarde, date):
        return waarde
    if isinstance(waarde, bool):
        return None
    if isinstance(waarde, (int, float)):
        return _dag_van_teller(float(waarde))
    tekst = een_regel(waarde).lower()
    if treffer := _JAAR_EERST.fullmatch(tekst):
        return _datum(int(treffer[1]), int(treffer[3]), int(treffer[4]))
    if treffer := _DAG_EERST.fullmatch(tekst):
        jaar = int(treffer[3])
        return _datum(jaar if jaar > 99 else 2000 + jaar, int(treffer[2]), int(treffer[1]))
    if treffer := _MET_MAAND.fullmatch(tekst):
        begin = {"mrt": "maart"}.get(treffer[2], treffer[2])
        maanden = [n for n, naam in enumerate(_MAANDEN, 1) if naam.startswith(begin)]
        if maanden and len(begin) >= 3:
            return _datum(int(treffer[3]), maanden[0], int(treffer[1]))
    return None


def twee_datums(tekst: object) -> str:
    """Both readings of a date with slashes, `1-2-2026 of 2-1-2026`; `` when there is one.

    Programs set to English write the month first, with slashes.
    """
    treffer = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", een_regel(tekst))
    if not treffer or treffer[1].lstrip("0") == treffer[2].lstrip("0"):
        return ""
    eerste, tweede, jaar = (int(deel) for deel in treffer.groups())
    lezingen = [_datum(jaar, tweede, eerste), _datum(jaar, eerste, tweede)]
    return " of ".join(schrijf_datum(dag) for dag in lezingen if dag) if all(lezingen) else ""


def _datum(jaar: int, maand: int, dag: int) -> date | None:
    try:
        return date(jaar, maand, dag)
    except ValueError:
        return None


def _dag_van_teller(dagen: float) -> date | None:
    if not 1 <= dagen < 2_958_466 or dagen != int(dagen):
        return None
    return DAG_NUL + timedelta(days=int(dagen))


_TIJD = re.compile(r"(?:om )?(\d{1,2})(?:[.:](\d{2}))?(?::00)? ?(?:uur|u)?")


def lees_tijd(waarde: object) -> time | None:
    """An hour of the day as people write it (`13.30`, `13:30 uur`, `13 uur`), or a cell's own."""
    if isinstance(waarde, time):
        return waarde.replace(second=0, microsecond=0)
    tekst = een_regel(waarde).lower()
    treffer = _TIJD.fullmatch(tekst) if isinstance(waarde, str) and not tekst.isdecimal() else None
    if treffer is None or int(treffer[1]) > 23 or int(treffer[2] or 0) > 59:
        return None
    return time(int(treffer[1]), int(treffer[2] or 0))


def lees_dag_en_maand(waarde: object, jaar: int) -> date | None:
    """A day of the year such as `15 februari`, placed in `jaar`."""
    dag = lees_datum(waarde) or lees_datum(f"{een_regel(waarde)} {jaar}")
    return _datum(jaar, dag.month, dag.day) if dag else None


_JA = dict.fromkeys(("ja", "j", "waar", "true"), True)
_JA_OF_NEE = _JA | dict.fromkeys(("nee", "n", "onwaar", "false"), False)


def lees_ja_nee(waarde: object) -> bool | None:
    """A yes or a no, also as a spreadsheet writes a truth; None when it is neither."""
    return waarde if isinstance(waarde, bool) else _JA_OF_NEE.get(plat(waarde))


def lees_reden(waarde: object, redenen: Mapping[str, str]) -> str | None:
    """The letter meant: `a`, `(a)`, `a)`, `a – vertraagd` or the words of the reason."""
    tekst = plat(waarde)
    letter = tekst.strip("() ")
    if letter in redenen:
        return letter
    for mogelijk, woorden in redenen.items():
        if tekst == plat(woorden) or plat(kale_tekst(tekst, mogelijk)) == plat(woorden):
            return mogelijk
    return None


def kale_tekst(tekst: str, letter: str) -> str:
    """A reason without its letter: `a – vertraagd` and `(a) vertraagd` give `vertraagd`."""
    return re.sub(rf"^\(?{re.escape(letter)}\)?\s*[-–—:.)]?\s*", "", tekst, count=1)


def lees_jaren(tekst: object) -> tuple[frozenset[int], bool]:
    """The years meant by the Jaar column, and whether another reading is possible.

    `> 2026-2031` and `2026 t/m 2031` are a range; `2026, 2028` and `2026 en 2030` are
    single years; `>2026 2031` (afspraak 9) is read as a range, and is doubtful.
    """
    schoon = een_regel(tekst).lstrip("> ").strip()
    jaren = [int(j) for j in _JAAR.findall(schoon)]
    scheidingen = [een_regel(deel).casefold() for deel in _JAAR.split(schoon)]
    if not jaren or scheidingen[0] or scheidingen[-1]:
        return frozenset(), False
    if len(jaren) > 2 and "" in scheidingen[1:-1]:
        return frozenset(), False
    gelezen: set[int] = {jaren[0]}
    twijfel = False
    for (vorig, volgend), teken in zip(pairwise(jaren), scheidingen[1:-1], strict=True):
        if teken in {"-", "–", "—", "t/m", "tot en met", ""} and vorig < volgend:
            gelezen.update(range(vorig, volgend + 1))
            twijfel = twijfel or not teken
        elif teken in {",", "en", "&", ", en", ";"}:
            gelezen.add(volgend)
        else:
            return frozenset(), False
    return frozenset(gelezen), twijfel


def splits_namen(tekst: object, bekend: Iterable[str] = ()) -> list[str]:
    """`corporaties, gemeente en huurdersverenigingen` gives the three words.

    A name of `bekend` stays whole, also when it has `en` or a comma in it.
    """
    rest = een_regel(str(tekst).replace("\n", ", "))
    namen = sorted(filter(None, bekend), key=len, reverse=True)
    for nummer, naam in enumerate(namen):
        if een_regel(naam).casefold() not in rest.casefold():
            continue  # of a hundred names hardly one is in a cell
        heel = re.compile(rf"(?<!\w){re.escape(een_regel(naam))}(?!\w)", re.IGNORECASE)
        rest = heel.sub(f"\0{nummer}\0", rest)
    delen = re.split(" ?[,;&] ?(?:en )?| en ", rest)
    heel_gebleven = re.compile(r"\0(\d+)\0")
    return [heel_gebleven.sub(lambda t: namen[int(t[1])], deel) for deel in delen if deel]


def celvolgorde(adres: str) -> tuple[int, str]:
    """What sorts addresses as people read a sheet: I6 before I10."""
    letters = adres.rstrip("0123456789")
    return (int(adres[len(letters) :] or 0), letters.rjust(3))


def schrijf_getal(getal: int | float) -> str:
    """Dutch notation: 1234.5 gives `1.234,5`."""
    tekst = f"{getal or 0:,}"
    if getal and isinstance(getal, float):
        tekst = f"{getal:,.10f}".rstrip("0").rstrip(".")
    return tekst.replace(",", " ").replace(".", ",").replace(" ", ".")


def lees_dag(waarde: Waarde) -> date | None:
    """A day as it was set; a text with two readings is none."""
    if isinstance(waarde, str) and twee_datums(waarde):
        return None
    return lees_datum(waarde) if isinstance(waarde, (date, str)) else None


def schrijf_datum(dag: date) -> str:
    return f"{dag.day}-{dag.month}-{dag.year}"


def schrijf_dag(dag: date) -> str:
    """A date in words: `15 februari 2027`."""
    return f"{dag.day} {_MAANDEN[dag.month - 1]} {dag.year}"


def schrijf_jaren(jaren: frozenset[int]) -> str:
    """`2026-2031` for an unbroken range, else the years with commas."""
    op_rij = sorted(jaren)
    if len(op_rij) > 2 and op_rij == list(range(op_rij[0], op_rij[-1] + 1)):
        return f"{op_rij[0]}-{op_rij[-1]}"
    return ", ".join(map(str, op_rij))


def schrijf_opsomming(woorden: Sequence[str], voor_laatste: str = "en") -> str:
    """`a, b en c`."""
    *begin, laatste = woorden or ("",)
    return f"{', '.join(begin)} {voor_laatste} {laatste}" if begin else str(laatste)


def noem_enkele(woorden: Sequence[str], meeste: int = 12) -> str:
    """The first of many, and how many more there are: `a, b en nog 3`."""
    rest = len(woorden) - meeste
    return ", ".join(woorden[:meeste]) + (f" en nog {rest}" if rest > 0 else "")


_ENKELVOUD = {
    "woningen": "woning",
    "huizen": "huis",
    "appartementen": "appartement",
    "kamers": "kamer",
    "plekken": "plek",
    "plaatsen": "plaats",
    "ruimten": "ruimte",
    "ruimtes": "ruimte",
    "locaties": "locatie",
    "huishoudens": "huishouden",
    "huurders": "huurder",
    "bewoners": "bewoner",
    "personen": "persoon",
    "cliënten": "cliënt",
    "gesprekken": "gesprek",
    "bijeenkomsten": "bijeenkomst",
    "projecten": "project",
    "dagen": "dag",
    "weken": "week",
    "maanden": "maand",
    "jaren": "jaar",
}
_EEN_MEER = re.compile(rf"(?<![\w.,])1 ({'|'.join(_ENKELVOUD)})\b")


def met_eenheid(waarde: Waarde, eenheid: str) -> str:
    """A value as people write it, with its unit behind it."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return schrijf_datum(waarde)
    if isinstance(waarde, (int, float)):
        return enkelvoud(f"{schrijf_getal(waarde)} {eenheid}".strip())
    return str(waarde or "")


def enkelvoud(gezegd: str) -> str:
    """`1 woning`, where a template has the unit `woningen`; a unit that is not known stays."""
    return _EEN_MEER.sub(lambda meer: f"1 {_ENKELVOUD[meer[1]]}", gezegd)

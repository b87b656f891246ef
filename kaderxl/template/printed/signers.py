"""Who stands in the list of partijen of an agreement: behind `Partijen:`, in a line or below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...core.notation import een_regel, plat
from ...reading.papers import Line
from ..holders import beginnen, einden
from .found import GevondenPartij, Stuk
from .items import heeft_bolletje, samen, zonder_bolletje, zonder_punt
from .parties import als_groep, met_hoofdletter
from .prose import als_kop

_MEESTE_REGELS = 30
_LANGSTE_NAAM = 80
_KOP = re.compile(
    r"(?:.*\b)?(?:partijen|ondertekenaars|ondergetekenden|deelnemers|partners)"
    r"(?: (?:bij|van|in|aan) [^:]{1,40})?(?: zijn| sluiten [^:]{1,40})?\s*:\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_ALLEEN_KOP = re.compile(
    r"(?:de )?(?:deelnemende |betrokken )?(?:partijen|ondertekenaars|ondergetekenden)", re.I
)
_LANGSTE_KOP = 120
_HEEL = "\x00"
"""For the white in a name that is not to be cut."""
_GENUMMERD = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z])[.)]\s+")
_OVERIG = re.compile(
    r",?\s*\b(?:hierna|verder te noemen|vertegenwoordigd|gevestigd|statutair|te dezen|ten deze|"
    r"rechtsgeldig)\b.*",
    re.IGNORECASE,
)
_LIDWOORD = r"(?:(?:de|het|een)\s+)?"
_GROEPWOORD = (
    r"gemeenten?|(?:woning)?corporaties?|huurders(?:organisaties?|verenigingen|vereniging|"
    r"belangenverenigingen|belangenvereniging|platforms?|raad|raden)?|bewonersorganisaties?|"
    r"zorg(?:organisaties?|partij(?:en)?|aanbieders?)|welzijns(?:organisaties?|partij(?:en)?)|"
    r"provincie|waterschap"
)
_GROEP_VOORAAN = re.compile(rf"{_LIDWOORD}(?P<groep>{_GROEPWOORD})\s*:?\s+(?P<naam>\S.*)")
"""In small letters: a name has a capital."""
_GROEP_ACHTERAAN = re.compile(
    rf"(?P<naam>.*\S)(?:\s*\(\s*|\s+[-–—|]\s+|\s*:\s*|\s*;\s*|,\s+){_LIDWOORD}(?P<groep>{_GROEPWOORD})\s*\)?",
    re.IGNORECASE,
)
_TUSSEN = re.compile(rf"\s*[,;]\s*(?:en\s+)?|\s+en\s+(?=[A-ZÀ-Þ]|de |het |(?:{_GROEPWOORD})\s)")
_AARD = (
    (r"gemeente\b", "gemeente"),
    (r"(?:woning|woon|bouw)(?:stichting|corporatie|bedrijf|bouwvereniging|vereniging)",
     "corporaties"),
    (r"huurders|bewoners(?:raad|vereniging|organisatie|belangen|platform)|h(?:b)?v\b",
     "huurdersorganisaties"),
    (r"zorg(?:groep|aanbieder|organisatie|partij)|thuiszorg", "zorgpartijen"),
    (r"welzijn", "welzijnspartijen"),
)  # fmt: skip
"""What the first word of a name says of whose it is; `Stichting` says nothing."""


def vind_ondertekenaars(
    regels: Sequence[Line], gemeente: str = "", alineas: bool = False
) -> tuple[GevondenPartij, ...]:
    """The partijen of the first such list in which there are two; the group "" where none is said.

    A list ends at a white line behind it, at the end of its sentence, or at a line that is no name.
    `gemeente` is the name of the municipality, which may have `en` in it; `alineas` says that each
    line is a paragraph by itself.
    """
    for nummer, regel in enumerate(regels):
        tekst = een_regel(zonder_punt(regel.text))
        if len(tekst) > _LANGSTE_KOP and ":" not in tekst[:_LANGSTE_KOP]:
            continue
        treffer = _KOP.fullmatch(tekst)
        rest = treffer["rest"] if treffer else ""
        if treffer is None and not _ALLEEN_KOP.fullmatch(tekst):
            continue
        verder = regels[nummer + 1 :]
        in_zin = _in_zin(rest, regel, () if alineas else verder)
        delen = [*(in_zin if rest else _in_lijst(verder))]
        gevonden = _zonder_dubbele(
            p for tekst, plek in delen for p in _partijen(tekst, plek, gemeente)
        )
        if len(gevonden) > 1:
            return gevonden
    return ()


def _in_zin(rest: str, regel: Line, verder: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """The rest of a line, and the lines it goes on in."""
    delen = [rest]
    for volgende in verder[:_MEESTE_REGELS]:
        if delen[-1].rstrip().endswith(".") or not volgende.text.strip():
            break
        delen.append(volgende.text)
    yield samen(delen).rstrip(". "), regel.place


def _in_lijst(regels: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """A line each, or a bullet each with the lines it goes on in."""
    gevonden: list[list[str]] = []
    plekken: list[str] = []
    soort, wit = "", False
    for regel in regels[:_MEESTE_REGELS]:
        tekst = regel.text.strip()
        eigen = _soort_teken(tekst)
        if not tekst:
            wit = bool(gevonden)
            continue
        if gevonden and not eigen and soort and not wit and tekst[:1].islower():
            gevonden[-1].append(tekst)
            continue
        anders = gevonden and (eigen != soort or (wit and not eigen))
        if (
            anders
            or als_kop(regel)
            or len(tekst) > _LANGSTE_KOP
            or (not eigen and tekst[-1] == ".")
        ):
            break
        soort = eigen
        gevonden.append([_GENUMMERD.sub("", zonder_bolletje(tekst), count=1)])
        plekken.append(regel.place)
    for delen, plek in zip(gevonden, plekken, strict=True):
        yield samen(delen).strip(" ;,."), plek


def _soort_teken(tekst: str) -> str:
    """Of what kind the sign is that a line begins with: bullet, digit or letter; "" for none."""
    if heeft_bolletje(tekst):
        return "•"
    treffer = _GENUMMERD.match(tekst)
    return re.sub(r"\d+", "9", re.sub(r"[^\W\d]", "a", treffer[0])) if treffer else ""


def _partijen(tekst: str, plaats: str, gemeente: str) -> Iterator[GevondenPartij]:
    """The names of an enumeration; a group in the plural is of all names behind it."""
    zin = re.sub(r"\s+(?:en|alsmede|alsook)$", "", _OVERIG.sub("", tekst).strip(" ;,"))
    if heel := _GROEP_ACHTERAAN.fullmatch(zin):
        yield from _een(heel["naam"], als_groep(heel["groep"].casefold()), plaats)
        return
    groep = ""
    heel_gemeente = zin.replace(gemeente, gemeente.replace(" ", _HEEL)) if gemeente else zin
    for deel in (d.replace(_HEEL, " ") for d in _TUSSEN.split(heel_gemeente)):
        if achter := _GROEP_ACHTERAAN.fullmatch(deel):
            yield from _een(achter["naam"], als_groep(achter["groep"].casefold()), plaats)
            continue
        if voor := _GROEP_VOORAAN.fullmatch(deel):
            woord = voor["groep"].casefold()
            eigen = als_groep(woord)
            groep = eigen if re.search(r"(?:s|en)$", woord) else ""
            yield from _een(voor["naam"], eigen, plaats)
            continue
        eigen = _aard(deel)
        yield from _een(deel, eigen or groep, plaats)


def _een(naam: str, groep: str, plaats: str) -> Iterator[GevondenPartij]:
    schoon = re.sub(r"^(?:de|het) (?=gemeente)", "", een_regel(naam).strip(" .;,("), flags=re.I)
    if groep.startswith("gemeente"):
        kaal = re.sub(r"^gemeente\s+", "", schoon, flags=re.I)
        yield GevondenPartij(f"Gemeente {kaal}", "gemeente", plaats)
    elif (
        schoon
        and len(schoon) <= _LANGSTE_NAAM
        and re.match(r"\W*(?:(?:de|het|'t|’t) )?[A-ZÀ-Þ0-9]", schoon)
    ):
        yield GevondenPartij(met_hoofdletter(schoon), groep, plaats)
    elif schoon and len(schoon) <= _LANGSTE_NAAM and _aard(schoon):
        yield GevondenPartij(schoon[:1].upper() + schoon[1:], groep, plaats)


def _aard(naam: str) -> str:
    """The group that the words of a name say; "" where they don't."""
    kaal = re.sub(r"^(?:de|het) ", "", naam.strip().casefold())
    return next((groep for vorm, groep in _AARD if re.match(vorm, kaal)), "")


def _zonder_dubbele(partijen: Iterator[GevondenPartij]) -> tuple[GevondenPartij, ...]:
    return tuple({plat(p.naam): p for p in reversed([*partijen])}.values())[::-1]


def korter(gemeente: Stuk, opgesomd: Sequence[GevondenPartij]) -> Stuk:
    """The municipality as the list has it, where the text ran on into the next line of the list."""
    namen = [p for p in opgesomd if p.groep == "gemeente"]
    if len(namen) == 1:
        naam = namen[0].naam.removeprefix("Gemeente ")
        erna = gemeente.tekst.removeprefix(f"{naam} ")
        if erna != gemeente.tekst and not erna.startswith("en "):
            return Stuk(naam, namen[0].plaats)
    return gemeente


def voeg_samen(
    opgesomd: Sequence[GevondenPartij], genoemd: Sequence[GevondenPartij]
) -> tuple[GevondenPartij, ...]:
    """The list of the agreement, with the groups that the text says elsewhere; behind it who is
    named with a group and not in the list. The municipality is first."""
    if not opgesomd:
        return tuple(genoemd)
    alle = [_met_groep(p, genoemd) for p in opgesomd]
    alle += [p for p in genoemd if not any(zelfde(p.naam, q.naam) for q in alle)]
    return tuple(sorted(alle, key=lambda p: p.groep != "gemeente"))


def _met_groep(partij: GevondenPartij, genoemd: Sequence[GevondenPartij]) -> GevondenPartij:
    if partij.groep:
        return partij
    groepen = {p.groep for p in genoemd if p.groep != "gemeente" and zelfde(p.naam, partij.naam)}
    groep = groepen.pop() if len(groepen) == 1 else ""
    return GevondenPartij(partij.naam, groep, partij.plaats)


def zelfde(een: str, ander: str) -> bool:
    """Whether two names are of one partij: the same, or one has a word or two before it."""
    kort, lang = sorted((_kaal(een), _kaal(ander)), key=len)
    return kort == lang or (lang.endswith(f" {kort}") and lang.count(" ") - kort.count(" ") <= 2)


def _kaal(naam: str) -> str:
    return re.sub(r"^(?:de|het) ", "", plat(naam))


def roepnamen(partijen: Sequence[GevondenPartij]) -> list[str]:
    """What a text calls them: by their name, or by its end, which may be of more than one; and
    `HV` or `HBV` before that of huurders."""
    namen: list[str] = []
    for partij in partijen:
        if partij.groep == "gemeente":
            namen.append(partij.naam)
            continue
        korter = einden(partij.naam)
        namen += [partij.naam, *korter, *beginnen(partij.naam)]
        if partij.groep.startswith("huurders"):
            namen += [f"{wat} {naam}" for wat in ("HV", "HBV") for naam in korter]
    return [*dict.fromkeys(namen)]

"""Who signed an agreement, for how long, and what it is called: as far as its first pages say it in
so many words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ...core.notation import een_regel, plat
from .found import NIETS, GevondenPartij, Stuk

_EERSTE_TEKENS = 12_000
_NAAM = r"(?:[A-ZÀ-Þ0-9](?:[\w&'’-]|\.(?=\w))*|['’][a-z]\b)"
_KLEIN = r"(?:de|het|van|der|den|in|op|aan|bij|te|ten|ter|voor|'t|’t|'s|’s)"
_EIGENNAAM = rf"(?:(?:de|het|'t|’t)\s)?{_NAAM}(?:\s(?:{_KLEIN}\s){{0,2}}{_NAAM}){{0,5}}"
_GROEP = (
    r"gemeenten?|woningcorporaties?|corporaties?|woonstichting(?:en)?|"
    r"woningstichting(?:en)?|woningbouwvereniging(?:en)?|"
    r"huurdersorganisaties?|huurdersverenigingen|huurdersvereniging|huurdersbelangenverenigingen|"
    r"huurdersbelangenvereniging|huurdersplatforms?|huurdersraad|bewonersorganisaties?|zorgorganisaties?|zorgpartij(?:en)?|"
    r"zorgaanbieders?|welzijnsorganisaties?|welzijnspartij(?:en)?"
)
_OPSOMMING = re.compile(
    rf"\b(?P<groep>{_GROEP})\s+(?P<namen>{_EIGENNAAM}(?:\s*(?:,\s*en|,|en)\s+{_EIGENNAAM})*)",
)
_WOORD = r"[A-ZÀ-Þ](?:[\w'’-]|\.(?=\w))*"
_GEMEENTE = re.compile(
    rf"\b[Gg]emeente\s+(?P<naam>{_WOORD}(?:[\s-](?:{_KLEIN}\s){{0,2}}{_WOORD}){{0,3}})"
    r"(?![\w ]{0,30}:)"
)
_GEMEENTE_EN = re.compile(rf"\b[Gg]emeente\s+(?P<naam>{_WOORD}\sen\s{_WOORD})")
_LOOPTIJD = re.compile(
    r"\b(?P<van>20\d\d)\s*(?P<teken>[-–—/]|t/m|tot en met|tot)\s*(?P<tm>20\d\d)\b"
)
_TITEL = re.compile(
    r"(?:prestatie|kader|samenwerkings|woon|jaar|raam|meerjaren)afspraken\b|woonakkoord|"
    r"\bafspraken (?:over )?wonen|overeenkomst|convenant|woondeal|akkoord",
    re.IGNORECASE,
)
_GELDT = re.compile(r"looptijd|periode|gelden|geldig|van kracht", re.IGNORECASE)
_LANGSTE_TITEL, _BOVENAAN = 120, 15
_ZIN = re.compile(r"(?:De|Het|Deze|Dit|Die|Met|In|Voor|Wij|We|Bij|Op|Als|Om|Er|Onze)\b")
"""How a sentence begins, and no title."""
_VAN_WIE = re.compile(r"20\d\d|gemeente [A-Z]")
_GENUMMERD = re.compile(r"(?:^|\s)\d{1,3}[a-z]?[.)]\s")


def vind_titel(alineas: Iterable[Sequence[Stuk]]) -> Stuk:
    """The first line that calls itself an agreement and says whose it is or for when: one of the
    first lines of all, or of a paragraph that is short and no sentence; or that as a whole. Where
    there is none, the very first line of all, whatever it is called, if it has the years."""
    gezien, anders = 0, NIETS
    for alinea in alineas:
        heel = Stuk(een_regel(" ".join(r.tekst for r in alinea)), alinea[0].plaats)
        zin = len(heel.tekst) > _LANGSTE_TITEL or heel.tekst.endswith((".", ",", ":", ";"))
        for regel in alinea if zin else (*alinea, heel):
            gezien += 1
            tekst = een_regel(regel.tekst)
            mag = not zin or (gezien <= _BOVENAAN and not _ZIN.match(tekst))
            if mag and _is_kop(tekst) and _TITEL.search(tekst) and _VAN_WIE.search(tekst):
                return Stuk(tekst, regel.plaats)
            if mag and gezien == 1 and _is_kop(tekst) and _LOOPTIJD.search(tekst):
                anders = Stuk(tekst, regel.plaats)
    return anders


def _is_kop(tekst: str) -> bool:
    eindigt = tekst.endswith((".", ",", ":", ";"))
    past = len(tekst) <= _LANGSTE_TITEL and tekst[:1].isupper()
    return past and not eindigt and not _GENUMMERD.search(tekst)


def vind_looptijd(titel: Stuk, regels: Sequence[Stuk]) -> tuple[tuple[int, int] | None, list[Stuk]]:
    """The years of the title, else of the first line that says looptijd or periode; and the lines
    that give another range for it."""
    kandidaten = [titel, *(r for r in regels if _GELDT.search(r.tekst))]
    gevonden: tuple[int, int] | None = None
    anders: list[Stuk] = []
    for stuk in kandidaten:
        for treffer in _LOOPTIJD.finditer(stuk.tekst):
            jaren = int(treffer["van"]), int(treffer["tm"])
            if jaren[0] >= jaren[1] or jaren[1] - jaren[0] > 12:
                continue
            gevonden = gevonden or jaren
            if treffer["teken"] == "tot" or (jaren != gevonden and jaren[0] == gevonden[0]):
                anders.append(stuk)
    return gevonden, anders


def vind_gemeente(titel: Stuk, regels: Sequence[Stuk]) -> tuple[Stuk, bool]:
    """The municipality of the title, else the one that is named most; and whether another may be
    meant. A name has `en` in it only where it is nearly never said without."""
    los, samen = Counter[str](), Counter[str]()
    plaats: dict[str, str] = {}
    for regel in (titel, *regels):
        for treffer in _GEMEENTE.finditer(regel.tekst):
            los[treffer["naam"]] += 1
            plaats.setdefault(treffer["naam"], regel.plaats)
        samen.update(treffer["naam"] for treffer in _GEMEENTE_EN.finditer(regel.tekst))
    if not los:
        return NIETS, False
    (naam, keren), *anderen = los.most_common(2)
    twijfel = bool(anderen) and anderen[0][1] == keren
    if in_titel := _GEMEENTE.search(titel.tekst):
        naam, keren, twijfel = in_titel["naam"], los[in_titel["naam"]], False
    langer = [(n, lang) for lang, n in samen.items() if lang.startswith(f"{naam} en ")]
    if langer and max(langer)[0] * 2 > keren:
        aantal, lang = max(langer)
        return Stuk(lang, plaats[naam]), twijfel or aantal < keren
    return Stuk(naam, plaats[naam]), twijfel


def vind_partijen(regels: Sequence[Stuk], gemeente: Stuk) -> tuple[GevondenPartij, ...]:
    """Who is named behind the word for a group, the municipality first; each once, at the place
    where the most of a group stand together."""
    partijen: list[GevondenPartij] = []
    if gemeente:
        partijen.append(GevondenPartij(f"Gemeente {gemeente.tekst}", "gemeente", gemeente.plaats))
    beste: dict[str, list[GevondenPartij]] = {}
    gelezen = 0
    for regel in regels:
        gelezen += len(regel.tekst)
        if gelezen > _EERSTE_TEKENS:
            break
        for groep, namen in _groepen(_zonder_gemeente(regel.tekst, gemeente)):
            sleutel = _stam(groep)
            eigen = [GevondenPartij(naam, groep, regel.plaats) for naam in namen]
            if len(eigen) > len(beste.get(sleutel, [])):
                beste[sleutel] = eigen
    for eigen in beste.values():
        bekend = {plat(_kaal(p.naam)) for p in partijen}
        partijen += [p for p in eigen if plat(_kaal(p.naam)) not in bekend]
    return tuple(partijen)


def _zonder_gemeente(tekst: str, gemeente: Stuk) -> str:
    naam = re.escape(gemeente.tekst)
    return re.sub(rf"\b(gemeente) {naam}", r"\1", tekst, flags=re.I) if gemeente else tekst


def _groepen(tekst: str) -> Iterator[tuple[str, list[str]]]:
    for treffer in _OPSOMMING.finditer(tekst):
        groep = treffer["groep"].casefold()
        if groep.startswith("gemeente"):
            continue
        namen = [een_regel(n) for n in re.split(r"\s*,\s*(?:en\s+)?|\s+en\s+", treffer["namen"])]
        yield als_groep(groep), [met_hoofdletter(n) for n in namen if n]


def als_groep(groep: str) -> str:
    """As in the tables: `woningcorporaties` and `woonstichting` are called corporaties."""
    if re.match(r"woon|woning(?:stichting|bouw)", groep):
        return "corporaties"
    if groep.startswith(("huurdersplatform", "huurdersraad")):
        return "huurdersorganisaties"
    return groep.removeprefix("woning") if groep.startswith("woningcorporatie") else groep


def _stam(groep: str) -> str:
    """One word for corporatie and corporaties."""
    return re.sub(r"(?:e?n|s)$", "", groep.removeprefix("woning"))


def met_hoofdletter(naam: str) -> str:
    return re.sub(r"^(de|het)\b", lambda t: t[0].capitalize(), naam)


def _kaal(naam: str) -> str:
    return re.sub(r"^(?:de|het) ", "", naam, flags=re.IGNORECASE)

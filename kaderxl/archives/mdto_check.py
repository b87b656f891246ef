"""A document of MDTO held against the schema of the Nationaal Archief, and the values in it.

The schema decides; here is said in words what it found. One rule is stricter, as the concept of
1.0.2 is: no element may be empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise
from xml.etree import ElementTree

from .mdto import NAAMRUIMTE
from .schema import MEESTE_FOUTEN, SCHEMA, Fout, who_judges

_XSD = "{http://www.w3.org/2001/XMLSchema}"
_GROOTSTE = 5_000_000
_INHOUD = 1871
"""Said of an element that lacks a child, or of one too many. These numbers are of libxml2."""
_WAARDE = "{pad} heeft een waarde die daar niet kan staan"
_EIGENSCHAP = "{pad} heeft een eigenschap die MDTO niet kent"
_ANDERS = "{pad} volgt het schema niet"
_IN_WOORDEN = {
    **dict.fromkeys((1824, 1825, 1826, 1829), _WAARDE),
    **dict.fromkeys((1827, 1866, 1867), _EIGENSCHAP),
    1828: "in {pad} hoort tekst, geen elementen",
    1843: "in {pad} staat tekst tussen de elementen",
}
_Aantal = tuple[int, int | None]
"""How often an element must and may stand in another (None: endlessly)."""


@dataclass(frozen=True, slots=True)
class _Document:
    wortel: ElementTree.Element
    fouten: Sequence[Fout]
    ouders: Mapping[ElementTree.Element, ElementTree.Element]

    def pad(self, element: ElementTree.Element) -> str:
        """`bestand/omvang`; the root itself is not in it."""
        namen = [_naam(element)]
        while (element := self.ouders.get(element, self.wortel)) is not self.wortel:
            namen.append(_naam(element))
        return "/".join(reversed(namen))


def toets(data: bytes) -> tuple[str, ...]:
    """What is wrong with an MDTO document by its schema, in words; () for nothing."""
    document = _ontleed(data)
    if isinstance(document, str):
        return (document,)
    return tuple(islice(dict.fromkeys(_fouten_in(document)), MEESTE_FOUTEN))


def waarden(data: bytes) -> Mapping[str, tuple[str, ...]]:
    """The texts in a document by the path of their element, such as `bestand/omvang`.

    Empty for a document that cannot be read.
    """
    document = _ontleed(data)
    gevonden: dict[str, list[str]] = {}
    if isinstance(document, str):
        return {}
    for element in document.ouders:
        if len(element) == 0:
            gevonden.setdefault(document.pad(element), []).append((element.text or "").strip())
    return {pad: tuple(teksten) for pad, teksten in gevonden.items()}


def _ontleed(data: bytes) -> _Document | str:
    """A document, or why there is none; nothing in it can name another file."""
    if len(data) > _GROOTSTE:
        return "het is te groot"
    try:
        tekst = data.decode("utf-8-sig")
        if "<!" in re.sub(r"(?s)<!--.*?-->", "", tekst):
            return "er staat een aanwijzing in die niet in MDTO hoort"
        fouten = who_judges.get()(tekst.encode())
        if fouten is not None:
            wortel = ElementTree.fromstring(tekst)
            ouders = {kind: ouder for ouder in wortel.iter() for kind in ouder}
            return _Document(wortel, fouten, ouders)
    except (ValueError, ElementTree.ParseError):
        pass
    return "het is geen leesbare XML"


def _fouten_in(document: _Document) -> Iterator[str]:
    wortel, elementen = document.wortel, list(document.wortel.iter())
    if wortel.tag != f"{{{NAAMRUIMTE}}}MDTO":
        yield "het begint niet met het element MDTO"
        return
    if [_naam(kind) for kind in wortel] not in (["informatieobject"], ["bestand"]):
        yield "er hoort één informatieobject of één bestand in te staan"
        return
    leeg = set()
    for element in elementen[1:]:
        gevuld = len(element) or (element.text or "").strip()
        if not gevuld and _naam(element) not in _kinderen():
            leeg.add(element)
            yield f"{document.pad(element)} is leeg"
    for soort, nummer in document.fouten:
        if elementen[nummer] not in leeg:
            yield from _in_woorden(soort, elementen[nummer], document)


def _in_woorden(soort: int, element: ElementTree.Element, document: _Document) -> Iterator[str]:
    ouder = document.ouders.get(element, element)
    gezegd = [*_mis_in(element, document), *_mis_in(ouder, document)] if soort == _INHOUD else []
    yield from gezegd or [_IN_WOORDEN.get(soort, _ANDERS).format(pad=document.pad(element))]


def _mis_in(element: ElementTree.Element, document: _Document) -> Iterator[str]:
    """Which elements in this one are too few, too many, unknown or out of place."""
    regels = _kinderen().get(_naam(element), {})
    pad, namen = document.pad(element), [_naam(kind) for kind in element]
    plaats = {naam: nummer for nummer, naam in enumerate(regels)}
    for naam in namen:
        if regels and naam not in regels:
            yield f"{pad}/{naam} kent MDTO niet"
    for naam, (minstens, hoogstens) in regels.items():
        if (aantal := namen.count(naam)) < minstens:
            yield f"{pad}/{naam} ontbreekt"
        elif hoogstens is not None and aantal > hoogstens:
            yield f"{pad}/{naam} staat er {aantal} keer"
    for vorige, naam in pairwise(naam for naam in namen if naam in regels):
        if plaats[naam] < plaats[vorige]:
            yield f"{pad}/{naam} staat niet op zijn plaats"


@cache
def _kinderen() -> Mapping[str, Mapping[str, _Aantal]]:
    """Which elements each element below the root may have, in their order; text has no entry."""
    schema = ElementTree.parse(SCHEMA).getroot()
    soorten = {soort.get("name"): soort for soort in schema.iter(f"{_XSD}complexType")}

    def van(soort: ElementTree.Element) -> dict[str, _Aantal]:
        uitbreiding = soort.find(f".//{_XSD}extension")
        regels = {} if uitbreiding is None else van(soorten[uitbreiding.get("base")])
        return regels | {
            str(deel.get("name")): _aantal(deel) for deel in soort.iter(f"{_XSD}element")
        }

    return {
        str(element.get("name")): van(soorten[element.get("type")])
        for element in schema.iter(f"{_XSD}element")
        if element.get("type") in soorten and element not in list(schema)
    }


def _aantal(element: ElementTree.Element) -> _Aantal:
    hoogstens = element.get("maxOccurs", "1")
    minstens = int(element.get("minOccurs", "1"))
    return minstens, None if hoogstens == "unbounded" else int(hoogstens)


def _naam(element: ElementTree.Element) -> str:
    """An element's name without the namespace of MDTO; of another one it stays whole."""
    return element.tag.removeprefix(f"{{{NAAMRUIMTE}}}")

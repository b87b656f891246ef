"""A document of MDTO held against the schema of the Nationaal Archief, and the values in it.

The schema decides; here is said in words what it found. One rule is stricter, as the concept of
1.0.2 is: no element may be empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from itertools import islice, pairwise
from pathlib import Path

from lxml import etree

from .mdto import NAAMRUIMTE

SCHEMA = Path(__file__).with_name("MDTO-XML1.0.1.xsd")
_XSD = "{http://www.w3.org/2001/XMLSchema}"
_GROOTSTE = 5_000_000
_MEESTE_FOUTEN = 100
_IN_WOORDEN = {
    "SCHEMAV_CVC_TYPE_3_1_1": "{pad} heeft een eigenschap die MDTO niet kent",
    "SCHEMAV_CVC_COMPLEX_TYPE_3_2_1": "{pad} heeft een eigenschap die MDTO niet kent",
    "SCHEMAV_CVC_COMPLEX_TYPE_3_2_2": "{pad} heeft een eigenschap die MDTO niet kent",
    "SCHEMAV_CVC_COMPLEX_TYPE_2_3": "in {pad} staat tekst tussen de elementen",
    "SCHEMAV_CVC_TYPE_3_1_2": "in {pad} hoort tekst, geen elementen",
}
_Aantal = tuple[int, int | None]
"""How often an element must and may stand in another (None: endlessly)."""
_WAARDE = "{pad} heeft een waarde die daar niet kan staan"
_ANDERS = "{pad} volgt het schema niet"


def toets(data: bytes) -> tuple[str, ...]:
    """What is wrong with an MDTO document by its schema, in words; () for nothing."""
    document = _ontleed(data)
    if isinstance(document, str):
        return (document,)
    return tuple(islice(dict.fromkeys(_fouten_in(document)), _MEESTE_FOUTEN))


def waarden(data: bytes) -> Mapping[str, tuple[str, ...]]:
    """The texts in a document by the path of their element, such as `bestand/omvang`.

    Empty for a document that cannot be read.
    """
    document = _ontleed(data)
    gevonden: dict[str, list[str]] = {}
    if isinstance(document, str):
        return {}
    for element in document.iterdescendants("*"):
        if len(element) == 0:
            gevonden.setdefault(_pad(element), []).append((element.text or "").strip())
    return {pad: tuple(teksten) for pad, teksten in gevonden.items()}


def _ontleed(data: bytes) -> etree._Element | str:
    """The root of a document, or why there is none; nothing in it can name another file."""
    if len(data) > _GROOTSTE:
        return "het is te groot"
    try:
        tekst = data.decode("utf-8-sig")
        if "<!" in re.sub(r"(?s)<!--.*?-->", "", tekst):
            return "er staat een aanwijzing in die niet in MDTO hoort"
        return etree.fromstring(tekst.encode(), _lezer())
    except (ValueError, etree.XMLSyntaxError):
        return "het is geen leesbare XML"


def _lezer(schema: etree.XMLSchema | None = None) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        schema=schema,
    )


def _fouten_in(document: etree._Element) -> Iterator[str]:
    if document.tag != f"{{{NAAMRUIMTE}}}MDTO":
        yield "het begint niet met het element MDTO"
        return
    if [_naam(kind) for kind in document] not in (["informatieobject"], ["bestand"]):
        yield "er hoort één informatieobject of één bestand in te staan"
        return
    leeg = set()
    for element in document.iterdescendants("*"):
        gevuld = len(element) or (element.text or "").strip()
        if not gevuld and _naam(element) not in _kinderen():
            leeg.add(element)
            yield f"{_pad(element)} is leeg"
    for soort, element in _afwijkingen(document):
        if element not in leeg:
            yield from _in_woorden(soort, element)


def _afwijkingen(document: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """What the schema finds, and where; of very many faults only that the whole is wrong.

    To say where is slow where much stands side by side, so they are counted while reading first.
    """
    lezer = _lezer(schema := _schema())
    with suppress(etree.XMLSyntaxError):
        etree.fromstring(etree.tostring(document), lezer)
    if len(lezer.error_log) > _MEESTE_FOUTEN:
        yield "", document[0]
    elif len(lezer.error_log):
        schema.validate(document)
        for fout in schema.error_log:
            yield fout.type_name, document.getroottree().xpath(fout.path)[0]


def _in_woorden(soort: str, element: etree._Element) -> Iterator[str]:
    if soort == "SCHEMAV_ELEMENT_CONTENT":  # said of what lacks a child, or of one too many
        gezegd = [*_mis_in(element), *_mis_in(element.getparent())]
        yield from gezegd or [_ANDERS.format(pad=_pad(element))]
    else:
        waarde = soort.startswith(("SCHEMAV_CVC_DATATYPE", "SCHEMAV_CVC_FACET"))
        zin = _WAARDE if waarde else _IN_WOORDEN.get(soort, _ANDERS)
        yield zin.format(pad=_pad(element))


def _mis_in(element: etree._Element) -> Iterator[str]:
    """Which elements in this one are too few, too many, unknown or out of place."""
    regels = _kinderen().get(_naam(element), {})
    pad, namen = _pad(element), [_naam(kind) for kind in element]
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
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMA))


@cache
def _kinderen() -> Mapping[str, Mapping[str, _Aantal]]:
    """Which elements each element below the root may have, in their order; text has no entry."""
    soorten = {soort.get("name"): soort for soort in etree.parse(SCHEMA).iter(f"{_XSD}complexType")}

    def van(soort: etree._Element) -> dict[str, _Aantal]:
        uitbreiding = soort.find(f".//{_XSD}extension")
        regels = {} if uitbreiding is None else van(soorten[uitbreiding.get("base")])
        return regels | {deel.get("name"): _aantal(deel) for deel in soort.iter(f"{_XSD}element")}

    return {
        element.get("name"): van(soorten[element.get("type")])
        for element in etree.parse(SCHEMA).iter(f"{_XSD}element")
        if element.get("type") in soorten and element.getparent().tag != f"{_XSD}schema"
    }


def _aantal(element: etree._Element) -> _Aantal:
    hoogstens = element.get("maxOccurs", "1")
    minstens = int(element.get("minOccurs", "1"))
    return minstens, None if hoogstens == "unbounded" else int(hoogstens)


def _pad(element: etree._Element) -> str:
    """`bestand/omvang`; the root itself is not in it."""
    boven = [_naam(ouder) for ouder in element.iterancestors()][:-1]
    return "/".join([*reversed(boven), _naam(element)])


def _naam(element: etree._Element) -> str:
    """An element's name without the namespace of MDTO; of another one it stays whole."""
    return str(element.tag).removeprefix(f"{{{NAAMRUIMTE}}}")

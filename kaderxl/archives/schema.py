"""A document held against the schema of MDTO by libxml2, the judge of it wherever kaderxl runs.

Here lxml brings it. A page in a browser has libxml2 without lxml, and sets `who_judges`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

SCHEMA = Path(__file__).with_name("MDTO-XML1.0.1.xsd")
MEESTE_FOUTEN = 100
Fout = tuple[int, int]
"""What libxml2 calls a fault, by its number, and which element of the document has it, from 0."""
TE_VEEL: Sequence[Fout] = ((0, 1),)
"""Of very many faults only that the whole is wrong: to say where would be slow."""
_STAP = re.compile(r"(.+?)(?:\[(\d+)\])?")


def _met_lxml(data: bytes) -> Sequence[Fout] | None:
    from lxml import etree

    lezer, keurt = _lezer(), _lezer(schema := _schema())
    try:
        document = etree.fromstring(data, lezer)
    except etree.XMLSyntaxError:
        return None
    with suppress(etree.XMLSyntaxError):
        etree.fromstring(data, keurt)  # which counts, and says not where
    if len(keurt.error_log) > MEESTE_FOUTEN:
        return TE_VEEL
    if not len(keurt.error_log) or schema.validate(document):
        return ()
    nummers = {element: nummer for nummer, element in enumerate(document.iter("*"))}
    return [(f.type, nummers[_op(document, f.path or "")]) for f in schema.error_log]


def _op(document: etree._Element, pad: str) -> etree._Element:
    """The element on a path of libxml2, which is no XPath: it has prefixes as they are written."""
    for stap in pad.split("/")[2:]:
        if (treffer := _STAP.fullmatch(stap)) and not stap.startswith("@"):
            naam, nummer = treffer[1], int(treffer[2] or 1)
            document = [e for e in document.iterchildren("*") if naam in ("*", _naam(e))][
                nummer - 1
            ]
    return document


def _naam(element: etree._Element) -> str:
    """Its name in such a path; `*` for one of a namespace that has no prefix."""
    ruimte, _, lokaal = str(element.tag).rpartition("}")
    return f"{element.prefix}:{lokaal}" if element.prefix else "*" if ruimte else lokaal


def _lezer(schema: etree.XMLSchema | None = None) -> etree.XMLParser:
    from lxml import etree

    return etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True, schema=schema)


@cache
def _schema() -> etree.XMLSchema:
    from lxml import etree

    return etree.XMLSchema(etree.parse(SCHEMA))


who_judges: ContextVar[Callable[[bytes], Sequence[Fout] | None]] = ContextVar(
    "who_judges", default=_met_lxml
)
"""What gives the faults of a document in UTF-8, TE_VEEL for more than MEESTE_FOUTEN; None when it
cannot be read. Nothing in the document is fetched or filled in."""

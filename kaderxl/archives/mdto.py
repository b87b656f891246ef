"""Metadata in MDTO 1.0.1 (Nationaal Archief), written; `mdto_check` holds it against the schema."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from xml.etree import ElementTree

from ..core.text import leesbaar

NAAMRUIMTE = "https://www.nationaalarchief.nl/mdto"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_SCHEMA = "https://www.nationaalarchief.nl/mdto/MDTO-XML1.0.1.xsd"

Inhoud = str | Sequence[tuple[str, "Inhoud | None"]]
"""The content of an element: text, or the elements in it by name, in their order; None for none."""


@dataclass(frozen=True, slots=True)
class Kenmerking:
    """By what a thing is known, and who gave it that name."""

    kenmerk: str
    bron: str


@dataclass(frozen=True, slots=True)
class Begrip:
    """A word from a list; `code` is the list's own, "" for none."""

    label: str
    lijst: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """Something else that is spoken of, by its name and, where it has one, its identification."""

    naam: str
    kenmerking: Kenmerking | None = None


@dataclass(frozen=True, slots=True)
class Archiefgegevens:
    """What the municipality decides; `bewaartermijn` is `P10Y`, "" for kept for ever."""

    archiefvormer: Verwijzing
    waardering: Begrip
    bewaartermijn: str
    beperking: Begrip
    beperking_toelichting: str = ""


def schrijf_informatieobject(
    zelf: Kenmerking,
    naam: str,
    omschrijvingen: Iterable[str],
    bestanden: Iterable[Verwijzing],
    gegevens: Archiefgegevens,
) -> bytes:
    """The XML of the whole that is filed."""
    niveau = Begrip("Dossier", "Begrippenlijst Aggregatieniveaus MDTO")
    termijn, toelichting = gegevens.bewaartermijn, gegevens.beperking_toelichting
    beperking: Inhoud = [
        ("beperkingGebruikType", _begrip(gegevens.beperking)),
        ("beperkingGebruikNadereBeschrijving", toelichting or None),
    ]
    return _schrijf(
        "informatieobject",
        [
            ("identificatie", _identificatie(zelf)),
            ("naam", naam),
            ("aggregatieniveau", _begrip(niveau)),
            *(("omschrijving", tekst) for tekst in omschrijvingen),
            ("taal", "nl"),
            ("waardering", _begrip(gegevens.waardering)),
            ("bewaartermijn", [("termijnLooptijd", termijn)] if termijn else None),
            *(("heeftRepresentatie", _verwijzing(bestand)) for bestand in bestanden),
            ("archiefvormer", _verwijzing(gegevens.archiefvormer)),
            ("beperkingGebruik", beperking),
        ],
    )


def schrijf_bestand(
    zelf: Kenmerking, naam: str, data: bytes, formaat: Begrip, datum: date, van: Verwijzing
) -> bytes:
    """The XML of a file in it, for its content; `datum` is the day of the checksum."""
    algoritme = Begrip("SHA-256", "Begrippenlijst ChecksumAlgoritme MDTO")
    checksum: Inhoud = [
        ("checksumAlgoritme", _begrip(algoritme)),
        ("checksumWaarde", sha256(data).hexdigest()),
        ("checksumDatum", f"{datum.isoformat()}T00:00:00"),
    ]
    return _schrijf(
        "bestand",
        [
            ("identificatie", _identificatie(zelf)),
            ("naam", naam),
            ("omvang", str(len(data))),
            ("bestandsformaat", _begrip(formaat)),
            ("checksum", checksum),
            ("isRepresentatieVan", _verwijzing(van)),
        ],
    )


def _identificatie(wat: Kenmerking) -> Inhoud:
    return [("identificatieKenmerk", wat.kenmerk), ("identificatieBron", wat.bron)]


def _verwijzing(wat: Verwijzing) -> Inhoud:
    kenmerking = _identificatie(wat.kenmerking) if wat.kenmerking else None
    return [("verwijzingNaam", wat.naam), ("verwijzingIdentificatie", kenmerking)]


def _begrip(wat: Begrip) -> Inhoud:
    lijst: Inhoud = [("verwijzingNaam", wat.lijst)]
    code = wat.code or None
    return [("begripLabel", wat.label), ("begripCode", code), ("begripBegrippenlijst", lijst)]


def _schrijf(soort: str, inhoud: Inhoud) -> bytes:
    wortel = ElementTree.Element(
        "MDTO",
        {"xmlns": NAAMRUIMTE, "xmlns:xsi": _XSI, "xsi:schemaLocation": f"{NAAMRUIMTE} {_SCHEMA}"},
    )
    _vul(ElementTree.SubElement(wortel, soort), inhoud)
    ElementTree.indent(wortel)
    xml = ElementTree.tostring(wortel, encoding="unicode", short_empty_elements=False)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{xml}\n'.encode()


def _vul(element: ElementTree.Element, inhoud: Inhoud) -> None:
    if isinstance(inhoud, str):
        element.text = leesbaar(inhoud)
        return
    for naam, deel in inhoud:
        if deel is not None:
            _vul(ElementTree.SubElement(element, naam), deel)

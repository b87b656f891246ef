"""Metadata in MDTO 1.0.1 (Nationaal Archief), written; `mdto_check` holds it against the schema."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree

NAAMRUIMTE = "https://www.nationaalarchief.nl/mdto"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_SCHEMA = "https://www.nationaalarchief.nl/mdto/MDTO-XML1.0.1.xsd"

Inhoud = str | Sequence[tuple[str, "Inhoud"]]
"""The content of an element: text, or the elements in it by name, in their order."""


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
class Informatieobject:
    """The whole that is filed. `bewaartermijn` is a duration (`P10Y`), "" for none."""

    kenmerking: Kenmerking
    naam: str
    omschrijvingen: tuple[str, ...]
    waardering: Begrip
    bewaartermijn: str
    bestanden: tuple[Verwijzing, ...]
    archiefvormer: Verwijzing
    beperking: Begrip
    beperking_toelichting: str = ""


@dataclass(frozen=True, slots=True)
class Bestand:
    """One file in it; `omvang` in bytes, `sha256` in hexadecimal digits."""

    kenmerking: Kenmerking
    naam: str
    omvang: int
    formaat: Begrip
    sha256: str
    datum: date
    van: Verwijzing


def schrijf_informatieobject(wat: Informatieobject) -> bytes:
    """The XML of the whole."""
    beperking: list[tuple[str, Inhoud]] = [("beperkingGebruikType", _begrip(wat.beperking))]
    if wat.beperking_toelichting:
        beperking.append(("beperkingGebruikNadereBeschrijving", wat.beperking_toelichting))
    inhoud: list[tuple[str, Inhoud]] = [
        ("identificatie", _identificatie(wat.kenmerking)),
        ("naam", wat.naam),
        ("aggregatieniveau", _begrip(Begrip("Dossier", "Begrippenlijst Aggregatieniveaus MDTO"))),
        *(("omschrijving", tekst) for tekst in wat.omschrijvingen),
        ("taal", "nl"),
        ("waardering", _begrip(wat.waardering)),
    ]
    if wat.bewaartermijn:
        inhoud.append(("bewaartermijn", [("termijnLooptijd", wat.bewaartermijn)]))
    inhoud += [
        *(("heeftRepresentatie", _verwijzing(bestand)) for bestand in wat.bestanden),
        ("archiefvormer", _verwijzing(wat.archiefvormer)),
        ("beperkingGebruik", beperking),
    ]
    return _schrijf("informatieobject", inhoud)


def schrijf_bestand(wat: Bestand) -> bytes:
    """The XML of a file in it."""
    algoritme = Begrip("SHA-256", "Begrippenlijst ChecksumAlgoritme MDTO")
    return _schrijf(
        "bestand",
        [
            ("identificatie", _identificatie(wat.kenmerking)),
            ("naam", wat.naam),
            ("omvang", str(wat.omvang)),
            ("bestandsformaat", _begrip(wat.formaat)),
            (
                "checksum",
                [
                    ("checksumAlgoritme", _begrip(algoritme)),
                    ("checksumWaarde", wat.sha256),
                    ("checksumDatum", f"{wat.datum.isoformat()}T00:00:00"),
                ],
            ),
            ("isRepresentatieVan", _verwijzing(wat.van)),
        ],
    )


def _identificatie(wat: Kenmerking) -> Inhoud:
    return [("identificatieKenmerk", wat.kenmerk), ("identificatieBron", wat.bron)]


def _verwijzing(wat: Verwijzing) -> Inhoud:
    inhoud: list[tuple[str, Inhoud]] = [("verwijzingNaam", wat.naam)]
    if wat.kenmerking:
        inhoud.append(("verwijzingIdentificatie", _identificatie(wat.kenmerking)))
    return inhoud


def _begrip(wat: Begrip) -> Inhoud:
    inhoud: list[tuple[str, Inhoud]] = [("begripLabel", wat.label)]
    if wat.code:
        inhoud.append(("begripCode", wat.code))
    return [*inhoud, ("begripBegrippenlijst", [("verwijzingNaam", wat.lijst)])]


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
        element.text = _leesbaar(inhoud)
        return
    for naam, deel in inhoud:
        _vul(ElementTree.SubElement(element, naam), deel)


def _leesbaar(tekst: str) -> str:
    """Without the characters that XML 1.0 cannot hold."""
    return re.sub(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", tekst)

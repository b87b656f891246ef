"""Metadata in MDTO 1.0.1 (Nationaal Archief): written, read back and held against its rules.

The rules are those of the published schema (MDTO-XML1.0.1.xsd): which elements, in what order,
how often, of what kind. One is stricter, as the concept of 1.0.2 is: no element may be empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree

NAAMRUIMTE = "https://www.nationaalarchief.nl/mdto"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_SCHEMA = "https://www.nationaalarchief.nl/mdto/MDTO-XML1.0.1.xsd"
_GROOTSTE = 5_000_000
_DIEPSTE = 8
_VEEL = None

_DAG = r"-?\d{4,}(?:-\d\d(?:-\d\d)?)?(?:Z|[+-]\d\d:\d\d)?"
_VORM = {
    "tekst": r"(?s).*\S.*",
    "getal": r"[+-]?\d+",
    "taal": r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*",
    "uri": r"\S+",
    "dag": _DAG,
    "datum": r"-?\d{4,}-\d\d-\d\d(?:Z|[+-]\d\d:\d\d)?",
    "moment": r"-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?",
    "dag of moment": rf"{_DAG}|-?\d{{4,}}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?",
    "duur": r"-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?",
}
_Regel = tuple[str, str, int, int | None]
"""An element: its name, its kind, and how often it must and may (None: endlessly) stand."""
_OBJECT: tuple[_Regel, ...] = (
    ("identificatie", "identificatie", 1, _VEEL),
    ("naam", "tekst", 1, 1),
)
_SOORTEN: dict[str, tuple[_Regel, ...]] = {
    "informatieobject": (
        *_OBJECT,
        ("aggregatieniveau", "begrip", 0, 1),
        ("classificatie", "begrip", 0, _VEEL),
        ("trefwoord", "tekst", 0, _VEEL),
        ("omschrijving", "tekst", 0, _VEEL),
        ("raadpleeglocatie", "raadpleeglocatie", 0, _VEEL),
        ("dekkingInTijd", "dekkingInTijd", 0, _VEEL),
        ("dekkingInRuimte", "verwijzing", 0, _VEEL),
        ("taal", "taal", 0, _VEEL),
        ("event", "event", 0, _VEEL),
        ("waardering", "begrip", 1, 1),
        ("bewaartermijn", "termijn", 0, 1),
        ("informatiecategorie", "begrip", 0, 1),
        ("isOnderdeelVan", "verwijzing", 0, _VEEL),
        ("bevatOnderdeel", "verwijzing", 0, _VEEL),
        ("heeftRepresentatie", "verwijzing", 0, _VEEL),
        ("aanvullendeMetagegevens", "verwijzing", 0, _VEEL),
        ("gerelateerdInformatieobject", "gerelateerd", 0, _VEEL),
        ("archiefvormer", "verwijzing", 1, _VEEL),
        ("betrokkene", "betrokkene", 0, _VEEL),
        ("activiteit", "verwijzing", 0, 1),
        ("beperkingGebruik", "beperkingGebruik", 1, _VEEL),
    ),
    "bestand": (
        *_OBJECT,
        ("omvang", "getal", 1, 1),
        ("bestandsformaat", "begrip", 1, 1),
        ("checksum", "checksum", 1, _VEEL),
        ("URLBestand", "uri", 0, 1),
        ("isRepresentatieVan", "verwijzing", 1, 1),
    ),
    "identificatie": (
        ("identificatieKenmerk", "tekst", 1, 1),
        ("identificatieBron", "tekst", 1, 1),
    ),
    "verwijzing": (
        ("verwijzingNaam", "tekst", 1, 1),
        ("verwijzingIdentificatie", "identificatie", 0, 1),
    ),
    "begrip": (
        ("begripLabel", "tekst", 1, 1),
        ("begripCode", "tekst", 0, 1),
        ("begripBegrippenlijst", "verwijzing", 1, 1),
    ),
    "dekkingInTijd": (
        ("dekkingInTijdType", "begrip", 1, 1),
        ("dekkingInTijdBegindatum", "dag", 1, 1),
        ("dekkingInTijdEinddatum", "dag", 0, 1),
    ),
    "event": (
        ("eventType", "begrip", 1, 1),
        ("eventTijd", "dag of moment", 0, 1),
        ("eventVerantwoordelijkeActor", "verwijzing", 0, 1),
        ("eventResultaat", "tekst", 0, 1),
    ),
    "gerelateerd": (
        ("gerelateerdInformatieobjectVerwijzing", "verwijzing", 1, 1),
        ("gerelateerdInformatieobjectTypeRelatie", "begrip", 1, 1),
    ),
    "betrokkene": (
        ("betrokkeneTypeRelatie", "begrip", 1, 1),
        ("betrokkeneActor", "verwijzing", 1, 1),
    ),
    "beperkingGebruik": (
        ("beperkingGebruikType", "begrip", 1, 1),
        ("beperkingGebruikNadereBeschrijving", "tekst", 0, 1),
        ("beperkingGebruikDocumentatie", "verwijzing", 0, _VEEL),
        ("beperkingGebruikTermijn", "termijn", 0, 1),
    ),
    "termijn": (
        ("termijnTriggerStartLooptijd", "begrip", 0, 1),
        ("termijnStartdatumLooptijd", "datum", 0, 1),
        ("termijnLooptijd", "duur", 0, 1),
        ("termijnEinddatum", "dag", 0, 1),
    ),
    "checksum": (
        ("checksumAlgoritme", "begrip", 1, 1),
        ("checksumWaarde", "tekst", 1, 1),
        ("checksumDatum", "moment", 1, 1),
    ),
    "raadpleeglocatie": (
        ("raadpleeglocatieFysiek", "verwijzing", 0, _VEEL),
        ("raadpleeglocatieOnline", "uri", 0, _VEEL),
    ),
}

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


# -- read back -------------------------------------------------------------------------------


def toets(data: bytes) -> tuple[str, ...]:
    """What is wrong with an MDTO document by the rules of the schema, in words; () for nothing."""
    document = _ontleed(data)
    return (document,) if isinstance(document, str) else tuple(_fouten_in(document))


def waarden(data: bytes) -> Mapping[str, tuple[str, ...]]:
    """The texts in a document by the path of their element, such as `bestand/omvang`.

    Empty for a document that cannot be read.
    """
    document = _ontleed(data)
    gevonden: dict[str, tuple[str, ...]] = {}
    if isinstance(document, str):
        return gevonden
    stapel = [(_kaal(kind.tag), kind) for kind in reversed(document)]
    while stapel:
        pad, element = stapel.pop()
        if len(element) == 0:
            gevonden[pad] = (*gevonden.get(pad, ()), (element.text or "").strip())
        if pad.count("/") < _DIEPSTE:
            stapel += [(f"{pad}/{_kaal(kind.tag)}", kind) for kind in reversed(element)]
    return gevonden


def _ontleed(data: bytes) -> ElementTree.Element | str:
    """The root of a document, or why there is none; nothing in it can name another file."""
    if len(data) > _GROOTSTE:
        return "het is te groot"
    try:
        tekst = data.decode("utf-8-sig")
        if "<!" in re.sub(r"(?s)<!--.*?-->", "", tekst):
            return "er staat een aanwijzing in die niet in MDTO hoort"
        return ElementTree.fromstring(tekst.encode())
    except (UnicodeDecodeError, ElementTree.ParseError, ValueError, LookupError):
        return "het is geen leesbare XML"


def _fouten_in(wortel: ElementTree.Element) -> Iterator[str]:
    if wortel.tag != f"{{{NAAMRUIMTE}}}MDTO":
        yield "het begint niet met het element MDTO"
        return
    kinderen = [_kaal(kind.tag) for kind in wortel]
    if len(kinderen) != 1 or kinderen[0] not in ("informatieobject", "bestand"):
        yield "er hoort één informatieobject of één bestand in te staan"
        return
    yield from _toets_element(wortel[0], kinderen[0], kinderen[0])


def _toets_element(element: ElementTree.Element, soort: str, pad: str) -> Iterator[str]:
    """Depth is bounded: only elements that the rules name are entered, and none holds itself."""
    if soort in _VORM:
        yield from _toets_waarde(element, soort, pad)
        return
    regels = _SOORTEN[soort]
    if (element.text or "").strip() or any((kind.tail or "").strip() for kind in element):
        yield f"in {pad} staat tekst tussen de elementen"
    plaats = {naam: nummer for nummer, (naam, *_) in enumerate(regels)}
    verder = -1
    geteld = dict.fromkeys(plaats, 0)
    for kind in element:
        naam = _kaal(kind.tag)
        if naam not in plaats:
            yield f"{pad}/{naam} kent MDTO niet"
            continue
        if plaats[naam] < verder:
            yield f"{pad}/{naam} staat niet op zijn plaats"
        verder = max(verder, plaats[naam])
        geteld[naam] += 1
        yield from _toets_element(kind, regels[plaats[naam]][1], f"{pad}/{naam}")
    for naam, _, minstens, hoogstens in regels:
        if geteld[naam] < minstens:
            yield f"{pad}/{naam} ontbreekt"
        elif hoogstens is not None and geteld[naam] > hoogstens:
            yield f"{pad}/{naam} staat er {geteld[naam]} keer"


def _toets_waarde(element: ElementTree.Element, soort: str, pad: str) -> Iterator[str]:
    tekst = element.text or ""
    if len(element):
        yield f"in {pad} hoort tekst, geen elementen"
    elif not tekst.strip():
        yield f"{pad} is leeg"
    elif not re.fullmatch(_VORM[soort], tekst if soort == "tekst" else tekst.strip()):
        yield f"{pad} heeft een waarde die daar niet kan staan"


def _kaal(tag: str) -> str:
    """An element's name without the namespace of MDTO; of another one it stays whole."""
    return tag.removeprefix(f"{{{NAAMRUIMTE}}}")

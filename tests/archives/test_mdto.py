"""Metadata as MDTO 1.0.1 wants it; the packaged rules say what the schema says, and empty is wrong.

Where the schema itself is at hand (KADERXL_MDTO_XSD, or beside the checkout) both are compared.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kaderxl.archives.mdto import (
    NAAMRUIMTE,
    Begrip,
    Bestand,
    Informatieobject,
    Kenmerking,
    Verwijzing,
    schrijf_bestand,
    schrijf_informatieobject,
    toets,
    waarden,
)

ZELF = Kenmerking("MOL-2026-evaluatie", "Gemeente Molendam")
GEHEEL = schrijf_informatieobject(
    Informatieobject(
        kenmerking=ZELF,
        naam="Monitoring & evaluatie <2026>",
        omschrijvingen=("Fictief.", "Concept."),
        waardering=Begrip("Tijdelijk te bewaren", "Waarderingen", "V"),
        bewaartermijn="P10Y",
        bestanden=(Verwijzing("matrix.xlsx", Kenmerking("m", "Gemeente Molendam")),),
        archiefvormer=Verwijzing("Gemeente Molendam", Kenmerking("gm0001", "TOOI")),
        beperking=Begrip("Openbaar", "Openbaarheid"),
        beperking_toelichting="Vanaf de vaststelling.",
    )
)
DEEL = schrijf_bestand(
    Bestand(
        kenmerking=Kenmerking("MOL-2026-evaluatie/matrix.xlsx", "Gemeente Molendam"),
        naam="matrix.xlsx",
        omvang=1234,
        formaat=Begrip("Excel", "PRONOM", "fmt/214"),
        sha256="0" * 64,
        datum=date(2027, 3, 25),
        van=Verwijzing("Monitoring", ZELF),
    )
)
DOCUMENTEN = {"informatieobject": GEHEEL, "bestand": DEEL}
VERPLICHT = {
    "informatieobject": {
        "identificatie",
        "naam",
        "waardering",
        "archiefvormer",
        "beperkingGebruik",
    },
    "bestand": {
        "identificatie",
        "naam",
        "omvang",
        "bestandsformaat",
        "checksum",
        "isRepresentatieVan",
    },
}
Schema = Callable[[bytes], bool]


@pytest.fixture(scope="module")
def schema() -> Schema:
    """Whether a document is valid by the schema itself."""
    naast = Path(__file__).resolve().parents[3] / "shared" / "bron" / "MDTO-XML1.0.1.xsd"
    pad = Path(os.environ.get("KADERXL_MDTO_XSD", naast))
    if not pad.is_file():
        pytest.skip("the schema is not here; KADERXL_MDTO_XSD may say where")
    from lxml import etree

    xsd = etree.XMLSchema(etree.parse(str(pad)))
    return lambda data: bool(xsd.validate(etree.fromstring(data)))


def verwerkt(data: bytes) -> ElementTree.Element:
    ElementTree.register_namespace("", NAAMRUIMTE)
    return ElementTree.fromstring(data)


def als_bytes(wortel: ElementTree.Element) -> bytes:
    return bytes(ElementTree.tostring(wortel, encoding="utf-8"))


def ouders(wortel: ElementTree.Element) -> Iterator[ElementTree.Element]:
    yield from (element for element in wortel.iter() if len(element))


def beschadigd(data: bytes) -> Iterator[bytes]:
    """The document with each element left out, and with each two neighbours swapped."""
    aantal = len(list(ouders(verwerkt(data))))
    for nummer in range(aantal):
        for plaats in range(len(list(ouders(verwerkt(data)))[nummer])):
            wortel = verwerkt(data)
            ouder = list(ouders(wortel))[nummer]
            del ouder[plaats]
            yield als_bytes(wortel)
            wortel = verwerkt(data)
            ouder = list(ouders(wortel))[nummer]
            if plaats:
                ouder[plaats - 1], ouder[plaats] = deepcopy(ouder[plaats]), ouder[plaats - 1]
                yield als_bytes(wortel)


@pytest.mark.parametrize("data", DOCUMENTEN.values(), ids=DOCUMENTEN)
def test_what_is_written_follows_the_rules(data: bytes) -> None:
    assert toets(data) == ()
    assert data.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<MDTO xmlns="')


@pytest.mark.parametrize("data", DOCUMENTEN.values(), ids=DOCUMENTEN)
def test_what_is_written_is_valid_by_the_schema(data: bytes, schema: Schema) -> None:
    assert schema(data)


@pytest.mark.parametrize("data", DOCUMENTEN.values(), ids=DOCUMENTEN)
def test_the_rules_judge_as_the_schema_does(data: bytes, schema: Schema) -> None:
    gevallen = list(beschadigd(data))
    assert {schema(geval) for geval in gevallen} == {True, False}
    assert [geval for geval in gevallen if schema(geval) is bool(toets(geval))] == []


@pytest.mark.parametrize("soort", DOCUMENTEN)
def test_each_mandatory_element_is_missed_by_name(soort: str) -> None:
    for naam in VERPLICHT[soort]:
        wortel = verwerkt(DOCUMENTEN[soort])
        for element in wortel[0].findall(f"{{{NAAMRUIMTE}}}{naam}"):
            wortel[0].remove(element)
        assert toets(als_bytes(wortel)) == (f"{soort}/{naam} ontbreekt",)


@pytest.mark.parametrize("data", DOCUMENTEN.values(), ids=DOCUMENTEN)
@pytest.mark.parametrize("leeg", ["", " \n"])
def test_no_value_may_be_empty(data: bytes, leeg: str) -> None:
    bladen = sum(len(element) == 0 for element in verwerkt(data).iter())
    for nummer in range(bladen):
        wortel = verwerkt(data)
        [e for e in wortel.iter() if len(e) == 0][nummer].text = leeg
        (fout,) = toets(als_bytes(wortel))
        assert fout.endswith(" is leeg")


@pytest.mark.parametrize(
    ("eerst", "dan", "fout"),
    [
        (b"<omvang>1234<", b"<omvang>veel<", "bestand/omvang heeft een waarde die daar niet"),
        (b"T00:00:00<", b"<", "bestand/checksum/checksumDatum heeft een waarde"),
        (b"<naam>", b"<titel>x</titel><naam>", "bestand/titel kent MDTO niet"),
        (b"<naam>matrix", b"<naam><b>x</b>matrix", "in bestand/naam hoort tekst"),
        (b"<naam>", b"los<naam>", "in bestand staat tekst tussen de elementen"),
        (
            b"<naam>matrix.xlsx</naam>",
            b"<naam>x</naam><naam>y</naam>",
            "bestand/naam staat er 2 keer",
        ),
        (b'mdto"', b'anders"', "het begint niet met het element MDTO"),
        (b"<bestand>", b"<bestand><omvang>", "het is geen leesbare XML"),
        (b"<MDTO", b'<!DOCTYPE MDTO [<!ENTITY a "b">]><MDTO', "er staat een aanwijzing in"),
        (b"MDTO", b"\xff", "het is geen leesbare XML"),
    ],
)
def test_other_faults_are_named(eerst: bytes, dan: bytes, fout: str) -> None:
    assert eerst in DEEL
    assert any(zin.startswith(fout) for zin in toets(DEEL.replace(eerst, dan, 1)))


def test_the_values_come_back_by_their_path() -> None:
    gelezen = waarden(DEEL)
    assert gelezen["bestand/omvang"] == ("1234",)
    assert gelezen["bestand/bestandsformaat/begripCode"] == ("fmt/214",)
    assert waarden(GEHEEL)["informatieobject/omschrijving"] == ("Fictief.", "Concept.")
    assert waarden(GEHEEL)["informatieobject/naam"] == ("Monitoring & evaluatie <2026>",)
    assert waarden(b"geen xml") == {}


def test_an_endless_nest_of_elements_is_no_trouble() -> None:
    diep = DEEL.replace(b"<naam>", b"<naam>" + b"<a>" * 50_000 + b"</a>" * 50_000)
    assert toets(diep) == ("in bestand/naam hoort tekst, geen elementen",)
    assert waarden(diep)["bestand/omvang"] == ("1234",)


def test_signs_that_xml_cannot_hold_are_replaced() -> None:
    naam = Verwijzing("a\x00b\ud800c")
    data = schrijf_bestand(Bestand(ZELF, "x", 1, Begrip("a", "b"), "0", date(2027, 1, 1), naam))
    assert waarden(data)["bestand/isRepresentatieVan/verwijzingNaam"] == ("a\ufffdb\ufffdc",)

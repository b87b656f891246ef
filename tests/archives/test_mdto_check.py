"""The schema of MDTO decides, and what it finds is said in words that name the element."""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Iterator
from copy import deepcopy
from xml.etree import ElementTree

import pytest
from lxml import etree
from metadata import DEEL, DOCUMENTEN, GEHEEL

from kaderxl.archives.mdto import NAAMRUIMTE
from kaderxl.archives.mdto_check import toets, waarden
from kaderxl.archives.schema import SCHEMA

XSI = b"http://www.w3.org/2001/XMLSchema-instance"
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


def test_the_schema_is_the_published_one() -> None:
    vingerafdruk = hashlib.sha256(SCHEMA.read_bytes()).hexdigest()
    assert vingerafdruk == "048d745a17f479995f14c938d342b2f13382072d0fdf1f1b28113126df715648"


@pytest.mark.parametrize("data", DOCUMENTEN.values(), ids=DOCUMENTEN)
def test_what_the_schema_refuses_is_said_of_an_element_by_name(data: bytes) -> None:
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    geldig = set()
    for geval in beschadigd(data):
        fouten = toets(geval)
        geldig.add(schema.validate(etree.fromstring(geval)))
        assert bool(fouten) is not schema.validate(etree.fromstring(geval))
        assert [f for f in fouten if not re.search(r"\w+/\w+|één informatieobject", f)] == []
        assert [f for f in fouten if "volgt het schema niet" in f] == []
    assert geldig == {True, False}


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
        (b"<naam>", b'<naam taal="nl">', "bestand/naam heeft een eigenschap die MDTO niet kent"),
        (b"<checksum>", b'<checksum a="b">', "bestand/checksum heeft een eigenschap die MDTO"),
        (b"<naam>", b'<naam x:nil="1" xmlns:x="%s">' % XSI, "bestand/naam volgt het schema niet"),
        (b"</bestand>", b"</bestand><bestand/>", "er hoort één informatieobject of één bestand"),
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
        (b"<MDTO", b'<MDTO taal="nl"', "MDTO heeft een eigenschap die MDTO niet kent"),
        (b"<naam>", b'<naam x:type="geen" xmlns:x="%s">' % XSI, "bestand/naam volgt het schema"),
        (b"<omvang>", b'<x xmlns="">y</x><x xmlns="">y</x><omvang>', "bestand/x kent MDTO niet"),
        (b'mdto"', b'anders"', "het begint niet met het element MDTO"),
        (b"<bestand>", b"<bestand><omvang>", "het is geen leesbare XML"),
        (b"<MDTO", b'<!DOCTYPE MDTO [<!ENTITY a "b">]><MDTO', "er staat een aanwijzing in"),
        (b"MDTO", b"\xff", "het is geen leesbare XML"),
    ],
)
def test_other_faults_are_named(eerst: bytes, dan: bytes, fout: str) -> None:
    assert eerst in DEEL
    assert any(zin.startswith(fout) for zin in toets(DEEL.replace(eerst, dan, 1)))


def test_elements_may_be_written_with_a_prefix() -> None:
    met = re.sub(rb"<(/?)(?=[A-Za-z])", rb"<\1m:", DEEL).replace(b"xmlns=", b"xmlns:m=")
    assert toets(met) == ()
    assert toets(met.replace(b"1234", b"veel")) == (
        "bestand/omvang heeft een waarde die daar niet kan staan",
    )
    twee = met.replace(b"<m:naam>", b"<m:naam>x</m:naam><m:naam>")
    assert toets(twee) == ("bestand/naam staat er 2 keer",)


@pytest.mark.parametrize(
    ("eerst", "dan"),
    [
        (b"<naam>matrix", b"<naam>mat<!-- x -->rix"),
        (b"<naam>matrix", b"<naam>mat<?x y?>rix"),
        (b'"UTF-8"', b'"latin-1"'),  # what is said of the signs is not believed
    ],
)
def test_what_changes_nothing_is_no_fault(eerst: bytes, dan: bytes) -> None:
    assert eerst in DEEL
    assert toets(DEEL.replace(eerst, dan, 1)) == ()


def test_the_values_come_back_by_their_path() -> None:
    gelezen = waarden(DEEL)
    assert gelezen["bestand/omvang"] == ("1234",)
    assert gelezen["bestand/bestandsformaat/begripCode"] == ("fmt/214",)
    assert waarden(GEHEEL)["informatieobject/omschrijving"] == ("Fictief.", "Concept.")
    assert waarden(GEHEEL)["informatieobject/naam"] == ("Monitoring & evaluatie <2026>",)
    assert waarden(b"geen xml") == {}


def test_an_endless_nest_of_elements_is_no_trouble() -> None:
    diep = DEEL.replace(b"<naam>", b"<naam>" + b"<a>" * 50_000 + b"</a>" * 50_000)
    assert toets(diep) == ("het is geen leesbare XML",)
    assert waarden(diep) == {}


@pytest.mark.parametrize(
    ("data", "fout"),
    [
        (GEHEEL.replace(b"<taal>nl<", b"<taal>n!</taal>" * 100_000 + b"<taal>nl<"), "volgt het"),
        (DEEL.replace(b"<naam>", b"<naam></naam>" * 100_000 + b"<naam>"), "bestand/naam is leeg"),
        (DEEL.replace(b"<naam>", b"<naam>" * 900_000), "het is te groot"),
    ],
)
def test_very_many_faults_take_no_long_time(data: bytes, fout: str) -> None:
    begin = time.process_time()
    fouten = toets(data)
    assert any(fout in zin for zin in fouten)
    assert len(fouten) <= 100
    assert time.process_time() - begin < 20

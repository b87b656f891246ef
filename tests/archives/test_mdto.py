"""Metadata as MDTO 1.0.1 wants it: what is written is valid by the schema itself."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import etree
from metadata import DOCUMENTEN, ZELF

from kaderxl.archives.mdto import Begrip, Verwijzing, schrijf_bestand
from kaderxl.archives.mdto_check import toets, waarden
from kaderxl.archives.schema import SCHEMA


@pytest.mark.parametrize("data", DOCUMENTEN.values(), ids=DOCUMENTEN)
def test_what_is_written_is_valid_by_the_schema(data: bytes) -> None:
    etree.XMLSchema(etree.parse(SCHEMA)).assertValid(etree.fromstring(data))
    assert toets(data) == ()
    assert data.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<MDTO xmlns="')


def test_signs_that_xml_cannot_hold_are_shown_as_their_code() -> None:
    naam = Verwijzing("a\x00b\ud800c")
    data = schrijf_bestand(ZELF, "x", b"", Begrip("a", "b"), date(2027, 1, 1), naam)
    assert waarden(data)["bestand/isRepresentatieVan/verwijzingNaam"] == ("a\\u0000b\\ud800c",)

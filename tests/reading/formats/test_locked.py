"""Workbooks that are encrypted: with Excel's own password, with another, with a label."""

from __future__ import annotations

import io
import sys

import pytest
from hostile.build import ole
from invullen import ingevuld_blad
from msoffcrypto.format.ooxml import OOXMLFile

from kaderxl.core.kader import Kader
from kaderxl.reading import Document, Limits, Reader, Refused
from kaderxl.reading.worker import answer

pytestmark = pytest.mark.lang


def encrypted(data: bytes, password: str) -> bytes:
    out = io.BytesIO()
    OOXMLFile(io.BytesIO(data)).encrypt(password, out)
    return out.getvalue()


def test_the_password_of_excel_itself_asks_nobody_anything(kader: Kader, reader: Reader) -> None:
    sheet = ingevuld_blad(kader, "DV")
    bare, opened = (
        reader.read("a.xlsx", sheet),
        reader.read("a.xlsx", encrypted(sheet, "VelvetSweatshop")),
    )
    assert isinstance(bare, Document)
    assert isinstance(opened, Document)
    assert [s.rows for s in opened.sheets] == [s.rows for s in bare.sheets]


def test_without_what_opens_it_a_password_is_named(
    kader: Kader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a browser there is none; the partij can take it off as she can any other."""
    data = encrypted(ingevuld_blad(kader, "DV"), "VelvetSweatshop")
    monkeypatch.setitem(sys.modules, "msoffcrypto", None)
    said = b"".join(answer(b"read", data, Limits()))
    assert b"B208" in said


def test_another_password_is_named(kader: Kader, reader: Reader) -> None:
    outcome = reader.read("a.xlsx", encrypted(ingevuld_blad(kader, "DV"), "geheim"))
    assert isinstance(outcome, Refused)
    assert outcome.bevinding.code == "B208"


@pytest.mark.parametrize("stream", ["DRMEncryptedTransform", "DRMEncryptedDataSpace"])
def test_a_label_is_no_password(reader: Reader, stream: str) -> None:
    outcome = reader.read("a.xlsx", ole("EncryptedPackage", stream))
    assert isinstance(outcome, Refused)
    assert outcome.bevinding.code == "B231"
    assert "Gevoeligheid" in outcome.bevinding.actie


def test_what_only_looks_encrypted_is_refused(reader: Reader) -> None:
    outcome = reader.read("a.xlsx", ole("EncryptedPackage"))
    assert isinstance(outcome, Refused)
    assert outcome.bevinding.code == "B208"

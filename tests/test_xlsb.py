"""The records of a binary workbook are counted, so that no cell is lost unseen."""

from __future__ import annotations

import struct

import pytest

from kaderxl.reading.xlsb import UnreadRecords, count_cells


def record(kind: int, body: bytes = b"") -> bytes:
    return bytes([kind, len(body)]) + body


CEL = struct.pack("<II", 0, 0)
TEKST = struct.pack("<I", 1) + "a".encode("utf-16-le")
LEEG = struct.pack("<I", 0)


@pytest.mark.parametrize(
    ("records", "aantal"),
    [
        (record(1, CEL), 0),  # blank
        (record(2, CEL + bytes(4)), 1),  # a number
        (record(3, CEL + b"\x07"), 0),  # an error value
        (record(6, CEL + TEKST), 1),
        (record(6, CEL + LEEG), 0),
        (record(7, CEL + bytes(4)), 1),  # a shared text
        (record(8, CEL + LEEG), 0),  # a formula that gives nothing
        (record(0) + record(5, CEL + bytes(8)) + record(0x25), 1),
        (b"\x91\x01\x00" + record(4, CEL + b"\x01"), 1),  # a kind of two bytes before it
    ],
)
def test_cells_with_a_value_are_counted(records: bytes, aantal: int) -> None:
    assert count_cells(records) == aantal


@pytest.mark.parametrize("kind", range(12, 19))
def test_a_short_record_is_not_passed_over(kind: int) -> None:
    with pytest.raises(UnreadRecords):
        count_cells(record(kind, bytes(4)))


@pytest.mark.parametrize("einde", range(1, 6))
def test_a_part_that_ends_within_a_record_is_not_passed_over(einde: int) -> None:
    with pytest.raises(UnreadRecords):
        count_cells(record(2, CEL + bytes(4))[:-einde])

"""The catalogue of findings: complete, used, and every entry says what to do."""

from __future__ import annotations

import ast
import re
import string
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import kaderxl
from kaderxl.core import catalogue
from kaderxl.core.catalogue import CATALOGUS
from kaderxl.core.findings import NietUitgevoerd, Regel, heeft_fout, op_ernst
from kaderxl.core.rounds import Bevinding, Ernst, Plek

NAMEN = {waarde.code: naam for naam, waarde in vars(catalogue).items() if isinstance(waarde, Regel)}


def velden(regel: Regel) -> set[str]:
    ontleed = [*string.Formatter().parse(regel.tekst), *string.Formatter().parse(regel.actie)]
    return {veld for _, veld, _, _ in ontleed if veld}


def ingevuld(regel: Regel) -> Bevinding:
    return regel.bij(Plek("a.xlsx", "Blad", "B2"), **dict.fromkeys(velden(regel), "x"))


def test_every_code_is_there_once() -> None:
    regels = [waarde for waarde in vars(catalogue).values() if isinstance(waarde, Regel)]
    assert [code for code, n in Counter(r.code for r in regels).items() if n > 1] == []
    assert {r.code for r in CATALOGUS} == {r.code for r in regels}
    assert list(CATALOGUS) == sorted(CATALOGUS, key=lambda r: r.code)


@pytest.mark.parametrize("regel", CATALOGUS, ids=lambda r: r.code)
def test_an_entry_says_what_and_what_to_do(regel: Regel) -> None:
    reeks = {"S": "12", "B": "2", "I": "34", "V": "4", "M": "56", "D": "67", "A": "7"}
    assert regel.code[1] in reeks[regel.code[0]]
    assert len(regel.code) == 4
    bevinding = ingevuld(regel)
    assert bevinding.tekst[0].isupper() or bevinding.tekst[0] in "“x"
    assert bevinding.tekst.endswith((".", "?")) or regel.tekst.endswith("}")
    assert bevinding.actie
    assert regel.actie.endswith((".", "?", "{tip}")) or regel.actie == "{raad}"


@pytest.mark.parametrize("regel", CATALOGUS, ids=lambda r: r.code)
def test_a_field_that_is_not_given_is_an_error_of_ours(regel: Regel) -> None:
    for veld in velden(regel):
        anders = dict.fromkeys(velden(regel) - {veld}, "x")
        with pytest.raises(KeyError, match=veld):
            regel.bij(Plek(), **anders)


def test_every_entry_is_used_somewhere() -> None:
    gebruikt: set[str] = set()
    for bron in Path(kaderxl.__file__).parent.rglob("*.py"):
        if "catalogue" in bron.parts:
            continue
        for knoop in ast.walk(ast.parse(bron.read_text(encoding="utf-8"))):
            if isinstance(knoop, ast.Attribute):
                gebruikt.add(knoop.attr)
            elif isinstance(knoop, ast.Name):
                gebruikt.add(knoop.id)
    assert {code: naam for code, naam in NAMEN.items() if naam not in gebruikt} == {}


def test_text_with_braces_is_kept_as_it_is() -> None:
    bevinding = catalogue.JA_NEE_VERWACHT.bij(Plek(), waarde="{0} {x} %s")
    assert "“{0} {x} %s”" in bevinding.tekst


def test_gravest_first_and_else_in_the_order_found() -> None:
    melding, fout, waarschuwing = (
        catalogue.AL_ONTVANGEN.bij(),
        catalogue.BESTAND_LEEG.bij(),
        catalogue.ANDERE_VERSIE.bij(),
    )
    nog_een = catalogue.NIETS_INGEVULD.bij()
    assert op_ernst([melding, fout, waarschuwing, nog_een]) == [
        fout,
        nog_een,
        waarschuwing,
        melding,
    ]
    assert heeft_fout([melding, fout])
    assert not heeft_fout([melding, waarschuwing])
    assert [b.ernst for b in (fout, waarschuwing, melding)] == list(Ernst)


def test_what_could_not_be_done_carries_its_findings() -> None:
    bevinding = catalogue.MATRIX_IS_OPEN.bij(Plek("matrix.xlsx"), slot=".~lock")
    fout = NietUitgevoerd(bevinding)
    assert fout.bevindingen == (bevinding,)
    assert bevinding.tekst in str(fout)
    assert bevinding.actie in str(fout)


@pytest.mark.parametrize("regel", CATALOGUS, ids=lambda r: r.code)
def test_where_something_does_not_count_nobody_is_told_to_do_nothing(regel: Regel) -> None:
    raad = f"{regel.actie} {regel.voor_partij}".casefold()
    assert not (regel.verlies and "hoeft" in raad)


_TELT_NIET = re.compile(
    r"tel(?:t|len) (?:hier )?niet mee|niet overgenomen|lezen we niet|we lezen de eerste"
    r"|alleen de tekst is gelezen|er is niets (?:van|uit) gelezen|Die telt|Dat blijft staan"
    r"|geen (?:beoordeling|ja of nee)\.$|kunnen we niet als getal lezen"
)


@pytest.mark.parametrize("regel", CATALOGUS, ids=lambda r: r.code)
def test_an_entry_that_says_so_is_known_to_leave_something_out(regel: Regel) -> None:
    assert regel.verlies or not _TELT_NIET.search(regel.tekst)


# Where they are made


def _aanroepen(bron: str) -> Iterator[tuple[int, str, set[str | None]]]:
    """Where an entry is named with its fields: the line, the entry and the fields (None for what
    is not written out)."""
    for call in ast.walk(ast.parse(bron)):
        match call:
            case ast.Call(ast.Attribute(ast.Attribute(ast.Name("catalogue"), naam), hoe)) if (
                hoe in ("bij", "weiger")
            ):
                yield call.lineno, naam, {k.arg for k in call.keywords}
            case ast.Call(
                ast.Attribute(_, "meld"), [ast.Attribute(ast.Name("catalogue"), naam), *_]
            ):
                yield call.lineno, naam, {k.arg for k in call.keywords}


def test_whoever_makes_one_gives_what_its_words_ask() -> None:
    pakket, gezien, mis = Path(kaderxl.__file__).parent, 0, []
    for bestand in sorted(pakket.rglob("*.py")):
        for regel, naam, gegeven in _aanroepen(bestand.read_text("utf-8")):
            gezien += 1
            if None not in gegeven and gegeven != velden(getattr(catalogue, naam)):
                mis.append(f"{bestand.relative_to(pakket)}:{regel} {naam}")
    assert mis == []
    assert gezien > 300

"""Values as text and back: the very same ones, and nothing but values."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from kaderxl.core.answers import Antwoord, RefusedReturn, Veld, Voorzet
from kaderxl.core.cycle import HALFJAARLIJKS
from kaderxl.core.encoding import decode, encode
from kaderxl.core.outcome import Grondslag, Vastgelegd
from kaderxl.core.rounds import NERGENS, Bevinding, Ernst, Fase, Plek, Ronde

BARE = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text()
    | st.dates()
    | st.datetimes().map(lambda d: d.replace(fold=0))
    | st.times().map(lambda t: t.replace(fold=0))
    | st.timedeltas()
)
PLEK = st.builds(Plek, st.text(), st.text(), st.text())
VELD = st.builds(Veld, BARE, PLEK, st.booleans())
BEVINDING = st.builds(Bevinding, st.text(), st.sampled_from(Ernst), PLEK, st.text(), st.text())
VOORZET = st.builds(
    Voorzet,
    indicator=st.text(),
    toelichting=st.text(),
    waarden=st.dictionaries(st.text(), st.builds(Antwoord, VELD, BARE), max_size=3),
    velden=st.dictionaries(st.text(), VELD, max_size=3),
    compleet=st.booleans(),
)
VALUES = st.recursive(
    BARE | VELD | BEVINDING | VOORZET | st.sampled_from(HALFJAARLIJKS.fasen),
    lambda part: st.lists(part) | st.lists(part).map(tuple) | st.dictionaries(st.text(), part),
    max_leaves=8,
)

_UNORDERED = re.compile(r"frozenset\(\{.*?\}\)", re.DOTALL)


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60)
@given(VALUES)
def test_what_comes_back_is_what_went_in(value: object) -> None:
    """`repr` tells 1 from 1.0 and True, and 0.0 from -0.0, where `==` does not."""
    assert _told(decode(encode(value))) == _told(value)


def _told(value: object) -> str:
    """Its `repr`, with what is in no order in one."""
    return _UNORDERED.sub(lambda found: "".join(sorted(found[0])), repr(value))


@pytest.mark.parametrize(
    "value",
    [
        (1, 1.0, True, 0, 0.0, -0.0, False, None, ""),
        (date(2026, 1, 2), datetime(2026, 1, 2), time(3, 4), timedelta(days=1, microseconds=1)),
        Grondslag("Groen", {("A01-I1", "NB"): "Groen"}),
        RefusedReturn("a", "b", Bevinding("B1", Ernst.FOUT, NERGENS, "t", "a")),
        Vastgelegd(overgenomen=("x",), vastgesteld=date(2026, 1, 1)),
        Ronde(2026, Fase.TUSSENSTAND),
        frozenset({"a"}),
    ],
)
def test_each_kind_of_value_keeps_its_kind(value: object) -> None:
    terug = decode(encode(value))
    assert (type(terug), terug, _told(terug)) == (type(value), value, _told(value))


def test_what_is_said_twice_is_written_once() -> None:
    veld = Veld("tekst", Plek("bestand", "blad", "A1"))
    assert len(encode((veld,) * 50)) < len(encode((veld,))) + 50 * 3


@pytest.mark.parametrize("value", [object(), {1, 2}, b"bytes", len, Vastgelegd, (1, print)])
def test_what_is_no_value_is_not_written(value: object) -> None:
    with pytest.raises(TypeError):
        encode(value)


@pytest.mark.parametrize(
    "name",
    [
        "os.system", "builtins.eval", "core.folder.Path", "core.encoding.import_module",
        "core.encoding.decode", "commands.demo.demo", "writing.transaction.Transaction",
        "core.text.re", "reading.process.Worker", "core.answers.Onbekend", "", "core", ".", "..os",
    ],
)  # fmt: skip
def test_nothing_but_a_value_is_ever_made(name: str) -> None:
    with pytest.raises((TypeError, AttributeError, ImportError, ValueError)):
        decode(json.dumps(["touch /tmp/x", [name, 0]]).encode())


NODES = st.lists(
    BARE.filter(lambda v: not isinstance(v, date | time | timedelta))
    | st.lists(st.sampled_from(["tuple", "dict", "date", "core.answers.Veld"]) | st.integers(-3, 3))
)


@given(NODES.map(lambda nodes: json.dumps(nodes).encode()) | st.binary())
def test_any_other_text_fails_in_a_way_that_is_expected(text: bytes) -> None:
    with suppress(ValueError, TypeError, LookupError, AttributeError, ImportError):
        assert decode(text) is not decode

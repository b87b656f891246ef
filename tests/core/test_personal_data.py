"""What looks like a mail address, phone number or BSN is noticed; numbers of the trade are not."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import example, given, strategies as st

from kaderxl.core.personal_data import lijkt_persoonlijk

MAIL, TELEFOON, BSN = "een e-mailadres", "een telefoonnummer", "een burgerservicenummer"


@pytest.mark.parametrize(
    ("tekst", "wat"),
    [
        ("Bel j.fictief@voorbeeld.example voor meer.", MAIL),
        ("mail: Jan_Fictief+wonen@post.voorbeeld.example", MAIL),
        ("Bel 06-12345678.", TELEFOON),
        ("Bel 06 12 34 56 78", TELEFOON),
        ("(06) 1234 5678", TELEFOON),
        ("tel. 0592-123456", TELEFOON),
        ("0592 12 34 56", TELEFOON),
        ("(0592) 123 456", TELEFOON),
        ("050-1234567", TELEFOON),
        ("050 123 45 67", TELEFOON),
        ("+31 6 12345678", TELEFOON),
        ("+31 (0)592 123456", TELEFOON),
        ("0031 50 1234567", TELEFOON),
        ("mevrouw X (111222333)", BSN),
        ("BSN: 123456782", BSN),
    ],
)
def test_what_people_write_is_noticed(tekst: str, wat: str) -> None:
    assert lijkt_persoonlijk(tekst) == (wat,)


# Every way of writing a Dutch number: what stands in front, the area, between, the rest.
_GROEPEN = {
    1: ("12345678", "1234 5678", "12 34 56 78", "12 345 678"),
    2: ("1234567", "123 4567", "123 45 67"),
    3: ("123456", "123 456", "12 34 56"),
}
_TUSSEN = ("", " ", "-")
_VOOR = (
    "0{}",
    "(0{})",
    *map("".join, product(("+31", "0031"), _TUSSEN, ("", "(0)"), _TUSSEN, ["{}"])),
)
NETNUMMERS = [
    "6",
    "10",
    "20",
    "38",
    "45",
    "50",
    "70",
    "88",
    "90",
    "166",
    "592",
    "711",
    "800",
    "999",
]


def telefoonnummers(net: str) -> list[str]:
    delen = product(_VOOR, _TUSSEN, _GROEPEN[len(net)])
    return [f"{voor.format(net)}{tussen}{rest}" for voor, tussen, rest in delen]


@pytest.mark.parametrize("net", NETNUMMERS)
@pytest.mark.parametrize("zin", ["{}", "Bel {}.", "tel: {}, na zessen", "\n{}\n"])
def test_every_way_of_writing_a_phone_number_is_noticed(net: str, zin: str) -> None:
    for nummer in telefoonnummers(net):
        assert TELEFOON in lijkt_persoonlijk(zin.format(nummer)), nummer


@pytest.mark.parametrize(
    "nummer",
    [
        "0612345678", "+31-(0)6-12345678", "+31-6-12345678", "(088) 1234567", "088-1234567",
        "(020) 123 4567", "020 123 4567", "+31-166-123456", "+31-(0)166-123456",
        "+31 20 1234567", "+31-(0)20-1234567", "0900-123 456",
    ],
)  # fmt: skip
def test_common_ways_of_writing_a_phone_number(nummer: str) -> None:
    assert lijkt_persoonlijk(f"Bel {nummer} voor meer.") == (TELEFOON,)


@pytest.mark.parametrize("net", NETNUMMERS)
@pytest.mark.parametrize("vervolg", [",5", ".5", "-2026", "/3", "a"])
def test_what_goes_on_after_it_is_no_phone_number(net: str, vervolg: str) -> None:
    """An amount with decimals, the number of a case."""
    for nummer in telefoonnummers(net):
        assert TELEFOON not in lijkt_persoonlijk(f"Zie {nummer}{vervolg}"), nummer


def _passend(getal: int) -> str:
    """Nine digits that pass the 11-proef of the BSN, or "" where no last digit does that."""
    begin = f"{getal:08}"
    toets = sum(g * int(c) for g, c in zip(range(9, 1, -1), begin, strict=True)) % 11
    return f"{begin}{toets}" if toets < 10 else ""


_PASSEND = st.integers(0, 99_999_999).map(_passend).filter(bool)
_ROND = st.sampled_from([n for d in range(0, 10**6, 7) if (n := _passend(d * 100)).endswith("000")])


@given(_PASSEND.filter(lambda n: not n.endswith("000")))
def test_every_number_that_can_be_a_bsn_is_noticed(nummer: str) -> None:
    assert BSN in lijkt_persoonlijk(f"Klant {nummer} wacht nog.")


@given(_ROND)
@example("123005000")
def test_a_round_number_is_no_bsn(nummer: str) -> None:
    assert BSN not in lijkt_persoonlijk(f"Begroot: {nummer} voor de bouw.")


@pytest.mark.parametrize("wat", ["euro", "EUR", "miljoen", "woningen", "m2", "m²", ",-"])
@pytest.mark.parametrize("tussen", ["", " ", "  "])
def test_a_number_of_something_is_no_bsn(tussen: str, wat: str) -> None:
    assert lijkt_persoonlijk(f"123456782{tussen}{wat}") == ()


def test_each_kind_is_named_once() -> None:
    tekst = "jan@fictief.example, piet@fictief.example, 06-12345678, 111222333"
    assert lijkt_persoonlijk(tekst) == (MAIL, TELEFOON, BSN)


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "120 woningen in 2026-2031",
        "€ 123456782 begroot",
        "123456782 euro",
        "123456782,5 m3",
        "123456782.5 m3",
        "123.456.782",
        "123456789",  # fails the 11-proef
        "Vanaf 01-02-2026 12 woningen opgeleverd",
        "06-12-2026 14 woningen",
        "Postcode 9461 BH 12, perceel 0123",
        "zaak 2026-0592-123456",
        "kenmerk AEH-2026E-DV-4F2A-5Z",
        "@ overleg, a@b",
        "0,1234567 en 0.12345678",
    ],
)
def test_what_is_none_is_left_alone(tekst: str) -> None:
    assert lijkt_persoonlijk(tekst) == ()


def _nederlands(getal: int) -> str:
    return f"{getal:,}".replace(",", ".")


_jaar = st.integers(2020, 2045)
_groot = st.integers(0, 999_999_999)
STUKJES = st.one_of(
    st.integers(0, 250_000).map(lambda n: f"{n} woningen"),
    _groot.map(lambda n: f"€ {_nederlands(n)}"),
    _groot.map(lambda n: f"€ {n},50"),
    _groot.map(lambda n: f"{n} euro"),
    st.tuples(_jaar, _jaar).map(lambda j: f"{j[0]}-{j[1]}"),
    st.dates().map(lambda d: f"{d.day:02}-{d.month:02}-{d.year:04}"),
    st.dates().map(lambda d: f"{d.day}/{d.month}/{d.year}"),
    st.dates().map(lambda d: f"{d:%Y%m%d}"),
    st.tuples(st.integers(1000, 9999), st.integers(1, 400)).map(lambda t: f"{t[0]} AB {t[1]}"),
    st.integers(0, 1000).map(lambda n: f"{n / 10:.1f}".replace(".", ",") + " %"),
    st.sampled_from(["op koers", "zie afspraak 12", "A01-I1-M2", "(a)", "minder dan 30.000"]),
)


@given(st.lists(STUKJES, min_size=1, max_size=6), st.sampled_from([", ", "; ", " en ", "\n"]))
def test_numbers_of_the_trade_are_no_personal_data(stukjes: list[str], tussen: str) -> None:
    assert lijkt_persoonlijk(tussen.join(stukjes)) == ()

"""The settings of mail: what can be an address, and what is used of a template."""

from __future__ import annotations

from dataclasses import replace
from email.headerregistry import Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaderxl.core.kader import Kader
from kaderxl.template.settings import _ADRES, Mailinstellingen, is_adres, mailinstellingen


@pytest.mark.parametrize(
    "adres", ["wonen@gemeente.nl", "a.b+c@x-y.example", "o'neill@x.nl", "wonen@sub.gemeente.nl"]
)
def test_an_address(adres: str) -> None:
    assert is_adres(adres)


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "wonen",
        "wonen@gemeente",
        "Jan <jan@x.nl>",
        "a@x.nl, b@x.nl",
        "a@x.nl\nBcc: b@x.nl",
        "a@x.nl\r",
        "coöperatie@x.nl",
        "a@coöperatie.nl",
        "a b@x.nl",
        ".a@x.nl",
        "a@-x.nl",
        f"{'a' * 250}@x.nl",
    ],
)
def test_what_is_no_address(tekst: str) -> None:
    assert not is_adres(tekst)


@given(st.from_regex(_ADRES, fullmatch=True))
def test_every_address_fits_in_a_header(adres: str) -> None:
    assert Address("Naam, van iemand", addr_spec=adres).addr_spec == adres


def test_what_the_template_has(kader: Kader) -> None:
    assert mailinstellingen(kader) == Mailinstellingen(poort=587)
    waarden = {
        "afzender": "a@x.nl",
        "antwoordadres": "geen adres",
        "cc": " b@x.nl; geen,c@x.nl ",
        "mailserver": "smtp.x.nl",
        "mailserver poort": "465",
    }
    gelezen = mailinstellingen(replace(kader, instellingen={**kader.instellingen, **waarden}))
    assert (gelezen.afzender, gelezen.antwoordadres) == ("a@x.nl", "")
    assert gelezen.cc == ("b@x.nl", "c@x.nl")
    assert gelezen.smtps

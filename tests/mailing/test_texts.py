"""Texts with fields: filled in, left out where there is nothing, and never wider than they may."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from kaderxl.core.kader import Kader, Mailsoort, Mailtekst
from kaderxl.core.phrases import hoe_vaak
from kaderxl.mailing.body import Alinea, Lijst, Overzicht
from kaderxl.mailing.texts import Waarde, vul_onderwerp, vul_tekst
from kaderxl.template.mail_texts import (
    IN_ONDERWERP,
    MEEGELEVERD,
    onbekende_velden,
    tekst_voor,
    velden_in_een_zin,
    velden_van,
)

TABEL = Overzicht("Begrepen:", ("Code",), (("A01",),))


@pytest.mark.parametrize("tekst", MEEGELEVERD, ids=lambda t: t.soort)
def test_the_texts_that_come_along_have_only_fields_there_are(tekst: Mailtekst) -> None:
    assert onbekende_velden(tekst.tekst, velden_van(tekst.soort)) == []
    assert onbekende_velden(tekst.onderwerp, IN_ONDERWERP) == []
    assert velden_in_een_zin(tekst.tekst) == []
    assert {"{ronde}", "{kenmerk}"} <= set(re.findall(r"{.*?}", tekst.onderwerp))


def test_there_is_a_text_for_every_kind_and_they_are_on_the_template(kader: Kader) -> None:
    assert [t.soort for t in MEEGELEVERD] == list(Mailsoort)
    keren = hoe_vaak(kader.cyclus, 2026)
    ons = [replace(t, tekst=t.tekst.replace("{keren}", keren)) for t in MEEGELEVERD]
    assert [*kader.mailteksten] == ons


def test_the_words_of_the_municipality_go_before_ours(kader: Kader) -> None:
    eigen = Mailtekst(Mailsoort.TE_LAAT, "Waar blijft u?", "Hallo {partij}")
    ander = replace(kader, mailteksten=(eigen,))
    assert tekst_voor(ander, Mailsoort.TE_LAAT) is eigen
    assert tekst_voor(ander, Mailsoort.INVULBLAD) == MEEGELEVERD[0]


def test_no_answer_can_come_into_a_subject() -> None:
    for veld in ("antwoorden", "bevindingen", "ontbreekt", "stand", "bestand"):
        assert onbekende_velden(f"Over {{{veld}}}", IN_ONDERWERP) == [veld]


def test_a_subject_is_one_line() -> None:
    velden: dict[str, Waarde] = {"partij": "De\r\nBcc: x@y.nl", "ronde": "evaluatie 2026"}
    assert vul_onderwerp("{Partij}: {ronde}\n{inleverdatum}", velden) == (
        "De Bcc: x@y.nl: evaluatie 2026"
    )


def test_lines_paragraphs_and_lists() -> None:
    tekst = "Beste {partij},\n\nDoe dit:\n- open het\n- vul in\n\n\nGroet,\nwij\n"
    assert vul_tekst(tekst, {"partij": "{aantal}"}) == (
        Alinea(("Beste {aantal},",)),
        Alinea(("Doe dit:",)),
        Lijst(("open het", "vul in")),
        Alinea(("Groet,", "wij")),
    )


def test_a_line_with_an_empty_field_is_left_out() -> None:
    tekst = "Mail {contact}.\nBel {telefoon}.\n\nUiterlijk {inleverdatum}."
    velden: dict[str, Waarde] = {"contact": "a@b.nl", "telefoon": ""}
    assert vul_tekst(tekst, velden) == (Alinea(("Mail a@b.nl.",)),)


@pytest.mark.parametrize(
    ("lijst", "verwacht"),
    [
        (Lijst(("A01", "A02")), (Alinea(("Dit mist:",)), Lijst(("A01", "A02")))),
        (Lijst(()), ()),
    ],
)
def test_a_paragraph_with_an_empty_list_is_left_out(
    lijst: Lijst, verwacht: tuple[object, ...]
) -> None:
    assert vul_tekst("Dit mist:\n{ontbreekt}", {"ontbreekt": lijst}) == verwacht


def test_a_table_stands_where_its_field_stands() -> None:
    assert vul_tekst("Zie:\r\n {Antwoorden} \r\nGroet", {"antwoorden": TABEL}) == (
        Alinea(("Zie:",)),
        TABEL,
        Alinea(("Groet",)),
    )


def test_braces_that_are_no_field_are_text() -> None:
    assert onbekende_velden("{ en } en {}{a\nb}", ["x"]) == [" en ", ""]


@pytest.mark.parametrize(
    ("kader", "zin"),
    [
        ("Woonafspraken Molendam", "Het gaat met de Woonafspraken Molendam."),
        ("Woonakkoord Berkelmeer", "Het gaat met het Woonakkoord Berkelmeer."),
        ("Het Woonakkoord", "Het gaat met Het Woonakkoord."),
    ],
)
def test_an_agreement_has_its_article(kader: str, zin: str) -> None:
    assert vul_tekst("Het gaat met de {kader}.", {"kader": kader}) == (Alinea((zin,)),)

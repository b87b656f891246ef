"""The one table of settings: what a template may set, and how each kind is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from email.headerregistry import Address
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from openpyxl import load_workbook
from sjablonen import erbij, schrijf_sjabloon

from kaderxl.commands.check import check, compare
from kaderxl.core import catalogue, labels as l
from kaderxl.core.own_names import EigenNamen
from kaderxl.core.settings import (
    FORMAAT,
    Instellingen,
    Instellingsoort,
    Nodig,
    instelling,
    tabel_van,
)
from kaderxl.reading import Document, Reader
from kaderxl.template.cells import Bladen
from kaderxl.template.settings import _ADRES, is_adres, lees_instellingen


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


@pytest.fixture
def lees(tmp_path: Path, reader: Reader) -> Callable[..., tuple[Instellingen, Bladen]]:
    def lees(rijen: str, soort: type[Instellingen] = Instellingen) -> tuple[Instellingen, Bladen]:
        bestand = schrijf_sjabloon(tmp_path / "sjabloon.xlsx", **erbij(l.INSTELLINGEN, rijen))
        document = reader.read(bestand.name, bestand.read_bytes())
        assert isinstance(document, Document)
        bladen = Bladen(bestand.name, document)
        return lees_instellingen(bladen, soort), bladen

    return lees


Lees = Callable[[str], tuple[Instellingen, Bladen]]


def test_what_is_left_open_has_its_default(lees: Lees) -> None:
    gelezen, bladen = lees("| contact | | |")
    assert bladen.bevindingen == []
    assert (gelezen.mailserver_poort, gelezen.cc, gelezen.afzender) == (587, (), "")
    assert (gelezen.looptijd, gelezen.uitgever) == ((2026, 2031), "Gemeente Molendam")


def test_each_kind_is_read_as_what_it_is(lees: Lees) -> None:
    rijen = """
        | afzender | a@x.nl | |
        | antwoordadres | geen adres | |
        | cc |  b@x.nl; geen,c@x.nl  | |
        | Mailserver  poort | 465 | |
        | herinneren | 3, 14 | |
        | stemgewicht per partij | Noord: 2; Zuid: 1 | |
        | grootste bestand (MB) | 2 | |
    """
    gelezen, bladen = lees(rijen.strip())
    assert (gelezen.afzender, gelezen.antwoordadres) == ("a@x.nl", "")
    assert gelezen.cc == ("b@x.nl", "c@x.nl")
    assert (gelezen.mailserver_poort, gelezen.herinneren) == (465, (14, 3))
    assert gelezen.stemgewicht_per_partij == {"noord": 2.0, "zuid": 1.0}
    assert (gelezen.grootste_bestand, gelezen.meeste_cellen) == (2, None)
    gemeld = [(b.code, b.plek.cel) for b in bladen.bevindingen]
    assert gemeld == [(catalogue.MAILADRES_ONLEESBAAR.code, cel) for cel in ("B11", "B12")]


def test_a_misspelled_setting_is_said_with_what_was_meant(lees: Lees) -> None:
    _, bladen = lees("| Afzendr | a@x.nl | |")
    (bevinding,) = bladen.bevindingen
    assert (bevinding.code, bevinding.plek.cel) == (catalogue.INSTELLING_ONBEKEND.code, "A10")
    assert "“Afzendr”" in bevinding.tekst
    assert "Bedoelt u “afzender”?" in bevinding.actie


def test_what_a_step_needs_is_asked_of_the_table() -> None:
    leeg = Instellingen(archiefvormer="Molendam", mailserver="smtp.x.nl")
    assert [i.naam for i in leeg.leeg(Nodig.VERSTUREN)] == ["afzender"]
    assert "archiefvormer" not in [i.naam for i in leeg.leeg(Nodig.ARCHIEF)]
    assert len(list(leeg.leeg(Nodig.ARCHIEF))) == 5


def test_the_shipped_template_has_every_setting_and_no_other(shipped: Path) -> None:
    kop, *rijen = load_workbook(shipped)[l.INSTELLINGEN].iter_rows(values_only=True)
    assert kop[0] == "instelling"
    namen = {str(rij[0]) for rij in rijen}
    assert len(namen) == len(rijen)
    # What these say of ours is what holds without them.
    als_altijd = {FORMAAT, "geen bod", *EigenNamen().geschreven}
    assert namen | als_altijd == {i.naam for i in tabel_van()}


@dataclass(frozen=True, slots=True, kw_only=True)
class MetRapportcijfer(Instellingen):
    laagste_cijfer: int = instelling(
        "het laagste cijfer", Instellingsoort.GETAL, Nodig.ALLES, anders=0, tussen=(1, 10)
    )


@pytest.mark.parametrize(
    ("rijen", "waarde", "codes"),
    [
        ("| Laagste cijfer | 6 | |", 6, []),
        ("| laagste cijfer | 11 | |", 0, [catalogue.GRENS_ONGESCHIKT.code]),
        ("| contact | | |", 0, [catalogue.INSTELLING_ONTBREEKT.code]),
    ],
)
def test_a_new_setting_is_one_line(
    lees: Callable[..., tuple[Instellingen, Bladen]], rijen: str, waarde: object, codes: list[str]
) -> None:
    gelezen, bladen = lees(rijen, MetRapportcijfer)
    assert isinstance(gelezen, MetRapportcijfer)
    assert gelezen.laagste_cijfer == waarde
    assert [b.code for b in bladen.bevindingen] == codes
    _, zonder = lees("| laagste cijfer | 6 | |")
    assert [b.code for b in zonder.bevindingen] == [catalogue.INSTELLING_ONBEKEND.code]


@pytest.mark.parametrize("formaat", ["1", ""])
def test_a_template_of_our_format_is_read_as_one_without(tmp_path: Path, formaat: str) -> None:
    """Nor is it a change to lay before the BO."""
    zonder = schrijf_sjabloon(tmp_path / "zonder.xlsx")
    rij = erbij(l.INSTELLINGEN, f"| {FORMAAT} | {formaat} | |")
    met = schrijf_sjabloon(tmp_path / "met.xlsx", **rij)
    assert check(met).geldig().instellingen.sjabloonformaat == 1
    assert not compare(zonder, met).wijzigingen


@pytest.mark.parametrize("formaat", ["2", "10", "0", "-1", "twee", "1,5"])
def test_a_template_of_another_format_is_not_used(tmp_path: Path, formaat: str) -> None:
    rij = erbij(l.INSTELLINGEN, f"| {FORMAAT} | {formaat} | |")
    gevonden = check(schrijf_sjabloon(tmp_path / "s.xlsx", **rij)).bevindingen
    (fout,) = [b for b in gevonden if b.ernst == "fout"]
    assert (fout.code, fout.plek.blad) == (catalogue.SJABLOON_TE_NIEUW.code, l.INSTELLINGEN)
    assert f"“{formaat}”" in fout.tekst

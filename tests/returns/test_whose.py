"""A sheet with the kenmerk of one partij, in a mail from the address of another."""

from __future__ import annotations

from pathlib import Path

import pytest
from adressen import met_adressen
from attachments import mail
from invullen import RONDE, ingevuld_blad
from openpyxl import load_workbook

from kaderxl import collect
from kaderxl.commands.taken_in import Ingenomen
from kaderxl.core import catalogue, labels as l
from kaderxl.core.kader import Kader
from kaderxl.core.rounds import Bevinding, Ernst

pytestmark = pytest.mark.usefixtures("een_lezer")

ADRESSEN = {
    "GEM": "secretaris@elders.example",
    "DV": "info@devolmacht.example",
    "WB": "post@woonborg.example",
    "WZN": "wzn@samen.example",
    "DD": "dd@samen.example",
    "AHW": "ahwoon@gmail.com",
}


def neem_woonborg_in(
    kader: Kader, shipped: Path, map_: Path, afzender: str, naam: str = "blad.xlsx", over: str = ""
) -> Ingenomen:
    """The sheet of Woonborg, mailed from this address; every partij has one of its own."""
    sjabloon = met_adressen(shipped, map_ / "s.xlsx")
    boek = load_workbook(sjabloon)
    rijen = [*boek[l.PARTIJEN].iter_rows(min_row=2)]
    for rij in rijen:
        rij[3].value = ADRESSEN.get(str(rij[0].value), rij[3].value)
    boek.save(sjabloon)
    bericht = mail((naam, ingevuld_blad(kader, "WB")), subject=over or "Hierbij")
    bericht.replace_header("From", f"Jan <{afzender}>")
    (map_ / "m.eml").write_bytes(bericht.as_bytes())
    (ingenomen,) = collect(
        RONDE, [map_ / "m.eml"], template=sjabloon, output=map_ / "output"
    ).inzendingen
    return ingenomen


def per_code(ingenomen: Ingenomen) -> dict[str, Bevinding]:
    return {b.code: b for b in ingenomen.bevindingen}


@pytest.mark.parametrize(
    ("afzender", "gevraagd"),
    [
        ("info@devolmacht.example", True),
        ("jan@devolmacht.example", True),
        ("JAN@DeVolmacht.EXAMPLE", True),
        ("jan@woonborg.example", False),
        ("jan@sub.devolmacht.example", False),
        ("jan@samen.example", False),
        ("jan@nergens.example", False),
        ("jan@gmail.com", False),
        ("collega@gemeente.example", False),
    ],
)
def test_an_address_of_the_organisation_of_another_asks_whose_it_is(
    kader: Kader, shipped: Path, tmp_path: Path, afzender: str, gevraagd: bool
) -> None:
    """A provider for everybody, and a colleague of the municipality, say nothing."""
    gezegd = per_code(neem_woonborg_in(kader, shipped, tmp_path, afzender))
    assert (catalogue.VAN_WIE_IS_DIT.code in gezegd) is gevraagd
    assert catalogue.AFZENDER_ANDERS.code in gezegd
    if gevraagd:
        assert "De Volmacht" in gezegd[catalogue.VAN_WIE_IS_DIT.code].tekst


@pytest.mark.parametrize(
    ("naam", "over", "ander"),
    [
        ("Invulblad De Volmacht.xlsx", "", "De Volmacht"),
        ("blad.xlsx", "Blad van De Volmacht", "De Volmacht"),
        ("Invulblad Woonborg.xlsx", "Ook namens De Volmacht", ""),
        ("blad.xlsx", "Blad voor de gemeente Aa en Hunze", ""),
        ("blad.xlsx", "Hierbij", ""),
    ],
)
def test_a_mail_from_elsewhere_that_names_another_partij_is_a_warning(
    kader: Kader, shipped: Path, tmp_path: Path, naam: str, over: str, ander: str
) -> None:
    gezegd = per_code(neem_woonborg_in(kader, shipped, tmp_path, "jan@thuis.example", naam, over))
    noemt = gezegd.get(catalogue.AFZENDER_NOEMT_ANDER.code)
    assert (catalogue.AFZENDER_ANDERS.code in gezegd) is not bool(ander)
    assert bool(noemt) is bool(ander)
    if noemt:
        assert noemt.ernst is Ernst.WAARSCHUWING
        assert ander in noemt.tekst


def test_from_its_own_address_the_name_of_the_file_says_nothing(
    kader: Kader, shipped: Path, tmp_path: Path
) -> None:
    gezegd = per_code(
        neem_woonborg_in(
            kader, shipped, tmp_path, "post@woonborg.example", "Invulblad De Volmacht.xlsx"
        )
    )
    assert not gezegd.keys() & {
        catalogue.AFZENDER_ANDERS.code,
        catalogue.AFZENDER_NOEMT_ANDER.code,
        catalogue.VAN_WIE_IS_DIT.code,
    }

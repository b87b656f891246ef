"""What `check` says of a template, and which one it takes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from opdrachten import geef, inhoud
from openpyxl import load_workbook
from paginas import lees_pagina
from sjablonen import STANDAARD, schrijf_sjabloon, vervang

from kaderxl import check
from kaderxl.core import catalogue

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("een_lezer", "werkmap")]


def test_template_with_fouten_stops_every_command(werkmap: Path) -> None:
    fout = schrijf_sjabloon(
        werkmap / "fout.xlsx", **vervang("Monitoringstabel", "| gemeente |", "| gementee |")
    )
    voor = inhoud(werkmap)
    for opdracht in (("generate",), ("collect", werkmap), ("status",), ("merge",)):
        uitkomst = geef(*opdracht, "--year", "2026", "--template", fout)
        assert uitkomst.exit_code == 2
        assert uitkomst.stdout == ""
        assert catalogue.SJABLOON_FOUT.code in uitkomst.stderr
        assert catalogue.ACTIEHOUDER_ONBEKEND.code in uitkomst.stderr
    assert inhoud(werkmap) == voor
    assert geef("check", fout).exit_code == 1


def test_three_mistakes_are_three_lines_however_many_rows_they_are_on(
    shipped: Path, tmp_path: Path
) -> None:
    boek = load_workbook(shipped)
    for blad, oud, nieuw in (
        ("Meetwaarden", "aantal", "aantallen"),
        ("Monitoringstabel", "mijlpaal", "mijlpalen"),
        ("Meetwaarden", "optellen", "opgeteld"),
    ):
        cellen = [c for rij in boek[blad].iter_rows(min_row=2) for c in rij if c.value == oud]
        assert len(cellen) > 3, blad
        for cel in cellen:
            cel.value = nieuw
    boek.save(tmp_path / "drie.xlsx")
    document = json.loads(geef("check", tmp_path / "drie.xlsx", "--json").stdout)
    fouten = [b for b in document["bevindingen"] if b["ernst"] == "fout"]
    assert [b["aantal"] > 3 for b in fouten] == [True] * 3
    regels = geef("check", tmp_path / "drie.xlsx").stdout.splitlines()
    assert sum(regel.lstrip().startswith("fout") for regel in regels) == 3


def regels(*woorden: object) -> list[str]:
    """What check says is wrong now, a line each."""
    nu = geef("check", *woorden).stdout.partition("Later nodig:")[0]
    return [r.strip() for r in nu.splitlines() if " S" in r[:20]]


def test_one_mistake_is_one_line_and_what_follows_from_it_is_not_said(tmp_path: Path) -> None:
    """A code that cannot be read is named once, and not again at each meetwaarde and doel."""
    fout = {
        blad: (tabel or "").replace("A01-I1", "A01*I1")
        for blad, tabel in STANDAARD.items()
        if "A01-I1" in (tabel or "")
    }
    (regel,) = regels(schrijf_sjabloon(tmp_path / "s.xlsx", **fout))
    assert regel.startswith("fout S123 Monitoringstabel!H2: De code “A01*I1”")


def test_rows_with_the_same_fault_are_one_line_with_their_places(tmp_path: Path) -> None:
    tabel = STANDAARD["Monitoringstabel"].replace("> 2026-2031", "ooit").replace("> 2026", "straks")
    (regel,) = regels(schrijf_sjabloon(tmp_path / "s.xlsx", Monitoringstabel=tabel))
    assert "(zo ook in D3, D4, D6, D7)" in regel or "(zo ook in" in regel


def test_all_sheets_are_looked_at_in_one_go_in_the_order_to_mend_them(tmp_path: Path) -> None:
    """Also where a setting is wrong, or a whole sheet is not there."""
    sjabloon = schrijf_sjabloon(
        tmp_path / "s.xlsx",
        **vervang("Instellingen", "| Molendam ", "| "),
        **vervang("Monitoringstabel", "> 2026-2031", "ooit"),
        **vervang("Doelen", "| 120 ", "| veel "),
        Vragen=None,
    )
    assert [r.split(":")[0] for r in regels(sjabloon)] == [
        "fout S101",
        "fout S111 Instellingen!B2",
        "fout S105 Monitoringstabel!D2",
        "fout S113 Doelen!C2",
    ]


def test_what_is_left_of_another_agreement_is_named(
    shipped: Path, molendam: Path, tmp_path: Path
) -> None:
    boek = load_workbook(shipped)
    gemeente = boek["Instellingen"]["B2"].value
    boek["Instellingen"]["B2"].value = "Zeedorp"
    boek.save(tmp_path / "zee.xlsx")
    over = [r for r in regels(tmp_path / "zee.xlsx") if catalogue.RESTANT.code in r]
    assert {r.split()[2].split("!")[0] for r in over} > {"Leesmij", "Partijen"}
    assert all(f"“{gemeente}”" in r and "Zeedorp" in r for r in over if "Leesmij" in r)
    for eigen in (shipped, molendam):
        assert not [r for r in regels(eigen) if catalogue.RESTANT.code in r]


def later(*woorden: object) -> list[str]:
    """What it says is needed later, a line each."""
    return geef("check", *woorden).stdout.partition("Later nodig:")[2].strip().splitlines()[:-1]


def test_what_mail_and_archive_will_ask_is_asked_now_with_the_cell(
    shipped: Path, tmp_path: Path
) -> None:
    regels = later(shipped)
    assert all("melding S242" in regel for regel in regels)
    adres = next(r for r in regels if "e-mailadres" in r)
    assert "Partijen!D2" in adres
    assert "(ook in D3, D4, D5, D6, D7)" in adres
    for naam, cel, waarvoor in (
        ("waardering", "B17", "kaderxl archive"),
        ("mailserver", "B27", "kaderxl mail --send"),
        ("contact", "B9", "elke mail"),
    ):
        assert [r for r in regels if f"“{naam}”" in r and f"!{cel}:" in r and waarvoor in r]
    boek = load_workbook(shipped)
    boek["Partijen"]["D3"].value = "wonen@volmacht.example"
    boek["Instellingen"]["B17"].value = "Blijvend te bewaren"
    boek.save(tmp_path / "s.xlsx")
    assert not [r for r in later(tmp_path / "s.xlsx") if "D3" in r or "“waardering”" in r]
    assert geef("check", tmp_path / "s.xlsx").exit_code == 0


def test_what_is_needed_later_and_has_no_row_is_named_at_its_column(tmp_path: Path) -> None:
    regels = later(schrijf_sjabloon(tmp_path / "s.xlsx"))
    assert [r for r in regels if "“archiefvormer”" in r and "Instellingen!B1" in r]
    assert not [r for r in regels if "“contact”" in r]


def test_the_page_has_the_words_of_the_screen_and_all_of_them(shipped: Path, werkmap: Path) -> None:
    boek = load_workbook(shipped)
    boek["Monitoringstabel"]["D3"].value = "<b>ooit</b>"
    boek["Monitoringstabel"]["E4"].value = "alle corporaties"
    boek.save(werkmap / "s.xlsx")
    uitkomst = geef("check", "s.xlsx", "--html", "nagekeken.html")
    assert uitkomst.exit_code == 1
    pagina = lees_pagina((werkmap / "nagekeken.html").read_bytes())
    cellen = [cel.tekst for cel in pagina.alle("td", "th")]
    nagekeken = check(werkmap / "s.xlsx")
    for bevinding in nagekeken.bevindingen:
        assert bevinding.tekst in cellen
        assert bevinding.actie in cellen
    assert "In “<b>ooit</b>” herkennen we geen jaren." in cellen
    assert [z for z in nagekeken.lezingen if z.gelezen not in cellen] == []
    assert pagina.een("p", klasse="inleiding").tekst == [*nagekeken.lines()][-1]
    koppen = [kop.tekst for kop in pagina.alle("h2")]
    assert koppen[0] == "Fouten"
    assert koppen[-1] == "Later nodig"
    assert pagina.een("html").kenmerken["lang"] == "nl"


def test_the_page_takes_the_place_of_an_older_one_and_of_nothing_else(
    molendam: Path, werkmap: Path
) -> None:
    (werkmap / "van mij.html").write_text("<title>van mij</title>")
    geweigerd = geef("check", molendam, "--html", "van mij.html")
    assert geweigerd.exit_code == 2
    assert catalogue.PLEK_IS_BEZET.code in geweigerd.stderr
    assert (werkmap / "van mij.html").read_text() == "<title>van mij</title>"
    assert geef("check", molendam, "--html", "sjabloon.xlsx").exit_code == 2
    for _ in range(2):
        assert geef("check", molendam, "--html", "nagekeken.html").exit_code == 0
    assert geef("check", werkmap / "weg.xlsx", "--html", "nagekeken.html").exit_code == 2
    assert "weg.xlsx" in (werkmap / "nagekeken.html").read_text("utf-8")


def test_the_page_says_what_changed_since_an_older_template(werkmap: Path) -> None:
    schrijf_sjabloon(werkmap / "oud.xlsx")
    schrijf_sjabloon(werkmap / "nieuw.xlsx", **vervang("Doelen", "| 120 ", "| 100 "))
    geef("check", "nieuw.xlsx", "--against", "oud.xlsx", "--html", "nagekeken.html")
    pagina = lees_pagina((werkmap / "nagekeken.html").read_bytes())
    assert pagina.alle("h2")[0].tekst == "Wat er is veranderd"
    assert [cel for cel in pagina.alle("td") if "100 tot 140" in cel.tekst]
    geef("check", "oud.xlsx", "--against", "oud.xlsx", "--html", "nagekeken.html")
    assert "Er is niets veranderd." in (werkmap / "nagekeken.html").read_text("utf-8")

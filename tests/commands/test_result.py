"""What the screen says: one line a finding, in Dutch, safe for any terminal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sjablonen import schrijf_sjabloon, vervang

from kaderxl.commands.check import Checked, check
from kaderxl.commands.collected import Collected
from kaderxl.commands.generate import Generated, Invulblad
from kaderxl.commands.result import finding_line, finding_lines
from kaderxl.commands.status import PartijStatus, Status
from kaderxl.commands.taken_in import Ingenomen
from kaderxl.core import catalogue
from kaderxl.core.kader import Kader
from kaderxl.core.rounds import Fase, Plek, Ronde

RONDE = Ronde(2026)
FOUT = catalogue.JA_NEE_VERWACHT.bij(Plek("a.xlsx", "Invulblad", "I7"), waarde="mischien")


@pytest.fixture(scope="module")
def sjabloon(shipped: Path) -> Checked:
    return check(shipped)


def test_a_finding_is_one_line_with_everything() -> None:
    regel = finding_line(FOUT)
    assert regel == f"fout {FOUT.code} Invulblad!I7: {FOUT.tekst} {FOUT.actie}"


@pytest.mark.parametrize(
    ("plek", "begin"),
    [
        (Plek("a.csv", "", "J5"), "fout V414 J5: "),
        (Plek("a.xlsx"), "fout V414: "),
        (Plek("a.xlsx", "Invulblad"), "fout V414 Invulblad: "),
    ],
)
def test_a_place_is_as_exact_as_it_is_known(plek: Plek, begin: str) -> None:
    assert finding_line(replace(FOUT, plek=plek)).startswith(begin)


@pytest.mark.parametrize("teken", ["\x1b[31m", "\n", "\r", "\x07", "\u202e", "\u200b", "\x9b"])
def test_text_of_a_partij_cannot_steer_the_terminal(teken: str) -> None:
    gemeen = catalogue.JA_NEE_VERWACHT.bij(Plek("a", f"b{teken}", "c"), waarde=f"x{teken}y")
    assert teken[0] not in finding_line(gemeen)
    geweigerd = Ingenomen(f"a{teken}.xlsx", "", "geweigerd", f"p{teken}", (gemeen,))
    regels = list(Collected(RONDE, (geweigerd,)).lines())
    assert not [r for r in regels if teken[0] in r]


def test_a_long_answer_does_not_fill_the_screen() -> None:
    lang = catalogue.JA_NEE_VERWACHT.bij(Plek(), waarde="x" * 5000)
    assert len(finding_line(lang)) < 500
    assert lang.actie in finding_line(lang)


def test_gravest_first_and_a_screenful_at_most() -> None:
    melding = catalogue.AL_ONTVANGEN.bij(Plek("a.xlsx"))
    fouten = [catalogue.JA_NEE_VERWACHT.bij(Plek("a.xlsx"), waarde=n) for n in range(60)]
    regels = list(finding_lines([melding, *fouten]))
    assert len(regels) == 41
    assert regels[0].strip().startswith("fout")
    assert "nog 21" in regels[-1]
    assert "--json" in regels[-1]


def test_check_says_the_counts_the_findings_and_the_questions(sjabloon: Checked) -> None:
    tekst = "\n".join(sjabloon.lines())
    assert "6 partijen, 19 afspraken, 31 indicatoren, 21 doelen." in tekst
    assert "2026: 27 rijen, 109 antwoorden gevraagd." in tekst
    assert "2031: 17 rijen, 59 antwoorden gevraagd." in tekst
    assert "A05-I2" in tekst
    assert sjabloon.kader
    vragen = len(sjabloon.kader.vragen)
    assert f"{vragen} vragen op het blad Vragen wachten op het AO" in tekst
    assert "Geen fouten" in tekst


def test_check_of_a_wrong_template_says_where_and_what_to_do(tmp_path: Path) -> None:
    bestand = schrijf_sjabloon(tmp_path / "s.xlsx", **vervang("Doelen", "| 120 ", "| veel "))
    regels = list(check(bestand).lines())
    assert any(r.strip().startswith("fout S113 Doelen!C2:") for r in regels)
    assert regels[-1].startswith("1 fout.")
    assert "1 vraag op het blad Vragen wacht op het AO:" in regels


def test_check_of_no_template_at_all(tmp_path: Path) -> None:
    regels = list(check(tmp_path / "weg.xlsx").lines())
    assert len(regels) == 3
    assert catalogue.BESTAND_ONTBREEKT.code in regels[1]


def test_generate_names_each_sheet(kader: Kader) -> None:
    bladen = tuple(Invulblad(p, Path("output") / p.code, 21) for p in kader.partijen)
    regels = list(Generated(RONDE, bladen).lines())
    assert len(regels) == 7
    assert regels[1].startswith("De Volmacht: 21 indicatoren, ")
    assert regels[-1].startswith("6 invulbladen voor de evaluatie 2026.")


def test_a_sheet_that_was_left_alone_says_why(kader: Kader) -> None:
    reden = catalogue.INVULBLAD_BLIJFT.bij(Plek("x.xlsx"))
    blad = Invulblad(kader.partijen[0], Path("x.xlsx"), 1, reden)
    regels = list(Generated(RONDE, (blad,)).lines())
    assert "1 indicator," in regels[0]
    assert reden.actie in regels[1]
    assert regels[-1].startswith("1 invulblad ")


def test_collect_says_per_file_what_became_of_it() -> None:
    uitkomsten = (
        Ingenomen("a.xlsx", "x", "aangenomen", "De Volmacht", (FOUT,), 20, 21),
        Ingenomen("b.xlsx", "y", "geweigerd", "", (catalogue.BESTAND_LEEG.bij(Plek("b.xlsx")),)),
        Ingenomen("c.xlsx", "z", "aangenomen", "Woonborg", (), 21, 21),
    )
    regels = list(Collected(Ronde(2026, Fase.TUSSENSTAND), uitkomsten).lines())
    assert regels[0] == "a.xlsx: aangenomen. De Volmacht, 20 van 21 compleet"
    assert regels[2] == "b.xlsx: geweigerd"
    assert regels[-1] == "Tussenstand 2026: 2 aangenomen, 1 geweigerd."


def test_collect_of_nothing_says_so() -> None:
    assert list(Collected(RONDE, ()).lines()) == ["Er zijn geen bestanden gevonden."]


def test_status_says_who_and_how_far(kader: Kader) -> None:
    volmacht, woonborg = kader.partijen[1:3]
    stand = Status(
        RONDE, (PartijStatus(volmacht, True, 20, 21), PartijStatus(woonborg, False, 0, 21))
    )
    kop, eerste, tweede, slot = stand.lines()
    assert kop == "Evaluatie 2026"
    assert "20 van 21 compleet" in eerste
    assert "nog niets ontvangen" in tweede
    assert slot == "1 van 2 partijen hebben iets gestuurd."

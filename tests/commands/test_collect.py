"""What `collect` takes in, passes over and refuses, and what it says of that."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path
from typing import Any

import pytest
from invullen import (
    RONDE,
    Antwoorden,
    antwoorden,
    bewerk,
    ingevuld_blad,
    leeg_blad,
    oordeel,
    overal,
    vul,
)
from opdrachten import geef, inhoud, vul_map
from sjablonen import schrijf_sjabloon

from kaderxl.commands.collect import collect
from kaderxl.commands.merge import merge
from kaderxl.core import catalogue
from kaderxl.core.identity import Kenmerk
from kaderxl.core.kader import Kader
from kaderxl.core.rounds import Ronde
from kaderxl.sheets.questions import stel_vragenlijst_op
from kaderxl.writing.transaction import READY, Transaction

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("een_lezer", "werkmap")]


def test_the_same_file_again_is_passed_over(inbox: Path, ingenomen: Path) -> None:
    shutil.copytree(ingenomen, "output")
    voor = inhoud(Path("output"))
    uitkomst = geef("collect", inbox / "DV.xlsx", "--year", "2026")
    assert uitkomst.exit_code == 0
    assert "overgeslagen" in uitkomst.stdout
    assert catalogue.AL_ONTVANGEN.code in uitkomst.stdout
    assert inhoud(Path("output")) == voor


@pytest.fixture
def gemengd(kader: Kader, tmp_path: Path) -> Path:
    """Two good returns among four that cannot count."""
    eigen = stel_vragenlijst_op(kader, RONDE, "WZN").kenmerk
    onbekend = str(Kenmerk(eigen.kader, eigen.ronde, "NIEUW", eigen.versie))
    return vul_map(
        tmp_path / "gemengd",
        goed=ingevuld_blad(kader, "DV"),
        jaar=vul(leeg_blad(kader, "GEM", Ronde(2027)), {"A01-I2": oordeel("Groen")}),
        onbekend=bewerk(ingevuld_blad(kader, "WZN"), overal(str(eigen), onbekend)),
        tekst=b"Beste gemeente,\n\nhierbij onze antwoorden.\n",
        afgekapt=ingevuld_blad(kader, "AHW")[:9000],
        zgoed=ingevuld_blad(kader, "WB"),
    )


def test_bad_files_get_one_dutch_line_each_and_the_others_are_merged(gemengd: Path) -> None:
    uitkomst = geef("collect", gemengd, "--year", "2026")
    assert uitkomst.exit_code == 1
    assert uitkomst.stderr == ""
    regels = uitkomst.stdout.splitlines()
    verwacht = {
        "jaar": catalogue.ANDERE_RONDE,
        "onbekend": catalogue.PARTIJ_ONBEKEND,
        "tekst": catalogue.GEEN_WERKBLAD,
        "afgekapt": catalogue.BESTAND_BESCHADIGD,
    }
    for naam, regel in verwacht.items():
        (plaats,) = (n for n, tekst in enumerate(regels) if tekst.startswith(f"{naam}.xlsx: "))
        assert "geweigerd" in regels[plaats]
        assert regel.code in regels[plaats + 1]
        assert not regels[plaats + 2].startswith("  "), "one line is enough"
        assert regels[plaats + 1].endswith(".")
    assert regels[-1] == "Evaluatie 2026: 2 aangenomen, 4 geweigerd."
    samengevoegd = merge(RONDE)
    assert {i.partij for i in samengevoegd.matrix.inzendingen} == {"DV", "WB"}
    assert len(list(Path("output/2026-evaluatie/retour").glob("*.xlsx"))) == 2


def test_return_with_a_fout_is_filed_and_exit_1(kader: Kader) -> None:
    gegeven: Antwoorden = {**antwoorden(kader, "DV"), "A07-I1-M1": {"Waarde": "12 woningen"}}
    vul_map(Path("in"), DV=vul(leeg_blad(kader, "DV"), gegeven))
    uitkomst = geef("collect", "in", "--year", "2026")
    assert uitkomst.exit_code == 1
    assert "aangenomen. De Volmacht, 20 van 21 compleet" in uitkomst.stdout
    assert f"fout {catalogue.GETAL_VERWACHT.code} Invulblad!C" in uitkomst.stdout
    assert geef("merge", "--year", "2026").exit_code == 1


def test_path_that_is_not_there_is_exit_1(inbox: Path) -> None:
    uitkomst = geef("collect", "weg.xlsx", inbox / "DV.xlsx", "--year", "2026")
    assert uitkomst.exit_code == 1
    assert catalogue.BESTAND_ONTBREEKT.code in uitkomst.stdout
    assert "1 aangenomen, 1 geweigerd" in uitkomst.stdout


def test_a_return_to_another_gemeente_is_refused(werkmap: Path, kader: Kader) -> None:
    sjabloon = schrijf_sjabloon(werkmap / "molendam.xlsx")
    vul_map(Path("in"), DV=ingevuld_blad(kader, "DV"))
    uitkomst = geef("collect", "in", "--year", "2026", "--template", sjabloon)
    assert uitkomst.exit_code == 1
    assert catalogue.ANDER_KADER.code in uitkomst.stdout


def test_a_thread_that_a_ctrl_c_left_behind_files_nothing(
    inbox: Path, werkmap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start, left = threading.Thread.start, list[threading.Thread]()
    write, over = Transaction.write, threading.Event()

    def and_then_stopped(thread: threading.Thread) -> None:
        """As a Ctrl-C comes while a pool starts a thread: it runs, and the pool knows of none."""
        start(thread)
        if thread.name.startswith("ThreadPoolExecutor"):
            left.append(thread)
            raise KeyboardInterrupt

    def late(*args: Any, **kwargs: Any) -> None:
        assert over.wait(timeout=60)
        write(*args, **kwargs)

    monkeypatch.setattr(threading.Thread, "start", and_then_stopped)
    monkeypatch.setattr(Transaction, "write", late)
    with pytest.raises(KeyboardInterrupt):
        collect(RONDE, [inbox / "DV.xlsx"])
    over.set()
    left[0].join()
    assert not [p for p in inhoud(Path("output")) if READY in p]

"""What earlier rondes come to is worked out once, and remembering it changes nothing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from random import Random

import pytest
from archieven import boom, instellingen
from openpyxl import load_workbook
from sjablonen import schrijf_sjabloon
from zesjaar import (
    BESLUITEN,
    LATER,
    TABELLEN,
    WAARDEN,
    Dossier,
    besluit,
    doe_ronde,
    sjabloon_2028,
)

from kaderxl import archive, collect, generate, history, merge, status, verify
from kaderxl.commands.result import Result
from kaderxl.core import catalogue
from kaderxl.core.findings import NietUitgevoerd
from kaderxl.core.rounds import Fase, Plek, Ronde
from kaderxl.reading import Reader
from kaderxl.returns.counting import Counted
from kaderxl.returns.workspace import Workspace
from kaderxl.writing import memory

TUSSENSTAND, LAATSTE = Ronde(2027, Fase.TUSSENSTAND), Ronde(2028)


@pytest.fixture(scope="module")
def drie_rondes(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """2026 archived with a template that is not today's, a tussenstand still open, and 2028."""
    map_ = tmp_path_factory.mktemp("rondes")
    eerst = {blad: TABELLEN[blad] for blad in ("Monitoringstabel", "Meetwaarden")}
    oud = schrijf_sjabloon(map_ / "oud.xlsx", Instellingen=instellingen(), **eerst)
    nu = schrijf_sjabloon(map_ / "nu.xlsx", Instellingen=instellingen(), **sjabloon_2028())
    dossier = Dossier(map_ / "output", {2026: oud, 2027: nu})
    doe_ronde(dossier, Ronde(2026), WAARDEN[2026])
    besluit(dossier, Ronde(2026), BESLUITEN[2026])
    archive(Ronde(2026), template=oud, output=dossier.output, today=LATER)
    doe_ronde(dossier, TUSSENSTAND, WAARDEN[2027])
    doe_ronde(dossier, LAATSTE, WAARDEN[2028])
    return dossier


@pytest.fixture
def output(drie_rondes: Dossier, tmp_path: Path) -> Path:
    """A copy in which nothing is remembered."""
    output = tmp_path / "output"
    shutil.copytree(drie_rondes.output, output)
    shutil.rmtree(output / ".kaderxl")
    return output


@pytest.fixture(scope="module")
def nu(drie_rondes: Dossier) -> Path:
    return drie_rondes.sjabloon(2028)


def onthouden(output: Path) -> Path:
    return output / ".kaderxl" / "onthouden"


def stukken(output: Path) -> dict[str, bytes]:
    """Every file of the rondes, without what commands keep for themselves."""
    return {pad: data for pad, data in boom(output).items() if ".kaderxl" not in pad}


def doe(output: Path, nu: Path) -> tuple[str, dict[str, bytes]]:
    """What the commands that look back say, and all that they leave, made anew."""
    for map_ in (LAATSTE, TUSSENSTAND):
        shutil.rmtree(output / str(map_) / "invulbladen", ignore_errors=True)
        shutil.rmtree(output / str(map_) / "matrix", ignore_errors=True)
    klaar: list[Result] = [
        opdracht(ronde, template=nu, output=output)
        for ronde in (TUSSENSTAND, LAATSTE)
        for opdracht in (generate, merge, status)
    ]
    klaar.append(history(template=nu, output=output, csv=True))
    return str([[*k.lines(), k.as_json()] for k in klaar]), stukken(output)


@pytest.fixture
def gelezen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were handed to the reading process."""
    namen: list[str] = []
    begin = Reader.begin_read

    def noteer(self: Reader, name: str, data: bytes) -> Callable[[], object]:
        namen.append(name)
        return begin(self, name, data)

    monkeypatch.setattr(Reader, "begin_read", noteer)
    return namen


def test_no_file_of_an_earlier_ronde_is_read_twice(
    output: Path, nu: Path, gelezen: list[str]
) -> None:
    merge(LAATSTE, template=nu, output=output)
    eerst = list(gelezen)
    gelezen.clear()
    merge(LAATSTE, template=nu, output=output)
    # returns and akkoordbladen, matrices, the old template
    assert len(eerst) - len(gelezen) == 4 + 4 + 3 + 2 + 1
    assert sum("2026" in naam or "tussenstand" in naam for naam in gelezen) == 0


def test_remembering_changes_no_byte_and_no_word(output: Path, nu: Path) -> None:
    eerst = doe(output, nu)
    assert list(onthouden(output).iterdir())
    assert doe(output, nu) == eerst
    shutil.rmtree(output / ".kaderxl")
    assert doe(output, nu) == eerst


def _leeg(bestand: Path) -> None:
    bestand.write_bytes(b"")


def _ander(bestand: Path) -> None:
    """One byte is another one, somewhere."""
    data = bytearray(bestand.read_bytes())
    plaats = Random(bestand.name).randrange(len(data))
    data[plaats] ^= 1
    bestand.write_bytes(data)


def _half(bestand: Path) -> None:
    bestand.write_bytes(bestand.read_bytes()[: bestand.stat().st_size // 2])


def _met_de_hand(bestand: Path) -> None:
    """Every answer is another one, by hand."""
    data = bestand.read_bytes().replace(b"Groen", b"Oranje").replace(b"10", b"11")
    bestand.write_bytes(data + b" ")


def _vreemd(bestand: Path) -> None:
    bestand.write_bytes(b"\x80\x04cos\nsystem\n")


def _map(bestand: Path) -> None:
    bestand.unlink()
    bestand.mkdir()


def _weg(bestand: Path) -> None:
    bestand.unlink()


def _van_een_ander(bestand: Path) -> None:
    """Whole, but of another ronde."""
    eerste = min(bestand.parent.glob(f"*.{bestand.name.split('.')[-2]}.json"))
    bestand.write_bytes(eerste.read_bytes())


def _verwijzing(bestand: Path) -> None:
    bestand.unlink()
    bestand.symlink_to("/etc/passwd")


@pytest.mark.lang
@pytest.mark.parametrize(
    "beschadig",
    [_leeg, _ander, _half, _met_de_hand, _vreemd, _map, _weg, _van_een_ander, _verwijzing],
)
def test_what_is_damaged_or_foreign_is_passed_over(
    output: Path, nu: Path, beschadig: Callable[[Path], None]
) -> None:
    eerst = merge(LAATSTE, template=nu, output=output).as_json(), stukken(output)
    bestanden = [*onthouden(output).iterdir()]
    assert len(bestanden) == 5
    for bestand in bestanden:
        beschadig(bestand)
    assert (merge(LAATSTE, template=nu, output=output).as_json(), stukken(output)) == eerst


def test_another_version_of_kaderxl_works_it_out_again(
    output: Path, nu: Path, monkeypatch: pytest.MonkeyPatch, gelezen: list[str]
) -> None:
    merge(LAATSTE, template=nu, output=output)
    eerst = list(gelezen)
    gelezen.clear()
    monkeypatch.setattr(memory, "_program", lambda: "een andere versie")
    merge(LAATSTE, template=nu, output=output)
    assert gelezen == eerst


@pytest.mark.lang
def test_another_template_works_it_out_again(output: Path, nu: Path, tmp_path: Path) -> None:
    merge(LAATSTE, template=nu, output=output)
    anders = tmp_path / "anders.xlsx"
    boek = load_workbook(nu)
    for rij in boek["Partijen"].iter_rows():
        for cel in rij:
            if cel.value == "Noordbouw":
                cel.value = "Noordbouw-Oost"
    boek.save(anders)
    warm = doe(output, anders)
    shutil.rmtree(output / ".kaderxl")
    assert doe(output, anders) == warm
    assert "Noordbouw-Oost" in warm[0]


def _andere_inzending(output: Path) -> None:
    retour = output / str(TUSSENSTAND) / "retour"
    min(retour.glob("*.xlsx")).unlink()


def _uitgesloten(output: Path) -> None:
    retour = output / str(TUSSENSTAND) / "retour"
    naam = min(p.name for p in retour.glob("*.xlsx"))
    nu = datetime.now().astimezone().isoformat(timespec="seconds")
    (retour / "keuze.csv").write_text(
        f"wanneer,bestand,keuze,reden\n{nu},{naam},telt niet,fictief\n", "utf-8"
    )


def _ander_besluit(output: Path) -> None:
    (matrix,) = (output / str(TUSSENSTAND) / "matrix").glob("*.xlsx")
    boek = load_workbook(matrix)
    for cel in (c for rij in boek["Monitoringstabel"].iter_rows() for c in rij):
        if cel.value == "Groen":
            cel.value = "Rood"
    boek.save(matrix)


@pytest.mark.parametrize("verander", [_andere_inzending, _uitgesloten, _ander_besluit])
def test_what_changes_in_an_earlier_ronde_is_seen(
    output: Path, nu: Path, verander: Callable[[Path], None]
) -> None:
    def kijk() -> object:
        merge(LAATSTE, template=nu, output=output)
        return history(template=nu, output=output).as_json(), stukken(output)

    eerst = kijk()
    verander(output)
    warm = kijk()
    shutil.rmtree(output / ".kaderxl")
    assert warm == kijk() != eerst


@pytest.mark.lang
def test_where_nothing_can_be_kept_the_command_is_done_all_the_same(output: Path, nu: Path) -> None:
    eerst = doe(output, nu)
    shutil.rmtree(output / ".kaderxl")
    (output / ".kaderxl").write_text("hier kan geen map komen")
    assert doe(output, nu) == eerst
    assert (output / ".kaderxl").read_text() == "hier kan geen map komen"


def test_an_archive_is_never_written_in_and_looking_keeps_nothing(output: Path, nu: Path) -> None:
    voor = boom(output)
    status(LAATSTE, template=nu, output=output)
    verify(output=output)
    assert boom(output) == voor
    merge(LAATSTE, template=nu, output=output)
    assert {p: data for p, data in boom(output).items() if p.startswith("archief/")} == {
        p: data for p, data in voor.items() if p.startswith("archief/")
    }


def _vervals(output: Path) -> None:
    """Who knows the way writes an entry that is whole: Noordbouw built 99 homes in 2026, not 10."""
    bestand = onthouden(output) / "archief-2026-evaluatie.retour.json"
    hoofd, _, tekst = bestand.read_bytes().partition(b"\n")
    knopen = [99 if knoop == 10 else knoop for knoop in json.loads(tekst)]
    vals = json.dumps(knopen).encode()
    bestand.write_bytes(memory._head(hoofd.split()[1].decode(), vals) + b"\n" + vals)


def test_what_is_filed_for_good_is_worked_out_anew(output: Path, nu: Path) -> None:
    """A forged entry shows in a matrix, as a changed matrix would; it gets into no archive."""
    eerlijk = merge(LAATSTE, template=nu, output=output).bestand.read_bytes()
    _vervals(output)
    vals = merge(LAATSTE, template=nu, output=output).bestand.read_bytes()
    assert vals != eerlijk
    with pytest.raises(NietUitgevoerd) as fout:
        archive(LAATSTE, template=nu, output=output, concept=True)
    assert [b.code for b in fout.value.bevindingen] == [catalogue.MATRIX_NIET_BIJ.code]
    shutil.rmtree(output / ".kaderxl")
    assert merge(LAATSTE, template=nu, output=output).bestand.read_bytes() == eerlijk


def test_verify_does_not_look_at_it(output: Path, nu: Path) -> None:
    voor = verify(output=output).as_json()
    merge(LAATSTE, template=nu, output=output)
    _vervals(output)
    assert verify(output=output).as_json() == voor


def test_what_took_too_long_today_is_tried_again(
    output: Path, nu: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    te_laat = catalogue.LEZEN_DUURT_TE_LANG.bij(Plek("NB.xlsx"), seconden="20", grens="de grens")
    with monkeypatch.context() as patch:
        patch.setattr(Workspace, "counted", lambda self, *_: Counted((), (te_laat,)))
        merge(LAATSTE, template=nu, output=output)
    assert not [*onthouden(output).glob("*.retour.json")]
    merge(LAATSTE, template=nu, output=output)
    assert len([*onthouden(output).glob("*.retour.json")]) == 2


def test_what_changed_while_it_was_judged_is_not_kept(
    output: Path, nu: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tellen = Workspace.counted

    def counted(self: Workspace, *args: object) -> Counted:
        if self.ronde == TUSSENSTAND:
            (self.dossier.retour / "erbij.xlsx").write_bytes(b"er komt iets bij")
        return tellen(self)

    monkeypatch.setattr(Workspace, "counted", counted)
    history(template=nu, output=output)
    namen = {p.name for p in onthouden(output).glob("*.retour.json")}
    assert namen == {"archief-2026-evaluatie.retour.json", f"{LAATSTE}.retour.json"}


def test_of_a_ronde_that_is_gone_nothing_stays(output: Path, nu: Path) -> None:
    merge(LAATSTE, template=nu, output=output)
    assert [*onthouden(output).glob(f"{TUSSENSTAND}.*")]
    shutil.rmtree(output / str(TUSSENSTAND))
    (onthouden(output) / "afgebroken.tmp").write_bytes(b"")
    merge(LAATSTE, template=nu, output=output)
    assert {p.name.partition(".")[0] for p in onthouden(output).iterdir()} == {
        "archief-2026-evaluatie"
    }


def test_it_is_not_taken_for_a_return(output: Path, nu: Path) -> None:
    merge(LAATSTE, template=nu, output=output)
    ingenomen = collect(LAATSTE, [output], template=nu, output=output)
    assert "retour.json" not in str(ingenomen.as_json())


@pytest.mark.lang
def test_two_commands_at_once_do_as_one_after_the_other(output: Path, nu: Path) -> None:
    eerst = stukken(output)
    for _ in range(2):
        tegelijk = [
            subprocess.Popen(
                [
                    sys.executable, "-m", "kaderxl", "merge", "--year", str(ronde.jaar),
                    "--round", ronde.fase.sleutel, "--template", nu, "--output", output,
                ],
                env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
                stdout=subprocess.DEVNULL,
            )
            for ronde in (TUSSENSTAND, LAATSTE, TUSSENSTAND)
        ]  # fmt: skip
        assert all(p.wait(120) in (0, 1) for p in tegelijk)
        assert stukken(output) == eerst
        assert {p.suffix for p in onthouden(output).iterdir()} == {".json"}

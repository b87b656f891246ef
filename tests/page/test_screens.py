"""What the page does beside the path of a ronde, and a whole ronde by keyboard."""

from __future__ import annotations

import mailbox
from collections.abc import Mapping
from email.message import EmailMessage
from pathlib import Path

import pytest
from adressen import met_adressen
from archieven import decided
from hostile.build import zipped
from invullen import antwoorden, vul
from klaarzetten import besluit
from opdrachten import geef, met_sjabloon
from pagina import Uses, same_files

from kaderxl import Ronde, check, collect, generate, merge
from kaderxl.core import clock
from kaderxl.core.labels import WAARDE
from kaderxl.core.rounds import Fase
from kaderxl.template.read import HERE, shipped_template

pytestmark = [pytest.mark.extern, pytest.mark.lang, pytest.mark.xdist_group("page")]
RONDE = Ronde(2026)
STAMP = clock.stamp


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page has no other clock than that of the computer: a moment can show in the matrix."""
    monkeypatch.setattr(clock, "stamp", STAMP)


def test_what_is_done_beside_the_path_is_the_same_byte_for_byte(
    uses: Uses, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Drafts, a return that does not count, answers on behalf of a partij, two matrices, years."""
    here, given = tmp_path / "hier", tmp_path / "gegeven"
    (here / HERE).parent.mkdir(parents=True)
    given.mkdir()
    met_adressen(shipped_template(), here / HERE)
    (given / "sjabloon.xlsx").write_bytes((here / HERE).read_bytes())
    monkeypatch.chdir(here)
    kader = check().geldig()
    by_code = {sheet.partij.code: sheet.bestand for sheet in generate(RONDE).invulbladen}
    for name, code in (("een", "DV"), ("twee", "WB"), ("drie", "WZN"), ("namens", "DD")):
        data = vul(by_code[code].read_bytes(), antwoorden(kader, code))
        (given / f"{name}.xlsx").write_bytes(data)
    year = ("--year", "2026")
    geef("mail", *year)
    geef("mail", *year, "--sent", "De Volmacht")
    geef("calendar")
    geef("collect", *year, *(given / f"{name}.xlsx" for name in ("een", "twee", "drie")))
    (filed,) = here.glob("output/2026-evaluatie/retour/*twee.xlsx")
    geef("collect", *year, "--exclude", filed.name, "--reason", "proef van een collega")
    behalf = ("--on-behalf", "De Deelmacht", "--source", "telefoon, 12 februari")
    geef("collect", *year, *behalf, given / "namens.xlsx")
    made = merge(RONDE)
    besluit(made.bestand, given / "x.xlsx", 1, "Groen")
    besluit(made.bestand, given / "y.xlsx", 1, "Oranje")
    geef("adopt", *year, given / "x.xlsx")
    geef("adopt", *year, given / "y.xlsx", "--choose", "1")
    geef("history")

    came = uses("ernaast", given)
    same_files(came["files"], here)
    assert "<dv@partij.example>" in came["draft"]
    assert "verstuurd" in came["sent"]
    assert "namens haar ingevuld" in came["parties"]
    assert "Woonborg\tnog niet" in came["parties"]
    assert "twee keer veranderd" in came["preview"]
    assert "kaderxl adopt --year 2026 --choose 1 y.xlsx" in came["preview"]
    assert came["years"]["charts"] > 0
    assert "De kleuren" in came["years"]["text"]
    assert came["years"]["colour"] != "rgba(0, 0, 0, 0)", "the page of the years has its style"


def postvak(naar: Path, *bladen: bytes) -> None:
    """A mailbox with each sheet in a mail of its own, a day after one another."""
    box = mailbox.mbox(naar)
    for dag, blad in enumerate(bladen, 1):
        bericht = EmailMessage()
        bericht["From"], bericht["Subject"] = f"p{dag}@partij.example", "Invulblad"
        bericht["Date"] = f"Mon, 0{dag} Feb 2027 09:00:00 +0100"
        bericht.set_content("FICTIEF. Hierbij ons invulblad.")
        bericht.add_attachment(blad, "application", "vnd.ms-excel", filename=f"blad {dag}.xlsx")
        box.add(bericht)
    box.close()


def test_two_rondes_with_a_zip_a_mailbox_and_two_matrices_are_the_same_byte_for_byte(
    uses: Uses, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, given = tmp_path / "hier", tmp_path / "gegeven"
    given.mkdir()
    met_sjabloon(here)
    (given / "sjabloon.xlsx").write_bytes((here / HERE).read_bytes())
    monkeypatch.chdir(here)
    kader = check().geldig()

    def filled(ronde: Ronde) -> list[bytes]:
        sheets = generate(ronde).invulbladen[:3]
        return [vul(s.bestand.read_bytes(), antwoorden(kader, s.partij.code)) for s in sheets]

    between = Ronde(2026, Fase.TUSSENSTAND)
    names = {f"map/blad {n}.xlsx": data for n, data in enumerate(filled(between))}
    (given / "samen.zip").write_bytes(zipped({**names, "stuk.xlsx": b"PK geen rekenblad"}))
    collect(between, [given / "samen.zip"])
    merge(between)
    postvak(given / "postvak.mbox", *filled(RONDE))
    collect(RONDE, [given / "postvak.mbox"])
    made = merge(RONDE)
    besluit(made.bestand, given / "x.xlsx", 1, "Groen")
    besluit(made.bestand, given / "y.xlsx", 1, "Oranje")
    year = ("--year", "2026")
    geef("adopt", *year, given / "x.xlsx")
    geef("adopt", *year, given / "y.xlsx", "--choose", "1")
    geef("adopt", *year, given / "x.xlsx")
    geef("history")

    came = uses("tweerondes", given)
    assert "mail van p1@partij.example" in came["collected"]
    assert "Besluit bij afspraak 1" in came["preview"]
    assert "--choose 1 y.xlsx" in came["choices"]
    same_files(came["files"], here)


def test_a_new_municipality_begins_in_a_folder_that_is_remembered(
    uses: Uses, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, pictures = tmp_path / "hier", tmp_path / "beelden"
    here.mkdir()
    pictures.mkdir()
    monkeypatch.chdir(here)
    agreement = ("--gemeente", "Molendam", "--kader", "Woonafspraken Molendam")
    partijen = ("--partij", "Noorderbouw:corporatie", "--partij", "Zuiderwonen:corporatie")
    geef("new", ".", *agreement, "--jaren", "2026-2030", *partijen)
    came = uses("nieuw", pictures)
    same_files(came["files"], here)
    assert "Klaar" in came["made"]
    assert "Woonafspraken" in came["again"]


def test_a_whole_ronde_goes_by_keyboard_alone(
    uses: Uses, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, given = tmp_path / "hier", tmp_path / "gegeven"
    (given / "retour").mkdir(parents=True)
    met_sjabloon(here)
    decided(here / HERE, given / "besloten.xlsx")
    (here / HERE).write_bytes((given / "besloten.xlsx").read_bytes())
    monkeypatch.chdir(here)
    kader = check().geldig()
    for sheet in generate(RONDE).invulbladen[1:4]:
        filled = antwoorden(kader, sheet.partij.code)
        code = next(c for c in filled if c.endswith("-M1"))
        wrong: dict[str, Mapping[str, object]] = {**filled, code: {WAARDE: "ca. 12"}}
        (given / "retour" / sheet.bestand.name).write_bytes(vul(sheet.bestand.read_bytes(), wrong))
    collect(RONDE, sorted((given / "retour").iterdir()))
    besluit(merge(RONDE).bestand, given / "ingevuld.xlsx", 1, "Groen")
    came = uses("toetsenbord", given)
    assert came["unseen"] == []
    assert "is gemarkeerd" in came["row"]
    assert came["typedYear"] == "2026"
    assert [words.split()[1] for words in came["typed"]] == [
        "check", "generate", "mail", "collect", "collect", "merge", "adopt",
        "archive", "verify", "calendar", "history",
    ]  # fmt: skip
    assert "Gearchiveerd" in came["archived"]
    assert "niet in orde" not in came["lookedOver"]
    assert "--exclude" in came["typed"][4]

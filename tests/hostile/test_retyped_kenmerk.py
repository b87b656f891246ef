"""A sheet of one partij, of which somebody typed the kenmerk of another over it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from archieven import Klaar, maak_ronde
from invullen import RONDE, antwoorden, leeg_blad, vul
from openpyxl import load_workbook

from kaderxl.core import labels as l
from kaderxl.reading import Reader
from kaderxl.sheets.questions import stel_vragenlijst_op

pytestmark = pytest.mark.usefixtures("een_lezer")


def overgetypt(klaar: Klaar, van: str, naar: str, *, ook_verborgen: bool) -> bytes:
    oud, nieuw = (str(stel_vragenlijst_op(klaar.kader, RONDE, p).kenmerk) for p in (van, naar))
    boek = load_workbook(io.BytesIO(vul(leeg_blad(klaar.kader, van), antwoorden(klaar.kader, van))))
    for blad in boek.worksheets:
        for rij in blad.iter_rows():
            for cel in rij:
                if cel.value == oud:
                    cel.value = nieuw
    if ook_verborgen:
        for rij in boek[l.META].iter_rows(max_col=2):
            if rij[0].value == "partij":
                rij[1].value = next(p.naam for p in klaar.kader.partijen if p.code == naar)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def collect(klaar: Klaar, bestand: Path) -> tuple[int, list[dict[str, str]]]:
    outcome = klaar.geef("collect", bestand, "--year", 2026, "--json")
    (inzending,) = json.loads(outcome.stdout)["inzendingen"]
    return outcome.exit_code, inzending["bevindingen"]


def test_it_is_asked_whose_it_is_and_displaces_nothing(tmp_path: Path, reader: Reader) -> None:
    klaar = maak_ronde(tmp_path, reader, ("GEM", "NB"))
    voor = sorted(p.name for p in (klaar.ronde / "retour").iterdir())
    bestand = tmp_path / "van wie.xlsx"
    bestand.write_bytes(overgetypt(klaar, "ZW", "NB", ook_verborgen=False))
    code, bevindingen = collect(klaar, bestand)
    assert code == 1
    (vraag,) = [b for b in bevindingen if b["code"] == "I378"]
    assert "op het blad staat de naam van Zuidwonen" in vraag["tekst"]
    assert set(voor) < {p.name for p in (klaar.ronde / "retour").iterdir()}
    stand = klaar.geef("status", "--year", 2026, "--json")
    per = {p["partij"]: p for p in json.loads(stand.stdout)["partijen"]}
    assert per["Noordbouw"]["ontvangen"]
    assert not per["Zuidwonen"]["ontvangen"]


def test_its_own_kenmerk_raises_no_question(tmp_path: Path, reader: Reader) -> None:
    klaar = maak_ronde(tmp_path, reader, ("GEM",))
    bestand = tmp_path / "zuidwonen.xlsx"
    bestand.write_bytes(vul(leeg_blad(klaar.kader, "ZW"), antwoorden(klaar.kader, "ZW")))
    _, bevindingen = collect(klaar, bestand)
    assert "I378" not in [b["code"] for b in bevindingen]

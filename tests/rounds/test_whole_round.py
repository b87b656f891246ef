"""The claim that matters most: a sheet that went through LibreOffice has every answer in place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from invullen import (
    PARTIJEN,
    RONDE,
    Wijziging,
    als_antwoorden,
    antwoorden,
    bewerk,
    hernoem_bladen,
    ingevuld_blad,
    sorteer_rijen,
    verplaats_kolommen,
    voeg_rijen_in,
    zonder_lege,
)

from kaderxl import collect, generate, merge
from kaderxl.core.kader import Kader

pytestmark = pytest.mark.extern
Converteer = Callable[[Path, str, Path], Path]


def heel(gegeven: dict[str, dict[str, object]]) -> dict[str, dict[str, object]]:
    """Numbers and dates in one form, so that 3 and 3.0 are the same."""
    return {
        code: {
            kolom: w if isinstance(w, (str, date)) else float(str(w)) for kolom, w in rij.items()
        }
        for code, rij in gegeven.items()
    }


@pytest.mark.parametrize("schudden", [False, True], ids=["as-made", "sorted-and-moved"])
def test_six_sheets_through_libreoffice(
    kader: Kader, tmp_path: Path, converteer: Converteer, schudden: bool
) -> None:
    wijzigingen: list[Wijziging] = []
    if schudden:
        wijzigingen = [sorteer_rijen, verplaats_kolommen, voeg_rijen_in, hernoem_bladen]
    bron, terug, uitvoer = (tmp_path / naam for naam in ("ingevuld", "terug", "output"))
    bron.mkdir()
    for nummer, partij in enumerate(PARTIJEN):
        bestand = bron / f"{nummer} zomaar een naam.xlsx"
        bestand.write_bytes(bewerk(ingevuld_blad(kader, partij), *wijzigingen))
        converteer(bestand, "xlsx", terug)
    ingenomen = collect(RONDE, [terug], output=uitvoer)
    assert [i.status for i in ingenomen.inzendingen] == ["aangenomen"] * 6
    assert [i.bevindingen for i in ingenomen.inzendingen] == [()] * 6
    matrix = merge(RONDE, output=uitvoer).matrix
    assert [i.partij for i in matrix.inzendingen] == list(PARTIJEN)
    for inzending in matrix.inzendingen:
        verwacht = zonder_lege(antwoorden(kader, inzending.partij))
        assert heel(als_antwoorden(inzending)) == heel(verwacht)
        assert all(v.compleet for v in inzending.voorzetten.values())
    assert all(r.volledig for r in matrix.rijen)


def test_empty_sheets_through_libreoffice_are_called_empty(
    tmp_path: Path, converteer: Converteer
) -> None:
    """Saving a sheet without an answer puts nothing in it, and it may be made again."""
    uitvoer = tmp_path / "output"
    blad = generate(RONDE, output=uitvoer).invulbladen[1].bestand
    gemaakt = blad.read_bytes()
    opgeslagen = converteer(blad, "xlsx", tmp_path / "terug")
    (inzending,) = collect(RONDE, [opgeslagen], output=uitvoer).inzendingen
    assert inzending.status == "geweigerd"
    blad.write_bytes(opgeslagen.read_bytes())
    opnieuw = generate(RONDE, output=uitvoer).invulbladen[1]
    assert opnieuw.bevinding is None
    assert blad.read_bytes() == gemaakt

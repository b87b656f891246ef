"""Files arrive whole or not at all, under names that are safe, and exactly as received."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaderxl.core.folder import Dossier
from kaderxl.core.rounds import Ronde


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    return Dossier(tmp_path / "output", Ronde(2026))


# The folders


def test_folders_are_those_of_the_contract(dossier: Dossier) -> None:
    basis = dossier.uitvoer / "2026-evaluatie"
    assert dossier.retour == basis / "retour"
    assert dossier.matrix == basis / "matrix" / "monitoringsmatrix-2026-evaluatie.xlsx"
    assert dossier.invulblad("AH WOON").parent == basis / "invulbladen"
    assert dossier.bewaarde_matrix("ab" * 32).parent == basis / "matrix" / "eerder"


def test_name_of_a_partij_is_never_a_path(dossier: Dossier) -> None:
    blad = dossier.invulblad("../../Wonen: Zuid / Noord?")
    assert blad.parent == dossier.map / "invulbladen"
    assert not set(blad.name) & set('/\\:?*"<>|')

"""Rondes without a workbook: answers by partij become the matrix of a year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from invullen import Antwoorden, maak_return, oordeel

from kaderxl.core.kader import Kader
from kaderxl.core.outcome import Besluit, Matrix, Vastgelegd
from kaderxl.core.rounds import Ronde
from kaderxl.matrix.combine import combine
from kaderxl.returns.judge import validate


def maak_matrix(
    kader: Kader,
    ronde: Ronde,
    gegeven: Mapping[str, Antwoorden],
    besluiten: Mapping[int, str] | None = None,
    bevestigd: frozenset[str] = frozenset(),
) -> Matrix:
    """The matrix of a ronde; of the indicatoren in `bevestigd` only a confirmation was asked."""
    inzendingen = [
        validate(
            replace(maak_return(kader, partij, wat, ronde), bevestigingen=bevestigd), kader, ronde
        )
        for partij, wat in gegeven.items()
    ]
    gezet: dict[int | str, Besluit] = {
        n: Besluit(n, kleur) for n, kleur in (besluiten or {}).items()
    }
    return combine(kader, ronde, inzendingen, Vastgelegd(besluiten=gezet))


def woningen(bruto: object, sloop: object = 0, verkocht: object = 0) -> Antwoorden:
    """What a corporatie of Molendam answers on A01-I1."""
    waarden = zip(("M1", "M2", "M3"), (bruto, sloop, verkocht), strict=True)
    return {
        "A01-I1": oordeel("Groen"),
        **{f"A01-I1-{m}": {"Waarde": w} for m, w in waarden},
    }


def kleuren(kader: Kader, verloop: Mapping[Ronde, str | None], nummer: int = 1) -> list[Matrix]:
    """Rondes without answers, in which the BO gave an afspraak these colours (None: none)."""
    return [
        maak_matrix(kader, ronde, {}, {nummer: kleur} if kleur else {})
        for ronde, kleur in verloop.items()
    ]

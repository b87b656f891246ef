"""`generate --agree`: the second pass, in which partijen answer the voorzetten of others."""

from __future__ import annotations

from pathlib import Path

from ..core import catalogue
from ..core.findings import NietUitgevoerd
from ..core.kader import Partij
from ..core.rounds import OUTPUT, Ronde
from ..reading import load
from ..returns.ahead import Progress, silent
from ..returns.workspace import Workspace
from ..writing.locking import starts_over
from .generate import Generated, may_hold_answers, place_sheet
from .rounds import open_workspace
from .second_pass import SecondPass, without_voorzet


@starts_over
def agree(
    ronde: Ronde,
    *,
    template: Path | None = None,
    output: Path = OUTPUT,
    progress: Progress[Partij] = silent,
) -> Generated:
    """Write for every partij a sheet with the voorzetten of others that it has yet to answer.

    Only of those that are in and whole. A sheet in which somebody has filled in something is left
    as it is; one on which nothing is left to ask is taken away. Raises NietUitgevoerd when no
    indicator of the year has a trekker, or there is no voorzet yet.
    """
    with open_workspace(ronde, template, output, "generate --agree") as werk:
        ronde = werk.ronde
        kader, pas = werk.kader, SecondPass(werk)
        if not any(a.gevraagd or a.wacht for a in pas.per_partij.values()):
            raise NietUitgevoerd(catalogue.GEEN_TREKKER.bij(jaar=ronde.jaar))
        if not any(a.gevraagd for a in pas.per_partij.values()):
            raise NietUitgevoerd(catalogue.GEEN_VOORZET.bij())
        bladen = []
        for partij in progress(kader.partijen, "Akkoordbladen maken"):
            if opdracht := pas.opdracht(partij):
                bladen.append(place_sheet(werk, opdracht, pas.blad_van(partij)))
            else:
                _neem_weg(werk, pas.blad_van(partij))
        werk.beurt.commit()
        over = (*werk.over_eerdere, *without_voorzet(kader, pas.per_partij))
        return Generated(ronde, tuple(bladen), over, akkoord=True)


def _neem_weg(werk: Workspace, bestand: Path) -> None:
    """Take away a sheet on which nothing is left to ask, when nobody wrote in it."""
    er_is = load(bestand) if bestand.exists() else None
    if isinstance(er_is, bytes) and not may_hold_answers(werk, bestand.name, er_is):
        werk.beurt.remove(bestand, before=er_is)

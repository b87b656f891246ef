"""`generate`: an input sheet for every partij."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..core import catalogue
from ..core import phrases as say
from ..core.answers import RefusedReturn
from ..core.kader import Partij
from ..core.rounds import OUTPUT, Bevinding, Plek, Ronde
from ..core.text import zichtbaar
from ..reading import Refused, load
from ..returns.ahead import Progress, silent
from ..returns.workspace import Workspace
from ..sheets.layout import Opdracht
from ..sheets.sheet import write_input_sheet
from ..writing.locking import starts_over
from .result import Json, Result, ask_for_a_look, finding_line, findings_json, lines_by_file
from .rounds import open_workspace


@dataclass(frozen=True, slots=True)
class Invulblad:
    """One input sheet on disk; `bevinding` says why it was left as it was."""

    partij: Partij
    bestand: Path
    indicatoren: int
    bevinding: Bevinding | None = None


@dataclass(frozen=True, slots=True)
class Generated(Result):
    """`over_eerdere` is what there is to say of the rondes before it."""

    ronde: Ronde
    invulbladen: tuple[Invulblad, ...]
    over_eerdere: tuple[Bevinding, ...] = ()

    @property
    def needs_attention(self) -> bool:
        return ask_for_a_look(self.over_eerdere) or any(b.bevinding for b in self.invulbladen)

    def lines(self) -> Iterator[str]:
        for blad in self.invulbladen:
            aantal = say.aantal(blad.indicatoren, "indicator", "indicatoren")
            yield zichtbaar(f"{blad.partij.naam}: {aantal}, {blad.bestand}")
            if blad.bevinding:
                yield f"  {finding_line(blad.bevinding)}"
        yield from lines_by_file(self.over_eerdere)
        bladen = say.aantal(len(self.invulbladen), "invulblad", "invulbladen")
        yield f"{bladen} voor de {say.naam_van(self.ronde)}. Stuur ze naar de partijen."

    def as_json(self) -> Json:
        return {
            "ronde": str(self.ronde),
            "invulbladen": [
                {
                    "partij": blad.partij.naam,
                    "bestand": str(blad.bestand),
                    "indicatoren": blad.indicatoren,
                    "bevindingen": findings_json([blad.bevinding] if blad.bevinding else []),
                }
                for blad in self.invulbladen
            ],
            "bevindingen": findings_json(self.over_eerdere),
        }


@starts_over
def generate(
    ronde: Ronde,
    *,
    template: Path | None = None,
    output: Path = OUTPUT,
    progress: Progress[Partij] = silent,
    fictional: bool = False,
) -> Generated:
    """Write an input sheet for every partij that is asked something in the ronde.

    A sheet in which somebody has filled in something is left as it is, and said so.
    """
    with open_workspace(ronde, template, output, "generate") as werk:
        kader = werk.kader
        partijen = [p for p in kader.partijen if kader.vragen_aan(p.code, ronde.jaar)]
        bladen = [
            _maak_invulblad(werk, _opdracht(werk, p, fictional))
            for p in progress(partijen, "Invulbladen maken")
        ]
        werk.beurt.commit()
        return Generated(ronde, tuple(bladen), werk.over_eerdere)


def _opdracht(werk: Workspace, partij: Partij, fictief: bool) -> Opdracht:
    vorige = werk.vorige.get(partij.code, {})
    return Opdracht(werk.kader, werk.ronde, partij, vorige, {}, fictief, bevestigen=werk.bevestigen)


def _maak_invulblad(werk: Workspace, opdracht: Opdracht) -> Invulblad:
    partij, ronde = opdracht.partij, opdracht.ronde
    bestand = werk.dossier.invulblad(werk.kader.bestandsnamen[partij.code])
    gevraagd = len(opdracht.kader.vragen_aan(partij.code, ronde.jaar))
    data = write_input_sheet(opdracht)
    er_is = load(bestand) if bestand.exists() else None
    if er_is is not None and er_is != data and _is_gebruikt(werk, bestand.name, er_is):
        plek = Plek(bestand.name)
        return Invulblad(partij, bestand, gevraagd, catalogue.INVULBLAD_BLIJFT.bij(plek))
    assert not isinstance(er_is, Refused), "what cannot be loaded may hold answers"
    if er_is != data:
        werk.beurt.write(bestand, data, before=er_is)
    werk.uitgegeven.keep(werk.beurt, opdracht)
    return Invulblad(partij, bestand, gevraagd)


def _is_gebruikt(werk: Workspace, naam: str, data: bytes | Refused) -> bool:
    """Whether a sheet on disk may hold answers: all but one we can read and find empty."""
    inzending = werk.read(naam, data)
    leeg = catalogue.NIETS_INGEVULD.code
    return not (
        isinstance(inzending, RefusedReturn)
        and inzending.bevinding.code == leeg
        and not inzending.ook
    )

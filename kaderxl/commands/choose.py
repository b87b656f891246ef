"""`collect --choose` and `--exclude`: a person says which of the returns of a partij counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..core.answers import Inzending, RefusedReturn
from ..core.rounds import OUTPUT, Bevinding, Ronde
from ..core.text import zichtbaar
from ..reading import load
from ..returns.changes import changed_by_choice
from ..returns.correction import Herstelblad, vernieuw
from ..returns.filed import KEUZE, Keuzes, Retour
from ..returns.post import Post
from ..returns.workspace import Workspace
from ..writing.locking import starts_over
from .beside import post_waits
from .result import Json, Result, finding_lines, findings_json, path_json, to_send_back
from .rounds import open_workspace


@dataclass(frozen=True, slots=True)
class Chosen(Result):
    """The filed return a choice was made about, and the correction workbook that now belongs."""

    bestand: Path
    telt: bool
    herstel: Path | None = None
    bevindingen: tuple[Bevinding, ...] = ()

    def lines(self) -> Iterator[str]:
        wat = "telt nu" if self.telt else "telt niet meer mee"
        lijst = self.bestand.parent / KEUZE
        yield zichtbaar(f"{self.bestand.name} {wat}. Het staat in {lijst}.")
        yield from to_send_back(self.herstel)
        yield from finding_lines(self.bevindingen)

    def as_json(self) -> Json:
        return {
            "bestand": str(self.bestand),
            "telt": self.telt,
            "herstel": path_json(self.herstel),
            "bevindingen": findings_json(self.bevindingen),
        }


@starts_over
def choose(
    ronde: Ronde,
    name: str,
    *,
    template: Path | None = None,
    output: Path = OUTPUT,
    counts: bool = True,
    reason: str = "",
) -> Chosen:
    """Say that a filed return counts, or does not; it lasts, and shows in the matrix.

    The correction workbook of the partij is renewed at once. Raises NietUitgevoerd when `name`
    means no filed return, or more than one.
    """
    with open_workspace(ronde, template, output, "collect --choose") as werk:
        retour, eerst = Retour(werk.dossier), _wat_telt(werk)
        if counts:
            retour.erken(werk.beurt, Keuzes(werk.dossier).zoek(name))
        weer_open = () if counts else _heropend(werk, retour, Keuzes(werk.dossier).zoek(name))
        bestand = Keuzes(werk.dossier).kies(werk.beurt, name, counts, reason)
        werk.beurt.commit()
        gelezen = werk.read(retour.oorspronkelijke_naam(bestand), load(bestand))
        nu, blad = _wat_telt(werk), Herstelblad()
        if not isinstance(gelezen, RefusedReturn):
            blad = vernieuw(werk, gelezen.partij, nu.get(gelezen.partij))
        veranderd = tuple(changed_by_choice(eerst, nu, ronde))
    return Chosen(bestand, counts, blad.bestand, (*veranderd, *weer_open, *blad.bevindingen))


def _heropend(werk: Workspace, retour: Retour, bestand: Path) -> tuple[Bevinding, ...]:
    """What waits again when this return does not count: the mails that it answered."""
    post = Post(werk.dossier)
    heropend = post.heropen(retour.genoteerd(bestand))
    post.leg_vast(werk.beurt)
    return tuple(post_waits(s, werk.kader, werk.ronde) for s in heropend if s.bestand)


def _wat_telt(werk: Workspace) -> dict[str, Inzending]:
    return {i.partij: i for i in werk.counted().inzendingen}

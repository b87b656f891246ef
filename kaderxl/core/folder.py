"""Where the files of a ronde live."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .rounds import Ronde
from .text import veilige_naam

HISTORIE = "historie"


class _Plaats:
    """A place in the folder of a ronde that has the same name in each."""

    def __init__(self, *delen: str) -> None:
        self._delen = delen

    def __get__(self, dossier: Dossier, _: object = None) -> Path:
        return dossier.map.joinpath(*self._delen)


@dataclass(frozen=True, slots=True)
class Dossier:
    """The folder of one ronde; the folder is the whole state.

    `uitgegeven` has what stood in each workbook that was handed out, `eerder` the matrices that
    were replaced, `bewijzen` the workbooks that were adopted, `sjablonen` the templates that follow
    from what was decided, `overleg` what the AO said before it.
    """

    uitvoer: Path
    ronde: Ronde

    invulbladen = _Plaats("invulbladen")
    uitgegeven = _Plaats("uitgegeven")
    overleg = _Plaats("overleg")
    retour = _Plaats("retour")
    herstel = _Plaats("herstel")
    eerder = _Plaats("matrix", "eerder")
    bewijzen = _Plaats("matrix", "besluiten")
    sjablonen = _Plaats("matrix", "sjabloon")
    publicatie = _Plaats("matrix", "publicatie")
    mail = _Plaats("mail")
    verzonden = _Plaats("mail", "verzonden.csv")
    concepten = _Plaats("mail", "concepten.html")

    @property
    def map(self) -> Path:
        return self.uitvoer / str(self.ronde)

    @property
    def matrix(self) -> Path:
        return self.map / "matrix" / f"monitoringsmatrix-{self.ronde}.xlsx"

    @property
    def is_begonnen(self) -> bool:
        """Whether there is an input sheet, a return or a matrix of the ronde."""
        mappen = (self.invulbladen, self.retour, self.matrix.parent)
        return any(map_.is_dir() and any(map_.iterdir()) for map_ in mappen)

    def invulblad(self, partij: str) -> Path:
        return self.invulbladen / f"Invulblad {veilige_naam(partij)} {self.ronde}.xlsx"

    def akkoordblad(self, partij: str) -> Path:
        """The sheet of the second pass, on which a partij answers the voorzetten of others."""
        return self.invulbladen / f"Akkoordblad {veilige_naam(partij)} {self.ronde}.xlsx"

    def herstelblad(self, partij: str) -> Path:
        return self.herstel / f"Herstel {veilige_naam(partij)} {self.ronde}.xlsx"

    def concept(self, soort: str, partij: str) -> Path:
        return self.mail / f"{soort} {veilige_naam(partij)} {self.ronde}.eml"

    def bewijs(self, naam: str, sha256: str) -> Path:
        """Where a matrix that was adopted is kept, as it was handed in."""
        return self.bewijzen / f"{sha256[:8]} {veilige_naam(naam)}"

    def ingevulde_focus(self, naam: str, sha256: str) -> Path:
        """Where the page of the AO is kept, as it was handed in."""
        return self.overleg / f"{sha256[:8]} {veilige_naam(naam)}"

    def bewaarde_matrix(self, sha256: str) -> Path:
        """Where a matrix goes before a newer one takes its place."""
        return self.eerder / f"{self.matrix.stem}-{sha256[:8]}.xlsx"


@dataclass(frozen=True, slots=True)
class Archiefdossier(Dossier):
    """The same folders as they stand in an archive; `uitvoer` is the folder of the bag."""

    @property
    def map(self) -> Path:
        return self.uitvoer / "data"

    @property
    def sjabloon(self) -> Path:
        """The template as it was used."""
        return self.map / "sjabloon" / "monitoringstabel.xlsx"

    @property
    def open_dossier(self) -> Dossier:
        """Where the same ronde stands open, in the output folder that has the archives."""
        return Dossier(self.uitvoer.parent.parent, self.ronde)


def archiefmap(uitvoer: Path) -> Path:
    """Where the archives of all rondes stand, each version in a folder of its own."""
    return uitvoer / "archief"


def archiefnaam(ronde: Ronde, versie: int) -> str:
    """`2026-evaluatie`, and `2026-evaluatie-v2` for its first correction."""
    return f"{ronde}-v{versie}" if versie > 1 else str(ronde)


def agendamap(uitvoer: Path) -> Path:
    """Where the calendars are; they are of no single ronde."""
    return uitvoer / "agenda"

"""Made-up answers and real ones never lie in one ronde: of which of the two a ronde is."""

from __future__ import annotations

from dataclasses import dataclass

from ..core import catalogue
from ..core.answers import Inzending, RefusedReturn
from ..core.rounds import Plek
from ..reading import Document, load
from .filed import Retour
from .recognise import is_made_up
from .workspace import Judged, Workspace


@dataclass(slots=True)
class OneSort:
    """Only returns of the sort that a ronde is of; where nothing tells, of that of the first."""

    made_up: bool | None

    def only(self, werk: Workspace, judged: Judged) -> Judged:
        """The return, or that it is of the other sort."""
        if isinstance(judged, RefusedReturn):
            return judged
        if self.made_up is None:
            self.made_up = judged.fictief
        if judged.fictief == self.made_up:
            return judged
        soort = catalogue.VERZONNEN_INZENDING if judged.fictief else catalogue.ECHTE_INZENDING
        partij = werk.kader.partij(judged.partij)
        naam = partij.naam if partij else judged.partij
        return RefusedReturn(judged.bestand, judged.sha256, soort.bij(Plek(judged.bestand)), naam)


def sort_of(werk: Workspace, retour: Retour) -> OneSort:
    """The sort of a ronde: that of the first return it has, else that of its input sheets."""
    for bestand in retour.bestanden():
        naam = retour.oorspronkelijke_naam(bestand)
        gelezen = werk.read(naam, load(bestand, werk.reader.limits))
        if isinstance(gelezen, Inzending):
            return OneSort(gelezen.fictief)
    for bestand in sorted(werk.dossier.invulbladen.glob("*.xlsx")):
        data = load(bestand, werk.reader.limits)
        document = werk.reader.read(bestand.name, data) if isinstance(data, bytes) else data
        if isinstance(document, Document):
            return OneSort(is_made_up(document))
    return OneSort(None)

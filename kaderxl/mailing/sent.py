"""What went out: `mail/verzonden.csv`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..core import clock
from ..core.findings import NietUitgevoerd
from ..core.rounds import Bevinding
from ..writing.files import schrijf_bestand
from ..writing.lists import as_list, read_list

if TYPE_CHECKING:
    from .drafts import Concept

_KOLOMMEN = ("wanneer", "partij", "soort", "stand", "message-id", "hoe")
ZELF = "zelf"
"""How a mail went out that somebody sent from a program of her own."""
BEGONNEN, VERZONDEN, GEWEIGERD = "begonnen", "verzonden", "geweigerd"


class Verzendlijst:
    """Who was sent what and when: `mail/verzonden.csv`, without addresses.

    Raises NietUitgevoerd when it cannot be read: nobody then knows who has a mail.
    """

    def __init__(self, bestand: Path) -> None:
        self._bestand = bestand
        _, self._rijen = read_list(bestand, _KOLOMMEN, "message-id")

    def stand(self, concept: Concept) -> tuple[str, str]:
        """How far this mail is by the list, and since when; two empty texts when not begun."""
        eigen = [r for r in self._rijen if concept.message_id in r["message-id"]]
        return (eigen[-1]["stand"], eigen[-1]["wanneer"]) if eigen else ("", "")

    def wanneer(self, concept: Concept) -> str:
        """When this mail was accepted, as the list has it; "" when it was not."""
        stand, moment = self.stand(concept)
        return moment if stand == VERZONDEN else ""

    def onzeker(self, concept: Concept) -> bool:
        """Whether sending it began, and it is not known how that ended."""
        return self.stand(concept)[0] == BEGONNEN

    def regels(self, soort: str) -> list[tuple[str, str, str]]:
        """Each mail of this kind that went out: the partij (code), when, and how (ZELF or "")."""
        return [
            (r["partij"], r["wanneer"], r["hoe"])
            for r in self._rijen
            if r["stand"] == VERZONDEN and r["soort"] == soort
        ]

    def noteer_zelf(self, concept: Concept) -> tuple[Bevinding, ...]:
        """That somebody sent this mail herself; what there is to say when that fails."""
        return self.noteer(concept, VERZONDEN, ZELF)

    def noteer(self, concept: Concept, stand: str, hoe: str = "") -> tuple[Bevinding, ...]:
        """Add a line; what there is to say when that fails."""
        nu = clock.stamp()
        waarden = (nu, concept.partij.code, concept.soort, stand, concept.message_id, hoe)
        rijen = [*self._rijen, dict(zip(_KOLOMMEN, waarden, strict=True))]
        try:
            schrijf_bestand(self._bestand, as_list(rijen, _KOLOMMEN))
        except NietUitgevoerd as fout:
            return fout.bevindingen
        self._rijen = rijen
        return ()

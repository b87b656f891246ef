"""What came and went beside the returns: words, evidence, sources, mail that did not arrive."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Soort(StrEnum):
    """What a piece of post is."""

    SCHREEF = "schreef"  # a mail that brought no return, of a partij or with a link
    TEKST = "tekst bij een inzending"
    BEWIJS = "bewijs"
    BRON = "bron"  # what the municipality filled in a sheet from
    NIET_BEZORGD = "niet bezorgd"
    VERZONDEN = "verzonden"  # what went out, as the list of that has it


IN_HERKOMST = (Soort.TEKST, Soort.BEWIJS, Soort.BRON, Soort.VERZONDEN)
"""What is shown beside the answers, and filed with them."""


@dataclass(frozen=True, slots=True)
class Stuk:
    """One piece of post, a line of the list.

    `partij` is a code, "" for unknown; `adres` is whose it is, or was not reached. `bestand` is
    its name in `retour/post`, "" where only `tekst` is kept. `bij` is the hash of the return it
    came with, `afgedaan` that of the one that answered it, or what somebody did
    with it in her own words.
    """

    soort: str
    partij: str = ""
    adres: str = ""
    verzonden: str = ""
    onderwerp: str = ""
    bericht: str = ""
    bestand: str = ""
    sha256: str = ""
    bij: str = ""
    tekst: str = ""
    afgedaan: str = ""
    ontvangen: str = ""

    @property
    def sleutel(self) -> tuple[str, str, str, str, str]:
        """The same piece has the same, however often its mail is taken in."""
        wie = self.adres if self.soort == Soort.NIET_BEZORGD else ""
        # A mail has other bytes in a mailbox than by itself.
        inhoud = self.sha256 if self.soort in (Soort.BEWIJS, Soort.BRON) else ""
        return self.soort, self.bericht, inhoud, self.bij, wie

    @property
    def moment(self) -> str:
        return self.verzonden or self.ontvangen

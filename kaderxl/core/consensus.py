"""How an agreement comes to a vote where consensus fails: what it calls things, and leaves out."""

from __future__ import annotations

from dataclasses import dataclass

from . import labels as l
from .notation import een_regel, plat
from .settings import Instellingen

_NIEMAND = frozenset({"nee", "geen", "niemand"})


@dataclass(frozen=True, slots=True)
class Stemregels:
    """Whether there is a vote; who leads the talk before it, "" for nobody; where that is written.

    Of ours: a moderator, and chapter 8.
    """

    stemmen: bool = True
    begeleider: str = l.MODERATOR_HEET
    waar: str = ""

    @property
    def kop_ingehuurd(self) -> str:
        """The header over whether somebody leads the talk."""
        return l.MODERATOR.replace(l.MODERATOR_HEET.capitalize(), self.begeleider.capitalize())

    @property
    def kop_wie(self) -> str:
        """The header over who that is."""
        is_ons = plat(self.begeleider) == l.MODERATOR_HEET
        return l.WIE_MODEREERT if is_ons else f"Wie is {self.begeleider}"

    @property
    def eerst(self) -> str:
        """What comes before a vote, for who voted too early."""
        waar = f"{self.waar[:1].upper()}{self.waar[1:]}: " if self.waar else ""
        zin = "pas stemmen na de afgesproken periode."
        zin = f"eerst een {self.begeleider}, en {zin}" if self.begeleider else zin
        return f"{waar}{zin}" if waar else f"{zin[:1].upper()}{zin[1:]}"

    @property
    def in_woorden(self) -> tuple[str, ...]:
        """The rules of a vote, as sentences; none where there is none."""
        if not self.stemmen:
            return ()
        waar = f" ({self.waar})" if self.waar else ""
        begin = f"Lukt overeenstemming niet, dan kan er worden gestemd{waar}."
        if self.begeleider:
            begin = (
                "Lukt overeenstemming niet, dan begeleidt een onafhankelijke "
                f"{self.begeleider} het gesprek. Pas als dat binnen de afgesproken periode niet "
                f"helpt, kan er worden gestemd{waar}."
            )
        return begin, *l.REGEL_STEMMEN


ONZE_STEMREGELS = Stemregels()


def stemregels(instellingen: Instellingen) -> Stemregels:
    """Those of a template."""
    wie = een_regel(instellingen.moderator)
    begeleider = "" if plat(wie) in _NIEMAND else wie
    waar = een_regel(instellingen.regels_over_stemmen)
    return Stemregels(instellingen.stemmen, begeleider, waar)

"""What is filed of a ronde, and what only the municipality can decide about that."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from ..core import catalogue, labels as l
from ..core.findings import NietUitgevoerd
from ..core.kader import Kader
from ..core.notation import plat
from ..core.rounds import Bevinding, Plek, Ronde
from ..core.settings import Nodig
from .mdto import Archiefgegevens, Begrip, Kenmerking, Verwijzing

_BLIJVEND = "blijvend"
_TERMIJN = re.compile(r"(\d{1,3}) ?(?:jaar|jaren)")


def lees_archiefgegevens(kader: Kader, sjabloon: str) -> Archiefgegevens:
    """Raises NietUitgevoerd with everything that must be decided or mended first."""
    i, plek = kader.instellingen, Plek(sjabloon, l.INSTELLINGEN)
    bevindingen = [
        catalogue.ARCHIEFGEGEVEN_ONTBREEKT.bij(plek, naam=leeg.naam, wat=leeg.uitleg)
        for leeg in i.leeg(Nodig.ARCHIEF)
    ]
    bevindingen += _ongeschikt(i.bewaartermijn, i.waardering, plek)
    if bevindingen:
        raise NietUitgevoerd(*bevindingen)
    termijn = _TERMIJN.fullmatch(plat(i.bewaartermijn))
    return Archiefgegevens(
        archiefvormer=_archiefvormer(i.archiefvormer, i.uitgever),
        waardering=Begrip(i.waardering, i.waardering_begrippenlijst),
        bewaartermijn=f"P{int(termijn[1])}Y" if termijn else "",
        beperking=Begrip(i.beperking_gebruik, i.beperking_gebruik_begrippenlijst),
        beperking_toelichting=i.beperking_gebruik_toelichting,
    )


def _ongeschikt(termijn: str, waardering: str, plek: Plek) -> list[Bevinding]:
    """A term that cannot be read, or that says otherwise than the waardering does."""
    if not termijn or not waardering:
        return []
    blijvend = plat(termijn) == _BLIJVEND
    anders = ("tijdelijk", "te vernietigen") if blijvend else (_BLIJVEND,)
    reden = ""
    if not blijvend and not _TERMIJN.fullmatch(plat(termijn)):
        reden = "schrijf bijvoorbeeld 10 jaar, of: blijvend"
    elif plat(waardering).startswith(anders):
        reden = f"de waardering is “{waardering}”"
    velden = {"naam": "bewaartermijn", "waarde": termijn, "reden": reden}
    return [catalogue.ARCHIEFGEGEVEN_ONGESCHIKT.bij(plek, **velden)] if reden else []


def _archiefvormer(tekst: str, uitgever: str) -> Verwijzing:
    """An address in a register is the identification of the gemeente; else it is the name."""
    if not re.match(r"https?://\S+$", tekst):
        return Verwijzing(tekst)
    bron = "TOOI" if "/tooi/" in tekst else urlsplit(tekst).netloc
    return Verwijzing(uitgever, Kenmerking(tekst, bron))


@dataclass(frozen=True, slots=True)
class Stukken:
    """All that is filed of a ronde; `bestanden` by path under data/.

    `vastgesteld` is the day of the BO that set the matrix, None for a concept.
    """

    kader: Kader
    ronde: Ronde
    bestanden: Mapping[str, bytes]
    gegevens: Archiefgegevens
    vastgesteld: date | None
    fictief: bool

    @property
    def datum(self) -> date:
        return self.vastgesteld or self.ronde.peildatum

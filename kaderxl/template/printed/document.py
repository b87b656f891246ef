"""A file with an agreement: read, whatever form it has, or why not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ...core import catalogue
from ...core.findings import NietUitgevoerd
from ...core.rounds import Bevinding, Plek
from ...reading import Document, Limits, Reader, Refused, load
from ...reading.papers import Paper
from .found import Gevonden
from .read import lees_document, lees_papier

LIMITS = Limits(seconds=120, characters=3_000_000)
"""A pdf of some hundred pages takes half a minute; an agreement has not so much text."""
_RAAD = {
    catalogue.BESTAND_LEEG.code: "Vraag het document nog eens aan wie het u gaf.",
    catalogue.BESTAND_TE_GROOT.code: (
        "Geef alleen de bladzijden met de afspraken, of zet de tabel in een rekenblad en geef dat."
    ),
    catalogue.BESTAND_VERSLEUTELD.code: (
        "Open het document met het wachtwoord, sla het op zonder wachtwoord en geef dat bestand."
    ),
    catalogue.LEZEN_DUURT_TE_LANG.code: (
        "Geef alleen de bladzijden met de afspraken, of geef het document als .docx of .txt."
    ),
}
_ANDERS = (
    "Open het document, sla het opnieuw op en geef dat bestand, of geef het in een andere vorm: "
    "pdf, Word (.docx), tekst (.txt) of rekenblad (.xlsx)."
)
_EIGEN_RAAD = frozenset(
    regel.code
    for regel in (
        catalogue.BESTAND_ONTBREEKT, catalogue.BESTAND_DICHT, catalogue.GEEN_GEWOON_BESTAND,
        catalogue.GEEN_OVEREENKOMST, catalogue.PDF_ZONDER_TEKST,
    )
)  # fmt: skip


def lees_overeenkomst(pad: Path, reader: Reader) -> tuple[Gevonden, tuple[Bevinding, ...]]:
    """What is in a document, and what is to be said of how it was read.

    `reader` keeps to `LIMITS`. Raises NietUitgevoerd for a file that can't be read, or in which
    there is no afspraak.
    """
    data = load(pad, reader.limits)
    if isinstance(data, Refused):
        raise NietUitgevoerd(_met_raad(data.bevinding))
    papier = reader.read_printed(pad.name, data)
    if isinstance(papier, Paper):
        gevonden, gemeld = lees_papier(papier), papier.findings
    else:
        werkboek = reader.read(pad.name, data)
        if not isinstance(werkboek, Document):
            anders = papier.bevinding.code == catalogue.GEEN_OVEREENKOMST.code
            is_blad = werkboek.bevinding.code != catalogue.GEEN_WERKBLAD.code
            raise NietUitgevoerd(_met_raad((werkboek if anders and is_blad else papier).bevinding))
        gevonden, gemeld = lees_document(werkboek), werkboek.findings
    if not gevonden.rijen:
        raise NietUitgevoerd(catalogue.GEEN_AFSPRAKEN.bij(Plek(pad.name)))
    return gevonden, gemeld


def _met_raad(bevinding: Bevinding) -> Bevinding:
    """The same with what to do about an agreement; the others speak of what a partij sent."""
    if bevinding.code in _EIGEN_RAAD:
        return bevinding
    return replace(bevinding, actie=_RAAD.get(bevinding.code, _ANDERS))

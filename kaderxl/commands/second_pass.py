"""The second pass along the partijen: who has yet to answer which voorzet of another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..core import catalogue
from ..core.answers import Inzending
from ..core.kader import Kader, Partij, Pas
from ..core.notation import schrijf_opsomming
from ..core.rounds import NERGENS, Bevinding
from ..core.voorzetten import (
    Akkoorden,
    Gevorderd,
    akkoorden,
    gevorderd,
    per_rij,
    voorzet_van,
)
from ..returns.workspace import Workspace
from ..sheets.layout import Opdracht


class SecondPass:
    """Who has yet to answer which voorzet of a ronde, and the sheets on which that is asked."""

    def __init__(self, werk: Workspace, inzendingen: tuple[Inzending, ...] | None = None) -> None:
        geteld = werk.counted().inzendingen if inzendingen is None else inzendingen
        self.werk, self.inzendingen = werk, {i.partij: i for i in geteld}
        self.per_partij: Mapping[str, Akkoorden] = {
            p.code: akkoorden(werk.kader, p.code, werk.ronde.jaar, self.inzendingen)
            for p in werk.kader.partijen
        }

    def blad_van(self, partij: Partij) -> Path:
        return self.werk.dossier.akkoordblad(self.werk.kader.bestandsnamen[partij.code])

    def begonnen(self, partij: Partij) -> bool:
        """Whether it was handed out to a partij, or answered by it."""
        return self.blad_van(partij).is_file() or bool(self.per_partij[partij.code].gegeven)

    def gevorderd(self, partij: Partij) -> Gevorderd:
        """How far a partij is, with the second pass once that was begun with it."""
        akkoord = self.per_partij[partij.code] if self.begonnen(partij) else None
        jaar = self.werk.ronde.jaar
        return gevorderd(self.werk.kader, partij.code, jaar, self.inzendingen, akkoord)

    def opdracht(self, partij: Partij) -> Opdracht | None:
        """What the sheet of a partij is made from; None when there is nothing left to ask."""
        werk, open_ = self.werk, self.per_partij[partij.code].open
        if not open_:
            return None
        return Opdracht(
            werk.kader,
            werk.ronde,
            partij,
            dict(self._voorzetten(partij, open_)),
            {},
            any(i.fictief for i in self.inzendingen.values()),
            bevestigen=werk.bevestigen,
            pas=Pas(open_, eerste=False),
            eerder=werk.eerder.get(partij.code, {}),
        )

    def _voorzetten(self, partij: Partij, codes: frozenset[str]) -> Iterator[tuple[str, str]]:
        """The voorzetten as the partij sees them: a text for each row, by code."""
        kader, jaar = self.werk.kader, self.werk.ronde.jaar
        for indicator, _ in kader.vragen_aan(partij.code, jaar):
            if indicator.code in codes:
                trekker = self.per_partij[partij.code].gevraagd[indicator.code]
                voorzet = voorzet_van(self.inzendingen.get(trekker), indicator.code)
                assert voorzet is not None, "only what is in is asked"
                yield from per_rij(kader, indicator, partij.code, voorzet).items()


def without_voorzet(kader: Kader, per_partij: Mapping[str, Akkoorden]) -> Iterator[Bevinding]:
    """The indicatoren of which no whole voorzet is in, by who is to give it."""
    wacht = {code: trekker for a in per_partij.values() for code, trekker in a.wacht.items()}
    for partij in kader.partijen:
        codes = [i.code for i in kader.indicatoren if wacht.get(i.code) == partij.code]
        if codes:
            velden = {"trekker": partij.naam, "codes": schrijf_opsomming(codes)}
            yield catalogue.VOORZET_ONTBREEKT.bij(NERGENS, **velden)

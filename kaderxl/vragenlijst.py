"""What one partij is asked in one ronde, row by row, and the version of those questions."""

from __future__ import annotations

from dataclasses import dataclass

from .kenmerk import Kenmerk, versie_van
from .labels import BEOORDELING_VRAAG
from .model import Doel, Indicator, Kader, Meetwaarde, Ronde, Verplicht
from .notation import schrijf_getal


@dataclass(frozen=True, slots=True)
class Vraagregel:
    """A row of the input sheet: an indicator (meetwaarde None), or one of its meetwaarden."""

    indicator: Indicator
    meetwaarde: Meetwaarde | None
    thema: str
    afspraak: str
    doel: str

    @property
    def code(self) -> str:
        return self.meetwaarde.code if self.meetwaarde else self.indicator.code

    @property
    def vraag(self) -> str:
        return self.meetwaarde.omschrijving if self.meetwaarde else BEOORDELING_VRAAG

    @property
    def verplicht(self) -> bool:
        """Whether the row may not stay empty in every case."""
        return self.meetwaarde is None or self.meetwaarde.verplicht is not Verplicht.NEE

    @property
    def eenheid(self) -> str:
        return self.meetwaarde.eenheid or self.meetwaarde.soort if self.meetwaarde else "kleur"


@dataclass(frozen=True, slots=True)
class Vragenlijst:
    """The rows asked of a partij (code), each indicator followed by its meetwaarden."""

    kenmerk: Kenmerk
    regels: tuple[Vraagregel, ...]

    @property
    def indicatoren(self) -> int:
        return sum(regel.meetwaarde is None for regel in self.regels)


def stel_vragenlijst_op(kader: Kader, ronde: Ronde, partij: str) -> Vragenlijst:
    """The questions of a ronde for a partij (code); without rows when nothing is asked."""
    afspraken = {a.nummer: a for a in kader.afspraken}
    regels: list[Vraagregel] = []
    for indicator, meetwaarden in kader.vragen_aan(partij, ronde.jaar):
        afspraak = afspraken[indicator.afspraak]
        doel = doel_in_woorden(kader, indicator.code, ronde.jaar, partij)
        regels += [
            Vraagregel(indicator, m, afspraak.thema, afspraak.titel, "" if m else doel)
            for m in (None, *meetwaarden)
        ]
    inhoud = "\n".join(
        f"{r.code}|{r.indicator.tekst}|{r.vraag}|{r.eenheid}|{_soort(r)}" for r in regels
    )
    kenmerk = Kenmerk(kader.instellingen["kenmerk"], ronde, partij, versie_van(inhoud))
    return Vragenlijst(kenmerk, tuple(regels))


def _soort(regel: Vraagregel) -> str:
    m = regel.meetwaarde
    return f"{m.soort}|{m.verplicht}" if m else ""


def doel_in_woorden(kader: Kader, indicator: str, jaar: int, partij: str = "") -> str:
    """The targets that still lie ahead in `jaar`, a line each: everyone's and the partij's own."""
    return "\n".join(
        _doel(doel)
        for doel in kader.doelen_van(indicator)
        if doel.tm_jaar >= jaar and doel.partij in ("", partij)
    )


def _doel(doel: Doel) -> str:
    getal = _streven(doel)
    if not getal:
        return doel.omschrijving or f"t/m {doel.tm_jaar}"
    wie = "voor u " if doel.partij else ""
    erbij = f" ({doel.omschrijving})" if doel.omschrijving else ""
    return f"t/m {doel.tm_jaar}: {wie}{getal}{erbij}"


def _streven(doel: Doel) -> str:
    laag, hoog = (None if g is None else schrijf_getal(g) for g in (doel.minimum, doel.maximum))
    if laag is not None and hoog is not None:
        return laag if laag == hoog else f"{laag} tot {hoog}"
    if laag is not None:
        return f"minstens {laag}"
    return "" if hoog is None else f"hoogstens {hoog}"

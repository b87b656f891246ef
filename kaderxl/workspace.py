"""One ronde at work: its kader, its folders and the reader, and what the returns in it say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from . import errors
from .dossier import Dossier, Retour
from .figures import met_eenheid
from .model import Bevinding, Inzending, Kader, Plek, RefusedReturn, Ronde
from .reading import Reader, Refused, load
from .returns import read_return
from .template import read_template, shipped_template
from .validation import validate

T = TypeVar("T")
Progress = Callable[[Sequence[T], str], Iterable[T]]
Vorige = Mapping[str, Mapping[str, str]]
"""What each partij answered in the ronde before, in words, by partij and code."""


def silent(werk: Sequence[T], wat: str) -> Iterable[T]:
    """The progress of a library: none."""
    del wat
    return werk


@dataclass(frozen=True, slots=True)
class Counted:
    """The return of each partij that counts, and what there is to say of the others."""

    inzendingen: tuple[Inzending, ...]
    bevindingen: tuple[Bevinding, ...]


@dataclass(frozen=True, slots=True)
class Workspace:
    """What every command of a ronde works with."""

    kader: Kader
    dossier: Dossier
    reader: Reader
    vorige: Vorige = field(default_factory=dict)

    @property
    def ronde(self) -> Ronde:
        return self.dossier.ronde

    def read(self, naam: str, data: bytes | Refused) -> Inzending | RefusedReturn:
        """A file all the way to validated answers, or the reason why it cannot count."""
        document = data if isinstance(data, Refused) else self.reader.read(naam, data)
        if isinstance(document, Refused):
            bevinding = replace(document.bevinding, plek=Plek(naam))
            return RefusedReturn(naam, document.sha256, bevinding)
        gelezen = read_return(naam, document, self.kader, self.ronde, self.vorige)
        if isinstance(gelezen, RefusedReturn):
            return gelezen
        return validate(gelezen, self.kader, self.ronde)

    def counted(self, progress: Progress[Path] = silent) -> Counted:
        """The newest filed return of each partij."""
        per_partij: dict[str, list[Inzending]] = {}
        bevindingen: list[Bevinding] = []
        retour = Retour(self.dossier)
        for bestand in progress(retour.bestanden(), "Inzendingen lezen"):
            inzending = self.read(retour.oorspronkelijke_naam(bestand), load(bestand))
            if isinstance(inzending, RefusedReturn):
                bevindingen.append(inzending.bevinding)
            else:
                per_partij.setdefault(inzending.partij, []).append(inzending)
        tellend = []
        for inzendingen in per_partij.values():
            # The sort is stable: with equal stamps the later arrival is the newer.
            *ouder, nieuwste = sorted(inzendingen, key=lambda i: i.gewijzigd)
            tellend.append(nieuwste)
            bevindingen += self._vervangen(ouder, nieuwste)
        bevindingen.sort(key=lambda b: (b.plek.bestand, b.code, b.tekst))
        return Counted(tuple(tellend), tuple(bevindingen))

    def _vervangen(self, ouder: Iterable[Inzending], nieuwste: Inzending) -> Iterator[Bevinding]:
        partij = self.kader.partij(nieuwste.partij)
        naam = partij.naam if partij else nieuwste.partij
        for inzending in ouder:
            if inzending.sha256 != nieuwste.sha256:
                plek = Plek(inzending.bestand)
                yield errors.VERVANGEN.bij(plek, partij=naam, nieuwer=nieuwste.bestand)


@contextmanager
def open_workspace(ronde: Ronde, template: Path | None, output: Path) -> Iterator[Workspace]:
    """The workspace of a ronde. Raises NietUitgevoerd when the template has fouten."""
    with Reader() as reader:
        kader = read_template(template or shipped_template(), reader).geldig()
        eerder = Workspace(kader, Dossier(output, ronde.vorige), reader).counted()
        vorige = {i.partij: _in_woorden(kader, i) for i in eerder.inzendingen}
        yield Workspace(kader, Dossier(output, ronde), reader, vorige)


def _in_woorden(kader: Kader, inzending: Inzending) -> dict[str, str]:
    """The colour of each indicator and the value of each meetwaarde, by code."""
    eenheden = {m.code: m.eenheid for m in kader.meetwaarden}
    woorden: dict[str, str] = {}
    for code, voorzet in inzending.voorzetten.items():
        if voorzet.beoordeling:
            woorden[code] = str(voorzet.beoordeling)
        for meetwaarde, antwoord in voorzet.waarden.items():
            if antwoord.waarde is not None:
                eenheid = eenheden.get(meetwaarde, "")
                woorden[meetwaarde] = met_eenheid(antwoord.waarde, eenheid)
    return woorden

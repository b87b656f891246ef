"""One ronde at work: its kader, its folders and the reader, and what the returns in it say."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from ..core import catalogue, phrases as say
from ..core.answers import Inzending, RefusedReturn, Vorige
from ..core.doubts import Ijkpunten
from ..core.folder import Archiefdossier, Dossier
from ..core.kader import Kader, Partij
from ..core.notation import celvolgorde
from ..core.outcome import Matrix
from ..core.rounds import Bevinding, Plek, Ronde
from ..reading import Document, Reader, Refused, load
from ..sheets.base import HandedOutSheets
from ..sheets.layout import Opdracht
from ..writing.transaction import Transaction
from .ahead import Progress, read_ahead, silent
from .bounded import bounded
from .counting import Counted, count
from .doubts import with_doubts
from .filed import Keuze, Keuzes, Retour, veranderd, weg
from .judge import validate
from .order import Filed
from .recognise import read_return

Judged = Inzending | RefusedReturn


@dataclass(frozen=True, slots=True)
class _Geheugen:
    """What the commands of one process judged before, of the same folder by the same template."""

    kader: Kader
    dossier: Dossier
    vorige: Vorige
    geoordeeld: dict[tuple[str, str], Judged] = field(default_factory=dict)


_LAATSTE: deque[_Geheugen] = deque(maxlen=1)
_MEESTE = 5_000


def judged_before(kader: Kader, dossier: Dossier, vorige: Vorige) -> dict[tuple[str, str], Judged]:
    """By file name and hash of the bytes. A file is judged by these three and nothing else, once
    what it was made from was found."""
    for geheugen in _LAATSTE:
        zelfde = geheugen.kader is kader and geheugen.dossier == dossier
        if zelfde and geheugen.vorige == vorige and len(geheugen.geoordeeld) < _MEESTE:
            return geheugen.geoordeeld
    _LAATSTE.append(_Geheugen(kader, dossier, vorige))
    return _LAATSTE[-1].geoordeeld


@dataclass(frozen=True, slots=True)
class Workspace:
    """What every command of a ronde works with.

    `eerdere` are the rondes before it, oldest first, and `over_eerdere` what there is to say
    of them; `vorige` is what they bring along, and of the indicatoren (codes) in `bevestigen`
    only a confirmation is asked. `geoordeeld` has what was judged already, `sjabloon` is where the
    template stands, `eerder` has the numbers that the answers of each partij (code) are held
    against.
    """

    kader: Kader
    dossier: Dossier
    reader: Reader
    vorige: Vorige = field(default_factory=dict)
    eerdere: tuple[Matrix, ...] = ()
    over_eerdere: tuple[Bevinding, ...] = ()
    bevestigen: frozenset[str] = frozenset()
    geoordeeld: dict[tuple[str, str], Judged] = field(default_factory=dict)
    mag_schrijven: Transaction | None = None
    sjabloon: Path | None = None
    eerder: Mapping[str, Ijkpunten] = field(default_factory=dict)
    uitgegeven: HandedOutSheets = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "uitgegeven", HandedOutSheets(self.dossier.uitgegeven))

    @property
    def beurt(self) -> Transaction:
        """What this command changes in the folder of the ronde, of which it holds the lock."""
        assert self.mag_schrijven is not None, "a workspace to look in changes nothing"
        return self.mag_schrijven

    @property
    def ronde(self) -> Ronde:
        return self.dossier.ronde

    def empty_sheet(self, partij: Partij, made_up: bool = False) -> Opdracht:
        """What the input sheet of a partij is made from, before anybody filled it in."""
        return Opdracht(
            self.kader,
            self.ronde,
            partij,
            self.vorige.get(partij.code, {}),
            {},
            made_up,
            bevestigen=self.bevestigen,
            eerder=self.eerder.get(partij.code, {}),
        )

    def read(self, naam: str, data: bytes | Refused) -> Judged:
        """A file all the way to validated answers, or the reason why it cannot count."""
        return self.judge(naam, self.begin(naam, data)())

    def begin(self, naam: str, data: bytes | Refused) -> Callable[[], Document | Refused | Judged]:
        """What gives the cells of a file; of one that was judged before, what came of it."""
        if isinstance(data, Refused):
            return lambda: data
        if eerder := self._bekend(naam, sha256(data).hexdigest()):
            return lambda: eerder
        return self.reader.begin_read(naam, data)

    def _bekend(self, naam: str, hash_: str) -> Judged | None:
        """What came of a file before; nothing when its stempel was not known then."""
        eerder = self.geoordeeld.get((naam, hash_))
        if isinstance(eerder, Inzending):
            basis = eerder.bron.uitgangspunt
            return eerder if basis.bekend or not basis.stempel else None
        return eerder

    def judge(self, naam: str, document: Document | Refused | Judged) -> Judged:
        """The validated answers in a file's cells, or the reason why it cannot count."""
        if isinstance(document, (Inzending, RefusedReturn)):
            return document
        if isinstance(document, Refused):
            bevinding = replace(document.bevinding, plek=Plek(naam))
            return RefusedReturn(naam, document.sha256, bevinding)
        beoordeeld = self._beoordeeld(naam, document)
        self.geoordeeld[naam, document.sha256] = beoordeeld
        return beoordeeld

    def _beoordeeld(self, naam: str, document: Document) -> Judged:
        try:
            find = self.uitgegeven.find
            gelezen = read_return(naam, document, self.kader, self.ronde, self.vorige, find)
            if isinstance(gelezen, RefusedReturn):
                return replace(gelezen, ook=bounded(gelezen.ook))
            gelezen = replace(gelezen, bevindingen=bounded(gelezen.bevindingen))
            return validate(gelezen, self.kader, self.ronde)
        except Exception as fout:  # a mistake of ours in one file keeps no other out
            mis = catalogue.NIET_BEOORDEELD.bij(Plek(naam), wat=type(fout).__name__)
            return RefusedReturn(naam, document.sha256, mis)

    def counted(self, progress: Progress[Path] = silent, retour: Retour | None = None) -> Counted:
        """The answers of each partij: what its filed returns say together.

        What was filed through `retour` is known: it is not read again.
        """
        retour, keuzes = retour or Retour(self.dossier), Keuzes(self.dossier)
        per_partij: dict[str, list[Filed]] = {}
        uit: dict[str, list[Inzending]] = {}
        bevindingen = [*keuzes.over_niets(), *weg(retour)]
        bij_ontvangst: dict[str, tuple[Bevinding, ...]] = {}
        for bestand, inzending in self._filed(retour, progress):
            keuze = keuzes.van(bestand.name)
            if inzending.sha256 and retour.genoteerd(bestand) not in ("", inzending.sha256):
                bevindingen.append(veranderd(bestand.name))
            elif isinstance(inzending, RefusedReturn):
                bevindingen += (inzending.bevinding, *inzending.ook)
            elif keuze is not None and not keuze.telt:
                uitgesloten, blijft = self._uitgesloten(inzending, keuze)
                bevindingen.append(uitgesloten)
                bij_ontvangst[inzending.sha256] = (blijft,)
                if not keuze.wacht:
                    uit.setdefault(inzending.partij, []).append(inzending)
            else:
                rang, reden = (keuzes.rang(bestand.name), keuze.reden) if keuze else (-1, "")
                filed = Filed(inzending, retour.momenten(bestand), rang, reden)
                per_partij.setdefault(inzending.partij, []).append(filed)
        oud = isinstance(self.dossier, Archiefdossier) and retour.oud
        geteld = [
            count(filed, self.kader, self.ronde, oud, uit.get(partij, ()))
            for partij, filed in per_partij.items()
        ]
        for een in geteld:
            bevindingen += een.bevindingen
            for inzending in (f.inzending for f in per_partij[een.inzendingen[0].partij]):
                bij_ontvangst.pop(inzending.sha256, None)  # a copy of it was not excluded
            bij_ontvangst |= een.bij_ontvangst
        bevindingen.sort(key=lambda b: (b.plek.bestand, b.code, celvolgorde(b.plek.cel), b.tekst))
        inzendingen = [i for een in geteld for i in een.inzendingen]
        samen = with_doubts(inzendingen, self.kader, self.ronde, self.eerder)
        return Counted(samen, tuple(bevindingen), bij_ontvangst)

    def _filed(self, retour: Retour, progress: Progress[Path]) -> Iterator[tuple[Path, Judged]]:
        """Every filed return, in order of arrival."""
        naam_van = retour.oorspronkelijke_naam

        def begin(bestand: Path) -> Callable[[], Document | Refused | Judged]:
            bekend = self._bekend(naam_van(bestand), retour.pas_geschreven.get(bestand, ""))
            if bekend is not None:
                return lambda: bekend
            return self.begin(naam_van(bestand), load(bestand, self.reader.limits))

        bestanden = progress(retour.bestanden(), "Inzendingen lezen")
        for bestand, document in read_ahead(bestanden, begin):
            yield bestand, self.judge(naam_van(bestand), document)

    def _uitgesloten(self, inzending: Inzending, keuze: Keuze) -> tuple[Bevinding, Bevinding]:
        """That a person excluded it: in the matrix, and to who takes it in."""
        plek = Plek(inzending.bestand)
        velden = {
            "reden": keuze.reden or "geen reden genoemd",
            "ronde": say.als_opties(self.ronde),
            "hash": inzending.sha256[:8],
        }
        soorten = catalogue.UITGESLOTEN, catalogue.BLIJFT_UITGESLOTEN
        if keuze.wacht:
            partij = self.kader.partij(inzending.partij)
            velden["partij"] = partij.naam if partij else inzending.partij
            soorten = catalogue.VAN_WIE_IS_DIT, catalogue.VAN_WIE_IS_DIT
        uitgesloten, blijft = (soort.bij(plek, **velden) for soort in soorten)
        return uitgesloten, blijft

"""One ronde at work: its kader, its folders and the reader, and what the returns in it say."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from ..core import catalogue
from ..core import phrases as say
from ..core.answers import Inzending, RefusedReturn, Vorige
from ..core.folder import Dossier
from ..core.kader import Kader
from ..core.notation import celvolgorde
from ..core.outcome import Matrix
from ..core.rounds import Bevinding, Plek, Ronde
from ..reading import Document, Reader, Refused, load
from ..writing.transaction import Transaction
from .ahead import Progress, read_ahead, silent
from .counting import Counted, Gefiled, waarom_nieuwer, wijzigingen
from .filed import Keuzes, Retour
from .judge import validate
from .recognise import read_return

Judged = Inzending | RefusedReturn


@dataclass(frozen=True, slots=True)
class _Geheugen:
    """What the commands of one process judged before, of the same ronde by the same template."""

    kader: Kader
    ronde: Ronde
    vorige: Vorige
    geoordeeld: dict[tuple[str, str], Judged] = field(default_factory=dict)


_LAATSTE: deque[_Geheugen] = deque(maxlen=1)
_MEESTE = 5_000


def judged_before(kader: Kader, ronde: Ronde, vorige: Vorige) -> dict[tuple[str, str], Judged]:
    """By file name and hash of the bytes. A file is judged by these three and nothing else."""
    for geheugen in _LAATSTE:
        zelfde = geheugen.kader is kader and geheugen.ronde == ronde and geheugen.vorige == vorige
        if zelfde and len(geheugen.geoordeeld) < _MEESTE:
            return geheugen.geoordeeld
    _LAATSTE.append(_Geheugen(kader, ronde, vorige))
    return _LAATSTE[-1].geoordeeld


@dataclass(frozen=True, slots=True)
class Workspace:
    """What every command of a ronde works with.

    `eerdere` are the rondes before it, oldest first, and `over_eerdere` what there is to say
    of them; `vorige` is what they bring along, and of the indicatoren (codes) in `bevestigen`
    only a confirmation is asked. `geoordeeld` has what was judged already.
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

    @property
    def beurt(self) -> Transaction:
        """What this command changes in the folder of the ronde, of which it holds the lock."""
        assert self.mag_schrijven is not None, "a workspace to look in changes nothing"
        return self.mag_schrijven

    @property
    def ronde(self) -> Ronde:
        return self.dossier.ronde

    def read(self, naam: str, data: bytes | Refused) -> Judged:
        """A file all the way to validated answers, or the reason why it cannot count."""
        return self.judge(naam, self.begin(naam, data)())

    def begin(self, naam: str, data: bytes | Refused) -> Callable[[], Document | Refused | Judged]:
        """What gives the cells of a file; of one that was judged before, what came of it."""
        if isinstance(data, Refused):
            return lambda: data
        if eerder := self.geoordeeld.get((naam, sha256(data).hexdigest())):
            return lambda: eerder
        return self.reader.begin_read(naam, data)

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
            gelezen = read_return(naam, document, self.kader, self.ronde, self.vorige)
            if isinstance(gelezen, RefusedReturn):
                return gelezen
            return validate(gelezen, self.kader, self.ronde)
        except Exception as fout:  # a mistake of ours in one file keeps no other out
            mis = catalogue.NIET_BEOORDEELD.bij(Plek(naam), wat=type(fout).__name__)
            return RefusedReturn(naam, document.sha256, mis)

    def counted(self, progress: Progress[Path] = silent, retour: Retour | None = None) -> Counted:
        """The filed return of each partij that a person chose, else the newest.

        Newest is by the file's own last-saved stamp, then by arrival. What was filed through
        `retour` is known: it is not read again.
        """
        per_partij: dict[str, list[Gefiled]] = {}
        bevindingen: list[Bevinding] = []
        telt_niet: dict[str, Bevinding] = {}
        retour, keuzes = retour or Retour(self.dossier), Keuzes(self.dossier)
        bestanden = progress(retour.bestanden(), "Inzendingen lezen")
        naam_van, pas_geschreven = retour.oorspronkelijke_naam, retour.pas_geschreven

        def begin(bestand: Path) -> Callable[[], Document | Refused | Judged]:
            bekend = self.geoordeeld.get((naam_van(bestand), pas_geschreven.get(bestand, "")))
            if bekend is not None:
                return lambda: bekend
            return self.begin(naam_van(bestand), load(bestand, self.reader.limits))

        bevindingen += keuzes.over_niets()
        for bestand, document in read_ahead(bestanden, begin):
            inzending = self.judge(naam_van(bestand), document)
            if isinstance(inzending, RefusedReturn):
                bevindingen += (inzending.bevinding, *inzending.ook)
                continue
            keuze = keuzes.van(bestand.name)
            if keuze is not None and not keuze.telt:
                plek = Plek(inzending.bestand)
                reden = keuze.reden or "geen reden genoemd"
                velden = {"reden": reden, **self._hoe_te_kiezen(inzending)}
                bevindingen.append(catalogue.UITGESLOTEN.bij(plek, **velden))
                telt_niet[inzending.sha256] = catalogue.BLIJFT_UITGESLOTEN.bij(plek, **velden)
                continue
            rang = keuzes.rang(bestand.name) if keuze else -1
            gefiled = Gefiled(inzending, rang, keuze.reden if keuze else "")
            per_partij.setdefault(inzending.partij, []).append(gefiled)
        tellend = []
        for inzendingen in per_partij.values():
            # The sort is stable: with equal stamps, or where one has none, arrival decides.
            gestempeld = all(g.inzending.gewijzigd for g in inzendingen)
            *ander, gekozen = sorted(
                inzendingen,
                key=lambda g: (g.rang, g.inzending.gewijzigd if gestempeld else ""),
            )
            tellend.append(gekozen.inzending)
            hash_ = gekozen.inzending.sha256
            verschillend = [g.inzending for g in ander if g.inzending.sha256 != hash_]
            if verschillend:
                bevindingen += self._over_gekozen(gekozen, verschillend[-1])
            for oud in verschillend:
                in_matrix, telt_niet[oud.sha256] = self._over_ander(oud, gekozen, gestempeld)
                bevindingen.append(in_matrix)
            telt_niet.pop(hash_, None)
        bevindingen.sort(key=lambda b: (b.plek.bestand, b.code, celvolgorde(b.plek.cel), b.tekst))
        return Counted(tuple(tellend), tuple(bevindingen), telt_niet)

    def _over_gekozen(self, gekozen: Gefiled, vorige: Inzending) -> Iterator[Bevinding]:
        """Why this return counts where a person chose it, and what it changes."""
        inzending = gekozen.inzending
        naam = self._naam(inzending)
        if gekozen.rang >= 0:
            reden = gekozen.reden or "geen reden genoemd"
            yield catalogue.GEKOZEN.bij(Plek(inzending.bestand), partij=naam, reden=reden)
        yield from wijzigingen(vorige, inzending, naam)

    def _over_ander(
        self, oud: Inzending, gekozen: Gefiled, gestempeld: bool
    ) -> tuple[Bevinding, Bevinding]:
        """Why this return does not count: in the matrix, and when it is taken in."""
        plek, telt = Plek(oud.bestand), gekozen.inzending
        velden = {"partij": self._naam(oud), **self._hoe_te_kiezen(oud)}
        if gekozen.rang >= 0:
            velden["gekozen"] = telt.bestand
            return catalogue.NIET_GEKOZEN.bij(plek, **velden), catalogue.TELT_NIET.bij(
                plek, **velden
            )
        velden |= {"nieuwer": telt.bestand, "waarom": waarom_nieuwer(oud, telt, gestempeld)}
        return catalogue.VERVANGEN.bij(plek, **velden), catalogue.OUDER_DAN_ER_IS.bij(
            plek, **velden
        )

    def _hoe_te_kiezen(self, inzending: Inzending) -> dict[str, str]:
        """The options and the beginning of the hash by which a person has it count."""
        return {"ronde": say.als_opties(self.ronde), "hash": inzending.sha256[:8]}

    def _naam(self, inzending: Inzending) -> str:
        partij = self.kader.partij(inzending.partij)
        return partij.naam if partij else inzending.partij

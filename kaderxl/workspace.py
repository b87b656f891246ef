"""One ronde at work: its kader, its folders and the reader, and what the returns in it say."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from .choices import Keuzes
from .core import catalogue
from .core import labels as l
from .core import phrases as say
from .core.answers import Inzending, RefusedReturn, Vorige
from .core.folder import Dossier
from .core.kader import Kader, Stoplicht
from .core.notation import celvolgorde, lees_reden, met_eenheid
from .core.outcome import Matrix
from .core.rounds import Bevinding, Plek, Ronde
from .filed import Retour
from .reading import Document, Reader, Refused, load
from .returns import read_return
from .validation import validate
from .writing.transaction import Transaction

T = TypeVar("T")
U = TypeVar("U")
Progress = Callable[[Sequence[T], str], Iterable[T]]
_VOORUIT = 8
_VOL = 1_000_000  # objects between two looks for cycles; each look goes over all of them
Judged = Inzending | RefusedReturn


def silent(werk: Sequence[T], wat: str) -> Iterable[T]:
    """The progress of a library: none."""
    del wat
    return werk


def read_ahead(werk: Iterable[T], begin: Callable[[T], Callable[[], U]]) -> Iterator[tuple[T, U]]:
    """Each item with its outcome, which what `begin` gives waits for; some are begun ahead."""
    begonnen: deque[tuple[T, Callable[[], U]]] = deque()
    for item in werk:
        begonnen.append((item, begin(item)))
        if len(begonnen) > _VOORUIT:
            eerste, uitkomst = begonnen.popleft()
            yield eerste, uitkomst()
    while begonnen:
        eerste, uitkomst = begonnen.popleft()
        yield eerste, uitkomst()


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
class Counted:
    """The return of each partij that counts, and what there is to say of the others.

    `telt_niet` has by hash what to say of one that does not count to who takes it in.
    """

    inzendingen: tuple[Inzending, ...]
    bevindingen: tuple[Bevinding, ...]
    telt_niet: Mapping[str, Bevinding] = field(default_factory=dict)


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
        per_partij: dict[str, list[_Gefiled]] = {}
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
            gefiled = _Gefiled(inzending, rang, keuze.reden if keuze else "")
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

    def _over_gekozen(self, gekozen: _Gefiled, vorige: Inzending) -> Iterator[Bevinding]:
        """Why this return counts where a person chose it, and what it changes."""
        inzending = gekozen.inzending
        naam = self._naam(inzending)
        if gekozen.rang >= 0:
            reden = gekozen.reden or "geen reden genoemd"
            yield catalogue.GEKOZEN.bij(Plek(inzending.bestand), partij=naam, reden=reden)
        yield from _wijzigingen(vorige, inzending, naam, self.kader.stoplicht)

    def _over_ander(
        self, oud: Inzending, gekozen: _Gefiled, gestempeld: bool
    ) -> tuple[Bevinding, Bevinding]:
        """Why this return does not count: in the matrix, and when it is taken in."""
        plek, telt = Plek(oud.bestand), gekozen.inzending
        velden = {"partij": self._naam(oud), **self._hoe_te_kiezen(oud)}
        if gekozen.rang >= 0:
            velden["gekozen"] = telt.bestand
            return catalogue.NIET_GEKOZEN.bij(plek, **velden), catalogue.TELT_NIET.bij(
                plek, **velden
            )
        velden |= {"nieuwer": telt.bestand, "waarom": _waarom_nieuwer(oud, telt, gestempeld)}
        return catalogue.VERVANGEN.bij(plek, **velden), catalogue.OUDER_DAN_ER_IS.bij(
            plek, **velden
        )

    def _hoe_te_kiezen(self, inzending: Inzending) -> dict[str, str]:
        """The options and the beginning of the hash by which a person has it count."""
        return {"ronde": say.als_opties(self.ronde), "hash": inzending.sha256[:8]}

    def _naam(self, inzending: Inzending) -> str:
        partij = self.kader.partij(inzending.partij)
        return partij.naam if partij else inzending.partij


@dataclass(frozen=True, slots=True)
class _Gefiled:
    """A return in the folder; `rang` is 0 or more when a person chose it."""

    inzending: Inzending
    rang: int
    reden: str


def _waarom_nieuwer(oud: Inzending, nieuw: Inzending, gestempeld: bool) -> str:
    """Both moments, so that two files of one name can be told apart."""
    momenten = f"opgeslagen {say.moment(nieuw.gewijzigd)}; deze {say.moment(oud.gewijzigd)}"
    door_stempel = gestempeld and nieuw.gewijzigd != oud.gewijzigd
    return momenten if door_stempel else f"later binnengekomen; {momenten}"


def _wijzigingen(
    oud: Inzending, nieuw: Inzending, partij: str, stoplicht: Stoplicht
) -> Iterator[Bevinding]:
    """What a newer return says otherwise; the same value written another way is no change."""
    redenen = _redenlijsten(oud, nieuw, stoplicht)
    eerst, nu = _antwoorden(oud, redenen), _antwoorden(nieuw, redenen)
    for code, kolom in sorted(eerst.keys() | nu.keys()):
        was, _ = eerst.get((code, kolom), ("(leeg)", None))
        is_nu, plek = nu.get((code, kolom), ("(leeg)", None))
        if was != is_nu and kolom in (l.TOELICHTING, l.PLANNEN):
            # What somebody took out of a toelichting must not come back in the matrix.
            waar = plek or Plek(nieuw.bestand)
            yield catalogue.TOELICHTING_GEWIJZIGD.bij(waar, partij=partij, code=code)
        elif was != is_nu:
            yield catalogue.ANTWOORD_GEWIJZIGD.bij(
                plek or Plek(nieuw.bestand),
                partij=partij,
                code=code,
                kolom=kolom,
                eerst=was,
                nu=is_nu,
            )


def _redenlijsten(
    oud: Inzending, nieuw: Inzending, stoplicht: Stoplicht
) -> dict[str, dict[str, str]]:
    """By indicator the reasons to read both redenen by.

    Else the same words would be a letter beside a colour, and only words where it was emptied.
    """
    return {
        code: dict(stoplicht.redenen.get(kleur, {}))
        for inzending in (oud, nieuw)
        for code, voorzet in inzending.voorzetten.items()
        if (kleur := voorzet.beoordeling) and kleur.vraagt_reden
    }


def _antwoorden(
    inzending: Inzending, redenen: Mapping[str, dict[str, str]]
) -> dict[tuple[str, str], tuple[str, Plek]]:
    """Every filled cell in words, by code and column."""
    gevonden: dict[tuple[str, str], tuple[str, Plek]] = {}
    for code, voorzet in inzending.voorzetten.items():
        reden = voorzet.velden.get(l.REDEN)
        gelezen = {
            l.BEOORDELING: str(voorzet.beoordeling or ""),
            l.REDEN: lees_reden(reden.tekst, redenen.get(code, {})) if reden else "",
            l.TOELICHTING: voorzet.toelichting,
        }
        for kolom, veld in voorzet.velden.items():
            gevonden[code, kolom] = (gelezen[kolom] or veld.tekst, veld.plek)
        for m, a in voorzet.waarden.items():
            gevonden[m, l.WAARDE] = (
                met_eenheid(a.waarde if a.waarde is not None else a.veld.inhoud, ""),
                a.veld.plek,
            )
    for nummer, veld in inzending.programma.items():
        gevonden[say.programmacode(nummer), l.PLANNEN] = (veld.tekst, veld.plek)
    return gevonden


@contextmanager
def zonder_opruimen() -> Iterator[None]:
    """Thousands of cells, all of them kept, are no reason to look for cycles."""
    eerder = gc.get_threshold()
    gc.set_threshold(max(_VOL, eerder[0]), *eerder[1:])
    try:
        yield
    finally:
        gc.set_threshold(*eerder)

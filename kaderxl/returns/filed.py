"""The returns of a ronde as they were received, and which of them counts when a person says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256 as hash_van
from pathlib import Path

from ..core import catalogue
from ..core.findings import NietUitgevoerd
from ..core.folder import Dossier
from ..core.litter import litter, same_name
from ..core.notation import plat
from ..core.rounds import Bevinding, Plek
from ..core.text import veilige_naam, zichtbaar
from ..writing.lists import as_list, read_list
from ..writing.transaction import Transaction
from .order import Moments
from .post import POST, POSTMAP

ONTVANGST, KEUZE = "ontvangst.csv", "keuze.csv"
LIJSTEN = {ONTVANGST, KEUZE, POST}
_OURS = LIJSTEN | {POSTMAP}
_MOMENTEN = ("verzonden", "op schijf")
_ZONDER_PERSONEN = ("ontvangen", "sha256", "bestand", *_MOMENTEN)
_ONTVANGST_KOLOMMEN = (
    "ontvangen", "sha256", "bestand", "oorspronkelijke naam", "herkomst", *_MOMENTEN,
)  # fmt: skip
_IN_DE_MAP = "in de map gezet"
_UNKNOWN = Moments()
_HASHLENGTES = (8, 16, 64)


class Retour:
    """The returns of one ronde as received, and the list of their arrival.

    Raises NietUitgevoerd when that list cannot be read.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.map = dossier.retour
        self._lijst = self.map / ONTVANGST
        self._gelezen, self._regels = read_list(self._lijst, _ONTVANGST_KOLOMMEN, "bestand")
        self.oud = self._gelezen is not None and not _has_moments(self._gelezen)
        """Whether the list is of before it had moments: then arrival is all that it knows."""
        for regel in self._regels if self.oud else ():
            regel[_MOMENTEN[-1]] = regel["ontvangen"]
        self._volgorde = {r["bestand"]: n for n, r in enumerate(self._regels)}
        self._per_hash: dict[str, list[Path]] = {}
        self.pas_geschreven: dict[Path, str] = {}
        """The hash of each return that was filed through this object."""
        for bestand in self.bestanden():
            self._per_hash.setdefault(bestand.name[:8], []).append(bestand)

    def bestanden(self) -> list[Path]:
        """The filed returns in order of arrival; one that is not in the list comes last."""
        if not self.map.is_dir():
            return []
        bestanden = [
            p
            for p in self.map.iterdir()
            if p.name not in _OURS and not p.name.startswith(".") and not litter(p.name)
        ]
        laatst = len(self._volgorde)
        return sorted(
            bestanden, key=lambda p: (self._volgorde.get(same_name(p.name), laatst), p.name)
        )

    def oorspronkelijke_naam(self, bestand: Path) -> str:
        """The name a filed return came with: what follows the digits of its hash."""
        hash_, _, naam = bestand.name.partition(" ")
        van_ons = len(hash_) in _HASHLENGTES and not hash_.strip("0123456789abcdef")
        return naam if van_ons else bestand.name

    def met_hash(self, sha256: str) -> list[Path]:
        """The filed returns whose names begin as their hash does."""
        return self._per_hash.get(sha256[:8], [])

    def momenten(self, bestand: Path) -> Moments:
        """When a filed return was sent and written, and when it came in, as the list has it.

        What somebody put in the folder came in somewhere before now.
        """
        plaats = self._volgorde.get(bestand.name)
        if plaats is None:
            return Moments("", _written(bestand), _nu())
        regel = self._regels[plaats]
        return Moments(*(regel[kolom] for kolom in (*_MOMENTEN, "ontvangen")))

    def lijst(self) -> bytes | None:
        """The list without names and addresses, with a line for each return; None without any.

        Of what somebody put in the folder the time of that file is all that is known.
        """
        regels = list(self._regels)
        for bestand in self.bestanden():
            if bestand.name not in self._volgorde:
                hash_, wanneer = hash_van(bestand.read_bytes()).hexdigest(), _written(bestand)
                waarden = (wanneer, hash_, bestand.name, "", wanneer)
                regels.append(dict(zip(_ZONDER_PERSONEN, waarden, strict=True)))
        rijen = ({kolom: regel[kolom] for kolom in _ZONDER_PERSONEN} for regel in regels)
        return as_list(rijen, _ZONDER_PERSONEN) if regels else None

    def berg_op(
        self,
        beurt: Transaction,
        naam: str,
        sha256: str,
        data: bytes,
        herkomst: str = "",
        momenten: Moments = _UNKNOWN,
    ) -> bool:
        """Make a return ready to be filed unchanged; False when it was there already.

        It is there once `leg_vast` was called. Raises NietUitgevoerd when the folder cannot be
        written.
        """
        zelfde_begin = self._per_hash.setdefault(sha256[:8], [])
        if any(self._is_gelijk(p, sha256, data) for p in zelfde_begin):
            return False
        doel = self._plaats(naam, sha256)
        beurt.write(doel, data)
        zelfde_begin.append(doel)
        self.pas_geschreven[doel] = sha256
        if doel.name not in self._volgorde:
            bekend = (momenten.verzonden, momenten.op_schijf)
            self._noteer(_nu(), sha256, doel.name, naam, herkomst, *bekend)
        return True

    def leg_vast(self, beurt: Transaction) -> None:
        """File what was made ready, with its lines in the list, all of it or nothing.

        A return without a line (somebody put it there) gets one. Raises NietUitgevoerd when that
        fails, and ChangedMeanwhile when somebody changed the list.
        """
        for bestand in self.bestanden():
            if bestand.name not in self._volgorde:
                self._noteer_los(bestand)
        regels = as_list(self._regels, _ONTVANGST_KOLOMMEN)
        if len(self._volgorde) and regels != self._gelezen:
            beurt.write(self._lijst, regels, before=self._gelezen, first=True)
        beurt.commit()
        self._gelezen = regels

    def _is_gelijk(self, bestand: Path, sha256: str, data: bytes) -> bool:
        if bestand in self.pas_geschreven:
            return self.pas_geschreven[bestand] == sha256
        return bestand.read_bytes() == data

    def _plaats(self, naam: str, sha256: str) -> Path:
        """A name that no other return has: two hashes can begin alike."""
        *korter, laatste = (
            self.map / f"{sha256[:tekens]} {veilige_naam(naam)}" for tekens in _HASHLENGTES
        )
        return next((d for d in korter if not (d in self.pas_geschreven or d.exists())), laatste)

    def _noteer_los(self, bestand: Path) -> None:
        try:
            inhoud, wanneer = bestand.read_bytes(), _written(bestand)
        except OSError:  # a folder, or something else that is no return: it is said elsewhere
            return
        hash_, naam = hash_van(inhoud).hexdigest(), bestand.name
        self._noteer(_nu(), hash_, naam, naam, _IN_DE_MAP, "", wanneer)

    def _noteer(self, *waarden: str) -> None:
        regel = dict(zip(_ONTVANGST_KOLOMMEN, map(zichtbaar, waarden), strict=True))
        self._volgorde[regel["bestand"]] = len(self._volgorde)
        self._regels.append(regel)


def _has_moments(lijst: bytes) -> bool:
    return _MOMENTEN[-1].encode() in lijst.partition(b"\n")[0].replace(b"\0", b"")


def _written(bestand: Path) -> str:
    """When a file was. Raises OSError."""
    return datetime.fromtimestamp(bestand.stat().st_mtime).astimezone().isoformat()


def _nu() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")


_KOLOMMEN = ("wanneer", "bestand", "keuze", "reden")
_KORTSTE_BEGIN = 4
_MOMENT = re.compile(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
_TELT, _TELT_NIET = "telt", "telt niet"


@dataclass(frozen=True, slots=True)
class Keuze:
    """That a filed return counts, or does not, and why."""

    telt: bool
    reden: str


class Keuzes:
    """The choices of one ronde; of one return the last choice holds.

    Raises NietUitgevoerd when the list of them cannot be read: no choice is ever forgotten.
    """

    def __init__(self, dossier: Dossier) -> None:
        self._map = dossier.retour
        self._lijst = dossier.retour / KEUZE
        self._gelezen, rijen = read_list(self._lijst, _KOLOMMEN, "bestand")
        for nummer, rij in enumerate(rijen, 2):
            rij["keuze"] = plat(rij["keuze"])
            if any(rij.values()) and rij["keuze"] not in (_TELT, _TELT_NIET):
                plek, velden = Plek(str(self._lijst)), {"regel": nummer, "keuze": rij["keuze"]}
                raise NietUitgevoerd(catalogue.KEUZE_ONLEESBAAR.bij(plek, **velden))
        self._rijen = [rij for rij in rijen if rij["keuze"]]
        if all(_MOMENT.fullmatch(rij["wanneer"]) for rij in self._rijen):
            self._rijen.sort(key=lambda rij: rij["wanneer"])  # somebody may have sorted them

    def over_niets(self) -> Iterator[Bevinding]:
        """A choice about a return that is not there."""
        for naam in dict.fromkeys(rij["bestand"] for rij in self._rijen):
            if not (self._map / naam).is_file():
                yield catalogue.KEUZE_ZONDER_INZENDING.bij(Plek(KEUZE), naam=naam)

    def van(self, bestand: str) -> Keuze | None:
        """The choice about a filed return, by its name in `retour`."""
        eigen = [r for r in self._rijen if r["bestand"] == same_name(bestand)]
        return Keuze(eigen[-1]["keuze"] == _TELT, eigen[-1]["reden"]) if eigen else None

    def rang(self, bestand: str) -> int:
        """How late the choice was made; the last return chosen goes before earlier ones."""
        plaatsen = [n for n, r in enumerate(self._rijen) if r["bestand"] == same_name(bestand)]
        return plaatsen[-1] if plaatsen else -1

    def kies(self, beurt: Transaction, naam: str, telt: bool, reden: str) -> Path:
        """Note a choice about the one filed return that `naam` means; gives its path.

        `naam` is its name in `retour`, its original name or the start of its hash. Raises
        NietUitgevoerd when it means none or more than one.
        """
        bestand = self._zoek(naam)
        nu = datetime.now().astimezone().isoformat(timespec="seconds")
        keuze = _TELT if telt else _TELT_NIET
        rij = {"wanneer": nu, "bestand": bestand.name, "keuze": keuze, "reden": reden}
        if self._rijen and {**self._rijen[-1], "wanneer": nu} == rij:
            return bestand
        self._rijen.append(rij)
        beurt.write(self._lijst, as_list(self._rijen, _KOLOMMEN), before=self._gelezen)
        beurt.commit()
        return bestand

    def _zoek(self, naam: str) -> Path:
        aanwezig = sorted(self._map.iterdir()) if self._map.is_dir() else []
        namen = [p.name for p in aanwezig if p.name not in _OURS and p.name[:1] != "."]
        bedoeld = {naam, veilige_naam(naam)}
        gevonden = [n for n in namen if bedoeld & {n, n[9:]}] or [
            n for n in namen if len(naam) >= _KORTSTE_BEGIN and n.startswith(naam)
        ]
        if len(gevonden) != 1:
            regel = catalogue.KEUZE_ONDUIDELIJK if gevonden else catalogue.KEUZE_ZONDER_BESTAND
            genoemd = ", ".join(zichtbaar(n) for n in gevonden or namen) or "geen"
            raise NietUitgevoerd(regel.bij(Plek(naam), naam=naam, namen=genoemd))
        return self._map / gevonden[0]

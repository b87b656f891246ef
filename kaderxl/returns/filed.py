"""The returns of a ronde as they were received, and which of them counts when a person says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256 as hash_van
from pathlib import Path

from ..core import catalogue, clock
from ..core.findings import NietUitgevoerd
from ..core.folder import Dossier
from ..core.litter import litter, same_name
from ..core.notation import plat
from ..core.rounds import Bevinding, Plek
from ..core.text import veilige_naam, zichtbaar
from ..writing.lists import as_list, read_list
from ..writing.transaction import Transaction
from .order import Moments, moment_of
from .post import POST, POSTMAP

ONTVANGST, KEUZE = "ontvangst.csv", "keuze.csv"
LIJSTEN = {ONTVANGST, KEUZE, POST}
_OURS = LIJSTEN | {POSTMAP}
_MOMENTEN = ("verzonden", "op schijf")
_ZONDER_PERSONEN = ("ontvangen", "sha256", "bestand", *_MOMENTEN)
_ONTVANGST_KOLOMMEN = (
    "ontvangen", "sha256", "bestand", "oorspronkelijke naam", "herkomst", *_MOMENTEN,
)  # fmt: skip
_IN_DE_MAP, _VERANDERD = "in de map gezet", "in de map veranderd, en zo gekozen"
_UNKNOWN = Moments()
_COPY = re.compile(r"(ontvangst|keuze|post)(?:[ ._(-].*)?\.(?:csv|xlsx)", re.I)
_HASHLENGTES = (8, 16, 64)


def _is_copy_of_list(bestand: Path) -> str:
    """Which of our lists this is a copy of, as OneDrive makes one when two people saved it and
    Excel when it saves a workbook; "" for any other file."""
    copied = _COPY.fullmatch(bestand.name)
    if copied is None or bestand.name in _OURS or not bestand.is_file():
        return ""
    lijst = f"{copied[1].lower()}.csv"
    if bestand.suffix.lower() == ".csv":
        with bestand.open("rb") as open_:
            head = open_.read(1_000).replace(b"\0", b"")
        return lijst if b"kaderxl/" in head or b"wanneer" in head or b"ontvangen" in head else ""
    return lijst if bestand.stem.lower() == copied[1].lower() else ""


class Retour:
    """The returns of one ronde as received, and the list of their arrival.

    Raises NietUitgevoerd when that list cannot be read.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.map = dossier.retour
        self._lijst = self.map / ONTVANGST
        self._gelezen, self.regels = read_list(self._lijst, _ONTVANGST_KOLOMMEN, "bestand")
        self.oud = self._gelezen is not None and not _has_moments(self._gelezen)
        """Whether the list is of before it had moments: then arrival is all that it knows."""
        for regel in self.regels if self.oud else ():
            regel[_MOMENTEN[-1]] = regel["ontvangen"]
        self._volgorde = {r["bestand"]: n for n, r in enumerate(self.regels)}
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
            if not _is_copy_of_list(p)
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
            return Moments("", _written(bestand), clock.stamp())
        regel = self.regels[plaats]
        return Moments(*(regel[kolom] for kolom in (*_MOMENTEN, "ontvangen")))

    def lijst(self) -> bytes | None:
        """The list without names and addresses, with a line for each return; None without any.

        Of what somebody put in the folder the time of that file is all that is known.
        """
        regels = list(self.regels)
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
        if any(_is_gelijk(self, p, sha256, data) for p in zelfde_begin):
            return False
        doel = self._plaats(naam, sha256)
        beurt.write(doel, data)
        zelfde_begin.append(doel)
        self.pas_geschreven[doel] = sha256
        if doel.name not in self._volgorde:
            bekend = (momenten.verzonden, momenten.op_schijf)
            self._noteer(clock.stamp(), sha256, doel.name, naam, herkomst, *bekend)
        return True

    def genoteerd(self, bestand: Path) -> str:
        """The hash a filed return came in with; "" for one that is not in the list."""
        plaats = self._volgorde.get(same_name(bestand.name))
        return self.regels[plaats]["sha256"] if plaats is not None else ""

    def erken(self, beurt: Transaction, bestand: Path) -> None:
        """Note a return as it is now, as a person chose; it is there when `beurt` commits."""
        hash_ = hash_van(bestand.read_bytes()).hexdigest()
        if self.genoteerd(bestand) not in ("", hash_):
            naam = self.oorspronkelijke_naam(bestand)
            self._noteer(
                clock.stamp(), hash_, bestand.name, naam, _VERANDERD, "", _written(bestand)
            )
            regels = as_list(self.regels, _ONTVANGST_KOLOMMEN)
            beurt.write(self._lijst, regels, before=self._gelezen)

    def leg_vast(self, beurt: Transaction) -> None:
        """File what was made ready, with its lines in the list, all of it or nothing.

        A return without a line (somebody put it there) gets one. Raises NietUitgevoerd when that
        fails, and ChangedMeanwhile when somebody changed the list.
        """
        for bestand in self.bestanden():
            if bestand.name not in self._volgorde and (regel := _los(bestand)):
                self._noteer(*regel)
        regels = as_list(self.regels, _ONTVANGST_KOLOMMEN)
        if len(self._volgorde) and regels != self._gelezen:
            beurt.write(self._lijst, regels, before=self._gelezen, first=True)
        beurt.commit()
        self._gelezen = regels

    def _plaats(self, naam: str, sha256: str) -> Path:
        """A name that no other return has: two hashes can begin alike."""
        *korter, laatste = (
            self.map / f"{sha256[:tekens]} {veilige_naam(naam)}" for tekens in _HASHLENGTES
        )
        return next((d for d in korter if not (d in self.pas_geschreven or d.exists())), laatste)

    def _noteer(self, *waarden: str) -> None:
        regel = dict(zip(_ONTVANGST_KOLOMMEN, map(zichtbaar, waarden), strict=True))
        self._volgorde[regel["bestand"]] = len(self._volgorde)
        self.regels.append(regel)


def _los(bestand: Path) -> tuple[str, ...]:
    """The line of a return that somebody put in the folder; none of what cannot be read."""
    try:
        inhoud, wanneer = bestand.read_bytes(), _written(bestand)
    except OSError:  # a folder, or something else that is no return: it is said elsewhere
        return ()
    naam = bestand.name
    return clock.stamp(), hash_van(inhoud).hexdigest(), naam, naam, _IN_DE_MAP, "", wanneer


def _is_gelijk(retour: Retour, bestand: Path, sha256: str, data: bytes) -> bool:
    if bestand in retour.pas_geschreven:
        return retour.pas_geschreven[bestand] == sha256
    return bestand.read_bytes() == data


def _has_moments(lijst: bytes) -> bool:
    """Whether its header says so; some programs write a line before it."""
    eerste, *rest = lijst.replace(b"\0", b"").splitlines() or [b""]
    kop = rest[0] if rest and b"sep=" in eerste else eerste
    return _MOMENTEN[-1].encode() in kop


def _written(bestand: Path) -> str:
    """When a file was. Raises OSError."""
    return datetime.fromtimestamp(bestand.stat().st_mtime).astimezone().isoformat()


def nagezien(retour: Retour) -> Iterator[Bevinding]:
    """What was changed in the folder since it came in, or is gone from it."""
    for bestand in retour.bestanden():
        was = retour.genoteerd(bestand) if bestand.is_file() else ""
        if was and was != hash_van(bestand.read_bytes()).hexdigest():
            yield veranderd(bestand.name)
    yield from weg(retour)


def weg(retour: Retour) -> Iterator[Bevinding]:
    """The returns that the list has and the folder has not, under that name or another; and
    copies of our lists, in which somebody may have written."""
    for kopie in sorted(retour.map.iterdir()) if retour.map.is_dir() else ():
        if copied := _is_copy_of_list(kopie):
            yield catalogue.KOPIE_VAN_LIJST.bij(Plek(kopie.name), naam=kopie.name, lijst=copied)
    er_zijn = {same_name(p.name) for p in retour.bestanden()}
    for regel in retour.regels:
        naam = regel["bestand"]
        if naam and same_name(naam) not in er_zijn and not _elders(retour, regel["sha256"]):
            yield catalogue.INZENDING_WEG.bij(Plek(naam), naam=naam)


def _elders(retour: Retour, sha256: str) -> bool:
    """Whether a return with this hash is in the folder, whatever it is called."""
    gelijk = (p for p in retour.met_hash(sha256) if p.is_file())
    return any(hash_van(p.read_bytes()).hexdigest() == sha256 for p in gelijk)


def veranderd(naam: str) -> Bevinding:
    """That a filed return (its name in `retour`) is not what came in."""
    return catalogue.INZENDING_VERANDERD.bij(Plek(naam), naam=naam)


_NOOIT = datetime.min.replace(tzinfo=UTC)


def _moment(tekst: str) -> datetime | None:
    """A moment in a list, as kaderxl wrote it or as a Dutch spreadsheet or person does."""
    if geschreven := _DUTCH_MOMENT.fullmatch(tekst.strip()):
        dag, maand, jaar, uur, minuut, seconde = (int(d or 0) for d in geschreven.groups())
        tekst = f"{jaar:04}-{maand:02}-{dag:02}T{uur:02}:{minuut:02}:{seconde:02}"
    return moment_of(tekst)


_KOLOMMEN = ("wanneer", "bestand", "keuze", "reden")
_KORTSTE_BEGIN = 4
_DUTCH_MOMENT = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](20\d\d),? (\d{1,2}):(\d\d)(?::(\d\d))?")
_BEGIN = re.compile(r"[0-9a-f]{8} ")
_TELT, _TELT_NIET, _WACHT = "telt", "telt niet", "wacht"


@dataclass(frozen=True, slots=True)
class Keuze:
    """That a filed return counts, or does not, and why; `wacht` until a person says so."""

    telt: bool
    reden: str
    wacht: bool = False


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
            if any(rij.values()) and rij["keuze"] not in (_TELT, _TELT_NIET, _WACHT):
                plek, velden = Plek(str(self._lijst)), {"regel": nummer, "keuze": rij["keuze"]}
                raise NietUitgevoerd(catalogue.KEUZE_ONLEESBAAR.bij(plek, **velden))
        self._rijen = [rij | {"bestand": self._bedoeld(rij)} for rij in rijen if rij["keuze"]]
        momenten = {id(rij): _moment(rij["wanneer"]) for rij in self._rijen}
        if all(momenten.values()):  # somebody may have sorted them
            self._rijen.sort(key=lambda rij: momenten[id(rij)] or _NOOIT)

    def _bedoeld(self, rij: dict[str, str]) -> str:
        """The name of the return a line is about: a program may have spoilt its letters, and the
        digits of its hash tell it as well."""
        naam = rij["bestand"]
        if (self._map / naam).exists() or not _BEGIN.match(naam) or not self._map.is_dir():
            return naam
        gelijk = [p.name for p in self._map.iterdir() if p.name.startswith(naam[:9])]
        return gelijk[0] if len(gelijk) == 1 else naam

    def over_niets(self) -> Iterator[Bevinding]:
        """A choice about a return that is not there."""
        for naam in dict.fromkeys(rij["bestand"] for rij in self._rijen):
            if not (self._map / naam).is_file():
                yield catalogue.KEUZE_ZONDER_INZENDING.bij(Plek(KEUZE), naam=naam)

    def van(self, bestand: str) -> Keuze | None:
        """The choice about a filed return, by its name in `retour`."""
        eigen = [r for r in self._rijen if r["bestand"] == same_name(bestand)]
        if not eigen:
            return None
        keuze, reden = eigen[-1]["keuze"], eigen[-1]["reden"]
        return Keuze(keuze == _TELT, reden, keuze == _WACHT)

    def laat_wachten(self, beurt: Transaction, redenen: Mapping[str, str]) -> None:
        """Have returns (their names in `retour`) not count until a person says whose they are.

        It is there once `beurt` commits. One about which a choice was made stays as it is.
        """
        nieuw = {naam: reden for naam, reden in redenen.items() if self.van(naam) is None}
        if nieuw:
            self._rijen += [
                {"wanneer": clock.stamp(), "bestand": naam, "keuze": _WACHT, "reden": reden}
                for naam, reden in nieuw.items()
            ]
            beurt.write(self._lijst, as_list(self._rijen, _KOLOMMEN), before=self._gelezen)

    def rang(self, bestand: str) -> int:
        """How late the choice was made; the last return chosen goes before earlier ones."""
        plaatsen = [n for n, r in enumerate(self._rijen) if r["bestand"] == same_name(bestand)]
        return plaatsen[-1] if plaatsen else -1

    def kies(self, beurt: Transaction, naam: str, telt: bool, reden: str) -> Path:
        """Note a choice about the one filed return that `naam` means; gives its path.

        `naam` is its name in `retour`, its original name or the start of its hash. Raises
        NietUitgevoerd when it means none or more than one.
        """
        bestand = self.zoek(naam)
        nu = clock.stamp()
        keuze = _TELT if telt else _TELT_NIET
        rij = {"wanneer": nu, "bestand": bestand.name, "keuze": keuze, "reden": reden}
        if self._rijen and {**self._rijen[-1], "wanneer": nu} == rij:
            return bestand
        self._rijen.append(rij)
        beurt.write(self._lijst, as_list(self._rijen, _KOLOMMEN), before=self._gelezen)
        beurt.commit()
        return bestand

    def zoek(self, naam: str) -> Path:
        """The filed return that `naam` means, as `kies` has it."""
        aanwezig = sorted(self._map.iterdir()) if self._map.is_dir() else []
        namen = [
            p.name
            for p in aanwezig
            if p.name not in _OURS and p.name[:1] != "." and not _is_copy_of_list(p)
        ]
        bedoeld = {naam, veilige_naam(naam)}
        gevonden = [n for n in namen if bedoeld & {n, n[9:]}] or [
            n for n in namen if len(naam) >= _KORTSTE_BEGIN and n.startswith(naam)
        ]
        if len(gevonden) != 1:
            regel = catalogue.KEUZE_ONDUIDELIJK if gevonden else catalogue.KEUZE_ZONDER_BESTAND
            genoemd = ", ".join(zichtbaar(n) for n in gevonden or namen) or "geen"
            raise NietUitgevoerd(regel.bij(Plek(naam), naam=naam, namen=genoemd))
        return self._map / gevonden[0]

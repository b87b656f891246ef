"""A bag from anybody held against its own lists: what changed, is gone, is extra or was renamed.

Nothing in it is believed: no path in a list is opened, only what stands in the folder itself.
When two lists disagree about a file it is the list that is damaged, and that list is named.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..core import catalogue
from ..core.findings import Regel
from ..core.litter import litter, same_name
from ..core.rounds import Bevinding, Plek
from ..reading import Refused, load
from ..reading.load import open_regular
from .bag import BAG_INFO, BAGIT, DATA

_LIJST = re.compile(r"(tag)?manifest-([a-z0-9]+)\.txt")
_REGEL = re.compile(r"([0-9a-fA-F]+)([ \t]+\*?)(\S.*)")
_ALGORITMEN = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")
_MEESTE_BESTANDEN = 20_000
_BLOK = 1 << 20
_FETCH = "fetch.txt"


@dataclass(frozen=True, slots=True)
class Bagcontrole:
    """What a check of a bag found; `goed` has the files that are as they were, by path."""

    bestanden: int
    goed: frozenset[str]
    bevindingen: tuple[Bevinding, ...]


def is_bag(map_: Path) -> bool:
    """Whether anything that belongs to a bag stands in the folder."""
    return any((map_ / naam).exists() for naam in (BAGIT, BAG_INFO, DATA.rstrip("/"))) or any(
        _LIJST.fullmatch(naam) for naam in _namen(map_)
    )


def _namen(map_: Path) -> list[str]:
    try:
        return os.listdir(map_)  # noqa: PTH208 (names only; nothing is opened)
    except OSError:
        return []


def check_bag(map_: Path) -> Bagcontrole:
    """Hold every file against every list; never raises for what is in the folder."""
    return _Controle(map_).voer_uit()


@dataclass(slots=True)
class _Controle:
    map: Path
    aanwezig: dict[str, bool] = field(default_factory=dict)
    """Every path in the folder, and whether it is a regular file."""
    lijsten: dict[str, Mapping[str, str]] = field(default_factory=dict)
    """The lists that can be read: hash by path."""
    gevonden: dict[str, Bevinding] = field(default_factory=dict)
    """One finding a file: the first."""
    hashes: dict[str, dict[str, str]] = field(default_factory=dict)

    def voer_uit(self) -> Bagcontrole:
        for pad, gewoon in files_in(self.map):
            self.aanwezig[pad] = gewoon
            if len(self.aanwezig) > _MEESTE_BESTANDEN:
                te_groot = catalogue.ARCHIEF_TE_GROOT.bij(aantal=_MEESTE_BESTANDEN)
                return Bagcontrole(len(self.aanwezig), frozenset(), (te_groot,))
        self.aanwezig = {self._naam(pad): gewoon for pad, gewoon in self.aanwezig.items()}
        for pad in sorted(self.aanwezig):
            if _LIJST.fullmatch(pad):
                self._lees_lijst(pad)
        hulp = self._hulpbestanden()
        self._vergelijk("tagmanifest-", self._tagbestanden())
        self._vergelijk("manifest-", {p for p in self.aanwezig if p.startswith(DATA)})
        self._mis_lijsten()
        self._koppel_hernoemde()
        if _FETCH in self.aanwezig:
            self._meld(catalogue.BESTAND_TE_VEEL, _FETCH)
        goed = frozenset(p for p, gewoon in self.aanwezig.items() if gewoon) - self.gevonden.keys()
        bevindingen = (*(self.gevonden[pad] for pad in sorted(self.gevonden)), *hulp)
        return Bagcontrole(len(self.aanwezig), goed, bevindingen)

    def _naam(self, pad: str) -> str:
        """A path as the lists have it, unless that file stands here as well."""
        gewoon = same_name(pad)
        return pad if gewoon in self.aanwezig else gewoon

    def _hulpbestanden(self) -> list[Bevinding]:
        """One finding for all that a system left in the folder; that is no part of the archive."""
        genoemd = {pad for lijst in self.lijsten.values() for pad in lijst}
        hulp = sorted(pad for pad in self.aanwezig if litter(pad) and pad not in genoemd)
        for pad in hulp:
            del self.aanwezig[pad]
        velden = {"aantal": len(hulp), "eerste": hulp[0] if hulp else ""}
        return [catalogue.HULPBESTANDEN.bij(Plek(hulp[0]), **velden)] if hulp else []

    def _meld(self, regel: Regel, pad: str, **velden: object) -> None:
        self.gevonden.setdefault(pad, regel.bij(Plek(pad), **velden))

    def _tagbestanden(self) -> set[str]:
        """What the tag manifests speak of: all that is no payload and no tag manifest itself."""
        eigen = {p for p in self.aanwezig if p.startswith("tagmanifest-") and _LIJST.fullmatch(p)}
        return {p for p in self.aanwezig if not p.startswith(DATA)} - eigen

    # -- the lists -----------------------------------------------------------------------

    def _lees_lijst(self, naam: str) -> None:
        data = load(self.map / naam)
        gelezen = data.reden if isinstance(data, Refused) else read_manifest(naam, data)
        if isinstance(gelezen, str):
            self._meld(catalogue.LIJST_BESCHADIGD, naam, reden=gelezen)
        else:
            self.lijsten[naam] = gelezen

    def _vergelijk(self, begin: str, paden: set[str]) -> None:
        """Hold the files against the lists of one kind."""
        lijsten = {naam: lijst for naam, lijst in self.lijsten.items() if naam.startswith(begin)}
        if not lijsten:
            return
        for pad in sorted(paden.union(*lijsten.values())):
            noemen = [naam for naam, lijst in lijsten.items() if pad in lijst]
            zwijgen = [naam for naam in lijsten if naam not in noemen]
            if pad not in self.aanwezig and not zwijgen:
                self._meld(catalogue.BESTAND_WEG, pad)
            elif pad not in self.aanwezig:
                self._beschuldig(noemen, f"zij noemt {pad}, dat er niet is")
            elif not noemen:
                self._meld(catalogue.BESTAND_TE_VEEL, pad)
            else:
                hashes = self._hash(pad)
                anders = [n for n in noemen if hashes.get(_algoritme(n)) != lijsten[n][pad].lower()]
                if len(anders) == len(noemen):
                    self._meld(catalogue.BESTAND_VERANDERD, pad)
                else:
                    self._beschuldig(anders, f"bij {pad} staat een ander getal dan in de andere")
                self._beschuldig(zwijgen, f"zij noemt {pad} niet")

    def _beschuldig(self, lijsten: list[str], reden: str) -> None:
        for naam in lijsten:
            self._meld(catalogue.LIJST_BESCHADIGD, naam, reden=reden)

    def _hash(self, pad: str) -> dict[str, str]:
        """The hashes of a file by every algorithm in use; empty when it cannot be read."""
        if pad not in self.hashes:
            algoritmen = {_algoritme(naam) for naam in self.lijsten}
            gewoon = self.aanwezig[pad]
            self.hashes[pad] = hash_file(on_disk(self.map, pad), algoritmen) if gewoon else {}
        return self.hashes[pad]

    def _mis_lijsten(self) -> None:
        """A list of each kind for each algorithm; the tag manifests name no tag manifest."""
        lijsten = {m[0]: m[2] for p in self.aanwezig if (m := _LIJST.fullmatch(p))}
        if not any(naam.startswith("manifest-") for naam in lijsten):
            self._meld(catalogue.BESTAND_WEG, "manifest-sha256.txt")
        if BAGIT not in self.aanwezig:
            self._meld(catalogue.BESTAND_WEG, BAGIT)
        genoemd = {p for lijst in self.lijsten.values() for p in lijst if _LIJST.fullmatch(p)}
        if any(naam.startswith("tagmanifest-") for naam in lijsten) or self._is_van_ons():
            algoritmen = {_algoritme(naam) for naam in (*lijsten, *genoemd)}
            for algoritme in algoritmen.intersection(_ALGORITMEN):
                if f"tagmanifest-{algoritme}.txt" not in self.aanwezig:
                    self._meld(catalogue.BESTAND_WEG, f"tagmanifest-{algoritme}.txt")

    def _is_van_ons(self) -> bool:
        info = load(self.map / BAG_INFO)
        return not isinstance(info, Refused) and b"Bag-Software-Agent: kaderxl" in info

    def _koppel_hernoemde(self) -> None:
        """A file that is gone and one that is extra with the same content are one file."""
        weg = [p for p, b in self.gevonden.items() if b.code == catalogue.BESTAND_WEG.code]
        extra = [p for p, b in self.gevonden.items() if b.code == catalogue.BESTAND_TE_VEEL.code]
        per_hash: dict[str, list[str]] = {}
        for pad in extra:
            for hash_ in self._hash(pad).values():
                per_hash.setdefault(hash_, []).append(pad)
        for pad in weg:
            genoemd = [lijst[pad].lower() for lijst in self.lijsten.values() if pad in lijst]
            nieuw = next((p for h in genoemd for p in per_hash.get(h, [])), None)
            if nieuw is not None and nieuw in self.gevonden:
                del self.gevonden[nieuw]
                self.gevonden[pad] = catalogue.BESTAND_HERNOEMD.bij(Plek(pad), nieuw=nieuw)


def _algoritme(lijst: str) -> str:
    return lijst.partition("-")[2].removesuffix(".txt")


def read_manifest(naam: str, data: bytes) -> dict[str, str] | str:
    """The hash by path, or why the list cannot be right.

    All lines of a list are written alike. One that is not shows that something changed it, where
    the change would otherwise mean nothing.
    """
    algoritme = _algoritme(naam)
    if algoritme not in _ALGORITMEN:
        return f"het algoritme {algoritme} kennen we niet"
    try:
        tekst = data.decode()
    except UnicodeDecodeError:
        return "er staan tekens in die daar niet horen"
    einde = "\r\n" if "\r\n" in tekst else "\n"
    *regels, rest = tekst.split(einde)
    if rest or not regels:
        return "de laatste regel is niet af"
    lengte = hashlib.new(algoritme, usedforsecurity=False).digest_size * 2
    gelezen: dict[str, str] = {}
    vormen = set()
    for nummer, regel in enumerate(regels, 1):
        delen = _REGEL.fullmatch(regel)
        if not delen or len(delen[1]) != lengte:
            return f"regel {nummer} is onleesbaar"
        hash_, tussen, pad = delen.groups()
        pad = re.sub("%(0A|0D|25)", lambda m: bytes.fromhex(m[1]).decode(), pad, flags=re.I)
        if not _is_veilig(pad) or pad.startswith(DATA) is naam.startswith("tag"):
            return f"regel {nummer} noemt een plaats die daar niet kan staan"
        pad = same_name(pad)
        if pad in gelezen:
            return f"regel {nummer} noemt {pad} nog eens"
        gelezen[pad] = hash_
        vormen.add((tussen, hash_.isupper() if hash_.upper() != hash_.lower() else None))
    tussens, hoofdletters = {v[0] for v in vormen}, {v[1] for v in vormen} - {None}
    gemengd = any(h not in (h.lower(), h.upper()) for h in gelezen.values())
    if len(tussens) > 1 or len(hoofdletters) > 1 or gemengd:
        return "de regels zijn niet op één manier geschreven"
    return gelezen


def _is_veilig(pad: str) -> bool:
    """A path that stays in the bag on every system."""
    delen = pad.split("/")
    vreemd = any(ord(teken) < 32 for teken in pad) or "\\" in pad or ":" in delen[0]
    return not vreemd and not pad.startswith("~") and not any(d in ("", ".", "..") for d in delen)


def on_disk(map_: Path, pad: str) -> Path:
    """Where a file of a bag stands, also when its name has its accents in another form."""
    hier = map_
    for deel in pad.split("/"):
        er_is = os.path.lexists(hier / deel) or deel.isascii()
        zelfde = () if er_is else (n for n in _namen(hier) if same_name(n) == same_name(deel))
        hier = hier / next(iter(zelfde), deel)
    return hier


def files_in(map_: Path) -> Iterator[tuple[str, bool]]:
    """Every path under a folder but folders themselves; links are neither followed nor opened."""
    mappen = [(map_, "")]
    while mappen:
        hier, begin = mappen.pop()
        try:
            with os.scandir(hier) as inhoud:
                for item in inhoud:
                    pad = f"{begin}{item.name}"
                    if item.is_dir(follow_symlinks=False):
                        mappen.append((Path(item.path), f"{pad}/"))
                    else:
                        yield pad, item.is_file(follow_symlinks=False)
        except OSError:
            yield begin.rstrip("/") or ".", False


def hash_file(pad: Path, algoritmen: set[str]) -> dict[str, str]:
    """The hashes of a file by these algorithms; empty when it cannot be read, or is a link."""
    rekenaars = {a: hashlib.new(a, usedforsecurity=False) for a in algoritmen}
    try:
        with open_regular(pad) as bestand:
            while blok := bestand.read(_BLOK):
                for rekenaar in rekenaars.values():
                    rekenaar.update(blok)
    except (OSError, ValueError):
        return {}
    return {a: r.hexdigest() for a, r in rekenaars.items()}

"""What came by mail and is no return: kept in `retour/post`, with a list of it.

Words, evidence, and reports that a mail did not arrive. Nothing of it is opened or judged; who
reads the list knows who wrote, and whom no mail reached.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from hashlib import sha256 as hash_van
from pathlib import Path

from ..core import catalogue, clock
from ..core.folder import Dossier
from ..core.kader import Kader
from ..core.post import Soort, Stuk
from ..core.rounds import Bevinding, Plek
from ..core.text import veilige_naam, zichtbaar
from ..writing.lists import as_list, read_list
from ..writing.transaction import Transaction

POST, POSTMAP = "post.csv", "post"
FILE = "bestand "
"""How `bericht` begins of what came as a file, in no mail."""


_KORTSTE_BEGIN = 4
_KOLOMMEN = tuple(veld.name for veld in fields(Stuk))


class Post:
    """The pieces of one ronde. Raises NietUitgevoerd when the list of them cannot be read."""

    def __init__(self, dossier: Dossier) -> None:
        self.map = dossier.retour / POSTMAP
        self._lijst = dossier.retour / POST
        self._gelezen, rijen = read_list(self._lijst, _KOLOMMEN, "soort")
        self._stukken = [Stuk(**{k: rij[k] for k in _KOLOMMEN}) for rij in rijen if rij["soort"]]
        self._per_sleutel = {s.sleutel: n for n, s in enumerate(self._stukken)}

    @property
    def stukken(self) -> tuple[Stuk, ...]:
        return tuple(self._stukken)

    def neem_op(
        self, beurt: Transaction, stuk: Stuk, naam: str = "", data: bytes = b""
    ) -> tuple[Stuk, bool]:
        """The piece as it is kept, and whether it is new."""
        if data:
            hash_ = hash_van(data).hexdigest()
            stuk = replace(stuk, sha256=hash_, bestand=f"{hash_[:8]} {veilige_naam(naam)}")
        nu = clock.stamp()
        veilig = {kolom: _veilig(getattr(stuk, kolom)) for kolom in _KOLOMMEN}
        stuk = replace(Stuk(**veilig), ontvangen=nu)
        if (plaats := self._per_sleutel.get(stuk.sleutel)) is not None:
            if stuk.partij and not self._stukken[plaats].partij:  # known since
                self._stukken[plaats] = replace(self._stukken[plaats], partij=stuk.partij)
            return self._stukken[plaats], False
        if data and not (self.map / stuk.bestand).exists():
            beurt.write(self.map / stuk.bestand, data)
        self._per_sleutel[stuk.sleutel] = len(self._stukken)
        self._stukken.append(stuk)
        return stuk, True

    def nagezien(self) -> Iterator[Bevinding]:
        """The kept files that were changed since they came in, or are gone."""
        bewaard = {s.bestand: s.sha256 for s in self._stukken if s.bestand}
        for naam, hash_ in bewaard.items():
            bestand = self.map / naam
            data = bestand.read_bytes() if bestand.is_file() else b""
            if hash_van(data).hexdigest() != hash_:
                yield catalogue.STUK_VERANDERD.bij(Plek(naam), naam=naam)

    def met_bestand(self, naam: str) -> Stuk | None:
        """The piece that is kept under this name."""
        return next((s for s in self._stukken if naam and s.bestand == naam), None)

    def beantwoord(self, soort: Soort, partij: str, hash_: str, voor: str = "") -> list[Stuk]:
        """Note that a return of the partij answered what it wrote, or shows that mail reaches it;
        `voor` a moment, when said. Gives what is dealt with by it."""
        gevonden = [
            stuk
            for stuk in self._stukken
            if (stuk.soort, stuk.partij) == (soort, partij) and not stuk.afgedaan
            if not voor or stuk.moment < voor
        ]
        self.doe_af(gevonden, hash_)
        return gevonden

    def heropen(self, hash_: str) -> list[Stuk]:
        """What the return with this hash had answered waits again: it does not count any more."""
        gevonden = [s for s in self._stukken if hash_ and s.afgedaan == hash_]
        self.doe_af(gevonden, "")
        return [replace(s, afgedaan="") for s in gevonden]

    def rond_af(self, sha256: str, wat: str) -> None:
        """Note what became of a kept file, by its hash, that was asked about."""
        for n, stuk in enumerate(self._stukken):
            if stuk.soort == Soort.SCHREEF and stuk.sha256 == sha256 and not stuk.afgedaan:
                self._stukken[n] = replace(stuk, afgedaan=wat)

    def wachtend(self, naam: str) -> list[Stuk]:
        """What waits under this name: that of its kept file or the begin of it, or an address
        that no mail reached."""
        wacht = [s for s in self._stukken if not s.afgedaan]
        bij_adres = [s for s in wacht if s.soort == Soort.NIET_BEZORGD and s.adres == naam]
        begint = len(naam) >= _KORTSTE_BEGIN
        return bij_adres or [
            s
            for s in wacht
            if s.soort == Soort.SCHREEF
            if s.bestand == naam or (begint and s.bestand.startswith(naam))
        ]

    def doe_af(self, stukken: Iterable[Stuk], hoe: str) -> None:
        """Note what somebody did with these, in her own words."""
        sleutels = {stuk.sleutel for stuk in stukken}
        for n, stuk in enumerate(self._stukken):
            if stuk.sleutel in sleutels:
                self._stukken[n] = replace(stuk, afgedaan=_veilig(hoe))

    def diende(self, bestand: str, hash_: str) -> None:
        """Note that a mail, by its kept file, was what a return was filled in from."""
        for n, stuk in enumerate(self._stukken):
            if stuk.soort == Soort.SCHREEF and stuk.bestand == bestand and not stuk.afgedaan:
                self._stukken[n] = replace(stuk, afgedaan=hash_)

    def leg_vast(self, beurt: Transaction) -> None:
        """Make the list ready as well; all of it is there once `beurt` commits."""
        if self._stukken:
            regels = as_list(map(_als_rij, self._stukken), _KOLOMMEN)
            if regels != self._gelezen:
                beurt.write(self._lijst, regels, before=self._gelezen, first=True)
                self._gelezen = regels


def _als_rij(stuk: Stuk) -> Mapping[str, str]:
    return {kolom: str(getattr(stuk, kolom)) for kolom in _KOLOMMEN}


def _veilig(tekst: str) -> str:
    return "\n".join(map(zichtbaar, tekst.split("\n")))


def waiting(stukken: Iterable[Stuk]) -> tuple[Stuk, ...]:
    """The mails that nobody has dealt with, whoever wrote them."""
    return tuple(s for s in stukken if s.soort == Soort.SCHREEF and not s.afgedaan)


def open_post(stukken: Iterable[Stuk], kader: Kader) -> dict[str, list[Stuk]]:
    """By partij (code) what still asks for somebody: what it wrote and is not answered, and mail
    to the address it has now that did not arrive."""
    adressen = {a.casefold(): p.code for p in kader.partijen for a in p.adressen}
    gevonden: dict[str, list[Stuk]] = {}
    for stuk in stukken:
        if stuk.afgedaan:
            continue
        if stuk.soort == Soort.SCHREEF and stuk.partij:
            gevonden.setdefault(stuk.partij, []).append(stuk)
        elif stuk.soort == Soort.NIET_BEZORGD and (wie := adressen.get(stuk.adres.casefold())):
            gevonden.setdefault(wie, []).append(stuk)
    return gevonden


def files_of(dossier: Dossier) -> Iterator[Path]:
    """The kept files, by name."""
    map_ = dossier.retour / POSTMAP
    if map_.is_dir():
        yield from sorted(p for p in map_.iterdir() if not p.name.startswith((".", "~$")))


def filled_in_for(post: Post, sha256: str) -> bool:
    """Whether the municipality filled in the return with this hash."""
    return any(s.soort == Soort.BRON and s.bij == sha256 for s in post.stukken)

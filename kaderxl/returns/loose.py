"""Evidence that came by itself: a pdf, a Word file or a picture in a folder or a zip.

It is filed with the answers of a partij when it can be told whose it is: by a name, or by the one
sheet that it lies beside. Else it is kept, and asked about until somebody says so. Never opened.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from ..core import catalogue, phrases as say
from ..core.answers import Inzending
from ..core.identity import Kenmerk, vind_kenmerken
from ..core.kader import Kader, Partij
from ..core.post import Soort, Stuk
from ..core.rounds import Bevinding, Herkomst, Plek, Ronde
from ..reading import Message
from ..writing.transaction import Transaction
from .intake import Brief, Overgeslagen
from .letters import Judged, Said
from .on_behalf import OnBehalf
from .order import moment_of
from .post import FILE, Post
from .whose import named_in

Place = tuple[str, str]


@dataclass(frozen=True)
class Loose:
    """What came in with one command: `documents` by their number, from the paths `roots`.

    `answered` gives the partijen (codes) of which returns were filed before; `namens` is the one
    for whom all of it was sent, when that is said.
    """

    kader: Kader
    ronde: Ronde
    post: Post
    beurt: Transaction
    documents: Sequence[Overgeslagen | Judged]
    roots: Sequence[Path]
    answered: Callable[[], Collection[str]]
    namens: OnBehalf | None = None
    _per_place: dict[Place | None, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for document in self.documents:
            if not isinstance(document, Overgeslagen):
                van, judged = document[0].herkomst, document[1]
                wie = judged.partij if isinstance(judged, Inzending) else ""
                self._per_place.setdefault(self._place(van), set()).add(wie)

    def sort(self) -> Iterator[Said]:
        """Keep each, and say what that is; by document what takes the place of what was said."""
        for number, document in enumerate(self.documents):
            if (
                isinstance(document, Overgeslagen)
                and document.inhoud
                and not document.herkomst.brief
            ):
                bevinding, naam = self._kept(document)
                yield Said(Brief(document.herkomst, Message()), number, bevinding, naam)

    def _kept(self, document: Overgeslagen) -> tuple[Bevinding, str]:
        partij = self.namens.partij if self.namens else self._whose(document.herkomst)
        plek, hash_ = Plek(document.naam), sha256(document.inhoud).hexdigest()
        naam, code = (partij.naam, partij.code) if partij else ("", "")
        stuk = Stuk(Soort.BEWIJS, code, onderwerp=document.naam)
        if partij and (self.namens or code in self._answered):
            stuk = self._keep(stuk, document)
            self.post.rond_af(hash_, f"bewijs van {naam}")
            velden = {"partij": naam, "soort": document.soort, "bestand": stuk.bestand}
            return catalogue.BEWIJS_BEWAARD.bij(plek, **velden), naam
        moment = moment_of(document.herkomst.op_schijf)
        wanneer = moment.isoformat(timespec="seconds") if moment else ""
        stuk = replace(stuk, soort=Soort.SCHREEF, verzonden=wanneer, bericht=f"{FILE}{hash_[:16]}")
        stuk = self._keep(stuk, document)
        velden = {"soort": document.soort, "bestand": stuk.bestand, "begin": stuk.bestand[:8]}
        if stuk.afgedaan:
            return catalogue.STUK_AFGEDAAN.bij(plek, wat=stuk.afgedaan, **velden), naam
        velden |= {"partij": naam, "code": code, "ronde": say.als_opties(self.ronde)}
        soort = catalogue.STUK_ZONDER_BLAD if partij else catalogue.STUK_VAN_WIE
        return soort.bij(plek, **velden), naam

    def _keep(self, stuk: Stuk, document: Overgeslagen) -> Stuk:
        return self.post.neem_op(self.beurt, stuk, document.naam, document.inhoud)[0]

    @cached_property
    def _answered(self) -> frozenset[str]:
        """The partijen with a return, of now or of before."""
        now = frozenset[str]().union(*self._per_place.values())
        return now.union(self.answered()) - {""}

    def _whose(self, van: Herkomst) -> Partij | None:
        """Whose it is by the nearest name on the way to it, else by what it lies beside."""
        for part in self._way_to(van):
            if named := self._named_in(part):
                return named[0] if len(named) == 1 else None
        place = self._place(van)
        beside = [*self._per_place.get(place, ())] if place else []
        return self.kader.partij(beside[0]) if len(beside) == 1 else None

    def _way_to(self, van: Herkomst) -> Iterator[str]:
        """Its own name and those of the folders and zips around it, as far as somebody named
        them, innermost first."""
        for part in reversed(van.pad):
            yield from reversed(part.replace("\\", "/").split("/"))
        file = Path(van.bestand)
        root = next((r for r in self.roots if file.is_relative_to(r)), None)
        within = file.relative_to(root) if root else Path(file.name)
        yield from reversed(within.parts)
        yield root.name if root else ""

    def _named_in(self, part: str) -> list[Partij]:
        """The partijen whose kenmerk or name is in it; a name within another is that other."""
        codes = {
            k.partij
            for k in vind_kenmerken(part, self.kader.cyclus)
            if isinstance(k, Kenmerk) and k.ronde == self.ronde
        }
        return named_in(self.kader, part, codes)

    def _place(self, van: Herkomst) -> Place | None:
        """The zip or folder that it lies in; None for the folder where all of it comes in."""
        if van.pad:
            *around, name = van.pad
            return van.bestand, "/".join([*around, name.replace("\\", "/").rpartition("/")[0]])
        folder = Path(van.bestand).parent
        within = any(folder != root and folder.is_relative_to(root) for root in self.roots)
        return (str(folder), "") if within else None

"""Answers that the municipality filled in for a partij, and what it took them from.

A partij answers by phone, in the text of a mail or in a Word file. Somebody then fills in her
sheet; what she said is kept with it, and everybody can see that it was done for her.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from ..core import catalogue
from ..core.answers import Inzending, RefusedReturn
from ..core.findings import NietUitgevoerd
from ..core.folder import Dossier
from ..core.kader import Kader, Partij
from ..core.post import Soort, Stuk
from ..core.rounds import Plek
from ..reading import Refused, load
from ..writing.transaction import Transaction
from .post import POSTMAP, Post

_BEGIN = re.compile(r"[0-9a-f]{8}")
_FILES = {".eml", ".msg", ".doc", ".docx", ".odt", ".pdf", ".txt", ".rtf", ".png", ".jpg", ".jpeg"}


@dataclass(frozen=True, slots=True)
class OnBehalf:
    """For whom a sheet was filled in, and from what: words, and a file where there is one."""

    partij: Partij
    words: str
    file: Path | None = None

    def only(self, kader: Kader, judged: Inzending | RefusedReturn) -> Inzending | RefusedReturn:
        """The same when it is of this partij; else refused."""
        if isinstance(judged, RefusedReturn) or judged.partij == self.partij.code:
            return judged
        other = kader.partij(judged.partij)
        velden = {"eigen": other.naam if other else judged.partij, "partij": self.partij.naam}
        plek = Plek(judged.bestand)
        bevinding = catalogue.NAMENS_EEN_ANDER.bij(plek, **velden)
        return RefusedReturn(judged.bestand, judged.sha256, bevinding)

    def keep(self, post: Post, beurt: Transaction, inzending: Inzending) -> None:
        """The source with the list of post, as that of this return. Raises NietUitgevoerd."""
        stuk = Stuk(Soort.BRON, self.partij.code, bij=inzending.sha256, tekst=self.words)
        if self.file is None:
            post.neem_op(beurt, stuk)
            return
        kept = post.met_bestand(self.file.name) if self.file.parent == post.map else None
        if kept is not None:
            post.neem_op(beurt, replace(stuk, bestand=kept.bestand, sha256=kept.sha256))
            post.diende(kept.bestand, inzending.sha256)
        else:
            data = load(self.file)
            if isinstance(data, Refused):
                raise NietUitgevoerd(data.bevinding)
            post.neem_op(beurt, stuk, self.file.name, data)


def on_behalf_of(dossier: Dossier, partij: Partij, source: str) -> OnBehalf:
    """`source` is a file, the name of one in `retour/post` or its first eight signs, or words.

    Raises NietUitgevoerd for what is named as a file and is none.
    """
    kept, named = dossier.retour / POSTMAP / source, Path(source)
    begins = kept.parent.glob(f"{source} *") if _BEGIN.fullmatch(source) else ()
    for file in (kept, *begins):
        if named.name == source and file.is_file():
            return OnBehalf(partij, file.name.partition(" ")[2], file)
    if named.is_file():
        return OnBehalf(partij, named.name, named)
    if named.suffix.lower() in _FILES:
        raise NietUitgevoerd(catalogue.BESTAND_ONTBREEKT.bij(Plek(source)))
    return OnBehalf(partij, source)

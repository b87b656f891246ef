"""One inbox for many dossiers: which return belongs to which of them.

A sheet that kaderxl handed out bears a stempel, and the dossier that handed it out keeps what stood
in it under that name. Any other says whose it is by the kader in its kenmerk. What neither says is
nobody's, and is named: nothing is guessed, and nothing of one dossier is shown to another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from ..core import catalogue
from ..core.cycle import Cyclus
from ..core.kader import Kader
from ..core.rounds import Bevinding, Plek
from ..reading import Document, Reader, Refused
from ..returns.ahead import Progress, silent
from ..returns.intake import list_files, read_sheets
from ..returns.recognise import kenmerk_on, stempel_in
from ..sheets.base import KINDS
from ..template.read import read_template
from .dossiers import InAllDossiers, Kaderdossier
from .result import Json, Result, findings_json, lines_by_file

_GEEN_KENMERK = "er staat geen kenmerk in"
_ONBEKEND_KADER = "het kenmerk is van een ander kader"
_MEER_DOSSIERS = "meer dan één dossier heeft dit kenmerk"
_GEEN_BLAD = "er zit geen invulblad in"


@dataclass(frozen=True, slots=True)
class Sorted:
    """The files for each dossier, and what is nobody's.

    A mailbox may hold sheets of several dossiers: each gets the file, and in `elsewhere` the hashes
    (SHA-256, hex) of the documents in it that are not its own.
    """

    files: Mapping[Kaderdossier, tuple[Path, ...]]
    elsewhere: Mapping[Kaderdossier, frozenset[str]]
    nobodys: tuple[Bevinding, ...]


@dataclass(frozen=True, slots=True)
class NaarDossiers(Result):
    """What became of one inbox: in each dossier that has something in it, and what is nobody's."""

    gedaan: InAllDossiers
    van_niemand: tuple[Bevinding, ...]

    @property
    def needs_attention(self) -> bool:
        return bool(self.van_niemand) or self.gedaan.needs_attention

    def lines(self) -> Iterator[str]:
        yield from self.gedaan.lines()
        yield from lines_by_file(self.van_niemand)

    def as_json(self) -> Json:
        return {**self.gedaan.as_json(), "bevindingen": findings_json(self.van_niemand)}


@dataclass
class _Adresboek:
    """What tells whose a sheet is."""

    dossiers: Sequence[Kaderdossier]
    reader: Reader

    @cached_property
    def by_stempel(self) -> Mapping[str, set[Kaderdossier]]:
        found = defaultdict[str, set[Kaderdossier]](set)
        for dossier in self.dossiers:
            for kind in KINDS:
                for kept in dossier.uitvoer.glob(f"*/uitgegeven/{kind}-*.json"):
                    found[kept.stem.removeprefix(f"{kind}-")].add(dossier)
        return found

    @cached_property
    def kaders(self) -> Mapping[Kaderdossier, Kader]:
        """Of each dossier; none of one whose template cannot be read."""
        read = ((d, read_template(d.sjabloon, self.reader).kader) for d in self.dossiers)
        return {dossier: kader for dossier, kader in read if kader is not None}

    @cached_property
    def by_kader(self) -> Mapping[str, set[Kaderdossier]]:
        found = defaultdict[str, set[Kaderdossier]](set)
        for dossier, kader in self.kaders.items():
            found[kader.instellingen.kenmerk].add(dossier)
        return found

    @cached_property
    def cyclus(self) -> Cyclus:
        """Every ronde that a dossier has: each may call its own as it likes."""
        return Cyclus(tuple(f for kader in self.kaders.values() for f in kader.cyclus.fasen))

    def whose(self, name: str, document: Document | Refused) -> Kaderdossier | str:
        """The dossier of a document, or why there is not one."""
        if isinstance(document, Refused):
            return document.bevinding.tekst.rstrip(".")
        if len(owners := self.by_stempel.get(stempel_in(document), set())) == 1:
            return next(iter(owners))
        kenmerk = kenmerk_on(name, document, self.cyclus)
        if kenmerk is None:
            return _GEEN_KENMERK
        of_kader = self.by_kader.get(kenmerk.kader, set())
        owners = owners & of_kader or of_kader
        if len(owners) == 1:
            return next(iter(owners))
        return _MEER_DOSSIERS if owners else _ONBEKEND_KADER


@dataclass
class _File:
    """What one file came to: whose its documents are by their hash, and what is nobody's."""

    path: Path
    owners: dict[str, Kaderdossier] = field(default_factory=dict)
    why_not: list[tuple[str, str]] = field(default_factory=list)


def sort_inbox(
    paths: Iterable[Path],
    dossiers: Sequence[Kaderdossier],
    progress: Progress[Path] = silent,
) -> Sorted:
    """The files at the paths, folders searched through, each with the dossiers it is of.

    No file is changed. Raises NietUitgevoerd when a template cannot be read that has to be.
    """
    with Reader() as reader:
        book = _Adresboek(dossiers, reader)
        files = [f for f in list_files(paths) if not _is_kept(f, dossiers)]
        sorted_ = [*_sort(progress(files, "Inzendingen verdelen"), book)]
    mine = defaultdict[Kaderdossier, list[Path]](list)
    elsewhere = defaultdict[Kaderdossier, set[str]](set)
    nobodys = []
    for file in sorted_:
        owners = set(file.owners.values())
        for dossier in owners:
            mine[dossier].append(file.path)
            elsewhere[dossier] |= {h for h, of in file.owners.items() if of != dossier}
        # What else is in the file goes along with its sheets, and is judged there.
        for name, why in [] if owners else file.why_not or [(str(file.path), _GEEN_BLAD)]:
            nobodys.append(catalogue.HOORT_NERGENS.bij(Plek(name), waarom=why))
    return Sorted(
        {d: tuple(mine[d]) for d in dossiers if d in mine},
        {d: frozenset(elsewhere[d]) for d in dossiers if d in mine},
        tuple(nobodys),
    )


def _is_kept(file: Path, dossiers: Sequence[Kaderdossier]) -> bool:
    """Whether a dossier has it already: an inbox may lie among them."""
    here = file.resolve()
    return any(here.is_relative_to(d.map.resolve()) for d in dossiers)


def _sort(files: Iterable[Path], book: _Adresboek) -> Iterator[_File]:
    for path, documents in read_sheets(files, book.reader):
        file = _File(path)
        for o, document in documents:
            whose = book.whose(o.naam, document)
            if isinstance(whose, Kaderdossier):
                assert isinstance(document, Document), "what was refused is nobody's"
                file.owners[document.sha256] = whose
            else:
                file.why_not.append((o.herkomst.weg, whose))
        yield file

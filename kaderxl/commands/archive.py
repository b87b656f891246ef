"""Closing a ronde: everything of it as one bag beside the others, whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path

from ..archives.bag import past_in_lijst
from ..archives.bag_check import check_bag, files_in, on_disk
from ..archives.look_over import look_over
from ..archives.package import OVERLEG, SJABLOON, UITGEGEVEN, pak_in
from ..archives.papers import Stukken, lees_archiefgegevens
from ..core import catalogue, clock, labels as l, phrases as say
from ..core.findings import NietUitgevoerd
from ..core.folder import Dossier, archiefmap, archiefnaam
from ..core.litter import litter, same_name
from ..core.outcome import Matrix
from ..core.post import IN_HERKOMST, Soort
from ..core.rounds import OUTPUT, Bevinding, Ernst, Plek, Ronde
from ..core.text import zichtbaar
from ..matrix.decision_checks import in_the_future
from ..matrix.files.export import vormen_van
from ..matrix.settled import MATRIX
from ..matrix.sheets.workbook import write_matrix
from ..reading import Reader, Refused, load
from ..returns.ahead import Progress, silent
from ..returns.filed import KEUZE, ONTVANGST, Retour
from ..returns.intake import list_files
from ..returns.post import POST, POSTMAP, Post, waiting
from ..returns.workspace import Workspace
from ..writing.files import schrijf_map
from ..writing.lists import as_list, rows_in
from .beside import post_waits
from .merge import current_matrix, niet_open
from .of_whom import template_here
from .result import Json, Result, ask_for_a_look, finding_lines, findings_json
from .rounds import open_workspace

_POST = ("ontvangen", "soort", "partij", "bestand", "sha256", "bij", "tekst")
_VERZONDEN = ("wanneer", "partij", "soort")


@dataclass(frozen=True, slots=True)
class Archived(Result):
    """Where a ronde is filed; not `nieuw` when the same papers were there already."""

    ronde: Ronde
    map: Path
    versie: int
    nieuw: bool
    concept: bool
    bestanden: int
    bevindingen: tuple[Bevinding, ...] = ()

    @property
    def needs_attention(self) -> bool:
        return ask_for_a_look(self.bevindingen)

    def lines(self) -> Iterator[str]:
        wat = f"{say.naam_van(self.ronde)}, versie {self.versie}".capitalize()
        status = " Als CONCEPT: de matrix is niet vastgesteld." if self.concept else ""
        if self.nieuw:
            bestanden = say.aantal(self.bestanden, "bestand", "bestanden")
            yield f"{wat}: {bestanden} gearchiveerd.{status}"
        else:
            yield f"{wat} is er al, met precies deze stukken. Er is niets veranderd.{status}"
        yield f"Archief: {zichtbaar(str(self.map))}"
        yield from finding_lines(self.bevindingen)

    def as_json(self) -> Json:
        return {
            "ronde": str(self.ronde),
            "archief": str(self.map),
            "versie": self.versie,
            "nieuw": self.nieuw,
            "concept": self.concept,
            "bestanden": self.bestanden,
            "bevindingen": findings_json(self.bevindingen),
        }


def archive(
    ronde: Ronde,
    *,
    template: Path | None = None,
    output: Path = OUTPUT,
    progress: Progress[Path] = silent,
    concept: bool = False,
    today: date | None = None,
) -> Archived:
    """File a ronde as a bag in `output/archief`; a correction becomes a version beside the others.

    `concept` says that it may be filed although the BO has not set it. Raises NietUitgevoerd when
    something must be decided, done or mended first; nothing is then filed. What is filed is never
    touched again.
    """
    sjabloon = template_here(template)
    with open_workspace(ronde, template, output, "archive") as werk:
        ronde = werk.ronde
        gegevens = lees_archiefgegevens(werk.kader, sjabloon.name)
        matrix, bijgewerkt = _matrix(werk, progress)
        vormen = vormen_van(matrix)
        vastgesteld = matrix.vastgelegd.vastgesteld
        dag = vastgesteld if isinstance(vastgesteld, date) else None
        if dag is None and not concept:
            raise NietUitgevoerd(catalogue.NIET_VASTGESTELD.bij(Plek(werk.dossier.matrix.name)))
        if open_ := (*_fouten(matrix), *in_the_future(matrix.vastgelegd, today or clock.today())):
            raise NietUitgevoerd(*open_)
        bestanden = {SJABLOON: _lees(sjabloon), **_stukken_in(werk.dossier)}
        bestanden |= {f"matrix/{naam}": data for naam, data in vormen.items()}
        stukken = Stukken(werk.kader, ronde, bestanden, gegevens, dag, matrix.fictief)
        keur = partial(_is_goed, reader=werk.reader)
        wachten = tuple(
            post_waits(s, werk.kader, werk.ronde) for s in waiting(Post(werk.dossier).stukken)
        )
        werk.beurt.commit()
        archived = _berg_op(stukken, archiefmap(output), keur)
        return replace(archived, bevindingen=(*wachten, *bijgewerkt))


def _fouten(matrix: Matrix) -> list[Bevinding]:
    """What is wrong in what was decided: an archive never changes."""
    return [b for b in matrix.bevindingen if b.ernst is Ernst.FOUT and b.code[0] == "M"]


def _matrix(werk: Workspace, progress: Progress[Path]) -> tuple[Matrix, tuple[Bevinding, ...]]:
    """The matrix as it stands in the folder, and what there is to say of it.

    Raises NietUitgevoerd when it is not what `merge` would write: nobody then saw what is filed.
    That a mail was sent since decides nothing: with the next commit the matrix says it as well.
    """
    bestand = werk.dossier.matrix
    plek = Plek(bestand.name)
    if not bestand.exists():
        raise NietUitgevoerd(catalogue.MATRIX_ONTBREEKT.bij(plek))
    niet_open(werk.dossier)
    matrix, nu, oud = current_matrix(werk, progress)
    if nu == oud:
        return matrix, ()
    if not _only_was_sent(werk, matrix, oud):
        raise NietUitgevoerd(catalogue.MATRIX_NIET_BIJ.bij(plek))
    werk.beurt.write(werk.dossier.bewaarde_matrix(sha256(oud).hexdigest()), oud)
    werk.beurt.write(bestand, nu, before=oud)
    return matrix, (catalogue.VERZENDING_BIJGEWERKT.bij(plek),)


def _only_was_sent(werk: Workspace, matrix: Matrix, oud: bytes) -> bool:
    """Whether the workbook is this matrix, but for what is known to be sent since."""
    document = werk.reader.read(werk.dossier.matrix.name, oud)
    if isinstance(document, Refused):
        return False
    herkomst = (s for s in document.sheets if s.name == l.HERKOMST)
    stond = {(rij[0], cel) for s in herkomst for rij in s.rows if rij for cel in rij}
    namen = {p.code: p.naam for p in werk.kader.partijen}
    toen = tuple(
        s
        for s in matrix.stukken
        if s.soort != Soort.VERZONDEN or (namen.get(s.partij, s.partij), s.tekst) in stond
    )
    return toen != matrix.stukken and write_matrix(replace(matrix, stukken=toen)) == oud


# -- the papers ------------------------------------------------------------------------------


def _stukken_in(dossier: Dossier) -> dict[str, bytes]:
    """What stands in the folder of the ronde and is filed, by path; unchanged but for two lists."""
    retour, matrix = dossier.retour, dossier.matrix.parent
    ingenomen = Retour(dossier)
    bestanden = {f"retour/{b.name}": _lees(b) for b in ingenomen.bestanden()}
    if (retour / KEUZE).exists():
        bestanden[f"retour/{KEUZE}"] = _lees(retour / KEUZE)
    if lijst := ingenomen.lijst():
        bestanden[f"retour/{ONTVANGST}"] = lijst
    bestanden |= _post_in(dossier)
    # Of the matrix only what was settled is filed, not what it was before that.
    sheets = (b for b in _gewone_bestanden(dossier.uitgegeven) if not b.name.startswith(MATRIX))
    bestanden |= {f"{UITGEGEVEN}{bestand.name}": _lees(bestand) for bestand in sheets}
    bestanden |= {f"{OVERLEG}{b.name}": _lees(b) for b in _gewone_bestanden(dossier.overleg)}
    verzonden = dossier.map / "mail" / "verzonden.csv"
    if verzonden.exists():
        bestanden["mail/verzonden.csv"] = _kolommen(verzonden, _VERZONDEN)
    for map_ in ("besluiten", "publicatie", "sjabloon"):
        for bestand in _gewone_bestanden(matrix / map_):
            pad = bestand.relative_to(matrix).as_posix()
            bestanden[f"matrix/{pad}"] = _lees(bestand)
    for pad in bestanden:
        if not past_in_lijst(pad):
            naam = Plek(pad.rpartition("/")[2])
            reden = "in de naam staat een procentteken of een teken dat niet overal kan"
            raise NietUitgevoerd(catalogue.KAN_NIET_IN_ARCHIEF.bij(naam, reden=reden))
    return bestanden


def _post_in(dossier: Dossier) -> dict[str, bytes]:
    """What was evidence or a source, and the list of it without addresses and subjects."""
    stukken = [s for s in Post(dossier).stukken if s.soort in IN_HERKOMST]
    if not stukken:
        return {}
    namen = dict.fromkeys(s.bestand for s in stukken if s.bestand)
    bestanden = {f"retour/{POSTMAP}/{n}": _lees(dossier.retour / POSTMAP / n) for n in namen}
    regels = [{kolom: str(getattr(s, kolom)) for kolom in _POST} for s in stukken]
    return {**bestanden, f"retour/{POST}": as_list(regels, _POST)}


def _gewone_bestanden(map_: Path) -> Iterable[Path]:
    """The files in a folder, without what programs leave beside an open file."""
    bestanden = list_files([map_]) if map_.is_dir() else []
    return (b for b in bestanden if not b.name.startswith(".") and not litter(b.name))


def _lees(bestand: Path) -> bytes:
    """The bytes of a regular file. Raises NietUitgevoerd for anything else."""
    data = load(bestand)
    if isinstance(data, Refused):
        reden = data.bevinding.tekst.rstrip(".")
        reden = f"{reden[0].lower()}{reden[1:]}"
        raise NietUitgevoerd(catalogue.KAN_NIET_IN_ARCHIEF.bij(Plek(bestand.name), reden=reden))
    return data


def _kolommen(lijst: Path, kolommen: tuple[str, ...]) -> bytes:
    """A list of ours with these columns only: addresses of persons are not filed.

    Of what was sent the lines are kept that say so, not those of an attempt.
    """
    rijen = rows_in(_lees(lijst), lijst, kolommen, kolommen[0])
    gedaan = (r for r in rijen if (r.get("stand") or "verzonden") == "verzonden")
    return as_list(({kolom: r[kolom] for kolom in kolommen} for r in gedaan), kolommen)


# -- in place --------------------------------------------------------------------------------


def _berg_op(stukken: Stukken, map_: Path, keur: Callable[[Path], bool]) -> Archived:
    concept = stukken.vastgesteld is None
    laatste = _laatste_versie(map_, stukken.ronde)
    if laatste:
        er_is = map_ / archiefnaam(stukken.ronde, laatste)
        boom = pak_in(stukken, laatste)
        if _is_gelijk(er_is, boom):
            return Archived(stukken.ronde, er_is, laatste, False, concept, len(boom))
        if schade := _schade(er_is):
            raise NietUitgevoerd(catalogue.ARCHIEF_BESCHADIGD.bij(Plek(er_is.name)), *schade)
    versie = laatste + 1
    doel = map_ / archiefnaam(stukken.ronde, versie)
    boom = pak_in(stukken, versie)
    schrijf_map(doel, boom, keur)
    return Archived(stukken.ronde, doel, versie, True, concept, len(boom))


def _schade(map_: Path) -> tuple[Bevinding, ...]:
    return tuple(b for b in check_bag(map_).bevindingen if b.ernst is not Ernst.MELDING)


def _laatste_versie(map_: Path, ronde: Ronde) -> int:
    """The highest version that is there; 0 for none."""
    namen = [p.name for p in map_.iterdir()] if map_.is_dir() else []
    vorm = re.compile(rf"{re.escape(str(ronde))}(?:-v([1-9]\d{{0,5}}))?")
    return max((int(m[1] or 1) for n in namen if (m := vorm.fullmatch(n))), default=0)


def _is_gelijk(map_: Path, boom: Mapping[str, bytes]) -> bool:
    """Whether the folder holds these files and no others."""
    try:
        paden = {same_name(pad) for pad, _ in files_in(map_) if not litter(pad)}
        return paden == boom.keys() and all(
            on_disk(map_, pad).read_bytes() == boom[pad] for pad in paden
        )
    except OSError:
        return False


def _is_goed(map_: Path, reader: Reader) -> bool:
    """Whether a bag as it stands on disk is right by its own lists, and by the bagit library.

    Raises NietUitgevoerd when it is, and `verify` would yet find something in it.
    """
    import bagit

    if _schade(map_) or not bagit.Bag(str(map_)).is_valid():
        return False
    if gevonden := look_over(map_, reader).bevindingen:
        raise NietUitgevoerd(catalogue.ARCHIEF_NIET_IN_ORDE.bij(), *gevonden)
    return True

"""`collect`: returns taken in, judged and filed; and a person's choice which of them counts."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from ..core import catalogue, phrases as say
from ..core.answers import Inzending, RefusedReturn
from ..core.findings import NietUitgevoerd
from ..core.folder import HISTORIE, Dossier, agendamap, archiefmap
from ..core.kader import Kader
from ..core.meanwhile import meanwhile
from ..core.rounds import OUTPUT, Plek, Ronde
from ..reading import Document, Refused
from ..returns.ahead import Progress, read_ahead, silent
from ..returns.correction import leg_klaar
from ..returns.counting import Counted
from ..returns.filed import Keuzes, Retour, nagezien
from ..returns.intake import (
    Binnen,
    Brief,
    Ontvangen,
    Overgeslagen,
    begin_take_in,
    list_files,
)
from ..returns.letters import Letters, sort_mail
from ..returns.loose import Loose
from ..returns.made_up import sort_of
from ..returns.on_behalf import OnBehalf, on_behalf_of
from ..returns.order import Moments
from ..returns.post import Post
from ..returns.whose import doubt_about
from ..returns.workspace import Judged, Workspace
from ..writing.locking import starts_over
from ..writing.transaction import WORK
from .collected import Collected
from .names import codes_of
from .rounds import open_workspace
from .taken_in import Beoordeeld, Ingenomen, Samen, met_brieven

_Gelezen = Overgeslagen | tuple[Ontvangen, Document | Refused | Judged]


def collect(
    ronde: Ronde,
    paths: Iterable[Path],
    *,
    template: Path | None = None,
    output: Path = OUTPUT,
    progress: Progress[Path] = silent,
    on_behalf: str = "",
    source: str = "",
    elsewhere: frozenset[str] = frozenset(),
) -> Collected:
    """Take in files and folders: recognise, file unchanged, validate; nothing is replaced.

    `on_behalf` names the partij for whom somebody filled in these sheets, and `source` what she
    took the answers from: a file, or words. Documents whose hash (SHA-256, hex) is in `elsewhere`
    belong to another dossier, and are passed by as if they were not there. Raises NietUitgevoerd
    when nothing of what was named is there.
    """
    paden = list(paths)
    if paden and not any(os.path.lexists(pad) for pad in paden):
        raise NietUitgevoerd(*(catalogue.BESTAND_ONTBREEKT.bij(Plek(str(pad))) for pad in paden))
    voor_wie = (on_behalf, source)
    return _collect(paden, ronde, template, output, progress, voor_wie, elsewhere)


@starts_over
def _collect(
    paden: list[Path],
    ronde: Ronde,
    template: Path | None,
    output: Path,
    progress: Progress[Path],
    voor_wie: tuple[str, str],
    elsewhere: frozenset[str],
) -> Collected:
    with (
        open_workspace(ronde, template, output, "collect") as werk,
        meanwhile.get()() as archief,
    ):
        retour = Retour(werk.dossier)
        post, brieven = Post(werk.dossier), Letters()
        keuzes = Keuzes(werk.dossier)  # one that cannot be read stops it before anything is filed
        namens = _namens(werk, *voor_wie)
        bestanden = progress(_niet_van_ons(paden, werk.dossier), "Inzendingen lezen")
        soort = sort_of(werk, retour)

        def judge(naam: str, gelezen: Document | Refused | Judged) -> Judged:
            oordeel = soort.only(werk, werk.judge(naam, gelezen))
            return namens.only(werk.kader, oordeel) if namens else oordeel

        beoordeeld = (
            o if isinstance(o, Overgeslagen) else (o[0], judge(o[0].naam, o[1]))
            for _, documenten in read_ahead(bestanden, lambda b: begin_take_in(b, werk.reader))
            for o in _met_cellen(werk, brieven.aside(_without(documenten, elsewhere)))
        )
        opgeborgen = [*read_ahead(beoordeeld, _opbergen(werk, retour, namens, archief))]
        for o, _ in opgeborgen if namens else ():
            if namens and not isinstance(o, Overgeslagen) and isinstance(o[1], Inzending):
                namens.keep(post, werk.beurt, o[1])
        los = _loose(werk, post, opgeborgen, paden, namens)
        keuzes.laat_wachten(werk.beurt, _van_wie(werk.kader, retour, opgeborgen))
        telt = _telt(retour, keuzes)
        gezegd = [
            *los.sort(),
            *sort_mail(werk.kader, werk.ronde, post, werk.beurt, brieven, opgeborgen, telt),
        ]
        retour.leg_vast(werk.beurt)
        uitkomsten = _uitkomsten(werk, retour, opgeborgen)
        uitkomsten = met_brieven(uitkomsten, [o for o, _ in opgeborgen], gezegd, brieven)
        keuzes = Keuzes(werk.dossier)
        over_map = (*keuzes.over_niets(), *nagezien(retour), *post.nagezien())
        return Collected(werk.ronde, tuple(uitkomsten), (*werk.over_eerdere, *over_map))


def _without(documenten: Iterable[Binnen], elsewhere: frozenset[str]) -> Iterator[Binnen]:
    """Not the documents that are another dossier's, nor a mail that brought nothing else."""
    weg, blijft = set[tuple[str, int]](), set[tuple[str, int]]()
    for o in documenten:
        brief = o.herkomst.bestand, o.herkomst.brief
        if isinstance(o, Brief):
            if brief in weg - blijft:
                continue
        elif isinstance(o.inhoud, bytes) and sha256(o.inhoud).hexdigest() in elsewhere:
            weg.add(brief)
            continue
        else:
            blijft.add(brief)
        yield o


def _loose(
    werk: Workspace,
    post: Post,
    opgeborgen: list[tuple[Beoordeeld, bool]],
    paden: list[Path],
    namens: OnBehalf | None,
) -> Loose:
    """The evidence that came beside no sheet; whose it is is asked of the returns that count."""
    gelezen = [o for o, _ in opgeborgen]

    def geteld() -> list[str]:
        return [i.partij for i in werk.counted().inzendingen]

    return Loose(werk.kader, werk.ronde, post, werk.beurt, gelezen, paden, geteld, namens)


def _opbergen(
    werk: Workspace, retour: Retour, namens: OnBehalf | None, archief: Executor
) -> Callable[[Beoordeeld], Callable[[], bool]]:
    """What files a document and says whether it is new; meanwhile the next is judged."""

    def begin(beoordeeld: Beoordeeld) -> Callable[[], bool]:
        if isinstance(beoordeeld, Overgeslagen) or isinstance(beoordeeld[1], RefusedReturn):
            return lambda: False
        ontvangen, inzending = beoordeeld
        assert isinstance(ontvangen.inhoud, bytes), "what could not be loaded was refused"
        voluit = say.herkomst_voluit(ontvangen.herkomst)
        if namens:
            voluit += f"; namens {namens.partij.naam} ingevuld, bron: {namens.words}"
        return archief.submit(
            retour.berg_op,
            werk.beurt,
            ontvangen.naam,
            inzending.sha256,
            ontvangen.inhoud,
            voluit,
            Moments(ontvangen.herkomst.verzonden, ontvangen.herkomst.op_schijf),
        ).result

    return begin


def _namens(werk: Workspace, naam: str, bron: str) -> OnBehalf | None:
    """For whom the sheets were filled in, when it is said. Raises NietUitgevoerd."""
    if not naam:
        return None
    (code,) = codes_of(werk.kader.partijen, [naam])
    (partij,) = (p for p in werk.kader.partijen if p.code == code)
    return on_behalf_of(werk.dossier, partij, bron)


def _telt(retour: Retour, keuzes: Keuzes) -> Callable[[str], bool]:
    """Whether a filed return, by its hash, is not excluded and waits for nobody's word."""

    def telt(sha256: str) -> bool:
        gekozen = (keuzes.van(bestand.name) for bestand in retour.met_hash(sha256))
        return any(keuze is None or keuze.telt for keuze in gekozen)

    return telt


def _van_wie(
    kader: Kader, retour: Retour, opgeborgen: list[tuple[Beoordeeld, bool]]
) -> dict[str, str]:
    """The new returns (their names in `retour`) that may be of another partij, and why."""
    redenen = {}
    for o, nieuw in opgeborgen:
        if nieuw and not isinstance(o, Overgeslagen) and isinstance(o[1], Inzending):
            reden = doubt_about(kader, o[0].herkomst, o[1])
            for bestand in retour.met_hash(o[1].sha256) if reden else ():
                if retour.pas_geschreven.get(bestand) == o[1].sha256:
                    redenen[bestand.name] = reden
    return redenen


def _uitkomsten(
    werk: Workspace, retour: Retour, opgeborgen: list[tuple[Beoordeeld, bool]]
) -> list[Ingenomen]:
    """What became of each document (and whether it was new), by what all of them say together.

    The correction workbook of a partij is named beside the newest of what counts.
    """
    inzendingen = [
        o[1]
        for o, _ in opgeborgen
        if not isinstance(o, Overgeslagen) and isinstance(o[1], Inzending)
    ]
    partijen, hashes = {i.partij for i in inzendingen}, {i.sha256 for i in inzendingen}
    geteld = werk.counted(retour=retour) if partijen else Counted((), ())
    samen = Samen(werk, geteld)
    # An older return may be what somebody wrote in the workbook: then there is room for the next.
    for inzending in geteld.inzendingen:
        if inzending.partij in partijen:
            eigen = [b.sha256 for b in inzending.bestanden if b.sha256 in hashes]
            samen.bladen[eigen[-1] if eigen else ""] = leg_klaar(werk, inzending)
    uitkomsten = reversed([samen.ingenomen(o, nieuw) for o, nieuw in reversed(opgeborgen)])
    return [*_once(uitkomsten)]


def _once(uitkomsten: Iterable[Ingenomen]) -> Iterator[Ingenomen]:
    """Of what came more than once the first asks; the others ask the same."""
    seen = set[str]()
    for i in uitkomsten:
        again = bool(i.sha256) and i.sha256 in seen
        seen.add(i.sha256)
        yield replace(i, afgedaan=True) if again else i


def _niet_van_ons(paden: Iterable[Path], dossier: Dossier) -> list[Path]:
    """The files at the paths, without what kaderxl keeps of this ronde itself, or has filed.

    A correction workbook is taken in when it is asked for: somebody filled it in where it was.
    """
    eigen_mappen = (
        dossier.retour,
        dossier.matrix.parent,
        dossier.uitgegeven,
        dossier.mail,
        dossier.map / WORK,
        dossier.uitvoer / WORK,
        agendamap(dossier.uitvoer),
        archiefmap(dossier.uitvoer),
        dossier.uitvoer / HISTORIE,
    )
    bewaard = [map_.resolve() for map_ in eigen_mappen]
    herstel = dossier.herstel.resolve()
    bestanden = []
    for pad in paden:
        eigen = bewaard if pad.resolve().is_relative_to(herstel) else [*bewaard, herstel]
        van_ons: dict[Path, bool] = {}
        for bestand in list_files([pad]):
            map_ = bestand.parent
            if map_ not in van_ons:
                echt = map_.resolve()
                van_ons[map_] = any(echt.is_relative_to(eigen_map) for eigen_map in eigen)
            if not van_ons[map_]:
                bestanden.append(bestand)
    return bestanden


def _met_cellen(
    werk: Workspace, documenten: Iterable[Ontvangen | Overgeslagen]
) -> Iterator[_Gelezen]:
    """The documents in a file, each with its cells; what is passed over has none."""

    def begin(o: Ontvangen | Overgeslagen) -> Callable[[], Document | Refused | Judged | None]:
        if isinstance(o, Overgeslagen) or o.gelezen:
            return lambda: None if isinstance(o, Overgeslagen) else o.gelezen
        return werk.begin(o.naam, o.inhoud)

    for o, cellen in read_ahead(documenten, begin):
        if isinstance(o, Overgeslagen):
            yield o
        elif cellen is not None:
            yield o, cellen

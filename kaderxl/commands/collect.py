"""`collect`: returns taken in, judged and filed; and a person's choice which of them counts."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from ..core import catalogue
from ..core import phrases as say
from ..core.answers import Inzending, RefusedReturn
from ..core.findings import NietUitgevoerd, heeft_fout
from ..core.folder import HISTORIE, Dossier, agendamap, archiefmap
from ..core.kader import Kader
from ..core.rounds import OUTPUT, Bevinding, Ernst, Plek, Ronde
from ..core.text import zichtbaar
from ..reading import Document, Refused, load
from ..returns.ahead import Progress, read_ahead, silent
from ..returns.changes import changed_by_choice
from ..returns.correction import Herstelblad, leg_klaar, vernieuw
from ..returns.counting import Counted
from ..returns.filed import KEUZE, Keuzes, Retour, nagezien
from ..returns.intake import Ontvangen, Overgeslagen, begin_take_in, list_files
from ..returns.letters import Letters, sort_mail
from ..returns.made_up import sort_of
from ..returns.on_behalf import OnBehalf, on_behalf_of
from ..returns.order import Moments
from ..returns.post import Post
from ..returns.whose import doubt_about
from ..returns.workspace import Judged, Workspace
from ..writing.locking import starts_over
from ..writing.transaction import WORK
from .names import codes_of
from .result import (
    MOST_LINES,
    Json,
    Result,
    ask_for_a_look,
    finding_line,
    finding_lines,
    findings_json,
    lines_by_file,
    path_json,
)
from .rounds import open_workspace
from .taken_in import TELT_NIET, Beoordeeld, Ingenomen, Samen, met_brieven

_Gelezen = Overgeslagen | tuple[Ontvangen, Document | Refused | Judged]
_VAN_MENSEN = {
    catalogue.MAIL_VAN_PARTIJ.code,
    catalogue.MAIL_MET_KOPPELING.code,
    catalogue.MAILTEKST_BIJ_BLAD.code,
}  # words that a person has to read
_A_FEW = 6


@dataclass(frozen=True, slots=True)
class Collected(Result):
    """What came in; with `alles` the screen shows what asks nothing of anybody as well."""

    ronde: Ronde
    inzendingen: tuple[Ingenomen, ...]
    over_eerdere: tuple[Bevinding, ...] = ()
    alles: bool = False

    @property
    def needs_attention(self) -> bool:
        alle = [b for i in self.inzendingen for b in i.bevindingen if not i.afgedaan]
        if ask_for_a_look(self.over_eerdere):
            return True
        return heeft_fout(alle) or any(b.code in TELT_NIET | _VAN_MENSEN for b in alle)

    def lines(self) -> Iterator[str]:
        """First what asks for somebody, then what was taken in, and how much is done with."""
        yield from lines_by_file(self.over_eerdere)
        groepen = [*_alike(self.inzendingen)]
        klaar = [groep for groep in groepen if groep[0].afgedaan]
        alles = self.alles or len(klaar) <= _A_FEW
        te_tonen = [groep for groep in groepen if alles or not groep[0].afgedaan]
        te_tonen.sort(key=lambda groep: _rang(groep[0]))
        per_stuk = MOST_LINES if self.alles or len(te_tonen) <= _A_FEW else _A_FEW // 2
        for i, meer in te_tonen:
            wie = f" {i.partij}," if i.partij else ""
            compleet = f" {i.compleet} van {i.gevraagd} compleet" if i.gevraagd else ""
            hoeveel = f" samen{compleet}" if i.samen else compleet
            naam = f"{i.herkomst or i.bestand}{f' en nog {meer}' if meer else ''}"
            yield zichtbaar(f"{naam}: {i.status}.{wie}{hoeveel}".rstrip(",."))
            yield from finding_lines(i.bevindingen, most=per_stuk)
            yield from _to_send_back(i.herstel)
        if not alles:
            aantal = sum(1 + meer for _, meer in klaar)
            yield f"Niets te doen bij {aantal} andere: er al, beantwoord, of zonder antwoorden."
            yield "Wilt u ze zien? Geef --all."
        if not self.inzendingen:
            yield "Er zijn geen bestanden gevonden."
            return
        soorten = sorted(i.status for i in self.inzendingen)
        delen = [f"{len(list(groep))} {status}" for status, groep in groupby(soorten)]
        yield f"{say.naam_van(self.ronde).capitalize()}: {', '.join(delen)}."

    def as_json(self) -> Json:
        return {
            "ronde": str(self.ronde),
            "inzendingen": [
                {
                    "bestand": i.bestand,
                    "herkomst": i.herkomst,
                    "sha256": i.sha256,
                    "status": i.status,
                    "partij": i.partij or None,
                    "afgedaan": i.afgedaan,
                    "herstel": path_json(i.herstel),
                    "bevindingen": findings_json(i.bevindingen),
                }
                for i in self.inzendingen
            ],
            "bevindingen": findings_json(self.over_eerdere),
        }


@dataclass(frozen=True, slots=True)
class Chosen(Result):
    """The filed return a choice was made about, and the correction workbook that now belongs."""

    bestand: Path
    telt: bool
    herstel: Path | None = None
    bevindingen: tuple[Bevinding, ...] = ()

    def lines(self) -> Iterator[str]:
        wat = "telt nu" if self.telt else "telt niet meer mee"
        lijst = self.bestand.parent / KEUZE
        yield zichtbaar(f"{self.bestand.name} {wat}. Het staat in {lijst}.")
        yield from _to_send_back(self.herstel)
        yield from (f"  {finding_line(b)}" for b in self.bevindingen)

    def as_json(self) -> Json:
        return {
            "bestand": str(self.bestand),
            "telt": self.telt,
            "herstel": path_json(self.herstel),
            "bevindingen": findings_json(self.bevindingen),
        }


def _alike(ingenomen: Iterable[Ingenomen]) -> Iterator[tuple[Ingenomen, int]]:
    """Each, and of what was passed over for one reason the first, with how many more there are."""
    groepen: dict[object, list[Ingenomen]] = {}
    for i in ingenomen:
        codes = [b.code for b in i.bevindingen]
        alike = codes in ([catalogue.OVERGESLAGEN.code], [catalogue.MAIL_ZONDER_REKENBLAD.code])
        sleutel = (i.bevindingen[0].tekst, i.afgedaan) if alike else id(i)
        groepen.setdefault(sleutel, []).append(i)
    for eerste, *meer in groepen.values():
        yield eerste, len(meer)


def _rang(i: Ingenomen) -> tuple[bool, int]:
    """The gravest first, and last what is done with."""
    ernsten = [*Ernst]
    return i.afgedaan, min((ernsten.index(b.ernst) for b in i.bevindingen), default=len(ernsten))


def _to_send_back(herstel: Path | None) -> Iterator[str]:
    if herstel:
        yield f"  Herstelblad om terug te sturen: {zichtbaar(str(herstel))}"


def collect(
    ronde: Ronde,
    paths: Iterable[Path],
    *,
    template: Path | None = None,
    output: Path = OUTPUT,
    progress: Progress[Path] = silent,
    on_behalf: str = "",
    source: str = "",
) -> Collected:
    """Take in files and folders: recognise, file unchanged, validate; nothing is replaced.

    `on_behalf` names the partij for whom somebody filled in these sheets, and `source` what she
    took the answers from: a file, or words. Raises NietUitgevoerd when nothing of what was named
    is there.
    """
    paden = list(paths)
    if paden and not any(os.path.lexists(pad) for pad in paden):
        raise NietUitgevoerd(*(catalogue.BESTAND_ONTBREEKT.bij(Plek(str(pad))) for pad in paden))
    return _collect(paden, ronde, template, output, progress, (on_behalf, source))


@starts_over
def _collect(
    paden: list[Path],
    ronde: Ronde,
    template: Path | None,
    output: Path,
    progress: Progress[Path],
    voor_wie: tuple[str, str],
) -> Collected:
    with (
        open_workspace(ronde, template, output, "collect") as werk,
        ThreadPoolExecutor(1) as archief,
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
            for o in _met_cellen(werk, brieven.aside(documenten))
        )
        opgeborgen = [*read_ahead(beoordeeld, _opbergen(werk, retour, namens, archief))]
        for o, _ in opgeborgen if namens else ():
            if namens and not isinstance(o, Overgeslagen) and isinstance(o[1], Inzending):
                namens.keep(post, werk.beurt, o[1])
        gezegd = sort_mail(werk.kader, ronde, post, werk.beurt, brieven, opgeborgen)
        keuzes.laat_wachten(werk.beurt, _van_wie(werk.kader, retour, opgeborgen))
        retour.leg_vast(werk.beurt)
        uitkomsten = _uitkomsten(werk, retour, opgeborgen)
        uitkomsten = met_brieven(uitkomsten, [o for o, _ in opgeborgen], gezegd, brieven)
        keuzes = Keuzes(werk.dossier)
        over_map = (*keuzes.over_niets(), *nagezien(retour), *post.nagezien())
        return Collected(ronde, tuple(uitkomsten), (*werk.over_eerdere, *over_map))


def _opbergen(
    werk: Workspace, retour: Retour, namens: OnBehalf | None, archief: ThreadPoolExecutor
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
    return [*reversed([samen.ingenomen(o, nieuw) for o, nieuw in reversed(opgeborgen)])]


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


@starts_over
def choose(
    ronde: Ronde,
    name: str,
    *,
    template: Path | None = None,
    output: Path = OUTPUT,
    counts: bool = True,
    reason: str = "",
) -> Chosen:
    """Say that a filed return counts, or does not; it lasts, and shows in the matrix.

    The correction workbook of the partij is renewed at once. Raises NietUitgevoerd when `name`
    means no filed return, or more than one.
    """
    with open_workspace(ronde, template, output, "collect --choose") as werk:
        retour, eerst = Retour(werk.dossier), _wat_telt(werk)
        if counts:
            retour.erken(werk.beurt, Keuzes(werk.dossier).zoek(name))
        bestand = Keuzes(werk.dossier).kies(werk.beurt, name, counts, reason)
        werk.beurt.commit()
        gelezen = werk.read(retour.oorspronkelijke_naam(bestand), load(bestand))
        blad = (
            Herstelblad() if isinstance(gelezen, RefusedReturn) else vernieuw(werk, gelezen.partij)
        )
        veranderd = tuple(changed_by_choice(eerst, _wat_telt(werk), ronde))
    return Chosen(bestand, counts, blad.bestand, (*veranderd, *blad.bevindingen))


def _wat_telt(werk: Workspace) -> dict[str, Inzending]:
    return {i.partij: i for i in werk.counted().inzendingen}

"""The rondes in an output folder, open or archived: the one at work, and those before it.

An archive wins from the open ronde, its newest version from the older ones; one that is not whole
never hides another that is. Each is read with its own template where it keeps one. Nothing is
written there; what its files come to is remembered beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from ..archives.whole import what_is_wrong
from ..core import catalogue, phrases as say
from ..core.answers import Inzending, Uitgangspunt
from ..core.findings import NietUitgevoerd
from ..core.folder import Archiefdossier, Dossier
from ..core.kader import Kader
from ..core.numbering import Nummer
from ..core.outcome import Matrix, Vastgelegd
from ..core.places import find, place_of, unknown
from ..core.rounds import Bevinding, Ernst, Plek, Ronde
from ..matrix.belongs import check_belongs
from ..matrix.combine import combine
from ..matrix.decisions import read_decisions
from ..reading import Document, Limits, Reader, Refused, load
from ..returns.filed import LIJSTEN, Retour
from ..returns.rolled_on import as_asked, check_asked, keep_rolled_on, out_of_sight
from ..returns.workspace import Workspace, judged_before
from ..sheets.base import KINDS as SHEETS
from ..template.cycle import eigen_ronde
from ..template.norms import in_year
from ..template.read import Sjabloon, read_template
from ..template.settings import leesgrenzen
from ..writing.files import check_readable, is_there, reden_van
from ..writing.locking import alone_in
from ..writing.memory import NOTHING, Memory
from ..years.reference import reference_values
from ..years.rollover import earlier_answers, to_confirm
from .of_whom import read_template_here, template_here

_ONTHOUDEN = _SJABLOON, _RETOUR, _BESLUITEN = "sjabloon", "retour", "besluiten"
_LEZEN = catalogue.LEZER_GESTOPT.code[0]
Bevindingen = tuple[Bevinding, ...]
_GEEN_PLEK = {catalogue.CODE_ONBEKEND.code, catalogue.NIET_GEVRAAGD.code}


@dataclass(frozen=True, slots=True)
class Rondes:
    """The rondes that could be read, oldest first, and what there is to say of the others.

    `bronnen` has the folder each was read from, within the output folder.
    """

    matrices: tuple[Matrix, ...] = ()
    bevindingen: tuple[Bevinding, ...] = ()
    bronnen: Mapping[Ronde, str] = field(default_factory=dict)


@contextmanager
def open_workspace(
    ronde: Ronde, template: Path | None, output: Path, opdracht: str = "", begonnen: bool = False
) -> Iterator[Workspace]:
    """The workspace of a ronde, with what the rondes before it bring along.

    A command that writes says its name in `opdracht`; it has the folder to itself. Raises
    NietUitgevoerd when the template has fouten, asks nobody anything that year, when nothing of
    the ronde is there and it must have `begonnen`, or when another command keeps the folder.
    """
    with Reader() as reader, ExitStack() as alleen:
        sjabloon = read_template_here(template, reader)
        kader = in_year(sjabloon.geldig(), ronde.jaar)
        ronde = eigen_ronde(kader, ronde)
        if not kader.looptijd[0] <= ronde.jaar <= kader.looptijd[1]:
            check_asked(kader, ronde)  # before a folder is made: nothing comes back there either
        dossier = Dossier(output, ronde)
        if begonnen and not dossier.is_begonnen:
            raise NietUitgevoerd(catalogue.RONDE_NIET_BEGONNEN.bij(ronde=say.naam_van(ronde)))
        check_readable(Retour(dossier).bestanden())
        beurt = alleen.enter_context(alone_in(dossier.map, opdracht)) if opdracht else None
        reader.use(leesgrenzen(kader.instellingen))
        known = _memory(output, opdracht)
        eerder = earlier(output, ronde, sjabloon.geldig(), reader, known, sjabloon.sha256)
        kader = as_asked(kader, dossier, eerder.matrices)
        check_asked(kader, ronde)
        if beurt:
            keep_rolled_on(beurt, dossier, kader)
        vorige = earlier_answers(kader, ronde, eerder.matrices)
        yield Workspace(
            kader,
            dossier,
            reader,
            vorige,
            eerder.matrices,
            (*eerder.bevindingen, *out_of_sight(kader, ronde, eerder.matrices)),
            to_confirm(kader, eerder.matrices),
            judged_before(kader, dossier, vorige),
            beurt,
            template_here(template),
            reference_values(kader, ronde, eerder.matrices),
        )


def _memory(output: Path, opdracht: str) -> Memory:
    """A command that only looks keeps nothing, and what goes in an archive is worked out anew."""
    return Memory() if opdracht == "archive" else Memory(output, keep=bool(opdracht))


def earlier(
    output: Path,
    ronde: Ronde,
    kader: Kader,
    reader: Reader,
    known: Memory = NOTHING,
    template: str = "",
) -> Rondes:
    """The rondes before one, for which nothing need be there; open ones as `kader` has them.
    `template` is the hash of the one that has it; without it they are judged anew each time."""
    alle = find(output, kader.cyclus)
    met = _Middelen(kader, template, reader, known)
    return _lees([keuzes for keuzes in alle if keuzes[0].ronde < ronde], alle, met)


def all_rondes(
    output: Path, kader: Kader, reader: Reader, known: Memory = NOTHING, template: str = ""
) -> Rondes:
    """Every ronde there is, as `earlier` reads them."""
    alle = find(output, kader.cyclus)
    gelezen = _lees(alle, alle, _Middelen(kader, template, reader, known))
    vreemd = map(catalogue.MAP_VAN_ANDERE_RONDE.bij, unknown(output, kader.cyclus))
    return replace(gelezen, bevindingen=(*gelezen.bevindingen, *vreemd))


@dataclass(frozen=True, slots=True)
class _Middelen:
    """What rondes are read with: the kader of the open ones and its hash, the reader, the memory.

    `archived` has the templates of archives by their hash: each is read once.
    """

    kader: Kader
    template: str
    reader: Reader
    known: Memory
    archived: dict[str, Sjabloon] = field(default_factory=dict)

    def sources(self, template: str, *more: object) -> object:
        """What everything that is worked out depends on, besides the files themselves."""
        return [template, asdict(self.reader.limits), *more]


def _lees(rondes: list[list[Dossier]], alle: list[list[Dossier]], met: _Middelen) -> Rondes:
    matrices: list[Matrix] = []
    bevindingen: list[Bevinding] = []
    bronnen: dict[Ronde, str] = {}
    for keuzes in rondes:
        gelezen, gebreken = _eerste(keuzes, matrices, met)
        bevindingen += _over_gebreken(gebreken, gelezen)
        if gelezen is not None:
            matrices.append(gelezen.matrix)
            bronnen[gelezen.matrix.ronde] = place_of(gelezen.dossier).bestand
            bevindingen += _over(gelezen, met)
    plaatsen = (plaats for keuzes in alle for d in keuzes for plaats in _met_open(d))
    met.known.forget_all_but({_naam(d, wat) for d in plaatsen for wat in _ONTHOUDEN})
    return Rondes(tuple(matrices), tuple(bevindingen), bronnen)


def _met_open(dossier: Dossier) -> Iterator[Dossier]:
    yield dossier
    if isinstance(dossier, Archiefdossier):
        yield dossier.open_dossier


@dataclass(frozen=True, slots=True)
class _Gelezen:
    """A ronde as it was read from one place; `template` is the hash of the one it was read with."""

    dossier: Dossier
    matrix: Matrix
    over_inzendingen: Bevindingen
    template: str


def _eerste(
    keuzes: list[Dossier], eerder: Sequence[Matrix], met: _Middelen
) -> tuple[_Gelezen | None, list[tuple[Dossier, str]]]:
    """The ronde from the first place where it is whole, and what is wrong with those before it.

    Where it is whole nowhere it is what is left of it in the first place that can be read.
    """
    gebreken: list[tuple[Dossier, str]] = []
    onvolledig: list[Dossier] = []
    for dossier in keuzes:
        reden = what_is_wrong(dossier.uitvoer) if isinstance(dossier, Archiefdossier) else ""
        if reden:
            onvolledig.append(dossier)
        else:
            try:
                return _gelezen(dossier, eerder, met), gebreken
            except (NietUitgevoerd, OSError) as fout:
                reden = _waarom_niet(fout)
        gebreken.append((dossier, reden))
    for dossier in onvolledig:
        with suppress(NietUitgevoerd, OSError):
            return _gelezen(dossier, eerder, met), gebreken
    return None, gebreken


def _gelezen(dossier: Dossier, eerder: Sequence[Matrix], met: _Middelen) -> _Gelezen:
    """Raises NietUitgevoerd or OSError when it cannot be read."""
    kader, template = _kader(dossier, met)
    dossier = replace(dossier, ronde=kader.cyclus.zoals(dossier.ronde))
    kader = as_asked(in_year(kader, dossier.ronde.jaar), dossier, eerder)
    matrix, over_inzendingen = _matrix(dossier, kader, template, met)
    return _Gelezen(dossier, matrix, over_inzendingen, template)


def _over_gebreken(
    gebreken: list[tuple[Dossier, str]], gelezen: _Gelezen | None
) -> Iterator[Bevinding]:
    """What is wrong with the places where a ronde could not be read, and where it was."""
    for dossier, reden in gebreken:
        plek, velden = place_of(dossier), {"ronde": say.naam_van(dossier.ronde), "reden": reden}
        if gelezen is None:
            yield catalogue.RONDE_ONLEESBAAR.bij(plek, **velden)
        else:
            zelf = gelezen.dossier == dossier
            bron = "wat er nog is" if zelf else place_of(gelezen.dossier).bestand
            yield catalogue.RONDE_NIET_HEEL.bij(plek, **velden, bron=bron)


def _waarom_niet(fout: NietUitgevoerd | OSError) -> str:
    if isinstance(fout, OSError):
        return reden_van(fout)
    tekst = fout.bevindingen[-1].tekst.removesuffix(".")
    return f"{tekst[:1].lower()}{tekst[1:]}"


def _naam(dossier: Dossier, wat: str) -> str:
    """What is remembered of a ronde, by where it stands: `archief-2026-evaluatie.besluiten`."""
    return f"{place_of(dossier).bestand.replace('/', '-')}.{wat}"


def _kader(dossier: Dossier, met: _Middelen) -> tuple[Kader, str]:
    """The kader of a ronde and the hash of its template: the archived one where there is one."""
    if not isinstance(dossier, Archiefdossier):
        return met.kader, met.template

    def read(naam: str, data: bytes) -> Document | Refused:
        bronnen = met.sources(sha256(data).hexdigest(), naam)
        return met.known.once(
            _naam(dossier, _SJABLOON),
            bronnen,
            Document,
            lambda: met.reader.read(naam, data),
            lambda gelezen: isinstance(gelezen, Document),
        )

    template = sha256(dossier.sjabloon.read_bytes()).hexdigest()
    if template == met.template:
        return met.kader, template
    if template not in met.archived:
        met.archived[template] = read_template(dossier.sjabloon, met.reader, read)
    sjabloon = met.archived[template]
    return sjabloon.geldig(), sjabloon.sha256


def _matrix(
    dossier: Dossier, kader: Kader, template: str, met: _Middelen
) -> tuple[Matrix, Bevindingen]:
    """A ronde from its returns and what was set in its matrix, and what there is to say of these.

    Raises NietUitgevoerd when its matrix cannot be read, or contradicts itself: a voorstel would
    pass for a besluit.
    """
    inzendingen, bevindingen = _inzendingen(dossier, kader, template, met)
    vastgelegd = _vastgelegd(dossier, kader, template, met)
    return combine(kader, dossier.ronde, inzendingen, vastgelegd), bevindingen


def _inzendingen(
    dossier: Dossier, kader: Kader, template: str, met: _Middelen
) -> tuple[tuple[Inzending, ...], Bevindingen]:
    """The returns that count, without the rows they came from, and what there is to say of them."""

    def judge() -> tuple[tuple[Inzending, ...], Bevindingen]:
        geteld = Workspace(kader, dossier, met.reader).counted()
        return tuple(map(_zonder_regels, geteld.inzendingen)), geteld.bevindingen

    bestanden = _bestanden(dossier, met.reader.limits)
    if not template or bestanden is None:
        return judge()

    def lasting(gelezen: tuple[tuple[Inzending, ...], Bevindingen]) -> bool:
        # Nobody keeps the folder of another ronde to himself: it may have changed meanwhile.
        return _blijft_zo(gelezen[1]) and _bestanden(dossier, met.reader.limits) == bestanden

    gevraagd = sorted((*kader.doorgeschoven, *map(repr, kader.actiepunten)))
    bronnen = met.sources(template, str(dossier.ronde), bestanden, gevraagd)
    return met.known.once(_naam(dossier, _RETOUR), bronnen, tuple, judge, lasting)


def _bestanden(dossier: Dossier, limits: Limits) -> list[tuple[str, str]] | None:
    """The returns, the lists beside them and what they were made from, by name and hash.

    None when one cannot be had.
    """
    lijsten = (p for naam in sorted(LIJSTEN) if (p := dossier.retour / naam).is_file())
    uitgegeven = (p for soort in SHEETS for p in sorted(dossier.uitgegeven.glob(f"{soort}-*")))
    bestanden = (*Retour(dossier).bestanden(), *lijsten, *uitgegeven)
    inhoud = [(p.name, load(p, limits)) for p in bestanden]
    gevonden = [(n, sha256(data).hexdigest()) for n, data in inhoud if isinstance(data, bytes)]
    return gevonden if len(gevonden) == len(inhoud) else None


def _zonder_regels(inzending: Inzending) -> Inzending:
    """Nobody asks after the rows of an earlier ronde, and they are most of a return."""
    leeg = replace(
        inzending.bron,
        regels={},
        programma={},
        bevindingen=(),
        uitgangspunt=Uitgangspunt(),
        onleesbaar=frozenset(),
        geschreven={},
    )
    return replace(inzending, bron=leeg)


def _blijft_zo(bevindingen: Bevindingen) -> bool:
    """Whether reading went well: what took too long today need not do so tomorrow."""
    return not any(b.ernst is Ernst.FOUT and b.code.startswith(_LEZEN) for b in bevindingen)


def _vastgelegd(dossier: Dossier, kader: Kader, template: str, met: _Middelen) -> Vastgelegd:
    """What people wrote in the matrix of a ronde; nothing when there is none."""
    if not is_there(dossier.matrix):
        return Vastgelegd()
    naam, data = dossier.matrix.name, dossier.matrix.read_bytes()

    def read() -> Vastgelegd:
        document = met.reader.read(naam, data)
        if isinstance(document, Refused):
            raise NietUitgevoerd(document.bevinding)
        gelezen = read_decisions(naam, document, kader, naam)
        if gelezen is None:
            raise NietUitgevoerd(catalogue.MATRIX_ONLEESBAAR.bij(Plek(naam)))
        if gelezen.te_kiezen:
            raise NietUitgevoerd(*gelezen.te_kiezen)
        check_belongs(Plek(naam), gelezen.kenmerk, kader, dossier.ronde)
        return gelezen.vastgelegd

    if not template:
        return read()
    bronnen = met.sources(template, naam, sha256(data).hexdigest())
    return met.known.once(_naam(dossier, _BESLUITEN), bronnen, Vastgelegd, read)


def _over(gelezen: _Gelezen, met: _Middelen) -> Iterator[Bevinding]:
    """An archive that the open folder no longer equals; answers an open one has no place for."""
    dossier, matrix = gelezen.dossier, gelezen.matrix
    ronde = say.naam_van(dossier.ronde)
    if isinstance(dossier, Archiefdossier):
        open_ = dossier.open_dossier
        if open_.map.is_dir() and not _gelijk(dossier, open_, gelezen, met):
            yield catalogue.ARCHIEF_GAAT_VOOR.bij(place_of(open_), ronde=ronde)
        return
    aantal = sum(b.code == catalogue.PARTIJ_ONBEKEND.code for b in gelezen.over_inzendingen)
    for inzending in matrix.inzendingen:
        codes = [b.code for b in inzending.bevindingen]
        if catalogue.ANDERE_VERSIE.code in codes:
            aantal += sum(code in _GEEN_PLEK for code in codes)
    if aantal:
        yield catalogue.ANDER_SJABLOON.bij(place_of(dossier), ronde=ronde, aantal=aantal)


def _gelijk(archief: Dossier, open_: Dossier, gelezen: _Gelezen, met: _Middelen) -> bool:
    """Whether the open folder still has the same returns and the same besluiten."""
    try:
        if open_.retour.is_dir() and _inhoud(open_) != _inhoud(archief):
            return False
        if not open_.matrix.is_file() or open_.matrix.read_bytes() == archief.matrix.read_bytes():
            return True
        nu = _vastgelegd(open_, gelezen.matrix.kader, gelezen.template, met)
    except (NietUitgevoerd, OSError):
        return False
    return _besluiten(nu) == _besluiten(gelezen.matrix.vastgelegd)


def _inhoud(dossier: Dossier) -> set[str]:
    return {sha256(p.read_bytes()).hexdigest() for p in Retour(dossier).bestanden()}


def _besluiten(vastgelegd: Vastgelegd) -> list[tuple[Nummer, str, str, object]]:
    gezet = sorted(vastgelegd.besluiten.items(), key=str)
    return [(n, b.kleur, b.reden, b.datum) for n, b in gezet if b]

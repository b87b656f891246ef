"""`merge`: the matrix written from all that was returned and settled."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from ..core import catalogue, clock, labels as l, phrases as say
from ..core.answers import Inzending
from ..core.findings import NietUitgevoerd, heeft_fout
from ..core.folder import Dossier
from ..core.kader import Kader
from ..core.notation import een_regel
from ..core.outcome import Matrix, Vastgelegd
from ..core.rounds import NERGENS, OUTPUT, Bevinding, Ernst, Plek, Ronde
from ..core.text import zichtbaar
from ..matrix.belongs import check_belongs
from ..matrix.combine import combine
from ..matrix.decision_checks import in_the_future, validate_decisions
from ..matrix.decisions import BEWIJS, Gelezen, read_decisions
from ..matrix.moved_rows import name_moved
from ..matrix.proposed import proposals_of
from ..matrix.settled import MATRIX, as_content, clashes_in, from_content
from ..matrix.sheets.workbook import write_matrix
from ..matrix.three_way import find_changes, still_to_choose
from ..reading import Document
from ..returns.ahead import Progress, silent
from ..returns.counting import Counted
from ..returns.workspace import Workspace
from ..writing.files import is_there, open_in_program
from ..writing.handed_out import HandedOut
from ..writing.locking import starts_over
from ..years.targets import hold_targets
from ..years.trends import look_back
from .beside import beside_the_answers
from .matrix_keys import afspraak_json, indicator_json, inzendingen_json, vastgelegd_json
from .next_template import NextTemplate, next_template
from .other_template import other_template
from .result import Json, Result, finding_lines, findings_json, lines_by_file, path_json
from .rounds import open_workspace


@dataclass(frozen=True, slots=True)
class Merged(Result):
    """The matrix and where it was written; `bewaard` is the copy of the one it replaced.

    `publicatie` is the folder for those outside the room, None while there is nothing to
    publish; `over_publicatie` says why, where the BO did set the matrix.
    `ander_sjabloon` says that another template is used than the one the sheets were made with.
    `veranderd` is what people changed in the matrix itself of what stood there: it is said once,
    and stands not in the workbook, which would else differ at the next merge. `sjabloon` is the
    next version of the template, None as long as the BO adopted no change of it.
    """

    matrix: Matrix
    bestand: Path
    bewaard: Path | None
    publicatie: Path | None = None
    over_publicatie: tuple[Bevinding, ...] = ()
    veranderd: tuple[Bevinding, ...] = ()
    sjabloon: NextTemplate | None = None
    ander_sjabloon: tuple[Bevinding, ...] = ()

    @property
    def over_sjabloon(self) -> tuple[Bevinding, ...]:
        return self.sjabloon.bevindingen if self.sjabloon else ()

    @property
    def needs_attention(self) -> bool:
        if heeft_fout((*self.over_publicatie, *self.over_sjabloon)) or self.ander_sjabloon:
            return True
        mist = any(b.code == catalogue.PARTIJ_ONTBREEKT.code for b in self.matrix.bevindingen)
        return mist or heeft_fout(self.matrix.bevindingen)

    def lines(self) -> Iterator[str]:
        matrix = self.matrix
        if matrix.fictief:
            yield l.FICTIEF
        yield from finding_lines(self.ander_sjabloon, "")
        verschillen = sum(bool(r.open_verschillen) for r in matrix.rijen)
        partijen = say.aantal(len(matrix.inzendingen), "inzending", "inzendingen")
        indicatoren = say.aantal(verschillen, "indicator", "indicatoren")
        yield (
            f"{say.naam_van(matrix.ronde).capitalize()}: {partijen}, "
            f"{indicatoren} met een verschil om te bespreken."
        )
        belangrijk = [b for b in matrix.bevindingen if b.ernst is not Ernst.MELDING]
        yield from lines_by_file(sorted(belangrijk, key=lambda b: b.plek.bestand))
        if besluiten := sum(bool(b) for b in matrix.besluiten.values()):
            yield f"{say.aantal(besluiten, 'besluit is', 'besluiten zijn')} overgenomen."
        yield from lines_by_file(self.veranderd)
        if self.bewaard:
            yield f"De vorige matrix is bewaard: {zichtbaar(str(self.bewaard))}"
        yield from self.where()

    def where(self) -> Iterator[str]:
        """Where the matrix is, and what was published of it."""
        yield f"Matrix: {zichtbaar(str(self.bestand))}"
        yield from finding_lines(self.over_publicatie, "")
        if self.publicatie:
            yield f"Publicatie: {zichtbaar(str(self.publicatie))}"
        if self.sjabloon:
            yield from self.sjabloon.lines(self.matrix.ronde.jaar)
        yield from finding_lines(self.over_sjabloon, "")

    def as_json(self) -> Json:
        matrix = self.matrix
        return {
            "ronde": str(matrix.ronde),
            "matrix": str(self.bestand),
            "publicatie": path_json(self.publicatie),
            "sjabloon": path_json(self.sjabloon.bestand if self.sjabloon else None),
            "inzendingen": inzendingen_json(matrix),
            "indicatoren": [indicator_json(matrix, rij) for rij in matrix.rijen],
            "afspraken": [afspraak_json(matrix, a.nummer) for a in matrix.kader.afspraken],
            "vastgelegd": vastgelegd_json(matrix.kader, matrix.vastgelegd),
            "bevindingen": findings_json(
                [
                    *self.ander_sjabloon,
                    *matrix.bevindingen,
                    *self.veranderd,
                    *self.over_publicatie,
                    *self.over_sjabloon,
                ]
            ),
        }


@starts_over
def merge(
    ronde: Ronde,
    *,
    template: Path | None = None,
    output: Path = OUTPUT,
    progress: Progress[Path] = silent,
    today: date | None = None,
) -> Merged:
    """Write the matrix from the filed returns; what people wrote in the one that is there stays.

    What the BO set is published once its day has come. Raises NietUitgevoerd when that one is open
    in a program, cannot be read, or contradicts itself.
    """
    with open_workspace(ronde, template, output, "merge", begonnen=True) as werk:
        niet_open(werk.dossier)
        geteld = werk.counted(progress)
        oud, gelezen = huidige(werk)
        dag = today or clock.today()
        merged = schrijf(werk, geteld, oud, gelezen.vastgelegd, gelezen.bevindingen, dag)
        ander = tuple(other_template(werk, template))
    return replace(merged, veranderd=gelezen.veranderd, ander_sjabloon=ander)


def niet_open(dossier: Dossier) -> None:
    if slot := open_in_program(dossier.matrix):
        plek = Plek(dossier.matrix.name)
        raise NietUitgevoerd(catalogue.MATRIX_IS_OPEN.bij(plek, slot=slot.name))


def huidige(werk: Workspace) -> tuple[bytes, Gelezen]:
    """The matrix that is there, and what people wrote in it.

    Raises NietUitgevoerd when it cannot be read, or when its own sheets contradict each other.
    """
    matrix = werk.dossier.matrix
    oud = matrix.read_bytes() if is_there(matrix) else b""
    if not oud:
        return oud, Gelezen(Vastgelegd(), ())
    bewaard = werk.dossier.bewaarde_matrix(hashlib.sha256(oud).hexdigest())
    document = werk.reader.read(matrix.name, oud)
    gelezen = None
    if isinstance(document, Document):
        gelezen = read_decisions(matrix.name, document, werk.kader, bewaard.name)
    if gelezen is None:
        raise NietUitgevoerd(catalogue.MATRIX_ONLEESBAAR.bij(Plek(matrix.name)))
    if gelezen.te_kiezen:
        raise NietUitgevoerd(*gelezen.te_kiezen)
    check_belongs(Plek(matrix.name), gelezen.kenmerk, werk.kader, werk.ronde)
    stond = HandedOut(werk.dossier.uitgegeven).find(MATRIX, gelezen.stempel) or {}
    vastgelegd = replace(gelezen.vastgelegd, te_kiezen=clashes_in(stond))
    stonden = from_content(stond) or {}
    veranderd = find_changes(gelezen.ingevuld, stonden, werk.kader.stoplicht)
    verhuisd = name_moved(gelezen.ingevuld, stonden)
    gelezen = replace(gelezen, vastgelegd=vastgelegd, veranderd=(*verhuisd, *veranderd))
    return oud, met_ontbrekende_bladen(gelezen, matrix.name, bewaard.name)


def met_ontbrekende_bladen(gelezen: Gelezen, naam: str, bewaard: str) -> Gelezen:
    weg = [
        catalogue.BLAD_WEG_UIT_MATRIX.bij(Plek(naam), blad=blad, bewaard=bewaard)
        for blad in gelezen.zonder
    ]
    return replace(gelezen, bevindingen=(*gelezen.bevindingen, *weg))


def current_matrix(
    werk: Workspace, progress: Progress[Path] = silent
) -> tuple[Matrix, bytes, bytes]:
    """The matrix that `merge` would write now, its workbook, and the workbook that is there."""
    geteld = werk.counted(progress)
    oud, gelezen = huidige(werk)
    matrix, data = _stel_op(werk, geteld, gelezen.vastgelegd, gelezen.bevindingen)
    return matrix, data, oud


def _stel_op(
    werk: Workspace,
    geteld: Counted,
    vastgelegd: Vastgelegd,
    over_de_matrix: tuple[Bevinding, ...],
) -> tuple[Matrix, bytes]:
    """The matrix of the returns and of what was settled, and its workbook."""
    te_kiezen = still_to_choose(vastgelegd)
    vastgelegd = replace(vastgelegd, te_kiezen=tuple(te_kiezen))
    # Their cells are those of a workbook that gives way to this one.
    over_besluiten = [
        replace(b, plek=NERGENS) for b in validate_decisions(vastgelegd, werk.kader, werk.ronde)
    ]
    bevindingen = [
        *werk.over_eerdere,
        *geteld.bevindingen,
        *over_de_matrix,
        *over_besluiten,
        *te_kiezen.values(),
        *_voorgesteld(werk.kader, geteld.inzendingen, vastgelegd),
        *_niet_gedragen(werk.dossier, vastgelegd),
    ]
    matrix = combine(werk.kader, werk.ronde, geteld.inzendingen, vastgelegd, bevindingen)
    terug, erbij = look_back(matrix, werk.eerdere), beside_the_answers(werk.dossier)
    terug = replace(terug, doelen=hold_targets(matrix, werk.eerdere))
    matrix = replace(matrix, terugblik=terug, stukken=erbij)
    return matrix, write_matrix(matrix)


def _voorgesteld(
    kader: Kader, inzendingen: Sequence[Inzending], vastgelegd: Vastgelegd
) -> Iterator[Bevinding]:
    """What a partij proposes to change, as long as nobody worked it out."""
    for code, (partij, veld) in proposals_of(inzendingen).items():
        wie = kader.partij(partij)
        if wie is not None and not vastgelegd.wijzigingen.get(code):
            velden = {"partij": wie.naam, "code": code, "tekst": een_regel(veld.tekst)}
            yield catalogue.PARTIJ_STELT_VOOR.bij(veld.plek, **velden)


def _niet_gedragen(dossier: Dossier, vastgelegd: Vastgelegd) -> Iterator[Bevinding]:
    """Workbooks that were adopted, where the matrix is one of before that."""
    bekend = {naam[:8] for naam in vastgelegd.overgenomen}
    er_zijn = (
        sorted(p.name for p in dossier.bewijzen.glob("*")) if dossier.bewijzen.is_dir() else []
    )
    if namen := [naam for naam in er_zijn if BEWIJS.match(naam) and naam[:8] not in bekend]:
        yield catalogue.BEWIJS_NIET_IN_MATRIX.bij(namen=", ".join(namen))


def schrijf(
    werk: Workspace,
    geteld: Counted,
    oud: bytes,
    vastgelegd: Vastgelegd,
    over_de_matrix: tuple[Bevinding, ...],
    vandaag: date,
    papieren: Mapping[Path, bytes] = MappingProxyType({}),
) -> Merged:
    """Write that matrix, with the papers that belong to it; the one it replaces is kept."""
    dossier = werk.dossier
    matrix, data = _stel_op(werk, geteld, vastgelegd, over_de_matrix)
    vervangt = bool(oud) and oud != data
    bewaard = dossier.bewaarde_matrix(hashlib.sha256(oud).hexdigest()) if vervangt else None
    HandedOut(dossier.uitgegeven).keep(werk.beurt, MATRIX, as_content(matrix.vastgelegd))
    bestanden, over_publicatie = _publicatie(matrix, vandaag)
    over_publicatie += tuple(_wat_er_stond(werk, matrix, bestanden))
    if oud != data:
        werk.beurt.write(dossier.matrix, data, before=oud or None)
    if bewaard:
        werk.beurt.write(bewaard, oud)
    openbaar = {dossier.publicatie / naam: inhoud for naam, inhoud in bestanden.items()}
    volgend = next_template(werk, vastgelegd, vandaag)
    nieuw = {}
    if volgend and volgend.bestand and volgend.data is not None:
        nieuw[volgend.bestand] = volgend.data
    for bestand, inhoud in {**papieren, **openbaar, **nieuw}.items():
        if not bestand.exists() or bestand.read_bytes() != inhoud:
            werk.beurt.write(bestand, inhoud)
    werk.beurt.commit()
    publicatie = dossier.publicatie if bestanden else None
    return Merged(matrix, dossier.matrix, bewaard, publicatie, over_publicatie, sjabloon=volgend)


def _publicatie(matrix: Matrix, vandaag: date) -> tuple[Mapping[str, bytes], tuple[Bevinding, ...]]:
    """What is for all to see, once the BO has set it; a concept is never published."""
    if not isinstance(matrix.vastgelegd.vastgesteld, date):
        return {}, ()
    if toekomst := in_the_future(matrix.vastgelegd, vandaag):
        return {}, toekomst
    from ..matrix.files.publication import write_publication

    try:
        return write_publication(matrix), ()
    except NietUitgevoerd as fout:
        return {}, fout.bevindingen


def _wat_er_stond(
    werk: Workspace, matrix: Matrix, bestanden: Mapping[str, bytes]
) -> Iterator[Bevinding]:
    """Withdraw what was published before and is no longer; what others put there stays."""
    map_ = werk.dossier.publicatie
    er_zijn = sorted(map_.glob(f"monitoringsmatrix-{matrix.ronde}*")) if map_.is_dir() else []
    weg = [bestand for bestand in er_zijn if bestand.name not in bestanden]
    if not weg:
        return
    plek = str(map_)
    if matrix.vastgelegd.vastgesteld and not bestanden:
        yield catalogue.PUBLICATIE_STAAT_NOG.bij(map=plek)
        return
    for bestand in weg:
        werk.beurt.remove(bestand)
    if not bestanden:
        yield catalogue.PUBLICATIE_INGETROKKEN.bij(map=plek)

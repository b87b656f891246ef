"""The matrix on the table: `merge` writes it, `adopt` takes over what people settled in it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType

from .core import catalogue
from .core import labels as l
from .core import phrases as say
from .core.findings import NietUitgevoerd, heeft_fout
from .core.folder import Dossier
from .core.outcome import Matrix, Vastgelegd
from .core.rounds import NERGENS, OUTPUT, Bevinding, Plek, Ronde
from .matrix.carry_over import borne_by, carry_over, put_back
from .matrix.combine import combine
from .matrix.decision_checks import validate_decisions
from .matrix.decisions import Gelezen, read_decisions
from .matrix.meeting_sheets import Geschreven
from .matrix.sheets.workbook import write_matrix
from .reading import Document, Refused, load
from .returns.ahead import Progress, silent, zonder_opruimen
from .returns.counting import Counted
from .returns.workspace import Workspace
from .rondes import open_workspace
from .writing.files import is_open_in_programma
from .writing.locking import starts_over
from .years.trends import look_back


@dataclass(frozen=True, slots=True)
class Merged:
    """The matrix and where it was written; `bewaard` is the copy of the one it replaced.

    `publicatie` is the folder for those outside the room, None while there is nothing to
    publish; `over_publicatie` says why, where the BO did set the matrix.
    """

    matrix: Matrix
    bestand: Path
    bewaard: Path | None
    publicatie: Path | None = None
    over_publicatie: tuple[Bevinding, ...] = ()

    @property
    def vraagt_aandacht(self) -> bool:
        if heeft_fout(self.over_publicatie):
            return True
        mist = any(b.code == catalogue.PARTIJ_ONTBREEKT.code for b in self.matrix.bevindingen)
        return mist or heeft_fout(self.matrix.bevindingen)


@dataclass(frozen=True, slots=True)
class Adopted:
    """What the new matrix bears of an edited one, the evidence kept of it, and that new matrix.

    `bevindingen` are about the edited workbook alone.
    """

    begrepen: Vastgelegd
    bevindingen: tuple[Bevinding, ...]
    bewijs: Path
    merged: Merged

    @property
    def vraagt_aandacht(self) -> bool:
        return heeft_fout(self.bevindingen)


@starts_over
@zonder_opruimen()
def merge(
    ronde: Ronde,
    template: Path | None = None,
    output: Path = OUTPUT,
    progress: Progress[Path] = silent,
) -> Merged:
    """Write the matrix from the filed returns; what people wrote in the one that is there stays.

    Raises NietUitgevoerd when that one is open in a program, or cannot be read.
    """
    _niet_open(Dossier(output, ronde))
    with open_workspace(ronde, template, output, "merge", begonnen=True) as werk:
        geteld = werk.counted(progress)
        oud, gelezen = _huidige(werk)
        return _schrijf(werk, geteld, oud, gelezen.vastgelegd, gelezen.bevindingen)


@starts_over
def adopt(
    bestand: Path,
    ronde: Ronde,
    template: Path | None = None,
    output: Path = OUTPUT,
    vandaag: date | None = None,
) -> Adopted:
    """Take over what people settled in an edited matrix, and keep that workbook as evidence.

    It may be the matrix of the ronde itself or a copy from elsewhere; what stands in the
    matrix and not in the copy stays. Of a copy that was taken over before only what the matrix
    does not have any more is. Raises NietUitgevoerd when it is no matrix of this ronde.
    """
    _niet_open(Dossier(output, ronde))
    with open_workspace(ronde, template, output, "adopt", begonnen=True) as werk:
        oud, huidig = _huidige(werk)
        data, nieuw = _aangereikt(werk, bestand, huidig)
        bewijs = werk.dossier.bewijs(bestand.name, hashlib.sha256(data).hexdigest())
        if bewijs.exists():  # what was decided after that must not be undone by an older copy
            vastgelegd, terug = put_back(huidig.vastgelegd, nieuw.vastgelegd)
            al = [] if terug else [catalogue.AL_OVERGENOMEN.bij(Plek(bestand.name))]
            gevonden = [*al, *terug, *nieuw.te_kiezen]
        else:
            eerder = huidig.vastgelegd if data != oud else Vastgelegd()
            vastgelegd, veranderd = carry_over(nieuw.vastgelegd, eerder)
            dag = vandaag or date.today()
            gecontroleerd = validate_decisions(nieuw.vastgelegd, werk.kader, ronde, dag)
            gevonden = [*nieuw.bevindingen, *gecontroleerd, *veranderd]
        papieren = {} if bewijs.exists() else {bewijs: data}
        merged = _schrijf(werk, werk.counted(), oud, vastgelegd, huidig.bevindingen, papieren)
    begrepen = borne_by(vastgelegd, nieuw.vastgelegd)
    return Adopted(begrepen, tuple(gevonden), bewijs, merged)


def _niet_open(dossier: Dossier) -> None:
    if is_open_in_programma(dossier.matrix):
        raise NietUitgevoerd(catalogue.MATRIX_IS_OPEN.bij(Plek(dossier.matrix.name)))


def _aangereikt(werk: Workspace, bestand: Path, huidig: Gelezen) -> tuple[bytes, Gelezen]:
    """The workbook handed in, and what people wrote in it."""
    data = load(bestand)
    document = data if isinstance(data, Refused) else werk.reader.read(bestand.name, data)
    if isinstance(document, Refused) or isinstance(data, Refused):
        assert isinstance(document, Refused), "what cannot be loaded is not read"
        raise NietUitgevoerd(replace(document.bevinding, plek=Plek(str(bestand))))
    bewijs = werk.dossier.bewijs(bestand.name, hashlib.sha256(data).hexdigest())
    geschreven = Geschreven(huidig.bladen, cache(partial(_bewaarde, werk)))
    gelezen = read_decisions(bestand.name, document, werk.kader, bewijs.name, geschreven)
    if gelezen is None:
        koppen = f"{l.CODE} en {l.BESLUIT}"
        raise NietUitgevoerd(catalogue.GEEN_MATRIX.bij(Plek(str(bestand)), koppen=koppen))
    if gelezen.ronde not in (None, werk.ronde):
        assert gelezen.ronde is not None, "just looked at"
        velden = {"ronde": say.naam_van(gelezen.ronde), "gevraagd": say.naam_van(werk.ronde)}
        raise NietUitgevoerd(catalogue.MATRIX_ANDERE_RONDE.bij(Plek(str(bestand)), **velden))
    if gelezen.ronde is None:
        welke = say.ronde_in_woorden(werk.ronde)
        zonder = catalogue.MATRIX_ZONDER_KENMERK.bij(Plek(bestand.name), ronde=welke)
        gelezen = replace(gelezen, bevindingen=(zonder, *gelezen.bevindingen))
    return data, _met_ontbrekende_bladen(gelezen, bestand.name, "de matrix zelf")


def _huidige(werk: Workspace) -> tuple[bytes, Gelezen]:
    """The matrix that is there, and what people wrote in it.

    Raises NietUitgevoerd when it cannot be read, or when its own sheets contradict each other.
    """
    matrix = werk.dossier.matrix
    oud = matrix.read_bytes() if matrix.exists() else b""
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
    return oud, _met_ontbrekende_bladen(gelezen, matrix.name, bewaard.name)


def _bewaarde(werk: Workspace) -> list[Document]:
    """The matrices that were replaced, and the workbooks that were adopted, as far as they open."""
    paden = [
        pad for map_ in werk.dossier.bewaard if map_.is_dir() for pad in sorted(map_.iterdir())
    ]
    inhoud = ((pad.name, load(pad)) for pad in paden)
    gelezen = (werk.reader.read(naam, data) for naam, data in inhoud if isinstance(data, bytes))
    return [document for document in gelezen if isinstance(document, Document)]


def _met_ontbrekende_bladen(gelezen: Gelezen, naam: str, bewaard: str) -> Gelezen:
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
    oud, gelezen = _huidige(werk)
    matrix, data = _stel_op(werk, geteld, gelezen.vastgelegd, gelezen.bevindingen)
    return matrix, data, oud


def _stel_op(
    werk: Workspace,
    geteld: Counted,
    vastgelegd: Vastgelegd,
    over_de_matrix: tuple[Bevinding, ...],
) -> tuple[Matrix, bytes]:
    """The matrix of the returns and of what was settled, and its workbook."""
    # Their cells are those of a workbook that gives way to this one.
    over_besluiten = [
        replace(b, plek=NERGENS) for b in validate_decisions(vastgelegd, werk.kader, werk.ronde)
    ]
    bevindingen = [
        *werk.over_eerdere,
        *geteld.bevindingen,
        *over_de_matrix,
        *over_besluiten,
    ]
    matrix = combine(werk.kader, werk.ronde, geteld.inzendingen, vastgelegd, bevindingen)
    matrix = replace(matrix, terugblik=look_back(matrix, werk.eerdere))
    return matrix, write_matrix(matrix)


def _schrijf(
    werk: Workspace,
    geteld: Counted,
    oud: bytes,
    vastgelegd: Vastgelegd,
    over_de_matrix: tuple[Bevinding, ...],
    papieren: Mapping[Path, bytes] = MappingProxyType({}),
) -> Merged:
    """Write that matrix, with the papers that belong to it; the one it replaces is kept."""
    dossier = werk.dossier
    matrix, data = _stel_op(werk, geteld, vastgelegd, over_de_matrix)
    vervangt = bool(oud) and oud != data
    bewaard = dossier.bewaarde_matrix(hashlib.sha256(oud).hexdigest()) if vervangt else None
    bestanden, over_publicatie = _publicatie(matrix)
    if oud != data:
        werk.beurt.write(dossier.matrix, data, before=oud or None)
    if bewaard:
        werk.beurt.write(bewaard, oud)
    openbaar = {dossier.publicatie / naam: inhoud for naam, inhoud in bestanden.items()}
    for bestand, inhoud in {**papieren, **openbaar}.items():
        if not bestand.exists() or bestand.read_bytes() != inhoud:
            werk.beurt.write(bestand, inhoud)
    werk.beurt.commit()
    publicatie = dossier.publicatie if bestanden else None
    return Merged(matrix, dossier.matrix, bewaard, publicatie, over_publicatie)


def _publicatie(matrix: Matrix) -> tuple[Mapping[str, bytes], tuple[Bevinding, ...]]:
    """What is for all to see, once the BO has set it; a concept is never published."""
    if not isinstance(matrix.vastgelegd.vastgesteld, date):
        return {}, ()
    from .matrix.files.publication import write_publication

    try:
        return write_publication(matrix), ()
    except NietUitgevoerd as fout:
        return {}, fout.bevindingen

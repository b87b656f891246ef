"""The rondes in an output folder, open or archived: the one at work, and those before it.

An archive wins from the open ronde, and its newest version from the older ones. Each is read
with its own template where it keeps one. Nothing is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from ..core import catalogue
from ..core import phrases as say
from ..core.findings import NietUitgevoerd
from ..core.folder import Archiefdossier, Dossier, archiefmap
from ..core.kader import Kader
from ..core.outcome import Besluit, Matrix, Vastgelegd
from ..core.rounds import Bevinding, Fase, Plek, Ronde
from ..matrix.combine import combine
from ..matrix.decisions import read_decisions
from ..reading import Reader, Refused
from ..returns.counting import Counted
from ..returns.filed import Retour
from ..returns.workspace import Workspace, judged_before
from ..template.read import read_template, shipped_template
from ..template.settings import leesgrenzen
from ..writing.locking import alone_in
from ..years.rollover import earlier_answers, to_confirm

_NAAM = re.compile(r"(\d{4})-(tussenstand|evaluatie)(?:-v(\d+))?")
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
        kader = read_template(template or shipped_template(), reader).geldig()
        if not any(kader.vragen_aan(p.code, ronde.jaar) for p in kader.partijen):
            van, tm = kader.looptijd
            raise NietUitgevoerd(
                catalogue.NIETS_GEVRAAGD.bij(ronde=say.naam_van(ronde), looptijd=f"{van}-{tm}")
            )
        dossier = Dossier(output, ronde)
        if begonnen and not dossier.is_begonnen:
            raise NietUitgevoerd(catalogue.RONDE_NIET_BEGONNEN.bij(ronde=say.naam_van(ronde)))
        beurt = alleen.enter_context(alone_in(dossier.map, opdracht)) if opdracht else None
        reader.use(leesgrenzen(kader.instellingen))
        eerder = earlier(output, ronde, kader, reader)
        vorige = earlier_answers(kader, ronde, eerder.matrices)
        yield Workspace(
            kader,
            dossier,
            reader,
            vorige,
            eerder.matrices,
            eerder.bevindingen,
            to_confirm(kader, eerder.matrices),
            judged_before(kader, ronde, vorige),
            beurt,
        )


def earlier(output: Path, ronde: Ronde, kader: Kader, reader: Reader) -> Rondes:
    """The rondes before one, for which nothing need be there. Open ones are read with `kader`."""
    return _lees([d for d in find(output) if _voor(d.ronde, ronde)], output, kader, reader)


def all_rondes(output: Path, kader: Kader, reader: Reader) -> Rondes:
    """Every ronde there is. Open ones are read with `kader`."""
    return _lees(find(output), output, kader, reader)


def _voor(een: Ronde, ander: Ronde) -> bool:
    return een.peildatum < ander.peildatum


def find(output: Path) -> list[Dossier]:
    """One dossier for each ronde that has returns or a matrix, oldest first."""
    gevonden: dict[Ronde, Dossier] = {}
    for _, ronde, versie in _mappen(output):
        if not versie:
            gevonden[ronde] = Dossier(output, ronde)
    archieven = sorted(_mappen(archiefmap(output)), key=lambda gevonden: gevonden[2] or 1)
    for map_, ronde, _ in archieven:
        gevonden[ronde] = Archiefdossier(map_, ronde)
    met_inhoud = (d for d in gevonden.values() if d.matrix.is_file() or d.retour.is_dir())
    return sorted(met_inhoud, key=lambda d: d.ronde.peildatum)


def _mappen(map_: Path) -> Iterator[tuple[Path, Ronde, int]]:
    """The folders with the name of a ronde, with its version, 0 for none."""
    if map_.is_dir():
        for pad in map_.iterdir():
            naam = _NAAM.fullmatch(pad.name)
            if naam and pad.is_dir():
                yield pad, Ronde(int(naam[1]), Fase(naam[2])), int(naam[3] or 0)


def _lees(dossiers: list[Dossier], output: Path, kader: Kader, reader: Reader) -> Rondes:
    matrices: list[Matrix] = []
    bevindingen: list[Bevinding] = []
    bronnen: dict[Ronde, str] = {}
    kaders: dict[str, Kader] = {}
    for dossier in dossiers:
        try:
            eigen = _kader(dossier, kader, reader, kaders)
            matrix, geteld = _matrix(dossier, eigen, reader)
        except (NietUitgevoerd, OSError) as fout:
            bevindingen.append(_onleesbaar(dossier, fout))
            continue
        matrices.append(matrix)
        bronnen[dossier.ronde] = _plek(dossier).bestand
        bevindingen += _over(dossier, matrix, geteld, reader)
    return Rondes(tuple(matrices), tuple(bevindingen), bronnen)


def _kader(dossier: Dossier, kader: Kader, reader: Reader, gelezen: dict[str, Kader]) -> Kader:
    """The kader of a ronde: the archived one where there is one; each template is read once."""
    if not isinstance(dossier, Archiefdossier):
        return kader
    vingerafdruk = sha256(dossier.sjabloon.read_bytes()).hexdigest()
    if vingerafdruk not in gelezen:
        gelezen[vingerafdruk] = read_template(dossier.sjabloon, reader).geldig()
    return gelezen[vingerafdruk]


def _matrix(dossier: Dossier, kader: Kader, reader: Reader) -> tuple[Matrix, Counted]:
    """A ronde from its returns and what was set in its matrix.

    Raises NietUitgevoerd when its matrix cannot be read, or contradicts itself: a voorstel would
    pass for a besluit.
    """
    geteld = Workspace(kader, dossier, reader).counted()
    vastgelegd = _vastgelegd(dossier, kader, reader)
    return combine(kader, dossier.ronde, geteld.inzendingen, vastgelegd), geteld


def _vastgelegd(dossier: Dossier, kader: Kader, reader: Reader) -> Vastgelegd:
    """What people wrote in the matrix of a ronde; nothing when there is none."""
    if not dossier.matrix.is_file():
        return Vastgelegd()
    naam = dossier.matrix.name
    document = reader.read(naam, dossier.matrix.read_bytes())
    if isinstance(document, Refused):
        raise NietUitgevoerd(document.bevinding)
    gelezen = read_decisions(naam, document, kader, naam)
    if gelezen is None:
        raise NietUitgevoerd(catalogue.MATRIX_ONLEESBAAR.bij(Plek(naam)))
    if gelezen.te_kiezen:
        raise NietUitgevoerd(*gelezen.te_kiezen)
    return gelezen.vastgelegd


def _onleesbaar(dossier: Dossier, fout: NietUitgevoerd | OSError) -> Bevinding:
    reden = fout.strerror or "dat lukt niet" if isinstance(fout, OSError) else ""
    if isinstance(fout, NietUitgevoerd):
        reden = fout.bevindingen[-1].tekst.removesuffix(".")
    ronde = say.naam_van(dossier.ronde)
    return catalogue.RONDE_ONLEESBAAR.bij(_plek(dossier), ronde=ronde, reden=f"{reden}.")


def _plek(dossier: Dossier) -> Plek:
    """The folder of a ronde within the output folder, as people see it."""
    if isinstance(dossier, Archiefdossier):
        return Plek(dossier.uitvoer.relative_to(dossier.open_dossier.uitvoer).as_posix())
    return Plek(dossier.map.name)


def _over(dossier: Dossier, matrix: Matrix, geteld: Counted, reader: Reader) -> Iterator[Bevinding]:
    """An archive that the open folder no longer equals; answers an open one has no place for."""
    ronde = say.naam_van(dossier.ronde)
    if isinstance(dossier, Archiefdossier):
        open_ = dossier.open_dossier
        if open_.map.is_dir() and not _gelijk(dossier, open_, matrix, reader):
            yield catalogue.ARCHIEF_GAAT_VOOR.bij(_plek(open_), ronde=ronde)
        return
    aantal = sum(b.code == catalogue.PARTIJ_ONBEKEND.code for b in geteld.bevindingen)
    for inzending in geteld.inzendingen:
        codes = [b.code for b in inzending.bevindingen]
        if catalogue.ANDERE_VERSIE.code in codes:
            aantal += sum(code in _GEEN_PLEK for code in codes)
    if aantal:
        yield catalogue.ANDER_SJABLOON.bij(_plek(dossier), ronde=ronde, aantal=aantal)


def _gelijk(archief: Dossier, open_: Dossier, matrix: Matrix, reader: Reader) -> bool:
    """Whether the open folder still has the same returns and the same besluiten."""
    if open_.retour.is_dir() and _inhoud(open_) != _inhoud(archief):
        return False
    if not open_.matrix.is_file() or open_.matrix.read_bytes() == archief.matrix.read_bytes():
        return True
    try:
        nu = _vastgelegd(open_, matrix.kader, reader)
    except NietUitgevoerd:
        return False
    return _besluiten(nu) == _besluiten(matrix.vastgelegd)


def _inhoud(dossier: Dossier) -> set[str]:
    return {sha256(p.read_bytes()).hexdigest() for p in Retour(dossier).bestanden()}


def _besluiten(vastgelegd: Vastgelegd) -> list[tuple[int, str, str, object]]:
    def kern(b: Besluit) -> tuple[int, str, str, object]:
        return b.afspraak, b.kleur, b.reden, b.datum

    return [kern(b) for _, b in sorted(vastgelegd.besluiten.items()) if b]

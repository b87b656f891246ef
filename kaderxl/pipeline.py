"""One function a command: the order of the stages, and a value back.

Every function takes the template (None: the shipped one), the folder `output` and a
`progress` that may wrap the work list; what cannot be done raises NietUitgevoerd.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from . import errors
from . import labels as l
from .decisions import read_decisions
from .dossier import Dossier, Retour, is_open_in_programma, schrijf_bestand
from .errors import NietUitgevoerd
from .example_answers import example_answers, late_partij
from .figures import met_eenheid
from .input_sheets import Invulling, Opdracht, write_input_sheet
from .intake import Overgeslagen, list_files, take_in
from .matrix import combine
from .matrix_workbook import write_matrix
from .model import (
    Besluit,
    Bevinding,
    Fase,
    Inzending,
    Kader,
    Matrix,
    Partij,
    Plek,
    RefusedReturn,
    Ronde,
)
from .reading import Document, Reader, Refused, load
from .returns import read_return
from .template import Sjabloon, read_template, shipped_template
from .validation import validate

T = TypeVar("T")
Progress = Callable[[Sequence[T], str], Iterable[T]]
OUTPUT = Path("output")


def _stil(werk: Sequence[T], wat: str) -> Iterable[T]:
    """The progress of a library: none."""
    del wat
    return werk


@dataclass(frozen=True, slots=True)
class Invulblad:
    """One input sheet on disk; `bevinding` says why it was left as it was."""

    partij: Partij
    bestand: Path
    indicatoren: int
    bevinding: Bevinding | None = None


@dataclass(frozen=True, slots=True)
class Generated:
    ronde: Ronde
    invulbladen: tuple[Invulblad, ...]


@dataclass(frozen=True, slots=True)
class Ingenomen:
    """What became of one file: aangenomen, geweigerd or overgeslagen."""

    bestand: str
    sha256: str
    status: str
    partij: str
    bevindingen: tuple[Bevinding, ...]
    compleet: int = 0
    gevraagd: int = 0


@dataclass(frozen=True, slots=True)
class Collected:
    ronde: Ronde
    inzendingen: tuple[Ingenomen, ...]

    @property
    def vraagt_aandacht(self) -> bool:
        return any(errors.heeft_fout(i.bevindingen) for i in self.inzendingen)


@dataclass(frozen=True, slots=True)
class PartijStatus:
    """How far a partij is: complete indicatoren out of those asked."""

    partij: Partij
    ontvangen: bool
    ingevuld: int
    gevraagd: int
    bestand: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    ronde: Ronde
    partijen: tuple[PartijStatus, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """The matrix and where it was written; `bewaard` is the copy of the one it replaced."""

    matrix: Matrix
    bestand: Path
    bewaard: Path | None

    @property
    def vraagt_aandacht(self) -> bool:
        mist = any(b.code == errors.PARTIJ_ONTBREEKT.code for b in self.matrix.bevindingen)
        return mist or errors.heeft_fout(self.matrix.bevindingen)


@dataclass(frozen=True, slots=True)
class Demo:
    generated: Generated
    collected: Collected
    status: Status
    merged: Merged


def check(template: Path | None = None) -> Sjabloon:
    """Read a template and say what is wrong and what is open; never raises for its contents."""
    with Reader() as reader:
        return read_template(template or shipped_template(), reader)


def generate(
    ronde: Ronde,
    template: Path | None = None,
    output: Path = OUTPUT,
    progress: Progress[Partij] = _stil,
    *,
    fictief: bool = False,
) -> Generated:
    """Write an input sheet for every partij that is asked something in the ronde.

    A sheet in which somebody has filled in something is left as it is, and said so.
    """
    with Reader() as reader:
        kader = read_template(template or shipped_template(), reader).geldig()
        partijen = [p for p in kader.partijen if kader.vragen_aan(p.code, ronde.jaar)]
        if not partijen:
            van, tm = kader.looptijd
            raise NietUitgevoerd(
                errors.NIETS_GEVRAAGD.bij(ronde=l.naam_van(ronde), looptijd=f"{van}-{tm}")
            )
        dossier = Dossier(output, ronde)
        eerder = _tellende(kader, Dossier(output, ronde.vorige), reader)[0]
        bladen = [
            _maak_invulblad(
                reader,
                dossier,
                Opdracht(kader, ronde, partij, _vorige(kader, eerder, partij.code), {}, fictief),
            )
            for partij in progress(partijen, "Invulbladen maken")
        ]
    return Generated(ronde, tuple(bladen))


def _maak_invulblad(reader: Reader, dossier: Dossier, opdracht: Opdracht) -> Invulblad:
    partij, ronde = opdracht.partij, opdracht.ronde
    bestand = dossier.invulblad(partij.naam)
    gevraagd = len(opdracht.kader.vragen_aan(partij.code, ronde.jaar))
    data = write_input_sheet(opdracht)
    if (
        bestand.exists()
        and bestand.read_bytes() != data
        and _is_gebruikt(reader, bestand, opdracht)
    ):
        plek = Plek(bestand.name)
        return Invulblad(partij, bestand, gevraagd, errors.INVULBLAD_BLIJFT.bij(plek))
    schrijf_bestand(bestand, data)
    return Invulblad(partij, bestand, gevraagd)


def _is_gebruikt(reader: Reader, bestand: Path, opdracht: Opdracht) -> bool:
    """Whether a sheet on disk may hold answers: all but one we can read and find empty."""
    inzending = _lees(reader, bestand.name, load(bestand), opdracht.kader, opdracht.ronde)
    leeg = errors.NIETS_INGEVULD.code
    return not (isinstance(inzending, RefusedReturn) and inzending.bevinding.code == leeg)


def _vorige(kader: Kader, eerder: Iterable[Inzending], partij: str) -> dict[str, str]:
    """What the partij answered in the ronde before, in words, by code."""
    vorige: dict[str, str] = {}
    eenheden = {m.code: m.eenheid for m in kader.meetwaarden}
    for inzending in eerder:
        if inzending.partij != partij:
            continue
        for code, voorzet in inzending.voorzetten.items():
            if voorzet.beoordeling:
                vorige[code] = str(voorzet.beoordeling)
            for m, antwoord in voorzet.waarden.items():
                if antwoord.waarde is not None:
                    vorige[m] = met_eenheid(antwoord.waarde, eenheden.get(m, ""))
    return vorige


def collect(
    paden: Iterable[Path],
    ronde: Ronde,
    template: Path | None = None,
    output: Path = OUTPUT,
    progress: Progress[Path] = _stil,
) -> Collected:
    """Take in files and folders: recognise, file unchanged, validate; nothing is replaced."""
    with Reader() as reader:
        kader = read_template(template or shipped_template(), reader).geldig()
        retour = Retour(Dossier(output, ronde))
        uitkomsten = [
            _neem_in(reader, bestand, kader, ronde, retour)
            for bestand in progress(list_files(paden), "Inzendingen lezen")
        ]
    return Collected(ronde, tuple(uitkomsten))


def _neem_in(
    reader: Reader, bestand: Path, kader: Kader, ronde: Ronde, retour: Retour
) -> Ingenomen:
    ontvangen = take_in(bestand)
    if isinstance(ontvangen, Overgeslagen):
        return Ingenomen(ontvangen.naam, "", "overgeslagen", "", (ontvangen.bevinding,))
    inzending = _lees(reader, ontvangen.naam, ontvangen.inhoud, kader, ronde)
    if isinstance(inzending, RefusedReturn):
        return Ingenomen(
            inzending.bestand,
            inzending.sha256,
            "geweigerd",
            inzending.partij,
            (inzending.bevinding,),
        )
    assert isinstance(ontvangen.inhoud, bytes), "what could not be loaded was refused above"
    nieuw = retour.berg_op(ontvangen.naam, inzending.sha256, ontvangen.inhoud)
    bevindingen = inzending.bevindingen
    if not nieuw:
        bevindingen = (errors.AL_ONTVANGEN.bij(Plek(ontvangen.naam)), *bevindingen)
    partij = kader.partij(inzending.partij)
    return Ingenomen(
        ontvangen.naam,
        inzending.sha256,
        "aangenomen" if nieuw else "overgeslagen",
        partij.naam if partij else inzending.partij,
        tuple(bevindingen),
        _compleet(inzending),
        len(kader.vragen_aan(inzending.partij, ronde.jaar)),
    )


def _compleet(inzending: Inzending | None) -> int:
    return sum(v.compleet for v in inzending.voorzetten.values()) if inzending else 0


def _lees(
    reader: Reader, naam: str, data: bytes | Refused, kader: Kader, ronde: Ronde
) -> Inzending | RefusedReturn:
    """A file all the way to validated answers, or the reason why it cannot count."""
    document: Document | Refused = data if isinstance(data, Refused) else reader.read(naam, data)
    if isinstance(document, Refused):
        bevinding = replace(document.bevinding, plek=Plek(naam))
        return RefusedReturn(naam, document.sha256, bevinding)
    gelezen = read_return(naam, document, kader, ronde)
    return gelezen if isinstance(gelezen, RefusedReturn) else validate(gelezen, kader, ronde)


def _tellende(
    kader: Kader, dossier: Dossier, reader: Reader, progress: Progress[Path] = _stil
) -> tuple[list[Inzending], list[Bevinding]]:
    """The newest filed return of each partij, and what there is to say of the others."""
    per_partij: dict[str, list[Inzending]] = {}
    bevindingen: list[Bevinding] = []
    for bestand in progress(Retour(dossier).bestanden(), "Inzendingen lezen"):
        naam = bestand.name[9:] if bestand.name[8:9] == " " else bestand.name
        inzending = _lees(reader, naam, load(bestand), kader, dossier.ronde)
        if isinstance(inzending, RefusedReturn):
            bevindingen.append(inzending.bevinding)
        else:
            per_partij.setdefault(inzending.partij, []).append(inzending)
    tellend: list[Inzending] = []
    for code, inzendingen in per_partij.items():
        # The sort is stable: with equal stamps the later arrival is the newer.
        *ouder, nieuwste = sorted(inzendingen, key=lambda i: i.gewijzigd)
        tellend.append(nieuwste)
        partij = kader.partij(code)
        naam = partij.naam if partij else code
        bevindingen += [
            errors.VERVANGEN.bij(Plek(i.bestand), partij=naam, nieuwer=nieuwste.bestand)
            for i in ouder
            if i.sha256 != nieuwste.sha256
        ]
    return tellend, sorted(bevindingen, key=lambda b: (b.plek.bestand, b.code))


def status(ronde: Ronde, template: Path | None = None, output: Path = OUTPUT) -> Status:
    """Who returned, and how complete."""
    with Reader() as reader:
        kader = read_template(template or shipped_template(), reader).geldig()
        inzendingen, _ = _tellende(kader, Dossier(output, ronde), reader)
    per_partij = {i.partij: i for i in inzendingen}
    regels = []
    for partij in kader.partijen:
        gevraagd = len(kader.vragen_aan(partij.code, ronde.jaar))
        inzending = per_partij.get(partij.code)
        if gevraagd:
            bestand = inzending.bestand if inzending else ""
            regels.append(
                PartijStatus(partij, inzending is not None, _compleet(inzending), gevraagd, bestand)
            )
    return Status(ronde, tuple(regels))


def merge(
    ronde: Ronde,
    template: Path | None = None,
    output: Path = OUTPUT,
    progress: Progress[Path] = _stil,
) -> Merged:
    """Write the matrix from the filed returns; besluiten in the matrix that is there stay."""
    dossier = Dossier(output, ronde)
    if is_open_in_programma(dossier.matrix):
        raise NietUitgevoerd(errors.MATRIX_IS_OPEN.bij(Plek(dossier.matrix.name)))
    with Reader() as reader:
        kader = read_template(template or shipped_template(), reader).geldig()
        inzendingen, bevindingen = _tellende(kader, dossier, reader, progress)
        oud = dossier.matrix.read_bytes() if dossier.matrix.exists() else b""
        bewaard = dossier.bewaarde_matrix(hashlib.sha256(oud).hexdigest())
        besluiten, over_besluiten = _besluiten(reader, dossier, oud, kader, bewaard)
    matrix = combine(kader, ronde, inzendingen, besluiten, [*bevindingen, *over_besluiten])
    data = write_matrix(matrix)
    vervangt = bool(oud) and oud != data
    if vervangt:
        schrijf_bestand(bewaard, oud)
    if oud != data:
        schrijf_bestand(dossier.matrix, data)
    return Merged(matrix, dossier.matrix, bewaard if vervangt else None)


def _besluiten(
    reader: Reader, dossier: Dossier, oud: bytes, kader: Kader, bewaard: Path
) -> tuple[dict[int, Besluit], list[Bevinding]]:
    if not oud:
        return {}, []
    document = reader.read(dossier.matrix.name, oud)
    gelezen = (
        None
        if isinstance(document, Refused)
        else read_decisions(dossier.matrix.name, document, kader, bewaard.name)
    )
    if gelezen is None:
        raise NietUitgevoerd(errors.MATRIX_ONLEESBAAR.bij(Plek(dossier.matrix.name)))
    return gelezen


def demo(output: Path = OUTPUT, template: Path | None = None) -> Demo:
    """A whole ronde with made-up returns, marked as fictional everywhere, in `output/demo`."""
    output = output / "demo"
    kader = check(template).geldig()
    ronde = Ronde(kader.looptijd[0], Fase.EVALUATIE)
    generated = generate(ronde, template, output, fictief=True)
    inzendingen = output / "inzendingen"
    te_laat = late_partij(kader, ronde)
    for blad in generated.invulbladen:
        if blad.partij.code != te_laat:
            antwoorden: dict[str, Invulling] = {**example_answers(kader, ronde, blad.partij.code)}
            opdracht = Opdracht(kader, ronde, blad.partij, {}, antwoorden, fictief=True)
            schrijf_bestand(
                inzendingen / f"Fictief {blad.bestand.name}", write_input_sheet(opdracht)
            )
    collected = collect([inzendingen], ronde, template, output)
    merged = merge(ronde, template, output)
    return Demo(generated, collected, status(ronde, template, output), merged)

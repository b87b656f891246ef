"""`bundle`: the sheets that one partij received from many municipalities, answered in one workbook,
and that workbook made into their own sheets again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from ..core import catalogue, clock, phrases as say
from ..core.findings import NietUitgevoerd
from ..core.notation import schrijf_datum, schrijf_opsomming
from ..core.rounds import Bevinding, Plek
from ..core.text import eigen_namen, zichtbaar
from ..reading import Document, Limits, Place, Reader, Refused, Value, load
from ..reading.cells import Refusal
from ..returns.ahead import Progress, silent
from ..returns.asked_sheet import read_asked
from ..returns.bundled import Bundeltabel, Verdeeld, divide, find_bundle
from ..returns.intake import Ontvangen, list_files, read_sheets
from ..sheets.asked import Vraagblad
from ..sheets.bundle import as_shown, write_bundle
from ..sheets.bundle_rows import plan_bundle
from ..writing.files import is_there, lukt_niet, schrijf_bestand, schrijf_map
from .result import Json, Result, ask_for_a_look, findings_json, lines_by_file, path_json

_ZONDER_TABEL = "er is geen tabel in te vinden"


@dataclass(frozen=True, slots=True)
class Gebundeld:
    """One input sheet: whose it is, how many cells it asks and how many of them have an answer;
    `gemaakt` is the filled sheet, None where there is none."""

    kenmerk: str
    kader: str
    partij: str
    bestand: str
    gevraagd: int
    ingevuld: int
    gemaakt: Path | None = None


@dataclass(frozen=True, slots=True)
class Bundled(Result):
    """The bundle, with the sheets in it; `map` is where their filled copies are, None before that.

    `samen` are the rows that more than one municipality asks, `eigen` those that one asks alone.
    """

    bundel: Path
    bladen: tuple[Gebundeld, ...]
    samen: int
    eigen: int
    bevindingen: tuple[Bevinding, ...]
    map: Path | None = None

    @property
    def needs_attention(self) -> bool:
        return ask_for_a_look(self.bevindingen)

    def lines(self) -> Iterator[str]:
        for b in self.bladen:
            klaar = f" → {b.gemaakt.name}" if b.gemaakt else ""
            hoeveel = f"{b.ingevuld} van {b.gevraagd} ingevuld"
            yield zichtbaar(f"{b.kader} ({b.kenmerk}), {b.partij}: {hoeveel}{klaar}")
        yield from lines_by_file(self.bevindingen)
        bladen = say.aantal(len(self.bladen), "invulblad", "invulbladen")
        if self.map is not None:
            gemaakt = sum(b.gemaakt is not None for b in self.bladen)
            hoeveel = say.aantal(gemaakt, "ingevuld blad", "ingevulde bladen")
            yield zichtbaar(f"Gemaakt: {hoeveel} in {self.map}. Stuur elke gemeente het hare.")
            return
        samen = say.aantal(self.samen, "regel", "regels")
        yield f"{bladen} bij elkaar: {samen} voor meer gemeenten, {self.eigen} voor één."
        yield zichtbaar(f"Vul in: {self.bundel}")
        yield "Klaar? Geef: kaderxl bundle --split, met dit bestand en dezelfde invulbladen."

    def as_json(self) -> Json:
        return {
            "bundel": str(self.bundel),
            "map": path_json(self.map),
            "samen": self.samen,
            "eigen": self.eigen,
            "bladen": [
                {
                    "kenmerk": b.kenmerk,
                    "kader": b.kader,
                    "partij": b.partij,
                    "bestand": b.bestand,
                    "gevraagd": b.gevraagd,
                    "ingevuld": b.ingevuld,
                    "gemaakt": path_json(b.gemaakt),
                }
                for b in self.bladen
            ],
            "bevindingen": findings_json(self.bevindingen),
        }


def bundle(paths: Iterable[Path], *, output: Path, progress: Progress[Path] = silent) -> Bundled:
    """Write one workbook, `output`, to answer the sheets at these paths, folders searched through.

    The sheets stay as they are. Raises NietUitgevoerd when there is none, when those of one
    municipality are of more than one partij, or something stands at `output` already.
    """
    _keep_what_is_there(output)
    with Reader() as reader:
        bladen, bevindingen = _read_sheets(paths, reader, progress)
    plan = plan_bundle(bladen)
    schrijf_bestand(output, write_bundle(plan))
    eigen = sum(map(len, plan.eigen.values()))
    gebundeld = tuple(_about(blad, _filled(blad)) for blad in plan.bladen)
    return Bundled(output, gebundeld, len(plan.samen), eigen, bevindingen)


def split_bundle(
    file: Path, paths: Iterable[Path], *, output: Path, progress: Progress[Path] = silent
) -> Bundled:
    """Write the folder `output` with a filled copy of each of the sheets at these paths: those that
    were bundled in `file`.

    Neither is changed. What has no place, and each sheet that is missing or not in it, is a
    finding. Raises NietUitgevoerd when `file` is no bundle, or something stands at `output`.
    """
    _keep_what_is_there(output)
    with Reader() as reader:
        document, bundel = _read_bundle(file, reader)
        andere = [p for p in list_files(paths) if p.resolve() != file.resolve()]
        bladen, bevindingen = _read_sheets(andere, reader, progress)
        verdeeld = divide(bundel, document, bladen)
        gemaakt, mis = _fill(bladen, verdeeld, reader)
    bevindingen = (*bevindingen, *_left_out(bladen, bundel), *mis, *verdeeld.bevindingen)
    if not gemaakt:
        raise NietUitgevoerd(catalogue.BUNDEL_LEEG.bij(Plek(str(file))), *bevindingen)
    namen = _names([b for b in bladen if str(b.kenmerk) in gemaakt])
    schrijf_map(output, {namen[k]: data for k, data in gemaakt.items()}, lambda _: True)
    plan = plan_bundle([b for b in bladen if bundel.is_same(b)])
    gebundeld = tuple(
        _about(b, verdeeld.gevuld[k], output / namen[k] if k in gemaakt else None)
        for b in plan.bladen
        for k in [str(b.kenmerk)]
    )
    eigen = sum(map(len, plan.eigen.values()))
    return Bundled(file, gebundeld, len(plan.samen), eigen, bevindingen, output)


def _about(blad: Vraagblad, ingevuld: int, gemaakt: Path | None = None) -> Gebundeld:
    wie = str(blad.kenmerk), blad.kader, blad.partij, blad.naam
    return Gebundeld(*wie, blad.gevraagd, ingevuld, gemaakt)


def _filled(blad: Vraagblad) -> int:
    return sum(c.waarde is not None for vraag in blad.vragen for c in vraag.cellen)


def _keep_what_is_there(output: Path) -> None:
    try:
        bezet = is_there(output)
    except OSError as fout:
        raise lukt_niet(output, fout) from fout
    if bezet:
        raise catalogue.PLEK_IS_BEZET.weiger(output.parent, wat=output.name, tip="")


# -- the sheets ------------------------------------------------------------------------------


def _read_sheets(
    paths: Iterable[Path], reader: Reader, progress: Progress[Path]
) -> tuple[list[Vraagblad], tuple[Bevinding, ...]]:
    """The input sheets at the paths, one for each kenmerk, and what there is to say of the rest."""
    files = list_files(paths)
    bladen: list[Vraagblad] = []
    bevindingen: list[Bevinding] = []
    werk = progress(files, "Invulbladen lezen")
    for _, documents in read_sheets(werk, reader):
        for ontvangen, gelezen in documents:
            blad = _read_sheet(ontvangen, gelezen, reader.limits)
            if isinstance(blad, Vraagblad):
                bladen.append(blad)
            else:
                bevindingen.append(blad)
    eens, dubbel = _one_of_each(bladen)
    bevindingen += dubbel
    _of_one_partij(eens)
    if not eens:
        raise NietUitgevoerd(catalogue.BUNDEL_LEEG.bij(), *bevindingen)
    return eens, tuple(bevindingen)


def _read_sheet(o: Ontvangen, gelezen: Document | Refused, limits: Limits) -> Vraagblad | Bevinding:
    if isinstance(o.inhoud, Refused):
        blad: Vraagblad | str = o.inhoud.reden
    else:
        blad = read_asked(o.naam, gelezen, o.inhoud, limits)
    if isinstance(blad, str):
        return catalogue.BUNDEL_GEEN_BLAD.bij(Plek(o.herkomst.weg), waarom=blad)
    return blad


def _one_of_each(bladen: Sequence[Vraagblad]) -> tuple[list[Vraagblad], list[Bevinding]]:
    """One sheet for each kenmerk; of two that differ neither, for nobody says which it is."""
    per_kenmerk = defaultdict[str, dict[bytes, Vraagblad]](dict)
    for blad in bladen:
        per_kenmerk[str(blad.kenmerk)].setdefault(blad.data, blad)
    eens, dubbel = [], []
    for kenmerk, verschillend in per_kenmerk.items():
        eerste, *rest = verschillend.values()
        if not rest:
            eens.append(eerste)
            continue
        namen = schrijf_opsomming([b.naam for b in (eerste, *rest)])
        wat = {"wie": eerste.van, "kenmerk": kenmerk, "namen": namen, "aantal": len(rest) + 1}
        dubbel.append(catalogue.BUNDEL_TWEE_BLADEN.bij(Plek(eerste.naam), **wat))
    return eens, dubbel


def _of_one_partij(bladen: Iterable[Vraagblad]) -> None:
    """Raises NietUitgevoerd when one municipality asks more than one partij."""
    per_kader = defaultdict[tuple[str, str], dict[str, Vraagblad]](dict)
    for blad in bladen:
        per_kader[blad.kenmerk.kader, blad.kader].setdefault(blad.kenmerk.partij, blad)
    for partijen in per_kader.values():
        if len(partijen) > 1:
            eerste = next(iter(partijen.values()))
            namen = schrijf_opsomming([b.partij for b in partijen.values()])
            raise catalogue.BUNDEL_TWEE_PARTIJEN.weiger(wie=eerste.kader, namen=namen)


# -- the bundle, filled in -------------------------------------------------------------------


def _read_bundle(file: Path, reader: Reader) -> tuple[Document, Bundeltabel]:
    """Raises NietUitgevoerd when it is none."""
    data = load(file, reader.limits)
    document = data if isinstance(data, Refused) else reader.read(file.name, data)
    if isinstance(document, Refused):
        raise catalogue.GEEN_BUNDEL.weiger(file, reden=document.reden)
    bundel = find_bundle(file.name, document)
    if bundel is None:
        raise catalogue.GEEN_BUNDEL.weiger(file, reden=_ZONDER_TABEL)
    return document, bundel


def _left_out(bladen: Iterable[Vraagblad], bundel: Bundeltabel) -> Iterator[Bevinding]:
    """The sheets that get nothing, and why."""
    for blad in bladen:
        if str(blad.kenmerk) not in bundel.kolommen:
            yield catalogue.BUNDEL_BLAD_ERBIJ.bij(Plek(blad.naam), wie=blad.van)
        elif not bundel.is_same(blad):
            yield catalogue.BUNDEL_BLAD_ANDERS.bij(Plek(blad.naam), wie=blad.van)


def _fill(
    bladen: Iterable[Vraagblad], verdeeld: Verdeeld, reader: Reader
) -> tuple[dict[str, bytes], list[Bevinding]]:
    """The filled sheets by their kenmerk; one that does not read as it should is left out."""
    from ..returns.fill_in import fill_in  # with lxml, which takes long to load

    gemaakt: dict[str, bytes] = {}
    mis: list[Bevinding] = []
    for blad in bladen:
        antwoorden = verdeeld.antwoorden.get(str(blad.kenmerk))
        if antwoorden is None:
            continue
        try:
            data = fill_in(blad, antwoorden, clock.now(), reader.limits)
            reden = _wrong(blad, antwoorden, data, reader)
        except Refusal:
            reden = "een onderdeel van het bestand is onleesbaar"
        if reden:
            plek = Plek(blad.naam)
            mis.append(catalogue.BUNDEL_NIET_GELUKT.bij(plek, wie=blad.van, reden=reden))
        else:
            gemaakt[str(blad.kenmerk)] = data
    return gemaakt, mis


def _wrong(blad: Vraagblad, antwoorden: Mapping[Place, Value], data: bytes, reader: Reader) -> str:
    """What is not on a filled sheet as it should be; "" when all is: each answer in its place, and
    every other question and answer as it was."""
    gelezen = read_asked(blad.naam, reader.read(blad.naam, data), data, reader.limits)
    if isinstance(gelezen, str):
        return gelezen
    for was, nu in zip(blad.vragen, gelezen.vragen, strict=False):
        for cel, gevuld in zip(was.cellen, nu.cellen, strict=False):
            wil = antwoorden[cel.plaats] if cel.plaats in antwoorden else as_shown(cel.waarde)
            is_ = as_shown(gevuld.waarde)
            if not _same(is_, wil):
                return f"het antwoord bij {was.code} zou anders zijn dan u het typte"
    kaal = (replace(v, cellen=()) for v in blad.vragen)
    if [*kaal] != [replace(v, cellen=()) for v in gelezen.vragen]:
        return "een vraag zou veranderen"
    return ""


def _same(is_: Value, wil: Value) -> bool:
    """Whether a cell says what was to be put in it: a moment to the second, for it holds a number,
    and a day in words where the cell shows no days."""
    if isinstance(is_, datetime) and isinstance(wil, datetime):
        return abs(is_ - wil) < timedelta(seconds=1)
    return is_ == wil or str(is_) == _in_words(wil)


def _in_words(waarde: Value) -> str:
    return schrijf_datum(waarde) if isinstance(waarde, date) else str(waarde)


def _names(bladen: Iterable[Vraagblad]) -> dict[str, str]:
    """By its kenmerk the name of each filled sheet: that of the sheet, after the code of whose it
    is, for from many municipalities it is called the same."""
    stammen = {
        str(b.kenmerk): f"{b.kenmerk.kader} {b.naam.rpartition('.')[0] or b.naam}" for b in bladen
    }
    vormen = {str(b.kenmerk): b.naam.rpartition(".")[2] for b in bladen}
    return {k: f"{stam}.{_vorm(vormen[k])}" for k, stam in eigen_namen(stammen).items()}


def _vorm(uitgang: str) -> str:
    return uitgang.lower() if uitgang.lower() in ("xlsx", "xlsm") else "xlsx"

"""The figures of an archive, reckoned again from the returns in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from ..core import catalogue, labels as l
from ..core.folder import Archiefdossier
from ..core.notation import een_regel, enkelvoud, plat
from ..core.outcome import Matrix
from ..core.rounds import Bevinding, Plek, Ronde
from ..core.text import leesbaar, met_formule
from ..core.traffic_light import Stoplicht
from ..matrix.combine import combine
from ..matrix.decisions import read_decisions
from ..matrix.files.export import CODE, STAND, VOORSTEL, monitoringstabel
from ..reading import Document, Reader, Refused, load
from ..reading.tables import vind_tabel
from ..returns.rolled_on import as_asked
from ..returns.workspace import Workspace
from ..template.norms import in_year
from ..template.read import read_template
from ..template.settings import leesgrenzen
from ..writing.csv import write_csv
from ..writing.lists import split_rows
from .bag import DATA
from .package import SJABLOON, UITGEGEVEN

_KOLOMMEN = (CODE, STAND, VOORSTEL)
_VOORSTEL_KORT = "Voorstel"
_NUL = re.compile(r"(?<=\d),0(?!\d)")
_NODIG = (
    f"{DATA}sjabloon/",
    f"{DATA}retour/",
    f"{DATA}{UITGEGEVEN}",
    f"{DATA}matrix/monitoringsmatrix-",
)
Cijfers = Mapping[str, Mapping[str, str]]
"""The texts of a matrix by code and column."""


def check_figures(
    map_: Path, ronde: Ronde | None, beschadigd: Iterable[str], reader: Reader
) -> list[Bevinding]:
    """The differences; one finding that says why when nothing could be reckoned."""
    if any(pad.startswith(_NODIG) for pad in beschadigd):
        return [_niet("een bestand dat ervoor nodig is, is niet in orde")]
    if ronde is None:
        return [_niet("er is geen matrix waarvan we de ronde herkennen")]
    usual = reader.limits
    try:
        return list(_reken_na(map_, ronde, reader))
    except Exception:
        # What a stranger put in a bag may break any rule that the reckoning counts on.
        return [_niet("de bestanden zijn anders opgebouwd dan we kennen")]
    finally:
        reader.use(usual)


def _niet(reden: str) -> Bevinding:
    return catalogue.NIET_NAGEREKEND.bij(reden=reden)


def _reken_na(map_: Path, ronde: Ronde, reader: Reader) -> Iterator[Bevinding]:
    kader = read_template(map_ / DATA / SJABLOON, reader).kader
    if kader is None:
        yield _niet("het sjabloon is niet te lezen")
        return
    eigen = kader.cyclus.eigen(ronde)
    if eigen is None:
        yield _niet("het sjabloon heeft deze ronde niet")
        return
    kader, ronde = in_year(kader, ronde.jaar), eigen
    reader.use(leesgrenzen(kader.instellingen))  # as they were read when they came
    dossier = Archiefdossier(map_, ronde)
    kader = as_asked(kader, dossier)
    naam, data = dossier.matrix.name, load(dossier.matrix)
    document = data if isinstance(data, Refused) else reader.read(naam, data)
    gelezen = None
    if not isinstance(document, Refused):
        gelezen = read_decisions(naam, document, kader, naam)
    if isinstance(document, Refused) or gelezen is None or gelezen.te_kiezen:
        yield _niet("wat er is besloten is in de matrix niet te lezen")
        return
    inzendingen = Workspace(kader, dossier, reader).counted().inzendingen
    matrix = combine(kader, ronde, inzendingen, gelezen.vastgelegd)
    for cijfers in _in_werkboek(document):
        yield from vergelijk(matrix, cijfers, _pad(dossier.matrix))
    tabel = load(dossier.matrix.with_suffix(".csv"))
    if isinstance(tabel, bytes):
        plek = _pad(dossier.matrix.with_suffix(".csv"))
        yield from vergelijk(matrix, _in_csv(tabel), plek)
        yield from _zelfde_antwoorden(matrix, tabel, plek)


def _pad(bestand: Path) -> Plek:
    return Plek(f"{DATA}matrix/{bestand.name}")


def vergelijk(matrix: Matrix, staat: Cijfers, plek: Plek) -> Iterator[Bevinding]:
    """Where an archived table says otherwise than the returns; a code it lacks is said as well."""
    bekend = {i.code for i in matrix.kader.indicatoren}
    kleur = partial(_kleur, licht=matrix.kader.stoplicht)
    for rij in matrix.rijen:
        code = rij.indicator.code
        if code not in staat:
            yield _anders(plek, code, "regel", "(die is er niet)", "een regel")
            continue
        for kolom, gerekend, gewoon in (
            (STAND, rij.stand, _gewoon),
            (VOORSTEL, str(rij.voorstel or ""), kleur),
        ):
            tekst = staat[code].get(kolom)
            if tekst is not None and gewoon(tekst) != gewoon(gerekend):
                yield _anders(plek, code, kolom, tekst, gerekend)
    for code in staat.keys() - bekend:
        yield _anders(plek, code, "regel", "een regel", "(die hoort er niet)")


def _zelfde_antwoorden(matrix: Matrix, tabel: bytes, plek: Plek) -> Iterator[Bevinding]:
    """Where a csv says otherwise of what a partij answered, or the BO decided, than it follows.

    Only columns that this version of the table has too are compared.
    """
    hoort, staat = (_regels_van(data) for data in (write_csv(monitoringstabel(matrix)), tabel))
    for code in hoort.keys() & staat.keys():
        for kolom in hoort[code].keys() & staat[code].keys() - set(_KOLOMMEN):
            if _gewoon(hoort[code][kolom]) != _gewoon(staat[code][kolom]):
                yield _anders(plek, code, kolom, staat[code][kolom], hoort[code][kolom])


def _regels_van(data: bytes) -> dict[str, dict[str, str]]:
    koppen, *rijen = split_rows(data.decode("utf-8-sig")) or [[]]
    regels = (dict(zip(koppen, rij, strict=False)) for rij in rijen)
    return {regel[CODE]: regel for regel in regels if regel.get(CODE)}


def _anders(plek: Plek, code: str, kolom: str, staat: str, gerekend: str) -> Bevinding:
    velden = {"code": code, "kolom": kolom, "staat": staat, "gerekend": gerekend}
    return catalogue.CIJFER_ANDERS.bij(plek, **velden)


def _gewoon(tekst: str) -> str:
    """A stand as it is compared: in one line, without the mark for nothing, and as it is said now:
    `1 woning` was `1 woningen`, and a cijfer of `7,0` was `7`."""
    regel = _NUL.sub("", enkelvoud(een_regel(leesbaar(met_formule(tekst)))))
    return "" if regel == l.NIET_GEVRAAGD else regel


def _kleur(tekst: str, licht: Stoplicht) -> str:
    """A voorstel as it is compared; where there is none, tables say why in words of their own."""
    return str(licht.lees(tekst) or "")


def _in_werkboek(document: Document) -> list[Cijfers]:
    """The figures on the sheet with the table, and on every copy of it."""
    gevonden = (vind_tabel("", sheet, _KOLOMMEN, _KOLOMMEN) for sheet in document.sheets)
    tabellen = [tabel for tabel in gevonden if tabel is not None]
    return [
        {
            tabel.cel(rij, CODE).tekst: {k: tabel.cel(rij, k).tekst for k in _KOLOMMEN}
            for rij in tabel.rijen()
            if tabel.cel(rij, CODE)
        }
        for tabel in tabellen
    ] or [{}]


def _in_csv(data: bytes) -> Cijfers:
    kop_rij, *rijen = split_rows(data.decode("utf-8-sig")) or [[]]
    koppen = {plat(kop): nummer for nummer, kop in enumerate(kop_rij)}
    koppen.setdefault(plat(VOORSTEL), koppen.get(plat(_VOORSTEL_KORT), -1))
    plaatsen = {k: koppen[plat(k)] for k in _KOLOMMEN if koppen.get(plat(k), -1) >= 0}
    if CODE not in plaatsen:
        return {}
    return {
        rij[plaatsen[CODE]]: {k: rij[n] for k, n in plaatsen.items() if n < len(rij)}
        for rij in rijen
        if plaatsen[CODE] < len(rij) and rij[plaatsen[CODE]]
    }

"""A country of made-up dossiers: four agreements in turn, each under a name of its own, and one
inbox with what the partijen of all of them sent back: late, wrong and corrected ones as well."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from dorpen import schrijf_zeedorp
from kwartalen import schrijf_sluisdorp
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from oudeveen import schrijf_oudeveen
from sjablonen import schrijf_sjabloon

from kaderxl import Ronde
from kaderxl.commands.dossiers import Kaderdossier, find_dossiers
from kaderxl.reading import Limits, Place, Reader, Value
from kaderxl.returns.asked_sheet import read_asked
from kaderxl.returns.fill_in import fill_in
from kaderxl.sheets.asked import Antwoordcel, Vraagblad

RONDE = Ronde(2027)
JAAR = ("--year", "2027")
_VORMEN: tuple[Callable[[Path], Path], ...] = (
    schrijf_sjabloon, schrijf_zeedorp, schrijf_sluisdorp, schrijf_oudeveen,
)  # fmt: skip
_VERHUURDERS = ("corporaties", "corporatie", "verhuurders")
_INSTELLINGEN = {
    "archiefvormer": "Fictieve gemeente",
    "bron": "Woonafspraken, fictief",
    "contact": "wonen@gemeente.example",
    "afzender": "wonen@gemeente.example",
    "waardering": "Tijdelijk te bewaren",
    "waardering begrippenlijst": "Waarderingen",
    "bewaartermijn": "10 jaar",
    "beperking gebruik": "Openbaar",
    "beperking gebruik begrippenlijst": "Openbaarheid",
}
_EERST, _LATER = (datetime(2026, 6, dag, 9, tzinfo=UTC) for dag in (10, 14))
"""Before today, whenever that is: of a moment yet to come it is said when it came in."""


@dataclass(frozen=True)
class Ingezonden:
    """How many sheets there are, in the inbox and in the folder of those that came too late."""

    inbox: Path
    te_laat: Path
    aantal: int = 0


def maak_land(map_: Path, dossiers: int, retouren: int) -> tuple[Kaderdossier, ...]:
    """So many dossiers with together so many partijen; nothing is handed out yet."""
    with TemporaryDirectory() as tijdelijk:
        vormen = [vorm(Path(tijdelijk, f"{n}.xlsx")) for n, vorm in enumerate(_VORMEN)]
        for nummer in range(dossiers):
            partijen = retouren // dossiers + (nummer < retouren % dossiers)
            sjabloon = map_ / f"g{nummer:03}" / "templates" / "monitoringstabel.xlsx"
            sjabloon.parent.mkdir(parents=True)
            _onder_eigen_naam(vormen[nummer % len(vormen)], sjabloon, nummer, partijen)
    return find_dossiers(map_)


def _onder_eigen_naam(vorm: Path, sjabloon: Path, nummer: int, partijen: int) -> None:
    boek = load_workbook(vorm)
    eigen = {"gemeente": f"Dorp {nummer}", "kader": f"Afspraken {nummer}", "kenmerk": f"G{nummer}"}
    blad = boek["Instellingen"]
    plaatsen = {str(blad.cell(n, 1).value): n for n in range(1, blad.max_row + 1)}
    for naam, waarde in (_INSTELLINGEN | eigen).items():
        rij = plaatsen.get(naam) or blad.max_row + 1
        blad.cell(rij, 1, naam)
        blad.cell(rij, 2, waarde)
    _met_partijen(boek["Partijen"], partijen)
    boek.save(sjabloon)


def _met_partijen(blad: Worksheet, aantal: int) -> None:
    """As many partijen as are asked, or as the agreement has; each with an address."""
    kolommen = {str(blad.cell(1, n).value): n for n in range(1, blad.max_column + 1)}
    regels = [r for r in range(2, blad.max_row + 1) if blad.cell(r, kolommen["naam"]).value]
    groepen = [str(blad.cell(r, kolommen["groep"]).value) for r in regels]
    verhuurders = next(g for g in groepen if g in _VERHUURDERS)
    for nummer in range(len(regels), aantal):
        rij = max(regels) + 1
        regels.append(rij)
        if "code" in kolommen:
            blad.cell(rij, kolommen["code"], f"C{nummer}")
        blad.cell(rij, kolommen["naam"], f"Corporatie {nummer}")
        blad.cell(rij, kolommen["groep"], verhuurders)
    for nummer, rij in enumerate(regels):
        blad.cell(rij, kolommen["e-mail"], f"p{nummer}@partij.example")


def zend_in(dossiers: tuple[Kaderdossier, ...], map_: Path) -> Ingezonden:
    """Fill in every sheet that was handed out and put it in one inbox: most as a file, some in a
    zip. One in 17 has words where a number belongs, one in 29 is late, of one in 23 a corrected one
    follows, one in 31 never comes."""
    inbox, te_laat = map_ / "inbox", map_ / "te-laat"
    for bak in (inbox, te_laat):
        bak.mkdir()
    aantal = 0
    with Reader() as reader, zipfile.ZipFile(inbox / "samen.zip", "w") as samen:
        for nummer, (dossier, blad) in enumerate(_bladen(dossiers, reader)):
            if nummer % 31 == 30:
                continue
            gestuurd = {f"{dossier.naam} {blad.naam}": _vul(blad, nummer, _EERST)}
            if nummer % 23 == 22:
                gestuurd[f"{dossier.naam} beter {blad.naam}"] = _vul(blad, nummer + 1, _LATER)
            for naam, data in gestuurd.items():
                if nummer % 19 == 18:
                    samen.writestr(zipfile.ZipInfo(naam, (2026, 6, 10, 9, 0, 0)), data)
                else:
                    ((te_laat if nummer % 29 == 28 else inbox) / naam).write_bytes(data)
            aantal += len(gestuurd)
    return Ingezonden(inbox, te_laat, aantal)


def _bladen(
    dossiers: tuple[Kaderdossier, ...], reader: Reader
) -> Iterator[tuple[Kaderdossier, Vraagblad]]:
    for dossier in dossiers:
        for pad in sorted(dossier.uitvoer.glob("*/invulbladen/*.xlsx")):
            data = pad.read_bytes()
            blad = read_asked(pad.name, reader.read(pad.name, data), data, Limits())
            assert isinstance(blad, Vraagblad), blad
            yield dossier, blad


def _vul(blad: Vraagblad, nummer: int, moment: datetime) -> bytes:
    antwoorden: dict[Place, Value] = {}
    for plaats, vraag in enumerate(blad.vragen):
        kleur = ""
        for cel in vraag.cellen:
            waarde = _antwoord(cel, kleur, nummer + plaats)
            kleur = kleur or str(waarde)
            antwoorden[cel.plaats] = waarde
    if nummer % 17 == 16:
        antwoorden |= _mis(blad)
    return fill_in(blad, antwoorden, moment, Limits())


def _antwoord(cel: Antwoordcel, kleur: str, keuze: int) -> Value:
    mag = cel.toegelaten
    woorden = mag.woorden or dict(mag.per_kleur).get(kleur) or dict(mag.per_kleur).get("", ())
    if woorden:
        return None if woorden[0].startswith("(") else woorden[keuze % len(woorden)]
    if mag.soort == "date":
        return mag.grenzen[0] + keuze % 28
    if mag.soort in ("whole", "decimal"):
        laagst, hoogst = min(mag.grenzen, default=0), max(mag.grenzen, default=100)
        return int(max(laagst, 0)) + keuze % int(min(hoogst - max(laagst, 0), 60) or 1)
    return f"Fictief: antwoord {keuze}"


def _mis(blad: Vraagblad) -> Mapping[Place, Value]:
    """Words in the first cell for a number."""
    cellen = (c for vraag in blad.vragen for c in vraag.cellen)
    getallen = [c.plaats for c in cellen if c.toegelaten.soort in ("whole", "decimal")]
    return dict.fromkeys(getallen[:1], "heel veel")


def breek(dossiers: tuple[Kaderdossier, ...]) -> tuple[str, ...]:
    """Break three of them, each in another way; gives their names. Their sheets are out already."""
    geen_werkboek, zonder_blad, met_een_keuze = dossiers[1], dossiers[-2], dossiers[-1]
    geen_werkboek.sjabloon.write_bytes(b"geen werkboek")
    boek = load_workbook(zonder_blad.sjabloon)
    del boek["Partijen"]
    boek.save(zonder_blad.sjabloon)
    (ronde,) = (p.parent for p in met_een_keuze.uitvoer.glob("*/invulbladen"))
    (ronde / "retour").mkdir(exist_ok=True)
    (ronde / "retour" / "keuze.csv").write_text("wanneer,bestand,keuze,reden\n,a.xlsx,misschien,\n")
    return tuple(d.naam for d in (geen_werkboek, zonder_blad, met_een_keuze))

"""The dossier of Molendam 2026-2031: six years of made-up answers, as the commands leave them.

    python tests/support/zesjaar.py MAP  # to look at: MAP/output and the templates beside it

In 2028 the template changes: indicator A01-I1 is split in A01-I3 and A01-I4. In 2029 Noordbouw
and Zuidwonen become Fusiewonen. Each evaluatie is archived but the last, which is still open; of
2027 there is also a tussenstand, and a second version after Zuidwonen corrected its answers.
docs/voorbeeld/zes-jaar.md tells what is in it.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from archieven import instellingen
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet
from sjablonen import STANDAARD, schrijf_sjabloon

from kaderxl import archive, collect, generate, merge
from kaderxl.commands.rounds import open_workspace
from kaderxl.core import labels as l
from kaderxl.core.kader import Soort
from kaderxl.core.rounds import Fase, Ronde
from kaderxl.sheets.layout import Opdracht
from kaderxl.sheets.questions import Vraagregel, stel_vragenlijst_op
from kaderxl.sheets.sheet import write_input_sheet
from kaderxl.template.kinds import AANTAL, DATUM, JA_NEE, PERCENTAGE, TEKST

LATER = date(2033, 1, 1)
"""When every BO of these years has met."""

# What the corporaties built, pulled down and sold: by year, partij and code.
WAARDEN: dict[int, dict[str, dict[str, int]]] = {
    2026: {
        "NB": {"A01-I1-M1": 10, "A01-I1-M2": 2, "A01-I1-M3": 0},
        "ZW": {"A01-I1-M1": 5, "A01-I1-M2": 0, "A01-I1-M3": 1},
    },
    2027: {
        "NB": {"A01-I1-M1": 20, "A01-I1-M2": 0, "A01-I1-M3": 0},
        "ZW": {"A01-I1-M1": 8, "A01-I1-M2": 1, "A01-I1-M3": 0},
    },
    2028: {
        "NB": {"A01-I3-M1": 12, "A01-I3-M2": 0, "A01-I3-M3": 0, "A01-I4-M1": 4},
        "ZW": {"A01-I3-M1": 6, "A01-I3-M2": 2, "A01-I3-M3": 0, "A01-I4-M1": 3},
    },
    2029: {"FU": {"A01-I3-M1": 15, "A01-I3-M2": 1, "A01-I3-M3": 1, "A01-I4-M1": 6}},
    2030: {"FU": {"A01-I3-M1": 20, "A01-I3-M2": 0, "A01-I3-M3": 2, "A01-I4-M1": 8}},
    2031: {"FU": {"A01-I3-M1": 18, "A01-I3-M2": 0, "A01-I3-M3": 0, "A01-I4-M1": 5}},
}
# Zuidwonen reported two homes too many in 2027.
CORRECTIE = {"ZW": {"A01-I1-M1": 6, "A01-I1-M2": 1, "A01-I1-M3": 0}}

# What a partij answers where it is not Groen, by year and indicator.
KLEUREN: dict[int, dict[str, str]] = {
    2027: {"A01-I1": "Oranje"},
    2028: {"A01-I3": "Oranje", "A03-I1": "Afgerond", "A03-I2": "Afgerond"},
    2029: {"A01-I4": "Oranje", "A03-I1": "Afgerond", "A03-I2": "Afgerond"},
    2030: {"A02-I1": "Rood", "A03-I1": "Oranje", "A03-I2": "Afgerond"},
    2031: {"A02-I1": "Rood"},
}
BESLUITEN: dict[int, dict[int, str]] = {
    2026: {1: "Groen", 2: "Groen", 3: "Groen"},
    2027: {1: "Oranje", 2: "Groen", 3: "Groen"},
    2028: {1: "Oranje", 2: "Groen", 3: "Afgerond"},
    2029: {1: "Oranje", 2: "Groen", 3: "Afgerond"},
    2030: {1: "Groen", 2: "Rood", 3: "Oranje"},
}


def _met_vervangt(blad: str, **vervangt: str) -> str:
    """The standard table of a sheet with the column `vervangt`, by code."""
    kop, *rijen = (r for r in STANDAARD[blad].replace("\\\n", "").strip().splitlines())
    plaats = [cel.strip() for cel in kop.strip().strip("|").split("|")].index("code")
    regels = [f"{kop.strip()} vervangt |"]
    for rij in rijen:
        code = rij.strip().strip("|").split("|")[plaats].strip()
        regels.append(f"{rij.strip()} {vervangt.get(code, '')} |")
    return "\n".join(regels)


def _splits(tabel: str, *rijen: str) -> str:
    return "\n".join((tabel, *rijen))


def sjabloon_2028(**partijen: str) -> dict[str, str]:
    """A01-I1 was asked for the last time in 2027; two indicatoren carry it on."""
    tabel = _met_vervangt("Monitoringstabel").replace(
        "opgeleverde woningen | > 2026-2031", "opgeleverde woningen | > 2026-2027"
    )
    rij = "| Bouwen | 1. Meer woningen | {} | > 2028-2031 | corporaties | | | {} | | aantal | som "
    rij += "| vast | vastgesteld | | A01-I1 |"
    waarde = "| {} | {} | {} | aantal | woningen | som | {} | optellen | ja | | vastgesteld | {} |"
    return {
        **partijen,
        "Monitoringstabel": _splits(
            tabel,
            rij.format("opgeleverde sociale huur", "A01-I3"),
            rij.format("opgeleverde middenhuur", "A01-I4"),
        ),
        "Meetwaarden": _splits(
            _met_vervangt("Meetwaarden"),
            waarde.format("A01-I3-M1", "A01-I3", "Sociale huur opgeleverd", "+", "A01-I1-M1"),
            waarde.format("A01-I3-M2", "A01-I3", "Gesloopt", "−", "A01-I1-M2"),
            waarde.format("A01-I3-M3", "A01-I3", "Verkocht", "−", "A01-I1-M3"),
            waarde.format("A01-I4-M1", "A01-I4", "Middenhuur opgeleverd", "+", "A01-I1-M1"),
        ),
        "Doelen": """
            | indicator | t/m jaar | minimum | maximum | partij | omschrijving | bron | lezing  |
            | --------- | -------- | ------- | ------- | ------ | ------------ | ---- | ------- |
            | A01-I3    | 2031     | 90      | 100     |        | netto        | 1    | gedrukt |
            | A01-I4    | 2031     | 30      | 40      |        | netto        | 1    | gedrukt |
        """,
    }


def sjabloon_2029() -> dict[str, str]:
    """Noordbouw and Zuidwonen go on as Fusiewonen."""
    return sjabloon_2028(
        Partijen="""
            | code | naam              | groep                | actief van | actief t/m | vervangt |
            | ---- | ----------------- | -------------------- | ---------- | ---------- | -------- |
            | GEM  | Gemeente Molendam | gemeente             |            |            |          |
            | NB   | Noordbouw         | corporaties          |            | 2028       |          |
            | ZW   | Zuidwonen         | corporaties          |            | 2028       |          |
            | FU   | Fusiewonen        | corporaties          | 2029       |            | NB, ZW   |
            | HB   | Huurdersbelang    | huurdersverenigingen |            |            |          |
        """
    )


@dataclass(frozen=True)
class Dossier:
    """The output folder and the templates, by the year from which they hold."""

    output: Path
    sjablonen: Mapping[int, Path]

    def sjabloon(self, jaar: int) -> Path:
        return self.sjablonen[max(j for j in self.sjablonen if j <= jaar)]


def maak_dossier(map_: Path) -> Dossier:
    """Six years of rondes, each answered, collected, merged, decided and archived."""
    map_.mkdir(parents=True, exist_ok=True)
    inhoud = {2026: {}, 2028: sjabloon_2028(), 2029: sjabloon_2029()}
    sjablonen = {
        jaar: schrijf_sjabloon(
            map_ / f"sjabloon-{jaar}.xlsx", Instellingen=instellingen(), **tabellen
        )
        for jaar, tabellen in inhoud.items()
    }
    dossier = Dossier(map_ / "output", sjablonen)
    doe_ronde(dossier, Ronde(2027, Fase.TUSSENSTAND), _half(WAARDEN[2027]))
    for jaar, waarden in WAARDEN.items():
        ronde = Ronde(jaar)
        doe_ronde(dossier, ronde, waarden)
        if jaar in BESLUITEN:
            besluit(dossier, ronde, BESLUITEN[jaar])
            archive(ronde, template=dossier.sjabloon(jaar), output=dossier.output, today=LATER)
    doe_ronde(dossier, Ronde(2027), CORRECTIE, {"ZW"}, "2032-01-15")
    archive(Ronde(2027), template=dossier.sjabloon(2027), output=dossier.output, today=LATER)
    return dossier


def _half(waarden: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    return {p: {code: w // 2 for code, w in eigen.items()} for p, eigen in waarden.items()}


def doe_ronde(
    dossier: Dossier,
    ronde: Ronde,
    waarden: Mapping[str, Mapping[str, int]],
    wie: set[str] | None = None,
    op: str = "",
) -> None:
    """Answer, collect and merge; with `wie` only those partijen send, on day `op`."""
    sjabloon = dossier.sjabloon(ronde.jaar)
    if ronde == Ronde(2029):  # the others are like it, and take time
        generate(ronde, template=sjabloon, output=dossier.output, fictional=True)
    terug = dossier.output.parent / "terug" / f"{ronde}{op}"
    terug.mkdir(parents=True)
    with open_workspace(ronde, sjabloon, dossier.output) as werk:
        for partij in werk.kader.partijen:
            vragen = stel_vragenlijst_op(werk.kader, ronde, partij.code, werk.bevestigen).regels
            if not vragen or (wie and partij.code not in wie):
                continue
            eigen = waarden.get(partij.code, {})
            antwoorden = {v.code: _antwoord(v, ronde.jaar, eigen) for v in vragen}
            opdracht = Opdracht(
                werk.kader,
                ronde,
                partij,
                werk.vorige[partij.code] if werk.vorige else {},
                antwoorden,
                fictief=True,
                bevestigen=werk.bevestigen,
            )
            data = write_input_sheet(opdracht)
            (terug / f"Fictief {partij.naam}.xlsx").write_bytes(data)
    ingenomen = collect(ronde, [terug], template=sjabloon, output=dossier.output)
    assert {i.status for i in ingenomen.inzendingen} == {"aangenomen"}, ingenomen
    merge(ronde, template=sjabloon, output=dossier.output)


def _antwoord(vraag: Vraagregel, jaar: int, eigen: Mapping[str, int]) -> dict[str, object]:
    m = vraag.meetwaarde
    if m is None:
        kleur = KLEUREN.get(jaar, {}).get(vraag.code, "Groen")
        anders = {l.REDEN: "a", l.TOELICHTING: "Fictief: dit loopt anders dan afgesproken."}
        return {l.BEOORDELING: kleur, **(anders if kleur in ("Oranje", "Rood") else {})}
    vast: dict[Soort, object] = {
        AANTAL: eigen.get(m.code, 100 if m.rol == "noemer" else 40),
        PERCENTAGE: 70,
        JA_NEE: "Ja",
        DATUM: date(jaar, 6, 1),
        TEKST: "Fictief project",
    }
    return {l.WAARDE: vast[m.soort]}


def besluit(dossier: Dossier, ronde: Ronde, besluiten: Mapping[int, str]) -> None:
    """What the BO decides and sets, typed into the matrix and taken over by `merge`."""
    bestand = dossier.output / str(ronde) / "matrix" / f"monitoringsmatrix-{ronde}.xlsx"
    boek = load_workbook(bestand)
    blad = boek[l.MONITORINGSTABEL]
    assert isinstance(blad, Worksheet)
    koprij = next(r for r in blad.iter_rows() if l.BESLUIT in [c.value for c in r])
    plaats = {str(c.value): c.column for c in koprij if c.value}
    gedaan: set[int] = set()
    kopregel = koprij[0].row or 0
    for rij in range(kopregel + 1, blad.max_row + 1):
        tekst = str(blad.cell(rij, plaats["Afspraak"]).value or "")
        nummer = int(tekst.partition(".")[0]) if tekst[:1].isdigit() else 0
        if nummer in besluiten and nummer not in gedaan:
            kleur = besluiten[nummer]
            blad.cell(rij, plaats[l.BESLUIT]).value = kleur
            if kleur in ("Oranje", "Rood"):
                blad.cell(rij, plaats[l.BESLUIT_REDEN]).value = "a"
            blad.cell(rij, plaats[l.DATUM_BO]).value = date(ronde.jaar + 1, 3, 25)
            gedaan.add(nummer)
    assert gedaan == set(besluiten)
    _stel_vast(boek, date(ronde.jaar + 1, 3, 25))
    boek.save(bestand)
    merge(ronde, template=dossier.sjabloon(ronde.jaar), output=dossier.output)


def _stel_vast(boek: Workbook, dag: date) -> None:
    """The day on which the BO set the whole, in its cell."""
    cellen = (c for blad in boek.worksheets for rij in blad.iter_rows() for c in rij)
    (cel,) = (c for c in cellen if isinstance(c, Cell) and c.value == l.VASTGESTELD_IN)
    cel.offset(column=1).value = dag


if __name__ == "__main__":
    print(replace(maak_dossier(Path(sys.argv[1]))).output)

"""The dossier of Molendam 2026-2031: six years of made-up answers, as the commands leave them.

    python tests/support/zesjaar.py MAP  # to look at: MAP/output and the templates beside it

The municipality gives the voorzet of the locaties (A01-I2); in 2026 Zuidwonen does not agree.
In the tussenstand of 2027 the BO splits indicator A01-I1 in A01-I3 and A01-I4, after a vote: that
makes the template of 2028. In 2029 Noordbouw and Zuidwonen become Fusiewonen. Each evaluatie is
archived but the last, which is still open; of 2027 there is also a tussenstand, and a second
version after Zuidwonen corrected its answers.
docs/voorbeeld/zes-jaar.md tells what is in it.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from archieven import instellingen
from invullen import een_lezer_voor_alles, vul, zoek_tabel
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet
from sjablonen import STANDAARD, erbij, met_trekker, schrijf_sjabloon

from kaderxl import agree, archive, collect, generate, merge
from kaderxl.commands.rounds import open_workspace
from kaderxl.core import labels as l
from kaderxl.core.kader import Soort
from kaderxl.core.rounds import Fase, Ronde
from kaderxl.core.voorzetten import op_voorzet
from kaderxl.matrix.settled import SOORTEN, STEMPUNTEN, WIJZIGINGEN
from kaderxl.reading import Reader
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
    2027: {"A01-I1": "Oranje", "A01-I2": "Oranje", "A04-I1": "Oranje"},
    2028: {
        "A01-I2": "Afgerond",
        "A01-I3": "Oranje",
        "A02-I2": "Afgerond",
        "A03-I1": "Afgerond",
        "A03-I2": "Afgerond",
        "A04-I1": "Rood",
    },
    2029: {"A01-I4": "Oranje", "A03-I1": "Afgerond", "A03-I2": "Afgerond", "A04-I1": "Rood"},
    2030: {"A02-I1": "Rood", "A03-I1": "Oranje", "A03-I2": "Afgerond"},
    2031: {"A02-I1": "Rood"},
}
TREKKER = "Gemeente Molendam"
"""Who gives the voorzet of A01-I2."""
# Who does not agree to a voorzet, by year and partij, and what it says instead; the others do.
NIET_AKKOORD: dict[int, dict[str, dict[str, object]]] = {
    2026: {
        "ZW": {
            l.WAARDE: "Niet akkoord",
            l.BEOORDELING: "Oranje",
            l.REDEN: "a",
            l.TOELICHTING: "Fictief: twee locaties staan er nog niet in.",
        }
    },
}
# What the BO decides, with its reason where that is not a.
BESLUITEN: dict[int, dict[int, str]] = {
    2026: {1: "Groen", 2: "Groen", 3: "Groen", 4: "Groen"},
    2027: {1: "Oranje", 2: "Groen", 3: "Groen", 4: "Oranje"},
    2028: {1: "Oranje", 2: "Groen", 3: "Afgerond", 4: "Rood"},
    2029: {1: "Oranje", 2: "Groen", 3: "Afgerond", 4: "Rood, c"},
    2030: {1: "Groen", 2: "Rood", 3: "Oranje"},
}
# What the BO of 2027 agrees to do about afspraak 4, and what the gemeente says of it a year later.
ACTIE = (4, "Fictief: het convenant laten tekenen", "gemeente", date(2028, 6, 1))
NIET_GEDAAN = "niet gedaan: fictief, de gemeenteraad stelde het uit"
# Beside the small template: a convenant that must be there in 2027, and never comes.
TABELLEN = STANDAARD | {
    **erbij(
        "Monitoringstabel",
        "| Samen leven | 4. Gegevens delen | convenant | > 2026-2027 | gemeente | | | A04-I1 "
        "| | mijlpaal | enkel | vast | vastgesteld | |",
    ),
    **erbij(
        "Meetwaarden",
        "| A04-I1-M1 | A04-I1 | Ondertekend? | ja/nee | | enkel | | vervangen | ja | "
        "| vastgesteld |",
    ),
}


def _met_vervangt(blad: str, **vervangt: str) -> str:
    """The standard table of a sheet with the column `vervangt`, by code."""
    kop, *rijen = (r for r in TABELLEN[blad].replace("\\\n", "").strip().splitlines())
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
        **met_trekker(
            _splits(
                tabel,
                rij.format("opgeleverde sociale huur", "A01-I3"),
                rij.format("opgeleverde middenhuur", "A01-I4"),
            ),
            A01_I2=TREKKER,
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


SPLITSING: dict[str, dict[str, object]] = {
    "W-1": {"soort": "nieuwe indicator", "bij": "1", "indicator": "opgeleverde sociale huur",
            "jaar": "2028-2031", "actiehouder": "corporaties", "vervangt": "A01-I1"},
    "W-2": {"soort": "nieuwe indicator", "bij": "1", "indicator": "opgeleverde middenhuur",
            "jaar": "2028-2031", "actiehouder": "corporaties", "vervangt": "A01-I1",
            "vraag": "Middenhuur opgeleverd", "antwoord": "aantal", "eenheid": "woningen"},
    "W-3": {"soort": "ander doel", "bij": "W-1", "tm_jaar": 2031, "minimum": 90, "maximum": 100},
    "W-4": {"soort": "ander doel", "bij": "W-2", "tm_jaar": 2031, "minimum": 30, "maximum": 40},
    "W-5": {"soort": "vervalt", "bij": "A01-I1", "tm_jaar": 2031},
}  # fmt: skip
"""What the BO of December 2027 adopts, by number and part."""
STEMMING: dict[str, object] = {
    "vraag": "Meten we sociale huur en middenhuur apart?",
    "optie_a": "ja, vanaf 2028",
    "optie_b": "nee, samen blijven meten",
    "moderator": "bureau Fictief",
    "tot": date(2027, 11, 26),
    "stem GEM": "A",
    "stem NB": "A",
    "stem ZW": "B",
    "stem HB": "A",
    "uitkomst": "A",
    "datum": date(2027, 12, 10),
}
LEZING: dict[tuple[str, str], dict[str, object]] = {
    ("Monitoringstabel", "A01-I3"): {"soort": "aantal", "combineren": "som"},
    ("Monitoringstabel", "A01-I4"): {"soort": "aantal", "combineren": "som"},
    ("Meetwaarden", "A01-I3-M1"): {"omschrijving": "Sociale huur opgeleverd"},
    ("Meetwaarden", "A01-I4-M1"): {
        "combineren": "som", "telt als": "+", "vervangt": "A01-I1-M1"},
    ("Doelen", "A01-I3"): {"omschrijving": "netto", "bron": "1"},
    ("Doelen", "A01-I4"): {"omschrijving": "netto", "bron": "1"},
}  # fmt: skip
"""What the officer then fills in on the new rows: how the answers are added up and called."""


def wijzig(dossier: Dossier, ronde: Ronde) -> Path:
    """The BO adopts a split after a vote, typed in the matrix of a tussenstand: the template that
    `merge` then writes, as the officer finishes it."""
    bestand = dossier.output / str(ronde) / "matrix" / f"monitoringsmatrix-{ronde}.xlsx"
    boek = load_workbook(bestand)
    besloten = {"besluit": "aangenomen", "datum": date(2027, 12, 10)}
    for code, delen in SPLITSING.items():
        _typ(boek[l.WIJZIGINGEN], code, SOORTEN[WIJZIGINGEN].delen, delen | besloten)
    stemmen = {f"stem {c}": f"Stem {naam}" for c, naam in _NAMEN.items()}
    _typ(boek[l.STEMMINGEN], "ST-1", {**SOORTEN[STEMPUNTEN].delen, **stemmen}, STEMMING)
    boek.save(bestand)
    sjabloon = dossier.sjabloon(ronde.jaar)
    gemaakt = merge(ronde, template=sjabloon, output=dossier.output, today=LATER).sjabloon
    assert gemaakt is not None
    assert gemaakt.bestand is not None
    af = dossier.output.parent / f"sjabloon-{ronde.jaar + 1}.xlsx"
    boek = load_workbook(gemaakt.bestand)
    for (naam, code), cellen in LEZING.items():
        _typ(boek[naam], code, {kop: kop for kop in cellen}, cellen)
    boek.save(af)
    return af


_NAMEN = {"GEM": "Gemeente Molendam", "NB": "Noordbouw", "ZW": "Zuidwonen", "HB": "Huurdersbelang"}


def _typ(
    blad: object, sleutel: str, koppen: Mapping[str, str], cellen: Mapping[str, object]
) -> None:
    """Fill in the row of a table that has this key in one of its cells, by header."""
    assert isinstance(blad, Worksheet)
    kop = next(r for r in blad.iter_rows() if set(koppen.values()) & {c.value for c in r})
    plaats = {str(cel.value): cel.column for cel in kop if isinstance(cel, Cell) and cel.value}
    rij = next(r for r in blad.iter_rows() if sleutel in [c.value for c in r])
    for deel, waarde in cellen.items():
        blad.cell(rij[0].row or 0, plaats[koppen[deel]]).value = waarde  # type: ignore[assignment]


def fuseer(sjabloon: Path, af: Path) -> Path:
    """Noordbouw and Zuidwonen go on as Fusiewonen."""
    boek = load_workbook(sjabloon)
    blad = boek["Partijen"]
    blad.insert_rows(5)
    koppen = [str(cel.value) for cel in blad[1]]
    blad.cell(1, len(koppen) + 1).value = "vervangt"
    for rij in (3, 4):
        blad.cell(rij, koppen.index("actief t/m") + 1).value = 2028
    nieuw = {"code": "FU", "naam": "Fusiewonen", "groep": "corporaties", "actief van": 2029}
    for kop, waarde in {**nieuw, "vervangt": "NB, ZW"}.items():
        blad.cell(5, [*koppen, "vervangt"].index(kop) + 1).value = waarde  # type: ignore[assignment]
    boek.save(af)
    return af


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
    met = {blad: TABELLEN[blad] for blad in ("Monitoringstabel", "Meetwaarden")}
    met["Instellingen"] = instellingen(stemgewicht_per_partij="1")
    met |= met_trekker(met["Monitoringstabel"], A01_I2=TREKKER)
    sjablonen = {2026: schrijf_sjabloon(map_ / "sjabloon-2026.xlsx", **met)}
    dossier = Dossier(map_ / "output", sjablonen)
    for jaar, waarden in WAARDEN.items():
        ronde = Ronde(jaar)
        if jaar == 2027:
            tussenstand = Ronde(jaar, Fase.TUSSENSTAND)
            doe_ronde(dossier, tussenstand, _half(waarden))
            sjablonen[2028] = wijzig(dossier, tussenstand)
            sjablonen[2029] = fuseer(sjablonen[2028], map_ / "sjabloon-2029.xlsx")
        doe_ronde(dossier, ronde, waarden)
        if jaar in BESLUITEN:
            besluit(dossier, ronde, BESLUITEN[jaar])
            if jaar == 2027:
                zeg_toe(dossier, ronde, *ACTIE)
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
            acties = (t for t in werk.kader.actiepunten if partij.code in t.partijen)
            antwoorden |= {t.code: {l.PLANNEN: NIET_GEDAAN} for t in acties}
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
        van_anderen = any(op_voorzet(werk.kader, p.code, ronde.jaar) for p in werk.kader.partijen)
    _neem_in(dossier, ronde, terug)
    if van_anderen and not wie:
        _zeg_akkoord(dossier, ronde, terug / "akkoord")
    merge(ronde, template=sjabloon, output=dossier.output)


def _neem_in(dossier: Dossier, ronde: Ronde, map_: Path) -> None:
    sjabloon = dossier.sjabloon(ronde.jaar)
    ingenomen = collect(ronde, [map_], template=sjabloon, output=dossier.output)
    assert {i.status for i in ingenomen.inzendingen} == {"aangenomen"}, ingenomen


def _zeg_akkoord(dossier: Dossier, ronde: Ronde, map_: Path) -> None:
    """The second pass: what each partij says to the voorzetten of others."""
    map_.mkdir()
    sjabloon = dossier.sjabloon(ronde.jaar)
    for blad in agree(ronde, template=sjabloon, output=dossier.output).invulbladen:
        oneens = NIET_AKKOORD.get(ronde.jaar, {}).get(blad.partij.code)
        data = blad.bestand.read_bytes()
        tabel = zoek_tabel(load_workbook(blad.bestand))
        gevraagd = [c for c in tabel.rijen if tabel.cel(c, "Eenheid").value == "akkoord"]
        gegeven = {code: oneens or {l.WAARDE: "Akkoord"} for code in gevraagd}
        ingevuld = vul(data, gegeven, op=f"{ronde.jaar + 1}-02-01T09:00:00Z")
        (map_ / f"Fictief akkoord {blad.partij.naam}.xlsx").write_bytes(ingevuld)
    _neem_in(dossier, ronde, map_)


def _antwoord(vraag: Vraagregel, jaar: int, eigen: Mapping[str, int]) -> dict[str, object]:
    m = vraag.meetwaarde
    if m is None:
        kleur = KLEUREN.get(jaar, {}).get(vraag.code, "Groen")
        if kleur in ("Oranje", "Rood"):
            anders = "Fictief: dit loopt anders dan afgesproken."
            return {l.BEOORDELING: kleur, l.REDEN: "a", l.TOELICHTING: anders}
        uitleg = vraag.indicator.is_oordeel or kleur == "Afgerond"
        zoals = {l.TOELICHTING: "Fictief: dit is zoals we afspraken."} if uitleg else {}
        return {l.BEOORDELING: kleur, **zoals}
    mis = KLEUREN.get(jaar, {}).get(m.indicator) in ("Oranje", "Rood")
    vast: dict[Soort, object] = {
        AANTAL: eigen.get(m.code, 100 if m.rol == "noemer" else 40),
        PERCENTAGE: 70,
        JA_NEE: "Nee" if mis else "Ja",
        DATUM: None if mis else date(jaar, 6, 1),
        TEKST: "Fictief project",
    }
    return {l.WAARDE: vast[m.soort]}


def een_jaar(
    map_: Path, besluiten: Mapping[int, str], *acties: tuple[int, str, str, date]
) -> Dossier:
    """The evaluatie of 2026 answered, decided and archived, with these actions."""
    sjabloon = schrijf_sjabloon(map_ / "sjabloon.xlsx", Instellingen=instellingen())
    dossier, ronde = Dossier(map_ / "output", {2026: sjabloon}), Ronde(2026)
    doe_ronde(dossier, ronde, WAARDEN[2026])
    besluit(dossier, ronde, besluiten)
    for actie in acties:
        zeg_toe(dossier, ronde, *actie)
    archive(ronde, template=sjabloon, output=dossier.output, today=LATER)
    return dossier


@contextmanager
def kopie_van(dossier: Dossier, map_: Path, reader: Reader) -> Iterator[Dossier]:
    """A copy to change, for commands that use one reader."""
    output = Path(shutil.copytree(dossier.output, map_ / "output"))
    with een_lezer_voor_alles(reader):
        yield Dossier(output, dossier.sjablonen)


def zeg_toe(
    dossier: Dossier, ronde: Ronde, nummer: int, actie: str, wie: str, wanneer: date
) -> None:
    """An action at a focuspunt, typed into the matrix and taken over by `merge`."""
    bestand = dossier.output / str(ronde) / "matrix" / f"monitoringsmatrix-{ronde}.xlsx"
    boek = load_workbook(bestand)
    blad = boek[l.FOCUSPUNTEN]
    assert isinstance(blad, Worksheet)
    kop = next(r for r in blad.iter_rows() if l.ACTIE in [c.value for c in r])
    plaats = {str(c.value): c.column or 0 for c in kop if c.value}
    (rij,) = (r[0].row or 0 for r in blad.iter_rows() if r[plaats[l.NR] - 1].value == nummer)
    for kolom, waarde in ((l.ACTIE, actie), (l.WIE, wie), (l.WANNEER, wanneer)):
        blad.cell(rij, plaats[kolom]).value = waarde
    boek.save(bestand)
    merge(ronde, template=dossier.sjabloon(ronde.jaar), output=dossier.output)


def besluit(dossier: Dossier, ronde: Ronde, besluiten: Mapping[int, str]) -> None:
    """What the BO decides and sets, typed into the matrix and taken over by `merge`."""
    bestand = dossier.output / str(ronde) / "matrix" / f"monitoringsmatrix-{ronde}.xlsx"
    boek = load_workbook(bestand)
    blad = boek[l.BESLUITENLIJST]
    assert isinstance(blad, Worksheet)
    koprij = next(r for r in blad.iter_rows() if l.BESLUIT in [c.value for c in r])
    plaats = {str(c.value): c.column for c in koprij if c.value}
    gedaan: set[int] = set()
    kopregel = koprij[0].row or 0
    for rij in range(kopregel + 1, blad.max_row + 1):
        nummer = blad.cell(rij, plaats[l.NR]).value
        if isinstance(nummer, int) and nummer in besluiten:
            kleur, _, reden = besluiten[nummer].partition(", ")
            blad.cell(rij, plaats[l.BESLUIT]).value = kleur
            if kleur in ("Oranje", "Rood"):
                blad.cell(rij, plaats[l.BESLUIT_REDEN]).value = reden or "a"
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

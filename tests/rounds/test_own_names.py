"""What an agreement calls its overleggen and its programme, in all that is written and read."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from kwartalen import RONDES, SLUISDORP, Sluisdorp, antwoorden, schrijf_sluisdorp, teksten
from opdrachten import geef
from openpyxl import load_workbook

from kaderxl import archive, calendar, check, focus, generate, history, mail, merge, verify
from kaderxl.core import catalogue, labels as l
from kaderxl.core.cycle import ronde_van

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("een_lezer")]

NAMEN = """
        | ambtelijk overleg                | de werkgroep wonen (WW)       |
        | bestuurlijk overleg              | de stuurgroep                 |
        | jaarprogramma                    | de werkagenda                 |
"""
ONS = re.compile(r"\b(?:[AB]O|\w*(?i:jaarprogramma)\w*|(?i:ambtelijk|bestuurlijk) \w*)\b")
_ONTHOUDEN = re.compile(r"(?m)^(?:ambtelijk overleg|bestuurlijk overleg|jaarprogramma)$|bij-\w+")
PROGRAMMA = """
        | jaar | afspraak | activiteiten        |
        | ---- | -------- | ------------------- |
        | 2027 | 1a       | Fictief: heien      |
"""


def met_namen(path: Path, namen: str = NAMEN) -> Path:
    """The template of Sluisdorp with these names, also on a tab and in its own cells."""
    instellingen = (SLUISDORP["Instellingen"] or "").replace("| nee   ", "| ja    ")
    rondes = RONDES.replace("jaarprogramma en", "werkagenda en")
    planning = (SLUISDORP["Planning"] or "").replace("| BO      ", "| stuurgroep ")
    bladen = {"Instellingen": instellingen.rstrip() + namen, "Rondes": rondes, "Planning": planning}
    return schrijf_sluisdorp(path, **bladen, Werkagenda=PROGRAMMA)


@pytest.fixture
def dorp(tmp_path: Path) -> Sluisdorp:
    return Sluisdorp(met_namen(tmp_path / "sjabloon.xlsx"), tmp_path / "output")


def onze_woorden(map_: Path) -> dict[str, set[str]]:
    """Our words in each file under a folder, the text of its workbooks and lists included."""
    gevonden = {}
    for pad in sorted(
        p for p in map_.rglob("*") if p.is_file() and not {"retour", ".kaderxl"} & {*p.parts}
    ):
        if pad.suffix == ".xlsx" and "sjabloon" not in pad.parts:
            tekst = "\n".join((teksten(pad), *load_workbook(pad).sheetnames, *_uitleg(pad)))
        elif pad.suffix in {".html", ".txt", ".eml", ".csv", ".json", ".xml", ".ics"}:
            tekst = pad.read_text("utf-8", errors="replace").replace("\r\n ", "")
        else:
            continue
        # What the names stand beside, where the matrix remembers them; and a place in a page.
        tekst = _ONTHOUDEN.sub("", tekst)
        if woorden := set(ONS.findall(tekst)):
            gevonden[pad.relative_to(map_).as_posix()] = woorden
    return gevonden


def _uitleg(pad: Path) -> list[str]:
    """What a cell says when one stands in it, or types what does not fit."""
    keuzes = (k for blad in load_workbook(pad) for k in blad.data_validations.dataValidation)
    return [str(t) for k in keuzes for t in (k.prompt, k.error, k.promptTitle, k.errorTitle) if t]


def test_a_year_says_them_wherever_it_said_ours(dorp: Sluisdorp) -> None:
    d = dorp
    assert {b.code for b in check(d.sjabloon).bevindingen} <= {
        catalogue.INLEVEREN_IN_WEEKEND.code,
        catalogue.LATER_NODIG.code,
    }
    gezegd = []
    dagen = {"derde kwartaal": date(2027, 11, 10), "vierde kwartaal": date(2028, 2, 20)}
    for kwartaal, dag in dagen.items():
        ronde = ronde_van(2027, kwartaal)
        generate(ronde, **d.plaats)
        mail(ronde, **d.plaats)
        d.stuur(ronde, antwoorden(kwartaal), dag.isoformat())
        matrix = d.stel_vast(ronde, dag, "Fictief: bouwen" if kwartaal.startswith("derde") else "")
        assert set(matrix.besluiten) == {"1a", "1b", "2a"}
        assert matrix.vastgelegd.vastgesteld == dag
        gezegd += [*archive(ronde, **d.plaats, today=dag).lines()]
    volgend = ronde_van(2028, "eerste kwartaal")
    gezegd += [*focus(volgend, **d.plaats).lines(), *generate(volgend, **d.plaats).lines()]
    gezegd += [*history(csv=True, **d.plaats).lines()]
    gezegd += [*calendar(2028, today=date(2028, 1, 1), **d.plaats).lines()]
    assert onze_woorden(d.output) == {}
    assert ONS.findall("\n".join(gezegd)) == []
    assert all(a.nagerekend and not a.bevindingen for a in verify(output=d.output).archieven)
    blad = teksten(d.map(volgend) / "invulbladen" / f"Invulblad De Kade {volgend}.xlsx")
    assert "besluit stuurgroep: Hapert" in blad
    assert "Fictief: bouwen" in blad


def test_the_first_programme_stands_on_a_sheet_of_that_name(dorp: Sluisdorp) -> None:
    ronde = ronde_van(2027, "eerste kwartaal")
    generate(ronde, **dorp.plaats)
    blad = dorp.map(ronde) / "invulbladen" / f"Invulblad De Kade {ronde}.xlsx"
    assert "werkagenda: Fictief: heien" in teksten(blad)


def test_a_matrix_that_went_out_under_other_names_keeps_its_besluiten(dorp: Sluisdorp) -> None:
    """Renamed after the meeting wrote in it: it is read by what it was called then."""
    ronde, dag = ronde_van(2027, "derde kwartaal"), date(2027, 11, 10)
    generate(ronde, **dorp.plaats)
    dorp.stuur(ronde, antwoorden("derde kwartaal"), dag.isoformat())
    eerst = dorp.stel_vast(ronde, dag, "Fictief: bouwen").vastgelegd
    met_namen(dorp.sjabloon, NAMEN.replace("stuurgroep", "regiegroep"))
    daarna = merge(ronde, **dorp.plaats).matrix.vastgelegd
    assert (daarna.besluiten, daarna.programma) == (eerst.besluiten, eerst.programma)
    assert daarna.vastgesteld == dag
    boek = load_workbook(dorp.map(ronde) / "matrix" / f"monitoringsmatrix-{ronde}.xlsx")
    assert "Besluit regiegroep" in [cel.value for cel in boek[l.BESLUITENLIJST][2]]


@pytest.mark.parametrize(
    "naam", ["stuurgroep", "de", "de " + "x" * 26, "de Focuspunten", "het AO", "de a/b"]
)
def test_a_name_that_cannot_be_used_is_said_at_its_cell(naam: str, tmp_path: Path) -> None:
    namen = f"\n        | bestuurlijk overleg              | {naam} |\n"
    sjabloon = met_namen(tmp_path / "s.xlsx", namen)
    fouten = [b for b in check(sjabloon).bevindingen if b.code == "S269"]
    assert [(b.plek.blad, b.plek.cel) for b in fouten] == [("Instellingen", "B19")]


def test_a_command_says_them_too(dorp: Sluisdorp) -> None:
    gezegd = geef("check", dorp.sjabloon)
    assert ONS.findall(gezegd.output) == []

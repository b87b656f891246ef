"""Six made-up years side by side: the numbers of `history` equal those reckoned by hand."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from archieven import instellingen
from browser import bekijk, heeft_geen_gebrek
from excelmaten import bladen_van
from invullen import een_lezer_voor_alles, zoek_tabel
from opdrachten import geef
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from sjablonen import schrijf_sjabloon
from zesjaar import Dossier, maak_dossier, sjabloon_2028

from kaderxl import collect, compare, verify
from kaderxl.commands.history import History, history
from kaderxl.core import catalogue, labels as l
from kaderxl.core.findings import NietUitgevoerd
from kaderxl.core.folder import HISTORIE
from kaderxl.core.rounds import Ronde
from kaderxl.reading import Reader
from kaderxl.years.tables import tidy_tables
from kaderxl.years.workbook import DOELMETER_BLAD, KLEUREN_BLAD, REEKSEN_BLAD, RESPONS_BLAD

# The dossier takes a while to make: its tests run where it was made.
pytestmark = [
    pytest.mark.xdist_group("zesjaar"),
    pytest.mark.lang,
    pytest.mark.usefixtures("een_lezer"),
]
Converteer = Callable[[Path, str, Path], Path]

# Reckoned by hand from the answers in zesjaar.py. Of 2027 the second version of the archive
# counts, in which Zuidwonen built 6 and not 8.
#       bruto (with middenhuur)      gesloopt   verkocht   netto              opgeteld
MET_DE_HAND = {
    2026: (10 + 5, 2 + 0, 0 + 1, 12, 12),
    2027: (20 + 6, 0 + 1, 0 + 0, 25, 37),
    2028: (12 + 6 + 4 + 3, 0 + 2, 0 + 0, 23, 60),
    2029: (15 + 6, 1, 1, 19, 79),
    2030: (20 + 8, 0, 2, 26, 105),
    2031: (18 + 5, 0, 0, 23, 128),
}
KLEUREN = {
    1: "Groen Oranje Oranje Oranje Oranje Groen Groen",
    2: "Groen Groen Groen Groen Groen Rood Rood",
    3: "Groen Groen Groen Afgerond Afgerond Oranje Groen",
    4: "Groen Oranje Oranje Rood Rood Niet in 2030 Niet in 2031",
}


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Dossier:
    with een_lezer_voor_alles(reader):
        return maak_dossier(tmp_path_factory.mktemp("zesjaar"))


@pytest.fixture(scope="module")
def jaren(dossier: Dossier, reader: Reader) -> History:
    with een_lezer_voor_alles(reader):
        return history(template=dossier.sjabloon(2031), output=dossier.output, csv=True)


@pytest.fixture
def kopie(dossier: Dossier, tmp_path: Path) -> Path:
    """The same dossier, to take something away from."""
    niet = shutil.ignore_patterns(HISTORIE)
    return Path(shutil.copytree(dossier.output, tmp_path / "output", ignore=niet))


def test_what_the_gemeente_took_on_is_asked_back_and_closed(dossier: Dossier) -> None:
    """At afspraak 4 in the evaluatie of 2027; in 2028 it says that it was not done, and why."""

    def staat_er(ronde: Ronde) -> list[tuple[object, ...]]:
        bestand = dossier.output / str(ronde) / "matrix" / f"monitoringsmatrix-{ronde}.xlsx"
        boek = load_workbook(bestand, read_only=True)
        if l.ACTIEPUNTEN not in boek.sheetnames:
            return []
        rijen = boek[l.ACTIEPUNTEN].iter_rows(min_row=3, values_only=True)
        return [rij[6:9] for rij in rijen]

    niet = ("Gemeente Molendam", "niet gedaan", "fictief, de gemeenteraad stelde het uit")
    assert staat_er(Ronde(2028)) == [niet]
    assert staat_er(Ronde(2029)) == []


def test_the_template_of_2028_is_what_the_bo_adopted(dossier: Dossier, tmp_path: Path) -> None:
    """It says what one that is written by hand says, and besides which BO made it so."""
    met = instellingen(stemgewicht_per_partij="1")
    hand = schrijf_sjabloon(tmp_path / "hand.xlsx", Instellingen=met, **sjabloon_2028())
    anders = compare(hand, dossier.sjablonen[2028]).wijzigingen
    assert {w.code for w in anders} == {
        "versie", "vastgesteld in het bo van", "vervangt versie", "besluiten"}  # fmt: skip
    assert dossier.sjablonen[2028] != dossier.sjablonen[2026]


# The numbers


def per_jaar(jaren: History, omschrijving: str) -> dict[int, tuple[object, object]]:
    tabel = jaren.tabellen["reeksen"]
    eigen = tabel[(tabel["omschrijving"] == omschrijving) & (tabel["afspraak"] == 1)]
    return {int(r.jaar): (int(r.waarde), int(r.cumulatief)) for r in eigen.itertuples(index=False)}


def test_the_totals_are_those_reckoned_by_hand(jaren: History) -> None:
    (meter,) = jaren.tijdlijn.meters
    gevonden = {j.jaar: (j.netto, j.cumulatief) for j in meter.jaren}
    assert gevonden == {jaar: (netto, samen) for jaar, (*_, netto, samen) in MET_DE_HAND.items()}
    assert per_jaar(jaren, "Netto") == gevonden


@pytest.mark.parametrize(
    ("omschrijving", "plaats"),
    [("Sociale huur opgeleverd en Middenhuur opgeleverd", 0), ("Gesloopt", 1), ("Verkocht", 2)],
)
def test_each_meetwaarde_adds_up_over_the_split_and_the_merger(
    jaren: History, omschrijving: str, plaats: int
) -> None:
    waarden = {jaar: rij[plaats] for jaar, rij in MET_DE_HAND.items()}
    samen = {jaar: sum(w for j, w in waarden.items() if j <= jaar) for jaar in waarden}
    assert per_jaar(jaren, omschrijving) == {j: (waarden[j], samen[j]) for j in waarden}


def test_the_target_is_that_of_the_whole(jaren: History) -> None:
    (doel,) = jaren.tabellen["doelen"].itertuples(index=False)
    assert (doel.minimum, doel.maximum) == (120, 140)


def test_the_colours_and_the_years_in_a_row(jaren: History) -> None:
    trends = jaren.tijdlijn.trends
    assert {n: " ".join(str(p.kleur) for p in t.punten) for n, t in trends.items()} == KLEUREN
    assert [t.reeks for t in trends.values()] == ["", "2e jaar rood", "", ""]
    assert [p.besloten for p in trends[1].punten] == [True, False, True, True, True, True, False]


def test_what_is_confirmed_is_not_asked_and_comes_back_when_it_came_loose(jaren: History) -> None:
    tabel = jaren.tabellen["reeksen"]
    projecten = tabel[tabel["code"] == "A03-I1-M1"].set_index("jaar")
    assert list(projecten["gevraagd"]) == [True, True, True, False, False, True]
    assert projecten["stand"][2029] == "afgerond"


def test_what_is_done_anew_each_year_is_asked_anew(jaren: History) -> None:
    """The BO found afspraak 3 Afgerond in 2028; in 2029 there is an overleg to hold again."""
    tabel = jaren.tabellen["reeksen"]
    overleg = tabel[tabel["code"] == "A03-I2-M1"].set_index("jaar")
    assert list(overleg["gevraagd"]) == [True] * 6
    assert overleg["stand"][2029] == "ja"


def test_who_answered_and_who_merged(jaren: History) -> None:
    tabel = jaren.tabellen["respons"]
    in_2029 = tabel[tabel["ronde"] == "2029-evaluatie"]
    assert list(in_2029["partij"]) == ["Gemeente Molendam", "Fusiewonen", "Huurdersbelang"]
    assert list(tabel[tabel["partij"] == "Noordbouw"]["jaar"]) == [2026, 2027, 2027, 2028]
    assert (tabel["compleet"] == tabel["gevraagd"]).all()


def test_the_newest_version_of_an_archive_is_read(jaren: History) -> None:
    assert jaren.bronnen[Ronde(2027)] == "archief/2027-evaluatie-v2"
    assert jaren.bronnen[Ronde(2026)] == "archief/2026-evaluatie"
    assert jaren.bronnen[Ronde(2031)] == "2031-evaluatie"
    assert not jaren.bevindingen
    assert not jaren.needs_attention


def test_the_version_before_still_says_what_it_said(dossier: Dossier, kopie: Path) -> None:
    shutil.rmtree(kopie / "archief" / "2027-evaluatie-v2")
    eerst = history(template=dossier.sjabloon(2031), output=kopie)
    assert eerst.tijdlijn.meters[0].jaren[1].netto == 27
    assert [b.code for b in eerst.bevindingen] == [catalogue.ARCHIEF_GAAT_VOOR.code]


def test_every_archive_of_six_years_is_in_order(dossier: Dossier) -> None:
    """Both versions of 2027 too, and the years in which only a confirmation was asked."""
    archieven = verify(output=dossier.output).archieven
    assert [a.map.name for a in archieven] == [
        "2026-evaluatie", "2027-evaluatie", "2027-evaluatie-v2", "2028-evaluatie",
        "2029-evaluatie", "2030-evaluatie",
    ]  # fmt: skip
    assert all(a.nagerekend and not a.bevindingen for a in archieven)


# Gaps


def test_a_missing_year_is_a_gap_in_everything(dossier: Dossier, kopie: Path) -> None:
    for map_ in ("archief/2029-evaluatie", "2029-evaluatie"):
        shutil.rmtree(kopie / map_)
    jaren = history(template=dossier.sjabloon(2031), output=kopie)
    assert jaren.needs_attention
    assert Ronde(2029) in jaren.tijdlijn.rondes
    assert Ronde(2029) not in jaren.tijdlijn.gehouden
    meter = {j.jaar: (j.netto, j.cumulatief) for j in jaren.tijdlijn.meters[0].jaren}
    assert meter[2028] == (23, 60)
    assert meter[2029] == (None, None)
    assert meter[2030] == (26, None)
    boek = boek_van(jaren)
    assert boek[KLEUREN_BLAD].cell(3, 6).value == l.GEEN_RONDE
    assert boek[RESPONS_BLAD].cell(3, 6).value == l.GEEN_RONDE
    tabel = jaren.tabellen["reeksen"]
    netto = tabel[(tabel["omschrijving"] == "Netto")].set_index("jaar")
    assert netto["waarde"].isna()[2029]
    assert netto["cumulatief"].isna()[2030]


@pytest.mark.parametrize("wat", ["sjabloon/monitoringstabel.xlsx", "matrix"])
def test_an_archive_that_cannot_be_read_is_named_and_is_a_gap(
    dossier: Dossier, kopie: Path, wat: str
) -> None:
    shutil.rmtree(kopie / "2028-evaluatie")
    pad = kopie / "archief" / "2028-evaluatie" / "data" / wat
    bestand = pad if pad.is_file() else next(pad.glob("*.xlsx"))
    bestand.write_bytes(bestand.read_bytes()[:2000])
    jaren = history(template=dossier.sjabloon(2031), output=kopie)
    (bevinding,) = jaren.bevindingen
    assert bevinding.code == catalogue.RONDE_ONLEESBAAR.code
    assert bevinding.plek.bestand == "archief/2028-evaluatie"
    assert Ronde(2028) not in jaren.tijdlijn.gehouden


def test_without_any_ronde_it_says_how_to_begin(dossier: Dossier, tmp_path: Path) -> None:
    with pytest.raises(NietUitgevoerd) as fout:
        history(template=dossier.sjabloon(2031), output=tmp_path)
    assert fout.value.bevindingen[-1].code == catalogue.NOG_GEEN_RONDE.code
    assert not list(tmp_path.iterdir())


# The next ronde


def test_the_sheets_of_the_next_year_show_the_last(dossier: Dossier) -> None:
    blad = (
        dossier.output
        / "2029-evaluatie"
        / "invulbladen"
        / ("Invulblad Fusiewonen 2029-evaluatie.xlsx")
    )
    tabel = zoek_tabel(load_workbook(blad))
    vorige = {code: tabel.vorige_keer(code) for code in tabel.rijen}
    assert vorige["A01-I3"].splitlines() == [
        "Noordbouw: Oranje",
        "Zuidwonen: Oranje",
        "besluit BO: Oranje",
        "focuspunt: 2e jaar oranje",
        "(evaluatie 2028)",
    ]
    # 2 + 0 in 2026, 0 + 1 in 2027 and 0 + 2 in 2028
    assert vorige["A01-I3-M2"].splitlines()[-1] == "t/m 2028 samen 5"
    assert "A03-I1-M1" not in vorige
    assert "afgerond".join(l.BEVESTIGING_VRAAG) in str(tabel.cel("A03-I1", l.VRAAG).value)


def test_no_return_of_six_years_holds_loose_text(dossier: Dossier) -> None:
    """What we put in the sheets came back, and nothing of it was taken for an answer."""
    matrix = dossier.output / "2029-evaluatie" / "matrix" / "monitoringsmatrix-2029-evaluatie.xlsx"
    tekst = {str(c.value) for rij in load_workbook(matrix)["Bevindingen"].iter_rows() for c in rij}
    assert not tekst & {
        catalogue.LOSSE_TEKST.code,
        catalogue.ANDERE_VERSIE.code,
        catalogue.CODE_WEG.code,
    }


# Files


def boek_van(jaren: History) -> Workbook:
    return load_workbook(next(p for p in jaren.bestanden if p.suffix == ".xlsx"))


def test_the_workbook_says_first_that_it_was_made_up(jaren: History) -> None:
    boek = boek_van(jaren)
    bladen = [l.OVERZICHT, KLEUREN_BLAD, REEKSEN_BLAD, DOELMETER_BLAD, RESPONS_BLAD]
    assert boek.sheetnames == bladen
    assert all(str(boek[b]["A1"].value).startswith(l.FICTIEF) for b in boek.sheetnames)
    assert all(tabel["fictief"].all() for tabel in jaren.tabellen.values())


def test_a_voorstel_is_named_and_a_besluit_has_its_word(jaren: History) -> None:
    blad = boek_van(jaren)[KLEUREN_BLAD]
    assert [blad.cell(3, kolom).value for kolom in range(2, 9)] == [
        "Groen", "Oranje (voorstel)", "Oranje", "Oranje", "Oranje", "Groen", "Groen (voorstel)",
    ]  # fmt: skip


def test_each_chart_has_words_and_takes_its_numbers_from_the_table(jaren: History) -> None:
    boek = boek_van(jaren)
    blad = boek[DOELMETER_BLAD]
    tabel = {str(rij[0].value): [c.value for c in rij[1:7]] for rij in blad.iter_rows(min_row=2)}
    assert tabel["Opgeteld"] == [samen for *_, samen in MET_DE_HAND.values()]
    assert tabel["Doel t/m 2031: minstens"] == [120] * 6
    (grafiek,) = blad._charts  # type: ignore[attr-defined]
    verwijst = [s.val.numRef.f for deel in grafiek._charts for s in deel.series]
    rijen = {str(rij[0].value): rij[0].row for rij in blad.iter_rows(min_row=2) if rij[0].value}
    assert verwijst == [
        f"{DOELMETER_BLAD}!$B${rijen[naam]}:$G${rijen[naam]}"
        for naam in ("Netto", "Opgeteld", "Doel t/m 2031: minstens", "Doel t/m 2031: hoogstens")
    ]


def test_a_year_over_a_column_is_a_number(jaren: History) -> None:
    boek = boek_van(jaren)
    for blad in (boek[REEKSEN_BLAD], boek[DOELMETER_BLAD]):
        assert {*range(2026, 2030)} <= {cel.value for cel in blad[2]}


def test_each_axis_begins_at_nothing_and_no_two_lines_look_alike(jaren: History) -> None:
    boek = boek_van(jaren)
    for naam in (KLEUREN_BLAD, DOELMETER_BLAD):
        (grafiek,) = boek[naam]._charts  # type: ignore[attr-defined]
        assert grafiek.y_axis.scaling.min == 0
    _, lijnen = grafiek._charts
    doelen = [s for s in lijnen.series if "Doel" in boek_tekst(boek, s.tx.strRef.f)]
    assert len(doelen) == 2
    vormen = {(s.graphicalProperties.line.prstDash, s.marker.symbol) for s in doelen}
    assert len({streep for streep, _ in vormen}) == len({teken for _, teken in vormen}) == 2
    assert all(s.dLbls is not None and s.dLbls.showSerName for s in doelen)


def boek_tekst(boek: Workbook, plaats: str) -> str:
    blad, _, cel = plaats.replace("'", "").replace("$", "").partition("!")
    return str(boek[blad][cel].value)


@pytest.mark.parametrize("naam", [KLEUREN_BLAD, REEKSEN_BLAD, RESPONS_BLAD])
def test_the_header_and_what_a_row_is_about_stay_in_sight(jaren: History, naam: str) -> None:
    data = next(p for p in jaren.bestanden if p.suffix == ".xlsx").read_bytes()
    blad = bladen_van(data)[naam]
    assert blad.waarden.freeze_panes == "B3"
    breed = blad.waarden.max_column
    assert blad.venster().toont(f"A2:{get_column_letter(breed)}2")
    assert not [str(cel) for cel in blad.afgesneden()]
    assert min(blad.op_papier().values()) >= 9


def test_the_same_dossier_gives_the_same_bytes(dossier: Dossier, jaren: History) -> None:
    eerst = {p.name: p.read_bytes() for p in jaren.bestanden}
    opnieuw = history(template=dossier.sjabloon(2031), output=dossier.output, csv=True)
    assert {p.name: p.read_bytes() for p in opnieuw.bestanden} == eerst


def cellen(pagina: str, bijschrift: str) -> list[list[str]]:
    """The texts of a table on the page, row by row."""
    tabel = pagina[pagina.index(bijschrift) :].partition("</table>")[0]
    rijen = re.findall(r"<tr>(.*?)</tr>", tabel, re.S)
    zonder = [re.sub(r"<span aria-hidden.*?</span>", "", rij) for rij in rijen]
    vakken = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", rij, re.S) for rij in zonder]
    return [[re.sub(r"<[^>]+>", "", vak).strip() for vak in rij] for rij in vakken]


def test_the_page_says_what_the_workbook_says(jaren: History) -> None:
    pagina = next(p for p in jaren.bestanden if p.suffix == ".html").read_text("utf-8")
    assert l.FICTIEF in pagina.partition("</title>")[0]
    _, eerste, *_ = cellen(pagina, "De kleur van elke afspraak")
    blad = boek_van(jaren)[KLEUREN_BLAD]
    assert eerste == [str(blad.cell(3, kolom).value) for kolom in range(1, 10)]
    netto = [rij for rij in cellen(pagina, "Elk cijfer per jaar") if rij[0].startswith("Netto")]
    assert [rij[2:] for rij in netto] == [
        [str(rij[plaats]) for rij in MET_DE_HAND.values()] for plaats in (3, 4)
    ]
    _, eerste_jaar, *_ = cellen(pagina, "per jaar, in woningen")
    assert eerste_jaar == ["2026", "15", "2", "1", "–", "–", "12", "12"]
    _, gemeente, *_ = cellen(pagina, "Wat elke partij stuurde")
    assert gemeente == [str(c.value) for c in boek_van(jaren)[RESPONS_BLAD][3]]


def test_csv_is_what_the_tables_hold_and_its_description_says_what_it_is(jaren: History) -> None:
    import pandas as pd

    map_ = jaren.bestanden[0].parent
    beschreven = {
        t["url"]: t for t in json.loads((map_ / "csv-metadata.json").read_bytes())["tables"]
    }
    assert set(beschreven) == {f"{naam}.csv" for naam in jaren.tabellen}
    for naam, tabel in jaren.tabellen.items():
        ruw = (map_ / f"{naam}.csv").read_bytes()
        assert ruw.count(b"\r\n") == len(tabel) + 1
        rijen = list(csv.DictReader(io.StringIO(ruw.decode("utf-8"), newline="")))
        kolommen = beschreven[f"{naam}.csv"]["tableSchema"]["columns"]
        assert [k["titles"] for k in kolommen] == list(tabel.columns) == list(rijen[0])
        assert {rij["fictief"] for rij in rijen} == {"ja"}
        for kolom in kolommen:
            staat = [rij[kolom["titles"]] for rij in rijen]
            hoort = [None if pd.isna(w) or w == "" else w for w in tabel[kolom["titles"]]]
            assert [_gelezen(tekst, kolom["datatype"]) for tekst in staat] == hoort


def _gelezen(tekst: str, soort: object) -> object:
    """A cell as its description says that it is to be read."""
    if not tekst:
        return None
    if soort == {"base": "boolean", "format": "ja|nee"}:
        return {"ja": True, "nee": False}[tekst]
    return float(tekst) if soort in ("decimal", "integer") else tekst


def test_what_tells_rows_apart_does(jaren: History) -> None:
    for tabel in tidy_tables(jaren.tijdlijn).tabellen:
        titels = [kolom.titel for kolom in tabel.kolommen]
        plaatsen = [titels.index(titel) for titel in tabel.sleutel]
        sleutels = [tuple(rij[n] for n in plaatsen) for rij in tabel.rijen]
        assert not plaatsen or len(set(sleutels)) == len(sleutels)


def test_parquet_keeps_numbers_and_gaps(dossier: Dossier, kopie: Path) -> None:
    import pandas as pd

    jaren = history(template=dossier.sjabloon(2031), output=kopie, parquet=True)
    terug = pd.read_parquet(kopie / "historie" / "reeksen.parquet")
    pd.testing.assert_frame_equal(terug, jaren.tabellen["reeksen"], check_dtype=False)


def test_without_pyarrow_nothing_is_written_and_it_says_what_to_do(
    dossier: Dossier, kopie: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(NietUitgevoerd) as fout:
        history(template=dossier.sjabloon(2031), output=kopie, parquet=True)
    assert fout.value.bevindingen[0].code == catalogue.PARQUET_ONTBREEKT.code
    assert not (kopie / HISTORIE).exists()


def test_what_history_wrote_is_not_taken_for_a_return(
    dossier: Dossier, jaren: History, tmp_path: Path
) -> None:
    assert jaren.bestanden
    uitvoer = Path(shutil.copytree(dossier.output / HISTORIE, tmp_path / "o" / HISTORIE))
    los = tmp_path / "o" / "zomaar.xlsx"
    los.write_bytes(b"")
    ingenomen = collect(
        Ronde(2031), [uitvoer.parent], template=dossier.sjabloon(2031), output=uitvoer.parent
    )
    assert [i.bestand for i in ingenomen.inzendingen] == ["zomaar.xlsx"]


def test_the_figures_need_no_pandas(
    dossier: Dossier, kopie: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """44 MB, half a second and nothing for a browser: only for who asks for DataFrames."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    jaren = history(template=dossier.sjabloon(2031), output=kopie, csv=True)
    assert [*jaren.lines()]
    gezegd = jaren.as_json()["tabellen"]
    with pytest.raises(ImportError):
        _ = jaren.tabellen
    monkeypatch.undo()
    assert gezegd == {
        naam: json.loads(tabel.to_json(orient="records")) for naam, tabel in jaren.tabellen.items()
    }


# The command


def test_the_command_says_what_it_read_and_wrote(dossier: Dossier, kopie: Path) -> None:
    uitkomst = geef("history", "--template", dossier.sjabloon(2031), "--output", kopie, "--csv")
    assert uitkomst.exit_code == 0
    assert uitkomst.stdout.startswith(l.FICTIEF)
    assert "Evaluatie 2027: archief/2027-evaluatie-v2" in uitkomst.stdout
    assert "2. Betaalbaar: 2e jaar rood" in uitkomst.stdout
    assert "t/m 2031 samen 128 woningen" in uitkomst.stdout


def test_json_holds_the_tables_with_null_for_a_gap(dossier: Dossier, kopie: Path) -> None:
    for map_ in ("archief/2029-evaluatie", "2029-evaluatie"):
        shutil.rmtree(kopie / map_)
    uitkomst = geef("history", "--template", dossier.sjabloon(2031), "--output", kopie, "--json")
    assert uitkomst.exit_code == 1
    gelezen = json.loads(uitkomst.stdout)
    (gat,) = (r for r in gelezen["rondes"] if not r["gehouden"])
    assert gat == {"ronde": "2029-evaluatie", "gehouden": False, "bron": None}
    netto = [
        r for r in gelezen["tabellen"]["reeksen"]
        if r["omschrijving"] == "Netto" and r["jaar"] == 2030
    ]  # fmt: skip
    assert [(r["waarde"], r["cumulatief"]) for r in netto] == [(26, None)]


@pytest.mark.extern
def test_the_page_is_for_everybody(jaren: History, tmp_path: Path) -> None:
    pagina = shutil.copy(next(p for p in jaren.bestanden if p.suffix == ".html"), tmp_path)
    gezien = bekijk(Path(pagina), tmp_path / "pagina.pdf")
    for blik in gezien["views"].values():
        heeft_geen_gebrek(blik)
    assert gezien["errors"] == []


@pytest.mark.extern
def test_every_sheet_prints(jaren: History, converteer: Converteer, tmp_path: Path) -> None:
    bestand = next(p for p in jaren.bestanden if p.suffix == ".xlsx")
    pdf = converteer(bestand, "pdf", tmp_path)
    assert pdf.read_bytes().count(b"/Type/Page\n") + pdf.read_bytes().count(b"/Type/Page/") == 7

"""What a meeting fills in is taken over: decisions, votes, focuspunten, jaarprogramma, notes."""

from __future__ import annotations

import hashlib
import io
import shutil
from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from invullen import (
    FEBRUARI,
    RONDE,
    antwoorden,
    codes,
    enige,
    leeg_blad,
    oordeel,
    vul,
)
from kleuren import Beoordeling
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell

from kaderxl.cli import main
from kaderxl.commands import merge as overleg
from kaderxl.commands.adopt import Adopted, adopt
from kaderxl.commands.collect import collect
from kaderxl.commands.generate import generate
from kaderxl.commands.merge import merge
from kaderxl.core import catalogue
from kaderxl.core.findings import NietUitgevoerd
from kaderxl.core.kader import Kader
from kaderxl.core.outcome import Matrix
from kaderxl.core.rounds import Fase, Ronde
from kaderxl.matrix.sheets.workbook import write_matrix

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("een_lezer")]

MATRIX = Path("2026-evaluatie", "matrix", "monitoringsmatrix-2026-evaluatie.xlsx")
TUSSENSTAND = Ronde(2026, Fase.TUSSENSTAND)
MAART, VANDAAG = datetime(2027, 3, 12), date(2027, 3, 20)
Invullen = dict[tuple[str, str | int, str], object]
"""What is typed, by sheet, key of the row (code or number) and header."""


@pytest.fixture(scope="module")
def samengevoegd(kader: Kader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder with the matrix of two corporaties that differ on A11-I1."""
    uitvoer = tmp_path_factory.mktemp("overleg") / "output"
    uitvoer.mkdir()
    for partij, kleur in (("DV", "Groen"), ("WB", "Rood")):
        reden = "b" if kleur == "Rood" else None
        eigen = {"A11-I1": oordeel(kleur, reden, f"Fictief: {partij} over de groene plekken")}
        (uitvoer / f"{partij}.xlsx").write_bytes(blad_van(kader, partij, eigen))
    collect(RONDE, [uitvoer], output=uitvoer)
    merge(RONDE, output=uitvoer)
    return uitvoer


@pytest.fixture
def uitvoer(samengevoegd: Path, tmp_path: Path) -> Path:
    return shutil.copytree(samengevoegd, tmp_path / "output")


def blad_van(
    kader: Kader, partij: str, anders: dict[str, dict[str, object]], op: str = FEBRUARI
) -> bytes:
    """A filled-in sheet in which some rows are answered otherwise."""
    return vul(leeg_blad(kader, partij), {**antwoorden(kader, partij), **anders}, op=op)


def zoek(boek: Workbook, blad: str, sleutel: str | int, kop: str) -> Cell:
    """A cell by its sheet, the code or number of its row, and its header."""
    koppen = [c.value for c in boek[blad][2]]
    eerste = koppen.index("Nr") if isinstance(sleutel, int) else koppen.index("Code")
    rij = next(r for r in boek[blad].iter_rows(min_row=3) if r[eerste].value == sleutel)
    cel = rij[koppen.index(kop)]
    assert isinstance(cel, Cell)
    return cel


def vul_in(bron: Path, doel: Path, cellen: Invullen, vastgesteld: object = None) -> Path:
    """The workbook with these cells filled in, saved as another file."""
    boek = load_workbook(bron)
    for (blad, sleutel, kop), waarde in cellen.items():
        zoek(boek, blad, sleutel, kop).value = waarde  # type: ignore[assignment]
    if vastgesteld:
        label = next(
            c
            for rij in boek["Samenvatting"].iter_rows()
            for c in rij
            if c.value == "Vastgesteld in het BO van"
        )
        boek["Samenvatting"].cell(label.row, label.column + 1).value = vastgesteld  # type: ignore[assignment]
    boek.save(doel)
    return doel


def lees(bestand: Path, blad: str, sleutel: str | int, kop: str) -> object:
    return zoek(_open(bestand.read_bytes()), blad, sleutel, kop).value


@lru_cache(maxsize=1)
def _open(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data), data_only=True)


ALLES: Invullen = {
    ("Besluitenlijst", 3, "Besluit BO"): "oranje",
    ("Besluitenlijst", 3, "Reden besluit"): "a – vertraagde uitvoering",
    ("Besluitenlijst", 3, "Datum BO"): MAART,
    ("Monitoringstabel", "A01-I2", "Notitie"): "navragen bij de gemeenteraad",
    ("Verschillen", "A11-I1", "Besluit AO"): "Oranje",
    ("Verschillen", "A11-I1", "Toelichting AO"): "Woonborg loopt in",
    ("Focuspunten", 3, "Actie"): "Inventarisatie afronden",
    ("Focuspunten", 3, "Wie"): "gemeente",
    ("Focuspunten", 3, "Wanneer"): datetime(2027, 6, 1),
    ("Besluitvorming", 4, "Moderator ingehuurd"): "Ja",
    ("Besluitvorming", 4, "Stemmen mag vanaf"): datetime(2027, 2, 1),
    ("Besluitvorming", 4, "Stem De Volmacht"): "Groen",
    ("Besluitvorming", 4, "Stem Woonborg"): "Onthouding",
}


def alles_is_er(uitkomst: Adopted) -> None:
    vastgelegd = uitkomst.merged.matrix.vastgelegd
    besluit = vastgelegd.besluiten[3]
    assert (besluit.kleur, besluit.reden) == ("Oranje", "a – vertraagde uitvoering")
    assert besluit.datum == MAART.date()
    assert vastgelegd.notities == {"A01-I2": "navragen bij de gemeenteraad"}
    assert vastgelegd.afgesproken["A11-I1"].waarde == "Oranje"
    assert vastgelegd.afgesproken["A11-I1"].toelichting == "Woonborg loopt in"
    punt = vastgelegd.focuspunten[3]
    assert (punt.actie, punt.wie) == ("Inventarisatie afronden", "gemeente")
    assert punt.wanneer == date(2027, 6, 1)
    stemming = vastgelegd.stemmingen[4]
    assert (stemming.moderator, stemming.vanaf) == ("Ja", date(2027, 2, 1))
    assert stemming.stemmen == {"DV": "Groen", "WB": "Onthouding"}


def test_everything_filled_in_is_taken_over_and_stands_in_the_new_matrix(
    uitvoer: Path, tmp_path: Path
) -> None:
    ingevuld = vul_in(uitvoer / MATRIX, tmp_path / "Matrix na AO.xlsx", ALLES)
    uitkomst = adopt(RONDE, ingevuld, output=uitvoer, today=VANDAAG)
    alles_is_er(uitkomst)
    assert catalogue.MATRIX_ZONDER_KENMERK.code not in codes(uitkomst.bevindingen)
    matrix = uitvoer / MATRIX
    for (blad, sleutel, kop), waarde in ALLES.items():
        verwacht = "Oranje" if waarde == "oranje" else waarde
        assert lees(matrix, blad, sleutel, kop) == verwacht, (blad, sleutel, kop)
    # merging again, with nothing new, carries all of it over once more
    voor = matrix.read_bytes()
    merge(RONDE, output=uitvoer)
    assert matrix.read_bytes() == voor


def test_the_edited_workbook_is_kept_unchanged_as_evidence(uitvoer: Path, tmp_path: Path) -> None:
    ingevuld = vul_in(uitvoer / MATRIX, tmp_path / "Matrix na AO.xlsx", ALLES)
    data = ingevuld.read_bytes()
    uitkomst = adopt(RONDE, ingevuld, output=uitvoer, today=VANDAAG)
    assert uitkomst.bewijs.parent == (uitvoer / MATRIX).parent / "besluiten"
    assert uitkomst.bewijs.read_bytes() == data == ingevuld.read_bytes()
    assert uitkomst.bewijs.name == f"{hashlib.sha256(data).hexdigest()[:8]} Matrix na AO.xlsx"
    adopt(RONDE, ingevuld, output=uitvoer, today=VANDAAG)
    assert len(list(uitkomst.bewijs.parent.iterdir())) == 1


def test_wherever_people_moved_it(uitvoer: Path, tmp_path: Path) -> None:
    """Rows sorted, columns inserted, sheets renamed and in another order."""
    ingevuld = vul_in(uitvoer / MATRIX, tmp_path / "verplaatst.xlsx", ALLES)
    boek = load_workbook(ingevuld)
    for blad in ("Focuspunten", "Besluitvorming", "Verschillen"):
        boek[blad].insert_rows(3, 2)
        boek[blad].insert_cols(2)
        boek[blad].title = f"{blad} (oud)"
    boek.move_sheet("Monitoringstabel", 5)
    boek["Monitoringstabel"].move_range("A2:AZ40", rows=3, cols=2)
    boek.save(ingevuld)
    alles_is_er(adopt(RONDE, ingevuld, output=uitvoer, today=VANDAAG))


def test_settling_a_difference_settles_it_everywhere(uitvoer: Path, tmp_path: Path) -> None:
    matrix = uitvoer / MATRIX
    assert lees(matrix, "Monitoringstabel", "A11-I1", "Verschil") == "Verschil"
    assert lees(matrix, "Monitoringstabel", "A11-I1", "Voorstel indicator") == "Rood"
    afspraak: Invullen = {("Verschillen", "A11-I1", "Besluit AO"): "Oranje"}
    ingevuld = vul_in(matrix, tmp_path / "ao.xlsx", afspraak)
    uitkomst = adopt(RONDE, ingevuld, output=uitvoer, today=VANDAAG)
    assert lees(matrix, "Monitoringstabel", "A11-I1", "Verschil") == "Besproken"
    assert lees(matrix, "Monitoringstabel", "A11-I1", "Voorstel indicator") == "Oranje"
    assert lees(matrix, "Monitoringstabel", "A11-I1", "Afgesproken") == "Oranje"
    assert uitkomst.merged.matrix.voorstellen[11] == Beoordeling.ORANJE
    assert catalogue.VERSCHIL.code not in codes(
        b for b in uitkomst.merged.matrix.bevindingen if "A11-I1" in b.tekst
    )


def test_a_settled_number_is_the_stand(kader: Kader, uitvoer: Path, tmp_path: Path) -> None:
    (tmp_path / "GEM.xlsx").write_bytes(blad_van(kader, "GEM", {"A01-I3-M1": {"Waarde": 999}}))
    collect(RONDE, [tmp_path / "GEM.xlsx"], output=uitvoer)
    eerst = merge(RONDE, output=uitvoer)
    rij = next(r for r in eerst.matrix.rijen if r.indicator.code == "A01-I3")
    assert "A01-I3-M1" in [v.code for v in rij.open_verschillen]
    ingevuld = vul_in(
        uitvoer / MATRIX, tmp_path / "ao.xlsx", {("Verschillen", "A01-I3-M1", "Besluit AO"): 56}
    )
    uitkomst = adopt(RONDE, ingevuld, output=uitvoer, today=VANDAAG)
    rij = next(r for r in uitkomst.merged.matrix.rijen if r.indicator.code == "A01-I3")
    stand = next(s for s in rij.standen if s.code == "A01-I3-M1")
    assert (stand.waarde, stand.tekst) == (56, "56 woningen (afgesproken in het AO)")
    assert not [v for v in rij.open_verschillen if v.code == "A01-I3-M1"]


def test_what_is_wrong_is_said_and_taken_over_as_written(uitvoer: Path, tmp_path: Path) -> None:
    cellen: Invullen = {
        ("Besluitenlijst", 3, "Besluit BO"): "Rood",
        ("Besluitenlijst", 1, "Besluit BO"): "Paars",
        ("Monitoringstabel", "A02-I1", "Doel"): "Zelf bedacht",
        ("Besluitenlijst", 16, "Besluit BO"): "Rood",
        ("Besluitenlijst", 16, "Nr"): 99,
        ("Focuspunten", 5, "Actie"): "bellen",
        ("Focuspunten", 5, "Nr"): 99,
        ("Besluitvorming", 4, "Stem Woonborg"): "Groen",
    }
    ingevuld = vul_in(uitvoer / MATRIX, tmp_path / "in.xlsx", cellen)
    uitkomst = adopt(RONDE, ingevuld, output=uitvoer, today=VANDAAG)
    for regel in (
        catalogue.BESLUIT_ZONDER_REDEN,
        catalogue.BESLUIT_ONBEKEND,
        catalogue.BESLUIT_ONBEKENDE_AFSPRAAK,
        catalogue.TEKST_ONBEKENDE_AFSPRAAK,
        catalogue.TEKST_BUITEN_DE_CELLEN,
        catalogue.STEMMING_TE_VROEG,
        catalogue.STEMMING_ONBESLIST,
    ):
        assert regel.code in codes(uitkomst.bevindingen), regel.code
    assert uitkomst.needs_attention
    besluiten = uitkomst.merged.matrix.besluiten
    assert (besluiten[3].kleur, besluiten[1].kleur) == ("Rood", "Paars")
    assert uitkomst.merged.publicatie is None


def test_a_besluit_that_is_no_colour_is_not_published(uitvoer: Path, tmp_path: Path) -> None:
    paars: Invullen = {("Besluitenlijst", 1, "Besluit BO"): "Paars"}
    ingevuld = vul_in(uitvoer / MATRIX, tmp_path / "bo.xlsx", paars, vastgesteld=MAART)
    uitkomst = adopt(RONDE, ingevuld, output=uitvoer, today=VANDAAG).merged
    assert uitkomst.publicatie is None
    assert codes(uitkomst.over_publicatie) == [catalogue.BESLUIT_GEEN_KLEUR.code]
    assert uitkomst.needs_attention


def test_a_sheet_that_is_gone_is_named_and_takes_nothing_with_it(
    uitvoer: Path, tmp_path: Path
) -> None:
    adopt(
        RONDE, vul_in(uitvoer / MATRIX, tmp_path / "een.xlsx", ALLES), output=uitvoer, today=VANDAAG
    )
    kaal = tmp_path / "kaal.xlsx"
    boek = load_workbook(uitvoer / MATRIX)
    del boek["Focuspunten"]
    boek.save(kaal)
    uitkomst = adopt(RONDE, kaal, output=uitvoer, today=VANDAAG)
    assert catalogue.BLAD_WEG_UIT_MATRIX.code in codes(uitkomst.bevindingen)
    alles_is_er(uitkomst)


def test_what_is_empty_in_the_file_stays_and_what_changed_is_named(
    uitvoer: Path, tmp_path: Path
) -> None:
    leeg = Path(shutil.copy(uitvoer / MATRIX, tmp_path / "leeg.xlsx"))
    eerst = vul_in(uitvoer / MATRIX, tmp_path / "een.xlsx", ALLES)
    adopt(RONDE, eerst, output=uitvoer, today=VANDAAG)
    uitkomst = adopt(RONDE, leeg, output=uitvoer, today=VANDAAG)
    alles_is_er(uitkomst)
    assert codes(uitkomst.bevindingen) == [catalogue.ZELF_BEWAARD.code]
    geleegd = vul_in(uitvoer / MATRIX, tmp_path / "geleegd.xlsx", dict.fromkeys(ALLES))
    uitkomst = adopt(RONDE, geleegd, output=uitvoer, today=VANDAAG)
    alles_is_er(uitkomst)
    assert codes(uitkomst.bevindingen) == [catalogue.VASTGELEGD_BLIJFT.code] * 5
    ander: Invullen = {("Focuspunten", 3, "Wie"): "De Volmacht"}
    uitkomst = adopt(
        RONDE,
        vul_in(uitvoer / MATRIX, tmp_path / "twee.xlsx", ander),
        output=uitvoer,
        today=VANDAAG,
    )
    bevinding = enige(uitkomst.bevindingen, catalogue.VASTGELEGD_GEWIJZIGD)
    assert "gemeente" in bevinding.tekst
    assert "De Volmacht" in bevinding.tekst
    assert uitkomst.merged.matrix.vastgelegd.focuspunten[3].wie == "De Volmacht"


def test_a_cell_emptied_or_a_dash_takes_nothing_from_a_besluit(
    uitvoer: Path, tmp_path: Path
) -> None:
    eerst = vul_in(uitvoer / MATRIX, tmp_path / "een.xlsx", ALLES)
    adopt(RONDE, eerst, output=uitvoer, today=VANDAAG)
    kleur, datum = (("Besluitenlijst", 3, kop) for kop in ("Besluit BO", "Datum BO"))
    zonder = vul_in(uitvoer / MATRIX, tmp_path / "zonder.xlsx", {datum: None})
    streep = vul_in(uitvoer / MATRIX, tmp_path / "streep.xlsx", {kleur: "-", datum: "-"})
    uitkomst = adopt(RONDE, zonder, output=uitvoer, today=VANDAAG)
    alles_is_er(uitkomst)
    gezegd = enige(uitkomst.bevindingen, catalogue.VASTGELEGD_BLIJFT)
    assert "Besluit bij afspraak 3, Datum BO is leeg" in gezegd.tekst
    assert gezegd.plek.cel == zoek(load_workbook(zonder), *datum).coordinate
    uitkomst = adopt(RONDE, streep, output=uitvoer, today=VANDAAG)
    alles_is_er(uitkomst)
    assert catalogue.BESLUIT_ONBEKEND.code not in codes(uitkomst.bevindingen)
    assert "“-”" in enige(uitkomst.bevindingen, catalogue.GEEN_KLEUR_BLIJFT).tekst
    assert uitkomst.needs_attention


def test_an_older_besluit_does_not_take_the_place_of_a_later_one(
    uitvoer: Path, tmp_path: Path
) -> None:
    def besluit(kleur: str, dag: datetime) -> Invullen:
        return {
            ("Besluitenlijst", 3, "Besluit BO"): kleur,
            ("Besluitenlijst", 3, "Datum BO"): dag,
        }

    oud = vul_in(uitvoer / MATRIX, tmp_path / "oud.xlsx", besluit("Groen", datetime(2027, 3, 1)))
    nieuw = vul_in(uitvoer / MATRIX, tmp_path / "nieuw.xlsx", besluit("Afgerond", MAART))
    adopt(RONDE, nieuw, output=uitvoer, today=VANDAAG)
    uitkomst = adopt(RONDE, oud, output=uitvoer, today=VANDAAG)
    assert uitkomst.merged.matrix.besluiten[3].kleur == "Afgerond"
    botst = enige(uitkomst.bevindingen, catalogue.TWEE_WIJZIGINGEN)
    assert "in dit bestand staat “Groen / 1-3-2027”" in botst.tekst
    assert "in de matrix staat “Afgerond / 12-3-2027” (Besluitenlijst!" in botst.tekst
    assert uitkomst.needs_attention
    (keuze,) = uitkomst.keuzes
    assert (keuze.naam, keuze.wat, keuze.botst) == ("3", "Besluit bij afspraak 3", True)
    assert (keuze.bestand, keuze.matrix) == ("Groen / 1-3-2027", "Afgerond / 12-3-2027")
    gekozen = adopt(RONDE, oud, choose=[keuze.naam], output=uitvoer, today=VANDAAG)
    assert gekozen.merged.matrix.besluiten[3].kleur == "Groen"
    assert gekozen.keuzes == ()


def test_the_facts_under_a_besluit_changed_and_the_besluit_stands(
    kader: Kader, uitvoer: Path, tmp_path: Path
) -> None:
    """Merge, decide, a corrected return, merge again: nothing lost, the contradiction named."""
    besluit: Invullen = {
        ("Besluitenlijst", 11, "Besluit BO"): "Groen",
        ("Besluitenlijst", 11, "Datum BO"): MAART,
    }
    ingevuld = vul_in(uitvoer / MATRIX, tmp_path / "bo.xlsx", besluit)
    voor = adopt(RONDE, ingevuld, output=uitvoer, today=VANDAAG)
    assert catalogue.BESLUIT_ACHTERHAALD.code not in codes(voor.merged.matrix.bevindingen)
    anders = {"A11-I1": oordeel("Rood", "c", "Fictief: wij stoppen")}
    (tmp_path / "DV.xlsx").write_bytes(blad_van(kader, "DV", anders, op="2027-03-15T09:00:00Z"))
    collect(RONDE, [tmp_path / "DV.xlsx"], output=uitvoer)
    for _ in range(2):  # it stays named until the BO decides anew
        uitkomst = merge(RONDE, output=uitvoer)
        bevinding = enige(uitkomst.matrix.bevindingen, catalogue.BESLUIT_ACHTERHAALD)
        assert "besluit Groen van 12 maart 2027; sindsdien meldt De Volmacht" in bevinding.tekst
        assert uitkomst.matrix.besluiten[11].kleur == "Groen"
        assert lees(uitvoer / MATRIX, "Monitoringstabel", "A11-I1", "Beoordeling voortgang") == (
            "Groen"
        )
    opnieuw: Invullen = {
        ("Besluitenlijst", 11, "Besluit BO"): "Rood",
        ("Besluitenlijst", 11, "Reden besluit"): "c",
        ("Besluitenlijst", 11, "Datum BO"): datetime(2027, 3, 19),
    }
    ingevuld = vul_in(uitvoer / MATRIX, tmp_path / "bo2.xlsx", opnieuw)
    na = adopt(RONDE, ingevuld, output=uitvoer, today=VANDAAG)
    assert catalogue.BESLUIT_ACHTERHAALD.code not in codes(na.merged.matrix.bevindingen)


def niet_overgenomen(bestand: Path, uitvoer: Path, ronde: Ronde = RONDE) -> list[str]:
    voor = {p: p.read_bytes() for p in uitvoer.rglob("*") if p.is_file()}
    with pytest.raises(NietUitgevoerd) as fout:
        adopt(ronde, bestand, output=uitvoer, today=VANDAAG)
    assert {p: p.read_bytes() for p in uitvoer.rglob("*") if p.is_file()} == voor
    return codes(fout.value.bevindingen)


def test_what_is_no_matrix_of_this_ronde_is_refused(uitvoer: Path, tmp_path: Path) -> None:
    tekst = tmp_path / "brief.xlsx"
    tekst.write_bytes(b"geen rekenblad")
    assert niet_overgenomen(tekst, uitvoer)
    assert niet_overgenomen(tmp_path / "weg.xlsx", uitvoer) == [catalogue.BESTAND_ONTBREEKT.code]
    invulblad = next((uitvoer / "2026-evaluatie" / "retour").glob("*.xlsx"))
    assert niet_overgenomen(invulblad, uitvoer) == [catalogue.GEEN_MATRIX.code]
    kopie = Path(shutil.copy(uitvoer / MATRIX, tmp_path / "kopie.xlsx"))
    (uitvoer / MATRIX).unlink()
    andere = niet_overgenomen(kopie, uitvoer, Ronde(2027))
    assert andere == [catalogue.RONDE_NIET_BEGONNEN.code]
    assert not (uitvoer / "2027-evaluatie").exists()
    generate(Ronde(2027), output=uitvoer)
    andere = niet_overgenomen(kopie, uitvoer, Ronde(2027))
    assert andere == [catalogue.MATRIX_ANDERE_RONDE.code]


@pytest.mark.parametrize("slot", ["~${}", ".~lock.{}#"], ids=["Excel", "LibreOffice"])
def test_a_matrix_that_is_open_in_a_program_is_not_written_over(
    uitvoer: Path, tmp_path: Path, slot: str
) -> None:
    """Who has it open would save the old one over what the BO decided."""
    ingevuld = vul_in(uitvoer / MATRIX, tmp_path / "bo.xlsx", ALLES)
    (uitvoer / MATRIX).with_name(slot.format(MATRIX.name)).write_bytes(b"x")
    assert niet_overgenomen(ingevuld, uitvoer) == [catalogue.MATRIX_IS_OPEN.code]


def test_a_copy_without_a_kenmerk_is_taken_over_and_says_so(uitvoer: Path, tmp_path: Path) -> None:
    """Sheets that were copied into another workbook: it may be this ronde, and may be not."""
    ingevuld = vul_in(uitvoer / MATRIX, tmp_path / "bo.xlsx", ALLES)
    boek = load_workbook(ingevuld)
    for cel in (c for blad in boek for rij in blad.iter_rows() for c in rij):
        if isinstance(cel, Cell) and "-MATRIX-" in str(cel.value):
            cel.value = None
    boek.save(ingevuld)
    uitkomst = adopt(RONDE, ingevuld, output=uitvoer, today=VANDAAG)
    assert "2026" in enige(uitkomst.bevindingen, catalogue.MATRIX_ZONDER_KENMERK).actie
    alles_is_er(uitkomst)


def test_vastgesteld_is_read_and_shown(uitvoer: Path, tmp_path: Path) -> None:
    ingevuld = vul_in(uitvoer / MATRIX, tmp_path / "bo.xlsx", {}, vastgesteld=MAART)
    uitkomst = adopt(RONDE, ingevuld, output=uitvoer, today=VANDAAG)
    assert uitkomst.merged.matrix.vastgelegd.vastgesteld == MAART.date()
    assert catalogue.NIET_ALLES_BESLOTEN.code in codes(uitkomst.bevindingen)
    assert uitkomst.merged.publicatie == (uitvoer / MATRIX).parent / "publicatie"
    namen = {p.suffix for p in uitkomst.merged.publicatie.iterdir()}
    assert namen == {".html", ".ods", ".csv", ".json"}
    samenvatting = load_workbook(uitvoer / MATRIX, data_only=True)["Samenvatting"]
    status = next(r[1] for r in samenvatting.iter_rows(values_only=True) if r[0] == "Status")
    assert str(status).startswith("vastgesteld; het BO heeft over 0 van")


def test_the_command_says_in_dutch_what_was_understood(uitvoer: Path, tmp_path: Path) -> None:
    ingevuld = vul_in(uitvoer / MATRIX, tmp_path / "bo.xlsx", ALLES)
    opdracht = ["adopt", str(ingevuld), "--year", "2026", "--output", str(uitvoer)]
    uitkomst = CliRunner().invoke(main, opdracht)
    for zin in (
        "Besluit: 3. Kansen benutten",
        "Oranje / a – vertraagde uitvoering / 12-3-2027",
        "Afgesproken in het AO: A11-I1: Oranje / Woonborg loopt in",
        "Inventarisatie afronden / gemeente / 1-6-2027",
        "Stemming: 4. Instrumentenkoffer",
        "Het bestand is ongewijzigd bewaard",
    ):
        assert zin in uitkomst.output
    assert uitkomst.exit_code == 1  # the besluit lies in the future


PROGRAMMA: Invullen = {
    ("Jaarprogramma", 2, "Programma"): "Bezit doorlopen",
    ("Jaarprogramma", 2, "Trekker"): "De Volmacht",
    ("Jaarprogramma", 2, "Begin"): datetime(2027, 1, 15),
    ("Jaarprogramma", 2, "Einde"): datetime(2027, 6, 30),
    ("Jaarprogramma", 2, "Focuspunt"): "Ja",
    ("Jaarprogramma", 2, "Besluit BO"): "akkoord",
}


def jaarprogramma_is_er(uitkomst: Adopted) -> None:
    (regel,) = uitkomst.merged.matrix.vastgelegd.programma.values()
    gelezen = (regel.afspraak, regel.activiteiten, regel.trekker, regel.focuspunt, regel.besluit)
    assert gelezen == (2, "Bezit doorlopen", "De Volmacht", "Ja", "akkoord")
    assert (regel.start, regel.einde) == (date(2027, 1, 15), date(2027, 6, 30))


def test_the_jaarprogramma_is_set_in_the_tussenstand(tmp_path: Path) -> None:
    uitvoer = tmp_path / "output"
    generate(TUSSENSTAND, output=uitvoer)
    leeg = merge(TUSSENSTAND, output=uitvoer).bestand
    rijen = [
        r[0] for r in load_workbook(leeg)["Jaarprogramma"].iter_rows(min_row=3, values_only=True)
    ]
    assert rijen == [1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 18]  # what runs in 2027
    ingevuld = vul_in(leeg, tmp_path / "bo.xlsx", PROGRAMMA)
    uitkomst = adopt(TUSSENSTAND, ingevuld, output=uitvoer, today=VANDAAG)
    jaarprogramma_is_er(uitkomst)
    for (blad, sleutel, kop), waarde in PROGRAMMA.items():
        assert lees(leeg, blad, sleutel, kop) == waarde
    achterstevoren: Invullen = {("Jaarprogramma", 2, "Einde"): datetime(2026, 1, 1)}
    ingevuld = vul_in(leeg, tmp_path / "fout.xlsx", achterstevoren)
    uitkomst = adopt(TUSSENSTAND, ingevuld, output=uitvoer, today=VANDAAG)
    enige(uitkomst.bevindingen, catalogue.EINDE_VOOR_BEGIN)


@pytest.mark.extern
@pytest.mark.parametrize("formaat", ["xlsx", "ods"])
def test_a_jaarprogramma_filled_in_with_libreoffice(
    tmp_path: Path, formaat: str, herbereken: Callable[[Path, str, Path], Path]
) -> None:
    generate(TUSSENSTAND, output=tmp_path / "output")
    leeg = merge(TUSSENSTAND, output=tmp_path / "output").bestand
    berekend = herbereken(vul_in(leeg, tmp_path / "bo.xlsx", PROGRAMMA), formaat, tmp_path / "lo")
    uitkomst = adopt(TUSSENSTAND, berekend, output=tmp_path / "output", today=VANDAAG)
    jaarprogramma_is_er(uitkomst)


@pytest.mark.extern
@pytest.mark.parametrize("formaat", ["xlsx", "ods"])
def test_filled_in_with_libreoffice(
    uitvoer: Path,
    tmp_path: Path,
    formaat: str,
    herbereken: Callable[[Path, str, Path], Path],
) -> None:
    """Recalculated and saved by LibreOffice: all of it arrives, and it reckons as kaderxl does."""
    netjes = {**ALLES, ("Besluitenlijst", 3, "Besluit BO"): "Oranje"}
    ingevuld = vul_in(uitvoer / MATRIX, tmp_path / "bo.xlsx", netjes)
    berekend = herbereken(ingevuld, formaat, tmp_path / "lo")
    alles_is_er(adopt(RONDE, berekend, output=uitvoer, today=VANDAAG))
    if formaat == "xlsx":
        eigen, ander = (load_workbook(p, data_only=True) for p in (uitvoer / MATRIX, berekend))
        # below the counts stands the list of focuspunten: its order is that of the old workbook
        for blad, laatste in (
            ("Samenvatting", 25),
            ("Monitoringstabel", 40),
            ("Besluitvorming", 40),
        ):
            gevuld = [
                c
                for rij in eigen[blad].iter_rows(max_row=laatste, max_col=40)
                for c in rij
                if c.value not in (None, "")
            ]
            afwijkend = {
                c.coordinate: (c.value, ander[blad][c.coordinate].value)
                for c in gevuld
                if ander[blad][c.coordinate].value != c.value
            }
            assert (blad, afwijkend) == (blad, {})
            assert len(gevuld) > 40
        for nummer in range(1, 20):
            for kop in ("Beoordeling voortgang", "Focuspunt", "Hoe lang"):
                paar = [zoek(boek, "Focuspunten", nummer, kop).value for boek in (eigen, ander)]
                assert paar[0] == paar[1], (nummer, kop)


def test_a_ronde_that_has_not_begun_gets_no_matrix(tmp_path: Path) -> None:
    with pytest.raises(NietUitgevoerd) as fout:
        merge(Ronde(2028), output=tmp_path / "output")
    assert codes(fout.value.bevindingen) == [catalogue.RONDE_NIET_BEGONNEN.code]
    assert not (tmp_path / "output").exists()


def test_an_older_copy_that_was_adopted_before_changes_nothing(
    uitvoer: Path, tmp_path: Path
) -> None:
    eerst = vul_in(uitvoer / MATRIX, tmp_path / "een.xlsx", ALLES)
    adopt(RONDE, eerst, output=uitvoer, today=VANDAAG)
    anders: Invullen = {("Focuspunten", 3, "Wie"): "De Volmacht"}
    dan = vul_in(uitvoer / MATRIX, tmp_path / "twee.xlsx", anders)
    adopt(RONDE, dan, output=uitvoer, today=VANDAAG)
    opnieuw = adopt(RONDE, eerst, output=uitvoer, today=VANDAAG)
    assert opnieuw.merged.matrix.vastgelegd.focuspunten[3].wie == "De Volmacht"
    assert codes(opnieuw.bevindingen) == [catalogue.AL_OVERGENOMEN.code]
    begrepen = opnieuw.begrepen.focuspunten[3]
    assert (begrepen.actie, begrepen.wie) == ("Inventarisatie afronden", ""), "what it bears"
    regels = [*opnieuw.lines()]
    assert not [r for r in regels if "Gelezen uit" in r or r.startswith("  Besluit:")]
    assert sum("M529" in r for r in regels) == 1
    assert not opnieuw.overgenomen
    (keuze,) = opnieuw.keuzes
    assert (keuze.naam, keuze.botst) == ("focuspunt 3", False)
    assert "De Volmacht" in keuze.matrix
    assert "De Volmacht" not in keuze.bestand
    assert opnieuw.begrepen.besluiten.keys() == {3}


def test_what_the_matrix_lost_is_taken_over_once_more(uitvoer: Path, tmp_path: Path) -> None:
    """An older matrix put back, by a person: adopted is what the matrix itself bears."""
    leeg = (uitvoer / MATRIX).read_bytes()
    ingevuld = vul_in(uitvoer / MATRIX, tmp_path / "bo.xlsx", ALLES, vastgesteld=MAART)
    adopt(RONDE, ingevuld, output=uitvoer, today=VANDAAG)
    vol = (uitvoer / MATRIX).read_bytes()
    (uitvoer / MATRIX).write_bytes(leeg)
    weer = adopt(RONDE, ingevuld, output=uitvoer, today=VANDAAG)
    alles_is_er(weer)
    assert (uitvoer / MATRIX).read_bytes() == vol
    terug = [b for b in weer.bevindingen if b.code == catalogue.TERUGGEZET.code]
    assert len(terug) == 6, "a besluit, what the AO settled, a focuspunt, a vote, a note, the day"
    assert enige([b for b in terug if "Besluit bij afspraak 3" in b.tekst], catalogue.TERUGGEZET)
    nog_eens = adopt(RONDE, ingevuld, output=uitvoer, today=VANDAAG)
    assert codes(nog_eens.bevindingen) == [catalogue.AL_OVERGENOMEN.code]


@pytest.mark.parametrize("hoe", ["an older one put back", "taken away"])
def test_a_matrix_that_knows_nothing_of_what_was_adopted_says_so(
    uitvoer: Path, tmp_path: Path, hoe: str
) -> None:
    leeg = (uitvoer / MATRIX).read_bytes()
    een: Invullen = {("Besluitenlijst", 3, "Besluit BO"): "Groen"}
    ingevuld = vul_in(uitvoer / MATRIX, tmp_path / "bo.xlsx", een)
    bewijs = adopt(RONDE, ingevuld, output=uitvoer, today=VANDAAG).bewijs
    goed = merge(RONDE, output=uitvoer)
    assert catalogue.BEWIJS_NIET_IN_MATRIX.code not in codes(goed.matrix.bevindingen)
    if hoe == "taken away":
        (uitvoer / MATRIX).unlink()
    else:
        (uitvoer / MATRIX).write_bytes(leeg)
    for _ in range(2):  # until it is adopted again
        bevinding = enige(
            merge(RONDE, output=uitvoer).matrix.bevindingen, catalogue.BEWIJS_NIET_IN_MATRIX
        )
        assert bewijs.name in bevinding.tekst
    weer = adopt(RONDE, bewijs, output=uitvoer, today=VANDAAG)
    assert weer.bewijs == bewijs, "the evidence is known by what is in it"
    assert weer.merged.matrix.besluiten[3].kleur == "Groen"
    assert catalogue.BEWIJS_NIET_IN_MATRIX.code not in codes(weer.merged.matrix.bevindingen)


def test_the_same_workbook_by_another_name_undoes_nothing(uitvoer: Path, tmp_path: Path) -> None:
    een: Invullen = {("Besluitenlijst", 3, "Besluit BO"): "Groen"}
    eerst = vul_in(uitvoer / MATRIX, tmp_path / "een.xlsx", een)
    adopt(RONDE, eerst, output=uitvoer, today=VANDAAG)
    anders: Invullen = {
        ("Besluitenlijst", 3, "Besluit BO"): "Rood",
        ("Besluitenlijst", 3, "Reden besluit"): "b",
    }
    adopt(RONDE, vul_in(uitvoer / MATRIX, tmp_path / "twee.xlsx", anders), output=uitvoer)
    kopie = Path(shutil.copy(eerst, tmp_path / "een kopie.xlsx"))
    weer = adopt(RONDE, kopie, output=uitvoer, today=VANDAAG)
    assert codes(weer.bevindingen) == [catalogue.AL_OVERGENOMEN.code]
    assert weer.merged.matrix.besluiten[3].kleur == "Rood"
    assert len(list((uitvoer / MATRIX).parent.glob("besluiten/*"))) == 2


def test_what_was_put_back_does_not_undo_what_was_decided_since(
    uitvoer: Path, tmp_path: Path
) -> None:
    een: Invullen = {("Besluitenlijst", 3, "Besluit BO"): "Groen"}
    twee: Invullen = {("Besluitenlijst", 4, "Besluit BO"): "Groen"}
    leeg = (uitvoer / MATRIX).read_bytes()
    eerst = vul_in(uitvoer / MATRIX, tmp_path / "een.xlsx", een | twee)
    adopt(RONDE, eerst, output=uitvoer, today=VANDAAG)
    (uitvoer / MATRIX).write_bytes(leeg)
    anders: Invullen = {
        ("Besluitenlijst", 3, "Besluit BO"): "Rood",
        ("Besluitenlijst", 3, "Reden besluit"): "b",
    }
    adopt(RONDE, vul_in(uitvoer / MATRIX, tmp_path / "twee.xlsx", anders), output=uitvoer)
    weer = adopt(RONDE, eerst, output=uitvoer, today=VANDAAG)
    besluiten = weer.merged.matrix.vastgelegd.besluiten
    assert {n: b.kleur for n, b in besluiten.items()} == {3: "Rood", 4: "Groen"}
    assert weer.begrepen.besluiten.keys() == {4}


def test_somebody_who_saves_the_matrix_while_merge_is_busy_keeps_what_was_typed(
    uitvoer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between reading and replacing: the command begins again with what then stands there."""
    een: Invullen = {("Besluitenlijst", 3, "Besluit BO"): "Groen"}
    ingevuld = vul_in(uitvoer / MATRIX, tmp_path / "mens.xlsx", een).read_bytes()
    (uitvoer / "2026-evaluatie" / "retour" / "DV.xlsx").touch()
    echt = write_matrix
    keren: list[int] = []

    def opgeslagen(matrix: Matrix) -> bytes:
        if not keren:
            (uitvoer / MATRIX).write_bytes(ingevuld)
        keren.append(1)
        return echt(matrix)

    monkeypatch.setattr(overleg, "write_matrix", opgeslagen)
    uitkomst = merge(RONDE, output=uitvoer)
    assert len(keren) == 2
    assert uitkomst.matrix.besluiten[3].kleur == "Groen"
    assert uitkomst.bewaard is not None
    assert uitkomst.bewaard.read_bytes() == ingevuld, "what was really replaced"

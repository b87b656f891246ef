"""A change of the agreement from a partij's words to the questions of the next year."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TypedDict

import pytest
from archieven import instellingen
from invullen import codes, een_lezer_voor_alles, enige, vul, zoek_tabel
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from oudeveen import schrijf_oudeveen
from sjablonen import schrijf_sjabloon

from kaderxl import adopt, archive, check, collect, compare, generate, merge, verify
from kaderxl.commands.adopt import Adopted
from kaderxl.core import catalogue
from kaderxl.core.rounds import Ernst, Fase, Ronde
from kaderxl.reading import Reader

T27, E27, E28 = Ronde(2027, Fase.TUSSENSTAND), Ronde(2027), Ronde(2028)
BO, LATER = datetime(2027, 12, 10), date(2027, 12, 20)
Cellen = Mapping[tuple[str, str, str], object]
PLANNEN = "Plannen en acties"
WENS = "Bij afspraak 3 ook de geveltuinen tellen"
GEVELTUINEN: Cellen = {
    ("Wijzigingen", "VS-NB-1", kop): waarde
    for kop, waarde in {
        "Soort wijziging": "nieuwe indicator",
        "Bij code, nummer of thema": "3",
        "Indicator wordt": "aangelegde geveltuinen",
        "Jaren": "2028-2031",
        "Actiehouder wordt": "corporaties",
        "Wat we vragen": "Geveltuinen",
        "Soort antwoord": "aantal",
        "In welke eenheid": "tuinen",
        "Besluit BO": "aangenomen",
        "Datum BO": BO,
    }.items()
}
DOEL: Cellen = {
    ("Wijzigingen", "W-1", "Soort wijziging"): "ander doel",
    ("Wijzigingen", "W-1", "Bij code, nummer of thema"): "A01-I1",
    ("Wijzigingen", "W-1", "Doel t/m jaar"): 2031,
    ("Wijzigingen", "W-1", "Doel minstens"): 150,
}
STEMMING: Cellen = {
    ("Stemmingen", "ST-1", kop): waarde
    for kop, waarde in {
        "Vraag": "Wordt het doel minstens 150?",
        "Optie A": "ja, 150",
        "Optie B": "nee, 120 tot 140",
        "Wie modereert": "bureau Overleg",
        "Overleg tot en met": datetime(2027, 12, 1),
        "Stem Noordbouw": "A",
        "Stem Zuidwonen": "nee, 120 tot 140",
        "Stem Huurdersbelang": "B",
        "Stem Gemeente Molendam": "Onthouding",
        "Wat is besloten": "B",
        "Datum BO": BO,
    }.items()
}


@pytest.fixture(scope="module", autouse=True)
def een_lezer(reader: Reader) -> Iterator[None]:
    with een_lezer_voor_alles(reader):
        yield


class Waar(TypedDict):
    template: Path
    output: Path


class Gemeente:
    """A tussenstand in which one partij proposes something."""

    def __init__(self, map_: Path) -> None:
        self.map, self.uitvoer = map_, map_ / "output"
        met = instellingen(**{"stemgewicht per partij": "1"})
        self.sjabloon = schrijf_sjabloon(map_ / "sjabloon.xlsx", Instellingen=met)
        gemaakt = generate(T27, template=self.sjabloon, output=self.uitvoer)
        blad = next(b for b in gemaakt.invulbladen if b.partij.code == "NB")
        gegeven = {"VS-1": {PLANNEN: WENS}}
        data = vul(blad.bestand.read_bytes(), gegeven, op="2027-10-15T09:00:00Z")
        (map_ / "nb.xlsx").write_bytes(data)
        collect(T27, [map_ / "nb.xlsx"], template=self.sjabloon, output=self.uitvoer)
        self.matrix = merge(T27, template=self.sjabloon, output=self.uitvoer).bestand

    @property
    def waar(self) -> Waar:
        return {"template": self.sjabloon, "output": self.uitvoer}

    def kopie(self, cellen: Cellen, naam: str = "bo.xlsx", vast: object = None) -> Path:
        boek = load_workbook(self.matrix)
        for (blad, nr, kop), waarde in cellen.items():
            _cel(boek, blad, nr, kop).value = waarde  # type: ignore[assignment]
        if vast:
            _naast(boek, "Vastgesteld in het BO van").value = vast  # type: ignore[assignment]
        boek.save(self.map / naam)
        return self.map / naam

    def neem(self, bestand: Path, *kies: str, dag: date = LATER) -> Adopted:
        return adopt(T27, bestand, choose=kies, today=dag, **self.waar)


def _cel(boek: Workbook, blad: str, nr: str, kop: str) -> Cell:
    koppen = [c.value for c in boek[blad][2]]
    rij = next(r for r in boek[blad].iter_rows(min_row=3) if r[koppen.index("Nr")].value == nr)
    return _echt(rij[koppen.index(kop)])


def _naast(boek: Workbook, label: str) -> Cell:
    (cel,) = (c for rij in boek["Samenvatting"].iter_rows() for c in rij if c.value == label)
    return _echt(boek["Samenvatting"].cell(cel.row, _echt(cel).column + 1))


def _echt(cel: Cell | MergedCell) -> Cell:
    assert isinstance(cel, Cell)
    return cel


@pytest.fixture
def gemeente(tmp_path: Path) -> Gemeente:
    return Gemeente(tmp_path)


def test_from_a_wish_to_the_questions_of_next_year(gemeente: Gemeente) -> None:
    boek = load_workbook(gemeente.matrix, data_only=True)
    assert _cel(boek, "Wijzigingen", "VS-NB-1", "Voorstel van").value == "Noordbouw"
    assert _cel(boek, "Wijzigingen", "VS-NB-1", "Wat is voorgesteld").value == WENS
    uitkomst = gemeente.neem(gemeente.kopie({**GEVELTUINEN, **DOEL}))
    volgend = uitkomst.merged.sjabloon
    assert volgend is not None
    assert volgend.bestand is not None
    assert volgend.bestand.parent == gemeente.uitvoer / str(T27) / "matrix" / "sjabloon"
    assert any("--template" in regel for regel in uitkomst.lines())
    # how the answers of two corporaties are taken together no proposal says
    assert any("combineren: som" in regel for regel in uitkomst.lines())
    gelezen = _cel(load_workbook(gemeente.matrix), "Wijzigingen", "VS-NB-1", "Zo gelezen").value
    assert "combineren: som" in str(gelezen)
    # only what was adopted is in it, and it says where it comes from
    vergeleken = compare(gemeente.sjabloon, volgend.bestand)
    assert {w.onderwerp for w in vergeleken.wijzigingen} == {
        "Indicatoren", "Meetwaarden", "Instellingen"}  # fmt: skip
    assert [w.code for w in vergeleken.wijzigingen][:2] == ["A03-I3", "A03-I3-M1"]
    kader = check(volgend.bestand).geldig()
    assert kader.instellingen.versie == 2
    assert kader.instellingen.vastgesteld_in == "10-12-2027"
    assert kader.instellingen.besluiten == "2027-tussenstand VS-NB-1"
    # the next year asks it
    bladen = generate(E28, template=volgend.bestand, output=gemeente.uitvoer)
    assert catalogue.BESLUIT_NIET_IN_SJABLOON.code not in codes(bladen.over_eerdere)
    blad = next(b for b in bladen.invulbladen if b.partij.code == "ZW")
    assert "A03-I3-M1" in zoek_tabel(load_workbook(blad.bestand)).rijen
    # and who goes on with the old template is told
    oud = generate(Ronde(2029), template=gemeente.sjabloon, output=gemeente.uitvoer)
    assert "VS-NB-1" in enige(oud.over_eerdere, catalogue.BESLUIT_NIET_IN_SJABLOON).tekst


def test_sheets_that_nobody_filled_in_follow_the_template(gemeente: Gemeente) -> None:
    """Whichever way it goes: rows that came, and rows that the other template never had."""
    volgend = gemeente.neem(gemeente.kopie(GEVELTUINEN)).merged.sjabloon
    assert volgend is not None
    assert volgend.bestand is not None
    oud, nieuw = gemeente.sjabloon, volgend.bestand
    for sjabloon in (oud, nieuw, oud):
        gemaakt = generate(E28, template=sjabloon, output=gemeente.uitvoer)
        assert not any(b.bevinding for b in gemaakt.invulbladen)
        blad = next(b.bestand for b in gemaakt.invulbladen if b.partij.code == "ZW")
        erin = "A03-I3-M1" in zoek_tabel(load_workbook(blad)).rijen
        assert erin == (sjabloon is nieuw)
    # that another template is needed is said before the sheets are
    assert catalogue.BESLUIT_NIET_IN_SJABLOON.code in next(iter(gemaakt.lines()))
    gevuld = vul(blad.read_bytes(), {"A03-I1": {"Toelichting": "fictief: begonnen"}})
    blad.write_bytes(gevuld)
    bladen = generate(E28, template=nieuw, output=gemeente.uitvoer).invulbladen
    (blijft,) = (b.bevinding for b in bladen if b.bevinding)
    assert blijft.code == catalogue.INVULBLAD_ANDER_SJABLOON.code
    assert nieuw.name in blijft.tekst
    assert blad.read_bytes() == gevuld


def test_a_second_merge_and_the_new_template_change_nothing(gemeente: Gemeente) -> None:
    eerst = gemeente.neem(gemeente.kopie(GEVELTUINEN)).merged
    assert eerst.sjabloon is not None
    assert eerst.sjabloon.bestand is not None
    data = eerst.sjabloon.bestand.read_bytes()
    nog_eens = merge(T27, template=gemeente.sjabloon, output=gemeente.uitvoer, today=LATER)
    assert nog_eens.bewaard is None
    assert nog_eens.sjabloon is not None
    assert nog_eens.sjabloon.bestand == eerst.sjabloon.bestand
    assert eerst.sjabloon.bestand.read_bytes() == data
    met_nieuw = merge(T27, template=eerst.sjabloon.bestand, output=gemeente.uitvoer, today=LATER)
    assert met_nieuw.sjabloon is None  # the template says that it has this


@pytest.mark.parametrize("besluit", ["", "afgewezen", "aangehouden", "misschien"])
def test_what_was_not_adopted_changes_nothing_and_stays_visible(
    gemeente: Gemeente, besluit: str
) -> None:
    besluitcel = ("Wijzigingen", "VS-NB-1", "Besluit BO")
    uitkomst = gemeente.neem(gemeente.kopie({**GEVELTUINEN, besluitcel: besluit or None}))
    assert uitkomst.merged.sjabloon is None
    assert not (gemeente.uitvoer / str(T27) / "matrix" / "sjabloon").exists()
    boek = load_workbook(gemeente.matrix, data_only=True)
    assert _cel(boek, *besluitcel).value == (besluit or None)
    assert _cel(boek, "Wijzigingen", "VS-NB-1", "Indicator wordt").value == "aangelegde geveltuinen"
    onbekend = catalogue.VOORSTELBESLUIT_ONBEKEND.code in codes(uitkomst.bevindingen)
    assert onbekend == (besluit == "misschien")


def test_a_day_that_has_not_come_or_is_not_there_changes_nothing(gemeente: Gemeente) -> None:
    te_vroeg = gemeente.neem(gemeente.kopie(GEVELTUINEN), dag=date(2027, 12, 1))
    assert te_vroeg.merged.sjabloon is None
    assert catalogue.DATUM_IN_TOEKOMST.code in codes(te_vroeg.bevindingen)


def test_what_cannot_be_carried_out_is_said_before_and_after_the_bo(gemeente: Gemeente) -> None:
    half = {k: v for k, v in GEVELTUINEN.items() if k[2] not in ("Jaren", "Besluit BO", "Datum BO")}
    voor = gemeente.neem(gemeente.kopie(half, "ao.xlsx"))
    assert "Jaren" in enige(voor.bevindingen, catalogue.VOORSTEL_ONAF).tekst
    na = gemeente.neem(gemeente.kopie({k: v for k, v in GEVELTUINEN.items() if k[2] != "Jaren"}))
    assert "Jaren" in enige(na.bevindingen, catalogue.AANGENOMEN_ONAF).tekst
    assert na.merged.sjabloon is not None
    assert na.merged.sjabloon.bestand is None
    assert na.needs_attention


def test_two_copies_decided_differently_ask(gemeente: Gemeente) -> None:
    besluitcel = ("Wijzigingen", "VS-NB-1", "Besluit BO")
    een = gemeente.kopie(GEVELTUINEN, "een.xlsx")
    ander = gemeente.kopie({**GEVELTUINEN, besluitcel: "afgewezen"}, "ander.xlsx")
    gemeente.neem(een)
    botst = gemeente.neem(ander)
    assert "--choose “voorstel VS-NB-1”" in enige(
        botst.bevindingen, catalogue.TWEE_WIJZIGINGEN).actie  # fmt: skip
    assert botst.merged.matrix.vastgelegd.wijzigingen["VS-NB-1"].besluit == "aangenomen"
    gekozen = gemeente.neem(ander, "voorstel VS-NB-1")
    assert gekozen.merged.matrix.vastgelegd.wijzigingen["VS-NB-1"].besluit == "afgewezen"
    assert gekozen.merged.sjabloon is None


def test_one_proposal_is_not_put_together_from_two(gemeente: Gemeente) -> None:
    """Two colleagues typed another proposal on the same free row: nothing of it is mixed."""
    ander = {("Wijzigingen", "W-1", "Soort wijziging"): "vervalt",
             ("Wijzigingen", "W-1", "Bij code, nummer of thema"): "2"}  # fmt: skip
    een, twee = gemeente.kopie(DOEL, "een.xlsx"), gemeente.kopie(ander, "twee.xlsx")
    gemeente.neem(een)
    botst = gemeente.neem(twee)
    enige(botst.bevindingen, catalogue.TWEE_WIJZIGINGEN)
    v = botst.merged.matrix.vastgelegd.wijzigingen["W-1"]
    assert (v.soort, v.bij, v.minimum) == ("ander doel", "A01-I1", 150)


def test_a_sheet_without_room_for_proposals_is_as_good(gemeente: Gemeente) -> None:
    """As kaderxl handed it out before it had that room."""
    blad = gemeente.uitvoer / str(T27) / "invulbladen" / f"Invulblad Zuidwonen {T27}.xlsx"
    boek = load_workbook(io.BytesIO(vul(blad.read_bytes(), {"JP-01": {PLANNEN: "bouwen"}})))
    tabel = zoek_tabel(boek)
    eerste = tabel.rijen["VS-1"]
    tabel.blad.delete_rows(eerste, 3)
    boek.save(gemeente.map / "zw.xlsx")
    (i,) = collect(T27, [gemeente.map / "zw.xlsx"], **gemeente.waar).inzendingen
    assert i.status == "aangenomen"
    assert {catalogue.CODE_WEG.code, catalogue.ANDERE_VERSIE.code}.isdisjoint(codes(i.bevindingen))


def test_the_newest_words_of_a_partij_stand_on_its_row(gemeente: Gemeente) -> None:
    blad = gemeente.uitvoer / str(T27) / "invulbladen" / f"Invulblad Noordbouw {T27}.xlsx"
    later = vul(blad.read_bytes(), {"VS-2": {PLANNEN: "=minder"}}, op="2027-10-20T09:00:00Z")
    (gemeente.map / "nb2.xlsx").write_bytes(later)
    collect(T27, [gemeente.map / "nb2.xlsx"], **gemeente.waar)
    matrix = merge(T27, **gemeente.waar).matrix
    gezegd = [b.tekst for b in matrix.bevindingen if b.code == catalogue.PARTIJ_STELT_VOOR.code]
    assert [WENS in gezegd[0], "=minder" in gezegd[1], len(gezegd)] == [True, True, 2]
    cel = _cel(load_workbook(gemeente.matrix), "Wijzigingen", "VS-NB-2", "Wat is voorgesteld")
    assert (cel.value, cel.data_type) == ("=minder", "s")


def test_a_row_of_ones_own_needs_a_number(gemeente: Gemeente) -> None:
    bestand = gemeente.kopie({})
    boek = load_workbook(bestand)
    blad, koppen = boek["Wijzigingen"], [c.value for c in boek["Wijzigingen"][2]]
    onder = blad.max_row + 1
    for rij, nr in ((onder, None), (onder + 1, "w-41")):
        blad.cell(rij, 1).value = nr
        blad.cell(rij, koppen.index("Soort wijziging") + 1).value = "vervalt"
        blad.cell(rij, koppen.index("Bij code, nummer of thema") + 1).value = "2"
    boek.save(bestand)
    uitkomst = gemeente.neem(bestand)
    assert "vervalt | 2" in enige(uitkomst.bevindingen, catalogue.RIJ_ZONDER_NUMMER).tekst
    assert list(uitkomst.merged.matrix.vastgelegd.wijzigingen) == ["W-41"]


def test_a_vote_and_what_was_decided_are_published_and_filed(gemeente: Gemeente) -> None:
    alles = {**GEVELTUINEN, **DOEL, **STEMMING}
    alles |= {("Wijzigingen", "W-1", "Besluit BO"): "afgewezen",
              ("Wijzigingen", "W-1", "Datum BO"): BO}  # fmt: skip
    uitkomst = gemeente.neem(gemeente.kopie(alles, vast=BO))
    boek = load_workbook(gemeente.matrix, data_only=True)
    assert _cel(boek, "Stemmingen", "ST-1", "Uitslag").value == "B – nee, 120 tot 140"
    assert _cel(boek, "Stemmingen", "ST-1", "Stem Zuidwonen").value == "B"
    assert uitkomst.merged.publicatie is not None
    pagina = next(uitkomst.merged.publicatie.glob("*.html")).read_text("utf-8")
    for tekst in ("aangelegde geveltuinen", "afgewezen", "Wordt het doel minstens 150?"):
        assert tekst in pagina
    # what a partij wrote or voted, and who moderated, is nobody's business
    assert not [t for t in (WENS, "VS-NB", "bureau Overleg", "Onthouding") if t in pagina]
    met = gemeente.waar
    map_ = archive(T27, **met, today=LATER).map
    assert [*(map_ / "data" / "matrix" / "sjabloon").glob("sjabloon-versie-2-*.xlsx")]
    assert not verify([map_]).needs_attention


def test_no_bod_is_confirmed_in_the_evaluatie(gemeente: Gemeente) -> None:
    met = gemeente.waar
    generate(E27, **met)
    matrix = merge(E27, **met).bestand
    boek = load_workbook(matrix)
    dag = datetime(2028, 3, 24)
    for label in ("Geen bod, bevestigd in het BO van", "Vastgesteld in het BO van"):
        _naast(boek, label).value = dag
    boek.save(gemeente.map / "bo.xlsx")
    uitkomst = adopt(E27, gemeente.map / "bo.xlsx", **met, today=date(2028, 4, 1))
    assert uitkomst.merged.matrix.vastgelegd.geen_bod == date(2028, 3, 24)
    assert uitkomst.as_json()["begrepen"]["geen_bod"] == "2028-03-24"
    assert uitkomst.merged.publicatie is not None
    pagina = next(uitkomst.merged.publicatie.glob("*.html")).read_text("utf-8")
    assert "Op 24 maart 2028 bevestigde het bestuurlijk overleg" in pagina
    with zipfile.ZipFile(next(uitkomst.merged.publicatie.glob("*.ods"))) as tabel:
        assert "geen bod en activiteitenoverzicht" in tabel.read("content.xml").decode()
    assert merge(E27, **met, today=date(2028, 4, 1)).bewaard is None
    assert _naast(load_workbook(matrix), "Geen bod, bevestigd in het BO van").value == dag


def test_of_the_old_template_everything_else_is_as_it_was(tmp_path: Path) -> None:
    """Cell by cell, with its form, its notes, choices and widths."""
    g = Gemeente(tmp_path)
    boek = load_workbook(g.sjabloon)
    tabel = boek["Monitoringstabel"]
    tabel.column_dimensions["C"].width = 61
    tabel.row_dimensions[3].height = 77
    boek["Doelen"]["A2"].comment = Comment("nagaan", "AO")
    boek.save(g.sjabloon)
    volgend = g.neem(g.kopie({**GEVELTUINEN, **DOEL, ("Wijzigingen", "W-1", "Besluit BO"):
                              "aangenomen", ("Wijzigingen", "W-1", "Datum BO"): BO}))  # fmt: skip
    sjabloon = volgend.merged.sjabloon
    assert sjabloon is not None
    assert sjabloon.bestand is not None
    oud, nieuw = (load_workbook(io.BytesIO(p.read_bytes())) for p in (g.sjabloon, sjabloon.bestand))
    assert oud.sheetnames == nieuw.sheetnames
    onder = {naam: oud[naam].max_row + 1 for naam in oud.sheetnames}
    anders = {
        (naam, cel.coordinate)
        for naam in oud.sheetnames
        for rij in nieuw[naam].iter_rows()
        for cel in rij
        if _vorm(cel) != _vorm(oud[naam][cel.coordinate])
    }
    rijen = {(naam, int(re.sub(r"\D", "", cel))) for naam, cel in anders}
    erbij = {(naam, onder[naam]) for naam in ("Monitoringstabel", "Meetwaarden")}
    erbij |= {("Instellingen", onder["Instellingen"] + n) for n in range(4)}
    assert rijen == {*erbij, ("Doelen", 2)}
    assert {cel for naam, cel in anders if naam == "Doelen"} == {"C2", "D2", "G2", "H2"}
    assert nieuw["Monitoringstabel"].column_dimensions["C"].width == 61
    assert nieuw["Monitoringstabel"].row_dimensions[3].height == 77
    assert _echt(nieuw["Doelen"]["A2"]).comment.text == "nagaan"  # type: ignore[union-attr]


def _vorm(cel: Cell | MergedCell) -> tuple[object, ...]:
    cel = _echt(cel)
    return cel.value, cel.number_format, cel.font.b, cel.fill.fgColor.rgb


_IN_OUDEVEEN: dict[str, dict[str, object]] = {
    "VS-WH-1": {
        "Soort wijziging": "nieuwe indicator",
        "Bij code, nummer of thema": "5b",
        "Indicator wordt": "aangelegde geveltuinen",
        "Jaren": "2026-2028",
        "Actiehouder wordt": "corporaties",
        "Wat we vragen": "Geveltuinen",
        "Soort antwoord": "aantal",
        "In welke eenheid": "tuinen",
    },
    "W-1": {
        "Soort wijziging": "ander doel",
        "Bij code, nummer of thema": "opgeleverde sociale huurwoningen",
        "Doel t/m jaar": 2028,
        "Doel minstens": 120,
    },
    "W-2": {
        "Soort wijziging": "nieuwe afspraak",
        "Bij code, nummer of thema": "Duurzaam",
        "Afspraak wordt": "Groene daken",
        "Indicator wordt": "groene daken",
        "Jaren": "2026-2028",
        "Actiehouder wordt": "gemeente",
    },
    "W-3": {"Soort wijziging": "vervalt", "Bij code, nummer of thema": "huisuitzettingen"},
    "W-4": {
        "Soort wijziging": "wijziging",
        "Bij code, nummer of thema": "wachttijd in dagen",
        "Actiehouder wordt": "zorgpartij en corporaties",
    },
}
_AANGENOMEN = {"Besluit BO": "aangenomen", "Datum BO": datetime(2025, 12, 10)}
OUDEVEEN: Cellen = {
    ("Wijzigingen", nr, kop): waarde
    for nr, wat in _IN_OUDEVEEN.items()
    for kop, waarde in {**wat, **_AANGENOMEN}.items()
}


def test_a_template_that_new_made_is_changed_as_well(tmp_path: Path) -> None:
    """Its columns stand in another order, its rows have no codes, its afspraken are 1a and 5b."""
    sjabloon, uitvoer = schrijf_oudeveen(tmp_path / "sjabloon.xlsx"), tmp_path / "output"
    ronde, waar = Ronde(2025, Fase.TUSSENSTAND), Waar(template=sjabloon, output=uitvoer)
    kader = check(sjabloon).geldig()
    haard = next(p.code for p in kader.partijen if p.naam == "Woonstichting De Haard")
    blad = next(b for b in generate(ronde, **waar).invulbladen if b.partij.code == haard)
    data = vul(blad.bestand.read_bytes(), {"VS-1": {PLANNEN: WENS}}, op="2025-10-15T09:00:00Z")
    (tmp_path / "haard.xlsx").write_bytes(data)
    collect(ronde, [tmp_path / "haard.xlsx"], **waar)
    boek = load_workbook(merge(ronde, **waar).bestand)
    codes_van = {i.tekst: i.code for i in kader.indicatoren}
    for (op, nr, kop), waarde in OUDEVEEN.items():
        wat = codes_van.get(str(waarde), waarde)
        _cel(boek, op, nr.replace("WH", haard), kop).value = wat  # type: ignore[assignment]
    boek.save(tmp_path / "bo.xlsx")
    adopted = adopt(ronde, tmp_path / "bo.xlsx", today=date(2025, 12, 20), **waar)
    merged = adopted.merged
    assert merged.sjabloon is not None
    fouten = [b for b in adopted.bevindingen if b.ernst is Ernst.FOUT]
    assert [b.tekst for b in fouten] == []
    assert merged.sjabloon.bestand is not None
    nieuw = check(merged.sjabloon.bestand).geldig()
    assert {i.tekst for i in nieuw.indicatoren} - {*codes_van} == {
        "aangelegde geveltuinen",
        "groene daken",
    }

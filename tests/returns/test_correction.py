"""The correction workbook: what it shows, what it keeps, and that it is a return like any other."""

from __future__ import annotations

import io
import time
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from invullen import (
    RONDE,
    Antwoorden,
    Tabel,
    Wijziging,
    achteraan,
    antwoorden,
    bewerk,
    codes,
    enige,
    ingevuld_blad,
    invullen,
    leeg_blad,
    lees,
    maak_return,
    neem_in,
    oordeel,
    overal,
    sorteer_rijen,
    vul,
    zet,
    zoek_tabel,
    zonder_rij,
)
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet
from programs import Converteer

from kaderxl.commands.collect import collect
from kaderxl.commands.collected import Collected
from kaderxl.commands.mail import acknowledge
from kaderxl.commands.merge import merge
from kaderxl.commands.result import finding_lines
from kaderxl.commands.taken_in import Ingenomen
from kaderxl.core import catalogue, labels as l
from kaderxl.core.answers import Return
from kaderxl.core.catalogue import CATALOGUS
from kaderxl.core.findings import Regel
from kaderxl.core.grouping import groepeer, is_voor_partij, voor_partij
from kaderxl.core.identity import Kenmerk
from kaderxl.core.kader import Kader
from kaderxl.core.notation import plat
from kaderxl.core.rounds import Bevinding, Fase, Plek, Ronde
from kaderxl.core.text import leesbaar
from kaderxl.reading import Reader
from kaderxl.returns import correction
from kaderxl.sheets.questions import stel_vragenlijst_op
from kaderxl.sheets.remarks import is_opmerking, plekken_in_woorden, zonder_opmerkingen
from kaderxl.sheets.sheet import write_input_sheet
from kaderxl.writing.colours import LET_OP_VULLING

pytestmark = pytest.mark.usefixtures("een_lezer", "werkmap")

HERSTEL = Path("output/2026-evaluatie/herstel/Herstel Noordbouw 2026-evaluatie.xlsx")
KOLOMMEN = (l.WAARDE, l.BEOORDELING, l.REDEN, l.TOELICHTING)
FOUT: Antwoorden = {"A01-I1-M1": {"Waarde": "12 woningen"}}
MAART, APRIL = "2027-03-01T09:00:00Z", "2027-04-01T09:00:00Z"


@pytest.fixture
def stuur(molendam: Path, werkmap: Path) -> Stuur:
    return Stuur(molendam, werkmap / "in")


class Stuur:
    """Sends files in, in one go: `stuur(data, …)` gives what became of each."""

    def __init__(self, sjabloon: Path, map_: Path) -> None:
        self.sjabloon, self.map, self.nummer = sjabloon, map_, 0

    def __call__(self, *bestanden: bytes, template: Path | None = None) -> list[Ingenomen]:
        self.map.mkdir(exist_ok=True)
        paden = []
        for data in bestanden:
            self.nummer += 1
            paden.append(self.map / f"{self.nummer}.xlsx")
            paden[-1].write_bytes(data)
        uitkomst = collect(RONDE, paden, template=template or self.sjabloon)
        assert [p.read_bytes() for p in paden] == list(bestanden), "a file of a partij stays"
        return list(uitkomst.inzendingen)


def fout_blad(kader: Kader, *wijzigingen: Wijziging, op: str = MAART, **anders: object) -> bytes:
    """A complete sheet of Noordbouw, but for `12 woningen`."""
    gegeven = {**antwoorden(kader, "NB"), **FOUT, **anders}
    return vul(leeg_blad(kader, "NB"), gegeven, *wijzigingen, op=op)  # type: ignore[arg-type]


def vul_herstelblad(waarde: str, op: str) -> bytes:
    """Somebody writes a number in the workbook where it stands; gives what is then on disk."""
    HERSTEL.write_bytes(vul(HERSTEL.read_bytes(), {"A01-I1-M1": {"Waarde": waarde}}, op=op))
    return HERSTEL.read_bytes()


def herstel_van(kader: Kader, gegeven: Antwoorden | Return, partij: str = "NB") -> bytes:
    """The correction workbook of these answers, whatever is wrong with them."""
    inzending = gegeven if isinstance(gegeven, Return) else maak_return(kader, partij, gegeven)
    # What is remarked is beside the point here; that something is makes that there is one.
    altijd = replace(inzending, bevindingen=(catalogue.ANDERE_VERSIE.bij(), *inzending.bevindingen))
    opdracht = correction.stel_op(altijd, kader, RONDE, {})
    assert opdracht is not None
    return write_input_sheet(opdracht)


def gevuld(inzending: Return) -> dict[tuple[str, str], object]:
    return {
        (regel.code, kolom): veld.inhoud
        for regel in inzending.regels.values()
        for kolom, veld in zip(KOLOMMEN, regel.velden, strict=True)
        if veld.inhoud is not None
    }


def lees_return(reader: Reader, kader: Kader, data: bytes) -> Return:
    gelezen = lees(reader, kader, data)
    assert isinstance(gelezen, Return), gelezen
    return gelezen


def openen(data: bytes | Path) -> tuple[Workbook, Tabel]:
    boek = load_workbook(io.BytesIO(data) if isinstance(data, bytes) else data)
    return boek, zoek_tabel(boek)


def tekst_op(blad: Worksheet) -> str:
    return "\n".join(str(c.value) for rij in blad.iter_rows() for c in rij if c.value is not None)


def boven(tabel: Tabel) -> str:
    rijen = tabel.blad.iter_rows(max_row=tabel.kopregel - 1, values_only=True)
    return "\n".join(str(w) for rij in rijen for w in rij if w is not None)


def bewaard() -> list[bytes]:
    """Every return that was filed, as it came."""
    return [p.read_bytes() for p in Path("output/2026-evaluatie/retour").glob("*.xlsx")]


def opmerking(tabel: Tabel, code: str) -> str:
    return str(tabel.cel(code, l.OPMERKING).value or "")


def vulling(cel: Cell) -> str:
    return f"#{cel.fill.fgColor.rgb[2:]}"


def vervang(data: bytes, oud: str, nieuw: str) -> bytes:
    """The workbook with another text in it, which openpyxl would not write."""
    uitvoer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as boek, zipfile.ZipFile(uitvoer, "w") as inhoud:
        for naam in boek.namelist():
            inhoud.writestr(naam, boek.read(naam).replace(oud.encode(), nieuw.encode()))
    return uitvoer.getvalue()


def zeg(cel: str, tekst: object, blad: str = l.INVULBLAD) -> Wijziging:
    def wijzig(boek: Workbook) -> None:
        doel = boek[blad][cel]
        assert isinstance(doel, Cell)
        zet(doel, tekst)

    return wijzig


# When there is one


def test_a_return_without_fout_or_waarschuwing_gets_none(stuur: Stuur, klein: Kader) -> None:
    (ingenomen,) = stuur(ingevuld_blad(klein, "NB"))
    assert ingenomen.herstel is None
    assert not HERSTEL.parent.exists()


def test_a_melding_alone_causes_none(stuur: Stuur, klein: Kader) -> None:
    (ingenomen,) = stuur(bewerk(ingevuld_blad(klein, "NB"), zeg("P9", "Fictief: bel even")))
    assert codes(ingenomen.bevindingen) == [catalogue.LOSSE_TEKST.code]
    assert ingenomen.herstel is None


def test_a_waarschuwing_causes_one_with_a_question(stuur: Stuur, klein: Kader) -> None:
    gegeven = {**antwoorden(klein, "NB"), "A01-I1": oordeel("Groen", "b")}
    (ingenomen,) = stuur(vul(leeg_blad(klein, "NB"), gegeven))
    assert ingenomen.herstel is not None
    _, tabel = openen(ingenomen.herstel)
    assert "Bij 1 van uw 5 indicatoren vragen we of het klopt." in boven(tabel)
    assert "nog iets te doen" not in boven(tabel)
    assert opmerking(tabel, "A01-I1").startswith("Klopt dit? Bij Groen hoort geen reden")


def test_a_number_that_was_shown_as_a_percentage_is_asked_about_beside_it(
    stuur: Stuur, klein: Kader
) -> None:
    """The cell here has no such format any more, so the doubt would go unseen."""

    def als_procent(boek: Workbook) -> None:
        cel = zoek_tabel(boek).cel("A01-I1-M1", "Waarde")
        cel.value, cel.number_format = 4, "0%"

    (ingenomen,) = stuur(bewerk(ingevuld_blad(klein, "NB"), als_procent))
    assert codes(ingenomen.bevindingen) == [catalogue.PROCENTOPMAAK.code]
    _, tabel = openen(HERSTEL)
    assert tabel.cel("A01-I1-M1", "Waarde").value == 4
    assert "De cel toont 400 %" in opmerking(tabel, "A01-I1-M1")
    (terug,) = stuur(HERSTEL.read_bytes())
    assert not codes(terug.bevindingen)


def test_personal_data_beside_the_answers_causes_one_that_asks_to_take_it_away(
    stuur: Stuur, klein: Kader
) -> None:
    def met_opmerking(boek: Workbook) -> None:
        cel = zoek_tabel(boek).cel("A01-I1-M1", "Waarde")
        cel.comment = Comment("Fictief: 06-12345678", "iemand")

    (ingenomen,) = stuur(bewerk(ingevuld_blad(klein, "NB"), met_opmerking))
    assert codes(ingenomen.bevindingen) == [
        catalogue.OPMERKING_GEVONDEN.code,
        catalogue.PERSOONSGEGEVENS.code,
    ]
    eerste, tweede = opmerking(openen(HERSTEL)[1], "A01-I1-M1").splitlines()
    assert eerste.startswith("Klopt dit? In de opmerking bij deze cel staat iets dat lijkt op")
    assert tweede.startswith("Melding: Bij deze cel staat een opmerking: ")


def test_a_plan_stands_in_it_with_what_is_asked_of_it(klein: Kader, reader: Reader) -> None:
    ronde = Ronde(2026, Fase.TUSSENSTAND)
    plannen = {
        vraag.code: {l.PLANNEN: f"Fictief: plan {vraag.code}"}
        for vraag in stel_vragenlijst_op(klein, ronde, "NB").programma
    }
    met_adres = [*plannen][-1]
    plannen[met_adres] = {l.PLANNEN: "Fictief: mail jan@fictief.example"}
    data = vul(leeg_blad(klein, "NB", ronde), {**antwoorden(klein, "NB"), **plannen})
    gelezen = lees(reader, klein, data, ronde=ronde)
    assert isinstance(gelezen, Return), gelezen
    opdracht = correction.stel_op(gelezen, klein, ronde, {})
    assert opdracht is not None
    herstel = write_input_sheet(opdracht)
    _, tabel = openen(herstel)
    assert {c: {l.PLANNEN: tabel.cel(c, l.PLANNEN).value} for c in plannen} == plannen
    gevraagd = {c: opmerking(tabel, c) for c in plannen if tabel.cel(c, l.OPMERKING).value}
    assert gevraagd.keys() == {met_adres}
    assert "lijkt op" in gevraagd[met_adres]
    terug = lees(reader, klein, herstel, ronde=ronde)
    assert isinstance(terug, Return), terug
    assert [v.tekst for v in terug.programma.values()] == [p[l.PLANNEN] for p in plannen.values()]


def test_a_refused_return_gets_none(stuur: Stuur, klein: Kader) -> None:
    (leeg,) = stuur(leeg_blad(klein, "NB"))
    assert (leeg.status, leeg.herstel) == ("geweigerd", None)


def test_screen_and_json_say_where_it_is(stuur: Stuur, klein: Kader) -> None:
    (ingenomen,) = stuur(fout_blad(klein))
    assert ingenomen.herstel == HERSTEL
    collected = Collected(RONDE, (ingenomen, *stuur(ingevuld_blad(klein, "GEM"))))
    regels = list(collected.lines())
    assert f"  Herstelblad om terug te sturen: {HERSTEL}" in regels
    assert sum("Herstelblad" in regel for regel in regels) == 1
    documenten = collected.as_json()["inzendingen"]
    assert [d["herstel"] for d in documenten] == [str(HERSTEL), None]


# What it shows


@pytest.fixture(scope="module")
def blad(klein: Kader, reader: Reader) -> tuple[Workbook, Tabel]:
    """The workbook of a return with something of everything."""

    def kladjes(boek: Workbook) -> None:
        tabel = zoek_tabel(boek)
        tabel.blad["C2"] = "Fictief: boven"
        tabel.blad["P30"] = tabel.blad["P31"] = "Fictief: ernaast"
        boek.create_sheet("Klad “blok”")["B2"] = "Fictief: sommetje"
        tabel.cel("A01-I2", "Toelichting").comment = Comment("Fictief: klopt dit?", "iemand")
        tabel.cel("A03-I1-M1", "Waarde").value = "=1+1"

    gegeven: Antwoorden = {
        **antwoorden(klein, "NB"),
        **FOUT,
        "A01-I1": oordeel("Oranje"),
        "A01-I1-M2": {"Waarde": 3, "Toelichting": "zie M1"},
        "A02-I1-M1": {"Waarde": 30},
        "A02-I1-M2": {"Waarde": 20},
        "A02-I2": oordeel("Groen", "b", "Fictief: de huren zijn goed"),
    }
    data = vul(
        leeg_blad(klein, "NB"),
        gegeven,
        kladjes,
        zonder_rij("A01-I1-M3"),
        achteraan(("Code", "A99-I1"), ("Beoordeling", "Groen")),
    )
    opdracht = correction.stel_op(lees_return(reader, klein, data), klein, RONDE, {})
    assert opdracht is not None
    return openen(write_input_sheet(opdracht))


def test_remarks_stand_on_the_row_in_words_gravest_first(blad: tuple[Workbook, Tabel]) -> None:
    _, tabel = blad
    koppen = list(tabel.kolommen)
    plaats = koppen.index(l.OPMERKING)
    assert koppen[plaats - 1 : plaats + 2] == [l.VRAAG, l.OPMERKING, l.ANTWOORD]
    reden, toelichting = opmerking(tabel, "A01-I1").splitlines()
    assert reden.startswith(
        "Nog te doen: Oranje heeft een reden nodig. Kies een reden: a – vertraagd"
    )
    assert toelichting.startswith("Nog te doen: Bij Oranje hoort een toelichting. Schrijf")
    assert opmerking(tabel, "A01-I1-M1").startswith(
        "Nog te doen: “12 woningen” kunnen we niet als getal"
    )
    assert opmerking(tabel, "A01-I1-M2").startswith("Klopt dit? “zie M1” staat in de kolom")
    assert opmerking(tabel, "A01-I2").startswith("Melding: Bij deze cel staat een opmerking")
    fout, *_ = opmerking(tabel, "A03-I1-M1").splitlines()
    assert fout.endswith("Vul de waarde zelf in, zonder formule."), "it speaks to the partij"
    assert not opmerking(tabel, "A03-I1")


def test_the_cell_concerned_is_marked(blad: tuple[Workbook, Tabel]) -> None:
    _, tabel = blad
    cellen = {
        str(waar.sqref)
        for waar in tabel.blad.conditional_formatting
        for regel in waar.rules
        if regel.dxf.fill and regel.dxf.fill.bgColor.rgb == f"FF{LET_OP_VULLING[1:]}"
    }
    gemerkt = {
        (code, kolom)
        for code in tabel.rijen
        for kolom in (l.WAARDE if "-M" in code else l.BEOORDELING, l.REDEN, l.TOELICHTING)
        if tabel.adres(code, kolom) in cellen
    }
    assert gemerkt == {
        ("A01-I1", l.REDEN),
        ("A01-I1", l.TOELICHTING),
        ("A01-I1-M1", l.WAARDE),
        ("A01-I1-M2", l.TOELICHTING),
        ("A01-I1-M3", l.WAARDE),
        ("A02-I1-M1", l.WAARDE),
        ("A02-I1-M2", l.WAARDE),
        ("A02-I2", l.BEOORDELING),
        ("A02-I2", l.REDEN),
        ("A03-I1-M1", l.WAARDE),
    }
    for code, kolom in gemerkt:
        cel = tabel.cel(code, kolom)
        assert opmerking(tabel, code), "never colour alone"
        assert (cel.border.left.style, cel.protection.locked) == ("thin", False)
    assert opmerking(tabel, "A02-I1-M2") == "Klopt dit? Zie de opmerking bij A02-I1-M1."


def test_what_is_folded_away_is_no_hidden_answer_but_pale_letters_there_are(
    klein: Kader, reader: Reader
) -> None:
    herstelblad = herstel_van(klein, {**antwoorden(klein, "NB"), **FOUT})
    _, tabel = openen(herstelblad)
    weg = [code for code in tabel.rijen if tabel.blad.row_dimensions[tabel.rijen[code]].hidden]
    assert "A03-I1-M1" in weg
    assert "A01-I1-M1" not in weg

    def verbleek(boek: Workbook) -> None:
        zoek_tabel(boek).cel("A03-I1-M1", l.WAARDE).font = Font(color="FFFFFFFF")

    def onzichtbaar(*wijzigingen: Wijziging) -> list[str]:
        gevonden = lees_return(reader, klein, bewerk(herstelblad, *wijzigingen)).bevindingen
        return [b.plek.cel for b in gevonden if b.code == catalogue.ANTWOORD_ONZICHTBAAR.code]

    assert onzichtbaar() == []
    assert onzichtbaar(verbleek) == [tabel.adres("A03-I1-M1", l.WAARDE)]


def test_a_remark_names_cells_of_this_workbook(blad: tuple[Workbook, Tabel]) -> None:
    _, tabel = blad
    noemer = tabel.adres("A02-I1-M2", l.WAARDE)
    assert f"(cel {noemer})" in opmerking(tabel, "A02-I1-M1")


def test_a_missing_row_is_there_again_and_asks(blad: tuple[Workbook, Tabel]) -> None:
    boek, tabel = blad
    assert opmerking(tabel, "A01-I1-M3").startswith("Nog te doen: ")
    assert "Verkocht" in opmerking(tabel, "A01-I1-M3")
    assert "Nog te doen: De regel A01-I1-M3 ontbreekt." in tekst_op(boek[l.OPMERKINGEN])


def test_what_belongs_to_no_row_is_listed_gravest_first_and_grouped(
    blad: tuple[Workbook, Tabel],
) -> None:
    boek, _ = blad
    assert boek.sheetnames[:2] == [l.INVULBLAD, l.OPMERKINGEN]
    rijen = [
        (str(tekst), str(waar))
        for tekst, waar in boek[l.OPMERKINGEN].iter_rows(min_row=5, values_only=True)
    ]
    assert [tekst.partition(":")[0] for tekst, _ in rijen] == [
        *["Nog te doen"] * 2,
        *["Melding"] * 3,
    ]
    assert rijen[0][0].startswith(
        "Nog te doen: De code A99-I1 kennen we niet; op deze regel staat: Groen"
    )
    assert [waar for _, waar in rijen[2:]] == [
        "Blad “Invulblad”: C2",
        "Blad “Invulblad”: P29, P30",
        "Blad “Klad “blok’”: B2",
    ]


def test_the_summary_says_what_is_fine_what_to_mend_and_what_to_do(
    blad: tuple[Workbook, Tabel],
) -> None:
    _, tabel = blad
    tekst = boven(tabel)
    assert "Bij 3 van uw 5 indicatoren is nog iets te doen, en bij 1 vragen we of" in tekst
    assert "stuur het terug" in tekst
    assert "blad Opmerkingen" in tekst
    assert str(tabel.blad.freeze_panes).endswith(str(tabel.kopregel + 1))


def test_controle_counts_on_in_its_new_column(blad: tuple[Workbook, Tabel]) -> None:
    _, tabel = blad
    letter = tabel.adres("A01-I1", l.CONTROLE)[0]
    eigen = str(tabel.cel("A01-I1", l.CONTROLE).value)
    eerste, laatste = tabel.rijen["A01-I1-M1"], tabel.rijen["A01-I1-M3"]
    assert f"COUNTIF({letter}{eerste}:{letter}{laatste}," in eigen
    regel = next(str(c.value) for c in tabel.blad[2] if "COUNTIF" in str(c.value))
    assert f"${letter}${tabel.kopregel + 1}:" in regel


@pytest.mark.parametrize(
    ("doen", "klopt", "zin"),
    [
        (0, 0, "Dank u wel voor uw antwoorden."),
        (3, 0, "Bij 3 van uw 21 indicatoren is nog iets te doen."),
        (0, 1, "Bij 1 van uw 21 indicatoren vragen we of het klopt."),
        (3, 1, "is nog iets te doen, en bij 1 vragen we of het klopt."),
    ],
)
def test_the_summary_says_in_one_sentence_how_it_stood(
    klein: Kader, doen: int, klopt: int, zin: str
) -> None:
    opdracht = correction.stel_op(maak_return(klein, "NB", FOUT), klein, RONDE, {})
    assert opdracht is not None
    assert opdracht.opmerkingen is not None
    telling = replace(opdracht.opmerkingen, te_verbeteren=doen, te_bekijken=klopt, gevraagd=21)
    assert telling.samenvatting()[0].endswith(zin)
    assert all(map(is_opmerking, filter(None, telling.samenvatting())))


def test_a_fictional_return_gives_a_fictional_workbook(klein: Kader) -> None:
    fictief = replace(maak_return(klein, "NB", FOUT), fictief=True)
    boek, _ = openen(herstel_van(klein, fictief))
    for blad in boek.worksheets:
        merk = "fictief" if blad.title == l.META else l.FICTIEF
        assert merk in tekst_op(blad)
    gewoon, _ = openen(herstel_van(klein, FOUT))
    assert l.FICTIEF not in tekst_op(gewoon[l.INVULBLAD])


# Every answer as it was written


TEKST = st.text(st.characters(exclude_categories=["Cs", "Cn"], exclude_characters="\r"), max_size=8)
INHOUD = st.one_of(
    TEKST.filter(bool),
    st.sampled_from(["=1+1", "+31 6", "-", "@SUM(A1)", "<r>x</r>", "  ", " a\nb ", "_x0041_"]),
    st.integers(-(10**9), 10**9),
    st.floats(allow_nan=False, allow_infinity=False, width=64).filter(lambda x: abs(x) < 1e300),
    st.dates(date(1900, 1, 1), date(9999, 12, 31)),
    st.booleans(),
)


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_every_answer_stands_there_as_it_was_written(
    klein: Kader, reader: Reader, data: st.DataObject
) -> None:
    vragen = [regel.code for regel in stel_vragenlijst_op(klein, RONDE, "NB").regels]
    op_blad = [
        (code, kolom)
        for code in vragen
        for kolom in (l.WAARDE if "-M" in code else l.BEOORDELING, l.REDEN, l.TOELICHTING)
    ]
    cellen = st.sampled_from(op_blad)
    gekozen = data.draw(st.dictionaries(cellen, INHOUD, min_size=1, max_size=25))
    gegeven: dict[str, dict[str, object]] = {}
    for (code, kolom), inhoud in {**gekozen, ("A01-I1", l.BEOORDELING): "Groen"}.items():
        gegeven.setdefault(code, {})[kolom] = inhoud
    terug = lees_return(reader, klein, herstel_van(klein, gegeven))
    geschreven = gevuld(maak_return(klein, "NB", gegeven))
    verwacht = {k: leesbaar(w) if isinstance(w, str) else w for k, w in geschreven.items()}
    assert gevuld(terug) == verwacht
    assert {k: type(w) is bool for k, w in gevuld(terug).items()} == {
        k: type(w) is bool for k, w in verwacht.items()
    }
    assert codes(terug.bevindingen) == []


def test_what_no_cell_can_hold_is_kept_in_words(klein: Kader, reader: Reader) -> None:
    gegeven: Antwoorden = {
        "A01-I1-M1": {"Waarde": float("inf")},
        "A01-I2-M2": {"Waarde": date(1850, 6, 1)},
    }
    terug = gevuld(lees_return(reader, klein, herstel_van(klein, gegeven)))
    assert terug == {("A01-I1-M1", "Waarde"): "inf", ("A01-I2-M2", "Waarde"): "1850-06-01"}


def test_answers_of_sorted_rows_stand_at_their_own_code(klein: Kader, reader: Reader) -> None:
    gesorteerd = lees_return(reader, klein, fout_blad(klein, sorteer_rijen))
    terug = lees_return(reader, klein, herstel_van(klein, gesorteerd))
    assert gevuld(terug) == gevuld(gesorteerd)
    assert [*terug.regels] == [r.code for r in stel_vragenlijst_op(klein, RONDE, "NB").regels]


def test_the_same_return_gives_the_same_bytes(stuur: Stuur, klein: Kader) -> None:
    data = fout_blad(klein)
    stuur(data)
    eerst = HERSTEL.read_bytes()
    (nog_eens,) = stuur(data)
    assert (nog_eens.status, nog_eens.herstel) == ("overgeslagen", HERSTEL)
    assert HERSTEL.read_bytes() == eerst
    assert herstel_van(klein, FOUT) == herstel_van(klein, FOUT)


# Returned again


def test_sent_back_as_it_is_it_is_a_return_with_nothing_but_its_answers(
    blad: tuple[Workbook, Tabel], klein: Kader, reader: Reader
) -> None:
    boek, _ = blad
    uitvoer = io.BytesIO()
    boek.save(uitvoer)
    terug = lees_return(reader, klein, uitvoer.getvalue())
    assert codes(terug.bevindingen) == []
    assert str(stel_vragenlijst_op(klein, RONDE, "NB").kenmerk) in tekst_op(boek[l.INVULBLAD])


def test_mended_it_takes_the_place_of_the_first_and_is_complete(
    stuur: Stuur, klein: Kader, molendam: Path
) -> None:
    stuur(fout_blad(klein, op=MAART))
    verbeterd = vul(HERSTEL.read_bytes(), {"A01-I1-M1": {"Waarde": 12}}, op=APRIL)
    (ingenomen,) = stuur(verbeterd)
    assert (ingenomen.status, ingenomen.compleet, ingenomen.gevraagd) == ("aangenomen", 5, 5)
    assert ingenomen.bevindingen == ()
    matrix = merge(RONDE, template=molendam).matrix
    (inzending,) = matrix.inzendingen
    assert inzending.bestand == "2.xlsx"
    gewijzigd = enige(matrix.bevindingen, catalogue.ANTWOORD_GEWIJZIGD)
    assert "A01-I1-M1 (Waarde)" in gewijzigd.tekst, "and nothing else has changed"
    assert not HERSTEL.exists(), "it is done with"


def test_with_a_stamp_that_a_program_keeps_it_is_still_the_newer(
    stuur: Stuur, klein: Kader, reader: Reader
) -> None:
    stuur(fout_blad(klein, op=MAART))
    assert neem_in(reader, klein, HERSTEL.read_bytes()).gewijzigd > MAART


@pytest.mark.extern
def test_saved_by_libreoffice_nothing_of_ours_comes_back(
    blad: tuple[Workbook, Tabel],
    klein: Kader,
    reader: Reader,
    converteer: Converteer,
    tmp_path: Path,
) -> None:
    bestand = tmp_path / "herstel.xlsx"
    blad[0].save(bestand)
    terug = lees_return(reader, klein, converteer(bestand, "ods", tmp_path / "uit").read_bytes())
    assert catalogue.LOSSE_TEKST.code not in codes(terug.bevindingen)


@settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    eigen=st.text(st.characters(exclude_categories=["C"]), max_size=8).filter(plat),
    hoe=st.sampled_from(["below", "above", "behind", "instead"]),
    code=st.sampled_from(["A01-I1-M1", "A01-I2"]),
)
def test_nothing_written_among_the_remarks_is_lost(
    klein: Kader, reader: Reader, eigen: str, hoe: str, code: str
) -> None:
    boek, tabel = openen(herstel_van(klein, FOUT))
    cel = tabel.cel(code, l.OPMERKING)
    van_ons = opmerking(tabel, code)
    nieuw = {
        "below": f"{van_ons}\n{eigen}",
        "above": f"{eigen}\n{van_ons}",
        "behind": f"{van_ons} {eigen}",
        "instead": eigen,
    }[hoe]
    zet(cel, nieuw)
    uitvoer = io.BytesIO()
    boek.save(uitvoer)
    gevonden = lees_return(reader, klein, uitvoer.getvalue()).bevindingen
    bevinding = enige(gevonden, catalogue.LOSSE_TEKST)
    assert bevinding.plek.cel == cel.coordinate
    assert "".join(eigen.split()) in "".join(bevinding.tekst.split())


def test_only_the_line_of_the_partij_is_reported(klein: Kader, reader: Reader) -> None:
    boek, tabel = openen(herstel_van(klein, {"A01-I1": oordeel("Oranje")}))
    cel = tabel.cel("A01-I1", l.OPMERKING)
    eerste, tweede = str(cel.value).splitlines()
    cel.value = f"{eerste}\nFictief: dat weten we niet\n{tweede}"
    boek[l.OPMERKINGEN]["B3"] = "Fictief: hier ook"
    tabel.blad["A5"] = "Fictief: en boven"
    uitvoer = io.BytesIO()
    boek.save(uitvoer)
    gevonden = lees_return(reader, klein, uitvoer.getvalue()).bevindingen
    assert [b.tekst for b in gevonden] == [
        "Buiten de invulcellen staat: Fictief: en boven.",
        "Buiten de invulcellen staat: Fictief: dat weten we niet.",
        "Buiten de invulcellen staat: Fictief: hier ook.",
    ]


def test_a_word_of_ours_does_not_make_a_sheet_ours(klein: Kader, reader: Reader) -> None:
    boek, _ = openen(herstel_van(klein, FOUT))
    eigen = boek.create_sheet("Kladblok")
    eigen["A1"], eigen["A2"] = "Opmerking", "Groen"
    uitvoer = io.BytesIO()
    boek.save(uitvoer)
    gevonden = lees_return(reader, klein, uitvoer.getvalue()).bevindingen
    assert [b.plek.cel for b in gevonden] == ["A1", "A2"]


# An older template


def test_a_sheet_of_an_older_template_is_asked_the_present_questions(
    klein: Kader, reader: Reader
) -> None:
    eigen = stel_vragenlijst_op(klein, RONDE, "NB").kenmerk
    ouder = Kenmerk(eigen.kader, eigen.ronde, eigen.partij, "0000")
    data = bewerk(
        ingevuld_blad(klein, "NB"),
        overal(str(eigen), str(ouder)),
        achteraan(("Code", "A09-I9"), ("Toelichting", "Fictief: vraag van toen")),
    )
    opdracht = correction.stel_op(lees_return(reader, klein, data), klein, RONDE, {})
    assert opdracht is not None
    boek, tabel = openen(write_input_sheet(opdracht))
    assert str(eigen) in boven(tabel)
    assert str(ouder) not in boven(tabel)
    tekst = tekst_op(boek[l.OPMERKINGEN])
    assert "Fictief: vraag van toen" in tekst
    assert "In dit blad staan de vragen van nu." in tekst


# On disk


def test_one_as_it_was_written_gives_way_to_the_next(stuur: Stuur, klein: Kader) -> None:
    stuur(fout_blad(klein, op=MAART))
    eerst = HERSTEL.read_bytes()
    (tweede,) = stuur(fout_blad(klein, zeg("C7", "13 woningen"), op=APRIL))
    assert tweede.herstel == HERSTEL
    assert catalogue.HERSTELBLAD_BLIJFT.code not in codes(tweede.bevindingen)
    assert HERSTEL.read_bytes() != eerst


@pytest.mark.parametrize(
    ("wijzig", "klaar"),
    [
        (invullen({"A01-I1-M1": {"Waarde": 99}}), False),
        (invullen({"A01-I1-M1": {"Waarde": 99}}), True),
        (zeg("P9", "Fictief: onthouden"), False),
        (achteraan(("Code", "A99-I1"), ("Toelichting", "Fictief: erbij")), False),
        (None, True),
    ],
    ids=["an-answer", "an-answer-then-all-is-well", "a-note", "a-row", "damaged"],
)
def test_one_in_which_somebody_wrote_stays_and_it_is_said(
    stuur: Stuur, klein: Kader, wijzig: Wijziging | None, klaar: bool
) -> None:
    stuur(fout_blad(klein, op=MAART))
    data = bewerk(HERSTEL.read_bytes(), wijzig) if wijzig else HERSTEL.read_bytes()[:3000]
    HERSTEL.write_bytes(data)
    goed = vul(leeg_blad(klein, "NB"), antwoorden(klein, "NB"), op=APRIL)
    (ingenomen,) = stuur(goed if klaar else fout_blad(klein, zeg("C7", "13 w"), op=APRIL))
    assert HERSTEL.read_bytes() == data
    assert str(HERSTEL) in enige(ingenomen.bevindingen, catalogue.HERSTELBLAD_BLIJFT).tekst
    assert ingenomen.herstel is None, "it was not made of this return"


def test_one_saved_again_without_a_change_is_no_reason_to_stop(stuur: Stuur, klein: Kader) -> None:
    stuur(fout_blad(klein, op=MAART))
    HERSTEL.write_bytes(bewerk(HERSTEL.read_bytes()))
    (tweede,) = stuur(fout_blad(klein, zeg("C7", "13 woningen"), op=APRIL))
    assert catalogue.HERSTELBLAD_BLIJFT.code not in codes(tweede.bevindingen)


def test_one_filled_in_where_it_is_can_be_taken_in_by_name_and_then_makes_room(
    stuur: Stuur, klein: Kader, molendam: Path
) -> None:
    stuur(fout_blad(klein, op=MAART))
    data = vul_herstelblad("13 w", op=APRIL)
    assert collect(RONDE, [Path("output")], template=molendam).inzendingen == ()
    (ingenomen,) = collect(RONDE, [HERSTEL], template=molendam).inzendingen
    assert ingenomen.status == "aangenomen"
    assert catalogue.HERSTELBLAD_BLIJFT.code not in codes(ingenomen.bevindingen)
    assert data in bewaard(), "what was written there is filed as it was"
    assert ingenomen.herstel == HERSTEL
    assert "13 w" in opmerking(openen(HERSTEL)[1], "A01-I1-M1")


def test_one_sent_back_as_it_is_gives_way_and_goes_when_all_is_well(
    stuur: Stuur, klein: Kader, molendam: Path
) -> None:
    """Nobody wrote in it, so there is nothing to keep it for."""
    stuur(fout_blad(klein, zeg("C6", "Groen/Oranje"), op=MAART))
    (terug,) = stuur(HERSTEL.read_bytes())
    assert terug.herstel == HERSTEL
    assert catalogue.HERSTELBLAD_BLIJFT.code not in codes(terug.bevindingen)
    (mail,) = acknowledge(RONDE, template=molendam).mails
    assert catalogue.HERSTELBLAD_BLIJFT.code not in codes(mail.bevindingen)
    (goed,) = stuur(vul(leeg_blad(klein, "NB"), antwoorden(klein, "NB"), op=APRIL))
    assert {*codes(goed.bevindingen)} == {catalogue.ANDERS_BEANTWOORD.code}
    assert not HERSTEL.exists()


def test_the_advice_to_take_in_what_somebody_wrote_works(
    stuur: Stuur, klein: Kader, molendam: Path
) -> None:
    """Also when a newer return counts meanwhile: then the workbook becomes that one's."""
    stuur(fout_blad(klein, op=MAART))
    geschreven = vul_herstelblad("99 w", op=MAART)
    (blijft,) = stuur(fout_blad(klein, zeg("C7", "13 woningen"), op=APRIL))
    assert catalogue.HERSTELBLAD_BLIJFT.code in codes(blijft.bevindingen)
    (ouder,) = collect(RONDE, [HERSTEL], template=molendam).inzendingen
    assert codes(ouder.bevindingen)[0] == catalogue.OUDER_DAN_ER_IS.code
    assert geschreven in bewaard()
    assert "13 woningen" in opmerking(openen(HERSTEL)[1], "A01-I1-M1")


def test_one_as_it_was_written_is_known_whatever_had_to_be_cut_off(
    stuur: Stuur, klein: Kader
) -> None:
    """A text may be longer than a cell of ours can hold."""
    stuur(
        vervang(fout_blad(klein, zeg("F7", "Fictief lang"), op=MAART), "Fictief lang", "x" * 33000)
    )
    eerst = HERSTEL.read_bytes()
    (goed,) = stuur(vul(leeg_blad(klein, "NB"), antwoorden(klein, "NB"), op=APRIL))
    assert codes(goed.bevindingen) == [catalogue.ANDERS_BEANTWOORD.code]
    assert goed.herstel == HERSTEL, "that text still stands where none is asked"
    assert HERSTEL.read_bytes() != eerst


def test_an_older_return_that_comes_later_changes_nothing(stuur: Stuur, klein: Kader) -> None:
    (nieuw,) = stuur(fout_blad(klein, zeg("C7", "13 woningen"), op=APRIL))
    eerst = HERSTEL.read_bytes()
    (oud,) = stuur(fout_blad(klein, op=MAART))
    assert (nieuw.herstel, oud.herstel) == (HERSTEL, None)
    assert HERSTEL.read_bytes() == eerst


def test_of_two_at_once_the_one_that_counts_gets_it(stuur: Stuur, klein: Kader) -> None:
    nieuw, oud = stuur(fout_blad(klein, op=APRIL), fout_blad(klein, zeg("C7", "x"), op=MAART))
    assert (nieuw.herstel, oud.herstel) == (HERSTEL, None)


def test_a_folder_that_cannot_be_written_is_a_finding_and_no_failure(
    stuur: Stuur, klein: Kader
) -> None:
    HERSTEL.parent.parent.mkdir(parents=True)
    HERSTEL.parent.write_text("geen map")
    (ingenomen,) = stuur(fout_blad(klein))
    assert (ingenomen.status, ingenomen.herstel) == ("aangenomen", None)
    assert catalogue.SCHRIJVEN_LUKT_NIET.code in codes(ingenomen.bevindingen)


# What is ours


VELDEN = {"tip": "", "partij": "Noordbouw", "eerste": "A5", "cel_noemer": "I9"}
OVER_EEN_INZENDING = [r for r in CATALOGUS if r.code[0] in "BIV"]


def velden(regel: Regel) -> list[str]:
    return [v for _, v, _, _ in Formatter().parse(regel.tekst + regel.actie) if v]


def maak(regel: Regel, **anders: str) -> str:
    gegeven = {v: VELDEN.get(v, "x") for v in velden(regel)} | anders
    return voor_partij(regel.bij(Plek(), **gegeven))


def zoals_het_stond(remark: str) -> str:
    eerder = remark.replace("Nog te doen: ", "Fout: ", 1).replace(
        "Klopt dit? ", "Waarschuwing: ", 1
    )
    assert eerder != remark or remark.startswith("Melding: ")
    return eerder


@pytest.mark.parametrize("regel", OVER_EEN_INZENDING, ids=lambda r: r.code)
def test_every_remark_is_known_as_ours_and_with_a_word_more_it_is_not(regel: Regel) -> None:
    assert is_voor_partij(maak(regel))
    assert is_voor_partij(zoals_het_stond(maak(regel))), "on a sheet of before"
    if regel.code != catalogue.GEEN_WERKBLAD.code:  # of a file that is refused; it ends in a field
        assert not is_voor_partij(f"{maak(regel)} en nog iets")
    assert not is_voor_partij(f"Nee. {maak(regel)}")
    for veld in velden(regel):
        if veld == "tip":
            tip = " Bedoelt u “Groen”?"
            assert is_voor_partij(maak(regel, tip=tip))
        elif veld in ("waarde", "tekst", "antwoord"):
            for lang in ("a\nb", "“x”. " * 9, "heel lang. " * 4000):
                remark = maak(regel, **{veld: lang})
                assert is_voor_partij(remark)
                assert len(remark) < 1500


def test_a_text_made_to_be_hard_to_judge_is_judged_at_once() -> None:
    begin = time.perf_counter()
    for stuk in (
        "Nog te doen: De code ",
        " staat er twee keer; de eerste keer in cel ",
        "Blad “a”; ",
    ):
        for tekst in (
            stuk * 700,
            f"Nog te doen: De code {stuk * 40}",
            f"Nog te doen: “{'” kan ' * 300}",
        ):
            assert not is_opmerking(tekst + "!")
    assert time.perf_counter() - begin < 1


def test_places_are_named_by_sheet_and_known_again() -> None:
    plekken = [Plek("a", f"Blad”{n // 30}", f"A{n}") for n in range(1, 400)]
    for lijst in (plekken, plekken[:1], [Plek("a", "x" * 200)]):
        assert is_opmerking(plekken_in_woorden(lijst))
    assert plekken_in_woorden([Plek("a")]) == "Het hele bestand"
    assert not is_opmerking("zie Blad1: A5")


def test_lines_that_are_not_ours_are_left_as_they_are() -> None:
    tekst = "Fictief:\n\n  wij bellen "
    assert zonder_opmerkingen(tekst) == tekst


# Equal findings together


def gelijk(*cellen: str, bestand: str = "a.xlsx") -> list[Bevinding]:
    return [
        catalogue.JA_NEE_VERWACHT.bij(Plek(bestand, "Invulblad", cel), waarde="?") for cel in cellen
    ]


def test_equal_findings_are_one_gravest_first() -> None:
    ander = catalogue.JA_NEE_VERWACHT.bij(Plek("a.xlsx", "Invulblad", "I2"), waarde="??")
    melding = catalogue.AL_ONTVANGEN.bij(Plek("a.xlsx"))
    groepen = groepeer([melding, *gelijk("K5", "K7"), ander, melding, *gelijk("K9", bestand="b")])
    assert [(g.bevinding.plek.cel, [p.cel for p in g.ook], g.aantal) for g in groepen] == [
        ("K5", ["K7"], 2),
        ("I2", [], 1),
        ("K9", [], 1),
        ("", [], 2),
    ]


def test_the_screen_names_the_other_places() -> None:
    ander_blad = catalogue.JA_NEE_VERWACHT.bij(Plek("a.xlsx", "Blad2", "B1"), waarde="?")
    (regel,) = finding_lines([*gelijk("K5", "K7", "K9"), ander_blad])
    assert regel.strip().startswith("fout V414 Invulblad!K5: “?” is geen ja of nee.")
    assert regel.endswith(" (ook in K7, K9, Blad2!B1)")
    (lang,) = finding_lines(gelijk(*(f"K{n}" for n in range(1, 40))))
    assert lang.endswith(", K13 en nog 26)")

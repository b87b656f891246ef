"""A return is known by what stands in its cells: the kenmerk, the headers and the codes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from invullen import (
    PARTIJEN,
    RONDE,
    Antwoorden,
    Wijziging,
    achteraan,
    als_antwoorden,
    antwoorden,
    bewerk,
    codes,
    enige,
    hernoem_bladen,
    ingevuld_blad,
    invullen,
    kop,
    leeg_blad,
    lees,
    neem_in,
    oordeel,
    overal,
    sorteer_rijen,
    verplaats_kolommen,
    voeg_rijen_in,
    vul,
    zoek_tabel,
    zonder_lege,
    zonder_meta,
    zonder_rij,
)
from openpyxl import Workbook
from openpyxl.styles import PatternFill

from kaderxl.core import catalogue
from kaderxl.core.answers import RefusedReturn, Return
from kaderxl.core.findings import Regel
from kaderxl.core.identity import Kenmerk
from kaderxl.core.kader import Kader
from kaderxl.core.labels import FICTIEF
from kaderxl.core.rounds import Fase, Ronde
from kaderxl.reading import Reader
from kaderxl.returns.judge import validate
from kaderxl.sheets.questions import stel_vragenlijst_op

EEN_ANTWOORD: Antwoorden = {"A01-I1": oordeel("Groen")}


@pytest.fixture(scope="module")
def klein(kader: Kader) -> Kader:
    """The agreement with three of its indicators, for small and quick sheets."""
    drie = ("A01-I1", "A01-I2", "A09-I1")
    return replace(kader, indicatoren=tuple(i for i in kader.indicatoren if i.code in drie))


@pytest.fixture
def aangenomen(klein: Kader, reader: Reader) -> Callable[..., Return]:
    """The sheet of De Volmacht after these changes, which must be a return."""

    def neem(*wijzigingen: Wijziging, gegeven: Antwoorden = EEN_ANTWOORD) -> Return:
        gelezen = lees(reader, klein, vul(leeg_blad(klein, "DV"), gegeven, *wijzigingen))
        assert isinstance(gelezen, Return), gelezen
        return gelezen

    return neem


@pytest.fixture
def geweigerd(klein: Kader, reader: Reader) -> Callable[..., RefusedReturn]:
    """The sheet of De Volmacht after these changes, which must be refused."""

    def neem(*wijzigingen: Wijziging, ronde: Ronde = RONDE) -> RefusedReturn:
        data = vul(leeg_blad(klein, "DV"), EEN_ANTWOORD, *wijzigingen)
        gelezen = lees(reader, klein, data, ronde=ronde)
        assert isinstance(gelezen, RefusedReturn), gelezen
        return gelezen

    return neem


def kenmerk(kader: Kader, partij: str = "DV", ronde: Ronde = RONDE) -> Kenmerk:
    return stel_vragenlijst_op(kader, ronde, partij).kenmerk


# Identity


@pytest.mark.parametrize("partij", PARTIJEN)
def test_partij_comes_from_the_kenmerk_not_from_the_file_name(
    kader: Kader, reader: Reader, partij: str
) -> None:
    gelezen = lees(reader, kader, ingevuld_blad(kader, partij), "Invulblad Woonborg 2031.xlsx")
    assert isinstance(gelezen, Return)
    assert gelezen.partij == partij
    assert not gelezen.bevindingen


@pytest.mark.parametrize(
    "wijzigingen",
    [
        [],
        [sorteer_rijen],
        [verplaats_kolommen],
        [voeg_rijen_in],
        [hernoem_bladen],
        [zonder_meta],
        [zonder_meta, sorteer_rijen, verplaats_kolommen, voeg_rijen_in, hernoem_bladen],
    ],
    ids=lambda w: "+".join(f.__name__ for f in w) or "unchanged",
)
def test_every_answer_is_found_whatever_was_done_to_the_sheet(
    kader: Kader, reader: Reader, wijzigingen: list[Wijziging]
) -> None:
    data = bewerk(ingevuld_blad(kader, "DV"), *wijzigingen)
    inzending = neem_in(reader, kader, data)
    assert als_antwoorden(inzending) == zonder_lege(antwoorden(kader, "DV"))
    assert not inzending.bevindingen


def test_each_answer_names_its_own_sheet_and_cell(kader: Kader, reader: Reader) -> None:
    plaatsen: dict[str, str] = {}

    def onthoud(boek: Workbook) -> None:
        tabel = zoek_tabel(boek)
        plaatsen.update({code: tabel.adres(code, "Toelichting") for code in tabel.rijen})

    data = bewerk(
        ingevuld_blad(kader, "DV"), voeg_rijen_in, verplaats_kolommen, hernoem_bladen, onthoud
    )
    gelezen = lees(reader, kader, data, "blad.xlsx")
    assert isinstance(gelezen, Return)
    for code, regel in gelezen.regels.items():
        plek = regel.toelichting.plek
        assert (plek.bestand, plek.blad, plek.cel) == ("blad.xlsx", "Blad1", plaatsen[code])


def test_the_kenmerk_on_meta_alone_is_enough(aangenomen: Callable[..., Return]) -> None:
    def zonder_zichtbaar_kenmerk(boek: Workbook) -> None:
        zoek_tabel(boek).blad["B2"] = None

    assert aangenomen(zonder_zichtbaar_kenmerk).partij == "DV"


def test_the_kenmerk_may_stand_in_other_words(
    klein: Kader, aangenomen: Callable[..., Return]
) -> None:
    eigen = str(kenmerk(klein))
    assert aangenomen(zonder_meta, overal(eigen, f"ons kenmerk: {eigen.lower()}.")).partij == "DV"


# Refused


def test_other_ronde_is_refused(geweigerd: Callable[..., RefusedReturn]) -> None:
    tussenstand = geweigerd(ronde=Ronde(2026, Fase.TUSSENSTAND))
    assert tussenstand.bevinding.code == catalogue.ANDERE_RONDE.code
    assert tussenstand.partij == "De Volmacht"
    volgend_jaar = geweigerd(ronde=Ronde(2027))
    assert volgend_jaar.bevinding.code == catalogue.ANDERE_RONDE.code
    assert "2026" in volgend_jaar.bevinding.tekst
    assert "2027" in volgend_jaar.bevinding.tekst


@pytest.mark.parametrize(
    ("deel", "nieuw", "regel"),
    [
        ("kader", "XYZ", catalogue.ANDER_KADER),
        ("partij", "NIEUW", catalogue.PARTIJ_ONBEKEND),
    ],
)
def test_kenmerk_of_another_kader_or_partij_is_refused(
    klein: Kader, geweigerd: Callable[..., RefusedReturn], deel: str, nieuw: str, regel: Regel
) -> None:
    eigen = kenmerk(klein)
    delen = {"kader": eigen.kader, "partij": eigen.partij, deel: nieuw}
    vreemd = Kenmerk(delen["kader"], eigen.ronde, delen["partij"], eigen.versie)
    uitkomst = geweigerd(overal(str(eigen), str(vreemd)))
    assert uitkomst.bevinding.code == regel.code
    assert str(vreemd) in uitkomst.bevinding.tekst


def test_damaged_kenmerk_is_refused(klein: Kader, geweigerd: Callable[..., RefusedReturn]) -> None:
    eigen = str(kenmerk(klein))
    beschadigd = eigen.replace("2026E", "2027E")
    bevinding = geweigerd(overal(eigen, beschadigd)).bevinding
    assert bevinding.code == catalogue.KENMERK_ONGELDIG.code
    assert beschadigd in bevinding.tekst


def test_a_damaged_kenmerk_is_named_also_where_it_stands_once(
    klein: Kader, geweigerd: Callable[..., RefusedReturn]
) -> None:
    """Of a sheet that was copied into another workbook the hidden sheet is gone."""
    eigen = str(kenmerk(klein))
    beschadigd = eigen.replace("2026E", "2027E")

    def nog_een(boek: Workbook) -> None:
        boek.worksheets[0]["AA1"] = beschadigd

    bevinding = geweigerd(overal(eigen, ""), nog_een).bevinding
    assert bevinding.code == catalogue.KENMERK_ONGELDIG.code
    assert beschadigd in bevinding.tekst


@pytest.mark.parametrize(
    ("code", "gemeld"), [("A01-I2", True), ("A01-I1", False), ("A01-I1-M1", False)]
)
def test_only_a_colour_that_was_painted_and_not_written_is_asked_about(
    aangenomen: Callable[..., Return], code: str, gemeld: bool
) -> None:
    """A row of a number has no colour to give, and one that was written is read."""

    def verf(boek: Workbook) -> None:
        zoek_tabel(boek).cel(code, "Beoordeling").fill = PatternFill("solid", fgColor="00B050")

    gevonden = codes(aangenomen(verf).bevindingen)
    assert (catalogue.ALLEEN_GEKLEURD.code in gevonden) is gemeld


def test_two_different_kenmerken_are_refused(
    klein: Kader, geweigerd: Callable[..., RefusedReturn]
) -> None:
    ander = str(kenmerk(klein, "WB"))

    def tweede_kenmerk(boek: Workbook) -> None:
        boek.create_sheet("Ook ingevuld")["D4"] = ander

    bevinding = geweigerd(tweede_kenmerk).bevinding
    assert bevinding.code == catalogue.KENMERKEN_BOTSEN.code
    assert ander in bevinding.tekst
    assert str(kenmerk(klein)) in bevinding.tekst


def test_no_kenmerk_is_refused(klein: Kader, geweigerd: Callable[..., RefusedReturn]) -> None:
    bevinding = geweigerd(overal(str(kenmerk(klein)), "")).bevinding
    assert bevinding.code == catalogue.KENMERK_ONTBREEKT.code


def citeert(code: str, kolom: str, zin: str) -> Wijziging:
    def wijzig(boek: Workbook) -> None:
        zoek_tabel(boek).cel(code, kolom).value = zin

    return wijzig


@pytest.mark.parametrize("zin", ["Zie kenmerk {}", "{}", "Kenmerk: {}"])
@pytest.mark.parametrize("kolom", ["Beoordeling", "Reden", "Toelichting", "Eenheid"])
def test_a_kenmerk_quoted_in_the_table_is_nobodys(
    klein: Kader, geweigerd: Callable[..., RefusedReturn], kolom: str, zin: str
) -> None:
    """The sheet is then refused as it is without that sentence."""
    ander = kenmerk(klein, "WB")
    zonder = overal(str(kenmerk(klein)), "")
    citaat = citeert("A01-I1", kolom, zin.format(ander))
    uitkomst = geweigerd(zonder_meta, zonder, citaat)
    assert uitkomst.bevinding.code == catalogue.KENMERK_ONTBREEKT.code
    assert uitkomst.partij == ""


def test_a_kenmerk_quoted_below_the_table_is_nobodys(
    klein: Kader, geweigerd: Callable[..., RefusedReturn]
) -> None:
    def onderaan(boek: Workbook) -> None:
        blad = zoek_tabel(boek).blad
        blad.cell(blad.max_row + 3, 1, f"Kenmerk {kenmerk(klein, 'WB')}")

    uitkomst = geweigerd(zonder_meta, overal(str(kenmerk(klein)), ""), onderaan)
    assert uitkomst.bevinding.code == catalogue.KENMERK_ONTBREEKT.code


@pytest.mark.parametrize(("tekst", "telt"), [("Zie kenmerk {}", False), ("Kenmerk: {}", True)])
def test_a_sheet_of_ones_own_says_whose_it_is_only_where_it_calls_it_so(
    klein: Kader, reader: Reader, tekst: str, telt: bool
) -> None:
    def notities(boek: Workbook) -> None:
        boek.create_sheet("Notities")["A1"] = tekst.format(kenmerk(klein))

    zonder = overal(str(kenmerk(klein)), "")
    data = vul(leeg_blad(klein, "DV"), EEN_ANTWOORD, zonder_meta, zonder, notities)
    assert isinstance(lees(reader, klein, data), Return) is telt


@pytest.mark.parametrize("code", ["A01-I1", "A01-I2"])
def test_a_quoted_kenmerk_beside_its_own_changes_nothing(
    klein: Kader, aangenomen: Callable[..., Return], code: str
) -> None:
    ander = citeert(code, "Toelichting", f"Zie kenmerk {kenmerk(klein, 'WB')}")
    assert aangenomen(zonder_meta, ander).partij == "DV"


def test_no_table_is_refused(geweigerd: Callable[..., RefusedReturn]) -> None:
    bevinding = geweigerd(kop("Code", "Regelnummer")).bevinding
    assert bevinding.code == catalogue.TABEL_ONTBREEKT.code


@pytest.mark.parametrize("spaties", [None, "  "])
def test_blank_return_is_refused(klein: Kader, reader: Reader, spaties: str | None) -> None:
    data = vul(leeg_blad(klein, "DV"), {"A01-I1": oordeel(spaties or "")})
    gelezen = lees(reader, klein, data)
    assert isinstance(gelezen, RefusedReturn)
    assert gelezen.bevinding.code == catalogue.NIETS_INGEVULD.code
    assert gelezen.partij == "De Volmacht"


@pytest.mark.parametrize("code", ["A99-I1", "A09-I1", None])
def test_answers_on_unknown_rows_only_are_not_called_nothing(
    klein: Kader, reader: Reader, code: str | None
) -> None:
    """What somebody wrote is named, also when none of it is on a row we ask."""
    data = bewerk(
        leeg_blad(klein, "DV"), achteraan(("Code", code), ("Toelichting", "Fictief antwoord"))
    )
    gelezen = lees(reader, klein, data)
    assert isinstance(gelezen, RefusedReturn)
    assert gelezen.bevinding.code == catalogue.NIETS_OP_ZIJN_PLAATS.code
    assert any("Fictief antwoord" in b.tekst for b in gelezen.ook)


# Columns


def test_missing_answer_column_is_named_with_its_likely_new_name(
    aangenomen: Callable[..., Return],
) -> None:
    gelezen = aangenomen(kop("Reden", "Redenen"), gegeven={"A01-I1": oordeel("Groen")})
    bevinding = enige(gelezen.bevindingen, catalogue.KOLOM_WEG)
    assert "Reden" in bevinding.tekst
    assert "Redenen" in bevinding.actie
    assert (bevinding.plek.blad, bevinding.plek.cel) == ("Invulblad", "A4")


def test_double_column_is_reported_at_the_second_one(aangenomen: Callable[..., Return]) -> None:
    plaats: list[str] = []

    def tweede_waarde(boek: Workbook) -> None:
        tabel = zoek_tabel(boek)
        cel = tabel.blad.cell(tabel.kopregel, max(tabel.kolommen.values()) + 1, "Antwoord")
        plaats.append(cel.coordinate)

    bevinding = enige(aangenomen(tweede_waarde).bevindingen, catalogue.KOLOM_DUBBEL)
    assert [bevinding.plek.cel] == plaats
    assert "Antwoord" in bevinding.tekst


@pytest.mark.parametrize("kolom", ["antwoord", " ANTWOORD ", "Antwoord:"])
def test_header_in_another_case_or_with_spaces_is_still_the_header(
    aangenomen: Callable[..., Return], kolom: str
) -> None:
    gelezen = aangenomen(kop("Antwoord", kolom), gegeven={"A01-I1-M1": {"Waarde": 7}})
    assert gelezen.regels["A01-I1-M1"].waarde.inhoud == 7
    assert not gelezen.bevindingen


# Codes


def test_unknown_code_is_reported_with_what_stands_there(
    aangenomen: Callable[..., Return],
) -> None:
    gelezen = aangenomen(
        achteraan(("Code", "A01-I9"), ("Beoordeling", "Rood"), ("Toelichting", "Fictief: weg"))
    )
    bevinding = enige(gelezen.bevindingen, catalogue.CODE_ONBEKEND)
    assert "Rood | Fictief: weg" in bevinding.tekst
    assert "Bedoelt u" in bevinding.actie
    assert bevinding.plek.blad == "Invulblad"
    assert bevinding.plek.cel.startswith("A")


def test_double_code_is_reported_and_the_first_counts(aangenomen: Callable[..., Return]) -> None:
    gelezen = aangenomen(achteraan(("Code", "A01-I1"), ("Beoordeling", "Rood")))
    bevinding = enige(gelezen.bevindingen, catalogue.CODE_DUBBEL)
    assert "Rood" in bevinding.tekst
    assert bevinding.plek.cel.startswith("A")
    assert gelezen.regels["A01-I1"].beoordeling.tekst == "Groen"


@pytest.mark.parametrize("kolom", ["Reden", "Redenen van vorig jaar"])
def test_double_code_names_the_cell_of_the_first(
    aangenomen: Callable[..., Return], kolom: str
) -> None:
    """Also when there is no column Reden."""
    gelezen = aangenomen(
        achteraan(("Code", "A01-I1"), ("Beoordeling", "Rood")), kop("Reden", kolom)
    )
    assert "eerste keer in cel A6." in enige(gelezen.bevindingen, catalogue.CODE_DUBBEL).tekst


def test_an_empty_row_gives_way_to_a_filled_one_with_the_same_code(
    aangenomen: Callable[..., Return],
) -> None:
    gelezen = aangenomen(achteraan(("Code", "A01-I2"), ("Beoordeling", "Rood")))
    assert gelezen.regels["A01-I2"].beoordeling.tekst == "Rood"
    (bevinding,) = gelezen.bevindingen
    assert bevinding.code == catalogue.ANTWOORD_VERDEROP.code
    assert "A01-I2" in bevinding.tekst
    assert "nog " not in bevinding.tekst
    assert bevinding.plek.cel.startswith("A")


def test_of_two_filled_rows_behind_an_empty_one_the_first_counts(
    aangenomen: Callable[..., Return],
) -> None:
    gelezen = aangenomen(
        achteraan(("Code", "A01-I2"), ("Beoordeling", "Rood")),
        achteraan(("Code", "A01-I2"), ("Beoordeling", "Groen")),
    )
    assert gelezen.regels["A01-I2"].beoordeling.tekst == "Rood"
    assert "Groen" in enige(gelezen.bevindingen, catalogue.CODE_DUBBEL).tekst


def test_unknown_codes_are_all_reported_and_the_first_get_a_suggestion(
    aangenomen: Callable[..., Return],
) -> None:
    """Finding what a code resembles is slow, and a sheet may hold hundreds of thousands."""
    vreemde = [f"A01-I1-M1{n}" for n in range(40)]
    gelezen = aangenomen(
        *(achteraan(("Code", code), ("Waarde", n)) for n, code in enumerate(vreemde))
    )
    gemeld = [b for b in gelezen.bevindingen if b.code == catalogue.CODE_ONBEKEND.code]
    assert len(gemeld) == len(vreemde)
    assert ["Bedoelt u" in b.actie for b in gemeld] == [True] * 20 + [False] * 20


def test_double_code_that_says_nothing_is_no_finding(aangenomen: Callable[..., Return]) -> None:
    assert not aangenomen(achteraan(("Code", "A01-I1"))).bevindingen


def test_double_code_that_says_the_same_is_named(aangenomen: Callable[..., Return]) -> None:
    gelezen = aangenomen(achteraan(("Code", "A01-I1"), ("Beoordeling", "Groen")))
    assert "Groen" in enige(gelezen.bevindingen, catalogue.CODE_HERHAALD).tekst


def verwissel(een: str, ander: str, kolommen: tuple[str, ...] = ("Code",)) -> Wijziging:
    """Swap what two rows have in these columns, and leave the rest of them where it is."""

    def wijzig(boek: Workbook) -> None:
        tabel = zoek_tabel(boek)
        for kolom in kolommen:
            hier, daar = tabel.cel(een, kolom), tabel.cel(ander, kolom)
            hier.value, daar.value = daar.value, hier.value

    return wijzig


def echt(gelezen: Return | RefusedReturn) -> Return:
    assert isinstance(gelezen, Return), gelezen
    return gelezen


def vreemd(gelezen: Return) -> dict[str, str]:
    """What is said of the codes that stand beside the question of another, by cell."""
    regel = catalogue.VRAAG_VAN_ANDERE_CODE.code
    return {b.plek.cel: b.tekst for b in gelezen.bevindingen if b.code == regel}


@pytest.mark.parametrize("verplaatst", [[], [verplaats_kolommen, voeg_rijen_in]])
def test_a_code_beside_the_question_of_another_code_is_a_finding(
    aangenomen: Callable[..., Return], verplaatst: list[Wijziging]
) -> None:
    gelezen = aangenomen(verwissel("A01-I1-M1", "A01-I1-M2"), *verplaatst)
    eerste, tweede = vreemd(gelezen).values()
    assert "de code A01-I1-M2 staat een vraag van A01-I1-M1: “" in eerste
    assert "opgeleverd" in eerste
    assert "de code A01-I1-M1 staat een vraag van A01-I1-M2: “" in tweede
    assert "gesloopt" in tweede
    assert len(gelezen.bevindingen) == 2


def test_every_code_a_row_down_is_a_finding_on_every_row(klein: Kader, reader: Reader) -> None:
    def schuif(boek: Workbook) -> None:
        tabel = zoek_tabel(boek)
        cellen = [tabel.cel(code, "Code") for code in tabel.rijen]
        teksten = [cel.value for cel in cellen]
        for cel, tekst in zip(cellen, [teksten[-1], *teksten[:-1]], strict=True):
            cel.value = tekst

    gelezen = lees(reader, klein, vul(leeg_blad(klein, "DV"), EEN_ANTWOORD, schuif))
    assert isinstance(gelezen, RefusedReturn)
    assert gelezen.bevinding.code == catalogue.NIETS_OP_ZIJN_PLAATS.code
    rijen = [b for b in gelezen.ook if b.code == catalogue.VRAAG_VAN_ANDERE_CODE.code]
    assert len(rijen) == len(stel_vragenlijst_op(klein, RONDE, "DV").regels)
    assert sum("Er staat: Groen." in b.tekst for b in rijen) == 1


def test_codes_that_are_sorted_alone_take_no_answer_to_a_question_of_the_same_words(
    kader: Kader, reader: Reader
) -> None:
    """“Gereed?” and “Gereed op” are asked of more than one indicator."""
    gegeven = {code: rij for code, rij in antwoorden(kader, "GEM").items() if "Waarde" in rij}

    def keer_om(boek: Workbook) -> None:
        tabel = zoek_tabel(boek)
        cellen = [tabel.cel(code, "Code") for code in tabel.rijen]
        teksten = [cel.value for cel in cellen]
        for cel, tekst in zip(cellen, reversed(teksten), strict=True):
            cel.value = tekst

    blad = bewerk(leeg_blad(kader, "GEM"), invullen(gegeven), keer_om)
    gelezen = lees(reader, kader, blad)
    van = {r.code: r for r in gelezen.regels.values()} if isinstance(gelezen, Return) else {}
    verkeerd = [c for c, r in van.items() if r.waarde and r.waarde.inhoud != gegeven[c]["Waarde"]]
    assert verkeerd == []


def test_indicatoren_that_share_a_question_are_told_apart_by_their_own_text(
    aangenomen: Callable[..., Return],
) -> None:
    """“Hoe verloopt dit?” belongs to all of them."""
    elders: Antwoorden = {"A01-I1-M1": {"Waarde": 4}}
    gelezen = aangenomen(verwissel("A01-I1", "A01-I2"), gegeven={**EEN_ANTWOORD, **elders})
    assert any("een vraag van A01-I2: “" in tekst for tekst in vreemd(gelezen).values())
    assert len(vreemd(gelezen)) == 2


def test_a_question_of_an_older_template_may_now_be_that_of_another_indicator(
    klein: Kader, aangenomen: Callable[..., Return]
) -> None:
    """Then that text says nothing.

    Of a sheet of which it is known what was printed on it one text says enough.
    """
    eigen = kenmerk(klein)
    ouder = overal(str(eigen), str(Kenmerk(eigen.kader, eigen.ronde, eigen.partij, "0000")))
    vraag = verwissel("A01-I1-M1", "A01-I2-M1", ("Wat vullen we in",))
    assert len(vreemd(aangenomen(vraag))) == 2
    assert len(vreemd(aangenomen(vraag, ouder))) == 2
    assert not vreemd(aangenomen(vraag, ouder, zonder_meta))


def test_a_code_beside_the_plans_of_another_afspraak_is_a_finding(
    kader: Kader, reader: Reader
) -> None:
    ronde = Ronde(2026, Fase.TUSSENSTAND)
    een, ander, *_ = (v.code for v in stel_vragenlijst_op(kader, ronde, "DV").programma)
    blad = vul(leeg_blad(kader, "DV", ronde), EEN_ANTWOORD)
    assert not vreemd(echt(lees(reader, kader, blad, ronde=ronde)))
    gelezen = echt(lees(reader, kader, bewerk(blad, verwissel(een, ander)), ronde=ronde))
    eerste, tweede = vreemd(gelezen).values()
    assert f"de code {ander} staat een vraag van {een}: “" in eerste
    assert f"de code {een} staat een vraag van {ander}: “" in tweede
    met_vraag = bewerk(blad, verwissel("A01-I2", een))
    assert len(vreemd(echt(lees(reader, kader, met_vraag, ronde=ronde)))) == 2


@pytest.mark.parametrize(
    "wijziging",
    [
        sorteer_rijen,
        overal("A01-I1-M1", " a01-i1-m1 "),
        overal(" ", "  "),
        kop("Wat vullen we in", "Wat"),
        overal("opgeleverd", "klaar"),
        zonder_rij("A01-I1-M2"),
    ],
    ids=["sorted", "another hand", "white space", "no column", "an older text", "no row"],
)
def test_a_question_that_is_its_own_or_not_ours_is_no_question_of_another_code(
    aangenomen: Callable[..., Return], wijziging: Wijziging
) -> None:
    assert not vreemd(aangenomen(wijziging))


def test_missing_code_is_reported_with_its_question(aangenomen: Callable[..., Return]) -> None:
    gelezen = aangenomen(zonder_rij("A01-I1-M2"))
    bevinding = enige(gelezen.bevindingen, catalogue.CODE_WEG)
    assert "A01-I1-M2" in bevinding.tekst
    assert "gesloopt" in bevinding.actie
    assert bevinding.plek.blad == "Invulblad"


def test_code_of_another_partij_is_reported_and_does_not_count(
    aangenomen: Callable[..., Return],
) -> None:
    gelezen = aangenomen(achteraan(("Code", "A09-I1"), ("Beoordeling", "Groen")))
    bevinding = enige(gelezen.bevindingen, catalogue.NIET_GEVRAAGD)
    assert "De Volmacht" in bevinding.tekst
    assert "A09-I1" not in gelezen.regels


@pytest.mark.parametrize(
    ("code", "gezegd"),
    [("A09-I1", []), ("A01-I2", []), ("A99-I9", [catalogue.LOSSE_TEKST.code]), (None, [])],
    ids=["of another partij", "for a second time", "of nobody", "none"],
)
def test_a_row_without_an_answer_is_reported_only_when_nobody_knows_its_code(
    aangenomen: Callable[..., Return], code: str | None, gezegd: list[str]
) -> None:
    assert codes(aangenomen(achteraan(("Code", code))).bevindingen) == gezegd


def test_answer_without_a_code_is_reported_at_the_answer(
    aangenomen: Callable[..., Return],
) -> None:
    gelezen = aangenomen(achteraan(("Toelichting", "Fictief: hoort ergens bij")))
    bevinding = enige(gelezen.bevindingen, catalogue.ANTWOORD_ZONDER_CODE)
    assert "hoort ergens bij" in bevinding.tekst
    assert bevinding.plek.cel.startswith("F")


def test_text_beside_the_table_is_reported_where_it_stands(
    aangenomen: Callable[..., Return],
) -> None:
    def kladje(boek: Workbook) -> None:
        zoek_tabel(boek).blad["P9"] = "Fictief: bel mij even"
        boek.create_sheet("Kladblok")["B2"] = "Fictief: sommetje"

    gevonden = [b for b in aangenomen(kladje).bevindingen if b.code == catalogue.LOSSE_TEKST.code]
    assert [(b.plek.blad, b.plek.cel) for b in gevonden] == [
        ("Invulblad", "P9"),
        ("Kladblok", "B2"),
    ]
    assert "bel mij even" in gevonden[0].tekst


def test_the_stempel_is_found_where_a_column_was_inserted(
    aangenomen: Callable[..., Return],
) -> None:
    stempel = aangenomen().uitgangspunt.stempel
    assert stempel
    assert aangenomen(lambda boek: boek["_meta"].insert_cols(2)).uitgangspunt.stempel == stempel


def test_a_code_in_small_letters_is_that_code(aangenomen: Callable[..., Return]) -> None:
    gelezen = aangenomen(overal("A01-I1-M1", " a01-i1-m1 "))
    assert "A01-I1-M1" in gelezen.regels
    assert not gelezen.bevindingen


def test_sheet_of_an_older_template_is_read_and_marked(
    klein: Kader, aangenomen: Callable[..., Return]
) -> None:
    eigen = kenmerk(klein)
    ouder = Kenmerk(eigen.kader, eigen.ronde, eigen.partij, "0000")
    gelezen = aangenomen(overal(str(eigen), str(ouder)))
    assert codes(gelezen.bevindingen) == [catalogue.ANDERE_VERSIE.code]
    assert gelezen.regels["A01-I1"].beoordeling.tekst == "Groen"


# Contents


@pytest.mark.parametrize("tekst", ['=HYPERLINK("http://x")', "+31 592", "-", "@SUM(A1)", "=1+1"])
def test_text_like_a_formula_arrives_as_text(aangenomen: Callable[..., Return], tekst: str) -> None:
    gelezen = aangenomen(gegeven={"A01-I1": oordeel("Groen", toelichting=tekst)})
    assert gelezen.regels["A01-I1"].toelichting.inhoud == tekst


def test_fictional_return_is_known_as_such(aangenomen: Callable[..., Return]) -> None:
    def zet_merkteken(boek: Workbook) -> None:
        zoek_tabel(boek).blad["A3"] = FICTIEF

    assert not aangenomen().fictief
    assert aangenomen(zet_merkteken).fictief


def test_two_tables_of_one_partij_are_read_together(klein: Kader, reader: Reader) -> None:
    """Somebody copied the sheet and filled in half on each."""

    def kopie(boek: Workbook) -> None:
        blad = zoek_tabel(boek).blad
        tweede = boek.copy_worksheet(blad)
        tabel = zoek_tabel(boek)
        tweede.cell(tabel.rijen["A01-I1"], tabel.kolommen["Antwoord"]).value = None
        tweede.cell(tabel.rijen["A01-I2"], tabel.kolommen["Antwoord"]).value = "Rood"

    gelezen = lees(reader, klein, bewerk(leeg_blad(klein, "DV"), invullen(EEN_ANTWOORD), kopie))
    assert isinstance(gelezen, Return)
    assert gelezen.regels["A01-I1"].beoordeling.tekst == "Groen"
    assert gelezen.regels["A01-I2"].beoordeling.tekst == "Rood"
    assert codes(gelezen.bevindingen) == [catalogue.ANTWOORD_VERDEROP.code]


def test_a_filled_copy_behind_an_empty_sheet_is_read(kader: Kader, reader: Reader) -> None:
    """Also the plans for next year; one finding says where, and not one for every row."""
    ronde = Ronde(2026, Fase.TUSSENSTAND)
    plan = stel_vragenlijst_op(kader, ronde, "DV").programma[0].code
    gegeven: Antwoorden = {
        **antwoorden(kader, "DV"),
        plan: {"Plannen en acties": "Fictief: start"},
    }

    def kopieer(boek: Workbook) -> None:
        boek.copy_worksheet(zoek_tabel(boek).blad).title = "Leeg"

    def zet_leeg_vooraan(boek: Workbook) -> None:
        boek.move_sheet("Leeg", -boek.index(boek["Leeg"]))

    data = bewerk(leeg_blad(kader, "DV", ronde), kopieer, invullen(gegeven), zet_leeg_vooraan)
    gelezen = echt(lees(reader, kader, data, ronde=ronde))
    assert als_antwoorden(validate(gelezen, kader, ronde)) == zonder_lege(antwoorden(kader, "DV"))
    assert [v.tekst for v in gelezen.programma.values() if v] == ["Fictief: start"]
    regels, plannen = gelezen.bevindingen
    assert {regels.code, plannen.code} == {catalogue.ANTWOORD_VERDEROP.code}
    assert (regels.plek.blad, regels.plek.cel) == ("Invulblad", "A6")
    assert "A01-I1, A01-I1-M1, A01-I1-M2 en nog " in regels.tekst
    assert plan in plannen.tekst


@pytest.mark.parametrize(
    ("eerst", "dan", "telt", "gezegd"),
    [
        ("start", "start", "start", []),
        ("start", None, "start", []),
        ("start", "later", "start", [catalogue.CODE_DUBBEL.code]),
        (None, "later", "later", [catalogue.ANTWOORD_VERDEROP.code]),
    ],
)
def test_of_two_rows_for_one_plan_the_first_that_says_something_counts(
    klein: Kader,
    reader: Reader,
    eerst: str | None,
    dan: str | None,
    telt: str,
    gezegd: list[str],
) -> None:
    ronde = Ronde(2026, Fase.TUSSENSTAND)
    plan = stel_vragenlijst_op(klein, ronde, "DV").programma[0].code
    data = vul(
        leeg_blad(klein, "DV", ronde),
        {**EEN_ANTWOORD, plan: {"Plannen en acties": eerst}},
        achteraan(("Code", plan), ("Plannen en acties", dan)),
    )
    gelezen = echt(lees(reader, klein, data, ronde=ronde))
    assert [v.tekst for v in gelezen.programma.values() if v] == [telt]
    assert codes(gelezen.bevindingen) == gezegd


def test_a_row_filled_on_both_sheets_is_the_first(klein: Kader, reader: Reader) -> None:
    def kopie(boek: Workbook) -> None:
        tabel = zoek_tabel(boek)
        tweede = boek.copy_worksheet(tabel.blad)
        tweede.cell(tabel.rijen["A01-I1"], tabel.kolommen["Antwoord"]).value = "Rood"

    gelezen = echt(
        lees(reader, klein, bewerk(leeg_blad(klein, "DV"), invullen(EEN_ANTWOORD), kopie))
    )
    assert gelezen.regels["A01-I1"].beoordeling.tekst == "Groen"
    assert "Rood" in enige(gelezen.bevindingen, catalogue.CODE_DUBBEL).tekst

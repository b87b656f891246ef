"""The template that comes with kaderxl: the agreement's own table, whole and as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from kleuren import WOORDEN, Beoordeling
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from programs import Converteer

from kaderxl.core import catalogue, labels as l
from kaderxl.core.kader import Combineren, Indicator, Kader, Rol
from kaderxl.core.rounds import Ernst, Ronde
from kaderxl.core.targets import doel_in_woorden
from kaderxl.reading import Reader
from kaderxl.template.kinds import AANTAL, DATUM, JA_NEE, PERCENTAGE, SOORTEN
from kaderxl.template.meanings import message
from kaderxl.template.norms import in_year
from kaderxl.template.read import Sjabloon, read_template

# As the agreement prints it: thema, afspraak, then code (ours), Jaar, Actiehouder and Indicator.
GEDRUKT = """\
Beschikbaarheid
  1. Toevoegen van netto 180 sociale huurwoningen in de periode t/m 2040, 120-140 tot 2031
    A01-I1 | > 2026-2031 | corporaties
      aantal opgeleverde woningen
    A01-I2 | > 2026-2031 | corporaties, gemeente en huurdersverenigingen
      aangewezen locaties
    A01-I3 | > 2026-2031 | corporaties, gemeente en huurdersverenigingen
      harde en zachte woningbouwplannen
  2. Aanpassingen van de bestaande woningvoorraad
    A02-I1 | > 2026 | corporaties
      inventarisatie potentieel geschikt
    A02-I2 | >2026 | corporaties, gemeente en huurdersverenigingen
      bezoeken of bespreken goede voorbeelden van andere gemeenten
    A02-I3 | > 2027-2031 | corporaties
      aantal gesplitste woningen
  3. Kansen benutten in transformatie en leegstaand (gemeentelijk) vastgoed
    A03-I1 | >2026-2031 | corporaties, gemeente
      inventarisatie potentieel vastgoed inclusief prioritering
  4. Instrumentenkoffer doorstroming samenstellen
    A04-I1 | > 2026-2027 | corporaties, gemeente en huurdersverenigingen
      inventarisatie instrumentenkoffer
    A04-I2 | > 2028-2030 | corporaties, gemeente en huurdersverenigingen
      toepassen instrumentenkoffer
    A04-I3 | > 2028-2030 | corporaties
      aantal doorgestroomde huishoudens (met behulp van de instrumentenkoffer)
Betaalbaarheid
  5. Voldoende woningen beschikbaar houden onder de eerste aftoppingsgrens
    A05-I1 | > 2026 | corporaties
      inventarisatie bezit eerste aftoppingsgrens
    A05-I2 | > 2026-2031 |
  6. Nieuwbouw toegankelijk voor alle inkomens tot eerste en tweede aftoppingsgrens
    A06-I1 | >2026 | corporaties, gemeente en huurdersverenigingen
      inventarisatie maken en evalueren
    A06-I2 | > 2026-2031 | corporaties, gemeente en huurdersverenigingen
      kwalitatief oordeel
Duurzaamheid
  7. Woningen verduurzamen vanuit warmteprogramma
    A07-I1 | > 2026-2031 | corporaties
      aantal verduurzaamde woningen per jaar (conform verduurzamingsprogra mma)
    A07-I2 | > 2026 | corporaties, gemeente en huurdersverenigingen
      betrokkenheid (opstellen) warmteprogramma
  8. Koppelkansen Nij Begun
    A08-I1 | > 2026-2031 | corporaties
      onderzoeken subsidiemogelijkheden Nij Begun
  9. Werkzaamheden verduurzaming klimaatadaptatie en energietransitie afstemmen
    A09-I1 | >2026 2031 | gemeente
      organisatie jaarlijks overleg
  10. Afspraken maken over renovatie en nieuwbouw, gebruik maken van biobased en circulair materiaalgebruik
    A10-I1 | > 2026-2031 | gemeente
      aantal en aandeel projecten waarin biobased en circulair gewerkt is
Leefbaarheid
  11. Aandacht voor leefbaarheid bij toewijzing woningen met als doel gemengde wijken.
    A11-I1 | > 2026-2031 | corporaties, gemeente en huurdersverenigingen
      kwalitatief oordeel beschikbaarheid aanspreekpunt
  12. Stimuleren leefbaarheidsinitiatieven
    A12-I1 | > 2026-2031 | corporaties, gemeente en huurdersverenigingen
      aantal succesvolle projecten en beschrijving
    A12-I2 | >2026 | corporaties, gemeente en huurdersverenigingen
      pilot betrokkenheid huurdersverengiingen
  13 Voldoende ruimte voor ontmoeting behouden en creëren
    A13-I1 | >2026 | corporaties, gemeente en huurdersverenigingen
      onderzoek voldoende ontmoetingsruimte
    A13-I2 | > 2026-2031 | corporaties
      onderzoeken noodzaak meenemen ontmoetingsruimte in nieuwe ontwikkelingen
  14. Prioriteren in wijken
    A14-I1 | > 2026-2031 | corporaties, gemeente en huurdersverenigingen
      leefbaarheidsronde voor één dorp of wijk per jaar
Wonen en zorg
  15 Uitwerken en uitvoeren woonzorgvisie
    A15-I1 | > 2026-2031 | gemeente
      kwalitatief oordeel
  16. Langer zelfstandig thuis: voorzieningen en diensten verbeteren
    A16-I1 | > 2026 | corporaties, gemeente, huurdersverenigingen
      werkafspraken WMO-aanpassingen
  17. Procesafspraak: onderzoek levensloopbestendige woningen
    A17-I1 | > 2026 | gemeente, corporaties
      (ontwikkeling) aantallen levensloopbestendige woningen
  18. Levensloopbestendige woonomgeving
    A18-I1 | > 2026-2031 | gemeente
      kwalitatief oordeel
  19. Convenant gegevensuitwisseling
    A19-I1 | > 2026 | gemeente
      convenant
    A19-I2 | > 2030 | gemeente, corporaties, huurdersverenigingen
      evaluatie gebruik convenant door professionals
"""  # noqa: E501


def gedrukte_rijen() -> Iterator[tuple[str, ...]]:
    """Code, thema, afspraak, indicator, jaar and actiehouder of each printed row."""
    thema = titel = ""
    regels = GEDRUKT.splitlines()
    for regel, volgende in zip(regels, [*regels[1:], ""], strict=True):
        match len(regel) - len(regel.lstrip()):
            case 0:
                thema = regel
            case 2:
                titel = regel.strip()
            case 4:
                code, jaar, houder = (*regel.split("|"), "")[:3]
                tekst = volgende.strip() if volgende.startswith(" " * 6) else ""
                yield (code.strip(), thema, titel, tekst, jaar.strip(), houder.strip())


@pytest.fixture(scope="module")
def sjabloon(shipped: Path, reader: Reader) -> Sjabloon:
    return read_template(shipped, reader)


@pytest.fixture(scope="module")
def boek(shipped: Path) -> Workbook:
    return openpyxl.load_workbook(shipped)


def rijen(blad: Worksheet) -> list[dict[str, Any]]:
    """The rows of a sheet by header, empty cells as ``."""
    koppen, *rest = blad.iter_rows(values_only=True)
    return [
        {
            str(kop): "" if waarde is None else waarde
            for kop, waarde in zip(koppen, rij, strict=True)
        }
        for rij in rest
    ]


def indicator(kader: Kader, code: str) -> Indicator:
    return next(i for i in kader.indicatoren if i.code == code)


# -- the counts ------------------------------------------------------------------------------


def test_it_has_no_fout_and_warns_of_norms_that_are_to_come(sjabloon: Sjabloon) -> None:
    """The agreement prints them as of 2025; what they are in 2026 it does not say."""
    ernstig = [b for b in sjabloon.bevindingen if b.ernst is not Ernst.MELDING]
    assert {b.code for b in ernstig} == {catalogue.NORM_ZONDER_WAARDE.code}
    assert {b.ernst for b in ernstig} == {Ernst.WAARSCHUWING}
    sjabloon.geldig()


def test_it_has_19_afspraken_and_31_rows(kader: Kader) -> None:
    assert [a.nummer for a in kader.afspraken] == list(range(1, 20))
    assert len(kader.indicatoren) == 31
    assert kader.looptijd == (2026, 2031)


@pytest.mark.parametrize(
    ("jaar", "rijen", "antwoorden", "corporatie", "gemeente", "huurders"),
    [
        (2026, 27, 109, 21, 20, 13),
        (2027, 18, 65, 13, 12, 7),
        (2028, 19, 68, 14, 12, 7),
        (2029, 19, 68, 14, 12, 7),
        (2030, 20, 74, 15, 13, 8),
        (2031, 17, 59, 12, 11, 6),
    ],
)
def test_the_rows_and_answers_of_each_year(
    kader: Kader,
    jaar: int,
    rijen: int,
    antwoorden: int,
    corporatie: int,
    gemeente: int,
    huurders: int,
) -> None:
    per_partij = {p.naam: len(kader.vragen_aan(p.code, jaar)) for p in kader.partijen}
    assert len(kader.actief(jaar)) == rijen
    assert sum(per_partij.values()) == antwoorden
    assert per_partij == {
        "Gemeente Aa en Hunze": gemeente,
        "De Volmacht": corporatie,
        "Woonborg": corporatie,
        "Woonzorg Nederland": corporatie,
        "De Deelmacht": huurders,
        "AH WOON": huurders,
    }


@pytest.mark.parametrize(
    ("jaar", "zonder"),
    [(2026, []), (2027, [16, 17, 19]), (2030, [16, 17]), (2031, [4, 16, 17, 19])],
)
def test_some_afspraken_have_no_indicator_in_a_year(
    kader: Kader, jaar: int, zonder: list[int]
) -> None:
    met = {i.afspraak for i in kader.actief(jaar)}
    assert [a.nummer for a in kader.afspraken if a.nummer not in met] == zonder


# -- as printed --------------------------------------------------------------------------------


def test_the_table_is_printed_letter_for_letter(kader: Kader) -> None:
    gedrukt = [(i.code, *i.gedrukt) for i in kader.indicatoren]
    assert gedrukt == [(*rij, "", "") for rij in gedrukte_rijen()]
    assert len(gedrukt) == 31


def test_the_seven_printed_columns_come_first_and_in_order(boek: Workbook) -> None:
    kop = [str(cel.value) for cel in boek[l.MONITORINGSTABEL][1]]
    assert tuple(kop[:7]) == l.GEDRUKTE_KOLOMMEN


@pytest.mark.parametrize(
    ("code", "gedrukt", "leesbaar"),
    [
        ("A07-I1", "verduurzamingsprogra mma", "verduurzamingsprogramma"),
        ("A12-I2", "huurdersverengiingen", "huurdersverenigingen"),
    ],
)
def test_damaged_print_is_kept_and_a_readable_text_stands_beside_it(
    kader: Kader, code: str, gedrukt: str, leesbaar: str
) -> None:
    rij = indicator(kader, code)
    assert gedrukt in rij.gedrukt[2]
    assert gedrukt not in rij.tekst
    assert leesbaar in rij.tekst


def test_the_second_row_of_afspraak_5_is_open(kader: Kader, sjabloon: Sjabloon) -> None:
    rij = indicator(kader, "A05-I2")
    assert rij.open
    assert rij.gedrukt[2:5] == ("", "> 2026-2031", "")
    assert all(rij in kader.actief(jaar) for jaar in range(2026, 2032))
    gevraagd = [
        i for p in kader.partijen for j in rij.jaren for i, _ in kader.vragen_aan(p.code, j)
    ]
    assert rij not in gevraagd
    (bevinding,) = [b for b in sjabloon.bevindingen if b.code == catalogue.RIJ_OPEN.code]
    assert "A05-I2" in bevinding.tekst
    assert [i.code for i in kader.indicatoren if i.open] == ["A05-I2"]


def test_the_doubtful_years_of_afspraak_9_are_reported(sjabloon: Sjabloon) -> None:
    (bevinding,) = [b for b in sjabloon.bevindingen if b.code == catalogue.JAAR_TWEE_LEZINGEN.code]
    assert ">2026 2031" in bevinding.tekst
    assert bevinding.plek.cel == "D19"


# -- the holes of the agreement ----------------------------------------------------------------


@pytest.mark.parametrize(
    "woorden",
    [
        ("A05-I2", "tweede jaarregel"),
        ("A09-I1", ">2026 2031"),
        ("A11-I1", "één indicator"),
        ("A01-I3", "218", "161"),
        ("hoofdstuk 4", "46.669", "49.669"),
        ("hoofdstuk 9", "ontbreekt"),
        ("bijlage",),
        ("stemm", "elke partij", "geleding"),
        ("stemmen staken",),
        ("stemm", "periode"),
        ("A16", "geen indicator"),
        ("A17", "geen indicator"),
        ("A19", "2030"),
        ("A04", "2031", "geen indicator"),
    ],
    ids=" ".join,
)
def test_the_holes_of_the_agreement_are_questions(kader: Kader, woorden: tuple[str, ...]) -> None:
    teksten = [f"{v.over} {v.vraag}" for v in kader.vragen]
    assert [t for t in teksten if all(woord in t for woord in woorden)]


def test_each_question_has_a_number_a_source_and_no_answer_yet(kader: Kader) -> None:
    assert [v.nummer for v in kader.vragen] == list(range(1, len(kader.vragen) + 1))
    assert all(v.bron and v.vraag.rstrip("”").endswith(("?", ".")) for v in kader.vragen)
    assert all("?" in v.vraag for v in kader.vragen)
    assert {v.antwoord for v in kader.vragen} == {""}


def test_each_question_about_a_row_names_one_that_is_there(kader: Kader) -> None:
    codes = {i.code for i in kader.indicatoren} | {i.code[:3] for i in kader.indicatoren}
    assert [v.over for v in kader.vragen if re.match(r"A\d", v.over) and v.over not in codes] == []


def test_where_the_table_says_see_vragen_there_is_a_question(kader: Kader) -> None:
    vragen = " ".join(f"{v.over} {v.vraag}" for v in kader.vragen)
    for rij in kader.indicatoren:
        if "Zie Vragen" in rij.opmerking:
            genoemd = rij.code in vragen or re.search(rf"\b{rij.afspraak}\b", vragen)
            assert genoemd, rij.code


# -- what is ours ------------------------------------------------------------------------------


def test_our_reading_is_marked_as_a_proposal(boek: Workbook) -> None:
    for naam in (l.MONITORINGSTABEL, l.MEETWAARDEN):
        for rij in rijen(boek[naam]):
            verwacht = "" if rij.get("status") == "open" else "voorstel"
            assert rij["lezing"] == verwacht, rij["code"]
    assert {rij["lezing"] for rij in rijen(boek[l.DOELEN])} <= {"gedrukt", "voorstel"}


def test_what_is_called_printed_among_the_targets_is_in_a_printed_title(boek: Workbook) -> None:
    gedrukt = [rij for rij in rijen(boek[l.DOELEN]) if rij["lezing"] == "gedrukt"]
    assert [(r["t/m jaar"], r["minimum"], r["maximum"]) for r in gedrukt] == [
        (2031, 120, 140),
        (2040, 180, ""),
    ]


def test_a_proposal_looks_other_than_print(boek: Workbook) -> None:
    """And no longer, once somebody sets it to vastgesteld: the format follows the word."""
    regels = boek[l.MONITORINGSTABEL].conditional_formatting
    soort = [regel for bereik in regels if "J2" in bereik for regel in bereik.rules]
    assert [regel.formula for regel in soort] == [['$M2="voorstel"']]
    assert soort[0].dxf.font.i
    assert not [bereik for bereik in regels if "C2" in bereik]


def test_proposals_are_counted_as_open(sjabloon: Sjabloon) -> None:
    bladen = [b.plek.blad for b in sjabloon.bevindingen if b.code == catalogue.NOG_VOORSTEL.code]
    assert {l.MONITORINGSTABEL, l.MEETWAARDEN, l.DOELEN, l.PLANNING} <= {*bladen}


@pytest.mark.parametrize(
    ("indicator", "woorden", "rollen"),
    [
        ("A01-I1", ("opgeleverd (bruto)", "gesloopt", "verkocht"), (Rol.PLUS, Rol.MIN, Rol.MIN)),
        (
            "A01-I3",
            ("Harde", "locatie bekend", "locatie nog te vinden"),
            (Rol.PLAN, Rol.PLAN, Rol.PLAN),
        ),
        ("A05-I1", ("eerste aftoppingsgrens", "Alle sociale"), (Rol.TELLER, Rol.NOEMER)),
        ("A10-I1", ("biobased of circulair", "Alle"), (Rol.TELLER, Rol.NOEMER)),
    ],
)
def test_the_values_asked(
    kader: Kader, indicator: str, woorden: tuple[str, ...], rollen: tuple[Rol | None, ...]
) -> None:
    gevraagd = [m for m in kader.meetwaarden if m.indicator == indicator][: len(woorden)]
    assert all(w in m.omschrijving for w, m in zip(woorden, gevraagd, strict=True))
    assert tuple(m.rol for m in gevraagd) == rollen
    assert {m.soort for m in gevraagd} == {AANTAL}


def test_a_milestone_asks_ready_and_when(kader: Kader) -> None:
    mijlpalen = [i for i in kader.indicatoren if "mijlpaal" in i.soort]
    assert len(mijlpalen) == 11
    for mijlpaal in mijlpalen:
        soorten = [m.soort for m in kader.meetwaarden if m.indicator == mijlpaal.code]
        assert soorten[:2] == [JA_NEE, DATUM], mijlpaal.code


def test_every_number_asked_has_a_unit(kader: Kader) -> None:
    zonder = [m.code for m in kader.meetwaarden if m.soort is AANTAL and not m.eenheid]
    assert zonder == []


def test_a_percentage_is_asked_as_teller_and_noemer(kader: Kader) -> None:
    assert PERCENTAGE not in {m.soort for m in kader.meetwaarden}


def test_what_one_partij_answers_for_is_not_combined(kader: Kader) -> None:
    for rij in kader.indicatoren:
        alleen = len(kader.actiehouders(rij, min(rij.jaren))) == 1
        assert (rij.combineren is Combineren.ENKEL) == alleen, rij.code


def test_every_value_asked_reaches_somebody(kader: Kader) -> None:
    for meetwaarde in kader.meetwaarden:
        houders = indicator(kader, meetwaarde.indicator).partijen
        assert any(meetwaarde.vraagt(code) for code in houders), meetwaarde.code


def test_the_targets_of_afspraak_1(kader: Kader) -> None:
    assert "120 tot 140" in doel_in_woorden(kader, "A01-I1", 2026)
    assert "voor u 135" in doel_in_woorden(kader, "A01-I1", 2026, "DV")
    assert "135" not in doel_in_woorden(kader, "A01-I1", 2026, "WB")


def test_the_plans_of_december_2025_are_where_it_begins(kader: Kader) -> None:
    """Chapter 3, the table at afspraak 1: it tells them of all together."""
    standen = [(s.meetwaarde, s.waarde, s.partij, s.peildatum) for s in kader.beginstand]
    assert standen == [
        ("A01-I3-M1", 56, "", "december 2025"),
        ("A01-I3-M2", 62, "", "december 2025"),
        ("A01-I3-M3", 103, "", "december 2025"),
    ]
    assert "netto 53, met 3 sloop" in kader.beginstand[0].erbij
    gevraagd = [v for v in kader.vragen if v.over == "A01-I3"]
    assert all(getal in " ".join(v.vraag for v in gevraagd) for getal in ("221", "161", "53"))


def test_what_a_norm_is_in_another_year_is_not_said_of_this_one(sjabloon: Sjabloon) -> None:
    kader = sjabloon.geldig()
    doelen = [doel_in_woorden(in_year(kader, jaar), "A06-I2", jaar) for jaar in range(2026, 2032)]
    for jaar, doel in enumerate(doelen, 2026):
        assert f"de waarde van {jaar} is nog niet ingevuld; in 2025 was het € 682,96" in doel


def test_the_traffic_light_and_its_reasons(kader: Kader) -> None:
    stoplicht = kader.stoplicht
    assert [*stoplicht] == [*WOORDEN]
    assert all(kleur.betekenis for kleur in stoplicht)
    assert {str(kleur): list(kleur.redenen) for kleur in stoplicht.met_reden} == {
        Beoordeling.ORANJE: ["a", "b"],
        Beoordeling.ROOD: ["a", "b", "c"],
    }


def test_what_only_the_municipality_decides_is_empty(kader: Kader) -> None:
    leeg = (
        "contact",
        "telefoon",
        "overlegperiode",
        "stemgewicht per partij",
        "stemgewicht per geleding",
        "waardering",
        "bewaartermijn",
        "beperking gebruik",
    )
    assert {naam: kader.instellingen.geschreven[naam] for naam in leeg} == dict.fromkeys(leeg, "")
    assert [p.email for p in kader.partijen] == [""] * 6


def test_the_meetings_of_the_cycle(kader: Kader) -> None:
    regels = [(o.soort, o.regel) for o in kader.planning if o.soort == "BO"]
    assert regels == [("BO", "voor 1 april"), ("BO", "voor 15 december")]
    assert sum(o.soort == "AO" for o in kader.planning) == 4
    assert Ronde(2026).peildatum == date(2026, 12, 31)


# -- a pleasant workbook -----------------------------------------------------------------------


ONZE_BLADEN = [naam for naam in l.SJABLOON_KOLOMMEN if naam != l.RONDES]
"""Our rondes are those of chapter 8, which need no sheet."""


def tabelbladen(boek: Workbook) -> list[Worksheet]:
    return [boek[naam] for naam in ONZE_BLADEN]


def test_it_has_every_sheet(boek: Workbook) -> None:
    assert boek.sheetnames[0] == l.LEESMIJ
    assert set(boek.sheetnames) == {l.LEESMIJ, *ONZE_BLADEN}
    assert {blad.sheet_state for blad in boek.worksheets} == {"visible"}


def test_each_sheet_is_one_table_from_the_first_cell(boek: Workbook) -> None:
    for blad in tabelbladen(boek):
        koppen = [cel.value for cel in blad[1]]
        assert (
            tuple(koppen[: len(l.SJABLOON_KOLOMMEN[blad.title])])
            == (l.SJABLOON_KOLOMMEN[blad.title])
        )
        assert all(koppen), blad.title
        assert len(set(koppen)) == len(koppen)
        assert not blad.merged_cells.ranges
        assert all(any(cel.value is not None for cel in rij) for rij in blad.iter_rows())


def test_the_header_row_stays_in_sight_and_is_repeated_in_print(boek: Workbook) -> None:
    for blad in tabelbladen(boek):
        assert str(blad.freeze_panes).endswith("2"), blad.title
        assert blad.print_title_rows == "$1:$1", blad.title
        assert blad.auto_filter.ref.startswith("A1:"), blad.title
        assert blad.page_setup.paperSize == 9


def test_columns_are_wide_enough_to_read(boek: Workbook) -> None:
    for blad in tabelbladen(boek):
        breedtes: dict[int, float] = {}
        for maat in blad.column_dimensions.values():
            breedtes |= dict.fromkeys(range(maat.min or 0, (maat.max or 0) + 1), maat.width)
        for k, kop in enumerate(l.SJABLOON_KOLOMMEN[blad.title], 1):
            assert breedtes[k] >= max(map(len, kop.split())), (blad.title, kop)


@pytest.mark.parametrize(
    ("blad", "kolom"),
    [
        (l.MONITORINGSTABEL, "soort"),
        (l.MONITORINGSTABEL, "combineren"),
        (l.MONITORINGSTABEL, "status"),
        (l.MONITORINGSTABEL, "lezing"),
        (l.MEETWAARDEN, "indicator"),
        (l.MEETWAARDEN, "soort"),
        (l.MEETWAARDEN, "combineren"),
        (l.MEETWAARDEN, "telt als"),
        (l.MEETWAARDEN, "over de jaren"),
        (l.MEETWAARDEN, "verplicht"),
        (l.MEETWAARDEN, "lezing"),
        (l.DOELEN, "indicator"),
        (l.DOELEN, "partij"),
        (l.DOELEN, "lezing"),
        (l.DOELEN, "telling"),
        (l.DOELEN, "meter"),
        (l.PLANNING, "overleg"),
        (l.PLANNING, "lezing"),
    ],
)
def test_where_there_are_choices_there_is_a_list(boek: Workbook, blad: str, kolom: str) -> None:
    letter = chr(ord("A") + l.SJABLOON_KOLOMMEN[blad].index(kolom))
    laatste = boek[blad].max_row
    (lijst,) = [v for v in boek[blad].data_validations.dataValidation if f"{letter}2" in v.sqref]
    assert lijst.type == "list"
    assert lijst.formula1.lstrip("=") in boek.defined_names
    assert f"{letter}{laatste + 20}" in lijst.sqref, "rows that are added have the list too"


def test_the_lists_hold_exactly_what_is_understood(boek: Workbook) -> None:
    gekozen = {naam: set(_waarden(boek, naam)) for naam in boek.defined_names}
    assert gekozen["Keuze_beoordeling"] == {*WOORDEN}
    assert gekozen["Keuze_soort_indicator"] == set(l.INDICATORSOORTEN)
    assert gekozen["Keuze_soort_meetwaarde"] == set(SOORTEN)
    assert gekozen["Keuze_combineren"] == {str(c) for c in Combineren}
    assert gekozen["Keuze_telt_als"] == {str(r) for r in Rol}
    assert gekozen["Keuze_over_de_jaren"] == set(l.OVER_DE_JAREN)
    assert gekozen["Keuze_status"] == set(l.STATUSSEN)
    assert gekozen["Keuze_telling"] == set(l.TELLINGEN)
    assert gekozen["Keuze_meter"] == set(l.JA_OF_NEE)
    assert gekozen["Keuze_lezing"] == set(l.LEZINGEN)


def _waarden(boek: Workbook, naam: str) -> list[str]:
    """Of a list that grows all that may come to stand in it."""
    eerste, *heel = re.findall(r"\w+!\$[A-Z]+\$\d+(?::\$[A-Z]+\$\d+)?", _naam(boek, naam))
    blad, bereik = (heel or [eerste])[0].replace("$", "").split("!")
    return [cel.value for (cel,) in boek[blad][bereik] if cel.value is not None]


def _naam(boek: Workbook, naam: str) -> str:
    return str(boek.defined_names[naam].attr_text)


@pytest.mark.parametrize(
    ("naam", "blad", "kolom"),
    [("Keuze_groep", l.PARTIJEN, "C2"), ("Keuze_overleg", l.PLANNING, "A2")],
)
def test_a_list_grows_by_typing_and_takes_what_is_not_in_it(
    boek: Workbook, naam: str, blad: str, kolom: str
) -> None:
    """A new group has to be typed somewhere first, and Excel may not refuse it there."""
    begin, teller = re.fullmatch(
        r"(.+):INDEX\((.+),MAX\(1,COUNTA\(\2\)\)\)", _naam(boek, naam)
    ).groups()  # type: ignore[union-attr]
    assert teller.startswith(f"{begin}:")
    assert len(_waarden(boek, naam)) > 2
    (lijst,) = [v for v in boek[blad].data_validations.dataValidation if kolom in v.sqref]
    assert (lijst.formula1, lijst.errorStyle) == (naam, "warning")
    assert "Kies Ja" in str(lijst.error)


@pytest.mark.extern
def test_libreoffice_keeps_a_list_that_grows(
    shipped: Path, converteer: Converteer, tmp_path: Path
) -> None:
    kopie = openpyxl.load_workbook(converteer(shipped, "xlsx", tmp_path))
    assert _naam(kopie, "Keuze_groep") == _naam(openpyxl.load_workbook(shipped), "Keuze_groep")
    (lijst,) = [v for v in kopie[l.PARTIJEN].data_validations.dataValidation if "C2" in v.sqref]
    assert str(lijst.formula1).lstrip("=") == "Keuze_groep"


def test_every_choice_offered_for_a_target_is_accepted(
    boek: Workbook, shipped: Path, reader: Reader, tmp_path: Path
) -> None:
    """Each partij in the list can be chosen, names with `en` in them included."""
    namen = _waarden(boek, "Keuze_partij")
    assert len(namen) == 6
    ander = openpyxl.load_workbook(shipped)
    for naam in namen:
        ander[l.DOELEN].append(["A01-I1", 2031, 1, 1, naam])
    ander.save(tmp_path / "sjabloon.xlsx")
    sjabloon = read_template(tmp_path / "sjabloon.xlsx", reader)
    assert [b.tekst for b in sjabloon.bevindingen if b.ernst is Ernst.FOUT] == []


def test_it_says_its_language_and_title(shipped: Path) -> None:
    with ZipFile(shipped) as zip_:
        kern = zip_.read("docProps/core.xml").decode()
    assert re.search(r"<dc:language[^>]*>nl-NL</dc:language>", kern)
    assert re.search(r"<dc:title[^>]*>Monitoringstabel", kern)


def test_it_has_no_formulas_links_or_macros(shipped: Path) -> None:
    with ZipFile(shipped) as zip_:
        assert not [naam for naam in zip_.namelist() if "vba" in naam or "externalLink" in naam]
        bladen = [zip_.read(naam) for naam in zip_.namelist() if "worksheets/sheet" in naam]
    assert not [blad for blad in bladen if b"<f>" in blad]


def test_the_leesmij_explains_every_sheet(boek: Workbook) -> None:
    tekst = "\n".join(str(cel.value or "") for (cel, *_) in boek[l.LEESMIJ].iter_rows())
    assert [naam for naam in ONZE_BLADEN if naam not in tekst] == []
    assert "kaderxl check" in tekst
    assert "voorstel" in tekst


def test_every_list_says_what_its_choices_mean(shipped: Path) -> None:
    """The same words as in a new template: those of `template.meanings`."""
    stil = {"vraagt reden", "vraagt toelichting", "bijzonder", "waarde"}
    for blad in openpyxl.load_workbook(shipped):
        for regel in blad.data_validations.dataValidation:
            kop = str(blad.cell(1, min(r.min_col for r in regel.sqref.ranges)).value)
            if kop not in stil:
                assert regel.prompt == message(blad.title, kop), (blad.title, kop)
                assert regel.showInputMessage

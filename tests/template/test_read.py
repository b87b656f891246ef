"""What is wrong in a template is said with sheet and cell; nothing is raised or guessed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest
from kleuren import Beoordeling
from sjablonen import STANDAARD, erbij, met_trekker, schrijf_sjabloon, vervang

import kaderxl
from kaderxl.commands.collect import collect
from kaderxl.core import catalogue, labels as l
from kaderxl.core.findings import NietUitgevoerd, Regel
from kaderxl.core.kader import Combineren, Kader, Rol, Verplicht
from kaderxl.core.rounds import Bevinding, Ernst, Plek, Ronde
from kaderxl.reading import Limits, Reader
from kaderxl.template.kinds import AANTAL
from kaderxl.template.read import Sjabloon, read_template
from kaderxl.template.settings import leesgrenzen

Lees = Callable[..., Sjabloon]
P, N, M, D = l.PARTIJEN, l.INSTELLINGEN, l.MONITORINGSTABEL, l.MEETWAARDEN
T, KOP_T = l.MAILTEKSTEN, "| soort | onderwerp | tekst |\n| --- | --- | --- |\n"
KOP_D = """
    | indicator | t/m jaar | minimum | meetwaarde | meter |
    | --------- | -------- | ------- | ---------- | ----- |
    """
KOP_P = """
    | overleg | regel | begin | eind | genodigden | kwartaal |
    | ------- | ----- | ----- | ---- | ---------- | -------- |
    """

B, KOP_B = l.BEGINSTAND, "| meetwaarde | partij | waarde |\n| --- | --- | --- |\n"
J, KOP_J = l.JAARPROGRAMMA, "| jaar | afspraak | activiteiten |\n| --- | --- | --- |\n"
V = l.REGELS
KOP_V = "| soort | waar | vergelijk met | factor | vraag |\n| --- | --- | --- | --- | --- |\n"
R, KOP_R = l.NORMEN, "| norm | jaar | waarde |\n| --- | --- | --- |\n"


def met_instelling(naam: str, waarde: str) -> dict[str, str]:
    """One more row at the end of Instellingen."""
    return erbij(N, f"| {naam} | {waarde} | |")


@pytest.fixture
def lees(tmp_path: Path, reader: Reader) -> Lees:
    def lees(**tabellen: str | None) -> Sjabloon:
        return read_template(schrijf_sjabloon(tmp_path / "sjabloon.xlsx", **tabellen), reader)

    return lees


@pytest.fixture(scope="module")
def standaard(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Sjabloon:
    return read_template(schrijf_sjabloon(tmp_path_factory.mktemp("s") / "sjabloon.xlsx"), reader)


def met_code(sjabloon: Sjabloon, regel: Regel) -> list[Bevinding]:
    return [b for b in sjabloon.bevindingen if b.code == regel.code]


# -- a template that is right --------------------------------------------------------------


def test_a_right_template_has_no_findings(standaard: Sjabloon) -> None:
    assert standaard.bevindingen == ()
    kader = standaard.geldig()
    assert (len(kader.partijen), len(kader.afspraken)) == (4, 3)
    assert (len(kader.indicatoren), len(kader.meetwaarden)) == (6, 12)


def test_groups_and_names_become_partijen_in_the_order_of_the_sheet(standaard: Sjabloon) -> None:
    houders = {i.code: i.partijen for i in standaard.geldig().indicatoren}
    assert houders["A01-I1"] == ("NB", "ZW")
    assert houders["A01-I2"] == ("GEM", "NB", "ZW", "HB")
    assert houders["A03-I2"] == ("GEM",)


def test_a_trekker_is_one_of_the_actiehouders_and_the_column_may_lack(
    lees: Lees, standaard: Sjabloon
) -> None:
    """By name or by code; without the column, or with nothing in it, every actiehouder answers."""
    assert {i.trekker for i in standaard.geldig().indicatoren} == {""}
    assert lees(**met_trekker()).bevindingen == ()
    for geschreven in ("Noordbouw", "NB", "noordbouw"):
        met = lees(**met_trekker(A01_I2=geschreven, A03_I2="Gemeente Molendam"))
        assert met.bevindingen == ()
        gelezen = {i.code: i.trekker for i in met.geldig().indicatoren if i.trekker}
        assert gelezen == {"A01-I2": "NB", "A03-I2": "GEM"}


def test_what_is_read_has_its_kind(standaard: Sjabloon) -> None:
    meetwaarden = {m.code: m for m in standaard.geldig().meetwaarden}
    bruto, sloop = meetwaarden["A01-I1-M1"], meetwaarden["A01-I1-M2"]
    assert (bruto.soort, bruto.combineren, bruto.rol) == (AANTAL, Combineren.SOM, Rol.PLUS)
    assert sloop.rol is Rol.MIN
    assert bruto.stroom
    assert not meetwaarden["A02-I1-M1"].stroom
    assert meetwaarden["A01-I2-M2"].verplicht is Verplicht.BIJ_JA


def test_the_traffic_light_comes_from_the_sheet(standaard: Sjabloon) -> None:
    stoplicht = standaard.geldig().stoplicht
    assert stoplicht.kleuren[0].betekenis == "op koers"
    assert {str(kleur): kleur.redenen for kleur in stoplicht.met_reden} == {
        Beoordeling.ORANJE: {"a": "vertraagd", "b": "ander resultaat"},
        Beoordeling.ROOD: {"a": "niet gestart", "b": "niet gehaald", "c": "vervalt"},
    }


def test_a_target_of_everyone_and_one_of_a_partij(standaard: Sjabloon) -> None:
    assert [(d.partij, d.minimum, d.maximum) for d in standaard.geldig().doelen] == [
        ("", 120, 140),
        ("NB", 90, 90),
    ]


def test_a_partij_may_be_named_by_its_own_name_or_code(lees: Lees) -> None:
    for naam in ("Zuidwonen", "zuidwonen", "ZW"):
        sjabloon = lees(**vervang(M, "| > 2026-2031 | gemeente |", f"| > 2026-2031 | {naam} |"))
        assert sjabloon.bevindingen == ()
        assert sjabloon.geldig().indicatoren[-1].partijen == ("ZW",)


@pytest.mark.parametrize("naam", ["Gemeente Aa en Hunze", "Wonen & Zorg", "Bos, Duin en Zee"])
def test_a_partij_with_a_joining_word_in_its_name_may_be_named(lees: Lees, naam: str) -> None:
    """Names of municipalities have `en` in them."""
    tabellen = vervang(P, "Gemeente Molendam", naam)
    tabellen |= vervang(M, "| > 2026-2031 | gemeente |", f"| > 2026-2031 | {naam} |")
    tabellen |= vervang(l.DOELEN, "| Noordbouw |", f"| {naam} |")
    sjabloon = lees(**tabellen)
    assert sjabloon.bevindingen == ()
    assert sjabloon.geldig().indicatoren[-1].partijen == ("GEM",)


def test_a_partij_is_only_asked_in_the_years_it_is_active(lees: Lees) -> None:
    tabel = STANDAARD[P].replace(
        "| ZW   | Zuidwonen        | corporaties         |        |            |            |",
        "| ZW   | Zuidwonen        | corporaties         |        | 2027       | 2028       |",
    )
    kader = lees(Partijen=tabel).geldig()
    assert [bool(kader.vragen_aan("ZW", jaar)) for jaar in range(2026, 2030)] == [
        False,
        True,
        True,
        False,
    ]


def test_columns_may_be_moved_and_headers_written_otherwise(lees: Lees) -> None:
    sjabloon = lees(
        Doelen="""
        | MAXIMUM | Minimum | T/m  jaar | indicator |
        | ------- | ------- | --------- | --------- |
        | 140     | 120     | 2031      | A01-I1    |
        """
    )
    (doel,) = sjabloon.geldig().doelen
    assert (doel.minimum, doel.maximum) == (120, 140)


def test_empty_rows_between_are_nothing(lees: Lees) -> None:
    tabel = STANDAARD[P].replace("| NB ", "| | | | | | |\n| NB ", 1)
    assert lees(Partijen=tabel).bevindingen == ()


# -- every entry of the catalogue ------------------------------------------------------------

MET_VERVANGT = (
    STANDAARD[P]
    .replace("actief t/m", "vervangt  ")
    .replace(
        "corporaties         |        |            |            |\n        | HB",
        "corporaties | | | NB |\n        | HB",
    )
)
ALLEEN_KOPPEN = {
    blad: "\n".join(STANDAARD[blad].strip().splitlines()[:2]) for blad in (M, D, "Doelen", "Vragen")
}
GEVALLEN = [
    (catalogue.STUURTEKEN, vervang(P, "| Noordbouw ", "| Noord\u202ebouw "), P, "B3"),
    (catalogue.STUURTEKEN, vervang(P, "| Noordbouw ", "| Noord\x1fbouw "), P, "B3"),
    (
        catalogue.LOOPTIJD_ONGESCHIKT,
        vervang("Instellingen", "| 2031", "| 9999"),
        "Instellingen",
        "B6",
    ),
    (catalogue.KOLOM_ONTBREEKT, vervang(P, "groep ", "geleding "), P, "A1"),
    (catalogue.VOORBEELD_BLIJFT, vervang(M, "| Bouwen | 1.", "| Bouwen | VOORBEELD: 1."), M, "B2"),
    (catalogue.TABEL_LEEG, ALLEEN_KOPPEN, M, "B1"),
    (catalogue.KOLOM_ONTBREEKT, vervang(M, "| Jaar |", "| Periode |"), M, "A1"),
    (catalogue.CODE_DUBBEL_SJABLOON, vervang(P, "| ZW ", "| NB "), P, "A4"),
    (catalogue.CODE_DUBBEL_SJABLOON, vervang(M, "A03-I2", "A03-I1"), M, "H7"),
    (catalogue.CODE_DUBBEL_SJABLOON, vervang(D, "| A01-I1-M3 ", "| A01-I1-M1 "), D, "A4"),
    (catalogue.ACTIEHOUDER_ONBEKEND, vervang(M, "| corporaties |", "| corporatis |"), M, "E2"),
    (
        catalogue.ACTIEHOUDER_ONBEKEND,
        vervang(l.DOELEN, "| Noordbouw |", "| Noord |"),
        l.DOELEN,
        "E3",
    ),
    (catalogue.JAAR_ONLEESBAAR, vervang(M, "> 2026-2031", "ooit"), M, "D2"),
    (catalogue.JAAR_ONLEESBAAR, vervang(M, "> 2026-2031", "2031-2026"), M, "D2"),
    (catalogue.JAAR_LEEG, vervang(M, "> 2026-2031", ""), M, "D2"),
    (catalogue.JAAR_TWEE_LEZINGEN, vervang(M, "> 2026-2031", ">2026 2031"), M, "D2"),
    (catalogue.INDICATOR_ONBEKEND, vervang(l.DOELEN, "| A01-I1 ", "| A01-I7 "), l.DOELEN, "A2"),
    (catalogue.INDICATOR_ONBEKEND, vervang(D, "| A01-I2 |", "| A09-I2 |"), D, "B5"),
    (catalogue.INDICATOR_LEEG, vervang(D, "| A01-I2 |", "|  |"), D, "B5"),
    (catalogue.ZONDER_ACTIEHOUDER, vervang(M, "| gemeente |", "| |"), M, "E7"),
    (catalogue.CODE_HERGEBRUIKT, vervang(M, "A03-I2", "A02-I9"), M, "H7"),
    (
        catalogue.CODE_HERGEBRUIKT,
        vervang(D, "| A01-I1-M2 | A01-I1", "| A01-I2-M7 | A01-I1"),
        D,
        "A3",
    ),
    (catalogue.KEUZE_ONBEKEND, vervang(M, "| unie |", "| uni |"), M, "K6"),
    (catalogue.KEUZE_ONBEKEND, vervang(M, "| mijlpaal |", "| mijlpal |"), M, "J3"),
    (catalogue.KEUZE_ONBEKEND, vervang(M, "| vast |", "| zeker |"), M, "L2"),
    (catalogue.KEUZE_ONBEKEND, vervang(D, "| datum |", "| dag |"), D, "D6"),
    (
        catalogue.EENHEID_PAST_NIET,
        vervang(D, "| percentage | % |", "| bedrag | duizend euro |"),
        D,
        "E9",
    ),
    (catalogue.KEUZE_ONBEKEND, vervang(D, "| teller |", "| deel |"), D, "G7"),
    (catalogue.KEUZE_ONBEKEND, vervang(D, "| bij ja |", "| soms |"), D, "I6"),
    (catalogue.KEUZE_ONBEKEND, vervang(D, "| optellen |", "| tellen |"), D, "H2"),
    (catalogue.KEUZE_ONBEKEND, vervang(D, "| vastgesteld |", "| vastgestelt |"), D, "K2"),
    (catalogue.SJABLOON_TE_NIEUW, vervang(N, "| contact  ", "| sjabloonformaat "), N, "B7"),
    (catalogue.INSTELLING_ONTBREEKT, vervang(N, "| Molendam ", "| "), N, "B2"),
    (catalogue.INSTELLING_ONTBREEKT, vervang(N, "| kader ", "| kaader "), N, "B1"),
    (catalogue.JAAR_BUITEN_LOOPTIJD, vervang(M, "> 2026-2031", "2031, 2032"), M, "D2"),
    (catalogue.GETAL_ONLEESBAAR, vervang(N, "| 2026 ", "| straks "), N, "B5"),
    (catalogue.GETAL_ONLEESBAAR, vervang(l.DOELEN, "| 120 ", "| veel "), l.DOELEN, "C2"),
    (catalogue.GETAL_ONLEESBAAR, vervang(l.DOELEN, "| 2031 ", "| ooit "), l.DOELEN, "B2"),
    (catalogue.NUMMER_ONTBREEKT, vervang(M, "| 1. Meer woningen", "| Meer woningen"), M, "B2"),
    (
        catalogue.CODE_ONTBREEKT,
        {l.LOPEND: "| code | tekst |\n| --- | --- |\n| | Overleg |"},
        l.LOPEND,
        "A2",
    ),
    (catalogue.CODE_ONTBREEKT, vervang(P, "| HB   | Huurdersbelang ", "|  | "), P, "A5"),
    (
        catalogue.DOEL_IN_PROCENTEN,
        {l.DOELEN: f"{KOP_D}| A01-I1 | 2031 | 75% | A01-I1-M2 | |"},
        l.DOELEN,
        "C2",
    ),
    (
        catalogue.DOEL_ALS_DEEL,
        {l.DOELEN: f"{KOP_D}| A02-I2 | 2031 | 0.75 | A02-I2-M1 | |"},
        l.DOELEN,
        "C2",
    ),
    (catalogue.NOOT_ONDER_TABEL, erbij(M, "| * Zie hoofdstuk 2"), M, "A8"),
    (catalogue.NUMMERS_GEMAAKT, {M: re.sub(r"\d\. ", "", STANDAARD[M])}, M, "B1"),
    (catalogue.DOEL_OMGEKEERD, vervang(l.DOELEN, "| 120 ", "| 150 "), l.DOELEN, "C2"),
    (catalogue.AFSPRAAK_WISSELT, vervang(M, "2. Betaalbaar", "2. Goedkoop"), M, "B5"),
    (catalogue.AFSPRAAK_WISSELT, vervang(M, "| Samen leven", "| Samenleven"), M, "B7"),
    (
        catalogue.RIJ_OPEN,
        erbij(M, "| Bouwen | 1. Meer woningen | | 2026 | | | | A01-I3 | | | | open | | |"),
        M,
        "H8",
    ),
    (catalogue.RIJ_OPEN_COMPLEET, vervang(M, "| vast |", "| open |"), M, "L2"),
    (catalogue.SOORT_LEEG, vervang(D, "| aantal | projecten |", "| | projecten |"), D, "D10"),
    (catalogue.SOORT_ZONDER_GETAL, vervang(M, "| mijlpaal |", "| aantal |"), M, "J3"),
    (catalogue.COMBINEREN_LEEG, vervang(D, "| projecten | ieder |", "| projecten | |"), D, "F10"),
    (catalogue.DOEL_ZONDER_JAAR, {l.DOELEN: f"{KOP_D}| A01-I1 | | 5 | | |"}, l.DOELEN, "B2"),
    (catalogue.DOEL_NA_LOOPTIJD, {l.DOELEN: f"{KOP_D}| A01-I1 | 2032 | 5 | | |"}, l.DOELEN, "B2"),
    (catalogue.JAAR_BUITEN_LOOPTIJD, {l.DOELEN: f"{KOP_D}| A01-I1 | 2025 | 5 |"}, l.DOELEN, "B2"),
    (catalogue.DOEL_TE_HOOG, {l.DOELEN: f"{KOP_D}| A02-I1 | 2031 | 720 | | |"}, l.DOELEN, "C2"),
    (
        catalogue.DOEL_ZONDER_MEETWAARDE,
        {l.DOELEN: f"{KOP_D}| A01-I2 | 2031 | 5 | | |"},
        l.DOELEN,
        "A2",
    ),
    (catalogue.NOEMER_ONTBREEKT, vervang(D, "| noemer ", "| "), D, "G1"),
    (catalogue.NOG_VOORSTEL, vervang(D, "| vastgesteld |", "| voorstel |"), D, "K1"),
    (catalogue.PARTIJ_DUBBEL, vervang(P, "| Zuidwonen ", "| NOORDBOUW "), P, "B4"),
    (catalogue.GEEN_VRAAG, vervang(D, "| ja | |", "| ja | gemeente |"), D, "J2"),
    (catalogue.CODE_ONGESCHIKT, vervang(M, "A03-I2", "A03+I2"), M, "H7"),
    (catalogue.CODE_ONGESCHIKT, vervang(P, "| HB ", "| H-B "), P, "A5"),
    (catalogue.CODE_ONGESCHIKT, vervang(N, "| MOL ", "| M.O.L. "), N, "B4"),
    (catalogue.GROEP_ZONDER_VRAAG, erbij(P, "| ZG | Zorggroep | zorgpartijen |"), P, "C6"),
    (
        catalogue.SOM_VAN_PERCENTAGES,
        vervang(D, "percentage | % | ieder", "percentage | % | som"),
        D,
        "F9",
    ),
    (catalogue.STEMGEWICHT_ONLEESBAAR, erbij(N, "| stemgewicht per partij | veel | |"), N, "B10"),
    (
        catalogue.STEMGEWICHT_DUBBEL,
        erbij(N, "| stemgewicht per partij | 1 | |\n| stemgewicht per geleding | 1 | |"),
        N,
        "B11",
    ),
    (catalogue.DATUM_ONLEESBAAR, vervang(N, "| 15 februari ", "| half februari "), N, "B9"),
    (
        catalogue.DATUM_ONLEESBAAR,
        vervang(l.PLANNING, "| jaarprogramma          |       |", "| j | ooit |"),
        l.PLANNING,
        "E3",
    ),
    (catalogue.VERVANGT_BESTAANDE, {P: MET_VERVANGT}, P, "A4"),
    *(
        (catalogue.GRENS_ONGESCHIKT, met_instelling(naam, waarde), N, "B10")
        for naam, waarde in (
            ("grootste bestand (MB)", "veel"),
            ("grootste bestand (MB)", "0"),
            ("Meeste gevulde cellen", "10"),
            ("langste leestijd (seconden)", "2,5"),
        )
    ),
    (catalogue.KOP_DUBBEL, vervang(l.DOELEN, "| omschrijving |", "| minimum |"), l.DOELEN, "F1"),
    (catalogue.MAILADRES_ONLEESBAAR, vervang(P, "|        |", "| Jan <jan@x.nl> |"), P, "D2"),
    (catalogue.MAILADRES_ONLEESBAAR, erbij(N, "| cc | a@x.nl; b@x | |"), N, "B10"),
    (catalogue.MAILADRES_ONLEESBAAR, erbij(N, "| afzender | wonen | |"), N, "B10"),
    (catalogue.GRENS_ONGESCHIKT, erbij(N, "| mailserver poort | 70000 | |"), N, "B10"),
    (catalogue.INSTELLING_ONBEKEND, erbij(N, "| mailservr | smtp.x.nl | |"), N, "A10"),
    (catalogue.MAILSERVER_ONLEESBAAR, erbij(N, "| mailserver | smtp://x.nl | |"), N, "B10"),
    (catalogue.HERINNEREN_ONLEESBAAR, erbij(N, "| herinneren | 14.3 | |"), N, "B10"),
    (catalogue.KEUZE_ONBEKEND, {T: f"{KOP_T}| herinering | x | x |"}, T, "A2"),
    (catalogue.MAILVELD_ONBEKEND, {T: f"{KOP_T}| te laat | x | Beste {{parij}} |"}, T, "C2"),
    (catalogue.MAILVELD_ONBEKEND, {T: f"{KOP_T}| ontvangst | {{antwoorden}} | x |"}, T, "B2"),
    (catalogue.MAILVELD_IN_ZIN, {T: f"{KOP_T}| ontvangst | x | Zie {{antwoorden}} |"}, T, "C2"),
    (catalogue.OVERLEG_ZONDER_DAG, erbij(l.PLANNING, "| AO | ooit | | x | |"), l.PLANNING, "E4"),
    (
        catalogue.GEEN_WERKDAG,
        vervang(l.PLANNING, "vaststellen  |  ", "|27-3-2027"),
        l.PLANNING,
        "E2",
    ),
    (
        catalogue.OVERLEG_TE_LAAT,
        vervang(l.PLANNING, "vaststellen  |  ", "|1-4-2027"),
        l.PLANNING,
        "E2",
    ),
    (
        catalogue.DOEL_MEETWAARDE,
        {l.DOELEN: f"{KOP_D}| A01-I1 | 2031 | 5 | A02-I1-M1 | |"},
        l.DOELEN,
        "D2",
    ),
    (
        catalogue.DOEL_MEETWAARDE,
        {l.DOELEN: f"{KOP_D}| A01-I2 | 2031 | | A01-I2-M1 | |"},
        l.DOELEN,
        "D2",
    ),
    (catalogue.DOEL_ZONDER_CIJFER, {l.DOELEN: f"{KOP_D}| A02-I2 | 2031 | 5 | | |"}, l.DOELEN, "A2"),
    (
        catalogue.METER_ZONDER_GETAL,
        {l.DOELEN: f"{KOP_D}| A01-I1 | 2031 | | | ja |"},
        l.DOELEN,
        "E2",
    ),
    (catalogue.TIJD_ONLEESBAAR, {l.PLANNING: f"{KOP_P}| BO | x | 25.00 | | |"}, l.PLANNING, "C2"),
    (catalogue.TIJD_ONLEESBAAR, {l.PLANNING: f"{KOP_P}| BO | x | 13 | | |"}, l.PLANNING, "C2"),
    (catalogue.EIND_ZONDER_BEGIN, {l.PLANNING: f"{KOP_P}| BO | x | | '9.00 | |"}, l.PLANNING, "D2"),
    (
        catalogue.EIND_ZONDER_BEGIN,
        {l.PLANNING: f"{KOP_P}| BO | x | '9.30 | '9.00 | |"},
        l.PLANNING,
        "D2",
    ),
    (
        catalogue.GENODIGDE_ONBEKEND,
        {l.PLANNING: f"{KOP_P}| BO | x | | | corporatie |"},
        l.PLANNING,
        "E2",
    ),
    (
        catalogue.OVERLEG_TWEE_KEER,
        erbij(l.PLANNING, "| AO | | | x | 2-3-2027 |\n| AO | | | y | 2-3-2027 |"),
        l.PLANNING,
        "E5",
    ),
    (catalogue.ACTIEHOUDER_ONBEKEND, met_trekker(A01_I2="Oostwonen"), M, "O3"),
    (catalogue.TREKKER_PAST_NIET, met_trekker(A01_I2="corporaties"), M, "O3"),
    (catalogue.TREKKER_PAST_NIET, met_trekker(A01_I1="Huurdersbelang"), M, "O2"),
    (catalogue.TREKKER_BIJ_EIGEN_DEEL, met_trekker(A01_I1="Noordbouw"), M, "O2"),
    (catalogue.TREKKER_BIJ_EIGEN_DEEL, met_trekker(A02_I2="ZW"), M, "O5"),
    (
        catalogue.TREKKER_WORDT_NIET_GEVRAAGD,
        met_trekker(A01_I2="Noordbouw")
        | vervang(D, "vervangen | bij ja | | vast", "vervangen | bij ja | gemeente | vast"),
        M,
        "O3",
    ),
    (
        catalogue.TREKKER_NIET_ACTIEF,
        met_trekker(A01_I2="Noordbouw")
        | vervang(P, "| corporaties         |        |            |", "| corporaties | | 2027 |"),
        M,
        "O3",
    ),
    (catalogue.PARTIJ_IN_GEEN_GROEP, {P: f"{STANDAARD[P]}| XX | Extra | |"}, P, "C6"),
    (catalogue.EIGEN_NAAM_ONGESCHIKT, met_instelling("jaarprogramma", "agenda"), N, "B10"),
    (catalogue.INSTELLING_GEEN_JA_NEE, met_instelling("doorschuiven", "soms"), N, "B10"),
    (catalogue.KEUZE_ONBEKEND, {V: f"{KOP_V}| sprongen | | | 3 | x? |"}, V, "A2"),
    (catalogue.KEUZE_ONBEKEND, {V: f"{KOP_V}| | A01-I1 | | 3 | x? |"}, V, "A2"),
    (catalogue.REGEL_CODE_ONBEKEND, {V: f"{KOP_V}| sprong | A01-I9 | | 3 | x? |"}, V, "B2"),
    (
        catalogue.REGEL_CODE_ONBEKEND,
        {V: f"{KOP_V}| deel van | A01-I1-M1 | A01-I1 | | x? |"},
        V,
        "C2",
    ),
    (catalogue.REGEL_ZONDER_FACTOR, {V: f"{KOP_V}| sprong | | | | x? |"}, V, "D2"),
    (catalogue.REGEL_ZONDER_FACTOR, {V: f"{KOP_V}| sprong | | | 1 | x? |"}, V, "D2"),
    (catalogue.REGEL_ZONDER_FACTOR, {V: f"{KOP_V}| hoogstens | | | 0 | x? |"}, V, "D2"),
    (catalogue.REGEL_ZONDER_VRAAG, {V: f"{KOP_V}| sprong | | | 3 | |"}, V, "E2"),
    (catalogue.REGEL_ZONDER_VRAAG, {V: f"{KOP_V}| sprong | | | 3 | {'x' * 121} |"}, V, "E2"),
    (catalogue.REGEL_PAST_NERGENS, {V: f"{KOP_V}| ander jaar | A01-I1 | | | x? |"}, V, "B2"),
    (catalogue.REGEL_VERGELIJKT_NIETS, {V: f"{KOP_V}| deel van | A01-I1-M1 | | | x? |"}, V, "C2"),
    (
        catalogue.REGEL_VERGELIJKT_NIETS,
        {V: f"{KOP_V}| verwisseld | A01-I1 | A01-I1-M1 | 2 | x? |"},
        V,
        "C2",
    ),
    (
        catalogue.REGEL_DUBBEL,
        {V: f"{KOP_V}| ander jaar | | | | x? |\n| ander jaar | | | | y? |"},
        V,
        "A3",
    ),
    (catalogue.MEETWAARDE_ONBEKEND, {B: f"{KOP_B}| A01-I1-M9 | | 5 |"}, B, "A2"),
    (catalogue.BEGINSTAND_ONLEESBAAR, {B: f"{KOP_B}| A01-I1-M1 | | vijf |"}, B, "C2"),
    (catalogue.BEGINSTAND_ONLEESBAAR, {B: f"{KOP_B}| A01-I1-M1 | NB | |"}, B, "C2"),
    (catalogue.ACTIEHOUDER_ONBEKEND, {B: f"{KOP_B}| A01-I1-M1 | Noordbouv | 5 |"}, B, "B2"),
    (
        catalogue.BEGINSTAND_DUBBEL,
        {B: f"{KOP_B}| A01-I1-M1 | NB | 5 |\n| A01-I1-M1 | Noordbouw | 6 |"},
        B,
        "A3",
    ),
    (catalogue.AFSPRAAK_ONBEKEND, {J: f"{KOP_J}| 2026 | 9 | bouwen |"}, J, "B2"),
    (catalogue.JAAR_BUITEN_LOOPTIJD, {J: f"{KOP_J}| 2025 | 1 | bouwen |"}, J, "A2"),
    (catalogue.NORM_ZONDER_JAAR, {R: f"{KOP_R}| huurgrens | | 5 |"}, R, "B2"),
    (catalogue.NORM_ZONDER_JAAR, {R: f"{KOP_R}| | 2026 | 5 |"}, R, "A2"),
    (
        catalogue.NORM_DUBBEL,
        {R: f"{KOP_R}| huurgrens | 2026 | 5 |\n| Huurgrens | 2026 | 6 |"},
        R,
        "A3",
    ),
    (
        catalogue.NORM_ONBEKEND,
        vervang(D, "Tevreden huurders", "Onder {norm: huurgrens}"),
        D,
        "C9",
    ),
    (
        catalogue.NORM_ZONDER_WAARDE,
        vervang(D, "Tevreden huurders", "Onder {norm: huurgrens}")
        | {R: f"{KOP_R}| huurgrens | 2026 | 5 |"},
        R,
        "A2",
    ),
]


@pytest.mark.parametrize(
    ("regel", "tabellen", "blad", "cel"), GEVALLEN, ids=[f"{g[0].code}-{g[3]}" for g in GEVALLEN]
)
def test_a_finding_names_sheet_and_cell(
    lees: Lees, regel: Regel, tabellen: dict[str, str], blad: str, cel: str
) -> None:
    gevonden = met_code(lees(**tabellen), regel)
    assert Plek("sjabloon.xlsx", blad, cel) in [b.plek for b in gevonden]


def test_every_entry_about_the_template_is_provoked() -> None:
    geprobeerd = {regel.code for regel, *_ in GEVALLEN} | {catalogue.BLAD_ONTBREEKT.code}
    # These two need an older template beside it: test_template_changes.
    geprobeerd |= {catalogue.CODE_ANDERS_GEBRUIKT.code, catalogue.VERVANGT_ONBEKENDE.code}
    # Of a calendar, and of what already runs: test_calendar, test_already_done.
    geprobeerd |= {catalogue.ALLES_GEWEEST.code, catalogue.TOEZEGGING_CODE.code}
    # Of another municipality, and of what is asked later: test_check.
    geprobeerd |= {catalogue.RESTANT.code, catalogue.LATER_NODIG.code}
    # Of a weekend: test_weekends.
    geprobeerd.add(catalogue.INLEVEREN_IN_WEEKEND.code)
    # Of the rondes: test_cycle.
    geprobeerd |= {r.code for r in catalogue.CATALOGUS if "S250" <= r.code <= "S255"}
    # Of the landelijke codes: test_landelijk.
    geprobeerd |= {r.code for r in catalogue.CATALOGUS if "S272" <= r.code <= "S274"}
    # And these are about the light: test_traffic_light.
    geprobeerd |= {r.code for r in catalogue.CATALOGUS if "S150" <= r.code <= "S163"}
    assert {r.code for r in catalogue.CATALOGUS if r.code.startswith("S")} == geprobeerd


def test_what_was_replaced_may_stay_for_the_years_before(lees: Lees) -> None:
    tabel = MET_VERVANGT.replace("actief van", "actief t/m").replace(
        "| Noordbouw        | corporaties         |        |            |",
        "| Noordbouw | corporaties | | 2028 |",
    )
    assert met_code(lees(Partijen=tabel), catalogue.VERVANGT_BESTAANDE)
    tabel = tabel.replace("e-mail", "actief van").replace(
        "corporaties | | | NB |", "corporaties | 2029 | | nb |"
    )
    sjabloon = lees(Partijen=tabel)
    assert sjabloon.bevindingen == ()
    assert sjabloon.kader is not None
    assert sjabloon.kader.partijen[2].vervangt == ("NB",)


def test_caps_for_what_comes_in_are_settings(lees: Lees) -> None:
    sjabloon = lees(**met_instelling("Grootste bestand (MB)", "2"))
    assert leesgrenzen(sjabloon.geldig().instellingen) == replace(Limits(), file_bytes=2_000_000)
    for leeg in (lees(), lees(**met_instelling("meeste gevulde cellen", " "))):
        assert leesgrenzen(leeg.geldig().instellingen) == Limits()


def test_a_refusal_says_which_setting(tmp_path: Path) -> None:
    sjabloon = schrijf_sjabloon(tmp_path / "s.xlsx", **met_instelling("grootste bestand (MB)", "1"))
    (tmp_path / "groot.xlsx").write_bytes(b"x" * 1_000_001)
    (geweigerd,) = collect(
        Ronde(2026), [tmp_path / "groot.xlsx"], template=sjabloon, output=tmp_path / "uit"
    ).inzendingen
    (bevinding,) = geweigerd.bevindingen
    assert bevinding.code == catalogue.BESTAND_TE_GROOT.code
    assert "de instelling “grootste bestand (MB)” is 1 MB" in bevinding.tekst


@pytest.mark.parametrize("blad", sorted(l.SJABLOON_KOLOMMEN.keys() - l.MAG_ONTBREKEN))
def test_a_missing_sheet_is_named_with_its_columns(lees: Lees, blad: str) -> None:
    sjabloon = lees(**{blad: None})
    assert sjabloon.kader is None
    (bevinding,) = met_code(sjabloon, catalogue.BLAD_ONTBREEKT)
    assert f"“{blad}”" in bevinding.tekst
    assert all(kolom in bevinding.actie for kolom in l.SJABLOON_KOLOMMEN[blad][:3])


def test_several_faults_are_said_at_once(lees: Lees) -> None:
    sjabloon = lees(**vervang(P, "| ZW ", "| NB "), **vervang(M, "> 2026-2031", "ooit"))
    assert met_code(sjabloon, catalogue.CODE_DUBBEL_SJABLOON)
    assert met_code(sjabloon, catalogue.JAAR_ONLEESBAAR)


# -- suggestions and doubt -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("regel", "tabellen", "bedoeld"),
    [
        (catalogue.KOLOM_ONTBREEKT, vervang(P, "groep ", "groepp"), "groepp"),
        (
            catalogue.KOLOM_ONTBREEKT,
            vervang(M, "| Actiehouder |", "| Actiehoudster |"),
            "Actiehoudster",
        ),
        (
            catalogue.ACTIEHOUDER_ONBEKEND,
            vervang(M, "| corporaties |", "| corporatis |"),
            "corporaties",
        ),
        (catalogue.ACTIEHOUDER_ONBEKEND, vervang(M, "| gemeente |", "| Zuidwoonen |"), "Zuidwonen"),
        (catalogue.KEUZE_ONBEKEND, vervang(M, "| mijlpaal |", "| mijlpal |"), "mijlpaal"),
        (catalogue.INDICATOR_ONBEKEND, vervang(l.DOELEN, "| A01-I1 ", "| A01-l1 "), "A01-I1"),
    ],
)
def test_a_misspelled_word_gets_a_suggestion(
    lees: Lees, regel: Regel, tabellen: dict[str, str], bedoeld: str
) -> None:
    (bevinding, *_) = met_code(lees(**tabellen), regel)
    assert f"“{bedoeld}”?" in bevinding.actie


def test_a_misspelled_sheet_gets_a_suggestion(lees: Lees) -> None:
    sjabloon = lees(Partijen=None, Partyen=STANDAARD[P])
    (bevinding,) = met_code(sjabloon, catalogue.BLAD_ONTBREEKT)
    assert "Partyen" in bevinding.tekst + bevinding.actie


def test_a_sheet_is_known_without_capitals(lees: Lees) -> None:
    assert lees(Partijen=None, partijen=STANDAARD[P]).bevindingen == ()


@pytest.mark.parametrize(
    ("blad", "goed", "fout"),
    [
        (M, "| status |", "| statuss |"),
        (M, "| combineren |", "| combineeren |"),
        (D, "| telt als ", "| telt mee als "),
        (D, "| verplicht |", "| verplichtt |"),
        (l.DOELEN, "| minimum ", "| minimun "),
        (P, "| actief van ", "| aktief van "),
    ],
)
def test_a_misspelled_header_of_an_optional_column_is_not_passed_over(
    lees: Lees, blad: str, goed: str, fout: str
) -> None:
    """Else a row that is open is asked, or a target is lost, and nobody hears of it."""
    assert [b.plek.blad for b in lees(**vervang(blad, goed, fout)).bevindingen] == [blad]


def test_doubt_about_years_is_reported_and_read_as_a_range(lees: Lees) -> None:
    sjabloon = lees(**vervang(M, "> 2026-2031", ">2026 2031"))
    (bevinding,) = sjabloon.bevindingen
    assert bevinding.ernst is Ernst.MELDING
    assert sjabloon.geldig().indicatoren[0].jaren == set(range(2026, 2032))


def test_a_code_may_be_written_with_small_letters_points_and_spaces(lees: Lees) -> None:
    tabellen = vervang(P, "| HB ", "| hb ") | vervang(M, "A03-I2", "a03.i2")
    tabellen |= {D: STANDAARD[D].replace("| A03-I2 |", "| A03 I2 |")}
    sjabloon = lees(**tabellen)
    assert sjabloon.bevindingen == ()
    kader = sjabloon.geldig()
    assert kader.indicatoren[-1].code == "A03-I2"
    assert len(kader.meetwaarden_van("A03-I2")) == 2


def test_an_open_row_is_counted_shown_and_asked_of_nobody(lees: Lees) -> None:
    rij = "| Bouwen | 1. Meer woningen | | > 2026-2031 | | | | A01-I3 | | | | open | | zie AO |"
    sjabloon = lees(**erbij(M, rij))
    (bevinding,) = sjabloon.bevindingen
    assert bevinding.code == catalogue.RIJ_OPEN.code
    assert "zie AO" in bevinding.tekst
    kader = sjabloon.geldig()
    indicator = kader.indicatoren[-1]
    assert indicator in kader.actief(2026)
    assert kader.actiehouders(indicator, 2026) == ()
    assert all(
        i is not indicator for p in kader.partijen for i, _ in kader.vragen_aan(p.code, 2026)
    )


# -- use ---------------------------------------------------------------------------------------


def test_a_template_with_a_fout_cannot_be_used(lees: Lees) -> None:
    sjabloon = lees(**vervang(M, "> 2026-2031", "ooit"))
    with pytest.raises(NietUitgevoerd) as fout:
        sjabloon.geldig()
    codes = [b.code for b in fout.value.bevindingen]
    assert codes == [catalogue.SJABLOON_FOUT.code, catalogue.JAAR_ONLEESBAAR.code]


def test_what_is_open_or_proposed_does_not_stand_in_the_way(lees: Lees) -> None:
    sjabloon = lees(**vervang(M, "| vast |", "| open |"), **vervang(D, "vastgesteld", "voorstel"))
    assert sjabloon.bevindingen
    assert isinstance(sjabloon.geldig(), Kader)


@pytest.mark.parametrize(
    ("inhoud", "regel"),
    [
        (b"", catalogue.BESTAND_LEEG),
        (b"Beste gemeente, hierbij het sjabloon.", catalogue.GEEN_WERKBLAD),
        (b"PK\x03\x04" + bytes(60), catalogue.BESTAND_BESCHADIGD),
    ],
)
def test_a_template_that_is_no_workbook_is_a_finding(
    tmp_path: Path, reader: Reader, inhoud: bytes, regel: Regel
) -> None:
    bestand = tmp_path / "sjabloon.xlsx"
    bestand.write_bytes(inhoud)
    sjabloon = read_template(bestand, reader)
    assert sjabloon.kader is None
    assert [b.code for b in sjabloon.bevindingen] == [regel.code]


def test_a_template_that_is_not_there_is_a_finding(tmp_path: Path, reader: Reader) -> None:
    (bevinding,) = read_template(tmp_path / "weg.xlsx", reader).bevindingen
    assert bevinding.code == catalogue.BESTAND_ONTBREEKT.code


@pytest.mark.parametrize("formaat", ["ods", "xls"])
@pytest.mark.extern
def test_a_template_saved_by_another_program_reads_the_same(
    tmp_path: Path, reader: Reader, converteer: Callable[[Path, str, Path], Path], formaat: str
) -> None:
    bestand = schrijf_sjabloon(tmp_path / "sjabloon.xlsx")
    anders = converteer(bestand, formaat, tmp_path / "anders")
    eerst, nu = (read_template(b, reader).geldig() for b in (bestand, anders))
    assert [getattr(nu, f.name) for f in fields(Kader)] == [
        getattr(eerst, f.name) for f in fields(Kader)
    ]


@pytest.mark.parametrize(
    "naam",
    [
        "Aa en Hunze",
        "De Volmacht",
        "Woonborg",
        "Woonzorg Nederland",
        "De Deelmacht",
        "AH WOON",
        "gm1680",
        "RUIMTEVOLK",
    ],
)
def test_nothing_of_one_municipality_is_in_the_code(naam: str) -> None:
    bronnen = list(Path(kaderxl.__file__).parent.rglob("*.py"))
    assert len(bronnen) > 20
    assert [b.name for b in bronnen if naam.lower() in b.read_text(encoding="utf-8").lower()] == []


def test_weights_of_votes_that_are_read_are_no_finding(lees: Lees) -> None:
    gewicht = "| stemgewicht per partij | Noordbouw: 2; Zuidwonen: 1 | |"
    assert not lees(**erbij(N, gewicht)).bevindingen


def test_another_dash_and_what_nobody_sees_make_no_other_code(lees: Lees) -> None:
    """As Word makes of a code, and as what is copied from a page may bring along."""

    def anders(tabel: str) -> str:
        return re.sub(
            r"A\d\d-I\d(?:-M\d)?", lambda t: "\u200b" + t[0].replace("-", "\u2011"), tabel
        )

    gelezen, gewoon = lees(**{blad: anders(t) for blad, t in STANDAARD.items()}), lees()
    assert not [b for b in gelezen.bevindingen if b.ernst is Ernst.FOUT]
    nu, eerst = gelezen.geldig(), gewoon.geldig()
    assert nu.indicatoren == eerst.indicatoren
    assert nu.meetwaarden == eerst.meetwaarden

"""What changed between two templates, in the agreement's words; a code keeps its meaning."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from invullen import codes, enige
from sjablonen import STANDAARD, erbij, rijen, schrijf_sjabloon, vervang

from kaderxl.commands.check import Compared, compare
from kaderxl.core import catalogue
from kaderxl.core.colour import Beoordeling, Bijzonder
from kaderxl.core.findings import NietUitgevoerd
from kaderxl.core.kader import Kader
from kaderxl.core.traffic_light import Stoplicht
from kaderxl.reading import Reader
from kaderxl.template.changes import Wijziging, beoordeel, heel_anders, vergelijk
from kaderxl.template.read import read_template


@pytest.fixture(scope="module")
def oud(molendam: Path, reader: Reader) -> Kader:
    return read_template(molendam, reader).geldig()


class Vergelijking:
    """Compare the standard template with one whose sheets are changed."""

    def __init__(self, oud: Kader, reader: Reader, map_: Path) -> None:
        self.oud, self.reader, self.map = oud, reader, map_

    def nieuw(self, **tabellen: str | None) -> Kader:
        sjabloon = read_template(schrijf_sjabloon(self.map / "nieuw.xlsx", **tabellen), self.reader)
        assert sjabloon.kader is not None
        return sjabloon.kader

    def __call__(self, **tabellen: str | None) -> list[Wijziging]:
        return list(vergelijk(self.oud, self.nieuw(**tabellen)))

    def zinnen(self, **tabellen: str | None) -> list[str]:
        return [w.tekst for w in self(**tabellen)]


@pytest.fixture
def verschil(oud: Kader, reader: Reader, tmp_path: Path) -> Vergelijking:
    return Vergelijking(oud, reader, tmp_path)


Rij = dict[str, str]


def tabel(blad: str, **per_code: list[Rij]) -> str:
    """The standard table of a sheet with a column `vervangt`; a row becomes the rows given."""
    kop, *cellen = rijen(STANDAARD[blad])
    koppen = [*kop, "vervangt"]
    regels = [koppen, ["---"] * len(koppen)]
    for rij in cellen:
        gelezen = dict(zip(kop, rij, strict=False))
        regels += [
            [{**gelezen, **anders}.get(naam, "") for naam in koppen]
            for anders in per_code.get(gelezen["code"].replace("-", "_"), [{}])
        ]
    return "\n".join(f"| {' | '.join(regel)} |" for regel in regels)


def test_the_same_template_has_no_changes(verschil: Vergelijking) -> None:
    assert verschil() == []


def test_an_afspraak_comes_goes_and_takes_another_title(verschil: Vergelijking) -> None:
    monitoring = STANDAARD["Monitoringstabel"].replace("3. Prettig wonen", "4. Fijn wonen")
    monitoring = monitoring.replace("2. Betaalbaar", "2. Betaalbaar en veilig").replace(
        "A03-", "A04-"
    )
    meetwaarden = STANDAARD["Meetwaarden"].replace("A03-", "A04-")
    gevonden = verschil(Monitoringstabel=monitoring, Meetwaarden=meetwaarden)
    assert [(w.code, w.soort, w.tekst) for w in gevonden if w.onderwerp == "Afspraken"] == [
        ("2", "titel", "Afspraak “2. Betaalbaar” heet voortaan “2. Betaalbaar en veilig”."),
        ("3", "vervallen", "Afspraak “3. Prettig wonen” vervalt."),
        ("4", "nieuw", "Nieuwe afspraak “4. Fijn wonen”, bij het thema Samen leven."),
    ]


def test_an_afspraak_goes_to_another_theme(oud: Kader) -> None:
    eerste, *rest = oud.afspraken
    anders = replace(oud, afspraken=(replace(eerste, thema="Elders"), *rest))
    assert [(w.code, w.tekst) for w in vergelijk(oud, anders)] == [
        ("1", f"Afspraak “{eerste.titel}” gaat van het thema {eerste.thema} naar Elders.")
    ]


@pytest.mark.parametrize("veld", ["actief_van", "actief_tm"])
def test_a_partij_that_is_there_for_some_years_says_which(oud: Kader, veld: str) -> None:
    eerste, *rest = oud.partijen
    anders = replace(oud, partijen=(replace(eerste, **{veld: 2027}), *rest))  # type: ignore[arg-type]
    for was, wordt in ((oud, anders), (anders, oud)):
        (wijziging,) = vergelijk(was, wordt)
        assert "2027" in wijziging.tekst
        assert "None" not in wijziging.tekst


def test_an_indicator_with_other_years_and_actiehouders(verschil: Vergelijking) -> None:
    anders = vervang("Monitoringstabel", "> 2026-2031 | corporaties", "> 2028-2031 | Noordbouw")
    assert verschil.zinnen(**anders) == [
        "Indicator A01-I1 (“opgeleverde woningen”): jaren was “2026-2031”, wordt “2028-2031”.",
        "Indicator A01-I1 (“opgeleverde woningen”): "
        "actiehouders was “Noordbouw en Zuidwonen”, wordt “Noordbouw”.",
    ]


def test_a_new_indicator_says_when_and_by_whom(verschil: Vergelijking) -> None:
    rij = "| Bouwen | 1. Meer woningen | flexwoningen | > 2028-2030 | Zuidwonen | | | A01-I3 |"
    assert verschil.zinnen(**erbij("Monitoringstabel", rij)) == [
        "Nieuwe indicator A01-I3 (“flexwoningen”): 2028-2030, Zuidwonen."
    ]


def test_an_indicator_is_split(verschil: Vergelijking) -> None:
    delen = [
        {"code": "A03-I3", "Indicator": "kleine projecten", "vervangt": "A03-I1"},
        {"code": "A03-I4", "Indicator": "grote projecten", "vervangt": "A03-I1"},
    ]
    meetwaarden = STANDAARD["Meetwaarden"].replace("A03-I1", "A03-I3")
    gevonden = verschil(
        Monitoringstabel=tabel("Monitoringstabel", A03_I1=delen), Meetwaarden=meetwaarden
    )
    assert [(w.soort, w.tekst) for w in gevonden if w.onderwerp == "Indicatoren"] == [
        (
            "gesplitst",
            "Indicator A03-I1 (“projecten in de wijk”) is nu A03-I3 (“kleine projecten”) en "
            "A03-I4 (“grote projecten”).",
        )
    ]


def test_partijen_that_merge(verschil: Vergelijking) -> None:
    partijen = """
        | code | naam             | groep               | vervangt |
        | ---- | ---------------- | ------------------- | -------- |
        | GEM  | Gemeente Molendam| gemeente            |          |
        | NZ   | Noorderzuid      | corporaties         | NB, zw   |
        | HB   | Huurdersbelang   | huurdersverenigingen|          |
    """
    doelen = STANDAARD["Doelen"].replace("Noordbouw", "Noorderzuid")
    gevonden = verschil(Partijen=partijen, Doelen=doelen)
    assert [(w.code, w.soort, w.tekst) for w in gevonden if w.onderwerp == "Partijen"] == [
        (
            "NZ",
            "samengevoegd",
            "NB (“Noordbouw”) en ZW (“Zuidwonen”) gaan op in NZ (“Noorderzuid”).",
        )
    ]


def test_one_goes_up_in_another_that_was_there(verschil: Vergelijking) -> None:
    weg = tabel("Meetwaarden", A01_I1_M3=[], A01_I1_M2=[{"vervangt": "A01-I1-M3"}])
    assert verschil.zinnen(Meetwaarden=weg) == [
        "A01-I1-M3 (“Verkocht”) gaat op in A01-I1-M2 (“Gesloopt”)."
    ]


def test_a_new_code_for_the_same_thing(verschil: Vergelijking) -> None:
    nieuw = {"code": "A01-I2-M9", "vervangt": "A01-I2-M2", "verplicht": "ja"}
    assert verschil.zinnen(Meetwaarden=tabel("Meetwaarden", A01_I2_M2=[nieuw])) == [
        "Meetwaarde A01-I2-M2 (“Gereed op”) heet voortaan A01-I2-M9 (“Gereed op”).",
        "Meetwaarde A01-I2-M2 (“Gereed op”): verplicht was “bij ja”, wordt “ja”.",
    ]


def test_what_was_replaced_before_is_no_change_again(verschil: Vergelijking) -> None:
    kader = verschil.nieuw(Meetwaarden=tabel("Meetwaarden", A01_I1_M2=[{"vervangt": "A01-I1-M9"}]))
    assert list(vergelijk(kader, kader)) == []
    assert list(beoordeel(kader, kader, "nieuw.xlsx", "oud.xlsx")) == []


@pytest.mark.parametrize(
    ("blad", "eerst", "dan", "zin"),
    [
        (
            "Meetwaarden",
            "| A01-I1-M2 | A01-I1 | Gesloopt | aantal | woningen |",
            "| A01-I1-M2 | A01-I1 | Gesloopt | aantal | panden |",
            "Meetwaarde A01-I1-M2 (“Gesloopt”): eenheid was “woningen”, wordt “panden”.",
        ),
        (
            "Partijen",
            "| HB   | Huurdersbelang   | huurdersverenigingen|        |            |            |",
            "| HB | Huurdersbelang | huurdersverenigingen | post@hb.example | | 2029 |",
            "Partij HB (“Huurdersbelang”): het e-mailadres is veranderd.",
        ),
        (
            "Doelen",
            "| 120     | 140     |",
            "| 130     | 140     |",
            "Het doel bij A01-I1 t/m 2031 was “120 tot 140 netto”, wordt “130 tot 140 netto”.",
        ),
        (
            "Doelen",
            "| Noordbouw |",
            "| Zuidwonen |",
            "Het doel bij A01-I1 t/m 2031 van Noordbouw vervalt: “90 netto”.",
        ),
        (
            "Planning",
            "voor 1 april",
            "voor 1 mei",
            "Nieuw in de planning: BO, eerste kwartaal, voor 1 mei, evaluatie vaststellen.",
        ),
        (
            "Lijsten",
            "a – vertraagd ",
            "a – te laat ",
            "De betekenis van “Oranje, reden a” was “vertraagd”, wordt “te laat”.",
        ),
        (
            "Instellingen",
            "15 februari",
            "1 maart",
            "De instelling “inleveren evaluatie” was “15 februari”, wordt “1 maart”.",
        ),
    ],
)
def test_other_changes_are_sentences(
    verschil: Vergelijking, blad: str, eerst: str, dan: str, zin: str
) -> None:
    assert zin in verschil.zinnen(**vervang(blad, eerst, dan))


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"synoniemen": ("gr", "op koers")}, "“Groen, synoniemen” was “g”, wordt “gr; op koers”."),
        ({"symbool": "+"}, "“Groen, symbool” was “●”, wordt “+”."),
        ({"vulling": "#000000"}, "“Groen, vulling” was “#111111”, wordt “#000000”."),
        ({"tekstkleur": "#FFFFFF"}, "“Groen, tekstkleur” was “leeg”, wordt “#FFFFFF”."),
        ({"rang": 0}, "“Groen, rang” was “3”, wordt “leeg”."),
        ({"vraagt_reden": True}, "“Groen, vraagt reden” was “nee”, wordt “ja”."),
        ({"vraagt_toelichting": True}, "“Groen, vraagt toelichting” was “nee”, wordt “ja”."),
        ({"bijzonder": Bijzonder.KLAAR}, "“Groen, bijzonder” was “leeg”, wordt “klaar”."),
        ({"betekenis": "loopt"}, "“Groen” was “op koers”, wordt “loopt”."),
        ({"redenen": {"a": "druk"}}, "“Groen, reden a” was “leeg”, wordt “druk”."),
    ],
    ids=lambda wat: next(iter(wat)) if isinstance(wat, dict) else "",
)
def test_whatever_the_template_says_of_a_colour_is_compared(
    oud: Kader, velden: dict[str, object], zin: str
) -> None:
    eerst = Beoordeling("Groen", "op koers", ("g",), "●", "#111111", rang=3)
    dan = replace(eerst, **velden)  # type: ignore[arg-type]
    was, wordt = (replace(oud, stoplicht=Stoplicht((kleur,))) for kleur in (eerst, dan))
    (wijziging,) = vergelijk(was, wordt)
    assert wijziging.tekst.endswith(zin)
    assert list(vergelijk(was, was)) == []


def test_of_a_new_colour_only_its_meaning_is_told(oud: Kader) -> None:
    een, twee = (Beoordeling(woord, f"betekent {woord}", rang=1) for woord in ("Groen", "Blauw"))
    was, wordt = (replace(oud, stoplicht=Stoplicht(kleuren)) for kleuren in ((een,), (een, twee)))
    for eerst, dan in ((was, wordt), (wordt, was)):
        (wijziging,) = vergelijk(eerst, dan)
        assert "De betekenis van “Blauw” was" in wijziging.tekst


# A code keeps its meaning


@pytest.mark.parametrize(
    ("eerst", "dan", "anders"),
    [
        ("opgeleverde woningen", "aantal opgeleverde sociale woningen", False),
        ("opgeleverde woningen", "opgelevrede woningen", False),
        ("opgeleverde woningen", "aantal klachten over schimmel", True),
        ("aantal woningen", "aantal klachten", True),
        ("aandeel", "aandeel", False),
    ],
)
def test_a_text_that_is_wholly_other(eerst: str, dan: str, anders: bool) -> None:
    assert heel_anders(eerst, dan) is heel_anders(dan, eerst) is anders


def test_a_code_given_to_something_else_is_a_fout(verschil: Vergelijking, oud: Kader) -> None:
    nieuw = verschil.nieuw(
        **vervang("Monitoringstabel", "jaarlijks overleg", "klachten in de buurt")
    )
    bevinding = enige(
        beoordeel(oud, nieuw, "nieuw.xlsx", "oud.xlsx"), catalogue.CODE_ANDERS_GEBRUIKT
    )
    assert "A03-I2 was “jaarlijks overleg” en is nu “klachten in de buurt”" in bevinding.tekst
    assert bevinding.plek.blad == "Monitoringstabel"


def test_unless_it_says_what_it_replaces_this_time(verschil: Vergelijking, oud: Kader) -> None:
    anders = {"Indicator": "klachten in de buurt", "vervangt": "A03-I1"}
    tabel_nu = tabel("Monitoringstabel", A03_I1=[], A03_I2=[anders])
    meetwaarden = tabel("Meetwaarden", A03_I1_M1=[], A03_I1_M2=[])
    nieuw = verschil.nieuw(Monitoringstabel=tabel_nu, Meetwaarden=meetwaarden)
    assert codes(beoordeel(oud, nieuw, "nieuw.xlsx", "oud.xlsx")) == []
    tabel_later = tabel_nu.replace("klachten in de buurt", "flexwoningen")
    later = verschil.nieuw(Monitoringstabel=tabel_later, Meetwaarden=meetwaarden)
    assert codes(beoordeel(nieuw, later, "later.xlsx", "nieuw.xlsx")) == [
        catalogue.CODE_ANDERS_GEBRUIKT.code
    ]


def test_a_replaced_code_that_never_was(verschil: Vergelijking, oud: Kader) -> None:
    meetwaarden = tabel("Meetwaarden", A01_I1_M1=[{"vervangt": "A01-I7-M1"}])
    nieuw = verschil.nieuw(Meetwaarden=meetwaarden)
    assert codes(beoordeel(oud, nieuw, "nieuw.xlsx", "oud.xlsx")) == [
        catalogue.VERVANGT_ONBEKENDE.code
    ]


# The command


def test_compare_gives_changes_and_findings(molendam: Path, tmp_path: Path) -> None:
    nieuw = schrijf_sjabloon(
        tmp_path / "nieuw.xlsx", **vervang("Monitoringstabel", "jaarlijks overleg", "klachten")
    )
    vergeleken = compare(molendam, nieuw)
    assert isinstance(vergeleken, Compared)
    assert vergeleken.oud == molendam.name
    assert [w.soort for w in vergeleken.wijzigingen] == ["tekst"]
    assert catalogue.CODE_ANDERS_GEBRUIKT.code in codes(vergeleken.sjabloon.bevindingen)


def test_an_older_template_that_is_none_stops_it(molendam: Path, tmp_path: Path) -> None:
    with pytest.raises(NietUitgevoerd):
        compare(tmp_path / "niets.xlsx", molendam)

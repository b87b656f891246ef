"""A rule of the sheet Regels is a question about an answer, never a refusal; “klopt, want …” is an
answer to it, for that value and no other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from invullen import FEBRUARI, Antwoorden, codes, inzending, maak_return, oordeel, vul, zoek_tabel
from openpyxl import load_workbook
from rondes_maken import maak_matrix, woningen
from sjablonen import schrijf_sjabloon

from kaderxl.commands.collect import collect
from kaderxl.commands.collected import Collected
from kaderxl.commands.generate import generate
from kaderxl.commands.merge import merge
from kaderxl.core import catalogue, labels as l
from kaderxl.core.answers import Cel, Uitgangspunt
from kaderxl.core.cycle import cyclus_van
from kaderxl.core.doubts import Ijkpunt, is_bevestigd
from kaderxl.core.kader import Doel, Kader
from kaderxl.core.rounds import Ernst, Fase, Ronde
from kaderxl.reading import Reader
from kaderxl.returns.counting import count
from kaderxl.returns.doubts import find_doubts, with_doubts
from kaderxl.returns.judge import validate
from kaderxl.returns.order import Filed, Moments
from kaderxl.template.read import read_template
from kaderxl.years.reference import reference_values

REGELS = """
    | soort | waar | vergelijk met | factor | pas boven | vraag |
    | --- | --- | --- | --- | --- | --- |
    | sprong |  |  | 3 | 5 | Veel meer of minder dan vorige keer. Klopt dat? |
    | daalt |  |  |  |  | Minder dan bij de tussenstand. Klopt dat? |
    | hetzelfde |  |  |  | 5 | Gelijk aan vorig jaar. Klopt dat? |
    | hoogstens | A01-I1-M1 |  | 500 |  | Dit is veel. Klopt dat? |
    | deel van | A01-I1-M2 | A02-I1-M2 |  |  | Meer dan al uw woningen. Klopt dat? |
    | verwisseld | A01-I1-M1 | A01-I1-M2 | 2 | 5 | Verwisseld met gesloopt? |
    | ander jaar |  |  |  |  | Een ander jaar. Klopt dat? |
    | klaar en nee |  |  |  |  | Klaar, en toch nee? |
    | te laat |  |  |  |  | Goed, en toch nee? |
    | onder het pad | A01-I1 |  | 1 |  | U loopt achter. Klopt dat? |
    | allen hetzelfde |  |  |  | 5 | Telde ieder alleen zijn eigen deel? |
"""
SPRONG = "Veel meer of minder dan vorige keer. Klopt dat?"
HOOGSTENS = "Dit is veel. Klopt dat?"
Eerder = Mapping[str, tuple[Ijkpunt, ...]]


@pytest.fixture(scope="module")
def sjabloon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return schrijf_sjabloon(tmp_path_factory.mktemp("s") / "s.xlsx", Regels=REGELS)


@pytest.fixture(scope="module")
def klein(sjabloon: Path, reader: Reader) -> Kader:
    return read_template(sjabloon, reader).geldig()


def punt(waarde: int | str, ronde: Ronde | None = None) -> tuple[Ijkpunt, ...]:
    """An answer of 2026, or of another ronde."""
    return (Ijkpunt(ronde or Ronde(2026), waarde),)


def vragen(
    kader: Kader, gegeven: Antwoorden, eerder: Eerder, ronde: Ronde, partij: str = "NB"
) -> list[str]:
    """The questions that are asked of these answers."""
    gevonden = find_doubts(inzending(kader, partij, gegeven, ronde), kader, ronde, eerder)
    assert {b.ernst for b in gevonden} <= {Ernst.WAARSCHUWING}
    teksten = [regel.vraag for regel in kader.regels]
    return [v for b in gevonden for v in teksten if v in b.tekst]


JAAR, TUSSEN = Ronde(2027), Ronde(2027, Fase.TUSSENSTAND)
# The last of its year, held before that is over.
(NOVEMBER,) = cyclus_van((Fase("november", peildag=(11, 1)),)).fasen
BRUTO, SLOOP = "A01-I1-M1", "A01-I1-M2"


@pytest.mark.parametrize(
    ("gegeven", "eerder", "ronde", "gevraagd"),
    [
        (woningen(31), {BRUTO: punt(10)}, TUSSEN, [SPRONG]),
        (woningen(30), {BRUTO: punt(10)}, TUSSEN, []),
        (woningen(6), {BRUTO: punt(0)}, TUSSEN, [SPRONG]),
        (woningen(5), {BRUTO: punt(1)}, TUSSEN, []),
        (woningen(0), {BRUTO: punt(90)}, TUSSEN, []),
        ({"A02-I1": oordeel("Groen"), "A02-I1-M2": {"Waarde": 20}}, {}, TUSSEN, []),
        (
            {"A02-I1": oordeel("Groen"), "A02-I1-M2": {"Waarde": 20}},
            {"A02-I1-M2": punt(90)},
            TUSSEN,
            [SPRONG],
        ),
        (
            woningen(9),
            {BRUTO: punt(10, Ronde(2027, Fase.TUSSENSTAND))},
            JAAR,
            ["Minder dan bij de tussenstand. Klopt dat?"],
        ),
        (woningen(9), {BRUTO: punt(10)}, TUSSEN, []),
        (woningen(10), {BRUTO: punt(10)}, TUSSEN, ["Gelijk aan vorig jaar. Klopt dat?"]),
        (woningen(5), {BRUTO: punt(5)}, TUSSEN, []),
        (woningen(501), {}, TUSSEN, [HOOGSTENS]),
        (
            {**woningen(10, 9), "A02-I1-M2": {"Waarde": 8}},
            {},
            TUSSEN,
            ["Meer dan al uw woningen. Klopt dat?"],
        ),
        (
            woningen(12, 28),
            {BRUTO: punt(29), SLOOP: punt(11)},
            TUSSEN,
            ["Verwisseld met gesloopt?"],
        ),
        (woningen(1, 3), {BRUTO: punt(3), SLOOP: punt(1)}, TUSSEN, []),
        (woningen(12, 28), {BRUTO: punt(29)}, TUSSEN, []),
        (woningen(12, 28), {SLOOP: punt(11)}, TUSSEN, []),
        (
            {"A01-I2": oordeel("Groen"), "A01-I2-M2": {"Waarde": date(2025, 12, 31)}},
            {},
            Ronde(2026, Fase.TUSSENSTAND),
            ["Een ander jaar. Klopt dat?"],
        ),
        (
            {"A01-I2": oordeel("Groen"), "A01-I2-M2": {"Waarde": date(2026, 12, 31)}},
            {},
            Ronde(2026, Fase.TUSSENSTAND),
            [],
        ),
        (
            {"A01-I2": oordeel("Afgerond"), "A01-I2-M1": {"Waarde": "nee"}},
            {},
            Ronde(2026, Fase.TUSSENSTAND),
            ["Klaar, en toch nee?"],
        ),
        (
            {"A01-I2": oordeel("Groen"), "A01-I2-M1": {"Waarde": "Nee"}},
            {},
            Ronde(2026),
            ["Goed, en toch nee?"],
        ),
        (
            {"A01-I2": oordeel("Groen"), "A01-I2-M1": {"Waarde": "Nee"}},
            {},
            Ronde(2026, Fase.TUSSENSTAND),
            [],
        ),
        (
            {"A01-I2": oordeel("Groen"), "A01-I2-M1": {"Waarde": "Nee"}},
            {},
            Ronde(2026, NOVEMBER),
            [],
        ),
        (woningen(5), {"A01-I1": punt(20)}, Ronde(2027, NOVEMBER), []),
        (woningen(5), {"A01-I1": punt(20)}, JAAR, ["U loopt achter. Klopt dat?"]),
        (woningen(10), {"A01-I1": punt(20)}, JAAR, []),
        # who says itself that it is behind needs no question
        (
            {**woningen(5), "A01-I1": oordeel("Oranje", "a", "Fictief")},
            {"A01-I1": punt(20)},
            JAAR,
            [],
        ),
        (woningen(5), {}, JAAR, []),
        (woningen("31"), {BRUTO: punt(10)}, TUSSEN, [SPRONG]),
    ],
)
def test_what_is_asked(
    klein: Kader, gegeven: Antwoorden, eerder: Eerder, ronde: Ronde, gevraagd: list[str]
) -> None:
    assert vragen(klein, gegeven, eerder, ronde) == gevraagd


def test_the_question_has_the_answer_and_the_one_of_before(klein: Kader) -> None:
    antwoord = inzending(klein, "NB", woningen(60_000), JAAR)
    eerste, _ = find_doubts(antwoord, klein, JAAR, {BRUTO: punt(60)})
    assert eerste.tekst == (
        f"Een vraag over {BRUTO} (60.000 woningen): {SPRONG} (Eerder: 60 woningen.)"
    )
    assert antwoord.voorzetten["A01-I1"].compleet, "a question is no refusal"


@pytest.mark.parametrize(
    ("toelichting", "klopt"),
    [
        ("Klopt, want er kwam een wijk bij", True),
        ("Dat KLOPT", True),
        ("dit klopt niet, we zoeken het uit", False),
        ("klopt  niet", False),
        ("we zoeken het uit", False),
        ("", False),
    ],
)
def test_a_partij_says_that_it_is_right(klein: Kader, toelichting: str, klopt: bool) -> None:
    assert is_bevestigd(toelichting) is klopt
    gegeven = {**woningen(501), "A01-I1": oordeel("Groen", None, toelichting)}
    assert vragen(klein, gegeven, {}, TUSSEN) == ([] if klopt else [HOOGSTENS])


def test_what_was_said_of_one_value_is_not_said_of_a_later_one(klein: Kader) -> None:
    gezegd = {**woningen(501), "A01-I1": oordeel("Groen", None, "Klopt, want een hele wijk")}
    eerst = maak_return(klein, "NB", gezegd, TUSSEN)

    def samen(*bladen: Antwoorden) -> list[str]:
        """Each sheet was made from the one before it."""
        filed: list[Filed] = []
        basis: dict[Cel, Any] = {}
        for nummer, blad in enumerate(bladen):
            terug = maak_return(klein, "NB", blad, TUSSEN)
            terug = replace(terug, uitgangspunt=Uitgangspunt(basis, herstelblad=bool(basis)))
            moment = f"2027-10-0{nummer + 1}T10:00:00+00:00"
            gelezen = validate(replace(terug, gewijzigd=moment), klein, TUSSEN)
            filed.append(Filed(gelezen, Moments(ontvangen=moment), -1, ""))
            basis = {(c, k): w for c, rij in blad.items() for k, w in rij.items() if w is not None}
        geteld = count(filed, klein, TUSSEN).inzendingen
        return [b.tekst for i in with_doubts(geteld, klein, TUSSEN, {}) for b in i.bevindingen]

    assert eerst.geschreven == {}
    anders = {**gezegd, BRUTO: {"Waarde": 900}}
    opnieuw = {**anders, "A01-I1": oordeel("Groen", None, "Klopt, want twee hele wijken")}
    assert not [t for t in samen(gezegd) if HOOGSTENS in t]
    assert [t for t in samen(gezegd, anders) if HOOGSTENS in t]
    assert not [t for t in samen(gezegd, anders, opnieuw) if HOOGSTENS in t]
    eerder_gevraagd = {**woningen(501)}
    assert not [t for t in samen(eerder_gevraagd, gezegd) if HOOGSTENS in t]


def test_the_same_number_from_everybody_is_asked_of_each(klein: Kader) -> None:
    def gevraagd(nb: int, zw: int, toelichting: str = "") -> list[list[str]]:
        eigen = {**woningen(nb), "A01-I1": oordeel("Groen", None, toelichting)}
        alle = [inzending(klein, "NB", eigen, TUSSEN), inzending(klein, "ZW", woningen(zw), TUSSEN)]
        met = with_doubts(alle, klein, TUSSEN, {})
        code = catalogue.ALLEN_HETZELFDE.code
        return [[b.tekst for b in i.bevindingen if b.code == code] for i in met]

    noordbouw, zuidwonen = gevraagd(80, 80)
    assert noordbouw == zuidwonen
    assert "(80 woningen), dat van Noordbouw en Zuidwonen hetzelfde is" in noordbouw[0]
    assert gevraagd(80, 81) == [[], []]
    assert gevraagd(0, 0) == [[], []], "nothing is what most have"
    assert gevraagd(80, 80, "klopt, want het is toeval") == [[], zuidwonen]


def test_a_template_without_rules_asks_nothing(klein: Kader) -> None:
    zonder = replace(klein, regels=())
    antwoorden = [inzending(zonder, "NB", woningen(9_999), TUSSEN)]
    assert with_doubts(antwoorden, zonder, TUSSEN, {}) == (*antwoorden,)


# The numbers of before


def test_the_numbers_of_before_are_those_of_the_partij_itself(klein: Kader) -> None:
    eerder = [
        maak_matrix(klein, Ronde(2026, Fase.TUSSENSTAND), {"NB": woningen(4)}),
        maak_matrix(klein, Ronde(2026), {"NB": woningen(9), "ZW": woningen(3)}),
        maak_matrix(klein, Ronde(2027, Fase.TUSSENSTAND), {"NB": woningen(6, 2, 1)}),
    ]
    punten = reference_values(klein, Ronde(2027), eerder)
    assert [(str(p.ronde), p.waarde) for p in punten["NB"][BRUTO]] == [
        ("2027-tussenstand", 6),
        ("2026-evaluatie", 9),
        ("2026-tussenstand", 4),
    ]
    assert [p.waarde for p in punten["ZW"][BRUTO]] == [3]
    assert [p.waarde for p in punten["NB"]["A01-I1"]] == [9], "netto, of whole years"
    zonder = reference_values(klein, Ronde(2028), eerder)
    assert "A01-I1" not in zonder["NB"], "2027 is not known"


def test_the_beginning_is_what_a_first_answer_is_held_against(
    tmp_path: Path, reader: Reader
) -> None:
    begin = """
        | meetwaarde | partij | waarde |
        | --- | --- | --- |
        | A01-I1-M1 | Noordbouw | 60 |
        | A01-I1-M1 |  | 90 |
    """
    bestand = schrijf_sjabloon(tmp_path / "s.xlsx", Regels=REGELS, Beginstand=begin)
    kader = read_template(bestand, reader).geldig()
    punten = reference_values(kader, Ronde(2026), ())
    assert [p.waarde for p in punten["NB"][BRUTO]] == [60]
    assert BRUTO not in punten["ZW"], "90 is of all together"


# Through the files


Stuur = Callable[..., Collected]


@pytest.fixture
def stuur(sjabloon: Path, tmp_path: Path) -> Stuur:
    output = tmp_path / "uit"
    ronde = Ronde(2026)
    (blad,) = (
        b.bestand
        for b in generate(ronde, template=sjabloon, output=output).invulbladen
        if b.partij.code == "NB"
    )

    def stuur(gegeven: Antwoorden, basis: Path | None = None, op: str = FEBRUARI) -> Collected:
        inbox = tmp_path / f"in-{op[:10]}"
        inbox.mkdir()
        (inbox / "NB.xlsx").write_bytes(vul((basis or blad).read_bytes(), gegeven, op=op))
        return collect(ronde, [inbox], template=sjabloon, output=output)

    return stuur


def test_a_doubt_goes_to_the_partij_and_its_word_ends_it(
    stuur: Stuur, sjabloon: Path, tmp_path: Path
) -> None:
    """1 becomes 9999: a warning, a question in the correction workbook, and then an answer."""
    (ingenomen,) = stuur(woningen(9999)).inzendingen
    assert ingenomen.status == "aangenomen"
    twijfel = [b for b in ingenomen.bevindingen if b.code == catalogue.TWIJFEL.code]
    assert [HOOGSTENS in b.tekst for b in twijfel] == [True]
    assert ingenomen.herstel is not None
    tabel = zoek_tabel(load_workbook(ingenomen.herstel))
    opmerking = str(tabel.cel(BRUTO, l.OPMERKING).value)
    assert "klopt, want" in opmerking
    assert HOOGSTENS in opmerking
    klopt: Antwoorden = {"A01-I1": oordeel("Groen", None, "Klopt, want een nieuwe stad")}
    (tweede,) = stuur(klopt, ingenomen.herstel, "2027-02-03T09:00:00Z").inzendingen
    assert catalogue.TWIJFEL.code not in codes(tweede.bevindingen)
    matrix = merge(Ronde(2026), template=sjabloon, output=tmp_path / "uit").matrix
    over = [b for i in matrix.inzendingen for b in i.bevindingen]
    assert catalogue.TWIJFEL.code not in codes(over)
    assert tweede.herstel is not None, "other rows are still empty"
    anders: Antwoorden = {BRUTO: {"Waarde": 8888}}
    (derde,) = stuur(anders, tweede.herstel, "2027-02-05T09:00:00Z").inzendingen
    assert "8.888" in next(b.tekst for b in derde.bevindingen if b.code == catalogue.TWIJFEL.code)


def test_on_the_screen_the_questions_of_one_file_are_one_line_and_asked_once(
    stuur: Stuur, sjabloon: Path, tmp_path: Path
) -> None:
    ingenomen = stuur({BRUTO: {"Waarde": 9999}, "A01-I1-M2": {"Waarde": 9999},
                       "A02-I1-M2": {"Waarde": 1}})  # fmt: skip
    regels = [*ingenomen.lines()]
    (vragen,) = (r for r in regels if "vragen over antwoorden" in r)
    (blad,) = ingenomen.inzendingen
    twijfel = [b for b in blad.bevindingen if b.code == catalogue.TWIJFEL.code]
    assert len(twijfel) > 1
    cellen = ", ".join(b.plek.cel for b in twijfel)
    assert vragen == (
        f"  waarschuwing I430: {len(twijfel)} vragen over antwoorden: {cellen}"
        " – ze staan in het herstelblad."
    )
    wacht = next(n for n, r in enumerate(regels) if " fout " in r)
    assert wacht < regels.index(vragen), "below what is to be mended"
    assert sum("I430" in r for r in regels) == 1
    voluit = [*replace(ingenomen, alles=True).lines()]
    assert sum("I430" in r for r in voluit) == len(twijfel)
    weer = collect(Ronde(2026), [next(tmp_path.glob("in-*"))],
                   template=sjabloon, output=tmp_path / "uit")  # fmt: skip
    assert not [r for r in weer.lines() if "vragen over" in r or "I430" in r]
    (nog,) = weer.inzendingen
    assert [b for b in nog.bevindingen if b.code == catalogue.TWIJFEL.code] == twijfel


def test_what_only_has_questions_stands_below_what_waits_for_somebody(
    stuur: Stuur, tmp_path: Path
) -> None:
    (blad,) = stuur(woningen(9999)).inzendingen
    vraag = replace(
        blad, bevindingen=tuple(b for b in blad.bevindingen if b.code == catalogue.TWIJFEL.code)
    )
    wacht = catalogue.STUK_VAN_WIE.bij(soort="een pdf", bestand="x.pdf", ronde="", begin="0" * 8)
    stuk = replace(blad, bestand="x.pdf", herkomst="x.pdf", bevindingen=(wacht,), herstel=None)
    regels = [*Collected(Ronde(2026), (vraag, stuk)).lines()]
    (een,) = (r for r in regels if "I430" in r)
    assert f"Een vraag over {BRUTO} (9.999 woningen): " in een, "one question is said in full"
    assert next(n for n, r in enumerate(regels) if "I402" in r) < regels.index(een)


def test_what_the_matrix_says_of_it(stuur: Stuur, sjabloon: Path, tmp_path: Path) -> None:
    stuur(woningen(9999))
    matrix = merge(Ronde(2026), template=sjabloon, output=tmp_path / "uit").matrix
    over = [b for i in matrix.inzendingen for b in i.bevindingen]
    assert catalogue.TWIJFEL.code in codes(over)
    (rij,) = (r for r in matrix.rijen if r.indicator.code == "A01-I1")
    voorzet = rij.inbreng["NB"]
    assert voorzet is not None
    assert voorzet.waarden[BRUTO].waarde == 9999, "it counts as it stands"


def test_what_everybody_said_is_asked_in_the_correction_workbooks(
    sjabloon: Path, tmp_path: Path
) -> None:
    ronde, output, inbox = Ronde(2026), tmp_path / "uit", tmp_path / "in"
    inbox.mkdir()
    for blad in generate(ronde, template=sjabloon, output=output).invulbladen:
        if blad.partij.code in ("NB", "ZW"):
            data = vul(blad.bestand.read_bytes(), woningen(80))
            (inbox / f"{blad.partij.code}.xlsx").write_bytes(data)
    ingenomen = collect(ronde, [inbox], template=sjabloon, output=output).inzendingen
    for een in ingenomen:
        assert catalogue.ALLEN_HETZELFDE.code in codes(een.bevindingen)
        assert een.herstel is not None
        tabel = zoek_tabel(load_workbook(een.herstel))
        assert "Telde u alleen uw eigen deel?" in str(tabel.cel(BRUTO, l.OPMERKING).value)
        assert "Telde u" not in str(tabel.cel(SLOOP, l.OPMERKING).value)


@pytest.mark.parametrize(
    ("tm_jaren", "ronde", "laat"),
    [
        ((), Ronde(2026), False),
        ((), Ronde(2028), True),
        ((2026, 2028), Ronde(2026), True),
        ((2028, 2029), Ronde(2026), False),
    ],
    ids=["a year to go", "its last year", "the first doel", "before any doel"],
)
def test_a_nee_is_late_in_the_year_in_which_it_had_to_be_done(
    klein: Kader, tm_jaren: tuple[int, ...], ronde: Ronde, laat: bool
) -> None:
    indicatoren = (
        replace(i, jaren=frozenset({2026, 2028})) if i.code == "A01-I2" else i
        for i in klein.indicatoren
    )
    doelen = tuple(Doel("A01-I2", tm_jaar) for tm_jaar in tm_jaren)
    kader = replace(klein, indicatoren=tuple(indicatoren), doelen=doelen)
    nee: Antwoorden = {"A01-I2": oordeel("Groen"), "A01-I2-M1": {"Waarde": "Nee"}}
    assert vragen(kader, nee, {}, ronde) == ["Goed, en toch nee?"] * laat

"""What a besluit rests on, in words, and what has changed since it was made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import pytest
from invullen import Antwoorden, codes, enige, oordeel
from openpyxl import load_workbook
from rondes_maken import maak_matrix, woningen

from kaderxl.core import catalogue, labels as l
from kaderxl.core.answers import Waarde
from kaderxl.core.kader import Kader
from kaderxl.core.outcome import Afgesproken, Besluit, Grondslag, Matrix, Vastgelegd
from kaderxl.core.rounds import Bevinding, Ronde
from kaderxl.matrix.combine import combine
from kaderxl.matrix.decisions import read_decisions
from kaderxl.matrix.grounds import afspraak_in_woorden, besluit_in_woorden, feiten, kleur_van
from kaderxl.matrix.sheets.workbook import write_matrix
from kaderxl.reading import Document, Reader

MAART = date(2027, 3, 12)
LEEG = Afgesproken("A01-I2", None, "nog bespreken")


def ronde(kader: Kader, **gegeven: Antwoorden) -> Matrix:
    return maak_matrix(kader, Ronde(2026), gegeven)


def zegt(kader: Kader, partij: str, gegeven: Antwoorden | None) -> str:
    matrix = ronde(kader, **({partij: gegeven} if gegeven else {}))
    rij = next(r for r in matrix.rijen if r.indicator.code == "A01-I1")
    return feiten(kader, rij, partij)


# In words


@pytest.mark.parametrize(
    ("beoordeling", "woord"),
    [
        ("Groen", "Groen"),
        ("rood", "Rood"),
        ("Paars", "Paars"),
        ("groen/oranje", "groen/oranje"),
        (7, "7"),
    ],
)
def test_what_stands_for_the_colour_is_told_as_it_was_written(
    klein: Kader, beoordeling: object, woord: str
) -> None:
    """A word that is no colour is no colour, and is not lost either."""
    matrix = ronde(klein, NB={"A01-I1": {"Beoordeling": beoordeling, "Toelichting": "Fictief"}})
    (voorzet,) = [r.inbreng["NB"] for r in matrix.rijen if r.indicator.code == "A01-I1"]
    assert kleur_van(voorzet) == woord


def test_who_gave_no_colour_or_nothing_has_not_filled_it_in(klein: Kader) -> None:
    assert kleur_van(None) == l.NIET_INGEVULD
    assert zegt(klein, "NB", None) == l.NIET_INGEVULD
    alleen_getal: Antwoorden = {"A01-I1-M1": {"Waarde": 3}}
    assert zegt(klein, "NB", alleen_getal) == f"{l.NIET_INGEVULD}; Opgeleverd (bruto): 3 woningen"


def test_a_value_that_could_not_be_read_is_told_as_it_was_written(klein: Kader) -> None:
    gezegd = zegt(klein, "NB", woningen("ca. 12", 0, "1 of 2"))
    assert gezegd == (
        "Groen; Opgeleverd (bruto): “ca. 12” (niet gelezen); Gesloopt: 0 woningen; "
        "Verkocht: “1 of 2” (niet gelezen)"
    )


def test_a_colour_is_told_with_its_reason(klein: Kader) -> None:
    """A besluit rests on that as well: another reason is another answer."""
    rood = {"A01-I1": oordeel("Rood", "a", "Fictief")}
    assert zegt(klein, "NB", rood) == "Rood, a"
    assert zegt(klein, "NB", {"A01-I1": oordeel("Groen")}) == "Groen"


@pytest.mark.parametrize(
    ("datum", "woorden"),
    [
        (MAART, "Groen van 12 maart 2027"),
        (datetime(2027, 3, 12), "Groen van 12 maart 2027"),
        ("na de zomer", "Groen van na de zomer"),
        (None, "Groen"),
        ("", "Groen"),
    ],
)
def test_a_besluit_is_told_with_its_day_when_it_has_one(datum: Waarde, woorden: str) -> None:
    assert besluit_in_woorden(Besluit(1, "Groen", "", datum)) == woorden


# Since the besluit


def sindsdien(kader: Kader, toen: Matrix, nu: Matrix, *, zonder: str = "") -> list[Bevinding]:
    """The findings of a matrix when afspraak 1 was decided on by the answers of another.

    Those of the partij or of the indicator `zonder` were not there then.
    """
    rust_op = {
        (r.indicator.code, partij): feiten(kader, r, partij)
        for r in toen.rijen
        if r.indicator.afspraak == 1
        for partij in r.inbreng
        if zonder not in (r.indicator.code, partij)
    }
    besluit = Besluit(1, "Groen", "", MAART)
    vastgelegd = Vastgelegd(
        {1: besluit}, grondslagen={1: Grondslag(besluit_in_woorden(besluit), rust_op)}
    )
    bevindingen = combine(kader, Ronde(2026), nu.inzendingen, vastgelegd).bevindingen
    return [b for b in bevindingen if b.code == catalogue.BESLUIT_ACHTERHAALD.code]


def test_the_same_answers_leave_a_besluit_as_it_is(klein: Kader) -> None:
    matrix = ronde(klein, NB=woningen(10), ZW=woningen("ca. 5"))
    assert sindsdien(klein, matrix, matrix) == []


@pytest.mark.parametrize(
    ("toen", "nu"),
    [
        (woningen(10), woningen(11)),
        (woningen(10), {**woningen(10), "A01-I1": oordeel("Rood", "a", "Fictief")}),
        (woningen(10), woningen("ca. 10")),
        (woningen("ca. 10"), woningen("ca. 11")),
        (woningen(10), {"A01-I2": oordeel("Groen")}),
    ],
    ids=["number", "colour", "unreadable", "otherwise unreadable", "taken out"],
)
def test_an_answer_that_was_changed_since_is_named_with_both(
    klein: Kader, toen: Antwoorden, nu: Antwoorden
) -> None:
    eerst, daarna = ronde(klein, NB=toen), ronde(klein, NB=nu)
    over = [b for b in sindsdien(klein, eerst, daarna) if "bij A01-I1:" in b.tekst]
    bevinding = enige(over, catalogue.BESLUIT_ACHTERHAALD)
    for matrix in (eerst, daarna):
        rij = next(r for r in matrix.rijen if r.indicator.code == "A01-I1")
        assert feiten(klein, rij, "NB") in bevinding.tekst
    assert "besluit Groen van 12 maart 2027; sindsdien meldt Noordbouw" in bevinding.tekst


@pytest.mark.parametrize("later", ["ZW", "A01-I2"], ids=["a partij", "an indicator"])
def test_what_was_not_there_when_it_was_decided_does_not_overtake_it(
    klein: Kader, later: str
) -> None:
    matrix = ronde(klein, NB=woningen(10), ZW=woningen(5))
    assert codes(sindsdien(klein, matrix, matrix, zonder=later)) == []


def test_without_besluit_nothing_is_overtaken(klein: Kader) -> None:
    nu = ronde(klein, NB=woningen(10))
    geen = Vastgelegd(
        {1: Besluit(1, "", "aangehouden")}, grondslagen={1: Grondslag("", {("A01-I1", "NB"): "x"})}
    )
    bevindingen = combine(klein, Ronde(2026), nu.inzendingen, geen).bevindingen
    assert catalogue.BESLUIT_ACHTERHAALD.code not in codes(bevindingen)
    alleen_besluit = replace(geen, besluiten={1: Besluit(1, "Groen")}, grondslagen={})
    bevindingen = combine(klein, Ronde(2026), nu.inzendingen, alleen_besluit).bevindingen
    assert catalogue.BESLUIT_ACHTERHAALD.code not in codes(bevindingen)


# Since the AO settled a difference


def locaties(kleur: str, gereed: str, op: date | None = None) -> Antwoorden:
    """What a partij of Molendam answers on A01-I2, which is one matter for all."""
    return {
        "A01-I2": oordeel(kleur, "a" if kleur == "Oranje" else None, "Fictief"),
        "A01-I2-M1": {"Waarde": gereed},
        "A01-I2-M2": {"Waarde": op},
    }


def na_het_ao(kader: Kader, nu: Matrix, code: str, waarde: Waarde, **toen: str) -> list[str]:
    """What is said of a matrix in which the AO settled `code` when partijen said `toen`."""
    settled = Afgesproken(code, waarde, "Fictief: besproken")
    rust_op = {(code, partij): woorden for partij, woorden in toen.items()}
    vastgelegd = Vastgelegd(
        afgesproken={code: settled},
        gronden_ao={code: Grondslag(afspraak_in_woorden(settled), rust_op)},
    )
    bevindingen = combine(kader, Ronde(2026), nu.inzendingen, vastgelegd).bevindingen
    return [b.tekst for b in bevindingen if b.code == catalogue.AFSPRAAK_AO_RUST_ANDERS.code]


def test_what_rests_on_something_that_the_ao_took_back_is_no_finding(klein: Kader) -> None:
    nu = ronde(klein, NB=locaties("Oranje", "Nee"), ZW=locaties("Groen", "Ja", MAART))
    gronden = {"A01-I2": Grondslag("Oranje", {("A01-I2", "NB"): "Groen; Gereed? nee"})}
    weg = (Vastgelegd(gronden_ao=gronden), Vastgelegd({}, {"A01-I2": LEEG}, gronden_ao=gronden))
    for vastgelegd in weg:
        bevindingen = combine(klein, Ronde(2026), nu.inzendingen, vastgelegd).bevindingen
        assert catalogue.AFSPRAAK_AO_RUST_ANDERS.code not in codes(bevindingen)


def test_what_the_ao_agreed_is_guarded_like_a_besluit(klein: Kader) -> None:
    """A colour rests on all that is answered there, so on a number as well."""
    nu = ronde(klein, NB=locaties("Oranje", "Nee"), ZW=locaties("Groen", "Ja", MAART))
    gezegd = na_het_ao(
        klein, nu, "A01-I2", "Oranje", NB="Oranje, a; Gereed? nee", ZW="Groen; Gereed? nee"
    )
    assert gezegd == [
        "A01-I2, AO: Oranje; sindsdien meldt Zuidwonen: Groen; Gereed? ja; Gereed op: 12-3-2027 "
        "(eerst: Groen; Gereed? nee)."
    ]


def test_what_was_agreed_on_a_value_rests_on_that_value_alone(klein: Kader) -> None:
    nu = ronde(klein, NB=locaties("Oranje", "Nee"), ZW=locaties("Groen", "Ja", MAART))
    gelijk = na_het_ao(klein, nu, "A01-I2-M1", "Nee", NB="nee", ZW="ja")
    anders = na_het_ao(klein, nu, "A01-I2-M1", "Nee", NB="ja", ZW="ja", HB=l.NIET_INGEVULD)
    assert gelijk == []
    assert anders == ["A01-I2-M1, AO: Nee; sindsdien meldt Noordbouw: nee (eerst: ja)."]


def test_what_the_ao_did_not_settle_rests_on_nothing(klein: Kader) -> None:
    nu = ronde(klein, NB=locaties("Oranje", "Nee"))
    assert na_het_ao(klein, nu, "A01-I2", None, NB="Groen") == []


def test_what_changed_since_the_ao_stands_on_verschillen(klein: Kader, reader: Reader) -> None:
    """From the cell in which the AO writes to the matrix of after a later answer, and the next."""

    def gelezen(matrix: Matrix, ao: str = "") -> Vastgelegd:
        boek = load_workbook(BytesIO(write_matrix(matrix)))
        blad = boek[l.VERSCHILLEN]
        kop = {cel.value: n for n, cel in enumerate(blad[2], 1)}
        for rij in range(3, blad.max_row + 1) if ao else ():
            if blad.cell(rij, kop[l.CODE]).value == "A01-I2":
                blad.cell(rij, kop[l.BESLUIT_AO]).value = ao
        bestand = BytesIO()
        boek.save(bestand)
        document = reader.read("matrix.xlsx", bestand.getvalue())
        assert isinstance(document, Document)
        terug = read_decisions("matrix.xlsx", document, klein, "bewaard.xlsx")
        assert terug is not None
        return terug.vastgelegd

    def sinds(matrix: Matrix) -> list[object]:
        blad = load_workbook(BytesIO(write_matrix(matrix)))[l.VERSCHILLEN]
        kop = {cel.value: n for n, cel in enumerate(blad[2], 1)}
        rijen = range(3, blad.max_row + 1)
        van_kleur = (r for r in rijen if blad.cell(r, kop[l.CODE]).value == "A01-I2")
        return [blad.cell(r, kop[l.SINDSDIEN]).value for r in van_kleur]

    eerst = ronde(klein, NB=locaties("Oranje", "Nee"), ZW=locaties("Groen", "Nee"))
    settled = gelezen(eerst, "Oranje")
    later = ronde(klein, NB=locaties("Oranje", "Nee"), ZW=locaties("Afgerond", "Ja", MAART))
    nu = combine(klein, Ronde(2026), later.inzendingen, settled)
    ongewijzigd = combine(klein, Ronde(2026), eerst.inzendingen, settled)
    assert sinds(ongewijzigd) == [l.NIET_GEVRAAGD]
    zin = (
        "Zuidwonen meldt nu: Afgerond; Gereed? ja; Gereed op: 12-3-2027 (eerst: Groen; Gereed? nee)"
    )
    assert sinds(nu) == [zin]
    assert sinds(combine(klein, Ronde(2026), later.inzendingen, gelezen(nu))) == [zin], "it stays"

"""What a reminder and a receipt say, and who is reminded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from invullen import RONDE, antwoorden, cel_van, inzending, maak_return, oordeel

from kaderxl.core import catalogue
from kaderxl.core.answers import Inzending
from kaderxl.core.kader import Kader, Mailsoort
from kaderxl.core.voorzetten import Gevorderd, gevorderd
from kaderxl.mailing.body import Lijst
from kaderxl.mailing.replies import (
    antwoorden as begrepen,
    stand,
    te_verbeteren,
    toon,
    wat_mist,
)
from kaderxl.returns.judge import validate


def verder(kader: Kader, een: Inzending | None, partij: str = "DV") -> Gevorderd:
    """How far a partij is with what it was asked."""
    return gevorderd(kader, partij, RONDE.jaar, {partij: een} if een else {})


def test_every_indicator_has_a_row_with_its_answers_in_words(kader: Kader) -> None:
    gegeven = antwoorden(kader, "DV")
    gegeven["A01-I1"] = oordeel("oranje ", "b", "Later\nklaar")
    gegeven["A01-I1-M1"] = {"Waarde": 1234}
    tabel = begrepen(kader, RONDE, inzending(kader, "DV", gegeven))
    assert [rij[0] for rij in tabel.rijen] == [
        i.code for i, _ in kader.vragen_aan("DV", RONDE.jaar)
    ]
    code, tekst, kleur, waarden, toelichting = tabel.rijen[0]
    assert (code, tekst) == ("A01-I1", "aantal opgeleverde woningen")
    assert kleur == "Oranje, reden b"
    assert waarden.splitlines()[0] == "Sociale huurwoningen opgeleverd (bruto): 1.234 woningen"
    assert toelichting == "Later klaar"
    assert te_verbeteren(inzending(kader, "DV", gegeven)).punten == ()


def test_what_was_not_understood_or_not_answered_is_said(kader: Kader) -> None:
    gegeven = antwoorden(kader, "DV") | {"A01-I1-M1": {"Waarde": "ca. 12"}}
    half = inzending(kader, "DV", {c: r for c, r in gegeven.items() if not c.startswith("A02-I1")})
    rijen = {rij[0]: rij for rij in begrepen(kader, RONDE, half).rijen}
    assert "opgeleverd (bruto): niet begrepen (“ca. 12”)" in rijen["A01-I1"][3]
    assert rijen["A02-I1"][2:] == ("niet ingevuld", "", "")
    eerste, tweede = te_verbeteren(half).punten
    assert catalogue.GETAL_VERWACHT.bij(waarde="ca. 12").tekst in eerste
    assert eerste.endswith(f"(cel {cel_van(kader, 'DV', 'A01-I1-M1', 'Waarde')})")
    assert tweede.startswith("Nog te doen: Er is nog geen beoordeling van A02-I1")


def test_equal_remarks_are_one_with_their_cells(kader: Kader) -> None:
    gegeven = {
        code: oordeel("Groen", "a", "Fictief") if code.count("-") == 1 else rij
        for code, rij in antwoorden(kader, "DV").items()
    }
    (punt,) = te_verbeteren(inzending(kader, "DV", gegeven)).punten
    assert punt.startswith("Klopt dit? ")
    assert punt.endswith(", …)")


def test_a_very_long_text_is_cut(kader: Kader) -> None:
    gegeven = antwoorden(kader, "DV")
    gegeven["A01-I1"] = oordeel("Groen", None, "lang " * 200)
    (rij, *_) = begrepen(kader, RONDE, inzending(kader, "DV", gegeven)).rijen
    assert len(rij[4]) <= 201
    assert rij[4].endswith("…")


DAG = date(2027, 2, 15)


@pytest.mark.parametrize(
    ("vandaag", "verwacht"),
    [
        (date(2027, 1, 4), Mailsoort.HERINNERING),
        (date(2027, 2, 7), Mailsoort.HERINNERING),
        (date(2027, 2, 8), Mailsoort.LAATSTE_HERINNERING),
        (date(2027, 2, 15), Mailsoort.LAATSTE_HERINNERING),
        (date(2027, 2, 16), Mailsoort.TE_LAAT),
    ],
    ids=str,
)
def test_the_tone_follows_how_near_the_deadline_is(vandaag: date, verwacht: Mailsoort) -> None:
    assert toon(DAG, vandaag) is verwacht


def test_without_a_deadline_the_tone_is_friendly() -> None:
    assert toon(None, date(2027, 12, 31)) is Mailsoort.HERINNERING


def test_who_sent_nothing_is_not_done_and_gets_no_list(kader: Kader) -> None:
    assert not verder(kader, None).is_af
    assert wat_mist(verder(kader, None), None) == Lijst(())
    assert "nog niet ontvangen" in stand(verder(kader, None), None)


def test_who_answered_all_is_done(kader: Kader) -> None:
    af = inzending(kader, "DV", antwoorden(kader, "DV"))
    assert verder(kader, af).is_af
    assert wat_mist(verder(kader, af), af) == Lijst(())
    assert stand(verder(kader, af), af) == "Alles is ingevuld."


def test_what_is_missing_is_named_row_by_row(kader: Kader) -> None:
    gegeven = antwoorden(kader, "DV") | {
        "A01-I2": oordeel("Oranje"),
        "A01-I1-M1": {"Waarde": "ca. 12"},
    }
    alles = [c for c in gegeven if c.startswith("A07-I1")]
    half = inzending(kader, "DV", {c: r for c, r in gegeven.items() if c not in alles})
    assert not verder(kader, half).is_af
    assert stand(verder(kader, half), half) == (
        "We ontvingen uw invulblad; 18 van de 21 indicatoren zijn ingevuld."
    )
    een, twee, drie = wat_mist(verder(kader, half), half).punten
    assert een == "A01-I1 aantal opgeleverde woningen: hier staat iets dat we niet begrijpen"
    assert twee.startswith("A01-I2 ")
    assert twee.endswith(": een reden; een toelichting")
    assert drie.startswith("A07-I1 ")
    assert drie.endswith("(conform verduurzamingsprogramma)")


def test_a_row_that_was_deleted_is_named_without_a_guess(kader: Kader) -> None:
    """Nothing stands there, so there is nothing to say of it but that it is missing."""
    heel = maak_return(kader, "DV", antwoorden(kader, "DV"))
    weg = {"A01-I2", *(m.code for m in kader.meetwaarden_van("A01-I2"))}
    regels = {code: regel for code, regel in heel.regels.items() if code not in weg}
    zonder = validate(replace(heel, regels=regels), kader, RONDE)
    zonder = replace(
        zonder, voorzetten={c: v for c, v in zonder.voorzetten.items() if c != "A01-I2"}
    )
    (indicator,) = (i for i in kader.indicatoren if i.code == "A01-I2")
    assert wat_mist(verder(kader, zonder), zonder) == Lijst((f"A01-I2 {indicator.tekst}",))
    rijen = {rij[0]: rij for rij in begrepen(kader, RONDE, zonder).rijen}
    assert rijen["A01-I2"][2:] == ("niet ingevuld", "", "")

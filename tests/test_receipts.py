"""What a receipt says: every answer as it was understood, and what there is to mend."""

from __future__ import annotations

from invullen import RONDE, antwoorden, cel_van, inzending, oordeel

from kaderxl.core import catalogue
from kaderxl.core.kader import Kader
from kaderxl.mailing.replies import antwoorden as begrepen
from kaderxl.mailing.replies import te_verbeteren


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
    assert tweede.startswith("Fout: Er is nog geen beoordeling van A02-I1")


def test_equal_remarks_are_one_with_their_cells(kader: Kader) -> None:
    gegeven = {
        code: oordeel("Groen", "a") if code.count("-") == 1 else rij
        for code, rij in antwoorden(kader, "DV").items()
    }
    (punt,) = te_verbeteren(inzending(kader, "DV", gegeven)).punten
    assert punt.startswith("Waarschuwing: ")
    assert punt.endswith(", …)")


def test_a_very_long_text_is_cut(kader: Kader) -> None:
    gegeven = antwoorden(kader, "DV")
    gegeven["A01-I1"] = oordeel("Groen", None, "lang " * 200)
    (rij, *_) = begrepen(kader, RONDE, inzending(kader, "DV", gegeven)).rijen
    assert len(rij[4]) <= 201
    assert rij[4].endswith("…")

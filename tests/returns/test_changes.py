"""What is said of the answers that two returns of one partij gave differently."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from invullen import Antwoorden, codes, inzending, maak_return, oordeel

from kaderxl.core import catalogue as c, labels as l
from kaderxl.core.answers import Cel, Uitgangspunt, Waarde
from kaderxl.core.findings import Regel
from kaderxl.core.kader import Kader
from kaderxl.core.rounds import Bevinding, Ronde
from kaderxl.returns.changes import Changes, changed_by_choice
from kaderxl.returns.judge import validate
from kaderxl.returns.layers import as_layer, renamed
from kaderxl.returns.merging import lay
from kaderxl.returns.order import Filed

RONDE = Ronde(2026)
M1 = ("A01-I1-M1", l.WAARDE)
KLEUR, REDEN, TEKST = (("A01-I1", k) for k in (l.BEOORDELING, l.REDEN, l.TOELICHTING))
NUMMER = "06-12345678"


def in_cel(cel: Cel, waarde: Waarde) -> Antwoorden:
    return {cel[0]: {cel[1]: waarde}}


def gevonden(
    kader: Kader,
    eerst: Antwoorden,
    nu: Antwoorden,
    *,
    zag: Mapping[Cel, Waarde] | None = None,
    gekozen: bool = False,
    volgorde: bool = True,
) -> list[Bevinding]:
    """What is said of two returns, of which the second was made from what it saw."""
    een, ander = (
        renamed(maak_return(kader, "NB", wat), f"{naam}.xlsx")
        for naam, wat in (("eerst", eerst), ("nu", nu))
    )
    ander = replace(ander, uitgangspunt=Uitgangspunt(zag or {}))
    layers = [as_layer(r, kader.stoplicht) for r in (een, ander)]
    filed = [
        Filed(validate(een, kader, RONDE)),
        Filed(validate(ander, kader, RONDE), rang=0 if gekozen else -1),
    ]
    laid = lay(layers, [[0], [1]] if volgorde else [[0, 1]])
    return [b for b, _ in Changes("Noordbouw", RONDE, filed, layers, laid).findings()]


@pytest.mark.parametrize(
    ("cel", "eerst", "nu", "ongezien", "gezien"),
    [
        (M1, 12, 13, c.ANDERS_BEANTWOORD, c.ANTWOORD_GEWIJZIGD),
        (M1, 12, 12.0, None, None),
        (M1, 12, None, None, c.ANTWOORD_TERUGGENOMEN),
        (KLEUR, "Groen", "Rood", c.ANDERS_BEANTWOORD, c.ANTWOORD_GEWIJZIGD),
        (KLEUR, "Groen", " groen", None, None),
        (REDEN, "a", "b", c.ANDERS_BEANTWOORD, c.ANTWOORD_GEWIJZIGD),
        (TEKST, f"Fictief: {NUMMER}", "Fictief", c.TOELICHTING_ANDERS, c.TOELICHTING_GEWIJZIGD),
        (TEKST, f"Fictief: {NUMMER}", None, None, c.ANTWOORD_TERUGGENOMEN),
    ],
)
def test_a_change_is_named_by_what_its_sender_saw_and_quotes_no_text(
    klein: Kader, cel: Cel, eerst: Waarde, nu: Waarde, ongezien: Regel | None, gezien: Regel | None
) -> None:
    was, wordt = in_cel(cel, eerst), in_cel(cel, nu)
    for regel, bevindingen in (
        (ongezien, gevonden(klein, was, wordt)),
        (gezien, gevonden(klein, was, wordt, zag={cel: eerst})),
        (gezien if nu else None, gevonden(klein, was, wordt, gekozen=True)),
    ):
        assert codes(bevindingen) == ([regel.code] if regel else [])
        tekst = " ".join(b.tekst for b in bevindingen)
        assert NUMMER not in tekst
        if regel in (c.ANDERS_BEANTWOORD, c.ANTWOORD_GEWIJZIGD):
            assert str(eerst) in tekst
            assert str(nu) in tekst


def test_who_empties_all_of_it_is_named_once_and_not_cell_by_cell(klein: Kader) -> None:
    stond: Antwoorden = {"A01-I1": oordeel("Groen"), "A01-I1-M1": {"Waarde": 1}}
    zag: dict[Cel, Waarde] = {KLEUR: "Groen", M1: 1}
    (alles,) = gevonden(klein, stond, {}, zag=zag)
    assert alles.code == c.ALLES_TERUGGENOMEN.code
    assert "2 antwoorden" in alles.tekst
    deel = gevonden(klein, stond, in_cel(M1, 1), zag=zag)
    assert codes(deel) == [c.ANTWOORD_TERUGGENOMEN.code]


def test_where_nothing_tells_which_is_the_last_a_row_is_asked_once(klein: Kader) -> None:
    """A reden and a toelichting go with their colour; by themselves they are asked too."""
    een: Antwoorden = {"A01-I1": oordeel("Groen", None, "Fictief: een"), "A01-I1-M1": {"Waarde": 1}}
    ander: Antwoorden = {
        "A01-I1": oordeel("Rood", "a", "Fictief: twee"),
        "A01-I1-M1": {"Waarde": 2},
    }
    gevraagd = gevonden(klein, een, ander, volgorde=False)
    assert codes(gevraagd) == [c.VOLGORDE_ONBEKEND.code] * 2
    assert [l.BEOORDELING in b.tekst for b in gevraagd].count(True) == 1
    alleen = gevonden(klein, in_cel(TEKST, "een"), in_cel(TEKST, "twee"), volgorde=False)
    assert [l.TOELICHTING in b.tekst for b in alleen] == [True]


def test_what_stood_beside_another_colour_goes_with_it_and_both_are_named(klein: Kader) -> None:
    eerst: Antwoorden = {"A01-I1": oordeel("Oranje", "a", "Fictief")}
    bevindingen = gevonden(klein, eerst, in_cel(KLEUR, "Rood"))
    weg = [b.tekst for b in bevindingen if b.code == c.HOORT_BIJ_ANDERE_KLEUR.code]
    assert len(weg) == 2, "the reden and the toelichting"
    assert all("Oranje" in tekst and "Rood" in tekst for tekst in weg)


def test_what_is_written_beside_a_colour_that_no_longer_counts_is_named(klein: Kader) -> None:
    """One changes the colour, the other writes why beside the colour that was there."""
    rood, groen = {"A01-I1": oordeel("Rood", "a")}, {"A01-I1": oordeel("Groen", None, "Fictief")}
    (ernaast,) = gevonden(klein, rood, groen, zag={KLEUR: "Groen"})
    assert ernaast.code == c.GESCHREVEN_BIJ_ANDERE_KLEUR.code
    assert "Groen" in ernaast.tekst
    assert "Rood" in ernaast.tekst
    zelfde = {"A01-I1": oordeel("Rood", None, "Fictief")}
    assert gevonden(klein, rood, zelfde, zag={KLEUR: "Rood"}) == []


@pytest.mark.parametrize(
    ("cel", "eerst", "nu", "gezegd"),
    [
        (M1, 12, 13, ("“13”", "“12”")),
        (M1, 12, None, ("“(leeg)”", "“12”")),
        (M1, 12, 12.0, None),
        (KLEUR, "Groen", "Rood", ("“Rood”", "“Groen”")),
        (TEKST, f"Fictief: {NUMMER}", "Fictief", ("“(tekst)”", "“(tekst)”")),
        (TEKST, "Fictief", None, ("“(leeg)”", "“(tekst)”")),
        (TEKST, None, "Fictief", ("“(tekst)”", "“(leeg)”")),
        (TEKST, "Fictief", "Fictief", None),
    ],
)
def test_a_choice_names_each_answer_that_it_turned(
    klein: Kader, cel: Cel, eerst: Waarde, nu: Waarde, gezegd: tuple[str, str] | None
) -> None:
    was, wordt = ({"NB": inzending(klein, "NB", in_cel(cel, w))} for w in (eerst, nu))
    anders = {**was, "ZW": inzending(klein, "ZW", in_cel(M1, 5))}
    bevindingen = [*changed_by_choice(anders, wordt, RONDE)]
    assert codes(bevindingen) == ([c.KEUZE_VERANDERT.code] if gezegd else [])
    for b in bevindingen:
        wordt_, was_ = gezegd or ("", "")
        assert f"geldt bij {cel[0]} ({cel[1]}) nu {wordt_}; eerst was het {was_}." in b.tekst

"""Which of two sheets is read, by what is filled in on them and what is known already."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

import pytest

from kaderxl.core.catalogue.matrix import BLAD_GEKOZEN, BLADEN_SPREKEN_TEGEN
from kaderxl.core.rounds import Plek
from kaderxl.core.traffic_light import HOOFDSTUK_8
from kaderxl.matrix.copied_sheets import Blad, blad_van, kies, maak_blad, zeg, zonder_botsingen
from kaderxl.reading import Sheet, Value
from kaderxl.reading.tables import Cel, Tabel

GROEPEN = (("Kleur", "Reden"), ("Notitie",))
LEEG: dict[str, str] = {}
NIEUW, ANDERS = {"Kleur": "Groen"}, {"Kleur": "Rood"}
NIETS, BEIDE = None, "beide"


def blad(cellen: Mapping[str, Value], naam: str = "Tabel") -> Blad:
    """A sheet with one row."""
    gevuld = {(("A1", 0), kolom): Cel(waarde, "C3") for kolom, waarde in cellen.items()}
    return maak_blad(Plek("matrix.xlsx", naam), gevuld, HOOFDSTUK_8)


@pytest.mark.parametrize(
    ("een", "ander", "bekend", "gelezen"),
    [
        (LEEG, LEEG, None, 0),
        (NIEUW, NIEUW, None, 0),
        (NIEUW, {"Kleur": " ● groen "}, None, 0),
        ({"Notitie": "Bel de\nbuurt"}, {"Notitie": "Bel de buurt "}, None, 0),
        ({"Notitie": datetime(2027, 3, 12)}, {"Notitie": "12 maart 2027"}, None, 0),
        (NIEUW, LEEG, None, 0),
        (LEEG, NIEUW, None, 1),
        (NIEUW, {"Kleur": "  "}, None, 0),
        (NIEUW, ANDERS, None, BEIDE),
        (NIEUW, {"Notitie": "navragen"}, None, BEIDE),
        (NIEUW, ANDERS, [LEEG], BEIDE),
        (NIEUW, ANDERS, [NIEUW], 1),
        (NIEUW, ANDERS, [ANDERS], 0),
        (NIEUW, ANDERS, [LEEG, ANDERS], 0),
        (NIEUW, ANDERS, [NIEUW, ANDERS], BEIDE),
        (NIEUW, LEEG, [NIEUW], 0),
        (LEEG, NIEUW, [LEEG, NIEUW], 1),
    ],
)
def test_the_sheet_with_something_new_is_read(
    een: Mapping[str, Value],
    ander: Mapping[str, Value],
    bekend: list[Mapping[str, Value]] | None,
    gelezen: object,
) -> None:
    bladen = [blad(een, "Tabel (2)"), blad(ander)]
    keuze = kies(bladen, GROEPEN, lambda: [blad(b).inhoud for b in bekend or ()])
    bevindingen = list(zeg("het blad Tabel", bladen, keuze, "oud.xlsx"))
    if gelezen == BEIDE:
        assert keuze.botsingen
        assert {b.code for b in bevindingen} == {BLADEN_SPREKEN_TEGEN.code}
        return
    assert (keuze.blad, keuze.botsingen) == (bladen[int(str(gelezen))], ())
    gelijk = bladen[0].inhoud == bladen[1].inhoud
    assert [b.code for b in bevindingen] == ([] if gelijk else [BLAD_GEKOZEN.code])


def test_only_what_belongs_together_waits_for_a_person() -> None:
    een = blad({"Kleur": "Rood", "Reden": "a", "Notitie": "navragen"})
    ander = blad({"Kleur": "Rood", "Reden": "b", "Notitie": "navragen"}, "Tabel (2)")
    (botsing,) = kies([een, ander], GROEPEN, list).botsingen
    assert botsing.kolommen == ("Kleur", "Reden")
    (bevinding,) = zeg("het blad Tabel", [een, ander], kies([een, ander], GROEPEN, list), "oud")
    assert "“Tabel” (C3 Rood, C3 a) en “Tabel (2)” (C3 Rood, C3 b)" in bevinding.tekst


def test_three_sheets_of_which_two_agree_are_two_sheets() -> None:
    bladen = [blad(NIEUW, "a"), blad(ANDERS, "b"), blad(NIEUW, "c")]
    (botsing,) = kies(bladen, GROEPEN, list).botsingen
    assert [b.plek.blad for b in botsing.oneens] == ["a", "b"]


def tabel(*rijen: list[Value]) -> Tabel:
    koppen: list[Value] = ["Code", "Kleur", "Reden", "Notitie"]
    sheet = Sheet("Tabel", 0, 0, [koppen, *rijen])
    return Tabel("matrix.xlsx", sheet, 0, {str(kop): k for k, kop in enumerate(koppen)})


def op_blad(gegeven: Tabel) -> Blad:
    def merk(code: str, kolom: str, tekst: str) -> bool:
        return kolom == "Kleur" and tekst == f"zie {code}"

    return blad_van(gegeven, ["Code"], [k for groep in GROEPEN for k in groep], HOOFDSTUK_8, merk)


def test_rows_are_laid_beside_each_other_by_what_they_are_about() -> None:
    een = op_blad(tabel(["A1", "Groen", None, None], ["A2", None, "b", None]))
    ander = op_blad(tabel(["A2", "zie A2", "b", None], ["A1", "Groen", None, None]))
    assert een.inhoud == ander.inhoud


def test_a_second_row_about_the_same_is_another_row() -> None:
    een = op_blad(tabel(["A1", "Groen", None, None], ["A1", "Rood", None, None]))
    ander = op_blad(tabel(["A1", "Rood", None, None], ["A1", "Groen", None, None]))
    assert len(kies([een, ander], GROEPEN, list).botsingen) == 2


def test_what_waits_is_in_the_table_as_it_was_before() -> None:
    een = tabel(["A1", "Groen", None, "een"], ["A2", "Rood", "a", None])
    ander = tabel(["A1", "Groen", None, "een"], ["A2", "Rood", "b", "twee"])
    stond = tabel(["A2", "Oranje", "b", None])
    keuze = kies([op_blad(een), op_blad(ander)], GROEPEN, list)
    samen = zonder_botsingen(een, ["Code"], keuze, op_blad(stond))
    assert samen.sheet.rows[1:] == [["A1", "Groen", None, "een"], ["A2", "Oranje", "b", None]]
    assert een.sheet.rows[2] == ["A2", "Rood", "a", None]


def test_a_row_that_one_of_the_sheets_lacks_is_said_so() -> None:
    een, ander = tabel(["A1", "Groen", None, None]), tabel(["A2", "Rood", None, date(2027, 3, 12)])
    bladen = [op_blad(een), op_blad(ander)]
    keuze = kies(bladen, GROEPEN, list)
    assert zonder_botsingen(een, ["Code"], keuze, blad(LEEG)).sheet.rows[1] == ["A1", *[None] * 3]
    teksten = [b.tekst for b in zeg("het blad Tabel", bladen, keuze, "oud.xlsx")]
    assert len(teksten) == 3
    assert all("staat er niet" in tekst for tekst in teksten)
    assert "D2 12-3-2027" in teksten[2]

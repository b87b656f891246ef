"""What is typed in a matrix is looked over for persons, and never quoted in the finding."""

from __future__ import annotations

import pytest

from kaderxl.core import catalogue
from kaderxl.core.outcome import (
    Afgesproken,
    Besluit,
    Focuspunt,
    Programmaregel,
    Stemming,
    Vastgelegd,
)
from kaderxl.core.rounds import Plek
from kaderxl.matrix.privacy import find_personal_data, find_persons_in
from kaderxl.matrix.settled import cells_of

PLEK = Plek("x.xlsx", "Blad", "B2")
MAIL, BEL, BSN = "iemand@fictief.example", "06 12345678", "111222333"


@pytest.mark.parametrize(
    ("vastgelegd", "waarin", "wat"),
    [
        (
            Vastgelegd(besluiten={5: Besluit(5, "Rood", f"bel {BEL}")}),
            "Besluit bij afspraak 5",
            "een telefoonnummer",
        ),
        (
            Vastgelegd(afgesproken={"A01-I1": Afgesproken("A01-I1", 3, f"zie {MAIL}")}),
            "Wat is afgesproken bij A01-I1",
            "een e-mailadres",
        ),
        (
            Vastgelegd(focuspunten={3: Focuspunt(3, f"bewoner {BSN}", MAIL)}),
            "Focuspunt bij afspraak 3",
            "een burgerservicenummer en een e-mailadres",
        ),
        (
            Vastgelegd(stemmingen={4: Stemming(4, f"Jansen, {BEL}")}),
            "Stemming bij afspraak 4",
            "een telefoonnummer",
        ),
        (
            Vastgelegd(programma={2: Programmaregel(2, "bouwen", MAIL)}),
            "Programma bij afspraak 2",
            "een e-mailadres",
        ),
    ],
)
def test_a_person_in_what_people_settled_is_named_at_its_cell(
    vastgelegd: Vastgelegd, waarin: str, wat: str
) -> None:
    (bevinding,) = find_personal_data(vastgelegd, dict.fromkeys(cells_of(vastgelegd), PLEK))
    assert bevinding.tekst == f"{waarin}: hier staat iets dat lijkt op {wat}."
    assert bevinding.plek == PLEK
    assert not any(gegeven in bevinding.tekst for gegeven in (MAIL, BEL, BSN))


def test_a_person_in_a_note_is_named_with_its_code() -> None:
    (bevinding,) = find_personal_data(Vastgelegd(notities={"A01-I2": f"vraag {MAIL}"}), {})
    assert "Notitie bij A01-I2" in bevinding.tekst


def test_a_person_beside_the_yellow_cells_is_named_where_it_stands() -> None:
    los = catalogue.TEKST_BUITEN_DE_CELLEN.bij(PLEK, tekst=f"bel {BEL}", bewaard="x")
    link = catalogue.LINK_IN_MATRIX.bij(PLEK, tekst="zie", adres=f"mailto:{MAIL}")
    gewoon = catalogue.TEKST_BUITEN_DE_CELLEN.bij(PLEK, tekst="12 woningen", bewaard="x")
    gevonden = [*find_persons_in([los, link, gewoon])]
    assert [b.plek for b in gevonden] == [PLEK, PLEK]
    assert "een telefoonnummer" in gevonden[0].tekst
    assert "een e-mailadres" in gevonden[1].tekst


def test_what_speaks_of_no_person_is_left_alone() -> None:
    punt = Focuspunt(3, "12 woningen, 1.234.567 euro op 12-03-2027", "gemeente")
    assert not [*find_personal_data(Vastgelegd(focuspunten={3: punt}), {})]

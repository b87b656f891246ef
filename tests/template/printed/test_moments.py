"""How often an agreement says that its progress is looked at."""

from __future__ import annotations

import pytest

from kaderxl.template.printed.found import Stuk
from kaderxl.template.printed.moments import vragen_bij_rondes


@pytest.mark.parametrize(
    ("tekst", "staat_er"),
    [
        ("Wij bespreken de voortgang één keer per jaar, in november.", "één keer per jaar, in nov"),
        ("Partijen rapporteren per kwartaal aan elkaar.", "per kwartaal"),
        ("De evaluatie is jaarlijks in maart.", "jaarlijks in maart"),
        ("Monitoring: 4x per jaar.", "4x per jaar"),
        ("Wij evalueren twee keer per jaar.", ""),
        ("De gemeente bouwt elk kwartaal tien woningen.", ""),
        ("Wij monitoren. De buurt ruimt één keer per jaar op.", ""),
    ],
)
def test_another_number_of_rondes_than_the_template_has_is_asked(tekst: str, staat_er: str) -> None:
    vragen = [*vragen_bij_rondes([Stuk("Bouwen"), Stuk(tekst, "blz. 2"), Stuk(tekst, "blz. 9")])]
    assert [v.bron for v in vragen] == ["blz. 2"] * bool(staat_er)
    assert all(f"“{staat_er}" in v.vraag and "blad Rondes" in v.vraag for v in vragen)

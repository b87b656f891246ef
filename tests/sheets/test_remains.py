"""What another format leaves of our own texts."""

from __future__ import annotations

import pytest

from kaderxl.sheets.remains import remains_of

LANG = "Hoe verloopt dit? " * 20 + "\nDoel: één dorp – of “wijk”"


@pytest.mark.parametrize(
    ("rest", "heel"),
    [
        (LANG[:255], LANG),
        (LANG[:251] + "    ", LANG[:251] + "  en meer"),
        ('één – "idee"', "één – “idee”"),
        ("?n - 'idee'", "én – ‘idee’"),
    ],
)
def test_a_text_that_was_cut_or_lost_signs_is_ours_still(rest: str, heel: str) -> None:
    assert remains_of(rest, ["iets anders", heel]) == heel


@pytest.mark.parametrize(
    "anders",
    [
        LANG[:200],  # no format cuts there
        LANG[:250] + "eigen",
        LANG + " en meer",
        "eén – “idee”",  # another letter is another word
        "en – “idee”",
    ],
)
def test_what_somebody_wrote_is_not(anders: str) -> None:
    assert remains_of(anders, [LANG, "één – “idee”"]) is None

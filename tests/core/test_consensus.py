"""How an agreement comes to a vote: what it calls that, where it is written, or not at all."""

from __future__ import annotations

import pytest

from kaderxl.core.consensus import Stemregels, stemregels
from kaderxl.core.settings import Instellingen


def test_ours_has_a_moderator_and_chapter_8() -> None:
    regels = stemregels(Instellingen(regels_over_stemmen="hoofdstuk 8"))
    assert regels.in_woorden[0] == (
        "Lukt overeenstemming niet, dan begeleidt een onafhankelijke moderator het gesprek. Pas "
        "als dat binnen de afgesproken periode niet helpt, kan er worden gestemd (hoofdstuk 8)."
    )
    assert regels.eerst == (
        "Hoofdstuk 8: eerst een moderator, en pas stemmen na de afgesproken periode."
    )
    assert (regels.kop_ingehuurd, regels.kop_wie) == ("Moderator ingehuurd", "Wie modereert")


def test_who_leads_the_talk_may_be_called_otherwise() -> None:
    regels = stemregels(Instellingen(moderator="voorzitter"))
    assert "een onafhankelijke voorzitter het gesprek" in regels.in_woorden[0]
    assert (regels.kop_ingehuurd, regels.kop_wie) == ("Voorzitter ingehuurd", "Wie is voorzitter")
    assert regels.eerst.startswith("Eerst een voorzitter, en pas stemmen")


@pytest.mark.parametrize("niemand", ["nee", "Geen", " niemand "])
def test_where_nobody_leads_it_nobody_is_named(niemand: str) -> None:
    regels = stemregels(Instellingen(moderator=niemand, regels_over_stemmen="artikel 5"))
    assert (
        regels.in_woorden[0] == "Lukt overeenstemming niet, dan kan er worden gestemd (artikel 5)."
    )
    assert regels.eerst == "Artikel 5: pas stemmen na de afgesproken periode."


def test_without_a_vote_there_are_no_rules_of_one() -> None:
    assert stemregels(Instellingen(stemmen=False)) == Stemregels(stemmen=False)
    assert stemregels(Instellingen(stemmen=False)).in_woorden == ()

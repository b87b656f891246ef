"""Pure: what the partijen propose to change in the agreement, and what the AO made of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..core.answers import Inzending, Veld
from ..core.kader import Kader
from ..core.outcome import Matrix, Vastgelegd
from ..core.phrases import voorstelcode
from ..core.proposals import Voorstelbesluit
from ..core.rounds import Ronde
from ..template.amend import not_borne
from ..template.proposal_words import in_a_sentence
from ..template.proposals import Voorstel, beside


def proposals_of(inzendingen: Iterable[Inzending]) -> Mapping[str, tuple[str, Veld]]:
    """The partij (code) and its words, by the code that the proposal has in the matrix."""
    stam = voorstelcode(0)[:-1]
    return {
        f"{stam}{i.partij}-{code.removeprefix(stam)}": (i.partij, veld)
        for i in inzendingen
        for code, veld in i.programma.items()
        if code.startswith(stam)
    }


def in_sentences(matrix: Matrix) -> Mapping[str, str]:
    """What each proposal comes to, by its code; "" where that cannot be said."""
    voorstellen = matrix.vastgelegd.wijzigingen.values()
    samen = beside(voorstellen, matrix.kader, matrix.ronde)
    return {voorstel.v.code: in_a_sentence(voorstel) for voorstel in samen}


def worked_out(vastgelegd: Vastgelegd, kader: Kader, ronde: Ronde) -> tuple[Voorstel, ...]:
    """The proposals that are written out, but for those that were refused or that the template has
    already. What was adopted must not lean on what was not."""
    voorstellen = vastgelegd.wijzigingen.values()
    aangenomen = not_borne(voorstellen, kader, ronde)
    nog_niet = [
        v
        for v in voorstellen
        if (v.soort or v.bij)
        and not v.aangenomen
        and v.gelezen_besluit is not Voorstelbesluit.AFGEWEZEN
    ]
    samen = beside((*aangenomen, *nog_niet), kader, ronde)
    return (*beside(aangenomen, kader, ronde), *(v for v in samen if v.v in nog_niet))

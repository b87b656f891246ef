"""The sheet Wijzigingen: what partijen and the AO propose to change, and what the BO decided."""

from __future__ import annotations

from ...core import labels as l
from ...core.outcome import Matrix
from ...core.proposals import Voorstelbesluit, Voorstelsoort, Wijzigingsvoorstel
from ...template.kinds import SOORTEN
from ...template.proposal_words import what_it_lacks
from ...writing.grid import EERSTE
from ..proposed import in_sentences, proposals_of, worked_out
from .layout import Vel, voorstelcodes

_WEG = "(staat niet meer in de inzending)"


def schrijf_wijzigingen(vel: Vel) -> None:
    """A row for each proposal of a partij, then room for those of the AO."""
    vel.schrijf(_rijen(vel.matrix))
    for kolom, keuzes in (
        (l.SOORT_WIJZIGING, [*Voorstelsoort]),
        (l.SOORT_ANTWOORD, [*SOORTEN]),
        (l.BESLUIT, [*Voorstelbesluit]),
    ):
        vel.kies(kolom, keuzes)
    vel.blad.freeze_panes(EERSTE, 3)
    vel.druk_breed_af(tot=2)


def _rijen(matrix: Matrix) -> list[list[object]]:
    voorgesteld = proposals_of(matrix.inzendingen)
    namen = {p.code: p.naam for p in matrix.kader.partijen}
    ao = matrix.kader.instellingen.namen.ao.kort
    zinnen, vastgelegd = in_sentences(matrix), matrix.vastgelegd
    uitgewerkt = worked_out(vastgelegd, matrix.kader, matrix.ronde)
    nog = {v.v.code: f"Nog niet duidelijk: {wat}." for v in uitgewerkt if (wat := what_it_lacks(v))}
    rijen: list[list[object]] = []
    for code in voorstelcodes(matrix):
        partij, veld = voorgesteld.get(code, ("", None))
        van_partij = code.startswith("VS-")
        wie = namen.get(partij or code.split("-")[1], "") if van_partij else ao
        wat = veld.tekst if veld else _WEG if van_partij else l.NIET_GEVRAAGD
        v = vastgelegd.wijzigingen.get(code, Wijzigingsvoorstel(code))
        gelezen = nog.get(code) or zinnen.get(code) or l.NIET_GEVRAAGD
        besloten = (v.besluit, v.datum, v.reden)
        rijen.append([code, wie, wat, *_geschreven(v), gelezen, *besloten])
    return rijen


def _geschreven(v: Wijzigingsvoorstel) -> list[object]:
    return [
        v.soort,
        v.bij,
        v.afspraak,
        v.indicator,
        v.jaar,
        v.actiehouder,
        v.vervangt,
        v.vraag,
        v.antwoord,
        v.eenheid,
        v.tm_jaar,
        v.minimum,
        v.maximum,
        v.toelichting,
    ]

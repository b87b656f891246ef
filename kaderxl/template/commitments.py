"""The sheet "Dit doen we al": the running commitments, which a template may do without."""

from __future__ import annotations

from collections.abc import Iterator

from ..core import catalogue, labels as l
from ..core.kader import Toezegging
from ..core.notation import een_regel
from ..core.phrases import TOEZEGGING
from .agreed import Afspraken
from .cells import Bladen, als_tekst


def lees_toezeggingen(bladen: Bladen, afspraken: Afspraken) -> tuple[Toezegging, ...]:
    """The commitments in the order of the sheet; who is asked is everyone where it names nobody."""
    return tuple(_toezeggingen(bladen, afspraken))


def _toezeggingen(bladen: Bladen, afspraken: Afspraken) -> Iterator[Toezegging]:
    allen = tuple(p.code for p in afspraken.partijen)
    for rij in bladen.rijen(l.LOPEND):
        code = rij.nieuwe_code()
        if not code.startswith(TOEZEGGING):
            if code:
                rij.meld(catalogue.TOEZEGGING_CODE, "code", code=code, begin=TOEZEGGING)
            continue
        genoemd = bool(rij.cel("gevraagd aan"))
        wie = afspraken.actiehouders(rij, "gevraagd aan") if genoemd else allen
        yield Toezegging(
            code,
            een_regel(rij.tekst("thema")),
            een_regel(rij.tekst("tekst")),
            als_tekst(rij.cel("datum")),
            rij.uit_lijst("vragen", l.JA_OF_NEE, l.JA_OF_NEE[1]) == l.JA_OF_NEE[0],
            wie,
            een_regel(rij.tekst("bron")),
        )

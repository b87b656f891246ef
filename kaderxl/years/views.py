"""What the workbook and the page of the years show alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..core import labels as l, phrases as say
from ..core.answers import Waarde
from ..core.outcome import Kleurpunt
from ..core.rounds import Ronde
from ..core.traffic_light import Stoplicht
from ..writing.table import Kolom, Tabel
from .timeline import Reeks, Tijdlijn

STREEP, ONBEKEND = "–", "niet bekend"


def ronde_koppen(tijdlijn: Tijdlijn) -> list[str]:
    return [say.naam_van(r).capitalize() for r in tijdlijn.rondes]


def jaar_koppen(tijdlijn: Tijdlijn) -> list[str]:
    """The years; one that a tussenstand speaks for says so."""
    spreekt = {r.jaar: r for r in tijdlijn.rondes}
    return [jaar_kop(jaar, spreekt.get(jaar)) for jaar in tijdlijn.jaren]


def jaar_kop(jaar: int, ronde: Ronde | None) -> str:
    """A year; one of which a tussenstand tells says so: it is not a whole year."""
    return f"{jaar} ({ronde.fase})" if ronde and is_half(ronde) else str(jaar)


def is_half(ronde: Ronde | None) -> bool:
    return ronde is not None and not ronde.fase.sluit


def kleur_in_woorden(punt: Kleurpunt, licht: Stoplicht) -> str:
    """The word in a ronde; a voorstel says that it is one, and stays without colour."""
    if not punt.kleur:
        return l.GEEN_RONDE
    voorstel = not punt.besloten and punt.kleur in licht.kleuren
    return f"{punt.kleur} (voorstel)" if voorstel else str(punt.kleur)


def tellingen(tijdlijn: Tijdlijn) -> Iterator[tuple[Reeks, str, Sequence[Waarde]]]:
    """Each series with what it is a year, and what it adds up to where it does."""
    for reeks in tijdlijn.reeksen:
        punten = reeks.punten
        jaren = [p.tekst or STREEP if p.waarde is None else p.waarde for p in punten]
        yield reeks, "per jaar", jaren
        if reeks.telt_op:
            totalen = [ONBEKEND if p.cumulatief is None else p.cumulatief for p in punten]
            opgeteld = [t if p.gevraagd else STREEP for t, p in zip(totalen, punten, strict=True)]
            yield reeks, "opgeteld", opgeteld


def respons(tijdlijn: Tijdlijn) -> Tabel:
    """What each partij sent, a row a partij and a column a ronde."""
    t = tijdlijn
    per_ronde = {(r.partij, r.ronde): r.in_woorden for r in t.respons}
    anders = {r: STREEP if r in t.gehouden else l.GEEN_RONDE for r in t.rondes}
    return Tabel(
        "respons",
        "Wat elke partij stuurde, ronde voor ronde",
        tuple(map(Kolom, ["Partij", *ronde_koppen(t)])),
        tuple(
            (partij, *(per_ronde.get((partij, r), anders[r]) for r in t.rondes))
            for partij in dict.fromkeys(r.partij for r in t.respons)
        ),
    )

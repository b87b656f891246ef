"""What the workbook and the page of the years show alike."""

from __future__ import annotations

from ..core import labels as l
from ..core import phrases as say
from ..core.rounds import Fase
from ..writing.table import Kolom, Tabel
from .timeline import Tijdlijn

STREEP, ONBEKEND = "–", "niet bekend"


def ronde_koppen(tijdlijn: Tijdlijn) -> list[str]:
    return [say.naam_van(r).capitalize() for r in tijdlijn.rondes]


def jaar_koppen(tijdlijn: Tijdlijn) -> list[str]:
    """The years; one that a tussenstand speaks for says so."""
    spreekt = {r.jaar: r.fase for r in tijdlijn.rondes}
    return [
        f"{jaar} (tussenstand)" if spreekt.get(jaar) is Fase.TUSSENSTAND else str(jaar)
        for jaar in tijdlijn.jaren
    ]


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

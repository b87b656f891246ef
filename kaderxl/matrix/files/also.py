"""What the BO decided besides the colours, on the page: changes of the agreement, votes, no bod."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.notation import schrijf_dag, schrijf_datum
from ...writing.markup import Markup, element
from ...writing.page import section, table
from .public_view import Publicatie


def geen_bod_in_woorden(publicatie: Publicatie) -> str:
    """What chapter 8 asks the BO to confirm before April, and when it did."""
    dag, bo = publicatie.geen_bod, publicatie.namen.bo.zinsdeel
    if dag is None:
        return ""
    return (
        f"Op {schrijf_dag(dag)} bevestigde {bo} dat er geen bod en "
        "activiteitenoverzicht wordt vastgelegd."
    )


def also_decided(publicatie: Publicatie) -> Iterator[Markup]:
    """A section, where there is something to tell."""
    delen: list[Markup] = []
    if zin := geen_bod_in_woorden(publicatie):
        delen.append(element("p", zin))
    if publicatie.wijzigingen:
        koppen: tuple[str, ...] = ("Wijziging", "Besluit", "Besluit van", "Toelichting")
        rijen = [
            (w.wat, str(w.besluit), schrijf_datum(w.datum), w.toelichting or "–")
            for w in publicatie.wijzigingen
        ]
        delen.append(table("wijzigingen", "Wijzigingen van de afspraken", koppen, rijen))
    if publicatie.gestemd:
        koppen = ("Vraag", "Opties", "Uitslag", "Besloten", "Besluit van")
        gestemd = [
            (g.vraag, "\n".join(g.opties), g.uitslag, g.besloten, schrijf_datum(g.datum))
            for g in publicatie.gestemd
        ]
        delen.append(table("stemmingen", "Stemmingen", koppen, gestemd))
    if delen:
        yield section("verder", "Wat er verder is besloten", *delen)

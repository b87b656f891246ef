"""Pure: the papers of a ronde become one bag, with its Leesmij and its metadata.

Every date in it comes from the ronde, so that the same papers give the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from ..core import labels as l
from ..core import phrases as say
from ..core.folder import archiefnaam
from ..core.notation import schrijf_dag
from .bag import maak_bag
from .file_formats import formaat_van
from .mdto import (
    Bestand,
    Informatieobject,
    Kenmerking,
    Verwijzing,
    schrijf_bestand,
    schrijf_informatieobject,
)
from .papers import Stukken
from .readme import schrijf_leesmij

LEESMIJ = "Leesmij.txt"
METADATA, GEHEEL, UITGANG = "mdto/", "mdto/dossier.mdto.xml", ".mdto.xml"
SJABLOON = "sjabloon/monitoringstabel.xlsx"


def pak_in(stukken: Stukken, versie: int) -> dict[str, bytes]:
    """Every file of the bag by its path."""
    leesmij = schrijf_leesmij(stukken, (*stukken.bestanden, METADATA), versie)
    bestanden = {**stukken.bestanden, LEESMIJ: leesmij}
    inhoud = bestanden | _metadata(stukken, bestanden, versie)
    geheel = _geheel(stukken, versie)
    gegevens = {
        "Source-Organization": stukken.kader.instellingen.uitgever,
        "External-Identifier": geheel.kenmerk,
        "External-Description": _naam(stukken, versie),
        "Bagging-Date": stukken.datum.isoformat(),
        # Without a version: another one that writes the same bytes has made the same archive.
        "Bag-Software-Agent": "kaderxl",
    }
    return maak_bag(inhoud, gegevens)


def _metadata(stukken: Stukken, bestanden: Mapping[str, bytes], versie: int) -> dict[str, bytes]:
    geheel, naam = _geheel(stukken, versie), _naam(stukken, versie)
    kenmerken = {pad: Kenmerking(f"{geheel.kenmerk}/{pad}", geheel.bron) for pad in bestanden}
    documenten = {
        f"{METADATA}{pad}{UITGANG}": schrijf_bestand(
            Bestand(
                kenmerking=kenmerken[pad],
                naam=pad.rpartition("/")[2],
                omvang=len(data),
                formaat=formaat_van(pad, data),
                sha256=hashlib.sha256(data).hexdigest(),
                datum=stukken.datum,
                van=Verwijzing(naam, geheel),
            )
        )
        for pad, data in bestanden.items()
    }
    gegevens = stukken.gegevens
    documenten[GEHEEL] = schrijf_informatieobject(
        Informatieobject(
            kenmerking=geheel,
            naam=naam,
            omschrijvingen=tuple(_omschrijvingen(stukken, versie)),
            waardering=gegevens.waardering,
            bewaartermijn=gegevens.bewaartermijn,
            bestanden=tuple(Verwijzing(pad, kenmerk) for pad, kenmerk in sorted(kenmerken.items())),
            archiefvormer=gegevens.archiefvormer,
            beperking=gegevens.beperking,
            beperking_toelichting=gegevens.beperking_toelichting,
        )
    )
    return documenten


def _geheel(stukken: Stukken, versie: int) -> Kenmerking:
    instellingen = stukken.kader.instellingen
    kenmerk = f"{instellingen.kenmerk}-{archiefnaam(stukken.ronde, versie)}"
    return Kenmerking(kenmerk, instellingen.uitgever)


def _naam(stukken: Stukken, versie: int) -> str:
    delen = [f"Monitoring {stukken.kader.instellingen.kader}, {say.naam_van(stukken.ronde)}"]
    delen += [f"versie {versie}"] if versie > 1 else []
    delen += [] if stukken.vastgesteld else ["concept"]
    delen += [l.FICTIEF] if stukken.fictief else []
    return ", ".join(delen)


def _omschrijvingen(stukken: Stukken, versie: int) -> list[str]:
    instellingen = stukken.kader.instellingen
    wat = (
        "De vragen, de antwoorden van de partijen, de monitoringsmatrix en de besluiten van "
        f"{say.ronde_in_woorden(stukken.ronde)}. "
        f"Bron: {instellingen.bron or instellingen.kader}."
    )
    status = "Concept: het BO heeft de matrix niet vastgesteld."
    if stukken.vastgesteld:
        status = f"Vastgesteld door het BO op {schrijf_dag(stukken.vastgesteld)}."
    zinnen = [wat, status]
    if versie > 1:
        eerder = archiefnaam(stukken.ronde, versie - 1)
        zinnen.append(f"Verbetering van wat als {eerder} is gearchiveerd.")
    return [*zinnen, f"{l.FICTIEF}."] if stukken.fictief else zinnen

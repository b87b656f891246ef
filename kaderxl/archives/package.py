"""Pure: the papers of a ronde become one bag, with its Leesmij and its metadata.

Every date in it comes from the ronde, so that the same papers give the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..core import labels as l, phrases as say
from ..core.folder import archiefnaam
from ..core.notation import schrijf_dag
from .bag import maak_bag
from .file_formats import formaat_van
from .mdto import Kenmerking, Verwijzing, schrijf_bestand, schrijf_informatieobject
from .papers import Stukken
from .readme import schrijf_leesmij

LEESMIJ = "Leesmij.txt"
METADATA, GEHEEL, UITGANG = "mdto/", "mdto/dossier.mdto.xml", ".mdto.xml"
SJABLOON = "sjabloon/monitoringstabel.xlsx"
UITGEGEVEN, OVERLEG = "uitgegeven/", "overleg/"


def pak_in(stukken: Stukken, versie: int) -> dict[str, bytes]:
    """Every file of the bag by its path."""
    instellingen, naam = stukken.kader.instellingen, _naam(stukken, versie)
    kenmerk = f"{instellingen.kenmerk}-{archiefnaam(stukken.ronde, versie)}"
    geheel = Verwijzing(naam, Kenmerking(kenmerk, instellingen.uitgever))
    leesmij = schrijf_leesmij(stukken, (*stukken.bestanden, METADATA), versie)
    bestanden = {**stukken.bestanden, LEESMIJ: leesmij}
    gegevens = {
        "Source-Organization": instellingen.uitgever,
        "External-Identifier": kenmerk,
        "External-Description": naam,
        "Bagging-Date": stukken.datum.isoformat(),
        # Without a version: another one that writes the same bytes has made the same archive.
        "Bag-Software-Agent": "kaderxl",
    }
    return maak_bag(bestanden | _metadata(stukken, bestanden, geheel, versie), gegevens)


def _metadata(
    stukken: Stukken, bestanden: Mapping[str, bytes], geheel: Verwijzing, versie: int
) -> dict[str, bytes]:
    zelf = geheel.kenmerking
    assert zelf is not None, "the whole is known by its name"
    kenmerken = {pad: Kenmerking(f"{zelf.kenmerk}/{pad}", zelf.bron) for pad in bestanden}
    documenten = {
        f"{METADATA}{pad}{UITGANG}": schrijf_bestand(
            kenmerken[pad],
            pad.rpartition("/")[2],
            data,
            formaat_van(pad, data),
            stukken.datum,
            geheel,
        )
        for pad, data in bestanden.items()
    }
    verwijzingen = (Verwijzing(pad, kenmerk) for pad, kenmerk in sorted(kenmerken.items()))
    over = _omschrijvingen(stukken, versie)
    documenten[GEHEEL] = schrijf_informatieobject(
        zelf, geheel.naam, over, verwijzingen, stukken.gegevens
    )
    return documenten


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
    dag = stukken.vastgesteld
    bo = instellingen.zeg("het BO")
    concept = f"Concept: {bo} heeft de matrix niet vastgesteld."
    status = f"Vastgesteld door {bo} op {schrijf_dag(dag)}." if dag else concept
    zinnen = [wat, status]
    if versie > 1:
        eerder = archiefnaam(stukken.ronde, versie - 1)
        zinnen.append(f"Verbetering van wat als {eerder} is gearchiveerd.")
    return [*zinnen, f"{l.FICTIEF}."] if stukken.fictief else zinnen

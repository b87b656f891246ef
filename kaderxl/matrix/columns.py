"""The columns that the sheets and files of a matrix share, each once: header, meaning, kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..core import labels as l, phrases as say
from ..core.cycle import Cyclus
from ..core.kader import Partij
from ..core.own_names import EigenNamen
from ..writing.table import Kolom, Kolomsoort

_UITLEG_GEDRUKT = (
    ("Het thema, zoals gedrukt.", 16),
    ("De afspraak, zoals gedrukt.", 40),
    ("De indicator, zoals gedrukt.", 32),
    ("De jaren, zoals gedrukt.", 12),
    ("De actiehouders, zoals gedrukt.", 24),
    ("De kleur van de afspraak: het besluit, en anders het voorstel.", 18),
    ("De toelichtingen van de partijen, met hun kleur ervoor.", 52),
)
GEDRUKT = tuple(
    Kolom(naam, uitleg, breedte=breedte, kleur=naam == l.VOORTGANG)
    for naam, (uitleg, breedte) in zip(l.GEDRUKTE_KOLOMMEN, _UITLEG_GEDRUKT, strict=True)
)
CODE = Kolom(l.CODE, "Code van de indicator.", breedte=12)
NUMMER = Kolom("Nummer", "Nummer van de afspraak.", Kolomsoort.GEHEEL, 9)
PARTIJ = Kolom("Partij", "De partij.", breedte=22)
STAND = Kolom("Stand", "De antwoorden van de partijen samen.", breedte=30)
TOELICHTING = Kolom("Toelichting", "De toelichting, zoals die is geschreven.", breedte=52)
EENHEID = Kolom("Eenheid", "Waarin geteld is.")
BESLUIT = Kolom(l.BESLUIT, "De kleur die het BO aan de afspraak gaf.", kleur=True, invoer=True)
BESLUIT_REDEN = Kolom(l.BESLUIT_REDEN, "De reden bij het besluit.", breedte=24, invoer=True)
DATUM_BO = Kolom(l.DATUM_BO, "Dag van het besluit.", Kolomsoort.DATUM, invoer=True)
NOTITIE = Kolom(l.NOTITIE, "Wat er in de matrix bij is geschreven.", breedte=70, invoer=True)
ACTIE = Kolom(l.ACTIE, "Wat er gebeurt.", breedte=52, invoer=True)
WIE = Kolom(l.WIE, "Wie dat doet.", breedte=22, invoer=True)
WANNEER = Kolom(l.WANNEER, "Wanneer het klaar is.", Kolomsoort.DATUM, invoer=True)
TREKKER = Kolom(l.TREKKER, "Wie het voortouw neemt.", breedte=22, invoer=True)
BESTAND = Kolom("Bestand", "Het bestand waarin het staat.", breedte=34)
BLAD = Kolom("Blad", "Het blad in dat bestand.", breedte=18)
CEL = Kolom("Cel", "De cel op dat blad.", breedte=8)
SHA256 = Kolom("SHA-256", "Waaraan het ingenomen bestand te herkennen is.", breedte=66)
ERNST = Kolom("Ernst", "fout, waarschuwing of melding.")


def ronde_van(cyclus: Cyclus) -> Kolom:
    return Kolom("Ronde", f"Jaar en soort ronde: {say.soorten_ronde(cyclus)}.", breedte=16)


def kleur_van(partij: Partij) -> Kolom:
    return Kolom(partij.naam, f"De kleur die {partij.naam} gaf.", kleur=True)


def met_namen(kolommen: Iterable[Kolom], namen: EigenNamen) -> tuple[Kolom, ...]:
    """The columns with what the agreement calls its overleggen; what else stands over one stays."""
    return tuple(
        replace(
            kolom,
            uitleg=namen.zeg(kolom.uitleg),
            eigen_kop=namen.zeg(kolom.titel) if kolom.titel in l.KOPPEN_OVERLEG else "",
        )
        for kolom in kolommen
    )

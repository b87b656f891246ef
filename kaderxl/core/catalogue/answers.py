"""V4xx: an answer."""

from __future__ import annotations

from ..findings import Regel
from ..rounds import Ernst

_F, _W = Ernst.FOUT, Ernst.WAARSCHUWING


BEOORDELING_ONBEKEND = Regel(
    "V401",
    _F,
    "“{waarde}” is geen beoordeling.",
    "Kies {keuzes}.{tip}",
    verlies=True,
)
BEOORDELING_ONTBREEKT = Regel(
    "V402",
    _F,
    "Er is nog geen beoordeling van {code}: {vraag}.",
    "Kies {keuzes}.",
)
REDEN_ONTBREEKT = Regel("V403", _F, "{kleur} heeft een reden nodig.", "Kies een reden: {redenen}.")
REDEN_PAST_NIET = Regel(
    "V404", _F, "De reden “{waarde}” hoort niet bij {kleur}.", "Kies een reden: {redenen}."
)
REDEN_OVERBODIG = Regel(
    "V405",
    _W,
    "Bij {kleur} hoort geen reden; er staat “{waarde}”.",
    "Controleer de kleur, of maak de reden leeg.",
)
TOELICHTING_ONTBREEKT = Regel(
    "V406",
    _F,
    "Bij {kleur} hoort een toelichting.",
    "Schrijf in één of twee zinnen wat er aan de hand is.",
)
GETAL_VERWACHT = Regel(
    "V407",
    _F,
    "“{waarde}” kunnen we niet als getal lezen.",
    "Vul alleen het getal in, bijvoorbeeld 12. Een opmerking kan bij Toelichting, op de regel van "
    "de indicator.",
    verlies=True,
)
TWEE_LEZINGEN = Regel(
    "V408",
    _F,
    "“{waarde}” kan {lezingen} zijn.",
    "Schrijf een komma voor decimalen en geen punt: 12,5 of 1250.",
    verlies=True,
)
NEGATIEF = Regel(
    "V409",
    _F,
    "{waarde} is kleiner dan nul.",
    "Vul een getal in van 0 of meer.",
    verlies=True,
)
PERCENTAGE_BUITEN = Regel(
    "V410",
    _F,
    "{waarde} ligt niet tussen 0 en 100.",
    "Vul een percentage in van 0 tot en met 100.",
    verlies=True,
)
TELLER_TE_GROOT = Regel(
    "V411",
    _F,
    "{teller} is meer dan het totaal, {noemer} (cel {cel_noemer}).",
    "Controleer beide getallen.",
)
DATUM_BUITEN = Regel(
    "V412",
    _F,
    "De datum {waarde} ligt niet tussen {van} en {tm}.",
    "Controleer het jaar van de datum.",
    verlies=True,
)
DATUM_VERWACHT = Regel(
    "V413",
    _F,
    "“{waarde}” kunnen we niet als datum lezen.",
    "Schrijf dag-maand-jaar, bijvoorbeeld 15-12-2026.",
    verlies=True,
)
JA_NEE_VERWACHT = Regel(
    "V414",
    _F,
    "“{waarde}” is geen ja of nee.",
    "Kies Ja of Nee.",
    verlies=True,
)
WAARDE_ONTBREEKT = Regel("V415", _F, "Hier ontbreekt het antwoord op “{vraag}”.", "{raad}.")
HEEL_GETAL = Regel(
    "V416",
    _F,
    "{waarde} is geen heel getal.",
    "Vul een geheel aantal in, zonder decimalen.",
    verlies=True,
)
GEEN_HELE_CENTEN = Regel(
    "V425",
    _F,
    "{waarde} heeft meer dan twee cijfers achter de komma.",
    "Vul het bedrag in tot op de cent, bijvoorbeeld 1234,50.",
    verlies=True,
)
PERCENTAGE_KLEIN = Regel(
    "V417",
    _W,
    "{waarde} % is gelezen; misschien is {maal} % bedoeld.",
    "Controleer het percentage; schrijf 12,5 voor twaalf en een half procent.",
)
PROCENTOPMAAK = Regel(
    "V424",
    _W,
    "De cel toont {getoond} %, want zij heeft procentopmaak; gelezen is {waarde}.",
    "Zet de opmaak van de cel op Standaard en typ het getal opnieuw, zonder procentteken.",
    voor_partij="Klopt het getal zoals het hier nu staat? Dan hoeft u niets te doen. "
    "Typ het anders opnieuw, zonder procentteken.",
)
WAARDE_OP_VERKEERDE_REGEL = Regel(
    "V418",
    _W,
    "“{waarde}” staat in de kolom {kolom}, maar op deze regel vragen we dat niet.",
    "Zet het antwoord op de regel en in de kolom waar het hoort.",
    verlies=True,
)

TWEE_DATUMS = Regel(
    "V419",
    _F,
    "“{waarde}” kan {lezingen} zijn.",
    "Schrijf dag-maand-jaar met streepjes, bijvoorbeeld 15-12-2026.",
    verlies=True,
)
AANTAL_GROOT = Regel(
    "V421",
    _W,
    "{waarde} is gelezen; dat is meer dan {grens}.",
    "Controleer het getal; klopt het, dan hoeft u niets te doen.",
)

PERSOONSGEGEVENS = Regel(
    "V420",
    _W,
    "In {waarin} staat iets dat lijkt op {wat}.",
    "Haal het weg als het over een persoon gaat; de tekst komt in de matrix.",
)

WAARDE_TOEGELICHT = Regel(
    "V422",
    _W,
    "Hier is nog geen antwoord op “{vraag}”; er staat wel een toelichting.",
    "Wordt het getal bekend, vul het dan in en stuur het blad nog eens. Tot die tijd hoeft u niets "
    "te doen.",
)
WAARDE_BIJ_NVT = Regel(
    "V423",
    _W,
    "Bij {code} is {kleur} gekozen, maar hier staat “{waarde}”.",
    "Kies een kleur als het wel over u gaat, of maak deze cel leeg.",
    verlies=True,
)

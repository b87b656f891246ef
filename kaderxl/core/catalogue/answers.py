"""V4xx: an answer."""

from __future__ import annotations

from ..findings import fout, waarschuwing

BEOORDELING_ONBEKEND = fout("""V401 verlies
    “{waarde}” is geen beoordeling.
    → Kies {keuzes}.{tip}""")
BEOORDELING_ONTBREEKT = fout("""V402
    Er is nog geen beoordeling van {code}: {vraag}.
    → Kies {keuzes}.""")
REDEN_ONTBREEKT = fout("""V403
    {kleur} heeft een reden nodig.
    → Kies een reden: {redenen}.""")
REDEN_PAST_NIET = fout("""V404
    De reden “{waarde}” hoort niet bij {kleur}.
    → Kies een reden: {redenen}.""")
REDEN_OVERBODIG = waarschuwing("""V405
    Bij {kleur} hoort geen reden; er staat “{waarde}”.
    → Controleer de kleur, of maak de reden leeg.""")
TOELICHTING_ONTBREEKT = fout("""V406
    Bij {kleur} hoort een toelichting.
    → Schrijf in één of twee zinnen wat er aan de hand is.""")
GETAL_VERWACHT = fout("""V407 verlies
    “{waarde}” kunnen we niet als getal lezen.
    → Vul alleen het getal in, bijvoorbeeld 12. Een opmerking kan bij Toelichting, op de regel van
      de indicator.""")
TWEE_LEZINGEN = fout("""V408 verlies
    “{waarde}” kan {lezingen} zijn.
    → Schrijf een komma voor decimalen en geen punt: 12,5 of 1250.""")
NEGATIEF = fout("""V409 verlies
    {waarde} is kleiner dan nul.
    → Vul een getal in van 0 of meer.""")
PERCENTAGE_BUITEN = fout("""V410 verlies
    {waarde} ligt niet tussen 0 en 100.
    → Vul een percentage in van 0 tot en met 100.""")
TELLER_TE_GROOT = fout("""V411
    {teller} is meer dan het totaal, {noemer} (cel {cel_noemer}).
    → Controleer beide getallen.""")
DATUM_BUITEN = fout("""V412 verlies
    De datum {waarde} ligt niet tussen {van} en {tm}.
    → Controleer het jaar van de datum.""")
DATUM_VERWACHT = fout("""V413 verlies
    “{waarde}” kunnen we niet als datum lezen.
    → Schrijf dag-maand-jaar, bijvoorbeeld 15-12-2026.""")
JA_NEE_VERWACHT = fout("""V414 verlies
    “{waarde}” is geen ja of nee.
    → Kies Ja of Nee.""")
WAARDE_ONTBREEKT = fout("""V415
    Hier ontbreekt het antwoord op “{vraag}”.
    → {raad}.""")
HEEL_GETAL = fout("""V416 verlies
    {waarde} is geen heel getal.
    → Vul een geheel aantal in, zonder decimalen.""")
GEEN_HELE_CENTEN = fout("""V425 verlies
    {waarde} heeft meer dan twee cijfers achter de komma.
    → Vul het bedrag in tot op de cent, bijvoorbeeld 1234,50.""")
PERCENTAGE_KLEIN = waarschuwing("""V417
    {waarde} % is gelezen; misschien is {maal} % bedoeld.
    → Controleer het percentage; schrijf 12,5 voor twaalf en een half procent.""")
PROCENTOPMAAK = waarschuwing("""V424
    De cel toont {getoond} %, want zij heeft procentopmaak; gelezen is {waarde}.
    → Zet de opmaak van de cel op Standaard en typ het getal opnieuw, zonder procentteken.
    → Klopt het getal zoals het hier nu staat? Dan hoeft u niets te doen. Typ het anders opnieuw,
      zonder procentteken.""")
WAARDE_OP_VERKEERDE_REGEL = waarschuwing("""V418 verlies
    “{waarde}” staat in de kolom {kolom}, maar op deze regel vragen we dat niet.
    → Zet het antwoord op de regel en in de kolom waar het hoort.""")

TWEE_DATUMS = fout("""V419 verlies
    “{waarde}” kan {lezingen} zijn.
    → Schrijf dag-maand-jaar met streepjes, bijvoorbeeld 15-12-2026.""")
AANTAL_GROOT = waarschuwing("""V421
    {waarde} is gelezen; dat is meer dan {grens}.
    → Controleer het getal; klopt het, dan hoeft u niets te doen.""")

PERSOONSGEGEVENS = waarschuwing("""V420
    In {waarin} staat iets dat lijkt op {wat}.
    → Haal het weg als het over een persoon gaat; de tekst komt in de matrix.""")

WAARDE_TOEGELICHT = waarschuwing("""V422
    Hier is nog geen antwoord op “{vraag}”; er staat wel een toelichting.
    → Wordt het antwoord bekend, vul het dan in en stuur het blad nog eens. Tot die tijd hoeft u
      niets te doen.""")
WAARDE_BIJ_NVT = waarschuwing("""V423 verlies
    Bij {code} is {kleur} gekozen, maar hier staat “{waarde}”.
    → Kies een kleur als het wel over u gaat, of maak deze cel leeg.""")

"""A7xx: the archive."""

from __future__ import annotations

from ..findings import fout, melding, waarschuwing

ARCHIEFGEGEVEN_ONTBREEKT = fout("""A701
    De instelling “{naam}” is nog leeg: {wat}.
    → Laat de gemeente dit besluiten en vul het in op het blad Instellingen. Er is niets
      gearchiveerd.""")
ARCHIEFGEGEVEN_ONGESCHIKT = fout("""A702
    Bij “{naam}” staat “{waarde}”; dat kan hier niet: {reden}.
    → Verbeter het op het blad Instellingen. Er is niets gearchiveerd.""")
NIET_VASTGESTELD = fout("""A703
    Deze matrix is nog niet vastgesteld.
    → Schrijf in de matrix wanneer dat is gebeurd en geef kaderxl merge. Toch nu? Geef dan
      uitdrukkelijk: kaderxl archive --concept.""")
MATRIX_NIET_BIJ = fout("""A704
    De matrix die er staat is niet wat er uit de inzendingen en besluiten volgt.
    → Geef eerst kaderxl merge en bekijk de matrix. Er is niets gearchiveerd.""")
MATRIX_ONTBREEKT = fout("""A705
    Van deze ronde is er nog geen matrix.
    → Geef eerst: kaderxl merge.""")
KAN_NIET_IN_ARCHIEF = fout("""A706
    Dit bestand kan niet in het archief: {reden}.
    → Verbeter het of haal het uit de map. Er is niets gearchiveerd.""")
ARCHIEF_BESCHADIGD = fout("""A707
    Het archief dat er al staat is beschadigd.
    → Kijk met kaderxl verify wat er is, en zet een goede kopie terug. Er is niets gearchiveerd.""")
GEEN_ARCHIEF = fout("""A708
    Hier staat geen archief.
    → Noem de map van een archief, of de map waar archieven in staan.""")
BESTAND_VERANDERD = fout("""A711
    Dit bestand is veranderd: de controlegetallen kloppen niet.
    → Zet het terug uit een goede kopie van het archief.""")
BESTAND_WEG = fout("""A712
    Dit bestand ontbreekt.
    → Zet het terug uit een goede kopie van het archief.""")
BESTAND_TE_VEEL = fout("""A713
    Dit bestand hoort niet bij het archief: geen lijst noemt het.
    → Zoek uit waar het vandaan komt en haal het weg.""")
BESTAND_HERNOEMD = fout("""A714
    Dit bestand heet nu {nieuw}.
    → Geef het zijn eigen naam terug.""")
LIJST_BESCHADIGD = fout("""A715
    Deze lijst met controlegetallen klopt niet: {reden}.
    → Zet de lijst terug uit een goede kopie van het archief.""")
ARCHIEF_TE_GROOT = fout("""A716
    In deze map staan meer dan {aantal} bestanden; zo groot is geen archief van kaderxl.
    → Noem de map van één archief.""")
METADATA_FOUT = fout("""A717
    Deze metadata volgt MDTO niet: {wat}.
    → Zet haar terug uit een goede kopie van het archief.""")
METADATA_ANDERS = fout("""A718
    De metadata noemt bij {veld} “{waarde}”; van het bestand is dat “{echt}”.
    → Zet het bestand en zijn metadata terug uit een goede kopie van het archief.""")
METADATA_ONTBREEKT = fout("""A719
    Van dit bestand is er geen metadata.
    → Zet haar terug uit een goede kopie van het archief.""")
CIJFER_ANDERS = fout("""A720
    Bij {code} staat als {kolom} “{staat}”; uit de inzendingen volgt “{gerekend}”.
    → Kijk in de inzendingen in de map retour welke van de twee klopt.""")
NIET_NAGEREKEND = waarschuwing("""A721
    De cijfers zijn niet nagerekend: {reden}.
    → Herstel eerst wat hierboven staat, of lees de inzendingen zelf na.""")
BAGGEGEVEN_ANDERS = fout("""A722
    Hier staat bij {veld} “{waarde}”; dat moet “{echt}” zijn.
    → Zet het archief terug uit een goede kopie.""")
ARCHIEF_NIET_IN_ORDE = fout("""A723
    Wat we wilden archiveren is volgens kaderxl verify niet in orde. Er is niets gearchiveerd.
    → Meld wat hieronder staat aan wie kaderxl voor u beheert. De ronde staat er nog zoals zij
      was.""")
HULPBESTANDEN = melding("""A740
    Naast de bestanden van het archief staan er {aantal} van het systeem, zoals {eerste}.
    → Ze horen er niet bij en veranderen er niets aan. U mag ze weghalen.""")

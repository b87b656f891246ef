"""A7xx: the archive."""

from __future__ import annotations

from ..findings import Regel
from ..rounds import Ernst

_F, _W, _M = Ernst.FOUT, Ernst.WAARSCHUWING, Ernst.MELDING


ARCHIEFGEGEVEN_ONTBREEKT = Regel(
    "A701",
    _F,
    "De instelling “{naam}” is nog leeg: {wat}.",
    "Laat de gemeente dit besluiten en vul het in op het blad Instellingen. Er is niets "
    "gearchiveerd.",
)
ARCHIEFGEGEVEN_ONGESCHIKT = Regel(
    "A702",
    _F,
    "Bij “{naam}” staat “{waarde}”; dat kan hier niet: {reden}.",
    "Verbeter het op het blad Instellingen. Er is niets gearchiveerd.",
)
NIET_VASTGESTELD = Regel(
    "A703",
    _F,
    "Het BO heeft deze matrix nog niet vastgesteld.",
    "Schrijf in de matrix wanneer het BO haar vaststelde en geef kaderxl merge. Toch nu? Geef dan "
    "uitdrukkelijk: kaderxl archive --concept.",
)
MATRIX_NIET_BIJ = Regel(
    "A704",
    _F,
    "De matrix die er staat is niet wat er uit de inzendingen en besluiten volgt.",
    "Geef eerst kaderxl merge en bekijk de matrix. Er is niets gearchiveerd.",
)
MATRIX_ONTBREEKT = Regel(
    "A705",
    _F,
    "Van deze ronde is er nog geen matrix.",
    "Geef eerst: kaderxl merge.",
)
KAN_NIET_IN_ARCHIEF = Regel(
    "A706",
    _F,
    "Dit bestand kan niet in het archief: {reden}.",
    "Verbeter het of haal het uit de map. Er is niets gearchiveerd.",
)
ARCHIEF_BESCHADIGD = Regel(
    "A707",
    _F,
    "Het archief dat er al staat is beschadigd.",
    "Kijk met kaderxl verify wat er is, en zet een goede kopie terug. Er is niets gearchiveerd.",
)
GEEN_ARCHIEF = Regel(
    "A708",
    _F,
    "Hier staat geen archief.",
    "Noem de map van een archief, of de map waar archieven in staan.",
)
BESTAND_VERANDERD = Regel(
    "A711",
    _F,
    "Dit bestand is veranderd: de controlegetallen kloppen niet.",
    "Zet het terug uit een goede kopie van het archief.",
)
BESTAND_WEG = Regel(
    "A712", _F, "Dit bestand ontbreekt.", "Zet het terug uit een goede kopie van het archief."
)
BESTAND_TE_VEEL = Regel(
    "A713",
    _F,
    "Dit bestand hoort niet bij het archief: geen lijst noemt het.",
    "Zoek uit waar het vandaan komt en haal het weg.",
)
BESTAND_HERNOEMD = Regel(
    "A714", _F, "Dit bestand heet nu {nieuw}.", "Geef het zijn eigen naam terug."
)
LIJST_BESCHADIGD = Regel(
    "A715",
    _F,
    "Deze lijst met controlegetallen klopt niet: {reden}.",
    "Zet de lijst terug uit een goede kopie van het archief.",
)
ARCHIEF_TE_GROOT = Regel(
    "A716",
    _F,
    "In deze map staan meer dan {aantal} bestanden; zo groot is geen archief van kaderxl.",
    "Noem de map van één archief.",
)
METADATA_FOUT = Regel(
    "A717",
    _F,
    "Deze metadata volgt MDTO niet: {wat}.",
    "Zet haar terug uit een goede kopie van het archief.",
)
METADATA_ANDERS = Regel(
    "A718",
    _F,
    "De metadata noemt bij {veld} “{waarde}”; van het bestand is dat “{echt}”.",
    "Zet het bestand en zijn metadata terug uit een goede kopie van het archief.",
)
METADATA_ONTBREEKT = Regel(
    "A719",
    _F,
    "Van dit bestand is er geen metadata.",
    "Zet haar terug uit een goede kopie van het archief.",
)
CIJFER_ANDERS = Regel(
    "A720",
    _F,
    "Bij {code} staat als {kolom} “{staat}”; uit de inzendingen volgt “{gerekend}”.",
    "Kijk in de inzendingen in de map retour welke van de twee klopt.",
)
NIET_NAGEREKEND = Regel(
    "A721",
    _W,
    "De cijfers zijn niet nagerekend: {reden}.",
    "Herstel eerst wat hierboven staat, of lees de inzendingen zelf na.",
)
BAGGEGEVEN_ANDERS = Regel(
    "A722",
    _F,
    "Hier staat bij {veld} “{waarde}”; dat moet “{echt}” zijn.",
    "Zet het archief terug uit een goede kopie.",
)
ARCHIEF_NIET_IN_ORDE = Regel(
    "A723",
    _F,
    "Wat we wilden archiveren is volgens kaderxl verify niet in orde. Er is niets gearchiveerd.",
    "Meld wat hieronder staat aan wie kaderxl voor u beheert. De ronde staat er nog zoals zij was.",
)
HULPBESTANDEN = Regel(
    "A740",
    _M,
    "Naast de bestanden van het archief staan er {aantal} van het systeem, zoals {eerste}.",
    "Ze horen er niet bij en veranderen er niets aan. U mag ze weghalen.",
)

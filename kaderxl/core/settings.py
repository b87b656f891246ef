"""The settings of a template: the one table of what there is, and the values of one template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import Enum, StrEnum, auto
from functools import partial
from typing import Any

from . import labels as l
from .own_names import AO, BO, JAARPROGRAMMA, EigenNamen, Naam

FORMAAT, _NIEUWSTE = "sjabloonformaat", 1
"""The setting with the format of a template, and the newest that is understood."""


class Instellingsoort(Enum):
    """What a setting holds; `template.settings` reads each kind in one place."""

    TEKST = auto()
    CODE = auto()
    JAAR = auto()
    DAG = auto()
    DAGEN = auto()
    GETAL = auto()
    ADRES = auto()
    ADRESSEN = auto()
    SERVER = auto()
    GEWICHTEN = auto()
    VERSIE = auto()
    JA_NEE = auto()
    NAAM = auto()


class Nodig(StrEnum):
    """What cannot be done while a setting is empty."""

    NERGENS = ""
    ALLES = "alles"
    ARCHIEF = "archive"
    VERSTUREN = "mail --send"


@dataclass(frozen=True, slots=True)
class Instelling:
    """A row of the table: the name on the sheet, the field of `Instellingen`, what it means.

    A GETAL lies in `tussen`, both ends included.
    """

    naam: str
    veld: str
    uitleg: str
    soort: Instellingsoort
    nodig: Nodig
    tussen: tuple[int, int]


_S, _ALLES = Instellingsoort, Nodig.ALLES


def instelling(
    uitleg: str,
    soort: Instellingsoort = _S.TEKST,
    nodig: Nodig = Nodig.NERGENS,
    *,
    naam: str = "",
    anders: object = "",
    tussen: tuple[int, int] = (0, 0),
) -> Any:
    """A field of `Instellingen`; on the sheet it has this name, else that of the field in words.

    `anders` is its value as long as the sheet has none.
    """
    return field(
        default_factory=lambda: anders, metadata={"rij": (naam, uitleg, soort, nodig, tussen)}
    )


in_archief = partial(instelling, nodig=Nodig.ARCHIEF)
grens = partial(instelling, soort=_S.GETAL, anders=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Instellingen:
    """The settings of one template, each as what it is; what it leaves open has its default.

    A new setting is one line here. `geschreven` has what stands on the sheet, by name.
    """

    gemeente: str = instelling("de naam zoals die op de bladen komt", nodig=_ALLES)
    kader: str = instelling("de titel van de overeenkomst", nodig=_ALLES)
    kenmerk: str = instelling("korte code in het kenmerk van elk invulblad", _S.CODE, _ALLES)
    looptijd_van: int = instelling("eerste jaar", _S.JAAR, _ALLES, anders=0)
    looptijd_tm: int = instelling("laatste jaar", _S.JAAR, _ALLES, naam="looptijd t/m", anders=0)
    identifier: str = instelling("de gemeente in het register TOOI")
    bron: str = instelling("waar de tabel uit komt")
    contact: str = instelling("functionele postbus voor vragen")
    telefoon: str = instelling("algemeen nummer voor vragen")
    inleveren_tussenstand: str = instelling("dag en maand in het jaar zelf", _S.DAG)
    inleveren_evaluatie: str = instelling("dag en maand in het jaar erna", _S.DAG)
    herinneren: tuple[int, ...] = instelling("dagen vóór de inleverdatum", _S.DAGEN, anders=())
    doorschuiven: bool = instelling(
        "of na zijn gedrukte jaren terugkomt wat nog openstaat; voorstel: ja",
        _S.JA_NEE,
        anders=True,
    )
    ambtelijk_overleg: Naam = instelling(
        "hoe het ambtelijk overleg bij u heet, met de of het ervoor en een afkorting erachter: "
        "de werkgroep wonen (WW)",
        _S.NAAM,
        anders=AO,
    )
    bestuurlijk_overleg: Naam = instelling(
        "hoe het bestuurlijk overleg bij u heet: de stuurgroep", _S.NAAM, anders=BO
    )
    jaarprogramma: Naam = instelling(
        "hoe het jaarprogramma bij u heet: de werkagenda", _S.NAAM, anders=JAARPROGRAMMA
    )
    overlegperiode: str = instelling("hoe lang na het inhuren van de moderator stemmen mag")
    stemmen: bool = instelling(
        "of er kan worden gestemd als overleg niet helpt", _S.JA_NEE, anders=True
    )
    moderator: str = instelling(
        "hoe heet wie het gesprek dan begeleidt; nee: niemand", anders=l.MODERATOR_HEET
    )
    regels_over_stemmen: str = instelling("waar dat is afgesproken, bijvoorbeeld artikel 5")
    geen_bod: bool = instelling(
        "of het BO vaststelt dat er in een jaar geen bod of activiteitenoverzicht is; leeg: ja",
        _S.JA_NEE,
        anders=True,
    )
    stemgewicht_per_partij: Mapping[str, float] = instelling(
        "hoe zwaar de stem van een partij telt", _S.GEWICHTEN, anders={}
    )
    stemgewicht_per_geleding: Mapping[str, float] = instelling(
        "hoe zwaar de stem van een geleding telt", _S.GEWICHTEN, anders={}
    )
    archiefvormer: str = in_archief(
        "de organisatie die het archief vormt, liefst haar adres in het register TOOI"
    )
    waardering: str = in_archief(
        "of dit blijvend of tijdelijk wordt bewaard (selectielijst gemeenten)"
    )
    waardering_begrippenlijst: str = in_archief("uit welke lijst die waardering komt")
    bewaartermijn: str = in_archief(
        "hoe lang het wordt bewaard, bijvoorbeeld 10 jaar, of: blijvend"
    )
    beperking_gebruik: str = in_archief("wie het mag zien")
    beperking_gebruik_begrippenlijst: str = in_archief("uit welke lijst die beperking komt")
    beperking_gebruik_toelichting: str = instelling("wat er over de beperking te zeggen is")
    mailserver: str = instelling("de server die de mails verstuurt", _S.SERVER, Nodig.VERSTUREN)
    afzender: str = instelling("waar de mails vandaan komen", _S.ADRES, Nodig.VERSTUREN)
    antwoordadres: str = instelling("waar antwoorden op de mails heen gaan", _S.ADRES)
    cc: tuple[str, ...] = instelling("wie elke mail ook krijgt", _S.ADRESSEN, anders=())
    mailserver_poort: int = instelling("465 is SMTPS", _S.GETAL, anders=587, tussen=(1, 65_535))
    mailgebruiker: str = instelling("naam om mee aan te melden")
    grootste_bestand: int | None = grens(
        "groter nemen we niet in", naam=l.GROOTSTE_BESTAND, tussen=(1, 500)
    )
    meeste_cellen: int | None = grens(
        "met meer weigeren we een bestand", naam=l.MEESTE_CELLEN, tussen=(1_000, 4_000_000)
    )
    langste_leestijd: int | None = grens("per bestand", naam=l.LANGSTE_LEESTIJD, tussen=(1, 600))
    sjabloonformaat: int = instelling(
        "de indeling van dit sjabloon", _S.VERSIE, anders=1, tussen=(1, _NIEUWSTE)
    )
    versie: int = instelling(
        "welke versie van de afspraken dit is; kaderxl telt door",
        _S.GETAL,
        anders=1,
        tussen=(1, 999),
    )
    vastgesteld_in: str = instelling(
        "welk BO deze versie vaststelde", naam="vastgesteld in het BO van"
    )
    vervangt_versie: str = instelling("welke versie hierdoor vervalt, met haar kenmerk")
    besluiten: str = instelling("door welke besluiten deze versie is ontstaan")
    geschreven: Mapping[str, str] = field(default_factory=dict)

    @property
    def looptijd(self) -> tuple[int, int]:
        """First and last year, both included."""
        return self.looptijd_van, self.looptijd_tm

    def leeg(self, nodig: Nodig) -> Iterator[Instelling]:
        """The settings that something cannot be done without, and that are empty."""
        return (i for i in tabel_van(type(self)) if i.nodig is nodig and not getattr(self, i.veld))

    @property
    def namen(self) -> EigenNamen:
        """What the agreement calls its overleggen and its programme."""
        return EigenNamen(self.ambtelijk_overleg, self.bestuurlijk_overleg, self.jaarprogramma)

    def met_namen(self, namen: EigenNamen) -> Instellingen:
        """The same, with these names."""
        ao, bo, programma = namen.ao, namen.bo, namen.jaarprogramma
        return replace(self, ambtelijk_overleg=ao, bestuurlijk_overleg=bo, jaarprogramma=programma)

    def zeg(self, tekst: str) -> str:
        """A text of ours with those names in it."""
        return self.namen.zeg(tekst)

    @property
    def uitgever(self) -> str:
        """Who signs what goes out: `Gemeente Molendam`."""
        return f"Gemeente {self.gemeente}"


def tabel_van(soort: type[Instellingen] = Instellingen) -> tuple[Instelling, ...]:
    """The table of settings, a row a field."""
    rijen = ((f.name, *f.metadata["rij"]) for f in fields(soort) if f.metadata)
    return tuple(
        Instelling(naam or veld.replace("_", " "), veld, *rest) for veld, naam, *rest in rijen
    )

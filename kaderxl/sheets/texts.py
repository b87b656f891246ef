"""Every text that an input sheet carries of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..core import labels as l, phrases as say
from ..core.answers import Reactie
from ..core.kader import Kader, Partij
from ..core.national import landelijk_in
from ..core.rounds import Ronde
from ..template.kinds import JA_NEE
from ..writing.named_lists import keuze_van, keuzelijst
from .checks import KEUZE_AKKOORD
from .questions import AKKOORD, ALLEEN_ANDERS, KLEUR, Planvraag, Vraagregel, Vragenlijst

KENMERK = "Kenmerk"
STEMPEL = "stempel"
_GEEL_EN_WIT = "Geel vult u nog in; wit met een gele rand mag leeg blijven."
_EERSTE_KEER = "Eerste keer? Lees het blad Uitleg."
AANWIJZING = f"{_GEEL_EN_WIT} {_EERSTE_KEER}"
AANWIJZING_AKKOORD = f"Kies bij elke voorzet Akkoord of Niet akkoord. {_GEEL_EN_WIT} {_EERSTE_KEER}"
ALLES_INGEVULD = "Klaar! Sla op en stuur het terug."
ALLES_VERBETERD = "Alles verbeterd? Stuur het terug."
NOG_EEN_VRAAG = "Nog een vraag: kijk bij Controle."
_ZO_STOND_HET = (
    "Alles is ingevuld. Dank u wel!",
    "Alles is ingevuld. Kijk nog bij Controle.",
    "Alles is ingevuld. Kijk nog naar wat we vragen in de kolom Controle.",
    "Vul de gele cellen in. Eerste keer? Lees het blad Uitleg.",
    "Kies bij elke voorzet Akkoord of Niet akkoord. Eerste keer? Lees het blad Uitleg.",
)
VOLGENDE = "Volgende: "
VOL, LEEG, STAPPEN = "█", "░", 10  # in letters: every program shows those, on paper too
BOVEN = re.compile(
    rf"–|{'|'.join(map(re.escape, _ZO_STOND_HET))}|Nog \d+ van \d+ in te vullen"
    rf"|(?:{VOLGENDE}|Volgende vraag: )\S{{1,40}}"
    rf"|[{VOL}{LEEG}¦?_]+ \d+ van \d+"
)
"""What the formulas above the table can say or could, beside the sentences of now; a csv in an old
code page has other signs in the place of the bar."""


def nog_te_doen(nog: int, van: int, gevraagd: bool, herstel: bool = False) -> str:
    """The one line at the top of the sheet that says how it stands; `gevraagd` says that a rule
    asks something, `herstel` that it is a correction workbook."""
    if nog:
        return f"Nog {nog} van {van} in te vullen"
    return NOG_EEN_VRAAG if gevraagd else klaar(herstel)


def klaar(herstel: bool) -> str:
    """What it says when nothing is left to do; of what was remarked no formula sees it all."""
    return ALLES_VERBETERD if herstel else ALLES_INGEVULD


def balk(af: int, van: int) -> str:
    """How far one is, as a bar and in numbers."""
    vol = af * STAPPEN // van
    return f"{VOL * vol}{LEEG * (STAPPEN - vol)} {af} van {van}"


def aanwijzing(vragenlijst: Vragenlijst) -> str:
    return AANWIJZING_AKKOORD if vragenlijst.alleen_akkoord else AANWIJZING


def titel(partij: Partij, ronde: Ronde, akkoord: bool = False) -> str:
    """What stands above the table; of a sheet that asks nothing but an akkoord it says so."""
    wat = ", akkoord met voorzetten" if akkoord else ""
    return f"{partij.naam}: {say.naam_van(ronde)}{wat}"


def vaste_cellen(vraag: Vraagregel | Planvraag, vorige: Mapping[str, str]) -> tuple[str, ...]:
    """The eight cells before the answers on a row of the table."""
    return (*vraag.cellen, vorige.get(vraag.code, "–"))


@dataclass(frozen=True, slots=True)
class Vraagtekst:
    """What stands in the cell of a question: what it is `over`, the question, and below it what
    helps to answer it."""

    over: str
    vraag: str
    eronder: tuple[str, ...] = ()

    @property
    def eerste(self) -> str:
        if not self.over:
            return self.vraag
        return f"{self.over}{'' if self.over.endswith('?') else ':'} {self.vraag}"

    def __str__(self) -> str:
        return "\n".join((self.eerste, *self.eronder))


def vraagtekst(cellen: tuple[str, ...], vorige: str = "–", programma: bool = False) -> Vraagtekst:
    """The question of a row with these VASTE_CELLEN, with its doel and the answer of before.

    A row of the `programma` is about its afspraak, the first row of an indicator about that.
    """
    _, _, afspraak, indicator, vraag, eenheid, doel = cellen[: len(l.VASTE_CELLEN) - 1]
    over = afspraak if programma else indicator if eenheid in (KLEUR, AKKOORD) else ""
    op_voorzet = eenheid == AKKOORD or vraag.endswith(ALLEEN_ANDERS)
    erbij = {
        "Datum" if programma else l.DOEL: doel,
        l.VOORZET if op_voorzet else VORIGE_KEER: vorige,
    }
    eronder = (f"{kop}: {tekst}" for kop, tekst in erbij.items() if tekst not in ("", "–"))
    return Vraagtekst("" if over == "–" else over, vraag, tuple(eronder))


VORIGE_KEER = "Vorige keer"
ONDER_DE_VRAAG = ("Datum", l.DOEL, l.VOORZET, VORIGE_KEER)
"""What the lines below a question begin with."""


def tussenkop(cellen: tuple[str, ...], programma: bool = False) -> str:
    """What stands over the rows that belong together: an afspraak with its thema, or what is asked
    in words."""
    _, thema, afspraak, soort, *_ = cellen
    return soort if programma else f"{afspraak} ({thema})"


def metagegevens(
    kader: Kader, ronde: Ronde, partij: Partij, vragenlijst: Vragenlijst, fictief: bool
) -> dict[str, str]:
    """The identity again, on the hidden sheet; then what has a landelijke code, by its own."""
    landelijk = {d.code: code for code, d in landelijk_in(kader, ronde.jaar).items()}
    return {
        "kenmerk": str(vragenlijst.kenmerk),
        "kader": kader.instellingen.kader,
        "ronde": str(ronde),
        "partij": partij.naam,
        "versie": vragenlijst.kenmerk.versie,
        "fictief": "ja" if fictief else "nee",
        **{r.code: landelijk[r.code] for r in vragenlijst.regels if r.code in landelijk},
    }


def keuzelijsten(kader: Kader, akkoord: bool = False) -> dict[str, list[str]]:
    """The choices of the dropdowns, by the name of their range."""
    lijsten = {"Keuze_beoordeling": [*map(str, kader.stoplicht)], "Keuze_ja_nee": [*JA_NEE.keuzes]}
    for kleur in kader.stoplicht.met_reden:
        keuzes = [keuze_van(letter, tekst) for letter, tekst in kleur.redenen.items()]
        lijsten[keuzelijst(kleur)] = keuzes
    lijsten["Keuze_geen"] = ["(geen reden nodig)"]
    return lijsten | ({KEUZE_AKKOORD: [*Reactie]} if akkoord else {})

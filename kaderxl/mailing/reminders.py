"""Who is reminded of what, and in which tone."""

from __future__ import annotations

from datetime import date

from ..core import phrases as say
from ..core.answers import Inzending
from ..core.kader import Kader, Mailsoort
from ..core.rounds import Ronde
from .body import Lijst

_BIJNA = 7  # days


def toon(inleveren: date | None, vandaag: date) -> Mailsoort:
    """The tone of a reminder: by how near the deadline is, friendly when there is none."""
    if inleveren is None or (inleveren - vandaag).days > _BIJNA:
        return Mailsoort.HERINNERING
    return Mailsoort.LAATSTE_HERINNERING if vandaag <= inleveren else Mailsoort.TE_LAAT


def is_af(kader: Kader, ronde: Ronde, inzending: Inzending | None) -> bool:
    """Whether a partij answered all it was asked."""
    if inzending is None:
        return False
    return inzending.compleet == len(kader.vragen_aan(inzending.partij, ronde.jaar))


def stand(kader: Kader, ronde: Ronde, inzending: Inzending | None) -> str:
    """How far a partij is, in one sentence to that partij."""
    if inzending is None:
        return "We hebben uw invulblad nog niet ontvangen."
    gevraagd = len(kader.vragen_aan(inzending.partij, ronde.jaar))
    if inzending.compleet == gevraagd:
        return "Alles is ingevuld."
    aantal = say.aantal(gevraagd, "indicator is", "indicatoren zijn")
    return f"We ontvingen uw invulblad; {inzending.compleet} van de {aantal} compleet."


def wat_mist(kader: Kader, ronde: Ronde, inzending: Inzending | None) -> Lijst:
    """A line for each indicator that is not complete; of who sent nothing there is no list."""
    if inzending is None:
        return Lijst(())
    punten = []
    for indicator, _ in kader.vragen_aan(inzending.partij, ronde.jaar):
        voorzet = inzending.voorzetten.get(indicator.code)
        if voorzet is None or not voorzet.compleet:
            mist = voorzet.ontbreekt if voorzet else ()
            wat = f": {'; '.join(mist)}" if mist else ": hier staat iets dat we niet begrijpen"
            if voorzet is None or not voorzet:
                wat = ""
            punten.append(f"{indicator.code} {indicator.tekst}{wat}")
    return Lijst(tuple(punten))

"""What a reminder and a receipt say: of whom something is still asked, and what was understood."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..core import labels as l, phrases as say
from ..core.answers import Antwoord, Inzending, Voorzet
from ..core.grouping import Groep, groepeer, voor_partij
from ..core.kader import Indicator, Kader, Mailsoort, Meetwaarde
from ..core.notation import een_regel
from ..core.rounds import Bevinding, Ernst, Ronde
from ..core.voorzetten import Gevorderd, in_pas
from .body import Lijst, Overzicht

_LANGSTE_TEKST = 200
_MEESTE_PUNTEN = 40
_KOPPEN = ("Code", "Indicator", "Beoordeling", "Waarden", "Toelichting")
_NIETS = "niet ingevuld"


def antwoorden(kader: Kader, ronde: Ronde, inzending: Inzending) -> Overzicht:
    """A row for each indicator that its sheets asked, with what the partij answered."""
    titels = {say.programmacode(a.nummer): a.titel for a in kader.afspraken}
    terug = {t.code: say.actiepunt(t) for t in kader.actiepunten}
    rijen = [
        _rij(indicator, meetwaarden, inzending.voorzetten.get(indicator.code))
        for indicator, meetwaarden in in_pas(
            kader, inzending.partij, ronde.jaar, inzending.bron.pas
        )
    ]
    programma = kader.instellingen.zeg(l.JAARPROGRAMMA)
    for code, plan in inzending.programma.items():
        soort = programma if code in titels else l.WIJZIGINGEN
        wat = f"{soort} {ronde.jaar + 1}: {titels.get(code, 'uw voorstel')}"
        wat = terug.get(code, wat)
        rijen.append((code, wat, "", "", _kort(plan.tekst)))
    return Overzicht("Dit hebben we begrepen:", _KOPPEN, tuple(rijen))


def _rij(
    indicator: Indicator, meetwaarden: tuple[Meetwaarde, ...], voorzet: Voorzet | None
) -> tuple[str, ...]:
    code, tekst = indicator.code, een_regel(indicator.tekst)
    if voorzet is None or not voorzet:
        return code, tekst, _NIETS, "", ""
    kleur = str(voorzet.beoordeling or voorzet.reactie or _NIETS)
    if voorzet.reactie and voorzet.beoordeling:
        kleur = f"{voorzet.reactie}: {kleur}"
    waarden = [
        _waarde(m, voorzet.waarden[m.code]) for m in meetwaarden if m.code in voorzet.waarden
    ]
    reden = f", reden {_kort(voorzet.reden)}" if voorzet.reden else ""
    return code, tekst, f"{kleur}{reden}", "\n".join(waarden), _kort(voorzet.toelichting)


def _waarde(meetwaarde: Meetwaarde, antwoord: Antwoord) -> str:
    vraag = meetwaarde.omschrijving.rstrip("?: ")
    if antwoord.waarde is None:
        return f"{vraag}: niet begrepen (“{_kort(antwoord.veld.tekst)}”)"
    waarde = meetwaarde.zeg(antwoord.waarde)
    return f"{vraag}: {_kort(waarde)}"


def _kort(tekst: str) -> str:
    een = een_regel(tekst)
    return een if len(een) <= _LANGSTE_TEKST else f"{een[:_LANGSTE_TEKST]}…"


def te_verbeteren(inzending: Inzending, samen: Iterable[Bevinding] = ()) -> Lijst:
    """Each fout and waarschuwing as the partij reads it, with its cells in the file it sent.

    `samen` is what its files say differently together.
    """
    serieus = (b for b in inzending.bevindingen if b.ernst is not Ernst.MELDING)
    groepen = groepeer([*dict.fromkeys(samen), *serieus])
    punten = [_punt(groep, bool(inzending.ook)) for groep in groepen[:_MEESTE_PUNTEN]]
    if len(groepen) > _MEESTE_PUNTEN:
        punten.append(f"En nog {len(groepen) - _MEESTE_PUNTEN} opmerkingen.")
    return Lijst(tuple(punten))


def _punt(groep: Groep, noem_bestand: bool) -> str:
    cellen = [plek.cel for plek in groep.plekken if plek.cel]
    meer = ", …" if len(cellen) > 3 else ""
    bestand = f"{groep.bevinding.plek.bestand}, " if noem_bestand else ""
    waar = f" ({bestand}cel {', '.join(cellen[:3])}{meer})" if cellen else ""
    return f"{voor_partij(groep.bevinding)}{waar}"


_BIJNA = 7  # days


def toon(inleveren: date | None, vandaag: date) -> Mailsoort:
    """The tone of a reminder: by how near the deadline is, friendly when there is none."""
    if inleveren is None or (inleveren - vandaag).days > _BIJNA:
        return Mailsoort.HERINNERING
    return Mailsoort.LAATSTE_HERINNERING if vandaag <= inleveren else Mailsoort.TE_LAAT


def stand(verder: Gevorderd, inzending: Inzending | None, schreef: str = "", bron: str = "") -> str:
    """How far a partij is with what it was asked, in words to that partij.

    `schreef` is the day of a mail of hers, `bron` what the municipality filled in her sheet from.
    """
    if bron:
        wij = f"We vulden uw invulblad namens u in, op grond van: {bron}."
        rest = stand(verder, inzending)
        return f"{wij} {rest} Klopt er iets niet, laat het ons dan weten."
    if inzending is None and schreef:
        return f"We ontvingen uw mail van {schreef}; uw invulblad nog niet."
    if inzending is None:
        return "We hebben uw invulblad nog niet ontvangen."
    if verder.is_af:
        return "Alles is ingevuld."
    aantal = say.aantal(len(verder.gevraagd), "indicator is", "indicatoren zijn")
    return f"We ontvingen uw invulblad; {len(verder.compleet)} van de {aantal} ingevuld."


def wat_mist(verder: Gevorderd, inzending: Inzending | None) -> Lijst:
    """A line for each indicator that is not complete, and for what it took on and said nothing of;
    of who sent nothing there is no list."""
    if inzending is None:
        return Lijst(())
    punten = [f"Hoe staat het met: {say.actiepunt(t)}?" for t in verder.teruggevraagd]
    for indicator, _ in verder.gevraagd:
        if indicator.code not in verder.compleet:
            voorzet = inzending.voorzetten.get(indicator.code)
            punten.append(
                f"{indicator.code} {indicator.tekst}{_wat(indicator.code, verder, voorzet)}"
            )
    return Lijst(tuple(punten))


def _wat(code: str, verder: Gevorderd, voorzet: Voorzet | None) -> str:
    """What is missing of an indicator; of a voorzet of another that is a word, if nothing was said
    or that voorzet changed since."""
    op_voorzet = code in verder.akkoord
    if op_voorzet and (not voorzet or voorzet.compleet):
        veranderd = " (hij is veranderd sinds uw antwoord)" if voorzet else ""
        return f": bent u akkoord met de voorzet?{veranderd}"
    if not voorzet:
        return ""
    return f": {'; '.join(voorzet.ontbreekt) or 'hier staat iets dat we niet begrijpen'}"

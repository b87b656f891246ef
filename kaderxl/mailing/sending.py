"""Mail over SMTP: encrypted or not at all, each mail at most once.

What was accepted stands in `mail/verzonden.csv`, written and flushed to disk right after each
mail, so that a later run goes on where this one stopped. A line is written before the text of a
mail goes out as well: when the connection breaks just then, nobody knows whether it arrived, and
it is not sent again unless a person says so.
"""

from __future__ import annotations

import contextlib
import smtplib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.utils import format_datetime

from ..core import catalogue, clock
from ..core.findings import NietUitgevoerd, Regel
from ..core.rounds import NERGENS, Bevinding
from ..core.settings import Instellingen, Nodig
from .connection import Antwoord, connected, in_woorden, is_for_now
from .drafts import Concept, als_bytes
from .sent import BEGONNEN, GEWEIGERD, VERZONDEN, Verzendlijst


@dataclass(frozen=True, slots=True)
class Verzending:
    """What became of one mail; without `verzonden` it did not go out in this run."""

    concept: Concept
    verzonden: bool
    bevindingen: tuple[Bevinding, ...] = ()


def controleer_server(instellingen: Instellingen) -> None:
    """Raises NietUitgevoerd when the template does not say where to send from."""
    leeg = instellingen.leeg(Nodig.VERSTUREN)
    mist = [catalogue.MAILINSTELLING_LEEG.bij(naam=mist.naam) for mist in leeg]
    if mist:
        raise NietUitgevoerd(*mist)


def hoe_verstuurd(instellingen: Instellingen) -> tuple[str, ...]:
    """Through which server, as whom and from which address it goes: to be agreed to."""
    i = instellingen
    wie = f"aangemeld als {i.mailgebruiker}" if i.mailgebruiker else "zonder aan te melden"
    terug = i.antwoordadres or i.afzender
    return (
        f"Via de mailserver {i.mailserver}, poort {i.mailserver_poort}, {wie}.",
        f"Afzender: {i.afzender}. Antwoorden gaan naar: {terug}.",
    )


def verstuur(
    concepten: Iterable[Concept], instellingen: Instellingen, lijst: Verzendlijst
) -> Iterator[Verzending]:
    """Send each mail over one connection, in order.

    Raises NietUitgevoerd when the server cannot be reached, has no verified encryption or does not
    let us in: then nothing was sent. When the connection breaks later the rest is not sent.
    """
    with connected(instellingen) as server:
        gebroken = False
        for concept in concepten:
            if gebroken:
                yield Verzending(concept, False, (_bij(catalogue.NIET_AAN_TOE, concept),))
                continue
            try:
                yield _verstuur_een(server, concept, lijst)
            except (smtplib.SMTPServerDisconnected, OSError):
                gebroken = True
                regel = (
                    catalogue.AANKOMST_ONZEKER if lijst.onzeker(concept) else catalogue.NIET_AAN_TOE
                )
                yield Verzending(concept, False, (_bij(regel, concept),))


def _verstuur_een(server: smtplib.SMTP, concept: Concept, lijst: Verzendlijst) -> Verzending:
    """One mail. Raises SMTPServerDisconnected or OSError when the connection breaks."""
    adres, *kopie = concept.ontvangers
    antwoord: Antwoord = server.mail(concept.instellingen.afzender)
    if antwoord[0] not in (250, 251):
        return _geweigerd(server, concept, antwoord, catalogue.AFZENDER_GEWEIGERD)
    antwoord = server.rcpt(adres)
    if antwoord[0] not in (250, 251):
        return _geweigerd(server, concept, antwoord)
    over_kopie = []
    for cc in kopie:
        antwoord = server.rcpt(cc)
        if antwoord[0] not in (250, 251):
            over_kopie.append(
                _bij(catalogue.KOPIE_GEWEIGERD, concept, antwoord=in_woorden(antwoord))
            )
    bericht = concept.als_bericht()
    bericht["Date"] = format_datetime(clock.now())
    if mislukt := lijst.noteer(concept, BEGONNEN):
        server.rset()
        return Verzending(concept, False, mislukt)
    try:
        antwoord = server.data(als_bytes(bericht))
    except smtplib.SMTPDataError as fout:
        antwoord = fout.smtp_code, fout.smtp_error
    if antwoord[0] != 250:
        lijst.noteer(concept, GEWEIGERD)
        return _geweigerd(server, concept, antwoord)
    return Verzending(concept, True, (*over_kopie, *lijst.noteer(concept, VERZONDEN)))


def _geweigerd(
    server: smtplib.SMTP,
    concept: Concept,
    antwoord: Antwoord,
    regel: Regel = catalogue.MAIL_GEWEIGERD,
) -> Verzending:
    """What the server said of it; a refusal for now (4xx) says nothing of the address."""
    with contextlib.suppress(smtplib.SMTPException, OSError):  # the next mail finds out
        server.rset()
    if is_for_now(antwoord):
        regel = catalogue.MAIL_NU_NIET
    afzender = concept.instellingen.afzender
    bevinding = _bij(regel, concept, antwoord=in_woorden(antwoord), afzender=afzender)
    return Verzending(concept, False, (bevinding,))


def _bij(regel: Regel, concept: Concept, **velden: str) -> Bevinding:
    return regel.bij(NERGENS, partij=concept.partij.naam, **velden)

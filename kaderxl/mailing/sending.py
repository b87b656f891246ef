"""Mail over SMTP: encrypted or not at all, each mail at most once.

What was accepted stands in `mail/verzonden.csv`, written and flushed to disk right after each
mail, so that a later run goes on where this one stopped. A line is written before the text of a
mail goes out as well: when the connection breaks just then, nobody knows whether it arrived, and
it is not sent again unless a person says so.
"""

from __future__ import annotations

import contextlib
import os
import smtplib
import ssl
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from pathlib import Path

from ..core import catalogue
from ..core.findings import NietUitgevoerd, Regel
from ..core.rounds import NERGENS, Bevinding
from ..core.settings import Instellingen, Nodig
from ..writing.files import schrijf_bestand
from ..writing.lists import as_list, read_list
from .drafts import Concept, als_bytes

WACHTWOORD = "KADERXL_SMTP_PASSWORD"
SLEUTELBOS = "kaderxl"
_KOLOMMEN = ("wanneer", "partij", "soort", "stand", "message-id", "hoe")
ZELF = "zelf"
"""How a mail went out that somebody sent from a program of her own."""
_BEGONNEN, _VERZONDEN, _GEWEIGERD = "begonnen", "verzonden", "geweigerd"
_SMTPS = 465  # encrypted from the first byte; every other port begins with STARTTLS
_SECONDEN = 60
_LANGSTE_ANTWOORD = 200
# The codes of OpenSSL.
_CERTIFICAAT = {
    9: "het is nog niet geldig",
    10: "het is verlopen",
    62: "het is van een andere server",
}
_Antwoord = tuple[int, bytes | str]


@dataclass(frozen=True, slots=True)
class Verzending:
    """What became of one mail; without `verzonden` it did not go out in this run."""

    concept: Concept
    verzonden: bool
    bevindingen: tuple[Bevinding, ...] = ()


class Verzendlijst:
    """Who was sent what and when: `mail/verzonden.csv`, without addresses.

    Raises NietUitgevoerd when it cannot be read: nobody then knows who has a mail.
    """

    def __init__(self, bestand: Path) -> None:
        self._bestand = bestand
        _, self._rijen = read_list(bestand, _KOLOMMEN, "message-id")

    def stand(self, concept: Concept) -> tuple[str, str]:
        """How far this mail is by the list, and since when; two empty texts when not begun."""
        eigen = [r for r in self._rijen if concept.message_id in r["message-id"]]
        return (eigen[-1]["stand"], eigen[-1]["wanneer"]) if eigen else ("", "")

    def wanneer(self, concept: Concept) -> str:
        """When this mail was accepted, as the list has it; "" when it was not."""
        stand, moment = self.stand(concept)
        return moment if stand == _VERZONDEN else ""

    def onzeker(self, concept: Concept) -> bool:
        """Whether sending it began, and it is not known how that ended."""
        return self.stand(concept)[0] == _BEGONNEN

    def regels(self, soort: str) -> list[tuple[str, str, str]]:
        """Each mail of this kind that went out: the partij (code), when, and how (ZELF or "")."""
        return [
            (r["partij"], r["wanneer"], r["hoe"])
            for r in self._rijen
            if r["stand"] == _VERZONDEN and r["soort"] == soort
        ]

    def noteer_zelf(self, concept: Concept) -> tuple[Bevinding, ...]:
        """That somebody sent this mail herself; what there is to say when that fails."""
        return self.noteer(concept, _VERZONDEN, ZELF)

    def noteer(self, concept: Concept, stand: str, hoe: str = "") -> tuple[Bevinding, ...]:
        """Add a line; what there is to say when that fails."""
        nu = datetime.now().astimezone().isoformat(timespec="seconds")
        waarden = (nu, concept.partij.code, concept.soort, stand, concept.message_id, hoe)
        rijen = [*self._rijen, dict(zip(_KOLOMMEN, waarden, strict=True))]
        try:
            schrijf_bestand(self._bestand, as_list(rijen, _KOLOMMEN))
        except NietUitgevoerd as fout:
            return fout.bevindingen
        self._rijen = rijen
        return ()


def wachtwoord_van(gebruiker: str) -> str:
    """The password of the mail account: from the environment, else from the system's keyring.

    Raises NietUitgevoerd when neither has it.
    """
    if wachtwoord := os.environ.get(WACHTWOORD):
        return wachtwoord
    with contextlib.suppress(ImportError):
        import keyring
        from keyring.errors import KeyringError

        with contextlib.suppress(KeyringError):
            if wachtwoord := keyring.get_password(SLEUTELBOS, gebruiker):
                return wachtwoord
    raise NietUitgevoerd(
        catalogue.WACHTWOORD_ONTBREEKT.bij(
            gebruiker=gebruiker, variabele=WACHTWOORD, sleutelbos=SLEUTELBOS
        )
    )


def controleer_server(instellingen: Instellingen) -> None:
    """Raises NietUitgevoerd when the template does not say where to send from."""
    leeg = instellingen.leeg(Nodig.VERSTUREN)
    mist = [catalogue.MAILINSTELLING_LEEG.bij(naam=mist.naam) for mist in leeg]
    if mist:
        raise NietUitgevoerd(*mist)


def verstuur(
    concepten: Iterable[Concept], instellingen: Instellingen, lijst: Verzendlijst
) -> Iterator[Verzending]:
    """Send each mail over one connection, in order.

    Raises NietUitgevoerd when the server cannot be reached, has no verified encryption or does not
    let us in: then nothing was sent. When the connection breaks later the rest is not sent.
    """
    with _verbinding(instellingen) as server:
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
    antwoord: _Antwoord
    for antwoord in (server.mail(concept.instellingen.afzender), server.rcpt(adres)):
        if antwoord[0] not in (250, 251):
            return _geweigerd(server, concept, antwoord)
    over_kopie = []
    for cc in kopie:
        antwoord = server.rcpt(cc)
        if antwoord[0] not in (250, 251):
            over_kopie.append(_bij(catalogue.KOPIE_GEWEIGERD, concept, antwoord=_woorden(antwoord)))
    bericht = concept.als_bericht()
    bericht["Date"] = format_datetime(datetime.now().astimezone())
    if mislukt := lijst.noteer(concept, _BEGONNEN):
        server.rset()
        return Verzending(concept, False, mislukt)
    try:
        antwoord = server.data(als_bytes(bericht))
    except smtplib.SMTPDataError as fout:
        antwoord = fout.smtp_code, fout.smtp_error
    if antwoord[0] != 250:
        lijst.noteer(concept, _GEWEIGERD)
        return _geweigerd(server, concept, antwoord)
    return Verzending(concept, True, (*over_kopie, *lijst.noteer(concept, _VERZONDEN)))


def _geweigerd(server: smtplib.SMTP, concept: Concept, antwoord: _Antwoord) -> Verzending:
    server.rset()
    regel = _bij(catalogue.MAIL_GEWEIGERD, concept, antwoord=_woorden(antwoord))
    return Verzending(concept, False, (regel,))


def _bij(regel: Regel, concept: Concept, **velden: str) -> Bevinding:
    return regel.bij(NERGENS, partij=concept.partij.naam, **velden)


def _woorden(antwoord: _Antwoord) -> str:
    """What the server says, in one line."""
    code, tekst = antwoord
    woorden = tekst.decode("utf-8", "replace") if isinstance(tekst, bytes) else tekst
    return " ".join(f"{code} {woorden}".split())[:_LANGSTE_ANTWOORD]


@contextlib.contextmanager
def _verbinding(instellingen: Instellingen) -> Iterator[smtplib.SMTP]:
    """A connection that is encrypted, verified and logged in. Raises NietUitgevoerd."""
    wachtwoord = wachtwoord_van(instellingen.mailgebruiker) if instellingen.mailgebruiker else ""
    naam = f"{instellingen.mailserver}:{instellingen.mailserver_poort}"
    server: smtplib.SMTP | None = None
    try:
        server = _verbonden(instellingen)
        server.ehlo_or_helo_if_needed()
        if wachtwoord:
            server.login(instellingen.mailgebruiker, wachtwoord)
    except (OSError, smtplib.SMTPException) as fout:
        if server is not None:
            server.close()
        # Without its cause: what a server answers to a login is for no log.
        raise NietUitgevoerd(_waarom(fout, naam)) from None
    try:
        yield server
    finally:
        with contextlib.suppress(smtplib.SMTPException, OSError):
            server.quit()


def _verbonden(instellingen: Instellingen) -> smtplib.SMTP:
    context = ssl.create_default_context()
    # What this computer is called is nobody's business: the domain of the sender does.
    wij = instellingen.afzender.rpartition("@")[2]
    naam, poort = instellingen.mailserver, instellingen.mailserver_poort
    if poort == _SMTPS:
        return smtplib.SMTP_SSL(naam, poort, wij, timeout=_SECONDEN, context=context)
    server = smtplib.SMTP(naam, poort, wij, timeout=_SECONDEN)
    try:
        server.starttls(context=context)
    except BaseException:
        server.close()
        raise
    return server


def _waarom(fout: Exception, server: str) -> Bevinding:
    match fout:
        case ssl.SSLCertVerificationError():
            reden = _CERTIFICAAT.get(fout.verify_code, "niemand die we kennen staat ervoor in")
            return catalogue.CERTIFICAAT_ONJUIST.bij(server=server, reden=reden)
        case smtplib.SMTPNotSupportedError() if "STARTTLS" in str(fout):
            return catalogue.GEEN_TLS.bij(server=server)
        case smtplib.SMTPAuthenticationError() | smtplib.SMTPNotSupportedError():
            return catalogue.AANMELDEN_MISLUKT.bij(server=server, gebruiker="mailgebruiker")
        case ssl.SSLError():
            return catalogue.GEEN_TLS.bij(server=server)
        case _:
            return catalogue.MAILSERVER_ONBEREIKBAAR.bij(server=server)

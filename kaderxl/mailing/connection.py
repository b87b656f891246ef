"""The line to the mail server: encrypted, verified, logged in, and never endless."""

from __future__ import annotations

import contextlib
import os
import smtplib
import socket
import ssl
import time
from collections.abc import Iterator

from ..core import catalogue
from ..core.findings import NietUitgevoerd
from ..core.rounds import Bevinding
from ..core.settings import Instellingen

WACHTWOORD = "KADERXL_SMTP_PASSWORD"
SLEUTELBOS = "kaderxl"
_SMTPS = 465  # encrypted from the first byte; every other port begins with STARTTLS
_SECONDEN = 60
_MEESTE_REGELS = 100
_LANGSTE_ANTWOORD = 200
# The codes of OpenSSL.
_CERTIFICAAT = {
    9: "het is nog niet geldig",
    10: "het is verlopen",
    62: "het is van een andere server",
}
Antwoord = tuple[int, bytes | str]


def is_for_now(antwoord: Antwoord) -> bool:
    """Whether a server refuses something for the moment only (RFC 5321, 4.2.1)."""
    return 400 <= antwoord[0] < 500


def in_woorden(antwoord: Antwoord) -> str:
    """What the server says, in one line."""
    code, tekst = antwoord
    woorden = tekst.decode("utf-8", "replace") if isinstance(tekst, bytes) else tekst
    return " ".join(f"{code} {woorden}".split())[:_LANGSTE_ANTWOORD]


class _Answers:
    """The lines of a server: of one reply no more than so many, in no more than so many seconds.

    smtplib bounds the wait for each piece and not for a reply: a server could talk for ever.
    """

    def __init__(self, line: socket.socket) -> None:
        self._line, self._held = line, b""

    def begin(self) -> None:
        self._until, self._lines = time.monotonic() + _SECONDEN, 0

    def readline(self, most: int) -> bytes:
        """Raises OSError when the reply has no end."""
        self._lines += 1
        if self._lines > _MEESTE_REGELS:
            raise OSError("a reply without an end")
        while b"\n" not in self._held and len(self._held) < most:
            self._line.settimeout(max(self._until - time.monotonic(), 0.001))
            try:
                piece = self._line.recv(4096)
            finally:
                self._line.settimeout(_SECONDEN)
            if not piece:
                break
            self._held += piece
        end = self._held.find(b"\n") + 1 or len(self._held)
        line, self._held = self._held[: min(end, most)], self._held[min(end, most) :]
        return line

    def close(self) -> None:
        self._held = b""


class _Patient(smtplib.SMTP):
    """A line on which every reply has a bound."""

    def getreply(self) -> tuple[int, bytes]:
        if not isinstance(self.file, _Answers):
            assert self.sock is not None, "smtplib asks for a reply on a line that is open"
            self.file = _Answers(self.sock)
        self.file.begin()
        return super().getreply()


class _PatientSSL(_Patient, smtplib.SMTP_SSL):
    """The same, encrypted from the first byte."""


def _wachtwoord(instellingen: Instellingen) -> str:
    gebruiker = instellingen.mailgebruiker
    return wachtwoord_van(gebruiker, instellingen.mailserver) if gebruiker else ""


def wachtwoord_van(gebruiker: str, server: str) -> str:
    """The password of the mail account: from the environment, else from the system's keyring.

    In the keyring it is kept by server and user: a template that names another server gets none.
    Raises NietUitgevoerd when neither has it.
    """
    if wachtwoord := os.environ.get(WACHTWOORD):
        return wachtwoord
    sleutelbos = f"{SLEUTELBOS}@{server}"
    with contextlib.suppress(ImportError):
        import keyring
        from keyring.errors import KeyringError

        with contextlib.suppress(KeyringError):
            if wachtwoord := keyring.get_password(sleutelbos, gebruiker):
                return wachtwoord
    raise NietUitgevoerd(
        catalogue.WACHTWOORD_ONTBREEKT.bij(
            gebruiker=gebruiker, variabele=WACHTWOORD, sleutelbos=sleutelbos
        )
    )


@contextlib.contextmanager
def connected(instellingen: Instellingen) -> Iterator[smtplib.SMTP]:
    """A connection that is encrypted, verified and logged in. Raises NietUitgevoerd."""
    wachtwoord = _wachtwoord(instellingen)
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
        return _PatientSSL(naam, poort, wij, timeout=_SECONDEN, context=context)
    server = _Patient(naam, poort, wij, timeout=_SECONDEN)
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
        case smtplib.SMTPAuthenticationError() if is_for_now((fout.smtp_code, "")):
            return catalogue.MAILSERVER_NU_NIET.bij(server=server, antwoord=str(fout.smtp_code))
        case smtplib.SMTPAuthenticationError() | smtplib.SMTPNotSupportedError():
            return catalogue.AANMELDEN_MISLUKT.bij(server=server, gebruiker="mailgebruiker")
        case smtplib.SMTPResponseException() if fout.smtp_code > 0:  # else it was no answer at all
            antwoord = fout.smtp_code, fout.smtp_error
            nu = is_for_now(antwoord)
            regel = catalogue.MAILSERVER_NU_NIET if nu else catalogue.MAILSERVER_WEIGERT
            return regel.bij(server=server, antwoord=in_woorden(antwoord))
        case ssl.SSLError():
            return catalogue.GEEN_TLS.bij(server=server)
        case _:
            return catalogue.MAILSERVER_ONBEREIKBAAR.bij(server=server)

"""A real mail server on loopback, that refuses, breaks off or speaks plainly when it is told to.

    with Postbus(ca) as postbus:
        ...                      # postbus.berichten holds what came in

Its certificate is made in the test, by an authority that only the test trusts.
"""

from __future__ import annotations

import socket
import ssl
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from types import TracebackType
from typing import Any, Self

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

WACHTWOORD = "niet-in-een-bestand"


@dataclass
class Postbus:
    """What it does: `weigert` addresses, breaks off before or during the mail with that number."""

    ca: trustme.CA
    naam: str = "localhost"
    tls: bool = True
    smtps: bool = False
    aanmelden: bool = False
    weigert: set[str] = field(default_factory=set)
    breekt_voor: int = 0
    breekt_tijdens: int = 0
    zegt: dict[str, str] = field(default_factory=dict)
    """What it answers to a verb, in the place of what it would."""
    berichten: list[tuple[list[str], bytes]] = field(default_factory=list)
    gezien: list[str] = field(default_factory=list)

    def __enter__(self) -> Self:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.ca.issue_cert(self.naam).configure_cert(context)
        with socket.socket() as vrij:
            vrij.bind(("127.0.0.1", 0))
            self.poort = int(vrij.getsockname()[1])
        erbij: dict[str, Any] = {"ssl_context": context} if self.smtps else {}
        if self.tls and not self.smtps:
            erbij = {"tls_context": context, "require_starttls": True}
        if self.aanmelden:
            erbij |= {"authenticator": self._mag, "auth_required": True}
        self._server = Controller(self, hostname="127.0.0.1", port=self.poort, **erbij)
        self._server.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.stop()

    def mails(self) -> list[EmailMessage]:
        gelezen = [message_from_bytes(data, policy=default) for _, data in self.berichten]
        return [m for m in gelezen if isinstance(m, EmailMessage)]

    # What aiosmtpd calls.

    def _mag(self, server: SMTP, session: Session, envelope: Envelope, how: str, wie: Any) -> Any:
        del server, session, envelope, how
        self.gezien.append(wie.login.decode())
        return AuthResult(success=wie.password.decode() == WACHTWOORD, handled=False)

    async def handle_EHLO(  # noqa: N802 (aiosmtpd's name)
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: Any
    ) -> Any:
        del server, envelope
        session.host_name = hostname
        self.gezien.append(hostname)
        return responses

    async def handle_MAIL(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        del session, options
        if self.breekt_voor and len(self.berichten) >= self.breekt_voor - 1:
            _hang_op(server)
        envelope.mail_from = address
        return self.zegt.get("MAIL", "250 goed")

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        del server, session, options
        if address in self.weigert:
            return "550 5.1.1 die kennen we hier niet"
        if "RCPT" in self.zegt:
            return self.zegt["RCPT"]
        envelope.rcpt_tos.append(address)
        return "250 goed"

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        del session
        assert isinstance(envelope.original_content, bytes)
        if "DATA" in self.zegt:
            return self.zegt["DATA"]
        self.berichten.append((list(envelope.rcpt_tos), envelope.original_content))
        if len(self.berichten) == self.breekt_tijdens:
            _hang_op(server)
        return "250 aangenomen"


def _hang_op(server: SMTP) -> None:
    assert server.transport is not None, "the line is there while a mail comes in"
    server.transport.close()

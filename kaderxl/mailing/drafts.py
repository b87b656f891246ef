"""One mail as a draft: a value, its .eml, and the same in loose parts.

The same inputs give the same bytes: no clock, no name of a machine or of who runs it. So a
draft has no Date, and its Message-ID and boundaries are made of what the mail is.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256

from ..core.kader import Mailsoort, Partij
from ..core.notation import een_regel
from ..core.settings import Instellingen
from ..core.text import leesbaar
from ..reading.cells import OWN_MAIL

_XLSX = "vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LANGSTE_REGEL = 990  # RFC 5322 allows 998
_GEEN_DOMEIN = "kaderxl.invalid"  # reserved by RFC 2606: never an address of somebody


@dataclass(frozen=True, slots=True)
class Bijlage:
    """A workbook to send along, bit for bit."""

    naam: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Concept:
    """A mail that is ready. `identiteit` is what makes it another mail than the next one."""

    partij: Partij
    soort: Mailsoort
    onderwerp: str
    tekst: str
    html: str
    bijlagen: tuple[Bijlage, ...]
    instellingen: Instellingen
    identiteit: str

    @property
    def message_id(self) -> str:
        """The same for the same mail to the same address, however often its words change."""
        domein = self.instellingen.afzender.rpartition("@")[2] or _GEEN_DOMEIN
        return f"{OWN_MAIL}{self.vingerafdruk}@{domein}>"

    @property
    def vingerafdruk(self) -> str:
        bijlagen = (sha256(b.data).hexdigest() for b in self.bijlagen)
        delen = (self.identiteit, self.soort, self.partij.email.casefold(), *bijlagen)
        return sha256("\n".join(delen).encode()).hexdigest()[:32]

    @property
    def ontvangers(self) -> tuple[str, ...]:
        """The addresses of the partij, then those of the cc."""
        return (*self.partij.adressen, *self.instellingen.cc)

    def als_bericht(self) -> EmailMessage:
        """The mail with plain text, HTML and attachments, without what only a draft has."""
        bericht = EmailMessage(policy=SMTP)
        if self.instellingen.afzender:
            bericht["From"] = Address(addr_spec=self.instellingen.afzender)
        naam = _kop(self.partij.naam)
        bericht["To"] = tuple(Address(naam, addr_spec=adres) for adres in self.partij.adressen)
        if self.instellingen.cc:
            bericht["Cc"] = tuple(Address(addr_spec=adres) for adres in self.instellingen.cc)
        if self.instellingen.antwoordadres:
            bericht["Reply-To"] = Address(addr_spec=self.instellingen.antwoordadres)
        bericht["Subject"] = _kop(self.onderwerp)
        bericht["Message-ID"] = self.message_id
        bericht.set_content(self.tekst, cte="quoted-printable")
        bericht.add_alternative(self.html, subtype="html", cte="quoted-printable")
        for bijlage in self.bijlagen:
            bericht.add_attachment(
                bijlage.data, maintype="application", subtype=_XLSX, filename=bijlage.naam
            )
        bericht["Content-Language"] = "nl"
        for nummer, deel in enumerate(d for d in bericht.walk() if d.is_multipart()):
            deel.set_boundary(f"=_{self.vingerafdruk}_{nummer}")
        return bericht

    def als_eml(self) -> bytes:
        """The draft as a mail program opens it, to be looked at and sent."""
        bericht = self.als_bericht()
        bericht["X-Unsent"] = "1"  # Outlook then opens it as a draft
        return als_bytes(bericht)

    def als_tekst(self) -> str:
        """The mail for who pastes it into a program that takes no drafts."""
        koppen = (
            f"Aan: {self.partij.email}",
            f"Cc: {', '.join(self.instellingen.cc)}" if self.instellingen.cc else "",
            f"Onderwerp: {self.onderwerp}",
            *(f"Bijlage: {bijlage.naam}" for bijlage in self.bijlagen),
        )
        return leesbaar("\n".join((*filter(None, koppen), "", self.tekst)))


def als_bytes(bericht: EmailMessage) -> bytes:
    """A mail as it goes over the internet.

    Headers that need no encoding are not folded: the standard library may fold right behind the
    name, and some programs then show a subject that begins with a space.
    """
    ascii_ = all(str(waarde).isascii() for waarde in bericht.values())
    return bericht.as_bytes(policy=SMTP.clone(max_line_length=_LANGSTE_REGEL) if ascii_ else SMTP)


def _kop(tekst: str) -> str:
    """One line for a header: no control or direction characters, nothing that reads as encoded."""
    zichtbaar = (t for t in een_regel(tekst) if unicodedata.category(t)[0] != "C")
    return een_regel("".join(zichtbaar).replace("=?", "= ?"))

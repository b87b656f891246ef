"""Mails with attachments, and what is read of them."""

from __future__ import annotations

from email.message import EmailMessage

from hostile.build import cell, text_cell, xlsx_parts, zipped

from kaderxl.core.rounds import Bevinding
from kaderxl.reading import Message, Reader, Unpacked

XLSX = zipped(xlsx_parts(f'<row r="1">{cell("A1", "1")}{text_cell("B1", "tekst")}</row>'))

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)

PDF = b"%PDF-1.7\n%\xe2\xe3"


def mail(
    *attachments: tuple[str, bytes], subject: str = "Invulblad", text: str = "Hierbij."
) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Jan Jansen <jan@woonborg.nl>"
    message["Date"] = "Tue, 03 Feb 2026 12:00:00 +0100"
    message["Subject"] = subject
    message["Message-ID"] = "<1@woonborg.nl>"
    message.set_content(text)
    for name, data in attachments:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message


def members(reader: Reader, data: bytes) -> list[tuple[tuple[str, ...], bytes | str]]:
    """What a carrier holds: the way to each document, and its bytes, its kind or a code."""
    unpacked = reader.begin_take("drager", data)()
    assert isinstance(unpacked, Unpacked), unpacked
    found: list[tuple[tuple[str, ...], bytes | str]] = []
    for m in unpacked.documents:
        assert not isinstance(m.content, Message)
        what = m.content.code if isinstance(m.content, Bevinding) else m.content
        found.append((m.herkomst.pad, m.soort or what))
    return found


def letters(reader: Reader, data: bytes) -> list[Message]:
    """What the mails in a carrier say themselves."""
    unpacked = reader.begin_take("drager", data)()
    assert isinstance(unpacked, Unpacked), unpacked
    return [m.content for m in unpacked.members if isinstance(m.content, Message)]

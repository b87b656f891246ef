"""The drafts of a ronde that wait in its folder, whichever command wrote them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..core.folder import Dossier
from ..reading.cells import OWN_MAIL

INVULBLAD, HERINNERING, ONTVANGST = "Invulblad", "Herinnering", "Ontvangst"
AKKOORD = "Akkoord"
"""The beginnings of the names of drafts, a kind each."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A draft as it stands in its file, for a person who sends it herself."""

    kind: str
    naam: str
    address: str
    cc: tuple[str, ...]
    subject: str
    text: str
    html: str
    attachments: tuple[str, ...]


def on_disk(dossier: Dossier) -> dict[Path, bytes]:
    """The drafts in the folder, by file."""
    found = (
        file
        for kind in (INVULBLAD, AKKOORD, HERINNERING, ONTVANGST)
        for file in sorted(dossier.mail.glob(f"{kind} * {dossier.ronde}.eml"))
    )
    return {file: file.read_bytes() for file in found if file.is_file()}


def drafts_in(files: Mapping[Path, bytes]) -> list[Waiting]:
    """What these files say; what is no draft of ours is passed over."""
    return [draft for file, data in files.items() for draft in _draft(file.name, data)]


def of_kind(drafts: Iterable[Waiting], kind: str) -> list[Waiting]:
    return [draft for draft in drafts if draft.kind == kind]


def _draft(name: str, data: bytes) -> Iterator[Waiting]:
    from email import message_from_bytes  # few commands look into a draft
    from email.message import EmailMessage
    from email.policy import default

    mail = message_from_bytes(data, policy=default)
    assert isinstance(mail, EmailMessage), "what that policy makes"
    plain, page = mail.get_body(("plain",)), mail.get_body(("html",))
    to, cc = mail["To"], mail["Cc"]
    own = str(mail["Message-ID"] or "").startswith(OWN_MAIL)
    if own and to and to.addresses and plain and page:
        yield Waiting(
            kind=name.partition(" ")[0],
            naam=to.addresses[0].display_name,
            address=", ".join(a.addr_spec for a in to.addresses),
            cc=tuple(a.addr_spec for a in cc.addresses) if cc else (),
            subject=str(mail["Subject"] or ""),
            text=plain.get_content().replace("\r\n", "\n"),
            html=page.get_content().replace("\r\n", "\n"),
            attachments=tuple(filter(None, (a.get_filename() for a in mail.iter_attachments()))),
        )

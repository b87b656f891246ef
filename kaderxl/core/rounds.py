"""When and where: a ronde, a place in a file, and a finding about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


class Fase(StrEnum):
    """The two moments of the yearly cycle (chapter 8)."""

    TUSSENSTAND = "tussenstand"
    EVALUATIE = "evaluatie"


@dataclass(frozen=True, slots=True, order=True)
class Ronde:
    """A year and a phase, written `2026-evaluatie`."""

    jaar: int
    fase: Fase = Fase.EVALUATIE

    def __str__(self) -> str:
        return f"{self.jaar}-{self.fase}"

    @property
    def vorige(self) -> Ronde:
        """The ronde before: an evaluatie follows the tussenstand of the same year."""
        if self.fase is Fase.EVALUATIE:
            return Ronde(self.jaar, Fase.TUSSENSTAND)
        return Ronde(self.jaar - 1, Fase.EVALUATIE)

    @property
    def peildatum(self) -> date:
        """The day the answers speak of: 31 December, or 30 September for a tussenstand."""
        return date(self.jaar, 12, 31) if self.fase is Fase.EVALUATIE else date(self.jaar, 9, 30)


class Plek(NamedTuple):
    """Where something stands: file, sheet, cell; each may be empty where it does not apply.

    A tuple because there is one for every cell: it takes half the time to make.
    """

    bestand: str = ""
    blad: str = ""
    cel: str = ""


NERGENS = Plek()


@dataclass(frozen=True, slots=True)
class Herkomst:
    """Where a document came from: the file on disk and the way to it inside that file.

    `pad` holds the names of members and attachments, outermost first; it is empty for the file
    itself. Four tell of the mail that holds it, the innermost one: the address of the sender, when
    it was sent (ISO 8601, UTC), its subject and its Message-ID; "" for unknown. `brief` numbers the
    mails in the file, from 1; 0 for what is in none. `op_schijf` is when the file itself was last
    written, on disk or as the zip around it says (ISO 8601, without a zone it is the Dutch clock).
    """

    bestand: str
    pad: tuple[str, ...] = ()
    afzender: str = ""
    verzonden: str = ""
    onderwerp: str = ""
    bericht_id: str = ""
    brief: int = field(default=0, compare=False)
    op_schijf: str = field(default="", compare=False)

    @property
    def naam(self) -> str:
        """The document's own name, without the folders it was in; never a path."""
        laatste = (self.pad or (self.bestand,))[-1]
        return laatste.replace("\\", "/").rstrip("/").rpartition("/")[2] or "naamloos"

    @property
    def per_mail(self) -> bool:
        return any((self.afzender, self.verzonden, self.onderwerp, self.bericht_id))


class Ernst(StrEnum):
    """How much a finding matters, gravest first."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    MELDING = "melding"


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One finding: what is wrong, where, and what to do about it."""

    code: str
    ernst: Ernst
    plek: Plek
    tekst: str
    actie: str


OUTPUT = Path("output")

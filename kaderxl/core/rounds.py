"""When and where: a ronde, a place in a file, and a finding about it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import ClassVar, NamedTuple

KWARTALEN = ("eerste", "tweede", "derde", "vierde")


class Vraagt(StrEnum):
    """What some rondes of the year ask besides how it goes (chapter 8, Q4)."""

    JAARPROGRAMMA = "jaarprogramma"
    WIJZIGINGEN = "wijzigingen"
    LOPEND = "dit doen we al"


@dataclass(frozen=True, slots=True)
class Fase:
    """A moment of the year at which is asked how it goes; two with one `sleutel` are the same.

    `sleutel` is the name in folders and options, `letter` that in a kenmerk. `peildag` is the month
    and day that the answers speak of. The one that `sluit` is the last of its year: what the
    year comes to. The month and day to `inleveren` lie in the year that
    follows where it is `erna`; in
    `kwartaal` after the peildag the BO meets, 0 for the first one that comes. `heet` is the name as
    the template writes it, `de` that with an article, `in_woorden` a clause with `{jaar}` in it.
    `van` and `tm` are the years in which it is held, both included; None leaves that side open.
    """

    sleutel: str
    heet: str = field(default="", compare=False)
    letter: str = field(default="", compare=False)
    peildag: tuple[int, int] = field(default=(12, 31), compare=False)
    sluit: bool = field(default=True, compare=False)
    inleveren: tuple[int, int] | None = field(default=None, compare=False)
    erna: bool = field(default=True, compare=False)
    kwartaal: int = field(default=0, compare=False)
    de: str = field(default="", compare=False)
    in_woorden: str = field(default="", compare=False)
    vraagt: frozenset[Vraagt] = field(default=frozenset(), compare=False)
    van: int | None = field(default=None, compare=False)
    tm: int | None = field(default=None, compare=False)

    TUSSENSTAND: ClassVar[Fase]
    EVALUATIE: ClassVar[Fase]

    def __str__(self) -> str:
        return self.heet or self.sleutel

    @property
    def met_lidwoord(self) -> str:
        """`de evaluatie`, and of a name whose article nobody gave `de ronde eerste kwartaal`."""
        return self.de or f"de ronde {self}"

    @property
    def een(self) -> str:
        """`een tussenstand`, or `de ronde eerste kwartaal`."""
        return f"een {self.de.partition(' ')[2]}" if self.de else self.met_lidwoord

    @property
    def is_heel(self) -> bool:
        """Whether the year is over by then: one in November may be the last and yet is not."""
        return self.sluit and self.peildag == (12, 31)

    def in_jaar(self, jaar: int) -> bool:
        """Whether it is held in a year."""
        return (self.van or jaar) <= jaar <= (self.tm or jaar)


# The two moments of the yearly cycle of chapter 8: what a template has that says nothing else.
Fase.TUSSENSTAND = Fase(
    "tussenstand",
    letter="T",
    peildag=(9, 30),
    sluit=False,
    erna=False,
    de="de tussenstand",
    in_woorden="de tussenstand van {jaar}",
    vraagt=frozenset(Vraagt),
)
Fase.EVALUATIE = Fase(
    "evaluatie", letter="E", de="de evaluatie", in_woorden="de evaluatie over heel {jaar}"
)


@dataclass(frozen=True, slots=True)
class Ronde:
    """A year and a moment of it, written `2026-evaluatie`; what it looks at orders them.

    Without a moment it is the evaluatie: in another cycle than ours the ronde that closes the year.
    """

    jaar: int
    fase: Fase = Fase.EVALUATIE

    def __str__(self) -> str:
        return f"{self.jaar}-{self.fase.sleutel}"

    @property
    def kort(self) -> str:
        """`2026E` or `2026T`, as in a kenmerk."""
        return f"{self.jaar}{self.fase.letter}"

    def __lt__(self, ander: Ronde) -> bool:
        return self.peildatum < ander.peildatum

    @property
    def peildatum(self) -> date:
        """The day the answers speak of: 31 December, or 30 September for a tussenstand."""
        return date(self.jaar, *self.fase.peildag)

    @property
    def overleg(self) -> tuple[int, int]:
        """The year and the quarter in which the BO talks of it: the first that begins after the
        peildatum, unless its fase says which."""
        peilkwartaal = (self.fase.peildag[0] + 2) // 3
        kwartaal = self.fase.kwartaal or peilkwartaal % 4 + 1
        return self.jaar + (kwartaal <= peilkwartaal), kwartaal


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
    def weg(self) -> str:
        """The file and the way inside it: `post.mbox/Invulblad.xlsx`."""
        return "/".join((self.bestand, *self.pad))

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
    """One finding: what is wrong, where, and what to do about it; `met` has the other cells that
    may be the wrong one of them."""

    code: str
    ernst: Ernst
    plek: Plek
    tekst: str
    actie: str
    met: tuple[Plek, ...] = ()

    def naast(self, *plekken: Plek) -> Bevinding:
        """The same, laid beside these cells."""
        return replace(self, met=plekken)


OUTPUT = Path("output")

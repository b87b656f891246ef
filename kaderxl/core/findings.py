"""What a finding is made with, and the refusal of a command that carries findings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial

from .rounds import NERGENS, Bevinding, Ernst, Plek


class NietUitgevoerd(Exception):
    """A command could not be done and changed nothing; `bevindingen` say why."""

    def __init__(self, *bevindingen: Bevinding) -> None:
        super().__init__("\n".join(f"{b.tekst} {b.actie}" for b in bevindingen))
        self.bevindingen = bevindingen


@dataclass(frozen=True, slots=True)
class Regel:
    """One entry of the catalogue; `tekst` and `actie` are format strings.

    `voor_partij` is what the partij reads in its correction workbook in the place of `actie`, which
    then speaks to the municipality; it has no fields. `verlies` says that something that somebody
    wrote or sent does not count, or no longer, until somebody acts: then no word says that nothing
    has to be done.
    """

    code: str
    ernst: Ernst
    tekst: str
    actie: str
    voor_partij: str = ""
    verlies: bool = field(default=False, kw_only=True)

    def bij(self, plek: Plek = NERGENS, **velden: object) -> Bevinding:
        """The finding at this place. Raises KeyError when a named field is not given."""
        tekst, actie = self.tekst.format_map(velden), self.actie.format_map(velden)
        return Bevinding(self.code, self.ernst, plek, tekst, actie)

    def weiger(self, waar: object = "", /, **velden: object) -> NietUitgevoerd:
        """The refusal of a command for this reason, about a file or a folder (its path)."""
        return NietUitgevoerd(self.bij(Plek(str(waar)), **velden))


def _lees(ernst: Ernst, blok: str) -> Regel:
    """An entry as the catalogue writes it down: on a line of its own the code, and whether it is
    a `verlies`; then the `tekst`, behind an arrow the `actie`, and behind one `voor_partij`."""
    kop, _, woorden = blok.partition("\n")
    code, _, ook = kop.partition(" ")
    tekst, actie, *partij = (" ".join(deel.split()) for deel in woorden.split("→"))
    return Regel(code, ernst, tekst, actie, *partij, verlies={"": False, "verlies": True}[ook])


fout, waarschuwing, melding = (partial(_lees, ernst) for ernst in Ernst)


def op_ernst(bevindingen: Iterable[Bevinding]) -> list[Bevinding]:
    """Gravest first; within one ernst the order in which they were found."""
    volgorde = list(Ernst)
    return sorted(bevindingen, key=lambda b: volgorde.index(b.ernst))


def heeft_fout(bevindingen: Iterable[Bevinding]) -> bool:
    return any(b.ernst is Ernst.FOUT for b in bevindingen)

"""What every command gives: it says itself what it came to, on a screen and to a script.

Lines are short, in Dutch, gravest first, safe for any terminal. Keys are a contract.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..core.answers import Bronbestand, Waarde
from ..core.findings import op_ernst
from ..core.grouping import Groep, per_oorzaak
from ..core.rounds import Bevinding, Ernst, Plek
from ..core.text import zichtbaar

if TYPE_CHECKING:
    from ..template.planning import Termijn

Json = dict[str, Any]
SCHEMA = "kaderxl/1"
"""What the keys of a document mean; another number when one goes, or means something else."""

MOST_LINES = MOST_FILES = 40
_LONGEST_TEXT = 300
_MOST_PLACES = 12


class Result(ABC):
    """What a command came to."""

    __slots__ = ()

    @property
    def needs_attention(self) -> bool:
        """Whether something is left that a person has to look at."""
        return False

    @property
    def exit_code(self) -> int:
        """0 for done, 1 when it needs attention."""
        return int(self.needs_attention)

    @abstractmethod
    def lines(self) -> Iterator[str]:
        """What a person reads, in Dutch."""

    @abstractmethod
    def as_json(self) -> Json:
        """The same for a script: plain values only, as docs/schema/ describes them."""


# -- findings --------------------------------------------------------------------------------


def finding_line(b: Bevinding) -> str:
    """`fout V403 Invulblad!K5: Oranje heeft een reden nodig. Kies een reden: …`"""
    where = _place(b.plek)
    what = b.tekst if len(b.tekst) <= _LONGEST_TEXT else f"{b.tekst[:_LONGEST_TEXT]}…"
    return zichtbaar(f"{b.ernst} {b.code}{f' {where}' if where else ''}: {what} {b.actie}")


def finding_lines(
    findings: Iterable[Bevinding], indent: str = "  ", most: int = MOST_LINES
) -> Iterator[str]:
    """Gravest first, those of one cause together; past a screenful the rest is counted."""
    groups = per_oorzaak(op_ernst(findings))
    for group in groups[:most]:
        yield indent + finding_line(group.bevinding) + _also(group)
    rest = sum(group.aantal for group in groups[most:])
    if rest > 0:
        yield f"{indent}… en nog {rest}; alles staat in --json."


def refusal_lines(findings: Iterable[Bevinding]) -> Iterator[str]:
    """Why something could not be done, each behind the file it is about."""
    for b in findings:
        where = f"{zichtbaar(b.plek.bestand)}: " if b.plek.bestand else ""
        yield f"{where}{finding_line(b)}"


def to_send_back(herstel: Path | None) -> Iterator[str]:
    if herstel:
        yield f"  Herstelblad om terug te sturen: {zichtbaar(str(herstel))}"


def lines_by_file(findings: Iterable[Bevinding], indent: str = "") -> Iterator[str]:
    """The findings under the name of the file they are about, as the files follow each other; past
    a screenful the rest of the files is counted."""
    by_file = [(file, [*group]) for file, group in groupby(findings, lambda b: b.plek.bestand)]
    for file, group in by_file[:MOST_FILES]:
        if file:
            yield f"{indent}{zichtbaar(file)}:"
        yield from finding_lines(group, f"{indent}  " if file else indent)
    rest = len(by_file) - MOST_FILES
    if rest > 0:
        yield f"{indent}… en nog bevindingen over {rest} andere bestanden; alles staat in --json."


def _place(place: Plek) -> str:
    return "!".join(filter(None, (place.blad, place.cel)))  # a csv has no sheet


def _also(group: Groep) -> str:
    """` (ook in K7, K9)`: the other places, with their sheet where that is another one."""
    sheet = group.bevinding.plek.blad
    others = [*group.ook, *(b.plek for b in group.anders)]
    if not any(map(_place, others)):
        if group.anders:
            return f" (en zo nog {group.aantal - 1}; alles staat in --json)"
        return f" ({group.aantal} keer)" if group.aantal > 1 else ""
    if group.anders and group.bevinding.code[0] == "S":
        return zichtbaar(f" (zo ook in {places(others, sheet)})")
    if group.anders:
        first, last = (
            place.cel if place.blad == sheet else _place(place) for place in (others[0], others[-1])
        )
        ends = f"van {first} tot en met {last}"
        return zichtbaar(f" (en zo nog {len(others)} cellen, {ends}; alles staat in --json)")
    return zichtbaar(f" (ook in {places(others, sheet)})")


def places(where: Iterable[Plek], sheet: str) -> str:
    """`K7, K9 en nog 3`: cells, with their sheet where that is another one than `sheet`."""
    named = [place.cel if place.blad == sheet else _place(place) for place in where]
    rest = len(named) - _MOST_PLACES
    more = f" en nog {rest}" if rest > 0 else ""
    return f"{', '.join(filter(None, named[:_MOST_PLACES]))}{more}"


# -- keys ------------------------------------------------------------------------------------


def ask_for_a_look(findings: Iterable[Bevinding]) -> bool:
    """Whether one of them is more than to know."""
    return any(b.ernst is not Ernst.MELDING for b in findings)


def findings_json(findings: Iterable[Bevinding]) -> list[Json]:
    """One of each cause, with how many there are and where the others stand."""
    return [
        {
            "code": group.bevinding.code,
            "ernst": group.bevinding.ernst,
            "bestand": group.bevinding.plek.bestand,
            "blad": group.bevinding.plek.blad,
            "cel": group.bevinding.plek.cel,
            "tekst": group.bevinding.tekst,
            "actie": group.bevinding.actie,
            "aantal": group.aantal,
            "ook": [
                *({"blad": p.blad, "cel": p.cel} for p in group.ook),
                *({"blad": b.plek.blad, "cel": b.plek.cel, "tekst": b.tekst} for b in group.anders),
            ],
        }
        for group in per_oorzaak(findings)
    ]


def termijn_json(termijn: Termijn) -> Json:
    return {
        "dag": str(termijn.dag),
        "titel": termijn.titel,
        "vast": termijn.vast,
        "intern": termijn.intern,
        "begin": f"{termijn.begin:%H:%M}" if termijn.begin else None,
        "eind": f"{termijn.eind:%H:%M}" if termijn.eind else None,
        "plaats": termijn.plaats or None,
        "genodigden": [*termijn.genodigden],
    }


def source_json(file: Bronbestand) -> Json:
    """A file that answers count of."""
    return {"bestand": file.bestand, "sha256": file.sha256, "opgeslagen": file.gewijzigd or None}


def value_json(value: Waarde) -> str | int | float | bool | None:
    """Numbers and booleans as they are, a date as ISO 8601, null for what has no reading."""
    return value if value is None or isinstance(value, (str, int, float)) else str(value)


def path_json(path: Path | None) -> str | None:
    return str(path) if path else None

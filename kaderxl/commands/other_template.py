"""Whether a template asks what the sheets of a ronde asked when they were handed out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..core import catalogue
from ..core.notation import schrijf_opsomming
from ..core.rounds import Bevinding
from ..returns.workspace import Workspace
from ..sheets.base import HandedOutSheets
from ..sheets.printed import PrintedQuestions, print_sheet
from ..sheets.questions import stel_vragenlijst_op

Rows = Mapping[str, tuple[str, ...]]
"""The fixed cells of each row by its code."""
_MOST = 3


def other_template(werk: Workspace, template: Path | None) -> Iterator[Bevinding]:
    """One finding where the template, as it was named or the one of this folder, asks anything
    else; none where nothing is known of what was handed out."""
    handed_out: dict[str, list[Rows]] = {}
    for kenmerk, questions in HandedOutSheets(werk.dossier.uitgegeven).asked(werk.kader.cyclus):
        if kenmerk.ronde == werk.ronde:
            handed_out.setdefault(kenmerk.partij, []).append(_rows(questions))
    if not handed_out:
        return
    now = {p.code: rows for p in werk.kader.partijen if (rows := _asked_now(werk, p.code))}
    names = {p.code: p.naam for p in werk.kader.partijen}
    new, gone, other = set[str](), set[str](), set[str]()
    for code in now.keys() & handed_out.keys():
        then = min(handed_out[code], key=lambda rows: len(_differing(rows, now[code])))
        new |= now[code].keys() - then.keys()
        gone |= then.keys() - now[code].keys()
        other |= _differing(then, now[code]) & then.keys() & now[code].keys()
    differences = (
        ("zonder invulblad", [names[code] for code in now.keys() - handed_out.keys()]),
        ("niet meer gevraagd", [names.get(c, c) for c in handed_out.keys() - now.keys()]),
        ("nieuwe regels", new),
        ("regels die weg zijn", gone),
        ("regels met andere woorden", other),
    )
    delen = [f"{soort}: {_some(sorted(those))}" for soort, those in differences if those]
    if delen:
        wat = "; ".join(delen)
        sjabloon = template or werk.sjabloon
        yield catalogue.ANDER_SJABLOON_DAN_UITGEGEVEN.bij(
            sjabloon=sjabloon, wat=f"{wat[:1].upper()}{wat[1:]}"
        )


def _asked_now(werk: Workspace, code: str) -> Rows:
    partij = werk.kader.partij(code)
    assert partij is not None, "it is one of this kader"
    lijst = stel_vragenlijst_op(werk.kader, werk.ronde, code, werk.bevestigen)
    if not lijst.regels:
        return {}
    printed = print_sheet(werk.kader, werk.ronde, partij, lijst, {})
    return _rows(printed.questions)


def _rows(questions: PrintedQuestions) -> Rows:
    return {row[0]: row for row in questions.all_rows}


def _differing(een: Rows, ander: Rows) -> set[str]:
    return {code for code in een.keys() | ander.keys() if een.get(code) != ander.get(code)}


def _some(names: list[str]) -> str:
    rest = len(names) - _MOST
    return schrijf_opsomming([*names[:_MOST], *([f"nog {rest}"] if rest > 0 else [])])

"""What stood in an input sheet when it was handed out, kept under the stempel that it bears.

What comes back is held against this: what a sender did not change is no word of that sender.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..core.answers import Cel
from ..core.cycle import Cyclus
from ..core.identity import Kenmerk, vind_kenmerken
from ..core.values import Waarde
from ..writing.handed_out import Content, HandedOut, stamp_of
from ..writing.transaction import Transaction
from ..writing.worksheet import FIRST_YEAR, passend
from .layout import Opdracht
from .printed import Printed, PrintedQuestions, print_sheet

KINDS = SHEET, QUESTIONS = "invulblad", "vragen"
_DAY = "dag"
_MISSHAPEN = (LookupError, TypeError, ValueError, AttributeError)


@dataclass(frozen=True, slots=True)
class Base:
    """What was printed on a sheet, and the answers that stood in it, without empty ones."""

    printed: Printed
    answers: Mapping[Cel, Waarde]


class HandedOutSheets:
    """The input sheets and correction workbooks that were handed out in one ronde."""

    def __init__(self, folder: Path) -> None:
        self._kept = HandedOut(folder)
        self._questions: dict[str, PrintedQuestions] = {}

    def keep(self, beurt: Transaction, opdracht: Opdracht) -> None:
        """Keep what stands in the workbook that is made of `opdracht`, with the next commit."""
        printed = _printed(opdracht)
        self._kept.keep(beurt, QUESTIONS, _questions_content(printed.questions))
        self._kept.keep(beurt, SHEET, _content(printed, _answers(opdracht)))

    def find(self, stempel: str) -> Base | None:
        """What stood in the workbook with that stempel; None when that is not kept, or not whole.

        What was changed by hand has another stempel, so it is never taken for what was kept.
        """
        content = self._kept.find(SHEET, stempel)
        if content is None:
            return None
        with suppress(*_MISSHAPEN):
            return _base(content, self._questions_of(content["vragen"]))
        return None

    def asked(self, cyclus: Cyclus) -> Iterator[tuple[Kenmerk, PrintedQuestions]]:
        """Of each workbook that was handed out whose it was, and what it asks."""
        for _, content in self._kept.all(SHEET):
            with suppress(*_MISSHAPEN):
                (kenmerk,) = vind_kenmerken(content["meta"]["kenmerk"], cyclus)
                if isinstance(kenmerk, Kenmerk):
                    yield kenmerk, self._questions_of(content["vragen"])

    def _questions_of(self, stempel: str) -> PrintedQuestions:
        """The same value for the same questions. Raises LookupError when they are not kept."""
        if stempel not in self._questions:
            content = self._kept.find(QUESTIONS, stempel)
            if content is None:
                raise LookupError(stempel)
            rows, programme = (tuple(map(tuple, content[k])) for k in ("rijen", "programma"))
            choices, checks = tuple(content["keuzes"]), tuple(content["controle"])
            self._questions[stempel] = PrintedQuestions(rows, programme, choices, checks)
        return self._questions[stempel]


def stempel_van(opdracht: Opdracht) -> str:
    """The stempel that the workbook of this opdracht bears."""
    return stamp_of(SHEET, _content(_printed(opdracht), _answers(opdracht)))


def stempel_zonder_antwoorden(printed: Printed) -> str:
    """The stempel of a sheet that shows this and has no answers in it yet."""
    return stamp_of(SHEET, _content(printed, {}))


def _printed(opdracht: Opdracht) -> Printed:
    kader, ronde, partij = opdracht.kader, opdracht.ronde, opdracht.partij
    return print_sheet(kader, ronde, partij, opdracht.vragenlijst, opdracht.vorige)


def _content(printed: Printed, answers: Mapping[str, Mapping[str, object]]) -> Content:
    return {
        "vragen": _stamp_of_questions(printed.questions),
        "vorige": dict(printed.earlier),
        "rondom": printed.around,
        "uitleg": printed.uitleg,
        "meta": dict(printed.meta),
        "antwoorden": answers,
    }


@lru_cache(maxsize=64)
def _stamp_of_questions(questions: PrintedQuestions) -> str:
    return stamp_of(QUESTIONS, _questions_content(questions))


def _questions_content(questions: PrintedQuestions) -> Content:
    return {
        "rijen": questions.rows,
        "programma": questions.programme,
        "keuzes": questions.choices,
        "controle": questions.checks,
    }


def _answers(opdracht: Opdracht) -> dict[str, dict[str, object]]:
    """The answers in the workbook when it is handed out, each as its cell holds it.

    Only a correction workbook has any: in another they are what a partij filled in.
    """
    antwoorden = opdracht.antwoorden if opdracht.opmerkingen else {}
    gevuld = {
        code: {kolom: _as_json(w) for kolom, w in rij.items() if w is not None and w != ""}
        for code, rij in antwoorden.items()
    }
    return {code: rij for code, rij in gevuld.items() if rij}


def _as_json(waarde: object) -> object:
    if isinstance(waarde, date):
        return {_DAY: waarde.isoformat()} if waarde.year >= FIRST_YEAR else str(waarde)
    return passend(waarde) if isinstance(waarde, str) else waarde


def _base(content: Content, questions: PrintedQuestions) -> Base:
    around, uitleg = tuple(content["rondom"]), tuple(content["uitleg"])
    printed = Printed(questions, content["vorige"], around, uitleg, content["meta"])
    answers = {
        (code, kolom): _from_json(waarde)
        for code, rij in content["antwoorden"].items()
        for kolom, waarde in rij.items()
    }
    return Base(printed, answers)


def _from_json(waarde: Any) -> Any:
    return date.fromisoformat(waarde[_DAY]) if isinstance(waarde, dict) else waarde

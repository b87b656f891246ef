"""kaderxl as somebody uses it who knows its face alone; the answers of the demo are the returns.

python tests/support/stranger.py SJABLOON MAP
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from kaderxl import (
    Adopted,
    Archived,
    Bevinding,
    Calendar,
    Checked,
    Chosen,
    Collected,
    Compared,
    Demo,
    Ernst,
    Generated,
    History,
    Mails,
    Merged,
    NietUitgevoerd,
    Progress,
    Result,
    Ronde,
    Sent,
    Status,
    Verified,
    __version__,
    acknowledge,
    adopt,
    archive,
    calendar,
    check,
    choose,
    collect,
    compare,
    demo,
    generate,
    history,
    mail,
    merge,
    remind,
    send,
    status,
    verify,
)

T = TypeVar("T")
RONDE = Ronde(2026)
AFTER = date(2027, 4, 1)


def counted(work: Sequence[T], what: str) -> Iterable[T]:
    """A progress of one's own."""
    for number, item in enumerate(work, 1):
        print(f"{what}: {number} van {len(work)}", file=sys.stderr)
        yield item


def a_whole_ronde(template: Path, output: Path, progress: Progress[Path] = counted) -> list[Result]:
    """Every function of the library, in the order of the round; in the folder of the demo."""
    checked: Checked = check(template)
    compared: Compared = compare(template, template)
    shown: Demo = demo(template=template, output=output)
    output = output / "demo"
    edited = next((output / "overleg").iterdir())
    generated: Generated = generate(RONDE, template=template, output=output, progress=counted)
    drafts: Mails = mail(RONDE, template=template, output=output, again=["ZW"])
    sent: Sent = send(drafts)
    collected: Collected = collect(
        RONDE, [output / "inzendingen"], template=template, output=output, progress=progress
    )
    one = next(i.sha256 for i in collected.inzendingen if i.compleet)
    chosen: Chosen = choose(
        RONDE, one[:8], template=template, output=output, counts=True, reason="Zo is het."
    )
    how_far: Status = status(
        RONDE, template=template, output=output, progress=progress, today=AFTER
    )
    reminders: Mails = remind(RONDE, template=template, output=output, today=AFTER)
    receipts: Mails = acknowledge(RONDE, template=template, output=output)
    merged: Merged = merge(RONDE, template=template, output=output, progress=progress)
    adopted: Adopted = adopt(
        RONDE, edited, template=template, output=output, progress=progress, today=AFTER
    )
    filed: Archived = archive(
        RONDE, template=template, output=output, progress=progress, today=AFTER
    )
    verified: Verified = verify(output=output, progress=progress)
    years: History = history(template=template, output=output, csv=True)
    days: Calendar = calendar(2027, template=template, output=output, today=date(2027, 1, 1))
    rows = [(rij.indicator.code, rij.voorstel, rij.stand) for rij in merged.matrix.rijen]
    assert rows, "a matrix has rows"
    return [
        *(checked, compared, shown, generated, drafts, sent, collected, chosen, how_far, reminders),
        *(receipts, merged, adopted, filed, verified, years, days),
    ]


def what_is_wrong(template: Path, output: Path) -> Iterable[Bevinding]:
    """Why something cannot be done."""
    try:
        generate(Ronde(1999), template=template, output=output)
    except NietUitgevoerd as no:
        yield from (b for b in no.bevindingen if b.ernst is Ernst.FOUT)


def main(template: Path, output: Path) -> None:
    print(__version__)
    for result in a_whole_ronde(template, output):
        print(*result.lines(), sep="\n")
        print(sorted(result.as_json()), result.needs_attention)
    print(*(b.tekst for b in what_is_wrong(template, output)))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))

"""`demo`: a whole ronde with made-up answers, from the input sheets to what the BO decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypedDict

from ..core import labels as l
from ..core.kader import Kader
from ..core.outcome import Matrix
from ..core.rounds import OUTPUT, Ronde
from ..core.text import zichtbaar
from ..matrix.combine import combine
from ..matrix.sheets.workbook import write_matrix
from ..sheets.examples import bo_datum, example_answers, example_decisions, late_partij
from ..sheets.layout import Invulling, Opdracht
from ..sheets.sheet import write_input_sheet
from ..template.cycle import eigen_ronde
from ..template.norms import in_year
from ..template.read import shipped_template
from ..writing.files import schrijf_bestand
from ..writing.locking import alone_in
from ..years.reference import reference_values
from ..years.rollover import earlier_answers
from .adopt import Adopted, adopt
from .check import check
from .collect import collect
from .collected import Collected
from .generate import Generated, generate
from .merge import Merged, merge
from .result import Json, Result
from .status import Status, status

_NA_HET_BO = "Fictief Matrix na het BO.xlsx"


class _Plaats(TypedDict):
    template: Path
    output: Path


@dataclass(frozen=True, slots=True)
class Demo(Result):
    """What each command of the ronde came to, in order."""

    generated: Generated
    collected: Collected
    status: Status
    merged: Merged
    adopted: Adopted
    inzendingen: Path

    def lines(self) -> Iterator[str]:
        yield l.FICTIEF
        for stap in (self.generated, self.collected, self.status, self.merged, self.adopted):
            yield ""
            yield from stap.lines()
        yield ""
        yield "Open nu:"
        yield _at("een leeg invulblad", self.generated.invulbladen[0].bestand)
        yield _at("de inzendingen", self.inzendingen)
        if herstel := next((i.herstel for i in self.collected.inzendingen if i.herstel), None):
            yield _at("een herstelblad", herstel)
        yield _at("de matrix", self.merged.bestand)
        if publicatie := self.adopted.merged.publicatie:
            yield _at("de publicatie", next(publicatie.glob("*.html")))

    def as_json(self) -> Json:
        """What `merge` gives, once the BO has decided."""
        return self.adopted.merged.as_json()


def _at(wat: str, waar: Path) -> str:
    return f"  {wat:<22}{zichtbaar(str(waar))}"


def demo(*, template: Path | None = None, output: Path = OUTPUT) -> Demo:
    """A whole ronde with made-up returns and besluiten, marked as fictional, in `output/demo`."""
    template, output = template or shipped_template(), output / "demo"
    kader = check(template).geldig()
    kader = in_year(kader, kader.looptijd[0])
    with alone_in(output, "demo"):
        return _demo(kader, output, template)


def _demo(kader: Kader, output: Path, template: Path) -> Demo:
    ronde = eigen_ronde(kader, Ronde(kader.looptijd[0]))
    plaats: _Plaats = {"template": template, "output": output}
    generated = generate(ronde, **plaats, fictional=True)
    inzendingen, overleg = output / "inzendingen", output / "overleg"
    _vul_in(kader, ronde, generated, inzendingen)
    collected = collect(ronde, [inzendingen], **plaats)
    merged = merge(ronde, **plaats)
    ingevuld = overleg / kader.instellingen.zeg(_NA_HET_BO)
    if not ingevuld.exists():
        besloten = _besloten(merged.matrix)
        data = write_matrix(besloten, basis=merged.matrix.vastgelegd)
        schrijf_bestand(ingevuld, data)
    adopted = adopt(ronde, ingevuld, **plaats, today=bo_datum(ronde))
    stand = status(ronde, **plaats)
    return Demo(generated, collected, stand, merged, adopted, inzendingen)


def _besloten(matrix: Matrix) -> Matrix:
    """The matrix as it is once the meeting filled it in."""
    vastgelegd = example_decisions(matrix)
    rijen = combine(matrix.kader, matrix.ronde, matrix.inzendingen, vastgelegd).rijen
    return replace(matrix, rijen=rijen, vastgelegd=vastgelegd)


def _vul_in(kader: Kader, ronde: Ronde, generated: Generated, inzendingen: Path) -> None:
    """The sheets as the partijen would send them back; one partij is late."""
    alleen = len(generated.invulbladen) == 1
    te_laat, vorige = late_partij(kader, ronde), earlier_answers(kader, ronde, ())
    eerder = reference_values(kader, ronde, ())
    for blad in generated.invulbladen:
        if alleen or blad.partij.code != te_laat:
            antwoorden: dict[str, Invulling] = {**example_answers(kader, ronde, blad.partij.code)}
            # Made in the past, so that what somebody saves today is the newer one.
            gemaakt = date(ronde.jaar, 1, 1)
            opdracht = Opdracht(
                kader,
                ronde,
                blad.partij,
                vorige.get(blad.partij.code, {}),
                antwoorden,
                fictief=True,
                gemaakt=gemaakt,
                eerder=eerder.get(blad.partij.code, {}),
            )
            bestand = inzendingen / f"Fictief {blad.bestand.name}"
            schrijf_bestand(bestand, write_input_sheet(opdracht))

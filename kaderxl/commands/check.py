"""`check`: a template, what is wrong with it, and what changed since an older one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from ..core import labels as l
from ..core import phrases as say
from ..core.findings import NietUitgevoerd, heeft_fout
from ..core.kader import Kader
from ..core.rounds import Ernst
from ..core.text import zichtbaar
from ..reading import Reader
from ..template.changes import Wijziging, beoordeel, vergelijk
from ..template.read import Sjabloon, read_template, shipped_template
from .result import Json, Result, finding_lines, findings_json


@dataclass(frozen=True, slots=True)
class Checked(Sjabloon, Result):
    """A template, with what is wrong with it and what is open."""

    @property
    def needs_attention(self) -> bool:
        return heeft_fout(self.bevindingen)

    @property
    def is_unreadable(self) -> bool:
        """Whether the file itself could not be read, so that nothing in it was checked."""
        return any(b.ernst is Ernst.FOUT and b.code[0] == "B" for b in self.bevindingen)

    def lines(self) -> Iterator[str]:
        yield f"Sjabloon {zichtbaar(self.bestand)}"
        if self.kader is not None:
            yield from _counts(self.kader)
        yield from finding_lines(self.bevindingen)
        if self.kader is not None:
            yield from _still_empty(self.kader)
            yield from _open_questions(self.kader)
        if fouten := sum(b.ernst is Ernst.FOUT for b in self.bevindingen):
            hoeveel = say.aantal(fouten, "fout", "fouten")
            yield f"{hoeveel}. Verbeter het sjabloon en controleer opnieuw."
        else:
            yield "Geen fouten: dit sjabloon kan gebruikt worden."

    def as_json(self) -> Json:
        kader = self.kader
        return {
            "gemeente": kader.instellingen.gemeente if kader else None,
            "partijen": len(kader.partijen) if kader else 0,
            "afspraken": len(kader.afspraken) if kader else 0,
            "indicatoren": len(kader.indicatoren) if kader else 0,
            "bevindingen": findings_json(self.bevindingen),
            "vragen": [
                {
                    "nr": v.nummer,
                    "over": v.over,
                    "vraag": v.vraag,
                    "bron": v.bron,
                    "antwoord": v.antwoord,
                }
                for v in (kader.vragen if kader else ())
            ],
        }


@dataclass(frozen=True, slots=True)
class Compared(Result):
    """The newer template, with what it says besides of the changes; `oud` is the file's name."""

    sjabloon: Checked
    oud: str
    wijzigingen: tuple[Wijziging, ...]

    @property
    def needs_attention(self) -> bool:
        return self.sjabloon.needs_attention

    @property
    def is_unreadable(self) -> bool:
        return self.sjabloon.is_unreadable

    def lines(self) -> Iterator[str]:
        """The changes by subject, in sentences to lay before the BO; then what cannot be right."""
        yield zichtbaar(f"Sjabloon {self.sjabloon.bestand}, vergeleken met {self.oud}")
        for onderwerp, groep in groupby(self.wijzigingen, key=lambda w: w.onderwerp):
            yield f"{onderwerp}:"
            for wijziging in groep:
                yield zichtbaar(f"  - {wijziging.tekst}")
        if not self.wijzigingen and self.sjabloon.kader is not None:
            yield "Er is niets veranderd."
        bevindingen = self.sjabloon.bevindingen
        yield from finding_lines(b for b in bevindingen if b.ernst is not Ernst.MELDING)

    def as_json(self) -> Json:
        """What `check` gives, and what changed since the older template."""
        return {
            **self.sjabloon.as_json(),
            "vergeleken_met": self.oud,
            "wijzigingen": [
                {"onderwerp": w.onderwerp, "code": w.code, "soort": w.soort, "tekst": w.tekst}
                for w in self.wijzigingen
            ],
        }


def check(template: Path | None = None) -> Checked:
    """Read a template and say what is wrong and what is open; never raises for its contents."""
    with Reader() as reader:
        return _checked(read_template(template or shipped_template(), reader))


def compare(against: Path, template: Path | None = None) -> Compared:
    """What changed in a template since an older one.

    Raises NietUitgevoerd when the older one cannot be read as a template. Its own fouten do not
    matter, and of a newer one that cannot be read there are findings and no changes.
    """
    with Reader() as reader:
        oud = read_template(against, reader)
        nieuw = read_template(template or shipped_template(), reader)
    if oud.kader is None:
        raise NietUitgevoerd(*oud.bevindingen)
    if nieuw.kader is None:
        return Compared(_checked(nieuw), oud.bestand, ())
    over_codes = beoordeel(oud.kader, nieuw.kader, nieuw.bestand, oud.bestand)
    sjabloon = replace(nieuw, bevindingen=(*over_codes, *nieuw.bevindingen))
    return Compared(_checked(sjabloon), oud.bestand, vergelijk(oud.kader, nieuw.kader))


def _checked(sjabloon: Sjabloon) -> Checked:
    return Checked(sjabloon.bestand, sjabloon.kader, sjabloon.bevindingen)


def _counts(kader: Kader) -> Iterator[str]:
    """How much is in the template, and how much that asks of the partijen each year."""
    tellingen = (
        say.aantal(len(kader.partijen), "partij", "partijen"),
        say.aantal(len(kader.afspraken), "afspraak", "afspraken"),
        say.aantal(len(kader.indicatoren), "indicator", "indicatoren"),
    )
    yield zichtbaar(f"  {kader.instellingen.kader}: {', '.join(tellingen)}.")
    van, tm = kader.looptijd
    for jaar in range(van, tm + 1):
        antwoorden = sum(len(kader.vragen_aan(p.code, jaar)) for p in kader.partijen)
        rijen = say.aantal(len(kader.actief(jaar)), "rij", "rijen")
        yield f"  {jaar}: {rijen}, {say.aantal(antwoorden, 'antwoord', 'antwoorden')} gevraagd."


def _still_empty(kader: Kader) -> Iterator[str]:
    """What is needed to mail, and is not there yet; it stands in no one's way before that."""
    zonder = sum(not p.email for p in kader.partijen)
    if zonder:
        wie = say.aantal(zonder, "partij", "partijen")
        yield f"Nog leeg: het e-mailadres van {wie} (blad {l.PARTIJEN}). Nodig voor kaderxl mail."
    if not kader.instellingen.contact:
        yield f"Nog leeg: contact (blad {l.INSTELLINGEN}). Partijen weten dan niet wie zij vragen."


def _open_questions(kader: Kader) -> Iterator[str]:
    if vragen := [v for v in kader.vragen if not v.antwoord]:
        hoeveel = say.aantal(len(vragen), "vraag", "vragen")
        wacht = "wacht" if len(vragen) == 1 else "wachten"
        yield f"{hoeveel} op het blad Vragen {wacht} op het AO:"
        for vraag in vragen:
            yield zichtbaar(f"  {vraag.nummer:>2}. {vraag.over}: {vraag.vraag}")

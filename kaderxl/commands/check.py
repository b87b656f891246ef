"""`check`: a template, what is wrong with it, and what changed since an older one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from ..core import catalogue, phrases as say
from ..core.findings import NietUitgevoerd, heeft_fout
from ..core.grouping import per_oorzaak
from ..core.kader import Kader
from ..core.notation import een_regel, noem_enkele, schrijf_opsomming
from ..core.rounds import Ernst
from ..core.text import zichtbaar
from ..core.voorzetten import in_pas, op_voorzet
from ..reading import Reader, Refused, load
from ..template.cells import Lezing
from ..template.changes import Wijziging, beoordeel, vergelijk
from ..template.later import later_needed
from ..template.leftovers import leftovers
from ..template.read import Sjabloon, read_template, shipped_template
from ..template.weekends import due_in_a_weekend
from .check_page import place_page
from .of_whom import template_here
from .result import MOST_LINES, Json, Result, finding_lines, findings_json

MOST_READINGS, _MOST_CAUSES = 40, 30
_MOST_CHANGES = 250  # of one subject: more than a template that people keep has rows


@dataclass(frozen=True, slots=True)
class Checked(Sjabloon, Result):
    """A template, with what is wrong with it and what is open."""

    @property
    def needs_attention(self) -> bool:
        return heeft_fout(self.bevindingen)

    @property
    def exit_code(self) -> int:
        """2 when the file itself could not be read, so that nothing in it was checked."""
        onleesbaar = any(b.ernst is Ernst.FOUT and b.code[0] == "B" for b in self.bevindingen)
        return 2 if onleesbaar else int(self.needs_attention)

    def lines(self) -> Iterator[str]:
        yield f"Sjabloon {zichtbaar(self.bestand)}"
        if self.kader is not None:
            yield from _counts(self.kader)
        later = [b for b in self.bevindingen if b.code == catalogue.LATER_NODIG.code]
        yield from finding_lines((b for b in self.bevindingen if b not in later), most=_MOST_CAUSES)
        yield from _readings(self.lezingen)
        if self.kader is not None:
            yield from _open_questions(self.kader)
        if later:
            yield "Later nodig:"
            yield from finding_lines(later)
        yield self.slot

    @property
    def slot(self) -> str:
        """What it comes to, in a sentence."""
        if not (fouten := [b for b in self.bevindingen if b.ernst is Ernst.FOUT]):
            return "Geen fouten: dit sjabloon kan gebruikt worden."
        groepen = per_oorzaak(fouten)
        hoeveel = say.aantal(len(groepen), "fout", "fouten")
        waar = f", op {len(fouten)} plaatsen" if len(fouten) > len(groepen) else ""
        return f"{hoeveel}{waar}. Verbeter het sjabloon en controleer opnieuw."

    def as_json(self) -> Json:
        kader = self.kader
        return {
            "gemeente": kader.instellingen.gemeente if kader else None,
            "partijen": len(kader.partijen) if kader else 0,
            "afspraken": len(kader.afspraken) if kader else 0,
            "indicatoren": len(kader.indicatoren) if kader else 0,
            "bevindingen": findings_json(self.bevindingen),
            "lezingen": [
                {"kolom": z.wat, "tekst": z.tekst, "gelezen": z.gelezen, "plekken": plekken}
                for z, plekken in _once(self.lezingen)
            ],
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
    def exit_code(self) -> int:
        return self.sjabloon.exit_code

    def lines(self) -> Iterator[str]:
        """The changes by subject, in sentences to lay before the BO; then what cannot be right."""
        yield zichtbaar(f"Sjabloon {self.sjabloon.bestand}, vergeleken met {self.oud}")
        for onderwerp, groep in groupby(self.wijzigingen, key=lambda w: w.onderwerp):
            yield f"{onderwerp}:"
            zinnen = [*_sentences([*groep])]
            yield from zinnen[:_MOST_CHANGES]
            if (rest := len(zinnen) - _MOST_CHANGES) > 0:
                yield f"  … en nog {rest}; alles staat in --json."
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


def _sentences(wijzigingen: list[Wijziging]) -> Iterator[str]:
    """The changes of one subject; equal ones are one line, with how many there are and which."""
    gelijk: dict[str, list[str]] = {}
    for wijziging in wijzigingen:
        gelijk.setdefault(wijziging.wat or wijziging.tekst, []).append(wijziging.code)
    for wijziging in wijzigingen:
        codes = gelijk.pop(wijziging.wat or wijziging.tekst, [])
        if len(codes) > 1:
            yield zichtbaar(f"  - {schrijf_opsomming(codes)} ({len(codes)} keer): {wijziging.wat}.")
        elif codes:
            yield zichtbaar(f"  - {wijziging.tekst}")


def check(template: Path | None = None, *, html: Path | None = None) -> Checked:
    """Read a template and say what is wrong and what is open; never raises for its contents.

    `html` is where it is said as a page as well. Raises NietUitgevoerd when that cannot be written,
    or there is no template.
    """
    with Reader() as reader:
        checked = _checked(_read(template_here(template), reader))
    _place(html, checked)
    return checked


def _place(
    html: Path | None, checked: Checked, wijzigingen: tuple[Wijziging, ...] | None = None
) -> None:
    if html is not None:
        tellingen = [regel.strip() for regel in _counts(checked.kader)] if checked.kader else []
        place_page(html, checked, tellingen, checked.slot, wijzigingen)


def _read(template: Path, reader: Reader) -> Sjabloon:
    """A template, with what is left in it of the one that is shipped, and what it lacks later."""
    ander, sjabloon = read_template(shipped_template(), reader), read_template(template, reader)
    data = load(template)
    document = reader.read(template.name, data) if isinstance(data, bytes) else data
    if sjabloon.kader is None or ander.kader is None or isinstance(document, Refused):
        return sjabloon
    eigen = sjabloon.kader.instellingen, ander.kader.instellingen
    over = leftovers(sjabloon.bestand, document, *eigen)
    later = later_needed(sjabloon.bestand, document)
    dagen = due_in_a_weekend(sjabloon.bestand, document, sjabloon.kader)
    if heeft_fout(sjabloon.bevindingen):
        dagen = iter(())  # what is wrong goes first
    return replace(sjabloon, bevindingen=(*sjabloon.bevindingen, *over, *dagen, *later))


def compare(against: Path, template: Path | None = None, *, html: Path | None = None) -> Compared:
    """What changed in a template since an older one; `html` is as `check` has it.

    Raises NietUitgevoerd when the older one cannot be read as a template. Its own fouten do not
    matter, and of a newer one that cannot be read there are findings and no changes.
    """
    with Reader() as reader:
        oud = read_template(against, reader)
        nieuw = read_template(template_here(template), reader)
    if oud.kader is None:
        raise NietUitgevoerd(*oud.bevindingen)
    wijzigingen: tuple[Wijziging, ...] = ()
    if nieuw.kader is not None:
        over_codes = beoordeel(oud.kader, nieuw.kader, nieuw.bestand, oud.bestand)
        wijzigingen = vergelijk(oud.kader, nieuw.kader)
        nieuw = replace(nieuw, bevindingen=(*over_codes, *nieuw.bevindingen))
    _place(html, _checked(nieuw), wijzigingen)
    return Compared(_checked(nieuw), oud.bestand, wijzigingen)


def _checked(sjabloon: Sjabloon) -> Checked:
    s = sjabloon
    return Checked(s.bestand, s.kader, s.bevindingen, s.sha256, s.lezingen)


def _once(lezingen: Sequence[Lezing]) -> list[tuple[Lezing, list[str]]]:
    """Each reading with the places where it was read so."""
    zelfde: dict[tuple[str, str, str], tuple[Lezing, list[str]]] = {}
    for lezing in lezingen:
        eerste = zelfde.setdefault(lezing[:3], (lezing, []))
        eerste[1].append(f"{lezing.plek.blad}!{lezing.plek.cel}")
    return [*zelfde.values()]


def _readings(lezingen: Sequence[Lezing]) -> Iterator[str]:
    """What was read, beside what is written; a wrong reading is seen here. Codes are only counted:
    they cannot be wrong."""
    codes = sum(lezing.is_code for lezing in lezingen)
    regels = _once([lezing for lezing in lezingen if not lezing.is_code])
    if regels:
        yield "Zo gelezen (klopt iets niet, schrijf het dan anders op):"
    for lezing, plekken in regels[:MOST_READINGS]:
        waar = noem_enkele(plekken, 3)
        tekst = lezing.tekst if len(lezing.tekst) <= 60 else f"{lezing.tekst[:59]}…"
        yield zichtbaar(f"  {lezing.wat} “{een_regel(tekst)}” = {lezing.gelezen}  ({waar})")
    if (rest := len(regels) - MOST_READINGS) > 0:
        yield f"  … en nog {rest}; alles staat in --json en in --html."
    if codes:
        yield f"Codes uit de woorden van een rij: {codes}. Ze staan in --json en in --html."


def _counts(kader: Kader) -> Iterator[str]:
    """How much is in the template, and how much that asks of the partijen each year."""
    tellingen = (
        say.aantal(len(kader.partijen), "partij", "partijen"),
        say.aantal(len(kader.afspraken), "afspraak", "afspraken"),
        say.aantal(len(kader.indicatoren), "indicator", "indicatoren"),
        say.aantal(len(kader.doelen), "doel", "doelen") if kader.doelen else "geen doelen",
    )
    yield zichtbaar(f"  {kader.instellingen.kader}: {', '.join(tellingen)}.")
    van, tm = kader.looptijd
    for jaar in range(van, tm + 1):
        antwoorden = sum(len(in_pas(kader, p.code, jaar)) for p in kader.partijen)
        akkoorden = sum(len(op_voorzet(kader, p.code, jaar)) for p in kader.partijen)
        rijen = say.aantal(len(kader.actief(jaar)), "rij", "rijen")
        erbij = f", en {akkoorden} keer akkoord op een voorzet" if akkoorden else ""
        yield (
            f"  {jaar}: {rijen}, {say.aantal(antwoorden, 'antwoord', 'antwoorden')} gevraagd"
            f"{erbij}."
        )


def _open_questions(kader: Kader) -> Iterator[str]:
    if vragen := [v for v in kader.vragen if not v.antwoord]:
        hoeveel = say.aantal(len(vragen), "vraag", "vragen")
        wacht = "wacht" if len(vragen) == 1 else "wachten"
        yield f"{hoeveel} op het blad Vragen {wacht} op {kader.instellingen.zeg('het AO')}:"
        for vraag in vragen[:MOST_LINES]:
            yield zichtbaar(f"  {vraag.nummer:>2}. {vraag.over}: {vraag.vraag}")
        if (rest := len(vragen) - MOST_LINES) > 0:
            yield f"  … en nog {rest}; alles staat op het blad Vragen."

"""What there is to send to each partij, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..core import catalogue, labels as l, phrases as say
from ..core.folder import Dossier
from ..core.kader import Partij
from ..core.notation import lees_datum, schrijf_dag
from ..core.rounds import OUTPUT, Bevinding, Ronde
from ..core.text import zichtbaar
from ..mailing.drafts import Concept
from ..mailing.sending import Verzending
from ..mailing.sent import Verzendlijst
from .result import (
    Json,
    Result,
    ask_for_a_look,
    finding_lines,
    findings_json,
    lines_by_file,
    path_json,
)


@dataclass(frozen=True, slots=True)
class Mail:
    """What there is to send to a partij; `bestand` is the draft, None when none was written.

    `verzonden` is when it went out earlier, as the list has it; "" when it did not. `stand` is
    what that list said of it when the draft was written.
    """

    partij: Partij
    concept: Concept | None = None
    bestand: Path | None = None
    verzonden: str = ""
    stand: tuple[str, str] = ("", "")
    bevindingen: tuple[Bevinding, ...] = ()

    def lines(self) -> Iterator[str]:
        """To whom, about what, with which attachment, and where it stands."""
        concept = self.concept if self.bestand else None
        yield zichtbaar(f"{self.partij.naam}{': geen mail' if concept is None else ''}")
        if concept is not None:
            yield zichtbaar(f"  aan        {concept.partij.email}")
            if concept.instellingen.cc:
                yield zichtbaar(f"  cc         {', '.join(concept.instellingen.cc)}")
            yield zichtbaar(f"  onderwerp  {concept.onderwerp}")
            for bijlage in concept.bijlagen:
                yield zichtbaar(f"  bijlage    {bijlage.naam}")
            yield zichtbaar(f"  concept    {self.bestand}")
        yield from finding_lines(self.bevindingen)

    def as_json(self, nu: Verzending | None = None) -> Json:
        """The draft; once it was sent also what became of it."""
        concept, erbij = self.concept, nu.bevindingen if nu else ()
        return {
            "partij": self.partij.naam,
            "soort": concept.soort if concept else None,
            "aan": concept.partij.email if concept else None,
            "cc": list(concept.instellingen.cc) if concept else [],
            "onderwerp": concept.onderwerp if concept else None,
            "bijlagen": [b.naam for b in concept.bijlagen] if concept else [],
            "bestand": path_json(self.bestand),
            "verzonden": bool(self.verzonden or (nu and nu.verzonden)),
            "bevindingen": findings_json([*self.bevindingen, *erbij]),
        }


@dataclass(frozen=True, slots=True)
class Mails(Result):
    """The drafts of one command, and all partijen; `fictief` when it is a made-up example, and
    `te_laat` says that the sheets were due already."""

    ronde: Ronde
    dossier: Dossier
    mails: tuple[Mail, ...]
    fictief: bool = False
    over_eerdere: tuple[Bevinding, ...] = ()
    partijen: tuple[Partij, ...] = ()
    template: Path | None = None
    te_laat: str = ""

    @property
    def options(self) -> str:
        """The options that name this ronde and its places to a command, as somebody types them."""
        places = {"--template": self.template, "--output": self.dossier.uitvoer}
        given = (f'{o} "{p}"' for o, p in places.items() if p and p != OUTPUT)
        return " ".join((say.als_opties(self.ronde), *given))

    @property
    def klaar(self) -> tuple[Concept, ...]:
        """What would be sent now."""
        return tuple(m.concept for m in self.mails if m.concept and m.bestand)

    @property
    def needs_attention(self) -> bool:
        over_mails = (b for m in self.mails for b in m.bevindingen)
        return ask_for_a_look([*self.over_eerdere, *over_mails])

    def lines(self) -> Iterator[str]:
        if self.fictief:
            yield l.FICTIEF
        for mail in self.mails:
            yield from mail.lines()
        yield from lines_by_file(self.over_eerdere)
        aantal = say.aantal(len(self.klaar), "concept", "concepten")
        if self.te_laat:
            yield self.te_laat
        yield f"{aantal} voor {say.de_ronde(self.ronde)}."

    def as_json(self) -> Json:
        return Sent(self, ()).as_json()


@dataclass(frozen=True, slots=True)
class Sent(Result):
    """The drafts of one command, and what became of those that were sent; `noted` when somebody
    sent them herself: then it is about these alone."""

    mails: Mails
    verzendingen: tuple[Verzending, ...]
    noted: bool = False

    @property
    def needs_attention(self) -> bool:
        gevonden = (b for v in self.verzendingen for b in v.bevindingen)
        if self.noted:
            return ask_for_a_look(gevonden)
        return self.mails.needs_attention or ask_for_a_look(gevonden)

    def lines(self) -> Iterator[str]:
        """What became of them; the drafts tell themselves."""
        gedaan = "genoteerd" if self.noted else "verzonden"
        for verzending in self.verzendingen:
            naam = zichtbaar(verzending.concept.partij.naam)
            yield f"{naam}: {gedaan if verzending.verzonden else f'niet {gedaan}'}"
            yield from finding_lines(verzending.bevindingen)
        aantal = sum(v.verzonden for v in self.verzendingen)
        yield f"{aantal} van {say.aantal(len(self.verzendingen), 'mail', 'mails')} {gedaan}."

    def as_json(self) -> Json:
        nu = {v.concept.partij.code: v for v in self.verzendingen}
        return {
            "ronde": str(self.mails.ronde),
            "fictief": self.mails.fictief,
            "mails": [mail.as_json(nu.get(mail.partij.code)) for mail in self.mails.mails],
            "bevindingen": findings_json(self.mails.over_eerdere),
        }


def earlier(lijst: Verzendlijst, concept: Concept) -> tuple[Bevinding, ...]:
    """What the list says of a mail that went out before, or may have; else nothing."""
    naam = concept.partij.naam
    if moment := lijst.wanneer(concept):
        dag = lees_datum(moment[:10])
        wanneer = schrijf_dag(dag) if dag else moment
        return (catalogue.AL_VERZONDEN.bij(partij=naam, wanneer=wanneer),)
    return (catalogue.AANKOMST_ONZEKER.bij(partij=naam),) if lijst.onzeker(concept) else ()

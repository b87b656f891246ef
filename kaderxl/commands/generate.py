"""`generate`: an input sheet for every partij."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..core import catalogue, clock, phrases as say
from ..core.answers import RefusedReturn
from ..core.kader import Indicator, Partij
from ..core.litter import litter
from ..core.rounds import OUTPUT, Bevinding, Plek, Ronde
from ..core.text import zichtbaar
from ..mailing.waiting import on_disk
from ..reading import Refused, load
from ..returns.ahead import Progress, silent
from ..returns.correction import holds_nothing, is_used
from ..returns.workspace import Workspace
from ..sheets.layout import Opdracht
from ..sheets.questions import stel_vragenlijst_op
from ..sheets.sheet import write_input_sheet
from ..template.planning import zeg_te_laat
from ..writing.locking import starts_over
from .next_template import not_in_template
from .result import Json, Result, ask_for_a_look, finding_line, findings_json, lines_by_file
from .rounds import open_workspace


@dataclass(frozen=True, slots=True)
class Invulblad:
    """One input sheet on disk; `bevinding` says why it was left as it was."""

    partij: Partij
    bestand: Path
    indicatoren: int
    bevinding: Bevinding | None = None


@dataclass(frozen=True, slots=True)
class Generated(Result):
    """`over_eerdere` is what there is to say of the rondes before it.

    `doorgeschoven` are the indicatoren that came back after their printed years. With
    `akkoord` they are the sheets of the second pass. `te_laat` says that they were due already.
    """

    ronde: Ronde
    invulbladen: tuple[Invulblad, ...]
    over_eerdere: tuple[Bevinding, ...] = ()
    akkoord: bool = False
    doorgeschoven: tuple[Indicator, ...] = ()
    te_laat: str = ""

    @property
    def needs_attention(self) -> bool:
        return ask_for_a_look(self.over_eerdere) or any(b.bevinding for b in self.invulbladen)

    def lines(self) -> Iterator[str]:
        yield from lines_by_file(self.over_eerdere)
        for blad in self.invulbladen:
            aantal = say.aantal(blad.indicatoren, "indicator", "indicatoren")
            yield zichtbaar(f"{blad.partij.naam}: {aantal}, {blad.bestand}")
            if blad.bevinding:
                yield f"  {finding_line(blad.bevinding)}"
        for i in self.doorgeschoven:
            yield zichtbaar(f"{i.code} ({i.tekst}): {say.doorgeschoven(i, self.ronde.jaar)}")
        soort = ("akkoordblad", "akkoordbladen") if self.akkoord else ("invulblad", "invulbladen")
        bladen = say.aantal(len(self.invulbladen), *soort)
        if self.te_laat:
            yield self.te_laat
        yield f"{bladen} voor {say.de_ronde(self.ronde)}. Stuur ze naar de partijen."

    def as_json(self) -> Json:
        return {
            "ronde": str(self.ronde),
            "invulbladen": [
                {
                    "partij": blad.partij.naam,
                    "bestand": str(blad.bestand),
                    "indicatoren": blad.indicatoren,
                    "bevindingen": findings_json([blad.bevinding] if blad.bevinding else []),
                }
                for blad in self.invulbladen
            ],
            "doorgeschoven": [
                {"code": i.code, "uit": i.voorbij(self.ronde.jaar)} for i in self.doorgeschoven
            ],
            "bevindingen": findings_json(self.over_eerdere),
        }


@starts_over
def generate(
    ronde: Ronde,
    *,
    template: Path | None = None,
    output: Path = OUTPUT,
    progress: Progress[Partij] = silent,
    fictional: bool = False,
) -> Generated:
    """Write an input sheet for every partij that is asked something in the ronde.

    A sheet in which somebody has filled in something is left as it is, and said so.
    """
    with open_workspace(ronde, template, output, "generate") as werk:
        ronde = werk.ronde
        blad_van, namen = werk.dossier.invulblad, werk.kader.bestandsnamen
        bladen = [
            place_sheet(werk, werk.empty_sheet(p, fictional), blad_van(namen[p.code]))
            for p in progress(gets_a_sheet(werk), "Invulbladen maken")
        ]
        over_oude = (*werk.over_eerdere, *_under_old_names(werk), *_old_drafts(werk))
        werk.beurt.commit()
        over_eerdere = (*over_oude, *not_in_template(werk.kader, werk.eerdere))
        door = tuple(i for i in werk.kader.actief(ronde.jaar) if i.voorbij(ronde.jaar))
        te_laat = zeg_te_laat(werk.kader, ronde, clock.today())
        return Generated(ronde, tuple(bladen), over_eerdere, doorgeschoven=door, te_laat=te_laat)


def _under_old_names(werk: Workspace) -> Iterator[Bevinding]:
    """Sheets and correction workbooks of a partij that has another name now, or is none any more:
    what nobody filled in goes, anything else is named."""
    dossier, namen = werk.dossier, werk.kader.bestandsnamen.values()
    for soort, map_, plaats in (
        ("Invulblad", dossier.invulbladen, dossier.invulblad),
        ("Akkoordblad", dossier.invulbladen, dossier.akkoordblad),
        ("Herstel", dossier.herstel, dossier.herstelblad),
    ):
        van_nu = {plaats(naam) for naam in namen}
        vorm = f"{soort} * {werk.ronde}.xlsx"
        for bestand in sorted(map_.glob(vorm) if map_.is_dir() else ()):
            if bestand in van_nu or litter(bestand.name):
                continue
            data, plek = load(bestand), Plek(bestand.name)
            if is_used(werk, bestand.name, data):
                yield catalogue.INVULBLAD_VAN_NIEMAND.bij(plek)
            else:
                werk.beurt.remove(bestand, before=None if isinstance(data, Refused) else data)
                yield catalogue.INVULBLAD_VERVANGEN.bij(plek)


def _old_drafts(werk: Workspace) -> Iterator[Bevinding]:
    """The drafts of a partij that has another name now, or is none any more: `mail` clears them."""
    dossier = werk.dossier
    for draft in on_disk(dossier):
        soort = draft.name.partition(" ")[0]
        if draft not in {dossier.concept(soort, n) for n in werk.kader.bestandsnamen.values()}:
            yield catalogue.CONCEPT_VAN_VROEGER.bij(Plek(draft.name))


def gets_a_sheet(werk: Workspace) -> list[Partij]:
    """Who is asked something in the first pass: of who only agrees to others nothing is."""
    partijen = (p for p in werk.kader.partijen if werk.kader.vragen_aan(p.code, werk.ronde.jaar))
    lijsten = ((p, stel_vragenlijst_op(werk.kader, werk.ronde, p.code)) for p in partijen)
    return [partij for partij, lijst in lijsten if lijst.regels or lijst.programma]


def place_sheet(werk: Workspace, opdracht: Opdracht, bestand: Path) -> Invulblad:
    """The sheet on disk with the next commit; one that may hold answers is left as it is."""
    partij, gevraagd = opdracht.partij, opdracht.vragenlijst.indicatoren
    data = write_input_sheet(opdracht)
    er_is = load(bestand) if bestand.exists() else None
    if er_is is not None and er_is != data and may_hold_answers(werk, bestand.name, er_is):
        return Invulblad(partij, bestand, gevraagd, _blijft(werk, bestand.name, er_is))
    assert not isinstance(er_is, Refused), "what cannot be loaded may hold answers"
    if er_is != data:
        werk.beurt.write(bestand, data, before=er_is)
    werk.uitgegeven.keep(werk.beurt, opdracht)
    return Invulblad(partij, bestand, gevraagd)


def may_hold_answers(werk: Workspace, naam: str, data: bytes | Refused) -> bool:
    """Whether a sheet on disk may hold answers: all but one we can read and find empty."""
    inzending = werk.read(naam, data)
    return not (isinstance(inzending, RefusedReturn) and holds_nothing(inzending))


def _blijft(werk: Workspace, naam: str, data: bytes | Refused) -> Bevinding:
    """That a sheet is left as it is; of one with other questions also what it is not made of."""
    gelezen, plek = werk.read(naam, data), Plek(naam)
    erover = gelezen.ook if isinstance(gelezen, RefusedReturn) else gelezen.bron.bevindingen
    if werk.sjabloon and catalogue.ANDERE_VERSIE.code in {b.code for b in erover}:
        return catalogue.INVULBLAD_ANDER_SJABLOON.bij(plek, sjabloon=werk.sjabloon.name)
    return catalogue.INVULBLAD_BLIJFT.bij(plek)

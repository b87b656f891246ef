"""`focus`: the workbook of the AO between two rondes, written and taken back."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from ..core import catalogue, clock, labels as l, phrases as say
from ..core.findings import NietUitgevoerd
from ..core.kader import with_said
from ..core.notation import schrijf_dag
from ..core.rounds import OUTPUT, Bevinding, Plek, Ronde
from ..core.text import als_code, zichtbaar
from ..reading import Refused, load
from ..reading.tables import vind_tabel
from ..returns.meeting_notes import COLUMNS, keep_notes, last_said, notes
from ..returns.workspace import Workspace
from ..sheets.focus import FOCUS, STAND_AO, columns_for, focus_rows, write_focus
from ..writing.lists import Row
from ..writing.locking import starts_over
from ..years.action_points import said_by_all
from .result import Json, Result, ask_for_a_look, finding_lines, findings_json, path_json
from .rounds import open_workspace


@dataclass(frozen=True, slots=True)
class Focus(Result):
    """The workbook on the way to a ronde, with how many rows; of one taken back the notes (code,
    how it stands, what was said) that are new."""

    ronde: Ronde
    bestand: Path
    regels: int
    gezegd: tuple[tuple[str, str, str], ...] = ()
    bevindingen: tuple[Bevinding, ...] = ()

    @property
    def needs_attention(self) -> bool:
        return ask_for_a_look(self.bevindingen)

    def lines(self) -> Iterator[str]:
        for code, stand, tekst in self.gezegd:
            yield zichtbaar(f"{code}: {': '.join(filter(None, (stand, tekst)))}")
        yield from finding_lines(self.bevindingen)
        aantal = say.aantal(self.regels, "regel", "regels")
        yield zichtbaar(f"{aantal} voor het overleg op weg naar {say.de_ronde(self.ronde)}.")
        yield zichtbaar(f"Werkboek: {self.bestand}")

    def as_json(self) -> Json:
        return {
            "ronde": str(self.ronde),
            "bestand": path_json(self.bestand),
            "regels": self.regels,
            "gezegd": [dict(zip(("code", "stand", "tekst"), g, strict=True)) for g in self.gezegd],
            "bevindingen": findings_json(self.bevindingen),
        }


@starts_over
def focus(
    ronde: Ronde,
    file: Path | None = None,
    *,
    template: Path | None = None,
    output: Path = OUTPUT,
    today: date | None = None,
) -> Focus:
    """Write the workbook for the AO on the way to a ronde; with `file` first take one back.

    What was said is added to what was said before, and the workbook is kept as it came. A page in
    which somebody wrote and that was not handed in stays as it is. Raises NietUitgevoerd when the
    file cannot be read or is another one.
    """
    with open_workspace(ronde, template, output, "focus") as werk:
        ronde = werk.ronde
        rijen = notes(werk.dossier)
        nieuw = _take_back(werk, file, rijen, today or clock.today()) if file else []
        kader = with_said(werk.kader, last_said([*rijen, *nieuw]))
        laatste = werk.eerdere[-1] if werk.eerdere else None
        regels = [*focus_rows(kader, laatste, said_by_all(kader, werk.eerdere))]
        bestand = werk.dossier.overleg / f"{FOCUS} {ronde}.xlsx"
        data = write_focus(kader, ronde, laatste, regels)
        blijft = _write(werk, bestand, data, {rij["sha256"] for rij in (*rijen, *nieuw)})
        werk.beurt.commit()
        codes = {str(regel[0]) for regel in regels}
        vreemd = [_unknown(rij) for rij in nieuw if rij["code"] not in codes]
        gezegd = tuple((rij["code"], rij["stand"], rij["tekst"]) for rij in nieuw)
        bevindingen = (*werk.over_eerdere, *blijft, *vreemd)
        return Focus(ronde, bestand, len(regels), gezegd, bevindingen)


def _take_back(werk: Workspace, file: Path, al: Sequence[Row], vandaag: date) -> list[Row]:
    """The notes in a workbook, kept with it; one that came before says nothing new."""
    data = load(file)
    if isinstance(data, Refused):
        raise NietUitgevoerd(data.bevinding)
    nieuw = _notes_in(werk, file.name, data, schrijf_dag(vandaag))
    if nieuw and nieuw[0]["sha256"] not in {rij["sha256"] for rij in al}:
        keep_notes(werk.beurt, werk.dossier, [*al, *nieuw])
        werk.beurt.write(werk.dossier.ingevulde_focus(file.name, nieuw[0]["sha256"]), data)
        return nieuw
    return []


def _notes_in(werk: Workspace, naam: str, data: bytes, dag: str) -> list[Row]:
    """What stands in the yellow cells, a row each. Raises NietUitgevoerd for another workbook."""
    document = werk.reader.read(naam, data)
    if isinstance(document, Refused):
        raise NietUitgevoerd(document.bevinding)
    koppen = [kolom.kop for kolom in columns_for(werk.kader)]
    tabellen = (vind_tabel(naam, s, koppen, [l.CODE, koppen[-1]]) for s in document.sheets)
    tabel = next((t for t in tabellen if t), None)
    if tabel is None:
        raise NietUitgevoerd(catalogue.GEEN_FOCUS.bij(Plek(naam)))
    rijen: list[Row] = []
    for nummer in tabel.rijen():
        code, *wat = (tabel.cel(nummer, kop) for kop in (l.CODE, STAND_AO, koppen[-1]))
        if any(wat):
            waar = (dag, *tabel.plek(code), sha256(data).hexdigest())
            gezegd = (als_code(code.tekst), *(cel.tekst for cel in wat))
            rijen.append(dict(zip(COLUMNS, (*gezegd, *waar), strict=True)))
    return rijen


def _write(
    werk: Workspace, bestand: Path, data: bytes, al: Collection[str]
) -> tuple[Bevinding, ...]:
    """The workbook with the next commit; one with notes that were not handed in stays."""
    er_is = bestand.read_bytes() if bestand.is_file() else None
    if er_is == data:
        return ()
    if er_is is not None and sha256(er_is).hexdigest() not in al:
        try:
            ingevuld = bool(_notes_in(werk, bestand.name, er_is, ""))
        except NietUitgevoerd:
            ingevuld = True
        if ingevuld:
            return (catalogue.FOCUS_BLIJFT.bij(Plek(bestand.name)),)
    werk.beurt.write(bestand, data, before=er_is)
    return ()


def _unknown(rij: Row) -> Bevinding:
    tekst = ": ".join(filter(None, (rij["stand"], rij["tekst"])))
    plek = Plek(rij["bestand"], rij["blad"], rij["cel"])
    return catalogue.FOCUS_ONBEKEND.bij(plek, code=rij["code"], tekst=tekst)

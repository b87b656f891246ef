"""`new`: a folder for another agreement, with a template to fill in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..core import catalogue, labels as l, phrases as say
from ..core.findings import NietUitgevoerd
from ..core.kader import Partij
from ..core.notation import een_regel, schrijf_opsomming
from ..core.rounds import OUTPUT, Bevinding, Ernst
from ..core.text import als_code, leesbaar, zichtbaar
from ..reading import Reader
from ..template.fresh.agreement import NewTemplate, kenmerk_van, met_gemeente
from ..template.fresh.partijen import read_partijen
from ..template.fresh.workbook import write_template
from ..template.printed.document import LIMITS, lees_overeenkomst
from ..template.printed.found import Gevonden
from ..template.printed.to_template import partijen_van, rijen_van
from ..template.read import HERE, read_bytes
from ..writing.files import is_there, lukt_niet, schrijf_bestand
from .result import Json, Result, finding_lines, findings_json

README = Path("Leesmij.txt")
_GO_ON = (
    f" Wilt u het sjabloon dat er al staat aanvullen? Typ partijen erbij op het blad {l.PARTIJEN}, "
    "en andere rijen op hun eigen blad; daarna: kaderxl check."
)


@dataclass(frozen=True, slots=True)
class Made(Result):
    """The folder that was made, and of which agreement its template is."""

    map: Path
    agreement: NewTemplate
    read: ReadAgreement | None = None

    @property
    def needs_attention(self) -> bool:
        """What was read in a document is for a person to look at."""
        return self.read is not None

    @property
    def template(self) -> Path:
        return self.map / HERE

    def lines(self) -> Iterator[str]:
        partijen = self.agreement.partijen
        hoeveel = say.aantal(len(partijen), "partij", "partijen")
        groepen = say.aantal(len(self.agreement.groepen), "groep", "groepen")
        yield zichtbaar(f"Gemaakt voor {self.agreement.kader}, {hoeveel} in {groepen}:")
        yield f"  het sjabloon    {zichtbaar(str(self.template))}"
        yield f"  hoe nu verder   {zichtbaar(str(self.map / README))}"
        for partij in partijen:
            groep = partij.groep or "groep nog invullen"
            yield zichtbaar(f"  {partij.code:<8}{partij.naam} ({groep})")
        if self.read is not None:
            yield from self.read.lines(self.agreement)
        yield "Nu:"
        yield "  1. Open het sjabloon; het blad Leesmij zegt waar u begint."
        yield f"  2. Ga naar de map {zichtbaar(str(self.map))} en geef daar steeds: kaderxl check"

    def as_json(self) -> Json:
        return {
            "map": str(self.map),
            "sjabloon": str(self.template),
            "leesmij": str(self.map / README),
            "gemeente": self.agreement.gemeente,
            "kader": self.agreement.kader,
            "partijen": [
                {"code": p.code, "naam": p.naam, "groep": p.groep} for p in self.agreement.partijen
            ],
            "gelezen": self.read.as_json(self.agreement) if self.read else None,
        }


@dataclass(frozen=True, slots=True)
class ReadAgreement:
    """What was found in a document, its name, and what is to be said of how it was read."""

    bestand: str
    gevonden: Gevonden
    bevindingen: tuple[Bevinding, ...] = ()

    @property
    def partijen(self) -> tuple[Partij, ...]:
        """Who signed, as far as it says so."""
        return partijen_van(self.gevonden)

    def lines(self, agreement: NewTemplate) -> Iterator[str]:
        telling = self._counted(agreement)
        afspraken = say.aantal(telling["afspraken"], "afspraak", "afspraken")
        indicatoren = say.aantal(telling["indicatoren"], "indicator", "indicatoren")
        yield zichtbaar(f"Gelezen in {self.bestand}: {afspraken} met {indicatoren}.")
        yield from finding_lines(self.bevindingen)
        if telling["open"]:
            rijen = say.aantal(telling["open"], "rij staat", "rijen staan")
            yield f"  {rijen} open: daar ontbreekt iets. De opmerking bij de rij zegt wat."
        vragen = say.aantal(telling["vragen"], "vraag", "vragen")
        yield f"  Wat de tekst open laat of dubbel zegt: {vragen} op het blad {l.VRAGEN}."
        yield "  Bij elke cel staat als notitie waar zij vandaan komt. Kijk ze na: wij lezen met"
        yield "  vaste regels en raden niet, maar een tabel kan anders bedoeld zijn."

    def as_json(self, agreement: NewTemplate) -> Json:
        return {
            "bestand": self.bestand,
            **self._counted(agreement),
            "bevindingen": findings_json(self.bevindingen),
        }

    def _counted(self, agreement: NewTemplate) -> dict[str, int]:
        rijen = self.gevonden.rijen
        return {
            "afspraken": len({rij.afspraak.tekst for rij in rijen}),
            "indicatoren": sum(bool(rij.indicator) for rij in rijen),
            "open": sum(not rij.heel for rij in rijen),
            "vragen": len(agreement.rows.get(l.VRAGEN, ())),
        }


def read_agreement(document: Path) -> ReadAgreement:
    """What is printed in a pdf, a Word document, a text or a workbook.

    Raises NietUitgevoerd when it cannot be read, or has no afspraken.
    """
    with Reader() as reader:
        reader.use(LIMITS)
        return ReadAgreement(document.name, *lees_overeenkomst(document, reader))


def agreement(
    gemeente: str,
    kader: str,
    jaren: tuple[int, int],
    partijen: Sequence[Partij],
    *,
    partijenlijst: Path | None = None,
    kenmerk: str = "",
    read: ReadAgreement | None = None,
    gegeven: Collection[str] = (),
) -> NewTemplate:
    """What is known of an agreement from these words; `partijenlijst` is a file with more partijen,
    `read` what was found in a document, and `gegeven` what was said by somebody and is asked no
    more: `gemeente`, `kader`, `looptijd`, `partijen`.

    The municipality is a partij too, each partij gets a code, and the agreement a kenmerk, where
    they have none. Raises NietUitgevoerd when that file cannot be read.
    """
    gemeente, kader = (een_regel(leesbaar(tekst)) for tekst in (gemeente, kader))
    alle = [*partijen]
    if partijenlijst is not None:
        with Reader() as reader:
            alle += read_partijen(partijenlijst, reader)
    van, tm = jaren
    bekend = met_gemeente(gemeente, alle)
    code = als_code(kenmerk) or kenmerk_van(gemeente)
    fresh = NewTemplate(gemeente, kader, van, tm, bekend, code)
    if read is None:
        return fresh
    rows = rijen_van(read.gevonden, read.bestand, jaren, bekend, gegeven)
    return replace(fresh, rows=rows, settings={"bron": read.bestand})


def new(folder: Path, agreement: NewTemplate, *, read: ReadAgreement | None = None) -> Made:
    """Write a folder for an agreement: its template, a Leesmij, and `output/`.

    Raises NietUitgevoerd when one of these files is there already, or the template would not be
    right; nothing is then made. What was read in a document may have faults: `check` says them.
    """
    data = write_template(agreement)
    if read is None and (verkeerd := _wrong(data)):
        raise NietUitgevoerd(*verkeerd)
    files = {folder / HERE: data, folder / README: _readme(agreement).encode("utf-8")}
    _keep_what_is_there(folder, [*files])
    for path, content in files.items():
        schrijf_bestand(path, content)
    try:
        (folder / OUTPUT).mkdir(exist_ok=True)
    except OSError as fout:
        raise lukt_niet(folder / OUTPUT, fout) from fout
    return Made(folder, agreement, read)


def _keep_what_is_there(map_: Path, files: Sequence[Path]) -> None:
    try:
        taken = [path for path in files if is_there(path)]
    except OSError as fout:
        raise lukt_niet(map_, fout) from fout
    if taken:
        names = [str(path.relative_to(map_)) for path in taken]
        wat = {"wat": schrijf_opsomming(names), "tip": _GO_ON if map_ / HERE in taken else ""}
        raise catalogue.PLEK_IS_BEZET.weiger(map_, **wat)


def _wrong(data: bytes) -> list[Bevinding]:
    """What `check` would call a fout in it, but for what has yet to be filled in."""
    with Reader() as reader:
        found = read_bytes(HERE.name, data, reader).bevindingen
    yet = {catalogue.VOORBEELD_BLIJFT.code}
    return [b for b in found if b.ernst is Ernst.FOUT and b.code not in yet]


def _readme(agreement: NewTemplate) -> str:
    return "\n".join(
        (
            agreement.kader,
            "=" * len(agreement.kader),
            "",
            "In deze map doet u met kaderxl de monitoring van deze overeenkomst.",
            "",
            f"1. Vul {HERE.as_posix()} in; het blad {l.LEESMIJ} zegt in welke volgorde.",
            "2. Geef in deze map, zo vaak u wilt: kaderxl check",
            f"3. Is er geen fout meer, begin dan: kaderxl generate --year {agreement.van}",
            "",
            "Wat kaderxl maakt komt in output. De handleiding van kaderxl legt alles uit.",
            "",
        )
    )

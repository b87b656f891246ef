"""`adopt`: what people settled in a copy of the matrix, taken over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

from ..core import catalogue, clock, labels as l, phrases as say
from ..core.findings import heeft_fout
from ..core.outcome import Vastgelegd
from ..core.rounds import OUTPUT, Bevinding, Ernst, Plek, Ronde
from ..core.text import zichtbaar
from ..matrix.belongs import check_as_real
from ..matrix.settled import cells_of, in_woorden, kort, op_volgorde, per_onderwerp, settled_in
from ..matrix.three_way import borne_by, with_grounds
from ..returns.ahead import Progress, silent
from ..writing.locking import starts_over
from .handed_in import Keuze, find_choices, read_handed_in
from .matrix_keys import vastgelegd_json
from .merge import Merged, huidige, niet_open, schrijf
from .result import Json, Result, finding_lines, findings_json, lines_by_file, path_json
from .rounds import open_workspace

_KOPJES = {
    "besluiten": "Besluit",
    "afgesproken": "Afgesproken in het AO",
    "focuspunten": "Focuspunt",
    "stemmingen": "Stemming",
    "programma": "Jaarprogramma",
    "notities": "Notitie",
    "wijzigingen": "Voorstel",
    "stempunten": "Stemming",
}
_NIETS = {catalogue.AL_OVERGENOMEN.code, catalogue.ZELF_BEWAARD.code}
"""That say that nothing of it was taken: then what it bears is no news."""


@dataclass(frozen=True, slots=True)
class Adopted(Result):
    """What the new matrix bears of an edited one, the evidence kept of it, and that new matrix.

    `bevindingen` are about the edited workbook alone; `keuzes` is what of it can still be chosen.
    """

    begrepen: Vastgelegd
    bevindingen: tuple[Bevinding, ...]
    bewijs: Path
    merged: Merged
    keuzes: tuple[Keuze, ...] = ()

    @property
    def overgenomen(self) -> bool:
        """Whether it was taken over; not what kaderxl kept itself, of which nothing was chosen."""
        return not any(b.code in _NIETS for b in self.bevindingen)

    @property
    def needs_attention(self) -> bool:
        botst = any(b.code == catalogue.TWEE_WIJZIGINGEN.code for b in self.bevindingen)
        return botst or heeft_fout((*self.bevindingen, *self.merged.over_sjabloon))

    def lines(self) -> Iterator[str]:
        """In sentences what was understood, then what is wrong with it."""
        if self.merged.matrix.fictief:
            yield l.FICTIEF
        if self.overgenomen:
            yield from self._understood()
        yield from finding_lines(self.bevindingen, "")
        yield from lines_by_file(self.merged.veranderd)
        yield f"Het bestand is ongewijzigd bewaard: {zichtbaar(str(self.bewijs))}"
        yield from self.merged.where()

    def _understood(self) -> Iterator[str]:
        matrix, begrepen = self.merged.matrix, self.begrepen
        zeg = matrix.kader.instellingen.zeg
        yield f"Gelezen uit de matrix van {say.ronde_in_woorden(matrix.ronde)}:"
        titels = {a.nummer: a.titel for a in matrix.kader.afspraken}
        punten = per_onderwerp(cells_of(begrepen))
        for veld, sleutel in sorted(punten, key=op_volgorde):
            delen = punten[veld, sleutel]
            if veld in _KOPJES:
                over = titels[sleutel].rstrip(".") if isinstance(sleutel, int) else sleutel
                yield zichtbaar(f"  {zeg(_KOPJES[veld])}: {over}: {in_woorden(delen)}")
        if not punten:
            mis = any(b.ernst is not Ernst.MELDING for b in self.bevindingen)
            leeg = "Er is niets ingevuld in de gele cellen."
            yield f"  {'Hiervan is niets overgenomen; hieronder staat waarom.' if mis else leeg}"
        if begrepen.vastgesteld:
            yield zichtbaar(f"  {zeg(l.VASTGESTELD_IN)} {kort(begrepen.vastgesteld)}.")
        if begrepen.geen_bod:
            yield zichtbaar(f"  {zeg(l.GEEN_BOD)} {kort(begrepen.geen_bod)}.")

    def as_json(self) -> Json:
        matrix = self.merged.matrix
        return {
            "ronde": str(matrix.ronde),
            "bewijs": str(self.bewijs),
            "matrix": str(self.merged.bestand),
            "publicatie": path_json(self.merged.publicatie),
            "sjabloon": path_json(self.merged.sjabloon.bestand if self.merged.sjabloon else None),
            "overgenomen": self.overgenomen,
            "begrepen": vastgelegd_json(matrix.kader, self.begrepen),
            "keuzes": [asdict(keuze) for keuze in self.keuzes],
            "bevindingen": findings_json(
                [*self.bevindingen, *self.merged.veranderd, *self.merged.over_sjabloon]
            ),
        }


@starts_over
def adopt(
    ronde: Ronde,
    file: Path,
    *,
    template: Path | None = None,
    output: Path = OUTPUT,
    progress: Progress[Path] = silent,
    choose: Sequence[str] = (),
    today: date | None = None,
) -> Adopted:
    """Take over what people settled in an edited matrix, and keep that workbook as evidence.

    It may be the matrix of the ronde itself or a copy from elsewhere. What was changed in it since
    kaderxl wrote it is taken, but for what was changed in the matrix since then as well: `choose`
    says where the file goes before the matrix. Of a workbook that kaderxl kept itself nothing is
    taken but what is chosen, and what the matrix lost of it. Raises NietUitgevoerd when it is no
    matrix of this ronde, or what is chosen is not in it.
    """
    dag = today or clock.today()
    with open_workspace(ronde, template, output, "adopt", begonnen=True) as werk:
        niet_open(werk.dossier)
        oud, huidig = huidige(werk)
        kopie = read_handed_in(werk, file, oud, huidig, choose)
        geteld = werk.counted(progress)
        verzonnen = huidig.fictief or any(i.fictief for i in geteld.inzendingen)
        check_as_real(Plek(str(file)), kopie.nieuw.fictief, verzonnen)
        gekozen = kopie.gekozen(choose)
        cellen, gevonden = kopie.over_de_matrix(gekozen)
        keuzes = find_choices(kopie, cellen, gekozen)
        vastgelegd = with_grounds(settled_in(cellen), huidig.vastgelegd, kopie.nieuw.vastgelegd)
        begrepen = borne_by(cellen, kopie.nieuw.ingevuld.cellen, werk.kader.stoplicht)
        gevonden += kopie.nagekeken(vastgelegd, begrepen, dag)
        namen = dict.fromkeys((*huidig.vastgelegd.overgenomen, *kopie.bewezen))
        open_ = kopie.te_kiezen(gekozen)
        vastgelegd = replace(vastgelegd, overgenomen=tuple(namen), te_kiezen=open_)
        papieren = {} if kopie.bekend else {kopie.bewijs: kopie.data}
        merged = schrijf(werk, geteld, oud, vastgelegd, huidig.bevindingen, dag, papieren)
    merged = replace(merged, veranderd=huidig.veranderd)
    return Adopted(settled_in(begrepen), tuple(gevonden), kopie.bewijs, merged, keuzes)

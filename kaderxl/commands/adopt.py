"""`adopt`: what people settled in a copy of the matrix, taken over."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from pathlib import Path

from ..core import catalogue
from ..core import labels as l
from ..core import phrases as say
from ..core.findings import NietUitgevoerd, heeft_fout
from ..core.folder import Dossier
from ..core.outcome import Vastgelegd
from ..core.rounds import OUTPUT, Bevinding, Plek, Ronde
from ..core.text import zichtbaar
from ..matrix.carry_over import borne_by, carry_over, in_woorden, put_back
from ..matrix.decision_checks import validate_decisions
from ..matrix.decisions import Gelezen, read_decisions
from ..matrix.meeting_sheets import Geschreven
from ..reading import Document, Refused, load
from ..returns.ahead import Progress, silent
from ..returns.workspace import Workspace
from ..writing.locking import starts_over
from .matrix_keys import vastgelegd_json
from .merge import Merged, huidige, met_ontbrekende_bladen, niet_open, schrijf
from .result import Json, Result, finding_lines, findings_json, path_json
from .rounds import open_workspace


@dataclass(frozen=True, slots=True)
class Adopted(Result):
    """What the new matrix bears of an edited one, the evidence kept of it, and that new matrix.

    `bevindingen` are about the edited workbook alone.
    """

    begrepen: Vastgelegd
    bevindingen: tuple[Bevinding, ...]
    bewijs: Path
    merged: Merged

    @property
    def needs_attention(self) -> bool:
        return heeft_fout(self.bevindingen)

    def lines(self) -> Iterator[str]:
        """In sentences what was understood, then what is wrong with it."""
        matrix, begrepen = self.merged.matrix, self.begrepen
        if matrix.fictief:
            yield l.FICTIEF
        yield f"Gelezen uit de matrix van {say.ronde_in_woorden(matrix.ronde)}:"
        titels = {a.nummer: a.titel for a in matrix.kader.afspraken}
        groepen: dict[str, Mapping[int, object] | Mapping[str, object]] = {
            "Besluit": begrepen.besluiten,
            "Afgesproken in het AO": begrepen.afgesproken,
            "Focuspunt": begrepen.focuspunten,
            "Stemming": begrepen.stemmingen,
            "Jaarprogramma": begrepen.programma,
            "Notitie": begrepen.notities,
        }
        for wat, punten in groepen.items():
            for sleutel, punt in punten.items():
                over = titels[sleutel].rstrip(".") if isinstance(sleutel, int) else sleutel
                yield zichtbaar(f"  {wat}: {over}: {in_woorden(punt)}")
        if not any(groepen.values()):
            yield "  Er is niets ingevuld in de gele cellen."
        if begrepen.vastgesteld:
            yield zichtbaar(f"  Vastgesteld in het BO van {in_woorden(begrepen.vastgesteld)}.")
        yield from finding_lines(self.bevindingen, "")
        yield f"Het bestand is ongewijzigd bewaard: {zichtbaar(str(self.bewijs))}"
        yield from self.merged.where()

    def as_json(self) -> Json:
        matrix = self.merged.matrix
        return {
            "ronde": str(matrix.ronde),
            "bewijs": str(self.bewijs),
            "matrix": str(self.merged.bestand),
            "publicatie": path_json(self.merged.publicatie),
            "begrepen": vastgelegd_json(matrix.kader, self.begrepen),
            "bevindingen": findings_json(self.bevindingen),
        }


@starts_over
def adopt(
    ronde: Ronde,
    file: Path,
    *,
    template: Path | None = None,
    output: Path = OUTPUT,
    progress: Progress[Path] = silent,
    today: date | None = None,
) -> Adopted:
    """Take over what people settled in an edited matrix, and keep that workbook as evidence.

    It may be the matrix of the ronde itself or a copy from elsewhere; what stands in the
    matrix and not in the copy stays. Of a copy that was taken over before only what the matrix
    does not have any more is. Raises NietUitgevoerd when it is no matrix of this ronde.
    """
    niet_open(Dossier(output, ronde))
    with open_workspace(ronde, template, output, "adopt", begonnen=True) as werk:
        oud, huidig = huidige(werk)
        data, nieuw = _aangereikt(werk, file, huidig)
        bewijs = _bewijs(werk.dossier, file.name, data)
        if bewijs.exists():  # what was decided after that must not be undone by an older copy
            vastgelegd, terug = put_back(huidig.vastgelegd, nieuw.vastgelegd)
            al = [] if terug else [catalogue.AL_OVERGENOMEN.bij(Plek(file.name))]
            gevonden = [*al, *terug, *nieuw.te_kiezen]
        else:
            eerder = huidig.vastgelegd if data != oud else Vastgelegd()
            vastgelegd, veranderd = carry_over(nieuw.vastgelegd, eerder)
            dag = today or date.today()
            gecontroleerd = validate_decisions(nieuw.vastgelegd, werk.kader, ronde, dag)
            gevonden = [*nieuw.bevindingen, *gecontroleerd, *veranderd]
        overgenomen = dict.fromkeys((*huidig.vastgelegd.overgenomen, bewijs.name))
        vastgelegd = replace(vastgelegd, overgenomen=tuple(overgenomen))
        papieren = {} if bewijs.exists() else {bewijs: data}
        merged = schrijf(
            werk, werk.counted(progress), oud, vastgelegd, huidig.bevindingen, papieren
        )
    begrepen = borne_by(vastgelegd, nieuw.vastgelegd)
    return Adopted(begrepen, tuple(gevonden), bewijs, merged)


def _aangereikt(werk: Workspace, bestand: Path, huidig: Gelezen) -> tuple[bytes, Gelezen]:
    """The workbook handed in, and what people wrote in it."""
    data = load(bestand)
    document = data if isinstance(data, Refused) else werk.reader.read(bestand.name, data)
    if isinstance(document, Refused) or isinstance(data, Refused):
        assert isinstance(document, Refused), "what cannot be loaded is not read"
        raise NietUitgevoerd(replace(document.bevinding, plek=Plek(str(bestand))))
    bewijs = _bewijs(werk.dossier, bestand.name, data)
    geschreven = Geschreven(huidig.bladen, cache(partial(_bewaarde, werk)))
    gelezen = read_decisions(bestand.name, document, werk.kader, bewijs.name, geschreven)
    if gelezen is None:
        koppen = f"{l.CODE} en {l.BESLUIT}"
        raise NietUitgevoerd(catalogue.GEEN_MATRIX.bij(Plek(str(bestand)), koppen=koppen))
    if gelezen.ronde not in (None, werk.ronde):
        assert gelezen.ronde is not None, "just looked at"
        velden = {"ronde": say.naam_van(gelezen.ronde), "gevraagd": say.naam_van(werk.ronde)}
        raise NietUitgevoerd(catalogue.MATRIX_ANDERE_RONDE.bij(Plek(str(bestand)), **velden))
    if gelezen.ronde is None:
        welke = say.ronde_in_woorden(werk.ronde)
        zonder = catalogue.MATRIX_ZONDER_KENMERK.bij(Plek(bestand.name), ronde=welke)
        gelezen = replace(gelezen, bevindingen=(zonder, *gelezen.bevindingen))
    return data, met_ontbrekende_bladen(gelezen, bestand.name, "de matrix zelf")


def _bewijs(dossier: Dossier, naam: str, data: bytes) -> Path:
    """Where a workbook is kept once it is adopted; where it is, whatever its name was then."""
    hash_ = hashlib.sha256(data).hexdigest()
    er_is = dossier.bewijzen.glob(f"{hash_[:8]} *")
    zelfde = (bestand for bestand in sorted(er_is) if bestand.read_bytes() == data)
    return next(zelfde, dossier.bewijs(naam, hash_))


def _bewaarde(werk: Workspace) -> list[Document]:
    """The matrices that were replaced, and the workbooks that were adopted, as far as they open."""
    paden = [
        pad
        for map_ in (werk.dossier.eerder, werk.dossier.bewijzen)
        if map_.is_dir()
        for pad in sorted(map_.iterdir())
    ]
    inhoud = ((pad.name, load(pad)) for pad in paden)
    gelezen = (werk.reader.read(naam, data) for naam, data in inhoud if isinstance(data, bytes))
    return [document for document in gelezen if isinstance(document, Document)]

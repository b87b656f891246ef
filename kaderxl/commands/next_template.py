"""The next version of the template, written once the BO adopted a change of the agreement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from ..core import catalogue, phrases as say
from ..core.kader import Kader
from ..core.notation import een_regel, schrijf_opsomming
from ..core.outcome import Matrix, Vastgelegd
from ..core.proposals import Wijzigingsvoorstel
from ..core.rounds import Bevinding, Ernst, Plek
from ..core.text import zichtbaar
from ..reading import load
from ..returns.workspace import Workspace
from ..template.amend import amend, besluit_van, not_borne
from ..template.changes import beoordeel, vergelijk
from ..template.proposal_words import answered_together, what_it_lacks
from ..template.proposals import beside
from ..template.read import Sjabloon, read_bytes, read_template

_SOORTEN = (".xlsx", ".xlsm")


@dataclass(frozen=True, slots=True)
class NextTemplate:
    """A template that follows from what the BO adopted: where it is, its bytes (None where it was
    written before), and what changes in it, in sentences.

    `bestand` is None where none could be made; `bevindingen` say why.
    """

    bestand: Path | None = None
    data: bytes | None = None
    wijzigingen: tuple[str, ...] = ()
    bevindingen: tuple[Bevinding, ...] = ()

    def lines(self, jaar: int) -> Iterator[str]:
        """What it is, what changes, and what to do with it."""
        if self.bestand:
            yield f"Nieuw sjabloon: {zichtbaar(str(self.bestand))}"
            yield from (zichtbaar(f"  - {zin}") for zin in self.wijzigingen)
            yield (
                f"Gebruik het vanaf {jaar + 1}: geef bij elke opdracht --template met dit bestand. "
                f"Voor de rondes over {jaar} blijft het oude sjabloon gelden."
            )


def next_template(werk: Workspace, vastgelegd: Vastgelegd, vandaag: date) -> NextTemplate | None:
    """What follows from the adopted proposals that the template does not have yet; None when there
    are none. A day that has not come changes nothing."""
    alle = not_borne(vastgelegd.wijzigingen.values(), werk.kader, werk.ronde)
    nieuw = [v for v in alle if isinstance(v.datum, date) and v.datum <= vandaag]
    if not nieuw or werk.sjabloon is None:
        return None
    # As it stands in the file: the kader of a ronde has the norms of its year filled in.
    kader = read_template(werk.sjabloon, werk.reader).geldig()
    samen = beside(nieuw, kader, werk.ronde)
    if any(map(what_it_lacks, samen)):
        return NextTemplate()  # what is wrong with it is said of the matrix
    data = load(werk.sjabloon)
    plek = Plek(werk.sjabloon.name)
    if werk.sjabloon.suffix.lower() not in _SOORTEN or not isinstance(data, bytes):
        return _niet(werk.sjabloon, "het is geen .xlsx")
    hash_ = sha256(data).hexdigest()
    bestand = werk.dossier.sjablonen / _naam(werk.sjabloon, kader, hash_, werk, nieuw)
    try:
        inhoud = amend(data, kader, werk.ronde, nieuw, hash_)
    except Exception as fout:
        return _niet(werk.sjabloon, een_regel(fout) or type(fout).__name__)
    sjabloon = read_bytes(bestand.name, inhoud, werk.reader)
    if fouten := _fouten(sjabloon, kader, werk.sjabloon.name):
        wat = " ".join(f"{b.tekst}" for b in fouten)
        return NextTemplate(bevindingen=(catalogue.NIEUW_SJABLOON_FOUT.bij(plek, wat=wat),))
    assert sjabloon.kader is not None, "a template without fouten is read"
    zinnen = [w.tekst for w in vergelijk(kader, sjabloon.kader)]
    zinnen += filter(None, map(answered_together, samen))
    al = tuple(_eerdere(bestand))
    return NextTemplate(bestand, None if bestand.exists() else inhoud, tuple(zinnen), al)


def _niet(sjabloon: Path, reden: str) -> NextTemplate:
    velden = {"bestand": sjabloon.name, "reden": reden}
    regel = catalogue.SJABLOON_NIET_TE_BEWERKEN
    return NextTemplate(bevindingen=(regel.bij(Plek(sjabloon.name), **velden),))


def _naam(
    sjabloon: Path,
    kader: Kader,
    hash_: str,
    werk: Workspace,
    nieuw: Sequence[Wijzigingsvoorstel],
) -> str:
    """A name for what these decisions make of this template: no other is ever written over."""
    besluiten = "\n".join(f"{besluit_van(werk.ronde, v)} {v!r}" for v in nieuw)
    kort = sha256(f"{hash_}\n{besluiten}".encode()).hexdigest()[:8]
    stam = sjabloon.stem.partition("-versie-")[0]
    return f"{stam}-versie-{kader.instellingen.versie + 1}-{kort}.xlsx"


def _fouten(sjabloon: Sjabloon, oud: Kader, naam_oud: str) -> list[Bevinding]:
    gevonden = [*sjabloon.bevindingen]
    if sjabloon.kader is not None:
        gevonden += beoordeel(oud, sjabloon.kader, sjabloon.bestand, naam_oud)
    return [b for b in gevonden if b.ernst is Ernst.FOUT]


def _eerdere(bestand: Path) -> Iterator[Bevinding]:
    """What other decisions made before, of the same ronde."""
    map_ = bestand.parent
    er_zijn = sorted(map_.glob("*-versie-*.xlsx")) if map_.is_dir() else []
    if namen := [b.name for b in er_zijn if b.name != bestand.name]:
        yield catalogue.OUDER_NIEUW_SJABLOON.bij(map=str(map_), namen=schrijf_opsomming(namen))


def not_in_template(kader: Kader, eerdere: Sequence[Matrix]) -> Iterator[Bevinding]:
    """What the BO adopted in an earlier ronde, where the template in use knows nothing of it."""
    for matrix in eerdere:
        wijzigingen = matrix.vastgelegd.wijzigingen.values()
        if nieuw := not_borne(wijzigingen, kader, matrix.ronde):
            yield catalogue.BESLUIT_NIET_IN_SJABLOON.bij(
                ronde=say.naam_van(matrix.ronde),
                codes=schrijf_opsomming([v.code for v in nieuw]),
                map=f"{matrix.ronde}/matrix/sjabloon",
            )

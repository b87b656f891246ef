"""A matrix that somebody handed in to `adopt`: read, laid beside the one that is there, and known
again where kaderxl kept it itself."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from pathlib import Path

from ..core import catalogue, labels as l, phrases as say
from ..core.answers import Waarde
from ..core.findings import NietUitgevoerd
from ..core.folder import Dossier
from ..core.kader import Kader
from ..core.outcome import Botsing, Vastgelegd
from ..core.rounds import NERGENS, Bevinding, Plek
from ..matrix.belongs import check_belongs, check_titles
from ..matrix.decision_checks import validate_decisions
from ..matrix.decisions import Gelezen, read_decisions
from ..matrix.meeting_sheets import Geschreven
from ..matrix.moved_rows import leave_out_moved
from ..matrix.settled import (
    MATRIX,
    Cellen,
    Ingevuld,
    Onderwerp,
    Plaats,
    from_content,
    in_woorden,
    keuze_van,
    lees_keuze,
    naam_van,
    op_volgorde,
    per_onderwerp,
)
from ..matrix.three_way import closest, find_clashes, merge_three, put_back
from ..reading import Document, Refused, load
from ..returns.workspace import Workspace
from ..writing.handed_out import HandedOut
from .merge import met_ontbrekende_bladen


@dataclass(frozen=True, slots=True)
class Keuze:
    """What a person can choose of a workbook: `naam` is what `--choose` calls it.

    `bestand` is what the matrix would have of it then, `matrix` what it has now, both in words;
    `botst` says that both were changed.
    """

    naam: str
    wat: str
    bestand: str
    matrix: str
    botst: bool


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A workbook, what people wrote in it, and the matrix that is there.

    `bewijs` is where it is kept, or will be; `basis` what stood in it when kaderxl wrote it, by its
    stempel or else what is most like it. `heel` is all that is filled in, moved rows as well.
    """

    dossier: Dossier
    kader: Kader
    huidig: Gelezen
    bestand: str
    data: bytes
    nieuw: Gelezen
    bewijs: Path
    basis: Cellen | None
    op_stempel: bool
    heel: Ingevuld

    @property
    def bekend(self) -> bool:
        """Whether kaderxl kept it itself."""
        return self.bewijs.exists()

    @property
    def bewezen(self) -> tuple[str, ...]:
        """The name under which the matrix says that it was adopted."""
        return (self.bewijs.name,) if self.bewijs.parent == self.dossier.bewijzen else ()

    @property
    def plek(self) -> Plek:
        return Plek(self.bestand)

    def gekozen(self, keuzes: Sequence[str]) -> frozenset[Onderwerp]:
        """What a person chose of it. Raises NietUitgevoerd for what it does not have."""
        kan = _can(self, self.nieuw.ingevuld)
        gelezen = {keuze: lees_keuze(keuze, kan) for keuze in keuzes}
        if onbekend := [keuze for keuze, onderwerp in gelezen.items() if onderwerp is None]:
            mogelijk = ", ".join(map(keuze_van, kan)) or "niets"
            regel = catalogue.KEUZE_NIET_IN_BESTAND
            bevindingen = (regel.bij(self.plek, keuze=k, mogelijk=mogelijk) for k in onbekend)
            raise NietUitgevoerd(*bevindingen)
        return frozenset(filter(None, gelezen.values()))

    def over_de_matrix(
        self, gekozen: frozenset[Onderwerp]
    ) -> tuple[dict[Plaats, Waarde], list[Bevinding]]:
        """The matrix with what is taken of it, and what there is to say."""
        komt, huidig, licht = self.nieuw.ingevuld, self.huidig.ingevuld, self.kader.stoplicht
        if not self.bekend:
            samen, veranderd = merge_three(komt, self.basis, huidig, licht, gekozen)
            return samen, [*self._zeg_basis(), *self._over_het_bestand(samen), *veranderd]
        # What was decided after that must not be undone by an older copy.
        basis = {p: w for p, w in komt.cellen.items() if p[:2] not in gekozen}
        basis |= {p: w for p, w in (self.basis or {}).items() if p[:2] in gekozen}
        staat, terug = self._terug()
        al = [] if terug or gekozen else [self._waarom_niets()]
        samen, veranderd = merge_three(komt, basis, replace(huidig, cellen=staat), licht, gekozen)
        return samen, [*al, *terug, *self.nieuw.te_kiezen, *veranderd]

    def te_kiezen(self, gekozen: frozenset[Onderwerp]) -> tuple[Botsing, ...]:
        """What waits for a person once this is adopted: of before, and of this file."""
        eerder = self.huidig.vastgelegd.te_kiezen
        blijft = [b for b in eerder if (b.veld, b.sleutel) not in gekozen]
        return tuple(dict.fromkeys((*blijft, *self.botsingen(gekozen))))

    def botsingen(self, gekozen: frozenset[Onderwerp]) -> list[Botsing]:
        """What was changed in this file and in the matrix."""
        if self.bekend:
            return []
        komt, huidig, licht = self.nieuw.ingevuld, self.huidig.ingevuld, self.kader.stoplicht
        return find_clashes(komt, self.basis, huidig, licht, gekozen, self.bewijs.name)

    def _over_het_bestand(self, samen: Cellen) -> list[Bevinding]:
        """What is wrong in the file; a besluit that is no colour only where it was taken."""
        ingevuld = self.nieuw.ingevuld
        niet_genomen = {
            plek for p, plek in ingevuld.plekken.items() if samen.get(p) != ingevuld.cellen.get(p)
        }
        zo = catalogue.BESLUIT_ONBEKEND.code
        return [b for b in self.nieuw.bevindingen if b.code != zo or b.plek not in niet_genomen]

    def _terug(self) -> tuple[Cellen, list[Bevinding]]:
        """What the matrix has, and what it lost: where it does not say that this was adopted."""
        overgenomen = {naam[:8] for naam in self.huidig.vastgelegd.overgenomen}
        if not self.bewezen or self.bewijs.name[:8] in overgenomen:
            return self.huidig.ingevuld.cellen, []
        return put_back(self.huidig.ingevuld.cellen, self.nieuw.ingevuld)

    def _waarom_niets(self) -> Bevinding:
        if self.bewezen:
            return catalogue.AL_OVERGENOMEN.bij(self.plek)
        if self.bewijs == self.dossier.matrix:
            return catalogue.NIETS_VERANDERD.bij(self.plek)
        waar = f"matrix/{self.bewijs.parent.name}"
        return catalogue.ZELF_BEWAARD.bij(self.plek, waar=waar)

    def _zeg_basis(self) -> list[Bevinding]:
        """What is to be said of the matrix that it was made from."""
        if self.op_stempel:
            komt = self.nieuw.ingevuld
            gelijk = self.basis == komt.cellen and not komt.betwist
            return [catalogue.NIETS_VERANDERD.bij(self.plek)] if gelijk else []
        if not self.huidig.ingevuld.cellen:
            return []
        vergeleken = "Wat erin is ingevuld gaat voor wat er in de matrix stond."
        if self.basis is not None:
            vergeleken = "We vergeleken het met de matrix die er het meest op lijkt."
        return [catalogue.STEMPEL_ONBEKEND.bij(self.plek, vergeleken=vergeleken)]

    def nagekeken(self, vastgelegd: Vastgelegd, begrepen: Cellen, dag: date) -> list[Bevinding]:
        """What is wrong with what the new matrix bears of it, each at its cell."""
        hier = {p[:2] for p in begrepen}
        alle = self.nieuw.ingevuld.plekken
        plekken = {} if self.bekend else {p: plek for p, plek in alle.items() if p[:2] in hier}
        gevonden = validate_decisions(vastgelegd, self.kader, self.dossier.ronde, dag, plekken)
        return [b for b in gevonden if b.plek != NERGENS]


def find_choices(
    kopie: HandedIn, samen: Cellen, gekozen: frozenset[Onderwerp]
) -> tuple[Keuze, ...]:
    """What would make another matrix than `samen` if somebody chose it as well."""
    kan = _can(kopie, kopie.heel)
    alles = replace(kopie, nieuw=replace(kopie.nieuw, ingevuld=kopie.heel))
    anders = per_onderwerp(alles.over_de_matrix(frozenset(kan))[0])
    nu = per_onderwerp(samen)
    botst = {(b.veld, b.sleutel) for b in kopie.botsingen(gekozen)}
    wacht = _waiting(kopie) - gekozen
    return tuple(
        Keuze(keuze_van(o), naam_van(o), in_woorden(daar), in_woorden(hier), o in botst)
        for o in kan
        if (daar := anders.get(o, {})) != (hier := nu.get(o, {})) or o in wacht
    )


def _can(kopie: HandedIn, ingevuld: Ingevuld) -> list[Onderwerp]:
    """What can be chosen of it where this is what is filled in, in order."""
    hier = {p[:2] for p in (*ingevuld.cellen, *(kopie.basis or ()))} | _waiting(kopie)
    return sorted(hier - ingevuld.betwist, key=op_volgorde)


def _waiting(kopie: HandedIn) -> set[Onderwerp]:
    """Of the matrix itself what waits for a person: that it has nothing of it is a choice too."""
    is_matrix = kopie.bewijs == kopie.dossier.matrix
    return {(b.veld, b.sleutel) for b in kopie.huidig.vastgelegd.te_kiezen if is_matrix}


def read_handed_in(
    werk: Workspace, bestand: Path, oud: bytes, huidig: Gelezen, keuzes: Sequence[str] = ()
) -> HandedIn:
    """The workbook as it was handed in; `oud` is the matrix that is there, read as `huidig`.

    Of rows that were moved nothing is taken but what is in `keuzes`. Raises NietUitgevoerd when it
    cannot be read, or is no matrix of this ronde.
    """
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
    check_belongs(Plek(str(bestand)), gelezen.kenmerk, werk.kader, werk.ronde)
    if gelezen.kenmerk is None:
        check_titles(Plek(str(bestand)), document, werk.kader, werk.ronde)
        welke = say.ronde_in_woorden(werk.ronde)
        zonder = catalogue.MATRIX_ZONDER_KENMERK.bij(Plek(bestand.name), ronde=welke)
        gelezen = replace(gelezen, bevindingen=(zonder, *gelezen.bevindingen))
    gelezen = met_ontbrekende_bladen(gelezen, bestand.name, "de matrix zelf")
    uitgegeven = HandedOut(werk.dossier.uitgegeven)
    content = uitgegeven.find(MATRIX, gelezen.stempel)
    basis = None if content is None else from_content(content)
    op_stempel, heel = basis is not None, gelezen.ingevuld
    if data == oud and basis == gelezen.ingevuld.cellen:
        bewijs = werk.dossier.matrix
    elif basis is not None and not bewijs.exists():
        ingevuld, verhuisd = leave_out_moved(gelezen.ingevuld, basis, keuzes)
        gezegd = (*gelezen.bevindingen, *verhuisd)
        gelezen = replace(gelezen, ingevuld=ingevuld, bevindingen=gezegd)
    if basis is None:
        basis = closest(gelezen.ingevuld.cellen, _uitgegeven(werk.dossier, uitgegeven))
    over = (bestand.name, data, gelezen, bewijs, basis, op_stempel, heel)
    return HandedIn(werk.dossier, werk.kader, huidig, *over)


def _uitgegeven(dossier: Dossier, uitgegeven: HandedOut) -> list[Cellen]:
    """What stood in each matrix that was written, oldest first."""
    gemaakt = {stempel: from_content(inhoud) for stempel, inhoud in uitgegeven.all(MATRIX)}

    def moment(stempel: str) -> float:
        return (dossier.uitgegeven / f"{MATRIX}-{stempel}.json").stat().st_mtime

    return [cellen for s in sorted(gemaakt, key=moment) if (cellen := gemaakt[s]) is not None]


def _bewijs(dossier: Dossier, naam: str, data: bytes) -> Path:
    """Where a workbook is kept once it is adopted; where it is, whatever its name was then."""
    hash_ = hashlib.sha256(data).hexdigest()
    er_is = (*sorted(dossier.bewijzen.glob(f"{hash_[:8]} *")), dossier.bewaarde_matrix(hash_))
    zelfde = (bestand for bestand in er_is if bestand.is_file() and bestand.read_bytes() == data)
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

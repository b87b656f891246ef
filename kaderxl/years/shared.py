"""Pure: what a municipality can lay beside others: the figure of each landelijke code, by year.

A figure is shared where the publication may have it: of all partijen together, and resting on more
than one of them. What one partij answered never is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date

from ..core import labels as l
from ..core.answers import Waarde
from ..core.kader import Indicator, Kader
from ..core.national import Drager, cijfer_van, landelijk_in
from ..core.notation import lees_dag
from ..core.outcome import Matrix, Matrixrij
from ..core.targets import Maat
from ..writing.table import Kolom, Kolomsoort, Tabel
from .measures import Getal, getal_van
from .trends import per_jaar

NAAM = "landelijk"
EEN_PARTIJ, NOG_GEEN = "van één partij", "nog geen cijfer van allen samen"
_GETAL = re.compile(r"-?\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class Gedeeld:
    """The figure of one municipality under a landelijke code in one year.

    `waarde` is None where there is none to share, and `waarom` then says why. `heel` tells that the
    ronde closes its year; `ronde` is "" for a gap. `vastgesteld` is the day on which the BO set it.
    """

    gemeente: str
    kader: str
    landelijk: str
    omschrijving: str
    eenheid: str
    telt_op: bool
    jaar: int
    ronde: str = ""
    heel: bool = False
    vastgesteld: date | None = None
    waarde: Getal | None = None
    waarom: str = ""
    fictief: bool = False


def shared_in(matrix: Matrix) -> Iterator[Gedeeld]:
    """What one ronde shares, in the order of the template."""
    per_code = {rij.indicator.code: rij for rij in matrix.rijen}
    for code, (drager, maat) in _gevraagd(matrix.kader, matrix.ronde.jaar).items():
        rij = per_code.get(maat.delen[0].indicator)
        waarde = _waarde(maat, rij) if rij else None
        meer = rij is None or rij.is_van_meer(maat.delen)
        yield Gedeeld(
            *_wat(matrix.kader, code, drager, maat),
            jaar=matrix.ronde.jaar,
            ronde=str(matrix.ronde),
            heel=matrix.ronde.fase.sluit,
            vastgesteld=lees_dag(matrix.vastgelegd.vastgesteld),
            waarde=waarde if meer else None,
            waarom="" if meer and waarde is not None else NOG_GEEN if meer else EEN_PARTIJ,
            fictief=matrix.fictief,
        )


def shared_over(rondes: Sequence[Matrix]) -> Iterator[Gedeeld]:
    """What the rondes (oldest first) share of every year; a year without one is a gap."""
    spreekt, nu = per_jaar(rondes), rondes[-1]
    for jaar in range(nu.kader.looptijd[0], nu.ronde.jaar + 1):
        if matrix := spreekt.get(jaar):
            yield from shared_in(matrix)
            continue
        for code, (drager, maat) in _gevraagd(nu.kader, jaar).items():
            wat = _wat(nu.kader, code, drager, maat)
            yield Gedeeld(*wat, jaar=jaar, waarom=l.GEEN_RONDE, fictief=nu.fictief)


def _gevraagd(kader: Kader, jaar: int) -> Mapping[str, tuple[Drager, Maat]]:
    """What can be counted of what has a landelijke code in a year."""
    maten = {c: (d, cijfer_van(kader, d)) for c, d in landelijk_in(kader, jaar).items()}
    return {
        code: (drager, maat)
        for code, (drager, maat) in maten.items()
        if maat is not None and (maat.soort is None or maat.soort.is_getal)
    }


def _wat(
    kader: Kader, code: str, drager: Drager, maat: Maat
) -> tuple[str, str, str, str, str, bool]:
    woorden = maat.naam
    if isinstance(drager, Indicator) and len(maat.delen) > 1:
        woorden = f"{drager.tekst}, {maat.naam.lower()}"
    telt_op = maat.soort is not None and all(m.telt_op for m in maat.delen)
    van = kader.instellingen
    return van.gemeente, van.kader, code, woorden, maat.eenheid, telt_op


def _waarde(maat: Maat, rij: Matrixrij) -> Getal | None:
    """The complete figure, as the matrix has it."""
    if len(maat.delen) == 1:
        return getal_van(maat.delen[0], rij.standen)
    eigen = (rij.indicator.code, maat.naam)
    standen = (s for s in rij.standen if (s.code, s.omschrijving) == eigen and s.volledig)
    return next((s.waarde for s in standen), None)


_KOLOMMEN: Mapping[str, Kolom] = {
    "gemeente": Kolom("gemeente", "De gemeente.", breedte=22),
    "kader": Kolom("kader", "De overeenkomst.", breedte=34),
    "landelijk": Kolom("landelijk", "De code waaronder ook andere het hebben.", breedte=20),
    "omschrijving": Kolom("omschrijving", "Hoe deze gemeente het noemt.", breedte=40),
    "eenheid": Kolom("eenheid", "Waarin geteld is.", breedte=14),
    "telt_op": Kolom(
        "telt op", "Of het met andere gemeenten is op te tellen.", Kolomsoort.JA_NEE, breedte=9
    ),
    "jaar": Kolom("jaar", "Het jaar waar het over gaat.", Kolomsoort.GEHEEL, breedte=8),
    "ronde": Kolom("ronde", "De ronde die dit van dat jaar zegt; leeg als er geen is.", breedte=18),
    "heel": Kolom(
        "heel jaar", "Of die ronde het jaar afsluit; anders telt het niet mee.", Kolomsoort.JA_NEE,
        breedte=9,
    ),
    "vastgesteld": Kolom(
        "vastgesteld", "Dag waarop het BO de ronde vaststelde; leeg als dat nog moet.",
        Kolomsoort.DATUM,
    ),
    "waarde": Kolom(
        "waarde", "Het cijfer van alle partijen samen; leeg als het er niet is.", Kolomsoort.GETAL
    ),
    "waarom": Kolom("waarom niet", "Waarom er geen waarde staat.", breedte=30),
    "fictief": Kolom("fictief", "Of dit een verzonnen voorbeeld is.", Kolomsoort.JA_NEE, breedte=9),
}  # fmt: skip
SLEUTEL = ("gemeente", "landelijk", "eenheid", "jaar")
_NODIG = ("gemeente", "landelijk", "jaar", "waarde")


def shared_table(cijfers: Iterable[Gedeeld]) -> Tabel:
    """The table of what is shared: in a publication, over the years, and of many municipalities."""
    rijen = tuple(tuple(getattr(c, veld) for veld in _KOLOMMEN) for c in cijfers)
    titel = "Cijfers onder een landelijke code, om naast die van andere gemeenten te leggen"
    return Tabel(NAAM, titel, tuple(_KOLOMMEN.values()), rijen, SLEUTEL)


def read_shared(rij: Mapping[str, Waarde]) -> Gedeeld | None:
    """A row of that table read back, by its headers; None for what cannot be one.

    It may come from a csv, so that everything in it is text.
    """
    try:
        gelezen = {f.name: _lees(f.name, rij.get(_KOLOMMEN[f.name].titel)) for f in fields(Gedeeld)}
    except ValueError:
        return None
    heel = all(gelezen[_veld] not in (None, "") for _veld in ("gemeente", "landelijk", "jaar"))
    return Gedeeld(**gelezen) if heel else None  # type: ignore[arg-type]


def has_shared(koppen: Iterable[str]) -> bool:
    """Whether these can be the headers of that table."""
    return set(_NODIG) <= {*koppen}


def _lees(veld: str, waarde: Waarde) -> Waarde:
    """One cell; raises ValueError when it is not what its column holds."""
    soort, tekst = _KOLOMMEN[veld].soort, "" if waarde is None else str(waarde).strip()
    if soort is Kolomsoort.JA_NEE:
        return waarde is True or tekst == "ja"
    if soort is Kolomsoort.DATUM:
        return date.fromisoformat(tekst) if tekst else None
    if soort in (Kolomsoort.GETAL, Kolomsoort.GEHEEL):
        if tekst and not _GETAL.fullmatch(tekst):
            raise ValueError(tekst)
        getal = float(tekst) if tekst else None
        return int(getal) if getal is not None and getal.is_integer() else getal
    return tekst

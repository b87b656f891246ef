"""Days on which sheets are due that are no working day: nobody is there to hand in, or to help."""

from __future__ import annotations

from collections.abc import Iterator

from ..core import catalogue, labels as l
from ..core.kader import Kader
from ..core.notation import noem_enkele, plat, schrijf_dag
from ..core.rounds import Bevinding, Fase, Plek
from ..reading import Document
from .cells import Bladen
from .planning import inleverdag

_WEEKEND = {5: "zaterdag", 6: "zondag"}
_INSTELLINGEN = {
    Fase.EVALUATIE: "inleveren evaluatie",
    Fase.TUSSENSTAND: "inleveren tussenstand",
}


def due_in_a_weekend(bestand: str, document: Document, kader: Kader) -> Iterator[Bevinding]:
    """A finding of each kind of ronde that is due on a Saturday or Sunday in some of its years."""
    van, tm = kader.looptijd
    per_fase: dict[Fase, list[str]] = {}
    for ronde in (r for jaar in range(van, tm + 1) for r in kader.cyclus.van(jaar)):
        dag = inleverdag(kader, ronde)
        if dag and (naam := _WEEKEND.get(dag.weekday())):
            per_fase.setdefault(ronde.fase, []).append(f"{naam} {schrijf_dag(dag)}")
    bladen = Bladen(bestand, document)
    for fase, dagen in per_fase.items():
        velden = {"ronde": fase.met_lidwoord, "dagen": noem_enkele(dagen)}
        yield catalogue.INLEVEREN_IN_WEEKEND.bij(_plek(bladen, fase), **velden)


def _plek(bladen: Bladen, fase: Fase) -> Plek:
    """Where the day of a ronde is written: on Rondes, else on Instellingen."""
    for rij in bladen.rijen(l.RONDES):
        if plat(rij.tekst("ronde")) == plat(fase) and rij.cel("inleveren"):
            return rij.tabel.plek(rij.cel("inleveren"))
    naam = _INSTELLINGEN.get(fase, "")
    for rij in bladen.rijen(l.INSTELLINGEN):
        if plat(rij.tekst("instelling")) == naam:
            return rij.tabel.plek(rij.cel("waarde"))
    return Plek(bladen.bestand)

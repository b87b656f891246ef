"""What stands in the cells of a matrix, in words, wherever it is written out."""

from __future__ import annotations

from datetime import date

from ..core import labels as l
from ..core import phrases as say
from ..core.answers import Voorzet, Waarde
from ..core.kader import Indicator, Partij
from ..core.notation import schrijf_dag
from ..core.outcome import Matrix, Matrixrij
from .grounds import gebundeld, kleur_met_reden, kleur_van


def titel_van(matrix: Matrix) -> str:
    """`Monitoringsmatrix evaluatie 2026, Kaderafspraken …`; a made-up one says so first."""
    kader = matrix.kader.instellingen.kader
    titel = f"Monitoringsmatrix {say.naam_van(matrix.ronde)}, {kader}"
    return f"{l.FICTIEF}. {titel}" if matrix.fictief else titel


def status_van(matrix: Matrix) -> str:
    """Whether the BO has set it, and when."""
    dag = matrix.vastgelegd.vastgesteld
    if isinstance(dag, date):
        return f"vastgesteld door het bestuurlijk overleg op {schrijf_dag(dag)}"
    return "concept, niet vastgesteld door het bestuurlijk overleg"


def partijen_van(matrix: Matrix) -> list[Partij]:
    """The partijen of the year of the ronde."""
    return [p for p in matrix.kader.partijen if p.actief(matrix.ronde.jaar)]


def woord_van(matrix: Matrix, nummer: int) -> str:
    """The word of an afspraak as the matrix shows it, also where there is no colour."""
    if woord := matrix.woord(nummer):
        return woord
    return l.NIET_INGEVULD if matrix.actief(nummer) else f"Niet in {matrix.ronde.jaar}"


def voorstel_van(matrix: Matrix, indicator: Indicator, rij: Matrixrij | None) -> str:
    """The voorstel for an indicator, or why there is none."""
    if rij is not None and rij.voorstel:
        return str(rij.voorstel)
    if indicator.open:
        return "Open vraag"
    return l.NIET_INGEVULD if rij is not None else f"Niet in {matrix.ronde.jaar}"


def inbreng_in_woorden(rij: Matrixrij | None, partij: str) -> str:
    """The colour that a partij (code) gave; a dash when it was not asked."""
    if rij is None or partij not in rij.inbreng:
        return l.NIET_GEVRAAGD
    return str(kleur_van(rij.inbreng[partij]))


def antwoord_van(voorzet: Voorzet, meetwaarde: str) -> Waarde:
    """The value given to a meetwaarde (code); what has no one reading as it was written."""
    antwoord = voorzet.waarden[meetwaarde]
    return antwoord.waarde if antwoord.waarde is not None else antwoord.veld.tekst


def toelichting_van(matrix: Matrix, rij: Matrixrij) -> str:
    """Each partij's words, with its colour and reason in front; equal words once."""
    namen = {p.code: p.naam for p in matrix.kader.partijen}
    met_tekst = [
        (namen[code], voorzet)
        for code, voorzet in rij.inbreng.items()
        if voorzet is not None and voorzet.toelichting
    ]
    return "\n".join(gebundeld(met_tekst, kleur_met_reden))

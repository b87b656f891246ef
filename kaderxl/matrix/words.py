"""What stands in the cells of a matrix, in words, wherever it is written out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ..core import labels as l, phrases as say
from ..core.answers import Reactie, Voorzet, Waarde
from ..core.colour import Beoordeling
from ..core.kader import Indicator, Kader, Partij
from ..core.notation import lees_datum, lees_reden, schrijf_dag, schrijf_datum, schrijf_opsomming
from ..core.numbering import Nummer
from ..core.outcome import Besluit, Matrix, Matrixrij
from ..core.targets import Doelstand
from .grounds import gebundeld, kleur_met_woorden, kleur_van, zonder_antwoord

OUDER = "Akkoord met een eerdere voorzet"
"""The word for who agreed to what the trekker has changed since."""


def titel_van(matrix: Matrix) -> str:
    """`Monitoringsmatrix evaluatie 2026, Kaderafspraken …`; a made-up one says so first."""
    kader = matrix.kader.instellingen.kader
    titel = f"Monitoringsmatrix {say.naam_van(matrix.ronde)}, {kader}"
    return f"{l.FICTIEF}. {titel}" if matrix.fictief else titel


def status_van(matrix: Matrix) -> str:
    """Whether the BO has set it, and when."""
    dag, bo = matrix.vastgelegd.vastgesteld, matrix.kader.instellingen.bestuurlijk_overleg.zinsdeel
    if isinstance(dag, date):
        return f"vastgesteld door {bo} op {schrijf_dag(dag)}"
    return f"concept, niet vastgesteld door {bo}"


def partijen_van(matrix: Matrix) -> list[Partij]:
    """The partijen of the year of the ronde."""
    return [p for p in matrix.kader.partijen if p.actief(matrix.ronde.jaar)]


def woord_van(matrix: Matrix, nummer: Nummer) -> str:
    """The word of an afspraak as the matrix shows it, also where there is no colour."""
    if woord := matrix.woord(nummer):
        return woord
    return l.NIET_INGEVULD if matrix.actief(nummer) else f"Niet in {matrix.ronde.jaar}"


def verschil_van(matrix: Matrix, rij: Matrixrij) -> str:
    """How it stands with what differs in a row; a dash where nothing does."""
    if not rij.verschillen:
        return "–"
    if rij.open_verschillen:
        return l.VERSCHIL
    besloot = matrix.kader.instellingen.zeg(l.BO_BESLOOT)
    return l.BESPROKEN if all(v.besproken for v in rij.verschillen) else besloot


IS_VOORSTEL = "voorstel"


def is_besluit(matrix: Matrix) -> str:
    """What is said of a word that the BO set: `besluit BO`."""
    return matrix.kader.instellingen.zeg("besluit BO")


def gezet_van(matrix: Matrix, nummer: Nummer) -> str:
    """Whether the word of an afspraak was set by the BO or is a voorstel; a dash for neither."""
    besluit = matrix.besluiten.get(nummer)
    if besluit and besluit.kleur:
        return is_besluit(matrix)
    return IS_VOORSTEL if matrix.woord(nummer) else "–"


def besluit_in_woorden(matrix: Matrix, nummer: Nummer) -> str:
    """`besluit BO 12-3-2027; reden: a – vertraagd`: what the BO set, and its own reason."""
    besluit = matrix.besluiten.get(nummer)
    if besluit is None or not besluit.kleur:
        return gezet_van(matrix, nummer)
    kleur = matrix.kader.stoplicht.lees(besluit.kleur)
    letter = als_letter(kleur, besluit.reden)
    woorden = kleur.redenen.get(letter.lower(), "") if kleur else ""
    reden = f"{letter.lower()} – {woorden}" if woorden else letter
    dag = lees_datum(besluit.datum) if isinstance(besluit.datum, (date, int, float)) else None
    datum = schrijf_datum(dag) if dag else str(besluit.datum or "").strip()
    erbij = f"; reden: {reden}" if reden else ""
    return f"{is_besluit(matrix)}{f' {datum}' if datum else ''}{erbij}"


def als_letter(kleur: Beoordeling | None, reden: str) -> str:
    """The letter of a reason that was chosen from the list; one's own words as they are."""
    redenen = kleur.redenen if kleur else {}
    uit_de_lijst = {f"{letter} – {woorden}".lower(): letter for letter, woorden in redenen.items()}
    return uit_de_lijst.get(reden.strip().lower(), reden.strip())


def reden_in_woorden(kader: Kader, besluit: Besluit) -> str:
    """The reason as the agreement words it; one of its own stays as it was written."""
    kleur = kader.stoplicht.lees(besluit.kleur)
    redenen = kleur.redenen if kleur else {}
    letter = lees_reden(besluit.reden, redenen) if besluit.reden else None
    return redenen[letter] if letter else besluit.reden


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
    voorzet = rij.inbreng[partij]
    if voorzet is None:
        return zonder_antwoord(rij, partij)
    if voorzet.reactie and voorzet.ouder and voorzet.beoordeling is None:
        return OUDER
    return str(kleur_van(voorzet))


def antwoord_van(voorzet: Voorzet, meetwaarde: str) -> Waarde:
    """The value given to a meetwaarde (code); what has no one reading as it was written."""
    antwoord = voorzet.waarden[meetwaarde]
    return antwoord.waarde if antwoord.waarde is not None else antwoord.veld.tekst


def doelen_van(matrix: Matrix, indicator: str) -> list[Doelstand]:
    """How the doelen of an indicator (code) stand that still lie ahead, and those not reached."""
    standen = matrix.terugblik.doelen.get(indicator, ())
    return [s for s in standen if s.doel.tm_jaar >= matrix.ronde.jaar or s.oordeel.niet]


def doelen_in_woorden(matrix: Matrix, indicator: str) -> str:
    """A line a doel: `op koers: 42 woningen t/m 2027 (naar rato 40)`, with its year where there
    are more."""
    standen = doelen_van(matrix, indicator)
    namen = {p.code: p.naam for p in matrix.kader.partijen}
    if len(standen) == 1:
        return standen[0].in_woorden
    return "\n".join(
        f"t/m {s.doel.tm_jaar}{f', {namen[s.doel.partij]}' if s.doel.partij else ''}: "
        f"{s.in_woorden}"
        for s in standen
    )


def toelichting_van(matrix: Matrix, rij: Matrixrij) -> str:
    """What `toelichtingen_van` has, a line each."""
    return "\n".join(toelichtingen_van(matrix, rij))


def toelichtingen_van(matrix: Matrix, rij: Matrixrij) -> list[str]:
    """Each partij's words, with its colour and reason in front; equal words once.

    What came back after its printed years says so first. Where there is a trekker: its voorzet,
    who is akkoord, who is not and why, who said nothing.
    """
    namen = {p.code: p.naam for p in matrix.kader.partijen}
    gegeven = [(namen[code], voorzet) for code, voorzet in rij.inbreng.items() if voorzet]
    met_tekst = [(naam, v) for naam, v in gegeven if v.toelichting]
    door = say.doorgeschoven(rij.indicator, matrix.ronde.jaar)
    kop = [f"{door[0].upper()}{door[1:]}"] if door else []
    if not rij.trekker:
        return [*kop, *gebundeld(met_tekst, kleur_met_woorden)]
    stil = [namen[code] for code, voorzet in rij.inbreng.items() if not voorzet]
    stil = [naam for naam in stil if naam != namen[rij.trekker] and rij.inbreng[rij.trekker]]
    rond = _rond_de_voorzet(namen[rij.trekker], gegeven)
    return [*kop, *rond, *_namen(l.NIET_GEREAGEERD, stil)]


def _rond_de_voorzet(trekker: str, gegeven: Sequence[tuple[str, Voorzet]]) -> Iterator[str]:
    """`Voorzet van Noordbouw (Groen): …`, `Akkoord: …`, `Niet akkoord van Zuidwonen (Rood): …`."""
    for naam, voorzet in gegeven:
        if naam == trekker:
            yield f"Voorzet van {gebundeld([(naam, voorzet)], kleur_met_woorden)[0]}"
    eens = [(n, v) for n, v in gegeven if v.reactie is Reactie.AKKOORD and not v.ouder]
    yield from _namen(Reactie.AKKOORD, [n for n, v in eens if not v.toelichting])
    for naam, voorzet in eens:
        if voorzet.toelichting:
            yield f"{Reactie.AKKOORD} van {naam}: {voorzet.toelichting}"
    yield from _namen(OUDER, [n for n, v in gegeven if v.reactie is Reactie.AKKOORD and v.ouder])
    for naam, voorzet in gegeven:
        zelf = voorzet.reactie is None and naam != trekker
        if voorzet.reactie is Reactie.NIET_AKKOORD or zelf:
            wat = "Eigen antwoord" if zelf else str(Reactie.NIET_AKKOORD)
            ouder = ", bij een eerdere voorzet" if voorzet.ouder else ""
            wie = gebundeld([(naam, voorzet)], kleur_met_woorden)[0]
            yield f"{wat} van {wie}{ouder}"


def _namen(wat: str, namen: Sequence[str]) -> Iterator[str]:
    if namen:
        yield f"{wat}: {schrijf_opsomming(namen)}"

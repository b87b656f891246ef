"""Pure: a ronde beside the ones before it: colours year by year, and how far a target is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..core import labels as l
from ..core import phrases as say
from ..core.kader import Combineren, Doel, Indicator, Meetwaarde, Rol
from ..core.outcome import (
    Kleurpunt,
    Matrix,
    Matrixrij,
    Meter,
    Meterjaar,
    Meterpost,
    Stand,
    Terugblik,
    Trend,
)
from ..core.rounds import Fase, Ronde
from ..core.sums import tel_op
from ..core.traffic_light import Stoplicht, verenigd
from .lineage import indicatorlijnen, meetwaardelijnen

Getal = int | float
TEKEN = {Rol.PLUS: 1, Rol.MIN: -1}


def look_back(matrix: Matrix, earlier: Sequence[Matrix]) -> Terugblik:
    """What the rondes before say about this one; their order does not matter."""
    rondes = op_volgorde((*earlier, matrix))
    trends = {a.nummer: trend(a.nummer, rondes) for a in matrix.kader.afspraken}
    licht = verenigd(m.kader.stoplicht for m in rondes)
    return Terugblik(trends, tuple(_meters(rondes)), licht)


def op_volgorde(rondes: Iterable[Matrix]) -> list[Matrix]:
    """Oldest first: a tussenstand comes before the evaluatie of its year."""
    return sorted(rondes, key=lambda m: m.ronde.peildatum)


def per_jaar(rondes: Sequence[Matrix]) -> Mapping[int, Matrix]:
    """The ronde that speaks for each year: the evaluatie, else the tussenstand."""
    return {m.ronde.jaar: m for m in rondes}


def afgesloten(matrix: Matrix, rondes: Sequence[Matrix]) -> bool:
    """Whether a ronde tells all there is to tell of its year: an evaluatie, or the newest."""
    return matrix.ronde.fase is Fase.EVALUATIE or matrix is rondes[-1]


def opgeteld(
    waarden: Mapping[int, Getal | None], rondes: Sequence[Matrix]
) -> dict[int, Getal | None]:
    """What years come to together; None from the first that is not known, or not closed."""
    klaar = {jaar for jaar, matrix in per_jaar(rondes).items() if afgesloten(matrix, rondes)}
    telbaar = (waarde if jaar in klaar else None for jaar, waarde in waarden.items())
    return dict(zip(waarden, doorgeteld(telbaar), strict=True))


def doorgeteld(waarden: Iterable[Getal | None]) -> Iterator[Getal | None]:
    """Running totals; None from the first gap on."""
    totaal: Getal | None = 0
    for waarde in waarden:
        totaal = None if totaal is None or waarde is None else tel_op((totaal, waarde))
        yield totaal


def trend(nummer: int, rondes: Sequence[Matrix]) -> Trend:
    """The colours of an afspraak over the rondes (oldest first), gaps between them included."""
    bekend = {m.ronde: m for m in rondes}
    punten = tuple(
        kleurpunt(bekend[ronde], nummer) if ronde in bekend else Kleurpunt(ronde, "", False)
        for ronde in met_gaten(bekend)
    )
    return Trend(nummer, punten, _reeks(punten, rondes[-1].kader.stoplicht))


def met_gaten(rondes: Iterable[Ronde]) -> list[Ronde]:
    """The rondes, and each evaluatie that is missing before the last of them.

    A tussenstand that was not held leaves no gap: the evaluatie tells of the whole year.
    """
    gehouden = sorted(set(rondes), key=lambda r: r.peildatum)
    eerste, laatste = gehouden[0], gehouden[-1]
    verwacht = {Ronde(jaar) for jaar in range(eerste.jaar, laatste.jaar)}
    return sorted({*gehouden, *verwacht}, key=lambda r: r.peildatum)


def kleurpunt(matrix: Matrix, nummer: int) -> Kleurpunt:
    """The besluit on an afspraak, else its voorstel, else why there is none."""
    besluit = matrix.besluiten.get(nummer)
    if besluit is not None and besluit.kleur:
        return Kleurpunt(matrix.ronde, besluit.kleur, True)
    if not matrix.actief(nummer):
        return Kleurpunt(matrix.ronde, say.niet_in(matrix.ronde.jaar), False)
    voorstel = matrix.voorstellen.get(nummer)
    return Kleurpunt(matrix.ronde, str(voorstel or l.NIET_INGEVULD), False)


def _reeks(punten: Sequence[Kleurpunt], licht: Stoplicht) -> str:
    """`3e jaar oranje`: years in a row by their evaluatie, the newest by the ronde at hand."""
    nu = punten[-1]
    if nu.kleur not in licht.focus:
        return ""
    jaren = jaren_op_rij(punten, nu.ronde, nu.kleur)
    return f"{jaren}e jaar {nu.kleur.lower()}" if jaren > 1 else ""


def jaren_op_rij(punten: Iterable[Kleurpunt], ronde: Ronde, kleur: str) -> int:
    """For how many years in a row it is this colour, should it be so in this ronde."""
    van_jaar = {p.ronde.jaar: p.kleur for p in punten if p.ronde.fase is Fase.EVALUATIE}
    jaren = 1
    while van_jaar.get(ronde.jaar - jaren) == kleur:
        jaren += 1
    return jaren


def _meters(rondes: Sequence[Matrix]) -> Iterator[Meter]:
    """A meter for each line of indicatoren that adds numbers up and has a target in numbers.

    Its indicator bears the code of the first with a target, and names every part of the line.
    """
    kader = rondes[-1].kader
    per_indicator = indicatorlijnen([m.kader for m in rondes])
    gedaan: set[str] = set()
    for doel in kader.doelen:
        lijn = per_indicator[doel.indicator]
        telt = [m for i in lijn for m in kader.meetwaarden_van(i) if m.rol in TEKEN]
        if not _is_getal(doel) or doel.indicator in gedaan or not telt:
            continue
        gedaan |= lijn
        indicator = next(i for i in kader.indicatoren if i.code == doel.indicator)
        samen = [i.tekst for i in kader.actief(rondes[-1].ronde.jaar) if i.code in lijn]
        yield Meter(
            replace(indicator, tekst=" en ".join(samen) or indicator.tekst),
            telt[0].soort,
            telt[0].eenheid,
            tuple(_meterjaren(lijn, rondes)),
            tuple(_doelen(lijn, kader.doelen)),
            tuple(_plannen(indicator, rondes[-1])),
        )


def _is_getal(doel: Doel) -> bool:
    """Whether it is a target in numbers of all partijen together."""
    return not doel.partij and (doel.minimum is not None or doel.maximum is not None)


def _doelen(lijn: frozenset[str], doelen: Iterable[Doel]) -> Iterator[Doel]:
    """The targets of a line; of one that was split those of its parts are added up by year."""
    eigen = [d for d in doelen if d.indicator in lijn and _is_getal(d)]
    if len({d.indicator for d in eigen}) == 1:
        yield from eigen
        return
    for jaar in dict.fromkeys(d.tm_jaar for d in eigen):
        delen = [d for d in eigen if d.tm_jaar == jaar]
        minimum, maximum = som(d.minimum for d in delen), som(d.maximum for d in delen)
        yield replace(delen[0], minimum=minimum, maximum=maximum)


def som(getallen: Iterable[Getal | None]) -> Getal | None:
    """The sum; None as soon as one of them is not known."""
    return list(doorgeteld((0, *getallen)))[-1]


def _meterjaren(lijn: frozenset[str], rondes: Sequence[Matrix]) -> Iterator[Meterjaar]:
    """The years in which the line is asked, from the start of the looptijd on."""
    laatste, namen, spreekt = rondes[-1], _namen(rondes), per_jaar(rondes)
    jaren = [
        _meterjaar(jaar, spreekt.get(jaar), lijn, namen)
        for jaar in range(laatste.kader.looptijd[0], laatste.ronde.jaar + 1)
        if wordt_gevraagd(lijn, jaar, spreekt.get(jaar), rondes)
    ]
    totalen = opgeteld({jaar.jaar: jaar.netto for jaar in jaren}, rondes)
    for jaar in jaren:
        yield replace(jaar, cumulatief=totalen[jaar.jaar])


def wordt_gevraagd(
    lijn: frozenset[str], jaar: int, matrix: Matrix | None, rondes: Sequence[Matrix]
) -> bool:
    """Whether a year adds to a line of indicatoren; of a year without a ronde the kaders say.

    Where every partij only confirms that it is done, nothing is added.
    """
    if matrix is None:
        indicatoren = (i for m in rondes for i in m.kader.indicatoren if i.code in lijn)
        return any(jaar in i.jaren and not i.open for i in indicatoren)
    return any(_vraagt_waarden(r) for r in rijen_van(lijn, matrix))


def rijen_van(lijn: frozenset[str], matrix: Matrix) -> list[Matrixrij]:
    return [r for r in matrix.rijen if r.indicator.code in lijn and not r.indicator.open]


def _vraagt_waarden(rij: Matrixrij) -> bool:
    return not all(v is not None and v.bevestiging for v in rij.inbreng.values())


def _meterjaar(
    jaar: int, matrix: Matrix | None, lijn: frozenset[str], namen: Mapping[str, str]
) -> Meterjaar:
    if matrix is None:
        return Meterjaar(jaar, ())
    delen: dict[str, Getal | None] = {}
    bijdragen: list[Getal | None] = []
    for rij in rijen_van(lijn, matrix):
        for m in matrix.kader.meetwaarden_van(rij.indicator.code):
            if m.rol in TEKEN and _vraagt_waarden(rij):
                waarde = getal_van(m, rij.standen)
                naam = namen[m.code]
                delen[naam] = som((delen[naam], waarde)) if naam in delen else waarde
                bijdragen.append(bijdrage(m, rij.standen))
    posten = tuple(Meterpost(naam, waarde) for naam, waarde in delen.items())
    netto = som(bijdragen) if bijdragen else None
    return Meterjaar(jaar, posten, netto, ronde=matrix.ronde)


def _namen(rondes: Sequence[Matrix]) -> dict[str, str]:
    """What the newest kader calls each meetwaarde, or the one that took its place."""
    namen = {m.code: m.omschrijving for matrix in rondes for m in matrix.kader.meetwaarden}
    kader, jaar = rondes[-1].kader, rondes[-1].ronde.jaar
    nieuwste = {m.code for i in kader.actief(jaar) for m in kader.meetwaarden_van(i.code)}
    per_meetwaarde = meetwaardelijnen([matrix.kader for matrix in rondes])
    for code, lijn in per_meetwaarde.items():
        opvolgers = lijn & nieuwste
        if code not in nieuwste and len(opvolgers) == 1:
            namen[code] = namen[next(iter(opvolgers))]
    return namen


def getal_van(meetwaarde: Meetwaarde, standen: Sequence[Stand]) -> Getal | None:
    """The one complete number of a meetwaarde; None as long as there is none.

    A sum of which no part applies is 0, as it is in the matrix.
    """
    stand = next((s for s in standen if s.code == meetwaarde.code), None)
    if stand is None or not stand.volledig:
        return None
    telt_op = meetwaarde.combineren is Combineren.SOM and meetwaarde.telt_op
    return 0 if telt_op and stand.waarde is None else stand.waarde


def bijdrage(meetwaarde: Meetwaarde, standen: Sequence[Stand]) -> Getal | None:
    """What a meetwaarde adds to the netto, or takes from it."""
    waarde = getal_van(meetwaarde, standen)
    return None if waarde is None or meetwaarde.rol is None else waarde * TEKEN[meetwaarde.rol]


def _plannen(indicator: Indicator, matrix: Matrix) -> Iterator[Meterpost]:
    """What this ronde reports as plans of the same afspraak; never added to what is delivered."""
    for rij in matrix.rijen:
        if rij.indicator.afspraak == indicator.afspraak:
            for m in matrix.kader.meetwaarden_van(rij.indicator.code):
                if m.rol is Rol.PLAN:
                    yield Meterpost(m.omschrijving, getal_van(m, rij.standen))

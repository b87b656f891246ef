"""Pure: a ronde beside the ones before it: colours year by year, and how far a target is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..core import labels as l, phrases as say
from ..core.kader import Doel, Indicator, Kader, Meetwaarde, Rol
from ..core.notation import schrijf_opsomming
from ..core.numbering import Nummer
from ..core.outcome import (
    Kleurpunt,
    Matrix,
    Matrixrij,
    Meter,
    Meterjaar,
    Meterpost,
    Terugblik,
    Trend,
)
from ..core.rounds import Ronde
from ..core.targets import Maat, maat_van
from ..core.traffic_light import Stoplicht, verenigd
from .beginning import beginstand_van, wanneer
from .lineage import indicatorlijnen, meetwaardelijnen
from .measures import (
    Getal,
    Meting,
    doorgeteld,
    getal_van,
    rijen_van,
    som,
    telt,
    van_allen,
)


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
    return matrix.ronde.fase.sluit or matrix is rondes[-1]


def opgeteld(
    waarden: Mapping[int, Getal | None], rondes: Sequence[Matrix]
) -> dict[int, Getal | None]:
    """What years come to together; None from the first that is not known, or not closed."""
    klaar = {jaar for jaar, matrix in per_jaar(rondes).items() if afgesloten(matrix, rondes)}
    telbaar = (waarde if jaar in klaar else None for jaar, waarde in waarden.items())
    return dict(zip(waarden, doorgeteld(telbaar), strict=True))


def trend(nummer: Nummer, rondes: Sequence[Matrix]) -> Trend:
    """The colours of an afspraak over the rondes (oldest first), gaps between them included."""
    bekend = {m.ronde: m for m in rondes}
    punten = tuple(
        kleurpunt(bekend[ronde], nummer) if ronde in bekend else Kleurpunt(ronde, "", False)
        for ronde in met_gaten(bekend, rondes[-1].kader)
    )
    licht = verenigd(m.kader.stoplicht for m in rondes)
    return Trend(nummer, punten, _reeks(punten, licht))


def met_gaten(rondes: Iterable[Ronde], kader: Kader) -> list[Ronde]:
    """The rondes, and for each year before the last of them that none closed the one that should.

    A tussenstand that was not held leaves no gap: the evaluatie tells of the whole year.
    """
    gehouden = sorted(set(rondes), key=lambda r: r.peildatum)
    eerste, laatste = gehouden[0], gehouden[-1]
    dicht = {ronde.jaar for ronde in gehouden if ronde.fase.sluit}
    open_ = (jaar for jaar in range(eerste.jaar, laatste.jaar) if jaar not in dicht)
    verwacht = {r for jaar in open_ if (r := kader.cyclus.sluitend(jaar))}
    return sorted({*gehouden, *verwacht}, key=lambda r: r.peildatum)


def kleurpunt(matrix: Matrix, nummer: Nummer) -> Kleurpunt:
    """The besluit on an afspraak, else its voorstel, else why there is none."""
    besluit = matrix.besluiten.get(nummer)
    if besluit is not None and besluit.kleur:
        return Kleurpunt(matrix.ronde, besluit.kleur, True)
    if not matrix.actief(nummer):
        return Kleurpunt(matrix.ronde, say.niet_in(matrix.ronde.jaar), False)
    voorstel = matrix.voorstellen.get(nummer)
    return Kleurpunt(matrix.ronde, str(voorstel or l.NIET_INGEVULD), False)


def _reeks(punten: Sequence[Kleurpunt], licht: Stoplicht) -> str:
    """How long it is a focuspunt; "" for what is none, or is one for the first year."""
    nu = punten[-1]
    kleuren = op_rij(punten, nu.ronde, nu.kleur, licht)
    return jaren_op_rij(kleuren) if nu.kleur in licht.focus and len(kleuren) > 1 else ""


def op_rij(punten: Iterable[Kleurpunt], ronde: Ronde, kleur: str, licht: Stoplicht) -> list[str]:
    """The colours of the years in a row in which it is a focuspunt, should it have this colour in
    this ronde: this one first. A year speaks by its evaluatie."""
    van_jaar = {p.ronde.jaar: p.kleur for p in punten if p.ronde.fase.sluit}
    kleuren = [kleur]
    while (eerder := van_jaar.get(ronde.jaar - len(kleuren))) in licht.focus:
        kleuren.append(str(eerder))
    return kleuren


def jaren_op_rij(kleuren: Sequence[str]) -> str:
    """`3e jaar oranje`, and `2e jaar oranje of rood` where it was Oranje and now is Rood."""
    namen = dict.fromkeys(kleur.lower() for kleur in reversed(kleuren))
    return f"{len(kleuren)}e jaar {schrijf_opsomming([*namen], 'of')}"


def _meters(rondes: Sequence[Matrix]) -> Iterator[Meter]:
    """A meter for each figure of a line of indicatoren that has a target in numbers to draw.

    Its indicator bears the code of the first with a target, and names every part of the line.
    """
    kader = rondes[-1].kader
    per_indicator = indicatorlijnen([m.kader for m in rondes])
    gedaan: set[object] = set()
    for doel in kader.doelen:
        lijn, maat = per_indicator[doel.indicator], _maat(kader, doel)
        if maat is None or not _vraagt_meter(doel, maat):
            continue
        wat = lijn, maat.telkens, maat.delen if maat.los else None
        if wat in gedaan:
            continue
        gedaan.add(wat)
        indicator = next(i for i in kader.indicatoren if i.code == doel.indicator)
        samen = [i.tekst for i in kader.actief(rondes[-1].ronde.jaar) if i.code in lijn]
        meting = Meting(maat, lijn, rondes)
        yield Meter(
            replace(indicator, tekst=" en ".join(samen) or indicator.tekst),
            replace(maat, naam=meting.naam),
            tuple(_meterjaren(meting, rondes)),
            tuple(_doelen(lijn, kader, maat)),
            tuple(_plannen(indicator, rondes)),
        )


def _maat(kader: Kader, doel: Doel) -> Maat | None:
    """What is drawn for a doel: of one that holds for each year, each year by itself."""
    maat = maat_van(kader, doel)
    return replace(maat, telkens=True) if maat and doel.per_jaar else maat


def _vraagt_meter(doel: Doel, maat: Maat) -> bool:
    """Whether a doel in numbers of all together gets a meter: the template says so, else it does
    when it is of what the partijen add up to."""
    gevraagd = not maat.los and maat.soort is not None if doel.meter is None else doel.meter
    return doel.in_getallen and not doel.partij and gevraagd


def _doelen(lijn: frozenset[str], kader: Kader, maat: Maat) -> Iterator[Doel]:
    """The targets of a line for this figure; of one that was split those of its parts are added
    up by year."""
    eigen = [
        d
        for d in kader.doelen
        if d.indicator in lijn and d.in_getallen and not d.partij and d.meter is not False
        if _zelfde(_maat(kader, d), maat)
    ]
    if len({d.indicator for d in eigen}) == 1:
        yield from eigen
        return
    for jaar in dict.fromkeys(d.tm_jaar for d in eigen):
        delen = [d for d in eigen if d.tm_jaar == jaar]
        minimum, maximum = som(d.minimum for d in delen), som(d.maximum for d in delen)
        yield replace(delen[0], minimum=minimum, maximum=maximum)


def _zelfde(eigen: Maat | None, maat: Maat) -> bool:
    """Whether it is the same figure: of a line that was split each part has its own meetwaarden."""
    if eigen is None or eigen.telkens != maat.telkens:
        return False
    return eigen.delen == maat.delen or not (eigen.los or maat.los)


def _meterjaren(meting: Meting, rondes: Sequence[Matrix]) -> Iterator[Meterjaar]:
    """The years in which the line is asked, from the start of the looptijd on."""
    laatste, namen, spreekt = rondes[-1], _namen(rondes), per_jaar(rondes)
    jaren = [
        _meterjaar(jaar, spreekt.get(jaar), meting, namen)
        for jaar in range(laatste.kader.looptijd[0], laatste.ronde.jaar + 1)
        if wordt_gevraagd(meting.lijn, jaar, spreekt.get(jaar), rondes)
    ]
    totalen = opgeteld({jaar.jaar: jaar.netto for jaar in jaren}, rondes)
    for jaar in jaren:
        yield replace(jaar, cumulatief=jaar.netto if meting.maat.telkens else totalen[jaar.jaar])


def wordt_gevraagd(
    lijn: frozenset[str], jaar: int, matrix: Matrix | None, rondes: Sequence[Matrix]
) -> bool:
    """Whether a year adds to a line of indicatoren; of a year without a ronde the kaders say.

    Where every partij only confirms that it is done, or a question came back after its printed
    years, nothing is added.
    """
    if matrix is None:
        indicatoren = (i for m in rondes for i in m.kader.indicatoren if i.code in lijn)
        return any(jaar in i.jaren and not i.open for i in indicatoren)
    return any(telt(r, matrix) for r in rijen_van(lijn, matrix))


def _meterjaar(
    jaar: int, matrix: Matrix | None, meting: Meting, namen: Mapping[str, str]
) -> Meterjaar:
    if matrix is None:
        return Meterjaar(jaar, ())
    delen: dict[str, Getal | None] = {}
    for m, rij in meting.delen(matrix):
        naam, waarde = namen[m.code], van_allen(m, rij)
        delen[naam] = som((delen[naam], waarde)) if naam in delen else waarde
    posten = tuple(Meterpost(naam, waarde) for naam, waarde in delen.items())
    return Meterjaar(jaar, posten, meting.waarde(matrix, van_allen), ronde=matrix.ronde)


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


def _plannen(indicator: Indicator, rondes: Sequence[Matrix]) -> Iterator[Meterpost]:
    """What this ronde reports as plans of the same afspraak; never added to what is delivered.

    As long as no ronde reported them they are those that the template begins with, named as such.
    """
    matrix = rondes[-1]
    for rij in matrix.rijen:
        if rij.indicator.afspraak == indicator.afspraak:
            for m in matrix.kader.meetwaarden_van(rij.indicator.code):
                if m.rol is Rol.PLAN:
                    yield _plan(m, rij, rondes)


def _plan(meetwaarde: Meetwaarde, rij: Matrixrij, rondes: Sequence[Matrix]) -> Meterpost:
    waarde = getal_van(meetwaarde, rij.standen)
    begin = beginstand_van(rondes[-1].kader, meetwaarde)
    eerder = (r.standen for m in rondes for r in m.rijen)
    gemeld = any(getal_van(meetwaarde, s) is not None for s in eerder)
    if begin is None or gemeld or not isinstance(begin.waarde, (int, float)):
        return Meterpost(meetwaarde.omschrijving, waarde)
    return Meterpost(f"{meetwaarde.omschrijving} ({wanneer(begin)})", begin.waarde)

"""The sheets on which the AO and the BO work: differences, focuspunten, jaarprogramma."""

from __future__ import annotations

from ...core import labels as l, phrases as say
from ...core.answers import Reactie, Voorzet
from ...core.kader import Afspraak
from ...core.notation import schrijf_opsomming
from ...core.numbering import Nummer
from ...core.outcome import Focuspunt, Matrix, Programmaregel, Trend
from ...core.text import getrimd
from ...template.kinds import JA_NEE
from ...writing.grid import EERSTE, Formule, is_een_van, zoom_voor
from ...writing.measures import ingekort
from ...years.trends import jaren_op_rij, op_rij
from ..grounds import (
    gebundeld,
)
from ..words import als_letter, partijen_van
from .layout import (
    Vel,
    programma_afspraken,
)
from .table import gezet_bij, reden_als_formule, voortgang_van


def schrijf_focuspunten(vel: Vel) -> None:
    """Every afspraak, the focuspunten first; colour and mark are live."""
    afspraken = enumerate(op_urgentie(vel.matrix), EERSTE)
    vel.schrijf([_focuspunt(vel, afspraak, nummer) for nummer, afspraak in afspraken])
    vel.kleur(l.VOORTGANG)
    vel.blad.print_area(0, 0, vel.rooster.laatste, vel.rooster.plaats(l.WANNEER))
    vel.blad.freeze_panes(EERSTE, 2)
    vel.blad.set_zoom(zoom_voor(vel.rooster.breedtes(l.WANNEER)))


def op_urgentie(matrix: Matrix) -> list[Afspraak]:
    """The focuspunten first, most cautious first; the others in the order of the agreement."""
    focus = matrix.kader.stoplicht.focus
    rang = {str(kleur): n for n, kleur in enumerate(focus)}
    return sorted(
        matrix.kader.afspraken,
        key=lambda a: rang.get(matrix.woord(a.nummer), len(focus)),
    )


def _focuspunt(vel: Vel, afspraak: Afspraak, rij: int) -> list[object]:
    matrix, rooster, nummer = vel.matrix, vel.rooster, afspraak.nummer
    punt = matrix.vastgelegd.focuspunten.get(nummer, Focuspunt(nummer))
    kleur = rooster.cel(rij, l.VOORTGANG)
    focus = matrix.is_focuspunt(nummer)
    licht = matrix.kader.stoplicht
    is_kleur = is_een_van(kleur, licht.focus)
    reeksen = {str(k): reeks_bij(matrix, nummer, k) for k in licht.focus}
    keuze = "".join(f'IF({kleur}="{k}","{tekst}",' for k, tekst in reeksen.items())
    volgnummer = _volgnummer(vel, rij)
    breedte = rooster.kolommen[rooster.plaats(l.REDENEN)].breedte
    verder = l.LEES_VERDER.format(f"nummer {nummer}")
    eerder = [a.nummer for a in op_urgentie(matrix) if matrix.is_focuspunt(a.nummer)]
    return [
        nummer,
        afspraak.titel,
        voortgang_van(vel, afspraak),
        gezet_bij(vel, afspraak),
        actiehouders_van(matrix, nummer),
        Formule(f'{keuze}"–"{")" * len(reeksen)}', reeksen.get(matrix.woord(nummer), "–")),
        ingekort(_redenen(matrix, nummer), breedte, verder) or "–",
        punt.actie,
        punt.wie,
        punt.wanneer,
        afspraak.thema,
        Formule(f'IF({is_kleur},"{l.FOCUSPUNT}","–")', l.FOCUSPUNT if focus else "–"),
        _redenen_kort(matrix, nummer) or "–",
        _waarom(vel, afspraak, rij),
        Formule(volgnummer, eerder.index(nummer) + 1 if focus else "–"),
    ]


def _volgnummer(vel: Vel, rij: int) -> str:
    """The place of a row among the focuspunten, most cautious first, as they are coloured now."""
    rooster = vel.rooster
    kleur, alle = rooster.cel(rij, l.VOORTGANG), rooster.bereik(l.VOORTGANG, met_blad=False)
    tot_hier = f"{alle.partition(':')[0]}:{kleur}"
    formule, ervoor = "", ""
    focus = vel.matrix.kader.stoplicht.focus
    for k in focus:
        formule += f'IF({kleur}="{k}",{ervoor}COUNTIF({tot_hier},"{k}"),'
        ervoor += f'COUNTIF({alle},"{k}")+'
    return f'{formule}"–"{")" * len(focus)}'


def reeks_bij(matrix: Matrix, nummer: Nummer, kleur: str) -> str:
    """`2e jaar oranje`, should the afspraak have that colour in this ronde."""
    trend = matrix.terugblik.trends.get(nummer, Trend(nummer, ()))
    return jaren_op_rij(op_rij(trend.punten, matrix.ronde, kleur, matrix.alle_kleuren))


def _waarom(vel: Vel, afspraak: Afspraak, rij: int) -> Formule:
    """How long it has been so, and the reason of the BO, or else those of the partijen; live."""
    rooster, matrix = vel.rooster, vel.matrix
    kleur, merk, wie, houders = (
        rooster.cel(rij, kolom) for kolom in (l.VOORTGANG, l.FOCUSPUNT, l.WIE, l.ACTIEHOUDERS)
    )
    lang = '""'
    for k in matrix.kader.stoplicht.focus:
        lang = f'IF({kleur}="{k}","{_hoe_lang(matrix, afspraak.nummer, k)}",{lang})'
    partijen = rooster.cel(rij, l.REDENEN_PARTIJEN)
    reden = vel.op(l.BESLUITENLIJST).zoek(l.BESLUIT_REDEN, l.NR, afspraak.nummer)
    van_bo = reden_als_formule(matrix.kader.stoplicht, kleur, reden, "{woorden}")
    anders = f'IF({partijen}="–","",": "&{partijen})'
    aan_zet = f'"; wie: "&IF(TRIM({wie})="",{houders},TRIM({wie}))'
    waarom = f'{lang}&IF(TRIM({reden})="",{anders},": "&{van_bo})&{aan_zet}'
    formule = f'IF({merk}="{l.FOCUSPUNT}",{waarom},"–")'
    return Formule(formule, waarom_van(matrix, afspraak.nummer))


def waarom_van(matrix: Matrix, nummer: Nummer) -> str:
    """What `Hoe lang en waarom` says of an afspraak (number), and who acts: whom the meeting named,
    else the actiehouders."""
    if not matrix.is_focuspunt(nummer):
        return "–"
    woord, besluit = matrix.woord(nummer), matrix.besluiten.get(nummer)
    kleur = next((k for k in matrix.kader.stoplicht if k == woord), None)
    reden = als_letter(kleur, besluit.reden if besluit else "")
    van_bo = kleur.redenen.get(reden.lower(), reden) if kleur else reden
    waarom = van_bo or _redenen_kort(matrix, nummer)
    punt = matrix.vastgelegd.focuspunten.get(nummer)
    aan_zet = getrimd(punt.wie if punt else "") or actiehouders_van(matrix, nummer)
    lang = _hoe_lang(matrix, nummer, woord)
    return f"{lang}{f': {waarom}' if waarom else ''}; wie: {aan_zet}"


def _hoe_lang(matrix: Matrix, nummer: Nummer, kleur: str) -> str:
    """`2e jaar`: beside the colour itself; `2e jaar oranje of rood`."""
    reeks = reeks_bij(matrix, nummer, kleur)
    return reeks if " of " in reeks else reeks.removesuffix(f" {kleur.lower()}")


def _redenen_kort(matrix: Matrix, nummer: Nummer) -> str:
    """The reasons that the partijen chose, in the words of the light."""
    voorzetten = (
        voorzet
        for rij in matrix.rijen
        if rij.indicator.afspraak == nummer
        for voorzet in rij.inbreng.values()
        if voorzet is not None and voorzet.beoordeling in matrix.kader.stoplicht.focus
    )
    redenen = (v.beoordeling.redenen.get(v.reden) for v in voorzetten if v.beoordeling)
    return "; ".join(dict.fromkeys(filter(None, redenen)))


def _redenen(matrix: Matrix, nummer: Nummer) -> list[str]:
    """The reason of the besluit, then what each partij says that asks a reason.

    Who agrees to a voorzet, and adds no words, says nothing that it does not say.
    """
    licht = matrix.kader.stoplicht
    besluit = matrix.besluiten.get(nummer)
    namen = {p.code: p.naam for p in matrix.kader.partijen}
    voorzetten = [
        (namen[partij], voorzet)
        for rij in matrix.rijen
        if rij.indicator.afspraak == nummer
        for partij, voorzet in rij.inbreng.items()
        if voorzet is not None and voorzet.beoordeling in licht.focus
        if voorzet.reactie is not Reactie.AKKOORD or voorzet.toelichting
    ]

    def kop(voorzet: Voorzet) -> str:
        assert voorzet.beoordeling is not None, "only what asks a reason is here"
        reden = voorzet.beoordeling.redenen.get(voorzet.reden, voorzet.reden)
        return f"{voorzet.beoordeling}{f', {reden}' if reden else ''}"

    reden = besluit.reden if besluit else ""
    kleuren = [kleur for kleur in licht if besluit and kleur == besluit.kleur]
    if woorden := next((k.redenen[reden] for k in kleuren if reden in k.redenen), ""):
        reden = f"{reden} – {woorden}"
    eigen = [f"{matrix.kader.instellingen.zeg(l.BESLUIT)}: {reden}"] if reden else []
    return [*eigen, *gebundeld(voorzetten, kop)]


def actiehouders_van(matrix: Matrix, nummer: Nummer) -> str:
    """`gemeente (trekker) en De Haard`: who is to do an afspraak (number), a geleding by its name
    where all of it is alike; a dash for nobody."""
    rijen = [r for r in matrix.rijen if r.indicator.afspraak == nummer]
    trekkers = {r.trekker for r in rijen}
    codes = {c for r in rijen for c in r.inbreng}
    partijen = partijen_van(matrix)
    namen = {p.code: f"{p.naam} (trekker)" if p.code in trekkers else p.naam for p in partijen}
    apart = {p.groep for p in partijen if p.code not in codes or p.code in trekkers}
    heel = {p.groep for p in partijen} - apart
    wie = [p.groep if p.groep in heel else namen[p.code] for p in partijen if p.code in codes]
    if len(heel) > 1 and all(p.groep in heel for p in partijen):
        return "alle partijen"
    return schrijf_opsomming([*dict.fromkeys(wie)]) or "–"


def schrijf_jaarprogramma(vel: Vel) -> None:
    """What is planned for next year, per afspraak: proposals of each partij, and what is set."""
    afspraken = {a.nummer: a for a in vel.matrix.kader.afspraken}
    rijen = [_programma(vel, afspraken[nummer]) for nummer in programma_afspraken(vel.matrix)]
    vel.schrijf(rijen, f"In {vel.matrix.ronde.jaar + 1} loopt er geen afspraak.")
    if rijen:
        vel.kies(l.FOCUSPUNT, JA_NEE.keuzes)
        vel.kleur(l.VOORTGANG)
    vel.blad.freeze_panes(EERSTE, 2)
    vel.blad.set_zoom(zoom_voor(vel.rooster.breedtes(l.BESLUIT)))
    vel.blad.set_paper(8)


def _programma(vel: Vel, afspraak: Afspraak) -> list[object]:
    matrix, nummer = vel.matrix, afspraak.nummer
    regel = matrix.vastgelegd.programma.get(nummer, Programmaregel(nummer))
    voorstellen = {i.partij: i.programma.get(say.programmacode(nummer)) for i in matrix.inzendingen}
    kader, jaar = matrix.kader, matrix.ronde.jaar + 1
    indicatoren = [i for i in kader.actief(jaar) if i.afspraak == nummer]
    gevraagd = {code for i in indicatoren for code in kader.actiehouders(i, jaar)}

    def van(partij: str) -> str:
        if veld := voorstellen.get(partij):
            return veld.tekst
        return "geen plan genoemd" if partij in voorstellen else l.NIET_INGEVULD

    plannen = [
        f"{p.naam}: {van(p.code)}"
        for p in vel.indeling.partijen
        if p.code in gevraagd or voorstellen.get(p.code)
    ]
    breedte = vel.rooster.kolommen[vel.rooster.plaats(l.PLANNEN_PARTIJEN)].breedte
    verder = l.LEES_VERDER.format(say.programmacode(nummer))
    return [
        nummer,
        afspraak.titel,
        voortgang_van(vel, afspraak),
        gezet_bij(vel, afspraak),
        ingekort(plannen, breedte, verder) or l.NIET_GEVRAAGD,
        regel.activiteiten,
        regel.trekker,
        regel.start,
        regel.einde,
        regel.focuspunt,
        regel.besluit,
        afspraak.thema,
    ]

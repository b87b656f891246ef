"""The sheets on which the AO and the BO work: differences, focuspunten, jaarprogramma."""

from __future__ import annotations

from ...core import labels as l
from ...core.answers import Voorzet
from ...core.kader import Afspraak, Meetwaarde
from ...core.outcome import Focuspunt, Matrix, Matrixrij, Programmaregel, Trend, met_naam
from ...template.kinds import JA_NEE
from ...writing.grid import EERSTE, Formule, invoercel, is_een_van, zet
from ...years.trends import jaren_op_rij
from ..grounds import antwoord_in_woorden, gebundeld, kleur_met_reden
from .layout import Vel, Verschilregel, programma_afspraken
from .table import voortgang_van


def schrijf_verschillen(vel: Vel) -> None:
    """The agenda of the AO: a row for each thing that differs, the voorzetten side by side."""
    meetwaarden = {m.code: m for m in vel.matrix.kader.meetwaarden}
    regels = [(regel, meetwaarden.get(regel.code)) for regel in vel.indeling.verschilregels]
    vel.schrijf([_verschil(vel, *regel) for regel in regels], "De partijen verschillen nergens.")
    plaats = vel.rooster.plaats(l.BESLUIT_AO)
    for nummer, (regel, meetwaarde) in enumerate(regels, EERSTE):
        opmaak = invoercel(vel.werkboek, meetwaarde.soort.notatie if meetwaarde else "@")
        zet(vel.blad, nummer, plaats, regel.afgesproken.waarde, opmaak)
        kleuren = vel.matrix.kader.stoplicht.kleuren
        if keuzes := meetwaarde.soort.keuzes if meetwaarde else kleuren:
            vel.kies(l.BESLUIT_AO, keuzes, nummer)
    if regels:
        for kolom in ("Voorstel", l.BESLUIT_AO):
            vel.kleur(kolom)
    vel.blad.set_paper(8)


def _verschil(vel: Vel, regel: Verschilregel, meetwaarde: Meetwaarde | None) -> list[object]:
    rij, partijen, afgesproken = regel.rij, vel.indeling.partijen, regel.afgesproken
    afspraak = indicator = voorstel = l.NIET_GEVRAAGD
    voorzetten = [l.NIET_GEVRAAGD] * len(partijen)
    if rij is not None:
        afspraak, indicator = rij.indicator.gedrukt[1], rij.indicator.tekst
        voorzetten = [_naast_elkaar(vel.matrix, rij, p.code, meetwaarde) for p in partijen]
        if meetwaarde is None:
            voorstel = str(rij.volgens_regel or l.NIET_INGEVULD)
    kop = (regel.code, afspraak, indicator, regel.wat, voorstel)
    return [*kop, *voorzetten, afgesproken.waarde, afgesproken.toelichting]


def _naast_elkaar(
    matrix: Matrix, rij: Matrixrij, partij: str, meetwaarde: Meetwaarde | None
) -> str:
    """What a partij says of the thing that differs, and its toelichting under it."""
    if partij not in rij.inbreng or (meetwaarde and not meetwaarde.vraagt(partij)):
        return l.NIET_GEVRAAGD
    voorzet = rij.inbreng[partij]
    if voorzet is None:
        return l.NIET_INGEVULD
    gevraagd = matrix.kader.meetwaarden_van(rij.indicator.code) if meetwaarde is None else ()
    regels = [
        met_naam(m.omschrijving, antwoord_in_woorden(m, voorzet))
        for m in gevraagd
        if m.code in voorzet.waarden
    ]
    if meetwaarde is None:
        kop = kleur_met_reden(voorzet)
    else:
        gegeven = meetwaarde.code in voorzet.waarden
        kop = antwoord_in_woorden(meetwaarde, voorzet) if gegeven else l.NIET_INGEVULD
    return "\n".join(filter(None, (kop, *regels, voorzet.toelichting)))


def schrijf_focuspunten(vel: Vel) -> None:
    """Every afspraak, the focuspunten first; colour and mark are live."""
    afspraken = enumerate(op_urgentie(vel.matrix), EERSTE)
    vel.schrijf([_focuspunt(vel, afspraak, nummer) for nummer, afspraak in afspraken])
    vel.kleur(l.VOORTGANG)
    vel.blad.print_area(0, 0, vel.rooster.laatste, vel.rooster.plaats(l.WANNEER))


def op_urgentie(matrix: Matrix) -> list[Afspraak]:
    """The focuspunten first, most cautious first; the others in the order of the agreement."""
    focus = matrix.kader.stoplicht.focus
    rang = {str(kleur): n for n, kleur in enumerate(focus)}
    return sorted(
        matrix.kader.afspraken,
        key=lambda a: (rang.get(matrix.woord(a.nummer), len(focus)), a.nummer),
    )


def is_focuspunt(matrix: Matrix, nummer: int) -> bool:
    """Chapter 8: what has a colour that asks a reason is a focuspunt."""
    return matrix.woord(nummer) in matrix.kader.stoplicht.focus


def _focuspunt(vel: Vel, afspraak: Afspraak, rij: int) -> list[object]:
    matrix, rooster, nummer = vel.matrix, vel.rooster, afspraak.nummer
    punt = matrix.vastgelegd.focuspunten.get(nummer, Focuspunt(nummer))
    kleur, merk = rooster.cel(rij, l.VOORTGANG), rooster.cel(rij, l.FOCUSPUNT)
    focus = is_focuspunt(matrix, nummer)
    licht = matrix.kader.stoplicht
    is_kleur = is_een_van(kleur, licht.focus)
    reeksen = {str(k): reeks_bij(matrix, nummer, k) for k in licht.focus}
    keuze = "".join(f'IF({kleur}="{k}","{tekst}",' for k, tekst in reeksen.items())
    tot_hier = f"{merk.replace(str(rij + 1), f'${EERSTE + 1}')}:{merk}"
    volgnummer = f'IF({merk}="{l.FOCUSPUNT}",COUNTIF({tot_hier},"{l.FOCUSPUNT}"),"–")'
    eerder = [a.nummer for a in op_urgentie(matrix) if is_focuspunt(matrix, a.nummer)]
    return [
        nummer,
        afspraak.thema,
        afspraak.titel,
        voortgang_van(vel, afspraak),
        Formule(f'IF({is_kleur},"{l.FOCUSPUNT}","–")', l.FOCUSPUNT if focus else "–"),
        Formule(f'{keuze}"–"{")" * len(reeksen)}', reeksen.get(matrix.woord(nummer), "–")),
        _redenen(matrix, nummer) or "–",
        _actiehouders(matrix, nummer) or "–",
        punt.actie,
        punt.wie,
        punt.wanneer,
        Formule(volgnummer, eerder.index(nummer) + 1 if focus else "–"),
    ]


def reeks_bij(matrix: Matrix, nummer: int, kleur: str) -> str:
    """`2e jaar oranje`, should the afspraak have that colour in this ronde."""
    trend = matrix.terugblik.trends.get(nummer, Trend(nummer, ()))
    return f"{jaren_op_rij(trend.punten, matrix.ronde, kleur)}e jaar {kleur.lower()}"


def _redenen(matrix: Matrix, nummer: int) -> str:
    """The reason of the besluit, then what each partij says that asks a reason."""
    licht = matrix.kader.stoplicht
    besluit = matrix.besluiten.get(nummer)
    namen = {p.code: p.naam for p in matrix.kader.partijen}
    voorzetten = [
        (namen[partij], voorzet)
        for rij in matrix.rijen
        if rij.indicator.afspraak == nummer
        for partij, voorzet in rij.inbreng.items()
        if voorzet is not None and voorzet.beoordeling in licht.focus
    ]

    def kop(voorzet: Voorzet) -> str:
        assert voorzet.beoordeling is not None, "only what asks a reason is here"
        reden = voorzet.beoordeling.redenen.get(voorzet.reden, voorzet.reden)
        return f"{voorzet.beoordeling}{f', {reden}' if reden else ''}"

    reden = besluit.reden if besluit else ""
    kleuren = [kleur for kleur in licht if besluit and kleur == besluit.kleur]
    if woorden := next((k.redenen[reden] for k in kleuren if reden in k.redenen), ""):
        reden = f"{reden} – {woorden}"
    eigen = [f"Besluit BO: {reden}"] if reden else []
    return "\n".join((*eigen, *gebundeld(voorzetten, kop)))


def _actiehouders(matrix: Matrix, nummer: int) -> str:
    namen = {p.code: p.naam for p in matrix.kader.partijen}
    codes = {c for r in matrix.rijen if r.indicator.afspraak == nummer for c in r.inbreng}
    return ", ".join(naam for code, naam in namen.items() if code in codes)


def schrijf_jaarprogramma(vel: Vel) -> None:
    """What is planned for next year, per afspraak: proposals of each partij, and what is set."""
    afspraken = {a.nummer: a for a in vel.matrix.kader.afspraken}
    rijen = [_programma(vel, afspraken[nummer]) for nummer in programma_afspraken(vel.matrix)]
    vel.schrijf(rijen, f"In {vel.matrix.ronde.jaar + 1} loopt er geen afspraak.")
    if rijen:
        vel.kies(l.FOCUSPUNT, JA_NEE.keuzes)
        vel.kleur(l.VOORTGANG)
    vel.blad.freeze_panes(EERSTE, 3)
    vel.blad.set_paper(8)


def _programma(vel: Vel, afspraak: Afspraak) -> list[object]:
    matrix, nummer = vel.matrix, afspraak.nummer
    regel = matrix.vastgelegd.programma.get(nummer, Programmaregel(nummer))
    voorstellen = {i.partij: i.programma.get(nummer) for i in matrix.inzendingen}
    kader, jaar = matrix.kader, matrix.ronde.jaar + 1
    indicatoren = [i for i in kader.actief(jaar) if i.afspraak == nummer]
    gevraagd = {code for i in indicatoren for code in kader.actiehouders(i, jaar)}

    def van(partij: str) -> str:
        veld = voorstellen.get(partij)
        if veld:
            return veld.tekst
        if partij not in gevraagd:
            return l.NIET_GEVRAAGD
        return "geen plan genoemd" if partij in voorstellen else l.NIET_INGEVULD

    return [
        nummer,
        afspraak.thema,
        afspraak.titel,
        voortgang_van(vel, afspraak),
        *(van(p.code) for p in vel.indeling.partijen),
        regel.activiteiten,
        regel.trekker,
        regel.start,
        regel.einde,
        regel.focuspunt,
        regel.besluit,
    ]

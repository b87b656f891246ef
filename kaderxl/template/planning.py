"""The days of the cycle: what is due when, and the meetings with their legal last day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from ..core import labels as l, phrases as say
from ..core.kader import Kader, Overleg
from ..core.notation import lees_dag_en_maand, plat, schrijf_dag
from ..core.rounds import KWARTALEN, Fase, Ronde
from ..core.workdays import laatste_werkdag_tot_en_met, laatste_werkdag_voor

_KWARTALEN = {woord: n for n, woord in enumerate(KWARTALEN, 1)}
_HELE_JAAR = "hele jaar"
_VOOR = re.compile(r"voor (\d{1,2} [a-z]+)")
_UITERLIJK = re.compile(r"(?:uiterlijk(?: op)?|t/m|tot en met) (\d{1,2} [a-z]+)")


@dataclass(frozen=True, slots=True)
class Termijn:
    """A day of the cycle, in words for a calendar.

    `sleutel` stays the same when the day or the words change. `vast` is false for the last day
    of a meeting that still has to be planned; `intern` is for the municipality alone. A meeting
    without `begin` takes the whole day.
    """

    sleutel: str
    dag: date
    titel: str
    uitleg: str
    vast: bool = True
    intern: bool = False
    begin: time | None = None
    eind: time | None = None
    plaats: str = ""
    genodigden: tuple[str, ...] = ()


def inleverdag(kader: Kader, ronde: Ronde) -> date | None:
    """The day the sheets are due; None when the municipality has set none."""
    i, fase, jaar = kader.instellingen, ronde.fase, ronde.jaar + ronde.fase.erna
    if fase.inleveren:
        return date(jaar, *fase.inleveren)
    ons = {Fase.EVALUATIE: i.inleveren_evaluatie, Fase.TUSSENSTAND: i.inleveren_tussenstand}
    return lees_dag_en_maand(ons.get(fase, ""), jaar)


def zeg_te_laat(kader: Kader, ronde: Ronde, vandaag: date) -> str:
    """In words, where the day on which the sheets are due is past; "" where it is not."""
    dag = inleverdag(kader, ronde)
    if dag is None or dag >= vandaag:
        return ""
    blad = l.RONDES if ronde.fase.inleveren else l.INSTELLINGEN
    return (
        f"Let op: de dag om in te leveren, {schrijf_dag(dag)}, is voorbij. Zo staat hij in elk "
        f"blad en elke mail. Zet een latere dag op het blad {blad}, en geef kaderxl generate "
        "opnieuw."
    )


def herinnerdagen(kader: Kader, ronde: Ronde) -> tuple[date, ...]:
    """The working days on which who is silent is reminded, as far as the municipality set any."""
    dag = inleverdag(kader, ronde)
    dagen = kader.instellingen.herinneren
    return tuple(laatste_werkdag_tot_en_met(dag - timedelta(n)) for n in dagen) if dag else ()


def termijnen(kader: Kader, jaar: int) -> tuple[Termijn, ...]:
    """All that lies in a calendar year, in order; of the year after the looptijd its evaluatie."""
    gevonden = [*_elk_op_een_dag(_overleggen(kader, jaar)), *_rondes(kader, jaar)]
    return tuple(sorted(gevonden, key=lambda t: (t.dag, t.sleutel)))


def alle_termijnen(kader: Kader) -> tuple[Termijn, ...]:
    """All of the looptijd, up to the evaluatie of its last year."""
    van, tm = kader.looptijd
    return tuple(t for jaar in range(van, tm + 2) for t in termijnen(kader, jaar))


def eerstvolgende(kader: Kader, vandaag: date, aantal: int = 3) -> tuple[Termijn, ...]:
    """The next days from today on."""
    komend = [t for j in (vandaag.year, vandaag.year + 1) for t in termijnen(kader, j)]
    return tuple(t for t in komend if t.dag >= vandaag)[:aantal]


def uiterste_dag(overleg: Overleg, jaar: int) -> date | None:
    """The last working day that the rule of a meeting leaves; None when it names no day."""
    regel = plat(overleg.regel)
    for vorm, laatste in ((_VOOR, laatste_werkdag_voor), (_UITERLIJK, laatste_werkdag_tot_en_met)):
        if (treffer := vorm.fullmatch(regel)) and (dag := lees_dag_en_maand(treffer[1], jaar)):
            return laatste(dag)
    return None


def heeft_dag(overleg: Overleg) -> bool:
    """Whether a row without a date says when in a year it is."""
    return bool(_laatste_kwartaal(overleg)) or uiterste_dag(overleg, 2027) is not None


def _elk_op_een_dag(termijnen: Iterable[Termijn]) -> Iterator[Termijn]:
    """Of two meetings of one sort on one day, the one that has no date yet on a day before it."""
    op_volgorde = sorted(termijnen, key=lambda t: (t.vast, t.dag, t.sleutel), reverse=True)
    bezet: set[tuple[str, date]] = set()
    for termijn in op_volgorde:
        soort, dag = termijn.sleutel.split("|")[1], termijn.dag
        while not termijn.vast and (soort, dag) in bezet:
            dag = laatste_werkdag_voor(dag)
        bezet.add((soort, dag))
        yield replace(termijn, dag=dag)


def _overleggen(kader: Kader, jaar: int) -> Iterator[Termijn]:
    """The rows of the same kind of meeting in the same part of the year together."""
    van, tm = kader.looptijd
    slot = kader.cyclus.sluitend(tm)
    groepen: dict[tuple[str, str], list[Overleg]] = {}
    for overleg in kader.planning:
        groepen.setdefault((plat(overleg.soort), plat(overleg.kwartaal)), []).append(overleg)
    for groep in groepen.values():
        laatste = _laatste_kwartaal(groep[0])
        na_afloop = slot is not None and jaar > tm and slot.overleg == (jaar, laatste)
        if van <= jaar <= tm or na_afloop:
            yield from _in_jaar(kader, groep, jaar)


def _in_jaar(kader: Kader, groep: list[Overleg], jaar: int) -> Iterator[Termijn]:
    """The meetings of a group in a year: each with its own date, else with its last day.

    Rows with the same purpose are one meeting, with a date for more than one year. A date without
    a purpose belongs to the first meeting that has none yet.
    """
    per_doel = {plat(o.doel): o for o in reversed(groep) if o.doel} or {"": groep[0]}
    overleggen = [o for doel, o in reversed(per_doel.items())]
    vast: dict[str, list[Overleg]] = {}
    for rij in groep:
        if rij.datum is not None and rij.datum.year == jaar:
            doel = plat(rij.doel)
            if doel not in per_doel:
                doel = next((d for d in map(_doel, overleggen) if d not in vast), doel)
            vast.setdefault(doel, []).append(rij)
    for nummer, overleg in enumerate(overleggen, 1):
        sleutel = f"{jaar}|{plat(overleg.soort)}|{plat(overleg.kwartaal)}|{nummer}"
        deel = (nummer, len(overleggen))
        naam = _naam(overleg, deel)
        rijen = vast.pop(_doel(overleg), [])
        for volgnummer, rij in enumerate(rijen, 1):
            nog_een = f"|{volgnummer}" if volgnummer > 1 else ""
            yield _gepland(naam, overleg, rij, f"{sleutel}{nog_een}")
        if not rijen and (dag := _laatste_dag(kader, overleg, jaar, deel)):
            yield _te_plannen(naam, overleg, dag, sleutel, deel)
    for nummer, rij in enumerate((r for rijen in vast.values() for r in rijen), 1):
        yield _gepland(
            _naam(rij), rij, rij, f"{jaar}|{plat(rij.soort)}|{plat(rij.kwartaal)}|extra {nummer}"
        )


def _doel(overleg: Overleg) -> str:
    return plat(overleg.doel)


def _gepland(naam: str, overleg: Overleg, rij: Overleg, sleutel: str) -> Termijn:
    """What the row of the date leaves empty is as the meeting has it."""
    assert rij.datum is not None, "only rows with a date are planned"
    tijd = rij if rij.begin else overleg
    uitleg = _zin(rij.doel or overleg.doel)
    plaats, genodigden = rij.plaats or overleg.plaats, rij.genodigden or overleg.genodigden
    erbij = (tijd.begin, tijd.eind, plaats, genodigden)
    return Termijn(sleutel, rij.datum, naam, uitleg, True, False, *erbij)


def _te_plannen(
    naam: str, overleg: Overleg, dag: date, sleutel: str, deel: tuple[int, int]
) -> Termijn:
    """A day by the rule is the last one; of more in a part of the year all but the last are ours
    to spread, and said to be a proposal."""
    regel = f" De afspraak is: {overleg.regel}." if overleg.regel else ""
    nummer, aantal = deel
    wat, waarom = "Uiterste dag", "Dit is de laatste dag waarop het kan."
    if nummer < aantal and uiterste_dag(overleg, dag.year) is None:
        wat, waarom = "Voorstel", f"Deze dag is een voorstel, om de {aantal} keer te spreiden."
    uitleg = (
        f"{_zin(overleg.doel)}{regel} {waarom} Zodra de datum op het blad Planning staat, komt het "
        "overleg hier op zijn eigen dag."
    ).strip()
    erbij = (None, None, overleg.plaats, overleg.genodigden)
    return Termijn(sleutel, dag, f"{wat}: {naam}", uitleg, False, False, *erbij)


def _naam(overleg: Overleg, deel: tuple[int, int] = (1, 1)) -> str:
    """`BO eerste kwartaal`, `AO vierde kwartaal (1 van 2)`, `locatieoverleg (2 van 2)`."""
    nummer, aantal = deel
    kwartaal = "" if plat(overleg.kwartaal) == _HELE_JAAR else overleg.kwartaal
    welke = f"({nummer} van {aantal})" if aantal > 1 else ""
    return " ".join(filter(None, (overleg.soort, kwartaal, welke)))


def _zin(doel: str) -> str:
    return f"{doel[:1].upper()}{doel[1:].rstrip('.')}." if doel else ""


def _laatste_dag(kader: Kader, overleg: Overleg, jaar: int, deel: tuple[int, int]) -> date | None:
    """The last day a meeting can be: by its rule, else by its part of the year.

    An AO prepares the BO of its quarter, so it comes before that. Of n meetings in a part of the
    year the first is in the first nth of it.
    """
    if dag := uiterste_dag(overleg, jaar):
        return dag
    kwartaal, (nummer, aantal) = _laatste_kwartaal(overleg), deel
    if not kwartaal:
        return None
    if plat(overleg.kwartaal) == _HELE_JAAR:
        return laatste_werkdag_voor(_begin_van_maand(jaar, 12 * nummer // aantal + 1))
    einde = laatste_werkdag_voor(_begin_van_maand(jaar, 3 * kwartaal + 1))
    namen = kader.instellingen.namen
    if overleg.soort == namen.ao.kort:
        for bo in kader.planning:
            if bo.soort == namen.bo.kort and _laatste_kwartaal(bo) == kwartaal:
                uiterlijk = uiterste_dag(bo, jaar)
                einde = min(einde, laatste_werkdag_voor(uiterlijk)) if uiterlijk else einde
    begin = _begin_van_maand(jaar, 3 * min(_kwartalen(overleg)) - 2)
    return laatste_werkdag_tot_en_met(begin + (einde - begin) * nummer // aantal)


def _laatste_kwartaal(overleg: Overleg) -> int:
    """The last quarter that is named, 0 when none is."""
    return max(_kwartalen(overleg), default=0)


def _kwartalen(overleg: Overleg) -> list[int]:
    tekst = plat(overleg.kwartaal)
    if tekst == _HELE_JAAR:
        return [1, 2, 3, 4]
    return [n for woord, n in _KWARTALEN.items() if woord in tekst.split()]


def _begin_van_maand(jaar: int, maand: int) -> date:
    return date(jaar + (maand - 1) // 12, (maand - 1) % 12 + 1, 1)


def _rondes(kader: Kader, jaar: int) -> Iterator[Termijn]:
    for ronde in (*kader.cyclus.van(jaar - 1), *kader.cyclus.van(jaar)):
        dag = inleverdag(kader, ronde)
        gevraagd = any(kader.vragen_aan(p.code, ronde.jaar) for p in kader.partijen)
        if gevraagd and dag and dag.year == jaar:
            yield from _van_ronde(kader, ronde)


def _van_ronde(kader: Kader, ronde: Ronde) -> Iterator[Termijn]:
    naam, dag = say.naam_van(ronde), inleverdag(kader, ronde)
    if dag is None:
        return
    yield Termijn(
        f"{ronde}|inleveren",
        dag,
        f"Invulblad {naam} inleveren",
        f"Laatste dag om het ingevulde invulblad van {say.de_ronde(ronde)} terug te sturen.",
    )
    for nummer, herinneren in enumerate(herinnerdagen(kader, ronde), 1):
        yield Termijn(
            f"{ronde}|herinneren {nummer}",
            herinneren,
            f"Herinneren: invulblad {naam}",
            f"Inleveren kan tot en met {schrijf_dag(dag)}. Kijk wie nog niets stuurde met: "
            f"kaderxl mail --remind {say.als_opties(ronde)}",
            intern=True,
        )

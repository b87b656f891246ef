"""What is said of a value in words: a ronde, a place of origin, a target, a number of things."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import PurePath

from . import labels as l
from .kader import Doel, Kader, Rol, Soort
from .notation import schrijf_dag, schrijf_datum, schrijf_getal
from .rounds import Fase, Herkomst, Ronde
from .traffic_light import Stoplicht


def programmacode(afspraak: int) -> str:
    """The code of the row of an afspraak (number) in the jaarprogramma."""
    return f"JP-{afspraak:02}"


def programmavraag(jaar: int) -> str:
    """What is asked on a row of the jaarprogramma."""
    return f"Wat gaat u doen in {jaar}?"


def naam_van(ronde: Ronde) -> str:
    """`evaluatie 2026` or `tussenstand 2026`."""
    return f"{ronde.fase} {ronde.jaar}"


def als_opties(ronde: Ronde) -> str:
    """The options that name a ronde to a command."""
    return f"--year {ronde.jaar} --round {ronde.fase}"


def niet_in(jaar: int) -> str:
    """The word of an afspraak of which nothing is asked in a year."""
    return f"Niet in {jaar}"


def tot_en_met(ronde: Ronde) -> str:
    """`t/m 2027`, or `t/m tussenstand 2027` for a year that is not over."""
    return f"t/m {ronde.jaar if ronde.fase is Fase.EVALUATIE else naam_van(ronde)}"


def ronde_in_woorden(ronde: Ronde) -> str:
    """What the ronde looks at, as a clause in a sentence."""
    if ronde.fase is Fase.EVALUATIE:
        return f"de evaluatie over heel {ronde.jaar}"
    return f"de tussenstand van {ronde.jaar}"


def herkomst(waar: Herkomst) -> str:
    """`Blad.xlsx`, `zip/retour.zip › Blad.xlsx`, `mail van … › Blad.xlsx`."""
    if not waar.pad and not waar.per_mail:
        return waar.naam
    return " › ".join((_mail(waar) if waar.per_mail else _bestand(waar), *waar.pad))


def herkomst_voluit(waar: Herkomst) -> str:
    """The same with all that is known of the mail: the file it is in, its subject and id."""
    mail = (_bestand(waar), waar.onderwerp, waar.bericht_id) if waar.per_mail else ()
    erbij = ", ".join(filter(None, mail))
    return f"{herkomst(waar)} ({erbij})" if erbij else herkomst(waar)


def _mail(waar: Herkomst) -> str:
    delen = ["mail"]
    if waar.afzender:
        delen.append(f"van {waar.afzender}")
    if waar.verzonden:
        delen.append(f"van {schrijf_dag(datetime.fromisoformat(waar.verzonden).astimezone())}")
    return " ".join(delen)


def moment(stempel: str) -> str:
    """A stamp in UTC by the Dutch clock, the same on every machine: `op 3-2-2027 om 10:00:05`."""
    from zoneinfo import ZoneInfo  # only two returns of one partij are told apart by it

    try:
        utc = datetime.fromisoformat(stempel).replace(tzinfo=UTC)
        hier = utc.astimezone(ZoneInfo("Europe/Amsterdam"))
    except (ValueError, OverflowError):
        return "op een onbekend moment"
    return f"op {schrijf_datum(hier)} om {hier:%H:%M:%S}"


def _bestand(waar: Herkomst) -> str:
    """The file and the folder it is in; not the whole path, which names whose computer it is."""
    return PurePath(*PurePath(waar.bestand).parts[-2:]).as_posix()


def deelstand(gegeven: int, gevraagd: int) -> str:
    return f"deelstand, {gegeven} van {gevraagd}"


def aantal(getal: int, enkelvoud: str, meervoud: str) -> str:
    """`1 fout`, `2 fouten`."""
    return f"{getal} {enkelvoud if getal == 1 else meervoud}"


def doel_in_woorden(kader: Kader, indicator: str, jaar: int, partij: str = "") -> str:
    """The targets that still lie ahead in `jaar`, a line each: everyone's and the partij's own."""
    delen = (m.soort for m in kader.meetwaarden_van(indicator) if m.rol in (Rol.PLUS, Rol.MIN))
    soort = next(delen, None)
    return "\n".join(
        doel_als_zin(doel, soort)
        for doel in kader.doelen_van.get(indicator, ())
        if doel.tm_jaar >= jaar and doel.partij in ("", partij)
    )


def doel_als_zin(doel: Doel, soort: Soort | None = None) -> str:
    """`t/m 2031: 120 tot 140 (netto)`."""
    getal = streven(doel, soort)
    if not getal:
        return doel.omschrijving or f"t/m {doel.tm_jaar}"
    wie = "voor u " if doel.partij else ""
    erbij = f" ({doel.omschrijving})" if doel.omschrijving else ""
    return f"t/m {doel.tm_jaar}: {wie}{getal}{erbij}"


def streven(doel: Doel, soort: Soort | None = None) -> str:
    """The number aimed at: `120 tot 140`, `minstens € 180`; "" for a target without one.

    Without the `soort` of what adds up to it, it is a bare number.
    """
    zeg = partial(soort.zeg, eenheid="") if soort else schrijf_getal
    laag, hoog = (None if g is None else zeg(g) for g in (doel.minimum, doel.maximum))
    if laag is not None and hoog is not None:
        return laag if laag == hoog else f"{laag} tot {hoog}"
    if laag is not None:
        return f"minstens {laag}"
    return "" if hoog is None else f"hoogstens {hoog}"


def bevestiging_vraag(licht: Stoplicht) -> str:
    """What is asked of an indicator that was done in the ronde before."""
    return str(licht.klaar).lower().join(l.BEVESTIGING_VRAAG)


def regel_voorstel(licht: Stoplicht) -> tuple[str, ...]:
    """How the voorstel comes about, with the words of this light."""
    klaar, niet = licht.klaar, licht.geldt_niet
    volgorde = ", dan ".join(b for b in licht.op_voorzichtigheid if not b.geldt_niet)
    telt_niet = (
        f"{niet} telt niet mee zolang een ander wel een kleur geeft. Bij een gezamenlijke "
        f"indicator is {niet} naast een kleur wel een Verschil."
    )
    ook = f" {niet} met een toelichting is een antwoord." if niet else "."
    return (
        "Indicator: zijn alle voorzetten gelijk, dan is dat het voorstel. Verschillen ze, dan is "
        f"het voorstel de voorzichtigste kleur ({volgorde}) en staat er Verschil.",
        f"Afspraak: de voorzichtigste kleur van haar indicatoren van dit jaar; {klaar} alleen als "
        f"ze allemaal {klaar} zijn. Zonder indicator dit jaar is er geen voorstel.",
        *((telt_niet,) if niet else ()),
        "Wie niets heeft ingevuld staat als Niet ingevuld op het blad Ontbrekend; we raden niet.",
        f"Een optelling is er pas als elke actiehouder heeft geantwoord{';' if niet else ''}{ook} "
        "Tot die tijd staat er: deelstand, n van m.",
        "Beoordeling voortgang is de kleur van de hele afspraak en staat bij elk van haar "
        "indicatoren; de kleur van één indicator staat bij Voorstel indicator.",
        "Het besluit van het BO gaat altijd voor. kaderxl neemt geen besluiten.",
    )

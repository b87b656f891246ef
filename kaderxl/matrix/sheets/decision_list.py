"""The sheet Besluitenlijst: a row an afspraak, on which the BO decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ...core import labels as l
from ...core.answers import Waarde
from ...core.colour import Beoordeling
from ...core.kader import Afspraak
from ...core.outcome import Besluit
from ...core.text import getrimd
from ...core.traffic_light import Stoplicht, in_woorden
from ...writing.grid import EERSTE, Formule, is_een_van, zet
from ...writing.named_lists import in_lijst, keuze_van, keuzelijst
from ...writing.worksheet import FIRST_YEAR
from ..dates import VER_WEG
from ..words import verschil_van
from .layout import Vel
from .spelling import geteld_bij
from .table import voorstel_bij

_GEEN_REDEN = "Keuze_geen"
KIES_BESLUIT, KIES_REDEN = "kies een besluit", "kies een reden"
REDEN_PAST_NIET, VUL_DATUM_IN = "reden past niet bij de kleur", "vul de datum in"
IN_ORDE, ALLES_BESLOTEN = "besloten", "Alles is besloten"
_ZEGT = {
    l.BESPROKEN: ("besproken", "besproken"),
    l.BO_BESLOOT: ("besloten", "besloten"),
    l.VERSCHIL: ("open", "antwoord"),
}
"""What `Wat verschilt` says of so many indicatoren: until the BO decided, and after."""
_ZOOM = 85


def keuzelijsten(licht: Stoplicht) -> dict[str, list[str]]:
    """The reasons that go with each colour, by the name of their range."""
    lijsten = {k: [keuze_van(*reden) for reden in k.redenen.items()] for k in licht.met_reden}
    per_naam = {keuzelijst(kleur): redenen for kleur, redenen in lijsten.items()}
    return {**per_naam, _GEEN_REDEN: ["(geen reden nodig)"]}


def schrijf_besluitenlijst(vel: Vel) -> None:
    """What is proposed for each afspraak, what differs, what the BO decides, and what is left."""
    matrix, rooster = vel.matrix, vel.rooster
    besluiten = [matrix.besluiten.get(a.nummer, Besluit(a.nummer)) for a in matrix.kader.afspraken]
    nog = [_nog_te_doen(vel, rij, besluit) for rij, besluit in enumerate(besluiten, EERSTE)]
    rijen = enumerate(zip(matrix.kader.afspraken, besluiten, nog, strict=True), EERSTE)
    vel.schrijf([_rij(vel, rij, *afspraak) for rij, afspraak in rijen])
    vel.kleur(l.VOORSTEL)
    vel.kleur(l.BESLUIT, matrix.kader.stoplicht)
    _laat_kiezen(vel)
    _merk(vel)
    opmaak = vel.werkboek.opmaak(bold=True, align="right")
    zet(vel.blad, 0, rooster.plaats(l.NOG_TE_DOEN), _teller(vel, nog), opmaak)
    vel.blad.freeze_panes(EERSTE, 2)
    vel.blad.set_zoom(_ZOOM)
    begin = EERSTE, rooster.plaats(l.BESLUIT)
    vel.blad.set_selection(*begin, *begin)
    mag = "format_columns format_rows autofilter sort objects"
    vel.blad.protect("", dict.fromkeys(mag.split(), True))


def _rij(
    vel: Vel, rij: int, afspraak: Afspraak, besluit: Besluit, nog_te_doen: Formule
) -> list[object]:
    return [
        afspraak.nummer,
        afspraak.titel,
        voorstel_bij(vel, afspraak),
        _verschil(vel, rij, besluit),
        besluit.kleur,
        besluit.reden,
        besluit.toelichting,
        besluit.datum,
        nog_te_doen,
    ]


def _verschil(vel: Vel, rij: int, besluit: Besluit) -> Formule:
    """`2 open`, `1 besproken`, `1 besloten`: on how many indicatoren the partijen differ, live.

    Once the BO decided a colour is open no more; an answer on which they differ still is named.
    """
    tabel, licht = vel.op(l.MONITORINGSTABEL), vel.matrix.kader.stoplicht
    nummers, verschil = tabel.bereik(l.NR), tabel.bereik(l.VERSCHIL)
    eigen = [r for r in vel.matrix.rijen if r.indicator.afspraak == besluit.afspraak]
    is_besloten = is_een_van(f"TRIM({vel.rooster.cel(rij, l.BESLUIT)})", licht)
    besloten = licht.lees(besluit.kleur) is not None
    formule, nu = '"–"', "–"
    for ons, (zolang, daarna) in _ZEGT.items():
        woord = vel.matrix.kader.instellingen.zeg(ons)
        aantal = sum(verschil_van(vel.matrix, r) == woord for r in eigen)
        geteld = geteld_bij(nummers, besluit.afspraak, verschil, woord)
        zegt = f'IF({is_besloten},"{daarna}","{zolang}")'
        formule = f'IF({geteld}>0,{geteld}&" "&{zegt},{formule})'
        nu = f"{aantal} {daarna if besloten else zolang}" if aantal else nu
    return Formule(formule, nu)


# -- what is left to do ----------------------------------------------------------------------


def _nog_te_doen(vel: Vel, rij: int, besluit: Besluit) -> Formule:
    """The first thing that a besluit lacks, live; nothing is asked of what is not in this year."""
    licht = vel.matrix.kader.stoplicht
    b, r, t, d = (
        vel.rooster.cel(rij, kolom)
        for kolom in (l.BESLUIT, l.BESLUIT_REDEN, l.TOELICHTING_BESLUIT, l.DATUM_BO)
    )
    b, r = f"TRIM({b})", f"TRIM({r})"
    kleur = licht.lees(besluit.kleur) if besluit.kleur in [*licht] else None
    reden = getrimd(besluit.reden).lower()
    stappen = [
        (f"NOT({is_een_van(b, licht)})", kleur is None, KIES_BESLUIT),
        (
            f'AND({is_een_van(b, licht.met_reden)},{r}="")',
            kleur in licht.met_reden and not reden,
            KIES_REDEN,
        ),
        (_van_een_ander(licht, b, r), _is_van_een_ander(licht, kleur, reden), REDEN_PAST_NIET),
        (f"NOT(ISNUMBER({d}))", not _is_dag(besluit.datum), VUL_DATUM_IN),
    ]
    formule, nu = f'"{IN_ORDE}"', IN_ORDE
    for als, is_zo, woord in reversed(stappen):
        formule, nu = f'IF({als},"{woord}",{formule})', woord if is_zo else nu
    if not vel.matrix.actief(besluit.afspraak):
        leeg = f'{b}&{r}&TRIM({t})&TRIM({d})=""'
        formule, nu = f'IF({leeg},"–",{formule})', nu if besluit else "–"
    return Formule(formule, nu)


def _is_dag(datum: Waarde) -> bool:
    """Whether it stands in the cell as a number."""
    if isinstance(datum, date):
        return datum.year >= FIRST_YEAR
    return isinstance(datum, (int, float)) and not isinstance(datum, bool)


def _van_een_ander(licht: Stoplicht, besluit: str, reden: str) -> str:
    """Whether a reason from a list is one of another colour: words of one's own always fit."""
    past = {
        kleur: f"OR({is_een_van(f'LOWER({reden})', kleur.redenen)},"
        f"{in_lijst(reden, keuzelijst(kleur))})"
        for kleur in licht.met_reden
        if kleur.redenen
    }
    if not past:
        return "FALSE"
    eigen = ",".join(f'AND({besluit}="{kleur}",{is_zo})' for kleur, is_zo in past.items())
    return f"AND(OR({','.join(past.values())}),NOT(OR({eigen})))"


def _is_van_een_ander(licht: Stoplicht, besluit: Beoordeling | None, reden: str) -> bool:
    past = {
        kleur: {*kleur.redenen, *(keuze_van(*r).lower() for r in kleur.redenen.items())}
        for kleur in licht.met_reden
    }
    bekend = any(reden in goed for goed in past.values())
    return bekend and (besluit is None or reden not in past.get(besluit, set()))


def _teller(vel: Vel, nog: Sequence[Formule]) -> Formule:
    """`Nog 4 van 19`, live."""
    bereik = vel.rooster.bereik(l.NOG_TE_DOEN, met_blad=False)
    af, niet = (f'COUNTIF({bereik},"{woord}")' for woord in (IN_ORDE, l.NIET_GEVRAAGD))
    gevraagd = f"({len(nog)}-{niet})"
    samen = sum(wat.uitkomst != l.NIET_GEVRAAGD for wat in nog)
    rest = samen - sum(wat.uitkomst == IN_ORDE for wat in nog)
    return Formule(
        f'IF({gevraagd}={af},"{ALLES_BESLOTEN}","Nog "&({gevraagd}-{af})&" van "&{gevraagd})',
        f"Nog {rest} van {samen}" if rest else ALLES_BESLOTEN,
    )


# -- choosing --------------------------------------------------------------------------------


def _laat_kiezen(vel: Vel) -> None:
    """The lists of the colours, of the reasons that go with one, and a day that can be meant."""
    licht, jaar = vel.matrix.kader.stoplicht, vel.matrix.ronde.jaar
    vel.kies(l.BESLUIT, licht.kleuren)
    keuze = "".join(
        f'IF({vel.rooster.cel(EERSTE, l.BESLUIT)}="{kleur}",{keuzelijst(kleur)},'
        for kleur in licht.met_reden
    )
    alleen = f"Bij {in_woorden(licht.met_reden)}" if licht.met_reden else "Mag leeg blijven"
    # No stop: the letter alone is a reason too, and so are words of one's own.
    redenen = {
        "validate": "list",
        "source": f"={keuze}{_GEEN_REDEN}{')' * len(licht.met_reden)}",
        "show_error": False,
        "input_title": "Reden",
        "input_message": f"{alleen}. Kies uit de lijst, typ de letter, of schrijf het zelf.",
    }
    dag = vel.matrix.kader.instellingen.zeg("de dag van het BO")
    dagen = {
        "validate": "date",
        "criteria": "between",
        "minimum": date(jaar - VER_WEG, 1, 1),
        "maximum": date(jaar + VER_WEG, 12, 31),
        "error_title": "Welke dag?",
        "error_message": f"Schrijf {dag} als dag-maand-jaar, bijvoorbeeld 12-3-2027.",
    }
    for kolom, regel in ((l.BESLUIT_REDEN, redenen), (l.DATUM_BO, dagen)):
        vel.blad.data_validation(vel.rooster.bereik(kolom, met_blad=False), regel)


def _merk(vel: Vel) -> None:
    """Mark the cell that lacks something; a row on which nothing is filled in is no fault yet."""
    rooster, nog = vel.rooster, vel.rooster.cel(EERSTE, l.NOG_TE_DOEN)
    begonnen = "&".join(
        f"TRIM({rooster.cel(EERSTE, k)})" for k in (l.BESLUIT, l.BESLUIT_REDEN, l.DATUM_BO)
    )
    mist: Mapping[str, str] = {
        l.BESLUIT: f'AND({nog}="{KIES_BESLUIT}",{begonnen}<>"")',
        l.BESLUIT_REDEN: is_een_van(nog, (KIES_REDEN, REDEN_PAST_NIET)),
        l.DATUM_BO: f'{nog}="{VUL_DATUM_IN}"',
        l.NOG_TE_DOEN: f'AND({nog}<>"{IN_ORDE}",{nog}<>"–",{begonnen}<>"")',
    }
    for kolom, formule in mist.items():
        vel.werkboek.waarschuw(vel.blad, rooster.bereik(kolom, met_blad=False), f"={formule}")
    bereik = rooster.bereik(l.NOG_TE_DOEN, met_blad=False).replace("$", "")
    vel.werkboek.kleur_woorden_licht(vel.blad, bereik, IN_ORDE)

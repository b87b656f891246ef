"""Pure: the answers of several partijen to one question taken together, as its way of
combining says; nothing is averaged and nothing missing is filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..core import phrases as say
from ..core.answers import Antwoord, Reactie, Voorzet, Waarde
from ..core.kader import (
    Combineren,
    Indicator,
    Kader,
    Meetwaarde,
    Rol,
    Soort,
    Verplicht,
)
from ..core.notation import plat, schrijf_getal
from ..core.outcome import Stand
from ..core.sums import tel_op
from ..core.targets import AANDEEL, DEELROLLEN, SOMROLLEN, naam_van_de_som, tekens

Inbreng = Mapping[str, Voorzet | None]


@dataclass(frozen=True, slots=True)
class _Gegeven:
    """The readable values by partij (code), in the order of the partijen.

    `gevraagd` counts who is asked and did not leave it open; `beantwoord` who gave a
    value, or said why it does not apply.
    """

    waarden: Mapping[str, Waarde]
    gevraagd: int
    beantwoord: int

    @property
    def volledig(self) -> bool:
        return self.beantwoord == self.gevraagd


def standen(kader: Kader, indicator: Indicator, inbreng: Inbreng) -> tuple[Stand, ...]:
    """A figure reckoned from several meetwaarden first (netto, aandeel), then one for each.

    None at all where every partij was asked only to confirm that it is done.
    """
    if inbreng and all(v is not None and v.bevestiging for v in inbreng.values()):
        return ()
    eigen = list(kader.meetwaarden_van(indicator.code))
    gegeven = {m.code: _verzamel(m, inbreng) for m in eigen}
    los = tuple(_stand(kader, m, gegeven[m.code]) for m in eigen if _telt(m, gegeven[m.code]))
    return (*_som_van_delen(indicator, eigen, gegeven), *_aandeel(indicator, eigen, gegeven), *los)


def _telt(meetwaarde: Meetwaarde, gegeven: _Gegeven) -> bool:
    """A question that may stay empty is shown only when somebody answered it."""
    return meetwaarde.verplicht is Verplicht.JA or bool(gegeven.waarden)


def _verzamel(meetwaarde: Meetwaarde, inbreng: Inbreng) -> _Gegeven:
    gevraagd = {
        code: v
        for code, v in inbreng.items()
        if meetwaarde.vraagt(code) and not _laat_open(meetwaarde, v)
    }
    waarden: dict[str, Waarde] = {}
    beantwoord = 0
    for code, voorzet in gevraagd.items():
        antwoord = voorzet.waarden.get(meetwaarde.code) if voorzet else None
        if antwoord and antwoord.waarde is not None:
            waarden[code] = antwoord.waarde
        beantwoord += code in waarden or _mag_leeg(meetwaarde, voorzet, antwoord)
    return _Gegeven(waarden, len(gevraagd), beantwoord)


def _laat_open(meetwaarde: Meetwaarde, voorzet: Voorzet | None) -> bool:
    """Whether it is not akkoord with a voorzet and says nothing of this value, as it may.

    A total, and what a figure is reckoned from, needs every number all the same.
    """
    if voorzet is None or voorzet.reactie is not Reactie.NIET_AKKOORD:
        return False
    alle_nodig = meetwaarde.combineren is Combineren.SOM or meetwaarde.rol is not None
    return meetwaarde.code not in voorzet.waarden and not alle_nodig


def _mag_leeg(meetwaarde: Meetwaarde, voorzet: Voorzet | None, antwoord: Antwoord | None) -> bool:
    """Whether an empty cell is an answer: not applying with a toelichting, a confirmation
    that it is done, or a question that may stay empty. A total needs every number all the same."""
    if voorzet is None or voorzet.beoordeling is None or antwoord is not None:
        return False
    if voorzet.bevestiging:
        return True
    if voorzet.beoordeling.geldt_niet:
        return bool(voorzet.toelichting)
    optioneel = meetwaarde.verplicht is not Verplicht.JA
    return optioneel and meetwaarde.combineren is not Combineren.SOM


def _stand(kader: Kader, meetwaarde: Meetwaarde, gegeven: _Gegeven) -> Stand:
    if not gegeven.waarden:
        tekst = "n.v.t." if gegeven.volledig and gegeven.gevraagd else _nog_niets(gegeven)
        return _maak(meetwaarde, tekst, volledig=gegeven.volledig)
    match meetwaarde.combineren:
        case Combineren.SOM if meetwaarde.telt_op:
            return _som(meetwaarde, gegeven)
        case Combineren.UNIE if meetwaarde.soort.verenigt:
            return _unie(meetwaarde, gegeven)
        case Combineren.GEZAMENLIJK | Combineren.ENKEL | Combineren.UNIE:
            return _gezamenlijk(kader, meetwaarde, gegeven)
        case _:
            return _ieder(kader, meetwaarde, gegeven)


def _maak(
    meetwaarde: Meetwaarde,
    tekst: str,
    waarde: int | float | None = None,
    *,
    volledig: bool,
    verschil: str = "",
) -> Stand:
    return Stand(meetwaarde.code, meetwaarde.omschrijving, tekst, waarde, volledig, verschil)


def _nog_niets(gegeven: _Gegeven) -> str:
    return say.deelstand(gegeven.beantwoord, gegeven.gevraagd)


def _som(meetwaarde: Meetwaarde, gegeven: _Gegeven) -> Stand:
    if not gegeven.volledig:
        return _maak(meetwaarde, _nog_niets(gegeven), volledig=False)
    totaal = _totaal(gegeven)
    return _maak(meetwaarde, meetwaarde.zeg(totaal), totaal, volledig=True)


def _totaal(gegeven: _Gegeven) -> int | float:
    return tel_op(w for w in gegeven.waarden.values() if isinstance(w, (int, float)))


def _gezamenlijk(kader: Kader, meetwaarde: Meetwaarde, gegeven: _Gegeven) -> Stand:
    """One answer for all; different answers stand side by side and are a difference."""
    soorten = {plat(w) if isinstance(w, str) else w: w for w in gegeven.waarden.values()}
    if len(soorten) > 1:
        tekst = _per_partij(kader, meetwaarde, gegeven)
        wat = f"{meetwaarde.omschrijving} ({_hoeveel(meetwaarde.soort, list(soorten.values()))})"
        return _maak(meetwaarde, tekst, volledig=gegeven.volledig, verschil=wat)
    waarde = next(iter(gegeven.waarden.values()))
    tekst = meetwaarde.zeg(waarde)
    if not gegeven.volledig and meetwaarde.verplicht is Verplicht.JA:
        tekst += f" ({_nog_niets(gegeven)})"
    getal = None
    if isinstance(waarde, (int, float)) and not isinstance(waarde, bool):
        getal = waarde
    return _maak(meetwaarde, tekst, getal, volledig=gegeven.volledig)


def _hoeveel(soort: Soort, waarden: list[Waarde]) -> str:
    getallen = [w for w in waarden if isinstance(w, (int, float)) and not isinstance(w, bool)]
    if len(getallen) == len(waarden):
        laagste, hoogste = min(getallen), max(getallen)
        delen = (laagste, hoogste, tel_op((hoogste, -laagste)))
        van, tot, verschil = (soort.zeg(g, "") for g in delen)
        return f"{van} tot {tot}, {verschil} uit elkaar"
    return " tegenover ".join(soort.zeg(w, "") for w in waarden)


def _ieder(kader: Kader, meetwaarde: Meetwaarde, gegeven: _Gegeven) -> Stand:
    tekst = _per_partij(kader, meetwaarde, gegeven)
    if not gegeven.volledig:
        tekst += f" ({_nog_niets(gegeven)})"
    return _maak(meetwaarde, tekst, volledig=gegeven.volledig)


def _per_partij(kader: Kader, meetwaarde: Meetwaarde, gegeven: _Gegeven) -> str:
    namen = {p.code: p.naam for p in kader.partijen}
    return "; ".join(
        f"{namen[code]} {meetwaarde.zeg(waarde)}" for code, waarde in gegeven.waarden.items()
    )


def _unie(meetwaarde: Meetwaarde, gegeven: _Gegeven) -> Stand:
    """Lists united on name; the first way of writing a name is kept."""
    namen: dict[str, str] = {}
    for waarde in gegeven.waarden.values():
        for deel in str(waarde).replace("\n", ";").split(";"):
            if deel.strip():
                namen.setdefault(plat(deel), deel.strip())
    tekst = "; ".join(namen.values())
    return _maak(meetwaarde, tekst, volledig=gegeven.volledig)


def _som_van_delen(
    indicator: Indicator, eigen: list[Meetwaarde], gegeven: Mapping[str, _Gegeven]
) -> tuple[Stand, ...]:
    delen = [m for m in eigen if m.rol in SOMROLLEN]
    if len(delen) < 2:
        return ()
    naam = naam_van_de_som(m.rol for m in delen)
    onvolledig = [gegeven[m.code] for m in delen if not gegeven[m.code].volledig]
    if onvolledig:
        minst = min(onvolledig, key=lambda g: g.beantwoord)
        return (Stand(indicator.code, naam, _nog_niets(minst)),)
    teken = tekens(m.rol for m in delen)
    totaal = tel_op(_totaal(gegeven[m.code]) * teken[m.rol] for m in delen if m.rol)
    return (Stand(indicator.code, naam, delen[0].zeg(totaal), totaal, True),)


def _aandeel(
    indicator: Indicator, eigen: list[Meetwaarde], gegeven: Mapping[str, _Gegeven]
) -> tuple[Stand, ...]:
    """Sum of tellers over sum of noemers; never the mean of percentages."""
    per_rol = {m.rol: m for m in eigen}
    if not per_rol.keys() >= {*DEELROLLEN}:
        return ()
    teller, noemer = (gegeven[per_rol[rol].code] for rol in DEELROLLEN)
    if not (teller.volledig and noemer.volledig):
        minst = min(teller, noemer, key=lambda g: g.beantwoord)
        return (Stand(indicator.code, AANDEEL, _nog_niets(minst)),)
    deel, geheel = _totaal(teller), _totaal(noemer)
    if not geheel:
        return (Stand(indicator.code, AANDEEL, "n.v.t. (het totaal is 0)", None, True),)
    procent = round(100 * deel / geheel, 1)
    van_deel = per_rol[Rol.TELLER].soort.zeg(deel, "")
    van_geheel = per_rol[Rol.NOEMER].soort.zeg(geheel, "")
    tekst = f"{schrijf_getal(procent)} % ({van_deel} van {van_geheel})"
    return (Stand(indicator.code, AANDEEL, tekst, procent, True),)

"""Pure: what a proposal to change the agreement comes to in words, and what it lacks."""

from __future__ import annotations

from ..core import labels as l
from ..core.meetwaarde import Combineren
from ..core.notation import een_regel, plat, schrijf_jaren, schrijf_opsomming
from ..core.proposals import Voorstelsoort as S
from ..core.text import als_code
from ..core.values import Waarde
from .kinds import SOORTEN
from .proposals import Voorstel, getal_in
from .titles import lees_titel

_GEDRUKT = {
    "indicator": l.INDICATOR_WORDT,
    "jaar": l.JAAR_WORDT,
    "actiehouder": l.ACTIEHOUDER_WORDT,
}
_KOPPEN = {**_GEDRUKT, "afspraak": l.AFSPRAAK_WORDT, "bij": l.WAARBIJ}


def what_it_lacks(voorstel: Voorstel) -> str:
    """Why it cannot be carried out as it stands, as what to do; "" when it can."""
    if voorstel.soort is None:
        return f"kies bij {l.SOORT_WIJZIGING}: {schrijf_opsomming([*S], 'of')}"
    if not voorstel.v.bij:
        waar = "onder welk thema" if voorstel.soort is S.AFSPRAAK else "waar het over gaat"
        return f"schrijf bij {l.WAARBIJ} {waar}"
    per_soort = {
        S.AFSPRAAK: _bij_afspraak,
        S.INDICATOR: _bij_indicator,
        S.WIJZIGING: _bij_wijziging,
        S.DOEL: _bij_doel,
        S.VERVALT: _bij_vervalt,
    }
    return _onleesbaar(voorstel) or per_soort[voorstel.soort](voorstel)


def _onleesbaar(voorstel: Voorstel) -> str:
    """A cell whose contents cannot be what is asked."""
    v, jaren, (van, tm) = voorstel.v, voorstel.jaren, voorstel.kader.looptijd
    if v.jaar and not jaren:
        return f"schrijf bij {l.JAAR_WORDT} jaren, zoals {tm - 1}-{tm}"
    if jaren - {*range(van, tm + 1)}:
        return f"de jaren bij {l.JAAR_WORDT} vallen buiten {van}-{tm}"
    if jaren and max(jaren) <= voorstel.ronde.jaar and voorstel.soort is not S.WIJZIGING:
        return f"noem bij {l.JAAR_WORDT} een jaar na {voorstel.ronde.jaar}"
    for naam in voorstel.genoemd.onbekend:
        return f"bij {l.ACTIEHOUDER_WORDT} kennen we “{naam}” niet"
    for kop, waarde in _getallen(voorstel).items():
        if waarde not in (None, "") and getal_in(waarde) is None:
            return f"schrijf bij {kop} een getal"
    if v.antwoord and plat(v.antwoord) not in map(plat, SOORTEN):
        return f"kies bij {l.SOORT_ANTWOORD}: {schrijf_opsomming([*SOORTEN], 'of')}"
    return ""


def _getallen(voorstel: Voorstel) -> dict[str, Waarde]:
    v = voorstel.v
    return {l.DOEL_TM: v.tm_jaar, l.DOEL_MINSTENS: v.minimum, l.DOEL_HOOGSTENS: v.maximum}


def _mist(voorstel: Voorstel, *velden: str) -> str:
    leeg = [_KOPPEN[veld] for veld in velden if not getattr(voorstel.v, veld)]
    return f"vul nog in: {schrijf_opsomming(leeg)}" if leeg else ""


def _bij_afspraak(voorstel: Voorstel) -> str:
    return _mist(voorstel, "afspraak", *_GEDRUKT) or _vraag(voorstel)


def _bij_indicator(voorstel: Voorstel) -> str:
    if voorstel.nummer is None:
        return f"bij {l.WAARBIJ} hoort het nummer van een afspraak; “{voorstel.v.bij}” is dat niet"
    codes = {i.code for i in voorstel.kader.indicatoren}
    if onbekend := [code for code in voorstel.vervangen if code not in codes]:
        return f"bij {l.GAAT_DOOR_OP} kennen we {onbekend[0]} niet"
    return _mist(voorstel, *_GEDRUKT) or _vraag(voorstel)


def _vraag(voorstel: Voorstel) -> str:
    if bool(voorstel.v.vraag) != bool(voorstel.v.antwoord):
        return f"{l.VRAAG_ERBIJ} en {l.SOORT_ANTWOORD} horen bij elkaar: vul ze beide in, of geen"
    return ""


def _bij_wijziging(voorstel: Voorstel) -> str:
    v, nummer = voorstel.v, voorstel.nummer
    anders = any(getattr(v, veld) for veld in _GEDRUKT)
    if nummer is not None:
        eigen = lees_titel(v.afspraak).nummer
        if eigen not in (None, nummer):
            return f"het nummer van afspraak {nummer} kan niet veranderen"
        if anders:
            return f"noem bij {l.WAARBIJ} de code van de indicator die verandert"
        return _mist(voorstel, "afspraak")
    if voorstel.indicator is None:
        return _onbekend(voorstel)
    if not anders:
        return f"vul in wat het wordt, bij {schrijf_opsomming([*_GEDRUKT.values()], 'of')}"
    return ""


def _onbekend(voorstel: Voorstel) -> str:
    return f"“{voorstel.v.bij}” kennen we niet; schrijf een code of een nummer"


def _bij_doel(voorstel: Voorstel) -> str:
    v = voorstel.v
    if voorstel.indicator is None and voorstel.code == voorstel.bij:
        return f"bij {l.WAARBIJ} hoort de code van een indicator; “{v.bij}” is dat niet"
    if voorstel.tm_jaar is None:
        return f"vul in bij {l.DOEL_TM} tot en met welk jaar"
    if getal_in(v.minimum) is None and getal_in(v.maximum) is None:
        return f"vul in wat het wordt: {l.DOEL_MINSTENS}, {l.DOEL_HOOGSTENS} of allebei"
    if sum(not doel.partij for doel in voorstel.doelen) > 1:
        return f"t/m {voorstel.tm_jaar} staan er twee doelen; verander dat in het sjabloon zelf"
    return ""


def _bij_vervalt(voorstel: Voorstel) -> str:
    tm, jaar = voorstel.tm_jaar, voorstel.ronde.jaar
    if not voorstel.indicatoren:
        return _onbekend(voorstel)
    if tm is not None:
        return "" if voorstel.doelen else f"bij {voorstel.v.bij} is er geen doel t/m {tm}"
    if all(max(i.jaren, default=0) <= jaar for i in voorstel.indicatoren):
        return f"dat loopt na {jaar} al niet meer; wat doorschuift vervalt met een kleur"
    return ""


# -- in words --------------------------------------------------------------------------------


def in_a_sentence(voorstel: Voorstel) -> str:
    """What it comes to, to lay before the BO; "" while that cannot be said."""
    if what_it_lacks(voorstel):
        return ""
    v, tm, nummer = voorstel.v, voorstel.tm_jaar, voorstel.nummer
    if voorstel.soort in (S.AFSPRAAK, S.INDICATOR):
        return " ".join(filter(None, (_nieuw(voorstel), answered_together(voorstel))))
    if voorstel.soort is S.DOEL:
        grenzen = {"minstens": v.minimum, "hoogstens": v.maximum}
        hoeveel = [f"{w} {g}" for w, g in grenzen.items() if g not in (None, "")]
        return f"Het doel bij {v.bij} t/m {tm} wordt {schrijf_opsomming(hoeveel)}."
    if voorstel.soort is S.VERVALT and tm is not None:
        return f"Het doel bij {v.bij} t/m {tm} vervalt."
    if voorstel.soort is S.VERVALT:
        wat = f"Indicator {voorstel.bij}" if nummer is None else f"Afspraak {nummer}"
        return f"{wat} vervalt na {voorstel.ronde.jaar}."
    if nummer is not None:
        return f"Afspraak {nummer} heet voortaan “{voorstel.titel}”."
    wordt = [
        f"{wat} “{een_regel(tekst)}”"
        for wat, tekst in (("de tekst", v.indicator), ("de actiehouder", v.actiehouder))
        if tekst
    ]
    wordt += [f"de jaren {schrijf_jaren(voorstel.jaren)}"] if v.jaar else []
    return f"Indicator {voorstel.bij}: voortaan {schrijf_opsomming(wordt)}."


def answered_together(voorstel: Voorstel) -> str:
    """That a number is asked of more than one actiehouder as one answer, which no proposal says;
    "" where it is not."""
    soort = next(
        (s for naam, s in SOORTEN.items() if plat(naam) == plat(voorstel.v.antwoord)), None
    )
    telt_op = soort is not None and soort.telt_op(Combineren.SOM)
    if not (telt_op and voorstel.v.vraag and len(voorstel.actiehouders) > 1):
        return ""
    return (
        f"Op “{een_regel(voorstel.v.vraag)}” komt één antwoord van allen samen; tellen de "
        f"antwoorden op, zet dan in het nieuwe sjabloon op het blad {l.MEETWAARDEN} bij "
        f"combineren: {Combineren.SOM}."
    )


def _nieuw(voorstel: Voorstel) -> str:
    v = voorstel.v
    wat = f"“{een_regel(v.indicator)}”"
    over = f"({schrijf_jaren(voorstel.jaren)}; {een_regel(v.actiehouder)})"
    vraag = f", met de vraag “{een_regel(v.vraag)}”" if v.vraag else ""
    if voorstel.soort is S.AFSPRAAK:
        return f"Nieuwe afspraak “{voorstel.titel}” bij {v.bij}, met indicator {wat} {over}{vraag}."
    ervoor = schrijf_opsomming([*map(als_code, voorstel.vervangen)]) if voorstel.vervangen else ""
    plaats = f", in plaats van {ervoor}" if ervoor else ""
    return f"Nieuwe indicator bij afspraak {v.bij}: {wat} {over}{vraag}{plaats}."

"""Pure: a return held against the kader gives the voorzetten, and a finding for each doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..core import catalogue, labels as l, phrases as say
from ..core.action_points import Stand, lees_stand
from ..core.answers import (
    Antwoord,
    Antwoordregel,
    Inzending,
    Reactie,
    Return,
    Veld,
    Voorzet,
)
from ..core.colour import Beoordeling
from ..core.findings import heeft_fout
from ..core.kader import Indicator, Kader, Meetwaarde, Rol, Verplicht, datumgrenzen
from ..core.notation import (
    lees_ja_nee,
    lees_reden,
    lijkt_op,
    plat,
    schrijf_opsomming,
)
from ..core.personal_data import lijkt_persoonlijk
from ..core.phrases import lees_loopt
from ..core.rounds import Bevinding, Plek, Ronde
from ..core.traffic_light import Stoplicht
from ..core.voorzetten import als_gezien
from ..template.kinds import JA_NEE

_ONTBREEKT = {
    catalogue.BEOORDELING_ONTBREEKT.code: "een beoordeling",
    catalogue.REDEN_ONTBREEKT.code: "een reden",
    catalogue.TOELICHTING_ONTBREEKT.code: "een toelichting",
    catalogue.OORDEEL_ZONDER_WOORDEN.code: "een toelichting",
    catalogue.LOOPT_NOG.code: "een toelichting",
    catalogue.ELK_JAAR_OPNIEUW.code: "een toelichting",
}
_KORT = 60
_ZONDER_UITLEG = catalogue.NIET_AKKOORD_ZONDER_UITLEG.code
_AKKOORD = {_ZONDER_UITLEG: "waarom niet akkoord"}
_ZEGT_AKKOORD, _ZEGT_NIET = {"akkoord", "eens"}, {"niet akkoord", "oneens", "niet eens"}
_OORDEEL = (l.BEOORDELING, l.REDEN, l.TOELICHTING)


@dataclass(frozen=True, slots=True)
class _Vraag:
    """An indicator as a partij was asked it in a year; a `bevestiging` asks no meetwaarden."""

    indicator: Indicator
    meetwaarden: Sequence[Meetwaarde]
    jaar: int
    bevestiging: bool


def validate(inzending: Return, kader: Kader, ronde: Ronde) -> Inzending:
    """Every voorzet the return holds, and what is wrong with it, in the order of the questions."""
    bevindingen: list[Bevinding] = []
    voorzetten: dict[str, Voorzet] = {}
    for indicator, eigen_meetwaarden in kader.vragen_aan(inzending.partij, ronde.jaar):
        eigen = inzending.regels.get(indicator.code)
        bevestiging = indicator.code in inzending.bevestigingen
        meetwaarden = () if bevestiging else eigen_meetwaarden
        vraag = _Vraag(indicator, meetwaarden, ronde.jaar, bevestiging)
        onder = {m.code: r for m in meetwaarden if (r := inzending.regels.get(m.code))}
        if eigen is None and not onder:
            continue
        if eigen is not None and indicator.code in inzending.pas.akkoord:
            voorzet, gevonden = _reactie(kader, vraag, eigen, onder)
            gezien = als_gezien(inzending.getoond.get(indicator.code, {}))
            voorzet = replace(voorzet, gezien=gezien)
        else:
            voorzet, gevonden = _voorzet(kader, vraag, eigen, onder)
        voorzetten[indicator.code] = voorzet
        bevindingen += gevonden
        regels = [r for r in (eigen, *onder.values()) if r is not None]
        bevindingen += _persoonsgegevens([veld for regel in regels for veld in regel.velden])
    programma = {code: veld for code, veld in inzending.programma.items() if veld}
    bevindingen += _persoonsgegevens(programma.values())
    bevindingen += _lopend(kader, programma)
    bevindingen += _teruggevraagd(kader, programma)
    bevindingen += find_personal_data(inzending.bevindingen)
    return Inzending(
        bestand=inzending.bestand,
        sha256=inzending.sha256,
        partij=inzending.partij,
        gewijzigd=inzending.gewijzigd,
        fictief=inzending.fictief,
        voorzetten=voorzetten,
        bevindingen=(*inzending.bevindingen, *bevindingen),
        bron=inzending,
        programma=programma,
    )


def _lopend(kader: Kader, programma: Mapping[str, Veld]) -> Iterator[Bevinding]:
    """What is said of a running commitment that is no answer, or says not why."""
    for t in kader.toezeggingen:
        veld = programma.get(t.code)
        woord, waarom = lees_loopt(veld.tekst) if veld else ("", "")
        wat = t.tekst if len(t.tekst) <= _KORT else f"{t.tekst[:_KORT]}…"
        if veld and not woord:
            yield catalogue.LOOPT_ONLEESBAAR.bij(veld.plek, wat=wat, waarde=veld.tekst)
        elif veld and woord != l.LOOPT and not waarom:
            yield catalogue.GESTOPT_ZONDER_REDEN.bij(veld.plek, wat=wat, woord=woord)


def _teruggevraagd(kader: Kader, programma: Mapping[str, Veld]) -> Iterator[Bevinding]:
    """What there is to say of the answers on what was taken on."""
    for t in kader.actiepunten:
        if veld := programma.get(t.code):
            stand, waarom = lees_stand(veld.tekst)
            if stand is None:
                wat = say.actiepunt(t)
                yield catalogue.STAND_ONLEESBAAR.bij(veld.plek, wat=wat, tekst=veld.tekst)
            elif stand is Stand.NIET_GEDAAN and not waarom:
                yield catalogue.NIET_GEDAAN_WAAROM.bij(veld.plek, wat=say.actiepunt(t))


def _persoonsgegevens(velden: Iterable[Veld]) -> list[Bevinding]:
    """A finding for each cell whose text seems to speak of a person; it does not quote it."""
    return [
        catalogue.PERSOONSGEGEVENS.bij(veld.plek, waarin="deze tekst", wat=schrijf_opsomming(wat))
        for veld in velden
        if isinstance(veld.inhoud, str) and (wat := lijkt_persoonlijk(veld.inhoud))
    ]


def find_personal_data(gelezen: Iterable[Bevinding]) -> list[Bevinding]:
    """The same for what stood beside the answers, which the findings of reading quote in full."""
    gevonden: dict[Bevinding, None] = {}
    for b in gelezen:
        if wat := lijkt_persoonlijk(b.tekst):
            bij_cel = b.code == catalogue.OPMERKING_GEVONDEN.code
            waarin = "de opmerking bij deze cel" if bij_cel else "deze tekst"
            velden = {"waarin": waarin, "wat": schrijf_opsomming(wat)}
            gevonden[catalogue.PERSOONSGEGEVENS.bij(b.plek, **velden)] = None
    return [*gevonden]


def _reactie(
    kader: Kader, vraag: _Vraag, eigen: Antwoordregel, onder: Mapping[str, Antwoordregel]
) -> tuple[Voorzet, list[Bevinding]]:
    """What is said to the voorzet of another, and the own answer beside it.

    Only Akkoord alone is akkoord. An own answer is kept whatever stands beside it, and of a value
    that is left empty there is nothing to say.
    """
    indicator = vraag.indicator
    mag_leeg = [replace(m, verplicht=Verplicht.NEE) for m in vraag.meetwaarden]
    zonder = eigen._replace(waarde=eigen.waarde._replace(inhoud=None))
    zegt = lees_reactie(eigen.waarde)
    eigen_antwoord = any((eigen.beoordeling, eigen.reden, *(r.waarde for r in onder.values())))
    bevindingen: list[Bevinding] = []
    voorzet = Voorzet(indicator.code, toelichting=eigen.toelichting.tekst)
    if eigen_antwoord or zegt is Reactie.NIET_AKKOORD:
        anders = replace(vraag, meetwaarden=mag_leeg)
        voorzet, bevindingen = _voorzet(kader, anders, zonder, onder)
    over = [*_over_de_reactie(indicator, eigen, zegt, eigen_antwoord)]
    al_gezegd = any(_ONTBREEKT.get(b.code) == "een toelichting" for b in bevindingen)
    over = [b for b in over if not (al_gezegd and b.code == _ZONDER_UITLEG)]
    # Of who did not say Niet akkoord that says enough: it need not give a colour.
    niet = zegt is Reactie.NIET_AKKOORD
    mist = catalogue.BEOORDELING_ONTBREEKT.code
    bevindingen = [*over, *(b for b in bevindingen if niet or b.code != mist)]
    zegt = None if eigen_antwoord and zegt is Reactie.AKKOORD else zegt
    velden = dict(zip((l.WAARDE, *_OORDEEL), eigen.velden, strict=True))
    voorzet = replace(
        voorzet,
        velden={naam: veld for naam, veld in velden.items() if veld},
        ontbreekt=(*(_AKKOORD.get(b.code, "akkoord of niet") for b in over), *voorzet.ontbreekt),
        compleet=zegt is not None and not heeft_fout(bevindingen),
        reactie=zegt,
    )
    return voorzet, bevindingen


def lees_reactie(veld: Veld) -> Reactie | None:
    """What a cell says to a voorzet; None for nothing, and for something else."""
    gezegd, ja = plat(veld.tekst), lees_ja_nee(veld.inhoud)
    if gezegd in _ZEGT_AKKOORD or ja is True:
        return Reactie.AKKOORD
    return Reactie.NIET_AKKOORD if gezegd in _ZEGT_NIET or ja is False else None


def _over_de_reactie(
    indicator: Indicator, eigen: Antwoordregel, zegt: Reactie | None, eigen_antwoord: bool
) -> Iterator[Bevinding]:
    """A reaction that is missing, is none, or says otherwise than what stands beside it."""
    plek, code = eigen.waarde.plek, indicator.code
    if eigen.waarde and zegt is None:
        yield catalogue.AKKOORD_ONLEESBAAR.bij(plek, waarde=eigen.waarde.tekst)
    elif zegt is None and eigen_antwoord:
        yield catalogue.EIGEN_ANTWOORD_ZONDER_KEUZE.bij(plek, code=code)
    elif zegt is None:
        yield catalogue.AKKOORD_ONTBREEKT.bij(plek, code=code, vraag=indicator.tekst)
    elif zegt is Reactie.AKKOORD and eigen_antwoord:
        yield catalogue.AKKOORD_MET_EIGEN_ANTWOORD.bij(plek, code=code)
    elif zegt is Reactie.NIET_AKKOORD and not eigen.toelichting:
        yield catalogue.NIET_AKKOORD_ZONDER_UITLEG.bij(eigen.toelichting.plek, code=code)


def _voorzet(
    kader: Kader, vraag: _Vraag, eigen: Antwoordregel | None, onder: Mapping[str, Antwoordregel]
) -> tuple[Voorzet, list[Bevinding]]:
    indicator, meetwaarden = vraag.indicator, vraag.meetwaarden
    bevindingen: list[Bevinding] = []
    velden: dict[str, Veld] = {}
    kleur, reden = None, ""
    if eigen is not None:
        velden = {n: v for n, v in zip(_OORDEEL, eigen.velden[1:], strict=True) if v}
        kleur = _beoordeling(eigen.beoordeling, indicator, kader.stoplicht, bevindingen)
        reden = _reden(eigen.reden, eigen.beoordeling.plek, kleur, bevindingen)
        if kleur is not None and not eigen.toelichting:
            bevindingen += _zonder_toelichting(vraag, kleur, kader.stoplicht, eigen.toelichting)
        bevindingen += _misplaatst(eigen.waarde, l.WAARDE)
    bevindingen += _verdwaald(onder)
    mist = [_ONTBREEKT[b.code] for b in bevindingen if b.code in _ONTBREEKT]
    waarden = _waarden(kader, meetwaarden, onder, bevindingen)
    # Of an indicator that was passed over altogether one finding says enough.
    ingevuld = bool(velden) or any(regel.waarde for regel in onder.values())
    if kleur is not None and kleur.geldt_niet:
        bevindingen += _geldt_niet(indicator, kleur, velden[l.BEOORDELING].plek, onder)
    elif ingevuld:
        leeg = _ontbrekend(meetwaarden, onder)
        bevindingen += _zonder_waarde(leeg, onder, l.TOELICHTING in velden)
        mist += [m.omschrijving for m in leeg]
    voorzet = Voorzet(
        indicator.code,
        kleur,
        reden,
        velden[l.TOELICHTING].tekst if l.TOELICHTING in velden else "",
        waarden,
        velden,
        tuple(mist),
        kleur is not None and not heeft_fout(bevindingen),
        vraag.bevestiging,
    )
    return voorzet, bevindingen


def _zonder_toelichting(
    vraag: _Vraag, kleur: Beoordeling, licht: Stoplicht, leeg: Veld
) -> Iterator[Bevinding]:
    """A colour that asks for a toelichting by itself, or that does so of what is asked here."""
    indicator = vraag.indicator
    loopt_nog = kleur.klaar and indicator.loopt_nog(vraag.jaar)
    velden = {"code": indicator.code, "kleur": kleur, "tm": max(indicator.jaren)}
    if kleur.vraagt_toelichting or (vraag.bevestiging and not kleur.klaar):
        yield catalogue.TOELICHTING_ONTBREEKT.bij(leeg.plek, kleur=kleur)
    elif vraag.bevestiging:
        return
    elif indicator.is_jaarlijks and loopt_nog:
        goed = licht.voortgang[-1]
        yield catalogue.ELK_JAAR_OPNIEUW.bij(leeg.plek, **velden, goed=goed)
    elif indicator.is_oordeel:
        yield catalogue.OORDEEL_ZONDER_WOORDEN.bij(leeg.plek, code=indicator.code, kleur=kleur)
    elif loopt_nog:
        yield catalogue.LOOPT_NOG.bij(leeg.plek, **velden)


def _verdwaald(onder: Mapping[str, Antwoordregel]) -> Iterator[Bevinding]:
    """What was written behind a waarde, where a judgement is asked of the whole indicator."""
    for regel in onder.values():
        if not regel.oordeel_is_leeg:
            for naam, veld in zip(_OORDEEL, regel.velden[1:], strict=True):
                yield from _misplaatst(veld, naam)


def _misplaatst(veld: Veld, kolom: str) -> Iterator[Bevinding]:
    if veld:
        regel = catalogue.WAARDE_OP_VERKEERDE_REGEL
        yield regel.bij(veld.plek, waarde=veld.tekst, kolom=kolom)


def _geldt_niet(
    indicator: Indicator, kleur: Beoordeling, boven: Plek, onder: Mapping[str, Antwoordregel]
) -> Iterator[Bevinding]:
    """A waarde beside a colour that says that the question does not apply."""
    for regel in onder.values():
        if veld := regel.waarde:
            velden = {"code": indicator.code, "kleur": kleur, "waarde": veld.tekst}
            yield catalogue.WAARDE_BIJ_NVT.bij(veld.plek, **velden).naast(boven)


def _zonder_waarde(
    leeg: Iterable[Meetwaarde], onder: Mapping[str, Antwoordregel], toegelicht: bool
) -> Iterator[Bevinding]:
    for meetwaarde in leeg:
        vraag, plek = meetwaarde.omschrijving, onder[meetwaarde.code].waarde.plek
        if toegelicht and meetwaarde.soort.mag_uitgelegd:
            yield catalogue.WAARDE_TOEGELICHT.bij(plek, vraag=vraag)
        else:
            raad = meetwaarde.soort.raad
            yield catalogue.WAARDE_ONTBREEKT.bij(plek, vraag=vraag, raad=raad)


def _beoordeling(
    veld: Veld, indicator: Indicator, licht: Stoplicht, bevindingen: list[Bevinding]
) -> Beoordeling | None:
    if not veld:
        bevindingen.append(
            catalogue.BEOORDELING_ONTBREEKT.bij(
                veld.plek, code=indicator.code, vraag=indicator.tekst, keuzes=licht.keuzezin
            )
        )
        return None
    kleur = licht.lees(veld.tekst)
    if kleur is None:
        tip = lijkt_op(veld.tekst, licht.kleuren)
        velden = {"waarde": veld.tekst, "keuzes": licht.keuzezin, "tip": tip}
        bevindingen.append(catalogue.BEOORDELING_ONBEKEND.bij(veld.plek, **velden))
    return kleur


def _reden(veld: Veld, boven: Plek, kleur: Beoordeling | None, bevindingen: list[Bevinding]) -> str:
    if kleur is None or not kleur.vraagt_reden:
        if veld and kleur is not None:
            overbodig = catalogue.REDEN_OVERBODIG.bij(veld.plek, kleur=kleur, waarde=veld.tekst)
            bevindingen.append(overbodig.naast(boven))
        return veld.tekst
    keuzes = kleur.keuzes
    if not veld:
        bevindingen.append(catalogue.REDEN_ONTBREEKT.bij(veld.plek, kleur=kleur, redenen=keuzes))
        return ""
    letter = lees_reden(veld.tekst, kleur.redenen)
    if letter is None:
        bevindingen.append(
            catalogue.REDEN_PAST_NIET.bij(veld.plek, waarde=veld.tekst, kleur=kleur, redenen=keuzes)
        )
    return letter or veld.tekst


def _waarden(
    kader: Kader,
    meetwaarden: Sequence[Meetwaarde],
    onder: Mapping[str, Antwoordregel],
    bevindingen: list[Bevinding],
) -> dict[str, Antwoord]:
    antwoorden: dict[str, Antwoord] = {}
    for meetwaarde in meetwaarden:
        regel = onder.get(meetwaarde.code)
        if regel is not None and regel.waarde:
            gelezen = meetwaarde.soort.lees(regel.waarde, datumgrenzen(kader))
            antwoorden[meetwaarde.code] = Antwoord(regel.waarde, gelezen.waarde)
            bevindingen += gelezen.bevindingen
    bevindingen += _teller_en_noemer(meetwaarden, antwoorden)
    return antwoorden


def _ontbrekend(
    meetwaarden: Sequence[Meetwaarde], onder: Mapping[str, Antwoordregel]
) -> list[Meetwaarde]:
    """The empty cells that must be filled; a row that is gone altogether is named elsewhere."""
    gereed = _gereed(meetwaarden, onder)
    return [
        m for m in meetwaarden if m.code in onder and not onder[m.code].waarde and _nodig(m, gereed)
    ]


def _gereed(meetwaarden: Sequence[Meetwaarde], onder: Mapping[str, Antwoordregel]) -> bool | None:
    """The indicator's own ja/nee; None when it asks none."""
    for meetwaarde in meetwaarden:
        if meetwaarde.soort is JA_NEE:
            regel = onder.get(meetwaarde.code)
            return bool(regel and regel.waarde and lees_ja_nee(regel.waarde.inhoud))
    return None


def _nodig(meetwaarde: Meetwaarde, gereed: bool | None) -> bool:
    if meetwaarde.verplicht is Verplicht.BIJ_JA:
        return gereed is not False
    return meetwaarde.verplicht is Verplicht.JA


def _teller_en_noemer(
    meetwaarden: Sequence[Meetwaarde], antwoorden: Mapping[str, Antwoord]
) -> list[Bevinding]:
    """A teller above its noemer; a noemer of zero is no error (there is then no share)."""
    per_rol = {m.rol: (m, antwoorden[m.code]) for m in meetwaarden if m.code in antwoorden}
    if Rol.TELLER not in per_rol or Rol.NOEMER not in per_rol:
        return []
    (van_deel, teller), (van_geheel, noemer) = per_rol[Rol.TELLER], per_rol[Rol.NOEMER]
    deel, geheel = teller.waarde, noemer.waarde
    if not (isinstance(deel, (int, float)) and isinstance(geheel, (int, float))) or deel <= geheel:
        return []
    return [
        catalogue.TELLER_TE_GROOT.bij(
            teller.veld.plek,
            teller=van_deel.soort.zeg(deel, ""),
            noemer=van_geheel.soort.zeg(geheel, ""),
            cel_noemer=noemer.veld.plek.cel,
        ).naast(noemer.veld.plek)
    ]

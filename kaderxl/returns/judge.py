"""Pure: a return held against the kader gives the voorzetten, and a finding for each doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..core import catalogue
from ..core import labels as l
from ..core.answers import Antwoord, Antwoordregel, Inzending, Return, Veld, Voorzet
from ..core.colour import Beoordeling
from ..core.findings import heeft_fout
from ..core.kader import Indicator, Kader, Meetwaarde, Rol, Verplicht
from ..core.notation import (
    lees_ja_nee,
    lees_reden,
    lijkt_op,
    schrijf_opsomming,
)
from ..core.personal_data import lijkt_persoonlijk
from ..core.rounds import Bevinding, Ronde
from ..core.traffic_light import Stoplicht
from ..template.kinds import JA_NEE

_ONTBREEKT = {
    catalogue.BEOORDELING_ONTBREEKT.code: "een beoordeling",
    catalogue.REDEN_ONTBREEKT.code: "een reden",
    catalogue.TOELICHTING_ONTBREEKT.code: "een toelichting",
}
_OORDEEL = (l.BEOORDELING, l.REDEN, l.TOELICHTING)


def validate(inzending: Return, kader: Kader, ronde: Ronde) -> Inzending:
    """Every voorzet the return holds, and what is wrong with it, in the order of the questions."""
    bevindingen: list[Bevinding] = []
    voorzetten: dict[str, Voorzet] = {}
    for indicator, eigen_meetwaarden in kader.vragen_aan(inzending.partij, ronde.jaar):
        eigen = inzending.regels.get(indicator.code)
        bevestiging = indicator.code in inzending.bevestigingen
        meetwaarden = () if bevestiging else eigen_meetwaarden
        onder = {m.code: r for m in meetwaarden if (r := inzending.regels.get(m.code))}
        if eigen is None and not onder:
            continue
        voorzet, gevonden = _voorzet(kader, indicator, meetwaarden, eigen, onder, bevestiging)
        voorzetten[indicator.code] = voorzet
        bevindingen += gevonden
        regels = (r for r in (eigen, *onder.values()) if r is not None)
        bevindingen += _persoonsgegevens([veld for regel in regels for veld in regel.velden])
    programma = {nummer: veld for nummer, veld in inzending.programma.items() if veld}
    bevindingen += _persoonsgegevens(programma.values())
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


def _voorzet(
    kader: Kader,
    indicator: Indicator,
    meetwaarden: Sequence[Meetwaarde],
    eigen: Antwoordregel | None,
    onder: Mapping[str, Antwoordregel],
    bevestiging: bool,
) -> tuple[Voorzet, list[Bevinding]]:
    bevindingen: list[Bevinding] = []
    velden: dict[str, Veld] = {}
    kleur, reden = None, ""
    if eigen is not None:
        velden = {n: v for n, v in zip(_OORDEEL, eigen.velden[1:], strict=True) if v}
        kleur = _beoordeling(eigen.beoordeling, indicator, kader.stoplicht, bevindingen)
        reden = _reden(eigen.reden, kleur, bevindingen)
        bevindingen += _rond_het_oordeel(eigen, kleur, bevestiging)
    bevindingen += _verdwaald(onder)
    mist = [_ONTBREEKT[b.code] for b in bevindingen if b.code in _ONTBREEKT]
    waarden = _waarden(kader, meetwaarden, onder, bevindingen)
    # Of an indicator that was passed over altogether one finding says enough.
    ingevuld = bool(velden) or any(regel.waarde for regel in onder.values())
    if kleur is not None and kleur.geldt_niet:
        bevindingen += _geldt_niet(indicator, kleur, onder)
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
        bevestiging,
    )
    return voorzet, bevindingen


def _rond_het_oordeel(
    eigen: Antwoordregel, kleur: Beoordeling | None, bevestiging: bool
) -> Iterator[Bevinding]:
    """A toelichting that a colour asks for, and a waarde where none is asked."""
    wijkt_af = kleur and (kleur.vraagt_toelichting or (bevestiging and not kleur.klaar))
    if wijkt_af and not eigen.toelichting:
        yield catalogue.TOELICHTING_ONTBREEKT.bij(eigen.toelichting.plek, kleur=kleur)
    yield from _misplaatst(eigen.waarde, l.WAARDE)


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
    indicator: Indicator, kleur: Beoordeling, onder: Mapping[str, Antwoordregel]
) -> Iterator[Bevinding]:
    """A waarde beside a colour that says that the question does not apply."""
    for regel in onder.values():
        if veld := regel.waarde:
            velden = {"code": indicator.code, "kleur": kleur, "waarde": veld.tekst}
            yield catalogue.WAARDE_BIJ_NVT.bij(veld.plek, **velden)


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


def _reden(veld: Veld, kleur: Beoordeling | None, bevindingen: list[Bevinding]) -> str:
    if kleur is None or not kleur.vraagt_reden:
        if veld and kleur is not None:
            bevindingen.append(
                catalogue.REDEN_OVERBODIG.bij(veld.plek, kleur=kleur, waarde=veld.tekst)
            )
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
            gelezen = meetwaarde.soort.lees(regel.waarde, kader.datumgrenzen)
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
        )
    ]

"""The sheet Verschillen: the agenda of the AO, one thing that differs at a time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ...core import labels as l
from ...core.kader import Meetwaarde
from ...core.notation import een_regel, schrijf_opsomming
from ...core.outcome import Matrix, Matrixrij, met_naam
from ...core.text import leesbaar
from ...writing.colours import GRIJZE_TEKST
from ...writing.grid import EERSTE, invoercel, zet
from ...writing.measures import MEESTE_REGELS, aantal_regels, hoogte, ingekort
from ...writing.worksheet import schrijf_delen
from ..grounds import (
    antwoord_in_woorden,
    kleur_met_woorden,
    reactie_van,
    sinds_de_afspraak,
    zonder_antwoord,
)
from .layout import BREEDTE_SINDSDIEN, BREEDTE_ZEGGEN, Vel, Verschilregel

_WIT = 12  # points under each row


@dataclass(slots=True)
class _Standpunt:
    """What some partijen say alike, and with what words and figures each of them says it."""

    wie: list[str] = field(default_factory=list)
    erbij: dict[tuple[str, str], list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Gezegd:
    """All that is said of one thing that differs: its text, and which lines of it stand out."""

    tekst: str
    koppen: frozenset[str]
    cijfers: frozenset[str]


def schrijf_verschillen(vel: Vel) -> None:
    """The agenda of the AO: a row for each thing that differs, with who stands where and why."""
    meetwaarden = {m.code: m for m in vel.matrix.kader.meetwaarden}
    regels = [(regel, meetwaarden.get(regel.code)) for regel in vel.indeling.verschilregels]
    gezegd = [_gezegd(vel, *regel) for regel in regels]
    rijen = [_rij(vel, *regel) for regel in regels]
    vel.schrijf(rijen, "De partijen verschillen nergens.")
    for nummer, (regel, wat, rij) in enumerate(zip(regels, gezegd, rijen, strict=True), EERSTE):
        _schrijf_regel(vel, nummer, *regel)
        _schrijf_gezegd(vel, nummer, wat)
        breedtes = [kolom.breedte for kolom in vel.rooster.kolommen]
        teksten = [str(tekst or "") for tekst in rij]
        teksten[vel.rooster.plaats(l.WAT_ZIJ_ZEGGEN)] = wat.tekst
        vel.blad.set_row(nummer, min(hoogte(zip(teksten, breedtes, strict=True)) + _WIT, 409))
    if regels:
        for kolom in (l.VOORSTEL, l.BESLUIT_AO):
            vel.kleur(kolom)
    vel.blad.freeze_panes(EERSTE, 3)


def _rij(vel: Vel, regel: Verschilregel, meetwaarde: Meetwaarde | None) -> list[object]:
    rij, afgesproken = regel.rij, regel.afgesproken
    afspraak = indicator = voorstel = l.NIET_GEVRAAGD
    if rij is not None:
        afspraak, indicator = rij.indicator.gedrukt[1], rij.indicator.tekst
        if meetwaarde is None:
            voorstel = str(rij.volgens_regel or l.NIET_INGEVULD)
    sinds = _sindsdien(vel.matrix, regel) or l.NIET_GEVRAAGD
    kop = (regel.code, afspraak, indicator, regel.wat, None, voorstel)
    return [*kop, afgesproken.waarde, afgesproken.toelichting, sinds]


def _schrijf_regel(
    vel: Vel, nummer: int, regel: Verschilregel, meetwaarde: Meetwaarde | None
) -> None:
    """What it is about in bold, and a cell for what the AO makes of it."""
    if regel.rij is not None:
        vet = vel.werkboek.cel(bold=True)
        zet(vel.blad, nummer, vel.rooster.plaats("Indicator"), regel.rij.indicator.tekst, vet)
        zet(vel.blad, nummer, vel.rooster.plaats(l.WAT_VERSCHILT), regel.wat, vet)
    opmaak = invoercel(vel.werkboek, meetwaarde.soort.notatie if meetwaarde else "@")
    zet(vel.blad, nummer, vel.rooster.plaats(l.BESLUIT_AO), regel.afgesproken.waarde, opmaak)
    kleuren = vel.matrix.kader.stoplicht.kleuren
    if keuzes := meetwaarde.soort.keuzes if meetwaarde else kleuren:
        vel.kies(l.BESLUIT_AO, keuzes, nummer)


def _schrijf_gezegd(vel: Vel, nummer: int, gezegd: _Gezegd) -> None:
    """Who stands where in bold, why, and the figures that go with it in grey."""
    vet, grijs = vel.werkboek.opmaak(bold=True), vel.werkboek.opmaak(font_color=GRIJZE_TEKST)
    delen: list[tuple[Any, str]] = []
    for n, tekst in enumerate(gezegd.tekst.split("\n")):
        opmaak = vet if tekst in gezegd.koppen else grijs if tekst in gezegd.cijfers else None
        stuk = f"{chr(10) * bool(n)}{tekst}"
        if delen and (opmaak is delen[-1][0] or not tekst):
            delen[-1] = (delen[-1][0], f"{delen[-1][1]}{stuk}")
        else:
            delen.append((opmaak, stuk))
    gewoon = vel.werkboek.opmaak()
    letters = [(opmaak or gewoon, stuk) for opmaak, stuk in delen]
    plaats = vel.rooster.plaats(l.WAT_ZIJ_ZEGGEN)
    alles_vet = {opmaak for opmaak, _ in delen} == {vet}
    schrijf_delen(vel.blad, nummer, plaats, letters, vel.werkboek.cel(bold=alles_vet))


def _gezegd(vel: Vel, regel: Verschilregel, meetwaarde: Meetwaarde | None) -> _Gezegd:
    """A block for each that stands somewhere else, as a row can show them."""
    if regel.rij is None:
        return _Gezegd(l.NIET_GEVRAAGD, frozenset(), frozenset())
    koppen, cijfers, blokken = set[str](), set[str](), list[str]()
    for kop, standpunt in _standpunten(vel, regel.rij, meetwaarde).items():
        regels = [f"{kop}: {schrijf_opsomming(standpunt.wie)}"]
        koppen.add(regels[0])
        for (toelichting, getallen), wie in standpunt.erbij.items():
            voor = f"{schrijf_opsomming(wie)}: " if len(standpunt.erbij) > 1 else ""
            if toelichting:
                regels.append(f"{voor}{toelichting}")
            if getallen:
                regels.append(getallen if toelichting else f"{voor}{getallen}")
                cijfers.add(regels[-1])
        blokken.append("\n".join(regels))
    ruim = "\n\n".join(blokken)
    if aantal_regels(ruim, BREEDTE_ZEGGEN) >= MEESTE_REGELS:
        ruim = ingekort(blokken, BREEDTE_ZEGGEN, l.LEES_VERDER.format(regel.rij.indicator.code))
    return _Gezegd(ruim or l.NIET_GEVRAAGD, frozenset(koppen), frozenset(cijfers))


def _standpunten(vel: Vel, rij: Matrixrij, meetwaarde: Meetwaarde | None) -> dict[str, _Standpunt]:
    """By what they say of the thing that differs: who says so, and what each has to say of it."""
    gevonden: dict[str, _Standpunt] = {}
    for partij in vel.indeling.partijen:
        if partij.code in rij.inbreng and (not meetwaarde or meetwaarde.vraagt(partij.code)):
            kop, *erbij = map(leesbaar, _van_partij(vel.matrix, rij, partij.code, meetwaarde))
            standpunt = gevonden.setdefault(kop, _Standpunt())
            standpunt.wie.append(partij.naam)
            toelichting, getallen = erbij
            standpunt.erbij.setdefault((toelichting, getallen), []).append(partij.naam)
    return gevonden


def _van_partij(
    matrix: Matrix, rij: Matrixrij, partij: str, meetwaarde: Meetwaarde | None
) -> tuple[str, str, str]:
    """What a partij (code) says of the thing that differs, its toelichting, and its figures."""
    voorzet = rij.inbreng[partij]
    if voorzet is None:
        return zonder_antwoord(rij, partij), "", ""
    gevraagd = matrix.kader.meetwaarden_van(rij.indicator.code) if meetwaarde is None else ()
    getallen = "; ".join(
        met_naam(m.omschrijving, antwoord_in_woorden(m, voorzet))
        for m in gevraagd
        if m.code in voorzet.waarden
    )
    if meetwaarde is None:
        kop = kleur_met_woorden(voorzet)
    else:
        gegeven = meetwaarde.code in voorzet.waarden
        kop = antwoord_in_woorden(meetwaarde, voorzet) if gegeven else l.NIET_INGEVULD
    is_trekker = partij == rij.trekker
    reactie = "Voorzet" if is_trekker else reactie_van(matrix.kader, rij, voorzet)
    kop = "; ".join(filter(None, (reactie, kop)))
    return een_regel(kop), een_regel(voorzet.toelichting), een_regel(getallen)


def _sindsdien(matrix: Matrix, regel: Verschilregel) -> str:
    """Who has said otherwise since the AO agreed: `De Haard meldt nu 24 (eerst: 22)`."""
    if regel.rij is None:
        return ""
    namen = {p.code: p.naam for p in matrix.kader.partijen}
    anders = sinds_de_afspraak(matrix.kader, regel.rij, regel.code, matrix.vastgelegd)
    gezegd = [f"{namen[p]} meldt nu: {nu} (eerst: {toen})" for p, nu, toen in anders]
    ao = matrix.kader.instellingen.namen.ao.kort
    slot = f"… lees verder op het blad {l.GRONDSLAG}, bij {ao} {regel.code}"
    return ingekort(gezegd, BREEDTE_SINDSDIEN, slot)

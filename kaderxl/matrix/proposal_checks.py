"""Pure: what is wrong with proposals to change the agreement, and with votes about anything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..core import catalogue, labels as l
from ..core.consensus import Stemregels, stemregels
from ..core.notation import plat, schrijf_dag, schrijf_opsomming
from ..core.outcome import Vastgelegd
from ..core.proposals import Stempunt, Wijzigingsvoorstel
from ..core.rounds import Bevinding
from ..template.proposal_words import what_it_lacks
from .dates import Zaak, over_datum
from .proposed import worked_out
from .settled import STEM, STEMPUNTEN, WIJZIGINGEN, kort
from .voting import Blok, lees_optie, stemblokken, tel_opties


def check_proposals(vastgelegd: Vastgelegd, zaak: Zaak) -> Iterator[Bevinding]:
    """What cannot be carried out as it stands, and what was not decided."""
    for v in vastgelegd.wijzigingen.values():
        yield from _besluit(v, zaak)
    for voorstel in worked_out(vastgelegd, zaak.kader, zaak.ronde):
        code, nog = voorstel.v.code, what_it_lacks(voorstel)
        if nog:
            regel = catalogue.VOORSTEL_ONAF
            regel = catalogue.AANGENOMEN_ONAF if voorstel.v.aangenomen else regel
            yield regel.bij(zaak.plek((WIJZIGINGEN, code, "soort"), (WIJZIGINGEN, code, "bij")),
                            code=code, wat=nog)  # fmt: skip


def _besluit(v: Wijzigingsvoorstel, zaak: Zaak) -> Iterator[Bevinding]:
    besluitcel, datumcel = ((WIJZIGINGEN, v.code, deel) for deel in ("besluit", "datum"))
    plek = zaak.plek(besluitcel)
    if not v.besluit:
        if v:
            yield catalogue.VOORSTEL_NIET_BESLIST.bij(plek, code=v.code)
    elif v.gelezen_besluit is None:
        yield catalogue.VOORSTELBESLUIT_ONBEKEND.bij(plek, code=v.code, besluit=v.besluit)
    elif not v.datum:
        velden = {"code": v.code, "besluit": v.gelezen_besluit}
        yield catalogue.VOORSTEL_ZONDER_DATUM.bij(zaak.plek(datumcel, besluitcel), **velden)
    yield from over_datum(f"Voorstel {v.code}, {zaak.zeg(l.DATUM_BO)}", v.datum, zaak, datumcel)


def check_votes(vastgelegd: Vastgelegd, zaak: Zaak) -> Iterator[Bevinding]:
    """The rules of a vote on a colour, for a vote about anything (chapter 8)."""
    blokken = stemblokken(zaak.kader, zaak.ronde.jaar)
    for punt in vastgelegd.stempunten.values():
        yield from _stempunt(punt, blokken, zaak)


def _stempunt(punt: Stempunt, blokken: tuple[Blok, ...], zaak: Zaak) -> Iterator[Bevinding]:
    wat, totcel, datumcel = (
        f"Stemming {punt.code}",
        (STEMPUNTEN, punt.code, "tot"),
        (STEMPUNTEN, punt.code, "datum"),
    )
    yield from over_datum(f"{wat}, {l.OVERLEG_TOT}", punt.tot, zaak, totcel, verleden=False)
    yield from over_datum(f"{wat}, {zaak.zeg(l.DATUM_BO)}", punt.datum, zaak, datumcel)
    if not any(punt.stemmen.values()):
        return
    plek = zaak.plek((STEMPUNTEN, punt.code, "vraag"))
    if len(punt.opties) < 2 or not punt.vraag:
        yield catalogue.STEMPUNT_ZONDER_OPTIES.bij(plek, code=punt.code)
    yield from _stemmen(punt, zaak)
    regels = stemregels(zaak.kader.instellingen)
    if waarom := _te_vroeg(punt, zaak.vandaag, regels):
        over = {"code": punt.code, "waarom": waarom, "raad": regels.eerst}
        yield catalogue.STEMPUNT_TE_VROEG.bij(plek, **over)
    uitslag = tel_opties(punt, blokken)
    velden = {"code": punt.code, "uitslag": uitslag.tekst}
    if not uitslag.optie:
        zin = uitslag.tekst.partition(": ")[2]
        velden["uitslag"] = zin[:1].upper() + zin[1:]
        yield catalogue.STEMPUNT_ONBESLIST.bij(plek, **velden)
    elif not punt.uitkomst:
        yield catalogue.STEMPUNT_ZONDER_BESLUIT.bij(plek, **velden)
    elif lees_optie(punt.uitkomst, punt.opties) not in (None, uitslag.optie):
        yield catalogue.STEMPUNT_TEGEN_BESLUIT.bij(plek, **velden, besluit=punt.uitkomst)


def _stemmen(punt: Stempunt, zaak: Zaak) -> Iterator[Bevinding]:
    namen = {p.code: p.naam for p in zaak.kader.partijen}
    for partij, stem in punt.stemmen.items():
        if stem and lees_optie(stem, punt.opties) is None:
            plek = zaak.plek((STEMPUNTEN, punt.code, f"{STEM}{partij}"))
            keuzes = schrijf_opsomming([*punt.opties] or ["een letter"], ",")
            velden = {"stem": stem, "partij": namen.get(partij, partij), "keuzes": keuzes}
            yield catalogue.OPTIE_ONBEKEND.bij(plek, code=punt.code, **velden)


def _te_vroeg(punt: Stempunt, vandaag: date, regels: Stemregels) -> str:
    """Why a vote came too early, or nothing."""
    redenen = []
    niemand = not punt.moderator or plat(punt.moderator) in ("nee", "geen", "niemand")
    if regels.begeleider and niemand:
        redenen.append(f"er staat niet {regels.kop_wie.lower()}")
    if not punt.tot:
        redenen.append("er staat niet tot wanneer er overleg was")
    elif isinstance(punt.tot, date) and punt.tot > vandaag:
        redenen.append(f"het overleg duurt tot en met {schrijf_dag(punt.tot)}")
    elif isinstance(punt.tot, date) and isinstance(punt.datum, date) and punt.datum < punt.tot:
        redenen.append(f"er is besloten voor het einde van het overleg op {kort(punt.tot)}")
    return " en ".join(redenen)

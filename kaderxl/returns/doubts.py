"""Pure: the answers that a rule of the sheet Regels asks about, and what a partij said of them.

A doubt is a question, never a refusal: the answer counts as it stands. Who writes `klopt, want …`
in the toelichting has answered it for good; an answer that is written after that is asked about
anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..core import catalogue, labels as l
from ..core.answers import Antwoord, Inzending
from ..core.doubts import Ijkpunten, Invoer, effen, ernaast, find_twijfels, is_bevestigd
from ..core.kader import Indicator, Kader, Meetwaarde, regels_per_meetwaarde
from ..core.notation import schrijf_opsomming
from ..core.rounds import Bevinding, Plek, Ronde
from ..core.rules import Regelsoort
from ..core.values import celgetal

CODES = {catalogue.TWIJFEL.code, catalogue.ALLEN_HETZELFDE.code}


def with_doubts(
    inzendingen: Sequence[Inzending], kader: Kader, ronde: Ronde, eerder: Mapping[str, Ijkpunten]
) -> tuple[Inzending, ...]:
    """The same with a finding for each answer that is asked about."""
    if not kader.regels:
        return tuple(inzendingen)
    allen = _from_everybody(inzendingen, kader, ronde)
    gevonden: list[Inzending] = []
    for i in inzendingen:
        twijfels = (*find_doubts(i, kader, ronde, eerder.get(i.partij, {})), *allen[i.partij])
        gevonden.append(replace(i, bevindingen=(*i.bevindingen, *twijfels)) if twijfels else i)
    return tuple(gevonden)


def doubts_in(inzending: Inzending) -> Iterator[Bevinding]:
    """The findings of these rules among those of a return that counts."""
    return (b for b in inzending.bevindingen if b.code in CODES)


def shared(inzending: Inzending) -> Iterator[Bevinding]:
    """Those of them that only the answers of all together tell."""
    return (b for b in inzending.bevindingen if b.code == catalogue.ALLEN_HETZELFDE.code)


def find_doubts(
    inzending: Inzending, kader: Kader, ronde: Ronde, eerder: Ijkpunten
) -> list[Bevinding]:
    """A finding for each answer of a partij that is doubtful and that it did not confirm."""
    invoer = _invoer(inzending)
    gevraagd = dict(_antwoorden(inzending, kader, ronde))
    bevindingen: list[Bevinding] = []
    for code, twijfels in find_twijfels(kader, ronde, inzending.partij, eerder).items():
        if code not in gevraagd or _is_confirmed(inzending, *gevraagd[code][:2]):
            continue
        _, meetwaarde, antwoord = gevraagd[code]
        wat = f"{code} ({meetwaarde.zeg(antwoord.waarde)})"
        for twijfel in twijfels:
            if twijfel.is_zo(invoer):
                velden = {"wat": wat, "vraag": twijfel.vraag}
                velden["eerder"] = _eerder(meetwaarde, eerder)
                naast = _plek(inzending, ernaast(twijfel), gevraagd)
                gevonden = catalogue.TWIJFEL.bij(antwoord.veld.plek, **velden)
                bevindingen.append(gevonden.naast(*naast))
    return bevindingen


def _plek(
    inzending: Inzending, code: str, gevraagd: Mapping[str, tuple[Indicator, Meetwaarde, Antwoord]]
) -> tuple[Plek, ...]:
    """Where the answer with this code stands: a value, or a colour; nothing for no code."""
    if code in gevraagd:
        return (gevraagd[code][2].veld.plek,)
    velden = inzending.voorzetten[code].velden if code in inzending.voorzetten else {}
    return (velden[l.BEOORDELING].plek,) if l.BEOORDELING in velden else ()


def later_than_toelichting(inzending: Inzending, kader: Kader, ronde: Ronde) -> frozenset[str]:
    """The meetwaarden (codes) whose answer was written after the toelichting beside it."""
    return frozenset(
        m.code
        for i, m, _ in dict(_antwoorden(inzending, kader, ronde)).values()
        if _is_later(inzending, i, m)
    )


def _antwoorden(
    inzending: Inzending, kader: Kader, ronde: Ronde
) -> Iterator[tuple[str, tuple[Indicator, Meetwaarde, Antwoord]]]:
    """Every value that a partij gave, by its code."""
    for indicator, meetwaarden in kader.vragen_aan(inzending.partij, ronde.jaar):
        voorzet = inzending.voorzetten.get(indicator.code)
        for m in meetwaarden if voorzet else ():
            antwoord = voorzet.waarden.get(m.code) if voorzet else None
            if antwoord is not None and antwoord.waarde is not None:
                yield m.code, (indicator, m, antwoord)


def _invoer(inzending: Inzending) -> Invoer:
    getallen: dict[str, float] = {}
    teksten: dict[str, str] = {}
    nee, kleuren = set(), {}
    for code, voorzet in inzending.voorzetten.items():
        kleuren[code] = str(voorzet.beoordeling or "")
        for m, antwoord in voorzet.waarden.items():
            if (getal := celgetal(antwoord.waarde)) is not None:
                getallen[m] = getal
            elif antwoord.waarde is False:
                nee.add(m)
            elif isinstance(antwoord.waarde, str):
                teksten[m] = effen(antwoord.waarde)
    return Invoer(getallen, teksten, frozenset(nee), kleuren)


def _is_confirmed(inzending: Inzending, indicator: Indicator, meetwaarde: Meetwaarde) -> bool:
    toelichting = inzending.voorzetten[indicator.code].toelichting
    return is_bevestigd(toelichting) and not _is_later(inzending, indicator, meetwaarde)


def _is_later(inzending: Inzending, indicator: Indicator, meetwaarde: Meetwaarde) -> bool:
    geschreven = inzending.bron.geschreven
    toen = geschreven.get((indicator.code, l.TOELICHTING), 0)
    return geschreven.get((meetwaarde.code, l.WAARDE), 0) > toen


def _eerder(meetwaarde: Meetwaarde, eerder: Ijkpunten) -> str:
    punten = eerder.get(meetwaarde.code, ())
    return f" (Eerder: {meetwaarde.zeg(punten[0].waarde)}.)" if punten else ""


def _from_everybody(
    inzendingen: Iterable[Inzending], kader: Kader, ronde: Ronde
) -> dict[str, list[Bevinding]]:
    """A finding by partij (code) for each number of a sum that all who answered have the same."""
    per_partij = {i.partij: i for i in inzendingen}
    gegeven = {p: dict(_antwoorden(i, kader, ronde)) for p, i in per_partij.items()}
    gevonden: dict[str, list[Bevinding]] = {partij: [] for partij in per_partij}
    for m in kader.meetwaarden:
        regels = {r.soort: r for r in regels_per_meetwaarde(kader)[m.code]}
        regel = regels.get(Regelsoort.ALLEN_HETZELFDE)
        eigen = {p: g[m.code] for p, g in gegeven.items() if m.code in g}
        getallen = {celgetal(antwoord.waarde) for _, _, antwoord in eigen.values()}
        if regel is None or len(eigen) < 2 or len(getallen) != 1:
            continue
        getal = getallen.pop()
        if getal is None or getal <= regel.pas_boven:
            continue
        namen = [partij.naam for partij in kader.partijen if partij.code in eigen]
        for p, (indicator, _, antwoord) in eigen.items():
            if not _is_confirmed(per_partij[p], indicator, m):
                velden = {"wat": f"{m.code} ({m.zeg(getal)})", "vraag": regel.vraag}
                velden["partijen"] = schrijf_opsomming(namen)
                gevonden[p].append(catalogue.ALLEN_HETZELFDE.bij(antwoord.veld.plek, **velden))
    return gevonden

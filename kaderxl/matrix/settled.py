"""Pure: what people settled, cell by cell: as it is read, compared, merged and kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ..core import labels as l
from ..core.answers import Waarde
from ..core.notation import plat, schrijf_datum
from ..core.numbering import als_nummer, is_nummer, op_nummer
from ..core.outcome import (
    Afgesproken,
    Besluit,
    Botsing,
    Focuspunt,
    Programmaregel,
    Stemming,
    Vastgelegd,
)
from ..core.proposals import OPTIES, Stempunt, Wijzigingsvoorstel
from ..core.rounds import Plek

Onderwerp = tuple[str, int | str]
"""What cells say something about: a field of Vastgelegd, and the number or code in it."""
Plaats = tuple[str, int | str, str]
"""The same, and which part of it: `("focuspunten", 5, "wie")`."""
Cellen = Mapping[Plaats, Waarde]
"""What is filled in, by place; what is empty is not there."""
Content = Mapping[str, Any]
MATRIX = "matrix"
"""The kind of workbook whose stempel stands for what was settled."""
STEM = "stem "
"""Before the code of a partij: the part of a stemming that is its vote."""


@dataclass(frozen=True, slots=True)
class Soort:
    """A kind of thing that people settle.

    `wat` is what a finding calls it, `keuze` what `--choose` does; `delen` has its parts in order,
    with the header over each. Those of one of `samen` are taken together: what one says, another
    may not contradict.
    """

    wat: str
    keuze: str
    delen: Mapping[str, str]
    maak: Callable[..., Any] | None = None
    samen: tuple[tuple[str, ...], ...] = ()


BESLUITEN, AFGESPROKEN, STEMMINGEN = "besluiten", "afgesproken", "stemmingen"
NOTITIES, VASTGESTELD, GEEN_BOD = "notities", "vastgesteld", "geen_bod"
WIJZIGINGEN, STEMPUNTEN = "wijzigingen", "stempunten"
_VOORSTEL = {
    "soort": l.SOORT_WIJZIGING,
    "bij": l.WAARBIJ,
    "afspraak": l.AFSPRAAK_WORDT,
    "indicator": l.INDICATOR_WORDT,
    "jaar": l.JAAR_WORDT,
    "actiehouder": l.ACTIEHOUDER_WORDT,
    "vervangt": l.GAAT_DOOR_OP,
    "vraag": l.VRAAG_ERBIJ,
    "antwoord": l.SOORT_ANTWOORD,
    "eenheid": l.IN_EENHEID,
    "tm_jaar": l.DOEL_TM,
    "minimum": l.DOEL_MINSTENS,
    "maximum": l.DOEL_HOOGSTENS,
}
_VRAAG = {"vraag": l.STEMVRAAG} | {f"optie_{o.lower()}": l.OPTIE.format(o) for o in OPTIES}
SOORTEN: Mapping[str, Soort] = {
    BESLUITEN: Soort(
        "Besluit bij afspraak {}",
        "{}",
        {
            "kleur": l.BESLUIT,
            "reden": l.BESLUIT_REDEN,
            "datum": l.DATUM_BO,
            "toelichting": l.TOELICHTING_BESLUIT,
        },
        Besluit,
        (("kleur", "reden", "datum"),),
    ),
    AFGESPROKEN: Soort(
        "Wat is afgesproken bij {}",
        "{}",
        {"waarde": l.BESLUIT_AO, "toelichting": l.TOELICHTING_AO},
        Afgesproken,
    ),
    "focuspunten": Soort(
        "Focuspunt bij afspraak {}",
        "focuspunt {}",
        {"actie": l.ACTIE, "wie": l.WIE, "wanneer": l.WANNEER},
        Focuspunt,
    ),
    STEMMINGEN: Soort(
        "Stemming bij afspraak {}",
        "stemming {}",
        {"moderator": l.MODERATOR, "vanaf": l.VANAF},
        Stemming,
    ),
    "programma": Soort(
        "Programma bij afspraak {}",
        "programma {}",
        {
            "activiteiten": l.PROGRAMMA,
            "trekker": l.TREKKER,
            "start": l.BEGIN,
            "einde": l.EINDE,
            "focuspunt": l.FOCUSPUNT,
            "besluit": l.BESLUIT,
        },
        Programmaregel,
    ),
    NOTITIES: Soort("Notitie bij {}", "notitie {}", {"tekst": l.NOTITIE}),
    WIJZIGINGEN: Soort(
        "Voorstel {}",
        "voorstel {}",
        {
            **_VOORSTEL,
            "toelichting": l.TOELICHTING_AO,
            "besluit": l.BESLUIT,
            "datum": l.DATUM_BO,
            "reden": l.TOELICHTING_BESLUIT,
        },
        Wijzigingsvoorstel,
        (tuple(_VOORSTEL), ("besluit", "datum", "reden")),
    ),
    STEMPUNTEN: Soort(
        "Stemming {}",
        "stemming {}",
        {
            **_VRAAG,
            "moderator": l.WIE_MODEREERT,
            "tot": l.OVERLEG_TOT,
            "uitkomst": l.WAT_BESLOTEN,
            "datum": l.DATUM_BO,
        },
        Stempunt,
        (tuple(_VRAAG), ("uitkomst", "datum")),
    ),
    VASTGESTELD: Soort(
        "De dag waarop de matrix is vastgesteld", "vastgesteld", {"dag": l.VASTGESTELD_IN}
    ),
    GEEN_BOD: Soort(
        "De dag waarop is bevestigd dat er geen bod is", "geen bod", {"dag": l.GEEN_BOD}
    ),
}
DAGEN: Mapping[str, str] = {VASTGESTELD: l.VASTGESTELD_IN, GEEN_BOD: l.GEEN_BOD}
"""The days of a BO that stand on Samenvatting, each with its label."""
_TE_KIEZEN = "te_kiezen"
_OP_CODE = (AFGESPROKEN, NOTITIES, WIJZIGINGEN, STEMPUNTEN, *DAGEN)
NUMMERS: Mapping[str, re.Pattern[str]] = {
    WIJZIGINGEN: re.compile(r"W-[1-9]\d{0,2}|VS-[A-Z0-9]{1,16}-[1-9]\d?"),
    STEMPUNTEN: re.compile(r"ST-[1-9]\d{0,2}"),
}
"""What people may write in the first column of the sheets on which they add rows themselves."""
VOORBEELD = {WIJZIGINGEN: "W-6", STEMPUNTEN: "ST-6"}
GETALLEN = frozenset({"tm_jaar", "minimum", "maximum"})
"""The parts that are a number."""
DATUMS = frozenset({"datum", "wanneer", "vanaf", "start", "einde", "dag", "tot"})
"""The parts that are a day."""


@dataclass(frozen=True, slots=True)
class Ingevuld:
    """What is filled in in one workbook, and where the cells stand, the empty ones too.

    Of what is `betwist` the workbook contradicts itself: it is not among the cells. `gelezen` has
    every cell that was looked at.
    """

    cellen: Cellen = field(default_factory=dict)
    plekken: Mapping[Plaats, Plek] = field(default_factory=dict)
    betwist: frozenset[Onderwerp] = frozenset()
    gelezen: frozenset[Plek] = frozenset()


def cells_of(v: Vastgelegd) -> dict[Plaats, Waarde]:
    """What was settled, without the answers it rests on."""
    cellen: dict[Plaats, Waarde] = {(veld, "", "dag"): getattr(v, veld) for veld in DAGEN}
    cellen |= {(NOTITIES, code, "tekst"): tekst for code, tekst in v.notities.items()}
    for veld, soort in SOORTEN.items():
        for sleutel, waarde in getattr(v, veld).items() if soort.maak else ():
            cellen |= {(veld, sleutel, deel): getattr(waarde, deel) for deel in soort.delen}
            stemmen = getattr(waarde, "stemmen", {})
            cellen |= {(veld, sleutel, f"{STEM}{code}"): s for code, s in stemmen.items()}
    return {plaats: w for plaats, w in cellen.items() if w not in (None, "")}


def settled_in(cellen: Cellen) -> Vastgelegd:
    """The same the other way, in the order of its keys."""
    velden: dict[str, dict[int | str, Any]] = {veld: {} for veld in SOORTEN}
    per = per_onderwerp(cellen)
    for veld, sleutel in sorted(per, key=op_volgorde):
        delen = per[veld, sleutel]
        maak = SOORTEN[veld].maak
        velden[veld][sleutel] = _maak(maak, sleutel, delen) if maak else next(iter(delen.values()))
    dagen = {veld: velden.pop(veld).get("") for veld in DAGEN}
    return Vastgelegd(**velden, **dagen)  # type: ignore[arg-type]


def _maak(maak: Callable[..., Any], sleutel: int | str, delen: Mapping[str, Waarde]) -> Any:
    stemmen = {d.removeprefix(STEM): w for d, w in delen.items() if d.startswith(STEM)}
    rest = {deel: w for deel, w in delen.items() if not deel.startswith(STEM)}
    return maak(sleutel, **rest, **({"stemmen": stemmen} if stemmen else {}))


def per_onderwerp(cellen: Cellen) -> dict[Onderwerp, dict[str, Waarde]]:
    """The parts of each thing, in their order."""
    gevonden: dict[Onderwerp, dict[str, Waarde]] = {}
    for (veld, sleutel, deel), waarde in cellen.items():
        gevonden.setdefault((veld, sleutel), {})[deel] = waarde
    return {o: _geordend(o, delen) for o, delen in gevonden.items()}


def op_volgorde(onderwerp: Onderwerp) -> tuple[int, object, str]:
    """What sorts things: by kind, then by number or code."""
    veld, sleutel = onderwerp
    if veld in NUMMERS:
        stam, _, nummer = str(sleutel).rpartition("-")
        sleutel = f"{stam}-{int(nummer):03}"
    getallen = op_nummer(sleutel) if veld not in _OP_CODE else ()
    return [*SOORTEN].index(veld), getallen, str(sleutel)


def _geordend(onderwerp: Onderwerp, delen: Mapping[str, Waarde]) -> dict[str, Waarde]:
    vast = SOORTEN[onderwerp[0]].delen
    volgorde = (*vast, *sorted(delen.keys() - vast.keys()))
    return {deel: delen[deel] for deel in volgorde if deel in delen}


# -- in words --------------------------------------------------------------------------------


def naam_van(onderwerp: Onderwerp) -> str:
    """`Focuspunt bij afspraak 5`."""
    veld, sleutel = onderwerp
    return SOORTEN[veld].wat.format(sleutel)


def keuze_van(onderwerp: Onderwerp) -> str:
    """What `--choose` calls it: `5` for the besluit on afspraak 5, `focuspunt 5`."""
    veld, sleutel = onderwerp
    return SOORTEN[veld].keuze.format(sleutel)


def lees_keuze(tekst: str, onderwerpen: Iterable[Onderwerp]) -> Onderwerp | None:
    """The thing that is meant; None when it is none of these."""
    gevraagd = plat(tekst).removeprefix("besluit ").removeprefix("jaar")
    return next((o for o in onderwerpen if plat(keuze_van(o)) == gevraagd), None)


def in_woorden(delen: Mapping[str, Waarde]) -> str:
    """What somebody wrote, in one line: `Rood / te laat begonnen / 12-3-2027`."""
    return " / ".join(
        f"{deel.removeprefix(STEM)}: {kort(w)}" if deel.startswith(STEM) else kort(w)
        for deel, w in delen.items()
    )


def kort(waarde: Waarde) -> str:
    """One value as people write it."""
    return schrijf_datum(waarde) if isinstance(waarde, date) else str(waarde)


# -- as it is kept ---------------------------------------------------------------------------


def as_content(v: Vastgelegd) -> Content:
    """What was settled as plain JSON, by field and key."""
    content: dict[str, dict[str, dict[str, object]]] = {}
    for (veld, sleutel, deel), waarde in cells_of(v).items():
        kaal: object = {"datum": waarde.isoformat()} if isinstance(waarde, date) else waarde
        kaal = str(kaal) if isinstance(kaal, str) else kaal
        content.setdefault(veld, {}).setdefault(str(sleutel), {})[deel] = kaal
    for b in v.te_kiezen:
        plaats = "|".join((b.veld, str(b.sleutel), *b.delen))
        content.setdefault(_TE_KIEZEN, {}).setdefault(b.bestand, {})[plaats] = b.komt
    return content


def from_content(content: Content) -> Cellen | None:
    """The cells again; None for what `as_content` does not write."""
    with suppress(LookupError, ValueError, TypeError, AttributeError):
        return {
            (veld, _sleutel(veld, sleutel), deel): _waarde(waarde)
            for veld, sleutels in content.items()
            for sleutel, delen in sleutels.items()
            for deel, waarde in delen.items()
            if veld in SOORTEN
        }
    return None


def clashes_in(content: Content) -> tuple[Botsing, ...]:
    """What of that waits for a person to choose."""
    return tuple(
        Botsing(bestand, veld, _sleutel(veld, sleutel), tuple(delen), komt)
        for bestand, per_plaats in content.get(_TE_KIEZEN, {}).items()
        for plaats, komt in per_plaats.items()
        for veld, sleutel, *delen in (plaats.split("|"),)
    )


def _sleutel(veld: str, sleutel: str) -> int | str:
    """The key again; raises ValueError for what is no number where one belongs."""
    if veld in _OP_CODE:
        return sleutel
    if not is_nummer(sleutel):
        raise ValueError(sleutel)
    return als_nummer(sleutel)


def _waarde(waarde: Any) -> Waarde:
    return date.fromisoformat(waarde["datum"]) if isinstance(waarde, dict) else waarde

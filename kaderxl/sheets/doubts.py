"""A doubt as a step of the column Controle: the formula that asks, and whether it asks now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..core import labels as l
from ..core.doubts import (
    BEVESTIGD,
    NIET_BEVESTIGD,
    Achter,
    Buiten,
    Gekruist,
    Invoer,
    Meer,
    NeeBij,
    Twijfel,
    Zelfde,
    effen,
    find_twijfels,
    is_bevestigd,
)
from ..core.text import getrimd
from ..core.values import celgetal
from ..writing.grid import als_formule, is_een_van
from .checks import Stap
from .layout import Opdracht

_LANGSTE_TEKSTEN = 2000


@dataclass(frozen=True, slots=True)
class Bevestiging:
    """The toelichting in which a partij says that an answer is right.

    `cel` is where that stands. `stond` is the toelichting in a correction workbook when it was
    handed out, None in a first sheet; `ouder` says that the answer beside it was written after it.
    """

    cel: str
    tekst: str
    stond: str | None = None
    ouder: bool = False

    def formule(self, cel: str, waarde: object) -> str:
        """What says so of the answer in `cel`, which has `waarde` now.

        What was said of that answer does not go for another one, until it is said anew.
        """
        tekst = f"TRIM({self.cel})"
        gezegd = f'ISNUMBER(SEARCH("{BEVESTIGD}",{tekst}))'
        gezegd += f',NOT(ISNUMBER(SEARCH("{NIET_BEVESTIGD}",{tekst})))'
        if self.stond is None or not is_bevestigd(self.stond):
            return f"AND({gezegd})"
        opnieuw, getal = f"LEN({tekst})<>{len(getrimd(self.stond))}", celgetal(waarde)
        if self.ouder:
            return f"AND({gezegd},{opnieuw})"
        zelfde = "" if getal is None else f",OR({opnieuw},{cel}={_getal(getal)})"
        return f"AND({gezegd}{zelfde})"

    @property
    def nu(self) -> bool:
        return is_bevestigd(self.tekst) and not (self.stond is not None and self.ouder)


def twijfels_van(opdracht: Opdracht) -> Mapping[str, Sequence[Twijfel]]:
    """What a formula, which holds so much, can ask of each answer."""
    per_code = find_twijfels(opdracht.kader, opdracht.ronde, opdracht.partij.code, opdracht.eerder)
    getoond = {code: effen(tekst) for code, tekst in opdracht.vorige.items()}
    return {
        code: [t for t in twijfels if _past_in_formule(t, getoond.get(code))]
        for code, twijfels in per_code.items()
    }


def _past_in_formule(twijfel: Twijfel, getoond: str | None) -> bool:
    """Of a text of last year it is asked only where the sheet shows it."""
    if not isinstance(twijfel, Zelfde):
        return True
    return getoond in twijfel.teksten and sum(map(len, twijfel.teksten)) <= _LANGSTE_TEKSTEN


def invoer_van(opdracht: Opdracht, codes: Iterable[str]) -> Invoer:
    """The answers in these rows now as the formulas see them: a number in words is none."""
    woorden = {str(b).lower(): str(b) for b in opdracht.kader.stoplicht}
    getallen, teksten, kleuren, nee = {}, {}, {}, set()
    for code in codes:
        rij = opdracht.antwoorden.get(code, {})
        waarde = rij.get(l.WAARDE)
        kleuren[code] = woorden.get(getrimd(rij.get(l.BEOORDELING)).lower(), "")
        if (getal := celgetal(waarde)) is not None:
            getallen[code] = getal
        elif isinstance(waarde, str):
            teksten[code] = effen(waarde)
        if waarde is False or getrimd(waarde).lower() == "nee":
            nee.add(code)
    return Invoer(getallen, teksten, frozenset(nee), kleuren)


def stappen(
    twijfels: Sequence[Twijfel],
    plaats: Mapping[str, str],
    invoer: Invoer,
    bevestiging: Bevestiging,
    waarde: object,
) -> list[Stap]:
    """The steps of one meetwaarde; `plaats` has the cell of the answer of every code on the sheet.

    What lays it beside a row that is not on this sheet is left out.
    """
    return [
        (f"AND({als},NOT({bevestiging.formule(cel, waarde)}))", nu, twijfel.vraag)
        for twijfel in twijfels
        if (als := _formule(twijfel, plaats))
        for cel in (plaats[twijfel.code],)
        for nu in (twijfel.is_zo(invoer) and not bevestiging.nu,)
    ]


def _getal(getal: float) -> str:
    """A number as a formula has it, of as many digits as a spreadsheet keeps."""
    return f"{getal:.15g}"


def _formule(twijfel: Twijfel, plaats: Mapping[str, str]) -> str:
    """What makes it doubtful; "" where a row that it needs is not there."""
    if not all(code in plaats for code in _nodig(twijfel)):
        return ""
    cel = plaats[twijfel.code]
    match twijfel:
        case Buiten():
            gelijk = [("=", getal) for getal in twijfel.gelijk]
            grenzen = (">", twijfel.hoog), ("<", twijfel.laag), *gelijk
            delen = ",".join(f"{cel}{teken}{_getal(g)}" for teken, g in grenzen if g is not None)
            return f"ISNUMBER({cel}),OR({delen})"
        case Zelfde():
            zelfde = ",".join(f"TRIM({cel})={als_formule(tekst)}" for tekst in twijfel.teksten)
            return f"OR({zelfde})"
        case Meer():
            geheel = plaats[twijfel.dan]
            return f"ISNUMBER({cel}),ISNUMBER({geheel}),{cel}>{geheel}"
        case Gekruist():
            return _gekruist(twijfel, cel, plaats[twijfel.ander])
        case NeeBij():
            return f'OR(TRIM({cel})="Nee",{cel}=FALSE),{_kleur(twijfel, plaats)}'
        case Achter():
            return _achter(twijfel, plaats)


def _nodig(twijfel: Twijfel) -> tuple[str, ...]:
    match twijfel:
        case Meer():
            return twijfel.code, twijfel.dan
        case Gekruist():
            return twijfel.code, twijfel.ander
        case NeeBij():
            return twijfel.code, twijfel.indicator
        case Achter():
            return twijfel.code, twijfel.indicator, *twijfel.erbij, *twijfel.eraf
    return (twijfel.code,)


def _kleur(twijfel: NeeBij | Achter, plaats: Mapping[str, str]) -> str:
    cel = f"TRIM({plaats[twijfel.indicator]})"
    return is_een_van(cel, twijfel.kleuren)


def _gekruist(t: Gekruist, een: str, ander: str) -> str:
    recht = f"ABS({een}-{_getal(t.was)})+ABS({ander}-{_getal(t.ander_was)})"
    kruis = f"ABS({een}-{_getal(t.ander_was)})+ABS({ander}-{_getal(t.was)})"
    zo = f"AND({recht}>{_getal(t.pas_boven)},({kruis})*{_getal(t.factor)}<{recht})"
    return f"IF(AND(ISNUMBER({een}),ISNUMBER({ander})),{zo},FALSE)"


def _achter(t: Achter, plaats: Mapping[str, str]) -> str:
    cellen = [plaats[code] for code in (*t.erbij, *t.eraf)]
    getallen = ",".join(f"ISNUMBER({cel})" for cel in cellen)
    netto = f"{_getal(t.begin)}" + "".join(f"+{plaats[code]}" for code in t.erbij)
    netto += "".join(f"-{plaats[code]}" for code in t.eraf)
    zo = f"AND({_kleur(t, plaats)},{netto}<{_getal(t.minstens)})"
    return f"IF(AND({getallen}),{zo},FALSE)"

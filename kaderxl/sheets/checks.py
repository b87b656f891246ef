"""The column Controle: per row a formula for the partij, and its result for a first look."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import ClassVar

from xlsxwriter.utility import xl_rowcol_to_cell as adres

from ..core import labels as l
from ..core.kader import Beoordeling, Meetwaarde, Rol, Soort, Stoplicht, Verplicht
from ..core.notation import lees_datum, lees_getal, lees_ja_nee, twee_datums
from ..writing.worksheet import getrimd

_I, _J, _K, _L = (
    l.INVULBLAD_KOLOMMEN.index(naam) for naam in (l.WAARDE, l.BEOORDELING, l.REDEN, l.TOELICHTING)
)
_GEWONE_TEKST = re.compile(r"[0-9A-Za-z .,%/+-]{1,40}")
_VERGELEKEN = (Rol.TELLER, Rol.NOEMER)  # a formula must be able to reckon with these
_EXCEL_NUL = date(1899, 12, 30)
_EXCEL_BEGIN = datetime.combine(_EXCEL_NUL, time())


@dataclass(frozen=True, slots=True)
class Controle:
    """A formula and the result it has for the answers that are there now."""

    formule: str
    uitkomst: str

    NOG_INVULLEN: ClassVar[str] = "Nog invullen"
    KIES_KLEUR: ClassVar[str] = "Kies een kleur uit de lijst"
    KIES_REDEN: ClassVar[str] = "Kies een reden"
    REDEN_PAST_NIET: ClassVar[str] = "Deze reden past niet bij de kleur"
    SCHRIJF_TOELICHTING: ClassVar[str] = "Schrijf een toelichting"
    VUL_WAARDEN: ClassVar[str] = "Vul de regels hieronder in"
    VUL_IN: ClassVar[str] = "Vul in"
    MAG_LEEG: ClassVar[str] = "Mag leeg"
    INGEVULD: ClassVar[str] = "Ingevuld"
    TE_GROOT: ClassVar[str] = "Groter dan het totaal"


_NIET_GOED = {
    Soort.AANTAL: "Vul alleen een heel getal in",
    Soort.PERCENTAGE: "Vul een getal in van 0 tot 100",
    Soort.DATUM: "Vul een datum in: dag-maand-jaar",
    Soort.JA_NEE: "Kies Ja of Nee",
    Soort.TEKST: "",
}


CONTROLEWOORDEN = (
    l.COMPLEET,
    Controle.NOG_INVULLEN,
    Controle.KIES_KLEUR,
    Controle.KIES_REDEN,
    Controle.REDEN_PAST_NIET,
    Controle.SCHRIJF_TOELICHTING,
    Controle.VUL_WAARDEN,
    Controle.VUL_IN,
    Controle.MAG_LEEG,
    Controle.INGEVULD,
    Controle.TE_GROOT,
    *_NIET_GOED.values(),
)
"""Every word that can stand in the column Controle."""


def controle_indicator(
    stoplicht: Stoplicht,
    rij: int,
    onder: Sequence[int],
    antwoord: tuple[object, object, object],
    uitkomsten: Sequence[str],
    kolom_controle: int,
    bevestiging: bool = False,
) -> Controle:
    """The check of an indicator's row; `onder` are the rows of its meetwaarden."""
    uit_te_leggen = [b for b in Beoordeling if b.vraagt_toelichting or (bevestiging and b.komt_los)]
    j, k, t = (f"TRIM({adres(rij, kolom, col_abs=True)})" for kolom in (_J, _K, _L))
    stappen = [
        (f'{j}=""', Controle.NOG_INVULLEN),
        (f"NOT({in_lijst(j, 'Keuze_beoordeling')})", Controle.KIES_KLEUR),
    ]
    for kleur in (Beoordeling.ORANJE, Beoordeling.ROOD):
        letters = ",".join(f'LOWER({k})="{letter}"' for letter in stoplicht.redenen.get(kleur, {}))
        past = f"OR({letters},{in_lijst(k, f'Keuze_{kleur.lower()}')})"
        stappen.append((f'AND({j}="{kleur}",{k}="")', Controle.KIES_REDEN))
        stappen.append((f'AND({j}="{kleur}",NOT({past}))', Controle.REDEN_PAST_NIET))
    met_uitleg = ",".join(f'{j}="{b}"' for b in uit_te_leggen)
    stappen.append((f'AND(OR({met_uitleg}),{t}="")', Controle.SCHRIJF_TOELICHTING))
    if onder:
        cellen = f"{adres(onder[0], kolom_controle)}:{adres(onder[-1], kolom_controle)}"
        goed = "+".join(f'COUNTIF({cellen},"{w}")' for w in (Controle.INGEVULD, Controle.MAG_LEEG))
        stappen.append((f"{goed}<{len(onder)}", Controle.VUL_WAARDEN))
    return Controle(
        _ladder(stappen, l.COMPLEET),
        _uitkomst_indicator(stoplicht, antwoord, uitkomsten, uit_te_leggen),
    )


def in_lijst(tekst: str, lijst: str) -> str:
    """Whether a text is in a named range; unlike MATCH it takes no sign for a wildcard."""
    return f"SUMPRODUCT(--({lijst}={tekst}))>0"


def _ladder(stappen: Sequence[tuple[str, str]], anders: str) -> str:
    ifs = "".join(f'IF({als},"{dan}",' for als, dan in stappen)
    return f'={ifs}"{anders}"{")" * len(stappen)}'


def _uitkomst_indicator(
    stoplicht: Stoplicht,
    antwoord: tuple[object, object, object],
    uitkomsten: Sequence[str],
    uit_te_leggen: Sequence[Beoordeling],
) -> str:
    beoordeling, reden, toelichting = (_tekst(a) for a in antwoord)
    kleur = next((b for b in Beoordeling if b.lower() == beoordeling), None)
    if not beoordeling:
        return Controle.NOG_INVULLEN
    if kleur is None:
        return Controle.KIES_KLEUR
    if kleur.vraagt_reden and not reden:
        return Controle.KIES_REDEN
    if kleur.vraagt_reden and reden not in _goede_redenen(stoplicht, kleur):
        return Controle.REDEN_PAST_NIET
    if kleur in uit_te_leggen and not toelichting:
        return Controle.SCHRIJF_TOELICHTING
    if any(u not in (Controle.INGEVULD, Controle.MAG_LEEG) for u in uitkomsten):
        return Controle.VUL_WAARDEN
    return l.COMPLEET


def _tekst(waarde: object) -> str:
    """A value as the formulas compare it: trimmed, and without case."""
    return getrimd(waarde).lower()


def _goede_redenen(stoplicht: Stoplicht, kleur: Beoordeling) -> set[str]:
    redenen = stoplicht.redenen.get(kleur, {})
    return {
        *redenen,
        *(keuze_van(letter, tekst).lower() for letter, tekst in redenen.items()),
    }


def keuze_van(letter: str, reden: str) -> str:
    """A reden as the dropdown offers it."""
    return f"{letter} – {reden}"


def controle_meetwaarde(
    meetwaarde: Meetwaarde,
    rij: int,
    verwant: Mapping[str, tuple[int, str]],
    waarden: Mapping[str, object],
    beoordeling: object,
    toelichting: object,
    grenzen: tuple[date, date],
) -> Controle:
    """The check of a meetwaarde's row.

    `verwant` gives row and code of its indicator, of the indicator's first ja/nee and of
    its noemer; `waarden` the values there now, by code. A number that is not known may stay
    empty when the toelichting of the indicator says so.
    """
    cel = adres(rij, _I, col_abs=True)
    oordeel = f"TRIM({adres(verwant['indicator'][0], _J, col_abs=True)})"
    waarde = waarden.get(meetwaarde.code)
    nodig, nodig_nu = _nodig(meetwaarde, verwant, waarden)
    uitgelegd = ""
    if meetwaarde.soort is Soort.AANTAL:
        uitgelegd = f',TRIM({adres(verwant["indicator"][0], _L, col_abs=True)})=""'
        nodig_nu = nodig_nu and not _tekst(toelichting)
    leeg = (
        f'IF(AND({nodig},{oordeel}<>"{Beoordeling.NVT}"{uitgelegd}),'
        f'"{Controle.VUL_IN}","{Controle.MAG_LEEG}")'
    )
    vorm = _vorm(meetwaarde.soort, cel, grenzen)
    leesbaar = meetwaarde.rol not in _VERGELEKEN and _is_leesbare_tekst(
        meetwaarde.soort, waarde, grenzen
    )
    if leesbaar:
        vorm = f'OR({vorm},TRIM({cel})="{getrimd(waarde)}")'
    ladder = [(f"NOT({vorm})", _NIET_GOED[meetwaarde.soort])]
    noemer = verwant.get("noemer")
    te_groot = False
    if meetwaarde.rol == "teller" and noemer is not None:
        geheel = adres(noemer[0], _I, col_abs=True)
        ladder.append(
            (f"AND(ISNUMBER({cel}),ISNUMBER({geheel}),{cel}>{geheel})", Controle.TE_GROOT)
        )
        deel, totaal = _getal(waarde), _getal(waarden.get(noemer[1]))
        te_groot = deel is not None and totaal is not None and deel > totaal
    if not _tekst(waarde):
        moet = nodig_nu and _tekst(beoordeling) != Beoordeling.NVT.lower()
        uitkomst = Controle.VUL_IN if moet else Controle.MAG_LEEG
    elif not (leesbaar or _goed(meetwaarde.soort, waarde, grenzen)):
        uitkomst = _NIET_GOED[meetwaarde.soort]
    else:
        uitkomst = Controle.TE_GROOT if te_groot else Controle.INGEVULD
    return Controle(
        f'=IF(TRIM({cel})="",{leeg},{_ladder(ladder, Controle.INGEVULD)[1:]})', uitkomst
    )


def _nodig(
    meetwaarde: Meetwaarde, verwant: Mapping[str, tuple[int, str]], waarden: Mapping[str, object]
) -> tuple[str, bool]:
    """Whether the value must be there: as a formula, and for the values there now."""
    if meetwaarde.verplicht is Verplicht.NEE:
        return "FALSE", False
    if meetwaarde.verplicht is Verplicht.JA or "ja/nee" not in verwant:
        return "TRUE", True
    rij, code = verwant["ja/nee"]
    cel = adres(rij, _I, col_abs=True)
    ja = waarden.get(code)
    return f'OR(TRIM({cel})="Ja",{cel}=TRUE)', ja is True or _tekst(ja) == "ja"


def _vorm(soort: Soort, cel: str, grenzen: tuple[date, date]) -> str:
    van, tm = ((dag - _EXCEL_NUL).days for dag in grenzen)
    return {
        Soort.AANTAL: f"IF(ISNUMBER({cel}),AND({cel}>=0,{cel}=INT({cel})),FALSE)",
        Soort.PERCENTAGE: f"IF(ISNUMBER({cel}),AND({cel}>=0,{cel}<=100),FALSE)",
        Soort.DATUM: f"IF(ISNUMBER({cel}),AND({cel}>={van},{cel}<={tm}),FALSE)",
        Soort.JA_NEE: f'OR(TRIM({cel})="Ja",TRIM({cel})="Nee",ISLOGICAL({cel}))',
        Soort.TEKST: "TRUE",
    }[soort]


def _is_leesbare_tekst(soort: Soort, waarde: object, grenzen: tuple[date, date]) -> bool:
    """Whether an answer is text with one reading, such as `15 december 2026` or `1.234`.

    No formula reads Dutch in every program, so such a text is accepted to the letter.
    """
    if not isinstance(waarde, str) or not _GEWONE_TEKST.fullmatch(getrimd(waarde)):
        return False
    if soort is Soort.DATUM:
        dag = None if twee_datums(waarde) else lees_datum(waarde)
        return dag is not None and _goed(soort, dag, grenzen)
    if soort in (Soort.AANTAL, Soort.PERCENTAGE):
        getal = lees_getal(
            waarde.strip().removesuffix("%") if soort is Soort.PERCENTAGE else waarde
        )
        return isinstance(getal, (int, float)) and _goed(soort, getal, grenzen)
    return soort is Soort.JA_NEE and lees_ja_nee(waarde) is not None


def _getal(waarde: object) -> float | None:
    """What ISNUMBER finds in a cell: a number, and of a date its count of days."""
    if isinstance(waarde, datetime):
        return (waarde - _EXCEL_BEGIN) / timedelta(days=1)
    if isinstance(waarde, date):
        return (waarde - _EXCEL_NUL).days
    if isinstance(waarde, (int, float)) and not isinstance(waarde, bool):
        return waarde
    return None


def _goed(soort: Soort, waarde: object, grenzen: tuple[date, date]) -> bool:
    getal = _getal(waarde)
    match soort:
        case Soort.AANTAL:
            return getal is not None and getal >= 0 and getal == int(getal)
        case Soort.PERCENTAGE:
            return getal is not None and 0 <= getal <= 100
        case Soort.DATUM:
            van, tm = ((dag - _EXCEL_NUL).days for dag in grenzen)
            return getal is not None and van <= getal <= tm
        case Soort.JA_NEE:
            return _tekst(waarde) in ("ja", "nee") or isinstance(waarde, bool)
        case _:
            return True

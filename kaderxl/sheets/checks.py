"""The column Controle: per row a formula for the partij, and its result for a first look."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from xlsxwriter.utility import xl_rowcol_to_cell as adres

from ..core import labels as l
from ..core.colour import Beoordeling
from ..core.kader import Meetwaarde, Rol, Soort, Verplicht
from ..core.meetwaarde import Datumgrenzen
from ..core.rounds import NERGENS
from ..core.traffic_light import Stoplicht
from ..core.values import Veld, celgetal
from ..template.kinds import SOORTEN
from ..writing.grid import is_een_van
from ..writing.worksheet import getrimd

_I, _J, _K, _L = (
    l.INVULBLAD_KOLOMMEN.index(naam) for naam in (l.WAARDE, l.BEOORDELING, l.REDEN, l.TOELICHTING)
)
_GEWONE_TEKST = re.compile(r"[0-9A-Za-z .,%/+€=-]{1,40}")
_GEEN_NAAM = re.compile(r"\W+")
_VERGELEKEN = (Rol.TELLER, Rol.NOEMER)  # a formula must be able to reckon with these


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


def controlewoorden() -> tuple[str, ...]:
    """Every word that can stand in the column Controle."""
    vast = (w for naam, w in vars(Controle).items() if naam.isupper() and isinstance(w, str))
    return (l.COMPLEET, *vast, *(soort.niet_goed for soort in SOORTEN.values()))


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
    uit_te_leggen = [b for b in stoplicht if b.vraagt_toelichting or (bevestiging and not b.klaar)]
    j, k, t = (f"TRIM({adres(rij, kolom, col_abs=True)})" for kolom in (_J, _K, _L))
    stappen = [
        (f'{j}=""', Controle.NOG_INVULLEN),
        (f"NOT({in_lijst(j, 'Keuze_beoordeling')})", Controle.KIES_KLEUR),
    ]
    for kleur in stoplicht.met_reden:
        letters = ",".join(f'LOWER({k})="{letter}"' for letter in kleur.redenen)
        past = f"OR({letters},{in_lijst(k, keuzelijst(kleur))})"
        stappen.append((f'AND({j}="{kleur}",{k}="")', Controle.KIES_REDEN))
        stappen.append((f'AND({j}="{kleur}",NOT({past}))', Controle.REDEN_PAST_NIET))
    met_uitleg = is_een_van(j, uit_te_leggen)
    stappen.append((f'AND({met_uitleg},{t}="")', Controle.SCHRIJF_TOELICHTING))
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
    kleur = next((b for b in stoplicht if b.lower() == beoordeling), None)
    if not beoordeling:
        return Controle.NOG_INVULLEN
    if kleur is None:
        return Controle.KIES_KLEUR
    if kleur.vraagt_reden and not reden:
        return Controle.KIES_REDEN
    if kleur.vraagt_reden and reden not in _goede_redenen(kleur):
        return Controle.REDEN_PAST_NIET
    if kleur in uit_te_leggen and not toelichting:
        return Controle.SCHRIJF_TOELICHTING
    if any(u not in (Controle.INGEVULD, Controle.MAG_LEEG) for u in uitkomsten):
        return Controle.VUL_WAARDEN
    return l.COMPLEET


def _tekst(waarde: object) -> str:
    """A value as the formulas compare it: trimmed, and without case."""
    return getrimd(waarde).lower()


def _goede_redenen(kleur: Beoordeling) -> set[str]:
    return {
        *kleur.redenen,
        *(keuze_van(letter, tekst).lower() for letter, tekst in kleur.redenen.items()),
    }


def keuzelijst(kleur: Beoordeling) -> str:
    """The name of the range with the reasons of a colour."""
    naam = _GEEN_NAAM.sub("_", kleur.lower())
    return f"Keuze_{naam.strip('_')}"


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
    grenzen: Datumgrenzen,
    geldt_niet: Beoordeling | None,
) -> Controle:
    """The check of a meetwaarde's row.

    `verwant` gives row and code of its indicator, of the indicator's first ja/nee and of
    its noemer; `waarden` the values there now, by code. A number that is not known may stay
    empty when the toelichting of the indicator says so, and nothing needs a value where the
    beoordeling says `geldt_niet`.
    """
    soort, cel = meetwaarde.soort, adres(rij, _I, col_abs=True)
    oordeel = f"TRIM({adres(verwant['indicator'][0], _J, col_abs=True)})"
    waarde = waarden.get(meetwaarde.code)
    nodig, nodig_nu = _nodig(meetwaarde, verwant, waarden)
    uitgelegd = ""
    if soort.mag_uitgelegd:
        uitgelegd = f',TRIM({adres(verwant["indicator"][0], _L, col_abs=True)})=""'
        nodig_nu = nodig_nu and not _tekst(toelichting)
    geldt = f',{oordeel}<>"{geldt_niet}"' if geldt_niet else ""
    leeg = f'IF(AND({nodig}{geldt}{uitgelegd}),"{Controle.VUL_IN}","{Controle.MAG_LEEG}")'
    vorm = soort.vorm(cel, grenzen)
    leesbaar = meetwaarde.rol not in _VERGELEKEN and _is_leesbare_tekst(soort, waarde, grenzen)
    if leesbaar:
        vorm = f'OR({vorm},TRIM({cel})="{getrimd(waarde)}")'
    ladder = [(f"NOT({vorm})", soort.niet_goed)]
    noemer = verwant.get("noemer")
    te_groot = False
    if meetwaarde.rol == "teller" and noemer is not None:
        geheel = adres(noemer[0], _I, col_abs=True)
        ladder.append(
            (f"AND(ISNUMBER({cel}),ISNUMBER({geheel}),{cel}>{geheel})", Controle.TE_GROOT)
        )
        deel, totaal = celgetal(waarde), celgetal(waarden.get(noemer[1]))
        te_groot = deel is not None and totaal is not None and deel > totaal
    if not _tekst(waarde):
        moet = nodig_nu and not (geldt_niet and _tekst(beoordeling) == geldt_niet.lower())
        uitkomst = Controle.VUL_IN if moet else Controle.MAG_LEEG
    elif not (leesbaar or soort.past(waarde, grenzen)):
        uitkomst = soort.niet_goed
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


def _is_leesbare_tekst(soort: Soort, waarde: object, grenzen: Datumgrenzen) -> bool:
    """Whether an answer is text with one reading, such as `15 december 2026` or `1.234`.

    No formula reads Dutch in every program, so such a text is accepted to the letter.
    """
    if not isinstance(waarde, str) or not _GEWONE_TEKST.fullmatch(getrimd(waarde)):
        return False
    return bool(soort.niet_goed) and soort.lees(Veld(waarde, NERGENS), grenzen).waarde is not None

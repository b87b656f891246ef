"""The column Controle: per row a formula for the partij, and its result for a first look."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from xlsxwriter.utility import xl_rowcol_to_cell as adres

from ..core import labels as l
from ..core.colour import Beoordeling
from ..core.kader import Kader, Meetwaarde, Rol, Soort, Verplicht
from ..core.meetwaarde import Datumgrenzen
from ..core.rounds import NERGENS
from ..core.traffic_light import Stoplicht
from ..core.values import Veld, celgetal
from ..template.kinds import SOORTEN
from ..writing.grid import Formule, is_een_van
from ..writing.worksheet import getrimd

_I, _J, _K, _L = (
    l.INVULBLAD_KOLOMMEN.index(naam) for naam in (l.WAARDE, l.BEOORDELING, l.REDEN, l.TOELICHTING)
)
_GEWONE_TEKST = re.compile(r"[0-9A-Za-z .,%/+€=-]{1,40}")
_GEEN_NAAM = re.compile(r"\W+")
_VERGELEKEN = (Rol.TELLER, Rol.NOEMER)  # a formula must be able to reckon with these
_Stap = tuple[str, bool, str]
"""Something as a formula, whether it is so now, and what Controle then says."""


class Controle(StrEnum):
    """What can stand in the column Controle, beside `COMPLEET` and what a kind of answer says."""

    NOG_INVULLEN = "Nog invullen"
    KIES_KLEUR = "Kies een kleur uit de lijst"
    KIES_REDEN = "Kies een reden"
    REDEN_PAST_NIET = "Deze reden past niet bij de kleur"
    SCHRIJF_TOELICHTING = "Schrijf een toelichting"
    VUL_WAARDEN = "Vul de regels hieronder in"
    VUL_IN = "Vul in"
    MAG_LEEG = "Mag leeg"
    INGEVULD = "Ingevuld"
    TE_GROOT = "Groter dan het totaal"


_GOED = (Controle.INGEVULD, Controle.MAG_LEEG)


def controlewoorden() -> tuple[str, ...]:
    """Every word that can stand in the column Controle."""
    return (l.COMPLEET, *Controle, *(soort.niet_goed for soort in SOORTEN.values()))


def controle_indicator(
    stoplicht: Stoplicht,
    rij: int,
    onder: Sequence[int],
    antwoord: tuple[object, object, object],
    uitkomsten: Sequence[object],
    kolom_controle: int,
    bevestiging: bool = False,
) -> Formule:
    """The check of an indicator's row; `onder` are the rows of its meetwaarden.

    `antwoord` is the beoordeling, reden and toelichting there now, `uitkomsten` what the checks
    of `onder` say.
    """
    uit_te_leggen = [b for b in stoplicht if b.vraagt_toelichting or (bevestiging and not b.klaar)]
    beoordeling, reden, toelichting = map(_tekst, antwoord)
    gekozen = next((b for b in stoplicht if b.lower() == beoordeling), None)
    j, k, t = (f"TRIM({adres(rij, kolom, col_abs=True)})" for kolom in (_J, _K, _L))
    stappen: list[_Stap] = [
        (f'{j}=""', not beoordeling, Controle.NOG_INVULLEN),
        (f"NOT({in_lijst(j, 'Keuze_beoordeling')})", gekozen is None, Controle.KIES_KLEUR),
    ]
    for kleur in stoplicht.met_reden:
        letters = ",".join(f'LOWER({k})="{letter}"' for letter in kleur.redenen)
        past = f"OR({letters},{in_lijst(k, keuzelijst(kleur))})"
        deze, onpast = kleur == gekozen, reden not in _goede_redenen(kleur)
        stappen += [
            (f'AND({j}="{kleur}",{k}="")', deze and not reden, Controle.KIES_REDEN),
            (f'AND({j}="{kleur}",NOT({past}))', deze and onpast, Controle.REDEN_PAST_NIET),
        ]
    uitleg_mist = gekozen in uit_te_leggen and not toelichting
    met_uitleg = f'AND({is_een_van(j, uit_te_leggen)},{t}="")'
    stappen.append((met_uitleg, uitleg_mist, Controle.SCHRIJF_TOELICHTING))
    if onder:
        cellen = f"{adres(onder[0], kolom_controle)}:{adres(onder[-1], kolom_controle)}"
        goed = "+".join(f'COUNTIF({cellen},"{woord}")' for woord in _GOED)
        waarden_missen = any(u not in _GOED for u in uitkomsten)
        stappen.append((f"{goed}<{len(onder)}", waarden_missen, Controle.VUL_WAARDEN))
    return _ladder(stappen, l.COMPLEET)


def in_lijst(tekst: str, lijst: str) -> str:
    """Whether a text is in a named range; unlike MATCH it takes no sign for a wildcard."""
    return f"SUMPRODUCT(--({lijst}={tekst}))>0"


def _ladder(stappen: Sequence[_Stap], anders: str) -> Formule:
    """The word of the first step that is so, else `anders`: always, and now."""
    ifs = "".join(f'IF({als},"{woord}",' for als, _, woord in stappen)
    nu = next((woord for _, is_zo, woord in stappen if is_zo), anders)
    return Formule(f'{ifs}"{anders}"{")" * len(stappen)}', nu)


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
    kader: Kader,
) -> Formule:
    """The check of a meetwaarde's row.

    `verwant` gives row and code of its indicator, of the indicator's first ja/nee and of
    its noemer; `waarden` the values there now, by code. A number that is not known may stay
    empty when the toelichting of the indicator says so, and nothing needs a value where the
    beoordeling says that it does not apply.
    """
    grenzen, geldt_niet = kader.datumgrenzen, kader.stoplicht.geldt_niet
    soort, waarde = meetwaarde.soort, waarden.get(meetwaarde.code)
    cel, boven = adres(rij, _I, col_abs=True), verwant["indicator"][0]
    moet = [_nodig(meetwaarde, verwant, waarden)]
    if geldt_niet:
        j = adres(boven, _J, col_abs=True)
        moet.append((f'TRIM({j})<>"{geldt_niet}"', _tekst(beoordeling) != geldt_niet.lower()))
    if soort.mag_uitgelegd:
        uitleg = adres(boven, _L, col_abs=True)
        moet.append((f'TRIM({uitleg})=""', not _tekst(toelichting)))
    mist = f"AND({','.join(formule for formule, _ in moet)})", all(nu for _, nu in moet)
    vorm, past = soort.vorm(cel, grenzen), soort.past(waarde, grenzen)
    if meetwaarde.rol not in _VERGELEKEN and _is_leesbare_tekst(soort, waarde, grenzen):
        vorm, past = f'OR({vorm},TRIM({cel})="{getrimd(waarde)}")', True
    stappen: list[_Stap] = [(f"NOT({vorm})", not past, soort.niet_goed)]
    if meetwaarde.rol is Rol.TELLER and "noemer" in verwant:
        noemer, code = verwant["noemer"]
        geheel = adres(noemer, _I, col_abs=True)
        deel, totaal = celgetal(waarde), celgetal(waarden.get(code))
        te_groot = deel is not None and totaal is not None and deel > totaal
        getallen = f"ISNUMBER({cel}),ISNUMBER({geheel})"
        stappen.append((f"AND({getallen},{cel}>{geheel})", te_groot, Controle.TE_GROOT))
    leeg = _ladder([(*mist, Controle.VUL_IN)], Controle.MAG_LEEG)
    gevuld = _ladder(stappen, Controle.INGEVULD)
    nu = gevuld if _tekst(waarde) else leeg
    return Formule(f'IF(TRIM({cel})="",{leeg.formule},{gevuld.formule})', nu.uitkomst)


def controle_plan(rij: int, kolom: int, plan: object) -> Formule:
    """The check of a row for plans: nothing has to be filled in."""
    leeg = f'TRIM({adres(rij, kolom)})=""'
    return _ladder([(leeg, not getrimd(plan), Controle.MAG_LEEG)], Controle.INGEVULD)


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

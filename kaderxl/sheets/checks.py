"""The column Controle: per row a formula for the partij, and its result for a first look."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from ..core.action_points import Stand
from ..core.answers import Reactie
from ..core.colour import Beoordeling
from ..core.kader import Kader, Meetwaarde, Rol, Soort, Verplicht, datumgrenzen
from ..core.meetwaarde import Datumgrenzen
from ..core.rounds import NERGENS
from ..core.targets import DEELROLLEN
from ..core.text import getrimd
from ..core.traffic_light import Stoplicht
from ..core.values import Veld, celgetal
from ..template.kinds import SOORTEN
from ..writing.addresses import cell_address as adres
from ..writing.grid import Formule, als_formule, is_een_van
from ..writing.named_lists import in_lijst, keuze_van, keuzelijst
from .columns import Kolommen
from .questions import Vraagregel

_GEWONE_TEKST = re.compile(r"[0-9A-Za-z .,%/+€=-]{1,40}")

Stap = tuple[str, bool, str]
"""Something as a formula, whether it is so now, and what Controle then says."""


class Controle(StrEnum):
    """What can stand in the column Controle, beside what a kind of answer and a rule say."""

    NOG_INVULLEN = "Nog invullen"
    KIES_KLEUR = "Kies een kleur"
    KIES_REDEN = "Kies een reden"
    REDEN_PAST_NIET = "Deze reden past niet"
    SCHRIJF_TOELICHTING = "Schrijf een toelichting"
    LOOPT_NOG = "Klaar? Schrijf waarom"
    VUL_WAARDEN = "Vul hieronder nog in"
    MAG_LEEG = "Mag leeg"
    INGEVULD = "Ingevuld"
    TE_GROOT = "Groter dan het totaal"
    KIES_AKKOORD = "Akkoord of niet?"
    AKKOORD_OF_EIGEN = "Akkoord of anders?"
    HOE_STAAT_HET = "Hoe staat het hiermee?"
    ZEG_STAND = "Begin met gedaan, loopt of niet gedaan"
    ZEG_WAAROM = "Schrijf erachter waarom niet"


GOED = (Controle.INGEVULD, Controle.MAG_LEEG)
NIETS_TE_DOEN = (*GOED, Controle.VUL_WAARDEN)
"""What Controle says of a row on which nothing is to be done now."""
IN_WOORDEN = (Controle.HOE_STAAT_HET, Controle.ZEG_STAND, Controle.ZEG_WAAROM)
"""What it can say of a row that is answered in words."""
VAN_EEN_MEETWAARDE: tuple[str, ...] = (*GOED, Controle.NOG_INVULLEN, Controle.TE_GROOT)
"""What it can say of a meetwaarde, beside what its kind and the rules say."""
VAN_EEN_INDICATOR: tuple[str, ...] = tuple(
    woord for woord in Controle if woord not in (*IN_WOORDEN, *VAN_EEN_MEETWAARDE)
)
"""What only it says of an indicator."""
_EERDER = (
    "Compleet", "Vul in", "Kies een kleur uit de lijst", "Deze reden past niet bij de kleur",
    "Loopt nog: schrijf waarom het klaar is", "Vul de regels hieronder in",
    "Kies Akkoord of Niet akkoord", "Akkoord, of een eigen antwoord?",
)  # fmt: skip
"""What it said on sheets of before: these come back."""
KEUZE_AKKOORD = "Keuze_akkoord"


def controlewoorden(kader: Kader) -> tuple[str, ...]:
    """Every word that can stand in the column Controle, or could."""
    vragen = (regel.vraag for regel in kader.regels)
    return (*_EERDER, *Controle, *(soort.niet_goed for soort in SOORTEN.values()), *vragen)


def controle_indicator(
    stoplicht: Stoplicht,
    vraag: Vraagregel,
    jaar: int,
    rij: int,
    onder: Sequence[int],
    antwoord: tuple[object, object, object],
    uitkomsten: Sequence[object],
    kolommen: Kolommen,
    vragen: Sequence[str] = (),
) -> Formule:
    """The check of the row of an indicator, asked in a year; `onder` are those of its meetwaarden.

    `antwoord` is the beoordeling, reden and toelichting there now, `uitkomsten` what the checks
    of `onder` say. A question of the sheet Regels (`vragen`) in one of them leaves it complete.
    """
    beoordeling = _tekst(antwoord[0])
    gekozen = next((b for b in stoplicht if b.lower() == beoordeling), None)
    j = f"TRIM({adres(rij, kolommen.antwoord, col_abs=True)})"
    stappen: list[Stap] = [
        (f'{j}=""', not beoordeling, Controle.NOG_INVULLEN),
        (f"NOT({in_lijst(j, 'Keuze_beoordeling')})", gekozen is None, Controle.KIES_KLEUR),
        *_over_de_reden(stoplicht, rij, antwoord, kolommen, uit_te_leggen(stoplicht, vraag, jaar)),
        *_over_de_waarden(onder, uitkomsten, kolommen, vragen),
    ]
    return _ladder(stappen, Controle.INGEVULD)


def controle_akkoord(
    stoplicht: Stoplicht,
    rij: int,
    onder: Sequence[int],
    antwoord: tuple[object, object, object],
    uitkomsten: Sequence[object],
    kolommen: Kolommen,
    vragen: Sequence[str],
    akkoord: object,
    waarden: Sequence[object],
) -> Formule:
    """The check of a row that asks whether a voorzet is agreed to, and else an own answer.

    `akkoord` is what stands there now in the column for it, `waarden` the answers of `onder`.
    """
    gezegd, beoordeling, toelichting = map(_tekst, (akkoord, antwoord[0], antwoord[2]))
    gekozen = next((b for b in stoplicht if b.lower() == beoordeling), None)
    plaatsen = kolommen.akkoord, kolommen.antwoord, kolommen.reden, kolommen.toelichting
    i, j, k, t = (f"TRIM({adres(rij, kolom, col_abs=True)})" for kolom in plaatsen)
    waarde = kolommen.antwoord
    eigen = "&".join((j, k, *(f"TRIM({adres(r, waarde, col_abs=True)})" for r in onder)))
    is_eigen = any(map(_tekst, (*antwoord[:2], *waarden)))
    ja, nee = (keuze.lower() for keuze in Reactie)
    niet = f'{i}="{Reactie.NIET_AKKOORD}"'
    vreemd = f"NOT({in_lijst(j, 'Keuze_beoordeling')})"
    stappen: list[Stap] = [
        (f'AND({i}="",{eigen}="")', not gezegd and not is_eigen, Controle.NOG_INVULLEN),
        (f"NOT({in_lijst(i, KEUZE_AKKOORD)})", gezegd not in (ja, nee), Controle.KIES_AKKOORD),
        (
            f'AND({i}="{Reactie.AKKOORD}",{eigen}<>"")',
            gezegd == ja and is_eigen,
            Controle.AKKOORD_OF_EIGEN,
        ),
        (f"AND({niet},{vreemd})", gezegd == nee and gekozen is None, Controle.KIES_KLEUR),
        *_over_de_reden(stoplicht, rij, antwoord, kolommen, {}),
        (f'AND({niet},{t}="")', gezegd == nee and not toelichting, Controle.SCHRIJF_TOELICHTING),
        *_over_de_waarden(onder, uitkomsten, kolommen, vragen),
    ]
    return _ladder(stappen, Controle.INGEVULD)


def _over_de_reden(
    stoplicht: Stoplicht,
    rij: int,
    antwoord: tuple[object, object, object],
    kolommen: Kolommen,
    uit_te_leggen: Mapping[Controle, Sequence[Beoordeling]],
) -> list[Stap]:
    """Whether the reden goes with the colour, and a toelichting is there where one is asked."""
    beoordeling, reden, toelichting = map(_tekst, antwoord)
    gekozen = next((b for b in stoplicht if b.lower() == beoordeling), None)
    plaatsen = kolommen.antwoord, kolommen.reden, kolommen.toelichting
    j, k, t = (f"TRIM({adres(rij, kolom, col_abs=True)})" for kolom in plaatsen)
    stappen: list[Stap] = []
    for kleur in stoplicht.met_reden:
        letters = ",".join(f'LOWER({k})="{letter}"' for letter in kleur.redenen)
        past = f"OR({letters},{in_lijst(k, keuzelijst(kleur))})"
        deze, onpast = kleur == gekozen, reden not in _goede_redenen(kleur)
        stappen += [
            (f'AND({j}="{kleur}",{k}="")', deze and not reden, Controle.KIES_REDEN),
            (f'AND({j}="{kleur}",NOT({past}))', deze and onpast, Controle.REDEN_PAST_NIET),
        ]
    for woord, kleuren in uit_te_leggen.items():
        mist = gekozen in kleuren and not toelichting
        stappen.append((f'AND({is_een_van(j, kleuren)},{t}="")', mist, woord))
    return stappen


def _over_de_waarden(
    onder: Sequence[int],
    uitkomsten: Sequence[object],
    kolommen: Kolommen,
    vragen: Sequence[str],
) -> list[Stap]:
    """Whether the rows of the meetwaarden are well filled in, by their own checks; a question of
    the sheet Regels (`vragen`) leaves one well filled in."""
    if not onder:
        return []
    cellen = ":".join(adres(rij, kolommen.controle) for rij in (onder[0], onder[-1]))
    goed = "+".join(f'COUNTIF({cellen},"{woord}")' for woord in GOED)
    goed += "".join(f"+SUMPRODUCT(--({cellen}={als_formule(vraag)}))" for vraag in vragen)
    waarden_missen = any(u not in (*GOED, *vragen) for u in uitkomsten)
    return [(f"{goed}<{len(onder)}", waarden_missen, Controle.VUL_WAARDEN)]


def uit_te_leggen(
    stoplicht: Stoplicht, vraag: Vraagregel, jaar: int
) -> Mapping[Controle, Sequence[Beoordeling]]:
    """The colours that need a toelichting, by what Controle then says."""
    wijkt_af = [
        b
        for b in stoplicht
        if b.vraagt_toelichting
        or (not b.klaar if vraag.bevestiging else vraag.indicator.is_oordeel)
    ]
    te_vroeg = [b for b in stoplicht if b.klaar and b not in wijkt_af]
    vraagt = not vraag.bevestiging and vraag.indicator.loopt_nog(jaar)
    return {Controle.SCHRIJF_TOELICHTING: wijkt_af} | (
        {Controle.LOOPT_NOG: te_vroeg} if vraagt and te_vroeg else {}
    )


def vraagt_altijd_toelichting(stoplicht: Stoplicht, vraag: Vraagregel, jaar: int) -> bool:
    """Whether there is no colour without one."""
    bij = uit_te_leggen(stoplicht, vraag, jaar).values()
    return len({kleur for kleuren in bij for kleur in kleuren}) == len([*stoplicht])


def _ladder(stappen: Sequence[Stap], anders: str) -> Formule:
    """The word of the first step that is so, else `anders`: always, and now."""
    ifs = "".join(f"IF({als},{als_formule(woord)}," for als, _, woord in stappen)
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


def controle_meetwaarde(
    meetwaarde: Meetwaarde,
    rij: int,
    verwant: Mapping[str, tuple[int, str]],
    waarden: Mapping[str, object],
    beoordeling: object,
    toelichting: object,
    kader: Kader,
    kolommen: Kolommen,
    twijfels: Sequence[Stap] = (),
    mag_leeg: bool = False,
) -> Formule:
    """The check of a meetwaarde's row; `mag_leeg` where it is asked only of who says otherwise.

    `verwant` gives row and code of its indicator, of the indicator's first ja/nee and of
    its noemer; `waarden` the values there now, by code. A number that is not known may stay
    empty when the toelichting of the indicator says so, and nothing needs a value where the
    beoordeling says that it does not apply. `twijfels` are asked of what is well formed.
    """
    grenzen, geldt_niet = datumgrenzen(kader), kader.stoplicht.geldt_niet
    soort, waarde = meetwaarde.soort, waarden.get(meetwaarde.code)
    kolom, boven = kolommen.antwoord, verwant["indicator"][0]
    cel = adres(rij, kolom, col_abs=True)
    moet = [("FALSE", False) if mag_leeg else _nodig(meetwaarde, verwant, waarden, kolom)]
    if geldt_niet:
        j = adres(boven, kolom, col_abs=True)
        moet.append((f'TRIM({j})<>"{geldt_niet}"', _tekst(beoordeling) != geldt_niet.lower()))
    if soort.mag_uitgelegd:
        uitleg = adres(boven, kolommen.toelichting, col_abs=True)
        moet.append((f'TRIM({uitleg})=""', not _tekst(toelichting)))
    mist = f"AND({','.join(formule for formule, _ in moet)})", all(nu for _, nu in moet)
    vorm, past = soort.vorm(cel, grenzen), soort.past(waarde, grenzen)
    # With the parts of a share a formula must be able to reckon.
    if meetwaarde.rol not in DEELROLLEN and _is_leesbare_tekst(soort, waarde, grenzen):
        vorm, past = f'OR({vorm},TRIM({cel})="{getrimd(waarde)}")', True
    stappen: list[Stap] = [(f"NOT({vorm})", not past, soort.niet_goed)]
    if meetwaarde.rol is Rol.TELLER and "noemer" in verwant:
        noemer, code = verwant["noemer"]
        geheel = adres(noemer, kolom, col_abs=True)
        deel, totaal = celgetal(waarde), celgetal(waarden.get(code))
        te_groot = deel is not None and totaal is not None and deel > totaal
        getallen = f"ISNUMBER({cel}),ISNUMBER({geheel})"
        stappen.append((f"AND({getallen},{cel}>{geheel})", te_groot, Controle.TE_GROOT))
    leeg = _ladder([(*mist, Controle.NOG_INVULLEN)], Controle.MAG_LEEG)
    gevuld = _ladder([*stappen, *twijfels], Controle.INGEVULD)
    nu = gevuld if _tekst(waarde) else leeg
    return Formule(f'IF(TRIM({cel})="",{leeg.formule},{gevuld.formule})', nu.uitkomst)


def controle_plan(rij: int, kolom: int, plan: object) -> Formule:
    """The check of a row for plans: nothing has to be filled in."""
    leeg = f'TRIM({adres(rij, kolom)})=""'
    return _ladder([(leeg, not getrimd(plan), Controle.MAG_LEEG)], Controle.INGEVULD)


def controle_actiepunt(rij: int, kolom: int, antwoord: object) -> Formule:
    """The check of a row that asks something back: how it stands, and why it was not done."""
    tekst = _tekst(antwoord)
    cel = f"TRIM({adres(rij, kolom)})"
    begint = ",".join(f'IFERROR(SEARCH("{stand}",{cel})=1,FALSE)' for stand in Stand)
    stappen: list[Stap] = [
        (f'{cel}=""', not tekst, Controle.HOE_STAAT_HET),
        (f"NOT(OR({begint}))", not tekst.startswith(tuple(Stand)), Controle.ZEG_STAND),
        (f'{cel}="{Stand.NIET_GEDAAN}"', tekst == Stand.NIET_GEDAAN, Controle.ZEG_WAAROM),
    ]
    return _ladder(stappen, Controle.INGEVULD)


def _nodig(
    meetwaarde: Meetwaarde,
    verwant: Mapping[str, tuple[int, str]],
    waarden: Mapping[str, object],
    kolom: int,
) -> tuple[str, bool]:
    """Whether the value must be there: as a formula, and for the values there now."""
    if meetwaarde.verplicht is Verplicht.NEE:
        return "FALSE", False
    if meetwaarde.verplicht is Verplicht.JA or "ja/nee" not in verwant:
        return "TRUE", True
    rij, code = verwant["ja/nee"]
    cel = adres(rij, kolom, col_abs=True)
    ja = waarden.get(code)
    return f'OR(TRIM({cel})="Ja",{cel}=TRUE)', ja is True or _tekst(ja) == "ja"


def _is_leesbare_tekst(soort: Soort, waarde: object, grenzen: Datumgrenzen) -> bool:
    """Whether an answer is text with one reading, such as `15 december 2026` or `1.234`.

    No formula reads Dutch in every program, so such a text is accepted to the letter.
    """
    if not isinstance(waarde, str) or not _GEWONE_TEKST.fullmatch(getrimd(waarde)):
        return False
    return bool(soort.niet_goed) and soort.lees(Veld(waarde, NERGENS), grenzen).waarde is not None

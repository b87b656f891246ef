"""Pure: who gives the voorzet of an indicator, who says akkoord to it, and what that comes to.

Chapter 8: "De actiehouder doet hiervoor een voorzet en bespreekt dit met de andere partijen."
Where the template names a trekker, it alone is asked in the first pass of a ronde, and the other
actiehouders see its voorzet in the second. Silence is never akkoord.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from .action_points import Actiepunt
from .answers import Inzending, Reactie, Voorzet
from .kader import EERSTE_PAS, Gevraagd, Indicator, Kader, Pas
from .notation import een_regel

Inbreng = Mapping[str, Voorzet | None]
"""What each actiehouder (code) answers for an indicator."""
_OPNIEUW = "akkoord met de voorzet zoals die nu is"


def trekker_van(kader: Kader, indicator: Indicator, jaar: int) -> str:
    """Who (code) gives the voorzet in a year; "" where every actiehouder answers for itself."""
    houders = kader.actiehouders(indicator, jaar)
    return indicator.trekker if indicator.trekker in houders and len(houders) > 1 else ""


def op_voorzet(kader: Kader, partij: str, jaar: int) -> dict[str, str]:
    """The indicatoren (codes) on which a partij answers the voorzet of another, and whose."""
    trekkers = ((i.code, trekker_van(kader, i, jaar)) for i, _ in kader.vragen_aan(partij, jaar))
    return {code: trekker for code, trekker in trekkers if trekker not in ("", partij)}


def in_pas(kader: Kader, partij: str, jaar: int, pas: Pas = EERSTE_PAS) -> Gevraagd:
    """What a partij is asked in one pass of the ronde of a year, or on one sheet."""
    van_een_ander = op_voorzet(kader, partij, jaar)
    erbij = pas.akkoord | pas.zelf
    return tuple(
        (indicator, meetwaarden)
        for indicator, meetwaarden in kader.vragen_aan(partij, jaar)
        if indicator.code in erbij or (pas.eerste and indicator.code not in van_een_ander)
    )


def per_rij(kader: Kader, indicator: Indicator, partij: str, voorzet: Voorzet) -> dict[str, str]:
    """A voorzet as another partij (code) sees it: a text for each row that it is asked, by code."""
    kleur = voorzet.beoordeling
    reden = (kleur.redenen if kleur else {}).get(voorzet.reden, "")
    oordeel = f"{kleur}, {voorzet.reden} – {reden}" if reden else str(kleur or "–")
    teksten = {indicator.code: "\n".join(filter(None, (oordeel, voorzet.toelichting)))}
    for m in () if voorzet.bevestiging else kader.meetwaarden_van(indicator.code):
        antwoord = voorzet.waarden.get(m.code)
        if m.vraagt(partij):
            gelezen = antwoord is not None and antwoord.waarde is not None
            geschreven = antwoord.veld.tekst if antwoord else "–"
            teksten[m.code] = m.zeg(antwoord.waarde) if antwoord and gelezen else geschreven
    return teksten


def als_gezien(teksten: Mapping[str, str]) -> str:
    """A voorzet in one line, by which what somebody saw is compared with what it is now."""
    return "; ".join(een_regel(tekst) for _, tekst in sorted(teksten.items()))


def beaamd(
    kader: Kader, indicator: Indicator, jaar: int, eigen: Inbreng
) -> dict[str, Voorzet | None]:
    """What each actiehouder answers, with what those who react to a voorzet take over of it.

    Who says akkoord gives the colour and the values of the voorzet it saw; who does not gives its
    own and nothing else. Of a voorzet that is another by now nothing is taken over, and an akkoord
    with that one is none with this.
    """
    trekker = trekker_van(kader, indicator, jaar)
    voorzet = eigen.get(trekker)
    return {
        partij: gegeven and _beaamd(kader, indicator, partij, gegeven, voorzet)
        for partij, gegeven in eigen.items()
    }


def _beaamd(
    kader: Kader, indicator: Indicator, partij: str, gegeven: Voorzet, voorzet: Voorzet | None
) -> Voorzet:
    if gegeven.reactie is None:
        return gegeven
    nu = als_gezien(per_rij(kader, indicator, partij, voorzet)) if voorzet else ""
    if voorzet is None or gegeven.gezien != nu:
        if gegeven.reactie is Reactie.NIET_AKKOORD:
            return replace(gegeven, ouder=True)
        return replace(gegeven, ouder=True, compleet=False, ontbreekt=(_OPNIEUW,))
    if gegeven.reactie is Reactie.NIET_AKKOORD:
        return gegeven
    return replace(
        gegeven,
        beoordeling=voorzet.beoordeling,
        reden=voorzet.reden,
        waarden={**voorzet.waarden, **gegeven.waarden},
        bevestiging=voorzet.bevestiging,
    )


@dataclass(frozen=True, slots=True)
class Akkoorden:
    """Where a partij is with the voorzetten of others, by indicator (code).

    `gevraagd` are those of which the voorzet is in and whole, with whose it is, `gegeven` those on
    which it answered as that is now; of `wacht` (with whose) there is no whole voorzet yet.
    """

    gevraagd: Mapping[str, str]
    gegeven: frozenset[str]
    wacht: Mapping[str, str]

    @property
    def open(self) -> frozenset[str]:
        return frozenset(self.gevraagd) - self.gegeven


def akkoorden(
    kader: Kader, partij: str, jaar: int, per_partij: Mapping[str, Inzending]
) -> Akkoorden:
    """Where a partij (code) is with the voorzetten of others, by the returns that count."""
    gevraagd: dict[str, str] = {}
    wacht: dict[str, str] = {}
    gegeven = set()
    indicatoren = {i.code: i for i, _ in kader.vragen_aan(partij, jaar)}
    for code, trekker in op_voorzet(kader, partij, jaar).items():
        eigen = {wie: voorzet_van(per_partij.get(wie), code) for wie in (trekker, partij)}
        voorzet = eigen[trekker]
        (gevraagd if voorzet and voorzet.compleet else wacht)[code] = trekker
        antwoord = beaamd(kader, indicatoren[code], jaar, eigen)[partij]
        if antwoord and antwoord.compleet and not antwoord.ouder:
            gegeven.add(code)
    return Akkoorden(gevraagd, frozenset(gegeven), wacht)


@dataclass(frozen=True, slots=True)
class Gevorderd:
    """What a partij was asked until now, and the indicatoren (codes) of that which are whole.

    Of those in `akkoord` it was asked what it says to the voorzet of another; `teruggevraagd` is
    what it took on and said nothing of.
    """

    gevraagd: Gevraagd
    compleet: frozenset[str]
    akkoord: frozenset[str] = frozenset()
    teruggevraagd: tuple[Actiepunt, ...] = ()

    @property
    def is_af(self) -> bool:
        return len(self.compleet) == len(self.gevraagd) and not self.teruggevraagd


def gevorderd(
    kader: Kader,
    partij: str,
    jaar: int,
    per_partij: Mapping[str, Inzending],
    akkoord: Akkoorden | None = None,
) -> Gevorderd:
    """How far a partij (code) is with the first pass, and with `akkoord` the second as well."""
    codes = frozenset(akkoord.gevraagd) if akkoord else frozenset[str]()
    gevraagd = in_pas(kader, partij, jaar, Pas(codes))
    af = akkoord.gegeven & codes if akkoord else frozenset[str]()
    van_haar = per_partij.get(partij)
    voorzetten = {i.code: voorzet_van(van_haar, i.code) for i, _ in gevraagd if i.code not in codes}
    af |= {code for code, v in voorzetten.items() if v and v.compleet}
    gezegd = van_haar.programma if van_haar else {}
    terug = tuple(t for t in kader.actiepunten if partij in t.partijen and t.code not in gezegd)
    return Gevorderd(gevraagd, af, codes, terug)


def voorzet_van(inzending: Inzending | None, indicator: str) -> Voorzet | None:
    """What a partij filled in for an indicator (code); None for nothing."""
    return (inzending.voorzetten.get(indicator) or None) if inzending else None

"""Pure: what changed between two templates, in sentences that can be laid before the BO.

Codes tell what is the same thing; the column `vervangt` tells what became of a code that is gone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from ..core import catalogue, labels as l
from ..core.kader import Afspraak, Indicator, Kader, Meetwaarde, Overleg, Partij, Toezegging
from ..core.notation import plat, schrijf_datum, schrijf_getal, schrijf_jaren, schrijf_opsomming
from ..core.numbering import op_nummer
from ..core.rounds import Bevinding, Plek
from ..core.settings import FORMAAT

AFSPRAKEN, INDICATOREN = "Afspraken", "Indicatoren"
# Words that many indicatoren share say nothing of what is measured.
_NIETSZEGGEND = frozenset(
    "aantal aandeel percentage totaal jaarlijks jaarlijkse gemiddeld gemiddelde voor door met van "
    "het een per die dat naar over onder tussen".split()
)
_ZELFDE_WOORD = 0.8
_ZELFDE_DEEL = 1 / 3
_ADRES = "e-mailadres"
Drager = Indicator | Meetwaarde | Partij
_Velden = Callable[[Drager], dict[str, str]]


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One change: what it is about (a sheet's subject), the code or number, what kind, in words.

    `wat` is the same without what it is of: where it is equal, one cause changed them all.
    """

    onderwerp: str
    code: str
    soort: str
    tekst: str
    wat: str = ""


def vergelijk(oud: Kader, nieuw: Kader) -> tuple[Wijziging, ...]:
    """Everything that changed from `oud` to `nieuw`, in the order of the agreement."""
    velden = _velden_van(oud, nieuw)
    return (
        *_afspraken(oud, nieuw),
        *_dragers(INDICATOREN, oud.indicatoren, nieuw.indicatoren, velden),
        *_dragers(l.MEETWAARDEN, oud.meetwaarden, nieuw.meetwaarden, velden),
        *_dragers(l.PARTIJEN, oud.partijen, nieuw.partijen, velden),
        *_doelen(oud, nieuw),
        *_paren(l.BEGINSTAND, "De beginstand", _beginstand(oud), _beginstand(nieuw)),
        *_paren(l.NORMEN, "De norm", _normen(oud), _normen(nieuw)),
        *_paren(l.REGELS, "De regel", _regels(oud), _regels(nieuw)),
        *_paren(l.JAARPROGRAMMA, "Het programma", _programma(oud), _programma(nieuw)),
        *_planning(oud, nieuw),
        *_toezeggingen(oud, nieuw),
        *_stoplicht(oud, nieuw),
        *_instellingen(oud, nieuw),
    )


def beoordeel(oud: Kader, nieuw: Kader, bestand: str, naam_oud: str) -> Iterator[Bevinding]:
    """A code that was given to something else, and a `vervangt` that names what never was."""
    for blad, was, is_nu in (
        (l.MONITORINGSTABEL, oud.indicatoren, nieuw.indicatoren),
        (l.MEETWAARDEN, oud.meetwaarden, nieuw.meetwaarden),
        (l.PARTIJEN, oud.partijen, nieuw.partijen),
    ):
        eerder = {drager.code: drager for drager in was}
        bekend = {*eerder, *(d.code for d in is_nu), *(c for d in was for c in d.vervangt)}
        for drager in is_nu:
            plek = Plek(bestand, blad)
            for code in drager.vervangt:
                if code not in bekend:
                    velden = {"code": drager.code, "eerder": code, "oud": naam_oud}
                    yield catalogue.VERVANGT_ONBEKENDE.bij(plek, **velden)
            zelfde = eerder.get(drager.code)
            # An organisation may take another name and stay who it is.
            if zelfde is None or isinstance(drager, Partij):
                continue
            if set(drager.vervangt) - set(zelfde.vervangt):
                continue
            if heel_anders(_tekst(zelfde), _tekst(drager)):
                velden = {"code": drager.code, "was": _tekst(zelfde), "is_nu": _tekst(drager)}
                yield catalogue.CODE_ANDERS_GEBRUIKT.bij(plek, **velden)


def heel_anders(eerst: str, dan: str) -> bool:
    """Whether hardly a telling word of the shorter text is found in the other."""
    korter, langer = sorted((_woorden(eerst), _woorden(dan)), key=len)
    if not korter:
        return plat(eerst) != plat(dan) and bool(langer)
    gevonden = sum(bool(get_close_matches(w, langer, 1, _ZELFDE_WOORD)) for w in korter)
    return gevonden / len(korter) < _ZELFDE_DEEL


def _woorden(tekst: str) -> list[str]:
    woorden = ("".join(t if t.isalnum() else " " for t in plat(tekst))).split()
    return [w for w in dict.fromkeys(woorden) if len(w) > 2 and w not in _NIETSZEGGEND]


def _tekst(drager: Drager) -> str:
    if isinstance(drager, Indicator):
        return drager.tekst
    return drager.omschrijving if isinstance(drager, Meetwaarde) else drager.naam


def _naam(drager: Drager) -> str:
    """`Indicator A01-I1 (“opgeleverde woningen”)`, to begin a sentence with."""
    return f"{type(drager).__name__} {_kort(drager)}"


def _kort(drager: Drager) -> str:
    return f"{drager.code} (“{_tekst(drager)}”)"


def _afspraken(oud: Kader, nieuw: Kader) -> Iterator[Wijziging]:
    was, is_nu = ({a.nummer: a for a in kader.afspraken} for kader in (oud, nieuw))
    for nummer in sorted(was | is_nu, key=op_nummer):
        for soort, tekst in _afspraak(was.get(nummer), is_nu.get(nummer)):
            yield Wijziging(AFSPRAKEN, str(nummer), soort, tekst)


def _afspraak(was: Afspraak | None, is_nu: Afspraak | None) -> Iterator[tuple[str, str]]:
    if was is None and is_nu is not None:
        yield "nieuw", f"Nieuwe afspraak “{is_nu.titel}”, bij het thema {is_nu.thema}."
    elif was is not None and is_nu is None:
        yield "vervallen", f"Afspraak “{was.titel}” vervalt."
    elif was is not None and is_nu is not None:
        if was.titel != is_nu.titel:
            yield "titel", f"Afspraak “{was.titel}” heet voortaan “{is_nu.titel}”."
        if was.thema != is_nu.thema:
            verhuisd = f"gaat van het thema {was.thema} naar {is_nu.thema}"
            yield "thema", f"Afspraak “{is_nu.titel}” {verhuisd}."


def _dragers(
    onderwerp: str, oud: Sequence[Drager], nieuw: Sequence[Drager], velden: _Velden
) -> Iterator[Wijziging]:
    """What came, went, was split or merged, and what changed of what stayed."""
    was, is_nu = {d.code: d for d in oud}, {d.code: d for d in nieuw}
    al_vervangen = {(d.code, eerder) for d in oud for eerder in d.vervangt}
    bronnen = {
        d.code: [was[c] for c in d.vervangt if c in was and (d.code, c) not in al_vervangen]
        for d in nieuw
    }
    opvolgers: dict[str, list[Drager]] = {}
    for code, eerdere in bronnen.items():
        for eerder in eerdere:
            opvolgers.setdefault(eerder.code, []).append(is_nu[code])
    for code, drager in was.items():
        delen = opvolgers.get(code, [])
        if len(delen) > 1:
            waarin = schrijf_opsomming([_kort(d) for d in delen])
            yield Wijziging(onderwerp, code, "gesplitst", f"{_naam(drager)} is nu {waarin}.")
        elif code not in is_nu and not delen:
            yield Wijziging(onderwerp, code, "vervallen", f"{_naam(drager)} vervalt.")
    for code, drager in is_nu.items():
        eerdere = bronnen[code]
        if len(eerdere) > 1 or (eerdere and code in was):
            uit = schrijf_opsomming([_kort(d) for d in eerdere])
            erin = f"{uit} {'gaan' if len(eerdere) > 1 else 'gaat'} op in {_kort(drager)}."
            yield Wijziging(onderwerp, code, "samengevoegd", erin)
        elif not eerdere and code not in was:
            # What to know of something new: for which years, by whom.
            nu = velden(drager)
            erbij = ", ".join(nu[veld] for veld in ("jaren", "actiehouders") if nu.get(veld))
            naam = f"{_naam(drager)[0].lower()}{_naam(drager)[1:]}"
            tekst = f"Nieuwe {naam}{f': {erbij}' if erbij else ''}."
            yield Wijziging(onderwerp, code, "nieuw", tekst)
        elif eerdere and len(opvolgers[eerdere[0].code]) == 1:
            tekst = f"{_naam(eerdere[0])} heet voortaan {_kort(drager)}."
            yield Wijziging(onderwerp, code, "andere code", tekst)
            yield from _verschillen(onderwerp, eerdere[0], drager, velden)
        if code in was:
            yield from _verschillen(onderwerp, was[code], drager, velden)


def _verschillen(
    onderwerp: str, was: Drager, is_nu: Drager, velden: _Velden
) -> Iterator[Wijziging]:
    eerst, dan = velden(was), velden(is_nu)
    for veld in eerst:
        if eerst[veld] != dan[veld]:
            wat = f"{veld} was “{eerst[veld] or 'leeg'}”, wordt “{dan[veld] or 'leeg'}”"
            wat = f"het {_ADRES} is veranderd" if veld == _ADRES else wat
            yield Wijziging(onderwerp, is_nu.code, veld, f"{_naam(was)}: {wat}.", wat)


def _velden_van(oud: Kader, nieuw: Kader) -> _Velden:
    """The fields of what bears a code, in words, by name. Who has another name is named by it."""
    namen = {p.code: p.naam for p in (*oud.partijen, *nieuw.partijen)}

    def wie(codes: Sequence[str] | None) -> str:
        return schrijf_opsomming([namen.get(c, c) for c in codes or ()])

    def velden(drager: Drager) -> dict[str, str]:
        if isinstance(drager, Indicator):
            return {
                "tekst": drager.tekst,
                "afspraak": str(drager.afspraak),
                "jaren": schrijf_jaren(drager.jaren),
                "actiehouders": wie(drager.partijen),
                "trekker": wie((drager.trekker,) if drager.trekker else ()),
                "soort": str(drager.soort),
                "combineren": drager.combineren,
                "status": l.STATUSSEN[drager.open],
            }
        if isinstance(drager, Meetwaarde):
            return {
                "omschrijving": drager.omschrijving,
                "soort": str(drager.soort),
                "eenheid": drager.eenheid,
                "combineren": drager.combineren,
                "telt als": drager.rol or "",
                "over de jaren": l.OVER_DE_JAREN[not drager.stroom],
                "verplicht": drager.verplicht,
                "gevraagd aan": wie(drager.gevraagd_aan),
            }
        return {
            "naam": drager.naam,
            "groep": drager.groep,
            _ADRES: drager.email,
            "actief van": str(drager.actief_van or ""),
            "actief t/m": str(drager.actief_tm or ""),
        }

    return velden


def _doelen(oud: Kader, nieuw: Kader) -> Iterator[Wijziging]:
    was, is_nu = _per_vraag(oud), _per_vraag(nieuw)
    namen = {p.code: p.naam for p in (*oud.partijen, *nieuw.partijen)}
    for sleutel in is_nu | was:
        indicator, partij, jaar = sleutel
        eerst, dan = was.get(sleutel, []), is_nu.get(sleutel, [])
        if eerst == dan:
            continue
        naam = namen.get(partij, partij)
        waarvan = f"{indicator} t/m {jaar}{f' van {naam}' if partij else ''}"
        if not eerst:
            soort, tekst = "nieuw", f"Nieuw doel bij {waarvan}: {_samen(dan)}."
        elif not dan:
            soort, tekst = "vervallen", f"Het doel bij {waarvan} vervalt: {_samen(eerst)}."
        else:
            soort = "gewijzigd"
            tekst = f"Het doel bij {waarvan} was {_samen(eerst)}, wordt {_samen(dan)}."
        yield Wijziging(l.DOELEN, indicator, soort, tekst)


def _per_vraag(kader: Kader) -> dict[tuple[str, str, int], list[str]]:
    doelen: dict[tuple[str, str, int], list[str]] = {}
    for doel in kader.doelen:
        sleutel = doel.indicator, doel.partij, doel.tm_jaar
        grenzen = dict.fromkeys(g for g in (doel.minimum, doel.maximum) if g is not None)
        getal = " tot ".join(map(schrijf_getal, grenzen))
        hoe = (
            l.TELLINGEN[1] if doel.per_jaar else "",
            f"over {doel.meetwaarde}" if doel.meetwaarde else "",
            "" if doel.meter is None else f"meter: {l.JA_OF_NEE[not doel.meter]}",
        )
        delen = (getal, doel.omschrijving, *hoe)
        doelen.setdefault(sleutel, []).append(" ".join(filter(None, delen)))
    return doelen


def _samen(woorden: Sequence[str]) -> str:
    return schrijf_opsomming([f"“{w}”" for w in woorden])


def _beginstand(kader: Kader) -> dict[str, str]:
    namen = {p.code: p.naam for p in kader.partijen}
    meetwaarden = {m.code: m for m in kader.meetwaarden}
    return {
        " van ".join(filter(None, (s.meetwaarde, namen.get(s.partij)))): ", ".join(
            filter(None, (meetwaarden[s.meetwaarde].zeg(s.waarde), s.erbij, s.peildatum))
        )
        for s in kader.beginstand
    }


def _normen(kader: Kader) -> dict[str, str]:
    return {f"{n.naam} in {n.jaar}": n.waarde for n in kader.normen}


def _regels(kader: Kader) -> dict[str, str]:
    return {
        ", ".join(filter(None, (r.soort, r.waar, r.met))): " ".join(
            filter(
                None,
                (
                    f"factor {schrijf_getal(r.factor)}" if r.soort.vraagt_factor else "",
                    f"pas boven {schrijf_getal(r.pas_boven)}" if r.pas_boven else "",
                    r.vraag,
                ),
            )
        )
        for r in kader.regels
    }


def _programma(kader: Kader) -> dict[str, str]:
    programma: dict[str, str] = {}
    for a in kader.jaarprogramma:
        naam = f"{a.jaar}, afspraak {a.afspraak}"
        programma[naam] = "; ".join(filter(None, (programma.get(naam), a.activiteiten)))
    return programma


def _toezeggingen(oud: Kader, nieuw: Kader) -> Iterator[Wijziging]:
    was, is_nu = (
        {t.code: _toezegging(t, kader) for t in kader.toezeggingen} for kader in (oud, nieuw)
    )
    yield from _paren(l.LOPEND, "De toezegging", was, is_nu)


def _toezegging(toezegging: Toezegging, kader: Kader) -> str:
    namen = {p.code: p.naam for p in kader.partijen}
    aan = schrijf_opsomming([namen[c] for c in toezegging.partijen])
    gevraagd = f"gevraagd aan {aan}" if toezegging.vragen else "niet gevraagd"
    return ", ".join(filter(None, (toezegging.tekst, toezegging.datum, gevraagd)))


def _planning(oud: Kader, nieuw: Kader) -> Iterator[Wijziging]:
    eerst, dan = (Counter(map(_overleg, kader.planning)) for kader in (oud, nieuw))
    for soort, teken, regels in (
        ("vervallen", "Vervalt in de planning", eerst - dan),
        ("nieuw", "Nieuw in de planning", dan - eerst),
    ):
        for regel in regels:
            yield Wijziging(l.PLANNING, "", soort, f"{teken}: {regel}.")


def _overleg(overleg: Overleg) -> str:
    datum = schrijf_datum(overleg.datum) if overleg.datum else ""
    tijden = "-".join(f"{tijd:%H.%M}" for tijd in (overleg.begin, overleg.eind) if tijd)
    wie = f"voor {schrijf_opsomming(overleg.genodigden)}" if overleg.genodigden else ""
    wat = (overleg.soort, overleg.kwartaal, overleg.regel, overleg.doel)
    return ", ".join(filter(None, (*wat, datum, tijden, overleg.plaats, wie)))


def _stoplicht(oud: Kader, nieuw: Kader) -> Iterator[Wijziging]:
    was, is_nu = _kleurwoorden(oud), _kleurwoorden(nieuw)
    yield from _paren(l.LIJSTEN, "De betekenis van", was, is_nu)
    samen = {*map(str, oud.stoplicht)} & {*map(str, nieuw.stoplicht)}
    was, is_nu = _kleurwaarden(oud, samen), _kleurwaarden(nieuw, samen)
    yield from _paren(l.LIJSTEN, "De waarde", was, is_nu)


def _kleurwoorden(kader: Kader) -> dict[str, str]:
    woorden = {str(kleur): kleur.betekenis for kleur in kader.stoplicht}
    for kleur in kader.stoplicht:
        woorden |= {f"{kleur}, reden {letter}": r for letter, r in kleur.redenen.items()}
    return woorden


def _kleurwaarden(kader: Kader, woorden: Collection[str]) -> dict[str, str]:
    """What else is said of words."""
    return {
        f"{kleur}, {kolom}": waarde
        for kleur in kader.stoplicht
        if kleur in woorden
        for kolom, waarde in (
            ("synoniemen", "; ".join(kleur.synoniemen)),
            ("symbool", kleur.symbool),
            ("vulling", kleur.vulling),
            ("tekstkleur", kleur.tekstkleur),
            ("rang", str(kleur.rang or "")),
            ("vraagt reden", "ja" if kleur.vraagt_reden else "nee"),
            ("vraagt toelichting", "ja" if kleur.vraagt_toelichting else "nee"),
            ("bijzonder", str(kleur.bijzonder or "")),
        )
    }


def _instellingen(oud: Kader, nieuw: Kader) -> Iterator[Wijziging]:
    was, is_nu = (
        {naam: w for naam, w in kader.instellingen.geschreven.items() if naam != FORMAAT}
        for kader in (oud, nieuw)
    )  # the format is of no concern to the BO
    yield from _paren(l.INSTELLINGEN, "De instelling", was, is_nu)


def _paren(
    onderwerp: str, wat: str, was: Mapping[str, str], is_nu: Mapping[str, str]
) -> Iterator[Wijziging]:
    for naam in {**was, **is_nu}:
        eerst, dan = was.get(naam, ""), is_nu.get(naam, "")
        if eerst != dan:
            tekst = f"{wat} “{naam}” was “{eerst or 'leeg'}”, wordt “{dan or 'leeg'}”."
            yield Wijziging(onderwerp, naam, "gewijzigd", tekst)

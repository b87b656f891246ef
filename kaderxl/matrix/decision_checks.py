"""Pure: what is wrong with what people wrote in a matrix. Nothing is changed or left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from ..core import catalogue, labels as l, phrases as say
from ..core.consensus import Stemregels, stemregels
from ..core.kader import Kader, Meetwaarde
from ..core.notation import (
    lees_ja_nee,
    lijkt_op,
    schrijf_dag,
    schrijf_datum,
    schrijf_opsomming,
)
from ..core.numbering import op_nummer
from ..core.outcome import Afgesproken, Besluit, Programmaregel, Stemming, Vastgelegd
from ..core.rounds import Bevinding, Plek, Ronde
from ..core.traffic_light import Stoplicht
from ..years.action_points import named
from .dates import Zaak, over_datum
from .privacy import find_personal_data
from .proposal_checks import check_proposals, check_votes
from .settled import AFGESPROKEN, BESLUITEN, GEEN_BOD, STEM, STEMMINGEN, VASTGESTELD, Plaats, kort
from .voting import ONTHOUDING, Blok, Uitslag, lees_stem, stemblokken, tel


def validate_decisions(
    vastgelegd: Vastgelegd,
    kader: Kader,
    ronde: Ronde,
    vandaag: date = date.max,
    plekken: Mapping[Plaats, Plek] = MappingProxyType({}),
) -> list[Bevinding]:
    """Besluiten, votes, settled differences and dates held against the rules of chapter 8.

    Without `vandaag` no date lies in the future. `plekken` has the cells that findings name.
    """
    zaak = Zaak(kader, ronde, vandaag, plekken)
    meetwaarden = {m.code: m for m in kader.meetwaarden}
    bevindingen = [
        *over_datum("Vaststelling", vastgelegd.vastgesteld, zaak, (VASTGESTELD, "", "dag")),
        *over_datum(zaak.zeg(l.GEEN_BOD), vastgelegd.geen_bod, zaak, (GEEN_BOD, "", "dag")),
        *_onbesloten(vastgelegd, zaak),
    ]
    for besluit in vastgelegd.besluiten.values():
        bevindingen += _besluit(besluit, zaak)
    blokken = stemblokken(kader, ronde.jaar)
    for stemming in vastgelegd.stemmingen.values():
        genomen = vastgelegd.besluiten.get(stemming.afspraak)
        bevindingen += _stemming(stemming, genomen, blokken, zaak)
    for afgesproken in vastgelegd.afgesproken.values():
        bevindingen += _afgesproken(afgesproken, meetwaarden.get(afgesproken.code), zaak)
    for regel in vastgelegd.programma.values():
        bevindingen += _programma(regel, zaak)
    bevindingen += _onbekend_wie(vastgelegd, zaak)
    bevindingen += check_proposals(vastgelegd, zaak)
    bevindingen += check_votes(vastgelegd, zaak)
    bevindingen += find_personal_data(vastgelegd, plekken)
    return bevindingen


def _onbekend_wie(vastgelegd: Vastgelegd, zaak: Zaak) -> Iterator[Bevinding]:
    """Who takes on an action and is no partij that can be asked how it stands."""
    for punt in vastgelegd.focuspunten.values():
        if punt.actie and punt.wie and not named(zaak.kader, zaak.ronde, punt.wie):
            plek = zaak.plek(("focuspunten", punt.afspraak, "wie"))
            yield catalogue.WIE_ONBEKEND.bij(plek, nummer=punt.afspraak, wie=punt.wie)


def in_the_future(vastgelegd: Vastgelegd, vandaag: date) -> tuple[Bevinding, ...]:
    """One finding while a day on which the BO decided has not come; none when all have."""
    dag, wat = vastgelegd.vastgesteld, list[str]()
    if isinstance(dag, date) and dag > vandaag:
        wat.append(f"de vaststelling van de matrix ({schrijf_dag(dag)})")
    datums = {n: vastgelegd.besluiten[n].datum for n in sorted(vastgelegd.besluiten, key=op_nummer)}
    later = [str(n) for n, d in datums.items() if isinstance(d, date) and d > vandaag]
    if later:
        wat.append(f"het besluit bij afspraak {schrijf_opsomming(later)}")
    erbij = {code: v.datum for code, v in vastgelegd.wijzigingen.items()}
    erbij |= {code: punt.datum for code, punt in vastgelegd.stempunten.items()}
    erbij["dat er geen bod is"] = vastgelegd.geen_bod
    namen = [naam for naam, d in erbij.items() if isinstance(d, date) and d > vandaag]
    if namen:
        wat.append(f"de datum bij {schrijf_opsomming(namen)}")
    return (catalogue.BO_IN_TOEKOMST.bij(wat=schrijf_opsomming(wat)),) if wat else ()


def _onbesloten(vastgelegd: Vastgelegd, zaak: Zaak) -> Iterator[Bevinding]:
    """A matrix that the BO set as a whole while afspraken in it have no besluit."""
    kader = zaak.kader
    datum = vastgelegd.vastgesteld
    zonder = [
        a for a in kader.afspraken if not getattr(vastgelegd.besluiten.get(a.nummer), "kleur", "")
    ]
    if datum and zonder:
        woorden = schrijf_dag(datum) if isinstance(datum, date) else datum
        aantal = say.aantal(len(zonder), "afspraak heeft", "afspraken hebben")
        plek = zaak.plek((VASTGESTELD, "", "dag"))
        yield catalogue.NIET_ALLES_BESLOTEN.bij(plek, datum=woorden, aantal=aantal)


def _besluit(besluit: Besluit, zaak: Zaak) -> Iterator[Bevinding]:
    nummer = besluit.afspraak
    kleurcel, redencel, datumcel = ((BESLUITEN, nummer, d) for d in ("kleur", "reden", "datum"))
    kleur = zaak.licht.lees(besluit.kleur) if besluit.kleur else None
    if not besluit.kleur:
        plek = zaak.plek(redencel if besluit.reden else datumcel)
        tekst = besluit.reden or kort(besluit.datum or besluit.toelichting)
        yield catalogue.REDEN_ZONDER_BESLUIT.bij(plek, nummer=nummer, tekst=tekst)
    elif kleur and kleur.vraagt_reden and not besluit.reden:
        keuzes = ", ".join(f"{letter} – {reden}" for letter, reden in kleur.redenen.items())
        yield catalogue.BESLUIT_ZONDER_REDEN.bij(
            zaak.plek(redencel, kleurcel),
            nummer=nummer,
            kleur=kleur,
            redenen=keuzes or "in eigen woorden",
        )
    if besluit.kleur and not besluit.datum:
        plek = zaak.plek(datumcel, kleurcel)
        yield catalogue.BESLUIT_ZONDER_DATUM.bij(plek, nummer=nummer, kleur=besluit.kleur)
    yield from over_datum(
        f"Afspraak {nummer}, {zaak.zeg(l.DATUM_BO)}", besluit.datum, zaak, datumcel
    )


def _stemming(
    stemming: Stemming, besluit: Besluit | None, blokken: tuple[Blok, ...], zaak: Zaak
) -> Iterator[Bevinding]:
    nummer, licht = stemming.afspraak, zaak.licht
    vanaf = (STEMMINGEN, nummer, "vanaf")
    wat = f"Afspraak {nummer}, {l.VANAF}"
    yield from over_datum(wat, stemming.vanaf, zaak, vanaf, verleden=False)
    namen = {p.code: p.naam for p in zaak.kader.partijen}
    for code, stem in stemming.stemmen.items():
        if lees_stem(stem, licht) is None:
            tip = lijkt_op(stem, [*licht, ONTHOUDING])
            plek = zaak.plek((STEMMINGEN, nummer, f"{STEM}{code}"))
            velden = {"stem": stem, "partij": namen[code], "tip": tip}
            yield catalogue.STEM_ONBEKEND.bij(plek, nummer=nummer, **velden)
    if not any(stemming.stemmen.values()):
        return
    plek = zaak.plek((STEMMINGEN, nummer, "moderator"))
    regels = stemregels(zaak.kader.instellingen)
    if waarom := _te_vroeg(stemming, zaak.vandaag, regels):
        over = {"waarom": waarom, "raad": regels.eerst}
        yield catalogue.STEMMING_TE_VROEG.bij(plek, nummer=nummer, **over)
    yield from _uitslag(tel(stemming, blokken, licht), stemming, besluit, licht, plek)


def _te_vroeg(stemming: Stemming, vandaag: date, regels: Stemregels) -> str:
    """Why a vote came too early, or nothing (chapter 8: a moderator, and then a set period)."""
    redenen = []
    if regels.begeleider and lees_ja_nee(stemming.moderator) is not True:
        redenen.append(f"er is geen {regels.begeleider} ingehuurd")
    if not stemming.vanaf:
        redenen.append("er staat niet vanaf wanneer dat mocht")
    elif isinstance(stemming.vanaf, date) and stemming.vanaf > vandaag:
        redenen.append(f"dat mag pas vanaf {schrijf_dag(stemming.vanaf)}")
    return " en ".join(redenen)


def _uitslag(
    uitslag: Uitslag,
    stemming: Stemming,
    besluit: Besluit | None,
    licht: Stoplicht,
    plek: Plek,
) -> Iterator[Bevinding]:
    nummer = stemming.afspraak
    genomen = besluit.kleur if besluit else ""
    if uitslag.kleur is None:
        zin = uitslag.tekst.partition(": ")[2]
        yield catalogue.STEMMING_ONBESLIST.bij(
            plek, nummer=nummer, uitslag=zin[:1].upper() + zin[1:]
        )
    elif not genomen:
        yield catalogue.STEMMING_ZONDER_BESLUIT.bij(plek, nummer=nummer, uitslag=uitslag.kleur)
    elif licht.lees(genomen) != uitslag.kleur:
        yield catalogue.STEMMING_TEGEN_BESLUIT.bij(
            plek, nummer=nummer, uitslag=uitslag.kleur, besluit=genomen
        )


def _afgesproken(
    punt: Afgesproken, meetwaarde: Meetwaarde | None, zaak: Zaak
) -> Iterator[Bevinding]:
    """Whether a settled difference is a value of the kind that was asked."""
    waarde = punt.waarde
    if waarde in (None, ""):
        return
    soort, raad = "", ""
    if meetwaarde is None:
        if zaak.licht.lees(waarde) is None:
            soort, raad = "kleur", f"Kies {', '.join(zaak.licht)}."
    elif not meetwaarde.soort.is_waarde(waarde):
        soort, raad = meetwaarde.soort.woord, meetwaarde.soort.raad_ao
    if soort:
        yield catalogue.AFSPRAAK_AO_ONLEESBAAR.bij(
            zaak.plek((AFGESPROKEN, punt.code, "waarde")),
            code=punt.code,
            waarde=kort(waarde),
            soort=soort,
            raad=raad,
        )


def _programma(regel: Programmaregel, zaak: Zaak) -> Iterator[Bevinding]:
    begin, einde = regel.start, regel.einde
    if isinstance(begin, date) and isinstance(einde, date) and einde < begin:
        yield catalogue.EINDE_VOOR_BEGIN.bij(
            zaak.plek(("programma", regel.afspraak, "einde")),
            nummer=regel.afspraak,
            begin=schrijf_datum(begin),
            einde=schrijf_datum(einde),
        )

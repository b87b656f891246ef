"""Pure: what is wrong with what people wrote in a matrix. Nothing is changed or left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ..core import catalogue
from ..core import labels as l
from ..core import phrases as say
from ..core.answers import Waarde
from ..core.kader import Kader, Meetwaarde
from ..core.notation import lees_ja_nee, lijkt_op, schrijf_dag, schrijf_datum
from ..core.outcome import Afgesproken, Besluit, Programmaregel, Stemming, Vastgelegd
from ..core.rounds import Bevinding, Plek, Ronde
from ..core.traffic_light import Stoplicht
from .privacy import find_personal_data
from .voting import ONTHOUDING, Blok, Uitslag, lees_stem, stemblokken, tel


def validate_decisions(
    vastgelegd: Vastgelegd, kader: Kader, ronde: Ronde, vandaag: date = date.max
) -> list[Bevinding]:
    """Besluiten, votes, settled differences and dates held against the rules of chapter 8.

    Without `vandaag` no date lies in the future.
    """
    blokken = stemblokken(kader, ronde.jaar)
    meetwaarden = {m.code: m for m in kader.meetwaarden}
    bevindingen = [
        *_datum("Vaststelling", vastgelegd.vastgesteld, vandaag, Plek(), verleden=True),
        *_onbesloten(vastgelegd, kader),
    ]
    for besluit in vastgelegd.besluiten.values():
        bevindingen += _besluit(besluit, kader, vandaag)
    for stemming in vastgelegd.stemmingen.values():
        genomen = vastgelegd.besluiten.get(stemming.afspraak)
        bevindingen += _stemming(stemming, genomen, kader, blokken, vandaag)
    for afgesproken in vastgelegd.afgesproken.values():
        bevindingen += _afgesproken(afgesproken, meetwaarden.get(afgesproken.code), kader.stoplicht)
    for regel in vastgelegd.programma.values():
        bevindingen += _programma(regel)
    bevindingen += find_personal_data(vastgelegd)
    return bevindingen


def _datum(
    wat: str, waarde: Waarde, vandaag: date, plek: Plek, *, verleden: bool
) -> Iterator[Bevinding]:
    if not waarde:
        return
    if not isinstance(waarde, date):
        yield catalogue.DATUM_IN_MATRIX_ONLEESBAAR.bij(plek, wat=wat, waarde=waarde)
    elif verleden and waarde > vandaag:
        yield catalogue.DATUM_IN_TOEKOMST.bij(plek, wat=wat, datum=schrijf_datum(waarde))


def _onbesloten(vastgelegd: Vastgelegd, kader: Kader) -> Iterator[Bevinding]:
    """A matrix that the BO set as a whole while afspraken in it have no besluit."""
    datum = vastgelegd.vastgesteld
    zonder = [
        a for a in kader.afspraken if not getattr(vastgelegd.besluiten.get(a.nummer), "kleur", "")
    ]
    if datum and zonder:
        woorden = schrijf_dag(datum) if isinstance(datum, date) else datum
        aantal = say.aantal(len(zonder), "afspraak", "afspraken")
        yield catalogue.NIET_ALLES_BESLOTEN.bij(datum=woorden, aantal=aantal)


def _besluit(besluit: Besluit, kader: Kader, vandaag: date) -> Iterator[Bevinding]:
    nummer, plek = besluit.afspraak, besluit.plek
    kleur = kader.stoplicht.lees(besluit.kleur) if besluit.kleur else None
    if not besluit.kleur:
        tekst = besluit.reden or str(besluit.datum or "")
        yield catalogue.REDEN_ZONDER_BESLUIT.bij(plek, nummer=nummer, tekst=tekst)
    elif kleur and kleur.vraagt_reden and not besluit.reden:
        keuzes = ", ".join(f"{letter} – {reden}" for letter, reden in kleur.redenen.items())
        yield catalogue.BESLUIT_ZONDER_REDEN.bij(
            plek, nummer=nummer, kleur=kleur, redenen=keuzes or "in eigen woorden"
        )
    if besluit.kleur and not besluit.datum:
        yield catalogue.BESLUIT_ZONDER_DATUM.bij(plek, nummer=nummer, kleur=besluit.kleur)
    wat = f"Afspraak {nummer}, {l.DATUM_BO}"
    yield from _datum(wat, besluit.datum, vandaag, plek, verleden=True)


def _stemming(
    stemming: Stemming,
    besluit: Besluit | None,
    kader: Kader,
    blokken: tuple[Blok, ...],
    vandaag: date,
) -> Iterator[Bevinding]:
    nummer, plek = stemming.afspraak, stemming.plek
    wat = f"Afspraak {nummer}, {l.VANAF}"
    yield from _datum(wat, stemming.vanaf, vandaag, plek, verleden=False)
    namen = {p.code: p.naam for p in kader.partijen}
    for code, stem in stemming.stemmen.items():
        if lees_stem(stem, kader.stoplicht) is None:
            tip = lijkt_op(stem, [*kader.stoplicht, ONTHOUDING])
            yield catalogue.STEM_ONBEKEND.bij(
                plek, nummer=nummer, stem=stem, partij=namen[code], tip=tip
            )
    if not any(stemming.stemmen.values()):
        return
    if waarom := _te_vroeg(stemming, vandaag):
        yield catalogue.STEMMING_TE_VROEG.bij(plek, nummer=nummer, waarom=waarom)
    uitslag = tel(stemming, blokken, kader.stoplicht)
    yield from _uitslag(uitslag, stemming, besluit, kader.stoplicht)


def _te_vroeg(stemming: Stemming, vandaag: date) -> str:
    """Why a vote came too early, or nothing (chapter 8: a moderator, and then a set period)."""
    redenen = []
    if lees_ja_nee(stemming.moderator) is not True:
        redenen.append("er is geen moderator ingehuurd")
    if not stemming.vanaf:
        redenen.append("er staat niet vanaf wanneer dat mocht")
    elif isinstance(stemming.vanaf, date) and stemming.vanaf > vandaag:
        redenen.append(f"dat mag pas vanaf {schrijf_dag(stemming.vanaf)}")
    return " en ".join(redenen)


def _uitslag(
    uitslag: Uitslag, stemming: Stemming, besluit: Besluit | None, licht: Stoplicht
) -> Iterator[Bevinding]:
    nummer, plek = stemming.afspraak, stemming.plek
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
    punt: Afgesproken, meetwaarde: Meetwaarde | None, licht: Stoplicht
) -> Iterator[Bevinding]:
    """Whether a settled difference is a value of the kind that was asked."""
    waarde = punt.waarde
    if waarde in (None, ""):
        return
    soort, raad = "", ""
    if meetwaarde is None:
        if licht.lees(waarde) is None:
            soort, raad = "kleur", f"Kies {', '.join(licht)}."
    elif not meetwaarde.soort.is_waarde(waarde):
        soort, raad = meetwaarde.soort.woord, meetwaarde.soort.raad_ao
    if soort:
        yield catalogue.AFSPRAAK_AO_ONLEESBAAR.bij(
            punt.plek, code=punt.code, waarde=waarde, soort=soort, raad=raad
        )


def _programma(regel: Programmaregel) -> Iterable[Bevinding]:
    begin, einde = regel.start, regel.einde
    if isinstance(begin, date) and isinstance(einde, date) and einde < begin:
        yield catalogue.EINDE_VOOR_BEGIN.bij(
            regel.plek,
            nummer=regel.afspraak,
            begin=schrijf_datum(begin),
            einde=schrijf_datum(einde),
        )

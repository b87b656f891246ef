"""Pure: the answers that a besluit rests on, and what has changed since it was made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from ..core import catalogue
from ..core import labels as l
from ..core.answers import Voorzet
from ..core.kader import Kader, Meetwaarde
from ..core.notation import een_regel, schrijf_dag, schrijf_opsomming
from ..core.outcome import Besluit, Matrixrij, Vastgelegd, met_naam
from ..core.rounds import Bevinding


def kleur_van(voorzet: Voorzet | None) -> str:
    """The colour a partij gave; what it wrote when that is no colour."""
    if voorzet is None:
        return l.NIET_INGEVULD
    geschreven = voorzet.velden.get(l.BEOORDELING)
    return voorzet.beoordeling or (geschreven.tekst if geschreven else l.NIET_INGEVULD)


def kleur_met_reden(voorzet: Voorzet) -> str:
    reden = f", {voorzet.reden}" if voorzet.reden else ""
    return f"{kleur_van(voorzet)}{reden}"


def gebundeld(
    voorzetten: Iterable[tuple[str, Voorzet]], kop: Callable[[Voorzet], str]
) -> list[str]:
    """`Noordbouw en Zuidwonen (Oranje, a): …`: equal words once, each partij by its name."""
    wie: dict[tuple[str, str], list[str]] = {}
    for partij, voorzet in voorzetten:
        wie.setdefault((kop(voorzet), voorzet.toelichting), []).append(partij)
    return [
        f"{schrijf_opsomming(partijen)} ({kleur}){f': {tekst}' if tekst else ''}"
        for (kleur, tekst), partijen in wie.items()
    ]


def antwoord_in_woorden(meetwaarde: Meetwaarde, voorzet: Voorzet) -> str:
    """The value, or what was written when it has no one reading."""
    antwoord = voorzet.waarden[meetwaarde.code]
    if antwoord.waarde is None:
        return f"“{antwoord.veld.tekst}” (niet gelezen)"
    return meetwaarde.zeg(antwoord.waarde)


def feiten(kader: Kader, rij: Matrixrij, partij: str) -> str:
    """What a partij (code) answers for an indicator, without its toelichting, in one line."""
    voorzet = rij.inbreng[partij]
    if voorzet is None:
        return l.NIET_INGEVULD
    waarden = (
        met_naam(m.omschrijving, antwoord_in_woorden(m, voorzet))
        for m in kader.meetwaarden_van(rij.indicator.code)
        if m.code in voorzet.waarden
    )
    return een_regel("; ".join((kleur_met_reden(voorzet), *waarden)))


def besluit_in_woorden(besluit: Besluit) -> str:
    """`Groen van 12 maart 2027`: what tells one besluit on an afspraak from another."""
    datum = besluit.datum
    wanneer = schrijf_dag(datum) if isinstance(datum, date) else str(datum or "")
    return f"{besluit.kleur} van {wanneer}" if wanneer else besluit.kleur


def sinds_de_besluiten(
    kader: Kader, rijen: Iterable[Matrixrij], vastgelegd: Vastgelegd
) -> Iterator[Bevinding]:
    """Each answer that is no longer what it was when the besluit on its afspraak was made."""
    namen = {p.code: p.naam for p in kader.partijen}
    for rij in rijen:
        nummer = rij.indicator.afspraak
        besluit = vastgelegd.besluiten.get(nummer)
        grondslag = vastgelegd.grondslagen.get(nummer)
        if not besluit or not besluit.kleur or grondslag is None:
            continue
        for partij in rij.inbreng:
            toen = grondslag.antwoorden.get((rij.indicator.code, partij))
            nu = feiten(kader, rij, partij)
            if toen is not None and toen != nu:
                yield catalogue.BESLUIT_ACHTERHAALD.bij(
                    nummer=nummer,
                    besluit=besluit_in_woorden(besluit),
                    partij=namen[partij],
                    code=rij.indicator.code,
                    nu=nu,
                    toen=toen,
                )

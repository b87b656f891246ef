"""Pure: what a besluit of the BO, or what the AO agreed, rests on, and what changed since."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from ..core import catalogue, labels as l
from ..core.answers import Voorzet
from ..core.kader import Kader, Meetwaarde
from ..core.notation import een_regel, met_eenheid, schrijf_dag, schrijf_opsomming
from ..core.outcome import Afgesproken, Besluit, Matrixrij, Vastgelegd, met_naam
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


def kleur_met_woorden(voorzet: Voorzet) -> str:
    """`Rood, geplande afspraak vervalt`: the colour and its reason as the light words it."""
    redenen = voorzet.beoordeling.redenen if voorzet.beoordeling else {}
    reden = redenen.get(voorzet.reden, voorzet.reden)
    return f"{kleur_van(voorzet)}{f', {reden}' if reden else ''}"


def zonder_antwoord(rij: Matrixrij, partij: str) -> str:
    """The word for a partij (code) that said nothing: silence is no akkoord either."""
    if rij.trekker in ("", partij):
        return l.NIET_INGEVULD
    return l.NIET_GEREAGEERD if rij.inbreng.get(rij.trekker) else l.NOG_GEEN_VOORZET


def reactie_van(kader: Kader, rij: Matrixrij, voorzet: Voorzet) -> str:
    """`Akkoord met de voorzet van Noordbouw`; "" where it is no reaction to one."""
    if voorzet.reactie is None:
        return ""
    trekker = kader.partij(rij.trekker)
    ouder = "een eerdere" if voorzet.ouder else "de"
    wie = f" van {trekker.naam}" if trekker else ""
    return f"{voorzet.reactie} met {ouder} voorzet{wie}"


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
        return zonder_antwoord(rij, partij)
    waarden = (
        met_naam(m.omschrijving, antwoord_in_woorden(m, voorzet))
        for m in kader.meetwaarden_van(rij.indicator.code)
        if m.code in voorzet.waarden
    )
    reactie = reactie_van(kader, rij, voorzet)
    zegt = f"{reactie}: {kleur_met_reden(voorzet)}" if reactie else kleur_met_reden(voorzet)
    return een_regel("; ".join((zegt, *waarden)))


def besluit_in_woorden(besluit: Besluit) -> str:
    """`Groen van 12 maart 2027`: what tells one besluit on an afspraak from another."""
    datum = besluit.datum
    wanneer = schrijf_dag(datum) if isinstance(datum, date) else str(datum or "")
    return f"{besluit.kleur} van {wanneer}" if wanneer else besluit.kleur


def afspraak_in_woorden(afgesproken: Afgesproken) -> str:
    """`AO: Oranje`, `AO: 22`; "" as long as the AO settled nothing."""
    waarde = afgesproken.waarde
    if waarde in (None, ""):
        return ""
    return f"AO: {met_eenheid(waarde, '')}"


def met_eigen_naam(kader: Kader, woorden: str) -> str:
    """The same, with what the agreement calls the AO."""
    kop = "AO:"
    eigen = f"{kader.instellingen.namen.ao.kort}:"
    return f"{eigen}{woorden.removeprefix(kop)}" if woorden.startswith(kop) else woorden


def grond_van(kader: Kader, rij: Matrixrij, code: str, partij: str) -> str:
    """What a partij (code) says that an agreement of the AO on `code` rests on.

    On the colour of an indicator that is all it answers there, on a meetwaarde its value; "" where
    it is not asked.
    """
    if code == rij.indicator.code:
        return feiten(kader, rij, partij)
    meetwaarde = next(m for m in kader.meetwaarden_van(rij.indicator.code) if m.code == code)
    voorzet = rij.inbreng[partij]
    if not meetwaarde.vraagt(partij):
        return ""
    if voorzet is None or code not in voorzet.waarden:
        return l.NIET_INGEVULD
    return een_regel(antwoord_in_woorden(meetwaarde, voorzet))


def op_verschillen(kader: Kader, rij: Matrixrij, vastgelegd: Vastgelegd) -> list[str]:
    """The codes of a row that the AO has before it: what differs, and what it settled."""
    eigen = (rij.indicator.code, *(m.code for m in kader.meetwaarden_van(rij.indicator.code)))
    verschillen = {v.code for v in rij.verschillen}
    return [c for c in eigen if c in verschillen or c in vastgelegd.afgesproken]


def sinds_de_afspraak(
    kader: Kader, rij: Matrixrij, code: str, vastgelegd: Vastgelegd
) -> list[tuple[str, str, str]]:
    """What no longer is as it was when the AO agreed on `code`: partij (code), now and then."""
    grondslag = vastgelegd.gronden_ao.get(code)
    afgesproken = vastgelegd.afgesproken.get(code)
    if grondslag is None or afgesproken is None or not afspraak_in_woorden(afgesproken):
        return []
    return [
        (partij, nu, toen)
        for partij in rij.inbreng
        if (toen := grondslag.antwoorden.get((code, partij))) is not None
        if toen != (nu := grond_van(kader, rij, code, partij))
    ]


def sinds_de_afspraken(
    kader: Kader, rijen: Iterable[Matrixrij], vastgelegd: Vastgelegd
) -> Iterator[Bevinding]:
    """Each answer that is no longer what it was when the AO settled a difference."""
    namen = {p.code: p.naam for p in kader.partijen}
    for rij in rijen:
        for code in op_verschillen(kader, rij, vastgelegd):
            for partij, nu, toen in sinds_de_afspraak(kader, rij, code, vastgelegd):
                yield catalogue.AFSPRAAK_AO_RUST_ANDERS.bij(
                    code=code,
                    afgesproken=met_eigen_naam(
                        kader, afspraak_in_woorden(vastgelegd.afgesproken[code])
                    ),
                    partij=namen[partij],
                    nu=nu,
                    toen=toen,
                )


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

"""The whole matrix as a page, for who may see every answer."""

from __future__ import annotations

from collections.abc import Iterator

from ...core import labels as l, phrases as say
from ...core.kader import Afspraak
from ...core.notation import met_eenheid
from ...core.outcome import Besluit, Matrix, Matrixrij, met_naam
from ...core.targets import doel_in_woorden
from ...writing.colours import palet
from ...writing.markup import Markup, element, samen
from ...writing.page import colour_word, page, section, table
from ...years.meter import meters_section
from ..words import (
    antwoord_van,
    besluit_in_woorden,
    doelen_in_woorden,
    inbreng_in_woorden,
    status_van,
    titel_van,
    woord_van,
)


def matrix_page(matrix: Matrix) -> bytes:
    """A page with every afspraak, its besluit and what each partij answered."""
    afspraken = matrix.kader.afspraken
    delen = [
        section(f"thema-{n}", thema, *(_afspraak(matrix, a) for a in afspraken if a.thema == thema))
        for n, thema in enumerate(dict.fromkeys(a.thema for a in afspraken), 1)
    ]
    return page(
        _overzicht(matrix),
        meters_section(
            matrix.terugblik.meters,
            matrix.ronde,
            [s for d in matrix.terugblik.doelen.values() for s in d],
        ),
        *delen,
        titel=titel_van(matrix),
        bovenkop=matrix.kader.instellingen.uitgever,
        kop=matrix.kader.instellingen.kader,
        onderkop=f"Monitoringsmatrix {say.naam_van(matrix.ronde)}",
        inleiding=f"Status: {status_van(matrix)}.",
        palet=palet(matrix.alle_kleuren),
        voet=say.regel_voorstel(matrix.kader.stoplicht, matrix.kader.instellingen.namen),
        merk=f"{l.FICTIEF}. {l.INTERN}" if matrix.fictief else l.INTERN,
    )


def _overzicht(matrix: Matrix) -> Markup:
    """The colour of each afspraak, and whether it is a besluit or a voorstel."""
    rijen: list[list[str]] = []
    vorm = palet(matrix.alle_kleuren)
    for afspraak in matrix.kader.afspraken:
        b = matrix.besluiten.get(afspraak.nummer, Besluit(afspraak.nummer))
        voorstel = colour_word(str(matrix.voorstellen.get(afspraak.nummer) or "–"), vorm)
        nog_niet = "nog geen besluit"
        if not matrix.actief(afspraak.nummer):
            nog_niet = say.niet_in(matrix.ronde.jaar).lower()
        besluit = colour_word(b.kleur or nog_niet, vorm)
        datum = met_eenheid(b.datum, "") or "–"
        rijen.append([afspraak.titel, voorstel, besluit, b.reden or "–", datum])
    koppen = ("Afspraak", "Voorstel", matrix.kader.instellingen.zeg(l.BESLUIT), "Reden", "Datum")
    tabel = table("overzicht", "Voorstel en besluit", koppen, rijen)
    return section("overzicht", "De afspraken", tabel)


def _afspraak(matrix: Matrix, afspraak: Afspraak) -> Markup:
    rijen = [_indicator(matrix, r) for r in matrix.rijen if r.indicator.afspraak == afspraak.nummer]
    leeg = element("p", f"In {matrix.ronde.jaar} is hier geen indicator.", class_="uitleg")
    return samen(element("h3", afspraak.titel), *(rijen or [leeg]))


def _indicator(matrix: Matrix, rij: Matrixrij) -> Markup:
    """The table of an indicator: a row for each partij that was asked."""
    code = rij.indicator.code
    naam = f"{code} {rij.indicator.tekst}".strip()
    if not rij.inbreng:
        return element("p", f"{naam}: open vraag, aan niemand gesteld.", class_="uitleg")
    vorm, nummer = palet(matrix.alle_kleuren), rij.indicator.afspraak
    kleur = colour_word(woord_van(matrix, nummer), vorm)
    over = [
        ("Kleur van de afspraak", samen(kleur, f" ({besluit_in_woorden(matrix, nummer)})")),
        ("Voorstel", colour_word(str(rij.voorstel or l.NIET_INGEVULD), vorm)),
        ("Stand", samen(rij.stand.replace("\n", "; ") or "–")),
    ]
    doel = doel_in_woorden(matrix.kader, code, matrix.ronde.jaar)
    if doel:
        over.append((l.DOEL, samen(doel.replace("\n", "; "))))
    if oordeel := doelen_in_woorden(matrix, code):
        over.append((l.DOEL_GEHAALD, samen(oordeel.replace("\n", "; "))))
    regels = [element("p", element("strong", f"{wat}: "), woorden) for wat, woorden in over]
    koppen = ("Partij", l.BEOORDELING, l.REDEN, "Antwoorden", l.TOELICHTING)
    tabel = table(code, naam, koppen, list(_antwoorden(matrix, rij)))
    return element("div", *regels, tabel)


def _antwoorden(matrix: Matrix, rij: Matrixrij) -> Iterator[list[str]]:
    namen = {p.code: p.naam for p in matrix.kader.partijen}
    for partij, voorzet in rij.inbreng.items():
        waarden = [
            met_naam(m.omschrijving, m.zeg(antwoord_van(voorzet, m.code)))
            for m in matrix.kader.meetwaarden_van(rij.indicator.code)
            if voorzet is not None and m.code in voorzet.waarden
        ]
        yield [
            namen[partij],
            colour_word(inbreng_in_woorden(rij, partij), palet(matrix.alle_kleuren)),
            (voorzet.reden if voorzet else "") or "–",
            "\n".join(waarden) or "–",
            (voorzet.toelichting if voorzet else "") or "–",
        ]

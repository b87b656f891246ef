"""Pure: where it began, before there is a ronde to look back on: the template says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..core.answers import Vorige
from ..core.kader import Beginstand, Kader, Meetwaarde
from ..core.notation import een_regel
from ..core.numbering import Nummer
from ..core.outcome import Matrix, Programmaregel
from ..core.rounds import Ronde, Vraagt


def programme_of(
    kader: Kader, jaar: int, earlier: Sequence[Matrix]
) -> Mapping[Nummer, Programmaregel]:
    """The jaarprogramma of a year by number of the afspraak.

    Chapter 8, Q4: it is set in the year before, in the ronde that asks for it. What the sheet
    Jaarprogramma of the template says of a year counts where that one set nothing for an afspraak.
    """
    gezet = {
        nummer: regel
        for m in earlier
        if m.ronde.jaar == jaar - 1 and Vraagt.JAARPROGRAMMA in m.ronde.fase.vraagt
        for nummer, regel in m.vastgelegd.programma.items()
        if regel
    }
    regels: dict[Nummer, Programmaregel] = {}
    for a in kader.jaarprogramma:
        if a.jaar == jaar:
            eerder = regels.get(a.afspraak)
            tekst = f"{eerder.activiteiten}; {a.activiteiten}" if eerder else a.activiteiten
            trekker = eerder.trekker if eerder and eerder.trekker else a.trekker
            dagen = (eerder.start, eerder.einde) if eerder else (a.begin, a.einde)
            regels[a.afspraak] = Programmaregel(a.afspraak, tekst, trekker, *dagen)
    return {**regels, **gezet}


def in_words(kader: Kader, programma: Programmaregel | None) -> Iterator[str]:
    """`jaarprogramma: … (trekker: …)`; nothing when it says nothing of the afspraak."""
    if programma and programma.activiteiten:
        trekker = f" (trekker: {programma.trekker})" if programma.trekker else ""
        kop = kader.instellingen.jaarprogramma.voluit
        yield f"{kop}: {een_regel(programma.activiteiten)}{trekker}"


def beginning(kader: Kader, ronde: Ronde) -> Vorige:
    """What a first input sheet shows in the place of an earlier ronde; {} when that is nothing.

    What the agreement says of all together is no word on what one partij has of it.
    """
    programma = programme_of(kader, ronde.jaar, ())
    teksten: dict[str, dict[str, str]] = {}
    for partij in kader.partijen:
        eigen: dict[str, str] = {}
        for indicator, meetwaarden in kader.vragen_aan(partij.code, ronde.jaar):
            if tekst := "".join(in_words(kader, programma.get(indicator.afspraak))):
                eigen[indicator.code] = tekst
            for m in meetwaarden:
                if stand := beginstand_van(kader, m, partij.code):
                    eigen[m.code] = zeg_beginstand(m, stand)
        if eigen:
            teksten[partij.code] = eigen
    return teksten


def beginstand_van(kader: Kader, meetwaarde: Meetwaarde, partij: str = "") -> Beginstand | None:
    """What was so for a partij (code), or for all together, before the first ronde."""
    voor_allen = not partij or not meetwaarde.combineren.eigen_deel
    standen = {s.partij: s for s in kader.beginstand if s.meetwaarde == meetwaarde.code}
    return standen.get(partij) or (standen.get("") if voor_allen else None)


def zeg_beginstand(meetwaarde: Meetwaarde, stand: Beginstand) -> str:
    """`56 woningen, bruto (beginstand december 2025)`."""
    erbij = f", {stand.erbij}" if stand.erbij else ""
    return f"{meetwaarde.zeg(stand.waarde)}{erbij} ({wanneer(stand)})"


def wanneer(stand: Beginstand) -> str:
    return f"beginstand {stand.peildatum}".strip()

"""What a printed agreement leaves open or says in two ways, as questions for the parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from ...core.notation import noem_enkele, plat, schrijf_jaren, schrijf_opsomming
from ..titles import lees_titel, lees_titels
from ..year_words import lees_jaarwoorden
from .found import Blok, GevondenPartij, GevondenRij, GevondenVraag, Stuk, Tabelvondst
from .prose import genummerd

_LIJKT = 0.5
_LANGSTE_VRAAG = 2000
_CELLEN = ("Indicator", "Jaar", "Actiehouder")
_ZONDER_INDICATOR = (
    "Hoe meten we deze afspraak? Daarvoor is geen indicator gevonden. In welke jaren vragen we "
    "dat, en wie is actiehouder?"
)
_RUIM = (2000, 2099)


def kort(afspraak: str) -> str:
    """`afspraak 5`, or what it is called where it has no number."""
    gelezen = genummerd(afspraak)
    nummer = gelezen[0] if gelezen else lees_titels([afspraak])[afspraak].nummer
    return afspraak if nummer is None else f"afspraak {nummer}"


def vragen_bij_rijen(
    rijen: Sequence[GevondenRij], looptijd: tuple[int, int] | None
) -> Iterator[GevondenVraag]:
    """What is missing in a row, or can be read in two ways; each doubt once."""
    gesteld = set[tuple[str, str]]()
    for nummer, rij in enumerate(rijen):
        over, bron = kort(rij.afspraak.tekst), rij.afspraak.plaats or rij.jaar.plaats
        bron = rij.indicator.plaats or bron
        weg = tuple(kop for kop, stuk in _cellen(rij) if not stuk)
        for zin, kolommen in (
            *((zin, weg) for zin in _ontbreekt(rij)),
            *((zin, ()) for zin in (*rij.twijfel, *_jaren(rij, looptijd))),
        ):
            if (over, zin) not in gesteld:
                gesteld.add((over, zin))
                yield GevondenVraag(over, zin, bron, nummer if kolommen else None, kolommen)
    for (afspraak, indicator), keren in Counter(
        (r.afspraak.tekst, r.indicator.tekst) for r in rijen if r.indicator
    ).items():
        if keren > 1:
            vraag = f"De indicator “{indicator}” staat er {keren} keer. Is het er één, of meer?"
            yield GevondenVraag(kort(afspraak), vraag, "")


def _cellen(rij: GevondenRij) -> tuple[tuple[str, Stuk], ...]:
    """The cells without which a row can't be asked, by their header."""
    return tuple(zip(_CELLEN, (rij.indicator, rij.jaar, rij.actiehouder), strict=True))


def _ontbreekt(rij: GevondenRij) -> Iterator[str]:
    """One question for all that is missing, and one where the afspraak itself is."""
    wat = f"“{rij.indicator.tekst}”" if rij.indicator else "deze afspraak"
    if not rij.afspraak:
        yield f"Bij welke afspraak hoort {wat}? Die is niet gevonden."
    if not rij.indicator and (rij.jaar or rij.actiehouder):
        gezien = " en ".join(f"“{s.tekst}”" for s in (rij.jaar, rij.actiehouder) if s)
        vraag = f"Bij {gezien} staat geen indicator. Welke hoort daar, en van wie?"
        yield vraag if rij.jaar else f"{vraag} Daarvoor is geen jaar gevonden."
    elif not rij.indicator:
        yield _ZONDER_INDICATOR
    elif not rij.jaar and not rij.actiehouder:
        yield (
            f"In welke jaren vragen we {wat}, en wie is actiehouder? "
            "Daarvoor is geen jaar en geen actiehouder gevonden."
        )
    elif not rij.jaar:
        yield f"In welke jaren vragen we {wat}? Daarvoor is geen jaar gevonden."
    elif not rij.actiehouder:
        yield f"Wie is actiehouder van {wat}? Daarvoor is geen actiehouder gevonden."


def vragen_bij_groepen(partijen: Sequence[GevondenPartij]) -> Iterator[GevondenVraag]:
    """Of whom the text does not say in which group they are."""
    zonder = [f"“{p.naam}”" for p in partijen if not p.groep]
    if zonder:
        hoort = "hoort" if len(zonder) == 1 else "horen"
        vraag = (
            f"Bij welke groep {hoort} {schrijf_opsomming(zonder)}? Dat zegt de tekst niet. Vul het "
            "in op het blad Partijen."
        )
        yield GevondenVraag("groep", vraag, next(p.plaats for p in partijen if not p.groep))


def vragen_bij_over(
    over: Sequence[tuple[Stuk, Sequence[Stuk]]], zonder: Mapping[str, int]
) -> Iterator[GevondenVraag]:
    """What stands below an afspraak and is no part of a row, in the words of the document: nothing
    of it is left out. Long texts make more questions.

    `zonder` has the titles of afspraken without an indicator, each with the place of its row.
    """
    for titel, stukken in over:
        deel: list[Stuk] = []
        rij = zonder.get(titel.tekst)
        for stuk in (s for heel in stukken for s in _geknipt(heel)):
            if deel and sum(len(s.tekst) for s in (*deel, stuk)) > _LANGSTE_VRAAG:
                yield _over_tekst(titel, deel, rij)
                deel = []
            deel.append(stuk)
        if deel:
            yield _over_tekst(titel, deel, rij)


def _over_tekst(titel: Stuk, stukken: Sequence[Stuk], rij: int | None) -> GevondenVraag:
    gezien = "; ".join(f"“{s.tekst}”" for s in stukken)
    plaatsen = "; ".join(dict.fromkeys(s.plaats for s in stukken if s.plaats))
    if rij is not None:
        vraag = f"{_ZONDER_INDICATOR} Er staat: {gezien}"
        return GevondenVraag(kort(titel.tekst), vraag, plaatsen, rij, _CELLEN)
    vraag = (
        f"Onder deze afspraak staat ook: {gezien}. Meten we daar iets van, is het een doel, of is "
        "het uitleg?"
    )
    return GevondenVraag(kort(titel.tekst), vraag, plaatsen)


def _geknipt(stuk: Stuk) -> Iterator[Stuk]:
    """A text in pieces that fit a question, cut between words."""
    rest = stuk.tekst
    while len(rest) > _LANGSTE_VRAAG:
        knip = rest.rfind(" ", 1, _LANGSTE_VRAAG)
        knip = _LANGSTE_VRAAG if knip < 0 else knip
        yield Stuk(rest[:knip], stuk.plaats)
        rest = rest[knip:].strip()
    if rest:
        yield Stuk(rest, stuk.plaats)


def _jaren(rij: GevondenRij, looptijd: tuple[int, int] | None) -> Iterator[str]:
    if not rij.jaar:
        return
    jaren, twijfel = lees_jaarwoorden(rij.jaar.tekst, looptijd or _RUIM)
    if not jaren:
        yield f"Welke jaren zijn bedoeld met “{rij.jaar.tekst}”?"
    elif twijfel:
        gelezen = schrijf_jaren(jaren)
        yield f"In “{rij.jaar.tekst}” lezen we {gelezen}, maar er is nog een lezing. Klopt het?"
    elif looptijd and not looptijd[0] <= min(jaren) <= max(jaren) <= looptijd[1]:
        heel = f"{looptijd[0]}-{looptijd[1]}"
        yield f"“{rij.jaar.tekst}” valt buiten de looptijd {heel}. Welke van de twee klopt?"


def vragen_bij_tabel(vondst: Tabelvondst) -> Iterator[GevondenVraag]:
    """What stands in or below a table and belongs to no row, and columns that were left out."""
    if vondst.hersteld and vondst.blokken:
        vraag = (
            "Van de tabel waren alleen de woorden over, achter elkaar. Staat bij elke indicator "
            "het goede jaar en de goede actiehouder?"
        )
        yield GevondenVraag("tabel", vraag, vondst.hersteld.plaats)
    for noot in vondst.noten:
        vraag = (
            f"In of onder de tabel staat “{noot.tekst}”. Hoort dat bij een afspraak, en bij welke?"
        )
        yield GevondenVraag("tabel", vraag, noot.plaats)
    if vondst.onbekende_koppen:
        koppen = noem_enkele([f"“{kop}”" for kop in vondst.onbekende_koppen])
        vraag = f"De tabel heeft ook een kolom {koppen}; die is niet overgenomen. Is dat goed?"
        yield GevondenVraag("tabel", vraag, "")


def vragen_bij_lossen(los: Sequence[Stuk]) -> Iterator[GevondenVraag]:
    """Indicatoren that stand under no afspraak."""
    for stuk in los:
        vraag = f"“{stuk.tekst}” staat onder geen afspraak die we herkennen. Bij welke hoort het?"
        yield GevondenVraag("tekst", vraag, stuk.plaats)


def vragen_buiten_tabel(
    rijen: Sequence[GevondenRij], buiten: Sequence[GevondenRij]
) -> Iterator[GevondenVraag]:
    """Afspraken of the text that have an indicator and are not in the table that was read."""
    nummers = {lees_titel(rij.afspraak.tekst).nummer for rij in rijen} - {None}
    for rij in buiten:
        nummer = lees_titel(rij.afspraak.tekst).nummer
        if rij.indicator and nummer not in nummers:
            wat = f"“{rij.afspraak.tekst}”, met als indicator “{rij.indicator.tekst}”"
            vraag = (
                f"Buiten de tabel staat ook {wat}. Hoort dat erbij? Wij namen alleen de tabel over."
            )
            yield GevondenVraag(kort(rij.afspraak.tekst), vraag, rij.indicator.plaats)


def vragen_bij_doelen(blokken: Sequence[Blok]) -> Iterator[GevondenVraag]:
    """What a column of targets says: a target has a number, an indicator and a year."""
    for afspraak, doel in dict.fromkeys((b.afspraak.tekst, d) for b in blokken for d in b.doelen):
        vraag = f"Als doel staat er “{doel.tekst}”. Van welke indicator, hoeveel, en t/m welk jaar?"
        yield GevondenVraag(kort(afspraak), vraag, doel.plaats)


def vragen_bij_titels(
    rijen: Sequence[GevondenRij], teksten: Sequence[tuple[Stuk, Sequence[Stuk]]]
) -> Iterator[GevondenVraag]:
    """Titles that the text has otherwise than the table, under the same number; numbers that are
    left out, and numbers that stand for two afspraken."""
    titels = {rij.afspraak.tekst: rij.afspraak for rij in rijen if rij.afspraak}
    gelezen = lees_titels(titels)
    for tekst, stuk in titels.items():
        titel = gelezen[tekst]
        if anders := _andere_titel(tekst, titel.kaal, titel.nummer, teksten):
            vraag = (
                f"De tabel zegt “{titel.kaal}”, de tekst “{anders[0]}”. We volgen de tabel. Goed?"
            )
            yield GevondenVraag(kort(tekst), vraag, f"{stuk.plaats}; {anders[1]}")
    nummers = Counter(t.nummer for t in gelezen.values() if t.nummer is not None)
    for nummer, keren in nummers.items():
        if keren > 1:
            namen = noem_enkele([f"“{t}”" for t in titels if gelezen[t].nummer == nummer])
            vraag = f"Het nummer {nummer} staat voor {keren} afspraken: {namen}. Klopt dat?"
            yield GevondenVraag(f"afspraak {nummer}", vraag, "")
    gewoon = sorted(n for n in nummers if isinstance(n, int))
    if gewoon and len(gewoon) == len(nummers):
        weg = [str(n) for n in range(1, gewoon[-1]) if n not in gewoon][:20]
        if weg:
            vraag = f"Afspraak {noem_enkele(weg)} hebben we niet gevonden. Is die er wel?"
            yield GevondenVraag("nummers", vraag, "")


def _andere_titel(
    tekst: str, kaal: str, nummer: object, teksten: Sequence[tuple[Stuk, Sequence[Stuk]]]
) -> tuple[str, str] | None:
    """The title in the text that is nearest under this number, when it is near and another."""
    kandidaten = []
    for stuk, _ in teksten:
        eigen = lees_titels([stuk.tekst, stuk.tekst])[stuk.tekst]
        if eigen.nummer == nummer and eigen.nummer is not None:
            gelijk = SequenceMatcher(None, plat(kaal), plat(eigen.kaal)).ratio()
            kandidaten.append((gelijk, eigen.kaal, stuk.plaats))
    if not kandidaten or any(gelijk == 1 for gelijk, _, _ in kandidaten):
        return None
    gelijk, anders, plaats = max(kandidaten)
    return (anders, plaats) if gelijk >= _LIJKT else None

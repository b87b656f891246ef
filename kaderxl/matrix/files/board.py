"""The board: how many afspraken have which colour, and a card for each of them by thema."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ...core import phrases as say
from ...core.kader import Afspraak
from ...core.notation import schrijf_dag, schrijf_datum
from ...core.rounds import Ronde
from ...core.targets import doel_als_zin
from ...writing.colours import Palet, palet
from ...writing.markup import Markup, element, samen
from ...writing.page import colour_class, colour_word, hidden, section, symbol, table
from .public_view import NOG_GEEN_BESLUIT, Publicatie, Uitkomst


def overview(publicatie: Publicatie) -> Markup:
    """How many afspraken have which colour, what it means, and each of them by thema."""
    aantallen = Counter(u.woord for u in publicatie.uitkomsten)
    niets = say.niet_in(publicatie.ronde.jaar)
    mogelijk = (*publicatie.stoplicht, NOG_GEEN_BESLUIT, niets)
    altijd = {b for b in publicatie.stoplicht if not b.geldt_niet}
    tegels = [
        _tegel(publicatie, str(w), aantallen[w]) for w in mogelijk if w in altijd or aantallen[w]
    ]
    vorm = palet(publicatie.alle_kleuren)
    themas = [
        element("div", element("dt", thema), element("dd", _nummers(uitkomsten, vorm)))
        for thema, uitkomsten in publicatie.per_thema.items()
    ]
    hoeveel = say.aantal(len(publicatie.uitkomsten), "afspraak", "afspraken")
    return section(
        "overzicht",
        "In één oogopslag",
        element("ul", *tegels, class_="telling"),
        element("dl", *themas, class_="overzicht"),
        uitleg=f"Er zijn {hoeveel}. Elke afspraak heeft één kleur; de kleur zegt hoe het ervoor "
        "staat.",
    )


def _tegel(publicatie: Publicatie, woord: str, aantal: int) -> Markup:
    betekenissen = {str(kleur): kleur.betekenis for kleur in publicatie.stoplicht}
    vorm = palet(publicatie.alle_kleuren)
    niets = say.niet_in(publicatie.ronde.jaar)
    betekenissen[niets] = f"in {publicatie.ronde.jaar} is hier niets te meten"
    niemand = f"{publicatie.namen.bo.zinsdeel} heeft nog geen kleur gegeven"
    betekenis = betekenissen.get(woord, niemand)
    getal = element("span", str(aantal), class_="getal")
    return element(
        "li",
        element("div", getal, " ", _met_symbool(woord, vorm), class_=_vak(woord, vorm)),
        element("p", betekenis[:1].upper() + betekenis[1:], class_="betekenis"),
    )


def _vak(woord: str, vorm: Palet) -> str:
    return f"vak {colour_class(woord, vorm)}"


def _met_symbool(woord: str, vorm: Palet) -> Markup:
    return element("span", symbol(woord, vorm), " ", woord)


def _nummers(uitkomsten: Iterable[Uitkomst], vorm: Palet) -> Markup:
    """The number of each afspraak in its colour, leading to its card."""
    nummers = []
    for u in uitkomsten:
        nummer, woord = str(u.afspraak.nummer), hidden(f", {u.woord}")
        gezien = (symbol(u.woord, vorm), hidden("Afspraak"), " ", nummer, woord)
        naar = element("a", *gezien, href=f"#afspraak-{nummer}", class_=_vak(u.woord, vorm))
        nummers.append(element("li", naar))
    return element("ul", *nummers, class_="nummers")


def board(publicatie: Publicatie) -> Markup:
    """A card for each afspraak, under its thema."""
    vorm = palet(publicatie.alle_kleuren)
    themas = []
    for thema, uitkomsten in publicatie.per_thema.items():
        kaarten = element(
            "ul", *(_kaart(u, publicatie, vorm) for u in uitkomsten), class_="kaarten"
        )
        themas.append(element("div", element("h3", thema), kaarten, class_="thema"))
    return section("afspraken", "De afspraken", *themas)


def _kaart(uitkomst: Uitkomst, publicatie: Publicatie, vorm: Palet) -> Markup:
    nummer, woord = str(uitkomst.afspraak.nummer), uitkomst.woord
    kop = element("span", hidden("Afspraak "), nummer, class_="nummer")
    cijfers = [
        element("li", element("span", c.naam), " ", element("strong", c.tekst))
        for c in uitkomst.cijfers
    ]
    return element(
        "li",
        element("div", _met_symbool(woord, vorm), kop, class_=_vak(woord, vorm)),
        element("h4", zonder_nummer(uitkomst.afspraak)),
        *_besluit(uitkomst, publicatie.ronde),
        *((element("ul", *cijfers, class_="cijfers"),) if cijfers else ()),
        *_doelen(uitkomst, publicatie),
        _reeks_kleuren(uitkomst, vorm),
        class_="kaart",
        id=f"afspraak-{nummer}",
    )


def _doelen(uitkomst: Uitkomst, publicatie: Publicatie) -> Iterator[Markup]:
    """Each doel, and in words how it stands: an oordeel has no colour."""
    for s in uitkomst.doelen:
        doel = doel_als_zin(s.doel, publicatie.maten[s.doel])
        yield element("p", element("strong", "Doel "), f"{doel} – {s.in_woorden}")


def _besluit(uitkomst: Uitkomst, ronde: Ronde) -> Iterator[Markup]:
    if uitkomst.reden:
        yield element("p", element("strong", "Reden: "), uitkomst.reden)
    if uitkomst.reeks:
        yield element("p", uitkomst.reeks[:1].upper() + uitkomst.reeks[1:], class_="reeks")
    for regel in uitkomst.doorgeschoven:
        yield element("p", regel, class_="rustig")
    if uitkomst.datum:
        yield element("p", f"Besluit van {schrijf_dag(uitkomst.datum)}", class_="datum")
    if not uitkomst.actief:
        yield element("p", f"In {ronde.jaar} is hier niets te meten.", class_="rustig")


def _reeks_kleuren(uitkomst: Uitkomst, vorm: Palet) -> Markup:
    """The colours over the rondes; nothing when there is only this one."""
    if len(uitkomst.verloop) < 2:
        return samen()
    punten = []
    for ronde, woord in uitkomst.verloop:
        kort = str(ronde.jaar) if ronde.fase.sluit else f"{ronde.jaar} {ronde.fase.letter}"
        gezien = (
            hidden(f"{say.naam_van(ronde)}: {woord or 'geen besluit'}"),
            element("span", symbol(woord, vorm), class_=_vak(woord, vorm)),
            element("span", kort, aria_hidden="true"),
        )
        nu = ronde == uitkomst.verloop[-1][0]
        punten.append(element("li", *gezien, class_="nu" if nu else None))
    naam = f"Verloop van afspraak {uitkomst.afspraak.nummer}"
    return element("ol", *punten, class_="verloop", aria_label=naam)


def focus_section(publicatie: Publicatie) -> Markup:
    """What is done about each focuspunt; nothing where there is none."""
    if not publicatie.focuspunten:
        return samen()
    vorm = palet(publicatie.alle_kleuren)
    rijen = [
        [
            _met_nummer(f.afspraak),
            colour_word(str(f.kleur), vorm),
            *_of_streep(f.actie, f.wie, f.wanneer),
        ]
        for f in publicatie.focuspunten
    ]
    koppen = ("Afspraak", "Kleur", "Wat er gebeurt", "Wie", "Wanneer")
    tabel = table("focuspunten", "Focuspunten, met wat eraan gebeurt", koppen, rijen)
    uitleg = "Afspraken die extra aandacht krijgen, omdat zij niet volgens planning verlopen."
    return section("focus", "De focuspunten", tabel, uitleg=uitleg)


def programme_section(publicatie: Publicatie) -> Markup:
    """The jaarprogramma as it was set; nothing where there is none."""
    if not publicatie.programma:
        return samen()
    jaar = publicatie.ronde.jaar + 1
    rijen = [
        [
            _met_nummer(v.afspraak),
            v.activiteiten,
            *_of_streep(v.trekker, v.begin, v.einde, v.besluit),
        ]
        for v in publicatie.programma
    ]
    koppen = ("Afspraak", "Wat er gebeurt", "Trekker", "Begin", "Einde", "Besluit")
    zeg = publicatie.namen.zeg
    kop = f"{zeg('Het jaarprogramma')} voor {jaar}"
    zo = zeg("zoals het bestuurlijk overleg het vaststelde")
    uitleg = f"Wat de partijen in {jaar} gaan doen, {zo}."
    return section("programma", kop, table("jaarprogramma", kop, koppen, rijen), uitleg=uitleg)


def _of_streep(*woorden: str) -> list[str]:
    return [woord or "–" for woord in woorden]


def _met_nummer(afspraak: Afspraak) -> str:
    return f"{afspraak.nummer}. {zonder_nummer(afspraak)}"


def decisions_table(publicatie: Publicatie) -> Markup:
    """All afspraken in one table, with the colour of each ronde."""
    rondes = list(dict.fromkeys(r for u in publicatie.uitkomsten for r, _ in u.verloop))
    koppen = ["Afspraak", *(say.naam_van(r).capitalize() for r in rondes), "Reden", "Besluit van"]
    rijen: list[Sequence[str]] = []
    vorm = palet(publicatie.alle_kleuren)
    for u in publicatie.uitkomsten:
        woorden = dict(u.verloop) | {publicatie.ronde: u.woord}
        kleuren = [colour_word(woorden.get(r) or "geen besluit", vorm) for r in rondes]
        afspraak = _met_nummer(u.afspraak)
        datum = schrijf_datum(u.datum) if u.datum else "–"
        rijen.append([afspraak, *kleuren, u.reden or "–", datum])
    uitleg = "Dezelfde besluiten als hierboven, en wat er in eerdere rondes is vastgesteld."
    tabel = table("besluiten", "Besluiten over de afspraken, naar ronde", koppen, rijen)
    return section("tabel", "De besluiten in een tabel", tabel, uitleg=uitleg)


def zonder_nummer(afspraak: Afspraak) -> str:
    """The title without the number printed before it."""
    return afspraak.kaal

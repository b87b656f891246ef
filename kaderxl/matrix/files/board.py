"""The board: how many afspraken have which colour, and a card for each of them by thema."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ...core import phrases as say
from ...core.kader import Afspraak
from ...core.notation import schrijf_dag, schrijf_datum
from ...core.rounds import Ronde
from ...writing.colours import Palet, palet
from ...writing.markup import Markup, element, samen
from ...writing.page import colour_class, colour_word, hidden, section, symbol, table
from .public_view import NOG_GEEN_BESLUIT, Publicatie, Uitkomst


def overview(publicatie: Publicatie) -> Markup:
    """How many afspraken have which colour, what it means, and each of them by thema."""
    aantallen = Counter(u.woord for u in publicatie.uitkomsten)
    altijd = {b for b in publicatie.stoplicht if not b.geldt_niet}
    mogelijk = (*publicatie.stoplicht, NOG_GEEN_BESLUIT)
    woorden = [w for w in mogelijk if w in altijd or aantallen[w]]
    tegels = [_tegel(publicatie, str(woord), aantallen[woord]) for woord in woorden]
    hoeveel = say.aantal(len(publicatie.uitkomsten), "afspraak", "afspraken")
    return section(
        "overzicht",
        "In één oogopslag",
        element("ul", *tegels, class_="telling"),
        element("dl", *_per_thema(publicatie), class_="overzicht"),
        uitleg=f"Er zijn {hoeveel}. Elke afspraak heeft één kleur; de kleur zegt hoe het ervoor "
        "staat.",
    )


def _tegel(publicatie: Publicatie, woord: str, aantal: int) -> Markup:
    betekenissen = {str(kleur): kleur.betekenis for kleur in publicatie.stoplicht}
    vorm = palet(publicatie.alle_kleuren)
    betekenis = betekenissen.get(woord, "het bestuurlijk overleg heeft nog geen kleur gegeven")
    return element(
        "li",
        element(
            "div",
            element("span", str(aantal), class_="getal"),
            " ",
            element("span", symbol(woord, vorm), " ", woord),
            class_=f"vak {colour_class(woord, vorm)}",
        ),
        element("p", betekenis[:1].upper() + betekenis[1:], class_="betekenis"),
    )


def _per_thema(publicatie: Publicatie) -> Iterator[Markup]:
    vorm = palet(publicatie.alle_kleuren)
    for thema, uitkomsten in publicatie.per_thema.items():
        nummers = [
            element(
                "li",
                element(
                    "a",
                    symbol(u.woord, vorm),
                    hidden("Afspraak"),
                    " ",
                    str(u.afspraak.nummer),
                    hidden(f", {u.woord}"),
                    href=f"#afspraak-{u.afspraak.nummer}",
                    class_=f"vak {colour_class(u.woord, vorm)}",
                ),
            )
            for u in uitkomsten
        ]
        lijst = element("ul", *nummers, class_="nummers")
        yield element("div", element("dt", thema), element("dd", lijst))


def board(publicatie: Publicatie) -> Markup:
    """A card for each afspraak, under its thema."""
    vorm = palet(publicatie.alle_kleuren)
    themas = [
        element(
            "div",
            element("h3", thema),
            element(
                "ul", *(_kaart(u, publicatie.ronde, vorm) for u in uitkomsten), class_="kaarten"
            ),
            class_="thema",
        )
        for thema, uitkomsten in publicatie.per_thema.items()
    ]
    return section("afspraken", "De afspraken", *themas)


def _kaart(uitkomst: Uitkomst, ronde: Ronde, vorm: Palet) -> Markup:
    nummer = uitkomst.afspraak.nummer
    band = element(
        "div",
        element("span", symbol(uitkomst.woord, vorm), " ", uitkomst.woord),
        element("span", hidden("Afspraak "), str(nummer), class_="nummer"),
        class_=f"vak {colour_class(uitkomst.woord, vorm)}",
    )
    cijfers = [
        element("li", element("span", c.naam), " ", element("strong", c.tekst))
        for c in uitkomst.cijfers
    ]
    return element(
        "li",
        band,
        element("h4", zonder_nummer(uitkomst.afspraak)),
        *_besluit(uitkomst, ronde),
        *((element("ul", *cijfers, class_="cijfers"),) if cijfers else ()),
        _reeks_kleuren(uitkomst, vorm),
        class_="kaart",
        id=f"afspraak-{nummer}",
    )


def _besluit(uitkomst: Uitkomst, ronde: Ronde) -> Iterator[Markup]:
    if uitkomst.reden:
        yield element("p", element("strong", "Reden: "), uitkomst.reden)
    if uitkomst.reeks:
        yield element("p", uitkomst.reeks[:1].upper() + uitkomst.reeks[1:], class_="reeks")
    if uitkomst.datum:
        yield element("p", f"Besluit van {schrijf_dag(uitkomst.datum)}", class_="datum")
    if not uitkomst.actief:
        yield element("p", f"In {ronde.jaar} is hier niets te meten.", class_="rustig")


def _reeks_kleuren(uitkomst: Uitkomst, vorm: Palet) -> Markup:
    """The colours over the rondes; nothing when there is only this one."""
    if len(uitkomst.verloop) < 2:
        return samen()
    *_, (laatste, _) = uitkomst.verloop
    punten = []
    for ronde, woord in uitkomst.verloop:
        gezegd = woord or "geen besluit"
        punten.append(
            element(
                "li",
                hidden(f"{say.naam_van(ronde)}: {gezegd}"),
                element("span", symbol(woord, vorm), class_=f"vak {colour_class(woord, vorm)}"),
                element("span", _kort(ronde), aria_hidden="true"),
                class_="nu" if ronde == laatste else None,
            )
        )
    naam = f"Verloop van afspraak {uitkomst.afspraak.nummer}"
    return element("ol", *punten, class_="verloop", aria_label=naam)


def _kort(ronde: Ronde) -> str:
    """`2026`, and `2026 T` for a tussenstand."""
    return str(ronde.jaar) if ronde.fase == "evaluatie" else f"{ronde.jaar} T"


def decisions_table(publicatie: Publicatie) -> Markup:
    """All afspraken in one table, with the colour of each ronde."""
    rondes = list(dict.fromkeys(r for u in publicatie.uitkomsten for r, _ in u.verloop))
    koppen = ["Afspraak", *(say.naam_van(r).capitalize() for r in rondes), "Reden", "Besluit van"]
    rijen: list[Sequence[str]] = []
    vorm = palet(publicatie.alle_kleuren)
    for u in publicatie.uitkomsten:
        woorden = dict(u.verloop) | {publicatie.ronde: u.woord}
        rijen.append(
            [
                f"{u.afspraak.nummer}. {zonder_nummer(u.afspraak)}",
                *(colour_word(woorden.get(r) or "geen besluit", vorm) for r in rondes),
                u.reden or "–",
                schrijf_datum(u.datum) if u.datum else "–",
            ]
        )
    uitleg = "Dezelfde besluiten als hierboven, en wat er in eerdere rondes is vastgesteld."
    tabel = table("besluiten", "Besluiten over de afspraken, naar ronde", koppen, rijen)
    return section("tabel", "De besluiten in een tabel", tabel, uitleg=uitleg)


def zonder_nummer(afspraak: Afspraak) -> str:
    """The title without the number printed before it."""
    return re.sub(rf"^{afspraak.nummer}\s*\.?\s+", "", afspraak.titel)

"""An accessible page (WCAG 2.1 AA) in one file: no script, no font, no picture from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..core import labels as l
from ..core.notation import met_eenheid
from .colours import DONKERGROEN, FICTIEF_TEKST, FICTIEF_VULLING, Palet
from .markup import Markup, document, element, samen, stijlblad
from .table import Kolomsoort, Tabel

_STIJL = Path(__file__).with_name("page.css")
_GETALLEN = (Kolomsoort.GETAL, Kolomsoort.GEHEEL)
_ALLEEN_DIT_BESTAND = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def page(
    *inhoud: Markup,
    titel: str,
    bovenkop: str,
    kop: str,
    onderkop: str,
    inleiding: str,
    palet: Palet,
    voet: Sequence[str] = (),
    merk: str = "",
) -> bytes:
    """A whole page; `inhoud` are its sections.

    `titel` is what the tab says, `bovenkop` who publishes it. `merk` is what must be seen first,
    on screen and under every printed page; it is a text of our own. `palet` is that of the words in
    `inhoud`.
    """
    hoofd = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", http_equiv="Content-Security-Policy", content=_ALLEEN_DIT_BESTAND),
        element("title", titel),
        element("link", rel="icon", href="data:,"),
        stijlblad(css(palet, merk)),
    )
    koppen = _midden(
        element("p", bovenkop, class_="bovenkop"),
        element("h1", kop, element("span", onderkop)),
        element("p", inleiding, class_="inleiding"),
    )
    banier = element("div", _midden(merk, wat="p"), class_="merk") if merk else samen()
    lijf = element(
        "body",
        element("a", "Naar de inhoud", href="#inhoud", class_="overslaan"),
        element("header", banier, element("div", koppen, class_="paginakop")),
        element("main", *inhoud, id="inhoud", class_="midden", tabindex=-1),
        element("footer", _midden(*(element("p", regel) for regel in voet))),
    )
    return document("<!DOCTYPE html>", element("html", hoofd, lijf, lang="nl"))


def _midden(*inhoud: str, wat: str = "div") -> Markup:
    return element(wat, *inhoud, class_="midden")


def css(palet: Palet, merk: str = "") -> str:
    """The whole stylesheet; `merk` is a text of our own that stands under every printed page."""
    basis = _STIJL.read_text("utf-8").replace("DIEP", DONKERGROEN).replace("MERKREGEL", merk)
    basis = basis.replace("MERKTEKST", FICTIEF_TEKST).replace("MERK", FICTIEF_VULLING)
    return f"\n{basis}" + "".join(
        f".{colour_class(woord, palet)} {{ --vul: {k.vulling}; --op: {k.tekst}; "
        f"--rand: {'#6b7671' if _licht(k.vulling) else k.vulling}; }}\n"
        for woord, k in palet.items()
    )


def _licht(kleur: str) -> bool:
    """A fill that would be lost on white, so that its edge has to show it."""
    return min(int(kleur[n : n + 2], 16) for n in (1, 3, 5)) > 180


def section(id_: str, kop: str, *inhoud: str, uitleg: str = "") -> Markup:
    """A part of the page under a heading of the second level."""
    uitlegregel = (element("p", uitleg, class_="uitleg"),) if uitleg else ()
    return element(
        "section",
        element("h2", kop, id=f"kop-{id_}"),
        *uitlegregel,
        *inhoud,
        aria_labelledby=f"kop-{id_}",
    )


def colour_word(woord: str, palet: Palet) -> Markup:
    """A word of the traffic light in its colour, its symbol before it; another word as it is."""
    if woord not in palet:
        return samen(woord)
    klasse = f"kleur {colour_class(woord, palet)}"
    return element("span", symbol(woord, palet), " ", woord, class_=klasse)


def symbol(woord: str, palet: Palet) -> Markup:
    """The symbol of a word, or of no answer; a screen reader passes over it."""
    return element("span", palet[_eigen(woord, palet)].symbool, aria_hidden="true")


def colour_class(woord: str, palet: Palet) -> str:
    """The class that gives an element the colour of a word; of one without, that of no answer.

    It is `k0` for the first of the palet.
    """
    return f"k{list(palet).index(_eigen(woord, palet))}"


def _eigen(woord: str, palet: Palet) -> str:
    return woord if woord in palet else l.NIET_INGEVULD


def hidden(tekst: str) -> Markup:
    """Words for who does not see the page."""
    return element("span", tekst, class_="verborgen")


def table_of(tabel: Tabel, palet: Palet) -> Markup:
    """A table as it is: a word of the traffic light in its colour, numbers aligned as such."""
    kolommen = tabel.kolommen
    rijen = [
        [
            colour_word(tekst, palet) if kolom.kleur else tekst
            for kolom, tekst in zip(kolommen, (met_eenheid(w, "") for w in rij), strict=True)
        ]
        for rij in tabel.rijen
    ]
    getallen = frozenset(n for n, k in enumerate(kolommen) if k.soort in _GETALLEN)
    return table(tabel.naam, tabel.titel, [k.kop for k in kolommen], rijen, getallen)


def table(
    id_: str,
    bijschrift: str,
    koppen: Sequence[str],
    rijen: Sequence[Sequence[str]],
    getallen: frozenset[int] = frozenset(),
) -> Markup:
    """A table with caption and headers; the first cell of a row is its header.

    `getallen` are the columns (from 0) that are aligned as numbers. On a narrow screen it
    scrolls by itself, so that the page does not.
    """

    def klasse(nummer: int, cel: str = "") -> str | None:
        return "getal" if nummer in getallen else "regels" if "\n" in cel else None

    kop = [element("th", k, scope="col", class_=klasse(n)) for n, k in enumerate(koppen)]
    lijf = [
        element(
            "tr",
            element("th", rij[0], scope="row"),
            *(element("td", cel, class_=klasse(n, cel)) for n, cel in enumerate(rij[1:], 1)),
        )
        for rij in rijen
    ]
    return element(
        "div",
        element(
            "table",
            element("caption", bijschrift, id=f"bij-{id_}"),
            element("thead", element("tr", *kop)),
            element("tbody", *lijf),
        ),
        class_="rol",
        role="region",
        tabindex=0,
        aria_labelledby=f"bij-{id_}",
    )

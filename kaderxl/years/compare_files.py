"""The comparison of municipalities as a workbook, a page, and tidy tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from ..core import labels as l, phrases as say
from ..core.answers import Waarde
from ..core.notation import schrijf_getal
from ..core.text import zichtbaar
from ..writing.grid import schrijf_tabel
from ..writing.markup import Markup, element
from ..writing.measures import A4_STAAND, druk_af_op_a4, zet_fictief
from ..writing.page import page, section, table_of
from ..writing.table import Kolom, Kolomsoort, Tabel, Uitgave
from ..writing.workbook import Opdruk, Werkboek
from .compare import Gemeente, Samen, Vergelijking, in_woorden
from .shared import Gedeeld, shared_table

NAAM, TITEL = "vergelijking", "Gemeenten naast elkaar"
UITLEG = (
    "Een cijfer staat er alleen als het van alle partijen van die gemeente samen is, en er meer "
    "dan één partij naar is gevraagd. Wat één partij antwoordde, staat nergens.",
    "“2 van 3” zegt hoeveel van de gemeenten die dit cijfer hebben er een heel jaar van gaven. Een "
    "totaal is er pas als dat alle zijn; er wordt niets geschat. Percentages tellen we nooit op.",
    "“Voorlopig” is een cijfer uit een ronde die het BO van die gemeente nog niet vaststelde.",
    "De landelijke codes zijn een voorstel. Let erop dat gemeenten er hetzelfde mee tellen.",
)
_GEEN = "Er is hier niets te vergelijken."
_VAST = {"landelijk": 20, "wat": 46, "eenheid": 14, "gemeente": 24, "bron": 30, "soort": 13}


def compared_tables(vergelijking: Vergelijking) -> Uitgave:
    """The tidy tables: what municipalities come to together, each figure, each source."""
    cijfers = (c for g in vergelijking.gemeenten for c in g.cijfers.values())
    tabellen = (
        _samen(vergelijking),
        replace(shared_table(cijfers), naam="cijfers"),
        _bronnen(vergelijking),
    )
    uitleg = [("Hoe u dit leest", regel) for regel in UITLEG]
    fictief = [("Let op", l.FICTIEF)] if vergelijking.fictief else []
    return Uitgave(
        NAAM,
        TITEL,
        "kaderxl",
        date(max(vergelijking.jaren), 12, 31),
        tabellen,
        {f"{NAAM}-{tabel.naam}": tabel for tabel in tabellen},
        (*fictief, *uitleg),
    )


def _samen(vergelijking: Vergelijking) -> Tabel:
    kolommen = (
        Kolom("landelijk", "De code waaronder gemeenten dit hebben."),
        Kolom("wat", "Waar de code voor staat."),
        Kolom("eenheid", "Waarin geteld is."),
        Kolom("jaar", "Het jaar waar het over gaat.", Kolomsoort.GEHEEL),
        Kolom("gemeenten", "Hoeveel gemeenten dit cijfer hebben.", Kolomsoort.GEHEEL),
        Kolom("compleet", "Hoeveel daarvan een heel jaar gaven.", Kolomsoort.GEHEEL),
        Kolom("voorlopig", "Bij hoeveel daarvan het BO nog moet vaststellen.", Kolomsoort.GEHEEL),
        Kolom("totaal", "Alle gemeenten samen; leeg als dat er niet is.", Kolomsoort.GETAL),
        Kolom("waarom niet", "Waarom er geen totaal is."),
        Kolom("fictief", "Of hier een verzonnen voorbeeld bij is.", Kolomsoort.JA_NEE),
    )
    rijen = tuple(
        (s.landelijk, s.betekenis, s.eenheid, s.jaar, s.gemeenten, s.compleet, s.voorlopig,
         s.totaal, s.waarom, s.fictief)
        for s in vergelijking.samen
    )  # fmt: skip
    sleutel = ("landelijk", "eenheid", "jaar")
    return Tabel("samen", "Wat gemeenten samen hebben", kolommen, rijen, sleutel)


def _bronnen(vergelijking: Vergelijking) -> Tabel:
    kolommen = (
        Kolom("bron", "De map van het dossier of van de publicatie.", breedte=_VAST["bron"]),
        Kolom("soort", "Een dossier, of alleen wat de gemeente publiceerde.", breedte=13),
        Kolom("gemeente", "De gemeente; leeg als er niets te vergelijken is.", breedte=24),
        Kolom("cijfers", "Hoeveel cijfers ervan in de vergelijking staan.", Kolomsoort.GEHEEL, 9),
        Kolom("waarom niet", "Waarom er niets van in staat.", breedte=60),
    )
    rijen: list[tuple[Waarde, ...]] = [
        (bron.naam, bron.soort, g.naam, len({*bron.cijfers} & {*g.cijfers.values()}), "")
        for g in vergelijking.gemeenten
        for bron in g.bronnen
    ]
    rijen += [(bron.naam, bron.soort, "", 0, bron.waarom) for bron in vergelijking.zonder]
    return Tabel("bronnen", "Waar het vandaan komt", kolommen, tuple(rijen))


# -- to look at ------------------------------------------------------------------------------


def write_compared(vergelijking: Vergelijking) -> bytes:
    """The .xlsx: what the page shows, and the tidy tables to reckon with; the same comparison gives
    the same bytes."""
    uitgave = compared_tables(vergelijking)
    fictief = vergelijking.fictief
    werkboek = Werkboek(TITEL, uitgave.moment, opdruk=Opdruk(TITEL, fictief=fictief))
    samen, cijfers, bronnen = _getoond(vergelijking)
    totalen, los, _ = map(_in_woorden, uitgave.tabellen)
    for tabel in (samen, cijfers, replace(totalen, naam="totalen"), los, bronnen):
        blad = werkboek.add_worksheet(tabel.naam.capitalize())
        schrijf_tabel(werkboek, blad, tabel, _GEEN, meten=tabel is not los)
        if fictief:
            zet_fictief(werkboek, blad, 0, (2, tabel.titel))
        else:
            blad.write_string(0, 0, tabel.titel, werkboek.opmaak(bold=True, font_size=14))
    blad = werkboek.add_worksheet("Uitleg")
    blad.set_column(0, 0, A4_STAAND)
    druk_af_op_a4(blad, liggend=False)
    for rij, regel in enumerate(UITLEG):
        blad.write_string(rij, 0, regel, werkboek.opmaak(text_wrap=True))
    return werkboek.bytes()


def write_compared_page(vergelijking: Vergelijking) -> bytes:
    """One HTML file: the board of municipalities, what they come to, every figure, the sources."""
    aantal = say.aantal(len(vergelijking.gemeenten), "gemeente", "gemeenten")
    fictief = vergelijking.fictief
    gezegd = [element("p", f"{b.tekst} {b.actie}") for b in vergelijking.bevindingen]
    samen, cijfers, bronnen = (table_of(t, {}) for t in _getoond(vergelijking))
    return page(
        section("gemeenten", "De gemeenten", *_bord(vergelijking)),
        section("samen", "Samen", samen),
        section("cijfers", "Elk cijfer", cijfers),
        section("bronnen", "De bronnen", bronnen, *gezegd),
        titel=f"{l.FICTIEF}. {TITEL}" if fictief else TITEL,
        bovenkop="kaderxl",
        kop=TITEL,
        onderkop=f"{aantal}, {_jaren(vergelijking)}",
        inleiding="Wat gemeenten onder dezelfde landelijke code vragen, van elk jaar.",
        palet={},
        voet=UITLEG,
        merk=l.FICTIEF if fictief else "",
    )


def _jaren(vergelijking: Vergelijking) -> str:
    eerste, laatste = vergelijking.jaren[0], vergelijking.jaren[-1]
    return str(eerste) if eerste == laatste else f"{eerste} tot en met {laatste}"


def _bord(vergelijking: Vergelijking) -> Iterator[Markup]:
    """A card for each municipality with the figures of its last year, and one for each source of
    which nothing is compared."""
    if vergelijking.gemeenten:
        yield element("h3", "Naast elkaar gelegd")
        yield element("ul", *map(_kaart, vergelijking.gemeenten), class_="kaarten")
    if vergelijking.zonder:
        yield element("h3", "Niet vergeleken")
        kaarten = (
            (element("h4", bron.naam), element("p", bron.waarom, class_="rustig"))
            for bron in vergelijking.zonder
        )
        delen = (element("li", *kaart, class_="kaart") for kaart in kaarten)
        yield element("ul", *delen, class_="kaarten")


def _kaart(gemeente: Gemeente) -> Markup:
    jaar = max((c.jaar for c in gemeente.cijfers.values() if c.ronde), default=0)
    nu = [c for c in gemeente.cijfers.values() if c.jaar == jaar]
    compleet = sum(c.heel and c.waarde is not None for c in nu)
    bronnen = dict.fromkeys(
        "uit de publicatie" if bron.is_publicatie else f"dossier {bron.naam}"
        for bron in gemeente.bronnen
    )
    cijfers = (
        element("li", element("span", c.omschrijving), " ", element("strong", _zeg(c))) for c in nu
    )
    return element(
        "li",
        element("h4", gemeente.naam),
        element("p", ", ".join((*gemeente.kaders, *bronnen)), class_="rustig"),
        element("p", f"{jaar}: {compleet} van {len(nu)} compleet", class_="reeks"),
        element("ul", *cijfers, class_="cijfers"),
        class_="kaart",
    )


def _zeg(cijfer: Gedeeld) -> str:
    if cijfer.waarde is None:
        return in_woorden(cijfer)
    getal, _, erbij = in_woorden(cijfer).partition(" ")
    return f"{getal} {cijfer.eenheid} {erbij}".strip()


def _in_woorden(tabel: Tabel) -> Tabel:
    """A tidy table with yes and no as words."""
    rijen = (
        tuple(l.JA_OF_NEE[not w] if isinstance(w, bool) else w for w in rij) for rij in tabel.rijen
    )
    return replace(tabel, rijen=tuple(rijen))


def _getoond(vergelijking: Vergelijking) -> Iterator[Tabel]:
    """What the workbook and the page both show."""
    for tabel in (_per_jaar(vergelijking), _per_gemeente(vergelijking), _bronnen(vergelijking)):
        kolommen = tuple(replace(k, titel=k.titel.capitalize()) for k in tabel.kolommen)
        yield replace(tabel, kolommen=kolommen)


def _per_jaar(vergelijking: Vergelijking) -> Tabel:
    """A row a figure; of each year the total, or how many of the municipalities have it."""
    rijen: dict[tuple[str, str], dict[int, Samen]] = defaultdict(dict)
    for s in vergelijking.samen:
        rijen[s.landelijk, s.eenheid][s.jaar] = s
    vast = [Kolom(naam, breedte=_VAST[naam]) for naam in ("landelijk", "wat", "eenheid")]
    jaren = [Kolom(str(jaar), breedte=24) for jaar in vergelijking.jaren]
    cellen = tuple(
        (code, next(iter(per.values())).betekenis, eenheid, *_in_jaren(vergelijking, per))
        for (code, eenheid), per in rijen.items()
    )
    return Tabel("samen", "Wat gemeenten samen hebben", (*vast, *jaren), cellen)


def _in_jaren(vergelijking: Vergelijking, per: dict[int, Samen]) -> Iterator[str]:
    for jaar in vergelijking.jaren:
        s = per.get(jaar)
        yield _totaal(s) if s else "–"


def _totaal(s: Samen) -> str:
    """`120 (3 van 3)`, `2 van 3`; with how many of these are voorlopig."""
    voorlopig = f", {s.voorlopig} voorlopig" if s.voorlopig else ""
    hoeveel = f"{s.hoeveel}{voorlopig}"
    return hoeveel if s.totaal is None else f"{schrijf_getal(s.totaal)} ({hoeveel})"


def _per_gemeente(vergelijking: Vergelijking) -> Tabel:
    """A row a figure of a municipality, in the order of the figures; a column a year."""
    kolommen = [Kolom(naam, breedte=_VAST[naam]) for naam in ("landelijk", "gemeente", "wat")]
    kolommen += [Kolom(str(jaar), breedte=24) for jaar in vergelijking.jaren]
    volgorde = dict.fromkeys((s.landelijk, s.eenheid) for s in vergelijking.samen)
    rijen: list[tuple[Waarde, ...]] = []
    for code, eenheid in volgorde:
        for gemeente in vergelijking.gemeenten:
            eigen = {c.jaar: c for c in gemeente.cijfers.values() if _is(c, code, eenheid)}
            if eigen:
                woorden = f"{next(iter(eigen.values())).omschrijving} ({eenheid})"
                jaren = [in_woorden(eigen[j]) if j in eigen else "–" for j in vergelijking.jaren]
                rijen.append((code, gemeente.naam, woorden, *jaren))
    return Tabel("gemeenten", "Elk cijfer van elke gemeente", tuple(kolommen), tuple(rijen))


def _is(cijfer: Gedeeld, code: str, eenheid: str) -> bool:
    return cijfer.landelijk == code and cijfer.eenheid.casefold() == eenheid.casefold()


def say_compared(vergelijking: Vergelijking) -> Iterator[str]:
    """A line a figure, of the last year in which it is shared."""
    laatste: dict[tuple[str, str], Samen] = {
        (s.landelijk, s.eenheid): s for s in vergelijking.samen
    }
    for s in laatste.values():
        yield zichtbaar(f"{s.landelijk} {s.jaar}, {s.eenheid}: {_totaal(s)}")


def sources_without(vergelijking: Vergelijking) -> Sequence[str]:
    """`kapot (dit bestand is geen werkboek)`."""
    return [f"{bron.naam} ({bron.waarom})" for bron in vergelijking.zonder]

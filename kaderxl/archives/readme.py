"""The Leesmij of an archive: for somebody who has the package and no kaderxl."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from textwrap import fill

from ..core import labels as l, phrases as say
from ..core.notation import schrijf_dag
from ..core.own_names import EigenNamen
from ..core.text import leesbaar
from .papers import Stukken

_vul = partial(fill, width=92, break_long_words=False, break_on_hyphens=False)
_MAPPEN = {
    "matrix/": "De monitoringsmatrix: per indicator wie wat antwoordde, het voorstel en het "
    "besluit.",
    "matrix/besluiten/": "De werkboeken waaruit besluiten zijn overgenomen, onveranderd.",
    "matrix/sjabloon/": "De volgende versie van de afspraken, zoals die uit de besluiten volgt.",
    "matrix/publicatie/": "Wat van deze ronde openbaar is gemaakt.",
    "retour/": "De antwoorden van de partijen, precies zoals zij kwamen.",
    "retour/ontvangst.csv": "Wanneer elk bestand is ingenomen, met zijn vingerafdruk (SHA-256).",
    "retour/post/": "Wat de antwoorden staaft, en waaruit de gemeente een blad invulde, precies "
    "zoals het kwam.",
    "retour/post.csv": "Van wie elk stuk in retour/post is, bij welke inzending, en wat er in de "
    "mail stond.",
    "retour/keuze.csv": "Welke inzending telt waar iemand dat koos, en waarom.",
    "uitgegeven/actiepunten.csv": "Wat uit eerdere rondes is teruggevraagd: wie wat zou doen.",
    "uitgegeven/doorgeschoven.csv": "Wat uit eerdere jaren opnieuw is gevraagd, en uit welk jaar.",
    "uitgegeven/": "Wat er in elk invulblad stond toen het werd uitgegeven: daarmee is vergeleken "
    "wat terugkwam.",
    "sjabloon/": "De afspraken, de partijen en de vragen waar deze ronde mee werkte.",
    "mail/verzonden.csv": "Wie wanneer om antwoord is gevraagd.",
    "mdto/": "De metadata: dossier.mdto.xml over het geheel, en een bestand over elk bestand.",
}
_WOORDEN = (
    "Indicator: waaraan een afspraak wordt gemeten. Voorzet: wat een partij antwoordt.",
    "kaderxl: het programma dat dit pakket maakte. U hebt het niet nodig om het te lezen.",
)
_VORMEN = {
    ".xlsx": "het werkboek (Office Open XML)",
    ".ods": "de tabel als OpenDocument-werkblad",
    ".csv": "de tabel als platte tekst (UTF-8, komma's, een kopregel, RFC 4180)",
    ".html": "de tabel als webpagina die niets van buiten nodig heeft",
    ".json": "wat elke kolom van de csv betekent",
}
_NAGAAN = (
    "De map is een bag volgens BagIt (RFC 8493). manifest-sha256.txt en manifest-sha512.txt "
    "noemen elk bestand in data met zijn controlegetal; de lijsten die met tagmanifest "
    "beginnen doen dat voor de andere bestanden. Op Linux: sha256sum --check "
    "manifest-sha256.txt. Programma's voor BagIt doen hetzelfde. kaderxl verify doet meer: "
    "het rekent ook de cijfers in de matrix na uit de inzendingen."
)
_PERSOONSGEGEVENS = (
    "In retour en in matrix/besluiten staan bestanden zoals zij zijn ontvangen. In hun "
    "eigenschappen kan de naam staan van wie ze opsloeg. Mailadressen van afzenders zijn niet "
    "gearchiveerd, behalve in een mail die zelf in retour/post staat. De metadata noemt alleen "
    "organisaties."
)


def schrijf_leesmij(stukken: Stukken, paden: Iterable[str], versie: int) -> bytes:
    """The text for these files (paths under data/)."""
    return (leesbaar("\n".join(_regels(stukken, sorted(paden), versie))) + "\n").encode()


def _regels(stukken: Stukken, paden: list[str], versie: int) -> Iterator[str]:
    kader = stukken.kader.instellingen.kader
    wat = f"{say.lidwoord(kader)} {kader}".strip()
    titel = f"Monitoring van {wat}: {say.naam_van(stukken.ronde)}"
    yield titel
    yield "=" * len(titel)
    for alinea in _vooraf(stukken, versie):
        yield from ("", _vul(alinea))
    for kop, deel in _delen(stukken, paden).items():
        yield from ("", kop, "-" * len(kop))
        if isinstance(deel, str):
            yield from ("", _vul(deel))
        else:
            yield from (_vul(punt, initial_indent="- ", subsequent_indent="  ") for punt in deel)


def _vooraf(stukken: Stukken, versie: int) -> Iterator[str]:
    """What it is, in a few paragraphs."""
    zeg = stukken.kader.instellingen.zeg
    if stukken.fictief:
        yield f"{l.FICTIEF}."
    if stukken.vastgesteld is None:
        yield f"CONCEPT: {zeg('het BO')} heeft deze matrix niet vastgesteld."
    else:
        yield f"{zeg('Vastgesteld door het BO op')} {schrijf_dag(stukken.vastgesteld)}."
    if versie > 1:
        yield (
            f"Dit is versie {versie}: een verbetering van wat eerder is gearchiveerd. Dat "
            "blijft ernaast bestaan en is niet veranderd."
        )
    yield (
        f"Partijen van de gemeente {stukken.kader.instellingen.gemeente} maakten afspraken over "
        f"wonen. Voor {say.ronde_in_woorden(stukken.ronde)} vroeg de gemeente elk van hen hoe ver "
        "zij waren. Deze map bewaart de vragen, de antwoorden, wat daaruit volgt en wat er is "
        "besloten."
    )


def _delen(stukken: Stukken, paden: list[str]) -> dict[str, str | list[str]]:
    """The parts by their heading: a paragraph, or the items of a list."""
    kader, niet = stukken.kader, stukken.kader.stoplicht.geldt_niet
    vormen = {
        pad.removeprefix("matrix/"): _VORMEN.get(pad[pad.rfind(".") :])
        for pad in paden
        if pad.startswith("matrix/") and pad.count("/") == 1
    }
    namen = kader.instellingen.namen
    dag = namen.zeg("de dag waarop het BO de matrix vaststelde")
    wat = dag if stukken.vastgesteld else "de peildatum"
    return {
        "Wat staat waar (in de map data)": [
            f"{map_}: {uitleg}"
            for map_, uitleg in _MAPPEN.items()
            if any(pad.startswith(map_) for pad in paden)
        ],
        "De matrix in meer vormen": [f"{naam}: {vorm}." for naam, vorm in vormen.items() if vorm],
        "Hoe u de matrix leest": [*say.regel_voorstel(kader.stoplicht, kader.instellingen.namen)],
        "Wie meededen": [
            f"{partij.naam} (groep: {partij.groep})"
            for partij in kader.partijen
            if partij.actief(stukken.ronde.jaar)
        ],
        "De kleuren": [
            f"{kleur}: {kleur.betekenis}{f' (reden: {kleur.keuzes})' if kleur.redenen else ''}"
            for kleur in kader.stoplicht
        ],
        "Woorden": [
            *_overleggen(namen),
            *([f"{niet}: niet van toepassing."] if niet else []),
            *_WOORDEN,
        ],
        "Hoe u nagaat dat er niets is veranderd": _NAGAAN,
        "Over de datums": (
            f"De datums in de metadata en in bag-info.txt zijn {schrijf_dag(stukken.datum)}: {wat}."
            " Zij komen niet van de klok, zodat dezelfde stukken altijd hetzelfde pakket geven."
        ),
        "Persoonsgegevens": _PERSOONSGEGEVENS,
    }


def _overleggen(namen: EigenNamen) -> Iterator[str]:
    """What each overleg is for; one without an abbreviation is explained by what it is."""
    for naam, waarin in (
        (namen.ao, "de medewerkers van de partijen de verschillen bespreken"),
        (namen.bo, "de bestuurders de kleuren vaststellen"),
    ):
        voluit = naam.voluit if naam.kort != naam.voluit else "overleg"
        yield f"{naam.kort}: {voluit}, waarin {waarin}."

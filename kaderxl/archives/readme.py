"""The Leesmij of an archive: for somebody who has the package and no kaderxl."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import fill

from ..core import labels as l
from ..core import phrases as say
from ..core.notation import schrijf_dag
from .papers import Stukken

_BREED = 92
_MAPPEN = (
    (
        "matrix/",
        "De monitoringsmatrix: per indicator wie wat antwoordde, het voorstel en het besluit.",
    ),
    ("matrix/besluiten/", "De werkboeken waaruit besluiten zijn overgenomen, onveranderd."),
    ("matrix/publicatie/", "Wat van deze ronde openbaar is gemaakt."),
    ("retour/", "De antwoorden van de partijen, precies zoals zij kwamen."),
    ("retour/ontvangst.csv", "Wanneer elk bestand is ingenomen, met zijn vingerafdruk (SHA-256)."),
    ("retour/keuze.csv", "Welke inzending telt waar iemand dat koos, en waarom."),
    ("sjabloon/", "De afspraken, de partijen en de vragen waar deze ronde mee werkte."),
    ("mail/verzonden.csv", "Wie wanneer om antwoord is gevraagd."),
    ("mdto/", "De metadata: dossier.mdto.xml over het geheel, en een bestand over elk bestand."),
)
_OVERLEGGEN = (
    "AO: ambtelijk overleg, waarin de medewerkers van de partijen de verschillen bespreken.",
    "BO: bestuurlijk overleg, waarin de bestuurders de kleuren vaststellen.",
)
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


def schrijf_leesmij(stukken: Stukken, paden: Iterable[str], versie: int) -> bytes:
    """The text for these files (paths under data/)."""
    return ("\n".join(_regels(stukken, sorted(paden), versie)) + "\n").encode()


def _regels(stukken: Stukken, paden: list[str], versie: int) -> Iterator[str]:
    kader, ronde = stukken.kader, stukken.ronde
    titel = f"Monitoring van de {kader.instellingen.kader}: {say.naam_van(ronde)}"
    yield titel
    yield "=" * len(titel)
    if stukken.fictief:
        yield from _alinea(f"{l.FICTIEF}.")
    yield from _alinea(_status(stukken))
    if versie > 1:
        yield from _alinea(
            f"Dit is versie {versie}: een verbetering van wat eerder is gearchiveerd. Dat "
            "blijft ernaast bestaan en is niet veranderd."
        )
    yield from _alinea(
        f"Partijen van de gemeente {kader.instellingen.gemeente} maakten afspraken over wonen. "
        f"Voor {say.ronde_in_woorden(ronde)} vroeg de gemeente elk van hen hoe ver zij waren. Deze "
        "map bewaart de vragen, de antwoorden, wat daaruit volgt en wat er is besloten."
    )
    yield from _kop("Wat staat waar (in de map data)")
    for map_, uitleg in _MAPPEN:
        if any(pad.startswith(map_) for pad in paden):
            yield from _punt(f"{map_}: {uitleg}")
    yield from _kop("De matrix in meer vormen")
    for pad in paden:
        uitgang = pad[pad.rfind(".") :]
        if pad.startswith("matrix/") and pad.count("/") == 1 and uitgang in _VORMEN:
            yield from _punt(f"{pad.removeprefix('matrix/')}: {_VORMEN[uitgang]}.")
    yield from _kop("Hoe u de matrix leest")
    for regel in say.regel_voorstel(kader.stoplicht):
        yield from _punt(regel)
    yield from _kop("Wie meededen")
    for partij in kader.partijen:
        if partij.actief(ronde.jaar):
            yield from _punt(f"{partij.naam} (groep: {partij.groep})")
    yield from _kop("De kleuren")
    for kleur in kader.stoplicht:
        keuzes = f" (reden: {kleur.keuzes})" if kleur.redenen else ""
        yield from _punt(f"{kleur}: {kleur.betekenis}{keuzes}")
    yield from _kop("Woorden")
    niet = kader.stoplicht.geldt_niet
    eigen = (f"{niet}: niet van toepassing.",) if niet else ()
    for uitleg in (*_OVERLEGGEN, *eigen, *_WOORDEN):
        yield from _punt(uitleg)
    yield from _kop("Hoe u nagaat dat er niets is veranderd")
    yield from _alinea(
        "De map is een bag volgens BagIt (RFC 8493). manifest-sha256.txt en manifest-sha512.txt "
        "noemen elk bestand in data met zijn controlegetal; de lijsten die met tagmanifest "
        "beginnen doen dat voor de andere bestanden. Op Linux: sha256sum --check "
        "manifest-sha256.txt. Programma's voor BagIt doen hetzelfde. kaderxl verify doet meer: "
        "het rekent ook de cijfers in de matrix na uit de inzendingen."
    )
    wat = "de dag waarop het BO de matrix vaststelde" if stukken.vastgesteld else "de peildatum"
    yield from _kop("Over de datums")
    yield from _alinea(
        f"De datums in de metadata en in bag-info.txt zijn {schrijf_dag(stukken.datum)}: "
        f"{wat}. Zij komen niet van de klok, zodat dezelfde stukken altijd hetzelfde pakket geven."
    )
    yield from _kop("Persoonsgegevens")
    yield from _alinea(
        "In retour en in matrix/besluiten staan bestanden zoals zij zijn ontvangen. In hun "
        "eigenschappen kan de naam staan van wie ze opsloeg. Mailadressen van afzenders zijn niet "
        "gearchiveerd. De metadata noemt alleen organisaties."
    )


def _status(stukken: Stukken) -> str:
    if stukken.vastgesteld is None:
        return "CONCEPT: het BO heeft deze matrix niet vastgesteld."
    return f"Vastgesteld door het BO op {schrijf_dag(stukken.vastgesteld)}."


def _kop(tekst: str) -> Iterator[str]:
    yield from ("", tekst, "-" * len(tekst))


def _alinea(tekst: str) -> Iterator[str]:
    yield from ("", fill(tekst, _BREED, break_long_words=False, break_on_hyphens=False))


def _punt(tekst: str) -> Iterator[str]:
    yield fill(
        tekst, _BREED, initial_indent="- ", subsequent_indent="  ", break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip

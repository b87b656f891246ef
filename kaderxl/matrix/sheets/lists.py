"""The sheets to read beside the table: what is missing, what is wrong, whence it came, on what
answers each besluit rests."""

from __future__ import annotations

from collections.abc import Iterator

from ...core import labels as l
from ...core import phrases as say
from ...core.answers import Inzending, Veld, Waarde
from ...core.findings import op_ernst
from ...core.notation import met_eenheid
from ...core.outcome import Matrix
from ...core.post import Stuk
from ...writing.table import Kolom, Tabel
from .. import columns
from ..grounds import besluit_in_woorden, feiten


def ontbrekend(matrix: Matrix) -> Tabel:
    """Every answer that was asked and is not there."""
    rijen = tuple(
        (partij.naam, rij.indicator.code, rij.indicator.tekst, wat)
        for partij in matrix.kader.partijen
        for rij in matrix.rijen
        if partij.code in rij.inbreng
        for voorzet in (rij.inbreng[partij.code],)
        for wat in (("alles",) if voorzet is None else voorzet.ontbreekt)
    )
    kolommen = (
        columns.PARTIJ.breed(26),
        columns.CODE.breed(10),
        Kolom("Indicator", breedte=60),
        Kolom("Wat ontbreekt", breedte=60),
    )
    return Tabel(l.ONTBREKEND, "", kolommen, rijen)


def bevindingen(matrix: Matrix) -> Tabel:
    """Every finding, gravest first, with its place and what to do."""
    rijen = tuple(
        (b.ernst, b.code, b.plek.bestand, b.plek.blad, b.plek.cel, b.tekst, b.actie)
        for b in op_ernst(matrix.bevindingen)
    )
    kolommen = (
        columns.ERNST,
        Kolom("Code", breedte=8),
        columns.BESTAND.breed(30),
        columns.BLAD.breed(14),
        columns.CEL,
        Kolom("Wat is er", breedte=60),
        Kolom("Wat te doen", breedte=60),
    )
    return Tabel(l.BEVINDINGEN, "", kolommen, rijen)


def herkomst(matrix: Matrix) -> Tabel:
    """Each answer as it was written, with the file, sheet, cell and hash it came from."""
    namen = {p.code: p.naam for p in matrix.kader.partijen}
    rijen = tuple(
        (namen[inzending.partij], *herkomst)
        for inzending in matrix.inzendingen
        for herkomst in _herkomst(inzending)
    ) + tuple((namen.get(s.partij, s.partij), *_stuk(s)) for s in matrix.stukken)
    kolommen = (
        columns.PARTIJ.breed(24),
        columns.CODE.breed(13),
        Kolom("Kolom", breedte=13),
        Kolom("Ingevuld", breedte=60),
        columns.BESTAND.breed(60),
        columns.BLAD.breed(14),
        columns.CEL,
        columns.SHA256.breed(68),
    )
    return Tabel(l.HERKOMST, "", kolommen, rijen)


def _herkomst(inzending: Inzending) -> Iterator[tuple[Waarde, ...]]:
    hash_van, eigen = {b.bestand: b.sha256 for b in inzending.ook}, inzending.sha256

    def regel(code: str, kolom: str, veld: Veld, ingevuld: str) -> tuple[Waarde, ...]:
        plek = veld.plek
        return (
            code,
            kolom,
            ingevuld,
            plek.bestand,
            plek.blad,
            plek.cel,
            hash_van.get(plek.bestand, eigen),
        )

    for code, voorzet in inzending.voorzetten.items():
        for kolom, veld in voorzet.velden.items():
            yield regel(code, kolom, veld, met_eenheid(veld.inhoud, ""))
        for m, antwoord in voorzet.waarden.items():
            yield regel(m, l.WAARDE, antwoord.veld, met_eenheid(antwoord.veld.inhoud, ""))
    for nummer, veld in inzending.programma.items():
        yield regel(say.programmacode(nummer), l.PLANNEN, veld, veld.tekst)


def _stuk(stuk: Stuk) -> tuple[Waarde, ...]:
    """What came beside the answers, without the address of anybody."""
    kop = stuk.soort[:1].upper() + stuk.soort[1:]
    naam = stuk.bestand.partition(" ")[2]
    return "", kop, stuk.tekst or naam, stuk.bestand, "", "", stuk.sha256 or stuk.bij


def grondslag(matrix: Matrix) -> Tabel:
    """Each answer as it is now and as it was when the besluit on its afspraak was made."""
    kolommen = (
        Kolom(l.NR, breedte=5),
        columns.CODE.breed(10),
        columns.PARTIJ.breed(24),
        Kolom(l.NU, breedte=60),
        Kolom(l.TOEN, breedte=60),
        Kolom(l.TOEN_BESLUIT, breedte=26),
        Kolom("Sindsdien", breedte=12),
    )
    return Tabel(l.GRONDSLAG, "", kolommen, tuple(_grondslag(matrix)))


def _grondslag(matrix: Matrix) -> Iterator[tuple[Waarde, ...]]:
    namen = {p.code: p.naam for p in matrix.kader.partijen}
    for rij in matrix.rijen:
        nummer, code = rij.indicator.afspraak, rij.indicator.code
        besluit = matrix.besluiten.get(nummer)
        grondslag = matrix.vastgelegd.grondslagen.get(nummer)
        for partij in rij.inbreng:
            nu = feiten(matrix.kader, rij, partij)
            toen, welk, sinds = l.NIET_GEVRAAGD, l.NIET_GEVRAAGD, l.NIET_GEVRAAGD
            if besluit and besluit.kleur:
                # Without a record the besluit was made on what stands here now.
                toen = grondslag.antwoorden.get((code, partij), toen) if grondslag else nu
                welk = besluit_in_woorden(besluit)
                sinds = "gelijk" if toen == nu else "gewijzigd"
            yield nummer, code, namen[partij], nu, toen, welk, sinds

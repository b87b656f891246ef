"""Pure: of several sheets of one kind in a matrix, the one that is read or what must be asked.

People keep the state before a meeting as a copy of a sheet, before the original or behind it,
and decide in either. Names and order prove nothing, so the sheets are told apart by what people
filled in on them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..core import catalogue
from ..core.notation import een_regel, schrijf_datum, schrijf_opsomming
from ..core.rounds import Bevinding, Plek
from ..core.traffic_light import Stoplicht
from ..reading.tables import Cel, Tabel, dag_of_tekst

Rij = tuple[str, int]
"""What a row is about (its code or number), and how many rows above it are about the same."""
Inhoud = Mapping[tuple[Rij, str], object]
"""What is filled in, by row and column, in the form in which it is compared."""
Merk = Callable[[str, str, str], bool]
"""Whether a text under a column, on the row of a code, is a mark that kaderxl made itself."""


@dataclass(frozen=True, slots=True)
class Blad:
    """The cells of a sheet that people may fill in; `inhoud` has those that are filled."""

    plek: Plek
    cellen: Mapping[tuple[Rij, str], Cel]
    inhoud: Inhoud


@dataclass(frozen=True, slots=True)
class Botsing:
    """Cells of one row that belong together, on which the sheets `oneens` differ."""

    rij: Rij
    kolommen: tuple[str, ...]
    oneens: tuple[Blad, ...]


@dataclass(frozen=True, slots=True)
class Keuze:
    """The sheet that is read, but for what is in `botsingen`: that waits for a person."""

    blad: Blad
    botsingen: tuple[Botsing, ...] = ()


def maak_blad(
    plek: Plek,
    cellen: Mapping[tuple[Rij, str], Cel],
    licht: Stoplicht,
    merk: Merk | None = None,
) -> Blad:
    """A sheet of these cells; an own mark of kaderxl counts as empty."""
    gevuld = {
        (rij, kolom): _vergelijkbaar(cel, licht)
        for (rij, kolom), cel in cellen.items()
        if cel and not (merk and merk(rij[0], kolom, cel.tekst))
    }
    return Blad(plek, cellen, gevuld)


def blad_van(
    tabel: Tabel, sleutel: Sequence[str], kolommen: Sequence[str], licht: Stoplicht, merk: Merk
) -> Blad:
    """What people filled in under `kolommen`; the columns of `sleutel` say what a row is about."""
    cellen = {
        (rij, kolom): tabel.cel(nummer, kolom)
        for nummer, rij in _rijen(tabel, sleutel)
        for kolom in kolommen
    }
    return maak_blad(Plek(tabel.bestand, tabel.sheet.name), cellen, licht, merk)


def _rijen(tabel: Tabel, sleutel: Sequence[str]) -> Iterator[tuple[int, Rij]]:
    eerder: Counter[str] = Counter()
    for nummer in tabel.rijen():
        waarover = " ".join(tabel.cel(nummer, kolom).tekst for kolom in sleutel)
        yield nummer, (waarover, eerder[waarover])
        eerder[waarover] += 1


def _vergelijkbaar(cel: Cel, licht: Stoplicht) -> object:
    """A value as it is compared: spaces, and how a colour is written, make no difference."""
    waarde = dag_of_tekst(cel)
    return licht.lees(waarde) or een_regel(waarde) if isinstance(waarde, str) else waarde


def kies(
    bladen: Sequence[Blad],
    groepen: Sequence[tuple[str, ...]],
    bekend: Callable[[], Collection[Inhoud]],
) -> Keuze:
    """The one sheet with something new on it; else where the sheets contradict each other.

    Not new is a sheet on which nothing is filled in, and one with what the matrix bears or bore
    (`bekend`; empty when that is not known). Columns of one of `groepen` belong together: nothing
    of them is taken when one differs.
    """
    anders = _verschillend([blad for blad in bladen if blad.inhoud]) or [bladen[0]]
    if len(anders) > 1 and (al_bekend := bekend()):
        nieuw = [blad for blad in anders if blad.inhoud not in al_bekend]
        anders = nieuw if len(nieuw) == 1 else anders
    return Keuze(anders[0], tuple(_botsingen(anders, groepen)))


def _verschillend(bladen: Sequence[Blad]) -> list[Blad]:
    """The first of the sheets with the same on them."""
    return [b for n, b in enumerate(bladen) if b.inhoud not in [a.inhoud for a in bladen[:n]]]


def _botsingen(bladen: Sequence[Blad], groepen: Sequence[tuple[str, ...]]) -> Iterator[Botsing]:
    for rij in dict.fromkeys(rij for blad in bladen for rij, _ in blad.inhoud):
        for groep in groepen:
            inhouden = [[blad.inhoud.get((rij, kolom)) for kolom in groep] for blad in bladen]
            if any(inhoud != inhouden[0] for inhoud in inhouden):
                yield Botsing(rij, groep, tuple(bladen))


def zeg(soort: str, bladen: Sequence[Blad], keuze: Keuze, bewaard: str) -> Iterator[Bevinding]:
    """What there is to say of the choice; nothing when all sheets have the same on them."""
    for botsing in keuze.botsingen:
        cellen = [_in_cellen(blad, botsing) for blad in botsing.oneens]
        yield catalogue.BLADEN_SPREKEN_TEGEN.bij(
            _plek(botsing),
            soort=soort,
            waar=f" bij {botsing.rij[0]}" if botsing.rij[0] else "",
            inhoud=schrijf_opsomming(cellen),
        )
    if not keuze.botsingen and any(b.inhoud != keuze.blad.inhoud for b in bladen):
        yield catalogue.BLAD_GEKOZEN.bij(
            keuze.blad.plek,
            soort=soort,
            bladen=schrijf_opsomming([f"“{b.plek.blad}”" for b in bladen]),
            gekozen=keuze.blad.plek.blad,
            bewaard=bewaard,
        )


def _in_cellen(blad: Blad, botsing: Botsing) -> str:
    """`“Focuspunten” (I5 bellen, J5 leeg)`: the cells of which one of the sheets has something."""
    kolommen = [
        kolom
        for kolom in botsing.kolommen
        if any((botsing.rij, kolom) in b.inhoud for b in botsing.oneens)
    ]
    cellen = [blad.cellen.get((botsing.rij, kolom)) for kolom in kolommen]
    woorden = [f"{c.adres} {_tekst(c)}" for c in cellen if c is not None and c.adres]
    return f"“{blad.plek.blad}” ({', '.join(woorden) or 'staat er niet'})"


def _tekst(cel: Cel) -> str:
    waarde = dag_of_tekst(cel)
    return een_regel(waarde if isinstance(waarde, str) else schrijf_datum(waarde)) or "leeg"


def _plek(botsing: Botsing) -> Plek:
    """The first of its cells that is filled in."""
    gevuld = (
        blad.plek._replace(cel=blad.cellen[botsing.rij, kolom].adres)
        for blad in botsing.oneens
        for kolom in botsing.kolommen
        if (botsing.rij, kolom) in blad.inhoud
    )
    return next(gevuld)


def zonder_botsingen(tabel: Tabel, sleutel: Sequence[str], keuze: Keuze, basis: Blad) -> Tabel:
    """The table that was chosen, with what waits for a person as it is in `basis`."""
    rijen = [list(rij) for rij in tabel.sheet.rows]
    nummers = {rij: nummer for nummer, rij in _rijen(tabel, sleutel)}
    for botsing in keuze.botsingen:
        for kolom in tabel.kolommen.keys() & set(botsing.kolommen):
            if botsing.rij in nummers:
                stond = basis.cellen.get((botsing.rij, kolom), Cel(None, ""))
                rijen[nummers[botsing.rij]][tabel.kolommen[kolom]] = stond.waarde
    return replace(tabel, sheet=replace(tabel.sheet, rows=rijen)) if keuze.botsingen else tabel

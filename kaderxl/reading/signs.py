"""What somebody may mean by a cell beside the word or the number in it: one list of such signs.

A merge over several answers, a colour without a word, a line through a text, a format that shows
another value, a word that nobody sees, a link, a picture, a text box, an error, a formula without a
result: none of them is read as an answer, and none goes unsaid. Who asks about them says what they
are in its own words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from ..core.notation import schrijf_getal
from ..core.rounds import Plek
from . import Place, Sheet, cell_name
from .tables import Cel, Tabel, gevuld


class Soort(Enum):
    """What kind of sign; behind each the fields of its `Teken`."""

    SAMENGEVOEGD = auto()  # bereik, eerste, aantal: how many more cells it takes in
    GEKLEURD = auto()
    DOORGESTREEPT = auto()  # tekst
    OPMAAK = auto()  # getoond, waarde
    ONZICHTBAAR = auto()  # tekst, waarom
    LINK = auto()  # tekst, adres
    AFBEELDING = auto()
    TEKSTVAK = auto()  # tekst
    FOUTWAARDE = auto()  # waarde
    ZONDER_UITKOMST = auto()


@dataclass(frozen=True, slots=True)
class Teken:
    """One sign, where it stands, and what there is to say of it."""

    soort: Soort
    plek: Plek
    velden: Mapping[str, object] = field(default_factory=dict)


def find_signs(tabel: Tabel, kolommen: Collection[str]) -> Iterator[Teken]:
    """The signs on the cells of a table under these headers; drawings are not among them."""
    sheet, signs = tabel.sheet, tabel.sheet.signs
    plaatsen = {sheet.left + tabel.kolommen[k] for k in kolommen if k in tabel.kolommen}
    rijen = range(sheet.top + tabel.kopregel + 1, sheet.top + len(sheet.rows))

    def hier(cellen: Collection[Place]) -> list[Place]:
        return sorted(p for p in cellen if p[1] in plaatsen and p[0] in rijen) if cellen else []

    yield from _samengevoegd(tabel, plaatsen, rijen)
    for plaats in hier(sheet.painted):
        if not gevuld(_cel(sheet, plaats).waarde):
            yield Teken(Soort.GEKLEURD, _plek(tabel, plaats))
    for plaats in hier(signs.struck):
        if cel := _cel(sheet, plaats):
            yield Teken(Soort.DOORGESTREEPT, _plek(tabel, plaats), {"tekst": cel.tekst})
    for plaats in hier(signs.shown):
        waarde = _cel(sheet, plaats).waarde
        if isinstance(waarde, (int, float, str)) and not isinstance(waarde, bool):
            gelezen = waarde if isinstance(waarde, str) else schrijf_getal(waarde)
            velden = {"getoond": signs.shown[plaats] or "niets", "waarde": gelezen}
            yield Teken(Soort.OPMAAK, _plek(tabel, plaats), velden)
    for plaats in hier(signs.unseen):
        if (cel := _cel(sheet, plaats)) and gevuld(cel.waarde):
            velden = {"tekst": cel.tekst, "waarom": signs.unseen[plaats]}
            yield Teken(Soort.ONZICHTBAAR, _plek(tabel, plaats), velden)
    for plaats in hier(signs.links):
        tekst, adres = _cel(sheet, plaats).tekst, signs.links[plaats]
        if not _zegt(tekst, adres):
            yield Teken(
                Soort.LINK, _plek(tabel, plaats), {"tekst": tekst or "(leeg)", "adres": adres}
            )
    for plaats in hier(sheet.errors):
        yield Teken(Soort.FOUTWAARDE, _plek(tabel, plaats), {"waarde": sheet.errors[plaats]})
    for plaats in hier(sheet.formulas):
        if not sheet.formulas[plaats] and plaats not in sheet.errors:
            yield Teken(Soort.ZONDER_UITKOMST, _plek(tabel, plaats))


def find_drawn(bestand: str, sheet: Sheet) -> Iterator[Teken]:
    """The text boxes and the pictures of a whole sheet."""
    for plaats, tekst in sorted(sheet.signs.boxes.items()):
        yield Teken(Soort.TEKSTVAK, _op(bestand, sheet, plaats), {"tekst": tekst})
    for plaats in sorted(sheet.signs.pictures):
        yield Teken(Soort.AFBEELDING, _op(bestand, sheet, plaats))


def _samengevoegd(tabel: Tabel, plaatsen: Collection[int], rijen: range) -> Iterator[Teken]:
    """Merged ranges that take in more of the cells than the one that is seen."""
    for (boven, links), (laatste, rechts) in tabel.sheet.merges:
        kolommen = [k for k in plaatsen if links <= k <= rechts]
        erin = range(max(boven, rijen.start), min(laatste + 1, rijen.stop))
        aantal = len(erin) * len(kolommen) - (boven in erin and links in kolommen)
        if aantal > 0:
            eerste = cell_name(boven, links)
            bereik = f"{eerste}:{cell_name(laatste, rechts)}"
            velden = {"bereik": bereik, "eerste": eerste, "aantal": aantal}
            yield Teken(Soort.SAMENGEVOEGD, tabel.plek(eerste), velden)


def _zegt(tekst: str, adres: str) -> bool:
    """Whether a text is the address behind it itself, as programs make of one that is typed."""
    kaal = adres.removeprefix("mailto:").removeprefix("https://").removeprefix("http://")
    return kaal.rstrip("/").casefold() in tekst.casefold()


def _cel(sheet: Sheet, plaats: Place) -> Cel:
    rij, kolom = plaats[0] - sheet.top, plaats[1] - sheet.left
    binnen = 0 <= rij < len(sheet.rows) and 0 <= kolom < len(sheet.rows[rij])
    return Cel(sheet.rows[rij][kolom] if binnen else None, cell_name(*plaats))


def _plek(tabel: Tabel, plaats: Place) -> Plek:
    return _op(tabel.bestand, tabel.sheet, plaats)


def _op(bestand: str, sheet: Sheet, plaats: Place) -> Plek:
    return Plek(bestand, sheet.name, cell_name(*plaats))

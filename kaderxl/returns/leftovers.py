"""What stands in a return beside its answers: every such cell becomes a finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

from ..core import catalogue, labels as l
from ..core.action_points import Stand
from ..core.notation import celvolgorde
from ..core.rounds import Bevinding, Plek
from ..reading import Document, Place, Sheet, Value, cell_name
from ..reading.formats.unseen import HIDDEN_ROW
from ..reading.signs import Soort, Teken, find_drawn, find_signs
from ..reading.tables import Cel, Tabel, gevuld
from ..sheets.layout import ANTWOORDEN
from ..sheets.printed import EigenTeksten
from ..sheets.remarks import zonder_opmerkingen
from ..writing.choices import SHEET as KEUZES
from .headers import is_together

_MEESTE = 0.8
_MEESTE_LOS = 1000  # a sheet of Excel has room for a million rows, and so has the list of findings
_INVUL = (*ANTWOORDEN, l.PLANNEN, l.ANTWOORD, l.AKKOORD)
_GELEZEN = (*_INVUL, l.CODE)
_KEUZES = frozenset((*map(str, Stand), *l.LOPEND_WOORDEN))
BEVINDING_VAN = {
    Soort.SAMENGEVOEGD: catalogue.CELLEN_SAMENGEVOEGD,
    Soort.DOORGESTREEPT: catalogue.DOORGESTREEPT,
    Soort.OPMAAK: catalogue.GETALOPMAAK,
    Soort.ONZICHTBAAR: catalogue.ANTWOORD_ONZICHTBAAR,
    Soort.LINK: catalogue.LINK_ACHTER_TEKST,
    Soort.AFBEELDING: catalogue.AFBEELDING,
    Soort.TEKSTVAK: catalogue.TEKSTVAK,
    Soort.FOUTWAARDE: catalogue.FOUTWAARDE,
    Soort.ZONDER_UITKOMST: catalogue.FORMULE_ZONDER_UITKOMST,
}
"""What is said of each sign; of a colour `recognise` does, who knows which rows ask for one."""


def find_leftovers(
    bestand: str, document: Document, tabellen: Iterable[Tabel], eigen: EigenTeksten
) -> Iterator[Bevinding]:
    """A finding for each cell that is neither an answer nor kaderxl's own text.

    Also for comments, for error values, and for formulas where an answer should stand. A
    sheet is ours when it bears the labels of the hidden sheet, or the title of Uitleg or
    Opmerkingen.
    """
    per_blad = {id(tabel.sheet): tabel for tabel in tabellen}
    for sheet in document.sheets:
        yield from _begrensd(_op_het_blad(bestand, sheet, per_blad.get(id(sheet)), eigen))


def _op_het_blad(
    bestand: str, sheet: Sheet, tabel: Tabel | None, eigen: EigenTeksten
) -> Iterator[Bevinding]:
    if tabel is None:
        yield from _ander_blad(bestand, sheet, eigen)
    else:
        yield from _rond_de_tabel(tabel, eigen)
        yield from _formules_en_fouten(tabel)
        yield from _tekens(t for t in find_signs(tabel, _INVUL) if not _weggevouwen(tabel, t))
    yield from _tekens(find_drawn(bestand, sheet))
    for (rij, kolom), tekst in sorted(sheet.comments.items()):
        plek = Plek(bestand, sheet.name, cell_name(rij, kolom))
        yield catalogue.OPMERKING_GEVONDEN.bij(plek, tekst=tekst)


def _weggevouwen(tabel: Tabel, teken: Teken) -> bool:
    """Whether a cell is not seen because a correction workbook folds away what is fine."""
    if l.BEKIJKEN not in tabel.kolommen or teken.velden.get("waarom") != HIDDEN_ROW:
        return False
    rij = int("".join(filter(str.isdigit, teken.plek.cel))) - 1 - tabel.sheet.top
    return tabel.cel(rij, l.BEKIJKEN).tekst == l.JA_OF_NEE[1]


def _begrensd(bevindingen: Iterator[Bevinding]) -> Iterator[Bevinding]:
    """The first of them, and one that speaks for all the others."""
    yield from islice(bevindingen, _MEESTE_LOS)
    rest = [bevinding.plek for bevinding in bevindingen]
    if rest:
        cellen = sorted((plek.cel for plek in rest), key=celvolgorde)
        yield catalogue.MEER_LOSSE_TEKST.bij(
            rest[0], aantal=len(rest), eerste=cellen[0], laatste=cellen[-1]
        )


def _ander_blad(bestand: str, sheet: Sheet, eigen: EigenTeksten) -> Iterator[Bevinding]:
    van_ons = eigen.tekent(chain.from_iterable(sheet.rows))
    al_gezien: Counter[str] = Counter()
    niets_bij = van_ons and eigen.vult_ander_blad(chain.from_iterable(sheet.rows))
    niets_bij = niets_bij or _is_keuzelijst(sheet)
    for nummer, rij in enumerate(() if niets_bij else sheet.rows, sheet.top):
        for kolom, waarde in enumerate(rij, sheet.left):
            if gevuld(waarde) and not (van_ons and eigen.op_ander_blad(str(waarde), al_gezien)):
                plek = Plek(bestand, sheet.name, cell_name(nummer, kolom))
                yield from _losse_tekst(plek, waarde)
    for (nummer, kolom), fout in sorted(sheet.errors.items()):
        plek = Plek(bestand, sheet.name, cell_name(nummer, kolom))
        yield catalogue.FOUTWAARDE.bij(plek, waarde=fout)
    for (nummer, kolom), met_uitkomst in sorted(sheet.formulas.items()):
        if not met_uitkomst and (nummer, kolom) not in sheet.errors:
            plek = Plek(bestand, sheet.name, cell_name(nummer, kolom))
            yield catalogue.FORMULE_ZONDER_UITKOMST.bij(plek)


def _is_keuzelijst(sheet: Sheet) -> bool:
    """Whether it is the hidden sheet with what people choose from, and nothing else is on it."""
    woorden = {waarde for rij in sheet.rows for waarde in rij if gevuld(waarde)}
    return sheet.name == KEUZES and woorden <= _KEUZES


def _rond_de_tabel(tabel: Tabel, eigen: EigenTeksten) -> Iterator[Bevinding]:
    kop_van = {plaats: kop for kop, plaats in tabel.kolommen.items()}
    hernoemd = _hernoemde_kolommen(tabel, eigen)
    dubbel = {plaats for _, plaats in tabel.dubbel}
    na_te_gaan = _na_te_gaan(tabel, eigen)
    niet_gerekend = _niet_gerekend(tabel)
    for nummer, rij in enumerate(tabel.sheet.rows):
        if nummer in tabel.herhaald:
            continue
        for kolom in na_te_gaan if nummer > tabel.kopregel else range(len(rij)):
            waarde = rij[kolom]
            if not gevuld(waarde) or (nummer, kolom) in niet_gerekend:
                continue
            kop = kop_van.get(kolom, "")
            tekst = str(waarde)
            if nummer == tabel.kopregel:
                eigen_cel = bool(kop) or kolom in dubbel
            elif nummer < tabel.kopregel:
                eigen_cel = eigen.om_de_tabel(tekst)
            elif not kop:
                oude_kop = hernoemd.get(kolom, "")
                eigen_cel = eigen.in_kolom(oude_kop, tekst) or eigen.om_de_tabel(tekst)
            else:
                eigen_cel = eigen.in_kolom(kop, tekst)
            if not eigen_cel:
                yield from _losse_tekst(tabel.plek(tabel.adres(nummer, kolom)), waarde)


def _niet_gerekend(tabel: Tabel) -> set[Place]:
    """The cells of our own formulas that show nought, where a program saved them and reckons
    nothing: by their row and column in `sheet.rows`."""
    sheet, van_ons = tabel.sheet, formulas_of_ours(tabel)
    plaatsen = ((r - sheet.top, k - sheet.left) for r, k in sheet.formulas if van_ons(r, k))
    return {(r, k) for r, k in plaatsen if gevuld(w := sheet.rows[r][k]) and w == 0}


def _na_te_gaan(tabel: Tabel, eigen: EigenTeksten) -> list[int]:
    """The columns with a cell under the header that is no answer and not literally ours."""
    rijen = tabel.sheet.rows[tabel.kopregel + 1 :]
    kop_van = {plaats: kop for kop, plaats in tabel.kolommen.items()}
    return [
        kolom
        for kolom, waarden in enumerate(zip(*rijen, strict=True))
        if (kop := kop_van.get(kolom, "")) not in _GELEZEN and not eigen.vult_kolom(kop, waarden)
    ]


def _hernoemde_kolommen(tabel: Tabel, eigen: EigenTeksten) -> dict[int, str]:
    """Columns under a strange header that hold a column of ours, by their place in the sheet."""
    gevonden: dict[int, str] = {}
    rijen = tabel.sheet.rows[tabel.kopregel + 1 :]
    bekend = set(tabel.kolommen.values())
    for kolom in range(len(rijen[0]) if rijen else 0):
        if kolom in bekend:
            continue
        teksten = [str(rij[kolom]) for rij in rijen if gevuld(rij[kolom])]
        for kop in eigen.kolommen.keys() - tabel.kolommen.keys():
            van_ons = sum(eigen.in_kolom(kop, tekst) for tekst in teksten)
            if van_ons > len(rijen) / 2 and van_ons >= len(teksten) * _MEESTE:
                gevonden[kolom] = kop
    return gevonden


def _tekens(tekens: Iterable[Teken]) -> Iterator[Bevinding]:
    for teken in tekens:
        if regel := BEVINDING_VAN.get(teken.soort):
            yield regel.bij(teken.plek, **teken.velden)


def _losse_tekst(plek: Plek, waarde: Value) -> Iterator[Bevinding]:
    """What a correction workbook remarked is ours; what somebody wrote beside it is not."""
    rest = zonder_opmerkingen(Cel(waarde, plek.cel).tekst)
    if rest:
        yield catalogue.LOSSE_TEKST.bij(plek, tekst=rest)


def _formules_en_fouten(tabel: Tabel) -> Iterator[Bevinding]:
    """Formulas and error values, but for what `find_signs` tells of the cells that are filled in.

    Ours stand in the column Controle, and a few above the table. Only where we read does a formula
    without a result hide an answer; elsewhere a finding for each column says enough.
    """
    sheet = tabel.sheet
    kopregel = sheet.top + tabel.kopregel
    plaats = {kop: kolom + sheet.left for kop, kolom in tabel.kolommen.items()}
    antwoorden = {plaats[kop] for kop in (*ANTWOORDEN, l.AKKOORD) if kop in plaats}
    invul = {plaats[kop] for kop in _INVUL if kop in plaats}
    onder = range(kopregel + 1, sheet.top + len(sheet.rows))
    ernaast: dict[int, list[Plek]] = {}
    van_ons = formulas_of_ours(tabel)

    for (rij, kolom), fout in sorted(sheet.errors.items()):
        if not van_ons(rij, kolom) and not (rij in onder and kolom in invul):
            yield catalogue.FOUTWAARDE.bij(tabel.plek(cell_name(rij, kolom)), waarde=fout)
    for (rij, kolom), met_uitkomst in sorted(sheet.formulas.items()):
        if van_ons(rij, kolom) or (rij, kolom) in sheet.errors:
            continue
        plek = tabel.plek(cell_name(rij, kolom))
        if met_uitkomst:
            if rij > kopregel and kolom in antwoorden:
                yield catalogue.FORMULE_GELEZEN.bij(plek)
        elif rij > kopregel and kolom == plaats.get(l.CODE):
            yield catalogue.FORMULE_ZONDER_UITKOMST.bij(plek)
        elif rij in onder and kolom in invul:
            continue
        else:
            ernaast.setdefault(kolom, []).append(plek)
    for plekken in ernaast.values():
        yield catalogue.FORMULES_ERNAAST.bij(plekken[0], aantal=len(plekken))


def formulas_of_ours(tabel: Tabel) -> Callable[[int, int], bool]:
    """Whether a formula in a cell of the sheet is where ours stand."""
    sheet, kopregel = tabel.sheet, tabel.sheet.top + tabel.kopregel
    plaats = {kop: kolom + sheet.left for kop, kolom in tabel.kolommen.items()}
    boven = [cel for cel in sheet.formulas if cel[0] < kopregel]
    samen = is_together(tabel)
    koppen = (l.ANTWOORD, l.TOELICHTING, l.CONTROLE) if samen else (l.WAARDE,)
    # Who moves the columns of the table leaves these where they were.
    hier = [cel for cel in boven if cel[1] in {plaats.get(kop) for kop in koppen}]
    tellers = hier if len(boven) > len(koppen) else boven
    tellers = tellers if len(tellers) <= len(koppen) else []

    def van_ons(rij: int, kolom: int) -> bool:
        if rij > kopregel:
            return kolom == plaats.get(l.CONTROLE)
        return (rij, kolom) in tellers

    return van_ons

"""Of which kader and ronde a matrix workbook is, by the sheet and the place where kaderxl says so.

A partij can write the same words in an answer, which stands on other sheets: they are never looked
for there.
"""

from __future__ import annotations

import re

from ..core import catalogue, labels as l, phrases as say
from ..core.cycle import HALFJAARLIJKS, Cyclus
from ..core.findings import NietUitgevoerd
from ..core.identity import MATRIX, Kenmerk, vind_kenmerken
from ..core.kader import Kader
from ..core.notation import plat
from ..core.rounds import Plek, Ronde
from ..reading import Document, Sheet
from ..reading.cells import cell_name
from ..reading.tables import Cel


def day_on(sheet: Sheet, label: str) -> Cel | None:
    """The cell for a day of the BO; None on any sheet but Samenvatting and its copies."""
    return beside(sheet, label) if _is_summary(sheet) else None


def day_is_formula(sheet: Sheet, label: str) -> bool:
    cel = day_on(sheet, label)
    return cel is not None and cel.adres in {cell_name(*plaats) for plaats in sheet.formulas}


def _is_summary(sheet: Sheet) -> bool:
    """By its name; under another one by what stands in its first column: the label of the kenmerk,
    with the kenmerk of a matrix beside it."""
    if plat(sheet.name).startswith(plat(l.SAMENVATTING)):
        return True
    return _kenmerk(beside(sheet, l.MATRIXKENMERK, first_column=True)) is not None


def beside(sheet: Sheet, label: str, *, first_column: bool = False) -> Cel | None:
    """The cell to the right of a label; None where the label is not on the sheet."""
    lengte, wat = range(len(label), len(label) + 15), plat(label)
    for rij, cellen in enumerate(sheet.rows, sheet.top):
        kolommen = cellen[: 1 - min(sheet.left, 1)] if first_column else cellen[:-1]
        for kolom, waarde in enumerate(kolommen):
            if isinstance(waarde, str) and len(waarde) in lengte and plat(waarde) == wat:
                rechts = cellen[kolom + 1] if kolom + 1 < len(cellen) else None
                return Cel(rechts, cell_name(rij, sheet.left + kolom + 1))
    return None


def kenmerk_of(document: Document, cyclus: Cyclus) -> Kenmerk | None:
    """The kenmerk that the matrix bears; None when it bears none."""
    cellen = (beside(sheet, l.MATRIXKENMERK) for sheet in document.sheets if _is_summary(sheet))
    return next((k for cel in cellen if (k := _kenmerk(cel, cyclus)) is not None), None)


def is_fictional(document: Document) -> bool:
    """Whether it says of itself, as the title of a sheet, that it is a made-up example."""
    titels = (sheet.rows[0][0] for sheet in document.sheets if sheet.rows and not sheet.top)
    return any(isinstance(titel, str) and titel.startswith(l.FICTIEF) for titel in titels)


def check_belongs(bestand: Plek, kenmerk: Kenmerk | None, kader: Kader, ronde: Ronde) -> None:
    """Raises NietUitgevoerd for the matrix of another kader or another ronde."""
    if kenmerk is None:
        return
    eigen = kader.instellingen.kenmerk
    if kenmerk.kader != eigen:
        velden = {"kenmerk": str(kenmerk), "kader": kader.instellingen.kader, "eigen": eigen}
        raise NietUitgevoerd(catalogue.MATRIX_ANDER_KADER.bij(bestand, **velden))
    if kenmerk.ronde != ronde:
        velden = {"ronde": say.naam_van(kenmerk.ronde), "gevraagd": say.naam_van(ronde)}
        raise NietUitgevoerd(catalogue.MATRIX_ANDERE_RONDE.bij(bestand, **velden))


def check_titles(bestand: Plek, document: Document, kader: Kader, ronde: Ronde) -> None:
    """The same for a workbook without a kenmerk: above each table the ronde is said as well."""
    titels = (sheet.rows[0][0] for sheet in document.sheets if sheet.rows and not sheet.top)
    namen = {str(f) for f in (*kader.cyclus.fasen, *HALFJAARLIJKS.fasen)}
    vorm = re.compile(rf", ((?:{'|'.join(map(re.escape, sorted(namen)))}) [0-9]{{4}})$")
    gezegd = {t[1] for titel in titels if (t := vorm.search(str(titel)))}
    if gezegd and say.naam_van(ronde) not in gezegd:
        velden = {"ronde": min(gezegd), "gevraagd": say.naam_van(ronde)}
        raise NietUitgevoerd(catalogue.MATRIX_ANDERE_RONDE.bij(bestand, **velden))


def check_as_real(bestand: Plek, fictional: bool, ronde_is: bool) -> None:
    """Raises NietUitgevoerd for a made-up matrix in a real ronde, or the reverse."""
    if fictional and not ronde_is:
        raise NietUitgevoerd(catalogue.MATRIX_VERZONNEN.bij(bestand))
    if ronde_is and not fictional:
        raise NietUitgevoerd(catalogue.MATRIX_NIET_VERZONNEN.bij(bestand))


def _kenmerk(cel: Cel | None, cyclus: Cyclus = HALFJAARLIJKS) -> Kenmerk | None:
    gevonden = vind_kenmerken(cel.tekst, cyclus) if cel is not None else []
    return next((k for k in gevonden if isinstance(k, Kenmerk) and k.partij == MATRIX), None)

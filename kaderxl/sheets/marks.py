"""What a correction workbook points at: marks that go when a cell is right, and what is fine
folded away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..core import labels as l
from ..core.answers import Cel
from ..core.text import getrimd
from ..core.values import celgetal, dagnummer
from ..writing.addresses import cell_address as adres
from ..writing.grid import als_formule
from .checks import GOED
from .layout import ANTWOORDEN
from .rows import Rijen

_LANGSTE = 1000


def merken(rijen: Rijen) -> Iterator[tuple[int, int, str]]:
    """The cells (row, column) that were remarked on, each with what is true as long as it, what it
    was laid beside, and its check are as they were."""
    assert rijen.opmerkingen is not None, "only a correction workbook has remarks"
    plaatsen = dict(_antwoordcellen(rijen))
    zolang: dict[tuple[int, int], list[str]] = {}
    for samen in sorted(rijen.opmerkingen.gemerkt):
        hier = [cel for cel in samen if cel in plaatsen]
        if samen[0] in hier:
            zoals_het_stond = [_is_nog(adres(*plaatsen[cel]), _stond(rijen, cel)) for cel in hier]
            voorwaarde = ",".join((*zoals_het_stond, *_zegt_nog(rijen, samen[0][0])))
            for cel in hier:
                zolang.setdefault(plaatsen[cel], []).append(f"AND({voorwaarde})")
    for (rij, kolom), formules in sorted(zolang.items()):
        yield rij, kolom, f"=OR({','.join(dict.fromkeys(formules))})"


def _antwoordcellen(rijen: Rijen) -> Iterator[tuple[Cel, tuple[int, int]]]:
    for vraag in rijen.vragenlijst.regels:
        for naam in ANTWOORDEN:
            if (kolom := rijen.kolommen.van(vraag, naam)) is not None:
                yield (vraag.code, naam), (rijen.plaats.rij[vraag.code], kolom)
    for plan in rijen.vragenlijst.programma:
        yield (plan.code, l.PLANNEN), (rijen.plaats.rij[plan.code], rijen.kolommen.toelichting)


def _stond(rijen: Rijen, cel: Cel) -> object:
    code, naam = cel
    return rijen.opdracht.antwoorden.get(code, {}).get(naam)


def _is_nog(cel: str, stond: object) -> str:
    if isinstance(stond, bool):
        return f'OR({cel}={str(stond).upper()},TRIM({cel})="{"Ja" if stond else "Nee"}")'
    if isinstance(stond, date):
        return f"{cel}={dagnummer(stond):.15g}"
    if (getal := celgetal(stond)) is not None:
        return f"{cel}={getal:.15g}"
    tekst = getrimd(stond)
    if len(tekst) > _LANGSTE:
        return f"LEN({cel})={len(str(stond))}"
    return f"TRIM({cel})={als_formule(tekst)}"


def _zegt_nog(rijen: Rijen, code: str) -> Iterator[str]:
    """Whether Controle says what it said; of what it does not see it says nothing."""
    zei = rijen.controles.get(code)
    if zei is not None and zei not in GOED:
        yield f"{adres(rijen.plaats.rij[code], rijen.kolommen.controle)}={als_formule(zei)}"


def vouw_in(rijen: Rijen) -> None:
    """Show only the indicatoren with a remark, by a filter that anybody can take off."""
    blad, plaats = rijen.blad, rijen.plaats
    kolom, laatste = rijen.kolommen.plaats(l.BEKIJKEN), max(plaats.rij.values())
    for rij in range(plaats.eerste, laatste + 1):
        woord = l.JA_OF_NEE[not rijen.op.is_te_zien(rij)]
        blad.write_string(rij, kolom, woord, rijen.werkboek.cel(align="center"))
    blad.autofilter(plaats.kopregel, kolom, laatste, kolom)
    blad.filter_column(kolom, f"x == {l.JA_OF_NEE[0]}")

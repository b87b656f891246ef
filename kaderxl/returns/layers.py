"""Returns as layers to lay on each other, and what was laid as one return again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..core import catalogue, labels as l
from ..core.answers import Antwoordregel, Cel, Return, Veld
from ..core.kader import Pas
from ..core.notation import een_regel, lees_reden
from ..core.rounds import NERGENS, Bevinding, Plek
from ..core.traffic_light import Stoplicht
from ..core.values import celgetal
from ..sheets.layout import ANTWOORDEN
from .merging import Laid, Layer

Cells = Mapping[Cel, Veld]


def cells_of(inzending: Return) -> Cells:
    """The answer cells that a return has, empty ones too; a plan for next year by its code."""
    cells = {
        (code, kolom): veld
        for code, regel in inzending.regels.items()
        for kolom, veld in zip(ANTWOORDEN, regel.velden, strict=True)
    } | {(code, l.PLANNEN): veld for code, veld in inzending.programma.items()}
    return {cel: veld for cel, veld in cells.items() if veld.plek.cel}


def as_layer(inzending: Return, licht: Stoplicht) -> Layer:
    """A return as it is laid on others, its cells and its base as they are compared."""
    shows = {
        cel: _compared(cel[1], veld, licht)
        for cel, veld in cells_of(inzending).items()
        if veld or (veld.plek.blad, veld.plek.cel) not in inzending.onleesbaar
    }
    base = {
        cel: _compared(cel[1], Veld(inhoud, NERGENS), licht)
        for cel, inhoud in inzending.uitgangspunt.antwoorden.items()
    }
    leads = {
        cel: (code, l.WAARDE)
        for code, rijen in inzending.getoond.items()
        for rij in rijen
        for cel in ((rij, l.BEOORDELING), (rij, l.REDEN), (rij, l.TOELICHTING), (rij, l.WAARDE))
        if cel != (code, l.WAARDE)
    }
    return Layer(shows, base, leads)


def takes_back(inzending: Return) -> bool:
    """Whether an answer that stood in it when it was handed out was emptied."""
    return any(
        not veld and (veld.plek.blad, veld.plek.cel) not in inzending.onleesbaar
        for cel, veld in cells_of(inzending).items()
        if inzending.uitgangspunt.antwoorden.get(cel) not in (None, "")
    )


def _compared(kolom: str, veld: Veld, licht: Stoplicht) -> str:
    """The text by which two cells are the same: a day is its number, a colour its word."""
    if not veld:
        return ""
    getal = celgetal(veld.inhoud)
    # A program shows and keeps fifteen digits.
    tekst = een_regel(veld.tekst) if getal is None else f"{getal:.15g}"
    if kolom == l.BEOORDELING:
        return str(licht.lees(tekst) or tekst)
    if kolom == l.REDEN:
        letters = {lees_reden(tekst, kleur.redenen) for kleur in licht.met_reden} - {None}
        return letters.pop() or tekst if len(letters) == 1 else tekst
    return tekst


def compose(returns: Sequence[Return], laid: Laid) -> Return:
    """The return that they are together: every cell has the place in the file that it is from.

    It bears the name and the hash of the newest of which anything counts.
    """
    of = sorted(laid.of) or [len(returns) - 1]
    cells = {i: cells_of(returns[i]) for i in of}
    head = returns[of[-1]]

    def veld(cel: Cel) -> Veld:
        step = laid.steps.get(cel)
        if step is not None and cel in cells.get(step.by, ()):
            return cells[step.by][cel]
        places = (cells[i][cel].plek for i in reversed(of) if cel in cells[i])
        return Veld(None, next(places, Plek(head.bestand)))

    getoond = _seen(returns, of, laid)
    codes = dict.fromkeys(code for i in reversed(of) for code in returns[i].regels)
    plannen = dict.fromkeys(code for i in reversed(of) for code in returns[i].programma)
    return replace(
        head,
        fictief=any(returns[i].fictief for i in of),
        regels={
            code: Antwoordregel(code, *(veld((code, kolom)) for kolom in ANTWOORDEN))
            for code in codes
        },
        programma={code: veld((code, l.PLANNEN)) for code in plannen},
        bevindingen=tuple(_findings(returns, of, laid)),
        bevestigingen=frozenset(_confirmations(returns, of, laid)),
        pas=Pas(
            frozenset(getoond),
            frozenset[str]().union(*(returns[i].pas.zelf for i in of)) - frozenset(getoond),
            any(returns[i].pas.eerste for i in of),
        ),
        getoond=getoond,
    )


def _findings(returns: Sequence[Return], of: Sequence[int], laid: Laid) -> Iterator[Bevinding]:
    """What was found in the files, but for cells that another file has answered since.

    A row is missing when none of them has it.
    """
    weg = Counter(
        b.tekst for i in of for b in returns[i].bevindingen if b.code == catalogue.CODE_WEG.code
    )
    for i in reversed(of):
        at = {veld.plek: cel for cel, veld in cells_of(returns[i]).items()}
        for b in returns[i].bevindingen:
            step = laid.steps.get(at[b.plek]) if b.plek in at else None
            answered = step is not None and step.by > i
            elsewhere = b.code == catalogue.CODE_WEG.code and (
                i != of[-1] or weg[b.tekst] < len(of)
            )
            if not answered and not elsewhere:
                yield b


def _seen(returns: Sequence[Return], of: Sequence[int], laid: Laid) -> dict[str, Mapping[str, str]]:
    """The voorzetten as they were shown on the sheet that gave the reaction, by indicator."""
    seen: dict[str, Mapping[str, str]] = {}
    for i in of:
        for code, rijen in returns[i].getoond.items():
            step = laid.steps.get((code, l.WAARDE))
            if step is None or step.by == i or code not in seen:
                seen[code] = rijen
    return seen


def _confirmations(returns: Sequence[Return], of: Sequence[int], laid: Laid) -> Iterator[str]:
    """The indicatoren of which the sheet that gave the colour asked a confirmation only."""
    for code in frozenset[str]().union(*(returns[i].bevestigingen for i in of)):
        step = laid.steps.get((code, l.BEOORDELING))
        if code in returns[step.by if step else of[-1]].bevestigingen:
            yield code


def renamed(inzending: Return, naam: str) -> Return:
    """The same return, of a file with another name, in every place that it names."""

    def plek(oud: Plek) -> Plek:
        return oud._replace(bestand=naam)

    def veld(oud: Veld) -> Veld:
        return oud._replace(plek=plek(oud.plek))

    return replace(
        inzending,
        bestand=naam,
        tabel=plek(inzending.tabel),
        regels={
            code: Antwoordregel(code, *map(veld, regel.velden))
            for code, regel in inzending.regels.items()
        },
        programma={code: veld(plan) for code, plan in inzending.programma.items()},
        bevindingen=tuple(replace(b, plek=plek(b.plek)) for b in inzending.bevindingen),
    )

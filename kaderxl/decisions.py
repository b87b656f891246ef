"""The besluiten in a matrix workbook that people have edited, read back from its cells."""

from __future__ import annotations

import re
from datetime import datetime

from . import errors
from . import labels as l
from .model import Besluit, Bevinding, Kader, Waarde
from .notation import lees_beoordeling
from .reading import Document
from .tables import Cel, Tabel, vind_tabel

_KOLOMMEN = ("Afspraak", "Code", l.BESLUIT, l.BESLUIT_REDEN, l.DATUM_BO)
_NODIG = ("Code", l.BESLUIT)


def read_decisions(
    bestand: str, document: Document, kader: Kader, bewaard: str
) -> tuple[dict[int, Besluit], list[Bevinding]] | None:
    """The besluiten by number of the afspraak; None when the workbook has no such table.

    A besluit on an afspraak that no longer exists is a finding that names `bewaard`, the
    copy that keeps it. What is no colour is carried over as written, and reported.
    """
    tabellen = [vind_tabel(bestand, sheet, _KOLOMMEN, _NODIG) for sheet in document.sheets]
    tabel = next((t for t in tabellen if t is not None), None)
    if tabel is None:
        return None
    nummers = {i.code: i.afspraak for i in kader.indicatoren}
    besluiten: dict[int, Besluit] = {}
    bevindingen: list[Bevinding] = []
    for rij in tabel.rijen():
        code = tabel.cel(rij, "Code").tekst
        besluit = _besluit(tabel, rij, nummers.get(code, 0))
        if not besluit:
            continue
        if code not in nummers:
            bevindingen.append(
                errors.BESLUIT_ONBEKENDE_AFSPRAAK.bij(
                    besluit.plek, code=code, besluit=besluit.kleur, bewaard=bewaard
                )
            )
            continue
        gekozen = besluiten.setdefault(besluit.afspraak, besluit)
        if gekozen.kleur != besluit.kleur:
            bevindingen.append(_botsing(gekozen, besluit))
        elif besluit.kleur and lees_beoordeling(besluit.kleur) is None:
            plek = besluit.plek
            bevindingen.append(errors.BESLUIT_ONBEKEND.bij(plek, besluit=besluit.kleur))
    return besluiten, bevindingen


def _botsing(gekozen: Besluit, ander: Besluit) -> Bevinding:
    return errors.BESLUITEN_BOTSEN.bij(
        ander.plek,
        nummer=ander.afspraak,
        besluiten=f"{gekozen.kleur or '(leeg)'} en {ander.kleur or '(leeg)'}",
        gekozen=gekozen.kleur or "(leeg)",
    )


def _besluit(tabel: Tabel, rij: int, nummer: int) -> Besluit:
    cel = tabel.cel(rij, l.BESLUIT)
    kleur, reden = (_zonder_verwijzing(tabel.cel(rij, k)) for k in (l.BESLUIT, l.BESLUIT_REDEN))
    gelezen = lees_beoordeling(kleur) if kleur else None
    return Besluit(
        nummer, gelezen or kleur, reden, _datum(tabel.cel(rij, l.DATUM_BO)), tabel.plek(cel)
    )


def _zonder_verwijzing(cel: Cel) -> str:
    """The text of a cell, but nothing for the `zie A01-I1` and `–` that the other rows carry."""
    return "" if re.fullmatch(r"zie \S+|–", cel.tekst) else cel.tekst


def _datum(cel: Cel) -> Waarde:
    if isinstance(cel.waarde, datetime):
        return cel.waarde.date()
    return _zonder_verwijzing(cel) or None

"""The besluiten in a matrix workbook that people have edited, read back from its cells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from . import errors
from . import labels as l
from .model import Besluit, Bevinding, Kader, Waarde
from .notation import lees_beoordeling, schrijf_datum
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
    eerste_code = {i.afspraak: i.code for i in reversed(kader.indicatoren)}
    besluiten: dict[int, Besluit] = {}
    bevindingen: list[Bevinding] = []
    for rij in tabel.rijen():
        code = tabel.cel(rij, "Code").tekst
        nummer = nummers.get(code, 0)
        besluit = _besluit(tabel, rij, nummer, eerste_code.get(nummer, code))
        if not besluit:
            continue
        if code not in nummers:
            bevindingen.append(
                errors.BESLUIT_ONBEKENDE_AFSPRAAK.bij(
                    besluit.plek, code=code, besluit=_in_woorden(besluit), bewaard=bewaard
                )
            )
            continue
        gekozen = besluiten.get(nummer, besluit)
        besluiten[nummer] = samen = _vul_aan(gekozen, besluit)
        if _vul_aan(besluit, gekozen) != replace(samen, plek=besluit.plek):
            bevindingen.append(_botsing(gekozen, besluit, bewaard))
        elif besluit.kleur and lees_beoordeling(besluit.kleur) is None:
            bevindingen.append(errors.BESLUIT_ONBEKEND.bij(besluit.plek, besluit=besluit.kleur))
    return besluiten, bevindingen


def _vul_aan(eerste: Besluit, ander: Besluit) -> Besluit:
    """The first besluit, with what it leaves empty taken from the other."""
    return replace(
        eerste,
        kleur=eerste.kleur or ander.kleur,
        reden=eerste.reden or ander.reden,
        datum=eerste.datum or ander.datum,
    )


def _botsing(gekozen: Besluit, ander: Besluit, bewaard: str) -> Bevinding:
    return errors.BESLUITEN_BOTSEN.bij(
        ander.plek,
        nummer=ander.afspraak,
        besluiten=f"{_in_woorden(gekozen)} en {_in_woorden(ander)}",
        gekozen=_in_woorden(gekozen),
        bewaard=bewaard,
    )


def _in_woorden(besluit: Besluit) -> str:
    datum = schrijf_datum(besluit.datum) if isinstance(besluit.datum, date) else besluit.datum
    delen = (besluit.kleur, besluit.reden, str(datum or ""))
    return " / ".join(deel for deel in delen if deel)


def _besluit(tabel: Tabel, rij: int, nummer: int, eerste_code: str) -> Besluit:
    """The three cells of a row, without the marks kaderxl puts on the later rows itself."""
    kleur, reden, datum = (tabel.cel(rij, k) for k in (l.BESLUIT, l.BESLUIT_REDEN, l.DATUM_BO))
    tekst = "" if kleur.tekst == f"zie {eerste_code}" else kleur.tekst
    return Besluit(
        nummer,
        (lees_beoordeling(tekst) if tekst else None) or tekst,
        "" if reden.tekst == l.NIET_GEVRAAGD else reden.tekst,
        _datum(datum),
        tabel.plek(kleur),
    )


def _datum(cel: Cel) -> Waarde:
    if isinstance(cel.waarde, datetime):
        return cel.waarde.date()
    if isinstance(cel.waarde, date):
        return cel.waarde
    return "" if cel.tekst == l.NIET_GEVRAAGD else cel.tekst

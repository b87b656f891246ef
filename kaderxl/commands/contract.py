"""The --json documents: their keys are a contract with whoever scripts kaderxl."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..core.answers import Voorzet, Waarde
from ..core.kader import Kader
from ..core.outcome import Matrix, Matrixrij, Vastgelegd
from ..core.rounds import Bevinding

if TYPE_CHECKING:  # a command brings only what is its own
    from ..template.planning import Termijn
    from ..template.read import Sjabloon
    from .adopt import Adopted
    from .archive import Archived
    from .calendar import Agenda
    from .check import Compared
    from .collect import Collected
    from .generate import Generated
    from .history import History
    from .mail import Mails, Verzonden
    from .merge import Merged
    from .status import Status
    from .verify import Verified


Json = dict[str, Any]


def bevinding(b: Bevinding) -> Json:
    return {
        "code": b.code,
        "ernst": b.ernst,
        "bestand": b.plek.bestand,
        "blad": b.plek.blad,
        "cel": b.plek.cel,
        "tekst": b.tekst,
        "actie": b.actie,
    }


def check(sjabloon: Sjabloon) -> Json:
    kader = sjabloon.kader
    return {
        "gemeente": kader.instellingen["gemeente"] if kader else None,
        "partijen": len(kader.partijen) if kader else 0,
        "afspraken": len(kader.afspraken) if kader else 0,
        "indicatoren": len(kader.indicatoren) if kader else 0,
        "bevindingen": [bevinding(b) for b in sjabloon.bevindingen],
        "vragen": [
            {
                "nr": v.nummer,
                "over": v.over,
                "vraag": v.vraag,
                "bron": v.bron,
                "antwoord": v.antwoord,
            }
            for v in (kader.vragen if kader else ())
        ],
    }


def compared(resultaat: Compared) -> Json:
    """What `check` gives, and what changed since the older template."""
    return {
        **check(resultaat.sjabloon),
        "vergeleken_met": resultaat.oud,
        "wijzigingen": [
            {"onderwerp": w.onderwerp, "code": w.code, "soort": w.soort, "tekst": w.tekst}
            for w in resultaat.wijzigingen
        ],
    }


def generated(resultaat: Generated) -> Json:
    return {
        "ronde": str(resultaat.ronde),
        "invulbladen": [
            {
                "partij": blad.partij.naam,
                "bestand": str(blad.bestand),
                "indicatoren": blad.indicatoren,
                "bevindingen": [bevinding(blad.bevinding)] if blad.bevinding else [],
            }
            for blad in resultaat.invulbladen
        ],
    }


def collected(resultaat: Collected) -> Json:
    return {
        "ronde": str(resultaat.ronde),
        "inzendingen": [
            {
                "bestand": i.bestand,
                "herkomst": i.herkomst,
                "sha256": i.sha256,
                "status": i.status,
                "partij": i.partij or None,
                "herstel": str(i.herstel) if i.herstel else None,
                "bevindingen": [bevinding(b) for b in i.bevindingen],
            }
            for i in resultaat.inzendingen
        ],
    }


def status(resultaat: Status) -> Json:
    return {
        "ronde": str(resultaat.ronde),
        "partijen": [
            {
                "partij": p.partij.naam,
                "ontvangen": p.ontvangen,
                "ingevuld": p.ingevuld,
                "gevraagd": p.gevraagd,
            }
            for p in resultaat.partijen
        ],
        "inleverdag": str(resultaat.inleverdag) if resultaat.inleverdag else None,
        "termijnen": [_termijn(t) for t in resultaat.termijnen],
    }


def _termijn(termijn: Termijn) -> Json:
    return {
        "dag": str(termijn.dag),
        "titel": termijn.titel,
        "vast": termijn.vast,
        "intern": termijn.intern,
    }


def mails(resultaat: Mails, gegaan: Verzonden | None = None) -> Json:
    """The drafts; after sending also what became of each."""
    uitkomst = {v.concept.partij.code: v for v in gegaan.verzendingen} if gegaan else {}
    document: Json = {"ronde": str(resultaat.ronde), "fictief": resultaat.fictief, "mails": []}
    for mail in resultaat.mails:
        concept, nu = mail.concept, uitkomst.get(mail.partij.code)
        erbij = nu.bevindingen if nu else ()
        document["mails"].append(
            {
                "partij": mail.partij.naam,
                "soort": concept.soort if concept else None,
                "aan": concept.partij.email if concept else None,
                "cc": list(concept.instellingen.cc) if concept else [],
                "onderwerp": concept.onderwerp if concept else None,
                "bijlagen": [b.naam for b in concept.bijlagen] if concept else [],
                "bestand": str(mail.bestand) if mail.bestand else None,
                "verzonden": bool(mail.verzonden or (nu and nu.verzonden)),
                "bevindingen": [bevinding(b) for b in (*mail.bevindingen, *erbij)],
            }
        )
    return document


def agenda(resultaat: Agenda) -> Json:
    return {
        "agenda": str(resultaat.bestand),
        "agenda_gemeente": str(resultaat.bestand_gemeente),
        "termijnen": [_termijn(t) for t in resultaat.termijnen],
    }


def merged(resultaat: Merged) -> Json:
    matrix = resultaat.matrix
    return {
        "ronde": str(matrix.ronde),
        "matrix": str(resultaat.bestand),
        "publicatie": _pad(resultaat.publicatie),
        "indicatoren": [_indicator(matrix, rij) for rij in matrix.rijen],
        "afspraken": [_afspraak(matrix, a.nummer) for a in matrix.kader.afspraken],
        "vastgelegd": vastgelegd(matrix.kader, matrix.vastgelegd),
        "bevindingen": [bevinding(b) for b in (*matrix.bevindingen, *resultaat.over_publicatie)],
    }


def adopted(resultaat: Adopted) -> Json:
    return {
        "ronde": str(resultaat.merged.matrix.ronde),
        "bewijs": str(resultaat.bewijs),
        "matrix": str(resultaat.merged.bestand),
        "publicatie": _pad(resultaat.merged.publicatie),
        "begrepen": vastgelegd(resultaat.merged.matrix.kader, resultaat.begrepen),
        "bevindingen": [bevinding(b) for b in resultaat.bevindingen],
    }


def vastgelegd(kader: Kader, v: Vastgelegd) -> Json:
    """What people settled; by number of the afspraak, or by code where there is a code."""
    namen = {p.code: p.naam for p in kader.partijen}
    return {
        "vastgesteld": _waarde(v.vastgesteld) or None,
        "besluiten": [
            {"nummer": n, "kleur": b.kleur, "reden": b.reden, "datum": _waarde(b.datum) or None}
            for n, b in v.besluiten.items()
        ],
        "afgesproken": [
            {"code": c, "waarde": _waarde(a.waarde), "toelichting": a.toelichting}
            for c, a in v.afgesproken.items()
        ],
        "focuspunten": [
            {"nummer": n, "actie": f.actie, "wie": f.wie, "wanneer": _waarde(f.wanneer) or None}
            for n, f in v.focuspunten.items()
        ],
        "stemmingen": [
            {
                "nummer": n,
                "moderator": s.moderator,
                "vanaf": _waarde(s.vanaf) or None,
                "stemmen": {namen[code]: stem for code, stem in s.stemmen.items()},
            }
            for n, s in v.stemmingen.items()
        ],
        "jaarprogramma": [
            {
                "nummer": n,
                "programma": r.activiteiten,
                "trekker": r.trekker,
                "begin": _waarde(r.start) or None,
                "einde": _waarde(r.einde) or None,
                "focuspunt": r.focuspunt,
                "besluit": r.besluit,
            }
            for n, r in v.programma.items()
        ],
        "notities": dict(v.notities),
    }


def _pad(pad: Path | None) -> str | None:
    return str(pad) if pad else None


def archived(resultaat: Archived) -> Json:
    return {
        "ronde": str(resultaat.ronde),
        "archief": str(resultaat.map),
        "versie": resultaat.versie,
        "nieuw": resultaat.nieuw,
        "concept": resultaat.concept,
        "bestanden": resultaat.bestanden,
        "bevindingen": [bevinding(b) for b in resultaat.open_fouten],
    }


def verified(resultaat: Verified) -> Json:
    return {
        "archieven": [
            {
                "archief": str(archief.map),
                "ronde": str(archief.ronde) if archief.ronde else None,
                "bestanden": archief.bestanden,
                "in_orde": not archief.bevindingen,
                "nagerekend": archief.nagerekend,
                "bevindingen": [bevinding(b) for b in archief.bevindingen],
            }
            for archief in resultaat.archieven
        ]
    }


def _indicator(matrix: Matrix, rij: Matrixrij) -> Json:
    namen = {p.code: p.naam for p in matrix.kader.partijen}
    return {
        "code": rij.indicator.code,
        "afspraak": rij.indicator.afspraak,
        "voorstel": rij.voorstel,
        "verschil": bool(rij.open_verschillen),
        "verschillen": [v.wat for v in rij.open_verschillen],
        "besproken": [v.wat for v in rij.verschillen if v.besproken],
        "stand": rij.stand,
        "standen": [
            {
                "code": s.code,
                "omschrijving": s.omschrijving,
                "waarde": s.waarde,
                "tekst": s.tekst,
                "volledig": s.volledig,
            }
            for s in rij.standen
        ],
        "volledig": rij.volledig,
        "open": rij.indicator.open,
        "inbreng": {namen[code]: _inbreng(voorzet) for code, voorzet in rij.inbreng.items()},
    }


def _inbreng(voorzet: Voorzet | None) -> Json | None:
    if voorzet is None:
        return None
    return {
        "beoordeling": voorzet.beoordeling,
        "reden": voorzet.reden or None,
        "toelichting": voorzet.toelichting,
        "waarden": {code: _waarde(a.waarde) for code, a in voorzet.waarden.items()},
        "als_geschreven": {
            **{kolom: veld.tekst for kolom, veld in voorzet.velden.items()},
            **{code: a.veld.tekst for code, a in voorzet.waarden.items()},
        },
    }


def _waarde(waarde: Waarde) -> str | int | float | bool | None:
    """Numbers and booleans as they are, a date as ISO 8601, null for what has no reading."""
    return waarde if waarde is None or isinstance(waarde, (str, int, float)) else str(waarde)


def history(resultaat: History) -> Json:
    t = resultaat.tijdlijn
    return {
        "bestanden": [str(pad) for pad in resultaat.bestanden],
        "rondes": [
            {
                "ronde": str(ronde),
                "gehouden": ronde in t.gehouden,
                "bron": resultaat.bronnen.get(ronde),
            }
            for ronde in t.rondes
        ],
        "op_rij": {str(a.nummer): t.trends[a.nummer].reeks or None for a in t.afspraken},
        "tabellen": {
            naam: json.loads(tabel.to_json(orient="records"))
            for naam, tabel in resultaat.tabellen.items()
        },
        "bevindingen": [bevinding(b) for b in resultaat.bevindingen],
    }


def _afspraak(matrix: Matrix, nummer: int) -> Json:
    besluit = matrix.besluiten.get(nummer)
    return {
        "nummer": nummer,
        "voorstel": matrix.voorstellen.get(nummer),
        "besluit": besluit.kleur or None if besluit else None,
        "reden_besluit": besluit.reden or None if besluit else None,
        "datum_bo": str(besluit.datum) if besluit and besluit.datum else None,
    }

"""The matrix and what was settled in it, as keys for a script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from ..core.answers import Voorzet
from ..core.kader import Kader
from ..core.numbering import Nummer
from ..core.outcome import Matrix, Matrixrij, Vastgelegd
from ..core.proposals import Stempunt, Wijzigingsvoorstel
from .result import Json, source_json, value_json


def vastgelegd_json(kader: Kader, v: Vastgelegd) -> Json:
    """What people settled; by number of the afspraak, or by code where there is a code."""
    namen = {p.code: p.naam for p in kader.partijen}
    return {
        "vastgesteld": value_json(v.vastgesteld) or None,
        "geen_bod": value_json(v.geen_bod) or None,
        "besluiten": [
            {
                "nummer": n,
                "kleur": b.kleur,
                "reden": b.reden,
                "datum": value_json(b.datum) or None,
                "toelichting": b.toelichting,
            }
            for n, b in v.besluiten.items()
        ],
        "afgesproken": [
            {"code": c, "waarde": value_json(a.waarde), "toelichting": a.toelichting}
            for c, a in v.afgesproken.items()
        ],
        "focuspunten": [
            {"nummer": n, "actie": f.actie, "wie": f.wie, "wanneer": value_json(f.wanneer) or None}
            for n, f in v.focuspunten.items()
        ],
        "stemmingen": [
            {
                "nummer": n,
                "moderator": s.moderator,
                "vanaf": value_json(s.vanaf) or None,
                "stemmen": {namen[code]: stem for code, stem in s.stemmen.items()},
            }
            for n, s in v.stemmingen.items()
        ],
        "jaarprogramma": [
            {
                "nummer": n,
                "programma": r.activiteiten,
                "trekker": r.trekker,
                "begin": value_json(r.start) or None,
                "einde": value_json(r.einde) or None,
                "focuspunt": r.focuspunt,
                "besluit": r.besluit,
            }
            for n, r in v.programma.items()
        ],
        "notities": dict(v.notities),
        "wijzigingen": [_wijziging(w) for w in v.wijzigingen.values()],
        "stempunten": [_stempunt(punt, namen) for punt in v.stempunten.values()],
    }


def _stempunt(punt: Stempunt, namen: Mapping[str, str]) -> Json:
    return {
        "code": punt.code,
        "vraag": punt.vraag,
        "opties": dict(punt.opties),
        "moderator": punt.moderator,
        "overleg_tot": value_json(punt.tot) or None,
        "stemmen": {namen.get(code, code): stem for code, stem in punt.stemmen.items()},
        "besloten": punt.uitkomst,
        "datum": value_json(punt.datum) or None,
    }


def _wijziging(v: Wijzigingsvoorstel) -> Json:
    """What is filled in of a proposal, and what was decided."""
    velden = {veld.name: value_json(getattr(v, veld.name)) for veld in fields(v)}
    return {naam: waarde if waarde != "" else None for naam, waarde in velden.items()}


def inzendingen_json(matrix: Matrix) -> list[Json]:
    """The files that the answers of each partij are of, the newest last."""
    namen = {p.code: p.naam for p in matrix.kader.partijen}
    return [
        {"partij": namen[i.partij], "bestanden": [source_json(b) for b in i.bestanden]}
        for i in matrix.inzendingen
    ]


def indicator_json(matrix: Matrix, rij: Matrixrij) -> Json:
    namen = {p.code: p.naam for p in matrix.kader.partijen}
    return {
        "code": rij.indicator.code,
        "afspraak": rij.indicator.afspraak,
        "voorstel": rij.voorstel,
        "verschil": bool(rij.open_verschillen),
        "verschillen": [v.wat for v in rij.open_verschillen],
        "besproken": [v.wat for v in rij.verschillen if v.besproken],
        "besloten": [v.wat for v in rij.verschillen if v.besloten and not v.besproken],
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
        "trekker": namen.get(rij.trekker),
        "inbreng": {namen[code]: _inbreng(voorzet) for code, voorzet in rij.inbreng.items()},
    }


def _inbreng(voorzet: Voorzet | None) -> Json | None:
    if voorzet is None:
        return None
    return {
        "beoordeling": voorzet.beoordeling,
        "reden": voorzet.reden or None,
        "toelichting": voorzet.toelichting,
        "reactie": voorzet.reactie,
        "eerdere_voorzet": voorzet.ouder,
        "waarden": {code: value_json(a.waarde) for code, a in voorzet.waarden.items()},
        "als_geschreven": {
            **{kolom: veld.tekst for kolom, veld in voorzet.velden.items()},
            **{code: a.veld.tekst for code, a in voorzet.waarden.items()},
        },
    }


def afspraak_json(matrix: Matrix, nummer: Nummer) -> Json:
    besluit = matrix.besluiten.get(nummer)
    return {
        "nummer": nummer,
        "voorstel": matrix.voorstellen.get(nummer),
        "besluit": besluit.kleur or None if besluit else None,
        "reden_besluit": besluit.reden or None if besluit else None,
        "datum_bo": str(besluit.datum) if besluit and besluit.datum else None,
    }

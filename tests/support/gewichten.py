"""A kader whose template sets the weight of a vote: `{"stemgewicht per partij": "1"}`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kaderxl.core.kader import Kader
from kaderxl.template.settings import lees_gewichten


def met_gewichten(kader: Kader, gewichten: Mapping[str, str]) -> Kader:
    per_partij, per_geleding = (
        lees_gewichten(gewichten.get(f"stemgewicht per {wie}", "")) or {}
        for wie in ("partij", "geleding")
    )
    gezet = replace(
        kader.instellingen,
        stemgewicht_per_partij=per_partij,
        stemgewicht_per_geleding=per_geleding,
    )
    return replace(kader, instellingen=gezet)

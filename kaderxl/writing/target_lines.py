"""How a line that is aimed at looks in a chart: told from the others not by its colour alone."""

from __future__ import annotations

from .colours import GRIJZE_TEKST

_VORMEN = (
    ("dash", "triangle"),
    ("round_dot", "diamond"),
    ("long_dash_dot", "square"),
    ("solid", "x"),
)


def target_line(nummer: int, punten: int) -> dict[str, object]:
    """The line with this number of those in a chart: its dashes, its marks, and at one of its
    points its name."""
    streep, teken = _VORMEN[nummer % len(_VORMEN)]
    kleur = {"color": GRIJZE_TEKST}
    zonder_naam: dict[str, bool] = {"delete": True}
    return {
        "line": {**kleur, "width": 1.5, "dash_type": streep},
        "marker": {"type": teken, "size": 7, "fill": {"color": "#FFFFFF"}, "border": kleur},
        "data_labels": {
            "series_name": True,
            "position": "above" if nummer % 2 else "below",  # a lower bound comes first
            "custom": [None if n == min(1, punten - 1) else zonder_naam for n in range(punten)],
        },
    }

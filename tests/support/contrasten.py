"""How well a colour can be read on another (WCAG 2.1)."""

from __future__ import annotations


def helderheid(kleur: str) -> float:
    """Relative luminance (WCAG 2)."""
    delen = [int(kleur[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    rood, groen, blauw = (
        deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen
    )
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def contrast(een: str, ander: str) -> float:
    licht, donker = sorted((helderheid(een), helderheid(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)

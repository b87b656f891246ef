"""What a mail says, as blocks, and those blocks as plain text and as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from ..core.text import leesbaar

_TEKST = "font-family:Calibri,Arial,sans-serif;font-size:11pt;color:#1a1a1a;max-width:48em"
_TABEL = "border-collapse:collapse"
_CEL = "border:1px solid #767676;padding:4px 8px;text-align:left;vertical-align:top"
_KOP = f"{_CEL};background:#003d33;color:#ffffff"


@dataclass(frozen=True, slots=True)
class Alinea:
    regels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lijst:
    punten: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.punten)


@dataclass(frozen=True, slots=True)
class Overzicht:
    """A small table; every row has as many cells as there are headers."""

    titel: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]

    def __bool__(self) -> bool:
        return bool(self.rijen)


Blok = Alinea | Lijst | Overzicht


def als_tekst(blokken: Sequence[Blok]) -> str:
    """Plain text; a table becomes a few lines for each of its rows."""
    return leesbaar("\n\n".join(map(_tekst, blokken))) + "\n"


def als_html(blokken: Sequence[Blok], titel: str) -> str:
    """A page that a screen reader can follow: its language, headers of columns and of rows."""
    inhoud = leesbaar("\n".join(map(_html, blokken)))
    return (
        '<!DOCTYPE html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(leesbaar(titel))}</title>\n</head>\n"
        f'<body style="{_TEKST}">\n{inhoud}\n</body>\n</html>\n'
    )


def fragment(html: str) -> str:
    """What is in the body of a page of `als_html`."""
    return html.partition("<body")[2].partition(">")[2].rpartition("</body>")[0].strip()


def _tekst(blok: Blok) -> str:
    match blok:
        case Alinea(regels):
            return "\n".join(regels)
        case Lijst(punten):
            return "\n".join(f"- {punt}" for punt in punten)
        case Overzicht(titel, koppen, rijen):
            return "\n\n".join((titel, *(_rij_als_tekst(koppen, rij) for rij in rijen)))


def _rij_als_tekst(koppen: tuple[str, ...], rij: tuple[str, ...]) -> str:
    """`A01-I1 – opgeleverde woningen`, and below it each further cell with its header."""
    eerste = " – ".join(filter(None, rij[:2]))
    cellen = (
        f"  {kop}: {deel}"
        for kop, cel in zip(koppen[2:], rij[2:], strict=True)
        for deel in cel.splitlines()
    )
    return "\n".join((eerste, *cellen))


def _html(blok: Blok) -> str:
    match blok:
        case Alinea(regels):
            return f"<p>{'<br>'.join(map(escape, regels))}</p>"
        case Lijst(punten):
            return f"<ul>{''.join(f'<li>{escape(punt)}</li>' for punt in punten)}</ul>"
        case Overzicht(titel, koppen, rijen):
            kop = "".join(f'<th scope="col" style="{_KOP}">{escape(k)}</th>' for k in koppen)
            return (
                f'<table style="{_TABEL}">\n<caption style="text-align:left">{escape(titel)}'
                f"</caption>\n<thead><tr>{kop}</tr></thead>\n<tbody>\n"
                f"{''.join(map(_rij_als_html, rijen))}</tbody>\n</table>"
            )


def _rij_als_html(rij: tuple[str, ...]) -> str:
    eerste, *rest = ("<br>".join(map(escape, cel.splitlines())) for cel in rij)
    cellen = "".join(f'<td style="{_CEL}">{cel}</td>' for cel in rest)
    return f'<tr><th scope="row" style="{_CEL};white-space:nowrap">{eerste}</th>{cellen}</tr>\n'

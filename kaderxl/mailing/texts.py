"""The words of a mail: its fields filled in.

A line with a field that has no value is left out, a paragraph with a list or table that is empty
too; a line that begins with `- ` is an item of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from ..core.notation import een_regel
from ..core.phrases import lidwoord
from ..template.mail_texts import VELD, veldnaam
from .body import Alinea, Blok, Lijst, Overzicht

Waarde = str | Lijst | Overzicht
_LIDWOORD = re.compile(r"\bde (?=\{\s*kader\s*\})", re.IGNORECASE)
_PUNT = re.compile(r"\s*-\s+")


def vul_onderwerp(tekst: str, velden: Mapping[str, Waarde]) -> str:
    """One line; a field without a value leaves nothing behind."""
    return een_regel(VELD.sub(lambda treffer: str(velden.get(veldnaam(treffer[1]), "")), tekst))


def vul_tekst(tekst: str, velden: Mapping[str, Waarde]) -> tuple[Blok, ...]:
    """The text as blocks, every field replaced by its value."""
    alineas = re.split(r"\n[^\S\n]*\n\s*", "\n".join(tekst.strip().splitlines()))
    return tuple(blok for alinea in alineas for blok in _blokken(alinea.split("\n"), velden))


def _blokken(regels: list[str], velden: Mapping[str, Waarde]) -> Iterator[Blok]:
    """A paragraph; nothing when a list or a table in it is empty."""
    gevuld = [_gevuld(regel, velden) for regel in regels]
    if any(isinstance(deel, (Lijst, Overzicht)) and not deel for deel in gevuld):
        return
    over = [deel for deel in gevuld if deel]
    for soort, groep in groupby(over, key=_soort):
        delen = list(groep)
        teksten = tuple(deel for deel in delen if isinstance(deel, str))
        if soort == "punt":
            yield Lijst(tuple(_PUNT.sub("", punt, count=1) for punt in teksten))
        elif soort == "regel":
            yield Alinea(teksten)
        else:
            yield from (deel for deel in delen if not isinstance(deel, str))


def _soort(deel: Waarde) -> str:
    if not isinstance(deel, str):
        return "blok"
    return "punt" if _PUNT.match(deel) else "regel"


def _gevuld(regel: str, velden: Mapping[str, Waarde]) -> Waarde:
    """A line with its fields filled in, `` when one has no value, or the block it stands for."""
    kader = lidwoord(str(velden.get("kader", "")))
    regel = _LIDWOORD.sub(f"{kader} " if kader else "", regel)
    alleen = VELD.fullmatch(regel.strip())
    if alleen:
        return velden.get(veldnaam(alleen[1]), "")
    waarden = [velden.get(veldnaam(veld), "") for veld in VELD.findall(regel)]
    if not all(waarden):
        return ""
    return VELD.sub(lambda treffer: str(velden[veldnaam(treffer[1])]), regel).rstrip()

"""The kenmerk on an input sheet: the identity of a return that survives every program."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from .cycle import HALFJAARLIJKS, Cyclus, sleutel_van
from .kader import Kader
from .rounds import Fase, Ronde
from .text import als_code

_VORM = re.compile(
    r"(?<![A-Z0-9-])([A-Z0-9]{1,16})-(\d{4})([A-Z][A-Z0-9]{0,2})-([A-Z0-9]{1,16})-([0-9A-F]{4})-([0-9A-Z]{2})"
    r"(?![A-Z0-9-])"
)
_TEKENS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
MATRIX = "MATRIX"
"""What stands in the place of the partij in the kenmerk of a matrix."""


@dataclass(frozen=True, slots=True)
class Kenmerk:
    """Kader, ronde, partij (codes) and version of the questions, e.g. `AEH-2026E-DV-4F2A-5Z`."""

    kader: str
    ronde: Ronde
    partij: str
    versie: str

    def __str__(self) -> str:
        zonder = f"{self.kader}-{self.ronde.kort}-{self.partij}-{self.versie}"
        return f"{zonder}-{_controletekens(zonder)}"


def versie_van(vragen: str) -> str:
    """Four hexadecimal digits that change when the questions asked change."""
    return sha256(vragen.encode()).hexdigest()[:4].upper()


def matrixkenmerk(kader: Kader, ronde: Ronde) -> str:
    """The kenmerk that a matrix bears; its version changes with the indicatoren."""
    inhoud = "\n".join(f"{i.code}|{i.tekst}" for i in kader.indicatoren)
    return str(Kenmerk(kader.instellingen.kenmerk, ronde, MATRIX, versie_van(inhoud)))


def vind_kenmerken(tekst: str, cyclus: Cyclus) -> list[Kenmerk | str]:
    """Every kenmerk in a text; one whose check character is wrong comes back as text.

    `cyclus` has the rondes that its letter can stand for.
    """
    return [_ontleed(treffer, cyclus) for treffer in _VORM.finditer(als_code(tekst))]


def every_letter(texts: Iterable[str], name: str = "") -> Cyclus:
    """A cycle with each ronde that a kenmerk in these texts can be of, for who has no template to
    ask; `name` is what the ronde is called, as far as that is known."""
    letters = {treffer[3] for text in texts for treffer in _VORM.finditer(als_code(text))}
    return Cyclus(tuple(_fase(letter, sleutel_van(name)) for letter in sorted(letters)))


def _fase(letter: str, sleutel: str) -> Fase:
    known = HALFJAARLIJKS.fase(sleutel) if sleutel else HALFJAARLIJKS.met_letter(1, letter)
    fase = known.fase if isinstance(known, Ronde) else known
    if fase is not None and fase.letter == letter:
        return fase
    sleutel = sleutel or letter.lower()
    return Fase(sleutel, sleutel.replace("-", " "), letter)


def _ontleed(treffer: re.Match[str], cyclus: Cyclus) -> Kenmerk | str:
    kader, jaar, letter, partij, versie, _ = treffer.groups()
    ronde = cyclus.met_letter(int(jaar), letter)
    kenmerk = Kenmerk(kader, ronde, partij, versie) if ronde else None
    return kenmerk if kenmerk and str(kenmerk) == treffer[0] else treffer[0]


def _controletekens(tekst: str) -> str:
    """ISO 7064 MOD 1271-36 over the letters and digits: any one changed or swapped sign shows."""
    rest = 0
    for teken in tekst:
        if teken in _TEKENS:
            rest = (rest + _TEKENS.index(teken)) * 36 % 1271
    hoog, laag = divmod((1 - rest * 36) % 1271, 36)
    return _TEKENS[hoog] + _TEKENS[laag]

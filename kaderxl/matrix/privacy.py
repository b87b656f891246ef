"""What people typed in a matrix, looked over as a return is: it is shared, published and kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from ..core import catalogue
from ..core.notation import schrijf_opsomming
from ..core.outcome import (
    Afgesproken,
    Besluit,
    Focuspunt,
    Programmaregel,
    Stemming,
    Vastgelegd,
)
from ..core.personal_data import lijkt_persoonlijk
from ..core.rounds import NERGENS, Bevinding

_Punt = Besluit | Afgesproken | Focuspunt | Stemming | Programmaregel


def find_personal_data(vastgelegd: Vastgelegd) -> Iterator[Bevinding]:
    """A finding for each thing that seems to speak of a person; it does not quote it."""
    groepen: tuple[tuple[str, Mapping[int, _Punt] | Mapping[str, Afgesproken]], ...] = (
        ("het besluit over afspraak", vastgelegd.besluiten),
        ("wat het AO afsprak bij", vastgelegd.afgesproken),
        ("het focuspunt bij afspraak", vastgelegd.focuspunten),
        ("de stemming over afspraak", vastgelegd.stemmingen),
        ("het jaarprogramma bij afspraak", vastgelegd.programma),
    )
    for waarin, punten in groepen:
        for sleutel, punt in punten.items():
            inhoud = (getattr(punt, veld.name) for veld in fields(punt))
            teksten = [tekst for tekst in inhoud if isinstance(tekst, str)]
            if wat := _persoonlijk(teksten):
                yield catalogue.PERSOONSGEGEVENS_IN_MATRIX.bij(
                    punt.plek, waarin=f"{waarin} {sleutel}", wat=wat
                )
    for code, notitie in vastgelegd.notities.items():
        if wat := _persoonlijk([notitie]):
            velden = {"waarin": f"de notitie bij {code}", "wat": wat}
            yield catalogue.PERSOONSGEGEVENS_IN_MATRIX.bij(NERGENS, **velden)


def find_persons_in(bevindingen: Iterable[Bevinding]) -> Iterator[Bevinding]:
    """The same for what stands beside the yellow cells, which these findings quote in full."""
    for b in bevindingen:
        if wat := _persoonlijk([b.tekst]):
            velden = {"waarin": "wat hier staat", "wat": wat}
            yield catalogue.PERSOONSGEGEVENS_IN_MATRIX.bij(b.plek, **velden)


def _persoonlijk(teksten: list[str]) -> str:
    """What these texts seem to hold, in words, or nothing."""
    gevonden = dict.fromkeys(wat for tekst in teksten for wat in lijkt_persoonlijk(tekst))
    return schrijf_opsomming([*gevonden])

"""What people typed in a matrix, looked over as a return is: it is shared, published and kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..core import catalogue
from ..core.notation import schrijf_opsomming
from ..core.outcome import Vastgelegd
from ..core.personal_data import lijkt_persoonlijk
from ..core.rounds import NERGENS, Bevinding, Plek
from .settled import Plaats, cells_of, naam_van, per_onderwerp


def find_personal_data(
    vastgelegd: Vastgelegd, plekken: Mapping[Plaats, Plek]
) -> Iterator[Bevinding]:
    """A finding for each thing that seems to speak of a person; it does not quote it."""
    for onderwerp, delen in per_onderwerp(cells_of(vastgelegd)).items():
        teksten = {deel: tekst for deel, tekst in delen.items() if isinstance(tekst, str)}
        if wat := _persoonlijk(teksten.values()):
            eerste = next(deel for deel, tekst in teksten.items() if lijkt_persoonlijk(tekst))
            plek = plekken.get((*onderwerp, eerste), NERGENS)
            velden = {"waarin": naam_van(onderwerp), "wat": wat}
            yield catalogue.PERSOONSGEGEVENS_IN_MATRIX.bij(plek, **velden)


def find_persons_in(bevindingen: Iterable[Bevinding]) -> Iterator[Bevinding]:
    """The same for what stands beside the yellow cells, which these findings quote in full."""
    for b in bevindingen:
        if wat := _persoonlijk([b.tekst]):
            velden = {"waarin": "Buiten de gele cellen", "wat": wat}
            yield catalogue.PERSOONSGEGEVENS_IN_MATRIX.bij(b.plek, **velden)


def _persoonlijk(teksten: Iterable[str]) -> str:
    """What these texts seem to hold, in words, or nothing."""
    gevonden = dict.fromkeys(wat for tekst in teksten for wat in lijkt_persoonlijk(tekst))
    return schrijf_opsomming([*gevonden])

"""Pure: rows whose yellow cells hold what stood at another row, as when those alone were sorted.

The words printed beside them stay where they are, so the row itself tells nothing. What stood in
the matrix when it was written does: two rows that went elsewhere as a whole were hardly typed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from ..core import catalogue
from ..core.answers import Waarde
from ..core.findings import Regel
from ..core.notation import schrijf_opsomming
from ..core.rounds import NERGENS, Bevinding
from .settled import Cellen, Ingevuld, Onderwerp, keuze_van, naam_van, op_volgorde, per_onderwerp

Moved = Mapping[Onderwerp, Onderwerp]
"""Where each row stood before, by where it is now."""
_FEWEST = 2


def leave_out_moved(
    ingevuld: Ingevuld, stond: Cellen, gekozen: Collection[str]
) -> tuple[Ingevuld, list[Bevinding]]:
    """What is filled in without the rows that were moved, and what there is to say of them.

    A row that a person chose, by the words of a choice, is taken as it is.
    """
    betwist = set[Onderwerp]()
    gezegd = []
    for moved in _per_kind(ingevuld.cellen, stond):
        weg = {o for o in {*moved, *moved.values()} if keuze_van(o) not in gekozen}
        if weg:
            betwist |= weg
            gezegd.append(_say(catalogue.RIJEN_VERHUISD, ingevuld, moved))
    cellen = {p: w for p, w in ingevuld.cellen.items() if p[:2] not in betwist}
    return replace(ingevuld, cellen=cellen, betwist=ingevuld.betwist | betwist), gezegd


def name_moved(ingevuld: Ingevuld, stond: Cellen) -> Iterator[Bevinding]:
    """The same of the matrix itself, in which it stands as somebody left it."""
    for moved in _per_kind(ingevuld.cellen, stond):
        yield _say(catalogue.RIJEN_VERHUISD_IN_MATRIX, ingevuld, moved)


def _per_kind(komt: Cellen, stond: Cellen) -> Iterator[Moved]:
    """The rows that were moved, of each kind of which more than one was."""
    nu, toen = per_onderwerp(komt), per_onderwerp(stond)
    stood_at: dict[tuple[str, object], list[Onderwerp]] = {}
    for onderwerp, delen in toen.items():
        stood_at.setdefault((onderwerp[0], _whole(delen)), []).append(onderwerp)
    per_kind: dict[str, dict[Onderwerp, Onderwerp]] = {}
    for onderwerp, delen in nu.items():
        rij = _whole(delen)
        from_ = stood_at.get((onderwerp[0], rij), [])
        if len(from_) == 1 and from_[0] != onderwerp and _whole(nu.get(from_[0], {})) != rij:
            per_kind.setdefault(onderwerp[0], {})[onderwerp] = from_[0]
    yield from (moved for moved in per_kind.values() if len(moved) >= _FEWEST)


def _whole(delen: Mapping[str, Waarde]) -> object:
    return tuple(sorted((deel, str(waarde)) for deel, waarde in delen.items()))


def _say(regel: Regel, ingevuld: Ingevuld, moved: Moved) -> Bevinding:
    onderwerpen = sorted(moved, key=op_volgorde)
    eerst = onderwerpen[0]
    plek = next((p for plaats, p in ingevuld.plekken.items() if plaats[:2] == eerst), NERGENS)
    return regel.bij(
        plek,
        aantal=len(moved),
        hier=naam_van(eerst),
        daar=naam_van(moved[eerst]),
        keuzes=schrijf_opsomming([f"--choose “{keuze_van(o)}”" for o in onderwerpen[:3]]),
    )

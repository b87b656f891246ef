"""What a ronde asks back of what was taken on before, kept in its folder beside what rolled on."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date

from ..core.action_points import Actiepunt
from ..core.folder import Dossier
from ..core.kader import Kader
from ..core.numbering import als_nummer, is_nummer
from ..core.values import Waarde
from ..writing.lists import keep_list, read_list
from ..writing.transaction import Transaction

LIJST = "actiepunten.csv"
_KOLOMMEN = ("code", "afspraak", "wat", "wie", "wanneer", "partijen", "uit")


def asked_back(dossier: Dossier) -> tuple[Actiepunt, ...]:
    """What the list of a ronde has; nothing where there is none.

    Raises NietUitgevoerd when it cannot be read.
    """
    _, rijen = read_list(dossier.uitgegeven / LIJST, _KOLOMMEN, _KOLOMMEN[0])
    return tuple(
        Actiepunt(
            rij["code"],
            als_nummer(rij["afspraak"]),
            rij["wat"],
            rij["wie"],
            _dag(rij["wanneer"]),
            tuple(rij["partijen"].split()),
            rij["uit"],
        )
        for rij in rijen
        if rij["code"] and is_nummer(rij["afspraak"])
    )


def keep_asked_back(beurt: Transaction, dossier: Dossier, kader: Kader) -> None:
    """Write with the next commit what the kader of the ronde asks back; no list where that is
    nothing and none is there."""
    keep_list(beurt, dossier.uitgegeven / LIJST, map(_rij, kader.actiepunten), _KOLOMMEN)


def both(nu: Iterable[Actiepunt], al: Iterable[Actiepunt]) -> tuple[Actiepunt, ...]:
    """Those of now, and as they were asked already where they were."""
    return tuple({t.code: t for t in (*nu, *al)}.values())


def _rij(t: Actiepunt) -> dict[str, str]:
    dag = t.wanneer.isoformat() if isinstance(t.wanneer, date) else str(t.wanneer or "")
    cellen = (t.code, str(t.afspraak), t.wat, t.wie, dag, " ".join(t.partijen), t.uit)
    return dict(zip(_KOLOMMEN, cellen, strict=True))


def _dag(tekst: str) -> Waarde:
    with suppress(ValueError):
        return date.fromisoformat(tekst)
    return tekst

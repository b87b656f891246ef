"""Pure: in what order the returns of one partij were saved, as far as anything tells.

A person's choice goes before all. Then the last-saved stamp in the file, else the Date of the mail
around it, else the time of the file on disk; of equal moments the next of these three. Never the
alphabet, and never which came in first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby

from ..core import phrases as say
from ..core.answers import Inzending

_CLOCKS = timedelta(days=1)
"""How far clocks and time zones may be apart."""
_ROUND = "Europe/Amsterdam"


@dataclass(frozen=True, slots=True)
class Moments:
    """When a return was sent and last written on disk, and when it came in (ISO 8601, or "")."""

    verzonden: str = ""
    op_schijf: str = ""
    ontvangen: str = ""


@dataclass(frozen=True, slots=True)
class Filed:
    """A return in the folder; `rang` is 0 or more when a person chose it, for this `reden`."""

    inzending: Inzending
    moments: Moments = Moments()
    rang: int = -1
    reden: str = ""

    @property
    def told(self) -> tuple[tuple[str, datetime], ...]:
        """What tells when it was saved, the first of which decides, each in words.

        A moment after it came in cannot be right and tells nothing.
        """
        return tuple((wat, m) for wat, m in self._all() if not self._is_ahead(m))

    @property
    def ahead(self) -> datetime | None:
        """The first moment that lies after it came in; None when there is none."""
        return next((m for _, m in self._all() if self._is_ahead(m)), None)

    def _all(self) -> Iterator[tuple[str, datetime]]:
        bronnen = (
            ("opgeslagen", moment_of(self.inzending.gewijzigd, utc=True)),
            ("verstuurd", moment_of(self.moments.verzonden)),
            ("op schijf gezet", moment_of(self.moments.op_schijf)),
        )
        return ((wat, moment) for wat, moment in bronnen if moment is not None)

    def _is_ahead(self, moment: datetime) -> bool:
        arrived = moment_of(self.moments.ontvangen)
        return arrived is not None and moment > arrived + _CLOCKS


def moment_of(text: str, utc: bool = False) -> datetime | None:
    """A moment; one without a zone is in UTC, or else by the Dutch clock. None for none."""
    from zoneinfo import ZoneInfo  # only several returns of one partij are put in order

    try:
        moment = datetime.fromisoformat(text)
        if utc or moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC if utc else ZoneInfo(_ROUND))
        return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def in_order(returns: Sequence[Filed]) -> list[list[Filed]]:
    """Oldest first; returns of which nothing tells which is older stand together.

    When of one nothing at all is known it can stand anywhere among those that nobody chose. What
    stands together is in the order of the hashes, so that the order of arrival changes nothing.
    """
    gekozen = sorted((f for f in returns if f.rang >= 0), key=lambda f: f.rang)
    by_hash = sorted(returns, key=lambda f: (f.inzending.sha256, f.inzending.bestand))
    ander = [f for f in by_hash if f.rang < 0]
    if all(f.told for f in ander):
        groups = [list(group) for _, group in groupby(sorted(ander, key=_key), key=_key)]
    else:
        groups = [ander]
    return [*groups, *([f] for f in gekozen)]


def _key(filed: Filed) -> tuple[datetime, ...]:
    """The moment that decides, and those that decide between equals: where one is missing the
    one before it speaks again. () where nothing tells."""
    told = [moment for _, moment in filed.told]
    return tuple((told + told[-1:] * 3)[:3])


def by_arrival(returns: Sequence[Filed]) -> list[list[Filed]]:
    """As an archive of before this order existed counted them: by stamp when each has one."""
    stamped = all(f.inzending.gewijzigd for f in returns)
    ordered = sorted(returns, key=lambda f: (f.rang, f.inzending.gewijzigd if stamped else ""))
    return [[filed] for filed in ordered]


def when(filed: Filed, other: Filed) -> str:
    """When a return was saved, by what tells it from another: `opgeslagen op 3-2-2027 om 9:00:05`.

    "" when nothing is known of it.
    """
    told = filed.told
    if not told:
        return ""
    paren = zip(_key(filed), _key(other), strict=False)
    verschil = next((n for n, (een, ander) in enumerate(paren) if een != ander), 0)
    wat, moment = told[min(verschil, len(told) - 1)]
    return f"{wat} {say.moment(moment.isoformat())}"

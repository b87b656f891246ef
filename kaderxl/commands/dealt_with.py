"""`collect --done`: somebody dealt with a mail or a file that was kept, and waited for her."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..core import catalogue, clock
from ..core.notation import schrijf_dag, schrijf_opsomming
from ..core.post import Soort, Stuk
from ..core.rounds import OUTPUT, Ronde
from ..core.text import zichtbaar
from ..returns.post import Post
from ..writing.locking import starts_over
from .result import Json, Result
from .rounds import open_workspace


@dataclass(frozen=True, slots=True)
class DealtWith(Result):
    """What no longer asks for anybody, and what was done with it."""

    namen: tuple[str, ...]
    hoe: str

    def lines(self) -> Iterator[str]:
        yield zichtbaar(
            f"{schrijf_opsomming(self.namen)}: {self.hoe}. Het staat in retour/post.csv."
        )

    def as_json(self) -> Json:
        return {"namen": [*self.namen], "afgedaan": self.hoe}


@starts_over
def deal_with(
    ronde: Ronde,
    names: Iterable[str],
    *,
    template: Path | None = None,
    output: Path = OUTPUT,
    reason: str = "",
) -> DealtWith:
    """Note that a person dealt with what was kept and waited; `reason` says how.

    A name is that of a file in `retour/post` or the begin of it, or an address that no mail
    reached. Raises NietUitgevoerd when one means nothing that waits, or more than one.
    """
    with open_workspace(ronde, template, output, "collect --done") as werk:
        post, hoe = Post(werk.dossier), reason or f"afgedaan op {schrijf_dag(clock.today())}"
        gevonden = [stuk for naam in names for stuk in _meant(post, naam)]
        post.doe_af(gevonden, hoe)
        post.leg_vast(werk.beurt)
        werk.beurt.commit()
    return DealtWith(tuple(dict.fromkeys(map(_name, gevonden))), hoe)


def _meant(post: Post, naam: str) -> list[Stuk]:
    stukken = post.wachtend(naam)
    if not stukken:
        wacht = schrijf_opsomming([*dict.fromkeys(_name(s) for s in post.stukken if _waits(s))])
        wachten = f"wachten: {wacht}" if wacht else "wacht niets"
        raise catalogue.GEEN_WACHTEND_STUK.weiger(naam, naam=naam, wachten=wachten)
    namen = dict.fromkeys(map(_name, stukken))
    if len(namen) > 1:
        raise catalogue.WACHTEND_ONDUIDELIJK.weiger(naam, naam=naam, namen=", ".join(namen))
    return stukken


def _waits(stuk: Stuk) -> bool:
    return stuk.soort in (Soort.SCHREEF, Soort.NIET_BEZORGD) and not stuk.afgedaan


def _name(stuk: Stuk) -> str:
    return stuk.bestand or stuk.adres

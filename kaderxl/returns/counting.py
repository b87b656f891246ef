"""The returns of one partij counted together: its answers, and what to say of each file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from ..core import catalogue, phrases as say
from ..core.answers import Bronbestand, Inzending
from ..core.findings import Regel
from ..core.kader import Kader
from ..core.rounds import Bevinding, Ernst, Plek, Ronde
from .changes import Changes
from .judge import validate
from .layers import as_layer, compose, renamed
from .merging import Laid, lay
from .order import Filed, by_arrival, in_order, moment_of, when


@dataclass(frozen=True, slots=True)
class Counted:
    """The answers of each partij, and what there is to say of the returns they came from.

    `bij_ontvangst` has by hash what to say of one to who takes it in.
    """

    inzendingen: tuple[Inzending, ...]
    bevindingen: tuple[Bevinding, ...]
    bij_ontvangst: Mapping[str, tuple[Bevinding, ...]] = field(default_factory=dict)


def count(
    returns: Sequence[Filed],
    kader: Kader,
    ronde: Ronde,
    whole: bool = False,
    excluded: Sequence[Inzending] = (),
) -> Counted:
    """What the returns of one partij say together.

    With `whole` the newest counts and nothing of the others, as when an archive of before this was
    made. What was `excluded` does not count by a correction workbook that was made of it either.
    """
    if not any(filed.inzending.bron.uitgangspunt.antwoorden for filed in returns):
        excluded = ()
    if len(returns) == 1 and not excluded:
        return Counted((returns[0].inzending,), ())
    groups = by_arrival(returns) if whole else in_order(returns)
    ordered = [filed for group in groups for filed in group]
    if len({filed.inzending.sha256 for filed in ordered}) == 1 and not excluded:
        return Counted((ordered[-1].inzending,), ())
    layers = [as_layer(filed.inzending.bron, kader.stoplicht) for filed in ordered]
    place = {id(filed): number for number, filed in enumerate(ordered)}
    numbers = [[place[id(filed)] for filed in group] for group in groups]
    without = [as_layer(inzending.bron, kader.stoplicht) for inzending in excluded]
    chosen = {number for number, filed in enumerate(ordered) if filed.rang >= 0}
    laid = lay(layers, numbers[-1:] if whole else numbers, without, chosen)
    partij = kader.partij(ordered[0].inzending.partij)
    assert partij is not None, "a return of an unknown partij is refused"
    changes = Changes(partij.naam, ronde, ordered, layers, laid)
    files = _Files(partij.naam, ronde, ordered, laid)
    per_hash: dict[str, list[Bevinding]] = {}
    for filed, bevinding in files.taken_in():
        per_hash.setdefault(filed.inzending.sha256, []).append(bevinding)
    between = [*changes.findings()]
    serious = [(b, about) for b, about in between if b.ernst is not Ernst.MELDING]
    for bevinding, about in serious:
        for hash_ in {ordered[number].inzending.sha256 for number in about}:
            per_hash.setdefault(hash_, []).append(bevinding)
    bevindingen = (*files.in_matrix(), *(bevinding for bevinding, _ in between))
    bij_ontvangst = {hash_: tuple(lijst) for hash_, lijst in per_hash.items()}
    return Counted((_together(ordered, laid, kader, ronde),), bevindingen, bij_ontvangst)


def _together(ordered: Sequence[Filed], laid: Laid, kader: Kader, ronde: Ronde) -> Inzending:
    """The answers that count. Where they are all of one file it is the return in that file."""
    of = sorted(laid.of)
    hashes = {ordered[i].inzending.sha256 for i in of}
    geschreven = {cel: step.said for cel, step in laid.steps.items()}
    if len(hashes) < 2 and not laid.unclear and not laid.left_out:
        inzending = ordered[max(of, default=-1)].inzending
        return replace(inzending, bron=replace(inzending.bron, geschreven=geschreven))
    naam_van = {ordered[i].inzending.sha256: ordered[i].inzending.bestand for i in of}
    namen = Counter(naam_van.values())
    bronnen = [
        renamed(i.bron, f"{i.sha256[:8]} {i.bestand}") if namen[i.bestand] > 1 else i.bron
        for i in (filed.inzending for filed in ordered)
    ]
    ook = dict.fromkeys(
        Bronbestand(bronnen[i].bestand, bronnen[i].sha256, bronnen[i].gewijzigd) for i in of[:-1]
    )
    samen = validate(replace(compose(bronnen, laid), geschreven=geschreven), kader, ronde)
    return replace(samen, ook=tuple(b for b in ook if b.sha256 != samen.sha256))


# Without slots, so that what is asked often is worked out once.
@dataclass(frozen=True)
class _Files:
    """What there is to say of each file of a partij (its name), in their order."""

    partij: str
    ronde: Ronde
    ordered: Sequence[Filed]
    laid: Laid

    @cached_property
    def head(self) -> Filed:
        """The newest of which anything counts."""
        return self.ordered[max(self.laid.of, default=len(self.ordered) - 1)]

    def in_matrix(self) -> Iterator[Bevinding]:
        if self.head.rang >= 0:
            yield self._say(catalogue.GEKOZEN, self.head, reden=self._reden)
        for filed, soorten in self._others():
            yield self._say(soorten[0], filed)
        for _, bevinding in self._always():
            yield bevinding

    def taken_in(self) -> Iterator[tuple[Filed, Bevinding]]:
        """The same to who takes a file in."""
        for filed, soorten in self._others():
            yield filed, self._say(soorten[-1], filed)
        yield from self._always()

    @property
    def _reden(self) -> str:
        return self.head.reden or "geen reden genoemd"

    def _others(self) -> Iterator[tuple[Filed, tuple[Regel, ...]]]:
        """The files beside the newest that counts, and what to say: in the matrix, and at once."""
        asked = {i for numbers in self.laid.unclear.values() for i in numbers}
        hashes = {self.ordered[i].inzending.sha256 for i in self.laid.of | asked}
        hashes |= {self.head.inzending.sha256}
        for number, filed in enumerate(self.ordered):
            if filed is self.head:
                continue
            if self._aantal(filed):
                gave_way = self.head.rang > filed.rang and self._gave_way(filed)
                yield filed, (catalogue.OOK_GETELD, *[catalogue.DEELS_GEKOZEN] * gave_way)
            elif filed.inzending.sha256 not in hashes:
                yield filed, self._not_counted(number, filed)

    def _not_counted(self, number: int, filed: Filed) -> tuple[Regel, ...]:
        if number > self.ordered.index(self.head) or self._is_level(filed):
            return (catalogue.ZEGT_NIETS_ANDERS,)
        if self.head.rang >= 0:
            return catalogue.NIET_GEKOZEN, catalogue.TELT_NIET
        return catalogue.VERVANGEN, catalogue.OUDER_DAN_ER_IS

    def _gave_way(self, filed: Filed) -> bool:
        """Whether the newest took the place of any of its answers."""
        pairs = ((s.by, s.over) for s in self.laid.steps.values() if s.over is not None)
        return any(
            self.ordered[by] is self.head and self.ordered[over] is filed for by, over in pairs
        )

    def _is_level(self, filed: Filed) -> bool:
        """Whether nothing tells that it is older."""
        return not filed.rang >= 0 and len(in_order([filed, self.head])) == 1

    def _aantal(self, filed: Filed) -> int:
        steps = self.laid.steps.values()
        return sum(
            self.ordered[s.by] is filed and bool(s.value or s.over is not None) for s in steps
        )

    def _say(self, regel: Regel, filed: Filed, **velden: str) -> Bevinding:
        inzending, head = filed.inzending, self.head
        velden |= {
            "partij": self.partij,
            "ronde": say.als_opties(self.ronde),
            "hash": inzending.sha256[:8],
            "ander": head.inzending.bestand,
            "gekozen": head.inzending.bestand,
            "nieuwer": head.inzending.bestand,
            "waarom": _both_moments(head, filed),
            "aantal": say.aantal(self._aantal(filed), "antwoord", "antwoorden"),
        }
        return regel.bij(Plek(inzending.bestand), **velden)

    def _always(self) -> Iterator[tuple[Filed, Bevinding]]:
        """What is said of a file whatever counts: a clock that is ahead, a base that is lost, what
        it merely shows."""
        for number, filed in enumerate(self.ordered):
            if left_out := sum(by == number for by in self.laid.left_out.values()):
                aantal = say.aantal(left_out, "antwoord", "antwoorden")
                yield filed, self._say(catalogue.HERHAALT_UITGESLOTEN, filed, herhaald=aantal)
            basis = filed.inzending.bron.uitgangspunt
            if (ahead := filed.ahead) is not None:
                arrived = moment_of(filed.moments.ontvangen)
                assert arrived is not None, "else nothing is known to lie after it"
                yield (
                    filed,
                    self._say(
                        catalogue.MOMENT_IN_TOEKOMST,
                        filed,
                        moment=say.moment(ahead.isoformat()),
                        ontvangen=say.moment(arrived.isoformat()),
                        anders=when(filed, filed) or "niets: meer is er niet bekend",
                    ),
                )
            if number and not basis.bekend:
                lost, none = catalogue.HERSTELBLAD_ZONDER_STEMPEL, catalogue.ZONDER_STEMPEL
                yield filed, self._say(lost if basis.herstelblad else none, filed)


def _both_moments(newer: Filed, older: Filed) -> str:
    """`opgeslagen op …; deze op …`, so that two files of one name can be told apart."""
    een, ander = when(newer, older), when(older, newer)
    verb = een.partition(" op ")[0]
    return f"{een}; deze {ander.removeprefix(f'{verb} ')}"

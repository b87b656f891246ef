"""What came and went beside the answers of a ronde, for the matrix, the archive and the mails."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from ..core import catalogue
from ..core.folder import Dossier
from ..core.kader import Kader, Mailsoort
from ..core.notation import schrijf_dag
from ..core.post import IN_HERKOMST, Soort, Stuk
from ..core.rounds import Bevinding, Plek
from ..mailing.sending import Verzendlijst
from ..returns.letters import shown
from ..returns.post import Post, open_post, waiting


def beside_the_answers(dossier: Dossier) -> tuple[Stuk, ...]:
    """What belongs beside the answers on Herkomst: first what was sent, then what came.

    Of the mails only those that asked: a receipt of today leaves the matrix of yesterday as it is.
    Raises NietUitgevoerd when a list of them cannot be read.
    """
    gevraagd = Verzendlijst(dossier.verzonden).regels(Mailsoort.INVULBLAD)
    uit = (Stuk(Soort.VERZONDEN, partij, tekst=_uit(*hoe)) for partij, *hoe in gevraagd)
    binnen = (s for s in Post(dossier).stukken if s.soort in IN_HERKOMST and s.partij)
    return (*uit, *binnen)


@dataclass(frozen=True, slots=True)
class Contact:
    """What there was with each partij (code) beside its returns.

    `post` is what still asks for somebody; `gevraagd` when a partij was sent its sheet, empty when
    nothing is known of any; `bronnen` by hash of a return what the municipality filled it in from.
    """

    post: Mapping[str, Sequence[Stuk]] = field(default_factory=dict)
    gevraagd: Mapping[str, str] = field(default_factory=dict)
    bronnen: Mapping[str, str] = field(default_factory=dict)
    bevindingen: tuple[Bevinding, ...] = ()

    def bron_van(self, hashes: Iterable[str]) -> str:
        """From what the municipality filled in one of the returns with these hashes; "" if not."""
        return "; ".join(dict.fromkeys(self.bronnen[h] for h in hashes if h in self.bronnen))


def contact(dossier: Dossier, kader: Kader) -> Contact:
    """Raises NietUitgevoerd when a list of it cannot be read."""
    verzonden = Verzendlijst(dossier.verzonden).regels(Mailsoort.INVULBLAD)
    gevraagd = {partij: wanneer for partij, wanneer, _ in verzonden}
    post = Post(dossier)
    bronnen = {s.bij: s.tekst for s in post.stukken if s.soort == Soort.BRON}
    van_wie = (s for s in waiting(post.stukken) if not kader.partij(s.partij))
    over = (*post.nagezien(), *(mail_waits(s, kader) for s in van_wie))
    return Contact(open_post(post.stukken, kader), gevraagd, bronnen, over)


def mail_waits(stuk: Stuk, kader: Kader) -> Bevinding:
    """That a mail waits until somebody deals with it."""
    partij = kader.partij(stuk.partij)
    wie = partij.naam if partij else stuk.adres or "een onbekende afzender"
    over = f" over {shown(stuk.onderwerp)}" if stuk.onderwerp else ""
    velden = {"wie": wie, "dag": dag_van(stuk.moment), "over": over, "bestand": stuk.bestand}
    return catalogue.MAIL_WACHT.bij(Plek(stuk.bestand), **velden)


def in_woorden(stuk: Stuk) -> str:
    """`schreef op 3 februari 2027`, or that a mail did not arrive."""
    if stuk.soort == Soort.NIET_BEZORGD:
        return f"mail aan {stuk.adres} kwam niet aan: {stuk.tekst}"
    return f"schreef op {dag_van(stuk.moment)}"


def _uit(moment: str, hoe: str) -> str:
    zelf = ", door de gemeente zelf verstuurd" if hoe else ""
    return f"mail met het invulblad, op {dag_van(moment)}{zelf}"


def dag_van(moment: str) -> str:
    """A moment of one of the lists as a day by the clock here: `3 februari 2027`."""
    try:
        return schrijf_dag(datetime.fromisoformat(moment).astimezone())
    except ValueError:
        return moment or "een onbekende dag"

"""What came and went beside the answers of a ronde, for the matrix, the archive and the mails."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from ..core import catalogue, phrases as say
from ..core.folder import Dossier
from ..core.kader import Kader, Mailsoort
from ..core.notation import schrijf_dag
from ..core.post import IN_HERKOMST, Soort, Stuk
from ..core.rounds import Bevinding, Plek, Ronde
from ..mailing.sent import Verzendlijst
from ..returns.letters import shown
from ..returns.post import FILE, Post, open_post, waiting

_MET_BLAD = {Mailsoort.INVULBLAD: "invulblad", Mailsoort.AKKOORD: "akkoordblad"}
"""The mails that asked for answers, and the sheet that went along."""


def beside_the_answers(dossier: Dossier) -> tuple[Stuk, ...]:
    """What belongs beside the answers on Herkomst: first what was sent, then what came.

    Of the mails only those that asked: a receipt of today leaves the matrix of yesterday as it is.
    Raises NietUitgevoerd when a list of them cannot be read.
    """
    lijst = Verzendlijst(dossier.verzonden)
    uit = (
        Stuk(Soort.VERZONDEN, partij, tekst=_uit(blad, *hoe))
        for soort, blad in _MET_BLAD.items()
        for partij, *hoe in lijst.regels(soort)
    )
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
    wachten = (post_waits(s, kader, dossier.ronde) for s in waiting(post.stukken))
    over = (*post.nagezien(), *wachten)
    return Contact(open_post(post.stukken, kader), gevraagd, bronnen, over)


def post_waits(stuk: Stuk, kader: Kader, ronde: Ronde) -> Bevinding:
    """That a mail or a file waits until somebody deals with it."""
    partij = kader.partij(stuk.partij)
    if stuk.bericht.startswith(FILE):
        wat = f"Het bestand {shown(stuk.onderwerp)}{f' van {partij.naam}' if partij else ''}"
    else:
        wie = partij.naam if partij else stuk.adres or "een onbekende afzender"
        over = f" over {shown(stuk.onderwerp)}" if stuk.onderwerp else ""
        over += f": {shown(stuk.tekst)}" if stuk.tekst else ""
        wat = f"Een mail van {wie} van {dag_van(stuk.moment)}{over}"
    velden = {"wat": wat, "bestand": stuk.bestand, "begin": stuk.bestand[:8]}
    return catalogue.POST_WACHT.bij(Plek(stuk.bestand), ronde=say.als_opties(ronde), **velden)


def in_woorden(stuk: Stuk) -> str:
    """`schreef op 3 februari 2027`, or that a mail did not arrive."""
    if stuk.soort == Soort.NIET_BEZORGD:
        return f"mail aan {stuk.adres} kwam niet aan: {stuk.tekst}"
    return f"schreef op {dag_van(stuk.moment)}"


def _uit(blad: str, moment: str, hoe: str) -> str:
    zelf = ", door de gemeente zelf verstuurd" if hoe else ""
    return f"mail met het {blad}, op {dag_van(moment)}{zelf}"


def dag_van(moment: str) -> str:
    """A moment of one of the lists as a day by the clock here: `3 februari 2027`."""
    try:
        return schrijf_dag(datetime.fromisoformat(moment).astimezone())
    except ValueError:
        return moment or "een onbekende dag"

"""What rolled on to a ronde, kept in its folder: its archive must say itself what was asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..core import catalogue, phrases as say
from ..core.findings import NietUitgevoerd
from ..core.folder import Archiefdossier, Dossier
from ..core.kader import Kader, met_doorgeschoven
from ..core.outcome import Matrix
from ..core.rounds import Bevinding, Ronde
from ..writing.lists import keep_list, read_list
from ..writing.transaction import Transaction
from ..years.action_points import promised
from ..years.unfinished import unasked, unfinished
from .asked_back import asked_back, both, keep_asked_back
from .filed import Retour
from .meeting_notes import last_said, notes

LIJST = "doorgeschoven.csv"
_KOLOMMEN = ("code", "uit")


def as_asked(kader: Kader, dossier: Dossier, earlier: Sequence[Matrix] = ()) -> Kader:
    """The kader as the ronde of a dossier asks it: with what those before it left unfinished, and
    with what was taken on in them.

    An archive says itself what that was. So does an open ronde of which answers are in: what was
    asked of a partij stays asked, whatever was decided since. Raises NietUitgevoerd when the list
    of it cannot be read.
    """
    if isinstance(dossier, Archiefdossier):
        return met_doorgeschoven(
            kader, _rolled_on(dossier), asked_back(dossier), last_said(notes(dossier))
        )
    codes = unfinished(kader, dossier.ronde, earlier)
    terug = promised(kader, dossier.ronde, earlier)
    if Retour(dossier).bestanden():
        codes |= _rolled_on(dossier)
        terug = both(terug, asked_back(dossier))
    return met_doorgeschoven(kader, codes, terug, last_said(notes(dossier)))


def check_asked(kader: Kader, ronde: Ronde) -> None:
    """Raises NietUitgevoerd when a ronde asks nobody anything."""
    if not any(kader.vragen_aan(p.code, ronde.jaar) for p in kader.partijen):
        van, tm = kader.looptijd
        raise NietUitgevoerd(
            catalogue.NIETS_GEVRAAGD.bij(ronde=say.naam_van(ronde), looptijd=f"{van}-{tm}")
        )


def out_of_sight(kader: Kader, ronde: Ronde, earlier: Sequence[Matrix]) -> Iterator[Bevinding]:
    """A finding for each afspraak that is not closed while nobody is asked anything about it."""
    for nummer, punt in unasked(kader, ronde, earlier):
        yield catalogue.NIET_MEER_GEVRAAGD.bij(
            nummer=nummer,
            kleur=punt.kleur,
            toen=say.naam_van(punt.ronde),
            ronde=say.naam_van(ronde),
            klaar=kader.stoplicht.klaar,
        )


def _rolled_on(dossier: Dossier) -> frozenset[str]:
    _, rijen = read_list(dossier.uitgegeven / LIJST, _KOLOMMEN, _KOLOMMEN[0])
    return frozenset(rij["code"] for rij in rijen if rij["code"])


def keep_rolled_on(beurt: Transaction, dossier: Dossier, kader: Kader) -> None:
    """Write with the next commit what the kader of the ronde rolled on and asks back; no list
    where nothing did and none is there."""
    keep_asked_back(beurt, dossier, kader)
    jaar = dossier.ronde.jaar
    door = (i for i in kader.indicatoren if i.code in kader.doorgeschoven)
    rijen = ({"code": i.code, "uit": str(i.voorbij(jaar))} for i in door)
    keep_list(beurt, dossier.uitgegeven / LIJST, rijen, _KOLOMMEN)

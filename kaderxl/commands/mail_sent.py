"""`mail --send` and `mail --sent`: drafts that go out, or that somebody sent herself."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..core import catalogue, phrases as say
from ..core.findings import NietUitgevoerd
from ..mailing.drafts import Concept
from ..mailing.drafts_page import day_on, write_drafts_page
from ..mailing.sending import Verzending, controleer_server, hoe_verstuurd, verstuur
from ..mailing.sent import Verzendlijst
from ..mailing.waiting import drafts_in, on_disk
from ..writing.files import schrijf_bestand
from ..writing.locking import alone_in
from .mails import Mail, Mails, Sent, earlier
from .names import codes_of


def check_sendable(mails: Mails) -> tuple[str, ...]:
    """Through which server, as whom and from which address they would go; none when there are none.

    Raises NietUitgevoerd when these mails may not be sent, or the template lacks a setting.
    """
    if mails.fictief:
        raise NietUitgevoerd(catalogue.FICTIEF_NIET_VERSTUREN.bij())
    for concept in mails.klaar[:1]:
        controleer_server(concept.instellingen)
        return hoe_verstuurd(concept.instellingen)
    return ()


def send(mails: Mails) -> Sent:
    """Send the drafts as they were written; each is taken away once it is sent.

    What another command has sent since they were written does not go out again. Raises
    NietUitgevoerd when nothing can be sent at all.
    """
    check_sendable(mails)
    if not mails.klaar:
        return Sent(mails, ())
    with _said_when_stopped(mails), alone_in(mails.dossier.map, "mail --send"):
        lijst = Verzendlijst(mails.dossier.verzonden)
        uitkomsten = []
        te_doen: list[Concept] = []
        bestanden: dict[str, Path] = {}
        for m in mails.mails:
            if m.concept and m.bestand:
                bestanden[m.partij.code] = m.bestand
                if lijst.stand(m.concept) == m.stand:
                    te_doen.append(m.concept)
                else:
                    uitkomsten.append(Verzending(m.concept, False, earlier(lijst, m.concept)))
                    if lijst.wanneer(m.concept):
                        _ruim_op(m.bestand)
        for verzending in verstuur(te_doen, te_doen[0].instellingen, lijst) if te_doen else ():
            uitkomsten.append(verzending)
            if verzending.verzonden:
                _ruim_op(bestanden[verzending.concept.partij.code])
        _leg_bladzijde(mails)
    return Sent(mails, tuple(uitkomsten))


def note_sent(mails: Mails, *, only: Collection[str] | None = None) -> Sent:
    """Note that somebody sent these drafts herself, `only` those to these partijen (None: all).

    Each draft is taken away. Raises NietUitgevoerd for a name there is not, or that has no draft.
    """
    if mails.fictief:
        raise NietUitgevoerd(catalogue.FICTIEF_NIET_VERSTUREN.bij())
    codes = frozenset(p.code for p in mails.partijen)
    if only is not None:
        codes = codes_of(mails.partijen, only)
    with alone_in(mails.dossier.map, "mail --sent"):
        lijst = Verzendlijst(mails.dossier.verzonden)
        chosen = [m for m in mails.mails if m.partij.code in codes and m.concept]
        without = codes - {m.partij.code for m in chosen}
        if only is not None and without:
            namen = ", ".join(p.naam for p in mails.partijen if p.code in without)
            raise NietUitgevoerd(catalogue.GEEN_CONCEPT.bij(namen=namen))
        uitkomsten = [_zelf_verzonden(m, m.concept, lijst) for m in chosen if m.concept]
        _leg_bladzijde(mails)
    return Sent(mails, tuple(uitkomsten), noted=True)


def _zelf_verzonden(mail: Mail, concept: Concept, lijst: Verzendlijst) -> Verzending:
    if lijst.wanneer(concept):
        return Verzending(concept, False, earlier(lijst, concept))
    mislukt = lijst.noteer_zelf(concept)
    if not mislukt and mail.bestand:
        _ruim_op(mail.bestand)
    return Verzending(concept, not mislukt, mislukt)


def _leg_bladzijde(mails: Mails) -> None:
    """The page of the drafts again, without those that went out and are taken away."""
    bestand = mails.dossier.concepten
    if over := drafts_in(on_disk(mails.dossier)):
        schrijf_bestand(bestand, write_drafts_page(over, mails.options, day_on(bestand)))
    else:
        bestand.unlink(missing_ok=True)


@contextmanager
def _said_when_stopped(mails: Mails) -> Iterator[None]:
    """Have who breaks it off know what went out by then."""
    try:
        yield
    except KeyboardInterrupt as stop:
        lijst = Verzendlijst(mails.dossier.verzonden)
        weg = sum(bool(lijst.wanneer(concept)) for concept in mails.klaar)
        aantal = say.aantal(len(mails.klaar), "mail", "mails")
        stop.add_note(f"Verzonden: {weg} van {aantal}. Geef de opdracht weer voor de rest.")
        raise


def _ruim_op(bestand: Path) -> None:
    """Take a draft away; what was attached to it stays, another draft may need it."""
    bestand.unlink(missing_ok=True)
    bestand.with_suffix(".txt").unlink(missing_ok=True)

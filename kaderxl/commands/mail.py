"""`mail`: a draft for every partij, reminders, receipts, and sending them.

Every function takes the template (None: the shipped one) and the folder `output`; what cannot be
done raises NietUitgevoerd. `today` is said or is today.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..core import catalogue
from ..core import labels as l
from ..core import phrases as say
from ..core.findings import NietUitgevoerd
from ..core.folder import Dossier
from ..core.kader import Kader, Mailsoort, Partij
from ..core.notation import een_regel, lees_datum, schrijf_dag
from ..core.rounds import OUTPUT, Bevinding, Plek, Ronde
from ..core.text import zichtbaar
from ..mailing.body import Alinea, Blok, als_html, als_tekst
from ..mailing.drafts import Concept
from ..mailing.drafts_page import write_drafts_page
from ..mailing.sending import Verzending, Verzendlijst, controleer_server, hoe_verstuurd, verstuur
from ..mailing.texts import Waarde, vul_onderwerp, vul_tekst
from ..returns.workspace import Workspace
from ..sheets.questions import stel_vragenlijst_op
from ..template.mail_texts import tekst_voor
from ..template.planning import inleverdag
from ..template.settings import is_adres
from ..writing.files import schrijf_bestand
from ..writing.locking import alone_in, starts_over
from .mail_content import Inhoud, herinneringen, invulbladen, ontvangsten
from .names import codes_of
from .result import (
    Json,
    Result,
    ask_for_a_look,
    finding_lines,
    findings_json,
    lines_by_file,
    path_json,
)
from .rounds import open_workspace

_NAAM = {Mailsoort.INVULBLAD: "Invulblad", Mailsoort.ONTVANGST: "Ontvangst"}
_HERINNERING = "Herinnering"
_WAT = {
    "Invulblad": "Mails met een invulblad",
    _HERINNERING: "Herinneringen",
    "Ontvangst": "Ontvangstbevestigingen",
}


@dataclass(frozen=True, slots=True)
class Mail:
    """What there is to send to a partij; `bestand` is the draft, None when none was written.

    `verzonden` is when it went out earlier, as the list has it; "" when it did not. `stand` is
    what that list said of it when the draft was written.
    """

    partij: Partij
    concept: Concept | None = None
    bestand: Path | None = None
    verzonden: str = ""
    stand: tuple[str, str] = ("", "")
    bevindingen: tuple[Bevinding, ...] = ()

    def lines(self) -> Iterator[str]:
        """To whom, about what, with which attachment, and where it stands."""
        concept = self.concept if self.bestand else None
        yield zichtbaar(f"{self.partij.naam}{': geen mail' if concept is None else ''}")
        if concept is not None:
            yield zichtbaar(f"  aan        {concept.partij.email}")
            if concept.instellingen.cc:
                yield zichtbaar(f"  cc         {', '.join(concept.instellingen.cc)}")
            yield zichtbaar(f"  onderwerp  {concept.onderwerp}")
            for bijlage in concept.bijlagen:
                yield zichtbaar(f"  bijlage    {bijlage.naam}")
            yield zichtbaar(f"  concept    {self.bestand}")
        yield from finding_lines(self.bevindingen)

    def as_json(self, nu: Verzending | None = None) -> Json:
        """The draft; once it was sent also what became of it."""
        concept, erbij = self.concept, nu.bevindingen if nu else ()
        return {
            "partij": self.partij.naam,
            "soort": concept.soort if concept else None,
            "aan": concept.partij.email if concept else None,
            "cc": list(concept.instellingen.cc) if concept else [],
            "onderwerp": concept.onderwerp if concept else None,
            "bijlagen": [b.naam for b in concept.bijlagen] if concept else [],
            "bestand": path_json(self.bestand),
            "verzonden": bool(self.verzonden or (nu and nu.verzonden)),
            "bevindingen": findings_json([*self.bevindingen, *erbij]),
        }


@dataclass(frozen=True, slots=True)
class Mails(Result):
    """The drafts of one command, what they are, and all partijen; `fictief` when it is made up."""

    ronde: Ronde
    dossier: Dossier
    mails: tuple[Mail, ...]
    fictief: bool = False
    over_eerdere: tuple[Bevinding, ...] = ()
    wat: str = ""
    partijen: tuple[Partij, ...] = ()

    @property
    def klaar(self) -> tuple[Concept, ...]:
        """What would be sent now."""
        return tuple(m.concept for m in self.mails if m.concept and m.bestand)

    @property
    def needs_attention(self) -> bool:
        over_mails = (b for m in self.mails for b in m.bevindingen)
        return ask_for_a_look([*self.over_eerdere, *over_mails])

    def lines(self) -> Iterator[str]:
        if self.fictief:
            yield l.FICTIEF
        for mail in self.mails:
            yield from mail.lines()
        yield from lines_by_file(self.over_eerdere)
        aantal = say.aantal(len(self.klaar), "concept", "concepten")
        yield f"{aantal} voor de {say.naam_van(self.ronde)}."

    def as_json(self) -> Json:
        return Sent(self, ()).as_json()


@dataclass(frozen=True, slots=True)
class Sent(Result):
    """The drafts of one command, and what became of those that were sent."""

    mails: Mails
    verzendingen: tuple[Verzending, ...]

    @property
    def needs_attention(self) -> bool:
        gevonden = (b for v in self.verzendingen for b in v.bevindingen)
        return self.mails.needs_attention or ask_for_a_look(gevonden)

    def lines(self) -> Iterator[str]:
        """What became of them; the drafts tell themselves."""
        for verzending in self.verzendingen:
            naam = zichtbaar(verzending.concept.partij.naam)
            yield f"{naam}: {'verzonden' if verzending.verzonden else 'niet verzonden'}"
            yield from finding_lines(verzending.bevindingen)
        aantal = sum(v.verzonden for v in self.verzendingen)
        yield f"{aantal} van {say.aantal(len(self.verzendingen), 'mail', 'mails')} verzonden."

    def as_json(self) -> Json:
        nu = {v.concept.partij.code: v for v in self.verzendingen}
        return {
            "ronde": str(self.mails.ronde),
            "fictief": self.mails.fictief,
            "mails": [mail.as_json(nu.get(mail.partij.code)) for mail in self.mails.mails],
            "bevindingen": findings_json(self.mails.over_eerdere),
        }


@starts_over
def mail(
    ronde: Ronde,
    *,
    template: Path | None = None,
    output: Path = OUTPUT,
    again: Collection[str] = (),
) -> Mails:
    """Write a draft with its input sheet for every partij that is asked something.

    `again` names partijen that get it once more, though it was sent to them already.
    """
    with open_workspace(ronde, template, output, "mail") as werk:
        return _schrijf(werk, "Invulblad", invulbladen(werk), again)


@starts_over
def remind(
    ronde: Ronde,
    *,
    template: Path | None = None,
    output: Path = OUTPUT,
    today: date | None = None,
    again: Collection[str] = (),
) -> Mails:
    """Write a reminder for every partij that sent nothing, or not all that it was asked."""
    with open_workspace(ronde, template, output, "mail --remind") as werk:
        toch = codes_of(werk.kader.partijen, again)
        mails = herinneringen(werk, today or date.today(), toch)
        return _schrijf(werk, _HERINNERING, mails, again)


@starts_over
def acknowledge(
    ronde: Ronde,
    *,
    template: Path | None = None,
    output: Path = OUTPUT,
    again: Collection[str] = (),
) -> Mails:
    """Write a receipt for every partij of which a return counts: what was understood of it."""
    with open_workspace(ronde, template, output, "mail --receipts") as werk:
        return _schrijf(werk, "Ontvangst", ontvangsten(werk), again)


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
                    uitkomsten.append(Verzending(m.concept, False, _eerder(lijst, m.concept)))
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
    return Sent(mails, tuple(uitkomsten))


def _zelf_verzonden(mail: Mail, concept: Concept, lijst: Verzendlijst) -> Verzending:
    if lijst.wanneer(concept):
        return Verzending(concept, False, _eerder(lijst, concept))
    mislukt = lijst.noteer_zelf(concept)
    if not mislukt and mail.bestand:
        _ruim_op(mail.bestand)
    return Verzending(concept, not mislukt, mislukt)


def _leg_bladzijde(mails: Mails) -> None:
    """The page of the drafts again, without those that went out and are taken away."""
    over = [m.concept for m in mails.mails if m.concept and m.bestand and m.bestand.exists()]
    bestand = mails.dossier.concepten
    if over:
        schrijf_bestand(bestand, write_drafts_page(over, mails.wat))
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


def _eerder(lijst: Verzendlijst, concept: Concept) -> tuple[Bevinding, ...]:
    """What the list says of a mail that went out before, or may have; else nothing."""
    naam = concept.partij.naam
    if moment := lijst.wanneer(concept):
        dag = lees_datum(moment[:10])
        wanneer = schrijf_dag(dag) if dag else moment
        return (catalogue.AL_VERZONDEN.bij(partij=naam, wanneer=wanneer),)
    return (catalogue.AANKOMST_ONZEKER.bij(partij=naam),) if lijst.onzeker(concept) else ()


# -- from contents to a draft on disk --------------------------------------------------------


def _schrijf(
    werk: Workspace, naam: str, inhouden: Iterable[Inhoud], opnieuw: Collection[str]
) -> Mails:
    """Write the drafts, and take away those of this kind that nobody needs any more."""
    weer = codes_of(werk.kader.partijen, opnieuw)
    lijst = Verzendlijst(werk.dossier.verzonden)
    alle = list(inhouden)
    mails = [_mail(werk, naam, inhoud, lijst, weer) for inhoud in alle]
    nodig = {m.bestand for m in mails}
    for partij in werk.kader.partijen:
        if (
            bestand := werk.dossier.concept(naam, werk.kader.bestandsnamen[partij.code])
        ) not in nodig:
            werk.beurt.remove(bestand)
            werk.beurt.remove(bestand.with_suffix(".txt"))
    fictief = any(i.fictief for i in alle)
    gemaakt = Mails(
        werk.ronde,
        werk.dossier,
        tuple(mails),
        fictief,
        werk.over_eerdere,
        _WAT[naam],
        werk.kader.partijen,
    )
    if gemaakt.klaar:
        bladzijde = write_drafts_page(gemaakt.klaar, gemaakt.wat)
        werk.beurt.write(werk.dossier.concepten, bladzijde)
    else:
        werk.beurt.remove(werk.dossier.concepten)
    werk.beurt.commit()
    return gemaakt


def _mail(
    werk: Workspace,
    naam: str,
    inhoud: Inhoud,
    lijst: Verzendlijst,
    opnieuw: frozenset[str],
) -> Mail:
    partij, bevindingen = inhoud.partij, inhoud.bevindingen
    if inhoud.soort is None:
        return Mail(partij, bevindingen=bevindingen)
    if not is_adres(partij.email):
        plek = Plek(blad=l.PARTIJEN)
        geen = catalogue.PARTIJ_ZONDER_ADRES.bij(plek, partij=partij.naam)
        return Mail(partij, bevindingen=(geen, *bevindingen))
    concept = _concept(werk, inhoud, inhoud.soort)
    if partij.code not in opnieuw and (eerder := _eerder(lijst, concept)):
        moment = lijst.wanneer(concept)
        return Mail(partij, concept, None, moment, bevindingen=(*eerder, *bevindingen))
    bestand = werk.dossier.concept(naam, werk.kader.bestandsnamen[partij.code])
    inhoud_van = {
        bestand: concept.als_eml(),
        bestand.with_suffix(".txt"): concept.als_tekst().encode("utf-8-sig"),
        **{bestand.with_name(bijlage.naam): bijlage.data for bijlage in concept.bijlagen},
    }
    for pad, data in inhoud_van.items():
        werk.beurt.write(pad, data)
    stand = lijst.stand(concept)
    return Mail(partij, concept, bestand, stand=stand, bevindingen=bevindingen)


def _concept(werk: Workspace, inhoud: Inhoud, soort: Mailsoort) -> Concept:
    kader, ronde, partij = werk.kader, werk.ronde, inhoud.partij
    tekst = tekst_voor(kader, soort)
    velden = {**_velden(kader, ronde, partij), **dict(inhoud.erbij)}
    onderwerp = vul_onderwerp(tekst.onderwerp, velden)
    blokken: tuple[Blok, ...] = vul_tekst(tekst.tekst, velden)
    if inhoud.fictief:
        onderwerp = f"{l.FICTIEF.partition(':')[0]}: {onderwerp}"
        blokken = (Alinea((f"{l.FICTIEF}.",)), *blokken)
    return Concept(
        partij=partij,
        soort=soort,
        onderwerp=onderwerp,
        tekst=als_tekst(blokken),
        html=als_html(blokken, onderwerp),
        bijlagen=inhoud.bijlagen,
        instellingen=kader.instellingen,
        identiteit=f"{kader.instellingen.kenmerk}|{ronde}|{partij.code}|{inhoud.over}",
    )


def _velden(kader: Kader, ronde: Ronde, partij: Partij) -> dict[str, Waarde]:
    """The fields that every mail has."""
    i = kader.instellingen
    vragenlijst = stel_vragenlijst_op(kader, ronde, partij.code)
    dag = inleverdag(kader, ronde)
    return {
        "partij": partij.naam,
        "gemeente": i.gemeente,
        "kader": i.kader,
        "ronde": say.naam_van(ronde),
        "periode": say.ronde_in_woorden(ronde),
        "kenmerk": str(vragenlijst.kenmerk),
        "inleverdatum": schrijf_dag(dag) if dag else "",
        "aantal": say.aantal(vragenlijst.indicatoren, "indicator", "indicatoren"),
        "contact": een_regel(i.contact),
        "telefoon": een_regel(i.telefoon),
        "afzender": i.afzender,
    }


def _ruim_op(bestand: Path) -> None:
    """Take a draft away; what was attached to it stays, another draft may need it."""
    bestand.unlink(missing_ok=True)
    bestand.with_suffix(".txt").unlink(missing_ok=True)

"""`mail`: a draft for every partij, reminders and receipts.

Every function takes the template (None: that of this folder) and the folder `output`; what
cannot be done raises NietUitgevoerd. `today` is said or is today.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from ..core import catalogue, clock, labels as l, phrases as say
from ..core.kader import Kader, Mailsoort, Partij
from ..core.notation import een_regel, schrijf_dag
from ..core.rounds import OUTPUT, Plek, Ronde
from ..mailing.body import Alinea, Blok, als_html, als_tekst
from ..mailing.drafts import Concept
from ..mailing.drafts_page import day_on, write_drafts_page
from ..mailing.sent import Verzendlijst
from ..mailing.texts import Waarde, vul_onderwerp, vul_tekst
from ..mailing.waiting import AKKOORD, HERINNERING, INVULBLAD, ONTVANGST, drafts_in, on_disk
from ..reading import load
from ..returns.correction import is_used
from ..returns.workspace import Workspace
from ..sheets.questions import stel_vragenlijst_op
from ..template.mail_texts import tekst_voor
from ..template.planning import inleverdag, zeg_te_laat
from ..template.settings import is_adres
from ..writing.locking import starts_over
from .mail_content import Inhoud, akkoordbladen, herinneringen, invulbladen, ontvangsten
from .mails import Mail, Mails, earlier
from .names import codes_of
from .rounds import open_workspace


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
        gemaakt = _schrijf(werk, INVULBLAD, invulbladen(werk), again, template)
        te_laat = zeg_te_laat(werk.kader, werk.ronde, clock.today())
        return replace(gemaakt, te_laat=te_laat)


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
        mails = herinneringen(werk, today or clock.today(), toch)
        return _schrijf(werk, HERINNERING, mails, again, template, today)


@starts_over
def ask_agreement(
    ronde: Ronde,
    *,
    template: Path | None = None,
    output: Path = OUTPUT,
    again: Collection[str] = (),
) -> Mails:
    """Write a draft with its akkoordblad for every partij that has yet to answer a voorzet."""
    with open_workspace(ronde, template, output, "mail --agree") as werk:
        return _schrijf(werk, AKKOORD, akkoordbladen(werk), again, template)


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
        return _schrijf(werk, ONTVANGST, ontvangsten(werk), again, template)


# -- from contents to a draft on disk --------------------------------------------------------


def _schrijf(
    werk: Workspace,
    naam: str,
    inhouden: Iterable[Inhoud],
    opnieuw: Collection[str],
    template: Path | None,
    dag: date | None = None,
) -> Mails:
    """Write the drafts, and take away those of this kind that nobody needs any more."""
    weer = codes_of(werk.kader.partijen, opnieuw)
    lijst = Verzendlijst(werk.dossier.verzonden)
    alle = list(inhouden)
    mails = [_mail(werk, naam, inhoud, lijst, weer) for inhoud in alle]
    nodig = {m.bestand for m in mails}
    weg = {f for f in on_disk(werk.dossier) if f not in nodig and _is_done_with(werk, naam, f)}
    for bestand in (*_sheets_of_others(werk), *weg):
        werk.beurt.remove(bestand)
        werk.beurt.remove(bestand.with_suffix(".txt"))
    fictief = any(i.fictief for i in alle)
    gemaakt = Mails(
        werk.ronde,
        werk.dossier,
        tuple(mails),
        fictief,
        werk.over_eerdere,
        werk.kader.partijen,
        template,
    )
    andere = (
        f
        for f in on_disk(werk.dossier).items()
        if f[0] not in weg and not f[0].name.startswith(f"{naam} ")
    )
    nu = {m.bestand: m.concept.als_eml() for m in mails if m.concept and m.bestand}
    pagina = werk.dossier.concepten
    herinnerd = dag if naam == HERINNERING else day_on(pagina)
    if drafts := drafts_in({**nu, **dict(andere)}):
        werk.beurt.write(pagina, write_drafts_page(drafts, gemaakt.options, herinnerd))
    else:
        werk.beurt.remove(pagina)
    werk.beurt.commit()
    return gemaakt


def _is_done_with(werk: Workspace, naam: str, bestand: Path) -> bool:
    """Whether a draft that this command did not write is of its kind, or of a name that no partij
    has any more."""
    soort = bestand.name.partition(" ")[0]
    van_nu = {werk.dossier.concept(soort, n) for n in werk.kader.bestandsnamen.values()}
    return soort == naam or bestand not in van_nu


def _sheets_of_others(werk: Workspace) -> Iterator[Path]:
    """The sheets beside the drafts with the name of nobody of now, in which nobody wrote."""
    namen, dossier = werk.kader.bestandsnamen.values(), werk.dossier
    plaatsen = (dossier.invulblad, dossier.akkoordblad, dossier.herstelblad)
    van_nu = {plaats(naam).name for naam in namen for plaats in plaatsen}
    for soort in ("Invulblad", "Akkoordblad", "Herstel"):
        for blad in dossier.mail.glob(f"{soort} * {werk.ronde}.xlsx"):
            if blad.name not in van_nu and not is_used(werk, blad.name, load(blad)):
                yield blad


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
    if not (partij.adressen and all(map(is_adres, partij.adressen))):
        plek = Plek(blad=l.PARTIJEN)
        geen = catalogue.PARTIJ_ZONDER_ADRES.bij(plek, partij=partij.naam)
        return Mail(partij, bevindingen=(geen, *bevindingen))
    concept = _concept(werk, inhoud, inhoud.soort)
    if partij.code not in opnieuw and (eerder := earlier(lijst, concept)):
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
        "keren": say.hoe_vaak(kader.cyclus, ronde.jaar),
        "kenmerk": str(vragenlijst.kenmerk),
        "inleverdatum": schrijf_dag(dag) if dag else "",
        "aantal": say.aantal(vragenlijst.indicatoren, "indicator", "indicatoren"),
        "contact": een_regel(i.contact),
        "telefoon": een_regel(i.telefoon),
        "afzender": i.afzender,
    }

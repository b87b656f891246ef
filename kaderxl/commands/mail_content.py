"""What there is to say to each partij: a sheet to fill in, what is missing, what was received."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date

from ..core import catalogue
from ..core.answers import Inzending
from ..core.kader import Mailsoort, Partij
from ..core.notation import schrijf_opsomming
from ..core.post import Soort, Stuk
from ..core.rounds import NERGENS, Bevinding, Plek
from ..mailing import replies
from ..mailing.drafts import Bijlage
from ..mailing.texts import Waarde
from ..returns.correction import leg_klaar
from ..returns.workspace import Workspace
from ..sheets.layout import Opdracht
from ..sheets.sheet import write_input_sheet
from ..template.planning import inleverdag
from .beside import contact, dag_van


@dataclass(frozen=True, slots=True)
class Inhoud:
    """One mail before it has its words; without `soort` there is none to write."""

    partij: Partij
    soort: Mailsoort | None = None
    bijlagen: tuple[Bijlage, ...] = ()
    erbij: tuple[tuple[str, Waarde], ...] = ()
    over: str = ""
    fictief: bool = False
    bevindingen: tuple[Bevinding, ...] = ()


def gevraagd(werk: Workspace) -> list[Partij]:
    return [p for p in werk.kader.partijen if werk.kader.vragen_aan(p.code, werk.ronde.jaar)]


def invulbladen(werk: Workspace) -> Iterator[Inhoud]:
    for partij in gevraagd(werk):
        yield _met_invulblad(werk, Inhoud(partij, Mailsoort.INVULBLAD))


def _met_invulblad(werk: Workspace, inhoud: Inhoud) -> Inhoud:
    """The same with the input sheet of the partij; none when it is not what we would make now."""
    partij = inhoud.partij
    bestand = werk.dossier.invulblad(werk.kader.bestandsnamen[partij.code])
    if not bestand.is_file():
        mist = catalogue.INVULBLAD_ONTBREEKT.bij(Plek(bestand.name), partij=partij.naam)
        return replace(inhoud, soort=None, bevindingen=(mist,))
    data, vorige = bestand.read_bytes(), werk.vorige.get(partij.code, {})
    for fictief in (False, True):
        opdracht = Opdracht(
            werk.kader, werk.ronde, partij, vorige, {}, fictief, bevestigen=werk.bevestigen
        )
        if data == write_input_sheet(opdracht):
            bijlagen = (*inhoud.bijlagen, Bijlage(bestand.name, data))
            return replace(inhoud, bijlagen=bijlagen, fictief=fictief)
    anders = catalogue.INVULBLAD_VERANDERD.bij(Plek(bestand.name), partij=partij.naam)
    return replace(inhoud, soort=None, bevindingen=(anders,))


def herinneringen(
    werk: Workspace, vandaag: date, opnieuw: Collection[str] = ()
) -> Iterator[Inhoud]:
    """A reminder for who sent nothing, or not all of it; to who wrote, or whom no mail reaches,
    only when `opnieuw` names it (codes)."""
    kader, ronde = werk.kader, werk.ronde
    post = contact(werk.dossier, kader).post
    soort = replies.toon(inleverdag(kader, ronde), vandaag)
    gestuurd = {i.partij: i for i in werk.counted().inzendingen}
    for partij in gevraagd(werk):
        inzending = gestuurd.get(partij.code)
        if replies.is_af(kader, ronde, inzending):
            continue
        if (stukken := post.get(partij.code)) and partij.code not in opnieuw:
            yield Inhoud(partij, bevindingen=(_niet_stil(partij, stukken[-1]),))
            continue
        schreef = [dag_van(s.moment) for s in stukken or () if s.soort == Soort.SCHREEF]
        erbij = (
            ("stand", replies.stand(kader, ronde, inzending, *schreef[-1:])),
            ("ontbreekt", replies.wat_mist(kader, ronde, inzending)),
        )
        inhoud = Inhoud(
            partij, soort, erbij=erbij, over=inzending.vingerafdruk if inzending else ""
        )
        met_herstel = _met_herstelblad(werk, inhoud, inzending) if inzending else inhoud
        if met_herstel.bijlagen:
            zin = "Bij deze mail zit een herstelblad: uw antwoorden staan er al in."
            yield replace(met_herstel, erbij=(*erbij, ("bijlage", zin)))
        else:
            zin = "Het invulblad zit nog een keer bij deze mail."
            leeg = replace(inhoud, erbij=(*erbij, ("bijlage", zin)))
            yield _met_invulblad(werk, leeg)


def _niet_stil(partij: Partij, stuk: Stuk) -> Bevinding:
    """Why a partij that did not finish is not reminded as if it was silent."""
    if stuk.soort == Soort.NIET_BEZORGD:
        velden = {"adres": stuk.adres, "reden": stuk.tekst}
        return catalogue.NIET_BEREIKT.bij(NERGENS, partij=partij.naam, **velden)
    bestand = stuk.bestand or "post.csv"
    return catalogue.NIET_STIL.bij(partij=partij.naam, dag=dag_van(stuk.moment), bestand=bestand)


def ontvangsten(werk: Workspace) -> Iterator[Inhoud]:
    kader, ronde = werk.kader, werk.ronde
    gestuurd = {i.partij: i for i in werk.counted().inzendingen}
    namens = contact(werk.dossier, kader)
    for partij in gevraagd(werk):
        if (inzending := gestuurd.get(partij.code)) is None:
            continue
        bron = namens.bron_van(b.sha256 for b in inzending.bestanden)
        erbij: tuple[tuple[str, Waarde], ...] = (
            ("stand", replies.stand(kader, ronde, inzending, bron=bron)),
            ("bestand", schrijf_opsomming([b.bestand for b in inzending.bestanden])),
            ("antwoorden", replies.antwoorden(kader, ronde, inzending)),
            ("bevindingen", replies.te_verbeteren(inzending)),
        )
        inhoud = Inhoud(partij, Mailsoort.ONTVANGST, erbij=erbij, over=inzending.vingerafdruk)
        met_herstel = _met_herstelblad(werk, inhoud, inzending)
        if met_herstel.bijlagen:
            zin = (
                "Bij deze mail zit een herstelblad: uw antwoorden staan er al in. Verbeter de "
                "cellen met een rode rand en stuur het terug."
            )
            met_herstel = replace(met_herstel, erbij=(*erbij, ("bijlage", zin)))
        yield met_herstel


def _met_herstelblad(werk: Workspace, inhoud: Inhoud, inzending: Inzending) -> Inhoud:
    herstel = leg_klaar(werk, inzending)
    bijlagen: tuple[Bijlage, ...] = ()
    if herstel.bestand is not None:
        bijlagen = (Bijlage(herstel.bestand.name, herstel.bestand.read_bytes()),)
    return replace(
        inhoud, bijlagen=bijlagen, fictief=inzending.fictief, bevindingen=herstel.bevindingen
    )

"""What there is to say to each partij: a sheet to fill in, what is missing, what was received."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date

from ..core import catalogue, phrases as say
from ..core.answers import Inzending
from ..core.kader import Mailsoort, Partij
from ..core.notation import schrijf_opsomming
from ..core.post import Soort, Stuk
from ..core.rounds import NERGENS, Bevinding, Plek, Ronde
from ..mailing import replies
from ..mailing.drafts import Bijlage
from ..mailing.texts import Waarde
from ..returns.correction import leg_klaar
from ..returns.counting import Counted
from ..returns.letters import shown
from ..returns.workspace import Workspace
from ..sheets.base import stempel_van
from ..sheets.layout import Opdracht
from ..sheets.sheet import write_input_sheet
from ..template.planning import inleverdag
from .beside import contact, dag_van
from .generate import gets_a_sheet
from .second_pass import SecondPass

_WEET_DE_PARTIJ = frozenset(
    regel.code
    for regel in (
        catalogue.ANDERS_BEANTWOORD,
        catalogue.TOELICHTING_ANDERS,
        catalogue.HOORT_BIJ_ANDERE_KLEUR,
        catalogue.GESCHREVEN_BIJ_ANDERE_KLEUR,
        catalogue.VOLGORDE_ONBEKEND,
        catalogue.ANTWOORD_TERUGGENOMEN,
        catalogue.ALLES_TERUGGENOMEN,
        catalogue.VEEL_TERUGGENOMEN,
    )
)


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
    for partij in gets_a_sheet(werk):
        yield _met_invulblad(werk, Inhoud(partij, Mailsoort.INVULBLAD))


def akkoordbladen(werk: Workspace) -> Iterator[Inhoud]:
    """For who has yet to answer the voorzet of another."""
    pas = SecondPass(werk)
    for partij in gevraagd(werk):
        if opdracht := pas.opdracht(partij):
            lijst = opdracht.vragenlijst
            erbij = (
                ("aantal", say.aantal(lijst.indicatoren, "indicator", "indicatoren")),
                ("kenmerk", str(lijst.kenmerk)),
            )
            over = stempel_van(opdracht)
            inhoud = Inhoud(partij, Mailsoort.AKKOORD, erbij=erbij, over=over)
            yield _met_akkoordblad(pas, inhoud, opdracht)


def _met_akkoordblad(pas: SecondPass, inhoud: Inhoud, opdracht: Opdracht) -> Inhoud:
    """The same with the akkoordblad of the partij; none when it is not what we would make now."""
    bestand, data = pas.blad_van(inhoud.partij), write_input_sheet(opdracht)
    if bestand.is_file() and bestand.read_bytes() == data:
        bijlagen = (*inhoud.bijlagen, Bijlage(bestand.name, data))
        return replace(inhoud, bijlagen=bijlagen, fictief=opdracht.fictief)
    plek = Plek(bestand.name)
    anders = catalogue.AKKOORDBLAD_ONTBREEKT.bij(plek, partij=inhoud.partij.naam)
    soort = inhoud.soort if inhoud.bijlagen else None
    return replace(inhoud, soort=soort, bevindingen=(*inhoud.bevindingen, anders))


def _met_invulblad(werk: Workspace, inhoud: Inhoud) -> Inhoud:
    """The same with the input sheet of the partij; none when it is not what we would make now."""
    partij = inhoud.partij
    bestand = werk.dossier.invulblad(werk.kader.bestandsnamen[partij.code])
    if not bestand.is_file():
        mist = catalogue.INVULBLAD_ONTBREEKT.bij(Plek(bestand.name), partij=partij.naam)
        return replace(inhoud, soort=None, bevindingen=(mist,))
    data = bestand.read_bytes()
    for fictief in (False, True):
        if data == write_input_sheet(werk.empty_sheet(partij, fictief)):
            bijlagen = (*inhoud.bijlagen, Bijlage(bestand.name, data))
            return replace(inhoud, bijlagen=bijlagen, fictief=fictief)
    anders = catalogue.INVULBLAD_VERANDERD.bij(Plek(bestand.name), partij=partij.naam)
    return replace(inhoud, soort=None, bevindingen=(anders,))


def herinneringen(
    werk: Workspace, vandaag: date, opnieuw: Collection[str] = ()
) -> Iterator[Inhoud]:
    """A reminder for who sent nothing, or not all of it; to who wrote, or whom no mail reaches,
    only when `opnieuw` names it (codes)."""
    kader, ronde, pas = werk.kader, werk.ronde, SecondPass(werk)
    post = contact(werk.dossier, kader).post
    soort = replies.toon(inleverdag(kader, ronde), vandaag)
    for partij in gevraagd(werk):
        inzending, verder = pas.inzendingen.get(partij.code), pas.gevorderd(partij)
        if verder.is_af:
            continue
        if (stukken := post.get(partij.code)) and partij.code not in opnieuw:
            yield Inhoud(partij, bevindingen=tuple(_niet_stil(partij, s, ronde) for s in stukken))
            continue
        schreef = [dag_van(s.moment) for s in stukken or () if s.soort == Soort.SCHREEF]
        erbij = (
            ("stand", replies.stand(verder, inzending, *schreef[-1:])),
            ("ontbreekt", replies.wat_mist(verder, inzending)),
        )
        vinger = inzending.vingerafdruk if inzending else ""
        yield _met_bladen(werk, pas, Inhoud(partij, soort, erbij=erbij, over=vinger))


def _met_bladen(werk: Workspace, pas: SecondPass, inhoud: Inhoud) -> Inhoud:
    """The same with what the partij still has to fill in: its own answers to mend or an empty
    sheet, and the voorzetten of others."""
    partij, zinnen = inhoud.partij, list[str]()
    inzending, verder = pas.inzendingen.get(partij.code), pas.gevorderd(partij)
    if inzending:
        inhoud = _met_herstelblad(werk, inhoud, inzending)
    if inhoud.bijlagen:
        zinnen.append("Bij deze mail zit een herstelblad: uw antwoorden staan er al in.")
    elif any(i.code not in verder.compleet | verder.akkoord for i, _ in verder.gevraagd):
        inhoud = _met_invulblad(werk, inhoud)
        zinnen.append("Het invulblad zit nog een keer bij deze mail.")
    if verder.akkoord - verder.compleet and (opdracht := pas.opdracht(partij)):
        inhoud = _met_akkoordblad(pas, inhoud, opdracht)
        zinnen.append("Het akkoordblad zit bij deze mail: daarin staan de voorzetten van anderen.")
        inhoud = replace(inhoud, over=f"{inhoud.over}|{stempel_van(opdracht)}")
    return replace(inhoud, erbij=(*inhoud.erbij, ("bijlage", " ".join(zinnen))))


def _niet_stil(partij: Partij, stuk: Stuk, ronde: Ronde) -> Bevinding:
    """Why a partij that did not finish is not reminded as if it was silent."""
    if stuk.soort == Soort.NIET_BEZORGD:
        velden = {"adres": stuk.adres, "reden": stuk.tekst}
        return catalogue.NIET_BEREIKT.bij(NERGENS, partij=partij.naam, **velden)
    velden = {"dag": dag_van(stuk.moment), "tekst": shown(stuk.tekst or stuk.onderwerp)}
    velden |= {"bestand": stuk.bestand, "begin": stuk.bestand[:8], "ronde": say.als_opties(ronde)}
    return catalogue.NIET_STIL.bij(NERGENS, partij=partij.naam, **velden)


def ontvangsten(werk: Workspace) -> Iterator[Inhoud]:
    kader, ronde, geteld = werk.kader, werk.ronde, werk.counted()
    pas = SecondPass(werk, geteld.inzendingen)
    namens = contact(werk.dossier, kader)
    for partij in gevraagd(werk):
        if (inzending := pas.inzendingen.get(partij.code)) is None:
            continue
        bron = namens.bron_van(b.sha256 for b in inzending.bestanden)
        erbij: tuple[tuple[str, Waarde], ...] = (
            ("stand", replies.stand(pas.gevorderd(partij), inzending, bron=bron)),
            ("bestand", schrijf_opsomming([b.bestand for b in inzending.bestanden])),
            ("antwoorden", replies.antwoorden(kader, ronde, inzending)),
            ("bevindingen", replies.te_verbeteren(inzending, _samen(geteld, inzending))),
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


def _samen(geteld: Counted, inzending: Inzending) -> Iterator[Bevinding]:
    """What the files of a partij say differently, which it can tell us."""
    for bestand in inzending.bestanden:
        over = geteld.bij_ontvangst.get(bestand.sha256, ())
        yield from (b for b in over if b.code in _WEET_DE_PARTIJ)


def _met_herstelblad(werk: Workspace, inhoud: Inhoud, inzending: Inzending) -> Inhoud:
    herstel = leg_klaar(werk, inzending)
    bijlagen: tuple[Bijlage, ...] = ()
    if herstel.bestand is not None:
        bijlagen = (Bijlage(herstel.bestand.name, herstel.bestand.read_bytes()),)
    return replace(
        inhoud, bijlagen=bijlagen, fictief=inzending.fictief, bevindingen=herstel.bevindingen
    )

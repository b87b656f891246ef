"""The sheet Uitleg: who you are, what is asked, by when, and what the colours mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from xlsxwriter.worksheet import Worksheet

from ..core import labels as l
from ..core import phrases as say
from ..core.colour import Beoordeling
from ..core.kader import Kader, Partij
from ..core.notation import schrijf_dag
from ..core.rounds import Fase, Ronde
from ..template.planning import inleverdag
from ..writing.workbook import Werkboek, druk_af_op_a4, hoogte, zet_fictief
from .questions import Vragenlijst

_BREEDTE = 92


@dataclass(frozen=True, slots=True)
class Uitleg:
    """The text of the sheet: parts with a heading, the colours with their meaning, the help."""

    titel: str
    delen: tuple[tuple[str, tuple[str, ...]], ...]
    kleuren: tuple[tuple[Beoordeling, str], ...]
    hulp: tuple[str, ...]

    KLEURENKOP: ClassVar[str] = "Wat betekenen de kleuren?"
    HULPKOP: ClassVar[str] = "Komt u er niet uit?"

    def teksten(self) -> list[str]:
        """Every text on the sheet, as often as it is there."""
        return [
            self.titel,
            self.KLEURENKOP,
            self.HULPKOP,
            *(kop for kop, _ in self.delen),
            *(regel for _, regels in self.delen for regel in regels),
            *(tekst for paar in self.kleuren for tekst in paar),
            *self.hulp,
        ]


def stel_uitleg_op(kader: Kader, ronde: Ronde, partij: Partij, vragenlijst: Vragenlijst) -> Uitleg:
    """Who you are, what is asked, by when, what the colours mean, and where to turn to."""
    return Uitleg(
        f"Uitleg bij het invulblad van {partij.naam}",
        _delen(kader, ronde, partij, vragenlijst),
        tuple((b, _betekenis(b)) for b in kader.stoplicht),
        _hulp(kader),
    )


def schrijf_uitleg(werkboek: Werkboek, blad: Worksheet, uitleg: Uitleg, fictief: bool) -> None:
    """One printed page, in plain Dutch."""
    tekst = werkboek.opmaak(text_wrap=True)
    kopje = werkboek.opmaak(bold=True, font_size=13)
    blad.set_column(0, 0, 16)
    blad.set_column(1, 1, _BREEDTE)
    blad.hide_gridlines(2)
    blad.set_row(0, 24)
    blad.write_string(0, 0, uitleg.titel, werkboek.opmaak(bold=True, font_size=16))
    rij = 1
    if fictief:
        zet_fictief(werkboek, blad, rij)
        rij += 1

    def schrijf_deel(rij: int, kop: str, regels: Iterable[str]) -> int:
        blad.write_string(rij, 0, kop, kopje)
        for regel in regels:
            rij += 1
            blad.write_string(rij, 1, regel, tekst)
            blad.set_row(rij, hoogte([(regel, _BREEDTE)]))
        return rij + 2

    for kop, regels in uitleg.delen:
        rij = schrijf_deel(rij, kop, regels)
    rij = _schrijf_kleuren(werkboek, blad, uitleg, rij)
    schrijf_deel(rij, uitleg.HULPKOP, uitleg.hulp)
    druk_af_op_a4(blad, liggend=False)


def _schrijf_kleuren(werkboek: Werkboek, blad: Worksheet, uitleg: Uitleg, rij: int) -> int:
    kopje = werkboek.opmaak(bold=True, font_size=13)
    blad.write_string(rij, 0, uitleg.KLEURENKOP, kopje)
    for regel, (beoordeling, betekenis) in enumerate(uitleg.kleuren, rij + 1):
        blad.write_string(regel, 0, beoordeling, werkboek.kleurcel(beoordeling))
        blad.write_string(regel, 1, betekenis, werkboek.cel())
        blad.set_row(regel, hoogte([(betekenis, _BREEDTE)]))
    return rij + len(uitleg.kleuren) + 2


def inleverdatum(kader: Kader, ronde: Ronde) -> str:
    """The day the sheet is due, in words; `` when the municipality has set none."""
    dag = inleverdag(kader, ronde)
    return schrijf_dag(dag) if dag else ""


def _delen(
    kader: Kader, ronde: Ronde, partij: Partij, vragenlijst: Vragenlijst
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    i = kader.instellingen
    datum = inleverdatum(kader, ronde)
    wanneer = (
        f"Stuur dit bestand uiterlijk {datum} terug."
        if datum
        else "De gemeente laat u weten wanneer dit bestand terug moet zijn."
    )
    overleg = _vaststelling(kader, ronde)
    return (
        (
            "Wie bent u?",
            (
                f"U vult dit in namens {partij.naam} (groep {partij.groep}), een van de "
                f"{len(kader.partijen)} partijen van de {i.kader}.",
            ),
        ),
        (
            "Wat vragen we?",
            (
                f"Voor {say.ronde_in_woorden(ronde)} vragen we u "
                f"{say.aantal(vragenlijst.indicatoren, 'indicator', 'indicatoren')} te beoordelen. "
                "Dat kost ongeveer een kwartier.",
                "Kies op het blad Invulblad bij elke indicator een beoordeling. Vul daaronder de "
                "gevraagde waarden in. Alleen de gele cellen zijn van u.",
                *_over_plannen(vragenlijst),
                "De kolom Controle zegt wat er nog mist. Bovenaan ziet u hoeveel u nog moet doen.",
                "Schrijf geen namen, adressen of verhalen van personen op.",
            ),
        ),
        ("Wanneer?", (wanneer, *overleg)),
    )


def _over_plannen(vragenlijst: Vragenlijst) -> tuple[str, ...]:
    if not vragenlijst.programma:
        return ()
    jaar = vragenlijst.programma[0].jaar
    return (
        f"Onderaan vragen we wat u in {jaar} gaat doen, per afspraak, in de kolom "
        f"{l.PLANNEN}. Dat is uw voorstel voor het jaarprogramma; leeg laten mag.",
    )


def _vaststelling(kader: Kader, ronde: Ronde) -> list[str]:
    kwartaal = "eerste" if ronde.fase is Fase.EVALUATIE else "vierde"
    regels = [
        o.regel for o in kader.planning if o.soort == "BO" and o.kwartaal.startswith(kwartaal)
    ]
    jaar = ronde.jaar + (ronde.fase is Fase.EVALUATIE)
    return [
        f"Het bestuurlijk overleg (BO) bespreekt de uitkomst {regel} {jaar}."
        for regel in regels
        if regel
    ]


def _betekenis(kleur: Beoordeling) -> str:
    if kleur.vraagt_reden:
        erbij = " en schrijf een toelichting" if kleur.vraagt_toelichting else ""
        return f"{kleur.betekenis}. Kies een reden ({kleur.keuzes}){erbij}."
    if kleur.vraagt_toelichting:
        return f"{kleur.betekenis}. Schrijf in de toelichting waarom."
    return f"{kleur.betekenis}."


def _hulp(kader: Kader) -> tuple[str, ...]:
    i = kader.instellingen
    wegen = [w for w in (i.contact, i.telefoon) if w]
    bij = f" ({', of '.join(wegen)})" if wegen else ""
    return (
        "Weet u een waarde niet? Laat haar leeg en schrijf bij Toelichting wat u wel weet. "
        "De teller bovenaan blijft dan staan; stuur het blad gerust zo terug.",
        *_over_niet(kader),
        f"Vraag gerust de gemeente {i.gemeente}{bij}. Een half ingevuld blad is ook welkom.",
    )


def _over_niet(kader: Kader) -> tuple[str, ...]:
    niet = kader.stoplicht.geldt_niet
    if niet is None:
        return ()
    waarom = " en schrijf waarom" if niet.vraagt_toelichting else ""
    return (f"Gaat iets niet over uw organisatie? Kies {niet}{waarom}.",)

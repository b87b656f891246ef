"""The sheet Uitleg: who you are, what is asked, by when, and what the colours mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
    """The text of the sheet: its lines by heading, before each the word it explains or ""."""

    titel: str
    delen: Mapping[str, Sequence[tuple[str, str]]]

    def teksten(self) -> list[str]:
        """Every text on the sheet, as often as it is there."""
        cellen = (cel for regels in self.delen.values() for regel in regels for cel in regel if cel)
        return [self.titel, *self.delen, *cellen]


def stel_uitleg_op(kader: Kader, ronde: Ronde, partij: Partij, vragenlijst: Vragenlijst) -> Uitleg:
    """Who you are, what is asked, by when, what the colours mean, and where to turn to."""
    dag = inleverdag(kader, ronde)
    aantal = say.aantal(vragenlijst.indicatoren, "indicator", "indicatoren")
    zinnen: dict[str, list[str]] = {
        "Wie bent u?": [
            f"U vult dit in namens {partij.naam} (groep {partij.groep}), een van de "
            f"{len(kader.partijen)} partijen van de {kader.instellingen.kader}."
        ],
        "Wat vragen we?": [
            f"Voor {say.ronde_in_woorden(ronde)} vragen we u {aantal} te beoordelen. "
            "Dat kost ongeveer een kwartier.",
            "Kies op het blad Invulblad bij elke indicator een beoordeling. Vul daaronder de "
            "gevraagde waarden in. Alleen de gele cellen zijn van u.",
            *(
                f"Onderaan vragen we wat u in {plan.jaar} gaat doen, per afspraak, in de kolom "
                f"{l.PLANNEN}. Dat is uw voorstel voor het jaarprogramma; leeg laten mag."
                for plan in vragenlijst.programma[:1]
            ),
            "De kolom Controle zegt wat er nog mist. Bovenaan ziet u hoeveel u nog moet doen.",
            "Schrijf geen namen, adressen of verhalen van personen op.",
        ],
        "Wanneer?": [
            f"Stuur dit bestand uiterlijk {schrijf_dag(dag)} terug."
            if dag
            else "De gemeente laat u weten wanneer dit bestand terug moet zijn.",
            *_vaststelling(kader, ronde),
        ],
    }
    delen = {kop: [("", zin) for zin in regels] for kop, regels in zinnen.items()} | {
        "Wat betekenen de kleuren?": [(b, _betekenis(b)) for b in kader.stoplicht],
        "Komt u er niet uit?": [("", zin) for zin in _hulp(kader)],
    }
    return Uitleg(f"Uitleg bij het invulblad van {partij.naam}", delen)


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
    for kop, regels in uitleg.delen.items():
        blad.write_string(rij, 0, kop, kopje)
        for nummer, (woord, regel) in enumerate(regels, rij + 1):
            if woord:
                blad.write_string(nummer, 0, woord, werkboek.kleurcel(woord))
            blad.write_string(nummer, 1, regel, werkboek.cel() if woord else tekst)
            blad.set_row(nummer, hoogte([(regel, _BREEDTE)]))
        rij += len(regels) + 2
    druk_af_op_a4(blad, liggend=False)


def _vaststelling(kader: Kader, ronde: Ronde) -> list[str]:
    evaluatie = ronde.fase is Fase.EVALUATIE
    kwartaal = "eerste" if evaluatie else "vierde"
    return [
        f"Het bestuurlijk overleg (BO) bespreekt de uitkomst {o.regel} {ronde.jaar + evaluatie}."
        for o in kader.planning
        if o.soort == "BO" and o.regel and o.kwartaal.startswith(kwartaal)
    ]


def _betekenis(kleur: Beoordeling) -> str:
    if kleur.vraagt_reden:
        erbij = " en schrijf een toelichting" if kleur.vraagt_toelichting else ""
        return f"{kleur.betekenis}. Kies een reden ({kleur.keuzes}){erbij}."
    if kleur.vraagt_toelichting:
        return f"{kleur.betekenis}. Schrijf in de toelichting waarom."
    return f"{kleur.betekenis}."


def _hulp(kader: Kader) -> list[str]:
    i, niet = kader.instellingen, kader.stoplicht.geldt_niet
    wegen = ", of ".join(filter(None, (i.contact, i.telefoon)))
    zinnen = [
        "Weet u een waarde niet? Laat haar leeg en schrijf bij Toelichting wat u wel weet. "
        "De teller bovenaan blijft dan staan; stuur het blad gerust zo terug."
    ]
    if niet is not None:
        waarom = " en schrijf waarom" if niet.vraagt_toelichting else ""
        zinnen.append(f"Gaat iets niet over uw organisatie? Kies {niet}{waarom}.")
    bij = f" ({wegen})" if wegen else ""
    laatste = f"Vraag gerust de gemeente {i.gemeente}{bij}. Een half ingevuld blad is ook welkom."
    return [*zinnen, laatste]

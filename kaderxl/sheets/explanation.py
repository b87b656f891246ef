"""The sheet Uitleg: who you are, what is asked, by when, and what the colours mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..core import labels as l, phrases as say
from ..core.action_points import Stand
from ..core.answers import Reactie
from ..core.colour import Beoordeling
from ..core.kader import Kader, Partij
from ..core.notation import schrijf_dag, schrijf_opsomming
from ..core.rounds import KWARTALEN, Ronde
from ..template.planning import inleverdag
from ..writing.measures import druk_af_op_a4, hoogte, zet_fictief
from .questions import Actievraag, Lopendvraag, Programmavraag, Voorstelvraag, Vragenlijst

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from ..writing.workbook import Werkboek

_BREEDTE = 92
_LANG = "Lange vragen, voluit"
_OVER_LOPEND = (
    f"Bij wat u al doet ({l.LOPEND}) vragen we één keer per jaar of het nog loopt. Het staat "
    f"onderaan, in de kolom {l.TOELICHTING}: loopt, gestopt of klaar, en waarom. Leeg laten mag."
)
_OVER_VOORSTELLEN = "Moet er een afspraak bij, anders of weg? Daarvoor zijn de laatste regels."
_OVER_VRAGEN = (
    "Staat in die kolom een vraag, zoals “Klopt dat?”, kijk uw antwoord dan nog eens na. Klopt "
    "het, schrijf dan bij Toelichting, op de regel van de indicator: klopt, want … en de reden."
)
_ZO_WERKT_HET = (
    "Staat bovenaan een gele balk met Beveiligde weergave? Kies Bewerken inschakelen.",
    "Met Tab gaat u naar de volgende cel van u, met Enter een regel omlaag.",
    "Tekst uit Word? Dubbelklik eerst in de cel, en plak dan.",
    "Liever op papier lezen? Het blad past in de breedte op liggend A4.",
)

STOND_ER = (
    "Kies op het blad Invulblad bij elke indicator een beoordeling. Vul daaronder de gevraagde "
    "waarden in. Alleen de gele cellen zijn van u.",
    "De kolom Controle zegt wat er nog mist. Bovenaan ziet u hoeveel u nog moet doen.",
    "Met Tab gaat u naar de volgende gele cel, met Enter een regel omlaag.",
    "Tekst uit Word? Dubbelklik eerst in de gele cel, en plak dan.",
)
"""What this sheet said before; such a sheet comes back."""


@dataclass(frozen=True, slots=True)
class Uitleg:
    """The text of the sheet: its lines by heading, before each the word it explains or ""."""

    titel: str
    delen: Mapping[str, Sequence[tuple[str, str]]]

    def teksten(self) -> list[str]:
        """Every text on the sheet, as often as it is there."""
        cellen = (cel for regels in self.delen.values() for regel in regels for cel in regel if cel)
        return [self.titel, *self.delen, *cellen]


def stel_uitleg_op(
    kader: Kader, ronde: Ronde, partij: Partij, vragenlijst: Vragenlijst, lang: Sequence[str] = ()
) -> Uitleg:
    """Who you are, what is asked, by when, what the colours mean, and where to turn to; and the
    texts that are too `lang` for their own row."""
    dag, naam = inleverdag(kader, ronde), kader.instellingen.kader
    wat = f"{say.lidwoord(naam)} {naam}".strip()
    plannen = [p for p in vragenlijst.programma if isinstance(p, Programmavraag)][:1]
    voorstellen = any(isinstance(p, Voorstelvraag) for p in vragenlijst.programma)
    programma = kader.instellingen.jaarprogramma.zinsdeel
    zinnen: dict[str, list[str]] = {
        "Wie bent u?": [
            f"U vult dit in namens {partij.naam} (groep {partij.groep}), een van de "
            f"{len(kader.partijen)} partijen van {wat}."
        ],
        "Wat vragen we?": [
            *_vragen(ronde, vragenlijst),
            *(
                f"Onderaan vragen we wat u in {plan.jaar} gaat doen, per afspraak, in de kolom "
                f"{l.TOELICHTING}. Dat is uw voorstel voor {programma}; leeg laten mag."
                f"{f' {_OVER_VOORSTELLEN}' if voorstellen else ''}"
                for plan in plannen
            ),
            *([_OVER_VOORSTELLEN] if voorstellen and not plannen else []),
            *(
                [_OVER_LOPEND]
                if any(isinstance(p, Lopendvraag) for p in vragenlijst.programma)
                else []
            ),
            *(
                f"Onder de indicatoren vragen we terug wat u op u nam. Schrijf in de kolom "
                f"{l.TOELICHTING}: {schrijf_opsomming([*Stand], 'of')}, en bij {Stand.NIET_GEDAAN} "
                "waarom. Wat nog loopt, vragen we de volgende keer weer."
                for _ in [p for p in vragenlijst.programma if isinstance(p, Actievraag)][:1]
            ),
            *_bijzonder(kader, ronde, vragenlijst),
            "De kolom Controle zegt per regel wat er nog moet. Bovenaan staat hoeveel dat is, en "
            "welke regel de volgende is.",
            *([_OVER_VRAGEN] if kader.regels else ()),
            "Schrijf geen namen, adressen of verhalen van personen op.",
        ],
        "Wanneer?": [
            f"Stuur dit bestand uiterlijk {schrijf_dag(dag)} terug."
            if dag
            else "De gemeente laat u weten wanneer dit bestand terug moet zijn.",
            *_vaststelling(kader, ronde),
        ],
    }
    zinnen["Hoe werkt het blad?"] = list(_ZO_WERKT_HET)
    delen = {kop: [("", zin) for zin in regels] for kop, regels in zinnen.items()} | {
        "Wat betekenen de kleuren?": [(b, _betekenis(b)) for b in kader.stoplicht],
        "Komt u er niet uit?": [("", zin) for zin in _hulp(kader, vragenlijst)],
        **({_LANG: [("", regel) for regel in lang]} if lang else {}),
    }
    return Uitleg(f"Uitleg bij het invulblad van {partij.naam}", delen)


def _vragen(ronde: Ronde, vragenlijst: Vragenlijst) -> Iterator[str]:
    """What is asked: own answers, an akkoord with the voorzetten of others, or both."""
    waarvoor = f"Voor {say.ronde_in_woorden(ronde)}"
    if eigen := vragenlijst.indicatoren - vragenlijst.akkoorden:
        aantal = say.aantal(eigen, "indicator", "indicatoren")
        yield f"{waarvoor} vragen we u {aantal} te beoordelen. Dat kost ongeveer een kwartier."
        yield (
            "Kies op het blad Invulblad bij elke indicator een beoordeling. Vul daaronder de "
            "gevraagde waarden in. Wat geel is, vult u nog in; wit met een gele rand mag leeg "
            "blijven."
        )
    if vragenlijst.akkoorden:
        aantal = say.aantal(vragenlijst.akkoorden, "indicator", "indicatoren")
        yield (
            f"{waarvoor} deed een andere partij bij {aantal} een voorzet. We vragen u of u daarmee "
            "akkoord bent. De voorzet staat onder de vraag. Dat kost een paar minuten."
        )
        yield f"Bent u het eens? Kies dan in de kolom {l.AKKOORD} {Reactie.AKKOORD}. Dat is alles."
        yield (
            f"Vindt u iets anders? Kies {Reactie.NIET_AKKOORD}, geef uw eigen kleur en schrijf "
            "waarom. Is een waarde anders, vul die dan in; wat u leeg laat, vult u niet in."
        )
        yield "Kiest u niets, dan is dat geen akkoord; er staat dan dat u nog niet reageerde."


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


def _bijzonder(kader: Kader, ronde: Ronde, vragenlijst: Vragenlijst) -> list[str]:
    """What some of the questions ask besides."""
    gevraagd = [regel.indicator for regel in vragenlijst.regels if regel.meetwaarde is None]
    zinnen = []
    if any(i.is_oordeel for i in gevraagd):
        zinnen.append(
            f"Staat er “{l.OORDEEL_VRAAG}”? Dan vragen we een oordeel in woorden: schrijf bij elke "
            "kleur een toelichting."
        )
    if any(i.loopt_nog(ronde.jaar) for i in gevraagd):
        zinnen.append(
            f"Loopt iets nog jaren door? Kies {kader.stoplicht.klaar} dan alleen als er ook daarna "
            "niets meer te doen is, en schrijf waarom."
        )
    if any(i.voorbij(ronde.jaar) for i in gevraagd):
        zinnen.append(
            f"Staat er “{l.DOORGESCHOVEN}”? Dan was het in zijn eigen jaar nog niet klaar. We "
            "vragen het opnieuw tot het klaar is of vervalt."
        )
    return zinnen


def _vaststelling(kader: Kader, ronde: Ronde) -> list[str]:
    jaar, nummer = ronde.overleg
    kwartaal = KWARTALEN[nummer - 1]
    namen = kader.instellingen.namen
    return [
        f"{namen.zeg('Het bestuurlijk overleg (BO)')} bespreekt de uitkomst {o.regel} {jaar}."
        for o in kader.planning
        if o.soort == namen.bo.kort and o.regel and o.kwartaal.startswith(kwartaal)
    ]


def _betekenis(kleur: Beoordeling) -> str:
    if kleur.vraagt_reden:
        erbij = " en schrijf een toelichting" if kleur.vraagt_toelichting else ""
        return f"{kleur.betekenis}. Kies een reden ({kleur.keuzes}){erbij}."
    if kleur.vraagt_toelichting:
        return f"{kleur.betekenis}. Schrijf in de toelichting waarom."
    return f"{kleur.betekenis}."


def _hulp(kader: Kader, vragenlijst: Vragenlijst) -> list[str]:
    i = kader.instellingen
    wegen = ", of ".join(filter(None, (i.contact, i.telefoon)))
    zinnen = [] if vragenlijst.alleen_akkoord else [*_bij_een_eigen_antwoord(kader)]
    bij = f" ({wegen})" if wegen else ""
    laatste = f"Vraag gerust de gemeente {i.gemeente}{bij}. Een half ingevuld blad is ook welkom."
    return [*zinnen, laatste]


def _bij_een_eigen_antwoord(kader: Kader) -> Iterator[str]:
    niet = kader.stoplicht.geldt_niet
    yield (
        "Weet u een waarde niet? Laat haar leeg en schrijf bij Toelichting wat u wel weet. "
        "De teller bovenaan blijft dan staan; stuur het blad gerust zo terug."
    )
    if niet is not None:
        waarom = " en schrijf waarom" if niet.vraagt_toelichting else ""
        yield f"Gaat iets niet over uw organisatie? Kies {niet}{waarom}."

"""The sheet Leesmij of the matrix: the sheets, the colours, the rule, and where to write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from ...core import labels as l, phrases as say
from ...core.consensus import stemregels
from ...core.kader import Kader
from ...core.notation import schrijf_opsomming
from ...core.outcome import Matrix
from ...core.own_names import ONZE_NAMEN, EigenNamen
from ...core.rounds import Vraagt
from ...reading import Document
from ...writing.measures import druk_af_op_a4, hoogte

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from ...writing.workbook import Werkboek

_BREEDTE = 110
_BLADEN = {
    l.SAMENVATTING: "de stand op één bladzijde: wat is besloten, wat aandacht vraagt en waarom, "
    "hoe ver u bent met het doel en wie nog niet antwoordde. Eronder staan de cijfers erachter",
    l.BESLUITENLIJST: "per afspraak het voorstel en het besluit van het BO; hier vult u het "
    "besluit in, en ziet u wat er nog aan ontbreekt",
    l.MONITORINGSTABEL: "de tabel van de overeenkomst, met wie wat zegt, het voorstel en het "
    "besluit. Beoordeling voortgang is de kleur van de hele afspraak: die is één keer gekleurd, "
    "en staat bij haar andere indicatoren met het woord afspraak ervoor. Wat er van een indicator "
    "zelf is gezegd, staat bij Besluit of voorstel. De eerste vijf kolommen "
    "staan er zoals zij gedrukt zijn. Op papier komen de zeven gedrukte kolommen, met "
    "ernaast of een kleur een besluit is",
    l.FOCUSPUNTEN: "wat {focus} is, hoe lang al, en wie er wat aan doet",
    l.VERSCHILLEN: "de agenda van het AO: waar partijen verschillen, vet wie waar staat, en "
    "eronder waarom",
    l.BESLUITVORMING: "als overleg niet tot overeenstemming leidt: {begeleider}stemming",
    l.STEMMINGEN: "een stemming over iets anders: een voorstel, een regel van het programma, een "
    "getal. De vraag en de opties typt u zelf",
    l.JAARPROGRAMMA: "wat er volgend jaar gebeurt, per afspraak",
    l.WIJZIGINGEN: "wat partijen en AO aan de afspraken willen veranderen, en wat het BO besloot",
    l.TOELICHTINGEN: "alles wat de partijen schreven, voluit: een regel voor elke partij. Staat "
    "er in een andere tabel “lees verder”, dan staat de rest hier",
    l.LOPEND: "wat de partijen al doen, zoals gedrukt, en of het nog loopt waar dat is gevraagd",
    l.ACTIEPUNTEN: "wat er in eerdere rondes is toegezegd, en hoe het daarmee staat",
    l.ONTBREKEND: "wat er is gevraagd en niet is gekomen",
    l.BEVINDINGEN: "alles wat er aan de hand is, het ernstigste eerst",
    l.GRONDSLAG: "op welke antwoorden elk besluit rust, en wat sindsdien veranderde",
    l.HERKOMST: "elk antwoord met partij, bestand, blad en cel",
}
_INVULLEN = (
    "Een blad met een geel tabje is er om in te vullen. Vul alleen de gele cellen in: de andere "
    "kleuren, tellingen en grafieken volgen vanzelf.",
    f"Het besluit van het BO vult u in op {l.BESLUITENLIJST}: kleur, reden en datum. Onder "
    f"{l.NOG_TE_DOEN} staat wat er mist. Een toelichting mag; zij wordt niet gepubliceerd. Op "
    f"{l.MONITORINGSTABEL} verschijnt het besluit vanzelf.",
    f"Is het AO het eens geworden over een verschil? Zet het op {l.VERSCHILLEN} in de kolom "
    f"{l.BESLUIT_AO}. Bij een kleur kiest u een kleur, bij een getal vult u het getal in.",
    f"Wie doet wat, en wanneer? Dat staat op {l.FOCUSPUNTEN}.",
    f"Moet er een afspraak, indicator of doel bij, anders of weg? Dat staat in {{ronde}} op "
    f"{l.WIJZIGINGEN}. Schrijf uit wat het wordt; bij een doel is een lege grens geen grens. Neemt "
    "het BO het aan, dan schrijft kaderxl de volgende versie van het sjabloon.",
    f"Wordt er over iets anders gestemd dan een kleur? Typ op {l.STEMMINGEN} de vraag en de "
    "opties, en kies bij elke partij de letter.",
    f"Heeft het BO alles vastgesteld? Vul dan op {l.SAMENVATTING} de datum in.",
    "Geef daarna: kaderxl adopt. kaderxl leest wat u invulde, bewaart dit bestand en schrijft de "
    "matrix opnieuw. Er gaat geen besluit verloren.",
)

_HERKENNING = (
    "Aan dit stempel ziet kaderxl van welke matrix een kopie is gemaakt, en dus wat er in die "
    "kopie is veranderd. Laat het staan."
)
_STEMPEL = re.compile(r"matrix-([0-9a-f]{12})")
_PARTIJEN, _NAMEN = "De partijen", "De namen"
_OVERGENOMEN = "Wat in deze bestanden stond is overgenomen; zij staan in matrix/besluiten."


def _invullen(kader: Kader) -> Iterator[str]:
    """What to fill in where; nothing of a sheet that no ronde has."""
    ronde = schrijf_opsomming([f.een for f in kader.cyclus.die_vraagt(Vraagt.WIJZIGINGEN)], "of")
    for regel in _INVULLEN:
        zonder = ("{ronde}" in regel and not ronde) or (
            l.STEMMINGEN in regel and not kader.instellingen.stemmen
        )
        if not zonder:
            yield kader.instellingen.zeg(regel).format(ronde=ronde)


def schrijf_leesmij(
    werkboek: Werkboek, blad: Worksheet, matrix: Matrix, bladen: Sequence[str], stempel: str
) -> None:
    """Headings in the first column, sentences in the second; from the second row."""
    kopje = werkboek.opmaak(bold=True, font_size=13)
    tekst = werkboek.opmaak(text_wrap=True)
    blad.set_column(0, 0, 20)
    blad.set_column(1, 1, _BREEDTE)
    blad.hide_gridlines(2)

    def schrijf_deel(
        rij: int, kop: str, regels: Iterable[tuple[str, str]], *, kleur: bool = False
    ) -> int:
        blad.write_string(rij, 0, kop, kopje)
        for naam, regel in regels:
            rij += 1
            vet = werkboek.kleurcel(naam) if kleur else werkboek.opmaak(bold=True)
            blad.write_string(rij, 0, naam, vet)
            if regel:  # an empty text would stand in the way of a long name
                blad.write_string(rij, 1, regel, werkboek.cel() if kleur else tekst)
            blad.set_row(rij, hoogte([(regel, _BREEDTE)]))
        return rij + 2

    licht = matrix.kader.stoplicht
    focus = " of ".join(b.lower() for b in licht.met_reden) or "een focuspunt"
    stemmen = stemregels(matrix.kader.instellingen)
    velden = {"focus": focus, "begeleider": f"{stemmen.begeleider} en " * bool(stemmen.begeleider)}
    namen = matrix.kader.instellingen.namen
    zeg = namen.zeg
    uitleg = [(zeg(n), zeg(t).format(**velden)) for n, t in _BLADEN.items() if n in bladen]
    rij = schrijf_deel(2, "De bladen", uitleg)
    rij = schrijf_deel(rij, "Invullen", [("", regel) for regel in _invullen(matrix.kader)])
    voorstel = [("", regel) for regel in say.regel_voorstel(licht, namen)]
    rij = schrijf_deel(rij, "Hoe het voorstel ontstaat", voorstel)
    redenen = {kleur: f" (reden: {kleur.keuzes})" if kleur.redenen else "" for kleur in licht}
    kleuren = [(kleur, f"{kleur.betekenis}{redenen[kleur]}.") for kleur in licht]
    rij = schrijf_deel(rij, "De kleuren", kleuren, kleur=True)
    if stemmen.stemmen:
        rij = schrijf_deel(rij, "Stemmen", [("", regel) for regel in stemmen.in_woorden])
    rij = schrijf_deel(rij, _PARTIJEN, [(p.code, p.naam) for p in matrix.kader.partijen])
    if namen != ONZE_NAMEN:
        rij = schrijf_deel(rij, _NAMEN, namen.geschreven.items())
    rij = schrijf_deel(rij, "Stempel", [(f"matrix-{stempel}", _HERKENNING)])
    if matrix.vastgelegd.overgenomen:
        # A name is wider than its column: beside an empty cell it is shown whole.
        bestanden = ((naam, "") for naam in matrix.vastgelegd.overgenomen)
        regels = [("", _OVERGENOMEN), *bestanden]
        schrijf_deel(rij, "Overgenomen", regels)
    druk_af_op_a4(blad)


# -- read again ------------------------------------------------------------------------------


def read_stamp(document: Document) -> str:
    """The stempel of the matrix that a workbook was made from; "" for none, or for two.

    It stands in a first column, where nothing of a partij does: whoever types one makes no second.
    """
    bladen = (sheet for sheet in document.sheets if not sheet.left)
    teksten = (rij[0] for sheet in bladen for rij in sheet.rows if rij)
    mogelijk = (w for w in teksten if isinstance(w, str) and w.startswith("matrix-"))
    gevonden = {treffer[1] for w in mogelijk if (treffer := _STEMPEL.fullmatch(w.strip()))}
    return gevonden.pop() if len(gevonden) == 1 else ""


def read_names(document: Document) -> dict[str, str]:
    """The names of the partijen by code, as they were when the workbook was written."""
    return _deel(document, _PARTIJEN)


def read_own_names(document: Document) -> EigenNamen | None:
    """What the agreement then called its overleggen and its programme; None where the sheet that
    says so is gone."""
    is_er = any(sheet.name == l.MATRIX_LEESMIJ for sheet in document.sheets)
    return EigenNamen.uit(_deel(document, _NAMEN)) if is_er else None


def _deel(document: Document, kop: str) -> dict[str, str]:
    for sheet in document.sheets:
        if sheet.name == l.MATRIX_LEESMIJ:
            rijen = [[str(w or "").strip() for w in rij[:2]] for rij in sheet.rows]
            begin = rijen.index([kop, ""]) + 1 if [kop, ""] in rijen else len(rijen)
            return dict(takewhile(all, rijen[begin:]))
    return {}

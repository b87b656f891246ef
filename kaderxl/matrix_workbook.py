"""The matrix as a workbook: the summary in front, the table, and what lies behind it."""

from __future__ import annotations

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from . import labels as l
from .matrix_lists import (
    schrijf_bevindingen,
    schrijf_herkomst,
    schrijf_ontbrekend,
    schrijf_verschillen,
)
from .matrix_table import Plaatsen, schrijf_monitoringstabel
from .model import Beoordeling, Matrix
from .styles import (
    FICTIEF_TEKST,
    FICTIEF_VULLING,
    Werkboek,
    druk_af_op_a4,
    schrijf,
)

_GEEN_KLEUR = "Geen kleur"
_ANDERE_LIJSTEN = {
    l.VERSCHILLEN: schrijf_verschillen,
    l.ONTBREKEND: schrijf_ontbrekend,
    l.BEVINDINGEN: schrijf_bevindingen,
    l.HERKOMST: schrijf_herkomst,
}


def write_matrix(matrix: Matrix) -> bytes:
    """The .xlsx of a matrix; the same matrix gives the same bytes."""
    titel = f"Monitoringsmatrix {l.naam_van(matrix.ronde)}"
    gemeente = f"Gemeente {matrix.kader.instellingen['gemeente']}"
    werkboek = Werkboek(titel, matrix.ronde.peildatum, gemeente)
    samenvatting = werkboek.add_worksheet(l.SAMENVATTING)
    bladen = {l.MONITORINGSTABEL: werkboek.add_worksheet(l.MONITORINGSTABEL)}
    plaatsen = schrijf_monitoringstabel(werkboek, bladen[l.MONITORINGSTABEL], matrix)
    for naam, schrijver in _ANDERE_LIJSTEN.items():
        bladen[naam] = werkboek.add_worksheet(naam)
        schrijver(werkboek, bladen[naam], matrix)
    for naam, blad in bladen.items():
        erbij = l.BIJ_DE_TABEL if naam == l.MONITORINGSTABEL else ""
        _schrijf_titel(werkboek, blad, matrix, f"{naam}, {l.naam_van(matrix.ronde)}{erbij}")
    _schrijf_titel(werkboek, samenvatting, matrix, titel)
    _schrijf_samenvatting(werkboek, samenvatting, matrix, plaatsen)
    return werkboek.bytes()


def _schrijf_titel(werkboek: Werkboek, blad: Worksheet, matrix: Matrix, titel: str) -> None:
    """The one title row; on a made-up matrix it says so before anything else."""
    vorm: dict[str, object] = {"bold": True, "font_size": 14}
    if matrix.fictief:
        titel = f"{l.FICTIEF}. {titel}"
        vorm |= {"bg_color": FICTIEF_VULLING, "font_color": FICTIEF_TEKST}
        blad.set_row(0, 22, werkboek.opmaak(**vorm))
    else:
        blad.set_row(0, 22)
    blad.write_string(0, 0, titel, werkboek.opmaak(**vorm))


def _schrijf_samenvatting(
    werkboek: Werkboek, blad: Worksheet, matrix: Matrix, plaatsen: Plaatsen
) -> None:
    blad.hide_gridlines(2)
    blad.set_column(0, 0, 30)
    blad.set_column(1, 9, 14)
    rij = _schrijf_kop(werkboek, blad, matrix, plaatsen)
    rij = _schrijf_tellingen(werkboek, blad, matrix, plaatsen, rij + 1)
    rij = _schrijf_respons(werkboek, blad, matrix, rij + 1)
    _schrijf_regel(werkboek, blad, rij + 1)
    druk_af_op_a4(blad)
    blad.fit_to_pages(1, 1)
    blad.activate()


def _schrijf_kop(werkboek: Werkboek, blad: Worksheet, matrix: Matrix, plaatsen: Plaatsen) -> int:
    vet, gewoon = werkboek.opmaak(bold=True), werkboek.opmaak()
    gegeven = sum(rij.gegeven for rij in matrix.rijen)
    gevraagd = sum(len(rij.inbreng) for rij in matrix.rijen)
    volledig = "" if gegeven == gevraagd else "; tot alles er is, zijn de kleuren voorlopig"
    regels = (
        ("Kaderafspraken", matrix.kader.instellingen["kader"]),
        ("Ronde", l.ronde_in_woorden(matrix.ronde)),
        ("Antwoorden", f"{gegeven} van {gevraagd} beoordelingen zijn binnen{volledig}"),
        ("Verschillen", f"{sum(bool(r.verschillen) for r in matrix.rijen)} indicatoren"),
    )
    for rij, (naam, tekst) in enumerate(regels, 1):
        blad.write_string(rij, 0, naam, vet)
        blad.write_string(rij, 1, tekst, gewoon)
    rij = len(regels) + 1
    besluiten = f"{l.MONITORINGSTABEL}!{plaatsen.besluit}"
    geteld = "+".join(f'COUNTIF({besluiten},"{b}")' for b in Beoordeling)
    besloten = sum(b.kleur in [*Beoordeling] for b in matrix.besluiten.values())
    van = f" van de {len(matrix.kader.afspraken)} afspraken besloten"
    blad.write_string(rij, 0, "Status", vet)
    blad.write_formula(
        rij,
        1,
        f'="concept; het BO heeft over "&({geteld})&"{van}"',
        gewoon,
        f"concept; het BO heeft over {besloten}{van}",
    )
    return rij + 1


def _schrijf_tellingen(
    werkboek: Werkboek, blad: Worksheet, matrix: Matrix, plaatsen: Plaatsen, rij: int
) -> int:
    """Afspraken per thema and colour, counted live in the table."""
    telling = _tel(matrix)
    woorden = [*map(str, Beoordeling), l.NIET_INGEVULD, f"Niet in {matrix.ronde.jaar}"]
    koppen = ["Afspraken per thema", *woorden, _GEEN_KLEUR, "Totaal"]
    for kolom, kop in enumerate(koppen):
        blad.write_string(rij, kolom, kop, werkboek.kop())
    themas = list(dict.fromkeys(a.thema for a in matrix.kader.afspraken))
    links, vet_links = werkboek.cel(), werkboek.cel(bold=True)
    cel, vet = werkboek.cel(align="center"), werkboek.cel(align="center", bold=True)
    eerste = rij + 1
    for regel, thema in enumerate(themas, eerste):
        schrijf(blad, regel, 0, thema, links)
        for kolom, woord in enumerate(woorden, 1):
            blad.write_formula(
                regel,
                kolom,
                f"=COUNTIFS({l.MONITORINGSTABEL}!{plaatsen.thema},$A{regel + 1},"
                f'{l.MONITORINGSTABEL}!{plaatsen.beoordeling},"{woord}",'
                f"{l.MONITORINGSTABEL}!{plaatsen.telt},1)",
                cel,
                telling.get((thema, woord), 0),
            )
        tabel = f"{l.MONITORINGSTABEL}!"
        totaal = sum(aantal for (t, _), aantal in telling.items() if t == thema)
        alles = f"COUNTIFS({tabel}{plaatsen.thema},$A{regel + 1},{tabel}{plaatsen.telt},1)"
        rest = totaal - sum(telling.get((thema, woord), 0) for woord in woorden)
        met_kleur = f"SUM(B{regel + 1}:{_letter(len(woorden))}{regel + 1})"
        blad.write_formula(regel, len(woorden) + 1, f"={alles}-{met_kleur}", cel, rest)
        blad.write_formula(regel, len(koppen) - 1, f"={alles}", vet, totaal)
    onder = eerste + len(themas)
    schrijf(blad, onder, 0, "Totaal", vet_links)
    for kolom, kop in enumerate(koppen[1:], 1):
        letter = _letter(kolom)
        som = sum(
            n for (_, w), n in telling.items() if kop in (w, "Totaal") or _past(kop, w, woorden)
        )
        blad.write_formula(onder, kolom, f"=SUM({letter}{eerste + 1}:{letter}{onder})", vet, som)
    _kleur_koppen(werkboek, blad, eerste - 1, len(woorden))
    return onder + 1


def _past(kop: str, woord: str, woorden: list[str]) -> bool:
    return kop == _GEEN_KLEUR and woord not in woorden


def _letter(kolom: int) -> str:
    return str(xl_col_to_name(kolom))


def _kleur_koppen(werkboek: Werkboek, blad: Worksheet, rij: int, aantal: int) -> None:
    bereik = f"B{rij + 1}:{_letter(aantal)}{rij + 1}"
    werkboek.kleur_woorden(blad, bereik, [*map(str, Beoordeling), l.NIET_INGEVULD])


def _tel(matrix: Matrix) -> dict[tuple[str, str], int]:
    """Afspraken by (thema, word): the besluit where there is one, else the voorstel."""
    actief = {r.indicator.afspraak for r in matrix.rijen if not r.indicator.open}
    telling: dict[tuple[str, str], int] = {}
    for afspraak in matrix.kader.afspraken:
        besluit = matrix.besluiten.get(afspraak.nummer)
        woord = str(matrix.voorstellen.get(afspraak.nummer) or l.NIET_INGEVULD)
        if afspraak.nummer not in actief:
            woord = f"Niet in {matrix.ronde.jaar}"
        if besluit is not None and besluit.kleur:
            woord = besluit.kleur
        sleutel = (afspraak.thema, woord)
        telling[sleutel] = telling.get(sleutel, 0) + 1
    return telling


def _schrijf_respons(werkboek: Werkboek, blad: Worksheet, matrix: Matrix, rij: int) -> int:
    links, midden = werkboek.cel(), werkboek.cel(align="center")
    for kolom, kop in enumerate(("Respons", "Ontvangen", "Compleet", "Gevraagd")):
        blad.write_string(rij, kolom, kop, werkboek.kop())
    per_partij = {i.partij: i for i in matrix.inzendingen}
    for partij in matrix.kader.partijen:
        gevraagd = len(matrix.kader.vragen_aan(partij.code, matrix.ronde.jaar))
        if not gevraagd:
            continue
        rij += 1
        inzending = per_partij.get(partij.code)
        compleet = inzending.compleet if inzending else 0
        waarden = (partij.naam, "ja" if inzending else "nog niet", compleet, gevraagd)
        for kolom, waarde in enumerate(waarden):
            schrijf(blad, rij, kolom, waarde, midden if kolom else links)
    return rij + 1


def _schrijf_regel(werkboek: Werkboek, blad: Worksheet, rij: int) -> None:
    blad.write_string(rij, 0, "Hoe het voorstel ontstaat", werkboek.opmaak(bold=True))
    tekst = werkboek.opmaak()
    for nummer, regel in enumerate(l.REGEL_VOORSTEL, rij + 1):
        blad.write_string(nummer, 0, f"• {regel}", tekst)

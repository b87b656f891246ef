"""A csv in an old code page, or in one that lacks signs of ours, with every answer in its place."""

from __future__ import annotations

import csv
import io

import pytest
from invullen import als_antwoorden, antwoorden, codes, invullen, leeg_blad, neem_in, zoek_tabel
from openpyxl import load_workbook

from kaderxl.core import catalogue
from kaderxl.core.kader import Kader
from kaderxl.reading import Reader

# As Windows and macOS put another sign in the place of one that a page lacks.
_DAARVOOR = {
    "cp1252": {"█": "¦", "░": "¦", "≥": "=", "●": "?", "▲": "?", "■": "?", "✔": "?"},
    "cp850": dict(zip("–“”‘’…≥●▲✔", "-\"\"''.=\x07\x1e?", strict=True)),
    "mac_roman": {"█": "_", "░": "_", "●": "?", "▲": "_", "■": "_", "✔": "_"},
}
TEKST = "Fictief: geïnd, vóór één “idee”; privé, en foto’s à € 12 – klopt"


def als_csv(kader: Kader, gegeven: dict[str, dict[str, object]], pagina: str, einde: str) -> bytes:
    """The filled-in sheet of De Volmacht as Excel saves it, its colours as the cells show them."""
    boek = load_workbook(io.BytesIO(leeg_blad(kader, "DV")), data_only=True)
    getoond = {str(b): f"{b.symbool} {b}" for b in kader.stoplicht}
    for rij in gegeven.values():
        if "Beoordeling" in rij:
            rij["Beoordeling"] = getoond[str(rij["Beoordeling"])]
    invullen(gegeven)(boek)
    uit = io.StringIO(newline="")
    vervangen = str.maketrans(_DAARVOOR.get(pagina, {}))
    csv.writer(uit, delimiter=";", lineterminator=einde, quoting=csv.QUOTE_ALL).writerows(
        [str("" if waarde is None else waarde).translate(vervangen) for waarde in rij]
        for rij in zoek_tabel(boek).blad.iter_rows(values_only=True)
    )
    return uit.getvalue().encode(pagina, "replace")


@pytest.mark.parametrize(
    ("pagina", "einde", "gemeld"),
    [
        ("utf-8-sig", "\r\n", []),
        ("cp1252", "\r\n", []),
        ("cp850", "\r\n", [catalogue.TEKENS_VAN_OUD_PROGRAMMA.code]),
        ("mac_roman", "\r", [catalogue.TEKENS_VAN_OUD_PROGRAMMA.code]),
    ],
)
def test_every_letter_comes_back(
    pagina: str, einde: str, gemeld: list[str], kader: Kader, reader: Reader
) -> None:
    gegeven = antwoorden(kader, "DV")
    for rij in gegeven.values():
        if rij.get("Toelichting"):
            rij["Toelichting"] = TEKST.replace("€ ", "EUR ") if pagina == "cp850" else TEKST
    kleuren = {code: rij.get("Beoordeling") for code, rij in gegeven.items()}
    data = als_csv(kader, gegeven, pagina, einde)
    inzending = neem_in(reader, kader, data, "retour.csv")
    verwacht = str.maketrans(_DAARVOOR["cp850"] if pagina == "cp850" else {})
    for code, rij in als_antwoorden(inzending).items():
        if "Toelichting" in rij:
            assert rij["Toelichting"] == str(gegeven[code]["Toelichting"]).translate(verwacht)
    gelezen = {c: str(v.beoordeling) for c, v in inzending.voorzetten.items()}
    assert gelezen == {code: kleur for code, kleur in kleuren.items() if kleur}
    assert len(als_antwoorden(inzending)) == len(gegeven)
    assert [c for c in codes(inzending.bevindingen) if c.startswith("B2")] == gemeld
    assert catalogue.LOSSE_TEKST.code not in codes(inzending.bevindingen)


def test_a_euro_that_was_lost_is_said(kader: Kader, reader: Reader) -> None:
    gegeven = antwoorden(kader, "DV")
    next(iter(gegeven.values()))["Toelichting"] = "Fictief: het kost € 12"
    inzending = neem_in(reader, kader, als_csv(kader, gegeven, "cp850", "\r\n"), "retour.csv")
    assert "“? 12”" in str(inzending.bevindingen)
    assert catalogue.TEKENS_VAN_OUD_PROGRAMMA.code in codes(inzending.bevindingen)


def test_one_question_mark_before_a_colour_is_a_doubt(kader: Kader, reader: Reader) -> None:
    gegeven = antwoorden(kader, "DV")
    boek = load_workbook(io.BytesIO(leeg_blad(kader, "DV")), data_only=True)
    code = next(iter(gegeven))
    gegeven[code]["Beoordeling"] = "? Groen"
    invullen(gegeven)(boek)
    uit = io.StringIO(newline="")
    csv.writer(uit, delimiter=";").writerows(zoek_tabel(boek).blad.iter_rows(values_only=True))
    inzending = neem_in(reader, kader, uit.getvalue().encode(), "retour.csv")
    assert inzending.voorzetten[code].beoordeling is None

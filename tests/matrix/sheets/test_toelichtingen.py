"""Nothing that a partij wrote is cut off: what a row can't show stands on a sheet of its own."""

from __future__ import annotations

import io
import random
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

import pytest
from excelmaten import BREEDTE, HOOGTE, Blad, bladen_van
from invullen import antwoorden, inzending, oordeel
from letters import Stuk, regels
from openpyxl import load_workbook

from kaderxl.core import labels as l
from kaderxl.core.action_points import Actiepunt
from kaderxl.core.answers import Veld
from kaderxl.core.kader import Kader
from kaderxl.core.rounds import Fase, Plek, Ronde
from kaderxl.matrix.combine import combine
from kaderxl.matrix.sheets.workbook import write_matrix
from kaderxl.writing.measures import MEESTE_REGELS, aantal_regels, begin_van, ingekort

TUSSENSTAND = Ronde(2026, Fase.TUSSENSTAND)
GELEZEN = (
    l.BESLUITENLIJST,
    l.MONITORINGSTABEL,
    l.VERSCHILLEN,
    l.BESLUITVORMING,
    l.STEMMINGEN,
    l.WIJZIGINGEN,
    l.FOCUSPUNTEN,
    l.JAARPROGRAMMA,
    l.LOPEND,
    l.TOELICHTINGEN,
    l.ONTBREKEND,
    l.MATRIX_LEESMIJ,
)
WOORDEN = "het project loopt vertraging op door bezwaren bij huurdersverenigingen in Gieten".split()


def tekst(partij: str, code: str, lengte: int) -> str:
    """Words of a partij on a row, with a beginning of their own."""
    kies = random.Random(f"{partij}{code}").choice
    woorden = f"{partij} over {code}:"
    while len(woorden) < lengte:
        woorden += f" {kies(WOORDEN)}"
    return woorden


@pytest.fixture(scope="module", params=[260, 1000, 6000])
def geschreven(request: pytest.FixtureRequest, kader: Kader) -> tuple[bytes, dict[str, list[str]]]:
    """The matrix of a tussenstand in which every partij says as much of everything it is asked,
    and one gives another colour."""
    teksten: dict[str, list[str]] = defaultdict(list)
    inzendingen = []
    for partij in (p.code for p in kader.partijen):
        gegeven = antwoorden(kader, partij)
        for code in [c for c in gegeven if "-M" not in c]:
            woorden = tekst(partij, code, request.param)
            kleur = "Oranje" if partij == "DV" else "Rood"
            gegeven[code] = gegeven[code] | oordeel(kleur, "b", woorden)
            teksten[partij].append(woorden)
        plannen = {f"JP-{n:02}": tekst(partij, f"JP-{n:02}", request.param) for n in (1, 2, 3)}
        teksten[partij] += plannen.values()
        programma = {code: Veld(woorden, Plek()) for code, woorden in plannen.items()}
        inzendingen.append(
            replace(inzending(kader, partij, gegeven, TUSSENSTAND), programma=programma)
        )
    return write_matrix(combine(kader, TUSSENSTAND, inzendingen)), teksten


@pytest.fixture(scope="module")
def bladen(geschreven: tuple[bytes, dict[str, list[str]]]) -> Mapping[str, Blad]:
    return bladen_van(geschreven[0])


@pytest.mark.parametrize("naam", GELEZEN)
def test_nothing_is_cut_off_on_a_sheet_that_is_read(bladen: Mapping[str, Blad], naam: str) -> None:
    assert not [str(cel) for cel in bladen[naam].afgesneden()]


def test_every_word_of_every_partij_stands_on_toelichtingen(
    geschreven: tuple[bytes, dict[str, list[str]]], kader: Kader
) -> None:
    data, teksten = geschreven
    _, _, *rijen = load_workbook(io.BytesIO(data))[l.TOELICHTINGEN].values
    delen: dict[tuple[object, object], str] = defaultdict(str)
    for _, code, partij, _, _, deel in rijen:
        delen[partij, code] += f"{str(deel).removesuffix('…').strip()} "
    for p in kader.partijen:
        van_haar = [woorden.strip() for (wie, _), woorden in delen.items() if wie == p.naam]
        assert sorted(van_haar) == sorted(teksten[p.code])


@pytest.mark.parametrize(
    ("naam", "tot"),
    [
        (l.BESLUITENLIJST, l.NOG_TE_DOEN),
        (l.MONITORINGSTABEL, l.GEZET),
        (l.VERSCHILLEN, l.SINDSDIEN),
        (l.BESLUITVORMING, l.UITSLAG),
        (l.STEMMINGEN, "Stem AH WOON"),
        (l.FOCUSPUNTEN, l.WANNEER),
        (l.JAARPROGRAMMA, l.BESLUIT),
        (l.TOELICHTINGEN, l.TOELICHTING),
        (l.LOPEND, "Wat de partijen zeggen"),
        (l.HERKOMST, "SHA-256"),
        (l.BEVINDINGEN, "Wat te doen"),
        (l.GRONDSLAG, l.SINDSDIEN),
    ],
)
def test_what_one_works_with_stands_side_by_side_on_a_laptop_and_on_paper(
    bladen: Mapping[str, Blad], naam: str, tot: str
) -> None:
    blad = bladen[naam]
    (laatste,) = (cel.column_letter for cel in blad.waarden[2] if cel.value == tot)
    assert blad.venster().toont(f"A2:{laatste}2")
    assert (blad.waarden.sheet_view.zoomScale or 100) >= 80
    assert blad.waarden.freeze_panes, "the header stays"
    assert min(blad.op_papier().values()) >= 9


@pytest.mark.parametrize("naam", [l.MONITORINGSTABEL, l.FOCUSPUNTEN, l.JAARPROGRAMMA])
def test_what_is_shortened_says_where_the_rest_is_and_drops_no_partij(
    bladen: Mapping[str, Blad], kader: Kader, naam: str
) -> None:
    blad = bladen[naam].waarden
    koppen = {str(cel.value): cel.column for cel in blad[2]}
    kolom = next(k for k in (l.TOELICHTING, l.REDENEN, l.PLANNEN_PARTIJEN) if k in koppen)
    toelichtingen = bladen[l.TOELICHTINGEN].waarden
    sleutels = {str(w) for rij in toelichtingen.iter_rows(max_col=2, values_only=True) for w in rij}
    for cel in next(blad.iter_cols(koppen[kolom], koppen[kolom], min_row=3)):
        *delen, slot = str(cel.value).split("\n")
        if "lees verder" not in slot:
            continue
        assert slot.rpartition(" ")[2] in sleutels
        lengtes = [aantal_regels(d, 40) for d in delen if d.endswith(" …")]
        assert max(lengtes, default=0) - min(lengtes, default=0) <= 2, "each as much as the others"
        if naam != l.FOCUSPUNTEN:
            assert len(delen) == len({d.partition("(")[0].partition(":")[0] for d in delen})


def test_what_is_said_of_an_action_point_is_not_cut_off(kader: Kader) -> None:
    punt = Actiepunt("AP-2025E-A01-1", 1, "Een plan maken", "gemeente", None, ("GEM",), "het BO")
    gezegd = f"loopt: {tekst('GEM', punt.code, 6000)}"
    met_punt = replace(kader, actiepunten=(punt,))
    van_haar = inzending(met_punt, "GEM", {}, TUSSENSTAND)
    antwoord = replace(van_haar, programma={punt.code: Veld(gezegd, Plek())})
    bladen = bladen_van(write_matrix(combine(met_punt, TUSSENSTAND, [antwoord])))
    for naam in (l.ACTIEPUNTEN, l.TOELICHTINGEN):
        assert not [str(cel) for cel in bladen[naam].afgesneden()]
    blad = bladen[l.ACTIEPUNTEN]
    assert blad.venster().toont("A2:J2")
    assert min(blad.op_papier().values()) >= 9
    woorden = [str(w) for rij in blad.waarden.values for w in rij]
    assert any(w.endswith(l.LEES_VERDER.format(punt.code)) for w in woorden)


def test_what_fits_is_as_it_was_written() -> None:
    teksten = ["een", "twee\ndrie", "vier"]
    assert ingekort(teksten, 20, "lees verder") == "een\ntwee\ndrie\nvier"
    assert ingekort([], 20, "lees verder") == ""


def test_too_many_for_a_line_each_is_the_place_where_they_stand() -> None:
    assert ingekort(["wie"] * 40, 20, "lees verder") == "lees verder"


@pytest.mark.parametrize("bouw", ["woord " * 900, "x" * 4000, "漢" * 2000, "a\n" * 300, " y" * 900])
def test_a_text_in_parts_is_the_same_text(bouw: str) -> None:
    rest, delen = bouw.strip(), list[str]()
    while rest:
        deel, rest = begin_van(rest, 30, MEESTE_REGELS)
        assert aantal_regels(deel, 30) <= MEESTE_REGELS
        delen.append(deel.removesuffix(" …"))
    assert len(delen) > 1
    assert "".join("".join(delen).split()) == "".join(bouw.split())


def test_no_row_is_lower_than_its_text_in_calibri() -> None:
    """Plain and bold, in columns from narrow to wide, with signs that Calibri hasn't."""
    kies = random.Random(19)
    woorden = [*WOORDEN, *"… ● “citaat” € ½ 😀 漢字 É m² → WWWW MMMM iiii a/b x-y-z".split()]
    woorden.append("verduurzamingsmaatregelenpakketten" * 3)
    for _ in range(1500):
        breedte = kies.choice((8, 11, 13, 20, 30, 46, 61, 97))
        zin = " ".join(kies.choices(woorden, k=kies.randint(1, 60)))
        for vet in (False, True):
            nodig = len(regels([Stuk(zin, vet=vet)], 7 * breedte))
            assert aantal_regels(zin, breedte) >= nodig, (zin, breedte, vet)


def test_a_difference_stands_whole_in_a_window_below_the_header(bladen: Mapping[str, Blad]) -> None:
    """What is agreed is typed beside all that was said, one indicator at a time."""
    blad = bladen[l.VERSCHILLEN]
    assert blad.waarden.max_row > 10
    hoogtes = [blad.hoogte(rij) * 4 / 3 for rij in range(1, blad.waarden.max_row + 1)]
    zoom = (blad.waarden.sheet_view.zoomScale or 100) / 100
    assert (sum(hoogtes[:2]) + max(hoogtes)) * zoom <= HOOGTE


def test_what_a_proposal_is_about_stays_beside_what_is_filled_in(
    bladen: Mapping[str, Blad],
) -> None:
    """Eighteen columns are scrolled through; code, who and what stay, in a third of the window."""
    blad = bladen[l.WIJZIGINGEN]
    assert blad.waarden.freeze_panes == "D3"
    assert blad.waarden.print_title_cols in ("A:C", "$A:$C")
    assert min(blad.op_papier().values()) >= 9
    zoom = (blad.waarden.sheet_view.zoomScale or 100) / 100
    assert sum(blad.breedte(kolom) for kolom in (1, 2, 3)) * zoom <= BREEDTE / 3

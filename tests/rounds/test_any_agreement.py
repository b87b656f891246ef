"""Random agreements through a whole ronde: no traceback, no row lost, no two rows taken for one."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import HealthCheck, Phase, given, settings, strategies as st
from openpyxl import load_workbook
from sjablonen import STANDAARD, rijen

from kaderxl.commands.check import check
from kaderxl.commands.demo import demo
from kaderxl.core import labels as l
from kaderxl.core.kader import Kader
from kaderxl.core.notation import een_regel, plat
from kaderxl.core.rounds import Vraagt

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("een_lezer")]

VAN = 2025
NUMMERS = ("{n}. ", "{n} ", "{n}a. ", "1.{n} ", "A{n}: ", "II-{n}. ", "Afspraak {n}: ", "{n}) ", "")
JAREN = (
    "elk jaar",
    "2025-2027",
    "vanaf 2025",
    "t/m 2026",
    "2025/2026",
    "medio 2025",
    "> 2025",
    2025,
)
MAANDEN = {"maart": 31, "mei": 31, "juni": 30, "augustus": 31, "september": 30, "december": 31}
LETTERS = "ABCD"
BEGIN = ("", "90 tot 110 ", "2 nieuwe ", "=", "“", "- ", "'", "10.000 ", "3e ", "+")
woord = st.text(
    st.characters(categories=["L", "Nd", "So", "Po"], exclude_characters="|{}"), min_size=1
)
zin = st.lists(woord, min_size=1, max_size=5).map(" ".join).filter(lambda t: bool(plat(t)))
naam = st.from_regex(r"[A-Z][a-zé]{2,9}( & [a-z]{3,8}| en [a-z]{3,8}| [a-z]{3,9})?", fullmatch=True)


@dataclass(frozen=True)
class Overeenkomst:
    """The cells of Partijen and of the printed table, how many rows that has, and the rondes."""

    partijen: list[list[Any]]
    tabel: list[list[Any]]
    regels: int
    rondes: list[list[Any]]


@st.composite
def jaren(trek: st.DrawFn) -> list[list[Any]]:
    """One to four rondes a year, in any order, of which each may say when it is due and what it
    asks besides; [] for a template without that sheet."""
    namen = trek(st.lists(naam, max_size=4, unique_by=lambda n: plat(n)[:3]))
    maanden = trek(st.lists(st.sampled_from([*MAANDEN]), min_size=4, max_size=4, unique=True))
    rijen_: list[list[Any]] = []
    for n, (ronde, maand) in enumerate(zip(namen, maanden, strict=False)):
        inleveren = trek(st.sampled_from(["", "15 februari", "20 november"]))
        gevraagd = ", ".join(trek(st.lists(st.sampled_from([*Vraagt]), max_size=3, unique=True)))
        wanneer = trek(st.sampled_from(["", "heel {jaar}", f"de {ronde} van {{jaar}}"]))
        laatste = f"{MAANDEN[maand]} {maand}"
        rijen_.append([ronde, f"{LETTERS[n]}{n}", laatste, inleveren, wanneer, gevraagd])
    return rijen_


@st.composite
def overeenkomsten(trek: st.DrawFn) -> Overeenkomst:
    namen = trek(st.lists(naam, min_size=2, max_size=6, unique_by=plat))
    knip = trek(st.integers(1, len(namen) - 1))
    groepen, partijnamen = namen[:knip], namen[knip:]
    partijen = [[f"Stichting {p}", trek(st.sampled_from(groepen))] for p in partijnamen]
    gebruikt = [*dict.fromkeys(groep for _, groep in partijen)]
    vorm, met_codes = trek(st.sampled_from(NUMMERS)), trek(st.booleans())
    wie = st.sampled_from([*gebruikt, *partijnamen, "alle partijen", f"{gebruikt[0]} (trekker)"])
    tabel: list[list[Any]] = []
    titels = trek(st.lists(zin, min_size=1, max_size=5, unique_by=plat))
    for n, titel in enumerate(titels, 1):
        if trek(st.booleans()):
            tabel.append([f"Thema {n}", "", "", "", "", ""])
        heel = vorm.format(n=n) + trek(st.sampled_from(BEGIN)) + titel
        for i, tekst in enumerate(trek(st.lists(zin, min_size=1, max_size=3, unique_by=plat))):
            code = f"k{n}.{i}" if met_codes else ""
            jaar = trek(st.sampled_from(JAREN))
            tabel.append(["", "" if i else heel, tekst, jaar, trek(wie), code])
    return Overeenkomst(partijen, tabel, sum(bool(rij[2]) for rij in tabel), trek(jaren()))


def schrijf(path: Path, van: Overeenkomst) -> Path:
    bladen: dict[str, list[list[Any]]] = {naam: rijen(t) for naam, t in STANDAARD.items()}
    bladen["Instellingen"].append(["looptijd van", VAN])
    bladen["Instellingen"] = [rij for rij in bladen["Instellingen"] if rij[1] != "2026"]
    for blad in ("Meetwaarden", "Doelen", "Vragen"):
        bladen[blad] = bladen[blad][:1]
    bladen["Partijen"] = [["naam", "groep"], *van.partijen]
    if van.rondes:
        kop = ["ronde", "afkorting", "peildatum", "inleveren", "in woorden", "vraagt ook"]
        bladen["Rondes"] = [kop, *van.rondes]
    koppen = ["Thema", "Afspraak", "Indicator", "Jaar", "Actiehouder", "code"]
    bladen["Monitoringstabel"] = [koppen, *van.tabel]
    with xlsxwriter.Workbook(
        path, {"strings_to_formulas": False, "strings_to_urls": False}
    ) as boek:
        for naam_, cellen in bladen.items():
            blad_ = boek.add_worksheet(naam_)
            for r, rij in enumerate(cellen):
                for k, cel in enumerate(rij):
                    if isinstance(cel, int) or cel.isdecimal():
                        blad_.write_number(r, k, int(cel))
                    elif cel:
                        blad_.write_string(r, k, cel)
    return path


def op_de_matrix(path: Path) -> list[tuple[str, str]]:
    """The printed words of each row."""
    blad = load_workbook(path)[l.MONITORINGSTABEL]
    alle = [[str(cel or "") for cel in rij] for rij in blad.iter_rows(values_only=True)]
    kop = next(n for n, rij in enumerate(alle) if l.AFSPRAAK in rij)
    titel, tekst = (alle[kop].index(k) for k in (l.AFSPRAAK, "Indicator"))
    return [(rij[titel], rij[tekst]) for rij in alle[kop + 1 :] if rij[tekst]]


def gedrukt(kader: Kader) -> list[tuple[str, str]]:
    titels = {a.nummer: a.titel for a in kader.afspraken}
    return [(titels[i.afspraak], i.tekst) for i in kader.indicatoren]


@given(overeenkomsten())
@settings(
    max_examples=10,
    phases=[Phase.generate],  # to shrink what is a whole ronde takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_each_row_comes_through_a_ronde_as_one_row(van: Overeenkomst) -> None:
    with tempfile.TemporaryDirectory() as map_:
        sjabloon = schrijf(Path(map_) / "sjabloon.xlsx", van)
        gelezen = check(sjabloon)
        assert not gelezen.needs_attention, [*gelezen.lines()]
        kader = gelezen.kader
        assert kader is not None
        assert len({i.code for i in kader.indicatoren}) == van.regels
        titels = {plat(rij[1]) for rij in van.tabel if rij[1]}
        assert {plat(a.titel) for a in kader.afspraken} == titels
        uitkomst = demo(template=sjabloon, output=Path(map_) / "output")
        assert len(kader.cyclus.fasen) == (len(van.rondes) or 2)
        staat, eerst = op_de_matrix(uitkomst.merged.bestand), gedrukt(kader)
        assert [[*map(een_regel, rij)] for rij in staat] == [[*map(een_regel, r)] for r in eerst]

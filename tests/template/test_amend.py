"""What the BO adopted as the next version of a template: nothing more, nothing less."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from datetime import date
from hashlib import sha256

import pytest
from openpyxl import load_workbook
from sjablonen import schrijf_sjabloon

from kaderxl.core.kader import Kader
from kaderxl.core.proposals import Wijzigingsvoorstel
from kaderxl.core.rounds import Fase, Ronde
from kaderxl.reading import Reader
from kaderxl.template.amend import amend, not_borne
from kaderxl.template.changes import vergelijk
from kaderxl.template.proposal_words import in_a_sentence, what_it_lacks
from kaderxl.template.proposals import beside
from kaderxl.template.read import read_bytes, shipped_template

TOEN = Ronde(2027, Fase.TUSSENSTAND)
DAG = date(2027, 12, 10)
NIEUW = {"indicator": "plantdagen", "jaar": "2028-2031", "actiehouder": "gemeente"}
Delen = Mapping[str, object]


@pytest.fixture(scope="module")
def klein(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return schrijf_sjabloon(tmp_path_factory.mktemp("s") / "s.xlsx").read_bytes()


@pytest.fixture(scope="module")
def wordt(klein: bytes, reader: Reader) -> Callable[..., tuple[list[str], Kader]]:
    """What changes by these adopted proposals, but for which version it is; and the new kader."""
    oud = read_bytes("s.xlsx", klein, reader).geldig()

    def doe(*voorstellen: Delen) -> tuple[list[str], Kader]:
        alle = [voorstel(f"W-{n}", **delen) for n, delen in enumerate(voorstellen, 1)]
        assert [what_it_lacks(v) for v in beside(alle, oud, TOEN)] == [""] * len(alle)
        assert all(in_a_sentence(v) for v in beside(alle, oud, TOEN))
        nieuw = read_bytes("t.xlsx", amend(klein, oud, TOEN, alle, "0" * 64), reader).geldig()
        anders = [w for w in vergelijk(oud, nieuw) if w.onderwerp != "Instellingen"]
        return [f"{w.code} {w.soort}" for w in anders], nieuw

    return doe


def voorstel(code: str, **delen: object) -> Wijzigingsvoorstel:
    besloten = {"besluit": "aangenomen", "datum": DAG}
    return Wijzigingsvoorstel(code, **{**besloten, **delen})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("delen", "anders"),
    [
        (
            {"soort": "nieuwe afspraak", "bij": "samen leven", "afspraak": "Samen groen", **NIEUW},
            ["4 nieuw", "A04-I1 nieuw"],
        ),
        (
            {"soort": "nieuwe indicator", "bij": "2", **NIEUW, "vraag": "Bomen",
             "antwoord": "aantal", "eenheid": "bomen"},
            ["A02-I3 nieuw", "A02-I3-M1 nieuw"],
        ),
        ({"soort": "wijziging", "bij": "2", "afspraak": "2. Goed betaalbaar"}, ["2 titel"]),
        (
            {"soort": "wijziging", "bij": "A03-I1", "indicator": "projecten in wijk en dorp",
             "actiehouder": "Noordbouw", "jaar": "2026-2029"},
            ["A03-I1 tekst", "A03-I1 jaren", "A03-I1 actiehouders"],
        ),
        ({"soort": "ander doel", "bij": "A01-I1", "tm_jaar": "2031", "minimum": 130},
         ["A01-I1 gewijzigd"]),
        ({"soort": "ander doel", "bij": "A02-I1", "tm_jaar": 2031, "maximum": 12.5},
         ["A02-I1 nieuw"]),
        ({"soort": "vervalt", "bij": "A01-I1", "tm_jaar": 2031},
         ["A01-I1 vervallen", "A01-I1 vervallen"]),
        ({"soort": "vervalt", "bij": "3"}, ["A03-I1 jaren", "A03-I2 jaren"]),
    ],
)  # fmt: skip
def test_each_kind_of_proposal_changes_what_it_says(
    wordt: Callable[..., tuple[list[str], Kader]], delen: Delen, anders: list[str]
) -> None:
    assert wordt(delen)[0] == anders


def test_a_new_afspraak_may_have_a_second_indicator_and_a_doel(
    wordt: Callable[..., tuple[list[str], Kader]],
) -> None:
    afspraak = {"soort": "nieuwe afspraak", "bij": "Groen", "afspraak": "Groene wijken", **NIEUW}
    _, kader = wordt(
        {"soort": "nieuwe indicator", "bij": "w-3", **NIEUW, "indicator": "bomen"},
        {"soort": "ander doel", "bij": "W-1", "tm_jaar": 2031, "minimum": 5},
        afspraak,
    )
    assert [i.code for i in kader.indicatoren if i.afspraak == 4] == ["A04-I1", "A04-I2"]
    assert kader.afspraken[-1].titel == "4. Groene wijken"
    assert [d.minimum for d in kader.doelen if d.indicator == "A04-I2"] == [5]


def test_quite_another_text_goes_on_under_a_new_code_that_says_what_it_was(
    wordt: Callable[..., tuple[list[str], Kader]],
) -> None:
    """Its questions and its doel come along; what was asked before stays under the old code."""
    _, kader = wordt({"soort": "wijziging", "bij": "A01-I1", "indicator": "toegevoegde huurhuizen"})
    oud, nieuw = (next(i for i in kader.indicatoren if i.code == c) for c in ("A01-I1", "A01-I3"))
    assert oud.jaren == {2026, 2027}
    assert nieuw.vervangt == ("A01-I1",)
    assert nieuw.jaren == {2028, 2029, 2030, 2031}
    vragen = [(m.code, m.vervangt, m.rol) for m in kader.meetwaarden_van("A01-I3")]
    eerder = [(m.code, m.rol) for m in kader.meetwaarden_van("A01-I1")]
    assert [(v, rol) for _, (v,), rol in vragen] == eerder
    assert {d.indicator for d in kader.doelen} == {"A01-I3"}


def test_what_was_never_asked_goes_with_all_that_is_under_it(reader: Reader) -> None:
    data = shipped_template().read_bytes()
    oud = read_bytes("s.xlsx", data, reader).geldig()
    weg = voorstel("W-1", soort="vervalt", bij="A04-I3")
    hoogtes = _hoogtes(data)
    nieuw_data = amend(data, oud, TOEN, [weg], "0" * 64)
    nieuw = read_bytes("t.xlsx", nieuw_data, reader).geldig()
    assert {i.code for i in oud.indicatoren} - {i.code for i in nieuw.indicatoren} == {"A04-I3"}
    assert {m.code for m in oud.meetwaarden} - {m.code for m in nieuw.meetwaarden} == {"A04-I3-M1"}
    weg_ook = [r for r in oud.regels if "A04-I3" in f"{r}"]
    assert weg_ook
    assert [r for r in oud.regels if r not in weg_ook] == [*nieuw.regels]
    assert nieuw.instellingen.geschreven.keys() == oud.instellingen.geschreven.keys()
    assert nieuw.instellingen.vastgesteld_in == "10-12-2027"
    rijen = [load_workbook(io.BytesIO(d))["Instellingen"].max_row for d in (data, nieuw_data)]
    assert rijen[0] == rijen[1]
    hoogtes.pop("A04-I3")
    assert _hoogtes(nieuw_data) == hoogtes  # each row kept its own
    keuzes = [
        [(str(k.sqref), k.formula1) for k in blad.data_validations.dataValidation]
        for blad in (load_workbook(io.BytesIO(d))["Monitoringstabel"] for d in (data, nieuw_data))
    ]
    assert keuzes[0] == keuzes[1]


def _hoogtes(data: bytes) -> dict[str, float | None]:
    blad = load_workbook(io.BytesIO(data))["Monitoringstabel"]
    kolom = [cel.value for cel in blad[1]].index("code")
    return {
        str(rij[kolom].value): blad.row_dimensions[rij[kolom].row or 0].height
        for rij in blad.iter_rows(min_row=2)
    }


def test_the_same_decisions_give_the_same_bytes_and_text_is_never_a_formula(
    klein: bytes, reader: Reader
) -> None:
    oud = read_bytes("s.xlsx", klein, reader).geldig()
    v = voorstel("W-1", soort="nieuwe indicator", bij="2", **{**NIEUW, "indicator": "=1+1"})
    een, twee = (amend(klein, oud, TOEN, [v], "0" * 64) for _ in range(2))
    assert sha256(een).digest() == sha256(twee).digest()
    cellen = (c for rij in load_workbook(io.BytesIO(een))["Monitoringstabel"] for c in rij)
    assert [c.data_type for c in cellen if c.value == "=1+1"] == ["s"]


def test_the_template_says_what_it_bears_and_is_not_changed_twice(
    klein: bytes, reader: Reader
) -> None:
    oud = read_bytes("s.xlsx", klein, reader).geldig()
    een = voorstel("W-1", soort="vervalt", bij="3")
    later = voorstel("W-2", soort="wijziging", bij="2", afspraak="Goedkoop")
    assert not_borne([een, later], oud, TOEN) == (een, later)
    twee = read_bytes("t.xlsx", amend(klein, oud, TOEN, [een], "a" * 64), reader).geldig()
    assert twee.instellingen.versie == 2
    assert twee.instellingen.vervangt_versie == "1 (aaaaaaaa)"
    assert not_borne([een, later], twee, TOEN) == (later,)
    assert not_borne([een], twee, Ronde(2028, Fase.TUSSENSTAND)) == (een,)


@pytest.mark.parametrize(
    ("delen", "woord"),
    [
        ({"soort": "nieuwe afspraak", "afspraak": "x", **NIEUW}, "thema"),
        ({"soort": "nieuwe indicator", "bij": "99", **NIEUW}, "99"),
        ({"soort": "nieuwe indicator", "bij": "2", **NIEUW, "jaar": "binnenkort"}, "jaren"),
        ({"soort": "nieuwe indicator", "bij": "2", **NIEUW, "jaar": "2040"}, "buiten 2026-2031"),
        ({"soort": "nieuwe indicator", "bij": "2", **NIEUW, "jaar": "2027"}, "na 2027"),
        ({"soort": "nieuwe indicator", "bij": "2", **NIEUW, "actiehouder": "buren"}, "buren"),
        ({"soort": "nieuwe indicator", "bij": "2", **NIEUW, "vraag": "hoeveel?"}, "beide"),
        ({"soort": "nieuwe indicator", "bij": "2", **NIEUW, "antwoord": "veel"}, "aantal"),
        ({"soort": "nieuwe indicator", "bij": "2", **NIEUW, "vervangt": "A09-I9"}, "A09-I9"),
        ({"soort": "wijziging", "bij": "2"}, "Afspraak wordt"),
        ({"soort": "wijziging", "bij": "2", "afspraak": "5. Anders"}, "nummer"),
        ({"soort": "wijziging", "bij": "2", "indicator": "anders"}, "code"),
        ({"soort": "wijziging", "bij": "A02-I1"}, "wat het wordt"),
        ({"soort": "wijziging", "bij": "A77-I1", "jaar": "2028"}, "A77-I1"),
        ({"soort": "ander doel", "bij": "2", "tm_jaar": 2031, "minimum": 1}, "code"),
        ({"soort": "ander doel", "bij": "A02-I1", "minimum": 1}, "welk jaar"),
        ({"soort": "ander doel", "bij": "A02-I1", "tm_jaar": 2031}, "minstens"),
        ({"soort": "ander doel", "bij": "A02-I1", "tm_jaar": 2031, "minimum": "veel"}, "getal"),
        ({"soort": "vervalt", "bij": "A01-I2"}, "al niet meer"),
        ({"soort": "vervalt", "bij": "A02-I1", "tm_jaar": 2030}, "geen doel"),
        ({"soort": "afschaffen", "bij": "2"}, "kies"),
        ({"bij": "2"}, "kies"),
    ],
)
def test_what_is_not_clear_is_asked_and_never_guessed(
    klein: bytes, reader: Reader, delen: Delen, woord: str
) -> None:
    kader = read_bytes("s.xlsx", klein, reader).geldig()
    (v,) = beside([voorstel("W-1", **delen)], kader, TOEN)
    assert woord in what_it_lacks(v)
    assert in_a_sentence(v) == ""


@pytest.mark.parametrize(
    ("actiehouder", "antwoord", "gezegd"),
    [
        ("corporaties", "aantal", True),
        ("Noordbouw en gemeente", "bedrag", True),
        ("Noordbouw", "aantal", False),
        ("corporaties", "tekst", False),
    ],
)
def test_a_number_of_more_than_one_is_said_to_be_one_answer(
    klein: bytes, reader: Reader, actiehouder: str, antwoord: str, gezegd: bool
) -> None:
    kader = read_bytes("s.xlsx", klein, reader).geldig()
    vraag = {**NIEUW, "actiehouder": actiehouder, "vraag": "Bomen", "antwoord": antwoord}
    (v,) = beside([voorstel("W-1", soort="nieuwe indicator", bij="2", **vraag)], kader, TOEN)
    assert ("bij combineren: som" in in_a_sentence(v)) == gezegd

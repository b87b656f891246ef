"""The rules of meaning: what follows from the voorzetten, and what never does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings, strategies as st
from invullen import RONDE, Antwoorden, antwoorden, codes, inzending, oordeel
from kleuren import Beoordeling

from kaderxl.core import catalogue
from kaderxl.core.answers import Inzending, Waarde
from kaderxl.core.kader import Combineren, Kader
from kaderxl.core.outcome import Afgesproken, Matrix, Matrixrij, Vastgelegd
from kaderxl.core.rounds import Ronde
from kaderxl.matrix.combine import combine
from kaderxl.template.kinds import AANTAL

B = Beoordeling
CORPORATIES = ("DV", "WB", "WZN")


def matrix(kader: Kader, gegeven: dict[str, Antwoorden], ronde: Ronde = RONDE) -> Matrix:
    return combine(kader, ronde, [inzending(kader, p, wat, ronde) for p, wat in gegeven.items()])


def rij(van: Matrix, code: str) -> Matrixrij:
    return next(r for r in van.rijen if r.indicator.code == code)


def kleuren(code: str, *paren: tuple[str, str]) -> dict[str, Antwoorden]:
    """A colour for one indicator by partij, with reason and words where they are needed."""
    return {
        partij: {code: oordeel(kleur, "a" if kleur in ("Oranje", "Rood") else None, "Fictief")}
        for partij, kleur in paren
    }


def test_two_groen_and_one_rood_is_a_verschil_and_rood(kader: Kader) -> None:
    uitkomst = matrix(kader, kleuren("A06-I2", ("DV", "Groen"), ("WB", "Groen"), ("WZN", "Rood")))
    zes = rij(uitkomst, "A06-I2")
    assert zes.voorstel == B.ROOD
    assert [v.wat for v in zes.verschillen] == ["kleur"]
    assert {p: v.beoordeling for p, v in zes.inbreng.items() if v} == {
        "DV": B.GROEN,
        "WB": B.GROEN,
        "WZN": B.ROOD,
    }
    assert catalogue.VERSCHIL.code in codes(uitkomst.bevindingen)


@pytest.mark.parametrize(
    ("gegeven", "voorstel"),
    [
        ("Groen Groen Groen", B.GROEN),
        ("Groen Oranje Rood", B.ROOD),
        ("Groen Oranje Afgerond", B.ORANJE),
        ("Groen Afgerond Afgerond", B.GROEN),
        ("Afgerond Afgerond Afgerond", B.AFGEROND),
        ("N.v.t. N.v.t. N.v.t.", B.NVT),
        ("N.v.t. Groen N.v.t.", B.GROEN),
    ],
)
def test_voorstel_is_the_most_cautious(kader: Kader, gegeven: str, voorstel: str) -> None:
    """Of what is of all and of each its own part alike; a Verschil only of what is of all."""
    paren = [*zip(CORPORATIES, gegeven.split(), strict=True)]
    eigen, samen = (rij(matrix(kader, kleuren(c, *paren)), c) for c in ("A07-I1", "A06-I2"))
    assert eigen.voorstel == samen.voorstel == voorstel
    assert not eigen.verschillen
    assert bool(samen.verschillen) is (len(set(gegeven.split())) > 1)


@pytest.mark.parametrize("combineren", [Combineren.SOM, Combineren.IEDER])
def test_reporting_ones_own_part_is_no_difference_of_opinion(
    kader: Kader, combineren: Combineren
) -> None:
    """A corporatie that is behind with its own homes contradicts no other; all are shown."""
    eigen = next(i.code for i in kader.actief(2026) if i.combineren is combineren)
    gezegd = [*zip(CORPORATIES, ("Groen", "Oranje", "Rood"), strict=True)]
    uitkomst = matrix(kader, kleuren(eigen, *gezegd))
    deze = rij(uitkomst, eigen)
    assert (deze.voorstel, deze.verschillen) == (B.ROOD, ())
    assert [(p, v.beoordeling) for p, v in deze.inbreng.items() if v] == gezegd
    assert catalogue.VERSCHIL.code not in codes(uitkomst.bevindingen)


def test_nvt_beside_a_colour_differs_only_on_a_shared_matter(kader: Kader) -> None:
    """A07-I1 is each partij's own stock; A06-I2 is one matter for all."""
    eigen = kleuren("A07-I1", ("DV", "Groen"), ("WB", "N.v.t."))
    assert not rij(matrix(kader, eigen), "A07-I1").verschillen
    samen = kleuren("A06-I2", ("DV", "Groen"), ("WB", "N.v.t."))
    assert [v.wat for v in rij(matrix(kader, samen), "A06-I2").verschillen] == ["kleur"]


def test_missing_is_named_and_never_guessed(kader: Kader) -> None:
    uitkomst = matrix(kader, kleuren("A07-I1", ("DV", "Groen")))
    zeven = rij(uitkomst, "A07-I1")
    assert zeven.inbreng["WB"] is None
    assert zeven.inbreng["WZN"] is None
    assert zeven.voorstel == B.GROEN
    assert not zeven.verschillen
    assert not zeven.volledig
    ontbreekt = [b.tekst for b in uitkomst.bevindingen if b.code == catalogue.PARTIJ_ONTBREEKT.code]
    assert len(ontbreekt) == 5
    assert any("Woonborg" in tekst and "21" in tekst for tekst in ontbreekt)


def test_nothing_received_gives_no_colour_anywhere(kader: Kader) -> None:
    leeg = matrix(kader, {})
    assert {r.voorstel for r in leeg.rijen} == {None}
    assert set(leeg.voorstellen.values()) == {None}
    assert len(leeg.rijen) == 27


def test_open_row_is_asked_of_nobody_and_has_no_voorstel(kader: Kader) -> None:
    uitkomst = matrix(kader, {"GEM": antwoorden(kader, "GEM")})
    assert rij(uitkomst, "A05-I2").inbreng == {}
    assert rij(uitkomst, "A05-I2").voorstel is None


def test_an_unreadable_colour_is_no_colour(kader: Kader) -> None:
    zeven = rij(matrix(kader, kleuren("A07-I1", ("DV", "Groen"), ("WB", "Paars"))), "A07-I1")
    assert zeven.voorstel == B.GROEN
    assert not zeven.volledig
    voorzet = zeven.inbreng["WB"]
    assert voorzet is not None
    assert voorzet.velden["Beoordeling"].tekst == "Paars"


# The afspraak


def met_drie(kader: Kader, *gegeven: str) -> str | None:
    """The voorstel for afspraak 1 when its three indicators get these colours."""
    alles: dict[str, Antwoorden] = {"DV": {}}
    for nummer, kleur in enumerate(gegeven, 1):
        code = f"A01-I{nummer}"
        if kleur != "-":
            alles["DV"] = {**alles["DV"], **kleuren(code, ("DV", kleur))["DV"]}
    return matrix(kader, alles).voorstellen[1]


@pytest.mark.parametrize(
    ("gegeven", "voorstel"),
    [
        ("Groen Groen Groen", B.GROEN),
        ("Groen Oranje Rood", B.ROOD),
        ("Afgerond Groen Afgerond", B.GROEN),
        ("Afgerond Afgerond Afgerond", B.AFGEROND),
        ("Afgerond Afgerond -", None),
        ("Groen - -", B.GROEN),
        ("N.v.t. N.v.t. N.v.t.", B.NVT),
        ("N.v.t. N.v.t. -", None),
        ("- - -", None),
    ],
)
def test_voorstel_of_an_afspraak(kader: Kader, gegeven: str, voorstel: str | None) -> None:
    assert met_drie(kader, *gegeven.split()) == voorstel


def test_open_row_does_not_hold_up_its_afspraak(kader: Kader) -> None:
    vijf = kleuren("A05-I1", *((p, "Afgerond") for p in CORPORATIES))
    assert matrix(kader, vijf).voorstellen[5] == B.AFGEROND


def test_no_active_indicator_no_voorstel(kader: Kader) -> None:
    ronde = Ronde(2028)
    uitkomst = matrix(kader, {"GEM": antwoorden(kader, "GEM", 2028)}, ronde)
    assert 16 not in {r.indicator.afspraak for r in uitkomst.rijen}
    assert uitkomst.voorstellen[16] is None
    assert uitkomst.voorstellen[5] is None, "its only row of 2028 is open"


@pytest.mark.parametrize(
    ("jaar", "rijen"), [(2026, 27), (2027, 18), (2028, 19), (2029, 19), (2030, 20), (2031, 17)]
)
def test_rows_of_each_year(kader: Kader, jaar: int, rijen: int) -> None:
    assert len(matrix(kader, {}, Ronde(jaar)).rijen) == rijen


# What must not matter


@pytest.fixture(scope="module")
def inzendingen(kader: Kader) -> list[Inzending]:
    """Six returns that differ in colours and numbers, one of them with faults."""
    alle = [inzending(kader, p.code, antwoorden(kader, p.code)) for p in kader.partijen]
    fout: Antwoorden = {**antwoorden(kader, "WB"), "A01-I1-M1": {"Waarde": "ca. 12"}}
    return [inzending(kader, "WB", fout) if i.partij == "WB" else i for i in alle]


@pytest.fixture(scope="module")
def voeg_samen(kader: Kader) -> Callable[[Sequence[Inzending]], Matrix]:
    return lambda inzendingen: combine(kader, RONDE, inzendingen)


@settings(max_examples=25)
@given(volgorde=st.permutations(range(6)), aantal=st.integers(0, 6))
def test_order_of_the_inzendingen_does_not_matter(
    inzendingen_: Callable[[], list[Inzending]],
    voeg_samen: Callable[[Sequence[Inzending]], Matrix],
    volgorde: list[int],
    aantal: int,
) -> None:
    gekozen = sorted(volgorde[:aantal])
    alle = inzendingen_()
    assert voeg_samen([alle[n] for n in volgorde[:aantal]]) == voeg_samen(
        [alle[n] for n in gekozen]
    )


@pytest.fixture(scope="module")
def inzendingen_(inzendingen: list[Inzending]) -> Callable[[], list[Inzending]]:
    """Wrapped, so that a failing example prints the order and not six whole returns."""
    return lambda: inzendingen


def test_every_voorzet_is_in_the_matrix_as_given(
    kader: Kader, inzendingen: list[Inzending]
) -> None:
    uitkomst = combine(kader, RONDE, inzendingen)
    for gegeven in inzendingen:
        for code, voorzet in gegeven.voorzetten.items():
            assert rij(uitkomst, code).inbreng[gegeven.partij] == voorzet


def test_one_fictional_return_makes_the_matrix_fictional(
    kader: Kader, inzendingen: list[Inzending]
) -> None:
    assert not combine(kader, RONDE, inzendingen).fictief
    gemerkt = [replace(i, fictief=i.partij == "DV") for i in inzendingen]
    assert combine(kader, RONDE, gemerkt).fictief


def test_findings_of_every_return_are_in_the_matrix(
    kader: Kader, inzendingen: list[Inzending]
) -> None:
    gevonden = combine(kader, RONDE, inzendingen).bevindingen
    for gegeven in inzendingen:
        assert set(gegeven.bevindingen) <= set(gevonden)
    assert catalogue.GETAL_VERWACHT.code in codes(gevonden)


# What is a difference, and what the AO settled


@pytest.mark.parametrize("combineren", Combineren)
def test_nvt_beside_a_colour_is_a_difference_where_all_speak_of_the_same(
    kader: Kader, combineren: Combineren
) -> None:
    """Each its own stock, each its own answer, the answer of one: there it is none.

    Nor is another colour one where each tells of its own.
    """
    anders = tuple(
        replace(i, combineren=combineren) if i.code == "A07-I1" else i for i in kader.indicatoren
    )
    eigen = combineren in (Combineren.SOM, Combineren.IEDER, Combineren.ENKEL)
    zeven = rij(
        matrix(
            replace(kader, indicatoren=anders),
            kleuren("A07-I1", ("DV", "Groen"), ("WB", "N.v.t.")),
        ),
        "A07-I1",
    )
    assert [v.wat for v in zeven.verschillen] == ([] if eigen else ["kleur"])
    rood = matrix(
        replace(kader, indicatoren=anders), kleuren("A07-I1", ("DV", "Groen"), ("WB", "Rood"))
    )
    eigen_deel = combineren in (Combineren.SOM, Combineren.IEDER)
    assert [v.wat for v in rij(rood, "A07-I1").verschillen] == ([] if eigen_deel else ["kleur"])


def test_of_a_row_the_colour_is_the_first_difference(kader: Kader) -> None:
    """Then the numbers, in the order in which they are asked."""
    code = "A01-I3"
    vragen = [m.code for m in kader.meetwaarden_van(code) if m.soort is AANTAL]
    gegeven: dict[str, Antwoorden] = {
        partij: {
            code: oordeel(kleur, "a" if kleur == "Rood" else None, "Fictief"),
            **{m: {"Waarde": n + plus} for n, m in enumerate(vragen, 1)},
        }
        for partij, kleur, plus in (("GEM", "Groen", 0), ("DV", "Rood", 10))
    }
    gevonden = [v.code for v in rij(matrix(kader, gegeven), code).verschillen]
    assert gevonden[0] == code
    assert gevonden[1:] == [m for m in vragen if m in gevonden]
    assert len(gevonden) > 1


def afgesproken(
    kader: Kader, gegeven: dict[str, Antwoorden], waarde: Waarde, code: str = "A06-I2"
) -> Matrix:
    inzendingen = [inzending(kader, p, wat) for p, wat in gegeven.items()]
    settled = Afgesproken(code, waarde, "Fictief: besproken")
    return combine(kader, RONDE, inzendingen, Vastgelegd(afgesproken={code: settled}))


@pytest.mark.parametrize(
    ("nu", "settled", "zegt"),
    [
        ("Groen Groen Groen", "Rood", "is Rood afgesproken; de partijen zeggen nu allemaal Groen"),
        ("Rood", "Groen", "is Groen afgesproken; de partijen zeggen nu allemaal Rood"),
        ("", "Groen", "is Groen afgesproken; de partijen zeggen nu allemaal niets"),
        ("Groen Groen", "Groen", ""),
        ("Groen Rood", "Oranje", ""),
        ("Groen Groen", None, ""),
    ],
)
def test_what_the_ao_settled_and_the_partijen_no_longer_say_is_named(
    kader: Kader, nu: str, settled: str | None, zegt: str
) -> None:
    paren = zip(CORPORATIES, nu.split(), strict=False)
    uitkomst = afgesproken(kader, kleuren("A06-I2", *paren), settled)
    gevonden = [
        b.tekst for b in uitkomst.bevindingen if b.code == catalogue.AFSPRAAK_AO_ACHTERHAALD.code
    ]
    assert len(gevonden) == bool(zegt)
    assert zegt in "".join(gevonden)
    if settled:
        assert rij(uitkomst, "A06-I2").voorstel == settled


def test_where_each_tells_of_its_own_part_they_need_not_agree_with_the_ao(kader: Kader) -> None:
    """What was settled before stays; and nobody says that they "all say" what they do not."""
    eigen = kleuren("A07-I1", ("DV", "Groen"), ("WB", "Rood"))
    uitkomst = afgesproken(kader, eigen, "Oranje", "A07-I1")
    assert rij(uitkomst, "A07-I1").voorstel == B.ORANJE
    assert catalogue.AFSPRAAK_AO_ACHTERHAALD.code not in codes(uitkomst.bevindingen)


def test_a_number_on_which_they_differ_does_not_hide_that_the_colour_was_overtaken(
    kader: Kader,
) -> None:
    """Only a difference in colour means that the AO still has something to say of the colour."""
    vraag = next(m.code for m in kader.meetwaarden_van("A01-I3") if m.soort is AANTAL)
    gegeven: dict[str, Antwoorden] = {
        p: {"A01-I3": oordeel("Groen", None, "Fictief"), vraag: {"Waarde": n}}
        for n, p in enumerate(("GEM", "DV"))
    }
    settled = Vastgelegd(afgesproken={"A01-I3": Afgesproken("A01-I3", "Rood")})
    inzendingen = [inzending(kader, p, wat) for p, wat in gegeven.items()]
    uitkomst = combine(kader, RONDE, inzendingen, settled)
    assert [v.code for v in rij(uitkomst, "A01-I3").verschillen] == [vraag]
    assert catalogue.AFSPRAAK_AO_ACHTERHAALD.code in codes(uitkomst.bevindingen)


@pytest.mark.parametrize(
    ("waarde", "getal"), [(7, 7), (7.5, 7.5), (0, 0), ("ongeveer zeven", None), (True, None)]
)
def test_a_value_of_the_ao_is_a_number_only_when_it_is_one(
    kader: Kader, waarde: Waarde, getal: float | None
) -> None:
    gegeven = kleuren("A01-I2", ("GEM", "Groen"), ("DV", "Groen"))
    (stand, *_) = rij(afgesproken(kader, gegeven, waarde, "A01-I2-M1"), "A01-I2").standen
    assert (stand.code, stand.waarde, stand.volledig) == ("A01-I2-M1", getal, True)
    assert stand.tekst.endswith(" (afgesproken in het AO)")

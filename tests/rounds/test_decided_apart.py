"""Copies of a matrix decided apart and handed in, in any order: no change is lost, none is undone
by who did not touch it, and what two changed waits for a person."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import permutations
from pathlib import Path

import pytest
from archieven import Klaar, boom, instellingen, maak_ronde
from hypothesis import given, strategies as st
from invullen import RONDE, codes, enige
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from sjablonen import STANDAARD, schrijf_sjabloon

from kaderxl.commands.adopt import Adopted, adopt
from kaderxl.commands.archive import archive
from kaderxl.commands.merge import Merged, merge
from kaderxl.core import catalogue, labels as l
from kaderxl.core.answers import Waarde
from kaderxl.core.findings import NietUitgevoerd
from kaderxl.core.rounds import Bevinding
from kaderxl.core.traffic_light import HOOFDSTUK_8
from kaderxl.matrix.settled import Ingevuld, Plaats, in_woorden, per_onderwerp
from kaderxl.matrix.three_way import merge_three
from kaderxl.reading import Reader

pytestmark = pytest.mark.usefixtures("een_lezer")

# On the level of values, over random sequences

DAGEN = (date(2027, 3, 1), date(2027, 3, 12))
BESLUITEN: list[dict[str, Waarde]] = [
    {"kleur": kleur, "reden": reden, "datum": dag}
    for kleur, reden in (("Groen", ""), ("Rood", "a"), ("Rood", "b"), ("Oranje", "b"))
    for dag in DAGEN
]
LOSSE: list[Plaats] = [
    ("focuspunten", 1, "actie"),
    ("focuspunten", 1, "wie"),
    ("stemmingen", 2, "stem DV"),
    ("notities", "A01-I1", "tekst"),
]


@dataclass
class Map:
    """A matrix, and the copies that were made of it: what stood in each, and what stands in it."""

    matrix: dict[Plaats, Waarde] = field(default_factory=dict)
    kopieen: list[tuple[dict[Plaats, Waarde], dict[Plaats, Waarde]]] = field(default_factory=list)
    besluiten: set[str] = field(default_factory=set)
    """Every besluit that somebody wrote, in words."""

    def kopieer(self) -> None:
        self.kopieen.append((dict(self.matrix), dict(self.matrix)))

    def schrijf(self, cellen: dict[Plaats, Waarde], zet: Mapping[Plaats, Waarde]) -> None:
        for plaats, waarde in zet.items():
            cellen.pop(plaats, None)
            if waarde:
                cellen[plaats] = waarde
        self.besluiten |= {_besluit(cellen, nummer) for nummer in (1, 2)}

    def neem_over(self, nummer: int) -> list[Bevinding]:
        basis, kopie = self.kopieen[nummer]
        self.matrix, bevindingen = merge_three(
            Ingevuld(kopie), basis, Ingevuld(self.matrix), HOOFDSTUK_8
        )
        return bevindingen


def _besluit(cellen: Mapping[Plaats, Waarde], nummer: int) -> str:
    return in_woorden(per_onderwerp(cellen).get(("besluiten", nummer), {}))


_wat = st.one_of(
    st.builds(
        lambda n, b: {("besluiten", n, deel): waarde for deel, waarde in b.items()},
        st.sampled_from([1, 2]),
        st.sampled_from([*BESLUITEN, dict.fromkeys(("kleur", "reden", "datum"), "")]),
    ),
    st.builds(
        lambda plaats, waarde: {plaats: waarde},
        st.sampled_from(LOSSE),
        st.sampled_from(["Groen", "Rood", "bellen", ""]),
    ),
)
_stappen = st.lists(
    st.tuples(
        st.sampled_from(["copy", "edit", "edit", "matrix", "adopt"]), st.integers(0, 3), _wat
    ),
    max_size=14,
)


@given(_stappen)
def test_whatever_people_do(stappen: list[tuple[str, int, dict[Plaats, Waarde]]]) -> None:
    map_ = Map()
    map_.kopieer()
    for stap, welke, wat in stappen:
        nummer = welke % len(map_.kopieen)
        if stap == "copy":
            map_.kopieer()
        elif stap == "edit":
            map_.schrijf(map_.kopieen[nummer][1], wat)
        elif stap == "matrix":
            map_.schrijf(map_.matrix, wat)
        else:
            _neem_over_en_kijk(map_, nummer)


def _neem_over_en_kijk(map_: Map, nummer: int) -> None:
    voor, (basis, kopie) = dict(map_.matrix), map_.kopieen[nummer]
    bevindingen = map_.neem_over(nummer)
    na, gezegd = map_.matrix, " ".join(b.tekst for b in bevindingen)
    for onderwerp in {p[:2] for p in (*voor, *basis, *kopie)}:
        stond, komt, was, nu = (
            {p: w for p, w in cellen.items() if p[:2] == onderwerp}
            for cellen in (basis, kopie, voor, na)
        )
        if komt == stond:
            assert nu == was, "undone by who did not touch it"
        if onderwerp[0] == "besluiten":
            assert nu in (was, komt), "made of two"
            veranderd = [komt] if komt not in (stond, {}) else []
        else:
            veranderd = [{p: w} for p, w in komt.items() if stond.get(p) != w]
        for zet in veranderd:
            genomen = zet.items() <= nu.items()
            woorden = in_woorden({p[2]: w for p, w in zet.items()})
            assert genomen or f"“{woorden}”" in gezegd, "lost"
        for plaats, waarde in was.items():
            assert nu.get(plaats) == waarde or str(waarde) in gezegd or na.get(plaats), "vanished"
    assert {_besluit(na, n) for n in (1, 2)} <= {*map_.besluiten, ""}
    opnieuw = map_.neem_over(nummer)
    assert map_.matrix == na, "taken twice"
    assert catalogue.VASTGELEGD_GEWIJZIGD.code not in codes(opnieuw)


@given(st.lists(st.tuples(st.integers(0, 2), _wat), max_size=6))
def test_the_order_in_which_copies_come_makes_no_difference_but_for_what_waits(
    zetten: list[tuple[int, dict[Plaats, Waarde]]],
) -> None:
    """Three copies of one matrix: what no two of them changed ends the same in every order."""
    uitkomsten, botsend = [], []
    for volgorde in permutations(range(3)):
        map_ = Map()
        map_.schrijf(map_.matrix, {("notities", "A01-I1", "tekst"): "stond er"})
        for _ in range(3):
            map_.kopieer()
        for nummer, wat in zetten:
            map_.schrijf(map_.kopieen[nummer][1], wat)
        gezegd = [b for nummer in volgorde for b in map_.neem_over(nummer)]
        uitkomsten.append(map_.matrix)
        botsend.append({b.tekst.split(" is twee")[0] for b in gezegd if "M542" in b.code})
    waar = {p for u in uitkomsten for p in u if any(u.get(p) != v.get(p) for v in uitkomsten)}
    if waar:
        assert all(botsend), "whatever came first, it was said"
    assert len({frozenset(b) for b in botsend}) == 1, "and of the same things"


# Through real files

MATRIX = f"monitoringsmatrix-{RONDE}.xlsx"
VANDAAG, BO = date(2027, 4, 1), datetime(2027, 3, 25)
Cellen = Mapping[tuple[str, str | int, str], object]


def besluit(nummer: int, kleur: str, reden: str = "") -> Cellen:
    waarden = {"Besluit BO": kleur, "Reden besluit": reden or None, "Datum BO": BO}
    return {("Besluitenlijst", nummer, kop): w for kop, w in waarden.items()}


def focus(nummer: int, **velden: str) -> Cellen:
    return {("Focuspunten", nummer, kop): w for kop, w in velden.items()}


VAST: Cellen = {("Samenvatting", "Vastgesteld in het BO van", ""): BO}


@pytest.fixture(scope="module")
def origineel(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Klaar:
    return maak_ronde(tmp_path_factory.mktemp("apart"), reader, ("GEM", "NB"))


@pytest.fixture
def klaar(origineel: Klaar, tmp_path: Path) -> Klaar:
    return origineel.kopie(tmp_path)


def matrix_in(klaar: Klaar) -> Path:
    return klaar.ronde / "matrix" / MATRIX


def cel(boek: Workbook, blad: str, sleutel: str | int, kop: str) -> Cell:
    """A cell by the code or number of its row and its header; without one, beside a label."""
    if not kop:
        (label,) = (c for rij in boek[blad].iter_rows() for c in rij if c.value == sleutel)
        gevonden = boek[blad].cell(label.row, label.column + 1)
    else:
        koppen = [c.value for c in boek[blad][2]]
        eerste = koppen.index("Nr" if isinstance(sleutel, int) else "Code")
        rij = next(r for r in boek[blad].iter_rows(min_row=3) if r[eerste].value == sleutel)
        gevonden = rij[koppen.index(kop)]
    assert isinstance(gevonden, Cell)
    return gevonden


def kopie(klaar: Klaar, naam: str, *zetten: Cellen, van: Path | None = None) -> Path:
    """A copy of the matrix in which somebody typed."""
    boek = load_workbook(van or matrix_in(klaar))
    for (blad, sleutel, kop), waarde in (paar for zet in zetten for paar in zet.items()):
        cel(boek, blad, sleutel, kop).value = waarde  # type: ignore[assignment]
    boek.save(klaar.output.parent / naam)
    return klaar.output.parent / naam


def neem_over(klaar: Klaar, bestand: Path, *keuzes: str) -> Adopted:
    return adopt(
        RONDE,
        bestand,
        template=klaar.sjabloon,
        output=klaar.output,
        choose=keuzes,
        today=VANDAAG,
    )


def voeg_samen(klaar: Klaar, sjabloon: Path | None = None) -> Merged:
    sjabloon = sjabloon or klaar.sjabloon
    return merge(RONDE, template=sjabloon, output=klaar.output, today=VANDAAG)


def kleuren(uitkomst: Adopted) -> dict[int | str, str]:
    return {n: b.kleur for n, b in uitkomst.merged.matrix.besluiten.items()}


@pytest.mark.parametrize("andersom", [False, True])
def test_two_copies_decided_apart(klaar: Klaar, *, andersom: bool) -> None:
    """What only one of them says lies together; what both say of one afspraak waits."""
    anna = kopie(klaar, "anna.xlsx", besluit(1, "Rood", "b"), focus(1, Wie="Anna"))
    bert = kopie(klaar, "bert.xlsx", besluit(1, "Groen"), besluit(2, "Groen"), focus(1, Actie="x"))
    eerst, dan = (bert, anna) if andersom else (anna, bert)
    neem_over(klaar, eerst)
    uitkomst = neem_over(klaar, dan)
    assert kleuren(uitkomst) == {1: "Groen" if andersom else "Rood", 2: "Groen"}
    punt = uitkomst.merged.matrix.vastgelegd.focuspunten[1]
    assert (punt.actie, punt.wie) == ("x", "Anna")
    botst = enige(uitkomst.bevindingen, catalogue.TWEE_WIJZIGINGEN)
    assert {"“Rood / b / 25-3-2027”", "“Groen / 25-3-2027”"} <= {
        f"“{deel}”" for deel in botst.tekst.replace("”", "“").split("“")
    }
    adres = cel(load_workbook(dan), "Besluitenlijst", 1, "Besluit BO").coordinate
    assert botst.plek == (dan.name, "Besluitenlijst", adres)
    assert f"(Besluitenlijst!{adres})" in botst.tekst
    assert uitkomst.needs_attention
    opnieuw = neem_over(klaar, dan)
    assert codes(opnieuw.bevindingen) == [catalogue.AL_OVERGENOMEN.code]
    gekozen = neem_over(klaar, dan, "1")
    assert kleuren(gekozen) == {1: "Rood" if andersom else "Groen", 2: "Groen"}
    assert gekozen.merged.matrix.vastgelegd.focuspunten[1] == punt, "nothing else was chosen"
    assert not gekozen.needs_attention or andersom


def sorted_alone(drie: Path, *order: int) -> Cellen:
    """The yellow cells of Focuspunten by themselves, in another order."""
    boek = load_workbook(drie)
    gezet: dict[tuple[str, str | int, str], object] = {}
    for nummer, van in enumerate(order, 1):
        for kop in ("Actie", "Wie", "Wanneer"):
            gezet["Focuspunten", nummer, kop] = cel(boek, "Focuspunten", van, kop).value
    return gezet


@pytest.fixture
def drie(klaar: Klaar) -> Klaar:
    """A matrix with a focuspunt at each afspraak."""
    punten = (focus(n, Actie=f"Actie {n}", Wie=f"Wie {n}") for n in (1, 2, 3))
    neem_over(klaar, kopie(klaar, "drie.xlsx", *punten))
    return klaar


def acties(uitkomst: Merged) -> list[str]:
    return [p.actie for _, p in sorted(uitkomst.matrix.vastgelegd.focuspunten.items())]


def test_yellow_cells_that_were_sorted_alone_are_not_taken_over(drie: Klaar) -> None:
    """The words beside them stayed where they were, so no row contradicts itself."""
    gesorteerd = sorted_alone(matrix_in(drie), 2, 3, 1)
    erbij = {("Focuspunten", 1, "Wie"): "Wie 2"} | dict(besluit(2, "Groen"))
    scheef = kopie(drie, "scheef.xlsx", {**gesorteerd, **erbij})
    uitkomst = neem_over(drie, scheef)
    verhuisd = enige(uitkomst.bevindingen, catalogue.RIJEN_VERHUISD)
    assert "Bij 3 regels" in verhuisd.tekst
    assert "Focuspunt bij afspraak 1: dat stond bij Focuspunt bij afspraak 2" in verhuisd.tekst
    assert verhuisd.plek.blad == "Focuspunten"
    assert acties(uitkomst.merged) == ["Actie 1", "Actie 2", "Actie 3"]
    assert kleuren(uitkomst) == {2: "Groen"}, "the rest is taken"
    wat = [keuze.wat for keuze in uitkomst.keuzes]
    assert wat == [f"Focuspunt bij afspraak {n}" for n in (1, 2, 3)], "and these can be chosen"
    toch = neem_over(drie, scheef, *(keuze.naam for keuze in uitkomst.keuzes))
    for keuze, actie in zip(uitkomst.keuzes, acties(toch.merged), strict=True):
        assert keuze.bestand.startswith(actie)
    assert toch.keuzes == ()


def test_rows_that_were_moved_on_purpose_are_taken_when_a_person_says_so(drie: Klaar) -> None:
    geruild = kopie(drie, "geruild.xlsx", sorted_alone(matrix_in(drie), 2, 1, 3))
    keuzes = ("focuspunt 1", "focuspunt 2")
    uitkomst = neem_over(drie, geruild, *keuzes)
    assert acties(uitkomst.merged) == ["Actie 2", "Actie 1", "Actie 3"]
    assert catalogue.RIJEN_VERHUISD.code not in codes(uitkomst.bevindingen)


def test_one_row_that_went_elsewhere_was_typed_there(drie: Klaar) -> None:
    leeg: Cellen = {("Focuspunten", 3, kop): None for kop in ("Actie", "Wie")}
    een = kopie(drie, "een.xlsx", focus(1, Actie="Actie 3", Wie="Wie 3"), leeg)
    uitkomst = neem_over(drie, een)
    assert catalogue.RIJEN_VERHUISD.code not in codes(uitkomst.bevindingen)
    assert acties(uitkomst.merged)[0] == "Actie 3"


def test_sorted_alone_in_the_matrix_itself_it_is_said_at_merge(drie: Klaar) -> None:
    matrix = matrix_in(drie)
    kopie(drie, "g.xlsx", sorted_alone(matrix, 3, 1, 2)).replace(matrix)
    samen = voeg_samen(drie)
    assert catalogue.RIJEN_VERHUISD_IN_MATRIX.code in codes(samen.veranderd)
    assert samen.bewaard is not None, "what stood there is kept"
    assert catalogue.RIJEN_VERHUISD_IN_MATRIX.code not in codes(voeg_samen(drie).veranderd)


@pytest.mark.parametrize("geldt", ["copy", "matrix", "nothing in the matrix", "typed"])
def test_what_two_changed_is_named_until_a_person_chose(klaar: Klaar, geldt: str) -> None:
    anna = kopie(klaar, "anna.xlsx", besluit(1, "Rood", "b"), VAST)
    bert = kopie(klaar, "bert.xlsx", besluit(1, "Groen"))
    neem_over(klaar, anna)
    bewijs = neem_over(klaar, bert).bewijs
    if geldt == "nothing in the matrix":
        leeg = dict.fromkeys(besluit(1, ""))
        shutil.copy(kopie(klaar, "weg.xlsx", leeg), matrix_in(klaar))
    elif geldt == "typed":
        shutil.copy(kopie(klaar, "zo.xlsx", besluit(1, "groen")), matrix_in(klaar))
    for _ in range(2):
        gezegd = voeg_samen(klaar)
        if geldt == "typed":
            assert catalogue.NOG_TE_KIEZEN.code not in codes(gezegd.matrix.bevindingen)
            return
        botst = enige(gezegd.matrix.bevindingen, catalogue.NOG_TE_KIEZEN)
        assert bewijs.name in botst.tekst
        assert "“Groen / 25-3-2027”" in botst.tekst
        assert gezegd.needs_attention
    blad = load_workbook(matrix_in(klaar))["Bevindingen"]
    assert any(c == "M574" for rij in blad.iter_rows(values_only=True) for c in rij)
    with pytest.raises(NietUitgevoerd) as fout:
        archive(RONDE, template=klaar.sjabloon, output=klaar.output, today=VANDAAG)
    assert catalogue.NOG_TE_KIEZEN.code in codes(fout.value.bevindingen)
    blijkt = bewijs if geldt == "copy" else matrix_in(klaar)
    (keuze,) = neem_over(klaar, blijkt).keuzes
    gekozen = neem_over(klaar, blijkt, keuze.naam)
    wordt = {"copy": {1: "Groen"}, "matrix": {1: "Rood"}, "nothing in the matrix": {}}
    assert kleuren(gekozen) == wordt[geldt]
    assert catalogue.NOG_TE_KIEZEN.code not in codes(voeg_samen(klaar).matrix.bevindingen)


@pytest.mark.parametrize("nu", ["", "Afgerond"])
@pytest.mark.parametrize("opdracht", ["merge", "adopt"])
def test_what_was_changed_in_the_matrix_itself_is_said(
    klaar: Klaar, nu: str, opdracht: str
) -> None:
    neem_over(klaar, kopie(klaar, "anna.xlsx", besluit(1, "Groen"), besluit(2, "Groen"), VAST))
    bert = kopie(klaar, "bert.xlsx", focus(1, Wie="Bert"))
    cellen = besluit(1, nu) if nu else dict.fromkeys(besluit(1, ""))
    shutil.copy(kopie(klaar, "zelf.xlsx", cellen, besluit(3, "Groen")), matrix_in(klaar))
    uitkomst = voeg_samen(klaar) if opdracht == "merge" else neem_over(klaar, bert)
    merged = uitkomst if isinstance(uitkomst, Merged) else uitkomst.merged
    gezegd = enige(merged.veranderd, catalogue.VASTGELEGD_GEWIJZIGD)
    assert "Besluit bij afspraak 1 is gewijzigd: eerst “Groen / 25-3-2027”" in gezegd.tekst
    assert f"nu “{f'{nu} / 25-3-2027' if nu else 'niets'}”" in gezegd.tekst
    assert any(gezegd.tekst in regel for regel in uitkomst.lines())
    assert len(merged.veranderd) == 1, "what is new is no change"
    data = matrix_in(klaar).read_bytes()
    assert voeg_samen(klaar).veranderd == ()
    assert matrix_in(klaar).read_bytes() == data, "it can be archived at once"


def test_a_choice_that_is_not_in_the_file_changes_nothing(klaar: Klaar) -> None:
    anna = kopie(klaar, "anna.xlsx", besluit(1, "Groen"))
    voor = boom(klaar.output)
    with pytest.raises(NietUitgevoerd) as fout:
        neem_over(klaar, anna, "2", "1", "focuspunt 1")
    assert codes(fout.value.bevindingen) == [catalogue.KEUZE_NIET_IN_BESTAND.code] * 2
    assert "Het kan: 1." in fout.value.bevindingen[0].actie
    assert boom(klaar.output) == voor


def test_a_file_that_kaderxl_kept_itself_changes_nothing(klaar: Klaar) -> None:
    """A matrix of before a besluit was withdrawn does not bring it back; neither does evidence."""
    anna = kopie(klaar, "anna.xlsx", besluit(1, "Groen"), besluit(2, "Groen"))
    bewijs = neem_over(klaar, anna).bewijs
    matrix = matrix_in(klaar)
    met_twee = matrix.read_bytes()
    shutil.copy(kopie(klaar, "weg.xlsx", dict.fromkeys(besluit(1, ""))), matrix)
    voeg_samen(klaar)
    (klaar.output.parent / "oud.xlsx").write_bytes(met_twee)
    eerder = [p for p in (matrix.parent / "eerder").iterdir() if p.stat().st_size]
    for bestand in (*eerder, bewijs, matrix):
        uitkomst = neem_over(klaar, bestand)
        assert kleuren(uitkomst) == {2: "Groen"}, bestand
        assert len(uitkomst.bevindingen) == 1
        assert not uitkomst.needs_attention
    assert len(list(bewijs.parent.iterdir())) == 1
    terug = neem_over(klaar, bewijs, "1")
    assert kleuren(terug) == {1: "Groen", 2: "Groen"}, "but for who says so"


def test_an_old_matrix_that_somebody_edited_brings_only_its_change(klaar: Klaar) -> None:
    oud = Path(shutil.copy(matrix_in(klaar), klaar.output.parent / "oud.xlsx"))
    neem_over(klaar, kopie(klaar, "anna.xlsx", besluit(1, "Groen"), focus(1, Wie="Noordbouw")))
    bert = kopie(klaar, "bert.xlsx", focus(1, Actie="bellen"), van=oud)
    uitkomst = neem_over(klaar, bert)
    assert kleuren(uitkomst) == {1: "Groen"}
    punt = uitkomst.merged.matrix.vastgelegd.focuspunten[1]
    assert (punt.actie, punt.wie) == ("bellen", "Noordbouw")
    assert codes(uitkomst.bevindingen) == [catalogue.VASTGELEGD_GEWIJZIGD.code]


def test_a_copy_without_changes_says_so(klaar: Klaar) -> None:
    neem_over(klaar, kopie(klaar, "anna.xlsx", besluit(1, "Groen")))
    opgeslagen = kopie(klaar, "niets.xlsx")
    neem_over(klaar, kopie(klaar, "bert.xlsx", besluit(2, "Groen")))
    uitkomst = neem_over(klaar, opgeslagen)
    assert codes(uitkomst.bevindingen) == [catalogue.NIETS_VERANDERD.code]
    assert kleuren(uitkomst) == {1: "Groen", 2: "Groen"}


def zonder_stempel(bestand: Path) -> Path:
    boek = load_workbook(bestand)
    for c in (c for rij in boek["Leesmij"].iter_rows() for c in rij):
        if str(c.value).startswith("matrix-"):
            assert isinstance(c, Cell)
            c.value = None
    boek.save(bestand)
    return bestand


@pytest.mark.parametrize("hoe", ["no stempel", "base lost"])
def test_without_a_stempel_the_closest_is_taken_and_that_is_said(klaar: Klaar, hoe: str) -> None:
    neem_over(klaar, kopie(klaar, "anna.xlsx", besluit(1, "Groen"), besluit(2, "Groen")))
    bert = kopie(klaar, "bert.xlsx", focus(1, Wie="Bert"))
    neem_over(klaar, kopie(klaar, "cees.xlsx", besluit(2, "Afgerond")))
    if hoe == "no stempel":
        zonder_stempel(bert)
    else:
        (weg,) = (klaar.ronde / "uitgegeven").glob(f"{_stempel(bert)}.json")
        weg.unlink()
    uitkomst = neem_over(klaar, bert)
    assert "het meest op lijkt" in enige(uitkomst.bevindingen, catalogue.STEMPEL_ONBEKEND).tekst
    assert uitkomst.merged.matrix.vastgelegd.focuspunten[1].wie == "Bert"
    if hoe == "no stempel":
        assert kleuren(uitkomst) == {1: "Groen", 2: "Afgerond"}, "nobody touched it in that copy"


def _stempel(bestand: Path) -> str:
    teksten = (
        c for rij in load_workbook(bestand)["Leesmij"].iter_rows(values_only=True) for c in rij
    )
    return next(str(t) for t in teksten if str(t).startswith("matrix-"))


def test_where_nothing_was_kept_the_file_goes_before_the_matrix(klaar: Klaar) -> None:
    """As of an earlier kaderxl: what is filled in is taken, what is empty stays."""
    neem_over(klaar, kopie(klaar, "anna.xlsx", besluit(1, "Groen"), focus(1, Wie="Anna")))
    bert = zonder_stempel(kopie(klaar, "bert.xlsx", besluit(1, "Afgerond"), focus(1, Wie="")))
    shutil.rmtree(klaar.ronde / "uitgegeven")
    uitkomst = neem_over(klaar, bert)
    assert kleuren(uitkomst) == {1: "Afgerond"}
    assert uitkomst.merged.matrix.vastgelegd.focuspunten[1].wie == "Anna"
    assert {
        catalogue.STEMPEL_ONBEKEND.code,
        catalogue.VASTGELEGD_GEWIJZIGD.code,
        catalogue.VASTGELEGD_BLIJFT.code,
    } == set(codes(uitkomst.bevindingen))


def test_merging_twice_keeps_one_base_and_changes_nothing(klaar: Klaar) -> None:
    voeg_samen(klaar)
    voor = boom(klaar.output)
    voeg_samen(klaar)
    assert boom(klaar.output) == voor
    assert len(list((klaar.ronde / "uitgegeven").glob("matrix-*.json"))) == 1


# A partij is its code


def test_a_partij_that_is_renamed_keeps_its_votes_and_what_a_besluit_rests_on(
    klaar: Klaar, tmp_path: Path
) -> None:
    stem: Cellen = {("Besluitvorming", 1, "Stem Noordbouw"): "Groen"}
    bert = kopie(klaar, "bert.xlsx", focus(2, Wie="Bert"))
    neem_over(klaar, kopie(klaar, "anna.xlsx", besluit(1, "Groen"), stem))
    voor = voeg_samen(klaar).matrix
    anders = schrijf_sjabloon(
        tmp_path / "anders.xlsx",
        **{blad: tekst.replace("Noordbouw", "Wonen Noord") for blad, tekst in STANDAARD.items()}
        | {"Instellingen": instellingen()},
    )
    na = voeg_samen(klaar, anders)
    assert na.matrix.vastgelegd == voor.vastgelegd
    assert na.matrix.vastgelegd.stemmingen[1].stemmen == {"NB": "Groen"}
    assert catalogue.BESLUIT_ACHTERHAALD.code not in codes(na.matrix.bevindingen)
    gelezen = load_workbook(na.bestand, data_only=True)
    toen = [r for r in gelezen["Grondslag"].iter_rows(min_row=3, values_only=True) if r[0] == 1]
    assert {r[2] for r in toen} >= {"Wonen Noord"}
    assert {r[6] for r in toen if not str(r[1]).startswith("AO ")} == {"gelijk"}
    assert {r[6] for r in toen if str(r[1]).startswith("AO ")} <= {l.NIET_GEVRAAGD}
    staat = boom(klaar.output)
    voeg_samen(klaar, anders)
    assert boom(klaar.output) == staat, "twice is the same as once"
    klaar = Klaar(anders, klaar.output, klaar.kader)
    uitkomst = neem_over(klaar, bert)  # a copy of before it was renamed
    assert uitkomst.merged.matrix.vastgelegd.stemmingen[1].stemmen == {"NB": "Groen"}
    assert uitkomst.merged.matrix.vastgelegd.focuspunten[2].wie == "Bert"
    assert uitkomst.bevindingen == ()


# What a person meant, and what was withdrawn


def test_what_is_typed_over_a_formula_is_named_at_its_cell(klaar: Klaar) -> None:
    cellen: Cellen = {
        ("Monitoringstabel", "A01-I1", "Beoordeling voortgang"): "Rood",
        ("Focuspunten", 2, "Beoordeling voortgang"): "● groen",
        ("Besluitvorming", 1, "Uitslag"): "afgesproken",
        ("Besluitvorming", 2, "Voor Groen"): 3,
    }
    bestand = kopie(klaar, "ernaast.xlsx", cellen)
    uitkomst = neem_over(klaar, bestand)
    boek = load_workbook(bestand)
    plekken = {
        (blad, cel(boek, blad, s, kop).coordinate): w for (blad, s, kop), w in cellen.items()
    }
    kleur = [b for b in uitkomst.bevindingen if b.code == catalogue.KLEUR_ERNAAST.code]
    anders = [b for b in uitkomst.bevindingen if b.code == catalogue.OVER_FORMULE.code]
    assert {(b.plek.blad, b.plek.cel) for b in (*kleur, *anders)} == plekken.keys()
    assert len(kleur) == len(anders) == 2
    assert all("Bedoelt u dit als besluit?" in b.tekst for b in kleur)
    assert catalogue.TEKST_BUITEN_DE_CELLEN.code not in codes(uitkomst.bevindingen), (
        "once is enough"
    )
    assert kleuren(uitkomst) == {}


def test_a_colour_over_a_formula_is_named_wherever_the_rows_went(klaar: Klaar) -> None:
    rood: Cellen = {("Monitoringstabel", "A01-I1", "Beoordeling voortgang"): "Rood"}
    bestand = kopie(klaar, "verplaatst.xlsx", rood)
    boek = load_workbook(bestand)
    boek["Monitoringstabel"].insert_rows(1, 3)
    boek.save(bestand)
    bevinding = enige(neem_over(klaar, bestand).bevindingen, catalogue.KLEUR_ERNAAST)
    assert bevinding.plek == (bestand.name, "Monitoringstabel", "F6")


def test_a_workbook_without_formulas_has_none_overwritten(klaar: Klaar) -> None:
    """Saved as values, or by a program that keeps none."""
    boek = load_workbook(matrix_in(klaar), data_only=True)
    waarden = klaar.output.parent / "waarden.xlsx"
    boek.save(waarden)
    gevonden = codes(neem_over(klaar, waarden).bevindingen)
    assert catalogue.KLEUR_ERNAAST.code not in gevonden
    assert catalogue.OVER_FORMULE.code not in gevonden


def test_what_was_typed_in_a_yellow_cell_is_never_said_not_to_be_taken(klaar: Klaar) -> None:
    cellen: Cellen = {
        ("Besluitenlijst", 1, "Besluit BO"): "rood",
        ("Besluitenlijst", 1, "Reden besluit"): "(B)",
        ("Besluitenlijst", 1, "Datum BO"): "25 maart 2027",
        ("Focuspunten", 1, "Wanneer"): "1-9-2027",
    }
    uitkomst = neem_over(klaar, kopie(klaar, "woorden.xlsx", cellen))
    assert catalogue.TEKST_BUITEN_DE_CELLEN.code not in codes(uitkomst.bevindingen)
    besluit_ = uitkomst.begrepen.besluiten[1]
    assert (besluit_.kleur, besluit_.reden, besluit_.datum) == ("Rood", "b", BO.date())


@pytest.mark.parametrize("wat", ["besluit", "BO"])
def test_a_day_that_has_yet_to_come_is_named_at_its_own_cell_and_publishes_nothing(
    klaar: Klaar, wat: str
) -> None:
    later = datetime(2028, 3, 25)
    vast = dict.fromkeys(VAST, later if wat == "BO" else BO)
    een = {p: later if wat == "besluit" and p[2] == "Datum BO" else w
           for p, w in besluit(1, "Groen").items()}  # fmt: skip
    bestand = kopie(klaar, "toekomst.xlsx", vast, een)
    uitkomst = neem_over(klaar, bestand)
    toekomst = enige(uitkomst.bevindingen, catalogue.DATUM_IN_TOEKOMST)
    (plaats,) = (p for p, w in {**vast, **een}.items() if w == later)
    assert toekomst.plek.cel == cel(load_workbook(bestand), *plaats).coordinate
    for merged in (uitkomst.merged, voeg_samen(klaar)):
        assert merged.publicatie is None
        assert codes(merged.over_publicatie) == [catalogue.BO_IN_TOEKOMST.code]
        assert merged.needs_attention
    with pytest.raises(NietUitgevoerd) as fout:
        archive(RONDE, template=klaar.sjabloon, output=klaar.output, today=VANDAAG)
    assert catalogue.BO_IN_TOEKOMST.code in codes(fout.value.bevindingen)


def test_a_publication_is_withdrawn_with_the_day_of_the_bo(klaar: Klaar) -> None:
    map_ = klaar.ronde / "matrix" / "publicatie"
    neem_over(klaar, kopie(klaar, "bo.xlsx", VAST, besluit(1, "Groen")))
    assert any(map_.iterdir())
    (map_ / "eigen.txt").write_text("van iemand anders")
    paars = kopie(klaar, "paars.xlsx", besluit(2, "Paars"))
    staat_nog = neem_over(klaar, paars).merged.over_publicatie
    assert catalogue.PUBLICATIE_STAAT_NOG.code in codes(staat_nog)
    shutil.copy(kopie(klaar, "weg.xlsx", dict.fromkeys(VAST)), matrix_in(klaar))
    weg = enige(voeg_samen(klaar).over_publicatie, catalogue.PUBLICATIE_INGETROKKEN)
    assert str(map_) in weg.tekst
    assert [p.name for p in map_.iterdir()] == ["eigen.txt"]
    assert voeg_samen(klaar).over_publicatie == ()


@pytest.mark.parametrize("jaar", [2017, 2037])
def test_a_day_ten_years_off_is_asked_about(klaar: Klaar, jaar: int) -> None:
    ver: Cellen = {("Besluitenlijst", 1, "Datum BO"): datetime(jaar, 3, 25)}
    uitkomst = neem_over(klaar, kopie(klaar, "ver.xlsx", {**besluit(1, "Groen"), **ver}))
    regel = catalogue.DATUM_VER_WEG if jaar == 2017 else catalogue.DATUM_IN_TOEKOMST
    assert f"25-3-{jaar}" in enige(uitkomst.bevindingen, regel).tekst


def test_it_does_not_say_that_nothing_was_filled_in_above_what_contradicts_itself(
    klaar: Klaar,
) -> None:
    dubbel: Cellen = {
        ("Besluitenlijst", 1, "Besluit BO"): "Groen",
        ("Besluitenlijst", 2, "Besluit BO"): "Rood",
        ("Besluitenlijst", 2, "Afspraak"): "1. Meer woningen",
        ("Besluitenlijst", 2, "Nr"): 1,
    }
    uitkomst = neem_over(klaar, kopie(klaar, "dubbel.xlsx", dubbel))
    assert codes(uitkomst.bevindingen) == [catalogue.BESLUITEN_BOTSEN.code]
    gezegd = "\n".join(uitkomst.lines())
    assert "Er is niets ingevuld" not in gezegd
    assert "Hiervan is niets overgenomen" in gezegd
    leeg = "\n".join(neem_over(klaar, matrix_in(klaar)).lines())
    assert "Er is niets ingevuld in de gele cellen." in leeg


def test_a_matrix_that_contradicts_itself_is_not_replaced(klaar: Klaar) -> None:
    dubbel: Cellen = {
        ("Besluitenlijst", 1, "Besluit BO"): "Groen",
        ("Besluitenlijst", 2, "Besluit BO"): "Rood",
        ("Besluitenlijst", 2, "Afspraak"): "1. Meer woningen",
        ("Besluitenlijst", 2, "Nr"): 1,
    }
    shutil.copy(kopie(klaar, "dubbel.xlsx", dubbel), matrix_in(klaar))
    voor = boom(klaar.output)
    with pytest.raises(NietUitgevoerd) as fout:
        voeg_samen(klaar)
    assert codes(fout.value.bevindingen) == [catalogue.BESLUITEN_BOTSEN.code]
    assert boom(klaar.output) == voor

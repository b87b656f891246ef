"""Which return of a partij counts: the newest, unless a person says otherwise."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest
from invullen import bewerk, ingevuld_blad, leeg_blad, oordeel, vul
from kleuren import Beoordeling
from openpyxl import load_workbook
from rondes_maken import woningen

from kaderxl import Ronde, check, choose, collect, generate, merge, status
from kaderxl.commands.taken_in import Ingenomen
from kaderxl.core import catalogue
from kaderxl.core.findings import NietUitgevoerd, Regel
from kaderxl.core.folder import Dossier
from kaderxl.core.kader import Kader
from kaderxl.core.outcome import Matrix
from kaderxl.core.rounds import Bevinding
from kaderxl.reading import Reader
from kaderxl.returns.filed import Keuzes, Retour
from kaderxl.returns.workspace import Workspace
from kaderxl.sheets.layout import Invulling, Opdracht
from kaderxl.sheets.sheet import write_input_sheet
from kaderxl.writing.transaction import Transaction

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("een_lezer")]

RONDE = Ronde(2026)


@pytest.fixture
def uitvoer(tmp_path: Path, kader: Kader) -> Path:
    """Two returns of De Volmacht taken in: first Rood, then Groen."""
    partij = next(p for p in kader.partijen if p.code == "DV")
    for naam, kleur in (("eerst.xlsx", "Rood"), ("later.xlsx", "Groen")):
        antwoorden: dict[str, Invulling] = {
            "A01-I1": {"Beoordeling": kleur, "Reden": "a", "Toelichting": "Fictief"},
            "A01-I1-M1": {"Waarde": 4},
        }
        data = write_input_sheet(Opdracht(kader, RONDE, partij, {}, antwoorden))
        (tmp_path / naam).write_bytes(data)
        collect(RONDE, [tmp_path / naam], output=tmp_path / "output")
    return tmp_path / "output"


def kleur_van(matrix: Matrix) -> str | None:
    rij = next(r for r in matrix.rijen if r.indicator.code == "A01-I1")
    voorzet = rij.inbreng["DV"]
    return voorzet.beoordeling if voorzet else None


def codes_van(bevindingen: Iterable[Bevinding]) -> list[str]:
    return [b.code for b in bevindingen]


def codes(matrix: Matrix) -> set[str]:
    return {b.code for b in matrix.bevindingen}


def test_the_newest_counts_and_what_it_changes_is_listed(uitvoer: Path) -> None:
    matrix = merge(RONDE, output=uitvoer).matrix
    assert kleur_van(matrix) == Beoordeling.GROEN
    gewijzigd = [b for b in matrix.bevindingen if b.code == catalogue.ANDERS_BEANTWOORD.code]
    assert [("Rood" in b.tekst, "Groen" in b.tekst) for b in gewijzigd] == [(True, True)]
    assert catalogue.VERVANGEN.code in codes(matrix)


@pytest.mark.parametrize("naam", ["later.xlsx", "hash", "hele naam"])
def test_an_excluded_return_does_not_count_and_that_shows(uitvoer: Path, naam: str) -> None:
    opgeslagen = next(p.name for p in (uitvoer / "2026-evaluatie/retour").glob("* later.xlsx"))
    naam = {"hash": opgeslagen[:8], "hele naam": opgeslagen}.get(naam, naam)
    choose(RONDE, naam, output=uitvoer, counts=False, reason="een proef")
    matrix = merge(RONDE, output=uitvoer).matrix
    assert kleur_van(matrix) == Beoordeling.ROOD
    uitgesloten = [b for b in matrix.bevindingen if b.code == catalogue.UITGESLOTEN.code]
    assert [(b.plek.bestand, "een proef" in b.tekst) for b in uitgesloten] == [("later.xlsx", True)]


def test_an_older_return_can_be_chosen_and_that_lasts(uitvoer: Path) -> None:
    choose(RONDE, "eerst.xlsx", output=uitvoer, reason="=dit was goed")
    for _ in range(2):
        matrix = merge(RONDE, output=uitvoer).matrix
        assert kleur_van(matrix) == Beoordeling.ROOD
        assert catalogue.GEKOZEN.code in codes(matrix)
    keuze = Keuzes(Dossier(uitvoer, RONDE)).van(
        next(p.name for p in (uitvoer / "2026-evaluatie/retour").glob("* eerst.xlsx"))
    )
    assert keuze is not None
    assert keuze.reden == "=dit was goed"


@pytest.mark.parametrize(("naam", "telt"), [("eerst.xlsx", True), ("later.xlsx", False)])
def test_a_choice_says_which_answers_it_turned(uitvoer: Path, naam: str, telt: bool) -> None:
    voor = merge(RONDE, output=uitvoer).matrix
    gekozen = choose(RONDE, naam, output=uitvoer, counts=telt)
    anders = [b.tekst for b in gekozen.bevindingen if b.code == catalogue.KEUZE_VERANDERT.code]
    assert (kleur_van(voor), kleur_van(merge(RONDE, output=uitvoer).matrix)) == (
        Beoordeling.GROEN,
        Beoordeling.ROOD,
    )
    (kleur,) = (t for t in anders if "A01-I1 (Beoordeling)" in t)
    assert "nu “Rood”; eerst was het “Groen”" in kleur
    assert any("A01-I1" in regel and "Rood" in regel for regel in gekozen.lines())
    weer = choose(RONDE, naam, output=uitvoer, counts=telt)
    assert catalogue.KEUZE_VERANDERT.code not in codes_van(weer.bevindingen)


def test_the_last_choice_holds(uitvoer: Path) -> None:
    choose(RONDE, "later.xlsx", output=uitvoer, counts=False)
    choose(RONDE, "eerst.xlsx", output=uitvoer)
    choose(RONDE, "later.xlsx", output=uitvoer)
    assert kleur_van(merge(RONDE, output=uitvoer).matrix) == Beoordeling.GROEN


def test_with_every_return_excluded_the_partij_is_missing(uitvoer: Path) -> None:
    for naam in ("eerst.xlsx", "later.xlsx"):
        choose(RONDE, naam, output=uitvoer, counts=False)
    partij = next(p for p in status(RONDE, output=uitvoer).partijen if p.partij.code == "DV")
    assert not partij.ontvangen


def test_no_formula_reaches_the_list(uitvoer: Path) -> None:
    choose(RONDE, "later.xlsx", output=uitvoer, counts=False, reason="=1+1")
    tekst = (uitvoer / "2026-evaluatie/retour/keuze.csv").read_text("utf-8-sig")
    assert "'=1+1" in tekst


@pytest.mark.parametrize(
    ("naam", "regel"),
    [("nergens.xlsx", catalogue.KEUZE_ZONDER_BESTAND), ("", catalogue.KEUZE_ZONDER_BESTAND)],
)
def test_an_unknown_name_changes_nothing(uitvoer: Path, naam: str, regel: Regel) -> None:
    with pytest.raises(NietUitgevoerd) as fout:
        choose(RONDE, naam, output=uitvoer, counts=False)
    assert [b.code for b in fout.value.bevindingen] == [regel.code]
    assert not (uitvoer / "2026-evaluatie/retour/keuze.csv").exists()


def test_a_name_that_means_two_is_asked_about(uitvoer: Path, tmp_path: Path, kader: Kader) -> None:
    (tmp_path / "nog een").mkdir()
    partij = next(p for p in kader.partijen if p.code == "WB")
    antwoorden: dict[str, Invulling] = {"A01-I1": {"Beoordeling": "Groen"}}
    data = write_input_sheet(Opdracht(kader, RONDE, partij, {}, antwoorden))
    (tmp_path / "nog een" / "later.xlsx").write_bytes(data)
    collect(RONDE, [tmp_path / "nog een"], output=uitvoer)
    with pytest.raises(NietUitgevoerd) as fout:
        choose(RONDE, "later.xlsx", output=uitvoer, counts=False)
    assert fout.value.bevindingen[0].code == catalogue.KEUZE_ONDUIDELIJK.code


def test_a_sheet_made_again_is_no_return(uitvoer: Path) -> None:
    generate(RONDE, output=uitvoer)
    assert kleur_van(merge(RONDE, output=uitvoer).matrix) == Beoordeling.GROEN


def test_a_newer_return_that_a_choice_keeps_out_says_so_when_it_is_taken_in(
    uitvoer: Path, tmp_path: Path
) -> None:
    choose(RONDE, "eerst.xlsx", output=uitvoer, reason="zo afgesproken")
    resultaat = collect(RONDE, [tmp_path / "later.xlsx"], output=uitvoer)
    (later,) = resultaat.inzendingen
    assert catalogue.TELT_NIET.code in {b.code for b in later.bevindingen}
    assert resultaat.needs_attention
    matrix = merge(RONDE, output=uitvoer).matrix
    assert catalogue.NIET_GEKOZEN.code in codes(matrix)
    assert catalogue.VERVANGEN.code not in codes(matrix)


# The same file again, when it does not count


@pytest.fixture
def twee(tmp_path: Path, kader: Kader) -> Path:
    """Two complete returns of De Volmacht of one name, in two folders; the second is newer."""
    blad = ingevuld_blad(kader, "DV")
    for map_, data in (
        ("a", blad),
        ("b", bewerk(blad, opgeslagen="2027-07-03T09:00:05Z")),
    ):
        (tmp_path / map_).mkdir()
        (tmp_path / map_ / "blad.xlsx").write_bytes(data)
        assert not collect(RONDE, [tmp_path / map_], output=tmp_path / "uit").needs_attention
    return tmp_path


def nog_eens(twee: Path, map_: str = "a") -> tuple[Ingenomen, bool]:
    """What is said when one of the two is sent in again, and whether it asks for attention."""
    resultaat = collect(RONDE, [twee / map_], output=twee / "uit")
    (een,) = resultaat.inzendingen
    assert een.status == "overgeslagen"
    return een, resultaat.needs_attention


def test_one_that_counts_needs_nothing(twee: Path) -> None:
    een, aandacht = nog_eens(twee, "b")
    assert (codes_van(een.bevindingen), aandacht) == ([catalogue.AL_ONTVANGEN.code], False)


def test_one_that_is_older_says_which_counts_and_why_and_how_to_choose_it(twee: Path) -> None:
    een, aandacht = nog_eens(twee)
    assert (codes_van(een.bevindingen), aandacht) == ([catalogue.OUDER_DAN_ER_IS.code], False)
    ouder = een.bevindingen[0]
    assert "blad.xlsx (opgeslagen op 3-7-2027 om 11:00:05; deze op 1-2-2027 om 10:00:00)" in (
        ouder.tekst
    )
    choose(RONDE, een.sha256[:8], output=twee / "uit")
    assert (
        f"kaderxl collect --year 2026 --round evaluatie --choose {een.sha256[:8]}." in ouder.actie
    )
    assert codes_van(nog_eens(twee)[0].bevindingen) == [catalogue.AL_ONTVANGEN.code]


def test_one_that_was_excluded_says_so_and_how_to_choose_it(twee: Path) -> None:
    sha = nog_eens(twee, "b")[0].sha256
    choose(RONDE, sha[:8], output=twee / "uit", counts=False, reason="een proef")
    een, aandacht = nog_eens(twee, "b")
    assert (codes_van(een.bevindingen), aandacht) == ([catalogue.BLIJFT_UITGESLOTEN.code], True)
    assert "een proef" in een.bevindingen[0].tekst
    assert f"--choose {sha[:8]}." in een.bevindingen[0].actie


def test_one_beside_a_chosen_one_says_which_was_chosen(twee: Path) -> None:
    choose(RONDE, nog_eens(twee)[0].sha256[:8], output=twee / "uit")
    een, aandacht = nog_eens(twee, "b")
    assert (codes_van(een.bevindingen), aandacht) == ([catalogue.TELT_NIET.code], True)


# What a newer return changes


def test_the_matrix_names_both_moments_of_two_files_of_one_name(twee: Path) -> None:
    (vervangen,) = (
        b
        for b in merge(RONDE, output=twee / "uit").matrix.bevindingen
        if b.code == catalogue.VERVANGEN.code
    )
    assert "opgeslagen op 3-7-2027 om 11:00:05; deze op 1-2-2027 om 10:00:00" in vervangen.tekst


def test_of_two_with_one_stamp_it_says_that_the_time_on_disk_decides(
    uitvoer: Path, tmp_path: Path
) -> None:
    (eerst,) = collect(RONDE, [tmp_path / "eerst.xlsx"], output=uitvoer).inzendingen
    assert eerst.bevindingen[0].code == catalogue.OUDER_DAN_ER_IS.code
    assert "(op schijf gezet op " in eerst.bevindingen[0].tekst


@pytest.mark.parametrize(
    ("eerst", "nu", "gewijzigd"),
    [
        (("Oranje", "a"), (None, "a"), False),
        (("Oranje", "a – vertraagde uitvoering"), (None, "a – vertraagde uitvoering"), False),
        (("Oranje", "a – vertraagde uitvoering"), ("Groen", "(a)"), False),
        ((None, "a"), ("Oranje", "a – vertraagde uitvoering"), False),
        (("Oranje", "a – vertraagde uitvoering"), ("Oranje", "b"), True),
        (("Oranje", "a – vertraagde uitvoering"), (None, "b"), True),
        (("Oranje", "a"), ("Oranje", None), False),  # an empty cell of a fresh sheet
    ],
)
def test_a_reden_is_changed_when_it_says_otherwise_whatever_became_of_the_colour(
    kader: Kader,
    tmp_path: Path,
    eerst: tuple[str | None, str],
    nu: tuple[str | None, str | None],
    gewijzigd: bool,
) -> None:
    blad = ingevuld_blad(kader, "DV")
    for nummer, (kleur, reden) in enumerate((eerst, nu), 1):
        data = vul(blad, {"A01-I1": oordeel(kleur, reden, "Fictief")}, op=f"2027-03-0{nummer}")  # type: ignore[arg-type]
        (tmp_path / f"{nummer}.xlsx").write_bytes(data)
    collect(RONDE, [tmp_path / "1.xlsx", tmp_path / "2.xlsx"], output=tmp_path / "uit")
    anders = [
        b.tekst
        for b in merge(RONDE, output=tmp_path / "uit").matrix.bevindingen
        if b.code == catalogue.ANDERS_BEANTWOORD.code and "(Reden)" in b.tekst
    ]
    assert bool(anders) is gewijzigd, anders


def test_a_toelichting_that_was_changed_is_named_and_not_repeated(uitvoer: Path) -> None:
    """What somebody took out, a name for instance, must not come back in the matrix."""
    partij = next(p for p in check().geldig().partijen if p.code == "GEM")
    for nummer, tekst in enumerate(("Fictief: bel 06-12345678", "Fictief: later")):
        antwoorden: dict[str, Invulling] = {
            "A01-I2": {"Beoordeling": "Rood", "Reden": "a", "Toelichting": tekst}
        }
        data = write_input_sheet(Opdracht(check().geldig(), RONDE, partij, {}, antwoorden))
        bestand = uitvoer.parent / f"gemeente{nummer}.xlsx"
        bestand.write_bytes(data)
        collect(RONDE, [bestand], output=uitvoer)
    matrix = merge(RONDE, output=uitvoer).matrix
    assert catalogue.TOELICHTING_ANDERS.code in codes(matrix)
    assert not any("06-12345678" in b.tekst for b in matrix.bevindingen)


def test_the_correction_workbook_follows_the_choice_at_once(uitvoer: Path, kader: Kader) -> None:
    blad = Dossier(uitvoer, RONDE).herstelblad("De Volmacht")

    def kleuren() -> set[str]:
        if not blad.exists():
            return set()
        cellen = load_workbook(blad)["Invulblad"].iter_rows(values_only=True)
        return {str(waarde) for rij in cellen for waarde in rij} & {"Rood", "Groen"}

    assert kleuren() == {"Groen"}
    assert choose(RONDE, "later.xlsx", output=uitvoer, counts=False).herstel == blad
    assert kleuren() == {"Rood"}
    assert choose(RONDE, "later.xlsx", output=uitvoer).herstel == blad
    assert kleuren() == {"Groen"}
    for naam in ("eerst.xlsx", "later.xlsx"):
        gekozen = choose(RONDE, naam, output=uitvoer, counts=False)
    assert gekozen.herstel is None
    assert not blad.exists()


def test_a_correction_workbook_that_somebody_wrote_in_outlives_a_choice(uitvoer: Path) -> None:
    blad = Dossier(uitvoer, RONDE).herstelblad("De Volmacht")
    boek = load_workbook(blad)
    boek["Invulblad"]["P40"] = "dit zoek ik nog uit"
    boek.save(blad)
    geschreven = blad.read_bytes()
    gekozen = choose(RONDE, "later.xlsx", output=uitvoer, counts=False)
    assert gekozen.herstel is None
    assert catalogue.HERSTELBLAD_BLIJFT.code in codes_van(gekozen.bevindingen)
    assert blad.read_bytes() == geschreven


# More than two, and who chose: the returns in a folder as they are counted


@dataclass
class Bak:
    """A folder with returns of Noordbouw, each of them saved later than the one before."""

    dossier: Dossier
    kader: Kader
    reader: Reader
    dag: int = 0

    def bij(self, naam: str, bruto: int, toelichting: str | None = None) -> bytes:
        """File one that was filled in."""
        self.dag += 1
        gegeven = {**woningen(bruto), "A01-I1": oordeel("Groen", None, toelichting)}
        op = f"2027-02-{self.dag:02}T09:00:00Z"
        data = vul(leeg_blad(self.kader, "NB"), gegeven, op=op)
        self.berg(naam, data)
        return data

    def berg(self, naam: str, data: bytes) -> None:
        retour, beurt = Retour(self.dossier), Transaction(self.dossier.map)
        retour.berg_op(beurt, naam, sha256(data).hexdigest(), data)
        retour.leg_vast(beurt)

    def kies(self, naam: str, *, telt: bool = True, reden: str = "") -> None:
        Keuzes(self.dossier).kies(Transaction(self.dossier.map), naam, telt, reden)

    def geteld(self, regel: Regel | None = None) -> list[str]:
        """What is said of them in the matrix; of one kind of finding where that is given."""
        bevindingen = Workspace(self.kader, self.dossier, self.reader).counted().bevindingen
        return [b.tekst for b in bevindingen if regel is None or b.code == regel.code]


@pytest.fixture
def bak(klein: Kader, reader: Reader, tmp_path: Path) -> Bak:
    return Bak(Dossier(tmp_path / "output", RONDE), klein, reader)


def test_of_three_the_changes_are_told_against_the_one_before(bak: Bak) -> None:
    for n, naam in enumerate(("een", "twee", "drie"), 1):
        bak.bij(f"{naam}.xlsx", 10 * n)
    (gewijzigd,) = bak.geteld(catalogue.ANDERS_BEANTWOORD)
    assert "“20” in twee.xlsx, blad Invulblad, cel C7 (opgeslagen op 2-2-2027" in gewijzigd
    assert "“30” in drie.xlsx, blad Invulblad, cel C7 (opgeslagen op 3-2-2027" in gewijzigd
    assert len(bak.geteld(catalogue.VERVANGEN)) == 2


def test_nobody_is_said_to_have_chosen_what_is_merely_the_newest(bak: Bak) -> None:
    bak.bij("een.xlsx", 10)
    bak.bij("twee.xlsx", 20)
    assert bak.geteld(catalogue.GEKOZEN) == []
    assert bak.geteld(catalogue.NIET_GEKOZEN) == []
    assert len(bak.geteld(catalogue.VERVANGEN)) == 1


@pytest.mark.parametrize(
    ("reden", "gezegd"), [("zo afgesproken", "zo afgesproken"), ("", "geen reden genoemd")]
)
def test_the_reason_of_a_choice_is_in_the_matrix(bak: Bak, reden: str, gezegd: str) -> None:
    bak.bij("een.xlsx", 10)
    bak.bij("twee.xlsx", 20)
    bak.kies("een.xlsx", reden=reden)
    assert f"omdat iemand haar koos: {gezegd}." in "".join(bak.geteld(catalogue.GEKOZEN))
    assert len(bak.geteld(catalogue.NIET_GEKOZEN)) == 1
    bak.kies("een.xlsx", telt=False, reden=reden)
    assert gezegd in "".join(bak.geteld(catalogue.UITGESLOTEN))
    assert bak.geteld(catalogue.GEKOZEN) == []


def test_of_more_choices_the_last_holds_with_its_reason(bak: Bak) -> None:
    bak.bij("een.xlsx", 10)
    bak.bij("twee.xlsx", 20)
    for reden in ("de eerste", "de tweede", "de laatste"):
        bak.kies("een.xlsx", reden=reden)
    assert "koos: de laatste." in "".join(bak.geteld(catalogue.GEKOZEN))


def test_the_same_file_by_another_name_replaces_nothing(bak: Bak) -> None:
    """As when somebody puts a copy in the folder by hand."""
    data = bak.bij("een.xlsx", 10)
    (bak.dossier.retour / "kopie van een.xlsx").write_bytes(data)
    assert bak.geteld() == bak_met_een(bak, data)
    nieuw = bak.bij("twee.xlsx", 20)
    (bak.dossier.retour / "kopie van twee.xlsx").write_bytes(nieuw)
    assert len(bak.geteld(catalogue.VERVANGEN)) == 2, "the first one, by both its names"
    (gewijzigd,) = bak.geteld(catalogue.ANDERS_BEANTWOORD)
    assert "“10” in " in gewijzigd
    assert "“20” in " in gewijzigd


def bak_met_een(bak: Bak, data: bytes) -> list[str]:
    """What is said where only this return is filed."""
    ander = Bak(Dossier(bak.dossier.uitvoer / "ander", RONDE), bak.kader, bak.reader)
    ander.berg("een.xlsx", data)
    return ander.geteld()


@pytest.mark.parametrize(
    ("eerst", "nu", "gewijzigd"),
    [
        ("Fictief: op koers", "Fictief: op koers", False),
        ("Fictief: op koers", "Fictief: later", True),
        ("Fictief: op koers", None, False),  # an empty cell of a fresh sheet
        (None, "Fictief: op koers", False),
        (None, None, False),
    ],
)
def test_a_toelichting_is_changed_when_it_says_otherwise(
    bak: Bak, eerst: str | None, nu: str | None, gewijzigd: bool
) -> None:
    bak.bij("een.xlsx", 10, eerst)
    bak.bij("twee.xlsx", 10, nu)
    assert len(bak.geteld(catalogue.TOELICHTING_ANDERS)) == gewijzigd
    assert bak.geteld(catalogue.ANTWOORD_GEWIJZIGD) == []


def test_a_list_of_choices_without_its_reasons_keeps_the_choices(bak: Bak) -> None:
    """Somebody opened it in a program and took a column out."""
    bak.bij("een.xlsx", 10)
    bak.bij("twee.xlsx", 20)
    bak.kies("een.xlsx", reden="zo afgesproken")
    lijst = bak.dossier.retour / "keuze.csv"
    rijen = list(csv.reader(lijst.read_text("utf-8-sig").splitlines()))
    kolom = rijen[0].index("reden")
    zonder = (",".join(rij[:kolom] + rij[kolom + 1 :]) for rij in rijen)
    lijst.write_text("".join(f"{regel}\n" for regel in zonder), "utf-8-sig")
    assert "koos: geen reden genoemd." in "".join(bak.geteld(catalogue.GEKOZEN))

"""Voorzet and akkoord (chapter 8): the trekker first, then the others on what it gave."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from archieven import instellingen
from invullen import RONDE, antwoorden, codes, lees_document, vul, zoek_tabel
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from sjablonen import met_trekker, schrijf_sjabloon

from kaderxl import agree, archive, collect, generate, history, merge, status, verify
from kaderxl.commands.collected import Collected
from kaderxl.commands.mail import ask_agreement, mail, remind
from kaderxl.commands.mail_sent import note_sent
from kaderxl.commands.status import PartijStatus
from kaderxl.core import catalogue, labels as l
from kaderxl.core.answers import Reactie
from kaderxl.core.findings import NietUitgevoerd
from kaderxl.core.kader import Combineren, Kader
from kaderxl.core.outcome import Matrix, Matrixrij
from kaderxl.core.voorzetten import in_pas, op_voorzet
from kaderxl.matrix.files.export import whole_matrix
from kaderxl.reading import Reader
from kaderxl.template.read import read_template
from kaderxl.years.rollover import earlier_answers

pytestmark = pytest.mark.usefixtures("een_lezer")
CODE, JA_NEE, OP = "A01-I2", "A01-I2-M1", "A01-I2-M2"
MEI, JUNI = date(2026, 5, 1), date(2026, 6, 1)
EERST, DAARNA, LATER, LAATST = (f"2027-02-0{dag}T09:00:00Z" for dag in (1, 3, 5, 7))
AKKOORD = {CODE: {"Waarde": "Akkoord"}}
NIET = {
    CODE: {
        "Waarde": "Niet akkoord",
        "Beoordeling": "Oranje",
        "Reden": "a",
        "Toelichting": "Fictief: twee locaties ontbreken",
    },
    JA_NEE: {"Waarde": "Nee"},
}
Gegeven = Mapping[str, Mapping[str, object]]


def voorzet(kleur: str = "Groen", op: date = MEI, **meer: object) -> dict[str, dict[str, object]]:
    """What the trekker gives for A01-I2."""
    return {
        CODE: {"Beoordeling": kleur, **meer},
        JA_NEE: {"Waarde": "Ja"},
        OP: {"Waarde": op},
    }


@dataclass(frozen=True)
class Ronde:
    """A ronde of Molendam in which Noordbouw gives the voorzet of A01-I2."""

    kader: Kader
    sjabloon: Path
    output: Path

    @property
    def bladen(self) -> Path:
        return self.output / str(RONDE) / "invulbladen"

    def blad(self, partij: str, akkoord: bool = True) -> Path:
        soort = "Akkoordblad" if akkoord else "Invulblad"
        return self.bladen / f"{soort} {self.kader.bestandsnamen[partij]} {RONDE}.xlsx"

    def stuur(
        self, partij: str, gegeven: Gegeven, op: str = DAARNA, akkoord: bool = True
    ) -> Collected:
        data = vul(self.blad(partij, akkoord).read_bytes(), gegeven, op=op)
        bestand = self.output.parent / f"{partij} {op[:10]}{' akkoord' if akkoord else ''}.xlsx"
        bestand.write_bytes(data)
        return collect(RONDE, [bestand], template=self.sjabloon, output=self.output)

    def eerste_pas(self, **anders: Gegeven) -> None:
        generate(RONDE, template=self.sjabloon, output=self.output)
        for partij in self.kader.partijen:
            van_een_ander = op_voorzet(self.kader, partij.code, RONDE.jaar)
            eigen = {
                code: rij
                for code, rij in antwoorden(self.kader, partij.code).items()
                if code[: len(CODE)] not in van_een_ander
            }
            eigen |= voorzet() if partij.code == "NB" else {}
            self.stuur(partij.code, {**eigen, **anders.get(partij.code, {})}, EERST, akkoord=False)

    def vraag_akkoord(self) -> list[str]:
        """The partijen that get a sheet."""
        gemaakt = agree(RONDE, template=self.sjabloon, output=self.output)
        return [blad.partij.code for blad in gemaakt.invulbladen]

    def matrix(self) -> Matrix:
        return merge(RONDE, template=self.sjabloon, output=self.output).matrix

    def rij(self) -> Matrixrij:
        return next(r for r in self.matrix().rijen if r.indicator.code == CODE)

    def status(self, partij: str) -> PartijStatus:
        stand = status(RONDE, template=self.sjabloon, output=self.output)
        return next(p for p in stand.partijen if p.partij.code == partij)


@pytest.fixture
def ronde(tmp_path: Path, reader: Reader) -> Ronde:
    sjabloon = schrijf_sjabloon(
        tmp_path / "sjabloon.xlsx",
        Instellingen=instellingen(),
        **met_trekker(A01_I2="Noordbouw"),
        **_met_adressen(),
    )
    kader = read_template(sjabloon, reader).geldig()
    return Ronde(kader, sjabloon, tmp_path / "output")


def _met_adressen() -> dict[str, str]:
    tabel = "| code | naam | groep | e-mail |\n| --- | --- | --- | --- |\n"
    partijen = (
        ("GEM", "Gemeente Molendam", "gemeente"),
        ("NB", "Noordbouw", "corporaties"),
        ("ZW", "Zuidwonen", "corporaties"),
        ("HB", "Huurdersbelang", "huurdersverenigingen"),
    )
    rijen = (f"| {c} | {n} | {g} | {c.lower()}@partij.example |" for c, n, g in partijen)
    return {"Partijen": tabel + "\n".join(rijen)}


def reacties(rij: Matrixrij) -> dict[str, str | None]:
    return {p: v.reactie if v else None for p, v in rij.inbreng.items()}


# What it saves


def test_trekkers_take_most_of_the_typing_away(kader: Kader) -> None:
    """The shipped table of 2026, with the first actiehouder as trekker of what is of all."""
    alle = tuple(
        replace(i, trekker=i.partijen[0])
        if i.combineren is Combineren.GEZAMENLIJK and i.partijen
        else i
        for i in kader.indicatoren
    )
    met, jaar = replace(kader, indicatoren=alle), 2026

    def geteld(van: Kader) -> tuple[int, int, int]:
        eerste = [in_pas(van, p.code, jaar) for p in van.partijen]
        waarden = sum(len(meetwaarden) for gevraagd in eerste for _, meetwaarden in gevraagd)
        akkoorden = sum(len(op_voorzet(van, p.code, jaar)) for p in van.partijen)
        return sum(map(len, eerste)), akkoorden, waarden

    (zonder, geen, veel), (antwoorden_, akkoorden, weinig) = geteld(kader), geteld(met)
    assert (zonder, geen) == (109, 0)
    assert (antwoorden_, akkoorden) == (51, 58)
    assert veel - weinig == 122
    samen = [i for i in met.actief(jaar) if i.trekker]
    assert (len(samen), sum(len(i.partijen) for i in samen)) == (12, 70)


# The round


def test_in_the_first_pass_only_the_trekker_is_asked(ronde: Ronde) -> None:
    generate(RONDE, template=ronde.sjabloon, output=ronde.output)
    gevraagd = {
        p.code: CODE in zoek_tabel(load_workbook(ronde.blad(p.code, akkoord=False))).rijen
        for p in ronde.kader.partijen
    }
    assert gevraagd == {"GEM": False, "NB": True, "ZW": False, "HB": False}
    with pytest.raises(NietUitgevoerd) as fout:
        ronde.vraag_akkoord()
    assert codes(fout.value.bevindingen) == [catalogue.GEEN_VOORZET.code]


def test_without_a_trekker_there_is_no_second_pass(molendam: Path, tmp_path: Path) -> None:
    with pytest.raises(NietUitgevoerd) as fout:
        agree(RONDE, template=molendam, output=tmp_path)
    assert codes(fout.value.bevindingen) == [catalogue.GEEN_TREKKER.code]


def test_the_others_see_the_voorzet_filled_in(ronde: Ronde) -> None:
    tekst = "Fictief: de provincie is laat"
    ronde.eerste_pas(NB=voorzet("Oranje", Reden="b", Toelichting=tekst))
    assert ronde.vraag_akkoord() == ["GEM", "ZW", "HB"]
    boek = load_workbook(ronde.blad("ZW"))
    tabel = zoek_tabel(boek)
    assert [*tabel.rijen] == [CODE, JA_NEE, OP]
    vragen = [str(tabel.cel(code, l.VRAAG).value) for code in tabel.rijen]
    gezien = [vraag.partition("\nVoorzet: ")[2] for vraag in vragen]
    assert gezien == [f"Oranje, b – ander resultaat\n{tekst}", "ja", "1-5-2026"]
    assert [tabel.cel(code, "Waarde").value for code in tabel.rijen] == [None] * 3
    assert vragen[0].startswith("inventarisatie locaties: Akkoord met de voorzet van Noordbouw?")
    uitleg = " ".join(str(c.value) for rij in boek[l.UITLEG].iter_rows() for c in rij if c.value)
    assert "Kiest u niets, dan is dat geen akkoord" in uitleg


def test_akkoord_not_akkoord_and_silence(ronde: Ronde) -> None:
    """Each is what it is, wherever the matrix is read."""
    ronde.eerste_pas()
    ronde.vraag_akkoord()
    assert ronde.stuur("GEM", AKKOORD).inzendingen[0].bevindingen == ()
    assert ronde.stuur("ZW", NIET).inzendingen[0].bevindingen == ()
    rij = ronde.rij()
    assert reacties(rij) == {
        "GEM": Reactie.AKKOORD,
        "NB": None,
        "ZW": Reactie.NIET_AKKOORD,
        "HB": None,
    }
    assert rij.inbreng["HB"] is None, "silence is nothing"
    assert (rij.gegeven, rij.volledig, rij.voorstel) == (3, False, "Oranje")
    assert {v.wat.partition(" (")[0] for v in rij.verschillen} == {"kleur", "Gereed?"}
    zw = rij.inbreng["ZW"]
    assert zw is not None
    assert [*zw.waarden] == [JA_NEE], "who says nee has no day on which it was done"
    bladen = load_workbook(merge(RONDE, template=ronde.sjabloon, output=ronde.output).bestand)
    toelichting = cel(bladen[l.MONITORINGSTABEL], "Toelichting")
    assert toelichting.splitlines() == [
        "Voorzet van Noordbouw (Groen)",
        "Akkoord: Gemeente Molendam",
        "Niet akkoord van Zuidwonen (Oranje, vertraagd): Fictief: twee locaties ontbreken",
        "Nog niet gereageerd: Huurdersbelang",
    ]
    assert cel(bladen[l.MONITORINGSTABEL], "Huurdersbelang") == l.NIET_GEREAGEERD
    assert gezegd_door(bladen, "Gemeente Molendam").startswith(
        "Akkoord met de voorzet van Noordbouw; Groen"
    )
    assert cel(bladen[l.ONTBREKEND], "Wat ontbreekt") == (
        "akkoord of niet met de voorzet van Noordbouw"
    )
    gezegd = {
        (r[0], r[3])
        for r in bladen[l.HERKOMST].iter_rows(min_row=3, values_only=True)
        if r[1] == CODE
    }
    assert gezegd >= {("Gemeente Molendam", "Akkoord"), ("Zuidwonen", "Niet akkoord")}


def gezegd_door(boek: Workbook, partij: str) -> str:
    """What a partij says of what differs, by its block on Verschillen: its name ends the first
    line."""
    blokken = cel(boek[l.VERSCHILLEN], l.WAT_ZIJ_ZEGGEN).split("\n\n")
    koppen = (blok.partition("\n")[::2] for blok in blokken)
    return {
        naam: f"{wat} – {erbij}" if erbij else wat
        for kop, erbij in koppen
        for wat, _, wie in (kop.rpartition(": "),)
        for naam in wie.replace(" en ", ", ").split(", ")
    }[partij]


def cel(blad: Worksheet, kop: str) -> str:
    koppen, *rijen = blad.iter_rows(min_row=2, values_only=True)
    rij = next(r for r in rijen if CODE in r)
    return str(rij[koppen.index(kop)])


def test_not_akkoord_is_a_difference_even_where_the_answers_are_equal(ronde: Ronde) -> None:
    ronde.eerste_pas()
    ronde.vraag_akkoord()
    anders = {"Waarde": "niet akkoord", "Beoordeling": "Groen", "Toelichting": "Fictief: te snel"}
    ronde.stuur("ZW", {CODE: anders})
    (verschil,) = ronde.rij().verschillen
    assert (verschil.code, verschil.wat) == (CODE, "niet akkoord: Zuidwonen")


def test_who_is_not_akkoord_says_nothing_of_what_it_left_empty(ronde: Ronde) -> None:
    """No value of the voorzet stands under its name, and none is counted as its answer."""
    ronde.eerste_pas()
    ronde.vraag_akkoord()
    anders = {"Waarde": "niet akkoord", "Beoordeling": "Groen", "Toelichting": "Fictief: te snel"}
    ronde.stuur("ZW", {CODE: anders})
    rij = ronde.rij()
    zw = rij.inbreng["ZW"]
    assert zw is not None
    assert (zw.waarden, zw.compleet) == ({}, True)
    assert "1 van 3" in next(s.tekst for s in rij.standen if s.code == JA_NEE)
    ronde.stuur("GEM", AKKOORD)
    ronde.stuur("HB", AKKOORD)
    rij = ronde.rij()
    stand = next(s for s in rij.standen if s.code == JA_NEE)
    assert (stand.tekst, stand.volledig, rij.volledig) == ("ja", True, True)
    bladen = load_workbook(merge(RONDE, template=ronde.sjabloon, output=ronde.output).bestand)
    assert "1-5-2026" in gezegd_door(bladen, "Noordbouw")
    assert "1-5-2026" not in gezegd_door(bladen, "Zuidwonen")


def test_what_changes_after_the_akkoord_is_not_taken_silently(ronde: Ronde) -> None:
    """The akkoord stands with what was seen; the partij is asked again, and then it counts."""
    ronde.eerste_pas()
    ronde.vraag_akkoord()
    ronde.stuur("GEM", AKKOORD)
    ronde.stuur("ZW", NIET)
    ronde.stuur(
        "NB", {CODE: {"Beoordeling": "Afgerond"}, OP: {"Waarde": JUNI}}, LATER, akkoord=False
    )
    matrix = ronde.matrix()
    rij = next(r for r in matrix.rijen if r.indicator.code == CODE)
    gem, zw = rij.inbreng["GEM"], rij.inbreng["ZW"]
    assert gem is not None
    assert zw is not None
    assert (gem.beoordeling, gem.waarden, gem.ouder) == (None, {}, True)
    assert (zw.beoordeling, [*zw.waarden], zw.ouder) == ("Oranje", [JA_NEE], True), "it is its own"
    ouder = [b.tekst for b in matrix.bevindingen if b.code == catalogue.OUDERE_VOORZET.code]
    assert len(ouder) == 2
    assert (
        "Gemeente Molendam zei “Akkoord” bij een eerdere voorzet van Noordbouw: Groen; ja"
        in ouder[0]
    )
    assert "Nu zegt Noordbouw: Afgerond; ja; 1-6-2026" in ouder[0]
    assert ronde.status("GEM").over_voorzetten == "; gereageerd op 0 van 1 voorzet"
    assert ronde.vraag_akkoord() == ["GEM", "ZW", "HB"]
    ronde.stuur("GEM", AKKOORD, LAATST)
    ronde.stuur("ZW", AKKOORD, LAATST)
    rij = ronde.rij()
    assert reacties(rij)["ZW"] is Reactie.AKKOORD, "a new reaction takes its old answer along"
    assert {v.beoordeling for v in rij.inbreng.values() if v} == {"Afgerond"}
    assert rij.verschillen == ()
    weg = [
        b for b in ronde.matrix().bevindingen if b.code == catalogue.HOORT_BIJ_ANDERE_REACTIE.code
    ]
    assert len(weg) == 4, "what stood beside the first is named: colour, reason, words and a value"


def test_only_what_is_open_is_asked_again(ronde: Ronde) -> None:
    ronde.eerste_pas()
    ronde.vraag_akkoord()
    ronde.stuur("GEM", AKKOORD)
    assert ronde.vraag_akkoord() == ["ZW", "HB"]
    assert not ronde.blad("GEM").exists(), "an empty sheet on which nothing is left to ask"
    vol = vul(ronde.blad("HB").read_bytes(), AKKOORD)
    ronde.blad("HB").write_bytes(vol)
    assert ronde.vraag_akkoord() == ["ZW", "HB"]
    assert ronde.blad("HB").read_bytes() == vol, "what somebody filled in stays"


def test_a_voorzet_that_is_not_whole_is_asked_of_nobody(ronde: Ronde) -> None:
    ronde.eerste_pas(NB={CODE: {"Beoordeling": "Oranje"}})
    with pytest.raises(NietUitgevoerd):
        ronde.vraag_akkoord()
    stand = status(RONDE, template=ronde.sjabloon, output=ronde.output)
    assert [b.code for b in stand.zonder_voorzet] == [catalogue.VOORZET_ONTBREEKT.code]
    assert ronde.status("ZW").over_voorzetten.endswith("en 1 voorzet ontbreekt nog")


# What people write on such a sheet


@pytest.mark.parametrize(
    ("gegeven", "regel", "reactie", "kleur"),
    [
        ({CODE: {"Waarde": "akkoord "}}, None, Reactie.AKKOORD, "Groen"),
        ({CODE: {"Waarde": "Ja"}}, None, Reactie.AKKOORD, "Groen"),
        ({CODE: {"Waarde": "mwah"}}, catalogue.AKKOORD_ONLEESBAAR, None, None),
        ({CODE: {"Toelichting": "Fictief"}}, catalogue.AKKOORD_ONTBREEKT, None, None),
        (
            {CODE: {"Waarde": "Akkoord", "Beoordeling": "Rood", "Reden": "b", "Toelichting": "x"}},
            catalogue.AKKOORD_MET_EIGEN_ANTWOORD,
            None,
            "Rood",
        ),
        (AKKOORD | {JA_NEE: {"Waarde": "Nee"}}, catalogue.AKKOORD_MET_EIGEN_ANTWOORD, None, None),
        ({CODE: {"Beoordeling": "Groen"}}, catalogue.EIGEN_ANTWOORD_ZONDER_KEUZE, None, "Groen"),
        (
            {CODE: {"Waarde": "Niet akkoord", "Beoordeling": "Groen"}},
            catalogue.NIET_AKKOORD_ZONDER_UITLEG,
            Reactie.NIET_AKKOORD,
            "Groen",
        ),
        (
            {CODE: {"Waarde": "Nee", "Toelichting": "Fictief: zie mail"}},
            catalogue.BEOORDELING_ONTBREEKT,
            Reactie.NIET_AKKOORD,
            None,
        ),
    ],
)
def test_only_akkoord_is_akkoord_and_no_answer_is_lost(
    ronde: Ronde, gegeven: Gegeven, regel: object, reactie: Reactie | None, kleur: str | None
) -> None:
    ronde.eerste_pas()
    ronde.vraag_akkoord()
    (ingenomen,) = ronde.stuur("ZW", gegeven).inzendingen
    verwacht = [regel.code] if regel else []  # type: ignore[attr-defined]
    assert codes(ingenomen.bevindingen) == verwacht
    zw = ronde.rij().inbreng["ZW"]
    assert zw is not None
    assert (zw.reactie, zw.beoordeling) == (reactie, kleur)
    if ingenomen.herstel:  # the voorzet stands in it again
        tabel = zoek_tabel(load_workbook(ingenomen.herstel))
        assert str(tabel.cel(CODE, l.VRAAG).value).endswith("\nVoorzet: Groen")


def test_a_sheet_that_became_csv_still_says_what_was_seen(ronde: Ronde, reader: Reader) -> None:
    """Without its hidden sheet: the voorzet stands beside the answer."""
    ronde.eerste_pas()
    ronde.vraag_akkoord()
    document = lees_document(reader, vul(ronde.blad("ZW").read_bytes(), AKKOORD))
    tekst = io.StringIO()
    csv.writer(tekst, delimiter=";").writerows(
        ["" if w is None else w for w in rij] for rij in document.sheets[0].rows
    )
    bestand = ronde.output.parent / "akkoord.csv"
    bestand.write_text(tekst.getvalue(), encoding="utf-8")
    (ingenomen,) = collect(
        RONDE, [bestand], template=ronde.sjabloon, output=ronde.output
    ).inzendingen
    assert ingenomen.status == "aangenomen"
    assert codes(ingenomen.bevindingen) == [catalogue.OOK_GETELD.code]
    assert reacties(ronde.rij())["ZW"] is Reactie.AKKOORD


def test_an_answer_of_before_there_was_a_trekker_stays_its_own(
    ronde: Ronde, tmp_path: Path, reader: Reader
) -> None:
    """The sheet asked it, so it is an answer; it is no akkoord, and no word of it is lost."""
    zonder = schrijf_sjabloon(
        tmp_path / "zonder.xlsx", Instellingen=instellingen(), **_met_adressen()
    )
    voor = replace(ronde, sjabloon=zonder, kader=read_template(zonder, reader).geldig())
    voor.eerste_pas(ZW={CODE: {"Beoordeling": "Rood", "Reden": "b", "Toelichting": "Fictief"}})
    nu = ronde.rij()
    zw = nu.inbreng["ZW"]
    assert zw is not None
    assert (zw.reactie, zw.beoordeling) == (None, "Rood")
    assert ronde.status("ZW").akkoord is not None
    assert ronde.status("ZW").akkoord.gegeven == {CODE}  # type: ignore[union-attr]
    assert ronde.matrix().fictief is False


def test_what_was_said_to_a_voorzet_stays_that_without_a_trekker(
    ronde: Ronde, tmp_path: Path
) -> None:
    """The template was changed since: the akkoord is known and shown, and is with nothing now."""
    ronde.eerste_pas()
    ronde.vraag_akkoord()
    ronde.stuur("GEM", AKKOORD)
    ronde.stuur("ZW", NIET)
    tabellen = {"Instellingen": instellingen(), **_met_adressen()}
    anders = replace(ronde, sjabloon=schrijf_sjabloon(tmp_path / "anders.xlsx", **tabellen))
    rij = anders.rij()
    assert reacties(rij) | {"NB": None} == {
        "GEM": Reactie.AKKOORD,
        "NB": None,
        "ZW": Reactie.NIET_AKKOORD,
        "HB": None,
    }
    assert all(v.ouder for v in rij.inbreng.values() if v and v.reactie)
    assert {v.beoordeling for v in rij.inbreng.values() if v} == {"Groen", "Oranje", None}
    assert codes(anders.matrix().bevindingen).count(catalogue.OUDERE_VOORZET.code) == 2


# Mail


def test_mail_and_reminders_know_both_passes(ronde: Ronde) -> None:
    ronde.eerste_pas()
    plek: dict[str, Any] = {"template": ronde.sjabloon, "output": ronde.output}
    assert remind(RONDE, **plek).klaar == (), "nobody is asked an akkoord before there is a sheet"
    (mist, *_) = ask_agreement(RONDE, **plek).mails
    assert codes(mist.bevindingen) == [catalogue.AKKOORDBLAD_ONTBREEKT.code]
    ronde.vraag_akkoord()
    gevraagd = ask_agreement(RONDE, **plek)
    assert [c.partij.code for c in gevraagd.klaar] == ["GEM", "ZW", "HB"]
    assert [b.naam for b in gevraagd.klaar[1].bijlagen] == [ronde.blad("ZW").name]
    assert "bij 1 indicator een voorzet" in gevraagd.klaar[0].tekst
    note_sent(gevraagd, only=["Zuidwonen"])
    stukken = ronde.matrix().stukken
    assert [(s.partij, s.tekst.partition(",")[0]) for s in stukken] == [
        ("ZW", "mail met het akkoordblad")
    ]
    ronde.stuur("GEM", AKKOORD)
    herinnerd = remind(RONDE, **plek)
    assert [c.partij.code for c in herinnerd.klaar] == ["ZW", "HB"]
    assert (
        "A01-I2 inventarisatie locaties: bent u akkoord met de voorzet?" in herinnerd.klaar[0].tekst
    )
    assert [b.naam for b in herinnerd.klaar[0].bijlagen] == [ronde.blad("ZW").name]


def test_a_trekker_without_voorzet_is_reminded_of_that(ronde: Ronde) -> None:
    generate(RONDE, template=ronde.sjabloon, output=ronde.output)
    plek: dict[str, Any] = {"template": ronde.sjabloon, "output": ronde.output}
    assert len(mail(RONDE, **plek).klaar) == 4
    eigen = {c: a for c, a in antwoorden(ronde.kader, "NB").items() if not c.startswith(CODE)}
    ronde.stuur("NB", eigen, EERST, akkoord=False)
    over = {c.partij.code: c.tekst for c in remind(RONDE, **plek).klaar}
    assert f"{CODE} inventarisatie locaties" in over["NB"]


# What stays


def test_it_is_filed_reckoned_again_and_looked_back_on(ronde: Ronde) -> None:
    ronde.eerste_pas()
    ronde.vraag_akkoord()
    for partij in ("GEM", "ZW", "HB"):
        ronde.stuur(partij, AKKOORD)
    rij = ronde.rij()
    assert rij.volledig
    plek: dict[str, Any] = {"template": ronde.sjabloon, "output": ronde.output}
    gearchiveerd = archive(RONDE, **plek, concept=True)
    assert not verify([gearchiveerd.map]).needs_attention
    terug = history(**plek).tabellen["respons"]
    assert list(terug["compleet"]) == list(terug["gevraagd"])
    volgend = replace(RONDE, jaar=2027)
    zonder = replace(ronde.kader, doorgeschoven=frozenset({CODE}))
    gezien = earlier_answers(zonder, volgend, [ronde.matrix()])
    assert gezien["GEM"][CODE].startswith("Groen"), "what it agreed to is what it said"
    assert gezien["GEM"][JA_NEE] == "ja"
    antwoorden_ = whole_matrix(ronde.matrix()).tabellen[1]
    gezegd = [r[2:4] for r in antwoorden_.rijen if r[:2] == (CODE, "Zuidwonen")]
    assert gezegd[:2] == [
        (l.VOORZET, "Akkoord met de voorzet van Noordbouw"),
        (l.BEOORDELING, "Groen"),
    ]

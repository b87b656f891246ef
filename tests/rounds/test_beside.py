"""What came beside the answers: on Herkomst, in the archive, and nowhere with an address."""

from __future__ import annotations

from email.policy import SMTP
from pathlib import Path

import pytest
from archieven import Klaar, maak_ronde
from attachments import PDF, mail
from invullen import RONDE, antwoorden, leeg_blad, vul
from openpyxl import load_workbook

from kaderxl import archive, collect, merge, verify
from kaderxl.core import catalogue
from kaderxl.core import labels as l
from kaderxl.reading import Reader

pytestmark = pytest.mark.lang


@pytest.fixture
def klaar(tmp_path: Path, reader: Reader) -> Klaar:
    """A ronde in which one partij sent evidence and a word along."""
    klaar = maak_ronde(tmp_path, reader)
    blad = vul(
        leeg_blad(klaar.kader, "ZW"), antwoorden(klaar.kader, "ZW"), op="2027-02-05T09:00:00Z"
    )
    brief = mail(
        ("blad.xlsx", blad),
        ("notulen.pdf", PDF),
        text="Let op: =1+1 bij de tweede vraag.\nGroet, Jan 0612345678",
    )
    (tmp_path / "brief.eml").write_bytes(brief.as_bytes(policy=SMTP))
    collect(RONDE, [tmp_path / "brief.eml"], template=klaar.sjabloon, output=klaar.output)
    merge(RONDE, template=klaar.sjabloon, output=klaar.output)
    return klaar


def herkomst(klaar: Klaar) -> list[tuple[object, ...]]:
    (matrix,) = (klaar.ronde / "matrix").glob("*.xlsx")
    rijen = load_workbook(matrix)[l.HERKOMST].iter_rows(values_only=True)
    return [rij for rij in rijen if rij[2] in ("Bewijs", "Tekst bij een inzending")]


def test_words_and_evidence_stand_on_herkomst(klaar: Klaar) -> None:
    tekst, bewijs = sorted(herkomst(klaar), key=lambda rij: str(rij[2]), reverse=True)
    assert tekst[3] == "Let op: =1+1 bij de tweede vraag."
    assert bewijs[3] == "notulen.pdf"
    assert (klaar.ronde / "retour" / "post" / str(bewijs[4])).read_bytes() == PDF


def test_the_archive_holds_the_evidence_and_says_what_it_is(klaar: Klaar) -> None:
    archief = archive(RONDE, template=klaar.sjabloon, output=klaar.output, concept=True)
    (bewijs,) = (archief.map / "data" / "retour" / "post").iterdir()
    assert bewijs.read_bytes() == PDF
    lijst = (archief.map / "data" / "retour" / "post.csv").read_text("utf-8-sig")
    assert "bewijs,ZW" in lijst
    assert "Let op: =1+1" in lijst
    assert "jan@woonborg" not in lijst
    assert "0612345678" not in lijst
    assert not verify([archief.map], output=klaar.output).needs_attention
    bewijs.write_bytes(PDF + b"x")
    assert verify([archief.map], output=klaar.output).needs_attention


def test_the_archive_names_a_mail_that_waits_and_does_not_file_it(
    klaar: Klaar, tmp_path: Path
) -> None:
    brief = tmp_path / "brief.eml"
    brief.write_bytes(mail(text="Zie https://we.tl/t-Abc", subject="Cijfers").as_bytes(policy=SMTP))
    collect(RONDE, [brief], template=klaar.sjabloon, output=klaar.output)
    archief = archive(RONDE, template=klaar.sjabloon, output=klaar.output, concept=True)
    (wacht,) = archief.bevindingen
    assert wacht.code == catalogue.MAIL_WACHT.code
    assert "“Cijfers”" in wacht.tekst
    assert archief.needs_attention
    assert not [*archief.map.rglob("*.eml")]

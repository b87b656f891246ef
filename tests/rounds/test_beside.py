"""What came beside the answers: on Herkomst, in the archive, and nowhere with an address."""

from __future__ import annotations

from email.policy import SMTP
from pathlib import Path
from typing import TypedDict

import pytest
from adressen import met_adressen
from archieven import Klaar, maak_ronde
from attachments import PDF, mail
from invullen import RONDE, antwoorden, codes, leeg_blad, vul
from openpyxl import load_workbook

from kaderxl import (
    NietUitgevoerd,
    archive,
    collect,
    generate,
    mail as maak_mails,
    merge,
    note_sent,
    verify,
)
from kaderxl.core import catalogue, labels as l
from kaderxl.reading import Reader

pytestmark = pytest.mark.lang


class Plaats(TypedDict):
    template: Path
    output: Path


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


@pytest.fixture
def plaats(klaar: Klaar, tmp_path: Path) -> Plaats:
    """That ronde, with an address of every partij and its sheets ready to go."""
    sjabloon = met_adressen(klaar.sjabloon, tmp_path / "met adressen.xlsx")
    plaats = Plaats(template=sjabloon, output=klaar.output)
    generate(RONDE, **plaats)
    return plaats


def test_a_mail_that_was_sent_after_merge_stands_in_what_is_filed(
    klaar: Klaar, plaats: Plaats
) -> None:
    (een, *andere) = [m.partij.code for m in maak_mails(RONDE, **plaats).klaar]
    note_sent(maak_mails(RONDE, **plaats), only=[een])
    merge(RONDE, **plaats)
    note_sent(maak_mails(RONDE, **plaats), only=andere)
    archief = archive(RONDE, concept=True, **plaats)
    assert codes(archief.bevindingen) == [catalogue.VERZENDING_BIJGEWERKT.code]
    (matrix,) = (klaar.ronde / "matrix").glob("*.xlsx")
    gefiled = archief.map / "data" / "matrix" / matrix.name
    assert gefiled.read_bytes() == matrix.read_bytes()
    rijen = [*load_workbook(gefiled)[l.HERKOMST].iter_rows(values_only=True)]
    verstuurd = {rij[0] for rij in rijen if "mail met het invulblad" in str(rij)}
    assert len(verstuurd) == 1 + len(andere)
    assert not verify([archief.map], output=klaar.output).needs_attention
    assert not archive(RONDE, concept=True, **plaats).nieuw
    assert merge(RONDE, **plaats).bewaard is None


def test_a_return_since_merge_is_not_filed_along(
    klaar: Klaar, plaats: Plaats, tmp_path: Path
) -> None:
    merge(RONDE, **plaats)
    note_sent(maak_mails(RONDE, **plaats))
    blad = tmp_path / "later.xlsx"
    anders = antwoorden(klaar.kader, "ZW") | {"A01-I1-M1": {"Waarde": 77}}
    blad.write_bytes(vul(leeg_blad(klaar.kader, "ZW"), anders, op="2027-02-09T09:00:00Z"))
    collect(RONDE, [blad], **plaats)
    with pytest.raises(NietUitgevoerd) as fout:
        archive(RONDE, concept=True, **plaats)
    assert codes(fout.value.bevindingen) == [catalogue.MATRIX_NIET_BIJ.code]


def test_the_archive_names_a_mail_that_waits_and_does_not_file_it(
    klaar: Klaar, tmp_path: Path
) -> None:
    brief = tmp_path / "brief.eml"
    brief.write_bytes(mail(text="Zie https://we.tl/t-Abc", subject="Cijfers").as_bytes(policy=SMTP))
    collect(RONDE, [brief], template=klaar.sjabloon, output=klaar.output)
    archief = archive(RONDE, template=klaar.sjabloon, output=klaar.output, concept=True)
    (wacht,) = archief.bevindingen
    assert wacht.code == catalogue.POST_WACHT.code
    assert "“Cijfers”" in wacht.tekst
    assert archief.needs_attention
    assert not [*archief.map.rglob("*.eml")]

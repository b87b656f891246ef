"""A draft as other programs open it: who, what, the sheet bit for bit, and nothing of ours."""

from __future__ import annotations

import getpass
import os
import socket
import subprocess
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from concepten import CONCEPT
from hypothesis import given, strategies as st
from invullen import leeg_blad
from programs import nodig

from kaderxl.core.kader import Kader, Mailsoort
from kaderxl.core.notation import een_regel
from kaderxl.core.settings import Instellingen
from kaderxl.mailing.drafts import Bijlage, Concept

pytestmark = pytest.mark.lang
KOPPEN = {"From", "To", "Cc", "Reply-To", "Subject", "Message-ID", "MIME-Version", "X-Unsent"}
KOPPEN |= {"Content-Type", "Content-Language"}


def gelezen(concept: Concept) -> EmailMessage:
    bericht = message_from_bytes(concept.als_eml(), policy=default)
    assert isinstance(bericht, EmailMessage)
    return bericht


def met_naam(naam: str) -> Concept:
    return replace(CONCEPT, partij=replace(CONCEPT.partij, naam=naam))


def deel(bericht: EmailMessage, soort: str) -> str:
    tekst = bericht.get_body((soort,))
    assert tekst is not None
    return str(tekst.get_content()).replace("\r\n", "\n")


def test_the_standard_library_reads_it_whole() -> None:
    bericht = gelezen(CONCEPT)
    assert not bericht.defects
    assert str(bericht["To"]) == "De Volmacht <wonen@volmacht.example>"
    assert str(bericht["Cc"]) == "cc1@x.example, cc2@x.example"
    assert str(bericht["Reply-To"]) == "antwoord@gemeente.example"
    assert bericht["Subject"] == CONCEPT.onderwerp
    assert bericht["X-Unsent"] == "1"
    assert deel(bericht, "plain") == CONCEPT.tekst
    assert deel(bericht, "html") == CONCEPT.html
    (bijlage,) = bericht.iter_attachments()
    assert bijlage.get_filename() == CONCEPT.bijlagen[0].naam
    assert bijlage.get_payload(decode=True) == CONCEPT.bijlagen[0].data


def test_it_has_no_header_but_these_and_names_nobody() -> None:
    assert set(gelezen(CONCEPT).keys()) == KOPPEN
    zichtbaar = CONCEPT.als_eml().partition(b"base64")[0].lower()
    for naam in (socket.gethostname(), getpass.getuser()):
        assert f"{naam}@".encode().lower() not in zichtbaar
        assert f"@{naam}".encode().lower() not in zichtbaar


def test_the_same_mail_gives_the_same_bytes_and_id() -> None:
    assert CONCEPT.als_eml() == CONCEPT.als_eml()
    anders = replace(CONCEPT, tekst="Andere woorden", onderwerp="Ander onderwerp")
    assert anders.message_id == CONCEPT.message_id
    assert anders.als_eml() != CONCEPT.als_eml()


@pytest.mark.parametrize(
    "ander",
    [
        replace(CONCEPT, soort=Mailsoort.TE_LAAT),
        replace(CONCEPT, identiteit="AEH|2027-evaluatie|DV|"),
        replace(CONCEPT, bijlagen=(Bijlage("x.xlsx", b"anders"),)),
        replace(CONCEPT, partij=replace(CONCEPT.partij, email="nieuw@volmacht.example")),
    ],
    ids=["kind", "ronde", "sheet", "address"],
)
def test_another_mail_has_another_id(ander: Concept) -> None:
    assert ander.message_id != CONCEPT.message_id


def test_without_settings_there_is_no_sender_and_no_copy() -> None:
    bericht = gelezen(replace(CONCEPT, instellingen=Instellingen()))
    assert set(bericht.keys()) == KOPPEN - {"From", "Cc", "Reply-To"}
    assert str(bericht["Message-ID"]).endswith("@kaderxl.invalid>")


@pytest.mark.parametrize("begin", ["FICTIEF VOORBEELD: ", "A B: ", ""])
def test_a_long_subject_does_not_begin_with_a_space(begin: str) -> None:
    onderwerp = f"{begin}Ontvangen: invulblad evaluatie 2026 (AEH-2026E-DV-EB7A-K4) {'x' * 60}"
    assert f"Subject: {onderwerp}\r\n".encode() in replace(CONCEPT, onderwerp=onderwerp).als_eml()
    assert max(map(len, CONCEPT.als_eml().splitlines())) <= 100


def test_the_loose_text_says_where_it_goes() -> None:
    regels = CONCEPT.als_tekst().splitlines()
    assert regels[:4] == [
        "Aan: wonen@volmacht.example",
        "Cc: cc1@x.example, cc2@x.example",
        f"Onderwerp: {CONCEPT.onderwerp}",
        f"Bijlage: {CONCEPT.bijlagen[0].naam}",
    ]
    assert regels[5] == "Beste collega's,"


@pytest.mark.parametrize(
    "naam",
    [
        "Coöperatie Ændrië",
        "Bos, Duin en Zee",
        'De "Kroon" <x@y.example>, huurders; allen',
        "Stichting\r\nBcc: spion@x.example\r\n\r\nTekst",
        "Wonen\0\x1b[31m\u202egnol",
        "=?utf-8?q?Bcc=3A_x?=",
        "ł" * 120,
    ],
)
def test_a_name_never_becomes_a_header(naam: str) -> None:
    concept = met_naam(naam)
    concept = replace(concept, onderwerp=f"Herinnering voor {naam} (AEH)")
    bericht = gelezen(concept)
    assert set(bericht.keys()) == KOPPEN
    assert [a.addr_spec for a in bericht["To"].addresses] == ["wonen@volmacht.example"]
    assert not [kop for kop in bericht.values() if "\n" in kop or "\r" in kop]
    assert len(list(bericht.iter_attachments())) == 1


@given(st.text(alphabet=st.characters(exclude_categories=["C", "Z"]) | st.just(" "), min_size=1))
def test_any_name_can_be_read_back(naam: str) -> None:
    onderwerp = een_regel(f"Invulblad voor {naam}").replace("=?", "= ?")
    bericht = gelezen(replace(met_naam(naam), onderwerp=onderwerp))
    (adres,) = bericht["To"].addresses
    assert adres.addr_spec == "wonen@volmacht.example"
    # The reader of the standard library keeps a space between two encoded words.
    leesbaar = een_regel(naam).replace("=?", "= ?").replace(" ", "")
    assert adres.display_name.replace(" ", "") == leesbaar
    assert str(bericht["Subject"]).replace(" ", "") == onderwerp.replace(" ", "")


@pytest.mark.extern
def test_a_real_mail_program_opens_the_draft_and_sends_it_on(kader: Kader, tmp_path: Path) -> None:
    """Mutt takes it as a draft; what it hands to the mail system has the sheet bit for bit."""
    mutt = nodig("mutt", "mutt")
    blad = leeg_blad(kader, "DV")
    concept = replace(CONCEPT, bijlagen=(Bijlage("Invulblad Coöperatie.xlsx", blad),))
    (tmp_path / "concept.eml").write_bytes(concept.als_eml())
    vang = tmp_path / "verstuur"
    vang.write_text(f'#!/bin/sh\ncat > "{tmp_path}/verstuurd.eml"\n')
    vang.chmod(0o700)
    instellingen = [f'set sendmail="{vang}"', "set copy=no", "set hostname=x.example"]
    opdracht = [mutt, "-n", "-F", "/dev/null", "-H", str(tmp_path / "concept.eml")]
    for instelling in instellingen:
        opdracht += ["-e", instelling]
    subprocess.run(
        opdracht,
        stdin=subprocess.DEVNULL,
        env=os.environ | {"HOME": str(tmp_path)},
        check=True,
        timeout=60,
    )
    verstuurd = message_from_bytes((tmp_path / "verstuurd.eml").read_bytes(), policy=default)
    assert isinstance(verstuurd, EmailMessage)
    assert str(verstuurd["To"]) == "De Volmacht <wonen@volmacht.example>"
    assert verstuurd["Subject"] == concept.onderwerp
    assert verstuurd["Message-ID"] == concept.message_id
    assert deel(verstuurd, "plain") == concept.tekst
    (bijlage,) = verstuurd.iter_attachments()
    assert bijlage.get_payload(decode=True) == blad
    assert bijlage.get_filename() == "Invulblad Coöperatie.xlsx"

"""Sending over a real SMTP server on loopback: encrypted or not at all, each mail at most once."""

from __future__ import annotations

import csv
import os
import socket
import sys
from dataclasses import replace
from email.utils import parsedate_to_datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
import trustme
from concepten import CONCEPT
from mailserver import WACHTWOORD, Postbus

from kaderxl.core import catalogue
from kaderxl.core.findings import NietUitgevoerd
from kaderxl.core.settings import Instellingen
from kaderxl.mailing.connection import wachtwoord_van
from kaderxl.mailing.drafts import Concept
from kaderxl.mailing.sending import Verzending, controleer_server, verstuur
from kaderxl.mailing.sent import Verzendlijst

CODES = ("GEM", "DV", "WB", "WZN", "DD", "AHW")


@pytest.fixture(scope="module")
def ca() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(autouse=True)
def vertrouwd(
    ca: trustme.CA, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system trusts this authority, and nobody else."""
    bestand = tmp_path_factory.mktemp("ca") / "ca.pem"
    ca.cert_pem.write_to_path(str(bestand))
    monkeypatch.setenv("SSL_CERT_FILE", str(bestand))
    monkeypatch.delenv("KADERXL_SMTP_PASSWORD", raising=False)


@pytest.fixture
def lijst(tmp_path: Path) -> Path:
    return tmp_path / "mail" / "verzonden.csv"


def instellingen(postbus: Postbus, gebruiker: str = "", poort: int = 0) -> Instellingen:
    return Instellingen(
        afzender="wonen@gemeente.example",
        mailserver="localhost",
        mailserver_poort=poort or postbus.poort,
        mailgebruiker=gebruiker,
    )


def concepten(postbus: Postbus, *codes: str, cc: tuple[str, ...] = ()) -> list[Concept]:
    return [
        replace(
            CONCEPT,
            partij=replace(CONCEPT.partij, code=code, naam=code, email=f"{code.lower()}@x.example"),
            instellingen=replace(instellingen(postbus), cc=cc),
            identiteit=code,
        )
        for code in codes or CODES
    ]


def stuur(postbus: Postbus, lijst: Path, *codes: str, gebruiker: str = "") -> list[Verzending]:
    """What `send` does: all that was not accepted before."""
    bekend = Verzendlijst(lijst)
    nog = [c for c in concepten(postbus, *codes) if not bekend.wanneer(c)]
    nog = [c for c in nog if not bekend.onzeker(c)]
    return list(verstuur(nog, instellingen(postbus, gebruiker), bekend))


def niet_verstuurd(postbus: Postbus, lijst: Path, gebruiker: str = "") -> str:
    """The code of the reason why nothing was sent at all."""
    with pytest.raises(NietUitgevoerd) as fout:
        stuur(postbus, lijst, gebruiker=gebruiker)
    assert postbus.berichten == []
    assert not lijst.exists()
    (bevinding,) = fout.value.bevindingen
    assert WACHTWOORD not in str(fout.value)
    return bevinding.code


def ontvangers(postbus: Postbus) -> list[str]:
    return [adres for adressen, _ in postbus.berichten for adres in adressen]


def wat(verzendingen: list[Verzending]) -> list[tuple[str, bool, list[str]]]:
    return [
        (v.concept.partij.code, v.verzonden, [b.code for b in v.bevindingen]) for v in verzendingen
    ]


# What goes out


def test_six_are_sent_as_they_were_shown(ca: trustme.CA, lijst: Path) -> None:
    with Postbus(ca) as postbus:
        uitkomst = stuur(postbus, lijst)
    assert wat(uitkomst) == [(code, True, []) for code in CODES]
    assert ontvangers(postbus) == [f"{code.lower()}@x.example" for code in CODES]
    for concept, (_, data) in zip(concepten(postbus), postbus.berichten, strict=True):
        kop, _, inhoud = data.partition(b"\r\n\r\n")
        getoond = concept.als_eml()
        assert inhoud == getoond.partition(b"\r\n\r\n")[2]
        assert b"X-Unsent" in getoond
        assert b"X-Unsent" not in kop
    for mail in postbus.mails():
        assert parsedate_to_datetime(str(mail["Date"])).tzinfo
        (bijlage,) = mail.iter_attachments()
        assert bijlage.get_payload(decode=True) == CONCEPT.bijlagen[0].data


def test_this_computer_does_not_say_its_name(ca: trustme.CA, lijst: Path) -> None:
    with Postbus(ca) as postbus:
        stuur(postbus, lijst, "DV")
    assert set(postbus.gezien) == {"gemeente.example"}
    assert not any(socket.gethostname().encode() in data for _, data in postbus.berichten)


def test_a_copy_goes_along_and_one_that_is_refused_is_said(ca: trustme.CA, lijst: Path) -> None:
    with Postbus(ca, weigert={"weg@x.example"}) as postbus:
        mails = concepten(postbus, "DV", cc=("ook@x.example", "weg@x.example"))
        uitkomst = list(verstuur(mails, instellingen(postbus), Verzendlijst(lijst)))
    assert postbus.berichten[0][0] == ["dv@x.example", "ook@x.example"]
    assert wat(uitkomst) == [("DV", True, [catalogue.KOPIE_GEWEIGERD.code])]


def test_the_list_says_who_was_sent_what_and_when_without_addresses(
    ca: trustme.CA, lijst: Path
) -> None:
    with Postbus(ca) as postbus:
        stuur(postbus, lijst, "DV", "WB")
        eigen = [c.message_id for c in concepten(postbus, "DV", "WB")]
    with lijst.open(encoding="utf-8-sig", newline="") as regels:
        rijen = list(csv.DictReader(regels))
    assert [(r["partij"], r["soort"], r["stand"]) for r in rijen] == [
        ("DV", "invulblad", "begonnen"),
        ("DV", "invulblad", "verzonden"),
        ("WB", "invulblad", "begonnen"),
        ("WB", "invulblad", "verzonden"),
    ]
    assert [r["message-id"] for r in rijen[1::2]] == eigen
    assert all(r["wanneer"].startswith("20") for r in rijen)
    assert b"x.example" not in lijst.read_bytes()


# At most once


def test_one_refused_and_the_line_cut_after_the_third_and_each_has_exactly_one(
    ca: trustme.CA, lijst: Path
) -> None:
    with Postbus(ca, weigert={"wb@x.example"}, breekt_voor=4) as postbus:
        eerste = stuur(postbus, lijst)
    assert wat(eerste) == [
        ("GEM", True, []),
        ("DV", True, []),
        ("WB", False, [catalogue.MAIL_GEWEIGERD.code]),
        ("WZN", True, []),
        ("DD", False, [catalogue.NIET_AAN_TOE.code]),
        ("AHW", False, [catalogue.NIET_AAN_TOE.code]),
    ]
    assert "550" in eerste[2].bevindingen[0].tekst
    with Postbus(ca) as tweede:
        assert [code for code, _, _ in wat(stuur(tweede, lijst))] == ["WB", "DD", "AHW"]
    with Postbus(ca) as derde:
        assert stuur(derde, lijst) == []
    alle = ontvangers(postbus) + ontvangers(tweede) + ontvangers(derde)
    assert sorted(alle) == sorted(f"{code.lower()}@x.example" for code in CODES)


def test_what_may_have_arrived_is_not_sent_again_by_itself(ca: trustme.CA, lijst: Path) -> None:
    """The server took the mail and the line broke before it said so."""
    with Postbus(ca, breekt_tijdens=2) as postbus:
        eerste = stuur(postbus, lijst, "GEM", "DV", "WB")
    assert wat(eerste) == [
        ("GEM", True, []),
        ("DV", False, [catalogue.AANKOMST_ONZEKER.code]),
        ("WB", False, [catalogue.NIET_AAN_TOE.code]),
    ]
    assert ontvangers(postbus) == ["gem@x.example", "dv@x.example"]
    with Postbus(ca) as tweede:
        assert [code for code, _, _ in wat(stuur(tweede, lijst, "GEM", "DV", "WB"))] == ["WB"]


def test_a_line_that_was_cut_off_costs_no_other(ca: trustme.CA, lijst: Path) -> None:
    with Postbus(ca) as postbus:
        stuur(postbus, lijst, "GEM")
        with lijst.open("ab") as bestand:
            bestand.write(b"2027-02-0")
        stuur(postbus, lijst, "DV")
        assert all(Verzendlijst(lijst).wanneer(c) for c in concepten(postbus, "GEM", "DV"))


def test_a_list_that_a_spreadsheet_saved_again_still_counts(ca: trustme.CA, lijst: Path) -> None:
    """Dutch Excel puts semicolons between the cells and writes the moment its own way."""
    with Postbus(ca) as postbus:
        stuur(postbus, lijst, "GEM", "DV")
        tekst = lijst.read_text("utf-8-sig").replace(",", ";").replace("T", " ")
        lijst.write_text(tekst, "cp1252")
        assert stuur(postbus, lijst, "GEM", "DV") == []
        assert Verzendlijst(lijst).wanneer(concepten(postbus, "GEM")[0]).startswith("20")


# Encrypted, or not at all


def test_a_server_without_tls_gets_nothing(ca: trustme.CA, lijst: Path) -> None:
    with Postbus(ca, tls=False) as postbus:
        assert niet_verstuurd(postbus, lijst) == catalogue.GEEN_TLS.code


def test_a_certificate_of_another_server_gets_nothing(ca: trustme.CA, lijst: Path) -> None:
    with Postbus(ca, naam="andere.example") as postbus:
        assert niet_verstuurd(postbus, lijst) == catalogue.CERTIFICAAT_ONJUIST.code


def test_a_certificate_nobody_vouches_for_gets_nothing(lijst: Path) -> None:
    with Postbus(trustme.CA()) as postbus:
        assert niet_verstuurd(postbus, lijst) == catalogue.CERTIFICAAT_ONJUIST.code


def test_a_server_that_speaks_tls_from_the_start(
    ca: trustme.CA, lijst: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Postbus(ca, smtps=True) as postbus:
        monkeypatch.setattr("kaderxl.mailing.connection._SMTPS", postbus.poort)
        assert wat(stuur(postbus, lijst, "DV")) == [("DV", True, [])]


def test_a_server_that_is_not_there(ca: trustme.CA, lijst: Path) -> None:
    with Postbus(ca) as postbus:
        pass
    assert niet_verstuurd(postbus, lijst) == catalogue.MAILSERVER_ONBEREIKBAAR.code


# Passwords


def test_the_password_comes_from_the_environment(
    ca: trustme.CA, lijst: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KADERXL_SMTP_PASSWORD", WACHTWOORD)
    with Postbus(ca, aanmelden=True) as postbus:
        assert wat(stuur(postbus, lijst, "DV", gebruiker="wonen")) == [("DV", True, [])]
        assert "wonen" in postbus.gezien
    assert WACHTWOORD.encode() not in lijst.read_bytes()


def test_a_wrong_password_is_not_repeated_in_the_reason(
    ca: trustme.CA, lijst: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KADERXL_SMTP_PASSWORD", "fout")
    with Postbus(ca, aanmelden=True) as postbus:
        assert niet_verstuurd(postbus, lijst, "wonen") == catalogue.AANMELDEN_MISLUKT.code


def test_the_password_comes_from_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    sleutels = {("kaderxl@mail.example", "wonen"): WACHTWOORD}

    class KeyringError(Exception):
        pass

    def get_password(dienst: str, gebruiker: str) -> str | None:
        if gebruiker == "dicht":
            raise KeyringError
        return sleutels.get((dienst, gebruiker))

    fouten = SimpleNamespace(KeyringError=KeyringError)
    sleutelbos = SimpleNamespace(get_password=get_password, errors=fouten)
    monkeypatch.setitem(sys.modules, "keyring", sleutelbos)
    monkeypatch.setitem(sys.modules, "keyring.errors", fouten)
    assert wachtwoord_van("wonen", "mail.example") == WACHTWOORD
    anders = [("dicht", "mail.example"), ("onbekend", "mail.example"), ("wonen", "elders.example")]
    for gebruiker, server in anders:
        with pytest.raises(NietUitgevoerd) as fout:
            wachtwoord_van(gebruiker, server)
        assert fout.value.bevindingen[0].code == catalogue.WACHTWOORD_ONTBREEKT.code


def test_without_a_keyring_the_reason_says_where_to_put_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(NietUitgevoerd, match="KADERXL_SMTP_PASSWORD"):
        wachtwoord_van("wonen", "mail.example")


def test_what_the_template_leaves_empty_is_named() -> None:
    with pytest.raises(NietUitgevoerd) as fout:
        controleer_server(Instellingen())
    assert [b.code for b in fout.value.bevindingen] == [catalogue.MAILINSTELLING_LEEG.code] * 2
    assert os.environ.get("KADERXL_SMTP_PASSWORD") is None

"""A mail server that refuses, stalls, or talks for ever: bounded, and the right words for it."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest
import trustme
from concepten import CONCEPT
from mailserver import Postbus

from kaderxl.core import catalogue
from kaderxl.core.findings import NietUitgevoerd, Regel
from kaderxl.core.settings import Instellingen
from kaderxl.mailing.drafts import Concept
from kaderxl.mailing.sending import verstuur
from kaderxl.mailing.sent import Verzendlijst


def concept(port: int) -> Concept:
    partij = replace(CONCEPT.partij, naam="De Proef", email="proef@x.example")
    return replace(CONCEPT, partij=partij, instellingen=server_at(port))


def server_at(port: int) -> Instellingen:
    return Instellingen(
        afzender="wonen@gemeente.example", mailserver="localhost", mailserver_poort=port
    )


@contextmanager
def speaking(talk: Callable[[socket.socket], None]) -> Iterator[int]:
    """A server that does this with each line that is opened; the port it is at."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            with suppress(OSError):
                while True:
                    line, _ = server.accept()
                    with line, suppress(OSError):
                        talk(line)

        threading.Thread(target=serve, daemon=True).start()
        yield server.getsockname()[1]


def says(*answers: bytes) -> Callable[[socket.socket], None]:
    """It greets with the first, and answers each line that comes with the next."""

    def talk(line: socket.socket) -> None:
        for number, answer in enumerate(answers):
            if number and not line.recv(4096):
                return
            line.sendall(answer)
        line.recv(4096)

    return talk


def for_ever(line: socket.socket) -> None:
    while True:
        line.sendall(b"220-welkom, nog even\r\n" * 50)


def without_an_end(line: socket.socket) -> None:
    while True:
        line.sendall(b"220 " + b"x" * 4000)


def drop_by_drop(line: socket.socket) -> None:
    while True:
        line.sendall(b"2")
        time.sleep(0.1)


EHLO = b"250-hier\r\n250 STARTTLS\r\n"
BEFORE_TLS = [
    ("for ever", for_ever, catalogue.MAILSERVER_ONBEREIKBAAR),
    ("one line without an end", without_an_end, catalogue.MAILSERVER_WEIGERT),
    ("drop by drop", drop_by_drop, catalogue.MAILSERVER_ONBEREIKBAAR),
    ("nothing", lambda line: line.recv(1), catalogue.MAILSERVER_ONBEREIKBAAR),
    (
        "no mail server",
        says(b"HTTP/1.1 400 Bad\r\n\r\n"),
        catalogue.MAILSERVER_ONBEREIKBAAR,
    ),
    ("busy", says(b"421 te druk\r\n"), catalogue.MAILSERVER_NU_NIET),
    ("shut", says(b"554 niet voor u\r\n"), catalogue.MAILSERVER_WEIGERT),
    ("454", says(b"220 hoi\r\n", EHLO, b"454 TLS not available\r\n"), catalogue.MAILSERVER_NU_NIET),
    ("no tls", says(b"220 hoi\r\n", b"250 hier\r\n"), catalogue.GEEN_TLS),
    (
        "no tls after all",
        says(b"220 hoi\r\n", EHLO, b"220 ja\r\n", b"geen tls" * 9),
        catalogue.GEEN_TLS,
    ),
]


@pytest.mark.parametrize(
    ("talk", "regel"), [(t, r) for _, t, r in BEFORE_TLS], ids=[n for n, *_ in BEFORE_TLS]
)
def test_before_there_is_encryption_nothing_is_sent_and_it_ends(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    talk: Callable[[socket.socket], None],
    regel: Regel,
) -> None:
    monkeypatch.setattr("kaderxl.mailing.connection._SECONDEN", 2)
    begun = time.monotonic()
    with speaking(talk) as port, pytest.raises(NietUitgevoerd) as fout:
        list(verstuur([concept(port)], server_at(port), Verzendlijst(tmp_path / "v.csv")))
    assert [b.code for b in fout.value.bevindingen] == [regel.code]
    assert time.monotonic() - begun < 10
    assert not (tmp_path / "v.csv").exists()


@pytest.fixture
def ca(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    ca = trustme.CA()
    ca.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    return ca


@pytest.mark.parametrize(
    ("zegt", "regel"),
    [
        ({"MAIL": "451 4.3.0 later"}, catalogue.MAIL_NU_NIET),
        ({"MAIL": "553 5.7.1 u bent het niet"}, catalogue.AFZENDER_GEWEIGERD),
        ({"RCPT": "450 4.2.0 grijze lijst"}, catalogue.MAIL_NU_NIET),
        ({"RCPT": "550 5.1.1 onbekend"}, catalogue.MAIL_GEWEIGERD),
        ({"DATA": "452 4.3.1 vol"}, catalogue.MAIL_NU_NIET),
        ({"DATA": "554 5.6.0 nee"}, catalogue.MAIL_GEWEIGERD),
    ],
)
def test_a_refusal_for_now_is_not_a_wrong_address(
    tmp_path: Path, ca: trustme.CA, zegt: dict[str, str], regel: Regel
) -> None:
    with Postbus(ca, zegt=zegt) as postbus:
        lijst = Verzendlijst(tmp_path / "v.csv")
        mail = concept(postbus.poort)
        (gedaan,) = verstuur([mail], mail.instellingen, lijst)
    assert not gedaan.verzonden
    (bevinding,) = gedaan.bevindingen
    assert bevinding.code == regel.code
    assert next(iter(zegt.values())) in bevinding.tekst
    assert not lijst.onzeker(mail)
    assert ("Partijen" in bevinding.actie) == (regel is catalogue.MAIL_GEWEIGERD)

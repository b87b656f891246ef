"""What a mail says itself: its words, links, reports of the post, and signed envelopes."""

from __future__ import annotations

import datetime
import sys
import time
from email.message import EmailMessage

import pytest
from attachments import PDF, XLSX, letters, mail, members
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID
from hostile.outlook import Msg

from kaderxl.core.catalogue.files import MAIL_MET_RECHTEN, MAIL_VERSLEUTELD
from kaderxl.reading import Reader
from kaderxl.reading.carriers.words import as_text, links_in, own_words

Signer = tuple[x509.Certificate, rsa.RSAPrivateKey]


# The words of the sender


@pytest.mark.parametrize(
    ("text", "subject", "own"),
    [
        ("Bij 1d: 0 van 40.\n\n> Beste\n> Vul in", "RE: Invulblad", "Bij 1d: 0 van 40."),
        (
            "Groen, 12\n\nVan: Gemeente <w@g.nl>\nVerzonden: maandag\nAan: Jan\n\nVul in",
            "RE: Invulblad",
            "Groen, 12",
        ),
        (
            "Groen\n\n-----Oorspronkelijk bericht-----\nVan: w@g.nl\n\nVul in",
            "Antw: Invulblad",
            "Groen",
        ),
        (
            "Op ma 3 feb 2027 om 10:00 schreef Gemeente <w@g.nl>:\n> 1d?\n0 van 40\n> 2a?\ngroen",
            "Re: Invulblad",
            "0 van 40\ngroen",
        ),
        ("Zie onder.\nVan: Piet <p@x.nl>\nAan: mij\n\n1d is 0", "FW: Invulblad", None),
        ("On Mon, 3 Feb 2027, Gemeente\n<w@g.nl> wrote:\n> x\n", "Re: x", ""),
    ],
    ids=["quoted", "outlook", "original", "between", "forwarded", "nothing"],
)
def test_the_answered_mail_is_no_word_of_the_sender(
    text: str, subject: str, own: str | None
) -> None:
    assert own_words(text, subject) == (text if own is None else own)


@pytest.mark.parametrize("reads", ["lxml", "python"])
def test_a_page_becomes_lines_with_its_links_and_without_what_is_quoted(
    reads: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if reads == "python":  # as in a browser
        monkeypatch.setitem(sys.modules, "lxml", None)
    page = (
        "<html><head><style>p{}</style></head><body><p>Hoi <b>u</b></p><script>x</script>"
        '<p><a href="https://x.nl/a">Blad</a></p><blockquote>oud'
        "<blockquote>ouder</blockquote>oud</blockquote>"
        "<div>Groet,<br>Jan &amp; Piet</div></body>"
    )
    text = as_text(page)
    assert [line for line in text.split("\n") if line] == [
        "Hoi u",
        "Blad <https://x.nl/a>",
        "Groet,",
        "Jan & Piet",
    ]


@pytest.mark.parametrize(
    ("text", "service", "address"),
    [
        (
            "Invulblad Woonborg.xlsx <https://woonborg-my.sharepoint.com/:x:/g/p/Ea?e=1>",
            "SharePoint of OneDrive",
            "https://woonborg-my.sharepoint.com/:x:/g/p/Ea?e=1",
        ),
        ("https://1drv.ms/x/s!Abc", "SharePoint of OneDrive", "https://1drv.ms/x/s!Abc"),
        (
            "zie (https://drive.google.com/file/d/1/view)",
            "Google Drive",
            "https://drive.google.com/file/d/1/view",
        ),
        ("Mijn cijfers staan in a.xlsx: https://we.tl/t-Abc.", "WeTransfer", "https://we.tl/t-Abc"),
        ("https://www.dropbox.com/s/x/B.xlsx", "Dropbox", "https://www.dropbox.com/s/x/B.xlsx"),
    ],
)
def test_a_link_says_where_it_goes(text: str, service: str, address: str) -> None:
    assert links_in(text) == ((service, address),)


def test_other_links_are_no_place_for_files() -> None:
    text = "https://www.woonborg.nl/ https://sharepoint.com.evil.example/a http://[ https://x"
    assert links_in(text) == ()


def test_the_text_of_a_mail_comes_as_text_and_as_page(reader: Reader) -> None:
    plain = mail(text="Bij 1d bedoelen we 0 van 40.")
    page = EmailMessage()
    page["From"] = "a@b.nl"
    page.set_content("<p>Bij 1d: <i>0</i></p>", subtype="html")
    outlook = Msg(body="Bij 1d\r\n0 van 40").written()
    said = [letters(reader, d)[0].text for d in (plain.as_bytes(), page.as_bytes(), outlook)]
    assert said == ["Bij 1d bedoelen we 0 van 40.", "Bij 1d: 0", "Bij 1d\n0 van 40"]


def test_a_mail_without_documents_comes_whole(reader: Reader) -> None:
    bare, full = mail(("a.pdf", PDF)).as_bytes(), mail(("a.xlsx", XLSX)).as_bytes()
    assert letters(reader, bare)[0].raw == bare
    assert letters(reader, full)[0].raw == b""


PIECES = ("<!--", "<![", "<!", "<", "&", "<p>", '<a href="', "<blockquote>", "\0", "\u202e", "\t")


@pytest.mark.parametrize(
    "piece", [*PIECES, "Op a schreef\n", "Van:\n", "_" * 30 + "\n", ">\n", "https://we.tl/a "]
)
def test_no_text_takes_long(piece: str) -> None:
    begin = time.process_time()
    text = piece * (200_000 // len(piece))
    links_in(own_words(as_text(text), "RE: x"))
    links_in(own_words(text, "RE: x"))
    assert time.process_time() - begin < 10


def test_words_that_cannot_be_read_keep_no_attachment_out(reader: Reader) -> None:
    message = mail(("a.xlsx", XLSX), text="x")
    data = message.as_bytes().replace(b'charset="utf-8"', b'charset="geen-tekens"')
    assert members(reader, data) == [(("a.xlsx",), XLSX)]


# What did not arrive


REPORT = (
    "From: MAILER-DAEMON@mx.example\r\nSubject: Undelivered Mail Returned to Sender\r\n"
    "MIME-Version: 1.0\r\nMessage-ID: <b@mx.example>\r\n"
    'Content-Type: multipart/report; report-type=delivery-status; boundary="x"\r\n\r\n'
    "--x\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n"
    "--x\r\nContent-Type: message/delivery-status\r\n\r\n"
    "Reporting-MTA: dns; mx.example\r\n\r\n{blocks}\r\n"
    "--x\r\nContent-Type: message/rfc822\r\n\r\nSubject: Invulblad\r\n\r\nBeste\r\n--x--\r\n"
)


def block(action: str, status: str, diagnostic: str = "") -> str:
    return (
        f"Original-Recipient: rfc822;dv@partij.example\r\n"
        f"Final-Recipient: rfc822; dv@elders.example\r\nAction: {action}\r\nStatus: {status}\r\n"
        + (f"Diagnostic-Code: smtp; {diagnostic}\r\n" if diagnostic else "")
    )


@pytest.mark.parametrize(
    ("status", "diagnostic", "reason"),
    [
        ("5.1.1", "550 5.1.1 User unknown", "het adres bestaat niet"),
        ("5.1.10", "", "het adres bestaat niet"),  # as Exchange Online says it
        ("5.0.0", "552 5.2.2 Mailbox full", "552 5.2.2 Mailbox full"),
        ("5.2.2", "", "de postbus is vol"),
        ("5.7.999", "", "status 5.7.999"),
        ("", "", "de mailserver zegt niet waarom"),
    ],
)
def test_a_delivery_report_names_the_address_and_the_reason(
    reader: Reader, status: str, diagnostic: str, reason: str
) -> None:
    report = REPORT.format(blocks=block("failed", status, diagnostic)).encode()
    (letter,) = letters(reader, report)
    assert letter.bounces == (("dv@partij.example", reason),)
    assert letter.automatic


def test_a_mail_that_is_late_has_not_failed(reader: Reader) -> None:
    report = REPORT.format(blocks=block("delayed", "4.4.1")).encode()
    assert letters(reader, report)[0].bounces == ()


def test_a_report_of_exchange_in_outlook(reader: Reader) -> None:
    data = Msg(
        subject="Onbestelbaar: Invulblad",
        message_class="REPORT.IPM.Note.NDR",
        recipients=[("dv@partij.example", "550 5.1.10 RESOLVER.ADR.RecipientNotFound")],
    ).written()
    (letter,) = letters(reader, data)
    assert letter.bounces == (("dv@partij.example", "het adres bestaat niet"),)


def test_a_report_in_words_only(reader: Reader) -> None:
    report = mail(subject="failure notice", text="Hi.\n<dv@partij.example>:\n550 5.1.1 no user\n")
    report.replace_header("From", "MAILER-DAEMON@mx.example")
    (letter,) = letters(reader, report.as_bytes())
    assert letter.bounces == (("dv@partij.example", "het adres bestaat niet"),)
    assert letters(reader, mail(text="mail naar dv@partij.example").as_bytes())[0].bounces == ()


# Envelopes


@pytest.fixture(scope="module")
def signer() -> Signer:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Jan")])
    begin = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(begin)
        .not_valid_after(begin + datetime.timedelta(days=400))
        .sign(key, hashes.SHA256())
    )
    return certificate, key


def signed(data: bytes, signer: Signer, *options: pkcs7.PKCS7Options, smime: bool = False) -> bytes:
    builder = pkcs7.PKCS7SignatureBuilder().set_data(data)
    builder = builder.add_signer(*signer, hashes.SHA256())
    encoding = serialization.Encoding.SMIME if smime else serialization.Encoding.DER
    return builder.sign(encoding, [*options])


HEAD = b"From: jan@woonborg.nl\r\nSubject: Invulblad\r\nMessage-ID: <1@woonborg.nl>\r\n"


def entity() -> bytes:
    """The part of a mail that is signed."""
    message = mail(("a.xlsx", XLSX), text="Bij 1d: 0.")
    for name in ("From", "Date", "Subject", "Message-ID"):
        del message[name]
    return message.as_bytes().replace(b"MIME-Version: 1.0\n", b"")


def test_a_clear_signed_mail_is_opened(reader: Reader, signer: Signer) -> None:
    option = pkcs7.PKCS7Options.DetachedSignature
    data = HEAD + signed(entity(), signer, option, smime=True)
    assert members(reader, data) == [(("a.xlsx",), XLSX)]
    assert letters(reader, data)[0].text == "Bij 1d: 0."


def opaque(data: bytes, kind: str = "signed-data") -> bytes:
    part = EmailMessage()
    part.set_content(data, "application", "pkcs7-mime", filename="smime.p7m")
    part.set_param("smime-type", kind)
    return HEAD + part.as_bytes()


def test_an_opaque_signed_mail_is_opened(reader: Reader, signer: Signer) -> None:
    envelope = signed(entity(), signer, pkcs7.PKCS7Options.Binary)
    for data in (
        opaque(envelope),
        envelope,
        Msg(message_class="IPM.Note.SMIME", attachments=[("smime.p7m", envelope)]).written(),
        Msg(
            message_class="IPM.Note.SMIME.MultipartSigned", attachments=[("smime.p7m", entity())]
        ).written(),
    ):
        assert members(reader, data) == [(("a.xlsx",), XLSX)]
        assert letters(reader, data)[0].text == "Bij 1d: 0."


def test_a_signed_file_is_opened(reader: Reader, signer: Signer) -> None:
    data = mail(("a.xlsx.p7m", signed(XLSX, signer, pkcs7.PKCS7Options.Binary))).as_bytes()
    assert members(reader, data) == [(("a.xlsx.p7m",), XLSX)]


def test_an_encrypted_mail_is_named_as_such(reader: Reader, signer: Signer) -> None:
    locked = (
        pkcs7.PKCS7EnvelopeBuilder()
        .set_data(entity())
        .add_recipient(signer[0])
        .encrypt(serialization.Encoding.DER, [pkcs7.PKCS7Options.Binary])
    )
    pgp = HEAD + b'Content-Type: multipart/encrypted; boundary="x"\r\n\r\n--x\r\n\r\nx\r\n--x--\r\n'
    for data in (opaque(locked, "enveloped-data"), pgp):
        assert [what for _, what in members(reader, data)] == [MAIL_VERSLEUTELD.code]


def test_a_mail_with_rights_is_named_as_such(reader: Reader) -> None:
    message = mail()
    message.add_attachment(
        b"v\xe8", "application", "x-microsoft-rpmsg-message", filename="message.rpmsg"
    )
    outlook = Msg(attachments=[("message.rpmsg", b"v\xe8")]).written()
    for data in (message.as_bytes(), outlook):
        assert [what for _, what in members(reader, data)] == [MAIL_MET_RECHTEN.code]


def test_what_only_looks_signed_is_refused(reader: Reader, signer: Signer) -> None:
    envelope = signed(entity(), signer, pkcs7.PKCS7Options.Binary)
    for data in (envelope[:60], envelope[:-200], envelope[:40] + bytes(200)):
        outcome = members(reader, opaque(data))
        assert [what for _, what in outcome] == ["B207"]

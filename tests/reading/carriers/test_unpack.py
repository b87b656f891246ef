"""What comes in a zip, a mail or an Outlook message: opened by content, each document apart."""

from __future__ import annotations

import base64
import csv
import io
import json
import random
import struct
import zipfile
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest
from attachments import PDF, PNG, XLSX, mail, members
from click.testing import CliRunner
from hostile.build import ods, ole, xlsx_parts, zipped
from hostile.outlook import Msg
from invullen import ingevuld_blad
from opdrachten import met_sjabloon
from openpyxl import load_workbook

from kaderxl import Ronde
from kaderxl.cli import main
from kaderxl.commands import collect as pipeline
from kaderxl.core import labels as l, phrases as say
from kaderxl.core.catalogue import CATALOGUS
from kaderxl.core.catalogue.returns import AFZENDER_ANDERS
from kaderxl.core.kader import Kader
from kaderxl.core.rounds import Bevinding, Herkomst
from kaderxl.reading import Document, Limits, Reader, Refused, Unpacked, kinds
from kaderxl.returns.intake import Brief, Ontvangen, Overgeslagen, take_in

pytestmark = pytest.mark.lang

CODES = {regel.code for regel in CATALOGUS}
SMALL = Limits(parts=200, part_bytes=2_000_000, total_bytes=5_000_000, seconds=10)


@pytest.fixture(scope="module")
def small() -> Iterator[Reader]:
    with Reader(SMALL) as reader:
        yield reader


def eml(*attachments: tuple[str, bytes]) -> bytes:
    return mail(*attachments).as_bytes(policy=SMTP)


def raw_part(header: bytes, body: bytes) -> bytes:
    """A mail with one part, written by hand."""
    return (
        b"From: jan@woonborg.nl\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n'
        b"--x\r\n" + header + b"\r\n\r\n" + body + b"\r\n--x--\r\n"
    )


def refused(outcome: object) -> str:
    assert isinstance(outcome, Refused), outcome
    return outcome.bevinding.code


# What is a carrier


@pytest.mark.parametrize(
    ("data", "soort"),
    [
        (zipped({"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"}), kinds.WORD),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), kinds.WRITER),
        (ole("WordDocument"), kinds.WORD),
        (PDF, kinds.PDF),
        (PNG, kinds.PICTURE),
    ],
    ids=["docx", "odt", "doc", "pdf", "png"],
)
def test_what_holds_no_answers_is_handed_on_as_it_is(
    reader: Reader, data: bytes, soort: kinds.Kind
) -> None:
    """By itself and in a zip; never opened."""
    assert members(reader, data) == [((), soort.soort)]
    assert members(reader, zipped({"map/a.bin": data})) == [(("map/a.bin",), soort.soort)]


@pytest.mark.parametrize(
    "data",
    [
        XLSX,
        zipped(xlsx_parts("<row/>") | {"xl/vbaProject.bin": b"x"}),
        zipped({"xl/workbook.bin": b"x"}),
        ods("<table:table/>"),
        zipped({"Index/Document.iwa": b"x"}),
        XLSX[:-30],
        ole("Workbook"),
        b"BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n",
        b"Code;Waarde\r\nA01;3\r\n",
        b"Naam: x\r\n" * 5_000,
        b"\x00",
    ],
    ids=range(11),
)
def test_what_is_no_zip_or_mail_is_no_carrier(reader: Reader, data: bytes) -> None:
    assert not isinstance(reader.begin_take("x", data)(), Unpacked)


def test_a_mailbox_says_what_it_is(reader: Reader) -> None:
    data = b"From jan@woonborg.nl Tue Feb  3 11:00:00 2026\r\nSubject: x\r\n\r\nHoi\r\n"
    outcome = reader.read("post.mbox", data)
    assert refused(outcome) == "B206"
    assert isinstance(outcome, Refused)
    assert ".mbox" in outcome.bevinding.tekst


@pytest.mark.parametrize("folder", ["word", "xl", "ppt", "index"])
def test_a_zip_of_a_folder_with_the_name_of_a_part_is_a_carrier(
    reader: Reader, folder: str
) -> None:
    assert members(reader, zipped({f"{folder}/a.xlsx": XLSX})) == [((f"{folder}/a.xlsx",), XLSX)]


# Zip


def test_a_zip_gives_each_file_bit_for_bit(reader: Reader) -> None:
    data = zipped({"b.xlsx": XLSX, "map/diep/a.xlsx": XLSX[::-1], "leeg.txt": b""})
    assert members(reader, data) == [
        (("b.xlsx",), XLSX),
        (("map/diep/a.xlsx",), XLSX[::-1]),
        (("leeg.txt",), b""),
    ]


def test_a_zip_in_a_zip_is_opened_once(reader: Reader) -> None:
    one = zipped({"a.xlsx": XLSX})
    two = zipped({"een.zip": one, "b.xlsx": XLSX})
    three = zipped({"twee.zip": two})
    assert members(reader, two) == [(("een.zip", "a.xlsx"), XLSX), (("b.xlsx",), XLSX)]
    assert members(reader, three) == [
        (("twee.zip", "een.zip"), "B217"),
        (("twee.zip", "b.xlsx"), XLSX),
    ]


def test_an_empty_zip_says_so(reader: Reader) -> None:
    assert refused(reader.begin_take("x", zipped({}))()) == "B216"
    assert members(reader, zipped({"leeg.zip": zipped({}), "a.xlsx": XLSX})) == [
        (("leeg.zip",), "B216"),
        (("a.xlsx",), XLSX),
    ]


def test_a_name_in_utf8_that_does_not_say_so_is_read(reader: Reader) -> None:
    data = zipped({"Coöperatie.xlsx": XLSX})
    flagless = data.replace(struct.pack("<H", 0x800), struct.pack("<H", 0))
    assert members(reader, flagless) == [(("Coöperatie.xlsx",), XLSX)]


# eml


def test_a_mail_gives_its_attachments_with_sender_date_subject_and_id(reader: Reader) -> None:
    data = eml(("Woonborg.xlsx", XLSX), ("b.bin", b"\1"))
    unpacked = reader.begin_take("post/bericht.eml", data)()
    assert isinstance(unpacked, Unpacked)
    first, second = unpacked.documents
    assert first.content == XLSX
    assert second.content == b"\1"
    assert first.herkomst == Herkomst(
        "post/bericht.eml",
        ("Woonborg.xlsx",),
        "jan@woonborg.nl",
        "2026-02-03T11:00:00Z",
        "Invulblad",
        "<1@woonborg.nl>",
    )


def test_a_mail_without_attachment_is_passed_over(reader: Reader) -> None:
    assert members(reader, eml()) == [((), "B219")]
    html = mail()
    html.add_alternative("<p>Hierbij.</p>", subtype="html")
    assert members(reader, html.as_bytes()) == [((), "B219")]


def test_pictures_of_a_signature_are_counted_and_photos_are_named(reader: Reader) -> None:
    message = mail(("foto.png", PNG))
    body = EmailMessage()
    body.set_content("<img src='cid:logo'>", subtype="html")
    for cid in ("<logo>", "<logo2>"):
        body.add_related(PNG, "image", "png", cid=cid)
    message.attach(body)
    found = reader.begin_take("x", message.as_bytes())()
    assert isinstance(found, Unpacked)
    photo, pictures = found.documents
    assert photo.content == PNG
    assert (photo.soort, photo.herkomst.naam) == ("een afbeelding", "foto.png")
    assert isinstance(pictures.content, Bevinding)
    assert "2 plaatjes" in pictures.content.tekst


def test_only_pictures_of_a_signature_is_no_attachment(reader: Reader) -> None:
    message = mail()
    message.add_related(PNG, "image", "png", cid="<logo>")
    assert members(reader, message.as_bytes()) == [((), "B211"), ((), "B219")]


def test_a_sheet_with_a_content_id_is_an_attachment(reader: Reader) -> None:
    message = mail()
    message.add_related(XLSX, "application", "octet-stream", cid="<1>", filename="a.xlsx")
    assert members(reader, message.as_bytes()) == [(("a.xlsx",), XLSX)]


def test_a_mail_attached_to_a_mail_is_opened(reader: Reader) -> None:
    inner = mail(("a.xlsx", XLSX), subject="Van de partij")
    inner.replace_header("From", "An <an@dv.nl>")
    outer = mail(("b.xlsx", XLSX))
    outer.add_attachment(inner)
    unpacked = reader.begin_take("x", outer.as_bytes())()
    assert isinstance(unpacked, Unpacked)
    assert [(m.herkomst.pad, m.herkomst.afzender) for m in unpacked.documents] == [
        (("b.xlsx",), "jan@woonborg.nl"),
        (("Van de partij", "a.xlsx"), "an@dv.nl"),
    ]
    assert {m.content for m in unpacked.documents} == {XLSX}


@pytest.mark.parametrize("name", ["oud.eml", "oud.xlsx"])
def test_a_mail_attached_as_a_file_is_opened_by_content(reader: Reader, name: str) -> None:
    assert members(reader, eml((name, eml(("a.xlsx", XLSX))))) == [((name, "a.xlsx"), XLSX)]


def test_a_zip_in_a_mail_and_a_mail_in_a_zip(reader: Reader) -> None:
    pack = zipped({"a.xlsx": XLSX})
    assert members(reader, eml(("r.zip", pack))) == [(("r.zip", "a.xlsx"), XLSX)]
    letter = zipped({"m.eml": eml(("r.zip", pack))})
    assert members(reader, letter) == [(("m.eml", "r.zip", "a.xlsx"), XLSX)]


def test_a_mail_that_is_its_attachment(reader: Reader) -> None:
    data = (
        b"From: jan@woonborg.nl\r\nContent-Type: application/octet-stream\r\n"
        b"Content-Disposition: attachment; filename=a.xlsx\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(XLSX)
    )
    assert members(reader, data) == [(("a.xlsx",), XLSX)]


@pytest.mark.parametrize("encoding", [b"binary", b"8bit", b"onzin"])
def test_an_attachment_that_is_not_encoded_is_bit_for_bit(reader: Reader, encoding: bytes) -> None:
    header = b"Content-Type: application/x; name=a.xlsx\r\nContent-Transfer-Encoding: " + encoding
    data = XLSX + b"\r\r\n\n\r\0\xff"
    assert members(reader, raw_part(header, data)) == [(("a.xlsx",), data)]


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (b'Content-Disposition: attachment; filename="a.xlsx"', "a.xlsx"),
        (b"Content-Disposition: attachment; filename*=UTF-8''Co%C3%B6p.xlsx", "Coöp.xlsx"),
        (b'Content-Type: x/y; name="=?utf-8?B?Q2/DtnAueGxzeA==?="', "Coöp.xlsx"),
        ('Content-Disposition: attachment; filename="Coöp.xlsx"'.encode(), "Coöp.xlsx"),
        ('Content-Disposition: attachment; filename="Coöp.xlsx"'.encode("cp1252"), "Coöp.xlsx"),
        (b"Content-Disposition: attachment; filename*0=a; filename*1=.xlsx", "a.xlsx"),
        (b"Content-Type: text/plain; charset=klopt-niet; name=a.xlsx", "a.xlsx"),
        (b"Content-Disposition: attachment", "bijlage 1"),
        (b"Content-Disposition: attachment; filename*=klopt-niet'''%", None),
        (b"Content-Disposition: " + b"(" * 3_000 + b"; filename=a", None),
        (b"Content-Type: " + b"=?utf-8?Q?=" * 300, None),
    ],
    ids=range(11),
)
def test_names_of_attachments_as_programs_write_them(
    small: Reader, header: bytes, name: str | None
) -> None:
    header += b"\r\nContent-Transfer-Encoding: base64"
    ((path, content),) = members(small, raw_part(header, base64.encodebytes(XLSX)))
    assert content == XLSX
    assert name is None or path == (name,)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data.replace(b'boundary="x"', b""),
        lambda data: data.replace(b'boundary="x"', b'boundary="y"'),
        lambda data: data.replace(b"multipart/mixed", b"multipa\xffrt/mixed"),
        lambda data: data.replace(b"Content-Type: multipart", b"Content-Typf: multipart"),
        lambda data: data.replace(b"--x--", b""),
        lambda data: data.replace(b"\r\n", b"\n"),
        lambda data: data.replace(b"From:", b"Subject: \xff\xfe\r\nX-Raar\x01: y\r\nFrom:"),
        lambda data: data.replace(b"From:", b"Date: 99 Foo 2026\r\nFrom: <<>>,,;\r\nFrom:"),
        lambda data: b"\xef\xbb\xbf\r\n" + data,
    ],
    ids=[
        "no boundary",
        "wrong boundary",
        "type",
        "no type",
        "no end",
        "line ends",
        "headers",
        "date",
        "bom",
    ],
)
def test_a_damaged_mail_still_gives_its_attachment(
    reader: Reader, damage: Callable[[bytes], bytes]
) -> None:
    header = b"Content-Type: x/y; name=a.xlsx\r\nContent-Transfer-Encoding: base64"
    data = raw_part(header, base64.encodebytes(XLSX))
    assert members(reader, damage(data)) == [(("a.xlsx",), XLSX)]


def test_a_multipart_without_parts_is_damaged(reader: Reader) -> None:
    data = b"From: a@b.nl\r\nContent-Type: multipart/mixed\r\n\r\n--\r\nniets\r\n"
    assert refused(reader.begin_take("x", data)()) == "B207"


def test_an_attachment_behind_a_broken_line_is_not_lost_in_silence(reader: Reader) -> None:
    data = eml(("a.xlsx", XLSX), ("b.xlsx", XLSX))
    line = data[data.rindex(b"--=") :].split(b"--\r\n")[0] + b"\r\nContent-Type: application"
    other = data.replace(line, line.replace(b"=", b"\xff", 3), 1)
    assert members(reader, other) == [(("a.xlsx",), XLSX), (("b.xlsx",), XLSX)]
    none = data.replace(line, line.replace(b"-", b"?", 2), 1)
    assert members(reader, none) == [(("bijlage 1",), "B207"), (("b.xlsx",), XLSX)]


def test_signatures_and_receipts_are_no_attachment(reader: Reader) -> None:
    message = mail()
    message.add_attachment(b"x", "application", "pkcs7-signature", filename="smime.p7s")
    assert members(reader, message.as_bytes()) == [((), "B219")]


def test_an_attachment_that_is_only_referred_to_is_said(reader: Reader) -> None:
    header = b'Content-Type: message/external-body; access-type=URL; name="a.xlsx"'
    ((_, code),) = members(reader, raw_part(header, b"Content-Type: x/y\r\n\r\n"))
    assert code == "B220"


def test_winmail_says_what_it_is(reader: Reader) -> None:
    ((_, content),) = members(reader, eml(("winmail.dat", b'x\x9f>"' + bytes(40))))
    assert isinstance(content, bytes)
    outcome = reader.read("winmail.dat", content)
    assert isinstance(outcome, Refused)
    assert "winmail.dat" in outcome.bevinding.tekst


# msg


@pytest.mark.parametrize("ansi", [False, True], ids=["unicode", "ansi"])
def test_an_outlook_message_gives_its_attachments(reader: Reader, ansi: bool) -> None:
    big = random.Random(1).randbytes(300_000)
    data = Msg(
        subject="Coöperatie",
        attachments=[("één.xlsx", XLSX), ("groot.bin", big), ("klein.bin", b"1")],
        ansi=ansi,
    ).written()
    unpacked = reader.begin_take("m.msg", data)()
    assert isinstance(unpacked, Unpacked)
    assert [m.content for m in unpacked.documents] == [XLSX, big, b"1"]
    assert unpacked.documents[0].herkomst == Herkomst(
        "m.msg",
        ("één.xlsx",),
        "jan@woonborg.nl",
        "2026-02-03T11:00:00Z",
        "Coöperatie",
        "<1@woonborg.nl>",
    )


def test_an_outlook_message_in_another_opened_and_in_a_zip(reader: Reader) -> None:
    inner = Msg("Binnen", sender="an@dv.nl", attachments=[("a.xlsx", XLSX)])
    outer = Msg(attachments=[("Doorgestuurd", inner), ("r.zip", zipped({"b.xlsx": XLSX}))])
    assert members(reader, outer.written()) == [
        (("Doorgestuurd", "a.xlsx"), XLSX),
        (("r.zip", "b.xlsx"), XLSX),
    ]
    assert members(reader, zipped({"m.msg": inner.written()})) == [(("m.msg", "a.xlsx"), XLSX)]


def test_an_outlook_message_without_a_sheet(reader: Reader) -> None:
    assert members(reader, Msg().written()) == [((), "B219")]
    signed = Msg(attachments=[("logo.png", PNG)], inline={"logo.png"})
    assert members(reader, signed.written()) == [((), "B211"), ((), "B219")]
    assert members(reader, Msg(attachments=[("link", None)]).written()) == [(("link",), "B220")]


def test_an_outlook_message_with_a_place_in_a_directory_for_a_sender(reader: Reader) -> None:
    data = Msg(sender="/O=ORG/CN=JAN", attachments=[("a.xlsx", XLSX)], sent=None).written()
    unpacked = reader.begin_take("m", data)()
    assert isinstance(unpacked, Unpacked)
    assert unpacked.documents[0].herkomst.afzender == ""
    assert unpacked.documents[0].herkomst.verzonden == ""


def test_an_attachment_missing_from_an_outlook_message_is_said(reader: Reader) -> None:
    data = Msg(attachments=[("a.xlsx", XLSX), ("b.xlsx", XLSX)]).written()
    name = "__attach_version1.0_#00000001".encode("utf-16-le")
    damaged = data.replace(name, name.replace(b"a", b"b", 1))
    assert members(reader, damaged) == [(("a.xlsx",), XLSX), (("bijlage 2",), "B207")]


@pytest.mark.parametrize("size", [600, 1_500, 5_000])
def test_a_truncated_outlook_message_is_damaged(reader: Reader, size: int) -> None:
    data = Msg(attachments=[("a.xlsx", XLSX * 3)]).written()[:size]
    assert refused(reader.begin_take("m", data)()) in {"B206", "B207"}


# Hostile


def test_a_zip_bomb_is_bounded_and_the_rest_comes_through(small: Reader) -> None:
    data = zipped({"a.xlsx": XLSX, "bom.xlsx": bytes(3_000_000), "b.xlsx": XLSX})
    assert members(small, data) == [
        (("a.xlsx",), XLSX),
        (("bom.xlsx",), "B205"),
        (("b.xlsx",), XLSX),
    ]


def test_the_total_is_bounded_over_everything_inside(small: Reader) -> None:
    half = zipped({f"{n}.bin": bytes(1_000_000) for n in range(3)})
    found = members(small, zipped({"1.zip": half, "2.zip": half}))
    assert [code for _, code in found if isinstance(code, str)] == ["B218"]
    assert found[-1] == ((), "B218")
    assert len(found) == 5


def test_the_number_is_bounded_over_everything_inside(small: Reader) -> None:
    half = zipped({f"{n}.bin": b"x" for n in range(150)})
    found = members(small, zipped({"1.zip": half, "2.zip": half}))
    assert found[-1] == ((), "B218")
    assert len(found) == 201


def test_overlapping_entries_are_refused(small: Reader) -> None:
    data = bytearray(zipped({"a.bin": b"1" * 50, "b.bin": b"2" * 50}))
    second = data.rindex(b"PK\x01\x02")
    data[second + 42 : second + 46] = bytes(4)
    assert not isinstance(small.begin_take("x", bytes(data))(), Unpacked)
    assert refused(small.read("x", bytes(data))) == "B212"


def test_an_encrypted_member_keeps_no_other_out(small: Reader) -> None:
    data = bytearray(zipped({"geheim.xlsx": XLSX, "a.xlsx": XLSX}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert members(small, bytes(data)) == [(("geheim.xlsx",), "B215"), (("a.xlsx",), XLSX)]


def test_a_damaged_member_keeps_no_other_out(small: Reader) -> None:
    data = bytearray(zipped({"stuk.xlsx": XLSX, "a.xlsx": XLSX}))
    data[60] ^= 0xFF
    assert members(small, bytes(data)) == [(("stuk.xlsx",), "B207"), (("a.xlsx",), XLSX)]


def test_mails_nested_fifty_deep_are_not_followed(small: Reader) -> None:
    message = mail(("a.xlsx", XLSX))
    for depth in range(50):
        outer = mail(subject=f"FW {depth}")
        outer.add_attachment(message)
        message = outer
    ((path, code),) = members(small, message.as_bytes())
    assert len(path) == 5
    assert code == "B217"


def test_mails_nested_as_files_fifty_deep_are_not_followed(small: Reader) -> None:
    data = eml(("a.xlsx", XLSX))
    for _ in range(8):
        data = eml(("fw", data))
    ((path, code),) = members(small, data)
    assert len(path) == 5
    assert code == "B217"


@pytest.mark.parametrize(
    "header",
    [
        b"Subject: " + b"=?utf-8?Q?a?= " * 300_000,
        b"From: " + b"(" * 1_000_000,
        b"References: " + b"<a@b>\r\n " * 200_000,
        b"X: y\r\n" * 100_000 + b"Subject: z",
    ],
    ids=["subject", "comments", "references", "many"],
)
def test_a_huge_header_loses_no_attachment(small: Reader, header: bytes) -> None:
    part = b"Content-Type: x/y; name=a.xlsx\r\nContent-Transfer-Encoding: base64"
    data = raw_part(part, base64.encodebytes(XLSX))
    head, _, rest = data.partition(b"\r\n\r\n")
    assert members(small, head + b"\r\n" + header + b"\r\n\r\n" + rest) == [(("a.xlsx",), XLSX)]


def test_a_mail_of_a_million_parts_is_refused_at_once(small: Reader) -> None:
    data = raw_part(b"", b"--x\r\n\r\n" * 1_000_000)
    assert refused(small.begin_take("x", data)()) == "B205"


def test_parts_within_parts_end(small: Reader) -> None:
    data = b"From: a@b.nl\r\n"
    for depth in range(45):
        data += b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (depth, depth)
    assert isinstance(small.begin_take("x", data + b"\r\nx")(), Unpacked)


def base_files() -> dict[str, bytes]:
    forwarded = mail(("a.xlsx", XLSX))
    outer = mail(("r.zip", zipped({"b.xlsx": XLSX})))
    outer.add_attachment(forwarded)
    inner = Msg("Binnen", attachments=[("a.xlsx", XLSX)])
    return {
        "eml": outer.as_bytes(policy=SMTP),
        "msg": Msg(attachments=[("b.xlsx", XLSX), ("FW", inner), ("l.png", PNG)]).written(),
        "zip": zipped({"r.zip": zipped({"a.xlsx": XLSX}), "m.eml": eml(("b.xlsx", XLSX))}),
    }


@pytest.mark.parametrize("kind", ["eml", "msg", "zip"])
def test_whatever_is_broken_only_the_catalogue_speaks(small: Reader, kind: str) -> None:
    """Bytes flipped, runs cut out, parts swapped: seeds that never change."""
    base = base_files()[kind]
    for seed in range(120):
        chance = random.Random(seed)
        data = bytearray(base)
        for _ in range(chance.choice((1, 3, 30))):
            at = chance.randrange(len(data))
            # A carrier is mostly content: half of the blows fall where its structure is.
            if kind == "msg" and chance.random() < 0.5:
                at = chance.choice((at % 512, len(data) - 1 - at % 4096))
            data[at] = chance.randrange(256)
        if chance.random() < 0.2:
            cut = chance.randrange(len(data))
            del data[cut : cut + chance.randrange(1, 2_000)]
        outcome = small.begin_take("x", bytes(data))()
        if isinstance(outcome, Refused):
            assert refused(outcome) in CODES
            assert outcome.bevinding.code not in {"B209", "B210"}, seed
        elif isinstance(outcome, Unpacked):
            for member in outcome.documents:
                if isinstance(member.content, Bevinding):
                    assert member.content.code in CODES
        else:
            assert isinstance(small.read("x", bytes(data)), Document | Refused)


# take_in


def taken(tmp_path: Path, reader: Reader, name: str, data: bytes) -> list[Ontvangen | Overgeslagen]:
    path = tmp_path / name
    path.write_bytes(data)
    return [d for d in take_in(path, reader) if not isinstance(d, Brief)]


def test_what_systems_leave_in_a_zip_is_passed_over(tmp_path: Path, reader: Reader) -> None:
    names = ["~$a.xlsx", "map/.DS_Store", "Thumbs.db", "desktop.ini", "__MACOSX/map/a.xlsx"]
    data = zipped({**dict.fromkeys(names, b"x"), "a.xlsx": XLSX})
    *skipped, good = taken(tmp_path, reader, "retour.zip", data)
    assert [type(s) for s in skipped] == [Overgeslagen] * 5
    assert good == Ontvangen("a.xlsx", XLSX, Herkomst(str(tmp_path / "retour.zip"), ("a.xlsx",)))


def test_a_mail_without_a_sheet_is_one_passed_over(tmp_path: Path, reader: Reader) -> None:
    (skipped,) = taken(tmp_path, reader, "bericht.eml", eml())
    assert isinstance(skipped, Overgeslagen)
    assert skipped.naam == "bericht.eml"
    assert skipped.bevinding.code == "B219"


def test_a_carrier_is_known_by_content_and_left_alone(tmp_path: Path, reader: Reader) -> None:
    (document,) = taken(tmp_path, reader, "antwoorden.xlsx", eml(("a.xlsx", XLSX)))
    assert isinstance(document, Ontvangen)
    assert document.inhoud == XLSX
    (document,) = taken(tmp_path, reader, "a.zip", XLSX)
    assert document.naam == "a.zip"
    assert (tmp_path / "a.zip").read_bytes() == XLSX


NAMES = [
    "../../etc/passwd",
    "/etc/cron.d/x",
    "C:\\Windows\\System32\\x.xlsx",
    "\\\\server\\share\\x.xlsx",
    "a\nb\x1b[31m.xlsx",
    "blad\u202excod.xlsx",
    "🏠" * 60 + ".xlsx",
    "x" * 250 + ".xlsx",
    "CON.xlsx",
    "nul",
    "=cmd|'/c calc'!A1.xlsx",
    "a;=1+1.xlsx",
    "map/",
    "..",
]


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
@pytest.mark.parametrize("kind", ["zip", "eml", "msg"])
def test_no_name_becomes_a_path_or_an_escape(
    tmp_path: Path, kader: Kader, kind: str, name: str
) -> None:
    sheet = ingevuld_blad(kader, "DV")
    encoded = base64.b64encode(name.encode()).decode()
    header = f'Content-Type: x/y; name="=?utf-8?B?{encoded}?="'.encode()
    header += b"\r\nContent-Transfer-Encoding: base64"
    entry = zipfile.ZipInfo("x")
    entry.filename = name if not name.endswith("/") else "map"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(entry, sheet)
    carriers = {
        "zip": stream.getvalue(),
        "eml": raw_part(header, base64.encodebytes(sheet)),
        "msg": Msg(attachments=[(name, sheet)]).written(),
    }
    inbox = tmp_path / "diep" / "in"
    inbox.mkdir(parents=True)
    (inbox / f"retour.{kind}").write_bytes(carriers[kind])
    output = tmp_path / "diep" / "output"
    result = CliRunner().invoke(
        main, ["collect", str(inbox), "--year", "2026", "--output", str(output)]
    )
    assert result.exception is None, result.output
    assert not any(character in result.output for character in "\x1b\u202e\r")
    assert "aangenomen" in result.output
    files = [path for path in tmp_path.rglob("*") if path.is_file() and path.name != "slot"]
    (filed,) = [path for path in files if path.read_bytes() == sheet]
    assert filed.parent == output / "2026-evaluatie" / "retour"
    assert {path.parent for path in files} == {filed.parent, inbox}
    lines = (filed.parent / "ontvangst.csv").read_text("utf-8-sig").splitlines()
    assert len(lines) == 2
    for delimiter in ",;":
        cells = [cell for row in csv.reader(lines, delimiter=delimiter) for cell in row]
        assert not any(cell.lstrip()[:1] in tuple("=+-@") for cell in cells)


# collect


def collect(*words: str | Path) -> tuple[str, int]:
    result = CliRunner().invoke(main, ["collect", *map(str, words), "--year", "2026"])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result.output, result.exit_code


def test_returns_in_carriers_are_filed_with_their_origin(
    tmp_path: Path, kader: Kader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(met_sjabloon(tmp_path))
    sheets = {partij: ingevuld_blad(kader, partij) for partij in ("DV", "GEM", "WB")}
    (tmp_path / "post" / "zip").mkdir(parents=True)
    (tmp_path / "post" / "zip" / "retour.zip").write_bytes(
        zipped({"map/Volmacht.xlsx": sheets["DV"], "kapot.xlsx": b"PK\x03\x04"})
    )
    (tmp_path / "post" / "bericht.eml").write_bytes(eml(("Gemeente.xlsx", sheets["GEM"])))
    (tmp_path / "post" / "bericht.msg").write_bytes(
        Msg(attachments=[("Wonen.xlsx", sheets["WB"]), ("foto.png", PNG)]).written()
    )
    before = {p: p.read_bytes() for p in (tmp_path / "post").rglob("*.*")}
    output, code = collect("post", "--json")
    assert code == 1
    rows = {row["herkomst"]: row for row in json.loads(output)["inzendingen"]}
    letter = "mail van jan@woonborg.nl van 3 februari 2026"
    assert {where: row["status"] for where, row in rows.items()} == {
        f"{letter} › Gemeente.xlsx": "aangenomen",
        f"{letter} › Wonen.xlsx": "aangenomen",
        f"{letter} › foto.png": "bewaard",
        "zip/retour.zip › map/Volmacht.xlsx": "aangenomen",
        "zip/retour.zip › kapot.xlsx": "geweigerd",
    }
    assert rows["zip/retour.zip › map/Volmacht.xlsx"]["bestand"] == "Volmacht.xlsx"
    retour = tmp_path / "output" / "2026-evaluatie" / "retour"
    assert {p.read_bytes() for p in retour.glob("*.xlsx")} == set(sheets.values())
    with (retour / "ontvangst.csv").open(encoding="utf-8-sig", newline="") as lines:
        noted = {row["oorspronkelijke naam"]: row["herkomst"] for row in csv.DictReader(lines)}
    assert noted == {
        "Volmacht.xlsx": "zip/retour.zip › map/Volmacht.xlsx",
        "Gemeente.xlsx": f"{letter} › Gemeente.xlsx (post/bericht.eml, Invulblad, <1@woonborg.nl>)",
        "Wonen.xlsx": f"{letter} › Wonen.xlsx (post/bericht.msg, Invulblad, <1@woonborg.nl>)",
    }
    assert {p: p.read_bytes() for p in before} == before
    output, _ = collect("post")
    assert f"{letter} › Gemeente.xlsx: overgeslagen" in output
    assert len([p for p in retour.iterdir() if p.suffix != ".csv" and p.is_file()]) == 3


def test_no_sender_is_in_the_matrix(
    tmp_path: Path, kader: Kader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(met_sjabloon(tmp_path))
    (tmp_path / "m.eml").write_bytes(eml(("DV.xlsx", ingevuld_blad(kader, "DV"))))
    collect("m.eml")
    assert CliRunner().invoke(main, ["merge", "--year", "2026"]).exit_code == 1
    (matrix,) = tmp_path.rglob("monitoringsmatrix*.xlsx")
    with zipfile.ZipFile(matrix) as parts:
        assert not any(b"jan@woonborg" in parts.read(name) for name in parts.namelist())


@pytest.mark.parametrize(
    ("herkomst", "words"),
    [
        (Herkomst("/home/jan/in/Woonborg.xlsx"), "Woonborg.xlsx"),
        (Herkomst("zip/retour.zip", ("a.xlsx",)), "zip/retour.zip › a.xlsx"),
        (Herkomst("/home/jan/in/r.zip", ("b.zip", "a.xlsx")), "in/r.zip › b.zip › a.xlsx"),
        (Herkomst("m.eml", ("a.xlsx",), "jan@x.nl"), "mail van jan@x.nl › a.xlsx"),
        (Herkomst("m.eml", ("a.xlsx",), onderwerp="Hoi"), "mail › a.xlsx"),
        (Herkomst("m.eml", ("a.xlsx",)), "m.eml › a.xlsx"),
    ],
)
def test_origin_in_words(herkomst: Herkomst, words: str) -> None:
    assert say.herkomst(herkomst) == words


@pytest.mark.parametrize(
    ("adres", "gemeld"), [("", False), ("JAN@woonborg.nl", False), ("wonen@volmacht.example", True)]
)
def test_a_sender_that_is_not_the_address_of_the_partij_is_named(
    tmp_path: Path, kader: Kader, shipped: Path, adres: str, gemeld: bool
) -> None:
    """Another partij's kenmerk in this partij's mail is taken in, and said."""
    boek = load_workbook(shipped)
    for rij in boek[l.PARTIJEN].iter_rows(min_row=2):
        if rij[0].value == "DV":
            rij[3].value = adres or None
    boek.save(tmp_path / "sjabloon.xlsx")
    (tmp_path / "m.eml").write_bytes(eml(("DV.xlsx", ingevuld_blad(kader, "DV"))))
    uitkomst = pipeline.collect(
        Ronde(2026),
        [tmp_path / "m.eml"],
        template=tmp_path / "sjabloon.xlsx",
        output=tmp_path / "output",
    )
    (inzending,) = uitkomst.inzendingen
    assert inzending.status == "aangenomen"
    assert gemeld == (AFZENDER_ANDERS.code in {b.code for b in inzending.bevindingen})

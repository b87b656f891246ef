"""A mailbox or a folder of saved mails taken whole: sheets in, everything else counted, once."""

from __future__ import annotations

import mailbox
import os
import subprocess
from collections import Counter
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest
from attachments import PDF, PNG, XLSX, mail, members
from hostile.outlook import Msg
from invullen import PARTIJEN, RONDE, ingevuld_blad, leeg_blad
from programs import NODE_MODULES, SCRIPTS, nodig

from kaderxl import collect
from kaderxl.commands.collected import Collected
from kaderxl.core.catalogue.files import MAIL_ZONDER_BIJLAGE, OVERGESLAGEN
from kaderxl.core.catalogue.returns import AFZENDER_ANDERS, MAIL_VAN_ONBEKENDE
from kaderxl.core.kader import Kader
from kaderxl.reading import Reader
from kaderxl.reading.carriers.unpack import is_mailbox, split_mailbox
from kaderxl.reading.limits import Limits

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("een_lezer")]


def schrijf_mbox(bestand: Path, *berichten: EmailMessage) -> Path:
    """As the standard library writes one; Thunderbird does it the same way."""
    postvak = mailbox.mbox(bestand)
    for bericht in berichten:
        postvak.add(mailbox.mboxMessage(bericht))
    postvak.close()
    return bestand


def automatisch(**koppen: str) -> EmailMessage:
    bericht = mail(subject="Afwezig", text="Ik ben er niet.")
    for naam, waarde in koppen.items():
        bericht[naam.replace("_", "-")] = waarde
    return bericht


def post(kader: Kader) -> list[EmailMessage]:
    """Six returns: four attached, one forwarded, one twice; and what else is in a mailbox."""
    bladen = {code: ingevuld_blad(kader, code) for code in PARTIJEN}
    berichten = [mail((f"{code}.xlsx", bladen[code])) for code in PARTIJEN[:5]]
    handtekening = EmailMessage()
    handtekening.set_content("<img src='cid:logo'>", subtype="html")
    handtekening.add_related(PNG, "image", "png", cid="<logo>")
    berichten[0].attach(handtekening)
    doorgestuurd = mail(subject="Fwd: invulblad", text="Zie hieronder.")
    doorgestuurd.add_attachment(mail((f"{PARTIJEN[5]}.xlsx", bladen[PARTIJEN[5]])))
    return [
        *berichten,
        doorgestuurd,
        berichten[1],
        mail(("notulen.pdf", PDF)),
        mail(text="From de gemeente\nFrom jan@x Tue Feb  3 11:00:00 2026\nGroet"),
        automatisch(Auto_Submitted="auto-replied"),
    ]


def telling(uitkomst: Collected) -> Counter[str]:
    return Counter(i.status for i in uitkomst.inzendingen)


def codes(uitkomst: Collected) -> Counter[str]:
    return Counter(b.code for i in uitkomst.inzendingen for b in i.bevindingen)


def retour(map_: Path) -> set[bytes]:
    return {p.read_bytes() for p in map_.rglob("retour/*.xlsx")}


def test_a_mailbox_is_taken_whole_and_once(kader: Kader, tmp_path: Path) -> None:
    bestand = schrijf_mbox(tmp_path / "post.mbox", *post(kader))
    eerste = collect(RONDE, [bestand], output=tmp_path / "output")
    # The sixth partij twice, the picture, the pdf, the mail without a sheet, the absence.
    assert telling(eerste) == {"aangenomen": 6, "overgeslagen": 4, "bewaard": 1}
    assert codes(eerste)[MAIL_ZONDER_BIJLAGE.code] == 1
    assert codes(eerste)[MAIL_VAN_ONBEKENDE.code] == 1
    assert codes(eerste)[OVERGESLAGEN.code] == 2
    assert retour(tmp_path) == {ingevuld_blad(kader, code) for code in PARTIJEN}
    tweede = collect(RONDE, [bestand], output=tmp_path / "output")
    assert telling(tweede) == {"overgeslagen": 10, "bewaard": 1}
    assert len(retour(tmp_path)) == 6
    lijst = next(tmp_path.rglob("ontvangst.csv")).read_text("utf-8-sig")
    assert len(lijst.splitlines()) == 7
    assert [b.code for i in tweede.inzendingen if not i.afgedaan for b in i.bevindingen] == [
        MAIL_VAN_ONBEKENDE.code
    ], "the pdf of nobody we know is asked about"


def test_a_folder_of_saved_mails_gives_the_same(kader: Kader, tmp_path: Path) -> None:
    map_ = tmp_path / "bewaard"
    map_.mkdir()
    for nummer, bericht in enumerate(post(kader)):
        (map_ / f"{nummer}.eml").write_bytes(bericht.as_bytes(policy=SMTP))
    (map_ / "nog een keer.msg").write_bytes(
        Msg(attachments=[("DV.xlsx", ingevuld_blad(kader, "DV"))]).written()
    )
    schrijf_mbox(map_ / "alles nog eens.mbox", *post(kader))
    for aangenomen in (6, 0):
        uitkomst = collect(RONDE, [map_], output=tmp_path / "output")
        assert telling(uitkomst)["aangenomen"] == aangenomen
        assert telling(uitkomst)["geweigerd"] == 0
    assert retour(tmp_path) == {ingevuld_blad(kader, code) for code in PARTIJEN}


@pytest.mark.extern
def test_an_outlook_message_that_another_program_wrote(kader: Kader, tmp_path: Path) -> None:
    """The library with which the mail program Tuta exports its mails."""
    assert (NODE_MODULES / "@tutao" / "oxmsg").is_dir(), "@tutao/oxmsg is missing; see .ci/run"
    blad = tmp_path / "Invulblad ingevuld.xlsx"
    blad.write_bytes(ingevuld_blad(kader, "DV"))
    bericht = tmp_path / "post" / "bericht.msg"
    bericht.parent.mkdir()
    opdracht = [nodig("node", "Node.js"), str(SCRIPTS / "msg.cjs"), str(bericht), str(blad)]
    subprocess.run(
        [*opdracht, "wonen@volmacht.example"],
        env=os.environ | {"NODE_PATH": str(NODE_MODULES)},
        check=True,
        timeout=60,
    )
    uitkomst = collect(RONDE, [bericht.parent], output=tmp_path / "output")
    (inzending,) = uitkomst.inzendingen
    assert (inzending.status, inzending.partij) == ("aangenomen", "De Volmacht")
    assert "wonen@volmacht.example" in inzending.herkomst
    assert retour(tmp_path) == {blad.read_bytes()}
    assert telling(collect(RONDE, [bericht], output=tmp_path / "output")) == {"overgeslagen": 1}


# What a program wrote


@pytest.mark.parametrize(
    "koppen",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Auto_Submitted": "auto-generated; owner-email=x"},
        {"Precedence": "bulk"},
        {"Precedence": "auto_reply"},
        {"X_Auto_Response_Suppress": "All"},
    ],
    ids=lambda k: "-".join(k.values()),
)
def test_an_automatic_answer_is_passed_over_as_such(reader: Reader, koppen: dict[str, str]) -> None:
    assert members(reader, automatisch(**koppen).as_bytes()) == [((), OVERGESLAGEN.code)]


@pytest.mark.parametrize("koppen", [{"Auto_Submitted": "no"}, {"Precedence": "list"}])
def test_what_a_person_wrote_is_no_automatic_answer(reader: Reader, koppen: dict[str, str]) -> None:
    assert members(reader, automatisch(**koppen).as_bytes()) == [((), MAIL_ZONDER_BIJLAGE.code)]


def test_a_sheet_counts_also_in_an_automatic_mail(reader: Reader) -> None:
    bericht = mail(("a.xlsx", XLSX))
    bericht["Auto-Submitted"] = "auto-generated"
    assert members(reader, bericht.as_bytes()) == [(("a.xlsx",), XLSX)]


def test_a_mail_that_came_back_is_no_return(reader: Reader) -> None:
    """The report holds the mail of ours that did not arrive."""
    rapport = (
        b"From: mailer-daemon@x.example\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/report; report-type=delivery-status; boundary="x"\r\n\r\n'
        b"--x\r\nContent-Type: text/plain\r\n\r\nNiet bezorgd\r\n"
        b"--x\r\nContent-Type: message/rfc822\r\n\r\n"
        + mail(("a.xlsx", XLSX)).as_bytes(policy=SMTP)
        + b"\r\n--x--\r\n"
    )
    assert members(reader, rapport) == [((), OVERGESLAGEN.code)]


def test_a_mail_that_kaderxl_made_is_no_return(reader: Reader, kader: Kader) -> None:
    bericht = mail(("DV.xlsx", leeg_blad(kader, "DV")))
    bericht.replace_header("Message-ID", "<kaderxl.0123@gemeente.example>")
    antwoord = mail(("terug.xlsx", XLSX))
    antwoord.add_attachment(bericht)
    assert members(reader, bericht.as_bytes()) == [((), OVERGESLAGEN.code)]
    assert members(reader, antwoord.as_bytes()) == [
        (("terug.xlsx",), XLSX),
        (("Invulblad",), OVERGESLAGEN.code),
    ]


def test_what_holds_no_sheet_is_named_and_what_may_hold_one_is_read(reader: Reader) -> None:
    bericht = mail(
        ("notulen.pdf", PDF),
        ("blad.csv", b"Code;Waarde\r\nA01;3\r\n"),
        ("a.7z", b"7z\xbc\xaf'\x1c"),
    )
    gevonden = members(reader, bericht.as_bytes())
    assert gevonden[0] == (("notulen.pdf",), "een pdf")
    assert [inhoud for _, inhoud in gevonden[1:]] == [
        b"Code;Waarde\r\nA01;3\r\n",
        b"7z\xbc\xaf'\x1c",
    ]


# The format


def test_mails_are_split_where_they_begin_and_nowhere_else() -> None:
    data = (
        b"From a Tue Feb  3 11:00:00 2026\nSubject: een\n\nFrom hier af staat\n>From daar\n\n"
        b"From b Tue Feb  3 11:00:00 2026\nSubject: twee\n\nniet\nFrom c Tue Feb 3 11:00:00 2026\n"
    )
    assert is_mailbox(data)
    een, twee = split_mailbox(data, Limits())
    assert een == b"Subject: een\n\nFrom hier af staat\nFrom daar\n"
    assert twee.endswith(b"From c Tue Feb 3 11:00:00 2026\n")


def test_a_mail_that_is_broken_keeps_no_other_out(reader: Reader) -> None:
    post = b"".join(
        b"From a Tue Feb  3 11:00:00 2026\n" + deel + b"\n\n"
        for deel in (
            mail(("a.xlsx", XLSX)).as_bytes(),
            b"\0\0\0",
            mail(("b.xlsx", XLSX)).as_bytes(),
        )
    )
    assert members(reader, post) == [(("a.xlsx",), XLSX), ((), "B207"), (("b.xlsx",), XLSX)]


def test_a_mailbox_in_a_mail_in_a_mailbox_is_not_opened(reader: Reader, tmp_path: Path) -> None:
    binnen = schrijf_mbox(tmp_path / "binnen", mail(("a.xlsx", XLSX))).read_bytes()
    buiten = schrijf_mbox(tmp_path / "buiten", mail(("binnen.mbox", binnen)))
    assert members(reader, buiten.read_bytes()) == [(("binnen.mbox",), "B217")]


def test_the_sender_is_held_against_the_address_of_the_partij(
    kader: Kader, tmp_path: Path, shipped: Path
) -> None:
    from adressen import met_adressen

    sjabloon = met_adressen(shipped, tmp_path / "s.xlsx")
    eigen = mail(("a.xlsx", ingevuld_blad(kader, "DV")))
    eigen.replace_header("From", "dv@partij.example")
    ander = mail(("b.xlsx", ingevuld_blad(kader, "WB")))
    bestand = schrijf_mbox(tmp_path / "post.mbox", eigen, ander)
    uitkomst = collect(RONDE, [bestand], template=sjabloon, output=tmp_path / "output")
    anders = [
        i.partij
        for i in uitkomst.inzendingen
        if AFZENDER_ANDERS.code in [b.code for b in i.bevindingen]
    ]
    assert anders == ["Woonborg"]

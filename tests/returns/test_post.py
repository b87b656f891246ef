"""What comes by mail and is no return: kept, listed, said, and known to who asks after it."""

from __future__ import annotations

import csv
import mailbox
from collections import Counter
from email.message import EmailMessage
from pathlib import Path

import pytest
from adressen import adres, met_adressen
from attachments import PDF, mail
from bus import Bus, van
from invullen import RONDE, antwoorden, ingevuld_blad, leeg_blad, vul
from openpyxl import load_workbook

from kaderxl import (
    Collected,
    Status,
    choose,
    collect,
    generate,
    mail as maak_mails,
    note_sent,
    remind,
    status,
)
from kaderxl.core import catalogue
from kaderxl.core.kader import Kader
from kaderxl.core.rounds import Bevinding
from kaderxl.sheets.questions import stel_vragenlijst_op

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("een_lezer")]


@pytest.fixture
def bus(tmp_path: Path, sjabloon: Path) -> Bus:
    return Bus(tmp_path, sjabloon)


def telling(uitkomst: Collected) -> Counter[str]:
    return Counter(b.code for i in uitkomst.inzendingen for b in i.bevindingen)


def bevindingen(uitkomst: Collected) -> list[Bevinding]:
    return [b for i in uitkomst.inzendingen for b in i.bevindingen]


def test_answers_in_the_text_of_a_mail_are_kept_and_named(bus: Bus) -> None:
    brief = van("DV", mail(text="Beste,\n\n1d is bij ons 0 van 40, kleur groen.\n\nGroet, Jan"))
    uitkomst = bus.neem(brief)
    (een,) = uitkomst.inzendingen
    (bevinding,) = een.bevindingen
    assert bevinding.code == catalogue.MAIL_VAN_PARTIJ.code
    assert "De Volmacht schreef op 3 februari 2027" in bevinding.tekst
    assert "“1d is bij ons 0 van 40, kleur groen.”" in bevinding.tekst
    assert "--on-behalf DV --source " in bevinding.actie
    assert uitkomst.needs_attention
    (rij,) = bus.lijst()
    assert (rij["soort"], rij["partij"]) == ("schreef", "DV")
    assert (bus.retour / "post" / rij["bestand"]).read_bytes() == brief.as_bytes()


def test_a_mail_is_known_by_the_kenmerk_it_answers_too(bus: Bus, kader: Kader) -> None:
    kenmerk = stel_vragenlijst_op(kader, RONDE, "WB").kenmerk
    bus.neem(mail(subject=f"RE: Invulblad ({kenmerk})", text="Alles groen."))
    assert [r["partij"] for r in bus.lijst()] == ["WB"]


def test_a_mail_of_somebody_else_is_passed_over(bus: Bus) -> None:
    uitkomst = bus.neem(mail(text="Mooi weer."))
    assert telling(uitkomst) == {catalogue.MAIL_ZONDER_BIJLAGE.code: 1}
    assert not (bus.retour / "post.csv").exists()


def test_the_same_mail_again_is_kept_once_and_still_asked_about(bus: Bus) -> None:
    brief = van("DV", mail(text="1d is 0."))
    bus.neem(brief)
    opnieuw = bus.neem()
    assert telling(opnieuw) == {catalogue.MAIL_VAN_PARTIJ.code: 1}
    assert len(bus.lijst()) == 1


def test_a_mail_by_itself_and_in_a_mailbox_is_one(bus: Bus) -> None:
    brief = van("DV", mail(text="1d is 0.\nFrom hier af groen."))
    bus.neem(brief)
    postvak = mailbox.mbox(bus.post / "alles.mbox")
    postvak.add(mailbox.mboxMessage(brief))
    postvak.close()
    uitkomst = bus.neem()
    assert telling(uitkomst)[catalogue.MAIL_VAN_PARTIJ.code] == 1
    assert len(bus.lijst()) == 1


def test_a_later_return_answers_it(bus: Bus, kader: Kader) -> None:
    bus.neem(van("DV", mail(text="1d is 0.")))
    bus.neem(van("DV", mail(("a.xlsx", ingevuld_blad(kader, "DV"))), 2, 5))
    assert bus.lijst()[0]["afgedaan"]
    opnieuw = bus.neem()
    assert catalogue.MAIL_VAN_PARTIJ.code not in telling(opnieuw)


def test_of_two_mails_in_one_inbox_the_later_answers_the_earlier(bus: Bus, kader: Kader) -> None:
    blad = mail(("a.xlsx", ingevuld_blad(kader, "DV")))
    uitkomst = bus.neem(van("DV", mail(text="Volgt.")), van("DV", blad, 2, 5))
    assert catalogue.MAIL_VAN_PARTIJ.code not in telling(uitkomst)
    later = van("DV", mail(text="Toch nog: 1d is 0."), 3, 9)
    assert telling(bus.neem(later))[catalogue.MAIL_VAN_PARTIJ.code] == 1


def test_a_return_that_closes_a_mail_says_so_and_the_mail_where_it_is(
    bus: Bus, kader: Kader
) -> None:
    bus.neem(van("DV", mail(text="1d is 0.")))
    uitkomst = bus.neem(van("DV", mail(("a.xlsx", ingevuld_blad(kader, "DV"))), 2, 5))
    kept = bus.lijst()[0]["bestand"]
    (ook,) = (b for b in bevindingen(uitkomst) if b.code == catalogue.OOK_BEANTWOORD.code)
    assert f"{kept} (“1d is 0.”)" in ook.tekst
    (dan,) = (b for b in bevindingen(uitkomst) if b.code == catalogue.MAIL_AFGEDAAN.code)
    assert f"retour/post/{kept}" in dan.tekst
    assert bus.lijst()[0]["afgedaan"][:8] in dan.tekst
    assert catalogue.MAIL_ZONDER_BIJLAGE.code not in telling(uitkomst)


def test_a_sheet_that_is_not_whole_leaves_the_mail_open(bus: Bus, kader: Kader) -> None:
    bus.neem(van("DV", mail(text="1d is 0.")))
    een = dict([*antwoorden(kader, "DV").items()][:1])
    blad = vul(leeg_blad(kader, "DV"), een, op="2027-02-05T09:00:00Z")
    uitkomst = bus.neem(van("DV", mail(("a.xlsx", blad)), 2, 5))
    assert telling(uitkomst)[catalogue.MAIL_VAN_PARTIJ.code] == 1
    assert [r["afgedaan"] for r in bus.lijst()] == [""]


def test_a_sheet_that_does_not_count_yet_leaves_the_mail_open(bus: Bus, kader: Kader) -> None:
    bus.neem(van("WB", mail(text="1d is 0.")))
    uitkomst = bus.neem(van("DV", mail(("a.xlsx", ingevuld_blad(kader, "WB"))), 2, 5))
    assert telling(uitkomst)[catalogue.VAN_WIE_IS_DIT.code] == 1
    assert telling(uitkomst)[catalogue.MAIL_VAN_PARTIJ.code] == 1
    assert "schreef op 3 februari 2027" in stand(bus, "WB")


def test_an_excluded_return_answers_no_mail_any_more(bus: Bus, kader: Kader) -> None:
    bus.neem(van("DV", mail(text="1d is 0.")))
    bus.neem(van("DV", mail(("a.xlsx", ingevuld_blad(kader, "DV"))), 2, 5))
    blad = bus.lijst()[0]["afgedaan"][:8]
    gekozen = choose(RONDE, blad, template=bus.sjabloon, output=bus.uitvoer, counts=False)
    assert catalogue.POST_WACHT.code in [b.code for b in gekozen.bevindingen]
    assert telling(bus.neem())[catalogue.MAIL_VAN_PARTIJ.code] == 1


def fill_in_for_dv(bus: Bus, kader: Kader, source: str) -> None:
    """A whole sheet that the municipality filled in from a mail that was kept."""
    blad = bus.post / "blad.xlsx"
    blad.write_bytes(ingevuld_blad(kader, "DV"))
    collect(RONDE, [blad], template=bus.sjabloon, output=bus.uitvoer, on_behalf="DV", source=source)


def test_what_a_sheet_was_filled_in_from_is_all_that_it_closes(bus: Bus, kader: Kader) -> None:
    bus.neem(van("DV", mail(text="1d is 0.")), van("DV", mail(text="1e is 3."), 2))
    bron = next(r["bestand"] for r in bus.lijst() if r["tekst"] == "1d is 0.")
    fill_in_for_dv(bus, kader, bron[:8])
    for _ in range(2):
        assert [
            r["tekst"] for r in bus.lijst() if r["soort"] == "schreef" and not r["afgedaan"]
        ] == ["1e is 3."]
        bus.neem()


def test_what_waits_is_named_with_its_words_and_how_to_be_done_with_it(bus: Bus) -> None:
    generate(RONDE, template=bus.sjabloon, output=bus.uitvoer)
    bus.neem(van("DV", mail(text="1d is 0.")), van("DV", mail(text="1e is 3."), 2))
    scherm = "\n".join(status(RONDE, template=bus.sjabloon, output=bus.uitvoer).lines())
    herinnerd = remind(RONDE, template=bus.sjabloon, output=bus.uitvoer)
    over = " ".join(f"{b.tekst} {b.actie}" for m in herinnerd.mails for b in m.bevindingen)
    for rij in bus.lijst():
        for gezegd in (" ".join(scherm.split()), over):
            assert rij["bestand"] in gezegd
            assert f"“{rij['tekst']}”" in gezegd
            assert f"--done {rij['bestand'][:8]}" in gezegd


def test_the_words_beside_a_sheet_are_kept_with_it(bus: Bus, kader: Kader) -> None:
    tekst = "Beste,\nLet op: bij 1d bedoelen we 0 van 40.\nMet vriendelijke groet,\nJan 0612345678"
    uitkomst = bus.neem(van("DV", mail(("a.xlsx", ingevuld_blad(kader, "DV")), text=tekst)))
    (blad,) = uitkomst.inzendingen
    assert blad.status == "aangenomen"
    assert "“Let op: bij 1d bedoelen we 0 van 40.”" in blad.bevindingen[0].tekst
    (rij,) = bus.lijst()
    assert (rij["tekst"], rij["bij"]) == ("Let op: bij 1d bedoelen we 0 van 40.", blad.sha256)
    assert "0612345678" not in (bus.retour / "post.csv").read_text("utf-8-sig")


def test_what_is_somebody_s_own_stays_out_of_the_list(bus: Bus, kader: Kader) -> None:
    tekst = "Over 1d kunt u Jan bellen op 06 12 34 56 78, hij weet het."
    bus.neem(van("DV", mail(("a.xlsx", ingevuld_blad(kader, "DV")), text=tekst)))
    (rij,) = bus.lijst()
    assert "12 34 56 78" not in rij["tekst"]
    assert "een telefoonnummer" in rij["tekst"]
    assert (bus.retour / "post" / rij["bestand"]).read_text("utf-8-sig") == tekst


@pytest.mark.parametrize(
    ("onderwerp", "bekend"), [("RE: Invulblad", []), ("FW: Invulblad", ["DV"])]
)
def test_what_the_municipality_wrote_itself_is_of_no_partij(
    bus: Bus, kader: Kader, onderwerp: str, bekend: list[str]
) -> None:
    kenmerk = stel_vragenlijst_op(kader, RONDE, "DV").kenmerk
    brief = mail(subject=f"{onderwerp} ({kenmerk})", text="Alles groen.")
    brief.replace_header("From", "wonen@gemeente.example")
    bus.neem(brief)
    assert [r["partij"] for r in (bus.lijst() if bekend else [])] == bekend


def test_an_absence_message_is_known_by_its_subject_too(bus: Bus) -> None:
    uitkomst = bus.neem(van("DV", mail(subject="Automatisch antwoord: Invulblad", text="Weg.")))
    assert not uitkomst.needs_attention
    assert not (bus.retour / "post.csv").exists()


def test_evidence_beside_a_sheet_is_kept_with_it(bus: Bus, kader: Kader) -> None:
    brief = van("DV", mail(("a.xlsx", ingevuld_blad(kader, "DV")), ("notulen.pdf", PDF)))
    uitkomst = bus.neem(brief)
    assert not uitkomst.needs_attention
    bewijs = uitkomst.inzendingen[1]
    assert (bewijs.status, bewijs.partij) == ("bewaard", "De Volmacht")
    assert [b.code for b in bewijs.bevindingen] == [catalogue.BEWIJS_BEWAARD.code]
    (rij,) = bus.lijst()
    assert (rij["soort"], rij["partij"], rij["bij"]) == (
        "bewijs",
        "DV",
        uitkomst.inzendingen[0].sha256,
    )
    assert (bus.retour / "post" / rij["bestand"]).read_bytes() == PDF


def test_evidence_alone_may_be_an_answer(bus: Bus) -> None:
    uitkomst = bus.neem(van("DV", mail(("antwoorden.pdf", PDF))))
    assert telling(uitkomst) == {catalogue.MAIL_VAN_PARTIJ.code: 1}
    assert "een pdf" in uitkomst.inzendingen[0].bevindingen[0].tekst


def test_a_link_is_named_with_its_address_and_where_the_mail_is(bus: Bus) -> None:
    tekst = "Invulblad.xlsx <https://dv.sharepoint.com/:x:/s/a/E1>"
    uitkomst = bus.neem(van("DV", mail(text=tekst)))
    assert telling(uitkomst) == {catalogue.MAIL_MET_KOPPELING.code: 1}
    assert uitkomst.inzendingen[0].partij == "De Volmacht"
    assert [r["soort"] for r in bus.lijst()] == ["schreef"]
    (koppeling,) = (
        b
        for i in uitkomst.inzendingen
        for b in i.bevindingen
        if b.code == catalogue.MAIL_MET_KOPPELING.code
    )
    assert "SharePoint of OneDrive: https://dv.sharepoint.com/:x:/s/a/E1." in koppeling.tekst
    assert f"retour/post/{bus.lijst()[0]['bestand']}" in koppeling.tekst


def link_of_nobody_we_know(bus: Bus) -> tuple[EmailMessage, Path]:
    """A mail with a link, taken in, and where it is kept."""
    brief = mail(text="Zie https://we.tl/t-Abc", subject="Onze cijfers")
    brief.replace_header("From", "jan@elders.example")
    bus.neem(brief)
    return brief, bus.retour / "post" / bus.lijst()[0]["bestand"]


def said(bus: Bus) -> list[str]:
    """What `status` finds in the folder."""
    return [b.code for b in status(RONDE, template=bus.sjabloon, output=bus.uitvoer).over_eerdere]


def test_a_link_of_nobody_we_know_is_kept_and_stays_until_it_is_dealt_with(bus: Bus) -> None:
    brief, kept = link_of_nobody_we_know(bus)
    assert kept.read_bytes() == brief.as_bytes()
    for _ in range(2):
        uitkomst = bus.neem()
        assert telling(uitkomst) == {catalogue.MAIL_MET_KOPPELING.code: 1}
        assert uitkomst.needs_attention
        assert "jan@elders.example" in uitkomst.inzendingen[0].bevindingen[0].tekst
        assert kept.name in uitkomst.inzendingen[0].bevindingen[0].tekst
    assert said(bus) == [catalogue.POST_WACHT.code]
    lijst = bus.retour / "post.csv"
    rijen = bus.lijst()
    rijen[0]["afgedaan"] = "opgehaald en ingenomen"
    with lijst.open("w", encoding="utf-8-sig", newline="") as bestand:
        uit = csv.DictWriter(bestand, rijen[0])
        uit.writeheader()
        uit.writerows(rijen)
    assert not bus.neem().needs_attention
    assert said(bus) == []
    assert bus.lijst()[0]["afgedaan"] == "opgehaald en ingenomen"


def test_a_mail_that_a_sheet_was_filled_in_from_is_dealt_with(bus: Bus, kader: Kader) -> None:
    _, kept = link_of_nobody_we_know(bus)
    fill_in_for_dv(bus, kader, kept.name[:8])
    assert said(bus) == []


def test_who_is_known_since_is_asked_after_by_name(bus: Bus, shipped: Path) -> None:
    brief, _ = link_of_nobody_we_know(bus)
    werkboek = load_workbook(bus.sjabloon)
    for rij in werkboek["Partijen"].iter_rows():
        for cel in rij:
            if cel.value == adres("DV"):
                cel.value = brief["From"]
    bus.sjabloon = bus.sjabloon.with_name("bekend.xlsx")
    werkboek.save(bus.sjabloon)
    assert said(bus) == [catalogue.POST_WACHT.code]
    bus.neem()
    assert bus.lijst()[0]["partij"] == "DV"
    (wacht,) = status(RONDE, template=bus.sjabloon, output=bus.uitvoer).over_eerdere
    assert "Een mail van De Volmacht" in wacht.tekst
    assert "schreef op" in stand(bus, "DV")


def test_a_refused_sheet_is_no_silence(bus: Bus) -> None:
    uitkomst = bus.neem(van("DV", mail(("a.xlsx", b"PK\x03\x04kapot"))))
    assert telling(uitkomst)[catalogue.MAIL_VAN_PARTIJ_GEWEIGERD.code] == 1
    assert [r["partij"] for r in bus.lijst()] == ["DV"]


def afwezig(kader: Kader, code: str) -> EmailMessage:
    bericht = van(code, mail(("Invulblad.xlsx", leeg_blad(kader, code)), text="Ik ben er niet."))
    bericht["Auto-Submitted"] = "auto-replied"
    return bericht


def test_our_own_sheet_in_an_absence_message_is_nobody_s_question(bus: Bus, kader: Kader) -> None:
    uitkomst = bus.neem(afwezig(kader, "DV"))
    assert telling(uitkomst) == {catalogue.EIGEN_LEEG_BLAD.code: 1}
    assert not uitkomst.needs_attention
    assert not (bus.retour / "post.csv").exists()


def onbestelbaar(aan: str) -> EmailMessage:
    bericht = mail(subject="failure notice", text=f"<{aan}>:\n550 5.1.1 onbekend\n")
    bericht.replace_header("From", "MAILER-DAEMON@mx.example")
    bericht.replace_header("Message-ID", f"<{aan.partition('@')[0]}@mx.example>")
    return bericht


def test_a_mail_that_did_not_arrive_is_a_fout_about_that_partij(bus: Bus) -> None:
    uitkomst = bus.neem(onbestelbaar(adres("WB")), onbestelbaar("beleid@elders.example"))
    assert telling(uitkomst) == {
        catalogue.NIET_BEZORGD.code: 1,
        catalogue.NIET_BEZORGD_ANDER.code: 1,
    }
    assert any("Woonborg" in b.tekst for i in uitkomst.inzendingen for b in i.bevindingen)
    assert {(r["soort"], r["adres"], r["tekst"]) for r in bus.lijst()} == {
        ("niet bezorgd", adres("WB"), "het adres bestaat niet"),
        ("niet bezorgd", "beleid@elders.example", "het adres bestaat niet"),
    }


# Who asks after it


def stand(bus: Bus, code: str) -> str:
    """The line of a partij in `status`."""
    uitkomst = status(RONDE, template=bus.sjabloon, output=bus.uitvoer)
    (naam,) = (p.partij.naam for p in uitkomst.partijen if p.partij.code == code)
    (regel,) = (r for r in uitkomst.lines() if r.strip().startswith(naam))
    return regel


@pytest.mark.parametrize("met", ["tekst", "koppeling", "kapot blad", "pdf"])
def test_who_wrote_is_not_taken_for_silent(bus: Bus, met: str) -> None:
    generate(RONDE, template=bus.sjabloon, output=bus.uitvoer)
    brief = {
        "tekst": mail(text="1d is 0 van 40."),
        "koppeling": mail(text="Zie https://we.tl/t-Abc"),
        "kapot blad": mail(("a.xlsx", b"PK\x03\x04kapot")),
        "pdf": mail(("a.pdf", PDF)),
    }[met]
    bus.neem(van("DV", brief))
    assert "schreef op 3 februari 2027" in stand(bus, "DV")
    herinnerd = remind(RONDE, template=bus.sjabloon, output=bus.uitvoer)
    (over,) = (m for m in herinnerd.mails if m.partij.code == "DV")
    assert [b.code for b in over.bevindingen] == [catalogue.NIET_STIL.code]
    assert over.bestand is None
    assert len(herinnerd.klaar) == 5
    toch = remind(RONDE, template=bus.sjabloon, output=bus.uitvoer, again=["DV"])
    (concept,) = (c for c in toch.klaar if c.partij.code == "DV")
    assert "We ontvingen uw mail van 3 februari 2027" in concept.tekst


def test_noting_a_mail_asks_nothing_about_another_partij(bus: Bus) -> None:
    generate(RONDE, template=bus.sjabloon, output=bus.uitvoer)
    bus.neem(van("DV", mail(text="1d is 0 van 40.")))
    mails = remind(RONDE, template=bus.sjabloon, output=bus.uitvoer)
    assert mails.needs_attention
    genoteerd = note_sent(mails, only=["WB"])
    assert not genoteerd.needs_attention
    assert [*genoteerd.lines()] == ["Woonborg: genoteerd", "1 van 1 mail genoteerd."]


def test_whom_no_mail_reaches_is_not_taken_for_silent(bus: Bus, shipped: Path) -> None:
    generate(RONDE, template=bus.sjabloon, output=bus.uitvoer)
    bus.neem(onbestelbaar(adres("WB")))
    assert f"mail aan {adres('WB')} kwam niet aan: het adres bestaat niet" in stand(bus, "WB")
    herinnerd = remind(RONDE, template=bus.sjabloon, output=bus.uitvoer)
    (over,) = (m for m in herinnerd.mails if m.partij.code == "WB")
    assert [b.code for b in over.bevindingen] == [catalogue.NIET_BEREIKT.code]
    # Another address is another question.
    bus.sjabloon = met_adressen(shipped, bus.sjabloon.with_name("nieuw.xlsx"), "WB")
    assert "kwam niet aan" not in stand(bus, "WB")


def test_status_knows_who_was_asked(bus: Bus) -> None:
    generate(RONDE, template=bus.sjabloon, output=bus.uitvoer)
    note_sent(maak_mails(RONDE, template=bus.sjabloon, output=bus.uitvoer), only=["DV"])
    assert "nog niets ontvangen; gevraagd op " in stand(bus, "DV")
    assert stand(bus, "WB").endswith("nog niets ontvangen")
    uitkomst = status(RONDE, template=bus.sjabloon, output=bus.uitvoer)
    assert isinstance(uitkomst, Status)
    assert not uitkomst.needs_attention

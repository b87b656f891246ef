"""The mails of a ronde: drafts, reminders and receipts, and the whole way there and back."""

from __future__ import annotations

import csv
import html
import json
import shlex
import shutil
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP, default
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import trustme
from adressen import adres, met_adressen
from click.testing import CliRunner
from invullen import (
    PARTIJEN,
    RONDE,
    antwoorden,
    codes,
    ingevuld_blad,
    leeg_blad,
    vul,
)
from mailserver import Postbus
from opdrachten import geef

from kaderxl import (
    acknowledge,
    calendar,
    choose,
    collect,
    demo,
    generate,
    mail,
    note_sent,
    remind,
    send,
    status,
)
from kaderxl.cli import main
from kaderxl.commands import rounds
from kaderxl.commands.mails import Mails
from kaderxl.core import catalogue, labels as l
from kaderxl.core.findings import NietUitgevoerd, Regel
from kaderxl.core.kader import Kader, Mailsoort

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("een_lezer")]

OP_TIJD, BIJNA, TE_LAAT = date(2027, 1, 15), date(2027, 2, 12), date(2027, 3, 1)


@pytest.fixture(scope="module")
def sjabloon(shipped: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    map_ = tmp_path_factory.mktemp("sjabloon")
    return met_adressen(shipped, map_ / "sjabloon.xlsx", cc="beleid@gemeente.example")


@pytest.fixture
def uitvoer(sjabloon: Path, tmp_path: Path) -> Path:
    """A ronde with its input sheets."""
    generate(RONDE, template=sjabloon, output=tmp_path / "output")
    return tmp_path / "output"


def neem_in(kader: Kader, sjabloon: Path, uitvoer: Path) -> None:
    """De Volmacht is complete, Woonborg forgot a row and was unclear; the others are silent."""
    half = antwoorden(kader, "WB") | {"A01-I1-M1": {"Waarde": "ca. 12"}}
    half = {c: r for c, r in half.items() if not c.startswith("A07-I1")}
    post = uitvoer.parent / "post"
    post.mkdir(exist_ok=True)
    (post / "DV.xlsx").write_bytes(ingevuld_blad(kader, "DV"))
    (post / "WB.xlsx").write_bytes(vul(leeg_blad(kader, "WB"), half))
    collect(RONDE, [post], template=sjabloon, output=uitvoer)


def bericht(mails: Mails, code: str) -> EmailMessage:
    (bestand,) = [m.bestand for m in mails.mails if m.partij.code == code]
    assert bestand is not None
    gelezen = message_from_bytes(bestand.read_bytes(), policy=default)
    assert isinstance(gelezen, EmailMessage)
    return gelezen


def tekst(mails: Mails, code: str) -> str:
    deel = bericht(mails, code).get_body(("plain",))
    assert deel is not None
    return str(deel.get_content())


def bijlagen(gelezen: EmailMessage) -> dict[str, bytes]:
    return {
        str(b.get_filename()): b.get_payload(decode=True)  # type: ignore[misc]
        for b in gelezen.iter_attachments()
    }


def redenen(mails: Mails) -> dict[str, list[str]]:
    return {m.partij.code: codes(m.bevindingen) for m in mails.mails if m.bevindingen}


@pytest.fixture(scope="module")
def half_binnen(kader: Kader, sjabloon: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ronde of which two partijen sent something; nothing in it but mails is changed."""
    uitvoer = tmp_path_factory.mktemp("half") / "output"
    generate(RONDE, template=sjabloon, output=uitvoer)
    neem_in(kader, sjabloon, uitvoer)
    return uitvoer


# The input sheets


def test_one_draft_a_partij_with_the_sheet_bit_for_bit(sjabloon: Path, uitvoer: Path) -> None:
    mails = mail(RONDE, template=sjabloon, output=uitvoer)
    assert [m.partij.code for m in mails.mails] == list(PARTIJEN)
    assert not mails.needs_attention
    for m in mails.mails:
        gelezen = bericht(mails, m.partij.code)
        blad = (
            uitvoer / "2026-evaluatie" / "invulbladen" / f"Invulblad {m.partij.naam} {RONDE}.xlsx"
        )
        assert bijlagen(gelezen) == {blad.name: blad.read_bytes()}
        assert [a.addr_spec for a in gelezen["To"].addresses] == [adres(m.partij.code)]
        assert str(gelezen["Cc"]) == "beleid@gemeente.example"
        assert "evaluatie 2026" in str(gelezen["Subject"])
        assert f"(AEH-2026E-{m.partij.code}-" in str(gelezen["Subject"])
        assert m.bestand is not None
        assert m.bestand.with_name(blad.name).read_bytes() == blad.read_bytes()
        assert adres(m.partij.code) in m.bestand.with_suffix(".txt").read_text("utf-8-sig")


def test_the_mail_says_what_why_when_how_long_and_whom_to_call(
    sjabloon: Path, uitvoer: Path
) -> None:
    woorden = tekst(mail(RONDE, template=sjabloon, output=uitvoer), "DV")
    for deel in ("21 indicatoren", "Waarom:", "15 februari 2027", "een kwartier", "14 0592"):
        assert deel in woorden
    assert "{" not in woorden


def test_the_same_again_gives_the_same_bytes(sjabloon: Path, uitvoer: Path) -> None:
    def inhoud() -> dict[Path, bytes]:
        return {p: p.read_bytes() for p in (uitvoer / str(RONDE) / "mail").iterdir()}

    mail(RONDE, template=sjabloon, output=uitvoer)
    eerste = inhoud()
    mail(RONDE, template=sjabloon, output=uitvoer)
    assert inhoud() == eerste
    assert len(eerste) == 19


def test_a_partij_without_an_address_is_named_and_the_others_are_written(
    shipped: Path, tmp_path: Path
) -> None:
    sjabloon = met_adressen(shipped, tmp_path / "s.xlsx", "WB")
    generate(RONDE, template=sjabloon, output=tmp_path / "output")
    mails = mail(RONDE, template=sjabloon, output=tmp_path / "output")
    assert redenen(mails) == {"WB": [catalogue.PARTIJ_ZONDER_ADRES.code]}
    (geen,) = [b for m in mails.mails for b in m.bevindingen]
    assert "Woonborg" in geen.actie
    assert geen.plek.blad == l.PARTIJEN
    assert len(list(tmp_path.rglob("mail/*.eml"))) == 5
    assert mails.needs_attention


@pytest.mark.parametrize("regel", [catalogue.INVULBLAD_ONTBREEKT, catalogue.INVULBLAD_VERANDERD])
def test_a_sheet_that_is_not_what_we_would_make_goes_to_nobody(
    kader: Kader, sjabloon: Path, uitvoer: Path, regel: Regel
) -> None:
    blad = uitvoer / str(RONDE) / "invulbladen" / f"Invulblad De Volmacht {RONDE}.xlsx"
    if regel is catalogue.INVULBLAD_VERANDERD:
        blad.write_bytes(ingevuld_blad(kader, "DV"))
    else:
        blad.unlink()
    mails = mail(RONDE, template=sjabloon, output=uitvoer)
    assert redenen(mails) == {"DV": [regel.code]}
    assert len(mails.klaar) == 5


def test_our_own_drafts_are_never_taken_in(sjabloon: Path, half_binnen: Path) -> None:
    mail(RONDE, template=sjabloon, output=half_binnen)
    acknowledge(RONDE, template=sjabloon, output=half_binnen)
    calendar(None, template=sjabloon, output=half_binnen)
    namen = [
        i.bestand
        for i in collect(RONDE, [half_binnen], template=sjabloon, output=half_binnen).inzendingen
    ]
    assert len(namen) == 6
    assert all(naam.startswith("Invulblad ") for naam in namen)


# Sent by hand


def verzonden(uitvoer: Path) -> list[tuple[str, str, str]]:
    with (uitvoer / str(RONDE) / "mail" / "verzonden.csv").open(encoding="utf-8-sig") as lijst:
        return [(r["partij"], r["stand"], r["hoe"]) for r in csv.DictReader(lijst)]


def test_the_drafts_are_on_one_page_too(sjabloon: Path, uitvoer: Path) -> None:
    mails = mail(RONDE, template=sjabloon, output=uitvoer)
    bladzijde = (uitvoer / str(RONDE) / "mail" / "concepten.html").read_text("utf-8")
    for m in mails.klaar:
        assert f"<h3>{html.escape(m.partij.naam)}</h3>" in bladzijde
        assert f'href="mailto:{m.partij.email}?' in bladzijde
        assert html.escape(m.onderwerp) in bladzijde
        for b in m.bijlagen:
            assert f'href="{quote(b.naam)}"' in bladzijde
            assert (uitvoer / str(RONDE) / "mail" / b.naam).is_file()
    assert bladzijde.count("<button") == len(mails.klaar)
    assert "http" not in bladzijde.replace("http-equiv", "")


def test_the_page_has_every_kind_that_waits_with_the_command_that_notes_it(
    sjabloon: Path, half_binnen: Path, tmp_path: Path
) -> None:
    output = tmp_path / "een map"
    shutil.copytree(half_binnen, output)
    pad = output / str(RONDE) / "mail" / "concepten.html"
    soorten = {"": mail, " --remind": remind, " --receipts": acknowledge}
    alle = {
        optie: len(maak(RONDE, template=sjabloon, output=output).klaar)
        for optie, maak in soorten.items()
    }
    opties = f'--year 2026 --round evaluatie --template "{sjabloon}" --output "{output}"'
    assert pad.read_text("utf-8").count("<h3>") == sum(alle.values())
    for optie, aantal in alle.items():
        bladzijde = html.unescape(pad.read_text("utf-8"))
        opdracht = f"kaderxl mail {opties}{optie} --sent-all"
        assert f"<code>{opdracht}</code>" in bladzijde
        CliRunner().invoke(main, shlex.split(opdracht)[1:])
        over = pad.read_text("utf-8").count("<h3>") if pad.exists() else 0
        assert over == bladzijde.count("<h3>") - aantal
    assert not pad.exists()


def test_the_command_on_the_page_repeats_the_day_that_was_named(
    sjabloon: Path, half_binnen: Path, tmp_path: Path
) -> None:
    """Else what is noted is another mail than the one that was sent."""
    output = tmp_path / "output"
    shutil.copytree(half_binnen, output)
    pad = output / str(RONDE) / "mail" / "concepten.html"
    herinnerd = len(remind(RONDE, template=sjabloon, output=output, today=TE_LAAT).klaar)
    mail(RONDE, template=sjabloon, output=output)
    opties = f'--year 2026 --round evaluatie --template "{sjabloon}" --output "{output}"'
    dag = f"{TE_LAAT.day}-{TE_LAAT.month}-{TE_LAAT.year}"
    opdracht = f"kaderxl mail {opties} --remind --date {dag} --sent-all"
    bladzijde = html.unescape(pad.read_text("utf-8"))
    assert f"<code>{opdracht}</code>" in bladzijde, "also after the page was written anew"
    assert "--date" not in bladzijde.replace(f"--remind --date {dag}", "")
    CliRunner().invoke(main, shlex.split(opdracht)[1:])
    assert len(verzonden(output)) == herinnerd
    weer = remind(RONDE, template=sjabloon, output=output, today=TE_LAAT)
    assert not weer.klaar, "it is known that they were sent"


def test_what_was_sent_by_hand_is_known(sjabloon: Path, uitvoer: Path) -> None:
    mails = mail(RONDE, template=sjabloon, output=uitvoer)
    gestuurd = note_sent(mails, only=["de volmacht"])
    assert [(v.concept.partij.code, v.verzonden) for v in gestuurd.verzendingen] == [("DV", True)]
    assert verzonden(uitvoer) == [("DV", "verzonden", "zelf")]
    map_ = uitvoer / str(RONDE) / "mail"
    assert not [*map_.glob("Invulblad De Volmacht*.eml")]
    assert "De Volmacht" not in (map_ / "concepten.html").read_text("utf-8")
    opnieuw = mail(RONDE, template=sjabloon, output=uitvoer)
    assert redenen(opnieuw) == {"DV": [catalogue.AL_VERZONDEN.code]}
    note_sent(opnieuw)
    assert len(verzonden(uitvoer)) == 6
    assert not [*map_.glob("*.eml"), *map_.glob("*.html")]


def test_only_what_there_is_was_sent_by_hand(sjabloon: Path, uitvoer: Path) -> None:
    herinneringen = acknowledge(RONDE, template=sjabloon, output=uitvoer)
    for naam, regel in (("Niemand", catalogue.GEEN_PARTIJ), ("DV", catalogue.GEEN_CONCEPT)):
        with pytest.raises(NietUitgevoerd) as fout:
            note_sent(herinneringen, only=[naam])
        assert codes(fout.value.bevindingen) == [regel.code]
    assert not (uitvoer / str(RONDE) / "mail" / "verzonden.csv").exists()


def test_sent_by_hand_on_the_command_line(sjabloon: Path, uitvoer: Path) -> None:
    opties = ["--year", "2026", "--template", str(sjabloon), "--output", str(uitvoer)]
    uitkomst = CliRunner().invoke(main, ["mail", *opties, "--sent", "DV", "--sent", "WB"])
    assert uitkomst.exit_code == 0, uitkomst.output
    assert "2 van 2 mails genoteerd." in uitkomst.output
    assert CliRunner().invoke(main, ["mail", *opties, "--sent-all", "--json"]).exit_code == 0
    assert {p for p, *_ in verzonden(uitvoer)} == set(PARTIJEN)
    fout = CliRunner().invoke(main, ["mail", *opties, "--sent-all", "--send"])
    assert fout.exit_code == 2


# Reminders


@pytest.mark.parametrize(
    ("vandaag", "soort"),
    [
        (OP_TIJD, Mailsoort.HERINNERING),
        (BIJNA, Mailsoort.LAATSTE_HERINNERING),
        (TE_LAAT, Mailsoort.TE_LAAT),
    ],
)
def test_only_the_silent_and_the_incomplete_are_reminded(
    sjabloon: Path, half_binnen: Path, vandaag: date, soort: Mailsoort
) -> None:
    mails = remind(RONDE, template=sjabloon, output=half_binnen, today=vandaag)
    assert [m.partij.code for m in mails.mails] == ["GEM", "WB", "WZN", "DD", "AHW"]
    assert {c.soort for c in mails.klaar} == {soort}
    stil, half = tekst(mails, "GEM"), tekst(mails, "WB")
    assert "nog niet ontvangen" in stil
    assert "Dit mist nog" not in stil
    assert "19 van de 21 indicatoren zijn ingevuld" in half
    assert "- A07-I1 " in half
    assert list(bijlagen(bericht(mails, "GEM"))) == [f"Invulblad Gemeente Aa en Hunze {RONDE}.xlsx"]
    herstel = half_binnen / str(RONDE) / "herstel" / f"Herstel Woonborg {RONDE}.xlsx"
    assert bijlagen(bericht(mails, "WB")) == {herstel.name: herstel.read_bytes()}


def test_a_reminder_that_nobody_needs_any_more_is_taken_away(
    kader: Kader, sjabloon: Path, uitvoer: Path
) -> None:
    concept = uitvoer / str(RONDE) / "mail" / f"Herinnering De Volmacht {RONDE}.eml"
    remind(RONDE, template=sjabloon, output=uitvoer, today=OP_TIJD)
    assert concept.exists()
    neem_in(kader, sjabloon, uitvoer)
    remind(RONDE, template=sjabloon, output=uitvoer, today=OP_TIJD)
    assert not concept.exists()
    assert not concept.with_suffix(".txt").exists()


# Receipts


def test_a_receipt_says_what_was_understood_and_brings_what_is_to_mend(
    sjabloon: Path, half_binnen: Path
) -> None:
    mails = acknowledge(RONDE, template=sjabloon, output=half_binnen)
    assert [m.partij.code for m in mails.mails] == ["DV", "WB"]
    heel, half = tekst(mails, "DV"), tekst(mails, "WB")
    assert "Alles is ingevuld." in heel
    assert "Hier ging iets mis" not in heel
    assert "A01-I1 – aantal opgeleverde woningen" in heel
    assert "niet begrepen (“ca. 12”)" in half
    assert "Hier ging iets mis" in half
    assert bijlagen(bericht(mails, "DV")) == {}
    assert list(bijlagen(bericht(mails, "WB"))) == [f"Herstel Woonborg {RONDE}.xlsx"]
    for m in mails.mails:
        onderwerp = str(bericht(mails, m.partij.code)["Subject"])
        assert not any(woord in onderwerp for woord in ("Groen", "Oranje", "Rood", "ca. 12"))


def test_a_receipt_says_what_two_files_say_differently(
    kader: Kader, sjabloon: Path, uitvoer: Path
) -> None:
    neem_in(kader, sjabloon, uitvoer)
    ander = vul(
        leeg_blad(kader, "DV"),
        antwoorden(kader, "DV") | {"A01-I1-M1": {"Waarde": 99}},
        op="2027-03-01T09:00:00Z",
    )
    (uitvoer / "ander.xlsx").write_bytes(ander)
    collect(RONDE, [uitvoer / "ander.xlsx"], template=sjabloon, output=uitvoer)
    gelezen = tekst(acknowledge(RONDE, template=sjabloon, output=uitvoer), "DV")
    (regel,) = (r for r in gelezen.splitlines() if "verschillend beantwoord" in r)
    assert "A01-I1-M1 (Waarde)" in regel
    assert "“99” in ander.xlsx" in regel
    assert "Laat ons dan weten welk antwoord geldt." in regel
    assert "--choose" not in gelezen


def test_a_receipt_is_of_the_return_that_counts(
    kader: Kader, sjabloon: Path, uitvoer: Path
) -> None:
    neem_in(kader, sjabloon, uitvoer)
    eerst = acknowledge(RONDE, template=sjabloon, output=uitvoer).klaar[0].message_id
    later = vul(
        leeg_blad(kader, "DV"), {"A01-I1": {"Beoordeling": "Rood"}}, op="2027-02-03T09:00:00Z"
    )
    (uitvoer.parent / "DV2.xlsx").write_bytes(later)
    collect(RONDE, [uitvoer.parent / "DV2.xlsx"], template=sjabloon, output=uitvoer)
    mails = acknowledge(RONDE, template=sjabloon, output=uitvoer)
    assert "0 van de 21" in tekst(mails, "DV")
    assert mails.klaar[0].message_id != eerst
    choose(RONDE, "DV.xlsx", output=uitvoer)
    assert acknowledge(RONDE, template=sjabloon, output=uitvoer).klaar[0].message_id == eerst


# The whole way


@pytest.fixture(scope="module")
def ca(tmp_path_factory: pytest.TempPathFactory) -> Iterator[trustme.CA]:
    ca = trustme.CA()
    bestand = tmp_path_factory.mktemp("ca") / "ca.pem"
    ca.cert_pem.write_to_path(str(bestand))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SSL_CERT_FILE", str(bestand))
        yield ca


def antwoord(gekregen: EmailMessage, blad: bytes) -> bytes:
    """What a partij sends back: its sheet, with the reply of any mail program around it."""
    terug = EmailMessage()
    terug["From"], terug["To"] = str(gekregen["To"]), str(gekregen["From"])
    terug["Subject"] = f"Re: {gekregen['Subject']}"
    terug["In-Reply-To"] = str(gekregen["Message-ID"])
    terug["Message-ID"] = f"<{abs(hash(blad))}@partij.example>"
    terug.set_content("Hierbij.\n> Beste collega's,")
    terug.add_attachment(
        blad, maintype="application", subtype="octet-stream", filename="ingevuld.xlsx"
    )
    return terug.as_bytes(policy=SMTP)


def test_there_and_back(kader: Kader, shipped: Path, tmp_path: Path, ca: trustme.CA) -> None:
    """generate, mail, the server, fill in and reply, collect, receipts, and who is silent."""
    uitvoer, post = tmp_path / "output", tmp_path / "post"
    post.mkdir()
    with Postbus(ca) as postbus:
        sjabloon = met_adressen(
            shipped, tmp_path / "s.xlsx", mailserver="localhost", mailserver_poort=postbus.poort
        )
        generate(RONDE, template=sjabloon, output=uitvoer)
        mails = mail(RONDE, template=sjabloon, output=uitvoer)
        assert all(v.verzonden for v in send(mails).verzendingen)
        gekregen = {str(m["To"].addresses[0].addr_spec): m for m in postbus.mails()}
        assert len(postbus.berichten) == 6
        assert not list(uitvoer.rglob("*.eml")), "what is sent is no draft any more"
        for code in PARTIJEN[:5]:
            ((_, blad),) = bijlagen(gekregen[adres(code)]).items()
            ingevuld = vul(blad, antwoorden(kader, code))
            (post / f"{code}.eml").write_bytes(antwoord(gekregen[adres(code)], ingevuld))
        ingenomen = collect(RONDE, [post], template=sjabloon, output=uitvoer)
        assert [i.status for i in ingenomen.inzendingen] == ["aangenomen"] * 5
        assert [i.bevindingen for i in ingenomen.inzendingen] == [()] * 5
        postbus.berichten.clear()
        assert len(send(acknowledge(RONDE, template=sjabloon, output=uitvoer)).verzendingen) == 5
        assert (
            len(send(remind(RONDE, template=sjabloon, output=uitvoer, today=TE_LAAT)).verzendingen)
            == 1
        )
        onderwerpen = [str(m["Subject"]).partition(":")[0] for m in postbus.mails()]
        assert onderwerpen == ["Ontvangen"] * 5 + ["Wij missen nog uw antwoorden"]
        postbus.berichten.clear()
        for weer in (
            mail(RONDE, template=sjabloon, output=uitvoer),
            acknowledge(RONDE, template=sjabloon, output=uitvoer),
        ):
            assert {c for r in redenen(weer).values() for c in r} == {catalogue.AL_VERZONDEN.code}
            assert send(weer).verzendingen == ()
        nog_eens = mail(RONDE, template=sjabloon, output=uitvoer, again=["de volmacht"])
        assert [v.concept.partij.code for v in send(nog_eens).verzendingen] == ["DV"]
        assert len(postbus.berichten) == 1


def test_an_example_is_never_sent(shipped: Path, tmp_path: Path) -> None:
    sjabloon = met_adressen(shipped, tmp_path / "s.xlsx", mailserver="localhost")
    demo(output=tmp_path / "output", template=sjabloon)
    for mails in (
        mail(RONDE, template=sjabloon, output=tmp_path / "output" / "demo"),
        acknowledge(RONDE, template=sjabloon, output=tmp_path / "output" / "demo"),
    ):
        assert mails.fictief
        assert str(bericht(mails, "DV")["Subject"]).startswith("FICTIEF VOORBEELD: ")
        assert tekst(mails, "DV").startswith("FICTIEF VOORBEELD")
        with pytest.raises(NietUitgevoerd) as fout:
            send(mails)
        assert fout.value.bevindingen[0].code == catalogue.FICTIEF_NIET_VERSTUREN.code


# At the keyboard


def opties(sjabloon: Path, uitvoer: Path) -> list[str]:
    return ["--year", "2026", "--template", str(sjabloon), "--output", str(uitvoer)]


def test_it_shows_who_gets_what_and_sends_only_after_ja(
    shipped: Path, tmp_path: Path, ca: trustme.CA
) -> None:
    with Postbus(ca, weigert={adres("WB")}) as postbus:
        sjabloon = met_adressen(
            shipped, tmp_path / "s.xlsx", mailserver="localhost", mailserver_poort=postbus.poort
        )
        generate(RONDE, template=sjabloon, output=tmp_path / "output")
        ronde = opties(sjabloon, tmp_path / "output")
        nee = geef("mail", *ronde, "--send", invoer="nee\n")
        assert nee.exit_code == 1
        assert "Er is niets verstuurd." in nee.stdout
        waarlangs = (
            f"Via de mailserver localhost, poort {postbus.poort}, zonder aan te melden.",
            "Afzender: wonen@gemeente.example. Antwoorden gaan naar: wonen@gemeente.example.",
        )
        for regel in waarlangs:
            assert nee.stdout.index(regel) < nee.stdout.index("Typ ja")
        for code in PARTIJEN:
            assert adres(code) in nee.stdout
        assert postbus.berichten == []
        ja = geef("mail", *ronde, "--send", invoer="ja\n")
        assert ja.exit_code == 1
        assert "Woonborg: niet verzonden" in ja.stdout
        assert "5 van 6 mails verzonden." in ja.stdout
        postbus.weigert.clear()
        rest = geef("mail", *ronde, "--send", "--yes", "--json")
        assert rest.exit_code == 0, rest.output
        document: Any = json.loads(rest.stdout)
        assert len(postbus.berichten) == 6
        assert all(m["verzonden"] for m in document["mails"])


def test_what_cannot_be_done_is_said_in_dutch(sjabloon: Path, uitvoer: Path) -> None:
    ronde = opties(sjabloon, uitvoer)
    for woorden, zin in (
        (["--remind", "--receipts"], "Kies er een: --agree"),
        (["--send", "--json"], "--yes"),
        (["--remind", "--date", "ooit"], "geen datum"),
        (["--again", "Volmagt"], "is geen partij"),
        (["--send", "--yes"], "mailserver"),
    ):
        uitkomst = geef("mail", *ronde, *woorden)
        assert uitkomst.exit_code == 2, uitkomst.output
        assert zin in uitkomst.stderr


def test_status_says_when_the_sheets_are_due_and_what_comes_next(
    sjabloon: Path, uitvoer: Path
) -> None:
    stand = status(RONDE, template=sjabloon, output=uitvoer, today=date(2027, 2, 13))
    assert stand.inleverdag == date(2027, 2, 15)
    assert [t.titel for t in stand.termijnen] == [
        "Invulblad evaluatie 2026 inleveren",
        "Uiterste dag: AO eerste kwartaal",
        "Uiterste dag: BO eerste kwartaal",
    ]
    document = json.loads(geef("status", *opties(sjabloon, uitvoer), "--json").stdout)
    assert document["inleverdag"] == "2027-02-15"
    assert len(document["termijnen"]) <= 3


def test_a_sheet_that_asks_to_confirm_something_goes_along(
    molendam: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is another one than when everything is asked."""
    monkeypatch.setattr(rounds, "to_confirm", lambda *_: frozenset({"A01-I1"}))
    generate(RONDE, template=molendam, output=tmp_path)
    gezegd = [b.code for m in mail(RONDE, template=molendam, output=tmp_path).mails
              for b in m.bevindingen]  # fmt: skip
    assert set(gezegd) == {catalogue.PARTIJ_ZONDER_ADRES.code}

"""One inbox of sixty mails, taken in again and again: one screen, with what asks on top."""

from __future__ import annotations

import mailbox
from email.message import EmailMessage
from pathlib import Path

import pytest
from adressen import adres
from attachments import PDF, PNG, mail
from click.testing import CliRunner
from invullen import RONDE, antwoorden, vul
from openpyxl import load_workbook

from kaderxl import collect, generate, remind, status
from kaderxl.cli import main
from kaderxl.core.kader import Kader

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("een_lezer")]

SCREEN = 45


def brief(code: str, nummer: int, bericht: EmailMessage) -> EmailMessage:
    """A mail of a partij, the how manieth of the inbox; they come a day after one another."""
    bericht.replace_header("From", adres(code) if len(code) <= 3 else code)
    bericht.replace_header("Message-ID", f"<{nummer}@inbox.example>")
    bericht.replace_header("Date", f"{1 + nummer // 3} Feb 2027 {nummer % 3 + 9}:00:00 +0100")
    return bericht


class Bladen:
    """The sheets as they were handed out."""

    def __init__(self, kader: Kader, uitvoer: Path) -> None:
        self.kader, self.map = kader, uitvoer / str(RONDE) / "invulbladen"

    def leeg(self, code: str) -> bytes:
        partij = self.kader.partij(code)
        assert partij is not None
        (bestand,) = self.map.glob(f"Invulblad {partij.naam} *.xlsx")
        return bestand.read_bytes()

    def vol(
        self, code: str, op: str = "2027-02-01T09:00:00Z", **anders: dict[str, object]
    ) -> bytes:
        gegeven = antwoorden(self.kader, code)
        gegeven |= {c.replace("_", "-"): rij for c, rij in anders.items()}
        return vul(self.leeg(code), gegeven, op=op)


def afwezig(bladen: Bladen, code: str) -> EmailMessage:
    bericht = mail(("Invulblad.xlsx", bladen.leeg(code)), subject="Afwezig", text="Ik ben weg.")
    bericht["Auto-Submitted"] = "auto-replied"
    return bericht


def onbestelbaar(aan: str) -> EmailMessage:
    return mail(subject="failure notice", text=f"<{aan}>:\n550 5.1.1 onbekend\n")


def inbox(bladen: Bladen) -> list[EmailMessage]:
    """De Volmacht answers well, Woonborg in words only, DD with a file that cannot be opened
    and then well, WZN by a link; AH WOON is not reached, GEM was unclear; the rest is noise."""
    fout = bladen.vol("GEM", A16_I1_M1={"Waarde": "ca. 12"})
    post: list[tuple[str, EmailMessage]] = [
        ("DV", mail(("dv.xlsx", bladen.vol("DV")), ("notulen.pdf", PDF))),
        ("WB", mail(text="Bij 1d is het 0 van 40, verder alles groen.\nGroet, W.")),
        ("DD", mail(("dd.xlsx", b"PK\x03\x04kapot"))),
        ("DD", mail(("dd.xlsx", bladen.vol("DD")))),
        ("WZN", mail(text="Blad.xlsx <https://wzn.sharepoint.com/:x:/s/a/E1>")),
        ("MAILER-DAEMON@mx.example", onbestelbaar(adres("AHW"))),
        ("GEM", mail(("gem.xlsx", fout))),
    ]
    post += [(code, afwezig(bladen, code)) for code in ("GEM", "DV", "WB", "WZN", "DD", "AHW")]
    post += [("DV", mail(("dv.xlsx", bladen.vol("DV")))) for _ in range(10)]
    post += [(f"jan{n}@elders.example", mail(text="Mooi weer.")) for n in range(20)]
    post += [(f"piet{n}@elders.example", mail(("foto.png", PNG))) for n in range(5)]
    while len(post) < 60:
        auto = mail(subject="Nieuwsbrief", text="Lees verder.")
        auto["Precedence"] = "bulk"
        post.append(("nieuws@elders.example", auto))
    return [brief(code, nummer, bericht) for nummer, (code, bericht) in enumerate(post)]


@pytest.fixture(scope="module")
def sjabloon(sjabloon: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Without the rules that ask after figures: those of the tests are made up."""
    boek = load_workbook(sjabloon)
    del boek["Regels"]
    boek.save(kaal := tmp_path_factory.mktemp("s") / "kaal.xlsx")
    return kaal


def schrijf(bestand: Path, post: list[EmailMessage]) -> None:
    bestand.unlink(missing_ok=True)
    postvak = mailbox.mbox(bestand)
    for bericht in post:
        postvak.add(mailbox.mboxMessage(bericht))
    postvak.close()


def scherm(bestand: Path, sjabloon: Path, uitvoer: Path, *erbij: str) -> tuple[int, list[str]]:
    """The exit code, and what it says under whose agreement it is."""
    opties = ["--year", "2026", "--template", str(sjabloon), "--output", str(uitvoer), *erbij]
    uitkomst = CliRunner().invoke(main, ["collect", str(bestand), *opties])
    assert uitkomst.exception is None or isinstance(uitkomst.exception, SystemExit), uitkomst.output
    van_wie, *regels = uitkomst.output.splitlines()
    assert van_wie.startswith("Gemeente Aa en Hunze: ")
    return uitkomst.exit_code, regels


def kopregels(regels: list[str]) -> list[str]:
    return [r for r in regels if r and not r.startswith(" ")]


def test_sixty_mails_are_one_screen(kader: Kader, sjabloon: Path, tmp_path: Path) -> None:
    bestand, uitvoer = tmp_path / "post.mbox", tmp_path / "output"
    generate(RONDE, template=sjabloon, output=uitvoer)
    bladen = Bladen(kader, uitvoer)
    post = inbox(bladen)
    schrijf(bestand, post)
    assert len(post) == 60

    code, eerst = scherm(bestand, sjabloon, uitvoer)
    assert code == 1
    assert len(eerst) <= SCREEN, "\n".join(eerst)
    tekst = "\n".join(eerst)
    for vraag in ("Woonborg schreef op", "SharePoint", "kwam niet aan", "ca. 12"):
        assert vraag in tekst
    plaats = [n for n, r in enumerate(eerst) if "fout" in r or "waarschuwing" in r]
    assert max(plaats) < min(n for n, r in enumerate(eerst) if "Niets te doen bij" in r)
    assert "kapot" not in tekst, "a refused file that was answered is done with"
    meldingen = [r for r in eerst if r.lstrip().startswith("melding")]
    assert not any("schreef" in r or "koppeling" in r for r in meldingen)

    code, weer = scherm(bestand, sjabloon, uitvoer)
    assert code == 1
    assert len(weer) < len(eerst)
    for vraag in ("Woonborg schreef op", "SharePoint", "kwam niet aan", "ca. 12"):
        assert any(vraag in r for r in weer), "what asks stays until it is answered"
    assert len(scherm(bestand, sjabloon, uitvoer, "--all")[1]) > 60

    # They are answered: by the partijen, by hand, and by another address.
    for nummer, van in enumerate(("WB", "WZN", "AHW", "GEM"), 75):
        blad = bladen.vol(van, op="2027-02-26T09:00:00Z")
        post.append(brief(van, nummer, mail(("blad.xlsx", blad))))
    schrijf(bestand, post)
    fotos = [r.rpartition("--done ")[2].rstrip(".") for r in weer if "een afbeelding" in r]
    assert len(fotos) == 5
    afgedaan = [deel for foto in fotos for deel in ("--done", foto)]
    code, klaar = scherm(bestand, sjabloon, uitvoer, *afgedaan, "--reason", "reclame")
    assert "reclame. Het staat in retour/post.csv" in klaar.pop(0)
    assert len(klaar) <= 15, "\n".join(klaar)
    assert code == 0, "\n".join(klaar)
    assert [r for r in kopregels(klaar) if "Niets te doen bij" in r]

    code, nog_eens = scherm(bestand, sjabloon, uitvoer)
    # Only that the gemeente answered one question in two ways is still to be looked at.
    assert (code, len(kopregels(nog_eens))) == (0, 4), "\n".join(nog_eens)
    assert "I382" in nog_eens[1]


def test_status_and_reminders_agree_with_the_inbox(
    kader: Kader, sjabloon: Path, tmp_path: Path
) -> None:
    uitvoer = tmp_path / "output"
    generate(RONDE, template=sjabloon, output=uitvoer)
    schrijf(tmp_path / "post.mbox", inbox(Bladen(kader, uitvoer)))
    collect(RONDE, [tmp_path / "post.mbox"], template=sjabloon, output=uitvoer)
    stand = status(RONDE, template=sjabloon, output=uitvoer)
    stil = {p.partij.code for p in stand.partijen if not p.ontvangen and not p.post}
    assert stil == set(), "everybody wrote, or could not be reached"
    herinnerd = remind(RONDE, template=sjabloon, output=uitvoer)
    assert {m.partij.code for m in herinnerd.mails if m.bestand} == {"GEM"}, "it is not complete"

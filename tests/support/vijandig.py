"""Hostile text in every field there is: which fields those are is asked of what holds them.

Of a template each column of each sheet, as far as `check` takes it; of a sheet that went out, and
of a matrix, each cell that is not locked. So a field that is added is tried as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles.numbers import is_date_format
from openpyxl.worksheet.worksheet import Worksheet

from kaderxl import Ernst, NietUitgevoerd, check
from kaderxl.archives.papers import lees_archiefgegevens

FORMULE = '=HYPERLINK("http://kwaad.example","x");"=1+1" <script>alert(1)</script> {partij} %s &lt;'
"""What a template may hold: no sign in it steers."""


def zet_tekst(cel: Cell, tekst: str) -> None:
    """A text that begins as a formula, and is none."""
    cel.value = tekst
    cel.data_type = "s"


def vijandig_sjabloon(sjabloon: Path) -> list[tuple[str, str]]:
    """Change it where it stands; the (sheet, column) pairs that hold hostile text from then on."""
    gelukt = []
    for blad, kolom in kolommen_van(sjabloon):
        eerst = sjabloon.read_bytes()
        for vorm in (FORMULE + " {}", "{} " + FORMULE):
            if _probeer(sjabloon, blad, kolom, vorm):
                gelukt.append((blad, str(kolom)))
                break
            sjabloon.write_bytes(eerst)
    return gelukt


def kolommen_van(sjabloon: Path) -> list[tuple[str, int]]:
    boek = load_workbook(sjabloon)
    return [(blad.title, k) for blad in boek.worksheets for k in range(1, blad.max_column + 1)]


def _gezegd(sjabloon: Path) -> tuple[int, int]:
    """How many fouten `check` finds, and how many findings."""
    bevindingen = check(sjabloon).bevindingen
    return sum(b.ernst is Ernst.FOUT for b in bevindingen), len(bevindingen)


def _probeer(sjabloon: Path, blad: str, kolom: int, vorm: str) -> bool:
    """Whether `check` says no more of a template with such text in a column, of Instellingen in a
    row: a name it knows, a choice from a list and an address are no fields for text."""
    boek = load_workbook(sjabloon)
    cellen = [rij[kolom - 1] for rij in boek[blad].iter_rows(min_row=2) if len(rij) >= kolom]
    teksten = [c for c in cellen if isinstance(c, Cell) and isinstance(c.value, str) and c.value]
    if not teksten:
        return False
    goed, eerst = False, _gezegd(sjabloon)
    groepen = [[c] for c in teksten] if blad == "Instellingen" else [teksten]
    for groep in groepen:
        was = [c.value for c in groep]
        for cel in groep:
            zet_tekst(cel, vorm.replace("{}", str(cel.value), 1))
        boek.save(sjabloon)
        nu = _gezegd(sjabloon)
        if any(n > e for n, e in zip(nu, eerst, strict=True)) or not _archiveert(sjabloon):
            for cel, waarde in zip(groep, was, strict=True):
                cel.value = waarde
            boek.save(sjabloon)
        else:
            goed = True
    return goed


def _archiveert(sjabloon: Path) -> bool:
    kader = check(sjabloon).kader
    try:
        return kader is not None and bool(lees_archiefgegevens(kader, sjabloon.name))
    except NietUitgevoerd:
        return False


def open_cellen(boek: Workbook) -> Iterator[Cell]:
    """The cells that somebody may fill in: those that are not locked, on a sheet that is."""
    for blad in boek.worksheets:
        if not blad.protection.sheet:
            continue
        for rij in blad.iter_rows():
            yield from (c for c in rij if isinstance(c, Cell) and not c.protection.locked)


def vul_alles(bestand: Path, tekst: str, *, keuzes: bool = True) -> int:
    """That text in every cell that somebody may fill in, a note on each tenth; how many there are.

    Without `keuzes` only where any text is good, and nothing stands yet.
    """
    boek = load_workbook(bestand)
    cellen = [c for c in open_cellen(boek) if keuzes or (c.value is None and not _is_keuze(c))]
    for nummer, cel in enumerate(cellen):
        zet_tekst(cel, tekst)
        if nummer % 10 == 0:
            cel.comment = Comment(tekst, tekst[:50])
    boek.save(bestand)
    return len(cellen)


def _is_keuze(cel: Cell) -> bool:
    """Whether a word from a list is asked there, or a day."""
    assert isinstance(cel.parent, Worksheet)
    regels = cel.parent.data_validations.dataValidation
    kiest = any(cel.coordinate in regel.sqref for regel in regels)
    return kiest or bool(is_date_format(cel.number_format))


def brief(blad: bytes, tekst: str, naam: str, adres: str) -> bytes:
    """A mail with a sheet, and that text wherever its sender may write."""
    mail = EmailMessage()
    plat = "".join(t for t in tekst if t.isascii() and t.isprintable())
    mail["From"] = f'"{plat[:60].replace(chr(34), "").replace(chr(92), "")}" <{adres}>'
    mail["To"] = "wonen@gemeente.example"
    mail["Subject"] = plat
    mail["Message-ID"] = "<1@kwaad.example>"
    mail["Date"] = "Mon, 1 Mar 2027 09:00:00 +0100"
    mail.set_content(tekst.replace("\r\n", "\n"))
    mail.add_attachment(blad, maintype="application", subtype="octet-stream", filename=naam)
    return bytes(mail)

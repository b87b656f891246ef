"""The drafts on one page, for who sends them from a program that takes no .eml.

New Outlook and webmail do not open a draft from a file. The page has what they need: the address,
the subject, the text to copy as it looks, and the file to attach. It asks nothing of any network.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from html import escape
from itertools import count
from pathlib import Path
from urllib.parse import quote

from ..core.notation import lees_datum, schrijf_datum
from .body import fragment
from .waiting import AKKOORD, HERINNERING, INVULBLAD, ONTVANGST, Waiting, of_kind

_LONGEST_LINK = 1_900  # Windows hands no longer one to a mail program
_SCRIPT = """
document.querySelectorAll("button[data-tekst]").forEach(function (knop) {
  knop.hidden = false;
  knop.addEventListener("click", function () {
    var keuze = getSelection(), bereik = document.createRange();
    bereik.selectNodeContents(document.getElementById(knop.dataset.tekst));
    keuze.removeAllRanges();
    keuze.addRange(bereik);
    var gelukt = document.execCommand("copy");
    if (gelukt) { keuze.removeAllRanges(); }
    knop.nextElementSibling.textContent = gelukt
      ? "Gekopieerd. Plak het in uw mail."
      : "De tekst is geselecteerd. Kopieer haar met Ctrl-C.";
  });
});
"""
_STYLE = """
body { font-family: Calibri, Arial, sans-serif; font-size: 12pt; color: #1a1a1a; max-width: 52em;
  margin: 2em auto; padding: 0 1em; line-height: 1.4; }
h2, h3 { border-top: 2px solid #003d33; padding-top: 1em; margin-top: 2em; }
dt { font-weight: bold; float: left; clear: left; width: 8em; } dd { margin: 0 0 .3em 8em; }
a { color: #004b8d; } a:focus, button:focus { outline: 3px solid #b35900; outline-offset: 2px; }
button { font: inherit; padding: .3em .8em; border: 1px solid #003d33; background: #003d33;
  color: #fff; }
.tekst { border: 1px solid #767676; padding: .5em 1em; margin-top: .8em; overflow-x: auto; }
body { overflow-wrap: anywhere; }
@media (max-width: 40em) { dt { float: none; } dd { margin-left: 0; } }
"""


_REMIND = " --remind"
_KINDS = {
    INVULBLAD: ("Mails met een invulblad", ""),
    AKKOORD: ("Mails om akkoord te vragen", " --agree"),
    HERINNERING: ("Herinneringen", _REMIND),
    ONTVANGST: ("Ontvangstbevestigingen", " --receipts"),
}


def day_on(page: Path) -> date | None:
    """The day that the reminders on a page were reckoned with; None when it was that day itself."""
    text = page.read_text("utf-8", errors="replace") if page.is_file() else ""
    found = re.search(rf"{_REMIND} --date ([\d-]+)", text)
    return lees_datum(found[1]) if found else None


def write_drafts_page(
    drafts: Sequence[Waiting], options: str, reminded: date | None = None
) -> bytes:
    """One page of HTML in the folder of the drafts, by kind, with the command that notes each kind.

    `options` are those that name the ronde and its places to a command, and `reminded` is the day
    that the reminders were reckoned with, where it was named. The same drafts give the same bytes.
    """
    digest = base64.b64encode(sha256(_SCRIPT.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    title = f"Mails: {len(drafts)} te versturen"
    numbers = count(1)
    kinds = ((kind, of_kind(drafts, kind)) for kind in _KINDS)
    day = f" --date {schrijf_datum(reminded)}" if reminded else ""
    parts = "\n".join(
        _part(kind, those, options, day if kind == HERINNERING else "", numbers)
        for kind, those in kinds
        if those
    )
    return (
        '<!DOCTYPE html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<main>\n<h1>{escape(title)}</h1>\n"
        "<p>Voor wie mailt met een programma dat geen concepten opent, zoals de nieuwe Outlook of "
        "een webmail. Per mail: klik op het adres, kopieer de tekst, plak haar, voeg het bestand "
        'toe. Alle bestanden staan in <a href="./">deze map</a>.</p>\n'
        f"{parts}\n</main>\n<script>{_SCRIPT}</script>\n</body>\n</html>\n"
    ).encode()


def _part(
    kind: str, drafts: Sequence[Waiting], options: str, day: str, numbers: Iterator[int]
) -> str:
    """The drafts of one kind, and how to say that they were sent."""
    what, option = _KINDS[kind]
    command = escape(f"kaderxl mail {options}{option}{day}")
    letters = "\n".join(_draft(next(numbers), draft) for draft in drafts)
    return (
        f"<h2>{what}: {len(drafts)}</h2>\n<p>Alle verstuurd? Geef dan "
        f"<code>{command} --sent-all</code>. Een ervan? Dan "
        f"<code>{command} --sent PARTIJ</code>, met de naam van de partij.</p>\n{letters}"
    )


def _draft(number: int, draft: Waiting) -> str:
    id_ = f"tekst-{number}"
    rows = [("Aan", f'<a href="{escape(_mailto(draft))}">{escape(draft.address)}</a>')]
    if draft.cc:
        rows.append(("Cc", escape(", ".join(draft.cc))))
    rows.append(("Onderwerp", escape(draft.subject)))
    rows += [
        ("Bijlage", f'<a href="{escape(quote(name))}">{escape(name)}</a>')
        for name in draft.attachments
    ]
    about = "".join(f"<dt>{name}</dt><dd>{content}</dd>\n" for name, content in rows)
    return (
        f"<h3>{escape(draft.naam)}</h3>\n<dl>\n{about}</dl>\n"
        f'<button type="button" data-tekst="{id_}" hidden>Kopieer de tekst voor '
        f'{escape(draft.naam)}</button> <span role="status"></span>\n'
        f'<div class="tekst" id="{id_}">\n{fragment(draft.html)}\n</div>'
    )


def _mailto(draft: Waiting) -> str:
    """A link that opens a new mail; with its text where that is short enough for every system."""
    fields = {"subject": draft.subject}
    if draft.cc:
        fields["cc"] = ",".join(draft.cc)
    to = quote(draft.address.replace(", ", ","), safe="@,")
    start = f"mailto:{to}?"
    short = start + _query(fields)
    whole = start + _query(fields | {"body": draft.text.replace("\n", "\r\n")})
    return whole if len(whole) <= _LONGEST_LINK else short


def _query(fields: dict[str, str]) -> str:
    return "&".join(f"{name}={quote(text, safe='@,')}" for name, text in fields.items())

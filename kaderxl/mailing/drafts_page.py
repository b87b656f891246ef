"""The drafts on one page, for who sends them from a program that takes no .eml.

New Outlook and webmail do not open a draft from a file. The page has what they need: the address,
the subject, the text to copy as it looks, and the file to attach. It asks nothing of any network.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from hashlib import sha256
from html import escape
from urllib.parse import quote

from ..core.kader import Mailsoort
from .body import fragment
from .drafts import Concept

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
h2 { border-top: 2px solid #003d33; padding-top: 1em; margin-top: 2em; }
dt { font-weight: bold; float: left; clear: left; width: 8em; } dd { margin: 0 0 .3em 8em; }
a { color: #004b8d; } a:focus, button:focus { outline: 3px solid #b35900; outline-offset: 2px; }
button { font: inherit; padding: .3em .8em; border: 1px solid #003d33; background: #003d33;
  color: #fff; }
.tekst { border: 1px solid #767676; padding: .5em 1em; margin-top: .8em; overflow-x: auto; }
body { overflow-wrap: anywhere; }
@media (max-width: 40em) { dt { float: none; } dd { margin-left: 0; } }
"""


_KINDS = {
    Mailsoort.INVULBLAD: ("Mails met een invulblad", ""),
    Mailsoort.ONTVANGST: ("Ontvangstbevestigingen", " --receipts"),
}
_REMINDERS = ("Herinneringen", " --remind")


def write_drafts_page(drafts: Sequence[Concept]) -> bytes:
    """One page of HTML in the folder of the drafts, which are all of one kind.

    The same drafts give the same bytes.
    """
    digest = base64.b64encode(sha256(_SCRIPT.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    what, option = _KINDS.get(drafts[0].soort, _REMINDERS)
    title = f"{what}: {len(drafts)} te versturen"
    letters = "\n".join(_draft(number, draft) for number, draft in enumerate(drafts, 1))
    return (
        '<!DOCTYPE html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<main>\n<h1>{escape(title)}</h1>\n"
        "<p>Voor wie mailt met een programma dat geen concepten opent, zoals de nieuwe Outlook of "
        "een webmail. Per mail: klik op het adres, kopieer de tekst, plak haar, voeg het bestand "
        'toe. Alle bestanden staan in <a href="./">deze map</a>. Verstuurd? Geef dan '
        f"<code>kaderxl mail{option} --sent</code> met de partij, of <code>--sent-all</code>.</p>\n"
        f"{letters}\n</main>\n<script>{_SCRIPT}</script>\n</body>\n</html>\n"
    ).encode()


def _draft(number: int, draft: Concept) -> str:
    id_ = f"tekst-{number}"
    rows = [("Aan", f'<a href="{escape(_mailto(draft))}">{escape(draft.partij.email)}</a>')]
    if draft.instellingen.cc:
        rows.append(("Cc", escape(", ".join(draft.instellingen.cc))))
    rows.append(("Onderwerp", escape(draft.onderwerp)))
    rows += [
        ("Bijlage", f'<a href="{escape(quote(b.naam))}">{escape(b.naam)}</a>')
        for b in draft.bijlagen
    ]
    about = "".join(f"<dt>{name}</dt><dd>{content}</dd>\n" for name, content in rows)
    return (
        f"<h2>{escape(draft.partij.naam)}</h2>\n<dl>\n{about}</dl>\n"
        f'<button type="button" data-tekst="{id_}" hidden>Kopieer de tekst voor '
        f'{escape(draft.partij.naam)}</button> <span role="status"></span>\n'
        f'<div class="tekst" id="{id_}">\n{fragment(draft.html)}\n</div>'
    )


def _mailto(draft: Concept) -> str:
    """A link that opens a new mail; with its text where that is short enough for every system."""
    fields = {"subject": draft.onderwerp}
    if draft.instellingen.cc:
        fields["cc"] = ",".join(draft.instellingen.cc)
    start = f"mailto:{quote(draft.partij.email, safe='@')}?"
    short = start + _query(fields)
    whole = start + _query(fields | {"body": draft.tekst.replace("\n", "\r\n")})
    return whole if len(whole) <= _LONGEST_LINK else short


def _query(fields: dict[str, str]) -> str:
    return "&".join(f"{name}={quote(text, safe='@,')}" for name, text in fields.items())

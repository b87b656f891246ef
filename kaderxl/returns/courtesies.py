"""Whether the text of a mail says something, or only that there is a sheet.

What cannot be known for a courtesy says something: nothing that somebody wrote is passed over for
being short. A text after the greeting counts, and so does a postscript after the closing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

_GREETING = re.compile(
    r"\s*(?:beste|geachte|hallo|hoi|dag|goede(?:morgen|middag|navond|ndag)|hi|lieve|l\.s\.|ls\b)"
    r"(?:[ \t]+[^\s,.!]+\.?){0,6}?\s*(?:[,!]|$)\s*",
    re.I,
)
_CLOSING = re.compile(
    r"\s*(?:(?:met )?(?:een )?(?:heel )?(?:vriendelijke|hartelijke|beste|warme|sportieve|zonnige)?"
    r" ?gr(?:oet|oeten|oetjes|t)?\b\.?(?= *(?:[,!.]|$|van\b|en\b|[A-Z]))|mvg\b|m\.v\.g|vr\.? ?gr"
    r"|hgr\b|hoogachtend|-- ?$|verzonden (?:vanaf|vanuit|met)|verstuurd (?:vanaf|vanuit|met)"
    r"|sent from|(?:kind|best) regards|outlook voor|get outlook)",
    re.I,
)
_POSTSCRIPT = re.compile(r"\s*p\.?\s?s\.?\b[.:]?", re.I)
_CONTACT = re.compile(r"@|www\.|https?:|\+31|\b0\d{1,3}[- ]?\d{6,8}\b|\b\d{4} ?[A-Z]{2}\b|\bKvK\b")
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_SENTENCE = re.compile(r"[.!?;:,]+(?:\s+|$)|\n+")

# A sentence of these words alone only says that there is a sheet.
_SHEET = set(
    """zie hierbij hier in bij bijlage bijlagen het een en van voor aan op ik wij we u je jullie
    uw ons onze mijn stuur sturen stuurde zend zenden doe doen ontvang ontvangt ontvangen vind vindt
    tref treft vinden bijgaand bijgevoegd toegevoegd gevoegd ingevuld ingevulde invulblad
    invulbladen blad formulier bestand bestandje excel excelbestand exceltabel tabel herstelblad
    nogmaals weer hiermee toekomen ga gaat namens
    terug retour zoals gevraagd afgesproken toegezegd beloofd gewenst dank bedankt dankjewel alvast
    vast graag gedaan is zijn was mail e-mail nog eens even ook hopelijk voldoende zo te
    hebben geïnformeerd monitoring monitoringstabel prestatieafspraken evaluatie tussenstand
    gemeente met over dit deze die dat er nu verbeterde verbeterd aangepaste aangepast
    versie nieuwe definitieve definitief per vandaag bij deze hoi""".split()
)
# A sentence that begins so, and has no other words than these and those above, is a courtesy.
_COURTESIES = tuple(
    (re.compile(rf"(?:{begin})\b"), set(words.split()))
    for begin, words in (
        (
            r"mocht(?:en)?|als|indien|bij|heeft u|hebt u|heb je|hebben jullie|zijn er|ik hoor|wij"
            r" horen|we horen|hoor|laat|dan|(?:neem|bel|mail) gerust",
            """mocht mochten als indien heeft hebt heb vragen vraag opmerkingen dan hoor horen laat
            weten of alles goed aangekomen gelukt ontbreekt mist iets nodig meer onduidelijk verder
            gerust contact opnemen neem mij me bel bellen mailen kunt kun kan bereikbaar telefonisch
            maar wel hoort""",
        ),
        (
            "sorry|excuses|onze excuses|mijn excuses",
            """sorry excuses wat later late laat reactie vertraging duurde geworden iets lang""",
        ),
        (
            "dank|bedankt|hartelijk dank|veel dank|dankjewel|alvast",
            """hartelijk veel herinnering geduld moeite hulp tijd wel""",
        ),
        (
            "(?:een |nog een )?(?:fijne?|goede?|prettige?|mooie?|leuke?)",
            """fijn fijne goed goede prettig prettige mooi mooie leuk leuke dag week weekend avond
            middag vakantie feestdagen kerst kerstdagen zomer verder allemaal toegewenst
            jaarwisseling""",
        ),
        ("succes|veel succes", "succes veel ermee verwerking verwerken verder alles"),
        (
            "tot",
            """tot ziens horens dan snel gauw volgende week morgen later maandag dinsdag woensdag
            donderdag vrijdag""",
        ),
        (
            "ik hoop|wij hopen|we hopen|hopelijk|ik vertrouw|wij vertrouwen",
            """hoop hopen vertrouw vertrouwen goede orde genoeg hiermee erop goed alles kunt zijn
            hebt heeft""",
        ),
        ("graag", "bevestiging ontvangst ontvangstbevestiging bevestigen"),
    )
)


def says_something(text: str, known: Iterable[str] = ()) -> bool:
    """Whether a text beside a sheet says more than that the sheet is there.

    `known` are texts whose words say nothing new: the names of the partijen, the address it is
    from.
    """
    names = frozenset(word for each in known for word in _words(each.replace("@", " ")))
    return any(not _is_courtesy(s, names) for s in _SENTENCE.split(body(text)))


def body(text: str) -> str:
    """The text without greeting, closing and signature."""
    return "\n".join(_without_signature([*_lines(text)])).strip()


def _lines(text: str) -> Iterator[str]:
    closed = False
    for line in text.split("\n"):
        closed = (closed or _CLOSING.match(line) is not None) and not _POSTSCRIPT.match(line)
        if not closed:
            greeting = _GREETING.match(line)
            yield line[greeting.end() :] if greeting else line


def _without_signature(lines: list[str]) -> list[str]:
    """Without a last paragraph of loose lines with a telephone number or an address in it."""
    while lines and not lines[-1].strip():
        lines.pop()
    start = max((n for n, line in enumerate(lines) if not line.strip()), default=-1) + 1
    last = lines[start:]
    loose = all(len(line) <= 60 and not re.search(r"[.?!]\s*$", line) for line in last)
    reach = any(map(_CONTACT.search, last))
    return lines[:start] if start > 0 and loose and reach else lines


@lru_cache(maxsize=256)
def _words(text: str) -> tuple[str, ...]:
    return tuple(
        part for word in _WORD.findall(text.lower()) for part in {word, *re.split("[-.]", word)}
    )


def _is_courtesy(sentence: str, names: frozenset[str]) -> bool:
    words = [w for w in _WORD.findall(sentence.lower()) if w not in names and not _is_year(w)]
    if not any(word not in _SHEET for word in words):
        return True
    bare = " ".join(words)
    return any(
        begin.match(bare) and not any(w not in _SHEET and w not in more for w in words)
        for begin, more in _COURTESIES
    )


def _is_year(word: str) -> bool:
    return re.fullmatch(r"20\d\d", word) is not None

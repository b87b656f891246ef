"""What systems and programs leave beside files, and nobody put there: known by its name alone."""

from __future__ import annotations

import re
import unicodedata

SLOT = "een slotbestand van een geopend werkboek"
HULP = "een hulpbestand van het systeem"

_NAMEN = {
    ".ds_store",
    "thumbs.db",
    "ehthumbs.db",
    "ehthumbs_vista.db",
    "desktop.ini",
    "icon\r",
    ".owncloudsync.log",
    ".directory",
}
_VORMEN = re.compile(
    r"""\._.+                                   # what macOS keeps of a file beside it
    | .*(?:\.|:|\uf03a)zone\.identifier          # where Windows says that it came from the internet
    | ~wr[a-z]\d+\.tmp                           # Word and Outlook while they write
    | \.(?:_)?sync_[0-9a-f]+\.db(?:-(?:wal|shm|journal))?  # Nextcloud and ownCloud
    | \.csync_journal\.db.*
    | \.~lock\..+
    | ~\$.+""",
    re.VERBOSE | re.IGNORECASE,
)


def litter(pad: str) -> str:
    """What such a file is, by its name and the folders it is in; "" for any other."""
    *mappen, naam = pad.split("/")
    if naam.startswith(("~$", ".~")):
        return SLOT
    known = naam.lower() in _NAMEN or _VORMEN.fullmatch(naam) or "__MACOSX" in mappen
    return HULP if known else ""


def same_name(pad: str) -> str:
    """A path as it is compared: a copy over a Mac writes its accents in another form."""
    return unicodedata.normalize("NFC", pad)

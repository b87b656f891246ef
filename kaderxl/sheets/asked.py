"""An input sheet as the one who has to answer it has it: its questions, their cells, and what each
of these lets in. No template is needed: all of it stands on the sheet."""

from __future__ import annotations

from base64 import b32encode
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from ..core import labels as l, phrases as say
from ..core.identity import Kenmerk
from ..core.notation import plat
from ..reading import Place, Value

_LANGSTE_CODE = 9
Sleutel = tuple[object, ...]
"""What makes two questions the same; a question that is like no other has its sheet in it."""


@dataclass(frozen=True, slots=True)
class Toegelaten:
    """What a cell lets in: `soort` is list, whole, decimal or date, "" for anything.

    `grenzen` are numbers, with what is compared in `vergelijk`, in the words of the file. A list
    has `woorden`, or others for each word of the beoordeling in the same row (`per_kleur`), the
    last of which is for any other (""). `streng` when nothing else can be typed.
    """

    soort: str = ""
    vergelijk: str = "between"
    grenzen: tuple[float, ...] = ()
    woorden: tuple[str, ...] = ()
    per_kleur: tuple[tuple[str, tuple[str, ...]], ...] = ()
    streng: bool = False
    kop: str = ""
    raad: str = ""

    @property
    def sleutel(self) -> Sleutel:
        """What it comes to, however it is said; the days that are let in go by the agreement."""
        grenzen = () if self.soort == "date" else (self.vergelijk, self.grenzen)
        per_kleur = tuple((plat(k), tuple(map(plat, w))) for k, w in self.per_kleur)
        return self.soort, grenzen, tuple(map(plat, self.woorden)), per_kleur


@dataclass(frozen=True, slots=True)
class Antwoordcel:
    """A cell to answer in: which sort of answer (Waarde, Reden …), where, and what is in it."""

    kolom: str
    plaats: Place
    waarde: Value
    toegelaten: Toegelaten = Toegelaten()


@dataclass(frozen=True, slots=True)
class Gevraagd:
    """A question as it is printed, with the lines below it, and its cells.

    Of a meetwaarde `onder` is the question of its indicator. With `eigen` it is about something of
    this one sheet, such as a voorzet, whatever the words are. `landelijk` is its name among
    municipalities, or the one that others give these words.
    """

    code: str
    vraag: str
    eenheid: str
    eronder: tuple[str, ...]
    cellen: tuple[Antwoordcel, ...]
    onder: str = ""
    eigen: bool = False
    landelijk: str = ""

    @property
    def sleutel(self) -> Sleutel:
        """Its landelijke code, else its words; and in both cases its unit and kind."""
        return (l.LANDELIJK, self.landelijk, *self._soort) if self.landelijk else self.woorden

    @property
    def woorden(self) -> Sleutel:
        return plat(self.onder), plat(self.vraag), *self._soort

    @property
    def _soort(self) -> Sleutel:
        return plat(self.eenheid), tuple((c.kolom, c.toegelaten.sleutel) for c in self.cellen)


@dataclass(frozen=True, slots=True)
class Vraagblad:
    """One input sheet: whose it is, what it asks, and the file itself.

    `kader` is the title of the agreement, `partij` the name on it; `blad` is the sheet in the
    workbook that has the questions, and `berekend` where formulas of ours stand on it.
    """

    naam: str
    kenmerk: Kenmerk
    kader: str
    partij: str
    fictief: bool
    blad: str
    vragen: tuple[Gevraagd, ...]
    data: bytes = field(repr=False)
    berekend: frozenset[Place] = frozenset()

    @property
    def van(self) -> str:
        """`Woonafspraken Molendam, evaluatie 2026`."""
        return f"{self.kader}, {say.naam_van(self.kenmerk.ronde)}"

    @property
    def afdruk(self) -> str:
        """What tells this sheet, with the answers that are in it, from any other: twelve digits."""
        vragen = [
            (v.code, v.sleutel, *((c.kolom, str(c.waarde)) for c in v.cellen)) for v in self.vragen
        ]
        return merk(vragen)

    @property
    def gevraagd(self) -> int:
        """How many cells there are to answer in."""
        return sum(len(vraag.cellen) for vraag in self.vragen)

    def sleutels(self) -> Iterator[tuple[Sleutel, Gevraagd]]:
        """Each question with what makes it the same as that of another sheet; what this one asks
        twice in the same words is like no other."""
        keren = Counter(vraag.sleutel for vraag in self.vragen)
        for vraag in self.vragen:
            alleen = vraag.eigen or keren[vraag.sleutel] > 1
            yield (str(self.kenmerk), vraag.code) if alleen else vraag.sleutel, vraag


def merk(wat: object) -> str:
    """What tells this from anything else: twelve digits."""
    return sha256(repr(wat).encode()).hexdigest()[:12]


def rijcode(sleutel: Sleutel, kolom: str) -> str:
    """The code of a row in the bundle: it follows from what is asked, and from nothing else."""
    tekens = b32encode(sha256(repr((sleutel, kolom)).encode()).digest()).decode()
    return f"B{tekens[: _LANGSTE_CODE - 1]}"


def rijcodes(blad: Vraagblad) -> Mapping[str, Antwoordcel]:
    """The cells of a sheet by the code of their row in a bundle."""
    return {
        rijcode(sleutel, cel.kolom): cel
        for sleutel, vraag in blad.sleutels()
        for cel in vraag.cellen
    }

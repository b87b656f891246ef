"""The sheets of a matrix on which people write, found by their headers wherever they were moved.

Of every kind one is read, whatever copies there are of it; `copied_sheets` says which.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..core import labels as l
from ..core.consensus import stemregels
from ..core.kader import Kader
from ..core.own_names import EigenNamen
from ..core.rounds import Bevinding, Plek
from ..reading import Document, Sheet
from ..reading.tables import Cel, Tabel, vind_tabel
from .belongs import day_on
from .copied_sheets import (
    Blad,
    Inhoud,
    Keuze,
    Rij,
    blad_van,
    kies,
    maak_blad,
    zeg,
    zonder_botsingen,
)
from .settled import DAGEN
from .sheets.layout import columns_of

_NODIG = {
    l.BESLUITENLIJST: (l.NR, l.BESLUIT, l.NOG_TE_DOEN),
    l.MONITORINGSTABEL: (l.CODE, l.BESLUIT),
    l.VERSCHILLEN: (l.CODE, l.BESLUIT_AO),
    l.FOCUSPUNTEN: (l.NR, l.ACTIE),
    l.BESLUITVORMING: (l.NR, l.MODERATOR),
    l.JAARPROGRAMMA: (l.NR, l.TREKKER),
    l.WIJZIGINGEN: (l.NR, l.SOORT_WIJZIGING),
    l.STEMMINGEN: (l.NR, l.WIE_MODEREERT),
    l.GRONDSLAG: (l.CODE, l.TOEN),
}
_OF = {l.BESLUITVORMING: (l.NR, l.VANAF), l.STEMMINGEN: (l.NR, l.OVERLEG_TOT)}
"""What is enough too: where nobody leads the talk, or is called otherwise."""
_GEDRUKT = (l.AFSPRAAK, "Indicator", l.NR)
BESLUIT_KOPPEN = (l.BESLUIT, l.BESLUIT_REDEN, l.DATUM_BO)
"""What is said of a besluit together: never from two sheets."""
_OOK_GELEZEN = {
    l.BESLUITENLIJST: (l.AFSPRAAK,),
    l.MONITORINGSTABEL: (*_GEDRUKT, l.VOORTGANG, *BESLUIT_KOPPEN),
    l.VERSCHILLEN: _GEDRUKT,
    l.FOCUSPUNTEN: (l.AFSPRAAK, l.VOORTGANG),
    l.BESLUITVORMING: (l.AFSPRAAK, l.VOORTGANG),
    l.JAARPROGRAMMA: (l.AFSPRAAK, l.VOORTGANG),
    l.GRONDSLAG: ("Partij", l.TOEN, l.NU, l.TOEN_BESLUIT),
}
"""The columns that are read besides those that people fill in."""
_SLEUTEL = {l.GRONDSLAG: (l.CODE, "Partij")}  # else the first of the headers that are needed
_GEEN_RIJ: Rij = ("", 0)
_LEEG = Cel(None, "")


@dataclass(frozen=True, slots=True)
class Bladen:
    """The sheets that are read, by kind, and the cells with a day of the BO, by their label.

    `teksten` has what people wrote on any copy of them.
    """

    tabellen: Mapping[str, Tabel] = field(default_factory=dict)
    dagen: Mapping[str, tuple[Cel, Plek]] = field(default_factory=dict)
    bevindingen: tuple[Bevinding, ...] = ()
    teksten: frozenset[str] = frozenset()

    @property
    def besluitblad(self) -> str:
        """The sheet on which the besluiten are filled in."""
        return _besluitblad(self.tabellen)


@dataclass(frozen=True, slots=True)
class Geschreven:
    """What kaderxl knows of the matrix that a workbook was made from.

    `eerder` gives the matrices it was before, and what was handed in on it; it is asked for only
    where copies differ.
    """

    huidig: Bladen
    eerder: Callable[[], Sequence[Document]]


def find_sheets(
    bestand: str,
    document: Document,
    kader: Kader,
    bewaard: str,
    geschreven: Geschreven | None = None,
) -> Bladen:
    """One sheet of every kind that is there.

    What copies of it contradict each other in is as in `geschreven`, empty without that, and a
    finding. `bewaard` is the file in which every copy stays.
    """
    return _Zoeker(bestand, kader, bewaard, geschreven).vind(document)


def kinds_of(sheet: Sheet, namen: EigenNamen) -> frozenset[str]:
    """Which of the sheets that are read this one is: by the headers of its table, or the label."""
    tabellen = {naam for naam, nodig in _NODIG.items() if _tabel_in("", sheet, nodig, naam, namen)}
    heeft_label = day_on(sheet, namen.zeg(l.VASTGESTELD_IN)) is not None
    return frozenset(tabellen | ({l.VASTGESTELD_IN} if heeft_label else set()))


def _tabel_in(
    bestand: str, sheet: Sheet, koppen: Sequence[str], naam: str, namen: EigenNamen
) -> Tabel | None:
    """The table of a kind on a sheet, whose columns go by our headers."""
    eigen = {kop: namen.zeg(kop) for kop in l.KOPPEN_OVERLEG}
    ons = {kop: onze for onze, kop in eigen.items()}
    for nodig in filter(None, (_NODIG[naam], _OF.get(naam))):
        alle, minstens = ([eigen.get(k, k) for k in rij] for rij in ((*koppen, *nodig), nodig))
        if tabel := vind_tabel(bestand, sheet, alle, minstens):
            return replace(tabel, kolommen={ons.get(k, k): n for k, n in tabel.kolommen.items()})
    return None


def _besluitblad(bladen: Collection[str]) -> str:
    """Before there was a Besluitenlijst a besluit was filled in on the table itself."""
    return l.BESLUITENLIJST if l.BESLUITENLIJST in bladen else l.MONITORINGSTABEL


def input_headers(kader: Kader, blad: str, besluitblad: str) -> list[str]:
    """The headers over what people fill in on a kind of sheet."""
    kolommen = columns_of(kader.stoplicht, kader.partijen).get(blad, ())
    van_toen = BESLUIT_KOPPEN if blad == besluitblad == l.MONITORINGSTABEL else ()
    return [*(kolom.titel for kolom in kolommen if kolom.invoer), *van_toen]


def is_merk(eerste_code: str, kolom: str, tekst: str) -> bool:
    """Whether kaderxl itself put a text on a later row of the afspraak that begins with a code."""
    if kolom == l.BESLUIT:
        return tekst == f"zie {eerste_code}"
    return kolom in (l.BESLUIT_REDEN, l.DATUM_BO) and tekst == l.NIET_GEVRAAGD


@dataclass(slots=True)
class _Zoeker:
    bestand: str
    kader: Kader
    bewaard: str
    geschreven: Geschreven | None
    bevindingen: list[Bevinding] = field(default_factory=list)
    teksten: set[str] = field(default_factory=set)
    besluitblad: str = l.MONITORINGSTABEL

    def vind(self, document: Document) -> Bladen:
        lijsten = self._tabellen(l.BESLUITENLIJST, document)
        self.besluitblad = _besluitblad([l.BESLUITENLIJST] if lijsten else [])
        tabellen = {
            naam: self._een_van(naam, gevonden)
            for naam in _NODIG
            if (gevonden := self._tabellen(naam, document))
        }
        dagen = {
            label: self._dag(label, bladen)
            for label in DAGEN.values()
            if (bladen := self._datums(document, label))
        }
        return Bladen(tabellen, dagen, tuple(self.bevindingen), frozenset(self.teksten))

    # -- tables ----------------------------------------------------------------------------

    def _tabellen(self, naam: str, document: Document) -> list[Tabel]:
        nodig = _NODIG[naam]
        regels = stemregels(self.kader.instellingen)
        ons = {regels.kop_ingehuurd: l.MODERATOR, regels.kop_wie: l.WIE_MODEREERT}
        koppen = dict.fromkeys((*nodig, *_OOK_GELEZEN.get(naam, ()), *self._invoer(naam), *ons))
        namen = self.kader.instellingen.namen
        gevonden = (
            _tabel_in(self.bestand, sheet, [*koppen], naam, namen) for sheet in document.sheets
        )
        return [
            replace(tabel, kolommen={ons.get(kop, kop): k for kop, k in tabel.kolommen.items()})
            for tabel in gevonden
            if tabel is not None
        ]

    def _invoer(self, naam: str) -> list[str]:
        """The columns of a kind of sheet that people fill in."""
        return input_headers(self.kader, naam, self.besluitblad)

    def _een_van(self, naam: str, tabellen: Sequence[Tabel]) -> Tabel:
        if len(tabellen) == 1:
            return tabellen[0]
        huidig = self.geschreven.huidig.tabellen.get(naam) if self.geschreven else None
        basis = self._blad(naam, huidig) if huidig else self._maak(Plek(), {})
        bladen = [self._blad(naam, tabel) for tabel in tabellen]
        keuze = self._kies(f"het blad {self.kader.instellingen.zeg(naam)}", naam, bladen, basis)
        gekozen = tabellen[bladen.index(keuze.blad)]
        return zonder_botsingen(gekozen, _sleutel(naam), keuze, basis)

    def _blad(self, naam: str, tabel: Tabel) -> Blad:
        kolommen = [kolom for groep in self._groepen(naam) for kolom in groep]
        eerste_code = {i.afspraak: i.code for i in reversed(self.kader.indicatoren)}
        verwijst = {i.code: eerste_code[i.afspraak] for i in self.kader.indicatoren}

        def merk(code: str, kolom: str, tekst: str) -> bool:
            tabel_bo = naam == l.MONITORINGSTABEL
            return tabel_bo and is_merk(verwijst.get(code, code), kolom, tekst)

        return blad_van(tabel, _sleutel(naam), kolommen, self.kader.stoplicht, merk)

    def _groepen(self, naam: str) -> tuple[tuple[str, ...], ...]:
        """The columns that people fill in, those that say one thing together."""
        kolommen = self._invoer(naam) or _OOK_GELEZEN[naam]
        groep = tuple(kolom for kolom in kolommen if kolom not in _sleutel(naam))
        if naam == self.besluitblad:
            return BESLUIT_KOPPEN, tuple(kolom for kolom in groep if kolom not in BESLUIT_KOPPEN)
        return (groep,)

    # -- the days of the BO ----------------------------------------------------------------

    def _datums(self, document: Document, label: str) -> list[Blad]:
        """The cell to the right of its label, on the sheet Samenvatting and its copies."""
        eigen = self.kader.instellingen.zeg(label)
        gevonden = ((sheet, day_on(sheet, eigen)) for sheet in document.sheets)
        return [
            self._maak(Plek(self.bestand, sheet.name), {(_GEEN_RIJ, label): cel})
            for sheet, cel in gevonden
            if cel is not None
        ]

    def _dag(self, label: str, bladen: Sequence[Blad]) -> tuple[Cel, Plek]:
        plaats = (_GEEN_RIJ, label)
        staat = self.geschreven.huidig.dagen.get(label) if self.geschreven else None
        basis = self._maak(Plek(), {plaats: staat[0] if staat else _LEEG})
        keuze = self._kies(f"“{self.kader.instellingen.zeg(label)}”", label, bladen, basis)
        plek = keuze.blad.plek._replace(cel=keuze.blad.cellen[plaats].adres)
        return (basis if keuze.botsingen else keuze.blad).cellen[plaats], plek

    def _maak(self, plek: Plek, cellen: Mapping[tuple[Rij, str], Cel]) -> Blad:
        return maak_blad(plek, cellen, self.kader.stoplicht)

    # -- both ------------------------------------------------------------------------------

    def _kies(self, soort: str, naam: str, bladen: Sequence[Blad], basis: Blad) -> Keuze:
        groepen = ((naam,),) if naam in DAGEN.values() else self._groepen(naam)
        bekend = (lambda: [basis.inhoud, *self._eerder(naam)]) if self.geschreven else list
        keuze = kies(bladen, groepen, bekend)
        if len(bladen) > 1:
            self.bevindingen += zeg(soort, bladen, keuze, self.bewaard)
            self.teksten |= {cel.tekst for blad in bladen for cel in blad.cellen.values()}
        return keuze

    def _eerder(self, naam: str) -> Iterator[Inhoud]:
        """What the sheets of a kind held in the matrices and the workbooks that were kept."""
        for document in self.geschreven.eerder() if self.geschreven else ():
            if naam in DAGEN.values():
                yield from (blad.inhoud for blad in self._datums(document, naam))
            else:
                yield from (self._blad(naam, t).inhoud for t in self._tabellen(naam, document))


def key_header(naam: str) -> str:
    """The header over what a row of a sheet is about."""
    return _NODIG[naam][0]


def _sleutel(naam: str) -> tuple[str, ...]:
    return _SLEUTEL.get(naam, _NODIG[naam][:1])

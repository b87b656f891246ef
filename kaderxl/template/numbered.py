"""The afspraken of the printed table: which number each has, and codes for rows without one."""

from __future__ import annotations

from collections import Counter

from ..core import catalogue, labels as l
from ..core.kader import Afspraak
from ..core.notation import een_regel, noem_enkele, plat
from ..core.numbering import in_code, op_nummer
from .cells import Bladen, Rij
from .made_codes import indicatorcode
from .titles import lees_titels

_ZONDER_THEMA = "Afspraken"
"""Over the afspraken of an agreement that has no themes: what is counted by thema needs a word."""


class Nummering:
    """The printed table of one template; its findings are those of `bladen`."""

    def __init__(self, bladen: Bladen) -> None:
        self.bladen = bladen
        self._afspraken: dict[str, Afspraak] = {}
        self._eerste: dict[str, str] = {}
        rijen = bladen.rijen(l.MONITORINGSTABEL)
        self._titels = lees_titels(t for rij in rijen if (t := een_regel(rij.tekst("Afspraak"))))
        self._genummerd = any(t.nummer is not None for t in self._titels.values())
        self._volgorde = {t: n for n, t in enumerate(dict.fromkeys(map(plat, self._titels)), 1)}
        self._woorden = Counter(map(_woorden, rijen))

    def in_volgorde(self) -> tuple[Afspraak, ...]:
        """Those that were read: by number where all have a plain one, else as they are printed."""
        gevonden = [*self._afspraken.values()]
        los = all(isinstance(a.nummer, int) for a in gevonden)
        if gevonden and not self._genummerd:
            nummers = noem_enkele([f"{a.nummer} = {a.titel}" for a in gevonden])
            kop = self.bladen.tabel(l.MONITORINGSTABEL).kop("Afspraak")
            self.bladen.meld(catalogue.NUMMERS_GEMAAKT, kop, nummers=nummers)
        return tuple(sorted(gevonden, key=lambda a: op_nummer(a.nummer)) if los else gevonden)

    def afspraak(self, rij: Rij) -> Afspraak | None:
        cel = rij.cel("Afspraak")
        tekst = een_regel(cel.tekst)
        titel = self._titels.get(tekst)
        nummer = titel.nummer if titel and self._genummerd else self._volgorde.get(plat(tekst))
        if titel is None or nummer is None:
            voorbeeld = next((t for t, gelezen in self._titels.items() if gelezen.nummer), "")
            velden = {"tekst": cel.tekst, "voorbeeld": voorbeeld or "1. Woningen toevoegen"}
            rij.meld(catalogue.NUMMER_ONTBREEKT, "Afspraak", **velden)
            return None
        afspraak = Afspraak(nummer, een_regel(rij.tekst("Thema")) or _ZONDER_THEMA, tekst)
        eerder = self._afspraken.setdefault(in_code(nummer), afspraak)
        eerste = self._eerste.setdefault(in_code(nummer), cel.adres)
        zelfde = [(plat(a.titel), plat(a.thema)) for a in (eerder, afspraak)]
        if zelfde[0] != zelfde[1]:
            rij.meld(catalogue.AFSPRAAK_WISSELT, "Afspraak", nummer=nummer, eerste=eerste)
        return eerder

    def gemaakte_code(self, rij: Rij, afspraak: Afspraak) -> str:
        """Of what the row says; where another says the same, of who and when as well."""
        titel, tekst = _woorden(rij)
        ook = ("Actiehouder", "Jaar") if self._woorden[titel, tekst] > 1 or not tekst else ()
        nummer = afspraak.nummer if self._genummerd else None
        begin = () if self._genummerd else (titel,)
        return indicatorcode(nummer, *begin, tekst, *map(rij.tekst, ook))


def _woorden(rij: Rij) -> tuple[str, str]:
    """What tells a row from the others."""
    return plat(rij.tekst("Afspraak")), plat(rij.tekst("Indicator"))

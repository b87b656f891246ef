"""Which filed return counts when a person says so: `retour/keuze.csv`, only ever added to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from .core import catalogue
from .core.findings import NietUitgevoerd
from .core.folder import Dossier
from .core.rounds import Plek
from .core.text import veilige_naam, zichtbaar
from .filed import KEUZE, LIJSTEN
from .writing.lists import as_list, read_list
from .writing.transaction import Transaction

_KOLOMMEN = ("wanneer", "bestand", "keuze", "reden")
_KORTSTE_BEGIN = 4
_TELT, _TELT_NIET = "telt", "telt niet"


@dataclass(frozen=True, slots=True)
class Keuze:
    """That a filed return counts, or does not, and why."""

    telt: bool
    reden: str


class Keuzes:
    """The choices of one ronde; of one return the last choice holds.

    Raises NietUitgevoerd when the list of them cannot be read: no choice is ever forgotten.
    """

    def __init__(self, dossier: Dossier) -> None:
        self._map = dossier.retour
        self._lijst = dossier.retour / KEUZE
        self._gelezen, self._rijen = read_list(self._lijst, _KOLOMMEN, "bestand")

    def van(self, bestand: str) -> Keuze | None:
        """The choice about a filed return, by its name in `retour`."""
        eigen = [r for r in self._rijen if r["bestand"] == bestand]
        if not eigen or eigen[-1]["keuze"] not in (_TELT, _TELT_NIET):
            return None
        return Keuze(eigen[-1]["keuze"] == _TELT, eigen[-1]["reden"])

    def rang(self, bestand: str) -> int:
        """How late the choice was made; the last return chosen goes before earlier ones."""
        plaatsen = [n for n, r in enumerate(self._rijen) if r["bestand"] == bestand]
        return plaatsen[-1] if plaatsen else -1

    def kies(self, beurt: Transaction, naam: str, telt: bool, reden: str) -> Path:
        """Note a choice about the one filed return that `naam` means; gives its path.

        `naam` is its name in `retour`, its original name or the start of its hash. Raises
        NietUitgevoerd when it means none or more than one.
        """
        bestand = self._zoek(naam)
        nu = datetime.now().astimezone().isoformat(timespec="seconds")
        keuze = _TELT if telt else _TELT_NIET
        rij = {"wanneer": nu, "bestand": bestand.name, "keuze": keuze, "reden": reden}
        if self._rijen and {**self._rijen[-1], "wanneer": nu} == rij:
            return bestand
        self._rijen.append(rij)
        beurt.write(self._lijst, as_list(self._rijen, _KOLOMMEN), before=self._gelezen)
        beurt.commit()
        return bestand

    def _zoek(self, naam: str) -> Path:
        aanwezig = sorted(self._map.iterdir()) if self._map.is_dir() else []
        namen = [p.name for p in aanwezig if p.name not in LIJSTEN and p.name[:1] != "."]
        bedoeld = {naam, veilige_naam(naam)}
        gevonden = [n for n in namen if bedoeld & {n, n[9:]}] or [
            n for n in namen if len(naam) >= _KORTSTE_BEGIN and n.startswith(naam)
        ]
        if len(gevonden) != 1:
            regel = catalogue.KEUZE_ONDUIDELIJK if gevonden else catalogue.KEUZE_ZONDER_BESTAND
            genoemd = ", ".join(zichtbaar(n) for n in gevonden or namen) or "geen"
            raise NietUitgevoerd(regel.bij(Plek(naam), naam=naam, namen=genoemd))
        return self._map / gevonden[0]

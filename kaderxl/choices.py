"""Which filed return counts when a person says so: `retour/keuze.csv`, only ever added to."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from . import errors
from .dossier import (
    KEUZE,
    LIJSTEN,
    Dossier,
    met_formule,
    schrijf_bestand,
    veilige_naam,
    zichtbaar,
    zonder_formule,
)
from .errors import NietUitgevoerd
from .model import Plek

_KOLOMMEN = ("wanneer", "bestand", "keuze", "reden")
_KORTSTE_BEGIN = 4
_TELT, _TELT_NIET = "telt", "telt niet"


@dataclass(frozen=True, slots=True)
class Keuze:
    """That a filed return counts, or does not, and why."""

    telt: bool
    reden: str


class Keuzes:
    """The choices of one ronde; of one return the last choice holds."""

    def __init__(self, dossier: Dossier) -> None:
        self._map = dossier.retour
        self._lijst = dossier.retour / KEUZE
        self._rijen = self._lees()

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

    def kies(self, naam: str, telt: bool, reden: str) -> Path:
        """Note a choice about the one filed return that `naam` means; gives its path.

        `naam` is its name in `retour`, its original name or the start of its hash. Raises
        NietUitgevoerd when it means none or more than one.
        """
        bestand = self._zoek(naam)
        nu = datetime.now().astimezone().isoformat(timespec="seconds")
        keuze = _TELT if telt else _TELT_NIET
        self._rijen.append({"wanneer": nu, "bestand": bestand.name, "keuze": keuze, "reden": reden})
        tekst = io.StringIO()
        schrijver = csv.DictWriter(tekst, _KOLOMMEN)
        schrijver.writeheader()
        schrijver.writerows(
            {kolom: zonder_formule(waarde) for kolom, waarde in rij.items()} for rij in self._rijen
        )
        schrijf_bestand(self._lijst, tekst.getvalue().encode("utf-8-sig"))
        return bestand

    def _zoek(self, naam: str) -> Path:
        aanwezig = sorted(self._map.iterdir()) if self._map.is_dir() else []
        namen = [p.name for p in aanwezig if p.name not in LIJSTEN]
        bedoeld = {naam, veilige_naam(naam)}
        gevonden = [n for n in namen if bedoeld & {n, n[9:]}] or [
            n for n in namen if len(naam) >= _KORTSTE_BEGIN and n.startswith(naam)
        ]
        if len(gevonden) != 1:
            regel = errors.KEUZE_ONDUIDELIJK if gevonden else errors.KEUZE_ZONDER_BESTAND
            genoemd = ", ".join(zichtbaar(n) for n in gevonden or namen) or "geen"
            raise NietUitgevoerd(regel.bij(Plek(naam), naam=naam, namen=genoemd))
        return self._map / gevonden[0]

    def _lees(self) -> list[dict[str, str]]:
        if not self._lijst.is_file():
            return []
        with self._lijst.open(encoding="utf-8-sig", errors="replace", newline="") as regels:
            return [
                {kolom: met_formule(rij.get(kolom) or "") for kolom in _KOLOMMEN}
                for rij in csv.DictReader(regels)
            ]

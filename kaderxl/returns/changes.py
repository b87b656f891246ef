"""What there is to say of the answers that several returns of one partij gave differently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..core import catalogue, labels as l, phrases as say
from ..core.answers import Cel, Inzending
from ..core.notation import lees_reden, met_eenheid
from ..core.rounds import NERGENS, Bevinding, Plek, Ronde
from .layers import Cells, cells_of
from .merging import Laid, Layer, Step, beside_another_colour
from .order import Filed, when

_EMPTY = "(leeg)"
_A_FEW = 3
_NOT_QUOTED = (l.TOELICHTING, l.PLANNEN)
"""What somebody took out of a text must not come back in the matrix."""
Between = tuple[Bevinding, tuple[int, ...]]
"""A finding, and the returns (by number) that it is about."""


# Without slots, so that what is asked often is worked out once.
@dataclass(frozen=True)
class Changes:
    """What was answered twice, in the returns of one partij (its name) in their order."""

    partij: str
    ronde: Ronde
    ordered: Sequence[Filed]
    layers: Sequence[Layer]
    laid: Laid

    @cached_property
    def cells(self) -> list[Cells]:
        return [cells_of(filed.inzending.bron) for filed in self.ordered]

    def findings(self) -> Iterator[Between]:
        steps = self.laid.steps.items()
        emptied = {cel: step for cel, step in steps if step.over is not None and not step.value}
        all_of_it = len(emptied) > 1 and not any(step.value for _, step in steps)
        if all_of_it:
            yield self._took_all_back(emptied)
        else:
            yield from self._took_back()
        for cel, step in steps:
            if step.over is not None and not (all_of_it and cel in emptied):
                yield from self._changed(cel, step, step.over)
        for cel, step, now in beside_another_colour(self.layers, self.laid):
            seen = self.layers[step.by].shows[cel[0], l.BEOORDELING]
            waar = self._where((cel[0], l.BEOORDELING), now.said, step.by)
            hier = self._where(cel, step.by, now.said)
            velden = {"eerst": seen, "nu": now.value, "waar": waar, "hier": hier}
            regel = catalogue.GESCHREVEN_BIJ_ANDERE_KLEUR
            plek = self._plek(cel, step.by)
            yield regel.bij(plek, **velden, **self._about(cel)), (step.by, now.said)
        for cel, by in self.laid.unclear.items():
            colour = (cel[0], l.BEOORDELING)
            if cel == colour or colour not in self.laid.unclear:
                yield self._unclear(cel, by)

    def _took_all_back(self, emptied: Mapping[Cel, Step]) -> Between:
        """That nothing of what was answered counts any more, once."""
        about = {
            number for s in emptied.values() for number in (s.said, s.over) if number is not None
        }
        last = max(step.said for step in emptied.values())
        velden = {"partij": self.partij, **self._choose(last)}
        velden["aantal"] = say.aantal(len(emptied), "antwoord", "antwoorden")
        plek = Plek(self.ordered[last].inzending.bestand)
        return catalogue.ALLES_TERUGGENOMEN.bij(plek, **velden), tuple(sorted(about))

    def _took_back(self) -> Iterator[Between]:
        """Of a return that emptied more than a few answers how many, and which were given since."""
        for number, layer in enumerate(self.layers):
            emptied = [
                self.laid.steps[cel]
                for cel in layer.shows.keys() & self.laid.steps.keys()
                if layer.changes(cel) and not layer.shows[cel]
                if any(earlier.shows.get(cel) for earlier in self.layers[:number])
            ]
            again = sum(bool(step.value) and step.said > number for step in emptied)
            gone = sum(not step.value for step in emptied)
            if gone and gone + again > _A_FEW:
                velden = {"partij": self.partij, **self._choose(number)}
                velden["aantal"] = say.aantal(gone + again, "antwoord", "antwoorden")
                later = f"; {again} daarvan gaf zij later weer, in een nieuwer bestand"
                velden["later"] = later if again else ""
                plek = Plek(self.ordered[number].inzending.bestand)
                yield catalogue.VEEL_TERUGGENOMEN.bij(plek, **velden), (number,)

    def _changed(self, cel: Cel, step: Step, over: int) -> Iterator[Between]:
        """An answer that took the place of another; the same in other words is no change."""
        new, old = self.ordered[step.said], self.ordered[over]
        redenen = _redenlijsten(old.inzending, new.inzending)
        was, nu = (_words(filed.inzending, redenen).get(cel, _EMPTY) for filed in (old, new))
        if was == nu:
            return
        plek, about = self._plek(cel, step.said), self._about(cel)
        quoted = {} if cel[1] in _NOT_QUOTED else {"eerst": was, "nu": nu}
        waar = self._where(cel, over, step.said)
        lead = self.layers[step.by].leads.get(cel)
        if step.along and lead:
            velden = {"nu": self.laid.steps[lead].value, "waar": waar}
            yield catalogue.HOORT_BIJ_ANDERE_REACTIE.bij(plek, **about, **velden), (step.said, over)
        elif step.along:
            colour = (cel[0], l.BEOORDELING)
            first, now = (_words(filed.inzending, {}).get(colour, _EMPTY) for filed in (old, new))
            velden = {"eerst": first, "nu": now, "waar": waar}
            yield catalogue.HOORT_BIJ_ANDERE_KLEUR.bij(plek, **about, **velden), (step.said, over)
        elif step.knew and nu == _EMPTY:
            yield catalogue.ANTWOORD_TERUGGENOMEN.bij(plek, **about), (step.said, over)
        elif step.knew or new.rang >= 0:
            soort = catalogue.ANTWOORD_GEWIJZIGD if quoted else catalogue.TOELICHTING_GEWIJZIGD
            yield soort.bij(plek, **about, **quoted), (step.said, over)
        else:
            soort = catalogue.ANDERS_BEANTWOORD if quoted else catalogue.TOELICHTING_ANDERS
            hier = self._where(cel, step.said, over)
            velden = {"waar": waar, "hier": hier, **self._choose(over)}
            yield soort.bij(plek, **about, **quoted, **velden), (step.said, over)

    def _unclear(self, cel: Cel, by: tuple[int, ...]) -> Between:
        *others, last = by
        waar = " en in ".join(self._where(cel, i, last) for i in others)
        hier, andere = self._where(cel, last, others[0]), self._choose(others[0])["hash"]
        velden = {"waar": waar, "hier": hier, "andere": andere, **self._choose(last)}
        plek = self._plek(cel, last)
        return catalogue.VOLGORDE_ONBEKEND.bij(plek, **self._about(cel), **velden), by

    def _about(self, cel: Cel) -> dict[str, str]:
        return {"partij": self.partij, "code": cel[0], "kolom": cel[1]}

    def _choose(self, number: int) -> dict[str, str]:
        return {
            "ronde": say.als_opties(self.ronde),
            "hash": self.ordered[number].inzending.sha256[:8],
        }

    def _plek(self, cel: Cel, number: int) -> Plek:
        inzending = self.ordered[number].inzending
        veld = self.cells[number].get(cel)
        return veld.plek if veld is not None else Plek(inzending.bestand)

    def _where(self, cel: Cel, number: int, other: int) -> str:
        """`eerst.xlsx, blad Invulblad, cel J5 (opgeslagen op 3-2-2027 om 10:00:05)`."""
        plek = self._plek(cel, number)
        blad, adres = plek.blad and f"blad {plek.blad}", plek.cel and f"cel {plek.cel}"
        waar = ", ".join(filter(None, (plek.bestand, blad, adres)))
        moment = when(self.ordered[number], self.ordered[other])
        return f"{waar} ({moment})" if moment else waar


def changed_by_choice(
    eerst: Mapping[str, Inzending], nu: Mapping[str, Inzending], ronde: Ronde
) -> Iterator[Bevinding]:
    """Every answer that a person's choice turned, of each partij (code) that had some."""
    for partij in sorted(eerst.keys() & nu.keys()):
        was, wordt = _words(eerst[partij], {}), _words(nu[partij], {})
        for cel in sorted(was.keys() | wordt.keys()):
            oud, nieuw = was.get(cel, _EMPTY), wordt.get(cel, _EMPTY)
            if oud != nieuw:
                velden = {"code": cel[0], "kolom": cel[1], "ronde": say.als_opties(ronde)}
                velden |= {"eerst": _quoted(cel, oud), "nu": _quoted(cel, nieuw)}
                yield catalogue.KEUZE_VERANDERT.bij(NERGENS, **velden)


def _quoted(cel: Cel, woorden: str) -> str:
    return "(tekst)" if cel[1] in _NOT_QUOTED and woorden != _EMPTY else woorden


def _redenlijsten(oud: Inzending, nieuw: Inzending) -> dict[str, Mapping[str, str]]:
    """By indicator the reasons to read both redenen by.

    Else the same words would be a letter beside a colour, and only words where it was emptied.
    """
    return {
        code: kleur.redenen
        for inzending in (oud, nieuw)
        for code, voorzet in inzending.voorzetten.items()
        if (kleur := voorzet.beoordeling) and kleur.vraagt_reden
    }


def _words(inzending: Inzending, redenen: Mapping[str, Mapping[str, str]]) -> dict[Cel, str]:
    """Every filled cell in words, by code and column."""
    gevonden: dict[Cel, str] = {}
    for code, voorzet in inzending.voorzetten.items():
        reden = voorzet.velden.get(l.REDEN)
        gelezen = {
            l.BEOORDELING: str(voorzet.beoordeling or ""),
            l.REDEN: lees_reden(reden.tekst, redenen.get(code, {})) if reden else "",
            l.TOELICHTING: voorzet.toelichting,
        }
        for kolom, veld in voorzet.velden.items():
            gevonden[code, kolom] = gelezen.get(kolom) or veld.tekst
        for m, a in voorzet.waarden.items():
            inhoud = a.waarde if a.waarde is not None else a.veld.inhoud
            gevonden[m, l.WAARDE] = met_eenheid(inhoud, "")
    for code, veld in inzending.programma.items():
        gevonden[code, l.PLANNEN] = veld.tekst
    return gevonden

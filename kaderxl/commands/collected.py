"""What `collect` took in, in words and as keys: first what asks for somebody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from ..core import catalogue, phrases as say
from ..core.findings import heeft_fout
from ..core.rounds import Bevinding, Ernst, Ronde
from ..core.text import zichtbaar
from ..returns.doubts import CODES as DOUBTS
from .result import (
    MOST_FILES,
    MOST_LINES,
    Json,
    Result,
    ask_for_a_look,
    finding_lines,
    findings_json,
    lines_by_file,
    path_json,
    places,
    to_send_back,
)
from .taken_in import AL_ER, GEWEIGERD, TELT_NIET, Ingenomen

_VAN_MENSEN = {
    catalogue.MAIL_VAN_PARTIJ.code,
    catalogue.MAIL_MET_KOPPELING.code,
    catalogue.MAILTEKST_BIJ_BLAD.code,
    catalogue.MAIL_VAN_ONBEKENDE.code,
    catalogue.STUK_VAN_WIE.code,
    catalogue.STUK_ZONDER_BLAD.code,
}  # words that a person has to read
_INGETROKKEN = {catalogue.ALLES_TERUGGENOMEN.code, catalogue.VEEL_TERUGGENOMEN.code}
_LEEG = {catalogue.BEOORDELING_ONTBREEKT.code, catalogue.WAARDE_ONTBREEKT.code}
_A_FEW = 6


@dataclass(frozen=True, slots=True)
class Collected(Result):
    """What came in; with `alles` the screen shows what asks nothing of anybody as well."""

    ronde: Ronde
    inzendingen: tuple[Ingenomen, ...]
    over_eerdere: tuple[Bevinding, ...] = ()
    alles: bool = False

    @property
    def needs_attention(self) -> bool:
        alle = [b for i in self.inzendingen for b in i.bevindingen if not i.afgedaan]
        if ask_for_a_look(self.over_eerdere):
            return True
        return heeft_fout(alle) or any(b.code in TELT_NIET | _VAN_MENSEN for b in alle)

    def lines(self) -> Iterator[str]:
        """First what asks for somebody, then what was taken in, and how much is done with."""
        yield from lines_by_file(self.over_eerdere)
        groepen = [*_alike(self.inzendingen)]
        klaar = [groep for groep in groepen if groep[0].afgedaan]
        alles = self.alles or len(klaar) <= _A_FEW
        te_tonen = [groep for groep in groepen if alles or not groep[0].afgedaan]
        te_tonen.sort(key=lambda groep: _rang(groep[0]))
        per_stuk = MOST_LINES if self.alles or len(te_tonen) <= _A_FEW else _A_FEW // 2
        meeste = None if self.alles else MOST_FILES
        for i, meer in te_tonen[:meeste]:
            wie = f" {i.partij}," if i.partij else ""
            compleet = f" {i.compleet} van {i.gevraagd} compleet" if i.gevraagd else ""
            hoeveel = f" samen{compleet}" if i.samen else compleet
            naam = f"{i.herkomst or i.bestand}{f' en nog {meer}' if meer else ''}"
            yield zichtbaar(f"{naam}: {i.status}.{wie}{hoeveel}".rstrip(",."))
            yield from _findings(i, per_stuk, self.alles)
            yield from to_send_back(i.herstel)
        if rest := te_tonen[len(te_tonen) if meeste is None else meeste :]:
            aantal = sum(1 + meer for _, meer in rest)
            yield f"… en nog {aantal} bestanden; geef --all, of --json."
        if not alles:
            aantal = sum(1 + meer for _, meer in klaar)
            yield f"Niets te doen bij {aantal} andere: er al, beantwoord, of zonder antwoorden."
            yield "Wilt u ze zien? Geef --all."
        if not self.inzendingen:
            yield "Er zijn geen bestanden gevonden."
            return
        soorten = sorted(i.status for i in self.inzendingen)
        delen = [f"{len(list(groep))} {status}" for status, groep in groupby(soorten)]
        yield f"{say.naam_van(self.ronde).capitalize()}: {', '.join(delen)}."

    def as_json(self) -> Json:
        return {
            "ronde": str(self.ronde),
            "inzendingen": [
                {
                    "bestand": i.bestand,
                    "herkomst": i.herkomst,
                    "sha256": i.sha256,
                    "status": i.status,
                    "partij": i.partij or None,
                    "afgedaan": i.afgedaan,
                    "herstel": path_json(i.herstel),
                    "bevindingen": findings_json(i.bevindingen),
                }
                for i in self.inzendingen
            ],
            "bevindingen": findings_json(self.over_eerdere),
        }


def _alike(ingenomen: Iterable[Ingenomen]) -> Iterator[tuple[Ingenomen, int]]:
    """Each, and of what was passed over for one reason the first, with how many more there are; so
    too of more than a few in one place that were refused for one reason."""
    groepen: dict[object, list[Ingenomen]] = {}
    for i in ingenomen:
        codes = [b.code for b in i.bevindingen]
        alike = codes in ([catalogue.OVERGESLAGEN.code], [catalogue.MAIL_ZONDER_REKENBLAD.code])
        sleutel: object = (i.bevindingen[0].tekst, i.afgedaan) if alike else id(i)
        if i.status == GEWEIGERD:
            redenen = [(b.code, b.tekst, b.actie) for b in i.bevindingen]
            sleutel = (i.herkomst.rpartition(say.STAP)[0], i.afgedaan, *redenen)
        groepen.setdefault(sleutel, []).append(i)
    for eerste, *meer in groepen.values():
        if eerste.status == GEWEIGERD and len(meer) < _A_FEW:
            yield from ((i, 0) for i in (eerste, *meer))
        else:
            yield eerste, len(meer)


def _rang(i: Ingenomen) -> tuple[bool, int]:
    """The gravest first, then what only has questions, and last what is done with."""
    ernsten = [*Ernst]
    ernstig = (Ernst.MELDING if b.code in DOUBTS else b.ernst for b in i.bevindingen)
    return i.afgedaan, min(map(ernsten.index, ernstig), default=len(ernsten))


def _findings(i: Ingenomen, most: int, alles: bool) -> Iterator[str]:
    """What there is to say of one document; of more than one question only where they stand, and
    of what was there already none: they were asked when it came in."""
    vragen = [b for b in i.bevindingen if b.code in DOUBTS and (alles or i.status != AL_ER)]
    top, ander = _taken_back([b for b in i.bevindingen if b.code not in DOUBTS], alles)
    yield from finding_lines(top)
    samen = len(vragen) > 1 and not alles
    yield from finding_lines(ander if samen else [*ander, *vragen], most=most)
    if samen:
        eerste = vragen[0]
        cellen = places(dict.fromkeys(b.plek for b in vragen), eerste.plek.blad)
        wat = f"{eerste.ernst} {eerste.code}: {len(vragen)} vragen over antwoorden: {cellen}"
        waar = "ze staan in het herstelblad" if i.herstel else "geef --all om ze te lezen"
        yield zichtbaar(f"  {wat} – {waar}.")


def _taken_back(
    bevindingen: list[Bevinding], alles: bool
) -> tuple[list[Bevinding], list[Bevinding]]:
    """What says how many answers were taken back, and the rest without what says so of each."""
    top = [b for b in bevindingen if b.code in _INGETROKKEN]
    if alles or not top:
        return [], bevindingen
    per_cel = catalogue.ANTWOORD_TERUGGENOMEN.code
    leeg = {b.plek for b in bevindingen if b.code == per_cel}
    niets = any(b.code == catalogue.ALLES_TERUGGENOMEN.code for b in top)
    gezegd = [b for b in bevindingen if b.code in _LEEG and (niets or b.plek in leeg)]
    return top, [b for b in bevindingen if b not in (*top, *gezegd) and b.code != per_cel]

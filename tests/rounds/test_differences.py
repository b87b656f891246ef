"""Every return is what its sender changed: no change is lost, none is undone by another.

Random rondes against a model of a few lines, on the level of values; and the stories of the
handleiding through files and commands.
"""

from __future__ import annotations

import os
import random
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from hypothesis import given, settings, strategies as st
from invullen import (
    RONDE,
    codes,
    maak_return,
)

from kaderxl.core import catalogue, labels as l
from kaderxl.core.answers import Cel, Inzending, Uitgangspunt
from kaderxl.core.kader import Kader
from kaderxl.returns.counting import Counted, count
from kaderxl.returns.judge import validate
from kaderxl.returns.layers import cells_of, renamed
from kaderxl.returns.order import Filed, Moments

SEEDS = int(os.environ.get("KADERXL_SEEDS", "150"))
PARTIJ = "NB"
WAARDEN = ("A01-I1-M1", "A01-I1-M2", "A01-I1-M3", "A02-I1-M1")
INDICATOREN = ("A01-I1", "A02-I1")


# Random rondes, on the level of values


@dataclass
class Blad:
    """A sheet in somebody's hands: what stood in it, and what stands in it now."""

    base: Mapping[Cel, object]
    now: dict[Cel, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.now = dict(self.base)

    def changed(self) -> dict[Cel, object]:
        """What its holder changed, "" for what was emptied."""
        return {
            cel: self.now.get(cel, "")
            for cel in self.base.keys() | self.now.keys()
            if self.now.get(cel, "") != self.base.get(cel, "")
        }


@dataclass
class Ronde:
    """One partij during a ronde; `kans` decides who does what."""

    kader: Kader
    kans: random.Random
    cellen: tuple[Cel, ...]
    bladen: list[Blad] = field(default_factory=list)
    onderweg: list[tuple[Blad, Filed]] = field(default_factory=list)
    binnen: list[tuple[Blad, Filed]] = field(default_factory=list)
    nummer: int = 0

    def speel(self) -> None:
        for _ in range(self.kans.randrange(3, 16)):
            self.kans.choice([self.geef_uit, self.vul_in, self.vul_in, self.stuur, self.neem_in])()
        while self.onderweg:
            self.neem_in()

    def geef_uit(self) -> None:
        """An empty sheet, or a correction workbook of what counts so far."""
        base = dict[Cel, object]()
        if self.binnen and self.kans.random() < 0.7:
            base = stand(self.geteld().inzendingen[0])
        self.bladen.append(Blad(base))

    def vul_in(self) -> None:
        if self.bladen:
            blad = self.kans.choice(self.bladen)
            for cel in self.kans.sample(self.cellen, self.kans.randrange(1, 4)):
                if cel in blad.now and self.kans.random() < 0.3:
                    del blad.now[cel]
                else:
                    blad.now[cel] = self.waarde(cel)

    def waarde(self, cel: Cel) -> object:
        if cel[1] == l.BEOORDELING:
            return self.kans.choice(["Groen", "Oranje", "Rood", "Afgerond"])
        if cel[1] == l.REDEN:
            return self.kans.choice("abc")
        self.nummer += 1
        return self.nummer if cel[1] == l.WAARDE else f"Fictief {self.nummer}"

    def stuur(self) -> None:
        """Saved now; it comes in sooner or later. Who sends may go on in the same sheet."""
        gevuld = [blad for blad in self.bladen if blad.now]
        if not gevuld:
            return
        blad = self.kans.choice(gevuld)
        kopie = Blad(blad.base)
        kopie.now = dict(blad.now)
        self.nummer += 1
        self.onderweg.append((kopie, self.als_inzending(kopie, self.nummer)))

    def als_inzending(self, blad: Blad, nummer: int) -> Filed:
        rijen: dict[str, dict[str, object]] = {}
        for (code, kolom), inhoud in blad.now.items():
            rijen.setdefault(code, {})[kolom] = inhoud
        bron = replace(
            renamed(maak_return(self.kader, PARTIJ, rijen), f"{nummer}.xlsx"),
            sha256=f"{self.kans.getrandbits(256):064x}",
            gewijzigd=f"2027-03-01T{nummer // 60:02}:{nummer % 60:02}:00Z",
            uitgangspunt=Uitgangspunt(blad.base),  # type: ignore[arg-type]
        )
        return Filed(validate(bron, self.kader, RONDE), Moments(ontvangen="2028-01-01T00:00:00Z"))

    def neem_in(self) -> None:
        """In any order."""
        if self.onderweg:
            self.binnen.append(self.onderweg.pop(self.kans.randrange(len(self.onderweg))))

    def geteld(self) -> Counted:
        return count([filed for _, filed in self.binnen], self.kader, RONDE)

    def op_volgorde(self) -> list[tuple[Blad, Filed]]:
        return sorted(self.binnen, key=lambda paar: paar[1].inzending.gewijzigd)


def stand(inzending: Inzending) -> dict[Cel, object]:
    return {cel: veld.inhoud for cel, veld in cells_of(inzending.bron).items() if veld}


@settings(max_examples=SEEDS)
@given(seed=st.integers(0, 2**32))
def test_of_every_answer_the_newest_change_counts_and_nothing_else(klein: Kader, seed: int) -> None:
    """The model: go through the returns as they were saved, and do what each changed."""
    cellen = tuple((code, l.WAARDE) for code in WAARDEN)
    ronde = Ronde(klein, random.Random(seed), cellen)
    ronde.speel()
    if not ronde.binnen:
        return
    verwacht: dict[Cel, object] = {}
    botst = set[Cel]()
    for blad, _ in ronde.op_volgorde():
        for cel, waarde in blad.changed().items():
            eerst = verwacht.get(cel)
            anders = eerst is not None and waarde != eerst
            if anders and blad.base.get(cel, "") != eerst:
                botst.add(cel)
            elif anders or eerst is None:
                botst.discard(cel)
            verwacht[cel] = waarde
    geteld = ronde.geteld()
    (inzending,) = geteld.inzendingen
    assert stand(inzending) == {cel: w for cel, w in verwacht.items() if w != ""}
    van = {filed.inzending.bestand: blad.now for blad, filed in ronde.binnen}
    for cel, veld in cells_of(inzending.bron).items():
        assert not veld or van[veld.plek.bestand][cel] == veld.inhoud, "where it says it stands"
    gemeld = {b for b in geteld.bevindingen if b.code == catalogue.ANDERS_BEANTWOORD.code}
    assert {cel for cel in cellen if any(f" {cel[0]} " in b.tekst for b in gemeld)} == botst


@settings(max_examples=SEEDS)
@given(seed=st.integers(0, 2**32))
def test_what_counts_does_not_depend_on_what_came_in_first(klein: Kader, seed: int) -> None:
    kans = random.Random(seed)
    kolommen = (l.BEOORDELING, l.REDEN, l.TOELICHTING)
    cellen = (*((c, k) for c in INDICATOREN for k in kolommen), (WAARDEN[0], l.WAARDE))
    ronde = Ronde(klein, kans, cellen)
    ronde.speel()
    if not ronde.binnen:
        return
    eerst = ronde.geteld()
    kans.shuffle(ronde.binnen)
    ronde.binnen.append(ronde.binnen[0])  # the same file once more
    nu = ronde.geteld()
    assert stand(nu.inzendingen[0]) == stand(eerst.inzendingen[0])
    assert nu.inzendingen[0].bevindingen == eerst.inzendingen[0].bevindingen


@settings(max_examples=SEEDS)
@given(seed=st.integers(0, 2**32))
def test_what_stands_beside_a_colour_was_written_beside_it_or_is_named(
    klein: Kader, seed: int
) -> None:
    kolommen = (l.BEOORDELING, l.REDEN, l.TOELICHTING)
    kleur, *ernaast = ((INDICATOREN[0], kolom) for kolom in kolommen)
    ronde = Ronde(klein, random.Random(seed), (kleur, *ernaast))
    ronde.speel()
    if not ronde.binnen:
        return
    geteld = ronde.geteld()
    nu = stand(geteld.inzendingen[0])
    gegeven = [b.changed()[kleur] for b, _ in ronde.op_volgorde() if kleur in b.changed()]
    assert nu.get(kleur, "") == (gegeven[-1] if gegeven else "")
    genoemd = catalogue.GESCHREVEN_BIJ_ANDERE_KLEUR.code in codes(geteld.bevindingen)
    for cel in ernaast:
        if cel in nu and kleur in nu:
            naast = {b.now.get(kleur) for b, _ in ronde.binnen if b.now.get(cel) == nu[cel]}
            assert naast & {nu[kleur], None} or genoemd

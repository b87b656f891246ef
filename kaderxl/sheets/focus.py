"""The workbook for the AO between two rondes: focuspunten, what was taken on, and room to write.

Chapter 8, Q2 and Q3: the AO follows the jaarprogramma and the focuspunten.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..core import labels as l, phrases as say
from ..core.action_points import Actiepunt, Stand
from ..core.kader import Kader
from ..core.numbering import Nummer, in_code
from ..core.outcome import Matrix
from ..core.rounds import Ronde
from ..writing.colours import palet
from ..writing.grid import EERSTE, Rooster, kies_uit, schrijf_rooster
from ..writing.measures import druk_af_op_a4, hoogte
from ..writing.table import Kolom, Kolomsoort
from ..writing.workbook import Opdruk, Werkboek

FOCUS = "Focus"
FOCUSPUNT = "FP-"
_RUIMTE = 45.0
STAND_AO, GEZEGD = "Hoe staat het", "Wat zegt het AO"
# Together what a laptop shows: 1235 px.
KOLOMMEN = (
    Kolom(l.CODE, breedte=14),
    Kolom(l.AFSPRAAK, breedte=24),
    Kolom(l.VOORTGANG, breedte=12),
    Kolom("Wat is afgesproken", breedte=32),
    Kolom("Wie", breedte=14),
    Kolom("Wanneer", breedte=10, soort=Kolomsoort.DATUM, midden=True),
    Kolom("Eerder gezegd", breedte=20),
    Kolom(STAND_AO, breedte=12, invoer=True),
    Kolom(GEZEGD, breedte=31, invoer=True),
)


def columns_for(kader: Kader) -> tuple[Kolom, ...]:
    """The columns, over which stands what the agreement calls the AO."""
    return tuple(replace(k, eigen_kop=kader.instellingen.zeg(k.titel)) for k in KOLOMMEN)


def focus_rows(
    kader: Kader, laatste: Matrix | None, gezegd: Mapping[str, str]
) -> Iterator[tuple[object, ...]]:
    """Everything that was taken on, then each focuspunt for which nobody did; `Eerder gezegd` has
    what was said of it before, by code."""
    titels = {a.nummer: a.titel for a in kader.afspraken}

    def woord(nummer: Nummer) -> str:
        return (laatste.woord(nummer) if laatste else "") or l.NIET_GEVRAAGD

    def rij(code: str, nummer: Nummer, t: Actiepunt | None) -> tuple[object, ...]:
        wat = (t.wat, t.wie, t.wanneer) if t else ("nog niets afgesproken", "", None)
        over = (code, titels.get(nummer, l.NIET_GEVRAAGD), woord(nummer))
        return (*over, *wat, gezegd.get(code, ""), None, None)

    yield from (rij(t.code, t.afspraak, t) for t in kader.actiepunten)
    gedekt = {t.afspraak for t in kader.actiepunten}
    for a in kader.afspraken:
        if laatste and laatste.is_focuspunt(a.nummer) and a.nummer not in gedekt:
            yield rij(f"{FOCUSPUNT}{in_code(a.nummer)}", a.nummer, None)


def write_focus(
    kader: Kader, ronde: Ronde, laatste: Matrix | None, rijen: Sequence[tuple[object, ...]]
) -> bytes:
    """The .xlsx, one printed page; the same inputs give the same bytes."""
    titel = f"{FOCUS}: op weg naar {say.de_ronde(ronde)}"
    is_fictief = bool(laatste and laatste.fictief)
    opdruk = Opdruk(titel, fictief=is_fictief)
    gemeente, kleuren = kader.instellingen.uitgever, palet(kader.stoplicht)
    werkboek = Werkboek(titel, ronde.peildatum, gemeente, kleuren, opdruk)
    blad = werkboek.add_worksheet(FOCUS)
    rooster = Rooster(FOCUS, columns_for(kader), len(rijen))
    schrijf_rooster(werkboek, blad, rooster, rijen, "Er staat niets open.")
    fictief = f"{l.FICTIEF}. " if is_fictief else ""
    blad.write_string(0, 0, fictief + titel, werkboek.opmaak(bold=True, font_size=14))
    breedtes = [kolom.breedte for kolom in KOLOMMEN]
    for nummer, rij in enumerate(rijen, EERSTE):  # room to write, on paper too
        teksten = zip((str(w or "") for w in rij), breedtes, strict=True)
        blad.set_row(nummer, max(_RUIMTE, hoogte(teksten)))
    if rijen:
        kies_uit(blad, rooster, STAND_AO, list(Stand))
        werkboek.kleur_woorden(blad, rooster.bereik(l.VOORTGANG, met_blad=False), kader.stoplicht)
    druk_af_op_a4(blad, herhaal=1)
    blad.fit_to_pages(1, 1)
    return werkboek.bytes()

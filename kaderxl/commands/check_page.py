"""What `check` says as a page: the same words, every finding and every place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ..core import catalogue
from ..core.findings import NietUitgevoerd, op_ernst
from ..core.grouping import Groep, per_oorzaak
from ..core.rounds import Bevinding, Ernst, Plek
from ..template.cells import Lezing
from ..template.changes import Wijziging
from ..template.read import Sjabloon
from ..writing.files import is_there, schrijf_bestand
from ..writing.markup import Markup, element
from ..writing.page import page, section, table

_MARK = "kaderxl check: "
_KOPPEN = {
    Ernst.FOUT: ("fouten", "Fouten", "Verbeter deze; zo lang begint er geen ronde."),
    Ernst.WAARSCHUWING: (
        "waarschuwingen",
        "Waarschuwingen",
        "Kijk deze na: dit mag, en is vreemd.",
    ),
    Ernst.MELDING: ("meldingen", "Meldingen", "Om te weten."),
}


def place_page(
    path: Path,
    sjabloon: Sjabloon,
    tellingen: Sequence[str],
    slot: str,
    wijzigingen: Sequence[Wijziging] | None = None,
) -> None:
    """Write the page; `tellingen` are the lines that say how much there is, `slot` is what it comes
    to, and `wijzigingen` what changed since an older template, where that was asked.

    Raises NietUitgevoerd when something else stands there, or it cannot be written.
    """
    if is_there(path) and not _is_ours(path):
        raise NietUitgevoerd(catalogue.PLEK_IS_BEZET.bij(Plek(str(path)), wat=path.name, tip=""))
    schrijf_bestand(path, check_page(sjabloon, tellingen, slot, wijzigingen))


def _is_ours(path: Path) -> bool:
    return path.is_file() and f"<title>{_MARK}".encode() in path.read_bytes()[:5_000]


def check_page(
    sjabloon: Sjabloon,
    tellingen: Sequence[str],
    slot: str,
    wijzigingen: Sequence[Wijziging] | None = None,
) -> bytes:
    """One HTML file, as `place_page` has it."""
    kader = sjabloon.kader
    naam = kader.instellingen.kader if kader else sjabloon.bestand
    return page(
        *_sections(sjabloon, wijzigingen),
        titel=f"{_MARK}{naam}",
        bovenkop=kader.instellingen.uitgever if kader else "kaderxl",
        kop=naam,
        onderkop=f"Sjabloon {sjabloon.bestand} nagekeken",
        inleiding=slot,
        palet={},
        voet=(*tellingen, "Verbeter het sjabloon en geef de opdracht weer: kaderxl check."),
    )


def _sections(sjabloon: Sjabloon, wijzigingen: Sequence[Wijziging] | None) -> Iterator[Markup]:
    later = [b for b in sjabloon.bevindingen if b.code == catalogue.LATER_NODIG.code]
    nu = op_ernst(b for b in sjabloon.bevindingen if b not in later)
    if wijzigingen is not None:
        yield _changes(wijzigingen)
    for ernst, (id_, kop, uitleg) in _KOPPEN.items():
        if eigen := [b for b in nu if b.ernst is ernst]:
            yield section(id_, kop, _findings(id_, kop, eigen), uitleg=uitleg)
    if sjabloon.lezingen:
        yield _readings(sjabloon.lezingen)
    vragen = [v for v in (sjabloon.kader.vragen if sjabloon.kader else ()) if not v.antwoord]
    if vragen:
        rijen = [[str(v.nummer), v.over, v.vraag] for v in vragen]
        tabel = table("vragen", "Vragen zonder antwoord", ["Nr", "Over", "Vraag"], rijen)
        assert sjabloon.kader is not None, "the questions are its"
        kop = sjabloon.kader.instellingen.zeg("Vragen voor het AO")
        yield section("vragen", kop, tabel)
    if later:
        uitleg = "Een ronde kan zonder beginnen."
        yield section(
            "later", "Later nodig", _findings("later", "Later nodig", later), uitleg=uitleg
        )


def _findings(id_: str, kop: str, bevindingen: Sequence[Bevinding]) -> Markup:
    """A row of each cause: where, which code, what there is, and what to do."""
    rijen = [_row(groep) for groep in per_oorzaak(bevindingen)]
    return table(id_, f"{kop}, met blad en cel", ["Waar", "Code", "Wat er is", "Wat u doet"], rijen)


def _row(groep: Groep) -> list[str]:
    b = groep.bevinding
    plekken = [b.plek, *groep.ook, *(a.plek for a in groep.anders)]
    waar = ", ".join(dict.fromkeys(filter(None, map(_place, plekken))))
    return [waar or b.plek.bestand, b.code, b.tekst, b.actie]


def _place(plek: Plek) -> str:
    return "!".join(filter(None, (plek.blad, plek.cel)))


def _readings(lezingen: Sequence[Lezing]) -> Markup:
    rijen = [[_place(z.plek), z.wat, z.tekst, z.gelezen] for z in lezingen]
    tabel = table(
        "lezingen", "Hoe elk woord is gelezen", ["Waar", "Kolom", "Er staat", "Gelezen als"], rijen
    )
    uitleg = "Klopt iets niet, schrijf het dan anders op."
    return section("lezingen", "Zo gelezen", tabel, uitleg=uitleg)


def _changes(wijzigingen: Sequence[Wijziging]) -> Markup:
    if not wijzigingen:
        niets = element("p", "Er is niets veranderd.")
        return section("wijzigingen", "Wat er is veranderd", niets)
    rijen = [[w.onderwerp, w.code, w.tekst] for w in wijzigingen]
    tabel = table("wijzigingen", "Elke verandering", ["Onderwerp", "Code", "Wat"], rijen)
    return section("wijzigingen", "Wat er is veranderd", tabel)

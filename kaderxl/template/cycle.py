"""The sheet Rondes: how many rondes a year has, what they are called and what they ask."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from ..core import catalogue, labels as l
from ..core.cycle import HALFJAARLIJKS, Cyclus, cyclus_van, samen, sleutel_van
from ..core.findings import NietUitgevoerd
from ..core.kader import Kader
from ..core.notation import (
    een_regel,
    lees_dag_en_maand,
    lijkt_op,
    plat,
    schrijf_dag,
    schrijf_jaren,
    schrijf_opsomming,
)
from ..core.own_names import ONZE_NAMEN, EigenNamen
from ..core.rounds import KWARTALEN, NERGENS, Fase, Ronde, Vraagt
from .cells import Bladen, Lezing, Rij

_LETTER = re.compile(r"[A-Z][A-Z0-9]{0,2}")
_ALS_VERSIE = re.compile(r"(?:.*-)?v\d+")
"""How a folder ends that is a correction of an archive."""
_GEWOON_JAAR = 2027
"""A year without 29 February: a day of a ronde comes back each year."""


def lees_rondes(bladen: Bladen, namen: EigenNamen = ONZE_NAMEN) -> Cyclus:
    """The rondes of the sheet; without that sheet, or with nothing on it, those of chapter 8.

    What a ronde asks may be called as in `namen`.
    """
    fasen: list[Fase] = []
    for rij in bladen.rijen(l.RONDES):
        if (fase := _fase(rij, namen)) and not _dubbel(rij, fase, fasen):
            fasen.append(fase)
            bladen.lezingen.append(_lezing(rij, fase))
    return cyclus_van(fasen) if fasen else HALFJAARLIJKS


def controleer_rondes(bladen: Bladen, kader: Kader) -> None:
    """What no ronde asks, though the template has it; a year of the looptijd without a ronde."""
    if not bladen.rijen(l.RONDES):
        return
    kop, (van, tm) = bladen.tabel(l.RONDES).kop("ronde"), kader.looptijd
    if leeg := frozenset(j for j in range(van, tm + 1) if not kader.cyclus.van(j)):
        bladen.meld(catalogue.JAAR_ZONDER_RONDE, kop, jaren=schrijf_jaren(leeg))
    if any(t.vragen for t in kader.toezeggingen) and not kader.cyclus.die_vraagt(Vraagt.LOPEND):
        bladen.meld(catalogue.TOEZEGGING_ZONDER_RONDE, kop)


def eigen_ronde(kader: Kader, ronde: Ronde) -> Ronde:
    """A ronde as the template has it. Raises NietUitgevoerd where it has none of that name."""
    eigen = kader.cyclus.eigen(ronde)
    if eigen is None:
        namen = [r.fase.sleutel for r in kader.cyclus.van(ronde.jaar)]
        keuzes = schrijf_opsomming(namen, "of") or "een ander jaar"
        velden = {"ronde": ronde.fase.sleutel, "jaar": ronde.jaar, "keuzes": keuzes}
        raise NietUitgevoerd(catalogue.RONDE_ONBEKEND.bij(NERGENS, **velden))
    return eigen


def _fase(rij: Rij, namen: EigenNamen) -> Fase | None:
    """The ronde of a row; None when it has no name or no day. Empty cells of ours are as ever."""
    naam = een_regel(rij.tekst("ronde"))
    sleutel = sleutel_van(naam)
    if not sleutel or _ALS_VERSIE.fullmatch(sleutel):
        rij.meld(catalogue.RONDE_ZONDER_NAAM, "ronde", naam=naam)
        return None
    ons = HALFJAARLIJKS.fase(sleutel) or Fase(sleutel)
    peildag = _dag(rij, "peildatum") or (ons.peildag if ons.letter else None)
    if peildag is None:
        if not rij.cel("peildatum"):
            rij.meld(catalogue.RONDE_ZONDER_PEILDATUM, "peildatum", ronde=naam)
        return None
    inleveren = _dag(rij, "inleveren")
    return replace(
        ons,
        heet=naam,
        letter=_letter(rij, naam),
        peildag=peildag,
        inleveren=inleveren,
        erna=inleveren < peildag if inleveren else ons.erna,
        kwartaal=_kwartaal(rij),
        in_woorden=_in_woorden(rij) or (ons.in_woorden if peildag == ons.peildag else ""),
        vraagt=_vraagt(rij, namen) if "vraagt ook" in rij.tabel.kolommen else ons.vraagt,
        van=rij.jaar("actief van"),
        tm=rij.jaar("actief t/m"),
    )


def _dag(rij: Rij, kolom: str) -> tuple[int, int] | None:
    """Month and day of a cell, which is a date or words; None for an empty one."""
    cel = rij.cel(kolom)
    dag = lees_dag_en_maand(cel.waarde, _GEWOON_JAAR) if cel else None
    if cel and dag is None:
        rij.meld(catalogue.DATUM_ONLEESBAAR, kolom, waarde=cel.tekst, voorbeeld="31 maart")
    return (dag.month, dag.day) if dag else None


def _letter(rij: Rij, naam: str) -> str:
    """The abbreviation for a kenmerk: as written, else of the words: `eerste kwartaal` is EK."""
    delen = re.findall(r"[a-z]+|\d+", sleutel_van(naam))
    begin = "".join(d if d.isdigit() else d[0] for d in delen).upper().lstrip("0123456789")
    afkorting = rij.code("afkorting") or begin[:3]
    if not _LETTER.fullmatch(afkorting):
        rij.meld(catalogue.RONDE_AFKORTING, "afkorting", waarde=afkorting or naam)
    return afkorting


def _kwartaal(rij: Rij) -> int:
    """The quarter in which the BO meets on it; 0 where the cell is empty."""
    tekst = rij.tekst("overleg")
    woorden = plat(tekst).split()
    nummer = next((n for n, woord in enumerate(KWARTALEN, 1) if woord in woorden), 0)
    if tekst and not nummer:
        rij.onbekend("overleg", [f"{woord} kwartaal" for woord in KWARTALEN])
    return nummer


def _in_woorden(rij: Rij) -> str:
    tekst = een_regel(rij.tekst("in woorden"))
    return f"{tekst} {{jaar}}" if tekst and "{jaar}" not in tekst else tekst


def _vraagt(rij: Rij, namen: EigenNamen) -> frozenset[Vraagt]:
    keuzes = {plat(w): v for v in Vraagt for w in (namen.zeg(v), v)}
    gevraagd = set[Vraagt]()
    for deel in filter(None, map(plat, re.split(r"[,;\n]| en ", rij.tekst("vraagt ook")))):
        if deel in keuzes:
            gevraagd.add(keuzes[deel])
        else:
            rij.onbekend("vraagt ook", keuzes, lijkt_op(deel, keuzes))
    return frozenset(gevraagd)


def _dubbel(rij: Rij, fase: Fase, eerder: list[Fase]) -> bool:
    """Whether another row has the same name, abbreviation or day."""
    for ander in eerder:
        for kolom, is_zelfde in (
            ("ronde", fase.sleutel == ander.sleutel),
            ("afkorting", fase.letter == ander.letter),
            ("peildatum", fase.peildag == ander.peildag and samen(fase, ander)),
        ):
            if is_zelfde:
                velden = {"kolom": kolom, "ronde": str(fase), "eerder": str(ander)}
                rij.meld(catalogue.RONDE_DUBBEL, kolom, **velden)
                return True
    return False


def _lezing(rij: Rij, fase: Fase) -> Lezing:
    delen = [f"{_zeg(fase.peildag)} (afkorting {fase.letter})"]
    if fase.inleveren:
        wanneer = "het jaar erna" if fase.erna else "hetzelfde jaar"
        delen.append(f"inleveren {_zeg(fase.inleveren)} van {wanneer}")
    cel = rij.tabel.plek(rij.cel("ronde"))
    return Lezing("ronde", str(fase), ", ".join(delen), cel)


def _zeg(dag: tuple[int, int]) -> str:
    return schrijf_dag(date(_GEWOON_JAAR, *dag)).rpartition(" ")[0]

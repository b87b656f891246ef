"""Which return of a partij counts, and what it changed against the one before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..core import catalogue
from ..core import labels as l
from ..core import phrases as say
from ..core.answers import Inzending
from ..core.notation import lees_reden, met_eenheid
from ..core.rounds import Bevinding, Plek


@dataclass(frozen=True, slots=True)
class Counted:
    """The return of each partij that counts, and what there is to say of the others.

    `telt_niet` has by hash what to say of one that does not count to who takes it in.
    """

    inzendingen: tuple[Inzending, ...]
    bevindingen: tuple[Bevinding, ...]
    telt_niet: Mapping[str, Bevinding] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gefiled:
    """A return in the folder; `rang` is 0 or more when a person chose it."""

    inzending: Inzending
    rang: int
    reden: str


def waarom_nieuwer(oud: Inzending, nieuw: Inzending, gestempeld: bool) -> str:
    """Both moments, so that two files of one name can be told apart."""
    momenten = f"opgeslagen {say.moment(nieuw.gewijzigd)}; deze {say.moment(oud.gewijzigd)}"
    door_stempel = gestempeld and nieuw.gewijzigd != oud.gewijzigd
    return momenten if door_stempel else f"later binnengekomen; {momenten}"


def wijzigingen(oud: Inzending, nieuw: Inzending, partij: str) -> Iterator[Bevinding]:
    """What a newer return says otherwise; the same value written another way is no change."""
    redenen = _redenlijsten(oud, nieuw)
    eerst, nu = _antwoorden(oud, redenen), _antwoorden(nieuw, redenen)
    for code, kolom in sorted(eerst.keys() | nu.keys()):
        was, _ = eerst.get((code, kolom), ("(leeg)", None))
        is_nu, plek = nu.get((code, kolom), ("(leeg)", None))
        if was != is_nu and kolom in (l.TOELICHTING, l.PLANNEN):
            # What somebody took out of a toelichting must not come back in the matrix.
            waar = plek or Plek(nieuw.bestand)
            yield catalogue.TOELICHTING_GEWIJZIGD.bij(waar, partij=partij, code=code)
        elif was != is_nu:
            yield catalogue.ANTWOORD_GEWIJZIGD.bij(
                plek or Plek(nieuw.bestand),
                partij=partij,
                code=code,
                kolom=kolom,
                eerst=was,
                nu=is_nu,
            )


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


def _antwoorden(
    inzending: Inzending, redenen: Mapping[str, Mapping[str, str]]
) -> dict[tuple[str, str], tuple[str, Plek]]:
    """Every filled cell in words, by code and column."""
    gevonden: dict[tuple[str, str], tuple[str, Plek]] = {}
    for code, voorzet in inzending.voorzetten.items():
        reden = voorzet.velden.get(l.REDEN)
        gelezen = {
            l.BEOORDELING: str(voorzet.beoordeling or ""),
            l.REDEN: lees_reden(reden.tekst, redenen.get(code, {})) if reden else "",
            l.TOELICHTING: voorzet.toelichting,
        }
        for kolom, veld in voorzet.velden.items():
            gevonden[code, kolom] = (gelezen[kolom] or veld.tekst, veld.plek)
        for m, a in voorzet.waarden.items():
            gevonden[m, l.WAARDE] = (
                met_eenheid(a.waarde if a.waarde is not None else a.veld.inhoud, ""),
                a.veld.plek,
            )
    for nummer, veld in inzending.programma.items():
        gevonden[say.programmacode(nummer), l.PLANNEN] = (veld.tekst, veld.plek)
    return gevonden

"""Pure: validated returns become the matrix, with every difference and every gap explicit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..core import catalogue
from ..core.answers import Inzending, Reactie
from ..core.colour import Beoordeling
from ..core.kader import Combineren, Indicator, Kader, Meetwaarde
from ..core.notation import schrijf_opsomming
from ..core.numbering import Nummer
from ..core.outcome import Afgesproken, Matrix, Matrixrij, Stand, Vastgelegd, Verschil
from ..core.phrases import als_opties
from ..core.rounds import NERGENS, Bevinding, Ronde
from ..core.traffic_light import Stoplicht
from ..core.voorzetten import als_gezien, beaamd, per_rij, trekker_van, voorzet_van
from .figures import standen
from .grounds import sinds_de_afspraken, sinds_de_besluiten


def combine(
    kader: Kader,
    ronde: Ronde,
    inzendingen: Iterable[Inzending],
    vastgelegd: Vastgelegd = Vastgelegd(),
    bevindingen: Iterable[Bevinding] = (),
) -> Matrix:
    """The matrix of a ronde from one inzending per partij; their order does not matter."""
    per_partij = {i.partij: i for i in inzendingen}
    geordend = tuple(per_partij[p.code] for p in kader.partijen if p.code in per_partij)
    rijen = tuple(_rij(kader, ronde, i, per_partij, vastgelegd) for i in kader.actief(ronde.jaar))
    alle = (
        *bevindingen,
        *(b for inzending in geordend for b in inzending.bevindingen),
        *_ontbrekend(kader, ronde, per_partij),
        *_verschillen(rijen),
        *_op_een_oudere(kader, ronde, rijen),
        *_eensgezind(rijen, vastgelegd),
        *sinds_de_afspraken(kader, rijen, vastgelegd),
        *sinds_de_besluiten(kader, rijen, vastgelegd),
    )
    return Matrix(
        kader=kader,
        ronde=ronde,
        rijen=rijen,
        voorstellen={
            a.nummer: _voorstel_afspraak(a.nummer, rijen, kader.stoplicht) for a in kader.afspraken
        },
        inzendingen=geordend,
        bevindingen=alle,
        vastgelegd=vastgelegd,
    )


def _rij(
    kader: Kader,
    ronde: Ronde,
    indicator: Indicator,
    per_partij: Mapping[str, Inzending],
    vastgelegd: Vastgelegd,
) -> Matrixrij:
    afgesproken, besluit = vastgelegd.afgesproken, vastgelegd.besluiten.get(indicator.afspraak)
    besloten = besluit is not None and kader.stoplicht.lees(besluit.kleur) is not None
    houders = kader.actiehouders(indicator, ronde.jaar)
    eigen = {code: voorzet_van(per_partij.get(code), indicator.code) for code in houders}
    inbreng = beaamd(kader, indicator, ronde.jaar, eigen)
    kleuren = [v.beoordeling for v in inbreng.values() if v is not None and v.beoordeling]
    cijfers = standen(kader, indicator, inbreng)
    verschillen = [(s.code, s.verschil) for s in cijfers if s.verschil]
    if _kleuren_verschillen(kleuren, indicator.combineren):
        verschillen.insert(0, (indicator.code, "kleur"))
    elif oneens := [p for p, v in inbreng.items() if v and v.reactie is Reactie.NIET_AKKOORD]:
        wie = schrijf_opsomming([p.naam for p in kader.partijen if p.code in oneens])
        verschillen.insert(0, (indicator.code, f"niet akkoord: {wie}"))
    vragen = {m.code: m for m in kader.meetwaarden_van(indicator.code)}
    volgens_regel = kader.stoplicht.voorzichtigste(kleuren)
    return Matrixrij(
        indicator,
        inbreng,
        _afgesproken_kleur(afgesproken.get(indicator.code), kader.stoplicht) or volgens_regel,
        tuple(
            Verschil(c, wat, _is_besproken(afgesproken.get(c)), besloten and c == indicator.code)
            for c, wat in verschillen
        ),
        tuple(_met_afspraak(kader, s, afgesproken, vragen) for s in cijfers),
        volgens_regel,
        trekker_van(kader, indicator, ronde.jaar),
    )


def _afgesproken_kleur(afgesproken: Afgesproken | None, licht: Stoplicht) -> Beoordeling | None:
    return licht.lees(afgesproken.waarde) if afgesproken else None


def _is_besproken(afgesproken: Afgesproken | None) -> bool:
    return afgesproken is not None and afgesproken.waarde not in (None, "")


def _met_afspraak(
    kader: Kader,
    stand: Stand,
    afgesproken: Mapping[str, Afgesproken],
    vragen: Mapping[str, Meetwaarde],
) -> Stand:
    """The stand with the value that the AO settled, where it did."""
    settled = afgesproken.get(stand.code)
    if stand.code not in vragen or settled is None or not _is_besproken(settled):
        return stand
    waarde = settled.waarde
    getal = waarde if isinstance(waarde, (int, float)) and not isinstance(waarde, bool) else None
    waar = kader.instellingen.zeg("afgesproken in het AO")
    tekst = f"{vragen[stand.code].zeg(waarde)} ({waar})"
    return replace(stand, tekst=tekst, waarde=getal, volledig=True, verschil="")


def _kleuren_verschillen(kleuren: Sequence[Beoordeling], combineren: Combineren) -> bool:
    """Only of what is of all: where each tells of its own part another colour is no dispute.

    Where one alone is to answer, a colour beside one that says it does not apply is none either.
    """
    if combineren is Combineren.ENKEL:
        kleuren = [k for k in kleuren if not k.geldt_niet]
    return not combineren.eigen_deel and len(set(kleuren)) > 1


def _voorstel_afspraak(
    nummer: Nummer, rijen: Sequence[Matrixrij], licht: Stoplicht
) -> Beoordeling | None:
    """The most cautious of the indicators; done or not applying only when every one is known."""
    eigen = [r for r in rijen if r.indicator.afspraak == nummer and not r.indicator.open]
    bekend = [r.voorstel for r in eigen if r.voorstel is not None]
    kleur = licht.voorzichtigste(bekend)
    if kleur and kleur.bijzonder and len(bekend) < len(eigen):
        return None
    return kleur


def _ontbrekend(
    kader: Kader, ronde: Ronde, per_partij: Mapping[str, Inzending]
) -> Iterable[Bevinding]:
    for partij in kader.partijen:
        gevraagd = len(kader.vragen_aan(partij.code, ronde.jaar))
        if gevraagd and partij.code not in per_partij:
            yield catalogue.PARTIJ_ONTBREEKT.bij(NERGENS, partij=partij.naam, aantal=gevraagd)


def _op_een_oudere(kader: Kader, ronde: Ronde, rijen: Iterable[Matrixrij]) -> Iterable[Bevinding]:
    """A reaction to a voorzet that is another by now."""
    namen = {p.code: p.naam for p in kader.partijen}
    for rij in rijen:
        voorzet = rij.inbreng.get(rij.trekker)
        for partij, gegeven in rij.inbreng.items():
            if gegeven and gegeven.reactie and gegeven.ouder:
                nu = per_rij(kader, rij.indicator, partij, voorzet) if voorzet else {}
                yield catalogue.OUDERE_VOORZET.bij(
                    code=rij.indicator.code,
                    partij=namen[partij],
                    reactie=gegeven.reactie,
                    trekker=namen.get(rij.trekker, "de trekker"),
                    toen=gegeven.gezien,
                    nu=als_gezien(nu) or "niets",
                    ronde=als_opties(ronde),
                )


def _eensgezind(rijen: Iterable[Matrixrij], vastgelegd: Vastgelegd) -> Iterable[Bevinding]:
    """A colour that the AO settled while the partijen have since come to agree on another.

    Where each tells of its own part they may all differ, and there is nothing to agree on.
    """
    for rij in rijen:
        settled = vastgelegd.afgesproken.get(rij.indicator.code)
        verschilt = any(v.code == rij.indicator.code for v in rij.verschillen)
        eens = len({v.beoordeling for v in rij.inbreng.values() if v and v.beoordeling}) < 2
        if settled and eens and not verschilt and rij.voorstel != rij.volgens_regel:
            yield catalogue.AFSPRAAK_AO_ACHTERHAALD.bij(
                code=rij.indicator.code,
                afgesproken=settled.waarde,
                nu=rij.volgens_regel or "niets",
            )


def _verschillen(rijen: Iterable[Matrixrij]) -> Iterable[Bevinding]:
    for rij in rijen:
        if rij.open_verschillen:
            wat = schrijf_opsomming([v.wat for v in rij.open_verschillen])
            yield catalogue.VERSCHIL.bij(NERGENS, code=rij.indicator.code, wat=wat)

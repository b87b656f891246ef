"""The sheets to read beside the table: what is missing, what is wrong, whence it came, on what
answers each besluit rests."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...core import labels as l, phrases as say
from ...core.action_points import Actiepunt, lees_stand
from ...core.answers import Inzending, Veld, Waarde
from ...core.findings import op_ernst
from ...core.kader import Toezegging
from ...core.notation import met_eenheid, schrijf_opsomming
from ...core.outcome import Afgesproken, Grondslag, Matrix, Matrixrij
from ...core.phrases import lees_loopt
from ...core.post import Stuk
from ...core.rounds import Vraagt
from ...writing.measures import MEESTE_REGELS, aantal_regels, begin_van, ingekort
from ...writing.table import Kolom, Kolomsoort, Tabel
from .. import columns
from ..grounds import (
    afspraak_in_woorden,
    besluit_in_woorden,
    feiten,
    grond_van,
    met_eigen_naam,
    op_verschillen,
)
from ..words import inbreng_in_woorden
from .layout import BREEDTE_STAND

_BREEDTE_GEZEGD = 30


def ontbrekend(matrix: Matrix) -> Tabel:
    """Every answer that was asked and is not there."""
    rijen = tuple(
        (partij.naam, rij.indicator.code, rij.indicator.tekst, wat)
        for partij in matrix.kader.partijen
        for rij in matrix.rijen
        if partij.code in rij.inbreng
        for voorzet in (rij.inbreng[partij.code],)
        for wat in ((_alles(matrix, rij, partij.code),) if voorzet is None else voorzet.ontbreekt)
    )
    rijen += tuple(_niet_gezegd(matrix))
    kolommen = (
        columns.PARTIJ.breed(26),
        columns.CODE.breed(10),
        Kolom("Indicator", breedte=60),
        Kolom("Wat ontbreekt", breedte=60),
    )
    return Tabel(l.ONTBREKEND, "", kolommen, rijen)


def toelichtingen(matrix: Matrix) -> Tabel:
    """All that the partijen wrote, a row each; what is longer than a row goes on in the next."""
    kolommen = (
        Kolom(l.NR, breedte=5, midden=True),
        columns.CODE.breed(11),
        columns.PARTIJ.breed(20),
        Kolom("Kleur", breedte=14),
        Kolom("Reden", breedte=22),
        columns.TOELICHTING.breed(97),
    )
    rijen = tuple(
        (*over, deel)
        for over, tekst in (*_bij_indicatoren(matrix), *_bij_programma(matrix))
        for deel in _in_delen(tekst, kolommen[-1].breedte)
    )
    return Tabel(l.TOELICHTINGEN, "", kolommen, rijen)


def delen_van(_: Matrix, rij: Matrixrij) -> list[str]:
    """The standen of an indicator in words; of more than a row can show, a part each."""
    if aantal_regels(rij.stand, BREEDTE_STAND) <= MEESTE_REGELS:
        return [rij.stand] if rij.stand else []
    return re.split(r"\n|; ", rij.stand)


def _bij_indicatoren(matrix: Matrix) -> Iterator[tuple[tuple[Waarde, ...], str]]:
    for rij in matrix.rijen:
        over = rij.indicator.afspraak, rij.indicator.code
        for partij in matrix.kader.partijen:
            voorzet = rij.inbreng.get(partij.code)
            if voorzet and voorzet.toelichting:
                redenen = voorzet.beoordeling.redenen if voorzet.beoordeling else {}
                woorden = redenen.get(voorzet.reden)
                reden = f"{voorzet.reden} – {woorden}" if woorden else voorzet.reden
                kleur = inbreng_in_woorden(rij, partij.code)
                yield (*over, partij.naam, kleur, reden or "–"), voorzet.toelichting
        if len(delen_van(matrix, rij)) > 1:
            yield (*over, "samen", "–", "–"), f"Stand: {rij.stand}"


def _bij_programma(matrix: Matrix) -> Iterator[tuple[tuple[Waarde, ...], str]]:
    """What was answered in words alone: plans, running commitments, proposals."""
    nummers = {say.programmacode(a.nummer): a.nummer for a in matrix.kader.afspraken}
    namen = {p.code: p.naam for p in matrix.kader.partijen}
    for code in sorted({code for i in matrix.inzendingen for code in i.programma}):
        for i in matrix.inzendingen:
            if veld := i.programma.get(code):
                yield (nummers.get(code, "–"), code, namen[i.partij], "–", "–"), veld.tekst


def _in_delen(tekst: str, breedte: float) -> Iterator[str]:
    while tekst:
        deel, tekst = begin_van(tekst, breedte, MEESTE_REGELS)
        yield deel


def _niet_gezegd(matrix: Matrix) -> Iterator[tuple[str, str, str, str]]:
    """What somebody took on and said nothing of."""
    namen = {p.code: p.naam for p in matrix.kader.partijen}
    gezegd = {(i.partij, code) for i in matrix.inzendingen for code in i.programma}
    for t in matrix.kader.actiepunten:
        for partij in t.partijen:
            if (partij, t.code) not in gezegd:
                yield namen.get(partij, partij), t.code, say.actiepunt(t), "hoe het staat"


def _alles(matrix: Matrix, rij: Matrixrij, partij: str) -> str:
    """What is missing where a partij (code) said nothing."""
    if rij.trekker in ("", partij):
        return "alles"
    trekker = matrix.kader.partij(rij.trekker)
    assert trekker is not None, "a trekker is one of the partijen"
    wacht = "" if rij.inbreng.get(rij.trekker) else " (die is er nog niet)"
    return f"akkoord of niet met de voorzet van {trekker.naam}{wacht}"


def dit_doen_we_al(matrix: Matrix) -> Tabel:
    """The running commitments as printed, and what each partij that was asked says of them."""
    partijen = [p for p in matrix.kader.partijen if p.actief(matrix.ronde.jaar)]
    gezegd = {i.partij: i.programma for i in matrix.inzendingen}
    vragend = matrix.kader.cyclus.die_vraagt(Vraagt.LOPEND)
    wanneer = schrijf_opsomming([f.met_lidwoord for f in vragend])

    def van(toezegging: Toezegging, partij: str) -> str:
        if not toezegging.vragen or partij not in toezegging.partijen:
            return l.NIET_GEVRAAGD
        if Vraagt.LOPEND not in matrix.ronde.fase.vraagt:
            return f"gevraagd in {wanneer}" if wanneer else l.NIET_GEVRAAGD
        veld = gezegd.get(partij, {}).get(toezegging.code)
        woord, waarom = lees_loopt(veld.tekst) if veld else ("", "")
        return ": ".join(filter(None, (woord, waarom))) or l.NIET_INGEVULD

    kolommen = (
        columns.CODE.breed(8),
        Kolom("Thema", breedte=16),
        Kolom("Dit doen we al", breedte=60),
        Kolom("Jaar of datum", breedte=12),
        Kolom("Wat de partijen zeggen", breedte=70),
    )

    def samen(t: Toezegging) -> str:
        gezegd = [(p.naam, van(t, p.code)) for p in partijen]
        regels = [f"{naam}: {woorden}" for naam, woorden in gezegd if woorden != l.NIET_GEVRAAGD]
        verder = l.LEES_VERDER.format(t.code)
        return ingekort(regels, kolommen[-1].breedte, verder) or l.NIET_GEVRAAGD

    rijen = tuple(
        (t.code, t.thema, t.tekst, t.datum or "–", samen(t)) for t in matrix.kader.toezeggingen
    )
    return Tabel(l.LOPEND, "", kolommen, rijen)


def actiepunten(matrix: Matrix) -> Tabel:
    """What was taken on in the rondes before, how each who did so says that it stands, and what
    the AO said of it and of other focuspunten."""
    namen = {p.code: p.naam for p in matrix.kader.partijen}
    zei = {(i.partij, code): v.tekst for i in matrix.inzendingen for code, v in i.programma.items()}
    ao = dict(matrix.kader.gezegd)
    rijen = [
        (
            *_actiepunt(t),
            namen.get(p, p),
            *_stand(t.code, zei.get((p, t.code), "")),
            ao.get(t.code, ""),
        )
        for t in matrix.kader.actiepunten
        for p in t.partijen
    ]
    bekend = {t.code for t in matrix.kader.actiepunten}
    rijen += [(c, "", "", "", None, "", "", "", "", t) for c, t in ao.items() if c not in bekend]
    kolommen = (
        columns.CODE.breed(13),
        Kolom(l.NR, "Nummer van de afspraak.", breedte=5, midden=True),
        Kolom("Actiepunt", "Wat er is toegezegd.", breedte=33),
        Kolom(l.WIE, "Wie dat zou doen.", breedte=15),
        Kolom(l.WANNEER, "Wanneer het klaar zou zijn.", Kolomsoort.DATUM, 11, midden=True),
        Kolom("Uit", "Waar het is afgesproken.", breedte=17),
        columns.PARTIJ.breed(15),
        Kolom("Hoe het staat", "Gedaan, loopt of niet gedaan.", breedte=11),
        Kolom("Wat de partij zegt", "Zoals zij het schreef.", breedte=_BREEDTE_GEZEGD),
        Kolom(
            matrix.kader.instellingen.zeg("Wat het AO zei"),
            "In het overleg voor deze ronde.",
            breedte=24,
        ),
    )
    return Tabel(l.ACTIEPUNTEN, "Wat eerder is toegezegd", kolommen, tuple(rijen))


def _actiepunt(t: Actiepunt) -> tuple[Waarde, ...]:
    return t.code, t.afspraak, t.wat, t.wie, t.wanneer, t.uit


def _stand(code: str, tekst: str) -> tuple[str, str]:
    stand, waarom = lees_stand(tekst)
    waarom = ingekort([waarom], _BREEDTE_GEZEGD, l.LEES_VERDER.format(code))
    return (str(stand) if stand else l.NIET_INGEVULD, waarom)


def bevindingen(matrix: Matrix) -> Tabel:
    """Every finding, gravest first, with its place and what to do."""
    rijen = tuple(
        (b.ernst, b.code, b.plek.bestand, b.plek.blad, b.plek.cel, b.tekst, b.actie)
        for b in op_ernst(matrix.bevindingen)
    )
    kolommen = (
        columns.ERNST.breed(13),
        Kolom("Code", breedte=7),
        columns.BESTAND.breed(26),
        columns.BLAD.breed(14),
        columns.CEL.breed(7),
        Kolom("Wat is er", breedte=55),
        Kolom("Wat te doen", breedte=48),
    )
    return Tabel(l.BEVINDINGEN, "", kolommen, rijen)


def herkomst(matrix: Matrix) -> Tabel:
    """Each answer as it was written, with the file, sheet, cell and hash it came from."""
    namen = {p.code: p.naam for p in matrix.kader.partijen}
    rijen = tuple(
        (namen[inzending.partij], *herkomst)
        for inzending in matrix.inzendingen
        for herkomst in _herkomst(inzending)
    ) + tuple((namen.get(s.partij, s.partij), *_stuk(s)) for s in matrix.stukken)
    kolommen = (
        columns.PARTIJ.breed(20),
        columns.CODE.breed(12),
        Kolom("Kolom", breedte=12),
        Kolom("Ingevuld", breedte=46),
        columns.BESTAND.breed(34),
        columns.BLAD.breed(11),
        columns.CEL.breed(7),
        columns.SHA256.breed(34),
    )
    return Tabel(l.HERKOMST, "", kolommen, rijen)


def _herkomst(inzending: Inzending) -> Iterator[tuple[Waarde, ...]]:
    hash_van, eigen = {b.bestand: b.sha256 for b in inzending.ook}, inzending.sha256

    def regel(code: str, kolom: str, veld: Veld, ingevuld: str) -> tuple[Waarde, ...]:
        plek = veld.plek
        return (
            code,
            kolom,
            ingevuld,
            plek.bestand,
            plek.blad,
            plek.cel,
            hash_van.get(plek.bestand, eigen),
        )

    for code, voorzet in inzending.voorzetten.items():
        for kolom, veld in voorzet.velden.items():
            yield regel(code, kolom, veld, met_eenheid(veld.inhoud, ""))
        for m, antwoord in voorzet.waarden.items():
            yield regel(m, l.WAARDE, antwoord.veld, met_eenheid(antwoord.veld.inhoud, ""))
    for code, veld in inzending.programma.items():
        yield regel(code, l.PLANNEN, veld, veld.tekst)


def _stuk(stuk: Stuk) -> tuple[Waarde, ...]:
    """What came beside the answers, without the address of anybody."""
    kop = stuk.soort[:1].upper() + stuk.soort[1:]
    naam = stuk.bestand.partition(" ")[2]
    return "", kop, stuk.tekst or naam, stuk.bestand, "", "", stuk.sha256 or stuk.bij


def grondslag(matrix: Matrix) -> Tabel:
    """Each answer as it is now and as it was when the besluit on its afspraak was made, or when the
    AO settled what differs."""
    kolommen = (
        Kolom(l.NR, breedte=5),
        columns.CODE.breed(14),
        columns.PARTIJ.breed(20),
        Kolom(l.NU, breedte=46),
        Kolom(l.TOEN, breedte=46),
        Kolom(l.TOEN_BESLUIT, breedte=26),
        Kolom(l.SINDSDIEN, breedte=12),
    )
    return Tabel(l.GRONDSLAG, "", kolommen, tuple(_grondslag(matrix)))


def _grondslag(matrix: Matrix) -> Iterator[tuple[Waarde, ...]]:
    """Of every answer what it is now; then of what differs or was settled in the AO."""
    namen = {p.code: p.naam for p in matrix.kader.partijen}
    v, ao = matrix.vastgelegd, matrix.kader.instellingen.namen.ao.kort
    for rij in matrix.rijen:
        nummer, code = rij.indicator.afspraak, rij.indicator.code
        besluit = matrix.besluiten.get(nummer)
        woorden = besluit_in_woorden(besluit) if besluit and besluit.kleur else ""
        for partij in rij.inbreng:
            nu = feiten(matrix.kader, rij, partij)
            rust_op = _rust_op(woorden, v.grondslagen.get(nummer), (code, partij), nu)
            yield nummer, code, namen[partij], nu, *rust_op
    for rij in matrix.rijen:
        for code in op_verschillen(matrix.kader, rij, v):
            woorden = afspraak_in_woorden(v.afgesproken.get(code, Afgesproken(code)))
            eigen = met_eigen_naam(matrix.kader, woorden)
            for partij in rij.inbreng:
                if nu := grond_van(matrix.kader, rij, code, partij):
                    grond = v.gronden_ao.get(code)
                    rust_op = _rust_op(eigen, grond, (code, partij), nu)
                    yield rij.indicator.afspraak, f"{ao} {code}", namen[partij], nu, *rust_op


def _rust_op(
    woorden: str, grondslag: Grondslag | None, antwoord: tuple[str, str], nu: str
) -> tuple[str, str, str]:
    """What was answered then, what was settled on it, and whether that is the same still."""
    if not woorden:
        return (l.NIET_GEVRAAGD,) * 3
    # Without a record it was settled on what stands here now.
    toen = grondslag.antwoorden.get(antwoord, l.NIET_GEVRAAGD) if grondslag else nu
    return toen, woorden, "gelijk" if toen == nu else "gewijzigd"

"""What became of each document that came in: by itself, with the others, and with its mail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..core import catalogue, phrases as say
from ..core.answers import Inzending, RefusedReturn
from ..core.notation import schrijf_opsomming
from ..core.rounds import Bevinding, Plek
from ..core.voorzetten import in_pas
from ..returns.correction import Herstelblad
from ..returns.counting import Counted
from ..returns.doubts import doubts_in
from ..returns.intake import Ontvangen, Overgeslagen
from ..returns.letters import Letters, Said
from ..returns.whose import doubt_about, named_in
from ..returns.workspace import Judged, Workspace
from .result import ask_for_a_look

Beoordeeld = Overgeslagen | tuple[Ontvangen, Judged]
TELT_NIET = {
    catalogue.TELT_NIET.code,
    catalogue.BLIJFT_UITGESLOTEN.code,
    catalogue.DEELS_GEKOZEN.code,
}  # a person said so before
GEWEIGERD = "geweigerd"
AL_ER = "overgeslagen"
_GEEN_DEEL = {*TELT_NIET, catalogue.OUDER_DAN_ER_IS.code}
_BIJ_HET_BLAD = {catalogue.MAILTEKST_BIJ_BLAD.code, catalogue.OOK_BEANTWOORD.code}
_ZEGT_DE_BRIEF = {
    catalogue.MAIL_ZONDER_BIJLAGE.code,
    catalogue.MAIL_ZONDER_REKENBLAD.code,
    catalogue.OVERGESLAGEN.code,
}


@dataclass(frozen=True, slots=True)
class Ingenomen:
    """What became of one document: aangenomen, geweigerd or overgeslagen.

    `herkomst` says in words where it came from: the file, or the zip or mail around it;
    `herstel` is the correction workbook to send back, None when there is none. It is compleet by
    itself, or `samen` with other files of the partij. `afgedaan` says that it asks nothing of
    anybody: it was there already, or something that came later answered it.
    """

    bestand: str
    sha256: str
    status: str
    partij: str
    bevindingen: tuple[Bevinding, ...]
    compleet: int = 0
    gevraagd: int = 0
    herkomst: str = ""
    herstel: Path | None = None
    samen: bool = False
    afgedaan: bool = False


class Samen:
    """What became of the documents, once it is known which of their answers count."""

    def __init__(self, werk: Workspace, geteld: Counted) -> None:
        self.werk, self.geteld = werk, geteld
        self.bladen: dict[str, Herstelblad] = {}
        self._telt = {b.sha256: (i, b.bestand) for i in geteld.inzendingen for b in i.bestanden}
        self._gezegd: set[Bevinding] = set()

    def ingenomen(self, beoordeeld: Beoordeeld, nieuw: bool) -> Ingenomen:
        if isinstance(beoordeeld, Overgeslagen):
            herkomst, waarom = say.herkomst(beoordeeld.herkomst), beoordeeld.bevinding
            return Ingenomen(beoordeeld.naam, "", AL_ER, "", (waarom,), herkomst=herkomst)
        ontvangen, inzending = beoordeeld
        herkomst = say.herkomst(ontvangen.herkomst)
        if isinstance(inzending, RefusedReturn):
            return Ingenomen(
                inzending.bestand,
                inzending.sha256,
                GEWEIGERD,
                inzending.partij,
                (inzending.bevinding, *inzending.ook),
                herkomst=herkomst,
            )
        kader, partij = self.werk.kader, self.werk.kader.partij(inzending.partij)
        geheel = self._telt.get(inzending.sha256, (inzending, ""))[0]
        blad = self.bladen.get(inzending.sha256, Herstelblad())
        bevindingen = (
            *self._over_bestand(ontvangen.naam, inzending.sha256, nieuw),
            *self._in_het_bestand(inzending),
            *_van_een_ander(self.werk, ontvangen, inzending),
            *blad.bevindingen,
        )
        vervangen = any(b.code == catalogue.OUDER_DAN_ER_IS.code for b in bevindingen)
        return Ingenomen(
            ontvangen.naam,
            inzending.sha256,
            "aangenomen" if nieuw else AL_ER,
            partij.naam if partij else inzending.partij,
            bevindingen,
            geheel.compleet,
            len(in_pas(kader, inzending.partij, self.werk.ronde.jaar, geheel.bron.pas)),
            herkomst,
            blad.bestand,
            bool(geheel.ook),
            not nieuw and (vervangen or not ask_for_a_look(bevindingen)),
        )

    def _in_het_bestand(self, inzending: Inzending) -> Iterator[Bevinding]:
        """What is wrong with the answers in it that count: what another file has is not missing.

        Of one of which nothing counts no answer is judged.
        """
        geheel, naam = self._telt.get(inzending.sha256, (None, ""))
        if geheel is None:
            yield from inzending.bron.bevindingen
        elif geheel.ook:
            yield from (b for b in geheel.bevindingen if b.plek.bestand == naam)
        else:
            yield from inzending.bevindingen
            yield from doubts_in(geheel)

    def _over_bestand(self, naam: str, hash_: str, nieuw: bool) -> Iterator[Bevinding]:
        """Whether it was there already, counts, and says otherwise than another file.

        What is said of two files is said once.
        """
        over = self.geteld.bij_ontvangst.get(hash_, ())
        if not nieuw and not any(b.code in _GEEN_DEEL for b in over):
            yield catalogue.AL_ONTVANGEN.bij(Plek(naam))
        for b in over:
            if not b.plek.cel:
                yield replace(b, plek=Plek(naam))
            elif b not in self._gezegd:
                self._gezegd.add(b)
                yield b


def _van_een_ander(
    werk: Workspace, ontvangen: Ontvangen, inzending: Inzending
) -> Iterator[Bevinding]:
    """That the mail came from another address than the partij has, and whom it names besides."""
    van, partij = ontvangen.herkomst, werk.kader.partij(inzending.partij)
    afzender = van.afzender
    if not (partij and partij.email and afzender):
        return
    if partij.schrijft_van(afzender):
        return
    plek, velden = Plek(ontvangen.naam), {"afzender": afzender, "partij": partij.naam}
    # The name of the municipality is in the name of the agreement, and what all of it is about.
    gemeente = werk.kader.instellingen.gemeente
    genoemd = [
        p
        for p in named_in(werk.kader, f"{van.onderwerp} / {van.naam}")
        if not gemeente or gemeente not in p.naam
    ]
    if genoemd and partij not in genoemd and not doubt_about(werk.kader, van, inzending):
        velden["ander"] = schrijf_opsomming([p.naam for p in genoemd])
        opties = {"ronde": say.als_opties(werk.ronde), "hash": inzending.sha256[:8]}
        yield catalogue.AFZENDER_NOEMT_ANDER.bij(plek, **velden, **opties)
    else:
        yield catalogue.AFZENDER_ANDERS.bij(plek, **velden, adres=partij.email)


def met_brieven(
    uitkomsten: list[Ingenomen],
    documenten: list[Beoordeeld],
    gezegd: list[Said],
    brieven: Letters,
) -> list[Ingenomen]:
    """The same, with what the mails around the documents say."""
    hele = {s.brief.herkomst.bestand: set[int]() for s in gezegd}
    for s in gezegd:
        if s.document < 0:
            hele[s.brief.herkomst.bestand].add(s.brief.herkomst.brief)
        else:
            uitkomsten[s.document] = _bij_document(uitkomsten[s.document], s)
    over = []
    for uitkomst, document in zip(uitkomsten, documenten, strict=True):
        if isinstance(document, Overgeslagen):
            van = document.herkomst
            gesproken = van.brief in hele.get(van.bestand, ())
            if gesproken and document.bevinding.code in _ZEGT_DE_BRIEF:
                continue
        over.append(_afgedaan(uitkomst, document, brieven))
    return over + [
        Ingenomen(
            s.brief.herkomst.onderwerp or "een mail",
            "",
            "bewaard",
            s.partij,
            (s.bevinding,),
            herkomst=say.herkomst(s.brief.herkomst),
            afgedaan=s.bevinding.code == catalogue.MAIL_AFGEDAAN.code,
        )
        for s in gezegd
        if s.document < 0
    ]


def _afgedaan(uitkomst: Ingenomen, document: Beoordeeld, brieven: Letters) -> Ingenomen:
    """Done with as well when it is only to know, or came by a mail that was answered since."""
    van = document.herkomst if isinstance(document, Overgeslagen) else document[0].herkomst
    beantwoord = uitkomst.gevraagd == 0 and brieven.is_answered(van)
    om_te_weten = isinstance(document, Overgeslagen) and not ask_for_a_look(uitkomst.bevindingen)
    return replace(uitkomst, afgedaan=uitkomst.afgedaan or beantwoord or om_te_weten)


def _bij_document(uitkomst: Ingenomen, gezegd: Said) -> Ingenomen:
    if gezegd.bevinding.code in _BIJ_HET_BLAD:
        return replace(uitkomst, bevindingen=(gezegd.bevinding, *uitkomst.bevindingen))
    leeg = gezegd.bevinding.code == catalogue.EIGEN_LEEG_BLAD.code
    status = AL_ER if leeg else "bewaard"
    bevindingen = (gezegd.bevinding,)
    return replace(
        uitkomst,
        status=status,
        partij=gezegd.partij,
        bevindingen=bevindingen,
        afgedaan=not ask_for_a_look(bevindingen),
    )

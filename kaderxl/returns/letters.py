"""A mail as a whole: who wrote it, what it says, and what came along with its sheets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256

from ..core import catalogue, phrases as say
from ..core.answers import Inzending, RefusedReturn
from ..core.identity import Kenmerk, vind_kenmerken
from ..core.kader import Kader, Partij
from ..core.notation import een_regel, schrijf_dag, schrijf_opsomming
from ..core.personal_data import lijkt_persoonlijk
from ..core.post import Soort, Stuk
from ..core.rounds import NERGENS, Bevinding, Herkomst, Plek, Ronde
from ..core.voorzetten import in_pas
from ..reading import Message
from ..writing.transaction import Transaction
from .courtesies import body, says_something
from .intake import Binnen, Brief, Ontvangen, Overgeslagen
from .post import Post, filled_in_for
from .whose import own_addresses, partij_of_domain

_LONGEST_SHOWN = 160
_OLE = b"\xd0\xcf\x11\xe0"
_HASH = re.compile(r"[0-9a-f]{64}")
_FORWARDED = re.compile(r"\s*(?:fw|fwd|doorgest|doorgestuurd)\s*:", re.I)


def shown(text: str) -> str:
    """A text in one line, between quotes, and no longer than a person reads."""
    een = een_regel(text)
    return f"“{een if len(een) <= _LONGEST_SHOWN else f'{een[:_LONGEST_SHOWN]}…'}”"


def day_of(herkomst: Herkomst) -> str:
    """When a mail was sent, as a day by the clock here; a word when it is not known."""
    try:
        return schrijf_dag(datetime.fromisoformat(herkomst.verzonden).astimezone())
    except ValueError:
        return "een onbekende dag"


def who_wrote(kader: Kader, ronde: Ronde, address: str, subject: str, text: str) -> Partij | None:
    """The partij whose address it is, else whose kenmerk of this ronde is quoted, else the one
    partij with addresses of this organisation.

    What the municipality wrote itself is of none, unless it passed something on.
    """
    ours = own_addresses(kader)
    if address.casefold() in ours and not _FORWARDED.match(subject):
        return None
    own = [p for p in kader.partijen if p.schrijft_van(address)]
    if own:
        return own[0] if len(own) == 1 else None
    named = {
        k.partij
        for k in vind_kenmerken(f"{subject}\n{text}", kader.cyclus)
        if isinstance(k, Kenmerk) and k.ronde == ronde and k.kader == kader.instellingen.kenmerk
    }
    if len(named) == 1:
        return kader.partij(named.pop())
    return None if named else partij_of_domain(kader, address)


@dataclass(slots=True)
class Letters:
    """The mails among what comes in, set aside while their documents are read."""

    letters: dict[tuple[str, int], Brief] = field(default_factory=dict)
    answered: set[tuple[str, int]] = field(default_factory=set)
    """Which of them a return has answered, once they are sorted."""

    def is_answered(self, herkomst: Herkomst) -> bool:
        return _place(herkomst) in self.answered

    def aside(self, documents: Iterable[Binnen]) -> Iterator[Ontvangen | Overgeslagen]:
        """The documents only."""
        for document in documents:
            if isinstance(document, Brief):
                self.letters[_place(document.herkomst)] = document
            else:
                yield document


def _place(herkomst: Herkomst) -> tuple[str, int]:
    return herkomst.bestand, herkomst.brief


Judged = tuple[Ontvangen, Inzending | RefusedReturn]


@dataclass(frozen=True, slots=True)
class Said:
    """What there is to say of a mail, or of one of its documents (-1: of none)."""

    brief: Brief
    document: int
    bevinding: Bevinding
    partij: str = ""


def sort_mail(
    kader: Kader,
    ronde: Ronde,
    post: Post,
    beurt: Transaction,
    letters: Letters,
    documents: list[tuple[Overgeslagen | Judged, bool]],
    counts: Callable[[str], bool] = lambda _: True,
) -> list[Said]:
    """Keep what the mails of one command brought beside their returns, and say what that is.

    `documents` are all that came in, in their order, with what became of each and whether that
    is new; only a return that `counts`, by its hash, answers a mail. The list of what is kept is
    written with the rest of `beurt`.
    """
    answers = _Answers(kader, ronde, post, documents, counts)
    answers.what_was_kept()
    sorter = _Sorter(kader, ronde, post, beurt, [d for d, _ in documents])
    said = [s for brief in letters.letters.values() for s in sorter.of(brief)]
    answers.what_was_sent_before()
    said += answers.said()
    post.leg_vast(beurt)
    asked = [s for s in post.stukken if s.soort in (Soort.SCHREEF, Soort.NIET_BEZORGD)]
    still = {s.bericht for s in asked if not s.afgedaan}
    answered = {s.bericht for s in asked} - still
    letters.answered |= {p for p, b in letters.letters.items() if identity(b) in answered}
    open_ = [s for s in said if s.document >= 0 or _place(s.brief.herkomst) not in letters.answered]
    done = {s.bericht: s for s in asked if s.soort == Soort.SCHREEF and s.bericht in answered}
    open_ += [
        _dealt_with(brief, kept, kader)
        for brief in letters.letters.values()
        if (kept := done.get(identity(brief)))
    ]
    # The same mail may lie in a mailbox and by itself.
    return [*{(s.document, identity(s.brief), s.bevinding): s for s in open_}.values()]


def _dealt_with(brief: Brief, kept: Stuk, kader: Kader) -> Said:
    """Where a mail is kept that asks nothing any more, and what became of it."""
    hoe = f"afgehandeld: {kept.afgedaan}"
    if _HASH.fullmatch(kept.afgedaan):
        hoe = f"beantwoord door de inzending {kept.afgedaan[:8]}"
    partij = kader.partij(kept.partij)
    regel = catalogue.MAIL_AFGEDAAN.bij(NERGENS, bestand=kept.bestand, hoe=hoe)
    return Said(brief, -1, regel, partij.naam if partij else "")


class _Answers:
    """The returns of one command that answer mails; what they answer, by their number.

    Only a whole one closes what its partij wrote before: of another some answers may be in that
    mail. What the municipality filled in itself answers no more than what it was taken from.
    """

    def __init__(
        self,
        kader: Kader,
        ronde: Ronde,
        post: Post,
        documents: list[tuple[Overgeslagen | Judged, bool]],
        counts: Callable[[str], bool],
    ) -> None:
        self.kader, self.jaar, self.post = kader, ronde.jaar, post
        self._returns = [
            (number, d[0].herkomst, d[1], is_new)
            for number, (d, is_new) in enumerate(documents)
            if not isinstance(d, Overgeslagen) and isinstance(d[1], Inzending)
            if counts(d[1].sha256) and not filled_in_for(post, d[1].sha256)
        ]
        self._closed: dict[int, list[Stuk]] = {}

    def what_was_kept(self) -> None:
        """A new return that says of itself not when it was sent answers what was kept before."""
        for number, van, inzending, is_new in self._returns:
            if is_new:
                self.post.beantwoord(Soort.NIET_BEZORGD, inzending.partij, inzending.sha256)
            if is_new and not _moment_of(van, inzending):
                self._answer(number, inzending)

    def what_was_sent_before(self) -> None:
        for number, van, inzending, _ in self._returns:
            if latest := _moment_of(van, inzending):
                self.post.beantwoord(Soort.NIET_BEZORGD, inzending.partij, inzending.sha256, latest)
                self._answer(number, inzending, latest)

    def said(self) -> Iterator[Said]:
        """By return the mails that it closed."""
        for number, van, *_ in self._returns:
            if stukken := self._closed.get(number):
                mails = [f"{s.bestand} ({shown(s.tekst or s.onderwerp)})" for s in stukken]
                regel = catalogue.OOK_BEANTWOORD.bij(mails=schrijf_opsomming(mails))
                yield Said(Brief(van, Message()), number, regel)

    def _answer(self, number: int, inzending: Inzending, latest: str = "") -> None:
        gevraagd = in_pas(self.kader, inzending.partij, self.jaar, inzending.bron.pas)
        if inzending.compleet >= len(gevraagd):
            closed = self.post.beantwoord(Soort.SCHREEF, inzending.partij, inzending.sha256, latest)
            self._closed.setdefault(number, []).extend(closed)


def _moment_of(van: Herkomst, inzending: Inzending) -> str:
    return max(van.verzonden, inzending.gewijzigd)


class _Sorter:
    """What one mail after the other brought; `documents` by their number."""

    def __init__(
        self,
        kader: Kader,
        ronde: Ronde,
        post: Post,
        beurt: Transaction,
        documents: list[Overgeslagen | Judged],
    ) -> None:
        self.kader, self.ronde, self.post, self.beurt = kader, ronde, post, beurt
        self.documents = documents
        self._per_letter: dict[tuple[str, int], list[int]] = {}
        for number, document in enumerate(documents):
            van = document.herkomst if isinstance(document, Overgeslagen) else document[0].herkomst
            if van.brief:
                self._per_letter.setdefault(_place(van), []).append(number)

    def of(self, brief: Brief) -> Iterator[Said]:
        """What one mail says; by document what takes the place of what was said of it."""
        numbers = self._per_letter.get(_place(brief.herkomst), [])
        taken = [n for n in numbers if self._taken(n)]
        if brief.bericht.bounces:
            yield from self._not_arrived(brief)
        elif taken:
            yield from self._beside(brief, numbers, taken[0])
        elif brief.bericht.automatic:
            yield from self._own_sheets(brief, numbers)
        else:
            yield from self._no_return(brief, numbers)

    def _taken(self, number: int) -> Inzending | None:
        document = self.documents[number]
        if isinstance(document, Overgeslagen) or isinstance(document[1], RefusedReturn):
            return None
        return document[1]

    def _refused(self, numbers: Iterable[int]) -> Iterator[tuple[int, RefusedReturn]]:
        for number in numbers:
            document = self.documents[number]
            if not isinstance(document, Overgeslagen) and isinstance(document[1], RefusedReturn):
                yield number, document[1]

    def _not_arrived(self, brief: Brief) -> Iterator[Said]:
        adressen = {a.casefold(): p for p in self.kader.partijen for a in p.adressen}
        for adres, reden in brief.bericht.bounces:
            partij = adressen.get(adres.casefold())
            code = partij.code if partij else ""
            stuk = _stuk(Soort.NIET_BEZORGD, brief, partij=code, adres=adres, tekst=reden)
            self.post.neem_op(self.beurt, stuk)
            regel = catalogue.NIET_BEZORGD if partij else catalogue.NIET_BEZORGD_ANDER
            naam = partij.naam if partij else ""
            velden = {"adres": adres, "reden": reden, "partij": naam}
            velden["ronde"] = say.als_opties(self.ronde)
            yield Said(brief, -1, regel.bij(NERGENS, **velden), naam)

    def _beside(self, brief: Brief, numbers: list[int], first: int) -> Iterator[Said]:
        """What came with a return: words, and files that hold no answers."""
        inzending = self._taken(first)
        assert inzending is not None
        code, naam = inzending.partij, self._naam(inzending.partij)
        text = brief.bericht.text
        known = (brief.herkomst.afzender, *(p.naam for p in self.kader.partijen))
        if says_something(text, known):
            stuk = _stuk(Soort.TEKST, brief, partij=code, bij=inzending.sha256, tekst=body(text))
            naam_, data = "", b""
            if wat := lijkt_persoonlijk(stuk.tekst):
                # The list is shown in the matrix; what is somebody's own stays in a file.
                naam_, data = "Tekst van de mail.txt", stuk.tekst.encode("utf-8-sig")
                stuk = replace(stuk, tekst=f"(in het bestand; er lijkt {wat[0]} in te staan)")
            _, is_new = self.post.neem_op(self.beurt, stuk, naam_, data)
            if is_new:
                bevinding = catalogue.MAILTEKST_BIJ_BLAD.bij(tekst=shown(body(text)))
                yield Said(brief, first, bevinding, naam)
        for number in numbers:
            document = self.documents[number]
            if isinstance(document, Overgeslagen) and document.inhoud:
                stuk = _stuk(Soort.BEWIJS, brief, partij=code, bij=inzending.sha256)
                kept, _ = self.post.neem_op(self.beurt, stuk, document.naam, document.inhoud)
                regel = catalogue.BEWIJS_BEWAARD
                velden = {"partij": naam, "soort": document.soort, "bestand": kept.bestand}
                yield Said(brief, number, regel.bij(Plek(document.naam), **velden), naam)

    def _own_sheets(self, brief: Brief, numbers: list[int]) -> Iterator[Said]:
        for number, geweigerd in self._refused(numbers):
            if geweigerd.bevinding.code == catalogue.NIETS_INGEVULD.code:
                plek = Plek(geweigerd.bestand)
                bevinding = catalogue.EIGEN_LEEG_BLAD.bij(plek, partij=geweigerd.partij)
                yield Said(brief, number, bevinding, geweigerd.partij)

    def _no_return(self, brief: Brief, numbers: list[int]) -> Iterator[Said]:
        """A mail that brought no return: of a partij it is kept, and asked about."""
        bericht, van = brief.bericht, brief.herkomst
        partij = who_wrote(self.kader, self.ronde, van.afzender, van.onderwerp, bericht.text)
        refused = [*self._refused(numbers)]
        named = {r.partij for _, r in refused if r.partij}
        if partij is None and len(named) == 1:
            partij = next((p for p in self.kader.partijen if p.naam in named), None)
        extra = [
            d for n in numbers if isinstance(d := self.documents[n], Overgeslagen) and d.inhoud
        ]
        soorten = [d.soort for d in extra]
        if partij is None and not bericht.links and (refused or not soorten):
            return
        code = partij.code if partij else ""
        stuk = _stuk(Soort.SCHREEF, brief, partij=code, tekst=body(bericht.text))
        kept, _ = self.post.neem_op(self.beurt, stuk, *_as_file(brief))
        if bericht.links:
            koppeling = _link(brief, partij, kept, self.ronde)
            yield Said(brief, -1, koppeling, partij.naam if partij else "")
        if kept.afgedaan or bericht.links:
            return
        begin, ronde = kept.bestand[:8], say.als_opties(self.ronde)
        velden = {"dag": day_of(van), "bestand": kept.bestand, "begin": begin, "ronde": ronde}
        if partij is None:
            velden |= {"wie": van.afzender or "Iemand", "soorten": schrijf_opsomming(soorten)}
            yield Said(brief, -1, catalogue.MAIL_VAN_ONBEKENDE.bij(NERGENS, **velden))
            return
        velden["partij"] = partij.naam
        if refused:
            niet = catalogue.MAIL_VAN_PARTIJ_GEWEIGERD.bij(NERGENS, **velden)
            yield Said(brief, -1, niet, partij.naam)
            return
        velden["erbij"] = f" (wel erbij: {schrijf_opsomming(soorten)})" if soorten else ""
        velden |= {"tekst": shown(body(bericht.text) or van.onderwerp), "code": partij.code}
        yield Said(brief, -1, catalogue.MAIL_VAN_PARTIJ.bij(NERGENS, **velden), partij.naam)

    def _naam(self, code: str) -> str:
        partij = self.kader.partij(code)
        return partij.naam if partij else code


def _link(brief: Brief, partij: Partij | None, kept: Stuk, ronde: Ronde) -> Bevinding:
    """That a mail has a link in the place of a sheet, and where it is kept."""
    dienst, adres = brief.bericht.links[0]
    wie = partij.naam if partij else brief.herkomst.afzender
    velden = {"dienst": dienst, "adres": adres, "bestand": kept.bestand}
    velden |= {"begin": kept.bestand[:8], "ronde": say.als_opties(ronde)}
    velden["wie"] = f" van {wie}" if wie else ""
    return catalogue.MAIL_MET_KOPPELING.bij(NERGENS, **velden)


def _stuk(soort: Soort, brief: Brief, **velden: str) -> Stuk:
    van, bericht = brief.herkomst, identity(brief)
    gewoon = {"adres": van.afzender, "verzonden": van.verzonden, "onderwerp": van.onderwerp}
    return Stuk(soort, bericht=bericht, **{**gewoon, **velden})


def identity(brief: Brief) -> str:
    """What a mail is known by: its Message-ID, else what it is made of."""
    van = brief.herkomst
    if van.bericht_id:
        return van.bericht_id
    delen = (van.afzender, van.verzonden, van.onderwerp, brief.bericht.text)
    return sha256("\n".join(delen).encode()).hexdigest()[:16]


def _as_file(brief: Brief) -> tuple[str, bytes]:
    """The mail as it came, else its text."""
    bericht, onderwerp = brief.bericht, brief.herkomst.onderwerp or "zonder onderwerp"
    if not bericht.raw:
        return f"Mail {onderwerp}.txt", bericht.text.encode("utf-8-sig")
    return f"Mail {onderwerp}.{'msg' if bericht.raw.startswith(_OLE) else 'eml'}", bericht.raw

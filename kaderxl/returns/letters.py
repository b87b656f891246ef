"""A mail as a whole: who wrote it, what it says, and what came along with its sheets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256

from ..core import catalogue
from ..core import phrases as say
from ..core.answers import Inzending, RefusedReturn
from ..core.identity import Kenmerk, vind_kenmerken
from ..core.kader import Kader, Partij
from ..core.notation import een_regel, schrijf_dag
from ..core.personal_data import lijkt_persoonlijk
from ..core.post import Soort, Stuk
from ..core.rounds import NERGENS, Bevinding, Herkomst, Plek, Ronde
from ..writing.transaction import Transaction
from .intake import Binnen, Brief, Ontvangen, Overgeslagen
from .post import Post
from .whose import own_addresses

_LONGEST_SHOWN = 160
_OLE = b"\xd0\xcf\x11\xe0"
_PUBLIC = re.compile(
    r"(?:gmail|hotmail|outlook|live|icloud|me|yahoo|ziggo|kpnmail|planet|xs4all|hetnet|home)\."
)
_FORWARDED = re.compile(r"\s*(?:fw|fwd|doorgest|doorgestuurd)\s*:", re.I)
_GREETING = re.compile(
    r"^\s*(?:beste|geachte|hallo|hoi|dag|goede(?:morgen|middag|navond|ndag)|goedemorgen|hi|lieve|l\.s\.)"
    r"\b[^\n]{0,80}$",
    re.I,
)
_CLOSING = re.compile(
    r"^\s*(?:(?:met )?(?:vriendelijke|hartelijke|beste|warme)? ?groet(?:en|jes)?\b|mvg\b|m\.v\.g"
    r"|gr\.?\s*$"
    r"|hoogachtend|--\s*$|verzonden vanaf|verstuurd vanaf|sent from|outlook voor)",
    re.I,
)
# A sentence of these words alone only says that there is a sheet.
_SAYS_NOTHING = set(
    """zie hierbij hier in bij bijlage bijlagen de het een en van voor aan op ik wij we u je jullie
    uw ons onze mijn stuur sturen zend zenden doe doen ontvang ontvangt ontvangen vind vindt
    tref treft vinden bijgaand bijgevoegd toegevoegd gevoegd ingevuld ingevulde invulblad
    invulbladen blad formulier bestand excel exceltabel tabel herstelblad nogmaals weer
    terug retour zoals gevraagd afgesproken toegezegd beloofd gewenst dank bedankt alvast
    vast graag gedaan is zijn was mail e-mail nog eens even ook hopelijk voldoende zo te
    hebben geïnformeerd monitoring monitoringstabel prestatieafspraken evaluatie tussenstand
    gemeente met over dit deze die dat er nu verbeterde verbeterd aangepaste aangepast
    versie nieuwe definitieve definitief""".split()
)


def says_something(text: str) -> bool:
    """Whether a text beside a sheet says more than that the sheet is there."""
    for line in text.split("\n"):
        if _CLOSING.match(line):
            return False
        if _GREETING.match(line):
            continue
        words = re.findall(r"[^\W_]+(?:[-'.][^\W_]+)*", line.lower())
        if any(word not in _SAYS_NOTHING for word in words):
            return True
    return False


def body(text: str) -> str:
    """The text without greeting and closing."""
    kept = []
    for line in text.split("\n"):
        if _CLOSING.match(line):
            break
        if not _GREETING.match(line):
            kept.append(line)
    return "\n".join(kept).strip()


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
    own = [p for p in kader.partijen if p.email and p.email.casefold() == address.casefold()]
    if own:
        return own[0] if len(own) == 1 else None
    named = {
        k.partij
        for k in vind_kenmerken(f"{subject}\n{text}")
        if isinstance(k, Kenmerk) and k.ronde == ronde and k.kader == kader.instellingen.kenmerk
    }
    if len(named) == 1:
        return kader.partij(named.pop())
    domain = address.rpartition("@")[2].casefold()
    if not domain or _PUBLIC.match(domain) or any(own.endswith(f"@{domain}") for own in ours):
        return None
    alike = [p for p in kader.partijen if p.email.rpartition("@")[2].casefold() == domain]
    return alike[0] if len(alike) == 1 and not named else None


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
) -> list[Said]:
    """Keep what the mails of one command brought beside their returns, and say what that is.

    `documents` are all that came in, in their order, with what became of each and whether that
    is new. The list of what is kept is written with the rest of `beurt`.
    """
    returns = [
        (d[0].herkomst, d[1], is_new)
        for d, is_new in documents
        if not isinstance(d, Overgeslagen) and isinstance(d[1], Inzending)
    ]
    for _, inzending, is_new in returns:
        if is_new:
            post.beantwoord(inzending.partij, inzending.sha256)
    sorter = _Sorter(kader, ronde, post, beurt, [d for d, _ in documents])
    said = [s for brief in letters.letters.values() for s in sorter.of(brief)]
    for van, inzending, _ in returns:
        if latest := max(van.verzonden, inzending.gewijzigd):
            post.beantwoord(inzending.partij, inzending.sha256, latest)
    post.leg_vast(beurt)
    asked = [s for s in post.stukken if s.soort in (Soort.SCHREEF, Soort.NIET_BEZORGD)]
    still = {s.bericht for s in asked if not s.afgedaan}
    answered = {s.bericht for s in asked} - still
    letters.answered |= sorter.known | {
        p for p, b in letters.letters.items() if identity(b) in answered
    }
    open_ = (s for s in said if s.document >= 0 or _place(s.brief.herkomst) not in letters.answered)
    # The same mail may lie in a mailbox and by itself.
    return [*{(s.document, identity(s.brief), s.bevinding): s for s in open_}.values()]


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
        self.known: set[tuple[str, int]] = set()
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
        adressen = {p.email.casefold(): p for p in self.kader.partijen if p.email}
        for adres, reden in brief.bericht.bounces:
            partij = adressen.get(adres.casefold())
            code = partij.code if partij else ""
            stuk = _stuk(Soort.NIET_BEZORGD, brief, partij=code, adres=adres, tekst=reden)
            self.post.neem_op(self.beurt, stuk)
            regel = catalogue.NIET_BEZORGD if partij else catalogue.NIET_BEZORGD_ANDER
            naam = partij.naam if partij else ""
            yield Said(brief, -1, regel.bij(adres=adres, reden=reden, partij=naam), naam)

    def _beside(self, brief: Brief, numbers: list[int], first: int) -> Iterator[Said]:
        """What came with a return: words, and files that hold no answers."""
        inzending = self._taken(first)
        assert inzending is not None
        code, naam = inzending.partij, self._naam(inzending.partij)
        text = brief.bericht.text
        if says_something(text):
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
        if partij is None and not bericht.links:
            self._name_once(brief, bool(extra), bool(refused))
            return
        code = partij.code if partij else ""
        stuk = _stuk(Soort.SCHREEF, brief, partij=code, tekst=body(bericht.text))
        kept, _ = self.post.neem_op(self.beurt, stuk, *_as_file(brief))
        if bericht.links:
            yield Said(brief, -1, _link(brief, partij, kept), partij.naam if partij else "")
        if kept.afgedaan or bericht.links or partij is None:
            return
        velden = {"partij": partij.naam, "dag": day_of(van)}
        if refused:
            niet = catalogue.MAIL_VAN_PARTIJ_GEWEIGERD.bij(NERGENS, **velden)
            yield Said(brief, -1, niet, partij.naam)
            return
        soorten = ", ".join(d.soort for d in extra)
        velden["erbij"] = f" (wel erbij: {soorten})" if soorten else ""
        velden |= {"tekst": shown(body(bericht.text) or van.onderwerp), "bestand": kept.bestand}
        velden |= {"begin": kept.bestand[:8], "code": partij.code}
        velden["ronde"] = say.als_opties(self.ronde)
        yield Said(brief, -1, catalogue.MAIL_VAN_PARTIJ.bij(NERGENS, **velden), partij.naam)

    def _name_once(self, brief: Brief, asks: bool, refused: bool) -> None:
        """Of a mail of nobody we know it is said once that it may hold an answer."""
        if asks and not refused:
            _, is_new = self.post.neem_op(self.beurt, _stuk(Soort.GENOEMD, brief))
            if not is_new:
                self.known.add(_place(brief.herkomst))

    def _naam(self, code: str) -> str:
        partij = self.kader.partij(code)
        return partij.naam if partij else code


def _link(brief: Brief, partij: Partij | None, kept: Stuk) -> Bevinding:
    """That a mail has a link in the place of a sheet, and where it is kept."""
    dienst, adres = brief.bericht.links[0]
    wie = partij.naam if partij else brief.herkomst.afzender
    velden = {"dienst": dienst, "adres": adres, "bestand": kept.bestand}
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

"""What no formula and no list of ours may hold, read from the workbook itself.

Excel opens a workbook that breaks a limit with an offer to repair it, and reckons a logical that
meets a number in its own way: FALSE>0 is true there, as a logical comes after every number.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from xml.etree import ElementTree

from excelrekenen import bladen
from geldigheid import over_pakket
from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token

FUNCTIES = frozenset(
    "ABS AND COUNTA COUNTIF COUNTIFS DAY IF IFERROR INDEX INT ISLOGICAL ISNUMBER LEN LOWER "
    "MATCH MAX MIN MONTH NOT OR REPT ROUND SEARCH SUM SUMPRODUCT TRIM YEAR".split()
)
"""Known to Excel 2007 and later, Google Sheets, LibreOffice, Numbers and both engines."""
_LANGSTE_FORMULE, _DIEPST, _LANGSTE_KEUZE, _LANGSTE_TITEL = 8192, 64, 255, 32
_LANGSTE_CEL, _HOOGSTE_RIJ = 32_767, 409.5
_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LOGISCH, _GETAL, _TEKST, _IETS = "logical", "number", "text", "anything"
_SOORT = dict.fromkeys(("AND", "OR", "NOT", "ISNUMBER", "ISLOGICAL"), _LOGISCH)
_SOORT |= dict.fromkeys(
    (
        "ABS COUNTA COUNTIF COUNTIFS DAY INT LEN MATCH MAX MIN MONTH ROUND SEARCH SUM "
        "SUMPRODUCT YEAR"
    ).split(),
    _GETAL,
)
_SOORT |= dict.fromkeys(("TRIM", "LOWER", "REPT"), _TEKST)
_VOLGORDE = ({"=", "<>", "<", ">", "<=", ">="}, {"&"}, {"+", "-"}, {"*", "/"}, {"^"})
_OPERAND = {Token.TEXT: _TEKST, Token.NUMBER: _GETAL, Token.LOGICAL: _LOGISCH}


def fouten(data: bytes) -> list[str]:
    """Everything in a workbook that breaks a rule or a limit, each with its place."""
    with zipfile.ZipFile(io.BytesIO(data)) as pakket:
        namen = ElementTree.fromstring(pakket.read("xl/workbook.xml")).iter(f"{_NS}definedName")
        gevonden = [
            f"{naam.get('name')}: {fout}"
            for naam in namen
            if not (naam.get("name") or "").startswith("_xlnm.")
            for fout in over_formule(naam.text or "")
        ]
        vellen = bladen(pakket)
        gevonden += over_pakket(pakket, vellen)
        for blad, xml in vellen.items():
            gevonden += [f"{blad}: {fout}" for fout in _blad(xml)]
        if "xl/sharedStrings.xml" in pakket.namelist():
            teksten = ElementTree.fromstring(pakket.read("xl/sharedStrings.xml"))
            lengtes = [_lengte("".join(si.itertext())) for si in teksten.iter(f"{_NS}si")]
            gevonden += [f"a text of {n} characters" for n in lengtes if n > _LANGSTE_CEL]
    return gevonden


def _lengte(tekst: str) -> int:
    """As Excel counts: an emoji is two."""
    return len(tekst.encode("utf-16-le")) // 2


def _blad(xml: ElementTree.Element) -> Iterator[str]:
    for cel in xml.iter(f"{_NS}c"):
        formule = cel.find(f"{_NS}f")
        if formule is None:
            continue
        if formule.get("t") or cel.get("cm"):
            yield f"{cel.get('r')}: an array or a shared formula"
        yield from (f"{cel.get('r')}: {fout}" for fout in over_formule(formule.text or ""))
    for regel in xml.iter(f"{_NS}cfRule"):
        for formule in regel.iter(f"{_NS}formula"):
            yield from (f"colour rule: {fout}" for fout in over_formule(formule.text or ""))
    for keuze in xml.iter(f"{_NS}dataValidation"):
        yield from (f"list on {keuze.get('sqref')}: {fout}" for fout in _keuze(keuze))
    for rij in xml.iter(f"{_NS}row"):
        if float(rij.get("ht", 0)) > _HOOGSTE_RIJ:
            yield f"row {rij.get('r')} is {rij.get('ht')} points high"


def _keuze(keuze: ElementTree.Element) -> Iterator[str]:
    for naam in ("formula1", "formula2"):
        formule = keuze.findtext(f"{_NS}{naam}", "")
        if _lengte(formule.strip('"')) > _LANGSTE_KEUZE:
            yield f"{naam} of {_lengte(formule)} characters"
        yield from over_formule(formule)
    for naam, langste in {
        "promptTitle": _LANGSTE_TITEL,
        "errorTitle": _LANGSTE_TITEL,
        "prompt": _LANGSTE_KEUZE,
        "error": _LANGSTE_KEUZE,
    }.items():
        if _lengte(keuze.get(naam, "")) > langste:
            yield f"{naam} of {_lengte(keuze.get(naam, ''))} characters"


# One formula


@lru_cache(maxsize=65536)
def over_formule(formule: str) -> tuple[str, ...]:
    """What is wrong with a formula, as the file has it: without the first equals sign."""
    if not formule:
        return ()
    tokens = [t for t in Tokenizer(f"={formule}").items if t.type != Token.WSPACE]
    lezer = _Formule(tokens)
    lezer.uitdrukking()
    gevonden = [f"{fout} in {formule}" for fout in lezer.fouten]
    if lezer.plaats != len(tokens):
        gevonden.append(f"not understood from {tokens[lezer.plaats].value} on: {formule}")
    if _lengte(formule) + 1 > _LANGSTE_FORMULE:
        gevonden.append(f"a formula of {_lengte(formule) + 1} characters")
    return tuple(gevonden)


class _Formule:
    """Reads a formula for the kinds of its parts; `fouten` says which may not meet."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens, self.plaats, self.diepte = tokens, 0, 0
        self.fouten: list[str] = []

    def _is(self, soort: str, waarden: Collection[str] = ()) -> bool:
        """Whether the next token is of this type, and one of these values where they are given."""
        if self.plaats == len(self.tokens):
            return False
        token = self.tokens[self.plaats]
        return token.type == soort and (not waarden or token.value in waarden)

    def uitdrukking(self, trap: int = 0) -> str:
        if trap == len(_VOLGORDE):
            return self._deel()
        links = self.uitdrukking(trap + 1)
        while self._is(Token.OP_IN, _VOLGORDE[trap]):
            teken = self.tokens[self.plaats].value
            self.plaats += 1
            rechts = self.uitdrukking(trap + 1)
            links = self._samen(links, teken, rechts)
        return links

    def _samen(self, links: str, teken: str, rechts: str) -> str:
        if teken in _VOLGORDE[0]:
            soorten = {links, rechts}
            if _LOGISCH in soorten and (soorten & {_GETAL, _TEKST} or teken not in ("=", "<>")):
                self.fouten.append(f"a {links} {teken} a {rechts}")
            return _LOGISCH
        return _TEKST if teken == "&" else _GETAL

    def _deel(self) -> str:
        token = self.tokens[self.plaats]
        self.plaats += 1
        if token.type == Token.OP_PRE:
            soort = self._deel()
            return soort if token.value == "+" else _GETAL
        soort = self._kern(token)
        while self._is(Token.OP_POST):
            self.plaats += 1
            soort = _GETAL
        return soort

    def _kern(self, token: Token) -> str:
        if token.type == Token.OPERAND:
            if token.value.startswith("#"):
                self.fouten.append(f"an error value {token.value}")
            return _OPERAND.get(token.subtype, _IETS)
        if token.type == Token.PAREN:
            return self._tussen_haakjes()[0]
        if token.type == Token.FUNC:
            return self._functie(token.value.rstrip("("), self._tussen_haakjes())
        self.fouten.append(f"{token.type} {token.value}".strip())
        return _IETS

    def _tussen_haakjes(self) -> list[str]:
        """The kinds of the arguments, up to and with the closing bracket."""
        self.diepte += 1
        if self.diepte > _DIEPST:
            self.fouten.append("too deep")
        soorten = []
        while not self._is(Token.FUNC, ")") and not self._is(Token.PAREN, ")"):
            soorten.append(self.uitdrukking())
            self.plaats += self._is(Token.SEP)
        self.plaats += 1
        self.diepte -= 1
        return soorten or [_IETS]

    def _functie(self, naam: str, soorten: list[str]) -> str:
        naam = naam.rpartition(":")[2]  # `A2:INDEX(…)` is a range up to what INDEX gives
        if naam not in FUNCTIES:
            self.fouten.append(f"the function {naam}")
        if naam == "SUMPRODUCT" and _LOGISCH in soorten:
            self.fouten.append("a SUMPRODUCT of logicals, which is 0,")
        if naam in ("IF", "IFERROR"):
            uitkomsten = set(soorten[naam == "IF" :])
            return (
                _LOGISCH
                if _LOGISCH in uitkomsten
                else (uitkomsten.pop() if len(uitkomsten) == 1 else _IETS)
            )
        return _SOORT.get(naam, _IETS)

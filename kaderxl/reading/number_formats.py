"""What a number format of Excel makes people see, where that is another value than is stored.

The sections of a format and their signs are those of ECMA-376 part 1, 18.8.31: a comma behind the
digits shows thousands, and a section without digits shows its words alone, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from operator import eq, ge, gt, le, lt, ne

_SIGN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|.', re.DOTALL)
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]")
_DIGIT = re.compile(r"[0#?]")
_NO_NUMBER = re.compile(r"[ymdhsYMDHS@%/Ee]")  # a day, a text, a fraction, a share
_COMPARE = {"<": lt, "<=": le, ">": gt, ">=": ge, "=": eq, "<>": ne}
_SAMPLES = (1_234_567.0, -1_234_567.0, 12.0, 0.0)
_WORD = "woord"
_LONGEST = 255  # Excel's own bound for a format
_NOUGHT = ("-", "–", "—")  # how bookkeepers write it
_Section = tuple[str, ...]


@lru_cache(maxsize=256)
def deceives(pattern: str) -> bool:
    """Whether this format shows some value as another one, or not at all."""
    return any(shown_as(pattern, value) is not None for value in (*_SAMPLES, _WORD))


def shown_as(pattern: str, value: float | str) -> str | None:
    """What a cell with this format shows of a value, in Dutch notation; "" for nothing at all.

    None where that is the value itself, be it rounded or with a sign beside it, and for days and
    percentages.
    """
    if not 0 < len(pattern) <= _LONGEST:
        return None
    return _text(pattern, value) if isinstance(value, str) else _number(pattern, value)


def _text(pattern: str, text: str) -> str | None:
    """A text goes by the fourth section, or the last with an @."""
    sections = _sections(pattern)
    named = [section for section in sections if "@" in section]
    section = sections[3] if len(sections) > 3 else named[-1] if named else ("@",)
    shown = "".join(text if sign == "@" else _words(sign) for sign in section)
    alike = shown.lower() == "general" or _letters(shown) == _letters(text)
    return None if alike else shown.strip()


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _number(pattern: str, number: float) -> str | None:
    section, bare = _section(_sections(pattern), number)
    signs = "".join(sign for sign in section if len(sign) == 1)
    if "general" in signs.lower() or _NO_NUMBER.search(signs):
        return None
    words = re.sub(r"[A-Za-z]\d", "", "".join(map(_words, section)))  # m2 is a unit
    if not _DIGIT.search(signs):
        return None if number == 0 and words.strip() in _NOUGHT else words.strip()
    whole, _, decimals = signs.partition(".")
    scale = 1000 ** max(_commas_behind(whole), _commas_behind(decimals))
    hides_sign = bare and number < 0 and not re.search(r"[-(−–]", words)
    if scale == 1 and not hides_sign and not any(map(str.isdigit, words)):
        return None
    shown = round(abs(number) / scale, len(_DIGIT.findall(decimals)))
    if shown == number and not any(map(str.isdigit, words)):
        return None
    before, after = _around(section)
    minus = "-" if number < 0 and not bare else ""
    return f"{before}{minus}{_dutch(shown)}{after}".strip()


def shows_another(text: str, number: float) -> bool:
    """Whether a text that a cell shows is another number than it holds, be it rounded.

    For files that have the text itself, in the notation of whoever saved them.
    """
    if re.search(r"[/%:]|\d[Ee][+-]?\d|\d-\d", text):  # a share, a fraction, a day or an hour
        return False
    shown = re.sub(r"[A-Za-z]\d|\D", "", text).lstrip("0")
    rounded = (re.sub(r"\D", "", f"{number:.{decimals}f}") for decimals in range(11))
    return all(shown != digits.lstrip("0") for digits in rounded)


@lru_cache(maxsize=256)
def _sections(pattern: str) -> tuple[_Section, ...]:
    """The parts of a format between semicolons, each as its signs."""
    parts: list[list[str]] = [[]]
    for sign in _SIGN.findall(pattern):
        if sign == ";":
            parts.append([])
        else:
            parts[-1].append(sign)
    return tuple(map(tuple, parts))


def _section(sections: tuple[_Section, ...], number: float) -> tuple[_Section, bool]:
    """The section for this number, and whether it writes the sign of a number itself."""
    numeric = sections[:3]
    limits = [_condition(section) for section in numeric]
    if any(limits):
        fits = [s for s, limit in zip(numeric, limits, strict=True) if limit and limit(number)]
        rest = [s for s, limit in zip(numeric, limits, strict=True) if limit is None]
        return (fits or rest or [("General",)])[0], False
    if number < 0 and len(numeric) > 1:
        return numeric[1], True
    return numeric[2 if number == 0 and len(numeric) > 2 else 0], False


def _condition(section: _Section) -> Callable[[float], bool] | None:
    for sign in section:
        if match := _CONDITION.fullmatch(sign):
            compare, bound = _COMPARE[match[1]], float(match[2])
            return lambda number: compare(number, bound)
    return None


def _words(sign: str) -> str:
    """The text that a sign of a format stands for; a colour, a space and a digit have none."""
    if sign[0] == '"':
        return sign.strip('"')
    if sign[0] == "\\":
        return sign[1:]
    if sign[:2] == "[$":
        return sign[2:-1].partition("-")[0]
    return sign if len(sign) == 1 and not _DIGIT.match(sign) and sign not in ",." else ""


def _around(section: _Section) -> tuple[str, str]:
    """The texts before the first digit and behind the last."""
    digits = [place for place, sign in enumerate(section) if _DIGIT.fullmatch(sign)]
    before, after = section[: digits[0]], section[digits[-1] + 1 :]
    return "".join(map(_words, before)), "".join(map(_words, after))


def _dutch(number: float) -> str:
    written = f"{number:,.10f}".rstrip("0").rstrip(".")
    return written.translate(str.maketrans(",.", ".,"))


def _commas_behind(digits: str) -> int:
    """How many commas follow the last digit: each of them leaves three digits out."""
    match = re.search(r"[0#?](,+)[^0#?,]*$", digits)
    return len(match[1]) if match else 0

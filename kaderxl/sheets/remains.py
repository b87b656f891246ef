"""What a format that holds less leaves of a text of ours: it is ours still.

Some programs cut a text in an .xls at 255 signs, and a csv in an old code page has another sign in
the place of those that the page lacks.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..core.notation import een_regel

_GOES_ON = " …"
_CUT = range(250, 256)
"""The 255 signs, less what is folded away at the cut."""


def is_cut(text: str) -> bool:
    """Whether a program may have left out the end of a text."""
    return len(text) in _CUT


def remains_of(text: str, ours: Iterable[str]) -> str | None:
    """Which of `ours` a text is the rest of, or None. White space in it may be folded."""
    forms = (text, een_regel(text))
    return next((whole for whole in ours if any(_is_rest(form, whole) for form in forms)), None)


def _is_rest(text: str, whole: str) -> bool:
    if is_cut(text) and len(text) < len(whole):
        return whole.startswith(text)
    if text.endswith(_GOES_ON) and len(text) > _CUT.start:  # what stands over rows, by us
        return whole.startswith(text.removesuffix(_GOES_ON))
    return len(text) == len(whole) and not whole.isascii() and all(map(_stands_for, text, whole))


def _stands_for(sign: str, ours: str) -> bool:
    """A page without “ or – has a straight quote, a dash or a question mark, never a letter."""
    return sign == ours or not (ours.isascii() or sign.isalnum())

"""The catalogue of findings: every code, what it says and what to do about it.

Codes are stable; each letter has a module:
S template, B files, I returns, V answers, M matrix, D folders, A archive.
A finding is made with `catalogue.REGEL.bij(plek, **velden)`.
"""

from __future__ import annotations

from ..findings import Regel
from . import answers, archive, files, folders, matrix, returns, template
from .answers import *
from .archive import *
from .files import *
from .folders import *
from .matrix import *
from .returns import *
from .template import *

_LETTERS = (template, files, returns, answers, matrix, folders, archive)

CATALOGUS: tuple[Regel, ...] = tuple(
    sorted(
        (r for letter in _LETTERS for r in vars(letter).values() if isinstance(r, Regel)),
        key=lambda r: r.code,
    )
)

"""Numbers added up as a spreadsheet shows them: 0,1 and 0,2 are 0,3."""

from __future__ import annotations

import math
from collections.abc import Iterable


def afgerond(getal: int | float) -> int | float:
    """A number to the 15 digits that a spreadsheet keeps; a whole one without decimals."""
    schoon = float(f"{getal:.15g}")
    if math.isinf(schoon):  # the largest that there are round up beyond what can be kept
        return getal
    return int(schoon) if schoon.is_integer() else schoon


def tel_op(getallen: Iterable[int | float]) -> int | float:
    """The sum, without what reckoning in halves of halves leaves behind."""
    delen = list(getallen)
    if all(isinstance(deel, int) for deel in delen):
        return sum(delen)
    return afgerond(math.fsum(delen))

"""mbox: a file of mails after one another, as Thunderbird, Apple Mail and Google save a folder."""

from __future__ import annotations

import re

from ..core.catalogue.files import BESTAND_TE_GROOT
from .limits import Limits
from .outcome import Refusal

# The line before each mail: a sender, a moment. An empty line comes before it.
_START = re.compile(rb"(?:\A|(?<=\n)\r?\n)From [^\r\n]*\d\d:\d\d[^\r\n]*\r?\n")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def is_mailbox(data: bytes) -> bool:
    return data.startswith(b"From ") and _START.match(data) is not None


def split_mailbox(data: bytes, limits: Limits) -> list[bytes]:
    """The mails in it, each as it was before `From ` at the start of a line was quoted.

    Raises Refusal when there are more than may be opened.
    """
    starts = [match.span() for match in _START.finditer(data)]
    if len(starts) > limits.parts:
        raise Refusal(
            BESTAND_TE_GROOT, grens="de grens voor het aantal e-mails", maximum=limits.parts
        )
    ends = [begin for begin, _ in starts[1:]] + [len(data)]
    mails = (data[begin:end] for (_, begin), end in zip(starts, ends, strict=True))
    # Looking for the words first costs far less than for the line they begin.
    return [_QUOTED.sub(rb"\1", mail) if b">From " in mail else mail for mail in mails]

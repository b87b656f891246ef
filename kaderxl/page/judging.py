"""Metadata held against its schema in a page: libxml2 is beside Python there, not in it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from ..archives.schema import SCHEMA, Fout

Judge = Callable[[bytes, bytes], str]
"""The schema and a document, to the faults of the document as JSON; null when it is unreadable."""


def judged_by(judge: Judge) -> Callable[[bytes], Sequence[Fout] | None]:
    """What `who_judges` asks for, from what the scripts of the page have."""

    def faults(data: bytes) -> Sequence[Fout] | None:
        found = json.loads(judge(SCHEMA.read_bytes(), data))
        return None if found is None else [(code, element) for code, element in found]

    return faults

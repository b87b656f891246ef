"""A workbook that is encrypted: opened where Excel asks nobody for a password, else told apart.

Excel encrypts what is only protected against changes with a password that is the same everywhere,
and opens it without a question. So do we; any other password is nobody's but the sender's.
"""

from __future__ import annotations

import io

from ...core import catalogue
from ..cells import Refusal, keep_within
from ..limits import UNPACKED, Limits
from ..load import megabytes

_DEFAULT = "VelvetSweatshop"  # [MS-OFFCRYPTO] 2.1.7 and the documentation of Excel
# Streams of what only the people named by its owner can open: a label, or rights management.
_RIGHTS = ("DRMEncryptedTransform", "DRMEncryptedDataSpace", "\tDRMContent", "DRMDataSpace")


def unlocked(data: bytes, limits: Limits) -> bytes:
    """The workbook inside. Raises Refusal when it has a password, or is for some people only."""
    if any(name.encode("utf-16-le") in data for name in _RIGHTS):
        raise Refusal(catalogue.BESTAND_MET_RECHTEN)
    try:
        from msoffcrypto import OfficeFile  # most runs meet none
    except ImportError:  # a page in a browser has none
        raise Refusal(catalogue.BESTAND_VERSLEUTELD) from None
    opened = io.BytesIO()
    try:
        file = OfficeFile(io.BytesIO(data))
        proof = {"verify_password": True} if file.format == "ooxml" else {}
        file.load_key(password=_DEFAULT, **proof)
        file.decrypt(opened)
    except MemoryError:
        raise
    except Exception:  # it says in many ways that the password is another
        raise Refusal(catalogue.BESTAND_VERSLEUTELD) from None
    keep_within(UNPACKED, opened.tell(), limits.total_bytes, megabytes)
    return opened.getvalue()

"""p7m: a mail or a file in a signed envelope (CMS, RFC 5652), unpacked and not trusted.

Who signed, and whether that is right, is nowhere looked at: what was signed is read as if it had
come bare. What is encrypted is named.
"""

from __future__ import annotations

from ...core import catalogue
from ..cells import Refusal, damaged

_OID = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07"  # 1.2.840.113549.1.7, and one number more
_SIGNED, _ENVELOPED = 2, 3
_COMPRESSED = b"\x06\x0b\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x01"
_HEAD = 32


def is_envelope(data: bytes) -> bool:
    """Whether this is a CMS envelope, by how it begins."""
    return data[:1] == b"\x30" and (_OID in data[:_HEAD] or _COMPRESSED in data[:_HEAD])


def inside(data: bytes) -> bytes:
    """What was signed. Raises Refusal when it is encrypted, or cannot be taken apart."""
    at = data.find(_OID, 0, _HEAD)
    kind = data[at + len(_OID)] if 0 <= at < len(data) - len(_OID) else 0
    if kind == _ENVELOPED:
        raise Refusal(catalogue.MAIL_VERSLEUTELD)
    if kind != _SIGNED:
        raise damaged("de beveiligde envelop is van een soort die we niet kennen")
    from asn1crypto import cms  # most runs meet none

    try:
        signed = cms.ContentInfo.load(data)["content"]
        content = signed["encap_content_info"]["content"].native
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise damaged("de ondertekening is niet te openen") from None
    if not isinstance(content, bytes):
        raise damaged("in de ondertekening zit geen inhoud")
    return content

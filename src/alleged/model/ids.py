"""Ids: hashes of length-prefixed fields, so that no two different field lists can give the same id."""

from __future__ import annotations

import hashlib

ID_LENGTH = 24
"""Hexadecimal digits of a derived id (96 bits)."""

SHORT_ID = 8
"""Digits of an id that people are shown; every command takes them."""

SHORTEST_PREFIX = 4
"""Fewest digits of an id by which something may be asked for."""

LISTED = 5
"""How many things are listed where the digits of an id are those of several."""


def document_id(data: bytes) -> str:
    """The id of a document: the sha256 of its bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def hash_fields(*fields: str) -> str:
    """An id over `fields` in order; each is prefixed by its length in bytes."""
    digest = hashlib.sha256()
    for value in fields:
        data = value.encode("utf-8", "surrogatepass")
        digest.update(f"{len(data)}:".encode())
        digest.update(data)
    return digest.hexdigest()[:ID_LENGTH]

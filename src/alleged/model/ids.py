"""Ids: hashes of length-prefixed fields, so that no two different field lists can give the same id."""

from __future__ import annotations

import hashlib

ID_LENGTH = 24
"""Hexadecimal digits of a derived id (96 bits)."""


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

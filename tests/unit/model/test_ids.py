from __future__ import annotations

import hashlib

import pytest

from alleged.model.ids import ID_LENGTH, document_id, hash_fields


def test_a_document_is_known_by_its_bytes() -> None:
    assert document_id(b"report\r\n") == hashlib.sha256(b"report\r\n").hexdigest()
    assert document_id(b"report\n") != document_id(b"report\r\n")


def test_an_id_is_short_and_hexadecimal() -> None:
    identity = hash_fields("a", "b")
    assert len(identity) == ID_LENGTH
    assert int(identity, 16) >= 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ab", "c"), ("a", "bc")),
        (("a", ""), ("a",)),
        (("",), ()),
        (("1:a",), ("a",)),
        (("a1:b",), ("a", "b")),
        (("a", "b"), ("b", "a")),
        (("é",), ("e\u0301",)),
        (("\ud800",), ("\ud801",)),
    ],
)
def test_different_fields_give_different_ids(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert hash_fields(*one) != hash_fields(*other)


def test_ids_do_not_change_from_version_to_version() -> None:
    written = "8:document5:12-402:é".encode()
    assert hash_fields("document", "12-40", "é") == hashlib.sha256(written).hexdigest()[:ID_LENGTH]

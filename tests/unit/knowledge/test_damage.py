"""Whatever happens to a sanctions list on its way: it is read or refused, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alleged.errors import KnowledgeError
from alleged.knowledge.ofac import looks_like_ofac, read_ofac
from alleged.knowledge.opensanctions import looks_like_opensanctions, read_opensanctions
from alleged.knowledge.uk_sanctions import looks_like_uk_sanctions, read_uk_sanctions
from tests.unit.knowledge.sanctions import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from alleged.model.entity import Authority

READERS = [read_ofac, read_uk_sanctions, read_opensanctions]
SOUND = [
    (read_ofac, read("ofac-sdn.csv") + read("ofac-alt.csv") + read("ofac-add.csv")),
    (read_ofac, read("ofac-sdn-advanced.xml")),
    (read_uk_sanctions, read("uk-sanctions.csv")),
    (read_uk_sanctions, read("uk-sanctions.xml")),
    (read_opensanctions, read("opensanctions.csv")),
]
scraps = st.one_of(
    st.binary(max_size=3), st.sampled_from([b'"', b",", b"\n", b"<", b">", b"&", b";", b"\x00"])
)


def outcome(reader: Callable[[bytes, str], Authority], data: bytes) -> Authority | KnowledgeError:
    """What comes of reading `data`."""
    try:
        return reader(data, "list")
    except KnowledgeError as error:
        return error


def check(reader: Callable[[bytes, str], Authority], data: bytes) -> None:
    """Reads `data`, or sees it refused with a place."""
    authority = outcome(reader, data)
    if isinstance(authority, KnowledgeError):
        assert str(authority).startswith("list:")
        assert authority.cure
        return
    ids = [entity.id for entity in authority.entities]
    assert len(set(ids)) == len(ids)
    assert all(entity.name and entity.version == authority.version for entity in authority.entities)
    assert all(
        alias.name not in {"", entity.name} for entity in authority.entities for alias in entity.aliases
    )


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for reader in READERS:
        check(reader, data)
    for looks_like in (looks_like_ofac, looks_like_uk_sanctions, looks_like_opensanctions):
        assert looks_like(data) in {True, False}


@pytest.mark.parametrize(("reader", "data"), SOUND)
@given(st.data())
def test_a_list_with_a_damaged_spot_is_read_or_refused(
    reader: Callable[[bytes, str], Authority], data: bytes, drawn: st.DataObject
) -> None:
    start = drawn.draw(st.integers(0, len(data)))
    length = drawn.draw(st.integers(0, 40))
    check(reader, data[:start] + drawn.draw(scraps) + data[start + length :])


@pytest.mark.parametrize(("reader", "data"), SOUND)
@given(st.data())
def test_a_list_that_was_cut_within_a_line_is_refused(
    reader: Callable[[bytes, str], Authority], data: bytes, drawn: st.DataObject
) -> None:
    whole = data.rstrip(b"\x1a\r\n")
    cut = whole[: drawn.draw(st.integers(0, len(whole) - 1))]
    if not cut.rstrip(b"\x1a").endswith((b"\n", b"\r")):
        with pytest.raises(KnowledgeError):
            reader(cut, "list")

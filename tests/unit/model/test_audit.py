from __future__ import annotations

import pytest

from alleged.model.audit import NO_CHAIN, Event, Head, link, pack, read_head

ROOT = "0123456789abcdef" * 4


def test_a_head_is_read_as_it_is_written() -> None:
    head = Head(ROOT, 17, "2024-03-25T10:00:00+00:00")
    assert read_head(f"{head}\n") == head
    assert read_head(ROOT.upper()) == Head(ROOT)


@pytest.mark.parametrize(
    "line", ["", ROOT[1:], f"alleged-head x {ROOT} now", f"other 17 {ROOT} now", f"{ROOT} 17"]
)
def test_what_is_no_head_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="is no head"):
        read_head(line)


def test_no_two_lists_are_packed_alike() -> None:
    assert (
        len({pack(*fields) for fields in (("ab", "c"), ("a", "bc"), ("abc",), ("abc", ""), ("", "abc"))}) == 5
    )


def test_an_event_follows_one_chain_only() -> None:
    event = Event(1, "2024-03-25", "noted", b"x" * 32, b"")
    linked = Event(1, "2024-03-25", "noted", b"x" * 32, link(NO_CHAIN, event.leaf))
    assert linked.follows(NO_CHAIN)
    assert not linked.follows(linked.chain)
    assert not Event(2, linked.at, linked.kind, linked.payload, linked.chain).follows(NO_CHAIN)

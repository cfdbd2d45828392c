from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alleged.errors import KnowledgeError
from alleged.knowledge.json_records import make_record, read_json


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b'{"a":\n\n ?}', "list:3: is no whole JSON"),
        (b'{"a":\n "\xff"}', "list:2: is no text in UTF-8"),
        (b"", "list:1: is no whole JSON"),
        (b"[" * 100_000, "list: is no JSON that can be read"),
        (b"[1" + b"0" * 5_000 + b"]", "list: is no JSON that can be read"),
    ],
)
def test_damage_is_told_with_its_line_and_a_cure(data: bytes, place: str) -> None:
    with pytest.raises(KnowledgeError, match="download the list again") as caught:
        read_json(data, "list")
    assert str(caught.value).startswith(place)


def test_a_byte_order_mark_is_no_damage() -> None:
    assert read_json(b"\xef\xbb\xbf[1]", "list") == [1]


def test_records_inside_know_where_they_stand() -> None:
    record = make_record({"values": [{}, {"meta": {"refs": 1}}]}, "", "list")
    with pytest.raises(KnowledgeError, match=r"list: values\[1\]\.meta has 'refs' that are no texts"):
        list(record.records("values"))[1].record("meta").texts("refs")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(json_values)
def test_whatever_is_asked_of_a_record_comes_as_asked_or_is_refused(value: object) -> None:
    record = make_record({"key": value}, "", "list")
    try:
        texts = record.texts("key")
    except KnowledgeError:
        assert not isinstance(value, str)
    else:
        assert all(isinstance(text, str) for text in texts)
    assert record.flag("key") is (value is True)

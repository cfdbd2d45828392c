from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alleged.errors import KnowledgeError
from alleged.knowledge.csv_rows import Row, check_width, first_row, read_rows

cells = st.text(st.characters(codec="utf-8", exclude_characters="\0"))


def test_quotes_amid_a_field_need_not_be_doubled() -> None:
    rows = list(read_rows(b'\xef\xbb\xbf"1","a.k.a. "X"; a.k.a. ""Y""; end"\n2,"""Z"" b"\n', "list"))
    assert [row.fields for row in rows] == [("1", 'a.k.a. "X"; a.k.a. "Y"; end'), ("2", '"Z" b')]


def test_a_row_knows_the_line_where_it_begins() -> None:
    rows = list(read_rows(b'a,"b\nc"\r\n\r\nd,e\r\n', "list"))
    assert rows == [Row(1, ("a", "b\nc")), Row(4, ("d", "e"))]


def test_a_byte_order_mark_is_no_part_of_the_first_field() -> None:
    assert next(read_rows(b"\xef\xbb\xbfid\n", "list")).fields == ("id",)


@given(st.lists(st.lists(cells, min_size=2, max_size=4), min_size=1))
def test_what_was_written_is_read(table: list[list[str]]) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows([["first"], *table])
    read = [list(row.fields) for row in read_rows(written.getvalue().encode(), "list")]
    assert read == [["first"], *(row for row in table if any(row))]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "list: is empty; download"),
        (b" \n", "list: is empty; download"),
        (b"a,b\nc", "list:2: ends within a line"),
        (b'a,b\n"c,d\ne,f\n', "list:2: is no whole CSV from here on"),
        (b'a,b\nc,"d"e\n', "list:2: is no whole CSV from here on"),
        ("a\nBÉ\n".encode("latin-1"), "list:2: is no text in UTF-8; download the list again, or save it as"),
        ("a\nb\n".encode("utf-16"), "list:1: is no text in UTF-8"),
    ],
)
def test_a_damaged_file_is_refused_with_its_line(data: bytes, message: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        list(read_rows(data, "list"))
    assert str(caught.value).startswith(message)


def test_wrong_bytes_far_into_a_large_file_are_found_in_their_line() -> None:
    data = b"a,b\n" * 100_000 + b"\xff\n" + b"a,b\n" * 100_000
    with pytest.raises(KnowledgeError, match="list:100001: is no text"):
        list(read_rows(data, "list"))


def test_a_long_field_is_read_and_the_limit_of_others_stays() -> None:
    before = csv.field_size_limit()
    assert len(next(read_rows(b"x" * 1_000_000 + b"\n", "list")).fields[0]) == 1_000_000
    list(read_rows(b"a\n", "list"))
    assert csv.field_size_limit() == before


def test_the_number_of_columns_is_checked() -> None:
    check_width(Row(3, ("a", "b")), 2, "list")
    with pytest.raises(KnowledgeError, match="list:3: has 2 columns instead of 4"):
        check_width(Row(3, ("a", "b")), 4, "list")


def test_the_first_rows_are_told_from_the_head_of_a_file() -> None:
    head = b'\xef\xbb\xbfReport\r\n"Unique ID","Name 6","Na'
    assert first_row(head) == ("Report",)
    assert first_row(head, 2)[:2] == ("Unique ID", "Name 6")
    assert first_row(head, 3) == ()
    assert first_row(b"") == ()

"""Data files: what they hold, and what a line that cannot be used says."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING, Any

import pytest

from alleged.errors import InputError, Place
from alleged.model.document import Extent
from benchmarks.lines import Line, read_lines

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Böses ran."
BAD_FILES = {
    "broken.jsonl": (b'{"a": 1}\n\n{"a": \n', "broken.jsonl:3: it is not JSON; give one JSON object a line"),
    "latin.jsonl": (b'{"a": "B\xf6ses"}\n', "latin.jsonl:1: it is not JSON; give one JSON object a line"),
    "deep.jsonl": (b"[" * 200_000, "deep.jsonl:1: it is not JSON"),
    "list.jsonl": (b"[1]\n", "list.jsonl:1: it is not a JSON object; give one"),
    "empty.jsonl": (b"\n \n", "empty.jsonl: it holds no document; give one JSON object a line"),
    "plain.jsonl.gz": (b'{"a": 1}\n', "plain.jsonl.gz: it is not whole gzip data; pack it again"),
    "cut.jsonl.gz": (gzip.compress(b'{"a": 1}\n')[:-9], "cut.jsonl.gz: it is not whole gzip data"),
}


def line(**row: Any) -> Line:
    return Line(Place("data.jsonl", 7), row)


@pytest.mark.parametrize("name", ["plain.jsonl", "packed.jsonl.gz"])
def test_a_file_gives_its_lines_with_their_numbers(name: str, tmp_path: Path) -> None:
    data = '{"a": 1}\n\n{"a": "B\u00f6ses\u2028"}\r\n'.encode()
    path = tmp_path / name
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    first, second = read_lines(path)
    assert (first.row, first.place) == ({"a": 1}, Place(str(path), 1))
    assert (second.row, second.place.line) == ({"a": "Böses\u2028"}, 3)


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_file_that_cannot_be_used_says_where_and_what_to_do(name: str, tmp_path: Path) -> None:
    data, told = BAD_FILES[name]
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError) as raised:
        read_lines(tmp_path / name)
    assert str(raised.value).startswith(f"{tmp_path}/{told}")


def test_a_missing_file_and_a_folder_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file; check the path"):
        read_lines(tmp_path / "missing.jsonl")
    with pytest.raises(InputError, match=r"cannot be read .*; name another file"):
        read_lines(tmp_path)


def test_values_are_given_as_they_are() -> None:
    full = line(text=TEXT, events=[{"nugget": [0, 5]}], source=[[0, 5], [6, 9]], cue=[], content=None)
    assert full.get_string("text") == TEXT
    (event,) = full.get_objects("events")
    assert event.get_extent("nugget", TEXT) == Extent(0, 5)
    assert event.place == full.place
    assert full.get_extents("source", TEXT) == (Extent(0, 5), Extent(6, 9))
    assert full.get_extents("cue", TEXT) == full.get_extents("content", TEXT) == ()
    assert full.get_extents("absent", TEXT) == ()


def test_a_value_that_is_missing_or_wrong_is_named() -> None:
    with pytest.raises(InputError, match=r'^data\.jsonl:7: there is no "text"; give a string$'):
        line().get_string("text")
    with pytest.raises(InputError, match=r'^data\.jsonl:7: "text" is not a string; give a string$'):
        line(text=3).get_string("text")
    with pytest.raises(InputError, match='"events" is not a list of objects'):
        line(events=["no"]).get_objects("events")
    with pytest.raises(InputError, match='"cue" is not a list of'):
        line(cue="said").get_extents("cue", TEXT)


@pytest.mark.parametrize("pair", [[0, 11], [-1, 3], [5, 2], [1], ["0", 1], [0, True], [0.0, 1], 3, None])
def test_a_place_outside_the_text_is_refused(pair: object) -> None:
    with pytest.raises(
        InputError, match=r"data\.jsonl:7: .* is no place in the text; give \[start, end\] .*10"
    ):
        line(nugget=pair).get_extent("nugget", TEXT)

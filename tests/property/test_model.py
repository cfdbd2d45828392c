"""What ids, spans and maps to the original keep to, whatever they are given."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from alleged.model.document import Place, Run, Text
from alleged.model.ids import hash_fields
from alleged.model.span import check_anchor, span_at
from tests.unit.model.samples import accusation, make_text

tricky = st.text(alphabet="01:|.a\u0301é🦉\ud800", max_size=6)
fields = st.lists(tricky, max_size=4)


@given(fields, fields)
def test_only_equal_fields_have_equal_ids(one: list[str], other: list[str]) -> None:
    assert (hash_fields(*one) == hash_fields(*other)) is (one == other)


@given(st.lists(tricky, min_size=2, max_size=4), st.integers(0, 2), st.integers(1, 5))
def test_moving_characters_to_the_next_field_changes_the_id(values: list[str], at: int, count: int) -> None:
    index = at % (len(values) - 1)
    moved = list(values)
    moved[index], moved[index + 1] = values[index][:-count], values[index][-count:] + values[index + 1]
    assert (hash_fields(*moved) == hash_fields(*values)) is (moved == values)


@given(st.text(min_size=1), st.data())
def test_a_span_is_anchored_in_its_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = span_at(text, start, data.draw(st.integers(start + 1, len(text))))
    check_anchor(text, span)
    assert text.startswith(span.prefix + span.exact + span.suffix, start - len(span.prefix))


@st.composite
def maps(draw: st.DrawFn) -> tuple[Run, ...]:
    """Runs in order, with gaps between them, as readers write them."""
    runs: list[Run] = []
    position = 0
    for _ in range(draw(st.integers(0, 6))):
        start = position + draw(st.integers(0, 3))
        position = start + draw(st.integers(1, 5))
        runs.append(Run(start, position, Place(draw(st.integers(0, 2)), draw(st.integers(0, 50)))))
    return tuple(runs)


def places(runs: tuple[Run, ...]) -> dict[int, Place]:
    """The place of every character that a run covers."""
    return {
        position: Place(run.place.node, run.place.offset + position - run.start)
        for run in runs
        for position in range(run.start, run.end)
    }


@given(maps())
def test_finding_a_place_is_the_inverse_of_the_runs(runs: tuple[Run, ...]) -> None:
    text: Text = replace(make_text(), runs=runs)
    known = places(runs)
    last = runs[-1].end if runs else 0
    assert {position: text.find_place(position) for position in range(-1, last + 2)} == {
        position: known.get(position) for position in range(-1, last + 2)
    }


@given(st.text(min_size=1, max_size=8), st.text(min_size=1, max_size=8))
def test_claims_of_different_speakers_have_different_ids(one: str, other: str) -> None:
    claim = accusation(make_text())
    ids = {replace(claim, speaker=replace(claim.speaker, name=name)).id for name in (one, other)}
    assert len(ids) == len({one, other})

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from alleged.dossiers.annotated import Run, annotate
from alleged.dossiers.passage import Label
from alleged.model.span import span_at
from tests.unit.model.samples import REPORT, accusation, claims, denial, link, make_text, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.model.claim import Claim

TEXT = make_text()


def runs_of(given_claims: Sequence[Claim]) -> list[Run]:
    return [run for part in annotate(TEXT, given_claims) for run in part.runs]


def quoting(start: int, end: int) -> Claim:
    quote = span_at(REPORT, start, end)
    return replace(denial(TEXT), quote=quote, content=quote, cues=())


def test_a_text_without_claims_has_a_run_a_block() -> None:
    assert [part.runs[0].words for part in annotate(TEXT, ())] == [
        "Prosecutors charge seven over mail intrusions\n\n",
        REPORT[REPORT.index("On Monday") : REPORT.index("The embassy")],
        "The embassy dismissed the allegations as baseless.\n",
    ]


def test_each_claim_begins_once_and_is_told_by_its_runs() -> None:
    given_claims = claims(TEXT)
    runs = runs_of(given_claims)
    for number, claim in enumerate(given_claims):
        assert "".join(run.words for run in runs if number in run.quoted) == claim.quote.exact
        assert [run.start for run in runs if number in run.begins] == [claim.quote.start]


def test_of_claims_inside_each_other_the_innermost_is_the_last() -> None:
    outer = accusation(TEXT)
    inner = replace(outer, quote=words(TEXT, "breaking into the mail"))
    runs = runs_of((inner, outer))
    assert {run.quoted for run in runs if run.words == "breaking into the mail"} == {(1, 0)}


def test_claims_that_overlap_are_cut_where_they_meet() -> None:
    start = REPORT.index("US prosecutors")
    runs = runs_of((quoting(start, start + 30), quoting(start + 14, start + 50)))
    assert [(run.words, run.quoted) for run in runs if run.quoted] == [
        (REPORT[start : start + 14], (0,)),
        (REPORT[start + 14 : start + 30], (0, 1)),
        (REPORT[start + 30 : start + 50], (1,)),
    ]


def test_a_quote_over_two_blocks_is_cut_between_them() -> None:
    start, end = REPORT.index("The group"), REPORT.index(" dismissed")
    parts = annotate(TEXT, (quoting(start, end),))
    quoted = [[run.words for run in part.runs if run.quoted] for part in parts]
    assert quoted == [[], [REPORT[start : REPORT.index("The embassy")]], ["The embassy"]]
    assert [run.begins for part in parts for run in part.runs if run.quoted] == [(0,), ()]


def test_cues_hedges_and_speakers_are_seen_in_the_words() -> None:
    runs = runs_of((accusation(TEXT), link(TEXT)))
    assert {run.words for run in runs if Label.CUE in run.labels} == {"accused"}
    assert {run.words for run in runs if Label.HEDGE in run.labels} == {"purportedly"}
    assert {run.words: run.speakers for run in runs if run.speakers} == {"US prosecutors": (0,)}


def test_a_speaker_is_seen_outside_of_the_quote_too() -> None:
    claim = accusation(TEXT)
    far = replace(claim, speaker=replace(claim.speaker, span=words(TEXT, "The embassy")))
    (run,) = [run for run in runs_of((far,)) if run.speakers]
    assert (run.words, run.quoted) == ("The embassy", ())


@st.composite
def places(draw: st.DrawFn) -> tuple[int, int]:
    start = draw(st.integers(0, len(REPORT) - 1))
    return start, draw(st.integers(start + 1, len(REPORT)))


@given(st.lists(st.tuples(places(), places()), max_size=8))
def test_runs_join_to_the_text_and_those_of_a_claim_to_its_quote(
    drawn: list[tuple[tuple[int, int], tuple[int, int]]],
) -> None:
    given_claims = [replace(quoting(*quote), cues=(span_at(REPORT, *cue),)) for quote, cue in drawn]
    runs = runs_of(given_claims)
    assert "".join(run.words for run in runs) == REPORT
    for number, claim in enumerate(given_claims):
        assert "".join(run.words for run in runs if number in run.quoted) == claim.quote.exact
        assert sum(number in run.begins for run in runs) == 1
    cued = {
        at for run in runs if Label.CUE in run.labels for at in range(run.start, run.start + len(run.words))
    }
    assert cued == {at for _, cue in drawn for at in range(*cue)}

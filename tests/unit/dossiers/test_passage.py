from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from alleged.dossiers.passage import Label, view_passage
from alleged.model.span import span_at
from tests.unit.model.samples import REPORT, accusation, denial, link, make_text, words

TEXT = make_text()


def labelled(label: Label) -> str:
    runs = view_passage(accusation(TEXT), TEXT).runs
    return "|".join(run.words for run in runs if label in run.labels)


def test_the_passage_is_the_whole_paragraph() -> None:
    passage = view_passage(accusation(TEXT), TEXT)
    paragraph = REPORT.split("\n")[2]
    assert "".join(run.words for run in passage.runs) == paragraph
    assert TEXT.clean[passage.start : passage.end] == paragraph


def test_each_piece_is_labelled() -> None:
    assert labelled(Label.SPEAKER) == "US prosecutors"
    assert labelled(Label.CUE) == "accused"
    assert labelled(Label.CONTENT) == "seven hackers of breaking into the mail of Northwind lawmakers"


def test_a_hedge_inside_the_content_is_both() -> None:
    (hedge,) = [run for run in view_passage(link(TEXT), TEXT).runs if Label.HEDGE in run.labels]
    assert hedge.words == "purportedly"
    assert hedge.labels == {Label.QUOTE, Label.CONTENT, Label.HEDGE}


def test_a_speaker_of_another_paragraph_is_not_in_the_passage() -> None:
    claim = accusation(TEXT)
    far = replace(claim, speaker=replace(claim.speaker, span=words(TEXT, "The embassy")))
    assert all(Label.SPEAKER not in run.labels for run in view_passage(far, TEXT).runs)


def test_a_quote_over_two_paragraphs_shows_both() -> None:
    start, end = REPORT.index("US prosecutors"), REPORT.index(" as baseless")
    both = replace(denial(TEXT), quote=span_at(REPORT, start, end))
    passage = view_passage(both, TEXT)
    assert REPORT[passage.start : passage.end] == REPORT[REPORT.index("On Monday") : -1]


def test_a_quote_outside_every_sentence_shows_itself() -> None:
    bare = replace(TEXT, sentences=())
    passage = view_passage(accusation(TEXT), bare)
    assert "".join(run.words for run in passage.runs) == accusation(TEXT).quote.exact


@st.composite
def places(draw: st.DrawFn) -> tuple[int, int]:
    start = draw(st.integers(0, len(REPORT) - 1))
    return start, draw(st.integers(start + 1, len(REPORT)))


@given(places(), places(), places())
def test_runs_join_to_the_words_and_labels_cover_their_spans(
    quote: tuple[int, int], content: tuple[int, int], cue: tuple[int, int]
) -> None:
    spans = [span_at(REPORT, *place) for place in (quote, content, cue)]
    claim = replace(accusation(TEXT), quote=spans[0], content=spans[1], cues=(spans[2],), hedges=())
    passage = view_passage(claim, TEXT)
    assert "".join(run.words for run in passage.runs) == REPORT[passage.start : passage.end]
    for label, span in zip((Label.QUOTE, Label.CONTENT, Label.CUE), spans, strict=True):
        shown = "".join(run.words for run in passage.runs if label in run.labels)
        assert (
            shown == REPORT[max(span.start, passage.start) : max(min(span.end, passage.end), passage.start)]
        )

from __future__ import annotations

from itertools import pairwise

import pytest

from alleged.text.markdown_inline import Cut, find_cuts


def shown(text: str, *references: str) -> str:
    pieces, position = [], 0
    for cut in find_cuts(text, Cut(0, len(text)), frozenset(references)):
        pieces.append(text[position : cut.start])
        position = cut.end
    return "".join((*pieces, text[position:]))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**China** denied *it* and ***all***", "China denied it and all"),
        ("__China__ denied _it_", "China denied it"),
        ("snake_case_name and 2*3*4", "snake_case_name and 2*3*4".replace("*3*", "3")),
        ("5 * 3 * 2", "5 * 3 * 2"),
        ("required fields are marked *", "required fields are marked *"),
        ("~~gone~~ here", "gone here"),
        ("`code *x*` and ``a ` b``", "code *x* and a ` b"),
        ("a ` alone", "a ` alone"),
        ("\\*not\\* emphasis", "*not* emphasis"),
        ('[the firm](https://a.example/b_(c) "Title") said', "the firm said"),
        ("[**bold** link](/x)", "bold link"),
        ("![a picture](x.png) after", " after"),
        ("[![badge](x.png)](y) after", " after"),
        ("<https://a.example> and <me@a.example>", "https://a.example and me@a.example"),
        ("<b>bold</b><br/> <!-- note -->end", "bold end"),
        ("a < b and c > d", "a < b and c > d"),
        ("[brackets] stay", "[brackets] stay"),
        ("[The] NCSC [said] so", "[The] NCSC [said] so"),
        ("a note[^1] here", "a note here"),
        ("**open to the end", "open to the end"),
        ("closed from before**", "closed from before"),
    ],
)
def test_marks_go_and_words_stay(text: str, words: str) -> None:
    assert shown(text) == words


def test_references_count_only_if_they_are_defined() -> None:
    assert shown("[the firm][1] and [Other]", "1") == "the firm and [Other]"
    assert shown("[the firm][1] and [Other]", "other") == "[the firm][1] and Other"
    assert shown("[Other][]", "other") == "Other"


def test_cuts_are_in_order_and_apart() -> None:
    cuts = find_cuts("**[a](b)** *c* `d`", Cut(0, 18), frozenset())
    assert all(a.end < b.start for a, b in pairwise(cuts))
    assert all(cut.start < cut.end for cut in cuts)

"""Forms of verbs."""

from __future__ import annotations

import pytest

from alleged.lexicon.inflect import inflect


@pytest.mark.parametrize(
    ("verb", "others"),
    [
        ("accuse", "accuses accused accusing"),
        ("deny", "denies denied denying"),
        ("deploy", "deploys deployed deploying"),
        ("breach", "breaches breached breaching"),
        ("press", "presses pressed pressing"),
        ("link", "links linked linking"),
        ("fear", "fears feared fearing"),
        ("vow", "vows vowed vowing"),
        ("plan", "plans planned planning"),
        ("shrug", "shrugs shrugged shrugging"),
        ("quip", "quips quipped quipping"),
        ("admit", "admits admitted admitting"),
        ("label", "labels labeled labeling labelled labelling"),
        ("tie", "ties tied tying"),
        ("agree", "agrees agreed agreeing"),
        ("say", "says said saying"),
        ("steal", "steals stole stolen stealing"),
        ("put", "puts putting"),
        ("be", "am is are was were been being"),
    ],
)
def test_a_verb_has_these_forms_and_no_others(verb: str, others: str) -> None:
    assert inflect(verb) == {verb, *others.split()}

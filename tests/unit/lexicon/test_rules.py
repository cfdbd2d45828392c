"""Rules read from data, and how an index finds them in a sentence."""

from __future__ import annotations

from typing import Any

import pytest

from alleged.errors import LexiconError, Place
from alleged.lexicon.rules import (
    CueCode,
    RuleIndex,
    act_code,
    acts,
    cue_code,
    cues,
    hedge_code,
    hedges,
    load_rules,
    parse_rules,
    parse_yaml,
    rejects,
    role_code,
    roles,
)
from alleged.lexicon.words import find_words
from alleged.model.vocabulary import Act, Role, Stance

FILE = Place("cues.yml")


def entry(**changes: Any) -> dict[str, Any]:
    given: dict[str, Any] = {
        "id": "mutter",
        "frame": "says",
        "stance": "asserts",
        "act": "comment",
        "weight": "1",
        "shape": "verb",
        "role": "media",
        "patterns": ["mutter~", "mutter~ that"],
        "matches": "The minister muttered that it was nothing.",
        "not": "The utter silence went on.",
    }
    return {key: value for key, value in (given | changes).items() if value is not None}


def index(*entries: dict[str, Any], common: bool = True) -> RuleIndex[CueCode]:
    return RuleIndex(parse_rules(entries or (entry(),), FILE, cue_code), common=common)


def test_an_entry_becomes_a_rule() -> None:
    (rule,) = parse_rules([entry(act="advisory", own="true")], FILE, cue_code)
    assert rule.id == "mutter"
    assert rule.code == CueCode(Stance.ASSERTS, "says", Act.ADVISORY, own=True)
    assert [pattern.line for pattern in rule.patterns] == ["mutter~", "mutter~ that"]
    assert (rule.matches, rule.never) == (entry()["matches"], entry()["not"])


def test_without_an_act_a_cue_makes_a_comment() -> None:
    (rule,) = parse_rules([entry(act=None)], FILE, cue_code)
    assert rule.code == CueCode(Stance.ASSERTS, "says")
    assert rule.code.act is Act.COMMENT


@pytest.mark.parametrize(
    ("code", "changes", "what"),
    [
        (cue_code, {"frame": "sings"}, "'sings' is none of according, accuses"),
        (cue_code, {"stance": "swears"}, "'swears' is not a valid Stance"),
        (cue_code, {"act": "theft"}, "'theft' is not a valid Act"),
        (cue_code, {"own": "yes"}, "'yes' is none of false, true"),
        (hedge_code, {"stance": "maybe"}, "'maybe' is not a valid Stance"),
        (act_code, {"act": "theft"}, "'theft' is not a valid Act"),
        (act_code, {"weight": "4"}, "'4' is none of 1, 2, 3"),
        (act_code, {"shape": "adverb"}, "'adverb' is none of noun, verb"),
        (role_code, {"role": "king"}, "'king' is not a valid Role"),
    ],
)
def test_an_unknown_code_names_file_entry_and_cure(code: Any, changes: dict[str, Any], what: str) -> None:
    with pytest.raises(LexiconError) as caught:
        parse_rules([entry(), entry(id="bad", **changes)], FILE, code)
    assert str(caught.value).startswith(f"cues.yml: entry bad: {what}")
    assert caught.value.place == FILE
    assert "docs/reference/lexicon.md" in caught.value.cure


@pytest.mark.parametrize("key", ["frame", "stance", "patterns", "matches", "not"])
def test_an_entry_that_lacks_a_line_says_which(key: str) -> None:
    with pytest.raises(LexiconError, match=f"cues.yml: entry mutter: has no {key}; add a line {key}"):
        parse_rules([entry(**{key: None})], FILE, cue_code)


def test_an_entry_without_an_id_says_so() -> None:
    with pytest.raises(LexiconError, match="entry without an id: has no id; add a line id"):
        parse_rules([entry(id=None)], FILE, cue_code)


def test_a_bad_pattern_names_file_and_entry_too() -> None:
    with pytest.raises(LexiconError, match=r"cues.yml: entry mutter: pattern '\* said' can begin") as caught:
        parse_rules([entry(patterns=["* said"])], FILE, cue_code)
    assert caught.value.cure == "begin and end it with a word"


def test_a_file_that_is_no_yaml_names_its_line() -> None:
    with pytest.raises(LexiconError) as caught:
        parse_yaml("- id: one\n  patterns: [\"'s]\n", "cues.yml")
    assert caught.value.place == Place("cues.yml", 3)
    assert caught.value.cure


def test_words_of_a_file_stay_words() -> None:
    assert parse_yaml("[no, on, 1, null]", "cues.yml") == ["no", "on", "1", "null"]


def test_every_rule_is_found_with_its_longest_match() -> None:
    other = entry(id="that", patterns=["that it"], frame="noun")
    words = find_words("He muttered that it rained.")
    found = index(entry(), other).find(words)
    assert [(m.rule.id, m.start, m.end) for m in found] == [("mutter", 1, 3), ("that", 2, 4)]
    assert found[0].code.frame == "says"


def test_the_longest_matches_do_not_overlap() -> None:
    other = entry(id="that", patterns=["that it"], frame="noun")
    words = find_words("He muttered that it rained; that it did.")
    found = index(entry(), other).find_longest(words)
    assert [(m.rule.id, m.start) for m in found] == [("mutter", 1), ("that", 6)]


@pytest.mark.parametrize(
    ("text", "found"),
    [("Muttered he", 1), ("“Muttered”, he wrote", 1), ("he MUTTERED", 1), ("Lord Mutters spoke", 0)],
)
def test_a_capital_inside_a_sentence_is_a_name(text: str, found: int) -> None:
    assert len(index().find(find_words(text))) == found


def test_but_not_for_rules_about_names() -> None:
    assert index(common=False).find(find_words("Lord Mutters spoke"))


def test_a_file_of_the_lexicon_is_read() -> None:
    rules = load_rules("denials.yml", cue_code)
    assert {rule.code.frame for rule in rules} == {"rejects", "refuses"}


def test_the_indexes_hold_their_codes() -> None:
    assert cues().find(find_words("he denied it"))[0].code.stance is Stance.DENIES
    assert hedges().find(find_words("allegedly"))[0].code is Stance.ALLEGES
    assert acts().find(find_words("they stole it"))[0].code.act is Act.DATA_THEFT
    assert roles().find(find_words("Senator Bell"))[0].code is Role.LEGISLATOR


@pytest.mark.parametrize("act", [act for act in Act if act is not Act.COMMENT])
def test_every_act_can_be_found(act: Act) -> None:
    assert any(rule.code.act is act for rule in acts().rules)


@pytest.mark.parametrize(("cue", "found"), [("dismissed", True), ("said", False), ("according to", False)])
def test_some_cues_reject_by_themselves(cue: str, found: bool) -> None:
    assert rejects(cue) is found


@pytest.mark.parametrize("name", ["National Bureau of Investigation", "Criminal Investigation Department"])
def test_an_investigating_body_is_law_enforcement(name: str) -> None:
    assert roles().find(find_words(name))[0].code is Role.LAW_ENFORCEMENT

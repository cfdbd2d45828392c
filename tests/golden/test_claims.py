"""The golden cases: what an analyst expects of a text must be found in it, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from alleged.model.vocabulary import Act, Basis, Kind, Scope, Stance
from tests.golden.cases import Case, describe, find_faults, find_in, load_cases, parse_case

CASES = load_cases()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_claims_of_a_case_are_found(case: Case) -> None:
    findings = find_in(case)
    faults = find_faults(case, findings)
    assert not faults, "\n".join(["", *faults, "", "found:", describe(findings)])


def _written(field: str) -> set[str]:
    return {claim[field] for case in CASES for claim in case.claims if field in claim}


def test_the_cases_cover_every_code_that_tells_claims_apart() -> None:
    scopes = {a.get("scope") for case in CASES for claim in case.claims for a in claim.get("answers", ())}
    acts = _written("act")
    assert _written("stance") == set(Stance)
    assert {Act(act).kind for act in acts} == set(Kind)
    assert _written("basis") == set(Basis)
    assert set(Scope) <= scopes
    assert set(Act) - acts == set()


def test_cases_have_names_of_their_own() -> None:
    names = [case.name for case in CASES]
    assert len(names) == len(set(names))


TEXT = "US officials said Chinese hackers spied on shipyards. Beijing denied the accusation.\n"
FIRST = "Chinese hackers spied on shipyards"


def _faults(claims: list[dict[str, Any]], *, more: bool = True) -> list[str]:
    case = parse_case({"name": "x", "text": TEXT, "claims": claims, "more": more}, "x")
    return find_faults(case, find_in(case))


def test_the_runner_accepts_what_is_there() -> None:
    denial = {"about": "accusation", "stance": "denies", "answers": [{"to": FIRST, "type": "disputes"}]}
    assert _faults([{"content": FIRST, "speaker": "United States", "act": "espionage"}, denial]) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("speaker", None),
        ("speaker", "China"),
        ("named_as", "officials"),
        ("role", "media"),
        ("basis", "narrator"),
        ("cue", None),
        ("stance", "alleges"),
        ("hedges", ["allegedly"]),
        ("kind", "impact"),
        ("act", "phishing"),
        ("actors", []),
        ("targets", ["banks"]),
        ("when", "2021"),
        ("at_least", "P10Y"),
        ("said_words", "on Monday"),
        ("answers", [{"to": "accusation"}]),
    ],
)
def test_the_runner_stops_every_field_that_differs(field: str, value: object) -> None:
    (fault,) = _faults([{"content": FIRST, field: value}])
    assert field in fault


def test_the_runner_stops_links_that_differ() -> None:
    for answers in ([], [{"to": "spied", "type": "confirms"}], [{"to": "spied", "scope": "nowhere"}]):
        (fault,) = _faults([{"about": "accusation", "answers": answers}])
        assert "answers" in fault


def test_the_runner_stops_claims_that_are_missing_or_too_many() -> None:
    assert _faults([{"about": "moon"}]) == ["no claim: 'moon'"]
    assert _faults([{"content": "spied on shipyards"}]) == ["no claim: 'spied on shipyards'"]
    assert _faults([{"content": FIRST}], more=False) == ["not expected: 'the accusation'"]
    assert _faults([{"content": FIRST}, {"content": FIRST}]) == [f"no claim: {FIRST!r}"]


def test_a_text_that_must_yield_nothing_is_held_to_it() -> None:
    case = parse_case({"name": "x", "text": TEXT, "none": True}, "x")
    assert len(find_faults(case, find_in(case))) == 2
    silent = replace(case, text="The weather was fine in the north of the country all week.\n")
    assert find_faults(silent, find_in(silent)) == []


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ({"name": "x", "claims": []}, "needs a name and a text"),
        ({"name": "x", "text": "t"}, "write claims, or none: true"),
        ({"name": "x", "text": "t", "claims": [], "none": True}, "write claims, or none: true"),
        ({"name": "x", "text": "t", "claims": [], "note": "?"}, "no case has"),
        ({"name": "x", "text": "t", "claims": [{"stance": "denies"}]}, "write content or about"),
        ({"name": "x", "text": "t", "claims": [{"about": "t", "actor": []}]}, "no claim has"),
        ({"name": "x", "text": "t", "claims": [{"about": "t", "answers": [{"by": "x"}]}]}, "not an answer"),
    ],
)
def test_a_case_that_is_not_written_as_it_should_be_is_refused(entry: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_case(entry, "x")

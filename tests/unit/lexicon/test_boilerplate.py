from __future__ import annotations

import pytest

from alleged.lexicon.boilerplate import (
    BoilerplateRule,
    LineRules,
    NameRules,
    line_rules,
    load_boilerplate,
    name_rules,
)
from alleged.text.html_names import find_words

LINES = [rule for rule in load_boilerplate() if rule.scope != "element"]
ELEMENTS = [rule for rule in load_boilerplate() if rule.scope == "element"]


@pytest.mark.parametrize("rule", LINES, ids=lambda rule: str(rule.id))
def test_every_rule_for_lines_matches_its_own_line_and_not_the_other(rule: BoilerplateRule) -> None:
    assert LineRules([rule]).find(rule.matches) is rule
    assert line_rules().find(rule.matches) is rule
    assert line_rules().find(rule.never) is None


@pytest.mark.parametrize("rule", ELEMENTS, ids=lambda rule: str(rule.id))
def test_every_rule_for_elements_matches_its_own_name_and_not_the_other(rule: BoilerplateRule) -> None:
    assert NameRules([rule]).find(find_words(rule.matches)) is rule
    assert name_rules().find(find_words(rule.never)) is None


def test_ids_are_unique() -> None:
    ids = [rule.id for rule in load_boilerplate()]
    assert len(ids) == len(set(ids))


def test_a_sure_name_outranks_an_unsure_one() -> None:
    rule = name_rules().find(["widget", "comments"])
    assert rule is not None
    assert (rule.why, rule.unsure) == ("comments", False)


@pytest.mark.parametrize(
    "line",
    [
        "On Monday, hackers published the files on a forum.",
        "Trending hashtags were pushed by the group's bots.",
        "The ministry left a comment on the accusation.",
        "Comment was not available from the embassy.",
        "Sources: two officials. Both asked not to be named.",
        "Subscribers of the newsletter were sent malware.",
        "The cookies stolen by the group open the accounts of the ministry.",
        "We use what we know against them, the officer said.",
        "More than 30 countries on Monday condemned the attack.",
        "No comment on Russian gang attack claims",
        "Related attacks were seen in Poland",
        "Share of attacks by state hackers rises",
        "Register of foreign agents was hacked",
        "Follow the money, the prosecutor said on Twitter.",
        "Menu planning firm hacked",
        "Copyright office breached by spies",
        "Image forgery by Russian group exposed",
        "Sign up records were stolen, the firm said.",
        "Response",
        "Tags on the cars were cloned",
    ],
)
def test_lines_of_reports_stay(line: str) -> None:
    assert line_rules().find(line) is None


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Share this:", "share"),
        ("Related articles", "teaser"),
        ("12 Comments", "comments"),
        ("Required fields are marked *", "comments"),
        ("Photo by Jane Doe on Unsplash", "credit"),
        ("Getty Images", "credit"),
        ("[[threatactor.name=RTM]] [[threatactor.name=Turla]]", "tags"),
        ("Filed under: China, Cyber", "tags"),
        ("Read more: The group that never sleeps", "teaser"),
        ("Follow us", "share"),
        ("Accept all cookies", "cookies"),
        ("Facebook Twitter LinkedIn", "share"),
        ("© 2024 Example News. All rights reserved.", "copyright"),
        ("5 min read", "metadata"),
    ],
)
def test_lines_of_pages_go(line: str, why: str) -> None:
    rule = line_rules().find(line)
    assert rule is not None
    assert rule.why == why

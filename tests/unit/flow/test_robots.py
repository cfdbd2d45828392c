from __future__ import annotations

import time

import pytest

from alleged.flow.robots import CLOSED, LONGEST_DELAY, OPEN, read_robots

pytestmark = pytest.mark.alone


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("", "/", True),
        ("Disallow:", "/", True),
        ("Disallow: /", "/x", False),
        ("Disallow: /x", "/x/y?z", False),
        ("Disallow: /x", "/y", True),
        ("Disallow: /x\nAllow: /x/y", "/x/y", True),
        ("Disallow: /x/y\nAllow: /x", "/x/y", False),
        ("Allow: /x\nDisallow: /x", "/x", True),
        ("Disallow: /*.pdf$", "/a.pdf", False),
        ("Disallow: /*.pdf$", "/a.pdf?x", True),
        ("Disallow: /a*b*c", "/a1b2c3", False),
        ("Disallow: /a$", "/a", False),
        ("Disallow: /a$", "/ab", True),
        ("Disallow: /ab$ba$", "/ab", True),
        ("Disallow: /%7Ejoe", "/~joe/x", False),
        ("Disallow: /~joe", "/%7ejoe", False),
        ("Disallow: /x # not this", "/x", False),
        ("no rule at all\nDisallow /x", "/x", True),
    ],
)
def test_rules_for_everybody(rules: str, path: str, allowed: bool) -> None:
    assert read_robots(f"User-agent: *\n{rules}\n", "alleged").allows(path) is allowed


def test_our_own_group_counts_alone() -> None:
    text = "User-agent: other\nUser-agent: Alleged/1.0\nDisallow: /a\n\nUser-agent: *\nDisallow: /b\n"
    ours = read_robots(text, "alleged")
    assert (ours.allows("/a"), ours.allows("/b")) == (False, True)
    assert read_robots(text, "third").allows("/a")
    assert read_robots("User-agent: alleged\nAllow: /\nUser-agent: *\nDisallow: /", "alleged").allows("/x")


@pytest.mark.parametrize(
    ("told", "delay"),
    [("7", 7.0), ("0.5", 0.5), ("x", 0.0), ("-3", 0.0), ("9" * 400, LONGEST_DELAY), ("1e9", 0.0)],
)
def test_a_delay(told: str, delay: float) -> None:
    assert read_robots(f"User-agent: *\nCrawl-delay: {told}\n", "alleged").delay == delay


def test_no_file_and_a_failing_server() -> None:
    assert OPEN.allows("/x")
    assert not CLOSED.allows("/x")
    assert not CLOSED.allows("")


def test_hostile_rules_take_no_time() -> None:
    began = time.process_time()
    robots = read_robots("User-agent: *\n" + f"Disallow: /{'*a' * 900}b\n" * 200, "alleged")
    assert robots.allows("/" + "a" * 4000)
    assert time.process_time() - began < 5

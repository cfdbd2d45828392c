"""Near copies: whole, partial, put together from several, and what is none."""

from __future__ import annotations

from alleged.resolve.accounts import Account, in_order
from alleged.resolve.copies import find_copies, find_places, word
from alleged.resolve.lineage import Dependence, Evidence
from tests.strategies.accounts import make_account, on_day, original, reprint, story


def copies(*accounts: Account) -> tuple[Dependence, ...]:
    return find_copies(in_order(accounts))


def only(*accounts: Account) -> Dependence:
    (found,) = copies(*accounts)
    return found


def test_a_reprint_depends_on_the_earlier_story() -> None:
    first, copy = original(1), reprint(1, 1)
    found = only(copy, first)
    assert (found.document, found.on) == (copy.document, first.document)
    assert (found.evidence, found.whole, found.places) == (Evidence.NEAR_COPY, True, ())


def test_the_reason_tells_how_much_and_of_what() -> None:
    first = original(1)
    copy = make_account(*story(1)[:20], publisher="Reprinter", published=on_day(1))
    assert only(first, copy).reason == ("near copy: 100 % of its runs of words stand in “Story 1”, Paper 1")


def test_of_one_day_or_without_a_date_nobody_is_known_to_be_first() -> None:
    copy = make_account(*story(1)[:20], publisher="Reprinter")
    assert only(original(1), copy).reason.endswith("which came first is not known")


def test_a_passage_taken_over_makes_a_partial_copy_with_its_places() -> None:
    first = original(1)
    later = make_account(*story(1)[:8], *story(2)[:16], published=on_day(3))
    found = find_places(only(first, later), word(later), word(first))
    assert not found.whole
    assert found.reason.startswith("partial copy: ")
    taken = " ".join(story(1)[:8]).rstrip(".")
    words, there = (
        [account.clean[place.start : place.end] for place in places]
        for account, places in ((later, found.places), (first, found.places_there))
    )
    assert words == there
    assert words[0] in taken
    assert len(words[0]) > 0.9 * len(taken)


def test_a_long_story_that_holds_a_short_one_has_words_of_its_own() -> None:
    brief = make_account(*story(1)[:4], published=on_day(0))
    found = only(brief, make_account(*story(1), published=on_day(1)))
    assert not found.whole
    assert "% of the runs of words of document" in found.reason


def test_what_is_put_together_from_several_depends_on_each() -> None:
    digest = make_account(*story(1)[:12], *story(2)[:12], published=on_day(7))
    found = copies(original(1), original(2), digest)
    assert {d.on for d in found} == {original(1).document, original(2).document}
    assert all(d.whole and d.document == digest.document for d in found)


def test_different_stories_share_nothing() -> None:
    assert copies(original(1), original(2), original(3)) == ()


def test_shared_quotations_make_no_copy() -> None:
    quoted = " ".join(story(9)[:10])
    first = make_account(*story(1)[:8], quoted, quotations=(quoted,), published=on_day(0))
    other = make_account(*story(2)[:8], quoted, quotations=(quoted,), published=on_day(1))
    assert copies(first, other) == ()


def test_a_few_words_are_too_few_to_be_a_copy() -> None:
    one, other = make_account("Follow us for more news of this sort.", published=on_day(0)), original(1)
    assert copies(one, make_account(one.clean, published=on_day(1)), other) == ()

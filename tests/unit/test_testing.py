"""The check of extractors lets a good one through and stops each kind of bad one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest

from alleged.model.claim import Claim, Speaker
from alleged.model.document import Boilerplate
from alleged.model.span import Span, span_at
from alleged.model.vocabulary import Basis, Realis, Role, Stance
from alleged.testing import check_extractor
from tests.unit.model.samples import REPORT, accusation, claims, link, make_text

if TYPE_CHECKING:
    from alleged.model.document import Text

TEXT = make_text()
Change = Callable[[tuple[Claim, ...]], tuple[Claim, ...]]


@dataclass
class Hand:
    """Finds the claims of the sample, changed as a bad engine might."""

    change: Change = lambda found: found
    name: str = "hand"
    version: str = "1"
    languages: frozenset[str] = field(default_factory=lambda: frozenset({"en"}))

    def extract(self, text: Text) -> tuple[Claim, ...]:
        return self.change(claims(text)) if text.sentences else ()


def first(**changes: Any) -> Change:
    return lambda found: (replace(found[0], **changes), *found[1:])


def test_a_good_engine_conforms() -> None:
    check_extractor(Hand(), [TEXT, TEXT])


@pytest.mark.parametrize("realis", [None, *Realis])
def test_an_engine_may_tell_what_is_told_as_having_happened(realis: Realis | None) -> None:
    check_extractor(Hand(first(realis=realis)), [TEXT])


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (lambda _: (), "some claim is found"),
        (list, "gives a tuple"),
        (lambda found: (found[0], found[0]), "ids are unique"),
        (lambda found: found[::-1], "order of their content"),
        (first(document="0" * 64), "names its document"),
        (first(text="0" * 24), "names its document"),
        (first(extractor="other"), "names its document"),
        (first(stance="alleges"), "is a Stance"),
        (first(act="intrusion"), "is a Act"),
        (first(realis="actual"), "'actual' is a Realis or None"),
        (first(confidence=1.5), "confidence"),
        (first(speaker=Speaker(Role.MEDIA, Basis.NARRATOR, "Harbour Times")), "an unnamed one have no name"),
        (first(cues=(Span(0, 4, "Pros"), Span(1, 4, "xyz"))), "words stand where it says"),
        (first(quote=accusation(TEXT).cues[0]), "the quote holds the content"),
        (first(quote=span_at(REPORT, 45, 200)), "inside sentences"),
    ],
)
def test_a_bad_engine_is_stopped(change: Change, rule: str) -> None:
    with pytest.raises(AssertionError, match=rule):
        check_extractor(Hand(change), [TEXT])


def test_an_engine_that_changes_its_mind_is_stopped() -> None:
    calls = count()
    stances = (Stance.ALLEGES, Stance.ASSERTS)
    fickle = Hand(lambda found: (replace(found[0], stance=stances[next(calls) % 2]),))
    with pytest.raises(AssertionError, match="always gives the same claims"):
        check_extractor(fickle, [TEXT])


def test_claims_from_boilerplate_are_stopped() -> None:
    quote = link(TEXT).quote
    marked = replace(TEXT, boilerplate=(Boilerplate(quote.end - 1, quote.end + 5, "teaser"),))
    with pytest.raises(AssertionError, match="nothing is taken from boilerplate"):
        check_extractor(Hand(), [marked])


def test_claims_from_nothing_are_stopped() -> None:
    class Eager(Hand):
        def extract(self, text: Text) -> tuple[Claim, ...]:
            return claims(text if text.sentences else TEXT)

    with pytest.raises(AssertionError, match="an empty text gives no claim"):
        check_extractor(Eager(), [TEXT])


@pytest.mark.parametrize("languages", [frozenset(), frozenset({"english"}), frozenset({"EN"})])
def test_an_engine_says_which_languages_it_knows(languages: frozenset[str]) -> None:
    with pytest.raises(AssertionError, match="at least one language"):
        check_extractor(Hand(languages=languages), [TEXT])


def test_an_engine_has_a_name() -> None:
    with pytest.raises(AssertionError, match="a name and a version"):
        check_extractor(Hand(name=""), [TEXT])

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.stories import view_stories
from tests.unit.dossiers.library import DENIAL, LIBRARY, add_stories
from tests.unit.model.samples import claims, make_text, relations

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger

TEXT = make_text()


def test_a_document_comes_with_its_claims_and_what_answers_what(ledger: Ledger) -> None:
    (story,) = view_stories(ledger)
    assert story.text == TEXT
    assert story.claims == tuple(sorted(claims(TEXT), key=lambda claim: claim.quote.start))
    assert set(story.relations) == set(relations(TEXT))


def test_every_document_is_a_story_with_its_own_claims(ledger: Ledger) -> None:
    add_stories(ledger, *LIBRARY)
    stories = view_stories(ledger)
    assert len(stories) == 1 + len(LIBRARY)
    assert all(claim.text == story.text.id for story in stories for claim in story.claims)
    own = [{claim.id for claim in story.claims} for story in stories]
    for story, ids in zip(stories, own, strict=True):
        assert {end for relation in story.relations for end in (relation.claim, relation.to)} <= ids
    told = [claim.content.exact for claim in stories[-1].claims]
    assert told == [claim.content.exact for claim in DENIAL.claims]

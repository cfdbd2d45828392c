"""What is found near some tokens is all of what stands in them."""

from __future__ import annotations

from dataclasses import fields

from alleged.extract.cast import find_cast
from alleged.extract.engine import LexiconExtractor
from alleged.extract.neural.candidates import find_candidates
from alleged.extract.neural.nearby import Nearby
from alleged.extract.neural.tokens import Tokens
from alleged.extract.neural.votes import Votes
from alleged.extract.passages import find_passages
from tests.unit.extract.neural.networks import tokens_of
from tests.unit.extract.reading import read

WORDS = (
    "Anna Holt of Nordvind said that hackers of the Harbour Group stole mail. Latvia accused Iran of it. "
    "They broke into the bank in Riga, Maria Berg said. Iran denied the allegations."
)


def test_each_part_of_a_text_is_told_what_the_whole_text_would_tell_it() -> None:
    text = read(WORDS)
    passages, tokens = find_passages(text), tokens_of(text.clean)
    ruled = LexiconExtractor().extract(text)
    cast, nearby = find_cast(passages), Nearby(passages, ruled)
    for start in range(0, len(tokens), 7):
        part = Tokens(*(getattr(tokens, field.name)[start : start + 7] for field in fields(tokens)))
        near = nearby.find_ruled(part)
        assert find_candidates(nearby.find_passages(part), cast, near, part) == find_candidates(
            passages, cast, ruled, part
        )
        assert (Votes(near, part).at([(0, 1)]) == Votes(ruled, part).at([(0, 1)])).all()


def test_what_stands_elsewhere_is_not_looked_at() -> None:
    text = read(WORDS)
    passages, tokens = find_passages(text), tokens_of(text.clean)
    nearby = Nearby(passages, LexiconExtractor().extract(text))
    first = Tokens(*(getattr(tokens, field.name)[:3] for field in fields(tokens)))
    assert nearby.find_passages(first) == passages[:1]
    assert nearby.find_passages(tokens) == passages


def test_a_text_without_claims_has_none_nearby() -> None:
    tokens = tokens_of("Nothing here.")
    assert Nearby((), ()).find_ruled(tokens) == []
    assert list(Nearby((), ()).find_passages(tokens)) == []

"""Whom a document names, and where."""

from __future__ import annotations

from alleged.extract.cast import find_cast
from alleged.extract.engine import LexiconExtractor
from alleged.extract.neural.candidates import Candidate, find_candidates
from alleged.extract.neural.tokens import Tokens, read_tokens
from alleged.extract.passages import find_passages
from tests.unit.extract.neural.networks import vocabulary
from tests.unit.extract.reading import read

STORY = (
    "The US accused APT31 of hacking the Electoral Commission. "
    "Seven men hacked the mail of Riga, said Lisa Monaco. Monaco named nobody, and Washington kept quiet."
)


def tokens_of(words: str) -> Tokens:
    return read_tokens(words, vocabulary(words))


def candidates(words: str, tokens: Tokens | None = None) -> dict[str, Candidate]:
    text = read(words)
    passages = find_passages(text)
    cast = find_cast(passages)
    ruled = LexiconExtractor().extract_from(text, passages, cast)
    found = find_candidates(passages, cast, ruled, tokens or tokens_of(words))
    return {one.name: one for one in found}


def mentions(words: str) -> dict[str, list[str]]:
    return {name: [span.exact for span in one.mentions] for name, one in candidates(words).items()}


def test_everybody_with_a_name_is_a_candidate_with_all_mentions() -> None:
    found = mentions(STORY)
    assert found["United States"] == ["US", "Washington"]
    assert found["Lisa Monaco"] == ["Lisa Monaco", "Monaco"]
    assert found["APT31"] == ["APT31"]


def test_somebody_without_a_name_is_one_in_a_claim_by_rule() -> None:
    assert "seven men" in mentions("The US accused seven men of hacking the mail of Riga.")
    assert "seven men" not in mentions("We saw that seven men walked home.")


def test_a_capital_that_only_opens_a_sentence_names_nobody() -> None:
    assert mentions("Local teachers went home. Nobody saw the local teachers.") == {}


def test_each_mention_has_its_tokens() -> None:
    tokens = tokens_of(STORY)
    for one in candidates(STORY).values():
        for span, (first, end) in zip(one.mentions, one.runs, strict=True):
            assert STORY[tokens.starts[first] : tokens.ends[end - 1]] == span.exact


def test_only_those_in_the_tokens_are_candidates() -> None:
    tokens = tokens_of(STORY)
    later = Tokens(*(getattr(tokens, name)[15:] for name in Tokens.__slots__))
    assert "APT31" not in candidates(STORY, later)
    assert "Lisa Monaco" in candidates(STORY, later)

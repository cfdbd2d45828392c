"""The engine over whole documents."""

from __future__ import annotations

import pytest

from alleged.extract.engine import LexiconExtractor
from alleged.model.vocabulary import Basis, Genre, Role
from tests.unit.extract.reading import claims, contents, names, read

STORY = """Hackers stole the data of the bank

By Anna Holt

On Monday, Latvia accused China of hacking the Bank of Riga.

The attack allegedly cost the bank two million euros. China's embassy denied the accusations. "China did not \
hack the bank," it said. It said the US hacked a university in Wuhan.

Trending

Hackers stole the data of a school

Hackers stole the data of a hospital
"""


def test_a_story_gives_its_claims_in_reading_order() -> None:
    found = claims(STORY)
    assert contents(found) == [
        "China of hacking the Bank of Riga",
        "The attack allegedly cost the bank two million euros",
        "the accusations",
        "China did not hack the bank",
        "the US hacked a university in Wuhan",
    ]
    embassy = "Chinese embassy"
    assert [claim.speaker.name for claim in found] == ["Latvia", None, embassy, embassy, embassy]
    assert [claim.stance.value for claim in found] == ["alleges", "alleges", "denies", "denies", "asserts"]


def test_the_rules_tell_neither_realis_nor_a_probability() -> None:
    assert {(claim.realis, claim.confidence) for claim in claims(STORY)} == {(None, None)}


def test_an_accusation_in_return_is_a_claim_of_its_own() -> None:
    counter = claims(STORY)[-1]
    assert (names(counter.actors), counter.stance.value) == (["United States"], "asserts")


@pytest.mark.parametrize(
    "words",
    [
        "# Hackers stole the data of the bank\n\nNothing else is known of it.",
        "Hackers stole the data of the bank\n\nNothing else is known of it, a speaker for the town wrote.",
    ],
)
def test_a_heading_gives_no_claim(words: str) -> None:
    assert not any("stole" in content for content in contents(claims(words)))


def test_boilerplate_gives_no_claim() -> None:
    text = read(STORY)
    assert "Hackers stole the data of a school" in text.clean
    assert any("Trending" in text.clean[part.start : part.end] for part in text.boilerplate)
    assert not any("school" in content for content in contents(LexiconExtractor().extract(text)))


def test_the_same_text_gives_the_same_claims() -> None:
    text = read(STORY)
    assert LexiconExtractor().extract(text) == LexiconExtractor().extract(text) != ()


@pytest.mark.parametrize(("genre", "role"), [(None, Role.MEDIA), (Genre.VENDOR_BLOG, Role.VENDOR)])
def test_the_document_speaks_in_the_role_of_its_genre(genre: Genre | None, role: Role) -> None:
    known = {"genre": genre} if genre else {}
    (found,) = claims("Hackers stole the data of the bank.", **known)
    assert (found.speaker.role, found.speaker.basis) == (role, Basis.NARRATOR)


def test_the_engine_says_what_it_is() -> None:
    engine = LexiconExtractor()
    assert (engine.name, engine.languages) == ("lexicon", frozenset({"en"}))
    assert engine.version


_REMARK = "Reviewers said the phone is quite good."
_FILLER = "\n\n".join(f"The phone has a lens of size {size}." for size in range(1, 14))
_DEED = "Officials said APT31 hacked the bank."


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        pytest.param(_REMARK, True, id="short"),
        pytest.param(f"{_FILLER}\n\n{_REMARK}", False, id="long, tells no deed"),
        pytest.param(f"{_FILLER}\n\n{_REMARK}\n\n{_DEED}", True, id="long, tells a deed"),
    ],
)
def test_a_remark_counts_in_a_document_that_tells_a_deed(words: str, kept: bool) -> None:
    assert ("the phone is quite good" in contents(claims(words))) is kept


def test_the_same_words_of_somebody_are_one_claim() -> None:
    found = claims("“It was hacked by China,” Levine said, adding that the group was large.")
    assert contents(found).count("It was hacked by China") == 1

"""Sayings written down: stance, hedges, cue, quote and times."""

from __future__ import annotations

import pytest

from alleged.model.vocabulary import Stance
from tests.unit.extract.reading import claim, claim_of, claims, read


def hedges(words: str) -> list[str]:
    return [hedge.exact for hedge in claim(words).hedges]


@pytest.mark.parametrize(
    ("words", "stance", "hedge"),
    [
        ("Hackers allegedly stole data from the bank.", Stance.ALLEGES, "allegedly"),
        ("Hackers stole data from the bank, reportedly in May.", Stance.ALLEGES, "reportedly"),
        ("The alleged hackers stole data from the bank.", Stance.ALLEGES, "alleged"),
        ("APT31 may have stolen data from the bank.", Stance.ASSESSES, "may have"),
        ("APT31 probably stole data from the bank.", Stance.ASSESSES, "probably"),
        ("Suspected spies stole data from the bank.", Stance.ASSESSES, "Suspected"),
        ("The bank said hackers probably stole its data.", Stance.ASSESSES, "probably"),
        ("The bank said that, allegedly, hackers stole it all.", Stance.ALLEGES, "allegedly"),
        ("The firm said with high confidence that hackers did it.", Stance.ASSESSES, "with high confidence"),
        ("The firm found no evidence that hackers stole data.", Stance.DENIES, "no evidence that"),
        ("It is unclear who stole the data of the bank.", Stance.DECLINES, "unclear"),
    ],
)
def test_a_hedge_is_kept_and_grades_a_flat_claim(words: str, stance: Stance, hedge: str) -> None:
    found = claim(words)
    assert found.stance is stance
    assert [h.exact for h in found.hedges] == [hedge]


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("Latvia accused China of hacking the bank.", Stance.ALLEGES),
        ("Latvia accused China of possibly hacking the bank.", Stance.ALLEGES),
        ("Latvia accused China with high confidence of hacking the bank.", Stance.ASSESSES),
        ("Latvia attributed the attack with high confidence to APT31.", Stance.ASSESSES),
    ],
)
def test_an_accusation_is_graded_by_a_likelihood_only(words: str, stance: Stance) -> None:
    assert claim(words).stance is stance


def test_of_two_hedges_the_one_that_says_least_holds() -> None:
    found = claim("APT31 allegedly may have stolen data from the bank.")
    assert found.stance is Stance.ALLEGES
    assert [h.exact for h in found.hedges] == ["allegedly", "may have"]


def test_a_hedge_of_the_subject_governs_its_second_verb() -> None:
    found = claims("APT31 allegedly broke into the bank and stole its data.")
    assert [c.stance for c in found] == [Stance.ALLEGES, Stance.ALLEGES]
    assert [[h.exact for h in c.hedges] for c in found] == [["allegedly"], ["allegedly"]]


def test_a_hedge_of_one_clause_leaves_the_other_alone() -> None:
    found = claims("The bank was hacked in May; APT31 allegedly stole data from the ministry.")
    assert [c.stance for c in found] == [Stance.ASSERTS, Stance.ALLEGES]


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("The bank said hackers stole its data.", Stance.ASSERTS),
        ("The bank confirmed that hackers stole its data.", Stance.CONFIRMS),
        ("The bank believes that hackers stole its data.", Stance.ASSESSES),
        ("The bank alleges that hackers stole its data.", Stance.ALLEGES),
        ("The bank denied that hackers stole its data.", Stance.DENIES),
        ("The bank did not say that hackers stole its data.", Stance.DECLINES),
    ],
)
def test_a_cue_has_a_stance(words: str, stance: Stance) -> None:
    assert claim_of("hackers stole its data", words).stance is stance


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("did not confirm", Stance.DECLINES),
        ("cannot confirm", Stance.DECLINES),
        ("never claimed", Stance.DECLINES),
        ("did not deny", Stance.DECLINES),
        ("does not believe", Stance.DENIES),
        ("didn't find", Stance.DENIES),
        ("not only believes", Stance.ASSESSES),
    ],
)
def test_a_negated_cue_says_nothing_of_the_kind(words: str, stance: Stance) -> None:
    found = claim_of("hackers stole its data", f"The bank {words} that hackers stole its data.")
    assert (found.speaker.name, found.stance) == ("bank", stance)


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("APT31 did not hack the bank.", Stance.DENIES),
        ("The bank was never hacked by APT31.", Stance.DENIES),
        ("The bank said it wasn't hacked by APT31.", Stance.DENIES),
        ("APT31 is not linked to China.", Stance.DENIES),
        ("The bank was not only hacked by APT31.", Stance.ASSERTS),
        ("APT31, not APT40, hacked the bank.", Stance.ASSERTS),
    ],
)
def test_what_did_not_happen_is_denied(words: str, stance: Stance) -> None:
    assert claim(words).stance is stance


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("On Monday, the bank said that hackers stole it all.", "the bank said that hackers stole it all"),
        ("“They stole it all,” the bank said on Monday.", "They stole it all,” the bank said"),
        (
            "They stole it all, according to the bank.",
            "They stole it all, according to the bank",
        ),
        ("Hackers stole the data of the bank.", "Hackers stole the data of the bank"),
    ],
)
def test_a_quote_holds_speaker_cue_and_content(words: str, quote: str) -> None:
    found = claim(words)
    assert found.quote.exact == quote
    assert found.quote.holds(found.content)
    assert all(found.quote.holds(cue) for cue in found.cues)


def test_a_speaker_of_another_sentence_is_not_in_the_quote() -> None:
    first, second = claims("“They broke into the bank. They stole the data,” said Anna Holt.")
    assert first.quote.exact == "They broke into the bank"
    assert first.speaker.span == second.speaker.span


@pytest.mark.parametrize(
    ("words", "cue"),
    [
        ("The bank confirmed that hackers stole it.", ["confirmed"]),
        ("According to the bank, hackers stole it.", ["According to"]),
        ("Hackers stole the data of the bank.", []),
    ],
)
def test_the_words_of_the_cue_are_kept(words: str, cue: list[str]) -> None:
    assert [span.exact for span in claim(words).cues] == cue


def test_when_it_happened_and_when_it_was_said_are_apart() -> None:
    found = claim("The bank said on Monday that hackers stole its data in March 2021.")
    assert found.event_time.edtf == "2021-03"
    assert found.said_time.words is not None
    assert found.said_time.words.exact == "on Monday"


def test_a_comment_has_no_time_of_an_event() -> None:
    assert claim("The bank said the winter of 2021 was long.").event_time.edtf is None


def test_a_claim_names_its_document_and_engine() -> None:
    text = read("Hackers stole the data of the bank.")
    found = claim("Hackers stole the data of the bank.")
    assert (found.document, found.text) == (text.document.id, text.id)
    assert (found.extractor, found.confidence) == ("lexicon", None)


@pytest.mark.parametrize(
    "words", ["Latvia answered with an accusation of its own.", "The minister accused it on Monday."]
)
def test_words_that_say_nothing_are_no_claim(words: str) -> None:
    assert claims(words) == ()

"""Who is said to say what, with which cue: one test a frame."""

from __future__ import annotations

import pytest

from alleged.extract.reports import find_reports
from tests.unit.extract.reading import passage

Told = tuple[str, str | None, str]
"""The words of the cue, the speaker and the content."""


def told(words: str) -> list[Told]:
    of = passage(words)
    return [
        (of.said(r.cue_words), of.said(r.speaker) if r.speaker else None, of.said(r.content))
        for r in find_reports(of)
    ]


def accused(words: str) -> str | None:
    of = passage(words)
    (report,) = find_reports(of)
    return of.said(report.accused) if report.accused else None


@pytest.mark.parametrize(
    ("words", "speaker", "content"),
    [
        ("The bank said hackers stole its data.", "The bank", "hackers stole its data"),
        ("The bank said that hackers stole its data.", "The bank", "hackers stole its data"),
        ("The bank said: hackers stole its data.", "The bank", "hackers stole its data"),
        ("“Hackers stole our data,” the bank said.", "the bank", "Hackers stole our data"),
        ("Hackers stole the data, the bank said.", "the bank", "Hackers stole the data"),
        ("Hackers stole the data, the bank said on Monday.", "the bank", "Hackers stole the data"),
        ("“Hackers stole our data,” said the bank.", "the bank", "Hackers stole our data"),
        ("Hackers stole the data, said Anna Holt.", "Anna Holt", "Hackers stole the data"),
        ("Hackers stole the data, said the bank on Monday.", "the bank", "Hackers stole the data"),
        ("In May, hackers did it, said the bank in a letter.", "the bank", "In May, hackers did it"),
        ("“Hackers did it,” said Anna Holt, the head of the bank.", "Anna Holt", "Hackers did it"),
        ("Holt, the minister, said hackers did it.", "Holt, the minister", "hackers did it"),
    ],
)
def test_says_has_its_content_after_or_before_it(words: str, speaker: str, content: str) -> None:
    assert told(words) == [("said", speaker, content)]


@pytest.mark.parametrize(
    "middle",
    ["the newspaper", "the newspaper on Friday", "a committee of both houses"],
)
def test_who_heard_it_is_no_part_of_the_content(middle: str) -> None:
    (report,) = told(f"The bank told {middle} that hackers stole its data.")
    assert report == ("told", "The bank", "hackers stole its data")


def test_a_quotation_that_goes_on_after_its_cue_has_one_speaker() -> None:
    words = "“They broke into the bank,” Anna Holt said on Monday, “and they stole its data.”"
    assert told(words) == [
        ("said", "Anna Holt", "They broke into the bank"),
        ("said", "Anna Holt", "and they stole its data"),
    ]


def test_when_it_was_said_is_no_part_of_the_content() -> None:
    assert told("The bank said on Monday that hackers did it.") == [("said", "The bank", "hackers did it")]


@pytest.mark.parametrize(
    ("words", "cue"),
    [
        ("The bank closed its site, adding that hackers stole its data.", "adding"),
        ("The bank wrote to its clients, warning that hackers stole its data.", "warning that"),
        ("The bank closed its site and said hackers stole its data.", "said"),
    ],
)
def test_a_second_verb_has_the_subject_of_the_first(words: str, cue: str) -> None:
    assert told(words)[-1] == (cue, "The bank", "hackers stole its data")


@pytest.mark.parametrize(
    "words",
    [
        "He had no say in the matter.",
        "To say that hackers stole data is wrong.",
        "The group is said to be large.",
        "The said network was shut down.",
    ],
)
def test_words_that_only_look_like_a_cue_are_none(words: str) -> None:
    assert told(words) == []


def test_finds_has_a_clause_or_a_noun_phrase() -> None:
    assert told("Researchers found a backdoor in it.") == [("found", "Researchers", "a backdoor in it")]
    assert told("Kaspersky found that hackers did it.") == [("found", "Kaspersky", "hackers did it")]


def test_a_passive_finding_has_its_finder_after_by() -> None:
    words = "The malware was first found on ten servers by researchers at Kaspersky."
    assert told(words) == [("found", "researchers at Kaspersky", "The malware")]


def test_nobody_finds_where_nobody_is_named() -> None:
    assert told("The malware was found on ten servers.") == []


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("According to the bank, hackers stole its data.", "the bank"),
        ("According to Anna Holt, the head of the bank, hackers stole its data.", "Anna Holt"),
        ("According to Anna Holt, who heads the bank, hackers stole its data.", "Anna Holt"),
        ("According to CISA (an agency), hackers stole its data.", "CISA"),
        ("hackers stole its data, according to the bank.", "the bank"),
        ("hackers stole its data according to a report of the bank.", "a report of the bank"),
    ],
)
def test_according_to_opens_or_closes_a_sentence(words: str, speaker: str) -> None:
    ((_, said_by, content),) = told(words)
    assert (said_by, content) == (speaker, "hackers stole its data")


@pytest.mark.parametrize(
    ("words", "speaker", "content", "whom"),
    [
        ("Latvia accused Russia of theft.", "Latvia", "Russia of theft", "Russia of theft."),
        ("Latvia blamed Russia for the leak.", "Latvia", "Russia for the leak", "Russia for the leak."),
        ("Latvia blamed the leak on Russia.", "Latvia", "the leak on Russia", "Russia."),
        ("Latvia attributed the leak to Russia.", "Latvia", "the leak to Russia", "Russia."),
    ],
)
def test_an_accuser_names_the_accused(words: str, speaker: str, content: str, whom: str) -> None:
    ((_, said_by, said),) = told(words)
    assert (said_by, said) == (speaker, content)
    assert accused(words) == whom


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Russia was accused by Latvia of hacking the bank.", "Latvia"),
        ("Russia was accused by the Bank of Latvia of theft.", "the Bank of Latvia"),
        ("Russia has been widely accused of hacking the bank.", None),
    ],
)
def test_an_accusation_in_the_passive(words: str, speaker: str | None) -> None:
    of = passage(words)
    (report,) = find_reports(of)
    assert (of.said(report.speaker) if report.speaker else None) == speaker
    assert report.passive is (speaker is None)
    assert of.said(report.content) == words.removesuffix(".")


def test_an_epithet_accuses_nobody() -> None:
    assert told("Hackers linked to Russia attacked the bank.") == []


@pytest.mark.parametrize(
    ("words", "speaker", "content", "whom"),
    [
        ("The court charged two men with theft of data.", "The court", "theft of data", "two men"),
        ("Two men were charged by the court with theft of data.", "the court", "theft of data", "Two men"),
        ("Two men face charges of hacking the bank.", None, "hacking the bank", "Two men"),
        (
            "The ministry sanctioned the firm for selling spyware.",
            "The ministry",
            "selling spyware",
            "the firm",
        ),
    ],
)
def test_a_punishment_has_a_ground_and_somebody_punished(
    words: str, speaker: str | None, content: str, whom: str
) -> None:
    ((_, said_by, said),) = told(words)
    assert (said_by, said, accused(words)) == (speaker, content, whom)


def test_a_punishment_without_a_ground_reports_nothing() -> None:
    assert told("The court charged two men.") == []


@pytest.mark.parametrize(
    ("words", "speaker", "content"),
    [
        ("Russia denied hacking the bank.", "Russia", "hacking the bank"),
        ("Russia denied it.", "Russia", "it"),
        ("Russia denied that it hacked the bank.", "Russia", "it hacked the bank"),
        ("Russia rejected the claim that it hacked the bank.", "Russia", "the claim that it hacked the bank"),
        ("“We did nothing wrong here,” the embassy denied.", "the embassy", "We did nothing wrong here"),
        ("The report was dismissed by the embassy.", "the embassy", "The report"),
        ("The report has been dismissed.", None, "The report"),
    ],
)
def test_what_somebody_rejects(words: str, speaker: str | None, content: str) -> None:
    ((_, said_by, said),) = told(words)
    assert (said_by, said) == (speaker, content)


@pytest.mark.parametrize(
    ("words", "content"),
    [
        ("The bank declined to comment on the attack.", "the attack"),
        ("The bank did not respond to questions about the attack.", "questions about the attack"),
    ],
)
def test_what_somebody_does_not_answer(words: str, content: str) -> None:
    ((_, said_by, said),) = told(words)
    assert (said_by, said) == ("The bank", content)


@pytest.mark.parametrize(
    ("words", "speaker", "content"),
    [
        ("Later Latvia's claim that Russia hacked the bank.", "Latvia", "Russia hacked the bank"),
        ("Latvia repeated its claim that Russia hacked the bank.", "Latvia", "Russia hacked the bank"),
        ("Riga heard the allegation that Russia hacked the bank.", None, "Russia hacked the bank"),
        ("There were accusations of theft of data.", None, "theft of data"),
    ],
)
def test_an_accusing_noun_has_an_owner_or_none(words: str, speaker: str | None, content: str) -> None:
    ((_, said_by, said),) = told(words)
    assert (said_by, said) == (speaker, content)


def test_an_accusing_noun_that_is_a_verb_here_has_a_subject() -> None:
    assert told("The group claims that it hacked the bank.") == [
        ("claims that", "The group", "it hacked the bank")
    ]


def test_an_accusation_that_is_rejected_is_no_accusation() -> None:
    ((cue, speaker, _),) = told("Russia rejected allegations that it hacked the bank.")
    assert (cue, speaker) == ("rejected", "Russia")


def test_what_is_rejected_ends_before_the_verb_that_rejects_it() -> None:
    found = told("Latvia's allegation that Russia hacked the bank was rejected by Moscow.")
    assert ("allegation that", "Latvia", "Russia hacked the bank") in found
    assert ("rejected", "Moscow", "Latvia's allegation that Russia hacked the bank") in found


def test_words_before_a_colon_report_what_stands_below() -> None:
    of = passage("The bank said:")
    (report,) = find_reports(of)
    assert of.said(report.cue_words) == "said"
    assert len(report.content) == 0

"""The times of all claims of a document."""

from __future__ import annotations

from dataclasses import replace

from alleged.extract.times.dating import date_claims, find_place
from alleged.model.claim import Claim, Speaker, When
from alleged.model.span import span_at
from alleged.model.vocabulary import Act, Basis, Role, Stance
from tests.unit.extract.reading import passages

TUESDAY = "2024-03-26"


def claim(text: str, content: str, act: Act) -> Claim:
    start = text.index(content)
    span = span_at(text, start, start + len(content))
    speaker = Speaker(Role.MEDIA, Basis.NARRATOR)
    return Claim("document", "text", span, span, speaker, Stance.ASSERTS, act, "a test", "1")


def dated(words: str, *contents: tuple[str, Act], published: str | None = TUESDAY) -> list[str | None]:
    told = passages(words)
    claims = [claim(told[0].text, content, act) for content, act in contents]
    return [c.event_time.edtf for c in date_claims(claims, told, published)]


def test_each_claim_gets_its_own_time() -> None:
    words = "Hackers hit the bank last year. The bank sued the firm on Monday."
    found = dated(
        words,
        ("Hackers hit the bank last year", Act.INTRUSION),
        ("The bank sued the firm on Monday", Act.LAWSUIT),
    )
    assert found == ["2023", "2024-03-25"]
    assert dated(words, ("Hackers hit the bank last year", Act.INTRUSION), published=None) == [None]


def test_claims_come_back_in_the_order_in_which_they_came() -> None:
    words = "In 2019 hackers hit the bank. The attack shut two banks."
    first, second = ("In 2019 hackers hit the bank", Act.INTRUSION), ("The attack shut two banks", Act.DAMAGE)
    assert dated(words, second, first) == ["2019", "2019"]


def test_a_remark_is_said_and_does_not_happen() -> None:
    words = "On Monday the firm said that 2019 was a good year."
    told = passages(words)
    (found,) = date_claims([claim(told[0].text, "2019 was a good year", Act.COMMENT)], told, TUESDAY)
    assert found.event_time == When()
    assert found.said_time.edtf == "2024-03-25"


def test_what_is_done_by_saying_is_done_that_day() -> None:
    words = "The ministry said on Monday that it sanctions the firm."
    assert dated(words, ("it sanctions the firm", Act.SANCTION)) == ["2024-03-25"]
    assert dated(words, ("it sanctions the firm", Act.ARREST)) == [None]


def test_what_is_announced_is_done_that_day() -> None:
    words = "The firm announced on Monday that it took the servers down."
    (told,) = [passages(words)]
    start = words.index("announced")
    made = claim(words, "it took the servers down", Act.TAKEDOWN)
    announced = replace(made, cues=(span_at(words, start, start + len("announced")),))
    assert [c.event_time.edtf for c in date_claims([announced], told, TUESDAY)] == ["2024-03-25"]
    assert [c.event_time.edtf for c in date_claims([made], told, TUESDAY)] == [None]


def test_a_deadline_is_not_when_a_response_happened() -> None:
    words = "The ministry told the agencies to patch the flaw by March 2025."
    content = "told the agencies to patch the flaw by March 2025"
    assert dated(words, (content, Act.POLICY)) == [None]
    assert dated(words, (content, Act.EXPLOITATION)) == ["../2025-03"]


def test_event_and_saying_are_apart() -> None:
    words = "The bank said on Monday that hackers stole plans in 2019."
    told = passages(words)
    (found,) = date_claims(
        [claim(told[0].text, "hackers stole plans in 2019", Act.DATA_THEFT)], told, TUESDAY
    )
    assert (found.event_time.edtf, found.said_time.edtf) == ("2019", "2024-03-25")


def test_a_content_is_found_in_its_sentence() -> None:
    told = passages("It rained in May. Hackers hit the bank.")
    place = find_place(claim(told[0].text, "hit the bank", Act.INTRUSION).content, told)
    assert place is not None
    assert told[place.passage].said(place.stretch) == "hit the bank"
    assert find_place(claim(told[0].text, "It rained", Act.INTRUSION).content, told[1:]) is None


def test_a_paragraph_may_open_with_its_period() -> None:
    words = "Thefts in banks, 2011 to 2018. Hackers hit three banks. They took plans."
    contents = (("Hackers hit three banks", Act.INTRUSION), ("They took plans", Act.DATA_THEFT))
    assert dated(words, *contents) == ["2011/2018", "2011/2018"]
    assert dated(words, ("Thefts in banks", Act.DATA_THEFT), *contents)[1:] == [None, None]
    assert dated("It rained in 2019.\n\nIt was cold. Hackers hit three banks.", contents[0]) == [None]


def test_a_response_takes_the_month_that_opens_its_sentence() -> None:
    words = "In April, the ministry revealed the police had closed two markets."
    assert dated(words, ("the police had closed two markets", Act.TAKEDOWN)) == ["2023-04"]
    assert dated(words, ("the police had closed two markets", Act.INTRUSION)) == [None]


def test_an_official_act_told_again_is_of_the_day_of_the_news() -> None:
    words = "On Monday police arrested six men. The men are brothers. Police arrested them in a bank."
    first, again = (
        ("On Monday police arrested six men", Act.ARREST),
        ("Police arrested them in a bank", Act.ARREST),
    )
    assert dated(words, first, again) == ["2024-03-25", "2024-03-25"]
    assert dated(words, first, (again[0], Act.INVESTIGATE)) == ["2024-03-25", None]
    assert dated(
        words.replace("On Monday", "In 2019"), ("In 2019 police arrested six men", Act.ARREST), again
    ) == [
        "2019",
        None,
    ]


def test_a_deed_told_again_without_a_time_stays_open() -> None:
    words = "On Monday hackers hit six banks. They are brothers. Hackers hit a school."
    first, again = ("On Monday hackers hit six banks", Act.INTRUSION), ("Hackers hit a school", Act.INTRUSION)
    assert dated(words, first, again) == ["2024-03-25", None]


def test_an_act_before_the_news_is_not_of_its_day() -> None:
    words = "On Monday police arrested six men. Police had arrested another man."
    contents = (
        ("On Monday police arrested six men", Act.ARREST),
        ("Police had arrested another man", Act.ARREST),
    )
    assert dated(words, *contents) == ["2024-03-25", None]

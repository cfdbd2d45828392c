from __future__ import annotations

from dataclasses import replace

from alleged.dossiers.attributes import Attribute, Question, find_attributes
from alleged.model.claim import When
from alleged.model.vocabulary import Act, Stance
from tests.strategies.reports import About, Says, make_story


def ask(question: Question, *said: Says) -> Attribute:
    claims = make_story(About(), *said).claims
    return next(found for found in find_attributes(claims) if found.question is question)


def words(question: Question, *said: Says) -> list[str]:
    return [value.words for value in ask(question, *said).values]


def test_every_answer_keeps_the_claims_that_give_it() -> None:
    said = (
        Says("Nordvind was hacked by Russia", "Norway", Stance.ALLEGES, actors=("Russia",)),
        Says("Nordvind was hacked by Iran", "Anna Holt", Stance.ASSESSES, actors=("Iran",)),
        Says("Russia hacked Nordvind", "Russia", Stance.DENIES, actors=("Russia",)),
    )
    claims = make_story(About(), *said).claims
    russia, iran = ask(Question.WHO, *said).values
    assert (russia.words, russia.claims) == ("Russia", (claims[0], claims[2]))
    assert (iran.words, iran.claims) == ("Iran", (claims[1],))


def test_an_attribution_says_who_is_said_to_work_for_whom() -> None:
    said = Says(
        "RIME VALLEY works for Russia", None, Stance.ALLEGES, Act.WORKS_FOR, ("RIME VALLEY",), ("Russia",)
    )
    assert words(Question.WHO, said) == ["works-for: RIME VALLEY → Russia"]


def test_amounts_stand_in_order_of_size_in_their_own_words() -> None:
    said = (
        Says("it hit millions of voters", "Anna Holt", act=Act.VICTIMS),
        Says("it hit thousands of voters", "Norway", act=Act.VICTIMS),
        Says("it hit at least 30,000 voters", None, act=Act.VICTIMS),
    )
    told = ["thousands of voters", "at least 30,000 voters", "millions of voters"]
    assert words(Question.HOW_MANY, *said) == told


def test_lengths_are_told_by_content_or_by_the_time() -> None:
    said = (
        Says("China spied for 14 years", "Norway", act=Act.ESPIONAGE),
        Says("China spied for over a decade", None, act=Act.ESPIONAGE),
    )
    assert words(Question.HOW_LONG, *said) == ["over a decade", "14 years"]
    (claim,) = make_story(About(), Says("China spied", "Norway", act=Act.ESPIONAGE)).claims
    (when, length) = find_attributes([replace(claim, event_time=When("2010/..", None, "P10Y"))])
    assert [value.words for value in (*when.values, *length.values)] == ["2010/..", "at least 10 years"]


def test_a_measure_is_no_part_of_how_long_or_how_many() -> None:
    said = Says("Norway froze $10 million for two years", None, act=Act.SANCTION, actors=("Norway",))
    (found,) = find_attributes(make_story(About(), said).claims)
    assert (found.question, found.values[0].words) == (Question.RESPONSE, "sanction: Norway")


def test_a_time_without_a_date_stays_words() -> None:
    (claim,) = make_story(About(), Says("China spied on Monday", "Norway", act=Act.ESPIONAGE)).claims
    at = claim.content.exact.index("on Monday")
    span = replace(claim.content, start=claim.content.start + at, exact="on Monday")
    (found,) = find_attributes([replace(claim, event_time=When(None, span))])
    assert found.values[0].words == "“on Monday”, date open"


def test_a_refusal_to_comment_answers_nothing() -> None:
    said = Says("China hacked it", "Norway", Stance.DECLINES, actors=("China",))
    assert find_attributes(make_story(About(), said).claims) == ()


def test_a_flood_puts_no_answer_first() -> None:
    flood = make_story(
        About("Flood"),
        *(Says("Iran hacked it", by, actors=("Iran",)) for by in ("Anna Holt", "Ole Dahl", "Ruth Fenn")),
    ).claims
    trusted = make_story(About("Report"), Says("Russia hacked it", "Norway", actors=("Russia",))).claims
    (found,) = find_attributes((*flood, *trusted), {flood[0].document})
    assert [value.words for value in found.values] == ["Russia", "Iran"]
    (unaware,) = find_attributes((*flood, *trusted))
    assert [value.words for value in unaware.values] == ["Iran", "Russia"]

from __future__ import annotations

import pytest

from alleged.model.vocabulary import Act, Stance
from alleged.resolve.episodes import find_episodes
from alleged.resolve.operations import ENOUGH, Operation, operation_of, points, together, weigh_up
from tests.strategies.reports import About, Says, make_story


def operation(published: str | None, *said: Says, title: str | None = None) -> Operation:
    """What a document tells of its first operation."""
    story = make_story(About(title, published=published), *said)
    return operation_of(find_episodes(story)[0].profile, story.text)


def deed(who: str, whom: str, when: str | None = None) -> Says:
    return Says(
        f"{who} broke into the mail of {whom}",
        "Denmark",
        Stance.ALLEGES,
        actors=(who,),
        targets=(whom,),
        when=when,
    )


HALVORSEN = operation("2024-03-04", deed("China", "Halvorsen"))


def test_the_same_accused_and_victim_within_days_are_one() -> None:
    same = operation("2024-03-06", deed("China", "Halvorsen"))
    assert points(weigh_up(HALVORSEN, same)) >= ENOUGH


@pytest.mark.parametrize(
    ("published", "who", "whom"),
    [
        ("2024-03-06", "China", "Quillon"),
        ("2024-03-06", "Russia", "Halvorsen"),
        ("2023-01-01", "China", "Halvorsen"),
    ],
)
def test_another_victim_another_accused_or_another_year_speaks_against_it(
    published: str, who: str, whom: str
) -> None:
    assert points(weigh_up(HALVORSEN, operation(published, deed(who, whom)))) < ENOUGH


def test_an_unknown_date_is_no_evidence() -> None:
    undated = weigh_up(HALVORSEN, operation(None, deed("China", "Halvorsen")))
    assert not any("published" in found.why for found in undated)


def test_weighing_up_is_the_same_both_ways() -> None:
    other = operation(
        "2024-03-20", deed("China", "Halvorsen", "2024-02"), deed("China", "Halvorsen", "2024-02")
    )
    assert points(weigh_up(HALVORSEN, other)) == points(weigh_up(other, HALVORSEN))


def test_what_one_of_many_claims_names_weighs_little_unless_the_title_names_it() -> None:
    plain = [Says("China broke into mail servers", actors=("China",), act=Act.INTRUSION)] * 20
    many = operation(None, deed("China", "Halvorsen"), *plain)
    titled = operation(None, deed("China", "Halvorsen"), *plain, title="The case of Halvorsen")
    assert many.matter["halvorsen"] < titled.matter["halvorsen"] == 1.0


def test_documents_together_tell_what_they_tell_on_average() -> None:
    both = together(HALVORSEN, operation("2024-03-06", deed("China", "Quillon")))
    assert both.matter == {"halvorsen": 0.5, "quillon": 0.5}
    assert both.accused == {"China": 1.0}
    assert both.published == pytest.approx((HALVORSEN.published or 0) + 1)

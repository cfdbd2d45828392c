from __future__ import annotations

import pytest

from alleged.model.vocabulary import Kind, Stance
from alleged.server.asking import Asked, AskedWronglyError
from alleged.server.choosing import Choice, list_facets
from tests.unit.model.samples import accusation, claims, denial, link, make_text

TEXT = make_text()
CLAIMS = claims(TEXT)


def asked(*values: tuple[str, str]) -> Asked:
    return Asked("/article/abc", {}, values)


def test_nothing_asked_for_takes_every_claim() -> None:
    assert all(Choice.of(asked()).takes(claim) for claim in CLAIMS)


@pytest.mark.parametrize(
    ("value", "taken"),
    [
        (("stance", "denies"), denial(TEXT)),
        (("speaker", "nobody named"), link(TEXT)),
        (("speaker", "United States Department of Justice"), accusation(TEXT)),
        (("kind", "attribution"), link(TEXT)),
    ],
)
def test_a_choice_takes_the_claims_that_have_it(value: tuple[str, str], taken: object) -> None:
    assert [claim for claim in CLAIMS if Choice.of(asked(value)).takes(claim)] == [taken]


def test_a_wrong_code_is_told() -> None:
    with pytest.raises(AskedWronglyError):
        Choice.of(asked(("kind", "rumour")))
    assert Choice.of(asked(("kind", "response"))).kind is Kind.RESPONSE


def test_facets_count_all_and_lead_to_each_value() -> None:
    stance = list_facets(CLAIMS, asked(("kind", "operation"), ("claim", "3fa8")))["stance"]
    assert [(option.value, option.count) for option in stance.options] == [("alleges", 2), ("denies", 1)]
    assert stance.options[0].address == "/article/abc?kind=operation&stance=alleges"
    assert stance.chosen == ""


def test_what_is_chosen_leads_back_to_all() -> None:
    stance = list_facets(CLAIMS, asked(("stance", "denies")))["stance"]
    (chosen,) = [option for option in stance.options if option.chosen]
    assert stance.chosen == Stance.DENIES
    assert chosen.address == "/article/abc"

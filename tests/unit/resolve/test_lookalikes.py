from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alleged.lexicon.domains import domains
from alleged.resolve.lookalikes import find_lookalike


@pytest.mark.parametrize(
    ("host", "model"),
    [
        ("justlce.gov", "justice.gov"),
        ("www.justlce.gov", "justice.gov"),
        ("JUST1CE.gov", "justice.gov"),
        ("cisa-gov.com", "cisa.gov"),
        ("login-cisa-gov.example", "cisa.gov"),
        ("wwwjusticegov.example", "justice.gov"),
        ("ncsc.gov.uk.evil.example", "ncsc.gov.uk"),
        ("ncsc-gov-uk.example", "ncsc.gov.uk"),
        ("www.fbi.gov.evil.example", "fbi.gov"),
        ("јustice.gov", "justice.gov"),
        ("xn--ustice-2vf.gov", "justice.gov"),
        ("сіѕа.gov", "cisa.gov"),
        ("rnicrosoft.com", "microsoft.com"),
        ("micros0ft.com", "microsoft.com"),
        ("microsofft.com", "microsoft.com"),
        ("bleepingcomputer.com.evil.example", "bleepingcomputer.com"),
        ("treasurry.gov", "treasury.gov"),
    ],
)
def test_a_host_that_imitates_a_known_domain(host: str, model: str) -> None:
    found = find_lookalike(f"https://{host}/news?x=1")
    assert found is not None
    assert (found.model, found.owner) == (model, domains()[model].owner)
    assert found.how


@pytest.mark.parametrize(
    "host",
    [
        *(
            "justice.gov",
            "www.justice.gov",
            "JUSTICE.GOV.",
            "fbi.gov",
            "www.ncsc.gov.uk",
            "blogs.microsoft.com",
        ),
        *(
            "harbour-dispatch.example",
            "justice.example",
            "justice.gouv.fr",
            "example.com",
            "news.example",
            "a.b",
        ),
        *(
            "guardian.example",
            "therecord.example",
            "state.example",
            "localhost",
            "93.184.216.34",
            "bbc.example",
        ),
        *(
            "xn--bcher-kva.example",
            "xn--",
            "пример.example",
            "google.de",
            "cisco.example",
            "microsoft.example",
        ),
    ],
)
def test_ordinary_hosts_imitate_nothing(host: str) -> None:
    assert find_lookalike(f"https://{host}/") is None


@pytest.mark.parametrize(
    "url", [None, "", "no address", "https://", "https://[", "file:///justlce.gov", "justlce.gov"]
)
def test_what_has_no_host_imitates_nothing(url: str | None) -> None:
    assert find_lookalike(url) is None


@given(st.sampled_from(sorted(domains())), st.from_regex(r"([a-z]{1,8}\.){0,3}", fullmatch=True))
def test_no_known_domain_imitates_anything(domain: str, before: str) -> None:
    assert find_lookalike(f"https://{before}{domain}/") is None


@given(st.text(max_size=60))
def test_any_address_can_be_asked_about(url: str) -> None:
    find_lookalike(f"https://{url}")

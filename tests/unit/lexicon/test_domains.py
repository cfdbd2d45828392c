from __future__ import annotations

import pytest

from alleged.lexicon.domains import domains, find_domain, host_of


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("justice.gov", "justice.gov"),
        ("www.justice.gov", "justice.gov"),
        ("www.ncsc.gov.uk", "ncsc.gov.uk"),
        ("www.gov.uk", "gov.uk"),
        ("europol.europa.eu", "europol.europa.eu"),
        ("xjustice.gov", None),
        ("justice.gov.evil.example", None),
        ("gov", None),
        ("", None),
    ],
)
def test_a_host_is_compared_label_for_label(host: str, domain: str | None) -> None:
    found = find_domain(host)
    assert (found.domain if found else None) == domain


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://WWW.Justice.GOV./x", "www.justice.gov"),
        ("http://user@justice.gov:8080/", "justice.gov"),
        ("https://justice.gov@evil.example/", "evil.example"),
        ("https://evil.example\\@justice.gov/", "justice.gov"),
        ("ftp://justice.gov/", None),
        ("justice.gov", None),
        ("https://[", None),
        (None, None),
    ],
)
def test_the_host_of_an_address(url: str | None, host: str | None) -> None:
    assert host_of(url) == host


def test_domains_are_written_as_hosts_are() -> None:
    for domain in domains():
        assert domain == domain.lower().strip(".")
        assert domain.count(".") >= 1

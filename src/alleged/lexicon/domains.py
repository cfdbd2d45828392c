"""Under which domains known bodies publish."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from alleged.lexicon.rules import read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "domains.yml"


@dataclass(frozen=True, slots=True)
class Domain:
    """A domain, and the body that alone publishes there."""

    domain: str
    owner: str


@cache
def domains() -> Mapping[str, Domain]:
    """The known domains, in lower case."""
    entries = read_yaml(FILE)
    return {domain: Domain(domain, entry["name"]) for entry in entries for domain in entry["domains"]}


def find_domain(host: str) -> Domain | None:
    """The known domain that a host stands under, the longest one; the labels are compared whole."""
    labels = host.split(".")
    under = (".".join(labels[start:]) for start in range(len(labels)))
    return next((domains()[name] for name in under if name in domains()), None)


def host_of(url: str | None) -> str | None:
    """The host of an address of the web, in lower case and without a last dot; None where there is none."""
    try:
        parts = urlsplit(url or "")
        host = parts.hostname if parts.scheme in ("http", "https") else None
    except ValueError:
        return None
    return host.rstrip(".").lower() if host else None

"""Hosts that look like the domain of a known body and are not it: justlce.gov, cisa-gov.com.

A host is its model only if its labels are the model's or stand below them. Everything here is a suggestion.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from alleged.lexicon.domains import domains, find_domain, host_of
from alleged.resolve.skeleton import skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from alleged.lexicon.domains import Domain

_LONGEST = 253
_LONG_ENOUGH = 7
"""Letters of a domain, without its dots, from which one letter more, less or other is no accident."""
_SAME = str.maketrans({"i": "l", "1": "l", "|": "l", "0": "o", "5": "s"})


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A host that looks like a known domain, whose that is, and in what it is alike."""

    host: str
    model: str
    owner: str
    how: str


@lru_cache(maxsize=1024)
def find_lookalike(url: str | None) -> Lookalike | None:
    """The known domain that the host of an address imitates; None for the domain itself and for others."""
    host = (host_of(url) or "")[:_LONGEST]
    if not host or find_domain(host):
        return None
    shown = _decoded(host)
    found = next(_find(shown), None)
    return Lookalike(shown, found[0].domain, found[0].owner, found[1]) if found else None


def _find(host: str) -> Iterator[tuple[Domain, str]]:
    labels = host.split(".")
    tails = [".".join(labels[start:]) for start in range(len(labels))]
    for tail in tails:
        alike = _by_look().get(_look(tail))
        if alike:
            yield alike, "letters that look the same"
    for known in domains().values():
        if f".{known.domain}." in f".{host}":
            yield known, "its name before another domain"
        elif any(_is_written_together(label, known.domain) for label in labels):
            yield known, "its name in one word"
        elif any(_is_slip(tail, known.domain) for tail in tails):
            yield known, "one letter other than it"


def _is_written_together(label: str, domain: str) -> bool:
    """Whether a label holds a whole domain without its dots: "cisa-gov", "wwwjusticegov"."""
    joined = domain.replace(".", "")
    parts = label.split("-")
    pairs = ("".join(parts[i : i + n]) for n in range(2, domain.count(".") + 2) for i in range(len(parts)))
    if any(pair == joined for pair in pairs) or label == joined:
        return True
    return len(joined) >= _LONG_ENOUGH and joined in label.replace("-", "")


def _is_slip(host: str, domain: str) -> bool:
    name, _, end = domain.partition(".")
    other, _, other_end = host.partition(".")
    if end != other_end or len(name) < _LONG_ENOUGH - 1:
        return False
    return OSA.distance(name, other, score_cutoff=1) == 1


@cache
def _by_look() -> Mapping[str, Domain]:
    return {_look(name): known for name, known in domains().items()}


def _look(host: str) -> str:
    """What hosts that look the same have in common, in the letters in which addresses are shown."""
    plain = skeleton(host.casefold()).casefold().translate(_SAME)
    return plain.replace("rn", "m").replace("vv", "w").replace("cl", "d")


def _decoded(host: str) -> str:
    """The host in the letters that its Punycode stands for."""
    return ".".join(_decode_label(label) for label in host.split("."))


def _decode_label(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label.removeprefix("xn--").encode("ascii").decode("punycode")
    except UnicodeError:
        return label

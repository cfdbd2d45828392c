"""Where authorities publish their lists, and how one is fetched. Nothing is ever fetched unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.errors import KnowledgeError, MissingExtraError, Place

if TYPE_CHECKING:
    from collections.abc import Iterable

_GALAXY = "https://raw.githubusercontent.com/MISP/misp-galaxy/main/clusters"
_ATTACK = "https://raw.githubusercontent.com/mitre-attack/attack-stix-data/master"
_CLUSTERS = {
    "misp-360net-threat-actor": "360net",
    "misp-intelligence-agency": "intelligence-agencies",
}
"""Authorities whose file is called otherwise than they are."""

ADDRESSES = {
    "attack-enterprise": f"{_ATTACK}/enterprise-attack/enterprise-attack.json",
    "attack-mobile": f"{_ATTACK}/mobile-attack/mobile-attack.json",
    "attack-ics": f"{_ATTACK}/ics-attack/ics-attack.json",
    "microsoft": (
        "https://raw.githubusercontent.com/microsoft/mstic/master/"
        "PublicFeeds/ThreatActorNaming/MicrosoftMapping.json"
    ),
    "ofac-sdn": "https://www.treasury.gov/ofac/downloads/sanctions/1.0/sdn_advanced.xml",
    "opensanctions": "https://data.opensanctions.org/datasets/latest/sanctions/targets.simple.csv",
}
"""Of authorities that publish under a lasting address; those of the MISP galaxy are made from their names."""

LARGEST = 512 * 2**20
"""Bytes that a list may have."""
_PATIENCE = 60.0
"""Seconds to wait for a server that says nothing."""


def find_address(authority: str) -> str | None:
    """Where an authority publishes its list, or None if that is not known."""
    if authority.startswith("misp-"):
        return f"{_GALAXY}/{_CLUSTERS.get(authority, authority.removeprefix('misp-'))}.json"
    return ADDRESSES.get(authority)


def fetch(url: str) -> bytes:
    """The bytes at an address; raises KnowledgeError where they cannot be had, or MissingExtraError."""
    try:
        import httpx  # noqa: PLC0415 - an optional dependency
    except ModuleNotFoundError as error:
        raise MissingExtraError("fetching lists", "fetch") from error
    try:
        with httpx.stream("GET", url, follow_redirects=True, timeout=_PATIENCE) as response:
            response.raise_for_status()
            return _read(response.iter_bytes(), url)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        what = f"cannot be fetched ({str(error) or type(error).__name__})"
        cure = "check the address, or download it yourself and use --from FILE"
        raise KnowledgeError(what, Place(url), cure) from error


def _read(pieces: Iterable[bytes], url: str) -> bytes:
    data = bytearray()
    for piece in pieces:
        data += piece
        if len(data) > LARGEST:
            what = f"has more than the {LARGEST:,} bytes that are read"
            raise KnowledgeError(what, Place(url), "download the part that you need")
    return bytes(data)

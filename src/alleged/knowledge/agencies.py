"""Names of agencies as MISP's list of them writes them: with a country, an acronym or a footnote behind.

"Ministry of State Security (China)" is known as "Ministry of State Security" too, and as "MSS" where the
description begins "Ministry of State Security (MSS)". Which country is meant stays with the entry.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOOTNOTE = re.compile(r"\[\d{1,3}\]")
_BRACKETED = re.compile(r"\(([^()]{1,80})\)")
_BRACKETS = re.compile(r"(?:\s?\([^()]{1,80}\)){1,3}")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&]{1,8}")


def find_agency_names(listed: str, description: str) -> Iterator[str]:
    """The names of an agency besides the one that is listed."""
    whole = _FOOTNOTE.sub("", listed)
    bare = " ".join(_BRACKETED.sub(" ", whole).split())
    yield from filter(None, (whole, bare))
    yield from filter(_ACRONYM.fullmatch, _BRACKETED.findall(whole))
    told = _FOOTNOTE.sub("", description)
    behind = _BRACKETS.match(told, len(bare)) if bare and told.startswith(bare) else None
    yield from filter(_ACRONYM.fullmatch, _BRACKETED.findall(behind[0]) if behind else ())

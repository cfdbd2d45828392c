"""In which language the body of a document is written."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LOOKED_AT = 4_000
"""Characters from the beginning that are looked at."""
ENOUGH_LETTERS = 40
"""With fewer letters, as bytes of UTF-8 (a Chinese character counts as three), no language is named."""

_ENGLISH = frozenset(
    [
        *("the", "and", "that", "with", "has", "have", "been", "which", "said", "from", "are", "were"),
        *("their", "this", "they", "would", "its", "who", "to", "by", "not"),
    ]
)
_ENGLISH_SHARE = 0.1
_ENOUGH_WORDS = 12
_SURE = 0.5
_WORD = re.compile(r"[^\W\d_]+")


def find_language(body: str) -> str | None:
    """The ISO 639-1 code of the language of `body`; None where it is too short or no language is likely.

    English is told by its function words, so that the model (about a second to load) is asked only for
    other languages.
    """
    words = _WORD.findall(body[:LOOKED_AT].lower())
    if len("".join(words).encode()) < ENOUGH_LETTERS:
        return None
    known = sum(1 for word in words if word in _ENGLISH)
    if len(words) >= _ENOUGH_WORDS and known >= len(words) * _ENGLISH_SHARE:
        return "en"
    code, probability = _classifier()(" ".join(words))
    return code if probability >= _SURE else None


@cache
def _classifier() -> Callable[[str], tuple[str, float]]:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - takes half a second

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

    def classify(words: str) -> tuple[str, float]:
        code, probability = identifier.classify(words)
        return str(code), float(probability)

    return classify

"""Text to claims, pure: engines behind one interface."""

from __future__ import annotations

from alleged.extract.interface import Extractor
from alleged.registry import Registry

EXTRACTORS: Registry[type[Extractor]] = Registry(
    "extractors", {"lexicon": "alleged.extract.engine:LexiconExtractor"}
)
"""The engines by name; each is a class that is called without arguments."""

DEFAULT_EXTRACTOR = "lexicon"

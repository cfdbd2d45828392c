"""Text to claims, pure: engines behind one interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.registry import Registry

if TYPE_CHECKING:
    from alleged.extract.interface import Extractor

EXTRACTORS: Registry[type[Extractor]] = Registry(
    "extractors",
    {
        "neural": "alleged.extract.neural.engine:NeuralExtractor",
        "lexicon": "alleged.extract.engine:LexiconExtractor",
    },
)
"""The engines by name; each is a class that is called without arguments."""

DEFAULT_EXTRACTOR = "neural"

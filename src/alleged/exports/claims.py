"""Claims for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.exports.columns import key, keys, words
from alleged.exports.table import Table

if TYPE_CHECKING:
    from alleged.dossiers.claims import ClaimList
    from alleged.exports.columns import Columns

CLAIM_COLUMNS: Columns = {
    **keys("id", "document", "publisher", "published"),
    **keys("speaker_name", "speaker_role", "speaker_basis", "on_behalf_of", "chain", "stance"),
    "hedges": lambda record: [hedge["text"] for hedge in record["hedges"]],
    **keys("kind", "act", "realis", "actor", "target", "when"),
    "when_words": words("when_words"),
    **keys("when_minimum", "said"),
    "said_words": words("said_words"),
    "content": key("content_text"),
    "quote": words("quote"),
    "speaker_words": words("speaker"),
    "cue": words("cue"),
    "start": lambda record: record["quote"]["start"],
    "end": lambda record: record["quote"]["end"],
    **keys("offsets", "responds_to", "confidence"),
    "corrected": lambda record: list(record["corrected"]),
    "extractor": lambda record: f"{record['extractor']['name']} {record['extractor']['version']}",
}


def table_claims(listing: ClaimList) -> Table:
    """The claims of a list, each as the contract of `extract` has it."""
    return Table(listing.wires(), CLAIM_COLUMNS)

"""Whatever the reader dropped or put in, the offsets of a wire line lead back to the same words."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from importlib.resources import files

from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from alleged.model.claim import Claim, Speaker
from alleged.model.document import Document, Metadata, Place, Run, Text
from alleged.model.span import span_at
from alleged.model.vocabulary import Act, Basis, MediaType, Realis, Role, Stance
from alleged.model.wire import Provenance, claim_to_wire, find_stretches

PIECES = st.text(
    st.characters(codec="utf-8") | st.sampled_from("\U0001f1fa\U0001f1f8e\u0301\u202e\u200d\u00a0\r\n\ufeff"),
    min_size=1,
    max_size=12,
)
CUTS = st.lists(st.tuples(PIECES, st.sampled_from(["kept", "dropped", "put in"])), min_size=1, max_size=12)


@cache
def schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads((files("alleged.model") / "claim.schema.json").read_text()))


def read(cuts: list[tuple[str, str]], media_type: MediaType) -> tuple[str, Text]:
    """The file and its text: some pieces are left out of the text, some stand in the text alone."""
    original = clean = ""
    runs: list[Run] = []
    for piece, fate in cuts:
        if fate == "kept":
            runs.append(Run(len(clean), len(clean) + len(piece), Place(0, len(original))))
        clean += piece * (fate != "dropped")
        original += piece * (fate != "put in")
    document = Document("0" * 64, media_type, Metadata())
    return original, Text(document, "sample", "1", clean, tuple(runs))


def claim_at(text: Text, start: int, end: int) -> Claim:
    quote = span_at(text.clean, start, end)
    speaker = Speaker(Role.OTHER, Basis.EXPLICIT, "A speaker", quote)
    return Claim(
        text.document.id, text.id, quote, quote, speaker, Stance.DENIES, Act.ESPIONAGE, "hand", "1", (quote,)
    )


@st.composite
def spans(draw: st.DrawFn) -> tuple[str, Text, int, int]:
    original, text = read(draw(CUTS), draw(st.sampled_from([MediaType.TEXT, MediaType.MARKDOWN])))
    assume(text.clean)
    start = draw(st.integers(0, len(text.clean) - 1))
    return original, text, start, draw(st.integers(start + 1, len(text.clean)))


def kept_words(text: Text, start: int, end: int) -> str:
    return "".join(char for at, char in enumerate(text.clean[start:end], start) if text.find_place(at))


@given(spans())
def test_the_places_of_a_quote_hold_its_words(case: tuple[str, Text, int, int]) -> None:
    original, text, start, end = case
    found = find_stretches(text, span_at(text.clean, start, end))
    assert "".join(original[piece.start : piece.end] for piece in found) == kept_words(text, start, end)


@given(spans())
def test_offsets_of_text_lead_to_the_words_in_the_file(case: tuple[str, Text, int, int]) -> None:
    original, text, start, end = case
    kept = kept_words(text, start, end)
    assume(kept)
    line = claim_to_wire(claim_at(text, start, end), Provenance("-", text), ())
    first, last = line["content"]
    assert (original[first], original[last - 1]) == (kept[0], kept[-1])
    schema().validate(json.loads(json.dumps(line)))


@given(PIECES)
def test_a_plain_file_is_its_own_text(clean: str) -> None:
    _, text = read([(clean, "kept")], MediaType.TEXT)
    line = claim_to_wire(claim_at(text, 0, len(clean)), Provenance("-", text), ())
    html = replace(text, document=replace(text.document, media_type=MediaType.HTML))
    other = claim_to_wire(claim_at(html, 0, len(clean)), Provenance("-", html), ())
    assert line["quote"] == other["quote"] == {"start": 0, "end": len(clean), "text": clean}
    assert (line["offsets"], other["offsets"]) == ("file", "clean")


@given(st.none() | st.sampled_from(Realis))
def test_a_line_gives_back_how_the_content_is_told(realis: Realis | None) -> None:
    _, text = read([("could steal", "kept")], MediaType.TEXT)
    claim = replace(claim_at(text, 0, 5), realis=realis)
    line = json.loads(json.dumps(claim_to_wire(claim, Provenance("-", text), ())))
    schema().validate(line)
    assert (None if line["realis"] is None else Realis(line["realis"])) is realis

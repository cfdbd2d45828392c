"""Every registered extractor keeps the contract of extractors, over texts of every media type."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from alleged.extract import DEFAULT_EXTRACTOR, EXTRACTORS
from alleged.model.claim import Claim, Mention, Speaker
from alleged.model.document import Metadata, Text
from alleged.model.span import Span, span_at
from alleged.model.vocabulary import Basis, MediaType, Role, Stance
from alleged.testing import check_extractor
from alleged.text import read_document
from tests.unit.text.pdfs import make_pdf

if TYPE_CHECKING:
    from alleged.extract.interface import Extractor

TITLE = "Ministry says hackers spent a year in its mail"
REPORT = """\
On Monday, US prosecutors accused seven Chinese hackers of breaking into the mail of lawmakers.
“They stole the mail of two ministers,” said Lena Berg, the foreign minister. “We believe they spied on us.”
The group is purportedly linked to the Ministry of State Security.
China’s embassy in Oslo dismissed the allegations as baseless and accused Washington of hacking a university.
Microsoft declined to comment. The Treasury imposed sanctions on Meridian Science Co., Ltd. for hacking ships.
"""
PARAGRAPHS = REPORT.splitlines()
CLAIM = "Russian spies hacked a railway in Poland, the agency said"
"""A sentence for boilerplate: an extractor that looks there would take it for a claim."""


def _page() -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<!doctype html><html><head><title>{TITLE}</title></head><body><nav><a href='/x'>{CLAIM}.</a></nav>"
        f"<article><h1>{TITLE}</h1>{body}</article><footer><p>{CLAIM}.</p></footer></body></html>"
    )


def _lines() -> list[str]:
    words = " ".join(PARAGRAPHS).split()
    return [" ".join(words[start : start + 12]) for start in range(0, len(words), 12)]


FILES: dict[MediaType, bytes] = {
    MediaType.TEXT: "\r\n\r\n".join([TITLE, *PARAGRAPHS, "Related articles", CLAIM]).encode(),
    MediaType.MARKDOWN: "\n\n".join([f"# {TITLE}", *PARAGRAPHS, f"- **{CLAIM}**"]).encode(),
    MediaType.HTML: _page().encode(),
    MediaType.PDF: make_pdf([[TITLE, "", *_lines()]]),
}


def _read(media_type: MediaType) -> Text:
    text = read_document(FILES[media_type], "sample", Metadata(publisher="Harbour Times")).text
    assert text.document.media_type is media_type
    return text


TEXTS = {media_type: _read(media_type) for media_type in FILES}


@pytest.fixture(params=EXTRACTORS.names())
def engine(request: pytest.FixtureRequest) -> Extractor:
    return EXTRACTORS.get(request.param)()


def test_an_extractor_keeps_every_promise(engine: Extractor) -> None:
    check_extractor(engine, TEXTS.values())


@pytest.mark.parametrize("media_type", MediaType)
def test_claims_are_found_in_every_media_type(engine: Extractor, media_type: MediaType) -> None:
    claims = engine.extract(TEXTS[media_type])
    assert any("breaking into the mail" in claim.content.exact for claim in claims)
    assert {Stance.ALLEGES, Stance.DENIES} <= {claim.stance for claim in claims}


@pytest.mark.parametrize("media_type", [MediaType.TEXT, MediaType.HTML])
def test_the_sample_holds_a_claim_in_its_boilerplate(media_type: MediaType) -> None:
    text = TEXTS[media_type]
    assert any(CLAIM in text.clean[part.start : part.end] for part in text.boilerplate)


def test_the_default_extractor_is_registered() -> None:
    assert DEFAULT_EXTRACTOR in EXTRACTORS.names()


Change = Callable[[Text, tuple[Claim, ...]], tuple[Claim, ...]]


class Spoilt:
    """The default engine, with its claims spoilt as a bad engine might."""

    def __init__(self, spoil: Change) -> None:
        self._spoil = spoil
        self._good = EXTRACTORS.get(DEFAULT_EXTRACTOR)()
        self.name, self.version, self.languages = self._good.name, self._good.version, self._good.languages

    def extract(self, text: Text) -> tuple[Claim, ...]:
        claims = self._good.extract(text)
        return self._spoil(text, claims) if claims else claims


def _first(**changes: Any) -> Change:
    return lambda _, claims: (replace(claims[0], **changes), *claims[1:])


def _shifted(_: Text, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    content = claims[0].content
    return (replace(claims[0], content=Span(content.start + 1, content.end + 1, content.exact)), *claims[1:])


def _of_boilerplate(text: Text, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    if not text.boilerplate:
        return claims
    words = span_at(text.clean, text.boilerplate[-1].start, text.boilerplate[-1].end)
    more = (*claims, replace(claims[0], quote=words, content=words))
    return tuple(sorted(more, key=lambda claim: claim.content.start))


@pytest.mark.parametrize(
    ("spoil", "rule"),
    [
        (_shifted, "words stand where it says"),
        (_of_boilerplate, "nothing is taken from boilerplate"),
        (lambda _, claims: (*claims, claims[-1]), "ids are unique"),
        (lambda _, claims: claims[::-1], "order of their content"),
        (lambda *_: (), "some claim is found"),
        (_first(text="0" * 24), "names its document"),
        (_first(speaker=Speaker(Role.OTHER, Basis.PASSIVE, "Lena Berg")), "an unnamed one have no name"),
        (_first(speaker=Speaker(Role.OTHER, Basis.EXPLICIT, "")), "a speaker's name is not empty"),
        (_first(actors=(Mention(" "),)), "actors and targets have names"),
    ],
)
def test_a_bad_extractor_is_stopped(spoil: Change, rule: str) -> None:
    with pytest.raises(AssertionError, match=rule):
        check_extractor(Spoilt(spoil), TEXTS.values())


def test_an_extractor_that_is_not_deterministic_is_stopped() -> None:
    calls: list[int] = []

    def spoil(_: Text, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
        calls.append(1)
        return claims[len(calls) % 2 :]

    with pytest.raises(AssertionError, match="always gives the same claims"):
        check_extractor(Spoilt(spoil), TEXTS.values())


def test_an_extractor_that_remembers_other_texts_is_stopped() -> None:
    seen: set[str] = set()

    def spoil(text: Text, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
        seen.add(text.id)
        return claims if len(seen) < len(TEXTS) else claims[:-1]

    with pytest.raises(AssertionError, match="no text changes what is found in another"):
        check_extractor(Spoilt(spoil), TEXTS.values())

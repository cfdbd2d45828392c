"""An entry that uses every field, for checks of ledgers."""

from __future__ import annotations

from alleged.ledger.interface import Entry
from alleged.model.claim import Claim, Mention, Speaker, When
from alleged.model.document import (
    Boilerplate,
    Document,
    Extent,
    Input,
    Metadata,
    Place,
    Run,
    Sentence,
    Text,
)
from alleged.model.ids import document_id
from alleged.model.link import Relation
from alleged.model.span import Span, span_at
from alleged.model.vocabulary import (
    Act,
    Basis,
    Genre,
    Ground,
    MediaType,
    Part,
    Realis,
    Reason,
    RelationType,
    Role,
    Scope,
    Stance,
    Status,
)

ACCUSATION = "The U.S. Department of Justice accused APT31 of spying on Café Čapek 💥 for over a decade."
DENIAL = "“We may have nothing to do with it”, said Jiǎng Lì of 华为技术."
CLEAN = f"{ACCUSATION}\n\n{DENIAL}\n\nRead more: \U0001f469\u200d\U0001f4bb"


def sample_entry(clean: str = CLEAN, reader_version: str = "1", extractor_version: str = "1") -> Entry:
    """An entry with two claims, the second a denial of the first, that uses every field."""
    text = _text(clean, reader_version)
    accusation = _accusation(text, extractor_version)
    denial = _denial(text, extractor_version)
    reason = "“it” stands for the accusation"
    ends = (denial.id, accusation.id)
    disputes = Relation(*ends, RelationType.DISPUTES, Scope.SPECIFIC, Ground.ANAPHOR, reason)
    return Entry(
        input=_input(text, claims=2),
        data=clean.encode(),
        text=text,
        extractor="sample",
        extractor_version=extractor_version,
        claims=(accusation, denial),
        relations=(disputes,),
    )


def _text(clean: str, reader_version: str) -> Text:
    metadata = Metadata(
        title="Spying Charged",
        publisher="The Paper",
        byline="A. Writer",
        published="2024-03-25",
        url="https://paper.example/1",
        language="en",
        genre=Genre.NEWS,
    )
    end, length = len(ACCUSATION), len(clean)
    return Text(
        document=Document(document_id(clean.encode()), MediaType.HTML, metadata, "0" * 64),
        reader="sample-reader",
        reader_version=reader_version,
        clean=clean,
        runs=(Run(0, end, Place(3, 0)), Run(end + 2, length, Place(4, 7))),
        boilerplate=(Boilerplate(length - 14, length, "teaser"),),
        sentences=(
            Sentence(0, end, 0, Part.HEADING),
            Sentence(end + 2, end + 2 + len(DENIAL), 1, Part.BODY),
        ),
        quotations=(Extent(end + 3, end + 37),),
    )


def _accusation(text: Text, extractor_version: str) -> Claim:
    department, target = _find(text, "U.S. Department of Justice"), _find(text, "Café Čapek 💥")
    return Claim(
        document=text.document.id,
        text=text.id,
        quote=_find(text, ACCUSATION),
        content=_find(text, "APT31 of spying on Café Čapek 💥 for over a decade"),
        speaker=Speaker(Role.LAW_ENFORCEMENT, Basis.EXPLICIT, "U.S. Department of Justice", department),
        stance=Stance.ALLEGES,
        act=Act.ESPIONAGE,
        extractor="sample",
        extractor_version=extractor_version,
        cues=(_find(text, "accused"),),
        actors=(Mention("APT31", _find(text, "APT31")),),
        targets=(Mention("Café Čapek", target), Mention("China Telecom")),
        event_time=When("../2024", _find(text, "for over a decade"), "P10Y"),
        said_time=When("2024-03-25"),
        realis=Realis.ACTUAL,
        confidence=0.1,
    )


def _denial(text: Text, extractor_version: str) -> Claim:
    words, chain = _find(text, "Jiǎng Lì"), ("A Wire", "The Paper")
    return Claim(
        document=text.document.id,
        text=text.id,
        quote=_find(text, DENIAL),
        content=_find(text, "nothing to do with it"),
        speaker=Speaker(Role.ACCUSED, Basis.ANONYMOUS, "Jiǎng Lì", words, "华为技术", chain),
        stance=Stance.DENIES,
        act=Act.INTRUSION,
        extractor="sample",
        extractor_version=extractor_version,
        cues=(_find(text, "said"), _find(text, "nothing")),
        hedges=(_find(text, "may"),),
        actors=(Mention("APT31X"),),
        said_time=When(None, _find(text, "said"), "PT1H"),
        realis=Realis.OTHER,
    )


def _input(text: Text, claims: int) -> Input:
    return Input(
        source="paper.html",
        status=Status.DEGRADED,
        reason=Reason.GUESSED_ENCODING,
        stage="append",
        at="2024-03-26T10:00:00+00:00",
        detail="its encoding is a guess",
        document=text.document.id,
        text=text.id,
        claims=claims,
        given=Metadata(title="Spying Charged", genre=Genre.NEWS),
    )


def _find(text: Text, words: str) -> Span:
    start = text.clean.index(words)
    return span_at(text.clean, start, start + len(words))

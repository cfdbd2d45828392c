"""Reports made by hand or generated, with their claims, for tests of what is said in several documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from alleged.model.claim import Claim, Mention, Speaker, When
from alleged.model.document import Document, Metadata, Sentence, Text
from alleged.model.ids import document_id
from alleged.model.link import Relation
from alleged.model.span import Span, span_at
from alleged.model.vocabulary import Act, Basis, Ground, MediaType, Part, RelationType, Role, Scope, Stance
from alleged.resolve.stories import Story

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Says:
    """Who says what of whom; `answers` counts the claims of the document from 0."""

    words: str
    by: str | None = None
    stance: Stance = Stance.ASSERTS
    act: Act = Act.INTRUSION
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    when: str | None = None
    role: Role = Role.OTHER
    answers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a document."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None


def make_story(about: About, *said: Says) -> Story:
    """A document of one paragraph a claim, each with who says it before its content."""
    lines = [f"{one.by} says that {one.words}." if one.by else f"{one.words}." for one in said]
    clean = "\n\n".join(lines)
    starts = [len("\n\n".join(lines[:at])) + 2 * bool(at) for at in range(len(lines))]
    text = _make_text(about, clean, starts)
    claims = tuple(_make_claim(one, text, start) for one, start in zip(said, starts, strict=True))
    return Story(text, claims, tuple(_make_relations(said, claims)))


def _make_text(about: About, clean: str, starts: Sequence[int]) -> Text:
    identity = document_id(f"{about} {clean}".encode())
    metadata = Metadata(title=about.title, publisher=about.publisher, published=about.published)
    ends = [*starts[1:], len(clean) + 2]
    sentences = [Sentence(s, e - 2, n, Part.BODY) for n, (s, e) in enumerate(zip(starts, ends, strict=True))]
    return Text(Document(identity, MediaType.TEXT, metadata), "hand", "1", clean, sentences=tuple(sentences))


def _make_claim(said: Says, text: Text, start: int) -> Claim:
    begin = text.clean.index(said.words, start)
    content = span_at(text.clean, begin, begin + len(said.words))
    named = span_at(text.clean, start, start + len(said.by)) if said.by else None
    return Claim(
        document=text.document.id,
        text=text.id,
        quote=span_at(text.clean, start, content.end),
        content=content,
        speaker=Speaker(said.role, Basis.EXPLICIT if said.by else Basis.NARRATOR, said.by, named),
        stance=said.stance,
        act=said.act,
        extractor="hand",
        extractor_version="1",
        actors=tuple(_make_mention(name, text, content) for name in said.actors),
        targets=tuple(_make_mention(name, text, content) for name in said.targets),
        event_time=When(said.when),
    )


def _make_mention(name: str, text: Text, content: Span) -> Mention:
    at = text.clean.find(name, content.start, content.end)
    return Mention(name, span_at(text.clean, at, at + len(name)) if at >= 0 else None)


def _make_relations(said: Sequence[Says], claims: Sequence[Claim]) -> list[Relation]:
    return [
        Relation(
            claims[at].id,
            claims[to].id,
            RelationType.DISPUTES,
            Scope.BLANKET,
            Ground.ANAPHOR,
            "it rejects what is said",
        )
        for at, one in enumerate(said)
        for to in one.answers
    ]


STATES = ("China", "Russia", "Iran", "the United States")
VICTIMS = ("Halvorsen Shipping", "the Tarnfield Water Board", "Quillon Bank", "the Eskdale parliament")
GROUPS = ("RIME VALLEY", "Glass Heron", "UNC9901")
SPEAKERS = ("Norway", "Anna Holt", "Nordvind", "China", None)
DAYS = (None, "2024-03-04", "2024-03-05", "2024-03-20", "2023-11-02", "2022")

SAID = st.builds(
    lambda by, stance, act, who, whom, when: Says(
        f"{who} broke into the mail of {whom}", by, stance, act, (who,), (whom,), when
    ),
    st.sampled_from(SPEAKERS),
    st.sampled_from(Stance),
    st.sampled_from(Act),
    st.sampled_from((*STATES, *GROUPS)),
    st.sampled_from(VICTIMS),
    st.sampled_from((None, "2024-02", "2023", "2010/..")),
)


@st.composite
def reports(draw: st.DrawFn) -> Story:
    """A document on one or several operations, dated or not."""
    about = About(
        publisher=draw(st.sampled_from(("Harbour Courier", "Daily Ledger"))),
        published=draw(st.sampled_from(DAYS)),
    )
    return make_story(about, *draw(st.lists(SAID, min_size=1, max_size=5)))


LIBRARIES = st.lists(reports(), min_size=1, max_size=6, unique_by=lambda story: story.text.document.id)

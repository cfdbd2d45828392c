"""Adding a claim that no engine found: its words are chosen in the text, or pasted, and must stand there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from alleged.dossiers.history import get_document
from alleged.dossiers.wording import tell_saying
from alleged.errors import AllegedError, AnchorError
from alleged.flow.adding import add_claim
from alleged.flow.drafting import Draft, Voice, find_places
from alleged.model.document import Extent
from alleged.model.vocabulary import ACTS, Act, Basis, Role, Stance
from alleged.server.asking import AskedWronglyError
from alleged.server.gate.sessions import go
from alleged.server.pages import Page
from alleged.server.signing import may_decide, sign

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from starlette.responses import Response

    from alleged.model.document import Text
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk

AROUND = 60
"""Characters that tell one place of the same words from another."""
LONGEST_PLACE = 20
"""Characters of a place as forms have it: "387-422"."""
WHY = "read in the document"
LINES = ("cue", "hedge", "actor", "target")
BASES = {
    Basis.EXPLICIT: "named below",
    Basis.NARRATOR: "the document itself",
    Basis.PASSIVE: "nobody is named (“is accused of”)",
    Basis.ANONYMOUS: "somebody without a name (“an official”)",
}
REFUSED = 400


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several places where pasted words stand, with what is around them."""

    place: str
    before: str
    words: str
    after: str


class SeveralPlacesError(AnchorError):
    """Words stand in the text more than once: somebody has to say which are meant."""

    def __init__(self, name: str, choices: Sequence[Choice]) -> None:
        super().__init__(f"the words of the {name} stand in the text {len(choices)} times: choose which")
        self.name = name
        self.choices = choices


def show_claim_form(desk: Desk, asked: Asked) -> Page:
    """The text to choose words in, and the form for what they say."""
    return Page("review_add.html", "Add a claim", _show(desk, asked))


def add_by_hand(desk: Desk, asked: Asked) -> Page | Response:
    """Store the claim of the form; the form again, with what is wrong, where that cannot be done."""
    try:
        by, text = sign(desk, asked), find_newest(desk, asked)
        claim = add_claim(desk.ledger, text, read_draft(text, asked), by)
    except SeveralPlacesError as several:
        choices = {several.name: several.choices}
        shown = {**_show(desk, asked), "told": str(several), "choices": choices}
        return Page("review_add.html", "Add a claim", shown, status=REFUSED)
    except AllegedError as error:
        shown = {**_show(desk, asked), "told": str(error)}
        return Page("review_add.html", "Add a claim", shown, status=REFUSED)
    scope = {"document": text.document.id, "paragraph": asked.text("paragraph")}
    return go(_address(asked, **scope, added=claim.id))


def _address(asked: Asked, **values: str) -> str:
    return type(asked)("/review/add", {}, ()).address(**values)


def _show(desk: Desk, asked: Asked) -> dict[str, Any]:
    text = find_newest(desk, asked)
    part = find_part(text, asked)
    added = asked.text("added")
    return {
        "text": text,
        "part": part,
        "words": text.clean[part.start : part.end],
        "may": may_decide(desk),
        "told": "",
        "choices": {},
        "added": tell_saying(desk.ledger.get_claim(added)) if added else "",
        "added_id": added,
        "value": asked.text,
        "why": WHY,
        "stances": tuple(Stance),
        "roles": tuple(Role),
        "acts": ACTS,
        "bases": BASES,
    }


def find_newest(desk: Desk, asked: Asked) -> Text:
    """The text that was read last of the document that is asked for."""
    if not asked.text("document"):
        raise AskedWronglyError(
            "say in which document", cure="open one under Documents, and go on from there"
        )
    document = get_document(desk.ledger, asked.text("document"))
    return desk.ledger.get_text(desk.ledger.readings(document.id)[-1].text)


def find_part(text: Text, asked: Asked) -> Extent:
    """The paragraph that is asked for, or the whole text."""
    if not asked.text("paragraph"):
        return Extent(0, len(text.clean))
    number = asked.number("paragraph", 1, len(text.sentences) + 1) - 1
    sentences = [each for each in text.sentences if each.paragraph == number]
    if not sentences:
        raise AskedWronglyError(f"the text has no paragraph {number + 1}")
    return Extent(sentences[0].start, sentences[-1].end)


def read_draft(text: Text, asked: Asked) -> Draft:
    """What the form says; raises AnchorError for words that the text does not hold."""
    stance, act = asked.code("stance", Stance), asked.code("act", Act)
    if stance is None or act is None:
        raise AskedWronglyError("say which stance the speaker takes, and which act it is about")
    cues, hedges, actors, targets = (_read_lines(asked, name) for name in LINES)
    return Draft(
        content=_read_place(text, asked, "content"),
        stance=stance,
        act=act,
        voice=_read_voice(asked),
        quote=_read_place(text, asked, "quote") if asked.text("quote") else None,
        cues=cues,
        hedges=hedges,
        actors=actors,
        targets=targets,
        time=asked.text("time"),
    )


def _read_voice(asked: Asked) -> Voice:
    basis = asked.code("basis", Basis) or Basis.EXPLICIT
    return Voice(asked.text("speaker"), asked.code("role", Role) or Role.OTHER, basis)


def _read_lines(asked: Asked, name: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in asked.text(name).splitlines() if line.strip())


def _read_place(text: Text, asked: Asked, name: str) -> Extent:
    """Where the words of a field stand: where they were chosen, or the one place where they are found."""
    words = asked.text(name)
    if not words:
        raise AskedWronglyError(f"choose or paste the words of the {name}")
    places = find_places(text.clean, words)
    chosen = [place for place in places if _write_place(place) == asked.text(f"{name}_at")[:LONGEST_PLACE]]
    if chosen or len(places) == 1:
        return (chosen or places)[0]
    if not places:
        raise AnchorError(f"the words of the {name} do not stand in the text; paste them as they stand there")
    raise SeveralPlacesError(name, tuple(_list_choices(text.clean, places)))


def _list_choices(clean: str, places: Sequence[Extent]) -> Iterator[Choice]:
    for place in places:
        before, after = (
            clean[max(0, place.start - AROUND) : place.start],
            clean[place.end : place.end + AROUND],
        )
        yield Choice(_write_place(place), before, clean[place.start : place.end], after)


def _write_place(place: Extent) -> str:
    return f"{place.start}-{place.end}"

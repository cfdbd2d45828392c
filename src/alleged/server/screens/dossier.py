"""What is said of a name, who denies it, whom it struck, what was done about it, and what is open."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from alleged.dossiers.actors import view_told
from alleged.dossiers.dossier import view_dossier
from alleged.dossiers.matters import find_names, tell_matter
from alleged.dossiers.near_names import find_near_names, list_all_names
from alleged.dossiers.parts import take_about
from alleged.dossiers.searching import Search, write_search
from alleged.dossiers.voices import count_named_speakers, order_by_weight
from alleged.errors import UnknownPartError
from alleged.exports.masking import DISCLAIMER
from alleged.exports.subject import table_subject
from alleged.knowledge.keys import name_key
from alleged.knowledge.store import open_knowledge
from alleged.server.asking import AskedWronglyError
from alleged.server.listed import Listed, cut
from alleged.server.pages import Page
from alleged.server.screens.actors import list_players, show_actors

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from alleged.dossiers.actors import Told
    from alleged.dossiers.decided import DecisionView
    from alleged.dossiers.dossier import Dossier
    from alleged.dossiers.parts import Part
    from alleged.dossiers.voices import Voice
    from alleged.model.claim import Claim
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk

SPEAKERS = 6
"""Speakers of each section that a dossier shows; all stand on a page of their own."""
SPEAKERS_ON_A_PAGE = 20
LATELY, LONGEST = 7, 36_500
"""Days that count as lately unless another number is asked for."""
PARTS = {"acting": "Said to act", "acted-upon": "Said to be acted upon"}


@dataclass(frozen=True, slots=True)
class Section:
    """Who says what of a name that plays one part, speaker by speaker."""

    part: str
    heading: str
    voices: Listed[Voice]
    claims: int

    @classmethod
    def of(cls, part: str, voices: Listed[Voice], every: Sequence[Voice]) -> Section:
        """The section of one part that shows `voices` of all these."""
        return cls(part, PARTS[part], voices, sum(len(voice.claims) for voice in every))


def show_dossier(desk: Desk, asked: Asked) -> Page:
    """The dossier of the name that was asked for, or every name where none was."""
    of = asked.text("of")
    if not of:
        return show_actors(desk, asked)
    dossier, taken = found = find_dossier(desk, asked)
    shown = {
        "of": of,
        "dossier": dossier,
        "taken": taken,
        "part": asked.text("part"),
        "sections": _make_sections(dossier, asked),
        "seek": address_search,
        "unused": _list_unused(dossier),
        "titles": {source.document.id: source.document.metadata.title for source in dossier.sources},
        "speakers": count_named_speakers(dossier.actor.subject.claims),
        "authorities": asked.texts("authority"),
        "days": asked.number("days", LATELY, LONGEST),
        "near": _find_near(desk, of) if dossier.is_empty else (),
        "denials": dossier.actor.find_denials(),
        "is_private": name_key(of) in desk.private_keys(),
        "as_of": desk.newest(),
        "disclaimer": DISCLAIMER,
        "through": partial(tell_name, dossier),
        "key": name_key,
        "tell": _make_teller(dossier),
    }
    return Page("dossier.html", of, shown, lambda: table_subject(_find_all(desk, asked, found)))


def _find_all(desk: Desk, asked: Asked, found: tuple[Dossier, Part]) -> Told:
    """What the whole ledger tells of the name, for programs."""
    dossier, taken = found
    if taken.is_whole:
        return dossier.actor
    return view_told(desk.ledger, open_knowledge, (asked.text("of"), asked.texts("authority")))


def find_dossier(desk: Desk, asked: Asked) -> tuple[Dossier, Part]:
    """The dossier of this name, by these authorities, and of how much of the ledger it is."""
    of, authorities = asked.text("of"), asked.texts("authority")
    days = asked.number("days", LATELY, LONGEST)

    def make() -> tuple[Dossier, Part]:
        part = take_about(desk.ledger, of)
        try:
            found = view_dossier(part.ledger, open_knowledge, (of, authorities), (desk.newest(), days))
        except UnknownPartError as error:
            raise AskedWronglyError(str(error)) from error
        return found, part

    return desk.recall(("dossier", of, authorities, days), make)


def tell_name(dossier: Dossier, claim: Claim) -> str:
    """By which other name a claim got in; "" if it bears the one that was asked for."""
    subject = dossier.actor.subject
    borne = subject.borne.get(claim.id, ())
    if any(key == name_key(subject.name) for _, key in borne):
        return ""
    return " and ".join(dict.fromkeys(name for name, _ in borne))


def _make_sections(dossier: Dossier, asked: Asked) -> tuple[Section, ...]:
    """Both parts with those who say most; all speakers, page by page, of the part that is asked for."""
    subject, part = dossier.actor.subject, asked.text("part")
    voices = {"acting": order_by_weight(subject.acting), "acted-upon": order_by_weight(subject.acted_upon)}
    if part in voices:
        return (Section.of(part, cut(voices[part], asked, SPEAKERS_ON_A_PAGE), voices[part]),)
    return tuple(
        Section.of(each, Listed(every[:SPEAKERS], len(every), size=SPEAKERS), every)
        for each, every in voices.items()
        if every
    )


def address_search(**fields: str) -> str:
    """The address of a search for claims with these fields."""
    return f"/claims?{urlencode({'q': write_search(Search(**fields))})}"


def _list_unused(dossier: Dossier) -> tuple[str, ...]:
    """The names that lists have with it, and that no claim bears."""
    counts, joining = dossier.actor.subject.count_by_key(), dossier.actor.joining
    return tuple(n.name for n in joining.names if not (n.decisions or counts[name_key(n.name)]))


def _make_teller(dossier: Dossier) -> Callable[[DecisionView], str]:
    """Tells what was decided, with the names of the entries of lists that it is about."""
    views = dossier.lately.decisions if dossier.lately else ()
    names = find_names((view.decision for view in views), open_knowledge)
    return lambda view: tell_matter(view.decision, names, view.withdraws)


def _find_near(desk: Desk, of: str) -> tuple[str, ...]:
    """Names of the ledger, then of the lists, that may be meant."""
    own = find_near_names(of, (player.name for player in list_players(desk)))
    return own or _find_listed(of)


def _find_listed(of: str) -> tuple[str, ...]:
    with closing(open_knowledge()) as knowledge:
        return find_near_names(of, list_all_names(knowledge.entities()))

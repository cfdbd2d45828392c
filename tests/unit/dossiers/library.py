"""Documents made by hand put into a ledger, for tests of what views make of several."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from alleged.ledger.interface import Entry
from alleged.model.document import Input, Place, Run
from alleged.model.ids import document_id
from alleged.model.vocabulary import Act, Reason, Stance
from alleged.resolve.responses import link_responses
from tests.strategies.reports import About, Says, make_story

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger
    from alleged.resolve.stories import Story

MONDAY, TUESDAY = "2024-03-25", "2024-03-26"
REGISTER = "China stole the register of voters of Northport"
TAKEN = "the Northport register of voters was stolen by China in the spring"
UNTRUE = "hackers of China stole the Northport register"

ACCUSATION = make_story(
    About("Register stolen", "Harbour Courier", MONDAY),
    Says(REGISTER, "United Kingdom", Stance.ALLEGES, Act.DATA_THEFT, ("China",), ("Northport",), "2021"),
    Says("thousands of voters of Northport were hit over a decade", "Anna Holt", act=Act.VICTIMS),
    Says("China stole from the Northport register for 14 years", None, act=Act.DATA_THEFT, actors=("China",)),
)
SECOND = make_story(
    About("Millions hit", "Daily Ledger", MONDAY),
    Says(TAKEN, "Norway", Stance.ASSESSES, Act.DATA_THEFT, ("China",), ("Northport",), "2021"),
    Says("the theft of the Northport register by China hit millions of voters", "Norway", act=Act.VICTIMS),
    Says("Norway sanctioned three firms over the Northport register", None, act=Act.SANCTION),
)
DENIAL = make_story(
    About("Beijing rejects", "Evening Post", TUESDAY),
    Says(UNTRUE, "China", Stance.DENIES, Act.DATA_THEFT, ("China",), ("Northport",), "2021"),
    Says("the British allegations as baseless", "China", Stance.DENIES, Act.COMMENT),
    Says(
        "the United Kingdom hacked Tarnfield University",
        "China",
        Stance.ALLEGES,
        actors=("United Kingdom",),
        targets=("Tarnfield University",),
    ),
)
LIBRARY = (ACCUSATION, SECOND, DENIAL)

AUTHORITY = "Norwegian National Pier Authority"
INTRODUCING = make_story(
    About("Authority speaks", "Harbour Courier", MONDAY),
    Says(REGISTER, AUTHORITY, Stance.ASSESSES, Act.DATA_THEFT, ("China",), ("Northport",), "2021"),
    Says(f"the {AUTHORITY} (NPA) warned of China", None, act=Act.ADVISORY),
    Says("China never stole the register of Northport", "Chinese MFA", Stance.DENIES, actors=("China",)),
)
SHORTENED = make_story(
    About("NPA repeats", "Daily Ledger", TUESDAY),
    Says(TAKEN, "NPA", Stance.ALLEGES, Act.DATA_THEFT, ("China",), ("Northport",), "2021"),
    Says("the accusations were lies", "China's Foreign Ministry", Stance.DENIES, Act.COMMENT),
    Says("China stole ballots from Northport", "Interior Ministry", actors=("China",)),
)
BODIES = (INTRODUCING, SHORTENED)
"""Two bodies that speak under two names each, and a ministry of which nothing tells the state."""


def add_stories(ledger: Ledger, *stories: Story) -> None:
    """Append the documents, in this order."""
    for number, story in enumerate(stories):
        ledger.append(entry_of(story, f"paper-{number}.txt"))


def entry_of(story: Story, source: str) -> Entry:
    """The document as a ledger takes it, with what answers what in it."""
    data = f"{story.text.document.metadata}\n{story.text.clean}".encode()
    document = replace(story.text.document, id=document_id(data))
    runs = (Run(0, len(story.text.clean), Place(0, 0)),)
    text = replace(story.text, document=document, runs=runs)
    claims = [replace(claim, document=document.id, text=text.id) for claim in story.claims]
    linked = link_responses(claims)
    attempt = Input(source, Reason.READ.status, Reason.READ, "append", "2024-03-27T08:00:00+00:00")
    known = replace(attempt, document=document.id, text=text.id, claims=len(claims))
    return Entry(known, data, text, "hand", "1", linked.claims, linked.relations)

"""A ledger whose every field holds a script, and every address of the application over it."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from alleged.dossiers.overview import view_overview
from alleged.ledger import open_ledger
from alleged.ledger.interface import ClaimQuery
from alleged.model.access import Marking
from alleged.model.correction import Field
from alleged.model.decision import About as Sort
from alleged.model.decision import Matter, Signature, Verdict, decide
from alleged.model.document import Input
from alleged.model.vocabulary import Act, Reason, Stance
from alleged.server.screens import SCREENS
from tests.strategies.reports import About, Says, make_story
from tests.unit.dossiers.library import entry_of

if TYPE_CHECKING:
    from pathlib import Path

    from alleged.ledger.decided import DecidedLedger
    from alleged.resolve.stories import Story

AT = "2026-03-04T05:06:07+00:00"
LABEL = '"><img src=x onerror=planted("marking")>'
"""A marking is no longer than this allows."""
FREE = ("of", "q", "part", "done", "after", "row", "node", "name", "entity", "why", "document", "authority")
CODED = ("status", "page", "by", "kind", "stance", "choice", "days", "limit", "claims", "undated")
CONTROL = "\u202e"


def plant(field: str) -> str:
    """Words that run a script wherever they are taken for anything but words."""
    script = f"planted('{field}')"
    return (
        f"{field}\"'><script>{script}</script><img src=x onerror={script}></textarea></title></script>"
        f"<svg onload={script}>{{{{7*7}}}}{CONTROL}javascript:{script}"
    )


def plant_ledger(file: Path) -> Path:
    """Make the ledger."""
    with closing(open_ledger(file, create=True)) as ledger:
        for number, story in enumerate((_accuse("2024-03-25"), _accuse("2024-03-26"), _deny())):
            ledger.append(entry_of(story, f"{plant('file')}{number}.txt"))
        for url in ("javascript:planted('source')", "https://evil.example/a.html"):
            reason = Reason.TIMEOUT
            ledger.note(Input(url, reason.status, reason, "open", AT, plant("detail")))
        _decide(ledger)
    return file


def _known(story: Story, url: str) -> Story:
    document = story.text.document
    metadata = replace(document.metadata, byline=plant("byline"), url=url)
    return replace(story, text=replace(story.text, document=replace(document, metadata=metadata)))


def _accuse(day: str) -> Story:
    said = Says(
        plant("quote"),
        plant("speaker"),
        Stance.ALLEGES,
        Act.DATA_THEFT,
        (plant("actor"),),
        (plant("target"),),
        "2021",
    )
    about = About(plant("title"), plant("publisher"), day)
    return _known(
        make_story(about, said, replace(said, words=plant(f"also {day}"))), "javascript:planted('url')"
    )


def _deny() -> Story:
    said = Says(
        plant("denial"), plant("actor"), Stance.DENIES, Act.DATA_THEFT, (plant("actor"),), (plant("target"),)
    )
    about = About(plant("title of a denial"), plant("publisher"), "2024-03-27")
    return _known(make_story(about, said), "https://evil.example/denial.html")


def _decide(ledger: DecidedLedger) -> None:
    by = Signature(plant("decider"), AT, plant("why"))
    first, second = ledger.claims(ClaimQuery(limit=2)).claims
    matters = (
        (Matter(Sort.CLAIM, (first.id,)), Verdict.ACCEPT),
        (Matter(Sort.CLAIM, (second.id, Field.SPEAKER, plant("corrected"), "other")), Verdict.CORRECT),
        (Matter(Sort.NAME, (plant("actor"), "attack:G0001")), Verdict.ACCEPT),
        (Matter(Sort.CODE, (first.id, "eurepoc", "name", plant("coded"))), Verdict.ACCEPT),
        (Matter(Sort.ALIAS, (plant("speaker"), plant("actor"))), Verdict.REJECT),
    )
    for matter, verdict in matters:
        ledger.decide(decide(matter, verdict, by))
    ledger.set_marking(Marking(first.document, LABEL, by.who, AT, plant("why marked")))


def list_addresses(file: Path) -> tuple[str, ...]:
    """Every screen: bare, of a name, of an incident, and with scripts in what is asked for."""
    screens, of, incident = _list_screens(file)
    asked: tuple[dict[str, str], ...] = (
        {},
        {"of": of},
        {"of": incident},
        dict.fromkeys(FREE, plant("asked")),
        dict.fromkeys(CODED, plant("code")),
    )
    return tuple(f"{screen}?{urlencode(each)}" for screen in screens for each in asked)


def list_screens(file: Path) -> tuple[str, ...]:
    """Every screen, of a name, but for files that are only stored."""
    screens, of, _ = _list_screens(file)
    pages = (screen for screen in screens if not screen.endswith("/original"))
    return tuple(f"{screen}?{urlencode({'of': of})}" for screen in pages)


def _list_screens(file: Path) -> tuple[tuple[str, ...], str, str]:
    """The addresses of all screens, with a name and an incident."""
    with closing(open_ledger(file, create=False)) as ledger:
        claim = ledger.claims(ClaimQuery(limit=1)).claims[0]
        incident = view_overview(ledger).incidents[0].id
    parts = {"document": claim.document, "claim": claim.id, "incident": incident, "batch": "none"}
    screens = tuple(
        re.sub(r"\{(\w+)\}", lambda found: parts[found.group(1)], each.address) for each in SCREENS
    )
    return screens, claim.actors[0].name, incident

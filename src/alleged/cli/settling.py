"""Decisions on claims and documents: what was typed becomes ids and values, and is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.cli.deciding import find_claims, store, tell
from alleged.cli.ledgers import open_to_decide
from alleged.cli.messages import USAGE, fail, say
from alleged.dossiers.counting import tell_count
from alleged.dossiers.decided import find_decision, find_last_step
from alleged.dossiers.history import get_document
from alleged.dossiers.matters import find_names, tell_matter
from alleged.dossiers.retracting import find_flood
from alleged.errors import InputError
from alleged.flow.deciding import MAY_BE_NONE, read_correction, undo_step
from alleged.knowledge.store import open_knowledge
from alleged.model.correction import Field
from alleged.model.decision import About, Matter, Verdict, decide
from alleged.model.ids import SHORT_ID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.cli.deciding import Said
    from alleged.dossiers.retracting import Flood
    from alleged.ledger.decided import DecidedLedger
    from alleged.ledger.interface import Location

NOTHING = "none"
"""How the absence of a value is typed."""


def settle_claim(location: Location, asked: tuple[str, str, Sequence[str]], said: Said) -> None:
    """Accept or reject a claim, or correct a field of it."""
    by, (prefix, change, correction) = said.sign(), asked
    verdict = Verdict(change)
    value = _read_correction(correction) if verdict is Verdict.CORRECT else ()
    if correction and not value:
        raise fail(f"a claim is {verdict}ed as a whole; to correct a field write: correct FIELD VALUE", USAGE)
    with open_to_decide(location) as ledger:
        matter = Matter(About.CLAIM, (ledger.get_claim(prefix).id, *value))
        store(ledger, decide(matter, verdict, by), said)


def _read_correction(typed: Sequence[str]) -> tuple[str, ...]:
    """The field and its values, none where none is meant."""
    if not typed or typed[0] not in set(Field):
        known = ", ".join(Field)
        raise fail(f"say what is corrected, and to what: correct FIELD VALUE; fields are {known}", USAGE)
    field, values = Field(typed[0]), tuple(typed[1:])
    if not values:
        raise fail(f"say what {field} is: correct {field} VALUE", USAGE)
    if values == (NOTHING,) and field in MAY_BE_NONE:
        values = ()
    try:
        return read_correction(field, values)
    except InputError as error:
        raise fail(str(error), USAGE) from error


def settle_same(location: Location, asked: tuple[str, str], said: Said) -> None:
    """Decide that two claims are one reading twice, or are not."""
    by = said.sign()
    with open_to_decide(location) as ledger:
        store(ledger, decide(Matter(About.SAME, find_claims(ledger, asked)), said.verdict, by), said)


def settle_document(location: Location, asked: str, said: Said) -> None:
    """Decide that a document counts, or does not."""
    by = said.sign()
    with open_to_decide(location) as ledger:
        matter = Matter(About.DOCUMENT, (get_document(ledger, asked).id,))
        store(ledger, decide(matter, said.verdict, by), said)


def settle_version(location: Location, asked: tuple[str, str], said: Said) -> None:
    """Decide that a document is a changed version of another, or is not."""
    by = said.sign()
    with open_to_decide(location) as ledger:
        newer, older = (get_document(ledger, name).id for name in asked)
        if newer == older:
            raise fail(f"both are document {newer[:SHORT_ID]}; a version is of another document", USAGE)
        store(ledger, decide(Matter(About.VERSION, (newer, older)), said.verdict, by), said)


def settle_undo(location: Location, asked: str | None, said: Said, *, dry_run: bool) -> None:
    """Withdraw a decision, or the last one of who asks; tell first what it was."""
    by = said.sign()
    with open_to_decide(location) as ledger:
        made = ledger.decisions()
        step = (find_decision(made, asked),) if asked else find_last_step(made, by.who)
        names = find_names(step, open_knowledge)
        for earlier in step:
            withdrawn = next((each for each in made if each.id == earlier.supersedes), None)
            say(f"undoes {tell(earlier, tell_matter(earlier, names, withdrawn))}")
        if dry_run:
            say("nothing was undone: this was a dry run")
            return
        for decision in undo_step(ledger, step, by):
            store(ledger, decision, said)


def settle_retraction(
    location: Location, asked: tuple[str | None, str | None], said: Said, *, dry_run: bool
) -> None:
    """Retract all that a publisher, the first of `asked`, put out, or a document, the second."""
    by, (publisher, document) = said.sign(), asked
    if (publisher is None) == (document is None):
        raise fail("say what is retracted: --publisher NAME or --document NAME|ID", USAGE)
    with open_to_decide(location) as ledger:
        matter = _find_retracted(ledger, publisher, document)
        flood = find_flood(ledger, matter)
        say(_tell_flood(flood))
        if dry_run:
            say("nothing was retracted: this was a dry run")
        else:
            store(ledger, decide(matter, Verdict.REJECT, by), said)


def _find_retracted(ledger: DecidedLedger, publisher: str | None, document: str | None) -> Matter:
    if publisher is not None:
        return Matter(About.PUBLISHER, (publisher.strip(),))
    return Matter(About.DOCUMENT, (get_document(ledger, document or "").id,))


def _tell_flood(flood: Flood) -> str:
    documents, claims = tell_count(flood.documents, "document"), tell_count(flood.claims, "claim")
    return f"retracts {documents} of {flood.all_documents} with {claims} of {flood.all_claims}"

"""Making decisions: what was typed becomes ids, is signed and stored, and is told with the way back."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.cli.ledgers import open_to_decide
from alleged.cli.messages import SOME_FAILED, USAGE, fail, say
from alleged.cli.signing import WITH_BY, require_user, sign
from alleged.dossiers.coded import begin_coding, code_incidents, decide_cell
from alleged.dossiers.decided import choose_link_type, find_decision, list_replaced
from alleged.dossiers.forms import find_codebook
from alleged.dossiers.incidents import get_incident
from alleged.dossiers.matters import find_names, tell_matter
from alleged.dossiers.overview import view_overview
from alleged.dossiers.safety import one_line
from alleged.flow.naming import match_name
from alleged.knowledge.keys import tidy_name
from alleged.knowledge.store import open_knowledge
from alleged.ledger.interface import ConflictError
from alleged.model.decision import About, Matter, Signature, Verdict, decide, withdraw
from alleged.model.ids import SHORT_ID
from alleged.model.vocabulary import RelationType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.ledger.interface import Ledger, Location
    from alleged.model.decision import Decision


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says with a decision; `by` is None where the system has to tell who it is."""

    why: str
    by: str | None
    reject: bool = False
    over: Sequence[str] | None = None
    """Ids of what others decided, or how they begin, that this is meant to replace."""

    @property
    def verdict(self) -> Verdict:
        """Whether it is so."""
        return Verdict.REJECT if self.reject else Verdict.ACCEPT

    @property
    def who(self) -> str:
        """Who decides."""
        return require_user(self.by, WITH_BY)

    def sign(self) -> Signature:
        """Who, when and why."""
        return sign(self.why, self.by, WITH_BY)


def settle_name(location: Location, asked: tuple[str, str], said: Said) -> None:
    """Decide that a name stands for an entity, or does not."""
    by = said.sign()
    if not tidy_name(asked[0]):
        raise fail("the name is empty: write it as the claims have it", USAGE)
    with closing(open_knowledge()) as knowledge:
        matter = match_name(knowledge, *asked)
    with open_to_decide(location) as ledger:
        store(ledger, decide(matter, said.verdict, by), said)


def settle_alias(location: Location, asked: tuple[str, str], said: Said) -> None:
    """Decide that two names of speakers are of one body, or are not."""
    by, names = said.sign(), tuple(map(tidy_name, asked))
    if not all(names):
        raise fail("a name is empty: write both as the claims have them", USAGE)
    with open_to_decide(location) as ledger:
        store(ledger, decide(Matter(About.ALIAS, names), said.verdict, by), said)


def settle_link(location: Location, asked: tuple[str, str, RelationType | None], said: Said) -> None:
    """Decide that one claim answers another, or does not."""
    by, (first, second, chosen) = said.sign(), asked
    with open_to_decide(location) as ledger:
        claim, to = find_claims(ledger, (first, second))
        kind = chosen or choose_link_type(ledger, claim, to)
        if kind is None and said.reject:
            raise fail(
                f"the ledger does not link {claim[:SHORT_ID]} to {to[:SHORT_ID]} in one way; say with --type "
                "what it does not do",
                USAGE,
            )
        matter = Matter(About.LINK, (claim, to, (kind or RelationType.DISPUTES).value))
        store(ledger, decide(matter, said.verdict, by), said)


def settle_incident(location: Location, asked: tuple[str, str], said: Said) -> None:
    """Decide that two claims are about one incident, or are not."""
    by = said.sign()
    with open_to_decide(location) as ledger:
        matter = Matter(About.INCIDENT, find_claims(ledger, asked))
        store(ledger, decide(matter, said.verdict, by), said)


def settle_code(location: Location, asked: tuple[str, str, str, Sequence[str]], said: Said) -> None:
    """Decide what a cell of a codebook holds for an incident."""
    by, (identity, book, variable, values) = said.sign(), asked
    codebook = find_codebook(book)
    with open_to_decide(location) as ledger:
        overview = view_overview(ledger)
        incident = get_incident(overview, identity)
        (coded,) = code_incidents(begin_coding(ledger, overview, codebook), (incident,), open_knowledge)
        store(ledger, decide_cell(coded, variable, values, by), said)


def settle_withdrawal(location: Location, asked: str, said: Said) -> None:
    """Withdraw a decision."""
    by = said.sign()
    with open_to_decide(location) as ledger:
        earlier = find_decision(ledger.decisions(), asked)
        store(ledger, withdraw(earlier, by), said)


def find_claims(ledger: Ledger, asked: tuple[str, str]) -> tuple[str, str]:
    """The whole ids of two claims."""
    one, other = (ledger.get_claim(prefix).id for prefix in asked)
    if one == other:
        raise fail(f"both are claim {one[:SHORT_ID]}; a decision is on two claims", USAGE)
    return one, other


def store(ledger: Ledger, decision: Decision, said: Said) -> None:
    """Store the decision, and tell it with what it replaces and how to withdraw it."""
    before = ledger.decisions()
    try:
        ledger.decide(decision, _find_seen(ledger, before, said))
    except ConflictError as conflict:
        raise fail(_tell_conflict(conflict), SOME_FAILED) from conflict
    earlier = next((each for each in before if each.id == decision.supersedes), None)
    replaced = () if earlier else tuple(list_replaced(before, decision))
    names = find_names((decision, *replaced), open_knowledge)
    say(f"decided {tell(decision, tell_matter(decision, names, earlier))}")
    for each in replaced:
        say(f"in the place of {tell(each, tell_matter(each, names))}")
    say(f'to take it back: alleged decide withdraw {decision.id[:SHORT_ID]} --why "..."')


def _find_seen(ledger: Ledger, before: Sequence[Decision], said: Said) -> set[str] | None:
    """What somebody knows of who decides in a shared ledger: their own decisions, and those they name."""
    named = {find_decision(before, prefix).id for prefix in said.over or ()}
    return named | {each.id for each in before if each.who == said.who} if ledger.access().shared else None


def _tell_conflict(conflict: ConflictError) -> str:
    names = find_names(conflict.others, open_knowledge)
    told = "; ".join(f"{tell(each, tell_matter(each, names))} (why: {each.why})" for each in conflict.others)
    cure = " ".join(f"--over {each.id[:SHORT_ID]}" for each in conflict.others)
    return f"somebody else decided on this: {told}; nothing was stored; to decide over it add {cure}"


def tell(decision: Decision, matter: str) -> str:
    """A decision in one line: its id, who and what."""
    return f"{decision.id[:SHORT_ID]} by {one_line(decision.who)}: {matter}"

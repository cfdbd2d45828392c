"""A codebook filled for incidents: what claims propose for each cell, and what a coder decided."""

from __future__ import annotations

from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.dossiers.filling import FILLS, UNDISPUTED, Material, fills
from alleged.dossiers.forms import CellKind
from alleged.dossiers.voices import count_named_speakers
from alleged.errors import InputError
from alleged.ledger.carrying import find_counting
from alleged.model.decision import CELL, About, Matter, Verdict, decide
from alleged.model.vocabulary import RelationType, Stance
from alleged.resolve.origins import count_claim_origins

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from alleged.dossiers.forms import Codebook, Variable
    from alleged.dossiers.overview import Overview
    from alleged.knowledge.known import Knowledge
    from alleged.ledger.interface import Ledger
    from alleged.model.claim import Claim
    from alleged.model.decision import Decision, Signature
    from alleged.resolve.incidents import Incident

NO_CLAIM = "no claim says"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A value for a cell, the claims that say so, and those that deny it."""

    value: str
    claims: tuple[Claim, ...]
    denials: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A variable of one incident: every value that claims propose, and the decision in force, if any."""

    variable: Variable
    proposals: tuple[Proposal, ...]
    decision: Decision | None = None

    @property
    def values(self) -> tuple[str, ...]:
        """What it holds: what was decided, or else everything that is proposed."""
        if self.decision:
            return self.decision.what[CELL:]
        return tuple(proposal.value for proposal in self.proposals)

    @property
    def is_open(self) -> bool:
        """Whether several values are proposed for a cell that can hold one, and nobody decided."""
        single = self.variable.kind is not CellKind.LIST
        return single and self.decision is None and len(self.proposals) > 1

    def support(self) -> tuple[Claim, ...]:
        """The claims that say what it holds."""
        held = [proposal for proposal in self.proposals if proposal.value in self.values]
        return tuple({claim.id: claim for proposal in held for claim in proposal.claims}.values())


@dataclass(frozen=True, slots=True)
class Coded:
    """A codebook filled for one incident."""

    codebook: Codebook
    incident: Incident
    cells: tuple[Cell, ...]

    @property
    def decided(self) -> int:
        """How many cells somebody decided."""
        return sum(cell.decision is not None for cell in self.cells)

    def get(self, variable: str) -> Cell:
        """The cell of a variable; raises UnknownPartError where there is none."""
        wanted = self.codebook.get(variable)
        return next(cell for cell in self.cells if cell.variable is wanted)


@dataclass(frozen=True, slots=True)
class Coding:
    """What the incidents of a ledger are coded from."""

    overview: Overview
    codebook: Codebook
    decisions: tuple[Decision, ...]
    """In force, on claims of the newest readings, oldest first."""


def begin_coding(ledger: Ledger, overview: Overview, codebook: Codebook) -> Coding:
    """The overview of a ledger with the decisions that count in it."""
    return Coding(overview, codebook, find_counting(ledger))


def order_incidents(overview: Overview) -> tuple[Incident, ...]:
    """The incidents, those with most origins first, then those with most claims."""

    def rank(incident: Incident) -> tuple[int, int, str]:
        origins = count_claim_origins(overview.lineage, incident.claims).origins
        return (-origins, -len(incident.claims), incident.id)

    return tuple(sorted(overview.incidents, key=rank))


def code_incidents(
    coding: Coding, incidents: Iterable[Incident], opener: Callable[[], Knowledge]
) -> tuple[Coded, ...]:
    """The codebook filled for these incidents; `opener` gives the lists that know countries and sectors."""
    with closing(opener()) as knowledge:
        material = Material(coding.overview, knowledge, coding.decisions)
        disputed = _find_disputes(coding.overview)
        return tuple(_code(coding, incident, (material, disputed)) for incident in incidents)


def count_decided(coding: Coding, incident: Incident) -> int:
    """How many cells of an incident somebody decided, without what claims propose."""
    return len(_find_decisions(coding, incident))


def decide_cell(coded: Coded, variable: str, values: Sequence[str], by: Signature) -> Decision:
    """The decision that a cell holds these values, or none; raises InputError where it cannot.

    It is on the first claim of the incident, and counts for whichever incident holds that claim.
    """
    cell = coded.get(variable)
    given = tuple(dict.fromkeys(value.strip() for value in values if value.strip()))
    cell.variable.check(given)
    what = (coded.incident.claims[0].id, coded.codebook.name, variable, *given)
    decided = decide(Matter(About.CODE, what), Verdict.ACCEPT, by)
    if cell.decision and cell.decision.what == what:
        raise InputError(f"{variable} holds that already, as {cell.decision.who} decided")
    return decided


def list_history(decisions: Iterable[Decision], coded: Coded, variable: str) -> tuple[Decision, ...]:
    """Every decision on a cell, also those no longer in force, oldest first."""
    held = {claim.id for claim in coded.incident.claims}
    cell = (coded.codebook.name, variable)
    on_it = (d for d in decisions if d.about is About.CODE and d.what[1:CELL] == cell)
    return tuple(decision for decision in on_it if decision.what[0] in held)


def _code(
    coding: Coding, incident: Incident, known: tuple[Material, Mapping[str, tuple[Claim, ...]]]
) -> Coded:
    decided = _find_decisions(coding, incident)
    cells = (
        Cell(variable, _propose(variable, incident, known), decided.get(variable.name))
        for variable in coding.codebook.variables
    )
    return Coded(coding.codebook, incident, tuple(cells))


def _find_decisions(coding: Coding, incident: Incident) -> dict[str, Decision]:
    """By variable the decision that was made last on any claim of the incident."""
    held = {claim.id for claim in incident.claims}
    known = {variable.name for variable in coding.codebook.variables}
    return {
        decision.what[2]: decision
        for decision in coding.decisions
        if decision.about is About.CODE
        and decision.what[0] in held
        and decision.what[1] == coding.codebook.name
        and decision.what[2] in known
    }


def _find_disputes(overview: Overview) -> dict[str, tuple[Claim, ...]]:
    """By claim those that deny what it says."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for relation in overview.relations:
        if relation.type is RelationType.DISPUTES:
            found[relation.to].append(overview.claims[relation.claim])
    return {claim: tuple(denials) for claim, denials in found.items()}


def _propose(
    variable: Variable, incident: Incident, known: tuple[Material, Mapping[str, tuple[Claim, ...]]]
) -> tuple[Proposal, ...]:
    """Each value once, those first that most named speakers give."""
    material, disputes = known
    disputed = {} if variable.fill in UNDISPUTED else disputes
    said: dict[str, dict[str, Claim]] = defaultdict(dict)
    denied: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in incident.claims:
        for value in _find_values(variable, claim, material):
            if fills(claim):
                said[value][claim.id] = claim
            elif claim.stance is Stance.DENIES and variable.fill not in UNDISPUTED:
                denied[value][claim.id] = claim
    made = []
    for value, claims in said.items():
        answers = {denial.id: denial for claim in claims for denial in disputed.get(claim, ())}
        denials = {**denied.get(value, {}), **answers}
        made.append(Proposal(value, tuple(claims.values()), tuple(denials.values())))
    return tuple(sorted(made, key=_rank))


def _find_values(variable: Variable, claim: Claim, material: Material) -> Iterator[str]:
    if variable.fill is None or claim.act not in variable.acts:
        return
    for value in dict.fromkeys(FILLS[variable.fill](claim, material)):
        coded = variable.codes.get(value) if variable.codes else value
        if coded:
            yield coded


def _rank(proposal: Proposal) -> tuple[int, int]:
    documents = {claim.document for claim in proposal.claims}
    return (-count_named_speakers(proposal.claims), -len(documents))

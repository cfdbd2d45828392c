"""Decisions in words, the same on every screen."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, TypeAlias

from alleged.dossiers.counting import tell_count
from alleged.dossiers.meant import find_ref
from alleged.dossiers.safety import one_line
from alleged.model.decision import About, Verdict
from alleged.model.ids import SHORT_ID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from alleged.knowledge.known import Knowledge
    from alleged.model.decision import Decision

Names: TypeAlias = "Mapping[str, str]"
"""The names of entities by how decisions name them, "authority:id"."""


def find_names(decisions: Iterable[Decision], opener: Callable[[], Knowledge]) -> Names:
    """The names of the entities that these decisions are about, as the lists have them now.

    `opener` gives the lists, which are opened only where a decision is about a name; an entity that they no
    longer have has none.
    """
    refs = {decision.what[1] for decision in decisions if decision.about is About.NAME}
    if not refs:
        return {}
    with closing(opener()) as knowledge:
        found = {ref: find_ref(knowledge, ref) for ref in refs}
    return {ref: entity.name for ref, entity in found.items() if entity}


def tell_matter(decision: Decision, names: Names, withdrawn: Decision | None = None) -> str:
    """What was decided, in one line; `withdrawn` is what a withdrawal withdraws."""
    if decision.verdict is Verdict.WITHDRAW:
        earlier = f": {tell_matter(withdrawn, names)}" if withdrawn else ""
        return f"{(decision.supersedes or '')[:SHORT_ID]} no longer counts{earlier}"
    return _TELLERS[decision.about](decision, names)


def _tell_name(decision: Decision, names: Names) -> str:
    name, ref, *version = decision.what
    verb = "does not stand for" if decision.verdict is Verdict.REJECT else "stands for"
    listed = f"{ref}, version {version[0]}" if version else ref
    entity = f"{names[ref]} ({listed})" if ref in names else listed
    return one_line(f"{name} {verb} {entity}")


def _tell_alias(decision: Decision, _names: Names) -> str:
    verb = "are not" if decision.verdict is Verdict.REJECT else "are"
    return one_line(f"{' and '.join(decision.what)} {verb} one speaker")


def _tell_link(decision: Decision, _names: Names) -> str:
    claim, to, kind = decision.what
    verb = f"does not {kind.removesuffix('s')}" if decision.verdict is Verdict.REJECT else kind
    return f"claim {claim[:SHORT_ID]} {verb} {to[:SHORT_ID]}"


def _tell_incident(decision: Decision, _names: Names) -> str:
    one, other = (claim[:SHORT_ID] for claim in decision.what)
    verb = "are not about" if decision.verdict is Verdict.REJECT else "are about"
    return f"claims {one} and {other} {verb} one incident"


def _tell_claim(decision: Decision, _names: Names) -> str:
    claim, *correction = decision.what
    if correction:
        field, *values = correction
        return one_line(f"claim {claim[:SHORT_ID]}: {field} is {', '.join(values) or 'none'}")
    return f"claim {claim[:SHORT_ID]} {_VERBS[decision.verdict]}"


def _tell_same(decision: Decision, _names: Names) -> str:
    stays, leaves = (claim[:SHORT_ID] for claim in decision.what)
    verb = "are not" if decision.verdict is Verdict.REJECT else "are"
    return f"claims {stays} and {leaves} {verb} one reading twice"


def _tell_code(decision: Decision, _names: Names) -> str:
    claim, codebook, variable, *values = decision.what
    told = "; ".join(values) if values else "empty"
    return one_line(f"{codebook} of the incident of claim {claim[:SHORT_ID]}: {variable} is {told}")


def _tell_document(decision: Decision, _names: Names) -> str:
    return f"document {decision.what[0][:SHORT_ID]} {_RETRACTING[decision.verdict]}"


def _tell_publisher(decision: Decision, _names: Names) -> str:
    return one_line(f"all that {decision.what[0]} put out {_RETRACTING[decision.verdict]}")


def _tell_version(decision: Decision, _names: Names) -> str:
    newer, older = (document[:SHORT_ID] for document in decision.what)
    verb = "is not" if decision.verdict is Verdict.REJECT else "is"
    return f"document {newer} {verb} a newer version of {older}"


def _tell_erasure(decision: Decision, _names: Names) -> str:
    return f"a name was erased from {tell_count(len(decision.what), 'document')}"


_VERBS = {Verdict.ACCEPT: "is accepted", Verdict.REJECT: "is rejected"}
_RETRACTING = {Verdict.ACCEPT: "counts", Verdict.REJECT: "is retracted"}
_TELLERS = {
    About.NAME: _tell_name,
    About.ALIAS: _tell_alias,
    About.LINK: _tell_link,
    About.INCIDENT: _tell_incident,
    About.CLAIM: _tell_claim,
    About.SAME: _tell_same,
    About.CODE: _tell_code,
    About.DOCUMENT: _tell_document,
    About.PUBLISHER: _tell_publisher,
    About.VERSION: _tell_version,
    About.ERASURE: _tell_erasure,
}

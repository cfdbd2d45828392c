"""What must hold of an entry before any ledger stores it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from alleged.errors import AnchorError, LedgerError
from alleged.ledger.effects import apply_corrections, are_equally_sure, find_corrections
from alleged.ledger.interface import ConflictError
from alleged.ledger.masking import FEWEST, find_key, find_names
from alleged.model.conflicts import find_unseen
from alleged.model.correction import Field, correct
from alleged.model.decision import CELL, About, Verdict, decision_id, find_withdrawn, fold_name
from alleged.model.ids import document_id
from alleged.model.span import check_anchor
from alleged.model.vocabulary import RelationType

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from alleged.ledger.interface import Entry
    from alleged.model.claim import Claim
    from alleged.model.decision import Decision, Signature
    from alleged.model.erasure import Wanted
    from alleged.model.span import Span


def check_entry(entry: Entry) -> None:
    """Raise AnchorError where words do not stand in the text, LedgerError where parts do not fit together."""
    _check_bytes(entry)
    _check_input(entry)
    if entry.marking is not None and entry.marking.document != entry.text.document.id:
        raise LedgerError(f"the entry marks document {entry.marking.document}, which is another")
    origin = (entry.text.document.id, entry.text.id, entry.extractor, entry.extractor_version)
    for claim in entry.claims:
        _check_origin(claim, origin)
        _check_words(claim, entry.text.clean)
        _check_confidence(claim)
    _check_ids(entry)


def _check_bytes(entry: Entry) -> None:
    actual = document_id(entry.data)
    if actual != entry.text.document.id:
        raise LedgerError(f"the bytes of document {entry.text.document.id} have the sha256 {actual}")


def _check_input(entry: Entry) -> None:
    said = (entry.input.document, entry.input.text, entry.input.claims)
    actual = (entry.text.document.id, entry.text.id, len(entry.claims))
    if said != actual:
        raise LedgerError(f"the input names document, text and number of claims as {said}; they are {actual}")


def _check_origin(claim: Claim, origin: tuple[str, ...]) -> None:
    if claim.original:
        raise LedgerError(
            f"claim {claim.id} is corrected; an entry holds what was read, decisions correct it"
        )
    said = (claim.document, claim.text, claim.extractor, claim.extractor_version)
    if said != origin:
        raise LedgerError(f"claim {claim.id} says that it comes from {said}, but it came with {origin}")


def _check_words(claim: Claim, clean: str) -> None:
    try:
        for span in claim.spans():
            check_anchor(clean, span)
            _check_bounds(clean, span)
    except AnchorError as fault:
        raise AnchorError(f"claim {claim.id} of {claim.extractor} is refused: {fault}") from fault


def _check_bounds(clean: str, span: Span) -> None:
    """Slices forgive what a stored place must not: counting from the end, and reaching beyond it."""
    if not 0 <= span.start < span.end <= len(clean):
        raise AnchorError(f"{span.start}-{span.end} is no place in a text of {len(clean)} characters")


def _check_confidence(claim: Claim) -> None:
    if claim.confidence is not None and not 0 <= claim.confidence <= 1:
        raise LedgerError(f"claim {claim.id}: a confidence lies between 0 and 1, not {claim.confidence}")


def _check_ids(entry: Entry) -> None:
    counts = Counter(claim.id for claim in entry.claims)
    twice = [claim_id for claim_id, count in counts.items() if count > 1]
    if twice:
        raise LedgerError(f"{entry.extractor} gave several claims of one id: {', '.join(twice)}")


def check_decision(decision: Decision, held: Sequence[Decision]) -> None:
    """Raise LedgerError where a decision is not whole or does not fit those that are `held`."""
    _check_signed(decision)
    _check_matter(decision)
    if any(other.id == decision.id for other in held):
        raise LedgerError(f"decision {decision.id} is in the ledger already")
    if decision.verdict is Verdict.WITHDRAW:
        _check_withdrawal(decision, held)
    elif decision.supersedes is not None:
        raise LedgerError(f"decision {decision.id} names an earlier one; only a withdrawal does")


def check_unseen(decision: Decision, held: Sequence[Decision], seen: Collection[str] | None) -> None:
    """Raise ConflictError where others decided on the same thing and their decisions are not among `seen`."""
    unseen = () if seen is None else find_unseen(decision, held, seen)
    if unseen:
        raise ConflictError(unseen)


def _check_signed(decision: Decision) -> None:
    if decision.id != decision_id(decision):
        raise LedgerError(
            f"a decision of these contents has the id {decision_id(decision)}, not {decision.id}"
        )
    for said in ("who", "at", "why"):
        if not getattr(decision, said).strip():
            raise LedgerError(f"a decision says who decided, at what time and why: {said!r} is empty")


def _check_matter(decision: Decision) -> None:
    if decision.about is About.ERASURE and decision.verdict is not Verdict.ACCEPT:
        raise LedgerError("what was erased is gone: nothing takes that back")
    if decision.verdict is Verdict.CORRECT and decision.about is not About.CLAIM:
        raise LedgerError(f"only a claim is corrected; a {decision.about} is accepted or rejected")
    if decision.verdict is Verdict.REJECT and decision.about is About.CODE:
        raise LedgerError("a cell of a codebook is given values, or none; it is not rejected")
    if not _FITS[decision.about](decision.what):
        raise LedgerError(
            f"a decision about a {decision.about} is about {_MATTERS[decision.about]}, not {decision.what}"
        )


def _is_name(what: tuple[str, ...]) -> bool:
    return len(what) in (2, 3) and bool(what[0].strip()) and all((*what[1].partition(":"), *what[2:]))


def _is_alias(what: tuple[str, ...]) -> bool:
    return _is_pair(tuple(map(fold_name, what))) and all(map(str.strip, what))


def _is_link(what: tuple[str, ...]) -> bool:
    return _is_pair(what[:2]) and what[2:] in {(kind.value,) for kind in RelationType}


def _is_pair(what: tuple[str, ...]) -> bool:
    return len(set(what)) == len(what) == _BOTH_ENDS


def _is_claim(what: tuple[str, ...]) -> bool:
    return len(what) == 1 or what[1:2] in {(field.value,) for field in Field}


def _is_cell(what: tuple[str, ...]) -> bool:
    return len(what) >= CELL and all(map(str.strip, what))


def _is_erasure(what: tuple[str, ...]) -> bool:
    return all(map(str.strip, what))


def _is_one(what: tuple[str, ...]) -> bool:
    return len(what) == 1 and bool(what[0].strip())


_BOTH_ENDS = 2
_FITS = {
    About.NAME: _is_name,
    About.ALIAS: _is_alias,
    About.LINK: _is_link,
    About.INCIDENT: _is_pair,
    About.CLAIM: _is_claim,
    About.SAME: _is_pair,
    About.CODE: _is_cell,
    About.DOCUMENT: _is_one,
    About.PUBLISHER: _is_one,
    About.VERSION: _is_pair,
    About.ERASURE: _is_erasure,
}
_MATTERS = {
    About.NAME: "a name, an entity ('authority:id') and perhaps the version of its list",
    About.ALIAS: "two names that differ",
    About.LINK: f"the ids of two claims and one of {', '.join(RelationType)}",
    About.INCIDENT: "the ids of two claims",
    About.CLAIM: f"the id of a claim, and to correct it one of {', '.join(Field)} with its value",
    About.SAME: "the ids of two claims",
    About.CODE: "the id of a claim, a codebook, one of its variables and perhaps values",
    About.DOCUMENT: "the id of a document",
    About.PUBLISHER: "a name",
    About.VERSION: "the ids of two documents",
    About.ERASURE: "the ids of documents",
}


def _check_withdrawal(decision: Decision, held: Sequence[Decision]) -> None:
    earlier = next((other for other in held if other.id == decision.supersedes), None)
    if earlier is None:
        raise LedgerError(
            f"the ledger has no decision {decision.supersedes!r}; 'alleged decisions' lists them"
        )
    if earlier.id in find_withdrawn(held):
        raise LedgerError(
            f"decision {earlier.id} is withdrawn already; 'alleged decisions' shows what is in force"
        )
    if earlier.matter != decision.matter:
        raise LedgerError(f"the withdrawal of {earlier.id} is about {decision.what}, not {earlier.what}")


def check_change(decision: Decision, held: Sequence[Decision], get_claim: Callable[[str], Claim]) -> None:
    """Raise LedgerError where a claim cannot be what a decision makes of it.

    `get_claim` gives a claim as it was read, `held` are the decisions before this one.
    """
    if decision.verdict is Verdict.WITHDRAW:
        return
    if decision.about is About.CLAIM:
        _check_correction(decision, get_claim)
    elif decision.about is About.SAME and decision.verdict is Verdict.ACCEPT:
        read = map(get_claim, decision.what)
        _check_double(*(apply_corrections(claim, find_corrections(held, claim.id)) for claim in read))


def _check_correction(decision: Decision, get_claim: Callable[[str], Claim]) -> None:
    if (decision.verdict is Verdict.CORRECT) != (len(decision.what) > 1):
        raise LedgerError("a claim is accepted or rejected as a whole, and corrected in a field")
    if decision.verdict is Verdict.CORRECT:
        identity, field, *values = decision.what
        correct(get_claim(identity), Field(field), values)


def _check_double(kept: Claim, gone: Claim) -> None:
    """Two readings of one saying stand in one document and are equally sure: a merge raises no stance."""
    if kept.document != gone.document:
        raise LedgerError(
            f"claims {kept.id} and {gone.id} stand in two documents: say that one restates the other instead"
        )
    if not are_equally_sure(kept, gone):
        raise LedgerError(
            f"claims {kept.id} and {gone.id} are not equally sure ({_tell(kept)}; {_tell(gone)}): a merge "
            "would change how surely it is said; reject the wrong one, or correct it first"
        )


def _tell(claim: Claim) -> str:
    return f"{claim.stance} {'with' if claim.hedges else 'without'} a hedge"


def check_wanted(wanted: Wanted, by: Signature | None = None) -> None:
    """Raise LedgerError for names too short to be one, and where what is left would tell one of them."""
    keys = {name: find_key(name) for name in wanted.names}
    for name, key in keys.items():
        if len(key) < FEWEST:
            raise LedgerError(f"{name!r} has fewer than {FEWEST} letters; write the whole name")
    if by and any(any(find_names(said, keys.values())) for said in (by.who, by.why)):
        raise LedgerError("who and why stay for ever, and they tell the name; say it without")

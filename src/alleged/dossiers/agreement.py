"""What two coders made of the same claims, each for themselves: where they agree, and where they do not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from alleged.dossiers.coding import find_codings, is_adjudication
from alleged.dossiers.kappa import cohen_kappa
from alleged.ledger.interface import ClaimQuery
from alleged.model.correction import Field, tell_field
from alleged.model.decision import About, Verdict, fold_name, standing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from alleged.dossiers.coding import Coding
    from alleged.dossiers.kappa import Kappa
    from alleged.ledger.decided import DecidedLedger
    from alleged.model.claim import Claim


class Compared(StrEnum):
    """What of two codings is compared; all but the verdict only where both accept the claim."""

    VERDICT = "verdict"
    STANCE = "stance"
    HEDGE = "hedge"
    KIND = "kind"
    ACT = "act"
    SPEAKER = "speaker"
    ACTOR = "actor"
    TARGET = "target"
    TIME = "time"


NAMES = (Compared.SPEAKER, Compared.ACTOR, Compared.TARGET)
"""What is compared as names are: "APT31" and "Apt-31" are one."""


@dataclass(frozen=True, slots=True)
class Coded:
    """One claim that both decided on."""

    claim: Claim
    """As it was read."""
    codings: tuple[Coding, Coding]
    is_settled: bool = False
    """Whether somebody adjudicated, and that is in force."""

    @property
    def accepted(self) -> bool:
        """Whether both take it for a claim."""
        return all(coding.verdict is Verdict.ACCEPT for coding in self.codings)

    def tell(self, compared: Compared) -> tuple[str, str]:
        """What each has, for people."""
        one, two = (_tell(coding, self.claim, compared) for coding in self.codings)
        return "; ".join(one) or "none", "; ".join(two) or "none"

    def pair(self, compared: Compared) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What each has, to be compared: the order of names plays no part."""
        fold: Callable[[str], str] = fold_name if compared in NAMES else str
        one, two = (tuple(sorted(map(fold, _tell(coding, self.claim, compared)))) for coding in self.codings)
        return one, two

    @property
    def differing(self) -> tuple[Compared, ...]:
        """Where they differ; the kind follows from the act and is not told beside it."""
        compared = tuple(Compared) if self.accepted else (Compared.VERDICT,)
        return tuple(c for c in compared if c is not Compared.KIND and len(set(self.pair(c))) > 1)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two coders side by side."""

    coders: tuple[str, str]
    alone: tuple[int, int]
    """How many claims each decided on, and the other did not."""
    both: tuple[Coded, ...]

    @property
    def disagreements(self) -> tuple[Coded, ...]:
        """The claims on which they differ, those that are to be settled first."""
        return tuple(sorted((c for c in self.both if c.differing), key=lambda coded: coded.is_settled))

    @property
    def kappas(self) -> Mapping[Compared, Kappa]:
        """The agreement in each field."""
        accepted = [coded for coded in self.both if coded.accepted]
        return {
            compared: cohen_kappa(
                [c.pair(compared) for c in (self.both if compared is Compared.VERDICT else accepted)]
            )
            for compared in Compared
        }


def view_agreement(ledger: DecidedLedger, coders: tuple[str, str], document: str = "") -> Agreement:
    """What these two made of the claims of a document, or of all; what they adjudicated is left out."""
    one, two = (find_codings(ledger, who, blind=True) for who in coders)
    claims = _load(ledger, frozenset({*one, *two}), document)
    settled = _find_settled(ledger)
    both = tuple(
        Coded(claim, (one[claim.id], two[claim.id]), claim.id in settled)
        for claim in claims
        if claim.id in one and claim.id in two
    )
    alone = (sum(claim.id not in other for claim in claims) for other in (two, one))
    return Agreement(coders, (next(alone), next(alone)), both)


def _load(ledger: DecidedLedger, ids: frozenset[str], document: str) -> tuple[Claim, ...]:
    """Those claims as they were read, without those of documents that the views leave out."""
    query = ClaimQuery(document=document or None, only=ids, every_reading=True)
    hidden = ledger.effects().documents
    return tuple(claim for claim in ledger.stored.claims(query).claims if claim.document not in hidden)


def _find_settled(ledger: DecidedLedger) -> frozenset[str]:
    """The claims on which what somebody adjudicated is in force."""
    counting = (each for each in standing(ledger.decisions()) if each.about is About.CLAIM)
    carried = ledger.effects().carried
    return frozenset(carried.get(each.what[0], each.what[0]) for each in counting if is_adjudication(each))


def _tell(coding: Coding, claim: Claim, compared: Compared) -> tuple[str, ...]:
    """What a coding says of a claim in one field."""
    if compared is Compared.VERDICT:
        return (coding.verdict.value,)
    coded = coding.apply(claim)
    if compared is Compared.KIND:
        return (coded.kind.value,)
    values = tell_field(coded, Field(compared.value))
    return values[:1] if compared is Compared.SPEAKER else values

"""How an attempt ended, as an `Input`: status, reason, and one line for people."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from alleged.dossiers.counting import tell_count
from alleged.dossiers.wording import tell_hidden, tell_lookalike
from alleged.errors import AllegedError, InputError, Unreadable
from alleged.flow.languages import name_language
from alleged.model.document import Input, Metadata
from alleged.model.ids import SHORT_ID
from alleged.model.vocabulary import Reason
from alleged.resolve.lookalikes import find_lookalike

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.extract.interface import Extractor
    from alleged.model.claim import Claim
    from alleged.model.document import Reading, Text

_SHORTCOMINGS = {
    Reason.GUESSED_ENCODING: "its encoding is a guess: save it as UTF-8 if names come out wrong",
    Reason.LOST_TEXT: "the end of its text could not be read: compare with the original",
    Reason.LOST_STRUCTURE: "part of its structure was lost: compare with the original",
}


@dataclass(frozen=True, slots=True)
class Attempt:
    """What was tried: the source's name, what was known of it, and the engine."""

    source: str
    given: Metadata
    extractor: Extractor


class StageError(Exception):
    """A stage stopped on an error that belongs to the document."""

    def __init__(self, stage: str, error: AllegedError) -> None:
        super().__init__(stage, error)
        self.stage = stage
        self.error = error


@contextmanager
def at_stage(stage: str) -> Iterator[None]:
    """Names the stage in which an AllegedError was raised."""
    try:
        yield
    except AllegedError as error:
        raise StageError(stage, error) from error


def now() -> str:
    """The time, ISO 8601, UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def stopped(attempt: Attempt, stop: StageError) -> Input:
    """An input that a stage could not take."""
    reason = Reason(stop.error.reason) if isinstance(stop.error, Unreadable) else Reason.STAGE_ERROR
    return _ended(attempt, reason, stop.stage, _one_line(stop.error))


def without_words(attempt: Input) -> Input:
    """What a ledger keeps of an attempt: no name or title where it would bring back what was erased."""
    if attempt.reason is not Reason.ERASED:
        return attempt
    return replace(attempt, source="(erased)", given=Metadata())


def unchanged(attempt: Attempt, reading: Reading) -> Input:
    """An input that is in the ledger already."""
    ended = _ended(attempt, Reason.SAME_BYTES, "read", "in the ledger already: nothing was added")
    return replace(ended, document=reading.text.document.id, text=reading.text.id)


def done(attempt: Attempt, reading: Reading, claims: tuple[Claim, ...]) -> Input:
    """An input that went through all stages, and what is less than it should be."""
    reasons = find_shortcomings(reading, attempt.extractor)
    lines = [_tell(reason, reading, attempt.extractor) for reason in reasons]
    if not claims and Reason.OTHER_LANGUAGE not in reasons:
        lines.append("no claim was found in it")
    ended = _ended(attempt, reasons[0] if reasons else Reason.READ, "append", "; ".join(lines))
    text = reading.text
    return replace(ended, document=text.document.id, text=text.id, claims=len(claims))


def tell_version(attempt: Input, text: Text) -> Input:
    """The same, and of which document the text is a changed version, if it is one."""
    earlier = text.document.version_of
    if earlier is None:
        return attempt
    told = f"a changed version of {earlier[:SHORT_ID]}: 'alleged diff {text.document.id[:SHORT_ID]}' compares"
    return replace(attempt, detail="; ".join(filter(None, (attempt.detail, told))))


def _ended(attempt: Attempt, reason: Reason, stage: str, detail: str) -> Input:
    return Input(attempt.source, reason.status, reason, stage, now(), detail, given=attempt.given)


def find_shortcomings(reading: Reading, extractor: Extractor) -> tuple[Reason, ...]:
    """Why a reading is less than it should be for this engine, the gravest first."""
    language = reading.text.document.metadata.language
    foreign = language is not None and language not in extractor.languages
    rest = tuple(reason for reason in reading.shortcomings if reason is not Reason.OTHER_LANGUAGE)
    imitates = find_lookalike(reading.text.document.metadata.url) is not None
    return (
        *((Reason.OTHER_LANGUAGE,) if foreign else ()),
        *((Reason.LOOKALIKE,) if imitates else ()),
        *rest,
    )


def _tell(reason: Reason, reading: Reading, extractor: Extractor) -> str:
    if reason is Reason.LOOKALIKE:
        return tell_lookalike(reading.text)
    if reason is Reason.HIDDEN_TEXT:
        return tell_hidden(reading.text)
    if reason is Reason.LITTLE_TEXT:
        return tell_stub(reading.text)
    if reason is not Reason.OTHER_LANGUAGE:
        return _SHORTCOMINGS.get(reason, reason.value)
    code = reading.text.document.metadata.language or ""
    known = ", ".join(name_language(language) for language in sorted(extractor.languages))
    written = f"written in {name_language(code)} ({code})"
    return f"{written}; the {extractor.name} engine knows {known}: no claims taken"


def tell_stub(text: Text) -> str:
    """How little was found, and what to do: "only 412 characters of report: a stub before a paywall, ..."."""
    found = tell_count(sum(each.end - each.start for each in text.sentences), "character")
    return (
        f"only {found} of report: perhaps a stub before a paywall, or a scan; "
        "give the page as your browser shows it, or the whole text"
    )


def _one_line(error: AllegedError) -> str:
    told = f"{error.what}; {error.cure}" if isinstance(error, InputError) and error.cure else str(error)
    return " ".join(told.split())

"""Generated reports as files, accusations with times among made-up words, and ledgers that have read them."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from alleged.extract import EXTRACTORS
from alleged.flow.ingest import ingest
from alleged.flow.read import Plan
from alleged.flow.sources import Source
from alleged.ledger import open_ledger
from alleged.model.document import Metadata
from tests.strategies.accounts import make_account, on_day, story

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from alleged.ledger.interface import Ledger
    from alleged.resolve.accounts import Account

_ACCUSERS = ("The ministry of Nordvind", "The Holmeby police", "The Tarnfield bank")
_TIMES = ("in 2019", "since at least 2011", "between 2014 and 2018", "for over a decade", "in May 2021", "")


def accusation(seed: int) -> str:
    """A sentence that accuses somebody of something, with a time or without."""
    random = Random(f"accusation {seed}")
    when = random.choice(_TIMES)
    deed = f"hackers of Rime Valley broke into the Port of Eskdale {when}".strip()
    return f"{random.choice(_ACCUSERS)} alleged that {deed}."


def _filler(seed: int) -> list[str]:
    """Sentences with enough English in them to be read as such, and words of their own in every run."""
    words = iter(" ".join(story(seed, 8)).replace(".", "").lower().split())
    return [
        f"It was {next(words)} in the {next(words)} that they had {next(words)} with their {next(words)}, "
        f"and it is {next(words)} which was {next(words)} when there were {next(words)} of the {next(words)}."
        for _ in range(8)
    ]


def report(seed: int) -> Account:
    """A story with accusations in it, as its first publisher prints it."""
    told = [*_filler(seed), accusation(seed), accusation(seed + 1)]
    return make_account(*told, title=f"Story {seed}", publisher=f"Paper {seed}", published=on_day(0))


def reprint_of(account: Account, number: int) -> Account:
    """The same under a line of its own, days later."""
    line = f"From our partners, number {number}."
    words = account.clean.split(". ")
    return replace(
        make_account(line, *(f"{sentence.rstrip('.')}." for sentence in words)),
        title=account.title,
        publisher=f"Reprinter {number}",
        published=on_day(1 + number % 5),
    )


@contextmanager
def ledger_of(accounts: Sequence[Account]) -> Iterator[Ledger]:
    """A ledger that has read these documents in this order, by the rules."""
    with (
        TemporaryDirectory() as folder,
        closing(open_ledger(Path(folder) / "ledger.db", create=True)) as ledger,
    ):
        feed(ledger, Path(folder), accounts)
        yield ledger


def feed(ledger: Ledger, folder: Path, accounts: Iterable[Account]) -> None:
    """Read these documents into the ledger, in this order, from files of their own in `folder`."""
    engine = EXTRACTORS.get("lexicon")()
    for account in accounts:
        path = folder / f"{account.document}.txt"
        path.write_text(account.clean, encoding="utf-8")
        given = Metadata(account.title, account.publisher, None, account.published)
        (attempt,) = ingest([Source(path.name, path)], ledger, Plan(engine, given, strict=True))
        assert attempt.document, attempt

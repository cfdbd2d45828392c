"""Over generated ledgers: an erased name is nowhere, every place stays, and the chain still holds."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from alleged.ledger import open_ledger
from alleged.ledger.interface import ClaimQuery
from alleged.ledger.masking import find_key, find_names
from alleged.model.decision import Signature
from alleged.model.erasure import Wanted
from tests.strategies.ledger import entries

if TYPE_CHECKING:
    from alleged.ledger.interface import Entry

BY = Signature("9", "2024-04-01T08:00:00+00:00", "9")


@settings(max_examples=25, deadline=None)
@given(entries(), st.sampled_from(["China", "china"]))
def test_an_erased_name_is_nowhere(entry: Entry, name: str) -> None:
    with TemporaryDirectory() as folder, closing(open_ledger(Path(folder) / "l.db", create=True)) as ledger:
        ledger.append(entry)
        head = ledger.head()
        before = ledger.claims(ClaimQuery()).claims
        traces = ledger.erase(Wanted((name,)), BY)
        after = ledger.claims(ClaimQuery()).claims
        assert ledger.audit(head).damages == ()
        for was, now in zip(before, after, strict=True):
            assert [(s.start, s.end) for s in was.spans()] == [(s.start, s.end) for s in now.spans()]
            named = (now.speaker.name or "", *(m.name for m in (*now.actors, *now.targets)))
            assert not any(list(find_names(each, [find_key(name)])) for each in named)
        assert traces.documents or before == after

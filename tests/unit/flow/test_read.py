from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.errors import AnchorError, Unreadable
from alleged.flow.read import Plan, extract_file, extract_files
from alleged.flow.sources import Source
from alleged.model.document import Metadata
from alleged.model.span import check_anchor
from alleged.model.vocabulary import Reason, RelationType, Stance, Status
from tests.unit.flow.documents import GERMAN, STORY, Broken, engine, write

if TYPE_CHECKING:
    from pathlib import Path


def test_a_story_gives_its_claims_in_its_own_words(tmp_path: Path) -> None:
    got = extract_file(write(tmp_path, "story.txt", STORY), Plan(engine()))
    assert (got.input.status, got.input.reason, got.input.stage) == (Status.OK, Reason.READ, "append")
    assert got.text is not None
    claims = got.findings.claims
    assert got.input.claims == len(claims) >= 3
    for claim in claims:
        for span in claim.spans():
            check_anchor(got.text.clean, span)
    assert any(claim.stance is Stance.ALLEGES for claim in claims)


def test_a_denial_is_linked_to_what_it_answers(tmp_path: Path) -> None:
    found = extract_file(write(tmp_path, "story.txt", STORY), Plan(engine())).findings
    by_id = {claim.id: claim for claim in found.claims}
    links = [
        (by_id[r.claim].stance, by_id[r.to].stance)
        for r in found.relations
        if r.type is RelationType.DISPUTES
    ]
    assert (Stance.DENIES, Stance.ALLEGES) in links


def test_what_is_given_overrides_what_the_document_says(tmp_path: Path) -> None:
    given = Metadata(publisher="Harbour Times", published="2024-03-25")
    got = extract_file(write(tmp_path, "story.txt", STORY), Plan(engine(), given))
    assert got.text is not None
    assert got.text.document.metadata.publisher == "Harbour Times"
    assert got.text.document.metadata.published == "2024-03-25"
    assert got.input.given == given


def test_a_document_in_another_language_gives_no_claims_and_says_so(tmp_path: Path) -> None:
    got = extract_file(write(tmp_path, "de.txt", GERMAN), Plan(engine()))
    assert (got.input.status, got.input.reason) == (Status.DEGRADED, Reason.OTHER_LANGUAGE)
    assert got.findings.claims == ()
    told = "written in German (de); the lexicon engine knows English: no claims taken"
    assert got.input.detail == told


def test_a_document_without_a_claim_says_so(tmp_path: Path) -> None:
    words = "The museum opens at nine on weekdays. Tickets are sold at the door and cost five crowns.\n"
    got = extract_file(write(tmp_path, "museum.txt", words), Plan(engine()))
    assert (got.input.status, got.input.claims) == (Status.OK, 0)
    assert got.input.detail == "no claim was found in it"


@pytest.mark.parametrize(
    ("data", "reason", "stage"),
    [
        (b"", Reason.EMPTY, "read"),
        (b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 40, Reason.BINARY, "read"),
        (None, Reason.MISSING, "open"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(
    tmp_path: Path, data: bytes | None, reason: Reason, stage: str
) -> None:
    source = Source("gone.txt", tmp_path / "gone.txt") if data is None else write(tmp_path, "bad.txt", data)
    got = extract_file(source, Plan(engine()))
    assert (got.input.reason, got.input.status, got.input.stage) == (reason, reason.status, stage)
    assert got.text is None
    assert "; " in got.input.detail
    assert source.name not in got.input.detail


def test_one_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    sources = [write(tmp_path, name, words) for name, words in (("a", STORY), ("b", b""), ("c", STORY))]
    got = list(extract_files(sources, Plan(engine())))
    assert [item.input.status for item in got] == [Status.OK, Status.REFUSED, Status.OK]


def test_strict_raises_the_first_error(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"empty\.txt"):
        extract_file(write(tmp_path, "empty.txt", b""), Plan(engine(), strict=True))


@pytest.mark.parametrize("fault", ["misquotes", "elsewhere", "raises"])
def test_an_engine_that_fails_is_a_stage_error_of_that_document(tmp_path: Path, fault: str) -> None:
    got = extract_file(write(tmp_path, "story.txt", STORY), Plan(Broken(fault)))
    assert (got.input.reason, got.input.stage) == (Reason.STAGE_ERROR, "extract")
    assert got.findings.claims == ()


def test_a_misquoting_engine_is_refused_with_the_words(tmp_path: Path) -> None:
    with pytest.raises(AnchorError, match="never said"):
        extract_file(write(tmp_path, "story.txt", STORY), Plan(Broken("misquotes"), strict=True))

"""What must hold of origins, whatever the documents are."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from alleged.resolve.lineage import Independence
from alleged.resolve.origins import count_origins, find_lineage, roots_of
from tests.strategies.accounts import make_account, on_day, original, paraphrase, reprint, story

SEEDS = st.lists(st.integers(0, 10_000), min_size=1, max_size=4, unique=True)


@settings(max_examples=10, deadline=None)
@given(SEEDS, st.booleans())
def test_forty_reprints_of_a_story_leave_the_number_of_origins_as_it_was(
    seeds: list[int], dated: bool
) -> None:
    originals = [original(seed) for seed in seeds]
    reprints = [reprint(seeds[0], copy, dated=dated) for copy in range(40)]
    before = count_origins(find_lineage(originals))
    after = count_origins(find_lineage([*originals, *reprints]))
    assert before.origins == after.origins == len(seeds)
    assert after.documents == len(seeds) + 40


@settings(max_examples=15, deadline=None)
@given(SEEDS, st.data())
def test_the_order_of_the_documents_does_not_matter(seeds: list[int], data: st.DataObject) -> None:
    documents = [original(seed) for seed in seeds]
    documents += [reprint(seed, copy) for seed in seeds for copy in range(3)]
    documents += [paraphrase(number) for number in range(30)]
    assert find_lineage(documents) == find_lineage(data.draw(st.permutations(documents)))


@settings(max_examples=25, deadline=None)
@given(SEEDS, st.integers(10_001, 20_000))
def test_an_unrelated_document_merges_nothing(seeds: list[int], other: int) -> None:
    documents = [original(seed) for seed in seeds] + [reprint(seed, 1) for seed in seeds]
    before = find_lineage(documents)
    after = find_lineage([*documents, original(other)])
    roots = roots_of(after)
    assert {document: roots[document] for document in before.documents} == roots_of(before)
    assert count_origins(after).origins == count_origins(before).origins + 1


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 10_000), min_size=2, max_size=4, unique=True))
def test_a_digest_of_several_stories_joins_none_of_them(seeds: list[int]) -> None:
    documents = [original(seed) for seed in seeds]
    parts = [sentence for seed in seeds for sentence in story(seed)]
    digest = make_account(*parts, publisher="Weekly", published=on_day(7))
    lineage = find_lineage([*documents, digest])
    assert len(roots_of(lineage)[digest.document]) == len(seeds)
    assert count_origins(lineage).origins == len(seeds)
    assert lineage.between(documents[0].document, documents[1].document) is Independence.NOT_ESTABLISHED


@settings(max_examples=5, deadline=None)
@given(SEEDS)
def test_a_flood_of_paraphrases_raises_no_standing_and_is_flagged(seeds: list[int]) -> None:
    told = [original(seed) for seed in seeds]
    flood = [paraphrase(number) for number in range(500)]
    lineage = find_lineage([*told, *flood])
    count = count_origins(lineage)
    assert count.origins == count_origins(find_lineage(told)).origins == len(seeds)
    assert count.suspects == len({account.document for account in flood})
    assert [one.publishers for one in lineage.floods] == [50]


@settings(max_examples=25, deadline=None)
@given(SEEDS)
def test_every_document_has_an_origin_and_a_count_is_never_above_the_documents(seeds: list[int]) -> None:
    documents = [original(seed) for seed in seeds] + [
        reprint(seed, copy) for seed in seeds for copy in (1, 2)
    ]
    lineage = find_lineage(documents)
    assert set(roots_of(lineage)) == {account.document for account in documents}
    for size in range(len(documents) + 1):
        part = [account.document for account in documents[:size]]
        assert min(1, size) <= count_origins(lineage, part).origins <= size or size == 0

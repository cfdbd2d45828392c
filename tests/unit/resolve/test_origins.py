"""Documents and claims collapse into origins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from alleged.model.span import span_at
from alleged.resolve.lineage import Count, Evidence, Independence
from alleged.resolve.origins import count_claim_origins, count_origins, find_lineage, roots_of
from tests.strategies.accounts import make_account, on_day, original, paraphrase, reprint, story
from tests.unit.resolve.sayings import Said, make_claims

if TYPE_CHECKING:
    from alleged.model.claim import Claim
    from alleged.resolve.accounts import Account


def claim_in(account: Account, words: str) -> Claim:
    (claim,) = make_claims(Said("Norway", words))
    start = account.clean.index(words)
    span = span_at(account.clean, start, start + len(words))
    return replace(claim, document=account.document, quote=span, content=span)


def test_reprints_are_one_origin_with_reasons() -> None:
    documents = [original(1), *(reprint(1, copy) for copy in range(3)), original(2)]
    lineage = find_lineage(documents)
    first, second = lineage.origins
    assert first.documents[0] == original(1).document
    assert set(first.documents) == {account.document for account in documents[:4]}
    assert len(first.reasons) == 3
    assert all(reason.startswith("near copy: ") for reason in first.reasons)
    assert (second.documents, second.reasons) == ((original(2).document,), ())
    assert str(count_origins(lineage)) == "5 documents, 2 origins; independence not established"


def test_no_documents_have_no_origins() -> None:
    assert count_origins(find_lineage([])) == Count(0, 0)


def test_a_part_of_the_documents_is_counted_by_the_origins_of_the_whole() -> None:
    copies = [reprint(1, 1), reprint(1, 2)]
    lineage = find_lineage([original(1), *copies, original(2)])
    assert count_origins(lineage, [account.document for account in copies]) == Count(2, 1)


def test_a_digest_adds_no_origin_and_has_one_by_itself() -> None:
    digest = make_account(*story(1)[:12], *story(2)[:12], published=on_day(7))
    lineage = find_lineage([original(1), original(2), digest])
    assert roots_of(lineage)[digest.document] == {original(1).document, original(2).document}
    assert count_origins(lineage) == Count(3, 2)
    assert count_origins(lineage, [digest.document]) == Count(1, 1)
    assert count_origins(lineage, [digest.document, original(2).document]) == Count(2, 1)


def test_who_cites_a_longer_document_of_the_same_day_goes_back_to_it_and_not_in_circles() -> None:
    told = "Nordvind Shipping of Holmeby lost records of 40,000 clients to the Rime Valley crew"
    scoop = make_account(f"{told}.", "Ships wait.", publisher="Harbour Courier", published=on_day(0))
    later = make_account(
        f"{told}, the Harbour Courier reported.", *story(3)[:9], publisher="Ledger", published=on_day(0)
    )
    lineage = find_lineage([later, scoop])
    (found,) = lineage.dependences
    assert (found.document, found.on, found.evidence) == (later.document, scoop.document, Evidence.CITATION)
    assert lineage.origins[0].documents == (scoop.document, later.document)


def test_two_that_cite_each_other_are_one_origin() -> None:
    told = "Nordvind Shipping of Holmeby lost records of 40,000 clients to the Rime Valley crew"
    one = make_account(f"{told}, the Daily Ledger reported.", publisher="Evening Post", published=on_day(0))
    other = make_account(f"{told}, the Evening Post reported.", publisher="Daily Ledger", published=on_day(0))
    lineage = find_lineage([one, other])
    assert count_origins(lineage) == Count(2, 1)
    assert len(lineage.dependences) == 1


def test_a_shared_quotation_joins_claims_and_not_documents() -> None:
    quoted = "we regret that some of our clients were affected by this intrusion into our network"
    one = make_account(f"The firm wrote: “{quoted}”.", *story(1)[:9], quotations=(quoted,))
    other = make_account(f"Bell read out: “{quoted}”.", *story(2)[:9], quotations=(quoted,))
    lineage = find_lineage([one, other])
    assert count_origins(lineage) == Count(2, 2)
    assert lineage.between(one.document, other.document) is Independence.PARTLY
    same = [claim_in(account, "some of our clients were affected") for account in (one, other)]
    assert count_claim_origins(lineage, same) == Count(2, 1)
    apart = [claim_in(one, story(1)[2]), claim_in(other, story(2)[2])]
    assert count_claim_origins(lineage, apart) == Count(2, 2)


def test_claims_in_a_passage_that_was_taken_over_have_one_origin() -> None:
    first = original(1)
    later = make_account(*story(1)[:8], *story(2)[:16], published=on_day(3))
    lineage = find_lineage([first, later])
    assert count_origins(lineage) == Count(2, 2)
    assert count_claim_origins(lineage, [claim_in(one, story(1)[4]) for one in (first, later)]) == Count(2, 1)
    own = [claim_in(first, story(1)[20]), claim_in(later, story(2)[10])]
    assert count_claim_origins(lineage, own) == Count(2, 2)


def test_claims_of_reprints_have_one_origin() -> None:
    first, copy = original(1), reprint(1, 1)
    lineage = find_lineage([first, copy])
    claims = [claim_in(account, account.clean[:60]) for account in (first, copy)]
    assert count_claim_origins(lineage, claims) == Count(2, 1)


def test_a_flood_counts_for_none_beside_others_and_for_one_alone() -> None:
    flood = [paraphrase(number) for number in range(60)]
    lineage = find_lineage([original(1), *flood])
    assert count_origins(lineage) == Count(61, 1, 60)
    assert count_origins(lineage, [account.document for account in flood]) == Count(60, 1, 60)


def test_a_flood_takes_nothing_from_a_known_outlet_that_its_documents_were_dated_before() -> None:
    flood = [paraphrase(number) for number in range(60)]
    real = replace(flood[0], document="real", publisher="Reuters", published=on_day(9))
    lineage = find_lineage([*flood, real])
    assert count_origins(lineage) == Count(61, 1, 60)
    assert "real" not in lineage.suspects()


def test_a_document_that_the_lineage_does_not_know_is_its_own_origin() -> None:
    lineage = find_lineage([original(1), reprint(1, 1)])
    assert count_origins(lineage, [reprint(1, 1).document, "unknown"]) == Count(2, 2)
    strange = replace(claim_in(original(2), story(2)[0]), document="unknown")
    assert count_claim_origins(lineage, [strange]) == Count(1, 1)


def test_copies_of_what_is_in_a_flood_are_in_it() -> None:
    flood = [paraphrase(number) for number in range(40)]
    copies = [replace(account, document=f"{account.document} again") for account in flood]
    lineage = find_lineage([original(1), *flood, *copies])
    assert count_origins(lineage) == Count(81, 1, 80)


def test_publishers_that_are_vouched_for_make_no_flood() -> None:
    flood = [paraphrase(number) for number in range(40)]
    known = {account.publisher or "" for account in flood}
    assert find_lineage(flood, known).floods == ()
    assert len(find_lineage(flood).floods) == 1


def test_who_cites_somebody_is_no_part_of_a_flood() -> None:
    flood = [paraphrase(number) for number in range(40)]
    citing = [
        replace(account, clean=f"{account.clean} Reuters reported it.", sentences=()) for account in flood
    ]
    assert find_lineage(citing).floods == ()


def test_reprints_by_unknown_publishers_are_copies_and_no_flood() -> None:
    lineage = find_lineage([reprint(1, copy) for copy in range(40)])
    assert lineage.floods == ()
    assert count_origins(lineage) == Count(40, 1)

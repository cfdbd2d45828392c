from __future__ import annotations

from alleged.dossiers.descents import SHOWN, tell_descent, tell_doubt
from alleged.dossiers.origins import Descent
from alleged.resolve.lineage import Dependence, Evidence


def dependence(on: str, *, whole: bool = True, evidence: Evidence = Evidence.NEAR_COPY) -> Dependence:
    return Dependence("own", on, evidence, "nine of ten words are the same", whole)


def test_a_copy_says_of_what_and_adds_no_origin() -> None:
    copy = Descent(("first",), (dependence("0123456789"),))
    assert list(tell_descent(copy)) == ["goes back to 01234567: nine of ten words are the same"]
    assert list(tell_doubt(copy)) == ["adds no origin: goes back to 01234567"]


def test_what_shares_some_words_only_adds_an_origin() -> None:
    partly = Descent(("own",), (dependence("0123456789", whole=False, evidence=Evidence.QUOTATION),))
    assert list(tell_descent(partly)) == [
        "shares a quotation with 01234567: nine of ten words are the same",
    ]
    assert list(tell_doubt(partly)) == []


def test_many_dependences_are_cut_and_counted_and_followers_told() -> None:
    many = tuple(dependence(f"{number:08}") for number in range(SHOWN + 2))
    told = list(tell_descent(Descent(("first",), many, followers=1, is_suspect=True)))
    assert told[0] == "suspected of a flood"
    assert told[-2:] == ["and to 2 more documents", "1 other document goes back to it"]

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alleged.resolve.person_names import ENOUGH, match_persons
from tests.unit.resolve.name_samples import LATIN, any_names, ordinary_names

SAME = {
    "Zhao Guangzong": [
        *("Guangzong Zhao", "Zhao, Guangzong", "ZHAO GUANGZONG", "Zhao Guang Zong", "Zhao Guang-zong"),
        *(
            "Guang-zong Zhao",
            "Zhaoguangzong",
            "GuangzongZhao",
            "Zhào Guāngzōng",
            "赵光宗",
            "趙光宗",
            "赵光宗先生",
        ),
    ],
    "Ni Gaobin": [
        "Gaobin Ni",
        "Ni Gao Bin",
        "Ni Gao-bin",
        "Gao-bin Ni",
        "Nigaobin",
        "NI Gaobin",
        "倪高彬",
        "Ни Гаобинь",
        "نی گائوبین",
    ],
    "Dmitry Badin": ["Дмитрий Бадин", "Badin Dmitriy", "Бадин Дмитрий Сергеевич", "D. Badin", "Dmitri BADIN"],
    "Mohammad Rezaei": ["محمد رضایی", "Rezaee Mohamad", "Muhammad Rezai"],
    "Abdul Rahman Qasim": ["عبد الرحمن قاسم", "عبدالرحمن قاسم", "Abdulrahman Kassem", "Qasem, Abdel-Rahman"],
    "Jürgen Großmann": ["Juergen Grossmann", "Jurgen Grossmann", "Dr. Jürgen Großmann"],
    "Đặng Văn Thành": ["Dang Van Thanh"],
}
OTHER = {
    "Zhao Guangzong": [
        *(
            "Zhao Guangming",
            "赵光明",
            "趙光明",
            "Zhao Guangzhou",
            "Zhang Guangzong",
            "Zhao Guangdong",
            "Zhao Zongguang",
        ),
        *("Zhao", "Guangzong", "Guang Zong", "Zhao Guang", "张光宗"),
        *("Чжао Гуанмин", "Чжан Гуанцзун", "ژائو گوانگمینگ", "ژانگ گوانگزونگ"),
    ],
    "赵光宗": ["赵光明", "赵广宗", "赵宗光", "Guangzong"],
    "Lin Yanzhu": ["黎妍竹", "Li Yanzhu"],
    "Tang Ying": ["汤伊", "Tang Yi"],
    "Ni Gaobin": ["Li Gaobin", "Ni Gaoming", "Gao Bin", "Ni Bin", "李高彬", "倪高明", "Bin Ni", "Ли Гаобинь"],
    "Dmitry Badin": ["Денис Бадин", "Badin", "Дмитрий", "Dmitry Bakin"],
    "Mohammad Rezaei": ["محمود رضایی", "محمد رضوی", "Mahmoud Rezaei", "احمد رضایی"],
    "Hussein al-Masri": ["حسن المصري", "al-Masri", "المصري"],
    "Robert James Hallworth": ["Robert Paul Hallworth", "Robert P. Hallworth"],
}


def cases(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(name, other) for name, others in table.items() for other in others]


@pytest.mark.parametrize(("left", "right"), cases(SAME))
def test_a_name_is_found_in_its_other_forms(left: str, right: str) -> None:
    assert match_persons(left, right).score >= ENOUGH


@pytest.mark.parametrize(("left", "right"), cases(OTHER))
def test_another_name_is_not(left: str, right: str) -> None:
    assert match_persons(left, right).score < ENOUGH


def test_the_reason_tells_what_is_the_same_and_what_is_not() -> None:
    assert match_persons("Zhao Guangzong", "赵光宗").reason == "guangzong can be 光宗; zhao can be 赵"
    assert (
        match_persons("Zhao Guangzong", "Zhao Guangming").reason
        == "both have zhao; guangzong against guangming"
    )
    assert match_persons("Dmitry Badin", "Dmitry Sergeyevich Badin").reason == (
        "both have badin, dmitry; only one has sergeyevich"
    )
    assert match_persons("刘洪涛", "刘宏韬").reason == "sound alike in pinyin, written with other characters"


def test_nothing_in_common_scores_nothing() -> None:
    assert match_persons("Marta Kowalczyk", "赵光宗").score == 0
    assert match_persons("", "Marta").score == 0
    assert match_persons("...", "...").reason == "no words to compare"


@given(left=any_names, right=any_names)
def test_it_is_the_same_both_ways(left: str, right: str) -> None:
    assert match_persons(left, right).score == match_persons(right, left).score


@given(name=ordinary_names)
def test_a_name_is_itself(name: str) -> None:
    assert match_persons(name, name).score == 1.0


@given(left=any_names, right=any_names, seed=st.integers(0, 100))
def test_the_order_of_words_does_not_matter(left: str, right: str, seed: int) -> None:
    words = left.split()
    random.Random(seed).shuffle(words)
    assert match_persons(" ".join(words), right).score == match_persons(" ".join(left.split()), right).score


@given(left=any_names, right=any_names)
def test_a_score_is_between_0_and_1_and_has_a_reason(left: str, right: str) -> None:
    found = match_persons(left, right)
    assert 0 <= found.score <= 1
    assert found.reason


@given(given_name=st.sampled_from(LATIN), surname=st.sampled_from(LATIN))
def test_a_part_of_a_name_is_not_enough(given_name: str, surname: str) -> None:
    if given_name != surname:
        assert match_persons(f"{given_name} {surname}", surname).score < ENOUGH

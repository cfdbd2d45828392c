from __future__ import annotations

import pytest
from hypothesis import given

from alleged.resolve.firm_names import ENOUGH, match_firms
from alleged.resolve.firm_terms import find_terms
from alleged.resolve.rarity import count_words
from tests.unit.resolve.name_samples import any_names, ordinary_names

SAME = {
    "Wuhan Xiaoruizhi Science and Technology": [
        *(
            "Wuhan Xiaoruizhi Science and Technology Company, Limited",
            "WUHAN XIAORUIZHI SCIENCE AND TECHNOLOGY COMPANY LIMITED",
        ),
        *(
            "Wuhan Xiaoruizhi Science & Technology Company, Limited",
            "Wuhan Xiao Rui Zhi Sci & Tech Co., Ltd.",
        ),
        *("Wuhan Xiaoruizhi Technology", "Xiaoruizhi Science and Technology (Wuhan) Co Ltd"),
        *("武汉晓睿智科技有限责任公司", "武漢曉睿智科技有限責任公司", "武汉晓睿智科技"),
    ],
    "Romashka LLC": [
        "ООО «Ромашка»",
        "Общество с ограниченной ответственностью «Ромашка»",
        "Romashka",
        "ТОВ Ромашка",
    ],
    "Żeglarz Elektronika Sp. z o.o.": ["Zeglarz Electronics", "ZEGLARZ ELEKTRONIKA SP Z O O"],
    "Al-Nour Trading Company": ["شركة النور للتجارة", "شركة النور للتجارة ذ.م.م", "Al Noor Trading LLC"],
    "Padideh Electronics Company": ["شرکت الکترونیک پدیده", "شرکت الکترونیکی پدیده (سهامی خاص)"],
    "Neva Research Institute": ["Научно-исследовательский институт «Нева»", "НИИ Нева"],
}
OTHER = {
    "Wuhan Xiaoruizhi Science and Technology": [
        *(
            "Wuhan Science and Technology University",
            "武汉科技大学",
            "Wuhan University of Science and Technology",
        ),
        *(
            "Wuhan Xinrui Science and Technology Company",
            "Wuhan Xinrui Science and Technology Company Limited",
        ),
        *("武汉新睿智科技有限责任公司", "Wuhan Tongsheng Technology", "Wuhan XRZ", "XRZ", "Wuhan"),
    ],
    "Romashka LLC": ["ООО «Рябина»", "LLC", "OOO"],
    "Neva Research Institute": ["Банк «Нева»", "НИИ Волна", "Research Institute"],
    "Al-Nour Trading Company": ["مستشفى النور", "شركة النجم للتجارة"],
    "Hale & Mercer Consulting LLC": ["Hale and Norton Consulting", "Hale Dental Clinic"],
    "青岛远帆贸易有限公司": ["青岛远洋贸易有限公司", "青岛贸易有限公司"],
}
LIST = [
    f"Wuhan {name} Science and Technology Co., Ltd."
    for name in ("Kelan", "Boda", "Xinrui", "Haifeng", "Tongsheng")
]


def cases(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(name, other) for name, others in table.items() for other in others]


@pytest.mark.parametrize(("left", "right"), cases(SAME))
def test_a_firm_is_found_in_its_other_forms(left: str, right: str) -> None:
    assert match_firms(left, right).score >= ENOUGH


@pytest.mark.parametrize(("left", "right"), cases(OTHER))
def test_another_firm_is_not(left: str, right: str) -> None:
    assert match_firms(left, right).score < ENOUGH


@pytest.mark.parametrize(("left", "right"), cases(SAME))
def test_forms_are_found_with_a_list_that_makes_the_city_common(left: str, right: str) -> None:
    assert match_firms(left, right, count_words(LIST)).score >= ENOUGH


@pytest.mark.parametrize(("left", "right"), cases(OTHER))
def test_others_are_not_found_with_such_a_list(left: str, right: str) -> None:
    assert match_firms(left, right, count_words(LIST)).score < ENOUGH


def test_a_common_word_tells_less_with_a_list() -> None:
    names = "Wuhan Kelan", "Wuhan Boda Kelan"
    assert (
        match_firms("Wuhan Alpin", "Wuhan", count_words([*LIST, *names])).score
        < match_firms("Wuhan Alpin", "Wuhan").score
    )
    assert (
        match_firms("Wuhan Alpin", "Alpin", count_words([*LIST, *names])).score
        > match_firms("Wuhan Alpin", "Alpin").score
    )


def test_the_reason_tells_words_and_trade() -> None:
    found = match_firms("Neva Research Institute", "Банк «Нева»")
    assert found.reason == "neva can be нева; institute, research against bank"


def test_terms_are_told_from_the_firms_own_words() -> None:
    terms = find_terms("Shenyang Haifeng Sci. & Tech. Co., Ltd.")
    assert terms.own == ("shenyang", "haifeng")
    assert sorted(terms.kinds) == ["science", "technology"]
    assert sorted(terms.forms) == ["limited"]
    assert find_terms("沈阳海峰科技有限公司").own == ("沈阳海峰",)
    assert find_terms("和平公司").own == ("和平",)


@given(left=any_names, right=any_names)
def test_it_is_the_same_both_ways(left: str, right: str) -> None:
    assert match_firms(left, right).score == match_firms(right, left).score


@given(name=ordinary_names)
def test_a_name_is_itself(name: str) -> None:
    assert match_firms(name, name).score == 1.0
    assert match_firms(f"Bank {name} Ltd", f"Bank {name} Ltd").score == 1.0


@given(left=any_names, right=any_names)
def test_a_score_is_between_0_and_1(left: str, right: str) -> None:
    assert 0 <= match_firms(left, right).score <= 1

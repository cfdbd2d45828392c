from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from alleged.resolve.name_index import index_firms, index_persons
from alleged.resolve.person_names import ENOUGH, match_persons
from tests.unit.resolve.name_samples import any_names

PERSONS = [
    "Ni Gaobin",
    "Zhao Guangzong",
    "Zhao Guangming",
    "محمد رضایی",
    "Дмитрий Бадин",
    "Christopher Wellington",
]
FIRMS = [
    *(
        "Wuhan Xiaoruizhi Science and Technology Company Limited",
        "Wuhan Xinrui Science and Technology Company Limited",
    ),
    *("Wuhan Science and Technology University", "ООО «Ромашка»", "شرکت الکترونیک پدیده"),
]


def found_persons(name: str) -> list[str]:
    return [listed.name for listed in index_persons(PERSONS).find(name)]


def found_firms(name: str) -> list[str]:
    return [listed.name for listed in index_firms(FIRMS).find(name)]


def test_persons_of_a_list_are_found_by_other_forms_of_their_names() -> None:
    assert found_persons("赵光宗") == ["Zhao Guangzong"]
    assert found_persons("Gao-bin Ni") == ["Ni Gaobin"]
    assert found_persons("Rezaei, Mohammad") == ["محمد رضایی"]
    assert found_persons("Badin Dmitriy Sergeyevich") == ["Дмитрий Бадин"]
    assert found_persons("Cristopher Wellington") == ["Christopher Wellington"]
    assert found_persons("Li Gaobin") == []


def test_firms_of_a_list_are_found_by_other_forms_of_their_names() -> None:
    assert found_firms("武汉晓睿智科技有限责任公司") == [FIRMS[0]]
    assert found_firms("Wuhan Xiao Rui Zhi Sci & Tech Co., Ltd.") == [FIRMS[0]]
    assert found_firms("Romashka LLC") == ["ООО «Ромашка»"]
    assert found_firms("Padideh Electronics") == ["شرکت الکترونیک پدیده"]
    assert found_firms("Wuhan XRZ") == []


def test_the_likest_comes_first_and_keeps_its_place_in_the_list() -> None:
    listed = index_persons(["Zhao Guang Zong Wei", "x", "Zhao Guangzong"]).find("Zhao Guangzong")
    assert [one.at for one in listed] == [2, 0]
    assert [one.match.score for one in listed] == [1.0, 0.97]


def test_two_entries_of_one_name_are_both_found() -> None:
    assert [one.at for one in index_persons(["Wang Wei", "王伟", "Wang Lei"]).find("Wei Wang")] == [0, 1]


@given(names=st.lists(any_names, max_size=6), asked=any_names)
def test_it_finds_what_comparing_with_each_name_finds(names: list[str], asked: str) -> None:
    each = {at for at, name in enumerate(names) if match_persons(asked, name).score >= ENOUGH}
    assert {listed.at for listed in index_persons(names).find(asked)} == each

from __future__ import annotations

import pytest

from alleged.resolve.arabic import TOO_FAR, cost_of_spelling, name_letters
from alleged.resolve.han import is_pinyin, pinyin, simplified, split_surname
from alleged.resolve.name_words import Script, find_runs, read_word
from alleged.resolve.palladius import pinyin_of
from alleged.resolve.spelling import bones, close_key, loose_key


def test_a_name_falls_into_runs_of_one_script() -> None:
    assert find_runs("Zhao Guang-zong (赵光宗)") == ("zhao", "guang", "zong", "赵光宗")
    assert find_runs("علی‌رضا O'Connell, Li Chang’an") == ("علیرضا", "o'connell", "li", "chang’an")
    assert find_runs(" - … ") == ()


@pytest.mark.parametrize(
    ("run", "script", "form"),
    [
        ("赵", Script.HAN, "zhao"),
        ("щербаков", Script.LETTERS, "shcherbakov"),
        ("o'connell", Script.LETTERS, "oconnell"),
        ("lü", Script.LETTERS, "lu"),
        ("lv", Script.LETTERS, "lu"),
        ("xinyu", Script.LETTERS, "xinyu"),
        ("abdulrahman", Script.LETTERS, "abdrahman"),
    ],
)
def test_a_word_has_its_latin_form(run: str, script: Script, form: str) -> None:
    word = read_word(run)
    assert (word.script, word.forms[0]) == (script, form)


def test_letters_that_languages_transliterate_otherwise_give_more_forms() -> None:
    assert read_word("đorđević").forms == ("dordevic", "djordjevic")
    assert "hrytsenko" in {
        close_key(form).replace("i", "y", 1).replace("c", "ts") for form in read_word("гриценко").forms
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sergey", "sergei"),
        ("dmitriy", "dmitry"),
        ("yolkin", "elkin"),
        ("khadzhiev", "hadjiev"),
        ("tschernow", "chernov"),
    ],
)
def test_transliterations_of_the_same_letters_have_one_close_key_or_loose_key(one: str, other: str) -> None:
    assert close_key(one) == close_key(other) or loose_key(one) == loose_key(other)
    assert bones(one) == bones(other)


@pytest.mark.parametrize(
    ("one", "other"), [("ivanov", "ivanova"), ("tarasov", "taranov"), ("karimi", "karami")]
)
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert loose_key(one) != loose_key(other)


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [("гуанцзун", "guangzong"), ("гаобинь", "gaobin"), ("чжао", "zhao"), ("ухань", "wuhan"), ("люй", "lu")],
)
def test_chinese_names_in_cyrillic_are_read_back_into_pinyin(cyrillic: str, latin: str) -> None:
    assert pinyin_of(cyrillic) == latin


@pytest.mark.parametrize("word", ["щербаков", "пекин", "дмитрий", "guang", ""])
def test_other_words_are_not(word: str) -> None:
    assert pinyin_of(word) is None


def test_chinese_characters_are_read_and_made_simple() -> None:
    assert simplified("趙麗華") == "赵丽华"
    assert pinyin("厦门") == "xiamen"
    assert (pinyin("曾"), pinyin("曾", is_person=True)) == ("ceng", "zeng")
    assert split_surname("欧阳明德") == ("欧阳", "明德")
    assert split_surname("赵光宗") == ("赵", "光宗")
    assert split_surname("武汉晓睿智科技") == ("武汉晓睿智科技",)


@pytest.mark.parametrize(
    ("word", "is_it"), [("guangzong", True), ("changan", True), ("rezaei", False), ("smith", False)]
)
def test_pinyin_is_told_from_other_words(word: str, is_it: bool) -> None:
    assert is_pinyin(word) is is_it


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        *(
            ("محمد", "mohammed"),
            ("حسين", "hussein"),
            ("القاسم", "kassem"),
            ("رضایی", "rezaei"),
            ("خالد", "khaled"),
        ),
        *(
            ("یوسف", "youssef"),
            ("فاطمة", "fatima"),
            ("عبادی", "ebadi"),
            ("جمال", "gamal"),
            ("نیک‌بخت", "nikbakht"),
            ("داود", "davoud"),
            ("هشام", "hisham"),
            ("محسن", "muhsin"),
        ),
    ],
)
def test_a_latin_spelling_is_followed_along_the_letters(arabic: str, latin: str) -> None:
    assert cost_of_spelling(name_letters(find_runs(arabic)[0]), latin) < TOO_FAR / 2


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        *(
            ("محمود", "mohammed"),
            ("حسن", "hussein"),
            ("حسين", "hassan"),
            ("خليل", "khaled"),
            ("کریم", "karimi"),
        ),
        *(
            ("عابدی", "ebadi"),
            ("محمد", "ahmad"),
            ("رضوی", "rezaei"),
            ("علی", "alireza"),
            ("احمد", "hamed"),
            ("کرم", "karim"),
            ("سعد", "saeed"),
        ),
    ],
)
def test_another_word_is_no_spelling(arabic: str, latin: str) -> None:
    assert cost_of_spelling(name_letters(arabic), latin) >= TOO_FAR / 2


def test_arabic_and_persian_letters_are_one() -> None:
    assert name_letters("كريمي") == name_letters("کریمی")
    assert name_letters("النور") == name_letters("للنور") == name_letters("نور")
    assert name_letters("عبدالله") == name_letters("عبد") + name_letters("الله")

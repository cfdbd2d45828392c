"""Parts of ordinary names in several scripts, for tests over generated names."""

from __future__ import annotations

from hypothesis import strategies as st

_WORDS = """
Marta Jonathan Łukasz Jürgen Søren Nguyễn O'Connell Kowalczyk Reddick Müller Dvořák Çağlayan Lefèvre
Zhang Wei Liu Hongtao Chen Lihua Ouyang Mingde Sun Kailiang Xu Lü Gao Feng
张伟 刘洪涛 陈丽华 欧阳明德 孙凯亮 徐美玲 吕建国 高峰 张麗華 鄭國強 曾庆海
Дмитрий Сергей Юрий Щербаков Ёлкин Хаджиев Тарасов Олександр Гриценко Христо Ђорђевић Роза
محمد حسين أحمد خليل المصري فاطمة يوسف حداد عبدالرحمن القاسم
محمد رضایی علی‌رضا کریمی نیک‌بخت معصوم‌پور گلستانی پرویز چوبینه ژاله
たなか タナカ 田中さくら 김철수 박지성
"""
LATIN, PINYIN, HAN, CYRILLIC, ARABIC, PERSIAN, KANA_AND_HANGUL = (
    line.split() for line in _WORDS.strip().splitlines()
)
ORDINARY = (LATIN, PINYIN, HAN, CYRILLIC, ARABIC, PERSIAN, KANA_AND_HANGUL)


def names_from(parts: list[str], fewest: int = 1) -> st.SearchStrategy[str]:
    """Names of one to four of the parts."""
    return st.lists(st.sampled_from(parts), min_size=fewest, max_size=4).map(" ".join)


ordinary_names = st.one_of(*(names_from(parts) for parts in ORDINARY))
any_names = st.one_of(ordinary_names, st.text(max_size=30))

"""Chinese names: simplified characters, how they are read in pinyin, and where a surname ends.

A Japanese or Korean name in Chinese characters is read as if it were Chinese.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from anyascii import anyascii

HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff々〇"
"""Chinese characters, as the inside of a class of a regular expression."""
_HAN = re.compile(f"[{HAN}]+")
_READINGS = {
    "都": "du",
    "长": "chang",
    "地": "di",
    "厦": "xia",
    "藏": "zang",
    "传": "chuan",
    "似": "si",
    "拓": "tuo",
    "埔": "pu",
    "重": "chong",
    "吕": "lü",
    "旅": "lü",
    "绿": "lü",
    "律": "lü",
    "铝": "lü",
    "女": "nü",
    "调": "diao",
    "会": "hui",
    "朝": "chao",
    "行": "hang",
}
"""Characters that names read otherwise than the table of anyascii does."""
_SURNAME_READINGS = {
    "曾": "zeng",
    "单": "shan",
    "解": "xie",
    "仇": "qiu",
    "区": "ou",
    "查": "zha",
    "朴": "piao",
    "盖": "ge",
    "缪": "miao",
    "翟": "zhai",
    "乐": "yue",
    "种": "chong",
    "召": "shao",
    "冼": "xian",
    "覃": "qin",
    "秘": "bi",
    "员": "yun",
    "尉迟": "yuchi",
    "万俟": "moqi",
    "单于": "chanyu",
}
"""Characters that are read otherwise where they are a surname."""
_COMPOUND_SURNAMES = """
欧阳 司马 上官 诸葛 司徒 夏侯 皇甫 东方 尉迟 公孙 慕容 令狐 宇文 长孙 端木 独孤 南宫 万俟 闻人 单于 呼延
"""
_VOWELS = re.compile("[aeiouü]+")
_NG = "ng"
"""The one family name without a vowel."""
_LONGEST_NAME = 4
"""Characters of a person's name; a longer run is not split into surname and given name."""
SYLLABLES = """
a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce
cen ceng cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun
chuo ci cong cou cu cuan cui cun cuo da dai dan dang dao de den deng di dia dian diao die ding diu dong
dou du duan dui dun duo e ei en eng er fa fan fang fei fen feng fo fou fu ga gai gan gang gao ge gei gen
geng gong gou gu gua guai guan guang gui gun guo ha hai han hang hao he hei hen heng hong hou hu hua
huai huan huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan
kang kao ke kei ken keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li
lia lian liang liao lie lin ling liu long lou lu luan lue lun luo lv lyu ma mai man mang mao me mei men
meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao ne nei nen neng ni nian niang niao
nie nin ning niu nong nou nu nuan nue nun nuo nv nyu ou pa pai pan pang pao pei pen peng pi pian piao
pie pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren
reng ri rong rou ru ruan rui run ruo sa sai san sang sao se sen seng sha shai shan shang shao she shei
shen sheng shi shou shu shua shuai shuan shuang shui shun shuo si song sou su suan sui sun suo ta tai
tan tang tao te teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo
wu xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yong
you yu yuan yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhen zheng zhi
zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui zun zuo
"""
"""The syllables of pinyin without tones; "lv" and "lyu" for "lü"."""
_BY_LENGTH = sorted(SYLLABLES.split(), key=len, reverse=True)
_PINYIN = re.compile(
    f"(?:{'|'.join(s for s in _BY_LENGTH if s[0] not in 'aeo')}"
    f"|(?<![aeiou])(?:{'|'.join(s for s in _BY_LENGTH if s[0] in 'aeo')})){{1,8}}"
)
"""Syllables; one that begins with a vowel stands after a consonant, or there would be an apostrophe."""


def simplified(name: str) -> str:
    """The name with each traditional character in its simplified form."""
    return name.translate(_simplified_forms())


def pinyin(characters: str, is_person: bool = False) -> str:
    """How Chinese characters are read, in lower-case letters without tones, joined.

    Of a person, the first characters are read as a surname is: 曾 is "zeng" there and "ceng" elsewhere.
    """
    plain = simplified(characters)
    surname = next((s for s in (plain[:2], plain[:1]) if is_person and s in _SURNAME_READINGS), "")
    rest = "".join(_READINGS.get(c) or anyascii(c).lower() for c in plain[len(surname) :])
    return _SURNAME_READINGS.get(surname, "") + rest.replace("ü", "u")


def split_surname(characters: str) -> tuple[str, ...]:
    """Surname and given name of a person written without a space; other runs of characters stay whole."""
    if not 1 < len(characters) <= _LONGEST_NAME:
        return (characters,)
    is_compound = len(characters) > 2 and simplified(characters[:2]) in _COMPOUND_SURNAMES.split()  # noqa: PLR2004
    end = 2 if is_compound else 1
    return characters[:end], characters[end:]


def is_han(word: str) -> bool:
    """Whether the word is in Chinese characters only."""
    return _HAN.fullmatch(word) is not None


def can_be_surname(word: str) -> bool:
    """Whether a word in Latin letters could be a Chinese family name: one syllable, or a known one of two."""
    small = word.casefold()
    return len(_VOWELS.findall(small)) == 1 or small in {_NG, *_compound_readings()}


@cache
def _compound_readings() -> frozenset[str]:
    return frozenset(pinyin(surname, is_person=True) for surname in _COMPOUND_SURNAMES.split())


@cache
def is_pinyin(word: str) -> bool:
    """Whether lower-case letters can be read as syllables of pinyin, such as "guangzong"."""
    return _PINYIN.fullmatch(word) is not None


@cache
def _simplified_forms() -> dict[int, str]:
    text = files(__package__).joinpath("han_variants.txt").read_text(encoding="utf-8")
    traditional, simple = (line for line in text.splitlines() if not line.startswith("#"))
    return {ord(old): new for old, new in zip(traditional, simple, strict=True)}

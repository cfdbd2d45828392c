"""How many names of a list a second one name is looked up in, on generated lists of persons and of firms.

python benchmarks/name_speed.py [--names 30000] [--json]
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from time import process_time
from typing import TYPE_CHECKING

from alleged.resolve.name_index import index_firms, index_persons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.resolve.firm_names import FirmName
    from alleged.resolve.name_index import NameIndex
    from alleged.resolve.person_names import PersonName

SEED = 4
LISTED = 0.5
"""Of the names, how many have a surname or a city of the short lists."""
SURNAMES = ("Zhao", "Wang", "Li", "Zhang", "Ivanov", "Petrov", "Rezaei", "Karimi", "Hassan", "Smith", "Kim")
CITIES = ("Wuhan", "Beijing", "Moscow", "Tehran", "Dubai", "Harbin", "Chengdu", "Minsk")
TRADES = ("Technology", "Trading", "Science and Technology", "Shipping", "Electronics", "Network Technology")
FORMS = ("Co., Ltd.", "LLC", "JSC", "GmbH", "")
BEGIN = (
    "b",
    "d",
    "f",
    "g",
    "h",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "v",
    "z",
    "sh",
    "ch",
    "br",
    "kr",
    "st",
)
MIDDLE, END = "aeiou", ("", "n", "r", "s", "l", "ng")
ASKED_PERSONS = ("Zhao Guangzong", "赵光宗", "Rezaei, Mohammad", "محمد رضایی", "Ivanov Sergei Petrovich")
ASKED_FIRMS = (
    "Wuhan Xiaoruizhi Science and Technology",
    "武汉晓睿智科技有限责任公司",
    "شرکت الکترونیک پدیده",
)


def make_word(dice: random.Random) -> str:
    syllables = (
        dice.choice(BEGIN) + dice.choice(MIDDLE) + dice.choice(END) for _ in range(dice.randint(1, 3))
    )
    return "".join(syllables).capitalize()


def make_person(dice: random.Random) -> str:
    surname = dice.choice(SURNAMES) if dice.random() < LISTED else make_word(dice)
    return " ".join([surname, *(make_word(dice) for _ in range(dice.randint(1, 2)))])


def make_firm(dice: random.Random) -> str:
    city = dice.choice(CITIES) if dice.random() < LISTED else make_word(dice)
    return f"{city} {make_word(dice)} {dice.choice(TRADES)} {dice.choice(FORMS)}".strip()


def measure(index: NameIndex[PersonName] | NameIndex[FirmName], asked: Sequence[str], names: int) -> float:
    """Names of the list a CPU second, over all that are asked for; each is read before."""
    for name in asked:
        index.find(name)
    start = process_time()
    for name in asked:
        index.find(name)
    return names * len(asked) / (process_time() - start)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--names", type=int, default=30_000)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(arguments)
    dice = random.Random(SEED)
    persons = index_persons([make_person(dice) for _ in range(chosen.names)])
    firms = index_firms([make_firm(dice) for _ in range(chosen.names)])
    speeds = {
        "persons_a_second": round(measure(persons, ASKED_PERSONS, chosen.names)),
        "firms_a_second": round(measure(firms, ASKED_FIRMS, chosen.names)),
    }
    print(json.dumps({"names": chosen.names, **speeds}) if chosen.json else speeds)
    return 0


if __name__ == "__main__":
    sys.exit(main())

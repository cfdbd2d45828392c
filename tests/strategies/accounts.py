"""Generated documents for tests of origins: stories, reprints of them, paraphrases of one."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from alleged.model.document import Extent, Sentence
from alleged.model.ids import document_id
from alleged.model.vocabulary import Part
from alleged.resolve.accounts import Account

_AUTHORS = ("Anna Bell", "Ole Dahl", "Ruth Fenn", "Ian Moss")
_SYLLABLES = ("ba", "do", "fe", "gu", "ki", "lo", "mer", "nal", "os", "pri", "quo", "rin", "sa", "tu", "vel")
FIRST_DAY = date(2024, 3, 4)
CITY = ("Portwick", "Holmeby", "Tarnfield", "Eskdale")


def make_account(
    *sentences: str,
    quotations: tuple[str, ...] = (),
    title: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
) -> Account:
    """A document of one paragraph with these sentences; the words of `quotations` are quoted."""
    clean = " ".join(sentences)
    starts = [len(" ".join(sentences[:at])) + bool(at) for at in range(len(sentences))]
    placed = tuple(
        Sentence(start, start + len(words), 0, Part.BODY)
        for start, words in zip(starts, sentences, strict=True)
    )
    quoted = tuple(Extent(clean.index(words), clean.index(words) + len(words)) for words in quotations)
    identity = document_id(f"{clean} {title} {publisher} {published}".encode())
    return Account(identity, clean, placed, quoted, title, publisher, published)


def story(seed: int, length: int = 24) -> tuple[str, ...]:
    """Sentences of made-up words; two seeds share no run of words."""
    random = Random(seed)
    vocabulary = ["".join(random.choices(_SYLLABLES, k=random.randint(1, 4))) for _ in range(300)]
    return tuple(
        " ".join(random.choices(vocabulary, k=random.randint(8, 16))).capitalize() + "."
        for _ in range(length)
    )


def original(seed: int, day: int = 0) -> Account:
    """A story as its first publisher prints it."""
    return make_account(*story(seed), title=f"Story {seed}", publisher=f"Paper {seed}", published=on_day(day))


def reprint(seed: int, copy: int, *, dated: bool = True) -> Account:
    """One of many reprints of a story: cut at the end, with a line of its own and some words changed."""
    random = Random(f"{seed} {copy}")
    whole = story(seed)
    kept = [_changed(words, random) for words in whole[: random.randint(16, len(whole))]]
    line = f"By {random.choice(CITY)} desk staff number {copy}."
    published = on_day(1 + copy % 5) if dated else None
    return make_account(line, *kept, publisher=f"Reprinter {copy}", published=published)


def on_day(number: int) -> str:
    """A date so many days after the first."""
    return (FIRST_DAY + timedelta(days=number)).isoformat()


def _changed(sentence: str, random: Random) -> str:
    """The sentence, with one word of it replaced in one case of ten."""
    words = sentence.split()
    if random.random() < 0.1:
        words[random.randrange(len(words))] = "instead"
    return " ".join(words)


_SAID = (
    (
        ("Intruders", "Attackers", "Criminals", "Unknown persons"),
        ("broke into", "penetrated", "entered", "got inside"),
        ("the network of Nordvind Shipping", "systems at Nordvind Shipping", "what Nordvind Shipping runs"),
        ("during 2023", "in the year 2023", "at some time in 2023"),
    ),
    (
        ("The Rime Valley crew", "A crew called Rime Valley", "People of Rime Valley"),
        ("took", "stole", "carried off", "made away with"),
        ("data on 40,000 customers", "what it knew of 40,000 clients", "40,000 records of buyers"),
        ("without being noticed", "while nobody looked", "unseen by anybody", "in silence"),
    ),
    (
        ("Ships of the line", "Its vessels", "All its boats"),
        ("stood still in", "could not leave", "were stuck at", "had to wait in"),
        ("Holmeby and Tarnfield", "the ports of Holmeby and Tarnfield", "Tarnfield as well as Holmeby"),
        ("for 12 days", "over 12 days", "12 days long"),
    ),
    (
        ("The damage", "What was lost", "The bill", "The cost"),
        ("comes to", "amounts to", "runs to", "adds up to"),
        ("7 million crowns", "some 7 million in crowns", "crowns worth 7 million"),
        ("and is expected to grow", "with more to come", "so far", "until now"),
    ),
    (
        ("Who ordered it", "Its author", "The mind behind it"),
        ("sits in", "is to be sought in", "works from", "hides in"),
        ("Vostrava", "the capital Vostrava", "an office in Vostrava"),
        ("and is well paid", "as everybody knows", "beyond any doubt", "and laughs"),
    ),
)


def paraphrase(number: int, outlets: int = 50) -> Account:
    """One of many documents that say the same, or most of it, in other words, within two days."""
    random = Random(number)
    said = [" ".join(random.choice(part) for part in sentence) + "." for sentence in _SAID]
    random.shuffle(said)
    said = said[random.randint(0, 1) :]
    said.append(f"Read more by {random.choice(_AUTHORS)} from {random.choice(CITY)}.")
    outlet = f"New Outlet {number % outlets}"
    return make_account(*said, publisher=outlet, published=on_day(2 + number % 2))

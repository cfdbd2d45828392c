"""Who appears in a document: full names, short names and acronyms; "Monaco" stands for "Lisa Monaco"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from alleged.extract.passages import Stretch
from alleged.extract.phrases import is_time
from alleged.lexicon.acronyms import INSIDE_NAME, find_spelt_out
from alleged.lexicon.grammar import grammar, no_names
from alleged.lexicon.listed_persons import counts_them, find_person_lists
from alleged.lexicon.names import names
from alleged.lexicon.nominals import nominals
from alleged.lexicon.people import LONGEST_PERSON, can_be_in_person_name, is_particle
from alleged.model.document import Extent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from alleged.extract.passages import Passage
    from alleged.lexicon.words import Word

SHORTEST_DESCRIPTION = 4
"""Letters of the last part of "Oregon-based"; "Al-quds" is a name."""
LEAST_PERSON = 2
"""Words of a person's name where no title tells that it is one."""
TITLE_REACH = 4
"""Words before a body in which the title of who speaks for it may stand: "spokesperson for the Chinese"."""
_QUOTED = frozenset("'\"“”‘’")
_OPENING = frozenset('"“”„«»*:')


@dataclass
class Cast:
    """The names of one document, learnt once before its claims are read."""

    people: dict[str, str | None] = field(default_factory=dict)
    """First or last word of a person's name, and each full form, to the full name; None where two bear it."""
    organisations: dict[str, str] = field(default_factory=dict)
    """Acronym or short form to the name it stands for."""
    by_noun: dict[str, set[str]] = field(default_factory=dict)
    """The names that end in a noun for a body, by that noun: commission, "Electoral Commission"."""

    lists: dict[int, dict[tuple[str, ...], None]] = field(default_factory=dict)
    """Persons who are told side by side, by how many they are."""
    common: set[str] = field(default_factory=set)
    """Words that the document writes small."""
    proper: set[str] = field(default_factory=set)
    """Words that it writes with a capital inside a sentence."""

    def full_name(self, short: str) -> str:
        """The name that `short` stands for in this document; `short` itself if nothing else is known."""
        known = names().get(short)
        if known:
            return known.name
        long = self.organisations.get(short.casefold()) or self.people.get(short.casefold()) or short
        found = names().get(long)
        return found.name if found else long

    def only_list_of(self, number: int) -> tuple[str, ...]:
        """The persons of the only list of so many; nobody if there is none, or several."""
        found = self.lists.get(number, {})
        return next(iter(found)) if len(found) == 1 else ()

    def only_name_ending(self, noun: str) -> str | None:
        """The name that ends in `noun`, if the document has exactly one."""
        found = self.by_noun.get(noun, set())
        return next(iter(found)) if len(found) == 1 else None

    def writes_as_name(self, word: Word, *, alone: bool = False) -> bool:
        """Whether a word that opens a sentence is a name: the document has it inside sentences, never small.

        One that stands `alone` is taken for a name unless the document writes it small.
        """
        return word.norm not in self.common and (alone or word.norm in self.proper)

    def is_person(self, name: str) -> bool:
        """Whether the document names a person so."""
        return self.people.get(name.casefold()) == name


def find_cast(passages: Iterable[Passage]) -> Cast:
    """The names of a document: persons by their titles and given names, organisations by their acronyms."""
    cast = Cast()
    for passage in passages:
        _add_words(cast, passage)
        runs = tuple(name_runs(passage.words, passage.whole))
        for acronym, name in _acronyms(passage, runs):
            cast.organisations.setdefault(acronym.casefold(), name)
        people = tuple(_people(passage, runs))
        for person in people:
            _add_person(cast, passage.said(person))
        for together in _find_lists(passage, people):
            cast.lists.setdefault(len(together), {})[together] = None
        for noun, name in _bodies(passage, runs):
            if noun in nominals().organisations:
                cast.by_noun.setdefault(noun, set()).add(cast.full_name(name))
    return cast


def is_opener(words: Sequence[Word], run: Stretch) -> bool:
    """Whether a run of capitals is one word that may owe its capital to its place: "*Local* teachers"."""
    word = words[run.start]
    opens = run.start == 0 or words[run.start - 1].text in _OPENING
    return opens and len(run) == 1 and word.text.istitle() and not any(c.isdigit() for c in word.text)


def person_in(words: Sequence[Word], stretch: Stretch) -> Stretch | None:
    """The words of a person's name in a phrase: "FBI Director *Christopher Wray*"; "in New York" is none."""
    for run in name_runs(words, stretch):
        if run.start > 0 and words[run.start - 1].norm == "in":
            continue
        start = _start_of_person(words, run)
        inside = Stretch(start, run.end)
        if _is_person_name(words, inside, titled=start > run.start or _follows_title(words, run.start)):
            return inside
    return None


def name_runs(words: Sequence[Word], stretch: Stretch) -> Iterator[Stretch]:
    """The runs of capitalised words in a stretch: "Ministry of State Security", "Lisa Monaco"."""
    start = None
    for index in range(stretch.start, stretch.end):
        if start is None:
            start = index if _begins_name(words, index) else None
        elif not _continues_name(words, index, stretch.end):
            yield Stretch(start, index)
            start = index if _begins_name(words, index) else None
    if start is not None:
        yield Stretch(start, stretch.end)


def _begins_name(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    if not word.is_name_like or is_time(word) or _is_described(word):
        return False
    return not (word.norm in no_names() and word.text.istitle())


def _is_described(word: Word) -> bool:
    """Whether a capital only opens a description: "*Oregon-based*", "*Russian-backed*"."""
    _, hyphen, last = word.text.rpartition("-")
    return bool(hyphen) and last.islower() and len(last) >= SHORTEST_DESCRIPTION


def _continues_name(words: Sequence[Word], index: int, end: int) -> bool:
    word = words[index]
    following = words[index + 1] if index + 1 < end else None
    if is_particle(word.norm):
        return following is not None and (following.is_name_like or is_particle(following.norm))
    if word.norm in INSIDE_NAME:
        return following is not None and following.is_name_like
    if word.norm in {"and", ","}:
        return following is not None and _completes_firm(word, following)
    if word.text == ".":
        return _goes_on_after_form(words, index, end) or _goes_on_after_initial(words, index, end)
    return word.is_name_like and word.norm not in grammar().times and not _is_described(word)


def _goes_on_after_initial(words: Sequence[Word], stop: int, end: int) -> bool:
    """Whether the full stop only shortens a name inside a name: "Ada B*.* Holt"."""
    if stop + 1 >= end or len(words[stop - 1].text) != 1 or words[stop - 1].end != words[stop].start:
        return False
    return words[stop + 1].is_name_like


def _goes_on_after_form(words: Sequence[Word], stop: int, end: int) -> bool:
    """Whether the full stop only shortens a legal form that another follows: "Co*.*, Ltd"."""
    ahead = [word.norm for word in words[stop + 1 : min(stop + 3, end)]]
    forms = grammar().legal_forms
    return words[stop - 1].norm in forms and ahead[:1] == [","] and ahead[-1] in forms


def _completes_firm(joiner: Word, following: Word) -> bool:
    """Whether a name goes on: "Science *and Technology*", "Co.*, Ltd*"."""
    if joiner.norm == ",":
        return following.norm in grammar().legal_forms
    return following.is_name_like and following.norm in grammar().firm_words


def _people(passage: Passage, runs: Iterable[Stretch]) -> Iterator[Stretch]:
    known = {index for match in passage.names for index in range(match.start, match.end)}
    for run in runs:
        start = _start_of_person(passage.words, run)
        inside = Stretch(start, run.end)
        titled = start > run.start or _follows_title(passage.words, run.start)
        if known.isdisjoint(range(start, run.end)) and _is_person_name(passage.words, inside, titled=titled):
            yield inside


def _start_of_person(words: Sequence[Word], run: Stretch) -> int:
    """Where a person's name can begin in a run: after titles, and after a body that somebody speaks for."""
    start = _after_titles(words, run)
    if start > run.start or not _is_told_of_office(words, run.start):
        return start
    bodies = [i + 1 for i in range(run.start, run.end) if words[i].norm in nominals().organisations]
    return next((end for end in reversed(bodies) if run.end - end >= LEAST_PERSON), start)


def _is_told_of_office(words: Sequence[Word], start: int) -> bool:
    """Whether a title of somebody stands shortly before a name: "*spokesperson* for the Chinese ..."."""
    return any(words[i].norm in grammar().titles for i in range(max(0, start - TITLE_REACH), start))


def _after_titles(words: Sequence[Word], run: Stretch) -> int:
    titles = [i for i in range(run.start, run.end) if words[i].norm.rstrip(".") in grammar().titles]
    return titles[-1] + 1 if titles else run.start


def _follows_title(words: Sequence[Word], start: int) -> bool:
    before = start - 2 if start > 1 and words[start - 1].text == "." else start - 1
    return before >= 0 and words[before].norm in grammar().titles


def _is_person_name(words: Sequence[Word], stretch: Stretch, *, titled: bool) -> bool:
    parts = [word.text for word in words[stretch.start : stretch.end] if word.text != "."]
    if not (1 if titled else LEAST_PERSON) <= len(parts) <= LONGEST_PERSON:
        return False
    return all(map(can_be_in_person_name, parts))


def _find_lists(passage: Passage, people: Iterable[Stretch]) -> Iterator[tuple[str, ...]]:
    """The persons whom a sentence counts and lists: "the two suspects, Jan Holt, 38, and Ada Voss".

    A list that its own sentence does not count may be of others: of those who found out, or who report.
    """
    places = (Extent(*passage.characters(person)) for person in people)
    lists = find_person_lists(passage.text, places)
    counted = (listed for listed in lists if counts_them(passage.words, listed))
    return (tuple(" ".join(name.split()) for name in listed.names) for listed in counted)


def _bodies(passage: Passage, runs: Iterable[Stretch]) -> Iterator[tuple[str, str]]:
    """The names that end in a noun for a body, each with that noun."""
    for match in (m for m in passage.names if m.name.type != "states"):
        yield passage.words[match.end - 1].norm, match.name.name
    known = {index for match in passage.names for index in range(match.start, match.end)}
    for run in runs:
        if len(run) > 1 and run.end - 1 not in known:
            yield passage.words[run.end - 1].norm, passage.said(run)


def _acronyms(passage: Passage, runs: Iterable[Stretch]) -> Iterator[tuple[str, str]]:
    """Acronyms in brackets after a name, each with the words it stands for: "... Agency (NSA)"."""
    words = passage.words
    for run in runs:
        after = run.end + 1 if words[run.end : run.end + 1] and words[run.end].norm == "'s" else run.end
        acronym = _in_brackets(words, after)
        start = find_spelt_out(words[: run.end], run.start, acronym) if acronym else None
        if acronym and start is not None:
            yield acronym, passage.said(Stretch(start, run.end))


def _in_brackets(words: Sequence[Word], at: int) -> str | None:
    """The one word in brackets at `at`, with quotation marks around it or without: "(NSA)", "('NSA')"."""
    inside = [word.text for word in words[at : at + len("('A')")] if word.text not in _QUOTED]
    return inside[1] if (inside[:1], inside[2:3]) == (["("], [")"]) else None


def _add_words(cast: Cast, passage: Passage) -> None:
    for index, word in enumerate(passage.words):
        if not word.is_name_like:
            cast.common.add(word.norm)
        elif not is_opener(passage.words, Stretch(index, index + 1)):
            cast.proper.add(word.norm)


def _add_person(cast: Cast, person: str) -> None:
    first, *others = person.casefold().split()
    if not others:
        return
    for form in (person.casefold(), others[-1], first):
        known = cast.people.setdefault(form, person)
        if known and not _may_be_one(known, person):
            cast.people[form] = None


def _may_be_one(person: str, other: str) -> bool:
    """Whether two names differ by a left out word only: "Anna Maria Holt", "Anna Holt"."""
    words, others = set(person.casefold().split()), set(other.casefold().split())
    return words <= others or others <= words

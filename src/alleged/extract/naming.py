"""What the words for somebody call him, her or it: a person, a body, a state, or the plain words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from alleged.extract.cast import is_opener, name_runs, person_in
from alleged.extract.passages import Stretch
from alleged.lexicon.grammar import grammar
from alleged.lexicon.names import names
from alleged.lexicon.nominals import nominals

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alleged.extract.cast import Cast
    from alleged.extract.passages import Passage
    from alleged.lexicon.names import NameMatch
    from alleged.lexicon.words import Word


def name_of(passage: Passage, phrase: Stretch, cast: Cast) -> str:
    """The canonical name of whom a phrase speaks of; its plain words where they name nobody."""
    own = Stretch(phrase.start, _end_before_relative(passage.words, phrase))
    known = _known(passage, own)
    person = person_in(passage.words, phrase)
    if person and not any(_overlaps(m, person) for m in known):
        return cast.full_name(passage.said(person))
    bodies = [m for m in known if m.name.type != "states"]
    if bodies:
        listed = _listed(passage, bodies)
        return _name_of_other_state(passage, own, listed[0]) if len(listed) == 1 else _joined(listed)
    run = _body_of_state(passage, phrase, known) if known else _find_name(passage, phrase, cast)
    if run:
        return cast.full_name(passage.said(run))
    if known and _is_state(passage, phrase, known):
        return _joined(known)
    return _mission(passage, phrase) or plain(passage, phrase)


def name_mission(state: str, words: str) -> str:
    """The name of what speaks for a state abroad: "Chinese embassy in Riga"."""
    return f"{names().adjective_of(state) or state} {words}"


def _mission(passage: Passage, phrase: Stretch) -> str | None:
    """One name for "China's embassy in Riga" and "the Chinese embassy in Riga", if only the noun is given."""
    head = _head_index(passage.words, phrase)
    if passage.words[head].norm not in nominals().missions:
        return None
    state = next((m for m in passage.names if m.end <= head and m.end >= phrase.start - len(("'s",))), None)
    if state is None or state.name.type != "states":
        return None
    return name_mission(state.name.name, plain(passage, Stretch(max(state.end, phrase.start), phrase.end)))


def _known(passage: Passage, phrase: Stretch) -> list[NameMatch]:
    """The known names of a phrase, but not where its head is: "Howard University in *Washington*"."""
    inside = [m for m in passage.names if m.start in phrase and m.end <= phrase.end]
    here = [m for m in inside if passage.words[m.start - 1].norm != "in" or m.start == phrase.start]
    return here if here or any(True for _ in name_runs(passage.words, phrase)) else inside


def names_somebody(passage: Passage, phrase: Stretch, cast: Cast) -> bool:
    """Whether a phrase holds a name, known or not."""
    known = any(m.start in phrase and m.end <= phrase.end for m in passage.names)
    return known or _find_name(passage, phrase, cast) is not None


def _runs(words: Sequence[Word], phrase: Stretch) -> Iterator[Stretch]:
    """The runs of capitals in a phrase but those that are places: "prosecutors in *New York*"."""
    return (run for run in name_runs(words, phrase) if run.start == 0 or words[run.start - 1].norm != "in")


def _find_name(passage: Passage, phrase: Stretch, cast: Cast) -> Stretch | None:
    """The first run of capitals in a phrase that names somebody: not "*Local* teachers", "*Roughly* half"."""
    for run in _runs(passage.words, phrase):
        if len(run) == 1 and passage.words[run.start].norm in nominals().tools:
            continue
        alone = run.end == end_of_head(passage.words, phrase)
        if not is_opener(passage.words, run) or cast.writes_as_name(passage.words[run.start], alone=alone):
            return run
    return None


def head_of(words: Sequence[Word], phrase: Stretch) -> Word:
    """The noun that a phrase is about: "*sanctions* on a firm", "the *head* of WhatsApp"."""
    return words[_head_index(words, phrase)]


def end_of_head(words: Sequence[Word], phrase: Stretch) -> int:
    """Up to the first mark: "the commission", of "the commission, which knew of it"."""
    return next((i for i in range(phrase.start + 1, phrase.end) if words[i].is_mark), phrase.end)


def plain(passage: Passage, phrase: Stretch) -> str:
    """The words of a phrase up to its first mark, without a determiner."""
    start = phrase.start
    while start < phrase.end - 1 and passage.words[start].norm in grammar().determiners | {"one", "'s"}:
        start += 1
    end = end_of_head(passage.words, Stretch(start, phrase.end))
    return passage.said(Stretch(start, end))


def _end_before_relative(words: Sequence[Word], phrase: Stretch) -> int:
    """Up to what is only told of them: "Russian officials, *who spoke in Riga*"."""
    inside = range(phrase.start + 1, phrase.end)
    return next((i for i in inside if words[i].norm in grammar().relatives), phrase.end)


def _overlaps(match: NameMatch, stretch: Stretch) -> bool:
    return match.start < stretch.end and stretch.start < match.end


def _joined(known: Sequence[NameMatch]) -> str:
    return "; ".join(dict.fromkeys(match.name.name for match in known))


def _listed(passage: Passage, bodies: Sequence[NameMatch]) -> Sequence[NameMatch]:
    """All bodies where they are listed ("CISA and the FBI"), else the first that does not own the next."""
    between = [[word.norm for word in passage.words[a.end : b.start]] for a, b in pairwise(bodies)]
    if all(all(norm in {",", "and", "the", "&", "uk", "us"} for norm in gap) for gap in between):
        return bodies
    owners = next((i for i, gap in enumerate(between) if gap != ["'s"]), len(between))
    return bodies[owners : owners + 1]


def _name_of_other_state(passage: Passage, phrase: Stretch, body: NameMatch) -> str:
    """The name of a body; with the state before it where that is not the one whose body the lexicon knows.

    "North Korea's Ministry of State Security" is not the Chinese one.
    """
    is_owned = body.start > 0 and passage.words[body.start - 1].norm == "'s"
    inside = (match for match in passage.names if match.start >= phrase.start)
    state = next((match for match in inside if match.end == body.start - is_owned), None)
    if state is None or state.name.type != "states" or body.name.state in {None, state.name.state}:
        return body.name.name
    return passage.said(Stretch(state.start, body.end))


def _body_of_state(passage: Passage, phrase: Stretch, known: Sequence[NameMatch]) -> Stretch | None:
    """The body that a state is beside or in: "the Danish firm *Ask*", "*Estonian Tax Board*"."""
    words = passage.words
    last = known[-1]
    head = _head_index(words, phrase)
    apart = _has_own_name(words, phrase) or any(words[i].norm in {"and", ","} for i in range(last.end, head))
    for run in name_runs(words, phrase):
        beside = run.start >= last.end and run.end == head + 1 and not apart
        if beside or (_overlaps(last, run) and run != Stretch(last.start, last.end) and _is_body(words, run)):
            return run
    return None


def _is_body(words: Sequence[Word], run: Stretch) -> bool:
    known = nominals()
    bodies = (known.organisations | grammar().organisation_words) - known.offices - known.state_nouns
    return any(words[index].norm in bodies for index in range(run.start, run.end))


def _has_own_name(words: Sequence[Word], phrase: Stretch) -> bool:
    """Whether its noun keeps a name beside that of a state: "China's *ministry* of defence"."""
    end = _head_index(words, phrase) + 1
    return any(words[index].norm in nominals().own_names for index in range(phrase.start, end))


def _is_state(passage: Passage, phrase: Stretch, known: Sequence[NameMatch]) -> bool:
    """Whether a state itself speaks, and not its embassy, its researchers or its hackers."""
    nouns = {word.norm for word in passage.words[phrase.start : phrase.end]}
    adjectives_only = all(match.name.form == "people" for match in known)
    own = _has_own_name(passage.words, phrase)
    return not own and (not adjectives_only or bool(nouns & nominals().offices))


def _head_index(words: Sequence[Word], phrase: Stretch) -> int:
    end = phrase.end
    for index in range(phrase.start + 1, phrase.end):
        if words[index].is_mark or (
            words[index].norm in grammar().prepositions and not _joins_name(words, index)
        ):
            end = index
            break
    while end - 1 > phrase.start and words[end - 1].norm in grammar().possessives:
        end -= 1
    return end - 1


def _joins_name(words: Sequence[Word], index: int) -> bool:
    """Whether a preposition stands inside a name: "Bank *of* Riga", but not "Prosecutors *in* Riga"."""
    if words[index].norm in {"in", "at", "from"} or index + 1 >= len(words):
        return False
    return words[index - 1].is_name_like and words[index + 1].is_name_like

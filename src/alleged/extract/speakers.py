"""Who speaks: name, role and basis of a speaker phrase."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from alleged.extract.naming import end_of_head, head_of, name_mission, name_of, names_somebody
from alleged.extract.passages import Stretch
from alleged.extract.phrases import is_pronoun
from alleged.lexicon.grammar import grammar
from alleged.lexicon.names import find_state, names
from alleged.lexicon.nominals import nominals
from alleged.lexicon.rules import roles
from alleged.lexicon.words import find_words
from alleged.model.claim import Speaker
from alleged.model.vocabulary import Basis, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.extract.cast import Cast
    from alleged.extract.passages import Passage
    from alleged.lexicon.words import Word

LONGEST_APPOSITION = 12
_PUBLIC = frozenset({Role.GOVERNMENT, Role.LAW_ENFORCEMENT, Role.INTELLIGENCE, Role.DIPLOMAT})
LONGEST_REFERENCE = 4
"""Words of a phrase that refers back: "the US cybersecurity agency"."""


@dataclass
class Memory:
    """Who spoke in the document so far, for pronouns and "the agency"."""

    cast: Cast
    person: Speaker | None = None
    group: Speaker | None = None
    by_noun: dict[str, Speaker] = field(default_factory=dict)
    """The last speaker whom each noun can refer back to."""
    publisher: Speaker | None = None
    """Who says "we" where nobody is quoted."""
    by_role: dict[Role, Speaker] = field(default_factory=dict)
    prosecutor: Speaker | None = None
    """Who speaks through an indictment."""
    roles: dict[str, Role] = field(default_factory=dict)

    def remember(self, speaker: Speaker, noun: str = "") -> Speaker:
        """Note a named speaker and the noun that names it; gives the speaker back."""
        if speaker.name is None:
            return speaker
        if self.cast.is_person(speaker.name) or (noun in nominals().people and not noun.endswith("s")):
            self.person = speaker
        else:
            self.group = speaker
        for word in _nouns_for(speaker.name, noun):
            self.by_noun[word] = speaker
        self.by_role[speaker.role] = speaker
        if _prosecutes(speaker):
            self.prosecutor = speaker
        self.roles.setdefault(speaker.name, speaker.role)
        return speaker


def narrator(publisher_role: Role = Role.MEDIA) -> Speaker:
    """The document's own voice."""
    return Speaker(publisher_role, Basis.NARRATOR)


def unnamed(publisher_role: Role = Role.MEDIA) -> Speaker:
    """Nobody is named: "is accused of"."""
    return Speaker(publisher_role, Basis.PASSIVE)


def inherited(speaker: Speaker) -> Speaker:
    """The speaker, named elsewhere; where nobody is named there is nothing to inherit."""
    return replace(speaker, basis=Basis.INHERITED) if speaker.name else speaker


def find_speaker(passage: Passage, phrase: Stretch, memory: Memory) -> Speaker | None:
    """The speaker that a phrase names; None where the phrase names nobody who can speak."""
    span = passage.span(phrase)
    earlier = _referred_to(passage, phrase, memory)
    if earlier:
        return memory.remember(replace(inherited(earlier), span=span))
    if is_pronoun(passage.words[phrase.start]) or not _can_speak(passage, phrase, memory.cast):
        return None
    name = name_of(passage, phrase, memory.cast)
    role = memory.roles.get(name) or _role(passage, phrase, name)
    basis = Basis.ANONYMOUS if _is_anonymous(passage, phrase) else Basis.EXPLICIT
    head = head_of(passage.words, phrase).norm
    owner = _owner(passage.words[phrase.start].norm, head, memory)
    if head in nominals().missions:
        return memory.remember(Speaker(role, basis, _abroad(name, owner), span), head)
    return memory.remember(Speaker(role, basis, name, span, on_behalf_of=owner), head)


def _owner(first: str, head: str, memory: Memory) -> str | None:
    """Whose "its embassy" is; a second embassy is of the same."""
    before = memory.by_noun.get(head)
    if first in grammar().owners and memory.group:
        return memory.group.on_behalf_of or memory.group.name
    if before is None or first not in grammar().determiners:
        return None
    return before.name if head in nominals().missions else before.on_behalf_of


def _abroad(name: str, owner: str | None) -> str:
    """The name of a mission with the state that it is of: "the embassy in *Paris*" tells only where."""
    state = find_state((owner or "").partition(" in ")[0])
    return name_mission(state, name) if state and not find_state(name.partition(" in ")[0]) else name


def _prosecutes(speaker: Speaker) -> bool:
    """Whether a speaker can bring a charge: prosecutors and ministries of justice, not the police."""
    said = find_words(f"{speaker.name} {speaker.span.exact if speaker.span else ''}")
    return any(word.norm in nominals().prosecuting for word in said)


def _nouns_for(name: str, noun: str) -> set[str]:
    known = names().get(name.split("; ", maxsplit=1)[0])
    usual = {n for n in _usual_nouns(known.type) if not _is_other(n, name)} if known else set[str]()
    own = {noun} if noun in nominals().people | nominals().organisations | nominals().actors else set[str]()
    return usual | own


def _usual_nouns(type_: str) -> frozenset[str]:
    """The nouns that refer back to a known name of this type: "the agency"."""
    nouns = nominals()
    return {
        "firms": nouns.firm_nouns,
        "agencies": nouns.agency_nouns,
        "states": nouns.state_nouns,
        "media": nouns.media_nouns,
    }[type_]


def _can_speak(passage: Passage, phrase: Stretch, cast: Cast) -> bool:
    """Whether a phrase holds a name, or a noun that stands for somebody or for a document."""
    head = head_of(passage.words, phrase)
    if not head.is_name_like and head.norm in nominals().things:
        return False
    nouns = nominals().people | nominals().organisations | nominals().actors | grammar().titles
    named = names_somebody(passage, phrase, cast)
    anonymous = any(passage.words[i].norm in nominals().anonymous for i in range(phrase.start, phrase.end))
    described = anonymous and len(phrase) > len(("a", "source"))
    return head.norm in nouns or named or described


def _referred_to(passage: Passage, phrase: Stretch, memory: Memory) -> Speaker | None:
    words = passage.words[phrase.start : end_of_head(passage.words, phrase)]
    if _is_first_person(words):
        return memory.publisher
    if len(words) == 1 and is_pronoun(words[0]):
        return _stated_by(passage, phrase, memory) or _pronoun(words[0].norm, memory)
    if len(words) > LONGEST_REFERENCE or words[0].norm not in {"the", "this"}:
        return None
    noun = words[-1].norm
    if _is_named(words[:-1]):
        return _of_state(passage, phrase, memory.by_noun.get(noun))
    if noun in nominals().charge_sheets:
        return memory.prosecutor or memory.by_role.get(Role.LAW_ENFORCEMENT)
    return memory.by_noun.get(noun) or _by_name(noun, memory) or _fitting(noun, memory)


def _of_state(passage: Passage, phrase: Stretch, earlier: Speaker | None) -> Speaker | None:
    """The earlier speaker where the phrase names no more than its state: "the US agency" after "CISA"."""
    known = names().get(earlier.name) if earlier and earlier.name else None
    named = [m.name for m in passage.names if m.start in phrase]
    states = {name.name for name in named if name.type == "states"}
    return earlier if known and len(named) == 1 and known.state in states else None


def _is_first_person(words: Sequence[Word]) -> bool:
    """Whether it is "we", or "our researchers"."""
    people = nominals().people | nominals().organisations
    first = (words[0].norm in grammar().first_person and not words[0].text.isupper()) or words[0].text == "I"
    return first and (len(words) == 1 or words[-1].norm in people)


def _stated_by(passage: Passage, phrase: Stretch, memory: Memory) -> Speaker | None:
    """Whose statement opens the sentence: "In a statement issued by *Nordvind*, it denied"."""
    opening = passage.words[: phrase.start]
    bodies = [m for m in passage.names if m.end <= phrase.start and m.name.type != "states"]
    if len(bodies) != 1 or not any(word.norm in nominals().statements for word in opening):
        return None
    return find_speaker(passage, Stretch(bodies[0].start, bodies[0].end), memory)


def _pronoun(norm: str, memory: Memory) -> Speaker | None:
    if norm in grammar().person_pronouns:
        return memory.person or memory.group
    return memory.group or memory.person


def _is_named(words: Sequence[Word]) -> bool:
    return any(w.is_name_like for w in words[1:])


def _by_name(noun: str, memory: Memory) -> Speaker | None:
    """The one body in the document whose name ends in the noun: "the commission"."""
    name = memory.cast.only_name_ending(noun)
    return Speaker(_role_of_name(name), Basis.INHERITED, name) if name else None


def _fitting(noun: str, memory: Memory) -> Speaker | None:
    group = memory.group
    if (
        noun in nominals().organisations
        and group
        and _fits(noun, group.role)
        and not _is_other(noun, group.name or "")
    ):
        return group
    singular = noun in nominals().people - nominals().collectives and not noun.endswith("s")
    return memory.person if singular else None


def _is_other(noun: str, name: str) -> bool:
    """Whether a body is called something else: a commission is not "the bureau", but may be "the agency"."""
    own = name.rsplit(" ", maxsplit=1)[-1].casefold()
    kinds = nominals().bodies - nominals().firm_nouns - {"agency", "authority"}
    return noun in kinds and own in kinds and noun != own


def _fits(noun: str, role: Role) -> bool:
    """Whether a noun can stand for somebody of this role: no firm is "the ministry" or "the airline"."""
    nouns = nominals()
    if noun in nouns.firm_nouns:
        return role not in _PUBLIC
    if noun in nouns.agency_nouns | nouns.state_nouns:
        return role in _PUBLIC or role is Role.ACCUSED
    return noun in nouns.media_nouns | nouns.documents | nouns.actors


def _role(passage: Passage, phrase: Stretch, name: str) -> Role:
    known = names().get(name.split("; ", maxsplit=1)[0])
    if known and known.type != "states":
        return known.role
    described = roles().find(passage.words[phrase.start : _end_of_description(passage, phrase)])
    order = {rule.id: place for place, rule in enumerate(roles().rules)}
    first = min(described, key=lambda m: order[m.rule.id], default=None)
    if first is not None:
        return first.code
    if _is_anonymous(passage, phrase):
        return Role.OTHER
    return known.role if known else _role_of_name(name)


def _role_of_name(name: str) -> Role:
    """What the words of a name tell; most names without a description are of firms and their people."""
    words = find_words(name)
    found = roles().find(words)
    if found:
        return found[0].code
    return Role.VENDOR if any(word.is_name_like for word in words) else Role.OTHER


def _end_of_description(passage: Passage, phrase: Stretch) -> int:
    """Past an apposition: "Raab, *the foreign secretary*,"."""
    words = passage.words
    if phrase.end < len(words) and words[phrase.end].norm == ",":
        stop = next((i for i in range(phrase.end + 1, len(words)) if words[i].is_mark), phrase.end)
        return stop if stop - phrase.end <= LONGEST_APPOSITION else phrase.end
    return phrase.end


def _is_anonymous(passage: Passage, phrase: Stretch) -> bool:
    """Whether somebody is mentioned and not named: "a person familiar with the matter", "one official"."""
    words = passage.words[phrase.start : phrase.end]
    somebody = words[0].norm in {"a", "an", "one", "another"} and not any(w.is_name_like for w in words[1:])
    return any(w.norm in nominals().anonymous for w in words) or (
        somebody and head_of(passage.words, phrase).norm in nominals().people
    )

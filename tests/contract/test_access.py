"""Every method of a ledger, for every role, on documents that one may see and that one may not.

The measure is a ledger that never held what is hidden: whoever may not see it must be answered alike, errors
included. A method of the protocol that has no row here fails the test.
"""

from __future__ import annotations

import itertools
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from alleged.errors import LedgerError
from alleged.ledger import LEDGERS, open_ledger
from alleged.ledger.access import OPEN, VISIBLE
from alleged.ledger.interface import ClaimQuery, ConflictError, ForbiddenError, Ledger
from alleged.ledger.sample import CLEAN, sample_entry
from alleged.ledger.schema import METADATA
from alleged.model.access import EVERYTHING, Access, Marking, Member, Role, clear_for
from alleged.model.decision import About, Decision, Matter, Signature, Verdict, decide, withdraw
from alleged.model.document import Input
from alleged.model.erasure import Wanted
from alleged.model.link import Relation
from alleged.model.vocabulary import Ground, Reason, RelationType, Scope, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from alleged.ledger.interface import Entry, Location

    Places = Callable[[str], Callable[[str], Location]]

ROOT, AT = "Root", "2024-04-01T00:00:00+00:00"
NAMES = {role: f"{role.title()} O'Hara" for role in Role}
CLEARED = clear_for(frozenset({"TLP:AMBER"}))
SECRET = "Secret Bureau"


def secret_entry() -> Entry:
    """An entry that is not for everybody, with a speaker and words of its own."""
    entry = sample_entry(f"{CLEAN} Nobody may know of Zanzibar.")
    titled = replace(entry.text.document.metadata, title="Zanzibar", publisher="Zanzibar Times")
    text = replace(entry.text, document=replace(entry.text.document, metadata=titled))
    first, second = (replace(claim, text=text.id) for claim in entry.claims)
    first = replace(first, speaker=replace(first.speaker, name=SECRET))
    across = Relation(
        first.id, OPEN_ENTRY.claims[0].id, RelationType.CONFIRMS, Scope.SPECIFIC, Ground.ANAPHOR, "so"
    )
    attempt = replace(entry.input, source="zanzibar.html", text=text.id)
    return replace(entry, text=text, input=attempt, claims=(first, second), relations=(across,))


OPEN_ENTRY = sample_entry()
SECRET_ENTRY = secret_entry()
NEW_ENTRY = sample_entry(f"{CLEAN} Again.")


def sign(who: str, why: str = "the paper says so") -> Signature:
    return Signature(who, AT, why)


def on_claims(entry: Entry, who: str, verdict: Verdict = Verdict.ACCEPT) -> Decision:
    return decide(Matter(About.INCIDENT, (entry.claims[0].id, entry.claims[1].id)), verdict, sign(who))


def on_name(name: str, who: str) -> Decision:
    return decide(Matter(About.NAME, (name, "some-list:G1")), Verdict.ACCEPT, sign(who))


def on_both(who: str) -> Decision:
    ids = (OPEN_ENTRY.claims[0].id, SECRET_ENTRY.claims[0].id)
    return decide(Matter(About.INCIDENT, ids), Verdict.ACCEPT, sign(who, "secretly"))


def on_two_names(other: str) -> Decision:
    return decide(Matter(About.ALIAS, ("APT31", other)), Verdict.REJECT, sign(ROOT))


OPEN_DECISIONS = (on_claims(OPEN_ENTRY, ROOT), on_name("APT31", ROOT), on_two_names("Nobody's Name"))
SECRET_DECISIONS = (
    on_claims(SECRET_ENTRY, ROOT),
    on_name(SECRET, ROOT),
    on_two_names(SECRET),
    on_both(ROOT),
    decide(Matter(About.CLAIM, (SECRET_ENTRY.claims[1].id,)), Verdict.REJECT, sign(ROOT)),
)


def fill(ledger: Ledger, *, secret: bool) -> None:
    """Fill a ledger that is nobody's yet, and share it."""
    ledger.append(OPEN_ENTRY)
    for decision in OPEN_DECISIONS:
        ledger.decide(decision)
    ledger.set_marking(Marking(OPEN_ENTRY.text.document.id, "TLP:GREEN", ROOT, AT, "it says so"))
    if secret:
        ledger.append(SECRET_ENTRY)
        for decision in (*SECRET_DECISIONS, withdraw(SECRET_DECISIONS[0], sign(ROOT))):
            ledger.decide(decision)
        ledger.set_marking(Marking(SECRET_ENTRY.text.document.id, "TLP:RED", ROOT, AT, "it says so"))
    ledger.set_member(Member(ROOT, Role.ADMIN, frozenset({EVERYTHING}), ROOT, AT))
    ledger.close()


@dataclass(frozen=True)
class Pair:
    """The same ledger with and without what is not for everybody."""

    full: Location
    twin: Location

    def opened(self, who: str) -> Iterator[Ledger]:
        for location in (self.full, self.twin):
            with closing(open_ledger(location, create=False, who=who)) as ledger:
                yield ledger

    def admit(self) -> None:
        for ledger in self.opened(ROOT):
            for role, name in NAMES.items():
                ledger.set_member(Member(name, role, CLEARED, ROOT, AT))


@pytest.fixture(params=LEDGERS.names())
def pair(request: pytest.FixtureRequest, places: Places) -> Pair:
    place = places(request.param)
    made = Pair(place("full"), place("twin"))
    fill(open_ledger(made.full, create=True), secret=True)
    fill(open_ledger(made.twin, create=True), secret=False)
    made.admit()
    return made


def outcome(ask: Callable[[], Any]) -> Any:
    """What was answered, or what was told instead."""
    try:
        return ask()
    except LedgerError as fault:
        return type(fault), str(fault)


QUERIES = (
    ClaimQuery(),
    ClaimQuery(limit=0),
    ClaimQuery(limit=1),
    ClaimQuery(search="accused"),
    ClaimQuery(search="zanzibar"),
    ClaimQuery(search="💥"),
    ClaimQuery(speaker=SECRET),
    ClaimQuery(actor="APT31"),
    ClaimQuery(target="Café Čapek"),
)

TIMED = (
    "inputs",
    "claims",
    "tallies",
    "facets",
    "texts",
    "decisions",
    "get_claim",
    "documents",
    "find_relations",
    "get_text",
)
LATER = datetime(2030, 1, 1, tzinfo=UTC)

VIEWS: dict[str, Callable[[Ledger, Entry], Any]] = {
    "holds": lambda ledger, entry: ledger.holds(entry.text.id, entry.extractor, entry.extractor_version),
    "inputs": lambda ledger, _: ledger.inputs(),
    "claims": lambda ledger, entry: [
        ledger.claims(query) for query in (*QUERIES, ClaimQuery(document=entry.text.document.id[:12]))
    ],
    "tallies": lambda ledger, _: [ledger.tallies(query) for query in QUERIES],
    "names": lambda ledger, _: ledger.names(),
    "ranked": lambda ledger, _: [ledger.ranked(query) for query in QUERIES],
    "facets": lambda ledger, _: [ledger.facets(query) for query in QUERIES],
    "get_claim": lambda ledger, entry: [
        outcome(partial(ledger.get_claim, claim.id[:end])) for claim in entry.claims for end in (4, 8, 24)
    ],
    "get_text": lambda ledger, entry: ledger.get_text(entry.text.id),
    "texts": lambda ledger, _: ledger.texts(),
    "get_data": lambda ledger, entry: ledger.get_data(entry.text.document.id),
    "find_relations": lambda ledger, entry: ledger.find_relations(tuple(claim.id for claim in entry.claims)),
    "decisions": lambda ledger, _: ledger.decisions(),
    "members": lambda ledger, _: ledger.members(),
    "markings": lambda ledger, _: ledger.markings(),
    "documents": lambda ledger, _: ledger.documents(),
    "versions": lambda ledger, _: ledger.versions(),
    "readings": lambda ledger, entry: ledger.readings(entry.text.document.id),
    "effects": lambda ledger, _: ledger.effects(),
    "as_of": lambda ledger, entry: [
        outcome(partial(VIEWS[method], ledger.as_of(LATER), entry)) for method in TIMED
    ],
    "access": lambda ledger, _: ledger.access(),
    "is_erased": lambda ledger, entry: ledger.is_erased(entry.text.document.id),
    "find_traces": lambda ledger, _: ledger.find_traces(Wanted((SECRET,))),
    "events": lambda ledger, _: ledger.events(),
    "head": lambda ledger, _: ledger.head().root,
    "audit": lambda ledger, _: (ledger.audit().rows, ledger.audit().damages),
}
"""What is asked: of everything, and of one document."""


def new_input(entry: Entry) -> Input:
    return Input("a.txt", Status.UNCHANGED, Reason.SAME_BYTES, "append", AT, "", entry.text.document.id)


CHANGES: dict[str, tuple[Role, Callable[[Ledger, Entry, str], Any]]] = {
    "append": (Role.CODER, lambda ledger, entry, _: ledger.append(linked(entry))),
    "note": (Role.CODER, lambda ledger, entry, _: ledger.note(new_input(entry))),
    "decide": (Role.CODER, lambda ledger, entry, who: ledger.decide(on_claims(entry, who, Verdict.REJECT))),
    "set_marking": (
        Role.EDITOR,
        lambda ledger, entry, who: ledger.set_marking(
            Marking(entry.text.document.id, "TLP:AMBER", who, AT, "it says so")
        ),
    ),
    "erase": (
        Role.ADMIN,
        lambda ledger, _, who: ledger.erase(Wanted(("Ivan Nobody",)), sign(who)),
    ),
    "set_member": (
        Role.ADMIN,
        lambda ledger, _, who: ledger.set_member(Member("New", Role.VIEWER, CLEARED, who, AT)),
    ),
}
"""Who may do it at least, and how it is done."""


def ask_all(ledger: Ledger, entry: Entry) -> dict[str, Any]:
    """Everything that is answered, or told instead."""
    return {method: outcome(partial(view, ledger, entry)) for method, view in VIEWS.items()}


BESIDES = {
    "mark": "it shows only that something may have changed",
    "close": "it neither shows nor changes anything",
}


def linked(entry: Entry) -> Entry:
    """A new entry, one of whose claims responds to a claim of `entry`."""
    across = replace(NEW_ENTRY.relations[0], to=entry.claims[0].id)
    return replace(NEW_ENTRY, relations=(*NEW_ENTRY.relations, across))


def test_every_method_of_a_ledger_has_a_row() -> None:
    methods = {name for name in vars(Ledger) if not name.startswith("_")}
    assert methods == {*VIEWS, *CHANGES, *BESIDES}


def test_every_table_says_who_sees_its_rows() -> None:
    assert {*VISIBLE, *OPEN} == set(METADATA.tables)
    assert not set(VISIBLE) & set(OPEN)


@pytest.mark.parametrize("role", Role)
def test_nobody_sees_a_trace_of_what_is_hidden(pair: Pair, role: Role) -> None:
    for entry in (OPEN_ENTRY, SECRET_ENTRY):
        full, twin = (ask_all(ledger, entry) for ledger in pair.opened(NAMES[role]))
        for method in VIEWS:
            assert full[method] == twin[method], method


def test_who_is_cleared_sees_everything(pair: Pair) -> None:
    full, twin = (ask_all(ledger, SECRET_ENTRY) for ledger in pair.opened(ROOT))
    assert {method for method in VIEWS if full[method] == twin[method]} == {"members", "access", "is_erased"}
    with closing(open_ledger(pair.full, create=False, who=ROOT)) as ledger:
        ledger.set_member(Member("Cleared", Role.VIEWER, clear_for(frozenset({"TLP:RED"})), ROOT, AT))
    with closing(open_ledger(pair.full, create=False, who="Cleared")) as ledger:
        answers = ask_all(ledger, SECRET_ENTRY)
    differing = {method for method in VIEWS if answers[method] != full[method]}
    assert differing == {"members", "access", "events", "head", "audit", "find_traces"}


@pytest.mark.parametrize("role", Role)
def test_everybody_changes_what_that_role_may_change_and_nothing_hidden(pair: Pair, role: Role) -> None:
    who = NAMES[role]
    for method, (least, change) in CHANGES.items():
        may = list(Role).index(role) >= list(Role).index(least)
        for entry in (SECRET_ENTRY, OPEN_ENTRY):
            full, twin = (outcome(partial(change, ledger, entry, who)) for ledger in pair.opened(who))
            assert full == twin, method
            if not may:
                assert "may not" in full[1], method
            elif entry is OPEN_ENTRY:
                assert full is None or method in ("set_member", "erase"), method
    full, twin = (ask_all(ledger, OPEN_ENTRY) for ledger in pair.opened(who))
    hidden = new_input(SECRET_ENTRY)
    twin["inputs"] = tuple(each for each in twin["inputs"] if each != hidden)
    for method in VIEWS.keys() - {"as_of"}:  # which has the inputs, too
        assert full[method] == twin[method], method


def test_what_a_coder_has_but_may_not_see_is_not_stored_again(pair: Pair) -> None:
    with closing(open_ledger(pair.full, create=False, who=NAMES[Role.CODER])) as ledger:
        with pytest.raises(LedgerError, match="cannot be added by you"):
            ledger.append(replace(SECRET_ENTRY, relations=()))
        assert ledger.claims(ClaimQuery()).claims == OPEN_ENTRY.claims


def test_a_coder_marks_what_is_new_and_only_an_editor_what_is_there(pair: Pair) -> None:
    identity, who = NEW_ENTRY.text.document.id, NAMES[Role.CODER]
    again = replace(NEW_ENTRY, extractor_version="2", claims=(), relations=())
    again = replace(again, input=replace(NEW_ENTRY.input, claims=0))
    with closing(open_ledger(pair.full, create=False, who=who)) as ledger:
        with pytest.raises(LedgerError, match="not cleared for TLP:RED"):
            ledger.append(replace(NEW_ENTRY, marking=Marking(identity, "TLP:RED", who, AT, "so")))
        with pytest.raises(LedgerError, match="cannot sign as"):
            ledger.append(replace(NEW_ENTRY, marking=Marking(identity, "TLP:AMBER", ROOT, AT, "so")))
        assert not ledger.holds(NEW_ENTRY.text.id, NEW_ENTRY.extractor, NEW_ENTRY.extractor_version)
        marking = Marking(identity, "TLP:AMBER", who, AT, "so")
        ledger.append(replace(NEW_ENTRY, marking=marking))
        assert ledger.markings()[-1] == marking
        with pytest.raises(LedgerError, match="may not withdraw"):
            ledger.append(replace(again, marking=Marking(identity, "TLP:CLEAR", who, AT, "so")))
    with closing(open_ledger(pair.full, create=False, who=ROOT)) as ledger:
        assert not ledger.audit().damages


@pytest.mark.parametrize("role", [Role.CODER, Role.EDITOR])
def test_only_editors_withdraw_what_others_decided(pair: Pair, role: Role) -> None:
    who = NAMES[role]
    with closing(open_ledger(pair.full, create=False, who=who)) as ledger:
        own = on_name("APT1", who)
        ledger.decide(own)
        ledger.decide(withdraw(own, sign(who)))
        others = outcome(lambda: ledger.decide(withdraw(OPEN_DECISIONS[0], sign(who))))
        assert (others is None) == (role is Role.EDITOR)
        with pytest.raises(LedgerError, match="cannot sign as"):
            ledger.decide(on_name("APT2", ROOT))


def test_nobody_marks_a_document_out_of_their_own_sight(pair: Pair) -> None:
    who = NAMES[Role.EDITOR]
    with closing(open_ledger(pair.full, create=False, who=who)) as ledger:
        with pytest.raises(LedgerError, match="not cleared for TLP:RED"):
            ledger.set_marking(Marking(OPEN_ENTRY.text.document.id, "TLP:RED", who, AT, "it says so"))
        assert ledger.texts() == (OPEN_ENTRY.text,)


def test_a_removed_member_and_a_stranger_see_nothing(pair: Pair) -> None:
    who = NAMES[Role.EDITOR]
    with (
        closing(open_ledger(pair.full, create=False, who=who)) as opened,
        closing(open_ledger(pair.full, create=False, who=ROOT)) as root,
    ):
        assert opened.texts()
        root.set_member(Member(who, None, frozenset(), ROOT, AT))
        for ask in (opened.texts, lambda: opened.note(new_input(OPEN_ENTRY))):
            with pytest.raises(LedgerError, match="is no member"):
                ask()
    for stranger in ("Nobody", "", "' OR 1=1 --", None):
        with closing(open_ledger(pair.full, create=False, who=stranger)) as ledger:
            for method, answered in ask_all(ledger, OPEN_ENTRY).items():
                answers = answered if isinstance(answered, list) else [answered]
                assert all(each[0] is ForbiddenError and "is shared" in each[1] for each in answers), method


def test_an_admin_always_remains(pair: Pair) -> None:
    with closing(open_ledger(pair.full, create=False, who=ROOT)) as root:
        for role, cleared in itertools.product((None, Role.EDITOR, Role.ADMIN), (CLEARED, frozenset({"*"}))):
            if (role, cleared) != (Role.ADMIN, frozenset({"*"})):
                with pytest.raises(LedgerError, match="needs an admin"):
                    root.set_member(Member(ROOT, role, cleared, ROOT, AT))
        for name in ("", " a", "a\nb", "x" * 201):
            with pytest.raises(LedgerError, match="no name of a member"):
                root.set_member(Member(name, Role.VIEWER, CLEARED, ROOT, AT))
        assert root.access() == Access(ROOT, Role.ADMIN, frozenset({EVERYTHING}))


@pytest.mark.parametrize("kind", LEDGERS.names())
def test_who_did_not_see_what_others_decided_is_told(kind: str, places: Places) -> None:
    first, second = on_claims(OPEN_ENTRY, "Anna"), on_claims(OPEN_ENTRY, "Ben", Verdict.REJECT)
    with closing(open_ledger(places(kind)("conflict"), create=True)) as ledger:
        ledger.append(OPEN_ENTRY)
        ledger.decide(first, seen=())
        with pytest.raises(ConflictError, match=r"Anna decided .*the paper says so") as raised:
            ledger.decide(second, seen=())
        assert raised.value.others == (first,)
        assert ledger.decisions() == (first,)
        ledger.decide(second, seen=(first.id,))
        ledger.decide(withdraw(second, sign("Anna")), seen=())
        crossing = withdraw(second, sign("Carl"))
        with pytest.raises(ConflictError, match="Anna decided"):
            ledger.decide(crossing, seen=(first.id, second.id))
        ledger.decide(on_name("APT31", "Ben"), seen=())
        assert len(ledger.decisions()) == 4


def test_the_mark_differs_after_a_marking_and_a_change_of_members(pair: Pair) -> None:
    who = NAMES[Role.VIEWER]
    with (
        closing(open_ledger(pair.full, create=False, who=who)) as opened,
        closing(open_ledger(pair.full, create=False, who=ROOT)) as root,
    ):
        marks = [opened.mark()]
        assert opened.mark() == marks[0], "nothing was stored"
        root.set_marking(Marking(OPEN_ENTRY.text.document.id, "TLP:RED", ROOT, AT, "it says so"))
        marks.append(opened.mark())
        root.set_member(Member(who, Role.VIEWER, clear_for(frozenset({"TLP:RED"})), ROOT, AT))
        marks.append(opened.mark())
        assert len(set(marks)) == len(marks)
        assert root.mark() not in marks, "it tells nothing of how much is stored"

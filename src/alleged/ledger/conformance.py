"""What every ledger promises, as checks that any implementation can be put to."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from alleged.errors import AnchorError, LedgerError
from alleged.ledger.facets import find_year
from alleged.ledger.interface import (
    AlreadyHeldError,
    Aspect,
    ClaimQuery,
    ConflictError,
    Facet,
    Page,
)
from alleged.ledger.sample import CLEAN, sample_entry
from alleged.model.audit import NO_CHAIN, Event, EventKind, Head
from alleged.model.decision import About, Decision, Matter, Signature, Verdict, decide, withdraw
from alleged.model.document import Input
from alleged.model.erasure import Wanted
from alleged.model.span import Span
from alleged.model.vocabulary import Act, Kind, Realis, Reason, RelationType, Stance, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from alleged.ledger.interface import Entry, Ledger
    from alleged.model.claim import Claim

    Open = Callable[[str], Ledger]
    """Opens the ledger of a name, and makes it if there is none."""


def check_ledger(open_named: Open) -> None:
    """Raise AssertionError at the first promise that the ledgers which `open_named` opens do not keep.

    The same name must give the same ledger again, also while it is open, and a new name an empty one.
    """
    for number, check in enumerate(CHECKS):
        check(partial(open_named, f"promise-{number}"))


def _ensure(kept: bool, promise: str) -> None:
    if not kept:
        raise AssertionError(f"a ledger {promise}")


@contextmanager
def _raises(error: type[Exception], promise: str) -> Iterator[None]:
    try:
        yield
    except error:
        return
    raise AssertionError(f"a ledger {promise}")


def _is_empty(ledger: Ledger, entry: Entry) -> bool:
    held = ledger.holds(entry.text.id, entry.extractor, entry.extractor_version)
    return not (held or ledger.inputs() or ledger.claims(ClaimQuery()).total)


def _check_round_trip(open_again: Callable[[], Ledger]) -> None:
    entry = sample_entry()
    with closing(open_again()) as ledger:
        _ensure(_is_empty(ledger, entry), "of a new name is empty")
        ledger.append(entry)
        _check_held(ledger, entry)
    with closing(open_again()) as ledger:
        _check_held(ledger, entry)


def _check_held(ledger: Ledger, entry: Entry) -> None:
    ids = tuple(claim.id for claim in entry.claims)
    document = entry.text.document.id
    _ensure(ledger.claims(ClaimQuery()).claims == entry.claims, "gives every claim back as it was")
    _ensure(tuple(map(ledger.get_claim, ids)) == entry.claims, "gives every claim by its id")
    _ensure(ledger.get_text(entry.text.id) == entry.text, "gives the text back as it was")
    _ensure(ledger.texts() == (entry.text,), "lists the text")
    _ensure(ledger.get_data(document) == entry.data, "gives the bytes back as they were")
    _ensure(ledger.inputs() == (entry.input,), "gives the input back as it was")
    _ensure(ledger.find_relations(ids) == entry.relations, "gives every relation back once")
    _ensure(ledger.find_relations(ids[:1]) == entry.relations, "finds a relation by the claim where it ends")
    _ensure(ledger.find_relations(()) == (), "finds no relation of no claims")
    _ensure(ledger.holds(entry.text.id, "sample", "1"), "holds what was appended")
    _ensure(not ledger.holds(entry.text.id, "sample", "2"), "does not hold what another version would read")
    _ensure(not ledger.holds(document, "sample", "1"), "does not hold a text that it does not know")


def _check_realis(open_again: Callable[[], Ledger]) -> None:
    """What an extractor did not tell must not come back as told."""
    with closing(open_again()) as ledger:
        for realis in (None, *Realis):
            entry = sample_entry(f"{CLEAN} Again: {realis}.")
            claims = tuple(replace(claim, realis=realis) for claim in entry.claims)
            ledger.append(replace(entry, claims=claims))
            shown = ledger.claims(ClaimQuery(document=entry.text.document.id)).claims
            _ensure(shown == claims, f"gives the realis {realis} back as it was")


def _check_refusals(open_again: Callable[[], Ledger]) -> None:
    with closing(open_again()) as ledger:
        for entry, error, promise in _list_misfits(sample_entry()):
            with _raises(error, f"refuses {promise}"):
                ledger.append(entry)
            _ensure(_is_empty(ledger, entry), f"stores nothing of an entry with {promise}")
            with _raises(LedgerError, f"archives no bytes of an entry with {promise}"):
                ledger.get_data(entry.text.document.id)


def _list_misfits(entry: Entry) -> Iterator[tuple[Entry, type[Exception], str]]:
    first, last = entry.claims
    quote = last.quote
    for name, span in {
        "words that are not there": replace(quote, exact=quote.exact.upper()),
        "words at another place": replace(quote, start=quote.start - 1, end=quote.end - 1),
        "places counted from the end": Span(quote.start - len(CLEAN), quote.end - len(CLEAN), quote.exact),
        "places beyond the end": Span(len(CLEAN) - 1, len(CLEAN) + 1, CLEAN[-1]),
        "a span of no words": Span(3, 3, ""),
    }.items():
        yield replace(entry, claims=(first, replace(last, hedges=(span,)))), AnchorError, name
    unsure, stray = replace(last, confidence=float("nan")), replace(entry.relations[0], to="f" * 24)
    yield replace(entry, claims=(first, unsure)), LedgerError, "a confidence that is no probability"
    yield replace(entry, claims=(first, first)), LedgerError, "two claims of one id"
    yield replace(entry, claims=(first, replace(last, text="x"))), LedgerError, "a claim of another text"
    yield replace(entry, extractor="other"), LedgerError, "claims of another extractor"
    yield replace(entry, data=b"other"), LedgerError, "the bytes of another document"
    yield replace(entry, relations=(stray,)), LedgerError, "a relation to an unknown claim"
    yield replace(entry, input=replace(entry.input, claims=3)), LedgerError, "an input that miscounts"


def _check_twice(open_again: Callable[[], Ledger]) -> None:
    entry = sample_entry()
    with closing(open_again()) as ledger:
        ledger.append(entry)
        with _raises(AlreadyHeldError, "says so when it is given the same reading again"):
            ledger.append(entry)
        _check_held(ledger, entry)
        changed = replace(sample_entry(extractor_version="2"), text=replace(entry.text, quotations=()))
        with _raises(LedgerError, "refuses a text that a reader reads differently under the same version"):
            ledger.append(changed)
        _check_held(ledger, entry)


def _check_newest(open_again: Callable[[], Ledger]) -> None:
    old, upgraded = sample_entry(), sample_entry(extractor_version="2")
    reread = sample_entry(reader_version="2", extractor_version="2")
    with closing(open_again()) as ledger:
        for entry in (old, upgraded, reread):
            ledger.append(entry)
            shown = ledger.claims(ClaimQuery(search="justice")).claims
            _ensure(shown == entry.claims[:1], "shows what was read last, and that only")
        _ensure(ledger.get_claim(old.claims[0].id) == old.claims[0], "keeps the claims of older readings")
        _ensure(ledger.get_text(old.text.id) == old.text, "keeps older texts")
        kept = (old.input, upgraded.input, reread.input)
        _ensure(ledger.inputs() == kept, "keeps the inputs of older readings")


def _check_texts(open_again: Callable[[], Ledger]) -> None:
    """One text a document: that of the last reading, also where an older text was read again."""
    first, second = sample_entry(), sample_entry(f"{CLEAN} Again.")
    reread = sample_entry(reader_version="2")
    with closing(open_again()) as ledger:
        _ensure(ledger.texts() == (), "lists no text before one is stored")
        for entry in (first, second, reread):
            ledger.append(entry)
        _ensure(ledger.texts() == (reread.text, second.text), "lists the newest text of every document")
        ledger.append(sample_entry(extractor_version="2"))
        _ensure(ledger.texts() == (first.text, second.text), "lists the text that was read last")
        _check_some(ledger, second)


def _check_some(ledger: Ledger, entry: Entry) -> None:
    """Of some documents it tells the same as of all, and nothing of the others."""
    some = (entry.text.document.id, "0" * 64)
    _ensure(ledger.texts(some) == (entry.text,), "lists the texts of some documents")
    _ensure(ledger.documents(some) == (entry.text.document,), "lists some documents")
    _ensure(ledger.inputs(some) == (entry.input,), "lists the inputs that brought some documents")
    _ensure(not (ledger.texts(()) or ledger.documents(()) or ledger.inputs(())), "lists nothing of none")


def _check_extractors(open_again: Callable[[], Ledger]) -> None:
    entry = sample_entry()
    theirs = tuple(replace(claim, extractor="another") for claim in entry.claims)
    with closing(open_again()) as ledger:
        ledger.append(entry)
        ledger.append(replace(entry, extractor="another", claims=theirs, relations=()))
        shown = ledger.claims(ClaimQuery()).claims
        mixed = (entry.claims[0], theirs[0], entry.claims[1], theirs[1])
        _ensure(shown == mixed, "shows the claims of every extractor, in order of their place")


def _check_order(open_again: Callable[[], Ledger]) -> None:
    first, second = sample_entry(), sample_entry(f"{CLEAN} Again.")
    with closing(open_again()) as ledger:
        ledger.append(replace(first, claims=first.claims[::-1]))
        ledger.append(second)
        ledger.append(sample_entry(extractor_version="2"))
        shown = ledger.claims(ClaimQuery(limit=3))
        starts = [(claim.document, claim.quote.start) for claim in shown.claims]
        expected = [(claim.document, claim.quote.start) for claim in (*first.claims, *second.claims[:1])]
        _ensure(starts == expected, "shows documents in the order of their first reading, claims by place")
        everything = len(first.claims) + len(second.claims)
        _ensure(shown.total == everything, "counts all claims, also those beyond the limit")
        _ensure(ledger.claims(ClaimQuery(limit=0)).total == everything, "counts without showing")
        for wrong in (ClaimQuery(limit=-1), ClaimQuery(start=-1), ClaimQuery(limit=1, start=-1)):
            with _raises(LedgerError, "refuses a limit or a start below 0"):
                ledger.claims(wrong)
        _check_pages(ledger)


def _check_pages(ledger: Ledger) -> None:
    """Any part of a list is what stands there in the whole of it."""
    for query in (ClaimQuery(), ClaimQuery(stance=Stance.DENIES), ClaimQuery(actor="nobody")):
        whole = ledger.claims(query)
        for start in range(whole.total + 2):
            for limit in (None, *range(whole.total + 2)):
                page = ledger.claims(replace(query, start=start, limit=limit))
                end = None if limit is None else start + limit
                kept = Page(whole.claims[start:end], whole.total)
                _ensure(page == kept, f"shows {limit} claims from {start} on as they stand in the whole list")


def _check_queries(open_again: Callable[[], Ledger]) -> None:
    entry, other = sample_entry(), sample_entry(f"{CLEAN} Again.")
    with closing(open_again()) as ledger:
        ledger.append(entry)
        for query, expected in _list_queries(entry):
            _ensure(ledger.claims(query).claims == expected, f"answers {query} with {len(expected)} claims")
        ledger.append(other)
        one = ledger.claims(ClaimQuery(document=other.text.document.id[:12].upper()))
        _ensure(one.claims == other.claims, "shows one document by the beginning of its id")


def _list_queries(entry: Entry) -> Iterator[tuple[ClaimQuery, tuple[Claim, ...]]]:
    none: tuple[Claim, ...] = ()
    accusation, denial = (entry.claims[0],), (entry.claims[1],)
    for name in ("u.s. DEPARTMENT of justice", "justice", "US", "u.s.", "department OF"):
        yield ClaimQuery(speaker=name), accusation
    for name in ("jiang li", "JIǍNG", "Jia\u030cng Li\u0300"):
        yield ClaimQuery(speaker=name), denial
    for name in ("just", "department justice", "justice department", "", " ", "?", "\0", "\ud800", "%", "_"):
        yield ClaimQuery(speaker=name), none
    yield ClaimQuery(actor="apt31"), accusation
    yield ClaimQuery(actor="APT31X"), denial
    yield ClaimQuery(target="apt31"), none
    yield ClaimQuery(target="telecom"), accusation
    yield ClaimQuery(target="cafe capek", stance=Stance.ALLEGES, kind=Kind.OPERATION), accusation
    yield ClaimQuery(target="capek", stance=Stance.DENIES), none
    yield ClaimQuery(kind=Kind.MOTIVE), none
    yield ClaimQuery(act=Act.MOTIVE), none
    yield ClaimQuery(target="cafe capek", act=accusation[0].act), accusation
    yield ClaimQuery(stance=Stance.DENIES), denial
    yield ClaimQuery(document=entry.text.document.id), entry.claims
    yield ClaimQuery(document="", limit=1), accusation
    for prefix in ("%", "0'", "\ud800", f"{entry.text.document.id}0"):
        yield ClaimQuery(document=prefix), none


def _check_search(open_again: Callable[[], Ledger]) -> None:
    entry = sample_entry()
    with closing(open_again()) as ledger:
        ledger.append(entry)
        for search, expected in _list_searches(entry):
            found = ledger.claims(ClaimQuery(search=search))
            _ensure(found.claims == expected, f"finds {len(expected)} claims with {search!r}")
            _ensure(found.total == len(expected), f"counts the claims with {search!r}")


def _check_narrowing(open_again: Callable[[], Ledger]) -> None:
    """Ids narrow like any other field, and what is left out is not counted."""
    old, new, other = sample_entry(), sample_entry(extractor_version="2"), sample_entry(f"{CLEAN} Again.")
    accusation, denial = new.claims
    first, second = accusation.document, other.text.document.id
    with closing(open_again()) as ledger:
        for entry in (old, new, other):
            ledger.append(entry)
        for query, expected in (
            (ClaimQuery(only=frozenset({denial.id, second})), (denial, *other.claims)),
            (ClaimQuery(only=frozenset()), ()),
            (ClaimQuery(only=frozenset({old.claims[0].id})), ()),
            (ClaimQuery(without=frozenset({denial.id, second})), (accusation,)),
            (ClaimQuery(without=frozenset({first}), actor="apt31"), other.claims[:1]),
            (ClaimQuery(stance=Stance.DENIES, also=frozenset({accusation.id}), document=first), new.claims),
            (ClaimQuery(also=frozenset({accusation.id}), search="decade spying"), _first_of(new, other)),
            (ClaimQuery(within=frozenset({second, "f" * 64})), other.claims),
            (ClaimQuery(names=frozenset({"Jiǎng Lì", "Nobody"}), within=frozenset({first})), (denial,)),
            (ClaimQuery(names=frozenset({"APT31"}), within=frozenset({first})), (accusation,)),
            (ClaimQuery(names=frozenset({"apt31"})), ()),
            (ClaimQuery(within=frozenset()), ()),
            (ClaimQuery(within=frozenset({first}), only=frozenset({denial.id, second})), (denial,)),
        ):
            page = ledger.claims(query)
            _ensure((page.claims, page.total) == (expected, len(expected)), f"answers {query}")
            check_counts(ledger, query)
        named = {name for entry in (old, other) for claim in entry.claims for name in _list_names(claim)}
        _ensure(ledger.names() == named, "lists every name")
        every = ledger.claims(ClaimQuery(every_reading=True, document=first))
        _ensure(
            set(every.claims) == {*old.claims, *new.claims}, "shows the claims of older readings if asked"
        )


def _list_names(claim: Claim) -> Iterator[str]:
    yield from (mention.name for mention in (*claim.actors, *claim.targets))
    yield from filter(None, (claim.speaker.name, claim.speaker.on_behalf_of))


def check_counts(ledger: Ledger, query: ClaimQuery) -> None:
    """Raise AssertionError unless what is counted for a query is what is shown for it, claim by claim."""
    found = ledger.claims(query).claims
    told = {text.id: text.document.metadata for text in ledger.texts()}
    known = [told[claim.text] for claim in found]
    values: dict[Aspect, Iterable[str | None]] = {
        Aspect.STANCE: (claim.stance for claim in found),
        Aspect.KIND: (claim.kind for claim in found),
        Aspect.ACT: (claim.act for claim in found),
        Aspect.SPEAKER: (claim.speaker.name for claim in found),
        Aspect.ACTOR: (name for claim in found for name in {each.name for each in claim.actors}),
        Aspect.TARGET: (name for claim in found for name in {each.name for each in claim.targets}),
        Aspect.PUBLISHER: (each.publisher for each in known),
        Aspect.YEAR: (find_year(each.published) for each in known),
    }
    expected = {aspect: Facet(_rank(each)) for aspect, each in values.items()}
    _ensure(ledger.facets(replace(query, limit=1)) == expected, f"counts what {query} asks for")
    few = (Aspect.ACTOR, Aspect.YEAR)
    _ensure(ledger.facets(query, few) == {each: expected[each] for each in few}, "counts what is asked for")
    doubts = sorted(found, key=lambda claim: (claim.confidence is None, claim.confidence or 0))
    ranked = [(each.claim, each.document, each.extractor, each.confidence) for each in ledger.ranked(query)]
    _ensure(
        ranked == [(claim.id, claim.document, claim.extractor, claim.confidence) for claim in doubts],
        f"ranks what {query} asks for",
    )
    shares = Counter((claim.document, claim.text) for claim in found)
    tallies = ledger.tallies(replace(query, limit=1))
    _ensure(
        {(each.document, each.text): each.claims for each in tallies} == shares, f"tells where {query} is"
    )


def _rank(values: Iterable[str | None]) -> tuple[tuple[str, int], ...]:
    counts = Counter(value for value in values if value is not None)
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def _first_of(*entries: Entry) -> tuple[Claim, ...]:
    return tuple(entry.claims[0] for entry in entries)


def _check_documents(open_again: Callable[[], Ledger]) -> None:
    """What is known of documents without their words, and of how they were read."""
    entry, reread = sample_entry(), sample_entry(reader_version="2")
    plain = sample_entry(f"{CLEAN} Again.")
    unversioned = replace(plain.text, document=replace(plain.text.document, version_of=None))
    other = replace(plain, text=unversioned)
    with closing(open_again()) as ledger:
        _ensure((ledger.documents(), ledger.versions()) == ((), ()), "knows no document at first")
        marks = [ledger.mark()]
        for each in (entry, reread, other):
            ledger.append(each)
            marks.append(ledger.mark())
        _ensure(len(set(marks)) == len(marks), "has another mark after each entry")
        _ensure(ledger.mark() == marks[-1], "has the same mark until something is stored")
        known = (reread.text.document, unversioned.document)
        _ensure(ledger.documents() == known, "tells of every document what was read last")
        _ensure(ledger.versions() == known[:1], "tells which documents are versions of others")
        held = ledger.readings(entry.text.document.id)
        read = [(each.text, each.reader_version, each.claims, each.at) for each in held]
        expected = [(each.text.id, each.text.reader_version, 2, each.input.at) for each in (entry, reread)]
        _ensure(read == expected, "tells how a document was read, oldest first")
        _ensure(ledger.readings("0" * 64) == (), "knows no reading of what it does not have")


def _check_as_of(open_again: Callable[[], Ledger]) -> None:
    """As of an instant a ledger is what it was then, to the last answer, and cannot be written."""
    entries = [_at(sample_entry(extractor_version=str(day)), day) for day in (1, 2, 3)]
    entries.append(_at(sample_entry(f"{CLEAN} Again."), 4))
    named, *_ = _sample_decisions(entries[0])
    made = [decide(named.matter, Verdict.ACCEPT, replace(SIGNATURE, at=_noon(day))) for day in (2, 3)]
    with closing(open_again()) as ledger:
        for day, entry in enumerate(entries, start=1):
            ledger.append(entry)
            for decision in (each for each in made if each.at == _noon(day)):
                ledger.decide(decision)
        for day in range(6):
            _check_day(ledger.as_of(datetime(2024, 1, day + 1, tzinfo=UTC)), entries[:day], made, day)


def _check_day(then: Ledger, known: Sequence[Entry], made: Sequence[Decision], day: int) -> None:
    versions, others = known[:3][-1:], known[3:]
    shown = tuple(claim for entry in (*versions, *others) for claim in entry.claims)
    _ensure(then.claims(ClaimQuery()).claims == shown, "shows as of a day the newest claims of that day")
    _ensure(then.texts() == tuple(entry.text for entry in (*versions, *others)), "lists the texts of then")
    named = {name for entry in known for claim in entry.claims for name in _list_names(claim)}
    _ensure(then.names() == named, "lists the names of then")
    _ensure(then.inputs() == tuple(entry.input for entry in known), "lists the inputs of then")
    _ensure(
        then.decisions() == tuple(d for d in made if d.at < _noon(day + 1)), "lists the decisions of then"
    )
    later = sample_entry(extractor_version="9")
    with _raises(LedgerError, "refuses to be written as of an earlier time"):
        then.append(later)
    unknown = sample_entry(extractor_version=str(day + 1))
    with _raises(LedgerError, "has no claim that was stored later"):
        then.get_claim(unknown.claims[0].id)
    if not known:
        with _raises(LedgerError, "has no text that was stored later"):
            then.get_text(unknown.text.id)
    for entry in known:
        ids = tuple(claim.id for claim in entry.claims)
        _ensure(tuple(map(then.get_claim, ids)) == entry.claims, "gives the claims of then by their ids")
        _ensure(then.find_relations(ids) == entry.relations, "finds the relations of then")


def _noon(day: int) -> str:
    return f"2024-01-{day:02}T12:00:00+00:00"


def _at(entry: Entry, day: int) -> Entry:
    """The same, read at noon of a day."""
    return replace(entry, input=replace(entry.input, at=_noon(day)))


def _list_searches(entry: Entry) -> Iterator[tuple[str, tuple[Claim, ...]]]:
    accusation, denial = (entry.claims[0],), (entry.claims[1],)
    for search in (
        "accused",
        "SPYING decade",
        "decade spying",
        "cafe",
        "Café Čapek",
        "💥",
        "u.s.",
        "apt31 💥",
    ):
        yield search, accusation
    for search in ("“We may", "技术", "华为 said", "jiang", "said Jiǎng\0Lì", "it”,", "\ud800 nothing"):
        yield search, denial
    for search in ("charged", "Spying charged", '"charged', "charged\n\n", "charged\x1b"):
        yield search, entry.claims
    for search in (
        "",
        " ",
        "\0",
        "\ud800",
        "accuse",
        "accused nothing",
        "💥💥",
        "*",
        "cha*",
        "NOT charged x",
    ):
        yield search, ()
    for search in (
        '"',
        '""',
        "' OR 1=1 --",
        "NEAR(a b)",
        "quote:accused ^",
        "(",
        "a AND",
        "-x",
        "{quote}: y",
    ):
        yield search, ()


def _check_links(open_again: Callable[[], Ledger]) -> None:
    """A claim may respond to one of an earlier document."""
    first, second = sample_entry(), sample_entry(f"{CLEAN} Again.")
    across = replace(second.relations[0], to=first.claims[0].id)
    linked = replace(second, relations=(*second.relations, across))
    with closing(open_again()) as ledger:
        ledger.append(first)
        ledger.append(linked)
        found = ledger.find_relations((first.claims[0].id,))
        _ensure(found == (*first.relations, across), "links claims of different documents")


def _check_prefixes(open_again: Callable[[], Ledger]) -> None:
    entry = sample_entry()
    claim = entry.claims[0]
    with closing(open_again()) as ledger:
        ledger.append(entry)
        _ensure(ledger.get_claim(claim.id[:12]) == claim, "finds a claim by the beginning of its id")
        _ensure(ledger.get_claim(claim.id[:12].upper()) == claim, "takes ids in capitals")
        for prefix in ("", claim.id[:3], "zzzz", "%%%%", "____", f"{claim.id}0", "\ud800" * 4, "\0\0\0\0"):
            with _raises(LedgerError, f"has no claim {prefix!r}"):
                ledger.get_claim(prefix)
        with _raises(LedgerError, "has no text that nobody stored"):
            ledger.get_text("0000")


def _check_notes(open_again: Callable[[], Ledger]) -> None:
    entry = sample_entry()
    missing = Input("gone.txt", Status.FAILED, Reason.MISSING, "open", "2024-03-26", "there is no such file")
    again = replace(entry.input, status=Status.UNCHANGED, reason=Reason.SAME_BYTES, claims=0)
    odd = replace(missing, source="caf\udce9.txt")
    with closing(open_again()) as ledger:
        ledger.note(missing)
        ledger.append(entry)
        ledger.note(again)
        ledger.note(again)
        ledger.note(odd)
        *known, last = ledger.inputs()
        _ensure(known == [missing, entry.input, again, again], "keeps every input, in their order")
        _ensure(last.source == "caf\\udce9.txt", "writes out what is no Unicode in the name of a file")


ODD = "\0 nul \x1a0 \x1a \U0001f1fa\U0001f1f8 e\u0301 \u202eabc \r\n \ufeff \x1b[31m \uffff \U0010ffff"
"""Letters that stores stumble over."""


def _check_letters(open_again: Callable[[], Ledger]) -> None:
    entry = _odd_entry()
    (claim,) = entry.claims
    with closing(open_again()) as ledger:
        ledger.append(entry)
    with closing(open_again()) as ledger:
        _ensure(ledger.claims(ClaimQuery()).claims == entry.claims, "gives a claim of any letters back")
        _ensure(ledger.get_text(claim.text) == entry.text, "gives a text of any letters back")
        _ensure(ledger.inputs() == (entry.input,), "gives an input of any letters back")
        for query in (ClaimQuery(speaker="NUL"), ClaimQuery(search="nul abc\0")):
            _ensure(ledger.claims(query).claims == entry.claims, f"finds any letters by {query}")


def _odd_entry() -> Entry:
    entry = sample_entry(f"{ODD}{CLEAN}")
    titled = replace(entry.text.document.metadata, title=ODD, byline=ODD, genre=None)
    text = replace(entry.text, document=replace(entry.text.document, metadata=titled))
    speaker = replace(entry.claims[0].speaker, name=ODD, on_behalf_of=ODD, chain=(ODD, "", ODD))
    claim = replace(entry.claims[0], text=text.id, speaker=speaker)
    attempt = replace(entry.input, source=ODD, text=text.id, claims=1, given=titled)
    return replace(entry, text=text, input=attempt, claims=(claim,), relations=())


def _check_chain(open_again: Callable[[], Ledger]) -> None:
    """Every write is an event, each continues the one before, and heads taken on the way hold for ever."""
    entry, other = sample_entry(), sample_entry(f"{CLEAN} Again.")
    with closing(open_again()) as ledger:
        heads = [ledger.head()]
        ledger.append(entry)
        heads.append(ledger.head())
        ledger.note(entry.input)
        ledger.decide(_sample_decisions(entry)[0])
        with _raises(AlreadyHeldError, "refuses the same reading twice"):
            ledger.append(entry)
        ledger.append(other)
    with closing(open_again()) as ledger:
        kinds = [event.kind for event in ledger.events()]
        _ensure(kinds == WRITTEN, "has one event for every write, and none for what it refused")
        _check_links_of(ledger.events())
        for head in (*heads, ledger.head(), Head(heads[1].root)):
            _ensure(ledger.audit(head).damages == (), f"is sound, and goes on from {head}")
        _check_against(ledger)


WRITTEN = [EventKind.CREATED, EventKind.APPENDED, EventKind.NOTED, EventKind.DECIDED, EventKind.APPENDED]


def _check_links_of(events: Sequence[Event]) -> None:
    _ensure([event.number for event in events] == [*range(1, len(events) + 1)], "numbers events from 1")
    chains = [NO_CHAIN, *(event.chain for event in events)]
    _ensure(all(map(Event.follows, events, chains)), "chains each event to the one before")


def _check_against(ledger: Ledger) -> None:
    head = ledger.head()
    _ensure(head.size == len(ledger.events()), "counts its events in its head")
    for other in (
        replace(head, root="0" * 64),
        replace(head, size=1),
        replace(head, size=99),
        Head("0" * 64),
    ):
        _ensure(len(ledger.audit(other).damages) == 1, f"does not go on from {other}")


def _check_readers(open_again: Callable[[], Ledger]) -> None:
    """While one appends, another never sees a part of an entry."""
    entries = [sample_entry(f"{CLEAN} Again: {number}.") for number in range(20)]
    with closing(open_again()) as writer, closing(open_again()) as reader, ThreadPoolExecutor(1) as pool:
        writing = pool.submit(_append_all, writer, entries)
        while not writing.done():
            page = reader.claims(ClaimQuery())
            relations = reader.find_relations(tuple(claim.id for claim in page.claims))
            whole = page.total == len(page.claims) == 2 * len(relations)
            _ensure(whole, "shows whole entries only, also while another is stored")
        writing.result()
        stored = {claim.document for claim in reader.claims(ClaimQuery()).claims}
        _ensure(len(stored) == len(entries), "shows what another has stored")


def _check_writers(open_again: Callable[[], Ledger]) -> None:
    """Several append the same at once: each entry is stored once, and nobody is turned away."""
    entries = [sample_entry(f"{CLEAN} Again: {number}.") for number in range(10)]

    def append_all(_writer: int) -> int:
        with closing(open_again()) as ledger:
            return _append_all(ledger, entries)

    with ThreadPoolExecutor(4) as pool:
        stored = sum(pool.map(append_all, range(4)))
    with closing(open_again()) as ledger:
        _ensure(stored == len(entries), "stores an entry once, however many append it at once")
        _ensure(len(ledger.inputs()) == len(entries), "keeps one input for what it stored once")
        _ensure(ledger.claims(ClaimQuery()).total == 2 * len(entries), "stores every claim once")


def _check_decisions(open_again: Callable[[], Ledger]) -> None:
    entry = sample_entry()
    name, link, incident = made = _sample_decisions(entry)
    back = withdraw(link, replace(SIGNATURE, why="not so: \0 “it” is 技术"))
    again = withdraw(back, SIGNATURE)
    with closing(open_again()) as ledger:
        ledger.append(entry)
        _ensure(ledger.decisions() == (), "has no decisions at first")
        for decision in (*made, back, again):
            ledger.decide(decision)
    with closing(open_again()) as ledger:
        _ensure(ledger.decisions() == (name, link, incident, back, again), "gives decisions back in order")
        relations = ledger.find_relations((entry.claims[0].id,))
        _ensure(relations == entry.relations, "keeps its relations as they are, whatever is decided")
        for decision, promise in _list_undecidable(entry, back):
            with _raises(LedgerError, f"refuses {promise}"):
                ledger.decide(decision)
        _ensure(len(ledger.decisions()) == len(made) + 2, "stores nothing of a decision that it refuses")


SIGNATURE = Signature("J. Reviewer", "2024-03-27T08:00:00+00:00", "the paper says so")


def _sample_decisions(entry: Entry) -> tuple[Decision, Decision, Decision]:
    """One decision about each sort of thing."""
    accusation, denial = (claim.id for claim in entry.claims)
    named = Matter(About.NAME, ("APT31", "some-list:G0128:x", "17"))
    linked = Matter(About.LINK, (denial, accusation, RelationType.DISPUTES.value))
    together = Matter(About.INCIDENT, (denial, accusation))
    return (
        decide(named, Verdict.ACCEPT, SIGNATURE),
        decide(linked, Verdict.REJECT, SIGNATURE),
        decide(together, Verdict.ACCEPT, SIGNATURE),
    )


def _list_undecidable(entry: Entry, withdrawn: Decision) -> Iterator[tuple[Decision, str]]:
    name, link, _ = _sample_decisions(entry)
    known, unknown = entry.claims[0].id, "f" * 24
    yield name, "the same decision twice"
    for about, what, promise in (
        (About.INCIDENT, (known, unknown), "a decision on an unknown claim"),
        (About.LINK, (unknown, known, "disputes"), "a decision on a link from an unknown claim"),
        (About.INCIDENT, (known, known[:12]), "a decision on the beginning of an id"),
        (About.INCIDENT, (known, known), "a decision on one claim twice"),
        (About.LINK, (link.what[0], known), "a link of no type"),
        (About.LINK, (link.what[0], known, "likes"), "a link of an unknown type"),
        (About.NAME, ("APT31", "G0128"), "an entity of no authority"),
        (About.NAME, (" ", "some-list:G0128"), "a name without letters"),
        (About.NAME, ("APT31",), "a name without an entity"),
        (About.NAME, ("APT31", "some-list:G0128", ""), "an entity of a list of no version"),
        (About.ALIAS, ("Harbour Office",), "one name as two"),
        (About.ALIAS, ("Harbour Office", "harbour office"), "one name in two spellings as two"),
        (About.CLAIM, (unknown,), "a decision on an unknown claim"),
        (About.CLAIM, (known, "stance", "denies"), "a correction that is no correction"),
        (About.SAME, (known, link.what[0]), "a merge of claims that are not equally sure"),
        (About.CODE, (unknown, "form", "variable", "value"), "a cell of an unknown claim's incident"),
        (About.CODE, (known, "form"), "a cell of no variable"),
        (About.CODE, (known, "form", "variable", " "), "a cell with a value without a letter"),
        (About.DOCUMENT, ("0" * 64,), "a decision on an unknown document"),
        (About.VERSION, (entry.text.document.id, "0" * 64), "a version of an unknown document"),
        (About.PUBLISHER, (" ",), "a publisher without a name"),
    ):
        yield decide(Matter(about, what), Verdict.ACCEPT, SIGNATURE), promise
    for about, what, promise in (
        (About.CLAIM, (known,), "a correction of nothing"),
        (About.CLAIM, (known, "colour", "red"), "a correction of what no claim has"),
        (About.CLAIM, (known, "stance", "knows"), "a correction to what no stance is"),
        (About.CLAIM, (known, "hedge", "perhaps"), "a hedge that does not stand in the quote"),
        (About.INCIDENT, (known, link.what[0]), "a correction of an incident"),
    ):
        yield decide(Matter(about, what), Verdict.CORRECT, SIGNATURE), promise
    for said in ("who", "at", "why"):
        unsigned = replace(SIGNATURE, **{said: " "})
        yield decide(name.matter, Verdict.ACCEPT, unsigned), f"a decision that does not say {said}"
    later = replace(SIGNATURE, at="2024-03-28T08:00:00+00:00")
    other = decide(name.matter, Verdict.REJECT, later)
    yield replace(other, why="another reason"), "a decision whose id is not of its contents"
    yield withdraw(other, later), "the withdrawal of an unknown decision"
    yield withdraw(withdrawn, later), "the withdrawal of what is withdrawn"
    yield withdraw(replace(name, what=("APT1", *name.what[1:])), later), "the withdrawal of another matter"


def _check_deciders(open_again: Callable[[], Ledger]) -> None:
    """Several decide at once: none is lost, and of two withdrawals of the same one is refused."""
    with closing(open_again()) as ledger:
        first, *_ = _sample_decisions(sample_entry())
        ledger.decide(first)

    def decide_all(person: int) -> int:
        by = replace(SIGNATURE, who=f"Reviewer {person}")
        with closing(open_again()) as ledger:
            for number in range(10):
                matter = Matter(About.NAME, (f"name {number}", "some-list:1"))
                ledger.decide(decide(matter, Verdict.ACCEPT, by))
            return _decides(ledger, withdraw(first, by))

    with ThreadPoolExecutor(4) as pool:
        withdrawals = sum(pool.map(decide_all, range(4)))
    with closing(open_again()) as ledger:
        _ensure(withdrawals == 1, "takes one withdrawal of a decision, however many withdraw it at once")
        _ensure(len(ledger.decisions()) == 1 + 4 * 10 + 1, "keeps every decision of several at once")


def _check_conflicts(open_again: Callable[[], Ledger]) -> None:
    """Who decides on what somebody else decided on since is told that, and may then decide."""
    entry = sample_entry()
    first = _sample_decisions(entry)[2]
    second = decide(first.matter, Verdict.REJECT, replace(SIGNATURE, who="B. Reviewer"))
    gone = withdraw(second, SIGNATURE)
    with closing(open_again()) as ledger:
        ledger.append(entry)
        ledger.decide(first, seen=())
        _ensure(_find_conflict(ledger, second, ()) == (first,), "tells what somebody else decided")
        _ensure(ledger.decisions() == (first,), "stores nothing of a decision that crosses another")
        ledger.decide(second, seen=(first.id,))
        ledger.decide(gone, seen=())
        late = withdraw(second, replace(SIGNATURE, who="C. Reviewer"))
        _ensure(_find_conflict(ledger, late, (first.id, second.id)) == (gone,), "tells what is withdrawn")
        _ensure(ledger.decisions() == (first, second, gone), "keeps what was decided in turn")


def _find_conflict(ledger: Ledger, decision: Decision, seen: tuple[str, ...]) -> tuple[Decision, ...]:
    try:
        ledger.decide(decision, seen=seen)
    except ConflictError as conflict:
        _ensure(all(f"{each.who} decided" in str(conflict) for each in conflict.others), "says who decided")
        return conflict.others
    return ()


def _decides(ledger: Ledger, decision: Decision) -> bool:
    try:
        ledger.decide(decision)
    except LedgerError:
        return False
    return True


def _append_all(ledger: Ledger, entries: Sequence[Entry]) -> int:
    """Append them all, and say how many were new."""
    return sum(_appends(ledger, entry) for entry in entries)


def _appends(ledger: Ledger, entry: Entry) -> bool:
    try:
        ledger.append(entry)
    except AlreadyHeldError:
        return False
    return True


def _check_erasing(open_again: Callable[[], Ledger]) -> None:
    entry, by = sample_entry(), Signature("An admin", "2024-04-01T08:00:00+00:00", "a court said so")
    document, wanted = entry.text.document.id, Wanted(("JIANG LI",))
    with closing(open_again()) as ledger:
        ledger.append(entry)
        head = ledger.head()
        _ensure(ledger.find_traces(wanted).documents == (document,), "tells where a name stands")
        _ensure(ledger.get_data(document) == entry.data, "erases nothing when it tells that")
        _ensure(ledger.erase(wanted, by).documents == (document,), "tells what it erased")
        _check_erased(ledger, entry)
        _ensure(not ledger.audit(head).damages, "is sound after a name was erased, also against an old head")
        _ensure(ledger.erase(wanted, by).is_nothing, "erases a name once")


def _check_erased(ledger: Ledger, entry: Entry) -> None:
    kept, masked = ledger.claims(ClaimQuery()).claims
    _ensure(kept.quote == replace(entry.claims[0].quote, suffix=kept.quote.suffix), "keeps other words")
    _ensure(masked.speaker.name == "█████ ██", "erases a name of a speaker")
    _ensure("█████ ██" in masked.quote.exact and "Jiǎng" not in masked.quote.exact, "erases a name in a text")
    _ensure(ledger.claims(ClaimQuery(search="jiang")).total == 0, "finds no name that was erased")
    _ensure(len(ledger.find_relations((masked.id,))) == 1, "keeps the links of what was erased")
    _ensure(ledger.is_erased(entry.text.document.id), "knows the bytes that it destroyed")
    _ensure(ledger.decisions()[-1].about is About.ERASURE, "says who erased a name")


CHECKS = (
    _check_round_trip,
    _check_realis,
    _check_refusals,
    _check_twice,
    _check_newest,
    _check_texts,
    _check_extractors,
    _check_order,
    _check_queries,
    _check_search,
    _check_narrowing,
    _check_documents,
    _check_as_of,
    _check_links,
    _check_prefixes,
    _check_notes,
    _check_letters,
    _check_decisions,
    _check_deciders,
    _check_chain,
    _check_conflicts,
    _check_readers,
    _check_writers,
    _check_erasing,
)

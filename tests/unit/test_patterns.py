"""No pattern that the program runs can be made to work long: each is read off the source and weighed."""

from __future__ import annotations

import ast
import importlib
import random
import re
import time
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from alleged.extract.times import lengths, points, ranges, retelling
from alleged.lexicon.citations import citations
from alleged.lexicon.rules import acts, cues, hedges, roles
from alleged.lexicon.trimmings import trimmings
from alleged.resolve import citing
from tests.pattern_cost import LONG, SHORT, Cost, grows, takes_what_it_reads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from alleged.lexicon.pattern import Pattern

pytestmark = pytest.mark.alone

SOURCE = Path(importlib.import_module("alleged").__path__[0])
RUNS = frozenset({"compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"})
AT_ONE_PLACE = frozenset({"match", "fullmatch"})
ANY_WAY = frozenset({"search", "fullmatch"})
"""How a pattern is run that is handed on: weighed as the worst of both."""
ENGINES = frozenset({"regex", "fnmatch", "pyparsing", "sre_parse", "parse", "ioc_finder", "iocextract"})
"""Modules that run patterns of their own: none may meet a text here."""

A_CHARACTER = 250
"""Steps for each character of what a pattern is held against at one place, a line or a word."""
A_PLACE = 1_000
"""Steps from each place of a text through which a pattern is searched for."""

BUILT: dict[str, Callable[[], Iterable[tuple[str, int]]]] = {
    "alleged.extract.times.finding:_whole": lambda: (
        (rf"{form}(?!\S)", 0)
        for form in (*(form for form, _ in ranges.FORMS), lengths.AT_LEAST, lengths.FOR, points.POINT)
    ),
    "alleged.extract.times.points:_without_names": lambda: [(r"\(\?P<\w{1,20}>", 0)],
    "alleged.extract.times.retelling:_pointing_back": lambda: _shown(retelling._SAME.values()),
    "alleged.lexicon.trimmings:trimmings": lambda: _shown(
        value for name in trimmings().__slots__ if isinstance(value := getattr(trimmings(), name), re.Pattern)
    ),
    "alleged.resolve.citing:_pattern": lambda: _shown([citing._pattern()]),
    "alleged.resolve.arabic:_rest": lambda: [("[aeiou]?h?", 0), ("h?", 0)],
}
"""The patterns that a function puts together, by the function."""

TRIED: dict[str, tuple[int, str]] = {
    "alleged.text.metadata:_BYLINE": (
        250,
        "by author written reported : . , ; - ' ’ A Ab de van and & / for in of",
    ),
    "alleged.resolve.han:_PINYIN": (40, "a ai an ang e en xi xian yi yin ying n g o u l r chu chuan"),
    "alleged.text.markdown_inline:_TARGET": (3_000, "( ) < > ]( a \" ' \n"),
    "alleged.knowledge.ofac_csv:_WEAK_NAME": (1_000, "a.k.a. f.k.a. ' \" ; . X"),
}
"""The only patterns that are tried and not weighed, since no character parts their ways and they only meet
what is short: the longest that they can meet, and what they are made of. The list must not grow: write a
bounded pattern, or run it with google-re2."""
MOST_TRIED = 4


@dataclass(frozen=True, slots=True)
class Use:
    """A pattern in the source, and how it is run."""

    place: str
    pattern: str | bytes
    flags: re.RegexFlag
    ways: frozenset[str]

    def __str__(self) -> str:
        return f"{self.place}: {self.pattern!r:.200} with {', '.join(sorted(self.ways))}"


def test_the_source_holds_patterns_and_each_is_found() -> None:
    assert len(uses()) > 150
    places = {use.place for use in uses()}
    assert "alleged.text.sentences:_STOPS" in places
    assert set(BUILT) <= places


def test_no_pattern_can_work_long() -> None:
    slow = [f"{use}: {why}" for use in uses() if use.place not in TRIED and (why := find_fault(use))]
    assert not slow, "bound these, or run them with google-re2:\n" + "\n".join(slow)


def test_the_list_of_patterns_that_are_only_tried_is_needed_and_does_not_grow() -> None:
    assert len(TRIED) <= MOST_TRIED
    by_place = {use.place: use for use in uses()}
    assert all(find_fault(by_place[place]) for place in TRIED)


@pytest.mark.parametrize("place", TRIED)
def test_what_is_tried_takes_no_time(place: str) -> None:
    use = next(use for use in uses() if use.place == place)
    longest, pieces = TRIED[place]
    assert isinstance(use.pattern, str)
    pattern = re.compile(use.pattern, use.flags)
    start = time.process_time()
    attacks = list(_attacks(pieces.split(" "), longest))
    for attack in attacks:
        pattern.fullmatch(attack)
        pattern.search(attack)
    assert (time.process_time() - start) / len(attacks) < 0.01


def _attacks(pieces: list[str], longest: int) -> Iterator[str]:
    """Texts made of a pattern's own pieces, regular and by lot, that end in what it cannot take."""
    lot = random.Random(7)
    for unit in (*pieces, *(f"{a}{b}" for a in pieces for b in pieces), *(f"{a} " for a in pieces)):
        yield (pieces[0] + " " + unit * longest)[: longest - 1] + "\0"
        yield (unit * longest)[: longest - 1] + "\0"
    for _ in range(200):
        joined = lot.choice(["", " ", ", "]).join(lot.choices(pieces, k=longest))
        yield joined[: longest - 1] + "\0"


def test_rules_over_words_are_bounded() -> None:
    """A gap has five lengths; each optional item doubles the variants."""
    tables = (cues(), hedges(), acts(), roles(), citations())
    patterns = [pattern for table in tables for rule in table.rules for pattern in rule.patterns]
    assert len(patterns) > 500
    assert max(map(_most_steps, patterns)) <= 4_000


def _most_steps(pattern: Pattern) -> int:
    return sum(5 ** sum(step is None for step in variant) * len(variant) for variant in pattern.variants)


def test_lists_of_rules_give_no_pattern_to_re() -> None:
    """What the lexicon's files hold reaches `re` only letter by letter (`re.escape`), else google-re2."""
    names = {
        path.name for path in (SOURCE / "lexicon").glob("*.py") if "re.compile" in path.read_text("utf-8")
    }
    own = {"acronyms.py", "listed_persons.py"}  # patterns of their own, which the test above looks at
    assert names == {"inflect.py", "trimmings.py", "words.py"} | own
    assert "import re2" in (SOURCE / "lexicon" / "boilerplate.py").read_text("utf-8")


def test_no_other_engine_runs_patterns() -> None:
    for module, tree in trees().items():
        for node in ast.walk(tree):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not ENGINES & {name.partition(".")[0] for name in names}, module
            assert "re" not in names or isinstance(node, ast.Import), f"{module}: write import re"
            if isinstance(node, ast.Import):
                assert not any(alias.name == "re" and alias.asname for alias in node.names), module


@pytest.mark.parametrize(
    "pattern",
    [r"(a*)*b", r"(a|a)*b", r"(a|ab)*c", r"\w+@\w+", r"a*a*b", r".*x", r"\s+$", r"(?:\s*,\s*)*x", r"(a+)+$"],
)
def test_patterns_that_are_known_to_hang_are_told(pattern: str) -> None:
    assert find_fault(Use("here", pattern, re.NOFLAG, frozenset({"search"})))


@pytest.mark.parametrize("pattern", [r"(a*)*b", r"(?:a|ab|b)*c", r"(?:\w{1,30} ?){1,30}x", r"a*a*a*b"])
def test_patterns_that_hang_at_one_place_are_told(pattern: str) -> None:
    assert find_fault(Use("here", pattern, re.NOFLAG, frozenset({"fullmatch"})))


@pytest.mark.parametrize(
    "pattern", [r"\w+", r"<[^<>]*>", r"a{1,30}b", r"[.!?]++[\"')]*+", r"(?:january|jan|february) \d{1,2}"]
)
def test_patterns_that_read_once_are_let_pass(pattern: str) -> None:
    assert find_fault(Use("here", pattern, re.NOFLAG, frozenset({"finditer"}))) is None


def test_the_count_of_steps_follows_the_matcher() -> None:
    assert grows(r"a*b") == pytest.approx(10, rel=0.01)
    assert grows(r"a*a*b", whole=True) == pytest.approx(100, rel=0.05)
    assert grows(r"a{1,30}b") == 1
    assert takes_what_it_reads(r"\w+")
    assert not takes_what_it_reads(r"\w+@")


def find_fault(use: Use) -> str | None:
    """Why a pattern can work long; None where it cannot."""
    whole = "fullmatch" in use.ways
    steps = Cost(use.pattern, use.flags, LONG, whole).steps
    if use.ways <= AT_ONE_PLACE:
        short = steps if steps <= A_CHARACTER * SHORT else Cost(use.pattern, use.flags, SHORT, whole).steps
        fits = steps <= A_CHARACTER * LONG and short <= A_CHARACTER * SHORT
        return None if fits else f"{short:.2g} steps on {SHORT} characters, {steps:.2g} on {LONG}"
    if steps <= A_PLACE or (steps < LONG**2 and takes_what_it_reads(use.pattern, use.flags)):
        return None
    return f"{steps:.2g} steps from one place of a text"


@cache
def trees() -> dict[str, ast.Module]:
    """Every module of the program."""
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE.parent).with_suffix("").parts
        found[".".join(parts).removesuffix(".__init__")] = ast.parse(path.read_text("utf-8"))
    return found


@cache
def uses() -> tuple[Use, ...]:
    """Every pattern that the source gives to `re`."""
    return tuple(use for module, tree in trees().items() for use in _uses_in(module, tree))


def _uses_in(module: str, tree: ast.Module) -> Iterator[Use]:
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    told: set[str] = set()
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call) and _runs_re(node)):
        above = list(_above(call, parents))
        name = _name_of(above)
        place = f"{module}:{name}"
        if place in BUILT:
            if place not in told:
                told.add(place)
                yield from (
                    Use(place, pattern, re.RegexFlag(flags), ANY_WAY) for pattern, flags in BUILT[place]()
                )
            continue
        is_named = _name(call) == "compile" and isinstance(above[0], ast.Assign | ast.AnnAssign)
        ways = _ways_of(module, name) if is_named else frozenset({_name(call)} - {"compile"} or ANY_WAY)
        yield from (Use(place, pattern, flags, ways) for pattern, flags in _values(module, call, above))


def _runs_re(call: ast.Call) -> bool:
    func = call.func
    named = isinstance(func, ast.Attribute) and isinstance(func.value, ast.Name) and func.value.id == "re"
    return named and isinstance(func, ast.Attribute) and func.attr in RUNS


def _above(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> Iterator[ast.AST]:
    while node in parents:
        node = parents[node]
        yield node


def _name_of(above: list[ast.AST]) -> str:
    """The function that a call stands in, else the name that it is given to."""
    functions = [node.name for node in above if isinstance(node, ast.FunctionDef)]
    if functions:
        return functions[-1]
    assigned = next(node for node in above if isinstance(node, ast.Assign | ast.AnnAssign))
    target = assigned.targets[0] if isinstance(assigned, ast.Assign) else assigned.target
    first = target.elts[0] if isinstance(target, ast.Tuple) else target
    assert isinstance(first, ast.Name)
    return first.id


def _values(module: str, call: ast.Call, above: list[ast.AST]) -> list[tuple[str | bytes, re.RegexFlag]]:
    """The patterns of a call, worked out with its module's names: one for each round of a comprehension."""
    flags = call.args[1] if _takes_flags(call) else ast.Constant(0)
    wanted: ast.expr = ast.List([ast.Tuple([call.args[0], flags], ast.Load())], ast.Load())
    around = next((node for node in above if isinstance(node, ast.GeneratorExp | ast.ListComp)), None)
    if around and _name(call) == "compile":
        wanted = ast.ListComp(ast.Tuple([call.args[0], flags], ast.Load()), around.generators)
    expression = ast.fix_missing_locations(ast.Expression(wanted))
    known = vars(importlib.import_module(module))
    try:
        values = eval(compile(expression, module, "eval"), known)
    except NameError as error:
        raise AssertionError(
            f"{module}: say in BUILT what {ast.unparse(call)} compiles ({error}), or bound it"
        ) from error
    return [(getattr(pattern, "pattern", pattern), re.RegexFlag(flag)) for pattern, flag in values]


def _takes_flags(call: ast.Call) -> bool:
    assert not [word for word in call.keywords if word.arg == "flags"], "give flags by place"
    return _name(call) == "compile" and len(call.args) > 1


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _ways_of(module: str, name: str) -> frozenset[str]:
    """How a pattern of that name is run; one that is handed on may be searched for."""
    return frozenset(_ways()[_key(module, name)] - {"pattern"}) or ANY_WAY


def _key(module: str, name: str) -> str:
    """Names that begin with a line are their module's own; others may be imported."""
    return f"{module}:{name}" if name.startswith("_") else name


@cache
def _ways() -> dict[str, set[str]]:
    """How the value of each name in capitals is used."""
    found: dict[str, set[str]] = defaultdict(set)
    for module, tree in trees().items():
        inside = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
        for node in inside:
            if isinstance(node, ast.Name) and node.id.isupper() and isinstance(node.ctx, ast.Load):
                found[_key(module, node.id)] |= _way(node, inside)
    return found


def _way(node: ast.Name, inside: dict[ast.AST, ast.AST]) -> frozenset[str]:
    attribute = inside[node]
    if not isinstance(attribute, ast.Attribute):
        return ANY_WAY
    call = inside[attribute]
    is_anywhere = isinstance(call, ast.Call) and len(call.args) > 1
    return ANY_WAY if is_anywhere and attribute.attr in AT_ONE_PLACE else frozenset({attribute.attr})


def _shown(patterns: Iterable[re.Pattern[Any]]) -> list[tuple[str, int]]:
    return [(pattern.pattern, pattern.flags & ~re.UNICODE) for pattern in patterns]

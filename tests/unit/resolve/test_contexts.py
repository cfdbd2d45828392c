from __future__ import annotations

import pytest

from alleged.lexicon.readings import Sign
from alleged.model.document import Extent
from alleged.model.entity import EntityKind
from alleged.resolve.contexts import Context, Surroundings

GROUP, TOOL = EntityKind.GROUP, EntityKind.TOOL


def around(text: str) -> tuple[Surroundings, Extent]:
    """The surroundings of the name in brackets, and its place."""
    before, _, rest = text.partition("[")
    name, _, after = rest.partition("]")
    mention = Extent(len(before), len(before) + len(name))
    return Surroundings(before + name + after, [mention]), mention


def context_of(text: str) -> Context:
    surroundings, mention = around(text)
    return surroundings.context_of(mention)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The [Amber Heron] gang left.", GROUP),
        ("It was the work of the group [Amber Heron].", GROUP),
        ("[Amber Heron], a hacking group, left.", GROUP),
        ("They found the [Amber Heron] backdoor.", TOOL),
        ("They used malware called [Amber Heron].", TOOL),
        ("Nobody knew [Amber Heron].", None),
        ("[Amber Heron] was the malware gang's name.", None),
    ],
)
def test_words_beside_a_name_tell_what_it_is(text: str, kind: EntityKind | None) -> None:
    assert context_of(text).likely == (frozenset({kind}) if kind else frozenset())


def test_what_is_told_at_one_place_holds_at_others_where_nothing_is() -> None:
    text = "The Amber Heron gang left. Amber Heron came back."
    first, second = Extent(4, 15), Extent(27, 38)
    assert Surroundings(text, [first, second]).context_of(second).likely == {GROUP}


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("They met in [Paris].", Sign.PLACE),
        ("The [Paris] office closed.", Sign.PLACE),
        ("[Paris] accused the officers.", Sign.STATE),
        ("It was done on behalf of [Paris].", Sign.STATE),
        ("They spoke of [Paris].", None),
    ],
)
def test_a_place_or_a_state(text: str, reading: Sign | None) -> None:
    assert context_of(text).reading is reading


def test_the_nearest_countries_are_those_beside_the_name_then_those_near_then_all() -> None:
    surroundings, mention = around("In Iceland, a man said China's [Harbour Office] closed.")
    assert surroundings.countries_near(mention) == {"CN"}
    surroundings, mention = around("In Iceland, a man said that the [Harbour Office] closed.")
    assert surroundings.countries_near(mention) == {"IS"}
    surroundings, mention = around(f"Iceland slept. {'It snowed. ' * 30} The [Harbour Office] closed.")
    assert surroundings.countries_near(mention) == {"IS"}
    surroundings, mention = around("The [Harbour Office] closed.")
    assert surroundings.countries_near(mention) == frozenset()

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from alleged.model.link import Relation
from alleged.model.vocabulary import Ground, RelationType, Scope

RELATION = Relation("a", "b", RelationType.DISPUTES, Scope.SPECIFIC, Ground.ANAPHOR, "both speak of mail")


def test_relations_are_told_apart_by_all_they_say() -> None:
    assert Relation("a", "b", *_codes(RELATION), "both speak of mail") == RELATION
    assert len({RELATION, Relation("b", "a", *_codes(RELATION), "both speak of mail")}) == 2


def test_a_relation_is_never_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        RELATION.scope = Scope.BLANKET  # type: ignore[misc]


def _codes(relation: Relation) -> tuple[RelationType, Scope, Ground]:
    return relation.type, relation.scope, relation.ground

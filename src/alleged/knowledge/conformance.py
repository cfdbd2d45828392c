"""The check that every format of a list must pass; `alleged.testing` offers it as `check_format`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.errors import KnowledgeError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alleged.knowledge.interface import Format
    from alleged.model.entity import Authority, Entity

_HEAD = 65_536
_NO_LISTS = (b"", b"\0\xff\xfe", b"{}", b"<a/>", b"a,b\n1,2\n")


def check_format(form: Format, lists: Iterable[bytes]) -> None:
    """Raise AssertionError unless `form` keeps the contract of `Format` on these lists."""
    _require(bool(form.title.strip()), "it has a title")
    read = [_check_list(form, data) for data in lists]
    _require(bool(read), "there is a list to check it with")
    for data in _NO_LISTS:
        _check_refused(form, data)


def _check_list(form: Format, data: bytes) -> Authority:
    authority = form.read(data, "list")
    _require(form.looks_like(data[:_HEAD]), "it recognises what it reads")
    _require(authority == form.read(data, "list"), "the same bytes always give the same list")
    _require(authority.source == "list", "it says where the list was read from")
    _require(
        all((authority.name, authority.title, authority.version)), "a list has a name, title and version"
    )
    _require(bool(authority.entities), "there are entities in the lists of the check")
    for entity in authority.entities:
        _check_entity(entity, authority)
    _check_ids(authority)
    _check_refused(form, data[: len(data) // 2])
    return authority


def _check_entity(entity: Entity, authority: Authority) -> None:
    names = [entity.name, *(alias.name for alias in entity.aliases)]
    source = (entity.authority, entity.version)
    _require(source == (authority.name, authority.version), "an entity names its authority and version")
    _require(bool(entity.id), "an entity has an id")
    _require(all(name == " ".join(name.split()) != "" for name in names), "names are tidy and not empty")
    _require(len(names) == len(set(names)), "no name of an entity is given twice")


def _check_ids(authority: Authority) -> None:
    ids = {entity.id for entity in authority.entities}
    _require(len(ids) == len(authority.entities), "ids are unique within a list")


def _check_refused(form: Format, data: bytes) -> None:
    try:
        form.read(data, "list")
    except KnowledgeError as error:
        _require(error.place is not None and bool(error.cure), "a refusal has a place and a cure")
        return
    _require(False, "what is damaged or no list is refused with KnowledgeError")


def _require(holds: bool, rule: str) -> None:
    """Not `assert`, which `python -O` drops."""
    if not holds:
        raise AssertionError(f"a format keeps to this: {rule}")

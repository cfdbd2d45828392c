"""What was asked for: the parts of an address, read strictly, each mistake told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlencode

from alleged.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from enum import StrEnum

    from starlette.requests import Request

Code = TypeVar("Code", bound="StrEnum")

LONGEST = 2000
"""Characters of one value; no name and no search is longer."""

MOST_FILES = 200
LARGEST_PART = 64 * 1024 * 1024
"""Bytes of one file or field of a form."""


class AskedWronglyError(InputError):
    """An address, or a form, asks for what cannot be; the page says so, with status 400."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was sent with a form."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Asked:
    """Parts of the path and of the query, or of a form that was sent."""

    path: str
    parts: Mapping[str, str]
    values: Sequence[tuple[str, str]]
    uploads: Sequence[Upload] = ()
    base: str = ""
    """Under which address this server was asked."""

    @classmethod
    def of(cls, request: Request) -> Asked:
        """What the address of this request asks for."""
        values = tuple(request.query_params.multi_items())
        return cls(request.url.path, request.path_params, values, base=_base_of(request))

    @classmethod
    async def of_form(cls, request: Request) -> Asked:
        """What a form that was sent asks for."""
        values, uploads = [], []
        async with request.form(max_files=MOST_FILES, max_part_size=LARGEST_PART) as form:
            for key, value in form.multi_items():
                if isinstance(value, str):
                    values.append((key, value))
                elif value.filename:
                    uploads.append(Upload(value.filename, await value.read()))
        sent = (tuple(values), tuple(uploads))
        return cls(request.url.path, request.path_params, *sent, _base_of(request))

    def part(self, name: str) -> str:
        """A part of the path: the id in "/article/3fa81c2e"."""
        return self.parts[name]

    def text(self, name: str) -> str:
        """The value of that name without white space around it; "" where there is none."""
        found = next((value for key, value in self.values if key == name), "").strip()
        if len(found) > LONGEST:
            raise AskedWronglyError(f"“{name}” has {len(found)} characters; {LONGEST} are allowed")
        return found

    def words(self, name: str) -> str:
        """The value of that name as it was sent, however long it is."""
        return next((value for key, value in self.values if key == name), "")

    def texts(self, name: str) -> tuple[str, ...]:
        """Every value of that name that is not empty."""
        return tuple(value.strip() for key, value in self.values if key == name and value.strip())

    def number(self, name: str, default: int, most: int) -> int:
        """A whole number from 1 to `most`."""
        written = self.text(name)
        if not written:
            return default
        if not (written.isascii() and written.isdigit() and 1 <= int(written[:9]) <= most):
            raise AskedWronglyError(f"“{name}” must be a number from 1 to {most}, and is “{written[:40]}”")
        return int(written)

    def code(self, name: str, codes: type[Code]) -> Code | None:
        """One of a list of codes; None where nothing is asked for."""
        written = self.text(name)
        if not written:
            return None
        if written not in [code.value for code in codes]:
            known = ", ".join(code.value for code in codes)
            raise AskedWronglyError(f"“{name}” is “{written[:40]}”; it can be {known}")
        return codes(written)

    def address(self, path: str | None = None, **changed: str | int | None) -> str:
        """The same address with some values changed, or left out where they are None or ""."""
        kept = [(key, value) for key, value in self.values if key not in changed and value]
        added = [(key, str(value)) for key, value in changed.items() if value not in (None, "")]
        asked = urlencode([*kept, *added])
        return f"{path or self.path}?{asked}" if asked else path or self.path


def _base_of(request: Request) -> str:
    return str(request.app.state.public or request.base_url).rstrip("/")

from __future__ import annotations

import sys
from importlib.abc import MetaPathFinder
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from alleged.errors import InputError, MissingExtraError
from alleged.exports.report.html import render_html
from alleged.exports.report.pdf import write_pdf
from tests.unit.dossiers.library import REGISTER
from tests.unit.exports.report.making import make

if TYPE_CHECKING:
    from pathlib import Path


def test_pages_hold_the_quotes_and_their_number(tmp_path: Path) -> None:
    try:
        data = write_pdf(render_html(make(tmp_path)))
    except InputError as error:
        pytest.skip(str(error))
    document = pypdfium2.PdfDocument(data)
    assert len(document) >= 3
    told = " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    assert REGISTER in told
    assert f"page 2 of {len(document)}" in told


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'alleged\[pdf\]'"):
        write_pdf("<p>nothing</p>")


class _NoPango(MetaPathFinder):
    """Finds weasyprint on a system without Pango."""

    def find_spec(self, fullname: str, *_: object) -> None:
        if fullname == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")


def test_without_pango_the_cure_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [_NoPango(), *sys.meta_path])
    with pytest.raises(InputError, match=r"set by Pango, which this system lacks; install it \(Debian"):
        write_pdf("<p>nothing</p>")

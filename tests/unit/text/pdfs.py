"""Small PDFs for tests: written with reportlab, or byte by byte where reportlab cannot."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BODY = 760


def make_pdf(pages: Iterable[Sequence[str]], *, password: str | None = None, font: str = "Vera") -> bytes:
    """One line under the other on each page, in 10 points."""
    if "Vera" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    stream = io.BytesIO()
    encryption = StandardEncryption(password, ownerPassword="owner") if password is not None else None
    canvas = Canvas(stream, invariant=1, encrypt=encryption)
    for lines in pages:
        canvas.setFont(font, 10)
        for index, line in enumerate(lines):
            canvas.drawString(72, BODY - 13 * index, line)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def make_image_pdf() -> bytes:
    """A page with a picture and no text."""
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1)
    canvas.rect(50, 50, 200, 200, fill=1)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def make_mapped_pdf(mapping: str) -> bytes:
    """A page with the letters ABC, which stand for what `mapping` (three hexadecimal UTF-16 codes) says."""
    first, second, third = mapping.split()
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def "
        "1 begincodespacerange <00> <FF> endcodespacerange 3 beginbfchar "
        f"<41> <{first}> <42> <{second}> <43> <{third}> endbfchar endcmap end end"
    )
    text = "BT /F1 12 Tf 72 700 Td (ABC) Tj ET"
    return _assemble(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources 7 0 R >>",
            f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
            f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
            "<< /Font << /F1 5 0 R >> >>",
        ]
    )


def _assemble(objects: Sequence[str]) -> bytes:
    out = "%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("latin-1")

"""Write `examples/sanctions-notice.pdf`, the same bytes on every run.

Usage: python scripts/make_notice.py [PATH]
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

DEFAULT_PATH = Path(__file__).resolve().parent.parent / "examples" / "sanctions-notice.pdf"

ISSUER = "Sanctions Monitor (example notice)"
TITLE = "United States and United Kingdom sanction a Wuhan company and two men over APT31"
HEADER = "Sanctions Monitor · Cyber · 25 March 2024"
FOOTER = "An example, not an official document"
PAGES = 2
CREATED = "1711367100"  # 2024-03-25 11:45 UTC in seconds: the date that the file's own metadata states
MARGIN = 30 * mm

# Paragraphs stand between blank lines, headings begin with "# ", "~" marks where a word may be hyphenated.
TEXT = """
# Summary

On 25 March 2024 the Office of Foreign Assets Control (OFAC) of the U.S. Department of the Treasury
imposed sanctions on Wuhan Xiaoruizhi Science and Technology Company, Limited (“Wuhan XRZ”) and on
two Chinese nationals, Zhao Guangzong and Ni Gaobin.

On the same day the United Kingdom’s Foreign, Commonwealth and Devel~op~ment Office (FCDO)
sanctioned the same company and the same two men.

OFAC acted under Executive Order 13694, as amended by Executive Order 13757. The FCDO acted under
the Cyber (Sanctions) (EU Exit) Regulations 2020.

# Reasons given by the United States

OFAC described Wuhan XRZ as a front company for China’s Ministry of State Security (MSS). Several
hacking operations were run under its cover, according to OFAC.

OFAC uses the name APT 31 for a circle of state-sponsored intelligence officers, contract hackers
and support staff. It said the group works on behalf of the Hubei State Security Department, a
provincial arm of the MSS.

OFAC said Zhao Guangzong was behind a spear phishing operation in 2020 against the United States
Naval Academy and the China Maritime Studies Institute of the United States Naval War College. Ni
Gaobin allegedly assisted him in that operation and in other prominent ones while Zhao was a
contractor of Wuhan XRZ.

In 2018, OFAC said, employees of Wuhan XRZ gained unauthorised access to an energy company based in
Texas. The group is also accused of breaking into several defence contractors, among them a maker of
flight simulators for the U.S. military, and into a managed service provider in California.

Officials at the White House, at four U.S. departments and in Congress were among the group’s
targets, according to the Treasury.

# Reasons given by the United Kingdom

The FCDO called Zhao Guangzong and Ni Gaobin members of APT31 and Wuhan XRZ a front company.

The National Cyber Security Centre (NCSC) assessed that APT31 almost certainly probed the email
accounts of UK parliamentarians in 2021. It assessed that a China state-affiliated entity was highly
likely behind the intrusion at the Electoral Commission between 2021 and 2022. No parliamentary
account was com~pro~mised, the UK government said.

# Related action

The U.S. Department of Justice unsealed an indictment that charges Zhao Guangzong, Ni Gaobin and
five others with conspiracy to commit computer intrusions and conspiracy to commit wire fraud. The
charges are allegations. The defendants are presumed innocent unless they are proven guilty.

The U.S. Department of State offered a reward of up to $10 million for information about the group
and the defendants.

China’s embassy in London rejected the British accusations as malicious slander and said that China
had protested to the UK government.

# Effect

Property of the listed persons that is in the United States or under the control of U.S. persons is
blocked and must be reported to OFAC. In the United Kingdom their funds and economic resources are
frozen, and nobody may make funds avail~able to them without a licence. The two men are also subject
to a UK travel ban.

# Listed persons and names

Wuhan Xiaoruizhi Science and Technology Company, Limited, also known as Wuhan XRZ. UK group ID
16460.

Zhao Guangzong, Chinese national. UK group ID 16461.

Ni Gaobin, Chinese national. UK group ID 16462.

According to the indictment, APT31 is also tracked as Zirconium, Violet Typhoon, Judgment Panda and
Altaire.
"""
SOFT_HYPHEN = "\u00ad"

BODY = ParagraphStyle(
    "body",
    fontName="Times-Roman",
    fontSize=12,
    leading=16.4,
    leftIndent=9 * mm,
    spaceAfter=7,
    alignment=TA_JUSTIFY,
    allowWidows=0,
    allowOrphans=0,
)
HEADING = ParagraphStyle(
    "heading", fontName="Helvetica-Bold", fontSize=12.5, leading=16, spaceBefore=8, spaceAfter=6
)
TITLE_STYLE = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=18, leading=22, spaceAfter=8)
IMPRINT = ParagraphStyle("imprint", fontName="Helvetica", fontSize=10, leading=14, spaceAfter=4)


def story() -> list[Flowable]:
    flow: list[Flowable] = [
        Paragraph(TITLE, TITLE_STYLE),
        Paragraph("25 March 2024", IMPRINT),
        Paragraph(f"Issued by: {ISSUER}", IMPRINT),
        Paragraph("This notice was written as an example. It is not an official document.", IMPRINT),
    ]
    number = 0
    for block in TEXT.strip().split("\n\n"):
        if block.startswith("# "):
            flow.append(Paragraph(block.removeprefix("# "), HEADING))
        else:
            number += 1
            flow.append(Paragraph(block.replace("~", SOFT_HYPHEN), BODY, bulletText=f"{number}."))
    return flow


def draw_header(canvas: Canvas, _document: BaseDocTemplate) -> None:
    canvas.setFont("Helvetica", 9)
    canvas.drawString(MARGIN, A4[1] - 14 * mm, HEADER)


def draw_footer(canvas: Canvas, document: BaseDocTemplate) -> None:
    canvas.setFont("Helvetica", 9)
    canvas.drawString(MARGIN, 12 * mm, FOOTER)
    canvas.drawRightString(A4[0] - MARGIN, 12 * mm, f"Page {document.page} of {PAGES}")


def page_template() -> PageTemplate:
    width, height = A4
    frame = Frame(MARGIN, 20 * mm, width - 2 * MARGIN, height - 42 * mm, 0, 0, 0, 0)
    return PageTemplate(frames=[frame], onPage=draw_header, onPageEnd=draw_footer)


def write_notice(path: Path) -> None:
    os.environ["SOURCE_DATE_EPOCH"] = CREATED
    document = BaseDocTemplate(
        str(path),
        pagesize=A4,
        pageTemplates=[page_template()],
        title=TITLE,
        author=ISSUER,
        subject="An example notice; not an official document",
        invariant=1,
    )
    document.build(story())
    if document.page != PAGES:
        raise SystemExit(
            f"{path}: {document.page} pages, but the footer says {PAGES}; change PAGES or the text"
        )


if __name__ == "__main__":
    write_notice(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_PATH)

from __future__ import annotations

from dataclasses import replace

import pytest

from alleged.dossiers.persons import reads_like_person
from alleged.dossiers.privacy import find_private
from alleged.model.claim import Claim, Mention, Speaker
from alleged.model.span import span_at
from alleged.model.vocabulary import Act, Basis, Role, Stance
from tests.unit.model.samples import accusation, make_text

CLAIM = replace(accusation(make_text()), act=Act.INTRUSION, stance=Stance.ALLEGES, actors=(), targets=())
VENN = Mention("Orla Venn")


@pytest.mark.parametrize(
    "name",
    [
        "Orla Venn",
        "Wu Yongan",
        "Dr. Orla Venn",
        "Juan de la Peña",
        "O’Brien Kelly",
        "吴永安",
        "Павел Ёлкин",
        "اورلا فن",
        *("Kunming Zhang", "Kunming Ouyang", "Jinan Holt", "Harbin Ng"),
        *("Orla VENN", "Wu XIANG", "Will Power", "Jimmy Page"),
        *("Paulo Sá", "Paulo Sa", "Orla As"),
    ],
)
def test_reads_like_person(name: str) -> None:
    assert reads_like_person(name)


@pytest.mark.parametrize(
    "name",
    [
        *("China", "Microsoft", "Ministry of State Security", "Harbour Systems Ltd", "GREY HERON", "Venn"),
        *("Wuhan XRZ", "Wuhan Xiaoruizhi", "Chengdu 404", "Sichuan Silence", "WUHAN XIAORUIZHI"),
        *("Wuhan Steel", "Harbour Industries", "Tarn Foods", "Tarn XRZ", "Macaw Ransomware", "Device Tarn"),
        *("Harbour SA", "Harbour AG", "Harbour Co", "Harbour Oy"),
        *("Volt Typhoon", "APT31 Team", "Chinese hackers", "Microsoft Exchange", "Metropolitan Police", ""),
    ],
)
def test_reads_like_none(name: str) -> None:
    assert not reads_like_person(name)


def test_accused_who_acts_is_private() -> None:
    assert find_private([replace(CLAIM, actors=(VENN,))]) == {"Orla Venn"}


@pytest.mark.parametrize("stance", [Stance.DENIES, Stance.DECLINES])
def test_denial_accuses_nobody(stance: Stance) -> None:
    assert find_private([replace(CLAIM, actors=(VENN,), stance=stance)]) == set()


@pytest.mark.parametrize("act", [Act.INDICT, Act.SANCTION, Act.ARREST, Act.CONVICT, Act.LAWSUIT])
def test_who_is_charged_is_private(act: Act) -> None:
    assert find_private([replace(CLAIM, act=act, targets=(VENN,))]) == {"Orla Venn"}


@pytest.mark.parametrize("act", [Act.INTRUSION, Act.ADVISORY, Act.REWARD])
def test_victim_is_not_accused(act: Act) -> None:
    assert find_private([replace(CLAIM, act=act, targets=(VENN,))]) == set()


@pytest.mark.parametrize(("role", "private"), [(Role.GOVERNMENT, set()), (Role.ACCUSED, {"Orla Venn"})])
def test_who_speaks_in_an_official_role_is_public(role: Role, private: set[str]) -> None:
    spoken = replace(CLAIM, speaker=Speaker(role, Basis.EXPLICIT, "orla venn"))
    assert find_private([replace(CLAIM, actors=(VENN,)), spoken]) == private


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("They said President Orla Venn hacked them.", False),
        ("They said Orla Venn, governor of Tarn, hacked them.", False),
        ("They said Orla Venn, director of Acme, hacked them.", True),
        ("They said Colonel Orla Venn hacked them.", True),
        ("Orla Venn hacked the President of Tarn.", True),
    ],
)
def test_who_is_named_with_a_public_office_is_public(text: str, private: bool) -> None:
    start = text.index("Orla")
    named = Mention("Orla Venn", span_at(text, start, start + len("Orla Venn")))
    assert bool(find_private([replace(CLAIM, actors=(named,))])) is private


SEA = "Zetta Seawall"


@pytest.mark.parametrize(
    "text",
    [
        "They accused Zetta Seawall, a Tarn-based security company, of hacking.",
        "They accused Zetta Seawall (a front company that sells exploits) of hacking.",
        "They accused Chinese security firm Zetta Seawall of hacking.",
        "They accused security firm “Zetta Seawall”, they said.",
        "They accused the owner of a company called Zetta Seawall of hacking.",
        "They accused Zetta Deep Seawall Trade Ltd (Zetta Seawall) of hacking.",
    ],
)
def test_what_a_document_introduces_as_a_firm_is_no_person(text: str) -> None:
    assert find_private([accusing(text)]) == set()


@pytest.mark.parametrize(
    "text",
    [
        "They accused Zetta Seawall, a company director, of hacking.",
        "They accused Zetta Seawall, the owner of a security company, of hacking.",
        "They accused Zetta Seawall, the company's head, of hacking.",
        "They accused Zetta Seawall, the firm said.",
        "They accused the security firm Zetta Seawall founded of hacking.",
        "They accused security firm Zetta Seawall founded in 2020 of hacking.",
        "They accused the head of the firm Zetta Seawall, 34, of hacking.",
        "They accused a contractor of Seawall Trade Ltd (Zetta Seawall) of hacking.",
        "They accused a man (Zetta Seawall) of hacking.",
        "Zetta Seawall",
    ],
)
def test_who_only_stands_beside_a_firm_may_be_a_person(text: str) -> None:
    assert find_private([accusing(text)]) == {SEA}


def accusing(text: str) -> Claim:
    """A claim of the whole text, which accuses whom it names last."""
    start = text.rindex(SEA)
    named = Mention(SEA, span_at(text, start, start + len(SEA)))
    return replace(CLAIM, quote=span_at(text, 0, len(text)), actors=(named,))

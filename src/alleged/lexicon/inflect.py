"""Forms of English verbs: the regular ones by rule, the irregular ones from a table."""

from __future__ import annotations

import re

_IRREGULAR = {
    "be": ("is", "are", "was", "were", "been", "being", "am"),
    "become": ("becomes", "became", "becoming"),
    "begin": ("begins", "began", "begun", "beginning"),
    "break": ("breaks", "broke", "broken", "breaking"),
    "bring": ("brings", "brought", "bringing"),
    "build": ("builds", "built", "building"),
    "buy": ("buys", "bought", "buying"),
    "catch": ("catches", "caught", "catching"),
    "choose": ("chooses", "chose", "chosen", "choosing"),
    "come": ("comes", "came", "coming"),
    "cost": ("costs", "costing"),
    "cut": ("cuts", "cutting"),
    "deal": ("deals", "dealt", "dealing"),
    "do": ("does", "did", "done", "doing"),
    "draw": ("draws", "drew", "drawn", "drawing"),
    "drive": ("drives", "drove", "driven", "driving"),
    "fall": ("falls", "fell", "fallen", "falling"),
    "feel": ("feels", "felt", "feeling"),
    "fight": ("fights", "fought", "fighting"),
    "find": ("finds", "found", "finding"),
    "forbid": ("forbids", "forbade", "forbidden", "forbidding"),
    "freeze": ("freezes", "froze", "frozen", "freezing"),
    "get": ("gets", "got", "gotten", "getting"),
    "give": ("gives", "gave", "given", "giving"),
    "go": ("goes", "went", "gone", "going"),
    "grow": ("grows", "grew", "grown", "growing"),
    "have": ("has", "had", "having"),
    "hear": ("hears", "heard", "hearing"),
    "hide": ("hides", "hid", "hidden", "hiding"),
    "hit": ("hits", "hitting"),
    "hold": ("holds", "held", "holding"),
    "hurt": ("hurts", "hurting"),
    "keep": ("keeps", "kept", "keeping"),
    "know": ("knows", "knew", "known", "knowing"),
    "lay": ("lays", "laid", "laying"),
    "lead": ("leads", "led", "leading"),
    "leave": ("leaves", "left", "leaving"),
    "let": ("lets", "letting"),
    "lose": ("loses", "lost", "losing"),
    "make": ("makes", "made", "making"),
    "mean": ("means", "meant", "meaning"),
    "meet": ("meets", "met", "meeting"),
    "pay": ("pays", "paid", "paying"),
    "put": ("puts", "putting"),
    "read": ("reads", "reading"),
    "rise": ("rises", "rose", "risen", "rising"),
    "run": ("runs", "ran", "running"),
    "say": ("says", "said", "saying"),
    "see": ("sees", "saw", "seen", "seeing"),
    "seek": ("seeks", "sought", "seeking"),
    "sell": ("sells", "sold", "selling"),
    "send": ("sends", "sent", "sending"),
    "set": ("sets", "setting"),
    "show": ("shows", "showed", "shown", "showing"),
    "shut": ("shuts", "shutting"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "spend": ("spends", "spent", "spending"),
    "spread": ("spreads", "spreading"),
    "stand": ("stands", "stood", "standing"),
    "steal": ("steals", "stole", "stolen", "stealing"),
    "strike": ("strikes", "struck", "stricken", "striking"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "take": ("takes", "took", "taken", "taking"),
    "tell": ("tells", "told", "telling"),
    "think": ("thinks", "thought", "thinking"),
    "throw": ("throws", "threw", "thrown", "throwing"),
    "understand": ("understands", "understood", "understanding"),
    "win": ("wins", "won", "winning"),
    "withdraw": ("withdraws", "withdrew", "withdrawn", "withdrawing"),
    "write": ("writes", "wrote", "written", "writing"),
}

_DOUBLED = frozenset(
    [
        "admit",
        "compel",
        "control",
        "demur",
        "eavesdrop",
        "equip",
        "expel",
        "infer",
        "overlap",
        "rebut",
        "refer",
        "submit",
        "wiretap",
    ]
)
"""Longer verbs that double their last letter: "admitted"."""
_DOUBLED_OR_NOT = frozenset({"cancel", "dox", "label", "level", "model", "signal", "surveil", "travel"})
"""Verbs that London doubles and Washington does not: "labelled", "labeled"."""
_VOWELS = "aeiou"
_SHORT = re.compile("[^aeiou]*[aeiou][^aeiouwxy]")


def inflect(verb: str) -> frozenset[str]:
    """All forms of `verb`, itself included: "accuse" gives accuse, accuses, accused, accusing."""
    if verb in _IRREGULAR:
        return frozenset((verb, *_IRREGULAR[verb]))
    pasts = (_past(verb, stem) for stem in _stems(verb))
    participles = (_participle(verb, stem) for stem in _stems(verb))
    return frozenset((verb, _third_person(verb), *pasts, *participles))


def _third_person(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        return verb + "es"
    return verb[:-1] + "ies" if _ends_in_consonant_y(verb) else verb + "s"


def _past(verb: str, stem: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if _ends_in_consonant_y(verb) else stem + "ed"


def _participle(verb: str, stem: str) -> str:
    if verb.endswith("ie") and verb != "ie":
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        return verb[:-1] + "ing"
    return stem + "ing"


def _stems(verb: str) -> tuple[str, ...]:
    """What "ed" and "ing" are put to."""
    doubled = verb + verb[-1]
    if verb in _DOUBLED_OR_NOT:
        return verb, doubled
    return (doubled,) if verb in _DOUBLED or _is_short(verb) else (verb,)


def _is_short(verb: str) -> bool:
    """Whether it is one syllable that ends in one vowel and one consonant: "ban", "shrug", "quip"."""
    return bool(_SHORT.fullmatch(verb.replace("qu", "q")))


def _ends_in_consonant_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2:-1] not in _VOWELS

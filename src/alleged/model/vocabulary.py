"""The codes of the ledger: what a claim, a speaker, a document and an input can be."""

from __future__ import annotations

from enum import StrEnum


class Stance(StrEnum):
    """How a speaker stands towards the content of a claim."""

    ASSERTS = "asserts"
    ALLEGES = "alleges"
    ASSESSES = "assesses"
    CONFIRMS = "confirms"
    DENIES = "denies"
    DECLINES = "declines"


class Kind(StrEnum):
    """What a claim is about."""

    OPERATION = "operation"
    ATTRIBUTION = "attribution"
    IMPACT = "impact"
    MOTIVE = "motive"
    RESPONSE = "response"
    COMMENT = "comment"


class Act(StrEnum):
    """What was done, in the terms of the annotation guideline; every act belongs to one kind."""

    ESPIONAGE = "espionage"
    INTRUSION = "intrusion"
    DATA_THEFT = "data-theft"
    PHISHING = "phishing"
    SURVEILLANCE = "surveillance"
    DISRUPTION = "disruption"
    RANSOMWARE = "ransomware"
    INFLUENCE = "influence"
    FINANCIAL_THEFT = "financial-theft"
    EXPLOITATION = "exploitation"
    TOOL_SUPPLY = "tool-supply"
    INFRASTRUCTURE = "infrastructure"
    OTHER_OPERATION = "other-operation"

    WORKS_FOR = "works-for"
    SPONSORED_BY = "sponsored-by"
    FRONT_FOR = "front-for"
    SAME_AS = "same-as"
    LOCATED_IN = "located-in"
    LINKED_TO = "linked-to"

    VICTIMS = "victims"
    DATA = "data"
    DAMAGE = "damage"

    MOTIVE = "motive"

    INDICT = "indict"
    SANCTION = "sanction"
    ARREST = "arrest"
    CONVICT = "convict"
    ATTRIBUTE = "attribute"
    ADVISORY = "advisory"
    DIPLOMATIC = "diplomatic"
    LAWSUIT = "lawsuit"
    TAKEDOWN = "takedown"
    REWARD = "reward"
    POLICY = "policy"
    INVESTIGATE = "investigate"
    OTHER_RESPONSE = "other-response"

    COMMENT = "comment"

    @property
    def kind(self) -> Kind:
        """The kind that this act belongs to."""
        return _KIND_OF[self]


ACTS: dict[Kind, tuple[Act, ...]] = {
    Kind.OPERATION: tuple(Act)[:13],
    Kind.ATTRIBUTION: tuple(Act)[13:19],
    Kind.IMPACT: tuple(Act)[19:22],
    Kind.MOTIVE: (Act.MOTIVE,),
    Kind.RESPONSE: tuple(Act)[23:36],
    Kind.COMMENT: (Act.COMMENT,),
}
"""The acts of each kind, in the order of the guideline."""

_KIND_OF = {act: kind for kind, acts in ACTS.items() for act in acts}


class Realis(StrEnum):
    """Whether what a claim tells is told as having happened."""

    ACTUAL = "actual"
    """Told as having happened, or as happening."""
    OTHER = "other"
    """Told as possible, planned, hypothetical or not having happened: "could steal", "did not attack"."""
    GENERIC = "generic"
    """A class of events and no particular one: "hackers steal data for ransom"."""


class Role(StrEnum):
    """What a speaker is."""

    GOVERNMENT = "government"
    LAW_ENFORCEMENT = "law-enforcement"
    INTELLIGENCE = "intelligence"
    DIPLOMAT = "diplomat"
    LEGISLATOR = "legislator"
    COURT = "court"
    VENDOR = "vendor"
    RESEARCHER = "researcher"
    VICTIM = "victim"
    ACCUSED = "accused"
    MEDIA = "media"
    CIVIL_SOCIETY = "civil-society"
    OTHER = "other"


PUBLIC_OFFICES = frozenset(
    {Role.GOVERNMENT, Role.LAW_ENFORCEMENT, Role.INTELLIGENCE, Role.DIPLOMAT, Role.LEGISLATOR, Role.COURT}
)
"""Roles in which somebody speaks for the public."""


class Basis(StrEnum):
    """On what ground a claim is given to its speaker."""

    EXPLICIT = "explicit"
    """Named at the cue."""
    INHERITED = "inherited"
    """Named elsewhere: a pronoun, a quotation that goes on, "the agency"."""
    PASSIVE = "passive"
    """Nobody is named: "is accused of", "is believed to"."""
    NARRATOR = "narrator"
    """The document's own voice."""
    ANONYMOUS = "anonymous"
    """A speaker who is mentioned but not named: "a person familiar with the matter"."""


class RelationType(StrEnum):
    """What one claim does to another."""

    DISPUTES = "disputes"
    CONFIRMS = "confirms"
    DECLINES = "declines"
    RESTATES = "restates"
    ELABORATES = "elaborates"


class Scope(StrEnum):
    """Whether a response answers particular claims or everything that was said."""

    SPECIFIC = "specific"
    BLANKET = "blanket"


class Ground(StrEnum):
    """Why two claims are related."""

    ANAPHOR = "anaphor"
    SAME_PROPOSITION = "same-proposition"
    REVIEWER = "reviewer"


class Genre(StrEnum):
    """What sort of document it is."""

    NEWS = "news"
    INDICTMENT = "indictment"
    SANCTIONS_NOTICE = "sanctions-notice"
    ADVISORY = "advisory"
    VENDOR_BLOG = "vendor-blog"
    STATEMENT = "statement"


class MediaType(StrEnum):
    """The form of a document's bytes."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    PDF = "application/pdf"


class Part(StrEnum):
    """What part of a document a sentence stands in."""

    HEADING = "heading"
    BODY = "body"
    ITEM = "item"


class Hiding(StrEnum):
    """How a document hides words: the `why` of such boilerplate."""

    STYLE = "hidden-by-style"
    """Not displayed, not visible or fully transparent."""
    COLOUR = "hidden-by-colour"
    """In the colour of what is behind it, or in none."""
    SIZE = "hidden-by-size"
    """In letters of no size, or in a box of none."""
    PLACE = "hidden-by-place"
    """Outside of what is shown of the page."""
    MARKUP = "hidden-in-markup"
    """In an element that is not shown by its nature, as a template."""
    COMMENT = "hidden-in-comment"
    ATTRIBUTE = "hidden-in-attribute"
    """In the words for those who do not see a picture, in a tooltip, in the description of the page."""
    CHARACTERS = "hidden-characters"
    """Characters that have no width, or that turn the direction of writing, inside of words."""


class Status(StrEnum):
    """How an attempt to read an input ended."""

    OK = "ok"
    DEGRADED = "degraded"
    REFUSED = "refused"
    TIMEOUT = "timeout"
    FAILED = "failed"
    UNCHANGED = "unchanged"


class Reason(StrEnum):
    """Why an input ended with its status: a closed list."""

    READ = "read"
    ADDED = "added-by-hand"
    SAME_BYTES = "same-bytes"

    OTHER_LANGUAGE = "other-language"
    GUESSED_ENCODING = "guessed-encoding"
    LITTLE_TEXT = "little-text"
    LOST_STRUCTURE = "lost-structure"
    LOST_TEXT = "lost-text"
    HIDDEN_TEXT = "hidden-text"
    LOOKALIKE = "look-alike-address"

    MISSING = "missing"
    NOT_PERMITTED = "not-permitted"
    NO_READABLE_FILE = "no-readable-file"
    EMPTY = "empty"
    TOO_LARGE = "too-large"
    BINARY = "binary"
    MAIL = "mail"
    UNDECODABLE = "undecodable"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    NO_TEXT = "no-text"
    UNSAFE_PATH = "unsafe-path"
    TOO_MANY_FILES = "too-many-files"
    EXPANDS_TOO_FAR = "expands-too-far"
    NESTED_ARCHIVE = "nested-archive"
    ERASED = "erased"
    TOOK_TOO_LONG = "took-too-long"
    TOO_MUCH_MEMORY = "too-much-memory"
    READER_BROKE = "reader-broke"
    STAGE_ERROR = "stage-error"

    NOT_FETCHED = "not-fetched"
    ADDRESS = "address-not-permitted"
    ROBOTS = "robots"
    REDIRECTS = "too-many-redirects"
    HTTP_ERROR = "http-error"
    UNREACHABLE = "unreachable"
    TIMEOUT = "timeout"

    @property
    def status(self) -> Status:
        """The status that this reason stands for."""
        return _STATUS_OF.get(self, Status.REFUSED)


_STATUS_OF = {
    Reason.READ: Status.OK,
    Reason.ADDED: Status.OK,
    Reason.SAME_BYTES: Status.UNCHANGED,
    Reason.OTHER_LANGUAGE: Status.DEGRADED,
    Reason.GUESSED_ENCODING: Status.DEGRADED,
    Reason.LITTLE_TEXT: Status.DEGRADED,
    Reason.LOST_STRUCTURE: Status.DEGRADED,
    Reason.LOST_TEXT: Status.DEGRADED,
    Reason.HIDDEN_TEXT: Status.DEGRADED,
    Reason.LOOKALIKE: Status.DEGRADED,
    Reason.MISSING: Status.FAILED,
    Reason.NOT_PERMITTED: Status.FAILED,
    Reason.DAMAGED: Status.FAILED,
    Reason.TOOK_TOO_LONG: Status.TIMEOUT,
    Reason.READER_BROKE: Status.FAILED,
    Reason.STAGE_ERROR: Status.FAILED,
    Reason.HTTP_ERROR: Status.FAILED,
    Reason.UNREACHABLE: Status.FAILED,
    Reason.TIMEOUT: Status.TIMEOUT,
}

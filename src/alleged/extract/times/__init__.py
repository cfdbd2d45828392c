"""When it happened and when it was said: EDTF with the words kept, and nothing that the words do not say."""

from alleged.extract.times.choosing import find_said, find_when
from alleged.extract.times.dating import date_claims

__all__ = ["date_claims", "find_said", "find_when"]

"""When it happened and when it was said: EDTF with the words kept, and nothing that the words do not say."""

from alleged.extract.times.dating import date_claims

__all__ = ["date_claims"]

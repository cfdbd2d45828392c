"""The long forms of tests that `make test` runs shortly: the same code with larger numbers.

A module here has the name of the short one, calls what it calls, and says nothing but the numbers:
`tests/durability/test_torn_logs.py` tears 100 logs, `tests/long/test_torn_logs.py` tears 1,000.
They run by `make test-long`, or one at a time by `scripts/test tests/long/test_torn_logs.py`.
"""

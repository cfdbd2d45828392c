"""Documents that are made to do harm, each generated here: what comes of them, and what does not.

`bombs.py` holds them by name, `archives.py` those in archives; `fuzzing.py` damages good documents at random.
The long forms stand in `tests/long/`.
"""

"""How many cores the arithmetic takes: one, unless the environment says otherwise."""

import os

_NAMES = ("OPENBLAS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def keep_to_one() -> None:
    """Keep the sums of numpy to one core each; must be called before numpy is imported.

    A text is small: shared out it is read no sooner, and on a busy machine fifty times later,
    since each core then waits for the others.
    """
    for name in _NAMES:
        os.environ.setdefault(name, "1")

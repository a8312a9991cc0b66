"""What can go wrong with the bank, one class per cause. The text is what the user reads.

`status` is what the web answers with, `code` the name by which programs know the cause.
"""

from storyloop.bank.values import Draft, Held, HeldLoop


class BankError(Exception):
    """The bank cannot do what was asked."""

    status = 400
    code = "refused"


class NoSuchStory(BankError):
    """There is no story with this id."""

    status = 404
    code = "not-found"

    def __init__(self, story_id: str) -> None:
        super().__init__(f"There is no story {story_id!r} in the bank; see `storyloop list`.")


class NoSuchRevision(BankError):
    """The story has no revision with this number."""

    status = 404
    code = "not-found"

    def __init__(self, story_id: str, number: int) -> None:
        super().__init__(
            f"The story {story_id!r} has no revision {number}; "
            f"see `storyloop show {story_id} --history`."
        )


class IdTaken(BankError):
    """A story with this id is there already."""

    status = 409
    code = "taken"

    def __init__(self, story_id: str) -> None:
        super().__init__(f"The id {story_id!r} is taken already; choose another one.")


class Stale(BankError):
    """The story was saved by somebody else since this edit began."""

    status = 409
    code = "stale"

    def __init__(self, current: Held) -> None:
        self.current = current
        super().__init__(
            f"The story {current.story.id!r} was saved elsewhere since you began "
            f"(it is at revision {current.revision} now); neither text is lost."
        )


class NoSuchDraft(BankError):
    """There is no draft with this key."""

    status = 404
    code = "not-found"

    def __init__(self) -> None:
        super().__init__("There is no such draft: it was saved, or thrown away for good.")


class StaleDraft(BankError):
    """Another page kept a newer draft since this one was opened."""

    status = 409
    code = "stale"

    def __init__(self, current: Draft) -> None:
        self.current = current
        super().__init__("Another window kept a newer draft meanwhile; neither text is lost.")


class NoSuchLoop(BankError):
    """There is no loop with this id."""

    status = 404
    code = "not-found"

    def __init__(self, loop_id: str) -> None:
        super().__init__(f"There is no loop {loop_id!r} in the bank.")


class StaleLoop(BankError):
    """The loop was saved by somebody else since this edit began."""

    status = 409
    code = "stale"

    def __init__(self, current: HeldLoop) -> None:
        self.current = current
        super().__init__(
            f"The loop {current.id!r} was saved elsewhere since you began "
            f"(it is at revision {current.revision} now); neither version is lost."
        )


class AnsweredAlready(BankError):
    """This place of a round of the drill has an answer."""

    status = 409
    code = "answered-already"

    def __init__(self, number: int, place: int) -> None:
        super().__init__(f"Question {place} of round {number} is answered already.")


class BadPreference(BankError):
    """A preference cannot be what was asked for."""

    status = 422
    code = "invalid"


class CannotOpen(BankError):
    """The bank's folder or database cannot be used."""

    status = 503
    code = "unavailable"


class CannotBackUp(BankError):
    """A copy of the bank cannot be made."""

    status = 503
    code = "unavailable"

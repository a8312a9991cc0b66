"""Why a file cannot be taken in."""


class Refused(Exception):
    """A file cannot be read.

    Each argument is one problem in one sentence that says what to do, without the file's name in
    front of it.
    """

    def __init__(self, *problems: str) -> None:
        self.problems = problems
        super().__init__(*problems)

"""How fast a story is told, and how long a first answer may take."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Words a minute, and the most seconds of a first answer.

    The defaults are those of the guide: an easy pace, and two minutes.
    """

    words_a_minute: int = 150
    longest: int = 120

    @property
    def most_words(self) -> int:
        """How many words a first answer may have."""
        return self.words_a_minute * self.longest // 60

    def seconds(self, words: int) -> int:
        """Return how many seconds `words` take aloud."""
        return round(words * 60 / self.words_a_minute)


EASY = Pace()

"""Several windows write one story at once, as drafts and as saves: no line of theirs is lost."""

from tests.conftest import Run
from tests.integration.bank.writing import drafted_at_once, held_in_all

NAMES = ["ann", "ben", "cat", "dan"]
LINES = 60


def test_no_line_is_lost_and_whoever_was_late_was_told(
    storyloop: Run, environment: dict[str, str]
) -> None:
    storyloop("list")
    said = drafted_at_once(environment, NAMES, LINES)
    written = {f"{name}-{number}" for name in NAMES for number in range(1, LINES + 1)}
    assert {line for verb, line in said if verb == "kept"} == written
    assert {line for verb, line in said if verb == "told"} != set()
    assert held_in_all(environment) >= written

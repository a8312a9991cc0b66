"""Several processes write at once, and every save that was acknowledged is kept."""

from tests.conftest import Run
from tests.integration.bank.writing import STORY, kept, saved_at_once

NAMES = ["ann", "ben", "cat", "dan"]
SAVES = 15


def test_edits_of_one_story_by_several_processes_are_all_kept(
    storyloop: Run, environment: dict[str, str]
) -> None:
    storyloop("list")
    said = saved_at_once(environment, NAMES, SAVES, [STORY] * len(NAMES))
    acknowledged = {n: line for each in said.values() for n, line in each.saved.items()}
    assert len(acknowledged) == len(NAMES) * SAVES
    versions = kept(environment)
    del versions[1]  # the sample itself
    assert versions == acknowledged


def test_each_edit_was_made_on_the_one_before(storyloop: Run, environment: dict[str, str]) -> None:
    storyloop("list")
    saved_at_once(environment, NAMES, SAVES, [STORY] * len(NAMES))
    story = storyloop("show", STORY).stdout
    for line in (f"{name}-{number}" for name in NAMES for number in range(1, SAVES + 1)):
        assert story.count(f"\n{line}\n") == 1


def test_edits_of_several_stories_do_not_meet(storyloop: Run, environment: dict[str, str]) -> None:
    stories = [STORY, "partner-portal", "payee-names", "flock-records"]
    storyloop("list")
    said = saved_at_once(environment, NAMES, SAVES, stories)
    for name, story in zip(NAMES, stories, strict=True):
        versions = kept(environment, story)
        del versions[1]
        assert versions == said[name].saved
        assert list(versions.values()) == [f"{name}-{number}" for number in range(1, SAVES + 1)]

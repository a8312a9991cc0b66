"""What changes the bank: every change adds to the history, and none overwrites silently."""

from dataclasses import replace

import pytest

from storyloop.bank import queries, services
from storyloop.bank.errors import BankError, IdTaken, NoSuchRevision, NoSuchStory, Stale
from storyloop.bank.models import Via
from storyloop.story import Story

pytestmark = [pytest.mark.database, pytest.mark.django_db]

WEB, TERMINAL = Via.WEB, Via.COMMAND_LINE
FIRST = Story(id="late-train", title="The late train", task="Find out why.")
SECOND = replace(FIRST, task="Find out why, and put it right.")
THIRD = replace(SECOND, result="All on time by May.")


def events(story_id: str) -> list[str]:
    """Return how the story's versions came about, the newest first."""
    return [f"{v.number} {v.event} via {v.via}" for v in queries.history(story_id)]


def texts(story_id: str) -> list[Story]:
    """Return the story's versions, the newest first."""
    return [version.story for version in queries.history(story_id)]


def test_a_new_story_is_at_revision_one() -> None:
    held = services.add(FIRST, via=TERMINAL)
    assert held == queries.held("late-train")
    assert (held.story, held.revision, held.removed_at) == (FIRST, 1, None)
    assert events("late-train") == ["1 added via command line"]


def test_an_id_is_taken_once() -> None:
    services.add(FIRST, via=WEB)
    with pytest.raises(IdTaken, match="The id 'late-train' is taken already; choose another one"):
        services.add(replace(FIRST, title="Another train"), via=WEB)
    assert texts("late-train") == [FIRST]


def test_the_id_of_a_removed_story_stays_taken() -> None:
    services.add(FIRST, via=WEB)
    services.remove("late-train", via=WEB)
    with pytest.raises(IdTaken):
        services.add(SECOND, via=WEB)
    assert "late-train" in queries.taken_ids()


def test_every_save_keeps_the_former_revision() -> None:
    services.add(FIRST, via=WEB)
    services.save(SECOND, base=1, via=TERMINAL)
    held = services.save(THIRD, base=2, via=WEB)
    assert held == queries.held("late-train")
    assert texts("late-train") == [THIRD, SECOND, FIRST]
    assert events("late-train") == [
        "3 saved via web",
        "2 saved via command line",
        "1 added via web",
    ]


def test_a_save_that_changes_nothing_adds_no_revision() -> None:
    first = services.add(FIRST, via=WEB)
    assert services.save(FIRST, base=1, via=WEB) == first
    assert events("late-train") == ["1 added via web"]


def test_a_save_that_changes_only_the_layout_is_kept() -> None:
    services.add(FIRST, via=WEB)
    laid_out = "---\nid: late-train   # mine\n---\n"
    services.save(replace(FIRST, source=laid_out), base=1, via=WEB)
    assert [story.source for story in texts("late-train")] == [laid_out, ""]


def test_a_save_on_an_old_base_is_refused_and_carries_the_current_story() -> None:
    services.add(FIRST, via=WEB)
    current = services.save(SECOND, base=1, via=WEB)
    with pytest.raises(Stale, match="at revision 2 now") as caught:
        services.save(THIRD, base=1, via=TERMINAL)
    assert caught.value.current == current
    assert texts("late-train") == [SECOND, FIRST]


def test_an_edit_of_a_story_that_was_removed_meanwhile_is_refused() -> None:
    services.add(FIRST, via=WEB)
    services.remove("late-train", via=TERMINAL)
    with pytest.raises(Stale) as caught:
        services.save(SECOND, base=1, via=WEB)
    assert caught.value.current.removed_at is not None


def test_saving_a_removed_story_brings_it_back() -> None:
    services.add(FIRST, via=WEB)
    services.remove("late-train", via=WEB)
    held = services.save(FIRST, base=2, via=WEB)
    assert held.removed_at is None
    assert queries.stories() == [held]
    assert events("late-train")[0] == "3 saved via web"


def test_a_removed_story_keeps_its_text_and_its_history() -> None:
    services.add(FIRST, via=WEB)
    services.save(SECOND, base=1, via=WEB)
    held = services.remove("late-train", via=TERMINAL)
    assert held.removed_at is not None
    assert queries.stories() == []
    assert queries.removed() == [held]
    assert texts("late-train") == [SECOND, SECOND, FIRST]
    assert events("late-train")[0] == "3 removed via command line"


def test_a_removed_story_can_be_brought_back() -> None:
    services.add(FIRST, via=WEB)
    services.remove("late-train", via=WEB)
    held = services.bring_back("late-train", via=TERMINAL)
    assert queries.stories() == [held]
    assert queries.removed() == []
    assert held.story == FIRST
    assert events("late-train")[0] == "3 brought back via command line"


def test_removing_twice_and_bringing_back_twice_adds_nothing() -> None:
    services.add(FIRST, via=WEB)
    assert services.bring_back("late-train", via=WEB).revision == 1
    removed = services.remove("late-train", via=WEB)
    assert services.remove("late-train", via=WEB) == removed
    assert len(events("late-train")) == 2


def test_an_old_version_is_restored_as_a_new_one() -> None:
    services.add(FIRST, via=WEB)
    services.save(SECOND, base=1, via=WEB)
    held = services.restore("late-train", 1, base=2, via=WEB)
    assert (held.story, held.revision) == (FIRST, 3)
    assert texts("late-train") == [FIRST, SECOND, FIRST]
    assert events("late-train")[0] == "3 restored via web"


def test_restoring_a_removed_story_brings_it_back() -> None:
    services.add(FIRST, via=WEB)
    services.remove("late-train", via=WEB)
    assert services.restore("late-train", 1, base=2, via=WEB).removed_at is None
    assert queries.removed() == []


def test_a_restore_on_an_old_base_is_refused() -> None:
    services.add(FIRST, via=WEB)
    current = services.save(SECOND, base=1, via=WEB)
    with pytest.raises(Stale) as caught:
        services.restore("late-train", 1, base=1, via=WEB)
    assert caught.value.current == current
    assert texts("late-train") == [SECOND, FIRST]


def test_a_version_that_never_was_cannot_be_restored() -> None:
    services.add(FIRST, via=WEB)
    with pytest.raises(NoSuchRevision, match="has no revision 7; see `storyloop show late-train"):
        services.restore("late-train", 7, base=1, via=WEB)
    assert texts("late-train") == [FIRST]


def test_what_is_done_to_an_unknown_story_says_so_and_changes_nothing() -> None:
    services.add(FIRST, via=WEB)
    unknown = replace(SECOND, id="lost")
    message = "There is no story 'lost' in the bank; see `storyloop list`."
    with pytest.raises(NoSuchStory, match=message):
        services.save(unknown, base=1, via=WEB)
    with pytest.raises(NoSuchStory, match=message):
        services.remove("lost", via=WEB)
    with pytest.raises(NoSuchStory, match=message):
        services.bring_back("lost", via=WEB)
    with pytest.raises(NoSuchStory, match=message):
        services.restore("lost", 1, base=1, via=WEB)
    assert queries.taken_ids() == {"late-train"}
    assert texts("late-train") == [FIRST]


def test_put_adds_what_is_new_and_saves_over_what_is_known() -> None:
    services.put(FIRST, via=Via.IMPORT)
    held = services.put(SECOND, via=Via.IMPORT)
    assert services.put(SECOND, via=Via.IMPORT) == held
    assert texts("late-train") == [SECOND, FIRST]
    assert events("late-train") == ["2 saved via import", "1 added via import"]


def test_put_brings_back_a_removed_story() -> None:
    services.put(FIRST, via=Via.IMPORT)
    services.remove("late-train", via=WEB)
    assert services.put(FIRST, via=Via.IMPORT).removed_at is None
    assert len(texts("late-train")) == 3


def test_a_change_that_fails_half_way_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = services.add(FIRST, via=WEB)

    def fail(_: Story) -> str:
        raise MemoryError

    # The record is marked as removed before the text of its new revision is made.
    monkeypatch.setattr(services, "to_json", fail)
    with pytest.raises(MemoryError):
        services.remove("late-train", via=WEB)
    assert queries.held("late-train") == before
    assert len(events("late-train")) == 1


def test_a_change_of_one_story_leaves_the_others_alone() -> None:
    trains = [services.add(replace(FIRST, id=f"train-{n}"), via=WEB) for n in range(5)]
    changed = services.save(replace(SECOND, id="train-3"), base=1, via=WEB)
    assert queries.stories() == [*trains[:3], changed, trains[4]]


@pytest.mark.parametrize(
    ("error", "status"), [(NoSuchStory, 404), (NoSuchRevision, 404), (IdTaken, 409), (Stale, 409)]
)
def test_every_error_knows_its_status_on_the_web(error: type[BankError], status: int) -> None:
    assert error.status == status

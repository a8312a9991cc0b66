"""Drafts in the bank: kept, never over a newer text, ended by a save, thrown away and back."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyloop.bank import drafts, queries, services
from storyloop.bank.errors import NoSuchDraft, Stale, StaleDraft
from storyloop.bank.models import Via
from storyloop.bank.values import Writer
from storyloop.story import Story

pytestmark = [pytest.mark.database, pytest.mark.django_db]

STORY = Story(id="flood", title="The flood")


@pytest.fixture(autouse=True)
def flood() -> None:
    """Put a story into the bank."""
    services.add(STORY, via=Via.WEB)


def writer(*, seen: int = 0, page: str = "", turn: int = 0) -> Writer:
    """Return a page that shows the draft of the story as it was at version `seen`."""
    draft = drafts.draft_of("flood")
    return Writer(key=draft.key if draft else "", seen=seen, page=page, turn=turn)


def keep(text: str, *, seen: int = 0, page: str = "", turn: int = 0) -> int:
    """Keep a draft of the story; return its version."""
    by = writer(seen=seen, page=page, turn=turn)
    return drafts.keep({"task": [text]}, story="flood", base=1, writer=by).version


def kept() -> str:
    """Return what the draft of the story says."""
    draft = drafts.draft_of("flood")
    assert draft
    assert not draft.thrown_at
    return draft.content["task"][0]


# Whatever a form may hold: also what the database itself could not.
contents = st.dictionaries(st.text(max_size=20), st.lists(st.text(), max_size=3), max_size=8)


@given(contents)
@settings(deadline=None, max_examples=100)
def test_whatever_a_form_holds_comes_back_the_same(content: dict[str, list[str]]) -> None:
    key = drafts.keep(content).key
    assert drafts.draft(key).content == content


def test_a_draft_is_no_story() -> None:
    drafts.keep({"title": ["The fire"]})
    keep("I rang the fire brigade.")
    assert [each.story for each in queries.stories()] == [STORY]
    assert queries.held("flood").revision == 1


def test_each_keep_of_one_page_takes_the_place_of_the_one_before() -> None:
    assert [keep("I"), keep("I rang", seen=1), keep("I rang", seen=2)] == [1, 2, 2]
    assert kept() == "I rang"
    assert len(drafts.drafts()) == 1


def test_a_page_that_does_not_know_the_newest_draft_is_told_and_nothing_is_written() -> None:
    keep("of the first")
    keep("of the first, longer", seen=1)
    with pytest.raises(StaleDraft) as told:
        keep("of the second", seen=1)
    assert told.value.current.content == {"task": ["of the first, longer"]}
    assert kept() == "of the first, longer"
    keep("of the second", seen=told.value.current.version)
    assert kept() == "of the second"


def test_two_pages_that_say_the_same_do_not_quarrel() -> None:
    keep("the same")
    assert keep("the same") == 1


def test_a_page_never_seems_newer_than_itself() -> None:
    # The second request leaves before the answer to the first is there.
    keep("I rang", page="a", turn=1)
    keep("I rang the", page="a", turn=2)
    assert kept() == "I rang the"


def test_a_request_that_was_overtaken_changes_nothing() -> None:
    keep("I rang the brigade", page="a", turn=2)
    keep("I rang the", page="a", turn=1)
    assert kept() == "I rang the brigade"


def test_a_page_that_another_took_over_from_is_told() -> None:
    keep("of the first", page="a", turn=1)
    keep("of the second", seen=1, page="b", turn=1)
    with pytest.raises(StaleDraft):
        keep("of the first, longer", seen=1, page="a", turn=2)
    assert kept() == "of the second"


def test_drafts_of_new_stories_stand_side_by_side() -> None:
    keys = [drafts.keep({"title": [title]}).key for title in ("The fire", "The frost")]
    assert [each.key for each in drafts.drafts()] == keys[::-1]
    again = drafts.keep({"title": ["The fires"]}, writer=Writer(key=keys[0], seen=1))
    assert (again.key, again.version) == (keys[0], 2)


def test_the_key_of_another_storys_draft_is_of_no_use() -> None:
    keep("mine")
    key = drafts.drafts()[0].key
    with pytest.raises(StaleDraft):
        drafts.keep({"title": ["Elsewhere"]}, writer=Writer(key=key, seen=1))
    assert kept() == "mine"


def test_a_save_ends_the_draft_it_was_written_in() -> None:
    keep("I rang")
    saved = replace(STORY, task="I rang")
    drafts.save(saved, base=1, via=Via.WEB, writer=writer(seen=1))
    assert drafts.draft_of("flood") is None
    assert queries.held("flood").story == saved


def test_a_draft_begun_anew_is_not_taken_for_the_one_before() -> None:
    keep("of the first")
    old = writer(seen=1)
    drafts.save(replace(STORY, task="of the first"), base=1, via=Via.WEB, writer=old)
    keep("of the second")
    with pytest.raises(StaleDraft):
        drafts.keep({"task": ["of the first, longer"]}, story="flood", base=1, writer=old)
    assert kept() == "of the second"


def test_a_save_leaves_a_newer_draft_that_its_page_never_saw() -> None:
    keep("of the first")
    keep("of the second", seen=1)
    drafts.save(replace(STORY, task="of the first"), base=1, via=Via.WEB, writer=writer(seen=1))
    assert kept() == "of the second"


def test_a_save_that_comes_too_late_leaves_the_draft() -> None:
    keep("mine")
    services.save(replace(STORY, task="theirs"), base=1, via=Via.COMMAND_LINE)
    with pytest.raises(Stale):
        drafts.save(replace(STORY, task="mine"), base=1, via=Via.WEB, writer=writer(seen=1))
    assert kept() == "mine"
    assert queries.held("flood").story.task == "theirs"


def test_a_new_story_ends_its_own_draft_alone() -> None:
    fire, frost = (drafts.keep({"title": [title]}) for title in ("The fire", "The frost"))
    by = Writer(key=fire.key, seen=fire.version)
    drafts.add(Story(id="fire", title="The fire"), via=Via.WEB, writer=by)
    assert [each.key for each in drafts.drafts()] == [frost.key]


def test_a_draft_that_is_thrown_away_can_be_brought_back() -> None:
    keep("mine")
    key = drafts.drafts()[0].key
    drafts.throw_away(key)
    assert drafts.drafts() == []
    drafts.bring_back(key)
    assert kept() == "mine"


def test_it_is_gone_once_another_is_thrown_away_or_begun() -> None:
    def gone(key: str) -> bool:
        """Tell whether a draft is gone for good."""
        with pytest.raises(NoSuchDraft):
            drafts.bring_back(key)
        return True

    first, second = (drafts.keep({"title": [title]}).key for title in ("The fire", "The frost"))
    drafts.throw_away(first)
    drafts.throw_away(second)
    assert gone(first)
    drafts.keep({"title": ["The fog"]})
    assert gone(second)


def test_whoever_types_on_has_the_draft_again_that_another_page_threw_away() -> None:
    keep("mine", page="a", turn=1)
    drafts.throw_away(drafts.drafts()[0].key)
    keep("mine, and more", page="b", turn=1)
    assert kept() == "mine, and more"


@pytest.mark.parametrize("do", [drafts.draft, drafts.throw_away, drafts.bring_back])
def test_no_draft_has_that_key(do: object) -> None:
    assert callable(do)
    with pytest.raises(NoSuchDraft):
        do("nothing")

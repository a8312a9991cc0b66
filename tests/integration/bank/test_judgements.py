"""How strong each story is, is kept until its text, the rules or the settings change."""

import threading
from dataclasses import replace

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from storyloop.bank import judgements, models, queries, services
from storyloop.bank.clerk import Clerk, clerk
from storyloop.bank.judgements import catch_up, judge, known, known_of
from storyloop.bank.models import Via
from storyloop.bank.preferences import keep_preferences
from storyloop.bank.values import USUAL, Preferences
from storyloop.story import Story

pytestmark = [pytest.mark.database, pytest.mark.django_db]

WEAK = Story(
    id="queue",
    title="The queue",
    action=" ".join(f"We looked at queue {n} and things were done." for n in range(9)),
)
SHORT = Story(id="short", title="Short", action="I rang.")


@pytest.fixture
def two() -> None:
    for story in (WEAK, SHORT):
        services.add(story, via=Via.WEB)


@pytest.mark.usefixtures("two")
def test_nothing_is_known_before_it_is_judged() -> None:
    assert known(USUAL) == {}


@pytest.mark.usefixtures("two")
def test_the_clerk_judges_everything_and_finds_what_costs_most() -> None:
    catch_up()
    found = known(USUAL)
    assert found.keys() == {"queue", "short"}
    assert found["short"].strength is None
    weak = found["queue"]
    assert weak.strength is not None
    assert weak.worst is not None
    assert weak.strength <= 100 - weak.worst.cost < 100
    assert weak.worst.message
    assert weak.worst.remedy


@pytest.mark.usefixtures("two")
def test_a_save_makes_the_former_judgement_void_and_a_new_one_takes_its_place() -> None:
    catch_up()
    services.save(replace(WEAK, result="It ended well."), base=1, via=Via.WEB)
    assert known(USUAL).keys() == {"short"}
    catch_up()
    assert known(USUAL).keys() == {"queue", "short"}
    assert models.Judgement.objects.count() == 2


@pytest.mark.usefixtures("two")
def test_other_settings_make_judgements_void() -> None:
    catch_up()
    before = known(USUAL)["queue"]
    assert before.worst is not None
    wanted = Preferences(switched_off=(before.worst.name,))
    keep_preferences(wanted)
    assert known(wanted) == {}
    catch_up()
    after = known(wanted)["queue"]
    assert after.worst is None or after.worst.name != before.worst.name
    assert known(USUAL) == {}


@pytest.mark.usefixtures("two")
def test_other_rules_make_judgements_void(monkeypatch: pytest.MonkeyPatch) -> None:
    catch_up()
    monkeypatch.setattr(judgements, "_rules", lambda: "those of the next version")
    assert known(USUAL) == {}


@pytest.mark.usefixtures("two")
def test_a_removed_story_needs_no_judgement() -> None:
    services.remove("queue", via=Via.WEB)
    catch_up()
    assert known(USUAL).keys() == {"short"}


@pytest.mark.usefixtures("two")
def test_a_judgement_of_a_text_that_was_saved_meanwhile_does_not_hold() -> None:
    before = queries.held("queue")
    services.save(replace(WEAK, result="It ended well."), base=1, via=Via.WEB)
    judge([before], USUAL)
    assert "queue" not in known(USUAL)


@pytest.mark.usefixtures("two")
def test_without_a_clerk_a_page_judges_some_of_what_it_shows() -> None:
    held = queries.stories()
    rounds = [known_of(held, USUAL) for _ in held]
    assert rounds[0].keys() & {"queue", "short"}
    assert rounds[-1].keys() == {"queue", "short"} == known(USUAL).keys()


@pytest.mark.usefixtures("two")
def test_with_a_clerk_a_page_only_tells_him(monkeypatch: pytest.MonkeyPatch) -> None:
    heard = []
    monkeypatch.setattr(Clerk, "hear", lambda _: heard.append("news"))
    monkeypatch.setattr(clerk, "works", True)
    assert known_of(queries.stories(), USUAL) == {}
    assert heard == ["news"]


def test_a_save_and_a_setting_tell_the_clerk(
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    heard = []
    monkeypatch.setattr(Clerk, "hear", lambda _: heard.append("news"))
    with django_capture_on_commit_callbacks(execute=True):
        services.add(WEAK, via=Via.WEB)
    assert len(heard) == 1
    with django_capture_on_commit_callbacks(execute=True):
        keep_preferences(Preferences(longest=60))
    assert len(heard) == 2


def test_the_clerk_works_once_at_first_and_again_with_each_news() -> None:
    done = threading.Semaphore(0)
    one = Clerk()
    assert not one.works
    one.begin(done.release)
    assert one.works
    assert done.acquire(timeout=20)
    one.hear()
    assert done.acquire(timeout=20)

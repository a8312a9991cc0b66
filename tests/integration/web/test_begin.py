"""A story is begun from nothing: a kind, its questions one at a time, and then the form."""

from __future__ import annotations

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from storyloop import guide
from storyloop.bank import drafts, queries, services
from storyloop.bank.models import Via
from storyloop.story import FollowUp, Metric, Story
from tests.integration.web.reading import Filled, Page, post, read, show

pytestmark = [pytest.mark.database, pytest.mark.django_db]

KINDS = [each.id for each in guide.archetypes()]
FIRST = "/stories/begin/?archetype=scaled-solution"


def answer(client: Client, page: Page, button: str = "", **typed: str) -> Page:
    """Answer the question of a page and press a button, or the first one; return what follows."""
    sent = page.form("begin").filled(typed)
    if button:
        sent["to"] = [button]
    found = post(client, "/stories/begin/", sent)
    assert found.status_code == 302, found.content.decode()
    return show(client, found.headers["Location"])


def field(page: Page) -> str:
    """Return the name of the field for an answer in one text."""
    return next(str(tag["name"]) for name, tag in page.tags if name == "textarea")


def form(page: Page) -> Filled:
    """Return what the form of the story would send."""
    return page.form("title").filled()


def test_the_kinds_say_what_each_covers_and_whether_the_bank_has_one(client: Client) -> None:
    page = show(client, "/stories/begin/")
    assert all(each.name in page.words for each in guide.archetypes())
    assert "None of this kind" not in page.words
    own = Story(id="flood", title="The flood", archetype="scaled-solution", task="I kept the keys.")
    services.add(own, via=Via.WEB)
    page = show(client, "/stories/begin/")
    assert page.words.count("None of this kind yet.") == len(KINDS) - 1
    assert "You have The flood." in page.words
    assert "Adds most to your bank" in page.words
    assert [link for link in page.links if link.startswith("/stories/begin/?")] != []


@pytest.mark.usefixtures("samples")
def test_the_samples_are_nobodys_stories(client: Client) -> None:
    words = show(client, "/stories/begin/").words
    assert "The checkout that failed" not in words
    assert "New to your bank" not in words


@pytest.mark.parametrize("kind", KINDS)
def test_every_question_of_every_kind_is_answered_and_stands_in_its_field(
    client: Client, kind: str
) -> None:
    prompts = guide.archetype(kind).prompts
    page = show(client, f"/stories/begin/?archetype={kind}")
    for place, prompt in enumerate(prompts, 1):
        assert f"question {place} of {len(prompts)}" in page.words
        assert prompt.ask in page.words
        text = f"Said to question {place}."
        first = {
            "metrics": "metrics-0-name",
            "trade_offs": "trade_offs-0-chosen",
            "stakeholders": "stakeholders-0-who",
            "follow_ups": "follow_ups-0-answer",
        }
        page = answer(client, page, **{first.get(prompt.field) or field(page): text})
    assert page.title == "New story · Storyloop"
    sent = form(page)
    assert sent["archetype"] == [kind]
    for name in ("headline", "situation", "task", "action", "result", "learned"):
        said = [f"Said to question {n}." for n, p in enumerate(prompts, 1) if p.field == name]
        assert sent[name] == ["\r\n\r\n".join(said)]
    places = {prompt.field: place for place, prompt in enumerate(prompts, 1)}
    assert sent["metrics-0-name"] == [f"Said to question {places['metrics']}."]
    assert sent["follow_ups-0-answer"] == [f"Said to question {places['follow_ups']}."]
    assert "How it reads" in page.words
    assert len(drafts.drafts()) == 1
    assert queries.stories() == []


def test_the_form_then_makes_a_story_of_it_and_the_draft_is_over(client: Client) -> None:
    page = answer(client, show(client, FIRST), **{"answer-headline-1": "Ten to\r\nsixty a week"})
    page = answer(client, page, "9", **{"answer-situation-1": "By hand."})
    page = answer(client, page, "12", **{"metrics-0-name": "Partners", "metrics-0-result": "60"})
    page = answer(client, page, **{"follow_ups-0-answer": "The lawyers give way first."})
    answered = post(client, "/stories/new/", form(page) | {"title": ["The portal"]})
    assert answered.headers["Location"] == "/stories/the-portal/"
    assert queries.held("the-portal").story == Story(
        id="the-portal",
        title="The portal",
        headline="Ten to sixty a week",
        archetype="scaled-solution",
        situation="By hand.",
        metrics=(Metric(name="Partners", result="60"),),
        follow_ups=(
            FollowUp(
                question="Would it hold at ten times the load again?",
                answer="The lawyers give way first.",
            ),
        ),
    )
    assert drafts.drafts() == []


def test_one_may_go_back_and_skip_and_nothing_is_lost(client: Client) -> None:
    page = answer(client, show(client, FIRST), **{"answer-headline-1": "Ten to sixty"})
    page = answer(client, page, "1", **{"answer-situation-1": "By hand."})
    assert "question 1 of 12" in page.words
    assert page.form("begin").filled()["answer-headline-1"] == ["Ten to sixty"]
    assert "So far 1 Headline Ten to sixty 2 Situation By hand." in page.words
    page = answer(client, answer(client, page, "2"), "3")
    assert page.form("begin").filled()["answer-situation-1"] == ["By hand."]
    assert len(drafts.drafts()) == 1


def test_it_goes_on_where_it_was_left(client: Client) -> None:
    page = answer(client, show(client, FIRST), **{"answer-headline-1": "Ten to sixty"})
    answer(client, page, **{"answer-situation-1": "By hand."})
    home = show(client, "/")
    row = "Go on with Ten to sixty Draft of a new story, at question 3 of 12, kept just now"
    assert row in home.words
    (address,) = (
        link for link in home.links if link.startswith("/stories/begin/") and "=3" in link
    )
    assert "question 3 of 12" in show(client, address).words
    key = drafts.drafts()[0].key
    assert "question 3 of 12" in show(client, f"/stories/begin/{key}/").words


def test_who_answers_nothing_leaves_nothing_behind(client: Client) -> None:
    page = show(client, FIRST)
    for place in range(2, 13):
        page = answer(client, page, str(place))
        assert f"question {place} of 12" in page.words
    # The question that the guide suggests is no answer yet.
    page = answer(client, page)
    assert page.title == "New story · Storyloop"
    assert form(page)["archetype"] == ["scaled-solution"]
    assert drafts.drafts() == []


def test_the_second_of_two_windows_is_told_and_sees_both_answers(client: Client) -> None:
    answer(client, show(client, FIRST), **{"answer-headline-1": "Ten to sixty"})
    address = f"/stories/begin/{drafts.drafts()[0].key}/?question=3"
    first, second = show(client, address), show(client, address)
    answer(client, first, **{"answer-task-1": "Fifty a week."})
    # However late in a long answer the two differ.
    longer = f"{'Fifty a week. ' * 20}Or sixty."
    sent = second.form("begin").filled({"answer-task-1": longer})
    page = read(post(client, "/stories/begin/", sent))
    assert page.status == 409
    assert f"Task The other draft Fifty a week. Yours {longer}" in page.words
    answer(client, page)
    assert drafts.drafts()[0].content["answer-task-1"] == [longer]


def test_scripts_keep_an_answer_while_it_is_typed(client: Client) -> None:
    sent = show(client, FIRST).form("begin").filled({"answer-headline-1": "Ten to"})
    kept = post(client, "/drafts/keep/", sent)
    (draft,) = drafts.drafts()
    assert kept.status_code == 200
    address = f"/stories/begin/{draft.key}/?question=1"
    assert address in kept.content.decode()
    assert show(client, address).form("begin").filled()["answer-headline-1"] == ["Ten to"]


def test_addresses_that_no_page_has(client: Client) -> None:
    assert show(client, "/stories/begin/nothing/").status == 404
    assert post(client, "/stories/begin/", {"begin": ["saga"]}).status_code == 404
    assert "question 12 of 12" in show(client, f"{FIRST}&question=99").words
    assert "question 1 of 12" in show(client, f"{FIRST}&question=soon").words
    answer(client, show(client, FIRST), "form", **{"answer-headline-1": "Ten to sixty"})
    key = drafts.drafts()[0].key
    moved = client.get(f"/stories/begin/{key}/")
    assert moved.headers["Location"] == f"/stories/new/?draft={key}"


# What a browser can send: no character that a page cannot show.
texts = st.text(
    st.characters(codec="utf-8", exclude_characters="\r\x00"),
    max_size=40,
)


@given(st.lists(texts, min_size=8, max_size=8))
@settings(deadline=None, max_examples=25)
def test_whatever_is_answered_goes_through_all_pages_unchanged(said: list[str]) -> None:
    client = Client()
    page = show(client, FIRST)
    names = []
    for text in said:
        names.append(field(page))
        page = answer(client, page, **{names[-1]: text.replace("\n", "\r\n")})
    sent = page.form("begin").filled()
    carried = [sent.get(name, [""])[0].replace("\r\n", "\n") for name in names]
    # Blanks before the first answer are not carried.
    assert [text if text.strip() else "" for text in carried] == [
        text if text.strip() else "" for text in said
    ]

"""A pasted text: sorted as it reads, then as its writer sees it, and never another word."""

from __future__ import annotations

import pytest
from django.test import Client
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from storyloop.bank import drafts, queries
from storyloop.reading import PARTS
from storyloop.story.tidy import tidy_text
from tests.integration.web.reading import Filled, Page, post, read, show
from tests.strategies import texts

PASTE = "/stories/paste/"
ROUGH = (
    "The last train of the evening had no crew. My task was to get sixty people home. "
    "I rang the bus garage and asked for two drivers.\n\nEverybody was home by midnight."
)


def pasted(client: Client, text: str) -> Page:
    """Paste a text."""
    return read(post(client, PASTE, {"text": [text]}))


def chosen(page: Page) -> list[str]:
    """Return the parts that a page gives to the sentences, in their order."""
    return [value for name, value in page.form("said").fields if name.startswith("part-")]


def make(client: Client, form: Filled) -> Page:
    """Press "Make a story of it" and follow."""
    answer = post(client, PASTE, form | {"make": ["1"]})
    assert answer.status_code == 302
    return show(client, answer.headers["Location"])


@pytest.mark.django_db
def test_the_sentences_stand_in_their_order_each_with_its_part(client: Client) -> None:
    page = pasted(client, ROUGH)
    assert (page.status, page.title) == (200, "Sort the sentences · Storyloop")
    assert chosen(page) == ["situation", "task", "action", "result"]
    places = [page.words.index(said) for said in ("The last train", "My task", "I rang", "Everyb")]
    assert places == sorted(places)
    assert drafts.drafts() == []


@pytest.mark.django_db
def test_what_its_writer_chooses_wins_and_stands_in_the_form_as_a_draft(client: Client) -> None:
    form = (
        pasted(client, ROUGH).form("said").filled({"title": "The late train", "part-1": "action"})
    )
    page = make(client, form)
    shown = page.form("title").filled()
    assert shown["title"] == ["The late train"]
    assert shown["task"] == [""]
    assert shown["action"] == [
        "My task was to get sixty people home. I rang the bus garage and asked for two drivers."
    ]
    assert shown["result"] == ["Everybody was home by midnight."]
    assert "This is your draft" in page.words
    assert len(drafts.drafts()) == 1
    assert queries.stories() == []


@pytest.mark.django_db
def test_the_parts_that_a_text_names_are_taken_from_it(client: Client) -> None:
    page = pasted(client, "The lorry\n\nTask: It left. It came.\nSituation: I rang the garage.")
    assert chosen(page) == ["task", "task", "situation"]
    form = page.form("said").filled()
    assert form["title"] == ["The lorry"]
    shown = make(client, form).form("title").filled()
    assert (shown["task"], shown["situation"]) == (["It left. It came."], ["I rang the garage."])


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Whenever a train is late, I usually ring the garage. I always stay calm.",
            "pseudo-story",
        ),
        ("If a train were late, I would ring the garage. I would stay calm.", "It is hypothetical"),
        ("I am a calm person and a good listener.", "It tells no episode"),
    ],
)
@pytest.mark.django_db
def test_a_text_that_is_no_story_is_told_so_and_can_go_on(
    client: Client, text: str, sentence: str
) -> None:
    page = pasted(client, text)
    assert sentence in page.words
    assert make(client, page.form("said").filled()).status == 200


@pytest.mark.django_db
def test_several_stories_are_offered_one_by_one_and_each_is_kept(client: Client) -> None:
    page = pasted(client, f"# The train\n{ROUGH}\n# The boat\nIt sank. I swam ashore.")
    assert (page.status, page.title) == (200, "What came in · Storyloop")
    assert "Two stories were found." in page.words
    assert len(drafts.drafts()) == 2
    boat = [form for form in page.forms if ("title", "The boat") in form.fields]
    split = read(post(client, PASTE, boat[0].filled()))
    assert "It sank." in split.words
    assert ROUGH[:20] not in split.words
    form = split.form("said").filled({"part-0": "result", "part-1": "result"})
    shown = make(client, form).form("title").filled()
    assert (shown["title"], shown["result"]) == (["The boat"], ["It sank. I swam ashore."])
    assert len(drafts.drafts()) == 2


@pytest.mark.django_db
def test_a_draft_that_was_edited_since_is_not_written_over(client: Client) -> None:
    page = pasted(client, "# The train\nIt was late. I rang.\n# The boat\nIt sank. I swam ashore.")
    boat = next(form for form in page.forms if ("title", "The boat") in form.fields).filled()
    split = read(post(client, PASTE, boat)).form("said").filled()
    address = f"/stories/new/?draft={boat['draft-key'][0]}"
    typed = show(client, address).form("title").filled({"task": "My own words."})
    assert post(client, address, typed | {"keep": ["1"]}).status_code in {200, 302}
    make(client, split)
    assert len(drafts.drafts()) == 3
    assert show(client, address).form("title").filled()["task"] == ["My own words."]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (" \r\n", "There is no text yet. Paste one first."),
        ("word " * 6_000, "a story of 6,000 words would take longer than half an hour to tell"),
        ("# A\nB.\n" * 101, "it would be 101 stories; at most 100 come in at a time"),
        ("One more.\n" * 1_000, "This text has 1,000 sentences, too many to sort at once."),
    ],
    ids=["nothing", "too long", "too many stories", "too many sentences"],
)
@pytest.mark.django_db
def test_what_cannot_be_sorted_comes_back_as_it_was_pasted(
    client: Client, text: str, sentence: str
) -> None:
    page = pasted(client, text)
    assert page.status == 422
    assert sentence in page.words
    assert page.form("text").filled()["text"] == [text.replace("\r\n", "\n").replace("\n", "\r\n")]
    assert drafts.drafts() == []


@pytest.mark.django_db
def test_a_form_that_was_tampered_with_does_no_harm(client: Client) -> None:
    for form in (
        {"said": [""], "make": ["1"]},
        {"said": ["A."], "as": ["saga"], "part-0": ["saga"], "part-99": ["task"]},
        {"said": ["A."], "as": ["task"], "draft-key": ["no such key!"], "draft-version": ["-1"]},
    ):
        assert post(client, PASTE, form).status_code in {200, 422}


# Headings, rules and the mark of a file are no words of a text.
plain = texts.map(lambda text: tidy_text(text).lstrip("\ufeff")).filter(
    lambda text: "#" not in text and "---" not in text
)


@pytest.mark.django_db
@given(plain, st.lists(st.sampled_from(PARTS), min_size=1, max_size=9))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_any_text_is_the_same_words_in_the_same_order_once_it_is_split(
    client: Client, text: str, parts: list[str]
) -> None:
    page = pasted(client, text)
    assume(page.status == 200)
    form = page.form("said").filled()
    places = [name for name in form if name.startswith("part-")]
    choices = {name: parts[place % len(parts)] for place, name in enumerate(places)}
    said = " ".join([*form["title"], *form["said"]]).split()
    assert said == text.split()
    shown = make(client, form | {name: [part] for name, part in choices.items()})
    fields = shown.form("title").filled()
    for part in PARTS:
        if set(choices.values()) == {part}:
            field = "learned" if part == "reflection" else part
            assert [*fields["title"][0].split(), *fields[field][0].split()] == said
    told = " ".join(fields[name][0] for name in ("title", *PARTS[:4], "learned"))
    assert sorted(told.split()) == sorted(said)

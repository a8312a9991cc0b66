"""The reading and the rules on the pages: every point lost is explained, and nothing is saved."""

from __future__ import annotations

from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils.html import strip_tags
from hypothesis import given
from hypothesis import strategies as st

from storyloop import guide
from storyloop.bank import queries, services
from storyloop.bank.models import Via
from storyloop.critique import RULES, manual
from storyloop.story import Story
from storyloop.web.checking import check_held, check_text
from storyloop.web.manual import sections
from storyloop.web.marking import Passage, Remark, marked
from storyloop.web.rendering import is_plain
from storyloop.web.views.check import MOST_BYTES
from tests.integration.web.hostile import ATTACK, harms
from tests.integration.web.reading import post, read, show

if TYPE_CHECKING:
    from tests.integration.web.reading import Page

WEAK = Story(
    id="weak",
    title="The queue at the desk",
    situation="Customers waited at the desk that autumn, and the queue reached the stairs.",
    task="I had to bring the wait below ten minutes before Christmas.",
    action=(
        "We looked at the queue together. We counted the callers for a week. We opened a second "
        "desk at noon, and we moved the forms to the door."
    ),
    result="Things got *much* better. The porters were pleased, and we basically got lots done.",
    learned="Communication is key.",
)
AT = "/stories/weak/"
LED = 'told as "we" from beginning to end'
SPOKEN = (
    "In spring our depot lost a third of its parcels to one broken belt. I was the shift lead and "
    "had to keep the vans leaving by six. I walked the belt and counted the jams for two nights. "
    "I asked the packers to use clear tape. Jams fell from 40 a night to 3 by May.\r\n\r\n"
    "I learned to count before I argue."
)
USUALLY = (
    "When customers complain I usually ring them back within the hour. I always ask what went "
    "wrong, and I write it down. Then I normally speak with the shop floor, and I tell the "
    "customer what we will do. Most of the time they stay with us."
)


@pytest.fixture
def weak(db: None) -> Story:
    """Put a story with faults into the bank."""
    del db
    services.add(WEAK, via=Via.WEB)
    return WEAK


def ids(page: Page, tag: str) -> set[str]:
    """Return the ids of the elements of this tag."""
    return {
        str(attributes["id"]) for name, attributes in page.tags if name == tag if "id" in attributes
    }


@pytest.mark.usefixtures("weak")
def test_every_point_lost_is_explained_on_the_page_of_the_story(client: Client) -> None:
    page = show(client, AT)
    found = check_held(WEAK)
    assert found.strength is not None
    assert f"Strength {found.strength} of 100" in page.words
    notes = [*found.whole, *(note for block in found.blocks for note in block.notes)]
    assert 100 - sum(note.finding.cost for note in notes) == found.strength < 100
    for note in notes:
        assert f"{note.finding.message} " in page.words
        assert note.finding.remedy in page.words
        assert f"/guide/rules/{note.finding.code}/" in page.links
    assert LED in page.words
    assert ids(page, "li") == {f"finding-{number}" for number in range(1, len(notes) + 1)}


@pytest.mark.usefixtures("weak")
def test_a_marked_passage_and_its_finding_name_each_other(client: Client) -> None:
    page = show(client, AT)
    marks = [attributes for tag, attributes in page.tags if tag == "mark"]
    described = {name for mark in marks for name in str(mark["aria-describedby"]).split()}
    assert described
    assert described <= ids(page, "li")
    led_to = {link.removeprefix("#") for link in page.links if link.startswith("#passage-")}
    assert led_to == ids(page, "mark")


@pytest.mark.usefixtures("weak")
def test_a_part_in_markdown_is_rendered_and_its_passages_are_quoted(client: Client) -> None:
    answer = client.get(AT).content.decode()
    assert "Things got <em>much</em> better." in answer
    result = check_held(WEAK).blocks[3]
    assert result.notes
    assert not any(note.anchor for note in result.notes)
    assert any(f"<blockquote>{note.quote}</blockquote>" in answer for note in result.notes)


def test_the_worst_finding_of_a_part_comes_first() -> None:
    for block in check_held(WEAK).blocks:
        costs = [note.finding.cost for note in block.notes]
        assert costs == sorted(costs, reverse=True)


@pytest.mark.usefixtures("db")
def test_a_sentence_that_surely_reads_like_another_part_has_a_hint_without_a_price(
    client: Client,
) -> None:
    sample = guide.samples()[0]
    swapped = replace(sample, id="swapped", action=sample.result, result=sample.action)
    services.add(swapped, via=Via.WEB)
    hints = [hint for block in check_held(swapped).blocks for hint in block.hints]
    assert "Action" in {hint.name for hint in hints}
    page = show(client, "/stories/swapped/")
    assert "reads like Action" in page.words
    assert [attributes for _, attributes in page.tags if attributes.get("class") == "hints"] == []
    assert "” reads like Action" in show(client, "/stories/swapped/edit/").words


@pytest.mark.usefixtures("db")
def test_too_few_words_are_not_judged(client: Client) -> None:
    services.add(Story(id="short", title="Short", task="I kept the keys."), via=Via.WEB)
    page = show(client, "/stories/short/")
    assert "There is too little here to judge" in page.words
    assert "of 100" not in page.words


def typed(client: Client, address: str, **texts: str) -> dict[str, list[str]]:
    """Return what the form at an address sends with these texts in it."""
    return show(client, address).form("title").filled(dict(texts))


@pytest.mark.parametrize("address", ["/stories/new/", f"{AT}edit/"])
@pytest.mark.usefixtures("weak")
def test_the_check_button_saves_nothing_and_loses_no_word(client: Client, address: str) -> None:
    form = typed(client, address, title="", action=f"{WEAK.action}\r\n\r\nNew.", when="soon")
    form["follow_ups-0-question"] = ["Why?"]
    page = read(post(client, address, form | {"check": ["1"]}))
    assert page.status == 200
    assert LED in page.words
    shown = page.form("title").filled()
    assert all(
        shown[name] == value
        for name, value in form.items()
        if value != [""] and "csrf" not in name and "TOTAL" not in name and "INITIAL" not in name
    )
    assert [held.story for held in queries.stories()] == [WEAK]
    assert queries.held("weak").revision == 1


def test_the_rules_are_listed_and_each_has_its_manual_page(client: Client) -> None:
    links = show(client, "/guide/rules/").links
    assert "/guide/rules/" in show(client, "/guide/").links
    for rule in RULES:
        assert f"/guide/rules/{rule.code}/" in links
        page = show(client, f"/guide/rules/{rule.code}/")
        assert (page.status, page.title) == (200, f"{rule.name} · Storyloop")
        assert rule.remedy in page.words
        assert show(client, f"/guide/rules/{rule.name}/").title == page.title
    assert show(client, "/guide/rules/X99/").status == 404


def test_a_manual_page_is_cut_into_sections_and_loses_no_word() -> None:
    for rule in RULES:
        found = sections(rule)
        headings = [each.heading for each in found]
        assert headings == ["", "What it does", "Why", "Example", "Use instead", "What to do"]
        said = " ".join(f"{each.heading} {each.text}" for each in found).split()
        page = manual(rule).split("\n\n", 2)[2].replace("\n\nWhat to do: ", "\n\nWhat to do ")
        assert said == page.split()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SPOKEN, "It is a story: it tells what happened once."),
        (USUALLY, "It is a pseudo-story: it tells what you usually do."),
    ],
)
def test_any_answer_is_read_and_checked(client: Client, text: str, said: str) -> None:
    page = read(post(client, "/check/", {"text": [text], "question": ["Tell me of a delay."]}))
    assert page.status == 200
    assert said in page.words
    assert f"{len(text.split())} words: about" in page.words
    shown = page.form("question").filled()
    assert (shown["text"], shown["question"]) == ([text], ["Tell me of a delay."])


def test_the_sentences_of_an_answer_stand_under_their_parts() -> None:
    found = check_text(SPOKEN.replace("\r\n", "\n"))
    assert [block.part for block in found.blocks] == [
        *("situation", "task", "action", "result", "reflection"),
    ]
    said = " ".join(strip_tags(block.html) for block in found.blocks)
    assert said.split() == SPOKEN.split()


@pytest.mark.parametrize(
    ("text", "status", "said"),
    [
        (" \r\n", 422, "There is no text to check yet."),
        ("word " * (MOST_BYTES // 5 + 1), 413, "longer than a megabyte"),
    ],
)
def test_a_text_that_cannot_be_checked_is_refused_with_a_sentence(
    client: Client, text: str, status: int, said: str
) -> None:
    page = read(post(client, "/check/", {"text": [text]}))
    assert (page.status, page.title) == (status, "Not checked · Check an answer · Storyloop")
    assert said in page.words


@pytest.mark.django_db
@pytest.mark.parametrize("text", [ATTACK, f"{SPOKEN} {ATTACK} {ATTACK}", f"{USUALLY} {ATTACK}"])
def test_an_attack_in_an_answer_is_text(client: Client, text: str) -> None:
    page = read(post(client, "/check/", {"text": [text], "question": [ATTACK]}))
    assert (page.status, harms(page)) == (200, [])
    fragment = read(post(client, "/check/", {"situation": [text], "title": [ATTACK]}))
    assert (fragment.status, harms(fragment)) == (200, [])


SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(sorted)


@given(
    text=st.text(alphabet="ab <&\"'\n", max_size=40),
    spans=st.lists(SPANS, max_size=5),
    within=SPANS,
)
def test_marks_change_no_word_however_they_overlap(
    text: str, spans: list[list[int]], within: list[int]
) -> None:
    start, end = within
    passages = [
        Passage(number=number, start=a, end=b, severity="advice")
        for number, (a, b) in enumerate(spans, 1)
    ]
    shown = marked(text, start, end, passages)
    assert unescape(strip_tags(shown.html)).split() == text[start:end].split()
    assert all(f'id="{anchor}"' in shown.html for anchor in shown.anchors.values())


def test_passages_that_overlap_share_the_words_between_them() -> None:
    passages = [
        Passage(number=1, start=0, end=7, severity="advice"),
        Passage(number=2, start=4, end=11, severity="error"),
    ]
    remark = Remark(at=11, html=marked("!", 0, 1, ()).html)
    assert marked("one two six", 0, 11, passages, [remark]).html == (
        '<p><mark class="passage is-advice" id="passage-1" aria-describedby="finding-1">one </mark>'
        '<mark class="passage is-error" id="passage-2" aria-describedby="finding-1 finding-2" '
        'data-numbers="1">two</mark>'
        '<mark class="passage is-error" aria-describedby="finding-2" data-numbers="2"> six</mark>'
        "<p>!</p></p>"
    )


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Two lines\nof one paragraph.\n\nAnd 3 < 4 & more_or_less.", True),
        ("It was *very* late.", False),
        ("- a list", False),
        ("1. one", False),
        ("# loud", False),
        ("> quoted", False),
        ("    indented", False),
        ("a\\*b", False),
        ("&amp; so on", False),
        ("<https://example.org/>", False),
        ("[x]: https://example.org/\n\nAfter.", False),
        ("", True),
    ],
)
def test_only_a_text_without_markdown_is_shown_letter_by_letter(text: str, *, plain: bool) -> None:
    assert is_plain(text) is plain
